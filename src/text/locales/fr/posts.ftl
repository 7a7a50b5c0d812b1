# Voir ../en/posts.ftl.

post-when = Le **{ $date }** · à partir du { $begins } à ton heure, { $in }
post-when-today = Le **{ $date }** · jusqu’au { $ends } à ton heure, { $in }
post-not-last-monday = C’est le quatrième lundi de janvier. Cette année, ce n’est **pas le dernier lundi** : celui-là vient une semaine plus tard.

post-announce-title = Le Community Manager Appreciation Day approche
post-announce =
    Ici, des personnes répondent à la première question, veillent à la bonne ambiance et parlent pour tout le monde. Ce jour-là, on leur dit merci.

    L’une d’elles t’a donné un coup de main ? Remercie-la ici, là où elle l’a fait. Tu peux écrire dès aujourd’hui ; elle recevra tout sur une seule page après la journée.
post-roster-title = Qui prend soin de { $server }
post-roster-note = La fonction ne compte pas : advocate, support, évangéliste, modération.
post-roster-none = La liste est encore vide. À qui penses-tu ? Propose quelqu’un avec `/nominate`.
post-roster-more = { $count ->
    [one] et une personne de plus
   *[other] et { $count } autres
}

post-countdown-title = Qui a été là pour toi cette année ?
post-countdown = Le Community Manager Appreciation Day est proche. Pense à un moment où quelqu’un ici t’a facilité la vie. Une phrase sincère à ce sujet est un beau merci.

post-eve-title = { $days ->
    [1] Demain, c’est le Community Manager Appreciation Day
   *[other] Le Community Manager Appreciation Day arrive très bientôt
}
post-eve = Une phrase suffit : ce que la personne a fait, et ce que cela a changé pour toi. La fonction ne compte pas.

post-day-title = Aujourd’hui, c’est le Community Manager Appreciation Day
post-day =
    {"**"}Quelqu’un ici t’a donné un coup de main ?** Remercie cette personne, là où elle l’a fait.
    {"**"}Tu travailles avec elle ?** Prends le temps de comprendre sa passion, remercie-la et mets sa hiérarchie en copie.
    {"**"}Tu es l’une de ces personnes ?** Souffle un peu, et sache que ce que tu fais compte. Serre ta famille dans tes bras.
post-ways-title = Comment dire merci
post-way-command = `/thank` et le nom
post-way-member = Clic droit sur un membre, puis Applications, puis **Remercier pour #CMAD**
post-way-mention = Mentionne-moi avec la personne dans un message, avec un mot de remerciement
post-way-hashtag = Écris **#CMAD** et mentionne la personne, ou écris-le en réponse à son message
post-way-button = Appuie sur **Dire merci** ci-dessous

post-last-call-title = Dernier appel pour aujourd’hui
post-last-call-late = Les mercis tardifs comptent aussi, jusqu’au { $closes }.
post-last-call = { $givers ->
    [0] Personne n’a encore écrit, alors le tien peut être le premier. Une phrase suffit.
    [one] { $people } a dit merci jusqu’ici. Tu voulais encore remercier quelqu’un ?
   *[other] { $people } ont dit merci jusqu’ici. Tu voulais encore remercier quelqu’un ?
}

post-recap-title = Merci à tout le monde
post-recap = { $givers ->
    [0] C’était calme cette année. S’il y a quelqu’un que tu voulais remercier : cela compte encore jusqu’au { $closes }.
    [one] { $people } a écrit { $messages } à { $managers } pour le Community Manager Appreciation Day { $year }. Les mercis tardifs comptent jusqu’au { $closes }.
   *[other] { $people } ont écrit { $messages } à { $managers } pour le Community Manager Appreciation Day { $year }. Les mercis tardifs comptent jusqu’au { $closes }.
}
post-recap-thanked = Ont reçu des mercis cette année, par ordre alphabétique
post-recap-link = message { $n }
post-recap-managers = Tu en fais partie ? Ce qu’on t’a écrit t’attend sous **Mon digest**. Personne d’autre ne le voit.
post-count-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
post-count-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
post-count-managers = { $count ->
    [one] { $count } personne qui prend soin de nous
   *[other] { $count } personnes qui prennent soin de nous
}

post-thanks = **{ $giver }** remercie { $manager }
post-thanks-for = Motif : { $what }

button-thank = Dire merci
button-thank-everyone = Remercier toute la liste
button-remind = Rappelle-le-moi
button-how-to-thank = Comment dire merci
remind-set = Je te le rappellerai par message privé le { $at }. Appuie encore sur **Rappelle-le-moi** pour l’annuler.
remind-taken-back = Annulé : je ne te le rappellerai pas.
remind-too-late = Il est trop tard pour un rappel : le jour est là, ou passé. Avec `/thank`, tu peux dire merci toute l’année.
note-remind-title = C’est aujourd’hui le Community Manager Appreciation Day
note-remind = Tu as demandé un rappel. Qui dans **{ $server }** t’a rendu service cette année ? Dis-lui merci dans { $channel } ou avec `/thank`.
note-remind-once = -# C’est le seul rappel que je t’envoie.
button-thank-too = Remercier aussi { $name }
button-thank-them-too = Remercier aussi
button-my-digest = Mon digest
button-accept = Accepter
post-holders-title = Tu prends soin de { $server } ?
post-holders = Cela s’adresse à toute personne ayant <@&{ $role }> : ce jour-là, les membres peuvent remercier les personnes qui prennent soin de la communauté. Peuvent-ils te dire merci ?
post-holders-means =
    Si tu appuies sur **Accepter** :
    - Ton nom figure parmi les personnes à qui l’on peut dire merci, et l’on peut t’écrire à partir du { $opens }.
    - Le lendemain de la journée, tu reçois une page avec ces mots : le digest. Il n’est qu’à toi, et rien ne va à ta hiérarchie si tu ne le choisis pas.

    Si tu préfères ne pas participer, tu n’as rien à faire.
button-decline = Non, merci
button-copy-boss = Copie à ma hiérarchie
button-keep = Le garder pour moi
button-no-more = Ne plus en recevoir
button-found = Décider
button-whom = Choisir la personne
button-status = Où en est la campagne

event-name = Community Manager Appreciation Day { $year }
event-about = Une journée pour remercier les personnes qui prennent soin de nous : là où elles nous ont aidés, avec nos propres mots. Écris `/thank` ici, ou fais un clic droit sur un membre et choisis « Remercier pour #CMAD ».

note-roster-title = Community Manager Appreciation Day { $year } : tout est en ordre ?
note-roster = { $server } fête la journée le **{ $date }**.
note-roster-who = On peut dire merci à ces personnes, et chacune reçoit un digest :
note-roster-none = Personne n’est encore sur la liste, donc on ne peut dire merci à personne. Ajoute les personnes avec `/roster add`, ou indique un rôle avec `/campaign setup`.
note-roster-plan = La suite
note-roster-channel = Les publications paraissent dans { $channel }.
note-roster-wrong = Tout est comme il faut ? Alors il n’y a rien à faire. Sinon : `/roster add` et `/roster remove` modifient la liste, `/campaign steps` déplace une étape ou la désactive, `/campaign preview` montre une publication avant qu’elle parte.
plan-step = { $at } · { $what }
plan-announce = l’annonce, et l’événement programmé
plan-countdown = la publication une semaine avant
plan-eve = la publication de la veille
plan-day = la publication du jour J
plan-last-call = le dernier appel
plan-breathe = *Souffle un peu* pour chaque personne, le soir à son heure locale
plan-recap = le récapitulatif
plan-digest = chaque personne reçoit son digest, le matin à son heure locale
plan-close = la fin : ce qui arrive jusque-là compte

note-invite-title = Tu es sur la liste des personnes qui prennent soin de { $server }
note-invite = Le { $date }, c’est le Community Manager Appreciation Day : les membres y remercient les personnes qui prennent soin de la communauté. Peuvent-ils te dire merci ?
note-invite-means =
    Si tu acceptes :
    - On peut t’écrire à partir du { $opens }. Après la journée, tu reçois une page avec tout ce qu’on t’a écrit : le digest. Il n’est qu’à toi.
    - Rien n’est envoyé à ta hiérarchie sans ton accord.
    - Le soir du jour J, je te rappelle de souffler un peu. Avec `/cmad profile`, tu peux changer cela, ta fonction, ton fuseau horaire et plus encore.

    Sinon : appuie sur **Non, merci**, et tu restes en dehors. Si tu ne réponds pas, on peut te remercier et tu reçois ton digest, et rien d’autre.

note-breathe-title = Souffle un peu
note-breathe = { $givers ->
    [0] Cette journée est pour les personnes comme toi. Prendre soin des autres passe souvent inaperçu, et cela compte quand même : merci pour ce que tu fais.
    [one] Une personne t’a écrit pour le Community Manager Appreciation Day. Ce que tu fais compte.
   *[other] { $givers } personnes t’ont écrit pour le Community Manager Appreciation Day. Ce que tu fais compte.
}
note-breathe-wait = Il n’y a rien à répondre ce soir : les mots seront là demain. Va serrer ta famille dans tes bras.

note-digest-title = Ton digest { $year }
note-digest-title-updated = Ton digest { $year }, mis à jour
note-digest = Voici ce qu’on t’a écrit. Sous **Mon digest**, tu peux épingler ce que tu préfères et masquer ce qui ne regarde que toi. Ensuite, envoie une copie à ta hiérarchie, ou garde le digest pour toi : rien ne part sans que tu l’aies choisi.
note-digest-updated = Quelque chose a été ajouté, changé ou retiré depuis le dernier. Personne n’a reçu de copie de celui-ci.
note-digest-few = Voici ce qu’on t’a écrit. Cela reste entre nous : une copie demande les mots d’au moins deux personnes que ta hiérarchie peut lire.
note-without-words-title = Ton #CMAD { $year }
# To a manager to whom no one wrote.
without-words = Le jour est venu, et il n’y a pas de mots pour toi ici. Cela ne dit rien de ton travail : beaucoup de gens sont reconnaissants sans l’écrire, et cette journée est nouvelle pour la plupart. Merci de prendre soin d’eux.
without-words-others = Ce que font les autres :
without-words-ask = Demande une phrase à une personne que tu as aidée. Si quelqu’un t’a dit merci par e-mail, sur un forum ou de vive voix, cette personne peut l’écrire ici avec `/thank`, jusqu’au { $closes }.
without-words-next = Note la journée de l’an prochain dans ton agenda : { $date }.

note-copy = { $mention } prend soin de la communauté { $server } sur Discord. Pour le Community Manager Appreciation Day { $year }, ses membres ont pu dire merci, et { $manager } a choisi de vous envoyer cette page.
note-copy-more = Des questions ? Adressez-vous à { $mention }. Si vous appuyez sur **Ne plus en recevoir**, je ne vous enverrai plus rien au sujet de { $manager }, les années suivantes non plus.

note-ask-consent = J’ai vu ton merci. Peut-on le montrer à la hiérarchie de cette personne ? Ces boutons ne sont que pour toi, car ce sont tes mots. Tant que tu n’as pas dit oui, seule la personne que tu remercies les lit.
note-ask-whom = On dirait un merci, et je ne veux pas deviner pour qui. Choisis la personne, et il compte. Ces boutons ne sont que pour toi, car c’est ton message.

note-report-title = À regarder
report-skipped = **Sauté : { $send }.** { $why } Maintenant, il serait trop tard. Si tu veux, publie un mot toi-même ; la suite se déroule comme prévu.
held-away = J’étais absent à l’heure prévue.
held-no-answer = Discord était injoignable, ou ne répondait pas correctement.
held-too-many = Discord ne m’a pas laissé en envoyer autant.
held-paused = La campagne était en pause à l’heure prévue.
held-removed = Je n’étais pas sur ce serveur à l’heure prévue.
held-moved = Son heure a été changée, et la nouvelle était déjà passée.
held-database = Ma base de données ne fonctionnait pas à l’heure prévue.
held-clock = L’horloge de la machine sur laquelle je tourne était déréglée à l’heure prévue.
held-limit = Ce jour-là, toutes les copies permises étaient déjà parties.
report-unknown = **Pas certain : { $send }.** La réponse s’est perdue pendant l’envoi, et je n’ai pas pu vérifier si c’est arrivé. Pour que rien n’arrive deux fois, je ne le renvoie pas. Vérifie, et écris-le toi-même si cela manque. Avec la permission **Voir les anciens messages**, je peux vérifier.
report-refused = **Retenu : { $send }.** { $why } Je continue d’essayer jusqu’à ce que ce soit trop tard. `/campaign doctor` montre ce qui manque.
report-failed = **Abandonné : { $send }.** { $why }
report-lost = **Abandonné : { $send }.** À chaque essai, mon programme a été arrêté, sans doute parce que cette machine a trop peu de mémoire. La personne qui gère ce bot le trouvera dans le journal. Un digest reste lisible avec `/cmad digest`.
report-closed = **Non remis : { $send }.** { $manager } n’accepte pas de messages privés de ma part. Je réessaie une fois par jour, tant que c’est utile. Il suffit d’autoriser les messages privés des membres de ce serveur ; `/cmad digest` marche dans tous les cas.
report-quarantined = **Discord ne me laisse envoyer de message privé à personne.** Il m’a mis en quarantaine (code 20026), car il me prend pour du spam. Les messages privés attendent et j’en essaie un par jour ; chaque community manager peut lire son digest avec `/cmad digest`. La personne qui gère ce bot peut faire appel auprès de l’assistance de Discord.
report-no-content-intent = **Je ne peux pas prendre en compte le hashtag.** Discord me refuse l’intent Message Content. La personne qui gère ce bot peut l’activer dans le portail des développeurs de Discord, à la page « Bot », puis me redémarrer ; à partir de 10 000 personnes, Discord doit d’abord l’approuver. Toutes les autres façons de remercier marchent sans ; `/campaign hashtag` désactive le hashtag.
report-code-10003 = Le salon n’existe plus (erreur 10003 de Discord). Choisis-en un autre avec `/campaign setup`.
report-code-50001 = Je ne vois pas le salon (erreur 50001 de Discord). Accorde-moi la permission **Voir le salon** dans ce salon.
report-code-50007 = Cette personne n’accepte pas mes messages privés (erreur 50007 de Discord).
report-code-50013 = Une permission manque (erreur 50013 de Discord). J’ai besoin de **Envoyer des messages**, et de **Créer des événements** pour l’événement programmé.
report-code-200000 = AutoMod l’a arrêté (erreur 200000 de Discord). Ajoute une exception pour moi dans la règle qui l’a arrêté.
report-code-full = Sur ce serveur, une liste est pleine (erreur { $code } de Discord) : pour les événements programmés, par exemple, cent qui ne sont pas terminés. Fais-y de la place.
report-code-passes = Discord ne l’accepte pas pour l’instant (code { $code }) ; cela passe tout seul.
report-code-filter = Un filtre de Discord l’a arrêté (code { $code }).
report-code-none = Discord n’a pas donné de raison.
report-code-other = L’erreur de Discord est { $code }. `/campaign doctor` montre peut-être pourquoi.

send-roster-check = la vérification de la liste
send-announce = l’annonce
send-event = l’événement programmé
send-countdown = la publication une semaine avant
send-eve = la publication de la veille
send-day = la publication du jour J
send-last-call = le dernier appel
send-breathe = *Souffle un peu* pour { $who }
send-recap = le récapitulatif
send-digest = le digest de { $who }
send-close = la clôture de la campagne
send-invite = l’invitation à { $who }
send-ask-holders = la publication qui pose la question aux membres avec le rôle
send-thanks = un merci public
send-react = la réaction sous un message
send-question = une question à une personne qui a remercié
send-other = un message

page-more-words = D’autres mots
page-more = { $count ->
    [one] et encore un message dans le fichier
   *[other] et encore { $count } messages dans le fichier
}
page-added-more = { $count ->
    [one] et encore une de ces citations dans le fichier
   *[other] et encore { $count } de ces citations dans le fichier
}
page-cut = « … » indique des mots qui continuent dans le fichier.
send-unpost = le retrait de mots qui ne sont plus là

# Voir ../en/thanks.ftl.

form-title = Dire merci pour #CMAD
form-title-everyone = Remercier toute la liste
form-manager = Qui remercies-tu ?
form-manager-help = Jusqu’à cinq personnes de la liste des community managers de ce serveur, toutes fonctions comprises.
form-words = Tes mots
form-words-help = Qu’a fait cette personne, et qu’est-ce que cela a changé ? Un moment précis en dit le plus.
form-words-cares-help = Ce qui lui tient à cœur : { $cares }
form-relation = Pour cette personne, tu es…
form-relation-help = Cela aide les personnes qui ne te connaissent pas.
form-for = Cette personne…
form-for-help = Ce dont tu la remercies.
form-consent = Que peut-on faire de tes mots ?
form-consent-help = Tu peux le changer, ou tout retirer, jusqu’à la clôture de la campagne.

consent-public-means = Publié ici avec ton nom ; peut être montré à sa hiérarchie, avec nom et lien.
consent-named-means = Pas publié ; peut être montré à sa hiérarchie avec ton nom.
consent-unnamed-means = Pas publié ; hiérarchie, admins et community managers voient « un membre », jamais ton nom.
consent-private-means = Rien que pour la personne que tu remercies, avec ton nom ; les autres voient que cela a compté.
choice-row = **{ $choice }** : { $means }

receipt-thanked = 💚 **{ $manager }** le lira dans son digest #CMAD { $year }.
receipt-thanked-many = 💚 **{ $managers }** le liront, chaque personne dans son digest #CMAD { $year }.
receipt-public = Signé **{ $signature }**. C’est **public** : c’est publié dans <#{ $channel }>, et cela peut être montré à sa hiérarchie avec ton nom et un lien.
receipt-public-many = Signé **{ $signature }**. C’est **public** : c’est publié une fois dans <#{ $channel }>, et cela peut être montré à leur hiérarchie avec ton nom et un lien.
receipt-named = Signé **{ $signature }**. Ce n’est pas publié, mais cela peut être montré à sa hiérarchie **avec ton nom**.
receipt-named-many = Signé **{ $signature }**. Ce n’est pas publié, mais cela peut être montré à leur hiérarchie **avec ton nom**.
receipt-unnamed = Signé **un membre** : la personne que tu remercies lit tes mots sans ton nom, et sa hiérarchie peut aussi les lire ainsi. Rien n’est publié.
receipt-unnamed-many = Signé **un membre** : les personnes que tu remercies lisent tes mots sans ton nom, et leur hiérarchie peut aussi les lire ainsi. Rien n’est publié.
receipt-private = Signé **{ $signature }**. C’est **privé** : seule la personne que tu remercies le lit ; les autres voient seulement que cela a compté.
receipt-private-many = Signé **{ $signature }**. C’est **privé** : seules les personnes que tu remercies le lisent ; les autres voient seulement que cela a compté.
receipt-not-asked = Signé **{ $signature }**. C’est déjà dans le salon ; ce qu’on peut en faire d’autre, c’est toi qui le choisis.
receipt-cares = -# Ce qui tient à cœur à **{ $name }** : { $cares }
receipt-mixed = Tu n’as pas choisi la même chose pour tout le monde ; `/cmad mine` montre chaque choix.
receipt-again = Je l’avais déjà ; il compte une fois.
receipt-waits = La campagne commence le { $opens } ; d’ici là, tes mots attendent #CMAD { $year }.
receipt-withdrawn = Retiré. **{ $manager }** ne le verra pas, et il ne compte nulle part.
receipt-withdrawn-many = Retiré. **{ $managers }** ne le verront pas, et il ne compte nulle part.
receipt-hidden = Un admin a masqué ton merci pour **{ $manager }**. Demande aux admins de ce serveur si tu penses que c’est une erreur.
receipt-hidden-many = Un admin a masqué tes mercis pour **{ $managers }**. Demande aux admins de ce serveur si tu penses que c’est une erreur.
receipt-over = Cela ne peut plus être changé : la campagne est close, ou ce merci n’est pas de toi. Pour faire retirer tes mots quand même, appuie sur **Effacer** dans `/cmad privacy` : c’est toujours possible, et tout de suite.
button-undo = Annuler
button-withdraw = Retirer
button-take-back = Remercier quand même
button-try-again = Réessayer

refused-not-set-up = Aucune campagne n’est configurée sur ce serveur, donc il n’y a pas d’endroit où garder un merci. Un admin peut commencer avec `/campaign setup`.
refused-yourself = C’est toi ! Remercie quelqu’un qui a été là pour toi ; d’autres te remercieront.
refused-bot = **{ $name }** est un bot. Les bots ne sont pas sur la liste ; remercie les personnes qui sont derrière.
refused-from-bot = Les mercis de bots et de webhooks ne comptent pas.
refused-not-on-roster = **{ $name }** n’est pas sur la liste des community managers de ce serveur. Si sa place y est, propose son nom avec `/nominate` : les admins décident.
refused-no-one-else = Il n’y a encore personne d’autre sur la liste de ce serveur. Si quelqu’un devrait y être, propose cette personne avec `/nominate` : les admins décident.
refused-declined = **{ $name }** a demandé à rester en dehors de #CMAD. Tu peux toujours remercier avec tes propres mots.
refused-too-many = Tu as écrit { $limit } mercis au cours de la dernière heure, et c’est la limite. Réessaie un peu plus tard.
refused-everyone-once = Dans cette campagne, tu as déjà remercié toute la liste, donc cela compte une fois. `/thank` sert à remercier une personne, et `/cmad mine` montre ce que tu as écrit.
refused-too-long = Ton message fait { $length } caractères ; la limite est de { $limit }. Raccourcis-le un peu, s’il te plaît.
refused-words-kept = -# Tes mots sont gardés ici, rien que pour toi :

found-not-yours = Cette question n’est que pour { $giver } : ce sont ses mots.
found-nothing = Rien n’attend ta décision. `/cmad mine` montre tous tes mercis.
found-choose = J’ai vu tes mots pour **{ $managers }**, signés **{ $signature }**. Que peut-on en faire ? Le message reste à toi dans tous les cas.
found-answered = { $n ->
    [0] Noté : **{ $choice }** à partir de maintenant.
    [one] Merci. Ton choix pour ces mots : **{ $choice }**.
   *[other] Merci. Ton choix pour tes { $n } messages : **{ $choice }**.
  } { $means } Tu peux changer cela dans `/cmad mine`.
whom-pick = Qui remercies-tu avec ce message ?
whom-placeholder = Une ou plusieurs personnes
whom-gone = Ce message n’existe plus, donc il n’y a rien à garder.
whom-thanked = 💚 **{ $manager }** lira ton message dans son digest.

when-ahead = Le Community Manager Appreciation Day { $year } a lieu le **{ $date }** : { $days ->
    [one] demain.
   *[other] dans { $days } jours.
  }
when-today = Le Community Manager Appreciation Day { $year }, c’est **aujourd’hui**, le { $date }. Remercie quelqu’un !
when-past = Le Community Manager Appreciation Day { $year } a eu lieu le **{ $date }**.
when-here = Ici ({ $zone }), la journée dure du { $from } au { $until }.
when-not-last = Le quatrième lundi de janvier n’est pas le dernier cette année-là : qui dit « le dernier lundi » a une semaine de retard.
when-file = Avec ce fichier, la journée est dans ton calendrier, chaque année.
when-no-such-year = Donne une année de 1583 à 9999.
mine-none = Tu n’as encore remercié personne dans cette campagne. Avec `/thank`, une ligne suffit ; clic droit sur un membre → **Remercier pour #CMAD** ouvre un formulaire.
mine-some = { $n ->
    [one] Tu as écrit **un** merci dans cette campagne.
   *[other] Tu as écrit **{ $n }** mercis dans cette campagne.
  } Choisis-en un pour changer ce qu’on peut en faire, ou pour le retirer.
mine-line = - **{ $manager }**, { $when } ({ $state }) : { $words }
mine-unclear = [Ce message]({ $link }) ne nomme personne, il ne compte donc pas encore.
mine-undecided = { $n ->
    [one] Pour **{ $n }** merci, tu n’as pas encore dit comment il peut être montré.
   *[other] Pour **{ $n }** mercis, tu n’as pas encore dit comment ils peuvent être montrés.
  }
mine-to-save = Quelqu’un voudrait garder [ce message]({ $link }) de toi comme merci.
mine-pick = Choisis un merci
list-page = -# { $first } à { $last } sur { $count }.
button-list-newer = ◀ Plus récents
button-list-older = Plus anciens ▶
mine-withdrawn = retiré
mine-hidden = masqué par un admin
why-which = Donne-moi le lien d’un message : clic droit sur le message → **Copier le lien du message**, puis `/cmad why message:`.
why-not-yours = Ce message est de quelqu’un d’autre ; seule la personne qui l’a écrit peut demander.
why-counts = Il compte : **{ $manager }** le lira dans son digest.
why-counts-not-asked = Il compte : **{ $manager }** le lira dans son digest. Sa hiérarchie ne le lira pas, sauf si tu le permets avec `/cmad mine`.
why-withdrawn = Il ne compte pas pour **{ $manager }** : il a été retiré, ou le message a été modifié ou supprimé.
why-hidden = Il ne compte pas pour **{ $manager }** : un admin l’a masqué.
why-asked = On dirait un merci, mais je ne sais pas pour qui. Appuie sur le bouton de ma réponse et choisis quelqu’un, ou mentionne la personne dans le message.
why-closed = Aucune campagne ne recueille de mercis sur ce serveur en ce moment, donc je ne lis pas les messages. `/thank` marche toute l’année.
why-hashtag-off = Le hashtag est désactivé sur ce serveur. Mentionne-moi avec la personne que tu remercies, ou utilise `/thank`.
why-no-sign = Je n’y ai trouvé aucun merci : écris `#CMAD` et mentionne la personne (pas dans du code, une citation ou un lien), ou utilise `/thank`.

profile =
    {"**"}Ton profil sur { $server }** ({ $place })
    Nom : { $name }
    Fonction : { $title }
    Équipe : { $team }
    Ce qui te tient à cœur : { $cares }
    Lien : { $link }
    Fuseau horaire : { $zone }
    Langue : { $language }
    {"*"}Souffle un peu* : { $breathe }
    -# Tu peux tout changer avec `/cmad profile`. Ta hiérarchie, tu l’indiques avec `/cmad boss set`, et personne d’autre que toi ne voit qui c’est.
profile-none = –
profile-language-none = Langue du serveur
profile-no-link = Un lien commence par https:// et mène à une page publique.
addressless-name = « { $text } » contient une adresse ou un @. Un nom, une fonction, une équipe et un thème n’en acceptent pas, car on les voit aussi dans les e-mails et sur les pages. Rien n’a été changé.
not-a-manager = Tu n’es pas sur la liste des community managers de ce serveur. Si ta place y est, demande `/roster add` à un admin.
profile-place-invited = pas encore accepté
profile-place-accepted = accepté
profile-place-declined = refusé
profile-place-removed = pas sur la liste
switch-is-on = activé
switch-is-off = désactivé
boss-who = Indique ta hiérarchie : un membre avec `/cmad boss set member:@nom`, ou une adresse e-mail avec `/cmad boss set email:…`.
boss-is-bot = **{ $boss }** est un bot ; indique une personne.
boss-is-you = Ta hiérarchie, c’est toi ? Alors ton digest est déjà arrivé. Indique quelqu’un d’autre, ou n’indique personne.
boss-not-here = **{ $boss }** n’est pas membre de ce serveur, je ne pourrais donc pas lui écrire. Indique un membre, ou une adresse avec `email`. Rien n’a été changé.
boss-set = Noté : **{ $boss }**. Cette personne n’en saura rien.
boss-cleared = Ta hiérarchie n’est plus indiquée. **Copie à ma hiérarchie** te donne les fichiers à transférer.
boss-no-more = Vous ne recevrez plus de digests de **{ $manager }** de ma part, peu importe qui le demande. Cette personne ne l’apprendra que si elle veut vous en envoyer un ; personne d’autre n’en saura rien.
boss-no-more-of-none = Aucun digest de cette personne ne vous a été envoyé ici, il n’y a donc rien à arrêter.
which-server = De quel serveur parles-tu ?
which-server-none = Je ne connais aucun serveur où tu es sur la liste ou as remercié quelqu’un. Utilise la commande sur le serveur lui-même.
which-server-go = Utilise cette commande sur **{ $server }**, s’il te plaît : ce que tu as indiqué ici ne peut pas y être transféré.

desk-none = Tu n’es pas sur la liste de ce serveur, ou il n’y a pas eu de telle campagne, donc tu n’as pas de digest.
desk-title = ## Ton digest #CMAD { $year } · { $server }
desk-waits = Ton digest arrive le { $when } ; d’ici là, les mots sont gardés, pour que la journée reste tranquille. Tu peux regarder maintenant si tu veux.
desk-pin = Épingle jusqu’à trois citations en haut
desk-hide = Masque des citations à ta hiérarchie
desk-no-words = (sans mots)
desk-yours = Il est à toi. Rien ne part si tu ne l’envoies pas.
desk-kept = Tu as choisi de le garder pour toi. Tu peux changer d’avis.
desk-kept-now = Gardé. Ton digest reste à toi ; rien n’a été envoyé à personne. Tu peux changer d’avis sur ton bureau : `/cmad digest`.
desk-kept-late = Gardé à partir de maintenant. Une copie a déjà été envoyée à ta hiérarchie, ou part à l’instant ; elle ne peut plus être rappelée.
desk-copied = Ta hiérarchie a une copie.
desk-copy-on-its-way = Une copie est en route vers ta hiérarchie.
desk-copy-unknown = Je ne peux pas savoir si la copie est arrivée à ta hiérarchie, donc elle n’est pas renvoyée automatiquement. Demande, ou transfère les fichiers.
desk-copy-failed = La copie n’a pas pu arriver (ta hiérarchie a peut-être désactivé les messages privés, ou son serveur de messagerie l’a refusée). Transfère les fichiers, ou réessaie.
desk-files = Ton propre digest avec chaque citation, et la version pour ta hiérarchie, avec seulement ce que permettent les personnes qui ont écrit. Ouvre la page dans un navigateur, imprime-la, ou joins-la à un e-mail.
button-show-now = Montrer maintenant
button-copy-now = Oui, envoyer
button-files = Fichiers à transférer
copy-ordered = La copie est en route. Ton bureau indiquera quand elle sera arrivée.
copy-already = Ta hiérarchie a déjà reçu ce digest ; une copie part une seule fois. Après une mise à jour, tu peux l’envoyer à nouveau.
copy-no-boss = Tu n’as pas indiqué ta hiérarchie, donc voici les fichiers à transférer, dont un brouillon d’e-mail, avec seulement ce que permettent les personnes qui ont écrit. Avec `/cmad boss set`, tu indiques un membre de ce serveur ou une adresse e-mail.
copy-no-more = Ta hiérarchie a demandé à ne plus en recevoir, donc je ne lui écris pas. Voici les fichiers, si tu veux les transmettre par tes propres moyens.
copy-not-accepted = Accepte d’abord ta place sur la liste ; ensuite tu pourras envoyer des copies.
copy-not-due = Ce n’est pas encore l’heure de ton digest ; tu pourras envoyer une copie à ce moment-là.

about =
    {"**"}cmad** fait vivre le Community Manager Appreciation Day : chaque quatrième lundi de janvier depuis 2010, année où Jeremiah Owyang a écrit une page d’instructions.
    {"*"}Si tu as reçu de l’aide comme client ou cliente*, remercie la personne qui s’occupe de la communauté, là où elle t’a répondu. *Si tu es collègue*, comprends sa passion, remercie-la et mets sa hiérarchie en copie. *Si tu es community manager*, souffle un peu, et sache que ce que tu fais compte.
    `/thank` : remercier quelqu’un · `/cmad when` : la date · `/cmad mine` : ce que tu as dit
    -# Un merci, pas une note : rien ici ne classe, n’évalue ni ne compare les personnes.
about-data-link = **Tes données :** [ce qui est conservé, et combien de temps](<{ $url }>) · `/cmad privacy` les montre, les exporte et les efface.
about-data = **Tes données :** `/cmad privacy` montre ce qui est conservé à ton sujet, l’exporte et l’efface.
about-contact = **Contact :** { $contact }. Écris-y pour toute question sur tes données, ou pour signaler un abus de ce bot.
about-no-contact = **Signaler un abus :** préviens les admins de ce serveur ; ils peuvent joindre la personne qui gère ce bot.
about-report = Ce qui enfreint les règles de Discord peut aussi être signalé à Discord : <https://dis.gd/report>

# The day, as an entry in a calendar.
calendar-day = Community Manager Appreciation Day
calendar-day-about = Chaque quatrième lundi de janvier : remercie un community manager pour son aide, là où tu l’as reçue, avec #CMAD. Si vous travaillez ensemble, mets sa hiérarchie en copie.

# Voir ../en/campaign.ftl.

unknown-command = Je ne connais pas cette commande ou ce bouton. Discord en montre peut-être une ancienne version ; essaie la commande encore une fois.
member-not-described = Discord ne m’a pas dit qui est ce membre ; rien n’a été changé. Renvoie la commande et choisis le membre dans la liste ; si cela se répète, le problème vient de Discord.
person-not-described = Discord ne m’a pas dit qui tu as choisi, donc rien n’a été enregistré. Réessaie ; si cela se reproduit, le problème vient de Discord.
files-not-taken = **Sans les fichiers :** Discord n’accepte pas de fichiers ici pour l’instant. Réessaie plus tard ou sur un autre serveur.
files-too-large = **Laissés de côté, car Discord n’accepte pas de fichiers si gros :** { $files }
only-in-servers = Cela ne marche que sur un serveur. Utilise la commande sur le serveur.
only-for-admins = Seuls les membres avec la permission « Gérer le serveur » peuvent voir cela.
not-set-up = Le Community Manager Appreciation Day n’est pas encore configuré sur ce serveur. Un admin peut le faire avec `/campaign setup`.
not-set-up-admin = Le Community Manager Appreciation Day n’est pas encore configuré sur ce serveur. Commence par `/campaign setup` : un salon et ton fuseau horaire suffisent.
failed-inside = Quelque chose s’est mal passé de mon côté, donc cela n’a peut-être pas abouti. Réessaie dans une minute ; si cela se reproduit, dis-le à la personne qui gère ce bot.
failed-whole = Discord n’a pas accepté le tout, voici donc une version plus courte.
failed-answer = Discord a refusé ma réponse, même une plus courte : je ne peux donc pas te montrer le résultat. Dis-le à la personne qui gère ce bot : la raison est dans son journal.
failed-form = Discord a refusé d’ouvrir le formulaire. Réessaie dans une minute ; si cela se reproduit, dis-le à la personne qui gère ce bot : la raison est dans son journal.
bot-is-no-member = Mes commandes sont là, mais je ne suis pas membre de ce serveur. Invite-moi à nouveau avec le lien de la personne qui gère ce bot (scopes `bot` et `applications.commands`). Rien n’a été changé.

and-more = { $count ->
    [one] … et un de plus
   *[other] … et { $count } de plus
}

permission-view-channel = Voir le salon
permission-send-messages = Envoyer des messages
permission-send-in-threads = Envoyer des messages dans les fils
permission-read-message-history = Voir les anciens messages
permission-add-reactions = Ajouter des réactions
permission-attach-files = Joindre des fichiers
permission-create-events = Créer des événements

campaign-day = ## #CMAD { $year } : { $date }
    Début de la journée ici : <t:{ $unix }:R> ; à ton heure, le <t:{ $unix }:f>.
plan-head = **Le plan**, dans le fuseau { $zone } (entre parenthèses : ton heure)
plan-line = - **{ $step }** : { $date }, { $time } (<t:{ $unix }:f>){ $own ->
    [yes] , dans le fuseau horaire de chaque personne
   *[no] { "" }
}{ $moved ->
    [yes] , déplacé
    [rests] , pas au moment que tu avais choisi : il ne s’accorde plus avec les autres étapes
   *[no] { "" }
} · { $state }

state-off = désactivé
state-nobody = pas encore de destinataire
state-planned = prévu
state-claimed = en route
state-sent = envoyé
state-refused = refusé par Discord, nouvel essai
state-skipped = sauté, trop tard
state-failed = échoué
state-unknown = on ne sait pas si c’est arrivé
state-dropped = plus nécessaire
state-counted = { $state } ({ $count })
state-and-event = { $state } ; l’événement : { $event }

next-nothing = Plus rien n’est prévu pour cette campagne.
next-now = **Ensuite :** { $step }, dans les prochaines minutes.
next-then = **Ensuite :** { $step }, <t:{ $unix }:R> (le <t:{ $unix }:f>). D’ici là, rien n’est publié automatiquement.
next-paused = **Ensuite :** { $step }, prévu le <t:{ $unix }:f>, mais la campagne est en pause. Reprends-la avec `/campaign resume`.

setup-done = C’est prêt : les publications paraissent dans <#{ $channel }>, sans notifier personne. Relance `/campaign setup` pour changer un réglage ; ce que tu n’indiques pas reste tel quel.
setup-not-last-monday = C’est le quatrième lundi de janvier, comme toujours. Cette année, ce n’est **pas** le dernier : janvier a un cinquième lundi une semaine plus tard.
setup-skipped = **Trop tard pour :** { $steps }. C’est sauté ; tout le reste se passe comme prévu.
setup-roster = **Remplis la liste :** `/roster add` pour chaque community manager, ou relance `/campaign setup` avec `manager_role`.
setup-roster-role = **Remplis la liste :** toute personne ayant <@&{ $role }> y entre dès que le bot la voit pour la première fois (un merci, une mention, un bouton). `/roster add` le fait tout de suite.
setup-all-there = Le bot a toutes les permissions nécessaires. `/campaign preview` montre une publication telle qu’elle partira, et `/campaign doctor` vérifie tout quand tu veux.
setup-missing = **Ce qui manque encore** (vérifie à nouveau avec `/campaign doctor`) :
setup-bad-hour = L’heure doit être un nombre entier de 0 à { $latest }, pour que le dernier appel vienne après la publication du jour J. Rien n’a été changé.
setup-role-everyone = @everyone mettrait chaque membre sur la liste. Choisis le rôle de ton équipe, ou laisse-le de côté et utilise `/roster add`. Rien n’a été changé.
setup-same-channel = Les rapports pour les admins ne doivent pas aller dans le salon où la campagne est publiée. Choisis un salon privé comme `admin_channel` ; sans lui, ils t’arrivent en messages privés. Rien n’a été changé.
setup-public-admins = Les rapports pour les admins ne doivent pas aller dans un salon public, et tout le monde peut lire <#{ $channel }>. Retire *Voir le salon* à @everyone dans ce salon, ou choisis un autre `admin_channel` ; sans lui, ils t’arrivent en messages privés. Rien n’a été changé.
setup-channel-gone = Ce salon n’existe plus, ou il appartient à un autre serveur. Choisis-en un autre. Rien n’a été changé.
setup-cannot-post = Le bot ne peut pas publier dans ce salon, donc rien n’a été changé.
setup-again = Ensuite, relance `/campaign setup`.
setup-refused-hour = La nouvelle heure ne s’accorde pas avec les autres étapes, donc rien n’a été changé. Consulte `/campaign steps`.
unknown-zone = Je ne connais pas de fuseau horaire ni de ville « { $typed } ». Tape la grande ville la plus proche et choisis-la dans la liste, ou donne un nom IANA comme `Europe/Paris`. Un décalage comme GMT+2 ne suffit pas, car l’heure change avec la saison. Rien n’a été changé.
unknown-zone-near = Je ne connais pas de fuseau horaire ni de ville « { $typed } ». Voulais-tu dire { $near } ? Rien n’a été changé.

phase-before = Les mercis de cette campagne sont recueillis du <t:{ $opens }:f> au <t:{ $closes }:f>. Ceux écrits plus tôt avec `/thank` comptent aussi.
phase-open = Les mercis sont recueillis jusqu’au <t:{ $closes }:f>.
phase-day = **C’est aujourd’hui.** Les mercis sont recueillis jusqu’au <t:{ $closes }:f>.
phase-after = Les mercis ont été recueillis jusqu’au <t:{ $closes }:f>. Cette campagne se termine.
phase-paused = **En pause** depuis le <t:{ $unix }:f> : rien n’est publié ni envoyé. Les mercis comptent toujours. Reprends la campagne avec `/campaign resume`.
status-total = **Jusqu’ici :** { $thanks ->
    [0] pas encore de merci.
    [one] un merci.
   *[other] { $thanks } mercis de { $givers ->
        [one] { $givers } personne
       *[other] { $givers } personnes
    } pour { $managers ->
        [one] { $managers } personne de la liste
       *[other] { $managers } personnes de la liste
    }.
}
status-roster = **Liste :** { $count ->
    [0] encore personne.
   *[other] { $count } ({ $accepted } ont accepté, { $invited } sans réponse).
}
status-settings = **Réglages :** publications dans <#{ $channel }> ; langue : { $language } ; le hashtag est { $hashtag ->
    [on] activé.
   *[off] désactivé.
}
status-posts-here = **Les remerciements publics** paraissent là où on les écrit, si tout le monde voit ce salon.
status-posts-campaign_channel = **Les remerciements publics** paraissent dans <#{ $channel }>.
status-reports-in = Les rapports vont dans <#{ $channel }>.
status-reports-to = Les rapports vont à <@{ $user }>, en message privé.
status-role = Toute personne ayant <@&{ $role }> est community manager.
status-holders = Une publication demande aux membres avec ce rôle s’ils acceptent : depuis, { $joined } sur { $asked } sont sur la liste.
status-theme = Thème : { $theme }
status-reports = **À regarder**, le plus récent d’abord :
status-in-which = Tu as configuré la journée sur plusieurs serveurs. Utilise `/campaign status` sur celui qui t’intéresse.

status-report-skipped = - { $what } : sauté, car il aurait été trop tard. { $why }
status-report-unknown = - { $what } : on ne peut pas savoir si c’est arrivé, donc ce n’est pas renvoyé. Vérifie, s’il te plaît.
status-report-refused = - { $what } : refusé par Discord (code { $code }), nouvel essai. `/campaign doctor` montre ce qui manque.
status-report-failed = - { $what } : abandonné (erreur { $code } de Discord).
status-report-lost = - { $what } : abandonné, car le programme a été arrêté à chaque essai.
status-report-closed-messages = - <@{ $user }> n’accepte pas de messages privés. Le bot réessaie chaque jour jusqu’à la clôture ; `/cmad digest` marche dans tous les cas.
status-report-quarantined = - Discord ne laisse le bot envoyer de message privé à personne (quarantaine, code 20026). Il réessaie une fois par jour ; `/cmad digest` marche pour tout le monde.
status-report-no-content-intent = - Discord ne laisse pas le bot lire les messages, donc le hashtag n’est pas pris en compte. Toutes les autres façons de remercier marchent.


steps-head = Rien n’a été changé.
steps-how = Change une étape à la fois : `/campaign steps step:… on:False`, ou `days:-10 time:18:30`, ou `reset:True`.
steps-now-on = **{ $step }** : étape activée, prévue le <t:{ $unix }:f>.
steps-now-off = **{ $step }** : étape désactivée, elle n’aura pas lieu. Tout le reste se passe comme prévu.
steps-moved = **{ $step }** : étape déplacée au <t:{ $unix }:f>.
steps-reset-done = **{ $step }** : étape remise à sa valeur par défaut : activée, prévue le <t:{ $unix }:f>.
steps-reset-off = **{ $step }** : étape remise à sa valeur par défaut : désactivée.
steps-event-goes = L’événement programmé disparaît aussi. Ce qui est déjà publié reste.
steps-was-sent = C’est déjà envoyé, et on ne peut plus revenir dessus. Le changement compte à partir de l’année prochaine.
steps-past = Cette heure est passée : cela part dans les prochaines minutes, sauf s’il est trop tard pour cette étape.
steps-which = Quelle étape ? Donne `step` avec ce que tu veux changer. Rien n’a été changé.
steps-one-change = Un changement à la fois, s’il te plaît : `on`, ou `days` et `time`, ou `reset`. Rien n’a été changé.
steps-bad-time = L’horaire doit être une heure du jour comme `09:00` ou `18:30`. Rien n’a été changé.

refused-cannot-be-off = **{ $step }** : cette étape ne peut pas être désactivée, c’est la raison d’être de la campagne. Rien n’a été changé.
refused-out-of-order = **{ $earlier }** doit venir avant **{ $later }**. Rien n’a été changé ; si c’est ce que tu veux, déplace d’abord l’autre étape.
refused-too-far = **{ $step }** peut avoir lieu au plus 60 jours avant le jour J et 30 jours après. Rien n’a été changé.
refused-not-before = **{ $step }** doit avoir lieu avant le jour J : `days` doit être -1 ou moins. Rien n’a été changé.
refused-not-on-the-day = **{ $step }** doit avoir lieu le jour J : `days` doit être 0. Rien n’a été changé.
refused-not-after = **{ $step }** doit avoir lieu après le jour J : `days` doit être 1 ou plus. Rien n’a été changé.

doctor-good = **Tout va bien.** Vérifiés : la base de données, les deux salons et les permissions du bot dedans, l’événement programmé, la lecture des messages, le rôle de community manager, la liste et ce qui a été signalé.
holders-on-roster = **{ $on }** des { $count } membres ayant <@&{ $role }> sont sur la liste. Les autres ont refusé, ou n’y sont plus.
holders-waiting = **{ $on }** des { $count } membres avec <@&{ $role }> sont sur la liste. Il en manque { $waiting } : chaque personne recevrait un message privé avec la question, { $pace } par minute au plus. À la place, une seule publication dans <#{ $channel }> peut poser la question à tout le groupe.
holders-asked = **{ $on }** des { $count } membres avec <@&{ $role }> sont sur la liste. Une publication dans <#{ $channel }> pose la question aux { $waiting } autres ; elle disparaît quand tout le groupe a accepté.
holders-unread = Discord n’a pas montré tous les membres au bot. Les personnes qui manquent reçoivent la question quand le bot les voit pour la première fois.
button-invite-holders = Envoyer les invitations ({ $count })
button-ask-holders = Demander dans une publication
button-ask-holders-again = La publier à nouveau
doctor-head = { $count ->
    [one] **Une chose demande ton attention.**
   *[other] **{ $count } choses demandent ton attention.**
}
doctor-database = **La base de données ne répond pas**, donc rien ne peut être gardé ni envoyé pour l’instant. Dis-le à la personne qui gère ce bot ; ce qui est prévu partira dès son retour.
doctor-new-database = **La base de données du bot est neuve.** Si CMAD était déjà configuré sur ce serveur, elle n’en contient rien. Dis-le à la personne qui gère ce bot avant de configurer CMAD à nouveau.
doctor-missing = - **Dans <#{ $channel }>, il manque au bot** { $list }. Ouvre Modifier le salon > Permissions et accorde-le au rôle du bot.
doctor-permission = *{ $permission }* ({ $why })
why-view-channel = pour voir le salon
why-send-messages = pour publier
why-send-in-threads = pour poser une question sous un message dans un fil
why-read-message-history = sans cela, une publication envoyée pendant une panne reste « inconnue »
why-add-reactions = pour montrer sous un message qu’il compte
why-attach-files = pour envoyer des fichiers, comme un digest en PDF ou un export
why-create-events = pour créer l’événement programmé
doctor-no-events = - **Le bot ne peut pas créer l’événement programmé.** Accorde *{ $permission }* à son rôle dans Paramètres du serveur > Rôles. Tout le reste marche sans.
doctor-channel-gone = - **Le salon de la campagne n’existe plus**, donc rien ne peut être publié. Relance `/campaign setup` avec un autre.
doctor-admin-channel-gone = - **Le salon des admins n’existe plus**, donc aucun rapport n’arrive. Relance `/campaign setup` avec un autre `admin_channel`.
doctor-admin-channel-public = - **Tout le monde peut lire <#{ $channel }>**, où vont les rapports pour les admins. Retire *Voir le salon* à @everyone dans ce salon, ou choisis un autre `admin_channel`.
doctor-reports-unread = - **Personne ne reçoit les rapports :** <@{ $user }>, qui a tout configuré, a quitté le serveur ou ne peut plus le gérer. Les rapports t’attendent dans `/campaign status`. Relance `/campaign setup`, ou relance-le avec un `admin_channel`.
doctor-no-content = - **Le hashtag ne peut pas être pris en compte**, car Discord ne laisse pas le bot lire les messages. La personne qui gère ce bot peut activer *Message Content Intent* dans le portail des développeurs ; tu peux aussi désactiver le hashtag avec `/campaign hashtag`. Toutes les autres façons de remercier marchent.
doctor-no-content-review = - **Le hashtag ne peut pas être pris en compte**, car Discord ne laisse pas le bot lire les messages. Il touche tant de personnes que Discord doit d’abord approuver *Message Content Intent* ; la personne qui gère ce bot peut le demander. Les messages qui mentionnent le bot ou lui répondent avec un ping comptent, et toutes les autres façons de remercier marchent. Tu peux aussi désactiver le hashtag avec `/campaign hashtag`.
doctor-reach = Ce bot touche au plus { $users } personnes, sur { $servers ->
    [one] un serveur
   *[other] { $servers } serveurs
  }. Message Content Intent : { $content } ; Server Members Intent : { $members }.
doctor-reach-free = À partir de 10 000 personnes, Discord examine ces intents.
doctor-reach-apply = À partir de 10 000 personnes, Discord examine ces intents chaque année : la personne qui gère ce bot devrait faire la demande maintenant.
doctor-reach-reviewed = À partir de 10 000 personnes, Discord doit approuver ces intents chaque année. Sans eux, toutes les commandes, tous les boutons et formulaires marchent, et aussi les messages qui mentionnent le bot ou lui répondent avec un ping.
doctor-reach-public = Tout le monde peut inviter ce bot, et les membres de ces serveurs comptent alors aussi ; la personne qui le gère seulement pour ses propres serveurs peut désactiver *Public Bot* dans le portail des développeurs.
doctor-role-gone = - **Le rôle de community manager n’existe plus** (<@&{ $role }>), donc il ne fait plus entrer personne sur la liste. Relance `/campaign setup` avec un autre `manager_role`, ou utilise `/roster add`.
doctor-allowed-others = **{ $command }** est aussi permis à { $who }, par Paramètres du serveur > Intégrations.
doctor-roster-empty = - **La liste est vide**, donc on ne peut dire merci à personne. Ajoute les community managers avec `/roster add`.
doctor-none-accepted = - **Personne sur la liste n’a encore accepté.** On peut remercier ces personnes et elles reçoivent leur digest malgré tout ; *Souffle un peu* et une copie à leur hiérarchie demandent leur accord. Demande-leur de regarder leurs messages privés.
doctor-paused = - **La campagne est en pause**, donc rien n’est publié ni envoyé. Reprends-la avec `/campaign resume`.
doctor-copies-held = - **Aucune copie ne part vers une hiérarchie** : les données du bot ont été restaurées, et on ne sait pas qui n’en voulait plus. La personne qui gère ce bot peut régler cela.
doctor-timed-out = - **Le bot est exclu temporairement** jusqu’au <t:{ $unix }:f> : il ne peut ici ni publier ni réagir. Les personnes qui peuvent exclure temporairement des membres peuvent lever cette exclusion. Ce qui est prévu attend, jusqu’à ce qu’il soit trop tard.
doctor-reports = - **{ $count ->
    [one] Quelque chose a été signalé.
   *[other] { $count } choses ont été signalées.
}** `/campaign status` montre quoi.

preview-line = *Aperçu : **{ $step }**. Personne d’autre que toi ne le voit, et il ne notifie personne. { $on ->
    [yes] Prévu le <t:{ $unix }:f> dans <#{ $channel }>, avec les chiffres et les noms du moment.
   *[no] Cette étape est désactivée.
}*
hashtag-on = Le hashtag est activé : tant que les mercis sont recueillis, un message avec #CMAD qui mentionne quelqu’un de la liste compte. On demande une fois à la personne qui l’a écrit ce qu’on peut faire de ses mots.
hashtag-on-refused = Le hashtag est activé, mais Discord ne laisse pas le bot lire les messages, donc il n’est pas encore pris en compte. La personne qui gère ce bot peut activer *Message Content Intent* dans le portail des développeurs ; à partir de 10 000 personnes, Discord doit d’abord l’approuver. Toutes les autres façons de remercier marchent.
hashtag-off = Le hashtag est désactivé : les messages avec #CMAD ne sont plus pris en compte. Ce qui a déjà été trouvé reste. `/thank`, les boutons et les mentions du bot marchent comme avant.
paused-now = En pause : rien n’est publié ni envoyé à partir de maintenant, et rien n’est perdu. Les mercis comptent toujours. Reprends la campagne avec `/campaign resume` ; une étape pour laquelle il serait alors trop tard est sautée et signalée.
paused-already = La campagne était déjà en pause. Reprends-la avec `/campaign resume`.
resumed-now = C’est reparti. Ce qui aurait dû partir entre-temps part maintenant, sauf s’il est trop tard ; dans ce cas, c’est sauté et signalé. `/campaign status` le montre.
resumed-already = La campagne n’était pas en pause, donc rien n’a été changé. `/campaign status` montre ce qui vient ensuite.

roster-invited = **{ $name }** (<@{ $user }>) est sur la liste : on peut lui dire merci. Un message privé lui demande son accord ; d’ici là, cette personne reçoit son digest, mais pas *Souffle un peu*.
roster-already = **{ $name }** (<@{ $user }>) est déjà sur la liste. Rien n’a été changé.
roster-already-changed = **{ $name }** (<@{ $user }>) est déjà sur la liste. Fonction et équipe ont été mises à jour.
roster-declined = **{ $name }** (<@{ $user }>) a demandé à rester en dehors. Rien n’a été changé. Le retour ne dépend que de cette personne, avec le bouton du message privé du bot.
roster-bot = **{ $name }** (<@{ $user }>) est un bot. Seules des personnes peuvent être sur la liste.
roster-not-a-member = **{ $name }** (<@{ $user }>) n’est pas membre de ce serveur. Rien n’a été changé.
roster-removed = **{ $name }** (<@{ $user }>) n’est plus sur la liste : plus de mercis ici, plus de messages. Les mercis déjà reçus sont gardés. `/roster add` l’y remet.
roster-was-not-on = **{ $name }** (<@{ $user }>) n’est pas sur la liste. Rien n’a été changé.
roster-empty = Personne n’est encore sur la liste, donc on ne peut dire merci à personne. Ajoute chaque community manager avec `/roster add`.
roster-of-role = Toute personne ayant <@&{ $role }> entre sur la liste dès que le bot la voit pour la première fois : un merci, une mention ou un bouton.
roster-head = { $count ->
    [one] On peut dire merci ici à **{ $count } personne** :
   *[other] On peut dire merci ici à **{ $count } personnes** :
}
roster-line = - **{ $name }** (<@{ $user }>){ $has ->
    [about] , { $about }
   *[nothing] { "" }
} · { $place }
place-accepted = a accepté
roster-cares = Lui tient à cœur : { $cares }
place-invited = pas encore de réponse
roster-foot = La liste se modifie avec `/roster add` et `/roster remove`. On peut aussi remercier les personnes qui n’ont pas encore répondu, et elles reçoivent leur digest.

invite-accepted = **Bienvenue sur la liste de { $server }.** On peut t’y dire merci, et ce qu’on t’écrit est à toi : personne d’autre ne le reçoit, sauf si tu le transmets.
    Mes messages suivent le fuseau { $zone }. Règle ton fuseau horaire, ta langue et ta fonction avec `/cmad profile`. Si tu veux un jour mettre ta hiérarchie en copie, indique-la avec `/cmad boss set` ; rien ne part sans toi.
invite-declined = **Tu n’es pas sur la liste de { $server }.** Personne ne peut t’y dire merci par mon intermédiaire, et je ne t’enverrai plus rien à ce sujet.
    Si tu changes d’avis, le bouton ci-dessous te remet sur la liste à tout moment.
invite-no-place = Tu n’es plus sur la liste de { $server }, donc il n’y a rien à accepter ni à refuser. Si c’est une erreur, un admin peut t’y ajouter avec `/roster add`.
invite-server-gone = La journée n’est plus configurée sur ce serveur, donc il n’y a rien à accepter ni à refuser.
holder-not-asked = Cette publication ne vaut plus : <@&{ $role }> ne mène plus à la liste de { $server }.
holder-other = Cette publication s’adresse aux membres avec <@&{ $role }>. Tu n’as pas ce rôle, donc tu n’as rien à faire.
invite-leave-button = Me retirer de la liste
invite-return-button = Me remettre sur la liste

# Voir ../en/campaign.ftl.

unknown-command = Cette version du bot ne connaît pas cette commande ou ce bouton. Essaie la commande encore une fois : Discord en montre peut-être une plus ancienne.
member-not-described = Discord ne m’a pas dit qui est ce membre ; rien n’a été changé. Renvoie la commande et choisis le membre dans la liste ; si cela se répète, Discord a un problème.
files-not-taken = **Sans les fichiers :** Discord n’accepte pas de fichiers ici pour l’instant. Réessaie plus tard ou sur un autre serveur.
files-too-large = **Laissés de côté, car Discord n’accepte pas de fichiers si gros :** { $files }
only-in-servers = Cela ne marche que sur un serveur. Utilise la commande là-bas.
only-for-admins = Seuls les membres qui peuvent gérer ce serveur peuvent voir cela.
not-set-up = Le Community Manager Appreciation Day n’est pas encore préparé sur ce serveur. Un admin peut le faire avec `/campaign setup`.
not-set-up-admin = Le Community Manager Appreciation Day n’est pas encore préparé sur ce serveur. Commence par `/campaign setup` : un salon et ton fuseau horaire suffisent.
failed-inside = Quelque chose s’est mal passé de notre côté, donc cela n’a peut-être pas été fait. Réessaie dans une minute ; si cela se reproduit, dis-le à la personne qui fait tourner ce bot.
failed-whole = Discord n’a pas accepté le tout, voici donc une version plus courte.
failed-answer = Discord a refusé ma réponse, même une plus courte : je ne peux donc pas te montrer le résultat. Dis-le à la personne qui fait tourner ce bot : la raison est dans son journal.
failed-form = Discord a refusé d’ouvrir le formulaire. Réessaie dans une minute ; si cela se reproduit, dis-le à la personne qui fait tourner ce bot : la raison est dans son journal.
bot-is-no-member = Les commandes sont là, mais le bot lui-même n’est pas membre de ce serveur. Invite-le à nouveau avec le lien de la personne qui le fait tourner (scopes `bot` et `applications.commands`). Rien n’a été changé.

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
    La journée commence ici <t:{ $unix }:R>, <t:{ $unix }:f> à ton heure.
plan-head = **Le plan**, à l’heure de { $zone } (entre parenthèses : ton heure)
plan-line = - **{ $step }** : { $date }, { $time } (<t:{ $unix }:f>){ $own ->
    [yes] , à l’heure de chaque community manager
   *[no] { "" }
}{ $moved ->
    [yes] , déplacée
    [rests] , car la place que tu avais choisie ne va plus avec les autres étapes
   *[no] { "" }
} · { $state }

state-off = désactivé
state-nobody = encore pour personne
state-planned = prévu
state-claimed = en route
state-sent = envoyé
state-refused = refusé par Discord, nouvel essai
state-skipped = sauté, trop tard
state-failed = échoué
state-unknown = on ne sait pas si c’est arrivé
state-dropped = plus nécessaire
state-counted = { $count } { $state }
state-and-event = { $state } ; l’événement : { $event }

next-nothing = Plus rien n’est prévu pour cette campagne.
next-now = **Ensuite :** { $step }, dans les prochaines minutes.
next-then = **Ensuite :** { $step }, <t:{ $unix }:R> (<t:{ $unix }:f>). D’ici là, la campagne ne publie rien d’elle-même.
next-paused = **Ensuite :** { $step }, prévu pour <t:{ $unix }:f>, mais la campagne est en pause. `/campaign resume` la laisse repartir.

setup-done = C’est prêt : les publications vont dans <#{ $channel }>, et elles ne notifient personne. Tu peux relancer `/campaign setup` pour changer quoi que ce soit ; ce que tu laisses de côté reste tel quel.
setup-not-last-monday = C’est le quatrième lundi de janvier, comme toujours. Cette année, ce n’est **pas** le dernier : janvier a un cinquième lundi une semaine plus tard.
setup-skipped = **Trop tard pour :** { $steps }. C’est sauté ; tout le reste se passe comme prévu.
setup-roster = **Remplis la liste :** `/roster add` pour chaque community manager, ou relance la préparation avec `manager_role`.
setup-roster-role = **Remplis la liste :** qui a <@&{ $role }> y est mis dès sa première apparition (un merci, une mention, un bouton). `/roster add` le fait tout de suite.
setup-all-there = Le bot a toutes les permissions qu’il lui faut. Vois une publication telle qu’elle partira avec `/campaign preview`, et vérifie à nouveau quand tu veux avec `/campaign doctor`.
setup-missing = **Ce qui manque encore** (vérifie à nouveau avec `/campaign doctor`) :
setup-bad-hour = L’heure doit être un nombre entier de 0 à { $latest }, pour que le dernier appel vienne après la publication du jour J. Rien n’a été changé.
setup-role-everyone = @everyone ferait de chaque membre un community manager. Choisis le rôle de ton équipe, ou laisse-le de côté et utilise `/roster add`. Rien n’a été changé.
setup-same-channel = Les rapports pour les admins ne doivent pas aller dans le salon où la campagne est publiée. Choisis un salon privé comme `admin_channel` ; sans lui, ils t’arrivent en messages privés. Rien n’a été changé.
setup-public-admins = Les rapports pour les admins ne doivent pas aller dans un salon public, et tout le monde peut lire <#{ $channel }>. Retire *Voir le salon* à @everyone là-bas, ou choisis un autre `admin_channel` ; sans lui, ils t’arrivent en messages privés. Rien n’a été changé.
setup-channel-gone = Ce salon n’existe plus, ou il appartient à un autre serveur. Choisis-en un autre. Rien n’a été changé.
setup-cannot-post = Le bot ne peut pas publier là-bas, donc rien n’a été changé.
setup-again = Ensuite, relance `/campaign setup`.
setup-refused-hour = La nouvelle heure ne va pas avec la place des autres étapes. Rien de cette préparation n’a été changé ; vois `/campaign steps`.
unknown-zone = Le bot ne connaît pas de fuseau horaire ni de ville « { $typed } ». Tape la grande ville la plus proche et choisis dans la liste, ou un nom IANA comme `Europe/Paris`. Un décalage comme GMT+2 ne suffit pas, car les heures changent. Rien n’a été changé.
unknown-zone-near = Le bot ne connaît pas de fuseau horaire ni de ville « { $typed } ». Voulais-tu dire { $near } ? Rien n’a été changé.

phase-before = Les mercis de cette campagne sont recueillis de <t:{ $opens }:f> à <t:{ $closes }:f>. Ceux donnés plus tôt avec `/thank` comptent aussi.
phase-open = Les mercis sont recueillis jusqu’à <t:{ $closes }:f>.
phase-day = **C’est aujourd’hui.** Les mercis sont recueillis jusqu’à <t:{ $closes }:f>.
phase-after = Les mercis ont été recueillis jusqu’à <t:{ $closes }:f>. Cette campagne se termine.
phase-paused = **En pause** depuis <t:{ $unix }:f> : rien n’est publié ni envoyé. Les mercis comptent toujours. `/campaign resume` la laisse repartir.
status-total = **Jusqu’ici :** { $thanks ->
    [0] pas encore de merci.
    [one] un merci.
   *[other] { $thanks } mercis de { $givers ->
        [one] { $givers } personne
       *[other] { $givers } personnes
    } pour { $managers ->
        [one] { $managers } community manager
       *[other] { $managers } community managers
    }.
}
status-roster = **Liste :** { $count ->
    [0] encore personne.
   *[other] { $count } ({ $accepted } ont accepté, { $invited } sans réponse).
}
status-settings = **Réglages :** publications dans <#{ $channel }>, en { $language } ; le hashtag { $hashtag ->
    [on] est écouté.
   *[off] n’est pas écouté.
}
status-reports-in = Les rapports vont dans <#{ $channel }>.
status-reports-to = Les rapports vont à <@{ $user }>, en privé.
status-role = Qui a <@&{ $role }> est community manager.
status-theme = Thème : { $theme }
status-reports = **À regarder**, le plus récent d’abord :
status-in-which = Tu as préparé la journée sur plusieurs serveurs. Utilise `/campaign status` sur celui dont tu parles.

status-report-skipped = - { $what } : sauté, il aurait été trop tard.
status-report-unknown = - { $what } : on ne peut pas savoir si c’est arrivé, donc ce n’est pas répété. Regarde, s’il te plaît.
status-report-refused = - { $what } : refusé par Discord (code { $code }), nouvel essai. `/campaign doctor` montre ce qui manque.
status-report-failed = - { $what } : abandonné (code { $code } de Discord).
status-report-closed-messages = - <@{ $user }> n’accepte pas de messages privés. Un essai par jour a lieu jusqu’à la clôture ; `/cmad digest` marche dans tous les cas.
status-report-quarantined = - Discord ne laisse le bot écrire à personne en privé (quarantaine, code 20026). Un essai a lieu chaque jour ; `/cmad digest` marche pour tous.
status-report-no-content-intent = - Discord ne laisse pas le bot lire les messages, donc le hashtag n’est pas entendu. Toutes les autres façons de remercier marchent.


steps-head = Rien n’a été changé.
steps-how = Change une étape à la fois : `/campaign steps step:… on:False`, ou `days:-10 time:18:30`, ou `reset:True`.
steps-now-on = **{ $step }** : étape activée, prévue <t:{ $unix }:f>.
steps-now-off = **{ $step }** : étape désactivée, elle n’aura pas lieu. Tout le reste se passe comme prévu.
steps-moved = **{ $step }** : étape déplacée à <t:{ $unix }:f>.
steps-reset-done = **{ $step }** : étape remise à sa valeur par défaut : activée, pour <t:{ $unix }:f>.
steps-reset-off = **{ $step }** : étape remise à sa valeur par défaut : désactivée.
steps-was-sent = C’est déjà envoyé, et ce qui est envoyé le reste. Le changement compte à partir de l’année prochaine.
steps-past = Cette heure est passée : cela part dans les prochaines minutes, sauf s’il est trop tard pour cela.
steps-which = Quelle étape ? Donne `step` avec ce que tu veux changer. Rien n’a été changé.
steps-one-change = Un changement à la fois, s’il te plaît : `on`, ou `days` et `time`, ou `reset`. Rien n’a été changé.
steps-bad-time = L’horaire doit être une heure du jour comme `09:00` ou `18:30`. Rien n’a été changé.

refused-cannot-be-off = **{ $step }** : cette étape ne peut pas être désactivée, c’est la raison d’être de la campagne. Rien n’a été changé.
refused-out-of-order = **{ $earlier }** doit venir avant **{ $later }**. Rien n’a été changé ; déplace d’abord l’autre étape, si c’est ce que tu veux.
refused-too-far = **{ $step }** doit avoir lieu entre 60 jours avant le jour J et 30 jours après. Rien n’a été changé.
refused-not-before = **{ $step }** doit avoir lieu avant le jour J : `days` doit être -1 ou moins. Rien n’a été changé.
refused-not-on-the-day = **{ $step }** doit avoir lieu le jour J : `days` doit être 0. Rien n’a été changé.
refused-not-after = **{ $step }** doit avoir lieu après le jour J : `days` doit être 1 ou plus. Rien n’a été changé.

doctor-good = **Tout va bien.** Vérifiés : la base de données, les deux salons et les permissions du bot dedans, l’événement programmé, la lecture des messages, le rôle des community managers, la liste, et ce qui a été signalé.
holders-on-roster = **{ $on }** sur { $count } avec <@&{ $role }> sont sur la liste. Qui n’y est pas a refusé, ou en a été retiré.
doctor-head = { $count ->
    [one] **Une chose est à regarder.**
   *[other] **{ $count } choses sont à regarder.**
}
doctor-database = **La base de données ne répond pas**, donc rien ne peut être gardé ni envoyé pour l’instant. Dis-le à la personne qui fait tourner ce bot ; ce qui est promis partira dès son retour.
doctor-new-database = **La base de données du bot est neuve.** Si CMAD était déjà préparé sur ce serveur, elle n’en contient rien. Dis-le à la personne qui fait tourner ce bot avant de le préparer à nouveau.
doctor-missing = - **Dans <#{ $channel }>, il manque au bot** { $list }. Ouvre les réglages du salon, Permissions, et accorde-le au rôle du bot.
doctor-permission = *{ $permission }* ({ $why })
why-view-channel = pour voir le salon
why-send-messages = pour publier
why-send-in-threads = pour demander sous un message dans un fil
why-read-message-history = sans cela, une publication en route pendant une panne reste « inconnue »
why-add-reactions = pour montrer sous un message qu’il a compté
why-attach-files = pour donner des fichiers, comme un digest en PDF ou un export
why-create-events = pour créer l’événement programmé
doctor-no-events = - **Le bot ne peut pas créer l’événement programmé.** Accorde *{ $permission }* à son rôle dans Paramètres du serveur, Rôles. Tout le reste marche sans.
doctor-channel-gone = - **Le salon de la campagne n’existe plus**, donc rien ne peut être publié. Relance `/campaign setup` avec un autre.
doctor-admin-channel-gone = - **Le salon des admins n’existe plus**, donc aucun rapport n’arrive. Relance `/campaign setup` avec un autre `admin_channel`.
doctor-admin-channel-public = - **Tout le monde peut lire <#{ $channel }>**, où vont les rapports pour les admins. Retire *Voir le salon* à @everyone là-bas, ou choisis un autre `admin_channel`.
doctor-nobody-hears = - **Personne ne reçoit les rapports :** <@{ $user }>, qui a préparé la journée, est parti. Relance `/campaign setup` toi-même, ou avec un `admin_channel`.
doctor-no-content = - **Le hashtag ne peut pas être entendu**, car Discord ne laisse pas le bot lire les messages. La personne qui le fait tourner peut activer *Message Content Intent* dans le portail des développeurs ; ou désactive le hashtag avec `/campaign hashtag`. Toutes les autres façons de remercier marchent.
doctor-role-gone = - **Le rôle des community managers n’existe plus** (<@&{ $role }>), donc plus personne n’est reconnu ainsi. Relance `/campaign setup` avec un autre `manager_role`, ou utilise `/roster add`.
doctor-roster-empty = - **La liste est vide**, donc personne ne peut être remercié. Ajoute les community managers avec `/roster add`.
doctor-nobody-accepted = - **Personne sur la liste n’a encore accepté.** On peut remercier ces personnes et elles reçoivent leur digest malgré tout ; *la pause* et une copie à leur hiérarchie demandent leur oui. Demande-leur de regarder leurs messages privés.
doctor-paused = - **La campagne est en pause**, donc rien n’est publié ni envoyé. `/campaign resume` la laisse repartir.
doctor-timed-out = - **Le bot est exclu temporairement** jusqu’au <t:{ $unix }:f> : il ne peut ici ni publier ni réagir. Qui peut modérer les membres peut lever l’exclusion. Ce qui est dû attend tant que cela a du sens.
doctor-reports = - **{ $count ->
    [one] Quelque chose a été signalé.
   *[other] { $count } choses ont été signalées.
}** `/campaign status` montre quoi.

preview-line = *Aperçu de **{ $step }** : personne d’autre ne le voit, et il ne notifie personne. { $on ->
    [yes] Prévu <t:{ $unix }:f> dans <#{ $channel }>, avec les chiffres et les noms du moment.
   *[no] Cette étape est désactivée.
}*
hashtag-on = Le hashtag est activé : tant que les mercis sont recueillis, un message avec #CMAD qui nomme un community manager compte. On demande une fois à la personne qui l’a écrit ce qu’on peut faire de ses mots.
hashtag-on-refused = Le hashtag est activé, mais Discord ne laisse pas le bot lire les messages, donc il n’est pas encore entendu. La personne qui fait tourner le bot peut activer *Message Content Intent* dans le portail des développeurs. Toutes les autres façons de remercier marchent.
hashtag-off = Le hashtag est désactivé : les messages avec #CMAD ne sont plus regardés. Ce qui a déjà été trouvé reste. `/thank`, les boutons et les mentions du bot marchent comme avant.
paused-now = En pause : rien n’est publié ni envoyé à partir de maintenant, et rien n’est perdu. Les mercis comptent toujours. `/campaign resume` la laisse repartir ; une étape pour laquelle il serait alors trop tard est sautée et signalée.
paused-already = Elle était déjà en pause. `/campaign resume` la laisse repartir.
resumed-now = C’est reparti. Ce qui aurait dû partir entre-temps part maintenant, sauf s’il est trop tard ; alors c’est sauté et signalé. `/campaign status` le montre.
resumed-already = Elle n’était pas en pause, donc rien n’a été changé. `/campaign status` montre ce qui vient ensuite.

roster-invited = **{ $name }** (<@{ $user }>) est sur la liste et peut être remercié. Un message privé lui demande son accord ; d’ici là, il y a le digest, mais pas de *pause*.
roster-already = **{ $name }** (<@{ $user }>) est déjà sur la liste. Rien n’a été changé.
roster-already-changed = **{ $name }** (<@{ $user }>) est déjà sur la liste. Le titre et l’équipe ont été changés comme tu l’as écrit.
roster-declined = **{ $name }** (<@{ $user }>) a demandé qu’on le laisse tranquille, et c’est le cas. Rien n’a été changé. Le retour ne dépend que de cette personne, avec le bouton du message privé du bot.
roster-bot = **{ $name }** (<@{ $user }>) est un bot. Seules des personnes peuvent être sur la liste.
roster-not-a-member = **{ $name }** (<@{ $user }>) n’est pas membre de ce serveur. Rien n’a été changé.
roster-removed = **{ $name }** (<@{ $user }>) n’est plus sur la liste : plus de mercis ici, plus de messages. Les mercis déjà reçus sont gardés. `/roster add` l’y remet.
roster-was-not-on = **{ $name }** (<@{ $user }>) n’est pas sur la liste. Rien n’a été changé.
roster-empty = Personne n’est encore sur la liste, donc personne ne peut être remercié. Ajoute chaque community manager avec `/roster add`.
roster-of-role = Qui a <@&{ $role }> est ajouté dès sa première apparition : un merci, une mention ou un bouton.
roster-head = { $count ->
    [one] **{ $count } community manager** peut être remercié ici :
   *[other] **{ $count } community managers** peuvent être remerciés ici :
}
roster-line = - **{ $name }** (<@{ $user }>){ $has ->
    [about] , { $about }
   *[nothing] { "" }
} · { $place }
place-accepted = a accepté
place-invited = n’a pas répondu
roster-foot = Elle se change avec `/roster add` et `/roster remove`. Qui n’a pas répondu peut être remercié malgré tout, et reçoit son digest.

invite-accepted = **Bienvenue sur la liste de { $server }.** On peut t’y remercier, et ce qu’on t’écrit est à toi : cela ne va à personne si tu ne le transmets pas.
    Les messages viennent à l’heure de { $zone }. Règle ton fuseau horaire, ta langue et ton titre avec `/cmad profile`. Si tu veux un jour mettre ta hiérarchie en copie, indique-la avec `/cmad boss set` ; rien ne part sans toi.
invite-declined = **Tu n’es pas sur la liste de { $server }.** On te laisse tranquille : personne ne peut t’y remercier avec ce bot, et il ne t’envoie plus rien.
    Si tu changes d’avis, le bouton ci-dessous te ramène à tout moment.
invite-no-place = Tu n’es plus sur la liste de { $server }, donc il n’y a rien à accepter ni à refuser. Si c’est une erreur, un admin peut t’y ajouter avec `/roster add`.
invite-server-gone = La journée n’est plus préparée sur ce serveur, donc il n’y a rien à accepter ni à refuser.
invite-leave-button = Finalement, laissez-moi tranquille
invite-return-button = Finalement, mettez-moi sur la liste

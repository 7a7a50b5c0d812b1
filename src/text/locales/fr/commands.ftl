# Voir ../en/commands.ftl : les descriptions et les choix ont 100 caractères au plus.

cmd-thank-member = Remercier pour #CMAD

cmd-thank = Remercier un community manager : publié ici, peut être montré à sa hiérarchie, sauf avis contraire
cmd-thank-manager = Qui tu remercies
cmd-thank-message = Tes mots ; sans eux, un formulaire s’ouvre
cmd-thank-relation = Ce que tu es pour cette personne
cmd-thank-for = Ce dont tu la remercies
cmd-thank-consent = Qui peut le voir : public, avec nom, sans nom ou privé

cmd-cmad = Community Manager Appreciation Day : tes mercis, ton digest, la date
cmd-cmad-when = Quand a lieu le Community Manager Appreciation Day
cmd-year = L’année, par exemple 2027
cmd-cmad-mine = Tes mercis : changer qui peut les voir, ou les retirer
cmd-cmad-why = Si un de tes messages a compté comme un merci, et pourquoi
cmd-why-message = Un lien vers le message
cmd-cmad-digest = Pour les community managers : ce qu’on t’a écrit
cmd-cmad-profile = Pour les community managers : comment on te présente, et ton fuseau horaire
cmd-profile-title = La fonction, quelle qu’elle soit ; - l’enlève
cmd-profile-team = L’équipe ; - l’enlève
cmd-profile-cares = Ce qui te tient à cœur, en une ligne, pour qui te remercie ; - l’enlève
cmd-profile-display-name = Le nom que les autres voient ; - pour celui de Discord
cmd-profile-link = Une page publique à toi, par exemple https://example.org/toi ; - l’enlève
cmd-profile-timezone = Une ville ou un fuseau pour tes messages privés ; - pour celui du serveur
cmd-profile-language = La langue des messages pour toi
cmd-profile-breathe = Si tu veux le message du soir de la journée : souffle un peu
cmd-cmad-boss = Pour les community managers : qui reçoit une copie, si tu veux en envoyer une
cmd-boss-set = Dis qui est ta hiérarchie, et que faire des copies ; rien ne part sans toi
cmd-boss-member = Ta hiérarchie, membre de ce serveur
cmd-boss-clear = Oublier qui est ta hiérarchie
cmd-cmad-about = Ce qu’est ce bot, et d’où vient cette journée

cmd-campaign = Configurer et suivre le Community Manager Appreciation Day sur ce serveur
cmd-campaign-setup = Configurer la journée ici, ou changer ses réglages
cmd-setup-channel = Le salon où la campagne est publiée
cmd-setup-timezone = Une ville ou un fuseau horaire, par exemple Paris ou Europe/Paris
cmd-setup-hour = L’heure des étapes prévues sinon à 9 h ou à 10 h (de 0 à 16)
cmd-setup-manager-role = Toute personne ayant ce rôle est community manager
cmd-setup-admin-channel = Un salon privé pour les rapports ; sinon ils te sont envoyés
cmd-setup-theme = Une ligne à toi, affichée dans chaque publication
cmd-setup-posts = Où paraissent les remerciements publics : ici, là où on les écrit, ou dans le salon de campagne
posts-here = ici, là où on les écrit
posts-campaign_channel = salon de la campagne
cmd-setup-language = La langue des publications
cmd-campaign-status = Où en est la campagne : chaque étape, le total, ce qui demande ton attention
cmd-campaign-doctor = Chercher ce qui pourrait mal tourner, avant que cela n’arrive
cmd-campaign-preview = Voir une publication telle qu’elle partirait ; personne d’autre ne la voit
cmd-preview-step = Quelle publication
cmd-campaign-steps = Voir le plan ; déplacer une étape, l’activer ou la désactiver
cmd-steps-step = Quelle étape
cmd-steps-on = Activer ou désactiver l’étape
cmd-steps-days = Jours à partir du jour J : -7 est une semaine avant, 1 le lendemain
cmd-steps-time = L’heure locale, par exemple 10:30
cmd-steps-reset = Remettre l’étape à sa valeur par défaut
cmd-campaign-hashtag = Activer ou désactiver le hashtag #CMAD, et dire où il compte
cmd-hashtag-switch = Activé ou désactivé
cmd-switch-on = Activé
cmd-switch-off = Désactivé
cmd-campaign-pause = Arrêter toute publication et tout message jusqu’à la reprise
cmd-campaign-resume = Reprendre une campagne en pause

cmd-roster = Les community managers qu’on peut remercier ici
cmd-roster-add = Mettre quelqu’un sur la liste ; on lui demande son accord
cmd-roster-member = Qui
cmd-roster-remove = Retirer quelqu’un de la liste
cmd-roster-list = Qui est sur la liste, et qui a accepté

step-roster-check = Vérification de la liste
step-announce = Annonce
step-countdown = Compte à rebours
step-eve = La veille
step-day = Le jour J
step-last-call = Dernier appel
step-breathe = Souffle un peu
step-recap = Récapitulatif
step-digest = Digests
step-close = Clôture

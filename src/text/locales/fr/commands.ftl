# Voir ../en/commands.ftl : les descriptions et les choix ont 100 caractères au plus.

cmd-thank-member = Remercier pour #CMAD

cmd-thank = Remercier un community manager : publié ici, peut aller à sa hiérarchie, sauf avis contraire
cmd-thank-manager = Qui tu remercies
cmd-thank-message = Tes mots ; sans eux, un formulaire s’ouvre
cmd-thank-relation = Ce que tu es pour cette personne
cmd-thank-for = Ce dont tu la remercies
cmd-thank-consent = Qui peut le voir : public, avec ton nom, sans ton nom ou privé

cmd-cmad = Community Manager Appreciation Day : tes mercis, ton digest, la date
cmd-cmad-when = Quand a lieu le Community Manager Appreciation Day
cmd-year = L’année, par exemple 2027
cmd-cmad-mine = Tes mercis : qui peut les voir, et comment les reprendre
cmd-cmad-why = Si un de tes messages a compté comme un merci, et pourquoi
cmd-why-message = Un lien vers le message
cmd-cmad-digest = Pour les community managers : ce qu’on t’a écrit
cmd-cmad-profile = Pour les community managers : comment on te présente, et ton fuseau horaire
cmd-profile-title = Le titre, quel qu’il soit ; - l’enlève
cmd-profile-team = L’équipe ; - l’enlève
cmd-profile-display-name = Le nom que les autres voient ; - pour celui de Discord
cmd-profile-link = Une page publique à toi, par exemple https://example.org/toi ; - l’enlève
cmd-profile-timezone = Une ville ou un fuseau : tes messages privés arrivent à son heure ; - pour celui du serveur
cmd-profile-language = La langue dans laquelle on t’écrit
cmd-profile-breathe = Si tu veux le message du soir : faire une pause et souffler
cmd-cmad-boss = Pour les community managers : qui reçoit une copie, si tu veux en envoyer une
cmd-boss-set = Dis qui est ta ou ton responsable, et quoi faire des copies ; rien ne part sans toi
cmd-boss-member = Ta ou ton responsable, membre de ce serveur
cmd-boss-clear = Oublier qui est ta ou ton responsable
cmd-cmad-about = Ce qu’est ce bot, et d’où vient cette journée

cmd-campaign = Préparer et suivre le Community Manager Appreciation Day sur ce serveur
cmd-campaign-setup = Préparer la journée ici, ou changer ses réglages
cmd-setup-channel = Le salon où la campagne est publiée
cmd-setup-timezone = Une ville ou un fuseau horaire, par exemple Paris ou Europe/Paris
cmd-setup-hour = L’heure de ce qui vient sinon à 9 ou 10 heures, de 0 à 16
cmd-setup-manager-role = Qui a ce rôle est community manager
cmd-setup-admin-channel = Un salon privé pour les rapports ; sinon ils te sont envoyés
cmd-setup-theme = Une ligne à toi, affichée dans chaque publication
cmd-setup-language = La langue des publications
cmd-campaign-status = Où en est la campagne : chaque étape, le total, ce qui a besoin de toi
cmd-campaign-doctor = Chercher ce qui pourrait mal tourner, avant que cela n’arrive
cmd-campaign-preview = Voir une publication telle qu’elle partirait ; personne d’autre ne la voit
cmd-preview-step = Quelle publication
cmd-campaign-steps = Voir le plan ; déplacer une étape, l’activer ou la désactiver
cmd-steps-step = Quelle étape
cmd-steps-on = Si l’étape a lieu
cmd-steps-days = Jours à partir du jour J : -7 est une semaine avant, 1 le lendemain
cmd-steps-time = L’heure locale, par exemple 10:30
cmd-steps-reset = Remettre l’étape à sa valeur par défaut
cmd-campaign-hashtag = Écouter le hashtag #CMAD, ou non
cmd-hashtag-switch = Activé ou désactivé
cmd-switch-on = Activé
cmd-switch-off = Désactivé
cmd-campaign-pause = Arrêter toute publication et tout message jusqu’à la reprise
cmd-campaign-resume = Laisser repartir une campagne en pause

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
step-breathe = Pause
step-recap = Récapitulatif
step-digest = Digests
step-close = Clôture

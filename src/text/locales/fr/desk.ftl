# Le bureau : citations, la phrase à la hiérarchie, fichiers, années, la réponse à celles et ceux qui ont remercié ; et
# les réglages qu’un admin oublie.

button-answer-all = Répondre à tout le monde
button-copy-update = Envoyer la copie à jour
button-as-it-left = Voir la copie envoyée
button-as-it-left-before = La précédente
button-quotes = Citations : épingler, masquer, raccourcir
button-sentence = Une phrase à ma hiérarchie
button-back-to-desk = Retour à mon bureau
button-back-to-quotes = Retour aux citations
button-first = Mettre en premier
button-second = Mettre en deuxième
button-third = Mettre en troisième
button-not-first = Ne pas mettre en haut
button-show-quote = La montrer à ma hiérarchie
button-hide-quote = La masquer à ma hiérarchie
button-quote-picture = En image
button-page-before = ◀ Précédentes
button-page-after = Suivantes ▶
button-change = Modifier
button-write = Écrire
button-sentence-none = Retirer la phrase

desk-year = #CMAD { $year }
desk-years = Regarder une autre année
desk-copied-when = Envoyée le { $when } ; **Voir la copie envoyée** la montre telle qu’elle était.
desk-copied-changed = La page a changé depuis : tu peux l’envoyer encore une fois, marquée comme mise à jour.
desk-copied-another = La personne que tu avais indiquée avant a une copie ; celle de maintenant n’en a pas encore.
desk-has-sentence = Une phrase de toi figure en haut de la copie.
desk-copies-held = Les copies attendent : mes données ont été restaurées, et on ne sait pas qui n’en voulait plus. La personne qui gère ce bot peut régler cela.
# Words that hold a link, markup or the like wait before they go by themselves.
unseen-waits = { $count ->
    [one] **Un message attend que tu le regardes.** Il y a un lien, du balisage ou quelque chose de ce genre dans les mots ou dans le nom, donc ta hiérarchie ne le reçoit que si tu le dis.
   *[other] **{ $count } messages attendent que tu les regardes.** Il y a un lien, du balisage ou quelque chose de ce genre dans les mots ou dans le nom, donc ta hiérarchie ne les reçoit que si tu le dis.
}
quotes-unseen = Ce message attend que tu le regardes, car il y a un lien, du balisage ou quelque chose de ce genre dans les mots ou dans le nom. Si tu le laisses partir, ta hiérarchie le reçoit en texte brut.
button-look-at-it = Le regarder
button-let-go = Le laisser partir avec le reste

copy-preview = Voici ce que { $boss } recevrait, dans un message privé de ma part. Rien n’est encore envoyé.
copy-preview-changed = **Cela a changé depuis que tu as regardé**, donc rien n’est parti ; voici ce qui partirait maintenant.
copy-enough = Ta hiérarchie a reçu trois copies de ce digest ; davantage serait pénible. Tu peux encore transmettre les fichiers par tes propres moyens.
copy-as-it-left = Voici ce qui est parti le { $when }. Cela reste tel quel, quoi que tu changes ; seuls les mots effacés depuis par la personne qui les a écrits n’y sont plus.
copy-as-it-left-gone = Cette copie n’est plus conservée : les mots sont supprimés au bout d’un moment, et leurs copies aussi.

quotes-head = **Tes citations, { $first } à { $last } sur { $count }.** Jusqu’à { $most } viennent en premier, dans l’ordre que tu choisis. Ce que tu masques reste pour toi. Rien ne part d’ici.
quotes-none = Il n’y a ici aucun mot à choisir.
quotes-none-pinned = Aucune n’est épinglée, donc la page choisit : des citations courtes qui en disent long, de personnes différentes.
quotes-look = En choisir une, à déplacer ou à raccourcir
quotes-gone = Celle-ci n’est plus là : elle a été retirée, ou un admin l’a masquée.
quotes-picture = La citation en image, à partager où tu veux. La personne qui l’a écrite l’a rendue publique.
quotes-not-public = Seule une citation publique devient une image : celle que j’ai pu publier, et dont le message est toujours là.
quotes-passed-on-as = **Elle est transmise ainsi :**
quotes-whole = Entière, comme elle a été écrite
quotes-shorten = La terminer plus tôt, par « … »
quotes-full = Il y en a déjà { $most } en haut. Enlèves-en une pour faire de la place à celle-ci.

sentence-about = Une phrase de toi peut figurer en haut de la copie, dans le message et dans chaque fichier : pourquoi tu l’envoies, ou ce que tu aimerais. Seule ta hiérarchie la lit.
sentence-address = { $found } ressemble à une adresse. Une copie par e-mail n’en accepte aucune, pour que personne ne reçoive en mon nom un lien inconnu. Ta phrase n’a pas été gardée : avec **Modifier**, tu la retrouves.
sentence-form-title = Une phrase à ma hiérarchie
sentence-form-label = Ta phrase
sentence-form-help = Elle figure en haut de la page, avec ton nom. Personne d’autre ne la lit.

button-added = Mots venus d’ailleurs
button-added-add = Ajouter des mots venus d’ailleurs
button-added-remove = Enlever
added-about = **Mots venus d’ailleurs, { $count } sur { $most }.** Des mercis reçus par e-mail, sur un forum, sur une scène. Ils viennent après les mots de tes membres, sous « ajouté par toi, non vérifié », et ne comptent dans aucun chiffre. Ta hiérarchie ne lit que ce que tu coches ici.
added-allow = Coche ce que ta hiérarchie peut lire
added-look = Choisis-en un à modifier ou à enlever
added-for-boss = ta hiérarchie peut le lire
added-form-title = Ajouter des mots venus d’ailleurs
added-form-words = Ces mots
added-form-words-help = Mot pour mot, sans lien, mention ni mise en forme.
added-form-said-by = Qui l’a dit
added-form-said-by-help = Le nom qui peut figurer sur une page que d’autres lisent.
added-form-place = Où
added-form-place-help = Un lien ou un lieu. Dans un e-mail, c’est du texte simple.
added-empty = Il n’y a pas de mots à ajouter. **Réessayer** te rend ce que tu as écrit.
added-nameless = Le nom est illisible, donc rien n’a été gardé. **Réessayer** te rend tes mots.
added-address = { $found } ressemble à une adresse. Les mots venus d’ailleurs n’en acceptent aucune, pour que personne ne reçoive en mon nom un lien inconnu. Rien n’a été gardé : **Réessayer** te rend tes mots.
added-mention = Ces mots contiennent un @, et personne ne doit être notifié. Écris le nom sans ce signe. Rien n’a été gardé : **Réessayer** te rend tes mots.
added-markup = Ces mots contiennent de la mise en forme, du code ou des lettres illisibles ; seuls des mots simples peuvent être ajoutés. Rien n’a été gardé : **Réessayer** te rend tes mots.
added-full = Il y en a déjà { $most }, donc rien n’a été gardé. Enlèves-en un, puis **Réessayer** te rend tes mots.
added-gone = Ce que tu voulais modifier n’est plus là. **Réessayer** ajoute tes mots à nouveau.
added-purged = Les mots de cette campagne ont été supprimés entre-temps, donc rien ne peut être ajouté.

files-forward = La version pour ta hiérarchie, avec seulement ce que permettent les personnes qui ont écrit, à transmettre par tes propres moyens.
files-none-go = Aucun fichier ne part avec une copie : ta hiérarchie reçoit le message seul.
files-go = Envoyés avec une copie : { $files }.
files-with-copy = Quels fichiers partent avec une copie
files-own = Mon propre digest, sous une autre forme
files-lacking = Je n’ai pas pu créer ceci : { $files }. L’erreur vient de moi ; la personne qui gère ce bot la trouvera dans le journal, et tu peux le redemander plus tard.
files-forward-as = Pour ma hiérarchie, sous une autre forme
files-for-boss = pour-ta-hierarchie
files-as-html = une page pour le navigateur
files-as-text = du texte simple
files-as-pdf = un PDF à imprimer
files-as-card = une image pour un chat
files-as-eml = un e-mail, en brouillon
files-as-markdown = Markdown
files-as-json = JSON, pour les programmes
files-as-csv = CSV, pour les tableurs
files-as-calendar = une journée de formation, pour le calendrier

thankers-about = Une réponse de toi { $people ->
    [one] à la personne qui t’a dit merci
   *[other] aux { $people } personnes qui t’ont dit merci
}. Je la publie une fois, sous le récapitulatif dans { $channel }, où tout le monde peut la lire, et je mets un 💌 sous les messages publics. Personne ne reçoit de message privé ni de notification.
thankers-draft = Personne n’a encore vu ta réponse. **Publier** la place sous le récapitulatif dans { $channel }, avec ton nom.
thankers-waits = Ta réponse attend d’être publiée ; d’ici là, tu peux la modifier.
thankers-on-its-way = Elle est en route.
thankers-posted = Elle est publiée ici : { $link }. Pour la modifier, retire-la d’abord.
thankers-unknown = Je ne peux pas savoir si elle a été publiée, donc je ne la publie pas à nouveau automatiquement. Regarde le salon ; **Retirer** permet de recommencer.
thankers-failed = Elle n’a pas pu être publiée. **Modifier** te permet de la revoir et de réessayer.
thankers-hidden = Un admin a masqué ta réponse. Demande-lui si tu ne sais pas pourquoi.
thankers-empty = Ta réponse était vide.
thankers-not-due = D’abord les mots des autres : tu pourras répondre dès que ton digest arrivera.
thankers-nobody = Personne ne t’a encore écrit, il n’y a donc personne à qui répondre.
thankers-stands = Ta réponse est déjà publiée, ou en route. Retire-la d’abord si tu veux en écrire une autre.
thankers-form-title = Répondre à tout le monde
thankers-form-label = Ta réponse
thankers-form-help = Publiée une fois sous le récapitulatif, pour tout le monde. Tu la vois avant, et peux la retirer.
button-answer-post = Publier
button-answer-throw = Abandonner
button-answer-back = Retirer
post-answer = **{ $manager } répond à toutes les personnes qui ont dit merci pour le #CMAD { $year } :**
send-answer = la réponse de { $who } aux personnes qui lui ont dit merci

moderate-answer-hidden = Masquée : la réponse de **{ $manager }** est retirée, avec les 💌. Son bureau le lui montre. `/campaign restore` la ramène.
moderate-answer-restored = Rétablie : la réponse de **{ $manager }** est publiée à nouveau.
moderate-hidden-answer = La réponse de **{ $manager }** aux personnes qui lui ont dit merci est masquée.
button-restore-answer = La rétablir

button-forget-theme = Retirer le thème
button-forget-role = Ne plus utiliser le rôle
button-forget-admins = Pas de salon d’admins
forgot-theme = Le thème ne figurera plus dans les prochaines publications. Ce qui est publié reste tel quel.
forgot-role = Plus aucun rôle ne fait entrer quelqu’un sur la liste. Les personnes qui y sont y restent.
forgot-admins = Désormais, les rapports vont à <@{ $user }>, en message privé.

privacy-thankers = - Ta réponse aux personnes qui t’ont dit merci pour le #CMAD { $year }
privacy-copies = { $n ->
    [one] - Un passage de toi dans une copie envoyée à une hiérarchie, gardée telle qu’elle était
   *[other] - { $n } passages de toi dans des copies envoyées à une hiérarchie, gardées telles qu’elles étaient
}

# Le bureau : citations, la phrase à la hiérarchie, fichiers, années, la réponse à celles et ceux qui ont remercié ; et
# les réglages qu’un admin oublie.

button-answer-all = Répondre à tout le monde
button-copy-update = Envoyer la mise à jour à ma hiérarchie
button-as-it-left = La copie telle qu’elle est partie
button-as-it-left-before = La précédente
button-quotes = Citations : épingler, cacher, raccourcir
button-sentence = Une phrase à ma hiérarchie
button-back-to-desk = Retour à mon bureau
button-back-to-quotes = Retour aux citations
button-first = En premier
button-second = En deuxième
button-third = En troisième
button-not-first = Pas en haut
button-show-quote = La montrer à ma hiérarchie
button-hide-quote = La cacher à ma hiérarchie
button-page-before = ◀ Précédentes
button-page-after = Suivantes ▶
button-change = Modifier
button-write = Écrire
button-sentence-none = Pas de phrase

desk-year = #CMAD { $year }
desk-years = Regarder une autre année
desk-copied-when = Elle est partie { $when } ; **La copie telle qu’elle est partie** la montre comme elle était.
desk-copied-changed = La page a changé depuis : tu peux l’envoyer encore une fois, marquée comme mise à jour.
desk-copied-another = La personne que tu avais indiquée avant a une copie ; celle de maintenant n’en a pas encore.
desk-has-sentence = Une phrase de toi figure au-dessus de la copie.

copy-preview = Voici ce que { $boss } recevrait, dans un message privé de ma part. Rien n’est encore envoyé.
copy-preview-changed = **Cela a changé depuis que tu as regardé**, donc rien n’est parti ; voici ce qui partirait maintenant.
copy-enough = Ta hiérarchie a reçu trois copies de ce digest ; davantage serait pénible. Les fichiers sont là pour que tu les remettes toi-même.
copy-as-it-left = Voici ce qui est parti { $when }. Cela reste tel quel, quoi que tu changes ; seul ce que son auteur a effacé n’y est plus.
copy-as-it-left-gone = Cette copie n’est plus conservée : les mots sont supprimés au bout d’un moment, et leurs copies aussi.

quotes-head = **Tes citations, { $first } à { $last } sur { $count }.** Jusqu’à { $most } viennent en premier, dans ton ordre. Ce que tu caches reste chez toi. Rien n’est envoyé d’ici.
quotes-none = Il n’y a ici aucun mot parmi lequel choisir.
quotes-none-pinned = Aucune n’est épinglée, donc la page choisit : les plus longues des courtes, de personnes différentes.
quotes-look = En ouvrir une : sa place, une version plus courte
quotes-gone = Celle-ci n’est plus là : son auteur l’a retirée, ou un admin l’a masquée.
quotes-passed-on-as = **Elle est transmise ainsi :**
quotes-whole = Entière, comme elle a été écrite
quotes-shorten = La terminer plus tôt, par « … »
quotes-full = Il y en a déjà { $most } en haut. Enlèves-en une, et celle-ci aura sa place.

sentence-about = Une phrase de toi peut figurer au-dessus de la copie, dans le message et dans chaque fichier : pourquoi tu l’envoies, ou ce que tu aimerais. Seule ta hiérarchie la lit.
sentence-form-title = Une phrase à ma hiérarchie
sentence-form-label = Ta phrase
sentence-form-help = Elle figure au-dessus de la page, avec ton nom. Personne d’autre ne la lit.

files-forward = La version pour ta hiérarchie, avec seulement ce que permettent ses auteurs, à remettre toi-même.
files-none-go = Aucun fichier ne part avec une copie : ta hiérarchie reçoit le message seul.
files-go = Avec une copie partent : { $files }.
files-with-copy = Quels fichiers partent avec une copie
files-own = Mon propre digest, sous une autre forme
files-lacking = Je n’ai pas pu faire ceci : { $files }. C’est une erreur de ma part, la personne qui m’héberge la trouvera dans le journal, et tu peux le redemander plus tard.
files-forward-as = Pour ma hiérarchie, sous une autre forme
files-as-html = une page pour le navigateur
files-as-text = du texte simple
files-as-pdf = un PDF à imprimer
files-as-card = une image pour un chat
files-as-eml = un mail, en brouillon
files-as-markdown = Markdown
files-as-json = JSON, pour les programmes
files-as-csv = CSV, pour les tableurs

thankers-about = Une réponse de toi à { $people ->
    [one] la personne qui t’a remercié
   *[other] toutes les { $people } personnes qui t’ont remercié
}. Je la publie une fois, sous le bilan dans { $channel }, où tout le monde peut la lire, et je mets un 💌 sous les messages publics. Personne ne reçoit de message privé ni de notification.
thankers-draft = Personne n’a encore vu ceci. **Publier** le place sous le bilan dans { $channel }, avec ton nom.
thankers-waits = Elle attend d’être publiée ; d’ici là, tu peux la modifier.
thankers-on-its-way = Elle est en route.
thankers-posted = Elle est ici : { $link }. Pour la modifier, retire-la d’abord.
thankers-unknown = Impossible de savoir si elle a été publiée, donc elle ne l’est pas à nouveau d’elle-même. Regarde le salon ; **Retirer** permet de recommencer.
thankers-failed = Elle n’a pas pu être publiée. **Modifier** te permet de la revoir et de réessayer.
thankers-hidden = Un admin a masqué ta réponse. Demande-lui si tu ne sais pas pourquoi.
thankers-empty = Il n’y avait rien à lire.
thankers-not-due = D’abord les mots des autres : tu pourras répondre à partir de l’heure de ton digest.
thankers-nobody = Personne ne t’a encore écrit, il n’y a donc personne à qui répondre.
thankers-stands = Ta réponse est déjà publiée, ou en route. Retire-la d’abord, puis tu pourras en écrire une autre.
thankers-form-title = Répondre à tous ceux qui m’ont remercié
thankers-form-label = Ta réponse
thankers-form-help = Publiée une fois sous le bilan, lisible par tous. Tu la vois avant, et peux la retirer.
button-answer-post = Publier
button-answer-throw = Jeter
button-answer-back = Retirer
post-answer = **{ $manager } répond à toutes les personnes qui l’ont remercié pour le #CMAD { $year } :**
send-answer = la réponse de { $who } aux personnes qui l’ont remercié

moderate-answer-hidden = Masquée : la réponse de **{ $manager }** disparaît, avec ses marques. Cela se voit en regardant. `/campaign restore` la ramène.
moderate-answer-restored = Rétablie : la réponse de **{ $manager }** est publiée à nouveau.
moderate-hidden-answer = La réponse de **{ $manager }** aux personnes qui l’ont remercié est masquée.
button-restore-answer = La rétablir

button-forget-theme = Oublier la devise
button-forget-role = Oublier le rôle
button-forget-admins = Pas de salon d’admins
forgot-theme = La devise ne figurera plus dans les prochaines publications. Ce qui est publié reste tel quel.
forgot-role = Aucun rôle ne fait plus de quelqu’un un community manager. Qui est sur la liste y reste.
forgot-admins = Désormais, les rapports vont à <@{ $user }>, en privé.

privacy-thankers = - Ce que tu as répondu à celles et ceux qui t’ont remercié pour le #CMAD { $year }
privacy-copies = { $n ->
    [one] - Un passage dans une copie pour une hiérarchie, gardée telle qu’envoyée, avec des mots de toi
   *[other] - { $n } passages dans des copies pour des hiérarchies, gardées telles qu’envoyées, avec des mots de toi
}

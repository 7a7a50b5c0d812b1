# Voir ../en/forms.ftl.

digest-page-of = Page { $page } sur { $pages }
# $sign se trouve dans les mots là où aucune lettre n’a pu être composée.
digest-no-letters = « { $sign } » remplace des lettres que ce fichier ne peut pas afficher. La page pour le navigateur et le texte les affichent.

digest-column-date = Date
digest-column-from = De
digest-column-relation = Relation
digest-column-what-for = Motif
digest-column-words = Mots
digest-column-link = Lien
digest-column-note = Remarque

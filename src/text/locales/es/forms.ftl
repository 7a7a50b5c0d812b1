# Véase ../en/forms.ftl.

digest-page-of = Página { $page } de { $pages }
# $sign está en las palabras donde no se pudo componer una letra.
digest-no-letters = «{ $sign }» ocupa el lugar de letras que este archivo no puede mostrar. La página para el navegador y el texto sí las muestran.

digest-column-date = Fecha
digest-column-from = De
digest-column-relation = Relación
digest-column-what-for = Motivo
digest-column-words = Palabras
digest-column-link = Enlace
digest-column-note = Nota

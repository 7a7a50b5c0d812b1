# Veja ../en/forms.ftl.

digest-page-of = Página { $page } de { $pages }
# $sign aparece nas palavras onde não foi possível compor uma letra.
digest-no-letters = “{ $sign }” fica no lugar de letras que este arquivo não consegue mostrar. A página para o navegador e o texto mostram todas.

digest-column-date = Data
digest-column-from = De
digest-column-relation = Relação
digest-column-what-for = Motivo
digest-column-words = Palavras
digest-column-link = Link
digest-column-note = Observação

# Veja ../en/words.ftl.

thanking-words = obrigado, obrigada, obrigados, obrigadas, muito obrigado, muito obrigada, brigado, brigada, valeu, vlw, obg, agradeço, agradecer, agradecemos, agradecido, agradecida, agradecimento, grato, grata, gratidão, parabéns, abraço, abraços

date-weekdays = segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, sábado, domingo
date-months = janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro
date-long = { $weekday }, { $day ->
    [1] 1º
   *[other] { $day }
} de { $month } de { $year }
date-day-month = { $day ->
    [1] 1º
   *[other] { $day }
} de { $month }

language-name = Português do Brasil

number-mark = .
list-separator = {", "}
list-last-joint = {" e "}
list-or-joint = {" ou "}
names-and-more = { $names } e mais { $count }
phrase-separator = {"; "}
sentence-joint = {" "}
own-and-english = ( )

relation-customer = cliente
relation-colleague = colega
relation-fellow-manager = também community manager
relation-friend = amigo ou amiga

for-answered-me = me respondeu
for-kept-us-safe = nos protegeu
for-spoke-for-us = falou em nosso nome
for-brought-us-together = nos uniu

consent-public = público
consent-named = com nome
consent-unnamed = sem nome
consent-private = privado
consent-not-asked = ainda sem resposta

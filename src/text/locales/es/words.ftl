# Véase ../en/words.ftl.

thanking-words = gracias, muchas gracias, mil gracias, grax, agradezco, agradecer, agradecemos, agradecerle, agradecerte, agradecido, agradecida, agradecidos, agradecidas, agradecimiento, gratitud, te agradezco, bravo, chapó, olé, abrazo, abrazos, aprecio

date-weekdays = lunes, martes, miércoles, jueves, viernes, sábado, domingo
date-months = enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre
date-long = { $weekday }, { $day } de { $month } de { $year }
date-day-month = { $day } de { $month }

language-name = Español

number-mark = .
list-separator = {", "}
list-last-joint = { $begins ->
    [i] {" e "}
    [hi] {" e "}
   *[other] {" y "}
}
list-or-joint = { $begins ->
    [o] {" u "}
    [ho] {" u "}
   *[other] {" o "}
}
names-and-more = { $names } y { $count } más
phrase-separator = {"; "}
sentence-joint = {" "}
own-and-english = ( )

relation-customer = cliente
relation-colleague = colega
relation-fellow-manager = también community manager
relation-friend = amigo o amiga

for-answered-me = me respondió
for-kept-us-safe = nos protegió
for-spoke-for-us = habló en nuestro nombre
for-brought-us-together = nos unió

consent-public = público
consent-named = con nombre
consent-unnamed = sin nombre
consent-private = privado
consent-not-asked = aún sin decidir

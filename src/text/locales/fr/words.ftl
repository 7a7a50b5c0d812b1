# Voir ../en/words.ftl.

thanking-words = merci, mercis, merci beaucoup, mille mercis, un grand merci, remercie, remercier, remercions, remerciement, remerciements, reconnaissant, reconnaissante, reconnaissance, gratitude, bravo, chapeau, câlin, câlins, coup de chapeau

date-weekdays = lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche
date-months = janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre
date-long = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-day-month = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }

language-name = Français

number-mark = { "\u202F" }
list-separator = {", "}
list-last-joint = {" et "}
list-or-joint = {" ou "}
names-and-more = { $names } et { $count } autres
phrase-separator = {" ; "}
sentence-joint = {" "}
own-and-english = ( )

relation-customer = client ou cliente
relation-colleague = collègue
relation-fellow-manager = aussi community manager
relation-friend = ami ou amie

for-answered-me = m’a répondu
for-kept-us-safe = nous a protégés
for-spoke-for-us = a parlé pour nous
for-brought-us-together = nous a réunis

consent-public = public
consent-named = avec nom
consent-unnamed = sans nom
consent-private = privé
consent-not-asked = pas encore demandé

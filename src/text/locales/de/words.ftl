# Siehe ../en/words.ftl.

thanking-words = danke, danken, dank, dankeschön, danke schön, danke dir, dankbar, dankbarkeit, vielen dank, herzlichen dank, tausend dank, besten dank, bedanke, bedanken, dankt, wertschätzung, wertschätze, zu schätzen, lob, ein lob, respekt, hut ab, chapeau, umarmung, knuddel

date-weekdays = Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag
date-months = Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember
date-long = { $weekday }, { $day }.{ "\u00A0" }{ $month } { $year }
# A full stop and a space behind a number at the beginning of a line would be a list to Discord.
date-day-month = { $day }.{ "\u00A0" }{ $month }

language-name = Deutsch

number-mark = .
list-separator = {", "}
list-last-joint = {" und "}
list-or-joint = {" oder "}
names-and-more = { $names } und { $count } weitere
phrase-separator = {"; "}
sentence-joint = {" "}
own-and-english = ( )

relation-customer = Kundin oder Kunde
relation-colleague = Kollegin oder Kollege
relation-fellow-manager = auch im Community-Management
relation-friend = befreundet

for-answered-me = hat mir geantwortet
for-kept-us-safe = hat uns beschützt
for-spoke-for-us = hat für uns gesprochen
for-brought-us-together = hat uns zusammengebracht

consent-public = öffentlich
consent-named = mit Namen
consent-unnamed = ohne Namen
consent-private = privat
consent-not-asked = noch nicht gefragt

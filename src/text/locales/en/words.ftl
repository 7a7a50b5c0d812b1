# Words that are read, and words that stand in many places.

# A mention of the bot and of somebody counts as a thanks with one of these, in any case, as a whole word.
thanking-words = thank, thanks, thank you, thx, ty, thankful, grateful, gratitude, appreciate, appreciated, appreciation, kudos, cheers, props, shoutout, shout-out, hugs

date-weekdays = Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday
date-months = January, February, March, April, May, June, July, August, September, October, November, December
date-long = { $weekday }, { $day } { $month } { $year }
date-day-month = { $day } { $month }

# What this language calls itself.
language-name = English

# Between the thousands of a large number, between names beside each other, before the last of a list (`begins` is the
# letter that it begins with, after an h that and the next one), between phrases that may have commas in them, between
# sentences that the code puts beside each other, and around a command's English name behind its own.
number-mark = ,
list-separator = {", "}
list-last-joint = { $begins ->
   *[other] {" and "}
}
list-or-joint = { $begins ->
   *[other] {" or "}
}
names-and-more = { $names } and { $count } more
phrase-separator = {"; "}
sentence-joint = {" "}
own-and-english = ( )

relation-customer = customer
relation-colleague = colleague
relation-fellow-manager = fellow community manager
relation-friend = friend

for-answered-me = answered me
for-kept-us-safe = kept us safe
for-spoke-for-us = spoke for us
for-brought-us-together = brought us together

consent-public = public
consent-named = with my name
consent-unnamed = without my name
consent-private = private
consent-not-asked = not asked yet

# One manager's page of one campaign. It is read by somebody who knows nothing about Discord, in 30 seconds.
# $quotes is how many messages are quoted, $audience is `manager` on the manager's own page and `boss` on what is passed on.

digest-title = { $manager } · Community Manager Appreciation Day { $year }
digest-eyebrow = Community Manager Appreciation Day · { $date }
digest-update = Update { $revision } of this page: something was added, changed or withdrawn since the last one.
digest-yours = Only you see this page. No one else gets it unless you pass it on, and what is marked “for you alone” or “you hid this” is never passed on.
digest-headline = { $people ->
    [0] No one has written to { $manager } for Community Manager Appreciation Day { $year } yet
    [one] One person thanked { $manager } on Community Manager Appreciation Day { $year }
   *[other] { $people } people thanked { $manager } on Community Manager Appreciation Day { $year }
}
digest-ask = Reply to { $manager } today: one sentence is enough.
digest-about = { $role ->
    [some] { $manager } ({ $roles }) looks after { $server }, a community on the chat service Discord.
   *[none] { $manager } looks after { $server }, a community on the chat service Discord.
}
digest-about-words = These are its members’ own words.
digest-cares = What { $manager } cares about: “{ $cares }”.
digest-none = That is all this page can say, and it says nothing about the work. Many people are grateful without writing it down, and this day is new to most of them.
digest-none-do = { $audience ->
    [manager] Thank-yous count until the campaign closes. Anyone who thanked you elsewhere can write it here with /thank.
   *[boss] If { $manager } helped you, today is a good day to write one sentence. It is worth more than a number on a page.
}

digest-testimonials = In their words
digest-numbers = In numbers
digest-wrote = { $shape ->
    [each] { $people } people wrote
   *[more] { $people } people wrote { $messages } messages
}
digest-wrote-only = { $wrote }.
digest-wrote-since = { $wrote }; the newest joined { $newest }, the one who has been here longest { $longest }.
digest-ago = { $unit ->
    [week] the same week
    [weeks] { $count ->
        [one] a week ago
       *[other] { $count } weeks ago
    }
    [months] { $count ->
        [one] a month ago
       *[other] { $count } months ago
    }
   *[years] { $count ->
        [one] a year ago
       *[other] { $count } years ago
    }
}
digest-wrote-first = { $count ->
    [one] For one of them it was the first time.
   *[other] For { $count } of them it was the first time.
}

digest-chart-days = Thank-yous by day
digest-chart-years = Year by year
digest-chart-days-summary = { $on_day } of { $messages } on the day itself, { $date }.
digest-chart-days-other = { $count ->
    [one] One more came at another time of the year.
   *[other] { $count } more came at other times of the year.
}
digest-chart-bar = { $date }: { $count }
digest-people = { $count ->
    [one] one person
   *[other] { $count } people
}
digest-chart-years-summary = { $this }: { $people } in { $messages ->
    [one] one message
   *[other] { $messages } messages
}. { $earlier }: { $earlier_people } in { $earlier_messages ->
    [one] one message
   *[other] { $earlier_messages } messages
}.
digest-what-for = What they said thanks for
digest-what-for-row = { $what }: { $people }
digest-what-for-note = Counted per person; not everyone said why.

digest-do = { $audience ->
    [manager] What your boss will be asked to do
   *[boss] What you can do
}
digest-do-row = **{ $title }.** { $text }
digest-do-answer = Reply to { $manager } today
digest-do-answer-text = One sentence is enough: say that you read this, and what you noticed.
digest-do-post = Say it where others see it
digest-do-post-text = { $day } was Community Manager Appreciation Day, and people in { $server } took the time to thank { $manager }. { $quotes ->
    [0] I want to add my own thanks: a community works because someone looks after it, every day of the year.
   *[other] I have read what they wrote and want to add my own thanks: a community works because someone looks after it, every day of the year.
} Thank you, { $manager }. #CMAD
digest-do-day = Give a development day
digest-do-day-text = A working day for a course, a conference, or meeting other community managers.
digest-do-day-link = Put it in the calendar: { $date }
digest-do-day-file = { $file } puts it in the calendar: { $date }.
digest-do-day-move = The date is only a suggestion: move it to where it fits.
development-day = Development day for { $manager }
development-day-why = People in { $server } thanked { $manager } on Community Manager Appreciation Day { $year }.

digest-quotes = { $count ->
    [one] The one message, word for word
   *[other] All { $count } messages, word for word
}
digest-quotes-shown = { $count ->
    [one] One message, word for word
   *[other] { $count } messages, word for word
}
# Some are quoted above; the second is for a page that quotes none.
digest-counted-only = { $count ->
    [one] One more message is counted, but its words are not for this page.
   *[other] { $count } more messages are counted, but their words are not for this page.
}
digest-counted-all = { $count ->
    [one] The message is counted, but its words are not for this page.
   *[other] The messages are counted, but their words are not for this page.
}
digest-added = Added by { $manager }, not checked
digest-member = A member
digest-without-words = Said thank you without further words.
digest-someone = someone
# What stands for what only Discord shows: #channel, @role, and pages of a server, by the names of Discord’s own client.
digest-channel = channel
digest-role = role
digest-page-customize = Channels & Roles
digest-page-browse = Browse Channels
digest-page-guide = Server Guide
digest-page-linked-roles = Linked Roles
digest-link = read it on Discord
digest-kept-private = for you alone
digest-kept-not-asked = not asked yet: for you alone
digest-kept-unseen = waits for your look
digest-kept-hidden = you hid this
digest-kept-shortened = passed on shortened

digest-how = How this was collected
digest-how-collected = Around { $date }, members of { $server } could write a thank-you to the people who look after them. Words are passed on only as their writer chose, with or without a name. Nothing was rephrased or rated.
digest-how-shortened = Where { $manager } shortened a message, it ends in “…”.
digest-how-counted = Several messages under one name count as one person.
digest-how-object = Anyone who wrote can change or withdraw their words on Discord with /cmad mine, until the campaign closes{ $when ->
    [known] {" "}on { $closes }
   *[unknown] { "" }
}.{ $audience ->
    [manager] { "" }
   *[boss] {" "}If you do not want pages like this, tell { $manager }, and there will be no more.
}
digest-how-not-a-score = This is a thank-you, not a performance score. Please do not use it to compare people.
digest-sentence-by = { $manager }
digest-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
digest-more-pdf = { $count ->
    [one] and one more in the attached PDF
   *[other] and { $count } more in the attached PDF
}

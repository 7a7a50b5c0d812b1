# What is stored about a person, its export and its erasure; and the page of the export.

cmd-cmad-privacy = What is stored about you, everywhere: look at it, take it with you, erase it

privacy-title = ## What is stored about you
privacy-none = Nothing is stored about you here.
privacy-server = ### { $server }
privacy-given = { $n ->
    [one] - { $year }: one thank-you of yours, with its words and the name you signed with
   *[other] - { $year }: { $n } thank-yous of yours, with their words and the name you signed with
}
privacy-counted = { $n ->
    [one] - { $year }: one thank-you of yours, only counted; its words have been removed
   *[other] - { $year }: { $n } thank-yous of yours, only counted; their words have been removed
}
privacy-consent = - The choice that you made last: { $consent }
privacy-answers = - { $year }: what you allowed for words that were found
privacy-judged = { $n ->
    [one] - One message of yours: whether it counted, without its words
   *[other] - { $n } messages of yours: whether they counted, without their words
}
privacy-place = - Your place on the roster ({ $place }) and your profile
privacy-left-alone = - That you are left alone: you are not on the roster
privacy-boss = - Whom you named as your boss, and what you decided about your digests
privacy-received = { $n ->
    [one] - { $year }: one thank-you that somebody gave you; its words are theirs, your digest has them
   *[other] - { $year }: { $n } thank-yous that others gave you; their words are theirs, your digest has them
}
privacy-boss-of = { $n ->
    [one] - One manager named you as their boss
   *[other] - { $n } managers named you as their boss
}
privacy-nominated = { $n ->
    [one] - One nomination of yours for the roster, with your reason
   *[other] - { $n } nominations of yours for the roster, with your reasons
}
privacy-saves = { $n ->
    [one] - One message about which it was asked whether it may be saved, without its words
   *[other] - { $n } messages about which it was asked whether they may be saved, without their words
}
privacy-no-more = - That you want no more copies of somebody’s digest, as a keyed hash
privacy-set-up = - That you set the campaign up here, so that reports can reach you
privacy-spoken = - The language of your Discord, so that private messages come in it: { $language }
privacy-more = { $n ->
    [one] And one more server: the export has all of them.
   *[other] And { $n } more servers: the export has all of them.
}
privacy-how = -# This is about you in every server that this bot is in. Words are removed { $days } days after their campaign’s close, by themselves. **Export** gives you everything as files; **Erase** asks once more.
button-export = Export
button-erase = Erase
button-erase-now = Yes, erase everything
button-erase-not = Keep it

privacy-sure =
    ## Erase everything about you?
    This is for every server that this bot is in, and it cannot be undone.
    - Your words and your name go: from the database, from digests that have not gone out, and from the bot’s posts. What was counted stays a number with nobody’s name.
    - If you are on a roster: your profile, your boss and your digests go, and so do the words that others wrote to you, because nobody else may have them. You will be left alone.
    - What has arrived elsewhere cannot be called back: digests and copies that were delivered. Your own messages on Discord are yours; only you can delete them.
privacy-kept = Nothing was erased.

privacy-erased = ## Erased
privacy-erased-nothing = There was nothing left to erase.
privacy-erased-thanks = { $n ->
    [one] - The words and your name of one thank-you. It stays a number in a count, and nobody can tell that it was yours.
   *[other] - The words and your name of { $n } thank-yous. They stay numbers in a count, and nobody can tell that they were yours.
}
privacy-erased-posts = { $n ->
    [one] - One post or question of the bot is being taken away now.
   *[other] - { $n } posts and questions of the bot are being taken away now.
}
privacy-erased-received = { $n ->
    [one] - One thank-you that somebody wrote to you: nobody else may have it.
   *[other] - { $n } thank-yous that others wrote to you: nobody else may have them.
}
privacy-erased-profiles = { $n ->
    [one] - Your profile, your boss and your digests in one server.
   *[other] - Your profiles, your bosses and your digests in { $n } servers.
}
privacy-erased-boss-of = { $n ->
    [one] - That a manager named you as their boss.
   *[other] - That { $n } managers named you as their boss.
}
privacy-erased-notes = { $n ->
    [one] - One note: a choice, a decision about a message, or a message to you that was planned or sent.
   *[other] - { $n } notes: choices, decisions about messages, and messages to you that were planned or sent.
}
privacy-stays = ### What could not be called back, and what stays
privacy-stays-delivered = { $n ->
    [one] - One digest with your words had reached its manager already. Ask them if you want it gone there too.
   *[other] - { $n } digests with your words had reached their managers already. Ask them if you want them gone there too.
}
privacy-stays-copied = { $n ->
    [one] - One copy had reached a boss already.
   *[other] - { $n } copies had reached a boss already.
}
privacy-stays-alone = { $n ->
    [one] - Your id, in one server, with nothing but that you are left alone. An admin cannot put you on the roster again.
   *[other] - Your id, in { $n } servers, with nothing but that you are left alone. An admin cannot put you on the roster again.
}
privacy-stays-set-up = { $n ->
    [one] - That you set the campaign up in one server, until somebody else does: reports go to you.
   *[other] - That you set the campaign up in { $n } servers, until somebody else does: reports go to you.
}
privacy-stays-always = - Messages on Discord that are your own, in channels and in your private conversation with this bot. If you said “no more of these” about somebody’s digest, that lasts, as a keyed hash. Backups of whoever runs this bot end as they say.

privacy-files = Everything that is stored about you: a page to read, and the same as JSON.
privacy-page-title = What is stored about you
privacy-page-made = Made on { $date } for the Discord member { $member }.
privacy-page-none = Nothing is stored about you.
privacy-page-given = Your thank-yous
privacy-page-to = To { $manager }, { $date }
privacy-page-facts = Signed “{ $signature }” · { $consent } · { $year }
privacy-page-link = on Discord
privacy-page-without = Without words.
privacy-page-more = What else is kept

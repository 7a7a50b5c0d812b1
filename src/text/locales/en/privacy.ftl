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
privacy-consent = - The choice you made last: { $consent }
privacy-answers = - { $year }: what you allowed for words that were found
privacy-judged = { $n ->
    [one] - One message of yours: whether it counted, without its words
   *[other] - { $n } messages of yours: whether they counted, without their words
}
privacy-place = - Your place on the roster ({ $place }) and your profile
privacy-left-alone = - That you opted out: you are not on the roster
privacy-boss = - Who you named as your boss, and what you decided about your digests
privacy-received = { $n ->
    [one] - { $year }: one thank-you that someone gave you; its words are theirs, your digest has them
   *[other] - { $year }: { $n } thank-yous that others gave you; their words are theirs, your digest has them
}
privacy-boss-of = { $n ->
    [one] - One community manager named you as their boss
   *[other] - { $n } community managers named you as their boss
}
privacy-nominated = { $n ->
    [one] - One nomination of yours for the roster, with your reason
   *[other] - { $n } nominations of yours for the roster, with your reasons
}
privacy-nominee = { $n ->
    [one] - One nomination of you for the roster, with its reason
   *[other] - { $n } nominations of you for the roster, with their reasons
}
privacy-decided = { $n ->
    [one] - That you decided one nomination as an admin
   *[other] - That you decided { $n } nominations as an admin
}
privacy-named-in = { $n ->
    [one] - One message of someone else’s that names you: whether it counted, without its words
   *[other] - { $n } messages of others that name you: whether they counted, without their words
}
privacy-kept-copies = { $n ->
    [one] - { $year }: one copy of your digest, as you sent it to your boss
   *[other] - { $year }: { $n } copies of your digest, as you sent them to your boss
}
privacy-messages = { $n ->
    [one] - One message of mine to you or about you: its kind and when, without its text
   *[other] - { $n } messages of mine to you or about you: their kind and when, without their text
}
privacy-saves = { $n ->
    [one] - One message that someone asked to have saved, without its words
   *[other] - { $n } messages that someone asked to have saved, without their words
}
privacy-no-more = - That you want no more copies of someone’s digest, as a keyed hash
privacy-set-up = - That you set the campaign up here, so that reports can reach you
privacy-spoken = - The language of your Discord, so that direct messages come in it: { $language }
privacy-more = { $n ->
    [one] And one more server: the export has all of them.
   *[other] And { $n } more servers: the export has all of them.
}
privacy-how = -# This is about you in every server that I am in. Words are removed automatically { $days } days after their campaign closes. **Export** gives you everything as files; **Erase** asks once more.
button-export = Export
button-erase = Erase
button-erase-now = Yes, erase everything
button-erase-not = Keep it
button-ignore = Ignore my messages
button-notice = Notice my messages again
privacy-ignore-how = -# **Ignore my messages**: I look at nothing that you write, in any server that I am in, until you say otherwise. Commands still work.
privacy-ignores = I ignore your messages, in every server that I am in, because you asked me to. Commands still work.
privacy-ignored = From now on I look at nothing that you write, in any server that I am in. Commands still work, and you can undo this here or in `/cmad privacy`. I keep only a keyed hash of your id for it.
privacy-noticed = I notice your messages again, from now on.

privacy-sure =
    ## Erase everything about you?
    This is for every server that I am in, and it cannot be undone.
    - Your words and your name go: from the database, from digests that have not been sent, and from my posts. What was counted stays a number with no one’s name.
    - If you are on a roster: your profile, your boss and your digests go, and so do the words that others wrote to you, because no one else may have them. You will be opted out.
    - What has arrived elsewhere cannot be called back: digests and copies that were delivered. Your own messages on Discord are yours; only you can delete them.
privacy-kept = Nothing was erased.

privacy-erased = ## Erased
privacy-erased-nothing = There was nothing left to erase.
privacy-erased-thanks = { $n ->
    [one] - The words and your name of one thank-you. It stays a number in a count, and no one can tell that it was yours.
   *[other] - The words and your name of { $n } thank-yous. They stay numbers in a count, and no one can tell that they were yours.
}
privacy-erased-posts = { $n ->
    [one] - One post or question of mine is being removed now.
   *[other] - { $n } posts and questions of mine are being removed now.
}
privacy-erased-received = { $n ->
    [one] - One thank-you that someone wrote to you: no one else may have it.
   *[other] - { $n } thank-yous that others wrote to you: no one else may have them.
}
privacy-erased-profiles = { $n ->
    [one] - Your profile, your boss and your digests in one server.
   *[other] - Your profiles, your bosses and your digests in { $n } servers.
}
privacy-erased-boss-of = { $n ->
    [one] - That a community manager named you as their boss.
   *[other] - That { $n } community managers named you as their boss.
}
privacy-erased-notes = { $n ->
    [one] - One note: a choice, a decision about a message, or a message to you that was planned or sent.
   *[other] - { $n } notes: choices, decisions about messages, and messages to you that were planned or sent.
}
privacy-stays = ### What could not be called back, and what stays
privacy-stays-delivered = { $n ->
    [one] - One digest with your words had reached its community manager already. Ask them if you want it gone there too.
   *[other] - { $n } digests with your words had reached their community managers already. Ask them if you want them gone there too.
}
privacy-stays-copied = { $n ->
    [one] - One copy had reached a boss already.
   *[other] - { $n } copies had reached a boss already.
}
privacy-stays-alone = { $n ->
    [one] - Your id, in one server, with nothing but the fact that you opted out. An admin cannot put you on the roster again.
   *[other] - Your id, in { $n } servers, with nothing but the fact that you opted out. An admin cannot put you on the roster again.
}
privacy-stays-set-up = { $n ->
    [one] - That you set the campaign up in one server, until someone else does: reports go to you.
   *[other] - That you set the campaign up in { $n } servers, until someone else does: reports go to you.
}
privacy-stays-ignored = - That I ignore your messages, as a keyed hash, until you say otherwise.
privacy-stays-always = - Messages on Discord that are your own, in channels and in your DMs with me. If you said “Stop sending me these” about someone’s digest, that lasts, as a keyed hash. How long backups are kept is up to whoever runs this bot; ask them.

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
privacy-page-ignores = Your messages are ignored, because you asked for it.

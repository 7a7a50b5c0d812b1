# See words.ftl.
# What the bot says by itself: the campaign's posts, its private notes, and its word to the admins. The texts are
# Discord's Markdown; what is put into them has been escaped. Times come in as Discord's timestamps.

# The public posts.

post-when = **{ $date }** · from { $begins } your time, { $in }
post-when-today = **{ $date }** · until { $ends } your time, { $in }
post-not-last-monday = It’s the fourth Monday of January. This year that’s **not the last Monday**: that comes a week later.

post-announce-title = Community Manager Appreciation Day is coming
post-announce =
    People here answer the first question, keep the peace, and speak up for all of us. On this day we tell them so.

    Did one of them help you? Thank them here, in the medium that helped you. You can write it today; they get it all on one page after the day.
post-roster-title = Who looks after { $server }
post-roster-note = The title doesn’t matter: advocate, support, evangelist, moderator.
post-roster-none = The list is still empty. Who comes to mind? Nominate them with `/nominate`.
post-roster-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

post-countdown-title = Who helped you this year?
post-countdown = Community Manager Appreciation Day is near. Think of one moment when someone here made things easier for you. One honest sentence about it is a fine thank-you.

post-eve-title = { $days ->
    [1] Tomorrow is Community Manager Appreciation Day
   *[other] Community Manager Appreciation Day is almost here
}
post-eve = A sentence is enough: what they did, and what it changed for you. The title doesn’t matter.

post-day-title = Today is Community Manager Appreciation Day
post-day =
    {"**"}Did someone here help you?** Thank them, in the medium that helped you.
    {"**"}Do you work with them?** Take the time to understand their passion, thank them, and copy their boss.
    {"**"}Are you one of them?** Stop and breathe, and know that you’re appreciated. Hug your family.
post-ways-title = Ways to say thank you
post-way-command = `/thank` and their name
post-way-member = Right-click a member, then Apps, then **Thank for #CMAD**
post-way-mention = Mention me and them in one message, with a word of thanks
post-way-hashtag = Write **#CMAD** and mention them, or reply to them with it
post-way-button = Press **Say thank you** below

post-last-call-title = Last call for today
post-last-call-late = Late thank-yous count too, until { $closes }.
post-last-call = { $givers ->
    [0] No one has written yet, so yours can be the first. One sentence is enough.
    [one] { $people } has said thank you so far. Anyone you still meant to thank?
   *[other] { $people } have said thank you so far. Anyone you still meant to thank?
}

post-recap-title = Thank you, all of you
post-recap = { $givers ->
    [0] It was quiet this year. If there’s someone you meant to thank: it still counts until { $closes }.
    [one] { $people } wrote { $messages } to { $managers } for Community Manager Appreciation Day { $year }. Late thank-yous count until { $closes }.
   *[other] { $people } wrote { $messages } to { $managers } for Community Manager Appreciation Day { $year }. Late thank-yous count until { $closes }.
}
post-recap-thanked = Thanked this year, by name
post-recap-link = message { $n }
post-recap-managers = Are you one of them? What people wrote to you is waiting under **My digest**. Only you see it.
post-count-people = { $count ->
    [one] One person
   *[other] { $count } people
}
post-count-messages = { $count ->
    [one] one message
   *[other] { $count } messages
}
post-count-managers = { $count ->
    [one] one person who looks after us
   *[other] { $count } people who look after us
}

post-thanks = **{ $giver }** thanks { $manager }
post-thanks-for = Why: { $what }

button-thank = Say thank you
button-thank-everyone = Thank everyone
button-remind = Remind me
button-how-to-thank = How to thank
remind-set = I’ll remind you by direct message on { $at }. Press **Remind me** again to take that back.
remind-taken-back = All right, I won’t remind you.
remind-too-late = It’s too late for a reminder: the day is here, or over. You can thank someone with `/thank` all year.
note-remind-title = Today is Community Manager Appreciation Day
note-remind = You asked me to remind you. Who in **{ $server }** helped you this year? Thank them in { $channel }, or with `/thank`.
note-remind-once = -# It’s the only reminder that I send you.
button-thank-too = Thank { $name } too
button-thank-them-too = Thank them too
button-my-digest = My digest
button-accept = Accept
post-holders-title = Do you look after { $server }?
post-holders = This asks everyone with <@&{ $role }>: on that day, members can thank the people who look after them. May they thank you?
post-holders-means =
    If you press **Accept**:
    - Your name is among those who can be thanked, and members can write to you starting { $opens }.
    - The day after, you get a page with their words: the digest. It’s yours alone, and nothing goes to a boss unless you choose it.

    If you’d rather not, there’s nothing to do.
button-decline = No, thanks
button-copy-boss = Copy my boss
button-keep = Keep it to myself
button-no-more = Stop sending me these
button-found = Decide
button-whom = Choose who you mean
button-status = Campaign status

# The scheduled event.

event-name = Community Manager Appreciation Day { $year }
event-about = A day to thank the people who look after us: in the medium that helped you, in your own words. Write `/thank` here, or right-click a member and choose “Thank for #CMAD”.

# Private notes.

note-roster-title = Community Manager Appreciation Day { $year }: is this right?
note-roster = { $server } celebrates on **{ $date }**.
note-roster-who = These people can be thanked, and each gets a digest:
note-roster-none = No one is on the roster yet, so no one can be thanked. Add them with `/roster add`, or set a role for them with `/campaign setup`.
note-roster-plan = What comes next
note-roster-channel = The posts go to { $channel }.
note-roster-wrong = All as it should be? Then there’s nothing to do. If not: `/roster add` and `/roster remove` change who is on it, `/campaign steps` moves a step or switches it off, `/campaign preview` shows a post before it goes out.
plan-step = { $at } · { $what }
plan-announce = the announcement, and the scheduled event
plan-countdown = the countdown post
plan-eve = the post before the day
plan-day = the day’s post
plan-last-call = the last call
plan-breathe = *stop and breathe*, to each of them, in the evening where they are
plan-recap = the recap
plan-digest = each of them gets their digest, in the morning where they are
plan-close = the end: whatever arrives before then counts

note-invite-title = You’re on the list of people who look after { $server }
note-invite = { $date } is Community Manager Appreciation Day, when members there can thank the people who look after them. May they thank you?
note-invite-means =
    If you accept:
    - They can write to you starting { $opens }. After the day, you get a page with their words: the digest. It’s yours alone.
    - Nothing goes to a boss unless you choose it.
    - On the evening of the day, I’ll remind you to stop and breathe. You can change that, your job title, your time zone and more with `/cmad profile`.

    If not: press **No, thanks**, and you’re left out. If you don’t answer, you can be thanked and get your digest, and nothing more.

note-breathe-title = Stop and breathe
note-breathe = { $givers ->
    [0] Today is for people like you. Looking after others often goes unseen, and it matters all the same. You are appreciated.
    [one] One person wrote to you for Community Manager Appreciation Day. You are appreciated.
   *[other] { $givers } people wrote to you for Community Manager Appreciation Day. You are appreciated.
}
note-breathe-wait = There’s nothing to answer tonight: the words will be there tomorrow. Go and hug your family.

note-digest-title = Your digest { $year }
note-digest-title-updated = Your digest { $year }, updated
note-digest = Here is what they wrote to you. Under **My digest** you can pin the ones you like best and hide what should stay with you. Then copy your boss, or keep it to yourself: nothing goes to a boss unless you choose it.
note-digest-updated = Something was added, changed or withdrawn since the last one. No one has had a copy of this one.
note-digest-few = Here is what was written to you. It’s yours alone: a copy for a boss needs words that they may read from at least two people.
note-without-words-title = Your #CMAD { $year }
# To a manager to whom no one wrote.
without-words = The day came, and there are no words for you here. That says nothing about your work: many people are grateful without writing it down, and this day is new to most of them. Thank you for looking after them.
without-words-others = What others do:
without-words-ask = Ask someone you helped for one sentence. Anyone who thanked you by email, in a forum or face to face can write it here with `/thank`, until { $closes }.
without-words-next = Put next year’s day in your calendar: { $date }.

note-copy = { $mention } looks after the community { $server } on Discord. On Community Manager Appreciation Day { $year }, its members could say thank you, and { $manager } chose to send you this page.
note-copy-more = Questions? Ask { $mention }. If you press **Stop sending me these**, I’ll never send you anything about { $manager } again, this year or later.

note-ask-consent = Your thank-you was noticed. May their boss see it? Only you can use the buttons, because the words are yours. Until you say yes, only the person you thanked sees them.
note-ask-whom = This looks like a thank-you, and I don’t want to guess who it’s for. Choose who you mean, and it counts. Only you can use the buttons, because the words are yours.

# To the admins.

note-report-title = Something needs your attention
report-skipped = **Skipped: { $send }.** { $why } It would come too late now. If you like, post something yourself; everything after it goes ahead as planned.
held-away = I was away when it was due.
held-no-answer = Discord couldn’t be reached, or didn’t answer properly.
held-too-many = Discord didn’t let me send that much.
held-paused = The campaign was paused when it was due.
held-removed = I wasn’t in this server when it was due.
held-moved = Its time was changed, and the new one had passed already.
held-database = My database didn’t work when it was due.
held-clock = The clock of the machine I run on was wrong when it was due.
held-limit = The limit for copies in one day had been reached.
report-unknown = **Not certain: { $send }.** The answer was lost while I sent it, and I couldn’t check whether it arrived. So that nothing comes twice, I won’t send it again. Please check, and write it yourself if it’s missing. With the permission **Read Message History** I can check for myself.
report-refused = **Held back: { $send }.** { $why } I keep trying until it would come too late. `/campaign doctor` shows what’s missing.
report-failed = **Gave up: { $send }.** { $why }
report-lost = **Gave up: { $send }.** My program was stopped each time I tried, most likely because this machine has too little memory for it. Whoever runs this bot can find it in the log. A digest can still be read with `/cmad digest`.
report-closed = **Not delivered: { $send }.** { $manager } doesn’t accept direct messages from me. I’ll keep trying once a day, as long as it makes sense. They can allow direct messages from members of this server; `/cmad digest` always works for them.
report-quarantined = **Discord doesn’t let me send direct messages to anyone.** It has put me into quarantine (code 20026), because it takes me for spam. Direct messages wait, and I try one a day; all community managers can read their digest with `/cmad digest`. Whoever runs this bot can appeal to Discord’s support.
report-no-content-intent = **I can’t see the hashtag.** Discord doesn’t grant me the Message Content intent. Whoever runs this bot can switch it on in Discord’s developer portal, on the page “Bot”, and start me again; from 10,000 people on, Discord has to approve it first. Every other way to thank works without it; `/campaign hashtag` switches the hashtag off.
report-code-10003 = The channel is gone (Discord error 10003). Choose another one with `/campaign setup`.
report-code-50001 = I can’t see the channel (Discord error 50001). Give me **View Channel** there.
report-code-50007 = They don’t accept direct messages from me (Discord error 50007).
report-code-50013 = A permission is missing (Discord error 50013). I need **Send Messages**, and **Create Events** for the scheduled event.
report-code-200000 = AutoMod stopped it (Discord error 200000). Make an exception for me in the rule that stopped it.
report-code-full = A list in this server is full (Discord error { $code }): that of scheduled events, for instance, takes a hundred that aren’t over. Make room there.
report-code-passes = Discord isn’t accepting it right now (code { $code }); this passes without your help.
report-code-filter = One of Discord’s filters stopped it (code { $code }).
report-code-none = Discord gave no reason.
report-code-other = Discord’s error code is { $code }. `/campaign doctor` may show why.

# What a send is called in a sentence.
send-roster-check = the roster check
send-announce = the announcement
send-event = the scheduled event
send-countdown = the countdown post
send-eve = the post before the day
send-day = the day’s post
send-last-call = the last call
send-breathe = *stop and breathe* for { $who }
send-recap = the recap
send-digest = the digest for { $who }
send-close = the close of the campaign
send-invite = the invitation to { $who }
send-ask-holders = the post that asks the holders of the role
send-thanks = a public thank-you
send-unpost = removing words that were withdrawn
send-react = the reaction under a message
send-question = a question to a giver
send-other = a message

# The digest as a message. Whatever does not fit is in the file that goes with it.
page-more-words = More of their words
page-more = { $count ->
    [one] and one more message in the file
   *[other] and { $count } more messages in the file
}
page-added-more = { $count ->
    [one] and one more of these in the file
   *[other] and { $count } more of these in the file
}
page-cut = “…” marks words that go on in the file.

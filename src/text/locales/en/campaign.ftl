# What admins read about their campaign, and what managers read about their place on the roster.
# See words.ftl. A line that begins with "- " is an entry of a list. $unix is an instant that Discord shows in each reader's own time.

unknown-command = This version of the bot does not know that command or button. Please try the command again: Discord may still show an older one.
member-not-described = Discord did not tell me who that member is, so nothing was changed. Please send the command again and choose them from the list; if it happens again, Discord has a problem.
files-not-taken = **Without the files:** Discord takes no files here for now. Please try again later, or in another server.
files-too-large = **Left out, because Discord takes no files that large:** { $files }
only-in-servers = That works in a server only. Please use the command there.
only-for-admins = Only members who may manage this server can see that.
not-set-up = Community Manager Appreciation Day is not set up on this server yet. An admin can do it with `/campaign setup`.
not-set-up-admin = Community Manager Appreciation Day is not set up on this server yet. Begin with `/campaign setup`: a channel and your time zone are all it needs.
failed-inside = Something went wrong on our side, so this may not have been done. Please try again in a minute; if it happens again, tell the person who runs this bot.
failed-whole = Discord did not take the whole of this, so here is a shorter form.
failed-answer = Discord refused my answer, even a shorter one, so I cannot show you what came of this. Please tell the person who runs this bot: its log has the reason.
failed-form = Discord refused to open the form. Please try again in a minute; if it happens again, tell the person who runs this bot: its log has the reason.
bot-is-no-member = The commands are here, but the bot itself is not a member of this server. Please invite it again with the link that its operator uses (scopes `bot` and `applications.commands`). Nothing was changed.

and-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}

permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-send-in-threads = Send Messages in Threads
permission-read-message-history = Read Message History
permission-add-reactions = Add Reactions
permission-attach-files = Attach Files
permission-create-events = Create Events

# The day and the plan

campaign-day = ## #CMAD { $year }: { $date }
    The day begins here <t:{ $unix }:R>, <t:{ $unix }:f> by your clock.
plan-head = **The plan**, in the time of { $zone } (in brackets: your time)
plan-line = - **{ $step }**: { $date }, { $time } (<t:{ $unix }:f>){ $own ->
    [yes] , by each manager’s own clock
   *[no] { "" }
}{ $moved ->
    [yes] , moved
    [rests] , because where you moved it does not fit the other steps any more
   *[no] { "" }
} · { $state }

state-off = off
state-nobody = for nobody yet
state-planned = planned
state-claimed = on its way
state-sent = sent
state-refused = refused by Discord, tried again
state-skipped = skipped, too late
state-failed = failed
state-unknown = unknown whether it arrived
state-dropped = not needed any more
state-counted = { $count } { $state }
state-and-event = { $state }; the event: { $event }

next-nothing = Nothing more is planned for this campaign.
next-now = **Next:** { $step }, within the next minutes.
next-then = **Next:** { $step }, <t:{ $unix }:R> (<t:{ $unix }:f>). Until then the campaign posts nothing by itself.
next-paused = **Next:** { $step }, planned for <t:{ $unix }:f>, but the campaign is paused. `/campaign resume` lets it go on.

# /campaign setup

setup-done = It is set up: posts go to <#{ $channel }>, and they ping nobody. You can run `/campaign setup` again to change anything; what you leave out stays as it is.
setup-not-last-monday = This is the fourth Monday of January, as always. This year it is **not** the last one: January has a fifth Monday a week later.
setup-skipped = **Too late for:** { $steps }. They are skipped; everything else goes as planned.
setup-roster = **Fill the roster:** `/roster add` for each community manager, or run setup again with a `manager_role`.
setup-roster-role = **Fill the roster:** whoever has <@&{ $role }> is put on it when they are first seen (thanked, mentioned, pressing a button). `/roster add` does it at once.
setup-all-there = The bot has every permission it needs. See a post as it will go out with `/campaign preview`, and look again at any time with `/campaign doctor`.
setup-missing = **What is still missing** (look again with `/campaign doctor`):
setup-bad-hour = The hour has to be a whole number from 0 to { $latest }, so that the last call comes after the day’s own post. Nothing was changed.
setup-role-everyone = @everyone would make every member a community manager. Please choose the role of your team, or leave it out and use `/roster add`. Nothing was changed.
setup-same-channel = Reports for admins must not go to the channel in which the campaign is posted. Please choose a private channel as `admin_channel`; if you leave it out, they come to you as private messages. Nothing was changed.
setup-public-admins = Reports for admins must not go into a public channel, and everybody can read <#{ $channel }>. Take *View Channel* from @everyone there, or choose another `admin_channel`; if you leave it out, they come to you as private messages. Nothing was changed.
setup-channel-gone = That channel is not there any more, or it belongs to another server. Please choose another. Nothing was changed.
setup-cannot-post = The bot cannot post there, so nothing was changed.
setup-again = Then run `/campaign setup` again.
setup-refused-hour = The new hour does not fit where the other steps stand. Nothing of this setup was changed; see `/campaign steps`.
unknown-zone = There is no time zone or city “{ $typed }” that the bot knows. Type the next big city and pick from the list, or an IANA name such as `Europe/Berlin`. An offset such as GMT+2 is not enough, because clocks change. Nothing was changed.
unknown-zone-near = There is no time zone or city “{ $typed }” that the bot knows. Did you mean { $near }? Nothing was changed.

# /campaign status

phase-before = Thanks of this campaign are collected from <t:{ $opens }:f> to <t:{ $closes }:f>. Thanks given earlier with `/thank` count for it too.
phase-open = Thanks are being collected until <t:{ $closes }:f>.
phase-day = **Today is the day.** Thanks are being collected until <t:{ $closes }:f>.
phase-after = Thanks were collected until <t:{ $closes }:f>. This campaign is closing.
phase-paused = **Paused** since <t:{ $unix }:f>: nothing is posted or sent. Thanks still count. `/campaign resume` lets it go on.
status-total = **So far:** { $thanks ->
    [0] no thanks yet.
    [one] one thank-you.
   *[other] { $thanks } thanks from { $givers ->
        [one] one person
       *[other] { $givers } people
    } for { $managers ->
        [one] one manager
       *[other] { $managers } managers
    }.
}
status-roster = **Roster:** { $count ->
    [0] nobody yet.
   *[other] { $count } ({ $accepted } accepted, { $invited } not answered yet).
}
status-settings = **Settings:** posts in <#{ $channel }>, in { $language }; the hashtag is { $hashtag ->
    [on] listened to.
   *[off] not listened to.
}
status-reports-in = Reports go to <#{ $channel }>.
status-reports-to = Reports go to <@{ $user }>, privately.
status-role = Whoever has <@&{ $role }> is a manager.
status-theme = Theme: { $theme }
status-reports = **Needs a look**, newest first:
status-in-which = You set the day up on more than one server. Please use `/campaign status` in the one you mean.

status-report-skipped = - { $what }: skipped, it would have been too late.
status-report-unknown = - { $what }: it cannot be known whether it arrived, so it is not repeated. Please look.
status-report-refused = - { $what }: refused by Discord (code { $code }), tried again. `/campaign doctor` shows what is missing.
status-report-failed = - { $what }: given up (Discord’s code { $code }).
status-report-closed-messages = - <@{ $user }> takes no private messages. It is tried again daily until close; `/cmad digest` works for them in any case.
status-report-quarantined = - Discord lets the bot write to no one in private (quarantine, code 20026). It is tried once a day; `/cmad digest` works for everyone.
status-report-no-content-intent = - Discord does not let the bot read messages, so the hashtag is not heard. Every other way to thank works.


# /campaign steps

steps-head = Nothing was changed.
steps-how = Change one step at a time: `/campaign steps step:… on:False`, or `days:-10 time:18:30`, or `reset:True`.
steps-now-on = **{ $step }** is on, and due <t:{ $unix }:f>.
steps-now-off = **{ $step }** is off: it is not taken. Everything else goes as planned.
steps-moved = **{ $step }** was moved to <t:{ $unix }:f>.
steps-reset-done = **{ $step }** is back at its default: it is on, and due <t:{ $unix }:f>.
steps-reset-off = **{ $step }** is back at its default: it is off.
steps-was-sent = It was sent already, and what was sent stays sent. The change counts from next year on.
steps-past = That time has passed: it goes out within the next minutes, unless that is too late for it.
steps-which = Which step? Give `step` together with what you want to change. Nothing was changed.
steps-one-change = One change at a time, please: either `on`, or `days` and `time`, or `reset`. Nothing was changed.
steps-bad-time = The time has to be a time of day such as `09:00` or `18:30`. Nothing was changed.

refused-cannot-be-off = **{ $step }** cannot be switched off: it is what the campaign is for. Nothing was changed.
refused-out-of-order = **{ $earlier }** has to come before **{ $later }**. Nothing was changed; move the other one first, if you mean it.
refused-too-far = **{ $step }** has to be within 60 days before the day and 30 days after it. Nothing was changed.
refused-not-before = **{ $step }** has to come before the day: `days` must be -1 or less. Nothing was changed.
refused-not-on-the-day = **{ $step }** has to be on the day itself: `days` must be 0. Nothing was changed.
refused-not-after = **{ $step }** has to come after the day: `days` must be 1 or more. Nothing was changed.

# /campaign doctor

doctor-good = **All is well.** Looked at: the database, both channels and the bot’s permissions in them, the scheduled event, reading messages, the manager role, the roster, and what was reported.
holders-on-roster = **{ $on }** of { $count } holders of <@&{ $role }> are on the roster. Who is not has declined, or was taken off.
doctor-head = { $count ->
    [one] **One thing needs a look.**
   *[other] **{ $count } things need a look.**
}
doctor-database = **The database does not answer**, so nothing can be kept or sent now. Please tell the person who runs this bot; what was promised goes out as soon as it is back.
doctor-new-database = **The bot’s database is new.** If CMAD was set up on this server before, nothing of that is in it. Please tell the person who runs this bot before you set it up again.
doctor-missing = - **In <#{ $channel }> the bot lacks** { $list }. Open the channel’s settings, Permissions, and allow it for the bot’s role.
doctor-permission = *{ $permission }* ({ $why })
why-view-channel = to see the channel
why-send-messages = to post
why-send-in-threads = to ask under a message in a thread
why-read-message-history = without it, a post under way during a crash stays “unknown”
why-add-reactions = to show under a message that it counted
why-attach-files = to give files, such as a digest as PDF or an export
why-create-events = to make the scheduled event
doctor-no-events = - **The bot may not make the scheduled event.** Allow *{ $permission }* for its role in Server Settings, Roles. Everything else works without.
doctor-channel-gone = - **The campaign’s channel is gone**, so nothing can be posted. Run `/campaign setup` with another one.
doctor-admin-channel-gone = - **The admins’ channel is gone**, so no report arrives. Run `/campaign setup` with another `admin_channel`.
doctor-admin-channel-public = - **Everybody can read <#{ $channel }>**, where the reports for admins go. Take *View Channel* from @everyone there, or choose another `admin_channel`.
doctor-nobody-hears = - **Nobody gets the reports:** <@{ $user }>, who set this up, has left. Run `/campaign setup` yourself, or with an `admin_channel`.
doctor-no-content = - **The hashtag cannot be heard**, because Discord does not let the bot read messages. Its operator can switch on *Message Content Intent* in the developer portal; or switch the hashtag off with `/campaign hashtag`. Every other way to thank works.
doctor-role-gone = - **The manager role is gone** (<@&{ $role }>), so nobody new is recognised by it. Run `/campaign setup` with another `manager_role`, or use `/roster add`.
doctor-roster-empty = - **The roster is empty**, so nobody can be thanked. Add the community managers with `/roster add`.
doctor-nobody-accepted = - **Nobody on the roster has accepted yet.** They can be thanked and get their digest all the same; *Stop and breathe* and a copy for a boss need their yes. Ask them to look at their private messages.
doctor-paused = - **The campaign is paused**, so nothing is posted or sent. `/campaign resume` lets it go on.
doctor-timed-out = - **The bot is timed out** until <t:{ $unix }:f>: it can neither post nor react here. A person who may moderate members can lift it. What is due waits as long as it makes sense.
doctor-reports = - **{ $count ->
    [one] Something was reported.
   *[other] { $count } things were reported.
}** `/campaign status` shows what.

# /campaign preview, hashtag, pause, resume

preview-line = *Preview of **{ $step }**: only you see this, and it pings nobody. { $on ->
    [yes] It is due <t:{ $unix }:f> in <#{ $channel }>, with the numbers and names of then.
   *[no] This step is switched off.
}*
hashtag-on = The hashtag is on: while thanks are collected, a message with #CMAD that names a manager counts. Its author is asked once what may be done with the words.
hashtag-on-refused = The hashtag is on, but Discord does not let the bot read messages, so it is not heard yet. The bot’s operator can switch on *Message Content Intent* in the developer portal. Every other way to thank works.
hashtag-off = The hashtag is off: messages with #CMAD are not looked at any more. What was found already stays. `/thank`, the buttons and mentions of the bot work as before.
paused-now = Paused: nothing is posted or sent from now on, and nothing is lost. Thanks still count. `/campaign resume` lets it go on; a step that would be too late by then is skipped and reported.
paused-already = It was paused already. `/campaign resume` lets it go on.
resumed-now = It goes on. What became due meanwhile is sent now, unless it is too late for it; then it is skipped and reported. `/campaign status` shows it.
resumed-already = It was not paused, so nothing was changed. `/campaign status` shows what comes next.

# /roster

roster-invited = **{ $name }** (<@{ $user }>) is on the roster and can be thanked. A private message asks them whether they accept; until they do, they get their digest, but no *Stop and breathe*.
roster-already = **{ $name }** (<@{ $user }>) is on the roster already. Nothing was changed.
roster-already-changed = **{ $name }** (<@{ $user }>) is on the roster already. Title and team were changed as you wrote.
roster-declined = **{ $name }** (<@{ $user }>) asked to be left alone, and is. Nothing was changed. They can come back by themselves, with the button in the bot’s private message to them.
roster-bot = **{ $name }** (<@{ $user }>) is a bot. Only people can be on the roster.
roster-not-a-member = **{ $name }** (<@{ $user }>) is not a member of this server. Nothing was changed.
roster-removed = **{ $name }** (<@{ $user }>) is off the roster: nobody can thank them here, and they get no messages. The thanks they have are kept. `/roster add` puts them back.
roster-was-not-on = **{ $name }** (<@{ $user }>) is not on the roster. Nothing was changed.
roster-empty = Nobody is on the roster yet, so nobody can be thanked. Add each community manager with `/roster add`.
roster-of-role = Whoever has <@&{ $role }> is added when they are first seen: thanked, mentioned, or pressing a button.
roster-head = { $count ->
    [one] **One community manager** can be thanked here:
   *[other] **{ $count } community managers** can be thanked here:
}
roster-line = - **{ $name }** (<@{ $user }>){ $has ->
    [about] , { $about }
   *[nothing] { "" }
} · { $place }
place-accepted = accepted
place-invited = has not answered
roster-foot = Change it with `/roster add` and `/roster remove`. Whoever has not answered can be thanked all the same, and gets their digest.

# The invitation, answered

invite-accepted = **Welcome to the roster of { $server }.** People can thank you there, and what they write is yours: it goes to nobody unless you pass it on.
    Messages come by the clock of { $zone }. Set your own time zone, language and title with `/cmad profile`. If you may want to copy your boss one day, name them with `/cmad boss set`; nothing is sent without you.
invite-declined = **You are not on the roster of { $server }.** You are left alone: nobody can thank you there through this bot, and nothing more comes from it.
    If you change your mind, the button below brings you back at any time.
invite-no-place = You are not on the roster of { $server } any more, so there is nothing to accept or to decline. If that is a mistake, an admin there can add you with `/roster add`.
invite-server-gone = The day is not set up on that server any more, so there is nothing to accept or to decline.
invite-leave-button = Leave me alone after all
invite-return-button = Put me on the roster after all

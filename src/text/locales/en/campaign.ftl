# What admins read about their campaign, and what managers read about their place on the roster.
# See words.ftl. A line that begins with "- " is an entry of a list. $unix is an instant that Discord shows in each reader's own time.

unknown-command = I don’t recognize that command or button. Discord may still be showing an old one; please try the command again.
member-not-described = Discord didn’t tell me who that member is, so nothing was changed. Please send the command again and choose them from the list; if it happens again, the problem is on Discord’s side.
person-not-described = Discord didn’t tell me who you picked, so nothing was saved. Please try again; if it happens again, the problem is on Discord’s side.
files-not-taken = **Without the files:** Discord isn’t accepting files here right now. Please try again later, or in another server.
files-too-large = **Left out, because Discord doesn’t accept files that large:** { $files }
only-in-servers = This only works in a server. Please use the command there.
only-for-admins = Only members with the Manage Server permission can see this.
not-set-up = Community Manager Appreciation Day isn’t set up in this server yet. An admin can do it with `/campaign setup`.
not-set-up-admin = Community Manager Appreciation Day isn’t set up in this server yet. Start with `/campaign setup`: a channel and your time zone are all it needs.
failed-inside = Something went wrong on my side, so this may not have gone through. Please try again in a minute; if it happens again, tell whoever runs this bot.
failed-whole = Discord didn’t accept all of this, so here is a shorter form.
failed-answer = Discord refused my answer, even a shorter one, so I can’t show you what came of this. Please tell whoever runs this bot: its log has the reason.
failed-form = Discord refused to open the form. Please try again in a minute; if it happens again, tell whoever runs this bot: its log has the reason.
bot-is-no-member = My commands are here, but I’m not a member of this server. Please invite me again with the link from whoever runs this bot (scopes `bot` and `applications.commands`). Nothing was changed.

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
    Start of the day here: <t:{ $unix }:R>; in your time zone, <t:{ $unix }:f>.
plan-head = **The plan**, in { $zone } time (your time in brackets)
plan-line = - **{ $step }**: { $date }, { $time } (<t:{ $unix }:f>){ $own ->
    [yes] , in each manager’s own time zone
   *[no] { "" }
}{ $moved ->
    [yes] , moved
    [rests] , not where you moved it: that time no longer fits the other steps
   *[no] { "" }
} · { $state }

state-off = off
state-nobody = no recipients yet
state-planned = planned
state-claimed = on its way
state-sent = sent
state-refused = refused by Discord, retrying
state-skipped = skipped, too late
state-failed = failed
state-unknown = no way to tell whether it arrived
state-dropped = no longer needed
state-counted = { $count } { $state }
state-and-event = { $state }; the event: { $event }

next-nothing = Nothing more is planned for this campaign.
next-now = **Next:** { $step }, in the next few minutes.
next-then = **Next:** { $step }, <t:{ $unix }:R> (<t:{ $unix }:f>). Nothing is posted automatically until then.
next-paused = **Next:** { $step }, planned for <t:{ $unix }:f>, but the campaign is paused. Use `/campaign resume` to continue.

# /campaign setup

setup-done = All set: posts go to <#{ $channel }>, and they ping no one. Run `/campaign setup` again to change anything; what you leave out stays as it is.
setup-not-last-monday = This is the fourth Monday of January, as always. This year it’s **not** the last one: January has a fifth Monday a week later.
setup-skipped = **Too late for:** { $steps }. Skipped; everything else goes as planned.
setup-roster = **Fill the roster:** `/roster add` for each community manager, or run setup again with a `manager_role`.
setup-roster-role = **Fill the roster:** anyone with <@&{ $role }> is added the first time the bot sees them (when they’re thanked, mentioned, or press a button). `/roster add` adds someone right away.
setup-all-there = The bot has every permission it needs. Use `/campaign preview` to see a post as it will go out, and `/campaign doctor` to check again at any time.
setup-missing = **What’s still missing** (check again with `/campaign doctor`):
setup-bad-hour = The hour has to be a whole number from 0 to { $latest }, so that the last call comes after the main post of the day. Nothing was changed.
setup-role-everyone = @everyone would make every member a community manager. Please choose your team’s role, or leave it out and use `/roster add`. Nothing was changed.
setup-same-channel = Reports for admins can’t go to the channel where the campaign is posted. Please choose a private channel as `admin_channel`; if you leave it out, they come to you as direct messages. Nothing was changed.
setup-public-admins = Reports for admins can’t go to a public channel, and everyone can read <#{ $channel }>. Remove *View Channel* from @everyone there, or choose another `admin_channel`; if you leave it out, they come to you as direct messages. Nothing was changed.
setup-channel-gone = That channel no longer exists, or it belongs to another server. Please choose another. Nothing was changed.
setup-cannot-post = The bot can’t post there, so nothing was changed.
setup-again = Then run `/campaign setup` again.
setup-refused-hour = The new hour clashes with the other steps, so nothing was changed. See `/campaign steps`.
unknown-zone = I don’t know the time zone or city “{ $typed }”. Type the nearest big city and pick from the list, or an IANA name such as `Europe/Berlin`. An offset such as GMT+2 isn’t enough, because clocks change. Nothing was changed.
unknown-zone-near = I don’t know the time zone or city “{ $typed }”. Did you mean { $near }? Nothing was changed.

# /campaign status

phase-before = Thank-yous for this campaign are collected from <t:{ $opens }:f> to <t:{ $closes }:f>. Those given earlier with `/thank` count too.
phase-open = Thank-yous are being collected until <t:{ $closes }:f>.
phase-day = **Today is the day.** Thank-yous are being collected until <t:{ $closes }:f>.
phase-after = Thank-yous were collected until <t:{ $closes }:f>. This campaign is closing.
phase-paused = **Paused** since <t:{ $unix }:f>: nothing is posted or sent. Thank-yous still count. Use `/campaign resume` to continue.
status-total = **So far:** { $thanks ->
    [0] no thank-yous yet.
    [one] one thank-you.
   *[other] { $thanks } thank-yous from { $givers ->
        [one] one person
       *[other] { $givers } people
    } for { $managers ->
        [one] one community manager
       *[other] { $managers } community managers
    }.
}
status-roster = **Roster:** { $count ->
    [0] no one yet.
   *[other] { $count } ({ $accepted } accepted, { $invited } not answered yet).
}
status-settings = **Settings:** posts in <#{ $channel }>, in { $language }; the hashtag is { $hashtag ->
    [on] on.
   *[off] off.
}
status-posts-here = **Public thank-yous** are posted where they’re given, if everyone sees that channel.
status-posts-campaign_channel = **Public thank-yous** are posted in <#{ $channel }>.
status-reports-in = Reports go to <#{ $channel }>.
status-reports-to = Reports go to <@{ $user }>, by direct message.
status-role = Anyone with <@&{ $role }> is a community manager.
status-holders = A post asks the holders of that role whether they accept: { $joined } of { $asked } have a place since.
status-theme = Theme: { $theme }
status-reports = **Needs attention**, newest first:
status-in-which = You set the day up in more than one server. Please use `/campaign status` in the one you mean.

status-report-skipped = - { $what }: skipped, because it would have been too late. { $why }
status-report-unknown = - { $what }: there’s no way to tell whether it arrived, so it won’t be sent again. Please check.
status-report-refused = - { $what }: refused by Discord (code { $code }), retrying. `/campaign doctor` shows what is missing.
status-report-failed = - { $what }: gave up (Discord error { $code }).
status-report-lost = - { $what }: gave up, because the program was stopped each time.
status-report-closed-messages = - <@{ $user }> doesn’t accept direct messages. The bot retries every day until the campaign closes; `/cmad digest` always works for them.
status-report-quarantined = - Discord doesn’t let the bot send direct messages to anyone (quarantine, code 20026). The bot retries once a day; `/cmad digest` works for everyone.
status-report-no-content-intent = - Discord doesn’t let the bot read messages, so it can’t see the hashtag. Every other way to thank works.


# /campaign steps

steps-head = Nothing was changed.
steps-how = Change one step at a time: `/campaign steps step:… on:False`, or `days:-10 time:18:30`, or `reset:True`.
steps-now-on = **{ $step }** is on, and due <t:{ $unix }:f>.
steps-now-off = **{ $step }** is off and won’t run. Everything else goes as planned.
steps-moved = **{ $step }** was moved to <t:{ $unix }:f>.
steps-reset-done = **{ $step }** is back to its default: on, and due <t:{ $unix }:f>.
steps-reset-off = **{ $step }** is back to its default: off.
steps-event-goes = The scheduled event goes away as well. Posts that are out stay.
steps-was-sent = This was sent already and can’t be unsent. The change applies from next year on.
steps-past = That time has passed: it goes out in the next few minutes, unless it’s too late for this step.
steps-which = Which step? Give `step` together with what you want to change. Nothing was changed.
steps-one-change = One change at a time, please: either `on`, or `days` and `time`, or `reset`. Nothing was changed.
steps-bad-time = The time has to be a time of day such as `09:00` or `18:30`. Nothing was changed.

refused-cannot-be-off = **{ $step }** can’t be switched off: it’s what the campaign is for. Nothing was changed.
refused-out-of-order = **{ $earlier }** has to come before **{ $later }**. Nothing was changed; if that’s what you want, move the other one first.
refused-too-far = **{ $step }** can be at most 60 days before the day and 30 days after it. Nothing was changed.
refused-not-before = **{ $step }** has to come before the day: `days` must be -1 or less. Nothing was changed.
refused-not-on-the-day = **{ $step }** has to be on the day itself: `days` must be 0. Nothing was changed.
refused-not-after = **{ $step }** has to come after the day: `days` must be 1 or more. Nothing was changed.

# /campaign doctor

doctor-good = **All is well.** Checked: the database, both channels and the bot’s permissions in them, the scheduled event, reading messages, the manager role, the roster, and what was reported.
holders-on-roster = **{ $on }** of the { $count } members with <@&{ $role }> are on the roster. The others declined or were removed.
holders-waiting = **{ $on }** of the { $count } members with <@&{ $role }> are on the roster. { $waiting } more aren’t yet: each would get a direct message that asks them, at most { $pace } a minute. Instead, one post in <#{ $channel }> can ask all of them.
holders-asked = **{ $on }** of the { $count } members with <@&{ $role }> are on the roster. A post in <#{ $channel }> asks the other { $waiting }; it goes away once all of them have accepted.
holders-unread = Discord didn’t show the bot all members, so anyone missing is asked when the bot first sees them.
button-invite-holders = Send invitations ({ $count })
button-ask-holders = Ask in one post
button-ask-holders-again = Post it again
doctor-head = { $count ->
    [one] **One thing needs attention.**
   *[other] **{ $count } things need attention.**
}
doctor-database = **The database isn’t responding**, so nothing can be saved or sent right now. Please tell whoever runs this bot; everything due goes out as soon as it’s back.
doctor-new-database = **The bot’s database is new.** If CMAD was set up on this server before, nothing of that is in it. Please tell whoever runs this bot before you set it up again.
doctor-missing = - **In <#{ $channel }> the bot lacks** { $list }. Open Edit Channel > Permissions and allow it for the bot’s role.
doctor-permission = *{ $permission }* ({ $why })
why-view-channel = to see the channel
why-send-messages = to post
why-send-in-threads = to ask a question under a message in a thread
why-read-message-history = without it, a post being sent during a crash stays “unknown”
why-add-reactions = to show under a message that it counted
why-attach-files = to send files, such as a digest as PDF or an export
why-create-events = to create the scheduled event
doctor-no-events = - **The bot isn’t allowed to create the scheduled event.** Allow *{ $permission }* for its role in Server Settings > Roles. Everything else works without it.
doctor-channel-gone = - **The campaign’s channel is gone**, so nothing can be posted. Run `/campaign setup` with another one.
doctor-admin-channel-gone = - **The admin channel is gone**, so no report arrives. Run `/campaign setup` with another `admin_channel`.
doctor-admin-channel-public = - **Everyone can read <#{ $channel }>**, where the reports for admins go. Remove *View Channel* from @everyone there, or choose another `admin_channel`.
doctor-reports-unread = - **No one gets the reports:** <@{ $user }>, who set this up, has left or can’t manage the server any more. The reports wait in `/campaign status`. Run `/campaign setup` yourself, or with an `admin_channel`.
doctor-no-content = - **The bot can’t see the hashtag**, because Discord doesn’t let it read messages. Whoever runs this bot can switch on *Message Content Intent* in the developer portal; or you can switch the hashtag off with `/campaign hashtag`. Every other way to thank works.
doctor-no-content-review = - **The bot can’t see the hashtag**, because Discord doesn’t let it read messages. It reaches so many people that Discord has to approve *Message Content Intent* first; whoever runs this bot can apply. Messages that mention the bot or reply to it with a ping count, and every other way to thank works. You can also switch the hashtag off with `/campaign hashtag`.
doctor-reach = This bot reaches { $users } people at most, in { $servers ->
    [one] one server
   *[other] { $servers } servers
  }. Message Content Intent: { $content }; Server Members Intent: { $members }.
doctor-reach-free = From 10,000 people on, Discord reviews these intents.
doctor-reach-apply = From 10,000 people on, Discord reviews these intents every year: the person who runs this bot should apply now.
doctor-reach-reviewed = From 10,000 people on, Discord has to approve these intents every year. Without them, every command, button and form works, and so do messages that mention the bot or reply to it with a ping.
doctor-reach-public = Anyone can invite this bot, and then the members of their server count too; a person who runs it only for their own servers can switch *Public Bot* off in the developer portal.
doctor-role-gone = - **The manager role is gone** (<@&{ $role }>), so no one new is recognized by it. Run `/campaign setup` with another `manager_role`, or use `/roster add`.
doctor-allowed-others = **{ $command }** can also be used by { $who }: that was allowed in Server Settings > Integrations.
doctor-roster-empty = - **The roster is empty**, so no one can be thanked. Add the community managers with `/roster add`.
doctor-none-accepted = - **No one on the roster has accepted yet.** They can be thanked and get their digest all the same; *Stop and breathe* and a copy for a boss need their consent. Ask them to check their direct messages.
doctor-paused = - **The campaign is paused**, so nothing is posted or sent. Use `/campaign resume` to continue.
doctor-copies-held = - **No copy goes to a boss**: the bot’s data was restored, and it isn’t known who asked for no more copies. The person who runs this bot can settle that.
doctor-timed-out = - **The bot is timed out** until <t:{ $unix }:f>: it can neither post nor react here. Anyone with the Timeout Members permission can lift it. Whatever is due waits until it would come too late.
doctor-reports = - **{ $count ->
    [one] Something was reported.
   *[other] { $count } things were reported.
}** `/campaign status` shows what.

# /campaign preview, hashtag, pause, resume

preview-line = *Preview of **{ $step }**: only you see this, and it pings no one. { $on ->
    [yes] It’s due <t:{ $unix }:f> in <#{ $channel }>, with the numbers and names at that time.
   *[no] This step is switched off.
}*
hashtag-on = The hashtag is on: while thank-yous are collected, a message with #CMAD that mentions a community manager counts. Its author is asked once how the words may be used.
hashtag-on-refused = The hashtag is on, but Discord doesn’t let the bot read messages, so it can’t see the hashtag yet. Whoever runs this bot can switch on *Message Content Intent* in the developer portal; from 10,000 people on, Discord has to approve it first. Every other way to thank works.
hashtag-off = The hashtag is off: messages with #CMAD are no longer picked up. What was found already stays. `/thank`, the buttons and mentions of the bot work as before.
paused-now = Paused: nothing is posted or sent from now on, and nothing is lost. Thank-yous still count. Use `/campaign resume` to continue; a step that would be too late by then is skipped and reported.
paused-already = It was paused already. Use `/campaign resume` to continue.
resumed-now = Resumed. Whatever came due in the meantime is sent now, unless it’s too late; then it is skipped and reported. `/campaign status` shows it.
resumed-already = It wasn’t paused, so nothing was changed. `/campaign status` shows what comes next.

# /roster

roster-invited = **{ $name }** (<@{ $user }>) is on the roster and can be thanked. A direct message asks whether they accept; until they do, they get their digest, but no *Stop and breathe*.
roster-already = **{ $name }** (<@{ $user }>) is on the roster already. Nothing was changed.
roster-already-changed = **{ $name }** (<@{ $user }>) is on the roster already. Title and team were updated.
roster-declined = **{ $name }** (<@{ $user }>) has opted out. Nothing was changed. They can come back whenever they like, with the button in the bot’s direct message to them.
roster-bot = **{ $name }** (<@{ $user }>) is a bot. Only people can be on the roster.
roster-not-a-member = **{ $name }** (<@{ $user }>) isn’t a member of this server. Nothing was changed.
roster-removed = **{ $name }** (<@{ $user }>) is off the roster: no one can thank them here, and they get no messages. The thank-yous they’ve received are kept. `/roster add` puts them back.
roster-was-not-on = **{ $name }** (<@{ $user }>) isn’t on the roster. Nothing was changed.
roster-empty = No one is on the roster yet, so no one can be thanked. Add each community manager with `/roster add`.
roster-of-role = Anyone with <@&{ $role }> is added the first time the bot sees them: when they’re thanked, mentioned, or press a button.
roster-head = { $count ->
    [one] **One community manager** can be thanked here:
   *[other] **{ $count } community managers** can be thanked here:
}
roster-line = - **{ $name }** (<@{ $user }>){ $has ->
    [about] , { $about }
   *[nothing] { "" }
} · { $place }
place-accepted = accepted
roster-cares = Cares about: { $cares }
place-invited = no answer yet
roster-foot = Change it with `/roster add` and `/roster remove`. Whoever hasn’t answered yet can be thanked all the same, and gets their digest.

# The invitation, answered

invite-accepted = **Welcome to the roster of { $server }.** People can thank you there, and what they write is yours: no one else gets it unless you pass it on.
    I’ll write to you on { $zone } time. Set your own time zone, language and job title with `/cmad profile`. If you might want to copy your boss one day, name them with `/cmad boss set`; nothing is sent unless you choose it.
invite-declined = **You’re not on the roster of { $server }.** No one can thank you there through me, and you won’t hear from me about it again.
    If you change your mind, the button below puts you back at any time.
invite-no-place = You’re no longer on the roster of { $server }, so there’s nothing to accept or decline. If that’s a mistake, an admin there can add you with `/roster add`.
invite-server-gone = The day is no longer set up in that server, so there’s nothing to accept or decline.
holder-not-asked = This post has no effect any more: <@&{ $role }> no longer puts anyone on the roster of { $server }.
holder-other = This post asks the members with <@&{ $role }>. You don’t have that role, so there’s nothing you need to do.
invite-leave-button = Take me off the roster
invite-return-button = Put me back on the roster

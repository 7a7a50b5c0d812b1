# Thanking and what follows from it: the form, receipts, refusals, /cmad, the desk.

# The form. Title and labels have 45 characters at most, descriptions 100.
form-title = Say thank you for #CMAD
form-title-everyone = Thank everyone on the roster
form-manager = Who are you thanking?
form-manager-help = Up to five people on this server’s roster of community managers, whatever their job title.
form-words = Your words
form-words-help = What did they do, and what did it change for you? One concrete moment says the most.
form-words-cares-help = They care about: { $cares }
form-relation = You are their …
form-relation-help = It helps a reader who doesn’t know you.
form-for = They …
form-for-help = What you’re thanking them for.
form-consent = How may your words be used?
form-consent-help = You can change it, or take everything back, until the campaign closes.

consent-public-means = Posted here with your name; may be quoted to their boss with name and link.
consent-named-means = Not posted; may be quoted to their boss with your name.
consent-unnamed-means = Not posted; their boss, admins and managers see “a member”, never your name.
consent-private-means = Only for the person you thank, with your name; a boss and admins only see that it was counted.
choice-row = **{ $choice }**: { $means }

# Receipts.
receipt-thanked = 💚 **{ $manager }** will read this in their #CMAD { $year } digest.
receipt-thanked-many = 💚 **{ $managers }** will each read this in their own #CMAD { $year } digest.
receipt-public = Signed **{ $signature }**. It’s **public**: posted in <#{ $channel }>, and may be quoted to their boss with your name and a link.
receipt-public-many = Signed **{ $signature }**. It’s **public**: posted once in <#{ $channel }>, and may be quoted to their bosses with your name and a link.
receipt-named = Signed **{ $signature }**. It isn’t posted, and may be quoted to their boss **with your name**.
receipt-named-many = Signed **{ $signature }**. It isn’t posted, and may be quoted to their bosses **with your name**.
receipt-unnamed = Signed **a member**: the person you thank reads your words without your name, and so may their boss. Nothing is posted.
receipt-unnamed-many = Signed **a member**: the people you thank read your words without your name, and so may their bosses. Nothing is posted.
receipt-private = Signed **{ $signature }**. It’s **private**: only the person you thank reads it; anyone else only sees that it was counted.
receipt-private-many = Signed **{ $signature }**. It’s **private**: only the people you thank read it; anyone else only sees that it was counted.
receipt-not-asked = Signed **{ $signature }**. It’s in the channel already; how else it may be used is up to you.
receipt-cares = -# **{ $name }** cares about: { $cares }
receipt-mixed = You’ve chosen differently for each of them; `/cmad mine` shows which.
receipt-again = I have this one already; it counts once.
receipt-waits = The campaign opens on { $opens }; until then your words wait for #CMAD { $year }.
receipt-withdrawn = Withdrawn. **{ $manager }** won’t see it, and it counts nowhere.
receipt-withdrawn-many = Withdrawn. **{ $managers }** won’t see it, and it counts nowhere.
receipt-hidden = An admin has hidden this thank-you to **{ $manager }**. Ask this server’s admins if you think that’s a mistake.
receipt-hidden-many = An admin has hidden these thank-yous to **{ $managers }**. Ask this server’s admins if you think that’s a mistake.
receipt-over = This can no longer be changed: the campaign is closed, or the thank-you isn’t yours. To have your words removed all the same, press **Erase** in `/cmad privacy`: that’s always possible, and takes effect at once.
button-undo = Undo
button-withdraw = Take it back
button-take-back = Thank them after all
button-try-again = Try again

# Refusals: why, and what can be done.
refused-not-set-up = No campaign is set up in this server yet, so there’s nowhere to keep a thank-you. An admin can start one with `/campaign setup`.
refused-yourself = That’s you! Thank someone who helped you; others will thank you.
refused-bot = **{ $name }** is a bot. Bots aren’t on the roster; thank the people behind them.
refused-from-bot = Thank-yous from bots and webhooks don’t count.
refused-not-on-roster = **{ $name }** isn’t on this server’s roster of community managers. If they should be, nominate them with `/nominate`: the admins decide.
refused-no-one-else = There’s no one else on this server’s roster yet. If someone should be, nominate them with `/nominate`: the admins decide.
refused-declined = **{ $name }** has opted out of #CMAD. You can still thank them in your own words.
refused-too-many = You’ve given { $limit } thank-yous in the past hour, which is the limit. Try again a little later.
refused-everyone-once = You’ve thanked everyone in this campaign already, so it counts once. `/thank` is there for one person, and `/cmad mine` shows what you gave.
refused-too-long = Your message is { $length } characters long; up to { $limit } fit. Please shorten it a little.
refused-words-kept = -# Your words are kept here, for you alone:

# Found words.
found-not-yours = This question is for { $giver } alone: the words are theirs.
found-nothing = Nothing is waiting for your decision. `/cmad mine` shows all your thank-yous.
found-choose = I noticed your words for **{ $managers }**, signed **{ $signature }**. How may they be used? The message stays yours either way.
found-answered = { $n ->
    [0] Noted: **{ $choice }** from now on.
    [one] Thank you. Your choice for these words: **{ $choice }**.
   [2] Thank you. Your choice for both messages: **{ $choice }**.
   *[other] Thank you. Your choice for all { $n } messages: **{ $choice }**.
  } { $means } You can change that in `/cmad mine`.
whom-pick = Who are you thanking with this message?
whom-placeholder = One or more people
whom-gone = That message is gone, so there’s nothing to keep.
whom-thanked = 💚 **{ $manager }** will read your message in their digest.

# /cmad when, mine, why.
when-ahead = Community Manager Appreciation Day { $year } is **{ $date }**: { $days ->
    [one] tomorrow.
   *[other] in { $days } days.
  }
when-today = Community Manager Appreciation Day { $year } is **today**, { $date }. Thank someone!
when-past = Community Manager Appreciation Day { $year } was **{ $date }**.
when-here = Here ({ $zone }), it runs from { $from } to { $until }.
when-not-last = The fourth Monday of January isn’t the last one in that year: whoever says “the last Monday” is a week late.
when-file = This file puts the day in your calendar, every year.
when-no-such-year = Give a year from 1583 to 9999.
mine-none = You haven’t thanked anyone in this campaign yet. `/thank` takes one line; right-click a member → **Thank for #CMAD** opens a form.
mine-some = { $n ->
    [one] You gave **one** thank-you in this campaign.
   *[other] You gave **{ $n }** thank-yous in this campaign.
  } Pick one to change how it may be used, or to take it back.
mine-line = - **{ $manager }**, { $when } ({ $state }): { $words }
mine-unclear = [This message]({ $link }) names no one, so it doesn’t count yet.
mine-undecided = { $n ->
    [one] For **one** thank-you you haven’t said yet how it may be shown.
   *[other] For **{ $n }** thank-yous you haven’t said yet how they may be shown.
  }
mine-to-save = Someone would like [this message]({ $link }) of yours saved as a thank-you.
mine-pick = Pick a thank-you
list-page = -# { $first } to { $last } of { $count }.
button-list-newer = ◀ Newer
button-list-older = Older ▶
mine-withdrawn = withdrawn
mine-hidden = hidden by an admin
why-which = Give me the link to a message: right-click the message → **Copy Message Link**, then `/cmad why message:`.
why-not-yours = Someone else wrote that message; only its author can ask.
why-counts = It counts: **{ $manager }** will read it in their digest.
why-counts-not-asked = It counts: **{ $manager }** will read it in their digest. Their boss won’t, unless you allow it with `/cmad mine`.
why-withdrawn = It doesn’t count for **{ $manager }**: it was withdrawn, or the message was edited or deleted.
why-hidden = It doesn’t count for **{ $manager }**: an admin has hidden it.
why-asked = It looks like a thank-you, but I can’t tell who it’s for. Press the button in my reply to it and pick someone, or mention them in the message.
why-closed = No campaign is collecting in this server right now, so I don’t read messages. `/thank` works all year.
why-hashtag-off = The hashtag is switched off in this server. Mention me together with the person you’re thanking, or use `/thank`.
why-no-sign = I couldn’t find a thank-you in it: write `#CMAD` and mention who you’re thanking (not inside code, a quote or a link), or use `/thank`.

# The profile and the boss.
profile =
    {"**"}Your profile in { $server }** ({ $place })
    Name: { $name }
    Job title: { $title }
    Team: { $team }
    Cares about: { $cares }
    Link: { $link }
    Time zone: { $zone }
    Language: { $language }
    {"*"}Stop and breathe*: { $breathe }
    -# Change any of it with `/cmad profile`. Your boss is set with `/cmad boss set`, and no one but you sees who it is.
profile-none = –
profile-language-none = Language of the server
profile-no-link = A link begins with https:// and leads to a public page.
addressless-name = “{ $text }” has an address or an @ in it. Names, job titles, teams and themes can’t contain either, because they’re shown in emails and on pages too. Nothing was changed.
not-a-manager = You’re not on this server’s roster of community managers. If you should be, ask an admin for `/roster add`.
profile-place-invited = not accepted yet
profile-place-accepted = accepted
profile-place-declined = declined
profile-place-removed = not on the roster
switch-is-on = on
switch-is-off = off
boss-who = Name your boss: a member with `/cmad boss set member:@them`, or an email address with `/cmad boss set email:…`.
boss-is-bot = **{ $boss }** is a bot; name a person.
boss-is-you = You’re your own boss? Then your digest has arrived already. Name someone else, or no one at all.
boss-not-here = **{ $boss }** isn’t a member of this server, so I couldn’t write to them. Name a member, or an address with `email`. Nothing was changed.
boss-set = Noted: **{ $boss }**. They won’t be told.
boss-cleared = Your boss is no longer set. **Copy my boss** gives you the files to forward.
boss-no-more = You’ll get no more digests of **{ $manager }** from me, whoever asks. They see that only if they try to send you one; no one else is told.
boss-no-more-of-none = No digest of that person was sent to you here, so there is nothing to stop.
which-server = Which server do you mean?
which-server-none = I know of no server where you’re on the roster or have thanked someone. Use the command in the server itself.
which-server-go = Please use that command in **{ $server }** itself: what you gave it can’t be carried over.

# The desk.
desk-none = You’re not on this server’s roster, or there was no such campaign, so you have no digest.
desk-title = ## Your #CMAD { $year } digest · { $server }
desk-waits = Your digest comes on { $when }. The words are kept until then, so that the day itself stays calm. You can look now if you like.
desk-pin = Pin up to three quotes to the top
desk-hide = Hide quotes from your boss
desk-no-words = (no words)
desk-yours = It’s yours. Nothing goes to anyone unless you send it.
desk-kept = You chose to keep it to yourself. You can change your mind.
desk-kept-now = Kept. It stays with you; nothing was sent to anyone. You can change your mind on your desk: `/cmad digest`.
desk-kept-late = Kept from now on. A copy has been sent to your boss already, or is being sent now; it can’t be called back.
desk-copied = Your boss has a copy.
desk-copy-on-its-way = A copy is on its way to your boss.
desk-copy-unknown = I can’t tell whether the copy reached your boss, so it isn’t sent again automatically. Ask them, or forward the files.
desk-copy-failed = The copy couldn’t reach your boss (they may have turned off direct messages, or their mail server refused it). Forward the files, or try again.
desk-files = Your own digest with every quote, and the version for your boss, with only what its authors allow. Open the page in a browser, print it, or attach it to an email.
button-show-now = Show me now
button-copy-now = Yes, send it
button-files = Files to forward
copy-ordered = On its way. Your desk shows when it has arrived.
copy-already = Your boss has had this digest already; a copy is sent once. After an update you can send it again.
copy-no-boss = No boss is set, so here are the files to forward yourself, including a draft of an email, with only what their authors allow. `/cmad boss set` names a member of this server or an email address.
copy-no-more = Your boss has asked me to stop sending these, so I don’t write to them. Here are the files, in case you want to pass them on yourself.
copy-not-accepted = Accept your place on the roster first; then you can send copies.
copy-not-due = Your digest isn’t due yet; you can send a copy from then on.

about =
    {"**"}cmad** keeps Community Manager Appreciation Day: every fourth Monday of January since 2010, when Jeremiah Owyang wrote one page of instructions.
    {"*"}If you’re a customer*, thank the community manager who helped you, in the medium that helped you. *If you’re a colleague*, understand their passion, thank them, and copy their boss. *If you’re a community manager*, stop and breathe, and know that you’re appreciated.
    `/thank` someone · `/cmad when` for the date · `/cmad mine` for what you said
    -# A thank-you, not a performance score: nothing here ranks, scores or compares people.
about-data-link = **Your data:** [what is stored, and for how long](<{ $url }>) · `/cmad privacy` shows it, exports it and erases it.
about-data = **Your data:** `/cmad privacy` shows what is stored about you, exports it and erases it.
about-contact = **Contact:** { $contact }. Write there with questions about your data, or to report misuse of this bot.
about-no-contact = **Report misuse:** tell the admins of this server; they can reach whoever runs this bot.
about-report = What breaks Discord’s rules can also be reported to Discord: <https://dis.gd/report>

# The day, as an entry in a calendar.
calendar-day = Community Manager Appreciation Day
calendar-day-about = Every fourth Monday of January: thank a community manager who helped you, where they helped you, with #CMAD. If you work with them, copy their boss.

# Thanking and what follows from it: the form, receipts, refusals, /cmad, the desk.

# The form. Title and labels have 45 characters at most, descriptions 100.
form-title = Say thank you for #CMAD
form-manager = Whom do you thank?
form-manager-help = Somebody on this server's roster of community managers, whatever their title.
form-words = Your words
form-words-help = What did they do, and what did it change for you? One concrete moment says most.
form-relation = You are their …
form-relation-help = It helps a reader who does not know you.
form-for = They …
form-for-help = What the thanks is for.
form-consent = What may be done with your words?
form-consent-help = You can change it, or take everything back, until the campaign closes.

consent-public-means = Posted here with your name; may be quoted to their boss with name and link.
consent-named-means = Not posted; may be quoted to their boss with your name.
consent-unnamed-means = Not posted; may be quoted to their boss as “a member”.
consent-private-means = For the manager alone; a boss only sees that it was counted.

# Receipts.
receipt-thanked = 💚 **{ $manager }** will read this in their #CMAD { $year } digest.
receipt-public = Signed **{ $signature }**. It is **public**: posted in the campaign's channel, and may be quoted to their boss with your name and a link.
receipt-named = Signed **{ $signature }**. It is **named**: not posted, and may be quoted to their boss with your name.
receipt-unnamed = Signed **a member**: the manager reads your words without your name, and so may their boss. Nothing is posted.
receipt-private = Signed **{ $signature }**. It is **private**: only the manager reads it; anybody else only sees that it was counted.
receipt-not-asked = Signed **{ $signature }**. It stands in the channel already; what else may be done with it is yours to choose.
receipt-again = I had this one already; it counts once.
receipt-waits = The campaign collects from { $opens } on; until then your words wait for #CMAD { $year }.
receipt-withdrawn = Taken back. **{ $manager }** will not see it, and it counts nowhere.
receipt-hidden = An admin has hidden this thanks to **{ $manager }**. Ask the server's admins if you think that is a mistake.
receipt-over = This can no longer be changed: the campaign is closed, or the thanks is not yours. To have your words removed all the same, press **Erase** in `/cmad privacy`: that is always possible, and at once.
button-undo = Undo
button-withdraw = Take it back
button-take-back = Thank them after all
button-try-again = Try again

# Refusals: why, and what can be done.
refused-not-set-up = No campaign is set up on this server yet, so there is nowhere to keep a thanks. An admin can start one with `/campaign setup`.
refused-yourself = That is you! Thank somebody who helped you; others will thank you.
refused-bot = **{ $name }** is a bot. Bots are not on the roster; thank the people behind them.
refused-from-bot = Thanks from bots and webhooks do not count.
refused-not-on-roster = **{ $name }** is not on this server's roster of community managers. If they should be, nominate them with `/nominate`: the admins decide.
refused-declined = **{ $name }** asked to be left out of #CMAD. You can still thank them in your own words.
refused-too-many = You have given { $limit } thanks within an hour, which is the most that is taken. Try again a little later.
refused-too-long = These words have { $length } characters; up to { $limit } fit. Shorten them a little, and they are taken.
refused-words-kept = -# Your words are kept here, for you alone:

# Found words.
found-not-yours = This question is for { $giver } alone: they are their words.
found-nothing = Nothing is waiting for your answer. `/cmad mine` shows all your thanks.
found-choose = Your words for **{ $managers }** were heard, signed **{ $signature }**. What may be done with them? The message stays yours either way.
found-answered = { $n ->
    [0] Noted: **{ $choice }** from now on.
    [one] Thank you. Your words are **{ $choice }** now.
   *[other] Thank you. All { $n } of your messages are **{ $choice }** now.
  } { $means } `/cmad mine` changes each.
whom-pick = Whom do you thank with this message?
whom-placeholder = One or more people
whom-gone = That message is gone, so there is nothing to keep.
whom-thanked = 💚 **{ $manager }** will read your message in their digest.

# /cmad when, mine, why.
when-ahead = Community Manager Appreciation Day { $year } is **{ $date }**: { $days ->
    [one] tomorrow.
   *[other] in { $days } days.
  }
when-today = Community Manager Appreciation Day { $year } is **today**, { $date }. Thank somebody!
when-past = Community Manager Appreciation Day { $year } was **{ $date }**.
when-here = Here ({ $zone }) it lasts from { $from } to { $until }.
when-not-last = The fourth Monday of January is not the last one in that year: whoever says “the last Monday” is a week late.
when-no-such-year = Give a year from 1583 to 9999.
mine-none = You have not thanked anybody in this campaign yet. `/thank` is one line; right-click a member → **Thank for #CMAD** opens a form.
mine-some = { $n ->
    [one] You gave **one** thanks in this campaign.
   *[other] You gave **{ $n }** thanks in this campaign.
  } Pick one to change what may be done with it, or to take it back.
mine-line = - **{ $manager }**, { $when } ({ $state }): { $words }
mine-unclear = [This message]({ $link }) names no one, so it does not count yet.
mine-pick = Pick a thanks
list-page = -# { $first } to { $last } of { $count }.
button-list-newer = ◀ Newer
button-list-older = Older ▶
mine-withdrawn = taken back
mine-hidden = hidden by an admin
why-which = Give the link of a message: right-click it → **Copy Message Link**, then `/cmad why message:`.
why-not-yours = Somebody else wrote that message; only its author can ask.
why-counts = It counts: **{ $manager }** will read it in their digest.
why-counts-not-asked = It counts: **{ $manager }** will read it in their digest. Their boss will not, unless you allow it with `/cmad mine`.
why-withdrawn = It does not count for **{ $manager }**: it was taken back, or the message was edited or deleted.
why-hidden = It does not count for **{ $manager }**: an admin has hidden it.
why-asked = It carries the sign, but not whom you mean. Press the button in my reply to it and pick somebody, or name them in the message.
why-closed = No campaign is collecting on this server right now, so I do not read messages. `/thank` works all year.
why-hashtag-off = The hashtag is switched off on this server. Mention me together with whom you thank, or use `/thank`.
why-no-sign = I found no sign in it: write `#CMAD` and mention whom you thank (not inside code, a quote or a link), or use `/thank`.

# The profile and the boss.
profile =
    {"**"}Your profile on { $server }** ({ $place })
    Name: { $name }
    Title: { $title }
    Team: { $team }
    Link: { $link }
    Time zone: { $zone }
    Language: { $language }
    {"*"}Stop and breathe*: { $breathe }
    -# Change any of it with `/cmad profile`. Your boss is set with `/cmad boss set`, and nobody but you sees whom.
profile-none = –
profile-language-none = Language of the server
profile-no-link = A link begins with https:// and leads to a public page.
not-a-manager = You are not on this server's roster of community managers. If you should be, ask an admin for `/roster add`.
profile-place-invited = not accepted yet
profile-place-accepted = accepted
profile-place-declined = declined
profile-place-removed = not on the roster
switch-is-on = on
switch-is-off = off
boss-who = Name your boss: a member with `/cmad boss set member:@them`, or a mail address with `/cmad boss set email:…`.
boss-is-bot = **{ $boss }** is a bot; name a person.
boss-is-you = You are your own boss? Then your digest has arrived already. Name somebody else, or leave it.
boss-not-here = **{ $boss }** is not a member of this server, so I could not write to them. Name a member, or an address with `email`. Nothing was changed.
boss-set = Noted: **{ $boss }**. They are told nothing of it.
boss-cleared = No boss is set any more. **Copy my boss** gives you the files to forward.
boss-no-more = You will get no more digests of **{ $manager }** from me, whoever asks for it. They see that on their desk when they press the button; nothing else is told to anybody.
which-server = Which server do you mean?
which-server-none = I know of no server in which you are on the roster or have thanked somebody. Use the command in the server itself.
which-server-go = Use that command in **{ $server }** itself, please: what you gave it cannot be carried over.

# The desk.
desk-none = You are not on this server's roster, or there was no such campaign, so there is no digest of yours.
desk-title = ## Your #CMAD { $year } digest · { $server }
desk-waits = Your digest is due { $when }; the words wait for it, so that the day has an evening. You can look now if you like.
desk-pin = Pin up to three quotes to stand first
desk-hide = Hide quotes from your boss
desk-no-words = (no words)
desk-yours = It is yours. Nothing goes to anybody unless you send it.
desk-kept = You chose to keep it to yourself. You can change your mind.
desk-kept-now = Kept. It stays with you; nothing was sent to anybody. You can change your mind on your desk: `/cmad digest`.
desk-kept-late = Kept from now on. A copy has left for your boss already, or is leaving now; it cannot be called back.
desk-copied = Your boss has a copy.
desk-copy-on-its-way = A copy is on its way to your boss.
desk-copy-unknown = It cannot be known whether the copy reached your boss, so it is not sent again by itself. Ask them, or forward the files.
desk-copy-failed = The copy could not reach your boss (their private messages may be closed, or their mail server refused it). Forward the files, or try again.
desk-files = Your own digest with every quote, and the version for your boss, with only what its authors allow. Open the page in a browser, print it, or attach it to a mail.
button-show-now = Show me now
button-copy-now = Yes, send it
button-files = Files to forward
copy-ordered = On its way. Your desk shows when it has arrived.
copy-already = Your boss has had this digest already; a copy is sent once. After an update you can send it again.
copy-no-boss = No boss is set, so here are the files to forward yourself, among them the draft of a mail, with only what its authors allow. `/cmad boss set` names a member of this server or a mail address.
copy-no-more = Your boss asked for no more of these, so I do not write to them. Here are the files, should you want to hand them over yourself.
copy-not-accepted = Accept your place on the roster first; then you can send copies.
copy-not-due = Your digest is not due yet; a copy can be sent from then on.

about =
    {"**"}cmad** keeps Community Manager Appreciation Day: every fourth Monday of January since 2010, when Jeremiah Owyang wrote one page of instructions.
    {"*"}If you are a customer*, thank the community manager who helped you, in the medium that helped you. *If you are a colleague*, understand their passion, thank them, and copy their boss. *If you are a community manager*, stop and breathe, and know that you are appreciated.
    `/thank` somebody · `/cmad when` is the date · `/cmad mine` shows what you said
    -# A thank-you, not a performance score: nothing here ranks, scores or compares people.

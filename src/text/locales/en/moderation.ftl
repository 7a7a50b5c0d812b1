# The scorecard, nominations, and what admins do about thanks.

cmd-cmad-scorecard = Does our start-up need a community manager? A sheet of reasons for and against

scorecard-intro =
    ## Does a start-up need a community manager?
    A founder’s informal sheet. Tick what’s true for you: each reason for counts +1, each against −1, and management that won’t listen −2. No one else sees it, and nothing of it is kept.
scorecard-pick-for = Reasons for
scorecard-pick-against = Reasons against
scorecard-sum = **Sum: { $sum }**
scorecard-speaks-for = For a community manager:
scorecard-speaks-against = Against one, or against one for now:
scorecard-no-verdict = There is no score above which the answer is yes. Look at what you ticked, and talk about that.
scorecard-reason-product-talk = There is a thriving discussion about our product
scorecard-reason-lifestyle-talk = There is a thriving discussion about the lifestyle around it
scorecard-reason-online-product = Our product is online
scorecard-reason-direct-feedback = We want direct feedback
scorecard-reason-outside-developers = Third-party developers are part of our business model
scorecard-reason-rival-community = A competitor has a community
scorecard-reason-mass-adoption = Our product is ready for mass adoption
scorecard-reason-rival-has-one = A competitor has a community manager
scorecard-reason-questions = Customers are at the door with questions
scorecard-reason-asked-for = Customers ask for a community manager
scorecard-reason-stealth = We are in stealth mode
scorecard-reason-small-enough = We are small enough that everyone can take part
scorecard-reason-no-interaction = No one interacts with our product
scorecard-reason-everyone-speaks = Every employee can speak with customers
scorecard-reason-no-lifestyle-talk = No one discusses the lifestyle online
scorecard-reason-all-hands = The product is failing and needs all hands
scorecard-reason-supports-itself = Our community supports itself, at 95% or more
scorecard-reason-unprepared = Management isn’t prepared to take the community’s feedback (−2)

# Nominations.
cmd-nominate = Tell the admins who should be on the roster of community managers
cmd-nominate-member = Who you’re nominating
cmd-nominate-reason = What they do for people here; the admins read it
cmd-roster-nominations = Who was nominated for the roster; put them on it, or decline

button-nominate = Nominate them
button-my-nominations = My nominations
button-nomination-accept = Put them on the roster
button-nomination-decline = Decline
nominate-form-title = Nominate a community manager
nominate-form-member = Who are you nominating?
nominate-form-member-help = Someone who looks after people here, whatever their job title.
nominate-form-reason = Why?
nominate-form-reason-help = What do they do for people here? The admins of this server read it, with your name.
nominate-done = Thank you. **{ $name }** is nominated; the admins have been told, and they decide. You’ll get a direct message once they have.
nominate-no-reason = A nomination needs a reason: what do they do for people here?
nominate-not-a-member = **{ $name }** isn’t a member of this server.
nominate-bot = **{ $name }** is a bot. Only people can be on the roster.
nominate-on-roster = **{ $name }** is on the roster already. `/thank` them!
nominate-left-out = **{ $name }** has opted out of #CMAD.
nominate-twice = You have nominated **{ $name }** before. Once is enough: the admins have read it, or will.
nominate-too-many = You have { $limit } nominations waiting for the admins, and that’s the limit. Try again once they’ve answered one.
nominations-none = No one is nominated at the moment. Every member can nominate someone with `/nominate`.
nominations-none-of-yours = You haven’t nominated anyone here. Use `/nominate` to do it.
nominations-head = { $n ->
    [one] **One nomination** is waiting for your answer.
   *[other] **{ $n } nominations** are waiting for your answer.
}
nominations-one = **{ $name }** (<@{ $member }>), nominated by <@{ $nominator }> on { $when }:
nominations-more = -# And { $n } more. Answer some of these to see them.
nomination-line = - **{ $name }**: { $state }
nomination-is-open = waiting for the admins
nomination-is-accepted = on the roster
nomination-is-declined = declined
nomination-only-admins = Only members with the Manage Server permission can answer a nomination.
nomination-over = This nomination has been answered already.
nomination-has-left = **{ $name }** (<@{ $member }>) is no longer a member of this server. Decline the nomination, or wait until they’re back.
nomination-invited = **{ $name }** (<@{ $member }>) is on the roster and can be thanked. A direct message asks whether they accept, and whoever nominated them is told.
nomination-already = **{ $name }** (<@{ $member }>) was on the roster already. Whoever nominated them is told.
nomination-left-out = **{ $name }** (<@{ $member }>) has opted out. The nomination is closed, and whoever made it is told that it was declined.
nomination-declined = Declined. Whoever nominated **{ $name }** is told, with your words if you gave any. No one else is.
nomination-decline-title = Decline a nomination
nomination-decline-answer = A kind reason, if you like
nomination-decline-answer-help = Whoever nominated them gets it in a direct message.
note-nominated-title = Someone was nominated
note-nominated = <@{ $nominator }> would like **{ $name }** (<@{ $member }>) on the roster of community managers, because:
note-nominated-means = If you put them on the roster, they are asked whether they accept. `/roster nominations` shows all that are waiting.
note-nomination-accepted = Thank you for nominating **{ $name }** in { $server }. They are on the roster now, and can be thanked.
note-nomination-declined = Thank you for nominating **{ $name }** in { $server }. The admins decided not to put them on the roster.
note-nomination-answer = The admins wrote:
send-nominated = a nomination

# Where the hashtag is heard.
cmd-hashtag-channels = In which channels it counts; a menu of channels follows
channels-everywhere = Everywhere
channels-only = Only in some channels
channels-except = Everywhere except some channels
hashtag-pick-only = In which channels does the hashtag count? It’s off in all others. A thread counts as a channel of its own.
hashtag-pick-except = In which channels is the hashtag **off**? It counts in all others. A thread counts as a channel of its own.
hashtag-pick = Channels
hashtag-heard-everywhere = It counts in every channel the bot can see.
hashtag-heard-only = It counts only in { $channels }.
hashtag-heard-except = It counts in every channel except { $channels }.
why-hashtag-not-here = The hashtag is off in that channel. Mention me together with the person you’re thanking, or use `/thank`.

# Hiding, restoring, exporting.
cmd-campaign-hide = Hide a thank-you: it counts nowhere, and whoever gave it can see that it’s hidden
cmd-campaign-restore = Let a hidden thank-you count again
cmd-moderate-message = A link to the message; without it you get a list
cmd-campaign-export = Every thank-you as a file for spreadsheets; words only where they are public
moderate-no-link = That isn’t a message link. Right-click the message → **Copy Message Link**. Without a link you get a list to pick from.
moderate-nothing-there = No thank-you came from that message. Without a link you get a list to pick from.
moderate-hidden = { $n ->
    [one] **Hidden.**
   *[other] **{ $n } are hidden.**
  } Hidden thank-yous count nowhere: not in the digest, the recap or the totals. What the bot posted about them is removed, and whoever gave them sees that in `/cmad mine` and `/cmad why`.
moderate-restored = { $n ->
    [one] **Restored.**
   *[other] **{ $n } are restored.**
  } What hasn’t been withdrawn in the meantime counts again, and is posted again if it was public.
moderate-nothing-to-hide = There’s nothing to hide: it’s hidden already, or was withdrawn.
moderate-nothing-to-restore = There’s nothing to restore: it isn’t hidden.
moderate-none-counted = No thank-you counts in this campaign yet.
moderate-none-hidden = No thank-you is hidden in this campaign.
moderate-list-hide = { $n ->
    [one] The latest thank-you of this campaign.
   *[other] The latest { $n } thank-yous of this campaign, newest first.
  } You see words only where everyone can.
moderate-list-restore = { $n ->
    [one] One thank-you is hidden.
   *[other] The latest { $n } hidden thank-yous, newest first.
  }
moderate-pick-hide = Pick what to hide
moderate-pick-restore = Pick what to restore
moderate-unnamed = a member ({ $code })
moderate-only-counted = (removed)
moderate-line = - { $giver } → **{ $manager }**, { $when } ({ $state }){ $has ->
    [words] : { $words }
   *[nothing] { "" }
  }
moderate-is-counted = counts
moderate-is-withdrawn = withdrawn
moderate-is-hidden = hidden
export-nothing = There are no thank-yous in the { $year } campaign.
export-done = Every thank-you of the { $year } campaign: { $n }. Words are included only where they are public. Givers without a name have a code, one for each thank-you. Please handle the file with the care those words deserve.
export-column-giver = Giver
export-column-giver-id = Giver’s id
export-column-manager = Community manager
export-column-manager-id = Community manager’s id
export-column-date = Date
export-column-state = State
export-column-words = Words

# Refusals.
refused-young-account = Thank-yous count from accounts that are at least { $limit ->
    [one] one day
   *[other] { $limit } days
  } old. Yours is newer; please come back later.
refused-new-member = Thank-yous count from people who have been here for at least { $limit ->
    [one] one day
   *[other] { $limit } days
  }. You joined more recently; please come back later.
refused-same-words = You’ve thanked **{ $name }** in the same words already, so it counts once. What you said first stays.
refused-gone = This was said before you erased your data, or its message was deleted, so I don’t keep it. Say it again and it counts.
refused-ignored = You asked me to ignore your messages. `/thank` still works, and **Notice my messages again** in `/cmad privacy` brings the rest back.

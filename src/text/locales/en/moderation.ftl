# The scorecard, nominations, and what admins do about thanks.

cmd-cmad-scorecard = Does our start-up need a community manager? A sheet of reasons for and against

scorecard-intro =
    ## Does a start-up need a community manager?
    A founder’s informal sheet. Tick what is true for you: each reason for counts +1, each against −1, and a management that will not listen −2. Nobody else sees it, and nothing of it is kept.
scorecard-pick-for = What speaks for it
scorecard-pick-against = What speaks against it
scorecard-sum = **Sum: { $sum }**
scorecard-speaks-for = What speaks for a community manager:
scorecard-speaks-against = What speaks against one, or against one now:
scorecard-no-verdict = There is no number from which on the answer is yes. Look at what you ticked, and talk about that.
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
scorecard-reason-no-interaction = Nobody interacts with our product
scorecard-reason-everyone-speaks = Every employee can speak with customers
scorecard-reason-no-lifestyle-talk = Nobody discusses the lifestyle online
scorecard-reason-all-hands = The product is failing and needs all hands
scorecard-reason-supports-itself = Our community supports itself, at 95 % or more
scorecard-reason-unprepared = Management is not prepared to take the community’s feedback (−2)

# Nominations.
cmd-nominate = Tell the admins who should be on the roster of community managers
cmd-nominate-member = Whom you nominate
cmd-nominate-reason = What they do for people here; the admins read it
cmd-roster-nominations = Who was nominated for the roster; put them on it, or decline

button-nominate = Nominate them
button-my-nominations = What became of it
button-nomination-accept = Put them on the roster
button-nomination-decline = Decline
nominate-form-title = Nominate a community manager
nominate-form-member = Whom do you nominate?
nominate-form-member-help = Somebody who looks after people here, whatever their title.
nominate-form-reason = Why?
nominate-form-reason-help = What do they do for people here? The admins of this server read it.
nominate-done = Thank you. **{ $name }** is nominated; the admins have been told, and decide. You get a private message when they have.
nominate-no-reason = A nomination needs a reason: what do they do for people here?
nominate-not-a-member = **{ $name }** is not a member of this server.
nominate-bot = **{ $name }** is a bot. Only people can be on the roster.
nominate-on-roster = **{ $name }** is on the roster already. `/thank` them!
nominate-left-out = **{ $name }** asked to be left out of #CMAD.
nominate-twice = You have nominated **{ $name }** before. Once is enough: the admins have read it, or will.
nominate-too-many = { $limit } nominations of yours wait for the admins, and more wait at nobody’s door. Try again when they have answered one.
nominations-none = Nobody is nominated at the moment. Every member can nominate somebody with `/nominate`.
nominations-none-of-yours = You have nominated nobody here. `/nominate` does it.
nominations-head = { $n ->
    [one] **One nomination** waits for your answer.
   *[other] **{ $n } nominations** wait for your answer.
}
nominations-one = **{ $name }** (<@{ $member }>), nominated by <@{ $nominator }> on { $when }:
nominations-more = -# And { $n } more. Answer some of these to see them.
nomination-line = - **{ $name }**: { $state }
nomination-is-open = waits for the admins
nomination-is-accepted = on the roster
nomination-is-declined = declined
nomination-only-admins = Only members who may manage this server can answer a nomination.
nomination-over = This nomination was answered already.
nomination-has-left = **{ $name }** (<@{ $member }>) is not a member of this server any more. Decline the nomination, or wait until they are back.
nomination-invited = **{ $name }** (<@{ $member }>) is on the roster and can be thanked. A private message asks them whether they accept, and whoever nominated them is told.
nomination-already = **{ $name }** (<@{ $member }>) was on the roster already. Whoever nominated them is told.
nomination-left-out = **{ $name }** (<@{ $member }>) asked to be left out, and is. The nomination is closed, and whoever made it is told that it was declined.
nomination-declined = Declined. Whoever nominated **{ $name }** is told, with your words if you gave any. Nobody else is.
nomination-decline-title = Decline a nomination
nomination-decline-answer = A kind reason, if you like
nomination-decline-answer-help = Whoever nominated them gets it in a private message.
note-nominated-title = Somebody was nominated
note-nominated = <@{ $nominator }> would like **{ $name }** (<@{ $member }>) on the roster of community managers, because:
note-nominated-means = Put them on the roster, and they are asked whether they accept. `/roster nominations` shows all that wait.
note-nomination-accepted = Thank you for nominating **{ $name }** on { $server }. They are on the roster now, and can be thanked.
note-nomination-declined = Thank you for nominating **{ $name }** on { $server }. The admins decided not to put them on the roster.
note-nomination-answer = They wrote:
send-nominated = a nomination

# Where the hashtag is heard.
cmd-hashtag-channels = In which channels it is heard; a menu of channels follows
channels-everywhere = Everywhere
channels-only = Only in some channels
channels-except = Everywhere but in some channels
hashtag-pick-only = In which channels is the hashtag heard? In all others it is not. A thread counts as a channel of its own.
hashtag-pick-except = In which channels is the hashtag **not** heard? In all others it is. A thread counts as a channel of its own.
hashtag-pick = Channels
hashtag-heard-everywhere = It is heard in every channel that the bot can see.
hashtag-heard-only = It is heard only in { $channels }.
hashtag-heard-except = It is heard in every channel but { $channels }.
why-hashtag-not-here = The hashtag is not heard in that channel. Mention me together with whom you thank, or use `/thank`.

# Hiding, restoring, exporting.
cmd-campaign-hide = Hide a thank-you: it counts nowhere, and its giver can see that it is hidden
cmd-campaign-restore = Let a hidden thank-you count again
cmd-moderate-message = A link to the message; without it you get a list
cmd-campaign-export = Every thank-you as a file for spreadsheets; words only where they are public
moderate-no-link = That is no link to a message: right-click it → **Copy Message Link**. Without a link you get a list to pick from.
moderate-nothing-there = No thanks came from that message. Without a link you get a list to pick from.
moderate-hidden = { $n ->
    [one] **Hidden.**
   *[other] **{ $n } are hidden.**
  } It counts nowhere: not in the digest, the recap or the totals. What the bot posted of it is taken away. `/cmad mine` and `/cmad why` tell its giver.
moderate-restored = { $n ->
    [one] **Restored.**
   *[other] **{ $n } are restored.**
  } What its giver did not take back meanwhile counts again, and is posted again if it was public.
moderate-nothing-to-hide = There is nothing to hide: it is hidden already, or was taken back.
moderate-nothing-to-restore = There is nothing to restore: it is not hidden.
moderate-none-counted = No thanks counts in this campaign yet.
moderate-none-hidden = No thanks is hidden in this campaign.
moderate-list-hide = { $n ->
    [one] The last thanks of this campaign.
   *[other] The last { $n } thanks of this campaign, newest first.
  } You see words only where everybody can.
moderate-list-restore = { $n ->
    [one] One thanks is hidden.
   *[other] The last { $n } hidden thanks, newest first.
  }
moderate-pick-hide = Pick what to hide
moderate-pick-restore = Pick what to restore
moderate-line = - <@{ $giver }> → **{ $manager }**, { $when } ({ $state }){ $has ->
    [words] : { $words }
   *[nothing] { "" }
  }
moderate-is-counted = counts
moderate-is-withdrawn = taken back
moderate-is-hidden = hidden
export-nothing = There are no thanks in the campaign of { $year }.
export-done = Every thanks of the campaign of { $year }: { $n }. Words are in it only where they are public. Please keep the file as carefully as the words deserve.
export-column-giver = Giver
export-column-giver-id = Giver’s id
export-column-manager = Manager
export-column-manager-id = Manager’s id
export-column-date = Date
export-column-state = State
export-column-words = Words

# Refusals.
refused-young-account = Thanks count from accounts that are at least { $limit ->
    [one] one day
   *[other] { $limit } days
  } old. Yours is younger; please come back.
refused-new-member = Thanks count from people who have been here for at least { $limit ->
    [one] one day
   *[other] { $limit } days
  }. You are newer; please come back.
refused-same-words = You have said this to **{ $name }** already, in the same words, and it counts once. What you said first stays.

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
send-nomination = a nomination

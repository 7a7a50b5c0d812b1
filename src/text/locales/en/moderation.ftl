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

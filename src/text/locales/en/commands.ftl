# The commands as Discord shows them: descriptions and choices have 100 characters at most.

# The name of the command on a member; it is also how Discord tells that it was used.
cmd-thank-member = Thank for #CMAD

cmd-thank = Thank a community manager: posted here and may be passed on to their boss, unless you say otherwise
cmd-thank-manager = Whom you thank
cmd-thank-message = Your words; without them a form opens
cmd-thank-relation = What you are to them
cmd-thank-for = What you thank them for
cmd-thank-consent = Who may see it: public, named, unnamed or private

cmd-cmad = Community Manager Appreciation Day: your thanks, your digest, the date
cmd-cmad-when = When Community Manager Appreciation Day is
cmd-year = The year, such as 2027
cmd-cmad-mine = The thanks you gave: who may see them, and take them back
cmd-cmad-why = Whether a message of yours counted as a thank-you, and why
cmd-why-message = A link to the message
cmd-cmad-digest = For community managers: what people wrote to you
cmd-cmad-profile = For community managers: how you are shown, and your own time zone
cmd-profile-title = The title, whatever it is; - takes it away
cmd-profile-team = The team; - takes it away
cmd-profile-display-name = The name that others see; - for the name that Discord shows
cmd-profile-link = A public page of yours, such as https://example.org/you; - takes it away
cmd-profile-timezone = A city or a time zone: your private messages come by its clock; - for the server’s
cmd-profile-language = The language in which you are written to
cmd-profile-breathe = Whether you want the evening message of the day: stop and breathe
cmd-cmad-boss = For community managers: who is copied, if you choose to copy anybody
cmd-boss-set = Say who your boss is, and what happens about copies; nothing goes to them unless you choose it
cmd-boss-member = Your boss, as a member of this server
cmd-boss-clear = Forget who your boss is
cmd-cmad-about = What this bot is, and where the day comes from

cmd-campaign = Set up and look after Community Manager Appreciation Day on this server
cmd-campaign-setup = Set the day up here, or change how it is set up
cmd-setup-channel = The channel in which the campaign is posted
cmd-setup-timezone = A city or a time zone, such as Munich or Europe/Berlin
cmd-setup-hour = The hour for what comes at 9 or 10 otherwise, 0 to 16
cmd-setup-manager-role = Whoever has this role is a community manager
cmd-setup-admin-channel = A private channel for reports; without it they go to you
cmd-setup-theme = One line of your own that is shown in each post
cmd-setup-language = The language of the public posts
cmd-campaign-status = How the campaign stands: each step, the total so far, what needs you
cmd-campaign-doctor = Look for what could go wrong, before it does
cmd-campaign-preview = See a post as it would go out; nobody else sees it
cmd-preview-step = Which post
cmd-campaign-steps = See the plan; move a step, or switch it on or off
cmd-steps-step = Which step
cmd-steps-on = Whether the step is taken
cmd-steps-days = Days from the day: -7 is a week before, 1 the day after
cmd-steps-time = The local time, such as 10:30
cmd-steps-reset = Put the step back to its default
cmd-campaign-hashtag = Listen to the hashtag #CMAD, or do not
cmd-hashtag-switch = On or off
cmd-switch-on = On
cmd-switch-off = Off
cmd-campaign-pause = Stop all posts and messages until you resume
cmd-campaign-resume = Let a paused campaign go on

cmd-roster = The community managers who can be thanked here
cmd-roster-add = Put somebody on the roster; they are asked whether they accept
cmd-roster-member = Who
cmd-roster-remove = Take somebody off the roster
cmd-roster-list = Who is on the roster, and who has accepted

step-roster-check = Roster check
step-announce = Announcement
step-countdown = Countdown
step-eve = The eve
step-day = The day
step-last-call = Last call
step-breathe = Stop and breathe
step-recap = Recap
step-digest = Digests
step-close = Close

# The commands as Discord shows them: descriptions and choices have 100 characters at most.

# The name of the command on a member; it is also how Discord tells that it was used.
cmd-thank-member = Thank for #CMAD

cmd-thank = Thank a community manager: posted here and may be passed on to their boss, unless you say otherwise
cmd-thank-manager = Who you’re thanking
cmd-thank-message = Your words; without them a form opens
cmd-thank-relation = What you are to them
cmd-thank-for = What you’re thanking them for
cmd-thank-consent = Who may see it: public, with my name, without my name or private

cmd-cmad = Community Manager Appreciation Day: your thank-yous, your digest, the date
cmd-cmad-when = When Community Manager Appreciation Day is
cmd-year = The year, such as 2027
cmd-cmad-mine = Thank-yous you gave: change who may see them, or take them back
cmd-cmad-why = Whether a message of yours counted as a thank-you, and why
cmd-why-message = A link to the message
cmd-cmad-digest = For community managers: what people wrote to you
cmd-cmad-profile = For community managers: how you are shown, and your own time zone
cmd-profile-title = Job title, whatever it is; - removes it
cmd-profile-team = Team; - removes it
cmd-profile-cares = What you care about, in one line, for those who thank you; - removes it
cmd-profile-display-name = The name others see; - for your Discord name
cmd-profile-link = A public page of yours, such as https://example.org/you; - removes it
cmd-profile-timezone = City or time zone for your direct messages; - for the server’s
cmd-profile-language = The language of messages to you
cmd-profile-breathe = Whether you want the message on the evening of the day: stop and breathe
cmd-cmad-boss = For community managers: who gets a copy, if you choose to send one
cmd-boss-set = Name your boss and decide about copies; nothing goes to them unless you choose it
cmd-boss-member = Your boss, as a member of this server
cmd-boss-clear = Forget who your boss is
cmd-cmad-about = What this bot is, and where the day comes from

cmd-campaign = Set up and look after Community Manager Appreciation Day in this server
cmd-campaign-setup = Set the day up here, or change how it is set up
cmd-setup-channel = The channel where the campaign is posted
cmd-setup-timezone = A city or a time zone, such as Munich or Europe/Berlin
cmd-setup-hour = The hour for steps that otherwise run at 9 or 10, from 0 to 16
cmd-setup-manager-role = Anyone with this role is a community manager
cmd-setup-admin-channel = A private channel for reports; without it they go to you
cmd-setup-theme = One line of your own, shown in each post
cmd-setup-posts = Where public thank-yous are posted: here, where they’re given, or in the campaign’s channel
posts-here = here, where they’re given
posts-campaign_channel = campaign channel
cmd-setup-language = The language of the public posts
cmd-campaign-status = How the campaign is going: each step, the total so far, what needs attention
cmd-campaign-doctor = Look for what could go wrong, before it does
cmd-campaign-preview = See a post as it would go out; no one else sees it
cmd-preview-step = Which post
cmd-campaign-steps = See the plan; move a step, or switch it on or off
cmd-steps-step = Which step
cmd-steps-on = Switch the step on or off
cmd-steps-days = Days from the day: -7 is a week before, 1 the day after
cmd-steps-time = The local time, such as 10:30
cmd-steps-reset = Put the step back to its default
cmd-campaign-hashtag = Turn the #CMAD hashtag on or off, and say where it counts
cmd-hashtag-switch = On or off
cmd-switch-on = On
cmd-switch-off = Off
cmd-campaign-pause = Stop all posts and messages until you resume
cmd-campaign-resume = Continue a paused campaign

cmd-roster = The community managers who can be thanked here
cmd-roster-add = Put someone on the roster; they are asked whether they accept
cmd-roster-member = Who
cmd-roster-remove = Take someone off the roster
cmd-roster-list = Who is on the roster, and who has accepted

step-roster-check = Roster check
step-announce = Announcement
step-countdown = Countdown
step-eve = The day before
step-day = The day
step-unthanked = No words yet
step-last-call = Last call
step-breathe = Stop and breathe
step-recap = Recap
step-digest = Digests
step-close = Close

# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = There is nothing here
web-not-found = This address leads nowhere. If you came here from an email, its link may have been cut: open it once more from the email itself, or reply to the sender of the email.

# The commands' options: 100 characters at most.
cmd-boss-email = Your boss’s email address, if copies may go there; no one but you sees it
cmd-boss-reply-to = Where your boss’s replies go; without it the email shows no address of yours

# What a manager is told when they name a boss's address, and when they want to send a copy there.
boss-bad-address = “{ $address }” isn’t an email address I can use. Write it like `someone@example.org`, without a name beside it. Nothing was changed.
boss-reply-alone = An address for replies needs a boss’s address too: `/cmad boss set email:… reply_to:…`. Nothing was changed.
boss-mail-off = I can’t send email here: whoever runs this bot hasn’t set it up, so I didn’t keep the address, and nothing was changed. **Copy my boss** gives you the files to forward yourself; a boss who is a member can get a direct message: `/cmad boss set member:@them`.
boss-mail-domain = Whoever runs this bot hasn’t allowed email to **{ $domain }**, so I didn’t keep the address, and nothing was changed. Ask them to add it; until then **Copy my boss** gives you the files to forward yourself.
boss-mail-server = Whoever runs this bot hasn’t allowed email from this server, so I didn’t keep the address, and nothing was changed. **Copy my boss** gives you the files to forward yourself; a boss who is a member can get a direct message: `/cmad boss set member:@them`.
boss-mail = Copies go **by email to { $to }**, from { $from }. They won’t hear anything until a copy is sent.
boss-mail-answers = Their replies go to **{ $to }**.
boss-mail-no-answers = The email shows no address of yours; `reply_to` adds one for replies.
boss-mail-and-member = { $boss } gets no second copy. Only if email can no longer go there does a copy go to them as a direct message instead.
copy-preview-mail = This is the email that goes **to { $to }**, from { $from }. Nothing has been sent yet.
mail-head-from = From:
mail-head-to = To:
mail-head-reply-to = Reply to:
mail-head-subject = Subject:
mail-head-attached = Attached:
mail-head-nobody = no one: the email shows no address of yours
mail-head-nothing = nothing
mail-preview-whole = { $file } is the email exactly as it will be sent, { $page } its page. Only the addresses behind *Unsubscribe* and for a reply are hidden in them: they are your boss’s alone.
mail-preview-cut = The text goes on in the files.
copy-mail-off = I can’t send email: whoever runs this bot hasn’t set it up. Here are the files to forward yourself, with only what their authors allow.
copy-mail-domain = Whoever runs this bot hasn’t allowed email to that domain, so nothing was sent. Here are the files to forward yourself, with only what their authors allow.
copy-mail-server = Whoever runs this bot hasn’t allowed email from this server, so nothing was sent. Here are the files to forward yourself, with only what their authors allow.
copy-mail-address = Your sentence contains an address, and a copy by email can’t, so nothing was sent. Change the sentence, then copy your boss again.
copy-too-few = A copy needs words that your boss may read from at least two people, so nothing was sent. Here are the files to forward yourself, with only what their authors allow. Someone who signs one message can leave another unsigned, so one with a name and one without don’t count as two people.
copy-waits = A copy is ordered, and waits until { $when }: only so many copies may go out within a day. **Don’t send yet** on your desk stops it.
copy-mail-unmade = I couldn’t create a copy; that’s a bug of mine, and nothing was sent. Here are the files to forward yourself, with only what their authors allow.
note-copy-trouble-title = The copy for your boss
note-copy-trouble-unknown = **I can’t tell whether it arrived.** The mail server may have taken the email, but didn’t confirm it. So that no one gets it twice, I won’t send it again. Ask your boss, or forward the files from your desk.
note-copy-trouble-refused = **It didn’t arrive.** The mail server refused it: there may be a mistake in the address, or your boss’s mail server accepts nothing from me. `/cmad boss set` changes the address; your desk has the files to forward yourself.
note-copy-trouble-given-up = **It didn’t arrive.** I tried for three days, and the mail server didn’t accept it. Your desk has the files to forward yourself, and you can send it again from there.
note-copy-trouble-closed = **It didn’t arrive.** Discord doesn’t let me send your boss a direct message: they may have turned those off, or left the server. Your desk has the files to forward yourself; `/cmad boss set` sets another way to reach them.
note-copy-trouble-unmade = **It wasn’t sent.** I couldn’t create a copy of your page; that’s a bug of mine, and whoever runs this bot can find it in the log. Your desk has the files that can be created, to forward yourself, and you can send it again from there.
note-copy-trouble-waits = **It waits until { $when }.** The limit for copies in one day has been reached. It goes out automatically then; **Don’t send yet** on your desk stops it.
note-copy-trouble-too-few = **It wasn’t sent.** A copy needs words that your boss may read from at least two people, and there are fewer by now. Your desk has the files to forward yourself. Someone who signs one message can leave another unsigned, so one with a name and one without don’t count as two people.
note-copy-trouble-has-address = **It wasn’t sent.** Your sentence contains an address, and a copy by email can’t. Change the sentence at your desk, and send the copy from there.
note-copy-trouble-light = **It was sent without its PDF and picture.** My program was stopped while creating them, most likely for lack of memory. The page itself is complete. Your desk has the files to forward yourself.
note-copy-trouble-unseen = **I can’t tell whether it arrived.** Discord didn’t answer, and I have no way to look. So that no one gets it twice, I won’t send it again. Ask your boss, or forward the files from your desk.

# The mail, around the digest.
mail-why = You got this email because { $manager } gave your address and chose to send you this page. It was sent by the bot of { $server }, which sends you nothing that { $manager } did not choose.
mail-answers = Replies go to { $manager }.
mail-no-answers = Please do not reply to this email: no one reads replies. { $manager } will be glad to hear from you in any other way.
mail-no-more-page = Unsubscribe: one click, for good
mail-no-more-write = To unsubscribe, write to { $operator } and put this line into your email: { $line }

# The page on which its reader says that they want no more.
web-no-more-title = Unsubscribe?
web-no-more-ask = { $who ->
    [known] You got an email with a thank-you page, because { $manager } of { $server } wanted you to see it.
   *[unknown] You got an email with a thank-you page, because someone wanted you to see it.
}
web-no-more-means = If you press the button, this bot will never send you anything about them again, this year or later, whoever asks. Only a keyed hash of your address is kept for that, never the address itself.
web-no-more-button = Unsubscribe from pages about them
web-no-more-all-button = Stop all emails from this bot
web-no-more-done-title = Done
web-no-more-done = { $who ->
    [known] This bot will send you nothing more about { $manager } of { $server }. That lasts; there is nothing else to do.
   *[unknown] This bot will send you nothing more about them. That lasts; there is nothing else to do.
}
web-no-more-done-all = This bot will send you no more email, whoever it would be about. That lasts; there is nothing else to do.

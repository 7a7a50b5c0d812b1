# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = There is nothing here
web-not-found = This address leads nowhere. If you came here from a mail, its link may have been cut: open it once more from the mail itself, or answer the mail’s sender.

# The commands' options: 100 characters at most.
cmd-boss-email = The mail address of your boss, if copies may go there; nobody but you sees it
cmd-boss-reply-to = Where your boss’s answers go; without it the mail names no address of yours

# What a manager is told when they name a boss's address, and when they want to send a copy there.
boss-bad-address = “{ $address }” is no mail address that I can use. Write it like `somebody@example.org`, without a name beside it. Nothing was changed.
boss-reply-alone = An address for answers needs a boss’s address too: `/cmad boss set email:… reply_to:…`. Nothing was changed.
boss-mail-off = I cannot send mail here: whoever runs me has not set it up, so I did not keep the address, and nothing was changed. **Copy my boss** gives you the files to forward yourself; a boss who is a member can get a private message: `/cmad boss set member:@them`.
boss-mail-domain = Whoever runs me has not allowed mail to **{ $domain }**, so I did not keep the address, and nothing was changed. Ask them to add it; until then **Copy my boss** gives you the files to forward yourself.
boss-mail = Copies go **by mail to { $to }**, in your name, from { $from }. They are told nothing until a copy goes.
boss-mail-answers = Their answers go to **{ $to }**.
boss-mail-no-answers = The mail names no address of yours; `reply_to` adds one for answers.
boss-mail-and-member = { $boss } gets no second copy. Only if mail cannot go there any more, a copy goes to them as a private message instead.
copy-preview-mail = This is the mail that goes **to { $to }**, in your name, from { $from }. Nothing has been sent yet.
mail-head-from = From:
mail-head-to = To:
mail-head-reply-to = Reply to:
mail-head-subject = Subject:
mail-head-attached = Attached:
mail-head-nobody = nobody: the mail names no address of yours
mail-head-nothing = nothing
mail-preview-whole = { $file } is the mail as it leaves, { $page } its page. Only the address behind “no more of these” is hidden in them: it is your boss’s alone.
mail-preview-cut = The text goes on in the files.
copy-mail-off = I cannot send mail: whoever runs me has not set it up. Here are the files to forward yourself, with only what their authors allow.
copy-mail-domain = Whoever runs me has not allowed mail to that domain, so nothing was sent. Here are the files to forward yourself, with only what their authors allow.
copy-mail-limit = This server has sent as many mails today as it may, so nothing was sent. Try again tomorrow, or forward the files yourself: here they are.
copy-mail-unmade = I could not make a copy of it, and that is a mistake of mine; nothing was sent. Here are the files to forward yourself, with only what their authors allow.
note-copy-trouble-title = The copy for your boss
note-copy-trouble-unknown = **It cannot be known whether it arrived.** The mail server had the mail, or may have had it, and did not answer. So that nobody gets it twice, I do not send it again. Ask your boss, or forward the files from your desk.
note-copy-trouble-refused = **It did not arrive.** The mail server refuses it: the address may have a mistake, or their mail takes nothing from me. `/cmad boss set` changes the address; your desk has the files to forward yourself.
note-copy-trouble-given-up = **It did not arrive.** I tried for three days, and the mail server did not take it. Your desk has the files to forward yourself, and you can send it again from there.
note-copy-trouble-closed = **It did not arrive.** Discord does not take a private message from me to your boss: they may have closed them, or left the server. Your desk has the files to forward yourself; `/cmad boss set` names another way.
note-copy-trouble-unmade = **It was not sent.** I could not make a copy of your page, and that is a mistake of mine; whoever runs me finds it in the log. Your desk has the files that can be made, to forward yourself, and you can send it again from there.
note-copy-trouble-light = **It was sent without its PDF and picture.** Making them ended my program twice, most likely for lack of memory. The page itself is complete. Your desk has the files to forward yourself.
note-copy-trouble-unseen = **It cannot be known whether it arrived.** Discord did not answer, and I cannot look. So that nobody gets it twice, I do not send it again. Ask your boss, or forward the files from your desk.

# The mail, around the digest.
mail-intro = { $manager } looks after the community { $server } and wants you to see this page: on Community Manager Appreciation Day { $year } its members could say thank you.
mail-why = You get this mail because { $manager } named your address and chose that you get this page. It was sent by the bot of { $server }, which sends you nothing that { $manager } did not choose.
mail-answers = Your answer goes to { $manager }.
mail-no-answers = Please do not answer this mail, for nobody reads it; { $manager } is glad to hear from you in any other way.
mail-no-more-page = No more of these: one click, and it lasts
mail-no-more-write = No more of these? Write to { $operator } and put this line into your mail: { $line }

# The page on which its reader says that they want no more.
web-no-more-title = No more of these?
web-no-more-ask = { $who ->
    [known] You got a mail with a thank-you page, because { $manager } of { $server } wanted you to see it.
   *[unknown] You got a mail with a thank-you page, because somebody wanted you to see it.
}
web-no-more-means = If you press the button, this bot sends you nothing more about them, also in later years, whoever asks for it. Only a keyed hash of your address is kept for that, never the address itself.
web-no-more-button = Send me no more of these
web-no-more-all-button = Send me no mail at all, whoever it is about
web-no-more-done-title = Done
web-no-more-done = { $who ->
    [known] You get nothing more about { $manager } of { $server } from this bot. That lasts; you need not do anything else.
   *[unknown] You get nothing more about them from this bot. That lasts; you need not do anything else.
}
web-no-more-done-all = You get no mail from this bot any more, whoever it would be about. That lasts; you need not do anything else.

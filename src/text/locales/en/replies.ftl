# What a boss replies to a copy: the page of the link in a mail and the form on Discord; what the manager gets of it.

# To the boss, on Discord and on the page.
reply-title = { $who ->
    [known] Reply to { $manager }
   *[unknown] Your reply
}
reply-kept = Sent. { $manager } gets it as a direct message and finds it again later. You can change it for seven days.
reply-unchanged = This is what you have sent already, so nothing was changed.
reply-empty = There was nothing to read in it, so nothing was sent.
reply-too-long = That has { $count } characters, and a reply has { $most } at most. Nothing was sent: please shorten it.
reply-over = This reply can no longer be changed. It stays as you sent it, or you take it back.
reply-gone = That copy is no longer kept, so nothing was sent.
reply-withdrawn = Withdrawn. What you wrote is gone here, and so is the message that had it.
reply-nothing = There’s nothing of yours to take back.
button-reply-change = Change it
button-reply-back = Take it back
reply-form-title = Your reply
reply-form-words = Your words
reply-form-words-help = One sentence is enough; 500 characters at most.
reply-form-may = Who may read it?
reply-form-may-help = You can change that later, for seven days.
reply-may-no = Only the person I reply to
reply-may-no-means = As a direct message; nothing is posted.
reply-may-yes = It may also be posted
reply-may-yes-means = Under the recap, if they want that too: as their boss, without your name.
web-reply-about = { $who ->
    [known] What you write here reaches { $manager } of { $server } as a direct message. No one else reads it unless you tick the box below. You can change it for seven days.
   *[unknown] What you write here reaches the person whose page you got, as a direct message. No one else reads it unless you tick the box below. You can change it for seven days.
}
web-reply-label = Your reply (500 characters at most)
web-reply-may = It may also be posted in the community, under the recap of the day, if they want that too: as their boss, without your name.
web-reply-send = Send
web-reply-change = Send the change
mail-answers-page = Please do not reply to this email: no one reads replies. What you write behind the link at the top reaches { $manager }.

# To the manager.
note-boss-wrote-title = Your boss wrote
note-boss-changed-title = Your boss changed what they wrote
note-boss-wrote-alone = It’s for you alone. Your desk keeps it.
note-boss-wrote-may = No one else has read it. Your boss agrees that I post it under the recap, without their name; **Post it under the recap** does that, if you want it too.
desk-boss-wrote = **Your boss wrote:**
button-boss-replies = What my boss wrote
button-reply-post = Post it under the recap
button-reply-down = Take the post down
boss-reply-head = **Your boss wrote**, { $when }:
boss-reply-none = Your boss hasn’t written anything, or took it back.
boss-reply-for-you = For you alone.
boss-reply-may = Your boss agrees that I post it under the recap, without their name. Nothing is posted unless you want it too.
boss-reply-posted = It’s posted under the recap.
boss-reply-on-its-way = It’s on its way to the recap.
boss-reply-unknown = I can’t tell whether it was posted, so I won’t post it again automatically. Check the channel.
boss-reply-failed = It couldn’t be posted. **Take the post down** lets you try again.
boss-reply-hidden = An admin has hidden the post. Ask them if you don’t know why.
boss-reply-changed = Your boss has changed it since, or took it back, so nothing was posted. This is how it is now.

# Under the recap, and to admins.
post-boss-reply = **The boss of { $manager } wrote:**
send-wrote-back-post = what a boss wrote, under the recap
moderate-reply-hidden = Hidden: what the boss of **{ $manager }** wrote is removed. Their desk tells them so. `/campaign restore` with the same link lets them post it again.
moderate-reply-restored = Restored: **{ $manager }** can post what their boss wrote again.

privacy-boss-replies = { $n ->
    [one] - { $year }: one reply of your boss to a copy of your digest
   *[other] - { $year }: { $n } replies of your boss to copies of your digest
}
privacy-replies-as-boss = { $n ->
    [one] - { $year }: one reply of yours, as a boss, to a copy that you got
   *[other] - { $year }: { $n } replies of yours, as a boss, to copies that you got
}

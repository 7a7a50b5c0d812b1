# The manager's desk and what leads from it: quotes, the sentence to the boss, files, years, the answer to everybody who
# thanked; and settings that an admin forgets.

button-answer-all = Reply to everyone
button-copy-update = Send my boss the update
button-as-it-left = View the sent copy
button-as-it-left-before = The one before that
button-quotes = Quotes: pin, hide, shorten
button-sentence = A sentence to my boss
button-back-to-desk = Back to my desk
button-back-to-quotes = Back to the quotes
button-first = Show first
button-second = Show second
button-third = Show third
button-not-first = Don’t show at the top
button-show-quote = Show it to my boss
button-hide-quote = Hide it from my boss
button-quote-picture = As a picture
button-page-before = ◀ Earlier
button-page-after = Later ▶
button-change = Change it
button-write = Write it
button-sentence-none = Remove the sentence

desk-year = #CMAD { $year }
desk-years = Look at another year
desk-copied-when = Sent on { $when }; **View the sent copy** shows it exactly as it was.
desk-copied-changed = The page has changed since: you can send it once more, marked as an update.
desk-copied-another = The boss you named before has a copy; the one set now doesn’t have one yet.
desk-has-sentence = A sentence of yours is shown at the top of the copy.
desk-copies-held = Copies wait: my data was restored, and it isn’t known who asked for no more of them. The person who runs this bot can settle that.
# Words that hold a link, markup or the like wait before they go by themselves.
unseen-waits = { $count ->
    [one] **One message waits for your look.** There’s a link, markup or something of that kind in the words or the name, so your boss gets it only if you say so.
   *[other] **{ $count } messages wait for your look.** There’s a link, markup or something of that kind in the words or the name, so your boss gets them only if you say so.
}
quotes-unseen = It waits for your look, because there’s a link, markup or something of that kind in the words or the name. If you let it go along, your boss gets it as plain text.
button-look-at-it = Look at it
button-let-go = Let it go along

copy-preview = This is what { $boss } would get, as a direct message from me. Nothing has been sent yet.
copy-preview-changed = **It has changed since you looked**, so nothing was sent; this is what would be sent now.
copy-enough = Your boss has had three copies of this digest; any more would be a nuisance. You can still pass on the files yourself.
copy-as-it-left = This is what was sent on { $when }. It stays as it was, whatever you change; only words their author has erased are gone.
copy-as-it-left-gone = That copy is no longer kept: words are removed after a while, and so are copies of them.

quotes-head = **Your quotes, { $first } to { $last } of { $count }.** Up to { $most } come first, in your order. What you hide stays with you. Nothing here is sent to anyone.
quotes-none = There are no words here to choose from.
quotes-none-pinned = Nothing is pinned, so the page picks: short ones that say the most, from different people.
quotes-look = Pick one to move or shorten
quotes-gone = That one is no longer there: its author took it back, or an admin hid it.
quotes-picture = The quote as a picture, to share where you like. Its author made it public.
quotes-not-public = Only a public quote can be a picture: one that its author let me post, and whose message is still there.
quotes-passed-on-as = **It is passed on as:**
quotes-whole = Whole, as it was written
quotes-shorten = End it earlier, with “…”
quotes-full = { $most } are at the top already. Take one away to make room for this one.

sentence-about = You can put one sentence of your own at the top of the copy, in the message and in every file: why you’re sending it, or what you’d like. Only your boss reads it.
sentence-address = { $found } looks like an address. A copy by email can’t contain one, so that no one gets a stranger’s link in my name. Your sentence wasn’t saved: **Change it** brings it back as you wrote it.
sentence-form-title = A sentence to my boss
sentence-form-label = Your sentence
sentence-form-help = Shown at the top of the page, signed with your name. No one else reads it.

button-added = Words from elsewhere
button-added-add = Add words from elsewhere
button-added-remove = Take it away
added-about = **Words from elsewhere, { $count } of { $most }.** Thanks that reached you in an email, in a forum, on a stage. They come after your members’ words, under “added by you, not checked”, and no number counts them. Your boss reads only what you tick here.
added-allow = Tick what your boss may read
added-look = Pick one to change or take away
added-for-boss = your boss may read it
added-form-title = Add words from elsewhere
added-form-words = Their words
added-form-words-help = Word for word, without links, mentions or formatting.
added-form-said-by = Who said it
added-form-said-by-help = As they may be named on a page that others read.
added-form-place = Where
added-form-place-help = A link or a place. In an email it is plain text.
added-empty = There are no words to add. **Try again** brings back what you wrote.
added-nameless = The name can’t be read, so nothing was saved. **Try again** brings your words back.
added-address = { $found } looks like an address. Words from elsewhere can’t contain one, so that no one gets a stranger’s link in my name. Nothing was saved: **Try again** brings your words back.
added-mention = These words contain an @, and no one should be pinged. Write the name without it. Nothing was saved: **Try again** brings your words back.
added-markup = These words contain formatting, code or letters that can’t be read; only plain words can be added. Nothing was saved: **Try again** brings your words back.
added-full = { $most } are there already, so nothing was saved. Take one away, then **Try again** brings your words back.
added-gone = What you wanted to change isn’t there any more. **Try again** adds your words anew.
added-purged = The words of this campaign have been removed by now, so nothing can be added.

files-forward = The version for your boss, with only what its authors allow, for you to pass on yourself.
files-none-go = No files go with a copy: your boss gets just the message.
files-go = Sent with a copy: { $files }.
files-with-copy = Which files go with a copy
files-own = My own digest, in another form
files-lacking = I couldn’t create this: { $files }. That’s a bug of mine; whoever runs this bot can find it in the log, and you can ask for it again later.
files-forward-as = For my boss, in another form
# What the names of files for a boss begin with: ASCII, which every program for mail and files keeps.
files-for-boss = for-your-boss
files-as-html = a page for a browser
files-as-text = plain text
files-as-pdf = a PDF to print
files-as-card = a picture for a chat
files-as-eml = an email, as a draft
files-as-markdown = Markdown
files-as-json = JSON, for programs
files-as-csv = CSV, for spreadsheets
files-as-calendar = a development day, for a calendar

thankers-about = One reply from you to { $people ->
    [one] the one person
   *[other] all { $people } people
} who thanked you. I’ll post it once, under the recap in { $channel }, where everyone can read it, and put a 💌 under the public messages. No one gets a direct message, and no one is pinged.
thankers-draft = No one has seen this yet. **Post it** puts it under the recap in { $channel }, with your name.
thankers-waits = It’s waiting to be posted; until then you can change it.
thankers-on-its-way = It’s on its way.
thankers-posted = It’s posted here: { $link }. To change it, take it back first.
thankers-unknown = I can’t tell whether it was posted, so I won’t post it again automatically. Check the channel; **Take it back** lets you start over.
thankers-failed = It couldn’t be posted. **Change it** lets you look at it and try again.
thankers-hidden = An admin has hidden your reply. Ask them if you don’t know why.
thankers-empty = Your reply was empty.
thankers-not-due = Their words come first: you can reply once your digest is due.
thankers-nobody = No one has written to you yet, so there’s no one to reply to.
thankers-stands = Your reply is posted already, or on its way. Take it back first if you want to write another.
thankers-form-title = Reply to everyone who thanked me
thankers-form-label = Your reply
thankers-form-help = Posted once under the recap, for everyone to read. You see it first, and can take it back.
button-answer-post = Post it
button-answer-throw = Discard
button-answer-back = Take it back
post-answer = **{ $manager } replies to everyone who thanked them for #CMAD { $year }:**
send-answer = the reply of { $who } to everyone who thanked them

moderate-answer-hidden = Hidden: the reply of **{ $manager }** is removed, with its 💌 reactions. Their desk tells them so. `/campaign restore` brings it back.
moderate-answer-restored = Restored: the reply of **{ $manager }** is posted again.
moderate-hidden-answer = The reply of **{ $manager }** to everyone who thanked them is hidden.
button-restore-answer = Restore it

button-forget-theme = Remove the theme
button-forget-role = Stop using the role
button-forget-admins = No admin channel
forgot-theme = The theme won’t appear in future posts. What was posted stays as it is.
forgot-role = No role puts anyone on the roster now. Whoever is on it stays.
forgot-admins = From now on reports go to <@{ $user }>, by direct message.

privacy-thankers = - Your reply to those who thanked you for #CMAD { $year }
privacy-copies = { $n ->
    [one] - One passage of yours in a copy that was sent to a boss, kept as it was
   *[other] - { $n } passages of yours in copies that were sent to bosses, kept as they were
}

# The manager's desk and what leads from it: quotes, the sentence to the boss, files, years, the answer to everybody who
# thanked; and settings that an admin forgets.

button-answer-all = Answer everybody
button-copy-update = Send my boss the update
button-as-it-left = The copy as it left
button-as-it-left-before = The one before
button-quotes = Quotes: pin, hide, shorten
button-sentence = A sentence to my boss
button-back-to-desk = Back to my desk
button-back-to-quotes = Back to the quotes
button-first = Stands first
button-second = Second
button-third = Third
button-not-first = Not at the top
button-show-quote = Show it to my boss
button-hide-quote = Hide it from my boss
button-page-before = ◀ Earlier
button-page-after = Later ▶
button-change = Change it
button-write = Write it
button-sentence-none = No sentence

desk-year = #CMAD { $year }
desk-years = Look at another year
desk-copied-when = It left { $when }; **The copy as it left** shows it as it was.
desk-copied-changed = The page has changed since: you can send it once more, marked as an update.
desk-copied-another = The boss whom you had named before has a copy; the one who is set now has none yet.
desk-has-sentence = A sentence of yours stands above the copy.

copy-preview = This is what { $boss } would get, in a private message from me. Nothing has been sent yet.
copy-preview-changed = **It has changed since you looked**, so nothing was sent; this is what would go now.
copy-enough = Your boss has had three copies of this digest; more would be a nuisance. The files are there to hand over yourself.
copy-as-it-left = This is what left { $when }. It stays as it was, whatever you change; only what its author erased is gone from it.
copy-as-it-left-gone = That copy is not kept any more: words are removed after a while, and so are copies of them.

quotes-head = **Your quotes, { $first } to { $last } of { $count }.** Up to { $most } stand first, in your order. What you hide stays with you. Nothing here is sent to anybody.
quotes-none = There are no words here to choose from.
quotes-none-pinned = None is pinned, so the page chooses: the longest short ones, of different people.
quotes-look = Open one: its place, a shorter version
quotes-gone = That one is not there any more: its author took it back, or an admin hid it.
quotes-passed-on-as = **It is passed on as:**
quotes-whole = Whole, as it was written
quotes-shorten = End it earlier, with “…”
quotes-full = { $most } stand first already. Take one away, then this one fits.

sentence-about = One sentence of yours can stand above the copy, in the message and in every file: why you send it, or what you would like. Only your boss reads it.
sentence-form-title = A sentence to my boss
sentence-form-label = Your sentence
sentence-form-help = It stands above the page, signed with your name. Nobody else reads it.

files-forward = The version for your boss, with only what its authors allow, to hand over yourself.
files-none-go = No file goes with a copy: your boss gets the message alone.
files-go = With a copy go: { $files }.
files-with-copy = Which files go with a copy
files-own = My own digest, in another form
files-lacking = I could not make this: { $files }. That is a mistake of mine, whoever runs me finds it in the log, and you can ask for it again later.
files-forward-as = For my boss, in another form
files-as-html = a page for a browser
files-as-text = plain text
files-as-pdf = a PDF to print
files-as-card = a picture for a chat
files-as-eml = a mail, as a draft
files-as-markdown = Markdown
files-as-json = JSON, for programs
files-as-csv = CSV, for spreadsheets

thankers-about = One answer of yours to { $people ->
    [one] the one person
   *[other] all { $people } people
} who thanked you. I post it once, under the recap in { $channel }, where everybody can read it, and put a 💌 under the public messages. Nobody gets a private message, and nobody is pinged.
thankers-draft = Nobody has seen this yet. **Post it** puts it under the recap in { $channel }, with your name.
thankers-waits = It is waiting to be posted; until then you can change it.
thankers-on-its-way = It is on its way.
thankers-posted = It stands here: { $link }. To change it, take it back first.
thankers-unknown = It cannot be known whether it was posted, so it is not posted again by itself. Look into the channel; **Take it back** begins anew.
thankers-failed = It could not be posted. **Change it** lets you look at it and try again.
thankers-hidden = An admin has hidden your answer. Ask them, if you do not know why.
thankers-empty = There was nothing to read in it.
thankers-not-due = First the words of others: you can answer from the time on at which your digest is due.
thankers-nobody = Nobody has written to you yet, so there is nobody to answer.
thankers-stands = Your answer stands already, or is on its way. Take it back first, then you can write another.
thankers-form-title = Answer everybody who thanked me
thankers-form-label = Your answer
thankers-form-help = Posted once under the recap, for everybody to read. You see it first, and can take it back.
button-answer-post = Post it
button-answer-throw = Throw it away
button-answer-back = Take it back
post-answer = **{ $manager } answers everybody who thanked them for #CMAD { $year }:**
send-answer = the answer of { $who } to everybody who thanked them

moderate-answer-hidden = Hidden: the answer of **{ $manager }** goes away, with its marks. They see that when they look. `/campaign restore` brings it back.
moderate-answer-restored = Restored: the answer of **{ $manager }** is posted again.
moderate-hidden-answer = The answer of **{ $manager }** to everybody who thanked them is hidden.
button-restore-answer = Restore it

button-forget-theme = Forget the theme
button-forget-role = Forget the role
button-forget-admins = No admin channel
forgot-theme = The theme is gone from the posts to come. What was posted stays as it is.
forgot-role = No role makes anybody a manager any more. Whoever is on the roster stays on it.
forgot-admins = Reports go to <@{ $user }>, in private, from now on.

privacy-thankers = - What you answered to those who thanked you for #CMAD { $year }
privacy-copies = { $n ->
    [one] - One place in a copy for a boss, kept as it was sent, with words of yours
   *[other] - { $n } places in copies for bosses, kept as they were sent, with words of yours
}

# Saving a message as a thanks, copying a colleague's boss, and the manager's choice about copies.

# The name of the command on a message; it is also how Discord tells that it was used.
cmd-save-message = Save as #CMAD thanks

note-ask-to-save = Someone would like to keep these words as a #CMAD thank-you. Only you can use the buttons, because the words are yours. Nothing is kept unless you say yes.
button-save-no = No, thanks

save-whom = Who are you thanking with this message?
save-also = -# It also counts for **{ $managers }**; you can change each one in `/cmad mine`.
save-no-words = I found no words in that message that I can read. Right-click it and choose **Save as #CMAD thanks** yourself, or paste the words into `/thank`.
save-asked = **{ $author }** wrote that, so **{ $author }** decides: I’m asking under the message. Until they say yes, nothing of it is kept.
save-asked-in-mine = **{ $author }** wrote that, so **{ $author }** decides: `/cmad mine` asks them, because enough questions are open here already. Until they say yes, nothing of it is kept.
save-asked-before = **{ $author }** has been asked about that message already. A message is asked about once.
save-counts = That message counts already. Thank you for noticing it.
save-no-questions = **{ $author }** doesn’t want to be asked about saving messages in this campaign. You can thank someone in your own words: `/thank`.
save-choose = Your message can be kept as a #CMAD thank-you, signed **{ $signature }**. How may its words be used? The message itself stays yours either way.
standing-public-means = May be quoted to their boss with your name and the link to your message.
standing-named-means = May be quoted to their boss with your name.
standing-unnamed-means = May be quoted to their boss as “a member”.
standing-private-means = Only for the person you thank; a boss only sees that it was counted.
save-refused = Nothing was kept, and you won’t be asked again in this campaign.
receipt-public-stands = Signed **{ $signature }**. It’s **public**: it stays where you wrote it, and may be quoted to their boss with your name and its link.
receipt-public-stands-many = Signed **{ $signature }**. It’s **public**: it stays where you wrote it, and may be quoted to their bosses with your name and its link.

# Copy their boss: on a colleague's receipt.
button-copy-theirs = Copy their boss
button-copy-theirs-of = Copy the boss of { $name }
button-suggest = Suggest it to them
copy-theirs = “Copy their boss” is half of the tradition. Here’s a text you can send to **{ $manager }**’s boss yourself, with only what you allowed:
copy-theirs-text =
    Hello!
    Community Manager Appreciation Day { $year } is { $date }. I thanked { $manager } for what they do for our community, and I would like you to know.
copy-theirs-words = This is what I wrote:
copy-theirs-cares = { $manager } cares about: { $cares }
copy-theirs-suggest = Or leave it to **{ $manager }**: a suggestion waits on their desk, and they decide. Nothing is sent to anyone.
copy-theirs-suggested = It’s waiting on the desk of **{ $manager }** now. They decide, and nothing was sent to anyone.
desk-suggester-unnamed = a member
desk-suggested = 💡 { $more ->
    [0] { $names }
    [one] { $names } and one more
   *[other] { $names } and { $more } more
  } { $n ->
    [one] suggests
   *[other] suggest
  } showing this to your boss. It’s for you to decide.
button-dismiss = Dismiss

# The choice about copies.
cmd-boss-copy = Once your digest has arrived: ask you, always copy them after 24 hours, or never
copying-ask = ask: nothing goes to them unless you send it
copying-always = always: 24 hours after your digest reached you, unless you press Don’t send yet
copying-never = never: nothing is offered
boss-nobody = No boss is set.
boss-copy-ask = About copies: **ask**. Nothing goes to your boss until you press **Copy my boss** on your digest.
boss-copy-always = About copies: **always**. From your next digest on, a copy goes to your boss 24 hours after the digest reached you, with what its authors allow. **Don’t send yet** on the digest or on your desk stops it. This works once you’ve accepted your place and named a boss who hasn’t said “Stop sending me these”. Updates are never copied automatically.
boss-copy-never = About copies: **never**. Nothing is offered; your own files are still on your desk.
button-wait = Don’t send yet
note-digest-always = Here is what they wrote to you. Under **My digest** you can pin the ones you like best and hide what should stay with you. You chose to **always** copy your boss: that happens 24 hours after this message, unless you press **Don’t send yet**.
note-digest-never = Here is what they wrote to you. Under **My digest** you can pin the ones you like best. It stays with you: you chose never to copy your boss.
desk-files-own = Your own digest with every quote. Open the page in a browser, or print it.
desk-copy-waits = A copy goes to your boss on { $when }, because you chose *always*. **Don’t send yet** stops it.
desk-copy-called-off = No copy was sent: it was stopped, or could no longer be sent. You can still send one.
copy-waited = Stopped: no copy goes to your boss automatically. You can still send it from your desk, `/cmad digest`; use `/cmad boss set` to change your choice for next year.
copy-nothing-waits = No copy is waiting, so nothing goes to your boss automatically.
copy-wait-too-late = That copy is on its way or has arrived already, so it can no longer be stopped.

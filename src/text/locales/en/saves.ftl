# Saving a message as a thanks, copying a colleague's boss, and the manager's choice about copies.

# The name of the command on a message; it is also how Discord tells that it was used.
cmd-save-message = Save as #CMAD thanks

note-ask-to-save = Somebody would like these words to be kept as a #CMAD thanks. The button answers only you, their author. Nothing is kept unless you say yes.
button-save-no = No, thanks

save-whom = Whom do you thank with this message?
save-also = -# It counts for **{ $managers }**, too; `/cmad mine` changes each.
save-no-words = I found no words in that message that I may read. Right-click it and choose **Save as #CMAD thanks** yourself, or paste the words into `/thank`.
save-asked = **{ $author }** wrote that, so **{ $author }** decides: I ask under the message. Until they say yes, nothing of it is kept.
save-asked-before = **{ $author }** has been asked about that message already. A message is asked about once.
save-counts = That message counts already. Thank you for noticing it.
save-no-questions = **{ $author }** does not want to be asked about saving messages in this campaign. You can thank somebody in your own words: `/thank`.
save-choose = Your message can be kept as a #CMAD thanks, signed **{ $signature }**. What may be done with its words? The message itself stays yours either way.
save-public-means = May be quoted to their boss with your name and the link to your message.
save-named-means = May be quoted to their boss with your name.
save-unnamed-means = May be quoted to their boss as “a member”.
save-private-means = For the manager alone; a boss only sees that it was counted.
save-refused = Nothing was kept, and nobody can have you asked again in this campaign.
receipt-public-stands = Signed **{ $signature }**. It is **public**: it stands where you wrote it, and may be quoted to their boss with your name and its link.

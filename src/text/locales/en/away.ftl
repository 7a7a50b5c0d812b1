# What was said while the bot was away, and could not be read.
report-unread = **I couldn’t read what was said while I was away, in { $count ->
        [one] one channel
       *[other] { $count } channels
    }.** { $channels }{ $more ->
        [0] {""}
        [one] {" "}and one more
       *[other] {" "}and { $more } more
    }. Thank-yous given there in the meantime may be missing. Give me **Read Message History** there, and next time I’ll find them. What’s missing can still be counted: its author right-clicks the message and chooses **Apps**, **{ cmd-save-message }**.
status-report-unread = - What was said in { $count ->
        [one] one channel
       *[other] { $count } channels
    } while the bot was away couldn’t be read: Read Message History is missing there.

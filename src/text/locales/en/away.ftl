# What was said while the bot was away, and could not be read.
report-unread = **I could not read what was said while I was away, in { $count ->
        [one] one channel
       *[other] { $count } channels
    }.** { $channels }{ $more ->
        [0] {""}
        [one] {" "}and one more
       *[other] {" "}and { $more } more
    } Thanks that were given there meanwhile may be missing. Give me **Read Message History** there, and next time I find them. What is missing can still be counted: its author right-clicks the message and chooses **Apps**, **{ cmd-save-message }**.
status-report-unread = - What was said in { $count ->
        [one] one channel
       *[other] { $count } channels
    } while the bot was away could not be read: Read Message History is missing there.

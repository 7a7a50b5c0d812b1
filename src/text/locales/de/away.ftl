# Was gesagt wurde, während der Bot weg war, und nicht gelesen werden konnte.
report-unread = **Ich konnte nicht lesen, was in { $count ->
        [one] einem Kanal
       *[other] { $count } Kanälen
    } gesagt wurde, während ich weg war.** { $channels }{ $more ->
        [0] {""}
        [one] {" "}und ein weiterer
       *[other] {" "}und { $more } weitere
    }. Dank, der dort inzwischen ausgesprochen wurde, fehlt vielleicht. Gib mir dort **Nachrichtenverlauf anzeigen**, dann finde ich ihn beim nächsten Mal. Was fehlt, kann noch zählen: Wer es geschrieben hat, klickt mit rechts auf die Nachricht und wählt **Apps**, **{ cmd-save-message }**.
status-report-unread = - Was in { $count ->
        [one] einem Kanal
       *[other] { $count } Kanälen
    } gesagt wurde, während der Bot weg war, konnte nicht gelesen werden: Dort fehlt „Nachrichtenverlauf anzeigen“.

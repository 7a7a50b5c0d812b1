# What a boss replies to a copy: the page of the link in a mail and the form on Discord; what the manager gets of it.

# To the boss, on Discord and on the page.
reply-title = { $who ->
    [known] { $manager } antworten
   *[unknown] Ihre Antwort
}
reply-kept = Gesendet. { $manager } bekommt sie als Direktnachricht und findet sie später wieder. Sie können sie sieben Tage lang ändern.
reply-unchanged = Genau das haben Sie schon gesendet; es wurde nichts geändert.
reply-empty = Darin war nichts zu lesen, deshalb wurde nichts gesendet.
reply-too-long = Das sind { $count } Zeichen, eine Antwort hat höchstens { $most }. Es wurde nichts gesendet: Bitte kürzen Sie sie.
reply-over = Diese Antwort lässt sich nicht mehr ändern. Sie bleibt, wie Sie sie gesendet haben, oder Sie nehmen sie zurück.
reply-gone = Diese Kopie ist nicht mehr gespeichert, deshalb wurde nichts gesendet.
reply-withdrawn = Zurückgenommen. Was Sie geschrieben haben, ist hier gelöscht, auch die Nachricht damit.
reply-nothing = Von Ihnen gibt es hier nichts zurückzunehmen.
button-reply-change = Ändern
button-reply-back = Zurücknehmen
reply-form-title = Ihre Antwort
reply-form-words = Ihre Worte
reply-form-words-help = Ein Satz genügt; höchstens 500 Zeichen.
reply-form-may = Wer darf es lesen?
reply-form-may-help = Das können Sie sieben Tage lang ändern.
reply-may-no = Nur die Person, der ich antworte
reply-may-no-means = Als Direktnachricht; nichts davon wird veröffentlicht.
reply-may-yes = Auch öffentlich unter dem Rückblick
reply-may-yes-means = Falls diese Person das auch möchte: als ihr Boss, ohne Ihren Namen.
web-reply-about = { $who ->
    [known] Was Sie hier schreiben, bekommt { $manager } von { $server } als Direktnachricht. Sonst liest es niemand, außer Sie setzen unten das Häkchen. Sie können es sieben Tage lang ändern.
   *[unknown] Was Sie hier schreiben, bekommt die Person, deren Seite Sie erhalten haben, als Direktnachricht. Sonst liest es niemand, außer Sie setzen unten das Häkchen. Sie können es sieben Tage lang ändern.
}
web-reply-label = Ihre Antwort (höchstens 500 Zeichen)
web-reply-may = Sie darf auch in der Community stehen, unter dem Rückblick auf den Tag, falls diese Person das auch möchte: als Worte ihres Bosses, ohne Ihren Namen.
web-reply-send = Senden
web-reply-change = Änderung senden
mail-answers-page = Bitte antworten Sie nicht auf diese E-Mail, denn Antworten liest niemand. Was Sie hinter dem Link oben schreiben, erreicht { $manager }.

# To the manager.
note-boss-wrote-title = Dein Boss hat geschrieben
note-boss-changed-title = Dein Boss hat seine Worte geändert
note-boss-wrote-alone = Das ist nur für dich. Auf deinem Schreibtisch bleibt es.
note-boss-wrote-may = Sonst hat es niemand gelesen. Dein Boss ist einverstanden, dass ich es ohne seinen Namen unter den Rückblick stelle; **Unter den Rückblick stellen** tut das, falls du es auch möchtest.
desk-boss-wrote = **Dein Boss hat geschrieben:**
button-boss-replies = Was mein Boss schrieb
button-reply-post = Unter den Rückblick stellen
button-reply-down = Beitrag entfernen
boss-reply-head = **Dein Boss hat geschrieben**, { $when }:
boss-reply-none = Dein Boss hat nichts geschrieben oder es zurückgenommen.
boss-reply-for-you = Nur für dich.
boss-reply-may = Dein Boss ist einverstanden, dass ich es ohne seinen Namen unter den Rückblick stelle. Das geschieht nur, falls du es auch möchtest.
boss-reply-posted = Es steht unter dem Rückblick.
boss-reply-on-its-way = Es ist unterwegs zum Rückblick.
boss-reply-unknown = Ich weiß nicht, ob es veröffentlicht wurde, deshalb veröffentliche ich es nicht automatisch noch einmal. Sieh im Kanal nach.
boss-reply-failed = Es ließ sich nicht veröffentlichen. Nach **Beitrag entfernen** kannst du es noch einmal versuchen.
boss-reply-hidden = Ein Admin hat den Beitrag verborgen. Frag nach, wenn du nicht weißt, warum.
boss-reply-changed = Dein Boss hat es inzwischen geändert oder zurückgenommen, deshalb wurde nichts veröffentlicht. So ist es jetzt.

# Under the recap, and to admins.
post-boss-reply = **Der Boss von { $manager } hat geschrieben:**
send-wrote-back-post = die Worte eines Bosses unter dem Rückblick
moderate-reply-hidden = Verborgen: Was der Boss von **{ $manager }** geschrieben hat, wird entfernt. Das steht auch auf dem Schreibtisch. Nach `/campaign restore` mit demselben Link kann es wieder veröffentlicht werden.
moderate-reply-restored = Wiederhergestellt: **{ $manager }** kann die Worte des Bosses wieder veröffentlichen.

privacy-boss-replies = { $n ->
    [one] - { $year }: eine Antwort deines Bosses auf eine Kopie deines Digests
   *[other] - { $year }: { $n } Antworten deines Bosses auf Kopien deines Digests
}
privacy-replies-as-boss = { $n ->
    [one] - { $year }: eine Antwort von dir, als Boss, auf eine Kopie, die du bekommen hast
   *[other] - { $year }: { $n } Antworten von dir, als Boss, auf Kopien, die du bekommen hast
}

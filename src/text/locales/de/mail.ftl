# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Hier ist nichts
web-not-found = Diese Adresse führt nirgendwohin. Wenn Sie aus einer E-Mail hierhergekommen sind, wurde der Link vielleicht abgeschnitten: Öffnen Sie ihn noch einmal direkt aus der E-Mail, oder schreiben Sie der Person, von der sie kam.

# The commands' options: 100 characters at most.
cmd-boss-email = Die Mailadresse deines Bosses, wenn Kopien dorthin gehen dürfen; nur du siehst sie
cmd-boss-reply-to = Wohin Antworten deines Bosses gehen; ohne sie nennt die Mail keine Adresse von dir

# What a manager is told when they name a boss's address, and when they want to send a copy there.
boss-bad-address = „{ $address }“ ist keine Mailadresse, die ich verwenden kann. Schreib sie wie `jemand@example.org`, ohne einen Namen daneben. Nichts wurde geändert.
boss-reply-alone = Eine Adresse für Antworten braucht auch die Adresse deines Bosses: `/cmad boss set email:… reply_to:…`. Nichts wurde geändert.
boss-mail-off = Ich kann hier keine Mails schicken: Wer diesen Bot betreibt, hat das nicht eingerichtet. Darum habe ich die Adresse nicht behalten, und nichts wurde geändert. **Kopie an meinen Boss** gibt dir die Dateien zum Weiterleiten; ein Boss, der hier Mitglied ist, kann eine Direktnachricht bekommen: `/cmad boss set member:@name`.
boss-mail-domain = Wer diesen Bot betreibt, hat Mails an **{ $domain }** nicht erlaubt. Darum habe ich die Adresse nicht behalten, und nichts wurde geändert. Bitte darum, sie aufzunehmen; bis dahin gibt dir **Kopie an meinen Boss** die Dateien zum Weiterleiten.
boss-mail-server = Wer diesen Bot betreibt, hat Mails von diesem Server nicht erlaubt. Darum habe ich die Adresse nicht behalten, und nichts wurde geändert. **Kopie an meinen Boss** gibt dir die Dateien zum Weiterleiten; ein Boss, der hier Mitglied ist, kann eine Direktnachricht bekommen: `/cmad boss set member:@name`.
boss-mail = Kopien gehen **per Mail an { $to }**, von { $from }. Bis eine Kopie verschickt wird, erfährt dort niemand etwas.
boss-mail-answers = Antworten gehen an **{ $to }**.
boss-mail-no-answers = Die Mail nennt keine Adresse von dir; mit `reply_to` gibst du eine für Antworten an.
boss-mail-and-member = { $boss } bekommt keine zweite Kopie. Nur wenn keine Mail mehr dorthin gehen kann, kommt eine Kopie stattdessen als Direktnachricht.
copy-preview-mail = Das ist die Mail, die **an { $to }** geht, von { $from }. Noch wurde nichts verschickt.
mail-head-from = Von:
mail-head-to = An:
mail-head-reply-to = Antwort an:
mail-head-subject = Betreff:
mail-head-attached = Angehängt:
mail-head-nobody = niemanden: Die Mail nennt keine Adresse von dir
mail-head-nothing = nichts
mail-preview-whole = { $file } ist die Mail, wie sie verschickt wird, { $page } ihre Seite. Nur die Adressen hinter *Abbestellen* und für eine Antwort sind darin verdeckt: Sie gehören allein deinem Boss.
mail-preview-cut = Der Text geht in den Dateien weiter.
copy-mail-off = Ich kann keine Mails schicken: Wer diesen Bot betreibt, hat das nicht eingerichtet. Hier sind die Dateien zum Weiterleiten, nur mit dem, was die Schreibenden erlauben.
copy-mail-domain = Wer diesen Bot betreibt, hat Mails an diese Domain nicht erlaubt, darum wurde nichts geschickt. Hier sind die Dateien zum Weiterleiten, nur mit dem, was die Schreibenden erlauben.
copy-mail-server = Wer diesen Bot betreibt, hat Mails von diesem Server nicht erlaubt, darum wurde nichts geschickt. Hier sind die Dateien zum Weiterleiten, nur mit dem, was die Schreibenden erlauben.
copy-mail-address = In deinem Satz steht eine Adresse, und in einer Kopie per Mail darf keine stehen, darum wurde nichts geschickt. Ändere den Satz, und schick die Kopie dann noch einmal.
copy-too-few = Für eine Kopie braucht es Worte von mindestens zwei Personen, die dein Boss lesen darf, darum wurde nichts geschickt. Hier sind die Dateien zum Weiterleiten, nur mit dem, was die Schreibenden erlauben. Wer einmal mit Namen schreibt, kann auch ohne Namen schreiben, darum zählen eine Nachricht mit und eine ohne Namen nicht als zwei Personen.
copy-waits = Eine Kopie ist bestellt und wartet bis zum { $when }: Mehr Kopien dürfen an einem Tag nicht verschickt werden. **Noch nicht schicken** auf deinem Schreibtisch hält sie auf.
copy-mail-unmade = Ich konnte keine Kopie erstellen; der Fehler liegt bei mir, und es wurde nichts geschickt. Hier sind die Dateien zum Weiterleiten, nur mit dem, was die Schreibenden erlauben.
note-copy-trouble-title = Die Kopie für deinen Boss
note-copy-trouble-unknown = **Ich kann nicht feststellen, ob sie angekommen ist.** Der Mailserver hat die Mail vielleicht angenommen, aber nicht bestätigt. Damit niemand sie zweimal bekommt, schicke ich sie nicht noch einmal. Frag deinen Boss, oder leite die Dateien von deinem Schreibtisch weiter.
note-copy-trouble-refused = **Sie ist nicht angekommen.** Der Mailserver hat sie abgelehnt: Vielleicht ist in der Adresse ein Fehler, oder dort wird nichts von mir angenommen. `/cmad boss set` ändert die Adresse; auf deinem Schreibtisch sind die Dateien zum Weiterleiten.
note-copy-trouble-given-up = **Sie ist nicht angekommen.** Ich habe es drei Tage lang versucht, und der Mailserver hat sie nicht angenommen. Auf deinem Schreibtisch sind die Dateien zum Weiterleiten, und du kannst sie von dort noch einmal schicken.
note-copy-trouble-closed = **Sie ist nicht angekommen.** Discord lässt mich deinem Boss keine Direktnachricht schicken: Vielleicht sind sie dort ausgeschaltet, oder dein Boss hat den Server verlassen. Auf deinem Schreibtisch sind die Dateien zum Weiterleiten; mit `/cmad boss set` kannst du einen anderen Weg angeben.
note-copy-trouble-unmade = **Sie wurde nicht geschickt.** Ich konnte keine Kopie deiner Seite erstellen; der Fehler liegt bei mir, und wer diesen Bot betreibt, findet ihn im Log. Auf deinem Schreibtisch sind die Dateien, die sich erstellen lassen, zum Weiterleiten, und du kannst sie von dort noch einmal schicken.
note-copy-trouble-waits = **Sie wartet bis zum { $when }.** Mehr Kopien dürfen an einem Tag nicht verschickt werden. Dann wird sie automatisch geschickt; **Noch nicht schicken** auf deinem Schreibtisch hält sie auf.
note-copy-trouble-too-few = **Sie wurde nicht geschickt.** Für eine Kopie braucht es Worte von mindestens zwei Personen, die dein Boss lesen darf, und inzwischen sind es weniger. Auf deinem Schreibtisch sind die Dateien zum Weiterleiten. Wer einmal mit Namen schreibt, kann auch ohne Namen schreiben, darum zählen eine Nachricht mit und eine ohne Namen nicht als zwei Personen.
note-copy-trouble-has-address = **Sie wurde nicht geschickt.** In deinem Satz steht eine Adresse, und in einer Kopie per Mail darf keine stehen. Ändere den Satz auf deinem Schreibtisch, und schick die Kopie von dort.
note-copy-trouble-light = **Sie wurde ohne PDF und Bild geschickt.** Beim Erstellen ist mein Programm abgebrochen, wahrscheinlich weil der Speicher nicht reichte. Die Seite selbst ist vollständig. Auf deinem Schreibtisch sind die Dateien zum Weiterleiten.
note-copy-trouble-unseen = **Ich kann nicht feststellen, ob sie angekommen ist.** Discord hat nicht geantwortet, und nachsehen kann ich nicht. Damit niemand sie zweimal bekommt, schicke ich sie nicht noch einmal. Frag deinen Boss, oder leite die Dateien von deinem Schreibtisch weiter.

# The mail, around the digest.
mail-why = Sie bekommen diese E-Mail, weil { $manager } Ihre Adresse angegeben und entschieden hat, Ihnen diese Seite zu schicken. Verschickt hat sie der Bot von { $server }; von ihm bekommen Sie nur, was { $manager } Ihnen schicken möchte.
mail-answers = Ihre Antwort geht an { $manager }.
mail-no-answers = Bitte antworten Sie nicht auf diese E-Mail: Antworten werden nicht gelesen. { $manager } freut sich, auf jedem anderen Weg von Ihnen zu hören.
mail-no-more-page = Abbestellen: ein Klick, und das gilt auf Dauer
mail-no-more-write = Zum Abbestellen schreiben Sie an { $operator } und setzen Sie diese Zeile in Ihre E-Mail: { $line }

# The page on which its reader says that they want no more.
web-no-more-title = Abbestellen?
web-no-more-ask = { $who ->
    [known] Sie haben eine E-Mail mit einer Dankesseite bekommen, weil { $manager } von { $server } sie Ihnen zeigen wollte.
   *[unknown] Sie haben eine E-Mail mit einer Dankesseite bekommen, weil jemand sie Ihnen zeigen wollte.
}
web-no-more-means = Wenn Sie auf den Button klicken, schickt Ihnen dieser Bot nichts mehr über diese Person, auch in späteren Jahren nicht, wer auch immer darum bittet. Dafür wird nur ein mit einem Schlüssel gebildeter Hash Ihrer Adresse aufbewahrt, nie die Adresse selbst.
web-no-more-button = Solche Seiten abbestellen
web-no-more-all-button = Alle E-Mails dieses Bots abbestellen
web-no-more-done-title = Erledigt
web-no-more-done = { $who ->
    [known] Sie bekommen von diesem Bot nichts mehr über { $manager } von { $server }. Das gilt auf Dauer; Sie müssen nichts weiter tun.
   *[unknown] Sie bekommen von diesem Bot nichts mehr über diese Person. Das gilt auf Dauer; Sie müssen nichts weiter tun.
}
web-no-more-done-all = Sie bekommen von diesem Bot keine E-Mails mehr, um wen es auch geht. Das gilt auf Dauer; Sie müssen nichts weiter tun.

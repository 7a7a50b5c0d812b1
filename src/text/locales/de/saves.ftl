# Siehe ../en/saves.ftl.

cmd-save-message = Als #CMAD-Dank aufheben

note-ask-to-save = Jemand möchte diese Worte als #CMAD-Dank aufheben. Der Knopf antwortet nur dir, weil sie von dir sind. Nichts wird aufgehoben, bis du Ja sagst.
button-save-no = Nein, danke

save-whom = Wem dankst du mit dieser Nachricht?
save-also = -# Sie zählt auch für **{ $managers }**; `/cmad mine` ändert jede einzeln.
save-no-words = In dieser Nachricht habe ich keine Worte gefunden, die ich lesen darf. Mach selbst einen Rechtsklick darauf und wähle **Als #CMAD-Dank aufheben**, oder füg die Worte in `/thank` ein.
save-asked = Das hat **{ $author }** geschrieben, darum entscheidet **{ $author }**: Ich frage unter der Nachricht. Bis zu einem Ja wird nichts davon aufgehoben.
save-asked-before = Nach dieser Nachricht wurde **{ $author }** schon gefragt. Nach einer Nachricht wird einmal gefragt.
save-counts = Diese Nachricht zählt schon. Danke, dass sie dir aufgefallen ist.
save-no-questions = **{ $author }** möchte in dieser Kampagne nicht gefragt werden, ob Nachrichten aufgehoben werden dürfen. In eigenen Worten danken kannst du trotzdem: `/thank`.
save-choose = Deine Nachricht kann als #CMAD-Dank aufgehoben werden, unterschrieben mit **{ $signature }**. Was darf mit ihren Worten geschehen? Die Nachricht selbst bleibt so oder so deine.
save-public-means = Darf mit deinem Namen und dem Link zu deiner Nachricht zum Boss.
save-named-means = Darf mit deinem Namen zum Boss.
save-unnamed-means = Darf zum Boss, als Wort von „einem Mitglied“.
save-private-means = Nur für die Person selbst; ein Boss sieht bloß, dass es gezählt hat.
save-refused = Nichts wurde aufgehoben, und in dieser Kampagne kann dich niemand mehr fragen lassen.
receipt-public-stands = Unterschrieben mit **{ $signature }**. Es ist **öffentlich**: Es steht dort, wo du es geschrieben hast, und darf mit deinem Namen und seinem Link zum Boss.

button-copy-theirs = Kopie an den Boss
button-suggest = Der Person vorschlagen
copy-theirs = „Schick dem Boss eine Kopie“ ist die halbe Tradition. Hier ist ein Text, den du dem Boss von **{ $manager }** selbst schicken kannst; darin steht, was du erlaubt hast:
copy-theirs-text =
    Hallo!
    Am { $date } ist Community Manager Appreciation Day { $year }. Ich habe { $manager } für die Arbeit an unserer Community gedankt und möchte, dass auch Sie davon wissen.
copy-theirs-words = Das habe ich geschrieben:
copy-theirs-suggest = Oder überlass es **{ $manager }**: Der Vorschlag wartet dort auf dem Schreibtisch, und entschieden wird dort. Niemandem wird etwas geschickt.
copy-theirs-suggested = Er wartet jetzt auf dem Schreibtisch von **{ $manager }**. Entschieden wird dort, und niemandem wurde etwas geschickt.
desk-suggester-unnamed = ein Mitglied
desk-suggested = 💡 { $more ->
    [0] { $names }
    [one] { $names } und noch jemand
   *[other] { $names } und { $more } weitere
  } { $n ->
    [one] schlägt
   *[other] schlagen
  } vor, dass dein Boss das sieht. Die Entscheidung liegt bei dir.
button-dismiss = Verwerfen

cmd-boss-copy = Was geschieht, wenn dein Digest da ist: fragen, nach 24 Stunden immer eine Kopie, oder nie
copying-ask = fragen: Nichts geht zum Boss, wenn du es nicht schickst
copying-always = immer: 24 Stunden nach deinem Digest, es sei denn, du drückst auf Warten
copying-never = nie: Es wird nichts angeboten
boss-nobody = Es ist kein Boss angegeben.
boss-copy-ask = Zu Kopien: **fragen**. Nichts geht zu deinem Boss, bis du selbst auf deinem Digest **Kopie an meinen Boss** drückst.
boss-copy-always = Zu Kopien: **immer**. Ab deinem nächsten Digest geht 24 Stunden, nachdem er dich erreicht hat, eine Kopie an deinen Boss, mit dem, was die Schreibenden erlauben. **Warten** auf dem Digest oder auf deinem Schreibtisch hält sie auf. Dafür musst du auf der Liste zugesagt haben, und es muss ein Boss angegeben sein, der nicht „Nichts mehr davon“ gesagt hat. Aktualisierungen gehen nie von selbst als Kopie hinaus.
boss-copy-never = Zu Kopien: **nie**. Es wird nichts angeboten; deine eigenen Dateien liegen weiter auf deinem Schreibtisch.
button-wait = Warten
note-digest-always = Das sind ihre Worte für dich. Unter **Mein Digest** heftest du an, was dir am besten gefällt, und verbirgst, was bei dir bleiben soll. Du hast gewählt, dass dein Boss **immer** eine Kopie bekommt: Das geschieht 24 Stunden nach dieser Nachricht, es sei denn, du drückst auf **Warten**.
note-digest-never = Das sind ihre Worte für dich. Unter **Mein Digest** heftest du an, was dir am besten gefällt. Er bleibt bei dir: Du hast gewählt, dass dein Boss nie eine Kopie bekommt.
desk-files-own = Dein eigener Digest mit jedem Zitat. Öffne die Seite im Browser, oder druck sie.
desk-copy-waits = { $when } geht eine Kopie an deinen Boss, weil du *immer* gewählt hast. **Warten** hält sie auf.
desk-copy-called-off = Es ging keine Kopie hinaus: Sie wurde aufgehalten, oder sie konnte nicht mehr geschickt werden. Du kannst immer noch eine schicken.
copy-waited = Aufgehalten: Von selbst geht keine Kopie an deinen Boss. Von deinem Schreibtisch aus, `/cmad digest`, kannst du sie immer noch schicken; deine Wahl für das nächste Jahr änderst du mit `/cmad boss set`.
copy-nothing-waits = Es wartet keine Kopie, darum geht nichts von selbst an deinen Boss.
copy-wait-too-late = Diese Kopie ist unterwegs oder schon angekommen, darum lässt sie sich nicht mehr aufhalten.

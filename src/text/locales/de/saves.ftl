# Siehe ../en/saves.ftl.

cmd-save-message = Als #CMAD-Dank speichern

note-ask-to-save = Jemand möchte diese Worte als #CMAD-Dank speichern. Die Buttons kannst nur du benutzen, weil die Worte von dir sind. Nichts wird gespeichert, bis du Ja sagst.
button-save-no = Nein, danke

save-whom = Wem dankst du mit dieser Nachricht?
save-also = -# Sie zählt auch für **{ $managers }**; in `/cmad mine` kannst du jede einzeln ändern.
save-no-words = In dieser Nachricht habe ich keine Worte gefunden, die ich lesen darf. Klick selbst mit rechts darauf und wähle **Als #CMAD-Dank speichern**, oder füg die Worte in `/thank` ein.
save-asked = Das hat **{ $author }** geschrieben, darum entscheidet **{ $author }**: Ich frage unter der Nachricht. Bis zu einem Ja wird nichts davon gespeichert.
save-asked-in-mine = Das hat **{ $author }** geschrieben, darum entscheidet **{ $author }**: `/cmad mine` stellt die Frage, denn hier sind schon genug Fragen offen. Bis zu einem Ja wird nichts davon gespeichert.
save-asked-before = Nach dieser Nachricht wurde **{ $author }** schon gefragt. Nach einer Nachricht wird nur einmal gefragt.
save-counts = Diese Nachricht zählt schon. Danke, dass sie dir aufgefallen ist.
save-no-questions = **{ $author }** möchte in dieser Kampagne nicht gefragt werden, ob Nachrichten gespeichert werden dürfen. In eigenen Worten danken kannst du trotzdem: `/thank`.
save-choose = Deine Nachricht kann als #CMAD-Dank gespeichert werden, unterschrieben mit **{ $signature }**. Was darf mit ihren Worten geschehen? Die Nachricht selbst bleibt so oder so deine.
standing-public-means = Darf dem Boss mit deinem Namen und dem Link zu deiner Nachricht gezeigt werden.
standing-named-means = Darf dem Boss mit deinem Namen gezeigt werden.
standing-unnamed-means = Darf dem Boss als Worte von „einem Mitglied“ gezeigt werden.
standing-private-means = Nur für die Person, der du dankst; ein Boss sieht bloß, dass es gezählt hat.
save-refused = Nichts wurde gespeichert, und in dieser Kampagne wirst du nicht noch einmal gefragt.
receipt-public-stands = Unterschrieben mit **{ $signature }**. Es ist **öffentlich**: Es bleibt dort, wo du es geschrieben hast, und darf dem Boss mit deinem Namen und seinem Link gezeigt werden.
receipt-public-stands-many = Unterschrieben mit **{ $signature }**. Es ist **öffentlich**: Es bleibt dort, wo du es geschrieben hast, und darf jedem Boss mit deinem Namen und seinem Link gezeigt werden.

button-copy-theirs = Kopie an den Boss
button-copy-theirs-of = Kopie an den Boss von { $name }
button-suggest = Der Person vorschlagen
copy-theirs = „Schick dem Boss eine Kopie“ ist die halbe Tradition. Hier ist ein Text, den du dem Boss von **{ $manager }** selbst schicken kannst; darin steht, was du erlaubt hast:
copy-theirs-text =
    Guten Tag!
    Am { $date }, ist Community Manager Appreciation Day { $year }. Ich habe { $manager } für die Arbeit an unserer Community gedankt und möchte, dass auch Sie davon wissen.
copy-theirs-words = Das habe ich geschrieben:
copy-theirs-cares = { $manager } liegt am Herzen: { $cares }
copy-theirs-suggest = Oder überlass es **{ $manager }**: Der Vorschlag wartet auf dem Schreibtisch der Person, und sie entscheidet. Niemandem wird etwas geschickt.
copy-theirs-suggested = Er wartet jetzt auf dem Schreibtisch von **{ $manager }**. Die Person entscheidet, und niemandem wurde etwas geschickt.
desk-suggester-unnamed = ein Mitglied
desk-suggested = 💡 { $more ->
    [0] { $names }
    [one] { $names } und noch jemand
   *[other] { $names } und { $more } weitere
  } { $n ->
    [one] schlägt
   *[other] schlagen
  } vor, das deinem Boss zu zeigen. Die Entscheidung liegt bei dir.
button-dismiss = Verwerfen

cmd-boss-copy = Wenn dein Digest da ist: fragen, nach 24 Stunden immer eine Kopie, oder nie
copying-ask = fragen: Nichts geht an deinen Boss, außer du schickst es
copying-always = immer: 24 Stunden nach deinem Digest, es sei denn, du klickst auf „Noch nicht schicken“
copying-never = nie: Es wird nichts angeboten
boss-nobody = Es ist kein Boss angegeben.
boss-copy-ask = Zu Kopien: **fragen**. Nichts geht an deinen Boss, bis du selbst unter deinem Digest auf **Kopie an meinen Boss** klickst.
boss-copy-always = Zu Kopien: **immer**. Ab deinem nächsten Digest geht eine Kopie an deinen Boss, 24 Stunden, nachdem er dich erreicht hat, mit dem, was die Schreibenden erlauben. **Noch nicht schicken** unter dem Digest oder auf deinem Schreibtisch hält sie auf. Dafür musst du auf der Liste zugesagt haben, und es muss ein Boss angegeben sein, der nicht „Nichts mehr davon schicken“ gesagt hat. Aktualisierungen werden nie automatisch als Kopie verschickt.
boss-copy-never = Zu Kopien: **nie**. Es wird nichts angeboten; deine eigenen Dateien liegen weiter auf deinem Schreibtisch.
button-wait = Noch nicht schicken
note-digest-always = Das hat man dir geschrieben. Unter **Mein Digest** kannst du anheften, was dir am besten gefällt, und verbergen, was bei dir bleiben soll. Du hast gewählt, dass dein Boss **immer** eine Kopie bekommt: Das geschieht 24 Stunden nach dieser Nachricht, es sei denn, du klickst auf **Noch nicht schicken**.
note-digest-never = Das hat man dir geschrieben. Unter **Mein Digest** kannst du anheften, was dir am besten gefällt. Er bleibt bei dir: Du hast gewählt, dass dein Boss nie eine Kopie bekommt.
desk-files-own = Dein eigener Digest mit jedem Zitat. Öffne die Seite im Browser, oder druck sie.
desk-copy-waits = Am { $when } geht eine Kopie an deinen Boss, weil du *immer* gewählt hast. **Noch nicht schicken** hält sie auf.
desk-copy-called-off = Es wurde keine Kopie verschickt: Sie wurde aufgehalten, oder sie konnte nicht mehr geschickt werden. Du kannst immer noch eine schicken.
copy-waited = Aufgehalten: Automatisch geht keine Kopie an deinen Boss. Von deinem Schreibtisch aus, `/cmad digest`, kannst du sie immer noch schicken; deine Wahl für das nächste Jahr änderst du mit `/cmad boss set`.
copy-nothing-waits = Es wartet keine Kopie, darum geht nichts automatisch an deinen Boss.
copy-wait-too-late = Diese Kopie ist unterwegs oder schon angekommen, darum lässt sie sich nicht mehr aufhalten.

# Siehe ../en/moderation.ftl.

cmd-cmad-scorecard = Braucht unser Start-up Community-Management? Ein Blatt mit Gründen dafür und dagegen

scorecard-intro =
    ## Braucht ein Start-up Community-Management?
    Ein formloses Blatt aus Gründungssicht. Kreuze an, was bei dir stimmt: Jeder Grund dafür zählt +1, jeder dagegen −1, und eine Leitung, die nicht zuhören will, −2. Niemand sonst sieht es, und nichts davon wird gespeichert.
scorecard-pick-for = Was dafür spricht
scorecard-pick-against = Was dagegen spricht
scorecard-sum = **Summe: { $sum }**
scorecard-speaks-for = Was für Community-Management spricht:
scorecard-speaks-against = Was dagegen spricht, vielleicht nur vorerst:
scorecard-no-verdict = Es gibt keine Zahl, ab der die Antwort Ja lautet. Sieh dir an, was du angekreuzt hast, und sprecht darüber.
scorecard-reason-product-talk = Über unser Produkt wird lebhaft gesprochen
scorecard-reason-lifestyle-talk = Über den Lebensstil rund um das Produkt wird lebhaft gesprochen
scorecard-reason-online-product = Unser Produkt ist online
scorecard-reason-direct-feedback = Wir wünschen uns direkte Rückmeldungen
scorecard-reason-outside-developers = Die Entwicklung durch Dritte gehört zu unserem Geschäftsmodell
scorecard-reason-rival-community = Die Konkurrenz hat eine Community
scorecard-reason-mass-adoption = Unser Produkt ist reif für die breite Masse
scorecard-reason-rival-has-one = Die Konkurrenz hat jemanden für Community-Management
scorecard-reason-questions = Kundinnen und Kunden stehen mit Fragen vor der Tür
scorecard-reason-asked-for = Kundinnen und Kunden fragen nach Community-Management
scorecard-reason-stealth = Wir arbeiten noch im Verborgenen
scorecard-reason-small-enough = Wir sind so klein, dass alle mitreden können
scorecard-reason-no-interaction = Niemand hat mit unserem Produkt zu tun
scorecard-reason-everyone-speaks = Alle bei uns können mit Kundinnen und Kunden sprechen
scorecard-reason-no-lifestyle-talk = Niemand spricht online über den Lebensstil
scorecard-reason-all-hands = Das Produkt steht auf der Kippe und braucht jede Hand
scorecard-reason-supports-itself = Unsere Community hilft sich selbst, zu 95 % oder mehr
scorecard-reason-unprepared = Die Leitung ist nicht bereit, Rückmeldungen der Community anzunehmen (−2)

cmd-nominate = Den Admins sagen, wer auf die Liste der Community-Manager gehört
cmd-nominate-member = Wen du vorschlägst
cmd-nominate-reason = Was die Person hier für andere tut; die Admins lesen es
cmd-roster-nominations = Wer für die Liste vorgeschlagen ist; auf die Liste setzen oder ablehnen

button-nominate = Vorschlagen
button-my-nominations = Meine Vorschläge
button-nomination-accept = Auf die Liste setzen
button-nomination-decline = Ablehnen
nominate-form-title = Jemanden für die Liste vorschlagen
nominate-form-member = Wen schlägst du vor?
nominate-form-member-help = Jemand, der sich hier um andere kümmert, gleich in welcher Funktion.
nominate-form-reason = Warum?
nominate-form-reason-help = Was tut die Person hier für andere? Die Admins lesen es, mit deinem Namen.
nominate-done = Danke. **{ $name }** ist vorgeschlagen; die Admins wissen Bescheid und entscheiden. Danach bekommst du eine Direktnachricht.
nominate-no-reason = Ein Vorschlag braucht einen Grund: Was tut die Person hier für andere?
nominate-not-a-member = **{ $name }** ist kein Mitglied dieses Servers.
nominate-bot = **{ $name }** ist ein Bot. Nur Menschen können auf der Liste stehen.
nominate-on-roster = **{ $name }** steht schon auf der Liste. Sag Danke, mit `/thank`!
nominate-left-out = **{ $name }** möchte bei #CMAD nicht dabei sein.
nominate-twice = Du hast **{ $name }** schon einmal vorgeschlagen. Einmal genügt: Die Admins haben es gelesen oder werden es lesen.
nominate-too-many = { $limit } Vorschläge von dir warten auf die Admins, mehr geht nicht auf einmal. Versuch es wieder, wenn einer beantwortet ist.
nominations-none = Zurzeit ist niemand vorgeschlagen. Jedes Mitglied kann mit `/nominate` jemanden vorschlagen.
nominations-none-of-yours = Du hast hier niemanden vorgeschlagen. Mit `/nominate` geht es.
nominations-head = { $n ->
    [one] **Ein Vorschlag** wartet auf deine Antwort.
   *[other] **{ $n } Vorschläge** warten auf deine Antwort.
}
nominations-one = **{ $name }** (<@{ $member }>), vorgeschlagen von <@{ $nominator }> am { $when }:
nominations-more = -# Und { $n } weitere. Beantworte einige von diesen, um sie zu sehen.
nomination-line = - **{ $name }**: { $state }
nomination-is-open = wartet auf die Admins
nomination-is-accepted = auf der Liste
nomination-is-declined = abgelehnt
nomination-only-admins = Nur Mitglieder mit der Berechtigung „Server verwalten“ können einen Vorschlag beantworten.
nomination-over = Dieser Vorschlag ist schon beantwortet.
nomination-has-left = **{ $name }** (<@{ $member }>) ist kein Mitglied dieses Servers mehr. Lehne den Vorschlag ab, oder warte auf die Rückkehr.
nomination-invited = **{ $name }** (<@{ $member }>) steht auf der Liste: Man kann der Person jetzt danken. Eine Direktnachricht fragt, ob sie zusagt, und wer den Vorschlag gemacht hat, erfährt davon.
nomination-already = **{ $name }** (<@{ $member }>) stand schon auf der Liste. Wer den Vorschlag gemacht hat, erfährt davon.
nomination-left-out = **{ $name }** (<@{ $member }>) möchte nicht dabei sein. Der Vorschlag ist geschlossen, und wer ihn gemacht hat, erfährt, dass er abgelehnt wurde.
nomination-declined = Abgelehnt. Wer **{ $name }** vorgeschlagen hat, erfährt davon, mit deinen Worten, falls du welche geschrieben hast. Sonst erfährt es niemand.
nomination-decline-title = Einen Vorschlag ablehnen
nomination-decline-answer = Ein freundlicher Grund, wenn du magst
nomination-decline-answer-help = Wer den Vorschlag gemacht hat, bekommt ihn in einer Direktnachricht.
note-nominated-title = Jemand wurde vorgeschlagen
note-nominated = <@{ $nominator }> hätte **{ $name }** (<@{ $member }>) gern auf der Liste der Community-Manager, denn:
note-nominated-means = Wenn du die Person auf die Liste setzt, wird sie gefragt, ob sie zusagt. `/roster nominations` zeigt alle Vorschläge, die warten.
note-nomination-accepted = Danke, dass du **{ $name }** auf { $server } vorgeschlagen hast. Jetzt steht **{ $name }** auf der Liste, und man kann **{ $name }** danken.
note-nomination-declined = Danke, dass du **{ $name }** auf { $server } vorgeschlagen hast. Die Admins haben entschieden, **{ $name }** nicht auf die Liste zu setzen.
note-nomination-answer = Die Admins schreiben dazu:
send-nominated = ein Vorschlag

cmd-hashtag-channels = In welchen Kanälen er zählt; danach kommt ein Menü mit Kanälen
channels-everywhere = Überall
channels-only = Nur in einigen Kanälen
channels-except = Überall außer in einigen Kanälen
hashtag-pick-only = In welchen Kanälen zählt der Hashtag? In allen anderen ist er aus. Ein Thread gilt als eigener Kanal.
hashtag-pick-except = In welchen Kanälen ist der Hashtag **aus**? In allen anderen zählt er. Ein Thread gilt als eigener Kanal.
hashtag-pick = Kanäle
hashtag-heard-everywhere = Er zählt in jedem Kanal, den der Bot sehen kann.
hashtag-heard-only = Er zählt nur in { $channels }.
hashtag-heard-except = Er zählt in jedem Kanal außer in { $channels }.
why-hashtag-not-here = In diesem Kanal ist der Hashtag aus. Erwähne mich zusammen mit der Person, der du dankst, oder nutze `/thank`.

cmd-campaign-hide = Ein Dankeschön verbergen: Es zählt nicht, und wer es gab, sieht, dass es verborgen ist
cmd-campaign-restore = Ein verborgenes Dankeschön wieder zählen lassen
cmd-moderate-message = Ein Link zur Nachricht; ohne ihn kommt eine Liste
cmd-campaign-export = Alle Dankesnachrichten als Datei für Tabellen; Worte nur, wo sie öffentlich sind
moderate-no-link = Das ist kein Nachrichtenlink. Rechtsklick auf die Nachricht → **Nachrichtenlink kopieren**. Ohne Link bekommst du eine Liste zum Auswählen.
moderate-nothing-there = Aus dieser Nachricht kam kein Dankeschön. Ohne Link bekommst du eine Liste zum Auswählen.
moderate-hidden = { $n ->
    [one] **Verborgen.**
   *[other] **{ $n } sind verborgen.**
  } Verborgenes zählt nirgends: nicht im Digest, nicht im Rückblick, nicht in den Summen. Was der Bot davon gepostet hat, wird entfernt. Wer gedankt hat, sieht es in `/cmad mine` und `/cmad why`.
moderate-restored = { $n ->
    [one] **Wiederhergestellt.**
   *[other] **{ $n } wiederhergestellt.**
  } Was inzwischen nicht zurückgenommen wurde, zählt wieder und erscheint wieder, wenn es öffentlich war.
moderate-nothing-to-hide = Hier gibt es nichts zu verbergen: Es ist schon verborgen oder wurde zurückgenommen.
moderate-nothing-to-restore = Hier gibt es nichts wiederherzustellen: Es ist nicht verborgen.
moderate-none-counted = In dieser Kampagne zählt noch kein Dankeschön.
moderate-none-hidden = In dieser Kampagne ist kein Dankeschön verborgen.
moderate-list-hide = { $n ->
    [one] Das neueste Dankeschön dieser Kampagne.
   *[other] Die neuesten { $n } Dankesnachrichten dieser Kampagne, die neueste zuerst.
  } Worte siehst du nur, wo alle sie sehen können.
moderate-list-restore = { $n ->
    [one] Ein Dankeschön ist verborgen.
   *[other] Die neuesten { $n } verborgenen Dankesnachrichten, die neueste zuerst.
  }
moderate-pick-hide = Wähle, was verborgen wird
moderate-pick-restore = Wähle, was wiederhergestellt wird
moderate-unnamed = ein Mitglied ({ $code })
moderate-only-counted = (entfernt)
moderate-line = - { $giver } → **{ $manager }**, { $when } ({ $state }){ $has ->
    [words] : { $words }
   *[nothing] { "" }
  }
moderate-is-counted = zählt
moderate-is-withdrawn = zurückgenommen
moderate-is-hidden = verborgen
export-nothing = In der Kampagne { $year } gibt es keine Dankesnachrichten.
export-done = Alle Dankesnachrichten der Kampagne { $year }: { $n }. Worte stehen nur darin, wo sie öffentlich sind. Wer ohne Namen dankt, steht dort mit einem Code, für jede Dankesnachricht einem anderen. Bitte geh mit der Datei so sorgsam um, wie die Worte es verdienen.
export-column-giver = Wer dankt
export-column-giver-id = ID (wer dankt)
export-column-manager = Community-Manager
export-column-manager-id = ID (Community-Manager)
export-column-date = Datum
export-column-state = Stand
export-column-words = Worte

refused-young-account = Dank zählt von Konten, die mindestens { $limit ->
    [one] einen Tag
   *[other] { $limit } Tage
  } alt sind. Deines ist jünger; bitte komm später wieder.
refused-new-member = Dank zählt von Menschen, die seit mindestens { $limit ->
    [one] einem Tag
   *[other] { $limit } Tagen
  } hier sind. Du bist noch nicht so lange da; bitte komm später wieder.
refused-same-words = Du hast **{ $name }** schon mit denselben Worten gedankt, darum zählt es einmal. Was du zuerst gesagt hast, bleibt.
refused-gone = Das hast du gesagt, bevor du deine Daten gelöscht hast, oder die Nachricht wurde gelöscht. Darum behalte ich es nicht. Sag es noch einmal, dann zählt es.
refused-ignored = Du möchtest, dass ich deine Nachrichten ignoriere. `/thank` funktioniert weiterhin, und mit **Meine Nachrichten wieder beachten** in `/cmad privacy` auch alles andere wieder.

# Siehe ../en/commands.ftl: Beschreibungen und Auswahlen haben höchstens 100 Zeichen.

cmd-thank-member = Für #CMAD danken

cmd-thank = Community-Managern danken: erscheint hier, der Boss darf es sehen, wenn du nichts anderes sagst
cmd-thank-manager = Wem du dankst
cmd-thank-message = Deine Worte; ohne sie öffnet sich ein Formular
cmd-thank-relation = Was du für diese Person bist
cmd-thank-for = Wofür du dankst
cmd-thank-consent = Wer es sehen darf: öffentlich, mit Namen, ohne Namen oder privat

cmd-cmad = Community Manager Appreciation Day: dein Dank, dein Digest, das Datum
cmd-cmad-when = Wann der Community Manager Appreciation Day ist
cmd-year = Das Jahr, etwa 2027
cmd-cmad-mine = Dein Dank: ändern, wer ihn sehen darf, oder ihn zurücknehmen
cmd-cmad-why = Ob eine Nachricht von dir als Dank gezählt hat, und warum
cmd-why-message = Ein Link zur Nachricht
cmd-cmad-digest = Für Community-Manager: was dir geschrieben wurde
cmd-cmad-profile = Für Community-Manager: wie du gezeigt wirst, und deine Zeitzone
cmd-profile-title = Die Funktion, wie auch immer sie heißt; - entfernt sie
cmd-profile-team = Das Team; - entfernt es
cmd-profile-cares = Was dir am Herzen liegt, in einer Zeile, für alle, die dir danken; - entfernt es
cmd-profile-display-name = Der Name, den andere sehen; - für den, den Discord zeigt
cmd-profile-link = Eine öffentliche Seite von dir, etwa https://example.org/du; - entfernt sie
cmd-profile-timezone = Eine Stadt oder Zeitzone für deine Direktnachrichten; - für die des Servers
cmd-profile-language = Die Sprache der Nachrichten an dich
cmd-profile-breathe = Ob du am Abend des Tages die Nachricht möchtest: innehalten und durchatmen
cmd-cmad-boss = Für Community-Manager: wer eine Kopie bekommt, wenn du eine schicken willst
cmd-boss-set = Deinen Boss angeben und über Kopien entscheiden; ohne dich geht nichts dorthin
cmd-boss-member = Dein Boss, als Mitglied dieses Servers
cmd-boss-clear = Vergessen, wer dein Boss ist
cmd-cmad-about = Was dieser Bot ist, und woher der Tag kommt

cmd-campaign = Den Community Manager Appreciation Day auf diesem Server einrichten und betreuen
cmd-campaign-setup = Den Tag hier einrichten, oder ändern, wie er eingerichtet ist
cmd-setup-channel = Der Kanal, in dem die Kampagne erscheint
cmd-setup-timezone = Eine Stadt oder Zeitzone, etwa München oder Europe/Berlin
cmd-setup-hour = Die Stunde für Schritte, die sonst um 9 oder 10 Uhr kommen (0 bis 16)
cmd-setup-manager-role = Wer diese Rolle hat, gehört zu den Community-Managern
cmd-setup-admin-channel = Ein privater Kanal für Berichte; ohne ihn gehen sie an dich
cmd-setup-theme = Eine eigene Zeile, die in jedem Beitrag steht
cmd-setup-posts = Wo öffentlicher Dank erscheint: hier, wo er ausgesprochen wird, oder im Kanal der Kampagne
posts-here = hier, wo er ausgesprochen wird
posts-campaign_channel = Kanal der Kampagne
cmd-setup-language = Die Sprache der öffentlichen Beiträge
cmd-campaign-status = Wie es um die Kampagne steht: jeder Schritt, die Summe bisher, was zu tun ist
cmd-campaign-doctor = Nachsehen, was schiefgehen könnte, bevor es passiert
cmd-campaign-preview = Einen Beitrag sehen, wie er erscheinen würde; sonst sieht ihn niemand
cmd-preview-step = Welcher Beitrag
cmd-campaign-steps = Den Plan sehen; einen Schritt verschieben oder an- und ausschalten
cmd-steps-step = Welcher Schritt
cmd-steps-on = Den Schritt ein- oder ausschalten
cmd-steps-days = Tage ab dem Tag: -7 ist eine Woche davor, 1 der Tag danach
cmd-steps-time = Die Ortszeit, etwa 10:30
cmd-steps-reset = Den Schritt auf seine Voreinstellung zurücksetzen
cmd-campaign-hashtag = Den Hashtag #CMAD ein- oder ausschalten, und wo er zählt
cmd-hashtag-switch = An oder aus
cmd-switch-on = An
cmd-switch-off = Aus
cmd-campaign-pause = Alle Beiträge und Nachrichten anhalten, bis du die Kampagne fortsetzt
cmd-campaign-resume = Eine angehaltene Kampagne fortsetzen

cmd-roster = Die Community-Manager, denen man hier danken kann
cmd-roster-add = Jemanden auf die Liste setzen; die Person wird gefragt, ob sie zusagt
cmd-roster-member = Wer
cmd-roster-remove = Jemanden von der Liste nehmen
cmd-roster-list = Wer auf der Liste steht, und wer zugesagt hat

step-roster-check = Blick auf die Liste
step-announce = Ankündigung
step-countdown = Countdown
step-eve = Der Vorabend
step-day = Der Tag
step-last-call = Letzter Aufruf
step-breathe = Innehalten
step-recap = Rückblick
step-digest = Digests
step-close = Schluss

# Der Schreibtisch: Zitate, der Satz an den Boss, Dateien, Jahre, die Antwort an alle, die gedankt haben; und
# Einstellungen, die ein Admin vergisst.

button-answer-all = Allen antworten
button-copy-update = Aktualisierte Kopie schicken
button-as-it-left = Gesendete Kopie ansehen
button-as-it-left-before = Die Kopie davor
button-quotes = Zitate: anheften, verbergen, kürzen
button-sentence = Ein Satz an meinen Boss
button-back-to-desk = Zurück zum Schreibtisch
button-back-to-quotes = Zurück zu den Zitaten
button-first = Als Erstes zeigen
button-second = Als Zweites zeigen
button-third = Als Drittes zeigen
button-not-first = Nicht oben zeigen
button-show-quote = Meinem Boss zeigen
button-hide-quote = Vor meinem Boss verbergen
button-quote-picture = Als Bild
button-page-before = ◀ Frühere
button-page-after = Spätere ▶
button-change = Ändern
button-write = Schreiben
button-sentence-none = Satz entfernen

desk-year = #CMAD { $year }
desk-years = Ein anderes Jahr ansehen
desk-copied-when = Sie wurde am { $when } verschickt; **Gesendete Kopie ansehen** zeigt sie, wie sie war.
desk-copied-changed = Die Seite hat sich seitdem geändert: Du kannst sie noch einmal schicken, als Aktualisierung gekennzeichnet.
desk-copied-another = Dein früher genannter Boss hat eine Kopie; wer jetzt eingetragen ist, hat noch keine.
desk-has-sentence = Ein Satz von dir steht oben in der Kopie.
desk-copies-held = Kopien warten: Meine Daten wurden wiederhergestellt, und es ist nicht bekannt, wer keine mehr wollte. Wer diesen Bot betreibt, kann das klären.
# Words that hold a link, markup or the like wait before they go by themselves.
unseen-waits = { $count ->
    [one] **Eine Nachricht wartet auf deinen Blick.** In den Worten oder im Namen steckt ein Link, Markup oder etwas in der Art, darum bekommt dein Boss sie nur, wenn du es sagst.
   *[other] **{ $count } Nachrichten warten auf deinen Blick.** In den Worten oder im Namen steckt ein Link, Markup oder etwas in der Art, darum bekommt dein Boss sie nur, wenn du es sagst.
}
quotes-unseen = Das wartet auf deinen Blick, weil in den Worten oder im Namen ein Link, Markup oder etwas in der Art steckt. Wenn du es mitgehen lässt, bekommt dein Boss es als reinen Text.
button-look-at-it = Ansehen
button-let-go = Mitgehen lassen

copy-preview = Das würde { $boss } bekommen, als Direktnachricht von mir. Noch wurde nichts verschickt.
copy-preview-changed = **Seit du hingesehen hast, hat sich etwas geändert**, deshalb wurde nichts geschickt; das würde jetzt verschickt.
copy-enough = Dein Boss hat drei Kopien dieses Digests bekommen; mehr wären lästig. Die Dateien kannst du selbst weitergeben.
copy-as-it-left = Das wurde am { $when } verschickt. Es bleibt, wie es war, was immer du änderst; nur was inzwischen gelöscht wurde, fehlt.
copy-as-it-left-gone = Diese Kopie ist nicht mehr da: Worte werden nach einer Weile entfernt, und Kopien davon auch.

quotes-head = **Deine Zitate, { $first } bis { $last } von { $count }.** Bis zu { $most } stehen oben, in deiner Reihenfolge. Was du verbirgst, bleibt bei dir. Von hier wird nichts verschickt.
quotes-none = Hier gibt es keine Worte, aus denen du wählen könntest.
quotes-none-pinned = Nichts ist angeheftet, darum wählt die Seite aus: kurze Zitate mit viel Inhalt, von verschiedenen Menschen.
quotes-look = Eines verschieben oder kürzen
quotes-gone = Dieses ist nicht mehr da: Es wurde zurückgenommen, oder ein Admin hat es verborgen.
quotes-picture = Das Zitat als Bild, zum Teilen, wo du willst. Wer es geschrieben hat, hat es öffentlich gemacht.
quotes-not-public = Nur ein öffentliches Zitat wird zum Bild: eines, das ich posten durfte und dessen Nachricht noch da ist.
quotes-passed-on-as = **Weitergegeben wird:**
quotes-whole = Ganz, wie es geschrieben wurde
quotes-shorten = Früher enden lassen, mit „…“
quotes-full = Es stehen schon { $most } oben. Nimm eines weg, dann ist Platz für dieses.

sentence-about = Ein Satz von dir kann oben in der Kopie stehen, in der Nachricht und in jeder Datei: warum du sie schickst, oder was du dir wünschst. Nur dein Boss liest ihn.
sentence-address = { $found } sieht nach einer Adresse aus. In einer Kopie per Mail darf keine stehen, damit niemand in meinem Namen einen fremden Link bekommt. Dein Satz wurde nicht gespeichert: Mit **Ändern** hast du ihn wieder vor dir.
sentence-form-title = Ein Satz an meinen Boss
sentence-form-label = Dein Satz
sentence-form-help = Er steht oben auf der Seite, mit deinem Namen. Sonst liest ihn niemand.

button-added = Worte von anderswo
button-added-add = Worte von anderswo ergänzen
button-added-remove = Wegnehmen
added-about = **Worte von anderswo, { $count } von { $most }.** Dank, der dich per Mail, in einem Forum oder auf einer Bühne erreicht hat. Er steht nach den Worten deiner Mitglieder, unter „von dir ergänzt, nicht geprüft“, und zählt in keiner Zahl. Dein Boss liest nur, was du hier ankreuzt.
added-allow = Ankreuzen, was dein Boss lesen darf
added-look = Eines ändern oder wegnehmen
added-for-boss = dein Boss darf es lesen
added-form-title = Worte von anderswo ergänzen
added-form-words = Die Worte
added-form-words-help = Wort für Wort, ohne Links, Erwähnungen oder Formatierung.
added-form-said-by = Wer es gesagt hat
added-form-said-by-help = So, wie die Person auf einer Seite genannt werden darf, die andere lesen.
added-form-place = Wo
added-form-place-help = Ein Link oder ein Ort. In einer Mail steht er als einfacher Text.
added-empty = Es gibt keine Worte zu ergänzen. **Noch einmal** bringt zurück, was du geschrieben hast.
added-nameless = Der Name ist nicht lesbar, darum wurde nichts gespeichert. **Noch einmal** bringt deine Worte zurück.
added-address = { $found } sieht nach einer Adresse aus. In Worten von anderswo darf keine stehen, damit niemand in meinem Namen einen fremden Link bekommt. Nichts wurde gespeichert: **Noch einmal** bringt deine Worte zurück.
added-mention = In diesen Worten steht ein @, und niemand soll gepingt werden. Schreib den Namen ohne das Zeichen. Nichts wurde gespeichert: **Noch einmal** bringt deine Worte zurück.
added-markup = In diesen Worten stehen Formatierung, Code oder unlesbare Zeichen; ergänzen lassen sich nur einfache Worte. Nichts wurde gespeichert: **Noch einmal** bringt deine Worte zurück.
added-full = Es sind schon { $most }, darum wurde nichts gespeichert. Nimm eines weg, dann bringt **Noch einmal** deine Worte zurück.
added-gone = Was du ändern wolltest, ist nicht mehr da. **Noch einmal** ergänzt deine Worte neu.
added-purged = Die Worte dieser Kampagne sind inzwischen entfernt, darum lässt sich nichts mehr ergänzen.

files-forward = Die Fassung für deinen Boss, nur mit dem, was die Schreibenden erlauben, zum Weitergeben.
files-none-go = Mit einer Kopie wird keine Datei verschickt: Dein Boss bekommt nur die Nachricht.
files-go = Mit einer Kopie verschickt: { $files }.
files-with-copy = Welche Dateien mit einer Kopie verschickt werden
files-own = Mein eigener Digest, in anderer Form
files-lacking = Das ließ sich nicht erstellen: { $files }. Der Fehler liegt bei mir; wer diesen Bot betreibt, findet ihn im Log, und du kannst es später noch einmal versuchen.
files-forward-as = Für meinen Boss, in anderer Form
files-for-boss = fuer-deinen-boss
files-as-html = eine Seite für den Browser
files-as-text = einfacher Text
files-as-pdf = ein PDF zum Drucken
files-as-card = ein Bild für den Chat
files-as-eml = eine Mail als Entwurf
files-as-markdown = Markdown
files-as-json = JSON, für Programme
files-as-csv = CSV, für Tabellen
files-as-calendar = ein Tag zum Lernen, für den Kalender

thankers-about = Eine Antwort von dir an { $people ->
    [one] die eine Person, die
   *[other] alle { $people } Menschen, die
} dir gedankt { $people ->
    [one] hat
   *[other] haben
}. Ich veröffentliche sie einmal, unter dem Rückblick in { $channel }, wo alle sie lesen können, und setze ein 💌 unter die öffentlichen Nachrichten. Niemand bekommt eine Direktnachricht, und niemand wird angepingt.
thankers-draft = Deine Antwort hat noch niemand gesehen. **Veröffentlichen** setzt sie unter den Rückblick in { $channel }, mit deinem Namen.
thankers-waits = Deine Antwort wartet darauf, veröffentlicht zu werden; bis dahin kannst du sie ändern.
thankers-on-its-way = Sie ist unterwegs.
thankers-posted = Hier steht sie: { $link }. Wenn du sie ändern willst, nimm sie erst zurück.
thankers-unknown = Ich kann nicht feststellen, ob sie veröffentlicht wurde, deshalb geschieht es nicht automatisch noch einmal. Sieh im Kanal nach; mit **Zurücknehmen** fängst du neu an.
thankers-failed = Sie konnte nicht veröffentlicht werden. Mit **Ändern** kannst du sie ansehen und es noch einmal versuchen.
thankers-hidden = Ein Admin hat deine Antwort verborgen. Frag nach, wenn du nicht weißt, warum.
thankers-empty = Deine Antwort war leer.
thankers-not-due = Zuerst die Worte der anderen: Antworten kannst du, sobald dein Digest fällig ist.
thankers-nobody = Noch hat dir niemand geschrieben, also gibt es niemanden, dem du antworten könntest.
thankers-stands = Deine Antwort ist schon veröffentlicht oder unterwegs. Nimm sie erst zurück, wenn du eine andere schreiben willst.
thankers-form-title = Allen antworten
thankers-form-label = Deine Antwort
thankers-form-help = Erscheint einmal unter dem Rückblick, für alle. Du siehst sie zuerst und kannst sie zurücknehmen.
button-answer-post = Veröffentlichen
button-answer-throw = Verwerfen
button-answer-back = Zurücknehmen
post-answer = **{ $manager } antwortet allen, die zum #CMAD { $year } gedankt haben:**
send-answer = die Antwort von { $who } an alle, die gedankt haben

moderate-answer-hidden = Verborgen: Die Antwort von **{ $manager }** wird entfernt, samt den 💌. Die Person sieht das an ihrem Schreibtisch. `/campaign restore` bringt sie zurück.
moderate-answer-restored = Wiederhergestellt: Die Antwort von **{ $manager }** wird wieder veröffentlicht.
moderate-hidden-answer = Die Antwort von **{ $manager }** an alle, die gedankt haben, ist verborgen.
button-restore-answer = Wiederherstellen

button-forget-theme = Motto entfernen
button-forget-role = Rolle nicht mehr verwenden
button-forget-admins = Kein Admin-Kanal
forgot-theme = Das Motto erscheint in kommenden Beiträgen nicht mehr. Was schon gepostet ist, bleibt, wie es ist.
forgot-role = Ab jetzt bringt keine Rolle mehr jemanden auf die Liste. Wer schon darauf steht, bleibt.
forgot-admins = Berichte gehen ab jetzt als Direktnachricht an <@{ $user }>.

privacy-thankers = - Deine Antwort an alle, die dir zum #CMAD { $year } gedankt haben
privacy-copies = { $n ->
    [one] - Eine Stelle mit Worten von dir in einer Kopie für einen Boss, aufbewahrt, wie sie verschickt wurde
   *[other] - { $n } Stellen mit Worten von dir in Kopien für Bosse, aufbewahrt, wie sie verschickt wurden
}

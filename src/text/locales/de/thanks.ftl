# Siehe ../en/thanks.ftl.

form-title = Danke sagen für #CMAD
form-title-everyone = Allen auf der Liste danken
form-manager = Wem dankst du?
form-manager-help = Bis zu fünf von der Liste der Community-Manager dieses Servers, gleich in welcher Funktion.
form-words = Deine Worte
form-words-help = Was hat die Person getan, und was hat es für dich verändert? Ein Moment sagt am meisten.
form-words-cares-help = Der Person liegt am Herzen: { $cares }
form-relation = Für diese Person bist du …
form-relation-help = Das hilft allen, die dich nicht kennen.
form-for = Diese Person …
form-for-help = Wofür du der Person dankst.
form-consent = Was darf mit deinen Worten geschehen?
form-consent-help = Bis die Kampagne schließt, kannst du es ändern oder alles zurücknehmen.

consent-public-means = Erscheint hier mit deinem Namen; darf dem Boss mit Name und Link gezeigt werden.
consent-named-means = Erscheint nicht; darf dem Boss mit deinem Namen gezeigt werden.
consent-unnamed-means = Erscheint nicht; Boss, Admins und Community-Manager sehen „ein Mitglied“, nie deinen Namen.
consent-private-means = Nur für die Person, der du dankst, mit Namen; Boss und Admins sehen bloß, dass es gezählt hat.
choice-row = **{ $choice }**: { $means }

receipt-thanked = 💚 **{ $manager }** wird das im #CMAD-Digest { $year } lesen.
receipt-thanked-many = 💚 **{ $managers }** werden das in ihrem eigenen #CMAD-Digest { $year } lesen.
receipt-public = Unterschrieben mit **{ $signature }**. Es ist **öffentlich**: Es erscheint in <#{ $channel }> und darf dem Boss mit deinem Namen und einem Link gezeigt werden.
receipt-public-many = Unterschrieben mit **{ $signature }**. Es ist **öffentlich**: Es erscheint einmal in <#{ $channel }> und darf jedem Boss mit deinem Namen und einem Link gezeigt werden.
receipt-named = Unterschrieben mit **{ $signature }**. Es erscheint nicht im Kanal und darf dem Boss **mit deinem Namen** gezeigt werden.
receipt-named-many = Unterschrieben mit **{ $signature }**. Es erscheint nicht im Kanal und darf jedem Boss **mit deinem Namen** gezeigt werden.
receipt-unnamed = Unterschrieben mit **„ein Mitglied“**: Die Person, der du dankst, liest deine Worte ohne deinen Namen, und so darf sie auch der Boss lesen. Im Kanal erscheint nichts.
receipt-unnamed-many = Unterschrieben mit **„ein Mitglied“**: Alle, denen du dankst, lesen deine Worte ohne deinen Namen, und so darf sie auch ihr Boss lesen. Im Kanal erscheint nichts.
receipt-private = Unterschrieben mit **{ $signature }**. Es ist **privat**: Nur die Person, der du dankst, liest es; alle anderen sehen bloß, dass es gezählt hat.
receipt-private-many = Unterschrieben mit **{ $signature }**. Es ist **privat**: Nur die, denen du dankst, lesen es; alle anderen sehen bloß, dass es gezählt hat.
receipt-not-asked = Unterschrieben mit **{ $signature }**. Es steht schon im Kanal; was sonst damit geschehen darf, entscheidest du.
receipt-cares = -# **{ $name }** liegt am Herzen: { $cares }
receipt-mixed = Du hast nicht für alle dasselbe gewählt; `/cmad mine` zeigt, was für wen gilt.
receipt-again = Das hatte ich schon; es zählt einmal.
receipt-waits = Die Kampagne beginnt am { $opens }; bis dahin warten deine Worte auf #CMAD { $year }.
receipt-withdrawn = Zurückgenommen. **{ $manager }** wird es nicht sehen, und es zählt nirgends.
receipt-withdrawn-many = Zurückgenommen. **{ $managers }** werden es nicht sehen, und es zählt nirgends.
receipt-hidden = Ein Admin hat dieses Dankeschön an **{ $manager }** verborgen. Frag die Admins dieses Servers, wenn du das für einen Irrtum hältst.
receipt-hidden-many = Ein Admin hat diese Dankesnachrichten an **{ $managers }** verborgen. Frag die Admins dieses Servers, wenn du das für einen Irrtum hältst.
receipt-over = Das lässt sich nicht mehr ändern: Die Kampagne ist geschlossen, oder das Dankeschön ist nicht von dir. Wenn deine Worte trotzdem weg sollen, klick auf **Löschen** in `/cmad privacy`: Das geht immer und sofort.
button-undo = Rückgängig
button-withdraw = Zurücknehmen
button-take-back = Doch danken
button-try-again = Noch einmal

refused-not-set-up = Auf diesem Server ist noch keine Kampagne eingerichtet, darum kann ich deinen Dank noch nirgends speichern. Ein Admin kann mit `/campaign setup` beginnen.
refused-yourself = Das bist du! Danke jemandem, der dir geholfen hat; andere werden dir danken.
refused-bot = **{ $name }** ist ein Bot. Bots stehen nicht auf der Liste; danke den Menschen dahinter.
refused-from-bot = Dank von Bots und Webhooks zählt nicht.
refused-not-on-roster = **{ $name }** steht nicht auf der Liste der Community-Manager dieses Servers. Sollte das anders sein, schlag die Person mit `/nominate` vor: Die Admins entscheiden.
refused-no-one-else = Auf der Liste dieses Servers steht noch niemand sonst. Wer darauf gehört, lässt sich mit `/nominate` vorschlagen: Die Admins entscheiden.
refused-declined = **{ $name }** möchte bei #CMAD nicht dabei sein. Du kannst trotzdem in eigenen Worten danken.
refused-too-many = Du hast in der letzten Stunde { $limit } Mal gedankt, und mehr geht nicht. Versuch es etwas später wieder.
refused-everyone-once = Du hast in dieser Kampagne schon allen gedankt, darum zählt es einmal. Einzelnen dankst du mit `/thank`, und `/cmad mine` zeigt, was du geschrieben hast.
refused-too-long = Deine Nachricht hat { $length } Zeichen; bis zu { $limit } sind möglich. Bitte kürze sie ein wenig.
refused-words-kept = -# Deine Worte sind hier gespeichert, nur für dich:

found-not-yours = Diese Frage ist nur für { $giver }: Die Worte sind nicht von dir.
found-nothing = Nichts wartet auf deine Entscheidung. `/cmad mine` zeigt alle deine Dankesnachrichten.
found-choose = Deine Worte für **{ $managers }** sind mir aufgefallen, unterschrieben mit **{ $signature }**. Was darf mit ihnen geschehen? Die Nachricht bleibt so oder so deine.
found-answered = { $n ->
    [0] Notiert: ab jetzt **{ $choice }**.
    [one] Danke. Deine Wahl für diese Worte: **{ $choice }**.
   [2] Danke. Deine Wahl für beide Nachrichten: **{ $choice }**.
   *[other] Danke. Deine Wahl für alle { $n } Nachrichten: **{ $choice }**.
  } { $means } Ändern kannst du das in `/cmad mine`.
whom-pick = Wem dankst du mit dieser Nachricht?
whom-placeholder = Eine oder mehrere Personen
whom-gone = Diese Nachricht ist weg, also gibt es nichts zu speichern.
whom-thanked = 💚 **{ $manager }** wird deine Nachricht im Digest lesen.

when-ahead = Der Community Manager Appreciation Day { $year } ist am **{ $date }**: { $days ->
    [one] morgen.
   *[other] in { $days } Tagen.
  }
when-today = Der Community Manager Appreciation Day { $year } ist **heute**, { $date }. Danke jemandem!
when-past = Der Community Manager Appreciation Day { $year } war am **{ $date }**.
when-here = Hier ({ $zone }) dauert er vom { $from } bis zum { $until }.
when-not-last = Der vierte Montag im Januar ist in dem Jahr nicht der letzte: Wer „am letzten Montag“ sagt, kommt eine Woche zu spät.
when-file = Mit dieser Datei steht der Tag in deinem Kalender, jedes Jahr.
when-no-such-year = Gib ein Jahr von 1583 bis 9999 an.
mine-none = Du hast in dieser Kampagne noch niemandem gedankt. Mit `/thank` geht es in einer Zeile; Rechtsklick auf ein Mitglied → **Für #CMAD danken** öffnet ein Formular.
mine-some = { $n ->
    [one] Du hast in dieser Kampagne **ein** Dankeschön geschrieben.
   *[other] Du hast in dieser Kampagne **{ $n }** Dankesnachrichten geschrieben.
  } Wähle eines aus, um zu ändern, was damit geschehen darf, oder um es zurückzunehmen.
mine-line = - **{ $manager }**, { $when } ({ $state }): { $words }
mine-unclear = [Diese Nachricht]({ $link }) nennt niemanden und zählt darum noch nicht.
mine-undecided = { $n ->
    [one] Bei **einem** Dankeschön hast du noch nicht gesagt, wie es gezeigt werden darf.
   *[other] Bei **{ $n }** Dankesnachrichten hast du noch nicht gesagt, wie sie gezeigt werden dürfen.
  }
mine-to-save = Jemand möchte [diese Nachricht]({ $link }) von dir als Dankeschön speichern.
mine-pick = Dankeschön auswählen
list-page = -# { $first } bis { $last } von { $count }.
button-list-newer = ◀ Neuere
button-list-older = Ältere ▶
mine-withdrawn = zurückgenommen
mine-hidden = von einem Admin verborgen
why-which = Gib mir den Link zu einer Nachricht: Rechtsklick auf die Nachricht → **Nachrichtenlink kopieren**, dann `/cmad why message:`.
why-not-yours = Diese Nachricht ist von jemand anderem; fragen kann nur, wer sie geschrieben hat.
why-counts = Sie zählt: **{ $manager }** wird sie im Digest lesen.
why-counts-not-asked = Sie zählt: **{ $manager }** wird sie im Digest lesen. Der Boss nicht, es sei denn, du erlaubst es mit `/cmad mine`.
why-withdrawn = Für **{ $manager }** zählt sie nicht: Sie wurde zurückgenommen, oder die Nachricht wurde geändert oder gelöscht.
why-hidden = Für **{ $manager }** zählt sie nicht: Ein Admin hat sie verborgen.
why-asked = Das sieht nach einem Dankeschön aus, aber ich weiß nicht, für wen. Klick auf den Button in meiner Antwort darauf und wähle jemanden aus, oder erwähne die Person in der Nachricht.
why-closed = Auf diesem Server sammelt gerade keine Kampagne, darum lese ich keine Nachrichten. `/thank` funktioniert das ganze Jahr.
why-hashtag-off = Der Hashtag ist auf diesem Server ausgeschaltet. Erwähne mich zusammen mit der Person, der du dankst, oder nutze `/thank`.
why-no-sign = Ich habe kein Dankeschön darin gefunden: Schreib `#CMAD` und erwähne, wem du dankst (nicht in Code, einem Zitat oder einem Link), oder nutze `/thank`.

profile =
    {"**"}Dein Profil auf { $server }** ({ $place })
    Name: { $name }
    Funktion: { $title }
    Team: { $team }
    Anliegen: { $cares }
    Link: { $link }
    Zeitzone: { $zone }
    Sprache: { $language }
    {"*"}Innehalten*: { $breathe }
    -# Alles davon kannst du mit `/cmad profile` ändern. Deinen Boss gibst du mit `/cmad boss set` an, und niemand außer dir sieht, wer es ist.
profile-none = –
profile-language-none = Sprache des Servers
profile-no-link = Ein Link beginnt mit https:// und führt zu einer öffentlichen Seite.
addressless-name = In „{ $text }“ steht eine Adresse oder ein @. In Namen, Funktion, Team und Motto geht das nicht, weil sie auch in Mails und auf Seiten stehen. Nichts wurde geändert.
not-a-manager = Du stehst nicht auf der Liste der Community-Manager dieses Servers. Sollte das anders sein, bitte einen Admin um `/roster add`.
profile-place-invited = noch nicht zugesagt
profile-place-accepted = zugesagt
profile-place-declined = abgesagt
profile-place-removed = nicht auf der Liste
switch-is-on = an
switch-is-off = aus
boss-who = Nenne deinen Boss: ein Mitglied mit `/cmad boss set member:@name`, oder eine Mailadresse mit `/cmad boss set email:…`.
boss-is-bot = **{ $boss }** ist ein Bot; nenne einen Menschen.
boss-is-you = Du bist dein eigener Boss? Dann ist dein Digest schon angekommen. Nenne jemand anderen, oder niemanden.
boss-not-here = **{ $boss }** ist kein Mitglied dieses Servers, also könnte ich dorthin nicht schreiben. Nenne ein Mitglied, oder mit `email` eine Adresse. Nichts wurde geändert.
boss-set = Notiert: **{ $boss }**. Die Person erfährt davon nichts.
boss-cleared = Es ist kein Boss mehr angegeben. **Kopie an meinen Boss** gibt dir die Dateien zum Weiterleiten.
boss-no-more = Sie bekommen von mir keine Digests von **{ $manager }** mehr, wer auch immer darum bittet. Das sieht nur diese Person, falls sie Ihnen noch eine Kopie schicken will; sonst erfährt es niemand.
boss-no-more-of-none = Ein Digest dieser Person wurde Ihnen hier nicht geschickt; es gibt also nichts, was aufhören müsste.
which-server = Welchen Server meinst du?
which-server-none = Ich kenne keinen Server, auf dem du auf der Liste stehst oder jemandem gedankt hast. Nutze den Befehl auf dem Server selbst.
which-server-go = Nutze diesen Befehl bitte auf **{ $server }** selbst: Was du dazu angegeben hast, lässt sich nicht mitnehmen.

desk-none = Du stehst nicht auf der Liste dieses Servers, oder es gab keine solche Kampagne, darum gibt es keinen Digest für dich.
desk-title = ## Dein #CMAD-Digest { $year } · { $server }
desk-waits = Dein Digest kommt am { $when }. Bis dahin werden die Worte aufbewahrt, damit der Tag selbst ruhig bleibt. Du kannst jetzt schon schauen, wenn du magst.
desk-pin = Bis zu drei Zitate oben anheften
desk-hide = Zitate vor deinem Boss verbergen
desk-no-words = (ohne Worte)
desk-yours = Er gehört dir. Nichts geht an andere, außer du schickst es.
desk-kept = Du wolltest diesen Digest für dich behalten. Du kannst es dir anders überlegen.
desk-kept-now = Behalten. Dein Digest bleibt bei dir; niemandem wurde etwas geschickt. Auf deinem Schreibtisch kannst du es dir anders überlegen: `/cmad digest`.
desk-kept-late = Ab jetzt behalten. Eine Kopie ist schon zu deinem Boss unterwegs oder angekommen; sie lässt sich nicht zurückholen.
desk-copied = Dein Boss hat eine Kopie.
desk-copy-on-its-way = Eine Kopie ist unterwegs zu deinem Boss.
desk-copy-unknown = Ich kann nicht feststellen, ob die Kopie deinen Boss erreicht hat, darum wird sie nicht automatisch noch einmal geschickt. Frag nach, oder leite die Dateien weiter.
desk-copy-failed = Die Kopie konnte deinen Boss nicht erreichen (vielleicht sind Direktnachrichten dort ausgeschaltet, oder der Mailserver hat sie abgelehnt). Leite die Dateien weiter, oder versuch es noch einmal.
desk-files = Dein eigener Digest mit jedem Zitat, und die Fassung für deinen Boss, nur mit dem, was die Schreibenden erlauben. Öffne die Seite im Browser, druck sie, oder häng sie an eine Mail.
button-show-now = Jetzt zeigen
button-copy-now = Ja, schicken
button-files = Dateien zum Weiterleiten
copy-ordered = Die Kopie ist unterwegs. Dein Schreibtisch zeigt, wann sie angekommen ist.
copy-already = Dein Boss hat diesen Digest schon bekommen; eine Kopie wird einmal verschickt. Nach einer Aktualisierung kannst du sie wieder schicken.
copy-no-boss = Es ist kein Boss angegeben, darum hier die Dateien zum Weiterleiten, darunter ein Mail-Entwurf, nur mit dem, was die Schreibenden erlauben. Mit `/cmad boss set` gibst du ein Mitglied dieses Servers oder eine Mailadresse an.
copy-no-more = Dein Boss möchte nichts mehr davon bekommen, darum schreibe ich nicht dorthin. Hier sind die Dateien, falls du sie selbst weitergeben willst.
copy-not-accepted = Sag zuerst für die Liste zu; dann kannst du Kopien schicken.
copy-not-due = Dein Digest ist noch nicht fällig; ab dann kannst du eine Kopie schicken.

about =
    {"**"}cmad** hält den Community Manager Appreciation Day lebendig: jeden vierten Montag im Januar seit 2010, als Jeremiah Owyang dazu eine Seite Anleitung schrieb.
    {"*"}Wenn dir als Kundin oder Kunde geholfen wurde*, danke der Person, die sich um die Community kümmert, dort, wo dir geholfen wurde. *Wenn ihr zusammenarbeitet*, versteh ihre Leidenschaft, danke ihr, und schick dem Boss eine Kopie. *Wenn du dich selbst um eine Community kümmerst*, halt inne, atme durch, und sei gewiss, dass du geschätzt wirst.
    `/thank`: jemandem danken · `/cmad when`: das Datum · `/cmad mine`: was du gesagt hast
    -# Ein Dankeschön, keine Leistungsbeurteilung: Hier gibt es keine Rangliste, keine Noten, keinen Vergleich.
about-data-link = **Deine Daten:** [was gespeichert wird und wie lange](<{ $url }>) · `/cmad privacy` zeigt, exportiert und löscht sie.
about-data = **Deine Daten:** `/cmad privacy` zeigt, was über dich gespeichert ist, exportiert und löscht es.
about-contact = **Kontakt:** { $contact }. Schreib dorthin, wenn du Fragen zu deinen Daten hast oder einen Missbrauch dieses Bots melden willst.
about-no-contact = **Missbrauch melden:** Wende dich an die Admins dieses Servers; sie haben Kontakt zu denen, die diesen Bot betreiben.
about-report = Was gegen Discords Regeln verstößt, kannst du auch Discord melden: <https://dis.gd/report>

# The day, as an entry in a calendar.
calendar-day = Community Manager Appreciation Day
calendar-day-about = Jeden vierten Montag im Januar: Danke allen im Community Management, die dir geholfen haben, dort, wo sie geholfen haben, mit #CMAD. Wer mit ihnen arbeitet, setzt ihren Boss in Kopie.

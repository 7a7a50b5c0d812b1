# Siehe ../en/campaign.ftl.

unknown-command = Diese Version des Bots kennt diesen Befehl oder Knopf nicht. Bitte versuch den Befehl noch einmal: Vielleicht zeigt Discord noch einen älteren.
member-not-described = Discord hat mir nicht gesagt, wer dieses Mitglied ist; geändert wurde nichts. Bitte schick den Befehl noch einmal und wähl das Mitglied aus der Liste; passiert es wieder, hat Discord eine Störung.
files-not-taken = **Ohne die Dateien:** Discord nimmt hier gerade keine Dateien an. Bitte versuch es später noch einmal oder in einem anderen Server.
files-too-large = **Weggelassen, weil Discord so große Dateien nicht annimmt:** { $files }
only-in-servers = Das geht nur auf einem Server. Bitte nimm den Befehl dort.
only-for-admins = Das können nur Mitglieder sehen, die diesen Server verwalten dürfen.
not-set-up = Der Community Manager Appreciation Day ist auf diesem Server noch nicht eingerichtet. Ein Admin kann das mit `/campaign setup` tun.
not-set-up-admin = Der Community Manager Appreciation Day ist auf diesem Server noch nicht eingerichtet. Beginne mit `/campaign setup`: Ein Kanal und deine Zeitzone genügen.
failed-inside = Bei uns ist etwas schiefgegangen, darum ist das vielleicht nicht geschehen. Bitte versuch es in einer Minute noch einmal; wenn es wieder passiert, sag es denen, die diesen Bot betreiben.
failed-whole = Discord hat das Ganze nicht angenommen, darum steht hier eine kürzere Fassung.
failed-answer = Discord hat meine Antwort abgelehnt, auch eine kürzere; darum kann ich dir nicht zeigen, was daraus geworden ist. Sag es bitte denen, die diesen Bot betreiben: Im Log steht der Grund.
failed-form = Discord hat das Formular nicht geöffnet. Bitte versuch es in einer Minute noch einmal; wenn es wieder passiert, sag es denen, die diesen Bot betreiben: Im Log steht der Grund.
bot-is-no-member = Die Befehle sind hier, aber der Bot selbst ist kein Mitglied dieses Servers. Bitte lade ihn mit dem Link seiner Betreiber noch einmal ein (Scopes `bot` und `applications.commands`). Nichts wurde geändert.

and-more = { $count ->
    [one] … und noch eins
   *[other] … und { $count } weitere
}

permission-view-channel = Kanal anzeigen
permission-send-messages = Nachrichten senden
permission-send-in-threads = Nachrichten in Threads senden
permission-read-message-history = Nachrichtenverlauf anzeigen
permission-add-reactions = Reaktionen hinzufügen
permission-attach-files = Dateien anhängen
permission-create-events = Events erstellen

campaign-day = ## #CMAD { $year }: { $date }
    Der Tag beginnt hier <t:{ $unix }:R>, <t:{ $unix }:f> nach deiner Uhr.
plan-head = **Der Plan**, in der Zeit von { $zone } (in Klammern: deine Zeit)
plan-line = - **{ $step }**: { $date }, { $time } (<t:{ $unix }:f>){ $own ->
    [yes] , nach der eigenen Uhr jedes Community Managers
   *[no] { "" }
}{ $moved ->
    [yes] , verschoben
    [rests] , weil dein Termin nicht mehr zu den anderen Schritten passt
   *[no] { "" }
} · { $state }

state-off = aus
state-nobody = noch für niemanden
state-planned = geplant
state-claimed = unterwegs
state-sent = gesendet
state-refused = von Discord abgelehnt, wird weiter versucht
state-skipped = ausgelassen, zu spät
state-failed = gescheitert
state-unknown = unbekannt, ob es ankam
state-dropped = nicht mehr nötig
state-counted = { $count } { $state }
state-and-event = { $state }; die Veranstaltung: { $event }

next-nothing = Für diese Kampagne ist nichts mehr geplant.
next-now = **Als Nächstes:** { $step }, in den nächsten Minuten.
next-then = **Als Nächstes:** { $step }, <t:{ $unix }:R> (<t:{ $unix }:f>). Bis dahin schreibt die Kampagne nichts von selbst.
next-paused = **Als Nächstes:** { $step }, geplant für <t:{ $unix }:f>, aber die Kampagne ist angehalten. `/campaign resume` lässt sie weiterlaufen.

setup-done = Es ist eingerichtet: Beiträge gehen an <#{ $channel }>, und sie pingen niemanden. Du kannst `/campaign setup` jederzeit wieder benutzen, um etwas zu ändern; was du weglässt, bleibt, wie es ist.
setup-not-last-monday = Das ist der vierte Montag im Januar, wie immer. In diesem Jahr ist es **nicht** der letzte: Eine Woche später hat der Januar einen fünften Montag.
setup-skipped = **Zu spät für:** { $steps }. Das wird ausgelassen; alles andere läuft wie geplant.
setup-roster = **Fülle die Liste:** `/roster add` für jeden Community Manager, oder richte noch einmal ein, mit `manager_role`.
setup-roster-role = **Fülle die Liste:** Wer <@&{ $role }> hat, kommt darauf, sobald er oder sie zum ersten Mal gesehen wird (bedankt, erwähnt, beim Druck auf einen Knopf). `/roster add` tut es sofort.
setup-all-there = Der Bot hat jede Berechtigung, die er braucht. Mit `/campaign preview` siehst du einen Beitrag, wie er erscheinen wird; mit `/campaign doctor` siehst du jederzeit wieder nach.
setup-missing = **Was noch fehlt** (sieh mit `/campaign doctor` wieder nach):
setup-bad-hour = Die Stunde muss eine ganze Zahl von 0 bis { $latest } sein, damit der letzte Aufruf nach dem Beitrag des Tages kommt. Nichts wurde geändert.
setup-role-everyone = @everyone würde jedes Mitglied zum Community Manager machen. Bitte wähle die Rolle deines Teams, oder lass sie weg und nimm `/roster add`. Nichts wurde geändert.
setup-same-channel = Berichte für Admins dürfen nicht in den Kanal gehen, in dem die Kampagne erscheint. Bitte wähle einen privaten Kanal als `admin_channel`; wenn du ihn weglässt, kommen sie als private Nachrichten zu dir. Nichts wurde geändert.
setup-public-admins = Berichte für Admins dürfen nicht in einen öffentlichen Kanal gehen, und <#{ $channel }> können alle lesen. Nimm @everyone dort *Kanal anzeigen*, oder wähle einen anderen `admin_channel`; wenn du ihn weglässt, kommen sie als private Nachrichten zu dir. Nichts wurde geändert.
setup-channel-gone = Diesen Kanal gibt es nicht mehr, oder er gehört zu einem anderen Server. Bitte wähle einen anderen. Nichts wurde geändert.
setup-cannot-post = Der Bot kann dort nichts schreiben, darum wurde nichts geändert.
setup-again = Dann führe `/campaign setup` noch einmal aus.
setup-refused-hour = Die neue Stunde passt nicht zu den Zeiten der anderen Schritte. Nichts von dieser Einrichtung wurde geändert; siehe `/campaign steps`.
unknown-zone = Der Bot kennt keine Zeitzone oder Stadt „{ $typed }“. Tippe die nächste große Stadt und wähle aus der Liste, oder einen IANA-Namen wie `Europe/Berlin`. Ein Abstand wie GMT+2 genügt nicht, weil Uhren umgestellt werden. Nichts wurde geändert.
unknown-zone-near = Der Bot kennt keine Zeitzone oder Stadt „{ $typed }“. Meintest du { $near }? Nichts wurde geändert.

phase-before = Dank für diese Kampagne wird von <t:{ $opens }:f> bis <t:{ $closes }:f> gesammelt. Auch früherer Dank mit `/thank` zählt für sie.
phase-open = Dank wird gesammelt bis <t:{ $closes }:f>.
phase-day = **Heute ist der Tag.** Dank wird gesammelt bis <t:{ $closes }:f>.
phase-after = Dank wurde gesammelt bis <t:{ $closes }:f>. Diese Kampagne schließt gerade.
phase-paused = **Angehalten** seit <t:{ $unix }:f>: Nichts wird geschrieben oder geschickt. Dank zählt weiterhin. `/campaign resume` lässt sie weiterlaufen.
status-total = **Bisher:** { $thanks ->
    [0] noch kein Dank.
    [one] ein Dankeschön.
   *[other] { $thanks } Mal Dank von { $givers ->
        [one] einer Person
       *[other] { $givers } Personen
    } für { $managers ->
        [one] einen Community Manager
       *[other] { $managers } Community Manager
    }.
}
status-roster = **Liste:** { $count ->
    [0] noch niemand.
   *[other] { $count } ({ $accepted } zugesagt, { $invited } noch ohne Antwort).
}
status-settings = **Einstellungen:** Beiträge in <#{ $channel }>, auf { $language }; auf den Hashtag wird { $hashtag ->
    [on] gehört.
   *[off] nicht gehört.
}
status-reports-in = Berichte gehen an <#{ $channel }>.
status-reports-to = Berichte gehen privat an <@{ $user }>.
status-role = Wer <@&{ $role }> hat, ist Community Manager.
status-theme = Motto: { $theme }
status-reports = **Bitte ansehen**, Neuestes zuerst:
status-in-which = Du hast den Tag auf mehr als einem Server eingerichtet. Bitte nimm `/campaign status` auf dem, den du meinst.

status-report-skipped = - { $what }: ausgelassen, es wäre zu spät gekommen.
status-report-unknown = - { $what }: Es lässt sich nicht wissen, ob es ankam, darum wird es nicht wiederholt. Bitte sieh nach.
status-report-refused = - { $what }: von Discord abgelehnt (Code { $code }), wird weiter versucht. `/campaign doctor` zeigt, was fehlt.
status-report-failed = - { $what }: aufgegeben (Discords Code { $code }).
status-report-closed-messages = - <@{ $user }> nimmt keine privaten Nachrichten an. Bis zum Schluss wird es täglich wieder versucht; `/cmad digest` geht in jedem Fall.
status-report-quarantined = - Discord lässt den Bot niemandem privat schreiben (Quarantäne, Code 20026). Es wird täglich einmal versucht; `/cmad digest` geht für alle.
status-report-no-content-intent = - Discord lässt den Bot keine Nachrichten lesen, darum wird der Hashtag nicht gehört. Jeder andere Weg zu danken geht.


steps-head = Nichts wurde geändert.
steps-how = Ändere einen Schritt auf einmal: `/campaign steps step:… on:False`, oder `days:-10 time:18:30`, oder `reset:True`.
steps-now-on = **{ $step }** ist an und fällig <t:{ $unix }:f>.
steps-now-off = **{ $step }** ist aus: Der Schritt entfällt. Alles andere läuft wie geplant.
steps-moved = **{ $step }** wurde verschoben auf <t:{ $unix }:f>.
steps-reset-done = **{ $step }** ist wieder auf der Voreinstellung: an, und fällig <t:{ $unix }:f>.
steps-reset-off = **{ $step }** ist wieder auf der Voreinstellung: aus.
steps-was-sent = Das wurde schon gesendet, und was gesendet ist, bleibt gesendet. Die Änderung gilt ab dem nächsten Jahr.
steps-past = Diese Zeit ist vorbei: Es geht in den nächsten Minuten hinaus, es sei denn, es ist dafür zu spät.
steps-which = Welcher Schritt? Gib `step` zusammen mit dem an, was du ändern möchtest. Nichts wurde geändert.
steps-one-change = Bitte eine Änderung auf einmal: entweder `on`, oder `days` und `time`, oder `reset`. Nichts wurde geändert.
steps-bad-time = Die Uhrzeit muss eine Tageszeit wie `09:00` oder `18:30` sein. Nichts wurde geändert.

refused-cannot-be-off = **{ $step }** lässt sich nicht ausschalten: Dafür ist die Kampagne da. Nichts wurde geändert.
refused-out-of-order = **{ $earlier }** muss vor **{ $later }** kommen. Nichts wurde geändert; verschieb zuerst den anderen Schritt, wenn du es so meinst.
refused-too-far = **{ $step }** muss innerhalb von 60 Tagen vor dem Tag und 30 Tagen danach liegen. Nichts wurde geändert.
refused-not-before = **{ $step }** muss vor dem Tag liegen: `days` muss -1 oder weniger sein. Nichts wurde geändert.
refused-not-on-the-day = **{ $step }** muss am Tag selbst liegen: `days` muss 0 sein. Nichts wurde geändert.
refused-not-after = **{ $step }** muss nach dem Tag liegen: `days` muss 1 oder mehr sein. Nichts wurde geändert.

doctor-good = **Alles ist gut.** Angesehen: die Datenbank, beide Kanäle und die Berechtigungen des Bots darin, die Veranstaltung im Kalender, das Lesen von Nachrichten, die Rolle der Community Manager, die Liste, und was gemeldet wurde.
holders-on-roster = **{ $on }** von { $count }, die <@&{ $role }> haben, stehen auf der Liste. Wer fehlt, hat abgelehnt oder wurde heruntergenommen.
doctor-head = { $count ->
    [one] **Eins ist zu tun.**
   *[other] **{ $count } Dinge sind zu tun.**
}
doctor-database = **Die Datenbank antwortet nicht**, darum kann jetzt nichts aufgehoben oder gesendet werden. Bitte sag es denen, die diesen Bot betreiben; was versprochen ist, geht hinaus, sobald sie wieder da ist.
doctor-new-database = **Die Datenbank des Bots ist neu.** Falls CMAD auf diesem Server schon eingerichtet war, steht davon nichts mehr darin. Bitte sag es denen, die diesen Bot betreiben, bevor du ihn neu einrichtest.
doctor-missing = - **In <#{ $channel }> fehlt dem Bot** { $list }. Öffne die Einstellungen des Kanals, Berechtigungen, und erlaube es der Rolle des Bots.
doctor-permission = *{ $permission }* ({ $why })
why-view-channel = um den Kanal zu sehen
why-send-messages = um zu schreiben
why-send-in-threads = um unter einer Nachricht in einem Thread zu fragen
why-read-message-history = sonst bleibt ein Beitrag, der bei einem Absturz unterwegs war, „unbekannt“
why-add-reactions = um unter einer Nachricht zu zeigen, dass sie gezählt hat
why-attach-files = um Dateien zu geben, etwa den Digest als PDF oder einen Export
why-create-events = um die Veranstaltung im Kalender anzulegen
doctor-no-events = - **Der Bot darf die Veranstaltung im Kalender nicht anlegen.** Erlaube seiner Rolle *{ $permission }* in den Servereinstellungen unter Rollen. Alles andere geht auch so.
doctor-channel-gone = - **Der Kanal der Kampagne ist weg**, darum kann nichts erscheinen. Führe `/campaign setup` mit einem anderen aus.
doctor-admin-channel-gone = - **Der Kanal der Admins ist weg**, darum kommt kein Bericht an. Führe `/campaign setup` mit einem anderen `admin_channel` aus.
doctor-admin-channel-public = - **Alle können <#{ $channel }> lesen**, wohin die Berichte für Admins gehen. Nimm @everyone dort *Kanal anzeigen*, oder wähle einen anderen `admin_channel`.
doctor-nobody-hears = - **Niemand bekommt die Berichte:** <@{ $user }> hat das hier eingerichtet und ist nicht mehr da. Führe `/campaign setup` selbst aus, oder mit einem `admin_channel`.
doctor-no-content = - **Der Hashtag kann nicht gehört werden**, weil Discord den Bot keine Nachrichten lesen lässt. Wer ihn betreibt, kann im Entwicklerportal *Message Content Intent* einschalten; oder schalte den Hashtag mit `/campaign hashtag` aus. Jeder andere Weg zu danken geht.
doctor-role-gone = - **Die Rolle der Community Manager ist weg** (<@&{ $role }>), darum wird niemand Neues daran erkannt. Führe `/campaign setup` mit einer anderen `manager_role` aus, oder nimm `/roster add`.
doctor-roster-empty = - **Die Liste ist leer**, darum kann man niemandem danken. Trag die Community Manager mit `/roster add` ein.
doctor-nobody-accepted = - **Noch hat niemand auf der Liste zugesagt.** Man kann ihnen trotzdem danken, und sie bekommen ihren Digest; *Innehalten* und eine Kopie für einen Boss brauchen ihr Ja. Bitte sie, in ihre privaten Nachrichten zu sehen.
doctor-paused = - **Die Kampagne ist angehalten**, darum wird nichts geschrieben oder geschickt. `/campaign resume` lässt sie weiterlaufen.
doctor-timed-out = - **Der Bot ist im Timeout** bis <t:{ $unix }:f>: Er kann hier weder schreiben noch reagieren. Wer Mitglieder moderieren darf, kann das aufheben. Was fällig ist, wartet, solange es Sinn hat.
doctor-reports = - **{ $count ->
    [one] Etwas wurde gemeldet.
   *[other] { $count } Dinge wurden gemeldet.
}** `/campaign status` zeigt, was.

preview-line = *Vorschau von **{ $step }**: Nur du siehst sie, und sie pingt niemanden. { $on ->
    [yes] Fällig <t:{ $unix }:f> in <#{ $channel }>, mit den Zahlen und Namen von dann.
   *[no] Dieser Schritt ist ausgeschaltet.
}*
hashtag-on = Der Hashtag ist an: Solange Dank gesammelt wird, zählt eine Nachricht mit #CMAD, die einen Community Manager nennt. Wer sie geschrieben hat, wird einmal gefragt, was mit den Worten geschehen darf.
hashtag-on-refused = Der Hashtag ist an, aber Discord lässt den Bot keine Nachrichten lesen, darum wird er noch nicht gehört. Wer den Bot betreibt, kann im Entwicklerportal *Message Content Intent* einschalten. Jeder andere Weg zu danken geht.
hashtag-off = Der Hashtag ist aus: Nachrichten mit #CMAD werden nicht mehr angesehen. Was schon gefunden wurde, bleibt. `/thank`, die Knöpfe und Erwähnungen des Bots gehen wie zuvor.
paused-now = Angehalten: Ab jetzt wird nichts geschrieben oder geschickt, und nichts geht verloren. Dank zählt weiterhin. `/campaign resume` lässt sie weiterlaufen; ein Schritt, der dann zu spät käme, wird ausgelassen und gemeldet.
paused-already = Sie war schon angehalten. `/campaign resume` lässt sie weiterlaufen.
resumed-now = Es geht weiter. Was inzwischen fällig wurde, geht jetzt hinaus, es sei denn, es ist dafür zu spät; dann wird es ausgelassen und gemeldet. `/campaign status` zeigt es.
resumed-already = Sie war nicht angehalten, darum wurde nichts geändert. `/campaign status` zeigt, was als Nächstes kommt.

roster-invited = **{ $name }** (<@{ $user }>) steht auf der Liste und kann Dank bekommen. Eine private Nachricht fragt nach der Zusage; bis dahin gibt es den Digest, aber kein *Innehalten*.
roster-already = **{ $name }** (<@{ $user }>) steht schon auf der Liste. Nichts wurde geändert.
roster-already-changed = **{ $name }** (<@{ $user }>) steht schon auf der Liste. Titel und Team wurden geändert, wie du es geschrieben hast.
roster-declined = **{ $name }** (<@{ $user }>) wollte in Ruhe gelassen werden, und so ist es. Nichts wurde geändert. Zurück geht es nur auf eigenen Wunsch, mit dem Knopf in der privaten Nachricht des Bots.
roster-bot = **{ $name }** (<@{ $user }>) ist ein Bot. Nur Menschen können auf der Liste stehen.
roster-not-a-member = **{ $name }** (<@{ $user }>) ist kein Mitglied dieses Servers. Nichts wurde geändert.
roster-removed = **{ $name }** (<@{ $user }>) steht nicht mehr auf der Liste: Hier kann niemand mehr danken, und es kommen keine Nachrichten. Der bisherige Dank bleibt. `/roster add` macht es rückgängig.
roster-was-not-on = **{ $name }** (<@{ $user }>) steht nicht auf der Liste. Nichts wurde geändert.
roster-empty = Noch steht niemand auf der Liste, darum kann man niemandem danken. Trag jeden Community Manager mit `/roster add` ein.
roster-of-role = Wer <@&{ $role }> hat, kommt dazu, sobald er oder sie zum ersten Mal gesehen wird: bedankt, erwähnt oder beim Druck auf einen Knopf.
roster-head = { $count ->
    [one] **Einem Community Manager** kann man hier danken:
   *[other] **{ $count } Community Managern** kann man hier danken:
}
roster-line = - **{ $name }** (<@{ $user }>){ $has ->
    [about] , { $about }
   *[nothing] { "" }
} · { $place }
place-accepted = zugesagt
place-invited = noch ohne Antwort
roster-foot = Ändern kannst du sie mit `/roster add` und `/roster remove`. Auch wer noch nicht geantwortet hat, kann Dank bekommen, und einen Digest.

invite-accepted = **Willkommen auf der Liste von { $server }.** Man kann dir dort danken, und was man dir schreibt, gehört dir: Es geht an niemanden, wenn du es nicht weitergibst.
    Nachrichten kommen nach der Uhr von { $zone }. Deine eigene Zeitzone, Sprache und deinen Titel stellst du mit `/cmad profile` ein. Falls du eines Tages deinem Boss eine Kopie schicken möchtest, gib ihn mit `/cmad boss set` an; ohne dich wird nichts geschickt.
invite-declined = **Du stehst nicht auf der Liste von { $server }.** Du hast deine Ruhe: Niemand kann dir dort über diesen Bot danken, und es kommt nichts mehr von ihm.
    Wenn du es dir anders überlegst, bringt dich der Knopf unten jederzeit zurück.
invite-no-place = Du stehst nicht mehr auf der Liste von { $server }, darum gibt es nichts zuzusagen oder abzusagen. Wenn das ein Irrtum ist, kann ein Admin dich dort mit `/roster add` eintragen.
invite-server-gone = Auf jenem Server ist der Tag nicht mehr eingerichtet, darum gibt es nichts zuzusagen oder abzusagen.
invite-leave-button = Lasst mich doch in Ruhe
invite-return-button = Setzt mich doch auf die Liste

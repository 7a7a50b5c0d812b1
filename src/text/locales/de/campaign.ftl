# Siehe ../en/campaign.ftl.

unknown-command = Diesen Befehl oder Button kenne ich nicht. Vielleicht zeigt Discord noch einen alten; bitte versuch den Befehl noch einmal.
member-not-described = Discord hat mir nicht gesagt, wer dieses Mitglied ist; geändert wurde nichts. Bitte schick den Befehl noch einmal und wähl das Mitglied aus der Liste; passiert es wieder, liegt es an Discord.
person-not-described = Discord hat mir nicht gesagt, wen du ausgewählt hast, also wurde nichts gespeichert. Bitte versuch es noch einmal; passiert es wieder, liegt es an Discord.
files-not-taken = **Ohne die Dateien:** Discord nimmt hier gerade keine Dateien an. Bitte versuch es später noch einmal oder auf einem anderen Server.
files-too-large = **Weggelassen, weil Discord so große Dateien nicht annimmt:** { $files }
only-in-servers = Das geht nur auf einem Server. Bitte nutze den Befehl dort.
only-for-admins = Das können nur Mitglieder mit der Berechtigung „Server verwalten“ sehen.
not-set-up = Der Community Manager Appreciation Day ist auf diesem Server noch nicht eingerichtet. Ein Admin kann das mit `/campaign setup` tun.
not-set-up-admin = Der Community Manager Appreciation Day ist auf diesem Server noch nicht eingerichtet. Beginne mit `/campaign setup`: Ein Kanal und deine Zeitzone genügen.
failed-inside = Bei mir ist etwas schiefgegangen, darum hat das vielleicht nicht geklappt. Bitte versuch es in einer Minute noch einmal; wenn es wieder passiert, sag es denen, die diesen Bot betreiben.
failed-whole = Discord hat das Ganze nicht angenommen, darum steht hier eine kürzere Fassung.
failed-answer = Discord hat meine Antwort abgelehnt, auch eine kürzere; darum kann ich dir nicht zeigen, was daraus geworden ist. Sag es bitte denen, die diesen Bot betreiben: Im Log steht der Grund.
failed-form = Discord hat das Formular nicht geöffnet. Bitte versuch es in einer Minute noch einmal; wenn es wieder passiert, sag es denen, die diesen Bot betreiben: Im Log steht der Grund.
bot-is-no-member = Meine Befehle sind hier, aber ich selbst bin kein Mitglied dieses Servers. Bitte lade mich noch einmal ein, mit dem Link von denen, die diesen Bot betreiben (Scopes `bot` und `applications.commands`). Nichts wurde geändert.

and-more = { $count ->
    [one] … und noch eins
   *[other] … und { $count } weitere
}

permission-view-channel = Kanal ansehen
permission-send-messages = Nachrichten senden
permission-send-in-threads = Nachrichten in Threads senden
permission-read-message-history = Nachrichtenverlauf anzeigen
permission-add-reactions = Reaktionen hinzufügen
permission-attach-files = Dateien anhängen
permission-create-events = Events erstellen

campaign-day = ## #CMAD { $year }: { $date }
    Beginn des Tages hier: <t:{ $unix }:R>; in deiner Zeitzone am <t:{ $unix }:f>.
plan-head = **Der Plan**, in der Zeit von { $zone } (in Klammern: deine Zeit)
plan-line = - **{ $step }**: { $date }, { $time } (<t:{ $unix }:f>){ $own ->
    [yes] , in der Zeitzone der jeweiligen Person
   *[no] { "" }
}{ $moved ->
    [yes] , verschoben
    [rests] , nicht zu deinem Termin: Der passt nicht mehr zu den anderen Schritten
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
state-unknown = unklar, ob es ankam
state-dropped = nicht mehr nötig
state-counted = { $count } { $state }
state-and-event = { $state }; das Event: { $event }

next-nothing = Für diese Kampagne ist nichts mehr geplant.
next-now = **Als Nächstes:** { $step }, in den nächsten Minuten.
next-then = **Als Nächstes:** { $step }, <t:{ $unix }:R> (<t:{ $unix }:f>). Bis dahin wird nichts automatisch gepostet.
next-paused = **Als Nächstes:** { $step }, geplant für den <t:{ $unix }:f>, aber die Kampagne ist angehalten. Mit `/campaign resume` läuft sie weiter.

setup-done = Fertig eingerichtet. Beiträge erscheinen in <#{ $channel }> und pingen niemanden. Mit `/campaign setup` kannst du jederzeit alles ändern; was du weglässt, bleibt, wie es ist.
setup-not-last-monday = Das ist der vierte Montag im Januar, wie immer. In diesem Jahr ist es **nicht** der letzte: Eine Woche später hat der Januar einen fünften Montag.
setup-skipped = **Zu spät für:** { $steps }. Das wird ausgelassen; alles andere läuft wie geplant.
setup-roster = **Fülle die Liste:** `/roster add` für alle, die sich um die Community kümmern, oder führe `/campaign setup` noch einmal aus, mit `manager_role`.
setup-roster-role = **Fülle die Liste:** Wer <@&{ $role }> hat, kommt auf die Liste, sobald der Bot die Person zum ersten Mal sieht (ein Dank, eine Erwähnung, ein Klick auf einen Button). Mit `/roster add` geht es sofort.
setup-all-there = Der Bot hat jede Berechtigung, die er braucht. Mit `/campaign preview` siehst du einen Beitrag, wie er erscheinen wird; mit `/campaign doctor` kannst du jederzeit wieder nachsehen.
setup-missing = **Was noch fehlt** (sieh mit `/campaign doctor` wieder nach):
setup-bad-hour = Die Stunde muss eine ganze Zahl von 0 bis { $latest } sein, damit der letzte Aufruf nach dem Beitrag des Tages kommt. Nichts wurde geändert.
setup-role-everyone = @everyone würde jedes Mitglied auf die Liste setzen. Bitte wähle die Rolle deines Teams, oder lass sie weg und nutze `/roster add`. Nichts wurde geändert.
setup-same-channel = Berichte für Admins dürfen nicht in den Kanal gehen, in dem die Kampagne erscheint. Bitte wähle einen privaten Kanal als `admin_channel`; wenn du ihn weglässt, kommen sie als Direktnachrichten zu dir. Nichts wurde geändert.
setup-public-admins = Berichte für Admins dürfen nicht in einen öffentlichen Kanal gehen, und <#{ $channel }> können alle lesen. Entzieh @everyone dort *Kanal ansehen*, oder wähle einen anderen `admin_channel`; wenn du ihn weglässt, kommen sie als Direktnachrichten zu dir. Nichts wurde geändert.
setup-channel-gone = Diesen Kanal gibt es nicht mehr, oder er gehört zu einem anderen Server. Bitte wähle einen anderen. Nichts wurde geändert.
setup-cannot-post = Der Bot darf dort nicht schreiben, darum wurde nichts geändert.
setup-again = Dann führe `/campaign setup` noch einmal aus.
setup-refused-hour = Die neue Stunde passt nicht zu den Zeiten der anderen Schritte, darum wurde nichts geändert. Siehe `/campaign steps`.
unknown-zone = Ich kenne keine Zeitzone oder Stadt „{ $typed }“. Gib die nächstgelegene große Stadt ein und wähle sie aus der Liste, oder nimm einen IANA-Namen wie `Europe/Berlin`. Eine Angabe wie GMT+2 genügt nicht, weil die Uhren umgestellt werden. Nichts wurde geändert.
unknown-zone-near = Ich kenne keine Zeitzone oder Stadt „{ $typed }“. Meintest du { $near }? Nichts wurde geändert.

phase-before = Dank für diese Kampagne wird vom <t:{ $opens }:f> bis zum <t:{ $closes }:f> gesammelt. Auch früherer Dank mit `/thank` zählt für sie.
phase-open = Dank wird bis zum <t:{ $closes }:f> gesammelt.
phase-day = **Heute ist der Tag.** Dank wird bis zum <t:{ $closes }:f> gesammelt.
phase-after = Dank wurde bis zum <t:{ $closes }:f> gesammelt. Diese Kampagne schließt gerade.
phase-paused = **Angehalten** seit dem <t:{ $unix }:f>: Nichts wird gepostet oder geschickt. Dank zählt weiterhin. Mit `/campaign resume` läuft sie weiter.
status-total = **Bisher:** { $thanks ->
    [0] noch kein Dankeschön.
    [one] ein Dankeschön.
   *[other] { $thanks } Dankesnachrichten von { $givers ->
        [one] einer Person
       *[other] { $givers } Personen
    } für { $managers ->
        [one] eine Person auf der Liste
       *[other] { $managers } Personen auf der Liste
    }.
}
status-roster = **Liste:** { $count ->
    [0] noch niemand.
   *[other] { $count } ({ $accepted } zugesagt, { $invited } noch ohne Antwort).
}
status-settings = **Einstellungen:** Beiträge in <#{ $channel }>, auf { $language }; der Hashtag ist { $hashtag ->
    [on] an.
   *[off] aus.
}
status-posts-here = **Öffentlicher Dank** erscheint dort, wo er ausgesprochen wird, wenn alle den Kanal sehen.
status-posts-campaign_channel = **Öffentlicher Dank** erscheint in <#{ $channel }>.
status-reports-in = Berichte gehen an <#{ $channel }>.
status-reports-to = Berichte gehen als Direktnachricht an <@{ $user }>.
status-role = Wer <@&{ $role }> hat, gehört auf die Liste.
status-holders = Ein Beitrag fragt alle mit dieser Rolle, ob sie zusagen: Seitdem sind { $joined } von { $asked } dabei.
status-theme = Motto: { $theme }
status-reports = **Bitte ansehen**, das Neueste zuerst:
status-in-which = Du hast den Tag auf mehr als einem Server eingerichtet. Bitte nutze `/campaign status` auf dem, den du meinst.

status-report-skipped = - { $what }: ausgelassen, denn es wäre zu spät gekommen. { $why }
status-report-unknown = - { $what }: unklar, ob es ankam; darum wird es nicht noch einmal gesendet. Bitte sieh nach.
status-report-refused = - { $what }: von Discord abgelehnt (Code { $code }), wird weiter versucht. `/campaign doctor` zeigt, was fehlt.
status-report-failed = - { $what }: aufgegeben (Discord-Fehler { $code }).
status-report-lost = - { $what }: aufgegeben, weil das Programm bei jedem Versuch abgebrochen ist.
status-report-closed-messages = - <@{ $user }> nimmt keine Direktnachrichten an. Der Bot versucht es täglich, bis die Kampagne schließt; `/cmad digest` funktioniert in jedem Fall.
status-report-quarantined = - Discord lässt den Bot niemandem Direktnachrichten schicken (Quarantäne, Code 20026). Er versucht es einmal am Tag; `/cmad digest` funktioniert für alle.
status-report-no-content-intent = - Discord lässt den Bot keine Nachrichten lesen, darum erkennt er den Hashtag nicht. Alle anderen Wege zu danken funktionieren.


steps-head = Nichts wurde geändert.
steps-how = Ändere immer nur einen Schritt: `/campaign steps step:… on:False`, oder `days:-10 time:18:30`, oder `reset:True`.
steps-now-on = **{ $step }** ist an und fällig am <t:{ $unix }:f>.
steps-now-off = **{ $step }** ist aus: Der Schritt entfällt. Alles andere läuft wie geplant.
steps-moved = **{ $step }** wurde auf den <t:{ $unix }:f> verschoben.
steps-reset-done = **{ $step }** ist wieder auf der Voreinstellung: an, und fällig am <t:{ $unix }:f>.
steps-reset-off = **{ $step }** ist wieder auf der Voreinstellung: aus.
steps-event-goes = Auch das geplante Event verschwindet. Was schon gepostet ist, bleibt stehen.
steps-was-sent = Das wurde schon gesendet und lässt sich nicht zurückholen. Die Änderung gilt ab dem nächsten Jahr.
steps-past = Diese Zeit ist vorbei: Es wird in den nächsten Minuten verschickt, es sei denn, es ist für diesen Schritt zu spät.
steps-which = Welcher Schritt? Gib `step` zusammen mit dem an, was du ändern möchtest. Nichts wurde geändert.
steps-one-change = Bitte nur eine Änderung pro Befehl: entweder `on`, oder `days` und `time`, oder `reset`. Nichts wurde geändert.
steps-bad-time = Die Uhrzeit muss eine Tageszeit wie `09:00` oder `18:30` sein. Nichts wurde geändert.

refused-cannot-be-off = **{ $step }** lässt sich nicht ausschalten: Dafür ist die Kampagne da. Nichts wurde geändert.
refused-out-of-order = **{ $earlier }** muss vor **{ $later }** kommen. Nichts wurde geändert; wenn du das so möchtest, verschieb zuerst den anderen Schritt.
refused-too-far = **{ $step }** darf höchstens 60 Tage vor dem Tag und 30 Tage danach liegen. Nichts wurde geändert.
refused-not-before = **{ $step }** muss vor dem Tag liegen: `days` muss -1 oder weniger sein. Nichts wurde geändert.
refused-not-on-the-day = **{ $step }** muss am Tag selbst liegen: `days` muss 0 sein. Nichts wurde geändert.
refused-not-after = **{ $step }** muss nach dem Tag liegen: `days` muss 1 oder mehr sein. Nichts wurde geändert.

doctor-good = **Alles in Ordnung.** Geprüft: die Datenbank, beide Kanäle und die Berechtigungen des Bots darin, das geplante Event, das Lesen von Nachrichten, die Rolle der Community-Manager, die Liste und was gemeldet wurde.
holders-on-roster = **{ $on }** von { $count } Mitgliedern mit <@&{ $role }> stehen auf der Liste. Die anderen haben abgesagt oder wurden entfernt.
holders-waiting = **{ $on }** der { $count } Mitglieder mit <@&{ $role }> stehen auf der Liste. { $waiting } weitere noch nicht: Jede Person bekäme eine Direktnachricht mit der Frage, höchstens { $pace } in einer Minute. Stattdessen kann ein einziger Beitrag in <#{ $channel }> alle fragen.
holders-asked = **{ $on }** der { $count } Mitglieder mit <@&{ $role }> stehen auf der Liste. Ein Beitrag in <#{ $channel }> fragt die übrigen { $waiting }; er verschwindet, sobald alle zugesagt haben.
holders-unread = Discord hat dem Bot nicht alle Mitglieder gezeigt. Wer fehlt, wird gefragt, sobald der Bot die Person zum ersten Mal sieht.
button-invite-holders = Einladungen verschicken ({ $count })
button-ask-holders = In einem Beitrag fragen
button-ask-holders-again = Noch einmal posten
doctor-head = { $count ->
    [one] **Ein Punkt braucht deine Aufmerksamkeit.**
   *[other] **{ $count } Punkte brauchen deine Aufmerksamkeit.**
}
doctor-database = **Die Datenbank antwortet nicht**, darum kann jetzt nichts gespeichert oder gesendet werden. Bitte sag es denen, die diesen Bot betreiben; was fällig ist, wird verschickt, sobald sie wieder da ist.
doctor-new-database = **Die Datenbank des Bots ist neu.** Falls CMAD auf diesem Server schon eingerichtet war, steht davon nichts mehr darin. Bitte sag es denen, die diesen Bot betreiben, bevor du es neu einrichtest.
doctor-missing = - **In <#{ $channel }> fehlt dem Bot** { $list }. Öffne „Kanal bearbeiten“ > „Berechtigungen“, und erlaube es der Rolle des Bots.
doctor-permission = *{ $permission }* ({ $why })
why-view-channel = um den Kanal zu sehen
why-send-messages = um zu schreiben
why-send-in-threads = um unter einer Nachricht in einem Thread zu fragen
why-read-message-history = sonst bleibt ein Beitrag, der bei einem Absturz gerade gesendet wurde, „unbekannt“
why-add-reactions = um unter einer Nachricht zu zeigen, dass sie gezählt hat
why-attach-files = um Dateien zu schicken, etwa den Digest als PDF oder einen Export
why-create-events = um das geplante Event anzulegen
doctor-no-events = - **Der Bot darf das geplante Event nicht anlegen.** Erlaube seiner Rolle *{ $permission }* unter Servereinstellungen > Rollen. Alles andere geht auch so.
doctor-channel-gone = - **Der Kanal der Kampagne ist weg**, darum kann nichts erscheinen. Führe `/campaign setup` mit einem anderen aus.
doctor-admin-channel-gone = - **Der Admin-Kanal ist weg**, darum kommt kein Bericht an. Führe `/campaign setup` mit einem anderen `admin_channel` aus.
doctor-admin-channel-public = - **Alle können <#{ $channel }> lesen**, wohin die Berichte für Admins gehen. Entzieh @everyone dort *Kanal ansehen*, oder wähle einen anderen `admin_channel`.
doctor-reports-unread = - **Niemand bekommt die Berichte:** <@{ $user }> hat das hier eingerichtet und ist nicht mehr da oder darf den Server nicht mehr verwalten. Die Berichte warten in `/campaign status`. Führe `/campaign setup` selbst aus, oder mit einem `admin_channel`.
doctor-no-content = - **Der Bot erkennt den Hashtag nicht**, weil Discord ihn keine Nachrichten lesen lässt. Wer diesen Bot betreibt, kann im Entwicklerportal *Message Content Intent* einschalten; oder schalte den Hashtag mit `/campaign hashtag` aus. Alle anderen Wege zu danken funktionieren.
doctor-no-content-review = - **Der Bot erkennt den Hashtag nicht**, weil Discord ihn keine Nachrichten lesen lässt. Er erreicht so viele Personen, dass Discord den *Message Content Intent* erst genehmigen muss; wer diesen Bot betreibt, kann das beantragen. Nachrichten, die den Bot erwähnen oder ihm mit Ping antworten, zählen, und alle anderen Wege zu danken funktionieren. Du kannst den Hashtag auch mit `/campaign hashtag` ausschalten.
doctor-reach = Dieser Bot erreicht höchstens { $users } Personen auf { $servers ->
    [one] einem Server
   *[other] { $servers } Servern
  }. Message Content Intent: { $content }; Server Members Intent: { $members }.
doctor-reach-free = Ab 10.000 Personen prüft Discord diese Intents.
doctor-reach-apply = Ab 10.000 Personen prüft Discord diese Intents jedes Jahr: Wer diesen Bot betreibt, sollte sie jetzt beantragen.
doctor-reach-reviewed = Ab 10.000 Personen muss Discord diese Intents jedes Jahr genehmigen. Ohne sie funktionieren alle Befehle, Buttons und Formulare, und auch Nachrichten, die den Bot erwähnen oder ihm mit Ping antworten.
doctor-reach-public = Alle können diesen Bot einladen, und dann zählen auch die Mitglieder ihrer Server mit; wer ihn nur für eigene Server betreibt, kann *Public Bot* im Entwicklerportal ausschalten.
doctor-role-gone = - **Die Rolle der Community-Manager ist weg** (<@&{ $role }>), darum wird niemand Neues daran erkannt. Führe `/campaign setup` mit einer anderen `manager_role` aus, oder nutze `/roster add`.
doctor-allowed-others = **{ $command }** können auch { $who } benutzen: Das wurde unter Servereinstellungen > Integrationen erlaubt.
doctor-roster-empty = - **Die Liste ist leer**, darum kann man niemandem danken. Trag die Menschen, die sich um die Community kümmern, mit `/roster add` ein.
doctor-none-accepted = - **Noch hat niemand auf der Liste zugesagt.** Man kann ihnen trotzdem danken, und sie bekommen ihren Digest; *Innehalten* und eine Kopie für einen Boss brauchen ihre Zusage. Bitte sie, in ihre Direktnachrichten zu sehen.
doctor-paused = - **Die Kampagne ist angehalten**, darum wird nichts gepostet oder geschickt. Mit `/campaign resume` läuft sie weiter.
doctor-copies-held = - **Es geht keine Kopie an einen Boss**: Die Daten des Bots wurden wiederhergestellt, und es ist nicht bekannt, wer keine Kopien mehr wollte. Wer diesen Bot betreibt, kann das klären.
doctor-timed-out = - **Der Bot ist im Timeout** bis zum <t:{ $unix }:f>: Er kann hier weder schreiben noch reagieren. Wer Mitglieder in den Timeout schicken darf, kann ihn beenden. Was fällig ist, wartet, bis es dafür zu spät wäre.
doctor-reports = - **{ $count ->
    [one] Etwas wurde gemeldet.
   *[other] { $count } Dinge wurden gemeldet.
}** `/campaign status` zeigt, was.

preview-line = *Vorschau: **{ $step }**. Nur du siehst sie, und sie pingt niemanden. { $on ->
    [yes] Fällig am <t:{ $unix }:f> in <#{ $channel }>, mit den Zahlen und Namen, die es dann gibt.
   *[no] Dieser Schritt ist ausgeschaltet.
}*
hashtag-on = Der Hashtag ist an: Solange Dank gesammelt wird, zählt eine Nachricht mit #CMAD, die jemanden von der Liste erwähnt. Wer sie geschrieben hat, wird einmal gefragt, was mit den Worten geschehen darf.
hashtag-on-refused = Der Hashtag ist an, aber Discord lässt den Bot keine Nachrichten lesen, darum erkennt er ihn noch nicht. Wer diesen Bot betreibt, kann im Entwicklerportal *Message Content Intent* einschalten; ab 10.000 Personen muss Discord das erst genehmigen. Alle anderen Wege zu danken funktionieren.
hashtag-off = Der Hashtag ist aus: Nachrichten mit #CMAD werden nicht mehr beachtet. Was schon gefunden wurde, bleibt. `/thank`, die Buttons und Erwähnungen des Bots funktionieren wie zuvor.
paused-now = Angehalten: Ab jetzt wird nichts gepostet oder geschickt, und nichts geht verloren. Dank zählt weiterhin. Mit `/campaign resume` läuft die Kampagne weiter; ein Schritt, der dann zu spät käme, wird ausgelassen und gemeldet.
paused-already = Die Kampagne war schon angehalten. Mit `/campaign resume` läuft sie weiter.
resumed-now = Es geht weiter. Was inzwischen fällig wurde, wird jetzt verschickt, es sei denn, es ist dafür zu spät; dann wird es ausgelassen und gemeldet. `/campaign status` zeigt es.
resumed-already = Die Kampagne war nicht angehalten, darum wurde nichts geändert. `/campaign status` zeigt, was als Nächstes kommt.

roster-invited = **{ $name }** (<@{ $user }>) steht auf der Liste: Man kann der Person jetzt danken. Eine Direktnachricht fragt, ob sie zusagt; bis dahin bekommt sie ihren Digest, aber kein *Innehalten*.
roster-already = **{ $name }** (<@{ $user }>) steht schon auf der Liste. Nichts wurde geändert.
roster-already-changed = **{ $name }** (<@{ $user }>) steht schon auf der Liste. Funktion und Team wurden aktualisiert.
roster-declined = **{ $name }** (<@{ $user }>) möchte nicht dabei sein. Nichts wurde geändert. Zurück geht es nur auf eigenen Wunsch, mit dem Button in der Direktnachricht des Bots.
roster-bot = **{ $name }** (<@{ $user }>) ist ein Bot. Nur Menschen können auf der Liste stehen.
roster-not-a-member = **{ $name }** (<@{ $user }>) ist kein Mitglied dieses Servers. Nichts wurde geändert.
roster-removed = **{ $name }** (<@{ $user }>) steht nicht mehr auf der Liste: Niemand kann der Person hier mehr danken, und sie bekommt keine Nachrichten. Der Dank, den sie schon bekommen hat, bleibt erhalten. `/roster add` macht es rückgängig.
roster-was-not-on = **{ $name }** (<@{ $user }>) steht nicht auf der Liste. Nichts wurde geändert.
roster-empty = Noch steht niemand auf der Liste, darum kann man niemandem danken. Trag alle, die sich um die Community kümmern, mit `/roster add` ein.
roster-of-role = Wer <@&{ $role }> hat, kommt dazu, sobald der Bot die Person zum ersten Mal sieht: durch einen Dank, eine Erwähnung oder einen Klick auf einen Button.
roster-head = { $count ->
    [one] **Einer Person** kann man hier danken:
   *[other] **{ $count } Personen** kann man hier danken:
}
roster-line = - **{ $name }** (<@{ $user }>){ $has ->
    [about] , { $about }
   *[nothing] { "" }
} · { $place }
place-accepted = zugesagt
roster-cares = Liegt am Herzen: { $cares }
place-invited = noch ohne Antwort
roster-foot = Die Liste änderst du mit `/roster add` und `/roster remove`. Auch wer noch nicht geantwortet hat, kann Dank bekommen und erhält den eigenen Digest.

invite-accepted = **Willkommen auf der Liste von { $server }.** Man kann dir dort danken, und was man dir schreibt, gehört dir: Niemand sonst bekommt es, außer du gibst es weiter.
    Für meine Nachrichten an dich gilt die Zeit von { $zone }. Deine eigene Zeitzone, Sprache und Funktion stellst du mit `/cmad profile` ein. Falls du eines Tages deinem Boss eine Kopie schicken möchtest, gib ihn mit `/cmad boss set` an; geschickt wird nur, was du willst.
invite-declined = **Du stehst nicht auf der Liste von { $server }.** Niemand kann dir dort über mich danken, und du hörst dazu nichts mehr von mir.
    Wenn du es dir anders überlegst, bringt dich der Button unten jederzeit zurück.
invite-no-place = Du stehst nicht mehr auf der Liste von { $server }, darum gibt es nichts zuzusagen oder abzusagen. Wenn das ein Irrtum ist, kann ein Admin dich dort mit `/roster add` eintragen.
invite-server-gone = Auf diesem Server ist der Tag nicht mehr eingerichtet, darum gibt es nichts zuzusagen oder abzusagen.
holder-not-asked = Dieser Beitrag gilt nicht mehr: Mit <@&{ $role }> kommt niemand mehr auf die Liste von { $server }.
holder-other = Dieser Beitrag fragt die Mitglieder mit <@&{ $role }>. Du hast diese Rolle nicht und brauchst nichts zu tun.
invite-leave-button = Doch nicht dabei sein
invite-return-button = Doch dabei sein

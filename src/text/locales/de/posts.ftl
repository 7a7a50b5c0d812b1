# Siehe ../en/posts.ftl.

post-when = **{ $date }** · für dich ab dem { $begins }, { $in }
post-when-today = **{ $date }** · für dich bis zum { $ends }, { $in }
post-not-last-monday = Es ist der vierte Montag im Januar. In diesem Jahr ist das **nicht der letzte Montag**: Der kommt eine Woche später.

post-announce-title = Bald ist Community Manager Appreciation Day
post-announce =
    Hier gibt es Menschen, die die erste Frage beantworten, den Frieden wahren und für uns alle sprechen. An diesem Tag sagen wir ihnen Danke.

    Hat dir jemand von ihnen geholfen? Sag genau hier Danke, wo dir geholfen wurde. Du kannst schon heute schreiben; nach dem Tag bekommen sie alles auf einer Seite.
post-roster-title = Wer sich um { $server } kümmert
post-roster-note = Die Funktion spielt keine Rolle: Advocate, Support, Evangelist, Moderation.
post-roster-none = Die Liste ist noch leer. An wen denkst du? Schlag jemanden vor, mit `/nominate`.
post-roster-more = { $count ->
    [one] und noch jemand
   *[other] und { $count } weitere
}

post-countdown-title = Wer hat dir in diesem Jahr geholfen?
post-countdown = Der Community Manager Appreciation Day ist nah. Denk an einen Moment, in dem es dir jemand hier leichter gemacht hat. Ein ehrlicher Satz darüber ist ein schönes Dankeschön.

post-eve-title = { $days ->
    [1] Morgen ist Community Manager Appreciation Day
   *[other] Der Community Manager Appreciation Day steht vor der Tür
}
post-eve = Ein Satz genügt: was jemand getan hat und was es für dich verändert hat. Die Funktion spielt keine Rolle.

post-day-title = Heute ist Community Manager Appreciation Day
post-day =
    {"**"}Hat dir hier jemand geholfen?** Sag Danke, dort, wo dir geholfen wurde.
    {"**"}Arbeitest du mit ihnen?** Nimm dir Zeit, ihre Leidenschaft zu verstehen, danke ihnen, und schick dem Boss eine Kopie.
    {"**"}Gehörst du dazu?** Halt inne, atme durch, und sei gewiss: Du wirst geschätzt. Umarme deine Familie.
post-ways-title = So kannst du Danke sagen
post-way-command = `/thank` und der Name
post-way-member = Rechtsklick auf ein Mitglied, dann Apps, dann **Für #CMAD danken**
post-way-mention = Erwähne mich und die Person in einer Nachricht, mit einem Wort des Dankes
post-way-hashtag = Schreib **#CMAD** und erwähne die Person, oder antworte ihr damit
post-way-button = Klick unten auf **Danke sagen**

post-last-call-title = Letzter Aufruf für heute
post-last-call-late = Verspäteter Dank zählt auch, bis zum { $closes }.
post-last-call = { $givers ->
    [0] Noch hat niemand geschrieben, also kann dein Dank der erste sein. Ein Satz genügt.
    [one] { $people } hat bisher Danke gesagt. Wem wolltest du noch danken?
   *[other] { $people } haben bisher Danke gesagt. Wem wolltest du noch danken?
}

post-recap-title = Danke euch allen
post-recap = { $givers ->
    [0] Es war still in diesem Jahr. Wenn du noch jemandem danken wolltest: Es zählt bis zum { $closes }.
    [one] { $people } hat { $messages } geschrieben, an { $managers } zum Community Manager Appreciation Day { $year }. Verspäteter Dank zählt bis zum { $closes }.
   *[other] { $people } haben { $messages } geschrieben, an { $managers } zum Community Manager Appreciation Day { $year }. Verspäteter Dank zählt bis zum { $closes }.
}
post-recap-thanked = In diesem Jahr ging Dank an (alphabetisch)
post-recap-link = Nachricht { $n }
post-recap-managers = Gehörst du dazu? Was man dir geschrieben hat, wartet unter **Mein Digest**. Nur du siehst es.
post-count-people = { $count ->
    [one] Eine Person
   *[other] { $count } Personen
}
post-count-messages = { $count ->
    [one] eine Nachricht
   *[other] { $count } Nachrichten
}
post-count-managers = { $count ->
    [one] eine Person, die sich um uns kümmert,
   *[other] { $count } Menschen, die sich um uns kümmern,
}

post-thanks = **{ $giver }** dankt { $manager }
post-thanks-for = Grund: { $what }

button-thank = Danke sagen
button-thank-everyone = Allen danken
button-remind = Erinnere mich
button-how-to-thank = So dankst du
remind-set = Ich erinnere dich per Direktnachricht am { $at }. Klick noch einmal auf **Erinnere mich**, um das zurückzunehmen.
remind-taken-back = Zurückgenommen: Ich erinnere dich nicht.
remind-too-late = Für eine Erinnerung ist es zu spät: Der Tag ist da oder vorbei. Danken kannst du das ganze Jahr mit `/thank`.
note-remind-title = Heute ist der Community Manager Appreciation Day
note-remind = Du wolltest erinnert werden. Wer in **{ $server }** hat dir in diesem Jahr geholfen? Sag Danke in { $channel } oder mit `/thank`.
note-remind-once = -# Mehr als diese eine Erinnerung schicke ich dir nicht.
button-thank-too = Auch { $name } danken
button-thank-them-too = Auch danken
button-my-digest = Mein Digest
button-accept = Zusagen
post-holders-title = Kümmerst du dich um { $server }?
post-holders = Das fragt alle mit <@&{ $role }>: An diesem Tag können Mitglieder denen danken, die sich um sie kümmern. Dürfen sie dir danken?
post-holders-means =
    Wenn du auf **Zusagen** klickst:
    - Dein Name steht bei denen, denen man danken kann, und ab dem { $opens } kann man dir schreiben.
    - Am Tag danach bekommst du eine Seite mit den Worten der anderen: den Digest. Er gehört dir allein, und nichts geht an einen Boss, es sei denn, du willst es.

    Wenn du lieber nicht möchtest, brauchst du nichts zu tun.
button-decline = Nein, danke
button-copy-boss = Kopie an meinen Boss
button-keep = Für mich behalten
button-no-more = Nichts mehr davon schicken
button-found = Entscheiden
button-whom = Person auswählen
button-status = Stand der Kampagne

event-name = Community Manager Appreciation Day { $year }
event-about = Ein Tag, um denen zu danken, die sich um uns kümmern: dort, wo uns geholfen wurde, in eigenen Worten. Schreib hier `/thank`, oder klick mit rechts auf ein Mitglied und wähle „Für #CMAD danken“.

note-roster-title = Community Manager Appreciation Day { $year }: Stimmt das so?
note-roster = { $server } feiert am **{ $date }**.
note-roster-who = Diesen Menschen kann man danken, und alle bekommen einen Digest:
note-roster-none = Noch steht niemand auf der Liste, also kann man niemandem danken. Trag die Menschen, die sich um die Community kümmern, mit `/roster add` ein, oder gib mit `/campaign setup` eine Rolle für sie an.
note-roster-plan = So geht es weiter
note-roster-channel = Die Beiträge erscheinen in { $channel }.
note-roster-wrong = Alles, wie es sein soll? Dann ist nichts zu tun. Wenn nicht: `/roster add` und `/roster remove` ändern, wer auf der Liste steht, `/campaign steps` verschiebt einen Schritt oder schaltet ihn aus, `/campaign preview` zeigt einen Beitrag, bevor er erscheint.
plan-step = { $at } · { $what }
plan-announce = die Ankündigung und das geplante Event
plan-countdown = der Beitrag eine Woche davor
plan-eve = der Beitrag am Vorabend
plan-day = der Beitrag des Tages
plan-last-call = der letzte Aufruf
plan-breathe = *Innehalten* für alle, am Abend in ihrer Zeitzone
plan-recap = der Rückblick
plan-digest = alle bekommen ihren Digest, am Morgen in ihrer Zeitzone
plan-close = der Schluss: Was bis dahin ankommt, zählt

note-invite-title = Du stehst auf der Liste der Menschen, die sich um { $server } kümmern
note-invite = Am { $date }, ist Community Manager Appreciation Day, und die Mitglieder dort möchten denen danken, die sich um sie kümmern. Dürfen sie dir danken?
note-invite-means =
    Wenn du zusagst:
    - Sie können dir ab dem { $opens } schreiben. Wenn der große Tag vorbei ist, bekommst du eine Seite mit ihren Worten: den Digest. Er gehört dir allein.
    - Nichts geht an einen Boss, es sei denn, du willst es.
    - Am Abend des Tages erinnere ich dich daran, innezuhalten und durchzuatmen. Das, deine Funktion, deine Zeitzone und mehr kannst du mit `/cmad profile` ändern.

    Wenn nicht: Klick auf **Nein, danke**, dann bist du nicht dabei. Wenn du nicht antwortest, kann man dir danken und du bekommst deinen Digest, und sonst nichts.

note-breathe-title = Halt inne und atme durch
note-breathe = { $givers ->
    [0] Heute ist ein Tag für Menschen wie dich. Wer sich um andere kümmert, wird oft nicht gesehen, und es zählt trotzdem: Du wirst geschätzt.
    [one] Eine Person hat dir zum Community Manager Appreciation Day geschrieben. Du wirst geschätzt.
   *[other] { $givers } Menschen haben dir zum Community Manager Appreciation Day geschrieben. Du wirst geschätzt.
}
note-breathe-wait = Heute Abend gibt es nichts zu beantworten: Die Worte sind morgen noch da. Geh und umarme deine Familie.

note-digest-title = Dein Digest { $year }
note-digest-title-updated = Dein Digest { $year }, aktualisiert
note-digest = Das hat man dir geschrieben. Unter **Mein Digest** kannst du anheften, was dir am besten gefällt, und verbergen, was bei dir bleiben soll. Dann schick deinem Boss eine Kopie, oder behalte den Digest für dich: Ohne dich geht nichts an einen Boss.
note-digest-updated = Seit dem letzten wurde etwas ergänzt, geändert oder zurückgenommen. Niemand hat davon eine Kopie bekommen.
note-digest-few = Das hat man dir geschrieben. Es bleibt bei dir: Für eine Kopie braucht es Worte von mindestens zwei Personen, die ein Boss lesen darf.
note-without-words-title = Dein #CMAD { $year }
# To a manager to whom no one wrote.
without-words = Der Tag war da, und hier stehen keine Worte für dich. Über deine Arbeit sagt das nichts: Viele sind dankbar, ohne es aufzuschreiben, und den meisten ist dieser Tag neu. Danke, dass du für sie da bist.
without-words-others = Was andere tun:
without-words-ask = Bitte jemanden, dem du geholfen hast, um einen Satz. Wer dir per E-Mail, in einem Forum oder persönlich gedankt hat, kann es hier mit `/thank` schreiben, bis zum { $closes }.
without-words-next = Trag dir den Tag im nächsten Jahr in den Kalender ein: { $date }.

note-copy = { $mention } kümmert sich um die Community { $server } auf Discord. Am Community Manager Appreciation Day { $year } konnten ihre Mitglieder Danke sagen, und { $manager } möchte Ihnen diese Seite zeigen.
note-copy-more = Fragen? Wenden Sie sich an { $mention }. Wenn Sie auf **Nichts mehr davon schicken** klicken, schicke ich Ihnen nie wieder etwas über { $manager }, auch nicht in späteren Jahren.

note-ask-consent = Dein Dankeschön ist mir aufgefallen. Darf es dem Boss gezeigt werden? Die Buttons kannst nur du benutzen, weil die Worte von dir sind. Bis du Ja sagst, liest sie nur die Person, der du gedankt hast.
note-ask-whom = Das sieht nach einem Dankeschön aus, und ich möchte nicht raten, für wen. Wähl aus, wen du meinst, dann zählt es. Die Buttons kannst nur du benutzen, weil die Nachricht von dir ist.

note-report-title = Das braucht deine Aufmerksamkeit
report-skipped = **Ausgelassen: { $send }.** { $why } Jetzt käme es zu spät. Wenn du magst, schreib selbst etwas; alles danach geht weiter wie geplant.
held-away = Ich war nicht da, als es fällig war.
held-no-answer = Discord war nicht zu erreichen oder hat nicht richtig geantwortet.
held-too-many = Discord hat mich nicht so viel senden lassen.
held-paused = Die Kampagne war angehalten, als es fällig war.
held-removed = Ich war nicht auf diesem Server, als es fällig war.
held-moved = Seine Zeit wurde geändert, und die neue war schon vorbei.
held-database = Meine Datenbank hat nicht funktioniert, als es fällig war.
held-clock = Die Uhr des Rechners, auf dem ich laufe, ging falsch, als es fällig war.
held-limit = An dem Tag waren schon so viele Kopien verschickt wie erlaubt.
report-unknown = **Nicht sicher: { $send }.** Die Antwort ging beim Senden verloren, und ich konnte nicht nachsehen, ob es ankam. Damit nichts doppelt kommt, sende ich es nicht noch einmal. Bitte sieh nach, und schreib es selbst, wenn es fehlt. Mit der Berechtigung **Nachrichtenverlauf anzeigen** kann ich selbst nachsehen.
report-refused = **Zurückgehalten: { $send }.** { $why } Ich versuche es weiter, bis es zu spät wäre. `/campaign doctor` zeigt, was fehlt.
report-failed = **Aufgegeben: { $send }.** { $why }
report-lost = **Aufgegeben: { $send }.** Bei jedem Versuch ist mein Programm abgebrochen, wahrscheinlich weil dieser Rechner zu wenig Speicher dafür hat. Wer diesen Bot betreibt, findet es im Log. Ein Digest lässt sich weiter mit `/cmad digest` lesen.
report-closed = **Nicht zugestellt: { $send }.** { $manager } nimmt keine Direktnachrichten von mir an. Ich versuche es weiter einmal am Tag, solange es sinnvoll ist. Es hilft, Direktnachrichten von Mitgliedern dieses Servers zu erlauben; `/cmad digest` funktioniert in jedem Fall.
report-quarantined = **Discord lässt mich niemandem Direktnachrichten schicken.** Es hat mich unter Quarantäne gestellt (Code 20026), weil es mich für Spam hält. Direktnachrichten warten, und ich versuche täglich eine; alle auf der Liste können ihren Digest mit `/cmad digest` lesen. Wer diesen Bot betreibt, kann beim Support von Discord Einspruch einlegen.
report-no-content-intent = **Ich erkenne den Hashtag nicht.** Discord verweigert mir den Message-Content-Intent. Wer diesen Bot betreibt, kann ihn in Discords Entwicklerportal auf der Seite „Bot“ einschalten und mich neu starten; ab 10.000 Personen muss Discord ihn erst genehmigen. Alle anderen Wege zu danken funktionieren ohne ihn; `/campaign hashtag` schaltet den Hashtag aus.
report-code-10003 = Der Kanal ist weg (Discord-Fehler 10003). Wähle mit `/campaign setup` einen anderen.
report-code-50001 = Ich kann den Kanal nicht sehen (Discord-Fehler 50001). Gib mir dort **Kanal ansehen**.
report-code-50007 = Dort werden keine Direktnachrichten von mir angenommen (Discord-Fehler 50007).
report-code-50013 = Eine Berechtigung fehlt (Discord-Fehler 50013). Ich brauche **Nachrichten senden**, und **Events erstellen** für das geplante Event.
report-code-200000 = AutoMod hat es aufgehalten (Discord-Fehler 200000). Trag mich in der Regel, die es aufgehalten hat, als Ausnahme ein.
report-code-full = Auf diesem Server ist eine Liste voll (Discord-Fehler { $code }): bei Events zum Beispiel mit hundert, die noch nicht vorbei sind. Schaff dort Platz.
report-code-passes = Discord nimmt es gerade nicht an (Code { $code }); das geht von selbst vorbei.
report-code-filter = Ein Filter von Discord hat es aufgehalten (Code { $code }).
report-code-none = Discord hat keinen Grund genannt.
report-code-other = Der Discord-Fehler ist { $code }. Vielleicht zeigt `/campaign doctor`, warum.

send-roster-check = der Blick auf die Liste
send-announce = die Ankündigung
send-event = das geplante Event
send-countdown = der Beitrag eine Woche davor
send-eve = der Beitrag am Vorabend
send-day = der Beitrag des Tages
send-last-call = der letzte Aufruf
send-breathe = *Innehalten* für { $who }
send-recap = der Rückblick
send-digest = der Digest von { $who }
send-close = das Ende der Kampagne
send-invite = die Einladung an { $who }
send-ask-holders = der Beitrag, der alle mit der Rolle fragt
send-thanks = ein öffentliches Dankeschön
send-react = die Reaktion unter einer Nachricht
send-question = eine Frage an jemanden, der gedankt hat
send-other = eine Nachricht

page-more-words = Mehr von ihren Worten
page-more = { $count ->
    [one] und noch eine Nachricht in der Datei
   *[other] und { $count } weitere Nachrichten in der Datei
}
page-added-more = { $count ->
    [one] und noch eines davon in der Datei
   *[other] und noch { $count } davon in der Datei
}
page-cut = „…“ steht, wo Worte in der Datei weitergehen.
send-unpost = das Entfernen zurückgenommener Worte

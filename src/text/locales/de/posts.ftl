# Siehe ../en/posts.ftl.

post-when = **{ $date }** · nach deiner Uhr beginnt er { $begins }, { $in }
post-when-today = **{ $date }** · nach deiner Uhr dauert er bis { $ends }, { $in }
post-not-last-monday = Es ist der vierte Montag im Januar. In diesem Jahr ist das **nicht der letzte Montag**: der kommt eine Woche später.

post-announce-title = Der Community Manager Appreciation Day kommt
post-announce =
    Jemand hier beantwortet die erste Frage, hält den Frieden und spricht für uns alle. An diesem Tag sagen wir es ihnen.

    Hat dir jemand davon geholfen? Sag hier Danke, dort, wo dir geholfen wurde. Du kannst schon heute schreiben; nach dem Tag bekommen sie alles auf einer Seite.
post-roster-title = Wer sich um { $server } kümmert
post-roster-note = Der Titel zählt nicht: Advocate, Support, Evangelist, Moderation.
post-roster-none = Die Liste ist noch leer. An wen denkst du? Schlag jemanden vor, mit `/nominate`.
post-roster-more = { $count ->
    [one] und noch jemand
   *[other] und { $count } weitere
}

post-countdown-title = Wer hat dir in diesem Jahr geholfen?
post-countdown = Der Community Manager Appreciation Day ist nah. Denk an einen Moment, in dem es dir jemand hier leichter gemacht hat. Ein ehrlicher Satz darüber ist ein schönes Dankeschön.

post-eve-title = { $days ->
    [1] Morgen ist Community Manager Appreciation Day
   *[other] Der Community Manager Appreciation Day ist fast da
}
post-eve = Ein Satz genügt: was jemand getan hat und was es für dich verändert hat. Der Titel zählt nicht.

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
post-way-button = Drück unten auf **Danke sagen**

post-last-call-title = Letzter Aufruf für heute
post-last-call-late = Auch später Dank zählt, bis { $closes }.
post-last-call = { $givers ->
    [0] Noch hat niemand geschrieben, also kann deiner der erste sein. Ein Satz genügt.
    [one] { $people } hat bisher Danke gesagt. Gibt es jemanden, dem du noch danken wolltest?
   *[other] { $people } haben bisher Danke gesagt. Gibt es jemanden, dem du noch danken wolltest?
}

post-recap-title = Danke euch allen
post-recap = { $givers ->
    [0] Es war still in diesem Jahr. Wenn es jemanden gibt, dem du danken wolltest: Es zählt noch bis { $closes }.
    [one] { $people } hat zum Community Manager Appreciation Day { $year } { $messages } an { $managers } geschrieben. Später Dank zählt bis { $closes }.
   *[other] { $people } haben zum Community Manager Appreciation Day { $year } { $messages } an { $managers } geschrieben. Später Dank zählt bis { $closes }.
}
post-recap-thanked = Dank bekamen in diesem Jahr, nach Namen
post-recap-managers = Bist du dabei? Deine Worte warten unter **Mein Digest**. Nur du siehst sie.
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
post-thanks-for = wofür: { $what }

button-thank = Danke sagen
button-thank-too = Auch { $name } danken
button-thank-them-too = Auch danken
button-my-digest = Mein Digest
button-accept = Zusagen
button-decline = Nein, danke
button-copy-boss = Kopie an meinen Boss
button-keep = Für mich behalten
button-no-more = Nichts mehr davon
button-found = Antworten
button-whom = Sagen, wen du meinst
button-status = Wie es steht

event-name = Community Manager Appreciation Day { $year }
event-about = Ein Tag, um denen zu danken, die sich um uns kümmern: dort, wo uns geholfen wurde, in eigenen Worten. Schreib hier `/thank`, oder mach einen Rechtsklick auf ein Mitglied und wähle „Für #CMAD danken“.

note-roster-title = Community Manager Appreciation Day { $year }: Stimmt das so?
note-roster = { $server } feiert am **{ $date }**.
note-roster-who = Diesen Menschen kann man danken, und jeder bekommt einen Digest:
note-roster-none = Noch steht niemand auf der Liste, also kann man niemandem danken. Trag sie mit `/roster add` ein, oder gib mit `/campaign setup` eine Rolle für sie an.
note-roster-plan = Was als Nächstes kommt
note-roster-channel = Die Beiträge gehen an { $channel }.
note-roster-wrong = Alles, wie es sein soll? Dann ist nichts zu tun. Wenn nicht: `/roster add` und `/roster remove` ändern, wer auf der Liste steht, `/campaign steps` verschiebt einen Schritt oder schaltet ihn aus, `/campaign preview` zeigt einen Beitrag, bevor er erscheint.
plan-step = { $at } · { $what }
plan-announce = die Ankündigung, und die Veranstaltung im Kalender
plan-countdown = der Beitrag eine Woche davor
plan-eve = der Beitrag am Vorabend
plan-day = der Beitrag des Tages
plan-last-call = der letzte Aufruf
plan-breathe = *Innehalten*, an jeden am eigenen Abend
plan-recap = der Rückblick
plan-digest = jeder bekommt seinen Digest, am eigenen Morgen
plan-close = der Schluss: was bis dahin kam, hat gezählt

note-invite-title = Du stehst auf der Liste der Menschen, die sich um { $server } kümmern
note-invite = { $date } ist Community Manager Appreciation Day, und die Mitglieder dort können dir danken. Dürfen sie?
note-invite-means =
    Wenn du zusagst:
    - Sie können dir ab { $opens } schreiben. Am Tag danach bekommst du eine Seite mit ihren Worten: den Digest. Er gehört dir allein.
    - Nichts geht an einen Boss, es sei denn, du willst es.
    - Am Abend des Tages sage ich dir: Halt inne und atme durch. `/cmad profile` ändert das, deinen Titel, deine Zeitzone und mehr.

    Wenn nicht: Drück auf **Nein, danke**, und du hast deine Ruhe. Wenn du nicht antwortest, kann man dir danken und du bekommst deinen Digest, und sonst nichts.

note-breathe-title = Halt inne und atme durch
note-breathe = { $givers ->
    [0] Heute ist ein Tag für Menschen wie dich. Sich um andere zu kümmern wird selten gesehen, und es zählt trotzdem: Du wirst geschätzt.
    [one] Eine Person hat dir zum Community Manager Appreciation Day geschrieben. Du wirst geschätzt.
   *[other] { $givers } Menschen haben dir zum Community Manager Appreciation Day geschrieben. Du wirst geschätzt.
}
note-breathe-wait = Heute Abend gibt es nichts zu beantworten: Die Worte warten bis morgen. Geh und umarme deine Familie.

note-digest-title = Dein Digest { $year }
note-digest-title-updated = Dein Digest { $year }, aktualisiert
note-digest = Das sind ihre Worte für dich. Unter **Mein Digest** heftest du an, was dir am besten gefällt, und verbirgst, was bei dir bleiben soll. Dann schick deinem Boss eine Kopie, oder behalte ihn für dich: Nichts geht an einen Boss, wenn du es nicht gewählt hast.
note-digest-updated = Seit dem letzten wurde etwas ergänzt, geändert oder zurückgenommen. Er ging als Kopie an niemanden.

note-copy-title = Ein Dankeschön, das { $manager } dir zeigen möchte
note-copy = { $mention } kümmert sich um die Community { $server } auf Discord. Am Community Manager Appreciation Day { $year } konnten ihre Mitglieder Danke sagen, und { $manager } hat beschlossen, dir die Seite zu schicken.
note-copy-more = Fragen? Wende dich an { $mention }. Wenn du auf **Nichts mehr davon** drückst, schicke ich dir nie wieder etwas über { $manager }, auch nicht in späteren Jahren.

note-ask-consent = Dein Dank ist angekommen. Darf er dem Boss gezeigt werden? Der Knopf antwortet nur dir, weil die Worte von dir sind. Bis du Ja sagst, liest sie nur, wem du gedankt hast.
note-ask-whom = Das sieht nach einem Dankeschön aus, und ich möchte nicht raten, für wen. Der Knopf antwortet nur dir, weil die Nachricht von dir ist: Sag, wen du meinst, und es zählt.

note-report-title = Hier wirst du gebraucht
report-skipped = **Ausgelassen: { $send }.** { $why } Jetzt käme es zu spät. Wenn du magst, sag selbst etwas; alles danach geht weiter wie geplant.
held-away = Ich war nicht da, als es fällig war.
held-no-answer = Discord war nicht zu erreichen oder hat nicht richtig geantwortet.
held-too-many = Discord hat mich nicht so viel senden lassen.
held-paused = Die Kampagne war angehalten, als es fällig war.
held-removed = Ich war nicht auf diesem Server, als es fällig war.
held-moved = Seine Zeit wurde geändert, und die neue war schon vorbei.
held-database = Meine Datenbank hat nicht funktioniert, als es fällig war.
held-clock = Die Uhr des Rechners, auf dem ich laufe, ging falsch, als es fällig war.
report-unknown = **Nicht sicher: { $send }.** Die Antwort ging beim Senden verloren, und ich konnte nicht nachsehen, ob es ankam. Damit nichts doppelt kommt, sende ich es nicht noch einmal. Bitte sieh nach, und schreib es selbst, wenn es fehlt. Mit der Berechtigung **Nachrichtenverlauf anzeigen** kann ich selbst nachsehen.
report-refused = **Zurückgehalten: { $send }.** { $why } Ich versuche es weiter, bis es zu spät wäre. `/campaign doctor` zeigt, was fehlt.
report-failed = **Aufgegeben: { $send }.** { $why }
report-closed = **Nicht zugestellt: { $send }.** { $manager } nimmt keine privaten Nachrichten von mir an. Ich versuche es einmal am Tag, solange es sinnvoll ist. Private Nachrichten von Mitgliedern dieses Servers zu erlauben hilft, oder `/cmad digest` zum Lesen.
report-quarantined = **Discord lässt mich niemandem privat schreiben.** Es hat mich unter Quarantäne gestellt (Code 20026), weil es mich für Spam hält. Private Nachrichten warten, und ich versuche täglich eine; jeder Community Manager kann seinen Digest mit `/cmad digest` lesen. Wer mich betreibt, kann beim Support von Discord Einspruch einlegen.
report-no-content-intent = **Der Hashtag wird nicht gehört.** Discord verweigert mir den Message-Content-Intent. Wer mich betreibt, kann ihn in Discords Entwicklerportal auf der Seite „Bot“ einschalten und mich neu starten. Jeder andere Weg zu danken geht ohne ihn; `/campaign hashtag` schaltet den Hashtag aus.
report-code-10003 = Der Kanal ist weg (Discords Code 10003). Wähle mit `/campaign setup` einen anderen.
report-code-50001 = Ich kann den Kanal nicht sehen (Discords Code 50001). Gib mir dort **Kanal anzeigen**.
report-code-50007 = Dort werden keine privaten Nachrichten von mir angenommen (Discords Code 50007).
report-code-50013 = Eine Berechtigung fehlt (Discords Code 50013). Ich brauche **Nachrichten senden**, und **Events erstellen** für die Veranstaltung im Kalender.
report-code-200000 = AutoMod hat es aufgehalten (Discords Code 200000). Lass mich in der Regel durch, die es aufgehalten hat.
report-code-full = In diesem Server ist eine Liste voll (Discords Code { $code }): bei Veranstaltungen etwa hundert, die noch nicht vorbei sind. Schaff dort Platz.
report-code-passes = Discord nimmt es gerade nicht an (Code { $code }); das geht von selbst vorbei.
report-code-filter = Ein Filter von Discord hat es aufgehalten (Code { $code }).
report-code-none = Discord hat keinen Grund genannt.
report-code-other = Discords Code ist { $code }. Vielleicht zeigt `/campaign doctor`, warum.

send-roster-check = der Blick auf die Liste
send-announce = die Ankündigung
send-event = die Veranstaltung im Kalender
send-countdown = der Beitrag eine Woche davor
send-eve = der Beitrag am Vorabend
send-day = der Beitrag des Tages
send-last-call = der letzte Aufruf
send-breathe = *Innehalten* für { $who }
send-recap = der Rückblick
send-digest = der Digest von { $who }
send-close = das Ende des Sammelns
send-invite = die Einladung von { $who }
send-thanks = ein öffentlicher Dank
send-react = die Reaktion unter einer Nachricht
send-question = eine Frage an jemanden, der gedankt hat
send-other = eine Nachricht

page-more-words = Mehr von ihren Worten
page-more = { $count ->
    [one] und noch eine Nachricht in der Datei
   *[other] und { $count } weitere Nachrichten in der Datei
}
page-cut = „…“ steht, wo Worte in der Datei weitergehen.
send-unpost = das Entfernen zurückgenommener Worte

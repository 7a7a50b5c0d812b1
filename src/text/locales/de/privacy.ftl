# Siehe ../en/privacy.ftl.

cmd-cmad-privacy = Was über dich gespeichert ist, überall: ansehen, mitnehmen, löschen

privacy-title = ## Was über dich gespeichert ist
privacy-none = Über dich ist hier nichts gespeichert.
privacy-server = ### { $server }
privacy-given = { $n ->
    [one] - { $year }: ein Dankeschön von dir, mit seinen Worten und dem Namen, mit dem du unterschrieben hast
   *[other] - { $year }: { $n } Dankesnachrichten von dir, mit ihren Worten und dem Namen, mit dem du unterschrieben hast
}
privacy-counted = { $n ->
    [one] - { $year }: ein Dankeschön von dir, nur noch gezählt; seine Worte sind gelöscht
   *[other] - { $year }: { $n } Dankesnachrichten von dir, nur noch gezählt; ihre Worte sind gelöscht
}
privacy-consent = - Deine letzte Wahl: { $consent }
privacy-answers = - { $year }: was du für gefundene Worte erlaubt hast
privacy-judged = { $n ->
    [one] - Eine Nachricht von dir: ob sie gezählt hat, ohne ihre Worte
   *[other] - { $n } Nachrichten von dir: ob sie gezählt haben, ohne ihre Worte
}
privacy-place = - Dein Platz auf der Liste ({ $place }) und dein Profil
privacy-left-alone = - Dass du nicht dabei sein möchtest: Du stehst nicht auf der Liste
privacy-boss = - Wen du als Boss angegeben hast, und was du über deine Digests entschieden hast
privacy-received = { $n ->
    [one] - { $year }: ein Dankeschön, das dir jemand geschrieben hat; die Worte gehören der Person, in deinem Digest stehen sie
   *[other] - { $year }: { $n } Dankesnachrichten, die dir andere geschrieben haben; die Worte gehören ihnen, in deinem Digest stehen sie
}
privacy-boss-of = { $n ->
    [one] - Eine Person von einer Liste hat dich als Boss angegeben
   *[other] - { $n } Personen von Listen haben dich als Boss angegeben
}
privacy-nominated = { $n ->
    [one] - Ein Vorschlag von dir für die Liste, mit deiner Begründung
   *[other] - { $n } Vorschläge von dir für die Liste, mit deinen Begründungen
}
privacy-nominee = { $n ->
    [one] - Ein Vorschlag, dich auf die Liste zu setzen, mit seinem Grund
   *[other] - { $n } Vorschläge, dich auf die Liste zu setzen, mit ihren Gründen
}
privacy-decided = { $n ->
    [one] - Dass du als Admin über einen Vorschlag entschieden hast
   *[other] - Dass du als Admin über { $n } Vorschläge entschieden hast
}
privacy-named-in = { $n ->
    [one] - Eine Nachricht einer anderen Person, die dich nennt: ob sie gezählt hat, ohne ihre Worte
   *[other] - { $n } Nachrichten anderer, die dich nennen: ob sie gezählt haben, ohne ihre Worte
}
privacy-kept-copies = { $n ->
    [one] - { $year }: eine Kopie deines Digests, wie du sie deinem Boss geschickt hast
   *[other] - { $year }: { $n } Kopien deines Digests, wie du sie deinem Boss geschickt hast
}
privacy-messages = { $n ->
    [one] - Eine Nachricht von mir an dich oder über dich: ihre Art und wann, ohne ihren Text
   *[other] - { $n } Nachrichten von mir an dich oder über dich: ihre Art und wann, ohne ihren Text
}
privacy-saves = { $n ->
    [one] - Eine Nachricht, die jemand speichern lassen wollte, ohne ihre Worte
   *[other] - { $n } Nachrichten, die jemand speichern lassen wollte, ohne ihre Worte
}
privacy-no-more = - Dass du keine Kopien vom Digest einer Person mehr möchtest, als mit einem Schlüssel gebildeter Hash
privacy-set-up = - Dass du die Kampagne hier eingerichtet hast, damit Berichte dich erreichen
privacy-spoken = - Die Sprache deines Discord, damit Direktnachrichten in ihr kommen: { $language }
privacy-more = { $n ->
    [one] Und noch ein Server: Der Export hat sie alle.
   *[other] Und { $n } weitere Server: Der Export hat sie alle.
}
privacy-how = -# Hier geht es um dich auf jedem Server, auf dem ich bin. Worte werden { $days } Tage nach dem Schluss ihrer Kampagne automatisch gelöscht. **Export** gibt dir alles als Dateien; **Löschen** fragt noch einmal nach.
button-export = Export
button-erase = Löschen
button-erase-now = Ja, alles löschen
button-erase-not = Behalten
button-ignore = Meine Nachrichten ignorieren
button-notice = Meine Nachrichten wieder beachten
privacy-ignore-how = -# **Meine Nachrichten ignorieren**: Ich sehe mir nichts mehr an, was du schreibst, auf keinem Server, auf dem ich bin, bis du es anders möchtest. Befehle funktionieren weiterhin.
privacy-ignores = Ich ignoriere deine Nachrichten auf jedem Server, auf dem ich bin, weil du es so möchtest. Befehle funktionieren weiterhin.
privacy-ignored = Ab jetzt sehe ich mir nichts mehr an, was du schreibst, auf keinem Server, auf dem ich bin. Befehle funktionieren weiterhin, und hier oder in `/cmad privacy` kannst du es rückgängig machen. Dafür speichere ich nur einen mit einem Schlüssel gebildeten Hash deiner ID.
privacy-noticed = Ab jetzt beachte ich deine Nachrichten wieder.

privacy-sure =
    ## Alles über dich löschen?
    Das gilt für jeden Server, auf dem ich bin, und es lässt sich nicht rückgängig machen.
    - Deine Worte und dein Name verschwinden: aus der Datenbank, aus Digests, die noch nicht verschickt sind, und aus meinen Beiträgen. Was gezählt wurde, bleibt eine Zahl ohne Namen.
    - Wenn du auf einer Liste stehst: Dein Profil, dein Boss und deine Digests verschwinden, und auch die Worte, die andere dir geschrieben haben, weil niemand sonst sie haben darf. Du bist dann nicht mehr dabei.
    - Was anderswo angekommen ist, lässt sich nicht zurückholen: zugestellte Digests und Kopien. Deine eigenen Nachrichten auf Discord gehören dir; nur du kannst sie löschen.
privacy-kept = Nichts wurde gelöscht.

privacy-erased = ## Gelöscht
privacy-erased-nothing = Es war nichts mehr zu löschen.
privacy-erased-thanks = { $n ->
    [one] - Die Worte eines Dankeschöns und dein Name. Es bleibt eine Zahl, und niemand kann erkennen, dass es von dir war.
   *[other] - Die Worte von { $n } Dankesnachrichten und dein Name. Es bleiben Zahlen, und niemand kann erkennen, dass sie von dir waren.
}
privacy-erased-posts = { $n ->
    [one] - Ein Beitrag oder eine Frage von mir wird gerade entfernt.
   *[other] - { $n } Beiträge und Fragen von mir werden gerade entfernt.
}
privacy-erased-received = { $n ->
    [one] - Ein Dankeschön, das dir jemand geschrieben hat: Niemand sonst darf es haben.
   *[other] - { $n } Dankesnachrichten, die dir andere geschrieben haben: Niemand sonst darf sie haben.
}
privacy-erased-profiles = { $n ->
    [one] - Dein Profil, dein Boss und deine Digests auf einem Server.
   *[other] - Deine Profile, deine Bosse und deine Digests auf { $n } Servern.
}
privacy-erased-boss-of = { $n ->
    [one] - Dass dich jemand als Boss angegeben hat.
   *[other] - Dass dich { $n } Personen als Boss angegeben haben.
}
privacy-erased-notes = { $n ->
    [one] - Ein Vermerk: eine Wahl von dir, eine Entscheidung über eine Nachricht oder eine geplante oder gesendete Nachricht an dich.
   *[other] - { $n } Vermerke: was du gewählt hast, Entscheidungen über Nachrichten und geplante oder gesendete Nachrichten an dich.
}
privacy-stays = ### Was sich nicht zurückholen ließ, und was bleibt
privacy-stays-delivered = { $n ->
    [one] - Ein Digest mit deinen Worten war schon angekommen. Frag dort nach, wenn er auch da verschwinden soll.
   *[other] - { $n } Digests mit deinen Worten waren schon angekommen. Frag dort nach, wenn sie auch da verschwinden sollen.
}
privacy-stays-copied = { $n ->
    [one] - Eine Kopie war schon bei einem Boss angekommen.
   *[other] - { $n } Kopien waren schon bei einem Boss angekommen.
}
privacy-stays-alone = { $n ->
    [one] - Deine ID, auf einem Server, mit nichts als dem Vermerk, dass du nicht dabei sein möchtest. Kein Admin kann dich wieder auf die Liste setzen.
   *[other] - Deine ID, auf { $n } Servern, mit nichts als dem Vermerk, dass du nicht dabei sein möchtest. Kein Admin kann dich wieder auf die Liste setzen.
}
privacy-stays-set-up = { $n ->
    [one] - Dass du die Kampagne auf einem Server eingerichtet hast, bis es jemand anderes tut: Berichte gehen an dich.
   *[other] - Dass du die Kampagne auf { $n } Servern eingerichtet hast, bis es jemand anderes tut: Berichte gehen an dich.
}
privacy-stays-ignored = - Dass ich deine Nachrichten ignoriere, als mit einem Schlüssel gebildeter Hash, bis du es anders möchtest.
privacy-stays-always = - Nachrichten auf Discord, die deine eigenen sind, in Kanälen und in deinen Direktnachrichten mit mir. Wenn du zum Digest einer Person „Nichts mehr davon schicken“ gesagt hast, bleibt das gespeichert, als mit einem Schlüssel gebildeter Hash. Wie lange Sicherungskopien aufbewahrt werden, sagt dir, wer diesen Bot betreibt.

privacy-files = Alles, was über dich gespeichert ist: eine Seite zum Lesen, und dasselbe als JSON.
privacy-page-title = Was über dich gespeichert ist
privacy-page-made = Erstellt am { $date } für das Discord-Mitglied { $member }.
privacy-page-none = Über dich ist nichts gespeichert.
privacy-page-given = Deine Dankesnachrichten
privacy-page-to = An { $manager }, { $date }
privacy-page-facts = Unterschrieben mit „{ $signature }“ · { $consent } · { $year }
privacy-page-link = auf Discord
privacy-page-without = Ohne Text.
privacy-page-more = Was sonst gespeichert ist
privacy-page-ignores = Deine Nachrichten werden ignoriert, weil du es so möchtest.

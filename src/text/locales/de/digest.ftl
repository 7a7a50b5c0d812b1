# Siehe ../en/digest.ftl.

digest-title = { $manager } · Community Manager Appreciation Day { $year }
digest-eyebrow = Community Manager Appreciation Day · { $date }
digest-update = Aktualisierung { $revision } dieser Seite: Seit der letzten wurde etwas ergänzt, geändert oder zurückgenommen.
digest-yours = Nur du siehst diese Seite. Niemand sonst bekommt sie, außer du gibst sie weiter, und was mit „nur für dich“ oder „von dir verborgen“ gekennzeichnet ist, wird nie mitgeschickt.
digest-headline = { $people ->
    [0] Noch hat niemand zum Community Manager Appreciation Day { $year } an { $manager } geschrieben
    [one] Eine Person hat { $manager } am Community Manager Appreciation Day { $year } gedankt
   *[other] { $people } Menschen haben { $manager } am Community Manager Appreciation Day { $year } gedankt
}
digest-ask = Antworten Sie { $manager } noch heute: Ein Satz genügt.
digest-about = { $role ->
    [some] { $manager } ({ $roles }) kümmert sich um { $server }, eine Community auf dem Chat-Dienst Discord.
   *[none] { $manager } kümmert sich um { $server }, eine Community auf dem Chat-Dienst Discord.
}
digest-about-words = Dies sind die eigenen Worte ihrer Mitglieder.
digest-cares = Was { $manager } am Herzen liegt: „{ $cares }“.
digest-none = Mehr kann diese Seite nicht sagen, und über die Arbeit sagt sie nichts. Viele sind dankbar, ohne es aufzuschreiben, und den meisten ist dieser Tag neu.
digest-none-do = { $audience ->
    [manager] Dank zählt, bis die Kampagne schließt. Wer dir anderswo gedankt hat, kann es hier mit /thank schreiben.
   *[boss] Wenn { $manager } Ihnen geholfen hat, ist heute ein guter Tag für einen Satz. Er ist mehr wert als eine Zahl auf einer Seite.
}

digest-testimonials = In ihren Worten
digest-numbers = In Zahlen
digest-wrote = { $shape ->
    [each] { $people } Menschen haben geschrieben
   *[more] { $people } Menschen haben { $messages } Nachrichten geschrieben
}
digest-wrote-only = { $wrote }.
digest-wrote-since = { $wrote }; die kürzeste Mitgliedschaft begann { $newest }, die längste { $longest }.
digest-ago = { $unit ->
    [week] in derselben Woche
    [weeks] { $count ->
        [one] vor einer Woche
       *[other] vor { $count } Wochen
    }
    [months] { $count ->
        [one] vor einem Monat
       *[other] vor { $count } Monaten
    }
   *[years] { $count ->
        [one] vor einem Jahr
       *[other] vor { $count } Jahren
    }
}
digest-wrote-first = { $count ->
    [one] Für eine Person war es das erste Mal.
   *[other] Für { $count } von ihnen war es das erste Mal.
}

digest-chart-days = Dankesnachrichten nach Tagen
digest-chart-years = Jahr für Jahr
digest-chart-days-summary = { $on_day } von { $messages } am Tag selbst, { $date }.
digest-chart-days-other = { $count ->
    [one] Eine weitere kam zu einer anderen Zeit des Jahres.
   *[other] { $count } weitere kamen zu anderen Zeiten des Jahres.
}
digest-chart-bar = { $date }: { $count }
digest-people = { $count ->
    [one] eine Person
   *[other] { $count } Personen
}
digest-chart-years-summary = { $this }: { $people } mit { $messages ->
    [one] einer Nachricht
   *[other] { $messages } Nachrichten
}. { $earlier }: { $earlier_people } mit { $earlier_messages ->
    [one] einer Nachricht
   *[other] { $earlier_messages } Nachrichten
}.
digest-what-for = Wofür sie dankten
digest-what-for-row = { $what }: { $people }
digest-what-for-note = Nach Personen gezählt; nicht alle haben einen Grund genannt.

digest-do = { $audience ->
    [manager] Worum dein Boss gebeten wird
   *[boss] Was Sie tun können
}
digest-do-row = **{ $title }.** { $text }
digest-do-answer = Heute { $manager } antworten
digest-do-answer-text = Ein Satz genügt: dass Sie das gelesen haben und was Ihnen aufgefallen ist.
digest-do-post = Es dort sagen, wo andere es sehen
digest-do-post-text = Am { $day }, war Community Manager Appreciation Day, und Menschen in { $server } haben sich die Zeit genommen, { $manager } zu danken. { $quotes ->
    [0] Ich möchte meinen eigenen Dank hinzufügen: Eine Community gelingt, weil sich jemand um sie kümmert, an jedem Tag des Jahres.
   *[other] Ich habe gelesen, was sie geschrieben haben, und möchte meinen eigenen Dank hinzufügen: Eine Community gelingt, weil sich jemand um sie kümmert, an jedem Tag des Jahres.
} Danke, { $manager }. #CMAD
digest-do-day = Einen Tag zum Lernen schenken
digest-do-day-text = Ein Tag Arbeitszeit für einen Kurs, eine Konferenz oder den Austausch mit anderen, die Communitys betreuen.
digest-do-day-link = In den Kalender eintragen: { $date }
digest-do-day-file = { $file } trägt ihn in den Kalender ein: { $date }.
digest-do-day-move = Das Datum ist nur ein Vorschlag: Verschieben Sie es, wie es passt.
development-day = Tag zum Lernen für { $manager }
development-day-why = Menschen in { $server } haben { $manager } am Community Manager Appreciation Day { $year } gedankt.

digest-quotes = { $count ->
    [one] Die eine Nachricht, Wort für Wort
   *[other] Alle { $count } Nachrichten, Wort für Wort
}
digest-quotes-shown = { $count ->
    [one] Eine Nachricht, Wort für Wort
   *[other] { $count } Nachrichten, Wort für Wort
}
digest-counted-only = { $count ->
    [one] Eine weitere Nachricht zählt mit, aber ihre Worte sind nicht für diese Seite bestimmt.
   *[other] { $count } weitere Nachrichten zählen mit, aber ihre Worte sind nicht für diese Seite bestimmt.
}
digest-counted-all = { $count ->
    [one] Die Nachricht zählt, aber ihre Worte sind nicht für diese Seite bestimmt.
   *[other] Die Nachrichten zählen, aber ihre Worte sind nicht für diese Seite bestimmt.
}
digest-added = Von { $manager } ergänzt, nicht geprüft
digest-member = Ein Mitglied
digest-without-words = Hat ohne weitere Worte gedankt.
digest-someone = jemand
digest-channel = Kanal
digest-role = Rolle
digest-page-customize = Kanäle & Rollen
digest-page-browse = Kanäle durchsuchen
digest-page-guide = Server-Guide
digest-page-linked-roles = Verknüpfte Rollen
digest-link = auf Discord lesen
digest-kept-private = nur für dich
digest-kept-not-asked = noch nicht gefragt: nur für dich
digest-kept-unseen = wartet auf deinen Blick
digest-kept-hidden = von dir verborgen
digest-kept-shortened = gekürzt weitergegeben

digest-how = Wie das gesammelt wurde
digest-how-collected = Rund um { $date }, konnten Mitglieder von { $server } denen ein Dankeschön schreiben, die sich um sie kümmern. Worte werden nur so weitergegeben, wie es die Schreibenden gewählt haben, mit oder ohne Namen. Nichts wurde umformuliert oder bewertet.
digest-how-shortened = Wo { $manager } eine Nachricht gekürzt hat, endet sie mit „…“.
digest-how-counted = Mehrere Nachrichten unter einem Namen zählen als eine Person.
digest-how-object = Wer geschrieben hat, kann die eigenen Worte auf Discord mit /cmad mine ändern oder zurücknehmen, bis die Kampagne{ $when ->
    [known] {" "}am { $closes },
   *[unknown] { "" }
} schließt.{ $audience ->
    [manager] { "" }
   *[boss] {" "}Wenn Sie solche Seiten nicht möchten, sagen Sie es { $manager }, und es kommen keine mehr.
}
digest-how-not-a-score = Das ist ein Dankeschön, keine Leistungsbeurteilung. Bitte vergleichen Sie damit keine Menschen.
digest-sentence-by = { $manager }
digest-more = { $count ->
    [one] und eine weitere
   *[other] und { $count } weitere
}
digest-more-pdf = { $count ->
    [one] und eine weitere im angehängten PDF
   *[other] und { $count } weitere im angehängten PDF
}

# Siehe ../en/forms.ftl.

digest-page-of = Seite { $page } von { $pages }
# $sign steht in den Worten, wo kein Buchstabe gesetzt werden konnte.
digest-no-letters = „{ $sign }“ steht für Schriftzeichen, die diese Datei nicht zeigen kann. Die Seite für den Browser und der Text zeigen sie.

digest-column-date = Datum
digest-column-from = Von
digest-column-relation = Beziehung
digest-column-what-for = Dank wofür
digest-column-words = Worte
digest-column-link = Link
digest-column-note = Hinweis

# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Hier ist nichts
web-not-found = Diese Adresse führt nirgendwohin. Wenn du aus einer E-Mail hierhergekommen bist, wurde der Link vielleicht abgeschnitten: Öffne ihn noch einmal direkt aus der E-Mail oder schreib der Person, von der sie kam.

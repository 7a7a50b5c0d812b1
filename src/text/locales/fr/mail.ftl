# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Il n’y a rien ici
web-not-found = Cette adresse ne mène nulle part. Si tu viens d’un e-mail, le lien a peut-être été coupé : ouvre-le encore une fois depuis l’e-mail, ou écris à la personne qui te l’a envoyé.

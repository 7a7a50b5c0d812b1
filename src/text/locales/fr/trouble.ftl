# What people hear when the bot's own storage fails.

thanks-not-kept = Ton merci **n’a pas été conservé** : le stockage du bot n’accepte rien pour le moment, et la personne qui le fait tourner peut le voir. Réessaie dans quelques minutes.
thanks-maybe-kept = Ton merci **n’a peut-être pas été conservé** : le stockage du bot n’a pas répondu. `/cmad mine` montre s’il est là ; sinon, réessaie.

# What people hear when the bot's own storage fails.

thanks-not-kept = Ton merci **n’a pas été enregistré** : mon stockage n’accepte rien pour le moment, et la personne qui gère ce bot peut le voir. Réessaie dans quelques minutes.
thanks-maybe-kept = Ton merci **n’a peut-être pas été enregistré** : mon stockage n’a pas répondu. `/cmad mine` montre s’il est là ; sinon, réessaie.

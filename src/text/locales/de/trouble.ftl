# What people hear when the bot's own storage fails.

thanks-not-kept = Dein Dank wurde **nicht gespeichert**: Mein Speicher nimmt gerade nichts an, und wer diesen Bot betreibt, kann das sehen. Bitte versuch es in ein paar Minuten noch einmal.
thanks-maybe-kept = Dein Dank wurde **vielleicht nicht gespeichert**: Mein Speicher hat nicht geantwortet. `/cmad mine` zeigt, ob er da ist; wenn nicht, versuch es bitte noch einmal.

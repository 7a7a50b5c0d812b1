# What people hear when the bot's own storage fails.

thanks-not-kept = Tu agradecimiento **no se ha guardado**: mi almacenamiento no admite nada en este momento, y quien gestiona este bot puede verlo. Inténtalo de nuevo en unos minutos.
thanks-maybe-kept = **Puede que tu agradecimiento no se haya guardado**: mi almacenamiento no respondió. `/cmad mine` muestra si está; si no, inténtalo de nuevo.

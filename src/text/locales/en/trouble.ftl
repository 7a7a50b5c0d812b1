# What people hear when the bot's own storage fails.

thanks-not-kept = Your thank-you was **not saved**: my storage isn’t accepting anything right now, and whoever runs this bot can see that. Please try again in a few minutes.
thanks-maybe-kept = Your thank-you **may not have been saved**: my storage didn’t answer. `/cmad mine` shows whether it’s there; if it isn’t, please try again.

# What people hear when the bot's own storage fails.

thanks-not-kept = Your thank-you was **not kept**: the bot’s storage takes nothing at the moment, and whoever runs the bot can see that. Please try again in a few minutes.
thanks-maybe-kept = Your thank-you **may not have been kept**: the bot’s storage did not answer. `/cmad mine` shows whether it is there; if it is not, please try again.

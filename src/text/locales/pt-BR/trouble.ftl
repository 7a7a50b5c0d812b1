# What people hear when the bot's own storage fails.

thanks-not-kept = Seu agradecimento **não foi salvo**: meu armazenamento não está aceitando nada no momento, e quem mantém este bot pode ver isso. Tente de novo em alguns minutos.
thanks-maybe-kept = **Talvez seu agradecimento não tenha sido salvo**: meu armazenamento não respondeu. `/cmad mine` mostra se ele está lá; se não estiver, tente de novo.

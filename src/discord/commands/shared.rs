//! What several commands ask or say.

use chrono::{DateTime, Utc};

use crate::discord::context::{Bot, Stop};
use crate::discord::interaction::Interaction;
use crate::discord::rest::RestError;
use domain::digest::tamed;
use domain::ids::UserId;
use domain::server::Server;

/// The server that is asked in.
pub(super) async fn server_of(bot: &Bot, interaction: &Interaction) -> Result<Server, Stop> {
    let Some(guild) = interaction.guild else { return Err(Stop::say(interaction.lang.say("only-in-servers"))) };
    let key = if interaction.may_manage { "not-set-up-admin" } else { "not-set-up" };
    bot.app.server(guild).await?.ok_or_else(|| Stop::say(interaction.lang.say(key)))
}

/// Whether they are a member of the server: a user option takes any account on Discord.
pub(super) async fn is_member(
    bot: &Bot,
    server: &Server,
    user: UserId,
    since: Option<DateTime<Utc>>,
) -> Result<bool, Stop> {
    if since.is_some() {
        return Ok(true);
    }
    match bot.rest.member(server.guild, user).await {
        Ok(_) => Ok(true),
        Err(RestError::Gone { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// What this version does not know: a command or a button of another one.
pub(super) fn unknown(interaction: &Interaction) -> Stop {
    Stop::say(interaction.lang.say("unknown-command"))
}

/// The beginning of a person's words on one line, with an ellipsis if they are longer.
pub(super) fn first_words(words: &str, most: usize) -> String {
    let line = tamed(words).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

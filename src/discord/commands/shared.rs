//! What several commands ask or say.

use chrono::{DateTime, Utc};

use crate::discord::context::{Bot, Stop};
use crate::discord::fitting;
use crate::discord::interaction::Interaction;
use crate::discord::markdown::plain;
use crate::discord::rest::RestError;
use crate::text::Lang;
use domain::addresses::is_without_addresses;
use domain::digest::tamed;
use domain::ids::UserId;
use domain::server::Server;

/// The longest name that a refusal repeats, in characters.
const NAME_AT_MOST: usize = 100;

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

/// What is said about the first of these that holds an address: a name, a title, a team or a theme leads nowhere.
pub(super) fn name_refused<'a>(lang: Lang, texts: impl IntoIterator<Item = Option<&'a str>>) -> Option<String> {
    let wrong = texts.into_iter().flatten().find(|text| !is_without_addresses(&tamed(text)))?;
    Some(lang.with("addressless-name", &[("text", plain(&fitting::label(wrong, NAME_AT_MOST)).into())]))
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

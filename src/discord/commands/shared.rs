//! What several commands ask or say.

use chrono::NaiveDate;

use crate::discord::asked::Asked;
use crate::discord::components::Message;
use crate::discord::context::{Bot, Failure};
use crate::discord::permissions::Rights;
use crate::discord::rest::RestError;
use domain::digest::tamed;
use domain::ids::{GuildId, UserId};
use domain::server::Server;

/// The server that is asked in, or what to tell somebody who asks where there is none.
pub(super) async fn server_of(bot: &Bot, asked: &Asked) -> Result<Result<Server, Message>, Failure> {
    let Some(guild) = asked.guild else { return Ok(Err(Message::text(asked.lang.say("only-in-servers")))) };
    let key = if asked.may_manage { "not-set-up-admin" } else { "not-set-up" };
    Ok(bot.app.server(guild).await?.ok_or_else(|| Message::text(asked.lang.say(key))))
}

/// Whether somebody may manage a server now, asked of Discord: in a private conversation it does not tell by itself.
pub(super) async fn manages(bot: &Bot, guild: GuildId, user: UserId) -> Result<bool, Failure> {
    match Rights::read(&bot.rest, guild, user).await {
        Ok(rights) => Ok(rights.may_manage()),
        Err(RestError::Gone { .. } | RestError::Forbidden { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Whether they are a member of the server: a user option takes any account on Discord.
pub(super) async fn is_member(
    bot: &Bot,
    server: &Server,
    user: UserId,
    since: Option<NaiveDate>,
) -> Result<bool, Failure> {
    if since.is_some() {
        return Ok(true);
    }
    match bot.rest.member(server.guild, user).await {
        Ok(_) => Ok(true),
        Err(RestError::Gone { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

pub(super) fn unknown(asked: &Asked) -> Message {
    Message::text(asked.lang.say("unknown-command"))
}

/// The beginning of somebody's words on one line, with an ellipsis where they go on.
pub(super) fn first_words(words: &str, most: usize) -> String {
    let line = tamed(words).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

//! `/campaign`: what admins decide about their server's day, and how it stands.
//!
//! Every answer is seen by the asker alone. What Discord or the database tells is gathered first, and rendered by pure
//! functions after that.

mod doctor;
pub(super) mod hashtag;
mod holders;
pub(super) mod moderation;
mod plan;
pub(super) mod preview;
#[cfg(test)]
pub(super) mod samples;
pub(super) mod setup;
mod status;
mod steps;

use crate::app::moderation::Moderation;
use crate::discord::asked::{Asked, Options, What};
use crate::discord::commands::shared::{manages, server_of, unknown};
use crate::discord::components::Message;
use crate::discord::context::{Bot, Done};
use crate::text::Lang;
use domain::server::Server;

/// Runs one of the subcommands.
///
/// # Errors
/// The database or Discord failed.
pub async fn run(bot: &Bot, asked: &Asked, path: &[&str], options: &Options) -> Done {
    match path {
        ["setup"] => return setup::run(bot, asked, options).await,
        ["doctor"] => return doctor::run(bot, asked).await,
        ["status"] => return show_status(bot, asked).await,
        _ => {}
    }
    let server = match server_of(bot, asked).await? {
        Ok(server) => server,
        Err(answer) => return Ok(answer),
    };
    match path {
        ["preview"] => preview::run(bot, asked, &server, options).await,
        ["steps"] => steps::run(bot, asked, &server, options).await,
        ["hashtag"] => hashtag::run(bot, asked, &server, options).await,
        ["hide"] => moderation::run(bot, asked, &server, options, Moderation::Hide).await,
        ["restore"] => moderation::run(bot, asked, &server, options, Moderation::Restore).await,
        ["export"] => moderation::export(bot, asked, &server, options).await,
        ["pause"] => pause(bot, asked.lang, &server).await,
        ["resume"] => resume(bot, asked.lang, &server).await,
        _ => Ok(unknown(asked)),
    }
}

/// Shows how the campaign stands. A report's button leads here too, also in the private conversation of whoever set
/// the server up.
pub async fn show_status(bot: &Bot, asked: &Asked) -> Done {
    let server = if asked.guild.is_none() {
        let own = bot.app.servers_set_up_by(asked.who.user).await?;
        match own.as_slice() {
            [only] if !manages(bot, only.guild, asked.who.user).await? => {
                return Ok(Message::text(asked.lang.say("only-for-admins")));
            }
            [only] => only.clone(),
            [] => return Ok(Message::text(asked.lang.say("only-in-servers"))),
            _ => return Ok(Message::text(asked.lang.say("status-in-which"))),
        }
    } else if matches!(asked.what, What::Pressed { .. }) && !asked.may_manage {
        // Discord hides the command from others, but not a button in a channel that they can read.
        return Ok(Message::text(asked.lang.say("only-for-admins")));
    } else {
        match server_of(bot, asked).await? {
            Ok(server) => server,
            Err(answer) => return Ok(answer),
        }
    };
    let status = bot.app.status(server.guild).await?;
    Ok(status.map_or_else(
        || Message::text(asked.lang.say("not-set-up-admin")),
        |status| {
            let mut message = status::answer(asked.lang, bot.app.now(), &status);
            // In the private conversation it is not known of which server a button would speak.
            message.components.extend(asked.guild.and_then(|_| setup::forget_buttons(asked.lang, &status.server)));
            message
        },
    ))
}

async fn pause(bot: &Bot, lang: Lang, server: &Server) -> Done {
    let key = if bot.app.pause(server).await? { "paused-now" } else { "paused-already" };
    Ok(Message::text(lang.say(key)))
}

async fn resume(bot: &Bot, lang: Lang, server: &Server) -> Done {
    let key = if bot.app.resume(server).await? { "resumed-now" } else { "resumed-already" };
    Ok(Message::text(lang.say(key)))
}

#[cfg(test)]
mod tests;

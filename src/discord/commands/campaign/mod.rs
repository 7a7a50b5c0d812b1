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
use crate::discord::commands::shared::{administered, manages, server_of, unknown};
use crate::discord::components::Message;
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::custom_id::StatusAction;
use crate::text::Lang;
use domain::server::Server;

/// Runs one of the subcommands.
pub async fn run(bot: &Bot, asked: &Asked, path: &[&str], options: &Options) -> Done {
    match path {
        ["setup"] => return setup::run(bot, asked, options).await,
        ["doctor"] => return doctor::run(bot, asked).await,
        ["status"] => return show_status(bot, asked).await,
        _ => {}
    }
    let server = server_of(bot, asked).await?;
    match path {
        ["preview"] => preview::run(bot, asked, &server, options).await,
        ["steps"] => steps::run(bot, asked, &server, options).await,
        ["hashtag"] => hashtag::run(bot, asked, &server, options).await,
        ["hide"] => moderation::run(bot, asked, &server, options, Moderation::Hide).await,
        ["restore"] => moderation::run(bot, asked, &server, options, Moderation::Restore).await,
        ["export"] => moderation::export(bot, asked, &server, options).await,
        ["pause"] => pause(bot, asked.lang, &server).await,
        ["resume"] => resume(bot, asked.lang, &server).await,
        _ => Err(unknown(asked)),
    }
}

/// A report's button.
pub(super) async fn act(bot: &Bot, asked: &Asked, action: StatusAction) -> Done {
    match action {
        StatusAction::Steps | StatusAction::Show => show_status(bot, asked).await,
    }
}

/// Shows how the campaign stands: in a server, or in the private conversation of the person who set one up.
async fn show_status(bot: &Bot, asked: &Asked) -> Done {
    let lang = asked.lang;
    let server = match asked.guild {
        Some(_) if matches!(asked.what, What::Pressed { .. }) => administered(bot, asked).await?,
        Some(_) => server_of(bot, asked).await?,
        None => {
            let own = bot.app.servers_set_up_by(asked.who.user).await?;
            match own.as_slice() {
                [only] if manages(bot, only.guild, asked.who.user).await? => only.clone(),
                [_] => return Err(Stop::say(lang.say("only-for-admins"))),
                [] => return Err(Stop::say(lang.say("only-in-servers"))),
                _ => return Err(Stop::say(lang.say("status-in-which"))),
            }
        }
    };
    let status = bot.app.status(server.guild).await?.ok_or_else(|| Stop::say(lang.say("not-set-up-admin")))?;
    let mut message = status::answer(lang, bot.app.now(), &status);
    // In the private conversation it is not known of which server a button would speak.
    message.components.extend(asked.guild.and_then(|_| setup::forget_buttons(lang, &status.server)));
    Ok(message)
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

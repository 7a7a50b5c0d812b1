//! `/campaign`: what admins decide about their server's day, and how it stands.
//!
//! Only the asker sees the answers. Each handler first reads what it needs from Discord and the database; pure
//! functions then render it.

mod doctor;
pub(super) mod hashtag;
mod holders;
pub(super) mod moderation;
mod plan;
pub(super) mod preview;
pub(super) mod setup;
mod status;
mod steps;

use serenity::all::{CreateCommand, Permissions};

use crate::app::moderation::Moderation;
use crate::discord::commands::define::{
    IN_SERVERS, at_most, channel, choice, flag, languages, named, number, required, role, root, steps, sub, suggested,
    text, with_choices, year,
};
use crate::discord::commands::shared::{server_of, unknown};
use crate::discord::commands::who_may::{administered, manages, was_checked};
use crate::discord::components::Message;
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::custom_id::StatusAction;
use crate::discord::interaction::{Interaction, Options};
use crate::text::Lang;
use domain::campaign::Hour;
use domain::hashtag_rule::HashtagRule;
use domain::server::{Posts, Server};

/// `/campaign`, as it is registered with Discord.
pub fn definition() -> CreateCommand {
    root(
        "campaign",
        &IN_SERVERS,
        Some(Permissions::MANAGE_GUILD),
        vec![
            sub(
                "campaign-setup",
                "setup",
                vec![
                    required(channel("setup-channel", "channel")),
                    required(suggested(text("setup-timezone", "timezone"))),
                    number("setup-hour", "hour").min_int_value(0).max_int_value(Hour::LATEST.into()),
                    role("setup-manager-role", "manager_role"),
                    channel("setup-admin-channel", "admin_channel"),
                    at_most(text("setup-theme", "theme"), 200),
                    with_choices(text("setup-language", "language"), languages()),
                    with_choices(text("setup-posts", "posts"), named("posts", &Posts::ALL, Posts::name)),
                ],
            ),
            sub("campaign-status", "status", vec![]),
            sub("campaign-doctor", "doctor", vec![]),
            sub(
                "campaign-preview",
                "preview",
                vec![required(with_choices(text("preview-step", "step"), steps(|step| step.is_post())))],
            ),
            sub(
                "campaign-steps",
                "steps",
                vec![
                    with_choices(text("steps-step", "step"), steps(|_| true)),
                    flag("steps-on", "on"),
                    number("steps-days", "days").max_int_value(30),
                    at_most(text("steps-time", "time"), 5),
                    flag("steps-reset", "reset"),
                ],
            ),
            sub(
                "campaign-hashtag",
                "hashtag",
                vec![
                    with_choices(
                        text("hashtag-switch", "switch"),
                        vec![choice("cmd-switch-on", "on"), choice("cmd-switch-off", "off")],
                    ),
                    with_choices(
                        text("hashtag-channels", "channels"),
                        named("channels", HashtagRule::ALL, HashtagRule::name),
                    ),
                ],
            ),
            sub("campaign-hide", "hide", vec![text("moderate-message", "message")]),
            sub("campaign-restore", "restore", vec![text("moderate-message", "message")]),
            sub("campaign-export", "export", vec![year()]),
            sub("campaign-pause", "pause", vec![]),
            sub("campaign-resume", "resume", vec![]),
        ],
    )
}

/// Runs one of the subcommands.
pub async fn run(bot: &Bot, interaction: &Interaction, path: &[&str], options: &Options) -> Done {
    match path {
        ["setup"] => return setup::run(bot, interaction, options).await,
        ["doctor"] => return doctor::run(bot, interaction).await,
        ["status"] => return show_status(bot, interaction).await,
        _ => {}
    }
    let server = server_of(bot, interaction).await?;
    match path {
        ["preview"] => preview::run(bot, interaction, &server, options).await,
        ["steps"] => steps::run(bot, interaction, &server, options).await,
        ["hashtag"] => hashtag::run(bot, interaction, &server, options).await,
        ["hide"] => moderation::run(bot, interaction, &server, options, Moderation::Hide).await,
        ["restore"] => moderation::run(bot, interaction, &server, options, Moderation::Restore).await,
        ["export"] => moderation::export(bot, interaction, &server, options).await,
        ["pause"] => pause(bot, interaction.lang, &server).await,
        ["resume"] => resume(bot, interaction.lang, &server).await,
        _ => Err(unknown(interaction)),
    }
}

/// A report's button.
pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: StatusAction) -> Done {
    match action {
        StatusAction::Steps | StatusAction::Show => show_status(bot, interaction).await,
    }
}

/// Shows the campaign's status: in a server, or in the private conversation with the person who set it up.
async fn show_status(bot: &Bot, interaction: &Interaction) -> Done {
    let lang = interaction.lang;
    let server = match interaction.guild {
        Some(_) if was_checked(&interaction.kind) => server_of(bot, interaction).await?,
        Some(_) => administered(bot, interaction).await?,
        None => {
            let own = bot.app.servers_set_up_by(interaction.who.user).await?;
            match own.as_slice() {
                [only] if manages(bot, only.guild, interaction.who.user).await? => only.clone(),
                [_] => return Err(Stop::say(lang.say("only-for-admins"))),
                [] => return Err(Stop::say(lang.say("only-in-servers"))),
                _ => return Err(Stop::say(lang.say("status-in-which"))),
            }
        }
    };
    let status = bot.app.status(server.guild).await?.ok_or_else(|| Stop::say(lang.say("not-set-up-admin")))?;
    let mut message = status::answer(lang, bot.app.now(), &status);
    // Not in a private conversation, where a button does not say which server it is about.
    message.components.extend(interaction.guild.and_then(|_| setup::forget_buttons(lang, &status.server)));
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

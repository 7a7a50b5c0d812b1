//! `/campaign`: what admins decide about their server's day, and how it stands.
//!
//! Every answer is seen by the asker alone. What Discord or the database tells is gathered first, and rendered by pure
//! functions after that.

mod doctor;
pub(super) mod hashtag;
mod holders;
pub(super) mod moderation;
mod plan;
#[cfg(test)]
pub(super) mod samples;
pub(super) mod setup;
mod status;
mod steps;

use crate::app::moderation::Moderation;
use crate::discord::asked::{Asked, Options, What};
use crate::discord::bot::{Bot, Done};
use crate::discord::commands::{server_of, unknown};
use crate::discord::components::{COMPONENTS_MAX, Component, Message, TEXT_MAX};
use crate::discord::posts;
use crate::text::Lang;
use domain::campaign::Step;
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
        ["preview"] => preview(bot, asked, &server, options).await,
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
            [only] if !super::manages(bot, only.guild, asked.who.user).await? => {
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

async fn preview(bot: &Bot, asked: &Asked, server: &Server, options: &Options) -> Done {
    let step = options.text("step").and_then(Step::from_name);
    let Some(step) = step.filter(|step| step.is_post()) else { return Ok(unknown(asked)) };
    let Some(post) = bot.app.preview(server, step).await? else { return Ok(unknown(asked)) };
    let due = bot.app.campaign_of(server).await?.due(step);
    let on = if server.schedule.is_on(step) { "yes" } else { "no" };
    let line = asked.lang.with(
        "preview-line",
        &[
            ("step", step_name(asked.lang, step).into()),
            ("unix", due.timestamp().to_string().into()),
            ("channel", server.channel.to_string().into()),
            ("on", on.into()),
        ],
    );
    Ok(preview_of(line, posts::post(&post, None)))
}

/// A post below a line of ours. A post may be as long as a message can be, so its end gives way to the line.
pub(super) fn preview_of(line: String, post: Message) -> Message {
    let room = TEXT_MAX.saturating_sub(line.chars().count());
    let over = post.components.iter().map(Component::text_length).sum::<usize>().saturating_sub(room);
    let mut components = post.components;
    shorten(&mut components, over);
    if components.iter().map(count).sum::<usize>() < COMPONENTS_MAX {
        components.insert(0, Component::Text(line));
    } else if let Some(text) = first_text(&mut components) {
        *text = format!("{line}\n\n{text}");
    }
    Message { components, files: post.files }
}

/// Takes `over` characters away, from the end backwards; what becomes empty keeps one sign that it did.
fn shorten(components: &mut [Component], mut over: usize) -> usize {
    for component in components.iter_mut().rev() {
        match component {
            Component::Text(text) | Component::Section(text, _) if over > 0 => {
                let length = text.chars().count();
                // One more for the sign, and two for the blank line that may join the texts.
                let kept = length.saturating_sub(over + 3);
                *text = text.chars().take(kept).chain(['…']).collect();
                over = over.saturating_sub(length - 1);
            }
            Component::Card(children) => over = shorten(children, over),
            _ => {}
        }
    }
    over
}

fn count(component: &Component) -> usize {
    match component {
        Component::Card(children) => 1 + children.iter().map(count).sum::<usize>(),
        Component::Buttons(buttons) => 1 + buttons.len(),
        Component::Section(..) => 3,
        Component::Menu(_) => 2,
        Component::Text(_) | Component::Divider | Component::File(_) => 1,
    }
}

fn first_text(components: &mut [Component]) -> Option<&mut String> {
    components.iter_mut().find_map(|component| match component {
        Component::Text(text) | Component::Section(text, _) => Some(text),
        Component::Card(children) => first_text(children),
        _ => None,
    })
}

async fn pause(bot: &Bot, lang: Lang, server: &Server) -> Done {
    let key = if bot.app.pause(server).await? { "paused-now" } else { "paused-already" };
    Ok(Message::text(lang.say(key)))
}

async fn resume(bot: &Bot, lang: Lang, server: &Server) -> Done {
    let key = if bot.app.resume(server).await? { "resumed-now" } else { "resumed-already" };
    Ok(Message::text(lang.say(key)))
}

/// The step's name as it is shown.
fn step_name(lang: Lang, step: Step) -> String {
    lang.say(&format!("step-{step}"))
}

#[cfg(test)]
mod tests;

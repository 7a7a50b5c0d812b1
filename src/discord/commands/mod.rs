//! The list of commands, the handler of each, and the suggestions while someone types.

mod boss;
pub mod campaign;
mod cmad;
mod copying;
mod define;
mod desk;
mod localized;
mod mine;
mod nominate;
mod paging;
mod privacy;
mod remind;
mod replying;
mod roster;
mod save;
mod scorecard;
mod shared;
pub mod table;
#[cfg(test)]
mod tests;
mod thank;
mod who_may;
pub mod zones;

use std::time::Duration;

use crate::discord::commands::shared::unknown;
use crate::discord::commands::who_may::{ADMINS_COMMANDS, may_use};
use crate::discord::components::{Form, Message};
use crate::discord::context::{Bot, Done, Failure, Stop};
use crate::discord::custom_id::{CustomId, Reply};
use crate::discord::interaction::{Interaction, InteractionKind, Options};

/// How long suggestions wait for Discord's answer to who may use the command: they are due after three seconds.
const TYPING: Duration = Duration::from_millis(1500);

/// The first response to an interaction.
pub enum FirstResponse {
    /// A form.
    Form(Form),
    /// Suggestions for an option that is being typed: the shown text and the value of each.
    Suggestions(Vec<(String, String)>),
    /// A message that only the person who asked sees.
    Say,
    /// The message whose button was pressed, changed.
    Change,
}

/// The first response, without waiting for anything.
#[must_use]
pub fn first_response(bot: &Bot, interaction: &Interaction) -> FirstResponse {
    let form = match &interaction.kind {
        InteractionKind::Command { path, options } if *path == ["thank"] => {
            thank::form_of_command(&bot.app, interaction, options)
        }
        InteractionKind::OnMember(target) => Some(thank::form_for(&bot.app, interaction, *target)),
        InteractionKind::Typing { option, so_far, .. } if option == "timezone" => {
            return FirstResponse::Suggestions(zones::suggest(so_far));
        }
        InteractionKind::Typing { .. } => return FirstResponse::Suggestions(Vec::new()),
        InteractionKind::Pressed { id, texts, .. } if id.reply() == Reply::Form => {
            form_behind(bot, interaction, id, texts)
        }
        InteractionKind::Pressed { id, .. } | InteractionKind::Sent { id, .. } if id.reply() == Reply::Change => {
            return FirstResponse::Change;
        }
        _ => None,
    };
    form.map_or(FirstResponse::Say, FirstResponse::Form)
}

/// The form that a button opens.
fn form_behind(bot: &Bot, interaction: &Interaction, id: &CustomId, texts: &[String]) -> Option<Form> {
    match id {
        CustomId::Thanks(action) => thank::form_behind(&bot.app, interaction, action, texts),
        CustomId::Nomination(action) => nominate::form_behind(interaction, action),
        CustomId::Desk(action) => desk::form_behind(interaction.lang, action, texts),
        CustomId::Reply(action) => replying::form_behind(interaction.lang, action, texts),
        _ => None,
    }
}

/// Does what is asked.
///
/// # Errors
/// The database or Discord failed, or the person gets another answer.
pub async fn run(bot: &Bot, interaction: &Interaction) -> Done {
    match &interaction.kind {
        InteractionKind::Command { path, options } if options.lacks_person() => {
            Ok(not_described(interaction, path, options))
        }
        InteractionKind::Command { path, options } => command(bot, interaction, path, options).await,
        InteractionKind::Pressed { id, chosen, .. } => act(bot, interaction, id.clone(), chosen).await,
        InteractionKind::Sent { id, fields } => act(bot, interaction, id.clone(), fields).await,
        InteractionKind::OnMessage(said) => save::on_message(bot, interaction, said).await,
        // A form or suggestions, which are a first answer.
        InteractionKind::Typing { .. } | InteractionKind::OnMember(_) => Err(unknown(interaction)),
    }
}

/// Discord did not say who the member of a command is. Words that were written stay to be used again.
fn not_described(interaction: &Interaction, path: &[String], options: &Options) -> Message {
    let lang = interaction.lang;
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match (path.as_slice(), options.text("message"), options.text("reason")) {
        (["thank"], Some(words), _) => thank::not_described(lang, words),
        (["nominate"], _, Some(reason)) => {
            let member = options.not_described("member").first().copied();
            member.map_or_else(
                || Message::text(lang.say("member-not-described")),
                |member| nominate::not_described(lang, member, reason),
            )
        }
        _ => Message::text(lang.say("member-not-described")),
    }
}

async fn command(bot: &Bot, interaction: &Interaction, path: &[String], options: &Options) -> Done {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        [root, ..] if ADMINS_COMMANDS.contains(root) && !may_use(bot, interaction).await? => {
            Err(Stop::say(interaction.lang.say("only-for-admins")))
        }
        ["thank"] => thank::thank(bot, interaction, options).await,
        ["cmad", rest @ ..] => cmad::run(bot, interaction, rest, options).await,
        ["campaign", rest @ ..] => campaign::run(bot, interaction, rest, options).await,
        ["nominate"] => nominate::nominate(bot, interaction, options).await,
        ["roster", rest @ ..] => roster::run(bot, interaction, rest, options).await,
        _ => Err(unknown(interaction)),
    }
}

/// Carries out a button, a menu or a form, with what was chosen or filled in.
async fn act(bot: &Bot, interaction: &Interaction, id: CustomId, given: &Options) -> Done {
    match id {
        CustomId::Thanks(action) => thank::act(bot, interaction, action, given).await,
        CustomId::Receipt(action) => thank::receipt::act(bot, interaction, action).await,
        CustomId::Question(action) => thank::questions::act(bot, interaction, action, given).await,
        CustomId::Save(action) => save::act(bot, interaction, action, given).await,
        CustomId::Mine(action) => mine::act(bot, interaction, action, given).await,
        CustomId::Remind(action) => remind::act(bot, interaction, action).await,
        CustomId::Cmad(action) => cmad::act(bot, interaction, action, given).await,
        CustomId::Scorecard(action) => Ok(scorecard::act(interaction.lang, action, given)),
        CustomId::Privacy(action) => privacy::act(bot, interaction, action).await,
        CustomId::Roster(action) => roster::act(bot, interaction, action).await,
        CustomId::Nomination(action) => nominate::act(bot, interaction, action, given).await,
        CustomId::Status(action) => campaign::act(bot, interaction, action).await,
        CustomId::Setup(action) => campaign::setup::act(bot, interaction, action).await,
        CustomId::Moderation(action) => campaign::moderation::act(bot, interaction, action, given).await,
        CustomId::Hashtag(action) => campaign::hashtag::act(bot, interaction, action, given).await,
        CustomId::Desk(action) => desk::act(bot, interaction, action, given).await,
        CustomId::Preview(action) => desk::preview::act(bot, interaction, action).await,
        CustomId::Copy(action) => copying::act(bot, interaction, action).await,
        CustomId::Reply(action) => replying::act(bot, interaction, action, given).await,
    }
}

/// Whether the bot may write to the person who asks by itself later, and so should store their language. This excludes
/// givers, of whom many come at once.
#[must_use]
pub fn may_be_written_to(interaction: &Interaction) -> bool {
    match &interaction.kind {
        InteractionKind::Command { path, .. } => path.first().is_some_and(|root| root != "thank"),
        InteractionKind::Sent { id, .. } | InteractionKind::Pressed { id, .. } => matches!(
            id,
            CustomId::Remind(_)
                | CustomId::Roster(_)
                | CustomId::Nomination(_)
                | CustomId::Status(_)
                | CustomId::Setup(_)
                | CustomId::Moderation(_)
                | CustomId::Hashtag(_)
                | CustomId::Desk(_)
                | CustomId::Preview(_)
        ),
        InteractionKind::Typing { .. } | InteractionKind::OnMember(_) | InteractionKind::OnMessage(_) => false,
    }
}

/// Whether the person who types may use the command; not, if that is not known in time.
pub async fn may_type(bot: &Bot, interaction: &Interaction) -> bool {
    match &interaction.kind {
        InteractionKind::Typing { path, .. }
            if path.first().is_some_and(|root| ADMINS_COMMANDS.contains(&root.as_str())) =>
        {
            tokio::time::timeout(TYPING, may_use(bot, interaction)).await.is_ok_and(|may| may.unwrap_or(false))
        }
        _ => true,
    }
}

/// What the person learns when what they asked for failed.
#[must_use]
pub fn failed(interaction: &Interaction, error: &Failure) -> Message {
    thank::failed(interaction, error).unwrap_or_else(|| Message::text(interaction.lang.say("failed-inside")))
}

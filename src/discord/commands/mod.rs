//! The commands: which there are, what each does, and what is suggested while someone types.

mod boss;
pub mod campaign;
mod cmad;
mod copying;
mod desk;
#[cfg(test)]
mod hostile;
mod localized;
mod mine;
mod nominate;
mod paging;
mod privacy;
mod roster;
mod save;
mod scorecard;
mod shared;
pub mod table;
mod thank;
mod zones;

use crate::discord::asked::{Asked, Options, What};
use crate::discord::commands::shared::unknown;
use crate::discord::components::{Form, Message};
use crate::discord::context::{Bot, Done, Failure};
use crate::discord::custom_id::{CustomId, DeskAction, NominationAction, PreviewAction, Reply};

/// The first answer to an interaction.
pub enum First {
    /// A form.
    Form(Form),
    /// Suggestions for an option that is being typed: what is shown, and what is put in.
    Suggestions(Vec<(String, String)>),
    /// A message that only the person who asked sees.
    Say,
    /// The message whose button was pressed, changed.
    Change,
}

/// What can be answered without waiting for anything.
#[must_use]
pub fn first(bot: &Bot, asked: &Asked) -> First {
    let form = match &asked.what {
        What::Command { path, options } if *path == ["thank"] => thank::form_of_command(&bot.app, asked, options),
        What::OnMember { target, .. } => Some(thank::form(&bot.app, asked, Some(target.user), None)),
        What::Typing { option, so_far, .. } if option == "timezone" => {
            return First::Suggestions(zones::suggest(so_far));
        }
        What::Typing { .. } => return First::Suggestions(Vec::new()),
        What::Pressed { id, texts, .. } if id.reply() == Reply::Form => form_behind(bot, asked, id, texts),
        What::Pressed { id, .. } | What::Sent { id, .. } if id.reply() == Reply::Change => return First::Change,
        _ => None,
    };
    form.map_or(First::Say, First::Form)
}

/// The form that a button opens.
fn form_behind(bot: &Bot, asked: &Asked, id: &CustomId, texts: &[String]) -> Option<Form> {
    match id {
        CustomId::Thanks(action) => thank::form_behind(&bot.app, asked, action, texts),
        CustomId::Nomination(action) => nominate::form_behind(asked.lang, action),
        CustomId::Desk(action) => desk::form_behind(asked.lang, action, texts),
        _ => None,
    }
}

/// Does what is asked.
///
/// # Errors
/// The database or Discord failed, or the person gets another answer.
pub async fn run(bot: &Bot, asked: &Asked) -> Done {
    match &asked.what {
        What::Command { path, options } => command(bot, asked, path, options).await,
        What::Pressed { id, chosen, .. } => act(bot, asked, id.clone(), chosen).await,
        What::Sent { id, fields } => act(bot, asked, id.clone(), fields).await,
        What::OnMessage { said, .. } => save::on_message(bot, asked, said).await,
        // A form or suggestions, which are a first answer.
        What::Typing { .. } | What::OnMember { .. } => Err(unknown(asked)),
    }
}

async fn command(bot: &Bot, asked: &Asked, path: &[String], options: &Options) -> Done {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        ["thank"] => thank::thank(bot, asked, options).await,
        ["cmad", rest @ ..] => cmad::run(bot, asked, rest, options).await,
        ["campaign", rest @ ..] => campaign::run(bot, asked, rest, options).await,
        ["nominate"] => nominate::nominate(bot, asked, options).await,
        ["roster", rest @ ..] => roster::run(bot, asked, rest, options).await,
        _ => Err(unknown(asked)),
    }
}

/// What a button, a menu or a form does, with what was chosen or filled in.
async fn act(bot: &Bot, asked: &Asked, id: CustomId, given: &Options) -> Done {
    match id {
        CustomId::Thanks(action) => thank::act(bot, asked, action, given).await,
        CustomId::Receipt(action) => thank::receipt::act(bot, asked, action).await,
        CustomId::Question(action) => thank::questions::act(bot, asked, action, given).await,
        CustomId::Save(action) => save::act(bot, asked, action, given).await,
        CustomId::Mine(action) => mine::act(bot, asked, action, given).await,
        CustomId::Cmad(action) => cmad::act(bot, asked, action, given).await,
        CustomId::Scorecard(action) => Ok(scorecard::act(asked.lang, action, given)),
        CustomId::Privacy(action) => privacy::act(bot, asked, action).await,
        CustomId::Roster(action) => roster::act(bot, asked, action).await,
        CustomId::Nomination(action) => nominate::act(bot, asked, action, given).await,
        CustomId::Status(action) => campaign::act(bot, asked, action).await,
        CustomId::Setup(action) => campaign::setup::act(bot, asked, action).await,
        CustomId::Moderation(action) => campaign::moderation::act(bot, asked, action, given).await,
        CustomId::Hashtag(action) => campaign::hashtag::act(bot, asked, action, given).await,
        CustomId::Desk(action) => desk::act(bot, asked, action, given).await,
        CustomId::Preview(action) => desk::preview::act(bot, asked, action).await,
        CustomId::Copy(action) => copying::act(bot, asked, action).await,
    }
}

/// Whether the bot may write to the person who asks by itself some day, and so should know their language. Givers, who
/// come in a rush, are none.
#[must_use]
pub fn may_be_written_to(asked: &Asked) -> bool {
    match &asked.what {
        What::Command { path, .. } => path.first().is_some_and(|root| root != "thank"),
        What::Sent { id, .. } => !matches!(id, CustomId::Thanks(_)),
        What::Pressed { id, .. } => matches!(
            id,
            CustomId::Roster(_)
                | CustomId::Status(_)
                | CustomId::Desk(DeskAction::Open(..))
                | CustomId::Preview(PreviewAction::CopyNow(..))
                | CustomId::Nomination(NominationAction::Mine(_))
        ),
        What::Typing { .. } | What::OnMember { .. } | What::OnMessage { .. } => false,
    }
}

/// What the person learns when what they asked for failed.
#[must_use]
pub fn failed(asked: &Asked, error: &Failure) -> Message {
    thank::failed(asked, error).unwrap_or_else(|| Message::text(asked.lang.say("failed-inside")))
}

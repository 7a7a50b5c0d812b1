//! The commands: which there are, what each does, and what is suggested while somebody types.

mod boss;
pub mod campaign;
pub mod cmad;
pub mod copying;
pub mod desk;
#[cfg(test)]
mod hostile;
mod localized;
pub mod nominate;
mod paging;
pub mod privacy;
pub mod roster;
pub mod save;
mod scorecard;
mod shared;
pub mod table;
pub mod thank;
mod zones;

use crate::app::App;
use crate::app::moderation::Moderation;
use crate::discord::asked::{Asked, Options, What};
use crate::discord::commands::shared::unknown;
use crate::discord::components::{Form, Message};
use crate::discord::context::{Bot, Done, Failure};
use crate::discord::custom_id::CustomId;
use crate::discord::desk_id::DeskId;
use crate::discord::markdown::unfenced;
use crate::text::Lang;

/// The first thing that is said to an interaction.
pub enum First {
    /// A form.
    Form(Form),
    /// Suggestions for an option that is being typed: what is shown, and what is put in.
    Suggestions(Vec<(String, String)>),
    /// A message that only the asker sees.
    Say,
    /// The message whose button was pressed, changed.
    Change,
}

/// What can be said without waiting for anything.
#[must_use]
pub fn first(bot: &Bot, asked: &Asked) -> First {
    match &asked.what {
        What::Command { path, options } => match form_of(&bot.app, asked, path, options) {
            Some(form) => First::Form(form),
            None => First::Say,
        },
        What::OnMember { target, .. } => First::Form(thank::form(&bot.app, asked, Some(target.user), None)),
        What::Typing { path, option, so_far } => First::Suggestions(suggest(asked.lang, path, option, so_far)),
        What::Pressed { id, texts, .. } => match id {
            CustomId::Thank(manager) => First::Form(thank::form(&bot.app, asked, *manager, None)),
            CustomId::Nominate(member) => First::Form(nominate::form(asked.lang, *member)),
            CustomId::NominationDecline(guild, nomination) => {
                First::Form(nominate::decline_form(asked.lang, *guild, *nomination))
            }
            CustomId::TryAgain => {
                let words = texts.last().map(|words| unfenced(words));
                First::Form(thank::form(&bot.app, asked, None, words.as_deref()))
            }
            CustomId::At(guild, year, what @ (DeskId::SentenceWrite | DeskId::AnswerWrite)) => {
                First::Form(desk::form(asked.lang, (*guild, *year), *what, texts))
            }
            id if changes_its_message(id) => First::Change,
            _ => First::Say,
        },
        What::Sent { id, .. } if changes_its_message(id) => First::Change,
        What::Sent { .. } | What::OnMessage { .. } => First::Say,
    }
}

/// The form that a command opens at once, if it opens one.
fn form_of(app: &App, asked: &Asked, path: &[String], options: &Options) -> Option<Form> {
    let thanks = path == ["thank"] && options.text("message").is_none() && asked.guild.is_some();
    thanks.then(|| thank::form(app, asked, options.person("manager").map(|person| person.user), None))
}

/// Runs a slash command.
///
/// # Errors
/// The database or Discord failed.
pub async fn run(bot: &Bot, asked: &Asked, path: &[String], options: &Options) -> Done {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        ["thank"] => thank::thank(bot, asked, options).await,
        ["cmad", rest @ ..] => cmad::run(bot, asked, rest, options).await,
        ["campaign", rest @ ..] => campaign::run(bot, asked, rest, options).await,
        ["nominate"] => nominate::nominate(bot, asked, options).await,
        ["roster", rest @ ..] => roster::run(bot, asked, rest, options).await,
        _ => Ok(unknown(asked)),
    }
}

/// Answers a button or a menu.
///
/// # Errors
/// The database or Discord failed.
pub async fn pressed(bot: &Bot, asked: &Asked, id: &CustomId, chosen: &Options) -> Done {
    match id {
        CustomId::ReceiptConsent(thanks, consent) => thank::change_consent(bot, asked, *thanks, *consent).await,
        CustomId::Withdraw(thanks) => thank::withdraw(bot, asked, *thanks).await,
        CustomId::TakeBack(thanks) => thank::take_back(bot, asked, *thanks).await,
        CustomId::Mine => cmad::mine_chosen(bot, asked, chosen).await,
        CustomId::MinePage(page) => cmad::mine_page(bot, asked, *page).await,
        CustomId::Found(giver) => thank::ask_found(bot, asked, *giver).await,
        CustomId::FoundConsent(consent) => thank::answer_found(bot, asked, *consent).await,
        CustomId::Whom(giver, message) => thank::ask_whom(asked, *giver, *message),
        CustomId::WhomPicked(message) => thank::picked_whom(bot, asked, *message, chosen).await,
        CustomId::Save(author, message) => Ok(save::ask(asked, *author, *message)),
        CustomId::SaveConsent(message, consent) => save::allow(bot, asked, *message, *consent).await,
        CustomId::SaveNo(_) => save::refuse(bot, asked).await,
        CustomId::SavePicked(message, consent) => save::picked(bot, asked, *message, *consent, chosen).await,
        CustomId::Accept(guild) => roster::accept(bot, asked, *guild).await,
        CustomId::Decline(guild) => roster::decline(bot, asked, *guild).await,
        CustomId::NoMore(guild, manager) => desk::no_more(bot, asked, *guild, *manager).await,
        CustomId::WhichServer(command) => cmad::in_chosen_server(bot, asked, command, chosen).await,
        CustomId::PrivacyExport => privacy::export(bot, asked).await,
        CustomId::PrivacyErase => Ok(privacy::ask(asked.lang)),
        CustomId::PrivacyEraseNow => privacy::erase(bot, asked).await,
        CustomId::PrivacyKeep => Ok(Message::text(asked.lang.say("privacy-kept"))),
        CustomId::Steps | CustomId::Status => campaign::show_status(bot, asked).await,
        CustomId::Scorecard(side, card) => Ok(scorecard::ticked(asked.lang, *side, *card, chosen)),
        CustomId::Desk(guild, year) => desk::open(bot, asked, *guild, Some(*year), desk::Words::WhenDue).await,
        CustomId::DeskShowNow(guild, year) => desk::open(bot, asked, *guild, Some(*year), desk::Words::Now).await,
        CustomId::At(guild, year, what) => desk::at(bot, asked, (*guild, *year), *what, chosen).await,
        CustomId::DeskCopy(guild, year) => desk::copy(bot, asked, *guild, *year).await,
        CustomId::DeskCopyNow(guild, year, seen) => desk::copy_now(bot, asked, (*guild, *year), seen).await,
        CustomId::DeskKeep(guild, year) => desk::keep(bot, asked, *guild, *year).await,
        CustomId::DeskWait(guild, year) => copying::wait(bot, asked, *guild, *year).await,
        CustomId::DeskDismiss(guild, year) => desk::dismiss(bot, asked, *guild, *year).await,
        CustomId::CopyTheirs(thanks) => copying::copy_theirs(bot, asked, *thanks).await,
        CustomId::SuggestCopy(thanks) => copying::suggest(bot, asked, *thanks).await,
        CustomId::DeskFiles(guild, year) => desk::files(bot, asked, *guild, *year).await,
        CustomId::Forget(what) => campaign::setup::forget(bot, asked, *what).await,
        CustomId::RestoreAnswer(year, manager) => {
            campaign::moderation::restore_answer(bot, asked, *year, *manager).await
        }
        CustomId::HideThanks(page) => campaign::moderation::picked(bot, asked, (Moderation::Hide, *page), chosen).await,
        CustomId::RestoreThanks(page) => {
            campaign::moderation::picked(bot, asked, (Moderation::Restore, *page), chosen).await
        }
        CustomId::HidePage(page) => campaign::moderation::turned(bot, asked, Moderation::Hide, *page).await,
        CustomId::RestorePage(page) => campaign::moderation::turned(bot, asked, Moderation::Restore, *page).await,
        CustomId::HashtagChannels(rule) => campaign::hashtag::picked(bot, asked, *rule, chosen).await,
        CustomId::MyNominations(guild) => nominate::mine(bot, asked, *guild).await,
        CustomId::NominationAccept(guild, nomination) => nominate::accept(bot, asked, *guild, *nomination).await,
        CustomId::Nominate(_)
        | CustomId::NominateForm
        | CustomId::NominationDecline(..)
        | CustomId::NominationDeclineForm(..)
        | CustomId::Thank(_)
        | CustomId::ThankForm(_)
        | CustomId::TryAgain => Ok(unknown(asked)),
    }
}

/// Takes a form that was sent.
///
/// # Errors
/// The database or Discord failed.
pub async fn sent(bot: &Bot, asked: &Asked, id: &CustomId, fields: &Options) -> Done {
    match id {
        CustomId::ThankForm(_) => thank::form_sent(bot, asked, fields).await,
        CustomId::At(guild, year, what) => desk::at(bot, asked, (*guild, *year), *what, fields).await,
        CustomId::NominateForm => nominate::nominate(bot, asked, fields).await,
        CustomId::NominationDeclineForm(guild, nomination) => {
            nominate::decline(bot, asked, *guild, *nomination, fields).await
        }
        _ => Ok(unknown(asked)),
    }
}

/// Whether it was asked by somebody to whom the bot may write by itself some day. Givers, who come in a rush, are none.
#[must_use]
pub fn may_be_written_to(asked: &Asked) -> bool {
    match &asked.what {
        What::Command { path, .. } => path.first().is_some_and(|root| root != "thank"),
        What::Sent { id, .. } => !matches!(id, CustomId::ThankForm(_)),
        What::Pressed { id, .. } => matches!(
            id,
            CustomId::Accept(_)
                | CustomId::Decline(_)
                | CustomId::Desk(..)
                | CustomId::DeskCopyNow(..)
                | CustomId::MyNominations(_)
                | CustomId::Status
                | CustomId::Steps
        ),
        What::Typing { .. } | What::OnMember { .. } | What::OnMessage { .. } => false,
    }
}

/// Whether pressing it changes the message that carries it, rather than answering with a new one.
fn changes_its_message(id: &CustomId) -> bool {
    if let CustomId::At(.., what) = id {
        return what.changes_its_message();
    }
    matches!(
        id,
        CustomId::ReceiptConsent(..)
            | CustomId::Withdraw(_)
            | CustomId::TakeBack(_)
            | CustomId::Mine
            | CustomId::MinePage(_)
            | CustomId::FoundConsent(_)
            | CustomId::WhomPicked(_)
            | CustomId::SaveConsent(..)
            | CustomId::SaveNo(_)
            | CustomId::SavePicked(..)
            | CustomId::Accept(_)
            | CustomId::Decline(_)
            | CustomId::DeskShowNow(..)
            | CustomId::DeskCopyNow(..)
            | CustomId::DeskDismiss(..)
            | CustomId::SuggestCopy(_)
            | CustomId::WhichServer(_)
            | CustomId::Scorecard(..)
            | CustomId::HideThanks(_)
            | CustomId::HidePage(_)
            | CustomId::RestoreThanks(_)
            | CustomId::RestorePage(_)
            | CustomId::RestoreAnswer(..)
            | CustomId::Forget(_)
            | CustomId::HashtagChannels(_)
            | CustomId::PrivacyErase
            | CustomId::PrivacyEraseNow
            | CustomId::PrivacyKeep
    )
}

/// What is suggested for an option that is being typed: what is shown, and what is put in.
#[must_use]
pub fn suggest(_lang: Lang, _path: &[String], option: &str, so_far: &str) -> Vec<(String, String)> {
    match option {
        "timezone" => zones::suggest(so_far),
        _ => Vec::new(),
    }
}

/// What somebody hears when what they asked for failed.
#[must_use]
pub fn failed(asked: &Asked, error: &Failure) -> Message {
    thank::failed(asked, error).unwrap_or_else(|| Message::text(asked.lang.say("failed-inside")))
}

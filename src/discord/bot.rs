//! Answers people: one interaction in, one answer out, the first of it within Discord's three seconds.
//!
//! A form has to be the first answer, so forms are made from the interaction alone. Everything else may take its time:
//! an answer that is not there after a moment is announced, and follows as an edit.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::app::App;
use crate::discord::asked::{Asked, Options, What};
use crate::discord::commands;
use crate::discord::components::{EPHEMERAL, Form, Message, unfenced};
use crate::discord::custom_id::CustomId;
use crate::discord::desk_id::DeskId;
use crate::discord::rest::{Rest, RestError};
use crate::observe::metrics;
use domain::away::Contents;
use domain::ids::{ChannelId, UserId};

/// What answering needs. Cheap to clone.
#[derive(Clone)]
pub struct Bot {
    /// The use cases.
    pub app: App,
    /// The way to Discord.
    pub rest: Arc<Rest>,
    /// Who we are, as far as Discord has told by now.
    pub me: watch::Receiver<Me>,
    /// What was asked last: while one gateway session takes over from another, both may tell the same.
    pub recent: Arc<Recent>,
}

/// The last interactions that were answered.
#[derive(Default)]
pub struct Recent {
    ids: Mutex<VecDeque<u64>>,
}

impl Recent {
    /// More than can arrive in the moment in which two sessions are connected.
    const MOST: usize = 256;

    /// Notes an interaction. Says whether it is new.
    fn is_new(&self, id: u64) -> bool {
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        if ids.contains(&id) {
            return false;
        }
        if ids.len() == Self::MOST {
            ids.pop_front();
        }
        ids.push_back(id);
        true
    }
}

/// Who we are, and what Discord told about us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// The bot's own user.
    pub user: UserId,
    /// Its application.
    pub application: u64,
    /// Whether Discord tells what messages say, as far as is known.
    pub contents: Contents,
    /// Channels named `cmad`, which Discord's picker puts where the hashtag was meant.
    pub tag_channels: Vec<ChannelId>,
}

/// The first thing that is said to an interaction.
enum First {
    /// A form.
    Form(Form),
    /// Suggestions for an option that is being typed: what is shown, and what is put in.
    Suggestions(Vec<(String, String)>),
    /// A message that only the asker sees.
    Say,
    /// The message whose button was pressed, changed.
    Change,
}

/// Discord's response types.
mod response {
    pub(super) const MESSAGE: u8 = 4;
    pub(super) const DEFERRED_MESSAGE: u8 = 5;
    pub(super) const DEFERRED_UPDATE: u8 = 6;
    pub(super) const UPDATE: u8 = 7;
    pub(super) const SUGGESTIONS: u8 = 8;
    pub(super) const FORM: u8 = 9;
}

/// Discord's code for an interaction that has its first answer.
const ALREADY_ANSWERED: u32 = 40_060;

impl Bot {
    /// Answers one interaction, given as Discord's JSON. Whatever goes wrong is told to the person and logged here.
    pub async fn answer(&self, json: &str) {
        let asked = match Asked::read(json) {
            Ok(asked) => asked,
            Err(error) => {
                tracing::warn!(%error, "an interaction was not understood");
                return;
            }
        };
        if !self.recent.is_new(asked.id) {
            return;
        }
        let told = match self.first(&asked) {
            First::Form(form) => self.respond(&asked, response::FORM, form.json()).await,
            First::Suggestions(found) => {
                let choices: Vec<Value> =
                    found.into_iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
                self.respond(&asked, response::SUGGESTIONS, json!({"choices": choices})).await
            }
            First::Say => self.in_time(&asked, response::MESSAGE, response::DEFERRED_MESSAGE, EPHEMERAL).await,
            First::Change => self.in_time(&asked, response::UPDATE, response::DEFERRED_UPDATE, 0).await,
        };
        if let Err(error) = told {
            tracing::warn!(%error, "an answer did not reach the person");
        }
        // After the answer, which nobody should wait for longer than they must.
        if may_be_written_to(&asked)
            && let Err(error) = self.app.note_language(asked.who.user, asked.lang).await
        {
            self.app.log_store_error(&error, "Somebody's language was not noted");
        }
    }

    /// What can be said without waiting for anything.
    fn first(&self, asked: &Asked) -> First {
        match &asked.what {
            What::Command { path, options } => match commands::form_of(&self.app, asked, path, options) {
                Some(form) => First::Form(form),
                None => First::Say,
            },
            What::OnMember { target, .. } => {
                First::Form(commands::thank::form(&self.app, asked, Some(target.user), None))
            }
            What::Typing { path, option, so_far } => {
                First::Suggestions(commands::suggest(asked.lang, path, option, so_far))
            }
            What::Pressed { id, texts, .. } => match id {
                CustomId::Thank(manager) => First::Form(commands::thank::form(&self.app, asked, *manager, None)),
                CustomId::Nominate(member) => First::Form(commands::nominate::form(asked.lang, *member)),
                CustomId::NominationDecline(guild, nomination) => {
                    First::Form(commands::nominate::decline_form(asked.lang, *guild, *nomination))
                }
                CustomId::TryAgain => {
                    let words = texts.last().map(|words| unfenced(words));
                    First::Form(commands::thank::form(&self.app, asked, None, words.as_deref()))
                }
                CustomId::At(guild, year, what @ (DeskId::SentenceWrite | DeskId::AnswerWrite)) => {
                    First::Form(commands::desk::form(asked.lang, (*guild, *year), *what, texts))
                }
                id if changes_its_message(id) => First::Change,
                _ => First::Say,
            },
            What::Sent { id, .. } if changes_its_message(id) => First::Change,
            What::Sent { .. } | What::OnMessage { .. } => First::Say,
        }
    }

    /// Answers with what the work comes to; when that takes long, announces it first.
    async fn in_time(&self, asked: &Asked, now: u8, later: u8, flags: u64) -> Result<(), RestError> {
        let work = self.work(asked);
        tokio::pin!(work);
        let patience = Duration::from_millis(self.app.config().discord.defer_after_ms.into());
        tokio::select! {
            message = &mut work => match message {
                Some(message) => self.respond_with(asked, now, flags, message).await,
                None => Ok(()),
            },
            () = tokio::time::sleep(patience) => {
                // Both at once: the work may hold the turn to write, for which others wait. And an announcement that
                // gets lost must not take the words with it.
                let (announced, message) = tokio::join!(self.respond(asked, later, json!({"flags": flags})), &mut work);
                let Some(message) = message else { return Ok(()) };
                match announced {
                    // Another process was told it too, and has announced the answer: whose work it is says it.
                    Ok(()) | Err(RestError::Rejected { code: ALREADY_ANSWERED, .. }) => {
                        // Whether it is ephemeral was settled by the announcement; an edit that names that flag is
                        // refused.
                        let json = message.json(0);
                        self.rest.edit_answer(asked.application, asked.token.expose_secret(), &json, message.files).await
                    }
                    Err(error) => {
                        tracing::warn!(%error, "an answer could not be announced; what was asked is done all the same");
                        self.respond_with(asked, now, flags, message).await
                    }
                }
            }
        }
    }

    /// What the work comes to; nothing where another process does it.
    async fn work(&self, asked: &Asked) -> Option<Message> {
        match self.app.take_interaction(asked.id).await {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => return Some(self.failed(asked, &error.into())),
        }
        let done = match &asked.what {
            What::Command { path, options } => commands::run(self, asked, path, options).await,
            What::Pressed { id, chosen, .. } => commands::pressed(self, asked, id, chosen).await,
            What::Sent { id, fields } => commands::sent(self, asked, id, fields).await,
            What::OnMessage { said, .. } => commands::save::on_message(self, asked, said).await,
            What::Typing { .. } | What::OnMember { .. } => Ok(Message::default()),
        };
        Some(done.unwrap_or_else(|error| self.failed(asked, &error)))
    }

    /// Notes that the work failed, and says what its person hears.
    fn failed(&self, asked: &Asked, error: &Failure) -> Message {
        match error {
            Failure::Store(error) => self.app.log_store_error(error, "An interaction failed; its person was told"),
            Failure::Rest(error) => tracing::error!(%error, "an interaction failed"),
        }
        commands::failed(asked, error)
    }

    async fn respond_with(&self, asked: &Asked, kind: u8, flags: u64, message: Message) -> Result<(), RestError> {
        let answer = json!({"type": kind, "data": message.json(flags)});
        match self.give(asked, &answer, message.files.clone()).await {
            // Another process has announced the answer and left the work to this one.
            Err(RestError::Rejected { code: ALREADY_ANSWERED, .. }) => {
                let token = asked.token.expose_secret();
                self.rest.edit_answer(asked.application, token, &message.json(0), message.files).await
            }
            told => told,
        }
    }

    async fn respond(&self, asked: &Asked, kind: u8, data: Value) -> Result<(), RestError> {
        let answer = json!({"type": kind, "data": data});
        self.give(asked, &answer, Vec::new()).await
    }

    /// Gives the first answer.
    async fn give(&self, asked: &Asked, answer: &Value, files: Vec<(String, Vec<u8>)>) -> Result<(), RestError> {
        let token = asked.token.expose_secret();
        let given = self.rest.answer_interaction(asked.id, token, answer, files).await;
        metrics::answered(asked.since.elapsed());
        given
    }
}

/// Whether it was asked by somebody to whom the bot may write by itself some day. Givers, who come in a rush, are none.
fn may_be_written_to(asked: &Asked) -> bool {
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

/// What answering a person can fail with; the person hears that it did.
pub type Done = Result<Message, Failure>;

/// Why an answer could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] crate::app::StoreError),
    /// Discord did not tell what was needed.
    #[error(transparent)]
    Rest(#[from] RestError),
}

/// Nothing was given.
pub(super) fn no_options() -> Options {
    Options::default()
}

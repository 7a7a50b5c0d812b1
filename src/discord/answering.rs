//! Answers people: one interaction in, one answer out, the first of it within Discord's three seconds.
//!
//! A form has to be the first answer, so forms are made from the interaction alone. Everything else may take its time:
//! an answer that is not there after a moment is announced, and follows as an edit.

use std::time::Duration;

use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use crate::discord::asked::{Asked, What};
use crate::discord::commands::{self, First};
use crate::discord::components::{EPHEMERAL, Message};
use crate::discord::context::{Bot, Failure};
use crate::discord::rest::RestError;
use crate::observe::metrics;

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
        let told = match commands::first(self, &asked) {
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
        if commands::may_be_written_to(&asked)
            && let Err(error) = self.app.note_language(asked.who.user, asked.lang).await
        {
            self.app.log_store_error(&error, "Somebody's language was not noted");
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

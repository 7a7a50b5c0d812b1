//! Answers people: one interaction in, one answer out, the first of it within Discord's three seconds.
//!
//! A form has to be the first answer, so forms are made from the interaction alone. Everything else may take its time:
//! an answer that is not there after a moment is announced, and follows as an edit.

use std::time::Duration;

use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use twilight_model::http::interaction::InteractionResponseType as ResponseType;

use crate::discord::commands::{self, FirstResponse};
use crate::discord::components::{Component, EPHEMERAL, Form, Message};
use crate::discord::context::{Bot, Failure, Stop};
use crate::discord::fitting::{self, OPTION_MAX, OPTIONS_MAX};
use crate::discord::interaction::Interaction;
use crate::discord::markdown::fenced;
use crate::discord::rest::RestError;
use crate::observe::metrics;

/// Discord's code for an interaction that has its first answer.
const ALREADY_ANSWERED: u32 = 40_060;

/// How a message is given to the person who asked.
#[derive(Clone, Copy)]
enum Way {
    /// As the first answer.
    Answer { kind: ResponseType, flags: u64 },
    /// As an edit of what was announced.
    Edit,
}

impl Bot {
    /// Answers one interaction, given as Discord's JSON. A failure is told to the person and logged here.
    pub async fn answer(&self, json: &str) {
        let interaction = match Interaction::read(json, self.me.borrow().application) {
            Ok(interaction) => interaction,
            Err(error) => {
                tracing::warn!(%error, "an interaction was not understood");
                return;
            }
        };
        if !self.recent.is_new(interaction.id) {
            return;
        }
        let told = match commands::first_response(self, &interaction) {
            FirstResponse::Form(form) => self.respond_with_form(&interaction, &form).await,
            FirstResponse::Suggestions(found) => self.suggest(&interaction, &found).await,
            FirstResponse::Say => {
                self.in_time(
                    &interaction,
                    ResponseType::ChannelMessageWithSource,
                    ResponseType::DeferredChannelMessageWithSource,
                    EPHEMERAL,
                )
                .await
            }
            FirstResponse::Change => {
                self.in_time(&interaction, ResponseType::UpdateMessage, ResponseType::DeferredUpdateMessage, 0).await
            }
        };
        if let Err(error) = told {
            tracing::warn!(%error, "an answer did not reach the person");
        }
        // After the answer, so that the person does not wait for it.
        if commands::may_be_written_to(&interaction)
            && let Err(error) = self.app.note_language(interaction.who.user, interaction.lang).await
        {
            self.app.log_store_error(&error, "The language of a person was not noted");
        }
    }

    /// Answers with what the command says; when that takes long, announces the answer first.
    async fn in_time(
        &self,
        interaction: &Interaction,
        now: ResponseType,
        later: ResponseType,
        flags: u64,
    ) -> Result<(), RestError> {
        let work = self.work(interaction);
        tokio::pin!(work);
        let patience = Duration::from_millis(self.app.config().discord.defer_after_ms.into());
        tokio::select! {
            message = &mut work => match message {
                Some(message) => self.respond_with(interaction, now, flags, message).await,
                None => Ok(()),
            },
            () = tokio::time::sleep(patience) => {
                // Both at once: the command may hold the database's one writer, for which others wait. And a lost
                // announcement must not take the words with it.
                let (announced, message) = tokio::join!(self.respond(interaction, later, json!({"flags": flags})), &mut work);
                let Some(message) = message else { return Ok(()) };
                match announced {
                    // Another process got the interaction too, and has announced the answer; this one has the answer.
                    Ok(()) | Err(RestError::Rejected { code: ALREADY_ANSWERED, .. }) => {
                        // Whether it is ephemeral was settled by the announcement; an edit that names that flag is
                        // refused.
                        self.edit(interaction, message).await
                    }
                    Err(error) => {
                        tracing::warn!(%error, "an answer could not be announced; the command runs all the same");
                        self.respond_with(interaction, now, flags, message).await
                    }
                }
            }
        }
    }

    /// Runs the command; `None` if another process took it.
    async fn work(&self, interaction: &Interaction) -> Option<Message> {
        match self.app.take_interaction(interaction.id).await {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => return Some(self.failed(interaction, &error.into())),
        }
        Some(match commands::run(self, interaction).await {
            Ok(message) | Err(Stop::Answer(message)) => message,
            Err(Stop::Failure(error)) => self.failed(interaction, &error),
        })
    }

    /// Logs a failure, and says what the person learns of it.
    fn failed(&self, interaction: &Interaction, error: &Failure) -> Message {
        match error {
            Failure::Store(error) => self.app.log_store_error(error, "An interaction failed; its person was told"),
            Failure::Rest(error) => tracing::error!(%error, "an interaction failed"),
        }
        commands::failed(interaction, error)
    }

    async fn respond_with(
        &self,
        interaction: &Interaction,
        kind: ResponseType,
        flags: u64,
        message: Message,
    ) -> Result<(), RestError> {
        let message = message.fitted();
        match self.give_message(interaction, Way::Answer { kind, flags }, &message).await {
            // Another process has announced the answer and left the work to this one.
            Err(RestError::Rejected { code: ALREADY_ANSWERED, .. }) => self.edit(interaction, message).await,
            told => told,
        }
    }

    /// Puts the message where the answer was announced.
    async fn edit(&self, interaction: &Interaction, message: Message) -> Result<(), RestError> {
        self.give_message(interaction, Way::Edit, &message.fitted()).await
    }

    /// Has Discord take the message, or a shorter form where it refuses what is in it: no one is left without an answer.
    async fn give_message(&self, interaction: &Interaction, way: Way, message: &Message) -> Result<(), RestError> {
        let mut told = self.try_message(interaction, way, message).await;
        let lang = interaction.lang;
        for shorter in [message.shorter(&lang.say("failed-whole")), Message::text(lang.say("failed-answer"))] {
            match &told {
                Err(error) if error.is_about_the_content() => {
                    tracing::error!(%error, "Discord refused what an answer contains; the person gets a shorter one");
                }
                _ => break,
            }
            told = self.try_message(interaction, way, &shorter).await;
        }
        told
    }

    async fn try_message(&self, interaction: &Interaction, way: Way, message: &Message) -> Result<(), RestError> {
        match way {
            Way::Answer { kind, flags } => {
                let answer = json!({"type": kind, "data": message.json(flags)});
                self.give(interaction, &answer, message.files.clone()).await
            }
            Way::Edit => {
                let (application, token) = (interaction.application, interaction.token.expose_secret());
                self.rest.edit_answer(application, token, &message.json(0), message.files.clone()).await
            }
        }
    }

    /// Opens a form; where Discord refuses it, says so, with the words that stood in it.
    async fn respond_with_form(&self, interaction: &Interaction, form: &Form) -> Result<(), RestError> {
        match self.respond(interaction, ResponseType::Modal, form.json()).await {
            Err(error) if error.is_about_the_content() => {
                tracing::error!(%error, "Discord refused a form; the person gets a message instead");
                let says = Component::Text(interaction.lang.say("failed-form"));
                let words = form.words().map(|words| Component::Text(fenced(words)));
                let message = Message::of([says].into_iter().chain(words).collect());
                self.respond_with(interaction, ResponseType::ChannelMessageWithSource, EPHEMERAL, message).await
            }
            told => told,
        }
    }

    /// Suggests what may be put into an option: what is shown, and what is put in.
    async fn suggest(&self, interaction: &Interaction, found: &[(String, String)]) -> Result<(), RestError> {
        let fits = found.iter().filter(|(_, value)| fitting::weight(value) <= OPTION_MAX).take(OPTIONS_MAX);
        let choices: Vec<Value> =
            fits.map(|(name, value)| json!({"name": fitting::cut(name, OPTION_MAX), "value": value})).collect();
        let kind = ResponseType::ApplicationCommandAutocompleteResult;
        self.respond(interaction, kind, json!({"choices": choices})).await
    }

    async fn respond(&self, interaction: &Interaction, kind: ResponseType, data: Value) -> Result<(), RestError> {
        let answer = json!({"type": kind, "data": data});
        self.give(interaction, &answer, Vec::new()).await
    }

    /// Gives the first answer.
    async fn give(
        &self,
        interaction: &Interaction,
        answer: &Value,
        files: Vec<(String, Vec<u8>)>,
    ) -> Result<(), RestError> {
        let token = interaction.token.expose_secret();
        let given = self.rest.answer_interaction(interaction.id, token, answer, files).await;
        metrics::answered(interaction.since.elapsed());
        given
    }
}

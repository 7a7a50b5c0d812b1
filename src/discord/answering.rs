//! Answers people: one interaction in, one answer out. The first response must reach Discord within three seconds.
//!
//! A form must be the first response, so forms are built from the interaction alone. Any other answer may take longer:
//! if it is not ready after a moment, the response is deferred, and the answer follows as an edit.

use std::sync::Arc;
use std::time::Duration;

use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use tokio::task::JoinError;
use tokio_util::task::AbortOnDropHandle;
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

/// What came of a command.
enum Made {
    /// Its answer.
    Answer(Message),
    /// It failed, and this says so.
    Failure(Message),
}

/// What the task of a command made; its panic goes on here.
fn made(work: Result<Option<Made>, JoinError>) -> Option<Made> {
    work.unwrap_or_else(|error| match error.try_into_panic() {
        Ok(panic) => std::panic::resume_unwind(panic),
        // Only this task stops it, when it ends itself.
        Err(_stopped) => None,
    })
}

/// How a message is sent to the person who asked.
#[derive(Clone, Copy)]
enum Way {
    /// As the first response.
    Answer { kind: ResponseType, flags: u64 },
    /// As an edit of the deferred response.
    Edit,
    /// As a message of its own after the response, which only the person sees.
    After,
}

impl Bot {
    /// Answers one interaction, given as Discord's JSON. A failure is logged here, and the person is told.
    pub async fn answer(&self, json: &str) {
        let interaction = match Interaction::read(json, self.me.borrow().application) {
            Ok(interaction) => Arc::new(interaction),
            Err(error) => {
                tracing::warn!(%error, "an interaction could not be read");
                return;
            }
        };
        if !self.recent.is_new(interaction.id) {
            return;
        }
        let told = match commands::first_response(self, &interaction) {
            FirstResponse::Form(form) => self.respond_with_form(&interaction, &form).await,
            FirstResponse::Suggestions(found) => {
                let found = if commands::may_type(self, &interaction).await { found } else { Vec::new() };
                self.suggest(&interaction, &found).await
            }
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
            tracing::warn!(%error, "an answer could not be delivered");
        }
        // After the answer, so that the person does not wait for it.
        if commands::may_be_written_to(&interaction)
            && let Err(error) = self.app.note_language(interaction.who.user, interaction.lang).await
        {
            self.app.log_store_error(&error, "The language of a person was not noted");
        }
    }

    /// Answers with the result of the command; defers the response if that takes long.
    async fn in_time(
        &self,
        interaction: &Arc<Interaction>,
        now: ResponseType,
        later: ResponseType,
        flags: u64,
    ) -> Result<(), RestError> {
        // In a task of its own: drawing a long answer takes the processor, and must not hold back the deferral.
        let (bot, asked) = (self.clone(), Arc::clone(interaction));
        let mut work = AbortOnDropHandle::new(tokio::spawn(async move { bot.work(&asked).await }));
        let patience = Duration::from_millis(self.app.config().discord.defer_after_ms.into());
        // With no patience every response is deferred, however fast the machine is: a timer of 0 ms takes a moment.
        let waited = async {
            if !patience.is_zero() {
                tokio::time::sleep(patience).await;
            }
        };
        tokio::select! {
            biased;
            () = waited => {
                // Both at once: the command may hold the database's writer lock, for which others wait, and must
                // complete even if deferring fails.
                let (announced, message) = tokio::join!(self.respond(interaction, later, json!({"flags": flags})), &mut work);
                let Some(made) = made(message) else { return Ok(()) };
                let message = match made {
                    // The message with its buttons stays, so that the person can press them again.
                    Made::Failure(message) if matches!(now, ResponseType::UpdateMessage) && announced.is_ok() => {
                        return self.give_message(interaction, Way::After, &message).await;
                    }
                    Made::Answer(message) | Made::Failure(message) => message,
                };
                match announced {
                    // Another process got the interaction too and deferred it; this one has the answer.
                    Ok(()) | Err(RestError::Rejected { code: ALREADY_ANSWERED, .. }) => {
                        // Deferring decided whether it is ephemeral; Discord refuses an edit with that flag.
                        self.edit(interaction, message).await
                    }
                    Err(error) => {
                        tracing::warn!(%error, "a response could not be deferred; the command runs anyway");
                        self.respond_with(interaction, now, flags, message).await
                    }
                }
            }
            message = &mut work => match made(message) {
                Some(Made::Answer(message)) => self.respond_with(interaction, now, flags, message).await,
                Some(Made::Failure(message)) => {
                    // Not in place of the message whose button was pressed: the person presses it again.
                    self.respond_with(interaction, ResponseType::ChannelMessageWithSource, EPHEMERAL, message).await
                }
                None => Ok(()),
            },
        }
    }

    /// Runs the command; `None` if another process took it.
    async fn work(&self, interaction: &Interaction) -> Option<Made> {
        match self.app.take_interaction(interaction.id).await {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => return Some(Made::Failure(self.failed(interaction, &error.into()))),
        }
        if let Some(guild) = interaction.guild
            && let Err(error) = self.app.note_names(guild, &interaction.people().collect::<Vec<_>>()).await
        {
            self.app.log_store_error(&error, "The present name of a manager was not noted");
        }
        Some(match commands::run(self, interaction).await {
            Ok(message) | Err(Stop::Answer(message)) => Made::Answer(message),
            Err(Stop::Failure(error)) => Made::Failure(self.failed(interaction, &error)),
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
        let message = message.files_within(interaction.lang, interaction.largest_file).fitted();
        match self.give_message(interaction, Way::Answer { kind, flags }, &message).await {
            // Another process deferred the response and left the work to this one.
            Err(RestError::Rejected { code: ALREADY_ANSWERED, .. }) => self.edit(interaction, message).await,
            told => told,
        }
    }

    /// Edits the deferred response into the message.
    async fn edit(&self, interaction: &Interaction, message: Message) -> Result<(), RestError> {
        let message = message.files_within(interaction.lang, interaction.largest_file).fitted();
        self.give_message(interaction, Way::Edit, &message).await
    }

    /// Sends the message, without its files if Discord takes none, or a shorter form of it if Discord refuses its content, so
    /// that no one is left without an answer.
    async fn give_message(&self, interaction: &Interaction, way: Way, message: &Message) -> Result<(), RestError> {
        let mut told = self.try_message(interaction, way, message).await;
        let lang = interaction.lang;
        if let Err(error) = &told
            && error.may_be_about_files()
            && !message.files.is_empty()
        {
            tracing::info!(%error, "an answer is given without its files");
            told = self.try_message(interaction, way, &message.clone().without_files(lang).fitted()).await;
        }
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
            Way::After => {
                let (application, token) = (interaction.application, interaction.token.expose_secret());
                self.rest.follow_answer(application, token, &message.json(EPHEMERAL)).await
            }
        }
    }

    /// Opens a form; if Discord refuses it, says so, with the words that were in it.
    async fn respond_with_form(&self, interaction: &Interaction, form: &Form) -> Result<(), RestError> {
        match self.respond(interaction, ResponseType::Modal, form.json()).await {
            Err(error) if error.is_about_the_content() => {
                tracing::error!(%error, "Discord refused a form; the person gets a message instead");
                let says = Component::Text(interaction.lang.say("failed-form"));
                let words = form.words().map(|words| Component::Text(fenced(words)));
                let message = Message::of([says].into_iter().chain(words).collect());
                self.respond_with(interaction, ResponseType::ChannelMessageWithSource, EPHEMERAL, message).await
            }
            told => answered(told),
        }
    }

    /// Suggests what may be put into an option: what is shown, and what is put in.
    async fn suggest(&self, interaction: &Interaction, found: &[(String, String)]) -> Result<(), RestError> {
        let fits = found.iter().filter(|(_, value)| fitting::weight(value) <= OPTION_MAX).take(OPTIONS_MAX);
        let choices: Vec<Value> =
            fits.map(|(name, value)| json!({"name": fitting::cut(name, OPTION_MAX), "value": value})).collect();
        let kind = ResponseType::ApplicationCommandAutocompleteResult;
        answered(self.respond(interaction, kind, json!({"choices": choices})).await)
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

/// An answer that had arrived already was given: by another process, or by the first of two attempts.
fn answered(told: Result<(), RestError>) -> Result<(), RestError> {
    match told {
        Err(RestError::Rejected { code: ALREADY_ANSWERED, .. }) => Ok(()),
        told => told,
    }
}

//! Thank the thankers: one answer of a manager to all who thanked them, posted once under the recap.

use crate::app::desk::Desk;
use crate::app::outgoing::Outgoing;
use crate::app::{App, Result};
use crate::ports::{Body, Destination, Named, Post, PostKind, Receipt};
use crate::store::answers::AnswerBlocked;
use crate::store::sends::SendRecord;
use domain::answer::{ANSWER_MAX, Answer, AnswerState};
use domain::campaign::{Campaign, Step};
use domain::digest::can_be_seen;
use domain::ids::{GuildId, MessageId};
use domain::send::{SendKey, SendState, Task};
use domain::server::Server;
use domain::thanks::Link;

/// A manager's answer, its post and where that is.
#[derive(Clone, Debug)]
pub struct AnswerStatus {
    /// What they wrote, if they did.
    pub answer: Option<Answer>,
    /// The state of its post's send, if it was to be posted.
    pub post: Option<SendState>,
    /// The post, if it is there.
    pub link: Option<Link>,
}

/// The result of [`App::write_answer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteAnswerOutcome {
    /// It is kept.
    Kept,
    /// There is nothing to see in it.
    Empty,
    /// The digest is not due yet: the words of others come first.
    NotDue,
    /// No one has thanked them, so there is no one to answer.
    NoThanks,
    /// It is posted already, and has to be taken back first.
    Stands,
    /// An admin hid it.
    Hidden,
}

impl App {
    /// A manager's answer and the state of its post.
    pub async fn answering(&self, desk: &Desk) -> Result<AnswerStatus> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        let answer = self.store().answer(guild, year, user).await?;
        let mut answering = AnswerStatus { answer: None, post: None, link: None };
        if let Some(answer) = answer.filter(|answer| answer.state != AnswerState::Withdrawn) {
            if answer.state != AnswerState::Draft {
                let key = SendKey::new(guild, year, &Task::PostAnswer { manager: user, revision: answer.revision });
                let send = self.store().send(&key).await?;
                answering.post = send.as_ref().map(|send| send.state);
                let stands = send.and_then(|send| send.sent).filter(|_| answer.state == AnswerState::Posted);
                answering.link = stands.map(|at| Link { guild, channel: at.channel, message: at.message });
            }
            answering.answer = Some(answer);
        }
        Ok(answering)
    }

    /// Stores what a manager wrote. No one else sees it until the manager has it posted.
    pub async fn write_answer(&self, desk: &Desk, words: &str) -> Result<WriteAnswerOutcome> {
        let words: String = words.trim().chars().take(ANSWER_MAX.into()).collect();
        if !desk.is_due {
            return Ok(WriteAnswerOutcome::NotDue);
        }
        if desk.digest.numbers.messages == 0 {
            return Ok(WriteAnswerOutcome::NoThanks);
        }
        if !can_be_seen(&words) {
            return Ok(WriteAnswerOutcome::Empty);
        }
        let whose = (desk.server.guild, desk.campaign.year, desk.manager.user);
        Ok(match self.store().write_answer(whose, &words, self.now()).await? {
            Ok(()) => WriteAnswerOutcome::Kept,
            Err(AnswerBlocked::Posted) => WriteAnswerOutcome::Stands,
            Err(AnswerBlocked::Hidden) => WriteAnswerOutcome::Hidden,
        })
    }

    /// **Post it**: once, however often it is pressed.
    pub async fn post_answer(&self, desk: &Desk) -> Result<()> {
        let whose = (desk.server.guild, desk.campaign.year, desk.manager.user);
        if desk.is_due && self.store().post_answer(whose, AnswerState::Draft, self.now()).await? {
            self.wake_dispatch();
        }
        Ok(())
    }

    /// **Take it back**: deletes the post and its marks; a draft is deleted from the database too.
    pub async fn take_answer_back(&self, desk: &Desk) -> Result<()> {
        let whose = (desk.server.guild, desk.campaign.year, desk.manager.user);
        if self.store().retract_answer(whose, AnswerState::Withdrawn, self.now()).await? {
            self.wake_dispatch();
        }
        Ok(())
    }

    /// The answer that one of the bot's posts in this server shows or showed.
    pub async fn answer_at(&self, guild: GuildId, message: MessageId) -> Result<Option<Answer>> {
        let Some(send) = self.store().send_of_message(message).await?.filter(|send| send.guild == guild) else {
            return Ok(None);
        };
        let Task::PostAnswer { manager, revision } = send.task else { return Ok(None) };
        let found = self.store().answer(guild, send.year, manager).await?;
        Ok(found.filter(|answer| answer.revision == revision))
    }

    /// The answers of a campaign that admins hid, with their managers' names.
    pub async fn hidden_answers(&self, guild: GuildId, year: i32) -> Result<Vec<(Answer, Named)>> {
        let mut hidden = Vec::new();
        for answer in self.store().hidden_answers(guild, year).await? {
            let manager = self.name_of(guild, answer.manager).await?;
            hidden.push((answer, manager));
        }
        Ok(hidden)
    }

    /// An admin hides an answer. Says whether it was there to hide.
    pub async fn hide_answer(&self, answer: &Answer) -> Result<bool> {
        let whose = (answer.guild, answer.year, answer.manager);
        let done = self.store().retract_answer(whose, AnswerState::Hidden, self.now()).await?;
        self.wake_dispatch();
        Ok(done)
    }

    /// An admin lets an answer be posted again. Says whether it was hidden.
    pub async fn restore_answer(&self, answer: &Answer) -> Result<bool> {
        let whose = (answer.guild, answer.year, answer.manager);
        let done = self.store().post_answer(whose, AnswerState::Hidden, self.now()).await?;
        self.wake_dispatch();
        Ok(done)
    }

    /// The post of an answer: under the recap, or in the channel if there is no recap. `None` if it is no longer wanted
    /// and cannot have been posted.
    pub(super) async fn answer_post(
        &self,
        send: &SendRecord,
        server: &Server,
        campaign: &Campaign,
    ) -> Result<Option<Outgoing>> {
        let Task::PostAnswer { manager, revision } = send.task else { return Ok(None) };
        let (to, instead) = self.below_recap(server, send.year).await?;
        let found = self.store().answer(server.guild, send.year, manager).await?;
        let found = found.filter(|one| one.state == AnswerState::Posted && one.revision == revision);
        let writer = self.store().manager(server.guild, manager).await?.filter(|one| one.status.is_on_roster());
        Ok(match (found, writer) {
            (Some(answer), Some(writer)) if !answer.words.is_empty() => {
                let what = PostKind::Answer { manager: Named::from(&writer), words: answer.words };
                let body = Body::Post(Box::new(Post { frame: self.frame(server, campaign), what }));
                Some(Outgoing::Message { to, body, instead })
            }
            _ => send.uncertain.then_some(Outgoing::Unwanted { to }),
        })
    }

    /// Where what belongs below the recap goes, and where if that is refused: into the channel, also where there is no recap.
    pub(super) async fn below_recap(&self, server: &Server, year: i32) -> Result<(Destination, Option<Destination>)> {
        let recap = SendKey::new(server.guild, year, &Task::Post { step: Step::Recap });
        let recap = self.store().send(&recap).await?.and_then(|send| send.sent);
        let channel = Destination::Channel(server.channel);
        Ok(match recap {
            Some(Receipt { channel: at, message }) => (Destination::Reply(at, message), Some(channel)),
            None => (channel, None),
        })
    }
}

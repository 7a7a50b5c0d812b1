//! What is stored about a person, its erasure, and its removal after the retention time.

use chrono::{DateTime, Utc};

use crate::app::outgoing::Outgoing;
use crate::app::{App, Result};
use crate::store::Erased;
use crate::store::privacy::PersonRecord;
use crate::store::sends::SendRecord;
use domain::ids::{GuildId, MessageId, UserId};
use domain::send::Task;

impl App {
    /// Everything that is stored about one person, by server.
    pub async fn held_about(&self, person: UserId) -> Result<Vec<PersonRecord>> {
        self.store().held_about(person).await
    }

    /// Erases everything about one person in every server. Idempotent. `asked` is the id of the interaction by which
    /// they ask: nothing that they said before is collected again.
    pub async fn erase(&self, person: UserId, asked: MessageId) -> Result<Erased> {
        let erased = self.store().erase_until(person, asked, self.now()).await?;
        self.parts.consents.forget_person(person);
        self.parts.cares.forget_person(person);
        for guild in &erased.profiles {
            self.replan(*guild).await?;
        }
        self.wake_subscriptions();
        self.wake_dispatch();
        Ok(erased)
    }

    /// Whether a person wants their messages ignored.
    pub async fn is_ignored(&self, person: UserId) -> Result<bool> {
        self.store().is_ignored(person).await
    }

    /// Looks at nothing that a person writes from now on, in any server, until they say otherwise. Commands go on.
    pub async fn ignore(&self, person: UserId) -> Result<()> {
        self.store().ignore(person, self.now()).await?;
        self.wake_subscriptions();
        self.wake_dispatch();
        Ok(())
    }

    /// Looks again at what a person writes from now on: after the interaction by which they `asked`.
    pub async fn notice_again(&self, person: UserId, asked: MessageId) -> Result<()> {
        self.store().notice_again(person, asked).await
    }

    /// Plans every removal by the retention settings, and the files that are sent before it, also for campaigns that are over.
    /// Called at startup.
    pub async fn plan_purges(&self) -> Result<()> {
        let retention = &self.config().retention;
        self.store().plan_purges(retention.words_days, retention.server_days).await?;
        self.store().plan_last_files(retention.words_days).await
    }

    /// Removes the words of a campaign; closes it and plans the next one if it was never closed.
    async fn purge_words(&self, send: &SendRecord) -> Result<Option<Outgoing>> {
        let was_open = self.store().campaign(send.guild, send.year).await?.is_some_and(|one| one.closed_at.is_none());
        self.store().purge_words(send.guild, send.year, self.now()).await?;
        if was_open && self.store().is_present(send.guild).await? {
            self.replan(send.guild).await?;
        }
        Ok(Some(Outgoing::Nothing))
    }

    /// Removes everything of a server, unless the bot has come back.
    async fn purge_server(&self, guild: GuildId, left: i64) -> Result<Option<Outgoing>> {
        let Some(left) = DateTime::<Utc>::from_timestamp_millis(left) else { return Ok(None) };
        if !self.store().purge_server(guild, left).await? {
            return Ok(None);
        }
        self.parts.consents.forget_server(guild);
        self.parts.cares.forget_server(guild);
        self.wake_subscriptions();
        Ok(Some(Outgoing::Nothing))
    }

    /// Carries out a send that removes stored data and returns its outcome; `None` for any other send.
    pub(super) async fn removal(&self, send: &SendRecord) -> Result<Option<Option<Outgoing>>> {
        match send.task {
            Task::Purge => self.purge_words(send).await.map(Some),
            Task::PurgeServer { left } => self.purge_server(send.guild, left).await.map(Some),
            _ => Ok(None),
        }
    }
}

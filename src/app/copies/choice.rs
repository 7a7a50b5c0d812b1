//! A manager's choice about copies to their boss, the copy that is sent automatically, and how it is cancelled.

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::{App, Result};
use crate::ports::CopyOffer;
use domain::ids::{GuildId, UserId};
use domain::plan::Planned;
use domain::roster::{CopyChoice, RosterStatus};
use domain::send::{SendKey, SendState, Task};

/// How long after the digest's delivery an automatic copy is sent.
const COPY_AFTER: TimeDelta = TimeDelta::hours(24);

/// The result of **Wait**.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitOutcome {
    /// The copy was dropped.
    Dropped,
    /// No copy was waiting.
    Nothing,
    /// It was sent, or is being sent now.
    TooLate,
}

impl App {
    /// What a manager chose about copies for their boss.
    pub async fn copy_choice(&self, guild: GuildId, manager: UserId) -> Result<CopyChoice> {
        self.store().copy_choice(guild, manager).await
    }

    /// Stores what a manager chose. Unless it is *always*, a waiting copy is dropped.
    pub async fn set_copy_choice(&self, guild: GuildId, manager: UserId, choice: CopyChoice) -> Result<()> {
        self.store().set_copy_choice(guild, manager, choice, self.now()).await
    }

    /// What a digest's message offers about a copy: a choice that cannot be carried out is not shown.
    pub(in crate::app) async fn copy_offer(
        &self,
        guild: GuildId,
        year: i32,
        (manager, revision): (UserId, u32),
    ) -> Result<CopyOffer> {
        let choice = self.copy_choice(guild, manager).await?;
        if choice == CopyChoice::Never {
            return Ok(CopyOffer::Never);
        }
        if !self.has_enough_for_boss(guild, year, manager).await? {
            return Ok(CopyOffer::TooFew);
        }
        let goes = choice == CopyChoice::Always && revision == 0;
        let goes = goes && self.copy_by_itself(guild, year, manager).await?.is_some();
        Ok(if goes { CopyOffer::Always } else { CopyOffer::Ask })
    }

    /// The automatic copy after the first delivery of a digest, if its manager chose that and it is possible.
    pub(in crate::app) async fn copy_by_itself(
        &self,
        guild: GuildId,
        year: i32,
        manager: UserId,
    ) -> Result<Option<Planned>> {
        if self.copy_choice(guild, manager).await? != CopyChoice::Always {
            return Ok(None);
        }
        let accepted =
            self.store().manager(guild, manager).await?.is_some_and(|one| one.status == RosterStatus::Accepted);
        let boss = self.way_to(guild, self.boss(guild, manager).await?.as_ref()).is_ok();
        let record = self.store().digest(guild, year, manager).await?;
        let decided = record.copies > 0 || record.kept_at.is_some();
        if !accepted || !boss || decided || !self.has_enough_for_boss(guild, year, manager).await? {
            return Ok(None);
        }
        let task = Task::Copy { manager, revision: 0 };
        Ok(Some(Planned::at(guild, year, task, self.now() + COPY_AFTER)))
    }

    /// When a manager's copy goes out by itself, if one waits.
    pub(in crate::app) async fn waiting_copy(
        &self,
        guild: GuildId,
        year: i32,
        manager: UserId,
    ) -> Result<Option<DateTime<Utc>>> {
        let key = SendKey::new(guild, year, &Task::Copy { manager, revision: 0 });
        let now = self.now();
        let found = self.store().send(&key).await?;
        Ok(found.filter(|send| send.state == SendState::Planned && send.due > now).map(|send| send.due))
    }

    /// **Wait**: drops a copy that certainly was not sent, whether it is automatic or was ordered.
    pub async fn wait_with_copy(&self, guild: GuildId, year: i32, manager: UserId) -> Result<WaitOutcome> {
        if self.store().call_off_copies(guild, year, manager, self.now()).await? > 0 {
            return Ok(WaitOutcome::Dropped);
        }
        let left = self.store().has_copy_left(guild, year, manager).await?;
        Ok(if left { WaitOutcome::TooLate } else { WaitOutcome::Nothing })
    }
}

//! What a manager chose about copies for their boss, and colleagues who would like a boss to know.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::app::desk::Desk;
use crate::app::{App, Result};
use crate::ports::Named;
use domain::digest::readable;
use domain::ids::{GuildId, UserId};
use domain::plan::Planned;
use domain::roster::{CopyChoice, RosterStatus};
use domain::send::{SendKey, SendState, Task};
use domain::thanks::{Reader, Relation, ThanksId, ThanksState};

/// How long a copy that goes by itself waits after the digest reached its manager.
const COPY_AFTER: TimeDelta = TimeDelta::hours(24);

/// What a colleague can tell a manager's boss themselves, as the consent to their own words allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForTheirBoss {
    /// The thanks.
    pub id: ThanksId,
    /// Who was thanked.
    pub manager: Named,
    /// The day of the campaign.
    pub day: NaiveDate,
    /// The words, readable outside of Discord, where a boss may see them.
    pub words: Option<String>,
    /// The signature, where a boss may see it.
    pub signature: Option<String>,
}

/// What became of **Wait**.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waited {
    /// The copy was dropped.
    Dropped,
    /// There was none that waited.
    Nothing,
    /// It is gone, or on its way.
    TooLate,
}

impl App {
    /// What a manager chose about copies for their boss.
    ///
    /// # Errors
    /// The database failed.
    pub async fn copy_choice(&self, guild: GuildId, manager: UserId) -> Result<CopyChoice> {
        self.store().copy_choice(guild, manager).await
    }

    /// A manager chooses. Unless it is *always*, a copy that waits is dropped.
    ///
    /// # Errors
    /// The database failed.
    pub async fn set_copy_choice(&self, guild: GuildId, manager: UserId, choice: CopyChoice) -> Result<()> {
        self.store().set_copy_choice(guild, manager, choice, self.now()).await
    }

    /// What a digest's message offers about copies: a choice of *always* that cannot be kept now is no more than *ask*.
    pub(super) async fn copying_of(
        &self,
        guild: GuildId,
        year: i32,
        (manager, revision): (UserId, u32),
    ) -> Result<CopyChoice> {
        Ok(match self.copy_choice(guild, manager).await? {
            CopyChoice::Always if revision > 0 || self.copy_by_itself(guild, year, manager).await?.is_none() => {
                CopyChoice::Ask
            }
            choice => choice,
        })
    }

    /// The copy that follows the first delivery of a digest by itself, if its manager chose that and it can be.
    pub(super) async fn copy_by_itself(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Option<Planned>> {
        if self.copy_choice(guild, manager).await? != CopyChoice::Always {
            return Ok(None);
        }
        let accepted =
            self.store().manager(guild, manager).await?.is_some_and(|one| one.status == RosterStatus::Accepted);
        let boss = self.way_to(self.boss(guild, manager).await?.as_ref()).is_ok();
        let record = self.store().digest(guild, year, manager).await?;
        let decided = record.copies > 0 || record.kept_at.is_some();
        let (_, thanks) = self.store().count_for(guild, year, manager).await?;
        if !accepted || !boss || decided || thanks == 0 {
            return Ok(None);
        }
        let task = Task::Copy { manager, revision: 0 };
        Ok(Some(Planned::at(guild, year, task, self.now() + COPY_AFTER)))
    }

    /// When a manager's copy goes out by itself, if one waits.
    pub(super) async fn waiting_copy(
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

    /// **Wait**: a copy that has surely not left is dropped, whether it would go by itself or was ordered.
    ///
    /// # Errors
    /// The database failed.
    pub async fn wait_with_copy(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Waited> {
        if self.store().call_off_copies(guild, year, manager, self.now()).await? > 0 {
            return Ok(Waited::Dropped);
        }
        let left = self.store().has_copy_left(guild, year, manager).await?;
        Ok(if left { Waited::TooLate } else { Waited::Nothing })
    }

    /// What a colleague can send to a manager's boss themselves; `None` when the thanks is not theirs, does not
    /// count, or is no colleague's.
    ///
    /// # Errors
    /// The database failed.
    pub async fn for_their_boss(&self, giver: UserId, id: ThanksId) -> Result<Option<ForTheirBoss>> {
        let Some(stored) = self.own(giver, id).await? else { return Ok(None) };
        let thanks = stored.thanks;
        if thanks.relation != Some(Relation::Colleague) || thanks.state != ThanksState::Counted {
            return Ok(None);
        }
        let Some(server) = self.server(thanks.guild).await? else { return Ok(None) };
        let Some(campaign) = self.campaign_in(&server, thanks.year).await? else { return Ok(None) };
        let names = self.names(&server, std::slice::from_ref(&thanks)).await?;
        let shown = thanks.consent.shows(Reader::Boss);
        let name_of = |user: UserId| names.get(&user).cloned().unwrap_or_else(|| "…".to_owned());
        let words = shown.words.then(|| readable(&thanks.words, server.zone, name_of));
        Ok(Some(ForTheirBoss {
            id,
            manager: self.name_of(thanks.guild, thanks.manager).await?,
            day: campaign.day,
            words: words.filter(|words| !words.trim().is_empty()),
            signature: shown.name.then_some(thanks.signature),
        }))
    }

    /// A colleague suggests to a manager that their boss sees it. It waits on the manager's desk; nothing is sent.
    /// Says whether it could be.
    ///
    /// # Errors
    /// The database failed.
    pub async fn suggest_copy(&self, giver: UserId, id: ThanksId) -> Result<Option<Named>> {
        let Some(text) = self.for_their_boss(giver, id).await? else { return Ok(None) };
        self.store().suggest(id, self.now()).await?;
        Ok(Some(text.manager))
    }

    /// The names of colleagues whose suggestions wait on a manager's desk; no name where their words are unnamed.
    pub(super) async fn suggesters(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Vec<Option<String>>> {
        let found = self.store().suggestions(guild, year, manager).await?;
        let name =
            |thanks: domain::thanks::Thanks| thanks.consent.shows(Reader::Manager).name.then_some(thanks.signature);
        Ok(found.into_iter().map(|stored| name(stored.thanks)).collect())
    }

    /// A manager dismisses the suggestions on their desk.
    ///
    /// # Errors
    /// The database failed.
    pub async fn dismiss_suggestions(&self, desk: &Desk) -> Result<()> {
        let (guild, year) = (desk.server.guild, desk.campaign.year);
        self.store().dismiss_suggestions(guild, year, desk.manager.user, self.now()).await
    }
}

//! The digest: composed for its manager, and for a boss only at the manager's own choice.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{App, Result};
use crate::digest;
use crate::domain::campaign::{Campaign, Step};
use crate::domain::digest::{Audience, Choices, Digest, EarlierYear, Input, compose, fingerprint};
use crate::domain::ids::{GuildId, UserId};
use crate::domain::plan::{self, Recipient};
use crate::domain::roster::{CopyChoice, Manager, Place};
use crate::domain::send::{SendState, Task};
use crate::domain::server::Server;
use crate::domain::thanks::{Thanks, ThanksId};
use crate::ports::Files;
use crate::store::{Boss, DigestRecord};
use crate::text::Lang;

/// How many quotes a manager can pin.
pub const PINS: usize = 3;

/// A manager's desk: their digest, and what they decided about it.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The server's settings.
    pub server: Server,
    /// The campaign.
    pub campaign: Campaign,
    /// The manager.
    pub manager: Manager,
    /// The digest as its manager may see it.
    pub digest: Digest,
    /// When the digest is due.
    pub due: DateTime<Utc>,
    /// Whether it is due: before, the words show only at the manager's wish.
    pub is_due: bool,
    /// Pinned, hidden, shortened.
    pub choices: Choices,
    /// The boss, if one was named.
    pub boss: Option<Boss>,
    /// How the last copy went, if one was ordered.
    pub copy: Option<SendState>,
    /// When the manager chose to keep it to themselves.
    pub kept_at: Option<DateTime<Utc>>,
    /// What they chose about copies.
    pub choice: CopyChoice,
    /// When a copy goes out by itself, if one waits.
    pub copy_waits: Option<DateTime<Utc>>,
    /// Colleagues who suggest that the boss sees it: their names, or none for those who stay unnamed.
    pub suggesters: Vec<Option<String>>,
}

/// What became of **Copy my boss**.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyAnswer {
    /// It is on its way.
    Ordered,
    /// This digest was copied already; an update can be copied again.
    Already,
    /// No boss is named: the files are there to forward.
    NoBoss,
    /// The boss said "no more of these".
    NoMore,
    /// The manager has to accept their place first.
    NotAccepted,
    /// The digest is not due yet.
    NotDue,
    /// The boss has an address only, and whoever runs the bot has not set up mail.
    MailIsOff,
    /// The boss has an address only, at a domain that whoever runs the bot has not allowed.
    DomainNotAllowed,
    /// The server has had its mails of a day.
    DailyLimit,
}

impl App {
    /// A manager's desk; `None` when they are not on the roster, or there is no such campaign.
    ///
    /// # Errors
    /// The database failed.
    pub async fn desk(&self, server: &Server, user: UserId, year: Option<i32>) -> Result<Option<Desk>> {
        let Some(manager) = self.manager(server.guild, user).await? else { return Ok(None) };
        let year = match year {
            Some(year) => year,
            None => self.latest_digest_year(server).await?,
        };
        let Ok(campaign) = server.campaign(year) else { return Ok(None) };
        if self.store().campaign(server.guild, year).await?.is_none() {
            return Ok(None);
        }
        let due = plan::digest_due(&campaign, &recipient(&manager));
        let record: DigestRecord<Choices> = self.store().digest(server.guild, year, user).await?;
        let digest = self.compose_for(server, &campaign, &manager, Audience::Manager, 0).await?;
        let boss = self.boss(server.guild, user).await?;
        let copy = match record.copies {
            0 => None,
            _ => self.copy_state(server.guild, year, user, record.copies - 1).await?,
        };
        Ok(Some(Desk {
            server: server.clone(),
            due,
            is_due: due <= self.now(),
            digest,
            choices: record.choices,
            boss,
            copy,
            kept_at: record.kept_at,
            choice: self.copy_choice(server.guild, user).await?,
            copy_waits: self.waiting_copy(server.guild, year, user).await?,
            suggesters: self.suggesters(server.guild, year, user).await?,
            campaign,
            manager,
        }))
    }

    /// The campaign whose digest a manager means when they name no year: the one that runs, else the last one until
    /// the next one opens.
    async fn latest_digest_year(&self, server: &Server) -> Result<i32> {
        let campaign = self.campaign_of(server).await?;
        if self.now() < campaign.due(Step::Announce)
            && self.store().campaign(server.guild, campaign.year - 1).await?.is_some()
        {
            return Ok(campaign.year - 1);
        }
        Ok(campaign.year)
    }

    async fn copy_state(&self, guild: GuildId, year: i32, manager: UserId, revision: u32) -> Result<Option<SendState>> {
        let key = plan::key(guild, year, &Task::Copy { manager, revision });
        Ok(self.store().send(&key).await?.map(|send| send.state))
    }

    /// Composes a digest of what is known now, for one reader.
    pub(super) async fn compose_for(
        &self,
        server: &Server,
        campaign: &Campaign,
        manager: &Manager,
        audience: Audience,
        revision: u32,
    ) -> Result<Digest> {
        let record: DigestRecord<Choices> = self.store().digest(server.guild, campaign.year, manager.user).await?;
        self.compose_with(server, campaign, manager, &record.choices, (audience, revision)).await
    }

    async fn compose_with(
        &self,
        server: &Server,
        campaign: &Campaign,
        manager: &Manager,
        choices: &Choices,
        (audience, revision): (Audience, u32),
    ) -> Result<Digest> {
        let stored = self.store().thanks_for(server.guild, campaign.year, manager.user).await?;
        let thanks: Vec<Thanks> = stored.into_iter().map(|stored| stored.thanks).collect();
        let names = self.names(server, &thanks).await?;
        let (from, until) = campaign.window();
        let local = |at: DateTime<Utc>| at.with_timezone(&campaign.zone).date_naive();
        let someone = digest::wording::someone(self.language_of(server, manager));
        Ok(compose(&Input {
            manager,
            server: &server.name,
            year: campaign.year,
            day: campaign.day,
            collected: (local(from), local(until)),
            zone: campaign.zone,
            thanks: &thanks,
            choices,
            earlier: self.earlier_year(server, campaign.year - 1, manager.user).await?,
            names: &names,
            someone: &someone,
            audience,
            revision,
        }))
    }

    /// The digest as a boss may see it, by the manager's choices.
    pub(super) async fn copy_for(&self, server: &Server, campaign: &Campaign, manager: &Manager) -> Result<Digest> {
        self.compose_for(server, campaign, manager, Audience::Boss, 0).await
    }

    async fn earlier_year(&self, server: &Server, year: i32, manager: UserId) -> Result<Option<EarlierYear>> {
        if self.store().campaign(server.guild, year).await?.is_none() {
            return Ok(None);
        }
        let (people, messages) = self.store().count_for(server.guild, year, manager).await?;
        Ok(Some(EarlierYear { year, people: people as usize, messages: messages as usize }))
    }

    /// The names that stand in for mentions: managers by their chosen name, givers by their signature.
    pub(super) async fn names(&self, server: &Server, thanks: &[Thanks]) -> Result<BTreeMap<UserId, String>> {
        let mut names: BTreeMap<UserId, String> =
            thanks.iter().map(|thanks| (thanks.giver, thanks.signature.clone())).collect();
        names
            .extend(self.store().managers(server.guild).await?.into_iter().map(|manager| (manager.user, manager.name)));
        Ok(names)
    }

    pub(super) fn language_of(&self, server: &Server, manager: &Manager) -> Lang {
        Lang::of(Some(manager.language.as_deref().unwrap_or(&server.language)))
    }

    /// The digest as files that a manager can forward: a page and a plain text.
    pub(super) fn files_of(&self, of: &Digest, server: &Server, manager: &Manager) -> Files {
        let lang = self.language_of(server, manager);
        vec![
            (format!("cmad-{}.html", of.year), digest::html(of, lang).into_bytes()),
            (format!("cmad-{}.txt", of.year), digest::text(of, lang).into_bytes()),
        ]
    }

    /// The files of the digest as a boss would get them, for the manager to look at and to forward.
    ///
    /// # Errors
    /// The database failed.
    pub async fn boss_files(&self, desk: &Desk) -> Result<(Digest, Files)> {
        let copy = self.copy_for(&desk.server, &desk.campaign, &desk.manager).await?;
        let manager = self.addressed(&desk.server, desk.manager.user).await?;
        let files = self.files_of(&copy, &desk.server, manager.as_ref().unwrap_or(&desk.manager));
        Ok((copy, files))
    }

    /// The files of the manager's own digest.
    #[must_use]
    pub fn own_files(&self, desk: &Desk) -> Files {
        self.files_of(&desk.digest, &desk.server, &desk.manager)
    }

    /// Notes what is about to be delivered, so that close can tell whether it changed since.
    pub(super) async fn note_delivery(
        &self,
        guild: GuildId,
        year: i32,
        manager: UserId,
        delivered: &Digest,
    ) -> Result<()> {
        let mut record: DigestRecord<Choices> = self.store().digest(guild, year, manager).await?;
        record.fingerprint = Some(print(delivered));
        self.store().save_digest(guild, year, manager, &record).await
    }

    /// Plans one more delivery of each digest that changed since it reached its manager.
    pub(super) async fn plan_updates(&self, server: &Server, year: i32, now: DateTime<Utc>) -> Result<()> {
        let Ok(campaign) = server.campaign(year) else { return Ok(()) };
        for manager in self.roster(server.guild).await? {
            let first = Task::Digest { manager: manager.user, revision: 0 };
            let delivered = self.store().send(&plan::key(server.guild, year, &first)).await?;
            if delivered.is_none_or(|send| send.state != SendState::Sent) {
                continue;
            }
            let record: DigestRecord<Choices> = self.store().digest(server.guild, year, manager.user).await?;
            let present = self.compose_for(server, &campaign, &manager, Audience::Manager, 0).await?;
            if record.fingerprint.is_some_and(|delivered| delivered != print(&present)) {
                let task = Task::Digest { manager: manager.user, revision: 1 };
                let send = plan::Planned { key: plan::key(server.guild, year, &task), task, due: now, until: None };
                self.store().enqueue(server.guild, year, &send).await?;
            }
        }
        self.ring();
        Ok(())
    }

    /// Changes what a manager pinned, hid or shortened.
    ///
    /// # Errors
    /// The database failed.
    pub async fn choose(&self, desk: &Desk, choice: Choice) -> Result<Choices> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        let mut record: DigestRecord<Choices> = self.store().digest(guild, year, user).await?;
        let own = |id: &ThanksId| desk.digest.quotes.iter().any(|quote| quote.id == Some(*id));
        match choice {
            Choice::Pin(ids) => record.choices.pinned = ids.into_iter().filter(own).take(PINS).collect(),
            Choice::Hide(ids) => record.choices.hidden = ids.into_iter().filter(own).collect(),
        }
        // What close compares is what the givers changed, not what the manager chose: the choice alone is no update.
        if record.fingerprint.is_some() && record.fingerprint == Some(print(&desk.digest)) {
            let of = (Audience::Manager, 0);
            let chosen = self.compose_with(&desk.server, &desk.campaign, &desk.manager, &record.choices, of).await?;
            record.fingerprint = Some(print(&chosen));
        }
        self.store().save_digest(guild, year, user, &record).await?;
        Ok(record.choices)
    }

    /// A manager keeps their digest to themselves.
    ///
    /// # Errors
    /// The database failed.
    pub async fn keep_to_myself(&self, desk: &Desk) -> Result<()> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        let mut record: DigestRecord<Choices> = self.store().digest(guild, year, user).await?;
        record.kept_at = Some(self.now());
        self.store().save_digest(guild, year, user, &record).await?;
        self.wait_with_copy(guild, year, user).await?;
        Ok(())
    }

    /// A manager copies their boss. One copy a digest and update.
    ///
    /// # Errors
    /// The database failed.
    pub async fn copy_boss(&self, desk: &Desk) -> Result<CopyAnswer> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        if !desk.is_due {
            return Ok(CopyAnswer::NotDue);
        }
        if desk.manager.place != Place::Accepted {
            return Ok(CopyAnswer::NotAccepted);
        }
        if let Err(why) = self.copy_way(desk).await? {
            return Ok(why);
        }
        let mut record: DigestRecord<Choices> = self.store().digest(guild, year, user).await?;
        // A copy that would go by itself goes now instead.
        let by_itself = plan::key(guild, year, &Task::Copy { manager: user, revision: 0 });
        if self.store().bring_forward(&by_itself, self.now()).await? {
            self.ring();
            return Ok(CopyAnswer::Ordered);
        }
        // The first digest and its update may be copied once each; a copy that failed may be ordered again.
        let delivered = self.delivered_revisions(guild, year, user).await?;
        let mut good = 0;
        for revision in 0..record.copies {
            let state = self.copy_state(guild, year, user, revision).await?;
            good += u32::from(!matches!(state, Some(SendState::Failed | SendState::Dropped)));
        }
        if good >= delivered.max(1) {
            return Ok(CopyAnswer::Already);
        }
        let task = Task::Copy { manager: user, revision: record.copies };
        record.copies += 1;
        record.copied_at = Some(self.now());
        record.kept_at = None;
        // The send first: if the process dies in between, the same copy is ordered under the same key.
        self.store().enqueue(guild, year, &self.due_now(guild, year, task)).await?;
        self.store().save_digest(guild, year, user, &record).await?;
        self.ring();
        Ok(CopyAnswer::Ordered)
    }

    async fn delivered_revisions(&self, guild: GuildId, year: i32, manager: UserId) -> Result<u32> {
        let mut delivered = 0;
        for revision in 0..=1 {
            let key = plan::key(guild, year, &Task::Digest { manager, revision });
            let send = self.store().send(&key).await?;
            delivered += u32::from(send.is_some_and(|send| send.state == SendState::Sent));
        }
        Ok(delivered)
    }
}

/// What a manager chooses at their desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// These stand first, in this order; three at most.
    Pin(Vec<ThanksId>),
    /// These do not go to a boss.
    Hide(Vec<ThanksId>),
}

fn print(digest: &Digest) -> String {
    fingerprint(digest).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What the plan has to know about a manager.
pub(super) fn recipient(manager: &Manager) -> Recipient {
    Recipient {
        user: manager.user,
        zone: manager.timezone,
        breathe: manager.breathe && manager.place == Place::Accepted,
    }
}

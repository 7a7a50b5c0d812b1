//! The roster: who is on it, how people get on it, and what managers set for themselves.

use std::collections::HashMap;

use chrono_tz::Tz;

use crate::app::{App, Result};
use crate::store::Boss;
pub use crate::store::HoldersPost;
use domain::ids::{ChannelId, GuildId, RoleId, UserId};
use domain::roster::{Manager, NamedBy, RosterStatus};
use domain::server::Server;

/// A person as Discord's events describe them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub user: UserId,
    /// Their display name in the server.
    pub name: String,
    /// Whether they are a bot or a webhook.
    pub is_bot: bool,
    /// Whether the event told of their membership: otherwise the server may show them under another name.
    pub is_member: bool,
    /// Their roles in the server, if the event told.
    pub roles: Vec<RoleId>,
    /// Since when they are a member, if the event has it.
    pub member_since: Option<chrono::DateTime<chrono::Utc>>,
}

/// The result of `/roster add`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddOutcome {
    /// They are on the roster and are asked whether they accept.
    Invited,
    /// They already were on it.
    Already,
    /// They asked to be left alone, and are.
    Declined,
    /// A bot cannot be a manager.
    Bot,
}

/// How the holders of the manager role stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// How many of them are on the roster now.
    pub on_roster: usize,
    /// How many more would be invited at once: so many that an admin has to confirm it, or a post asks them.
    pub waiting: usize,
    /// The last post that asked them, if there was one in this campaign.
    pub post: Option<HoldersPost>,
}

/// How those holders of the manager role who are new are asked whether they accept a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// By a direct message each, if they are few and no post asks them.
    Few,
    /// By a direct message each, because an admin confirmed that so many get one.
    Confirmed(u32),
    /// By a post in the campaign's channel, which is the campaign's first, second, … of that kind.
    Post(u32),
}

/// A change to one field of a manager's profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Edit<T> {
    /// It stays as it is.
    #[default]
    Keep,
    /// It is set to this.
    Set(T),
    /// It is removed.
    Clear,
}

impl<T> Edit<T> {
    fn of(self, kept: Option<T>) -> Option<T> {
        match self {
            Self::Keep => kept,
            Self::Set(value) => Some(value),
            Self::Clear => None,
        }
    }
}

/// The changes to a manager's profile.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Any title.
    pub title: Edit<String>,
    /// Their team.
    pub team: Edit<String>,
    /// The name that others see; without one, the name that Discord shows.
    pub display_name: Edit<String>,
    /// What they care about.
    pub cares: Edit<String>,
    /// A public link.
    pub link: Edit<String>,
    /// Their own zone; without one, the server's.
    pub zone: Edit<Tz>,
    /// The language they are written to in; without one, the server's.
    pub language: Edit<String>,
    /// Whether they want *stop and breathe*.
    pub breathe: Option<bool>,
}

impl App {
    /// The managers on a server's roster, by name.
    pub async fn roster(&self, guild: GuildId) -> Result<Vec<Manager>> {
        let mut managers = self.store().managers(guild).await?;
        managers.retain(|manager| manager.status.is_on_roster());
        Ok(managers)
    }

    /// Puts a person on the roster, as an admin asked, and asks them whether they accept.
    pub async fn add_to_roster(
        &self,
        server: &Server,
        person: &Person,
        title: Option<String>,
        team: Option<String>,
    ) -> Result<AddOutcome> {
        if person.is_bot {
            return Ok(AddOutcome::Bot);
        }
        let known = self.store().manager(server.guild, person.user).await?;
        match known {
            Some(mut manager) if manager.status.is_on_roster() => {
                if title.is_some() || team.is_some() {
                    manager.title = title.or(manager.title);
                    manager.team = team.or(manager.team);
                    self.store().save_manager(server.guild, &manager).await?;
                }
                Ok(AddOutcome::Already)
            }
            Some(manager) if manager.status == RosterStatus::Declined => Ok(AddOutcome::Declined),
            known => {
                let fresh = known.map_or_else(|| newcomer(person), |known| with_name(known, person));
                let manager = Manager {
                    title: title.or(fresh.title),
                    team: team.or(fresh.team),
                    status: RosterStatus::Invited,
                    ..fresh
                };
                self.invite(server, &manager).await?;
                Ok(AddOutcome::Invited)
            }
        }
    }

    /// Adds a holder of the manager role to the roster when the bot meets them. Returns their status.
    ///
    /// A person who declined or was taken off stays so.
    pub async fn recognise(&self, server: &Server, person: &Person) -> Result<Option<RosterStatus>> {
        Ok(self.recognised(server, person).await?.map(|manager| manager.status))
    }

    /// [`App::recognise`], with everything about them.
    pub(super) async fn recognised(&self, server: &Server, person: &Person) -> Result<Option<Manager>> {
        let known = self.store().manager(server.guild, person.user).await?;
        let changed = match &known {
            Some(manager) => self.note_name_of(server.guild, manager, person).await?,
            None => {
                let has_role = server.manager_role.is_some_and(|role| person.roles.contains(&role));
                let is_new = has_role && !person.is_bot;
                is_new && !self.invite_newcomers(server, &[newcomer(person)]).await?.is_empty()
            }
        };
        if changed { self.store().manager(server.guild, person.user).await } else { Ok(known) }
    }

    /// Notes under which name the server shows managers now. Others are not looked at.
    pub async fn note_names(&self, guild: GuildId, seen: &[&Person]) -> Result<()> {
        for person in seen.iter().filter(|person| person.is_member && !person.is_bot) {
            if let Some(manager) = self.store().manager(guild, person.user).await? {
                self.note_name_of(guild, &manager, person).await?;
            }
        }
        Ok(())
    }

    /// Returns whether they had another name.
    async fn note_name_of(&self, guild: GuildId, known: &Manager, person: &Person) -> Result<bool> {
        let is_renamed = person.is_member && known.renamed(&person.name).is_some();
        if is_renamed {
            self.store().rename_manager(guild, person.user, &person.name).await?;
        }
        Ok(is_renamed)
    }

    /// Recognises all holders of the manager role, with one plan for all of them. A crowd waits until an admin has said how
    /// they are asked. Those who declined or were taken off stay so.
    ///
    /// # Errors
    /// The database failed; no one new was recognised.
    pub async fn recognise_all(&self, server: &Server, people: &[Person], asking: Asking) -> Result<Recognised> {
        let mut statuses = self.store().roster_statuses(server.guild).await?;
        let is_new = |person: &&Person| {
            let holds = server.manager_role.is_some_and(|role| person.roles.contains(&role));
            holds && !person.is_bot && !statuses.contains_key(&person.user)
        };
        let newcomers: Vec<Manager> = people.iter().filter(is_new).map(newcomer).collect();
        let post = self.store().holders_post(server.guild, self.now()).await?;
        let unasked = self.config().limits.managers_unasked as usize;
        let most = match asking {
            Asking::Few if post.is_some_and(|post| post.asks) => 0,
            Asking::Few => unasked,
            Asking::Confirmed(confirmed) => unasked.max(confirmed as usize),
            Asking::Post(_) => 0,
        };
        let waiting = if newcomers.len() > most { newcomers.len() } else { 0 };
        if waiting == 0 && !newcomers.is_empty() {
            statuses = self.invite_newcomers(server, &newcomers).await?;
        }
        if let (Asking::Post(revision), Some(role)) = (asking, server.manager_role)
            && waiting > 0
            && self.store().ask_holders(server.guild, (role, revision), waiting, self.now()).await?
        {
            self.wake_dispatch();
        }
        let post = self.store().holders_post(server.guild, self.now()).await?;
        let is_on = |person: &&Person| statuses.get(&person.user).is_some_and(|status| status.is_on_roster());
        Ok(Recognised { on_roster: people.iter().filter(is_on).count(), waiting, post })
    }

    /// All holders of the manager role were seen, and each has an answer: no post has to ask them.
    pub async fn end_holders_post(&self, guild: GuildId) -> Result<()> {
        self.store().end_holders_post(guild, self.now()).await?;
        self.wake_dispatch();
        Ok(())
    }

    /// Someone who holds the manager role accepts a place, whether they had one or not. Returns whether they have it: not
    /// if an admin took them off the roster.
    pub async fn join_roster(&self, server: &Server, person: &Person) -> Result<bool> {
        let had = self.store().join_roster(server.guild, &newcomer(person), self.now()).await?;
        if !matches!(had, Some(RosterStatus::Accepted | RosterStatus::Removed)) {
            self.replan(server.guild).await?;
        }
        Ok(had != Some(RosterStatus::Removed))
    }

    async fn invite_newcomers(&self, server: &Server, newcomers: &[Manager]) -> Result<HashMap<UserId, RosterStatus>> {
        let campaign = self.campaign_of(server).await?;
        let statuses =
            self.store().invite_newcomers(server.guild, newcomers, self.pace(campaign.year), self.now()).await?;
        self.replan(server.guild).await?;
        Ok(statuses)
    }

    /// The year of an invitation, and how many of them go within a minute.
    fn pace(&self, year: i32) -> (i32, u32) {
        (year, self.config().limits.invitations_per_minute)
    }

    async fn invite(&self, server: &Server, manager: &Manager) -> Result<()> {
        let campaign = self.campaign_of(server).await?;
        self.store().invite_manager(server.guild, manager, self.pace(campaign.year), self.now()).await?;
        self.replan(server.guild).await
    }

    /// Removes a person from the roster. Returns whether they were on it. Their thanks are kept.
    pub async fn remove_from_roster(&self, server: &Server, user: UserId) -> Result<bool> {
        self.set_status(server, user, None, RosterStatus::Removed).await
    }

    /// A manager accepts their place. Stores their present name if none is stored. Returns whether they are on the
    /// roster.
    pub async fn accept_place(&self, server: &Server, person: &Person) -> Result<bool> {
        self.set_status(server, person.user, Some(person), RosterStatus::Accepted).await
    }

    /// Whether someone has or had a place on a server's roster.
    pub async fn knows_manager(&self, guild: GuildId, user: UserId) -> Result<bool> {
        Ok(self.store().manager(guild, user).await?.is_some())
    }

    /// A manager declines, and is left alone. Says whether they had a place.
    pub async fn decline_place(&self, server: &Server, user: UserId) -> Result<bool> {
        self.set_status(server, user, None, RosterStatus::Declined).await
    }

    async fn set_status(
        &self,
        server: &Server,
        user: UserId,
        shown: Option<&Person>,
        status: RosterStatus,
    ) -> Result<bool> {
        let Some(manager) = self.store().manager(server.guild, user).await? else { return Ok(false) };
        let may = match status {
            // A manager who declined may come back; one whom an admin removed may not.
            RosterStatus::Accepted | RosterStatus::Declined => manager.status != RosterStatus::Removed,
            RosterStatus::Invited | RosterStatus::Removed => manager.status.is_on_roster(),
        };
        if may && manager.status != status {
            let named = shown.map_or(manager.clone(), |person| with_name(manager, person));
            self.parts.cares.set(server.guild, user, named.cares.clone().filter(|_| status.is_on_roster()));
            self.store().save_place(server.guild, &Manager { status, ..named }, self.now()).await?;
            self.replan(server.guild).await?;
        }
        Ok(may)
    }

    /// Changes a manager's profile. `None` if they are not on the roster.
    pub async fn change_profile(&self, server: &Server, who: &Person, change: Profile) -> Result<Option<Manager>> {
        let Some(manager) = self.manager(server.guild, who.user).await? else { return Ok(None) };
        let (name, named_by) = match change.display_name {
            Edit::Keep => (manager.name, manager.named_by),
            Edit::Set(own) => (own, NamedBy::Themselves),
            Edit::Clear => (who.name.clone(), NamedBy::Server),
        };
        let changed = Manager {
            title: change.title.of(manager.title),
            team: change.team.of(manager.team),
            cares: change.cares.of(manager.cares),
            name,
            named_by,
            link: change.link.of(manager.link),
            timezone: change.zone.of(manager.timezone),
            language: change.language.of(manager.language),
            breathe: change.breathe.unwrap_or(manager.breathe),
            ..manager
        };
        self.store().save_manager(server.guild, &changed).await?;
        self.parts.cares.set(server.guild, changed.user, changed.cares.clone());
        self.replan(server.guild).await?;
        Ok(Some(changed))
    }

    /// A manager who is on the roster.
    pub async fn manager(&self, guild: GuildId, user: UserId) -> Result<Option<Manager>> {
        Ok(self.store().manager(guild, user).await?.filter(|manager| manager.status.is_on_roster()))
    }

    /// Sets or clears the boss of a manager. Only the manager themselves may do that.
    pub async fn set_boss(&self, guild: GuildId, manager: UserId, boss: Option<UserId>) -> Result<()> {
        self.store().set_boss(guild, manager, boss).await
    }

    /// The boss that a manager named.
    pub async fn boss(&self, guild: GuildId, manager: UserId) -> Result<Option<Boss>> {
        self.store().boss(guild, manager).await
    }

    /// Stores for good that a boss wants no more of one manager's digests.
    ///
    /// Returns whether they can have got one: a copy went to this conversation, or they are the manager's boss. Otherwise
    /// nothing is stored.
    pub async fn no_more_copies(
        &self,
        guild: GuildId,
        manager: UserId,
        (boss, conversation): (UserId, ChannelId),
    ) -> Result<bool> {
        let is_boss = self.store().boss(guild, manager).await?.is_some_and(|named| named.member == Some(boss));
        let may = is_boss || self.store().was_copied_to(guild, manager, conversation).await?;
        if may {
            self.store().note_boss_wants_no_more(guild, manager, boss).await?;
        }
        Ok(may)
    }
}

/// A manager whose name was erased has the one that Discord shows now.
fn with_name(manager: Manager, person: &Person) -> Manager {
    if manager.is_nameless() {
        Manager { name: person.name.clone(), named_by: NamedBy::Server, ..manager }
    } else {
        manager
    }
}

fn newcomer(person: &Person) -> Manager {
    Manager {
        user: person.user,
        name: person.name.clone(),
        named_by: NamedBy::Server,
        title: None,
        team: None,
        cares: None,
        link: None,
        timezone: None,
        language: None,
        breathe: true,
        status: RosterStatus::Invited,
    }
}

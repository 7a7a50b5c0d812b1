//! Managers, their profile and their boss, and the consent that givers chose last.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::store::connection::{Connection, row};
use crate::store::holders::count_joined;
use crate::store::sends::{Origin, insert};
use crate::store::standing::sync_manager;
use crate::store::{BossMail, Result, Store, StoreError, Write, at, ms};
use domain::ids::{GuildId, UserId};
use domain::plan::Planned;
use domain::roster::{Manager, NamedBy, RosterStatus, no_name};
use domain::send::{SendKind, Task};
use domain::thanks::Consent;

/// The period in which invitations are counted.
const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// The boss that a manager named: a member of the server, a person with a mail address, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boss {
    /// Who, if they are a member.
    pub member: Option<UserId>,
    /// Where they get mail.
    pub mail: Option<BossMail>,
    /// Whether they said "no more of these", in whichever way.
    pub no_more: bool,
}

/// The part of a manager that is personal words.
#[derive(Serialize, Deserialize)]
struct Profile {
    name: String,
    /// Versions before this was kept did not write it.
    #[serde(default)]
    named_by: NamedBy,
    title: Option<String>,
    team: Option<String>,
    /// Versions before this was asked did not write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cares: Option<String>,
    link: Option<String>,
}

row! {
    struct ManagerRow {
        guild: i64,
        member: i64,
        profile_enc: String,
        timezone: Option<String>,
        language: Option<String>,
        breathe: i64,
        place: String,
    }
}

pub(super) fn place_of(guild: i64, member: i64) -> String {
    format!("managers.profile:{guild}:{member}")
}

const COLUMNS: &str = "select guild, member, profile_enc, timezone, language, breathe, place from managers";

impl Store {
    fn read_manager(&self, row: ManagerRow) -> Result<Manager> {
        let unreadable = || StoreError::Unreadable("managers.profile");
        let profile: Profile = match self.opened(&row.profile_enc, &place_of(row.guild, row.member)) {
            Some(opened) => serde_json::from_str(&opened).map_err(|_| unreadable())?,
            // They keep their place, without a name until the server shows one.
            None => Profile {
                name: no_name(UserId::from_db(row.member)),
                named_by: NamedBy::Unknown,
                title: None,
                team: None,
                cares: None,
                link: None,
            },
        };
        Ok(Manager {
            user: UserId::from_db(row.member),
            name: profile.name,
            named_by: profile.named_by,
            title: profile.title,
            team: profile.team,
            cares: profile.cares,
            link: profile.link,
            timezone: match row.timezone {
                Some(name) => Some(name.parse().map_err(|_| StoreError::Unreadable("managers.timezone"))?),
                None => None,
            },
            language: row.language,
            breathe: row.breathe != 0,
            status: RosterStatus::from_name(&row.place).ok_or(StoreError::Unreadable("managers.place"))?,
        })
    }

    pub(super) async fn seal_profile(
        &self,
        write: &mut Write<'_>,
        guild: GuildId,
        manager: &Manager,
    ) -> Result<String> {
        let profile = Profile {
            name: manager.name.clone(),
            named_by: manager.named_by,
            title: manager.title.clone(),
            team: manager.team.clone(),
            cares: manager.cares.clone(),
            link: manager.link.clone(),
        };
        let profile = serde_json::to_string(&profile).map_err(|_| StoreError::Unreadable("managers.profile"))?;
        self.seal(write, &profile, &place_of(guild.to_db(), manager.user.to_db())).await
    }

    /// Whether a sealed profile says nothing but what this one says.
    pub(super) fn is_same_profile(&self, guild: GuildId, sealed: &str, as_of: &Manager) -> Result<bool> {
        let Some(opened) = self.opened(sealed, &place_of(guild.to_db(), as_of.user.to_db())) else { return Ok(false) };
        let profile: Profile = serde_json::from_str(&opened).map_err(|_| StoreError::Unreadable("managers.profile"))?;
        Ok(profile.name == as_of.name
            && [profile.title, profile.team, profile.cares, profile.link].iter().all(Option::is_none))
    }

    /// Keeps a manager, in place of what was known of them.
    pub async fn save_manager(&self, guild: GuildId, manager: &Manager) -> Result<()> {
        let mut write = self.write().await?;
        self.put_manager(&mut write, guild, manager).await?;
        write.commit().await
    }

    /// Keeps a manager whose place on the roster changed, with what follows for what stands in channels.
    pub async fn save_place(&self, guild: GuildId, manager: &Manager, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        self.put_manager(&mut write, guild, manager).await?;
        sync_manager(&mut write, guild, manager.user, now).await?;
        write.commit().await
    }

    /// Notes under which name the server shows a manager, if that changes anything by now. The rest of what is kept of
    /// them stays as it is, whatever changes it at the same time.
    pub async fn rename_manager(&self, guild: GuildId, user: UserId, shown: &str) -> Result<()> {
        let mut write = self.write().await?;
        let known = self.manager_within(&mut write, guild, user).await?;
        let Some(renamed) = known.and_then(|known| known.renamed(shown)) else { return Ok(()) };
        self.put_manager(&mut write, guild, &renamed).await?;
        write.commit().await
    }

    /// Keeps a manager and asks them whether they accept their place: both or neither. Each invitation of the same
    /// person is a send of its own.
    pub async fn invite_manager(
        &self,
        guild: GuildId,
        manager: &Manager,
        (year, per_minute): (i32, u32),
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut write = self.write().await?;
        self.invite(&mut write, guild, manager, (year, per_minute, now)).await?;
        sync_manager(&mut write, guild, manager.user, now).await?;
        write.commit().await
    }

    /// Invites those holders of the manager role who never had a status on the roster, in one transaction. Returns the status of each person who
    /// had one.
    pub async fn invite_newcomers(
        &self,
        guild: GuildId,
        newcomers: &[Manager],
        (year, per_minute): (i32, u32),
        now: DateTime<Utc>,
    ) -> Result<HashMap<UserId, RosterStatus>> {
        let mut write = self.write().await?;
        let mut statuses = statuses(&mut write, guild).await?;
        for manager in newcomers {
            if let Entry::Vacant(entry) = statuses.entry(manager.user) {
                self.invite(&mut write, guild, manager, (year, per_minute, now)).await?;
                count_joined(&mut write, guild, now).await?;
                entry.insert(manager.status);
            }
        }
        write.commit().await?;
        Ok(statuses)
    }

    /// The status of each person who is or was on a server's roster.
    pub async fn roster_statuses(&self, guild: GuildId) -> Result<HashMap<UserId, RosterStatus>> {
        statuses(&mut self.pool.acquire().await?, guild).await
    }

    async fn invite(
        &self,
        write: &mut Write<'_>,
        guild: GuildId,
        manager: &Manager,
        (year, per_minute, now): (i32, u32, DateTime<Utc>),
    ) -> Result<()> {
        self.put_manager(write, guild, manager).await?;
        let invited: i64 = sqlx::query_scalar(
            "update managers set invited = invited + 1 where guild = $1 and member = $2 returning invited",
        )
        .bind(guild.to_db())
        .bind(manager.user.to_db())
        .fetch_one(&mut **write)
        .await?;
        let revision = u32::try_from(invited - 1).map_err(|_| StoreError::Unreadable("managers.invited"))?;
        let task = Task::Invite { manager: manager.user, revision };
        // A crowd is asked one after another: the one that has to be a minute old before another may go.
        let last: Option<i64> = sqlx::query_scalar(
            "select due_at from sends where guild = $1 and kind = $2 and due_at > $3
             order by due_at desc limit 1 offset $4",
        )
        .bind(guild.to_db())
        .bind(SendKind::Invite.name())
        .bind(ms(now - MINUTE))
        .bind(i64::from(per_minute.max(1)) - 1)
        .fetch_optional(&mut **write)
        .await?;
        let due = last.map(at).transpose()?.map_or(now, |last| now.max(last + MINUTE));
        insert(write, guild, year, &Planned::at(guild, year, task, due), Origin::People).await?;
        Ok(())
    }

    pub(super) async fn put_manager(&self, write: &mut Write<'_>, guild: GuildId, manager: &Manager) -> Result<()> {
        let sealed = self.seal_profile(write, guild, manager).await?;
        sqlx::query(
            "insert into managers (guild, member, profile_enc, timezone, language, breathe, place, invited)
             values ($1, $2, $3, $4, $5, $6, $7, 0)
             on conflict (guild, member) do update set profile_enc = excluded.profile_enc,
                 timezone = excluded.timezone, language = excluded.language, breathe = excluded.breathe,
                 place = excluded.place",
        )
        .bind(guild.to_db())
        .bind(manager.user.to_db())
        .bind(sealed)
        .bind(manager.timezone.map(|zone| zone.name()))
        .bind(&manager.language)
        .bind(i64::from(manager.breathe))
        .bind(manager.status.name())
        .execute(&mut **write)
        .await?;
        Ok(())
    }

    /// One manager, whatever their place.
    pub async fn manager(&self, guild: GuildId, user: UserId) -> Result<Option<Manager>> {
        self.manager_within(&mut self.pool.acquire().await?, guild, user).await
    }

    pub(super) async fn manager_within(
        &self,
        connection: &mut Connection,
        guild: GuildId,
        user: UserId,
    ) -> Result<Option<Manager>> {
        let sql = format!("{COLUMNS} where guild = $1 and member = $2");
        let row: Option<ManagerRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(guild.to_db())
            .bind(user.to_db())
            .fetch_optional(connection)
            .await?;
        row.map(|row| self.read_manager(row)).transpose()
    }

    /// All who have or had a place on a server's roster, by name.
    pub async fn managers(&self, guild: GuildId) -> Result<Vec<Manager>> {
        let sql = format!("{COLUMNS} where guild = $1");
        let rows: Vec<ManagerRow> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(guild.to_db()).fetch_all(&self.pool).await?;
        let mut managers = rows.into_iter().map(|row| self.read_manager(row)).collect::<Result<Vec<_>>>()?;
        managers.sort_by_cached_key(|manager| (manager.name.to_lowercase(), manager.user));
        Ok(managers)
    }

    /// Sets the member who is a manager's boss, or that there is none.
    pub async fn set_boss(&self, guild: GuildId, manager: UserId, boss: Option<UserId>) -> Result<()> {
        sqlx::query("update managers set boss = $3 where guild = $1 and member = $2")
            .bind(guild.to_db())
            .bind(manager.to_db())
            .bind(boss.map(UserId::to_db))
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The boss that a manager named.
    pub async fn boss(&self, guild: GuildId, manager: UserId) -> Result<Option<Boss>> {
        let row: Option<(Option<i64>, Option<String>)> =
            sqlx::query_as("select boss, boss_mail_enc from managers where guild = $1 and member = $2")
                .bind(guild.to_db())
                .bind(manager.to_db())
                .fetch_optional(&self.pool)
                .await?;
        let Some((member, sealed)) = row.filter(|(member, sealed)| member.is_some() || sealed.is_some()) else {
            return Ok(None);
        };
        let member = member.map(UserId::from_db);
        let mail = match sealed {
            Some(sealed) => self.read_boss_mail(guild, manager, &sealed)?,
            None => None,
        };
        let no_more = match member {
            Some(member) => self.wants_no_more(guild, manager, member).await?,
            None => false,
        } || match &mail {
            Some(mail) => self.address_wants_no_more(guild, manager, &mail.to).await?,
            None => false,
        };
        Ok(Some(Boss { member, mail, no_more }))
    }

    /// Whether a boss said "no more of these" about one manager's digests.
    pub(super) async fn wants_no_more(&self, guild: GuildId, manager: UserId, boss: UserId) -> Result<bool> {
        let found: i64 = sqlx::query_scalar("select count(*) from no_more_copies where guild = $1 and boss = $2")
            .bind(guild.to_db())
            .bind(self.no_more_hash(guild.to_db(), manager.to_db(), boss.to_db()))
            .fetch_one(&self.pool)
            .await?;
        Ok(found > 0)
    }

    /// Stores for good that a boss wants no more copies of one manager's digests. It outlives both people's data: the
    /// row has only a keyed hash of both, and 0 for the manager.
    pub async fn note_boss_wants_no_more(&self, guild: GuildId, manager: UserId, boss: UserId) -> Result<()> {
        self.note_stop(guild, self.no_more_hash(guild.to_db(), manager.to_db(), boss.to_db())).await
    }

    /// Remembers what a giver chose last.
    pub async fn remember_consent(&self, guild: GuildId, giver: UserId, consent: Consent) -> Result<()> {
        remember_consent(&self.pool, guild, giver, consent).await
    }

    /// What a giver chose last.
    pub async fn remembered_consent(&self, guild: GuildId, giver: UserId) -> Result<Option<Consent>> {
        let found: Option<String> = sqlx::query_scalar("select consent from consents where guild = $1 and giver = $2")
            .bind(guild.to_db())
            .bind(giver.to_db())
            .fetch_optional(&self.pool)
            .await?;
        Ok(found.as_deref().and_then(Consent::from_name))
    }

    /// What managers care about, as far as they said: at most so many managers are looked at.
    pub async fn all_cares(&self, most: u32) -> Result<Vec<((GuildId, UserId), String)>> {
        let sql = format!("{COLUMNS} where place in ('invited', 'accepted') order by guild, member limit $1");
        let query = sqlx::query_as::<_, ManagerRow>(sqlx::AssertSqlSafe(sql)).bind(i64::from(most));
        let mut said = Vec::new();
        for row in query.fetch_all(&self.pool).await? {
            let guild = GuildId::from_db(row.guild);
            // One row that cannot be read must not keep the bot from starting.
            if let Ok(Manager { user, cares: Some(cares), .. }) = self.read_manager(row) {
                said.push(((guild, user), cares));
            }
        }
        Ok(said)
    }

    /// What givers chose last, where it is not `public`; at most so many.
    pub async fn remembered_consents(&self, most: u32) -> Result<Vec<((GuildId, UserId), Consent)>> {
        let rows: Vec<(i64, i64, String)> =
            sqlx::query_as("select guild, giver, consent from consents where consent <> 'public' limit $1")
                .bind(i64::from(most))
                .fetch_all(&self.pool)
                .await?;
        let read = |(guild, giver, consent): (i64, i64, String)| {
            Some(((GuildId::from_db(guild), UserId::from_db(giver)), Consent::from_name(&consent)?))
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}

/// [`Store::remember_consent`], also as part of a larger transaction.
pub(super) async fn remember_consent<'c>(
    to: impl sqlx::Executor<'c, Database = sqlx::Any>,
    guild: GuildId,
    giver: UserId,
    consent: Consent,
) -> Result<()> {
    sqlx::query(
        "insert into consents (guild, giver, consent) values ($1, $2, $3)
         on conflict (guild, giver) do update set consent = excluded.consent",
    )
    .bind(guild.to_db())
    .bind(giver.to_db())
    .bind(consent.name())
    .execute(to)
    .await?;
    Ok(())
}

async fn statuses(connection: &mut Connection, guild: GuildId) -> Result<HashMap<UserId, RosterStatus>> {
    let rows: Vec<(i64, String)> = sqlx::query_as("select member, place from managers where guild = $1")
        .bind(guild.to_db())
        .fetch_all(connection)
        .await?;
    rows.into_iter()
        .map(|(member, place)| {
            let status = RosterStatus::from_name(&place).ok_or(StoreError::Unreadable("managers.place"))?;
            Ok((UserId::from_db(member), status))
        })
        .collect()
}

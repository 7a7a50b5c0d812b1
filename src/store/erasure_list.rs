//! The list beside the database of what an older database must not undo: erasures, with the replaced hashes of givers;
//! "stop sending me these"; and who wants their messages ignored. Numbers only, which need the key to be of any use.
//!
//! Each entry is compared with what the database knows, so that neither the time of a backup nor anyone's clock decides
//! what is done again. A line is an entry:
//!
//! - `NUMBER MS`: who was erased, and until when, in Discord's time as UTC milliseconds.
//! - `NUMBER giver GUILD`: a hash of a giver that a random number replaced.
//! - `NUMBER stop GUILD`: a boss wants no more; 0 for every server.
//! - `NUMBER ignored`, `NUMBER noticed MS`: someone's messages are ignored, or were until then; the last one holds. Earlier
//!   versions wrote no end.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use crate::private_files;
use crate::store::connection::Connection;
use crate::store::not_collected::{begin_ignoring, end_ignoring, put, remove};
use crate::store::people::people_sql;
use crate::store::{Result, Store, StoreError, Write, at, database, remember};
use domain::ids::{GuildId, MessageId, UserId};
use domain::thanks::rules::Judgement;

/// The note that copies wait: without the list it is not known which bosses said "stop".
const COPIES_HELD: &str = "copies-held";
/// The note that this database was made before it kept what the list holds.
const NOT_READ: &str = "erasures-unread";
/// For how long an erasure may have waited for the writer, and more, in milliseconds: it was noted before it was done.
const SLACK_MS: i64 = 3_600_000;

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// Someone was erased; what they said until then is not collected.
    Erased { number: i64, until: MessageId },
    /// The hash of a giver was replaced by a random number.
    Giver { number: i64, guild: GuildId },
    /// A boss wants no more copies.
    Stop { number: i64, guild: GuildId },
    /// Someone's messages are ignored.
    Ignored { number: i64 },
    /// They no longer are; what was written until then still is, if it is known.
    Noticed { number: i64, until: Option<MessageId> },
}

impl Entry {
    fn line(self) -> String {
        match self {
            Self::Erased { number, until } => format!("{number} {}\n", until.made_at().timestamp_millis()),
            Self::Giver { number, guild } => format!("{number} giver {}\n", guild.to_db()),
            Self::Stop { number, guild } => format!("{number} stop {}\n", guild.to_db()),
            Self::Ignored { number } => format!("{number} ignored\n"),
            Self::Noticed { number, until: Some(until) } => {
                format!("{number} noticed {}\n", until.made_at().timestamp_millis())
            }
            Self::Noticed { number, until: None } => format!("{number} noticed\n"),
        }
    }

    /// Reads a line; `None` for one that was cut off by a power loss, or that a newer version wrote.
    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let number = words.next()?.parse().ok()?;
        let what = words.next()?;
        let third = words.next().map(str::parse::<i64>);
        if let ("noticed", Some(Ok(ms))) = (what, &third) {
            return Some(Self::Noticed { number, until: Some(until(*ms)?) });
        }
        match (what, third.map(|guild| guild.map(GuildId::from_db))) {
            ("giver", Some(Ok(guild))) => Some(Self::Giver { number, guild }),
            ("stop", Some(Ok(guild))) => Some(Self::Stop { number, guild }),
            ("ignored", None) => Some(Self::Ignored { number }),
            ("noticed", None) => Some(Self::Noticed { number, until: None }),
            (ms, None) => Some(Self::Erased { number, until: until(ms.parse().ok()?)? }),
            _ => None,
        }
    }
}

/// The last id of a millisecond.
fn until(ms: i64) -> Option<MessageId> {
    let next = at(ms).ok()?.checked_add_signed(TimeDelta::milliseconds(1))?;
    Some(MessageId(MessageId::at(next).0.saturating_sub(1)))
}

impl Store {
    /// Keeps the list in this file, which a restore reads. For SQLite the default is a file beside the database.
    #[must_use]
    pub fn keeping_erasures_in(mut self, file: Option<PathBuf>) -> Self {
        self.erasures = file.or(self.erasures);
        self
    }

    /// The list for an address of a database and `CMAD_ERASURES`; `None`: a PostgreSQL, and none is named.
    #[must_use]
    pub fn erasures_of(url: &str, named: Option<&str>) -> Option<PathBuf> {
        named.map(PathBuf::from).or_else(|| database::file(url).map(beside))
    }

    /// Adds to the list, in the transaction that does it and before its commit: so the list never lacks what was done.
    pub(super) fn list(&self, entries: &[Entry]) {
        let Some(file) = self.erasures.as_ref().filter(|_| !entries.is_empty()) else { return };
        let lines: String = entries.iter().map(|entry| entry.line()).collect();
        let noted = private_files::open_to_append(file).and_then(|mut file| {
            // In a single write, because another process on the same database may add to the file at the same time.
            file.write_all(lines.as_bytes())?;
            file.sync_all()
        });
        if let Err(error) = noted {
            // What the person wants must not fail for that.
            tracing::error!(%error, "an erasure could not be added to the list beside the database: do not restore an older backup");
        }
    }

    /// Does again what the list holds and this database does not know: it is older than the list, or an erasure was
    /// listed and then failed. Returns how many people were erased. An earlier version listed no "stop": that is made
    /// up for.
    pub async fn follow_list(&self, now: DateTime<Utc>) -> Result<u64> {
        let mut write = self.write().await?;
        if self.is_unread(&mut write).await? {
            let stops: Vec<(i64, i64)> = sqlx::query_as("select guild, boss from no_more_copies order by guild, boss")
                .fetch_all(&mut *write)
                .await?;
            let entry = |(guild, number)| Entry::Stop { number, guild: GuildId::from_db(guild) };
            self.list(&stops.into_iter().map(entry).collect::<Vec<_>>());
        }
        let erased = self.follow_list_within(&mut write, None, now).await?;
        write.commit().await?;
        Ok(erased)
    }

    /// Whether copies to bosses wait until the operator says that no "stop" is missing.
    pub async fn are_copies_held(&self) -> Result<bool> {
        Ok(self.recall(COPIES_HELD).await?.is_some())
    }

    /// No "stop" is missing: copies go out again. Returns whether they waited.
    pub async fn release_copies(&self) -> Result<bool> {
        let held = self.are_copies_held().await?;
        self.forget(COPIES_HELD).await?;
        Ok(held)
    }

    /// Within the transaction that makes a database older: without a list no copy goes out until the operator confirms
    /// that every "stop" is known.
    pub(super) async fn hold_copies_without_list(&self, write: &mut Write<'_>) -> Result<()> {
        if self.has_erasures() {
            return Ok(());
        }
        hold_copies(write).await
    }

    async fn is_unread(&self, connection: &mut Connection) -> Result<bool> {
        let found: i64 = sqlx::query_scalar("select count(*) from remembered where name = $1")
            .bind(NOT_READ)
            .fetch_one(connection)
            .await?;
        Ok(found > 0)
    }

    /// [`Store::follow_list`] as part of a transaction. A database of an earlier version kept nothing of the list; it
    /// knows what was listed before `known_until`, in UTC milliseconds, or all of it if that is `None`.
    pub(super) async fn follow_list_within(
        &self,
        write: &mut Write<'_>,
        known_until: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<u64> {
        let entries = self.listed()?;
        let forgot = sqlx::query("delete from remembered where name = $1")
            .bind(NOT_READ)
            .execute(&mut **write)
            .await?
            .rows_affected();
        let was_done = |until: MessageId| {
            forgot > 0 && known_until.is_none_or(|known| until.made_at().timestamp_millis() < known - SLACK_MS)
        };
        let known: Vec<(i64, Option<i64>)> =
            sqlx::query_as("select number, until_id from not_collected").fetch_all(&mut **write).await?;
        let known: HashMap<i64, Option<i64>> = known.into_iter().collect();
        let stops: Vec<i64> = sqlx::query_scalar("select boss from no_more_copies").fetch_all(&mut **write).await?;
        let stops: HashSet<i64> = stops.into_iter().collect();
        // The last entry of a number holds.
        let mut erased_until: HashMap<i64, MessageId> = HashMap::new();
        let mut ignoring: BTreeMap<i64, Entry> = BTreeMap::new();
        for entry in entries {
            match entry {
                Entry::Erased { number, until } => {
                    let last = erased_until.entry(number).or_insert(until);
                    *last = until.max(*last);
                }
                Entry::Giver { number, guild } if !known.contains_key(&number) => {
                    self.forget_giver(write, guild, number).await?;
                }
                Entry::Stop { number, guild } if !stops.contains(&number) => put_stop(write, guild, number).await?,
                Entry::Giver { .. } | Entry::Stop { .. } => {}
                Entry::Ignored { number } | Entry::Noticed { number, .. } => drop(ignoring.insert(number, entry)),
            }
        }
        for (number, last) in ignoring {
            let known = known.get(&number).copied();
            match last {
                Entry::Noticed { until: Some(until), .. } => {
                    let is_known = known.is_some_and(|known| known.is_some_and(|known| known >= first(until)));
                    if !is_known {
                        end_ignoring(write, number, until).await?;
                    }
                }
                Entry::Noticed { until: None, .. } if known == Some(None) => remove(write, number).await?,
                Entry::Ignored { .. } if known != Some(None) => begin_ignoring(write, number).await?,
                _ => {}
            }
        }
        erased_until.retain(|number, until| {
            known.get(number).is_none_or(|known| known.is_some_and(|known| known < first(*until)))
        });
        for (number, until) in &erased_until {
            put(write, *number, None, Some(*until)).await?;
        }
        erased_until.retain(|_, until| !was_done(*until));
        if erased_until.is_empty() {
            return Ok(0);
        }
        let mut erased = 0;
        for person in people(write).await? {
            if let Some(until) = erased_until.get(&self.erased_number(person)) {
                self.erase_within(write, person, *until, now).await?;
                erased += 1;
            }
        }
        Ok(erased)
    }

    /// Does within a restore what the migration does that made the table: the backup is of an earlier version, which
    /// kept nothing of the list.
    pub(super) async fn note_list_not_read(&self, write: &mut Write<'_>) -> Result<()> {
        let gone =
            "insert into not_collected (number, guild) select distinct source, guild from thanks where source < 0";
        sqlx::query(gone).execute(&mut **write).await?;
        remember(&mut **write, NOT_READ, "1").await
    }

    /// Lets no one tell any more that a number of a giver's is the same as another one.
    pub(super) async fn forget_giver(&self, write: &mut Write<'_>, guild: GuildId, number: i64) -> Result<()> {
        sqlx::query("update thanks set giver = $3, giver_hash = $3 where guild = $1 and giver = $2")
            .bind(guild.to_db())
            .bind(number)
            .bind(self.codec.random_number())
            .execute(&mut **write)
            .await?;
        put(write, number, Some(guild), None).await
    }

    /// What the list holds, in its order.
    fn listed(&self) -> Result<Vec<Entry>> {
        let Some(file) = &self.erasures else { return Ok(Vec::new()) };
        match std::fs::read_to_string(file) {
            Ok(text) => Ok(text.lines().filter_map(Entry::read).collect()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(StoreError::Backup(error)),
        }
    }
}

/// The first id of the millisecond of an id: a line has no more.
fn first(until: MessageId) -> i64 {
    MessageId::at(until.made_at()).to_db()
}

/// Stores that a boss wants no more copies: a keyed hash, with 0 for the manager.
pub(super) async fn put_stop(connection: &mut Connection, guild: GuildId, number: i64) -> Result<()> {
    sqlx::query("insert into no_more_copies (guild, manager, boss) values ($1, 0, $2) on conflict do nothing")
        .bind(guild.to_db())
        .bind(number)
        .execute(connection)
        .await?;
    Ok(())
}

/// From now on no copy goes out until the operator confirms that every "stop" is known.
pub(super) async fn hold_copies(write: &mut Write<'_>) -> Result<()> {
    remember(&mut **write, COPIES_HELD, "1").await
}

/// The default list: beside the file of SQLite.
pub(super) fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".erased");
    name.into()
}

/// Everyone whom the database names by their id.
async fn people(connection: &mut Connection) -> Result<BTreeSet<UserId>> {
    let ids: Vec<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(people_sql())).fetch_all(&mut *connection).await?;
    let mut people: BTreeSet<UserId> = ids.into_iter().map(UserId::from_db).collect();
    let notes: Vec<String> =
        sqlx::query_scalar("select name from remembered where name like 'spoken:%' or name like 'found-consent:%'")
            .fetch_all(&mut *connection)
            .await?;
    people.extend(notes.iter().filter_map(|name| name.rsplit('/').next()?.parse::<UserId>().ok()));
    let verdicts: Vec<String> = sqlx::query_scalar("select verdict from judgements").fetch_all(connection).await?;
    for verdict in verdicts {
        if let Ok(Judgement::Judged { thanked, refused }) = serde_json::from_str(&verdict) {
            people.extend(thanked);
            people.extend(refused.into_iter().map(|(person, _)| person));
        }
    }
    Ok(people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_read_as_it_was_written() {
        let (number, guild) = (i64::MIN + 7, GuildId(7));
        let entries = [
            Entry::Erased { number, until: until(1_800_000_000_123).unwrap() },
            Entry::Giver { number, guild },
            Entry::Stop { number, guild },
            Entry::Ignored { number },
            Entry::Noticed { number, until: None },
            Entry::Noticed { number, until: until(1_800_000_000_123) },
        ];
        for entry in entries {
            assert_eq!(Entry::read(entry.line().trim_end()), Some(entry));
        }
        for cut in ["", "-7", "-7 ", "-7 gi", "-7 giver", "-7 stop x", "-7 18000000 7", "x ignored", "-7 noticed x"] {
            assert_eq!(Entry::read(cut), None, "{cut}");
        }
    }
}

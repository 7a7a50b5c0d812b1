//! The keys of this database: which one seals new content, and how the key is changed while the bot runs.
//!
//! The table `keys` names one `current` key and, while the key is being changed, `former` ones. Each transaction that
//! seals reads which key is current. There is one writer at a time, so once another key is current, no process seals
//! with a former one. Existing content is then sealed again, some rows at a time. If the process is killed in between,
//! the remaining rows can still be opened, and the next run continues with them.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sqlx::{AssertSqlSafe, Row as _};

use crate::store::connection::Connection;
use crate::store::database::Kind;
use crate::store::database_problem::DatabaseProblem;
use crate::store::digests::{DigestOwner, added};
use crate::store::group::Write;
use crate::store::problem;
use crate::store::sealing::{KeyId, Sealed};
use crate::store::{
    LONG, Result, Store, StoreError, answers, boss_mail, boss_replies, copies, digests, ms, nominations, roster, thanks,
};
use domain::boss_reply::CopyId;
use domain::ids::{GuildId, UserId};

/// A column that holds sealed words.
struct Column {
    table: &'static str,
    name: &'static str,
    /// The columns by which a row is found: numbers.
    row: &'static [&'static str],
    /// What the words of such a row are bound to.
    place: fn(&[i64]) -> String,
}

const ONE: &[&str] = &["id"];
const WHOSE: &[&str] = &["guild", "year", "manager"];

/// Every column of sealed words. A test holds it against the tables.
const COLUMNS: &[Column] = &[
    Column { table: "thanks", name: "said_enc", row: ONE, place: |row| thanks::place_of(row[0]) },
    Column {
        table: "managers",
        name: "profile_enc",
        row: &["guild", "member"],
        place: |row| roster::place_of(row[0], row[1]),
    },
    Column {
        table: "managers",
        name: "boss_mail_enc",
        row: &["guild", "member"],
        place: |row| boss_mail::place_of(GuildId::from_db(row[0]), UserId::from_db(row[1])),
    },
    Column { table: "nominations", name: "said_enc", row: ONE, place: |row| nominations::place_of(row[0]) },
    Column { table: "digests", name: "sentence_enc", row: WHOSE, place: |row| digests::place_of(whose(row)) },
    Column { table: "digests", name: "added_enc", row: WHOSE, place: |row| added::place_of(whose(row)) },
    Column { table: "answers", name: "said_enc", row: WHOSE, place: |row| answers::place_of(whose(row)) },
    Column {
        table: "boss_replies",
        name: "said_enc",
        row: &["guild", "year", "manager", "copy"],
        place: |row| {
            let (guild, year, manager) = whose(row);
            boss_replies::place_of(CopyId { guild, year, manager, copy: number(row[3]) })
        },
    },
    Column {
        table: "copies",
        name: "page_enc",
        row: &["guild", "year", "manager", "revision"],
        place: |row| copies::page_place(whose(row), number(row[3])),
    },
    Column {
        table: "copied_quotes",
        name: "quote_enc",
        row: &["guild", "year", "manager", "revision", "place"],
        place: |row| copies::quote_place(whose(row), number(row[3]), row[4]),
    },
];

fn whose(row: &[i64]) -> DigestOwner {
    (GuildId::from_db(row[0]), number(row[1]), UserId::from_db(row[2]))
}

/// A year or a revision. One that does not fit was never stored.
fn number<N: TryFrom<i64> + Default>(value: i64) -> N {
    N::try_from(value).unwrap_or_default()
}

/// The keys of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The key that seals.
    pub current: KeyId,
    /// Keys that sealed words which may still be there.
    pub former: Vec<KeyId>,
}

/// How far sealing again has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    column: usize,
    after: Vec<i64>,
    /// How many words were sealed again.
    pub sealed: u64,
    /// Where words stand that no key opens. They are left as they are.
    pub shut: Vec<String>,
}

/// Whether a database that was made with another key may be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrongKey {
    /// No: the bot is to use it.
    Refuse,
    /// If it is empty: a backup is to be restored into it.
    AcceptIfEmpty,
}

/// The place of a key's root.
fn root_place(id: KeyId) -> String {
    format!("keys.root:{id}")
}

/// The name of the note by which an earlier version recognised a wrong key, and what it was bound to.
const CHECK: &str = "key-check";

impl Store {
    /// Checks that the given keys are those of this database, and sets the first key of a new one. Of two processes
    /// that start with different keys on a new database only one succeeds.
    pub(super) async fn settle_keys(&self, wrong_key: WrongKey) -> Result<()> {
        let mut write = self.write().await?;
        let settled = self.settle_keys_within(&mut write, None).await;
        if let (Err(StoreError::Sealed(_)), WrongKey::AcceptIfEmpty) = (&settled, wrong_key) {
            let there = "select (select count(*) from servers) + (select count(*) from thanks)";
            let there: i64 = sqlx::query_scalar(there).fetch_one(&mut *write).await?;
            if there == 0 {
                sqlx::query("delete from keys").execute(&mut *write).await?;
                sqlx::query("delete from remembered where name = $1").bind(CHECK).execute(&mut *write).await?;
                self.settle_keys_within(&mut write, None).await?;
                return write.commit().await;
            }
        }
        settled?;
        write.commit().await
    }

    /// Loads the keys of the database. If it names none, the first of these is its key: `maker`, the key that opens an
    /// earlier version's check, the newest given one, because the database is new.
    pub(super) async fn settle_keys_within(&self, write: &mut Write<'_>, maker: Option<KeyId>) -> Result<()> {
        write.forget_sealing();
        let rows: Vec<(String, String, String)> =
            sqlx::query_as("select key, state, root_enc from keys").fetch_all(&mut **write).await?;
        if rows.is_empty() {
            let check: Option<String> = sqlx::query_scalar("select value from remembered where name = $1")
                .bind(CHECK)
                .fetch_optional(&mut **write)
                .await?;
            let maker = match (maker, check) {
                (Some(maker), _) => Some(maker),
                (None, Some(check)) => Some(self.codec.opener(&check, CHECK)?),
                (None, None) => None,
            };
            // The first key was the root of all that an earlier version hashed.
            let (first, root) = match maker {
                Some(maker) => (maker, self.codec.as_root(maker)?),
                None => {
                    self.note_new(write).await?;
                    (self.newest_key()?, self.codec.fresh_root())
                }
            };
            sqlx::query("insert into keys (key, state, root_enc) values ($1, 'current', $2)")
                .bind(first.to_string())
                .bind(self.codec.seal(first, &root, &root_place(first))?)
                .execute(&mut **write)
                .await?;
            sqlx::query("delete from remembered where name = $1").bind(CHECK).execute(&mut **write).await?;
            return Ok(self.codec.set_root(&root)?);
        }
        self.use_keys(&rows)
    }

    /// Loads the keys of a database that is set up. Changes nothing.
    pub(super) async fn load_keys(&self) -> Result<()> {
        let rows = sqlx::query_as("select key, state, root_enc from keys").fetch_all(&self.pool).await?;
        if rows.is_empty() { Err(StoreError::NotSetUp) } else { self.use_keys(&rows) }
    }

    /// Takes the root from the database's keys, which must be among those that were given.
    fn use_keys(&self, rows: &[(String, String, String)]) -> Result<()> {
        let keys = keys_of(rows)?;
        let missing = std::iter::once(keys.current).chain(keys.former.iter().copied());
        if let Some(missing) = missing.into_iter().find(|id| !self.codec.knows(*id)) {
            let knows_another = std::iter::once(&keys.current).chain(&keys.former).any(|id| self.codec.knows(*id));
            let why = if knows_another {
                Sealed::Half { missing }
            } else {
                Sealed::Wrong { held: self.newest_key()?, wanted: keys.current }
            };
            return Err(why.into());
        }
        let root = rows.iter().find(|(_, state, _)| state == "current").map_or("", |(.., root)| root);
        Ok(self.codec.set_root(&self.codec.open(root, &root_place(keys.current))?)?)
    }

    /// The newest of the keys that were given.
    ///
    /// # Errors
    /// There is none, which cannot happen.
    pub fn newest_key(&self) -> Result<KeyId> {
        self.codec.ids().first().copied().ok_or(StoreError::Unreadable("CMAD_KEY"))
    }

    /// The names of the keys that this process has now, newest first.
    #[must_use]
    pub fn known_keys(&self) -> String {
        self.codec.ids().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    /// The keys of this database.
    pub async fn keys(&self) -> Result<Keys> {
        let rows: Vec<(String, String, String)> =
            sqlx::query_as("select key, state, root_enc from keys order by since, key").fetch_all(&self.pool).await?;
        keys_of(&rows)
    }

    /// Seals words as this transaction must: by the key that is the current one while it writes.
    pub(super) async fn seal(&self, write: &mut Write<'_>, words: &str, row: &str) -> Result<String> {
        let by = match write.sealing() {
            Some(by) => by,
            None => {
                let by = current_key(write).await?;
                write.set_sealing(by);
                by
            }
        };
        Ok(self.codec.seal(by, words, row)?)
    }

    /// Makes the newest of the given keys the current one. Returns whether that changed it.
    ///
    /// # Errors
    /// The newest key was the current one earlier, or the database failed; nothing was changed.
    pub async fn switch_key(&self, now: DateTime<Utc>) -> Result<bool> {
        let newest = self.newest_key()?;
        let mut write = self.write().await?;
        // Another process may have changed it meanwhile.
        self.settle_keys_within(&mut write, None).await?;
        let before = current_key(&mut write).await?;
        if before == newest {
            return Ok(false);
        }
        let was_there: i64 = sqlx::query_scalar("select count(*) from keys where key = $1")
            .bind(newest.to_string())
            .fetch_one(&mut *write)
            .await?;
        if was_there > 0 {
            return Err(StoreError::KeyOrder { newest, current: before });
        }
        sqlx::query("update keys set state = 'former', root_enc = ''").execute(&mut *write).await?;
        sqlx::query("insert into keys (key, state, since, root_enc) values ($1, 'current', $2, $3)")
            .bind(newest.to_string())
            .bind(ms(now))
            .bind(self.codec.seal(newest, &self.codec.root_text(), &root_place(newest))?)
            .execute(&mut *write)
            .await?;
        write.forget_sealing();
        write.commit().await?;
        Ok(true)
    }

    /// Seals up to `most` words again that another key has sealed. Returns whether there may be more.
    ///
    /// # Errors
    /// The database failed; what was sealed again before stays so.
    pub async fn seal_anew(&self, progress: &mut Progress, most: u32) -> Result<bool> {
        let Some(column) = COLUMNS.get(progress.column) else { return Ok(false) };
        let mut write = self.write().await?;
        let current = current_key(&mut write).await?;
        let found = after(&mut write, column, current, &progress.after, most).await?;
        for (row, before) in &found {
            let place = (column.place)(row);
            match self.codec.open(before, &place) {
                Ok(words) => {
                    let sealed = self.codec.seal(current, &words, &place)?;
                    replace(&mut write, column, row, (before, &sealed)).await?;
                    progress.sealed += 1;
                }
                // They are kept: another key may turn up.
                Err(_) => progress.shut.push(format!("{}.{} {row:?}", column.table, column.name)),
            }
        }
        write.commit().await?;
        match found.last() {
            Some((row, _)) => progress.after.clone_from(row),
            None => (progress.column, progress.after) = (progress.column + 1, Vec::new()),
        }
        Ok(progress.column < COLUMNS.len())
    }

    /// How many words are sealed by another key than the current one.
    pub async fn sealed_by_others(&self) -> Result<u64> {
        let mut read = self.pool.acquire().await?;
        left(&mut read).await
    }

    /// Deletes the former keys if no words sealed by them are left. Returns whether it did.
    pub async fn let_go_of_former_keys(&self) -> Result<bool> {
        let mut write = self.write().await?;
        if left(&mut write).await? > 0 {
            return Ok(false);
        }
        sqlx::query("delete from keys where state = 'former'").execute(&mut *write).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Clears overwritten text from the database's files by writing them again: SQLite overwrites what it frees, but a
    /// page that was split meanwhile can still hold a copy; PostgreSQL overwrites nothing, not even with a plain
    /// `vacuum`. Others wait meanwhile. Returns whether it could: not while another process keeps the file or a table.
    ///
    /// # Errors
    /// The database failed; nothing was lost.
    pub async fn clear_remains(&self) -> Result<bool> {
        let tables: BTreeSet<&str> = COLUMNS.iter().map(|column| column.table).chain(["keys"]).collect();
        let statements: Vec<String> = match self.kind {
            Kind::Sqlite => vec!["vacuum".to_owned()],
            Kind::Postgres => tables.iter().map(|table| format!("vacuum (full) {table}")).collect(),
        };
        let mut connection = self.pool.acquire().await?;
        connection.work_for(LONG).await?;
        for statement in statements {
            match sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await {
                Ok(_) => {}
                Err(error) if problem::of(&error) == Some(DatabaseProblem::Locked) => return Ok(false),
                Err(error) => return Err(error.into()),
            }
        }
        drop(connection);
        self.empty_journal().await
    }

    /// Empties SQLite's write-ahead log, which still has the erased data. It fails while there are readers; then SQLite
    /// does it with a later write. Returns whether it succeeded.
    pub(super) async fn empty_journal(&self) -> Result<bool> {
        if self.kind == Kind::Postgres {
            return Ok(true);
        }
        let busy: i64 = sqlx::query_scalar("pragma wal_checkpoint(truncate)").fetch_one(&self.pool).await?;
        Ok(busy == 0)
    }
}

/// The key that seals.
pub(super) async fn current_key(connection: &mut Connection) -> Result<KeyId> {
    let found: Option<String> =
        sqlx::query_scalar("select key from keys where state = 'current'").fetch_optional(connection).await?;
    found.and_then(|id| id.parse().ok()).ok_or(StoreError::Unreadable("keys"))
}

fn keys_of(rows: &[(String, String, String)]) -> Result<Keys> {
    let mut keys = (None, Vec::new());
    for (id, state, _) in rows {
        let id: KeyId = id.parse().map_err(|_| StoreError::Unreadable("keys"))?;
        match state.as_str() {
            "current" if keys.0.is_none() => keys.0 = Some(id),
            "former" => keys.1.push(id),
            _ => return Err(StoreError::Unreadable("keys")),
        }
    }
    Ok(Keys { current: keys.0.ok_or(StoreError::Unreadable("keys"))?, former: keys.1 })
}

/// The rows of one column that another key has sealed, in order.
async fn after(
    write: &mut Write<'_>,
    column: &Column,
    current: KeyId,
    after: &[i64],
    most: u32,
) -> Result<Vec<(Vec<i64>, String)>> {
    let (table, name, row) = (column.table, column.name, column.row.join(", "));
    let behind = if after.is_empty() {
        String::new()
    } else {
        let places: Vec<String> = (2..after.len() + 2).map(|place| format!("${place}")).collect();
        format!("and ({row}) > ({})", places.join(", "))
    };
    let sql = format!(
        "select {row}, {name} from {table} where {name} <> '' and {name} not like $1 {behind} order by {row} limit {most}"
    );
    let mut query = sqlx::query(AssertSqlSafe(sql)).bind(current.pattern());
    for number in after {
        query = query.bind(*number);
    }
    let read = |found: sqlx::any::AnyRow| -> Result<(Vec<i64>, String)> {
        let numbers = (0..column.row.len()).map(|at| found.try_get(at)).collect::<sqlx::Result<Vec<i64>>>()?;
        Ok((numbers, found.try_get(column.row.len())?))
    };
    query.fetch_all(&mut **write).await?.into_iter().map(read).collect()
}

async fn replace(write: &mut Write<'_>, column: &Column, row: &[i64], (before, new): (&str, &str)) -> Result<()> {
    let (table, name) = (column.table, column.name);
    let row_is: Vec<String> = column.row.iter().enumerate().map(|(at, part)| format!("{part} = ${}", at + 3)).collect();
    let sql = format!("update {table} set {name} = $2 where {name} = $1 and {}", row_is.join(" and "));
    let mut query = sqlx::query(AssertSqlSafe(sql)).bind(before.to_owned()).bind(new.to_owned());
    for number in row {
        query = query.bind(*number);
    }
    query.execute(&mut **write).await?;
    Ok(())
}

async fn left(connection: &mut Connection) -> Result<u64> {
    let current = current_key(connection).await?;
    let mut all = 0;
    for Column { table, name, .. } in COLUMNS {
        let sql = format!("select count(*) from {table} where {name} <> '' and {name} not like $1");
        let count: i64 =
            sqlx::query_scalar(AssertSqlSafe(sql)).bind(current.pattern()).fetch_one(&mut *connection).await?;
        all += count.unsigned_abs();
    }
    Ok(all)
}

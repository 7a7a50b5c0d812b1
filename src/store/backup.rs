//! A backup in a format of its own, which both databases write and read: so it is also the way from SQLite to PostgreSQL.
//! One JSON value a line: a head, every row of every table, and a foot with their number.
//!
//! Personal words stay sealed in it. A restored database posts nothing twice (every due send is looked up on Discord
//! first) and does not bring back people who were erased since.

use std::io::BufRead;

use chrono::{DateTime, Utc};
use futures_util::TryStreamExt as _;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Column as _, Row as _};

use crate::store::beginning;
use crate::store::connection::Connection;
use crate::store::database::{self, Kind};
use crate::store::keys::current_key;
use crate::store::{LONG, Result, Store, StoreError, ms};

/// The version of the format.
const FORMAT: u32 = 1;
/// The first migration with what the list of erasures holds.
const KEEPS_LIST: i64 = 150;
/// What the sealed test word is bound to. It shows whether the key is the right one.
const KEY_CHECK: &str = "backup";
/// What belongs to a running process or to the database itself.
const NOT_KEPT: &[&str] = &["_sqlx_migrations", "leases", "interactions"];
/// Notes that belong to one database and its running process.
const OWN_NOTES: &[&str] =
    &["key-check", "gateway-session", "commands", beginning::NOTE, database::PROBES[0], database::PROBES[1]];

fn is_own_note(table: &str, fields: &Map<String, Value>) -> bool {
    let name = fields.get("name").and_then(Value::as_str).unwrap_or_default();
    table == "remembered" && OWN_NOTES.contains(&name)
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Head { format: u32, schema: i64, made_at: i64, key_check: String },
    Row(String, Map<String, Value>),
    Foot { rows: u64 },
}

/// What was restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restored {
    /// How many rows came back.
    pub rows: u64,
    /// How many sends are looked up on Discord before anything is sent.
    pub looked_for: u64,
    /// How many people had been erased since, and were erased again.
    pub erased: u64,
}

impl Store {
    /// Writes a snapshot of everything to `to`, while other connections read and write. Returns how many rows.
    ///
    /// # Errors
    /// The database failed, or `to` did.
    pub async fn back_up(&self, to: &mut (dyn std::io::Write + Send), now: DateTime<Utc>) -> Result<u64> {
        let mut read = self.pool.acquire().await?;
        // A large table is one statement.
        read.read_for(LONG).await?;
        read.begin(match self.kind {
            Kind::Sqlite => "begin",
            Kind::Postgres => "begin isolation level repeatable read read only",
        })
        .await?;
        let schema = schema(&mut read).await?;
        let key_check = self.codec.seal(current_key(&mut read).await?, "cmad", KEY_CHECK)?;
        put(to, &Line::Head { format: FORMAT, schema, made_at: ms(now), key_check })?;
        let mut rows = 0;
        for table in self.tables(&mut read).await? {
            // Not prepared: the table may have got a column since, by a newer cmad.
            let all = sqlx::query(AssertSqlSafe(format!("select * from {table}"))).persistent(false);
            let mut found = all.fetch(&mut read);
            while let Some(row) = found.try_next().await? {
                let fields = fields(&row)?;
                if !is_own_note(&table, &fields) {
                    put(to, &Line::Row(table.clone(), fields))?;
                    rows += 1;
                }
            }
        }
        put(to, &Line::Foot { rows })?;
        to.flush().map_err(StoreError::Backup)?;
        Ok(rows)
    }

    /// Restores a backup into an empty database: all of it or nothing.
    ///
    /// # Errors
    /// The database is not empty, the file is not a backup, was cut off, is newer than this program or was made with
    /// another key, or the database failed.
    pub async fn restore(&self, from: &mut (dyn BufRead + Send), now: DateTime<Utc>) -> Result<Restored> {
        let root = self.codec.root_text();
        let restored = self.restore_all(from, now).await;
        if restored.is_err() {
            // This database's own, which it still has.
            self.codec.set_root(&root)?;
        }
        restored
    }

    async fn restore_all(&self, from: &mut (dyn BufRead + Send), now: DateTime<Utc>) -> Result<Restored> {
        let mut lines = from.lines();
        let mut next = || -> Result<Line> {
            let line = lines.next().ok_or(StoreError::NotABackup("it was cut off"))?.map_err(StoreError::Backup)?;
            serde_json::from_str(&line).map_err(|_| StoreError::NotABackup("it is none, or was cut off"))
        };
        let Line::Head { format, schema: theirs, made_at, key_check } = next()? else {
            return Err(StoreError::NotABackup("it has no head"));
        };
        let mut write = self.write().await?;
        if format > FORMAT || theirs > schema(&mut write).await? {
            return Err(StoreError::NotABackup("a newer cmad made it"));
        }
        self.codec.open(&key_check, KEY_CHECK)?;
        // A backup by an earlier version names no keys: one key made it all.
        let maker = self.codec.opener(&key_check, KEY_CHECK).ok();
        let there: i64 = sqlx::query_scalar("select (select count(*) from servers) + (select count(*) from thanks)")
            .fetch_one(&mut *write)
            .await?;
        if there > 0 {
            return Err(StoreError::NotEmpty);
        }
        let tables = self.tables(&mut write).await?;
        for table in &tables {
            sqlx::query(AssertSqlSafe(format!("delete from {table}"))).execute(&mut *write).await?;
        }
        let mut rows = 0;
        loop {
            match next()? {
                Line::Row(table, fields) if tables.contains(&table) => {
                    rows += 1;
                    // Earlier versions backed these up.
                    if !is_own_note(&table, &fields) {
                        insert(&mut write, &table, &fields).await?;
                    }
                }
                Line::Foot { rows: theirs } if theirs == rows => break,
                Line::Row(..) => return Err(StoreError::NotABackup("it holds a table that is not known here")),
                Line::Foot { .. } | Line::Head { .. } => return Err(StoreError::NotABackup("rows are missing")),
            }
        }
        // Before anything is hashed: the root comes with the backup.
        self.settle_keys_within(&mut write, maker).await?;
        // What was due by now may have gone out after the backup was made.
        let looked_for = self.look_for_what_was_due(&mut write, now).await?;
        if theirs < KEEPS_LIST {
            self.note_list_not_read(&mut write).await?;
        }
        let erased = self.follow_list_within(&mut write, Some(made_at), now).await?;
        write.commit().await?;
        self.fill_in_hashes().await?;
        self.fill_in_from_tasks().await?;
        Ok(Restored { rows, looked_for, erased })
    }

    /// The tables that are kept, those first that others refer to.
    async fn tables(&self, connection: &mut Connection) -> Result<Vec<String>> {
        let sql = match self.kind {
            Kind::Sqlite => "select name from sqlite_master where type = 'table' and name not like 'sqlite%'",
            Kind::Postgres => {
                "select c.relname::text from pg_class c
                 where c.relkind in ('r', 'p') and c.relnamespace =
                     (select m.relnamespace from pg_class m where m.oid = to_regclass('_sqlx_migrations'))"
            }
        };
        let mut tables: Vec<String> = sqlx::query_scalar(sql).fetch_all(connection).await?;
        tables.retain(|table| !NOT_KEPT.contains(&table.as_str()) && is_name(table));
        tables.sort_by_key(|table| (table != "thanks", table.clone()));
        Ok(tables)
    }
}

async fn schema(connection: &mut Connection) -> Result<i64> {
    Ok(sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(connection).await?)
}

fn put(to: &mut (dyn std::io::Write + Send), line: &Line) -> Result<()> {
    serde_json::to_writer(&mut *to, line).map_err(|error| StoreError::Backup(error.into()))?;
    to.write_all(b"\n").map_err(StoreError::Backup)
}

fn fields(row: &AnyRow) -> Result<Map<String, Value>> {
    let mut fields = Map::new();
    for column in row.columns() {
        let value = match row.try_get::<Option<i64>, _>(column.ordinal()) {
            Ok(number) => number.map_or(Value::Null, Value::from),
            Err(_) => row.try_get::<Option<String>, _>(column.ordinal())?.map_or(Value::Null, Value::from),
        };
        fields.insert(column.name().to_owned(), value);
    }
    Ok(fields)
}

/// Whether the name is safe in a statement.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

async fn insert(write: &mut Connection, table: &str, fields: &Map<String, Value>) -> Result<()> {
    // A column that is not given has its default, or nothing.
    let given: Vec<(&String, &Value)> = fields.iter().filter(|(_, value)| !value.is_null()).collect();
    if !given.iter().all(|(name, _)| is_name(name)) {
        return Err(StoreError::NotABackup("it holds a column that is not known here"));
    }
    let names: Vec<&str> = given.iter().map(|(name, _)| name.as_str()).collect();
    let places: Vec<String> = (1..=given.len()).map(|place| format!("${place}")).collect();
    let sql = format!("insert into {table} ({}) values ({})", names.join(", "), places.join(", "));
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for (_, value) in given {
        query = match value {
            Value::Number(number) => {
                query.bind(number.as_i64().ok_or(StoreError::NotABackup("a number is too large"))?)
            }
            Value::String(text) => query.bind(text.clone()),
            _ => return Err(StoreError::NotABackup("it holds a value of an unknown kind")),
        };
    }
    query.execute(write).await?;
    Ok(())
}

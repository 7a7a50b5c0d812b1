//! Adding sends: one that a person's action caused, or many of plans at once.

use std::sync::LazyLock;

use sqlx::Any;
use sqlx::any::AnyArguments;
use sqlx::query::Query;

use crate::store::{Result, StoreError, Write, ms};
use domain::ids::{ChannelId, GuildId, UserId};
use domain::plan::Planned;
use domain::send::Task;

/// Where a send comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The campaign's plan, which may move or remove it.
    Plan,
    /// A person's action; a plan does not change it.
    People,
}

/// What each send that is added takes, in the order of [`bind_new`].
const PARAMETERS: usize = 10;

/// SQL: adds so many sends, unless their keys exist.
fn insert_sql(count: usize) -> String {
    let row = |number: usize| {
        let at = |parameter: usize| format!("${}", number * PARAMETERS + parameter);
        // What a plan adds that was due before the database was last restored may have gone out then.
        let since = format!(
            "from remembered where name = 'reconciled' and value >= cast({due} as text) and {planned} = 1",
            due = at(7),
            planned = at(6)
        );
        let plain: Vec<String> = (1..=8).map(at).collect();
        format!(
            "({}, {}, 'planned', {}, (select count(*) {since}), (select {} {since}), {})",
            plain.join(", "),
            at(7),
            at(9),
            at(7),
            at(10)
        )
    };
    let rows: Vec<String> = (0..count).map(row).collect();
    format!(
        "insert into sends (key, guild, year, kind, task, planned, due_at, until_at, retry_at, state, about, uncertain,
             taken_at, channel) values {} on conflict (key) do nothing",
        rows.join(", ")
    )
}

static INSERT_ONE: LazyLock<String> = LazyLock::new(|| insert_sql(1));

fn bind_new<'q>(
    query: Query<'q, Any, AnyArguments>,
    (guild, year): (GuildId, i32),
    send: &Planned,
    origin: Origin,
) -> Result<Query<'q, Any, AnyArguments>> {
    Ok(query
        .bind(send.key.to_string())
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(send.task.kind().name())
        .bind(json_of(&send.task)?)
        .bind(i64::from(origin == Origin::Plan))
        .bind(ms(send.due))
        .bind(send.until.map(ms))
        .bind(send.task.about().map(UserId::to_db))
        .bind(send.task.channel().map(ChannelId::to_db)))
}

/// Adds sends of plans in one statement, unless their keys exist. Returns how many were added.
pub(super) async fn insert_planned(write: &mut Write<'_>, sends: &[(GuildId, i32, Planned)]) -> Result<u64> {
    let mut query = sqlx::query(sqlx::AssertSqlSafe(insert_sql(sends.len())));
    for (guild, year, send) in sends {
        query = bind_new(query, (*guild, *year), send, Origin::Plan)?;
    }
    Ok(query.execute(&mut **write).await?.rows_affected())
}

/// Adds a send unless its key exists. Returns whether it was added.
pub(super) async fn insert(
    write: &mut Write<'_>,
    guild: GuildId,
    year: i32,
    send: &Planned,
    origin: Origin,
) -> Result<bool> {
    let query = bind_new(sqlx::query(INSERT_ONE.as_str()), (guild, year), send, origin)?;
    let done = query.execute(&mut **write).await?;
    if let Task::Unpost { message, .. } = &send.task {
        sqlx::query("update sends set taken_away = 1 where sent_message = $1")
            .bind(message.to_db())
            .execute(&mut **write)
            .await?;
    }
    Ok(done.rows_affected() == 1)
}

/// How a task is stored.
pub(super) fn json_of(task: &Task) -> Result<String> {
    serde_json::to_string(task).map_err(|_| StoreError::Unreadable("sends.task"))
}

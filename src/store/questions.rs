//! How many questions may stand open: one member, or a crowd, must not fill a channel with them. What is not asked there
//! stands in `/cmad mine`.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::kinds::kinds;
use crate::store::{Result, Write, count_of, ms};
use domain::ids::{ChannelId, GuildId, UserId};
use domain::send::{SendKey, SendKind, Task};

/// In which time [`domain::send::QuestionLimits::per_hour`] counts.
const HOUR: TimeDelta = TimeDelta::hours(1);

/// SQL: whether a question is open.
const OPEN: &str = "(state in ('planned', 'claimed', 'unknown') or (state = 'sent' and taken_away = 0))";

/// Whether the limits allow this question, which does not stand yet. Anything else is allowed.
pub(super) async fn has_room(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    task: &Task,
    now: DateTime<Utc>,
) -> Result<bool> {
    let limits = write.question_limits();
    let (giver, channel) = match task {
        Task::AskConsent { giver, channel, .. }
        | Task::AskToSave { giver, channel, .. }
        | Task::AskWhom { giver, channel, .. } => (*giver, *channel),
        _ => return Ok(true),
    };
    let (alike, most): (fn(SendKind) -> bool, u32) = match task {
        Task::AskWhom { .. } => (|kind| kind == SendKind::AskWhom, limits.whom_per_channel),
        _ => (|kind| kind.is_question() && kind != SendKind::AskWhom, limits.consent_per_channel),
    };
    Ok(open_to(write, (guild, year), giver).await? < limits.per_person
        && open_in(write, channel, &kinds(alike)).await? < most
        && posted_to(write, guild, giver, now - HOUR).await? < limits.per_hour)
}

/// Whether a question is open.
pub(super) async fn is_open(write: &mut Write<'_>, key: &SendKey) -> Result<bool> {
    let sql = format!("select count(*) from sends where key = $1 and {OPEN}");
    let open: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(key.to_string()).fetch_one(&mut **write).await?;
    Ok(open > 0)
}

/// How many questions to a person are open in a campaign.
async fn open_to(write: &mut Write<'_>, (guild, year): (GuildId, i32), person: UserId) -> Result<u32> {
    let questions = kinds(SendKind::is_question);
    let sql = format!(
        "select count(*) from sends where about = $1 and guild = $2 and year = $3 and kind in {questions} and {OPEN}"
    );
    let open: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(person.to_db())
        .bind(guild.to_db())
        .bind(i64::from(year))
        .fetch_one(&mut **write)
        .await?;
    Ok(count_of(open))
}

/// How many questions to a person were posted in a server since an instant, also those that were taken away again.
async fn posted_to(write: &mut Write<'_>, guild: GuildId, person: UserId, since: DateTime<Utc>) -> Result<u32> {
    let questions = kinds(SendKind::is_question);
    let sql = format!(
        "select count(*) from sends where about = $1 and guild = $2 and kind in {questions} and state = 'sent'
             and settled_at > $3"
    );
    let posted: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(person.to_db())
        .bind(guild.to_db())
        .bind(ms(since))
        .fetch_one(&mut **write)
        .await?;
    Ok(count_of(posted))
}

/// How many questions of some kinds are open in a channel.
async fn open_in(write: &mut Write<'_>, channel: ChannelId, kinds: &str) -> Result<u32> {
    let sql = format!("select count(*) from sends where channel = $1 and kind in {kinds} and {OPEN}");
    let open: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(channel.to_db()).fetch_one(&mut **write).await?;
    Ok(count_of(open))
}

//! How many questions may stand open: one member, or a crowd, must not fill a channel with them. What is not asked there
//! stands in `/cmad mine`.

use chrono::{DateTime, TimeDelta, Utc};

use crate::ports::Receipt;
use crate::store::kinds::kinds;
use crate::store::sends::unpost;
use crate::store::{Result, Write, count_of, ms, year_of};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::send::{SendKey, SendKind, Task};

/// What the notes begin with that name a server's channels and threads in which the hashtag does not count. Only those in
/// which something may be asked have one: where a thread began stands nowhere else.
pub(super) const LEFT_OUT: &str = "left-out:";

/// In which time [`domain::send::QuestionLimits::per_hour`] counts.
const HOUR: TimeDelta = TimeDelta::hours(1);

/// How long a question *for whom?* keeps its place in a channel when another one needs it.
const UNANSWERED: TimeDelta = TimeDelta::hours(1);

/// SQL: whether a question is open.
const OPEN: &str = "(state in ('planned', 'claimed', 'unknown') or (state = 'sent' and taken_away = 0))";

/// Whether the limits allow this question, which does not stand yet; a question that has stood for long makes room for it.
/// Anything else is allowed.
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
    let [open_to, posted_to, open_in] =
        counts(write, (guild, year), giver, (channel, &kinds(alike)), now - HOUR).await?;
    Ok(open_to < limits.per_person
        && posted_to < limits.per_hour
        && (open_in < most || matches!(task, Task::AskWhom { .. }) && takes_old_one_away(write, channel, now).await?))
}

/// Deletes the oldest question *for whom?* of a channel, if it has stood without an answer for long: a few silent people
/// must not keep the places for ever. `/cmad mine` still asks it. Returns whether there was one.
async fn takes_old_one_away(write: &mut Write<'_>, channel: ChannelId, now: DateTime<Utc>) -> Result<bool> {
    let oldest: Option<(i64, i64, i64, i64)> = sqlx::query_as(
        "select guild, year, sent_channel, sent_message from sends
         where channel = $1 and kind = $2 and state = 'sent' and taken_away = 0 and settled_at <= $3
             and sent_message is not null
         order by settled_at limit 1",
    )
    .bind(channel.to_db())
    .bind(SendKind::AskWhom.name())
    .bind(ms(now - UNANSWERED))
    .fetch_optional(&mut **write)
    .await?;
    let Some((guild, year, channel, message)) = oldest else { return Ok(false) };
    let receipt = Receipt { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
    unpost(write, (GuildId::from_db(guild), year_of(year)?), receipt, now).await
}

/// Whether a question is open.
pub(super) async fn is_open(write: &mut Write<'_>, key: &SendKey) -> Result<bool> {
    let sql = format!("select count(*) from sends where key = $1 and {OPEN}");
    let open: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(key.to_string()).fetch_one(&mut **write).await?;
    Ok(open > 0)
}

/// How many questions to a person are open in a campaign; how many were posted to them in the server since an instant, also
/// those that were taken away again; and how many of some kinds are open in a channel.
async fn counts(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    person: UserId,
    (channel, alike): (ChannelId, &str),
    since: DateTime<Utc>,
) -> Result<[u32; 3]> {
    let questions = kinds(SendKind::is_question);
    let sql = format!(
        "select (select count(*) from sends where about = $1 and guild = $2 and year = $3 and kind in {questions} and {OPEN}),
             (select count(*) from sends where about = $1 and guild = $2 and kind in {questions} and state = 'sent'
                 and settled_at > $4),
             (select count(*) from sends where channel = $5 and kind in {alike} and {OPEN})"
    );
    let (open_to, posted_to, open_in): (i64, i64, i64) = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(person.to_db())
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(ms(since))
        .bind(channel.to_db())
        .fetch_one(&mut **write)
        .await?;
    Ok([open_to, posted_to, open_in].map(count_of))
}

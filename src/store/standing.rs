//! What the bot leaves in channels because of something that a person said (questions and reactions), and its reason.
//!
//! Each has one reason, [`has_reason`]. It is looked at in the transaction of everything that can change it, when it
//! goes out, and when it has arrived: so it goes away with its reason, and what is on its way is no exception.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::ports::Receipt;
use crate::store::campaigns::open_campaign_within;
use crate::store::connection::Connection;
use crate::store::public_posts::sync_post;
use crate::store::questions::{LEFT_OUT, has_room, is_open};
use crate::store::scheduled_event::event_deleted;
use crate::store::sends::{Origin, SendRecord, insert, unpost};
use crate::store::{Result, Store, StoreError, Write, count_of, ms, year_of};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::Planned;
use domain::retry::coming_back;
use domain::send::{SendKey, SendState, Task};
use domain::thanks::ThanksId;
use domain::thanks::rules::Judgement;

/// A server's campaign of a year.
type Campaign = (GuildId, i32);

impl Store {
    /// Whether what a send leaves in a channel still has its reason; anything else has.
    pub async fn has_reason(&self, send: &SendRecord, now: DateTime<Utc>) -> Result<bool> {
        has_reason(&mut self.pool.acquire().await?, (send.guild, send.year), &send.task, now).await
    }

    /// Notes that a message asks for no answer any more: an edit says whom it thanks, or that it thanks no one.
    pub async fn settle_unclear(&self, guild: GuildId, message: MessageId, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        settle_unclear(&mut write, guild, message, now).await?;
        write.commit().await
    }
}

/// [`Store::settle_unclear`] as part of a transaction.
pub(super) async fn settle_unclear(
    write: &mut Write<'_>,
    guild: GuildId,
    message: MessageId,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query("update judgements set verdict = $4 where guild = $1 and message = $2 and verdict = $3")
        .bind(guild.to_db())
        .bind(message.to_db())
        .bind(verdict(&Judgement::Asked)?)
        .bind(verdict(&Judgement::Judged { thanked: Vec::new(), refused: Vec::new() })?)
        .execute(&mut **write)
        .await?;
    sync_unclear(write, guild, message, now).await
}

/// How a decision is stored.
pub(super) fn verdict(judgement: &Judgement) -> Result<String> {
    serde_json::to_string(judgement).map_err(|_| StoreError::Unreadable("judgements.verdict"))
}

/// Whether what a task leaves in a channel still has its reason.
pub(super) async fn has_reason(
    connection: &mut Connection,
    (guild, year): Campaign,
    task: &Task,
    now: DateTime<Utc>,
) -> Result<bool> {
    const OPEN: &str = "exists (select 1 from campaigns c where c.guild = $1 and c.year = $2 and c.closed_at is null
        and c.opens_at <= $5 and c.closes_at > $5)";
    // Only where the hashtag still counts: `channel` is the one of the words.
    let hashtag = format!(
        "exists (select 1 from servers s where s.guild = $1 and s.hashtag_on <> 0)
             and not exists (select 1 from remembered r where r.name = '{LEFT_OUT}' || $1 || '/' || channel)"
    );
    const UNTHANKED: &str = "not exists (select 1 from thanks t where t.guild = $1 and t.message = $3)";
    let (sql, of, who) = match task {
        // The message counts.
        Task::React { message, .. } => (
            "select count(*) from thanks where guild = $1 and year = $2 and message = $3 and state = 'counted'
                 and door in ('hashtag', 'mention') and $4 = 0 and $5 > 0"
                .to_owned(),
            message.to_db(),
            0,
        ),
        // Not all whom it asks have a place, and the role is the manager role still.
        Task::AskHolders { role, revision } => (
            "select count(*) from campaigns c join servers s on s.guild = c.guild
             where c.guild = $1 and c.year = $2 and c.closed_at is null and c.closes_at > $5 and c.holders_role = $3
                 and s.manager_role = $3 and c.holders_post = $4 and c.holders_joined < c.holders_asked"
                .to_owned(),
            role.to_db(),
            i64::from(*revision),
        ),
        // It counts for a manager who gets it, and its author has not said yet how it may be shown. Where the hashtag does
        // not count any more, `/cmad mine` asks about words that it found.
        Task::AskConsent { giver, message, .. } => (
            format!(
                "select count(*) from thanks t join managers m on m.guild = t.guild and m.member = t.manager
                 where t.guild = $1 and t.year = $2 and t.message = $3 and t.giver = $4 and t.state = 'counted'
                     and t.consent = 'not-asked' and m.place in ('invited', 'accepted') and {OPEN}
                     and (t.door <> 'hashtag' or {hashtag})"
            ),
            message.to_db(),
            giver.to_db(),
        ),
        // Its author has not said by any way whom it thanks, and the sign in it counts still.
        Task::AskWhom { message, giver, .. } => (
            format!(
                "select count(*) from judgements where guild = $1 and message = $3 and giver = $4
                     and verdict = '{}' and {OPEN} and {UNTHANKED}
                     and (coalesce(door, 'hashtag') <> 'hashtag' or {hashtag})",
                verdict(&Judgement::Asked)?
            ),
            message.to_db(),
            giver.to_db(),
        ),
        // Its author has not said by any way whether it may be saved.
        Task::AskToSave { giver, message, .. } => (
            format!(
                "select count(*) from saves where guild = $1 and year = $2 and message = $3 and author = $4
                     and answer is null and $5 > 0 and {UNTHANKED}
                     and exists (select 1 from campaigns c where c.guild = $1 and c.year = $2 and c.closed_at is null)"
            ),
            message.to_db(),
            giver.to_db(),
        ),
        _ => return Ok(true),
    };
    let found: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(of)
        .bind(who)
        .bind(ms(now))
        .fetch_one(connection)
        .await?;
    Ok(found > 0)
}

/// Brings everything under one message of a person in line with its reason.
pub(super) async fn sync_message(
    write: &mut Write<'_>,
    guild: GuildId,
    message: MessageId,
    now: DateTime<Utc>,
) -> Result<()> {
    // This first: while one question to a person is open, there is no other.
    sync_unclear(write, guild, message, now).await?;
    sync_thanked(write, guild, message, now).await
}

/// [`sync_message`] where it was never asked whom the message thanks.
pub(super) async fn sync_thanked(
    write: &mut Write<'_>,
    guild: GuildId,
    message: MessageId,
    now: DateTime<Utc>,
) -> Result<()> {
    sync_save(write, guild, message, now).await?;
    let thanked: Vec<(i64, i64, i64)> = sqlx::query_as(
        "select distinct year, channel, giver from thanks where guild = $1 and message = $2 and channel is not null",
    )
    .bind(guild.to_db())
    .bind(message.to_db())
    .fetch_all(&mut **write)
    .await?;
    for (year, channel, giver) in thanked {
        let campaign = (guild, year_of(year)?);
        let react = Task::React { channel: ChannelId::from_db(channel), message };
        sync(write, campaign, react, now).await?;
        sync_consent_question(write, campaign, UserId::from_db(giver), now).await?;
    }
    Ok(())
}

/// Brings the question whom an unclear message thanks in line with its reason.
pub(super) async fn sync_unclear(
    write: &mut Write<'_>,
    guild: GuildId,
    message: MessageId,
    now: DateTime<Utc>,
) -> Result<()> {
    let judged: Option<(i64, i64)> =
        sqlx::query_as("select channel, giver from judgements where guild = $1 and message = $2")
            .bind(guild.to_db())
            .bind(message.to_db())
            .fetch_optional(&mut **write)
            .await?;
    if let Some((channel, giver)) = judged
        && let Some(open) = open_campaign_within(write, guild).await?
    {
        let (giver, channel) = (UserId::from_db(giver), ChannelId::from_db(channel));
        sync_question(write, (guild, open.year), Task::AskWhom { giver, channel, message }, now).await?;
    }
    Ok(())
}

/// Brings the question whether a message may be saved in line with its reason.
pub(super) async fn sync_save(
    write: &mut Write<'_>,
    guild: GuildId,
    message: MessageId,
    now: DateTime<Utc>,
) -> Result<()> {
    let saved: Option<(i64, i64, i64)> =
        sqlx::query_as("select year, channel, author from saves where guild = $1 and message = $2")
            .bind(guild.to_db())
            .bind(message.to_db())
            .fetch_optional(&mut **write)
            .await?;
    if let Some((year, channel, author)) = saved {
        let (giver, channel) = (UserId::from_db(author), ChannelId::from_db(channel));
        let question = Task::AskToSave { giver, channel, message };
        sync_question(write, (guild, year_of(year)?), question, now).await?;
    }
    Ok(())
}

/// Brings one question in line with its reason. Once it is gone, its author may be asked about consent.
pub(super) async fn sync_question(
    write: &mut Write<'_>,
    campaign: Campaign,
    question: Task,
    now: DateTime<Utc>,
) -> Result<()> {
    let key = SendKey::new(campaign.0, campaign.1, &question);
    let (giver, was_open) = (question.about(), is_open(write, &key).await?);
    sync(write, campaign, question, now).await?;
    match giver {
        Some(giver) if was_open && !is_open(write, &key).await? => {
            sync_consent_question(write, campaign, giver, now).await
        }
        _ => Ok(()),
    }
}

/// Brings the question to one giver in line with its reason: there is one at a time, under a message of theirs that
/// still waits for an answer.
pub(super) async fn sync_consent_question(
    write: &mut Write<'_>,
    (guild, year): Campaign,
    giver: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    let tasks: Vec<(String,)> = sqlx::query_as(
        "select task from sends where about = $1 and guild = $2 and year = $3 and kind = 'ask-consent' order by key",
    )
    .bind(giver.to_db())
    .bind(guild.to_db())
    .bind(i64::from(year))
    .fetch_all(&mut **write)
    .await?;
    let (mut next, mut refused, mut stands) = (0, Vec::new(), false);
    for (task,) in tasks {
        // One of a newer version is that version's to take away.
        let Ok(task) = serde_json::from_str::<Task>(&task) else { continue };
        let Task::AskConsent { message, revision, .. } = task else { continue };
        next = next.max(revision + 1);
        match sync_existing(write, (guild, year), &task, now).await? {
            Standing::Stands => stands = true,
            Standing::Refused => refused.push(message),
            Standing::Gone => {}
        }
    }
    if stands {
        return Ok(());
    }
    let found: Vec<(i64, i64)> = sqlx::query_as(
        "select channel, message from thanks where guild = $1 and year = $2 and giver = $3 and state = 'counted'
             and consent = 'not-asked' and message is not null order by said_at desc, source desc",
    )
    .bind(guild.to_db())
    .bind(i64::from(year))
    .bind(giver.to_db())
    .fetch_all(&mut **write)
    .await?;
    for (channel, message) in found {
        let (channel, message) = (ChannelId::from_db(channel), MessageId::from_db(message));
        let task = Task::AskConsent { giver, channel, message, revision: next };
        if !refused.contains(&message)
            && has_reason(write, (guild, year), &task, now).await?
            && has_room(write, (guild, year), &task, now).await?
        {
            insert(write, guild, year, &Planned::at(guild, year, task, now), Origin::People).await?;
            return Ok(());
        }
    }
    Ok(())
}

/// What became of a send with or without its reason.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It stands, is on its way, or cannot be known.
    Stands,
    /// Discord refused it; it is not tried there again.
    Refused,
    /// It does not stand, or no longer.
    Gone,
}

/// Brings one thing in line with its reason: queues it, again if it was dropped, or takes it away. A question for which
/// there is no room is not queued.
pub(super) async fn sync(write: &mut Write<'_>, (guild, year): Campaign, task: Task, now: DateTime<Utc>) -> Result<()> {
    let key = SendKey::new(guild, year, &task).to_string();
    if sync_existing(write, (guild, year), &task, now).await? != Standing::Gone {
        return Ok(());
    }
    let due = now + coming_back(times_taken_away(write, guild, &task).await?);
    if !has_reason(write, (guild, year), &task, now).await? {
        // What never stood is forgotten: its key names a message of a person.
        sqlx::query("delete from sends where key = $1 and state = 'dropped' and code is null")
            .bind(key)
            .execute(&mut **write)
            .await?;
    } else if has_room(write, (guild, year), &task, now).await?
        && !insert(write, guild, year, &Planned::at(guild, year, task, due), Origin::People).await?
    {
        sqlx::query(
            "update sends set state = 'planned', due_at = $2, retry_at = $2, settled_at = null, taken_at = null
             where key = $1 and state = 'dropped' and code is null",
        )
        .bind(key)
        .bind(ms(due))
        .execute(&mut **write)
        .await?;
    }
    Ok(())
}

/// How often the bot's reaction under a message was taken away; 0 for questions, which have limits of their own.
async fn times_taken_away(write: &mut Write<'_>, guild: GuildId, task: &Task) -> Result<u32> {
    let Task::React { message, .. } = task else { return Ok(0) };
    let times: Option<i64> = sqlx::query_scalar("select taken_away from judgements where guild = $1 and message = $2")
        .bind(guild.to_db())
        .bind(message.to_db())
        .fetch_optional(&mut **write)
        .await?;
    Ok(count_of(times.unwrap_or(0)))
}

/// Queues that the bot's reaction under a message is taken away, and counts it.
async fn unreact(
    write: &mut Write<'_>,
    (guild, year): Campaign,
    (channel, message): (ChannelId, MessageId),
    now: DateTime<Utc>,
) -> Result<()> {
    let task = Task::Unreact { channel, message };
    if insert(write, guild, year, &Planned::at(guild, year, task, now), Origin::People).await? {
        sqlx::query("update judgements set taken_away = taken_away + 1 where guild = $1 and message = $2")
            .bind(guild.to_db())
            .bind(message.to_db())
            .execute(&mut **write)
            .await?;
    }
    Ok(())
}

/// Takes a thing away whose reason is gone, unless it is just being sent: then [`sync_settled`] does.
async fn sync_existing(
    write: &mut Write<'_>,
    (guild, year): Campaign,
    task: &Task,
    now: DateTime<Utc>,
) -> Result<Standing> {
    type Row = (String, i64, Option<i64>, Option<i64>, Option<i64>);
    let key = SendKey::new(guild, year, task).to_string();
    let row: Option<Row> =
        sqlx::query_as("select state, uncertain, sent_channel, sent_message, code from sends where key = $1")
            .bind(&key)
            .fetch_optional(&mut **write)
            .await?;
    let Some((state, uncertain, channel, message, code)) = row else { return Ok(Standing::Gone) };
    let wanted = has_reason(write, (guild, year), task, now).await?;
    let receipt = channel.zip(message).map(|(channel, message)| Receipt {
        channel: ChannelId::from_db(channel),
        message: MessageId::from_db(message),
    });
    match SendState::from_name(&state) {
        Some(SendState::Planned) if !wanted && uncertain == 0 => {
            sqlx::query("update sends set state = 'dropped', settled_at = $2, code = null where key = $1")
                .bind(&key)
                .bind(ms(now))
                .execute(&mut **write)
                .await?;
            Ok(Standing::Gone)
        }
        Some(SendState::Dropped) if code.is_some() => Ok(Standing::Refused),
        Some(SendState::Dropped) => Ok(Standing::Gone),
        Some(SendState::Sent) => match (task, receipt) {
            (Task::React { channel, message }, _) if !wanted => {
                unreact(write, (guild, year), (*channel, *message), now).await?;
                Ok(Standing::Stands)
            }
            (_, Some(receipt)) if !wanted => {
                unpost(write, (guild, year), receipt, now).await?;
                Ok(Standing::Gone)
            }
            (_, Some(receipt)) => {
                Ok(if is_taken_away(write, (guild, year), receipt).await? { Standing::Gone } else { Standing::Stands })
            }
            _ => Ok(Standing::Stands),
        },
        _ => Ok(Standing::Stands),
    }
}

/// Whether one of the bot's messages was or is being deleted.
async fn is_taken_away(
    write: &mut Write<'_>,
    (guild, year): Campaign,
    Receipt { channel, message }: Receipt,
) -> Result<bool> {
    let key = SendKey::new(guild, year, &Task::Unpost { channel, message });
    let found: i64 = sqlx::query_scalar("select count(*) from sends where key = $1")
        .bind(key.to_string())
        .fetch_one(&mut **write)
        .await?;
    Ok(found > 0)
}

/// After a send was settled: its reason may have gone, or come back, while it was on its way.
pub(super) async fn sync_settled(write: &mut Write<'_>, send: &SendRecord, now: DateTime<Utc>) -> Result<()> {
    let campaign = (send.guild, send.year);
    match &send.task {
        Task::React { .. } | Task::AskWhom { .. } | Task::AskToSave { .. } | Task::AskHolders { .. } => {
            sync(write, campaign, send.task.clone(), now).await
        }
        Task::AskConsent { giver, .. } => sync_consent_question(write, campaign, *giver, now).await,
        Task::Unreact { channel, message } => {
            // With both gone, nothing is left of it here, and it can come back.
            let react = Task::React { channel: *channel, message: *message };
            for key in [&send.key, &SendKey::new(send.guild, send.year, &react)] {
                forget(write, key).await?;
            }
            sync(write, campaign, react, now).await
        }
        Task::Unmark { .. } => forget(write, &send.key).await,
        Task::DeleteEvent { .. } => event_deleted(write, send).await,
        _ => Ok(()),
    }
}

async fn forget(write: &mut Write<'_>, key: &SendKey) -> Result<()> {
    sqlx::query("delete from sends where key = $1").bind(key.to_string()).execute(&mut **write).await?;
    Ok(())
}

/// After the place of a manager on the roster changed: the posts of words to them, and the questions about such words.
pub(super) async fn sync_manager(
    write: &mut Write<'_>,
    guild: GuildId,
    manager: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(open) = open_campaign_within(write, guild).await? else { return Ok(()) };
    let rows: Vec<(i64, i64, String)> = sqlx::query_as(
        "select id, giver, consent from thanks where guild = $1 and year = $2 and manager = $3
             and consent in ('public', 'not-asked') and state = 'counted' order by id",
    )
    .bind(guild.to_db())
    .bind(i64::from(open.year))
    .bind(manager.to_db())
    .fetch_all(&mut **write)
    .await?;
    let mut asked = BTreeSet::new();
    for (id, giver, consent) in rows {
        if consent == "public" {
            sync_post(write, ThanksId(id), now).await?;
        } else if asked.insert(giver) {
            sync_consent_question(write, (guild, open.year), UserId::from_db(giver), now).await?;
        }
    }
    Ok(())
}

//! The bot's public posts of people's words. What one person said to several managers at once stands in one post, which
//! names those of them to whom it is public; if that changes, the post is taken away and posted anew.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::ports::Receipt;
use crate::store::connection::row;
use crate::store::sends::{Origin, insert, unpost};
use crate::store::{Result, Store, Write, year_of};
use domain::ids::{ChannelId, GuildId, MessageId};
use domain::plan::Planned;
use domain::retry::coming_back;
use domain::send::Task;
use domain::thanks::{Consent, Thanks, ThanksId, ThanksState};

/// The `post_revision` of a thank-you that is in no post.
const IN_NO_POST: i64 = -1;

/// The thanks `t` that were given at once with `o`, by one form, and do not stand in their giver's own message.
const TOGETHER: &str = "t.guild = o.guild and t.source = o.source and t.giver = o.giver
    and (t.id = o.id or (t.message is null and o.message is null))";

row! {
    /// One of the thanks that were given at once.
    struct Together {
        id: i64,
        guild: i64,
        year: i64,
        consent: String,
        state: String,
        own_message: Option<i64>,
        posted_channel: Option<i64>,
        posted_message: Option<i64>,
        post_revision: i64,
        declined: i64,
    }
}

impl Together {
    /// Whether the post names its manager. Who declined is left alone, also by words of others.
    fn is_wanted(&self) -> bool {
        let public = Consent::from_name(&self.consent).is_some_and(Consent::is_posted);
        public && self.state == ThanksState::Counted.name() && self.own_message.is_none() && self.declined == 0
    }
}

impl Store {
    /// Has the words of a thank-you, and of those that were given at once with it, posted in the campaign's channel from
    /// now on.
    pub async fn post_in_campaign_channel(&self, id: ThanksId) -> Result<()> {
        let mut write = self.write().await?;
        let together = format!(
            "update thanks set post_in = null where id in (select t.id from thanks o join thanks t on {TOGETHER}
                 where o.id = $1)"
        );
        sqlx::query(sqlx::AssertSqlSafe(together)).bind(id.0).execute(&mut *write).await?;
        write.commit().await
    }

    /// The thanks whose words stand in one post: those that were given at once with `first`, as far as they are public
    /// and were so when the post was planned.
    pub async fn thanks_in_post(&self, first: ThanksId, revision: u32) -> Result<Vec<Thanks>> {
        let filter = format!(
            "t.id in (select t.id from thanks o join thanks t on {TOGETHER} where o.id = $1 and t.post_revision = $2
                 and t.consent = 'public' and t.state = 'counted')"
        );
        self.select_thanks(&filter, &[first.0, revision.into()]).await
    }
}

/// Updates the bot's public post of a thank-you, and of those given at once with it, to their giver's consent: queues
/// the post or its deletion. Returns the thanks that it has looked at.
///
/// Runs in the transaction that changed the thanks or stored the post, so that no change is missed.
pub(super) async fn sync_post(write: &mut Write<'_>, id: ThanksId, now: DateTime<Utc>) -> Result<Vec<i64>> {
    let sql = format!(
        "select t.id, t.guild, t.year, t.consent, t.state, t.message as own_message, t.posted_channel, t.posted_message,
             t.post_revision, (select count(*) from managers m
                 where m.guild = t.guild and m.member = t.manager and m.place = 'declined') as declined
         from thanks o join thanks t on {TOGETHER} where o.id = $1 order by t.id"
    );
    let mut group: Vec<Together> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id.0).fetch_all(&mut **write).await?;
    let all: Vec<i64> = group.iter().map(|one| one.id).collect();
    let wanted: BTreeSet<i64> = group.iter().filter(|one| one.is_wanted()).map(|one| one.id).collect();
    let posted: BTreeSet<i64> = group.iter().filter(|one| one.posted_message.is_some()).map(|one| one.id).collect();
    let Some(first) = group.first() else { return Ok(all) };
    let (guild, year, first) = (GuildId::from_db(first.guild), year_of(first.year)?, ThanksId(first.id));
    if posted == wanted {
        return Ok(all);
    }
    if !posted.is_empty() {
        let places: BTreeSet<(i64, i64)> =
            group.iter().filter_map(|one| one.posted_channel.zip(one.posted_message)).collect();
        for (channel, message) in places {
            let receipt = Receipt { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
            unpost(write, (guild, year), receipt, now).await?;
        }
        for one in &group {
            sqlx::query("update thanks set posted_channel = null, posted_message = null where id = $1")
                .bind(one.id)
                .execute(&mut **write)
                .await?;
        }
    }
    if !wanted.is_empty() {
        plan_post(write, (guild, year, first), &mut group, &wanted, now).await?;
    }
    Ok(all)
}

/// Queues a post of these thanks, unless one is queued.
async fn plan_post(
    write: &mut Write<'_>,
    (guild, year, first): (GuildId, i32, ThanksId),
    group: &mut [Together],
    wanted: &BTreeSet<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    let last = group.iter().map(|one| one.post_revision).max().unwrap_or(0);
    let mut revision = u32::try_from(last).unwrap_or(0);
    // An earlier post that ended (deleted, or dropped before it was sent) must not prevent a new one.
    let is_under_way = loop {
        let due = now + coming_back(revision);
        let send = Planned::at(guild, year, Task::PostThanks { thanks: first, revision }, due);
        if insert(write, guild, year, &send, Origin::People).await? {
            break false;
        }
        let (state, uncertain): (String, i64) = sqlx::query_as("select state, uncertain from sends where key = $1")
            .bind(send.key.to_string())
            .fetch_one(&mut **write)
            .await?;
        match state.as_str() {
            "planned" => break uncertain != 0,
            "claimed" => break true,
            "unknown" => return Ok(()),
            _ => revision += 1,
        }
    };
    let revision = i64::from(revision);
    let is_in = |one: &Together| one.post_revision == revision;
    if is_under_way {
        let drawn: BTreeSet<i64> = group.iter().filter(|one| is_in(one)).map(|one| one.id).collect();
        if drawn == *wanted || group.len() == 1 {
            return Ok(());
        }
    }
    for one in group {
        // What is under way may name who is not wanted any more, or lack someone: when it has arrived it is in no one's
        // name, is taken away and posted anew.
        let to = if wanted.contains(&one.id) && !is_under_way { revision } else { IN_NO_POST };
        if one.post_revision != to {
            sqlx::query("update thanks set post_revision = $2 where id = $1")
                .bind(one.id)
                .bind(to)
                .execute(&mut **write)
                .await?;
        }
    }
    Ok(())
}

/// Stores where thanks were posted, and updates the post to their giver's current consent.
pub(super) async fn note_post(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    (first, revision): (ThanksId, u32),
    receipt: Receipt,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = format!(
        "update thanks set posted_channel = $3, posted_message = $4 where id in
             (select t.id from thanks o join thanks t on {TOGETHER} where o.id = $1 and t.post_revision = $2)"
    );
    let updated = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(first.0)
        .bind(i64::from(revision))
        .bind(receipt.channel.to_db())
        .bind(receipt.message.to_db())
        .execute(&mut **write)
        .await?;
    if updated.rows_affected() == 0 {
        unpost(write, (guild, year), receipt, now).await?;
    }
    Ok(())
}

/// Before the thank-you to one manager is deleted: what stands in the same post is posted anew without them. Returns one
/// of the others, whose post is to be synchronised after the deletion.
pub(super) async fn part_from_others(write: &mut Write<'_>, id: ThanksId) -> Result<Option<ThanksId>> {
    let sql = format!(
        "select t.id from thanks o join thanks t on {TOGETHER} where o.id = $1 and t.id <> o.id
             and o.message is null order by t.id"
    );
    let others: Vec<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(id.0).fetch_all(&mut **write).await?;
    for other in &others {
        sqlx::query("update thanks set posted_channel = null, posted_message = null, post_revision = $2 where id = $1")
            .bind(*other)
            .bind(IN_NO_POST)
            .execute(&mut **write)
            .await?;
    }
    Ok(others.first().copied().map(ThanksId))
}

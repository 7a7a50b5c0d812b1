//! Sends: planned, claimed under a lease, settled once.

use chrono::{DateTime, TimeDelta, Utc};

use crate::ports::Receipt;
use crate::store::connection::row;
use crate::store::database::Kind;
use crate::store::kinds::kinds;
pub(super) use crate::store::new_sends::{Origin, insert, json_of};
use crate::store::sharing::Share;
use crate::store::spread::tolerance_sql;
use crate::store::{Result, Store, StoreError, Write, at, ms};
use domain::ids::{ChannelId, GuildId, MessageId};
use domain::plan::Planned;
use domain::retry::LOST_TOGETHER;
use domain::send::{HeldBy, SendKey, SendKind, SendState, Task};
use domain::urgency::Urgency;

/// A lease on one send. Only the store creates one, and settling consumes it: no other worker holds the send meanwhile.
#[derive(Debug)]
pub struct Claim {
    send: SendRecord,
    token: String,
    until: DateTime<Utc>,
}

impl Claim {
    /// The claimed send.
    #[must_use]
    pub fn send(&self) -> &SendRecord {
        &self.send
    }

    /// The token that identifies the lease in the database.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// When it expires: from then on another worker may hold the send.
    #[must_use]
    pub const fn until(&self) -> DateTime<Utc> {
        self.until
    }
}

/// A send as stored.
#[derive(Clone, Debug)]
pub struct SendRecord {
    /// Its name.
    pub key: SendKey,
    /// The server.
    pub guild: GuildId,
    /// The campaign's year.
    pub year: i32,
    /// What it does.
    pub task: Task,
    /// When it was due.
    pub due: DateTime<Utc>,
    /// Its deadline: from then on it is skipped.
    pub until: Option<DateTime<Utc>>,
    /// Its state.
    pub state: SendState,
    /// When a worker first claimed it.
    pub taken_at: Option<DateTime<Utc>>,
    /// Whether an earlier try may have arrived, so that a look-up has to come first.
    pub uncertain: bool,
    /// How many times it was tried, including this time.
    pub attempts: u32,
    /// How many claims in a row ended without an outcome: the process ended, or could not store it.
    pub lost: u32,
    /// The message that it became.
    pub sent: Option<Receipt>,
    /// The channel of an earlier try, where a look-up has to search; today's may be another one.
    pub tried: Option<ChannelId>,
    /// When it was settled.
    pub settled_at: Option<DateTime<Utc>>,
    /// Discord's error code, when it was refused.
    pub code: Option<u32>,
    /// What held it back last.
    pub held_by: Option<HeldBy>,
}

row! {
    struct SendRow {
        key: String,
        guild: i64,
        year: i64,
        task: String,
        due_at: i64,
        until_at: Option<i64>,
        state: String,
        claim_token: Option<String>,
        taken_at: Option<i64>,
        uncertain: i64,
        attempts: i64,
        lost: i64,
        settled_at: Option<i64>,
        sent_channel: Option<i64>,
        sent_message: Option<i64>,
        code: Option<i64>,
        held_by: Option<String>,
    }
}

/// Selects the columns of [`SendRow`]; the argument is the condition.
macro_rules! select {
    ($condition:literal) => {
        concat!(
            "select key, guild, year, task, due_at, until_at, state, claim_token, taken_at, uncertain, attempts, lost, ",
            "settled_at, sent_channel, sent_message, code, held_by from sends where ",
            $condition
        )
    };
}

const SELECT_BY_KEY: &str = select!("key = $1");
const SELECT_BY_MESSAGE: &str = select!("sent_message = $1");
const SELECT_UNTRIED: &str = select!(
    "state = 'planned' and due_at <= $1 and attempts = 0 and taken_at is null and uncertain = 0
         and exists (select 1 from servers where servers.guild = sends.guild and left_at is null and paused_at is null)
     order by due_at, key limit 500"
);
const SELECT_OF_CAMPAIGN: &str = select!("guild = $1 and year = $2 order by due_at, key");

impl SendRow {
    fn read(self) -> Result<SendRecord> {
        Ok(SendRecord {
            key: self.key.parse().map_err(|_| StoreError::Unreadable("sends.key"))?,
            guild: GuildId::from_db(self.guild),
            year: i32::try_from(self.year).map_err(|_| StoreError::Unreadable("sends.year"))?,
            task: serde_json::from_str(&self.task).map_err(|_| StoreError::Unreadable("sends.task"))?,
            due: at(self.due_at)?,
            until: self.until_at.map(at).transpose()?,
            state: SendState::from_name(&self.state).ok_or(StoreError::Unreadable("sends.state"))?,
            taken_at: self.taken_at.map(at).transpose()?,
            uncertain: self.uncertain != 0,
            attempts: u32::try_from(self.attempts).map_err(|_| StoreError::Unreadable("sends.attempts"))?,
            lost: u32::try_from(self.lost).map_err(|_| StoreError::Unreadable("sends.lost"))?,
            tried: self.sent_channel.filter(|_| self.sent_message.is_none()).map(ChannelId::from_db),
            sent: self.sent_channel.zip(self.sent_message).map(|(channel, message)| Receipt {
                channel: ChannelId::from_db(channel),
                message: MessageId::from_db(message),
            }),
            settled_at: self.settled_at.map(at).transpose()?,
            code: self.code.and_then(|code| u32::try_from(code).ok()),
            held_by: self.held_by.as_deref().and_then(HeldBy::read),
        })
    }
}

/// SQL: whether a send `s` may be claimed, as far as its server `v` is concerned. While the campaign is paused, the bot
/// posts nothing, but still deletes.
fn may_be_claimed_sql() -> String {
    format!(
        "(s.kind in {removals} or (v.guild is not null and v.left_at is null
             and (v.paused_at is null or s.kind in {take_away})))",
        removals = kinds(SendKind::is_removal),
        take_away = kinds(SendKind::takes_away)
    )
}

/// SQL: whether a send `s` is due at `now`, or its lease has expired.
fn due_sql(now: &str) -> String {
    format!(
        "((s.state = 'planned' and s.due_at <= {now} and s.retry_at <= {now})
             or (s.state = 'claimed' and s.claim_until <= {now}))"
    )
}

/// SQL: how many claims of a send are lost in a row, when it is claimed now.
const LOST_NOW: &str = "(lost + case when state = 'claimed' then 1 else 0 end)";

/// How often in a row the claims of a send were lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lost {
    Seldom,
    Often,
}

impl Lost {
    /// SQL: whether that is so of a send `s`.
    fn sql(self) -> String {
        let than = match self {
            Self::Seldom => "<",
            Self::Often => ">=",
        };
        format!("s.lost + case when s.state = 'claimed' then 1 else 0 end {than} {LOST_TOGETHER}")
    }
}

impl Store {
    /// Adds a send that a person's action caused, unless it exists. Returns whether it was added.
    pub async fn enqueue(&self, guild: GuildId, year: i32, send: &Planned) -> Result<bool> {
        let mut write = self.write().await?;
        let new = insert(&mut write, guild, year, send, Origin::People).await?;
        write.commit().await?;
        Ok(new)
    }

    /// Adds sends of many campaigns: all or, after an error, none.
    pub async fn enqueue_all(&self, sends: &[(GuildId, i32, Planned)]) -> Result<()> {
        let mut write = self.write().await?;
        for (guild, year, send) in sends {
            insert(&mut write, *guild, *year, send, Origin::People).await?;
        }
        write.commit().await
    }

    /// [`Store::claim_due_of`] all sends, in the order of urgency alone.
    pub async fn claim_due(&self, now: DateTime<Utc>, limit: u32, lease: TimeDelta, token: &str) -> Result<Vec<Claim>> {
        self.claim_due_of((Irreversible::Allowed, &Share::all()), now, limit, lease, token).await
    }

    /// Claims up to `limit` due sends for `lease`: each server's share in turn, ordered by the end of their tolerance. A send whose lease expired is
    /// claimed again, as uncertain, and its claim counts as lost. What was lost [several times](LOST_TOGETHER) in a row
    /// is left to [`Store::claim_alone`].
    ///
    /// Nothing is claimed for a server that is paused or that the bot has left, except deletions, which never wait.
    pub async fn claim_due_of(
        &self,
        which: (Irreversible, &Share),
        now: DateTime<Utc>,
        limit: u32,
        lease: TimeDelta,
        token: &str,
    ) -> Result<Vec<Claim>> {
        self.claim_lost(Lost::Seldom, which, now, limit, lease, token).await
    }

    /// Claims one due send that was lost several times in a row, the least often lost first. Its lease grows with each
    /// loss, so that what ends the process each time does so more and more seldom.
    pub async fn claim_alone(
        &self,
        which: (Irreversible, &Share),
        now: DateTime<Utc>,
        lease: TimeDelta,
        token: &str,
    ) -> Result<Option<Claim>> {
        Ok(self.claim_lost(Lost::Often, which, now, 1, lease, token).await?.pop())
    }

    /// Whether there is something for [`Store::claim_alone`].
    pub async fn has_lost(&self, (which, share): (Irreversible, &Share), now: DateTime<Utc>) -> Result<bool> {
        let sql = format!(
            "select s.key from sends s left join servers v on v.guild = s.guild
             where {taken} {held} and {due} and {lost} {open} limit 1",
            open = share.open_sql(),
            taken = may_be_claimed_sql(),
            held = which.sql("$1"),
            due = due_sql("$1"),
            lost = Lost::Often.sql()
        );
        let found: Option<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .persistent(share.closed.is_empty())
            .bind(ms(now))
            .fetch_optional(&self.pool)
            .await?;
        Ok(found.is_some())
    }

    async fn claim_lost(
        &self,
        lost: Lost,
        (which, share): (Irreversible, &Share),
        now: DateTime<Utc>,
        limit: u32,
        lease: TimeDelta,
        token: &str,
    ) -> Result<Vec<Claim>> {
        let (until, first) = match lost {
            Lost::Seldom => ("$2".to_owned(), String::new()),
            Lost::Often => (
                format!("$3 + (cast($2 as bigint) - cast($3 as bigint)) * ({LOST_NOW} + 1 - {LOST_TOGETHER})"),
                "lost, ".to_owned(),
            ),
        };
        let apart = match self.kind {
            Kind::Sqlite => "",
            // Skips rows that another process is writing or claiming.
            Kind::Postgres => "for update of s skip locked",
        };
        let due = format!(
            "{taken} {held} and {due} and {often}",
            taken = may_be_claimed_sql(),
            held = which.sql("$3"),
            due = due_sql("$3"),
            often = lost.sql()
        );
        let behind = format!("case when s.kind in {} then 1 else 0 end", kinds(|kind| kind.urgency() == Urgency::Last));
        let ends = format!("s.due_at + {}", tolerance_sql());
        // More than are claimed: another process may be claiming the first of them.
        let next = share.next_sql(&due, &behind, &ends, &first, u64::from(limit) * 4);
        let sql = format!(
            "update sends set uncertain = case when state = 'claimed' then 1 else uncertain end,
                 claim_until = {until}, lost = {LOST_NOW},
                 state = 'claimed', claim_token = $1, taken_at = coalesce(taken_at, $3), attempts = attempts + 1
             where key in (
                 select s.key from sends s join ({next}) next on next.key = s.key
                 where {still_due} order by next.n limit $4 {apart})
             returning key, guild, year, task, due_at, until_at, state, claim_token, taken_at, uncertain, attempts,
                 lost, settled_at, sent_channel, sent_message, code, held_by",
            still_due = due_sql("$3")
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .persistent(share.is_the_same_each_time())
            .bind(token)
            .bind(ms(now + lease))
            .bind(ms(now))
            .bind(i64::from(limit));
        let rows: Vec<SendRow> = match self.kind {
            Kind::Sqlite => {
                let mut write = self.write().await?;
                let rows = query.fetch_all(&mut *write).await?;
                write.commit().await?;
                rows
            }
            Kind::Postgres => query.fetch_all(&self.pool).await?,
        };
        let mut claims = Vec::with_capacity(rows.len());
        for mut row in rows {
            let token = row.claim_token.take().ok_or(StoreError::Unreadable("sends.claim_token"))?;
            let key = row.key.clone();
            match row.read() {
                Ok(send) => claims.push(Claim { send, token, until: now + lease }),
                // A send of a newer version stays claimed and is tried again later; it must not block the others.
                Err(error) => tracing::error!(key, %error, "a send cannot be read and is skipped"),
            }
        }
        claims.sort_by_cached_key(|claim| {
            let urgency = claim.send.key.kind().urgency();
            (urgency == Urgency::Last, claim.send.due + urgency.tolerance(), claim.send.key.clone())
        });
        Ok(claims)
    }

    /// Stores the channel that a claimed send is about to go to, so that a look-up can search there. After an error,
    /// the send must not go out.
    pub async fn note_destination(&self, claim: &Claim, channel: ChannelId) -> Result<()> {
        let mut write = self.write().await?;
        sqlx::query(
            "update sends set sent_channel = $3
             where key = $1 and state = 'claimed' and claim_token = $2 and sent_message is null",
        )
        .bind(claim.send.key.to_string())
        .bind(&claim.token)
        .bind(channel.to_db())
        .execute(&mut *write)
        .await?;
        write.commit().await
    }

    /// When the next send is due or a lease expires; `None` if nothing waits.
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>> {
        self.next_due_of((Irreversible::Allowed, &Share::all()), DateTime::UNIX_EPOCH).await
    }

    /// The same of those that may be claimed.
    pub async fn next_due_of(
        &self,
        (which, share): (Irreversible, &Share),
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        let sql = format!(
            "select min(case when s.state = 'claimed' then s.claim_until
                 when s.retry_at > s.due_at then s.retry_at else s.due_at end)
             from sends s left join servers v on v.guild = s.guild
             where s.state in ('planned', 'claimed') and {} {} {}",
            may_be_claimed_sql(),
            which.sql(&ms(now).to_string()),
            share.open_sql()
        );
        // It has the time in it.
        let query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).persistent(false);
        let next: Option<i64> = query.fetch_one(&self.pool).await?;
        next.map(at).transpose()
    }

    /// A send by its key.
    pub async fn send(&self, key: &SendKey) -> Result<Option<SendRecord>> {
        let row: Option<SendRow> =
            sqlx::query_as(SELECT_BY_KEY).bind(key.to_string()).fetch_optional(&self.pool).await?;
        row.map(SendRow::read).transpose()
    }

    /// Every send of one campaign that this version can read, in the order of due times.
    pub async fn sends(&self, guild: GuildId, year: i32) -> Result<Vec<SendRecord>> {
        let query = sqlx::query_as(SELECT_OF_CAMPAIGN).bind(guild.to_db()).bind(i64::from(year));
        let rows: Vec<SendRow> = query.fetch_all(&self.pool).await?;
        let mut sends = Vec::with_capacity(rows.len());
        for row in rows {
            let key = row.key.clone();
            match row.read() {
                Ok(send) => sends.push(send),
                // A send of a newer version must not keep a campaign from its close, nor its admins from its status.
                Err(error) => tracing::error!(key, %error, "a send cannot be read and is left out"),
            }
        }
        Ok(sends)
    }

    /// What was due and never tried, the longest due first and 500 at most, as far as the bot may send it and this
    /// version reads it.
    pub async fn untried(&self, now: DateTime<Utc>) -> Result<Vec<SendRecord>> {
        let rows: Vec<SendRow> = sqlx::query_as(SELECT_UNTRIED).bind(ms(now)).fetch_all(&self.pool).await?;
        Ok(rows.into_iter().filter_map(|row| row.read().ok()).collect())
    }

    /// The send that became this message of the bot.
    pub async fn send_of_message(&self, message: MessageId) -> Result<Option<SendRecord>> {
        let query = sqlx::query_as(SELECT_BY_MESSAGE).bind(message.to_db());
        let row: Option<SendRow> = query.fetch_optional(&self.pool).await?;
        row.map(SendRow::read).transpose()
    }

    /// The bot's public posts in open campaigns: a reply to one of them can be a thank-you.
    pub async fn campaign_posts(&self) -> Result<Vec<MessageId>> {
        let sql = format!(
            "select s.sent_message from sends s join campaigns c on c.guild = s.guild and c.year = s.year
             where c.closed_at is null and s.sent_message is not null and s.kind in {}",
            kinds(|kind| matches!(kind, SendKind::Step(step) if step.is_post()))
        );
        let found: Vec<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&self.pool).await?;
        Ok(found.into_iter().map(MessageId::from_db).collect())
    }
}

/// Queues the deletion of one of the bot's messages. Returns whether it was not queued yet.
pub(super) async fn unpost(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    Receipt { channel, message }: Receipt,
    now: DateTime<Utc>,
) -> Result<bool> {
    let task = Task::Unpost { channel, message };
    let send = Planned::at(guild, year, task, now);
    insert(write, guild, year, &send, Origin::People).await
}

/// Whether sends may be claimed that do what cannot be undone: that close or purge, or that are skipped because they are
/// too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Irreversible {
    /// They may.
    Allowed,
    /// They wait.
    Held,
}

impl Irreversible {
    /// SQL: whether a send `s` may be claimed at `now`.
    fn sql(self, now: &str) -> String {
        match self {
            Self::Allowed => String::new(),
            Self::Held => format!(
                "and s.kind not in {} and (s.until_at is null or s.until_at > {now})",
                kinds(SendKind::is_irreversible)
            ),
        }
    }
}

//! What bosses reply to copies: the link in a mail, the words, and what the manager gets of them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ports::Receipt;
use crate::store::connection::row;
use crate::store::sends::{Origin, SendRecord, insert, unpost};
use crate::store::{Result, Store, StoreError, Write, at, ms, year_of};
use domain::boss_reply::{BossReply, CopyId, ReplyState};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::Planned;
use domain::send::{SendKey, Task};

/// A copy, and for whom it was made, as [`Store::boss_number`] names them. Both together open the way to a reply, so that no
/// link is good for a copy that another boss got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyFor {
    /// The copy.
    pub of: CopyId,
    /// For whom.
    pub sent_to: i64,
}

/// What a boss says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The words, as [`domain::boss_reply::reply_words`] returns them.
    pub words: &'a str,
    /// Whether the boss agrees that they are posted under the recap.
    pub may_be_posted: bool,
    /// The boss, if they are a member.
    pub boss: Option<UserId>,
    /// When: by Discord's id where there is one, which no clock of ours can mistake.
    pub at: DateTime<Utc>,
}

/// What became of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replied {
    /// It is kept, and the manager gets it.
    Kept,
    /// The very same is kept already: nothing was done.
    Unchanged,
    /// It can no longer be changed.
    Over,
    /// There is no such copy, or it never left.
    NoCopy,
}

#[derive(Serialize, Deserialize)]
struct TokenFields(u64, i32, u64, u32, i64);

/// What a token is sealed for. It is not a column's name, so that no column's content can pass for a token.
const TOKEN: &str = "a token of a reply";
/// The longest token that is read: it holds five numbers.
const TOKEN_BYTES: usize = 300;

row! {
    struct Row {
        guild: i64,
        year: i64,
        manager: i64,
        copy: i64,
        boss: Option<i64>,
        said_enc: String,
        may_be_posted: i64,
        state: String,
        revision: i64,
        posts: i64,
        written_at: i64,
        changed_at: i64,
    }
}

const COLUMNS: &str =
    "select guild, year, manager, copy, boss, said_enc, may_be_posted, state, revision, posts, written_at,
    changed_at from boss_replies";
const ONE: &str = "guild = $1 and year = $2 and manager = $3 and copy = $4";

pub(super) fn place_of(of: CopyId) -> String {
    let CopyId { guild, year, manager, copy } = of;
    format!("boss_replies.said:{guild}:{year}:{manager}:{copy}")
}

fn word_of(of: CopyId, revision: u32, now: DateTime<Utc>) -> Planned {
    let task = Task::BossWrote { manager: of.manager, copy: of.copy, revision };
    Planned::at(of.guild, of.year, task, now)
}

fn post_of(of: CopyId, revision: u32, now: DateTime<Utc>) -> Planned {
    let task = Task::PostReply { manager: of.manager, copy: of.copy, revision };
    Planned::at(of.guild, of.year, task, now)
}

fn ids(of: CopyId) -> [i64; 4] {
    [of.guild.to_db(), of.year.into(), of.manager.to_db(), of.copy.into()]
}

impl Store {
    /// The token in the link of a mail: sealed, so that it reveals nothing and cannot be forged. The same arguments always give
    /// the same token.
    pub fn reply_token(&self, CopyFor { of, sent_to }: CopyFor) -> Result<String> {
        let token = TokenFields(of.guild.0, of.year, of.manager.0, of.copy, sent_to);
        let words = serde_json::to_string(&token).map_err(|_| StoreError::Unreadable("a token"))?;
        Ok(self.codec.seal_alike(&words, TOKEN).replace('+', "-").replace('/', "_"))
    }

    /// Reads a token; `None` if this bot did not make it.
    #[must_use]
    pub fn read_reply_token(&self, token: &str) -> Option<CopyFor> {
        if token.len() > TOKEN_BYTES {
            return None;
        }
        let opened = self.codec.open_alike(&token.replace('-', "+").replace('_', "/"), TOKEN).ok()?;
        let TokenFields(guild, year, manager, copy, sent_to) = serde_json::from_str(&opened).ok()?;
        Some(CopyFor { of: CopyId { guild: GuildId(guild), year, manager: UserId(manager), copy }, sent_to })
    }

    /// Whether the copy was sent to that boss and is still kept: a link ends with it.
    pub async fn is_copy_kept(&self, of: CopyFor) -> Result<bool> {
        let mut connection = self.pool.acquire().await?;
        is_kept(&mut connection, of).await
    }

    fn read_reply(&self, row: Row) -> Result<BossReply> {
        let unreadable = |_| StoreError::Unreadable("boss_replies");
        let of = CopyId {
            guild: GuildId::from_db(row.guild),
            year: year_of(row.year)?,
            manager: UserId::from_db(row.manager),
            copy: u32::try_from(row.copy).map_err(unreadable)?,
        };
        // Words that were removed are empty, and not sealed; those that do not open are as if removed.
        let sealed = Some(row.said_enc).filter(|sealed| !sealed.is_empty());
        Ok(BossReply {
            of,
            boss: row.boss.map(UserId::from_db),
            words: sealed.and_then(|sealed| self.opened(&sealed, &place_of(of))).unwrap_or_default(),
            may_be_posted: row.may_be_posted != 0,
            state: ReplyState::from_name(&row.state).ok_or(StoreError::Unreadable("boss_replies.state"))?,
            revision: u32::try_from(row.revision).map_err(unreadable)?,
            posts: u32::try_from(row.posts).map_err(unreadable)?,
            written_at: at(row.written_at)?,
            changed_at: at(row.changed_at)?,
        })
    }

    async fn replies_where(&self, filter: &str, binds: &[i64]) -> Result<Vec<BossReply>> {
        let sql = format!("{COLUMNS} where {filter} order by year, manager, copy");
        let mut query = sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(sql));
        for bind in binds {
            query = query.bind(*bind);
        }
        query.fetch_all(&self.pool).await?.into_iter().map(|row| self.read_reply(row)).collect()
    }

    /// The reply to one copy, if there is one.
    pub async fn boss_reply(&self, of: CopyId) -> Result<Option<BossReply>> {
        Ok(self.replies_where(ONE, &ids(of)).await?.pop())
    }

    /// What bosses replied to the copies of one digest, the first copy first.
    pub async fn boss_replies(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Vec<BossReply>> {
        let whose = [guild.to_db(), i64::from(year), manager.to_db()];
        self.replies_where("guild = $1 and year = $2 and manager = $3", &whose).await
    }

    /// Every reply to one manager.
    pub async fn boss_replies_to(&self, guild: GuildId, manager: UserId) -> Result<Vec<BossReply>> {
        self.replies_where("guild = $1 and manager = $2", &[guild.to_db(), manager.to_db()]).await
    }

    /// Every reply of one member as a boss.
    pub async fn boss_replies_by(&self, guild: GuildId, boss: UserId) -> Result<Vec<BossReply>> {
        self.replies_where("guild = $1 and boss = $2", &[guild.to_db(), boss.to_db()]).await
    }

    async fn reply_for_change(&self, write: &mut Write<'_>, of: CopyId) -> Result<Option<BossReply>> {
        let sql = format!("{COLUMNS} where {ONE}");
        let mut query = sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(sql));
        for bind in ids(of) {
            query = query.bind(bind);
        }
        query.fetch_optional(&mut **write).await?.map(|row| self.read_reply(row)).transpose()
    }

    /// Keeps what a boss replies, and plans the word to the manager. A change takes a post of the words before it down: its
    /// manager has not seen the new ones. The same words once more change nothing, so that a form may be sent twice.
    pub async fn write_boss_reply(&self, to: CopyFor, said: Said<'_>, now: DateTime<Utc>) -> Result<Replied> {
        let mut write = self.write().await?;
        if !is_kept(&mut write, to).await? {
            return Ok(Replied::NoCopy);
        }
        let of = to.of;
        let before = self.reply_for_change(&mut write, of).await?;
        let (mut state, mut revision) = (ReplyState::Kept, 0);
        if let Some(before) = &before {
            let is_same = before.words == said.words && before.may_be_posted == said.may_be_posted;
            if is_same && before.state != ReplyState::Withdrawn {
                return Ok(Replied::Unchanged);
            }
            if !before.can_be_changed(said.at) {
                return Ok(Replied::Over);
            }
            revision = before.revision + 1;
            if before.state == ReplyState::Hidden {
                state = ReplyState::Hidden;
            }
            take_down_post(&mut write, before, now).await?;
            drop_planned(&mut write, &word_of(of, before.revision, now).key, now).await?;
        }
        let sealed = self.seal(&mut write, said.words, &place_of(of)).await?;
        let [guild, year, manager, copy] = ids(of);
        sqlx::query(
            "insert into boss_replies (guild, year, manager, copy, boss, said_enc, may_be_posted, state, revision, posts,
                 written_at, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $10)
             on conflict (guild, year, manager, copy) do update set boss = excluded.boss, said_enc = excluded.said_enc,
                 may_be_posted = excluded.may_be_posted, state = excluded.state, revision = excluded.revision,
                 changed_at = excluded.changed_at",
        )
        .bind(guild)
        .bind(year)
        .bind(manager)
        .bind(copy)
        .bind(said.boss.map(UserId::to_db))
        .bind(sealed)
        .bind(i64::from(said.may_be_posted))
        .bind(state.name())
        .bind(i64::from(revision))
        .bind(ms(said.at))
        .execute(&mut *write)
        .await?;
        insert(&mut write, of.guild, of.year, &word_of(of, revision, now), Origin::People).await?;
        write.commit().await?;
        Ok(Replied::Kept)
    }

    /// A boss takes their reply back: the words go, and with them the post and the direct message to the manager. Returns
    /// whether there was one.
    pub async fn withdraw_boss_reply(&self, to: CopyFor, now: DateTime<Utc>) -> Result<bool> {
        let mut write = self.write().await?;
        if !is_kept(&mut write, to).await? {
            return Ok(false);
        }
        let Some(reply) = self.reply_for_change(&mut write, to.of).await? else { return Ok(false) };
        if reply.state == ReplyState::Withdrawn {
            return Ok(false);
        }
        take_down_all(&mut write, &reply, now).await?;
        let sql = format!("update boss_replies set said_enc = '', may_be_posted = 0, state = $5 where {ONE}");
        let [guild, year, manager, copy] = ids(to.of);
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(guild)
            .bind(year)
            .bind(manager)
            .bind(copy)
            .bind(ReplyState::Withdrawn.name())
            .execute(&mut *write)
            .await?;
        write.commit().await?;
        Ok(true)
    }

    /// Queues the post of a reply, as its manager saw it: of that revision. Returns whether it was queued.
    pub async fn post_boss_reply(&self, of: CopyId, revision: u32, now: DateTime<Utc>) -> Result<bool> {
        let mut write = self.write().await?;
        let Some(found) = self.reply_for_change(&mut write, of).await? else { return Ok(false) };
        if !found.can_be_posted() || found.revision != revision {
            return Ok(false);
        }
        let mut posts = found.posts;
        // An earlier post that ended must not prevent a new one.
        while !insert(&mut write, of.guild, of.year, &post_of(of, posts, now), Origin::People).await? {
            posts += 1;
        }
        set_state(&mut write, of, ReplyState::Posted, posts).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Takes the post of a reply down: for its manager, who may post it again, or for an admin. Returns whether it was posted.
    pub async fn retract_boss_reply(&self, of: CopyId, to: ReplyState, now: DateTime<Utc>) -> Result<bool> {
        let mut write = self.write().await?;
        let found = self.reply_for_change(&mut write, of).await?;
        let Some(found) = found.filter(|reply| reply.state == ReplyState::Posted) else { return Ok(false) };
        take_down_post(&mut write, &found, now).await?;
        set_state(&mut write, of, to, found.posts).await?;
        write.commit().await?;
        Ok(true)
    }

    /// An admin lets a manager post it again. Returns whether it was hidden.
    pub async fn restore_boss_reply(&self, of: CopyId) -> Result<bool> {
        let mut write = self.write().await?;
        let found = self.reply_for_change(&mut write, of).await?;
        let Some(found) = found.filter(|reply| reply.state == ReplyState::Hidden) else { return Ok(false) };
        set_state(&mut write, of, ReplyState::Kept, found.posts).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Deletes the replies that a person got, and those that they wrote as a boss, with their posts and the direct messages that
    /// have their words. Returns how many posts are being deleted, and how many replies there were.
    pub(super) async fn erase_boss_replies(
        &self,
        write: &mut Write<'_>,
        guild: GuildId,
        person: UserId,
        now: DateTime<Utc>,
    ) -> Result<(u32, u32)> {
        let sql = format!("{COLUMNS} where guild = $1 and (manager = $2 or boss = $2) order by year, manager, copy");
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(guild.to_db())
            .bind(person.to_db())
            .fetch_all(&mut **write)
            .await?;
        let (mut posts, mut replies) = (0, 0);
        for row in rows {
            let reply = self.read_reply(row)?;
            posts += u32::from(take_down_all(write, &reply, now).await?);
            replies += 1;
            let sql = format!("delete from boss_replies where {ONE}");
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
            for bind in ids(reply.of) {
                query = query.bind(bind);
            }
            query.execute(&mut **write).await?;
        }
        Ok((posts, replies))
    }
}

async fn is_kept(connection: &mut crate::store::connection::Connection, to: CopyFor) -> Result<bool> {
    let [guild, year, manager, copy] = ids(to.of);
    let found: i64 = sqlx::query_scalar(
        "select count(*) from copies where guild = $1 and year = $2 and manager = $3 and revision = $4 and sent_to = $5
             and left_at is not null",
    )
    .bind(guild)
    .bind(year)
    .bind(manager)
    .bind(copy)
    .bind(to.sent_to)
    .fetch_one(connection)
    .await?;
    Ok(found > 0)
}

async fn set_state(write: &mut Write<'_>, of: CopyId, state: ReplyState, posts: u32) -> Result<()> {
    let sql = format!("update boss_replies set state = $5, posts = $6 where {ONE}");
    let [guild, year, manager, copy] = ids(of);
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(guild)
        .bind(year)
        .bind(manager)
        .bind(copy)
        .bind(state.name())
        .bind(i64::from(posts))
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// Removes the post of a reply and every direct message with its words. Returns whether it was posted.
async fn take_down_all(write: &mut Write<'_>, reply: &BossReply, now: DateTime<Utc>) -> Result<bool> {
    for revision in 0..=reply.revision {
        take_away(write, &word_of(reply.of, revision, now).key, now).await?;
    }
    take_down_post(write, reply, now).await
}

/// Removes the post of a reply, whether it is posted or queued. Returns whether it was posted.
async fn take_down_post(write: &mut Write<'_>, reply: &BossReply, now: DateTime<Utc>) -> Result<bool> {
    if reply.state != ReplyState::Posted {
        return Ok(false);
    }
    take_away(write, &post_of(reply.of, reply.posts, now).key, now).await
}

/// Drops a send that certainly has not gone out, and deletes the message of one that has. One that is just going out is
/// deleted when it has arrived.
async fn take_away(write: &mut Write<'_>, key: &SendKey, now: DateTime<Utc>) -> Result<bool> {
    drop_planned(write, key, now).await?;
    let sent: Option<(Option<i64>, Option<i64>)> =
        sqlx::query_as("select sent_channel, sent_message from sends where key = $1 and state = 'sent'")
            .bind(key.to_string())
            .fetch_optional(&mut **write)
            .await?;
    let Some((Some(channel), Some(message))) = sent else { return Ok(false) };
    let receipt = Receipt { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
    unpost(write, (key.guild(), key.year()), receipt, now).await
}

async fn drop_planned(write: &mut Write<'_>, key: &SendKey, now: DateTime<Utc>) -> Result<()> {
    sqlx::query(
        "update sends set state = 'dropped', settled_at = $2 where key = $1 and state = 'planned' and uncertain = 0",
    )
    .bind(key.to_string())
    .bind(ms(now))
    .execute(&mut **write)
    .await?;
    Ok(())
}

/// Deletes a message with a boss's words that arrived after they were taken back, erased, or taken down.
pub(super) async fn take_back_late(
    write: &mut Write<'_>,
    send: &SendRecord,
    receipt: Receipt,
    now: DateTime<Utc>,
) -> Result<()> {
    let (manager, copy, wanted) = match send.task {
        Task::BossWrote { manager, copy, .. } => (manager, copy, "state <> 'withdrawn'".to_owned()),
        Task::PostReply { manager, copy, revision } => {
            (manager, copy, format!("state = 'posted' and posts = {revision}"))
        }
        _ => return Ok(()),
    };
    let sql = format!("select count(*) from boss_replies where {ONE} and {wanted}");
    let mut query = sqlx::query_scalar::<_, i64>(sqlx::AssertSqlSafe(sql));
    for bind in ids(CopyId { guild: send.guild, year: send.year, manager, copy }) {
        query = query.bind(bind);
    }
    if query.fetch_one(&mut **write).await? == 0 {
        unpost(write, (send.guild, send.year), receipt, now).await?;
    }
    Ok(())
}

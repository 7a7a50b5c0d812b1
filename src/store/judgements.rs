//! The judgements about messages with a sign of thanks. Ids only, no words.

use chrono::{DateTime, Utc};

use crate::store::standing::{sync_unclear, verdict};
use crate::store::{Result, Store, StoreError, Write, ms};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::thanks::Door;
use domain::thanks::rules::Judgement;

/// A message about which something is decided.
#[derive(Clone, Copy, Debug)]
pub struct JudgedMessage {
    /// Its server.
    pub guild: GuildId,
    /// Its channel.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
    /// Its author.
    pub giver: UserId,
    /// By which sign it was noticed; nothing where it has none any more.
    pub door: Option<Door>,
}

impl Store {
    /// Keeps what was decided about a message, in place of an earlier decision, with the question that follows from it;
    /// nothing of a message that must not be collected. The door is by which sign it was noticed; nothing where it has none
    /// any more.
    pub async fn keep_judgement(
        &self,
        guild: GuildId,
        (channel, message): (ChannelId, MessageId),
        (giver, door): (UserId, Option<Door>),
        judgement: &Judgement,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut write = self.write().await?;
        if self.not_collected_within(&mut write, guild, giver, message).await?.is_some() {
            return Ok(());
        }
        put_judgement(&mut write, JudgedMessage { guild, channel, message, giver, door }, judgement, now).await?;
        sync_unclear(&mut write, guild, message, now).await?;
        write.commit().await
    }

    /// The judgement about a message of one server: its author, and the judgement itself, unless another version wrote
    /// one that this version cannot read.
    pub async fn judgement(&self, guild: GuildId, message: MessageId) -> Result<Option<(UserId, Option<Judgement>)>> {
        let row: Option<(i64, String)> =
            sqlx::query_as("select giver, verdict from judgements where guild = $1 and message = $2")
                .bind(guild.to_db())
                .bind(message.to_db())
                .fetch_optional(&self.pool)
                .await?;
        Ok(row.map(|(giver, verdict)| (UserId::from_db(giver), serde_json::from_str(&verdict).ok())))
    }

    /// In which channel the message of a judgement is.
    pub async fn channel_of_judged(&self, guild: GuildId, message: MessageId) -> Result<Option<ChannelId>> {
        let channel: Option<i64> =
            sqlx::query_scalar("select channel from judgements where guild = $1 and message = $2")
                .bind(guild.to_db())
                .bind(message.to_db())
                .fetch_optional(&self.pool)
                .await?;
        Ok(channel.map(ChannelId::from_db))
    }

    /// The newest messages of a giver, since an instant, of which it is still unclear whom they thank.
    pub async fn unclear_messages(
        &self,
        guild: GuildId,
        giver: UserId,
        since: DateTime<Utc>,
    ) -> Result<Vec<(ChannelId, MessageId)>> {
        let asked =
            serde_json::to_string(&Judgement::Asked).map_err(|_| StoreError::Unreadable("judgements.verdict"))?;
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "select channel, message from judgements where guild = $1 and giver = $2 and verdict = $3 and judged_at >= $4
                 and not exists (select 1 from thanks t where t.guild = $1 and t.message = judgements.message)
             order by judged_at desc, message desc limit 5",
        )
        .bind(guild.to_db())
        .bind(giver.to_db())
        .bind(asked)
        .bind(ms(since))
        .fetch_all(&self.pool)
        .await?;
        Ok(rows
            .into_iter()
            .map(|(channel, message)| (ChannelId::from_db(channel), MessageId::from_db(message)))
            .collect())
    }
}

/// Whether something was decided about a message before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decided {
    /// No: no question about it can stand.
    FirstNow,
    /// It may have been.
    Before,
}

/// Stores what was decided about a message, in place of an earlier decision.
pub(super) async fn put_judgement(
    write: &mut Write<'_>,
    about: JudgedMessage,
    judgement: &Judgement,
    now: DateTime<Utc>,
) -> Result<Decided> {
    let verdict = verdict(judgement)?;
    let added = sqlx::query(
        "insert into judgements (message, guild, channel, giver, verdict, judged_at, door)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (message) do nothing",
    )
    .bind(about.message.to_db())
    .bind(about.guild.to_db())
    .bind(about.channel.to_db())
    .bind(about.giver.to_db())
    .bind(&verdict)
    .bind(ms(now))
    .bind(about.door.map(Door::name))
    .execute(&mut **write)
    .await?;
    if added.rows_affected() == 1 {
        return Ok(Decided::FirstNow);
    }
    sqlx::query("update judgements set verdict = $2, judged_at = $3, door = coalesce($4, door) where message = $1")
        .bind(about.message.to_db())
        .bind(verdict)
        .bind(ms(now))
        .bind(about.door.map(Door::name))
        .execute(&mut **write)
        .await?;
    Ok(Decided::Before)
}

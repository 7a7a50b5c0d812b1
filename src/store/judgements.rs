//! The judgements about messages with a sign of thanks. Ids only, no words.

use chrono::{DateTime, Utc};

use crate::store::standing::sync_unclear;
use crate::store::{Result, Store, StoreError, ms};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::send::{SendKind, Task};
use domain::thanks::rules::Judgement;

impl Store {
    /// Keeps what was decided about a message, in place of an earlier decision, with the question that follows from it;
    /// nothing of a message that must not be collected.
    pub async fn keep_judgement(
        &self,
        guild: GuildId,
        (channel, message): (ChannelId, MessageId),
        giver: UserId,
        judgement: &Judgement,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let verdict = serde_json::to_string(judgement).map_err(|_| StoreError::Unreadable("judgements.verdict"))?;
        let mut write = self.write().await?;
        if self.not_collected_within(&mut write, guild, giver, message).await?.is_some() {
            return Ok(());
        }
        sqlx::query(
            "insert into judgements (message, guild, channel, giver, verdict, judged_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (message) do update set verdict = excluded.verdict, judged_at = excluded.judged_at",
        )
        .bind(message.to_db())
        .bind(guild.to_db())
        .bind(channel.to_db())
        .bind(giver.to_db())
        .bind(verdict)
        .bind(ms(now))
        .execute(&mut *write)
        .await?;
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

    /// The newest messages of a giver about whose recipient they could not be asked in the channel, with their channels.
    pub async fn refused_questions(&self, guild: GuildId, year: i32, giver: UserId) -> Result<Vec<Task>> {
        let tasks: Vec<String> = sqlx::query_scalar(
            "select task from sends where guild = $1 and year = $2 and kind = $3 and about = $4 and state = 'failed'
             order by due_at desc limit 5",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(SendKind::AskWhom.name())
        .bind(giver.to_db())
        .fetch_all(&self.pool)
        .await?;
        tasks.iter().map(|task| serde_json::from_str(task).map_err(|_| StoreError::Unreadable("sends.task"))).collect()
    }
}

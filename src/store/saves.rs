//! Messages that members want saved as thanks, and their authors' answers. Ids only, no words.

use chrono::{DateTime, Utc};

use crate::store::sends::{Origin, insert};
use crate::store::standing::sync_save;
use crate::store::{Result, Store, count_of, ms};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::Planned;

/// A message whose author is asked whether it may be saved as a thank-you.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedSave {
    /// The server.
    pub guild: GuildId,
    /// The campaign that it would belong to.
    pub year: i32,
    /// Where the message is.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
    /// Who wrote it.
    pub author: UserId,
    /// Who wants it saved.
    pub asker: UserId,
}

/// What the author of a message answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveAnswer {
    /// It may be saved.
    Yes,
    /// It may not, and no more such questions this campaign.
    No,
}

impl SaveAnswer {
    const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }
}

impl Store {
    /// Records that a message's author is asked, and adds the question; once for each message. Returns whether it was
    /// new.
    pub async fn ask_to_save(&self, save: &AskedSave, question: &Planned, now: DateTime<Utc>) -> Result<bool> {
        let mut write = self.write().await?;
        let done = sqlx::query(
            "insert into saves (message, guild, year, channel, author, asker, asked_at)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (message) do nothing",
        )
        .bind(save.message.to_db())
        .bind(save.guild.to_db())
        .bind(i64::from(save.year))
        .bind(save.channel.to_db())
        .bind(save.author.to_db())
        .bind(save.asker.to_db())
        .bind(ms(now))
        .execute(&mut *write)
        .await?;
        let new = done.rows_affected() == 1;
        if new {
            insert(&mut write, save.guild, save.year, question, Origin::People).await?;
        }
        write.commit().await?;
        Ok(new)
    }

    /// The messages of one author in one campaign about which they have not answered.
    pub async fn open_saves(&self, guild: GuildId, year: i32, author: UserId) -> Result<Vec<(ChannelId, MessageId)>> {
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "select channel, message from saves
             where guild = $1 and year = $2 and author = $3 and answer is null order by asked_at",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(author.to_db())
        .fetch_all(&self.pool)
        .await?;
        Ok(rows
            .into_iter()
            .map(|(channel, message)| (ChannelId::from_db(channel), MessageId::from_db(message)))
            .collect())
    }

    /// Whether an author said *no* to such a question in one campaign.
    pub async fn wants_no_save_questions(&self, guild: GuildId, year: i32, author: UserId) -> Result<bool> {
        let found: i64 = sqlx::query_scalar(
            "select count(*) from saves where guild = $1 and year = $2 and author = $3 and answer = 'no'",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(author.to_db())
        .fetch_one(&self.pool)
        .await?;
        Ok(found > 0)
    }

    /// How many messages of others a member asked to save in a server since an instant.
    pub async fn count_save_questions(&self, guild: GuildId, asker: UserId, since: DateTime<Utc>) -> Result<u32> {
        let count: i64 =
            sqlx::query_scalar("select count(*) from saves where guild = $1 and asker = $2 and asked_at > $3")
                .bind(guild.to_db())
                .bind(asker.to_db())
                .bind(ms(since))
                .fetch_one(&self.pool)
                .await?;
        Ok(count_of(count))
    }

    /// Keeps an author's answer about their own messages that wait for it; the questions under them go away.
    pub async fn answer_saves(
        &self,
        guild: GuildId,
        author: UserId,
        messages: &[MessageId],
        answer: SaveAnswer,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut write = self.write().await?;
        for message in messages {
            sqlx::query("update saves set answer = $3 where message = $1 and author = $2 and answer is null")
                .bind(message.to_db())
                .bind(author.to_db())
                .bind(answer.name())
                .execute(&mut *write)
                .await?;
            sync_save(&mut write, guild, *message, now).await?;
        }
        write.commit().await
    }
}

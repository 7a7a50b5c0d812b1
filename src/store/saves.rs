//! Messages that members want saved as thanks, and their authors' answers. Ids only, no words.

use chrono::{DateTime, Utc};

use crate::store::questions::has_room;
use crate::store::sends::{Origin, insert};
use crate::store::standing::sync_save;
use crate::store::{Result, Store, count_of, ms};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::Planned;
use domain::thanks::rules::{LIMIT_PERIOD, Refusal, check_hourly_limit};

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

/// Whether an author is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveAsked {
    /// They are.
    Now,
    /// They are in `/cmad mine`: other questions are open.
    InMine,
    /// They were asked about this message before.
    Before,
    /// They said *no* to such a question in this campaign, or the message must not be collected.
    NoQuestions,
    /// The asker asks too often.
    Refused(Refusal),
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
    /// Records that a message's author is asked, and adds the question if there is room for one: once for each message,
    /// unless the author wants no more of them, or the asker has asked `per_hour` times within an hour.
    pub async fn ask_to_save(
        &self,
        save: &AskedSave,
        question: &Planned,
        now: DateTime<Utc>,
        per_hour: u32,
    ) -> Result<SaveAsked> {
        let mut write = self.write().await?;
        if self.not_collected_within(&mut write, save.guild, save.author, save.message).await?.is_some() {
            return Ok(SaveAsked::NoQuestions);
        }
        let asked_before: i64 = sqlx::query_scalar("select count(*) from saves where message = $1")
            .bind(save.message.to_db())
            .fetch_one(&mut *write)
            .await?;
        if asked_before > 0 {
            return Ok(SaveAsked::Before);
        }
        let refused: i64 = sqlx::query_scalar(
            "select count(*) from saves where guild = $1 and year = $2 and author = $3 and answer = 'no'",
        )
        .bind(save.guild.to_db())
        .bind(i64::from(save.year))
        .bind(save.author.to_db())
        .fetch_one(&mut *write)
        .await?;
        if refused > 0 {
            return Ok(SaveAsked::NoQuestions);
        }
        let asked: i64 =
            sqlx::query_scalar("select count(*) from saves where guild = $1 and asker = $2 and asked_at > $3")
                .bind(save.guild.to_db())
                .bind(save.asker.to_db())
                .bind(ms(now - LIMIT_PERIOD))
                .fetch_one(&mut *write)
                .await?;
        if let Err(refusal) = check_hourly_limit(count_of(asked), per_hour) {
            return Ok(SaveAsked::Refused(refusal));
        }
        sqlx::query(
            "insert into saves (message, guild, year, channel, author, asker, asked_at)
             values ($1, $2, $3, $4, $5, $6, $7)",
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
        let asked = if has_room(&mut write, (save.guild, save.year), &question.task, now).await? {
            insert(&mut write, save.guild, save.year, question, Origin::People).await?;
            SaveAsked::Now
        } else {
            SaveAsked::InMine
        };
        write.commit().await?;
        Ok(asked)
    }

    /// In which channel a message is that someone wants saved.
    pub async fn channel_of_save(&self, guild: GuildId, message: MessageId) -> Result<Option<ChannelId>> {
        let channel: Option<i64> = sqlx::query_scalar("select channel from saves where guild = $1 and message = $2")
            .bind(guild.to_db())
            .bind(message.to_db())
            .fetch_optional(&self.pool)
            .await?;
        Ok(channel.map(ChannelId::from_db))
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

//! Givers' consent for words that the bot found in channels.

use chrono::{DateTime, Utc};

use crate::ports::Receipt;
use crate::store::roster::remember_consent;
use crate::store::sends::unpost;
use crate::store::thanks::sync_post;
use crate::store::{Result, Store, StoreError, remember};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::send::Task;
use domain::thanks::{Consent, ThanksId};

impl Store {
    /// Stores a giver's answer to "may your words be quoted?", for all their found words of a campaign, for later ones,
    /// and as the consent that they chose last; deletes the question. All in one transaction, so that no answered
    /// question stays. Returns for how many thanks it is.
    pub async fn answer_for_found(
        &self,
        (guild, year): (GuildId, i32),
        giver: UserId,
        consent: Consent,
        now: DateTime<Utc>,
    ) -> Result<usize> {
        let mut write = self.write().await?;
        let found: Vec<i64> = sqlx::query_scalar(
            "update thanks set consent = $5 where guild = $1 and year = $2 and giver = $3 and consent = $4
                 and said_enc <> '' returning id",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(giver.to_db())
        .bind(Consent::NotAsked.name())
        .bind(consent.name())
        .fetch_all(&mut *write)
        .await?;
        for id in &found {
            sync_post(&mut write, ThanksId(*id), now).await?;
        }
        remember_consent(&mut *write, guild, giver, consent).await?;
        remember(&mut *write, &note(guild, year, giver), consent.name()).await?;
        let questions: Vec<(String, i64, i64)> = sqlx::query_as(
            "select task, sent_channel, sent_message from sends where guild = $1 and year = $2 and kind = 'ask-consent'
                 and sent_message is not null order by key",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .fetch_all(&mut *write)
        .await?;
        for (task, channel, message) in questions {
            let task: Task = serde_json::from_str(&task).map_err(|_| StoreError::Unreadable("sends.task"))?;
            if matches!(task, Task::AskConsent { giver: asked, .. } if asked == giver) {
                let question = Receipt { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
                unpost(&mut write, (guild, year), question, now).await?;
            }
        }
        write.commit().await?;
        Ok(found.len())
    }

    /// What a giver answered for their found words of a campaign; `None` if they were not asked or did not answer.
    pub async fn answered_for_found(&self, guild: GuildId, year: i32, giver: UserId) -> Result<Option<Consent>> {
        let answer = self.recall(&note(guild, year, giver)).await?;
        Ok(answer.as_deref().and_then(Consent::from_name))
    }
}

fn note(guild: GuildId, year: i32, giver: UserId) -> String {
    format!("found-consent:{guild}/{year}/{giver}")
}

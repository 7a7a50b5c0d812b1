//! Givers' consent for words that the bot found in channels.

use chrono::{DateTime, Utc};

use crate::store::public_posts::sync_post;
use crate::store::roster::remember_consent;
use crate::store::standing::sync_consent_question;
use crate::store::{Result, Store, remember};
use domain::ids::{GuildId, UserId};
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
        sync_consent_question(&mut write, (guild, year), giver, now).await?;
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

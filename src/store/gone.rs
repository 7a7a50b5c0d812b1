//! Words that go before their time: with the message that they were in, because its author deleted it, or because they
//! want their messages ignored and never said that the words may be kept.

use chrono::{DateTime, Utc};

use crate::ports::Receipt;
use crate::store::answers::sync_marks;
use crate::store::connection::row;
use crate::store::sends::unpost;
use crate::store::standing::{settle_unclear, sync, sync_consent_question, sync_save};
use crate::store::{Result, Store, StoreError, Write, year_of};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::send::Task;
use domain::thanks::{ThanksId, ThanksState};

row! {
    /// What is needed of a thank-you to remove its words.
    pub(super) struct OwnThanks {
        pub id: i64,
        pub guild: i64,
        pub year: i64,
        pub giver: i64,
        pub manager: i64,
        pub source: i64,
        pub said_at: i64,
        pub channel: Option<i64>,
        pub message: Option<i64>,
        pub posted_channel: Option<i64>,
        pub posted_message: Option<i64>,
        pub state: String,
    }
}

/// Selects [`OwnThanks`]; a condition follows.
pub(super) const OWN: &str =
    "select id, guild, year, giver, manager, source, said_at, channel, message, posted_channel, posted_message, state
     from thanks where";

impl Store {
    /// Notes that a message was deleted: the words that came from it go with it, no question under it needs an answer,
    /// and it is not collected again. Returns how many thank-yous came from it.
    pub async fn note_message_gone(&self, guild: GuildId, message: MessageId, now: DateTime<Utc>) -> Result<usize> {
        let mut write = self.write().await?;
        settle_unclear(&mut write, guild, message, now).await?;
        sqlx::query("update saves set answer = 'gone' where guild = $1 and message = $2 and answer is null")
            .bind(guild.to_db())
            .bind(message.to_db())
            .execute(&mut *write)
            .await?;
        sync_save(&mut write, guild, message, now).await?;
        let from_it: Vec<OwnThanks> =
            sqlx::query_as(sqlx::AssertSqlSafe(format!("{OWN} guild = $1 and message = $2 order by id")))
                .bind(guild.to_db())
                .bind(message.to_db())
                .fetch_all(&mut *write)
                .await?;
        for own in &from_it {
            self.remove_words(&mut write, own, now).await?;
        }
        let judged: i64 = sqlx::query_scalar("select count(*) from judgements where guild = $1 and message = $2")
            .bind(guild.to_db())
            .bind(message.to_db())
            .fetch_one(&mut *write)
            .await?;
        if judged > 0 || !from_it.is_empty() {
            self.put_gone(&mut write, guild, message).await?;
        }
        write.commit().await?;
        Ok(from_it.len())
    }

    /// Removes the words of a thank-you and what names its giver and its message; it no longer counts. The keyed hash
    /// of its giver stays, for the hourly limit, and that of its source.
    async fn remove_words(&self, write: &mut Write<'_>, own: &OwnThanks, now: DateTime<Utc>) -> Result<()> {
        remove_post(write, own, now).await?;
        self.forget_copied(write, ThanksId(own.id)).await?;
        self.forget_digest_hash(write, ThanksId(own.id)).await?;
        let state = ThanksState::from_name(&own.state).ok_or(StoreError::Unreadable("thanks.state"))?;
        sqlx::query(
            "update thanks set giver = giver_hash, source = $2, state = $3, said_enc = '', relation = null,
                 what_for = null, consent = 'private', channel = null, message = null, posted_channel = null,
                 posted_message = null, member_since = null
             where id = $1",
        )
        .bind(own.id)
        .bind(self.source_hash(own.guild, own.source))
        .bind(state.withdrawn().name())
        .execute(&mut **write)
        .await?;
        sqlx::query("delete from suggestions where thanks = $1").bind(own.id).execute(&mut **write).await?;
        if let Some((channel, message)) = own.channel.zip(own.message) {
            let (channel, message) = (ChannelId::from_db(channel), MessageId::from_db(message));
            let campaign = (GuildId::from_db(own.guild), year_of(own.year)?);
            sync(write, campaign, Task::React { channel, message }, now).await?;
            sync_marks(write, campaign, message, now).await?;
            sync_consent_question(write, campaign, UserId::from_db(own.giver), now).await?;
        }
        Ok(())
    }
}

/// Removes the words that were found in one person's messages and about which they have not answered, in campaigns that
/// are not closed.
pub(super) async fn remove_found_words(
    store: &Store,
    write: &mut Write<'_>,
    person: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    let found: Vec<OwnThanks> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{OWN} giver = $1 and consent = 'not-asked' and message is not null
             and exists (select 1 from campaigns c where c.guild = thanks.guild and c.year = thanks.year
                 and c.closed_at is null)
         order by id"
    )))
    .bind(person.to_db())
    .fetch_all(&mut **write)
    .await?;
    for own in &found {
        store.remove_words(write, own, now).await?;
    }
    Ok(())
}

/// Has the bot's post of a thank-you deleted. Returns whether there is one.
pub(super) async fn remove_post(write: &mut Write<'_>, own: &OwnThanks, now: DateTime<Utc>) -> Result<bool> {
    let Some((channel, message)) = own.posted_channel.zip(own.posted_message) else { return Ok(false) };
    let receipt = Receipt { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
    unpost(write, (GuildId::from_db(own.guild), year_of(own.year)?), receipt, now).await
}

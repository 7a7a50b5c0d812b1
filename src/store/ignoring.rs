//! **Ignore my messages**, and its end.

use chrono::{DateTime, Utc};

use crate::store::erasure_list::Entry;
use crate::store::gone::remove_found_words;
use crate::store::not_collected::{begin_ignoring, end_ignoring};
use crate::store::standing::{settle_unclear, sync_save, verdict};
use crate::store::{Result, Store, Write};
use domain::ids::{GuildId, MessageId, UserId};
use domain::thanks::rules::Judgement;

impl Store {
    /// Ignores what a person writes from now on, in every server. Questions to them are taken back, and so is what was
    /// found in their messages and about which they have not answered. Idempotent.
    pub async fn ignore(&self, person: UserId, now: DateTime<Utc>) -> Result<()> {
        let mut write = self.write().await?;
        let number = self.ignored_number(person);
        begin_ignoring(&mut write, number).await?;
        self.take_questions_back(&mut write, person, now).await?;
        self.list(&[Entry::Ignored { number }]);
        write.commit().await
    }

    /// Collects again what a person writes from now on. `asked` is the id of the interaction by which they ask: what they
    /// wrote until then is not collected later either, however it comes in.
    pub async fn notice_again(&self, person: UserId, asked: MessageId) -> Result<()> {
        if !self.is_ignored(person).await? {
            return Ok(());
        }
        let mut write = self.write().await?;
        let number = self.ignored_number(person);
        end_ignoring(&mut write, number, asked).await?;
        self.list(&[Entry::Noticed { number, until: Some(asked) }]);
        write.commit().await
    }

    async fn take_questions_back(&self, write: &mut Write<'_>, person: UserId, now: DateTime<Utc>) -> Result<()> {
        let id = person.to_db();
        // First, because an answered question makes room for the next one.
        remove_found_words(self, write, person, now).await?;
        let unclear: Vec<(i64, i64)> =
            sqlx::query_as("select guild, message from judgements where giver = $1 and verdict = $2")
                .bind(id)
                .bind(verdict(&Judgement::Asked)?)
                .fetch_all(&mut **write)
                .await?;
        for (guild, message) in unclear {
            settle_unclear(write, GuildId::from_db(guild), MessageId::from_db(message), now).await?;
        }
        let wanted: Vec<(i64, i64)> =
            sqlx::query_as("select guild, message from saves where author = $1 and answer is null")
                .bind(id)
                .fetch_all(&mut **write)
                .await?;
        for (guild, message) in wanted {
            sqlx::query("update saves set answer = 'no' where message = $1")
                .bind(message)
                .execute(&mut **write)
                .await?;
            sync_save(write, GuildId::from_db(guild), MessageId::from_db(message), now).await?;
        }
        Ok(())
    }
}

//! Keeping new thanks, with everything that follows from them, in one transaction.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::store::judgements::{Decided, JudgedMessage, put_judgement};
use crate::store::public_posts::sync_post;
use crate::store::standing::{sync_message, sync_thanked, sync_unclear};
use crate::store::thanks::{NewThanks, ThanksStored};
use crate::store::totals::take_numbers;
use crate::store::{NotCollected, Result, Store, Write};
use domain::ids::{GuildId, MessageId};
use domain::thanks::ThanksId;
use domain::thanks::rules::{Judgement, Refusal, judge_among};

/// What became of a new thank-you.
pub type Kept = std::result::Result<ThanksStored, Refusal>;

impl Store {
    /// Stores the thanks of one source, except those that exist from that source for that manager, and those that their
    /// giver's other thanks forbid ([`judge_among`], here because many may come in at one moment). What follows is in
    /// the same transaction: posts of `public` words, and what stands under the message that the words are in.
    pub async fn keep_thanks(&self, new: &[NewThanks], now: DateTime<Utc>) -> Result<Vec<Kept>> {
        let mut write = self.write().await?;
        let kept = self.keep_all(&mut write, new).await?;
        for (guild, message) in sync_posts(&mut write, new, &kept).await? {
            sync_message(&mut write, guild, message, now).await?;
        }
        write.commit().await?;
        Ok(kept)
    }

    /// [`Store::keep_thanks`] of a message in which they were found, and what was decided about it: `judge` makes that of
    /// what became of them. Nothing is kept of a message that must not be collected.
    pub async fn keep_found(
        &self,
        new: &[NewThanks],
        about: JudgedMessage,
        judge: impl FnOnce(&[Kept]) -> Judgement + Send,
        now: DateTime<Utc>,
    ) -> Result<Vec<Kept>> {
        let mut write = self.write().await?;
        if let Some(why) = self.not_collected_within(&mut write, about.guild, about.giver, about.message).await? {
            return Ok(new.iter().map(|_| Err(why.refusal())).collect());
        }
        let kept = self.keep_all(&mut write, new).await?;
        let decided = put_judgement(&mut write, about, &judge(&kept), now).await?;
        let has_new = !sync_posts(&mut write, new, &kept).await?.is_empty();
        match (decided, has_new) {
            (Decided::Before, true) => sync_message(&mut write, about.guild, about.message, now).await?,
            (Decided::Before, false) => sync_unclear(&mut write, about.guild, about.message, now).await?,
            (Decided::FirstNow, true) => sync_thanked(&mut write, about.guild, about.message, now).await?,
            (Decided::FirstNow, false) => {}
        }
        write.commit().await?;
        Ok(kept)
    }

    async fn keep_all(&self, write: &mut Write<'_>, new: &[NewThanks]) -> Result<Vec<Kept>> {
        if new.is_empty() {
            return Ok(Vec::new());
        }
        let mut kept = Vec::with_capacity(new.len());
        let mut said = None;
        for (one, number) in new.iter().zip(self.next_numbers(write, new.len()).await?) {
            let whose = (one.guild, one.giver, MessageId(one.source));
            let bar = match said {
                // What one person said at once is asked for once.
                Some((known, bar)) if known == whose => bar,
                _ => self.not_collected_within(write, whose.0, whose.1, whose.2).await?,
            };
            said = Some((whose, bar));
            kept.push(self.keep_one(write, (one, number), bar).await?);
        }
        if kept.iter().any(|one| matches!(one, Ok(ThanksStored::New(_)))) {
            take_numbers(write, new.len()).await?;
        }
        Ok(kept)
    }

    async fn keep_one(
        &self,
        write: &mut Write<'_>,
        (one, number): (&NewThanks, i64),
        bar: Option<NotCollected>,
    ) -> Result<Kept> {
        if let Some(why) = bar.filter(|why| *why == NotCollected::Gone || one.door.is_found()) {
            return Ok(Err(why.refusal()));
        }
        // They may have come back since, but what others said to them before is erased.
        if self.was_erased_after(write, one.manager, MessageId(one.source)).await? {
            return Ok(Err(Refusal::Declined));
        }
        let already: Option<i64> =
            sqlx::query_scalar("select id from thanks where guild = $1 and source in ($2, $4) and manager = $3")
                .bind(one.guild.to_db())
                .bind(one.source.cast_signed())
                .bind(one.manager.to_db())
                // Withdrawn with its message, or purged.
                .bind(self.source_hash(one.guild.to_db(), one.source.cast_signed()))
                .fetch_optional(&mut **write)
                .await?;
        if let Some(id) = already {
            return Ok(Ok(ThanksStored::Already(ThanksId(id))));
        }
        if self.thanked_everyone_before(write, one).await? {
            return Ok(Err(Refusal::EveryoneOnce));
        }
        let earlier = self.earlier_of(write, one).await?;
        let when = (one.said_at, one.door.batch(one.source));
        Ok(match judge_among(&earlier, one.manager, &one.words, when, one.per_hour) {
            Err(refusal) => Err(refusal),
            Ok(()) => Ok(ThanksStored::New(self.insert_thanks(write, one, number).await?)),
        })
    }
}

/// Brings the posts in line with new thanks. Returns the messages in which these were found.
async fn sync_posts(write: &mut Write<'_>, new: &[NewThanks], kept: &[Kept]) -> Result<BTreeSet<(GuildId, MessageId)>> {
    let (mut posts, mut messages) = (BTreeSet::new(), BTreeSet::new());
    for (one, kept) in new.iter().zip(kept) {
        let Ok(ThanksStored::New(id)) = kept else { continue };
        if !posts.contains(&id.0) {
            posts.extend(sync_post(write, *id, one.said_at).await?);
        }
        messages.extend(one.message.map(|(_, message)| (one.guild, message)));
    }
    Ok(messages)
}

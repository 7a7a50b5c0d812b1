//! Settles a send, and applies what follows from its outcome in the same transaction.

use chrono::{DateTime, Utc};

use crate::ports::Receipt;
use crate::store::answers::mark_answered_messages;
use crate::store::boss_replies::take_back_late;
use crate::store::copy_choices::count_copy;
use crate::store::public_posts::{note_post, sync_post};
use crate::store::sends::{Claim, Origin, SendRecord, insert, unpost};
use crate::store::standing::sync_settled;
use crate::store::{Result, Store, Write, ms};
use domain::plan::Planned;
use domain::send::{HeldBy, SendState, Task};
use domain::thanks::ThanksId;

/// The outcome of a claimed send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was sent; a message has a receipt.
    Sent(Option<Receipt>),
    /// It ended without being sent.
    Over {
        /// Skipped, dropped, failed or unknown.
        state: SendState,
        /// Discord's error code.
        code: Option<u32>,
    },
    /// It is retried.
    Again {
        /// When.
        at: DateTime<Utc>,
        /// Whether this try may have arrived.
        uncertain: bool,
        /// What held it back this time; with nothing, what was noted before stays.
        held: Option<HeldBy>,
    },
    /// It was not started, and any process may claim it at once.
    GivenBack,
    /// It was not sent, because Discord's limit is used up: this was no try.
    Waits {
        /// When it is due again.
        at: DateTime<Utc>,
        /// Whether an earlier try may have arrived.
        uncertain: bool,
    },
}

impl Outcome {
    /// Its name in logs and metrics.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Sent(_) => "sent",
            Self::Over { state, .. } => state.name(),
            Self::Again { .. } | Self::GivenBack | Self::Waits { .. } => "again",
        }
    }
}

impl Store {
    /// Settles a claim and adds the sends that follow from it. Returns whether the lease was still held; if not, a
    /// worker that was too slow changes nothing.
    ///
    /// If this fails, the lease expires and a look-up shows what arrived.
    pub async fn settle(&self, claim: Claim, outcome: Outcome, also: &[Planned], now: DateTime<Utc>) -> Result<bool> {
        let mut write = self.write().await?;
        let (state, retry, uncertain, receipt, code, held) = match outcome {
            Outcome::Sent(receipt) => (SendState::Sent, None, false, receipt, None, None),
            Outcome::Over { state, code } => (state, None, false, None, code, None),
            Outcome::Again { at, uncertain, held } => {
                (SendState::Planned, Some(at), uncertain, None, held.and_then(HeldBy::code), held)
            }
            Outcome::GivenBack => {
                (SendState::Planned, Some(now), claim.send().uncertain, None, claim.send().code, None)
            }
            Outcome::Waits { at, uncertain } => {
                (SendState::Planned, Some(at), uncertain, None, claim.send().code, Some(HeldBy::TooMany))
            }
        };
        let was_no_try = matches!(outcome, Outcome::GivenBack | Outcome::Waits { .. });
        let done = sqlx::query(
            "update sends set state = $3, retry_at = coalesce($4, retry_at), uncertain = $5,
                 sent_channel = coalesce($6, case $5 when 1 then sent_channel end), sent_message = $7, code = $8, settled_at = $9, claim_token = null, claim_until = null,
                 held_by = coalesce($10, held_by), lost = case $11 when 1 then lost else 0 end,
                 taken_at = case when $11 = 1 and $5 = 0 and attempts = 1 then null else taken_at end,
                 attempts = attempts - $11
             where key = $1 and claim_token = $2 and state = 'claimed'",
        )
        .bind(claim.send().key.to_string())
        .bind(claim.token())
        .bind(state.name())
        .bind(retry.map(ms))
        .bind(i64::from(uncertain))
        .bind(receipt.map(|receipt| receipt.channel.to_db()))
        .bind(receipt.map(|receipt| receipt.message.to_db()))
        .bind(code.map(i64::from))
        .bind(retry.is_none().then(|| ms(now)))
        .bind(held.map(HeldBy::stored))
        .bind(i64::from(was_no_try))
        .execute(&mut *write)
        .await?;
        if done.rows_affected() == 0 {
            if let Some(receipt) = receipt {
                delete_erased(&mut write, claim.send(), receipt, now).await?;
                write.commit().await?;
            }
            return Ok(false);
        }
        if let Task::PostThanks { thanks, revision } = claim.send().task {
            record_thanks_post(&mut write, claim.send(), (thanks, revision), receipt, state, now).await?;
        }
        if let Some(receipt) = receipt {
            mark_answered_messages(&mut write, claim.send(), receipt, now).await?;
            take_back_late(&mut write, claim.send(), receipt, now).await?;
        }
        if retry.is_none() {
            sync_settled(&mut write, claim.send(), now).await?;
        }
        for send in also {
            if insert(&mut write, claim.send().guild, claim.send().year, send, Origin::People).await? {
                count_copy(&mut write, (claim.send().guild, claim.send().year), &send.task, now).await?;
            }
        }
        let last_sent = match outcome {
            Outcome::Sent(_) => Some(self.note_sent(&mut write, now).await?),
            Outcome::Over { .. } | Outcome::Again { .. } | Outcome::GivenBack | Outcome::Waits { .. } => None,
        };
        write.commit().await?;
        if let Some(last_sent) = last_sent {
            self.note_outside(last_sent);
        }
        Ok(true)
    }
}

/// Stores where thanks were posted, and updates the post to its giver's current consent.
async fn record_thanks_post(
    write: &mut Write<'_>,
    send: &SendRecord,
    (thanks, revision): (ThanksId, u32),
    receipt: Option<Receipt>,
    state: SendState,
    now: DateTime<Utc>,
) -> Result<()> {
    if let Some(receipt) = receipt {
        note_post(write, (send.guild, send.year), (thanks, revision), receipt, now).await?;
    }
    // It was dropped because of its giver's consent, which may have changed since.
    if receipt.is_some() || state == SendState::Dropped {
        sync_post(write, thanks, now).await?;
    }
    Ok(())
}

/// Deletes a message that arrived after its send was erased.
async fn delete_erased(write: &mut Write<'_>, send: &SendRecord, receipt: Receipt, now: DateTime<Utc>) -> Result<()> {
    let there: i64 = sqlx::query_scalar("select count(*) from sends where key = $1")
        .bind(send.key.to_string())
        .fetch_one(&mut **write)
        .await?;
    if there == 0 {
        unpost(write, (send.guild, send.year), receipt, now).await?;
    }
    Ok(())
}

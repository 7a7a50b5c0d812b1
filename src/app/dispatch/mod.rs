//! Dispatch: claims due sends and makes each of them go out once.
//!
//! No transaction spans a send. A claim is a lease: if the process dies, the lease expires, and the send is looked up
//! on Discord before it is repeated. If no look-up is possible, it becomes `unknown`, is reported and is never
//! repeated.

mod claiming;
mod failures;
mod sharing;

use std::panic::AssertUnwindSafe;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt as _;
use tokio::time::Instant;

use self::failures::lost;
pub(super) use self::sharing::Sharing;
use crate::app::away::PageOutcome;
use crate::app::clock_check::ClockState;
use crate::app::outgoing::Outgoing;
use crate::app::{App, Result};
use crate::observe::metrics;
use crate::ports::{Body, Destination, Lookup, NoteKind, Receipt, SendError};
use crate::store::StoreError;
use crate::store::sends::{Claim, Irreversible, SendRecord};
use crate::store::settle::Outcome;
use crate::store::sharing::Share;
use domain::digest::DigestWithSources;
use domain::ids::GuildId;
use domain::plan::Planned;
use domain::retry::Care;
use domain::send::{HeldBy, Report, SendState, Task};

/// Why a send could not be settled now; it is claimed again once its lease has expired.
#[derive(Debug, thiserror::Error)]
enum SettleError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("sending panicked; the send will be looked up and retried")]
    Panicked,
}

impl App {
    /// Makes a running dispatch pass check again for due sends.
    pub fn look_for_more(&self) {
        self.parts.more_due.notify_one();
    }

    /// Whether something may be done now that cannot be undone.
    pub(super) fn irreversible(&self) -> Irreversible {
        if self.clock_state() == ClockState::Right { Irreversible::Allowed } else { Irreversible::Held }
    }

    /// When the next send is due that would be carried out, or a lease expires.
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>> {
        if self.has_no_server() {
            return Ok(None);
        }
        let share = self.share();
        let next = self.store().next_due_of((self.irreversible(), &share), self.now()).await?;
        Ok(next.into_iter().chain(self.parts.sharing.next_opening((self.now(), Instant::now()))).min())
    }

    /// What may be claimed beside what is under way.
    fn share(&self) -> Share {
        self.parts.sharing.share(self.config().dispatch.concurrency.into(), (self.now(), Instant::now()))
    }

    /// How long a claim lasts.
    pub(super) fn lease(&self) -> TimeDelta {
        TimeDelta::seconds(self.config().dispatch.lease_s.into())
    }

    /// Whether less than `left` of a claim's lease remains: then nothing should be started that may take longer.
    pub(super) fn is_nearly_over(&self, claim: &Claim, left: TimeDelta) -> bool {
        self.parts.clock.latest() + left > claim.until()
    }

    async fn run_claim(&self, claim: Claim) {
        let key = claim.send().key.clone();
        let has_files = matches!(claim.send().task, Task::Digest { .. } | Task::Copy { .. });
        let _place = if has_files { Some(self.parts.drawing.place().await) } else { None };
        // It may have waited long for a worker, or the machine was suspended.
        if self.is_stopping() || self.is_nearly_over(&claim, self.lease() * 2 / 3) {
            if let Err(error) = self.store().settle(claim, Outcome::GivenBack, &[], self.now()).await {
                tracing::warn!(%key, %error, "a send could not be released; it is retried when its lease expires");
            }
            return;
        }
        let ended = AssertUnwindSafe(self.attempt_and_settle(claim)).catch_unwind().await;
        if let Err(error) = ended.unwrap_or(Err(SettleError::Panicked)) {
            tracing::error!(%key, %error, "a send could not be settled");
            if let SettleError::Store(error) = &error {
                self.log_store_error(error, "The send is looked up when its lease expires");
            }
        }
        self.record_progress();
    }

    async fn attempt_and_settle(&self, claim: Claim) -> std::result::Result<(), SettleError> {
        let send = claim.send();
        let now = self.now();
        let attempt = self.attempt(&claim, now).await?;
        let was_found = matches!(attempt, Attempt::Found(_));
        let (outcome, mut also) = match attempt {
            Attempt::Settled(outcome) => (outcome, Vec::new()),
            // An earlier try arrived, as it was made then.
            Attempt::Found(receipt) => (Outcome::Sent(receipt), Vec::new()),
            Attempt::Reported(outcome, report) => (outcome, vec![self.report(send.guild, send.year, report)]),
            Attempt::Retracted(Receipt { channel, message }) => {
                let task = Task::Unpost { channel, message };
                let retracted = Planned::at(send.guild, send.year, task, now);
                (Outcome::Sent(Some(Receipt { channel, message })), vec![retracted])
            }
        };
        if let (Outcome::Sent(_), Task::Digest { manager, revision: 0 }) = (outcome, &send.task) {
            also.extend(self.copy_by_itself(send.guild, send.year, *manager).await?);
        }
        if !was_found {
            also.extend(self.copy_problem(send, outcome).await?);
        }
        // With the event gone, it may be planned anew.
        let event_gone =
            matches!((outcome, &send.task), (Outcome::Sent(_), Task::DeleteEvent { .. })).then_some(send.guild);
        let is_new_post = matches!((outcome, &send.task), (Outcome::Sent(Some(_)), Task::Post { .. }));
        metrics::send(send.task.kind().name(), outcome.name());
        if let (Outcome::Sent(_), Some(step)) = (outcome, send.task.kind().step()) {
            metrics::late(step.name(), self.now() - send.due);
        }
        let waits = matches!(outcome, Outcome::Waits { .. });
        let again = waits || matches!(outcome, Outcome::Again { .. });
        if waits {
            tracing::debug!(key = %send.key, "a send waits for Discord's limit");
        } else if again && send.task.kind().looks_back() {
            // Thousands of pages would flood the log; the result is logged.
            tracing::debug!(key = %send.key, attempt = send.attempts, "a page of earlier messages was read");
        } else {
            // The mark is part of a mail's Message-ID, which mail servers log.
            let is_copy = matches!(send.task, Task::Copy { .. });
            let mark = is_copy.then(|| tracing::field::display(send.key.mark()));
            tracing::info!(key = %send.key, mark, attempt = send.attempts, outcome = outcome.name(), "send");
        }
        if !self.store().settle(claim, outcome, &also, self.now()).await? {
            tracing::warn!("another process settled the send first");
        }
        if let Some(guild) = event_gone {
            self.replan(guild).await?;
        }
        if is_new_post {
            // A reply to it may be a thank-you.
            self.wake_subscriptions();
        }
        if !also.is_empty() || !again {
            self.wake_dispatch();
        }
        Ok(())
    }

    async fn attempt(&self, claim: &Claim, now: DateTime<Utc>) -> Result<Attempt> {
        let send = claim.send();
        let care = care_for(send);
        if care > Care::Usual {
            tracing::warn!(key = %send.key, lost = send.lost, ?care, "the process ended while this send was under way");
        }
        if care == Care::Over {
            let may_have_arrived = send.uncertain && !send.task.kind().is_repeatable();
            return Ok(lost(send, if may_have_arrived { SendState::Unknown } else { SendState::Failed }));
        }
        let too_late = send.until.is_some_and(|until| until <= now);
        if (too_late || send.task.kind().is_irreversible()) && self.irreversible() == Irreversible::Held {
            let outcome = Outcome::Again { at: now, uncertain: send.uncertain, held: send.code.map(HeldBy::Refused) };
            return Ok(Attempt::Settled(outcome));
        }
        if too_late && !send.uncertain {
            return Ok(self.skipped(send));
        }
        if let Some(looked) = self.look(send, now).await? {
            return Ok(match looked {
                PageOutcome::Done(None) => Attempt::Settled(Outcome::Sent(None)),
                PageOutcome::Done(Some(report)) => Attempt::Reported(Outcome::Sent(None), report),
                PageOutcome::More(at) => Attempt::Settled(Outcome::Again { at, uncertain: false, held: None }),
            });
        }
        let dropped = || Ok(Attempt::Settled(Outcome::Over { state: SendState::Dropped, code: None }));
        // A mail that may have left cannot be looked up, whatever the copy would be now.
        if send.uncertain && self.may_have_been_mailed(send).await? {
            return Ok(Attempt::Settled(Outcome::Over { state: SendState::Unknown, code: None }));
        }
        // The step was switched off after the claim: an earlier try is looked up, but nothing is sent.
        let is_off = self.is_switched_off(send).await?;
        if is_off && !send.uncertain {
            return dropped();
        }
        if let Some(at) = self.waits(send, now).await? {
            return Ok(Attempt::Settled(Outcome::Again { at, uncertain: false, held: None }));
        }
        let Some(outgoing) = self.outgoing(send).await? else {
            // The boss may no longer be the manager's boss, so the bot cannot look there.
            let lost = send.uncertain && matches!(send.task, Task::Copy { .. });
            let state = if lost { SendState::Unknown } else { SendState::Dropped };
            return Ok(Attempt::Settled(Outcome::Over { state, code: None }));
        };
        if let Outgoing::Refused(code) = outgoing {
            // An earlier try may have arrived, but without the copy there is nothing to look up.
            let (state, code) =
                if send.uncertain { (SendState::Unknown, None) } else { (SendState::Failed, Some(code)) };
            return Ok(Attempt::Settled(Outcome::Over { state, code }));
        }
        if let Outgoing::Later(wait) = outgoing {
            return Ok(Attempt::Settled(Outcome::Again { at: now + wait, uncertain: send.uncertain, held: None }));
        }
        if send.uncertain && !send.task.kind().is_repeatable() {
            let is_unsent_mail = matches!(outgoing, Outgoing::Mail(..)) && !self.may_have_left(send).await?;
            let found = if is_unsent_mail { Ok(Lookup::Absent) } else { self.look_up(send, &outgoing, now).await };
            match found {
                Ok(Lookup::Found(Some(receipt))) if send.task.kind().is_question() && is_unwanted(&outgoing) => {
                    return Ok(Attempt::Retracted(receipt));
                }
                Ok(Lookup::Found(receipt)) => return Ok(Attempt::Found(receipt)),
                Ok(Lookup::Absent) if is_off || is_unwanted(&outgoing) => return dropped(),
                Ok(Lookup::Absent) if too_late => return Ok(self.skipped(send)),
                Ok(Lookup::Absent) => {}
                Ok(Lookup::Unknown) => {
                    let outcome = Outcome::Over { state: SendState::Unknown, code: None };
                    // A copy is between a manager and their boss, and a failed report is not worth another report.
                    return Ok(if send.task.is_no_admins_affair() {
                        Attempt::Settled(outcome)
                    } else {
                        Attempt::Reported(outcome, Report::Unknown { key: send.key.clone() })
                    });
                }
                // It could not be looked up now, so it stays uncertain and is looked up again.
                Err(error) => return Ok(Attempt::Settled(self.again(send, error, true, now))),
            }
        }
        if care == Care::LookUp {
            return Ok(lost(send, SendState::Failed));
        }
        if let Some(at) = self.copy_must_wait(claim, &outgoing, now).await? {
            let outcome = Outcome::Again { at, uncertain: false, held: Some(HeldBy::Limit) };
            return Ok(Attempt::Settled(outcome));
        }
        self.record_content(send, &outgoing).await?;
        if let Outgoing::Message { to: Destination::Channel(channel) | Destination::Reply(channel, _), .. } = outgoing {
            self.store().note_destination(claim, channel).await?;
        }
        if let Outgoing::Mail(mail, _) = &outgoing {
            return Ok(Attempt::Settled(self.deliver_mail(claim, mail, now).await?));
        }
        // Checked last, because the database may have been slow.
        if self.is_nearly_over(claim, self.lease() / 2) {
            let (at, uncertain) = (self.now(), send.uncertain);
            return Ok(Attempt::Settled(Outcome::Again { at, uncertain, held: send.code.map(HeldBy::Refused) }));
        }
        // What takes longer than this may have arrived; it is looked up later.
        let patience = (self.lease() / 2).to_std().unwrap_or_default();
        let delivered = tokio::time::timeout(patience, self.deliver(send, outgoing)).await;
        match delivered.unwrap_or(Err(SendError::Uncertain)) {
            Ok(receipt) => Ok(Attempt::Settled(Outcome::Sent(receipt))),
            Err(error) => self.after_failure(send, error, now).await,
        }
    }

    async fn is_switched_off(&self, send: &SendRecord) -> Result<bool> {
        let Some(step) = send.task.kind().step() else { return Ok(false) };
        Ok(self.server(send.guild).await?.is_some_and(|server| !server.schedule.is_on(step)))
    }

    /// Stores what a digest contains when it is sent, so that close can detect changes, and a copy of it. If a look-up
    /// found an earlier try, what was stored then stays.
    async fn record_content(&self, send: &SendRecord, outgoing: &Outgoing) -> Result<()> {
        if let (Task::Copy { manager, revision }, Some(copy)) = (&send.task, copy_in(outgoing)) {
            self.keep_copy((send.guild, send.year), (*manager, *revision), copy).await?;
        }
        if let (Task::Digest { manager, .. }, Outgoing::Message { body: Body::Note(note), .. }) = (&send.task, outgoing)
            && let NoteKind::Digest { digest, .. } = &note.what
        {
            self.note_delivery(send.guild, send.year, *manager, digest).await?;
        }
        Ok(())
    }

    async fn deliver(&self, send: &SendRecord, outgoing: Outgoing) -> std::result::Result<Option<Receipt>, SendError> {
        let messenger = self.messenger().at(send.key.kind().urgency());
        match outgoing {
            Outgoing::Message { to, body, instead } => {
                let mark = send.key.mark();
                match (self.send_message(&*messenger, to, &body, &mark).await, instead) {
                    (Err(SendError::Gone { .. } | SendError::Forbidden { .. }), Some(other)) => {
                        self.send_message(&*messenger, other, &body, &mark).await.map(Some)
                    }
                    (sent, _) => sent.map(Some),
                }
            }
            Outgoing::Event(event) => messenger.create_event(&event).await.map(|_| None),
            Outgoing::EditEvent(event) => messenger.edit_event(&event).await.map(|()| None),
            Outgoing::DeleteEvent(event) => messenger.delete_event(&event).await.map(|()| None),
            Outgoing::Edit { at, body, mark } => messenger.edit(at, &body, &mark).await.map(|()| None),
            Outgoing::Delete { channel, message } => match messenger.delete(channel, message).await {
                Err(SendError::Gone { .. }) => Ok(None),
                done => done.map(|()| None),
            },
            Outgoing::React { channel, message, with } => messenger.react(channel, message, with).await.map(|()| None),
            Outgoing::Unreact { channel, message, with } => match messenger.unreact(channel, message, with).await {
                Err(SendError::Gone { .. }) => Ok(None),
                done => done.map(|()| None),
            },
            Outgoing::Nothing
            | Outgoing::Unwanted { .. }
            | Outgoing::Mail(..)
            | Outgoing::Refused(_)
            | Outgoing::Later(_) => Ok(None),
        }
    }

    async fn look_up(
        &self,
        send: &SendRecord,
        outgoing: &Outgoing,
        now: DateTime<Utc>,
    ) -> std::result::Result<Lookup<Option<Receipt>>, SendError> {
        let since = send.taken_at.unwrap_or(now);
        let messenger = self.messenger().at(send.key.kind().urgency());
        match outgoing {
            Outgoing::Message { to, .. } | Outgoing::Unwanted { to } => {
                let instead = if let Outgoing::Message { instead, .. } = outgoing { *instead } else { None };
                // An earlier try may have gone to the channel that was configured then.
                let to = match (*to, send.tried) {
                    (Destination::Channel(_), Some(tried)) => Destination::Channel(tried),
                    (Destination::Reply(_, message), Some(tried)) => Destination::Reply(tried, message),
                    (to, _) => to,
                };
                let found = messenger.find(to, &send.key.mark(), since).await;
                let found = match (found, instead) {
                    (Ok(Lookup::Absent) | Err(SendError::Gone { .. } | SendError::Forbidden { .. }), Some(other)) => {
                        messenger.find(other, &send.key.mark(), since).await
                    }
                    (found, _) => found,
                };
                match found {
                    Ok(Lookup::Found(receipt)) => Ok(Lookup::Found(Some(receipt))),
                    Ok(Lookup::Absent) => Ok(Lookup::Absent),
                    Ok(Lookup::Unknown) | Err(SendError::Forbidden { .. }) => Ok(Lookup::Unknown),
                    // The channel is gone, and the message with it.
                    Err(SendError::Gone { .. }) => Ok(Lookup::Absent),
                    Err(error) => Err(error),
                }
            }
            Outgoing::Event(event) => Ok(match messenger.find_event(event).await? {
                Lookup::Found(_) => Lookup::Found(None),
                Lookup::Absent => Lookup::Absent,
                Lookup::Unknown => Lookup::Unknown,
            }),
            Outgoing::EditEvent(_)
            | Outgoing::DeleteEvent(_)
            | Outgoing::Edit { .. }
            | Outgoing::Delete { .. }
            | Outgoing::React { .. }
            | Outgoing::Unreact { .. }
            | Outgoing::Nothing
            | Outgoing::Refused(_)
            | Outgoing::Later(_) => Ok(Lookup::Absent),
            // There is no look-up for mails.
            Outgoing::Mail(..) => Ok(Lookup::Unknown),
        }
    }

    /// It would come too late. Reports what held it back.
    fn skipped(&self, send: &SendRecord) -> Attempt {
        let outcome = Outcome::Over { state: SendState::Skipped, code: None };
        // Who asked to be reminded is no one else's affair.
        if matches!(send.task, Task::Remind { .. }) {
            return Attempt::Settled(outcome);
        }
        // What refused it is its code, too: an earlier version noted no more.
        let refused = || send.code.map(HeldBy::Refused);
        let by = send.held_by.or_else(refused).or_else(|| self.parts.outages.over(send.due));
        Attempt::Reported(outcome, Report::Skipped { key: send.key.clone(), by })
    }

    /// A report to the admins, as a send of its own. Its key contains the subject, so each is reported once.
    pub(super) fn report(&self, guild: GuildId, year: i32, about: Report) -> Planned {
        let task = Task::Report { about };
        Planned::at(guild, year, task, self.now())
    }
}

/// How carefully to try it. What must be done is never given up.
fn care_for(send: &SendRecord) -> Care {
    let care = Care::after(send.lost);
    if send.task.kind().must_be_done() { care.min(Care::Alone) } else { care }
}

/// The result of an attempt, and a report if there is one.
enum Attempt {
    Settled(Outcome),
    Reported(Outcome, Report),
    /// A look-up found that an earlier try had arrived.
    Found(Option<Receipt>),
    /// It arrived earlier but is no longer wanted, so it is deleted.
    Retracted(Receipt),
}

/// The copy in an outgoing message, if it is one.
fn copy_in(outgoing: &Outgoing) -> Option<&DigestWithSources> {
    match outgoing {
        Outgoing::Mail(_, copy) => Some(copy),
        Outgoing::Message { body: Body::Note(note), .. } => match &note.what {
            NoteKind::Copy { copy, .. } => Some(copy),
            _ => None,
        },
        _ => None,
    }
}

fn is_unwanted(outgoing: &Outgoing) -> bool {
    matches!(outgoing, Outgoing::Unwanted { .. })
}

//! While Discord lets the bot write to no one privately: because it has quarantined the bot (20026), or because the bot
//! opens conversations too fast (40003). All private messages wait then; when the time is over, a
//! single one tries it, and the others follow if it goes.

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::{App, Result};
use crate::ports::{Body, Destination, Messenger, QUARANTINED, Receipt, SendError};
use crate::store::private_hold::Hold;
use domain::send::Mark;

/// The longest hold there is. One that lasts longer comes from a clock that was wrong.
const LONGEST: TimeDelta = TimeDelta::days(1);

/// Whether a private message may go out.
enum Door {
    /// It may.
    Open,
    /// It may, and shows whether others may.
    Try,
    /// It may not, for so long.
    Shut(Hold, TimeDelta),
}

impl App {
    /// Sends a message, or holds it back where it is private and none may go out now.
    pub(super) async fn send_message(
        &self,
        messenger: &dyn Messenger,
        to: Destination,
        body: &Body,
        mark: &Mark,
    ) -> std::result::Result<Receipt, SendError> {
        if !matches!(to, Destination::Person(_)) {
            return messenger.send(to, body, mark).await;
        }
        let door = self.door(self.now()).await;
        if let Ok(Door::Shut(hold, left)) = door {
            let retry_after_ms = u64::try_from(left.num_milliseconds()).unwrap_or(0);
            return Err(SendError::NoPrivateMessages { code: hold.code, retry_after_ms });
        }
        let is_try = match door {
            Ok(door) => matches!(door, Door::Try),
            Err(error) => {
                self.log_store_error(&error, "A private message waits, because it is not known whether it may go out");
                return Err(SendError::NotSent);
            }
        };
        let sent = messenger.send(to, body, mark).await;
        let noted = match &sent {
            Err(SendError::NoPrivateMessages { code, retry_after_ms }) => self.shut(*code, *retry_after_ms).await,
            // Nothing was learned: another one tries it soon.
            Err(
                SendError::NotSent | SendError::Uncertain | SendError::RateLimited { .. } | SendError::Passing { .. },
            ) => Ok(()),
            _ if is_try => self.open().await,
            _ => Ok(()),
        };
        if let Err(error) = noted {
            self.log_store_error(
                &error,
                "It was not noted whether private messages may go out; the next one finds out",
            );
        }
        sent
    }

    async fn door(&self, now: DateTime<Utc>) -> Result<Door> {
        let Some(hold) = self.store().private_hold().await? else { return Ok(Door::Open) };
        let left = hold.until - now;
        if left > TimeDelta::zero() && left <= LONGEST {
            return Ok(Door::Shut(hold, left));
        }
        // The process that writes this first may try; the others wait for what comes of it, or for the end of its lease.
        let lease = self.lease();
        let taken = self.store().extend_private_hold(hold, now + lease).await?;
        Ok(if taken { Door::Try } else { Door::Shut(hold, lease) })
    }

    async fn shut(&self, code: u32, for_ms: u64) -> Result<()> {
        let pause = i64::try_from(for_ms).ok().and_then(TimeDelta::try_milliseconds).unwrap_or(LONGEST).min(LONGEST);
        let is_new = self.store().hold_private_messages(Hold { code, until: self.now() + pause }).await?;
        let pause_s = pause.num_seconds();
        match (is_new, code) {
            (true, QUARANTINED) => tracing::error!(
                code,
                "Discord has quarantined the bot: it may write to no one privately, and tries it once a day. Appeal to \
                 Discord's support; digests are read with /cmad digest meanwhile"
            ),
            (true, _) => tracing::warn!(code, pause_s, "Discord lets the bot write to no one privately for a while"),
            (false, _) => tracing::info!(code, pause_s, "Discord still lets the bot write to no one privately"),
        }
        Ok(())
    }

    async fn open(&self) -> Result<()> {
        let woken = self.store().release_private_messages(self.now()).await?;
        tracing::info!(waiting = woken, "private messages go out again");
        self.look_for_more();
        Ok(())
    }
}

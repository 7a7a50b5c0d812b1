//! **Remind me**: one direct message on the day, to those who asked for it.

use chrono::{DateTime, Utc};

use crate::app::{App, Result};
use crate::store::reminders::Toggled;
use domain::ids::UserId;
use domain::plan::remind;
use domain::server::Server;

/// What became of a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReminderOutcome {
    /// They are reminded at this time.
    Set(DateTime<Utc>),
    /// They are not reminded.
    TakenBack,
    /// They were reminded, or the time for it is over.
    TooLate,
}

impl App {
    /// Has a person reminded of the day of one campaign, or takes that back. The time is that of their own zone, if they
    /// are a manager who named one, else of the server's.
    pub async fn toggle_reminder(&self, server: &Server, person: UserId, year: i32) -> Result<ReminderOutcome> {
        let is_open = self.store().campaign(server.guild, year).await?.is_some_and(|one| one.closed_at.is_none());
        let found = self.server_and_campaign(server.guild, year).await?;
        let Some((_, campaign)) = found.filter(|_| is_open) else { return Ok(ReminderOutcome::TooLate) };
        let zone = self.manager(server.guild, person).await?.and_then(|manager| manager.timezone);
        let reminder = remind(&campaign, person, zone);
        if reminder.due <= self.now() {
            return Ok(ReminderOutcome::TooLate);
        }
        Ok(match self.store().toggle_reminder(&reminder).await? {
            Toggled::Set => ReminderOutcome::Set(reminder.due),
            Toggled::TakenBack => ReminderOutcome::TakenBack,
            Toggled::OnItsWay => ReminderOutcome::TooLate,
        })
    }
}

//! A server and what its admins set.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::calendar::NoSuchYear;
use crate::campaign::{Campaign, Schedule};
use crate::ids::{ChannelId, GuildId, RoleId, UserId};

/// A server that was set up, and its settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// The server.
    pub guild: GuildId,
    /// Its name, as Discord last told.
    pub name: String,
    /// The channel in which the campaign is posted.
    pub channel: ChannelId,
    /// That channel's name, as Discord last told: the location of the scheduled event.
    pub channel_name: String,
    /// Its time zone.
    pub zone: Tz,
    /// When its steps are taken.
    pub schedule: Schedule,
    /// Whoever holds this role is a manager.
    pub manager_role: Option<RoleId>,
    /// Where reports to the admins go; without one they go to `set_up_by`, privately.
    pub admin_channel: Option<ChannelId>,
    /// One line that is shown in each post.
    pub theme: Option<String>,
    /// The language of its public posts.
    pub language: String,
    /// Whether the hashtag is listened to.
    pub hashtag: bool,
    /// Who ran the setup.
    pub set_up_by: UserId,
    /// Since when the campaign is paused, if it is.
    pub paused_at: Option<DateTime<Utc>>,
}

impl Server {
    /// The campaign of `year` by the server's present settings.
    ///
    /// # Errors
    /// There is no day in that year.
    pub fn campaign(&self, year: i32) -> Result<Campaign, NoSuchYear> {
        Campaign::new(self.guild, year, self.zone, self.schedule.clone())
    }

    /// The campaign that the server is in: the one of `open`, the year that has not been closed, else the next.
    #[must_use]
    pub fn campaign_at(&self, now: DateTime<Utc>, open: Option<i32>) -> Campaign {
        open.and_then(|year| self.campaign(year).ok())
            .unwrap_or_else(|| Campaign::at(self.guild, now, self.zone, self.schedule.clone()))
    }
}

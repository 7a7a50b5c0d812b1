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
    /// Its name on Discord, as last seen.
    pub name: String,
    /// The channel in which the campaign is posted.
    pub channel: ChannelId,
    /// That channel's name, as last seen: the location of the scheduled event.
    pub channel_name: String,
    /// Its time zone.
    pub zone: Tz,
    /// When its steps are sent.
    pub schedule: Schedule,
    /// Members with this role are managers.
    pub manager_role: Option<RoleId>,
    /// The channel for reports to the admins; without one they go to `set_up_by`, privately.
    pub admin_channel: Option<ChannelId>,
    /// One line that is shown in each post.
    pub theme: Option<String>,
    /// The language of its public posts.
    pub language: String,
    /// Where the bot posts public words.
    pub posts: Posts,
    /// Whether the hashtag is on.
    pub hashtag: bool,
    /// Who ran the setup.
    pub set_up_by: UserId,
    /// Since when the campaign is paused, if it is.
    pub paused_at: Option<DateTime<Utc>>,
}

/// Where the bot posts public words that are not in a message of their giver.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Posts {
    /// In the channel in which they were given, if everyone sees it and both giver and bot may write there; else in the
    /// campaign's channel.
    #[default]
    Here,
    /// In the campaign's channel.
    CampaignChannel,
}

impl Posts {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Here, Self::CampaignChannel];

    /// The name under which it is stored and offered.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::CampaignChannel => "campaign_channel",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

impl Server {
    /// The campaign of `year` by the server's present settings.
    ///
    /// # Errors
    /// There is no day in that year.
    pub fn campaign(&self, year: i32) -> Result<Campaign, NoSuchYear> {
        Campaign::new(self.guild, year, self.zone, self.schedule.clone())
    }

    /// The server's present campaign: the year `open` that has not been closed, otherwise the next one.
    #[must_use]
    pub fn campaign_at(&self, now: DateTime<Utc>, open: Option<i32>) -> Campaign {
        open.and_then(|year| self.campaign(year).ok())
            .unwrap_or_else(|| Campaign::at(self.guild, now, self.zone, self.schedule.clone()))
    }
}

//! The server for benchmarks.

use chrono_tz::Tz;
use domain::campaign::Schedule;
use domain::ids::{ChannelId, GuildId, UserId};
use domain::server::{Posts, Server};

/// A server that was set up with only a channel and a time zone.
pub fn server(guild: GuildId, zone: Tz) -> Server {
    Server {
        guild,
        name: "Northwind".into(),
        channel: ChannelId(guild.0 + 1),
        channel_name: "community".into(),
        zone,
        schedule: Schedule::default(),
        manager_role: None,
        admin_channel: None,
        theme: None,
        language: "en".into(),
        posts: Posts::Here,
        hashtag: true,
        set_up_by: UserId(guild.0 + 2),
        paused_at: None,
    }
}

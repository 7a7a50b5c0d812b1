//! Parses the needed fields of a frame into our own types.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::value::RawValue;
use serenity::all as discord;

use crate::discord::gateway::filter::{Kind, Subscriptions, is_cmad};
use domain::away::Contents;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};

/// An event of the gateway. Where it has JSON, that is the event's `d`, as Discord wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GatewayEvent {
    /// A session is ready.
    Connected(Connected),
    /// The connection was lost; the bot reconnects.
    Disconnected,
    /// Discord refuses MESSAGE_CONTENT (4014: not enabled in the developer portal), so there are no hashtags. The
    /// session continues without it until this program is restarted.
    ContentRefused,
    /// The bot is in this server, and the server is available.
    GuildAvailable(Guild),
    /// A server was changed; this is its name now.
    GuildNamed {
        /// The server.
        guild: GuildId,
        /// Its name.
        name: String,
    },
    /// The bot was removed from this server.
    GuildRemoved(GuildId),
    /// The server has an outage: it sends no events until it is available again.
    GuildUnavailable(GuildId),
    /// A person used a command, a button, a list or a form.
    Interaction(String),
    /// A new message that may be thanks.
    Message(String),
    /// An edited message that is stored or may be thanks.
    MessageEdited(String),
    /// Messages were deleted, one of them stored.
    MessagesDeleted {
        /// Where.
        guild: Option<GuildId>,
        /// Where.
        channel: ChannelId,
        /// All of them, stored or not.
        messages: Vec<MessageId>,
    },
    /// A channel was created or changed that is or was named `cmad`, or that has a campaign.
    ChannelNamed {
        /// Its server.
        guild: GuildId,
        /// The channel.
        channel: ChannelId,
        /// Its name now.
        name: String,
    },
    /// A channel was deleted.
    ChannelDeleted {
        /// Its server.
        guild: GuildId,
        /// The channel.
        channel: ChannelId,
    },
    /// Not from Discord: the dispatch pass queues it after every event that was received by this time.
    ReceivedUntil(DateTime<Utc>),
}

/// The current session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connected {
    /// The bot.
    pub user: UserId,
    /// Its application.
    pub application: u64,
    /// Whether an earlier session was resumed: then nothing was missed.
    pub resumed: bool,
    /// Whether this session receives the text of messages; `None` if it was not requested.
    pub contents: Option<Contents>,
    /// In a new session, all servers of the bot; each becomes available by an event of its own. Empty when resumed.
    pub guilds: Vec<GuildId>,
}

/// The needed fields of a server that becomes available.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guild {
    /// Its id.
    pub id: GuildId,
    /// Its name.
    pub name: String,
    /// Channels named `cmad`.
    pub tag_channels: Vec<ChannelId>,
    /// The names of channels with a campaign.
    pub campaign_channels: Vec<(ChannelId, String)>,
}

/// The content of READY, with what a resume needs.
pub(super) struct Ready {
    pub(super) connected: Connected,
    pub(super) resume_url: String,
}

/// Parses READY. `None` if it is not as documented.
pub(super) fn ready(frame: &str) -> Option<Ready> {
    #[derive(Deserialize)]
    struct Raw {
        user: Bare<discord::UserId>,
        application: Bare<discord::ApplicationId>,
        guilds: Vec<Bare<discord::GuildId>>,
        resume_gateway_url: String,
    }
    let raw: Raw = data(frame)?;
    Some(Ready {
        connected: Connected {
            user: UserId(raw.user.id.get()),
            application: raw.application.id.get(),
            resumed: false,
            contents: None,
            guilds: raw.guilds.iter().map(|guild| GuildId(guild.id.get())).collect(),
        },
        resume_url: raw.resume_gateway_url,
    })
}

/// Parses any other event. `None` if it cannot be parsed or is not needed.
pub(super) fn event(kind: Kind, frame: &str, subscriptions: &Subscriptions) -> Option<GatewayEvent> {
    let raw = || data::<&RawValue>(frame).map(|d| d.get().to_owned());
    match kind {
        Kind::Ready | Kind::Resumed => None,
        Kind::Interaction => raw().map(GatewayEvent::Interaction),
        Kind::Message => raw().map(GatewayEvent::Message),
        Kind::MessageEdited => raw().map(GatewayEvent::MessageEdited),
        Kind::MessageDeleted | Kind::MessagesDeleted => deleted(frame),
        Kind::GuildCreate => guild(frame, subscriptions),
        Kind::GuildUpdate => {
            let renamed: Renamed = data(frame)?;
            Some(GatewayEvent::GuildNamed { guild: GuildId(renamed.id.get()), name: renamed.name })
        }
        Kind::GuildDelete => {
            let gone: Gone = data(frame)?;
            let guild = GuildId(gone.id.get());
            // If `unavailable` is present, with any value, the server has an outage and the bot is still in it.
            Some(if gone.unavailable.is_none() {
                GatewayEvent::GuildRemoved(guild)
            } else {
                GatewayEvent::GuildUnavailable(guild)
            })
        }
        Kind::Channel => {
            let channel: Channel = data(frame)?;
            let name = channel.shown_name()?.to_owned();
            Some(GatewayEvent::ChannelNamed {
                guild: GuildId(channel.guild_id?.get()),
                channel: ChannelId(channel.id.get()),
                name,
            })
        }
        Kind::ChannelDeleted => {
            let channel: Channel = data(frame)?;
            let guild = GuildId(channel.guild_id?.get());
            Some(GatewayEvent::ChannelDeleted { guild, channel: ChannelId(channel.id.get()) })
        }
    }
}

#[derive(Deserialize)]
struct Bare<Id> {
    id: Id,
}

#[derive(Deserialize)]
struct Gone {
    id: discord::GuildId,
    unavailable: Option<bool>,
}

#[derive(Deserialize)]
struct Renamed {
    id: discord::GuildId,
    name: String,
}

#[derive(Deserialize)]
struct Channel {
    id: discord::ChannelId,
    guild_id: Option<discord::GuildId>,
    name: Option<String>,
    #[serde(default)]
    flags: u64,
}

impl Channel {
    /// Its name. A channel that the bot cannot see has none here: Discord sends a placeholder for it.
    fn shown_name(&self) -> Option<&str> {
        self.name.as_deref().filter(|_| self.flags & HIDDEN == 0)
    }
}

/// The flag of a channel that the bot cannot see.
const HIDDEN: u64 = 1 << 17;

fn deleted(frame: &str) -> Option<GatewayEvent> {
    #[derive(Deserialize)]
    struct Raw {
        guild_id: Option<discord::GuildId>,
        channel_id: discord::ChannelId,
        id: Option<discord::MessageId>,
        #[serde(default)]
        ids: Vec<discord::MessageId>,
    }
    let raw: Raw = data(frame)?;
    Some(GatewayEvent::MessagesDeleted {
        guild: raw.guild_id.map(|guild| GuildId(guild.get())),
        channel: ChannelId(raw.channel_id.get()),
        messages: raw.ids.into_iter().chain(raw.id).map(|message| MessageId(message.get())).collect(),
    })
}

fn guild(frame: &str, subscriptions: &Subscriptions) -> Option<GatewayEvent> {
    #[derive(Deserialize)]
    struct Raw {
        id: discord::GuildId,
        name: String,
        #[serde(default)]
        channels: Vec<Channel>,
    }
    let raw: Raw = data(frame)?;
    let named = || raw.channels.iter().filter_map(|one| Some((ChannelId(one.id.get()), one.shown_name()?)));
    Some(GatewayEvent::GuildAvailable(Guild {
        id: GuildId(raw.id.get()),
        tag_channels: named().filter(|(_, name)| is_cmad(name)).map(|(channel, _)| channel).collect(),
        campaign_channels: named()
            .filter(|(channel, _)| subscriptions.campaign_channels.contains(channel))
            .map(|(channel, name)| (channel, name.to_owned()))
            .collect(),
        name: raw.name,
    }))
}

/// The event's `d` as a `T`.
fn data<'a, T: Deserialize<'a>>(frame: &'a str) -> Option<T> {
    #[derive(Deserialize)]
    struct Envelope<T> {
        d: T,
    }
    match serde_json::from_str::<Envelope<T>>(frame) {
        Ok(envelope) => Some(envelope.d),
        Err(error) => {
            // The error's own text may quote the frame, and with it a person's words.
            tracing::debug!(kind = ?error.classify(), at = error.column(), of = std::any::type_name::<T>(),
                "a gateway event has an unexpected shape and was dropped");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Arc;

    use super::*;

    fn check(kind: Kind, d: &str, expected: Option<GatewayEvent>) {
        let frame = format!(r#"{{"t":"X","s":1,"op":0,"d":{d}}}"#);
        let campaign_channels = Arc::new(HashSet::from([ChannelId(6), ChannelId(7)]));
        let subscriptions = Subscriptions { campaign_channels, ..Subscriptions::default() };
        assert_eq!(event(kind, &frame, &subscriptions), expected, "{d}");
    }

    #[test]
    fn events_are_read_into_the_fields_we_need() {
        let deleted = |guild, messages: &[u64]| GatewayEvent::MessagesDeleted {
            guild,
            channel: ChannelId(2),
            messages: messages.iter().copied().map(MessageId).collect(),
        };
        for (kind, d, expected) in [
            (Kind::Interaction, r#"{"a":[1, 2]}"#, Some(GatewayEvent::Interaction(r#"{"a":[1, 2]}"#.to_owned()))),
            (Kind::Message, r#"{"x":"\u00e9"}"#, Some(GatewayEvent::Message(r#"{"x":"\u00e9"}"#.to_owned()))),
            (Kind::MessageDeleted, r#"{"id":"9","channel_id":"2"}"#, Some(deleted(None, &[9]))),
            (
                Kind::MessagesDeleted,
                r#"{"ids":["9","8"],"channel_id":"2","guild_id":"1"}"#,
                Some(deleted(Some(GuildId(1)), &[9, 8])),
            ),
            (Kind::GuildDelete, r#"{"id":"1"}"#, Some(GatewayEvent::GuildRemoved(GuildId(1)))),
            (Kind::GuildDelete, r#"{"id":"1","unavailable":true}"#, Some(GatewayEvent::GuildUnavailable(GuildId(1)))),
            (
                Kind::Channel,
                r#"{"id":"2","guild_id":"1","name":"CMAD","type":0}"#,
                Some(GatewayEvent::ChannelNamed { guild: GuildId(1), channel: ChannelId(2), name: "CMAD".to_owned() }),
            ),
            (
                Kind::Channel,
                r#"{"id":"2","guild_id":"1","name":"x","flags":65536}"#,
                Some(GatewayEvent::ChannelNamed { guild: GuildId(1), channel: ChannelId(2), name: "x".to_owned() }),
            ),
            (Kind::Channel, r#"{"id":"2","guild_id":"1","name":"___hidden___","flags":131072}"#, None),
            (
                Kind::GuildUpdate,
                r#"{"id":"1","name":"Newwind","owner_id":"4"}"#,
                Some(GatewayEvent::GuildNamed { guild: GuildId(1), name: "Newwind".to_owned() }),
            ),
            (
                Kind::GuildCreate,
                r#"{"id":"1","name":"Home","owner_id":"4","joined_at":"2026-01-01T00:00:00+00:00",
                    "channels":[{"id":"5","name":"cmad"},{"id":"6","name":"general"},{"id":"8","name":"x"},
                    {"id":"7","name":"___hidden___","flags":131072}],"members":[{}]}"#,
                Some(GatewayEvent::GuildAvailable(Guild {
                    id: GuildId(1),
                    name: "Home".to_owned(),
                    tag_channels: vec![ChannelId(5)],
                    campaign_channels: vec![(ChannelId(6), "general".to_owned())],
                })),
            ),
            (Kind::GuildCreate, r#"{"id":"1","unavailable":true}"#, None),
            (Kind::GuildDelete, r#"{"id":"0"}"#, None),
            (Kind::GuildDelete, r#"{"id":"-1"}"#, None),
            (Kind::MessageDeleted, r"[]", None),
            (Kind::Interaction, r"", None),
        ] {
            check(kind, d, expected);
        }
    }
}

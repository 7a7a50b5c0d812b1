//! Parses the needed fields of a frame into our own types.

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use crate::discord::gateway::filter::{Kind, Subscriptions, is_cmad};
use crate::discord::shapes::{Channel, Each, Object, Shape, Unread, parse};
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
    /// In a new session, all servers of the bot; each becomes available by an event of its own. `None` when resumed, or
    /// if not all of them read.
    pub guilds: Option<Vec<GuildId>>,
}

/// The needed fields of a server that becomes available.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guild {
    /// Its id.
    pub id: GuildId,
    /// Its name, if it reads.
    pub name: Option<String>,
    /// Channels named `cmad`.
    pub tag_channels: Vec<ChannelId>,
    /// The names of channels with a campaign.
    pub campaign_channels: Vec<(ChannelId, String)>,
    /// Channels whose names Discord does not tell, because the bot may not see them.
    pub nameless: Vec<ChannelId>,
}

/// The content of READY, with what a resume needs. Who the bot is, is known without it.
#[derive(Default)]
pub(super) struct Ready {
    pub(super) user: Option<UserId>,
    pub(super) application: Option<u64>,
    /// All servers of the bot; `None` if not all of them read.
    pub(super) guilds: Option<Vec<GuildId>>,
    pub(super) resume_url: Option<String>,
}

/// Parses READY, as far as it reads.
pub(super) fn ready(frame: &str) -> Ready {
    data(frame).unwrap_or_default()
}

impl Shape for Ready {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let ready = Object::read("READY", raw)?;
        let guilds: Each<Bare> = ready.each("guilds");
        Ok(Self {
            user: ready.may::<Bare>("user").map(|user| UserId(user.0)),
            application: ready.may::<Bare>("application").map(|application| application.0),
            guilds: guilds.is_whole.then(|| guilds.iter().map(|guild| GuildId(guild.0)).collect()),
            resume_url: ready.may("resume_gateway_url"),
        })
    }
}

/// Parses any other event. `None` if it cannot be parsed or is not needed.
pub(super) fn event(kind: Kind, frame: &str, subscriptions: &Subscriptions) -> Option<GatewayEvent> {
    let raw = || data::<Box<RawValue>>(frame).map(|d| d.get().to_owned());
    match kind {
        Kind::Ready | Kind::Resumed => None,
        Kind::Interaction => raw().map(GatewayEvent::Interaction),
        Kind::Message => raw().map(GatewayEvent::Message),
        Kind::MessageEdited => raw().map(GatewayEvent::MessageEdited),
        Kind::MessageDeleted | Kind::MessagesDeleted => data(frame)
            .map(|Deleted { guild, channel, messages }| GatewayEvent::MessagesDeleted { guild, channel, messages }),
        Kind::GuildCreate => {
            let mut guild = data::<Available>(frame)?.0?;
            guild.campaign_channels.retain(|(channel, _)| subscriptions.campaign_channels.contains(channel));
            Some(GatewayEvent::GuildAvailable(guild))
        }
        Kind::GuildUpdate => data(frame).map(|Renamed { guild, name }| GatewayEvent::GuildNamed { guild, name }),
        Kind::GuildDelete => data(frame).map(|Gone { guild, has_outage }| {
            if has_outage { GatewayEvent::GuildUnavailable(guild) } else { GatewayEvent::GuildRemoved(guild) }
        }),
        Kind::Channel => {
            let channel: Channel = data(frame)?;
            // Of a channel whose name it does not tell, what was known stays.
            let name = channel.name()?.to_owned();
            Some(GatewayEvent::ChannelNamed { guild: channel.guild?, channel: channel.id, name })
        }
        Kind::ChannelDeleted => {
            let channel: Channel = data(frame)?;
            Some(GatewayEvent::ChannelDeleted { guild: channel.guild?, channel: channel.id })
        }
    }
}

/// An object's id.
struct Bare(u64);

impl Shape for Bare {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        Object::read("object", raw)?.must("id").map(|GuildId(id)| Self(id))
    }
}

struct Gone {
    guild: GuildId,
    /// The bot is still in it.
    has_outage: bool,
}

impl Shape for Gone {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let gone = Object::read("GUILD_DELETE", raw)?;
        // The field is there, with any value, where the server has an outage.
        Ok(Self { guild: gone.must("id")?, has_outage: gone.raw("unavailable").is_some() })
    }
}

struct Renamed {
    guild: GuildId,
    name: String,
}

impl Shape for Renamed {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let guild = Object::read("GUILD_UPDATE", raw)?;
        Ok(Self { guild: guild.must("id")?, name: guild.must("name")? })
    }
}

struct Deleted {
    guild: Option<GuildId>,
    channel: ChannelId,
    messages: Vec<MessageId>,
}

impl Shape for Deleted {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let deleted = Object::read("MESSAGE_DELETE", raw)?;
        let mut messages = deleted.each("ids").all;
        messages.extend(deleted.may::<MessageId>("id"));
        Ok(Self {
            guild: deleted.may("guild_id"),
            channel: deleted.may("channel_id").unwrap_or(ChannelId(0)),
            messages,
        })
    }
}

/// A server that becomes available; `None` if it is announced and does not yet.
struct Available(Option<Guild>);

impl Shape for Available {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let guild = Object::read("GUILD_CREATE", raw)?;
        if guild.may("unavailable") == Some(true) {
            return Ok(Self(None));
        }
        let channels: Each<Channel> = guild.each("channels");
        let those = |wanted: fn(&Channel) -> bool| {
            channels.iter().filter(|channel| wanted(channel)).map(|channel| channel.id).collect()
        };
        Ok(Self(Some(Guild {
            id: guild.must("id")?,
            name: guild.may("name"),
            tag_channels: those(|channel| channel.name().is_some_and(is_cmad)),
            campaign_channels: channels
                .iter()
                .filter_map(|channel| Some((channel.id, channel.name()?.to_owned())))
                .collect(),
            nameless: those(|channel| channel.name().is_none()),
        })))
    }
}

/// The event's `d` as a `T`.
fn data<T: Shape>(frame: &str) -> Option<T> {
    let unread = |part: Unread| tracing::warn!(%part, "a gateway event lacks what is needed and was dropped");
    parse::<Envelope<T>>(frame).map_err(unread).ok().map(|envelope| envelope.0)
}

struct Envelope<T>(T);

impl<T: Shape> Shape for Envelope<T> {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        Object::read("frame", raw)?.must("d").map(Self)
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
                r#"{"id":"2","guild_id":"1","name":"x"}"#,
                Some(GatewayEvent::ChannelNamed { guild: GuildId(1), channel: ChannelId(2), name: "x".to_owned() }),
            ),
            (
                Kind::GuildUpdate,
                r#"{"id":"1","name":"Newwind","owner_id":"4"}"#,
                Some(GatewayEvent::GuildNamed { guild: GuildId(1), name: "Newwind".to_owned() }),
            ),
            (
                Kind::GuildCreate,
                r#"{"id":"1","name":"Home","owner_id":"4","joined_at":"2026-01-01T00:00:00+00:00",
                    "channels":[{"id":"5","name":"cmad"},{"id":"6","name":"general"},
                    {"id":"7","name":"___hidden___","flags":131072},{"id":"-1"},null],"members":[{}]}"#,
                Some(GatewayEvent::GuildAvailable(Guild {
                    id: GuildId(1),
                    name: Some("Home".to_owned()),
                    tag_channels: vec![ChannelId(5)],
                    campaign_channels: vec![(ChannelId(6), "general".to_owned())],
                    nameless: vec![ChannelId(7)],
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

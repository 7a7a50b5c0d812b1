//! The requests that the bot makes, one short function each. Paths and bodies follow Discord's API documentation.
//!
//! Functions return serenity's models where these can parse what Discord sends. Messages are parsed as a type that the
//! caller names, because serenity 0.12 fails on Components V2, which all our posts use.
//!
//! Every function fails with a [`RestError`].

use std::num::NonZeroU64;
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serenity::all as discord;

use crate::discord::rest::rate_limits::seconds;
use crate::discord::rest::{Patience, Request, Rest, RestError};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};

/// Files to send along: name and content.
type Files = Vec<(String, Vec<u8>)>;
type Outcome<T> = Result<T, RestError>;

/// The gateway's address, and how many sessions may be started.
#[derive(Debug, Clone, Deserialize)]
pub struct GatewayBot {
    /// The address to connect to, `wss://…`.
    pub url: String,
    /// How many connections Discord recommends; this program makes one.
    pub shards: u32,
    /// How many sessions may still be started today.
    pub session_start_limit: SessionStarts,
}

/// The daily limit of new sessions (a resumed one is not new).
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct SessionStarts {
    /// How many there are per day.
    pub total: u32,
    /// How many are left today.
    pub remaining: u32,
    /// Milliseconds until the limit is reset.
    pub reset_after: u64,
    /// How many may be started within five seconds.
    pub max_concurrency: u16,
}

/// The bot's user.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "RawUser")]
pub struct BotUser {
    /// Its id, which people mention.
    pub id: UserId,
    /// Its name.
    pub name: String,
}

#[derive(Deserialize)]
struct RawUser {
    id: discord::UserId,
    username: String,
}

impl From<RawUser> for BotUser {
    fn from(raw: RawUser) -> Self {
        Self { id: UserId(raw.id.get()), name: raw.username }
    }
}

/// The bot's application, as the operator registered it.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "RawApplication")]
pub struct Application {
    /// Its id, under which commands are registered.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// Discord's flags; see the two methods below.
    pub flags: u64,
}

#[derive(Deserialize)]
struct RawApplication {
    id: discord::ApplicationId,
    name: String,
    #[serde(default)]
    flags: u64,
}

impl From<RawApplication> for Application {
    fn from(raw: RawApplication) -> Self {
        Self { id: raw.id.get(), name: raw.name, flags: raw.flags }
    }
}

impl Application {
    /// Whether MESSAGE_CONTENT is switched on in the developer portal
    /// (<https://discord.com/developers/docs/resources/application#application-object-application-flags>).
    #[must_use]
    pub fn may_read_content(&self) -> bool {
        self.flags & (1 << 18 | 1 << 19) != 0
    }

    /// Whether GUILD_MEMBERS is switched on in the developer portal.
    #[must_use]
    pub fn may_list_members(&self) -> bool {
        self.flags & (1 << 14 | 1 << 15) != 0
    }
}

/// The result of a search.
#[derive(Debug, Clone)]
pub enum Search {
    /// One page: `total_results`, and `messages`, a list of lists. It may be shorter than requested.
    Page(Value),
    /// Discord is still building the search index of this server.
    Indexing {
        /// When to ask again; zero if Discord gave no time.
        retry_after: Duration,
    },
}

/// Adds a server's id to a model, because Discord leaves it out.
fn model_id(guild: GuildId) -> discord::GuildId {
    NonZeroU64::new(guild.0).map_or_else(Default::default, Into::into)
}

#[expect(clippy::missing_errors_doc, reason = "the module's text says it once for all of them")]
impl Rest {
    /// The gateway's address; needed before connecting.
    pub async fn gateway_bot(&self) -> Outcome<GatewayBot> {
        self.call_as(Request::get("gateway/bot")).await
    }

    /// The user that the token belongs to.
    pub async fn current_user(&self) -> Outcome<BotUser> {
        self.call_as(Request::get("users/@me")).await
    }

    /// The application the token belongs to.
    pub async fn application(&self) -> Outcome<Application> {
        self.call_as(Request::get("applications/@me")).await
    }

    /// Replaces all commands of the application; returns Discord's list of them.
    pub async fn register_commands(&self, application: u64, commands: &Value) -> Outcome<Value> {
        self.call_as(Request::put(format!("applications/{application}/commands")).json(commands)).await
    }

    /// The first response to an interaction, due within three seconds. `answer` is `{"type": …, "data": …}`.
    /// [`RestError::Rejected`] with code 40060 means that there was a response already.
    pub async fn answer_interaction(&self, id: u64, token: &str, answer: &Value, files: Files) -> Outcome<()> {
        let request = Request::post(format!("interactions/{id}/{token}/callback")).json_and_files(answer, files);
        self.call(request.patience(Patience::ANSWER)).await.map(drop)
    }

    /// Edits the first response, for 15 minutes; also completes a deferred one.
    pub async fn edit_answer(&self, application: u64, token: &str, message: &Value, files: Files) -> Outcome<()> {
        let path = format!("webhooks/{application}/{token}/messages/@original");
        self.call(Request::patch(path).json_and_files(message, files).patience(Patience::READ)).await.map(drop)
    }

    /// Deletes one of the bot's messages.
    pub async fn delete_message(&self, channel: ChannelId, message: MessageId) -> Outcome<()> {
        self.call(Request::delete(format!("channels/{channel}/messages/{message}"))).await.map(drop)
    }

    /// Reads one message.
    pub async fn message<T: DeserializeOwned>(&self, channel: ChannelId, message: MessageId) -> Outcome<T> {
        self.call_as(Request::get(format!("channels/{channel}/messages/{message}"))).await
    }

    /// Reads up to 100 messages of a channel, newest first, nearest to `side`. Without READ_MESSAGE_HISTORY Discord
    /// returns an empty list.
    pub async fn messages<T: DeserializeOwned>(&self, channel: ChannelId, side: Side, limit: u8) -> Outcome<Vec<T>> {
        let request = Request::get(format!("channels/{channel}/messages")).query("limit", limit);
        self.call_as(match side {
            Side::Newest => request,
            Side::Before(message) => request.query("before", message),
            Side::After(message) => request.query("after", message),
        })
        .await
    }

    /// Removes one of the bot's reactions.
    pub async fn unreact(&self, channel: ChannelId, message: MessageId, emoji: &str) -> Outcome<()> {
        self.call(Request::delete(format!("channels/{channel}/messages/{message}/reactions/{emoji}/@me")))
            .await
            .map(drop)
    }

    /// Adds a reaction: an emoji, or `name:id` for a custom one.
    pub async fn react(&self, channel: ChannelId, message: MessageId, emoji: &str) -> Outcome<()> {
        self.call(Request::put(format!("channels/{channel}/messages/{message}/reactions/{emoji}/@me"))).await.map(drop)
    }

    /// The private conversation with a person, opened if there is none yet.
    pub async fn open_dm(&self, user: UserId) -> Outcome<ChannelId> {
        #[derive(Deserialize)]
        struct Opened {
            id: discord::ChannelId,
        }
        let request = Request::post("users/@me/channels").json(&json!({"recipient_id": user.to_string()}));
        let opened: Opened = self.call_as(request).await?;
        Ok(ChannelId(opened.id.get()))
    }

    /// Reads a channel of any kind.
    pub async fn channel(&self, channel: ChannelId) -> Outcome<discord::Channel> {
        self.call_as(Request::get(format!("channels/{channel}"))).await
    }

    /// Reads a server, with its roles.
    pub async fn guild(&self, guild: GuildId) -> Outcome<discord::PartialGuild> {
        self.call_as(Request::get(format!("guilds/{guild}")).query("with_counts", true)).await
    }

    /// Reads a member; [`RestError::Gone`] if they are not one.
    pub async fn member(&self, guild: GuildId, user: UserId) -> Outcome<discord::Member> {
        let mut member: discord::Member = self.call_as(Request::get(format!("guilds/{guild}/members/{user}"))).await?;
        member.guild_id = model_id(guild);
        Ok(member)
    }

    /// Lists members by id, after a given one; [`RestError::Forbidden`] without the intent.
    pub async fn members(&self, guild: GuildId, after: UserId, most: u16) -> Outcome<Vec<Value>> {
        self.call_as(Request::get(format!("guilds/{guild}/members")).query("limit", most).query("after", after)).await
    }

    /// Searches a server's messages, as a request that is not urgent; `wanted` are query parameters (`content`,
    /// `mentions`, `min_id`, …).
    pub async fn search_messages(&self, guild: GuildId, wanted: &[(&'static str, String)]) -> Outcome<Search> {
        #[derive(Deserialize)]
        struct NotReady {
            retry_after: f64,
        }
        let request = Request::get(format!("guilds/{guild}/messages/search")).behind();
        let answer = self.call(wanted.iter().fold(request, |request, (key, value)| request.query(key, value))).await?;
        if answer.status != 202 {
            return answer.read().map(Search::Page);
        }
        let pause = answer.read::<NotReady>().ok().and_then(|told| seconds(told.retry_after));
        Ok(Search::Indexing { retry_after: pause.unwrap_or_default() })
    }
}

/// Which messages of a channel to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The newest.
    Newest,
    /// Those before this one.
    Before(MessageId),
    /// Those after this one.
    After(MessageId),
}

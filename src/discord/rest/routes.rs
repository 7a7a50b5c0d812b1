//! The requests that the bot makes, one short function each. Paths and bodies follow Discord's API documentation.
//!
//! What is read is a [`Shape`]: of what Discord answers, only the fields that are needed.
//!
//! Every function fails with a [`RestError`].

use std::time::Duration;

use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::discord::command_permissions::CommandPermissions;
use crate::discord::people::{Member, User};
use crate::discord::rest::rate_limits::seconds;
use crate::discord::rest::{Patience, Request, Rest, RestError};
use crate::discord::shapes::{Channel, Each, Object, Server, Shape, Unread};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::urgency::Urgency;

/// Files to send along: name and content.
type Files = Vec<(String, Vec<u8>)>;
type Outcome<T> = Result<T, RestError>;

/// The gateway's address, and how many sessions may be started.
#[derive(Debug, Clone)]
pub struct GatewayBot {
    /// The address to connect to, `wss://…`.
    pub url: String,
    /// How many connections Discord recommends; this program makes one.
    pub shards: u64,
    /// How many sessions may still be started today.
    pub session_start_limit: SessionStarts,
}

impl Shape for GatewayBot {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let gateway = Object::read("gateway", raw)?;
        let session_start_limit = gateway.may("session_start_limit").unwrap_or(SessionStarts::USUAL);
        Ok(Self { url: gateway.must("url")?, shards: gateway.may("shards").unwrap_or(1), session_start_limit })
    }
}

/// The daily limit of new sessions (a resumed one is not new).
#[derive(Debug, Clone, Copy)]
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

impl SessionStarts {
    /// What Discord gives to a bot of any size; it counts by itself.
    const USUAL: Self = Self { total: 1000, remaining: 1000, reset_after: 24 * 3600 * 1000, max_concurrency: 1 };
}

impl Shape for SessionStarts {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let starts = Object::read("session_start_limit", raw)?;
        let count =
            |field, usual| starts.may(field).map_or(usual, |count: u64| u32::try_from(count).unwrap_or(u32::MAX));
        Ok(Self {
            total: count("total", Self::USUAL.total),
            remaining: count("remaining", Self::USUAL.remaining),
            reset_after: starts.may("reset_after").unwrap_or(Self::USUAL.reset_after),
            max_concurrency: u16::try_from(count("max_concurrency", 1)).unwrap_or(1),
        })
    }
}

/// The bot's user.
#[derive(Debug, Clone)]
pub struct BotUser {
    /// Its id, which people mention.
    pub id: UserId,
    /// Its name.
    pub name: String,
}

impl Shape for BotUser {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let user = User::read(raw)?;
        Ok(Self { id: user.id, name: user.account().to_owned() })
    }
}

/// The bot's application, as the operator registered it.
#[derive(Debug, Clone)]
pub struct Application {
    /// Its id, under which commands are registered.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// Discord's flags, see the methods below; `None` if they do not read.
    pub flags: Option<u64>,
    /// Whether anyone may invite the bot (*Public Bot*); `None` if Discord does not say.
    pub is_public: Option<bool>,
}

impl Shape for Application {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let application = Object::read("application", raw)?;
        Ok(Self {
            id: application.must("id")?,
            name: application.may("name").unwrap_or_default(),
            // The second is the first as a text, with room for more flags.
            flags: application.may("flags").or_else(|| application.may("flags_new")),
            is_public: application.may("bot_public"),
        })
    }
}

impl Application {
    /// Whether MESSAGE_CONTENT is switched on in the developer portal, as far as is known: what is off is refused later
    /// (<https://discord.com/developers/docs/resources/application#application-object-application-flags>).
    #[must_use]
    pub fn may_read_content(&self) -> bool {
        self.flags.is_none_or(|flags| flags & (1 << 18 | 1 << 19) != 0)
    }

    /// Whether GUILD_MEMBERS is switched on in the developer portal.
    #[must_use]
    pub fn may_list_members(&self) -> bool {
        self.flags.is_none_or(|flags| flags & (1 << 14 | 1 << 15) != 0)
    }
}

/// A server that the bot is in, as its own list shows it.
struct OwnServer {
    id: GuildId,
    members: Option<u64>,
}

impl Shape for OwnServer {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let server = Object::read("own_server", raw)?;
        Ok(Self { id: server.must("id")?, members: server.may("approximate_member_count") })
    }
}

/// How many servers the bot is in, and how many members they have together. Who is in two of them is counted twice, so
/// it is an upper bound of the people that it reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reach {
    /// Servers.
    pub servers: u64,
    /// Their members.
    pub members: u64,
}

/// The most servers on a page of the bot's list.
const OWN_SERVERS: usize = 200;
/// Pages that are read at most: four times as many servers as one connection may serve.
const OWN_SERVERS_PAGES: usize = 50;

/// A command that is registered.
struct Command {
    id: Option<u64>,
    name: String,
}

impl Shape for Command {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let command = Object::read("command", raw)?;
        Ok(Self { id: command.may("id"), name: command.must("name")? })
    }
}

/// The result of a search.
#[derive(Debug, Clone)]
pub enum Search {
    /// One page. It may be shorter than requested.
    Page(Hits),
    /// Discord is still building the search index of this server.
    Indexing {
        /// When to ask again; zero if Discord gave no time.
        retry_after: Duration,
    },
}

/// The messages that a search found.
#[derive(Debug, Clone)]
pub struct Hits {
    /// Those of this page.
    pub hits: Vec<Box<RawValue>>,
    /// How many there are on all pages.
    pub total: u64,
    /// Whether the search index is still being made: it holds a part, and does not say which.
    pub is_partial: bool,
}

impl Shape for Hits {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let found = Object::read("search", raw)?;
        // Each hit is in a list of its own, in which messages around it may stand too.
        let groups: Each<Each<Box<RawValue>>> = found.each("messages");
        let is_hit = |one: &RawValue| Object::read("message", one).is_ok_and(|one| one.may("hit") != Some(false));
        Ok(Self {
            hits: groups.iter().flat_map(|group| group.iter()).filter(|one| is_hit(one)).cloned().collect(),
            total: found.may("total_results").unwrap_or(0),
            is_partial: found.may("doing_deep_historical_index").unwrap_or(false),
        })
    }
}

#[expect(clippy::missing_errors_doc, reason = "the module's text says it once for all of them")]
impl Rest {
    /// The gateway's address; needed before connecting.
    pub async fn gateway_bot(&self) -> Outcome<GatewayBot> {
        self.call_as(Request::get("gateway/bot")).await
    }

    /// How many sessions may still be started today. No one waits for it, so it is soon given up.
    pub async fn session_starts(&self) -> Outcome<SessionStarts> {
        let asked = Request::get("gateway/bot").patience(Patience::BRIEF);
        let gateway: GatewayBot = self.at(Urgency::Last).call_as(asked).await?;
        Ok(gateway.session_start_limit)
    }

    /// Asks for something small, to hear Discord's time.
    pub async fn ask_time(&self) -> Outcome<()> {
        self.call(Request::get("gateway").patience(Patience::BRIEF)).await.map(drop)
    }

    /// The user that the token belongs to.
    pub async fn current_user(&self) -> Outcome<BotUser> {
        self.call_as(Request::get("users/@me")).await
    }

    /// The application the token belongs to.
    pub async fn application(&self) -> Outcome<Application> {
        self.call_as(Request::get("applications/@me")).await
    }

    /// How many servers the bot is in, and how many members they have.
    pub async fn reach(&self) -> Outcome<Reach> {
        let mut reach = Reach::default();
        let mut after = GuildId(0);
        for _ in 0..OWN_SERVERS_PAGES {
            let request = Request::get("users/@me/guilds").query("with_counts", true).query("limit", OWN_SERVERS);
            let page: Each<OwnServer> = self.call_as(request.query("after", after)).await?;
            for server in page.iter() {
                reach.servers += 1;
                reach.members = reach.members.saturating_add(server.members.unwrap_or(0));
                after = after.max(server.id);
            }
            if page.iter().count() < OWN_SERVERS {
                break;
            }
        }
        Ok(reach)
    }

    /// Whether this program's commands are registered: no other program's bot has these two.
    pub async fn knows_our_commands(&self, application: u64) -> Outcome<bool> {
        let request = Request::get(format!("applications/{application}/commands"));
        let registered: Each<Command> = self.call_as(request).await?;
        Ok(["cmad", "campaign"].iter().all(|ours| registered.iter().any(|command| command.name == *ours)))
    }

    /// What a server's admins chose about one command; none where they chose nothing.
    pub async fn command_permissions(
        &self,
        application: u64,
        guild: GuildId,
        command: u64,
    ) -> Outcome<CommandPermissions> {
        let path = format!("applications/{application}/guilds/{guild}/commands/{command}/permissions");
        match self.call_as(Request::get(path)).await {
            Err(RestError::Gone { .. }) => Ok(CommandPermissions::default()),
            read => read,
        }
    }

    /// What a server's admins chose about all commands about which they chose anything, with the names of those that the
    /// application has.
    pub async fn all_command_permissions(
        &self,
        application: u64,
        guild: GuildId,
    ) -> Outcome<Vec<(String, CommandPermissions)>> {
        let path = format!("applications/{application}/guilds/{guild}/commands/permissions");
        let chosen: Each<CommandPermissions> = self.call_as(Request::get(path)).await?;
        if chosen.all.is_empty() {
            return Ok(Vec::new());
        }
        let registered: Each<Command> =
            self.call_as(Request::get(format!("applications/{application}/commands"))).await?;
        let name = |chosen: CommandPermissions| {
            let command = registered.iter().find(|command| command.id == Some(chosen.command))?;
            Some((command.name.clone(), chosen))
        };
        Ok(chosen.all.into_iter().filter_map(name).collect())
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
        let request = Request::patch(path).json_and_files(message, files).repeatable();
        self.call(request.patience(Patience::READ)).await.map(drop)
    }

    /// Sends a message after the first response, for 15 minutes.
    pub async fn follow_answer(&self, application: u64, token: &str, message: &Value) -> Outcome<()> {
        let request = Request::post(format!("webhooks/{application}/{token}")).json(message);
        self.call(request.patience(Patience::ANSWER)).await.map(drop)
    }

    /// Deletes one of the bot's messages.
    pub async fn delete_message(&self, channel: ChannelId, message: MessageId) -> Outcome<()> {
        self.call(Request::delete(format!("channels/{channel}/messages/{message}"))).await.map(drop)
    }

    /// Reads one message.
    pub async fn message<T: Shape>(&self, channel: ChannelId, message: MessageId) -> Outcome<T> {
        self.call_as(Request::get(format!("channels/{channel}/messages/{message}"))).await
    }

    /// Reads up to 100 messages of a channel, newest first, nearest to `side`. Without READ_MESSAGE_HISTORY Discord
    /// returns an empty list.
    pub async fn messages<T: Shape>(&self, channel: ChannelId, side: Side, limit: u8) -> Outcome<Each<T>> {
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
        let request = Request::post("users/@me/channels").json(&json!({"recipient_id": user.to_string()}));
        self.call_as(request).await.map(|opened: Channel| opened.id)
    }

    /// Reads a channel of any kind.
    pub async fn channel(&self, channel: ChannelId) -> Outcome<Channel> {
        self.call_as(Request::get(format!("channels/{channel}"))).await
    }

    /// Reads a server, with its roles.
    pub async fn guild(&self, guild: GuildId) -> Outcome<Server> {
        self.call_as(Request::get(format!("guilds/{guild}"))).await
    }

    /// Reads a member; [`RestError::Gone`] if they are not one.
    pub async fn member(&self, guild: GuildId, user: UserId) -> Outcome<Member> {
        self.call_as(Request::get(format!("guilds/{guild}/members/{user}"))).await
    }

    /// Lists members by id, after a given one; [`RestError::Forbidden`] without the intent.
    pub async fn members(&self, guild: GuildId, after: UserId, most: u16) -> Outcome<Each<Member>> {
        self.call_as(Request::get(format!("guilds/{guild}/members")).query("limit", most).query("after", after)).await
    }

    /// Searches a server's messages, as a request that is not urgent; `wanted` are query parameters (`content`,
    /// `mentions`, `min_id`, …).
    pub async fn search_messages(&self, guild: GuildId, wanted: &[(&'static str, String)]) -> Outcome<Search> {
        let request = Request::get(format!("guilds/{guild}/messages/search")).behind();
        let answer = self.call(wanted.iter().fold(request, |request, (key, value)| request.query(key, value))).await?;
        if answer.status != 202 {
            return answer.read().map(Search::Page);
        }
        // A time that does not read is none.
        let pause = answer.read::<Value>().ok().and_then(|told| told["retry_after"].as_f64()).and_then(seconds);
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

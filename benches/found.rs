//! Measures what a found thank-you costs from the gateway's event to the database: read, judged against the roster, sealed,
//! committed durably with its verdict, its reaction and its question planned, through the real handler of events. Then what
//! carrying out these sends costs, on a Discord that answers at once. CPU time is the process's.
//!
//! ```text
//! cargo bench --profile dist --bench found                 # 64 servers
//! cargo bench --profile dist --bench found -- 1            # one server
//! ```
//!
//! The floor stores one row for each with a commit of its own, as a bot would that does nothing else.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should say where")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use chrono::{DateTime, TimeZone as _, Utc};
use chrono_tz::Europe::Berlin;
use cmad::app::away::{Archive, ArchiveChannel, FoundMessage, Listener, MessagePage, ReadError, Searched};
use cmad::app::clock_check::CheckedClock;
use cmad::app::roster::Person;
use cmad::app::{App, Mailing, Outside};
use cmad::config::{Config, Env};
use cmad::discord::context::Me;
use cmad::discord::gateway::GatewayEvent;
use cmad::discord::inbound::{EventHandler, Handled};
use cmad::ports::clock::{Manual, System};
use cmad::ports::{Body, DayEvent, Destination, Lookup, Messenger, Reaction, Receipt, SendError};
use cmad::store::Store;
use cmad::store::sealing::Codec;
use domain::away::{Contents, SearchFor};
use domain::ids::{ChannelId, EventId, GuildId, MessageId, UserId};
use domain::roster::{Manager, NamedBy, RosterStatus};
use domain::send::Mark;
use domain::urgency::Urgency;
use rustix::time::{ClockId, clock_gettime};
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;

#[path = "../tests/cmad/databases.rs"]
#[expect(dead_code, reason = "the tests' databases do more than this needs")]
mod databases;
mod house;

use databases::{Database, On};
use house::server;

/// Commits are durable, as in the bot.
const FSYNC: &str = "on";
const MESSAGES: u64 = 2000;
const BOT: UserId = UserId(900_000_000_000_000_001);
const MANAGER: UserId = UserId(11);

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let servers = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(64_u64);
    for on in [On::Sqlite, On::Postgres] {
        let database = Database::new(on).await;
        if database.on == on {
            measure(&database, on, servers).await;
        }
    }
    floor().await;
}

async fn measure(database: &Database, on: On, servers: u64) {
    let codec = Codec::new(&Codec::fresh_key(&System), Arc::new(System)).unwrap();
    let store = Store::open(&database.url, codec).await.unwrap();
    let at = Utc.with_ymd_and_hms(2027, 1, 25, 11, 0, 0).unwrap();
    for number in 0..servers {
        let guild = guild(number);
        let server = server(guild, Berlin);
        store.save_server(&server).await.unwrap();
        store.save_campaign(&server.campaign(2027).unwrap()).await.unwrap();
        store.save_manager(guild, &manager()).await.unwrap();
    }
    let clock = Arc::new(CheckedClock::new(Arc::new(Manual::at(at)), None));
    let discord = Arc::new(Instantly::default());
    let mail = Mailing {
        mailer: cmad::mail::mailer(cmad::mail::Settings::Off, &cmad::net::Dialer::direct()).unwrap(),
        public_url: None,
    };
    let outside = Outside {
        messenger: Arc::<Instantly>::clone(&discord),
        archive: discord,
        mail,
        render: Arc::new(|form, of| of.form(form)),
    };
    let config = Config::load(None, &Env::default()).unwrap();
    let app = App::new(store.clone(), clock, Arc::new(System), outside, config);
    let me = Me { user: BOT, application: 8, contents: Contents::Received, tag_channels: Vec::new() };
    let handler = EventHandler::new(app.clone(), watch::channel(me).0, CancellationToken::new());
    let (events, lane) = mpsc::channel(256);
    let feeding = tokio::spawn(async move {
        for number in 0..MESSAGES {
            let event = GatewayEvent::Message(message(number, number % servers, at));
            events.send((number + 1, event)).await.unwrap();
        }
    });
    let (begun, cpu) = (Instant::now(), cpu());
    assert_eq!(handler.run(lane, watch::channel(0).0).await, Handled::All);
    tell(&format!("{on:?}, {servers} servers: found, judged and kept"), begun, cpu);
    feeding.await.unwrap();
    let mut kept = 0;
    for number in 0..servers {
        kept += u64::from(store.total(guild(number), 2027).await.unwrap().thanks);
    }
    assert_eq!(kept, MESSAGES, "all are kept");
    let (begun, cpu) = (Instant::now(), self::cpu());
    let sent = app.run_due().await.unwrap();
    tell(&format!("{on:?}, {servers} servers: their {sent} reactions and questions sent"), begun, cpu);
    store.close().await;
}

fn tell(what: &str, begun: Instant, before: Duration) {
    let (took, spent) = (begun.elapsed().as_secs_f64(), (cpu() - before).as_secs_f64());
    println!(
        "{what}: {:.0} a second, {:.2} ms of CPU for each thank-you",
        MESSAGES as f64 / took,
        spent * 1000.0 / MESSAGES as f64
    );
}

/// The CPU time of this process.
fn cpu() -> Duration {
    let spent = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(spent.tv_sec.try_into().unwrap(), spent.tv_nsec.try_into().unwrap())
}

/// A commit for each row, and nothing else.
async fn floor() {
    use sqlx::Connection as _;
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("floor.db").display());
    let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let plain =
        "pragma journal_mode = wal; pragma synchronous = full; create table plain (id bigint primary key, words text)";
    sqlx::raw_sql(plain).execute(&mut connection).await.unwrap();
    let (begun, cpu) = (Instant::now(), cpu());
    for number in 0..MESSAGES {
        let row = sqlx::query("insert into plain values ($1, $2)").bind(number.cast_signed());
        row.bind(message(number, 0, Utc.timestamp_opt(0, 0).unwrap())).execute(&mut connection).await.unwrap();
    }
    tell("the floor, a row and a commit for each in SQLite", begun, cpu);
    connection.close().await.unwrap();
}

fn guild(number: u64) -> GuildId {
    GuildId(100_000_000_000_000_000 + number * 10)
}

fn manager() -> Manager {
    Manager {
        user: MANAGER,
        name: "Ada".into(),
        named_by: NamedBy::Server,
        title: None,
        team: None,
        cares: None,
        link: None,
        timezone: None,
        language: None,
        breathe: true,
        status: RosterStatus::Accepted,
    }
}

/// A message as Discord sends it; each has another author and channel.
fn message(number: u64, server: u64, at: DateTime<Utc>) -> String {
    let id = MessageId::at(at).0 + number;
    format!(
        r##"{{"type":0,"timestamp":"{at}","mentions":[{{"id":"{MANAGER}","username":"ada","global_name":"Ada","member":{{"roles":[],"joined_at":"2021-01-25T09:00:00.123000+00:00"}}}}],"member":{{"roles":[],"nick":"Nick {number}","joined_at":"2021-01-25T09:00:00.123000+00:00"}},"id":"{id}","edited_timestamp":null,"content":"<@{MANAGER}> you answered me at midnight, number {number}, and it worked. #CMAD","channel_id":"{channel}","author":{{"username":"user{number}","id":"{author}","global_name":"User {number}"}},"guild_id":"{guild}"}}"##,
        at = at.to_rfc3339(),
        channel = 600_000_000_000_000_000 + number,
        author = 200_000_000_000_000_000 + number,
        guild = guild(server),
    )
}

/// A Discord that does everything at once.
#[derive(Clone, Default)]
struct Instantly {
    messages: Arc<AtomicU64>,
}

#[async_trait]
impl Messenger for Instantly {
    fn at(&self, _: Urgency) -> Arc<dyn Messenger> {
        Arc::new(self.clone())
    }

    async fn send(&self, to: Destination, _: &Body, _: &Mark) -> Result<Receipt, SendError> {
        let (Destination::Channel(channel) | Destination::Reply(channel, _)) = to else {
            return Err(SendError::Uncertain);
        };
        let number = self.messages.fetch_add(1, Ordering::Relaxed);
        Ok(Receipt { channel, message: MessageId(800_000_000_000_000_000 + number) })
    }

    async fn create_event(&self, _: &DayEvent) -> Result<EventId, SendError> {
        Err(SendError::Uncertain)
    }

    async fn edit_event(&self, _: &DayEvent) -> Result<(), SendError> {
        Ok(())
    }

    async fn delete_event(&self, _: &DayEvent) -> Result<(), SendError> {
        Ok(())
    }

    async fn find(&self, _: Destination, _: &Mark, _: DateTime<Utc>) -> Result<Lookup<Receipt>, SendError> {
        Ok(Lookup::Absent)
    }

    async fn find_event(&self, _: &DayEvent) -> Result<Lookup<EventId>, SendError> {
        Ok(Lookup::Absent)
    }

    async fn edit(&self, _: Receipt, _: &Body, _: &Mark) -> Result<(), SendError> {
        Ok(())
    }

    async fn delete(&self, _: ChannelId, _: MessageId) -> Result<(), SendError> {
        Ok(())
    }

    async fn react(&self, _: ChannelId, _: MessageId, _: Reaction) -> Result<(), SendError> {
        Ok(())
    }

    async fn unreact(&self, _: ChannelId, _: MessageId, _: Reaction) -> Result<(), SendError> {
        Ok(())
    }
}

#[async_trait]
impl Archive for Instantly {
    fn listener(&self) -> Listener {
        Listener { bot: BOT, contents: Contents::Received }
    }

    async fn channels(&self, _: GuildId) -> Result<Vec<ArchiveChannel>, ReadError> {
        Err(ReadError::Forbidden)
    }

    async fn seen_by_all(&self, _: GuildId, _: &BTreeSet<ChannelId>) -> Result<BTreeSet<ChannelId>, ReadError> {
        Err(ReadError::Forbidden)
    }

    async fn search(
        &self,
        _: GuildId,
        _: &SearchFor,
        _: (MessageId, MessageId),
        _: u32,
    ) -> Result<Searched, ReadError> {
        Err(ReadError::Forbidden)
    }

    async fn history(&self, _: GuildId, _: ChannelId, _: MessageId) -> Result<MessagePage, ReadError> {
        Err(ReadError::Forbidden)
    }

    async fn message(&self, _: GuildId, _: ChannelId, _: MessageId) -> Result<Option<FoundMessage>, ReadError> {
        Err(ReadError::Forbidden)
    }

    async fn parent(&self, _: ChannelId) -> Result<Option<ChannelId>, ReadError> {
        Ok(None)
    }

    async fn may_manage(&self, _: GuildId, _: UserId) -> Result<bool, ReadError> {
        Ok(true)
    }

    async fn member(&self, _: GuildId, _: UserId) -> Result<Option<Person>, ReadError> {
        Ok(None)
    }
}

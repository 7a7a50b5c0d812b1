//! The fixture of the fault tests: a small server, Northwind, with three managers, a few members and the bot, and snapshots
//! of it.

use std::path::Path;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use cmad::rehearse::stage::{Stage, sim_options};
use discord_sim::{ChannelHandle, Id, Member, NewMember, Sim, SimOptions, SimServer, permission};
use domain::calendar;
use tempfile::TempDir;

use crate::databases::{Database, On};
use crate::play::Mode;
use crate::relay::Relay;

const PERMISSIONS: u64 = permission::VIEW_CHANNEL
    | permission::SEND_MESSAGES
    | permission::READ_MESSAGE_HISTORY
    | permission::ADD_REACTIONS
    | permission::CREATE_EVENTS;

/// So few, that three holders of a role are a crowd that is asked in one post.
pub const MANAGERS_UNASKED: u32 = 2;

/// An instant from local time in Berlin, such as `2027-01-25 09:00`.
pub fn at(local: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
    calendar::instant(local, "Europe/Berlin".parse::<Tz>().unwrap())
}

/// The server and its people.
#[derive(Clone)]
pub struct Village {
    pub sim: Sim,
    pub cmad: ChannelHandle,
    pub help: ChannelHandle,
    /// The admin, who owns the server.
    pub olga: Member,
    /// Two managers, and one to whom no one writes.
    pub ada: Member,
    pub ben: Member,
    pub zoe: Member,
    /// Members.
    pub kim: Member,
    pub lee: Member,
    pub mia: Member,
    /// Ada's boss.
    pub rosa: Member,
    /// Lee, Mia and Rosa have it. No one is asked because of it before Olga names it.
    pub guides: Id,
}

impl Village {
    fn found(sim: &Sim) -> Self {
        let server: SimServer = sim.server_owned_by("Northwind", "Olga");
        let member = |name: &str| {
            let joined = at("2020-03-01 12:00").timestamp_millis();
            server.member_with(name, NewMember { joined_ms: Some(joined), ..NewMember::default() })
        };
        let guides = server.role("Guides", 0);
        let village = Self {
            guides: guides.id(),
            cmad: server.channel("community"),
            help: server.channel("help"),
            olga: server.owner(),
            ada: member("Ada"),
            ben: member("Ben"),
            zoe: member("Zoe"),
            kim: member("Kim"),
            lee: member("Lee"),
            mia: member("Mia"),
            rosa: member("Rosa"),
            sim: sim.clone(),
        };
        for holder in [&village.lee, &village.mia, &village.rosa] {
            holder.give_role(&guides);
        }
        sim.invite_bot(&server, PERMISSIONS);
        village
    }

    fn of(&self, sim: &Sim) -> Self {
        Self {
            sim: sim.clone(),
            cmad: self.cmad.in_fork(sim),
            help: self.help.in_fork(sim),
            olga: self.olga.in_fork(sim),
            ada: self.ada.in_fork(sim),
            ben: self.ben.in_fork(sim),
            zoe: self.zoe.in_fork(sim),
            kim: self.kim.in_fork(sim),
            lee: self.lee.in_fork(sim),
            mia: self.mia.in_fork(sim),
            rosa: self.rosa.in_fork(sim),
            guides: self.guides,
        }
    }

    /// Everyone who can get a private message.
    pub fn people(&self) -> [&Member; 8] {
        [&self.olga, &self.ada, &self.ben, &self.zoe, &self.kim, &self.lee, &self.mia, &self.rosa]
    }
}

/// The world and the database at one time, with no bot running.
pub struct Snapshot {
    village: Village,
    data: Database,
}

/// A folder for the files of a copy, in memory where possible, because they are thrown away.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
    made.unwrap()
}

impl Snapshot {
    /// The new server, before the bot's first start.
    pub async fn at_first(when: &str, on: On) -> Self {
        let data = Database::beside(folder(), on).await;
        assert_eq!(data.on, on, "the run must use the wanted database");
        let mut options = sim_options(at(when).timestamp_millis());
        options.guild_members = true;
        let sim = Sim::start(options).await.unwrap();
        Self { village: Village::found(&sim), data }
    }

    /// A snapshot of a stage. Stops its bot.
    pub async fn of(village: &Village, stage: &mut Stage, database: &Database) -> Self {
        stage.stop().await.unwrap();
        let data = database.copy(folder()).await;
        // A gateway session belongs to one simulated Discord, and each copy has a new one.
        let entropy = std::sync::Arc::new(cmad::ports::clock::System);
        let codec = cmad::store::sealing::Codec::new(stage.key(), entropy).unwrap();
        let store = cmad::store::Store::open(&data.url, codec).await.unwrap();
        store.forget("gateway-session").await.unwrap();
        store.close().await;
        // The original world goes on; the snapshot keeps a copy.
        let frozen = village.sim.fork(|_| {}).await.unwrap();
        Self { village: village.of(&frozen), data }
    }

    /// A copy of the world and the database, with a bot that is not started: in this process, it reaches PostgreSQL
    /// through a relay.
    pub async fn fork(
        &self,
        change: impl FnOnce(&mut SimOptions),
        mode: Mode,
    ) -> (Village, Stage, Database, Option<Relay>) {
        let sim = self.village.sim.fork(change).await.unwrap();
        let database = self.data.copy(folder()).await;
        let relay = match (database.on, mode) {
            (On::Postgres, Mode::InProcess) => Some(Relay::to(&database.url).await),
            _ => None,
        };
        let url = relay.as_ref().map_or(database.url.clone(), |relay| relay.url(database.name()));
        let mut stage = Stage::of(sim.clone(), url).unwrap();
        // The shortest timeout that can be set.
        stage.configure(|config| {
            config.discord.timeout_s = 1;
            config.limits.managers_unasked = MANAGERS_UNASKED;
        });
        (self.village.of(&sim), stage, database, relay)
    }
}

//! The use cases: what happens when a person uses a command, writes a message, or a send is due.
//!
//! Nothing here depends on Discord's data formats, SQL, mail or HTTP, and nothing sleeps: work waits only for due
//! times.

mod added;
pub mod answers;
mod asking;
pub mod away;
pub mod boss_replies;
pub mod campaigns;
pub mod clock_check;
mod contents;
pub mod copies;
mod database_check;
mod database_state;
pub mod desk;
pub mod digests;
pub mod dispatch;
mod drawing;
mod known;
mod languages;
mod last_files;
pub mod listening;
pub mod mailing;
mod mentions;
pub mod moderation;
pub mod nominations;
pub mod operations;
mod outages;
mod outgoing;
mod privacy;
mod private_hold;
mod put_back;
mod redrawing;
pub mod reminders;
pub mod roster;
pub mod saving;
mod servers;
pub mod suggestions;
pub mod thanking;
mod unthanked;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Notify, watch};

use crate::app::clock_check::{CheckedClock, ClockState};
use crate::app::known::Known;
use crate::app::outages::Outages;
use crate::config::Config;
use crate::ports::{Clock, Entropy, Mailer, Messenger};
use crate::store::Store;
use domain::ids::{GuildId, MessageId};
use domain::mail::PublicUrl;
use domain::send::SendKey;
use domain::server::Server;
use domain::thanks::Consent;

pub use mentions::Mentions;
// Re-exported so that adapters need not import the database.
pub use crate::store::privacy::PersonRecord;
pub use crate::store::sends::SendRecord;
pub use crate::store::{Boss, BossMail, CommitOutcome, DatabaseProblem, Erased, StoreError};

/// The bot's use cases. Cheap to clone.
#[derive(Clone)]
pub struct App {
    parts: Arc<Parts>,
}

struct Parts {
    store: Store,
    clock: Arc<CheckedClock>,
    /// What was said about it last.
    told: Mutex<ClockState>,
    /// When something of the bot's own did not work last.
    outages: Outages,
    entropy: Arc<dyn Entropy>,
    outside: Outside,
    config: Config,
    /// Notified when a send may be due, so that it does not wait for the next beat.
    due: Notify,
    /// Sends that were found to lack what only decorates them.
    incomplete: Mutex<BTreeSet<SendKey>>,
    /// Stored messages that could not be read when they were looked at again, and how often in a row.
    unread: Mutex<BTreeMap<MessageId, u32>>,
    /// Notified when a running dispatch pass should check for more due sends.
    more_due: Notify,
    /// Locked while a server's settings are read and changed, so that no change is lost. Only the process with the
    /// gateway session changes settings.
    settings: tokio::sync::Mutex<()>,
    /// Each giver's last chosen consent, but for `public`, which every giver starts with.
    consents: Known<Consent>,
    /// What managers care about.
    cares: Known<String>,
    /// Counts changes of the subscriptions.
    subscriptions: watch::Sender<u64>,
    /// When sends were last spread, in UTC milliseconds.
    looked_ms: AtomicI64,
    /// Bounds how many digests are made at once.
    drawing: drawing::Drawing,
    /// How servers and routes share the workers.
    sharing: Arc<dispatch::Sharing>,
    /// Set when the bot stops: no more sends are claimed.
    stopping: AtomicBool,
    /// When the last beat ended, and when dispatch last made progress.
    last_beat: Mutex<operations::Moment>,
    last_progress: Mutex<operations::Moment>,
    /// How often there was progress.
    progress: AtomicU64,
    /// When the database last accepted a write, in UTC milliseconds.
    probed_ms: AtomicI64,
    /// When it last had room for what a thank-you needs.
    room_ms: AtomicI64,
    database_check: database_check::DatabaseCheck,
    /// Whether Discord refuses the token.
    token_refused: AtomicBool,
    /// Whether another process holds the gateway, and whether this one is connected to it.
    stands_by: AtomicBool,
    connected: AtomicBool,
    /// Whether the token is another bot's, which is in none of the servers.
    has_no_server: AtomicBool,
    database: database_state::DatabaseState,
}

/// The ports that the use cases need, apart from the database.
pub struct Outside {
    /// Sends to Discord.
    pub messenger: Arc<dyn Messenger>,
    /// Reads earlier messages.
    pub archive: Arc<dyn away::Archive>,
    /// What copies by mail need.
    pub mail: Mailing,
    /// Renders digests.
    pub render: digests::Render,
}

/// What copies by mail need.
pub struct Mailing {
    /// Sends them.
    pub mailer: Arc<dyn Mailer>,
    /// The public base URL of the bot's pages, if there is one.
    pub public_url: Option<PublicUrl>,
}

/// How many campaigns to write in one transaction: people who thank meanwhile wait for no more than these.
const AT_ONCE: usize = 250;

/// The result of a use case. A refusal is not an error but part of the value.
///
/// # Errors
/// The database failed. Each transaction is atomic, so a use case can be called again.
pub type Result<T> = std::result::Result<T, StoreError>;

impl App {
    /// The use cases, with these ports.
    #[must_use]
    pub fn new(
        store: Store,
        clock: Arc<CheckedClock>,
        entropy: Arc<dyn Entropy>,
        outside: Outside,
        config: Config,
    ) -> Self {
        let (subscriptions, _) = watch::channel(0);
        let never = || AtomicI64::new(i64::MIN);
        let parts = Parts {
            last_beat: Mutex::new(operations::Moment::now(&*clock)),
            last_progress: Mutex::new(operations::Moment::now(&*clock)),
            progress: AtomicU64::new(0),
            store,
            clock,
            told: Mutex::new(ClockState::Right),
            outages: Outages::default(),
            entropy,
            outside,
            config,
            due: Notify::new(),
            incomplete: Mutex::default(),
            unread: Mutex::default(),
            more_due: Notify::new(),
            settings: tokio::sync::Mutex::default(),
            consents: Known::default(),
            cares: Known::default(),
            subscriptions,
            looked_ms: never(),
            drawing: drawing::Drawing::new(),
            sharing: Arc::default(),
            stopping: AtomicBool::new(false),
            probed_ms: never(),
            room_ms: never(),
            database_check: database_check::DatabaseCheck::default(),
            token_refused: AtomicBool::new(false),
            stands_by: AtomicBool::new(false),
            connected: AtomicBool::new(false),
            has_no_server: AtomicBool::new(false),
            database: database_state::DatabaseState::default(),
        };
        Self { parts: Arc::new(parts) }
    }

    /// The current time.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.parts.clock.now()
    }

    /// How much time has passed since some fixed instant, whatever the clock does.
    #[must_use]
    pub fn elapsed(&self) -> TimeDelta {
        self.parts.clock.elapsed()
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.parts.config
    }

    fn store(&self) -> &Store {
        &self.parts.store
    }

    /// A server's settings; `None` if it was never set up.
    pub async fn server(&self, guild: GuildId) -> Result<Option<Server>> {
        self.store().server(guild).await
    }

    /// Loads what forms need without a query. Called once, before the first response.
    pub async fn warm_up(&self) -> Result<()> {
        self.parts.consents.replace(self.store().remembered_consents(known::MOST).await?);
        self.parts.cares.replace(self.store().all_cares(known::MOST).await?);
        Ok(())
    }

    /// Reloads what another process may have changed.
    pub async fn reload(&self) -> Result<()> {
        self.wake_subscriptions();
        self.warm_up().await
    }

    /// Takes an interaction. Returns whether this process is the first: others on the same database may receive it too.
    pub async fn take_interaction(&self, interaction: u64) -> Result<bool> {
        self.store().take_interaction(interaction, self.now()).await
    }

    /// Waits until a send may be due.
    pub async fn wait_for_due_sends(&self) {
        self.parts.due.notified().await;
    }

    /// Stops claiming sends. Running ones are finished; claimed ones that were not started are released.
    pub fn stop_taking(&self) {
        self.parts.stopping.store(true, Ordering::Relaxed);
        self.look_for_more();
    }

    fn is_stopping(&self) -> bool {
        self.parts.stopping.load(Ordering::Relaxed)
    }

    fn wake_dispatch(&self) {
        self.parts.due.notify_one();
        self.look_for_more();
    }

    fn messenger(&self) -> &dyn Messenger {
        &*self.parts.outside.messenger
    }

    fn archive(&self) -> &dyn away::Archive {
        &*self.parts.outside.archive
    }

    fn mailer(&self) -> &dyn Mailer {
        &*self.parts.outside.mail.mailer
    }

    fn public_url(&self) -> Option<&PublicUrl> {
        self.parts.outside.mail.public_url.as_ref()
    }

    fn wake_subscriptions(&self) {
        self.parts.subscriptions.send_modify(|count| *count += 1);
    }

    /// Sixteen random bytes as text, which identify one worker's claims.
    fn claim_token(&self) -> String {
        let mut bytes = [0; 16];
        self.parts.entropy.fill(&mut bytes);
        base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, bytes)
    }
}

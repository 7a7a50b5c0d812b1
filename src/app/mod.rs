//! The use cases: what happens when a person asks for something, says something, or a time has come.
//!
//! Nothing here knows Discord's shapes, SQL, mail or HTTP, and nothing sleeps: time passes only through due times.

pub mod answers;
pub mod away;
pub mod campaigns;
mod consents;
mod contents;
pub mod copies;
pub mod desk;
pub mod digests;
pub mod dispatch;
mod languages;
pub mod listening;
pub mod mailing;
pub mod moderation;
pub mod nominations;
pub mod operations;
mod outgoing;
mod privacy;
pub mod roster;
pub mod saving;
mod servers;
pub mod suggestions;
pub mod thanking;
mod trouble;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use tokio::sync::{Notify, watch};

use crate::config::Config;
use crate::ports::{Clock, Entropy, Mailer, Messenger};
use crate::store::Store;
use domain::ids::GuildId;
use domain::mail::PublicUrl;
use domain::send::SendKey;
use domain::server::Server;

// What answers of ours are made of: an adapter names them without importing the database.
pub use crate::store::privacy::Held;
pub use crate::store::sends::SendRecord;
pub use crate::store::{Boss, BossMail, Erased, Fate, StoreError, Trouble};

/// The bot's use cases. Cheap to clone.
#[derive(Clone)]
pub struct App {
    parts: Arc<Parts>,
}

struct Parts {
    store: Store,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    outside: Outside,
    config: Config,
    /// Notified when a send may have become due, so that it need not wait for the heartbeat.
    due: Notify,
    /// Posts that wait for what Discord did not send, and since when.
    incomplete: Mutex<BTreeMap<SendKey, DateTime<Utc>>>,
    /// Notified when the dispatch pass that runs should look whether more sends are due.
    more_due: Notify,
    /// Held while a server's settings are read and changed, so that no change undoes another. Only the process that
    /// holds the gateway changes settings.
    settings: tokio::sync::Mutex<()>,
    /// The consents that givers chose last, for forms that have to open without waiting.
    consents: consents::Consents,
    /// Counts changes of the subscriptions.
    subscriptions: watch::Sender<u64>,
    /// When crowds were last looked for, in UTC milliseconds.
    looked_ms: AtomicI64,
    /// Set when the bot stops: nothing new is taken.
    stopping: AtomicBool,
    /// The last sign of life, and when the database last took a probe, in UTC milliseconds.
    alive_ms: AtomicI64,
    probed_ms: AtomicI64,
    /// Whether another process holds the gateway, and whether this one is connected to it.
    stands_by: AtomicBool,
    connected: AtomicBool,
    database: trouble::DatabaseState,
}

/// What the use cases reach beyond the database.
pub struct Outside {
    /// Sends to Discord.
    pub messenger: Arc<dyn Messenger>,
    /// Reads what was said earlier.
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
    /// Where the bot's pages are to be found from outside, if anywhere.
    pub public_url: Option<PublicUrl>,
}

/// The most campaigns of which something is written in one transaction: a person who thanks meanwhile waits for these,
/// and not for thousands.
const AT_ONCE: usize = 250;

/// What a use case returns. A refusal is not an error: it is part of the value.
///
/// # Errors
/// The database failed. Each transaction is kept whole or not at all, so that a use case can be called again.
pub type Result<T> = std::result::Result<T, StoreError>;

impl App {
    /// The use cases over these parts.
    #[must_use]
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        outside: Outside,
        config: Config,
    ) -> Self {
        let (subscriptions, _) = watch::channel(0);
        let consents = consents::Consents::default();
        let never = || AtomicI64::new(i64::MIN);
        let parts = Parts {
            store,
            clock,
            entropy,
            outside,
            config,
            due: Notify::new(),
            incomplete: Mutex::default(),
            more_due: Notify::new(),
            settings: tokio::sync::Mutex::default(),
            consents,
            subscriptions,
            looked_ms: never(),
            stopping: AtomicBool::new(false),
            alive_ms: never(),
            probed_ms: never(),
            stands_by: AtomicBool::new(false),
            connected: AtomicBool::new(false),
            database: trouble::DatabaseState::default(),
        };
        Self { parts: Arc::new(parts) }
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.parts.clock.now()
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.parts.config
    }

    fn store(&self) -> &Store {
        &self.parts.store
    }

    /// A server's settings; `None` when it was never set up.
    pub async fn server(&self, guild: GuildId) -> Result<Option<Server>> {
        self.store().server(guild).await
    }

    /// Loads what forms have to know without asking the database. Done once, before the first answer.
    pub async fn warm_up(&self) -> Result<()> {
        for (guild, giver, consent) in self.store().remembered_consents(consents::MOST).await? {
            self.parts.consents.set(guild, giver, consent);
        }
        Ok(())
    }

    /// Loads again what another process may have changed.
    pub async fn reload(&self) -> Result<()> {
        self.wake_subscriptions();
        self.warm_up().await
    }

    /// Takes up an interaction. Says whether this process is the first: others on the same database may get it too.
    pub async fn take_interaction(&self, interaction: u64) -> Result<bool> {
        self.store().take_interaction(interaction, self.now()).await
    }

    /// Waits until a send may have become due.
    pub async fn until_due_rings(&self) {
        self.parts.due.notified().await;
    }

    /// Takes nothing new from now on: what is under way is finished, what was claimed and not begun is given back.
    pub fn stop_taking(&self) {
        self.parts.stopping.store(true, Ordering::Relaxed);
        self.look_for_more();
    }

    fn is_stopping(&self) -> bool {
        self.parts.stopping.load(Ordering::Relaxed)
    }

    fn ring(&self) {
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

    /// Sixteen random bytes as text, to tell one worker's claims from another's.
    fn claim_token(&self) -> String {
        let mut bytes = [0; 16];
        self.parts.entropy.fill(&mut bytes);
        base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, bytes)
    }
}

//! The use cases: what happens when somebody asks for something, says something, or a time has come.
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
    /// Rung when a send may have become due, so that nobody waits for the heartbeat.
    due: Notify,
    /// Posts that wait because Discord did not tell what they need, and since when.
    incomplete: Mutex<BTreeMap<SendKey, DateTime<Utc>>>,
    /// Notified when whoever is taking sends should look whether more are due.
    more_due: Notify,
    /// Held by whoever reads a server's settings to change them, so that no change undoes another. Only the process that
    /// holds the gateway changes settings.
    settings: tokio::sync::Mutex<()>,
    /// The consents that givers chose last, for forms that have to open without waiting.
    consents: consents::Consents,
    /// Counts changes of what is listened to.
    listening: watch::Sender<u64>,
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
    /// What keeps the database from its work.
    ailing: trouble::Ailing,
}

/// What the use cases reach beyond the database.
pub struct Outside {
    /// Who carries what is said.
    pub messenger: Arc<dyn Messenger>,
    /// Who knows what was said earlier.
    pub archive: Arc<dyn away::Archive>,
    /// What copies by mail need.
    pub mail: Mailing,
    /// Who draws digests.
    pub render: digests::Render,
}

/// What copies by mail need.
pub struct Mailing {
    /// Who carries them.
    pub mailer: Arc<dyn Mailer>,
    /// Where the bot's pages are to be found from outside, if anywhere.
    pub public_url: Option<PublicUrl>,
}

/// The most campaigns of which something is written in one transaction: whoever thanks meanwhile waits for these, and
/// not for thousands.
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
        let (listening, _) = watch::channel(0);
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
            listening,
            looked_ms: never(),
            stopping: AtomicBool::new(false),
            alive_ms: never(),
            probed_ms: never(),
            stands_by: AtomicBool::new(false),
            connected: AtomicBool::new(false),
            ailing: trouble::Ailing::default(),
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

    /// Learns what forms have to know without asking the database. Done once, before anybody is answered.
    pub async fn warm_up(&self) -> Result<()> {
        for (guild, giver, consent) in self.store().remembered_consents(consents::MOST).await? {
            self.parts.consents.set(guild, giver, consent);
        }
        Ok(())
    }

    /// Learns again what another process may have changed, and what is worth hearing now.
    pub async fn reload(&self) -> Result<()> {
        self.wake_subscriptions();
        self.warm_up().await
    }

    /// Takes up an interaction. Says whether nobody else has: another process on the same database may be told it too.
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
        self.parts.listening.send_modify(|count| *count += 1);
    }

    /// Sixteen random bytes as text, to tell one worker's claims from another's.
    fn claim_token(&self) -> String {
        let mut bytes = [0; 16];
        self.parts.entropy.fill(&mut bytes);
        base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, bytes)
    }
}

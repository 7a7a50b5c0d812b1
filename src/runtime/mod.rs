//! The composition root: builds the bot from its parts, starts its tasks, and stops them softly.

mod beat;
mod heartbeat;
pub mod processes;
mod standby;
mod tasks;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use secrecy::SecretString;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;

use crate::app::digests::Render;
use crate::app::listening::Hashtag;
use crate::app::operations::Held;
use crate::app::{App, Mailing, Outside, Trouble};
use crate::config::Config;
use crate::config::steps;
use crate::digest;
use crate::discord::backfill::Backfill;
use crate::discord::commands::table;
use crate::discord::context::{Bot, Me};
use crate::discord::gateway::{Fatal, GatewayEvent, Numbered, Outlets, Pace, Progress, SavedSession, Wanted};
use crate::discord::inbound::{Heard, Hearing, MARKERS, answer_interactions, wanted};
use crate::discord::messenger::DiscordMessenger;
use crate::discord::rest::{Rest, RestOptions};
use crate::mail;
use crate::ports::{Clock, Entropy};
use crate::runtime::processes::Processes;
use crate::runtime::standby::{Connecting, keep_gateway, keep_session};
use crate::store::key_file::Keys;
use crate::store::{Fate, Store, StoreError, Witness};
use crate::web;
use domain::away::Contents;
use domain::ids::{ChannelId, GuildId};
use domain::mail::PublicUrl;

pub use beat::Beat;
use beat::follow_ears;
use tasks::Tasks;

/// What the bot is built from.
pub struct Options {
    /// The bot's token.
    pub token: SecretString,
    /// `None`: Discord; else everything goes there, and nothing to Discord.
    pub api_base: Option<String>,
    /// Where the database is.
    pub database_url: String,
    /// Where erasures are noted outside of the database; `None`: beside a SQLite file, and nowhere for PostgreSQL.
    pub erasures: Option<std::path::PathBuf>,
    /// The keys of personal words.
    pub keys: Keys,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where randomness comes from.
    pub entropy: Arc<dyn Entropy>,
    /// The settings.
    pub config: Config,
    /// Who draws digests: the forms do, but in a test in which one of them fails.
    pub render: Option<Render>,
    /// Who takes the mail.
    pub mail: mail::Settings,
    /// Where the bot serves its pages; `None` serves none.
    pub http: Option<SocketAddr>,
    /// The name of this process among those on the same database; a fresh one, unless it comes back as who it was.
    pub process: String,
    /// Where its pages are to be found from outside.
    pub public_url: Option<PublicUrl>,
    /// How fast gateway sessions may follow each other.
    pub pace: Pace,
    /// Whether the heartbeat runs by itself, or somebody beats by hand.
    pub heartbeat: Heartbeat,
    /// Who is told of each transaction's end: nobody, but in a test that ends the bot there.
    pub witness: Option<Arc<dyn Witness>>,
}

/// Whether the heartbeat runs by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heartbeat {
    /// Every few seconds, as the settings say.
    Regular,
    /// Only by [`Running::beat`], which also turns the ears: for a rehearsal, in which time stands still and one thing
    /// happens after another.
    ByHand,
}

/// Where the commands that were registered last are remembered.
const COMMANDS: &str = "commands";
/// How many events wait for each of the two who handle them.
const LANE: usize = 256;
/// How long a soft stop waits for what is under way.
const SOFT_STOP: Duration = Duration::from_secs(8);
/// How long it waits for the database to take the leases back and to close after that.
const CLOSE: Duration = Duration::from_secs(1);

/// How long the first beat waits for the first event.
const FIRST_EVENT: Duration = Duration::from_secs(10);

/// The running bot.
pub struct Running {
    beat: Beat,
    processes: Arc<Processes>,
    /// Keeps other processes from the file.
    _alone: Option<std::fs::File>,
    progress: watch::Receiver<Progress>,
    lanes: Option<[mpsc::Sender<Numbered>; 2]>,
    passed: watch::Receiver<u64>,
    markers: AtomicU64,
    wanted: watch::Receiver<Wanted>,
    http: Option<SocketAddr>,
    cancel: CancellationToken,
    gateway: JoinHandle<Result<Option<SavedSession>, Fatal>>,
    hearing: JoinHandle<Option<Heard>>,
    tasks: Tasks,
}

/// Builds and starts the bot. It answers, listens and posts when this returns.
///
/// # Errors
/// Discord does not know the token or cannot be reached, or the database or the key cannot be used. The error says
/// what to do.
pub async fn start(options: Options) -> anyhow::Result<Running> {
    let step_defaults = steps::defaults(&options.config.steps)?;
    // First of all: an address that is taken is found before anything was changed.
    let site = match options.http {
        Some(addr) => {
            Some(web::Bound::at(addr).await.with_context(|| format!("CMAD_HTTP_ADDR={addr} cannot be used"))?)
        }
        None => None,
    };
    let alone = Store::alone_with(&options.database_url)?;
    let mailer = mail::mailer(options.mail)?;
    let codec = options.keys.codec(Arc::clone(&options.entropy))?;
    let patience = Duration::from_millis(options.config.database.patience_ms.into());
    let store = Store::open_with(&options.database_url, codec, patience, options.witness).await?;
    // One that was damaged is not written to: each word that is added may go with it.
    store.check_file().await?;
    let store = store.keeping_erasures_in(options.erasures).with_step_defaults(step_defaults);
    let rest = Arc::new(Rest::new(&RestOptions {
        token: &options.token,
        api_base: options.api_base.as_deref(),
        requests_per_second: options.config.discord.requests_per_second,
        timeout: Duration::from_secs(options.config.discord.timeout_s.into()),
    })?);
    let reach = "Discord cannot be reached; check the network, DISCORD_TOKEN and DISCORD_API_BASE";
    let gateway_bot = rest.gateway_bot().await.context(reach)?;
    let application = rest.application().await.context(reach)?;
    let user = rest.current_user().await.context(reach)?;
    register_commands(&store, &rest, application.id, options.config.limits.words_max).await?;

    let me = Me {
        user: user.id,
        application: application.id,
        contents: if application.may_read_content() { Contents::Told } else { Contents::Withheld },
        tag_channels: Vec::new(),
    };
    let (me, me_now) = watch::channel(me);
    let messenger = Arc::new(DiscordMessenger::new(&rest, user.id));
    let processes = Arc::new(Processes::new(store.clone(), Arc::clone(&options.clock), options.process));
    processes.beat().await;
    let archive = Arc::new(Backfill::new(Arc::clone(&rest), me_now.clone()));
    let public_host = options.public_url.as_ref().map(|url| url.host().to_owned());
    let mail = Mailing { mailer, public_url: options.public_url };
    let render = options.render.unwrap_or_else(|| Arc::new(digest::render));
    let outside = Outside { messenger, archive, mail, render };
    let app = App::new(store.clone(), options.clock, options.entropy, outside, options.config.clone());
    app.warm_up().await?;
    app.replan_all().await?;
    app.plan_purges().await?;

    let cancel = CancellationToken::new();
    let hearing = Arc::new(Hearing::new(app.clone(), me, cancel.clone()));
    hearing.learn_tags().await?;
    let ears = app.ears().await?;
    let (want, wanted_now) = watch::channel(wanted(&ears, &me_now.borrow()));
    if ears.guilds.values().any(|hashtag| *hashtag == Hashtag::On) && me_now.borrow().contents == Contents::Withheld {
        app.report_refused_intent().await?;
    }
    let (interactions, asked) = mpsc::channel(LANE);
    let (events, told) = mpsc::channel(LANE);
    let (progress, progress_now) = watch::channel(Progress::default());
    let beat = Beat::new(app.clone(), me_now.clone(), want, progress_now.clone(), events.downgrade());
    let (passed, passed_now) = watch::channel(0);
    let lanes = [interactions.clone(), events.clone()];
    let gateway = tokio::spawn(keep_gateway(
        Connecting { token: options.token, gateway: gateway_bot, pace: options.pace, store: store.clone() },
        processes.holds_gateway(),
        wanted_now.clone(),
        Outlets { interactions, events, progress },
        cancel.clone(),
    ));
    let sharing = share_requests(Arc::clone(&rest), processes.count(), cancel.clone());
    let bot = Bot { app: app.clone(), rest, me: me_now, recent: Arc::default() };
    let learning = learn_what_changed(app.clone(), Arc::clone(&hearing), processes.holds_gateway(), cancel.clone());
    let mut tasks = Tasks::new(cancel.clone());
    let hearing = tasks.spawn_for("hearing", async move { hearing.hear(told, passed).await });
    tasks.spawn("answering", answer_interactions(bot, asked));
    tasks.spawn("sharing requests", sharing);
    tasks.spawn("learning", learning);
    let http = site.as_ref().map(web::Bound::addr);
    if let Some(site) = site {
        let (app, cancel, public_host) = (app.clone(), cancel.clone(), public_host);
        tasks.spawn("pages", async move {
            if let Err(error) = site.serve(app, public_host, cancel).await {
                tracing::error!(%error, "the pages are not served any more");
            }
        });
    }
    if options.heartbeat == Heartbeat::Regular {
        let (renewing, until) = (Arc::clone(&processes), cancel.clone());
        tasks.spawn("leases", async move { renewing.run(until).await });
        tasks.spawn("ears", follow_ears(beat.clone(), cancel.clone()));
        let every = Duration::from_secs(options.config.dispatch.heartbeat_s.into());
        let (beat, cancel, mut heard) = (beat.clone(), cancel.clone(), passed_now.clone());
        tasks.spawn("heartbeat", async move {
            // The first event tells which servers the bot is in: nothing is sent for one that it was removed from.
            // Where it does not come, Discord is away, and sends wait by themselves.
            let _first_or_late = tokio::time::timeout(FIRST_EVENT, heard.changed()).await;
            if let Err(error) = heartbeat::run(beat, every, cancel.clone()).await {
                tracing::error!(%error, "the heartbeat failed");
            }
        });
    }
    Ok(Running {
        beat,
        processes,
        _alone: alone,
        progress: progress_now,
        lanes: Some(lanes),
        passed: passed_now,
        markers: AtomicU64::new(0),
        wanted: wanted_now,
        http,
        cancel,
        gateway,
        hearing,
        tasks,
    })
}

/// Registers the commands, but only when they are not those that were registered last: Discord limits how often.
async fn register_commands(store: &Store, rest: &Rest, application: u64, words_max: u16) -> anyhow::Result<()> {
    let commands = table::commands(words_max);
    let fingerprint = {
        use sha2::Digest as _;
        format!("{application}:{:x}", sha2::Sha256::digest(commands.to_string()))
    };
    if store.recall(COMMANDS).await?.as_deref() != Some(&fingerprint) {
        rest.register_commands(application, &commands).await.context("Discord did not take the commands")?;
        store.remember(COMMANDS, &fingerprint).await?;
        tracing::info!("commands registered");
    }
    Ok(())
}

/// Shares the token's requests with the other processes there are.
async fn share_requests(rest: Arc<Rest>, mut count: watch::Receiver<u16>, cancel: CancellationToken) {
    loop {
        rest.share_among(*count.borrow_and_update());
        tokio::select! {
            changed = count.changed() => if changed.is_err() { return },
            () = cancel.cancelled() => return,
        }
    }
}

/// Learns anew, whenever the gateway comes to this process, what another one may have changed.
async fn learn_what_changed(
    app: App,
    hearing: Arc<Hearing>,
    mut holds: watch::Receiver<bool>,
    cancel: CancellationToken,
) {
    let held = |holds: bool| if holds { Held::Here } else { Held::Elsewhere };
    app.gateway_is_held(held(*holds.borrow_and_update()));
    loop {
        tokio::select! {
            changed = holds.changed() => if changed.is_err() { return },
            () = cancel.cancelled() => return,
        }
        let now_holds = *holds.borrow_and_update();
        app.gateway_is_held(held(now_holds));
        if now_holds && let Err(error) = app.learn_anew().await.and(hearing.learn_tags().await) {
            tracing::error!(%error, "what another process changed is not known; it is asked for as it is needed");
        }
    }
}

impl Running {
    /// The use cases.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.beat.app
    }

    /// Whether this process holds the gateway, or stands by.
    #[must_use]
    pub fn holds_gateway(&self) -> bool {
        *self.processes.holds_gateway().borrow()
    }

    /// How many processes share the database and the token's requests, this one included.
    #[must_use]
    pub fn processes(&self) -> u16 {
        *self.processes.count().borrow()
    }

    /// Beats once, for whoever keeps time by hand.
    pub async fn beat(&self) {
        self.processes.beat().await;
        self.beat.once().await;
    }

    /// Where the pages are served, with the port that was given.
    #[must_use]
    pub const fn http(&self) -> Option<SocketAddr> {
        self.http
    }

    /// What the gateway is told to listen to.
    #[must_use]
    pub fn wanted(&self) -> watch::Receiver<Wanted> {
        self.wanted.clone()
    }

    /// Comes when it should listen differently from now, or Discord has told anew what it may hear.
    pub fn until_ears_turn(&self) -> impl Future<Output = ()> + use<> {
        let (mut me, mut wanted) = (self.beat.me.clone(), self.wanted.clone());
        me.mark_unchanged();
        wanted.mark_unchanged();
        async move {
            tokio::select! {
                Ok(()) = me.changed() => {}
                Ok(()) = wanted.changed() => {}
                else => std::future::pending().await,
            }
        }
    }

    /// Whether Discord lets the bot read message content, as far as is known.
    #[must_use]
    pub fn hears_content(&self) -> bool {
        self.beat.me.borrow().contents == Contents::Told
    }

    /// How far the stream of events was received.
    #[must_use]
    pub fn progress(&self) -> watch::Receiver<Progress> {
        self.progress.clone()
    }

    /// Ends everything at once, as a killed process would: nothing is finished, nothing is kept.
    pub async fn kill(self) {
        self.gateway.abort();
        self.hearing.abort();
        self.tasks.kill().await;
        // An aborted task ends with an error by design.
        let _aborted = (self.hearing.await, self.gateway.await);
    }

    /// Waits until every event that was received by now has been heard, interactions aside: those are answered.
    pub async fn until_heard(&self) {
        // The lane is first in, first out: when this comes out, everything before it has been heard. Markers count up
        // from above all numbers of Discord's, so a later one says as much.
        let marker = MARKERS + self.markers.fetch_add(1, Ordering::Relaxed);
        let Some([_, events]) = &self.lanes else { return };
        let mut passed = self.passed.clone();
        let nothing = GatewayEvent::ChannelDeleted { guild: GuildId(0), channel: ChannelId(0) };
        if events.send((marker, nothing)).await.is_ok() {
            // The lane's end is the only reason for an error, and then there is nothing left to hear.
            let _ended = passed.wait_for(|number| *number >= marker).await;
        }
    }

    /// Waits until the bot ends by itself, which it does only when it cannot go on.
    ///
    /// # Errors
    /// Why it cannot go on, and what to do.
    pub async fn until_ended(&mut self) -> anyhow::Result<()> {
        let app = self.beat.app.clone();
        tokio::select! {
            ended = &mut self.gateway => match ended {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(fatal)) => Err(fatal.into()),
                // What a panic says may hold somebody's words; where it was is in the log.
                Err(_) => anyhow::bail!("the connection to Discord failed inside; the log says where"),
            },
            () = app.until_damaged() => anyhow::bail!("the database cannot be worked with: {}", Trouble::Damaged.advice()),
        }
    }

    /// Stops softly: nothing new is taken, what is under way is finished, and the session is kept so that the next
    /// start resumes it.
    ///
    /// # Errors
    /// The session could not be kept; everything else is safe in the database.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        // A gateway that had ended by itself has been waited for already; one that ends now gives its session.
        let had_ended = self.gateway.is_finished();
        self.beat.app.stop_taking();
        self.cancel.cancel();
        self.lanes = None;
        let until = Instant::now() + SOFT_STOP;
        let listening = async {
            let saved = if had_ended { None } else { (&mut self.gateway).await.ok().and_then(Result::ok).flatten() };
            let heard = (&mut self.hearing).await.ok().flatten();
            // What came and was not heard would be taken for heard by a session that goes on.
            saved.filter(|_| heard == Some(Heard::Everything))
        };
        let saved = timeout_at(until, listening).await.ok().flatten();
        let store = self.beat.app.store();
        let keeping = async {
            match saved {
                Some(saved) => keep_session(store, &saved).await,
                None => Ok(()),
            }
        };
        let finishing = async {
            self.tasks.ended().await;
            let _turn = self.beat.one_at_a_time.lock().await;
        };
        // Beside each other: both may wait for a database that takes nothing, and for as long as this the stop waits too.
        let (kept, finished) = tokio::join!(timeout_at(until, keeping), timeout_at(until, finishing));
        if finished.is_err() {
            tracing::warn!("something was still under way at the stop: the next start looks for it");
        }
        let last = Instant::now() + CLOSE;
        let left = timeout_at(last, self.processes.leave()).await;
        let too_late = |_| Err(StoreError::NotKept { why: self.beat.app.trouble(), fate: Fate::Unknown });
        let noted = left.unwrap_or_else(too_late).and(kept.unwrap_or_else(too_late));
        noted
            .context("the session could not be kept: the next start begins a new one, and looks for what it missed")?;
        // A worker that still hangs gives its connection back to nobody.
        let _closed_or_late = timeout_at(last, store.close()).await;
        Ok(())
    }
}

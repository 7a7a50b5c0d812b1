//! The composition root: builds the bot from its parts and starts its tasks. [`Running`] stops them again.

mod beat;
mod beginning;
mod commands;
mod connect;
mod heartbeat;
pub mod processes;
mod running;
mod session;
mod standby;
mod starts;
mod subscriptions;
mod tasks;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use secrecy::SecretString;
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;

use crate::app::clock_check::{CheckedClock, last_mark};
use crate::app::digests::Render;
use crate::app::listening::Hashtag;
use crate::app::operations::GatewayHolder;
use crate::app::{App, Mailing, Outside};
use crate::config::{Config, steps};
use crate::discord::backfill::Backfill;
use crate::discord::context::{About, Bot};
use crate::discord::gateway::{Identified, Outlets, Pace, Received};
use crate::discord::inbound::{EventHandler, answer_interactions, subscriptions};
use crate::discord::messenger::DiscordMessenger;
use crate::discord::rest::RestOptions;
use crate::mail;
use crate::net::Dialer;
use crate::ports::{Clock, Entropy};
use crate::store::key_file::Keys;
use crate::store::{Access, CommitObserver, Store};
use crate::web;
use beat::Beat;
use commands::{FIRST_TRY, Registration};
use connect::{Discord, share_requests, tell_of_token};
use domain::away::Contents;
use domain::mail::PublicUrl;
use processes::Processes;
use standby::{Connecting, keep_gateway};
use starts::Starts;
use tasks::Tasks;

pub use running::Running;
use running::Served;

/// What the bot is built from.
pub struct Options {
    /// The bot's token.
    pub token: SecretString,
    /// `None`: Discord; else everything goes there, and nothing to Discord.
    pub api_base: Option<String>,
    /// Where the database is.
    pub database_url: String,
    /// The file that lists erasures outside of the database; `None`: beside a SQLite file, and none for PostgreSQL.
    pub erasures: Option<std::path::PathBuf>,
    /// The keys that seal personal words.
    pub keys: Keys,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where randomness comes from.
    pub entropy: Arc<dyn Entropy>,
    /// The settings.
    pub config: Config,
    /// Renders digests; `None` but in a test in which a form fails.
    pub render: Option<Render>,
    /// Where mail goes.
    pub mail: mail::Settings,
    /// Where the bot serves its pages, if anywhere.
    pub http: Option<SocketAddr>,
    /// Where the bot serves its metrics, if anywhere: never where it serves its pages.
    pub metrics: Option<SocketAddr>,
    /// The name of this process among those on the same database: a new one at each start, but in tests.
    pub process: String,
    /// What people learn about who runs it.
    pub about: About,
    /// Where its pages are found from outside.
    pub public_url: Option<PublicUrl>,
    /// How fast gateway sessions may follow each other.
    pub pace: Pace,
    /// What opens connections to Discord and to the mail server.
    pub dialer: Dialer,
    /// Whether the heartbeat runs by itself.
    pub heartbeat: Heartbeat,
    /// Observes the end of each transaction; only tests set it, to end the bot there.
    pub commit_observer: Option<Arc<dyn CommitObserver>>,
}

/// Whether the heartbeat runs by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heartbeat {
    /// Every few seconds, as the settings say.
    Regular,
    /// Only by [`Running::beat`]: for a rehearsal, where time does not pass by itself.
    ByHand,
}

/// How many events wait in each of the two lanes.
const LANE: usize = 256;

/// How long the first beat waits for the first event.
const FIRST_EVENT: Duration = Duration::from_secs(10);

/// Builds and starts the bot. When this returns, the bot answers, receives messages and posts.
///
/// # Errors
/// Discord does not know the token or cannot be reached, or the database or the key cannot be used. The error says
/// what to do.
pub async fn start(options: Options) -> anyhow::Result<Running> {
    let step_defaults = steps::defaults(&options.config.steps)?;
    // First of all: an address that is taken is found before anything was changed.
    let site = bound("CMAD_HTTP_ADDR", options.http).await?;
    let metrics = bound("CMAD_METRICS_ADDR", options.metrics).await?;
    let alone = Store::lock_file(&options.database_url)?;
    let mailer = mail::mailer(options.mail, &options.dialer)?;
    let codec = options.keys.codec(Arc::clone(&options.entropy))?;
    let access = Access {
        patience: Duration::from_millis(options.config.database.patience_ms.into()),
        connections: options.config.database.connections.into(),
    };
    let store = Store::open_with(&options.database_url, codec, access, options.commit_observer).await?;
    // A damaged file is not written to: each new word could be lost with it.
    store.check_file().await?;
    let store = store
        .keeping_erasures_in(options.erasures)
        .with_step_defaults(step_defaults)
        .with_question_limits(options.config.limits.questions());
    beginning::look_beside(&store, &options.database_url, &options.keys).await?;

    let clock = Arc::new(CheckedClock::new(options.clock, last_mark(&store).await?));
    let timeout = Duration::from_secs(options.config.discord.timeout_s.into());
    let asked = RestOptions {
        token: &options.token,
        api_base: options.api_base.as_deref(),
        requests_per_second: options.config.discord.requests_per_second,
        timeout,
        answer_within: options.pace.answer_within(timeout),
        dialer: &options.dialer,
    };
    let discord = Discord::connect(&asked, Arc::clone(&clock)).await?;
    let Discord { rest, gateway, me } = discord;
    let cancel = CancellationToken::new();
    let mut tasks = Tasks::new(cancel.clone());
    let (tried, first_try) = oneshot::channel();
    let registration = Registration {
        rest: Arc::clone(&rest),
        store: store.clone(),
        application: me.application,
        words_max: options.config.limits.words_max,
        pace: options.pace,
    };
    tasks.spawn("commands", registration.run(tried, cancel.clone()));
    let _tried_or_late = tokio::time::timeout(FIRST_TRY, first_try).await;
    let messenger = Arc::new(DiscordMessenger::new(&rest, me.user));
    let who = (me.user, me.application);
    let (me, me_now) = watch::channel(me);
    let processes = Arc::new(Processes::new(store.clone(), Arc::clone(&clock) as Arc<dyn Clock>, options.process));
    processes.beat().await;

    let archive = Arc::new(Backfill::new(Arc::clone(&rest), me_now.clone()));
    let public_url = options.public_url.clone();
    let mail = Mailing { mailer, public_url: options.public_url };
    let render = options.render.unwrap_or_else(|| Arc::new(|form, of| of.form(form)));
    let outside = Outside { messenger, archive, mail, render };
    let app = App::new(store.clone(), clock, options.entropy, outside, options.config.clone());
    // Before anything is remembered, planned or sent.
    beginning::catch_up(&store, &app).await?;
    app.warm_up().await?;
    app.replan_all().await?;
    app.plan_purges().await?;

    let handler = Arc::new(EventHandler::new(app.clone(), me, cancel.clone()));
    handler.load_tag_channels().await?;
    let needed = app.needed_events().await?;
    if needed.guilds.values().any(|hashtag| *hashtag == Hashtag::On) && me_now.borrow().contents == Contents::Withheld {
        app.report_refused_intent().await?;
    }
    let (subscribe, subscriptions) = watch::channel(subscriptions(&needed, &me_now.borrow()));
    let (interactions, next_interaction) = mpsc::channel(LANE);
    let (events, next_event) = mpsc::channel(LANE);
    let (receiving, received) = watch::channel(Received::default());
    let (handling, handled) = watch::channel(0);
    let subscriber = subscriptions::Subscriber::new(app.clone(), me_now.clone(), subscribe);
    let identified = Identified::default();
    let (holds, at_ms) = (processes.holds_gateway(), app.elapsed().num_milliseconds());
    let starts = Starts::new(Arc::clone(&rest), identified.clone(), holds, at_ms, gateway.session_start_limit);
    let beat = Beat::new(app.clone(), Arc::clone(&rest), starts, subscriber, received.clone(), events.downgrade());
    let lanes = [interactions.clone(), events.clone()];
    let gateway = tokio::spawn(keep_gateway(
        Connecting {
            token: options.token,
            gateway,
            bot: who,
            pace: options.pace,
            store: store.clone(),
            dialer: options.dialer,
            identified,
        },
        processes.holds_gateway(),
        subscriptions.clone(),
        Outlets { interactions, events, received: receiving },
        cancel.clone(),
    ));

    let holds = processes.holds_gateway();
    tasks.spawn("takeovers", reload_at_takeover(app.clone(), Arc::clone(&handler), holds, cancel.clone()));
    let handler = tasks.spawn_for("events", async move { handler.run(next_event, handling).await });
    let bot = Bot {
        app: app.clone(),
        rest: Arc::clone(&rest),
        me: me_now,
        about: Arc::new(options.about),
        recent: Arc::default(),
        seen_by_all: Arc::default(),
    };
    let (answers, answering) = watch::channel(0);
    tasks.spawn("interactions", answer_interactions(bot, next_interaction, answers));
    tasks.spawn("token", tell_of_token(app.clone(), rest.token_refused(), cancel.clone()));
    tasks.spawn("request limits", share_requests(rest, processes.count(), cancel.clone()));
    let served = Served { http: site.as_ref().map(web::Bound::addr), metrics: metrics.as_ref().map(web::Bound::addr) };
    if let Some(metrics) = metrics {
        tasks.spawn("metrics", metrics.serve_metrics(app.clone(), cancel.clone()));
    }
    if let Some(site) = site {
        tasks.spawn("pages", site.serve(app, public_url, cancel.clone()));
    }
    if options.heartbeat == Heartbeat::Regular {
        let (renewing, until) = (Arc::clone(&processes), cancel.clone());
        tasks.spawn("leases", async move { renewing.run(until).await });
        tasks.spawn("subscriptions", beat.subscriber.clone().follow(cancel.clone()));
        let every = Duration::from_secs(options.config.dispatch.heartbeat_s.into());
        let (beat, until, mut first) = (beat.clone(), cancel.clone(), handled.clone());
        tasks.spawn("heartbeat", async move {
            // The first event lists the bot's servers, so that nothing is sent for one that it was removed from. If the
            // event does not arrive, Discord is unreachable, and sends are retried anyway.
            let _first_or_late = tokio::time::timeout(FIRST_EVENT, first.changed()).await;
            heartbeat::run(beat, every, until).await;
        });
    }
    Ok(Running {
        beat,
        store,
        processes,
        _alone: alone,
        received,
        lanes: Some(lanes),
        handled,
        answering,
        markers: 0.into(),
        subscriptions,
        served,
        cancel,
        gateway,
        handler,
        tasks,
    })
}

/// A server at an address, if one is wanted.
async fn bound(variable: &str, addr: Option<SocketAddr>) -> anyhow::Result<Option<web::Bound>> {
    let Some(addr) = addr else { return Ok(None) };
    Ok(Some(web::Bound::at(addr).await.with_context(|| format!("{variable}={addr} cannot be used"))?))
}

/// Whenever this process takes the gateway over, loads again what another process may have changed.
async fn reload_at_takeover(
    app: App,
    handler: Arc<EventHandler>,
    mut holds: watch::Receiver<bool>,
    cancel: CancellationToken,
) {
    let held = |holds: bool| if holds { GatewayHolder::Here } else { GatewayHolder::Elsewhere };
    app.set_gateway_held(held(*holds.borrow_and_update()));
    loop {
        tokio::select! {
            changed = holds.changed() => if changed.is_err() { return },
            () = cancel.cancelled() => return,
        }
        let now_holds = *holds.borrow_and_update();
        app.set_gateway_held(held(now_holds));
        if now_holds && let Err(error) = app.reload().await.and(handler.load_tag_channels().await) {
            tracing::error!(%error, "the changes of another process could not be loaded; they are read as they are needed");
        }
    }
}

//! All requests to Discord: one HTTP client, one rate-limit budget, one function ([`Rest::call`]).
//!
//! The client is hyper's, over the connections of `net`, rather than serenity's `Http`, because that is less code for the
//! same requests: serenity's `Route` cannot express message search, it answers an error without its headers (which the
//! budget needs), and it opens its connections by itself.
//! The budget is `twilight-http-ratelimiting`, made to be used alone.
//!
//! **One budget.** Every request waits for a permit of its route, reports Discord's rate-limit headers to the budget,
//! and then queues for the global limit (`gate`), the most urgent first. The limiter's own global limit is not used: it
//! counts by seconds of our clock and knows no urgency, so requests would sometimes be refused. Requests with an
//! interaction's token (`interactions/…`, `webhooks/…`) take no permit and do not queue: Discord counts them per token
//! and outside the global limit (<https://discord.com/developers/docs/topics/rate-limits#global-rate-limit>), while the
//! limiter would send them one after another and log their paths. Their 429 is obeyed like any other.
//!
//! **Order.** A request that is not urgent ([`Request::behind`]) runs with few of its kind, goes last, and leaves half
//! of the limit to others: reading old messages never delays responses to people.
//!
//! **Connections.** A response that was lost on its way is asked for again on a new connection, because a router that was
//! started again forgets those that stand. The first answer to an interaction does not wait for the system to notice: it is
//! sent once more after a moment.
//!
//! **Retries.** 429 (`rate_limits`): within the caller's [`Patience`], and never for a worker ([`Rest::without_waiting`]).
//! Failed connections: always, within that patience. 5xx, timeouts and broken
//! connections: only idempotent requests (`GET`, `PUT`, `DELETE`), and so with refusals that pass by themselves. For other requests the caller decides: it looks
//! messages up.

mod error;
pub mod error_codes;
mod gate;
pub mod pace;
mod rate_limits;
mod request;
mod routes;
mod wire;

use domain::urgency::Urgency;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::DateTime;
use gate::Gate;
use hyper::header::{DATE, HeaderValue};
use rate_limits::RateLimited;
use request::Precedence;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::{Semaphore, watch};
use tokio::time::{Instant, sleep, timeout, timeout_at};
use twilight_http_ratelimiting::{Bucket, Permit, RateLimiter};
use url::Url;
use wire::Wire;

use crate::app::clock_check::CheckedClock;
use crate::discord::shapes::Shape;
use crate::net::Dialer;
use crate::observe::metrics;
use crate::ports::Clock as _;
pub use error::{Outage, RestError};
pub use request::{Patience, Request, RestResponse};
pub use routes::{Application, BotUser, GatewayBot, Hits, Reach, Search, SessionStarts, Side};

/// The address of the real Discord, which appears nowhere else in this program.
const DISCORD: &str = "https://discord.com";

/// The first pause before a retry for which Discord gave no time; it doubles each time.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// How long a worker's request stands behind others of its route that are being answered.
const IN_LINE: Duration = Duration::from_secs(1);

/// How many requests that are not urgent may run at once.
const BEHIND: usize = 4;

/// How many bytes of files the slowest line that is waited for carries in a millisecond.
const FILE_BYTES_IN_MS: usize = 256;

/// Discord's REST API. Share it by `Clone`: two clients that were built separately would each spend the whole budget.
#[derive(Clone)]
pub struct Rest {
    shared: Arc<Shared>,
    urgency: Urgency,
    waiting: Waiting,
}

/// Whether a caller waits for Discord's limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Waiting {
    /// As long as the request's [`Patience`] allows.
    Patient,
    /// Not at all: it is told how long it would have to wait. A worker must not stand in line while others' sends are due.
    Never,
}

struct Shared {
    wire: Wire,
    /// The rate limits of routes, without the global one.
    routes: RateLimiter,
    gate: Gate,
    /// The token's global limit, in requests per second, for all processes together.
    all: u16,
    /// How long the first attempt of an answer to an interaction may take.
    answer_within: Duration,
    /// Limits how many requests that are not urgent run at once.
    behind: Semaphore,
    /// Who is told Discord's time.
    clock: OnceLock<Arc<CheckedClock>>,
    /// Whether Discord refused the token when it was used last.
    token_refused: watch::Sender<bool>,
}

/// What [`Rest::new`] needs.
pub struct RestOptions<'a> {
    /// The bot's token, without `Bot `.
    pub token: &'a SecretString,
    /// `None` means Discord. Otherwise every request goes to `{base}/api/v10/…`, never to Discord.
    pub api_base: Option<&'a str>,
    /// The global limit: 50 for a bot on Discord, `u16::MAX` for a rehearsal. Zero counts as one.
    pub requests_per_second: u16,
    /// Longest time for one attempt, from connecting to the last byte of the answer.
    pub timeout: Duration,
    /// Longest time for the first attempt of an answer to an interaction, which Discord awaits for three seconds; files take
    /// a moment more.
    pub answer_within: Duration,
    /// What opens its connections.
    pub dialer: &'a Dialer,
}

/// Why the client could not be built.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The token has characters that no token has.
    #[error("DISCORD_TOKEN holds a line break or another character that cannot be sent: copy it again")]
    Token,
    /// The base is not an http or https address.
    #[error("DISCORD_API_BASE is not an address like http://127.0.0.1:8080")]
    Base,
}

/// Where requests go: to Discord, or to another base.
///
/// # Errors
/// The base is not an http or https address.
pub fn api_address(base: Option<&str>) -> Result<Url, SetupError> {
    let base = base.unwrap_or(DISCORD);
    Url::parse(&format!("{}/api/v10/", base.trim_end_matches('/')))
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host() && url.query().is_none())
        .ok_or(SetupError::Base)
}

impl Rest {
    /// Builds the client; sends nothing. Must be called inside a tokio runtime, because the budget is a task.
    ///
    /// # Errors
    /// [`SetupError`] says which setting is wrong.
    pub fn new(options: &RestOptions<'_>) -> Result<Self, SetupError> {
        let mut authorization = HeaderValue::from_str(&format!("Bot {}", options.token.expose_secret().trim()))
            .map_err(|_| SetupError::Token)?;
        authorization.set_sensitive(true);
        let base = api_address(options.api_base)?;
        let wire = Wire::new(base, authorization, options.timeout, options.dialer);
        let (routes, gate) = (RateLimiter::new(u16::MAX), Gate::new(options.requests_per_second));
        Ok(Self {
            shared: Arc::new(Shared {
                wire,
                routes,
                gate,
                all: options.requests_per_second,
                answer_within: options.answer_within,
                behind: Semaphore::new(BEHIND),
                clock: OnceLock::new(),
                token_refused: watch::channel(false).0,
            }),
            urgency: Urgency::Asked,
            waiting: Waiting::Patient,
        })
    }

    /// Tells this clock from now on what time it is at Discord, as each good answer says. The first one is told, once.
    pub fn tell_time_to(&self, clock: Arc<CheckedClock>) {
        self.shared.clock.get_or_init(|| clock);
    }

    /// Whether Discord refused the token when it was used last.
    #[must_use]
    pub fn token_refused(&self) -> watch::Receiver<bool> {
        self.shared.token_refused.subscribe()
    }

    /// The same client and budget, with this urgency. The default is that a person waits for the response.
    #[must_use]
    pub fn at(&self, urgency: Urgency) -> Self {
        Self { shared: Arc::clone(&self.shared), urgency, waiting: self.waiting }
    }

    /// The same for a worker: where a limit is used up, or Discord answers 429, the request fails at once with
    /// [`RestError::RateLimited`].
    #[must_use]
    pub fn without_waiting(&self) -> Self {
        Self { waiting: Waiting::Never, ..self.clone() }
    }

    /// Shares the global limit with other processes: `processes` is their number, including this one.
    pub fn share_among(&self, processes: u16) {
        // Rounded down, so that all shares together stay within the limit.
        self.shared.gate.set((self.shared.all / processes.max(1)).max(1));
    }

    /// Sends a request and retries it where that is safe and may help (see the module documentation).
    ///
    /// # Errors
    /// Every [`RestError`] but [`RestError::Unreadable`].
    pub async fn call(&self, request: Request) -> Result<RestResponse, RestError> {
        if request.precedence == Precedence::Behind {
            let _place = self.shared.behind.acquire().await.expect("the semaphore is never closed");
            return self.at(Urgency::Last).try_call(request).await;
        }
        self.try_call(request).await
    }

    async fn try_call(&self, request: Request) -> Result<RestResponse, RestError> {
        let deadline = Instant::now() + request.patience.wait;
        let mut backoff = FIRST_PAUSE;
        let mut way = Way::Any;
        for attempt in 1.. {
            let permit = self.permit(&request, deadline).await?;
            let is_first_of_answer = request.is_first_answer() && attempt == 1;
            let on_the_way =
                Duration::from_millis(u64::try_from(request.files_len() / FILE_BYTES_IN_MS).unwrap_or(u64::MAX));
            let limit = is_first_of_answer.then(|| self.shared.answer_within.saturating_add(on_the_way));
            let error = match self.attempt(&request, permit, way, limit).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            let pause = match &error {
                RestError::RateLimited { .. } if self.waiting == Waiting::Never => return Err(error),
                RestError::RateLimited { retry_after } => *retry_after,
                RestError::NotSent { .. } => backoff,
                // 501 is permanent.
                RestError::Unavailable { how: Outage::Status(501) } => return Err(error),
                // However late: Discord says of the second one if the first arrived, or that its time is over.
                RestError::Unavailable { .. } if is_first_of_answer => {
                    tracing::debug!(path = request.shown(), %error, "an answer is sent once more");
                    way = Way::Fresh;
                    continue;
                }
                RestError::Unavailable { .. } | RestError::Passing { .. } if request.repeatable => backoff,
                // A refusal leaves no doubt, and a person waits.
                RestError::Passing { .. } if request.bears_token() => backoff,
                _ => return Err(error),
            };
            if attempt >= request.patience.attempts || Instant::now() + pause > deadline {
                return Err(error);
            }
            tracing::debug!(method = request.method.name(), path = request.shown(), attempt, ?pause, %error, "again");
            way = if error.is_lost() { Way::Fresh } else { Way::Any };
            sleep(pause).await;
            backoff = backoff.saturating_mul(2);
        }
        unreachable!("the loop ends by returning")
    }

    /// [`Rest::call`], with the response parsed as a `T`.
    ///
    /// # Errors
    /// Every [`RestError`].
    pub async fn call_as<T: Shape>(&self, request: Request) -> Result<T, RestError> {
        self.call(request).await?.read()
    }

    /// Waits until the budget allows the request, at most until the deadline: first for its route, so that a request
    /// that its route delays does not hold a place at the gate.
    async fn permit(&self, request: &Request, deadline: Instant) -> Result<Option<Permit>, RestError> {
        if request.bears_token() {
            return Ok(None);
        }
        let Shared { routes, gate, .. } = &*self.shared;
        let began = Instant::now();
        let permit = match self.waiting {
            Waiting::Patient => timeout_at(deadline, routes.acquire(request.endpoint())).await.ok(),
            Waiting::Never => {
                let is_free = |bucket: Option<Bucket>| {
                    bucket.is_none_or(|bucket| bucket.remaining > 0 || bucket.reset_at <= Instant::now().into_std())
                };
                timeout(IN_LINE, routes.acquire_if(request.endpoint(), is_free)).await.ok().flatten()
            }
        };
        let Some(permit) = permit else {
            let bucket = routes.bucket(request.endpoint()).await.filter(|bucket| bucket.remaining == 0);
            let reset = bucket.map(|bucket| Instant::from_std(bucket.reset_at));
            let retry_after = reset.map_or(Duration::from_secs(1), |at| at.saturating_duration_since(Instant::now()));
            return Err(RestError::RateLimited { retry_after });
        };
        let closed_for = gate.closed_until().filter(|until| *until > deadline || self.waiting == Waiting::Never);
        if let Some(until) = closed_for {
            return Err(RestError::RateLimited { retry_after: until.saturating_duration_since(Instant::now()) });
        }
        match timeout_at(deadline, gate.pass(self.urgency)).await {
            Ok(()) => {
                metrics::waited(self.urgency.name(), began.elapsed());
                Ok(Some(permit))
            }
            Err(_) => Err(RestError::RateLimited { retry_after: pace::WINDOW }),
        }
    }

    /// Sends the request once.
    async fn attempt(
        &self,
        request: &Request,
        permit: Option<Permit>,
        way: Way,
        limit: Option<Duration>,
    ) -> Result<RestResponse, RestError> {
        let asked = self.shared.clock.get().map(|clock| (clock, clock.elapsed()));
        let response = match self.shared.wire.send(request, way, limit).await {
            Ok(response) => response,
            Err(error) => {
                let is_unsent = matches!(error, RestError::NotSent { .. });
                let how = if is_unsent { "unreached" } else { "lost" };
                metrics::request(request.method.name(), &request.path, how);
                // A permit counts as unused only if it is dropped.
                if let Some(permit) = permit.filter(|_| !is_unsent) {
                    permit.complete(None);
                }
                return Err(error);
            }
        };
        let wire::Response { status, headers, body } = response;
        metrics::request(request.method.name(), &request.path, status.as_str());
        // What stands between may answer with errors and a time of its own.
        if let Some((clock, asked)) = asked.filter(|_| status.is_success())
            && let Some(time) =
                headers.get(DATE).and_then(|date| DateTime::parse_from_rfc2822(date.to_str().ok()?).ok())
        {
            clock.hear(time.to_utc(), asked);
        }
        let status = status.as_u16();
        let limited = RateLimited::of(status, &headers, body.as_deref().unwrap_or_default());
        if let Some(permit) = permit {
            permit.complete(rate_limits::of_route(&headers, limited));
        }
        if let Some(RateLimited { retry_after, is_global }) = limited {
            metrics::rate_limited(if is_global { "global" } else { "route" });
            tracing::info!(
                method = request.method.name(),
                path = request.shown(),
                ?retry_after,
                global = is_global,
                "rate limited"
            );
            if is_global {
                self.shared.gate.close_for(retry_after);
            }
            return Err(RestError::RateLimited { retry_after });
        }
        tracing::trace!(method = request.method.name(), path = request.shown(), status, "answered");
        if (200..300).contains(&status) {
            self.note_token(request, false);
            Ok(RestResponse { status, body: body?.to_vec() })
        } else {
            let error = RestError::from_answer(status, body.as_deref().unwrap_or_default());
            if error == RestError::Unauthorized {
                self.note_token(request, true);
            }
            Err(error)
        }
    }

    /// Notes whether Discord took the bot's token. An interaction's own says nothing of it.
    fn note_token(&self, request: &Request, refused: bool) {
        if !request.bears_token() {
            self.shared.token_refused.send_if_modified(|before| std::mem::replace(before, refused) != refused);
        }
    }
}

/// Which connection a request may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Any that is open.
    Any,
    /// A new one.
    Fresh,
}

#[cfg(test)]
mod tests;

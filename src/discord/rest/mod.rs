//! All requests to Discord: one HTTP client, one rate-limit budget, one function ([`Rest::call`]).
//!
//! The client is `reqwest` itself rather than serenity's `Http` around it, because that is less code for the same
//! requests: serenity's `Route` cannot express message search, it answers an error without its headers (which the
//! budget needs), and it ignores `proxy` while its own limiter is on.
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
//! **Retries.** 429 (`rate_limits`) and failed connections: always, within the caller's [`Patience`]. 5xx, timeouts and broken
//! connections: only idempotent requests (`GET`, `PUT`, `DELETE`), and so with refusals that pass by themselves. For other requests the caller decides: it looks
//! messages up.

mod error;
pub mod error_codes;
mod gate;
pub mod pace;
mod rate_limits;
mod request;
mod routes;

use domain::urgency::Urgency;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::DateTime;
use gate::Gate;
use rate_limits::RateLimited;
use request::{Body, Precedence};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, DATE, HeaderMap, HeaderValue};
use reqwest::multipart::{Form, Part};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::{Semaphore, watch};
use tokio::time::{Instant, sleep, timeout_at};
use twilight_http_ratelimiting::{Method, Permit, RateLimiter};

use crate::app::clock_check::CheckedClock;
use crate::discord::shapes::Shape;
use crate::observe::metrics;
use crate::ports::Clock as _;
pub use error::{Outage, RestError};
pub use request::{Patience, Request, RestResponse};
pub use routes::{Application, BotUser, GatewayBot, Hits, Search, SessionStarts, Side};

/// The address of the real Discord, which appears nowhere else in this program.
const DISCORD: &str = "https://discord.com";

/// The first pause before a retry for which Discord gave no time; it doubles each time.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// How many requests that are not urgent may run at once.
const BEHIND: usize = 4;

/// Discord's REST API. Share it by `Clone`: two clients that were built separately would each spend the whole budget.
#[derive(Clone)]
pub struct Rest {
    shared: Arc<Shared>,
    urgency: Urgency,
}

struct Shared {
    http: reqwest::Client,
    base: reqwest::Url,
    /// The rate limits of routes, without the global one.
    routes: RateLimiter,
    gate: Gate,
    /// The token's global limit, in requests per second, for all processes together.
    all: u16,
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
    /// TLS could not be set up.
    #[error("the HTTP client cannot be built")]
    Client(#[source] reqwest::Error),
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
        let base = options.api_base.unwrap_or(DISCORD);
        let base = reqwest::Url::parse(&format!("{}/api/v10/", base.trim_end_matches('/')))
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https") && url.query().is_none())
            .ok_or(SetupError::Base)?;
        let mut http = reqwest::Client::builder()
            .user_agent(concat!("DiscordBot (https://discord.com, ", env!("CARGO_PKG_VERSION"), ") cmad"))
            .default_headers(HeaderMap::from_iter([(AUTHORIZATION, authorization)]))
            // A redirect would send the token to an unknown host.
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(options.timeout.min(Duration::from_secs(5)))
            .timeout(options.timeout);
        if options.api_base.is_some() {
            // A proxy from the environment must not come between a rehearsal and its simulator.
            http = http.no_proxy();
        }
        let http = http.build().map_err(SetupError::Client)?;
        let (routes, gate) = (RateLimiter::new(u16::MAX), Gate::new(options.requests_per_second));
        Ok(Self {
            shared: Arc::new(Shared {
                http,
                base,
                routes,
                gate,
                all: options.requests_per_second,
                behind: Semaphore::new(BEHIND),
                clock: OnceLock::new(),
                token_refused: watch::channel(false).0,
            }),
            urgency: Urgency::Asked,
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
        Self { shared: Arc::clone(&self.shared), urgency }
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
        for attempt in 1.. {
            let permit = self.permit(&request, deadline).await?;
            let error = match self.attempt(&request, permit).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            let pause = match &error {
                RestError::RateLimited { retry_after } => *retry_after,
                RestError::NotSent => backoff,
                // 501 is permanent.
                RestError::Unavailable { how: Outage::Status(501) } => return Err(error),
                RestError::Unavailable { .. } | RestError::Passing { .. } if request.repeatable => backoff,
                // A refusal leaves no doubt, and a person waits.
                RestError::Passing { .. } if request.bears_token() => backoff,
                _ => return Err(error),
            };
            if attempt >= request.patience.attempts || Instant::now() + pause > deadline {
                return Err(error);
            }
            tracing::debug!(method = request.method.name(), path = request.shown(), attempt, ?pause, %error, "again");
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
        let Ok(permit) = timeout_at(deadline, routes.acquire(request.endpoint())).await else {
            let reset = routes.bucket(request.endpoint()).await.map(|bucket| Instant::from_std(bucket.reset_at));
            let retry_after = reset.map_or(Duration::from_secs(1), |at| at.saturating_duration_since(Instant::now()));
            return Err(RestError::RateLimited { retry_after });
        };
        let closed_for = gate.closed_until().filter(|until| *until > deadline);
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
    async fn attempt(&self, request: &Request, permit: Option<Permit>) -> Result<RestResponse, RestError> {
        let asked = self.shared.clock.get().map(|clock| (clock, clock.elapsed()));
        let response = match self.built(request).send().await {
            Ok(response) => response,
            Err(error) => {
                let error = RestError::from_transport(&error);
                let how = if error == RestError::NotSent { "unreached" } else { "lost" };
                metrics::request(request.method.name(), &request.path, how);
                // A permit counts as unused only if it is dropped.
                if let Some(permit) = permit.filter(|_| error != RestError::NotSent) {
                    permit.complete(None);
                }
                return Err(error);
            }
        };
        let status = response.status().as_u16();
        metrics::request(request.method.name(), &request.path, response.status().as_str());
        let headers = response.headers().clone();
        // What stands between may answer with errors and a time of its own.
        if let Some((clock, asked)) = asked.filter(|_| response.status().is_success())
            && let Some(time) =
                headers.get(DATE).and_then(|date| DateTime::parse_from_rfc2822(date.to_str().ok()?).ok())
        {
            clock.hear(time.to_utc(), asked);
        }
        let body = response.bytes().await;
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
            let body = body.map_err(|error| RestError::from_transport(&error))?;
            Ok(RestResponse { status, body: body.to_vec() })
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

    fn built(&self, request: &Request) -> reqwest::RequestBuilder {
        let method = match request.method {
            Method::Delete => reqwest::Method::DELETE,
            Method::Patch => reqwest::Method::PATCH,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            _ => reqwest::Method::GET,
        };
        let mut url = self.shared.base.clone();
        // Each part is encoded separately, so that no id or emoji can change the path.
        url.path_segments_mut().expect("an http address has a path").pop_if_empty().extend(request.path.split('/'));
        if !request.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&request.query);
        }
        let http = self.shared.http.request(method, url);
        match &request.body {
            Body::Empty => http,
            Body::Json(json) => http.header(CONTENT_TYPE, "application/json").body(json.clone()),
            Body::Multipart { json, files } => {
                let payload = Part::text(json.clone())
                    .mime_str("application/json")
                    .expect("the name of a media type that exists");
                let form =
                    files.iter().enumerate().fold(Form::new().part("payload_json", payload), |form, (n, file)| {
                        form.part(format!("files[{n}]"), Part::bytes(file.1.clone()).file_name(file.0.clone()))
                    });
                http.multipart(form)
            }
        }
    }
}

#[cfg(test)]
mod tests;

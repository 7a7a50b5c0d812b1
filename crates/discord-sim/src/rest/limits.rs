//! Rate limits, in real time: a window per route and one for all requests together.

use std::time::Duration;

use axum::response::Response;
use serde_json::json;
use tokio::time::Instant;

use crate::limits::Window;
use crate::rest::response::respond;
use crate::world::State;

/// The longest wait whose breach is a violation: longer ones pass in simulated time.
const LONGEST_CHECKED_WAIT_MS: u64 = 5_000;
/// Requests that were in flight when the global limit was hit are no violation.
const GRACE: Duration = Duration::from_millis(25);

/// The headers of an answer.
type Headers = Vec<(&'static str, String)>;

impl State {
    /// A request without its ids and tokens: `POST /channels/*/messages`, and `@dm` for the channel of a private message.
    pub(super) fn route_name(&self, method: &str, segments: &[&str]) -> String {
        let shown = parts(segments).into_iter().enumerate().map(|(index, part)| {
            let channel = segments[index].parse().ok().filter(|_| index == 1 && segments[0] == "channels");
            let is_private = channel.and_then(|id| self.channels.get(&id)).is_some_and(|place| place.server.is_none());
            match part {
                "id" if is_private => "@dm",
                "id" | "token" => "*",
                part => part,
            }
        });
        format!("{method} /{}", shown.collect::<Vec<_>>().join("/"))
    }

    /// A fault answered 429: from now on the wait is watched.
    pub(super) fn begin_wait(&mut self, method: &str, segments: &[&str], wait_ms: u64, global: bool) {
        if wait_ms <= LONGEST_CHECKED_WAIT_MS {
            let key = if global { "*".to_owned() } else { bucket(method, segments).1 };
            self.limits.waits.insert(key, Instant::now() + Duration::from_millis(wait_ms));
        }
    }

    /// The seconds left of a wait that a 429 asked for, and whether it was the global limit.
    pub(super) fn pending_wait(&self, method: &str, segments: &[&str]) -> Option<(f64, bool)> {
        let now = Instant::now();
        let left = |key: &str| self.limits.waits.get(key).map(|until| until.saturating_duration_since(now));
        let of_interaction = matches!(segments.first(), Some(&("interactions" | "webhooks")));
        let route = left(&bucket(method, segments).1).filter(|left| !left.is_zero()).map(|left| (left, false));
        let all = left("*").filter(|left| *left > GRACE && !of_interaction).map(|left| (left, true));
        route.or(all).map(|(left, global)| (left.as_secs_f64(), global))
    }

    /// Counts one request against its limits. Returns the rate limit headers, or the 429 and whether it is global.
    pub(crate) fn take_from_limits(
        &mut self,
        method: &str,
        segments: &[&str],
    ) -> Result<Headers, Box<(Response, bool)>> {
        let now = Instant::now();
        let new = || Window { opened: now, used: 0 };
        // The global limit does not apply to interactions (Discord, "Interactions").
        let of_interaction = matches!(segments.first(), Some(&("interactions" | "webhooks")));
        if !of_interaction {
            let window = self.limits.all.get_or_insert_with(new);
            if let Err(wait_s) = Window::take(window, self.options.global_limit, now) {
                return Err(Box::new((too_many(wait_s, true, "global", &[]), true)));
            }
        }
        let (bucket, key) = bucket(method, segments);
        let limit = match segments {
            ["channels", _, "messages"] if method == "POST" => self.options.message_limit,
            _ => self.options.route_limit,
        };
        let window = self.limits.routes.entry(key).or_insert_with(new);
        let taken = Window::take(window, limit, now);
        let (left, left_s) = match taken {
            Ok(taken) => taken,
            Err(wait_s) => (0, wait_s),
        };
        #[expect(clippy::cast_precision_loss, reason = "unix milliseconds are far below 2^52")]
        let reset_s = self.now_ms as f64 / 1000.0 + left_s;
        let headers = vec![
            ("x-ratelimit-limit", limit.requests.to_string()),
            ("x-ratelimit-remaining", left.to_string()),
            ("x-ratelimit-reset", format!("{reset_s:.3}")),
            ("x-ratelimit-reset-after", format!("{left_s:.3}")),
            ("x-ratelimit-bucket", bucket),
        ];
        match taken {
            Ok(_) => Ok(headers),
            Err(wait_s) => Err(Box::new((too_many(wait_s, false, "user", &headers), false))),
        }
    }
}

/// 429, as Discord writes it. The wait is rounded up, so that a client that returns exactly then is not refused again.
pub(super) fn too_many(wait_s: f64, global: bool, scope: &str, headers: &[(&'static str, String)]) -> Response {
    let wait_s = (wait_s * 1000.0).ceil() / 1000.0;
    let mut all = headers.to_vec();
    all.push(("retry-after", format!("{}", wait_s.ceil())));
    all.push(("x-ratelimit-scope", scope.to_owned()));
    if global {
        all.push(("x-ratelimit-global", "true".to_owned()));
    }
    let body = json!({"message": "You are being rate limited.", "retry_after": wait_s, "global": global});
    respond(429, Some(&body), &all)
}

fn parts<'a>(segments: &[&'a str]) -> Vec<&'a str> {
    let is_id = |part: &str| part.len() > 10 && part.bytes().all(|b| b.is_ascii_digit());
    segments
        .iter()
        .enumerate()
        .map(|(index, part)| match segments.first() {
            Some(&("webhooks" | "interactions")) if index == 2 => "token",
            _ if is_id(part) => "id",
            _ => part,
        })
        .collect()
}

/// The route's bucket, and the bucket with its major parameter.
fn bucket(method: &str, segments: &[&str]) -> (String, String) {
    let shape = parts(segments);
    // The 64 bits of FNV-1a are enough to look like Discord's opaque bucket names, the same in every run.
    let name = format!("{method} {}", shape.join("/"));
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    let major = segments.get(1).copied().unwrap_or("");
    let token = if shape.get(2) == Some(&"token") { segments[2] } else { "" };
    (format!("{hash:016x}"), format!("{hash:016x}:{major}:{token}"))
}

//! Faults on cue: which requests and gateway events fail, and how.

use serde_json::Value;

/// A fault that waits for its request.
#[derive(Debug, Clone)]
pub struct Fault {
    /// `METHOD /path` below `/api/v10`, with `*` for one segment: `POST /channels/*/messages`. `*` alone is every request.
    pub matching: String,
    /// The first matching request that it affects, counted from 1 from now on.
    pub nth: u32,
    /// How many matching requests it hits from there.
    pub times: u32,
    /// What happens.
    pub kind: FaultKind,
}

/// What happens to a request.
#[derive(Debug, Clone)]
pub enum FaultKind {
    /// The server answers with this status and does nothing.
    Status(u16),
    /// The server answers 429 and does nothing else. Until the wait is over, it answers every request on that route
    /// with 429 (for the global limit, every request except those of interactions), and such a request is a violation,
    /// because Discord bans clients that do not wait. Waits of more than five seconds are too long for the real time of
    /// a test; ignoring those is no violation.
    RateLimited {
        /// How long to wait, in milliseconds.
        retry_after_ms: u64,
        /// Whether it is the global limit.
        global: bool,
    },
    /// 403 with this code of Discord's, nothing done.
    Forbidden(u32),
    /// Any other answer, nothing done.
    Answer {
        /// The HTTP status.
        status: u16,
        /// The body.
        body: Value,
    },
    /// No answer until the client gives up; nothing done.
    Hang,
    /// The work is done and no answer comes.
    DoneThenHang,
    /// The work is done, and the answer is this status.
    DoneThenStatus(u16),
    /// The connection closes without an answer; nothing done.
    DropConnection,
    /// The request is carried out, and the connection closes without a response.
    DoneThenDropConnection,
}

impl Fault {
    /// A fault for the next matching request, once.
    pub fn on(matching: impl Into<String>, kind: FaultKind) -> Self {
        Self { matching: matching.into(), nth: 1, times: 1, kind }
    }

    /// From the `nth` matching request on, counted from 1.
    #[must_use]
    pub fn nth(mut self, nth: u32) -> Self {
        self.nth = nth;
        self
    }

    /// For so many requests.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    /// Whether it is for this request.
    fn matches(&self, method: &str, segments: &[&str]) -> bool {
        is_of(&self.matching, method, segments)
    }
}

/// Whether a request such as `GET /channels/1/messages` is of this kind.
pub(super) fn is_route(matching: &str, request: &str) -> bool {
    let Some((method, path)) = request.split_once(' ') else { return false };
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    is_of(matching, method, &segments)
}

fn is_of(matching: &str, method: &str, segments: &[&str]) -> bool {
    if matching == "*" {
        return true;
    }
    let Some((wanted, path)) = matching.split_once(' ') else { return false };
    let mut pattern = path.split('/').filter(|part| !part.is_empty());
    wanted == method
        && segments.iter().all(|segment| pattern.next().is_some_and(|part| part == "*" || part == *segment))
        && pattern.next().is_none()
}

/// A fault that waits for an event on its way to the bot. Hello, heartbeats and their acknowledgements do not count.
#[derive(Debug, Clone)]
pub struct GatewayFault {
    /// Which event, counted from 1 from now on, including those that a resume sends again.
    pub nth: u32,
    /// Whether the event still arrives.
    pub timing: FaultTiming,
    /// What happens to the connection.
    pub disconnect: Disconnect,
}

/// When a [`GatewayFault`] happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultTiming {
    /// Instead of the event. A resume brings it.
    Before,
    /// In the middle of the event's bytes: [`Disconnect::Drop`] alone can do that.
    Half,
    /// Right behind the event.
    After,
}

/// How a gateway connection ends. Nothing follows on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disconnect {
    /// A close frame with this code, or with none.
    Close(Option<u16>),
    /// The socket is closed without a close frame, which clients report as 1006.
    Drop,
    /// Nothing more is ever sent, and the socket stays open.
    Silence,
    /// Discord asks to reconnect (op 7).
    Reconnect,
    /// Discord says that the session is invalid (op 9).
    Invalid {
        /// Whether it can be resumed all the same.
        resumable: bool,
    },
}

/// The faults that are set up, each with the number of matching requests or frames so far.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<(Fault, u32)>, Vec<(GatewayFault, u32)>);

impl Faults {
    pub(super) fn add(&mut self, fault: Fault) {
        self.0.push((fault, 0));
    }

    pub(super) fn add_gateway(&mut self, fault: GatewayFault) {
        self.1.push((fault, 0));
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
        self.1.clear();
    }

    /// What should happen to this event.
    pub(super) fn take_gateway(&mut self) -> Option<GatewayFault> {
        for (_, seen) in &mut self.1 {
            *seen += 1;
        }
        let taken = self.1.iter().position(|(fault, seen)| *seen == fault.nth)?;
        Some(self.1.remove(taken).0)
    }

    /// What should happen to this request.
    pub(super) fn take(&mut self, method: &str, segments: &[&str]) -> Option<FaultKind> {
        let mut taken = None;
        for (fault, seen) in self.0.iter_mut().filter(|(fault, _)| fault.matches(method, segments)) {
            *seen += 1;
            let due = *seen >= fault.nth && *seen < fault.nth.saturating_add(fault.times);
            if due && taken.is_none() {
                taken = Some(fault.kind.clone());
            }
        }
        self.0.retain(|(fault, seen)| seen.saturating_add(1) < fault.nth.saturating_add(fault.times));
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_frames_hits_one_and_every_request_can_be_meant() {
        let mut faults = Faults::default();
        faults.add_gateway(GatewayFault { nth: 2, timing: FaultTiming::Before, disconnect: Disconnect::Drop });
        faults.add(Fault::on("*", FaultKind::Hang).nth(2));
        let hits: Vec<bool> = (0..3).map(|_| faults.take_gateway().is_some()).collect();
        assert_eq!(hits, [false, true, false]);
        assert!(faults.take("GET", &["gateway", "bot"]).is_none());
        assert!(faults.take("PUT", &["anything"]).is_some() && faults.0.is_empty() && faults.1.is_empty());
    }

    #[test]
    fn a_fault_hits_its_requests_and_no_other() {
        let mut faults = Faults::default();
        faults.add(Fault::on("POST /channels/*/messages", FaultKind::Status(502)).nth(2).times(2));
        let hits: Vec<bool> = [
            ("POST", vec!["channels", "1", "messages"]),
            ("GET", vec!["channels", "1", "messages"]),
            ("POST", vec!["channels", "1", "messages", "2"]),
            ("POST", vec!["channels", "9", "messages"]),
            ("POST", vec!["channels", "1", "messages"]),
            ("POST", vec!["channels", "1", "messages"]),
        ]
        .into_iter()
        .map(|(method, path)| faults.take(method, &path).is_some())
        .collect();
        assert_eq!(hits, [false, false, false, true, true, false]);
        assert!(faults.0.is_empty(), "a fault that is spent is forgotten");
    }
}

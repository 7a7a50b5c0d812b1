//! The simulator as a whole: its addresses, its clock, its faults, its transcript.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::fault::{Fault, GatewayFault};
use crate::handles::{Sim, StopOnDrop};
use crate::ids::{Id, iso};
use crate::listener::SimListener;
use crate::odd::OddField;
use crate::options::SimOptions;
use crate::rest;
use crate::shared::Shared;
use crate::transcript::{Directory, Entry, Event};
use crate::world::State;

impl Sim {
    /// Starts the server on the loopback interface.
    ///
    /// # Errors
    /// When the port cannot be bound.
    pub async fn start(options: SimOptions) -> io::Result<Self> {
        Self::serve(State::new(options)).await
    }

    pub(crate) async fn serve(mut state: State) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, state.options.port)).await?;
        state.base = format!("http://{}", listener.local_addr()?);
        let stop = CancellationToken::new();
        let shared = Arc::new(Shared { state: Mutex::new(state), changed: watch::Sender::new(0), stop: stop.clone() });
        rest::serve(shared.clone(), SimListener(listener));
        Ok(Self { shared, _last: Arc::new(StopOnDrop(stop)) })
    }

    /// `http://127.0.0.1:PORT`; REST is below `/api/v10`.
    pub fn api_base(&self) -> String {
        self.read(|state| state.base.clone())
    }

    /// Says from now on that it is found at this address instead, such as `https://discord.test:8443`, where something in
    /// front of it encrypts or forwards: [`Sim::api_base`] and [`Sim::gateway_url`] have it, and so has what is answered.
    pub fn found_at(&self, address: &str) {
        self.write(|state| address.clone_into(&mut state.base));
    }

    /// `ws://127.0.0.1:PORT`, as `GET /gateway/bot` answers.
    pub fn gateway_url(&self) -> String {
        self.read(State::gateway_url)
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.read(|state| state.options.token.clone())
    }

    /// The bot's user id.
    pub fn bot_id(&self) -> Id {
        self.read(|state| state.app.bot)
    }

    /// The application's id.
    pub fn application_id(&self) -> Id {
        self.read(|state| state.app.id)
    }

    /// Stops the server and cuts all connections.
    pub fn stop(&self) {
        self.shared.stop.cancel();
    }

    /// The simulated wall clock, in unix milliseconds.
    pub fn now(&self) -> i64 {
        self.read(|state| state.now_ms)
    }

    /// Sets the simulated wall clock.
    pub fn set_now(&self, now_ms: i64) {
        self.write(|state| state.now_ms = now_ms);
    }

    /// Sets up a fault.
    pub fn fault(&self, fault: Fault) {
        self.write(|state| state.faults.add(fault));
    }

    /// Sets up a fault of the gateway's events.
    pub fn gateway_fault(&self, fault: GatewayFault) {
        self.write(|state| state.faults.add_gateway(fault));
    }

    /// Gives the bot a field in another shape than Discord documents, from now on.
    pub fn odd_field(&self, field: OddField) {
        self.write(|state| state.odd.add(field));
    }

    /// Keeps everything that the bot is sent from now on, for [`Sim::sent`].
    pub fn watch_sent(&self) {
        self.write(|state| state.odd.watch());
    }

    /// What the bot was sent since [`Sim::watch_sent`]: events by their name, answers by their request without ids.
    pub fn sent(&self) -> Vec<(String, serde_json::Value)> {
        self.read(|state| state.odd.seen())
    }

    /// Forgets the faults that have not happened, and odd fields.
    pub fn clear_faults(&self) {
        self.write(|state| {
            state.faults.clear();
            state.odd.clear();
        });
    }

    /// Everything that happened so far.
    pub fn transcript(&self) -> Vec<Entry> {
        self.read(|state| state.log.clone())
    }

    /// The names of everything that has an id.
    pub fn directory(&self) -> Directory {
        self.read(State::directory)
    }

    /// A user's display name; the id where there is no such user.
    pub fn name_of_user(&self, id: Id) -> String {
        self.read(|state| state.name_of_user(id))
    }

    /// The rules that the bot broke.
    pub fn violations(&self) -> Vec<String> {
        self.read(|state| {
            let broken = state.log.iter().filter_map(|entry| match &entry.event {
                Event::Violation(text) => Some(text.clone()),
                _ => None,
            });
            broken.collect()
        })
    }

    /// Checks that the bot broke no rule.
    ///
    /// # Panics
    /// When it did, with the violations and the end of the transcript.
    pub fn assert_clean(&self) {
        let violations = self.violations();
        assert!(violations.is_empty(), "the bot broke rules:\n- {}\n{}", violations.join("\n- "), self.tail());
    }

    /// Waits until `look` finds something in the transcript, and gives it. `what` names it in the panic.
    ///
    /// ```no_run
    /// # async fn example(sim: &discord_sim::Sim) {
    /// use discord_sim::{Entry, Event};
    ///
    /// let is_ready = |entry: &Entry| matches!(entry.event, Event::CommandsRegistered { .. });
    /// sim.until("registered commands", |log| log.iter().any(is_ready).then_some(())).await;
    /// # }
    /// ```
    ///
    /// # Panics
    /// When that takes longer than `wait_limit`, with the end of the transcript.
    pub async fn until<T>(&self, what: &str, look: impl Fn(&[Entry]) -> Option<T>) -> T {
        self.until_state(what, |state| look(&state.log)).await
    }

    pub(crate) async fn until_state<T>(&self, what: &str, look: impl FnMut(&State) -> Option<T>) -> T {
        let limit = self.read(|state| state.options.wait_limit);
        let found = self.shared.until(limit, look).await;
        found.unwrap_or_else(|| panic!("waited {limit:?} for {what}; {}", self.tail()))
    }

    /// The end of the transcript, for messages of failed waits.
    pub(crate) fn tail(&self) -> String {
        self.read(|state| {
            let lines: Vec<String> = state.log.iter().rev().take(15).map(line).collect();
            let lines: Vec<_> = lines.iter().rev().map(String::as_str).collect();
            format!("the transcript ends:\n{}", lines.join("\n"))
        })
    }

    pub(crate) fn read<R>(&self, look: impl FnOnce(&State) -> R) -> R {
        self.shared.read(look)
    }

    pub(crate) fn write<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        self.shared.write(change)
    }
}

/// One entry on one line, cut off where it is very long.
fn line(entry: &Entry) -> String {
    let text = serde_json::to_string(&entry.event).unwrap_or_default();
    let short: String = text.chars().take(600).collect();
    format!("{:>4} {} {short}", entry.index, iso(entry.at_ms))
}

//! Where something can go wrong: every request and every event on the wire is counted, so that faults can be set up at
//! each of them; and a world can be copied, so that what happens next is tried many times.

use std::io;

use crate::build::{ChannelHandle, SimServer};
use crate::ids::Id;
use crate::interaction::MessageHandle;
use crate::person::Member;
use crate::transcript::Event;
use crate::world::State;
use crate::{Sim, SimOptions};

/// What went over the wire so far, in order.
#[derive(Default)]
pub(super) struct Points {
    /// Requests, without ids and tokens: `POST /channels/*/messages`.
    pub(super) requests: Vec<String>,
    /// Events that were sent to the bot, by name.
    pub(super) frames: Vec<String>,
    /// How many faults have happened.
    pub(super) struck: usize,
}

impl State {
    /// Notes that a fault happened.
    pub(super) fn fault_happened(&mut self, route: String, effect: String) {
        self.points.struck += 1;
        self.note(Event::FaultHappened { route, effect });
    }

    /// The same world, with nobody connected and an empty transcript.
    fn copy(&self, options: SimOptions) -> Self {
        Self {
            now_ms: self.now_ms,
            ids: self.ids.clone(),
            app: self.app.clone(),
            users: self.users.clone(),
            servers: self.servers.clone(),
            channels: self.channels.clone(),
            interactions: self.interactions.clone(),
            by_token: self.by_token.clone(),
            ..Self::new(options)
        }
    }
}

impl Sim {
    /// Starts another simulated Discord on a port of its own, in which everything is as it is here now. No bot is
    /// connected, no fault is set up, and the transcript is empty. The simulator that is copied may have been stopped.
    ///
    /// # Errors
    /// When no port can be bound.
    pub async fn fork(&self, change: impl FnOnce(&mut SimOptions)) -> io::Result<Self> {
        let state = self.read(|state| {
            let mut options = state.options.clone();
            // The world that is copied may still listen on its port.
            options.port = 0;
            change(&mut options);
            state.copy(options)
        });
        Self::serve(state).await
    }

    /// Every request so far, without ids and tokens: `POST /channels/*/messages`.
    pub fn requests(&self) -> Vec<String> {
        self.read(|state| state.points.requests.clone())
    }

    /// Every event that was sent to the bot so far, by name, those that a resume sent again included.
    pub fn gateway_events(&self) -> Vec<String> {
        self.read(|state| state.points.frames.clone())
    }

    /// How many faults have happened.
    pub fn fault_count(&self) -> usize {
        self.read(|state| state.points.struck)
    }

    /// Waits until so many faults have happened, however long that takes: whoever waits also does something else.
    pub async fn until_fault_count(&self, count: usize) {
        let mut changes = self.shared.changed.subscribe();
        while self.fault_count() < count && changes.changed().await.is_ok() {}
    }
}

impl Member {
    /// The same person in a copy of the world.
    #[must_use]
    pub fn in_fork(&self, fork: &Sim) -> Self {
        Self { sim: fork.clone(), server: self.server, user: self.user }
    }
}

impl SimServer {
    /// The same server in a copy of the world.
    #[must_use]
    pub fn in_fork(&self, fork: &Sim) -> Self {
        Self { sim: fork.clone(), id: self.id }
    }
}

impl ChannelHandle {
    /// The same channel in a copy of the world.
    #[must_use]
    pub fn in_fork(&self, fork: &Sim) -> Self {
        Self { sim: fork.clone(), id: self.id }
    }
}

impl MessageHandle {
    /// The same message in a copy of the world.
    #[must_use]
    pub fn in_fork(&self, fork: &Sim) -> Self {
        Self { sim: fork.clone(), channel: self.channel, id: self.id }
    }

    /// The message that it answers, if it is a reply.
    pub fn replies_to(&self) -> Option<Id> {
        super::ids::id_of(&self.json()["message_reference"]["message_id"])
    }
}

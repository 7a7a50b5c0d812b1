//! For tests that break every request and every event in turn: both are counted, and a world can be copied, so that a
//! test can try the same situation many times.

use std::io;

use crate::handles::{ChannelHandle, Member, MessageHandle, Sim, SimServer};
use crate::ids::{Id, id_of};
use crate::options::SimOptions;

impl Sim {
    /// Starts another simulated Discord, on a port of its own, with a copy of the present state. No bot is connected,
    /// no fault is set up, and the transcript is empty. The copied simulator may have been stopped.
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
        self.read(|state| state.counters.requests.clone())
    }

    /// The name of every event that was sent to the bot so far, including those that a resume sent again.
    pub fn gateway_events(&self) -> Vec<String> {
        self.read(|state| state.counters.events.clone())
    }

    /// How many faults have happened.
    pub fn fault_count(&self) -> usize {
        self.read(|state| state.counters.faults)
    }

    /// Waits until this many faults have happened, without a limit: select it against something that has one.
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
        id_of(&self.json()["message_reference"]["message_id"])
    }
}

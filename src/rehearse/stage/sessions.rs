//! Which gateway session belongs to which process: with several processes on one stage, each waits for its own.

use std::sync::Arc;

use tokio::sync::watch;

use crate::discord::gateway::Received;
use crate::rehearse::stage::{PATIENCE, Stage, expected_intents};
use crate::runtime::Running;
use discord_sim::SessionState;

impl Stage {
    /// Waits until the bot's session has the needed subscriptions, which may change meanwhile.
    pub(super) async fn until_subscribed(&self, running: &Running) -> anyhow::Result<()> {
        loop {
            let turned = running.until_subscriptions_change();
            let intents = expected_intents(running);
            let subscribed = async {
                if self.is_alone() {
                    self.sim.until_intents(intents, 1).await;
                    return Ok(());
                }
                // The simulator knows the session's intents before the bot does, so the bot's own state is compared.
                let is_so = |received: &Received| self.own(received).is_some_and(|session| session.intents == intents);
                self.until_state(running, "is not connected as it should be", is_so).await
            };
            tokio::select! {
                done = subscribed => return done,
                () = turned => {}
            }
        }
    }

    /// Waits until the bot has received the last event that was sent to its session.
    pub(super) async fn until_taken_in(&self, running: &Running) -> anyhow::Result<()> {
        // While a successor takes over, the bot does not know its session yet, and the old one's sequence numbers
        // differ.
        let has_all = |received: &Received| match self.own(received) {
            Some(session) => received.sequence >= session.last_sequence,
            None => !self.sim.gateway_state().connected,
        };
        self.until_state(running, "does not take in an event", has_all).await
    }

    /// Waits until the session that a process had is connected no more.
    pub(super) async fn until_session_disconnected(&self, own: &watch::Receiver<Received>) {
        let session = own.borrow().session.clone();
        match session {
            _ if self.is_alone() => self.sim.until_disconnected().await,
            Some(session) => self.sim.until_session_disconnected(&session).await,
            None => {}
        }
    }

    /// Whether there is a single process on this stage; it may have two sessions for a moment.
    fn is_alone(&self) -> bool {
        Arc::strong_count(&self.together) == 1
    }

    /// The session in which a process is connected.
    fn own(&self, received: &Received) -> Option<SessionState> {
        let sessions = self.sim.gateway_state().sessions;
        let name = received.session.as_deref()?;
        sessions.into_iter().find(|session| session.connected && session.id == name)
    }

    async fn until_state(
        &self,
        running: &Running,
        trouble: &str,
        mut done: impl FnMut(&Received) -> bool,
    ) -> anyhow::Result<()> {
        let mut received = running.received();
        match tokio::time::timeout(PATIENCE, received.wait_for(|received| done(received))).await {
            // An error means that the gateway has ended by itself; the caller's next wait reports it.
            Ok(_) => Ok(()),
            Err(_) => anyhow::bail!("the bot {trouble}; {}", self.tail()),
        }
    }
}

//! The queue between the socket and a reader. A slow reader must neither delay heartbeats nor interactions, so each of
//! the two lanes has its own backlog behind a bounded channel.

use std::collections::VecDeque;

use tokio::sync::mpsc::{self, error::TrySendError};

use crate::discord::gateway::GatewayEvent;

/// An event and its sequence number in the session.
pub type Numbered = (u64, GatewayEvent);

/// How many events a lane holds before the socket is no longer read: about 15 MB of messages. Then Discord waits,
/// finally disconnects, and the session is resumed.
const BACKLOG: usize = 10_000;

pub(super) struct Lane {
    to: mpsc::Sender<Numbered>,
    backlog: VecDeque<Numbered>,
}

impl Lane {
    pub(super) fn new(to: mpsc::Sender<Numbered>) -> Self {
        Self { to, backlog: VecDeque::new() }
    }

    /// Passes an event on, or keeps it until there is room. Drops it if the reader is gone.
    pub(super) fn push(&mut self, event: Numbered) {
        if self.backlog.is_empty() {
            match self.to.try_send(event) {
                Err(TrySendError::Full(event)) => self.backlog.push_back(event),
                Ok(()) | Err(TrySendError::Closed(_)) => {}
            }
        } else {
            self.backlog.push_back(event);
        }
    }

    pub(super) fn is_waiting(&self) -> bool {
        !self.backlog.is_empty()
    }

    pub(super) fn is_full(&self) -> bool {
        self.backlog.len() >= BACKLOG
    }

    /// The sequence number of the first waiting event.
    pub(super) fn first_waiting(&self) -> Option<u64> {
        self.backlog.front().map(|(sequence, _)| *sequence)
    }

    /// Passes on the first waiting event once there is room; pending while none waits. Cancel-safe.
    pub(super) async fn advance(&mut self) {
        if self.backlog.is_empty() {
            return std::future::pending().await;
        }
        match self.to.reserve().await {
            Ok(room) => {
                if let Some(event) = self.backlog.pop_front() {
                    room.send(event);
                }
            }
            Err(_) => self.backlog.clear(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_slow_reader_gets_everything_in_order() {
        let (to, mut from) = mpsc::channel(2);
        let mut lane = Lane::new(to);
        for sequence in 1..=5 {
            lane.push((sequence, GatewayEvent::Disconnected));
        }
        assert_eq!(lane.first_waiting(), Some(3));
        let mut got = Vec::new();
        while lane.is_waiting() {
            got.push(from.recv().await.expect("the lane is still there").0);
            lane.advance().await;
        }
        drop(lane);
        while let Some((sequence, _)) = from.recv().await {
            got.push(sequence);
        }
        assert_eq!(got, [1, 2, 3, 4, 5]);
    }

    #[tokio::test]
    async fn a_lane_whose_reader_is_gone_keeps_nothing() {
        let (to, from) = mpsc::channel(1);
        let mut lane = Lane::new(to);
        lane.push((1, GatewayEvent::Disconnected));
        lane.push((2, GatewayEvent::Disconnected));
        drop(from);
        lane.advance().await;
        assert!(!lane.is_waiting());
        lane.push((3, GatewayEvent::Disconnected));
        assert_eq!(lane.first_waiting(), None);
    }
}

//! Handles for tests: to the simulator and to everything in it. Cloning one is cheap.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::ids::Id;
use crate::shared::Shared;

pub(crate) mod channel;
pub(crate) mod fork;
pub(crate) mod gateway;
pub(crate) mod interaction;
pub(crate) mod member;
pub(crate) mod message;
pub(crate) mod servers;
pub(crate) mod sim;

/// A running simulated Discord. Cloning is cheap; when the last handle (any [`Member`] or [`SimServer`] is one too)
/// is dropped, the server stops.
#[derive(Clone)]
pub struct Sim {
    pub(crate) shared: Arc<Shared>,
    pub(crate) _last: Arc<StopOnDrop>,
}

/// A server.
#[derive(Clone)]
pub struct SimServer {
    pub(crate) sim: Sim,
    pub(crate) id: Id,
}

/// A channel of a server, or a DM with the bot.
#[derive(Clone)]
pub struct ChannelHandle {
    pub(crate) sim: Sim,
    pub(crate) id: Id,
}

/// A role.
#[derive(Clone)]
pub struct RoleHandle {
    pub(crate) sim: Sim,
    pub(crate) server: Id,
    pub(crate) id: Id,
}

/// A person (or a bot) in one server.
#[derive(Clone)]
pub struct Member {
    pub(crate) sim: Sim,
    pub(crate) server: Id,
    pub(crate) user: Id,
}

/// One use of a command, a button, a menu or a modal, and what the bot answered.
#[derive(Clone)]
pub struct Interaction {
    pub(crate) member: Member,
    pub(crate) id: Option<Id>,
}

/// A message, ephemeral or not.
#[derive(Clone)]
pub struct MessageHandle {
    pub(crate) sim: Sim,
    pub(crate) channel: Id,
    pub(crate) id: Id,
}

/// Stops the server with the last handle.
pub(crate) struct StopOnDrop(pub(crate) CancellationToken);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

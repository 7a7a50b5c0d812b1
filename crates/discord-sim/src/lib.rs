//! A simulated Discord to test bots against: REST and gateway over real loopback sockets, with servers, people and
//! faults that a test controls. The bot under test runs unchanged, in any language, with another address.
//!
//! ```no_run
//! use discord_sim::{Sim, SimOptions, permission};
//!
//! # async fn test() -> std::io::Result<()> {
//! let sim = Sim::start(SimOptions::default()).await?;
//! let server = sim.server("Northwind");
//! let general = server.channel("general");
//! let ada = server.member("Ada");
//! sim.invite_bot(&server, permission::EVERYONE);
//!
//! // Start the bot here, with `sim.api_base()` and `sim.token()`.
//! sim.until_connected().await;
//! ada.say(&general, "ping");
//! assert_eq!(general.until_posts(1).await[0].text(), "pong");
//! sim.assert_clean();
//! # Ok(())
//! # }
//! ```
//!
//! The README says what is simulated and what is not. A method that acts as a person (those of [`Member`]) panics with
//! a clear message if Discord's client would not let that person do it. A mistake of the *bot* is refused as Discord
//! would refuse it, and recorded in the [transcript](Sim::transcript).

mod components;
mod compression;
mod fault;
mod flag;
mod gateway;
mod handles;
mod ids;
pub mod intent;
mod limits;
mod listener;
mod odd;
mod options;
mod overwrite;
pub mod permission;
mod refusal;
mod rest;
mod session;
mod shared;
#[cfg(test)]
mod tests;
mod transcript;
mod validate;
mod world;

pub use fault::{Disconnect, Fault, FaultKind, FaultTiming, GatewayFault};
pub use handles::gateway::{GatewayState, Outage, SessionState};
pub use handles::interaction::{AsMessage, ResponseKind};
pub use handles::member::ReplyPing;
pub use handles::member::commands::Opt;
pub use handles::member::form::FieldValue;
pub use handles::message::Button;
pub use handles::servers::NewMember;
pub use handles::{ChannelHandle, Interaction, Member, MessageHandle, RoleHandle, Sim, SimServer};
pub use ids::Id;
pub use odd::OddField;
pub use options::{RateLimit, SimOptions};
pub use overwrite::{CommandFor, Overwrite, OverwriteFor};
pub use transcript::{Directory, Entry, Event, FileSent};

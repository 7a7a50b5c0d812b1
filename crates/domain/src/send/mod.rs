//! A send: one message, event or mail to one destination; its key, its task and its state.

mod held_by;
mod key;
mod kind;
mod lane;
mod question_limits;
mod refusal;
mod report;
#[cfg(any(test, feature = "testing"))]
mod sample;
mod state;
mod task;

pub use held_by::HeldBy;
pub use key::{KeyError, Mark, Pattern, SendKey};
pub use kind::SendKind;
pub use lane::{Lane, Route};
pub use question_limits::QuestionLimits;
pub use refusal::AfterRefusal;
pub use report::Report;
pub use state::{CopyProblem, SendState};
pub use task::Task;

#[cfg(test)]
mod tests;

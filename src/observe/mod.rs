//! What the operator can see of a running bot: logs and metrics, neither with anything personal in it.

mod log_queue;
pub mod logs;
pub mod metrics;

//! What the operator can see of a running bot: logs and metrics, neither with anything personal in it.

pub mod logs;
pub mod metrics;

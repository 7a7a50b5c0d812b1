//! Who is told of each commit. The program has nobody; a test that ends the bot at such a moment does.

use async_trait::async_trait;

/// Is told of each commit, of a group of writers or of one.
#[async_trait]
pub trait Witness: Send + Sync {
    /// What was written is about to become durable. Says whether it does.
    async fn about_to_commit(&self) -> Ending;

    /// It is durable, and whoever wrote it does not know yet.
    async fn committed(&self);
}

/// How a transaction ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It becomes durable.
    Kept,
    /// It is taken back, as by a process that died.
    Undone,
}

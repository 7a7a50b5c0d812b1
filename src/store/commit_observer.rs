//! A hook for each commit: absent in the program, used by tests that end the bot at such a moment.

use async_trait::async_trait;

/// Observes each commit, of one writer or of a group.
#[async_trait]
pub trait CommitObserver: Send + Sync {
    /// Called before a commit; decides whether it happens.
    async fn before_commit(&self) -> CommitDecision;

    /// Called once the data is durable, before the writers are told.
    async fn after_commit(&self);
}

/// What a [`CommitObserver`] decides about a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitDecision {
    /// It is committed.
    Commit,
    /// It is rolled back, as if the process had died.
    RollBack,
}

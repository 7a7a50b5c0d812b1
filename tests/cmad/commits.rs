//! Counts transactions.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use cmad::rehearse::stage::Stage;
use cmad::store::{CommitDecision, CommitObserver};

/// A counter of transactions.
#[derive(Clone, Default)]
pub struct Commits(Arc<AtomicUsize>);

impl Commits {
    /// Counts those of this stage's bot, from its next start on.
    pub fn watching(stage: &mut Stage) -> Self {
        let commits = Self::default();
        stage.observe_commits(Arc::new(commits.clone()));
        commits
    }

    /// How many there were by now.
    pub fn count(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

#[async_trait]
impl CommitObserver for Commits {
    async fn before_commit(&self) -> CommitDecision {
        CommitDecision::Commit
    }

    async fn after_commit(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

//! A transaction that writes, and who is told of its end.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use async_trait::async_trait;
use sqlx::{Any, AnyConnection, Transaction};

/// Is told of each transaction's end. The program has none; a test that ends the bot at such a moment never comes back.
#[async_trait]
pub trait Witness: Send + Sync {
    /// It is about to become durable. When this does not come back, it never does.
    async fn about_to_commit(&self);

    /// It is durable, and whoever wrote it does not know yet.
    async fn committed(&self);
}

/// A transaction that writes. There is one at a time, on either database. Dropped, it is undone.
pub(super) struct Write<'a> {
    transaction: Transaction<'a, Any>,
    witness: Option<Arc<dyn Witness>>,
}

impl<'a> Write<'a> {
    pub(super) fn new(transaction: Transaction<'a, Any>, witness: Option<Arc<dyn Witness>>) -> Self {
        Self { transaction, witness }
    }

    /// Makes what was written durable.
    ///
    /// # Errors
    /// It did not become durable, or that cannot be known.
    pub(super) async fn commit(self) -> sqlx::Result<()> {
        if let Some(witness) = &self.witness {
            witness.about_to_commit().await;
        }
        self.transaction.commit().await?;
        if let Some(witness) = &self.witness {
            witness.committed().await;
        }
        Ok(())
    }
}

impl Deref for Write<'_> {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.transaction
    }
}

impl DerefMut for Write<'_> {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.transaction
    }
}

//! Copies of a database, for runs that all begin at the same moment.

use tempfile::TempDir;

use crate::databases::{Database, On, server};

impl Database {
    /// A copy of the database and of the files in its folder. No connection may be open: PostgreSQL waits a little for
    /// those that are about to close.
    pub async fn copy(&self, folder: TempDir) -> Self {
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        let (On::Postgres, Some(server)) = (self.on, server()) else { return Self::beside(folder, On::Sqlite).await };
        Self { folder, url: server.database(self.name()).await, on: self.on }
    }

    /// Drops the database before the tests end, with all connections to it.
    pub async fn discard(self) {
        let (On::Postgres, Some(server)) = (self.on, server()) else { return };
        server.does(format!("drop database {} with (force)", self.name())).await;
    }
}

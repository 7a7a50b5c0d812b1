//! Copies of a database, for runs that all begin at the same moment.

use tempfile::TempDir;

use crate::databases::{Database, On, server};

impl Database {
    /// Another with the same in it, this folder beside it and the same files in there. Nobody may be connected to this
    /// one: PostgreSQL waits a little for those who are about to leave.
    pub async fn copy(&self, folder: TempDir) -> Self {
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        let (On::Postgres, Some(server)) = (self.on, server()) else { return Self::beside(folder, On::Sqlite).await };
        Self { folder, url: server.database(self.name()).await, on: self.on }
    }

    /// Throws it away before the tests end, and with it whoever is still connected.
    pub async fn discard(self) {
        let (On::Postgres, Some(server)) = (self.on, server()) else { return };
        server.does(format!("drop database {} with (force)", self.name())).await;
    }
}

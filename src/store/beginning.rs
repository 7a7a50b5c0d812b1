//! How this database began: a new, empty one under a bot that ran before means that the data is elsewhere, or lost.

use crate::store::group::Write;
use crate::store::{Result, Store, remember};

/// The note of it. A database that an earlier version made has none.
pub(super) const NOTE: &str = "beginning";
const UNCLEAR: &str = "unclear";
const FIRST: &str = "first";
const AGAIN: &str = "again";

/// What is known of how a database began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// It is not known yet whether there was another one before.
    Unclear,
    /// Nothing shows that there was another one, or it came from an earlier version or a backup.
    First,
    /// It was made new and empty, and the bot ran with another one before.
    Again,
}

impl Store {
    /// Whether this start made the database: it was new and empty.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        self.is_new
    }

    /// What is known of how the database began.
    pub async fn beginning(&self) -> Result<Beginning> {
        Ok(match self.recall(NOTE).await?.as_deref() {
            Some(UNCLEAR) => Beginning::Unclear,
            Some(AGAIN) => Beginning::Again,
            _ => Beginning::First,
        })
    }

    /// Notes how the database began, unless that is known. Returns whether it was not.
    pub async fn note_beginning(&self, beginning: Beginning) -> Result<bool> {
        let text = match beginning {
            Beginning::Unclear => UNCLEAR,
            Beginning::First => FIRST,
            Beginning::Again => AGAIN,
        };
        let noted = sqlx::query("update remembered set value = $2 where name = $1 and value = $3");
        let noted = noted.bind(NOTE).bind(text).bind(UNCLEAR).execute(&self.pool).await?;
        Ok(noted.rows_affected() > 0)
    }

    /// Whether there is a list of erasures: it is older than a new database.
    #[must_use]
    pub fn has_erasures(&self) -> bool {
        self.erasures.as_ref().is_some_and(|file| file.exists())
    }

    /// Whether it was made new and empty under a bot that ran before, and no server was set up since.
    pub async fn lacks_its_past(&self) -> Result<bool> {
        let lacks =
            "select count(*) from remembered where name = $1 and value = $2 and not exists (select 1 from servers)";
        let lacks: i64 = sqlx::query_scalar(lacks).bind(NOTE).bind(AGAIN).fetch_one(&self.pool).await?;
        Ok(lacks > 0)
    }

    /// Notes that a database has just been made.
    pub(super) async fn note_new(&self, write: &mut Write<'_>) -> Result<()> {
        remember(&mut **write, NOTE, UNCLEAR).await
    }
}

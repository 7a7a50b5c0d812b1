//! In which language the bot writes to a person by itself.
//!
//! An answer is in the language of the person who asks, which Discord sends with each interaction. A message that the
//! bot sends by itself is in the language of the manager's profile, else in the one in which their client was seen
//! last, else in the server's.

use crate::app::{App, Result};
use crate::text::Lang;
use domain::ids::UserId;
use domain::roster::Manager;
use domain::server::Server;

impl App {
    /// Stores the language of a person's client, if the bot may have to write to them.
    pub async fn note_language(&self, person: UserId, lang: Lang) -> Result<()> {
        self.store().note_language(person, lang.tag()).await
    }

    /// A manager, with the language in which the bot writes to them.
    pub(super) async fn addressed(&self, server: &Server, manager: UserId) -> Result<Option<Manager>> {
        let Some(mut found) = self.store().manager(server.guild, manager).await? else { return Ok(None) };
        if found.language.is_none() {
            found.language = self.store().spoken(server.guild, manager).await?;
        }
        Ok(Some(found))
    }

    /// The language for a person who may be no manager.
    pub(super) async fn language_for(&self, server: &Server, person: UserId) -> Result<String> {
        let own = match self.addressed(server, person).await? {
            Some(manager) => manager.language,
            None => self.store().spoken(server.guild, person).await?,
        };
        Ok(own.unwrap_or_else(|| server.language.clone()))
    }
}

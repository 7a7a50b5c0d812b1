//! The note to the admins about the managers to whom no one has written yet.

use crate::app::{App, Result};
use crate::ports::{Body, Frame, Named, Note, NoteKind};
use domain::campaign::Campaign;
use domain::server::Server;

impl App {
    /// The note as it is now; `None` if someone has written to everyone, or no one is on the roster.
    pub(super) async fn unthanked_note(&self, server: &Server, campaign: &Campaign) -> Result<Option<Body>> {
        let thanked = self.store().managers_with_words(server.guild, campaign.year).await?;
        let mut managers: Vec<Named> = self.named_roster(campaign).await?;
        managers.retain(|manager| !thanked.contains(&manager.user));
        if managers.is_empty() {
            return Ok(None);
        }
        let language = self.admins_language(server).await?;
        let frame = Frame { language, ..self.frame(server, campaign) };
        Ok(Some(Body::Note(Box::new(Note { frame, what: NoteKind::Unthanked { managers } }))))
    }
}

//! A manager's files once more, before the words of a campaign are removed.

use crate::app::digests::OWN_FORMS;
use crate::app::{App, Result};
use crate::ports::{Body, NoteKind};
use crate::store::sends::SendRecord;
use domain::campaign::Campaign;
use domain::ids::UserId;
use domain::server::Server;

impl App {
    /// The message with the files; `None` if there are no words, or their manager is not on the roster any more.
    pub(super) async fn last_files(
        &self,
        send: &SendRecord,
        server: &Server,
        campaign: &Campaign,
        manager: UserId,
    ) -> Result<Option<Body>> {
        let found = self.addressed(server, manager).await?.filter(|manager| manager.status.is_on_roster());
        let (Some(manager), Some(removed)) = (found, send.until) else { return Ok(None) };
        let digest = self.compose_own(server, campaign, &manager, 0).await?.digest;
        if digest.quotes.is_empty() {
            return Ok(None);
        }
        let files = self.files_for(send, &digest, self.language_of(server, &manager), OWN_FORMS).await.files;
        Ok(Some(self.note_to(server, campaign, &manager, NoteKind::LastFiles { files, removed })))
    }
}

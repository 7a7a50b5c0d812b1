//! What the bot posted is drawn anew where it stands, because it names someone who was erased.

use crate::app::away::AGAIN;
use crate::app::outgoing::Outgoing;
use crate::app::{App, Result};
use crate::ports::Body;
use crate::store::sends::SendRecord;
use domain::campaign::{Campaign, Step};
use domain::send::{SendKey, SendState, Task};
use domain::server::Server;

impl App {
    /// A post of the campaign, or a note that names managers, as it is now, in place of the one that stands; `None` if none
    /// does. One that is on its way, or that may have arrived, is waited for: it may have been drawn before.
    pub(super) async fn redrawn(
        &self,
        send: &SendRecord,
        server: &Server,
        campaign: &Campaign,
        step: Step,
    ) -> Result<Option<Outgoing>> {
        let task = match step {
            Step::RosterCheck => Task::RosterCheck,
            Step::Unthanked => Task::Unthanked,
            step => Task::Post { step },
        };
        let Some(post) = self.store().send(&SendKey::new(send.guild, send.year, &task)).await? else { return Ok(None) };
        if post.state == SendState::Claimed || post.uncertain {
            return Ok(Some(Outgoing::Later(AGAIN)));
        }
        let Some(at) = post.sent else { return Ok(None) };
        let body = match step {
            Step::RosterCheck => self.roster_note(server, campaign).await?,
            Step::Unthanked => match self.unthanked_note(server, campaign).await? {
                Some(note) => note,
                None => return Ok(Some(Outgoing::Delete { channel: at.channel, message: at.message })),
            },
            step => {
                let Some(draft) = self.draft(server, campaign, step).await? else { return Ok(None) };
                if let Some(again) = draft.fuller_in.filter(|_| self.lacks_for_the_first_time(&send.key)) {
                    return Ok(Some(Outgoing::Later(again)));
                }
                Body::Post(Box::new(draft.post))
            }
        };
        Ok(Some(Outgoing::Edit { at, body, mark: post.key.mark() }))
    }
}

//! Colleagues who would like a manager's boss to know: they tell the boss themselves, or suggest it to the manager.

use chrono::NaiveDate;

use crate::app::desk::Desk;
use crate::app::{App, Result};
use crate::digest;
use crate::ports::Named;
use crate::text::Lang;
use domain::digest::{plain_line, readable};
use domain::ids::{GuildId, UserId};
use domain::thanks::{Reader, Relation, Thanks, ThanksId, ThanksState};

/// The text that a colleague can send to a manager's boss themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForTheirBoss {
    /// The thanks.
    pub id: ThanksId,
    /// Who was thanked.
    pub manager: Named,
    /// What they care about, if they said.
    pub cares: Option<String>,
    /// The day of the campaign.
    pub day: NaiveDate,
    /// The words, readable outside of Discord, where a boss may see them.
    pub words: Option<String>,
    /// The signature, where a boss may see it.
    pub signature: Option<String>,
}

impl App {
    /// The text that a colleague can send to a manager's boss themselves; `None` if the thank-you is not theirs, does
    /// not count, or the giver is not a colleague.
    pub async fn for_their_boss(&self, giver: UserId, id: ThanksId) -> Result<Option<ForTheirBoss>> {
        let Some(thanks) = self.own_thanks(giver, id).await? else { return Ok(None) };
        if thanks.relation != Some(Relation::Colleague) || thanks.state != ThanksState::Counted {
            return Ok(None);
        }
        let Some((server, campaign)) = self.server_and_campaign(thanks.guild, thanks.year).await? else {
            return Ok(None);
        };
        let names = self.names(&server, std::slice::from_ref(&thanks)).await?;
        let shown = thanks.consent.shows(Reader::Boss);
        let placeholders = digest::wording::placeholders(Lang::of(Some(&server.language)));
        let name_of = |user: UserId| names.get(&user).cloned();
        let words = shown.words.then(|| readable(&thanks.words, server.zone, &placeholders, name_of));
        let (manager, cares) = self.name_and_cares_of(thanks.guild, thanks.manager).await?;
        Ok(Some(ForTheirBoss {
            id,
            manager,
            cares: cares.as_deref().and_then(plain_line),
            day: campaign.day,
            words: words.filter(|words| !words.trim().is_empty()),
            signature: shown.name.then_some(thanks.signature),
        }))
    }

    /// A colleague suggests to a manager to show a thank-you to their boss. The suggestion appears on the manager's
    /// desk; nothing is sent. `None` if they cannot suggest it.
    pub async fn suggest_copy(&self, giver: UserId, id: ThanksId) -> Result<Option<Named>> {
        let Some(text) = self.for_their_boss(giver, id).await? else { return Ok(None) };
        self.store().suggest(id, self.now()).await?;
        Ok(Some(text.manager))
    }

    /// What colleagues suggest to show to a manager's boss: which thanks, and whose; no name where the words are unnamed.
    pub(super) async fn suggestions(
        &self,
        guild: GuildId,
        year: i32,
        manager: UserId,
    ) -> Result<Vec<(ThanksId, Option<String>)>> {
        let found = self.store().suggestions(guild, year, manager).await?;
        let name = |thanks: Thanks| (thanks.id, thanks.consent.shows(Reader::Manager).name.then_some(thanks.signature));
        Ok(found.into_iter().map(name).collect())
    }

    /// A manager dismisses the suggestions on their desk.
    pub async fn dismiss_suggestions(&self, desk: &Desk) -> Result<()> {
        let (guild, year) = (desk.server.guild, desk.campaign.year);
        self.store().dismiss_suggestions(guild, year, desk.manager.user, self.now()).await
    }
}

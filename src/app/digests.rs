//! The digest: composed for its manager, and for a boss only at the manager's own choice.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::app::drawing::Company;
use crate::app::{App, Result};
use crate::digest::{self, Form, RenderError, Rendering};
use crate::ports::Files;
use crate::store::sends::SendRecord;
use crate::text::Lang;
use domain::calendar;
use domain::campaign::{Campaign, Step};
use domain::digest::{
    Audience, Choices, Digest, DigestWithSources, EarlierYear, Input, Looks, Quote, as_earlier_versions_kept,
    compose_with_sources,
};
use domain::ids::{GuildId, UserId};
use domain::plan::{Planned, Recipient};
use domain::retry::Care;
use domain::roster::{CopyChoice, Manager, RosterStatus};
use domain::send::{SendKey, SendState, Task};
use domain::server::Server;
use domain::thanks::Thanks;

/// Who draws a form of a digest: [`Rendering::form`].
pub type Render = Arc<dyn Fn(Form, &Rendering<'_>) -> std::result::Result<Vec<u8>, RenderError> + Send + Sync>;

/// The files that a manager gets with their own digest unless they chose others.
pub const OWN_FORMS: &[Form] = &[Form::Pdf, Form::Card, Form::Html, Form::Text];

impl App {
    /// The campaign whose digest a manager means when they name no year: the one that runs, else the last one until
    /// the next one opens.
    pub(super) async fn latest_digest_year(&self, server: &Server) -> Result<i32> {
        let campaign = self.campaign_of(server).await?;
        if self.now() < campaign.due(Step::Announce)
            && self.store().campaign(server.guild, campaign.year - 1).await?.is_some()
        {
            return Ok(campaign.year - 1);
        }
        Ok(campaign.year)
    }

    /// Composes a manager's own digest of what is known now.
    pub(super) async fn compose_own(
        &self,
        server: &Server,
        campaign: &Campaign,
        manager: &Manager,
        revision: u32,
    ) -> Result<DigestWithSources> {
        let record = self.store().digest(server.guild, campaign.year, manager.user).await?;
        self.compose_with(server, campaign, manager, &record.choices, (Audience::Manager, revision)).await
    }

    pub(super) async fn compose_with(
        &self,
        server: &Server,
        campaign: &Campaign,
        manager: &Manager,
        choices: &Choices,
        (audience, revision): (Audience, u32),
    ) -> Result<DigestWithSources> {
        let thanks = self.store().thanks_for(server.guild, campaign.year, manager.user).await?;
        let order = thanks.iter().map(|one| (one.id, self.store().shuffled(one.id))).collect();
        let (names, roster) = (signatures(&thanks), self.roster_names(server.guild).await?);
        let (from, until) = campaign.window();
        let local = |at: DateTime<Utc>| calendar::date(at, campaign.zone);
        let placeholders = digest::wording::placeholders(self.language_of(server, manager));
        let looks = match self.copy_choice(server.guild, manager.user).await? {
            CopyChoice::Always => Looks::After,
            CopyChoice::Ask | CopyChoice::Never => Looks::Before,
        };
        Ok(compose_with_sources(&Input {
            manager,
            server: &server.name,
            year: campaign.year,
            day: campaign.day,
            collected: (local(from), local(until)),
            zone: campaign.zone,
            thanks: &thanks,
            order: &order,
            choices,
            looks,
            earlier: self.earlier_year(server, campaign.year - 1, manager.user).await?,
            names: &names,
            roster: &roster,
            placeholders: &placeholders,
            audience,
            revision,
        }))
    }

    async fn earlier_year(&self, server: &Server, year: i32, manager: UserId) -> Result<Option<EarlierYear>> {
        if self.store().campaign(server.guild, year).await?.is_none() {
            return Ok(None);
        }
        let (people, messages) = self.store().count_for(server.guild, year, manager).await?;
        // A year in which they were not thanked is nothing to compare with.
        Ok((messages > 0).then_some(EarlierYear { year, people: people as usize, messages: messages as usize }))
    }

    /// The names that stand in for mentions in someone's own words, for them: managers by their chosen name, givers by their
    /// signature.
    pub(super) async fn names(&self, server: &Server, thanks: &[Thanks]) -> Result<BTreeMap<UserId, String>> {
        let mut names = signatures(thanks);
        names.extend(self.roster_names(server.guild).await?);
        Ok(names)
    }

    /// The chosen names of the managers.
    pub(super) async fn roster_names(&self, guild: GuildId) -> Result<BTreeMap<UserId, String>> {
        let managers = self.store().managers(guild).await?.into_iter();
        Ok(managers.filter(|one| !one.is_nameless()).map(|manager| (manager.user, manager.name)).collect())
    }

    pub(super) fn language_of(&self, server: &Server, manager: &Manager) -> Lang {
        Lang::of(Some(manager.language.as_deref().unwrap_or(&server.language)))
    }

    /// The digest as files in these forms, when it is its turn.
    pub(super) async fn files_of(&self, of: &Digest, server: &Server, manager: &Manager, forms: &[Form]) -> Rendered {
        self.files_in(Company::Others, of, self.language_of(server, manager), forms).await
    }

    /// The files that go with a send: fewer, and with no other page being set, if making them may have ended the process
    /// before.
    pub(super) async fn files_for(&self, send: &SendRecord, of: &Digest, lang: Lang, forms: &[Form]) -> Rendered {
        let care = Care::after(send.lost);
        let company = if care == Care::Usual { Company::Others } else { Company::Alone };
        let goes = |form: &Form| match care {
            Care::Usual | Care::Alone => true,
            Care::Light => !form.is_set(),
            Care::LookUp | Care::Over => false,
        };
        let forms: Vec<Form> = forms.iter().copied().filter(goes).collect();
        self.files_in(company, of, lang, &forms).await
    }

    /// One quote as a picture, when it is its turn; `None` where it could not be made, which is a bug of ours and has been
    /// logged. Nothing of it is kept.
    pub async fn quote_picture(&self, of: &Digest, quote: &Quote, words: String, lang: Lang) -> Option<Vec<u8>> {
        let turn = self.parts.drawing.turn(Company::Others).await;
        let (of, quote) = (of.clone(), quote.clone());
        let draw = move || {
            let _turn = turn;
            digest::quote_picture(&of, &quote, &words, lang)
        };
        match tokio::task::spawn_blocking(draw).await {
            Ok(Ok(picture)) => Some(picture),
            Ok(Err(error)) => {
                tracing::error!(%error, "a quote could not be drawn");
                None
            }
            Err(_) => {
                tracing::error!("drawing a quote panicked");
                None
            }
        }
    }

    /// The digest as files, with other pages being set meanwhile or not.
    pub(super) async fn files_in(&self, company: Company, of: &Digest, lang: Lang, forms: &[Form]) -> Rendered {
        if forms.is_empty() {
            return Rendered::default();
        }
        let turn = self.parts.drawing.turn(company).await;
        let (of, all) = (of.clone(), forms.to_vec());
        let render = Arc::clone(&self.parts.outside.render);
        let render = move || {
            let _turn = turn;
            let rendering = Rendering::new(&of, lang);
            render_forms(&all, of.year, |form| render(form, &rendering))
        };
        // Some forms take so long to render that they must not block other people's answers.
        let rendered = tokio::task::spawn_blocking(render).await;
        rendered.unwrap_or_else(|_| Rendered { files: Files::default(), lacking: forms.to_vec() })
    }

    /// Stores a hash of what is about to be delivered, so that close can tell whether it changed since.
    pub(super) async fn note_delivery(
        &self,
        guild: GuildId,
        year: i32,
        manager: UserId,
        delivered: &DigestWithSources,
    ) -> Result<()> {
        let said = self.store().digest_hash((guild, year, manager), &delivered.said);
        self.store().change_digest(guild, year, manager, |record| record.fingerprint = Some(said)).await
    }

    /// Plans one more delivery of each digest that changed since it reached its manager.
    pub(super) async fn plan_updates(&self, server: &Server, year: i32, now: DateTime<Utc>) -> Result<()> {
        let Some(campaign) = self.campaign_in(server, year).await? else { return Ok(()) };
        for manager in self.roster(server.guild).await? {
            let first = Task::Digest { manager: manager.user, revision: 0 };
            let delivered = self.store().send(&SendKey::new(server.guild, year, &first)).await?;
            if delivered.is_none_or(|send| send.state != SendState::Sent) {
                continue;
            }
            let record = self.store().digest(server.guild, year, manager.user).await?;
            let present = self.compose_own(server, &campaign, &manager, 0).await?;
            let as_before = [present.said].into_iter().chain(as_earlier_versions_kept(&present.digest));
            let hash = |said: [u8; 32]| self.store().digest_hash((server.guild, year, manager.user), &said);
            if record.fingerprint.is_some_and(|delivered| as_before.map(hash).all(|now| now != delivered)) {
                let task = Task::Digest { manager: manager.user, revision: 1 };
                let send = Planned::at(server.guild, year, task, now);
                self.store().enqueue(server.guild, year, &send).await?;
            }
        }
        self.wake_dispatch();
        Ok(())
    }
}

/// A digest as files.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Those that could be made.
    pub files: Files,
    /// The forms that could not: a bug of ours, and it has been logged.
    pub lacking: Vec<Form>,
}

/// Draws each form by itself: one that fails, or fails inside, takes no other with it.
fn render_forms(
    forms: &[Form],
    year: i32,
    render: impl Fn(Form) -> std::result::Result<Vec<u8>, RenderError>,
) -> Rendered {
    let mut rendered = Rendered::default();
    for form in forms {
        match catch_unwind(AssertUnwindSafe(|| render(*form))) {
            Ok(Ok(bytes)) => {
                rendered.files.push((form.file_name(year), bytes));
                continue;
            }
            Ok(Err(error)) => tracing::error!(form = form.name(), %error, "a digest could not be rendered"),
            Err(_) => tracing::error!(form = form.name(), "rendering a digest panicked"),
        }
        rendered.lacking.push(*form);
    }
    rendered
}

/// What the plan has to know about a manager.
pub(super) fn recipient(manager: &Manager) -> Recipient {
    Recipient {
        user: manager.user,
        zone: manager.timezone,
        breathe: manager.breathe && manager.status == RosterStatus::Accepted,
    }
}

/// The givers by their signature.
fn signatures(thanks: &[Thanks]) -> BTreeMap<UserId, String> {
    thanks.iter().map(|thanks| (thanks.giver, thanks.signature.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_that_fails_is_named_and_takes_no_other_with_it() {
        let render = |form: Form| match form {
            Form::Card => Err(RenderError::Write { form: "card" }),
            Form::Pdf => panic!("it fails inside"),
            form => Ok(form.name().into()),
        };
        let rendered = render_forms(&[Form::Pdf, Form::Html, Form::Card, Form::Text], 2027, render);
        let files = [Form::Html, Form::Text].map(|form| (form.file_name(2027), form.name().into()));
        assert_eq!(rendered, Rendered { files: files.into(), lacking: vec![Form::Pdf, Form::Card] });
    }
}

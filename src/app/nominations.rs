//! Nominations: who should be on the roster, and what the admins say to that.

use crate::app::roster::{AddOutcome, Person};
use crate::app::{App, Result};
use domain::ids::{GuildId, UserId};
use domain::nomination::{self, Nomination, NominationId, NominationState, NotNominated};
use domain::send::Task;
use domain::server::Server;

/// What became of an admin's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// The nominee was put on the roster and is asked whether they accept.
    Invited,
    /// They were on it already.
    Already,
    /// The nominated member asked to be left out, so nothing was changed; the nominators are told that it was declined.
    LeftOut,
    /// It was declined.
    Declined,
    /// It had been answered before, or is of another server.
    Over,
}

impl App {
    /// A member nominates a person for the roster; the admins are told.
    pub async fn nominate(
        &self,
        server: &Server,
        nominator: UserId,
        nominee: &Person,
        reason: &str,
    ) -> Result<std::result::Result<NominationId, NotNominated>> {
        let place = self.recognise(server, nominee).await?;
        if let Err(refusal) = nomination::judge(nominee.is_bot, place, nominee.user, &[]) {
            return Ok(Err(refusal));
        }
        let year = self.campaign_of(server).await?.year;
        let new = Nomination {
            id: NominationId(0),
            guild: server.guild,
            nominator,
            member: nominee.user,
            name: nominee.name.clone(),
            reason: reason.chars().take(nomination::REASON_MAX.into()).collect(),
            state: NominationState::Open,
            answer: None,
            nominated_at: self.now(),
        };
        let tell = |nomination| self.due_now(server.guild, year, Task::Nominated { nomination });
        let kept = self.store().keep_nomination(new, year, tell).await?;
        self.wake_dispatch();
        Ok(kept)
    }

    /// The nominations of a server that wait for an answer, oldest first.
    pub async fn open_nominations(&self, guild: GuildId) -> Result<Vec<Nomination>> {
        self.store().open_nominations(guild).await
    }

    /// What a member nominated in a server, newest first.
    pub async fn my_nominations(&self, guild: GuildId, nominator: UserId) -> Result<Vec<Nomination>> {
        self.store().nominations_by(guild, nominator).await
    }

    /// A nomination of this server that waits for an answer.
    pub async fn open_nomination(&self, guild: GuildId, id: NominationId) -> Result<Option<Nomination>> {
        let found = self.store().nomination(id).await?;
        Ok(found.filter(|one| one.guild == guild && one.state == NominationState::Open))
    }

    /// An admin accepts: the nominee is put on the roster, and all who nominated them are told.
    ///
    /// # Errors
    /// The database failed; the nomination stays open.
    pub async fn accept_nomination(&self, server: &Server, nomination: &Nomination, by: UserId) -> Result<Decided> {
        let person = Person {
            user: nomination.member,
            name: nomination.name.clone(),
            is_bot: false,
            is_member: false,
            roles: Vec::new(),
            member_since: None,
        };
        let decided = match self.add_to_roster(server, &person, None, None).await? {
            AddOutcome::Invited => Decided::Invited,
            AddOutcome::Already => Decided::Already,
            AddOutcome::Declined | AddOutcome::Bot => Decided::LeftOut,
        };
        let state = match decided {
            Decided::LeftOut => NominationState::Declined,
            _ => NominationState::Accepted,
        };
        self.decide(server, nomination, by, (state, None)).await?;
        Ok(decided)
    }

    /// An admin declines, with words for the nominators or without.
    ///
    /// # Errors
    /// The database failed; the nomination stays open.
    pub async fn decline_nomination(
        &self,
        server: &Server,
        nomination: &Nomination,
        by: UserId,
        answer: Option<&str>,
    ) -> Result<Decided> {
        let open = self.decide(server, nomination, by, (NominationState::Declined, answer)).await?;
        Ok(if open == 0 { Decided::Over } else { Decided::Declined })
    }

    async fn decide(
        &self,
        server: &Server,
        nomination: &Nomination,
        by: UserId,
        decision: (NominationState, Option<&str>),
    ) -> Result<usize> {
        let year = self.campaign_of(server).await?.year;
        let tell = |nomination| self.due_now(server.guild, year, Task::NominationAnswer { nomination });
        let whom = (server.guild, nomination.member);
        let open = self.store().decide_nominations(whom, decision, (by, self.now()), year, tell).await?;
        self.wake_dispatch();
        Ok(open)
    }
}

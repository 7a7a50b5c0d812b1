//! Copies by mail: whether a copy goes by mail, its content, the result of an attempt, and "no more of these" from a
//! mail's reader.

use chrono::{DateTime, Utc};

use crate::app::copies::state::{CopyAnswer, CopyPlan, NoMail, Way};
use crate::app::outgoing::Outgoing;
use crate::app::{App, Result};
use crate::digest::wording::isolated;
use crate::ports::{Body, Destination, Files, Frame, Mail, MailError, NoMore, Note, NoteKind};
use crate::store::places::{CopyLimits, Recipient};
use crate::store::sends::{Claim, SendRecord};
use crate::store::settle::Outcome;
use crate::store::{Boss, BossMail, NoMoreOf, NoMoreToken};
use domain::boss_reply::CopyId;
use domain::campaign::Campaign;
use domain::digest::{Digest, plain_name};
use domain::ids::{GuildId, UserId};
use domain::mail::Address;
use domain::plan::Planned;
use domain::retry::{self, Care};
use domain::roster::Manager;
use domain::send::{CopyProblem, HeldBy, SendKey, SendState, Task};
use domain::server::Server;

/// The code of a copy that could not be built. This and the next ones are above those of mail servers (RFC 5321) and
/// HTTP, and below Discord's.
pub(super) const UNMADE: u32 = 600;
/// The code of a copy whose words are from too few people by the time it would go.
pub(super) const TOO_FEW: u32 = 601;
/// The code of a copy by mail with an address in its manager's sentence.
pub(super) const HAS_ADDRESS: u32 = 602;

/// The reader of a mail who opened the link to stop further ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The manager's name, if it is still known.
    pub manager: Option<String>,
    /// The server's name, if it is still known.
    pub server: Option<String>,
    /// Whether they said it already.
    pub has_said: bool,
}

/// What a reader no longer wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Copies of this manager's digests.
    OfThese,
    /// Any mail of this bot.
    OfAll,
}

impl App {
    /// Whether a copy of this server's can go to this address, or an answer to it.
    ///
    /// # Errors
    /// Why not; the manager is told.
    pub fn takes_mail_to(&self, guild: GuildId, address: &Address) -> std::result::Result<(), NoMail> {
        let settings = &self.config().mail;
        if !self.mailer().is_on() {
            return Err(NoMail::Off);
        }
        let own = guild.to_string();
        if !settings.servers.iter().any(|server| server == "*" || *server == own) {
            return Err(NoMail::Server);
        }
        if !address.is_at(&settings.allowed_domains) {
            return Err(NoMail::Domain);
        }
        Ok(())
    }

    /// The address that mail comes from, if there is mail.
    #[must_use]
    pub fn mail_comes_from(&self) -> Option<&Address> {
        self.mailer().comes_from()
    }

    /// How a copy reaches this boss, or why it cannot: by mail, or by a private message if there is no address or no
    /// mail can go to it. A boss who said "no more of these" in one way is not contacted in the other.
    pub(super) fn way_to(&self, guild: GuildId, boss: Option<&Boss>) -> std::result::Result<Way, CopyAnswer> {
        let boss = boss.ok_or(CopyAnswer::NoBoss)?;
        if boss.no_more {
            return Err(CopyAnswer::NoMore);
        }
        let mail = boss.mail.as_ref().map(|mail| (mail, self.takes_mail_to(guild, &mail.to)));
        match (mail, boss.member) {
            (Some((mail, Ok(()))), _) => {
                // What was allowed when it was set may not be any more.
                let reply_to = mail.reply_to.clone().filter(|to| self.takes_mail_to(guild, to).is_ok());
                Ok(Way::Mail(BossMail { reply_to, ..mail.clone() }))
            }
            (_, Some(member)) => Ok(Way::Member(member)),
            (Some((_, Err(why))), None) => Err(why.answer()),
            (None, None) => Err(CopyAnswer::NoBoss),
        }
    }

    /// How many copies may go within a day.
    pub(super) fn copy_limits(&self) -> CopyLimits {
        let mail = &self.config().mail;
        CopyLimits {
            per_recipient: mail.per_recipient_per_day,
            per_server: mail.per_server_per_day,
            in_all: mail.per_day,
        }
    }

    /// Until when a copy that would go now has to wait; `None` if it takes its place.
    pub(super) async fn copy_must_wait(
        &self,
        claim: &Claim,
        outgoing: &Outgoing,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        let to = match (outgoing, &claim.send().task) {
            (Outgoing::Mail(mail, _), _) => Recipient::Mail(&mail.to),
            (Outgoing::Message { to: Destination::Person(member), .. }, Task::Copy { .. }) => {
                Recipient::Member(*member)
            }
            _ => return Ok(None),
        };
        self.store().take_place(claim, to, self.copy_limits(), now).await
    }

    /// What a copy is now: by mail or as a private message; `None` when it cannot go any more.
    pub(super) async fn copy(
        &self,
        send: &SendRecord,
        server: &Server,
        campaign: &Campaign,
        (manager, revision): (UserId, u32),
    ) -> Result<Option<Outgoing>> {
        let Some(found) = self.addressed(server, manager).await? else { return Ok(None) };
        let copies = self.copies(server.guild, campaign.year, manager).await?;
        let plan = match self.plan_copy(server, campaign, &found, &copies, revision).await? {
            Ok(plan) => plan,
            Err(CopyAnswer::TooFew) => return Ok(Some(Outgoing::Refused(TOO_FEW))),
            Err(CopyAnswer::HasAddress) => return Ok(Some(Outgoing::Refused(HAS_ADDRESS))),
            Err(_) => return Ok(None),
        };
        let lang = self.language_of(server, &plan.manager);
        let rendered = self.files_for(send, &plan.copy.digest, lang, &plan.forms).await;
        if !rendered.lacking.is_empty() {
            return Ok(Some(Outgoing::Refused(UNMADE)));
        }
        Ok(Some(match plan.way.clone() {
            Way::Member(member) => {
                let note = self.copy_note(server, campaign, member, (plan, revision), rendered.files).await?;
                Outgoing::Message { to: Destination::Person(member), body: Body::Note(Box::new(note)), instead: None }
            }
            Way::Mail(to) => {
                let of = (to, plan.copy.digest.clone(), rendered.files);
                let mail = self.mail((send.year, revision), server, &found, of)?;
                Outgoing::Mail(Box::new(mail), Box::new(plan.copy))
            }
        }))
    }

    /// The private message that carries a copy to a member.
    pub(super) async fn copy_note(
        &self,
        server: &Server,
        campaign: &Campaign,
        member: UserId,
        (plan, number): (CopyPlan, u32),
        files: Files,
    ) -> Result<Note> {
        let what = NoteKind::Copy { manager: plan.manager.user, number, copy: Box::new(plan.copy), files };
        let language = self.language_for(server, member).await?;
        Ok(Note { frame: Frame { language, ..self.frame(server, campaign) }, what })
    }

    /// The mail that carries a copy of that year; its mark is that of the send.
    pub(super) fn mail(
        &self,
        (year, copy): (i32, u32),
        server: &Server,
        manager: &Manager,
        (to, digest, files): (BossMail, Digest, Files),
    ) -> Result<Mail> {
        let token = self.store().no_more_token(server.guild, manager.user, &to.to)?;
        let page = self.public_url().map(|url| (url.no_more(&token), url.is_secure()));
        let one_click = page.as_ref().is_some_and(|(_, secure)| *secure);
        let operator = self.config().mail.operator.parse().ok();
        let task = Task::Copy { manager: manager.user, revision: copy };
        let of = CopyId { guild: server.guild, year, manager: manager.user, copy };
        let reply = self.reply_link(of, &to.to)?;
        Ok(Mail {
            mark: SendKey::new(server.guild, year, &task).mark(),
            at: self.now(),
            language: manager.language.clone().unwrap_or_else(|| server.language.clone()),
            to: to.to,
            reply_to: to.reply_to,
            digest: Box::new(digest),
            files,
            no_more: NoMore { token, page: page.map(|(page, _)| page), one_click, operator },
            reply,
        })
    }

    /// Whether an earlier try of this send may have been sent by mail, which cannot be looked up.
    pub(super) async fn may_have_been_mailed(&self, send: &SendRecord) -> Result<bool> {
        match send.task {
            Task::Copy { .. } => self.store().may_have_been_mailed(&send.key).await,
            _ => Ok(false),
        }
    }

    /// Hands a mail over to the mail server, once, and returns the outcome.
    pub(super) async fn deliver_mail(&self, claim: &Claim, mail: &Mail, now: DateTime<Utc>) -> Result<Outcome> {
        let send = claim.send();
        let Some(since) = self.store().note_mailing(claim, now).await? else {
            return Ok(Outcome::Again { at: now, uncertain: false, held: None });
        };
        if self.is_nearly_over(claim, self.lease() / 2) {
            return Ok(Outcome::Again { at: self.now(), uncertain: false, held: None });
        }
        let over = |state, code: Option<u16>| Outcome::Over { state, code: code.map(u32::from) };
        let again = |code: Option<u16>| {
            if now - since >= retry::MAIL_GIVES_UP {
                return over(SendState::Failed, code);
            }
            let at = now + retry::passing(send.attempts);
            Outcome::Again { at, uncertain: false, held: code.map(u32::from).map(HeldBy::Refused) }
        };
        Ok(match self.mailer().send(mail).await {
            Ok(()) => Outcome::Sent(None),
            Err(MailError::Later { code }) => again(Some(code)),
            Err(MailError::NotSent | MailError::Off) => again(None),
            Err(MailError::Refused { code }) => over(SendState::Failed, Some(code)),
            // A later try would fail as well. It is a bug in cmad, and the operator finds it in the log.
            Err(MailError::Unmade) => {
                tracing::error!(key = %send.key, "the mail of a copy could not be built");
                Outcome::Over { state: SendState::Failed, code: Some(UNMADE) }
            }
            Err(MailError::Lost) => over(SendState::Unknown, None),
        })
    }

    /// The word to a manager whose copy did not go well, by mail or to a member. Whether a boss was copied is theirs alone: no admin
    /// hears of it.
    pub(super) async fn copy_problem(&self, send: &SendRecord, outcome: Outcome) -> Result<Option<Planned>> {
        let Task::Copy { manager, revision } = &send.task else { return Ok(None) };
        let planned = |problem| {
            let task = Task::CopyProblem { manager: *manager, revision: *revision, problem };
            Ok(Some(Planned::at(send.guild, send.year, task, self.now())))
        };
        let (state, code) = match outcome {
            Outcome::Sent(_) if Care::after(send.lost) == Care::Light => {
                let record = self.store().digest(send.guild, send.year, *manager).await?;
                let lacks = Self::forms_of(&record.choices).iter().any(|form| form.is_set());
                return if lacks { planned(CopyProblem::Light) } else { Ok(None) };
            }
            Outcome::Over { state, code } => (state, code),
            Outcome::Again { held: Some(HeldBy::Limit), .. } => return planned(CopyProblem::Waits),
            _ => return Ok(None),
        };
        let mailed = self.may_have_been_mailed(send).await?;
        let problem = match (state, code) {
            (SendState::Failed, Some(UNMADE)) => CopyProblem::Unmade,
            (SendState::Failed, Some(TOO_FEW)) => CopyProblem::TooFew,
            (SendState::Failed, Some(HAS_ADDRESS)) => CopyProblem::HasAddress,
            (SendState::Unknown, _) if mailed => CopyProblem::Unknown,
            (SendState::Failed, Some(500..=599)) if mailed => CopyProblem::Refused,
            (SendState::Failed, _) if mailed => CopyProblem::GivenUp,
            (SendState::Unknown, _) => CopyProblem::Unseen,
            (SendState::Failed, _) => CopyProblem::Closed,
            _ => return Ok(None),
        };
        planned(problem)
    }

    /// Stores the mail address of a manager's boss. Only the manager themselves may set it.
    pub async fn set_boss_mail(&self, guild: GuildId, manager: UserId, mail: Option<&BossMail>) -> Result<()> {
        self.store().set_boss_mail(guild, manager, mail).await
    }

    /// The reader with this token; `None` if this bot did not make it. Changes nothing.
    pub async fn reader_of(&self, token: &str) -> Result<Option<Reader>> {
        match self.store().read_no_more_token(token) {
            Some(clicked) => Ok(Some(self.reader(&clicked).await?)),
            None => Ok(None),
        }
    }

    /// Stores for good that the reader of a mail wants no more. Idempotent.
    pub async fn no_more_mail(&self, token: &str, scope: Scope) -> Result<Option<Reader>> {
        let Some(clicked) = self.store().read_no_more_token(token) else { return Ok(None) };
        let what = match scope {
            Scope::OfThese => NoMoreOf::Manager(clicked.guild, clicked.manager),
            Scope::OfAll => NoMoreOf::All,
        };
        self.store().note_no_more(what, &clicked.address).await?;
        tracing::info!(guild = %clicked.guild, ?scope, "a reader of mail wants no more");
        Ok(Some(self.reader(&clicked).await?))
    }

    async fn reader(&self, clicked: &NoMoreToken) -> Result<Reader> {
        let manager = self.store().manager(clicked.guild, clicked.manager).await?;
        let name = manager.filter(|manager| !manager.is_nameless()).map(|manager| manager.name);
        let shown = |name: String| plain_name(&name).map(|name| isolated(&name).into_owned());
        Ok(Reader {
            manager: name.and_then(shown),
            server: self.server(clicked.guild).await?.and_then(|server| shown(server.name)),
            has_said: self.store().address_wants_no_more(clicked.guild, clicked.manager, &clicked.address).await?,
        })
    }
}

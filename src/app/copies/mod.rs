//! Copies to a boss: whether one may be sent, its content, and what is stored of it. Only this module decides that.

mod choice;
pub mod state;

pub use choice::WaitOutcome;

use chrono::{DateTime, Utc};

use crate::app::copies::state::{CopyAnswer, CopyPlan, CopyState, Gets, Preview, Way};
use crate::app::desk::Desk;
use crate::app::digests::Rendered;
use crate::app::drawing::Company;
use crate::app::{App, Result};
use crate::digest::Form;
use crate::ports::MailError;
use crate::store::copies::CopyRecord;
use crate::store::sends::SendRecord;
use crate::store::{Boss, DigestRecord};
use crate::text::Lang;
use domain::addresses::{address_in, with_addresses_apart};
use domain::campaign::Campaign;
use domain::digest::{Audience, Choices, Digest, DigestWithSources, GIVERS_AT_LEAST, fingerprint};
use domain::ids::{GuildId, UserId};
use domain::roster::{Manager, RosterStatus};
use domain::send::{HeldBy, SendKey, SendState, Task};
use domain::server::Server;

/// The most copies of one digest that the same boss gets: the first, and updates of it. More would be a nuisance.
const COPIES_MAX: usize = 3;

/// The files that go with a copy while its manager has chosen no others.
const USUAL: &[Form] = &[Form::Pdf, Form::Html, Form::Text, Form::Calendar];

/// The copies of one digest that were ordered so far, and the boss who would get the next one.
pub(in crate::app) struct Copies {
    pub(in crate::app) boss: Option<Boss>,
    pub(in crate::app) record: DigestRecord,
    /// The boss, as the records of copies name them: the first is kept.
    sent_to: [i64; 2],
    ordered: Vec<Ordered>,
}

/// A copy that was ordered, and the state of its send.
struct Ordered {
    record: CopyRecord,
    state: Option<SendState>,
    waits_until: Option<DateTime<Utc>>,
}

impl Ordered {
    fn reached_or_may_reach(&self) -> bool {
        !matches!(self.state, None | Some(SendState::Failed | SendState::Dropped | SendState::Skipped))
    }

    fn is_waiting(&self) -> bool {
        matches!(self.state, Some(SendState::Planned | SendState::Claimed))
    }
}

impl Copies {
    fn is_for_this_boss(&self, one: &Ordered) -> bool {
        self.sent_to.contains(&one.record.sent_to)
    }

    /// Those that reached the present boss or may still reach them, oldest first.
    fn to_this_boss(&self) -> impl DoubleEndedIterator<Item = &Ordered> {
        self.ordered.iter().filter(|one| self.is_for_this_boss(one) && one.reached_or_may_reach())
    }

    /// The number of the copy that waits to be sent to the present boss, if there is one.
    fn waiting(&self) -> Option<u32> {
        self.to_this_boss().find(|one| one.is_waiting()).map(|one| one.record.revision)
    }
}

impl App {
    /// The files for a manager who hands them over themselves: those that go with a copy, and a draft of a mail.
    #[must_use]
    pub fn forms_to_hand_over(choices: &Choices) -> Vec<Form> {
        let mut forms = Self::forms_of(choices);
        if !forms.contains(&Form::Eml) {
            forms.push(Form::Eml);
        }
        forms
    }

    /// The files that a manager chose to send along.
    #[must_use]
    pub fn forms_of(choices: &Choices) -> Vec<Form> {
        match &choices.forms {
            Some(chosen) => Form::ALL.iter().copied().filter(|form| chosen.contains(form.name())).collect(),
            None => USUAL.to_vec(),
        }
    }

    /// The numbers that stand for a boss in the records of copies, made of where a copy goes: the one that is kept, and the
    /// one by which each spelling of an address was a boss of its own before.
    fn boss_numbers(&self, guild: GuildId, manager: UserId, boss: &Boss) -> [i64; 2] {
        let names = match (self.way_to(guild, Some(boss)), &boss.mail, boss.member) {
            (Ok(Way::Member(member)), ..) | (Err(_), None, Some(member)) => [member.to_string(), member.to_string()],
            (Ok(Way::Mail(mail)), ..) => [mail.to.recipient(), mail.to.folded()],
            (Err(_), Some(mail), _) => [mail.to.recipient(), mail.to.folded()],
            (Err(_), None, None) => [String::new(), String::new()],
        };
        names.map(|name| self.store().boss_number(guild, manager, &name))
    }

    /// Loads the copies of a digest. One that goes by itself and has not left yet has no record of its own: it is for
    /// the boss of then.
    pub(super) async fn copies(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Copies> {
        let boss = self.boss(guild, manager).await?;
        let sent_to = boss.as_ref().map_or([0; 2], |boss| self.boss_numbers(guild, manager, boss));
        let record = self.store().digest(guild, year, manager).await?;
        let kept = self.store().copies(guild, year, manager).await?;
        let mut ordered = Vec::new();
        for revision in 0..record.copies {
            let record = kept.iter().find(|one| one.revision == revision).cloned();
            let record = record.unwrap_or(CopyRecord { revision, sent_to: sent_to[0], left: None });
            let key = SendKey::new(guild, year, &Task::Copy { manager, revision });
            let send = self.store().send(&key).await?;
            let waits_until = match &send {
                Some(send) if send.held_by == Some(HeldBy::Limit) => {
                    self.store().waits_for_place(&key, self.now()).await?
                }
                _ => None,
            };
            ordered.push(Ordered { record, state: send.map(|send| send.state), waits_until });
        }
        Ok(Copies { boss, record, sent_to, ordered })
    }

    /// How copies stand, for the desk.
    pub(super) async fn copy_state(
        &self,
        server: &Server,
        campaign: &Campaign,
        manager: &Manager,
        copies: &Copies,
    ) -> Result<CopyState> {
        let Some(last) = copies.ordered.last() else { return Ok(CopyState::default()) };
        let went = |one: &&Ordered| matches!(one.state, Some(SendState::Sent | SendState::Unknown));
        let kept = copies.ordered.iter().rev().filter(went);
        let mut state = CopyState {
            last: last.state,
            left_at: last.record.left.as_ref().map(|(_, at)| *at),
            waits_until: last.waits_until,
            is_changed: false,
            was_for_another: copies.boss.is_some() && !copies.is_for_this_boss(last),
            kept: kept.filter_map(|one| Some((one.record.revision, one.record.left.as_ref()?.1))).collect(),
        };
        if let Some((was, _)) = copies.to_this_boss().next_back().and_then(|one| one.record.left.as_ref()) {
            let manager = self.as_addressed(server, manager).await?;
            let way = self.way_to(server.guild, copies.boss.as_ref()).ok();
            let now = self.copy_of(server, campaign, &manager, &copies.record.choices, (way.as_ref(), 0)).await?;
            let whose = (server.guild, campaign.year, manager.user);
            state.is_changed = *was != self.store().copy_hash(whose, &fingerprint(&now.digest));
        }
        Ok(state)
    }

    /// The digest as a boss may see it, by the manager's choices. A mail shows no page of the manager's own, and no address
    /// in what givers said or in where added words are from: it would lead where they like, in the operator's name.
    async fn copy_of(
        &self,
        server: &Server,
        campaign: &Campaign,
        manager: &Manager,
        choices: &Choices,
        (way, revision): (Option<&Way>, u32),
    ) -> Result<DigestWithSources> {
        let mut copy = self.compose_with(server, campaign, manager, choices, (Audience::Boss, revision)).await?;
        if matches!(way, Some(Way::Mail(_))) {
            copy.digest = copy.digest.without_added_links();
            copy.digest.link = None;
            for quote in copy.digest.testimonials.iter_mut().chain(&mut copy.digest.quotes) {
                quote.words = with_addresses_apart(&quote.words);
            }
        }
        Ok(copy)
    }

    /// Whether a boss may read words of enough people for a copy.
    pub(super) async fn has_enough_for_boss(&self, guild: GuildId, year: i32, user: UserId) -> Result<bool> {
        let Some((server, campaign)) = self.server_and_campaign(guild, year).await? else { return Ok(false) };
        let Some(manager) = self.addressed(&server, user).await? else { return Ok(false) };
        let choices = self.store().digest(guild, year, user).await?.choices;
        Ok(self.copy_of(&server, &campaign, &manager, &choices, (None, 0)).await?.givers >= GIVERS_AT_LEAST)
    }

    /// Whether no copy goes out until the operator says that no boss's "no more" is missing.
    pub async fn are_copies_held(&self) -> Result<bool> {
        self.store().are_copies_held().await
    }

    /// The address in a sentence that its manager wants above a copy, if the copy would go by mail: a mail shows none.
    #[must_use]
    pub fn refused_in_sentence<'a>(&self, desk: &Desk, said: &'a str) -> Option<&'a str> {
        let by_mail = matches!(self.way_to(desk.server.guild, desk.boss.as_ref()), Ok(Way::Mail(_)));
        address_in(said).filter(|_| by_mail)
    }

    /// The manager with the language in which the bot writes to them: the files that they pass on are in it.
    async fn as_addressed(&self, server: &Server, manager: &Manager) -> Result<Manager> {
        Ok(self.addressed(server, manager.user).await?.unwrap_or_else(|| manager.clone()))
    }

    /// The content and the destination of copy number `revision` if it is sent now. It is an update if the boss has had
    /// one before. Otherwise why it must not be sent: such as that no boss is named, that it was ordered for another
    /// boss, or that one person alone wrote what the boss would read.
    pub(super) async fn plan_copy(
        &self,
        server: &Server,
        campaign: &Campaign,
        manager: &Manager,
        copies: &Copies,
        revision: u32,
    ) -> Result<std::result::Result<CopyPlan, CopyAnswer>> {
        let way = match self.way_to(server.guild, copies.boss.as_ref()) {
            Ok(way) => way,
            Err(why) => return Ok(Err(why)),
        };
        if manager.status != RosterStatus::Accepted {
            return Ok(Err(CopyAnswer::NotAccepted));
        }
        let is_for_another = |one: &Ordered| one.record.revision == revision && !copies.is_for_this_boss(one);
        if copies.ordered.iter().any(is_for_another) {
            return Ok(Err(CopyAnswer::NoBoss));
        }
        let before =
            copies.to_this_boss().filter(|one| one.record.revision < revision && one.state == Some(SendState::Sent));
        let update = u32::try_from(before.count()).unwrap_or(u32::MAX);
        let choices = &copies.record.choices;
        let copy = self.copy_of(server, campaign, manager, choices, (Some(&way), update)).await?;
        if copy.givers < GIVERS_AT_LEAST {
            return Ok(Err(CopyAnswer::TooFew));
        }
        let sentence = copy.digest.sentence.as_deref().into_iter().chain(choices.sentence.as_deref());
        if matches!(way, Way::Mail(_)) && sentence.into_iter().any(|said| address_in(said).is_some()) {
            return Ok(Err(CopyAnswer::HasAddress));
        }
        let forms = forms_for(choices, &way);
        Ok(Ok(CopyPlan { way, manager: manager.clone(), copy, forms }))
    }

    /// Makes the files of a copy. If one cannot be made, the copy is not what its manager chose and must not be sent.
    pub(super) async fn render_copy(&self, server: &Server, plan: &CopyPlan) -> Rendered {
        self.files_of(&plan.copy.digest, server, &plan.manager, &plan.forms).await
    }

    /// Whether a copy may have left, in whatever way: it is kept just before.
    pub(super) async fn may_have_left(&self, send: &SendRecord) -> Result<bool> {
        let Task::Copy { manager, revision } = send.task else { return Ok(true) };
        let copies = self.copies(send.guild, send.year, manager).await?;
        Ok(copies.ordered.iter().any(|one| one.record.revision == revision && one.record.left.is_some()))
    }

    /// Keeps a copy as it leaves now.
    pub(super) async fn keep_copy(
        &self,
        (guild, year): (GuildId, i32),
        (manager, revision): (UserId, u32),
        copy: &DigestWithSources,
    ) -> Result<()> {
        let Some(boss) = self.boss(guild, manager).await? else { return Ok(()) };
        let of = (revision, self.boss_numbers(guild, manager, &boss)[0]);
        let whose = (guild, year, manager);
        let said = self.store().copy_hash(whose, &fingerprint(&copy.digest));
        self.store().keep_copy(whose, of, (copy, &said), self.now()).await
    }

    /// What the boss would get now, exactly; or why nothing can be sent.
    pub async fn preview_copy(&self, desk: &Desk) -> Result<std::result::Result<Preview, CopyAnswer>> {
        let (server, campaign) = (&desk.server, &desk.campaign);
        let Next { plan, revision, .. } = match self.next_copy(desk).await? {
            Ok(next) => next,
            Err(why) => return Ok(Err(why)),
        };
        let rendered = self.render_copy(server, &plan).await;
        if !rendered.lacking.is_empty() {
            return Ok(Err(CopyAnswer::Unmade));
        }
        let (way, seen) = (plan.way.clone(), plan.seen());
        let gets = match way.clone() {
            Way::Member(member) => {
                let note = self.copy_note(server, campaign, member, (plan, revision), rendered.files).await?;
                Gets::Message(Box::new(note))
            }
            Way::Mail(to) => {
                let of = (to, plan.copy.digest, rendered.files);
                let mail = self.mail((campaign.year, revision), server, &plan.manager, of)?;
                let mark = mail.mark.clone();
                match self.mailer().write(&mail.for_its_sender()) {
                    Ok(letter) => Gets::Mail(Box::new(letter)),
                    Err(MailError::Off) => return Ok(Err(CopyAnswer::MailIsOff)),
                    Err(error) => {
                        tracing::error!(%mark, %error, "no mail could be made of a copy");
                        return Ok(Err(CopyAnswer::Unmade));
                    }
                }
            }
        };
        Ok(Ok(Preview { way, gets, seen }))
    }

    /// The copy that **Yes, send it** sends, or why none may be ordered.
    async fn next_copy(&self, desk: &Desk) -> Result<std::result::Result<Next, CopyAnswer>> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        if !desk.is_due {
            return Ok(Err(CopyAnswer::NotDue));
        }
        if let Err(why) = self.way_to(guild, desk.boss.as_ref()) {
            return Ok(Err(why));
        }
        if desk.manager.status != RosterStatus::Accepted {
            return Ok(Err(CopyAnswer::NotAccepted));
        }
        let copies = self.copies(guild, year, user).await?;
        let waiting = copies.waiting();
        // If one is waiting already, or this is a second click, that one is sent instead of another.
        if waiting.is_none() && copies.to_this_boss().next().is_some() {
            if copies.to_this_boss().count() >= COPIES_MAX {
                return Ok(Err(CopyAnswer::Enough));
            }
            if !desk.copy.is_changed {
                return Ok(Err(CopyAnswer::Already));
            }
        }
        let revision = waiting.unwrap_or(copies.record.copies);
        let manager = self.as_addressed(&desk.server, &desk.manager).await?;
        let plan = self.plan_copy(&desk.server, &desk.campaign, &manager, &copies, revision).await?;
        Ok(plan.map(|plan| Next { plan, revision, is_waiting: waiting.is_some(), sent_to: copies.sent_to[0] }))
    }

    /// Orders a copy after the manager `saw` what would be sent. Its files are made again when it is sent.
    pub async fn copy_boss(&self, desk: &Desk, saw: &str) -> Result<CopyAnswer> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        let next = match self.next_copy(desk).await? {
            Ok(next) => next,
            Err(why) => return Ok(why),
        };
        if next.plan.seen() != saw {
            return Ok(CopyAnswer::Changed);
        }
        let (now, task) = (self.now(), Task::Copy { manager: user, revision: next.revision });
        if next.is_waiting {
            // An automatic copy that is waiting is sent now; one that is being sent is not disturbed.
            let to = next.plan.way.recipient();
            self.store().bring_forward((guild, &SendKey::new(guild, year, &task)), to, self.copy_limits(), now).await?;
            self.store().change_digest(guild, year, user, |record| record.kept_at = None).await?;
        } else {
            let send = self.due_now(guild, year, task.clone());
            let of = (&send, next.plan.way.recipient(), self.copy_limits());
            self.store().order_copy((guild, year, user), (next.revision, next.sent_to), of, now).await?;
        }
        self.wake_dispatch();
        let waits = self.store().waits_for_place(&SendKey::new(guild, year, &task), now).await?;
        Ok(waits.map_or(CopyAnswer::Ordered, CopyAnswer::Waits))
    }

    /// The files of the digest as a boss would get them, for the manager to look at and to forward.
    pub async fn boss_files(&self, desk: &Desk, forms: &[Form]) -> Result<Rendered> {
        let manager = self.as_addressed(&desk.server, &desk.manager).await?;
        let copy = self.copy_of(&desk.server, &desk.campaign, &manager, &desk.choices, (None, 0)).await?;
        Ok(self.files_of(&copy.digest, &desk.server, &manager, forms).await)
    }

    /// The manager's own digest as files, in the language in which they ask for them.
    pub async fn own_files(&self, desk: &Desk, lang: Lang, forms: &[Form]) -> Rendered {
        self.files_in(Company::Others, &desk.digest, lang, forms).await
    }

    /// A copy as it was sent, with its files; `None` if it was not sent, or its words were removed.
    pub async fn copy_as_it_left(&self, desk: &Desk, revision: u32) -> Result<Option<(Digest, Rendered)>> {
        let whose = (desk.server.guild, desk.campaign.year, desk.manager.user);
        let Some(digest) = self.store().copy_as_it_left(whose, revision).await? else { return Ok(None) };
        let manager = self.as_addressed(&desk.server, &desk.manager).await?;
        let rendered = self.files_of(&digest, &desk.server, &manager, &Self::forms_of(&desk.choices)).await;
        Ok(Some((digest, rendered)))
    }
}

/// The copy that would be sent next.
struct Next {
    plan: CopyPlan,
    revision: u32,
    /// Whether it is ordered already and waits to leave.
    is_waiting: bool,
    sent_to: i64,
}

/// The files that go with a copy. By default a mail has the PDF and the development day.
fn forms_for(choices: &Choices, way: &Way) -> Vec<Form> {
    match (way, &choices.forms) {
        (Way::Mail(_), None) => vec![Form::Pdf, Form::Calendar],
        (Way::Mail(_), Some(_)) => App::forms_of(choices).into_iter().filter(|form| form.goes_with_a_mail()).collect(),
        (Way::Member(_), _) => App::forms_of(choices),
    }
}

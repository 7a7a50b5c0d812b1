//! Copies for a boss: whether one may go, what it says, and what is kept of it. Every way to a boss asks here.

pub mod state;

use sha2::{Digest as _, Sha256};

use crate::app::copies::state::{CopyAnswer, CopyState, Gets, Leaving, Preview, Way};
use crate::app::desk::Desk;
use crate::app::digests::{Drawn, print};
use crate::app::{App, Result};
use crate::digest::Form;
use crate::ports::MailError;
use crate::store::Boss;
use crate::store::copies::CopyRecord;
use domain::campaign::Campaign;
use domain::digest::{Audience, Choices, Digest, Traced, fingerprint};
use domain::ids::{GuildId, UserId};
use domain::mail::Address;
use domain::roster::{Manager, RosterStatus};
use domain::send::{SendKey, SendState, Task};
use domain::server::Server;

/// So many copies of one digest may go to the same boss: one, and then updates of it. More would be a nuisance.
const COPIES_MAX: usize = 3;

/// The files that go with a copy while nothing else was chosen.
const USUAL: &[Form] = &[Form::Pdf, Form::Html, Form::Text];

/// A copy of before, with what became of its send.
struct Earlier {
    record: CopyRecord,
    state: Option<SendState>,
}

impl Earlier {
    /// Whether it reached somebody, or may yet.
    fn counts(&self) -> bool {
        !matches!(self.state, None | Some(SendState::Failed | SendState::Dropped | SendState::Skipped))
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

    /// The boss of now, as the orders of copies name them: by the way that a copy goes.
    fn boss_number(&self, guild: GuildId, manager: UserId, boss: &Boss) -> i64 {
        let name = match (self.way_to(Some(boss)), &boss.mail, boss.member) {
            (Ok(Way::Mail(mail)), ..) => mail.to.folded(),
            (Ok(Way::Member(member)), ..) | (Err(_), None, Some(member)) => member.to_string(),
            (Err(_), Some(mail), _) => mail.to.folded(),
            (Err(_), None, None) => String::new(),
        };
        self.store().boss_number(guild, manager, &name)
    }

    /// Every copy of a digest. One that goes by itself and has not left yet has no record of its own: it is for
    /// whoever is the boss then.
    async fn earlier_copies(&self, guild: GuildId, year: i32, manager: UserId, sent_to: i64) -> Result<Vec<Earlier>> {
        let kept = self.store().copies(guild, year, manager).await?;
        let ordered = self.store().digest(guild, year, manager).await?.copies;
        let mut earlier = Vec::new();
        for revision in 0..ordered {
            let record = kept.iter().find(|one| one.revision == revision).cloned();
            let record = record.unwrap_or(CopyRecord { revision, sent_to, left: None });
            let key = SendKey::new(guild, year, &Task::Copy { manager, revision });
            let state = self.store().send(&key).await?.map(|send| send.state);
            earlier.push(Earlier { record, state });
        }
        Ok(earlier)
    }

    /// How copies stand, for the desk.
    pub(super) async fn copy_state(
        &self,
        server: &Server,
        campaign: &Campaign,
        manager: &Manager,
    ) -> Result<CopyState> {
        let boss = self.boss(server.guild, manager.user).await?;
        let sent_to = boss.as_ref().map_or(0, |boss| self.boss_number(server.guild, manager.user, boss));
        let earlier = self.earlier_copies(server.guild, campaign.year, manager.user, sent_to).await?;
        let Some(last) = earlier.last() else { return Ok(CopyState::default()) };
        let mut state = CopyState {
            last: last.state,
            left_at: last.record.left.as_ref().map(|(_, at)| *at),
            is_changed: false,
            was_for_another: boss.is_some() && last.record.sent_to != sent_to,
            kept: Vec::new(),
        };
        let went = |one: &&Earlier| matches!(one.state, Some(SendState::Sent | SendState::Unknown));
        state.kept = earlier
            .iter()
            .rev()
            .filter(went)
            .filter_map(|one| Some((one.record.revision, one.record.left.as_ref()?.1)))
            .collect();
        let theirs = earlier.iter().rev().find(|one| one.counts() && one.record.sent_to == sent_to);
        if let Some((was, _)) = theirs.and_then(|one| one.record.left.as_ref()) {
            let now = self.copy_of(server, campaign, manager, 0).await?;
            state.is_changed = *was != print(fingerprint(&now.digest));
        }
        Ok(state)
    }

    /// The digest as a boss may see it, by the manager's choices.
    async fn copy_of(&self, server: &Server, campaign: &Campaign, manager: &Manager, revision: u32) -> Result<Traced> {
        let record = self.store().digest(server.guild, campaign.year, manager.user).await?;
        let manager = self.as_addressed(server, manager).await?;
        self.compose_with(server, campaign, &manager, &record.choices, (Audience::Boss, revision)).await
    }

    /// The manager with the language in which the bot writes to them: of it are the files that they pass on.
    async fn as_addressed(&self, server: &Server, manager: &Manager) -> Result<Manager> {
        Ok(self.addressed(server, manager.user).await?.unwrap_or_else(|| manager.clone()))
    }

    /// What a copy says if it leaves now, and which way it goes. `revision` is its number among the copies; for the
    /// boss it is an update when they have had one before. `None` when it must not go: nobody is named, they want no
    /// more, the place is not accepted, or it was ordered for somebody else.
    pub(super) async fn copy_now(
        &self,
        server: &Server,
        campaign: &Campaign,
        manager: &Manager,
        revision: u32,
    ) -> Result<Option<Leaving>> {
        let Some(boss) = self.boss(server.guild, manager.user).await? else { return Ok(None) };
        let Ok(way) = self.way_to(Some(&boss)) else { return Ok(None) };
        if manager.status != RosterStatus::Accepted {
            return Ok(None);
        }
        let sent_to = self.boss_number(server.guild, manager.user, &boss);
        let earlier = self.earlier_copies(server.guild, campaign.year, manager.user, sent_to).await?;
        if earlier.iter().any(|one| one.record.revision == revision && one.record.sent_to != sent_to) {
            return Ok(None);
        }
        let before = earlier
            .iter()
            .filter(|one| one.record.revision < revision && one.record.sent_to == sent_to)
            .filter(|one| one.state == Some(SendState::Sent));
        let update = u32::try_from(before.count()).unwrap_or(u32::MAX);
        let copy = self.copy_of(server, campaign, manager, update).await?;
        let choices = self.store().digest(server.guild, campaign.year, manager.user).await?.choices;
        let addressed = self.as_addressed(server, manager).await?;
        let drawn = self.files_of(&copy.digest, server, &addressed, &forms_for(&choices, &way)).await;
        let (files, is_whole) = (drawn.files, drawn.lacking.is_empty());
        Ok(Some(Leaving { way, manager: manager.user, copy, files, is_whole }))
    }

    /// Keeps a copy as it leaves now.
    pub(super) async fn keep_copy(
        &self,
        (guild, year): (GuildId, i32),
        (manager, revision): (UserId, u32),
        copy: &Traced,
    ) -> Result<()> {
        let Some(boss) = self.boss(guild, manager).await? else { return Ok(()) };
        let of = (revision, self.boss_number(guild, manager, &boss));
        let said = print(fingerprint(&copy.digest));
        self.store().keep_copy((guild, year, manager), of, (copy, &said), self.now()).await
    }

    /// What the boss would get now, exactly; or why nothing can be sent.
    ///
    /// # Errors
    /// The database failed.
    pub async fn preview_copy(&self, desk: &Desk) -> Result<std::result::Result<Preview, CopyAnswer>> {
        if let Err(why) = self.may_copy(desk).await? {
            return Ok(Err(why));
        }
        let (server, campaign) = (&desk.server, &desk.campaign);
        let manager = self.as_addressed(server, &desk.manager).await?;
        let (revision, _) = self.next_copy(desk).await?;
        let Some(leaving) = self.copy_now(server, campaign, &manager, revision).await? else {
            return Ok(Err(CopyAnswer::NoBoss));
        };
        if !leaving.is_whole {
            return Ok(Err(CopyAnswer::Unmade));
        }
        let (way, seen) = (leaving.way.clone(), seen(&leaving));
        let gets = match way.clone() {
            Way::Member(member) => Gets::Message(Box::new(self.copy_note(server, campaign, member, leaving).await?)),
            Way::Mail(to) => {
                let key = SendKey::new(server.guild, campaign.year, &Task::Copy { manager: manager.user, revision });
                let (digest, files) = (leaving.copy.digest, leaving.files);
                let mail = self.mail(key.mark(), server, &manager, (to, digest, files))?;
                match self.mailer().write(&mail.for_its_sender()) {
                    Ok(letter) => Gets::Mail(Box::new(letter)),
                    Err(MailError::Off) => return Ok(Err(CopyAnswer::MailIsOff)),
                    Err(error) => {
                        tracing::error!(%key, %error, "no mail could be made of a copy");
                        return Ok(Err(CopyAnswer::Unmade));
                    }
                }
            }
        };
        Ok(Ok(Preview { way, gets, seen }))
    }

    /// The number of the copy that **Yes, send it** sends, and whether it waits to leave already.
    async fn next_copy(&self, desk: &Desk) -> Result<(u32, Waits)> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        let sent_to = desk.boss.as_ref().map_or(0, |boss| self.boss_number(guild, user, boss));
        let earlier = self.earlier_copies(guild, year, user, sent_to).await?;
        let waits = earlier.iter().find(|one| {
            one.record.sent_to == sent_to && matches!(one.state, Some(SendState::Planned | SendState::Claimed))
        });
        Ok(match waits {
            Some(one) => (one.record.revision, Waits::Yes),
            None => (self.store().digest(guild, year, user).await?.copies, Waits::No),
        })
    }

    /// Whether a copy may be ordered.
    async fn may_copy(&self, desk: &Desk) -> Result<std::result::Result<(), CopyAnswer>> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        if !desk.is_due {
            return Ok(Err(CopyAnswer::NotDue));
        }
        if let Err(why) = self.copy_way(desk).await? {
            return Ok(Err(why));
        }
        let Some(boss) = &desk.boss else { return Ok(Err(CopyAnswer::NoBoss)) };
        if desk.manager.status != RosterStatus::Accepted {
            return Ok(Err(CopyAnswer::NotAccepted));
        }
        let sent_to = self.boss_number(guild, user, boss);
        let earlier = self.earlier_copies(guild, year, user, sent_to).await?;
        let theirs: Vec<&Earlier> =
            earlier.iter().filter(|one| one.counts() && one.record.sent_to == sent_to).collect();
        // One that waits for its time, or a click that came twice, is brought on its way and no second one is.
        let waits = theirs.iter().any(|one| matches!(one.state, Some(SendState::Planned | SendState::Claimed)));
        if theirs.is_empty() || waits {
            return Ok(Ok(()));
        }
        if theirs.len() >= COPIES_MAX {
            return Ok(Err(CopyAnswer::Enough));
        }
        Ok(if desk.copy.is_changed { Ok(()) } else { Err(CopyAnswer::Already) })
    }

    /// A manager copies their boss after they `saw` what would be sent.
    ///
    /// # Errors
    /// The database failed.
    pub async fn copy_boss(&self, desk: &Desk, saw: &str) -> Result<CopyAnswer> {
        let (guild, year, user) = (desk.server.guild, desk.campaign.year, desk.manager.user);
        if let Err(why) = self.may_copy(desk).await? {
            return Ok(why);
        }
        let Some(boss) = &desk.boss else { return Ok(CopyAnswer::NoBoss) };
        let sent_to = self.boss_number(guild, user, boss);
        let (revision, waits) = self.next_copy(desk).await?;
        match self.copy_now(&desk.server, &desk.campaign, &desk.manager, revision).await? {
            None => return Ok(CopyAnswer::NoBoss),
            Some(leaving) if !leaving.is_whole => return Ok(CopyAnswer::Unmade),
            Some(leaving) if seen(&leaving) != saw => return Ok(CopyAnswer::Changed),
            Some(_) => {}
        }
        let task = Task::Copy { manager: user, revision };
        if waits == Waits::Yes {
            // A copy that would go by itself goes now instead; one that is on its way is left to arrive.
            let key = SendKey::new(guild, year, &task);
            let now = self.now();
            self.store().bring_forward(&key, now).await?;
            self.store().change_digest(guild, year, user, |record| record.kept_at = None).await?;
        } else {
            let send = self.due_now(guild, year, task);
            self.store().order_copy((guild, year, user), (revision, sent_to), &send, self.now()).await?;
        }
        self.ring();
        Ok(CopyAnswer::Ordered)
    }

    /// The files of the digest as a boss would get them, for the manager to look at and to forward.
    ///
    /// # Errors
    /// The database failed.
    pub async fn boss_files(&self, desk: &Desk, forms: &[Form]) -> Result<Drawn> {
        let copy = self.copy_of(&desk.server, &desk.campaign, &desk.manager, 0).await?;
        let manager = self.as_addressed(&desk.server, &desk.manager).await?;
        Ok(self.files_of(&copy.digest, &desk.server, &manager, forms).await)
    }

    /// The manager's own digest as files.
    pub async fn own_files(&self, desk: &Desk, forms: &[Form]) -> Drawn {
        self.files_of(&desk.digest, &desk.server, &desk.manager, forms).await
    }

    /// A copy as it left, with its files; `None` when it did not, or its words have been removed.
    ///
    /// # Errors
    /// The database failed.
    pub async fn copy_as_it_left(&self, desk: &Desk, revision: u32) -> Result<Option<(Digest, Drawn)>> {
        let whose = (desk.server.guild, desk.campaign.year, desk.manager.user);
        let Some(digest) = self.store().copy_as_it_left(whose, revision).await? else { return Ok(None) };
        let manager = self.as_addressed(&desk.server, &desk.manager).await?;
        let drawn = self.files_of(&digest, &desk.server, &manager, &Self::forms_of(&desk.choices)).await;
        Ok(Some((digest, drawn)))
    }
}

/// Whether a copy waits to leave.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waits {
    Yes,
    No,
}

/// The files that go along this way. A page to print goes with a mail while nothing else was chosen.
fn forms_for(choices: &Choices, way: &Way) -> Vec<Form> {
    match (way, &choices.forms) {
        (Way::Mail(_), None) => vec![Form::Pdf],
        (Way::Mail(_), Some(_)) => App::forms_of(choices).into_iter().filter(|form| form.goes_with_a_mail()).collect(),
        (Way::Member(_), _) => App::forms_of(choices),
    }
}

/// What a manager looked at before they sent it, in twelve characters.
fn seen(leaving: &Leaving) -> String {
    let names: Vec<&str> = leaving.files.iter().map(|(name, _)| name.as_str()).collect();
    let to = match &leaving.way {
        Way::Mail(mail) => format!("{} {:?}", mail.to.folded(), mail.reply_to.as_ref().map(Address::as_str)),
        Way::Member(member) => member.to_string(),
    };
    let hash = Sha256::new()
        .chain_update(fingerprint(&leaving.copy.digest))
        .chain_update(format!("{to} {names:?}"))
        .finalize();
    hex::encode(&hash[..6])
}

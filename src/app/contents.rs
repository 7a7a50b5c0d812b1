//! What each send says, from what is true at the moment it goes out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

use chrono::TimeDelta;

use crate::app::away::AGAIN;
use crate::app::digests::OWN_FORMS;
use crate::app::outgoing::Outgoing;
use crate::app::{App, Result};
use crate::ports::{Body, DayEvent, Destination, Frame, Named, Note, NoteKind, Post, PostKind, Reaction, Thanked};
use crate::store::sends::SendRecord;
use crate::text::Lang;
use domain::campaign::{Campaign, Step};
use domain::digest::Amount;
use domain::ids::{ChannelId, UserId};
use domain::nomination::NominationState;
use domain::roster::{Manager, RosterStatus};
use domain::send::{CopyProblem, SendKey, SendState, Task};
use domain::server::Server;
use domain::thanks::{Link, Reader, Thanks, ThanksId};

/// A public post as it would go out now.
pub(super) struct Draft {
    pub post: Post,
    /// When to ask Discord again, if something that the post should show could not be read now.
    pub fuller_in: Option<TimeDelta>,
}

/// How long a copy waits until it is looked whether the operator has said that no "stop" is missing.
const HELD: TimeDelta = TimeDelta::minutes(10);

/// How many links a manager gets in the recap.
const LINKS_EACH: usize = 3;
/// How long a note to the admins waits while no one may read it, until that is asked again.
const NO_ADMIN_ASKED_AGAIN: TimeDelta = TimeDelta::days(1);

impl App {
    /// What a send says now; `None` when there is nothing to send any more.
    pub(super) async fn outgoing(&self, send: &SendRecord) -> Result<Option<Outgoing>> {
        if let Some(done) = self.removal(send).await? {
            return Ok(done);
        }
        let Some((server, campaign)) = self.server_and_campaign(send.guild, send.year).await? else { return Ok(None) };
        let frame = self.frame(&server, &campaign);
        let note = |what| Body::Note(Box::new(Note { frame: frame.clone(), what }));
        let note_in = |language, what| Body::Note(Box::new(Note { frame: Frame { language, ..frame.clone() }, what }));
        let to = |place, body| Some(Outgoing::Message { to: place, body, instead: None });
        Ok(match &send.task {
            Task::RosterCheck => Some(self.to_admins(&server, self.roster_note(&server, &campaign).await?).await),
            Task::Redraw { step, .. } => self.redrawn(send, &server, &campaign, *step).await?,
            Task::Report { about } => {
                let language = self.admins_language(&server).await?;
                Some(self.to_admins(&server, note_in(language, NoteKind::Report { about: about.clone() })).await)
            }
            Task::Post { step } => {
                let Some(draft) = self.draft(&server, &campaign, *step).await? else { return Ok(None) };
                let wait = draft
                    .fuller_in
                    .and_then(|again| self.lacks_for_the_first_time(&send.key).then_some(again.min(tolerance(send))));
                if let Some(wait) = wait {
                    return Ok(Some(Outgoing::Later(wait)));
                }
                self.parts.incomplete.lock().unwrap_or_else(PoisonError::into_inner).remove(&send.key);
                to(Destination::Channel(server.channel), Body::Post(Box::new(draft.post)))
            }
            Task::Event => {
                let (from, _) = campaign.span();
                // Discord refuses an event that begins in the past.
                (from > self.now() || send.uncertain).then(|| Outgoing::Event(day_event(&server, &campaign)))
            }
            Task::EditEvent { .. } | Task::DeleteEvent { .. } => {
                let is_edit = matches!(send.task, Task::EditEvent { .. });
                // It may have been switched on again.
                let is_needed = is_edit || !server.schedule.is_on(Step::Announce);
                let created = self.store().send(&SendKey::new(server.guild, send.year, &Task::Event)).await?;
                match created.filter(|_| is_needed) {
                    // It may be on its way, with the earlier name.
                    Some(event) if event.state == SendState::Claimed || event.uncertain => Some(Outgoing::Later(AGAIN)),
                    Some(event) if matches!(event.state, SendState::Sent | SendState::Unknown) => {
                        let event = day_event(&server, &campaign);
                        let change = if is_edit { Outgoing::EditEvent(event) } else { Outgoing::DeleteEvent(event) };
                        // Once it has begun, it stays as people know it.
                        (campaign.span().0 > self.now()).then_some(change)
                    }
                    _ => None,
                }
            }
            Task::Invite { manager, .. } => {
                let found = self.addressed(&server, *manager).await?;
                found.filter(|manager| manager.status == RosterStatus::Invited).and_then(|found| {
                    to(Destination::Person(found.user), self.note_to(&server, &campaign, &found, NoteKind::Invite))
                })
            }
            Task::AskHolders { role, .. } => {
                let place = Destination::Channel(server.channel);
                if self.store().has_reason(send, self.now()).await? {
                    to(place, Body::Post(Box::new(Post { frame, what: PostKind::AskHolders { role: *role } })))
                } else {
                    send.uncertain.then_some(Outgoing::Unwanted { to: place })
                }
            }
            Task::Breathe { manager } => {
                let found = self.addressed(&server, *manager).await?;
                match found.filter(|manager| manager.status == RosterStatus::Accepted && manager.breathe) {
                    Some(found) => {
                        let (givers, _) = self.store().count_for(server.guild, send.year, *manager).await?;
                        let body = self.note_to(&server, &campaign, &found, NoteKind::Breathe { givers });
                        to(Destination::Person(*manager), body)
                    }
                    None => None,
                }
            }
            Task::Digest { manager, revision } => {
                let found = self.addressed(&server, *manager).await?;
                match found.filter(|manager| manager.status.is_on_roster()) {
                    Some(found) => {
                        let digest = self.compose_own(&server, &campaign, &found, *revision).await?;
                        let forms = if digest.digest.amount() == Amount::None { &[][..] } else { OWN_FORMS };
                        // A digest is sent even if a file could not be made; its manager gets the file from the desk
                        // later.
                        let lang = self.language_of(&server, &found);
                        let files = self.files_for(send, &digest.digest, lang, forms).await.files;
                        let copy = self.copy_offer(server.guild, send.year, (*manager, *revision)).await?;
                        let kind = NoteKind::Digest { digest: Box::new(digest), files, revision: *revision, copy };
                        to(Destination::Person(*manager), self.note_to(&server, &campaign, &found, kind))
                    }
                    None => None,
                }
            }
            // It is not known which bosses said "stop".
            Task::Copy { .. } if self.store().are_copies_held().await? => Some(Outgoing::Later(HELD)),
            Task::Copy { manager, revision } => self.copy(send, &server, &campaign, (*manager, *revision)).await?,
            Task::CopyProblem { manager, revision, problem } => {
                let copy = Task::Copy { manager: *manager, revision: *revision };
                let copy = SendKey::new(server.guild, send.year, &copy);
                let until = self.store().waits_for_place(&copy, self.now()).await?;
                if *problem == CopyProblem::Waits && until.is_none() {
                    return Ok(None);
                }
                let found = self.addressed(&server, *manager).await?;
                found.filter(|manager| manager.status.is_on_roster()).and_then(|found| {
                    let kind = NoteKind::CopyProblem { problem: *problem, until };
                    to(Destination::Person(found.user), self.note_to(&server, &campaign, &found, kind))
                })
            }
            Task::BossWrote { .. } => self.boss_wrote(send, &server, &campaign).await?,
            Task::PostReply { .. } => self.reply_post(send, &server, &campaign).await?,
            Task::PostAnswer { .. } => self.answer_post(send, &server, &campaign).await?,
            Task::Mark { channel, message, .. } => {
                Some(Outgoing::React { channel: *channel, message: *message, with: Reaction::Answered })
            }
            Task::Unmark { channel, message, .. } => {
                Some(Outgoing::Unreact { channel: *channel, message: *message, with: Reaction::Answered })
            }
            // Done already, and without anything that leaves.
            Task::Purge | Task::PurgeServer { .. } | Task::FindMissed { .. } | Task::LookAgain { .. } => None,
            Task::Close => {
                self.close(&server, send.year).await?;
                Some(Outgoing::Nothing)
            }
            Task::PostThanks { thanks, revision } => {
                let first = self.store().thanks(*thanks).await?;
                let channel = Destination::Channel(first.and_then(|first| first.post_in).unwrap_or(server.channel));
                match self.thanks_post(&server, (*thanks, *revision)).await? {
                    Some(what) => to(channel, Body::Post(Box::new(Post { frame: frame.clone(), what }))),
                    None => send.uncertain.then_some(Outgoing::Unwanted { to: channel }),
                }
            }
            Task::Unpost { channel, message } => Some(Outgoing::Delete { channel: *channel, message: *message }),
            Task::React { channel, message } => {
                if self.store().has_reason(send, self.now()).await? {
                    Some(Outgoing::React { channel: *channel, message: *message, with: Reaction::Counted })
                } else {
                    // An earlier try may have arrived: once this is settled, it is taken away.
                    send.uncertain.then_some(Outgoing::Nothing)
                }
            }
            Task::Unreact { channel, message } => {
                Some(Outgoing::Unreact { channel: *channel, message: *message, with: Reaction::Counted })
            }
            Task::AskConsent { giver, channel, message, .. } => {
                let asks = note(NoteKind::AskConsent { giver: *giver });
                self.question(send, Destination::Reply(*channel, *message), asks).await?
            }
            Task::Remind { person } => {
                let language = self.language_for(&server, *person).await?;
                to(Destination::Person(*person), note_in(language, NoteKind::Remind))
            }
            Task::Nominated { nomination } => {
                let found = self.open_nomination(server.guild, *nomination).await?.map(Box::new);
                let language = self.admins_language(&server).await?;
                match found {
                    Some(nomination) => {
                        Some(self.to_admins(&server, note_in(language, NoteKind::Nominated { nomination })).await)
                    }
                    None => None,
                }
            }
            Task::NominationAnswer { nomination } => {
                let found = self.store().nomination(*nomination).await?.map(Box::new);
                match found.filter(|one| one.state != NominationState::Open) {
                    Some(nomination) => {
                        let language = self.language_for(&server, nomination.nominator).await?;
                        let to_whom = Destination::Person(nomination.nominator);
                        to(to_whom, note_in(language, NoteKind::NominationAnswer { nomination }))
                    }
                    None => None,
                }
            }
            Task::AskToSave { giver, channel, message } => {
                let asks = note(NoteKind::AskToSave { giver: *giver, message: *message });
                self.question(send, Destination::Reply(*channel, *message), asks).await?
            }
            Task::AskWhom { giver, channel, message } => {
                let asks = note(NoteKind::AskWhom { giver: *giver, message: *message });
                self.question(send, Destination::Reply(*channel, *message), asks).await?
            }
        })
    }

    /// The post of what one person said, to everyone to whom they said it at once. Words for a person who declined
    /// meanwhile are not posted; `None` if no one is left.
    async fn thanks_post(&self, server: &Server, (first, revision): (ThanksId, u32)) -> Result<Option<PostKind>> {
        let (mut managers, mut said) = (Vec::new(), None);
        for thanks in self.store().thanks_in_post(first, revision).await? {
            let manager = self.store().manager(server.guild, thanks.manager).await?;
            if manager.as_ref().is_none_or(|manager| manager.status != RosterStatus::Declined) {
                managers.push(manager.as_ref().map_or_else(|| Named::nameless(thanks.manager), Named::from));
                said.get_or_insert(thanks);
            }
        }
        let Some(Thanks { signature, words, what_for, .. }) = said else { return Ok(None) };
        // The words are escaped, so a mention in them would be an id.
        let mentions = self.mentions(server.guild, server.zone, Lang::of(Some(&server.language))).await?;
        Ok(Some(PostKind::Thanks { signature, managers, words: mentions.readable(&words), what_for }))
    }

    /// The note with the roster to the admins.
    pub(super) async fn roster_note(&self, server: &Server, campaign: &Campaign) -> Result<Body> {
        let roster = self.named_roster(campaign).await?;
        let language = self.admins_language(server).await?;
        let frame = Frame { language, ..self.frame(server, campaign) };
        Ok(Body::Note(Box::new(Note { frame, what: NoteKind::RosterCheck { roster } })))
    }

    /// A question while it has its reason; later, one that may stand there is looked for.
    async fn question(&self, send: &SendRecord, to: Destination, asks: Body) -> Result<Option<Outgoing>> {
        Ok(if self.store().has_reason(send, self.now()).await? {
            Some(Outgoing::Message { to, body: asks, instead: None })
        } else {
            send.uncertain.then_some(Outgoing::Unwanted { to })
        })
    }

    /// Whether a send is found for the first time to lack what only decorates it: then it waits a moment; the second time
    /// it goes without.
    pub(super) fn lacks_for_the_first_time(&self, key: &SendKey) -> bool {
        self.parts.incomplete.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone())
    }

    /// A public post as it stands now; `None` for a step that posts nothing.
    pub(super) async fn draft(&self, server: &Server, campaign: &Campaign, step: Step) -> Result<Option<Draft>> {
        let mut fuller_in = None;
        let what = match step {
            Step::Announce => PostKind::Announce { roster: self.named_roster(campaign).await? },
            Step::Countdown => PostKind::Countdown,
            Step::Eve => PostKind::Eve,
            Step::Day => PostKind::Day { roster: self.named_roster(campaign).await?, hashtag: server.hashtag },
            Step::LastCall => PostKind::LastCall { total: self.store().total(server.guild, campaign.year).await? },
            Step::Recap => {
                let (thanked, lacks) = self.thanked(server, campaign.year).await?;
                fuller_in = lacks;
                PostKind::Recap { total: self.store().total(server.guild, campaign.year).await?, thanked }
            }
            Step::RosterCheck | Step::Breathe | Step::Digest | Step::Close => return Ok(None),
        };
        Ok(Some(Draft { post: Post { frame: self.frame(server, campaign), what }, fuller_in }))
    }

    /// The admins' channel is in the server's language; without one, the report goes to the admin who ran setup, in
    /// theirs.
    async fn admins_language(&self, server: &Server) -> Result<String> {
        match server.admin_channel {
            Some(_) => Ok(server.language.clone()),
            None => self.language_for(server, server.set_up_by).await,
        }
    }

    /// Where a note to the admins goes: into their channel, else to who ran setup, while they may still manage the server.
    /// Without either it waits, and `/campaign status` shows it.
    async fn to_admins(&self, server: &Server, body: Body) -> Outgoing {
        let private = Destination::Person(server.set_up_by);
        let may_manage = self.archive().may_manage(server.guild, server.set_up_by).await;
        match (server.admin_channel, may_manage) {
            (Some(channel), may_manage) => {
                let instead = may_manage.is_ok_and(|may| may).then_some(private);
                Outgoing::Message { to: Destination::Channel(channel), body, instead }
            }
            (None, Ok(true)) => Outgoing::Message { to: private, body, instead: None },
            (None, Ok(false)) => Outgoing::Later(NO_ADMIN_ASKED_AGAIN),
            (None, Err(closed)) => Outgoing::Later(closed.again().unwrap_or(NO_ADMIN_ASKED_AGAIN)),
        }
    }

    pub(super) fn note_to(&self, server: &Server, campaign: &Campaign, manager: &Manager, what: NoteKind) -> Body {
        let mut frame = self.frame(server, campaign);
        if let Some(language) = &manager.language {
            frame.language.clone_from(language);
        }
        Body::Note(Box::new(Note { frame, what }))
    }

    /// The roster, by name; of a campaign that is over, those for whom it had a digest, but for who declined since.
    async fn named_roster(&self, campaign: &Campaign) -> Result<Vec<Named>> {
        let (guild, year) = (campaign.guild, campaign.year);
        let is_over = self.store().campaign(guild, year).await?.is_some_and(|one| one.closed_at.is_some());
        let then = if is_over { self.store().had_digest(guild, year).await? } else { BTreeSet::new() };
        if then.is_empty() {
            return Ok(self.roster(guild).await?.iter().map(Named::from).collect());
        }
        let is_named = |one: &Manager| then.contains(&one.user) && one.status != RosterStatus::Declined;
        Ok(self.store().managers(guild).await?.iter().filter(|one| is_named(one)).map(Named::from).collect())
    }

    /// Everyone who was thanked, by name, with up to three links each and never a number; and when to ask Discord
    /// again, if it could not be read now which channels every member sees.
    async fn thanked(&self, server: &Server, year: i32) -> Result<(Vec<Thanked>, Option<TimeDelta>)> {
        let roster = self.store().managers(server.guild).await?;
        let counted = self.store().counted_thanks(server.guild, year).await?;
        let (seen, again) = self.seen_by_all(server, &counted).await;
        Ok((thanked_of(&roster, counted.into_iter(), |link| seen.contains(&link.channel)), again))
    }

    /// The channels whose links may be shown to everyone: the recap's own, and those that every member sees. If that
    /// cannot be read, no link to another channel is shown; if the failure is temporary, also returns when to ask
    /// again.
    async fn seen_by_all(&self, server: &Server, counted: &[Thanks]) -> (BTreeSet<ChannelId>, Option<TimeDelta>) {
        let public = counted.iter().filter(|thanks| thanks.consent.shows(Reader::Public).link);
        let mut others: BTreeSet<ChannelId> = public.filter_map(Thanks::link).map(|link| link.channel).collect();
        others.remove(&server.channel);
        let (mut seen, mut again) = (BTreeSet::new(), None);
        if !others.is_empty() {
            match self.archive().seen_by_all(server.guild, &others).await {
                Ok(told) => seen = told,
                Err(closed) => {
                    tracing::warn!(guild = %server.guild, ?closed, "Discord did not say who sees which channel");
                    again = closed.again();
                }
            }
        }
        seen.insert(server.channel);
        (seen, again)
    }
}

/// How late a send may be for what only decorates it.
fn tolerance(send: &SendRecord) -> TimeDelta {
    send.key.kind().urgency().tolerance()
}

/// All who were thanked, on `roster` or off it, but those who declined; of the thanks themselves only links that all
/// members may see.
fn thanked_of(
    roster: &[Manager],
    counted: impl Iterator<Item = Thanks>,
    is_seen: impl Fn(&Link) -> bool,
) -> Vec<Thanked> {
    let names: BTreeMap<UserId, Named> = roster.iter().map(|manager| (manager.user, Named::from(manager))).collect();
    let mut by_manager: BTreeMap<UserId, Vec<Link>> = BTreeMap::new();
    for thanks in counted {
        let links = by_manager.entry(thanks.manager).or_default();
        if let Some(link) = thanks.link().filter(|link| thanks.consent.shows(Reader::Public).link && is_seen(link))
            && links.len() < LINKS_EACH
            && !links.contains(&link)
        {
            links.push(link);
        }
    }
    let declined =
        |user: UserId| roster.iter().any(|manager| manager.user == user && manager.status == RosterStatus::Declined);
    let mut thanked: Vec<Thanked> = by_manager
        .into_iter()
        .filter(|(user, _)| !declined(*user))
        .map(|(user, links)| Thanked {
            manager: names.get(&user).cloned().unwrap_or_else(|| Named::nameless(user)),
            links,
        })
        .collect();
    thanked.sort_by_cached_key(|one| (one.manager.name.to_lowercase(), one.manager.user));
    thanked
}

fn day_event(server: &Server, campaign: &Campaign) -> DayEvent {
    let (from, until) = campaign.span();
    DayEvent {
        guild: server.guild,
        language: server.language.clone(),
        day: campaign.day,
        from,
        until,
        location: format!("#{}", server.channel_name),
        theme: server.theme.clone(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use domain::testing::{alex, arbitrary_case};
    use domain::thanks::ThanksState;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_recap_holds_only_links_that_anybody_may_see(case in arbitrary_case()) {
            let counted = case.thanks.iter().filter(|one| one.state == ThanksState::Counted).cloned();
            for one in thanked_of(&[alex()], counted, |link| link.message.0 % 3 != 0) {
                prop_assert!(one.links.len() <= LINKS_EACH);
                for link in &one.links {
                    let from = case.thanks.iter().find(|thanks| thanks.link() == Some(*link)).expect("it is of a thanks");
                    prop_assert!(link.message.0 % 3 != 0, "only some members see its channel");
                    prop_assert!(from.consent.shows(Reader::Public).link && from.state == ThanksState::Counted);
                    prop_assert_eq!(from.manager, one.manager.user);
                }
                let shown = format!("{one:?}");
                prop_assert!(!shown.contains("zw") && !shown.contains("zn"), "{}", shown);
            }
        }
    }
}

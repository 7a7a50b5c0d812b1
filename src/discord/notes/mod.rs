//! What the bot says to one person or to the admins, drawn for Discord.

mod report;

pub(super) use report::{send_name, what_held};

use chrono::{DateTime, Utc};

use crate::digest::{Form, wording};
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::custom_id::{
    BossReplyAction, CopyAction, CustomId, DeskAction, NominationAction, PreviewAction, QuestionAction, RemindAction,
    ReplyAction, RosterAction, SaveAction, StatusAction, ThankersAction,
};
use crate::discord::digest_message::digest_components;
use crate::discord::fitting;
use crate::discord::markdown::timestamp;
use crate::discord::posts::{SERVER_AT_MOST, at, monday_warning, roster_list};
use crate::ports::{CopyOffer, Files, Frame, Named, Note, NoteKind};
use crate::text::Lang;
use domain::boss_reply::BossReply;
use domain::calendar;
use domain::campaign::{Campaign, Step};
use domain::digest::{Amount, Digest, Withheld};
use domain::ids::UserId;
use domain::nomination::{Nomination, NominationState};
use domain::send::{CopyProblem, Mark};

/// The longest name of a person that is shown, in characters; Discord allows 32.
const NAME_AT_MOST: usize = 32;

/// Draws a note. The custom id of its first button has the mark, by which it is found again.
#[must_use]
pub fn note(note: &Note, mark: &Mark) -> Message {
    let frame = &note.frame;
    let writer = NoteWriter { lang: Lang::of(Some(&frame.language)), frame, mark };
    match &note.what {
        NoteKind::RosterCheck { roster } => writer.roster_check(roster),
        NoteKind::Invite => writer.invite(),
        NoteKind::Remind => writer.remind(),
        NoteKind::Breathe { givers } => writer.breathe(*givers),
        NoteKind::Digest { digest, files, revision, copy } => {
            writer.digest(&digest.digest, files.clone(), *revision, *copy)
        }
        NoteKind::Copy { manager, number, copy, files } => {
            writer.copy((*manager, *number), &copy.digest, files.clone())
        }
        NoteKind::BossWrote { reply, is_changed } => writer.boss_wrote(reply, *is_changed),
        NoteKind::CopyProblem { problem, until } => writer.copy_problem(*problem, *until),
        NoteKind::AskConsent { giver } => {
            let found = QuestionAction::Found(*giver);
            writer.question("note-ask-consent", writer.button(Style::Primary, "button-found", found), *giver)
        }
        NoteKind::AskWhom { giver, message } => {
            let whom = QuestionAction::Whom(*giver, *message);
            writer.question("note-ask-whom", writer.button(Style::Primary, "button-whom", whom), *giver)
        }
        NoteKind::Nominated { nomination } => writer.nominated(nomination),
        NoteKind::NominationAnswer { nomination } => writer.nomination_answer(nomination),
        NoteKind::AskToSave { giver, message } => {
            let save = SaveAction::Ask(*giver, *message);
            writer.question("note-ask-to-save", writer.button(Style::Primary, "button-found", save), *giver)
        }
        NoteKind::Report { about } => {
            let title = format!("### {}", writer.lang.say("note-report-title"));
            let status = writer.button(Style::Secondary, "button-status", StatusAction::Show);
            writer.card(vec![title, report::text(about, writer.lang)], vec![status])
        }
    }
}

/// What a manager learns to whom no one wrote: what is true, and what others do. Only while the campaign `is_open` do words
/// still count for it.
pub(super) fn without_words(lang: Lang, campaign: &Campaign, is_open: bool) -> String {
    let closes = [("closes", at(campaign.due(Step::Close)).into())];
    let ask = is_open.then(|| lang.with("without-words-ask", &closes));
    let next = calendar::day(campaign.year + 1).ok();
    let next = next.map(|day| lang.with("without-words-next", &[("date", lang.date(day).into())]));
    let rows = ask.into_iter().chain(next).map(|row| format!("- {row}"));
    [lang.say("without-words"), lang.say("without-words-others")].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// What every note needs.
struct NoteWriter<'a> {
    lang: Lang,
    frame: &'a Frame,
    mark: &'a Mark,
}

impl NoteWriter<'_> {
    fn roster_check(&self, roster: &[Named]) -> Message {
        let year = ("year", self.frame.campaign.year.to_string().into());
        let title = format!("## {}", self.lang.with("note-roster-title", &[year]));
        let args = [("server", self.server().into()), ("date", self.lang.date(self.frame.campaign.day).into())];
        let mut head = self.lang.with("note-roster", &args);
        if let Some(warning) = monday_warning(self.frame, self.lang) {
            head = format!("{warning}\n{head}");
        }
        let channel = [("channel", format!("<#{}>", self.frame.channel).into())];
        let plan = format!(
            "### {}\n{}\n{}",
            self.lang.say("note-roster-plan"),
            self.plan(),
            self.lang.with("note-roster-channel", &channel)
        );
        let wrong = self.lang.say("note-roster-wrong");
        let list = if roster.is_empty() {
            self.lang.say("note-roster-none")
        } else {
            let who = self.lang.say("note-roster-who");
            let room = fitting::room_beside(&[&title, &head, &who, &plan, &wrong]).saturating_sub(10);
            format!("{who}\n{}", roster_list(roster, room, self.lang))
        };
        let status = self.button(Style::Secondary, "button-status", StatusAction::Show);
        self.card(vec![title, format!("{head}\n{list}"), plan, wrong], vec![status])
    }

    /// The steps after this note that are switched on, each with its time in the reader's zone.
    fn plan(&self) -> String {
        let campaign = &self.frame.campaign;
        let comes = |step: &&Step| **step != Step::RosterCheck && campaign.schedule.is_on(**step);
        let lines = Step::ALL.iter().filter(comes).map(|step| {
            let what = self.lang.say(&format!("plan-{step}"));
            let args = [("at", at(campaign.due(*step)).into()), ("what", what.into())];
            format!("- {}", self.lang.with("plan-step", &args))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn invite(&self) -> Message {
        let title = format!("## {}", self.lang.with("note-invite-title", &[("server", self.server().into())]));
        let date = self.lang.date(self.frame.campaign.day);
        let asks = self.lang.with("note-invite", &[("date", date.into())]);
        let (opens, _) = self.frame.campaign.window();
        let means = self.lang.with("note-invite-means", &[("opens", at(opens).into())]);
        let guild = self.frame.campaign.guild;
        let accept = self.button(Style::Success, "button-accept", RosterAction::Accept(guild));
        let decline = self.button(Style::Secondary, "button-decline", RosterAction::Decline(guild));
        self.card(vec![title, asks, means], vec![accept, decline])
    }

    fn remind(&self) -> Message {
        let args = [("server", self.server().into()), ("channel", format!("<#{}>", self.frame.channel).into())];
        let texts = vec![
            format!("## {}", self.lang.say("note-remind-title")),
            self.lang.with("note-remind", &args),
            self.lang.say("note-remind-once"),
        ];
        self.card(texts, vec![self.button(Style::Secondary, "button-how-to-thank", RemindAction::Ways)])
    }

    fn breathe(&self, givers: u32) -> Message {
        let texts = vec![
            format!("## {}", self.lang.say("note-breathe-title")),
            self.lang.with("note-breathe", &[("givers", givers.into())]),
            self.lang.say("note-breathe-wait"),
        ];
        self.card(texts, vec![self.desk(Style::Secondary)])
    }

    fn digest(&self, digest: &Digest, files: Files, revision: u32, offer: CopyOffer) -> Message {
        let title = if revision == 0 { "note-digest-title" } else { "note-digest-title-updated" };
        let title = self.lang.with(title, &[("year", digest.year.to_string().into())]);
        let updated = (revision > 0).then(|| self.lang.say("note-digest-updated"));
        if digest.amount() == Amount::None {
            let says = without_words(self.lang, &self.frame.campaign, revision == 0);
            let year = [("year", digest.year.to_string().into())];
            let title = self.lang.with("note-without-words-title", &year);
            let texts = [Some(format!("# {title}")), updated, Some(says)];
            return self.card(texts.into_iter().flatten().collect(), vec![self.desk(Style::Secondary)]);
        }
        let says = self.lang.say(match offer {
            CopyOffer::Ask => "note-digest",
            CopyOffer::Always => "note-digest-always",
            CopyOffer::Never => "note-digest-never",
            CopyOffer::TooFew => "note-digest-few",
        });
        let unseen = digest.quotes.iter().filter(|quote| quote.kept == Some(Withheld::Unseen)).count();
        let unseen = (unseen > 0).then(|| self.lang.with("unseen-waits", &[("count", unseen.into())]));
        let intro = [Some(format!("# {title}")), updated, Some(says), unseen];
        let (guild, year) = (self.frame.campaign.guild, self.frame.campaign.year);
        let mut buttons = vec![self.desk(Style::Secondary)];
        if matches!(offer, CopyOffer::Ask | CopyOffer::Always) {
            let copy = match offer {
                CopyOffer::Always => self.button(Style::Primary, "button-wait", CopyAction::Wait(guild, year)),
                _ => self.button(Style::Primary, "button-copy-boss", PreviewAction::Copy(guild, year)),
            };
            let keep = self.button(Style::Secondary, "button-keep", DeskAction::Keep(guild, year));
            buttons.splice(0..0, [copy, keep]);
        }
        let answer = DeskAction::At(guild, year, ThankersAction::Open.into());
        buttons.push(self.button(Style::Secondary, "button-answer-all", answer));
        self.with_digest(intro.into_iter().flatten().collect(), digest, files, Vec::new(), buttons)
    }

    fn copy(&self, (manager, number): (UserId, u32), digest: &Digest, files: Files) -> Message {
        let name = fitting::name(&digest.manager, NAME_AT_MOST);
        let args = [
            ("manager", name.into()),
            ("mention", format!("<@{manager}>").into()),
            ("server", self.server().into()),
            ("year", digest.year.to_string().into()),
        ];
        let more = self.lang.sentences(&["note-copy", "note-copy-more"].map(|key| self.lang.with(key, &args)));
        let has_day = files.iter().any(|(name, _)| Form::of_file(name) == Some(Form::Calendar));
        let day = has_day.then(|| wording::development_day_file(digest, self.lang));
        let more = vec![Component::Text(day.into_iter().chain([format!("-# {more}")]).collect::<Vec<_>>().join("\n"))];
        let no_more = CopyAction::NoMore(self.frame.campaign.guild, manager);
        let no_more = self.button(Style::Secondary, "button-no-more", no_more);
        let campaign = &self.frame.campaign;
        let open: CustomId = ReplyAction::Open(campaign.guild, campaign.year, manager, number, 0).into();
        let name = fitting::label(&digest.manager, NAME_AT_MOST);
        let who = if name.is_empty() { "unknown" } else { "known" };
        let reply = self.lang.with("reply-title", &[("who", who.into()), ("manager", name.into())]);
        let reply = Button::new(Style::Primary, reply, open.marked(self.mark));
        self.with_digest(Vec::new(), digest, files, more, vec![reply, no_more])
    }

    fn boss_wrote(&self, reply: &BossReply, is_changed: bool) -> Message {
        let title = if is_changed { "note-boss-changed-title" } else { "note-boss-wrote-title" };
        let title = format!("## {}", self.lang.say(title));
        let words = fitting::quote(&reply.words, 2000).0;
        let means = if reply.may_be_posted { "note-boss-wrote-may" } else { "note-boss-wrote-alone" };
        let (guild, year) = (self.frame.campaign.guild, self.frame.campaign.year);
        let post = BossReplyAction::PostHere(reply.of.copy, reply.revision);
        let post = DeskAction::At(guild, year, post.into());
        let post = reply.can_be_posted().then(|| self.button(Style::Primary, "button-reply-post", post));
        let buttons = [self.desk(Style::Secondary)].into_iter().chain(post).collect();
        self.card(vec![title, words, self.lang.say(means)], buttons)
    }

    fn copy_problem(&self, problem: CopyProblem, until: Option<DateTime<Utc>>) -> Message {
        let title = format!("### {}", self.lang.say("note-copy-trouble-title"));
        let when = until.map(|until| timestamp(until, 'F')).unwrap_or_default();
        let says = self.lang.with(&format!("note-copy-trouble-{problem}"), &[("when", when.into())]);
        self.card(vec![title, says], vec![self.desk(Style::Secondary)])
    }

    fn nominated(&self, nomination: &Nomination) -> Message {
        let title = format!("### {}", self.lang.say("note-nominated-title"));
        let args = [
            ("name", fitting::name(&nomination.name, NAME_AT_MOST).into()),
            ("member", nomination.member.to_string().into()),
            ("nominator", nomination.nominator.to_string().into()),
        ];
        let (reason, _) = fitting::quote(&nomination.reason, 2000);
        let asks = format!("{}\n{reason}", self.lang.with("note-nominated", &args));
        let accept = NominationAction::Accept(nomination.guild, nomination.id);
        let decline = NominationAction::Decline(nomination.guild, nomination.id);
        let buttons = vec![
            self.button(Style::Success, "button-nomination-accept", accept),
            self.button(Style::Secondary, "button-nomination-decline", decline),
        ];
        self.card(vec![title, asks, self.lang.say("note-nominated-means")], buttons)
    }

    fn nomination_answer(&self, nomination: &Nomination) -> Message {
        let key = match nomination.state {
            NominationState::Declined => "note-nomination-declined",
            _ => "note-nomination-accepted",
        };
        let args = [("name", fitting::name(&nomination.name, NAME_AT_MOST).into()), ("server", self.server().into())];
        let mut texts = vec![self.lang.with(key, &args)];
        if let Some(answer) = &nomination.answer {
            let (answer, _) = fitting::quote(answer, 2000);
            texts.push(format!("{}\n{answer}", self.lang.say("note-nomination-answer")));
        }
        let mine = NominationAction::Mine(nomination.guild);
        self.card(texts, vec![self.button(Style::Secondary, "button-my-nominations", mine)])
    }

    /// The opening text, the digest, its files, the closing text, and the buttons.
    fn with_digest(
        &self,
        intro: Vec<String>,
        digest: &Digest,
        files: Files,
        last: Vec<Component>,
        buttons: Vec<Button>,
    ) -> Message {
        let intro = (!intro.is_empty()).then(|| Component::Text(intro.join("\n")));
        let mut components: Vec<Component> = intro.into_iter().collect();
        components.extend(digest_components(digest, self.lang));
        let mut message = Message::of(components).with_files(files);
        message.components.extend(last);
        message.components.push(Component::Buttons(buttons));
        message
    }

    /// A short question under a message; the person asked may want no more of them.
    fn question(&self, key: &str, button: Button, asked: UserId) -> Message {
        let ignore = self.button(Style::Secondary, "button-ignore", QuestionAction::Ignore(asked));
        Message::of(vec![Component::Text(self.lang.say(key)), Component::Buttons(vec![button, ignore])])
    }

    fn desk(&self, style: Style) -> Button {
        let desk = DeskAction::Open(self.frame.campaign.guild, self.frame.campaign.year);
        self.button(style, "button-my-digest", desk)
    }

    fn button(&self, style: Style, label: &str, action: impl Into<CustomId>) -> Button {
        Button::new(style, self.lang.say(label), action.into().marked(self.mark))
    }

    fn server(&self) -> String {
        fitting::name(&self.frame.server, SERVER_AT_MOST)
    }

    fn card(&self, texts: Vec<String>, buttons: Vec<Button>) -> Message {
        let texts = texts.into_iter().map(Component::Text);
        Message::of(vec![Component::Card(texts.chain([Component::Buttons(buttons)]).collect())])
    }
}

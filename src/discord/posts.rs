//! The campaign's public posts, drawn for Discord. Their wording is in the language files: `post-…` in
//! `src/text/locales/*/posts.ftl`, for instance `post-eve`.
//!
//! Every post that is sent has its mark in a custom id, by which it is found again if it is uncertain whether it
//! arrived. A preview has no mark, and its buttons are disabled.

use chrono::{DateTime, Utc};

use crate::digest::wording;
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::custom_id::{CustomId, DeskAction, RemindAction, RosterAction, ThanksAction};
use crate::discord::fitting;
use crate::discord::markdown::quoted;
use crate::ports::{Frame, Named, Post, PostKind, Thanked, Total};
use crate::text::Lang;
use domain::calendar;
use domain::campaign::Step;
use domain::ids::RoleId;
use domain::roster::is_nameless;
use domain::send::Mark;
use domain::thanks::WhatFor;

/// The longest title of a manager that is shown, in characters.
const TITLE_AT_MOST: usize = 60;
/// The longest signature that is shown, in characters; Discord allows 32.
const SIGNATURE_AT_MOST: usize = 80;
/// The longest line of the server's own that is shown, in characters.
pub(super) const THEME_AT_MOST: usize = 200;
/// The longest name of a server that is shown, in characters; Discord allows 100.
pub(super) const SERVER_AT_MOST: usize = 100;
/// How many of the people whom someone thanks at once are named; more of them are counted.
const NAMES_AT_MOST: usize = 5;
/// The longest name on a button, in characters: with the words around it 80 are allowed.
const NAME_ON_BUTTON: usize = 50;

/// Draws a public post. Without a mark it is a preview: it looks the same, and its buttons cannot be pressed.
#[must_use]
pub fn post(post: &Post, mark: Option<&Mark>) -> Message {
    let frame = &post.frame;
    let writer = PostWriter { lang: Lang::of(Some(&frame.language)), frame, mark };
    match &post.what {
        PostKind::Announce { roster } => writer.announce(roster),
        PostKind::Countdown => {
            let texts = vec![writer.when(), writer.lang.say("post-countdown")];
            writer.short(writer.lang.say("post-countdown-title"), texts, writer.thank_or_be_reminded())
        }
        PostKind::Eve => writer.eve(),
        PostKind::Day { roster, hashtag } => writer.day(roster, *hashtag),
        PostKind::LastCall { total } => writer.last_call(*total),
        PostKind::Recap { total, thanked } => writer.recap(*total, thanked),
        PostKind::AskHolders { role } => writer.ask_holders(*role),
        PostKind::Answer { manager, words } => writer.answer(manager, words),
        PostKind::BossReply { manager, words } => writer.boss_reply(manager, words),
        PostKind::Thanks { signature, managers, words, what_for } => {
            writer.thanks(signature, managers, words, *what_for)
        }
    }
}

/// An instant as Discord shows it to each reader on their own clock: weekday, date and time.
pub(super) fn at(instant: DateTime<Utc>) -> String {
    format!("<t:{}:F>", instant.timestamp())
}

/// An instant as Discord shows it from now: "in 3 days".
pub(super) fn relative(instant: DateTime<Utc>) -> String {
    format!("<t:{}:R>", instant.timestamp())
}

/// Says that the day is not January's last Monday, in years in which people could think so.
pub(super) fn monday_warning(frame: &Frame, lang: Lang) -> Option<String> {
    calendar::is_not_last_monday(frame.campaign.day).then(|| lang.say("post-not-last-monday"))
}

/// The roster, as much of it as fits into `room`: with titles if all of it fits so, else by name alone.
pub(super) fn roster_list(roster: &[Named], room: usize, lang: Lang) -> String {
    let with_title = |one: &Named| match one.title.as_deref().map(|title| fitting::name(title, TITLE_AT_MOST)) {
        Some(title) if !title.is_empty() => format!("- <@{}> · {title}", one.user),
        _ => format!("- <@{}>", one.user),
    };
    let lines: Vec<String> = roster.iter().map(with_title).collect();
    if lines.iter().map(|line| fitting::weight(line) + 1).sum::<usize>() <= room {
        return lines.join("\n");
    }
    let lines: Vec<String> = roster.iter().map(|one| format!("- <@{}>", one.user)).collect();
    fitting::list(&lines, room, |count| and_more(count, lang))
}

fn and_more(count: usize, lang: Lang) -> String {
    lang.with("post-roster-more", &[("count", count.into())])
}

/// The first of these names, and how many more there are.
pub(super) fn some_of(lang: Lang, names: &[String]) -> String {
    // One that is left out would take as much room as its name.
    if names.len() <= NAMES_AT_MOST + 1 {
        return lang.list(names);
    }
    let (shown, rest) = names.split_at(NAMES_AT_MOST);
    lang.with("names-and-more", &[("names", lang.series(shown).into()), ("count", lang.number(rest.len()).into())])
}

/// What every post needs.
struct PostWriter<'a> {
    lang: Lang,
    frame: &'a Frame,
    mark: Option<&'a Mark>,
}

impl PostWriter<'_> {
    fn announce(&self, roster: &[Named]) -> Message {
        let title = self.lang.say("post-announce-title");
        let texts = vec![self.when(), self.lang.say("post-announce")];
        self.with_roster(title, texts, roster, None, self.thank_or_be_reminded())
    }

    fn day(&self, roster: &[Named], hashtag: bool) -> Message {
        let title = self.lang.say("post-day-title");
        let texts = vec![self.when_today(), self.lang.say("post-day")];
        let everyone = (roster.len() > 1).then(|| {
            self.button(Style::Secondary, self.lang.say("button-thank-everyone"), ThanksAction::SayToEveryone)
        });
        let buttons = [self.say_thank_you(Style::Primary)].into_iter().chain(everyone).collect();
        self.with_roster(title, texts, roster, Some(self.ways(hashtag)), buttons)
    }

    fn eve(&self) -> Message {
        let days = self.frame.campaign.schedule.at(Step::Eve).days.unsigned_abs();
        let title = self.lang.with("post-eve-title", &[("days", days.into())]);
        self.short(title, vec![self.when(), self.lang.say("post-eve")], self.thank_or_be_reminded())
    }

    fn last_call(&self, total: Total) -> Message {
        let args = [("givers", total.givers.into()), ("people", self.count("post-count-people", total.givers).into())];
        let late = self.lang.with("post-last-call-late", &[("closes", self.closes().into())]);
        let texts = vec![self.when_today(), self.lang.with("post-last-call", &args), late];
        self.short(self.lang.say("post-last-call-title"), texts, vec![self.say_thank_you(Style::Primary)])
    }

    fn recap(&self, total: Total, thanked: &[Thanked]) -> Message {
        let args = [
            ("givers", total.givers.into()),
            ("people", self.count("post-count-people", total.givers).into()),
            ("messages", self.count("post-count-messages", total.thanks).into()),
            ("managers", self.count("post-count-managers", total.managers).into()),
            ("year", self.frame.campaign.year.to_string().into()),
            ("closes", self.closes().into()),
        ];
        let mut texts = self.opening(self.lang.say("post-recap-title"), vec![self.lang.with("post-recap", &args)]);
        let managers = self.lang.say("post-recap-managers");
        if !thanked.is_empty() {
            let heading = format!("### {}", self.lang.say("post-recap-thanked"));
            let room = self.room(&texts, &[&heading, &managers]);
            texts.push(format!("{heading}\n{}", thanked_list(thanked, room, self.lang)));
            texts.push(managers);
        }
        let desk = DeskAction::Open(self.frame.campaign.guild, self.frame.campaign.year);
        let desk = self.button(Style::Primary, self.lang.say("button-my-digest"), desk);
        self.card(texts, vec![desk, self.say_thank_you(Style::Secondary)])
    }

    fn thanks(&self, signature: &str, managers: &[Named], words: &str, what_for: Option<WhatFor>) -> Message {
        let signature = fitting::name(signature, SIGNATURE_AT_MOST);
        let mentions: Vec<String> = managers.iter().map(|manager| format!("<@{}>", manager.user)).collect();
        let mentions = some_of(self.lang, &mentions);
        let mut head = self.lang.with("post-thanks", &[("giver", signature.into()), ("manager", mentions.into())]);
        if let Some(what) = what_for {
            let what = self.lang.with("post-thanks-for", &[("what", wording::what_for(what, self.lang).into())]);
            head = format!("{head}\n-# {what}");
        }
        let mut texts = vec![head];
        texts.extend(self.quoted(words, &texts));
        let button = match managers {
            [manager] => self.thank_too(manager),
            _ => self.say_thank_you(Style::Secondary),
        };
        self.card(texts, vec![button])
    }

    fn ask_holders(&self, role: RoleId) -> Message {
        let server = fitting::name(&self.frame.server, SERVER_AT_MOST);
        let opens = at(self.frame.campaign.window().0);
        let args = [("role", role.to_string().into()), ("server", server.into()), ("opens", opens.into())];
        let title = self.lang.with("post-holders-title", &args);
        let paragraphs = ["post-holders", "post-holders-means"].map(|key| self.lang.with(key, &args));
        let accept = self.lang.say("button-accept");
        let accept = self.button(Style::Success, accept, RosterAction::AcceptAsHolder(role));
        self.card(self.opening(title, [self.when()].into_iter().chain(paragraphs).collect()), vec![accept])
    }

    fn answer(&self, manager: &Named, words: &str) -> Message {
        let args =
            [("manager", format!("<@{}>", manager.user).into()), ("year", self.frame.campaign.year.to_string().into())];
        let mut texts = vec![self.lang.with("post-answer", &args)];
        texts.extend(self.quoted(words, &texts));
        self.card(texts, vec![self.thank_too(manager)])
    }

    fn boss_reply(&self, manager: &Named, words: &str) -> Message {
        let mut texts = vec![self.lang.with("post-boss-reply", &[("manager", format!("<@{}>", manager.user).into())])];
        texts.extend(self.quoted(words, &texts));
        self.card(texts, vec![self.thank_too(manager)])
    }

    /// A person's words besides these texts. Invisible words are left out, because Discord refuses an empty text.
    fn quoted(&self, words: &str, texts: &[String]) -> Option<String> {
        let words = fitting::quote(words, self.room(texts, &[])).0;
        Some(words).filter(|words| !words.trim().is_empty())
    }

    fn thank_too(&self, manager: &Named) -> Button {
        // A person without a profile has a mention as their name, which a button would show unresolved.
        let name = fitting::label(&manager.name, NAME_ON_BUTTON);
        let label = if name.is_empty() || is_nameless(&manager.name, manager.user) {
            self.lang.say("button-thank-them-too")
        } else {
            self.lang.with("button-thank-too", &[("name", name.into())])
        };
        self.button(Style::Secondary, label, ThanksAction::Say(Some(manager.user)))
    }

    /// A post of a few lines.
    fn short(&self, title: String, paragraphs: Vec<String>, buttons: Vec<Button>) -> Message {
        self.card(self.opening(title, paragraphs), buttons)
    }

    /// The buttons of the posts before the day.
    fn thank_or_be_reminded(&self) -> Vec<Button> {
        let remind = RemindAction::Toggle(self.frame.campaign.year);
        vec![self.say_thank_you(Style::Primary), self.button(Style::Secondary, self.lang.say("button-remind"), remind)]
    }

    fn with_roster(
        &self,
        title: String,
        paragraphs: Vec<String>,
        roster: &[Named],
        after: Option<String>,
        buttons: Vec<Button>,
    ) -> Message {
        let mut texts = self.opening(title, paragraphs);
        let server = fitting::name(&self.frame.server, SERVER_AT_MOST);
        let heading = format!("### {}", self.lang.with("post-roster-title", &[("server", server.into())]));
        let note = self.lang.say("post-roster-note");
        if roster.is_empty() {
            texts.push(format!("{heading}\n{}", self.lang.say("post-roster-none")));
        } else {
            let room = self.room(&texts, &[&heading, &note, after.as_deref().unwrap_or_default()]);
            texts.push(format!("{heading}\n{}\n-# {note}", roster_list(roster, room, self.lang)));
        }
        texts.extend(after);
        self.card(texts, buttons)
    }

    /// The title, the server's own line, and what the post says first.
    fn opening(&self, title: String, paragraphs: Vec<String>) -> Vec<String> {
        let theme = self.frame.theme.as_deref().map(|theme| fitting::label(theme, THEME_AT_MOST));
        let theme = theme.filter(|theme| !theme.is_empty()).map(|theme| quoted(&theme));
        let title = [format!("## {title}")].into_iter().chain(theme).collect::<Vec<_>>().join("\n");
        [title].into_iter().chain(paragraphs).collect()
    }

    /// The date, written out and in the reader's zone, with a warning if it may be mistaken for another Monday.
    fn when(&self) -> String {
        let (begins, _) = self.frame.campaign.span();
        let args = [
            ("date", self.lang.date(self.frame.campaign.day).into()),
            ("begins", at(begins).into()),
            ("in", relative(begins).into()),
        ];
        let when = self.lang.with("post-when", &args);
        [Some(when), monday_warning(self.frame, self.lang)].into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// The date on the day itself, and when it ends on the reader's clock.
    fn when_today(&self) -> String {
        let (_, ends) = self.frame.campaign.span();
        let date = self.lang.date(self.frame.campaign.day);
        let args = [("date", date.into()), ("ends", at(ends).into()), ("in", relative(ends).into())];
        self.lang.with("post-when-today", &args)
    }

    fn ways(&self, hashtag: bool) -> String {
        let hashtag = hashtag.then(|| self.lang.say("post-way-hashtag"));
        let ways = [
            Some(self.lang.say("post-way-button")),
            Some(self.lang.say("post-way-command")),
            Some(self.lang.say("post-way-member")),
            Some(self.lang.say("post-way-mention")),
            hashtag,
        ];
        let ways: Vec<String> = ways.into_iter().flatten().map(|way| format!("- {way}")).collect();
        format!("### {}\n{}", self.lang.say("post-ways-title"), ways.join("\n"))
    }

    fn closes(&self) -> String {
        at(self.frame.campaign.due(Step::Close))
    }

    fn count(&self, key: &str, count: u32) -> String {
        self.lang.with(key, &[("count", count.into())])
    }

    /// The room for a list besides these texts, less a margin for the marks of lists and headings.
    fn room(&self, texts: &[String], more: &[&str]) -> usize {
        let beside: Vec<&str> = texts.iter().map(String::as_str).chain(more.iter().copied()).collect();
        fitting::room_beside(&beside).saturating_sub(40)
    }

    fn say_thank_you(&self, style: Style) -> Button {
        self.button(style, self.lang.say("button-thank"), ThanksAction::Say(None))
    }

    /// A button with the post's mark; a disabled one in a preview, which has no mark.
    fn button(&self, style: Style, label: String, action: impl Into<CustomId>) -> Button {
        let id: CustomId = action.into();
        match self.mark {
            Some(mark) => Button::new(style, label, id.marked(mark)),
            None => Button { enabled: false, ..Button::new(style, label, id.text()) },
        }
    }

    fn card(&self, texts: Vec<String>, buttons: Vec<Button>) -> Message {
        let texts = texts.into_iter().map(Component::Text);
        Message::of(vec![Component::Card(texts.chain([Component::Buttons(buttons)]).collect())])
    }
}

/// Everyone who was thanked, by name; then links, one for each before anyone gets a second, as long as they fit. How
/// many links a person has says nothing about them: there are three at most, and fewer where room is short.
fn thanked_list(thanked: &[Thanked], room: usize, lang: Lang) -> String {
    let mut lines: Vec<String> = thanked.iter().map(|one| format!("- <@{}>", one.manager.user)).collect();
    let mut used: usize = lines.iter().map(|line| fitting::weight(line) + 1).sum();
    let most = thanked.iter().map(|one| one.links.len()).max().unwrap_or(0);
    for round in 0..most {
        for (line, one) in lines.iter_mut().zip(thanked) {
            let Some(link) = one.links.get(round) else { continue };
            let name = lang.with("post-recap-link", &[("n", (round + 1).into())]);
            let link = format!(" [{name}]({link})");
            if used + fitting::weight(&link) <= room {
                used += fitting::weight(&link);
                line.push_str(&link);
            }
        }
    }
    fitting::list(&lines, room, |count| and_more(count, lang))
}

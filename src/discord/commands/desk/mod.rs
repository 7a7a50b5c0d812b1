//! The manager's desk: their digest, for nobody else, and every choice they have about it.

mod files;
pub(super) mod preview;
pub(super) mod quotes;
pub(super) mod sentence;
mod shared;
pub(super) mod thankers;

use crate::app::desk::Desk;
use crate::digest::wording;
use crate::discord::asked::{Asked, CHOSEN, Options};
use crate::discord::commands::copying::suggestions;
use crate::discord::commands::desk::shared::{at_desk, button, find};
use crate::discord::commands::paging::MENU_MAX;
use crate::discord::commands::roster::place_buttons;
use crate::discord::commands::shared::unknown;
use crate::discord::components::{Button, Component, Form, Menu, MenuOf, MenuOption, Message, Style, TEXT_MAX};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::CustomId;
use crate::discord::desk_id::DeskId;
use crate::discord::digest_message::digest_within;
use crate::discord::fitting;
use crate::discord::markdown::{plain, timestamp, unfenced};
use crate::text::Lang;
use domain::ids::{GuildId, UserId};
use domain::roster::{CopyChoice, RosterStatus};
use domain::send::SendState;

pub use preview::{copy, copy_now};

/// The longest name of a server in the desk's heading, in characters.
const SERVER_AT_MOST: usize = 50;

/// Whether the words show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// From the time on at which the digest is due.
    WhenDue,
    /// Now, because the manager pressed **Show me now**.
    Now,
}

/// Opens the desk.
pub async fn open(bot: &Bot, asked: &Asked, guild: GuildId, year: Option<i32>, words: Words) -> Done {
    Ok(match find(bot, asked, guild, year).await? {
        Ok(desk) => desk_message(asked.lang, &desk, words),
        Err(message) => message,
    })
}

/// Anything that is pressed, chosen or sent on the desk's further pages.
pub async fn at(bot: &Bot, asked: &Asked, (guild, year): (GuildId, i32), what: DeskId, given: &Options) -> Done {
    let year = match what {
        // A menu of years is the only thing that leads to another one.
        DeskId::Years => given.number(CHOSEN).and_then(|year| i32::try_from(year).ok()).unwrap_or(year),
        _ => year,
    };
    let desk = match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => desk,
        Err(message) => return Ok(message),
    };
    match what {
        DeskId::Open => Ok(desk_message(asked.lang, &desk, Words::Now)),
        DeskId::Years => Ok(desk_message(asked.lang, &desk, Words::WhenDue)),
        DeskId::Keep => {
            bot.app.keep_to_myself(&desk).await?;
            open(bot, asked, guild, Some(year), Words::Now).await
        }
        DeskId::Quotes(_)
        | DeskId::Pin(_)
        | DeskId::Hide(_)
        | DeskId::Look(_)
        | DeskId::Place(..)
        | DeskId::HideOne(_)
        | DeskId::ShowOne(_)
        | DeskId::Shorten(_) => quotes::at(bot, asked, desk, what, given).await,
        DeskId::Sentence | DeskId::SentenceForm | DeskId::SentenceNone => {
            sentence::at(bot, asked, desk, what, given).await
        }
        DeskId::Forms | DeskId::Own | DeskId::Forward | DeskId::Left(_) => {
            files::at(bot, asked, desk, what, given).await
        }
        DeskId::Answer | DeskId::AnswerForm | DeskId::AnswerPost | DeskId::AnswerBack => {
            thankers::at(bot, asked, &desk, what, given).await
        }
        DeskId::SentenceWrite | DeskId::AnswerWrite => Ok(unknown(asked)),
    }
}

/// The form behind a button of the desk, with the words that stand in the message's block already.
#[must_use]
pub fn form(lang: Lang, of: (GuildId, i32), what: DeskId, texts: &[String]) -> Form {
    let before = texts.iter().rev().map(|text| (text, unfenced(text))).find(|(text, inner)| *text != inner);
    let before = before.map(|(_, inner)| inner);
    match what {
        DeskId::AnswerWrite => thankers::form(lang, of, before),
        _ => sentence::form(lang, of, before),
    }
}

/// The desk: before the digest is due the numbers, and the words only at the manager's wish.
pub(super) fn desk_message(lang: Lang, desk: &Desk, words: Words) -> Message {
    let (guild, year) = (desk.server.guild, desk.campaign.year);
    let title = Component::Text(lang.with(
        "desk-title",
        &[("server", fitting::name(&desk.server.name, SERVER_AT_MOST).into()), ("year", year.to_string().into())],
    ));
    if !desk.is_due && words == Words::WhenDue {
        let numbers = wording::numbers(&desk.digest, lang);
        let lines: Vec<String> =
            numbers.iter().map(|(number, label)| format!("**{number}** {}", plain(label))).collect();
        let show =
            Button::tell(Style::Secondary, lang.say("button-show-now"), CustomId::DeskShowNow(guild, year).text());
        let mut components = vec![
            title,
            Component::Text(lines.join("\n")),
            Component::Text(lang.with("desk-waits", &[("when", timestamp(desk.due, 'F').into())])),
            Component::Buttons(vec![show]),
        ];
        components.extend(years_menu(lang, desk));
        return Message::of(components);
    }
    let mut below = Vec::new();
    if desk.choice != CopyChoice::Never {
        below.extend(suggestions(lang, (guild, year), &desk.suggesters));
    }
    below.push(Component::Text(state_line(lang, desk)));
    if desk.manager.status == RosterStatus::Invited {
        below.push(Component::Buttons(place_buttons(lang, guild)));
    }
    below.push(Component::Buttons(copy_buttons(lang, desk)));
    below.push(Component::Buttons(page_buttons(lang, desk)));
    below.extend(years_menu(lang, desk));
    let beside: usize = below.iter().chain([&title]).map(weight).sum();
    let mut components = vec![title];
    components.extend(digest_within(&desk.digest, TEXT_MAX.saturating_sub(beside), lang));
    components.extend(below);
    Message::of(components)
}

fn weight(component: &Component) -> usize {
    match component {
        Component::Text(text) | Component::Section(text, _) => fitting::weight(text),
        _ => 0,
    }
}

/// What can be done with the digest as it stands.
fn copy_buttons(lang: Lang, desk: &Desk) -> Vec<Button> {
    let (guild, year) = (desk.server.guild, desk.campaign.year);
    let mut buttons = Vec::new();
    if desk.choice != CopyChoice::Never {
        let label = if desk.copy.is_changed { "button-copy-update" } else { "button-copy-boss" };
        let copy = Button::tell(Style::Primary, lang.say(label), CustomId::DeskCopy(guild, year).text());
        buttons.push(Button { enabled: desk.is_due, ..copy });
        if desk.copy_waits.is_some() {
            let wait = CustomId::DeskWait(guild, year).text();
            buttons.push(Button::tell(Style::Secondary, lang.say("button-wait"), wait));
        }
        buttons.push(button(lang, desk, "button-keep", DeskId::Keep));
    }
    buttons.push(Button::tell(Style::Secondary, lang.say("button-files"), CustomId::DeskFiles(guild, year).text()));
    if let Some((revision, _)) = desk.copy.kept.first() {
        buttons.push(button(lang, desk, "button-as-it-left", DeskId::Left(*revision)));
    }
    buttons
}

/// The ways to change it.
fn page_buttons(lang: Lang, desk: &Desk) -> Vec<Button> {
    let mut buttons = vec![Button {
        enabled: !desk.digest.quotes.is_empty(),
        ..button(lang, desk, "button-quotes", DeskId::Quotes(0))
    }];
    if desk.choice != CopyChoice::Never {
        buttons.push(button(lang, desk, "button-sentence", DeskId::Sentence));
    }
    let answer = button(lang, desk, "button-answer-all", DeskId::Answer);
    buttons.push(Button { enabled: desk.is_due && desk.digest.numbers.messages > 0, ..answer });
    buttons
}

/// Other years, where there are some.
fn years_menu(lang: Lang, desk: &Desk) -> Option<Component> {
    let option = |year: &i32| MenuOption {
        chosen: *year == desk.campaign.year,
        ..MenuOption::new(lang.with("desk-year", &[("year", year.to_string().into())]), year.to_string())
    };
    (desk.years.len() > 1).then(|| {
        Component::Menu(Menu {
            custom_id: at_desk(desk, DeskId::Years),
            of: MenuOf::Options(desk.years.iter().take(MENU_MAX).map(option).collect()),
            placeholder: lang.say("desk-years"),
            chosen: (1, 1),
        })
    })
}

/// How it stands, in one line, and what else is to be known.
fn state_line(lang: Lang, desk: &Desk) -> String {
    let mut lines = vec![match desk.copy_waits {
        Some(when) => lang.with("desk-copy-waits", &[("when", timestamp(when, 'F').into())]),
        None => lang.say(state_key(desk)),
    }];
    if desk.copy.last == Some(SendState::Sent) {
        let when = desk.copy.left_at.map(|at| timestamp(at, 'F'));
        lines.extend(when.map(|when| lang.with("desk-copied-when", &[("when", when.into())])));
        if desk.copy.is_changed {
            lines.push(lang.say("desk-copied-changed"));
        }
    }
    if desk.choices.sentence.is_some() && desk.choice != CopyChoice::Never {
        lines.push(lang.say("desk-has-sentence"));
    }
    lines.join(" ")
}

const fn state_key(desk: &Desk) -> &'static str {
    match (desk.copy.last, desk.kept_at.is_some()) {
        (Some(SendState::Dropped), false) => "desk-copy-called-off",
        (Some(SendState::Dropped), true) => "desk-kept",
        (Some(SendState::Sent), _) if desk.copy.was_for_another => "desk-copied-another",
        (Some(SendState::Sent), _) => "desk-copied",
        (Some(SendState::Planned | SendState::Claimed), _) => "desk-copy-on-its-way",
        (Some(SendState::Unknown), _) => "desk-copy-unknown",
        (Some(_), _) => "desk-copy-failed",
        (None, true) => "desk-kept",
        (None, false) => "desk-yours",
    }
}

/// Colleagues' suggestions are dismissed.
pub async fn dismiss(bot: &Bot, asked: &Asked, guild: GuildId, year: i32) -> Done {
    let desk = match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => desk,
        Err(message) => return Ok(message),
    };
    bot.app.dismiss_suggestions(&desk).await?;
    open(bot, asked, guild, Some(year), Words::Now).await
}

/// **Keep it to myself**, under the digest itself.
pub async fn keep(bot: &Bot, asked: &Asked, guild: GuildId, year: i32) -> Done {
    let desk = match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => desk,
        Err(message) => return Ok(message),
    };
    let has_left = bot.app.keep_to_myself(&desk).await?;
    Ok(Message::text(asked.lang.say(if has_left { "desk-kept-late" } else { "desk-kept-now" })))
}

/// The files: the manager's own, and those that a boss would get.
pub async fn files(bot: &Bot, asked: &Asked, guild: GuildId, year: i32) -> Done {
    match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => files::open(bot, asked.lang, &desk).await,
        Err(message) => Ok(message),
    }
}

/// A boss says "no more of these".
pub async fn no_more(bot: &Bot, asked: &Asked, guild: GuildId, manager: UserId) -> Done {
    bot.app.no_more_copies(guild, manager, asked.who.user).await?;
    let manager = bot.app.name_of(guild, manager).await?;
    Ok(Message::text(asked.lang.with("boss-no-more", &[("manager", plain(&manager.name).into())])))
}

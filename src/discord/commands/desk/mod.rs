//! The manager's desk: their digest, which only they see, and every choice they have about it.

pub(super) mod elsewhere;
mod files;
pub(super) mod preview;
pub(super) mod quotes;
pub(super) mod replies;
pub(super) mod sentence;
mod shared;
pub(super) mod thankers;

use crate::app::desk::Desk;
use crate::digest::wording;
use crate::discord::added_words;
use crate::discord::commands::copying::suggestions;
use crate::discord::commands::desk::shared::{at_desk, button, find};
use crate::discord::commands::paging::MENU_MAX;
use crate::discord::commands::roster::place_buttons;
use crate::discord::commands::shared::{first_words, unknown};
use crate::discord::components::{Button, Component, Form, Menu, MenuOf, MenuOption, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{
    BossReplyAction, CopyAction, DeskAction, DeskPageAction, FilesAction, FirstPageAction, PreviewAction, QuotesAction,
    SentenceAction, ThankersAction,
};
use crate::discord::digest_message::digest_within;
use crate::discord::fitting;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::{plain, timestamp, unfenced};
use crate::discord::notes;
use crate::text::Lang;
use domain::digest::{Amount, Quote};
use domain::ids::GuildId;
use domain::roster::{CopyChoice, RosterStatus};
use domain::send::SendState;

/// The longest name of a server in the desk's heading, in characters.
const SERVER_AT_MOST: usize = 50;

/// Whether the words show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordsShown {
    /// From the time on at which the digest is due.
    WhenDue,
    /// Now, because the manager pressed **Show me now**.
    Now,
}

pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: DeskAction, given: &Options) -> Done {
    let lang = interaction.lang;
    match action {
        DeskAction::Open(guild, year) => open(bot, interaction, guild, Some(year), WordsShown::WhenDue).await,
        DeskAction::ShowNow(guild, year) => open(bot, interaction, guild, Some(year), WordsShown::Now).await,
        DeskAction::At(guild, year, action) => at(bot, interaction, (guild, year), action, given).await,
        DeskAction::Files(guild, year) => {
            files::open(bot, lang, &find(bot, interaction, guild, Some(year)).await?).await
        }
        DeskAction::Keep(guild, year) => {
            let has_left = bot.app.keep_to_myself(&find(bot, interaction, guild, Some(year)).await?).await?;
            Ok(Message::text(lang.say(if has_left { "desk-kept-late" } else { "desk-kept-now" })))
        }
        DeskAction::Dismiss(guild, year) => {
            bot.app.dismiss_suggestions(&find(bot, interaction, guild, Some(year)).await?).await?;
            open(bot, interaction, guild, Some(year), WordsShown::Now).await
        }
    }
}

/// Opens the desk.
pub(super) async fn open(
    bot: &Bot,
    interaction: &Interaction,
    guild: GuildId,
    year: Option<i32>,
    words: WordsShown,
) -> Done {
    Ok(desk_message(interaction.lang, &find(bot, interaction, guild, year).await?, words))
}

/// What was pressed, chosen or sent on one of the desk's further pages.
async fn at(bot: &Bot, interaction: &Interaction, of: (GuildId, i32), action: DeskPageAction, given: &Options) -> Done {
    if let DeskPageAction::First(action) = action {
        return first_page(bot, interaction, of, action, given).await;
    }
    let desk = find(bot, interaction, of.0, Some(of.1)).await?;
    match action {
        DeskPageAction::First(_) => Err(unknown(interaction)),
        DeskPageAction::Quotes(action) => quotes::act(bot, interaction, desk, action, given).await,
        DeskPageAction::Sentence(action) => sentence::act(bot, interaction, desk, action, given).await,
        DeskPageAction::Files(action) => files::act(bot, interaction, desk, action, given).await,
        DeskPageAction::Thankers(action) => thankers::act(bot, interaction, desk, action, given).await,
        DeskPageAction::BossReply(action) => replies::act(bot, interaction, desk, action).await,
        DeskPageAction::Elsewhere(action) => elsewhere::act(bot, interaction, desk, action, given).await,
    }
}

async fn first_page(
    bot: &Bot,
    interaction: &Interaction,
    (guild, year): (GuildId, i32),
    action: FirstPageAction,
    given: &Options,
) -> Done {
    match action {
        FirstPageAction::Open => open(bot, interaction, guild, Some(year), WordsShown::Now).await,
        FirstPageAction::Years => {
            let year = given.chosen().next().unwrap_or(year);
            open(bot, interaction, guild, Some(year), WordsShown::WhenDue).await
        }
        FirstPageAction::Keep => {
            bot.app.keep_to_myself(&find(bot, interaction, guild, Some(year)).await?).await?;
            open(bot, interaction, guild, Some(year), WordsShown::Now).await
        }
    }
}

/// The form behind a button of the desk, filled in with the words in the message's block.
pub(super) fn form_behind(lang: Lang, action: &DeskAction, texts: &[String]) -> Option<Form> {
    let DeskAction::At(guild, year, action) = action else { return None };
    let blocks = texts.iter().map(|text| (text, unfenced(text))).filter(|(text, inner)| *text != inner);
    let mut blocks: Vec<String> = blocks.map(|(_, inner)| inner).collect();
    if let DeskPageAction::Elsewhere(action) = action {
        return elsewhere::form_behind(lang, (*guild, *year), action, blocks);
    }
    let before = blocks.pop();
    match action {
        DeskPageAction::Thankers(ThankersAction::Write) => Some(thankers::form(lang, (*guild, *year), before)),
        DeskPageAction::Sentence(SentenceAction::Write) => Some(sentence::form(lang, (*guild, *year), before)),
        _ => None,
    }
}

/// The desk. Before the digest is due it shows the numbers, and words only if the manager asks for them.
pub(super) fn desk_message(lang: Lang, desk: &Desk, words: WordsShown) -> Message {
    let (guild, year) = (desk.server.guild, desk.campaign.year);
    let title = Component::Text(lang.with(
        "desk-title",
        &[("server", fitting::name(&desk.server.name, SERVER_AT_MOST).into()), ("year", year.to_string().into())],
    ));
    let has_words = desk.digest.amount() != Amount::None;
    if desk.is_due && !has_words {
        return without_words(lang, desk, title);
    }
    if !desk.is_due && (words == WordsShown::WhenDue || !has_words) {
        let mut lines = wording::numbers(&desk.digest, lang);
        if lines.is_empty() {
            lines.push(wording::headline(&desk.digest, lang));
        }
        let show = Button::new(Style::Secondary, lang.say("button-show-now"), DeskAction::ShowNow(guild, year));
        let mut row: Vec<Button> = has_words.then_some(show).into_iter().collect();
        row.extend(elsewhere::buttons(lang, desk));
        let mut components = vec![
            title,
            Component::Text(plain(&lang.sentences(&lines))),
            Component::Text(lang.with("desk-waits", &[("when", timestamp(desk.due, 'F').into())])),
            Component::Buttons(row),
        ];
        components.extend(years_menu(lang, desk));
        return Message::of(components);
    }
    let mut below = Vec::new();
    if desk.choice != CopyChoice::Never {
        below.extend(suggestions(lang, (guild, year), &desk.suggesters));
    }
    below.extend(replies::on_desk(lang, desk));
    below.extend(unseen(lang, desk));
    below.push(Component::Text(state_line(lang, desk)));
    if desk.manager.status == RosterStatus::Invited {
        below.push(Component::Buttons(place_buttons(lang, guild)));
    }
    below.push(Component::Buttons(copy_buttons(lang, desk)));
    below.push(Component::Buttons(page_buttons(lang, desk)));
    below.push(Component::Buttons(elsewhere::buttons(lang, desk)));
    below.extend(years_menu(lang, desk));
    let beside: usize = below.iter().chain([&title]).map(Component::weight).sum();
    let mut components = vec![title];
    components.extend(digest_within(&desk.digest, fitting::TEXT_MAX.saturating_sub(beside), lang));
    components.extend(below);
    Message::of(components)
}

/// The desk of a manager to whom no one wrote: nothing to pin, to take along or to send.
fn without_words(lang: Lang, desk: &Desk, title: Component) -> Message {
    let says = notes::without_words(lang, &desk.campaign, desk.is_open);
    let mut components = vec![title, Component::Text(says)];
    components.extend(replies::on_desk(lang, desk));
    let added = added_words::block(&desk.digest, added_words::ROOM, lang);
    components.extend((!added.is_empty()).then_some(Component::Text(added)));
    components.extend(replies::on_desk(lang, desk));
    // All of it may have been withdrawn after a copy left.
    if let Some((revision, _)) = desk.copy.kept.first() {
        components.push(Component::Text(state_line(lang, desk)));
        let left = button(lang, desk, "button-as-it-left", FilesAction::Left(*revision));
        components.push(Component::Buttons(vec![left]));
    }
    if desk.manager.status == RosterStatus::Invited {
        components.push(Component::Buttons(place_buttons(lang, desk.server.guild)));
    }
    components.push(Component::Buttons(elsewhere::buttons(lang, desk)));
    components.extend(years_menu(lang, desk));
    Message::of(components)
}

/// How many quotes the desk says wait for a look; more of them are counted.
const UNSEEN_AT_MOST: usize = 3;

/// Which quotes wait for the manager's look, with the button that opens the first of them.
fn unseen(lang: Lang, desk: &Desk) -> Option<Component> {
    let all: Vec<&Quote> = desk.unseen().collect();
    let id = all.iter().find_map(|quote| quote.id)?;
    let line = |quote: &&Quote| {
        let signature = fitting::name(&wording::signature(quote, lang), 32);
        format!("- {} — **{signature}**", plain(&first_words(&wording::words(quote, lang), 60)))
    };
    let more = all.len().saturating_sub(UNSEEN_AT_MOST);
    let more = (more > 0).then(|| lang.with("and-more", &[("count", more.into())]));
    let head = lang.with("unseen-waits", &[("count", all.len().into())]);
    let lines: Vec<String> = [head].into_iter().chain(all.iter().take(UNSEEN_AT_MOST).map(line)).chain(more).collect();
    let look = Button { style: Style::Primary, ..button(lang, desk, "button-look-at-it", QuotesAction::One(id)) };
    Some(Component::Section(lines.join("\n"), look))
}

/// What can be done with the digest as it stands.
fn copy_buttons(lang: Lang, desk: &Desk) -> Vec<Button> {
    let (guild, year) = (desk.server.guild, desk.campaign.year);
    let mut buttons = Vec::new();
    let waits = desk.copy_waits.is_some() || desk.copy.waits_until.is_some();
    if desk.choice != CopyChoice::Never && desk.has_enough_for_boss {
        let label = if desk.copy.is_changed { "button-copy-update" } else { "button-copy-boss" };
        let copy = Button::new(Style::Primary, lang.say(label), PreviewAction::Copy(guild, year));
        buttons.push(Button { enabled: desk.is_due, ..copy });
    }
    if desk.choice != CopyChoice::Never && waits {
        buttons.push(Button::new(Style::Secondary, lang.say("button-wait"), CopyAction::Wait(guild, year)));
    }
    if desk.choice != CopyChoice::Never && (waits || desk.has_enough_for_boss) {
        buttons.push(button(lang, desk, "button-keep", FirstPageAction::Keep));
    }
    buttons.push(Button::new(Style::Secondary, lang.say("button-files"), DeskAction::Files(guild, year)));
    if let Some((revision, _)) = desk.copy.kept.first() {
        buttons.push(button(lang, desk, "button-as-it-left", FilesAction::Left(*revision)));
    }
    buttons
}

/// The ways to change it.
fn page_buttons(lang: Lang, desk: &Desk) -> Vec<Button> {
    let mut buttons = vec![Button {
        enabled: !desk.digest.quotes.is_empty(),
        ..button(lang, desk, "button-quotes", QuotesAction::Page(0))
    }];
    if desk.choice != CopyChoice::Never && desk.has_enough_for_boss {
        buttons.push(button(lang, desk, "button-sentence", SentenceAction::Open));
    }
    let answer = button(lang, desk, "button-answer-all", ThankersAction::Open);
    buttons.push(Button { enabled: desk.is_due && desk.digest.numbers.messages > 0, ..answer });
    if !desk.replies.is_empty() {
        buttons.push(button(lang, desk, "button-boss-replies", BossReplyAction::Open));
    }
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
            custom_id: at_desk(desk, FirstPageAction::Years).into(),
            of: MenuOf::Options(desk.years.iter().take(MENU_MAX).map(option).collect()),
            placeholder: lang.say("desk-years"),
            chosen: (1, 1),
        })
    })
}

/// What became of the copy, in one line.
fn state_line(lang: Lang, desk: &Desk) -> String {
    let mut lines = vec![match desk.copy_waits {
        Some(when) => lang.with("desk-copy-waits", &[("when", timestamp(when, 'F').into())]),
        None => match desk.copy.waits_until {
            Some(until) => lang.with("copy-waits", &[("when", timestamp(until, 'F').into())]),
            None => lang.say(state_key(desk)),
        },
    }];
    if desk.copy.last == Some(SendState::Sent) {
        let when = desk.copy.left_at.map(|at| timestamp(at, 'F'));
        lines.extend(when.map(|when| lang.with("desk-copied-when", &[("when", when.into())])));
        if desk.copy.is_changed {
            lines.push(lang.say("desk-copied-changed"));
        }
    }
    if desk.copies_held && desk.choice != CopyChoice::Never {
        lines.push(lang.say("desk-copies-held"));
    }
    if desk.choices.sentence.is_some() && desk.choice != CopyChoice::Never {
        lines.push(lang.say("desk-has-sentence"));
    }
    lang.sentences(&lines)
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
        // It says why no copy is offered.
        (None, false) if !desk.has_enough_for_boss => "note-digest-few",
        (None, false) => "desk-yours",
    }
}

//! The quotes on the desk: pinning them in an order, hiding and shortening them. Only their manager can: `App::desk`
//! opens a desk for no one else (`commands::who_may` has the rules).

use crate::app::desk::{Choice, Chosen, Desk, PINS};
use crate::digest::wording;
use crate::discord::commands::desk::shared::{again, at_desk, button};
use crate::discord::commands::paging::MENU_MAX;
use crate::discord::commands::shared::first_words;
use crate::discord::components::{Button, Component, Menu, MenuOf, MenuOption, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{FirstPageAction, QuotesAction};
use crate::discord::fitting;
use crate::discord::interaction::{Interaction, Options};
use crate::text::Lang;
use domain::digest::{Quote, Withheld, cuts, shortened};
use domain::thanks::ThanksId;

/// The most characters of one quote's words, and of its shortened words.
const WORDS_ROOM: usize = 2400;
const SHORTER_ROOM: usize = 900;
/// The value of the menu of shorter versions that means the whole.
const WHOLE: &str = "whole";

pub(super) async fn act(
    bot: &Bot,
    interaction: &Interaction,
    mut desk: Desk,
    action: QuotesAction,
    given: &Options,
) -> Done {
    let lang = interaction.lang;
    let chosen: Vec<ThanksId> = given.chosen().map(ThanksId).collect();
    let offered = |page: u16| on_page(&desk, page).iter().filter_map(|quote| quote.id).collect::<Vec<_>>();
    let (choice, next) = match action {
        QuotesAction::Picture(id) => return picture(bot, lang, &desk, id).await,
        QuotesAction::Pin(page) => (Some(Choice::Pin { offered: offered(page), chosen }), NextView::Page(page)),
        QuotesAction::Hide(page) => (Some(Choice::Hide { offered: offered(page), chosen }), NextView::Page(page)),
        QuotesAction::Look(page) => (None, chosen.first().map_or(NextView::Page(page), |id| NextView::One(*id))),
        QuotesAction::One(id) => (None, NextView::One(id)),
        QuotesAction::Place(id, place) => (Some(Choice::Place(id, place.into())), NextView::One(id)),
        QuotesAction::HideOne(id) => (Some(Choice::Hide { offered: Vec::new(), chosen: vec![id] }), NextView::One(id)),
        QuotesAction::ShowOne(id) => (Some(Choice::Hide { offered: vec![id], chosen: Vec::new() }), NextView::One(id)),
        QuotesAction::LetGo(id, seen) => (Some(Choice::LetGo(id, seen)), NextView::OneOfUnseen(id)),
        QuotesAction::Shorten(id) => (Some(Choice::Shorten(id, given.chosen().next())), NextView::One(id)),
        QuotesAction::Page(page) => (None, NextView::Page(page)),
    };
    let mut says = None;
    if let Some(choice) = choice {
        if bot.app.choose(&desk, choice).await? == Chosen::Full {
            says = Some(lang.with("quotes-full", &[("most", PINS.into())]));
        }
        desk = again(bot, lang, desk).await?;
    }
    Ok(match next {
        NextView::Page(page) => page_message(lang, &desk, page, says),
        NextView::One(id) => one_message(lang, &desk, id),
        NextView::OneOfUnseen(id) => one_message(lang, &desk, desk.unseen().find_map(|quote| quote.id).unwrap_or(id)),
    })
}

/// One quote as a picture, for its manager to share. Only words that their giver made public and that stand in public: their
/// link says so.
async fn picture(bot: &Bot, lang: Lang, desk: &Desk, id: ThanksId) -> Done {
    let quotes = own(desk);
    let quote = quotes.iter().find(|quote| quote.id == Some(id)).filter(|quote| is_public(quote));
    let Some(quote) = quote else { return Ok(Message::text(lang.say("quotes-not-public"))) };
    let length = desk.choices.shortened.get(&id);
    let words = length.map_or_else(|| quote.words.clone(), |length| shortened(&quote.words, *length).0);
    let Some(picture) = bot.app.quote_picture(&desk.digest, quote, words, lang).await else {
        return Ok(Message::text(lang.with("files-lacking", &[("files", lang.say("files-as-card").into())])));
    };
    let name = format!("cmad-{}-quote.png", desk.campaign.year);
    Ok(Message::text(lang.say("quotes-picture")).with_files(vec![(name, picture)]))
}

/// Whether its giver made it public, and it stands in public.
fn is_public(quote: &Quote) -> bool {
    quote.link.is_some() && quote.kept.is_none() && !quote.words.is_empty()
}

enum NextView {
    Page(u16),
    One(ThanksId),
    /// One that still waits for the manager's look; the one that did if none does.
    OneOfUnseen(ThanksId),
}

fn own(desk: &Desk) -> Vec<&Quote> {
    desk.digest.quotes.iter().filter(|quote| quote.id.is_some()).collect()
}

fn pages(desk: &Desk) -> u16 {
    u16::try_from(own(desk).len().div_ceil(MENU_MAX)).unwrap_or(u16::MAX).max(1)
}

/// The quotes of one page. A page that no longer exists means the last one.
fn on_page(desk: &Desk, page: u16) -> Vec<&Quote> {
    let page = usize::from(page.min(pages(desk) - 1));
    own(desk).into_iter().skip(page * MENU_MAX).take(MENU_MAX).collect()
}

/// A page of the quotes: every quote is on one.
pub fn page_message(lang: Lang, desk: &Desk, page: u16, says: Option<String>) -> Message {
    let page = page.min(pages(desk) - 1);
    let quotes = on_page(desk, page);
    let mut components: Vec<Component> = says.into_iter().map(Component::Text).collect();
    if quotes.is_empty() {
        components.push(Component::Text(lang.say("quotes-none")));
        components.push(Component::Buttons(vec![button(lang, desk, "button-back-to-desk", FirstPageAction::Open)]));
        return Message::of(components);
    }
    let first = usize::from(page) * MENU_MAX + 1;
    let args = [
        ("first", first.into()),
        ("last", (first + quotes.len() - 1).into()),
        ("count", own(desk).len().into()),
        ("most", PINS.into()),
    ];
    components.push(Component::Text(lang.with("quotes-head", &args)));
    components.push(Component::Text(pinned_list(lang, desk)));
    let menu = |what: QuotesAction, placeholder: &str, options: Vec<MenuOption>, chosen: (u8, u8)| {
        let (custom_id, placeholder) = (at_desk(desk, what).into(), lang.say(placeholder));
        let menu = Menu { custom_id, of: MenuOf::Options(options), placeholder, chosen };
        Component::Menu(menu)
    };
    let is_pinned = |quote: &Quote| quote.id.is_some_and(|id| desk.choices.pinned.contains(&id));
    let to_pin: Vec<&Quote> =
        quotes.iter().copied().filter(|one| is_pinned(one) || (one.is_passed_on() && !one.words.is_empty())).collect();
    if !to_pin.is_empty() {
        let most = u8::try_from(PINS).unwrap_or(u8::MAX);
        components.push(menu(QuotesAction::Pin(page), "desk-pin", options(lang, desk, &to_pin, is_pinned), (0, most)));
    }
    let hidden = options(lang, desk, &quotes, |quote| quote.hidden);
    components.push(menu(QuotesAction::Hide(page), "desk-hide", hidden, (0, 25)));
    components.push(menu(QuotesAction::Look(page), "quotes-look", options(lang, desk, &quotes, |_| false), (1, 1)));
    let mut buttons = Vec::new();
    if pages(desk) > 1 {
        let turn = |label: &str, to: Option<u16>| Button {
            enabled: to.is_some(),
            // Two ids must differ, also where both buttons lead nowhere.
            ..button(lang, desk, label, QuotesAction::Page(to.unwrap_or(page)))
        };
        buttons.push(turn("button-page-before", page.checked_sub(1)));
        buttons.push(turn("button-page-after", Some(page + 1).filter(|to| *to < pages(desk))));
    }
    buttons.push(button(lang, desk, "button-back-to-desk", FirstPageAction::Open));
    components.push(Component::Buttons(buttons));
    Message::of(components)
}

/// What stands first, in its order.
fn pinned_list(lang: Lang, desk: &Desk) -> String {
    let quotes = own(desk);
    let line = |(at, id): (usize, &ThanksId)| {
        let quote = quotes.iter().find(|quote| quote.id == Some(*id))?;
        let words = crate::discord::markdown::plain(&first_words(&wording::words(quote, lang), 90));
        let signature = fitting::name(&wording::signature(quote, lang), 32);
        Some(format!("{}\\. {words} — **{signature}**", at + 1))
    };
    let lines: Vec<String> = desk.choices.pinned.iter().enumerate().filter_map(line).collect();
    if lines.is_empty() { lang.say("quotes-none-pinned") } else { lines.join("\n") }
}

fn options(lang: Lang, desk: &Desk, quotes: &[&Quote], chosen: impl Fn(&Quote) -> bool) -> Vec<MenuOption> {
    let option = |quote: &&Quote| {
        let id = quote.id?;
        let words = first_words(&wording::words(quote, lang), 95);
        let mut signs = Vec::new();
        if let Some(at) = desk.choices.pinned.iter().position(|pinned| *pinned == id) {
            signs.push(format!("📌{}", at + 1));
        }
        signs.extend(quote.hidden.then(|| "🙈".to_owned()));
        signs.extend(desk.choices.shortened.contains_key(&id).then(|| "✂️".to_owned()));
        signs.extend(desk.suggested.contains(&id).then(|| "💡".to_owned()));
        signs.push(wording::signature(quote, lang).into_owned());
        signs.extend(wording::marks(quote, lang).into_iter().take(1));
        Some(MenuOption {
            label: if words.is_empty() { lang.say("desk-no-words") } else { words },
            value: id.0.to_string(),
            description: Some(fitting::label(&signs.join(" · "), 100)),
            chosen: chosen(quote),
        })
    };
    quotes.iter().filter_map(option).collect()
}

/// One quote, with everything that can be done about it.
pub fn one_message(lang: Lang, desk: &Desk, id: ThanksId) -> Message {
    let quotes = own(desk);
    let Some(at) = quotes.iter().position(|quote| quote.id == Some(id)) else {
        let back = button(lang, desk, "button-back-to-quotes", QuotesAction::Page(0));
        return Message::of(vec![Component::Text(lang.say("quotes-gone")), Component::Buttons(vec![back])]);
    };
    let quote = quotes[at];
    let words = wording::words(quote, lang);
    let marks: String = wording::marks(quote, lang).iter().map(|mark| format!(" · *{mark}*")).collect();
    let is_unseen = quote.kept == Some(Withheld::Unseen);
    let is_choosable = quote.kept.is_none() || is_unseen;
    let signature = fitting::name(&wording::signature(quote, lang), 32);
    let signed = format!("-# — **{signature}** · {}{marks}", wording::circumstances(quote, lang));
    let mut components = vec![Component::Text(format!("{}\n{signed}", fitting::quote(&words, WORDS_ROOM).0))];
    let length = desk.choices.shortened.get(&id).copied();
    if let Some((shorter, true)) = length.map(|length| shortened(&quote.words, length)) {
        let shorter = fitting::quote(&shorter, SHORTER_ROOM).0;
        components.push(Component::Text(format!("{}\n{shorter}", lang.say("quotes-passed-on-as"))));
    }
    let may_stand_first = quote.is_passed_on() && !quote.words.is_empty();
    let stands = desk.choices.pinned.iter().position(|pinned| *pinned == id);
    let place = |place: u8, label: &str| {
        let is_there = stands.map_or(0, |at| at + 1) == usize::from(place);
        let enabled = !is_there && (may_stand_first || place == 0);
        let style = if is_there && place > 0 { Style::Primary } else { Style::Secondary };
        Button { enabled, style, ..button(lang, desk, label, QuotesAction::Place(id, place)) }
    };
    components.push(Component::Buttons(vec![
        place(1, "button-first"),
        place(2, "button-second"),
        place(3, "button-third"),
        place(0, "button-not-first"),
    ]));
    let shorter = cuts(&quote.words, MENU_MAX - 1);
    if !shorter.is_empty() && is_choosable {
        components.push(Component::Menu(shorten_menu(lang, desk, id, &shorter)));
    }
    let page = u16::try_from(at / MENU_MAX).unwrap_or(0);
    let mut buttons = Vec::new();
    if is_unseen {
        components.push(Component::Text(lang.say("quotes-unseen")));
        let let_go = button(lang, desk, "button-let-go", QuotesAction::LetGo(id, Desk::seen(quote)));
        buttons.push(Button { style: Style::Success, ..let_go });
    }
    if is_choosable {
        buttons.push(match quote.hidden {
            true => button(lang, desk, "button-show-quote", QuotesAction::ShowOne(id)),
            false => button(lang, desk, "button-hide-quote", QuotesAction::HideOne(id)),
        });
    }
    let picture = button(lang, desk, "button-quote-picture", QuotesAction::Picture(id));
    buttons.push(Button { enabled: is_public(quote), ..picture });
    buttons.push(button(lang, desk, "button-back-to-quotes", QuotesAction::Page(page)));
    buttons.push(button(lang, desk, "button-back-to-desk", FirstPageAction::Open));
    components.push(Component::Buttons(buttons));
    Message::of(components)
}

/// The words up to each place at which they can end. Only the end is left out; nothing is rewritten.
fn shorten_menu(lang: Lang, desk: &Desk, id: ThanksId, shorter: &[domain::digest::Cut]) -> Menu {
    let now = desk.choices.shortened.get(&id).copied();
    let option = |cut: &domain::digest::Cut| {
        let line = cut.words.split_whitespace().collect::<Vec<_>>().join(" ");
        let letters = line.chars().count();
        // Where it ends tells one from another.
        let label = match letters.checked_sub(90) {
            Some(over) if over > 0 => format!("…{}", line.chars().skip(over).collect::<String>()),
            _ => line,
        };
        MenuOption {
            chosen: now == Some(cut.length),
            ..MenuOption::new(fitting::label(&label, 100), cut.length.to_string())
        }
    };
    let whole = MenuOption { chosen: now.is_none(), ..MenuOption::new(lang.say("quotes-whole"), WHOLE) };
    let options = [whole].into_iter().chain(shorter.iter().map(option)).collect();
    Menu {
        custom_id: at_desk(desk, QuotesAction::Shorten(id)).into(),
        of: MenuOf::Options(options),
        placeholder: lang.say("quotes-shorten"),
        chosen: (1, 1),
    }
}

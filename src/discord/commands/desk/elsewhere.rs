//! Words from elsewhere on the desk: adding them, changing them, taking them away, and which of them the boss may read.

use crate::app::desk::Desk;
use crate::discord::commands::desk::shared::{again, at_desk, button};
use crate::discord::commands::shared::first_words;
use crate::discord::components::{Button, Component, Field, Form, Input, Menu, MenuOf, MenuOption, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{DeskAction, ElsewhereAction, FirstPageAction};
use crate::discord::fitting;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::{fenced, plain};
use crate::text::Lang;
use domain::digest::{
    ADDED_AT_MOST, ADDED_NAME_MAX, ADDED_PLACE_MAX, ADDED_WORDS_MAX, AddRefusal, AddedWords, FromElsewhere,
};
use domain::ids::GuildId;
use domain::roster::CopyChoice;

/// The fields of the form, in the order in which a message's blocks hold what stands in them.
const WORDS: &str = "words";
const SAID_BY: &str = "said-by";
const PLACE: &str = "place";
/// The longest address that a refusal repeats, in characters.
const FOUND_AT_MOST: usize = 100;
/// How much of an entry's words the list shows, in characters.
const LINE_AT_MOST: usize = 60;
/// How much of a name it shows.
const NAME_AT_MOST: usize = 32;
/// The entry that a form from a list is for: a new one.
const NEW: u32 = 0;

pub(super) async fn act(
    bot: &Bot,
    interaction: &Interaction,
    desk: Desk,
    action: ElsewhereAction,
    given: &Options,
) -> Done {
    let lang = interaction.lang;
    match action {
        ElsewhereAction::Open | ElsewhereAction::Add | ElsewhereAction::Write(_) => {}
        ElsewhereAction::AddForm => return keep(bot, lang, desk, NEW, given).await,
        ElsewhereAction::Form(entry) => return keep(bot, lang, desk, entry, given).await,
        ElsewhereAction::Allow => bot.app.allow_added(&desk, given.chosen().collect()).await?,
        ElsewhereAction::Look => {
            let found = given.chosen().next().and_then(|id: u32| entry(&desk, id));
            if let Some(found) = found {
                return Ok(one_message(lang, &desk, found));
            }
        }
        ElsewhereAction::Remove(id) => bot.app.remove_added(&desk, id).await?,
    }
    Ok(list_message(lang, &again(bot, lang, desk).await?))
}

/// Keeps what the form says, or says why not, with everything that was written.
async fn keep(bot: &Bot, lang: Lang, desk: Desk, id: u32, given: &Options) -> Done {
    let text = |field: &str| given.text(field).unwrap_or_default().trim().to_owned();
    let said = FromElsewhere {
        words: text(WORDS),
        said_by: text(SAID_BY),
        place: Some(text(PLACE)).filter(|place| !place.is_empty()),
    };
    match bot.app.add_words(&desk, (id != NEW).then_some(id), said.clone()).await? {
        Ok(()) => Ok(list_message(lang, &again(bot, lang, desk).await?)),
        Err(why) => Ok(refused(lang, &desk, id, &why, &said)),
    }
}

fn entry(desk: &Desk, id: u32) -> Option<&AddedWords> {
    desk.choices.added.entries().iter().find(|one| one.id == id)
}

/// Why words were not kept, and the words.
pub fn refused(lang: Lang, desk: &Desk, id: u32, why: &AddRefusal, said: &FromElsewhere) -> Message {
    let why_not = match why {
        AddRefusal::Empty => lang.say("added-empty"),
        AddRefusal::Nameless => lang.say("added-nameless"),
        AddRefusal::Address(found) => {
            lang.with("added-address", &[("found", plain(&fitting::label(found, FOUND_AT_MOST)).into())])
        }
        AddRefusal::Mention => lang.say("added-mention"),
        AddRefusal::Markup => lang.say("added-markup"),
        AddRefusal::Full => lang.with("added-full", &[("most", ADDED_AT_MOST.into())]),
        AddRefusal::Gone => lang.say("added-gone"),
        AddRefusal::Purged => lang.say("added-purged"),
    };
    let mut components = vec![Component::Text(why_not)];
    components.extend(blocks(lang, said));
    // What is gone can be added anew, and where there is no room there may be some by then.
    let id = if *why == AddRefusal::Gone { NEW } else { id };
    let mut buttons = Vec::new();
    if *why != AddRefusal::Purged {
        buttons.push(Button::new(
            Style::Primary,
            lang.say("button-try-again"),
            at_desk(desk, ElsewhereAction::Write(id)),
        ));
    }
    buttons.push(button(lang, desk, "button-added", ElsewhereAction::Open));
    buttons.push(button(lang, desk, "button-back-to-desk", FirstPageAction::Open));
    components.push(Component::Buttons(buttons));
    Message::of(components)
}

/// What an entry says: each part under its name, in a block that the form is filled in from.
fn blocks(lang: Lang, said: &FromElsewhere) -> Vec<Component> {
    let place = said.place.as_deref().map(|place| ("added-form-place", place));
    let parts = [("added-form-words", said.words.as_str()), ("added-form-said-by", said.said_by.as_str())];
    let named = |(label, text): (&str, &str)| [format!("**{}**", lang.say(label)), fenced(text)].map(Component::Text);
    parts.into_iter().chain(place).flat_map(named).collect()
}

/// All entries, and which of them the boss may read.
pub fn list_message(lang: Lang, desk: &Desk) -> Message {
    let entries = desk.choices.added.entries();
    let to_boss = desk.choice != CopyChoice::Never;
    let about = lang.with("added-about", &[("most", ADDED_AT_MOST.into()), ("count", entries.len().into())]);
    let mut components = vec![Component::Text(about)];
    if !entries.is_empty() {
        let line = |(at, one): (usize, &AddedWords)| {
            let words = plain(&first_words(&one.said.words, LINE_AT_MOST));
            let who = fitting::name(&one.said.said_by, NAME_AT_MOST);
            let key = if one.to_boss { "added-for-boss" } else { "digest-kept-private" };
            format!("{}\\. {words} — **{who}** · *{}*", at + 1, lang.say(key))
        };
        components.push(Component::Text(entries.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")));
        if to_boss {
            let options = entries.iter().map(|one| MenuOption { chosen: one.to_boss, ..option(one) }).collect();
            components.push(menu(lang, desk, ElsewhereAction::Allow, ("added-allow", options), (0, ADDED_AT_MOST)));
        }
        let options = entries.iter().map(option).collect();
        components.push(menu(lang, desk, ElsewhereAction::Look, ("added-look", options), (1, 1)));
    }
    let add = Button::new(Style::Primary, lang.say("button-added-add"), at_desk(desk, ElsewhereAction::Write(NEW)));
    components.push(Component::Buttons(vec![
        Button { enabled: !desk.choices.added.is_full(), ..add },
        button(lang, desk, "button-back-to-desk", FirstPageAction::Open),
    ]));
    Message::of(components)
}

fn option(one: &AddedWords) -> MenuOption {
    let label = fitting::label(&one.said.words, LINE_AT_MOST);
    let description = Some(fitting::label(&one.said.said_by, NAME_AT_MOST));
    MenuOption { description, ..MenuOption::new(label, one.id.to_string()) }
}

fn menu(
    lang: Lang,
    desk: &Desk,
    action: ElsewhereAction,
    (placeholder, options): (&str, Vec<MenuOption>),
    (least, most): (u8, usize),
) -> Component {
    Component::Menu(Menu {
        custom_id: at_desk(desk, action).into(),
        of: MenuOf::Options(options),
        placeholder: lang.say(placeholder),
        chosen: (least, u8::try_from(most).unwrap_or(u8::MAX)),
    })
}

/// One entry, whole.
pub fn one_message(lang: Lang, desk: &Desk, one: &AddedWords) -> Message {
    let mut components = blocks(lang, &one.said);
    let change = at_desk(desk, ElsewhereAction::Write(one.id));
    let remove = at_desk(desk, ElsewhereAction::Remove(one.id));
    components.push(Component::Buttons(vec![
        Button::new(Style::Primary, lang.say("button-change"), change),
        Button::new(Style::Danger, lang.say("button-added-remove"), remove),
        button(lang, desk, "button-added", ElsewhereAction::Open),
    ]));
    Message::of(components)
}

/// The buttons on the desk: the form, and where there are entries, their list.
pub(super) fn buttons(lang: Lang, desk: &Desk) -> Vec<Button> {
    let add = button(lang, desk, "button-added-add", ElsewhereAction::Add);
    let mut buttons = vec![Button { enabled: !desk.choices.added.is_full(), ..add }];
    if !desk.choices.added.entries().is_empty() {
        buttons.push(button(lang, desk, "button-added", ElsewhereAction::Open));
    }
    buttons
}

/// The form behind a button, filled in with what stands in the message's blocks.
pub(super) fn form_behind(
    lang: Lang,
    (guild, year): (GuildId, i32),
    action: &ElsewhereAction,
    blocks: Vec<String>,
) -> Option<Form> {
    let (to, blocks) = match action {
        ElsewhereAction::Add => (ElsewhereAction::AddForm, Vec::new()),
        ElsewhereAction::Write(entry) => (ElsewhereAction::Form(*entry), blocks),
        _ => return None,
    };
    let mut before = blocks.into_iter().map(Some).chain(std::iter::repeat(None));
    let mut value = |most: u16| Some(before.next()??.chars().take(most.into()).collect::<String>());
    let words = Input::Paragraph { value: value(ADDED_WORDS_MAX), max: ADDED_WORDS_MAX, required: true };
    let said_by = Input::Line { value: value(ADDED_NAME_MAX), max: ADDED_NAME_MAX, required: true };
    let place = Input::Line { value: value(ADDED_PLACE_MAX), max: ADDED_PLACE_MAX, required: false };
    let field = |name: &str, input: Input| Field {
        label: lang.say(&format!("added-form-{name}")),
        description: Some(lang.say(&format!("added-form-{name}-help"))),
        custom_id: name.to_owned(),
        input,
    };
    Some(Form {
        custom_id: DeskAction::At(guild, year, to.into()).into(),
        title: lang.say("added-form-title"),
        fields: vec![field(WORDS, words), field(SAID_BY, said_by), field(PLACE, place)],
    })
}

//! **Copy their boss** on a colleague's receipt, **Wait** on a copy that would go by itself, and the suggestions on a
//! manager's desk.

use crate::app::copies::Waited;
use crate::app::suggestions::ForTheirBoss;
use crate::discord::asked::Asked;
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::CustomId;
use crate::discord::fitting;
use crate::discord::markdown::{fenced, plain};
use crate::text::Lang;
use domain::ids::{GuildId, UserId};
use domain::thanks::ThanksId;

/// The longest name that is shown, in characters; Discord allows 32.
const NAME_AT_MOST: usize = 32;
/// The most that somebody's words take of a message with sentences around them.
const WORDS_AT_MOST: usize = 3000;
/// How many colleagues a desk names; more of them are counted.
const NAMES_AT_MOST: usize = 3;

/// **Copy their boss**: a text to send oneself, and the offer to suggest it to the manager.
pub async fn copy_theirs(bot: &Bot, asked: &Asked, id: ThanksId) -> Done {
    let found = bot.app.for_their_boss(asked.who.user, id).await?;
    Ok(match found {
        Some(text) => for_their_boss(asked.lang, &text),
        None => Message::text(asked.lang.say("receipt-over")),
    })
}

pub(super) fn for_their_boss(lang: Lang, text: &ForTheirBoss) -> Message {
    let manager = fitting::label(&text.manager.name, NAME_AT_MOST);
    let year = chrono::Datelike::year(&text.day).to_string();
    let args = [("manager", manager.as_str().into()), ("date", lang.date(text.day).into()), ("year", year.into())];
    let mut body = lang.with("copy-theirs-text", &args);
    if let Some(words) = &text.words {
        body = format!("{body}\n{}\n\n“{}”", lang.say("copy-theirs-words"), fitting::cut(words, WORDS_AT_MOST));
        if let Some(signature) = &text.signature {
            body = format!("{body}\n— {}", fitting::label(signature, NAME_AT_MOST));
        }
    }
    let intro = lang.with("copy-theirs", &[("manager", plain(&manager).into())]);
    let suggest = Button::tell(Style::Primary, lang.say("button-suggest"), CustomId::SuggestCopy(text.id).text());
    Message::of(vec![
        Component::Text(intro),
        Component::Text(fenced(&body)),
        Component::Text(lang.with("copy-theirs-suggest", &[("manager", plain(&manager).into())])),
        Component::Buttons(vec![suggest]),
    ])
}

/// **Suggest it to them**.
pub async fn suggest(bot: &Bot, asked: &Asked, id: ThanksId) -> Done {
    let manager = bot.app.suggest_copy(asked.who.user, id).await?;
    Ok(Message::text(match manager {
        Some(manager) => asked.lang.with("copy-theirs-suggested", &[("manager", plain(&manager.name).into())]),
        None => asked.lang.say("receipt-over"),
    }))
}

/// **Wait**: the copy that would go by itself does not go.
pub async fn wait(bot: &Bot, asked: &Asked, guild: GuildId, year: i32) -> Done {
    let key = match bot.app.wait_with_copy(guild, year, asked.who.user).await? {
        Waited::Dropped => "copy-waited",
        Waited::Nothing => "copy-nothing-waits",
        Waited::TooLate => "copy-wait-too-late",
    };
    Ok(Message::text(asked.lang.say(key)))
}

/// What the desk says of colleagues' suggestions, with the button that dismisses them.
#[must_use]
pub fn suggestions(lang: Lang, (guild, year): (GuildId, i32), names: &[Option<String>]) -> Option<Component> {
    if names.is_empty() {
        return None;
    }
    let name = |name: &Option<String>| match name {
        Some(name) => fitting::name(name, NAME_AT_MOST),
        None => lang.say("desk-suggester-unnamed"),
    };
    let shown: Vec<String> = names.iter().take(NAMES_AT_MOST).map(name).collect();
    let args = [
        ("names", lang.list(&shown).into()),
        ("more", names.len().saturating_sub(NAMES_AT_MOST).into()),
        ("n", names.len().into()),
    ];
    let dismiss = Button::tell(Style::Secondary, lang.say("button-dismiss"), CustomId::DeskDismiss(guild, year).text());
    Some(Component::Section(lang.with("desk-suggested", &args), dismiss))
}

/// What `/cmad boss set` says of the choice about copies.
pub(super) async fn choice_text(
    bot: &Bot,
    lang: Lang,
    guild: GuildId,
    manager: UserId,
) -> Result<String, crate::discord::context::Failure> {
    let choice = bot.app.copy_choice(guild, manager).await?;
    Ok(lang.say(&format!("boss-copy-{choice}")))
}

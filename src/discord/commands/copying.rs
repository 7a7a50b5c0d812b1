//! **Copy their boss** on a colleague's receipt, **Don't send yet** on an automatic copy, and the suggestions on a manager's
//! desk.

use crate::app::copies::WaitOutcome;
use crate::app::suggestions::ForTheirBoss;
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::custom_id::{CopyAction, DeskAction};
use crate::discord::fitting;
use crate::discord::interaction::Interaction;
use crate::discord::markdown::{fenced, plain};
use crate::text::Lang;
use domain::ids::{GuildId, UserId};
use domain::thanks::ThanksId;

/// The longest name that is shown, in characters; Discord allows 32.
const NAME_AT_MOST: usize = 32;
/// The most characters of a person's words in a message with sentences around them.
const WORDS_AT_MOST: usize = 3000;
/// How many colleagues a desk names; more of them are counted.
const NAMES_AT_MOST: usize = 3;

pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: CopyAction) -> Done {
    match action {
        CopyAction::CopyTheirs(thanks) => copy_theirs(bot, interaction, thanks).await,
        CopyAction::Suggest(thanks) => suggest(bot, interaction, thanks).await,
        CopyAction::NoMore(guild, manager) => no_more(bot, interaction, guild, manager).await,
        CopyAction::Wait(guild, year) => wait(bot, interaction, guild, year).await,
    }
}

/// **Copy their boss**: a text to send oneself, and the offer to suggest it to the manager.
async fn copy_theirs(bot: &Bot, interaction: &Interaction, id: ThanksId) -> Done {
    let found = bot.app.for_their_boss(interaction.who.user, id).await?;
    Ok(match found {
        Some(text) => for_their_boss(interaction.lang, &text),
        None => Message::text(interaction.lang.say("receipt-over")),
    })
}

pub(super) fn for_their_boss(lang: Lang, text: &ForTheirBoss) -> Message {
    let manager = fitting::label(&text.manager.name, NAME_AT_MOST);
    let year = chrono::Datelike::year(&text.day).to_string();
    let args = [("manager", manager.as_str().into()), ("date", lang.date(text.day).into()), ("year", year.into())];
    let mut body = lang.with("copy-theirs-text", &args);
    if let Some(cares) = &text.cares {
        let args = [("manager", manager.as_str().into()), ("cares", cares.as_str().into())];
        body = format!("{body}\n{}", lang.with("copy-theirs-cares", &args));
    }
    if let Some(words) = &text.words {
        body = format!("{body}\n{}\n\n“{}”", lang.say("copy-theirs-words"), fitting::cut(words, WORDS_AT_MOST));
        if let Some(signature) = &text.signature {
            body = format!("{body}\n— {}", fitting::label(signature, NAME_AT_MOST));
        }
    }
    let intro = lang.with("copy-theirs", &[("manager", plain(&manager).into())]);
    let suggest = Button::new(Style::Primary, lang.say("button-suggest"), CopyAction::Suggest(text.id));
    Message::of(vec![
        Component::Text(intro),
        Component::Text(fenced(&body)),
        Component::Text(lang.with("copy-theirs-suggest", &[("manager", plain(&manager).into())])),
        Component::Buttons(vec![suggest]),
    ])
}

/// **Suggest it to them**.
async fn suggest(bot: &Bot, interaction: &Interaction, id: ThanksId) -> Done {
    let manager = bot.app.suggest_copy(interaction.who.user, id).await?;
    Ok(Message::text(match manager {
        Some(manager) => interaction.lang.with("copy-theirs-suggested", &[("manager", plain(&manager.name).into())]),
        None => interaction.lang.say("receipt-over"),
    }))
}

/// **Wait**: the copy that would go by itself does not go.
async fn wait(bot: &Bot, interaction: &Interaction, guild: GuildId, year: i32) -> Done {
    let key = match bot.app.wait_with_copy(guild, year, interaction.who.user).await? {
        WaitOutcome::Dropped => "copy-waited",
        WaitOutcome::Nothing => "copy-nothing-waits",
        WaitOutcome::TooLate => "copy-wait-too-late",
    };
    Ok(Message::text(interaction.lang.say(key)))
}

/// A boss says "no more of these".
async fn no_more(bot: &Bot, interaction: &Interaction, guild: GuildId, manager: UserId) -> Done {
    let here = (interaction.who.user, interaction.channel);
    if !bot.app.no_more_copies(guild, manager, here).await? {
        return Ok(Message::text(interaction.lang.say("boss-no-more-of-none")));
    }
    let manager = bot.app.name_of(guild, manager).await?;
    Ok(Message::text(interaction.lang.with("boss-no-more", &[("manager", plain(&manager.name).into())])))
}

/// The desk's text about colleagues' suggestions, with the button that dismisses them.
pub(super) fn suggestions(lang: Lang, (guild, year): (GuildId, i32), names: &[Option<String>]) -> Option<Component> {
    if names.is_empty() {
        return None;
    }
    let name = |name: &Option<String>| match name {
        Some(name) => fitting::name(name, NAME_AT_MOST),
        None => lang.say("desk-suggester-unnamed"),
    };
    let shown: Vec<String> = names.iter().take(NAMES_AT_MOST).map(name).collect();
    let more = names.len().saturating_sub(NAMES_AT_MOST);
    let args = [
        ("names", if more == 0 { lang.list(&shown) } else { lang.series(&shown) }.into()),
        ("more", more.into()),
        ("n", names.len().into()),
    ];
    let dismiss = Button::new(Style::Secondary, lang.say("button-dismiss"), DeskAction::Dismiss(guild, year));
    Some(Component::Section(lang.with("desk-suggested", &args), dismiss))
}

/// What `/cmad boss set` says of the choice about copies.
pub(super) async fn choice_text(bot: &Bot, lang: Lang, guild: GuildId, manager: UserId) -> Result<String, Stop> {
    let choice = bot.app.copy_choice(guild, manager).await?;
    Ok(lang.say(&format!("boss-copy-{choice}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_without_suggestions_says_nothing_of_them() {
        assert_eq!(suggestions(Lang::english(), (GuildId(1), 2027), &[]), None);
    }
}

//! The manager's sentence to their boss, which stands above a copy.

use crate::app::desk::{Choice, Desk};
use crate::discord::commands::desk::shared::{again, at_desk, button};
use crate::discord::components::{Button, Component, Field, Form, Input, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{DeskAction, FirstPageAction, SentenceAction};
use crate::discord::fitting;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::{fenced, plain};
use crate::text::Lang;
use domain::digest::SENTENCE_AT_MOST;
use domain::ids::GuildId;

/// The longest address that a refusal repeats, in characters.
const FOUND_AT_MOST: usize = 100;
/// The one field of the form.
const SENTENCE: &str = "sentence";

pub(super) async fn act(
    bot: &Bot,
    interaction: &Interaction,
    mut desk: Desk,
    action: SentenceAction,
    given: &Options,
) -> Done {
    let said = match action {
        SentenceAction::Form => Some(given.text(SENTENCE).unwrap_or_default().to_owned()),
        SentenceAction::Remove => Some(String::new()),
        SentenceAction::Open | SentenceAction::Write => None,
    };
    if let Some(said) = said {
        if let Some(found) = bot.app.refused_in_sentence(&desk, &said) {
            let found = plain(&fitting::label(found, FOUND_AT_MOST));
            let why = interaction.lang.with("sentence-address", &[("found", found.into())]);
            return Ok(with_words(interaction.lang, &desk, why, Some(&said)));
        }
        bot.app.choose(&desk, Choice::Sentence(said)).await?;
        desk = again(bot, interaction.lang, desk).await?;
    }
    Ok(page(interaction.lang, &desk))
}

/// What it says now.
pub fn page(lang: Lang, desk: &Desk) -> Message {
    with_words(lang, desk, lang.say("sentence-about"), desk.choices.sentence.as_deref())
}

/// The words below what there is to say, in a block that the form is filled in from.
fn with_words(lang: Lang, desk: &Desk, says: String, words: Option<&str>) -> Message {
    let mut components = vec![Component::Text(says)];
    let mut buttons = Vec::new();
    let write = |label: &str| Button::new(Style::Primary, lang.say(label), at_desk(desk, SentenceAction::Write));
    match words {
        Some(said) => {
            components.push(Component::Text(fenced(said)));
            buttons.push(write("button-change"));
        }
        None => buttons.push(write("button-write")),
    }
    if desk.choices.sentence.is_some() {
        buttons.push(button(lang, desk, "button-sentence-none", SentenceAction::Remove));
    }
    buttons.push(button(lang, desk, "button-back-to-desk", FirstPageAction::Open));
    components.push(Component::Buttons(buttons));
    Message::of(components)
}

/// The form, with what it says already.
pub(super) fn form(lang: Lang, (guild, year): (GuildId, i32), before: Option<String>) -> Form {
    let value = before.map(|said| said.chars().take(SENTENCE_AT_MOST.into()).collect());
    Form {
        custom_id: DeskAction::At(guild, year, SentenceAction::Form.into()).into(),
        title: lang.say("sentence-form-title"),
        fields: vec![Field {
            label: lang.say("sentence-form-label"),
            description: Some(lang.say("sentence-form-help")),
            custom_id: SENTENCE.to_owned(),
            input: Input::Paragraph { value, max: SENTENCE_AT_MOST, required: true },
        }],
    }
}

//! The manager's sentence to their boss, which stands above a copy.

use crate::app::desk::{Choice, Desk};
use crate::discord::commands::desk::shared::{again, at_desk, button};
use crate::discord::components::{Button, Component, Field, Form, Input, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{DeskAction, FirstPageAction, SentenceAction};
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::fenced;
use crate::text::Lang;
use domain::digest::SENTENCE_AT_MOST;
use domain::ids::GuildId;

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
        bot.app.choose(&desk, Choice::Sentence(said)).await?;
        desk = again(bot, interaction.lang, desk).await?;
    }
    Ok(page(interaction.lang, &desk))
}

/// What it says now, in a block that the form is filled in from.
pub fn page(lang: Lang, desk: &Desk) -> Message {
    let mut components = vec![Component::Text(lang.say("sentence-about"))];
    let mut buttons = Vec::new();
    let write = |label: &str| Button::new(Style::Primary, lang.say(label), at_desk(desk, SentenceAction::Write));
    match &desk.choices.sentence {
        Some(said) => {
            components.push(Component::Text(fenced(said)));
            buttons.push(write("button-change"));
            buttons.push(button(lang, desk, "button-sentence-none", SentenceAction::Remove));
        }
        None => buttons.push(write("button-write")),
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

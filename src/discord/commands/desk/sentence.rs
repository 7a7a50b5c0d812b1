//! The manager's sentence to their boss, which stands above a copy.

use crate::app::desk::{Choice, Desk};
use crate::discord::asked::{Asked, Options};
use crate::discord::commands::desk::shared::{at_desk, button};
use crate::discord::components::{Button, Component, Field, Form, Input, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::CustomId;
use crate::discord::desk_id::DeskId;
use crate::discord::markdown::fenced;
use crate::text::Lang;
use domain::digest::SENTENCE_AT_MOST;
use domain::ids::GuildId;

/// The one field of the form.
const SENTENCE: &str = "sentence";

/// Whatever is pressed or sent here.
pub(super) async fn at(bot: &Bot, asked: &Asked, mut desk: Desk, what: DeskId, given: &Options) -> Done {
    let said = match what {
        DeskId::SentenceForm => Some(given.text(SENTENCE).unwrap_or_default().to_owned()),
        DeskId::SentenceNone => Some(String::new()),
        _ => None,
    };
    if let Some(said) = said {
        bot.app.choose(&desk, Choice::Sentence(said)).await?;
        let (server, user, year) = (desk.server.clone(), desk.manager.user, desk.campaign.year);
        match bot.app.desk(&server, user, Some(year)).await? {
            Some(again) => desk = again,
            None => return Ok(Message::text(asked.lang.say("desk-none"))),
        }
    }
    Ok(page(asked.lang, &desk))
}

/// What it says now, in a block that the form is filled in from.
pub(in crate::discord::commands) fn page(lang: Lang, desk: &Desk) -> Message {
    let mut components = vec![Component::Text(lang.say("sentence-about"))];
    let mut buttons = Vec::new();
    let write = |label: &str| Button::tell(Style::Primary, lang.say(label), at_desk(desk, DeskId::SentenceWrite));
    match &desk.choices.sentence {
        Some(said) => {
            components.push(Component::Text(fenced(said)));
            buttons.push(write("button-change"));
            buttons.push(button(lang, desk, "button-sentence-none", DeskId::SentenceNone));
        }
        None => buttons.push(write("button-write")),
    }
    buttons.push(button(lang, desk, "button-back-to-desk", DeskId::Open));
    components.push(Component::Buttons(buttons));
    Message::of(components)
}

/// The form, with what it says already.
pub(super) fn form(lang: Lang, (guild, year): (GuildId, i32), before: Option<String>) -> Form {
    let value = before.map(|said| said.chars().take(SENTENCE_AT_MOST.into()).collect());
    Form {
        custom_id: CustomId::At(guild, year, DeskId::SentenceForm).text(),
        title: lang.say("sentence-form-title"),
        fields: vec![Field {
            label: lang.say("sentence-form-label"),
            description: Some(lang.say("sentence-form-help")),
            custom_id: SENTENCE.to_owned(),
            input: Input::Paragraph { value, max: SENTENCE_AT_MOST, required: true },
        }],
    }
}

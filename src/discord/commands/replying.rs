//! A boss who is a member replies to the copy that they got: the form below it, and what became of what they wrote.

use crate::app::boss_replies::ReplyOutcome;
use crate::discord::components::{Button, Component, Field, Form, Input, MenuOption, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::ReplyAction;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::{fenced, plain, unfenced};
use crate::text::Lang;
use domain::boss_reply::{CopyId, REPLY_MAX};
use domain::digest::can_be_seen;
use domain::ids::MessageId;

/// The fields of the form.
const WORDS: &str = "words";
const MAY: &str = "may";
/// What the second one says where the boss agrees to a post.
const YES: &str = "yes";
const NO: &str = "no";

pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: ReplyAction, given: &Options) -> Done {
    let lang = interaction.lang;
    match action {
        ReplyAction::Open(..) => Err(super::shared::unknown(interaction)),
        ReplyAction::Form(guild, year, manager, copy) => {
            let of = CopyId { guild, year, manager, copy };
            let (words, may) = (given.text(WORDS).unwrap_or_default(), given.text(MAY) == Some(YES));
            let who = (interaction.who.user, MessageId(interaction.id).made_at());
            let outcome = bot.app.reply_of_member(of, who, words, may).await?;
            let name = bot.app.name_of(guild, manager).await?;
            Ok(answer(lang, &plain(&name.name), of, outcome, (words, may)))
        }
        ReplyAction::TakeBack(guild, year, manager, copy) => {
            let of = CopyId { guild, year, manager, copy };
            let done = bot.app.withdraw_reply_of_member(of, interaction.who.user).await?;
            Ok(Message::text(lang.say(if done { "reply-withdrawn" } else { "reply-nothing" })))
        }
    }
}

/// What became of it, with the words, so that the form opens with them again.
pub fn answer(
    lang: Lang,
    manager: &str,
    of: CopyId,
    outcome: Option<ReplyOutcome>,
    (words, may): (&str, bool),
) -> Message {
    let says = match outcome {
        Some(outcome) => lang.with(outcome.key(), &outcome.args(manager)),
        None => lang.say("reply-gone"),
    };
    let mut components = vec![Component::Text(says)];
    if can_be_seen(words) {
        components.push(Component::Text(fenced(words)));
    }
    let CopyId { guild, year, manager, copy } = of;
    let open = ReplyAction::Open(guild, year, manager, copy, u8::from(may));
    let change = Button::new(Style::Secondary, lang.say("button-reply-change"), open);
    let back = ReplyAction::TakeBack(guild, year, manager, copy);
    let back = Button::new(Style::Secondary, lang.say("button-reply-back"), back);
    match outcome {
        Some(ReplyOutcome::Kept | ReplyOutcome::Unchanged) => components.push(Component::Buttons(vec![change, back])),
        Some(ReplyOutcome::Empty | ReplyOutcome::TooLong(_)) => components.push(Component::Buttons(vec![change])),
        Some(ReplyOutcome::Over) => components.push(Component::Buttons(vec![back])),
        None => {}
    }
    Message::of(components)
}

/// The form, with what was written already; from the button alone.
pub(super) fn form_behind(lang: Lang, action: &ReplyAction, texts: &[String]) -> Option<Form> {
    let ReplyAction::Open(guild, year, manager, copy, may) = action else { return None };
    let before = texts.iter().rev().map(|text| (text, unfenced(text))).find(|(text, inner)| *text != inner);
    let value = before.map(|(_, inner)| inner.chars().take(REPLY_MAX.into()).collect());
    let option = |value: &str, key: &str| MenuOption {
        description: Some(lang.say(&format!("{key}-means"))),
        chosen: (value == YES) == (*may == 1),
        ..MenuOption::new(lang.say(key), value)
    };
    let field = |custom_id: &str, key: &str, input| Field {
        label: lang.say(key),
        description: Some(lang.say(&format!("{key}-help"))),
        custom_id: custom_id.to_owned(),
        input,
    };
    let options = vec![option(NO, "reply-may-no"), option(YES, "reply-may-yes")];
    Some(Form {
        custom_id: ReplyAction::Form(*guild, *year, *manager, *copy).into(),
        title: lang.say("reply-form-title"),
        fields: vec![
            field(WORDS, "reply-form-words", Input::Paragraph { value, max: REPLY_MAX, required: true }),
            field(MAY, "reply-form-may", Input::Radio(options)),
        ],
    })
}

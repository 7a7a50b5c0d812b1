//! Thank the thankers: the page on which a manager writes one answer to everyone, previews it, and has it posted.

use crate::app::answers::{AnswerStatus, WriteAnswerOutcome};
use crate::app::desk::Desk;
use crate::discord::commands::desk::shared::at_desk;
use crate::discord::components::{Button, Component, Field, Form, Input, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{DeskAction, DeskPageAction, FirstPageAction, ThankersAction};
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::fenced;
use crate::text::Lang;
use domain::answer::{ANSWER_MAX, AnswerState};
use domain::ids::GuildId;
use domain::send::SendState;

/// The one field of the form.
const ANSWER: &str = "answer";

pub(super) async fn act(
    bot: &Bot,
    interaction: &Interaction,
    desk: Desk,
    action: ThankersAction,
    given: &Options,
) -> Done {
    let desk = &desk;
    let lang = interaction.lang;
    match action {
        ThankersAction::Form => {
            let words = given.text(ANSWER).unwrap_or_default();
            let written = bot.app.write_answer(desk, words).await?;
            if written != WriteAnswerOutcome::Kept {
                // Nothing that was written is lost: the form opens again with what stands in the block.
                let says = Component::Text(lang.say(refusal(written)));
                let again =
                    Button::new(Style::Primary, lang.say("button-change"), at_desk(desk, ThankersAction::Write));
                let kept = (!words.trim().is_empty()).then(|| Component::Text(fenced(words)));
                let buttons = Component::Buttons(vec![
                    again,
                    Button::new(
                        Style::Secondary,
                        lang.say("button-back-to-desk"),
                        at_desk(desk, FirstPageAction::Open),
                    ),
                ]);
                return Ok(Message::of([Some(says), kept, Some(buttons)].into_iter().flatten().collect()));
            }
        }
        ThankersAction::Post => bot.app.post_answer(desk).await?,
        ThankersAction::TakeBack => bot.app.take_answer_back(desk).await?,
        ThankersAction::Open | ThankersAction::Write => {}
    }
    Ok(page(lang, desk, &bot.app.answering(desk).await?))
}

const fn refusal(written: WriteAnswerOutcome) -> &'static str {
    match written {
        WriteAnswerOutcome::Kept | WriteAnswerOutcome::Empty => "thankers-empty",
        WriteAnswerOutcome::NotDue => "thankers-not-due",
        WriteAnswerOutcome::NoThanks => "thankers-nobody",
        WriteAnswerOutcome::Stands => "thankers-stands",
        WriteAnswerOutcome::Hidden => "thankers-hidden",
    }
}

/// How the answer stands, and what can be done about it.
pub fn page(lang: Lang, desk: &Desk, answering: &AnswerStatus) -> Message {
    let button =
        |style: Style, label: &str, action: DeskPageAction| Button::new(style, lang.say(label), at_desk(desk, action));
    let back = button(Style::Secondary, "button-back-to-desk", FirstPageAction::Open.into());
    let write = |label: &str| button(Style::Primary, label, ThankersAction::Write.into());
    let take_back = button(Style::Danger, "button-answer-back", ThankersAction::TakeBack.into());
    let about =
        [("people", desk.digest.numbers.people.into()), ("channel", format!("<#{}>", desk.server.channel).into())];
    let words = answering.answer.as_ref().map(|answer| answer.words.as_str()).filter(|words| !words.is_empty());
    let (says, buttons) = match (answering.answer.as_ref().map(|answer| answer.state), answering.post) {
        _ if !desk.is_due => (lang.say("thankers-not-due"), vec![back]),
        (None | Some(AnswerState::Withdrawn), _) if desk.digest.numbers.messages == 0 => {
            (lang.say("thankers-nobody"), vec![back])
        }
        (None | Some(AnswerState::Withdrawn), _) => {
            (lang.with("thankers-about", &about), vec![write("button-write"), back])
        }
        (Some(AnswerState::Draft), _) => {
            let post = button(Style::Success, "button-answer-post", ThankersAction::Post.into());
            let throw = button(Style::Danger, "button-answer-throw", ThankersAction::TakeBack.into());
            (lang.with("thankers-draft", &about), vec![post, write("button-change"), throw, back])
        }
        (Some(AnswerState::Hidden), _) => (lang.say("thankers-hidden"), vec![back]),
        (Some(AnswerState::Posted), Some(SendState::Sent)) => {
            let link = answering.link.map(|link| link.to_string()).unwrap_or_default();
            (lang.with("thankers-posted", &[("link", link.into())]), vec![take_back, back])
        }
        (Some(AnswerState::Posted), Some(SendState::Planned)) => {
            (lang.say("thankers-waits"), vec![write("button-change"), take_back, back])
        }
        (Some(AnswerState::Posted), Some(SendState::Claimed)) => {
            (lang.say("thankers-on-its-way"), vec![take_back, back])
        }
        (Some(AnswerState::Posted), Some(SendState::Unknown)) => (lang.say("thankers-unknown"), vec![take_back, back]),
        (Some(AnswerState::Posted), _) => (lang.say("thankers-failed"), vec![write("button-change"), take_back, back]),
    };
    let mut components = vec![Component::Text(says)];
    components.extend(words.map(|words| Component::Text(fenced(words))));
    components.push(Component::Buttons(buttons));
    Message::of(components)
}

/// The form, with what was written already.
pub(super) fn form(lang: Lang, (guild, year): (GuildId, i32), before: Option<String>) -> Form {
    let value = before.map(|said| said.chars().take(ANSWER_MAX.into()).collect());
    Form {
        custom_id: DeskAction::At(guild, year, ThankersAction::Form.into()).into(),
        title: lang.say("thankers-form-title"),
        fields: vec![Field {
            label: lang.say("thankers-form-label"),
            description: Some(lang.say("thankers-form-help")),
            custom_id: ANSWER.to_owned(),
            input: Input::Paragraph { value, max: ANSWER_MAX, required: true },
        }],
    }
}

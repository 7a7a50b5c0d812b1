//! Thank the thankers: the page on which a manager writes one answer to everybody, looks at it, and has it posted.

use crate::app::answers::{Answering, Written};
use crate::app::desk::Desk;
use crate::discord::asked::{Asked, Options};
use crate::discord::components::{Button, Component, Field, Form, Input, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::CustomId;
use crate::discord::desk_id::DeskId;
use crate::discord::markdown::fenced;
use crate::text::Lang;
use domain::answer::{ANSWER_MAX, AnswerState};
use domain::ids::GuildId;
use domain::send::SendState;

/// The one field of the form.
const ANSWER: &str = "answer";

/// Whatever is pressed or sent here.
pub async fn at(bot: &Bot, asked: &Asked, desk: &Desk, what: DeskId, given: &Options) -> Done {
    let lang = asked.lang;
    match what {
        DeskId::AnswerForm => {
            let words = given.text(ANSWER).unwrap_or_default();
            let written = bot.app.write_answer(desk, words).await?;
            if written != Written::Kept {
                // Nothing that was written is lost: the form opens again with what stands in the block.
                let says = Component::Text(lang.say(refusal(written)));
                let again = Button::tell(Style::Primary, lang.say("button-change"), id(desk, DeskId::AnswerWrite));
                let kept = (!words.trim().is_empty()).then(|| Component::Text(fenced(words)));
                let buttons = Component::Buttons(vec![
                    again,
                    Button::tell(Style::Secondary, lang.say("button-back-to-desk"), id(desk, DeskId::Open)),
                ]);
                return Ok(Message::of([Some(says), kept, Some(buttons)].into_iter().flatten().collect()));
            }
        }
        DeskId::AnswerPost => bot.app.post_answer(desk).await?,
        DeskId::AnswerBack => bot.app.take_answer_back(desk).await?,
        _ => {}
    }
    Ok(page(lang, desk, &bot.app.answering(desk).await?))
}

const fn refusal(written: Written) -> &'static str {
    match written {
        Written::Kept | Written::Empty => "thankers-empty",
        Written::NotDue => "thankers-not-due",
        Written::NoThanks => "thankers-nobody",
        Written::Stands => "thankers-stands",
        Written::Hidden => "thankers-hidden",
    }
}

fn id(desk: &Desk, what: DeskId) -> String {
    CustomId::At(desk.server.guild, desk.campaign.year, what).text()
}

/// How the answer stands, and what can be done about it.
pub(in crate::discord::commands) fn page(lang: Lang, desk: &Desk, answering: &Answering) -> Message {
    let button = |style: Style, label: &str, what: DeskId| Button::tell(style, lang.say(label), id(desk, what));
    let back = button(Style::Secondary, "button-back-to-desk", DeskId::Open);
    let write = |label: &str| button(Style::Primary, label, DeskId::AnswerWrite);
    let take_back = button(Style::Danger, "button-answer-back", DeskId::AnswerBack);
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
            let post = button(Style::Success, "button-answer-post", DeskId::AnswerPost);
            let throw = button(Style::Danger, "button-answer-throw", DeskId::AnswerBack);
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
        custom_id: CustomId::At(guild, year, DeskId::AnswerForm).text(),
        title: lang.say("thankers-form-title"),
        fields: vec![Field {
            label: lang.say("thankers-form-label"),
            description: Some(lang.say("thankers-form-help")),
            custom_id: ANSWER.to_owned(),
            input: Input::Paragraph { value, max: ANSWER_MAX, required: true },
        }],
    }
}

//! What the boss replied, at the manager's desk: the words, and the post under the recap if both want it.

use crate::app::desk::Desk;
use crate::discord::commands::desk::shared::{again, at_desk, button};
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{BossReplyAction, FirstPageAction};
use crate::discord::fitting;
use crate::discord::interaction::Interaction;
use crate::discord::markdown::timestamp;
use crate::text::Lang;
use domain::boss_reply::{BossReply, CopyId, ReplyState};
use domain::send::SendState;

/// The most that the words of one reply take on this page: three copies can each have one.
const WORDS_ROOM: usize = 1050;
/// The most that they take on the desk itself, where much else stands.
const ON_DESK_ROOM: usize = 300;

pub(super) async fn act(bot: &Bot, interaction: &Interaction, desk: Desk, action: BossReplyAction) -> Done {
    let lang = interaction.lang;
    let mut says = None;
    match action {
        BossReplyAction::Open => {}
        BossReplyAction::Post(copy, revision) | BossReplyAction::PostHere(copy, revision) => {
            let of = CopyId { guild: desk.server.guild, year: desk.campaign.year, manager: desk.manager.user, copy };
            if !bot.app.post_reply(of, revision).await? {
                says = Some(lang.say("boss-reply-changed"));
            }
        }
        BossReplyAction::TakeDown(copy) => bot.app.take_reply_down(&desk, copy).await?,
    }
    let desk = again(bot, lang, desk).await?;
    let mut replies = Vec::new();
    for reply in &desk.replies {
        replies.push((reply.clone(), bot.app.reply_post_state(reply).await?));
    }
    Ok(page(lang, &desk, &replies, says))
}

/// Every reply about this digest, the latest first.
pub fn page(lang: Lang, desk: &Desk, replies: &[(BossReply, Option<SendState>)], says: Option<String>) -> Message {
    let mut components: Vec<Component> = says.into_iter().map(Component::Text).collect();
    if replies.is_empty() {
        components.push(Component::Text(lang.say("boss-reply-none")));
    }
    for (reply, post) in replies.iter().rev() {
        let when = [("when", timestamp(reply.changed_at, 'f').into())];
        let head = lang.with("boss-reply-head", &when);
        let words = fitting::quote(&reply.words, WORDS_ROOM).0;
        let text = [head, words, format!("-# {}", state(lang, reply, *post))];
        components.push(Component::Text(text.join("\n")));
        let copy = reply.of.copy;
        if reply.can_be_posted() {
            let post = at_desk(desk, BossReplyAction::Post(copy, reply.revision));
            components.push(Component::Buttons(vec![Button::new(Style::Success, lang.say("button-reply-post"), post)]));
        } else if reply.state == ReplyState::Posted {
            let down = at_desk(desk, BossReplyAction::TakeDown(copy));
            components.push(Component::Buttons(vec![Button::new(Style::Danger, lang.say("button-reply-down"), down)]));
        }
    }
    components.push(Component::Buttons(vec![button(lang, desk, "button-back-to-desk", FirstPageAction::Open)]));
    Message::of(components)
}

/// Who reads it, in a sentence.
fn state(lang: Lang, reply: &BossReply, post: Option<SendState>) -> String {
    lang.say(match (reply.state, post) {
        (ReplyState::Hidden, _) => "boss-reply-hidden",
        (ReplyState::Posted, Some(SendState::Sent)) => "boss-reply-posted",
        (ReplyState::Posted, Some(SendState::Planned | SendState::Claimed)) => "boss-reply-on-its-way",
        (ReplyState::Posted, Some(SendState::Unknown)) => "boss-reply-unknown",
        (ReplyState::Posted, _) => "boss-reply-failed",
        (ReplyState::Kept | ReplyState::Withdrawn, _) if reply.may_be_posted => "boss-reply-may",
        (ReplyState::Kept | ReplyState::Withdrawn, _) => "boss-reply-for-you",
    })
}

/// What stands on the desk itself: the latest reply.
pub(super) fn on_desk(lang: Lang, desk: &Desk) -> Option<Component> {
    let reply = desk.replies.iter().rev().find(|reply| !reply.words.is_empty())?;
    let words = fitting::quote(&reply.words, ON_DESK_ROOM).0;
    Some(Component::Text(format!("{}\n{words}", lang.say("desk-boss-wrote"))))
}

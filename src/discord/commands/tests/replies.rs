//! What a boss replied, whatever they wrote: at the desk, and to the boss.

use crate::app::boss_replies::ReplyOutcome;
use crate::app::desk::Desk;
use crate::discord::commands::desk::replies;
use crate::discord::commands::replying;
use crate::discord::components::Message;
use crate::discord::markdown::plain;
use crate::discord::notes;
use crate::discord::tests::messages::{frame, mark};
use crate::ports::{Frame, Note, NoteKind};
use crate::text::Lang;
use domain::boss_reply::{BossReply, CopyId, ReplyState};
use domain::ids::{GuildId, UserId};

/// What a boss replied, as long as it may be.
pub fn reply(said: &str) -> BossReply {
    let of = CopyId { guild: GuildId(1), year: 2027, manager: UserId(900), copy: 0 };
    crate::discord::tests::reply(of, &said.chars().take(500).collect::<String>(), true)
}

/// The pages with it.
pub fn pages(lang: Lang, desk: &Desk, name: &str, said: &str) -> Vec<(String, Message)> {
    let all = [(reply(said), None), (BossReply { state: ReplyState::Posted, ..reply(said) }, None)];
    let page = replies::page(lang, desk, &all, Some(lang.say("boss-reply-changed")));
    let answers = [ReplyOutcome::Kept, ReplyOutcome::TooLong(usize::MAX)].map(|outcome| {
        let answer = replying::answer(lang, &plain(name), reply(said).of, Some(outcome), (said, true));
        (format!("reply, {}", outcome.key()), answer)
    });
    let what = NoteKind::BossWrote { reply: Box::new(reply(said)), is_changed: true };
    let frame = Frame { language: lang.tag().to_owned(), server: name.to_owned(), ..frame(2027) };
    let wrote = notes::note(&Note { frame, what }, &mark());
    [("replies".to_owned(), page), ("boss wrote".to_owned(), wrote)].into_iter().chain(answers).collect()
}

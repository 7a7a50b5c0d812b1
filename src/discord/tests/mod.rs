//! What the bot says on Discord and what it reads there, all of it at once.

pub(super) mod fuzz;
pub(super) mod messages;

/// A reply that waits for its manager to want it posted.
pub fn reply(of: domain::boss_reply::CopyId, words: &str, may_be_posted: bool) -> domain::boss_reply::BossReply {
    domain::boss_reply::BossReply {
        of,
        boss: None,
        words: words.to_owned(),
        may_be_posted,
        state: domain::boss_reply::ReplyState::Kept,
        revision: u32::MAX,
        posts: 0,
        written_at: chrono::DateTime::UNIX_EPOCH,
        changed_at: chrono::DateTime::UNIX_EPOCH,
    }
}

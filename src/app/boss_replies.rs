//! What a boss replies to a copy: by the link in a mail, or by the form below a direct message; how it reaches the manager,
//! and how it stands under the recap if both want that.

use chrono::{DateTime, Utc};

use crate::app::desk::Desk;
use crate::app::outgoing::Outgoing;
use crate::app::{App, Result};
use crate::digest::wording::isolated;
use crate::ports::{Body, Destination, Named, NoteKind, Post, PostKind};
use crate::store::boss_replies::{CopyFor, Replied, Said};
use crate::store::sends::SendRecord;
use crate::text::Arg;
use domain::boss_reply::{BossReply, CopyId, NoReply, REPLY_MAX, ReplyState, reply_words};
use domain::campaign::Campaign;
use domain::digest::plain_name;
use domain::ids::{GuildId, MessageId, UserId};
use domain::mail::Address;
use domain::roster::Manager;
use domain::send::{SendKey, SendState, Task};
use domain::server::Server;

/// What the page of a link shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyPage {
    /// The manager's name; `None` if they have none.
    pub manager: Option<String>,
    /// The server's name.
    pub server: Option<String>,
    /// What the boss wrote so far.
    pub reply: Option<BossReply>,
    /// Whether they can write now: for the first time, or a change.
    pub is_open: bool,
}

/// What became of what a boss wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyOutcome {
    /// It is kept, and the manager gets it.
    Kept,
    /// The same is kept already.
    Unchanged,
    /// There is nothing to see in it.
    Empty,
    /// It has more characters than a reply may have: so many.
    TooLong(usize),
    /// It can no longer be changed.
    Over,
}

impl ReplyOutcome {
    /// The text that says it to the boss.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kept => "reply-kept",
            Self::Unchanged => "reply-unchanged",
            Self::Empty => "reply-empty",
            Self::TooLong(_) => "reply-too-long",
            Self::Over => "reply-over",
        }
    }

    /// What that text needs; the name is escaped for its medium.
    #[must_use]
    pub fn args(self, manager: &str) -> [(&'static str, Arg<'_>); 3] {
        let count = if let Self::TooLong(count) = self { count } else { 0 };
        [("manager", manager.into()), ("count", count.into()), ("most", u32::from(REPLY_MAX).into())]
    }
}

impl App {
    /// The link by which the boss who gets this copy by mail replies; `None` where no pages are served.
    pub(super) fn reply_link(&self, of: CopyId, boss: &Address) -> Result<Option<String>> {
        let Some(url) = self.public_url() else { return Ok(None) };
        let sent_to = self.store().boss_number(of.guild, of.manager, &boss.recipient());
        Ok(Some(url.reply(&self.store().reply_token(CopyFor { of, sent_to })?)))
    }

    /// The manager of a copy that a boss may reply to: it was sent to that boss and is kept, and its manager is on the roster.
    async fn replied_to(&self, to: CopyFor) -> Result<Option<Manager>> {
        if !self.store().is_copy_kept(to).await? {
            return Ok(None);
        }
        let manager = self.store().manager(to.of.guild, to.of.manager).await?;
        Ok(manager.filter(|manager| manager.status.is_on_roster()))
    }

    /// The page of a link; `None` if this bot did not make it, or its copy is gone. Changes nothing.
    pub async fn reply_page(&self, token: &str) -> Result<Option<ReplyPage>> {
        let Some(to) = self.store().read_reply_token(token) else { return Ok(None) };
        let Some(manager) = self.replied_to(to).await? else { return Ok(None) };
        let reply = self.store().boss_reply(to.of).await?;
        let is_open = reply.as_ref().is_none_or(|reply| reply.can_be_changed(self.now()));
        let shown = |name: String| plain_name(&name).map(|name| isolated(&name).into_owned());
        let name = (!manager.is_nameless()).then_some(manager.name);
        Ok(Some(ReplyPage {
            manager: name.and_then(shown),
            server: self.server(to.of.guild).await?.and_then(|server| shown(server.name)),
            reply: reply.filter(|reply| reply.state != ReplyState::Withdrawn),
            is_open,
        }))
    }

    /// What came from the page of a link; `None` as for [`App::reply_page`].
    pub async fn reply_by_link(&self, token: &str, words: &str, may_be_posted: bool) -> Result<Option<ReplyOutcome>> {
        let Some(to) = self.store().read_reply_token(token) else { return Ok(None) };
        self.reply_to(to, Said { words, may_be_posted, boss: None, at: self.now() }).await
    }

    /// What came from the form of a member at that time; `None` if the copy did not go to them, or is gone.
    pub async fn reply_of_member(
        &self,
        of: CopyId,
        (boss, at): (UserId, DateTime<Utc>),
        words: &str,
        may_be_posted: bool,
    ) -> Result<Option<ReplyOutcome>> {
        self.reply_to(self.copy_for_member(of, boss), Said { words, may_be_posted, boss: Some(boss), at }).await
    }

    /// A boss takes their reply back by the page of their link. Returns whether there was one.
    pub async fn withdraw_reply_by_link(&self, token: &str) -> Result<bool> {
        let Some(to) = self.store().read_reply_token(token) else { return Ok(false) };
        self.withdraw_reply(to).await
    }

    /// A member takes their reply back. Returns whether there was one.
    pub async fn withdraw_reply_of_member(&self, of: CopyId, boss: UserId) -> Result<bool> {
        self.withdraw_reply(self.copy_for_member(of, boss)).await
    }

    fn copy_for_member(&self, of: CopyId, boss: UserId) -> CopyFor {
        CopyFor { of, sent_to: self.store().boss_number(of.guild, of.manager, &boss.to_string()) }
    }

    async fn reply_to(&self, to: CopyFor, said: Said<'_>) -> Result<Option<ReplyOutcome>> {
        if self.replied_to(to).await?.is_none() {
            return Ok(None);
        }
        let words = match reply_words(said.words) {
            Ok(words) => words,
            Err(NoReply::Empty) => return Ok(Some(ReplyOutcome::Empty)),
            Err(NoReply::TooLong(count)) => return Ok(Some(ReplyOutcome::TooLong(count))),
        };
        let said = Said { words: &words, ..said };
        let outcome = match self.store().write_boss_reply(to, said, self.now()).await? {
            Replied::Kept => ReplyOutcome::Kept,
            Replied::Unchanged => ReplyOutcome::Unchanged,
            Replied::Over => ReplyOutcome::Over,
            Replied::NoCopy => return Ok(None),
        };
        tracing::info!(guild = %to.of.guild, ?outcome, "a boss replied to a copy");
        self.wake_dispatch();
        Ok(Some(outcome))
    }

    async fn withdraw_reply(&self, to: CopyFor) -> Result<bool> {
        let done = self.store().withdraw_boss_reply(to, self.now()).await?;
        self.wake_dispatch();
        Ok(done)
    }

    /// What the boss wrote about a digest, as its manager may see it; the latest copy last.
    pub(super) async fn replies_on_desk(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Vec<BossReply>> {
        let all = self.store().boss_replies(guild, year, manager).await?;
        let is_there = |reply: &BossReply| {
            reply.state != ReplyState::Withdrawn && (!reply.words.is_empty() || reply.state == ReplyState::Posted)
        };
        Ok(all.into_iter().filter(is_there).collect())
    }

    /// Where the post of a reply is, and the state of its send; `None` if it is not posted.
    pub async fn reply_post_state(&self, reply: &BossReply) -> Result<Option<SendState>> {
        if reply.state != ReplyState::Posted {
            return Ok(None);
        }
        let BossReply { of: CopyId { guild, year, manager, copy }, posts, .. } = *reply;
        let key = SendKey::new(guild, year, &Task::PostReply { manager, copy, revision: posts });
        Ok(self.store().send(&key).await?.map(|send| send.state))
    }

    /// **Post it under the recap**: once, however often it is pressed, and only what the manager saw: that revision. Returns
    /// whether it is posted now, or was before.
    pub async fn post_reply(&self, of: CopyId, revision: u32) -> Result<bool> {
        let done = self.store().post_boss_reply(of, revision, self.now()).await?;
        self.wake_dispatch();
        let found = self.store().boss_reply(of).await?;
        Ok(done || found.is_some_and(|reply| reply.state == ReplyState::Posted && reply.revision == revision))
    }

    /// The manager takes the post down.
    pub async fn take_reply_down(&self, desk: &Desk, copy: u32) -> Result<()> {
        let of = CopyId { guild: desk.server.guild, year: desk.campaign.year, manager: desk.manager.user, copy };
        self.store().retract_boss_reply(of, ReplyState::Kept, self.now()).await?;
        self.wake_dispatch();
        Ok(())
    }

    /// The reply that one of the bot's posts in this server shows or showed.
    pub async fn reply_at(&self, guild: GuildId, message: MessageId) -> Result<Option<BossReply>> {
        let Some(send) = self.store().send_of_message(message).await?.filter(|send| send.guild == guild) else {
            return Ok(None);
        };
        let Task::PostReply { manager, copy, revision } = send.task else { return Ok(None) };
        let found = self.store().boss_reply(CopyId { guild, year: send.year, manager, copy }).await?;
        Ok(found.filter(|reply| reply.posts == revision))
    }

    /// An admin hides the post of a reply. Says whether it was there to hide.
    pub async fn hide_reply(&self, reply: &BossReply) -> Result<bool> {
        let done = self.store().retract_boss_reply(reply.of, ReplyState::Hidden, self.now()).await?;
        self.wake_dispatch();
        Ok(done)
    }

    /// An admin lets the manager post it again. Says whether it was hidden.
    pub async fn restore_reply(&self, reply: &BossReply) -> Result<bool> {
        self.store().restore_boss_reply(reply.of).await
    }

    /// The word to a manager that their boss wrote; `None` if the boss changed it or took it back meanwhile, and it cannot have
    /// arrived.
    pub(super) async fn boss_wrote(
        &self,
        send: &SendRecord,
        server: &Server,
        campaign: &Campaign,
    ) -> Result<Option<Outgoing>> {
        let Task::BossWrote { manager, copy, revision } = send.task else { return Ok(None) };
        let to = Destination::Person(manager);
        let found = self.store().boss_reply(CopyId { guild: send.guild, year: send.year, manager, copy }).await?;
        let found = found.filter(|reply| reply.revision == revision && !reply.words.is_empty());
        let person = self.addressed(server, manager).await?.filter(|one| one.status.is_on_roster());
        let (Some(reply), Some(person)) = (found, person) else {
            return Ok(send.uncertain.then_some(Outgoing::Unwanted { to }));
        };
        let mut is_changed = false;
        for earlier in 0..revision {
            let key = SendKey::new(send.guild, send.year, &Task::BossWrote { manager, copy, revision: earlier });
            let before = self.store().send(&key).await?;
            is_changed |= before.is_some_and(|one| matches!(one.state, SendState::Sent | SendState::Unknown));
        }
        let note = NoteKind::BossWrote { reply: Box::new(reply), is_changed };
        let body = self.note_to(server, campaign, &person, note);
        Ok(Some(Outgoing::Message { to, body, instead: None }))
    }

    /// The post of a reply under the recap; `None` if it is no longer wanted and cannot have been posted.
    pub(super) async fn reply_post(
        &self,
        send: &SendRecord,
        server: &Server,
        campaign: &Campaign,
    ) -> Result<Option<Outgoing>> {
        let Task::PostReply { manager, copy, revision } = send.task else { return Ok(None) };
        let (to, instead) = self.below_recap(server, send.year).await?;
        let found = self.store().boss_reply(CopyId { guild: send.guild, year: send.year, manager, copy }).await?;
        let found = found.filter(|one| one.state == ReplyState::Posted && one.posts == revision);
        let whose = self.store().manager(server.guild, manager).await?.filter(|one| one.status.is_on_roster());
        Ok(match (found, whose) {
            (Some(reply), Some(whose)) if reply.may_be_posted && !reply.words.is_empty() => {
                let what = PostKind::BossReply { manager: Named::from(&whose), words: reply.words };
                let body = Body::Post(Box::new(Post { frame: self.frame(server, campaign), what }));
                Some(Outgoing::Message { to, body, instead })
            }
            _ => send.uncertain.then_some(Outgoing::Unwanted { to }),
        })
    }
}

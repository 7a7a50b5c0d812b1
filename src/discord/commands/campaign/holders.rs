//! The holders of the manager role, where the application may list members: they are recognised without being seen.

use std::time::Duration;

use crate::app::roster::{Asking, HoldersPost, Person, Recognised};
use crate::discord::components::{Button, Component, Style};
use crate::discord::context::Bot;
use crate::discord::custom_id::SetupAction;
use crate::discord::people::Member;
use crate::discord::rest::{Outage, RestError};
use crate::text::Lang;
use domain::ids::{ChannelId, GuildId, RoleId, UserId};
use domain::server::Server;

/// How many members Discord lists on one page, at most.
const PAGE: u16 = 1000;

/// For how long members are listed: a person waits for the answer, and Discord accepts it for 15 minutes.
const PATIENCE: Duration = Duration::from_secs(5 * 60);

/// Who holds the manager role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holders {
    role: RoleId,
    /// How many people hold it; bots are no managers.
    holders: usize,
    /// How many of them are on the roster now. Others declined, or were taken off.
    on_roster: usize,
    /// How many more wait for an admin to confirm their invitations.
    waiting: usize,
    /// How many invitations go within a minute.
    pace: u32,
    /// The campaign's channel, in which a post can ask them.
    channel: ChannelId,
    /// The last post that did.
    post: Option<HoldersPost>,
}

impl Holders {
    /// "2 of 3 holders are on the roster."
    pub(super) fn line(self, lang: Lang) -> String {
        let args = [
            ("on", self.on_roster.into()),
            ("count", self.holders.into()),
            ("role", self.role.to_string().into()),
            ("waiting", self.waiting.into()),
            ("pace", self.pace.into()),
            ("channel", self.channel.to_string().into()),
        ];
        let key = match self.waiting {
            0 => "holders-on-roster",
            _ if self.is_asked() => "holders-asked",
            _ => "holders-waiting",
        };
        lang.with(key, &args)
    }

    /// Whether a post asks them.
    fn is_asked(self) -> bool {
        self.post.is_some_and(|post| post.asks)
    }

    /// The buttons by which an admin chooses how they are asked: by this many direct messages, or by one post.
    pub(super) fn buttons(self, lang: Lang) -> Option<Component> {
        let count = u32::try_from(self.waiting).ok().filter(|count| *count > 0)?;
        let label = lang.with("button-invite-holders", &[("count", count.into())]);
        let post = lang.say(if self.is_asked() { "button-ask-holders-again" } else { "button-ask-holders" });
        let next = self.post.map_or(0, |post| post.revision) + 1;
        Some(Component::Buttons(vec![
            Button::new(Style::Primary, label, SetupAction::InviteHolders(count)),
            Button::new(Style::Secondary, post, SetupAction::AskHolders(next)),
        ]))
    }
}

/// Recognises every holder of a server's manager role. `None` where there is no such role, or not all members could be
/// listed: that must not spoil the answer to what was asked for, which is done.
pub(super) async fn recognise(bot: &Bot, server: &Server, asking: Asking) -> Option<Holders> {
    let role = server.manager_role?;
    let mut holders = Vec::new();
    let looking = tokio::time::timeout(PATIENCE, look(bot, server.guild, role, &mut holders)).await;
    let looked = looking.unwrap_or(Err(RestError::Unavailable { how: Outage::TimedOut }));
    if let Err(error) = &looked {
        tracing::warn!(guild = %server.guild, %error, "not all members were listed: the holders of the manager role among the others are recognised when they are seen");
    }
    let saw_all = looked == Ok(Listing::All);
    let mut recognised = bot.app.recognise_all(server, &holders, asking).await;
    if let Ok(Recognised { waiting: 0, post: Some(post), .. }) = recognised
        && saw_all
        && post.asks
        && let Err(error) = bot.app.end_holders_post(server.guild).await
    {
        recognised = Err(error);
    }
    match recognised {
        // What waits is said in any case: only then can it be confirmed.
        Ok(Recognised { on_roster, waiting, post }) => (saw_all || waiting > 0).then_some(Holders {
            role,
            holders: holders.len(),
            on_roster,
            waiting,
            pace: bot.app.config().limits.invitations_per_minute,
            channel: server.channel,
            post,
        }),
        Err(error) => {
            bot.app.log_store_error(
                &error,
                "The holders of the manager role were not recognised; each is when they are seen",
            );
            None
        }
    }
}

/// Which members were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Listing {
    All,
    /// Not those whom Discord shows in another way than it documents.
    Some,
    /// They may not be listed.
    None,
}

/// Adds to `holders` everyone who holds the role, page by page: what was found stays found when a later page fails.
async fn look(bot: &Bot, guild: GuildId, role: RoleId, holders: &mut Vec<Person>) -> Result<Listing, RestError> {
    if !bot.rest.application().await?.may_list_members() {
        return Ok(Listing::None);
    }
    let mut after = UserId(0);
    let mut listing = Listing::All;
    loop {
        let page = match bot.rest.members(guild, after, PAGE).await {
            Ok(page) => page,
            Err(RestError::Forbidden { .. }) => return Ok(Listing::None),
            Err(error) => return Err(error),
        };
        let members: Vec<Person> = page.iter().filter_map(Member::person).collect();
        let last = members.iter().map(|member| member.user).max();
        holders.extend(members.into_iter().filter(|member| !member.is_bot && member.roles.contains(&role)));
        if !page.is_whole {
            listing = Listing::Some;
        }
        let goes_on = page.len() >= usize::from(PAGE) || !page.is_whole;
        match last {
            Some(last) if goes_on && last > after => after = last,
            _ => return Ok(listing),
        }
    }
}

//! The holders of the manager role, where the application may list members: they are recognised without being seen.

use crate::discord::asked::member_from_json;
use crate::discord::bot::{Bot, Failure};
use crate::discord::rest::RestError;
use crate::domain::ids::{RoleId, UserId};
use crate::domain::roster::Place;
use crate::domain::server::Server;
use crate::text::Lang;

/// How many members Discord lists on one page, at most.
const PAGE: u16 = 1000;

/// Who holds the manager role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holders {
    role: RoleId,
    /// How many people hold it; bots are no managers.
    holders: usize,
    /// How many of them are on the roster now. Others declined, or were taken off.
    on_roster: usize,
}

impl Holders {
    /// "2 of 3 holders are on the roster."
    pub(super) fn line(self, lang: Lang) -> String {
        let args =
            [("on", self.on_roster.into()), ("count", self.holders.into()), ("role", self.role.to_string().into())];
        lang.with("holders-on-roster", &args)
    }
}

/// Recognises every holder of a server's manager role. `None` where there is no such role, or the members may not be
/// listed: then nobody has looked.
///
/// # Errors
/// The database or Discord failed.
pub(super) async fn recognise(bot: &Bot, server: &Server) -> Result<Option<Holders>, Failure> {
    let Some(role) = server.manager_role else { return Ok(None) };
    if !bot.rest.application().await?.may_list_members() {
        return Ok(None);
    }
    let mut found = Holders { role, holders: 0, on_roster: 0 };
    let mut after = UserId(0);
    loop {
        let page = match bot.rest.members(server.guild, after, PAGE).await {
            Ok(page) => page,
            Err(RestError::Forbidden { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let members: Vec<_> = page.iter().filter_map(member_from_json).collect();
        for member in members.iter().filter(|member| !member.is_bot && member.roles.contains(&role)) {
            found.holders += 1;
            let place = bot.app.recognise(server, member).await?;
            found.on_roster += usize::from(place.is_some_and(Place::is_on_roster));
        }
        match members.iter().map(|member| member.user).max() {
            Some(last) if page.len() >= usize::from(PAGE) && last > after => after = last,
            _ => return Ok(Some(found)),
        }
    }
}

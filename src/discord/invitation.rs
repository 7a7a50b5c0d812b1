//! The link by which an admin invites the bot, with the permissions that it needs and no others.

use crate::discord::permissions::Permission;

/// What the bot needs somewhere: in the campaign's channel, in the admins', and for the scheduled event.
#[must_use]
pub fn permissions() -> Vec<Permission> {
    let mut all =
        [&Permission::IN_CAMPAIGN_CHANNEL[..], &Permission::IN_ADMIN_CHANNEL, &[Permission::CreateEvents]].concat();
    all.sort_unstable();
    all.dedup();
    all
}

/// The link for an application
/// (<https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow>).
#[must_use]
pub fn link(application: u64) -> String {
    let bits = permissions().into_iter().fold(0, |bits, one| bits | one.bits().bits());
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={bits}"
    )
}

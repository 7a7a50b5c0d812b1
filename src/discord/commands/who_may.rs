//! Who may press or run what: [`administered`] is for what only admins may do, such as hiding a thank-you
//! (`campaign::moderation`); [`only_for`] for questions that only their author answers; [`manages`] for admins in a direct
//! message. A manager's own desk, with **Hide** for the copy to their boss, opens for them alone: [`crate::app::App::desk`].

use crate::discord::commands::shared::server_of;
use crate::discord::context::{Bot, Stop};
use crate::discord::interaction::{Interaction, InteractionKind};
use crate::discord::permissions::Rights;
use crate::discord::rest::RestError;
use domain::ids::{GuildId, UserId};
use domain::server::Server;

/// The server of the interaction, for its admins only. Discord hides admins' commands from others, but not buttons and
/// menus in a channel that others can read.
pub(super) async fn administered(bot: &Bot, interaction: &Interaction) -> Result<Server, Stop> {
    if !interaction.may_manage {
        return Err(Stop::say(interaction.lang.say("only-for-admins")));
    }
    server_of(bot, interaction).await
}

/// Whether Discord has checked that only admins can send it: it hides their commands from others, but not buttons and
/// menus, and a changed client can send any form.
pub(super) const fn discord_checked(kind: &InteractionKind) -> bool {
    matches!(kind, InteractionKind::Command { .. })
}

/// Refuses everyone but the author of the message that a question is about.
pub(super) fn only_for(interaction: &Interaction, author: UserId) -> Result<(), Stop> {
    if author == interaction.who.user {
        return Ok(());
    }
    Err(Stop::say(interaction.lang.with("found-not-yours", &[("giver", format!("<@{author}>").into())])))
}

/// Whether a person may manage a server now. Asks Discord, because interactions in a private conversation have no
/// permissions.
pub(super) async fn manages(bot: &Bot, guild: GuildId, user: UserId) -> Result<bool, Stop> {
    match Rights::read(&bot.rest, guild, user).await {
        Ok(rights) => Ok(rights.may_manage()),
        Err(RestError::Gone { .. } | RestError::Forbidden { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn only_a_command_is_known_to_come_from_an_admin() {
        let check = |kind: u8, data: Value, expected: bool| {
            let json = json!({
                "id": "1", "application_id": "2", "type": kind, "token": "t", "guild_id": "3", "channel_id": "4",
                "member": {"user": {"id": "7", "username": "eve"}, "permissions": "0"}, "data": data,
            });
            let asked = Interaction::read(&json.to_string(), 2).unwrap();
            assert!(!asked.may_manage, "{data}");
            assert_eq!(discord_checked(&asked.kind), expected, "{data}");
        };
        check(2, json!({"name": "campaign", "type": 1, "options": [{"name": "status", "type": 1}]}), true);
        check(3, json!({"custom_id": "status", "component_type": 2}), false);
        check(5, json!({"custom_id": "status", "components": []}), false);
    }
}

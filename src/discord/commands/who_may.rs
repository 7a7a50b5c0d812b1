//! Who may press or run what: [`may_use`] is for admins' commands, [`administered`] for what else only admins may do, such
//! as hiding a thank-you (`campaign::moderation`); [`only_for`] for questions that only their author answers; [`manages`] for admins in a direct
//! message. A manager's own desk, with **Hide** for the copy to their boss, opens for them alone: [`crate::app::App::desk`].

use crate::discord::commands::shared::server_of;
use crate::discord::context::{Bot, Stop};
use crate::discord::interaction::{Interaction, InteractionKind};
use crate::discord::permissions::Rights;
use crate::discord::rest::RestError;
use domain::ids::{ChannelId, GuildId, UserId};
use domain::server::Server;

/// The server of the interaction, for its admins only. Discord hides admins' commands from others, but not buttons and
/// menus in a channel that others can read.
pub(super) async fn administered(bot: &Bot, interaction: &Interaction) -> Result<Server, Stop> {
    if !interaction.may_manage {
        return Err(Stop::say(interaction.lang.say("only-for-admins")));
    }
    server_of(bot, interaction).await
}

/// Whether the person who asks was found to be allowed ([`may_use`]): commands only. Buttons and menus can be pressed by
/// everyone who sees them, and a changed client can send any form.
pub(super) const fn was_checked(kind: &InteractionKind) -> bool {
    matches!(kind, InteractionKind::Command { .. })
}

/// The commands of admins.
pub(super) const ADMINS_COMMANDS: [&str; 2] = ["campaign", "roster"];

/// Whether the person may use the admins' command that they use: they may manage the server, or an admin allowed it to
/// them in Discord's own settings.
pub(super) async fn may_use(bot: &Bot, interaction: &Interaction) -> Result<bool, RestError> {
    if interaction.may_manage {
        return Ok(true);
    }
    let (Some(guild), Some(command)) = (interaction.guild, interaction.command) else { return Ok(false) };
    let chosen = bot.rest.command_permissions(interaction.application, guild, command).await?;
    // What is set for a channel holds in its threads.
    let parent = interaction.place.and_then(|place| place.began_in).map(|began_in| began_in.parent);
    let places: Vec<ChannelId> = [interaction.channel].into_iter().chain(parent).collect();
    Ok(chosen.allow(guild, &interaction.who, &places))
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
    fn only_a_command_was_checked() {
        let check = |kind: u8, data: Value, expected: bool| {
            let json = json!({
                "id": "1", "application_id": "2", "type": kind, "token": "t", "guild_id": "3", "channel_id": "4",
                "member": {"user": {"id": "7", "username": "eve"}, "permissions": "0"}, "data": data,
            });
            let asked = Interaction::read(&json.to_string(), 2).unwrap();
            assert!(!asked.may_manage, "{data}");
            assert_eq!(was_checked(&asked.kind), expected, "{data}");
        };
        check(2, json!({"name": "campaign", "type": 1, "options": [{"name": "status", "type": 1}]}), true);
        check(3, json!({"custom_id": "status", "component_type": 2}), false);
        check(5, json!({"custom_id": "status", "components": []}), false);
    }
}

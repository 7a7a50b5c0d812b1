//! Thanking one manager of a server from a private conversation: under the note to the admins.

use crate::app::roster::Person;
use crate::discord::commands::thank::receipt::{receipt, refused};
use crate::discord::commands::thank::{FIELDS, Whom, offer};
use crate::discord::components::{Component, Message};
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::custom_id::ThanksAction;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::rest::RestError;
use domain::ids::{GuildId, UserId};
use domain::thanks::Door;

/// Whom the form thanks: in the server itself it is the usual one, with the manager chosen already.
pub(super) fn whom(interaction: &Interaction, guild: GuildId, manager: UserId) -> Whom {
    if interaction.guild == Some(guild) { Whom::Some(Some(manager)) } else { Whom::In(guild, manager) }
}

/// The form was sent. A private conversation does not tell how the server shows someone, nor whether they still are a member.
pub(super) async fn take(
    bot: &Bot,
    interaction: &Interaction,
    given: &Options,
    (guild, manager): (GuildId, UserId),
) -> Done {
    let lang = interaction.lang;
    let giver = match bot.rest.member(guild, interaction.who.user).await {
        Ok(member) => member.person(),
        Err(RestError::Gone { .. } | RestError::Forbidden { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    let Some(giver) = giver else { return Err(Stop::say(lang.say("refused-no-member"))) };
    let words = given.text(FIELDS[1]).unwrap_or_default();
    let to = Person {
        user: manager,
        name: bot.app.name_of(guild, manager).await?.name,
        is_bot: false,
        is_member: false,
        roles: Vec::new(),
        member_since: None,
    };
    let offered = offer(bot, interaction, given, (guild, giver), (vec![to], words, Door::Form));
    let mut message = match bot.app.thank(offered).await? {
        Ok(answer) => receipt(lang, &answer, words),
        Err(why) => refused(lang, &[(None, String::new(), why)], words),
    };
    stay_here(&mut message, guild, manager);
    Ok(message)
}

/// **Try again** opens this form again, not that of a server.
fn stay_here(message: &mut Message, guild: GuildId, manager: UserId) {
    let usual = String::from(ThanksAction::TryAgain);
    for component in &mut message.components {
        let Component::Buttons(buttons) = component else { continue };
        for button in buttons.iter_mut().filter(|button| button.custom_id == usual) {
            button.custom_id = ThanksAction::TryAgainIn(guild, manager).into();
        }
    }
}

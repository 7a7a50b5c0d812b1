//! What the desk's pages share: whose desk it is, and the buttons from one page to another.

use crate::app::desk::Desk;
use crate::discord::components::{Button, Style};
use crate::discord::context::{Bot, Stop};
use crate::discord::custom_id::{DeskAction, DeskPageAction};
use crate::discord::interaction::Interaction;
use crate::text::Lang;
use domain::ids::GuildId;

/// The desk of the person who asks.
pub(super) async fn find(
    bot: &Bot,
    interaction: &Interaction,
    guild: GuildId,
    year: Option<i32>,
) -> Result<Desk, Stop> {
    let Some(server) = bot.app.server(guild).await? else {
        // Of another server nothing is said, not even whether it is one.
        let key = if interaction.guild == Some(guild) { "not-set-up" } else { "desk-none" };
        return Err(Stop::say(interaction.lang.say(key)));
    };
    if interaction.guild == Some(guild) {
        bot.app.recognise(&server, &interaction.who).await?;
    }
    let desk = bot.app.desk(&server, interaction.who.user, year).await?;
    desk.ok_or_else(|| Stop::say(interaction.lang.say("desk-none")))
}

/// A button or menu of the desk, for this desk.
pub(super) fn at_desk(desk: &Desk, action: impl Into<DeskPageAction>) -> DeskAction {
    DeskAction::At(desk.server.guild, desk.campaign.year, action.into())
}

/// A button to one of the desk's pages.
pub(super) fn button(lang: Lang, desk: &Desk, label: &str, action: impl Into<DeskPageAction>) -> Button {
    Button::new(Style::Secondary, lang.say(label), at_desk(desk, action))
}

/// The desk as it is after a change.
pub(super) async fn again(bot: &Bot, lang: Lang, desk: Desk) -> Result<Desk, Stop> {
    let found = bot.app.desk(&desk.server, desk.manager.user, Some(desk.campaign.year)).await?;
    found.ok_or_else(|| Stop::say(lang.say("desk-none")))
}

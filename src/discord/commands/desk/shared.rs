//! What the desk's pages share: whose desk it is, and the buttons from one page to another.

use crate::app::desk::Desk;
use crate::discord::asked::Asked;
use crate::discord::components::{Button, Message, Style};
use crate::discord::context::{Bot, Failure};
use crate::discord::custom_id::CustomId;
use crate::discord::desk_id::DeskId;
use crate::text::Lang;
use domain::ids::GuildId;

/// The desk of whoever asks, or what to tell somebody who has none.
pub(super) async fn find(
    bot: &Bot,
    asked: &Asked,
    guild: GuildId,
    year: Option<i32>,
) -> Result<Result<Desk, Message>, Failure> {
    let Some(server) = bot.app.server(guild).await? else {
        return Ok(Err(Message::text(asked.lang.say("not-set-up"))));
    };
    if asked.guild == Some(guild) {
        bot.app.recognise(&server, &asked.who).await?;
    }
    let desk = bot.app.desk(&server, asked.who.user, year).await?;
    Ok(desk.ok_or_else(|| Message::text(asked.lang.say("desk-none"))))
}

pub(super) fn at_desk(desk: &Desk, what: DeskId) -> String {
    CustomId::At(desk.server.guild, desk.campaign.year, what).text()
}

/// A button to one of the desk's pages.
pub(super) fn button(lang: Lang, desk: &Desk, label: &str, what: DeskId) -> Button {
    Button::tell(Style::Secondary, lang.say(label), at_desk(desk, what))
}

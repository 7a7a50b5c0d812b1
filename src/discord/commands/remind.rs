//! **Remind me** under the posts before the day, and what stands under the reminder.

use crate::app::reminders::ReminderOutcome;
use crate::discord::commands::shared::server_of;
use crate::discord::components::Message;
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::RemindAction;
use crate::discord::interaction::Interaction;
use crate::discord::markdown::timestamp;
use crate::text::Lang;

pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: RemindAction) -> Done {
    let lang = interaction.lang;
    let year = match action {
        RemindAction::Toggle(year) => year,
        RemindAction::Ways => return Ok(Message::text(ways(lang))),
    };
    let server = server_of(bot, interaction).await?;
    Ok(Message::text(match bot.app.toggle_reminder(&server, interaction.who.user, year).await? {
        ReminderOutcome::Set(at) => lang.with("remind-set", &[("at", timestamp(at, 'F').into())]),
        ReminderOutcome::TakenBack => lang.say("remind-taken-back"),
        ReminderOutcome::TooLate => lang.say("remind-too-late"),
    }))
}

fn ways(lang: Lang) -> String {
    let ways = ["post-way-command", "post-way-member", "post-way-mention"];
    let ways: Vec<String> = ways.iter().map(|key| format!("- {}", lang.say(key))).collect();
    format!("### {}\n{}", lang.say("post-ways-title"), ways.join("\n"))
}

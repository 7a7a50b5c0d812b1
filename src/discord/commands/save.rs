//! **Save as #CMAD thanks**: one's own message at once; another's only when its author says yes.

use crate::app::listening::ChannelMessage;
use crate::app::roster::Person;
use crate::app::saving::{AskToSaveOutcome, SaveOutcome};
use crate::app::thanking::Verdict;
use crate::discord::commands::thank::questions::{consent_buttons, consent_choice, own_message, picker};
use crate::discord::commands::thank::receipt::{changed_receipt, receipt, refusal, refused};
use crate::discord::commands::who_may::only_for;
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::custom_id::SaveAction;
use crate::discord::interaction::{CHOSEN, Interaction, Options};
use crate::discord::markdown::plain;
use domain::ids::{ChannelId, MessageId, UserId};
use domain::thanks::Consent;

/// The command on a message.
pub(super) async fn on_message(bot: &Bot, interaction: &Interaction, said: &ChannelMessage) -> Done {
    if said.author.user == interaction.who.user {
        // The interaction has the author's display name and membership; the message in it does not.
        let said = ChannelMessage { author: interaction.who.clone(), ..said.clone() };
        return save(bot, interaction, said, None, None).await;
    }
    let lang = interaction.lang;
    let place = (said.channel, said.message);
    let author = plain(&said.author.name);
    let key = match bot.app.ask_to_save(said.guild, place, &said.author, interaction.who.user).await? {
        AskToSaveOutcome::Refused(why) => return Ok(Message::text(refusal(lang, &author, why))),
        AskToSaveOutcome::Asked => "save-asked",
        AskToSaveOutcome::AskedInMine => "save-asked-in-mine",
        AskToSaveOutcome::AskedBefore => "save-asked-before",
        AskToSaveOutcome::Counts => "save-counts",
        AskToSaveOutcome::NoQuestions => "save-no-questions",
    };
    Ok(Message::text(lang.with(key, &[("author", author.into())])))
}

/// Saves the asker's own message, or asks whom it is for.
async fn save(
    bot: &Bot,
    interaction: &Interaction,
    said: ChannelMessage,
    to: Option<Vec<Person>>,
    consent: Option<Consent>,
) -> Done {
    let lang = interaction.lang;
    let (message, words) = (said.message, said.content.clone());
    let me = bot.me.borrow().user;
    match bot.app.save_own(said, to, consent, me).await? {
        SaveOutcome::Refused(why) => Ok(refused(lang, &[(None, String::new(), why)], "")),
        SaveOutcome::NoWords => Ok(Message::text(lang.say("save-no-words"))),
        SaveOutcome::Whom => Ok(picker(lang, "save-whom", SaveAction::Pick(message, consent).into())),
        SaveOutcome::Taken(answer) => {
            let thanked: Vec<_> = answer
                .verdicts
                .iter()
                .filter_map(|verdict| match verdict {
                    Verdict::Thanked { id, manager, again, .. } => Some((*id, plain(&manager.name), *again)),
                    Verdict::Refused { .. } => None,
                })
                .collect();
            let mut drawn = match thanked.first() {
                // What it was given before still stands, and the receipt shows that.
                Some((id, _, true)) => {
                    let mine = bot.app.own_thanks(interaction.who.user, *id).await?;
                    changed_receipt(bot, interaction, mine.into_iter().collect(), None).await?
                }
                _ => return Ok(receipt(lang, &answer, &words)),
            };
            let more: Vec<&str> = thanked.iter().skip(1).map(|(_, name, _)| name.as_str()).collect();
            if !more.is_empty() {
                drawn
                    .components
                    .push(Component::Text(lang.with("save-also", &[("managers", lang.list(&more).into())])));
            }
            Ok(drawn)
        }
    }
}

pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: SaveAction, given: &Options) -> Done {
    match action {
        SaveAction::Ask(author, message) => ask(interaction, author, message),
        // Only now that the author agrees are the words read.
        SaveAction::Allow(message, consent) => {
            let said = own_message(bot, interaction, (channel_of(bot, interaction, message).await?, message)).await?;
            save(bot, interaction, said, None, Some(consent)).await
        }
        SaveAction::Pick(message, consent) => {
            let said = own_message(bot, interaction, (channel_of(bot, interaction, message).await?, message)).await?;
            save(bot, interaction, said, Some(given.people(CHOSEN)), consent).await
        }
        SaveAction::Refuse(_) => {
            if let Some(guild) = interaction.guild {
                bot.app.refuse_saves(guild, interaction.who.user).await?;
            }
            Ok(Message::text(interaction.lang.say("save-refused")))
        }
    }
}

/// Where the message is: `/cmad mine` asks in any channel.
async fn channel_of(bot: &Bot, interaction: &Interaction, message: MessageId) -> Result<ChannelId, Stop> {
    let Some(guild) = interaction.guild else { return Ok(interaction.channel) };
    Ok(bot.app.channel_of_save(guild, message).await?.unwrap_or(interaction.channel))
}

/// The button under the question: only the author of the message gets an answer to choose from.
fn ask(interaction: &Interaction, author: UserId, message: MessageId) -> Done {
    only_for(interaction, author)?;
    let lang = interaction.lang;
    let mut buttons = consent_buttons(lang, |consent| SaveAction::Allow(message, consent));
    buttons.push(Button::new(Style::Danger, lang.say("button-save-no"), SaveAction::Refuse(message)));
    let intro = lang.with("save-choose", &[("signature", plain(&interaction.who.name).into())]);
    Ok(Message::of(consent_choice(lang, intro, buttons)))
}

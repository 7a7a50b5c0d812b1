//! The questions about words that were found: whether they may be passed on, and whom they are for.

use crate::app::listening::ChannelMessage;
use crate::app::thanking::Verdict;
use crate::discord::commands::privacy::ignore;
use crate::discord::commands::shared::server_of;
use crate::discord::commands::thank::receipt::{nominate_button, refusal};
use crate::discord::commands::who_may::only_for;
use crate::discord::components::{Button, Component, Menu, MenuOf, Message, Style};
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::custom_id::QuestionAction;
use crate::discord::interaction::{CHOSEN, Interaction, Options};
use crate::discord::markdown::plain;
use crate::discord::message::SaidMessage;
use crate::discord::rest::RestError;
use crate::text::Lang;
use domain::ids::{ChannelId, MessageId, UserId};
use domain::thanks::Consent;

pub async fn act(bot: &Bot, interaction: &Interaction, action: QuestionAction, given: &Options) -> Done {
    match action {
        QuestionAction::Found(giver) => ask_found(bot, interaction, giver).await,
        QuestionAction::FoundConsent(consent) => answer_found(bot, interaction, consent).await,
        QuestionAction::Whom(giver, message) => ask_whom(interaction, giver, message),
        QuestionAction::WhomPicked(message) => picked_whom(bot, interaction, message, given).await,
        QuestionAction::Ignore(giver) => {
            only_for(interaction, giver)?;
            ignore(bot, interaction).await
        }
    }
}

/// The button under the question about found words: only the words' author gets an answer to choose from.
async fn ask_found(bot: &Bot, interaction: &Interaction, giver: UserId) -> Done {
    only_for(interaction, giver)?;
    let lang = interaction.lang;
    let server = server_of(bot, interaction).await?;
    let mine = bot.app.my_thanks(&server, giver).await?;
    let found = || mine.iter().filter(|(stored, _)| stored.consent == Consent::NotAsked).take(10);
    let mut names: Vec<String> = Vec::new();
    for name in found().map(|(_, manager)| plain(&manager.name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Ok(Message::text(lang.say("found-nothing")));
    }
    // The stored signatures, which are the ones that would be quoted, even if the giver's name has changed.
    let mut signatures: Vec<String> = found().map(|(stored, _)| plain(&stored.signature)).collect();
    signatures.sort_unstable();
    signatures.dedup();
    let args = [("managers", lang.list(&names).into()), ("signature", lang.list(&signatures).into())];
    let intro = lang.with("found-choose", &args);
    let buttons = consent_buttons(lang, QuestionAction::FoundConsent);
    Ok(Message::of(consent_choice(lang, intro, buttons)))
}

/// A button for each choice of consent.
pub fn consent_buttons<A: Into<String>>(lang: Lang, action: impl Fn(Consent) -> A) -> Vec<Button> {
    let button = |consent: Consent| {
        let style = if consent == Consent::Public { Style::Primary } else { Style::Secondary };
        Button::new(style, lang.say(&format!("consent-{consent}")), action(consent))
    };
    Consent::CHOICES.into_iter().map(button).collect()
}

/// What each choice of consent means for words that stand in a channel already, above the buttons.
pub fn consent_choice(lang: Lang, intro: String, buttons: Vec<Button>) -> Vec<Component> {
    let means = Consent::CHOICES.map(|one| {
        let (choice, means) = (lang.say(&format!("consent-{one}")), lang.say(&format!("standing-{one}-means")));
        lang.with("choice-row", &[("choice", choice.into()), ("means", means.into())])
    });
    vec![Component::Text(intro), Component::Text(means.join("\n")), Component::Buttons(buttons)]
}

/// The author of found words answered.
async fn answer_found(bot: &Bot, interaction: &Interaction, consent: Consent) -> Done {
    let server = server_of(bot, interaction).await?;
    let Some(answered) = bot.app.answer_for_found(&server, interaction.who.user, consent).await? else {
        return Ok(Message::text(interaction.lang.say("receipt-over")));
    };
    let means = interaction.lang.say(&format!("standing-{consent}-means"));
    let choice = interaction.lang.say(&format!("consent-{consent}"));
    let args = [("n", answered.into()), ("choice", choice.into()), ("means", means.into())];
    Ok(Message::text(interaction.lang.with("found-answered", &args)))
}

/// The button under an unclear message: only its author gets the picker.
fn ask_whom(interaction: &Interaction, giver: UserId, message: MessageId) -> Done {
    only_for(interaction, giver)?;
    Ok(picker(interaction.lang, "whom-pick", QuestionAction::WhomPicked(message).into()))
}

/// A menu of members: up to five can be meant.
pub fn picker(lang: Lang, says: &str, custom_id: String) -> Message {
    let menu =
        Menu { custom_id, of: MenuOf::People(Vec::new()), placeholder: lang.say("whom-placeholder"), chosen: (1, 5) };
    Message::of(vec![Component::Text(lang.say(says)), Component::Menu(menu)])
}

/// The asker's own message as it stands now.
pub async fn own_message(
    bot: &Bot,
    interaction: &Interaction,
    (channel, message): (ChannelId, MessageId),
) -> Result<ChannelMessage, Stop> {
    let gone = || Stop::say(interaction.lang.say("whom-gone"));
    let server = server_of(bot, interaction).await?;
    let fetched = bot.rest.message::<SaidMessage>(channel, message).await.map_err(|error| match error {
        RestError::Gone { .. } => gone(),
        error => error.into(),
    })?;
    let said = fetched.in_guild(server.guild);
    only_for(interaction, said.author.user)?;
    // The interaction has the author's display name and membership; a message fetched over REST does not.
    Ok(ChannelMessage { author: interaction.who.clone(), ..said })
}

/// The author of an unclear message picked the recipients. The words are read from the message as it is now.
async fn picked_whom(bot: &Bot, interaction: &Interaction, message: MessageId, chosen: &Options) -> Done {
    let lang = interaction.lang;
    let guild = server_of(bot, interaction).await?.guild;
    // `/cmad mine` asks in any channel.
    let channel = bot.app.channel_of_unclear(guild, message).await?.unwrap_or(interaction.channel);
    let said = own_message(bot, interaction, (channel, message)).await?;
    let me = bot.me.borrow().user;
    let Some(verdicts) = bot.app.name_recipients(said, chosen.people(CHOSEN), me).await? else {
        return Ok(Message::text(lang.say("receipt-over")));
    };
    let lines: Vec<String> = verdicts
        .iter()
        .map(|verdict| match verdict {
            Verdict::Thanked { manager, .. } => lang.with("whom-thanked", &[("manager", plain(&manager.name).into())]),
            Verdict::Refused { person, why } => refusal(lang, &plain(&person.name), *why),
        })
        .collect();
    let refused = verdicts.iter().filter_map(|verdict| match verdict {
        Verdict::Refused { person, why } => Some((person.user, *why)),
        Verdict::Thanked { .. } => None,
    });
    let mut components = vec![Component::Text(lines.join("\n"))];
    components.extend(nominate_button(lang, refused).map(|button| Component::Buttons(vec![button])));
    Ok(Message::of(components))
}

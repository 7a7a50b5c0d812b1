//! **Save as #CMAD thanks**: one's own message at once; somebody else's only when its author says yes.

use crate::app::listening::Said;
use crate::app::roster::Person;
use crate::app::saving::{Asking, Saving};
use crate::app::thanking::Verdict;
use crate::discord::asked::{Asked, CHOSEN, Options};
use crate::discord::commands::thank::{changed_receipt, own_message, receipt, refusal, refused};
use crate::discord::components::{Button, Component, Menu, MenuOf, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::CustomId;
use crate::discord::markdown::plain;
use crate::text::Lang;
use domain::ids::{MessageId, UserId};
use domain::thanks::Consent;

/// The command on a message.
pub async fn on_message(bot: &Bot, asked: &Asked, said: &Said) -> Done {
    if said.author.user == asked.who.user {
        // The interaction tells the author's name and membership, the message in it does not.
        let said = Said { author: asked.who.clone(), ..said.clone() };
        return save(bot, asked, said, None, None).await;
    }
    let lang = asked.lang;
    let place = (said.channel, said.message);
    let author = plain(&said.author.name);
    let key = match bot.app.ask_to_save(said.guild, place, &said.author, asked.who.user).await? {
        Asking::Refused(why) => return Ok(Message::text(refusal(lang, &author, why))),
        Asking::Asked => "save-asked",
        Asking::AskedBefore => "save-asked-before",
        Asking::Counts => "save-counts",
        Asking::NoQuestions => "save-no-questions",
    };
    Ok(Message::text(lang.with(key, &[("author", author.into())])))
}

/// Saves the asker's own message, or asks whom it is for.
async fn save(bot: &Bot, asked: &Asked, said: Said, to: Option<Vec<Person>>, consent: Option<Consent>) -> Done {
    let lang = asked.lang;
    let (message, words) = (said.message, said.content.clone());
    let me = bot.me.borrow().user;
    match bot.app.save_own(said, to, consent, me).await? {
        Saving::Refused(why) => Ok(refused(lang, &[(None, String::new(), why)], "")),
        Saving::NoWords => Ok(Message::text(lang.say("save-no-words"))),
        Saving::Whom => Ok(picker(lang, message, consent)),
        Saving::Taken(answer) => {
            let thanked: Vec<_> = answer
                .verdicts
                .iter()
                .filter_map(|verdict| match verdict {
                    Verdict::Thanked { id, manager, again } => Some((*id, plain(&manager.name), *again)),
                    Verdict::Refused { .. } => None,
                })
                .collect();
            let mut drawn = match thanked.first() {
                // What it was given before still stands, and the receipt shows that.
                Some((id, _, true)) => {
                    changed_receipt(bot, asked, bot.app.own_thanks(asked.who.user, *id).await?).await?
                }
                _ => receipt(lang, &answer, &words),
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

fn picker(lang: Lang, message: MessageId, consent: Option<Consent>) -> Message {
    let menu = Menu {
        custom_id: CustomId::SavePicked(message, consent).text(),
        of: MenuOf::People(Vec::new()),
        placeholder: lang.say("whom-placeholder"),
        chosen: (1, 5),
    };
    Message::of(vec![Component::Text(lang.say("save-whom")), Component::Menu(menu)])
}

/// The button under the question: only the author of the message gets an answer to choose from.
#[must_use]
pub fn ask(asked: &Asked, author: UserId, message: MessageId) -> Message {
    let lang = asked.lang;
    if author != asked.who.user {
        return Message::text(lang.with("found-not-yours", &[("giver", format!("<@{author}>").into())]));
    }
    let means = Consent::CHOICES
        .map(|one| format!("**{}**: {}", lang.say(&format!("consent-{one}")), lang.say(&format!("save-{one}-means"))));
    let button = |consent: Consent| {
        let style = if consent == Consent::Public { Style::Primary } else { Style::Secondary };
        let id = CustomId::SaveConsent(message, consent).text();
        Button::tell(style, lang.say(&format!("consent-{consent}")), id)
    };
    let mut buttons: Vec<Button> = Consent::CHOICES.into_iter().map(button).collect();
    buttons.push(Button::tell(Style::Danger, lang.say("button-save-no"), CustomId::SaveNo(message).text()));
    let choose = lang.with("save-choose", &[("signature", plain(&asked.who.name).into())]);
    Message::of(vec![Component::Text(choose), Component::Text(means.join("\n")), Component::Buttons(buttons)])
}

/// The author said yes, and what may be done with their words. Only now the words are read.
///
/// # Errors
/// The database or Discord failed.
pub async fn allow(bot: &Bot, asked: &Asked, message: MessageId, consent: Consent) -> Done {
    match own_message(bot, asked, message).await? {
        Ok(said) => save(bot, asked, said, None, Some(consent)).await,
        Err(message) => Ok(message),
    }
}

/// Whom the message is for was picked. Its words are read as they stand now.
///
/// # Errors
/// The database or Discord failed.
pub async fn picked(bot: &Bot, asked: &Asked, message: MessageId, consent: Option<Consent>, chosen: &Options) -> Done {
    match own_message(bot, asked, message).await? {
        Ok(said) => save(bot, asked, said, Some(chosen.people(CHOSEN)), consent).await,
        Err(message) => Ok(message),
    }
}

/// The author said no.
pub async fn refuse(bot: &Bot, asked: &Asked) -> Done {
    if let Some(guild) = asked.guild {
        bot.app.refuse_saves(guild, asked.who.user).await?;
    }
    Ok(Message::text(asked.lang.say("save-refused")))
}

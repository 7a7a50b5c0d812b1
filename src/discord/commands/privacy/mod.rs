//! `/cmad privacy`: what is stored about the person who asks, as a list, as files, and its erasure. Always about every
//! server, wherever it is asked.

mod export;
mod lines;

use std::collections::BTreeMap;

use crate::app::Erased;
use crate::discord::commands::privacy::lines::lines_about;
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::PrivacyAction;
use crate::discord::interaction::Interaction;
use crate::discord::markdown::plain;
use crate::text::Lang;
use domain::ids::MessageId;

/// The longest list, in characters, of the 4000 of a message; the export has all servers.
const LONG: usize = 2200;

pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: PrivacyAction) -> Done {
    match action {
        PrivacyAction::Export => export(bot, interaction).await,
        PrivacyAction::Erase => Ok(ask(interaction.lang)),
        PrivacyAction::EraseNow => {
            let who = interaction.who.user;
            let erased = bot.app.erase(who, MessageId(interaction.id)).await?;
            Ok(Message::text(receipt(&erased, bot.app.is_ignored(who).await?, interaction.lang)))
        }
        PrivacyAction::Keep => Ok(Message::text(interaction.lang.say("privacy-kept"))),
        PrivacyAction::Ignore => ignore(bot, interaction).await,
        PrivacyAction::Notice => {
            bot.app.notice_again(interaction.who.user).await?;
            Ok(with_choice(interaction.lang, "privacy-noticed", false))
        }
    }
}

/// Ignores the messages of the person who asks, and says how to undo it.
pub(super) async fn ignore(bot: &Bot, interaction: &Interaction) -> Done {
    bot.app.ignore(interaction.who.user).await?;
    Ok(with_choice(interaction.lang, "privacy-ignored", true))
}

fn with_choice(lang: Lang, says: &str, ignored: bool) -> Message {
    Message::of(vec![Component::Text(lang.say(says)), Component::Buttons(vec![choice(lang, ignored)])])
}

/// The button that turns it round.
fn choice(lang: Lang, ignored: bool) -> Button {
    if ignored {
        Button::new(Style::Secondary, lang.say("button-notice"), PrivacyAction::Notice)
    } else {
        Button::new(Style::Secondary, lang.say("button-ignore"), PrivacyAction::Ignore)
    }
}

/// Shows what is stored.
pub(super) async fn open(bot: &Bot, interaction: &Interaction) -> Done {
    let held = bot.app.held_about(interaction.who.user).await?;
    let ignored = bot.app.is_ignored(interaction.who.user).await?;
    let lang = interaction.lang;
    let mut components = vec![Component::Text(lang.say("privacy-title"))];
    if held.is_empty() {
        components.push(Component::Text(lang.say("privacy-none")));
    }
    let (mut length, mut shown) = (0, 0);
    for here in &held {
        if length > LONG {
            break;
        }
        let mut lines = vec![lang.with("privacy-server", &[("server", plain(&here.server).into())])];
        lines.extend(lines_about(here, lang));
        let text = lines.join("\n");
        length += text.chars().count();
        shown += 1;
        components.push(Component::Text(text));
    }
    if held.len() > shown {
        components.push(Component::Text(lang.with("privacy-more", &[("n", (held.len() - shown).into())])));
    }
    components.push(Component::Text(lang.say(if ignored { "privacy-ignores" } else { "privacy-ignore-how" })));
    let mut buttons = Vec::new();
    if !held.is_empty() {
        let days = bot.app.config().retention.words_days;
        components.push(Component::Text(lang.with("privacy-how", &[("days", days.into())])));
        buttons.push(Button::new(Style::Primary, lang.say("button-export"), PrivacyAction::Export));
        buttons.push(Button::new(Style::Danger, lang.say("button-erase"), PrivacyAction::Erase));
    }
    buttons.push(choice(lang, ignored));
    components.push(Component::Buttons(buttons));
    Ok(Message::of(components))
}

/// Gives everything that is stored, as files.
async fn export(bot: &Bot, interaction: &Interaction) -> Done {
    let held = bot.app.held_about(interaction.who.user).await?;
    let (mut names, mut mentions) = (BTreeMap::new(), BTreeMap::new());
    for here in &held {
        mentions.insert(here.guild, bot.app.mentions(here.guild, here.zone, interaction.lang).await?);
        for stored in &here.given {
            let manager = stored.manager;
            names.insert((here.guild, manager), bot.app.name_of(here.guild, manager).await?.name);
        }
    }
    let who = (interaction.who.user, bot.app.is_ignored(interaction.who.user).await?);
    let export = export::Export::new(who, bot.app.now(), &held, &names);
    let files = vec![
        ("cmad-about-me.html".to_owned(), export.page(interaction.lang, &mentions).into_bytes()),
        ("cmad-about-me.json".to_owned(), export.json().into_bytes()),
    ];
    Ok(Message::text(interaction.lang.say("privacy-files")).with_files(files))
}

/// Asks once more.
fn ask(lang: Lang) -> Message {
    Message::of(vec![
        Component::Text(lang.say("privacy-sure")),
        Component::Buttons(vec![
            Button::new(Style::Danger, lang.say("button-erase-now"), PrivacyAction::EraseNow),
            Button::new(Style::Secondary, lang.say("button-erase-not"), PrivacyAction::Keep),
        ]),
    ])
}

/// What was removed, and what could not be called back.
fn receipt(erased: &Erased, ignored: bool, lang: Lang) -> String {
    let some = |key: &str, n: usize| (n > 0).then(|| lang.with(key, &[("n", n.into())]));
    let mut lines = vec![lang.say("privacy-erased")];
    if erased.is_nothing() {
        lines.push(lang.say("privacy-erased-nothing"));
    }
    lines.extend(some("privacy-erased-thanks", erased.thanks as usize));
    lines.extend(some("privacy-erased-posts", erased.posts as usize));
    lines.extend(some("privacy-erased-profiles", erased.profiles.len()));
    lines.extend(some("privacy-erased-received", erased.received as usize));
    lines.extend(some("privacy-erased-boss-of", erased.boss_of as usize));
    lines.extend(some("privacy-erased-notes", erased.notes as usize));
    lines.push(lang.say("privacy-stays"));
    lines.extend(some("privacy-stays-delivered", erased.delivered as usize));
    lines.extend(some("privacy-stays-copied", erased.copied as usize));
    lines.extend(some("privacy-stays-alone", erased.left_alone as usize));
    lines.extend(some("privacy-stays-set-up", erased.set_up as usize));
    lines.extend(ignored.then(|| lang.say("privacy-stays-ignored")));
    lines.push(lang.say("privacy-stays-always"));
    lines.join("\n")
}

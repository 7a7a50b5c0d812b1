//! The manager's desk: their digest, for nobody else, and every choice they have about it.

use super::super::asked::{Asked, CHOSEN, Options};
use super::super::bot::{Bot, Done, Failure};
use super::super::components::{Button, Component, Menu, MenuOf, MenuOption, Message, Style, plain};
use super::super::custom_id::CustomId;
use super::super::digest_message::digest_components;
use super::super::fitting;
use super::cmad::first_words;
use super::thank::timestamp;
use crate::app::digests::{Choice, CopyAnswer, Desk, PINS};
use crate::digest::wording;
use crate::domain::digest::Quote;
use crate::domain::ids::{GuildId, UserId};
use crate::domain::roster::{CopyChoice, Place};
use crate::domain::send::SendState;
use crate::domain::thanks::ThanksId;
use crate::text::Lang;

/// The most options that a menu can have.
const MENU_MAX: usize = 25;

/// Whether the words show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// From the time on at which the digest is due.
    WhenDue,
    /// Now, because the manager pressed **Show me now**.
    Now,
}

/// Accept, or no thanks.
#[must_use]
pub fn place_buttons(lang: Lang, guild: GuildId) -> Vec<Button> {
    vec![
        Button::tell(Style::Success, lang.say("button-accept"), CustomId::Accept(guild).text()),
        Button::tell(Style::Secondary, lang.say("button-decline"), CustomId::Decline(guild).text()),
    ]
}

/// Opens the desk.
///
/// # Errors
/// The database failed.
pub async fn open(bot: &Bot, asked: &Asked, guild: GuildId, year: Option<i32>, words: Words) -> Done {
    Ok(match find(bot, asked, guild, year).await? {
        Ok(desk) => desk_message(asked.lang, &desk, words),
        Err(message) => message,
    })
}

/// The desk of whoever asks, or what to tell somebody who has none.
async fn find(bot: &Bot, asked: &Asked, guild: GuildId, year: Option<i32>) -> Result<Result<Desk, Message>, Failure> {
    let Some(server) = bot.app.server(guild).await? else {
        return Ok(Err(Message::text(asked.lang.say("not-set-up"))));
    };
    if asked.guild == Some(guild) {
        bot.app.recognise(&server, &asked.who).await?;
    }
    let desk = bot.app.desk(&server, asked.who.user, year).await?;
    Ok(desk.ok_or_else(|| Message::text(asked.lang.say("desk-none"))))
}

/// The desk: before the digest is due the numbers, and the words only at the manager's wish.
pub(super) fn desk_message(lang: Lang, desk: &Desk, words: Words) -> Message {
    let (guild, year) = (desk.server.guild, desk.campaign.year);
    let mut components = vec![Component::Text(lang.with(
        "desk-title",
        &[("server", fitting::name(&desk.server.name, 50).into()), ("year", year.to_string().into())],
    ))];
    if !desk.is_due && words == Words::WhenDue {
        let numbers = wording::numbers(&desk.digest, lang);
        let lines: Vec<String> =
            numbers.iter().map(|(number, label)| format!("**{number}** {}", plain(label))).collect();
        components.push(Component::Text(lines.join("\n")));
        components.push(Component::Text(lang.with("desk-waits", &[("when", timestamp(desk.due, 'F').into())])));
        let show =
            Button::tell(Style::Secondary, lang.say("button-show-now"), CustomId::DeskShowNow(guild, year).text());
        components.push(Component::Buttons(vec![show]));
        return Message::of(components);
    }
    components.extend(digest_components(&desk.digest, lang));
    let quotes: Vec<&Quote> = desk.digest.quotes.iter().filter(|quote| quote.id.is_some()).collect();
    if !quotes.is_empty() {
        let pinned = &desk.choices.pinned;
        components.push(Component::Menu(Menu {
            custom_id: CustomId::DeskPin(guild, year).text(),
            of: MenuOf::Options(options(lang, &quotes, pinned, |quote| quote.kept.is_none() && !quote.hidden)),
            placeholder: lang.say("desk-pin"),
            chosen: (0, u8::try_from(PINS).unwrap_or(u8::MAX)),
        }));
        let hidden: Vec<ThanksId> = desk.choices.hidden.iter().copied().collect();
        components.push(Component::Menu(Menu {
            custom_id: CustomId::DeskHide(guild, year).text(),
            of: MenuOf::Options(options(lang, &quotes, &hidden, |_| true)),
            placeholder: lang.say("desk-hide"),
            chosen: (0, 25),
        }));
        components.retain(
            |component| !matches!(component, Component::Menu(Menu { of: MenuOf::Options(all), .. }) if all.is_empty()),
        );
    }
    components.push(Component::Text(state_line(lang, desk)));
    if desk.manager.place == Place::Invited {
        components.push(Component::Buttons(place_buttons(lang, guild)));
    }
    let mut buttons = Vec::new();
    if desk.choice != CopyChoice::Never {
        components.extend(super::copying::suggestions(lang, (guild, year), &desk.suggesters));
        let copy = Button::tell(Style::Primary, lang.say("button-copy-boss"), CustomId::DeskCopy(guild, year).text());
        buttons.push(Button { enabled: desk.is_due, ..copy });
        if desk.copy_waits.is_some() {
            let wait = CustomId::DeskWait(guild, year).text();
            buttons.push(Button::tell(Style::Secondary, lang.say("button-wait"), wait));
        }
        buttons.push(Button::tell(Style::Secondary, lang.say("button-keep"), CustomId::DeskKeep(guild, year).text()));
    }
    buttons.push(Button::tell(Style::Secondary, lang.say("button-files"), CustomId::DeskFiles(guild, year).text()));
    components.push(Component::Buttons(buttons));
    Message::of(components)
}

fn options(lang: Lang, quotes: &[&Quote], chosen: &[ThanksId], may: impl Fn(&Quote) -> bool) -> Vec<MenuOption> {
    // What was chosen stays in the menu however many there are, or saving the menu would undo it.
    let id = |quote: &Quote| quote.id.expect("only quotes with an id are on the desk");
    let is_chosen = |quote: &Quote| chosen.contains(&id(quote));
    let mut offered: Vec<&Quote> = quotes.iter().copied().filter(|quote| is_chosen(quote)).collect();
    offered.extend(quotes.iter().copied().filter(|quote| !is_chosen(quote) && may(quote)));
    offered.truncate(MENU_MAX);
    let option = |quote: &Quote| {
        let words = first_words(&wording::words(quote, lang), 95);
        MenuOption {
            label: if words.is_empty() { lang.say("desk-no-words") } else { words },
            value: id(quote).0.to_string(),
            description: Some(fitting::label(&wording::signature(quote, lang), 100)),
            chosen: is_chosen(quote),
        }
    };
    offered.into_iter().map(option).collect()
}

fn state_line(lang: Lang, desk: &Desk) -> String {
    if let Some(when) = desk.copy_waits {
        return lang.with("desk-copy-waits", &[("when", timestamp(when, 'F').into())]);
    }
    let key = match (desk.copy, desk.kept_at) {
        (Some(SendState::Dropped), None) => "desk-copy-called-off",
        (Some(SendState::Dropped), Some(_)) => "desk-kept",
        (Some(SendState::Sent), _) => "desk-copied",
        (Some(SendState::Planned | SendState::Claimed), _) => "desk-copy-on-its-way",
        (Some(SendState::Unknown), _) => "desk-copy-unknown",
        (Some(_), _) => "desk-copy-failed",
        (None, Some(_)) => "desk-kept",
        (None, None) => "desk-yours",
    };
    lang.say(key)
}

/// Quotes were pinned.
///
/// # Errors
/// The database failed.
pub async fn pin(bot: &Bot, asked: &Asked, guild: GuildId, year: i32, chosen: &Options) -> Done {
    choose(bot, asked, (guild, year), Choice::Pin(ids(chosen))).await
}

/// Quotes were hidden.
///
/// # Errors
/// The database failed.
pub async fn hide(bot: &Bot, asked: &Asked, guild: GuildId, year: i32, chosen: &Options) -> Done {
    choose(bot, asked, (guild, year), Choice::Hide(ids(chosen))).await
}

fn ids(chosen: &Options) -> Vec<ThanksId> {
    chosen.all(CHOSEN).iter().filter_map(|id| id.parse().ok()).map(ThanksId).collect()
}

async fn choose(bot: &Bot, asked: &Asked, (guild, year): (GuildId, i32), choice: Choice) -> Done {
    let desk = match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => desk,
        Err(message) => return Ok(message),
    };
    bot.app.choose(&desk, choice).await?;
    open(bot, asked, guild, Some(year), Words::Now).await
}

/// **Copy my boss**: shows what the boss would get, and asks once more; without a boss, gives the files to forward.
///
/// # Errors
/// The database failed.
pub async fn copy(bot: &Bot, asked: &Asked, guild: GuildId, year: i32) -> Done {
    let lang = asked.lang;
    let desk = match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => desk,
        Err(message) => return Ok(message),
    };
    let (copy, files) = bot.app.boss_files(&desk).await?;
    if !desk.is_due {
        return Ok(Message::text(lang.say(copy_key(CopyAnswer::NotDue))));
    }
    let way = match bot.app.copy_way(&desk).await? {
        Ok(way) => way,
        Err(why) => return Ok(Message::text(lang.say(copy_key(why))).with_files(files)),
    };
    if desk.manager.place != Place::Accepted {
        let mut message = Message::text(lang.say(copy_key(CopyAnswer::NotAccepted)));
        message.components.push(Component::Buttons(place_buttons(lang, guild)));
        return Ok(message);
    }
    let mut components = vec![Component::Text(super::boss::copy_goes(bot, lang, &way))];
    components.extend(digest_components(&copy, lang));
    components.push(Component::Buttons(vec![
        Button::tell(Style::Success, lang.say("button-copy-now"), CustomId::DeskCopyNow(guild, year).text()),
        Button::tell(Style::Secondary, lang.say("button-keep"), CustomId::DeskKeep(guild, year).text()),
    ]));
    Ok(Message::of(components).with_files(files))
}

/// **Yes, send it**.
///
/// # Errors
/// The database failed.
pub async fn copy_now(bot: &Bot, asked: &Asked, guild: GuildId, year: i32) -> Done {
    let desk = match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => desk,
        Err(message) => return Ok(message),
    };
    let answer = bot.app.copy_boss(&desk).await?;
    Ok(Message::text(asked.lang.say(copy_key(answer))))
}

const fn copy_key(answer: CopyAnswer) -> &'static str {
    match answer {
        CopyAnswer::Ordered => "copy-ordered",
        CopyAnswer::Already => "copy-already",
        CopyAnswer::NoBoss => "copy-no-boss",
        CopyAnswer::NoMore => "copy-no-more",
        CopyAnswer::NotAccepted => "copy-not-accepted",
        CopyAnswer::NotDue => "copy-not-due",
        CopyAnswer::MailIsOff => "copy-mail-off",
        CopyAnswer::DomainNotAllowed => "copy-mail-domain",
        CopyAnswer::DailyLimit => "copy-mail-limit",
    }
}

/// Colleagues' suggestions are dismissed.
///
/// # Errors
/// The database failed.
pub async fn dismiss(bot: &Bot, asked: &Asked, guild: GuildId, year: i32) -> Done {
    let desk = match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => desk,
        Err(message) => return Ok(message),
    };
    bot.app.dismiss_suggestions(&desk).await?;
    open(bot, asked, guild, Some(year), Words::Now).await
}

/// **Keep it to myself**.
///
/// # Errors
/// The database failed.
pub async fn keep(bot: &Bot, asked: &Asked, guild: GuildId, year: i32) -> Done {
    let desk = match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => desk,
        Err(message) => return Ok(message),
    };
    bot.app.keep_to_myself(&desk).await?;
    Ok(Message::text(asked.lang.say("desk-kept-now")))
}

/// The files: the manager's own, and those that a boss would get.
///
/// # Errors
/// The database failed.
pub async fn files(bot: &Bot, asked: &Asked, guild: GuildId, year: i32) -> Done {
    let desk = match find(bot, asked, guild, Some(year)).await? {
        Ok(desk) => desk,
        Err(message) => return Ok(message),
    };
    if !desk.is_due {
        return Ok(Message::text(asked.lang.say(copy_key(CopyAnswer::NotDue))));
    }
    let mut files = bot.app.own_files(&desk);
    if desk.choice == CopyChoice::Never {
        return Ok(Message::text(asked.lang.say("desk-files-own")).with_files(files));
    }
    let (_, forward) = bot.app.boss_files(&desk).await?;
    files.extend(forward.into_iter().map(|(name, bytes)| (format!("for-your-boss-{name}"), bytes)));
    Ok(Message::text(asked.lang.say("desk-files")).with_files(files))
}

/// A boss says "no more of these".
///
/// # Errors
/// The database failed.
pub async fn no_more(bot: &Bot, asked: &Asked, guild: GuildId, manager: UserId) -> Done {
    bot.app.no_more_copies(guild, manager, asked.who.user).await?;
    let manager = bot.app.name_of(guild, manager).await?;
    Ok(Message::text(asked.lang.with("boss-no-more", &[("manager", plain(&manager.name).into())])))
}

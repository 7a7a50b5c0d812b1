//! `/campaign hide`, `restore` and `export`: what admins see and do about thanks. Words are shown only where everyone
//! could see them. That the person is an admin is checked in `commands::who_may`.

use std::num::NonZero;

use crate::app::moderation::{ListedGiver, ListedThanks, Moderation};
use crate::discord::commands::paging::ListPage;
use crate::discord::commands::shared::first_words;
use crate::discord::commands::who_may::administered;
use crate::discord::components::{Button, Component, Menu, MenuOf, MenuOption, Message, Style};
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::custom_id::ModerationAction;
use crate::discord::fitting;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::links::MessageLink;
use crate::discord::markdown::{plain, timestamp};
use crate::text::Lang;
use domain::answer::Answer;
use domain::boss_reply::BossReply;
use domain::server::Server;
use domain::thanks::ThanksState;

/// How many characters the list may take.
const LIST_ROOM: usize = 3200;
/// How many hidden answers stand below the list.
const ANSWERS_MAX: usize = 5;

/// `/campaign hide` and `/campaign restore`: one message's thanks, or a list to pick from.
pub(super) async fn run(
    bot: &Bot,
    interaction: &Interaction,
    server: &Server,
    options: &Options,
    what: Moderation,
) -> Done {
    let lang = interaction.lang;
    let Some(link) = options.text("message") else { return list(bot, lang, server, (what, 0), None).await };
    let Some(MessageLink { message, .. }) = MessageLink::read(link) else {
        return Ok(Message::text(lang.say("moderate-no-link")));
    };
    let found = bot.app.thanks_at(server.guild, message).await?;
    if found.is_empty() {
        return match bot.app.answer_at(server.guild, message).await? {
            Some(answer) => moderate_answer(bot, lang, &answer, what).await,
            None if let Some(reply) = bot.app.reply_at(server.guild, message).await? => {
                moderate_reply(bot, lang, &reply, what).await
            }
            None => Ok(Message::text(lang.say("moderate-nothing-there"))),
        };
    }
    let done = readable(bot, lang, server, bot.app.moderate(server, &found, what).await?).await?;
    Ok(Message::text(said(lang, &done, what)))
}

/// Hides a manager's answer to everyone who thanked them, or restores it.
async fn moderate_answer(bot: &Bot, lang: Lang, answer: &Answer, what: Moderation) -> Done {
    let manager = bot.app.name_of(answer.guild, answer.manager).await?;
    let key = match what {
        Moderation::Hide if bot.app.hide_answer(answer).await? => "moderate-answer-hidden",
        Moderation::Restore if bot.app.restore_answer(answer).await? => "moderate-answer-restored",
        Moderation::Hide => "moderate-nothing-to-hide",
        Moderation::Restore => "moderate-nothing-to-restore",
    };
    Ok(Message::text(lang.with(key, &[("manager", plain(&manager.name).into())])))
}

/// Hides what a boss replied, or lets its manager post it again.
async fn moderate_reply(bot: &Bot, lang: Lang, reply: &BossReply, what: Moderation) -> Done {
    let manager = bot.app.name_of(reply.of.guild, reply.of.manager).await?;
    let key = match what {
        Moderation::Hide if bot.app.hide_reply(reply).await? => "moderate-reply-hidden",
        Moderation::Restore if bot.app.restore_reply(reply).await? => "moderate-reply-restored",
        Moderation::Hide => "moderate-nothing-to-hide",
        Moderation::Restore => "moderate-nothing-to-restore",
    };
    Ok(Message::text(lang.with(key, &[("manager", plain(&manager.name).into())])))
}

pub async fn act(bot: &Bot, interaction: &Interaction, action: ModerationAction, given: &Options) -> Done {
    let server = administered(bot, interaction).await?;
    let lang = interaction.lang;
    let number = |page: Option<NonZero<u16>>| page.map_or(0, NonZero::get);
    match action {
        ModerationAction::Hide(page) => picked(bot, lang, &server, (Moderation::Hide, number(page)), given).await,
        ModerationAction::Restore(page) => picked(bot, lang, &server, (Moderation::Restore, number(page)), given).await,
        ModerationAction::HidePage(page) => list(bot, lang, &server, (Moderation::Hide, page), None).await,
        ModerationAction::RestorePage(page) => list(bot, lang, &server, (Moderation::Restore, page), None).await,
        ModerationAction::RestoreAnswer(year, manager) => {
            let hidden = bot.app.hidden_answers(server.guild, year).await?;
            match hidden.into_iter().find(|(answer, _)| answer.manager == manager) {
                Some((answer, _)) => moderate_answer(bot, lang, &answer, Moderation::Restore).await,
                None => Ok(Message::text(lang.say("moderate-nothing-to-restore"))),
            }
        }
    }
}

/// Thanks were picked from the list, which is shown anew.
async fn picked(bot: &Bot, lang: Lang, server: &Server, at: (Moderation, u16), given: &Options) -> Done {
    let (year, numbers): (i32, Vec<i64>) = (bot.app.campaign_of(server).await?.year, given.chosen().collect());
    let ids = bot.app.thanks_of_numbers(server, year, &numbers).await?;
    let done = readable(bot, lang, server, bot.app.moderate(server, &ids, at.0).await?).await?;
    list(bot, lang, server, at, Some(said(lang, &done, at.0))).await
}

/// Their words with names in place of ids: neither a menu nor a file shows a mention.
async fn readable(
    bot: &Bot,
    lang: Lang,
    server: &Server,
    mut listed: Vec<ListedThanks>,
) -> Result<Vec<ListedThanks>, Stop> {
    let mentions = bot.app.mentions(server.guild, server.zone, lang).await?;
    for one in &mut listed {
        one.words = mentions.readable(&one.words);
    }
    Ok(listed)
}

fn said(lang: Lang, done: &[ListedThanks], what: Moderation) -> String {
    if done.is_empty() {
        return lang.say(match what {
            Moderation::Hide => "moderate-nothing-to-hide",
            Moderation::Restore => "moderate-nothing-to-restore",
        });
    }
    let key = match what {
        Moderation::Hide => "moderate-hidden",
        Moderation::Restore => "moderate-restored",
    };
    let lines: Vec<String> = done.iter().map(|one| line(lang, one)).collect();
    format!("{}\n{}", lang.with(key, &[("n", done.len().into())]), fitting::within(lang, &lines, 700))
}

async fn list(bot: &Bot, lang: Lang, server: &Server, (what, page): (Moderation, u16), said: Option<String>) -> Done {
    let year = bot.app.campaign_of(server).await?.year;
    let mut all = readable(bot, lang, server, bot.app.list_thanks(server, year).await?).await?;
    all.retain(|one| what.of(one.state).is_some());
    let mut message = list_message(lang, &all, (what, page), said);
    if what == Moderation::Restore {
        for (answer, manager) in bot.app.hidden_answers(server.guild, year).await?.into_iter().take(ANSWERS_MAX) {
            let says = lang.with("moderate-hidden-answer", &[("manager", fitting::name(&manager.name, 32).into())]);
            let id = ModerationAction::RestoreAnswer(year, answer.manager);
            let restore = Button::new(Style::Secondary, lang.say("button-restore-answer"), id);
            message.components.push(Component::Section(says, restore));
        }
    }
    Ok(message)
}

fn list_message(lang: Lang, all: &[ListedThanks], (what, page): (Moderation, u16), said: Option<String>) -> Message {
    let page = ListPage::of(all, page);
    let (head, pick, id) = match what {
        Moderation::Hide => {
            ("moderate-list-hide", "moderate-pick-hide", ModerationAction::Hide(NonZero::new(page.number)))
        }
        Moderation::Restore => {
            ("moderate-list-restore", "moderate-pick-restore", ModerationAction::Restore(NonZero::new(page.number)))
        }
    };
    let mut components: Vec<Component> = said.into_iter().map(Component::Text).collect();
    if all.is_empty() {
        components.push(Component::Text(lang.say(match what {
            Moderation::Hide => "moderate-none-counted",
            Moderation::Restore => "moderate-none-hidden",
        })));
        return Message::of(components);
    }
    let lines: Vec<String> = page.shown.iter().map(|one| line(lang, one)).collect();
    let used: usize = components.iter().map(Component::weight).sum();
    components.push(Component::Text(lang.with(head, &[("n", all.len().into())])));
    components.push(Component::Text(fitting::within(lang, &lines, LIST_ROOM.saturating_sub(used))));
    let option = |one: &ListedThanks| MenuOption {
        label: format!("{} → {}", first_words(&signature(lang, one), 40), first_words(&one.manager.name, 40)),
        value: one.number.to_string(),
        description: Some(first_words(&one.words, 90)),
        chosen: false,
    };
    let options: Vec<MenuOption> = page.shown.iter().map(option).collect();
    components.push(Component::Menu(Menu {
        custom_id: id.into(),
        of: MenuOf::Options(options),
        placeholder: lang.say(pick),
        chosen: (1, 25),
    }));
    components.extend(page.turning(
        lang,
        match what {
            Moderation::Hide => ModerationAction::HidePage,
            Moderation::Restore => ModerationAction::RestorePage,
        },
    ));
    Message::of(components)
}

fn line(lang: Lang, one: &ListedThanks) -> String {
    let giver = match &one.giver {
        ListedGiver::Named { user, .. } => format!("<@{user}>"),
        ListedGiver::Unnamed(_) | ListedGiver::Counted => signature(lang, one),
    };
    let args = [
        ("giver", giver.into()),
        ("manager", plain(&one.manager.name).into()),
        ("when", timestamp(one.said_at, 'd').into()),
        ("state", state(lang, one).into()),
        ("has", if one.words.is_empty() { "nothing" } else { "words" }.into()),
        ("words", plain(&first_words(&one.words, 60)).into()),
    ];
    lang.with("moderate-line", &args)
}

/// The giver as they signed, or what stands for them.
fn signature(lang: Lang, one: &ListedThanks) -> String {
    match &one.giver {
        ListedGiver::Named { signature, .. } => signature.clone(),
        ListedGiver::Unnamed(pseudonym) => lang.with("moderate-unnamed", &[("code", pseudonym.0.as_str().into())]),
        ListedGiver::Counted => lang.say("moderate-only-counted"),
    }
}

fn state(lang: Lang, one: &ListedThanks) -> String {
    match one.state {
        ThanksState::Counted => lang.say("moderate-is-counted"),
        ThanksState::Withdrawn => lang.say("moderate-is-withdrawn"),
        ThanksState::Hidden | ThanksState::HiddenWithdrawn => lang.say("moderate-is-hidden"),
    }
}

/// `/campaign export`: every thanks of a campaign as a file for spreadsheets.
pub(super) async fn export(bot: &Bot, interaction: &Interaction, server: &Server, options: &Options) -> Done {
    let lang = interaction.lang;
    let year = match options.year() {
        Some(year) => year,
        None => bot.app.campaign_of(server).await?.year,
    };
    let mut all = readable(bot, lang, server, bot.app.list_thanks(server, year).await?).await?;
    all.reverse();
    if all.is_empty() {
        return Ok(Message::text(lang.with("export-nothing", &[("year", year.to_string().into())])));
    }
    let file = (format!("cmad-{year}.csv"), crate::digest::csv(&rows(lang, server, &all)));
    let says = lang.with("export-done", &[("year", year.to_string().into()), ("n", all.len().into())]);
    Ok(Message::text(says).with_files(vec![file]))
}

fn rows(lang: Lang, server: &Server, all: &[ListedThanks]) -> Vec<[String; 7]> {
    let head = ["giver", "giver-id", "manager", "manager-id", "date", "state", "words"];
    let mut rows = vec![head.map(|column| lang.say(&format!("export-column-{column}")))];
    rows.extend(all.iter().map(|one| {
        let id = match &one.giver {
            ListedGiver::Named { user, .. } => user.to_string(),
            ListedGiver::Unnamed(_) | ListedGiver::Counted => String::new(),
        };
        // Of a giver who is not named, only the day is known.
        let date = if id.is_empty() { "%Y-%m-%d" } else { "%Y-%m-%d %H:%M" };
        [
            signature(lang, one),
            id,
            one.manager.name.clone(),
            one.manager.user.to_string(),
            one.said_at.with_timezone(&server.zone).format(date).to_string(),
            state(lang, one),
            one.words.clone(),
        ]
    }));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::moderation::Pseudonym;
    use crate::discord::commands::tests::samples;
    use crate::ports::Named;
    use domain::ids::UserId;
    use domain::thanks::ThanksId;

    #[test]
    fn the_longest_list_fits() {
        let one = |number: i64| ListedThanks {
            id: ThanksId(i64::MAX - number),
            number: i64::MIN + number,
            giver: if number % 2 == 0 {
                ListedGiver::Named { user: UserId(u64::MAX >> 1), signature: "*".repeat(32) }
            } else {
                ListedGiver::Unnamed(Pseudonym("89abcdef".to_owned()))
            },
            manager: Named { name: "_".repeat(32), user: UserId(9), title: None },
            said_at: chrono::DateTime::UNIX_EPOCH,
            state: ThanksState::Counted,
            words: "*_".repeat(750),
            link: None,
        };
        let all: Vec<ListedThanks> = (0..100).map(one).collect();
        for (lang, what) in Lang::all().flat_map(|lang| [(lang, Moderation::Hide), (lang, Moderation::Restore)]) {
            samples::assert_fits(&list_message(lang, &all, (what, 1), Some(said(lang, &all, what))));
        }
    }
}

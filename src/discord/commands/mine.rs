//! `/cmad mine`: one's own thanks, a page at a time, and the receipt of each.

use chrono_tz::Tz;

use crate::app::listening::OpenQuestions;
use crate::discord::commands::paging::ListPage;
use crate::discord::commands::shared::{first_words, server_of};
use crate::discord::commands::thank::receipt::changed_receipt;
use crate::discord::components::{Button, Component, Menu, MenuOf, MenuOption, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{MineAction, QuestionAction, SaveAction};
use crate::discord::fitting;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::{plain, timestamp};
use crate::ports::Named;
use crate::text::Lang;
use domain::ids::UserId;
use domain::server::Server;
use domain::thanks::{Consent, Link, Thanks, ThanksId, ThanksState};

/// How many characters the list of one's own thanks may take.
const LIST_ROOM: usize = 2800;
/// How many questions of a kind stand before the list.
const QUESTIONS: usize = 3;
/// How many characters of one's own words stand on their receipt.
const WORDS_ROOM: usize = 2500;

pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: MineAction, given: &Options) -> Done {
    match action {
        MineAction::Pick => picked(bot, interaction, given).await,
        MineAction::Page(page) => open(bot, interaction, &server_of(bot, interaction).await?, page).await,
    }
}

/// A page of one's own thanks.
pub(super) async fn open(bot: &Bot, interaction: &Interaction, server: &Server, page: u16) -> Done {
    let mut mine = bot.app.my_thanks(server, interaction.who.user).await?;
    let mentions = bot.app.mentions(server.guild, server.zone, interaction.lang).await?;
    for (stored, _) in &mut mine {
        stored.words = mentions.readable(&stored.words);
    }
    let mut message = mine_message(interaction.lang, &mine, page);
    // Its buttons work in the server only.
    if interaction.guild.is_some() {
        let open = bot.app.open_questions(server, interaction.who.user).await?;
        message.components.splice(0..0, questions(interaction.lang, interaction.who.user, &open, &mine));
    }
    Ok(message)
}

/// The questions that may have found no room under the messages: whom do they mean, may they be passed on, may they be
/// saved?
fn questions(lang: Lang, giver: UserId, open: &OpenQuestions, mine: &[(Thanks, Named)]) -> Vec<Component> {
    let ask = |key: &str, link: &Link, button: (&str, String)| {
        let text = lang.with(key, &[("link", link.to_string().into())]);
        Component::Section(text, Button::new(Style::Primary, lang.say(button.0), button.1))
    };
    let whom =
        |link: &Link| ask("mine-unclear", link, ("button-whom", QuestionAction::Whom(giver, link.message).into()));
    let save = |link: &Link| ask("mine-to-save", link, ("button-found", SaveAction::Ask(giver, link.message).into()));
    let undecided = mine.iter().filter(|(stored, _)| is_undecided(stored)).count();
    let consent = (undecided > 0).then(|| {
        let button = Button::new(Style::Primary, lang.say("button-found"), QuestionAction::Found(giver));
        Component::Section(lang.with("mine-undecided", &[("n", undecided.into())]), button)
    });
    let unclear = open.unclear.iter().take(QUESTIONS).map(whom);
    unclear.chain(consent).chain(open.saves.iter().take(QUESTIONS).map(save)).collect()
}

/// Whether its giver has not said yet how it may be shown.
fn is_undecided(stored: &Thanks) -> bool {
    stored.consent == Consent::NotAsked && stored.state == ThanksState::Counted
}

pub(super) fn mine_message(lang: Lang, mine: &[(Thanks, Named)], page: u16) -> Message {
    if mine.is_empty() {
        return Message::text(lang.say("mine-none"));
    }
    let mut components = vec![Component::Text(lang.with("mine-some", &[("n", mine.len().into())]))];
    let page = ListPage::of(mine, page);
    let lines: Vec<String> = page.shown.iter().map(|(stored, manager)| mine_line(lang, stored, manager)).collect();
    components.push(Component::Text(fitting::within(lang, &lines, LIST_ROOM)));
    let option = |(stored, manager): &(Thanks, Named)| MenuOption {
        label: fitting::label(&manager.name, 100),
        value: stored.id.0.to_string(),
        description: Some(first_words(&stored.words, 90)),
        chosen: false,
    };
    components.push(Component::Menu(Menu {
        custom_id: MineAction::Pick.into(),
        of: MenuOf::Options(page.shown.iter().map(option).collect()),
        placeholder: lang.say("mine-pick"),
        chosen: (1, 1),
    }));
    components.extend(page.turning(lang, MineAction::Page));
    Message::of(components)
}

fn mine_line(lang: Lang, thanks: &Thanks, manager: &Named) -> String {
    let state = match thanks.state {
        ThanksState::Counted => lang.say(&format!("consent-{}", thanks.consent)),
        ThanksState::Withdrawn | ThanksState::HiddenWithdrawn => lang.say("mine-withdrawn"),
        ThanksState::Hidden => lang.say("mine-hidden"),
    };
    let words = plain(&first_words(&thanks.words, 60));
    let args = [
        ("manager", plain(&manager.name).into()),
        ("when", timestamp(thanks.said_at, 'd').into()),
        ("words", words.into()),
        ("state", state.into()),
    ];
    lang.with("mine-line", &args)
}

/// One of one's own thanks was picked: its receipt, on which it can be changed or withdrawn.
async fn picked(bot: &Bot, interaction: &Interaction, chosen: &Options) -> Done {
    let found = match chosen.chosen().next().map(ThanksId) {
        Some(id) => bot.app.own_thanks(interaction.who.user, id).await?,
        None => None,
    };
    let words = match &found {
        Some(stored) => {
            let zone = bot.app.server(stored.guild).await?.map_or(Tz::UTC, |server| server.zone);
            let mentions = bot.app.mentions(stored.guild, zone, interaction.lang).await?;
            Some(fitting::quote(&mentions.readable(&stored.words), WORDS_ROOM).0)
        }
        None => None,
    };
    let mut message = changed_receipt(bot, interaction, found.into_iter().collect(), None).await?;
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        message.components.insert(1, Component::Text(words));
    }
    Ok(message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::commands::tests::samples;
    use domain::ids::{ChannelId, GuildId, MessageId};
    use domain::thanks::Door;

    #[test]
    fn ones_own_thanks_fit_however_many_and_long_they_are() {
        let one = |number: i64| {
            let thanks = Thanks {
                id: ThanksId(number),
                guild: GuildId(u64::MAX),
                year: 2027,
                giver: UserId(1),
                manager: UserId(2),
                door: Door::Hashtag,
                words: "*_~`".repeat(700),
                signature: "*".repeat(32),
                relation: None,
                what_for: None,
                consent: Consent::NotAsked,
                said_at: samples::at("2027-01-25T12:00:00Z"),
                source: 2,
                message: Some((ChannelId(1), MessageId(2))),
                post_in: None,
                posted: None,
                member_since: None,
                first_time: true,
                state: ThanksState::Counted,
            };
            (thanks, Named { name: "_".repeat(32), user: UserId(2), title: None })
        };
        for count in [1, 25, 60] {
            let mine: Vec<_> = (0..count).map(one).collect();
            for lang in Lang::all() {
                let mut message = mine_message(lang, &mine, 1);
                let link =
                    Link { guild: GuildId(u64::MAX), channel: ChannelId(u64::MAX), message: MessageId(u64::MAX) };
                let open = OpenQuestions { unclear: vec![link; 5], saves: vec![link; 5] };
                message.components.splice(0..0, questions(lang, UserId(u64::MAX), &open, &mine));
                samples::assert_fits(&message);
            }
        }
    }
}

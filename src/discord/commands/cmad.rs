//! `/cmad`: the date, one's own thanks, whether a message counted, one's profile and boss, and what the bot is.

use chrono::NaiveDate;

use crate::app::listening::Why;
use crate::app::roster::{Edit, Profile};
use crate::discord::asked::{Asked, CHOSEN, Options, channel_of, message_of};
use crate::discord::commands::desk::{self, Words};
use crate::discord::commands::paging::{MENU_MAX, Page};
use crate::discord::commands::roster::place_buttons;
use crate::discord::commands::shared::{first_words, server_of, unknown};
use crate::discord::commands::thank::{changed_receipt, refusal};
use crate::discord::commands::{boss, zones};
use crate::discord::components::{Component, Menu, MenuOf, MenuOption, Message};
use crate::discord::context::{Bot, Done, Failure};
use crate::discord::custom_id::CustomId;
use crate::discord::fitting;
use crate::discord::markdown::{plain, timestamp};
use crate::ports::Named;
use crate::text::Lang;
use domain::calendar;
use domain::ids::{GuildId, UserId};
use domain::judge::Judgement;
use domain::roster::public_link;
use domain::server::Server;
use domain::thanks::{Consent, Thanks, ThanksId, ThanksState};

/// Given for something in a profile, it takes it away.
const CLEARS: &str = "-";

/// How many characters the list of one's own thanks may take.
const LIST_ROOM: usize = 3400;
/// How many characters of one's own words stand on their receipt.
const WORDS_ROOM: usize = 2500;

/// Runs a subcommand of `/cmad`.
///
/// # Errors
/// The database or Discord failed.
pub async fn run(bot: &Bot, asked: &Asked, path: &[&str], options: &Options) -> Done {
    match path {
        ["when"] => when(bot, asked, options).await,
        ["scorecard"] => Ok(super::scorecard::open(asked.lang)),
        ["privacy"] => super::privacy::open(bot, asked).await,
        ["about"] => Ok(Message::text(asked.lang.say("about"))),
        _ => match which_server(bot, asked, path).await? {
            Ok(server) => in_server(bot, asked, &server, path, options).await,
            Err(message) => Ok(message),
        },
    }
}

async fn in_server(bot: &Bot, asked: &Asked, server: &Server, path: &[&str], options: &Options) -> Done {
    match path {
        ["mine"] => mine(bot, asked, server, 0).await,
        ["why"] => why(bot, asked, server, options).await,
        ["digest"] => {
            let year = options.number("year").and_then(|year| i32::try_from(year).ok());
            desk::open(bot, asked, server.guild, year, Words::WhenDue).await
        }
        ["profile"] => profile(bot, asked, server, options).await,
        ["boss", "set"] => boss::set(bot, asked, server, options).await,
        ["boss", "clear"] => boss::clear(bot, asked, server).await,
        _ => Ok(unknown(asked)),
    }
}

/// The server that is meant: the one that is asked in; in a private conversation the only one, or one that is picked.
async fn which_server(bot: &Bot, asked: &Asked, path: &[&str]) -> Result<Result<Server, Message>, Failure> {
    if asked.guild.is_some() {
        return server_of(bot, asked).await;
    }
    let mut servers = bot.app.servers_of(asked.who.user).await?;
    if servers.len() <= 1 {
        return Ok(servers.pop().ok_or_else(|| Message::text(asked.lang.say("which-server-none"))));
    }
    let option = |server: &Server| MenuOption::new(&server.name, server.guild.to_string());
    let menu = Menu {
        custom_id: CustomId::WhichServer(path.join(" ")).text(),
        of: MenuOf::Options(servers.iter().take(MENU_MAX).map(option).collect()),
        placeholder: asked.lang.say("which-server"),
        chosen: (1, 1),
    };
    Ok(Err(Message::of(vec![Component::Text(asked.lang.say("which-server")), Component::Menu(menu)])))
}

/// A server was picked in a private conversation.
///
/// # Errors
/// The database or Discord failed.
pub async fn in_chosen_server(bot: &Bot, asked: &Asked, command: &str, chosen: &Options) -> Done {
    let guild: Option<GuildId> = chosen.text(CHOSEN).and_then(|id| id.parse().ok());
    let servers = bot.app.servers_of(asked.who.user).await?;
    let Some(server) = servers.into_iter().find(|server| Some(server.guild) == guild) else {
        return Ok(Message::text(asked.lang.say("which-server-none")));
    };
    let path: Vec<&str> = command.split(' ').collect();
    match path.as_slice() {
        // What was given to these is not in the menu; it has to be given where the server is known.
        ["profile"] | ["boss", ..] | ["why"] => {
            Ok(Message::text(asked.lang.with("which-server-go", &[("server", plain(&server.name).into())])))
        }
        path => in_server(bot, asked, &server, path, &Options::default()).await,
    }
}

async fn when(bot: &Bot, asked: &Asked, options: &Options) -> Done {
    let now = bot.app.now();
    let server = match asked.guild {
        Some(guild) => bot.app.server(guild).await?,
        None => None,
    };
    let zone = server.as_ref().map_or(chrono_tz::UTC, |server| server.zone);
    let today = now.with_timezone(&zone).date_naive();
    let day = match options.number("year").and_then(|year| i32::try_from(year).ok()) {
        Some(year) => match calendar::day(year) {
            Ok(day) => day,
            Err(_) => return Ok(Message::text(asked.lang.say("when-no-such-year"))),
        },
        None => calendar::next_day(today),
    };
    Ok(Message::text(when_text(asked.lang, day, today, server.as_ref())))
}

fn when_text(lang: Lang, day: NaiveDate, today: NaiveDate, server: Option<&Server>) -> String {
    let days = (day - today).num_days();
    let year = chrono::Datelike::year(&day).to_string();
    let key = match days {
        0 => "when-today",
        1.. => "when-ahead",
        _ => "when-past",
    };
    let mut text =
        lang.with(key, &[("year", year.into()), ("date", lang.date(day).into()), ("days", days.abs().into())]);
    if let Some(server) = server {
        let (from, until) = calendar::span(day, server.zone);
        let args = [
            ("from", timestamp(from, 'F').into()),
            ("until", timestamp(until, 'F').into()),
            ("zone", server.zone.name().into()),
        ];
        text.push('\n');
        text.push_str(&lang.with("when-here", &args));
    }
    if calendar::is_not_last_monday(day) {
        text.push('\n');
        text.push_str(&lang.say("when-not-last"));
    }
    text
}

async fn mine(bot: &Bot, asked: &Asked, server: &Server, page: u16) -> Done {
    let mine = bot.app.my_thanks(server, asked.who.user).await?;
    Ok(mine_message(asked.lang, &mine, page))
}

pub(super) fn mine_message(lang: Lang, mine: &[(Thanks, Named)], page: u16) -> Message {
    if mine.is_empty() {
        return Message::text(lang.say("mine-none"));
    }
    let mut components = vec![Component::Text(lang.with("mine-some", &[("n", mine.len().into())]))];
    let page = Page::of(mine, page);
    let lines: Vec<String> = page.shown.iter().map(|(stored, manager)| mine_line(lang, stored, manager)).collect();
    components.push(Component::Text(fitting::within(lang, &lines, LIST_ROOM)));
    let option = |(stored, manager): &(Thanks, Named)| MenuOption {
        label: fitting::label(&manager.name, 100),
        value: stored.id.0.to_string(),
        description: Some(first_words(&stored.words, 90)),
        chosen: false,
    };
    components.push(Component::Menu(Menu {
        custom_id: CustomId::Mine.text(),
        of: MenuOf::Options(page.shown.iter().map(option).collect()),
        placeholder: lang.say("mine-pick"),
        chosen: (1, 1),
    }));
    components.extend(page.turning(lang, CustomId::MinePage));
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

/// Another page of one's own thanks.
pub async fn mine_page(bot: &Bot, asked: &Asked, page: u16) -> Done {
    match server_of(bot, asked).await? {
        Ok(server) => mine(bot, asked, &server, page).await,
        Err(answer) => Ok(answer),
    }
}

/// One of one's own thanks was picked: its receipt, on which it can be changed or withdrawn.
pub async fn mine_chosen(bot: &Bot, asked: &Asked, chosen: &Options) -> Done {
    let id = chosen.number(CHOSEN).map(ThanksId);
    let found = match id {
        Some(id) => bot.app.own_thanks(asked.who.user, id).await?,
        None => None,
    };
    let words = found.as_ref().map(|stored| fitting::quote(&stored.words, WORDS_ROOM).0);
    let mut message = changed_receipt(bot, asked, found).await?;
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        message.components.insert(1, Component::Text(words));
    }
    Ok(message)
}

async fn why(bot: &Bot, asked: &Asked, server: &Server, options: &Options) -> Done {
    let lang = asked.lang;
    let link = options.text("message").unwrap_or_default();
    let Some(message) = message_of(link) else { return Ok(Message::text(lang.say("why-which"))) };
    let text = match bot.app.why(server, asked.who.user, (channel_of(link), message)).await? {
        Why::Thanks(found) => {
            let mut lines = Vec::new();
            for stored in found {
                let manager = bot.app.name_of(server.guild, stored.manager).await?;
                let key = match (stored.state, stored.consent) {
                    (ThanksState::Withdrawn | ThanksState::HiddenWithdrawn, _) => "why-withdrawn",
                    (ThanksState::Hidden, _) => "why-hidden",
                    (ThanksState::Counted, Consent::NotAsked) => "why-counts-not-asked",
                    (ThanksState::Counted, _) => "why-counts",
                };
                lines.push(lang.with(key, &[("manager", plain(&manager.name).into())]));
            }
            lines.join("\n")
        }
        Why::Judged(Judgement::Asked) => lang.say("why-asked"),
        Why::Judged(Judgement::Judged { refused, .. }) => {
            let line = |(user, why): &(UserId, _)| refusal(lang, &format!("<@{user}>"), *why);
            refused.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        Why::NotYours => lang.say("why-not-yours"),
        Why::Unheard { listening: false, .. } => lang.say("why-closed"),
        Why::Unheard { hashtag: false, .. } => lang.say("why-hashtag-off"),
        Why::Unheard { here: false, .. } => lang.say("why-hashtag-not-here"),
        Why::Unheard { .. } => lang.say("why-no-sign"),
    };
    Ok(Message::text(text))
}

async fn profile(bot: &Bot, asked: &Asked, server: &Server, options: &Options) -> Done {
    let lang = asked.lang;
    // A holder of the role is recognised when they ask for their own profile, too.
    bot.app.recognise(server, &asked.who).await?;
    let own = |name: &str| match options.text(name).map(str::trim) {
        None | Some("") => Edit::Keep,
        Some(CLEARS) => Edit::Clear,
        Some(text) => Edit::Set(text.to_owned()),
    };
    let zone = match own("timezone") {
        Edit::Keep => Edit::Keep,
        Edit::Clear => Edit::Clear,
        Edit::Set(text) => match zones::parse(&text) {
            Some(zone) => Edit::Set(zone),
            None => return Ok(Message::text(zones::unknown(lang, &text))),
        },
    };
    let link = match own("link") {
        Edit::Set(text) => match public_link(&text) {
            Some(link) => Edit::Set(link),
            None => return Ok(Message::text(lang.say("profile-no-link"))),
        },
        other => other,
    };
    let change = Profile {
        title: own("title"),
        team: own("team"),
        display_name: own("display_name"),
        link,
        zone,
        language: own("language"),
        breathe: options.flag("breathe"),
    };
    let Some(manager) = bot.app.change_profile(server, &asked.who, change).await? else {
        return Ok(Message::text(lang.say("not-a-manager")));
    };
    let none = || lang.say("profile-none");
    let args = [
        ("server", plain(&server.name).into()),
        ("name", plain(&manager.name).into()),
        ("title", manager.title.as_deref().map_or_else(none, plain).into()),
        ("team", manager.team.as_deref().map_or_else(none, plain).into()),
        ("link", manager.link.as_deref().map_or_else(none, plain).into()),
        ("zone", manager.timezone.unwrap_or(server.zone).name().into()),
        ("language", Lang::of(manager.language.as_deref().or(Some(&server.language))).own_name().into()),
        ("breathe", lang.say(if manager.breathe { "switch-is-on" } else { "switch-is-off" }).into()),
        ("place", lang.say(&format!("profile-place-{}", manager.status)).into()),
    ];
    let mut components = vec![Component::Text(lang.with("profile", &args))];
    if manager.status == domain::roster::RosterStatus::Invited {
        components.push(Component::Buttons(place_buttons(lang, server.guild)));
    }
    Ok(Message::of(components))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::commands::campaign::samples;
    use domain::ids::{ChannelId, MessageId};
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
                samples::assert_fits(&mine_message(lang, &mine, 1));
            }
        }
    }
}

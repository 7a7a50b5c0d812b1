//! `/cmad`: the date, one's own thanks, whether a message counted, one's profile and boss, and what the bot is.

use chrono::NaiveDate;

use serenity::all::CreateCommand;

use crate::app::listening::Why;
use crate::app::roster::{Edit, Profile};
use crate::discord::commands::define::{
    IN_SERVERS_AND_PRIVATE, at_most, flag, group, languages_or_none, named, root, sub, suggested, text, user,
    with_choices, year,
};
use crate::discord::commands::desk::{self, WordsShown};
use crate::discord::commands::paging::MENU_MAX;
use crate::discord::commands::roster::place_buttons;
use crate::discord::commands::shared::{name_refused, server_of, unknown};
use crate::discord::commands::thank::receipt::refusal;
use crate::discord::commands::{boss, mine, privacy, scorecard, zones};
use crate::discord::components::{Component, Menu, MenuOf, MenuOption, Message};
use crate::discord::context::{About, Bot, Done, Stop};
use crate::discord::custom_id::CmadAction;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::links::MessageLink;
use crate::discord::markdown::{plain, timestamp};
use crate::text::Lang;
use crate::text::calendar_file;
use domain::calendar;
use domain::digest::plain_line;
use domain::ids::{GuildId, UserId};
use domain::roster::{CARES_MAX, CopyChoice, RosterStatus, public_link};
use domain::server::Server;
use domain::thanks::rules::Judgement;
use domain::thanks::{Consent, ThanksState};

/// Given for something in a profile, it takes it away.
const CLEARS: &str = "-";

/// `/cmad`, as it is registered with Discord.
pub fn definition() -> CreateCommand {
    root(
        "cmad",
        &IN_SERVERS_AND_PRIVATE,
        None,
        vec![
            sub("cmad-when", "when", vec![year()]),
            sub("cmad-mine", "mine", vec![]),
            sub("cmad-why", "why", vec![text("why-message", "message")]),
            sub("cmad-digest", "digest", vec![year()]),
            sub(
                "cmad-profile",
                "profile",
                vec![
                    at_most(text("profile-title", "title"), 60),
                    at_most(text("profile-team", "team"), 60),
                    at_most(text("profile-cares", "cares"), CARES_MAX),
                    at_most(text("profile-display-name", "display_name"), 32),
                    at_most(text("profile-link", "link"), 200),
                    suggested(text("profile-timezone", "timezone")),
                    with_choices(text("profile-language", "language"), languages_or_none()),
                    flag("profile-breathe", "breathe"),
                ],
            ),
            group(
                "cmad-boss",
                "boss",
                vec![
                    sub(
                        "boss-set",
                        "set",
                        vec![
                            user("boss-member", "member"),
                            at_most(text("boss-email", "email"), 254),
                            at_most(text("boss-reply-to", "reply_to"), 254),
                            with_choices(
                                text("boss-copy", "copy"),
                                named("copying", CopyChoice::ALL, CopyChoice::name),
                            ),
                        ],
                    ),
                    sub("boss-clear", "clear", vec![]),
                ],
            ),
            sub("cmad-scorecard", "scorecard", vec![]),
            sub("cmad-privacy", "privacy", vec![]),
            sub("cmad-about", "about", vec![]),
        ],
    )
}

/// Runs a subcommand of `/cmad`.
pub(super) async fn run(bot: &Bot, interaction: &Interaction, path: &[&str], options: &Options) -> Done {
    match path {
        ["when"] => when(bot, interaction, options).await,
        ["scorecard"] => Ok(scorecard::open(interaction.lang)),
        ["privacy"] => privacy::open(bot, interaction).await,
        ["about"] => Ok(about(interaction.lang, &bot.about)),
        _ => in_server(bot, interaction, &which_server(bot, interaction, path).await?, path, options).await,
    }
}

async fn in_server(bot: &Bot, interaction: &Interaction, server: &Server, path: &[&str], options: &Options) -> Done {
    match path {
        ["mine"] => mine::open(bot, interaction, server, 0).await,
        ["why"] => why(bot, interaction, server, options).await,
        ["digest"] => {
            let year = options.year();
            desk::open(bot, interaction, server.guild, year, WordsShown::WhenDue).await
        }
        ["profile"] => profile(bot, interaction, server, options).await,
        ["boss", "set"] => boss::set(bot, interaction, server, options).await,
        ["boss", "clear"] => boss::clear(bot, interaction, server).await,
        _ => Err(unknown(interaction)),
    }
}

/// The server that is meant: the one in which the person asks; in a private conversation their only one, or one that
/// they pick.
async fn which_server(bot: &Bot, interaction: &Interaction, path: &[&str]) -> Result<Server, Stop> {
    if interaction.guild.is_some() {
        return server_of(bot, interaction).await;
    }
    let mut servers = bot.app.servers_of(interaction.who.user).await?;
    if servers.len() <= 1 {
        return servers.pop().ok_or_else(|| Stop::say(interaction.lang.say("which-server-none")));
    }
    let option = |server: &Server| MenuOption::new(&server.name, server.guild.to_string());
    let menu = Menu {
        custom_id: CmadAction::WhichServer(path.join(" ")).into(),
        of: MenuOf::Options(servers.iter().take(MENU_MAX).map(option).collect()),
        placeholder: interaction.lang.say("which-server"),
        chosen: (1, 1),
    };
    Err(Stop::Answer(Message::of(vec![Component::Text(interaction.lang.say("which-server")), Component::Menu(menu)])))
}

/// A server was picked in a private conversation.
pub(super) async fn act(
    bot: &Bot,
    interaction: &Interaction,
    CmadAction::WhichServer(command): CmadAction,
    given: &Options,
) -> Done {
    let guild: Option<GuildId> = given.chosen().next();
    let servers = bot.app.servers_of(interaction.who.user).await?;
    let Some(server) = servers.into_iter().find(|server| Some(server.guild) == guild) else {
        return Ok(Message::text(interaction.lang.say("which-server-none")));
    };
    let path: Vec<&str> = command.split(' ').collect();
    match path.as_slice() {
        // A menu cannot keep the options of these commands; they must be used in a server.
        ["profile"] | ["boss", ..] | ["why"] => {
            Ok(Message::text(interaction.lang.with("which-server-go", &[("server", plain(&server.name).into())])))
        }
        path => in_server(bot, interaction, &server, path, &Options::default()).await,
    }
}

/// What the bot is, where its privacy text is, and whom to write to.
fn about(lang: Lang, about: &About) -> Message {
    let data = match &about.privacy_url {
        Some(url) => lang.with("about-data-link", &[("url", url.as_str().into())]),
        None => lang.say("about-data"),
    };
    let contact = match &about.contact {
        Some(contact) => lang.with("about-contact", &[("contact", plain(contact).into())]),
        None => lang.say("about-no-contact"),
    };
    let rest = [data, contact, lang.say("about-report")].join("\n");
    Message::of(vec![Component::Text(lang.say("about")), Component::Text(rest)])
}

async fn when(bot: &Bot, interaction: &Interaction, options: &Options) -> Done {
    let now = bot.app.now();
    let server = match interaction.guild {
        Some(guild) => bot.app.server(guild).await?,
        None => None,
    };
    let zone = server.as_ref().map_or(chrono_tz::UTC, |server| server.zone);
    let today = calendar::date(now, zone);
    let day = match options.year() {
        Some(year) => match calendar::day(year) {
            Ok(day) => day,
            Err(_) => return Ok(Message::text(interaction.lang.say("when-no-such-year"))),
        },
        None => calendar::next_day(today),
    };
    let says = when_text(interaction.lang, day, today, server.as_ref());
    let file = ("cmad.ics".to_owned(), calendar_file::every_day(interaction.lang));
    Ok(Message::text(says).with_files(vec![file]))
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
    text.push('\n');
    text.push_str(&lang.say("when-file"));
    text
}

async fn why(bot: &Bot, interaction: &Interaction, server: &Server, options: &Options) -> Done {
    let lang = interaction.lang;
    let link = options.text("message").unwrap_or_default();
    let Some(link) = MessageLink::read(link) else { return Ok(Message::text(lang.say("why-which"))) };
    let text = match bot.app.why(server, interaction.who.user, (link.channel, link.message)).await? {
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
        Why::NotCollected(why) => refusal(lang, "", why.refusal()),
        Why::NoSign { window_open: false, .. } => lang.say("why-closed"),
        Why::NoSign { hashtag_on: false, .. } => lang.say("why-hashtag-off"),
        Why::NoSign { counts_here: false, .. } => lang.say("why-hashtag-not-here"),
        Why::NoSign { .. } => lang.say("why-no-sign"),
    };
    Ok(Message::text(text))
}

async fn profile(bot: &Bot, interaction: &Interaction, server: &Server, options: &Options) -> Done {
    let lang = interaction.lang;
    // Asking for the profile also adds a holder of the manager role to the roster.
    bot.app.recognise(server, &interaction.who).await?;
    let own = |name: &str| match options.text(name).map(str::trim) {
        None | Some("") => Edit::Keep,
        Some(CLEARS) => Edit::Clear,
        Some(text) => Edit::Set(text.to_owned()),
    };
    if let Some(refused) = name_refused(lang, ["title", "team", "display_name", "cares"].map(|name| options.text(name)))
    {
        return Ok(Message::text(refused));
    }
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
        cares: match own("cares") {
            // A forged command may hold line breaks, and more than fits.
            Edit::Set(text) => plain_line(&text).map_or(Edit::Keep, Edit::Set),
            other => other,
        },
        display_name: own("display_name"),
        link,
        zone,
        language: own("language"),
        breathe: options.flag("breathe"),
    };
    let Some(manager) = bot.app.change_profile(server, &interaction.who, change).await? else {
        return Ok(Message::text(lang.say("not-a-manager")));
    };
    let none = || lang.say("profile-none");
    let args = [
        ("server", plain(&server.name).into()),
        ("name", plain(&manager.name).into()),
        ("title", manager.title.as_deref().map_or_else(none, plain).into()),
        ("team", manager.team.as_deref().map_or_else(none, plain).into()),
        ("cares", manager.cares.as_deref().map_or_else(none, plain).into()),
        ("link", manager.link.as_deref().map_or_else(none, plain).into()),
        ("zone", manager.timezone.unwrap_or(server.zone).name().into()),
        ("language", Lang::of(manager.language.as_deref().or(Some(&server.language))).own_name().into()),
        ("breathe", lang.say(if manager.breathe { "switch-is-on" } else { "switch-is-off" }).into()),
        ("place", lang.say(&format!("profile-place-{}", manager.status)).into()),
    ];
    let mut components = vec![Component::Text(lang.with("profile", &args))];
    if manager.status == RosterStatus::Invited {
        components.push(Component::Buttons(place_buttons(lang, server.guild)));
    }
    Ok(Message::of(components))
}

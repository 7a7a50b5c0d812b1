//! `/roster`: who can be thanked on a server, and the two buttons with which a manager answers.

use crate::discord::fitting;

use serenity::all::{CreateCommand, Permissions};

use crate::app::roster::{AddOutcome, Person};
use crate::discord::commands::define::{IN_SERVERS, at_most, required, root, sub, text, user};
use crate::discord::commands::nominate;
use crate::discord::commands::shared::{is_member, name_refused, server_of, unknown};
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::RosterAction;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::plain;
use crate::text::Lang;
use domain::digest::plain_line;
use domain::ids::{GuildId, RoleId};
use domain::roster::{Manager, RosterStatus};
use domain::server::Server;

/// How many characters the list of managers may take.
const LIST_ROOM: usize = 3400;

/// `/roster`, as it is registered with Discord.
pub fn definition() -> CreateCommand {
    root(
        "roster",
        &IN_SERVERS,
        Some(Permissions::MANAGE_GUILD),
        vec![
            sub(
                "roster-add",
                "add",
                vec![
                    required(user("roster-member", "member")),
                    at_most(text("profile-title", "title"), 60),
                    at_most(text("profile-team", "team"), 60),
                ],
            ),
            sub("roster-remove", "remove", vec![required(user("roster-member", "member"))]),
            sub("roster-list", "list", vec![]),
            sub("roster-nominations", "nominations", vec![]),
        ],
    )
}

/// Runs one of the subcommands.
pub async fn run(bot: &Bot, interaction: &Interaction, path: &[&str], options: &Options) -> Done {
    let server = server_of(bot, interaction).await?;
    match (path, options.person("member")) {
        (["add"], Some(person)) => add(bot, interaction.lang, &server, person, options).await,
        (["remove"], Some(person)) => remove(bot, interaction.lang, &server, person).await,
        (["nominations"], _) => nominate::list(bot, interaction.lang, &server).await,
        (["list"], _) => Ok(list(interaction.lang, &server, &bot.app.roster(server.guild).await?)),
        _ => Err(unknown(interaction)),
    }
}

async fn add(bot: &Bot, lang: Lang, server: &Server, person: &Person, options: &Options) -> Done {
    if !person.is_bot && !is_member(bot, server, person.user, person.member_since).await? {
        return Ok(Message::text(named(lang, "roster-not-a-member", person)));
    }
    let given = |name: &str| options.text(name).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let (title, team) = (given("title"), given("team"));
    if let Some(refused) = name_refused(lang, [title.as_deref(), team.as_deref()]) {
        return Ok(Message::text(refused));
    }
    let changes = title.is_some() || team.is_some();
    let added = bot.app.add_to_roster(server, person, title, team).await?;
    Ok(Message::text(named(lang, added_key(added, changes), person)))
}

const fn added_key(added: AddOutcome, changes: bool) -> &'static str {
    match (added, changes) {
        (AddOutcome::Invited, _) => "roster-invited",
        (AddOutcome::Already, true) => "roster-already-changed",
        (AddOutcome::Already, false) => "roster-already",
        (AddOutcome::Declined, _) => "roster-declined",
        (AddOutcome::Bot, _) => "roster-bot",
    }
}

async fn remove(bot: &Bot, lang: Lang, server: &Server, person: &Person) -> Done {
    let was_on = bot.app.remove_from_roster(server, person.user).await?;
    let key = if was_on { "roster-removed" } else { "roster-was-not-on" };
    Ok(Message::text(named(lang, key, person)))
}

fn named(lang: Lang, key: &str, person: &Person) -> String {
    lang.with(key, &[("name", plain(&person.name).into()), ("user", person.user.to_string().into())])
}

/// The roster: who, and whether they accepted. Neither bosses nor words are shown.
fn list(lang: Lang, server: &Server, roster: &[Manager]) -> Message {
    let of_role = server.manager_role.map(|role| lang.with("roster-of-role", &[("role", role.to_string().into())]));
    if roster.is_empty() {
        let texts = [Some(lang.say("roster-empty")), of_role];
        return Message::text(texts.into_iter().flatten().collect::<Vec<_>>().join("\n"));
    }
    let lines: Vec<String> = roster.iter().map(|manager| line(lang, manager)).collect();
    let head = lang.with("roster-head", &[("count", roster.len().into())]);
    let foot = [Some(lang.say("roster-foot")), of_role].into_iter().flatten().collect::<Vec<_>>().join("\n");
    Message::of(vec![
        Component::Text(head),
        Component::Text(fitting::within(lang, &lines, LIST_ROOM)),
        Component::Text(foot),
    ])
}

fn line(lang: Lang, manager: &Manager) -> String {
    let about = [manager.title.as_deref(), manager.team.as_deref()];
    let about = lang.series(&about.into_iter().flatten().map(plain).collect::<Vec<_>>());
    let place = lang.say(if manager.status == RosterStatus::Accepted { "place-accepted" } else { "place-invited" });
    let line = lang.with(
        "roster-line",
        &[
            ("name", plain(&manager.name).into()),
            ("user", manager.user.to_string().into()),
            ("has", if about.is_empty() { "nothing" } else { "about" }.into()),
            ("about", about.into()),
            ("place", place.into()),
        ],
    );
    match manager.cares.as_deref().and_then(plain_line) {
        Some(cares) => format!("{line}\n  {}", lang.with("roster-cares", &[("cares", plain(&cares).into())])),
        None => line,
    }
}

/// A manager accepts their place, or declines it and is left alone. The answer replaces the invitation and has a button
/// to change it.
pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: RosterAction) -> Done {
    match action {
        RosterAction::Accept(guild) => answer_invitation(bot, interaction, guild, RosterStatus::Accepted).await,
        RosterAction::Decline(guild) => answer_invitation(bot, interaction, guild, RosterStatus::Declined).await,
        RosterAction::AcceptAsHolder(role) => accept_as_holder(bot, interaction, role).await,
    }
}

async fn answer_invitation(bot: &Bot, interaction: &Interaction, guild: GuildId, place: RosterStatus) -> Done {
    let known =
        if bot.app.knows_manager(guild, interaction.who.user).await? { bot.app.server(guild).await? } else { None };
    // The same answer where there is no such server, and where they never had a place: it names nothing.
    let Some(server) = known else {
        return Ok(Message::text(interaction.lang.say("invite-server-gone")));
    };
    let had_place = match place {
        RosterStatus::Accepted => bot.app.accept_place(&server, &interaction.who).await?,
        _ => bot.app.decline_place(&server, interaction.who.user).await?,
    };
    Ok(invitation_answered(interaction.lang, &server, had_place.then_some(place)))
}

/// Who holds the manager role now accepts below the post that asks them. To everyone else it says whom the post asks.
async fn accept_as_holder(bot: &Bot, interaction: &Interaction, role: RoleId) -> Done {
    let (lang, server) = (interaction.lang, server_of(bot, interaction).await?);
    let about = [("role", role.to_string().into()), ("server", plain(&server.name).into())];
    if server.manager_role != Some(role) {
        return Ok(Message::text(lang.with("holder-not-asked", &about)));
    }
    if !interaction.who.roles.contains(&role) || interaction.who.is_bot {
        return Ok(Message::text(lang.with("holder-other", &about)));
    }
    let has_place = bot.app.join_roster(&server, &interaction.who).await?;
    Ok(invitation_answered(lang, &server, has_place.then_some(RosterStatus::Accepted)))
}

/// Accept, or no thanks.
#[must_use]
pub fn place_buttons(lang: Lang, guild: GuildId) -> Vec<Button> {
    vec![
        Button::new(Style::Success, lang.say("button-accept"), RosterAction::Accept(guild)),
        Button::new(Style::Secondary, lang.say("button-decline"), RosterAction::Decline(guild)),
    ]
}

/// What takes the place of the invitation; `None`: they have no place (any more).
fn invitation_answered(lang: Lang, server: &Server, place: Option<RosterStatus>) -> Message {
    let say =
        |key: &str| lang.with(key, &[("server", plain(&server.name).into()), ("zone", server.zone.name().into())]);
    let (key, button) = match place {
        Some(RosterStatus::Accepted) => {
            let id = RosterAction::Decline(server.guild);
            ("invite-accepted", Button::new(Style::Secondary, lang.say("invite-leave-button"), id))
        }
        Some(_) => {
            let id = RosterAction::Accept(server.guild);
            ("invite-declined", Button::new(Style::Secondary, lang.say("invite-return-button"), id))
        }
        None => return Message::text(say("invite-no-place")),
    };
    Message::of(vec![Component::Text(say(key)), Component::Buttons(vec![button])])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::commands::tests::samples;
    use crate::discord::fitting::TEXT_MAX;
    use domain::ids::UserId;

    fn manager(number: u64, status: RosterStatus) -> Manager {
        Manager {
            user: UserId(1_000_000_000_000_000_000 + number),
            name: "*".repeat(32),
            named_by: domain::roster::NamedBy::Server,
            title: Some("_".repeat(60)),
            team: Some("Trust & [Safety]".to_owned()),
            cares: None,
            link: None,
            timezone: None,
            language: None,
            breathe: true,
            status,
        }
    }

    fn text(message: &Message) -> String {
        samples::text(message)
    }

    #[test]
    fn every_outcome_of_adding_is_told_apart() {
        let lang = Lang::english();
        let person = Person {
            user: UserId(9),
            name: "A_da".to_owned(),
            is_bot: false,
            is_member: true,
            roles: Vec::new(),
            member_since: None,
        };
        let all = [
            (AddOutcome::Invited, false),
            (AddOutcome::Already, false),
            (AddOutcome::Already, true),
            (AddOutcome::Declined, false),
            (AddOutcome::Bot, false),
        ];
        let texts: Vec<String> =
            all.iter().map(|(added, changes)| named(lang, added_key(*added, *changes), &person)).collect();
        let different: std::collections::BTreeSet<&String> = texts.iter().collect();
        assert_eq!(different.len(), texts.len());
        assert!(texts.iter().all(|text| text.contains("A\\_da")), "{texts:?}");
    }

    #[test]
    fn the_list_shows_places_and_stays_within_limits() {
        let lang = Lang::english();
        let mut server = samples::server();
        server.manager_role = Some(RoleId(5));
        let few = text(&list(lang, &server, &[manager(1, RosterStatus::Accepted), manager(2, RosterStatus::Invited)]));
        assert!(few.contains("accepted") && few.contains("no answer yet"), "{few}");
        assert!(!few.contains("more"), "{few}");
        let many: Vec<Manager> = (0..500).map(|number| manager(number, RosterStatus::Invited)).collect();
        let message = list(lang, &server, &many);
        for lang in Lang::all() {
            samples::assert_fits(&list(lang, &server, &many));
        }
        assert!(text(&message).contains("more"));
        let empty = text(&list(lang, &server, &[]));
        assert!(empty.contains("/roster add") && empty.contains("<@&5>"), "{empty}");
    }

    #[test]
    fn an_answered_invitation_says_what_now_and_how_to_come_back() {
        let lang = Lang::english();
        let server = samples::server();
        let check = |place: Option<RosterStatus>, says: &[&str], button: Option<RosterAction>| {
            let message = invitation_answered(lang, &server, place);
            let text = text(&message);
            assert!(says.iter().all(|part| text.contains(part)), "{text}");
            assert!(text.len() < TEXT_MAX);
            let ids = samples::custom_ids(&message);
            assert_eq!(ids, button.map(String::from).into_iter().collect::<Vec<_>>());
        };
        let guild = server.guild;
        check(
            Some(RosterStatus::Accepted),
            &["/cmad profile", "/cmad boss set", "Europe/Berlin"],
            Some(RosterAction::Decline(guild)),
        );
        check(Some(RosterStatus::Declined), &["won’t hear from me", "button"], Some(RosterAction::Accept(guild)));
        check(None, &["no longer on the roster"], None);
    }
}

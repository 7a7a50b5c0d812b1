//! `/campaign setup`: the one command that an admin has to run.

use crate::discord::fitting;
use chrono::{DateTime, Utc};
use serenity::all::Permissions;

use crate::app::campaigns::{Forgotten, Setup, Status};
use crate::app::roster::Asking;
use crate::discord::commands::campaign::doctor::{self, Needs, Probe};
use crate::discord::commands::campaign::plan::step_name;
use crate::discord::commands::campaign::{holders, plan, status};
use crate::discord::commands::shared::{name_refused, server_of};
use crate::discord::commands::zones;
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::custom_id::SetupAction;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::permissions::Access;
use crate::text::{Arg, Lang};
use domain::calendar;
use domain::campaign::Hour;
use domain::ids::{ChannelId, GuildId};
use domain::send::SendState;
use domain::server::{Posts, Server};

/// How many characters the list of what is missing may take; the rest of the answer is bounded by itself.
const MISSING_ROOM: usize = 1500;

pub(super) async fn run(bot: &Bot, interaction: &Interaction, options: &Options) -> Done {
    let lang = interaction.lang;
    let guild = interaction.guild.ok_or_else(|| Stop::say(lang.say("only-in-servers")))?;
    let read = read(lang, interaction, guild, options).map_err(Stop::say)?;
    let rights = doctor::own_rights(bot, lang, guild).await?;
    let before = bot.app.server(guild).await?;
    let before = before.as_ref();
    let needs = Needs {
        campaign: read.channel,
        admin: read.admin_channel.or(before.and_then(|server| server.admin_channel)),
        role: read.manager_role.or(before.and_then(|server| server.manager_role)),
        organiser: interaction.who.user,
        told: ["channel", "admin_channel"].iter().filter_map(|option| told_of(options, option)).collect(),
    };
    if needs.admin == Some(needs.campaign) {
        return Ok(Message::text(lang.say("setup-same-channel")));
    }
    let probe = Probe::take(bot, &rights, &needs, interaction).await?;
    if let Some((channel, Access::There { is_public: true, .. })) = &probe.admin
        && read.admin_channel.is_some()
    {
        return Ok(Message::text(lang.with("setup-public-admins", &[("channel", channel.to_string().into())])));
    }
    // An admins' channel that was set earlier does not prevent a new campaign channel; it is named below.
    let chosen = std::iter::once(&probe.campaign).chain(probe.admin.iter().filter(|_| read.admin_channel.is_some()));
    for (channel, access) in chosen {
        if let Some(answer) = cannot_post(lang, *channel, access) {
            return Ok(Message::text(answer));
        }
    }
    let known = || before.map(|server| server.name.clone()).unwrap_or_default();
    let name = rights.server_name().map_or_else(known, str::to_owned);
    // Of a channel whose name Discord does not tell, the one stays that is known.
    let known = before.filter(|server| server.channel == read.channel && read.channel_name.is_empty());
    let channel_name = known.map_or(read.channel_name, |server| server.channel_name.clone());
    let setup = Setup { name, channel_name, ..read };
    let mut status = match bot.app.set_up(setup).await? {
        Ok(status) => status,
        Err(refusal) => {
            let why = plan::refusal(lang, refusal);
            return Ok(Message::text(format!("{why}\n{}", lang.say("setup-refused-hour"))));
        }
    };
    // It is set up, and what is too late is skipped: from here on nothing may take the place of the answer that says so.
    let holders = holders::recognise(bot, &status.server, Asking::Few).await;
    if holders.is_some() {
        match bot.app.status(guild).await {
            Ok(now) => status = now.unwrap_or(status),
            Err(error) => {
                bot.app.log_store_error(&error, "A setup's answer shows the roster as it was before its role")
            }
        }
    }
    let mut message = answer(lang, bot.app.now(), &status, &doctor::of_places(lang, &probe, &status));
    message.components.extend(holders.map(|holders| Component::Text(holders.line(lang))));
    message.components.extend(holders.and_then(|holders| holders.buttons(lang)));
    Ok(message)
}

/// The buttons that forget what was set: setup itself keeps what it is not given anew.
pub(super) fn forget_buttons(lang: Lang, server: &Server) -> Option<Component> {
    let set = [
        (server.theme.is_some(), "button-forget-theme", Forgotten::Theme),
        (server.manager_role.is_some(), "button-forget-role", Forgotten::ManagerRole),
        (server.admin_channel.is_some(), "button-forget-admins", Forgotten::AdminChannel),
    ];
    let button = |(_, label, what): (bool, &str, Forgotten)| {
        Button::new(Style::Secondary, lang.say(label), SetupAction::Forget(what))
    };
    let buttons: Vec<Button> = set.into_iter().filter(|(is_set, ..)| *is_set).map(button).collect();
    (!buttons.is_empty()).then_some(Component::Buttons(buttons))
}

pub async fn act(bot: &Bot, interaction: &Interaction, action: SetupAction) -> Done {
    let lang = interaction.lang;
    let Some(guild) = interaction.guild.filter(|_| interaction.may_manage) else {
        return Err(Stop::say(lang.say("only-for-admins")));
    };
    match action {
        SetupAction::Forget(what) => forget(bot, lang, guild, what).await,
        SetupAction::InviteHolders(count) => ask_holders(bot, interaction, Asking::Confirmed(count)).await,
        SetupAction::AskHolders(revision) => ask_holders(bot, interaction, Asking::Post(revision)).await,
    }
}

/// Has the holders of the manager role asked. If more would get a direct message by now than were confirmed, it asks once
/// more.
async fn ask_holders(bot: &Bot, interaction: &Interaction, asking: Asking) -> Done {
    let (lang, server) = (interaction.lang, server_of(bot, interaction).await?);
    let Some(holders) = holders::recognise(bot, &server, asking).await else {
        return Ok(Message::text(lang.say("holders-unread")));
    };
    Ok(Message::of([Some(Component::Text(holders.line(lang))), holders.buttons(lang)].into_iter().flatten().collect()))
}

/// Forgets one setting, and shows how it stands then.
async fn forget(bot: &Bot, lang: Lang, guild: GuildId, what: Forgotten) -> Done {
    let status = bot.app.forget_setting(guild, what).await?;
    let status = status.ok_or_else(|| Stop::say(lang.say("not-set-up-admin")))?;
    let mut message = status::answer(lang, bot.app.now(), &status);
    let done = match what {
        Forgotten::Theme => lang.say("forgot-theme"),
        Forgotten::ManagerRole => lang.say("forgot-role"),
        Forgotten::AdminChannel => lang.with("forgot-admins", &[("user", status.server.set_up_by.to_string().into())]),
    };
    message.components.insert(0, Component::Text(done));
    message.components.extend(forget_buttons(lang, &status.server));
    Ok(message)
}

/// Reads the options; what is to be said when one of them makes no sense.
pub(super) fn read(lang: Lang, interaction: &Interaction, guild: GuildId, options: &Options) -> Result<Setup, String> {
    let Some((channel, told)) = options.channel("channel") else { return Err(lang.say("unknown-command")) };
    let typed = options.text("timezone").unwrap_or_default();
    let zone = zones::parse(typed).ok_or_else(|| zones::unknown(lang, typed))?;
    let hour = match options.number("hour") {
        None => None,
        Some(number) => {
            let hour = u8::try_from(number).ok().and_then(Hour::chosen);
            let latest: Arg<'_> = Hour::LATEST.into();
            Some(hour.ok_or_else(|| lang.with("setup-bad-hour", &[("latest", latest)]))?)
        }
    };
    let manager_role = options.role("manager_role");
    if manager_role.is_some_and(|role| role.0 == guild.0) {
        return Err(lang.say("setup-role-everyone"));
    }
    let admin_channel = options.channel("admin_channel").map(|(id, _)| id);
    // A theme is one line, whatever was pasted.
    let theme = options.text("theme").map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let posts = options.text("posts").and_then(Posts::from_name);
    if let Some(refused) = name_refused(lang, [theme.as_deref()]) {
        return Err(refused);
    }
    let language = options.text("language").filter(|tag| Lang::all().any(|lang| lang.tag() == *tag));
    Ok(Setup {
        guild,
        name: String::new(),
        channel,
        channel_name: told.name.unwrap_or_default(),
        zone,
        hour,
        manager_role,
        admin_channel,
        theme: theme.filter(|theme| !theme.is_empty()),
        posts,
        language: language.map(str::to_owned),
        server_language: interaction.server_lang.tag().to_owned(),
        by: interaction.who.user,
    })
}

/// What the bot may do in a channel that was chosen, as Discord tells it beside the choice.
fn told_of(options: &Options, option: &str) -> Option<(ChannelId, Permissions)> {
    let (channel, told) = options.channel(option)?;
    Some((channel, told.app_permissions?))
}

/// Why a channel is refused; `None` when the bot can post there.
pub(super) fn cannot_post(lang: Lang, channel: ChannelId, access: &Access) -> Option<String> {
    match access {
        Access::Gone => Some(lang.say("setup-channel-gone")),
        Access::There { missing, .. } if !access.can_post() => {
            let list = doctor::of_missing(lang, channel, missing)?;
            Some(format!("{}\n{list}\n{}", lang.say("setup-cannot-post"), lang.say("setup-again")))
        }
        Access::There { .. } => None,
    }
}

/// The answer to a setup that was taken: the day, the plan, what is too late, what comes next, what is missing.
pub(super) fn answer(lang: Lang, now: DateTime<Utc>, status: &Status, missing: &[String]) -> Message {
    let mut head = vec![status::day(lang, &status.campaign)];
    if calendar::is_not_last_monday(status.campaign.day) {
        head.push(lang.say("setup-not-last-monday"));
    }
    let channel = status.server.channel.to_string();
    head.push(lang.with("setup-done", &[("channel", channel.into())]));
    let mut after = Vec::new();
    let skipped: Vec<String> = status
        .steps
        .iter()
        .filter(|step| step.state() == Some(SendState::Skipped))
        .map(|step| step_name(lang, step.step))
        .collect();
    if !skipped.is_empty() {
        after.push(lang.with("setup-skipped", &[("steps", lang.list(&skipped).into())]));
    }
    after.push(plan::next_line(lang, now, status));
    let roster = match status.server.manager_role {
        Some(role) => lang.with("setup-roster-role", &[("role", role.to_string().into())]),
        None => lang.say("setup-roster"),
    };
    let mut components = vec![
        Component::Text(head.join("\n")),
        Component::Text(plan::plan(lang, status)),
        Component::Text(format!("{}\n{}\n{roster}", after.join("\n"), status::roster(lang, status))),
    ];
    if missing.is_empty() {
        components.push(Component::Text(lang.say("setup-all-there")));
    } else {
        let list = fitting::within(lang, missing, MISSING_ROOM);
        components.push(Component::Text(format!("{}\n{list}", lang.say("setup-missing"))));
    }
    components.extend(forget_buttons(lang, &status.server));
    Message::of(components)
}

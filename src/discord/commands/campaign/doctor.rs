//! `/campaign doctor`: what could go wrong, found before it does.

use chrono::{DateTime, Utc};
use serenity::all::Permissions;

use crate::app::campaigns::Status;
use crate::app::roster::Asking;
use crate::discord::commands::campaign::{holders, plan};
use crate::discord::commands::shared::server_of;
use crate::discord::commands::who_may::ADMINS_COMMANDS;
use crate::discord::components::{Component, Message};
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::fitting;
use crate::discord::interaction::Interaction;
use crate::discord::permissions::{Access, Permission, Rights};
use crate::discord::rest::RestError;
use crate::discord::review::{Review, Stage};
use crate::text::Lang;
use domain::away::Contents;
use domain::campaign::Step;
use domain::ids::{ChannelId, GuildId, RoleId, UserId};
use domain::roster::RosterStatus;

/// How many of those who may use a command besides the admins are named.
const OTHERS: usize = 10;

/// How many characters the findings may take together.
const FINDINGS_ROOM: usize = 3400;

/// What Discord says about the places and rights that a campaign needs.
#[derive(Clone, Debug)]
pub(super) struct Probe {
    /// The campaign's channel.
    pub campaign: (ChannelId, Access),
    /// The admins' channel.
    pub admin: Option<(ChannelId, Access)>,
    /// Until when the bot is timed out.
    pub timed_out_until: Option<DateTime<Utc>>,
    /// Whether the scheduled event can be made.
    pub may_create_events: bool,
    /// Whether the message content intent is allowed.
    pub may_read_content: bool,
    /// Where the application stands with Discord's rule for large bots; `None` if the servers cannot be counted now.
    pub review: Option<Review>,
    /// The manager role, if it is set but does not exist any more.
    pub lost_role: Option<RoleId>,
    /// The person who gets the reports privately, if they have left the server or may not manage it any more.
    pub lost_organiser: Option<UserId>,
}

/// What a campaign needs looked at.
pub(super) struct Needs {
    pub campaign: ChannelId,
    pub admin: Option<ChannelId>,
    pub role: Option<RoleId>,
    /// Who gets the reports when there is no admins' channel.
    pub organiser: UserId,
    /// What the bot may do in some of the channels, as an interaction told it.
    pub told: Vec<(ChannelId, Permissions)>,
}

impl Probe {
    /// Asks Discord.
    pub(super) async fn take(
        bot: &Bot,
        rights: &Rights,
        needs: &Needs,
        interaction: &Interaction,
    ) -> Result<Self, RestError> {
        let rest = &*bot.rest;
        let look = async |channel, wanted: &[Permission]| {
            let told = needs.told.iter().find(|(one, _)| *one == channel).map(|(_, permissions)| *permissions);
            rights.in_channel(rest, channel, wanted).await.map(|access| access.as_told(told, wanted))
        };
        let campaign = look(needs.campaign, &Permission::IN_CAMPAIGN_CHANNEL).await?;
        let admin = match needs.admin {
            Some(channel) => Some((channel, look(channel, &Permission::IN_ADMIN_CHANNEL).await?)),
            None => None,
        };
        let is_lost = match interaction.guild {
            // The person who asks is there.
            Some(guild) if needs.admin.is_none() && needs.organiser != interaction.who.user => {
                match Rights::read(rest, guild, needs.organiser).await {
                    Err(RestError::Gone { .. }) => true,
                    rights => !rights?.may_manage(),
                }
            }
            _ => false,
        };
        let refused = bot.me.borrow().contents == Contents::Withheld;
        let application = rest.application().await?;
        let review = Review::of(rest, &application).await;
        if let Err(error) = &review {
            tracing::warn!(%error, "the bot's servers could not be counted");
        }
        Ok(Self {
            campaign: (needs.campaign, campaign),
            admin,
            timed_out_until: rights.timed_out_until(bot.app.now()),
            may_create_events: rights.in_server(Permission::CreateEvents),
            may_read_content: !refused && application.may_read_content(),
            review: review.ok(),
            lost_role: needs.role.filter(|role| rights.lacks_role(*role)),
            lost_organiser: is_lost.then_some(needs.organiser),
        })
    }
}

pub(super) async fn run(bot: &Bot, interaction: &Interaction) -> Done {
    let lang = interaction.lang;
    if !bot.app.database_works().await {
        return Ok(Message::text(lang.say("doctor-database")));
    }
    let server = match server_of(bot, interaction).await {
        Err(_) if bot.app.began_again().await? => return Ok(Message::text(lang.say("doctor-new-database"))),
        server => server?,
    };
    let rights = own_rights(bot, lang, server.guild).await?;
    let needs = Needs {
        campaign: server.channel,
        admin: server.admin_channel,
        role: server.manager_role,
        organiser: server.set_up_by,
        told: Vec::new(),
    };
    let probe = Probe::take(bot, &rights, &needs, interaction).await?;
    let holders = holders::recognise(bot, &server, Asking::Few).await;
    let status = bot.app.status(server.guild).await?.ok_or_else(|| Stop::say(lang.say("not-set-up-admin")))?;
    let next = plan::next_line(lang, bot.app.now(), &status);
    let others = allowed_others(bot, interaction, server.guild).await?;
    // Where the members may not be listed, nothing is said of them.
    let review = probe.review.as_ref().map(|review| reach(lang, review));
    let next = holders.map(|holders| holders.line(lang)).into_iter().chain(others).chain([next]).chain(review);
    let next = next.collect::<Vec<_>>().join("\n");
    let held = if bot.app.are_copies_held().await? { Some(lang.say("doctor-copies-held")) } else { None };
    let found: Vec<String> = findings(lang, &probe, &status).into_iter().chain(held).collect();
    let mut message = answer(lang, &next, &found);
    message.components.extend(holders.and_then(|holders| holders.buttons(lang)));
    Ok(message)
}

/// To whom else Discord's settings give the admins' commands.
async fn allowed_others(bot: &Bot, interaction: &Interaction, guild: GuildId) -> Result<Vec<String>, RestError> {
    let lang = interaction.lang;
    let chosen = bot.rest.all_command_permissions(interaction.application, guild).await?;
    let lines = chosen.into_iter().filter(|(command, _)| ADMINS_COMMANDS.contains(&command.as_str())).filter_map(
        |(command, chosen)| {
            let who: Vec<String> = chosen.allowed(guild).into_iter().take(OTHERS).collect();
            let args = [("command", command.into()), ("who", lang.list(&who).into())];
            (!who.is_empty()).then(|| lang.with("doctor-allowed-others", &args))
        },
    );
    Ok(lines.collect())
}

/// What the bot may do in a server.
pub(super) async fn own_rights(bot: &Bot, lang: Lang, guild: GuildId) -> Result<Rights, Stop> {
    let me = bot.me.borrow().user;
    Rights::read(&bot.rest, guild, me).await.map_err(|error| match error {
        RestError::Gone { .. } | RestError::Forbidden { .. } => Stop::say(lang.say("bot-is-no-member")),
        error => error.into(),
    })
}

/// The answer: what was found, or that all is well.
pub(super) fn answer(lang: Lang, next: &str, findings: &[String]) -> Message {
    if findings.is_empty() {
        return Message::text(format!("{}\n{next}", lang.say("doctor-good")));
    }
    let head = lang.with("doctor-head", &[("count", findings.len().into())]);
    Message::of(vec![
        Component::Text(head),
        Component::Text(fitting::within(lang, findings, FINDINGS_ROOM)),
        Component::Text(next.to_owned()),
    ])
}

/// Everything that an admin should do something about, the worst first.
pub(super) fn findings(lang: Lang, probe: &Probe, status: &Status) -> Vec<String> {
    let mut found = Vec::new();
    if status.server.paused_at.is_some() {
        found.push(lang.say("doctor-paused"));
    }
    found.extend(of_places(lang, probe, status));
    let has_accepted = status.roster.iter().any(|manager| manager.status == RosterStatus::Accepted);
    if status.roster.is_empty() {
        found.push(lang.say("doctor-roster-empty"));
    } else if !has_accepted {
        found.push(lang.say("doctor-none-accepted"));
    }
    if !status.reports.is_empty() {
        found.push(lang.with("doctor-reports", &[("count", status.reports.len().into())]));
    }
    found
}

/// What is wrong with channels, permissions and settings of Discord's.
pub(super) fn of_places(lang: Lang, probe: &Probe, status: &Status) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(until) = probe.timed_out_until {
        found.push(lang.with("doctor-timed-out", &[("unix", until.timestamp().to_string().into())]));
    }
    let (channel, access) = &probe.campaign;
    match access {
        Access::Gone => found.push(lang.say("doctor-channel-gone")),
        Access::There { missing, .. } => found.extend(of_missing(lang, *channel, missing)),
    }
    match &probe.admin {
        Some((_, Access::Gone)) => found.push(lang.say("doctor-admin-channel-gone")),
        Some((channel, Access::There { missing, is_public })) => {
            found.extend(of_missing(lang, *channel, missing));
            if *is_public {
                found.push(lang.with("doctor-admin-channel-public", &[("channel", channel.to_string().into())]));
            }
        }
        None => {}
    }
    if let Some(user) = probe.lost_organiser {
        found.push(lang.with("doctor-reports-unread", &[("user", user.to_string().into())]));
    }
    if !probe.may_create_events && status.campaign.schedule.is_on(Step::Announce) {
        let name = lang.say(Permission::CreateEvents.key());
        found.push(lang.with("doctor-no-events", &[("permission", name.into())]));
    }
    if !probe.may_read_content && status.server.hashtag {
        let is_reviewed = probe.review.as_ref().is_some_and(|review| review.stage() == Stage::Reviewed);
        found.push(lang.say(if is_reviewed { "doctor-no-content-review" } else { "doctor-no-content" }));
    }
    if let Some(role) = probe.lost_role {
        found.push(lang.with("doctor-role-gone", &[("role", role.to_string().into())]));
    }
    found
}

/// How many people the bot reaches, which intents are on, and what Discord's rule for large bots means for it.
pub(super) fn reach(lang: Lang, review: &Review) -> String {
    let switch = |on: bool| lang.say(if on { "switch-is-on" } else { "switch-is-off" });
    let key = match review.stage() {
        Stage::Free => "doctor-reach-free",
        Stage::Apply => "doctor-reach-apply",
        Stage::Reviewed => "doctor-reach-reviewed",
    };
    let args = [
        ("users", review.reach.members.into()),
        ("servers", review.reach.servers.into()),
        ("content", switch(review.content).into()),
        ("members", switch(review.members).into()),
    ];
    let mut says = vec![lang.with("doctor-reach", &args), lang.say(key)];
    if review.is_public {
        says.push(lang.say("doctor-reach-public"));
    }
    format!("-# {}", lang.sentences(&says))
}

/// Which permissions are missing in a channel, and what each is for.
pub(super) fn of_missing(lang: Lang, channel: ChannelId, missing: &[Permission]) -> Option<String> {
    if missing.is_empty() {
        return None;
    }
    let each = missing.iter().map(|one| {
        let why = match one {
            Permission::ViewChannel => "why-view-channel",
            Permission::SendMessages => "why-send-messages",
            Permission::SendInThreads => "why-send-in-threads",
            Permission::ReadMessageHistory => "why-read-message-history",
            Permission::AddReactions => "why-add-reactions",
            Permission::AttachFiles => "why-attach-files",
            Permission::CreateEvents => "why-create-events",
        };
        lang.with("doctor-permission", &[("permission", lang.say(one.key()).into()), ("why", lang.say(why).into())])
    });
    let list = lang.phrases(&each.collect::<Vec<_>>());
    Some(lang.with("doctor-missing", &[("channel", channel.to_string().into()), ("list", list.into())]))
}

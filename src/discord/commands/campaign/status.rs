//! `/campaign status`: how the campaign stands, in one message.

use crate::discord::fitting;
use chrono::{DateTime, Utc};

use crate::app::campaigns::Status;
use crate::app::roster::HoldersPost;
use crate::discord::commands::campaign::plan;
use crate::discord::components::{Component, Message};
use crate::discord::markdown::plain;
use crate::discord::notes::{send_name, what_held};
use crate::text::Lang;
use domain::campaign::Campaign;
use domain::roster::RosterStatus;
use domain::send::Report;
use domain::server::Server;

/// How many characters the list of reports may take, if the rest of the message leaves them.
const REPORTS_ROOM: usize = 1200;

/// The answer.
pub(super) fn answer(lang: Lang, now: DateTime<Utc>, status: &Status) -> Message {
    let head = [day(lang, &status.campaign), phase(lang, now, status), plan::next_line(lang, now, status)];
    let mut components = vec![
        Component::Text(head.join("\n")),
        Component::Text(plan::plan(lang, status)),
        Component::Text(format!(
            "{}\n{}\n{}",
            total(lang, status),
            roster(lang, status),
            settings(lang, &status.server, status.holders_post)
        )),
    ];
    if !status.reports.is_empty() {
        // The newest says most.
        let lines: Vec<String> = status.reports.iter().rev().map(|about| report(lang, about)).collect();
        let heading = lang.say("status-reports");
        let used: usize = components.iter().map(Component::weight).sum::<usize>() + fitting::weight(&heading) + 1;
        let list = fitting::within(lang, &lines, REPORTS_ROOM.min(fitting::TEXT_MAX.saturating_sub(used)));
        components.push(Component::Text(format!("{heading}\n{list}")));
    }
    Message::of(components)
}

/// The heading: which day it is.
pub(super) fn day(lang: Lang, campaign: &Campaign) -> String {
    let (from, _) = campaign.span();
    lang.with(
        "campaign-day",
        &[
            ("year", campaign.year.to_string().into()),
            ("date", lang.date(campaign.day).into()),
            ("unix", from.timestamp().to_string().into()),
        ],
    )
}

fn phase(lang: Lang, now: DateTime<Utc>, status: &Status) -> String {
    let (opens, closes) = status.campaign.window();
    let (day_begins, day_ends) = status.campaign.span();
    let key = if now < opens {
        "phase-before"
    } else if now >= closes {
        "phase-after"
    } else if (day_begins..day_ends).contains(&now) {
        "phase-day"
    } else {
        "phase-open"
    };
    let unix = |at: DateTime<Utc>| at.timestamp().to_string();
    let phase = lang.with(key, &[("opens", unix(opens).into()), ("closes", unix(closes).into())]);
    match status.server.paused_at {
        Some(since) => format!("{}\n{phase}", lang.with("phase-paused", &[("unix", unix(since).into())])),
        None => phase,
    }
}

fn total(lang: Lang, status: &Status) -> String {
    let total = status.total;
    lang.with(
        "status-total",
        &[("thanks", total.thanks.into()), ("givers", total.givers.into()), ("managers", total.managers.into())],
    )
}

/// How many are on the roster, by status.
pub(super) fn roster(lang: Lang, status: &Status) -> String {
    let count = |wanted: RosterStatus| status.roster.iter().filter(|manager| manager.status == wanted).count();
    lang.with(
        "status-roster",
        &[
            ("count", status.roster.len().into()),
            ("accepted", count(RosterStatus::Accepted).into()),
            ("invited", count(RosterStatus::Invited).into()),
        ],
    )
}

/// What is set, so that it need not be looked for elsewhere.
fn settings(lang: Lang, server: &Server, holders_post: Option<HoldersPost>) -> String {
    let mut lines = vec![lang.with(
        "status-settings",
        &[
            ("channel", server.channel.to_string().into()),
            ("hashtag", if server.hashtag { "on" } else { "off" }.into()),
            ("language", language(&server.language).into()),
        ],
    )];
    let posts = format!("status-posts-{}", server.posts.name());
    lines.push(lang.with(&posts, &[("channel", server.channel.to_string().into())]));
    lines.push(match server.admin_channel {
        Some(channel) => lang.with("status-reports-in", &[("channel", channel.to_string().into())]),
        None => lang.with("status-reports-to", &[("user", server.set_up_by.to_string().into())]),
    });
    if let Some(role) = server.manager_role {
        lines.push(lang.with("status-role", &[("role", role.to_string().into())]));
    }
    if let Some(post) = holders_post {
        lines.push(lang.with("status-holders", &[("joined", post.joined.into()), ("asked", post.asked.into())]));
    }
    if let Some(theme) = &server.theme {
        lines.push(lang.with("status-theme", &[("theme", plain(theme).into())]));
    }
    lines.join("\n")
}

fn language(tag: &str) -> String {
    let known = Lang::all().find(|one| one.tag() == tag);
    known.map_or_else(|| plain(tag), Lang::own_name)
}

/// One report, as one line. It quotes no words, and says no more of a private message than that it failed.
fn report(lang: Lang, about: &Report) -> String {
    let (key, send, code) = match about {
        Report::Skipped { key, by } => {
            let (what, why) = (send_name(key, lang), what_held(*by, lang));
            return lang.with("status-report-skipped", &[("what", what.into()), ("why", why.into())]);
        }
        Report::Unknown { key } => ("status-report-unknown", key, 0),
        Report::Refused { key, code } => ("status-report-refused", key, *code),
        Report::Failed { key, code } => ("status-report-failed", key, *code),
        Report::Lost { key } => ("status-report-lost", key, 0),
        Report::ClosedMessages { manager, .. } => {
            return lang.with("status-report-closed-messages", &[("user", manager.to_string().into())]);
        }
        Report::Quarantined => return lang.say("status-report-quarantined"),
        Report::NoContentIntent => return lang.say("status-report-no-content-intent"),
        Report::Unread { channels } => {
            return lang.with("status-report-unread", &[("count", channels.len().into())]);
        }
    };
    lang.with(key, &[("what", send_name(send, lang).into()), ("code", code.to_string().into())])
}

//! A server, its status, and the worst of both, for the tests of this folder; and Discord's limits on a message.

use chrono::{DateTime, Utc};

use crate::app::SendRecord;
use crate::app::campaigns::{Status, StepStatus};
use crate::discord::components::Message;
use crate::discord::fitting::{COMPONENTS_MAX, TEXT_MAX};
use crate::ports::Total;
use domain::campaign::{Campaign, Schedule, Step};
use domain::ids::{ChannelId, GuildId, RoleId, UserId};
use domain::plan::{self, Recipient};
use domain::roster::{Manager, RosterStatus};
use domain::send::{Report, SendKey, SendState};
use domain::server::{Posts, Server};

pub fn server() -> Server {
    Server {
        guild: GuildId(u64::MAX >> 1),
        name: "Tea_house".to_owned(),
        channel: ChannelId(5),
        channel_name: "cmad".to_owned(),
        zone: chrono_tz::Europe::Berlin,
        schedule: Schedule::default(),
        manager_role: None,
        admin_channel: None,
        theme: None,
        language: "en".to_owned(),
        posts: Posts::Here,
        hashtag: true,
        set_up_by: UserId(7),
        paused_at: None,
    }
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn manager(user: u64, status: RosterStatus) -> Manager {
    Manager {
        user: UserId(user),
        name: "Ada".to_owned(),
        named_by: domain::roster::NamedBy::Server,
        title: None,
        team: None,
        cares: None,
        link: None,
        timezone: None,
        language: None,
        breathe: true,
        status,
    }
}

/// The campaign of 2027 of a server with these managers, nothing of it sent.
pub fn status(server: Server, roster: Vec<Manager>) -> Status {
    let campaign = Campaign::new(server.guild, 2027, server.zone, server.schedule.clone()).unwrap();
    let recipients: Vec<Recipient> = roster
        .iter()
        .map(|manager| Recipient { user: manager.user, zone: None, breathe: manager.status == RosterStatus::Accepted })
        .collect();
    let sends: Vec<SendRecord> = plan::sends(&campaign, &recipients)
        .into_iter()
        .map(|planned| SendRecord {
            key: planned.key,
            guild: server.guild,
            year: 2027,
            task: planned.task,
            due: planned.due,
            until: planned.until,
            state: SendState::Planned,
            taken_at: None,
            uncertain: false,
            attempts: 0,
            lost: 0,
            tried: None,
            sent: None,
            settled_at: None,
            code: None,
            held_by: None,
        })
        .collect();
    let steps = Step::ALL
        .iter()
        .map(|step| StepStatus {
            step: *step,
            due: campaign.due(*step),
            on: campaign.schedule.is_on(*step),
            sends: sends.iter().filter(|send| send.task.kind().step() == Some(*step)).cloned().collect(),
        })
        .collect();
    Status { server, campaign, steps, roster, total: Total::default(), reports: Vec::new(), holders_post: None }
}

/// The longest that a status can become: many managers in every state, every setting, reports without end.
pub fn worst() -> Status {
    let long = u64::MAX >> 1;
    let server = Server {
        channel: ChannelId(long),
        zone: chrono_tz::America::Argentina::ComodRivadavia,
        manager_role: Some(RoleId(long)),
        admin_channel: Some(ChannelId(long)),
        theme: Some("*".repeat(200)),
        paused_at: Some(at("2027-01-20T00:00:00Z")),
        ..server()
    };
    let roster = (0..100).map(|user| manager(long - user, RosterStatus::Accepted)).collect();
    let mut status = status(server, roster);
    for step in &mut status.steps {
        for (number, send) in step.sends.iter_mut().enumerate() {
            const STATES: [SendState; 7] = [
                SendState::Unknown,
                SendState::Failed,
                SendState::Skipped,
                SendState::Claimed,
                SendState::Planned,
                SendState::Sent,
                SendState::Dropped,
            ];
            send.state = STATES[number % STATES.len()];
            send.code = (number % 2 == 0).then_some(50013);
        }
    }
    let key = |user: u64| format!("{long}/2027/digest/{}/0", long - user).parse::<SendKey>().unwrap();
    status.reports = (0..100)
        .flat_map(|user| [Report::Refused { key: key(user), code: 50013 }, Report::Unknown { key: key(user) }])
        .collect();
    status.total = Total { givers: u32::MAX, thanks: u32::MAX, managers: u32::MAX };
    status
}

/// Every text of a message, one below the other.
pub fn text(message: &Message) -> String {
    let mut texts = Vec::new();
    visit(&message.json(0)["components"], &mut |component| {
        texts.extend(component["content"].as_str().map(str::to_owned));
    });
    texts.join("\n")
}

/// The custom ids of a message.
pub fn custom_ids(message: &Message) -> Vec<String> {
    let mut ids = Vec::new();
    visit(&message.json(0)["components"], &mut |component| {
        ids.extend(component["custom_id"].as_str().map(str::to_owned));
    });
    ids
}

/// Counts as Discord does, on the JSON that would be sent.
pub fn assert_fits(message: &Message) {
    let (mut characters, mut components) = (0, 0);
    visit(&message.json(0)["components"], &mut |component| {
        components += 1;
        let length = component["content"].as_str().map_or(0, |text| text.chars().count());
        assert!(component["type"] != 10 || length > 0, "Discord takes no empty text: {component}");
        characters += length;
    });
    assert!(characters <= TEXT_MAX, "{characters} characters:\n{}", text(message));
    assert!((1..=COMPONENTS_MAX).contains(&components), "{components} components");
}

fn visit(components: &serde_json::Value, with: &mut dyn FnMut(&serde_json::Value)) {
    for component in components.as_array().into_iter().flatten() {
        with(component);
        visit(&component["components"], with);
        if component["accessory"].is_object() {
            with(&component["accessory"]);
        }
    }
}

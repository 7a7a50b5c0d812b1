//! The export as tables for spreadsheets: one file each, with the server's id in every row. No cell is run as a formula
//! (`digest::csv`).

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::{DateTime, Utc};

use crate::cli::export::kept::{
    AnswerKept, CampaignKept, ManagerKept, NominationKept, ServerKept, StepKept, ThanksKept,
};
use crate::cli::new_file::NewFile;
use crate::digest::{MARK, write_rows};

/// The tables, and their columns.
const TABLES: [(&str, &[&str]); 7] = [
    (
        "servers.csv",
        &[
            "server",
            "name",
            "channel",
            "channel_name",
            "time_zone",
            "language",
            "theme",
            "manager_role",
            "admin_channel",
            "hashtag_on",
            "hashtag_heard_in",
            "hashtag_channels",
            "set_up_by",
            "paused_at",
            "left_at",
        ],
    ),
    ("campaigns.csv", &["server", "year", "opens_at", "closes_at", "closed_at", "people", "thanks", "managers"]),
    ("steps.csv", &["server", "year", "step", "to", "due_at", "state", "settled_at", "message"]),
    (
        "thanks.csv",
        &[
            "server",
            "year",
            "number",
            "giver",
            "signature",
            "pseudonym",
            "manager",
            "manager_name",
            "said_at",
            "state",
            "words",
            "link",
        ],
    ),
    ("answers.csv", &["server", "year", "manager", "state", "written_at", "words"]),
    ("roster.csv", &["server", "id", "name", "title", "team", "cares_about", "link", "time_zone", "language", "place"]),
    (
        "nominations.csv",
        &["server", "number", "nominator", "member", "name", "reason", "state", "answer", "nominated_at"],
    ),
];

/// The names of the tables.
pub(super) const FILES: &[&str] =
    &["servers.csv", "campaigns.csv", "steps.csv", "thanks.csv", "answers.csv", "roster.csv", "nominations.csv"];

/// The tables while they are written.
pub(super) struct Tables {
    files: Vec<(PathBuf, NewFile)>,
}

type Rows = Vec<Vec<String>>;

impl Tables {
    /// Creates every table in a folder.
    ///
    /// # Errors
    /// One cannot be written.
    pub fn begin(folder: &Path) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        for (name, columns) in TABLES {
            let path = folder.join(name);
            let mut file = NewFile::begin(&path)?;
            let head: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
            file.writer.write_all(MARK.as_bytes()).with_context(|| cannot(&path))?;
            write_rows(&mut file.writer, [head]).with_context(|| cannot(&path))?;
            files.push((path, file));
        }
        Ok(Self { files })
    }

    /// Adds one server's data.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn add(&mut self, server: &ServerKept) -> anyhow::Result<()> {
        let of_campaigns = |rows: fn(&CampaignKept) -> Rows| -> Rows {
            let in_year = |campaign: &CampaignKept| {
                let begins = [server.id.clone(), campaign.year.to_string()];
                rows(campaign).into_iter().map(move |row| [&begins[..], &row].concat())
            };
            server.campaigns.iter().flat_map(in_year).collect()
        };
        let of_server = |rows: Rows| -> Rows {
            rows.into_iter().map(|row| [std::slice::from_ref(&server.id), &row[..]].concat()).collect()
        };
        let tables = [
            of_server(vec![settings(server)]),
            of_campaigns(|campaign| vec![totals(campaign)]),
            of_campaigns(steps),
            of_campaigns(thanks),
            of_campaigns(answers),
            of_server(roster(server)),
            of_server(nominations(server)),
        ];
        for ((path, file), rows) in self.files.iter_mut().zip(tables) {
            write_rows(&mut file.writer, rows).with_context(|| cannot(path))?;
        }
        Ok(())
    }

    /// Finishes every table and syncs it to disk.
    ///
    /// # Errors
    /// The end of a table could not be written.
    pub fn finish(self) -> anyhow::Result<()> {
        self.files.into_iter().try_for_each(|(_, file)| file.finish())
    }
}

fn cannot(path: &Path) -> String {
    format!("{} cannot be written", path.display())
}

fn settings(server: &ServerKept) -> Vec<String> {
    vec![
        server.name.clone(),
        server.channel.clone(),
        server.channel_name.clone(),
        server.time_zone.to_owned(),
        server.language.clone(),
        or_empty(server.theme.as_deref()),
        or_empty(server.manager_role.as_deref()),
        or_empty(server.admin_channel.as_deref()),
        server.hashtag.on.to_string(),
        server.hashtag.heard_in.to_owned(),
        server.hashtag.channels.join(" "),
        server.set_up_by.clone(),
        when(server.paused_at),
        when(server.left_at),
    ]
}

fn totals(campaign: &CampaignKept) -> Vec<String> {
    vec![
        when(Some(campaign.opens_at)),
        when(Some(campaign.closes_at)),
        when(campaign.closed_at),
        campaign.total.people.to_string(),
        campaign.total.thanks.to_string(),
        campaign.total.managers.to_string(),
    ]
}

fn steps(campaign: &CampaignKept) -> Rows {
    let row = |step: &StepKept| {
        vec![
            step.step.to_owned(),
            step.to.clone(),
            when(Some(step.due_at)),
            step.state.to_owned(),
            when(step.settled_at),
            or_empty(step.message.as_deref()),
        ]
    };
    campaign.steps.iter().map(row).collect()
}

fn thanks(campaign: &CampaignKept) -> Rows {
    let row = |one: &ThanksKept| {
        vec![
            one.number.to_string(),
            or_empty(one.giver.as_deref()),
            or_empty(one.signature.as_deref()),
            or_empty(one.pseudonym.as_deref()),
            one.manager.clone(),
            or_empty(one.manager_name.as_deref()),
            when(Some(one.said_at)),
            one.state.to_owned(),
            or_empty(one.words.as_deref()),
            or_empty(one.link.as_deref()),
        ]
    };
    campaign.thanks.iter().map(row).collect()
}

fn answers(campaign: &CampaignKept) -> Rows {
    let row = |one: &AnswerKept| {
        vec![one.manager.clone(), one.state.to_owned(), when(Some(one.written_at)), or_empty(one.words.as_deref())]
    };
    campaign.answers.iter().map(row).collect()
}

fn roster(server: &ServerKept) -> Rows {
    let row = |manager: &ManagerKept| {
        vec![
            manager.id.clone(),
            or_empty(manager.name.as_deref()),
            or_empty(manager.title.as_deref()),
            or_empty(manager.team.as_deref()),
            or_empty(manager.cares_about.as_deref()),
            or_empty(manager.link.as_deref()),
            or_empty(manager.time_zone),
            or_empty(manager.language.as_deref()),
            manager.place.to_owned(),
        ]
    };
    server.roster.iter().map(row).collect()
}

fn nominations(server: &ServerKept) -> Rows {
    let row = |one: &NominationKept| {
        vec![
            one.number.to_string(),
            one.nominator.clone(),
            one.member.clone(),
            one.name.clone(),
            or_empty(one.reason.as_deref()),
            one.state.to_owned(),
            or_empty(one.answer.as_deref()),
            when(Some(one.nominated_at)),
        ]
    };
    server.nominations.iter().map(row).collect()
}

fn or_empty(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}

/// UTC, in a form that spreadsheets and people can read.
fn when(at: Option<DateTime<Utc>>) -> String {
    at.map(|at| at.format("%Y-%m-%d %H:%M:%S").to_string()).unwrap_or_default()
}

//! The stored data of one server, as far as its admins may see it. Ids are strings, because many JSON readers round
//! large numbers; `null` means not given, or removed by retention.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::app::moderation::{ListedGiver, ListedThanks, listed};
use crate::ports::Receipt;
use crate::store::sends::SendRecord;
use crate::store::{CampaignRecord, Store, StoreError};
use domain::answer::{Answer, AnswerState};
use domain::ids::GuildId;
use domain::nomination::Nomination;
use domain::roster::Manager;
use domain::send::{SendState, Task};
use domain::server::Server;
use domain::thanks::Link;

type At = DateTime<Utc>;

#[derive(Serialize)]
pub(super) struct ServerKept {
    pub id: String,
    pub name: String,
    pub channel: String,
    pub channel_name: String,
    pub time_zone: &'static str,
    pub language: String,
    pub theme: Option<String>,
    pub manager_role: Option<String>,
    pub admin_channel: Option<String>,
    pub hashtag: Hashtag,
    pub set_up_by: String,
    pub paused_at: Option<At>,
    pub left_at: Option<At>,
    pub campaigns: Vec<CampaignKept>,
    pub roster: Vec<ManagerKept>,
    pub nominations: Vec<NominationKept>,
}

#[derive(Serialize)]
pub(super) struct Hashtag {
    pub on: bool,
    pub heard_in: &'static str,
    pub channels: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct CampaignKept {
    pub year: i32,
    pub opens_at: At,
    pub closes_at: At,
    pub closed_at: Option<At>,
    pub total: Total,
    pub steps: Vec<StepKept>,
    pub thanks: Vec<ThanksKept>,
    pub answers: Vec<AnswerKept>,
}

#[derive(Serialize)]
pub(super) struct Total {
    pub people: u32,
    pub thanks: u32,
    pub managers: u32,
}

#[derive(Serialize)]
pub(super) struct StepKept {
    pub step: &'static str,
    pub to: String,
    pub due_at: At,
    pub state: &'static str,
    pub settled_at: Option<At>,
    pub message: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ThanksKept {
    pub number: i64,
    pub giver: Option<String>,
    pub signature: Option<String>,
    pub pseudonym: Option<String>,
    pub manager: String,
    pub manager_name: Option<String>,
    pub said_at: At,
    pub state: &'static str,
    pub words: Option<String>,
    pub link: Option<String>,
}

#[derive(Serialize)]
pub(super) struct AnswerKept {
    pub manager: String,
    pub state: &'static str,
    pub written_at: At,
    pub words: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ManagerKept {
    pub id: String,
    pub name: Option<String>,
    pub title: Option<String>,
    pub team: Option<String>,
    pub cares_about: Option<String>,
    pub link: Option<String>,
    pub time_zone: Option<&'static str>,
    pub language: Option<String>,
    pub place: &'static str,
}

#[derive(Serialize)]
pub(super) struct NominationKept {
    pub number: i64,
    pub nominator: String,
    pub member: String,
    pub name: String,
    pub reason: Option<String>,
    pub state: &'static str,
    pub answer: Option<String>,
    pub nominated_at: At,
}

impl ServerKept {
    /// Reads a server's data; `None` if nothing is stored about it.
    pub async fn read(store: &Store, guild: GuildId, left_at: Option<At>) -> Result<Option<Self>, StoreError> {
        let Some(server) = store.server(guild).await? else { return Ok(None) };
        let channels = store.hashtag_channels(guild).await?;
        let mut campaigns = Vec::new();
        for campaign in store.campaigns_in(guild).await? {
            campaigns.push(CampaignKept::read(store, &server, campaign).await?);
        }
        Ok(Some(Self {
            id: guild.to_string(),
            name: server.name,
            channel: server.channel.to_string(),
            channel_name: server.channel_name,
            time_zone: server.zone.name(),
            language: server.language,
            theme: server.theme,
            manager_role: server.manager_role.map(|role| role.to_string()),
            admin_channel: server.admin_channel.map(|channel| channel.to_string()),
            hashtag: Hashtag {
                on: server.hashtag,
                heard_in: channels.rule.name(),
                channels: channels.channels.iter().map(ToString::to_string).collect(),
            },
            set_up_by: server.set_up_by.to_string(),
            paused_at: server.paused_at,
            left_at,
            campaigns,
            roster: store.managers(guild).await?.into_iter().map(manager).collect(),
            nominations: store.nominations_in(guild).await?.into_iter().map(nomination).collect(),
        }))
    }
}

impl CampaignKept {
    async fn read(store: &Store, server: &Server, campaign: CampaignRecord) -> Result<Self, StoreError> {
        let (guild, year) = (campaign.guild, campaign.year);
        let total = store.total(guild, year).await?;
        Ok(Self {
            year,
            opens_at: campaign.opens_at,
            closes_at: campaign.closes_at,
            closed_at: campaign.closed_at,
            total: Total { people: total.givers, thanks: total.thanks, managers: total.managers },
            steps: store.sends(guild, year).await?.into_iter().filter_map(step).collect(),
            thanks: listed(store, server, year).await?.into_iter().map(thanks).collect(),
            answers: store.answers_in(guild, year).await?.into_iter().map(answer).collect(),
        })
    }
}

/// A send of the campaign's plan. Sends that people caused are private to them.
fn step(send: SendRecord) -> Option<StepKept> {
    let step = send.task.kind().step()?;
    // Where a private message arrived is known only to the bot and its reader.
    let is_public = matches!(send.task, Task::Post { .. }) && send.state == SendState::Sent;
    let link = |arrived: Receipt| Link { guild: send.guild, channel: arrived.channel, message: arrived.message };
    Some(StepKept {
        step: step.name(),
        to: send.key.recipient().to_owned(),
        due_at: send.due,
        state: send.state.name(),
        settled_at: send.settled_at,
        message: send.sent.filter(|_| is_public).map(|arrived| link(arrived).to_string()),
    })
}

fn thanks(listed: ListedThanks) -> ThanksKept {
    let ListedThanks { id, giver, manager, said_at, state, words, link } = listed;
    let is_named = manager.name != format!("<@{}>", manager.user);
    let (giver, signature, pseudonym) = match giver {
        ListedGiver::Named { user, signature } => (Some(user.to_string()), some(signature), None),
        ListedGiver::Unnamed(pseudonym) => (None, None, Some(pseudonym.0)),
        ListedGiver::Counted => (None, None, None),
    };
    ThanksKept {
        number: id.0,
        giver,
        signature,
        pseudonym,
        manager: manager.user.to_string(),
        manager_name: some(manager.name).filter(|_| is_named),
        said_at,
        state: state.name(),
        words: some(words),
        link: link.map(|link| link.to_string()),
    }
}

fn answer(answer: Answer) -> AnswerKept {
    let was_public = matches!(answer.state, AnswerState::Posted | AnswerState::Hidden);
    AnswerKept {
        manager: answer.manager.to_string(),
        state: answer.state.name(),
        written_at: answer.written_at,
        words: some(answer.words).filter(|_| was_public),
    }
}

fn manager(manager: Manager) -> ManagerKept {
    ManagerKept {
        id: manager.user.to_string(),
        name: some(manager.name),
        title: manager.title,
        team: manager.team,
        cares_about: manager.cares,
        link: manager.link,
        time_zone: manager.timezone.map(|zone| zone.name()),
        language: manager.language,
        place: manager.status.name(),
    }
}

fn nomination(nomination: Nomination) -> NominationKept {
    NominationKept {
        number: nomination.id.0,
        nominator: nomination.nominator.to_string(),
        member: nomination.member.to_string(),
        name: nomination.name,
        reason: some(nomination.reason),
        state: nomination.state.name(),
        answer: nomination.answer,
        nominated_at: nomination.nominated_at,
    }
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

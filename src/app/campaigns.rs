//! Setting a server up, and everything an admin decides about its campaign.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::digests::recipient;
use super::{App, Result};
use crate::domain::campaign::{Campaign, Hour, Schedule, ScheduleRefusal, Step, StepTime, Switch};
use crate::domain::ids::{ChannelId, GuildId, MessageId, RoleId, UserId};
use crate::domain::plan::{self, Planned, Recipient};
use crate::domain::roster::Manager;
use crate::domain::send::{Report, SendKey, SendState, Task};
use crate::domain::server::Server;
use crate::ports::{Frame, Post, Total};
use crate::store::sends::SendRecord;

/// What an admin gives to `/campaign setup`.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The server.
    pub guild: GuildId,
    /// Its name.
    pub name: String,
    /// The campaign's channel.
    pub channel: ChannelId,
    /// That channel's name.
    pub channel_name: String,
    /// The server's zone.
    pub zone: Tz,
    /// The hour in place of 09:00 and 10:00; without one, what was set before stays.
    pub hour: Option<Hour>,
    /// Whoever holds this role is a manager.
    pub manager_role: Option<RoleId>,
    /// Where reports go.
    pub admin_channel: Option<ChannelId>,
    /// One line that is shown in each post.
    pub theme: Option<String>,
    /// The language of public posts.
    pub language: Option<String>,
    /// The server's language as Discord knows it: that of the posts until somebody chooses.
    pub server_language: String,
    /// Who asked.
    pub by: UserId,
}

/// How a campaign stands.
#[derive(Clone, Debug)]
pub struct Status {
    /// The server's settings.
    pub server: Server,
    /// The campaign that runs or comes next.
    pub campaign: Campaign,
    /// Each step with its sends, in order of time; a step that is off has none.
    pub steps: Vec<StepStatus>,
    /// The roster.
    pub roster: Vec<Manager>,
    /// The total so far.
    pub total: Total,
    /// What the admins were told: skipped, refused, failed, unknown.
    pub reports: Vec<Report>,
}

/// How one step stands.
#[derive(Clone, Debug)]
pub struct StepStatus {
    /// Which step.
    pub step: Step,
    /// When it is due where the server is.
    pub due: DateTime<Utc>,
    /// Whether it is on.
    pub on: bool,
    /// Its sends; `breathe` and `digest` have one a manager.
    pub sends: Vec<SendRecord>,
}

impl StepStatus {
    /// The one state that says most: what needs attention comes first.
    #[must_use]
    pub fn state(&self) -> Option<SendState> {
        const TELLING: [SendState; 7] = [
            SendState::Unknown,
            SendState::Failed,
            SendState::Skipped,
            SendState::Claimed,
            SendState::Planned,
            SendState::Sent,
            SendState::Dropped,
        ];
        TELLING.into_iter().find(|state| self.sends.iter().any(|send| send.state == *state))
    }
}

impl App {
    /// Sets a server up, or changes its settings; plans its campaign.
    ///
    /// In mid-plan the lateness rules apply as if the bot had been down: what is too late is skipped here and stands
    /// in the answer, which also takes the place of the roster check.
    ///
    /// # Errors
    /// The database failed.
    pub async fn set_up(&self, setup: Setup) -> Result<std::result::Result<Status, ScheduleRefusal>> {
        let now = self.now();
        let before = self.store().server(setup.guild).await?;
        let old = before.as_ref();
        let mut schedule = old.map(|server| server.schedule.clone()).unwrap_or_default();
        if let Some(hour) = setup.hour {
            schedule = schedule.with_hour(hour);
        }
        if let Err(refusal) = schedule.check() {
            return Ok(Err(refusal));
        }
        let server = Server {
            guild: setup.guild,
            name: setup.name,
            channel: setup.channel,
            channel_name: setup.channel_name,
            zone: setup.zone,
            schedule,
            manager_role: setup.manager_role.or(old.and_then(|server| server.manager_role)),
            admin_channel: setup.admin_channel.or(old.and_then(|server| server.admin_channel)),
            theme: setup.theme.or(old.and_then(|server| server.theme.clone())),
            language: setup.language.or(old.map(|server| server.language.clone())).unwrap_or(setup.server_language),
            hashtag: old.is_none_or(|server| server.hashtag),
            set_up_by: setup.by,
            paused_at: old.and_then(|server| server.paused_at),
        };
        self.store().save_server(&server).await?;
        let campaign = self.current_campaign(&server, now).await?;
        let answered = self.answered(&server, &campaign, now).await?;
        self.replan_with(&server, &campaign, &answered).await?;
        Ok(Ok(self.status_of(server).await?))
    }

    /// What a setup's answer takes the place of: a roster check that is due, and sends that are too late already.
    async fn answered(
        &self,
        server: &Server,
        campaign: &Campaign,
        now: DateTime<Utc>,
    ) -> Result<Vec<(SendKey, SendState)>> {
        let planned = self.plan_of(server, campaign).await?;
        Ok(planned
            .into_iter()
            .filter_map(|send| {
                let late = send.until.is_some_and(|until| until <= now);
                match send.task {
                    Task::RosterCheck if send.due <= now => Some((send.key, SendState::Sent)),
                    _ => late.then_some((send.key, SendState::Skipped)),
                }
            })
            .collect())
    }

    /// The campaign that a server is in: the one that has not been closed, else the next.
    pub(super) async fn current_campaign(&self, server: &Server, now: DateTime<Utc>) -> Result<Campaign> {
        if let Some(open) = self.store().open_campaign(server.guild).await?
            && let Ok(campaign) = server.campaign(open.year)
        {
            return Ok(campaign);
        }
        Ok(Campaign::at(server.guild, now, server.zone, server.schedule.clone()))
    }

    /// The campaign that a server is in or that comes next, by its settings.
    ///
    /// # Errors
    /// The database failed.
    pub async fn campaign_of(&self, server: &Server) -> Result<Campaign> {
        self.current_campaign(server, self.now()).await
    }

    /// The campaign that a thanks of now belongs to: the next one as soon as the window is over, even when the close
    /// itself has to wait because the campaign is paused.
    pub(super) async fn collecting_campaign(&self, server: &Server, now: DateTime<Utc>) -> Result<Campaign> {
        let current = self.current_campaign(server, now).await?;
        let (_, closes) = current.window();
        if now < closes {
            return Ok(current);
        }
        let next = Campaign::at(server.guild, now, server.zone, server.schedule.clone());
        Ok(if next.year > current.year { next } else { server.campaign(current.year + 1).unwrap_or(current) })
    }

    async fn plan_of(&self, server: &Server, campaign: &Campaign) -> Result<Vec<Planned>> {
        let roster = self.store().managers(server.guild).await?;
        let recipients: Vec<Recipient> =
            roster.iter().filter(|manager| manager.place.is_on_roster()).map(recipient).collect();
        let mut sends = plan::sends(campaign, &recipients);
        sends.push(plan::purge(campaign.guild, campaign.year, campaign.window().1, self.words_keep()));
        Ok(sends)
    }

    /// Brings the sends of a server's campaign in line with its settings and roster.
    ///
    /// # Errors
    /// The database failed.
    pub async fn replan(&self, server: &Server) -> Result<()> {
        let campaign = self.current_campaign(server, self.now()).await?;
        self.replan_with(server, &campaign, &[]).await
    }

    pub(super) async fn replan_with(
        &self,
        server: &Server,
        campaign: &Campaign,
        answered: &[(SendKey, SendState)],
    ) -> Result<()> {
        let now = self.now();
        let mut planned = Vec::new();
        for send in self.plan_of(server, campaign).await? {
            // Whoever accepts after that evening has missed nothing that could be reported as skipped.
            let is_late = matches!(send.task, Task::Breathe { .. }) && send.until.is_some_and(|until| until <= now);
            if !is_late || self.store().send(&send.key).await?.is_some() {
                planned.push(send);
            }
        }
        self.store().save_campaign(campaign).await?;
        self.store().plan(server.guild, campaign.year, &planned, answered, now).await?;
        self.listening_changed();
        self.ring();
        Ok(())
    }

    /// Plans every server's campaign anew, as is done on start: a newer version may plan differently, and a server
    /// whose campaign was closed gets its next one.
    ///
    /// # Errors
    /// The database failed.
    pub async fn replan_all(&self) -> Result<()> {
        for server in self.store().servers().await? {
            self.replan(&server).await?;
        }
        Ok(())
    }

    /// The bot is in a server, which is called so.
    ///
    /// # Errors
    /// The database failed.
    pub async fn server_seen(&self, guild: GuildId, name: &str) -> Result<()> {
        self.store().server_seen(guild, name).await?;
        self.ring();
        Ok(())
    }

    /// The bot was removed from a server: nothing is sent there until it is invited again.
    ///
    /// # Errors
    /// The database failed.
    pub async fn server_left(&self, guild: GuildId) -> Result<()> {
        self.store().mark_left(guild, self.now(), self.server_keep()).await?;
        self.listening_changed();
        self.ring();
        Ok(())
    }

    /// These are all the servers that the bot is in: whichever it was removed from while it was away is left alone.
    ///
    /// # Errors
    /// The database failed.
    pub async fn servers_are(&self, guilds: &[GuildId]) -> Result<()> {
        for server in self.store().servers().await? {
            if !guilds.contains(&server.guild) {
                tracing::info!(guild = %server.guild, "removed from a server while away");
                self.server_left(server.guild).await?;
            }
        }
        Ok(())
    }

    /// How a server's campaign stands; `None` when the server was never set up.
    ///
    /// # Errors
    /// The database failed.
    pub async fn status(&self, guild: GuildId) -> Result<Option<Status>> {
        match self.server(guild).await? {
            Some(server) => Ok(Some(self.status_of(server).await?)),
            None => Ok(None),
        }
    }

    async fn status_of(&self, server: Server) -> Result<Status> {
        let campaign = self.current_campaign(&server, self.now()).await?;
        let sends = self.store().sends(server.guild, campaign.year).await?;
        let steps = Step::ALL
            .iter()
            .map(|step| StepStatus {
                step: *step,
                due: campaign.due(*step),
                on: campaign.schedule.is_on(*step),
                sends: sends.iter().filter(|send| send.task.step() == Some(*step)).cloned().collect(),
            })
            .collect();
        let reports = sends
            .iter()
            .filter_map(|send| match &send.task {
                Task::Report { about } => Some(about.clone()),
                _ => None,
            })
            .collect();
        let roster = self.roster(server.guild).await?;
        let total = self.store().total(server.guild, campaign.year).await?;
        Ok(Status { server, campaign, steps, roster, total, reports })
    }

    /// Switches a step on or off, or moves it.
    ///
    /// # Errors
    /// The database failed.
    pub async fn change_step(
        &self,
        server: &Server,
        step: Step,
        change: StepChange,
    ) -> Result<std::result::Result<Status, ScheduleRefusal>> {
        let changed: std::result::Result<Schedule, ScheduleRefusal> = match change {
            StepChange::Switch(switch) => server.schedule.switch(step, switch),
            StepChange::MoveTo(to) => server.schedule.move_to(step, to),
        };
        let schedule = match changed {
            Ok(schedule) => schedule,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let server = Server { schedule, ..server.clone() };
        self.store().save_server(&server).await?;
        self.replan(&server).await?;
        Ok(Ok(self.status_of(server).await?))
    }

    /// Switches the hashtag on or off.
    ///
    /// # Errors
    /// The database failed.
    pub async fn switch_hashtag(&self, server: &Server, switch: Switch) -> Result<()> {
        let server = Server { hashtag: switch == Switch::On, ..server.clone() };
        self.store().save_server(&server).await?;
        self.listening_changed();
        Ok(())
    }

    /// Pauses a campaign: nothing is posted or sent until it goes on. Says whether that changed anything.
    ///
    /// # Errors
    /// The database failed.
    pub async fn pause(&self, server: &Server) -> Result<bool> {
        if server.paused_at.is_some() {
            return Ok(false);
        }
        self.store().pause(server.guild, Some(self.now())).await?;
        Ok(true)
    }

    /// Lets a paused campaign go on; the lateness rules apply to what was due meanwhile. Says whether that changed
    /// anything.
    ///
    /// # Errors
    /// The database failed.
    pub async fn resume(&self, server: &Server) -> Result<bool> {
        if server.paused_at.is_none() {
            return Ok(false);
        }
        self.store().pause(server.guild, None).await?;
        self.ring();
        Ok(true)
    }

    /// A public post as it would go out now, for nobody but the admin who asks.
    ///
    /// # Errors
    /// The database failed.
    pub async fn preview(&self, server: &Server, step: Step) -> Result<Option<Post>> {
        let campaign = self.current_campaign(server, self.now()).await?;
        self.post(server, &campaign, step).await
    }

    /// What every text of a campaign may need to know.
    #[must_use]
    pub fn frame(&self, server: &Server, campaign: &Campaign) -> Frame {
        Frame {
            language: server.language.clone(),
            campaign: campaign.clone(),
            server: server.name.clone(),
            channel: server.channel,
            theme: server.theme.clone(),
        }
    }

    /// Closes a campaign's window: questions are taken away, digests that changed are sent once more, the next
    /// campaign is planned. Doing it twice changes nothing.
    pub(super) async fn close(&self, server: &Server, year: i32) -> Result<()> {
        let now = self.now();
        self.take_questions_away(server, year, now).await?;
        self.plan_updates(server, year, now).await?;
        self.store().close_campaign(server.guild, year, now).await?;
        self.replan(server).await
    }

    async fn take_questions_away(&self, server: &Server, year: i32, now: DateTime<Utc>) -> Result<()> {
        for send in self.store().sends(server.guild, year).await? {
            if let (Task::AskConsent { .. } | Task::AskWhom { .. } | Task::AskToSave { .. }, Some(asked)) =
                (&send.task, send.sent)
            {
                self.unpost(server.guild, year, (asked.channel, asked.message), now).await?;
            }
        }
        Ok(())
    }

    /// Takes away one of the bot's own messages, as a send of its own.
    pub(super) async fn unpost(
        &self,
        guild: GuildId,
        year: i32,
        (channel, message): (ChannelId, MessageId),
        now: DateTime<Utc>,
    ) -> Result<()> {
        let task = Task::Unpost { channel, message };
        let send = Planned { key: plan::key(guild, year, &task), task, due: now, until: None };
        self.store().enqueue(guild, year, &send).await?;
        self.ring();
        Ok(())
    }

    /// Tells the admins of every campaign that listens that the hashtag cannot be heard.
    ///
    /// # Errors
    /// The database failed.
    pub async fn report_refused_intent(&self) -> Result<()> {
        let now = self.now();
        for open in self.store().open_campaigns().await? {
            if (open.opens_at..open.closes_at).contains(&now) {
                let report = self.report(open.guild, open.year, Report::NoContentIntent);
                self.store().enqueue(open.guild, open.year, &report).await?;
            }
        }
        self.ring();
        Ok(())
    }
}

/// What an admin changes about a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepChange {
    /// On or off.
    Switch(Switch),
    /// Another time; `None` puts it back to its default.
    MoveTo(Option<StepTime>),
}

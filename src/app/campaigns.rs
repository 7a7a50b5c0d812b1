//! Setting a server up, and everything an admin decides about its campaign.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::app::{AT_ONCE, App, Result};
use crate::ports::{Frame, Post, Total};
use crate::store::sends::SendRecord;
use crate::store::{NewPlan, PlanInputs};
use domain::campaign::{Campaign, Hour, Schedule, ScheduleRefusal, Step, StepTime, Switch};
use domain::ids::{ChannelId, GuildId, MessageId, RoleId, UserId};
use domain::plan::{self, Planned, Recipient};
use domain::roster::Manager;
use domain::send::{Report, SendState, Task};
use domain::server::Server;

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
    /// The holders of this role are managers.
    pub manager_role: Option<RoleId>,
    /// Where reports go.
    pub admin_channel: Option<ChannelId>,
    /// One line that is shown in each post.
    pub theme: Option<String>,
    /// The language of public posts.
    pub language: Option<String>,
    /// The server's language as Discord knows it: that of the posts until one is chosen.
    pub server_language: String,
    /// Who asked.
    pub by: UserId,
}

/// What the sends of a plan are answered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// Nothing: each is taken when it is due.
    None,
    /// What a setup says takes the place of a roster check that is due, and of reports on what is too late already.
    Setup,
    /// A start with other settings, or of another version. No one expected a step that this adds too late, so
    /// it is not reported.
    Start,
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
    /// When it is due where the server is; when it was, if it was sent: later changes do not move that.
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
    pub async fn set_up(&self, setup: Setup) -> Result<std::result::Result<Status, ScheduleRefusal>> {
        let _guard = self.parts.settings.lock().await;
        let before = self.store().server(setup.guild).await?;
        let old = before.as_ref();
        let schedule = old.map_or_else(|| self.store().default_schedule(), |server| server.schedule.clone());
        let schedule = match setup.hour.map_or(Ok(schedule.clone()), |hour| schedule.with_hour(hour)) {
            Ok(schedule) => schedule,
            Err(refusal) => return Ok(Err(refusal)),
        };
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
        self.replan_with(server.guild, Answer::Setup).await?;
        Ok(Ok(self.status_of(server).await?))
    }

    /// The campaign that a server is in: the one that has not been closed, else the next.
    pub(super) async fn current_campaign(&self, server: &Server, now: DateTime<Utc>) -> Result<Campaign> {
        let open = self.store().open_campaign(server.guild).await?;
        Ok(server.campaign_at(now, open.map(|open| open.year)))
    }

    /// The campaign that a server is in or that comes next, by its settings.
    pub async fn campaign_of(&self, server: &Server) -> Result<Campaign> {
        self.current_campaign(server, self.now()).await
    }

    /// The campaign of a year as it ran or runs: by the zone and the schedule of then, which may be others by now.
    /// `None` when there is no day in that year.
    pub async fn campaign_in(&self, server: &Server, year: i32) -> Result<Option<Campaign>> {
        Ok(match self.store().campaign_times(server.guild, year).await? {
            Some((zone, schedule)) => Campaign::new(server.guild, year, zone, schedule).ok(),
            None => server.campaign(year).ok(),
        })
    }

    /// A server and its campaign of a year, as [`App::campaign_in`] knows it.
    pub(super) async fn server_and_campaign(&self, guild: GuildId, year: i32) -> Result<Option<(Server, Campaign)>> {
        let Some(server) = self.server(guild).await? else { return Ok(None) };
        Ok(self.campaign_in(&server, year).await?.map(|campaign| (server, campaign)))
    }

    /// Forgets one thing that was set: what setup cannot say by leaving it out. `None` when the server is not set up.
    pub async fn forget_setting(&self, guild: GuildId, what: Forgotten) -> Result<Option<Status>> {
        let _guard = self.parts.settings.lock().await;
        let Some(mut server) = self.server(guild).await? else { return Ok(None) };
        match what {
            Forgotten::Theme => server.theme = None,
            Forgotten::ManagerRole => server.manager_role = None,
            Forgotten::AdminChannel => server.admin_channel = None,
        }
        self.store().save_server(&server).await?;
        Ok(Some(self.status_of(server).await?))
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

    fn plan_for(&self, campaign: &Campaign, mut recipients: Vec<Recipient>) -> Vec<Planned> {
        // In one order, so that one plan has one fingerprint.
        recipients.sort_by_key(|recipient| recipient.user);
        let mut sends = plan::sends(campaign, &recipients);
        sends.push(plan::purge(campaign.guild, campaign.year, campaign.window().1, self.words_keep()));
        sends
    }

    /// Brings the sends of a server's campaign in line with its settings and roster, as they are now.
    pub async fn replan(&self, guild: GuildId) -> Result<()> {
        self.replan_by(guild, Answer::None).await
    }

    async fn replan_by(&self, guild: GuildId, answer: Answer) -> Result<()> {
        // A setup that is under way answers for what its plan finds due.
        let _guard = self.parts.settings.lock().await;
        self.replan_with(guild, answer).await
    }

    async fn replan_with(&self, guild: GuildId, answer: Answer) -> Result<()> {
        let now = self.now();
        let make = |standing: PlanInputs| {
            let mut sends = self.plan_for(&standing.campaign, standing.recipients);
            let fingerprint = plan::fingerprint(&sends);
            let is_late = |send: &Planned| send.until.is_some_and(|until| until <= now);
            let is_new = |send: &Planned| !standing.planned.contains(&send.key);
            // A manager who accepts after that evening has missed nothing that could be reported as skipped.
            sends.retain(|send| {
                let is_missed = matches!(send.task, Task::Breathe { .. }) && is_late(send);
                !(is_missed && is_new(send))
            });
            let answered = match answer {
                Answer::None => Vec::new(),
                Answer::Setup => sends
                    .iter()
                    .filter_map(|send| match send.task {
                        Task::RosterCheck if send.due <= now => Some((send.key.clone(), SendState::Sent)),
                        _ => is_late(send).then(|| (send.key.clone(), SendState::Skipped)),
                    })
                    .collect(),
                Answer::Start => {
                    let late = sends.iter().filter(|send| is_late(send) && is_new(send));
                    late.map(|send| (send.key.clone(), SendState::Skipped)).collect()
                }
            };
            NewPlan { fingerprint, sends, answered }
        };
        self.store().replan(guild, make, now).await?;
        self.wake_subscriptions();
        self.ring();
        Ok(())
    }

    /// Plans every server's campaign anew, as is done on start: a newer version may plan differently, the operator may
    /// have set other defaults, and a server whose campaign was closed gets its next one. Where the plan is the one by
    /// which the sends were made, nothing is written: with thousands of servers that would take minutes.
    pub async fn replan_all(&self) -> Result<()> {
        let now = self.now();
        let (mut rosters, plans) = (self.store().rosters().await?, self.store().plan_fingerprints().await?);
        for server in self.store().servers().await? {
            for (step, whose) in server.schedule.gave_way() {
                tracing::warn!(guild = %server.guild, %step, ?whose, "a step does not stand where it was put: the plan would be out of order");
            }
            let known = plans.get(&server.guild);
            let campaign = server.campaign_at(now, known.map(|(year, _)| *year));
            let plan = self.plan_for(&campaign, rosters.remove(&server.guild).unwrap_or_default());
            if known.is_none_or(|(_, fingerprint)| *fingerprint != plan::fingerprint(&plan)) {
                self.replan_by(server.guild, Answer::Start).await?;
            }
        }
        Ok(())
    }

    /// How a server's campaign stands; `None` when the server was never set up.
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
            .map(|step| {
                let own: Vec<_> = sends.iter().filter(|send| send.task.kind().step() == Some(*step)).cloned().collect();
                StepStatus {
                    step: *step,
                    due: sent_due(*step, &own).unwrap_or_else(|| campaign.due(*step)),
                    on: campaign.schedule.is_on(*step),
                    sends: own,
                }
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

    /// Switches a step on or off, moves it, or puts it back to its default.
    pub async fn change_step(
        &self,
        server: &Server,
        step: Step,
        change: StepChange,
    ) -> Result<std::result::Result<Status, ScheduleRefusal>> {
        let _guard = self.parts.settings.lock().await;
        let server = self.server(server.guild).await?.unwrap_or_else(|| server.clone());
        let changed: std::result::Result<Schedule, ScheduleRefusal> = match change {
            StepChange::Switch(switch) => server.schedule.switch(step, switch),
            StepChange::MoveTo(to) => server.schedule.move_to(step, to),
            StepChange::Reset => server.schedule.reset(step),
        };
        let schedule = match changed {
            Ok(schedule) => schedule,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let server = Server { schedule, ..server };
        self.store().save_server(&server).await?;
        self.replan_with(server.guild, Answer::None).await?;
        Ok(Ok(self.status_of(server).await?))
    }

    /// Switches the hashtag on or off.
    pub async fn switch_hashtag(&self, server: &Server, switch: Switch) -> Result<()> {
        let _guard = self.parts.settings.lock().await;
        let server = self.server(server.guild).await?.unwrap_or_else(|| server.clone());
        self.store().save_server(&Server { hashtag: switch == Switch::On, ..server }).await?;
        self.wake_subscriptions();
        Ok(())
    }

    /// Pauses a campaign: nothing is posted or sent until it goes on. Says whether that changed anything.
    pub async fn pause(&self, server: &Server) -> Result<bool> {
        if server.paused_at.is_some() {
            return Ok(false);
        }
        self.store().pause(server.guild, Some(self.now())).await?;
        Ok(true)
    }

    /// Lets a paused campaign go on; the lateness rules apply to what was due meanwhile. Says whether that changed
    /// anything.
    pub async fn resume(&self, server: &Server) -> Result<bool> {
        if server.paused_at.is_none() {
            return Ok(false);
        }
        self.store().pause(server.guild, None).await?;
        self.ring();
        Ok(true)
    }

    /// A public post as it would go out now, for the admin who asks alone.
    pub async fn preview(&self, server: &Server, step: Step) -> Result<Option<Post>> {
        let campaign = self.current_campaign(server, self.now()).await?;
        Ok(self.draft(server, &campaign, step).await?.map(|draft| draft.post))
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
        // First, so that nothing changes any more behind what an update was made of.
        self.store().close_campaign(server.guild, year, now).await?;
        self.plan_updates(server, year, now).await?;
        self.replan(server.guild).await
    }

    async fn take_questions_away(&self, server: &Server, year: i32, now: DateTime<Utc>) -> Result<()> {
        for send in self.store().sends(server.guild, year).await? {
            if let Some(asked) = send.sent.filter(|_| send.task.kind().is_question()) {
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
        let send = Planned::at(guild, year, task, now);
        self.store().enqueue(guild, year, &send).await?;
        self.ring();
        Ok(())
    }

    /// Tells the admins of every campaign that listens that the hashtag cannot be heard, each once. Where all know it,
    /// nothing is written.
    ///
    /// # Errors
    /// The database failed; some may know it.
    pub async fn report_refused_intent(&self) -> Result<()> {
        let untold = self.store().without_report(&Report::NoContentIntent, self.now()).await?;
        for some in untold.chunks(AT_ONCE) {
            let report = |&(guild, year)| (guild, year, self.report(guild, year, Report::NoContentIntent));
            self.store().enqueue_all(&some.iter().map(report).collect::<Vec<_>>()).await?;
        }
        if !untold.is_empty() {
            self.ring();
        }
        Ok(())
    }
}

/// When a step was due that has been sent. Where each manager has it at their own time there is no one time.
fn sent_due(step: Step, sends: &[SendRecord]) -> Option<DateTime<Utc>> {
    let is_sent = !step.is_own_time() && sends.iter().all(|send| send.state == SendState::Sent);
    sends.iter().filter(|_| is_sent).map(|send| send.due).min()
}

domain::named! {
    /// A setting that can be forgotten.
    Forgotten {
        /// The server's own line in each post.
        Theme = "theme",
        /// The role whose holders are managers; who is on the roster already stays.
        ManagerRole = "role",
        /// The channel for reports, which go to the admin who ran setup from then on.
        AdminChannel = "admins",
    }
}

/// What an admin changes about a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepChange {
    /// On or off.
    Switch(Switch),
    /// Another time.
    MoveTo(StepTime),
    /// Back to its default, of place and switch.
    Reset,
}

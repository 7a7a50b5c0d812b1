//! Setup of a server, and its admins' changes to the campaign.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::app::{AT_ONCE, App, Result};
use crate::ports::{Frame, Post, Total};
use crate::store::sends::Irreversible;
use crate::store::sends::SendRecord;
use crate::store::{HoldersPost, NewPlan, PlanInputs};
use domain::campaign::{Campaign, Hour, Schedule, ScheduleRefusal, Step, StepTime, Switch};
use domain::ids::{ChannelId, GuildId, MessageId, RoleId, UserId};
use domain::plan::{self, Planned, Recipient};
use domain::roster::Manager;
use domain::send::{Report, SendState, Task};
use domain::server::{Posts, Server};

/// The options of `/campaign setup`.
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
    /// The server's time zone.
    pub zone: Tz,
    /// The hour that replaces 09:00 and 10:00; `None` keeps the present one.
    pub hour: Option<Hour>,
    /// The holders of this role are managers.
    pub manager_role: Option<RoleId>,
    /// Where reports are posted.
    pub admin_channel: Option<ChannelId>,
    /// A line that each post shows.
    pub theme: Option<String>,
    /// Where public words are posted; `None` keeps what is set.
    pub posts: Option<Posts>,
    /// The language of public posts.
    pub language: Option<String>,
    /// The server's language on Discord: that of the posts until one is chosen.
    pub server_language: String,
    /// The admin who ran it.
    pub by: UserId,
}

/// Why a campaign is planned again, which decides what its admins know already and need not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PlanCause {
    /// A setting, the roster or the campaign changed. The admins know nothing yet: each send goes out when it is due.
    Change,
    /// A setup. Its response replaces a roster check that is due, and the reports about steps that are too late.
    Setup,
    /// The bot started with other settings or another version. No one expected a step that this adds too late, so it is
    /// not reported.
    Start,
}

/// The status of a campaign.
#[derive(Clone, Debug)]
pub struct Status {
    /// The server's settings.
    pub server: Server,
    /// The current or next campaign.
    pub campaign: Campaign,
    /// Each step with its sends, in the order of due times; a step that is off has none.
    pub steps: Vec<StepStatus>,
    /// The roster.
    pub roster: Vec<Manager>,
    /// The total so far.
    pub total: Total,
    /// The admins' reports: skipped, refused, failed, unknown.
    pub reports: Vec<Report>,
    /// The post that asks the holders of the manager role, while it does.
    pub holders_post: Option<HoldersPost>,
}

/// The status of one step.
#[derive(Clone, Debug)]
pub struct StepStatus {
    /// Which step.
    pub step: Step,
    /// When it is due in the server's time zone; if it was sent, when it was due then.
    pub due: DateTime<Utc>,
    /// Whether it is on.
    pub on: bool,
    /// Its sends; `breathe` and `digest` have one per manager.
    pub sends: Vec<SendRecord>,
}

impl StepStatus {
    /// The most important state of its sends: those that need attention come first.
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
    /// Sets a server up or changes its settings, and plans its campaign.
    ///
    /// If some steps have passed, the deadlines apply as if the bot had been offline: steps that are too late are
    /// skipped. The response names them, and also replaces the roster check.
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
            posts: setup.posts.or(old.map(|server| server.posts)).unwrap_or_default(),
            hashtag: old.is_none_or(|server| server.hashtag),
            set_up_by: setup.by,
            paused_at: old.and_then(|server| server.paused_at),
        };
        self.store().set_up_server(&server, self.now()).await?;
        self.replan_with(server.guild, PlanCause::Setup).await?;
        Ok(Ok(self.status_of(server).await?))
    }

    /// The server's campaign: the one that is not closed, or the next.
    pub(super) async fn current_campaign(&self, server: &Server, now: DateTime<Utc>) -> Result<Campaign> {
        let open = self.store().open_campaign(server.guild).await?;
        Ok(server.campaign_at(now, open.map(|open| open.year)))
    }

    /// The server's current or next campaign, by its settings.
    pub async fn campaign_of(&self, server: &Server) -> Result<Campaign> {
        self.current_campaign(server, self.now()).await
    }

    /// The campaign of a year with the time zone and schedule it had, which may have changed since. `None` if the year
    /// has no day.
    pub async fn campaign_in(&self, server: &Server, year: i32) -> Result<Option<Campaign>> {
        Ok(match self.store().campaign_times(server.guild, year).await? {
            Some((zone, schedule)) => Campaign::new(server.guild, year, zone, schedule).ok(),
            None => server.campaign(year).ok(),
        })
    }

    /// A server and its campaign of a year; see [`App::campaign_in`].
    pub(super) async fn server_and_campaign(&self, guild: GuildId, year: i32) -> Result<Option<(Server, Campaign)>> {
        let Some(server) = self.server(guild).await? else { return Ok(None) };
        Ok(self.campaign_in(&server, year).await?.map(|campaign| (server, campaign)))
    }

    /// Clears a setting, which setup cannot do because it keeps what is not given. `None` if the server is not set up.
    pub async fn forget_setting(&self, guild: GuildId, what: Forgotten) -> Result<Option<Status>> {
        let _guard = self.parts.settings.lock().await;
        let Some(mut server) = self.server(guild).await? else { return Ok(None) };
        match what {
            Forgotten::Theme => server.theme = None,
            Forgotten::ManagerRole => server.manager_role = None,
            Forgotten::AdminChannel => server.admin_channel = None,
        }
        self.store().set_up_server(&server, self.now()).await?;
        self.wake_dispatch();
        Ok(Some(self.status_of(server).await?))
    }

    /// The campaign that a thank-you belongs to now: the next one once the window is over, even if a paused campaign is
    /// not closed yet.
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
        // Sorted, so that equal plans have equal fingerprints.
        recipients.sort_by_key(|recipient| recipient.user);
        let mut sends = plan::sends(campaign, &recipients);
        let keep_days = self.config().retention.words_days;
        let (guild, year) = (campaign.guild, campaign.year);
        let purge = plan::purge(guild, year, campaign.window().1, keep_days, campaign.zone);
        if plan::has_last_files(keep_days) {
            let zone = |one: &Recipient| one.zone.unwrap_or(campaign.zone);
            sends.extend(recipients.iter().map(|one| plan::last_files(guild, year, purge.due, one.user, zone(one))));
        }
        sends.push(purge);
        sends
    }

    /// Updates the planned sends of a server's campaign after a change of its settings or roster.
    pub async fn replan(&self, guild: GuildId) -> Result<()> {
        self.replan_by(guild, PlanCause::Change).await
    }

    async fn replan_by(&self, guild: GuildId, cause: PlanCause) -> Result<()> {
        // Waits for a setup that is running, which reports what its own plan finds due.
        let _guard = self.parts.settings.lock().await;
        self.replan_with(guild, cause).await
    }

    async fn replan_with(&self, guild: GuildId, cause: PlanCause) -> Result<()> {
        let now = self.now();
        self.store().replan(guild, self.planner(cause, now), now).await?;
        self.wake_subscriptions();
        self.wake_dispatch();
        Ok(())
    }

    /// Makes the plan of a campaign.
    fn planner(&self, cause: PlanCause, now: DateTime<Utc>) -> impl Fn(PlanInputs) -> NewPlan + Send + '_ {
        let may_skip = self.irreversible() == Irreversible::Allowed;
        move |standing| {
            let mut sends = self.plan_for(&standing.campaign, standing.recipients);
            let fingerprint = plan::fingerprint(&sends);
            let is_late = |send: &Planned| send.until.is_some_and(|until| until <= now);
            let is_new = |send: &Planned| !standing.planned.contains(&send.key);
            // A manager who accepts after that evening has missed nothing, so nothing is reported.
            sends.retain(|send| {
                let is_missed = matches!(send.task, Task::Breathe { .. }) && is_late(send);
                !(is_missed && is_new(send))
            });
            let answered = match cause {
                PlanCause::Change => Vec::new(),
                PlanCause::Setup => sends
                    .iter()
                    .filter_map(|send| match send.task {
                        Task::RosterCheck if send.due <= now => Some((send.key.clone(), SendState::Sent)),
                        _ => (may_skip && is_late(send)).then(|| (send.key.clone(), SendState::Skipped)),
                    })
                    .collect(),
                PlanCause::Start => {
                    let late = sends.iter().filter(|send| may_skip && is_late(send) && is_new(send));
                    late.map(|send| (send.key.clone(), SendState::Skipped)).collect()
                }
            };
            NewPlan { fingerprint, sends, answered }
        }
    }

    /// Plans every server's campaign at startup: a newer version may plan differently, the operator may have changed
    /// the defaults, and a closed campaign needs a successor. Unchanged plans are not written, and the others many in one
    /// transaction.
    pub async fn replan_all(&self) -> Result<()> {
        let now = self.now();
        let mut changed = Vec::new();
        let (mut rosters, plans) = (self.store().rosters().await?, self.store().plan_fingerprints().await?);
        for server in self.store().servers().await? {
            for (step, whose) in server.schedule.gave_way() {
                tracing::warn!(guild = %server.guild, %step, ?whose, "a step cannot be at its configured time, because the plan would be out of order");
            }
            let known = plans.get(&server.guild);
            let campaign = server.campaign_at(now, known.map(|(year, _)| *year));
            let plan = self.plan_for(&campaign, rosters.remove(&server.guild).unwrap_or_default());
            if known.is_none_or(|(_, fingerprint)| *fingerprint != plan::fingerprint(&plan)) {
                changed.push(server.guild);
            }
        }
        for some in changed.chunks(AT_ONCE) {
            let _guard = self.parts.settings.lock().await;
            self.store().replan_several(some, self.planner(PlanCause::Start, now), now).await?;
        }
        if !changed.is_empty() {
            self.wake_subscriptions();
            self.wake_dispatch();
        }
        Ok(())
    }

    /// The status of a server's campaign; `None` if the server was never set up.
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
        let holders_post = self.store().holders_post(server.guild, self.now()).await?.filter(|post| post.asks);
        Ok(Status { server, campaign, steps, roster, total, reports, holders_post })
    }

    /// Switches a step on or off, moves it, or resets it.
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
        self.replan_with(server.guild, PlanCause::Change).await?;
        Ok(Ok(self.status_of(server).await?))
    }

    /// Switches the hashtag on or off. With it go the questions about what it found; `/cmad mine` still asks them.
    pub async fn switch_hashtag(&self, server: &Server, switch: Switch) -> Result<()> {
        let _guard = self.parts.settings.lock().await;
        let server = self.server(server.guild).await?.unwrap_or_else(|| server.clone());
        self.store().switch_hashtag(&Server { hashtag: switch == Switch::On, ..server }, self.now()).await?;
        self.wake_subscriptions();
        self.wake_dispatch();
        Ok(())
    }

    /// Pauses a campaign: nothing is posted or sent until it is resumed. Returns whether it was running.
    pub async fn pause(&self, server: &Server) -> Result<bool> {
        if server.paused_at.is_some() {
            return Ok(false);
        }
        self.store().pause(server.guild, self.now()).await?;
        Ok(true)
    }

    /// Resumes a paused campaign; deadlines apply to what was due meanwhile. Returns whether it was paused.
    pub async fn resume(&self, server: &Server) -> Result<bool> {
        if server.paused_at.is_none() {
            return Ok(false);
        }
        self.store().resume(server.guild, self.now()).await?;
        self.wake_dispatch();
        Ok(true)
    }

    /// A public post as it would go out now, shown only to the admin who asks.
    pub async fn preview(&self, server: &Server, step: Step) -> Result<Option<Post>> {
        let campaign = self.current_campaign(server, self.now()).await?;
        Ok(self.draft(server, &campaign, step).await?.map(|draft| draft.post))
    }

    /// What every text of a campaign may need.
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

    /// Closes a campaign's window: deletes questions, plans updates of changed digests and plans the next campaign.
    /// Idempotent.
    pub(super) async fn close(&self, server: &Server, year: i32) -> Result<()> {
        let now = self.now();
        self.delete_questions(server, year, now).await?;
        // First, so that nothing changes after the updates were made.
        self.store().close_campaign(server.guild, year, now).await?;
        self.plan_updates(server, year, now).await?;
        self.replan(server.guild).await
    }

    async fn delete_questions(&self, server: &Server, year: i32, now: DateTime<Utc>) -> Result<()> {
        for send in self.store().sends(server.guild, year).await? {
            if let Some(asked) = send.sent.filter(|_| send.task.kind().is_question()) {
                self.unpost(server.guild, year, (asked.channel, asked.message), now).await?;
            }
        }
        Ok(())
    }

    /// Deletes one of the bot's own messages, as a send of its own.
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
        self.wake_dispatch();
        Ok(())
    }

    /// Reports to the admins of every campaign with an open window that the hashtag does not work, once each. Writes
    /// nothing if all of them were told.
    ///
    /// # Errors
    /// The database failed; some may have been told.
    pub async fn report_refused_intent(&self) -> Result<()> {
        let untold = self.store().without_report(&Report::NoContentIntent, self.now()).await?;
        for some in untold.chunks(AT_ONCE) {
            let report = |&(guild, year)| (guild, year, self.report(guild, year, Report::NoContentIntent));
            self.store().enqueue_all(&some.iter().map(report).collect::<Vec<_>>()).await?;
        }
        if !untold.is_empty() {
            self.wake_dispatch();
        }
        Ok(())
    }
}

/// When a step that was sent was due; `None` if managers have it at different times.
fn sent_due(step: Step, sends: &[SendRecord]) -> Option<DateTime<Utc>> {
    let is_sent = !step.is_own_time() && sends.iter().all(|send| send.state == SendState::Sent);
    sends.iter().filter(|_| is_sent).map(|send| send.due).min()
}

domain::named! {
    /// A setting that can be cleared.
    Forgotten {
        /// The server's line in each post.
        Theme = "theme",
        /// The role whose holders are managers; managers on the roster stay.
        ManagerRole = "role",
        /// The channel for reports; without it they go to the admin who ran setup.
        AdminChannel = "admins",
    }
}

/// An admin's change to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepChange {
    /// On or off.
    Switch(Switch),
    /// Another time.
    MoveTo(StepTime),
    /// Back to its default time and default switch.
    Reset,
}

//! A campaign's plan: updates its sends after changes of settings or roster.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::store::new_sends::insert_planned;
use crate::store::reminders::{move_last_files, move_reminders};
use crate::store::scheduled_event::sync_event;
use crate::store::servers::save_campaign_within;
use crate::store::{Result, Store, StoreError, Write, ms, year_of};
use domain::campaign::Campaign;
use domain::ids::{GuildId, UserId};
use domain::plan::{Planned, Recipient};
use domain::roster::RosterStatus;
use domain::send::{HeldBy, SendKey, SendKind, SendState, Task};

/// What a plan is made from.
#[derive(Clone, Debug)]
pub struct PlanInputs {
    /// The server's current or next campaign, by its settings.
    pub campaign: Campaign,
    /// Every manager on the roster.
    pub recipients: Vec<Recipient>,
    /// The sends of the campaign that an earlier plan made.
    pub planned: HashSet<SendKey>,
}

/// A campaign's new plan.
#[derive(Clone, Debug)]
pub struct NewPlan {
    /// Changes if and only if the sends do.
    pub fingerprint: String,
    /// Its sends.
    pub sends: Vec<Planned>,
    /// Sends that a person's answer made unnecessary, with the state to settle them in unless a worker holds them.
    pub answered: Vec<(SendKey, SendState)>,
}

impl Store {
    /// Makes the plan of a server's campaign and updates its sends in one transaction, so that a concurrent change of
    /// the roster or settings, in any process, is part of this plan or of the next one. A server that was never set up
    /// has no plan.
    pub async fn replan(
        &self,
        guild: GuildId,
        make: impl FnOnce(PlanInputs) -> NewPlan + Send,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut make = Some(make);
        let only = |inputs: PlanInputs| make.take().map(|make| make(inputs)).expect("one server has one plan");
        self.replan_several(&[guild], only, now).await
    }

    /// [`Store::replan`] for several servers in one transaction, with few statements for all of them.
    pub async fn replan_several(
        &self,
        guilds: &[GuildId],
        mut make: impl FnMut(PlanInputs) -> NewPlan + Send,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut write = self.write().await?;
        let mut changes = Changes::default();
        for (campaign, recipients, known) in self.to_plan(&mut write, guilds, now).await? {
            // Skips sends of a newer version, which are not part of this version's plan.
            let planned = known.keys().filter_map(|key| key.parse().ok()).collect();
            let plan = make(PlanInputs { campaign: campaign.clone(), recipients, planned });
            save_campaign_within(&mut write, &campaign).await?;
            sqlx::query("update campaigns set plan = $3 where guild = $1 and year = $2")
                .bind(campaign.guild.to_db())
                .bind(i64::from(campaign.year))
                .bind(&plan.fingerprint)
                .execute(&mut *write)
                .await?;
            changes.add(campaign, &known, plan);
        }
        changes.apply(&mut write, now).await?;
        for (campaign, has_event) in &changes.campaigns {
            let (guild, year) = (campaign.guild, campaign.year);
            sync_event(&mut write, (guild, year), *has_event, campaign.span().0, now).await?;
        }
        let reminders = waiting(&mut write, &changes.campaigns, SendKind::Remind).await?;
        let last_files = waiting(&mut write, &changes.campaigns, SendKind::LastFiles).await?;
        for (campaign, _) in &changes.campaigns {
            let (guild, year) = (campaign.guild.to_db(), i64::from(campaign.year));
            if reminders.contains(&(guild, year)) {
                move_reminders(&mut write, campaign).await?;
            }
            if last_files.range((guild, i64::MIN)..(guild, year)).next().is_some() {
                move_last_files(&mut write, campaign).await?;
            }
        }
        write.commit().await?;
        Ok(())
    }

    /// What the plans of these servers are made from, and the sends that earlier plans made, by key.
    async fn to_plan(
        &self,
        write: &mut Write<'_>,
        guilds: &[GuildId],
        now: DateTime<Utc>,
    ) -> Result<Vec<(Campaign, Vec<Recipient>, HashMap<String, Known>)>> {
        // They stand beside each other in the order of all servers, so that one statement reads what belongs to all.
        let Some((first, last)) = ends(guilds.iter()) else { return Ok(Vec::new()) };
        let open: Vec<(i64, i64)> = sqlx::query_as(
            "select guild, min(year) from campaigns where guild >= $1 and guild <= $2 and closed_at is null group by guild",
        )
        .bind(first)
        .bind(last)
        .fetch_all(&mut **write)
        .await?;
        let open: HashMap<i64, i64> = open.into_iter().collect();
        let wanted: HashSet<GuildId> = guilds.iter().copied().collect();
        let mut campaigns = Vec::with_capacity(guilds.len());
        for server in self.servers_between(write, (first, last)).await? {
            if wanted.contains(&server.guild) {
                let open = open.get(&server.guild.to_db()).map(|year| year_of(*year)).transpose()?;
                campaigns.push(server.campaign_at(now, open));
            }
        }
        let rows: Vec<RosterRow> = sqlx::query_as(
            "select guild, member, timezone, breathe, place from managers where guild >= $1 and guild <= $2",
        )
        .bind(first)
        .bind(last)
        .fetch_all(&mut **write)
        .await?;
        let mut rosters = rosters(rows)?;
        let rows: Vec<KnownRow> = sqlx::query_as(
            "select guild, year, key, state, due_at, until_at, uncertain from sends
             where guild >= $1 and guild <= $2 and planned = 1",
        )
        .bind(first)
        .bind(last)
        .fetch_all(&mut **write)
        .await?;
        let mut known: HashMap<(i64, i64), HashMap<String, Known>> = HashMap::new();
        for (guild, year, key, state, due, until, uncertain) in rows {
            let send = Known { state, due, until, uncertain: uncertain != 0 };
            known.entry((guild, year)).or_default().insert(key, send);
        }
        let with_all = |campaign: Campaign| {
            let recipients = rosters.remove(&campaign.guild).unwrap_or_default();
            let known = known.remove(&(campaign.guild.to_db(), campaign.year.into())).unwrap_or_default();
            (campaign, recipients, known)
        };
        Ok(campaigns.into_iter().map(with_all).collect())
    }

    /// Every roster, by server, as far as plans need to know it.
    pub async fn rosters(&self) -> Result<HashMap<GuildId, Vec<Recipient>>> {
        let rows = sqlx::query_as("select guild, member, timezone, breathe, place from managers")
            .fetch_all(&self.pool)
            .await?;
        rosters(rows)
    }

    /// The fingerprint of the plan that each open campaign's sends were last made from.
    pub async fn plan_fingerprints(&self) -> Result<HashMap<GuildId, (i32, String)>> {
        let rows: Vec<(i64, i64, Option<String>)> =
            sqlx::query_as("select guild, year, plan from campaigns where closed_at is null order by guild, year desc")
                .fetch_all(&self.pool)
                .await?;
        rows.into_iter()
            .map(|(guild, year, plan)| {
                let year = i32::try_from(year).map_err(|_| StoreError::Unreadable("campaigns.year"))?;
                Ok((GuildId::from_db(guild), (year, plan.unwrap_or_default())))
            })
            .collect()
    }
}

type KnownRow = (i64, i64, String, String, i64, Option<i64>, i64);
type RosterRow = (i64, i64, Option<String>, i64, String);

fn rosters(rows: Vec<RosterRow>) -> Result<HashMap<GuildId, Vec<Recipient>>> {
    let mut rosters: HashMap<GuildId, Vec<Recipient>> = HashMap::new();
    for (guild, member, timezone, breathe, place) in rows {
        let status = RosterStatus::from_name(&place).ok_or(StoreError::Unreadable("managers.place"))?;
        if !status.is_on_roster() {
            continue;
        }
        let zone = timezone.map(|zone| zone.parse()).transpose();
        rosters.entry(GuildId::from_db(guild)).or_default().push(Recipient {
            user: UserId::from_db(member),
            zone: zone.map_err(|_| StoreError::Unreadable("managers.timezone"))?,
            breathe: breathe != 0 && status == RosterStatus::Accepted,
        });
    }
    Ok(rosters)
}

/// A send that an earlier plan made.
struct Known {
    state: String,
    due: i64,
    until: Option<i64>,
    uncertain: bool,
}

impl Known {
    /// Whether it waits, so that a plan without it removes it.
    fn waits(&self) -> bool {
        matches!(self.state.as_str(), "planned" | "dropped") && !self.uncertain
    }

    /// Whether a plan with this send may change it.
    fn may_change(&self, to: &Planned) -> bool {
        match self.state.as_str() {
            "planned" => self.due != ms(to.due) || self.until != to.until.map(ms),
            "dropped" | "skipped" => true,
            _ => false,
        }
    }
}

/// The first and the last of some servers, as stored.
fn ends<'a>(guilds: impl Iterator<Item = &'a GuildId> + Clone) -> Option<(i64, i64)> {
    let stored = guilds.map(|guild| guild.to_db());
    Some((stored.clone().min()?, stored.max()?))
}

/// The campaigns, of these servers, of which a send of this kind waits.
async fn waiting(write: &mut Write<'_>, of: &[(Campaign, bool)], kind: SendKind) -> Result<BTreeSet<(i64, i64)>> {
    let Some((first, last)) = ends(of.iter().map(|(campaign, _)| &campaign.guild)) else { return Ok(BTreeSet::new()) };
    let waiting: Vec<(i64, i64)> = sqlx::query_as(
        "select distinct guild, year from sends where guild >= $1 and guild <= $2 and kind = $3 and state = 'planned'",
    )
    .bind(first)
    .bind(last)
    .bind(kind.name())
    .fetch_all(&mut **write)
    .await?;
    Ok(waiting.into_iter().collect())
}

/// How some campaigns' sends come in line with their plans.
///
/// New sends are added. Waiting sends are moved, or removed if they are no longer in the plan, even after a refused
/// try. A skipped send is restored if its new deadline has not passed; a dropped one, if it is needed again. Sends that
/// went out, or may have, stay as they are.
#[derive(Default)]
struct Changes {
    /// With whether the plan has a scheduled event.
    campaigns: Vec<(Campaign, bool)>,
    removed: Vec<String>,
    added: Vec<(GuildId, i32, Planned)>,
    moved: Vec<Planned>,
    /// Sends that a person's answer made unnecessary, with the state to settle them in unless a worker holds them.
    answered: Vec<(SendKey, SendState)>,
}

impl Changes {
    fn add(&mut self, campaign: Campaign, known: &HashMap<String, Known>, plan: NewPlan) {
        let has_event = plan.sends.iter().any(|send| send.task == Task::Event);
        let wanted: HashSet<String> = plan.sends.iter().map(|send| send.key.to_string()).collect();
        let over = known.iter().filter(|(key, send)| send.waits() && !wanted.contains(*key));
        self.removed.extend(over.map(|(key, _)| key.clone()));
        for send in plan.sends {
            match known.get(&send.key.to_string()) {
                None => self.added.push((campaign.guild, campaign.year, send)),
                Some(known) if known.may_change(&send) => self.moved.push(send),
                Some(_) => {}
            }
        }
        self.answered.extend(plan.answered);
        self.campaigns.push((campaign, has_event));
    }

    /// Each statement looks once more at the state: on PostgreSQL, claims do not wait for the writer.
    async fn apply(&self, write: &mut Write<'_>, now: DateTime<Utc>) -> Result<()> {
        for keys in self.removed.chunks(TOGETHER) {
            let gone = "delete from sends where state in ('planned', 'dropped') and uncertain = 0 and key in ";
            let sql = format!("{gone}{}", list(1, keys.len()));
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).persistent(keys.len() == TOGETHER);
            for key in keys {
                query = query.bind(key);
            }
            query.execute(&mut **write).await?;
        }
        for sends in self.added.chunks(TOGETHER) {
            let added = insert_planned(write, sends).await?;
            // Some stand already, by another way than a plan.
            if added < sends.len() as u64 {
                for (_, _, send) in sends {
                    move_to(write, send, now).await?;
                }
            }
        }
        for send in &self.moved {
            move_to(write, send, now).await?;
        }
        let mut answered: BTreeMap<&str, Vec<&SendKey>> = BTreeMap::new();
        for (key, state) in &self.answered {
            answered.entry(state.name()).or_default().push(key);
        }
        for (state, keys) in answered {
            for keys in keys.chunks(TOGETHER) {
                let settled = "update sends set state = $1, settled_at = $2 where state = 'planned' and taken_at is null and key in ";
                let sql = format!("{settled}{}", list(3, keys.len()));
                let query = sqlx::query(sqlx::AssertSqlSafe(sql)).persistent(keys.len() == TOGETHER);
                let mut query = query.bind(state).bind(ms(now));
                for key in keys {
                    query = query.bind(key.to_string());
                }
                query.execute(&mut **write).await?;
            }
        }
        Ok(())
    }
}

/// How many sends a statement takes at once.
const TOGETHER: usize = 50;

/// SQL: a list of so many parameters, from this one on.
fn list(first: usize, count: usize) -> String {
    let all: Vec<String> = (first..first + count).map(|number| format!("${number}")).collect();
    format!("({})", all.join(", "))
}

/// Brings a send that stands in line with its plan.
async fn move_to(write: &mut Write<'_>, send: &Planned, now: DateTime<Utc>) -> Result<()> {
    sqlx::query(
        "update sends set due_at = $2, until_at = $3, retry_at = $2, state = 'planned', settled_at = null,
             taken_at = null,
             held_by = case when coalesce($3, $4 + 1) > $4 then null
                 when coalesce(until_at, $4 + 1) > $4 then $5 else held_by end
         where key = $1 and uncertain = 0 and case state
             when 'dropped' then coalesce($3, $4 + 1) > $4
             when 'skipped' then coalesce($3, $4 + 1) > $4
                 and (due_at <> $2 or coalesce(until_at, 0) <> coalesce($3, 0))
             when 'planned' then due_at <> $2 or coalesce(until_at, 0) <> coalesce($3, 0)
             else false end",
    )
    .bind(send.key.to_string())
    .bind(ms(send.due))
    .bind(send.until.map(ms))
    .bind(ms(now))
    .bind(HeldBy::Moved.stored())
    .execute(&mut **write)
    .await?;
    Ok(())
}

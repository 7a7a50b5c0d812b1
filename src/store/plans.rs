//! A campaign's plan: updates its sends after changes of settings or roster.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::store::campaigns::open_campaign_within;
use crate::store::reminders::{move_last_files, move_reminders};
use crate::store::scheduled_event::sync_event;
use crate::store::sends::{Origin, insert};
use crate::store::servers::save_campaign_within;
use crate::store::{Result, Store, StoreError, Write, ms};
use domain::campaign::Campaign;
use domain::ids::{GuildId, UserId};
use domain::plan::{Planned, Recipient};
use domain::roster::RosterStatus;
use domain::send::{HeldBy, SendKey, SendState, Task};

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
        let mut write = self.write().await?;
        let Some(server) = self.server_within(&mut write, guild).await? else { return Ok(()) };
        let open = open_campaign_within(&mut write, guild).await?;
        let campaign = server.campaign_at(now, open.map(|open| open.year));
        let year = campaign.year;
        let rows: Vec<RosterRow> =
            sqlx::query_as("select guild, member, timezone, breathe, place from managers where guild = $1")
                .bind(guild.to_db())
                .fetch_all(&mut *write)
                .await?;
        let planned: Vec<String> =
            sqlx::query_scalar("select key from sends where guild = $1 and year = $2 and planned = 1")
                .bind(guild.to_db())
                .bind(i64::from(year))
                .fetch_all(&mut *write)
                .await?;
        let recipients = rosters(rows)?.remove(&guild).unwrap_or_default();
        // Skips sends of a newer version, which are not part of this version's plan.
        let planned = planned.iter().filter_map(|key| key.parse().ok()).collect();
        let plan = make(PlanInputs { campaign: campaign.clone(), recipients, planned });
        save_campaign_within(&mut write, &campaign).await?;
        apply(&mut write, (guild, year), &plan.sends, &plan.answered, now).await?;
        let has_event = plan.sends.iter().any(|send| send.task == Task::Event);
        sync_event(&mut write, (guild, year), has_event, campaign.span().0, now).await?;
        move_reminders(&mut write, &campaign).await?;
        move_last_files(&mut write, &campaign).await?;
        sqlx::query("update campaigns set plan = $3 where guild = $1 and year = $2")
            .bind(guild.to_db())
            .bind(i64::from(year))
            .bind(plan.fingerprint)
            .execute(&mut *write)
            .await?;
        write.commit().await?;
        Ok(())
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

/// Updates a campaign's sends to its plan.
///
/// New sends are added. Waiting sends are moved, or removed if they are no longer in the plan, even after a refused
/// try. A skipped send is restored if its new deadline has not passed; a dropped one, if it is needed again. Sends that
/// went out, or may have, stay as they are.
///
/// `answered` are sends that a person's answer made unnecessary, with the state to settle them in unless a worker holds
/// them.
async fn apply(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    plan: &[Planned],
    answered: &[(SendKey, SendState)],
    now: DateTime<Utc>,
) -> Result<()> {
    let waiting: Vec<String> = sqlx::query_scalar(
        "select key from sends where guild = $1 and year = $2 and planned = 1 and state in ('planned', 'dropped')
             and uncertain = 0",
    )
    .bind(guild.to_db())
    .bind(i64::from(year))
    .fetch_all(&mut **write)
    .await?;
    let wanted: HashSet<String> = plan.iter().map(|send| send.key.to_string()).collect();
    for key in waiting.iter().filter(|key| !wanted.contains(*key)) {
        sqlx::query("delete from sends where key = $1 and state in ('planned', 'dropped') and uncertain = 0")
            .bind(key)
            .execute(&mut **write)
            .await?;
    }
    for send in plan {
        insert(write, guild, year, send, Origin::Plan).await?;
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
    }
    for (key, state) in answered {
        sqlx::query(
            "update sends set state = $2, settled_at = $3 where key = $1 and state = 'planned' and taken_at is null",
        )
        .bind(key.to_string())
        .bind(state.name())
        .bind(ms(now))
        .execute(&mut **write)
        .await?;
    }
    Ok(())
}

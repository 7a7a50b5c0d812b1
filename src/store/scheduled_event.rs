//! The scheduled event of a campaign that was created already: it is edited when its place has another name, and deleted
//! when the step that brings it is switched off.

use chrono::{DateTime, Utc};

use crate::store::sends::{Origin, SendRecord, insert};
use crate::store::{Result, Write};
use domain::ids::GuildId;
use domain::plan::Planned;
use domain::send::{SendKey, Task};

/// Queues an edit of the scheduled event of a campaign, if there is or may be one and no edit waits: the edit
/// reads the name when it is carried out.
pub(super) async fn plan_event_edit(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    now: DateTime<Utc>,
) -> Result<()> {
    if may_exist(write, (guild, year)).await? {
        queue(write, (guild, year), |revision| Task::EditEvent { revision }, now).await?;
    }
    Ok(())
}

/// After a campaign was planned: an event that its plan no longer has is deleted, unless its day has begun; one that it has
/// again stays.
pub(super) async fn sync_event(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    is_planned: bool,
    begins: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    if is_planned {
        sqlx::query("delete from sends where guild = $1 and year = $2 and kind = 'delete-event' and state = 'planned'")
            .bind(guild.to_db())
            .bind(i64::from(year))
            .execute(&mut **write)
            .await?;
    } else if begins > now && may_exist(write, (guild, year)).await? {
        queue(write, (guild, year), |revision| Task::DeleteEvent { revision }, now).await?;
    }
    Ok(())
}

/// After the deletion of a campaign's event was settled: if there is none any more, a plan may have one again, and the next
/// start plans anew.
pub(super) async fn event_deleted(write: &mut Write<'_>, deletion: &SendRecord) -> Result<()> {
    let event = SendKey::new(deletion.guild, deletion.year, &Task::Event);
    let gone = sqlx::query(
        "update sends set state = 'dropped', code = null where key = $1 and state in ('sent', 'unknown')
             and exists (select 1 from sends d where d.key = $2 and d.state = 'sent')",
    )
    .bind(event.to_string())
    .bind(deletion.key.to_string())
    .execute(&mut **write)
    .await?;
    if gone.rows_affected() > 0 {
        sqlx::query("update campaigns set plan = null where guild = $1 and year = $2")
            .bind(deletion.guild.to_db())
            .bind(i64::from(deletion.year))
            .execute(&mut **write)
            .await?;
    }
    Ok(())
}

/// Whether there is a scheduled event, or may be one.
async fn may_exist(write: &mut Write<'_>, (guild, year): (GuildId, i32)) -> Result<bool> {
    let found: i64 = sqlx::query_scalar(
        "select count(*) from sends where key = $1 and (state in ('claimed', 'sent', 'unknown') or uncertain = 1)",
    )
    .bind(SendKey::new(guild, year, &Task::Event).to_string())
    .fetch_one(&mut **write)
    .await?;
    Ok(found > 0)
}

/// Queues a change of the event, unless one of its kind waits.
async fn queue(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    task: impl Fn(u32) -> Task,
    now: DateTime<Utc>,
) -> Result<()> {
    let waiting: i64 = sqlx::query_scalar(
        "select count(*) from sends where guild = $1 and year = $2 and kind = $3 and state = 'planned'",
    )
    .bind(guild.to_db())
    .bind(i64::from(year))
    .bind(task(0).kind().name())
    .fetch_one(&mut **write)
    .await?;
    if waiting > 0 {
        return Ok(());
    }
    let mut revision = 0;
    while !insert(write, guild, year, &Planned::at(guild, year, task(revision), now), Origin::People).await? {
        revision += 1;
    }
    Ok(())
}

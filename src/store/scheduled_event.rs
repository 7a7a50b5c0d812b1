//! The scheduled event of a campaign that was created already: it is edited when its place has another name.

use chrono::{DateTime, Utc};

use crate::store::sends::{Origin, insert};
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
    let may_exist: i64 = sqlx::query_scalar(
        "select count(*) from sends where key = $1 and (state in ('claimed', 'sent', 'unknown') or uncertain = 1)",
    )
    .bind(SendKey::new(guild, year, &Task::Event).to_string())
    .fetch_one(&mut **write)
    .await?;
    let waiting: i64 = sqlx::query_scalar(
        "select count(*) from sends where guild = $1 and year = $2 and kind = 'edit-event' and state = 'planned'",
    )
    .bind(guild.to_db())
    .bind(i64::from(year))
    .fetch_one(&mut **write)
    .await?;
    if may_exist == 0 || waiting > 0 {
        return Ok(());
    }
    let mut revision = 0;
    while !insert(write, guild, year, &Planned::at(guild, year, Task::EditEvent { revision }, now), Origin::People)
        .await?
    {
        revision += 1;
    }
    Ok(())
}

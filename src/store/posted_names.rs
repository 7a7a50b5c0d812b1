//! What the bot posted that names someone who is erased: a note about a nomination goes away, and what names several
//! managers is drawn anew where it stands.

use chrono::{DateTime, Utc};

use crate::ports::Receipt;
use crate::store::kinds::kinds;
use crate::store::sends::{Origin, insert, unpost};
use crate::store::{Result, Write, year_of};
use domain::campaign::Step;
use domain::ids::{ChannelId, GuildId, MessageId};
use domain::nomination::NominationId;
use domain::plan::Planned;
use domain::send::{SendKind, Task};

/// Deletes a nomination, and the bot's note to the admins about it.
pub(super) async fn forget_nomination(
    write: &mut Write<'_>,
    guild: GuildId,
    nomination: NominationId,
    now: DateTime<Utc>,
) -> Result<u32> {
    let mut posts = 0;
    for kind in [SendKind::Nominated, SendKind::NominationAnswer] {
        let rows: Vec<(String, i64, Option<i64>, Option<i64>)> = sqlx::query_as(
            "select key, year, sent_channel, sent_message from sends where guild = $1 and kind = $2 and key like $3",
        )
        .bind(guild.to_db())
        .bind(kind.name())
        .bind(format!("{guild}/%/{}/{}/%", kind.name(), nomination.0))
        .fetch_all(&mut **write)
        .await?;
        for (key, year, channel, message) in rows {
            // The answer is in the nominator's own conversation with the bot.
            if let Some((channel, message)) = channel.zip(message).filter(|_| kind == SendKind::Nominated) {
                let receipt = Receipt { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
                posts += u32::from(unpost(write, (guild, year_of(year)?), receipt, now).await?);
            }
            sqlx::query("delete from sends where key = $1").bind(key).execute(&mut **write).await?;
        }
    }
    sqlx::query("delete from nominations where id = $1").bind(nomination.0).execute(&mut **write).await?;
    Ok(posts)
}

/// Has the bot's posts and notes that name managers drawn anew, where they stand or may stand.
pub(super) async fn redraw_posts(write: &mut Write<'_>, guild: GuildId, now: DateTime<Utc>) -> Result<()> {
    let kinds = kinds(|kind| matches!(kind, SendKind::Step(step) if step.names_managers()));
    let sql = format!(
        "select year, task from sends where guild = $1 and kind in {kinds}
             and (state in ('claimed', 'sent') or uncertain = 1) order by key"
    );
    let posts: Vec<(i64, String)> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(guild.to_db()).fetch_all(&mut **write).await?;
    for (year, task) in posts {
        let step = match serde_json::from_str::<Task>(&task) {
            Ok(Task::RosterCheck) => Step::RosterCheck,
            Ok(Task::Unthanked) => Step::Unthanked,
            Ok(Task::Post { step }) => step,
            // The event, which names no one, or a task of a newer version.
            _ => continue,
        };
        let year = year_of(year)?;
        let redraw = Task::Redraw { step, at: now.timestamp_millis() };
        insert(write, guild, year, &Planned::at(guild, year, redraw, now), Origin::People).await?;
    }
    Ok(())
}

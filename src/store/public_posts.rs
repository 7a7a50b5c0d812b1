//! The bot's public posts of people's words.

use chrono::{DateTime, Utc};

use crate::store::sends::{Origin, insert};
use crate::store::{Result, Store, StoreError, Write, year_of};
use domain::ids::{ChannelId, GuildId, MessageId};
use domain::plan::Planned;
use domain::send::Task;
use domain::thanks::{Consent, ThanksId, ThanksState};

impl Store {
    /// Has the words of a thank-you posted in the campaign's channel from now on.
    pub async fn post_in_campaign_channel(&self, id: ThanksId) -> Result<()> {
        let mut write = self.write().await?;
        sqlx::query("update thanks set post_in = null where id = $1").bind(id.0).execute(&mut *write).await?;
        write.commit().await
    }
}

/// Updates the bot's public post of a thank-you to its giver's consent: queues it or its deletion.
///
/// Runs in the transaction that changed the thanks or stored the post, so that no change is missed.
pub(super) async fn sync_post(write: &mut Write<'_>, id: ThanksId, now: DateTime<Utc>) -> Result<()> {
    type Row = (i64, i64, String, String, Option<i64>, Option<i64>, Option<i64>, i64, i64);
    let row: Option<Row> = sqlx::query_as(
        "select t.guild, t.year, t.consent, t.state, t.message, t.posted_channel, t.posted_message, t.post_revision,
             (select count(*) from managers m where m.guild = t.guild and m.member = t.manager and m.place = 'declined')
         from thanks t where t.id = $1",
    )
    .bind(id.0)
    .fetch_optional(&mut **write)
    .await?;
    let Some((guild, year, consent, state, own_message, posted_channel, posted_message, revision, declined)) = row
    else {
        return Ok(());
    };
    let guild = GuildId::from_db(guild);
    let year = year_of(year)?;
    let public = Consent::from_name(&consent).is_some_and(Consent::is_posted);
    // Who declined is left alone, also by words of others.
    let wanted = public && state == ThanksState::Counted.name() && own_message.is_none() && declined == 0;
    let posted = posted_channel.zip(posted_message);
    let posted = posted.map(|(channel, message)| (ChannelId::from_db(channel), MessageId::from_db(message)));
    let planned = |task: Task| Planned::at(guild, year, task, now);
    match (wanted, posted) {
        (true, Some(_)) | (false, None) => {}
        (false, Some((channel, message))) => {
            insert(write, guild, year, &planned(Task::Unpost { channel, message }), Origin::People).await?;
            sqlx::query("update thanks set posted_channel = null, posted_message = null where id = $1")
                .bind(id.0)
                .execute(&mut **write)
                .await?;
        }
        (true, None) => {
            let mut revision = u32::try_from(revision).map_err(|_| StoreError::Unreadable("thanks.post_revision"))?;
            // An earlier post that ended (deleted, or dropped before it was sent) must not prevent a new one.
            loop {
                let send = planned(Task::PostThanks { thanks: id, revision });
                if insert(write, guild, year, &send, Origin::People).await? {
                    break;
                }
                let state: String = sqlx::query_scalar("select state from sends where key = $1")
                    .bind(send.key.to_string())
                    .fetch_one(&mut **write)
                    .await?;
                if matches!(state.as_str(), "planned" | "claimed" | "unknown") {
                    break;
                }
                revision += 1;
            }
            sqlx::query("update thanks set post_revision = $2 where id = $1")
                .bind(id.0)
                .bind(i64::from(revision))
                .execute(&mut **write)
                .await?;
        }
    }
    Ok(())
}

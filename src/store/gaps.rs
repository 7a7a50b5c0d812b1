//! Until when all messages were received, and the gaps to catch up on. Instants and ids only.

use chrono::{DateTime, Utc};

use crate::store::connection::row;
use crate::store::sends::{Origin, insert, json_of};
use crate::store::{Result, Store, StoreError, Write, at, ms, remember, year_of};
use domain::away::{Contents, Gap, Progress};
use domain::ids::{ChannelId, GuildId, MessageId};
use domain::plan::Planned;
use domain::send::{Report, Task};
use domain::thanks::rules::Judgement;

/// The name of the note that says until when all messages were received, in UTC milliseconds.
const RECEIVED: &str = "heard-until";
/// The name of the note that says since when messages arrive without their text, because Discord withholds it, in UTC
/// milliseconds.
const WITHHELD: &str = "withheld-since";

row! {
    struct GapRow {
        from_at: Option<i64>,
        until_at: Option<i64>,
        progress: Option<String>,
    }
}

/// Which of the messages that are known to look at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sources {
    /// All of them.
    All,
    /// Those under which a question may stand.
    Asked,
}

impl Store {
    /// Stores that every message up to `until` was received and handled, in each campaign that collects and has no gap.
    /// Never moves back.
    pub async fn mark_received_until(&self, until: DateTime<Utc>) -> Result<()> {
        // Present instants have thirteen digits, so as text they compare like numbers.
        sqlx::query(
            "insert into remembered (name, value) values ($1, $2)
             on conflict (name) do update set value = excluded.value where remembered.value < excluded.value",
        )
        .bind(RECEIVED)
        .bind(ms(until).to_string())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Opens a gap since that instant in each campaign that collects or is not closed yet, because a new session does
    /// not get earlier messages. From `now` on, the note is about this session. If this session receives the text of
    /// messages, the gap begins where the text was first withheld from earlier ones.
    pub async fn open_gaps(&self, now: DateTime<Utc>, contents: Contents) -> Result<()> {
        let mut write = self.write().await?;
        let marks: Vec<(String, String)> = sqlx::query_as("select name, value from remembered where name in ($1, $2)")
            .bind(RECEIVED)
            .bind(WITHHELD)
            .fetch_all(&mut *write)
            .await?;
        let marked = |wanted: &str| marks.iter().find(|(name, _)| name == wanted).and_then(|(_, at)| at.parse().ok());
        // Without a note nothing was ever received: then a gap begins where the window opens.
        let received: i64 = marked(RECEIVED).unwrap_or(0);
        let mark = match contents {
            Contents::Received => match marked(WITHHELD) {
                None => received,
                Some(since) => {
                    sqlx::query("delete from remembered where name = $1").bind(WITHHELD).execute(&mut *write).await?;
                    // What was read without its text is read again. A page that is being read now recognises the gap by
                    // its beginning, so its result is then discarded.
                    sqlx::query("update hearing set progress = null, from_at = from_at - 1")
                        .execute(&mut *write)
                        .await?;
                    received.min(since)
                }
            },
            Contents::Withheld => {
                withhold(&mut write, received).await?;
                received
            }
        };
        sqlx::query(
            "insert into hearing (guild, year, deaf_since)
                 select c.guild, c.year, case when c.opens_at > $1 then c.opens_at else $1 end
                 from campaigns c join servers s on s.guild = c.guild
                 where c.closed_at is null and s.left_at is null and c.opens_at <= $2 and c.closes_at > $1
             on conflict (guild, year) do update set deaf_since =
                 case when hearing.deaf_since < excluded.deaf_since then hearing.deaf_since else excluded.deaf_since end",
        )
        .bind(mark)
        .bind(ms(now))
        .execute(&mut *write)
        .await?;
        remember(&mut *write, RECEIVED, &ms(now).to_string()).await?;
        write.commit().await
    }

    /// Notes that messages come without their text since all were received: Discord refused it to this session.
    pub async fn set_content_withheld(&self) -> Result<()> {
        let mut write = self.write().await?;
        let received: Option<String> = sqlx::query_scalar("select value from remembered where name = $1")
            .bind(RECEIVED)
            .fetch_optional(&mut *write)
            .await?;
        withhold(&mut write, received.and_then(|text| text.parse().ok()).unwrap_or(0)).await?;
        write.commit().await
    }

    /// Opens a gap in one server since an instant, or since its window opened, whichever is later: it has an outage.
    pub async fn open_gap(&self, guild: GuildId, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
        sqlx::query(
            "insert into hearing (guild, year, deaf_since)
                 select guild, year, case when opens_at > $2 then opens_at else $2 end from campaigns
                 where guild = $1 and closed_at is null and opens_at <= $3 and closes_at > $2
             on conflict (guild, year) do update set deaf_since =
                 case when hearing.deaf_since < excluded.deaf_since then hearing.deaf_since else excluded.deaf_since end",
        )
        .bind(guild.to_db())
        .bind(ms(since))
        .bind(ms(now))
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The campaigns whose windows are open and of which nothing was ever received: what was said since the opening has
    /// to be looked for.
    pub async fn campaigns_without_reception(&self, now: DateTime<Utc>) -> Result<Vec<(GuildId, i32, DateTime<Utc>)>> {
        let rows: Vec<(i64, i64, i64)> = sqlx::query_as(
            "select c.guild, c.year, c.opens_at from campaigns c join servers s on s.guild = c.guild
             where c.closed_at is null and s.left_at is null and c.opens_at <= $1 and c.closes_at > $1
                 and not exists (select 1 from hearing h where h.guild = c.guild and h.year = c.year)
             order by c.guild, c.year",
        )
        .bind(ms(now))
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(|(guild, of, opens)| Ok((GuildId::from_db(guild), year_of(of)?, at(opens)?))).collect()
    }

    /// Notes that these campaigns are received from now on, each with when its window opened and the send that looks for
    /// what was said from then `until` now: all of them or none.
    pub async fn begin_receiving(
        &self,
        campaigns: &[(GuildId, i32, DateTime<Utc>, Planned)],
        until: DateTime<Utc>,
    ) -> Result<()> {
        let mut write = self.write().await?;
        for (guild, year, opened, look) in campaigns {
            let begun = sqlx::query(
                "insert into hearing (guild, year, from_at, until_at) values ($1, $2, $3, $4)
                 on conflict (guild, year) do nothing",
            )
            .bind(guild.to_db())
            .bind(i64::from(*year))
            .bind(ms(*opened))
            .bind(ms(until))
            .execute(&mut *write)
            .await?;
            // Another process may have been first.
            if begun.rows_affected() == 1 {
                insert(&mut write, *guild, *year, look, Origin::People).await?;
            }
        }
        write.commit().await
    }

    /// The campaigns that collect now and whose admins have not had this report yet.
    pub async fn without_report(&self, about: &Report, now: DateTime<Utc>) -> Result<Vec<(GuildId, i32)>> {
        let report = Task::Report { about: about.clone() };
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "select c.guild, c.year from campaigns c join servers s on s.guild = c.guild
             where c.closed_at is null and s.left_at is null and c.opens_at <= $1 and c.closes_at > $1
                 and not exists (select 1 from sends r where r.guild = c.guild and r.year = c.year
                     and r.kind = $2 and r.task = $3)
             order by c.guild, c.year",
        )
        .bind(ms(now))
        .bind(report.kind().name())
        .bind(json_of(&report)?)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(|(guild, of)| Ok((GuildId::from_db(guild), year_of(of)?))).collect()
    }

    /// The year of a server's campaign whose gap is still open.
    pub async fn open_gap_year(&self, guild: GuildId) -> Result<Option<i32>> {
        let year: Option<i64> = sqlx::query_scalar(
            "select h.year from hearing h join campaigns c on c.guild = h.guild and c.year = h.year
             where h.guild = $1 and h.deaf_since is not null and c.closed_at is null order by h.year limit 1",
        )
        .bind(guild.to_db())
        .fetch_optional(&self.pool)
        .await?;
        year.map(year_of).transpose()
    }

    /// Ends the gap of a campaign at `until`; an earlier gap that was not caught up on becomes part of it. `look` is
    /// the send that reads it.
    pub async fn end_gap(&self, guild: GuildId, year: i32, until: DateTime<Utc>, look: &Planned) -> Result<()> {
        let mut write = self.write().await?;
        sqlx::query(
            "update hearing set until_at = $3, deaf_since = null,
                 from_at = case when from_at < deaf_since then from_at else deaf_since end
             where guild = $1 and year = $2 and deaf_since is not null",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(ms(until))
        .execute(&mut *write)
        .await?;
        insert(&mut write, guild, year, look, Origin::People).await?;
        write.commit().await
    }

    /// The gap of a campaign to catch up on, and the progress.
    pub async fn gap(&self, guild: GuildId, year: i32) -> Result<Option<(Gap, Option<Progress>)>> {
        let row: Option<GapRow> =
            sqlx::query_as("select from_at, until_at, progress from hearing where guild = $1 and year = $2")
                .bind(guild.to_db())
                .bind(i64::from(year))
                .fetch_optional(&self.pool)
                .await?;
        let Some(GapRow { from_at: Some(from), until_at: Some(until), progress }) = row else { return Ok(None) };
        // If an earlier version's progress cannot be read, reading begins again.
        let progress = progress.and_then(|text| serde_json::from_str(&text).ok());
        Ok(Some((Gap { from: at(from)?, until: at(until)? }, progress)))
    }

    /// Whether a campaign has a gap that has not been looked through yet.
    pub async fn has_gap(&self, guild: GuildId, year: i32) -> Result<bool> {
        let found: i64 = sqlx::query_scalar(
            "select count(*) from hearing
             where guild = $1 and year = $2 and (deaf_since is not null or until_at is not null)",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .fetch_one(&self.pool)
        .await?;
        Ok(found > 0)
    }

    /// Stores the progress of a gap, unless the gap begins at another instant now: then reading begins again.
    pub async fn keep_progress(&self, guild: GuildId, year: i32, gap: Gap, progress: &Progress) -> Result<()> {
        let json = serde_json::to_string(progress).map_err(|_| StoreError::Unreadable("hearing.progress"))?;
        sqlx::query("update hearing set progress = $3 where guild = $1 and year = $2 and from_at = $4")
            .bind(guild.to_db())
            .bind(i64::from(year))
            .bind(json)
            .bind(ms(gap.from))
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Marks a gap as caught up. What it grew by meanwhile stays a gap. If it begins at another instant now, nothing
    /// changes; returns whether it was marked. If text was withheld, the gap opens again once Discord sends the text.
    pub async fn mark_gap_filled(&self, guild: GuildId, year: i32, gap: Gap, contents: Contents) -> Result<bool> {
        let mut write = self.write().await?;
        let filled = sqlx::query(
            "update hearing set progress = null, from_at = case when until_at > $3 then $3 end,
                 until_at = case when until_at > $3 then until_at end
             where guild = $1 and year = $2 and from_at = $4",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(ms(gap.until))
        .bind(ms(gap.from))
        .execute(&mut *write)
        .await?;
        let filled = filled.rows_affected() == 1;
        if filled && contents == Contents::Withheld {
            withhold(&mut write, ms(gap.from)).await?;
        }
        write.commit().await?;
        Ok(filled)
    }

    /// The next message of a campaign after `after`, by its id: those that thanks came from, and those under which a
    /// question may stand; or the latter only.
    pub async fn next_source(
        &self,
        guild: GuildId,
        year: i32,
        after: MessageId,
        sources: Sources,
    ) -> Result<Option<(ChannelId, MessageId)>> {
        let thanks = match sources {
            Sources::All => "",
            Sources::Asked => "and consent = 'not-asked' and state = 'counted'",
        };
        let sql = format!(
            "select channel, message from (
                 select channel, message from thanks where guild = $1 and year = $2 and channel is not null {thanks}
                 union select channel, message from judgements where guild = $1 and verdict = $4
                 union select channel, message from saves where guild = $1 and year = $2 and answer is null) found
             where message > $3 order by message limit 1"
        );
        let asked =
            serde_json::to_string(&Judgement::Asked).map_err(|_| StoreError::Unreadable("judgements.verdict"))?;
        let row: Option<(i64, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(guild.to_db())
            .bind(i64::from(year))
            .bind(after.to_db())
            .bind(asked)
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.map(|(channel, message)| (ChannelId::from_db(channel), MessageId::from_db(message))))
    }
}

/// Stores since when text is withheld, in UTC milliseconds, unless an earlier instant is stored.
async fn withhold(write: &mut Write<'_>, since: i64) -> Result<()> {
    sqlx::query(
        "insert into remembered (name, value) values ($1, $2)
         on conflict (name) do update set value = excluded.value where excluded.value < remembered.value",
    )
    .bind(WITHHELD)
    .bind(since.to_string())
    .execute(&mut **write)
    .await?;
    Ok(())
}

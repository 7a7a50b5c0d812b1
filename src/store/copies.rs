//! Copies for a boss: ordered once, and kept as they left.
//!
//! The boss is stored as a keyed number. Each quote is a row of its own with the id of its thank-you: an erasure
//! deletes that row, and the rest of the page stays.

use chrono::{DateTime, Utc};

use crate::store::connection::row;
use crate::store::digests::DigestOwner;
use crate::store::places::{CopyLimits, Recipient, hold_until};
use crate::store::sends::{Origin, insert};
use crate::store::{Result, Store, StoreError, Write, at, count_of, ms};
use domain::digest::{Digest, DigestWithSources, Quote};
use domain::ids::{GuildId, UserId};
use domain::plan::Planned;
use domain::thanks::ThanksId;

/// One copy: to whom, and what it said if it has left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyRecord {
    /// Which of the manager's copies of that campaign.
    pub revision: u32,
    /// To whom, as [`Store::boss_number`] makes it.
    pub sent_to: i64,
    /// [`Store::copy_hash`] of its content, and when it was sent; `None` if it was not.
    pub left: Option<(String, DateTime<Utc>)>,
}

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordered {
    /// It goes now.
    Now,
    /// It waits for a place until then.
    Waits(DateTime<Utc>),
    /// There was one before it.
    Before,
}

row! {
    struct CopyRow {
        revision: i64,
        sent_to: i64,
        print: Option<String>,
        left_at: Option<i64>,
    }
}

impl Store {
    /// The keyed number of the boss who got a copy. It does not reveal who that was.
    #[must_use]
    pub fn boss_number(&self, guild: GuildId, manager: UserId, boss: &str) -> i64 {
        self.codec.keyed_number(&format!("boss:{guild}:{manager}:{boss}"))
    }

    /// The keyed hash of what a copy says, given its plain one.
    #[must_use]
    pub fn copy_hash(&self, (guild, year, manager): (GuildId, i32, UserId), said: &[u8; 32]) -> String {
        self.codec.keyed_text(&format!("copy:{guild}:{year}:{manager}:{}", hex::encode(said)))
    }

    /// Orders a copy: adds the send and the order's row and raises the count, in one transaction. `revision` is how
    /// many copies there were when the manager decided; if there are more now, this is a second click, and nothing is
    /// done. Above a limit it waits.
    pub async fn order_copy(
        &self,
        whose: (GuildId, i32, UserId),
        (revision, sent_to): (u32, i64),
        (send, to, limits): (&Planned, Recipient<'_>, CopyLimits),
        now: DateTime<Utc>,
    ) -> Result<Ordered> {
        let mut write = self.write().await?;
        let mut record = self.digest_for_change(&mut write, whose).await?;
        if record.copies != revision {
            return Ok(Ordered::Before);
        }
        record.copies += 1;
        record.copied_at = Some(now);
        record.kept_at = None;
        self.write_digest(&mut write, whose, &record).await?;
        insert(&mut write, whose.0, whose.1, send, Origin::People).await?;
        keep_row(&mut write, whose, (revision, sent_to)).await?;
        let until = self.free_from(&mut write, (whose.0, &send.key), to, limits, now).await?;
        if let Some(until) = until {
            hold_until(&mut write, &send.key, until).await?;
        }
        write.commit().await?;
        Ok(until.map_or(Ordered::Now, Ordered::Waits))
    }

    /// Stores a copy as it is sent now; replaces what was stored by an earlier try.
    ///
    /// # Errors
    /// The database failed; the copy must not leave.
    pub async fn keep_copy(
        &self,
        whose: (GuildId, i32, UserId),
        (revision, sent_to): (u32, i64),
        (copy, print): (&DigestWithSources, &str),
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut write = self.write().await?;
        keep_row(&mut write, whose, (revision, sent_to)).await?;
        let page = Digest { testimonials: Vec::new(), quotes: Vec::new(), ..copy.digest.clone() };
        let page = self.seal(&mut write, &json(&page)?, &page_place(whose, revision)).await?;
        sqlx::query(
            "update copies set sent_to = $5, print = $6, page_enc = $7, left_at = $8
             where guild = $1 and year = $2 and manager = $3 and revision = $4",
        )
        .bind(whose.0.to_db())
        .bind(i64::from(whose.1))
        .bind(whose.2.to_db())
        .bind(i64::from(revision))
        .bind(sent_to)
        .bind(print)
        .bind(page)
        .bind(ms(now))
        .execute(&mut *write)
        .await?;
        sqlx::query("delete from copied_quotes where guild = $1 and year = $2 and manager = $3 and revision = $4")
            .bind(whose.0.to_db())
            .bind(i64::from(whose.1))
            .bind(whose.2.to_db())
            .bind(i64::from(revision))
            .execute(&mut *write)
            .await?;
        for (place, (quote, thanks)) in (0i64..).zip(copy.digest.quotes.iter().zip(&copy.quotes)) {
            let testimonial = copy.testimonials.iter().position(|one| one == thanks).map_or(0, |at| at + 1);
            let quote = self.seal(&mut write, &json(quote)?, &quote_place(whose, revision, place)).await?;
            sqlx::query(
                "insert into copied_quotes (guild, year, manager, revision, place, thanks, testimonial, quote_enc)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(whose.0.to_db())
            .bind(i64::from(whose.1))
            .bind(whose.2.to_db())
            .bind(i64::from(revision))
            .bind(place)
            .bind(thanks.0)
            .bind(i64::try_from(testimonial).unwrap_or(0))
            .bind(quote)
            .execute(&mut *write)
            .await?;
        }
        write.commit().await
    }

    /// The copies of one digest, the first first.
    pub async fn copies(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Vec<CopyRecord>> {
        let rows: Vec<CopyRow> = sqlx::query_as(
            "select revision, sent_to, print, left_at from copies where guild = $1 and year = $2 and manager = $3
             order by revision",
        )
        .bind(guild.to_db())
        .bind(i64::from(year))
        .bind(manager.to_db())
        .fetch_all(&self.pool)
        .await?;
        let read = |row: CopyRow| {
            Ok(CopyRecord {
                revision: u32::try_from(row.revision).map_err(|_| StoreError::Unreadable("copies.revision"))?,
                sent_to: row.sent_to,
                left: row.print.zip(row.left_at.map(at).transpose()?),
            })
        };
        rows.into_iter().map(read).collect()
    }

    /// A copy as it was sent; `None` if it was not sent, or its words were removed.
    pub async fn copy_as_it_left(&self, whose: (GuildId, i32, UserId), revision: u32) -> Result<Option<Digest>> {
        let page: Option<Option<String>> = sqlx::query_scalar(
            "select page_enc from copies where guild = $1 and year = $2 and manager = $3 and revision = $4",
        )
        .bind(whose.0.to_db())
        .bind(i64::from(whose.1))
        .bind(whose.2.to_db())
        .bind(i64::from(revision))
        .fetch_optional(&self.pool)
        .await?;
        let Some(page) = page.flatten() else { return Ok(None) };
        let Some(opened) = self.opened(&page, &page_place(whose, revision)) else { return Ok(None) };
        let mut digest: Digest = serde_json::from_str(&opened).map_err(|_| StoreError::Unreadable("copies.page"))?;
        let rows: Vec<(i64, i64, String)> = sqlx::query_as(
            "select place, testimonial, quote_enc from copied_quotes
             where guild = $1 and year = $2 and manager = $3 and revision = $4 order by place",
        )
        .bind(whose.0.to_db())
        .bind(i64::from(whose.1))
        .bind(whose.2.to_db())
        .bind(i64::from(revision))
        .fetch_all(&self.pool)
        .await?;
        let mut testimonials: Vec<(i64, Quote)> = Vec::new();
        for (place, testimonial, sealed) in rows {
            let Some(opened) = self.opened(&sealed, &quote_place(whose, revision, place)) else { continue };
            let quote: Quote =
                serde_json::from_str(&opened).map_err(|_| StoreError::Unreadable("copied_quotes.quote"))?;
            if testimonial > 0 {
                testimonials.push((testimonial, quote.clone()));
            }
            digest.quotes.push(quote);
        }
        testimonials.sort_by_key(|(place, _)| *place);
        digest.testimonials = testimonials.into_iter().map(|(_, quote)| quote).collect();
        Ok(Some(digest))
    }

    /// How many stored copies' quotes are one giver's.
    pub(super) async fn copies_with(&self, guild: i64, giver: i64) -> Result<u32> {
        let found: i64 = sqlx::query_scalar(
            "select count(*) from copied_quotes q join thanks t on t.id = q.thanks
             where t.guild = $1 and t.giver = $2",
        )
        .bind(guild)
        .bind(giver)
        .fetch_one(&self.pool)
        .await?;
        Ok(count_of(found))
    }

    /// Takes one thank-you out of every copy that was kept, and the hashes of these copies with it.
    pub(super) async fn forget_copied(&self, write: &mut Write<'_>, thanks: ThanksId) -> Result<()> {
        sqlx::query(
            "update copies set print = $2 where print is not null and exists (
                 select 1 from copied_quotes q where q.thanks = $1 and q.guild = copies.guild and q.year = copies.year
                     and q.manager = copies.manager and q.revision = copies.revision)",
        )
        .bind(thanks.0)
        .bind(self.codec.random_text())
        .execute(&mut **write)
        .await?;
        sqlx::query("delete from copied_quotes where thanks = $1").bind(thanks.0).execute(&mut **write).await?;
        Ok(())
    }

    /// Replaces the keyed number of an erased boss by a random one in the copies of every server. The number differs
    /// between managers, so every stored copy is checked.
    pub(super) async fn forget_copied_boss(&self, write: &mut Write<'_>, boss: UserId) -> Result<()> {
        let copies: Vec<(i64, i64, i64)> =
            sqlx::query_as("select distinct guild, manager, sent_to from copies").fetch_all(&mut **write).await?;
        let boss_text = boss.to_string();
        for (guild, manager, sent_to) in copies {
            if sent_to != self.boss_number(GuildId::from_db(guild), UserId::from_db(manager), &boss_text) {
                continue;
            }
            sqlx::query("update copies set sent_to = $4 where guild = $1 and manager = $2 and sent_to = $3")
                .bind(guild)
                .bind(manager)
                .bind(sent_to)
                .bind(self.codec.random_number())
                .execute(&mut **write)
                .await?;
        }
        Ok(())
    }
}

/// Removes what was kept of a manager's copies.
pub(super) async fn forget_copies(write: &mut Write<'_>, guild: GuildId, manager: UserId) -> Result<()> {
    for sql in [
        "delete from copied_quotes where guild = $1 and manager = $2",
        "delete from copies where guild = $1 and manager = $2",
    ] {
        sqlx::query(sql).bind(guild.to_db()).bind(manager.to_db()).execute(&mut **write).await?;
    }
    Ok(())
}

async fn keep_row(write: &mut Write<'_>, whose: DigestOwner, (revision, sent_to): (u32, i64)) -> Result<()> {
    sqlx::query(
        "insert into copies (guild, year, manager, revision, sent_to) values ($1, $2, $3, $4, $5)
         on conflict (guild, year, manager, revision) do nothing",
    )
    .bind(whose.0.to_db())
    .bind(i64::from(whose.1))
    .bind(whose.2.to_db())
    .bind(i64::from(revision))
    .bind(sent_to)
    .execute(&mut **write)
    .await?;
    Ok(())
}

fn json(of: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(of).map_err(|_| StoreError::Unreadable("copies"))
}

pub(super) fn page_place((guild, year, manager): DigestOwner, revision: u32) -> String {
    format!("copies.page:{guild}:{year}:{manager}:{revision}")
}

pub(super) fn quote_place((guild, year, manager): DigestOwner, revision: u32, place: i64) -> String {
    format!("copied_quotes.quote:{guild}:{year}:{manager}:{revision}:{place}")
}

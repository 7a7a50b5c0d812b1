//! Nominations, and what was decided about them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::store::connection::row;
use crate::store::sends::{Origin, insert};
use crate::store::{Result, Store, StoreError, Write, at, ms};
use domain::ids::{GuildId, UserId};
use domain::nomination::{self, Nomination, NominationId, NominationState, NotNominated};
use domain::plan::Planned;

/// The personal words of a nomination.
#[derive(Serialize, Deserialize)]
struct Said {
    name: String,
    reason: String,
    answer: Option<String>,
}

row! {
    struct Row {
        id: i64,
        guild: i64,
        nominator: i64,
        member: i64,
        said_enc: String,
        state: String,
        nominated_at: i64,
    }
}

const COLUMNS: &str = "select id, guild, nominator, member, said_enc, state, nominated_at from nominations";

pub(super) fn place_of(id: i64) -> String {
    format!("nominations.said:{id}")
}

fn state_of(name: &str) -> Result<NominationState> {
    NominationState::from_name(name).ok_or(StoreError::Unreadable("nominations.state"))
}

impl Store {
    /// One nomination; `None` if its words do not open.
    fn read_nomination(&self, row: Row) -> Result<Option<Nomination>> {
        let Some(opened) = self.opened(&row.said_enc, &place_of(row.id)) else { return Ok(None) };
        let said: Said = serde_json::from_str(&opened).map_err(|_| StoreError::Unreadable("nominations.said"))?;
        Ok(Some(Nomination {
            id: NominationId(row.id),
            guild: GuildId::from_db(row.guild),
            nominator: UserId::from_db(row.nominator),
            member: UserId::from_db(row.member),
            name: said.name,
            reason: said.reason,
            state: state_of(&row.state)?,
            answer: said.answer,
            nominated_at: at(row.nominated_at)?,
        }))
    }

    async fn seal_nomination(&self, write: &mut Write<'_>, nomination: &Nomination) -> Result<String> {
        let said = Said {
            name: nomination.name.clone(),
            reason: nomination.reason.clone(),
            answer: nomination.answer.clone(),
        };
        let json = serde_json::to_string(&said).map_err(|_| StoreError::Unreadable("nominations.said"))?;
        self.seal(write, &json, &place_of(nomination.id.0)).await
    }

    /// Stores a nomination together with the note to the admins, which `tell` makes from its id; refuses it if its
    /// nominator's earlier nominations forbid it. The id in `nomination` is not used.
    pub async fn keep_nomination(
        &self,
        new: Nomination,
        year: i32,
        tell: impl FnOnce(NominationId) -> Planned + Send,
    ) -> Result<std::result::Result<NominationId, NotNominated>> {
        let mut write = self.write().await?;
        let earlier: Vec<(i64, String)> =
            sqlx::query_as("select member, state from nominations where guild = $1 and nominator = $2")
                .bind(new.guild.to_db())
                .bind(new.nominator.to_db())
                .fetch_all(&mut *write)
                .await?;
        let earlier = earlier
            .into_iter()
            .map(|(member, state)| Ok((UserId::from_db(member), state_of(&state)?)))
            .collect::<Result<Vec<_>>>()?;
        if let Err(refusal) = nomination::judge(false, None, new.member, &earlier) {
            return Ok(Err(refusal));
        }
        let id: i64 =
            sqlx::query_scalar("update counters set value = value + 1 where name = 'nominations' returning value")
                .fetch_one(&mut *write)
                .await?;
        let new = Nomination { id: NominationId(id), ..new };
        let sealed = self.seal_nomination(&mut write, &new).await?;
        sqlx::query(
            "insert into nominations (id, guild, nominator, member, said_enc, state, nominated_at)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(id)
        .bind(new.guild.to_db())
        .bind(new.nominator.to_db())
        .bind(new.member.to_db())
        .bind(sealed)
        .bind(new.state.name())
        .bind(ms(new.nominated_at))
        .execute(&mut *write)
        .await?;
        insert(&mut write, new.guild, year, &tell(new.id), Origin::People).await?;
        write.commit().await?;
        Ok(Ok(new.id))
    }

    /// One nomination.
    pub async fn nomination(&self, id: NominationId) -> Result<Option<Nomination>> {
        let sql = format!("{COLUMNS} where id = $1");
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id.0).fetch_optional(&self.pool).await?;
        row.and_then(|row| self.read_nomination(row).transpose()).transpose()
    }

    /// The nominations of a server that wait for an answer, oldest first.
    pub async fn open_nominations(&self, guild: GuildId) -> Result<Vec<Nomination>> {
        let sql = format!("{COLUMNS} where guild = $1 and state = 'open' order by id");
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(guild.to_db()).fetch_all(&self.pool).await?;
        rows.into_iter().filter_map(|row| self.read_nomination(row).transpose()).collect()
    }

    /// Every nomination of a server, oldest first.
    pub async fn nominations_in(&self, guild: GuildId) -> Result<Vec<Nomination>> {
        let sql = format!("{COLUMNS} where guild = $1 order by id");
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(guild.to_db()).fetch_all(&self.pool).await?;
        rows.into_iter().filter_map(|row| self.read_nomination(row).transpose()).collect()
    }

    /// Everything that a member nominated in a server, newest first.
    pub async fn nominations_by(&self, guild: GuildId, nominator: UserId) -> Result<Vec<Nomination>> {
        let sql = format!("{COLUMNS} where guild = $1 and nominator = $2 order by id desc");
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(guild.to_db())
            .bind(nominator.to_db())
            .fetch_all(&self.pool)
            .await?;
        rows.into_iter().filter_map(|row| self.read_nomination(row).transpose()).collect()
    }

    /// Every nomination of a person in a server, newest first.
    pub async fn nominations_of(&self, guild: GuildId, member: UserId) -> Result<Vec<Nomination>> {
        let sql = format!("{COLUMNS} where guild = $1 and member = $2 order by id desc");
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(guild.to_db())
            .bind(member.to_db())
            .fetch_all(&self.pool)
            .await?;
        rows.into_iter().filter_map(|row| self.read_nomination(row).transpose()).collect()
    }

    /// Decides every open nomination of one member, by all nominators, and adds the notes to the nominators, which
    /// `tell` makes from each id. Returns how many were open.
    pub async fn decide_nominations(
        &self,
        (guild, member): (GuildId, UserId),
        (state, answer): (NominationState, Option<&str>),
        (by, now): (UserId, DateTime<Utc>),
        year: i32,
        tell: impl Fn(NominationId) -> Planned + Send,
    ) -> Result<usize> {
        let mut write = self.write().await?;
        let sql = format!("{COLUMNS} where guild = $1 and member = $2 and state = 'open'");
        let open: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(guild.to_db())
            .bind(member.to_db())
            .fetch_all(&mut *write)
            .await?;
        let mut count = 0;
        for row in open {
            let Some(nomination) = self.read_nomination(row)? else { continue };
            count += 1;
            let decided = Nomination { state, answer: answer.map(str::to_owned), ..nomination };
            self.write_decision(&mut write, &decided, by, now).await?;
            insert(&mut write, guild, year, &tell(decided.id), Origin::People).await?;
        }
        write.commit().await?;
        Ok(count)
    }

    async fn write_decision(
        &self,
        write: &mut Write<'_>,
        decided: &Nomination,
        by: UserId,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let sealed = self.seal_nomination(write, decided).await?;
        sqlx::query("update nominations set state = $2, said_enc = $3, decided_at = $4, decided_by = $5 where id = $1")
            .bind(decided.id.0)
            .bind(decided.state.name())
            .bind(sealed)
            .bind(ms(now))
            .bind(by.to_db())
            .execute(&mut **write)
            .await?;
        Ok(())
    }
}

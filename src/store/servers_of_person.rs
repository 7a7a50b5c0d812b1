//! In which servers something is stored about one person, found by indexes and not server by server: there are
//! thousands of servers, and a person is in a few.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sqlx::AssertSqlSafe;

use crate::store::connection::Connection;
use crate::store::people::servers_sql;
use crate::store::{Result, Store, Write};
use domain::ids::{ChannelId, GuildId, UserId};
use domain::send::Task;
use domain::thanks::rules::Judgement;

/// How many numbers are looked for in one statement: each costs a look into an index.
const AT_ONCE: usize = 500;

/// How many sends are read in one statement.
const PAGE: i64 = 5000;

impl Store {
    /// The servers in which something is stored about a person under their id, or under a giver's keyed number. Notes,
    /// copies that they got, and "no more of these" are found by other queries; sends, and what others wrote about
    /// them, are searched in all servers at once.
    pub(super) async fn servers_with(&self, connection: &mut Connection, person: UserId) -> Result<BTreeSet<GuildId>> {
        let known: Vec<i64> = sqlx::query_scalar("select guild from servers").fetch_all(&mut *connection).await?;
        let mut found: HashSet<i64> = sqlx::query_scalar(AssertSqlSafe(servers_sql()))
            .bind(person.to_db())
            .fetch_all(&mut *connection)
            .await?
            .into_iter()
            .collect();
        // Always as many, so that it is one statement: who fills a place that is left over is found once more.
        let sql = by_number();
        for some in known.chunks(AT_ONCE) {
            let mut query = sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql.clone()));
            for guild in some.iter().chain(std::iter::repeat(&some[0])).take(AT_ONCE) {
                query = query.bind(self.giver_hash(*guild, person.to_db()));
            }
            found.extend(query.fetch_all(&mut *connection).await?);
        }
        Ok(known.into_iter().filter(|guild| found.contains(guild)).map(GuildId::from_db).collect())
    }

    /// How many messages of others that name a person were judged, by server.
    pub(super) async fn judged_naming(&self, person: UserId) -> Result<BTreeMap<GuildId, u32>> {
        let rows: Vec<(i64, i64, String)> =
            sqlx::query_as("select guild, giver, verdict from judgements where verdict like $1")
                .bind(format!("%{person}%"))
                .fetch_all(&self.pool)
                .await?;
        let mut found = BTreeMap::new();
        for (guild, giver, verdict) in rows {
            let names = serde_json::from_str::<Judgement>(&verdict).is_ok_and(|judged| judged.names(person));
            if names && giver != person.to_db() {
                *found.entry(GuildId::from_db(guild)).or_default() += 1;
            }
        }
        Ok(found)
    }

    /// The servers in which there is a note about a person: its name ends in their id.
    pub(super) async fn servers_with_notes(&self, person: UserId) -> Result<BTreeSet<GuildId>> {
        let mut found = BTreeSet::new();
        for (begins, rest) in [("spoken:", ""), ("found-consent:", "%/")] {
            let names: Vec<String> = sqlx::query_scalar("select name from remembered where name like $1")
                .bind(format!("{begins}%/{rest}{person}"))
                .fetch_all(&self.pool)
                .await?;
            let guild = |name: &String| name.strip_prefix(begins)?.split('/').next()?.parse().ok().map(GuildId);
            found.extend(names.iter().filter_map(guild));
        }
        Ok(found)
    }

    /// The managers about whose digests a boss wants no more, by server. A keyed number stands for both, so it is
    /// computed for each manager of a server in which a boss said so.
    pub(super) async fn no_more_of(&self, boss: UserId) -> Result<BTreeMap<GuildId, Vec<UserId>>> {
        let said: Vec<(i64, i64)> =
            sqlx::query_as("select guild, boss from no_more_copies").fetch_all(&self.pool).await?;
        let said: HashSet<(i64, i64)> = said.into_iter().collect();
        let managers: Vec<(i64, i64)> = sqlx::query_as(
            "select guild, member from managers where guild in (select guild from no_more_copies)
             order by guild, member",
        )
        .fetch_all(&self.pool)
        .await?;
        let mut found: BTreeMap<GuildId, Vec<UserId>> = BTreeMap::new();
        for (guild, manager) in managers {
            if said.contains(&(guild, self.no_more_hash(guild, manager, boss.to_db()))) {
                found.entry(GuildId::from_db(guild)).or_default().push(UserId::from_db(manager));
            }
        }
        Ok(found)
    }

    /// Fills in whom each send is about and which channel it names, where an earlier version or a backup did not.
    pub(super) async fn fill_in_from_tasks(&self) -> Result<()> {
        let unread = "select count(*) from sends where about = 0 or channel = 0";
        if sqlx::query_scalar::<_, i64>(unread).fetch_one(&self.pool).await? == 0 {
            return Ok(());
        }
        let mut write = self.write().await?;
        let mut last = String::new();
        loop {
            let page: Vec<(String, String)> =
                sqlx::query_as(PAGE_OF_UNREAD).bind(&last).bind(PAGE).fetch_all(&mut *write).await?;
            let Some((key, _)) = page.last() else { break };
            last.clone_from(key);
            for (key, task) in page {
                // A task of a newer version cannot be read here and stays as it is; an erasure searches its text.
                let Ok(task) = serde_json::from_str::<Task>(&task) else { continue };
                fill_in(&mut write, &key, &task).await?;
            }
        }
        write.commit().await
    }
}

const PAGE_OF_UNREAD: &str =
    "select key, task from sends where (about = 0 or channel = 0) and key > $1 order by key limit $2";

async fn fill_in(write: &mut Write<'_>, key: &str, task: &Task) -> Result<()> {
    sqlx::query("update sends set about = $2, channel = $3 where key = $1")
        .bind(key)
        .bind(task.about().map(UserId::to_db))
        .bind(task.channel().map(ChannelId::to_db))
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// Which servers' thanks were given by one of [`AT_ONCE`] numbers.
fn by_number() -> String {
    let places: Vec<String> = (1..=AT_ONCE).map(|place| format!("${place}")).collect();
    format!("select distinct guild from thanks where giver in ({})", places.join(", "))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use secrecy::SecretString;

    use super::*;
    use crate::ports::clock::System;
    use crate::store::sealing::Codec;

    /// How SQLite finds what a statement asks for.
    async fn way(store: &Store, sql: &str, binds: &[&str]) -> Vec<String> {
        let mut query =
            sqlx::query_as::<_, (i64, i64, i64, String)>(AssertSqlSafe(format!("explain query plan {sql}")));
        for bind in binds {
            query = query.bind((*bind).to_owned());
        }
        let steps = query.fetch_all(&store.pool).await.unwrap();
        steps.into_iter().map(|(.., step)| step).filter(|step| step.contains("SCAN")).collect()
    }

    #[tokio::test]
    async fn nobody_is_looked_for_row_by_row() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("cmad.db").display());
        let key: SecretString = Codec::fresh_key(&System);
        let store = Store::open(&url, Codec::new(&key, Arc::new(System)).unwrap()).await.unwrap();
        let none: [String; 0] = [];
        assert_eq!(way(&store, &servers_sql(), &[]).await, none);
        assert_eq!(way(&store, &by_number(), &[]).await, none);
        let notes = "select name from remembered where name like $1";
        assert_eq!(way(&store, notes, &["spoken:7/%"]).await, none, "what begins so is found by the index");
        assert_eq!(way(&store, notes, &["%/7"]).await.len(), 1, "the question is the right one");
        store.close().await;
    }
}

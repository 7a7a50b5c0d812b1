//! Measures starts with thousands of servers: the first one, which plans them all, and one in which nothing changed. Each is
//! the real bot on a simulated Discord, from its start until it is connected. The floor writes as many rows of about the same
//! length into a table with one index, in one transaction.
//!
//! ```text
//! cargo bench --profile dist --bench starts               # 5,000 servers
//! cargo bench --profile dist --bench starts -- 1000       # fewer
//! ```
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should say where")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::sync::Arc;
use std::time::Instant;

use chrono::{TimeZone as _, Utc};
use chrono_tz::Europe::Berlin;
use cmad::ports::clock::System;
use cmad::rehearse::stage::{Stage, sim_options};
use cmad::store::Store;
use cmad::store::key_file::Keys;
use domain::ids::{GuildId, UserId};
use domain::roster::{Manager, NamedBy, RosterStatus};

mod house;

use house::server;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let servers = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(5000_u64);
    let folder = tempfile::tempdir().unwrap();
    let at = Utc.with_ymd_and_hms(2026, 12, 1, 9, 0, 0).unwrap();
    let file = folder.path().join("starts.db");
    let mut stage = Stage::new(sim_options(at.timestamp_millis()), file.clone()).await.unwrap();
    let begun = Instant::now();
    let store = open(&stage.keys().clone(), &file).await;
    for number in 0..servers {
        let there = stage.sim.server_owned_by("Northwind", "Olga");
        stage.sim.invite_bot(&there, 0);
        let guild = GuildId(there.id());
        store.save_server(&server(guild, Berlin)).await.unwrap();
        for user in [2 * number + 1, 2 * number + 2] {
            store.save_manager(guild, &manager(user)).await.unwrap();
        }
    }
    store.close().await;
    println!("{servers} servers with two managers each, made in {:.1} s", begun.elapsed().as_secs_f64());

    let begun = Instant::now();
    stage.start_restless().await.unwrap();
    println!("the first start, which plans all: connected after {:.2} s", begun.elapsed().as_secs_f64());
    stage.kill().await;
    for _ in 0..3 {
        let begun = Instant::now();
        stage.start_restless().await.unwrap();
        println!("a start in which nothing changed: connected after {:.2} s", begun.elapsed().as_secs_f64());
        stage.kill().await;
    }
    let store = open(&stage.keys().clone(), &file).await;
    let first = store.servers().await.unwrap()[0].guild;
    let each = store.sends(first, 2027).await.unwrap().len();
    store.close().await;
    let begun = Instant::now();
    let rows = each * usize::try_from(servers).unwrap();
    write_plainly(&folder.path().join("floor.db"), rows).await;
    println!("the floor, {rows} rows in one transaction: {:.2} s", begun.elapsed().as_secs_f64());
}

async fn open(keys: &Keys, file: &std::path::Path) -> Store {
    let codec = keys.codec(Arc::new(System)).unwrap();
    Store::open(&format!("sqlite://{}", file.display()), codec).await.unwrap()
}

async fn write_plainly(file: &std::path::Path, rows: usize) {
    use sqlx::Connection as _;
    let url = format!("sqlite://{}?mode=rwc", file.display());
    let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let plain = "create table plain (key text primary key, guild bigint, task text, due_at bigint, state text);
        create index plain_of_guild on plain (guild, due_at)";
    sqlx::raw_sql(plain).execute(&mut connection).await.unwrap();
    let rows_sql = format!(
        "insert into plain with recursive n(n) as (select 1 union all select n + 1 from n where n < {rows})
         select n % 5000 || '/2027/post/' || n, n % 5000, '{{\"kind\":\"post\",\"step\":\"countdown\"}}', n, 'planned' from n"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(rows_sql)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

fn manager(user: u64) -> Manager {
    Manager {
        user: UserId(user),
        name: format!("Manager {user}"),
        named_by: NamedBy::Server,
        title: None,
        team: None,
        cares: None,
        link: None,
        timezone: None,
        language: None,
        breathe: true,
        status: RosterStatus::Accepted,
    }
}

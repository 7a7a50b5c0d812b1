//! Measures how long one person's erasure blocks other writers, and how long `/cmad privacy` takes, when the person is in
//! a few of thousands of servers.
//!
//! ```text
//! cargo bench --profile dist --bench erasure              # 5,000 servers
//! cargo bench --profile dist --bench erasure -- 20000     # more
//! ```
//!
//! Each server has three managers, twenty thanks, sixty sends, ten decisions about messages, and four copies. Figures
//! are in docs/reliability.md.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should say where")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(dead_code, reason = "the tests' databases do more than this needs")]

use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Berlin;
use cmad::ports::clock::System;
use cmad::store::Store;
use cmad::store::sealing::Codec;
use cmad::store::thanks::NewThanks;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::thanks::{Consent, Door};
use sqlx::Connection as _;

#[path = "../tests/cmad/databases.rs"]
mod databases;
mod house;

use databases::{Database, On};
use house::server;

/// Commits are durable, as in the bot.
const FSYNC: &str = "on";
/// In how many servers the person is.
const OWN: u64 = 5;
/// How many thanks the person gave in each of them.
const THANKS: u64 = 20;
const KIM: UserId = UserId(900_000_000_000_000_001);
const ADA: UserId = UserId(900_000_000_000_000_002);

fn main() {
    let servers = std::env::args().filter_map(|argument| argument.parse::<u64>().ok()).next().unwrap_or(5000);
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        for on in [On::Sqlite, On::Postgres] {
            let database = Database::new(on).await;
            if database.on != on {
                continue;
            }
            let codec = Codec::new(&Codec::fresh_key(&System), Arc::new(System)).unwrap();
            let store = Store::open(&database.url, codec).await.unwrap();
            crowd(&database, servers).await;
            for number in 1..=OWN {
                be_in(&store, GuildId(number), number).await;
            }
            let begun = Instant::now();
            let held = store.held_about(KIM).await.unwrap();
            let told = begun.elapsed();
            assert_eq!(held.len() as u64, OWN);
            let begun = Instant::now();
            let erased = store.erase(KIM, now()).await.unwrap();
            let gone = begun.elapsed();
            assert_eq!(u64::from(erased.thanks), OWN * THANKS);
            println!("{on:?}, {servers} servers: told in {told:.2?}, erased in {gone:.2?}");
            store.close().await;
        }
    });
}

fn now() -> DateTime<Utc> {
    "2027-01-25T12:00:00Z".parse().unwrap()
}

/// Fills other servers by SQL. Their encrypted columns hold placeholders, which nothing opens.
async fn crowd(database: &Database, servers: u64) {
    let mut connection = database.connect().await;
    let numbers =
        |most: u64| format!("with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < {most})");
    let each = |table: &str, rows: u64, columns: &str, values: &str| {
        format!(
            "{}, m(i) as (select 0 union all select i + 1 from m where i + 1 < {rows})
             insert into {table} ({columns}) select {values} from n, m",
            numbers(servers)
        )
    };
    let fill = [
        each(
            "servers",
            1,
            "guild, name, channel, channel_name, timezone, schedule, language, hashtag_on, set_up_by",
            "1000 + n.i, 'Server ' || n.i, 5, 'news', 'Europe/Berlin', '{}', 'en', 1, 5000 + n.i",
        ),
        each(
            "campaigns",
            1,
            "guild, year, timezone, opens_at, closes_at",
            "1000 + n.i, 2027, 'Europe/Berlin', 1799000000000, 1801500000000",
        ),
        each(
            "managers",
            3,
            "guild, member, profile_enc, breathe, place, invited",
            "1000 + n.i, 100000000 + n.i * 3 + m.i, 'sealed', 1, 'accepted', 1",
        ),
        each(
            "thanks",
            20,
            "id, guild, year, giver, giver_hash, manager, door, source, said_enc, consent, said_at, state",
            "1000000000 + n.i * 20 + m.i, 1000 + n.i, 2027, 200000000 + n.i * 20 + m.i, -5 - n.i * 20 - m.i,
             100000000 + n.i * 3 + m.i % 3, 'command', m.i, 'sealed', 'named', 1800000000000, 'counted'",
        ),
        each(
            "sends",
            60,
            "key, guild, year, kind, task, planned, due_at, retry_at, state",
            r#"(1000 + n.i) || '/2027/react/' || (n.i * 60 + m.i) || '/0', 1000 + n.i, 2027, 'react',
             '{"do":"react","channel":5,"message":' || (700000000 + n.i * 60 + m.i) || '}', 0, 1800000000000,
             1800000000000, 'sent'"#,
        ),
        each(
            "judgements",
            10,
            "message, guild, channel, giver, verdict, judged_at",
            r#"600000000 + n.i * 10 + m.i, 1000 + n.i, 5, 200000000 + n.i * 20 + m.i,
             '[{"manager":' || (100000000 + n.i * 3) || '}]', 1800000000000"#,
        ),
        each(
            "copies",
            4,
            "guild, year, manager, revision, sent_to",
            "1000 + n.i, 2027, 100000000 + n.i * 3, m.i, -7 - n.i * 4 - m.i",
        ),
        each("consents", 20, "guild, giver, consent", "1000 + n.i, 200000000 + n.i * 20 + m.i, 'named'"),
        each(
            "remembered",
            20,
            "name, value",
            "'found-consent:' || (1000 + n.i) || '/2027/' || (200000000 + n.i * 20 + m.i), 'named'",
        ),
    ];
    for statement in fill {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
}

/// Kim in one server: their thanks, public and not, and their place on the roster.
async fn be_in(store: &Store, guild: GuildId, number: u64) {
    let server = server(guild, Berlin);
    store.save_server(&server).await.unwrap();
    store.save_campaign(&server.campaign(2027).unwrap()).await.unwrap();
    for one in 0..THANKS {
        let source = 800_000_000 + number * THANKS + one;
        let said = NewThanks {
            guild,
            year: 2027,
            giver: KIM,
            manager: ADA,
            door: Door::Hashtag,
            source,
            words: format!("Thank you, {source}"),
            signature: "Kim".into(),
            relation: None,
            what_for: None,
            consent: Consent::Named,
            said_at: now(),
            message: Some((ChannelId(5), MessageId(source))),
            post_in: None,
            member_since: None,
            per_hour: u32::MAX,
        };
        store.keep_thanks(&[said], now()).await.unwrap()[0].unwrap();
    }
    store.remember_consent(guild, KIM, Consent::Named).await.unwrap();
}

//! Measures how many thanks a second are stored durably: a commit for each, and shared commits, on both databases.
//!
//! `cargo bench --profile dist --bench ingest`. PostgreSQL is started from the installed programs, with its data on the disk and
//! `fsync` on; where it is not installed, a line says so. Figures are in docs/reliability.md.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should say where")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(dead_code, reason = "the tests' databases do more than this needs")]

use std::sync::Arc;
use std::time::Instant;

use chrono::DateTime;
use chrono_tz::Europe::Berlin;
use cmad::ports::clock::System;
use cmad::store::Store;
use cmad::store::sealing::Codec;
use cmad::store::thanks::NewThanks;
use domain::ids::{GuildId, UserId};
use domain::thanks::{Consent, Door};
use tokio::sync::Mutex;

#[path = "../tests/cmad/databases.rs"]
mod databases;
mod house;

use databases::{Database, On};
use house::server;

/// Commits are durable, as in the bot.
const FSYNC: &str = "on";
const THANKS: u64 = 4000;
const GIVERS: [u64; 4] = [1, 8, 64, 256];
const GUILD: GuildId = GuildId(7);

/// How thanks are committed.
#[derive(Clone, Copy, Debug)]
enum Commits {
    /// Each by itself, as without group commit.
    Each,
    /// By group commit, as in the bot.
    Shared,
}

fn main() {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        for on in [On::Sqlite, On::Postgres] {
            for (givers, commits) in
                GIVERS.into_iter().flat_map(|givers| [(givers, Commits::Each), (givers, Commits::Shared)])
            {
                let database = Database::new(on).await;
                if database.on != on {
                    continue;
                }
                let store = open(&database).await;
                let turns = Arc::new(Mutex::new(()));
                let begun = Instant::now();
                let mut tasks = tokio::task::JoinSet::new();
                for giver in 0..givers {
                    let (store, turns) = (store.clone(), Arc::clone(&turns));
                    tasks.spawn(async move {
                        for number in 0..THANKS / givers {
                            // Without other waiting writers a thank-you is committed by itself.
                            let _turn = match commits {
                                Commits::Each => Some(turns.lock().await),
                                Commits::Shared => None,
                            };
                            store
                                .keep_thanks(
                                    &[thanks(giver, number)],
                                    DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
                                )
                                .await
                                .unwrap();
                        }
                    });
                }
                tasks.join_all().await;
                let second = begun.elapsed().as_secs_f64();
                let kept = THANKS / givers * givers;
                assert_eq!(u64::from(store.total(GUILD, 2027).await.unwrap().thanks), kept);
                #[expect(clippy::cast_precision_loss, reason = "a rounded figure is wanted")]
                let rate = kept as f64 / second;
                println!("{on:?}, {givers} givers at once, commits: {commits:?}: {rate:.0} thanks a second");
                store.close().await;
            }
        }
    });
}

async fn open(database: &Database) -> Store {
    let codec = Codec::new(&Codec::fresh_key(&System), Arc::new(System)).unwrap();
    let store = Store::open(&database.url, codec).await.unwrap();
    let server = server(GUILD, Berlin);
    store.save_server(&server).await.unwrap();
    store.save_campaign(&server.campaign(2027).unwrap()).await.unwrap();
    store
}

fn thanks(giver: u64, number: u64) -> NewThanks {
    NewThanks {
        guild: GUILD,
        year: 2027,
        giver: UserId(1000 + giver),
        // Others than before, hours apart: what the same giver said to the same person is compared.
        manager: UserId(11 + number),
        door: Door::Command,
        source: giver * 1_000_000 + number + 1,
        words: "You answered me at midnight, and it worked. Thank you for that, and for the year before.".into(),
        signature: "Kim".into(),
        relation: None,
        what_for: None,
        consent: Consent::Named,
        said_at: DateTime::from_timestamp(1_800_000_000 + 3600 * number.cast_signed(), 0).unwrap(),
        message: None,
        post_in: None,
        member_since: None,
        per_hour: 10,
    }
}

//! One server floods with 50 messages a second for a minute, 99 others have a message each, in simulated time with the real
//! store. The others must be as on time as without the flood, 99 of 100 within a second.
//!
//! ```text
//! cargo bench --profile dist --bench flood
//! ```
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::expect_used, reason = "a simulation that cannot go on should say where")]

use std::sync::Arc;

use chrono::{TimeDelta, TimeZone as _, Utc};
use cmad::ports::clock::System;
use cmad::store::Store;
use cmad::store::sealing::Codec;
use domain::ids::GuildId;

#[path = "house/flood.rs"]
mod flood;
mod house;

use flood::{Flood, Way, p99};

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let plays = [
        ("without a flood", 0, Way::Fair),
        ("flooded", 50, Way::Fair),
        ("flooded, with workers that wait", 50, Way::Waiting),
    ];
    let mut figures = Vec::new();
    for (name, per_second, way) in plays {
        let late = play(per_second, way).await;
        let (median, last) = (late[late.len() / 2], late[late.len() - 1]);
        println!("{name:<32} median {median:>6} ms, 99 % {:>6} ms, last {last:>6} ms", p99(&late));
        figures.push(p99(&late));
    }
    assert!(figures[1] <= figures[0] + 1000, "others waited for the flood");
}

/// How late the others' sends were, in a new database.
async fn play(per_second: u32, way: Way) -> Vec<i64> {
    let folder = tempfile::tempdir().expect("a folder for the database");
    let codec = Codec::new(&Codec::fresh_key(&System), Arc::new(System)).expect("a fresh key fits");
    let url = format!("sqlite://{}", folder.path().join("flood.db").display());
    let store = Store::open(&url, codec).await.expect("a new database");
    let servers: Vec<GuildId> = (1..=100).map(|n| GuildId((1 << 60) + (n << 22))).collect();
    for guild in &servers {
        store.save_server(&house::server(*guild, chrono_tz::UTC)).await.expect("the database works");
    }
    let begins = Utc.with_ymd_and_hms(2027, 1, 25, 9, 0, 0).single().expect("it is a time");
    let flood = Flood { store: &store, servers: &servers, begins, lasts: TimeDelta::minutes(1), per_second };
    let late = flood.others_late(way).await;
    store.close().await;
    late
}

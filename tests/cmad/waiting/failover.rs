//! A failover: another server becomes the primary, and the old one stays up and only reads.

use std::io::Write as _;
use std::sync::Arc;

use cmad::ports::clock::System;
use cmad::store::Store;
use cmad::store::sealing::Codec;
use discord_sim::Opt;

use super::relay::Relay;
use super::{OPEN, counted, day_posts};
use crate::databases::{Database, Server};
use crate::town::Town;

/// A primary with its standby, and the town on the address that these make.
struct Pair {
    town: Town,
    old: Server,
    new: Server,
    _relays: Vec<Relay>,
}

impl Pair {
    async fn new(address: impl AsyncFnOnce(&str, &str) -> (String, Vec<Relay>)) -> Option<Self> {
        let old = Server::own()?;
        let url = old.database("template1").await;
        let new = old.standby();
        let name = url.rsplit_once("localhost/").unwrap().1.split('?').next().unwrap().to_owned();
        let (address, relays) = address(&url, &new.url(&name)).await;
        let folder = tempfile::TempDir::new().unwrap();
        let database = Database { folder, url: address, on: crate::databases::On::Postgres };
        let mut town = Town::over(database, OPEN, |_| {}).await;
        town.stage.configure(|config| config.database.patience_ms = 20_000);
        town.stage.start().await.unwrap();
        town.set_up_here().await;
        Some(Self { town, old, new, _relays: relays })
    }

    /// The standby has everything and becomes the primary; the old primary only reads.
    async fn fail_over(&self) {
        self.old.does("alter system set default_transaction_read_only = on".into()).await;
        self.old.does("select pg_reload_conf()".into()).await;
        let last: String = self.old.says("select pg_current_wal_lsn()::text").await;
        let follows = format!("select (pg_last_wal_replay_lsn() >= '{last}')::text");
        let waiting = std::time::Instant::now();
        while self.new.says(&follows).await != "true" {
            assert!(waiting.elapsed().as_secs() < 60, "the standby does not follow");
        }
        self.new.does("select pg_promote()".into()).await;
    }

    /// What was kept before is there, and what is said now is kept and comes on time.
    async fn goes_on(mut self) {
        let town = &mut self.town;
        let said = town.kim.say(&town.help, &format!("#CMAD thank you {}", town.ada.mention()));
        town.settle().await;
        said.until_reaction("💚").await;
        let options = [("manager", Opt::User(town.ada.id())), ("message", Opt::Str("Thank you!".into()))];
        let answer = town.lee.slash(&town.help, "thank", &options).await.settled().await;
        assert!(answer.text().contains("Ada"), "{}", answer.text());
        town.advance_to("2027-01-25 08:59 Europe/Berlin").await;
        let before = day_posts(town);
        town.advance_to("2027-01-25 09:00 Europe/Berlin").await;
        assert_eq!((day_posts(town), counted(town).await), (before + 1, 3));
        let on_the_new = self.new.says_in(self.town.database.name(), "select count(*)::text from thanks").await;
        assert_eq!(on_the_new, "3", "the old server has two fewer");
        self.town.ends_well().await;
    }

    /// With one host, a server that only reads will do.
    async fn backs_up_from_the_standby(&self) {
        let codec = Codec::new(self.town.stage.key(), Arc::new(System)).unwrap();
        let store = Store::open_as_it_is(&self.new.url(self.town.database.name()), codec).await.unwrap();
        let mut backup = Vec::new();
        assert!(store.back_up(&mut backup, self.town.stage.now()).await.unwrap() > 0);
    }

    async fn first_thanks(&mut self) {
        let said = self.town.mia.say(&self.town.help, &format!("#CMAD thank you {}", self.town.ada.mention()));
        self.town.settle().await;
        said.until_reaction("💚").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_address_moves_to_the_new_primary_while_the_old_one_stays_up() {
    let pair = Pair::new(async |old: &str, _: &str| {
        let relay = Relay::to(old).await;
        let name = old.rsplit_once("localhost/").unwrap().1.split('?').next().unwrap();
        (relay.url(name), vec![relay])
    });
    let Some(mut pair) = pair.await else { return };
    pair.first_thanks().await;
    pair.fail_over().await;
    let new = pair.new.url(pair.town.database.name());
    pair._relays[0].lead_to(&new);
    pair.goes_on().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_several_hosts_the_one_that_accepts_writes_is_used() {
    let pair = Pair::new(async |old: &str, new: &str| {
        let (old_relay, new_relay) = (Relay::to(old).await, Relay::to(new).await);
        let name = old.rsplit_once("localhost/").unwrap().1.split('?').next().unwrap();
        // The standby first: it only reads.
        let url = format!("postgres://cmad@{},{}/{name}?target_session_attrs=read-write", new_relay.at, old_relay.at);
        (url, vec![old_relay, new_relay])
    });
    let Some(mut pair) = pair.await else { return };
    pair.first_thanks().await;
    pair.backs_up_from_the_standby().await;
    pair.fail_over().await;
    pair.goes_on().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_that_is_silent_is_passed_over() {
    let database = Database::new(crate::databases::On::Postgres).await;
    if database.on != crate::databases::On::Postgres {
        return;
    }
    let (silent, works) = (Relay::to(&database.url).await, Relay::to(&database.url).await);
    silent.silence_new(true);
    let name = database.name().to_owned();
    let url = format!("postgres://cmad@{},{}/{name}", silent.at, works.at);
    let mut town = Town::over(Database { url, ..database }, OPEN, |_| {}).await;
    town.stage.configure(|config| config.database.patience_ms = 20_000);
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_ipv6_address_in_brackets_is_understood() {
    let database = Database::new(crate::databases::On::Postgres).await;
    if database.on != crate::databases::On::Postgres {
        return;
    }
    let Ok(relay) = Relay::to_by_ipv6(&database.url).await else {
        assert!(std::env::var_os("CMAD_TEST_POSTGRES").is_none(), "this machine has no IPv6");
        // Not `eprintln!`, which the test harness captures: the reader must see that this was not tested.
        return std::io::stderr().write_all(b"\nno IPv6 here: its addresses are not tested\n").unwrap();
    };
    assert!(relay.at.starts_with("[::1]:"), "{}", relay.at);
    let url = relay.url(database.name());
    let mut town = Town::over(Database { url, ..database }, OPEN, |_| {}).await;
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    town.ends_well().await;
}

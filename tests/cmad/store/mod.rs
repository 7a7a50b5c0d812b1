//! Tests of the store: what is stored, who may claim a send, and what can be read on the disk. `main.rs` includes them
//! twice, for an SQLite file and for PostgreSQL.

mod backup;
mod erasure;
mod export;
mod found;
mod hearing;
mod keys;
mod mailing;
mod people;
mod plans;
mod posts;
mod questions;
mod rush;
mod sends;
mod shares;
mod steps;
mod together;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use cmad::ports::clock::System;
use cmad::ports::{Receipt, Total};
use cmad::store::sealing::Codec;
use cmad::store::sends::Claim;
use cmad::store::settle::Outcome;
use cmad::store::thanks::{Change, NewThanks, ThanksStored};
use cmad::store::{Access, NewPlan, Store, StoreError};
use domain::campaign::{Hour, Schedule, Step, Switch};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::Planned;
use domain::roster::{Manager, NamedBy, RosterStatus};
use domain::send::{SendKey, SendState, Task};
use domain::server::{Posts, Server};
use domain::thanks::{Consent, Door, ThanksId, ThanksState};
use secrecy::SecretString;
use sqlx::Connection as _;

use crate::databases::{Database, On};
use crate::town::at;

const GUILD: GuildId = GuildId(7);
const YEAR: i32 = 2027;
const ADA: UserId = UserId(11);
const BEN: UserId = UserId(12);
const KIM: UserId = UserId(21);
const LEE: UserId = UserId(22);
const NEWS: ChannelId = ChannelId(5);
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// A new database with one server set up.
struct House {
    store: Store,
    database: Database,
    key: SecretString,
}

impl House {
    async fn new() -> Self {
        let (database, key) = (Database::new(on()).await, Codec::fresh_key(&System));
        let store = open(&database, &key).await.unwrap();
        let house = Self { store, database, key };
        house.store.save_server(&server(GUILD)).await.unwrap();
        house.store.save_campaign(&server(GUILD).campaign(YEAR).unwrap()).await.unwrap();
        house
    }

    /// Stores one thanks from this source.
    async fn keep(&self, source: u64, consent: Consent) -> ThanksId {
        self.store.keep_thanks(&[thanks(source, ADA, consent)], noon()).await.unwrap()[0].unwrap().id()
    }

    async fn allow(&self, id: ThanksId, consent: Consent) {
        self.store.change_thanks(id, &Change::Consent(consent), noon()).await.unwrap();
    }

    /// Claims what is due, as one worker.
    async fn claim(&self, now: DateTime<Utc>, token: &str) -> Vec<Claim> {
        self.store.claim_due(now, 200, LEASE, token).await.unwrap()
    }

    /// Claims the only due send.
    async fn claim_one(&self) -> Claim {
        let mut claims = self.claim(noon(), "worker").await;
        assert_eq!(claims.len(), 1, "{claims:?}");
        claims.remove(0)
    }

    async fn settle(&self, claim: Claim, outcome: Outcome) {
        assert!(self.store.settle(claim, outcome, &[], noon()).await.unwrap());
    }

    /// Writes this plan of a server's campaign.
    async fn plan(&self, guild: GuildId, sends: &[Planned], answered: &[(SendKey, SendState)], now: DateTime<Utc>) {
        let plan = NewPlan { fingerprint: String::new(), sends: sends.to_vec(), answered: answered.to_vec() };
        self.store.replan(guild, |_| plan, now).await.unwrap();
    }

    async fn state(&self, key: &SendKey) -> Option<SendState> {
        self.store.send(key).await.unwrap().map(|send| send.state)
    }

    /// Each send of the campaign: its key without server and year, and its state. A thank-you, whose number no one can
    /// foresee, is named by its source.
    async fn sends(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for send in self.store.sends(GUILD, YEAR).await.unwrap() {
            let key = send.key.to_string()["7/2027/".len()..].to_owned();
            let key = match key.split('/').collect::<Vec<_>>()[..] {
                ["thanks", number, revision] => {
                    let one = self.store.thanks(ThanksId(number.parse().unwrap())).await.unwrap();
                    let name = one.map_or_else(|| "erased".to_owned(), |one| one.source.to_string());
                    format!("thanks/{name}/{revision}")
                }
                _ => key,
            };
            lines.push(format!("{key} {}", send.state));
        }
        lines.sort();
        lines
    }

    async fn posted(&self, id: ThanksId) -> Option<MessageId> {
        self.store.thanks(id).await.unwrap().unwrap().posted.map(|(_, message)| message)
    }

    /// Which of these words are in a file of the database.
    async fn held<'a>(&self, words: &[&'a str]) -> Vec<&'a str> {
        let mut held = Vec::new();
        for home in self.database.homes().await {
            look(&home, words, &mut held);
        }
        held
    }

    async fn holds(&self, words: &str) -> bool {
        !self.held(&[words]).await.is_empty()
    }

    /// The words of a thank-you as the database holds them.
    async fn sealed(&self, id: ThanksId) -> String {
        let mut connection = self.database.connect().await;
        let query = sqlx::query_scalar("select said_enc from thanks where id = $1").bind(id.0);
        let sealed = query.fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        sealed
    }
}

/// The database of this inclusion.
fn on() -> On {
    if module_path!().ends_with("store_on_postgres") { On::Postgres } else { On::Sqlite }
}

fn look<'a>(folder: &Path, words: &[&'a str], held: &mut Vec<&'a str>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look(&path, words, held);
        } else if let Ok(bytes) = fs::read(path) {
            // (PostgreSQL's files come and go meanwhile.)
            let text = String::from_utf8_lossy(&bytes);
            held.extend(words.iter().filter(|word| text.contains(**word)));
        }
    }
    held.sort_unstable();
    held.dedup();
}

async fn open(database: &Database, key: &SecretString) -> Result<Store, StoreError> {
    // A busy machine does not make writers give up.
    let access = Access { patience: std::time::Duration::from_secs(300), ..Access::default() };
    Store::open_with(&database.url, Codec::new(key, Arc::new(System)).unwrap(), access, None).await
}

fn noon() -> DateTime<Utc> {
    at("2027-01-25 12:00 Europe/Berlin")
}

fn server(guild: GuildId) -> Server {
    Server {
        guild,
        name: "Northwind".into(),
        channel: NEWS,
        channel_name: "community".into(),
        zone: Berlin,
        schedule: Schedule::default(),
        manager_role: None,
        admin_channel: None,
        theme: None,
        language: "en".into(),
        posts: Posts::Here,
        hashtag: true,
        set_up_by: UserId(1),
        paused_at: None,
    }
}

fn manager(user: UserId, name: &str) -> Manager {
    Manager {
        user,
        name: name.into(),
        named_by: NamedBy::Server,
        title: None,
        team: None,
        cares: None,
        link: None,
        timezone: None,
        language: None,
        breathe: true,
        status: RosterStatus::Invited,
    }
}

fn thanks(source: u64, manager: UserId, consent: Consent) -> NewThanks {
    NewThanks {
        guild: GUILD,
        year: YEAR,
        giver: KIM,
        manager,
        door: Door::Command,
        source,
        words: format!("Thank you, {source}"),
        signature: "Kim".into(),
        relation: None,
        what_for: None,
        consent,
        said_at: noon(),
        message: None,
        post_in: None,
        member_since: None,
        per_hour: u32::MAX,
    }
}

/// A send that people set off.
fn react(message: u64, due: DateTime<Utc>) -> Planned {
    let task = Task::React { channel: NEWS, message: MessageId(message) };
    Planned { key: SendKey::new(GUILD, YEAR, &task), task, due, until: None }
}

fn arrived(message: u64) -> Outcome {
    Outcome::Sent(Some(Receipt { channel: NEWS, message: MessageId(message) }))
}

fn over(state: SendState) -> Outcome {
    Outcome::Over { state, code: None }
}

#[tokio::test]
async fn servers_and_campaigns_are_read_as_they_were_stored() {
    let house = House::new().await;
    let store = &house.store;
    let moved =
        Schedule::default().with_hour(Hour::chosen(8).unwrap()).unwrap().switch(Step::Eve, Switch::Off).unwrap();
    let other = Server {
        name: "Südwind".into(),
        schedule: moved,
        admin_channel: Some(ChannelId(9)),
        theme: Some("tea".into()),
        hashtag: false,
        zone: "Pacific/Kiritimati".parse().unwrap(),
        ..server(GuildId(u64::MAX))
    };
    store.save_server(&other).await.unwrap();
    assert_eq!(store.server(other.guild).await.unwrap().as_ref(), Some(&other), "an id of 64 bits too");
    assert_eq!(store.server(GuildId(8)).await.unwrap(), None);

    store.pause(GUILD, noon()).await.unwrap();
    store.save_server(&server(GUILD)).await.unwrap();
    let paused = Server { paused_at: Some(noon()), ..server(GUILD) };
    assert_eq!(store.server(GUILD).await.unwrap(), Some(paused), "setting up again lets nothing go on");
    store.mark_left(GUILD, noon(), 30).await.unwrap();
    assert_eq!(store.servers().await.unwrap(), [other]);
    store.note_server(GUILD, "Northwind Tea", noon()).await.unwrap();
    assert_eq!(store.servers().await.unwrap().last().map(|server| server.name.clone()), Some("Northwind Tea".into()));

    let next = server(GUILD).campaign(YEAR + 1).unwrap();
    store.save_campaign(&next).await.unwrap();
    let open = async || store.open_campaign(GUILD).await.unwrap().map(|campaign| campaign.year);
    assert_eq!(open().await, Some(YEAR));
    store.close_campaign(GUILD, YEAR, noon()).await.unwrap();
    store.close_campaign(GUILD, YEAR, noon() + LEASE).await.unwrap();
    assert_eq!(open().await, Some(YEAR + 1));
    let closed = store.campaign(GUILD, YEAR).await.unwrap().unwrap();
    assert_eq!(closed.closed_at, Some(noon()), "it was closed once");
    let (opens, closes) = server(GUILD).campaign(YEAR).unwrap().window();
    assert_eq!((closed.opens_at, closed.closes_at), (opens, closes));
}

#[tokio::test]
async fn the_roster_stores_managers_and_their_bosses() {
    let House { store, database: _database, .. } = House::new().await;
    let ada = Manager { title: Some("Host".into()), timezone: Some(Berlin), ..manager(ADA, "Zoë") };
    store.save_manager(GUILD, &ada).await.unwrap();
    store.save_manager(GUILD, &manager(BEN, "ben")).await.unwrap();
    let names: Vec<UserId> = store.managers(GUILD).await.unwrap().iter().map(|manager| manager.user).collect();
    assert_eq!(names, [BEN, ADA]);
    let accepted = Manager { status: RosterStatus::Accepted, ..ada };
    store.save_manager(GUILD, &accepted).await.unwrap();
    assert_eq!(store.manager(GUILD, ADA).await.unwrap(), Some(accepted.clone()));
    assert_eq!(store.manager(GuildId(8), ADA).await.unwrap(), None);
    store.invite_manager(GUILD, &accepted, (YEAR, 10), noon()).await.unwrap();
    store.invite_manager(GUILD, &accepted, (YEAR, 10), noon()).await.unwrap();
    let sends = store.sends(GUILD, YEAR).await.unwrap();
    let keys: Vec<String> = sends.iter().map(|send| send.key.to_string()).collect();
    assert_eq!(keys, ["7/2027/invite/11/0", "7/2027/invite/11/1"], "each invitation is a send of its own");

    // An outdated list names a member who has declined meanwhile, and another one twice.
    store.save_manager(GUILD, &Manager { status: RosterStatus::Declined, ..manager(BEN, "ben") }).await.unwrap();
    let newcomers = [manager(BEN, "ben"), manager(KIM, "Kim"), manager(KIM, "Kim")];
    let places = store.invite_newcomers(GUILD, &newcomers, (YEAR, 10), noon()).await.unwrap();
    let expected = [(ADA, RosterStatus::Accepted), (BEN, RosterStatus::Declined), (KIM, RosterStatus::Invited)];
    assert_eq!(places, expected.into(), "who has a place keeps it");
    assert_eq!(store.roster_statuses(GUILD).await.unwrap(), places);
    assert_eq!(store.sends(GUILD, YEAR).await.unwrap().len(), 3, "Kim alone is asked, and once");

    let boss = async || store.boss(GUILD, ADA).await.unwrap().map(|boss| (boss.member, boss.no_more));
    assert_eq!(boss().await, None);
    store.set_boss(GUILD, ADA, Some(KIM)).await.unwrap();
    store.note_boss_wants_no_more(GUILD, ADA, KIM).await.unwrap();
    store.note_boss_wants_no_more(GUILD, ADA, KIM).await.unwrap();
    assert_eq!(boss().await, Some((Some(KIM), true)));
    store.set_boss(GUILD, ADA, Some(LEE)).await.unwrap();
    assert_eq!(boss().await, Some((Some(LEE), false)));
    store.set_boss(GUILD, ADA, Some(KIM)).await.unwrap();
    assert_eq!(boss().await, Some((Some(KIM), true)), "the opt-out lasts, although another boss was named in between");
}

#[tokio::test]
async fn a_source_counts_once_for_each_manager() {
    let house = House::new().await;
    let store = &house.store;
    let both = [thanks(100, ADA, Consent::Named), thanks(100, BEN, Consent::Named)];
    let first = store.keep_thanks(&both, noon()).await.unwrap();
    let [Ok(ThanksStored::New(of_ada)), Ok(ThanksStored::New(of_ben))] = first[..] else { panic!("{first:?}") };
    let again = store.keep_thanks(&both[1..], noon()).await.unwrap();
    assert_eq!(again, [Ok(ThanksStored::Already(of_ben))]);
    house.keep(101, Consent::Named).await;
    assert_eq!(store.total(GUILD, YEAR).await.unwrap(), Total { givers: 1, thanks: 3, managers: 2 });
    let withdrawn = Change::State(ThanksState::Withdrawn);
    store.change_thanks(of_ada, &withdrawn, noon()).await.unwrap();
    assert_eq!(store.count_for(GUILD, YEAR, ADA).await.unwrap(), (1, 1));
    assert_eq!(store.keep_thanks(&both[..1], noon()).await.unwrap(), [Ok(ThanksStored::Already(of_ada))]);
    assert_eq!(store.count_for(GUILD, YEAR, ADA).await.unwrap(), (1, 1), "what was withdrawn does not come back");
}

#[tokio::test]
async fn another_key_opens_nothing_and_destroys_nothing() {
    let house = House::new().await;
    let id = house.keep(1, Consent::Named).await;
    house.store.close().await;
    let other = open(&house.database, &Codec::fresh_key(&System)).await;
    let Err(error @ StoreError::Sealed(_)) = other else { panic!("it must not open") };
    assert!(error.to_string().contains("CMAD_KEY"), "{error}");
    let store = open(&house.database, &house.key).await.unwrap();
    assert_eq!(store.thanks(id).await.unwrap().unwrap().words, "Thank you, 1");
    let address = Store::open("mysql://x", Codec::new(&house.key, Arc::new(System)).unwrap()).await;
    let Err(StoreError::Address(Some(scheme))) = address else { panic!("it must not open") };
    assert_eq!(scheme, "mysql");
}

#[tokio::test]
async fn no_personal_words_are_readable_on_the_disk() {
    let house = House::new().await;
    let personal = ["Quillwort", "Thistledown", "Marshmallow", "Snapdragon", "Foxglove", "Larkspur", "Bluebell"];
    let [words, signature, name, title, team, link, edited] = personal;
    let said = NewThanks { words: words.into(), signature: signature.into(), ..thanks(1, ADA, Consent::Public) };
    let id = house.store.keep_thanks(&[said], noon()).await.unwrap()[0].unwrap().id();
    let ada = Manager {
        title: Some(title.into()),
        team: Some(team.into()),
        cares: None,
        link: Some(format!("https://example.org/{link}")),
        ..manager(ADA, name)
    };
    house.store.save_manager(GUILD, &ada).await.unwrap();
    let open_now = async |when: &str| {
        assert!(
            house.holds("Northwind").await,
            "{when}: what is not personal is found, so the right place is looked at"
        );
        assert_eq!(house.held(&personal).await, [""; 0], "{when}");
    };
    let journal =
        house.database.homes().await.iter().any(|home| home.ends_with("pg_wal") || home.join("cmad.db-wal").exists());
    assert!(journal, "the journal is looked at too");
    open_now("after it was said").await;

    let before = house.sealed(id).await;
    assert!(house.holds(&before).await);
    let change = Change::Words(edited.into());
    house.store.change_thanks(id, &change, noon()).await.unwrap();
    open_now("after it was edited").await;
    house.store.close().await;
    open_now("after the end").await;
    assert!(house.holds(&house.sealed(id).await).await, "the new words are there, sealed");
    // (PostgreSQL overwrites deleted rows in its own time.)
    let lets_go_at_once = house.database.on == On::Sqlite;
    assert!(!lets_go_at_once || !house.holds(&before).await, "of the old words nothing is left, not even sealed");
    let store = open(&house.database, &house.key).await.unwrap();
    assert_eq!(store.thanks(id).await.unwrap().unwrap().words, edited);
}

//! One person among many servers. Erasure and `/cmad privacy` read only the servers in which the person has rows, with
//! the same result as a walk through every server.

use std::collections::{BTreeMap, HashSet};

use cmad::store::Erased;
use cmad::store::Store;
use cmad::store::boss_replies::{CopyFor, Said};
use cmad::store::saves::AskedSave;
use cmad::store::thanks::NewThanks;
use domain::answer::AnswerState;
use domain::boss_reply::CopyId;
use domain::digest::FromElsewhere;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::nomination::{Nomination, NominationId, NominationState};
use domain::plan::Planned;
use domain::roster::{CopyChoice, Manager, RosterStatus, no_name};
use domain::send::{CopyProblem, Report, SendKey, SendState, Task};
use domain::server::Server;
use domain::thanks::rules::{Judgement, Refusal};
use domain::thanks::{Consent, ThanksId};
use sqlx::{AnyConnection, Connection as _};

use super::{ADA, BEN, GUILD, House, KIM, LEE, NEWS, YEAR, arrived, manager, noon, open, over, react, server, thanks};
use crate::away::seeds::Dice;
use crate::databases::Database;

const SERVERS: usize = 15;
const PEOPLE: usize = 7;
const EVENTS: usize = 70;

fn guilds() -> impl Iterator<Item = GuildId> {
    (7..).map(GuildId).take(SERVERS)
}

fn people() -> impl Iterator<Item = UserId> {
    (1_000_001..).map(UserId).take(PEOPLE)
}

/// Fills servers with few random rows, so that a person often has a row of only one kind.
struct Filled<'a> {
    house: &'a House,
    behind: AnyConnection,
    dice: Dice,
    /// The number of the next message, interaction or copy.
    next: u64,
}

async fn filled(seed: u64) -> House {
    let house = House::new().await;
    // As a start does.
    house.store.follow_list(noon()).await.unwrap();
    let behind = house.database.connect().await;
    let mut filled = Filled { house: &house, behind, dice: Dice(seed), next: 50_000 };
    for guild in guilds() {
        let untouched = server(guild);
        let set_up_by = if filled.dice.roll(3) == 0 { filled.someone() } else { untouched.set_up_by };
        house.store.save_server(&Server { set_up_by, ..untouched }).await.unwrap();
        house.store.save_campaign(&server(guild).campaign(YEAR).unwrap()).await.unwrap();
    }
    for _ in 0..EVENTS {
        filled.happens().await;
        filled.deliver().await;
    }
    // After a purge a keyed number replaces the giver.
    for guild in guilds().filter(|guild| guild.0 % 3 == 0) {
        house.store.purge_words(guild, YEAR, noon()).await.unwrap();
    }
    filled.deliver().await;
    filled.behind.close().await.unwrap();
    house
}

impl Filled<'_> {
    fn someone(&mut self) -> UserId {
        people().nth(self.dice.roll(PEOPLE)).unwrap()
    }

    fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    async fn behind(&mut self, sql: String) {
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut self.behind).await.unwrap();
    }

    async fn enqueue(&self, guild: GuildId, task: Task) {
        let send = Planned { key: SendKey::new(guild, YEAR, &task), task, due: noon(), until: None };
        self.house.store.enqueue(guild, YEAR, &send).await.unwrap();
    }

    /// Settles what waits as sent or not sent.
    async fn deliver(&mut self) {
        for claim in self.house.claim(noon(), "worker").await {
            let outcome = if self.dice.roll(4) == 0 { over(SendState::Failed) } else { arrived(self.number()) };
            self.house.settle(claim, outcome).await;
        }
    }

    async fn happens(&mut self) {
        let guild = guilds().nth(self.dice.roll(SERVERS)).unwrap();
        let (one, other) = (self.someone(), self.someone());
        let (number, message) = (self.number(), MessageId(self.next));
        let store = &self.house.store;
        match self.dice.roll(21) {
            0..=2 => {
                let consent = [Consent::Public, Consent::Named, Consent::NotAsked][self.dice.roll(3)];
                let message = (self.dice.roll(2) == 0).then_some((NEWS, message));
                let said = NewThanks { guild, giver: one, message, ..thanks(number, other, consent) };
                let id = store.keep_thanks(&[said], noon()).await.unwrap()[0].unwrap().id();
                if let Some((channel, message)) = message {
                    self.enqueue(guild, Task::React { channel, message }).await;
                }
                store.suggest(id, noon()).await.unwrap();
                self.behind(format!(
                    "insert into copied_quotes (guild, year, manager, revision, place, thanks, testimonial, quote_enc)
                     values ({}, {YEAR}, {}, 0, {number}, {}, 0, 'sealed')",
                    guild.0, other.0, id.0
                ))
                .await;
            }
            3 => store.invite_manager(guild, &manager(one, "One"), (YEAR, 10), noon()).await.unwrap(),
            4 => {
                store.save_manager(guild, &manager(one, "One")).await.unwrap();
                store.set_boss(guild, one, Some(other)).await.unwrap();
                store.set_copy_choice(guild, one, CopyChoice::Never, noon()).await.unwrap();
            }
            5 => store.note_language(one, "de").await.unwrap(),
            6 => store
                .change_digest(guild, YEAR, one, |digest| {
                    digest.choices.sentence = Some("Read it".into());
                    let said = FromElsewhere { words: "So kind".into(), said_by: "Ingrid".into(), place: None };
                    digest.choices.added.add(said).ok();
                })
                .await
                .unwrap(),
            7 => {
                let sent_to = store.boss_number(guild, one, &other.to_string());
                self.behind(format!(
                    "insert into copies (guild, year, manager, revision, sent_to) values ({}, {YEAR}, {}, {number}, {sent_to})",
                    guild.0, one.0
                ))
                .await;
                if self.dice.roll(2) == 0 {
                    self.enqueue(guild, Task::Copy { manager: one, revision: 0 }).await;
                }
            }
            8 | 9 => {
                let whose = (guild, YEAR, one);
                if store.write_answer(whose, "Thank you all", noon()).await.unwrap().is_ok() && self.dice.roll(2) == 0 {
                    store.post_answer(whose, AnswerState::Draft, noon()).await.unwrap();
                }
            }
            10 => {
                let nomination = Nomination {
                    id: NominationId(0),
                    guild,
                    nominator: one,
                    member: other,
                    name: "Other".into(),
                    reason: "Always there".into(),
                    state: NominationState::Open,
                    answer: None,
                    nominated_at: noon(),
                };
                let tell = |nomination| {
                    let task = Task::Nominated { nomination };
                    Planned { key: SendKey::new(guild, YEAR, &task), task, due: noon(), until: None }
                };
                let _ = store.keep_nomination(nomination, YEAR, tell).await.unwrap();
            }
            11 => {
                let save = AskedSave { guild, year: YEAR, channel: NEWS, message, author: one, asker: other };
                let task = Task::AskToSave { giver: one, channel: NEWS, message };
                let question = Planned { key: SendKey::new(guild, YEAR, &task), task, due: noon(), until: None };
                let _ = store.ask_to_save(&save, &question, noon(), 10).await.unwrap();
            }
            12 => {
                let refused = vec![(other, Refusal::NotOnRoster)];
                let judgement = Judgement::Judged { thanked: Vec::new(), refused };
                store.keep_judgement(guild, (NEWS, message), (one, None), &judgement, noon()).await.unwrap();
            }
            13 => store.remember_consent(guild, one, Consent::Unnamed).await.unwrap(),
            14 => {
                store.answer_for_found((guild, YEAR), one, Consent::Named, noon()).await.unwrap();
            }
            15 => store.note_boss_wants_no_more(guild, one, other).await.unwrap(),
            16 => {
                let sent_to = store.boss_number(guild, one, &other.to_string());
                self.behind(format!(
                    "insert into copies (guild, year, manager, revision, sent_to, left_at) values ({}, {YEAR}, {}, {number}, {sent_to}, 1)",
                    guild.0, one.0
                ))
                .await;
                let of = CopyId { guild, year: YEAR, manager: one, copy: u32::try_from(number).unwrap() };
                let boss = (self.dice.roll(2) == 0).then_some(other);
                let said = Said { words: "Well done", may_be_posted: true, boss, at: noon() };
                store.write_boss_reply(CopyFor { of, sent_to }, said, noon()).await.unwrap();
                if self.dice.roll(2) == 0 {
                    store.post_boss_reply(of, 0, noon()).await.unwrap();
                }
            }
            17 => self.enqueue(guild, Task::AskConsent { giver: one, channel: NEWS, message, revision: 0 }).await,
            18 => self.enqueue(guild, Task::AskWhom { giver: one, channel: NEWS, message }).await,
            19 => {
                self.enqueue(guild, Task::Digest { manager: one, revision: 0 }).await;
                let problem = CopyProblem::Closed;
                self.enqueue(guild, Task::CopyProblem { manager: other, revision: 0, problem }).await;
            }
            _ => {
                let key = SendKey::new(guild, YEAR, &Task::Breathe { manager: one });
                self.enqueue(guild, Task::Report { about: Report::Failed { key, code: 0 } }).await;
                self.enqueue(guild, Task::Mark { manager: other, channel: ChannelId(5), message }).await;
            }
        }
    }
}

/// A copy of the database.
async fn twin(of: &House) -> (Database, Store) {
    let mut text = Vec::new();
    of.store.back_up(&mut text, noon()).await.unwrap();
    let database = Database::new(super::on()).await;
    let store = open(&database, &of.key).await.unwrap();
    // Before anything was due, so that nothing has to be looked up.
    store.restore(&mut text.as_slice(), noon() - chrono::TimeDelta::days(1)).await.unwrap();
    // It was restored without a list.
    store.release_copies().await.unwrap();
    (database, store)
}

/// Every row of the database: its table and its cells.
async fn rows(database: &Database) -> Vec<Vec<String>> {
    let columns = crate::migrations::columns(database).await;
    let of_people: BTreeMap<String, Vec<String>> = columns
        .into_iter()
        .filter(|(table, _)| !["counters", "keys", "leases", "interactions"].contains(&table.as_str()))
        .collect();
    let rows = crate::migrations::rows(database, &of_people).await;
    let cells = |(table, row): (String, String)| -> Vec<String> {
        std::iter::once(table).chain(row.split(" | ").map(str::to_owned)).collect()
    };
    let mut rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(cells)
        .filter(|row| !["key-check", "beginning", "reconciled"].contains(&&*row[1]))
        .collect();
    rows.sort();
    rows
}

/// The rows, with a placeholder for every new keyed number and encrypted text, which are random.
async fn rows_since(database: &Database, before: &HashSet<String>) -> Vec<String> {
    let mut lines = Vec::new();
    for row in rows(database).await {
        let cells = row.into_iter().map(|cell| match cell {
            old if before.contains(&old) => old,
            new if new.len() > 10 && new.starts_with('-') => "a number for no one".into(),
            new if new.len() > 40 && !new.starts_with('{') => "sealed anew".into(),
            new => new,
        });
        lines.push(cells.collect::<Vec<_>>().join(" | "));
    }
    lines.sort();
    lines
}

#[tokio::test]
async fn an_erasure_equals_a_walk_through_all_servers() {
    let mut kinds = BTreeMap::new();
    for seed in 1..=3 {
        let house = filled(seed * 7919).await;
        let (everywhere, walker) = twin(&house).await;
        let begun = rows(&house.database).await;
        assert_eq!(begun, rows(&everywhere).await, "they begin alike");
        let before: HashSet<String> = begun.into_iter().flatten().collect();
        for person in people() {
            // A person who declined in every server is looked for in every server, which changes nothing.
            let mut added = 0;
            let bare = Manager {
                status: RosterStatus::Declined,
                breathe: false,
                name: no_name(person),
                ..manager(person, "")
            };
            let mut here = Vec::new();
            for guild in guilds() {
                if walker.manager(guild, person).await.unwrap().is_none() {
                    walker.save_manager(guild, &bare).await.unwrap();
                    here.push(guild.0.to_string());
                    added += 1;
                }
            }
            let erased = house.store.erase(person, noon()).await.unwrap();
            let walked = walker.erase(person, noon()).await.unwrap();
            let expected = Erased { left_alone: walked.left_alone - added, ..walked };
            assert_eq!(erased, expected, "{person} of {seed}");
            if !here.is_empty() {
                everywhere
                    .behind(format!("delete from managers where member = {person} and guild in ({})", here.join(", ")))
                    .await;
            }
            let (left, wanted) = (rows_since(&house.database, &before).await, rows_since(&everywhere, &before).await);
            let differs: Vec<_> = left.iter().filter(|row| !wanted.contains(row)).collect();
            let missing: Vec<_> = wanted.iter().filter(|row| !left.contains(row)).collect();
            assert!(left == wanted, "{person} of {seed}: {differs:#?} instead of {missing:#?}");
            count(&mut kinds, &erased);
            let about: Vec<_> = house.store.held_about(person).await.unwrap();
            assert!(
                about.iter().all(|held| held.given.is_empty() && held.received.is_empty() && held.consent.is_none()),
                "{about:#?}"
            );
        }
        walker.close().await;
    }
    assert!(kinds.values().all(|found| *found > 0), "each kind of trace was there: {kinds:?}");
}

fn count(kinds: &mut BTreeMap<&'static str, u32>, erased: &Erased) {
    let found = [
        ("thanks", erased.thanks),
        ("posts", erased.posts),
        ("received", erased.received),
        ("notes", erased.notes),
        ("profiles", u32::try_from(erased.profiles.len()).unwrap()),
        ("boss of", erased.boss_of),
        ("delivered", erased.delivered),
        ("copied", erased.copied),
        ("set up", erased.set_up),
    ];
    for (kind, found) in found {
        *kinds.entry(kind).or_default() += u32::from(found > 0);
    }
}

#[tokio::test]
async fn what_is_stored_about_a_person_is_found_in_every_server() {
    for seed in 1..=3 {
        let house = filled(seed * 104_729).await;
        let (everywhere, walker) = twin(&house).await;
        for person in people() {
            // A person who set up every server is looked for in every server.
            everywhere.behind(format!("update servers set set_up_by = {person}")).await;
            let mut walked = walker.held_about(person).await.unwrap();
            assert_eq!(walked.len(), SERVERS);
            let found = house.store.held_about(person).await.unwrap();
            for held in &mut walked {
                held.set_up = house.store.server(held.guild).await.unwrap().unwrap().set_up_by == person;
            }
            let says_nothing = walked.iter().map(|held| format!("{held:?}")).filter(|text| !found_in(text, &found));
            for text in says_nothing {
                assert!(text.contains(NOTHING_ELSE), "{person} of {seed}: not found: {text}");
            }
        }
        walker.close().await;
    }
}

/// A server that stores nothing about the person.
const NOTHING_ELSE: &str = "given: [], only_counted: [], consent: None, found_answers: [], judged: [], manager: None, \
     boss: None, digests: [], answers: [], boss_replies: [], replies_as_boss: [], copied: 0, received: [], boss_of: [], no_more_of: [], nominated: [], \
     nominated_by_others: [], decided: 0, named_in: 0, kept_copies: [], messages: [], saves: 0, set_up: false, spoken: None";

fn found_in(text: &str, found: &[cmad::store::privacy::PersonRecord]) -> bool {
    found.iter().any(|held| format!("{held:?}") == text)
}

#[tokio::test]
async fn plain_hashes_of_earlier_versions_become_keyed_ones_of_the_same() {
    let house = House::new().await;
    let whose = (GUILD, YEAR, ADA);
    let said = [7_u8; 32];
    house.store.change_digest(GUILD, YEAR, ADA, |digest| digest.fingerprint = Some(hex::encode(said))).await.unwrap();
    house
        .database
        .behind(format!(
            "insert into copies (guild, year, manager, revision, sent_to, print, left_at)
             values ({GUILD}, {YEAR}, {ADA}, 0, -5, '{}', 1)",
            hex::encode(said)
        ))
        .await;
    let store = open(&house.database, &house.key).await.unwrap();
    let digest = store.digest(GUILD, YEAR, ADA).await.unwrap();
    assert_eq!(digest.fingerprint, Some(store.digest_hash(whose, &said)), "unchanged is unchanged: no update is sent");
    let copies = store.copies(GUILD, YEAR, ADA).await.unwrap();
    assert_eq!(copies[0].left.as_ref().unwrap().0, store.copy_hash(whose, &said));
    assert_ne!(store.digest_hash((GUILD, YEAR, BEN), &said), store.digest_hash(whose, &said), "each row has its own");
    assert!(!house.database.rows().await.contains(&hex::encode(said)));
    // Once is enough.
    let again = open(&house.database, &house.key).await.unwrap();
    assert_eq!(again.digest(GUILD, YEAR, ADA).await.unwrap().fingerprint, digest.fingerprint);
}

#[tokio::test]
async fn a_row_that_does_not_open_takes_no_other_with_it() {
    let house = House::new().await;
    let (one, two) = (house.keep(1, Consent::Public).await, house.keep(2, Consent::Named).await);
    let store = &house.store;
    for (id, name) in [(ADA, "Ada"), (BEN, "Ben")] {
        store.save_manager(GUILD, &manager(id, name)).await.unwrap();
    }
    let nominate = async |member: UserId| {
        let new = Nomination {
            id: NominationId(0),
            guild: GUILD,
            nominator: KIM,
            member,
            name: "Lee".into(),
            reason: "kind".into(),
            state: NominationState::Open,
            answer: None,
            nominated_at: noon(),
        };
        store.keep_nomination(new, YEAR, |id| react(70 + id.0.unsigned_abs(), noon())).await.unwrap().unwrap()
    };
    let (first, _) = (nominate(LEE).await, nominate(UserId(99)).await);
    store.change_digest(GUILD, YEAR, ADA, |digest| digest.choices.sentence = Some("Look.".into())).await.unwrap();
    store.write_answer((GUILD, YEAR, ADA), "Thank you all", noon()).await.unwrap().unwrap();
    for sql in [
        format!("update thanks set said_enc = said_enc || 'x' where id = {}", one.0),
        format!("update managers set profile_enc = 'garbage' where member = {BEN}"),
        format!("update nominations set said_enc = '2.000000000000.AAAA' where id = {}", first.0),
        "update digests set sentence_enc = 'x', added_enc = '2.x'".to_owned(),
        "update answers set said_enc = '2.x'".to_owned(),
    ] {
        house.database.behind(sql).await;
    }
    let thanks: Vec<ThanksId> = store.thanks_in(GUILD, YEAR).await.unwrap().iter().map(|one| one.id).collect();
    assert_eq!(thanks, [two]);
    assert!(store.thanks(one).await.unwrap().is_none());
    assert_eq!(store.counted_thanks(GUILD, YEAR).await.unwrap().len(), 1);
    let managers = store.managers(GUILD).await.unwrap();
    let nameless: Vec<UserId> = managers.iter().filter(|one| one.is_nameless()).map(|one| one.user).collect();
    assert_eq!((managers.len(), nameless), (2, vec![BEN]), "the place is kept, without a name");
    assert_eq!(store.open_nominations(GUILD).await.unwrap().len(), 1);
    let choices = store.digest(GUILD, YEAR, ADA).await.unwrap().choices;
    assert!(choices.sentence.is_none() && choices.added.entries().is_empty());
    assert_eq!(store.answers_in(GUILD, YEAR).await.unwrap()[0].words, "");
    // More can be stored, and everything can be erased.
    house.keep(3, Consent::Named).await;
    for person in [KIM, BEN, ADA] {
        store.erase(person, noon()).await.unwrap();
    }
    assert!(store.managers(GUILD).await.unwrap().iter().all(Manager::is_nameless));
}

//! Key rotation while others read and write, interrupted at every point.

use std::collections::BTreeMap;
use std::fs;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use chrono::TimeDelta;
use cmad::cli::key::rotate::{self, Pause, Rotated};
use cmad::cli::{backup, restore};
use cmad::ports::Clock;
use cmad::ports::clock::{Manual, System};
use cmad::runtime::processes::Processes;
use cmad::store::boss_replies::{CopyFor, Said};
use cmad::store::key_file::Keys;
use cmad::store::sealing::{Codec, KeyId};
use cmad::store::{BossMail, Progress};
use domain::boss_reply::CopyId;
use domain::digest::FromElsewhere;
use domain::nomination::{Nomination, NominationId, NominationState};
use secrecy::ExposeSecret as _;

use super::{
    ADA, BEN, Change, Consent, Database, GUILD, House, KIM, LEE, Manager, NewThanks, On, SecretString, Store,
    StoreError, ThanksId, ThanksStored, YEAR, manager, noon, on, open, react, server, thanks,
};

fn fresh() -> SecretString {
    Codec::fresh_key(&System)
}

fn both(newest: &SecretString, then: &SecretString) -> SecretString {
    format!("{}\n{}", newest.expose_secret(), then.expose_secret()).into()
}

fn id(key: &SecretString) -> KeyId {
    Codec::new(key, Arc::new(System)).unwrap().ids()[0]
}

async fn rotate(database: &Database, keys: SecretString) -> anyhow::Result<Rotated> {
    let pause = async |_: Pause| tokio::task::yield_now().await;
    rotate::rotate(&database.url, &Keys::of(keys), &System, Arc::new(System), pause).await
}

/// The error of opening the store with this key.
async fn refused(database: &Database, key: &SecretString) -> String {
    match open(database, key).await {
        Err(error @ StoreError::Sealed(_)) => error.to_string(),
        Err(error) => panic!("another reason: {error}"),
        Ok(_) => panic!("it must not open"),
    }
}

async fn words(store: &Store, id: ThanksId) -> String {
    store.thanks(id).await.unwrap().unwrap().words
}

/// Every encrypted value, by its column.
async fn sealed(database: &Database) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    let mut connection = database.connect().await;
    for table in database.tables().await {
        let sql = match database.on {
            On::Sqlite => "select name from pragma_table_info($1) where name like '%\\_enc' escape '\\'",
            On::Postgres => {
                "select column_name::text from information_schema.columns where table_name = $1
                     and column_name like '%\\_enc'"
            }
        };
        let columns: Vec<String> = sqlx::query_scalar(sql).bind(&table).fetch_all(&mut connection).await.unwrap();
        for column in columns {
            let sql = format!("select {column} from {table} where {column} <> '' order by 1");
            let values = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut connection).await.unwrap();
            all.insert(format!("{table}.{column}"), values);
        }
    }
    all
}

/// Fills every encrypted column.
async fn furnish(house: &House) -> ThanksId {
    let store = &house.store;
    let thanked = house.keep(1, Consent::Public).await;
    let ada = Manager { title: Some("Support".into()), ..manager(ADA, "Ada") };
    store.save_manager(GUILD, &ada).await.unwrap();
    let mail = BossMail { to: "boss@example.org".parse().unwrap(), reply_to: None };
    store.set_boss_mail(GUILD, ADA, Some(&mail)).await.unwrap();
    let nomination = Nomination {
        id: NominationId(0),
        guild: GUILD,
        nominator: KIM,
        member: BEN,
        name: "Ben".into(),
        reason: "He helps".into(),
        state: NominationState::Open,
        answer: None,
        nominated_at: noon(),
    };
    store.keep_nomination(nomination, YEAR, |_| react(70, noon())).await.unwrap().unwrap();
    store.change_digest(GUILD, YEAR, ADA, |digest| digest.choices.sentence = Some("Look!".into())).await.unwrap();
    let said = FromElsewhere { words: "You helped".into(), said_by: "Ingrid".into(), place: None };
    store.change_added((GUILD, YEAR, ADA), |list| list.add(said)).await.unwrap().unwrap();
    store.write_answer((GUILD, YEAR, ADA), "Thank you all", noon()).await.unwrap().unwrap();
    // The bot stores a copy when it sends it; here it only has to be encrypted for its row.
    let seal = |words: &str, place: &str| {
        Codec::new(&house.key, Arc::new(System)).unwrap().seal(id(&house.key), words, place).unwrap()
    };
    let (page, quote) = (seal("page", "copies.page:7:2027:11:3"), seal("quote", "copied_quotes.quote:7:2027:11:3:0"));
    let copy = format!(
        "insert into copies (guild, year, manager, revision, sent_to, page_enc) values (7, 2027, 11, 3, -1, '{page}')"
    );
    house.database.behind(copy).await;
    house.database.behind("update copies set left_at = 1".to_owned()).await;
    let of = CopyId { guild: GUILD, year: YEAR, manager: ADA, copy: 3 };
    let said = Said { words: "Well done", may_be_posted: false, boss: None, at: noon() };
    store.write_boss_reply(CopyFor { of, sent_to: -1 }, said, noon()).await.unwrap();
    let quote = format!(
        "insert into copied_quotes (guild, year, manager, revision, place, thanks, testimonial, quote_enc)
         values (7, 2027, 11, 3, 0, {}, 0, '{quote}')",
        thanked.0
    );
    house.database.behind(quote).await;
    thanked
}

#[tokio::test]
async fn a_rotation_encrypts_everything_anew_and_keeps_words_and_hashes() {
    let house = House::new().await;
    let (old, new) = (house.key.clone(), fresh());
    let thanked = furnish(&house).await;
    let address = "boss@example.org".parse().unwrap();
    let token = house.store.no_more_token(GUILD, ADA, &address).unwrap();
    house.store.note_no_more(cmad::store::NoMoreOf::Manager(GUILD, ADA), &address).await.unwrap();
    let before = sealed(&house.database).await;
    assert!(before.values().all(|values| !values.is_empty()), "each column holds something: {before:#?}");
    assert_eq!(before.len(), 11, "a new column of sealed words needs its line in store/keys.rs, and words here");

    let done = rotate(&house.database, both(&new, &old)).await.unwrap();
    assert_eq!((done.key, done.sealed, done.cleared, done.former), (id(&new), 10, true, None));
    let after = sealed(&house.database).await;
    for (column, values) in &after {
        let begins = format!("2.{}.", id(&new));
        assert!(values.iter().all(|value| value.starts_with(&begins)), "{column}: {values:?}");
    }
    // (PostgreSQL overwrites its write-ahead log in its own time.)
    let (mut held, olds) = (Vec::new(), format!("2.{}.", id(&old)));
    for home in house.database.homes().await.iter().filter(|home| !home.ends_with("pg_wal")) {
        super::look(home, &[&olds], &mut held);
    }
    assert_eq!(held, [""; 0], "nothing is left of the old key's, nowhere in the files");
    assert!(house.holds(&format!("2.{}.", id(&new))).await);
    house.store.close().await;

    let says = refused(&house.database, &old).await;
    assert!(says.contains(&id(&old).to_string()) && says.contains(&id(&new).to_string()), "{says}");
    let store = open(&house.database, &new).await.unwrap();
    assert_eq!(words(&store, thanked).await, "Thank you, 1");
    assert_eq!(store.manager(GUILD, ADA).await.unwrap().unwrap().title.as_deref(), Some("Support"));
    let boss = store.boss(GUILD, ADA).await.unwrap().unwrap();
    assert!(boss.no_more && boss.mail.unwrap().to == address);
    assert_eq!(store.nominations_by(GUILD, KIM).await.unwrap()[0].reason, "He helps");
    assert_eq!(store.digest(GUILD, YEAR, ADA).await.unwrap().choices.sentence.as_deref(), Some("Look!"));
    assert_eq!(store.digest(GUILD, YEAR, ADA).await.unwrap().choices.added.entries()[0].said.words, "You helped");
    assert_eq!(store.answer(GUILD, YEAR, ADA).await.unwrap().unwrap().words, "Thank you all");
    // The copy's words were only encrypted here; other tests read them.
    let seen = Codec::new(&new, Arc::new(System)).unwrap();
    assert_eq!(seen.open(&after["copies.page_enc"][0], "copies.page:7:2027:11:3").unwrap(), "page");
    assert_eq!(seen.open(&after["copied_quotes.quote_enc"][0], "copied_quotes.quote:7:2027:11:3:0").unwrap(), "quote");
    // Hashes and issued tokens stay valid.
    assert_eq!(store.no_more_token(GUILD, ADA, &address).unwrap(), token);
    assert_eq!(store.read_no_more_token(&token).unwrap().manager, ADA);
    store.purge_words(GUILD, YEAR, noon()).await.unwrap();
    let again = store.keep_thanks(&[thanks(1, ADA, Consent::Named)], noon()).await.unwrap();
    assert!(matches!(again[0], Ok(ThanksStored::Already(_))), "its source is known again");
    store.save_campaign(&server(GUILD).campaign(YEAR + 1).unwrap()).await.unwrap();
    let next = NewThanks { year: YEAR + 1, ..thanks(2, ADA, Consent::Named) };
    let next = store.keep_thanks(&[next], noon()).await.unwrap()[0].unwrap().id();
    assert!(!store.thanks(next).await.unwrap().unwrap().first_time, "Kim is known again");

    // A second rotation works, too.
    let third = fresh();
    let done = rotate(&house.database, both(&third, &new)).await.unwrap();
    assert_eq!(done.key, id(&third));
    assert!(matches!(again[0], Ok(ThanksStored::Already(_))));
    let none = rotate(&house.database, third.clone()).await.unwrap_err().to_string();
    assert!(none.contains("there is no new key"), "{none}");
    assert_eq!(rotate(&house.database, both(&third, &new)).await.unwrap().sealed, 0, "it is done already");
}

/// Drops a future after this many polls, as a killed process would.
async fn killed<T>(work: impl Future<Output = T>, after_polls: usize) -> Option<T> {
    let mut work = pin!(work);
    let mut polls = 0;
    std::future::poll_fn(move |context| {
        if polls == after_polls {
            return Poll::Ready(None);
        }
        polls += 1;
        work.as_mut().poll(context).map(Some)
    })
    .await
}

#[tokio::test]
async fn a_rotation_continues_after_a_kill_at_any_point() {
    let house = House::new().await;
    let (old, new, other) = (house.key.clone(), fresh(), fresh());
    furnish(&house).await;
    let mut all = Vec::new();
    for source in 10..22 {
        let said = NewThanks { words: format!("Words {source}"), ..thanks(source, ADA, Consent::Named) };
        all.push((house.store.keep_thanks(&[said], noon()).await.unwrap()[0].unwrap().id(), format!("Words {source}")));
    }
    house.store.close().await;
    let keys = both(&new, &old);
    let (mut left, mut broken_off) = (None, 0);
    // PostgreSQL is polled more often than a file, and opening takes longer; the number differs from run to run.
    let (step, at_least) = if house.database.on == On::Sqlite { (1, 6) } else { (5, 1) };
    for polls in (1..).step_by(step) {
        let store = open(&house.database, &keys).await.unwrap();
        let step = async {
            store.switch_key(noon()).await?;
            let mut progress = Progress::default();
            while store.seal_anew(&mut progress, 3).await? {}
            store.clear_remains().await?;
            store.let_go_of_former_keys().await
        };
        let ended = killed(step, polls).await;
        // The dead process reports nothing; another one looks.
        drop(store);
        let store = open(&house.database, &keys).await.unwrap();
        for (id, said) in &all {
            assert_eq!(&words(&store, *id).await, said, "after {polls} polls");
        }
        let there = store.keys().await.unwrap();
        let now = store.sealed_by_others().await.unwrap();
        store.close().await;
        assert!(left.is_none_or(|before| now <= before || there.current == id(&old)), "{left:?} {now}");
        left = (there.current == id(&new)).then_some(now);
        if there.current == id(&new) && !there.former.is_empty() {
            broken_off += 1;
            let says = refused(&house.database, &old).await;
            assert!(says.contains("is being changed") && says.contains(&id(&new).to_string()), "{says}");
            let says = refused(&house.database, &new).await;
            assert!(says.contains("is being changed") && says.contains(&id(&old).to_string()), "{says}");
        }
        let says = refused(&house.database, &other).await;
        assert!(says.contains(&there.current.to_string()), "{says}");
        if let Some(done) = ended {
            assert!(done.unwrap());
            break;
        }
    }
    assert!(left == Some(0) && broken_off >= at_least, "{left:?} {broken_off}");
    assert!(open(&house.database, &new).await.is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_rotations_at_once_while_others_write() {
    let house = House::new().await;
    let (old, new) = (house.key.clone(), fresh());
    furnish(&house).await;
    for source in 1000..1150 {
        house.keep(source, Consent::Named).await;
    }
    let keys = both(&new, &old);
    // The running bot, and another process on the same database.
    let others = [open(&house.database, &keys).await.unwrap(), open(&house.database, &keys).await.unwrap()];
    let writers = others.clone().map(|store| {
        let first = fresh_source();
        tokio::spawn(async move {
            let mut wrote = Vec::new();
            for source in first..first + 60 {
                let said = NewThanks { words: format!("Written {source}"), ..thanks(source, ADA, Consent::Named) };
                let id = store.keep_thanks(&[said], noon()).await.unwrap()[0].unwrap().id();
                let change = Change::Words(format!("Edited {source}"));
                store.change_thanks(id, &change, noon()).await.unwrap();
                assert_eq!(words(&store, id).await, format!("Edited {source}"));
                wrote.push((id, format!("Edited {source}")));
            }
            wrote
        })
    });
    let (one, two) = tokio::join!(rotate(&house.database, keys.clone()), rotate(&house.database, keys.clone()));
    // One of them may find that the other has finished.
    let done: Vec<Rotated> = [one, two].into_iter().map(Result::unwrap).collect();
    assert!(done.iter().map(|done| done.sealed).sum::<u64>() >= 158, "{done:?}");
    let mut wrote = Vec::new();
    for writer in writers {
        wrote.extend(writer.await.unwrap());
    }
    for store in others {
        assert_eq!(store.keys().await.unwrap().current, id(&new));
        assert_eq!(store.sealed_by_others().await.unwrap(), 0, "nothing was encrypted with the old key afterwards");
        store.close().await;
    }
    let store = open(&house.database, &new).await.unwrap();
    assert_eq!(wrote.len(), 120);
    for (id, said) in wrote {
        assert_eq!(words(&store, id).await, said);
    }
}

/// A source that no one else uses.
fn fresh_source() -> u64 {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(5000);
    NEXT.fetch_add(100, std::sync::atomic::Ordering::Relaxed)
}

#[tokio::test]
async fn a_rotation_waits_for_processes_that_lack_the_new_key() {
    let house = House::new().await;
    let (old, new) = (house.key.clone(), fresh());
    let file = house.database.folder.path().join("key");
    fs::write(&file, old.expose_secret()).unwrap();
    let keys = Keys::in_file(file.clone()).unwrap();
    // On SQLite the running bot holds the file.
    let _alone = Store::lock_file(&house.database.url).unwrap();
    let store = Store::open(&house.database.url, keys.codec(Arc::new(System)).unwrap()).await.unwrap();
    let clock = Arc::new(Manual::at(noon()));
    let running = Processes::new(store.clone(), Arc::clone(&clock) as Arc<dyn Clock>, "bot".into());
    running.beat().await;
    let by_hand = Keys::of(both(&new, &old));
    let three_seconds = async |_: Pause| {
        clock.set(clock.now() + TimeDelta::seconds(3));
        running.beat().await;
    };
    let entropy = || Arc::new(System);
    let url = &house.database.url;
    let refused = rotate::rotate(url, &by_hand, &*clock, entropy(), three_seconds).await.unwrap_err().to_string();
    assert!(refused.contains("do not have the new key") && refused.contains("process/bot"), "{refused}");
    assert_eq!(store.keys().await.unwrap().current, id(&old), "until then everything is as it was");
    house.keep(1, Consent::Named).await;

    // If the key were changed all the same, no unreadable words would be written, and none lost.
    let pushed = open(&house.database, &both(&new, &old)).await.unwrap();
    assert!(pushed.switch_key(noon()).await.unwrap());
    let lacks = store.keep_thanks(&[thanks(2, ADA, Consent::Named)], noon()).await.unwrap_err().to_string();
    assert!(lacks.contains(&id(&new).to_string()) && lacks.contains("CMAD_KEY"), "{lacks}");
    assert_eq!(store.count_for(GUILD, YEAR, ADA).await.unwrap(), (1, 1));
    fs::write(&file, both(&new, &old).expose_secret()).unwrap();
    let kept = store.keep_thanks(&[thanks(2, ADA, Consent::Named)], noon()).await.unwrap();
    assert!(matches!(kept[0], Ok(ThanksStored::New(_))), "the file was looked at again");

    // With a key file the new key comes from the file, and the bot reads it by itself.
    running.beat().await;
    let third = fs::read_to_string(&file).unwrap();
    let done =
        rotate::rotate(url, &Keys::in_file(file.clone()).unwrap(), &*clock, entropy(), three_seconds).await.unwrap();
    assert_eq!((done.key, fs::read_to_string(&file).unwrap().trim()), (id(&new), new.expose_secret()));
    assert_eq!(fs::read_to_string(done.former.unwrap()).unwrap().trim(), old.expose_secret(), "no key is thrown away");
    let done =
        rotate::rotate(url, &Keys::in_file(file.clone()).unwrap(), &*clock, entropy(), three_seconds).await.unwrap();
    assert!(done.key != id(&new) && !third.contains(fs::read_to_string(&file).unwrap().trim()), "a new one was made");
    assert_eq!(words(&store, kept[0].unwrap().id()).await, "Thank you, 2", "the bot goes on");
    store.keep_thanks(&[thanks(3, ADA, Consent::Named)], noon()).await.unwrap();
    assert_eq!(store.sealed_by_others().await.unwrap(), 0);
}

#[tokio::test]
async fn a_dead_process_is_not_waited_for() {
    let house = House::new().await;
    if house.database.on == On::Sqlite {
        // If no process holds the file, an earlier process's note does not count.
        house.store.note_keys("process/dead", "dead", "0123456789ab").await.unwrap();
        rotate(&house.database, both(&fresh(), &house.key)).await.unwrap();
        return;
    }
    house.store.note_keys("process/dead", "dead", "0123456789ab").await.unwrap();
    let clock = Manual::at(noon());
    let pause = async |_: Pause| clock.set(clock.now() + TimeDelta::seconds(3));
    let keys = Keys::of(both(&fresh(), &house.key));
    rotate::rotate(&house.database.url, &keys, &clock, Arc::new(System), pause).await.unwrap();
    assert!(clock.now() - noon() >= TimeDelta::seconds(18), "it might only have been slow");
}

/// Turns a database into one of an earlier version: encrypted without a key name, hashed with the key itself.
async fn as_it_was(house: &House, thanked: ThanksId) -> Codec {
    let early = Codec::new(&house.key, Arc::new(System)).unwrap();
    let said = early.seal_alike(r#"{"words":"Early","signature":"Kim"}"#, &format!("thanks.said:{}", thanked.0));
    let giver = early.keyed_number(&format!("giver:{GUILD}:{KIM}"));
    for sql in [
        format!("update thanks set said_enc = '{said}', giver_hash = {giver}"),
        "delete from keys".into(),
        format!(
            "insert into remembered (name, value) values ('key-check', '{}')",
            early.seal_alike("cmad", "key-check")
        ),
    ] {
        house.database.behind(sql).await;
    }
    early
}

#[tokio::test]
async fn words_of_an_earlier_version_open_and_are_encrypted_anew() {
    let house = House::new().await;
    let thanked = house.keep(1, Consent::Named).await;
    house.store.close().await;
    let early = as_it_was(&house, thanked).await;
    let new = fresh();
    let says = refused(&house.database, &new).await;
    assert!(says.contains("start again with the key this database was made with"), "{says}");
    let store = open(&house.database, &house.key).await.unwrap();
    assert_eq!((words(&store, thanked).await.as_str(), store.keys().await.unwrap().current), ("Early", id(&house.key)));
    let address = "boss@example.org".parse().unwrap();
    let token =
        early.seal_alike("[7,11,\"boss@example.org\"]", "a token of no more").replace('+', "-").replace('/', "_");
    assert_eq!(store.no_more_token(GUILD, ADA, &address).unwrap(), token, "mails that are out still work");
    store.close().await;

    assert_eq!(rotate(&house.database, both(&new, &house.key)).await.unwrap().sealed, 1);
    let store = open(&house.database, &new).await.unwrap();
    assert_eq!(words(&store, thanked).await, "Early");
    assert_eq!(store.read_no_more_token(&token).unwrap().guild, GUILD);
    store.purge_words(GUILD, YEAR, noon()).await.unwrap();
    let next = NewThanks { year: YEAR + 1, ..thanks(2, ADA, Consent::Named) };
    let next = store.keep_thanks(&[next], noon()).await.unwrap()[0].unwrap().id();
    assert!(!store.thanks(next).await.unwrap().unwrap().first_time, "Kim is known again");
}

#[tokio::test]
async fn backups_open_with_the_keys_they_were_made_with() {
    let house = House::new().await;
    let (old, new) = (house.key.clone(), fresh());
    let erasures = house.database.folder.path().join("erasures");
    let kims = house.keep(1, Consent::Named).await;
    let lees = NewThanks { giver: LEE, words: "Larkspur".into(), ..thanks(2, ADA, Consent::Named) };
    let lees = house.store.keep_thanks(&[lees], noon()).await.unwrap()[0].unwrap().id();
    let [before, between, after] = ["before", "between", "after"].map(|name| house.database.folder.path().join(name));
    backup::back_up(&house.store, &before, noon()).await.unwrap();
    house.store.close().await;
    let store = open(&house.database, &both(&new, &old)).await.unwrap();
    store.switch_key(noon()).await.unwrap();
    backup::back_up(&store, &between, noon()).await.unwrap();
    store.close().await;
    rotate(&house.database, both(&new, &old)).await.unwrap();
    let store = open(&house.database, &new).await.unwrap().keeping_erasures_in(Some(erasures.clone()));
    backup::back_up(&store, &after, noon()).await.unwrap();
    store.erase(KIM, noon() + TimeDelta::minutes(5)).await.unwrap();
    store.close().await;

    let check = async |file: &std::path::Path, key: &SecretString, opens: bool| {
        let database = Database::new(on()).await;
        // A first try with another key leaves nothing behind.
        let wrong = open(&database, &fresh()).await.unwrap();
        restore::restore(&wrong, file, noon()).await.unwrap_err();
        wrong.close().await;
        let codec = Codec::new(key, Arc::new(System)).unwrap();
        let there =
            Store::open_to_restore(&database.url, codec).await.unwrap().keeping_erasures_in(Some(erasures.clone()));
        let restored = restore::restore(&there, file, noon() + TimeDelta::hours(1)).await;
        assert_eq!(restored.is_ok(), opens, "{}: {restored:?}", file.display());
        if let Ok(restored) = restored {
            assert_eq!(restored.erased, 1, "an erasure after the rotation holds");
            assert_eq!((words(&there, lees).await.as_str(), words(&there, kims).await.as_str()), ("Larkspur", ""));
        } else {
            assert!(there.servers().await.unwrap().is_empty(), "nothing was changed");
        }
        there.close().await;
        if opens {
            assert!(open(&database, key).await.is_ok(), "and it opens with those keys from then on");
            // A restore does not use an existing database with another key.
            let codec = Codec::new(&fresh(), Arc::new(System)).unwrap();
            assert!(matches!(Store::open_to_restore(&database.url, codec).await, Err(StoreError::Sealed(_))));
        }
    };
    check(&before, &old, true).await;
    check(&before, &new, false).await;
    check(&between, &old, false).await;
    check(&between, &new, false).await;
    check(&between, &both(&new, &old), true).await;
    check(&after, &new, true).await;
    check(&after, &old, false).await;

    // A backup by an earlier version names no keys.
    let text = fs::read_to_string(&before).unwrap();
    let early = Codec::new(&old, Arc::new(System)).unwrap();
    let mut lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    lines[0]["head"]["key_check"] = early.seal_alike("cmad", "backup").into();
    lines.retain(|line| line["row"][0] != "keys");
    let rows = lines.len() - 2;
    lines.last_mut().unwrap()["foot"]["rows"] = rows.into();
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    fs::write(&before, lines.join("\n")).unwrap();
    let database = Database::new(on()).await;
    let there = open(&database, &old).await.unwrap();
    restore::restore(&there, &before, noon()).await.unwrap();
    assert_eq!((there.keys().await.unwrap().current, words(&there, lees).await.as_str()), (id(&old), "Larkspur"));
    let address = "boss@example.org".parse().unwrap();
    let token =
        early.seal_alike("[7,11,\"boss@example.org\"]", "a token of no more").replace('+', "-").replace('/', "_");
    assert_eq!(there.no_more_token(GUILD, ADA, &address).unwrap(), token, "its root is that version's");
}

#[tokio::test]
async fn words_that_no_key_opens_are_left_as_they_are() {
    let house = House::new().await;
    let (thanked, broken) = (house.keep(1, Consent::Named).await, house.keep(2, Consent::Named).await);
    let garbage = format!("2.{}.AAAA", id(&house.key));
    house.database.behind(format!("update thanks set said_enc = '{garbage}' where id = {}", broken.0)).await;
    let new = fresh();
    let keys = both(&new, &house.key);
    let says = rotate(&house.database, keys.clone()).await.unwrap_err().to_string();
    assert!(
        says.contains("of the sealed texts 1 cannot be opened")
            && says.contains(&format!("thanks.said_enc [{}]", broken.0)),
        "{says}"
    );
    assert_eq!(house.sealed(broken).await, garbage);
    let store = open(&house.database, &keys).await.unwrap();
    assert_eq!(words(&store, thanked).await, "Thank you, 1");
    assert_eq!(store.keys().await.unwrap().former, [id(&house.key)], "the former key is not let go of");
    // Keys in the wrong order do not undo the rotation.
    let turned = rotate(&house.database, both(&house.key, &new)).await.unwrap_err().to_string();
    assert!(turned.contains("was used before") && turned.contains(&id(&new).to_string()), "{turned}");
}

//! Bosses' addresses, mails that may have left, and opt-outs.

use chrono::TimeDelta;
use cmad::store::places::{CopyLimits, Recipient};
use cmad::store::sends::Claim;
use cmad::store::{BossMail, NoMoreOf, Store};
use domain::mail::Address;
use domain::send::{SendKey, Task};

use super::{ADA, BEN, GUILD, House, KIM, YEAR, manager, noon, open};
use domain::plan::Planned;

fn address(text: &str) -> Address {
    text.parse().unwrap()
}

fn copy_of(manager: domain::ids::UserId) -> Planned {
    let task = Task::Copy { manager, revision: 0 };
    Planned { key: SendKey::new(GUILD, YEAR, &task), task, due: noon(), until: None }
}

#[tokio::test]
async fn addresses_are_stored_encrypted_and_removed_with_their_manager() {
    let house = House::new().await;
    let store = &house.store;
    store.save_manager(GUILD, &manager(ADA, "Ada")).await.unwrap();
    let mail = BossMail { to: address("rosa@example.com"), reply_to: Some(address("ada@example.net")) };
    store.set_boss_mail(GUILD, ADA, Some(&mail)).await.unwrap();
    let boss = store.boss(GUILD, ADA).await.unwrap().unwrap();
    assert_eq!((boss.member, boss.mail.as_ref(), boss.no_more), (None, Some(&mail), false));
    // Setting a member and changing the profile leave it as it is.
    store.set_boss(GUILD, ADA, Some(KIM)).await.unwrap();
    store.save_manager(GUILD, &manager(ADA, "Ada L.")).await.unwrap();
    let boss = store.boss(GUILD, ADA).await.unwrap().unwrap();
    assert_eq!((boss.member, boss.mail.as_ref()), (Some(KIM), Some(&mail)));
    assert!(house.held(&["rosa@example.com", "ada@example.net"]).await.is_empty());
    let held = store.held_about(ADA).await.unwrap().remove(0);
    assert_eq!(held.boss.unwrap().mail, Some(mail.clone()));
    // After an erasure Kim is no boss any more; the address is Ada's, and is removed with her.
    store.erase(KIM, noon()).await.unwrap();
    assert_eq!(store.boss(GUILD, ADA).await.unwrap().unwrap().member, None);
    store.set_boss_mail(GUILD, ADA, None).await.unwrap();
    assert!(store.boss(GUILD, ADA).await.unwrap().is_none());
    store.set_boss_mail(GUILD, ADA, Some(&mail)).await.unwrap();
    let erased = store.erase(ADA, noon()).await.unwrap();
    assert_eq!(erased.profiles, [GUILD]);
    assert!(store.boss(GUILD, ADA).await.unwrap().is_none());
    assert!(store.erase(ADA, noon()).await.unwrap().is_nothing(), "doing it twice changes nothing");
}

/// Claims these sends, with a lease of two days.
async fn claimed(store: &Store, sends: &[Planned]) -> Vec<Claim> {
    let mut claims = store.claim_due(noon(), 64, TimeDelta::days(2), "one").await.unwrap();
    claims.sort_by_key(|claim| sends.iter().position(|send| send.key == claim.send().key));
    assert_eq!(claims.len(), sends.len());
    claims
}

fn at_most(per_recipient: u32, per_server: u32, in_all: u32) -> CopyLimits {
    CopyLimits { per_recipient, per_server, in_all }
}

#[tokio::test]
async fn each_limit_counts_each_copy_once_however_it_goes() {
    let house = House::new().await;
    let store = &house.store;
    let copies: Vec<Planned> = [ADA, BEN, KIM].map(copy_of).into();
    for copy in &copies {
        store.enqueue(GUILD, YEAR, copy).await.unwrap();
        assert!(!store.may_have_been_mailed(&copy.key).await.unwrap());
    }
    let claims = claimed(store, &copies).await;
    let hours = |hours: i64| noon() + TimeDelta::hours(hours);
    let (rosa, other) = (address("rosa@example.com"), address("other@example.com"));
    let take = async |nth: usize, to: Recipient<'_>, limits, after: i64| {
        store.take_place(&claims[nth], to, limits, hours(after)).await.unwrap()
    };
    // From one server two a day; another try of the same copy counts once, from when it was made last.
    let (mail, to_other, member) = (Recipient::Mail(&rosa), Recipient::Mail(&other), Recipient::Member(KIM));
    let two = at_most(9, 2, 9);
    assert_eq!(
        (take(0, mail, two, 0).await, take(0, mail, two, 1).await, take(1, member, two, 2).await),
        (None, None, None)
    );
    assert_eq!(take(2, to_other, two, 3).await, Some(hours(25)), "until the oldest is a day old");
    assert_eq!(take(2, to_other, at_most(9, 9, 2), 3).await, Some(hours(25)), "the installation counts them, too");
    assert_eq!(
        take(2, to_other, at_most(9, 0, 9), 3).await,
        Some(hours(27)),
        "none at all is looked at again in a day"
    );
    // To one recipient, by any spelling; another one is not touched.
    let tagged = address("Rosa+cmad@EXAMPLE.com");
    assert_eq!(take(2, Recipient::Mail(&tagged), at_most(1, 9, 9), 3).await, Some(hours(25)));
    assert_eq!(take(2, Recipient::Member(KIM), at_most(1, 9, 9), 3).await, Some(hours(26)));
    assert_eq!(take(2, to_other, at_most(1, 9, 9), 3).await, None);
    assert!(!house.holds("example").await, "only keyed numbers are kept");
    // A place ends with its day.
    assert_eq!(take(1, to_other, at_most(9, 9, 1), 27).await, None);
    // Its lease expired and another worker has it: the slow one sends nothing.
    let later = noon() + TimeDelta::days(4);
    assert_eq!(store.claim_due(later, 8, TimeDelta::hours(1), "another").await.unwrap().len(), copies.len());
    assert_eq!(store.take_place(&claims[0], mail, at_most(9, 9, 9), later).await.unwrap(), Some(later));
    assert_eq!(store.note_mailing(&claims[0], later).await.unwrap(), None);
    assert!(!store.may_have_been_mailed(&copies[0].key).await.unwrap());
}

#[tokio::test]
async fn two_workers_do_not_share_the_last_place() {
    let (house, lots) = (House::new().await, 8);
    let copies: Vec<Planned> = (0..lots).map(|member| copy_of(domain::ids::UserId(100 + member))).collect();
    for copy in &copies {
        house.store.enqueue(GUILD, YEAR, copy).await.unwrap();
    }
    let wanting = claimed(&house.store, &copies).await.into_iter().map(|claim| {
        let store = house.store.clone();
        tokio::spawn(async move {
            let rosa = address("rosa@example.com");
            store.take_place(&claim, Recipient::Mail(&rosa), at_most(3, 9, 9), noon()).await.unwrap()
        })
    });
    let mut left = 0;
    for one in wanting.collect::<Vec<_>>() {
        left += u32::from(one.await.unwrap().is_none());
    }
    assert_eq!(left, 3);
}

#[tokio::test]
async fn an_opt_out_holds_for_every_spelling_and_stores_no_address() {
    let house = House::new().await;
    let store = &house.store;
    let (rosa, lee) = (address("Rosa@Example.com"), address("lee@example.com"));
    let token = store.no_more_token(GUILD, ADA, &rosa).unwrap();
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{token}");
    assert_eq!(token, store.no_more_token(GUILD, ADA, &rosa).unwrap(), "the same mail has the same link");
    let clicked = store.read_no_more_token(&token).unwrap();
    assert_eq!((clicked.guild, clicked.manager, &clicked.address), (GUILD, ADA, &rosa));
    for (at, _) in token.char_indices() {
        let mut other: Vec<u8> = token.bytes().collect();
        other[at] = if other[at] == b'A' { b'B' } else { b'A' };
        // The last character of base64 may hold unused bits.
        let read = store.read_no_more_token(&String::from_utf8(other).unwrap());
        assert!(read.is_none() || read.as_ref() == Some(&clicked), "{at}");
    }
    for wrong in ["", "1.", "no-more", &"A".repeat(10_000), &house.store.no_more_token(GUILD, ADA, &lee).unwrap()[..40]]
    {
        assert!(store.read_no_more_token(wrong).is_none(), "{wrong}");
    }
    for _ in 0..2 {
        store.note_no_more(NoMoreOf::Manager(GUILD, ADA), &rosa).await.unwrap();
    }
    let wants = async |manager, text: &str| store.address_wants_no_more(GUILD, manager, &address(text)).await.unwrap();
    assert!(wants(ADA, "rosa@example.COM").await && wants(ADA, "ROSA@EXAMPLE.com").await);
    assert!(!wants(BEN, "rosa@example.com").await && !wants(ADA, "lee@example.com").await);
    store.note_no_more(NoMoreOf::All, &lee).await.unwrap();
    assert!(wants(ADA, "lee@example.com").await && wants(BEN, "LEE@example.com").await);
    // It outlives the manager's erasure.
    store.save_manager(GUILD, &manager(ADA, "Ada")).await.unwrap();
    store.erase(ADA, noon()).await.unwrap();
    assert!(wants(ADA, "rosa@example.com").await);
    assert!(!house.holds("example.com").await && !house.holds("Example.com").await);
}

/// The hashes of who wants no more.
async fn hashes(house: &House) -> Vec<i64> {
    let mut connection = house.database.connect().await;
    sqlx::query_scalar("select boss from no_more_copies").fetch_all(&mut connection).await.unwrap()
}

#[tokio::test]
async fn an_opt_out_holds_for_the_recipient_and_one_of_an_earlier_version_holds_too() {
    let house = House::new().await;
    let wants =
        async |store: &Store, text: &str| store.address_wants_no_more(GUILD, ADA, &address(text)).await.unwrap();
    house.store.note_no_more(NoMoreOf::All, &address("B.oss+1@gmail.com")).await.unwrap();
    for text in ["boss@gmail.com", "BOSS@googlemail.com", "b.o.s.s+again@gmail.com", "B.oss+1@gmail.com"] {
        assert!(wants(&house.store, text).await, "{text}");
    }
    assert!(!wants(&house.store, "other@gmail.com").await);
    // An earlier version hashed each spelling by itself.
    house.store.save_manager(GUILD, &manager(ADA, "Ada")).await.unwrap();
    house.store.save_manager(GUILD, &manager(BEN, "Ben")).await.unwrap();
    let mail = |text: &str| BossMail { to: address(text), reply_to: None };
    house.store.set_boss_mail(GUILD, ADA, Some(&mail("rosa+cmad@example.com"))).await.unwrap();
    let before = hashes(&house).await;
    house.store.note_no_more(NoMoreOf::Manager(GUILD, ADA), &address("rosa@example.com")).await.unwrap();
    let own: Vec<i64> = hashes(&house).await.into_iter().filter(|hash| !before.contains(hash)).collect();
    assert_eq!(own.len(), 1);
    house.store.note_no_more(NoMoreOf::Manager(GUILD, ADA), &address("rosa+cmad@example.com")).await.unwrap();
    house.store.note_no_more(NoMoreOf::All, &address("lee@example.com")).await.unwrap();
    house.database.behind(&format!("delete from no_more_copies where boss = {}", own[0])).await;
    assert!(!wants(&house.store, "rosa@example.com").await, "as that version left it");
    assert!(wants(&house.store, "rosa+cmad@example.com").await, "the spelling that was said holds in any case");
    house.store.close().await;
    let store = open(&house.database, &house.key).await.unwrap();
    for text in ["rosa@example.com", "ROSA+2@example.com", "rosa+cmad@example.com"] {
        assert!(wants(&store, text).await, "{text}");
    }
    assert!(!store.address_wants_no_more(GUILD, BEN, &address("rosa@example.com")).await.unwrap(), "about Ada alone");
    assert!(wants(&store, "LEE+x@example.com").await, "a spelling without a tag is the recipient's own");
}

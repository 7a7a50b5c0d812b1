//! Bosses' addresses, mails that may have left, and opt-outs.

use chrono::TimeDelta;
use cmad::store::sends::Claim;
use cmad::store::{BossMail, MayLeave, NoMoreOf, Store};
use domain::mail::Address;
use domain::send::{SendKey, Task};

use super::{ADA, BEN, GUILD, House, KIM, YEAR, manager, noon};
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

#[tokio::test]
async fn the_daily_limit_counts_each_mail_once() {
    let house = House::new().await;
    let store = &house.store;
    let copies: Vec<Planned> = [ADA, BEN, KIM].map(copy_of).into();
    for copy in &copies {
        store.enqueue(GUILD, YEAR, copy).await.unwrap();
        assert!(!store.may_have_been_mailed(&copy.key).await.unwrap());
    }
    let claims = claimed(store, &copies).await;
    let note = async |nth: usize, hours: i64| {
        let now = noon() + TimeDelta::hours(hours);
        store.note_mailing(&claims[nth], now, 2).await.unwrap()
    };
    assert_eq!((note(0, 0).await, note(0, 1).await, note(1, 2).await), (MayLeave::Now, MayLeave::Now, MayLeave::Now));
    assert_eq!((note(2, 3).await, note(2, 23).await), (MayLeave::Later, MayLeave::Later));
    assert!(!store.may_have_been_mailed(&copies[2].key).await.unwrap());
    assert_eq!(note(0, 23).await, MayLeave::Now, "one that was noted may be tried again");
    assert_eq!(store.mails_of_a_day(GUILD, noon() + TimeDelta::hours(23)).await.unwrap(), 2);
    assert_eq!(note(2, 24).await, MayLeave::Now, "the first is a day old");
    assert!(store.may_have_been_mailed(&copies[2].key).await.unwrap());
    // Its lease expired and another worker has it: the slow one sends nothing.
    let later = noon() + TimeDelta::days(4);
    assert_eq!(store.claim_due(later, 8, TimeDelta::hours(1), "another").await.unwrap().len(), copies.len());
    assert_eq!(store.note_mailing(&claims[0], later, 9).await.unwrap(), MayLeave::Later);
    // Two workers want the last mail of the day: one gets it.
    let (house, lots) = (House::new().await, 8);
    let copies: Vec<Planned> = (0..lots).map(|member| copy_of(domain::ids::UserId(100 + member))).collect();
    for copy in &copies {
        house.store.enqueue(GUILD, YEAR, copy).await.unwrap();
    }
    let wanting = claimed(&house.store, &copies).await.into_iter().map(|claim| {
        let store = house.store.clone();
        tokio::spawn(async move { store.note_mailing(&claim, noon(), 3).await.unwrap() })
    });
    let mut left = 0;
    for one in wanting.collect::<Vec<_>>() {
        left += u32::from(one.await.unwrap() == MayLeave::Now);
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

//! What is found in a message: the thank-yous and what was decided about the message are kept together or not at all.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use cmad::ports::clock::System;
use cmad::store::judgements::JudgedMessage;
use cmad::store::sealing::Codec;
use cmad::store::thanks::{NewThanks, ThanksStored};
use cmad::store::{Access, CommitDecision, CommitObserver, Kept, Store};
use domain::ids::{MessageId, UserId};
use domain::send::{SendKey, SendState, Task};
use domain::thanks::rules::{Judgement, Refusal};
use domain::thanks::{Consent, Door};

use super::{ADA, BEN, GUILD, House, KIM, NEWS, YEAR, manager, noon, thanks};

const SAID: MessageId = MessageId(1_500_000_000_000_000_000);

fn found(managers: &[UserId]) -> Vec<NewThanks> {
    let one = |manager: &UserId| NewThanks {
        manager: *manager,
        door: Door::Hashtag,
        message: Some((NEWS, SAID)),
        ..thanks(SAID.0, *manager, Consent::NotAsked)
    };
    managers.iter().map(one).collect()
}

fn about() -> JudgedMessage {
    JudgedMessage { guild: GUILD, channel: NEWS, message: SAID, giver: KIM, door: Some(Door::Hashtag) }
}

fn judge(kept: &[Kept]) -> Judgement {
    let thanked = [ADA, BEN].into_iter().zip(kept).filter(|(_, kept)| kept.is_ok()).map(|(manager, _)| manager);
    Judgement::Judged { thanked: thanked.collect(), refused: Vec::new() }
}

async fn what_follows(store: &Store) -> Vec<bool> {
    let tasks = [
        Task::React { channel: NEWS, message: SAID },
        Task::AskConsent { giver: KIM, channel: NEWS, message: SAID, revision: 0 },
    ];
    let mut stand = Vec::new();
    for task in tasks {
        stand.push(store.send(&SendKey::new(GUILD, YEAR, &task)).await.unwrap().is_some());
    }
    stand
}

/// Lets no transaction be committed while it is on.
#[derive(Default)]
struct Refusing(AtomicBool);

#[async_trait]
impl CommitObserver for Refusing {
    async fn before_commit(&self) -> CommitDecision {
        if self.0.load(Ordering::SeqCst) { CommitDecision::RollBack } else { CommitDecision::Commit }
    }

    async fn after_commit(&self) {}
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thanks_and_what_was_decided_are_kept_together_or_not_at_all() {
    let house = House::new().await;
    for (user, name) in [(ADA, "Ada"), (BEN, "Ben")] {
        house.store.save_manager(GUILD, &manager(user, name)).await.unwrap();
    }
    let refusing = Arc::new(Refusing::default());
    let codec = Codec::new(&house.key, Arc::new(System)).unwrap();
    let observer = Some(Arc::<Refusing>::clone(&refusing) as Arc<dyn CommitObserver>);
    let store = Store::open_with(&house.database.url, codec, Access::default(), observer).await.unwrap();
    let new = found(&[ADA, BEN]);

    refusing.0.store(true, Ordering::SeqCst);
    assert!(store.keep_found(&new, about(), judge, noon()).await.is_err(), "no one is told that it was kept");
    refusing.0.store(false, Ordering::SeqCst);
    assert!(store.thanks_of_message(SAID).await.unwrap().is_empty());
    assert!(store.judgement(GUILD, SAID).await.unwrap().is_none());
    assert_eq!(what_follows(&store).await, [false, false]);

    let kept = store.keep_found(&new, about(), judge, noon()).await.unwrap();
    assert!(kept.iter().all(|kept| matches!(kept, Ok(ThanksStored::New(_)))), "{kept:?}");
    assert_eq!(store.thanks_of_message(SAID).await.unwrap().len(), 2);
    let (_, judgement) = store.judgement(GUILD, SAID).await.unwrap().unwrap();
    assert_eq!(judgement, Some(Judgement::Judged { thanked: vec![ADA, BEN], refused: Vec::new() }));
    assert_eq!(what_follows(&store).await, [true, true]);

    // The same message once more, as after a gap.
    let again = store.keep_found(&new, about(), judge, noon()).await.unwrap();
    assert!(again.iter().all(|kept| matches!(kept, Ok(ThanksStored::Already(_)))), "{again:?}");
    assert_eq!(store.thanks_of_message(SAID).await.unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_whom_a_message_thanks_goes_when_it_is_known() {
    let house = House::new().await;
    house.store.save_manager(GUILD, &manager(ADA, "Ada")).await.unwrap();
    house
        .store
        .keep_judgement(GUILD, (NEWS, SAID), (KIM, Some(Door::Hashtag)), &Judgement::Asked, noon())
        .await
        .unwrap();
    let asks = SendKey::new(GUILD, YEAR, &Task::AskWhom { giver: KIM, channel: NEWS, message: SAID });
    assert!(house.store.send(&asks).await.unwrap().is_some());
    house.store.keep_found(&found(&[ADA]), about(), judge, noon()).await.unwrap();
    let standing = house.store.send(&asks).await.unwrap();
    assert!(standing.is_none_or(|send| send.state == SendState::Dropped));
    assert_eq!(what_follows(&house.store).await, [true, true]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_kept_of_a_message_that_must_not_be_collected() {
    let house = House::new().await;
    house.store.save_manager(GUILD, &manager(ADA, "Ada")).await.unwrap();
    let no_one = Judgement::Judged { thanked: Vec::new(), refused: Vec::new() };
    house.store.keep_judgement(GUILD, (NEWS, SAID), (KIM, Some(Door::Hashtag)), &no_one, noon()).await.unwrap();
    house.store.note_message_gone(GUILD, SAID, noon()).await.unwrap();
    let before = house.store.judgement(GUILD, SAID).await.unwrap();
    let kept = house.store.keep_found(&found(&[ADA]), about(), judge, noon()).await.unwrap();
    assert_eq!(kept, [Err(Refusal::Gone)]);
    assert!(house.store.thanks_of_message(SAID).await.unwrap().is_empty());
    assert_eq!(house.store.judgement(GUILD, SAID).await.unwrap(), before);
    assert_eq!(what_follows(&house.store).await, [false, false]);
}

//! The bot's public post of a giver's words follows their consent, in every state of the send.

use cmad::store::settle::Outcome;
use cmad::store::thanks::{Change, NewThanks};
use domain::ids::MessageId;
use domain::send::SendState;
use domain::thanks::{Consent, ThanksId, ThanksState};

use super::{ADA, BEN, House, LEE, NEWS, arrived, noon, over, thanks};

#[tokio::test]
async fn a_waiting_post_follows_its_consent() {
    let house = House::new().await;
    for (source, consent) in [(1, Consent::Named), (2, Consent::Unnamed), (3, Consent::Private), (4, Consent::NotAsked)]
    {
        house.keep(source, consent).await;
    }
    let own = NewThanks { message: Some((NEWS, MessageId(50))), ..thanks(5, ADA, Consent::Public) };
    house.store.keep_thanks(&[own], noon()).await.unwrap();
    assert_eq!(house.sends().await, [""; 0], "nothing to post, or posted by its giver already");

    let id = house.keep(6, Consent::Public).await;
    for consent in [Consent::Public, Consent::Named, Consent::Public] {
        house.allow(id, consent).await;
        assert_eq!(house.sends().await, ["thanks/6/0 planned"], "{consent}");
    }
    // A post that is not wanted when it is due is dropped; wanted again, it is a new send.
    house.allow(id, Consent::Named).await;
    let claim = house.claim_one().await;
    house.settle(claim, over(SendState::Dropped)).await;
    assert_eq!(house.sends().await, ["thanks/6/0 dropped"]);
    house.allow(id, Consent::Public).await;
    assert_eq!(house.sends().await, ["thanks/6/0 dropped", "thanks/6/1 planned"]);
    assert_eq!(house.posted(id).await, None);
}

#[tokio::test]
async fn a_sent_post_follows_its_consent() {
    let house = House::new().await;
    let id = house.keep(1, Consent::Public).await;
    house.settle(house.claim_one().await, arrived(500)).await;
    assert_eq!(house.posted(id).await, Some(MessageId(500)));
    assert_eq!(house.store.thanks_of_message(MessageId(500)).await.unwrap().len(), 1);
    let link = house.store.thanks(id).await.unwrap().unwrap().link().unwrap();
    assert_eq!(link.to_string(), "https://discord.com/channels/7/5/500");

    house.allow(id, Consent::Named).await;
    assert_eq!(house.sends().await, ["thanks/1/0 sent", "unpost/500/0 planned"]);
    assert_eq!(house.posted(id).await, None);
    house.allow(id, Consent::Private).await;
    house.allow(id, Consent::Public).await;
    assert_eq!(house.sends().await, ["thanks/1/0 sent", "thanks/1/1 planned", "unpost/500/0 planned"]);
    for claim in house.claim(noon(), "worker").await {
        let outcome = if claim.send().key.kind().name() == "thanks" { arrived(501) } else { Outcome::Sent(None) };
        house.settle(claim, outcome).await;
    }
    assert_eq!(house.posted(id).await, Some(MessageId(501)));
    // Withdrawing and hiding delete the post as well.
    house.store.change_thanks(id, &Change::State(ThanksState::Hidden), noon()).await.unwrap();
    assert!(house.sends().await.contains(&"unpost/501/0 planned".to_owned()));
    house.store.change_thanks(id, &Change::State(ThanksState::Counted), noon()).await.unwrap();
    assert!(house.sends().await.contains(&"thanks/1/2 planned".to_owned()));
}

#[tokio::test]
async fn a_claimed_post_follows_its_consent() {
    use Consent::{Named, Public};
    let check = async |meanwhile: &[Consent], outcome: Outcome, then: &[&str], posted: Option<MessageId>| {
        let house = House::new().await;
        let id = house.keep(1, Public).await;
        let claim = house.claim_one().await;
        for consent in meanwhile {
            house.allow(id, *consent).await;
            assert_eq!(house.sends().await, ["thanks/1/0 claimed"], "it is waited for");
        }
        house.settle(claim, outcome).await;
        assert_eq!(house.sends().await, then, "{meanwhile:?} {outcome:?}");
        assert_eq!(house.posted(id).await, posted, "{meanwhile:?} {outcome:?}");
    };
    let message = Some(MessageId(500));
    check(&[], arrived(500), &["thanks/1/0 sent"], message).await;
    check(&[Named], arrived(500), &["thanks/1/0 sent", "unpost/500/0 planned"], None).await;
    check(&[Named, Public], arrived(500), &["thanks/1/0 sent"], message).await;
    check(&[Named], over(SendState::Dropped), &["thanks/1/0 dropped"], None).await;
    // The worker read `named` and drops the post; the giver allowed it again before the settlement.
    let new = ["thanks/1/0 dropped", "thanks/1/1 planned"];
    check(&[Named, Public], over(SendState::Dropped), &new, None).await;
    // A failed or unknown post is never repeated by itself.
    check(&[], over(SendState::Failed), &["thanks/1/0 failed"], None).await;
    check(&[Named, Public], over(SendState::Unknown), &["thanks/1/0 unknown"], None).await;
}

#[tokio::test]
async fn a_post_that_may_have_been_sent_is_not_sent_again() {
    let house = House::new().await;
    let id = house.keep(1, Consent::Public).await;
    house.settle(house.claim_one().await, over(SendState::Unknown)).await;
    house.allow(id, Consent::Named).await;
    house.allow(id, Consent::Public).await;
    assert_eq!(house.sends().await, ["thanks/1/0 unknown"]);
}

#[tokio::test]
async fn what_was_said_to_several_at_once_stands_in_one_post() {
    use Consent::{Named, Public};
    let house = House::new().await;
    let both = [thanks(1, ADA, Public), thanks(1, BEN, Public), thanks(1, LEE, Named)];
    let kept = house.store.keep_thanks(&both, noon()).await.unwrap();
    let ids: Vec<ThanksId> = kept.into_iter().map(|one| one.unwrap().id()).collect();
    let (ada, ben) = (ids[0], ids[1]);
    let in_post = async |revision| -> Vec<ThanksId> {
        house.store.thanks_in_post(ada, revision).await.unwrap().iter().map(|one| one.id).collect()
    };
    assert_eq!(house.sends().await, ["thanks/1/0 planned"]);
    assert_eq!(in_post(0).await, [ada, ben]);
    house.settle(house.claim_one().await, arrived(500)).await;
    assert_eq!(house.posted(ada).await, Some(MessageId(500)));
    assert_eq!(house.posted(ben).await, Some(MessageId(500)));
    assert_eq!(house.posted(ids[2]).await, None);

    // One of them is not public any more: what stands goes, and is posted anew without them.
    house.allow(ben, Named).await;
    assert_eq!(house.sends().await, ["thanks/1/0 sent", "thanks/1/1 planned", "unpost/500/0 planned"]);
    assert_eq!(in_post(1).await, [ada]);
    house.allow(ben, Public).await;
    assert_eq!(in_post(1).await, [ada, ben], "nothing has left yet");

    // The same while the post is on its way, with or without them: it is taken away, whatever it shows.
    let mut claims = house.claim(noon(), "worker").await;
    house.allow(ben, Named).await;
    house.allow(ben, Public).await;
    assert_eq!(in_post(1).await, [ThanksId(0); 0]);
    claims.sort_by_key(|claim| claim.send().key.to_string());
    for claim in claims {
        let outcome = if claim.send().key.kind().name() == "thanks" { arrived(501) } else { Outcome::Sent(None) };
        house.settle(claim, outcome).await;
    }
    let sends = house.sends().await;
    assert!(sends.contains(&"unpost/501/0 planned".to_owned()), "{sends:?}");
    assert!(sends.contains(&"thanks/1/2 planned".to_owned()), "{sends:?}");
    assert_eq!(in_post(2).await, [ada, ben]);
    assert_eq!(house.posted(ada).await, None);
}

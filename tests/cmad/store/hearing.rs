//! Gaps in what a campaign received: opened, joined, searched, closed.

use chrono::{DateTime, TimeDelta, Utc};
use cmad::store::NotCollected;
use cmad::store::gaps::Sources;
use cmad::store::thanks::NewThanks;
use domain::away::{Contents, Gap, Progress, Way};
use domain::ids::{ChannelId, GuildId, MessageId};
use domain::plan::Planned;
use domain::send::{SendKey, Task};
use domain::thanks::Consent;

use super::{ADA, GUILD, House, KIM, LEE, NEWS, YEAR, at, noon, thanks};

fn clock(time: &str) -> DateTime<Utc> {
    at(&format!("2027-01-25 {time} Europe/Berlin"))
}

/// The send that searches a gap up to here.
fn look(until: DateTime<Utc>) -> Planned {
    let task = Task::FindMissed { until: until.timestamp_millis() };
    Planned { key: SendKey::new(GUILD, YEAR, &task), task, due: until, until: None }
}

#[tokio::test]
async fn a_gap_is_stored_joined_and_closed() {
    let house = House::new().await;
    let store = &house.store;
    let gap = async || store.gap(GUILD, YEAR).await.unwrap().map(|(gap, _)| (gap.from, gap.until));
    let fill = async |from: &str, until: &str, contents: Contents| {
        let part = Gap { from: clock(from), until: clock(until) };
        store.mark_gap_filled(GUILD, YEAR, part, contents).await.unwrap()
    };
    let opened = at("2027-01-11 10:00 Europe/Berlin");
    assert_eq!(store.campaigns_without_reception(opened - TimeDelta::seconds(1)).await.unwrap(), []);
    assert_eq!(store.campaigns_without_reception(clock("08:00")).await.unwrap(), [(GUILD, YEAR, opened)]);
    assert_eq!(store.open_gap_year(GUILD).await.unwrap(), None);

    store.mark_received_until(clock("09:05")).await.unwrap();
    store.mark_received_until(clock("09:00")).await.unwrap();
    store.open_gaps(clock("13:00"), Contents::Received).await.unwrap();
    assert_eq!(store.open_gap_year(GUILD).await.unwrap(), Some(YEAR));
    assert!(store.has_gap(GUILD, YEAR).await.unwrap());
    assert_eq!(
        store.campaigns_without_reception(clock("13:00")).await.unwrap(),
        [],
        "it is known that nothing is heard"
    );
    assert_eq!(gap().await, None, "it has no end yet");
    store.end_gap(GUILD, YEAR, clock("13:01"), &look(clock("13:01"))).await.unwrap();
    assert_eq!(gap().await, Some((clock("09:05"), clock("13:01"))), "a mark never goes back");

    // A second gap opens while the first is half searched: they are joined.
    let whole = Gap { from: clock("09:05"), until: clock("13:01") };
    let progress = Progress::begin(whole, Way::History { channels: vec![NEWS] }, vec![ChannelId(9)]).next(whole);
    store.keep_progress(GUILD, YEAR, whole, &progress).await.unwrap();
    store.open_gaps(clock("14:00"), Contents::Received).await.unwrap();
    store.end_gap(GUILD, YEAR, clock("14:01"), &look(clock("14:01"))).await.unwrap();
    assert_eq!(gap().await, Some((clock("09:05"), clock("14:01"))));
    assert_eq!(store.gap(GUILD, YEAR).await.unwrap().unwrap().1, Some(progress), "what was done stays done");
    assert!(fill("09:05", "13:01", Contents::Received).await);
    assert_eq!(gap().await, Some((clock("13:01"), clock("14:01"))), "what it grew by is left");
    assert_eq!(store.gap(GUILD, YEAR).await.unwrap().unwrap().1, None);
    assert!(!fill("09:05", "14:01", Contents::Received).await, "a page from before it began elsewhere");
    assert!(fill("13:01", "14:01", Contents::Received).await);
    assert!(gap().await.is_none() && !store.has_gap(GUILD, YEAR).await.unwrap());
    let looks = house.sends().await;
    assert_eq!(looks.iter().filter(|line| line.starts_with("find-missed/")).count(), 2, "{looks:?}");

    // An outage of one server, noted twice: the earlier time counts.
    store.open_gap(GUILD, clock("15:00"), clock("15:00")).await.unwrap();
    store.open_gap(GUILD, clock("15:30"), clock("15:30")).await.unwrap();
    store.end_gap(GUILD, YEAR, clock("16:00"), &look(clock("16:00"))).await.unwrap();
    assert_eq!(gap().await, Some((clock("15:00"), clock("16:00"))));
    // Catching up without a gap makes none; and a closed campaign receives nothing.
    assert!(fill("15:00", "16:00", Contents::Received).await);
    store.end_gap(GUILD, YEAR, clock("16:30"), &look(clock("16:30"))).await.unwrap();
    assert_eq!(gap().await, None);

    // Sessions without message contents search their own gaps; the first session with them searches all again.
    store.mark_received_until(clock("16:40")).await.unwrap();
    store.open_gaps(clock("16:45"), Contents::Withheld).await.unwrap();
    store.end_gap(GUILD, YEAR, clock("16:46"), &look(clock("16:46"))).await.unwrap();
    assert!(fill("16:40", "16:46", Contents::Withheld).await);
    store.open_gaps(clock("16:50"), Contents::Withheld).await.unwrap();
    store.end_gap(GUILD, YEAR, clock("16:51"), &look(clock("16:51"))).await.unwrap();
    let under_way = Gap { from: clock("16:45"), until: clock("16:51") };
    assert_eq!(gap().await, Some((under_way.from, under_way.until)));
    let progress = Progress::begin(under_way, Way::Stored, Vec::new());
    store.keep_progress(GUILD, YEAR, under_way, &progress).await.unwrap();
    store.open_gaps(clock("16:55"), Contents::Received).await.unwrap();
    // A page that was under way changes nothing.
    store.keep_progress(GUILD, YEAR, under_way, &progress).await.unwrap();
    assert!(!fill("16:45", "16:51", Contents::Withheld).await);
    store.end_gap(GUILD, YEAR, clock("16:56"), &look(clock("16:56"))).await.unwrap();
    assert_eq!(gap().await, Some((clock("16:40"), clock("16:56"))), "from before the first of them");
    assert_eq!(store.gap(GUILD, YEAR).await.unwrap().unwrap().1, None, "and anew");
    assert!(fill("16:40", "16:56", Contents::Received).await);
    store.open_gaps(clock("16:57"), Contents::Received).await.unwrap();
    store.end_gap(GUILD, YEAR, clock("16:57"), &look(clock("16:57"))).await.unwrap();
    assert_eq!(gap().await, Some((clock("16:55"), clock("16:57"))), "once");
    // An older gap that was searched without contents, and a running session that loses them.
    assert!(fill("16:55", "16:57", Contents::Withheld).await);
    store.set_content_withheld().await.unwrap();
    store.open_gaps(clock("16:58"), Contents::Received).await.unwrap();
    store.end_gap(GUILD, YEAR, clock("16:59"), &look(clock("16:59"))).await.unwrap();
    assert_eq!(gap().await, Some((clock("16:55"), clock("16:59"))));
    store.set_content_withheld().await.unwrap();
    assert!(fill("16:55", "16:59", Contents::Received).await);

    store.close_campaign(GUILD, YEAR, clock("17:00")).await.unwrap();
    store.open_gaps(clock("18:00"), Contents::Received).await.unwrap();
    assert_eq!(store.open_gap_year(GUILD).await.unwrap(), None);
}

#[tokio::test]
async fn searches_are_claimed_last_and_removed_with_their_server() {
    let house = House::new().await;
    let store = &house.store;
    let far = Planned { due: clock("08:00"), ..look(clock("08:00")) };
    store.enqueue(GUILD, YEAR, &far).await.unwrap();
    let post = Task::React { channel: NEWS, message: MessageId(3) };
    let post = Planned { key: SendKey::new(GUILD, YEAR, &post), task: post, due: clock("09:00"), until: None };
    store.enqueue(GUILD, YEAR, &post).await.unwrap();
    let first = store.claim_due(clock("09:00"), 1, super::LEASE, "worker").await.unwrap();
    assert_eq!(first[0].send().key, post.key, "it is due later, and goes first");

    store.open_gap(GUILD, clock("08:00"), clock("08:00")).await.unwrap();
    store.remember(&format!("look-again:{GUILD}/{YEAR}/digest"), "5").await.unwrap();
    store.mark_left(GUILD, clock("12:00"), 30).await.unwrap();
    assert!(store.purge_server(GUILD, clock("12:00")).await.unwrap());
    assert!(!store.has_gap(GUILD, YEAR).await.unwrap());
    assert_eq!(store.recall(&format!("look-again:{GUILD}/{YEAR}/digest")).await.unwrap(), None);
}

#[tokio::test]
async fn sources_are_paged_and_erased_ones_are_recognised() {
    let house = House::new().await;
    let of =
        |source: u64| NewThanks { message: Some((NEWS, MessageId(source))), ..thanks(source, ADA, Consent::Named) };
    for source in [60, 50] {
        house.store.keep_thanks(&[of(source)], noon()).await.unwrap();
    }
    house.keep(70, Consent::Named).await;
    let next = async |after| house.store.next_source(GUILD, YEAR, MessageId(after), Sources::All).await.unwrap();
    assert_eq!(next(0).await, Some((NEWS, MessageId(50))));
    assert_eq!(next(50).await, Some((NEWS, MessageId(60))));
    assert_eq!(next(60).await, None, "what came from a command has no message");
    // No matter who wrote it: the message itself is not collected again.
    let bars = async |guild, message| house.store.not_collected(guild, LEE, MessageId(message)).await.unwrap();
    assert_eq!(bars(GUILD, 50).await, None);
    house.store.erase(KIM, clock("12:00")).await.unwrap();
    assert_eq!(bars(GUILD, 50).await, Some(NotCollected::Gone));
    assert_eq!((bars(GuildId(8), 50).await, bars(GUILD, 51).await), (None, None));
}

//! A wrong clock: what is due comes by the right time, and nothing is done that cannot be undone.

use chrono::TimeDelta;
use cmad::rehearse::stage::{Stage, sim_options};
use discord_sim::{Opt, SimOptions};
use domain::campaign::Step;
use domain::ids::GuildId;
use domain::send::{SendKind, SendState, Task};

use crate::town::{Town, at};
use crate::web::get;

const EVE: &str = "2027-01-24 12:00 Europe/Berlin";
const NEARLY: &str = "2027-01-25 08:57 Europe/Berlin";
const DAY: &str = "2027-01-25 09:00 Europe/Berlin";
/// After the purge of this campaign's words.
const A_YEAR: TimeDelta = TimeDelta::days(366);

/// How far clocks are wrong, in both directions; the last one shows 1970.
const WRONG: [TimeDelta; 7] = [
    TimeDelta::minutes(3),
    TimeDelta::hours(-3),
    TimeDelta::days(1),
    TimeDelta::days(-1),
    TimeDelta::days(31),
    A_YEAR,
    TimeDelta::days(-20_818),
];

/// The town with pages, set up, with a thank-you.
async fn town(when: &str) -> Town {
    let mut town = Town::at(when).await;
    town.stage.stop().await.unwrap();
    town.stage.serve_pages();
    town.stage.start().await.unwrap();
    town.set_up_here().await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.thank(&kim, &ada, "for the long nights", &[("consent", "named")]).await;
    town
}

async fn readyz(town: &Town) -> (u16, String) {
    let (status, _, text) = get(town.stage.bot().http().unwrap(), "/readyz", "en").await;
    (status, text)
}

/// What became of the campaign's sends of this kind.
async fn states(town: &Town, kind: SendKind) -> Vec<SendState> {
    let sends = town.stage.bot().store().sends(GuildId(town.server.id()), 2027).await.unwrap();
    sends.into_iter().filter(|send| send.task.kind() == kind).map(|send| send.state).collect()
}

async fn skipped(town: &Town) -> Vec<Task> {
    let sends = town.stage.bot().store().sends(GuildId(town.server.id()), 2027).await.unwrap();
    sends.into_iter().filter(|send| send.state == SendState::Skipped).map(|send| send.task).collect()
}

fn day_posts(town: &Town) -> usize {
    town.cmad.messages().iter().filter(|message| message.text().contains("Today is")).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_was_wrong_for_a_moment_costs_nothing() {
    for wrong in WRONG {
        let mut town = town(EVE).await;
        let before = skipped(&town).await;
        town.advance_to(NEARLY).await;
        town.stage.make_clock_wrong_by(wrong);
        town.settle().await;
        let (status, text) = readyz(&town).await;
        assert!(status == 503 && text.starts_with("clock "), "{wrong}: {status} {text}");
        // People are answered, by the right time.
        let (lee, ada) = (town.lee.clone(), town.ada.clone());
        town.thank(&lee, &ada, "for the patience", &[("consent", "public")]).await;
        let posts = town.cmad.messages().len();
        town.stage.make_clock_wrong_by(TimeDelta::zero());
        town.settle().await;
        assert_eq!(readyz(&town).await, (200, "ready\n".into()), "{wrong}");
        assert_eq!(day_posts(&town), 0, "{wrong}: nothing goes out before its time");
        assert!(town.cmad.messages().iter().any(|message| message.text().contains("patience")), "{wrong}: {posts}");
        town.advance_to(DAY).await;
        assert_eq!(day_posts(&town), 1, "{wrong}: the day's post comes");
        assert_eq!(skipped(&town).await, before, "{wrong}: nothing was skipped");
        assert_eq!(states(&town, SendKind::Step(Step::Close)).await, [SendState::Planned], "{wrong}");
        assert!(town.rows().await.contains("'named'"), "{wrong}: the words are there");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_due_comes_by_discords_time_while_the_clock_is_wrong() {
    for wrong in WRONG {
        let mut town = town(EVE).await;
        town.stage.make_clock_wrong_by(wrong);
        town.advance_to(NEARLY).await;
        assert_eq!(day_posts(&town), 0, "{wrong}: not before it is due");
        town.advance_to("2027-01-25 09:01 Europe/Berlin").await;
        assert_eq!(day_posts(&town), 1, "{wrong}: once it is due");
        town.stage.make_clock_wrong_by(TimeDelta::zero());
        town.settle().await;
        assert_eq!(day_posts(&town), 1, "{wrong}: and once");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_with_a_wrong_clock_destroys_nothing() {
    for wrong in WRONG {
        let mut town = town(EVE).await;
        let before = skipped(&town).await;
        town.stage.stop().await.unwrap();
        town.stage.make_clock_wrong_by(wrong);
        town.stage.start().await.unwrap();
        let rows = town.rows().await;
        assert!(rows.contains("'named'"), "{wrong}: the words are there");
        assert_eq!(skipped(&town).await, before, "{wrong}: nothing was skipped");
        town.stage.make_clock_wrong_by(TimeDelta::zero());
        town.advance_to(DAY).await;
        assert_eq!(day_posts(&town), 1, "{wrong}: the day's post comes");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_skipping_and_purging_wait_until_the_clock_is_right() {
    let mut town = town(EVE).await;
    town.advance_to("2027-02-01 12:00 Europe/Berlin").await;
    town.stage.make_clock_wrong_by(A_YEAR);
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    assert_eq!(states(&town, SendKind::Step(Step::Close)).await, [SendState::Planned], "it waits");
    town.stage.make_clock_wrong_by(TimeDelta::zero());
    town.settle().await;
    assert_eq!(states(&town, SendKind::Step(Step::Close)).await, [SendState::Sent], "it goes on by itself");

    // The words are due to go in May.
    town.stage.make_clock_wrong_by(-A_YEAR);
    town.advance_to("2027-05-05 12:00 Europe/Berlin").await;
    assert_eq!(states(&town, SendKind::Purge).await, [SendState::Planned]);
    town.stage.make_clock_wrong_by(TimeDelta::zero());
    town.settle().await;
    assert_eq!(states(&town, SendKind::Purge).await, [SendState::Sent]);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_that_is_too_late_is_skipped_once_the_clock_is_right() {
    let mut town = town(EVE).await;
    town.stage.stop().await.unwrap();
    town.stage.set(at("2027-01-26 00:30 Europe/Berlin"));
    town.stage.make_clock_wrong_by(A_YEAR);
    town.stage.start().await.unwrap();
    let day = SendKind::Step(Step::Day);
    assert_eq!(states(&town, day).await, [SendState::Planned], "it waits");
    town.stage.make_clock_wrong_by(TimeDelta::zero());
    town.settle().await;
    assert_eq!(states(&town, day).await, [SendState::Skipped]);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_months_off_the_bot_goes_on_at_once_when_discord_confirms_the_time() {
    let mut town = town(EVE).await;
    town.stage.stop().await.unwrap();
    town.stage.set(at("2027-03-01 12:00 Europe/Berlin"));
    town.stage.start().await.unwrap();
    // The close waits for what was said meanwhile, for an hour at most.
    town.advance_to("2027-03-01 13:30 Europe/Berlin").await;
    assert_eq!(states(&town, SendKind::Step(Step::Close)).await, [SendState::Sent]);
    assert_eq!(readyz(&town).await, (200, "ready\n".into()));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_bots_token_purges_nothing_and_is_told() {
    let mut town = town(EVE).await;
    // Killed, so that no session is kept, which would lead to the other Discord.
    town.stage.kill().await;
    let options = SimOptions { bot_id: Some(77), ..sim_options(at(EVE).timestamp_millis()) };
    let other = Stage::on(options, town.database.url.clone()).await.unwrap();
    let ours = std::mem::replace(&mut town.stage, other);
    town.stage.serve_pages();
    town.stage.start().await.unwrap();
    let (status, text) = readyz(&town).await;
    assert_eq!((status, text.as_str()), (503, "no-server\n"));
    town.advance_to("2027-06-01 12:00 Europe/Berlin").await;
    assert!(town.rows().await.contains("'named'"), "the words are there, months later");
    assert_eq!(states(&town, SendKind::Step(Step::Day)).await, [SendState::Planned], "and nothing was skipped");
    town.stage.kill().await;
    town.stage.sim.assert_clean();

    town.stage = ours;
    town.stage.start().await.unwrap();
    assert_eq!(readyz(&town).await, (200, "ready\n".into()));
    let options = [("year", Opt::Int(2027))];
    let answer = town.olga.slash(&town.cmad, "cmad when", &options).await.settled().await;
    assert!(answer.text().contains("2027"), "{}", answer.text());
    town.advance_to(DAY).await;
    assert_eq!(day_posts(&town), 1, "with its own token it goes on");
    town.ends_well().await;
}

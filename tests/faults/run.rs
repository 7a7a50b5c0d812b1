//! One run and its verdict: the world must end as if nothing had happened.

use std::time::Duration;

use discord_sim::Event;

use crate::ledger::Ledger;
use crate::plan::Run;
use crate::play::{Life, Play, press_of};
use crate::scenes::{Begins, SCENES, options};
use crate::strike::{SILENCES, Strike};
use crate::village::Snapshot;

/// What the scene is like when nothing breaks.
pub struct DryRun {
    pub ledger: Ledger,
    pub requests: Vec<String>,
    pub frames: Vec<String>,
    pub commits: usize,
}

/// What a run came to.
pub struct Ran {
    /// How many of the strikes have happened; a strike can find its place gone when an earlier one changed the course.
    pub happened: usize,
    /// How often the bot was started.
    pub lives: usize,
    /// How much later the last of what should come came, in simulated milliseconds.
    pub delay_ms: i64,
    /// How many requests more than without faults.
    pub requests_more: usize,
}

/// Runs a scene without faults, and counts where it touches the outside.
pub async fn dry_run(snapshot: &Snapshot, scene: usize) -> DryRun {
    let (mut play, before) = played(snapshot, scene, Life::Here, &[]).await;
    let requests = play.village.sim.requests().split_off(before.requests);
    let frames = play.village.sim.gateway_events().split_off(before.frames);
    let commits = play.tripwire.seen() - before.commits;
    let ledger = closed(&mut play).await;
    assert!(play.unheard.is_empty(), "{:?}", play.unheard);
    play.home.discard().await;
    DryRun { ledger, requests, frames, commits }
}

/// How long a run may take in real time. Most take less than a second.
const PATIENCE: Duration = Duration::from_secs(100);

/// Runs a scene with these strikes and judges how it ended.
pub async fn run(snapshot: &Snapshot, run: &Run, dry: &DryRun) -> Ran {
    let ran = tokio::time::timeout(PATIENCE, judged(snapshot, run, dry)).await;
    ran.unwrap_or_else(|_| panic!("it does not come to an end"))
}

async fn judged(snapshot: &Snapshot, run: &Run, dry: &DryRun) -> Ran {
    let (mut play, before) = played(snapshot, run.scene, run.life, &run.strikes).await;
    let requests = play.village.sim.requests().len() - before.requests;
    let happened = play.happened();
    let ledger = closed(&mut play).await;
    judge(&play, &ledger, dry, &run.strikes);
    let lives = play.lives;
    play.home.discard().await;
    Ran {
        happened,
        lives,
        delay_ms: ledger.delay_ms(&dry.ledger),
        requests_more: requests.saturating_sub(dry.requests.len()),
    }
}

/// How much there was of everything when things began to break.
#[derive(Default)]
struct Before {
    requests: usize,
    frames: usize,
    commits: usize,
}

/// Plays a scene.
async fn played(snapshot: &Snapshot, scene: usize, life: Life, strikes: &[Strike]) -> (Play, Before) {
    let scene = &SCENES[scene];
    let silences = strikes.iter().any(|strike| SILENCES.contains(&strike.kind.as_str()));
    let mut play = Play::of(snapshot, life, strikes, |sim| {
        options(sim);
        if silences {
            // A dead connection is noticed by the next heartbeat, which must not take 41 s of real time.
            sim.heartbeat_interval_ms = 400;
        }
    })
    .await;
    let mut before = Before::default();
    // A child counts its transactions from its start, so with one things break from there.
    let begins = if life == Life::Apart { Begins::WithTheStart } else { scene.begins };
    if begins == Begins::Running {
        play.start().await;
        play.settle().await;
        let sim = &play.village.sim;
        before = Before {
            requests: sim.requests().len(),
            frames: sim.gateway_events().len(),
            commits: play.tripwire.seen(),
        };
    }
    play.begin_strikes();
    if begins == Begins::WithTheStart {
        play.start().await;
        play.settle().await;
    }
    (scene.script)(&mut play).await;
    (play, before)
}

/// Lets the bot recover, and reads what is in the world, and what each manager finds on their desk.
async fn closed(play: &mut Play) -> Ledger {
    play.recover().await;
    let mut ledger = Ledger::read(&play.village);
    let village = play.village.clone();
    let now = play.stage.now().timestamp_millis();
    for manager in [&village.ada, &village.ben] {
        let desk = manager.slash(&village.help, "cmad digest", &[]).await.settled().await;
        let mut words = desk.text();
        if let Some(shown) = press_of(&desk, "Show me now").await {
            words.push_str(&shown.settled().await.text());
        }
        // The words alone: who had to say them again said them on another day.
        let words: Vec<&str> = words.lines().filter(|line| line.contains("ords ")).collect();
        ledger.note(&format!("the desk of @{}: {}", manager.name(), words.join(" | ")), now);
    }
    play.stage.kill().await;
    ledger
}

/// The invariants.
fn judge(play: &Play, ledger: &Ledger, dry: &DryRun, strikes: &[Strike]) {
    let (extra, missing) = ledger.differences(&dry.ledger);
    let refused = strikes.iter().any(Strike::refuses);
    let is_report = |line: &String| line.starts_with("@Olga: ");
    // A manager hears of a copy that did not arrive.
    let is_lost_copy = |line: &String| {
        line.starts_with("@Ada: ### The copy for your boss") && missing.iter().any(|line| line.starts_with("@Rosa: "))
    };
    let (told, doubled): (Vec<String>, Vec<String>) =
        extra.into_iter().partition(|line| refused && (is_report(line) || is_lost_copy(line)));
    assert!(
        doubled.is_empty(),
        "came more often than once, or to somebody it is not for: {doubled:#?}\nmissing: {missing:#?}"
    );
    let mut once = told.clone();
    once.dedup();
    assert_eq!(once, told, "a report comes once");
    let is_reported = told.iter().any(is_report);
    // What Discord refuses for good does not come; whatever is a step of the campaign is reported then.
    let needs_a_word = |line: &&String| {
        let is_asked_again_elsewhere = line.starts_with('💚') || line.starts_with("#help");
        // Where the admin takes no private messages, `/campaign status` is the only place for a report.
        let is_closed = line.starts_with("@Olga") && strikes.iter().any(|strike| strike.kind == "50007");
        // Whether a boss was copied is the manager's affair: their desk shows it, and no admin hears of it.
        let is_copy = line.starts_with("@Rosa");
        !(is_asked_again_elsewhere || is_closed || is_copy || line.contains("taken away from"))
    };
    // First, because what was never done can only be missing.
    assert!(play.unheard.is_empty() || refused, "tried again and again, and was never told: {:?}", play.unheard);
    let unexplained: Vec<&String> =
        missing.iter().filter(|line| !refused || (needs_a_word(line) && !is_reported)).collect();
    assert!(
        unexplained.is_empty(),
        "lost, and nobody was told: {unexplained:#?}\npeople did and were told last: {:#?}",
        told_last(play)
    );
    let excused = !strikes.is_empty();
    let violations: Vec<String> = play
        .village
        .sim
        .violations()
        .into_iter()
        // Nobody can answer what was not delivered, or whose answer was lost on the way.
        .filter(|violation| !(excused && violation.starts_with("no answer within")))
        .collect();
    assert!(violations.is_empty(), "the bot broke rules: {violations:#?}");
}

/// What people did last, and what they were told: what is missing may never have been asked for.
fn told_last(play: &Play) -> Vec<String> {
    let mut told: Vec<String> = play
        .village
        .sim
        .transcript()
        .into_iter()
        .filter_map(|entry| match entry.event {
            Event::InteractionSent { label, .. } => Some(label),
            Event::InteractionAnswered { data, .. } => Some(data.to_string()),
            _ => None,
        })
        .collect();
    told.drain(..told.len().saturating_sub(16));
    told
}

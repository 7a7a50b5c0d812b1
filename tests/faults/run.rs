//! One run and its verdict: the world must end as without faults.

use std::time::Duration;

use discord_sim::Event;

use crate::injection::{Injection, SILENCES};
use crate::ledger::Ledger;
use crate::plan::Run;
use crate::play::{Mode, Play, press_of};
use crate::scenes::{Begins, SCENES, options};
use crate::village::Snapshot;

/// A scene without faults.
pub struct DryRun {
    pub ledger: Ledger,
    pub requests: Vec<String>,
    pub frames: Vec<String>,
    pub commits: usize,
    /// The statements to PostgreSQL.
    pub statements: usize,
}

/// The result of a run.
pub struct Ran {
    /// How many injections have happened; a later one may not find its point after an earlier one.
    pub happened: usize,
    /// How often the bot was started.
    pub starts: usize,
    /// The largest delay of an expected line, in simulated milliseconds.
    pub delay_ms: i64,
    /// How many more requests than without faults.
    pub requests_more: usize,
}

/// Plays a scene without faults, and counts its points.
pub async fn dry_run(snapshot: &Snapshot, scene: usize) -> DryRun {
    let (mut play, before) = played(snapshot, scene, Mode::InProcess, &[]).await;
    let requests = play.village.sim.requests().split_off(before.requests);
    let frames = play.village.sim.gateway_events().split_off(before.frames);
    let commits = play.breakpoint.seen() - before.commits;
    let statements = play.statements() - before.statements;
    let ledger = closed(&mut play).await;
    assert!(play.unanswered.is_empty(), "{:?}", play.unanswered);
    play.database.discard().await;
    DryRun { ledger, requests, frames, commits, statements }
}

/// How long a run may take in real time before it counts as one without an end. Most take less than a second; a busy
/// machine must not decide.
const PATIENCE: Duration = Duration::from_secs(900);

/// Plays a run and judges its result.
pub async fn run(snapshot: &Snapshot, run: &Run, dry: &DryRun) -> Ran {
    let ran = tokio::time::timeout(PATIENCE, judged(snapshot, run, dry)).await;
    ran.unwrap_or_else(|_| panic!("it does not come to an end"))
}

async fn judged(snapshot: &Snapshot, run: &Run, dry: &DryRun) -> Ran {
    let (mut play, before) = played(snapshot, run.scene, run.mode, &run.injections).await;
    let requests = play.village.sim.requests().len() - before.requests;
    let happened = play.happened();
    let ledger = closed(&mut play).await;
    judge(&play, &ledger, dry, &run.injections);
    let starts = play.starts;
    play.database.discard().await;
    Ran {
        happened,
        starts,
        delay_ms: ledger.delay_ms(&dry.ledger),
        requests_more: requests.saturating_sub(dry.requests.len()),
    }
}

/// The counts before the first injection.
#[derive(Default)]
struct Before {
    requests: usize,
    frames: usize,
    commits: usize,
    statements: usize,
}

/// Plays a scene.
async fn played(snapshot: &Snapshot, scene: usize, mode: Mode, injections: &[Injection]) -> (Play, Before) {
    let scene = &SCENES[scene];
    let silences = injections.iter().any(|injection| SILENCES.contains(&injection.kind.as_str()));
    let mut play = Play::of(snapshot, mode, injections, |sim| {
        options(sim);
        if silences {
            // A dead connection is noticed by the next heartbeat, which must not take 41 s of real time.
            sim.heartbeat_interval_ms = 400;
        }
    })
    .await;
    let mut before = Before::default();
    // A child counts its transactions from its start, so its injections begin there.
    let begins = if mode == Mode::ChildProcess { Begins::WithTheStart } else { scene.begins };
    if begins == Begins::Running {
        play.start().await;
        play.settle().await;
        let sim = &play.village.sim;
        before = Before {
            requests: sim.requests().len(),
            frames: sim.gateway_events().len(),
            commits: play.breakpoint.seen(),
            statements: play.statements(),
        };
    }
    play.begin_injections();
    if begins == Begins::WithTheStart {
        play.start().await;
        play.settle().await;
    }
    (scene.script)(&mut play).await;
    (play, before)
}

/// Lets the bot recover, and reads the world and each manager's desk.
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
        // Only the words: a person who had to repeat them did so on another day.
        let words: Vec<&str> = words.lines().filter(|line| line.contains("ords ")).collect();
        ledger.note(&format!("the desk of @{}: {}", manager.name(), words.join(" | ")), now);
    }
    play.stage.kill().await;
    ledger
}

/// Checks the invariants.
fn judge(play: &Play, ledger: &Ledger, dry: &DryRun, injections: &[Injection]) {
    let (mut extra, mut missing) = ledger.differences(&dry.ledger);
    let refused = injections.iter().any(Injection::refuses);
    if refused {
        // Words that Discord refuses in the channel in which they were given are posted in the campaign's.
        extra.retain(|line| {
            let given_in = line.strip_prefix("#community: ").map(|words| format!("#help: {words}"));
            let moved = given_in.and_then(|given_in| missing.iter().position(|one| *one == given_in));
            moved.map(|at| missing.remove(at)).is_none()
        });
    }
    let is_report = |line: &String| line.starts_with("@Olga: ");
    // A manager is told of a copy that did not arrive.
    let is_lost_copy = |line: &String| {
        line.starts_with("@Ada: ### The copy for your boss") && missing.iter().any(|line| line.starts_with("@Rosa: "))
    };
    let (told, doubled): (Vec<String>, Vec<String>) =
        extra.into_iter().partition(|line| refused && (is_report(line) || is_lost_copy(line)));
    assert!(doubled.is_empty(), "came more than once, or to the wrong person: {doubled:#?}\nmissing: {missing:#?}");
    let mut once = told.clone();
    once.dedup();
    assert_eq!(once, told, "a report comes once");
    let is_reported = told.iter().any(is_report);
    // What Discord refuses for good is missing; a missing step of the campaign is reported.
    let needs_a_report = |line: &&String| {
        let is_reaction_or_question = line.starts_with('💚') || line.starts_with("#help");
        // Where the admin takes no private messages, `/campaign status` is the only place for a report.
        let is_private = |injection: &Injection| matches!(injection.kind.as_str(), "50007" | "50278" | "20026");
        let is_closed = line.starts_with("@Olga") && injections.iter().any(is_private);
        // The result of a copy is shown on the manager's desk, and admins are not told.
        let is_copy = line.starts_with("@Rosa");
        !(is_reaction_or_question || is_closed || is_copy || line.contains("taken away from"))
    };
    // Checked first, because what was never acknowledged is missing below.
    assert!(
        play.unanswered.is_empty() || refused,
        "tried again and again, and never got an answer: {:?}",
        play.unanswered
    );
    let unexplained: Vec<&String> =
        missing.iter().filter(|line| !refused || (needs_a_report(line) && !is_reported)).collect();
    assert!(
        unexplained.is_empty(),
        "lost, and no one was told: {unexplained:#?}\nthe last interactions: {:#?}",
        last_interactions(play)
    );
    let excused = !injections.is_empty();
    let violations: Vec<String> = play
        .village
        .sim
        .violations()
        .into_iter()
        // With a fault an interaction may not be delivered, or its answer may be lost.
        .filter(|violation| !(excused && violation.starts_with("no answer within")))
        .collect();
    assert!(violations.is_empty(), "the bot broke rules: {violations:#?}");
}

/// The last interactions and their answers, for a failure's message.
fn last_interactions(play: &Play) -> Vec<String> {
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

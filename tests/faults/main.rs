//! Systematic fault injection: each scene of a campaign is played again for every point at which the bot touches the
//! outside and every fault that can happen there; afterwards the world must look as without faults. Section *Faults* of
//! docs/reliability.md says what is tried, and how to repeat one run.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should say where")]
#![expect(clippy::print_stderr, reason = "the summary is shown beside the results")]

/// No run has to survive a power cut.
const FSYNC: &str = "off";

mod breakpoint;
mod database_copies;
#[path = "../cmad/databases.rs"]
#[expect(dead_code, reason = "the tests' databases do more than runs need")]
mod databases;
mod ledger;
mod plan;
mod play;
mod pool;
mod postgres;
mod process;
#[path = "../cmad/waiting/relay.rs"]
#[expect(dead_code, reason = "runs need a part of what it does")]
mod relay;
mod run;
mod scenes;
mod village;

use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Failed, Trial};

use cmad::rehearse::fault as injection;
use databases::On;
use plan::Run;
use pool::{Tally, blocking};
use run::DryRun;
use scenes::SCENES;
use village::Snapshot;

/// A snapshot for each scene, made once, and each scene's dry run.
struct Stages {
    snapshots: Vec<Snapshot>,
    dry: Vec<DryRun>,
}

fn stages(on: On) -> &'static Stages {
    static ON_SQLITE: OnceLock<Stages> = OnceLock::new();
    static ON_POSTGRES: OnceLock<Stages> = OnceLock::new();
    let stages = match on {
        On::Sqlite => &ON_SQLITE,
        On::Postgres => &ON_POSTGRES,
    };
    stages.get_or_init(|| {
        blocking(async {
            let snapshots = scenes::snapshots(on).await;
            let mut dry = Vec::new();
            for (index, snapshot) in snapshots.iter().enumerate() {
                dry.push(run::dry_run(snapshot, index).await);
            }
            Stages { snapshots, dry }
        })
    })
}

/// Plays all runs. The error names each failed run, so that it can be repeated.
fn try_all(name: &str, runs: Vec<Run>) -> Result<(), Failed> {
    let count = runs.len();
    let tally = Arc::new(Tally::default());
    let failures = pool::run_each(runs, {
        let tally = Arc::clone(&tally);
        move |planned: &Run| {
            let stages = stages(planned.on);
            let ran = blocking(run::run(&stages.snapshots[planned.scene], planned, &stages.dry[planned.scene]));
            tally.count(planned, &ran);
        }
    });
    eprintln!("{name}: {}", tally.says(count));
    if let Some(first) = failures.first() {
        let all: Vec<String> = failures.iter().map(|(run, why)| format!("{run}\n{why}")).collect();
        return Err(format!(
            "{} of {count} runs failed. To repeat the first: CMAD_FAULT='{}' cargo test --test faults replay\n\n{}",
            failures.len(),
            first.0,
            all.join("\n\n")
        )
        .into());
    }
    // A test whose faults do not happen proves nothing.
    if tally.happened() * 20 < count * 19 {
        return Err(format!("only {} of {count} runs met their fault", tally.happened()).into());
    }
    Ok(())
}

fn main() -> ExitCode {
    if let Some(code) = process::child() {
        return code;
    }
    let filter = std::env::var("CMAD_TEST_LOG").unwrap_or_else(|_| "off".to_owned());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let mut arguments = Arguments::from_args();
    // The runs of one trial already use all cores.
    arguments.test_threads = Some(1);
    let mut trials = Vec::new();
    for (index, scene) in SCENES.iter().enumerate() {
        let requests = move || {
            try_all(&format!("{} requests", SCENES[index].name), plan::requests(index, &stages(On::Sqlite).dry[index]))
        };
        trials.push(Trial::test(format!("requests::{}", scene.name), requests));
        let commits = move || {
            try_all(
                &format!("{} transactions", SCENES[index].name),
                plan::commits(index, &stages(On::Sqlite).dry[index]),
            )
        };
        trials.push(Trial::test(format!("transactions::{}", scene.name), commits));
        let frames = move || {
            try_all(&format!("{} events", SCENES[index].name), plan::frames(index, &stages(On::Sqlite).dry[index]))
        };
        trials.push(Trial::test(format!("events::{}", scene.name), frames));
        let clocks = move || {
            try_all(
                &format!("{} leaps of the clock", SCENES[index].name),
                plan::clocks(index, &stages(On::Sqlite).dry[index]),
            )
        };
        trials.push(Trial::test(format!("clocks::{}", scene.name), clocks));
    }
    trials.push(Trial::test("processes", || try_all("killed processes", plan::processes(&stages(On::Sqlite).dry))));
    trials.push(Trial::test("pauses", || try_all("paused processes", plan::pauses(&stages(On::Sqlite).dry))));
    trials.push(Trial::test("several", || try_all("several at once", plan::several(&stages(On::Sqlite).dry))));
    trials.extend(postgres::trials());
    if let Some(run) = plan::replay() {
        trials.push(Trial::test("replay", move || try_all("replay", vec![run])));
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

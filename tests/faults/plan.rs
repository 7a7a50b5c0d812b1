//! The list of runs: every point with every fault that can happen there, and several faults at random points.

use std::fmt;

use crate::databases::On;
use crate::injection::{
    CLOSE_CODES, COMMITS, DISCONNECTS, Injection, LOSSES, PAUSE, Point, REFUSALS, SILENCES, kinds_of_request, leaps,
};
use crate::play::Mode;
use crate::run::DryRun;
use crate::scenes::SCENES;

/// One run: a scene and its injections. Printed and parsed as `day/request:3:drop-after+frame:1:op7-after`, with
/// `postgres/` and `process/` before it where that applies.
#[derive(Clone, Debug)]
pub struct Run {
    pub on: On,
    pub scene: usize,
    pub mode: Mode,
    pub injections: Vec<Injection>,
    /// The seed of a random run.
    pub seed: Option<u64>,
}

impl Run {
    fn one(scene: usize, injection: Injection) -> Self {
        Self { on: On::Sqlite, scene, mode: Mode::InProcess, injections: vec![injection], seed: None }
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let on = if self.on == On::Postgres { "postgres/" } else { "" };
        let mode = if self.mode == Mode::ChildProcess { "process/" } else { "" };
        let injections: Vec<String> = self.injections.iter().map(ToString::to_string).collect();
        write!(f, "{on}{mode}{}/{}", SCENES[self.scene].name, injections.join("+"))?;
        // A seed stands for a run on SQLite.
        let number = self.seed.filter(|_| self.on == On::Sqlite);
        number.map_or(Ok(()), |seed| write!(f, " (CMAD_FAULT_SEED={seed})"))
    }
}

/// Whether everything is tried (`CMAD_FAULT_ALL=1`), or a choice that takes minutes.
pub fn all() -> bool {
    std::env::var_os("CMAD_FAULT_ALL").is_some()
}

/// A number from the environment.
pub fn env_number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// Whether the point with this index meets the kind with this number. Each point meets one kind in `of`, and each kind
/// meets different points.
fn is_its_turn(index: usize, number: usize, of: usize) -> bool {
    all() || (index + number).is_multiple_of(of)
}

/// Every request with every eighth of its faults, or with all of them.
pub fn requests(scene: usize, dry: &DryRun) -> Vec<Run> {
    let mut runs = Vec::new();
    for (index, route) in dry.requests.iter().enumerate() {
        for (number, kind) in kinds_of_request(route).into_iter().enumerate() {
            if is_its_turn(index, number, 8) {
                runs.push(Run::one(scene, Injection::new(Point::Request, index + 1, kind)));
            }
        }
    }
    runs
}

/// Every event with every fourth disconnect and two of the close codes, or with all of them.
pub fn frames(scene: usize, dry: &DryRun) -> Vec<Run> {
    let mut runs = Vec::new();
    for index in 0..dry.frames.len() {
        let cuts = DISCONNECTS.iter().chain(&SILENCES).enumerate();
        let mut kinds: Vec<String> =
            cuts.filter(|(number, _)| is_its_turn(index, *number, 4)).map(|(_, kind)| (*kind).to_owned()).collect();
        for (number, code) in CLOSE_CODES.iter().enumerate() {
            if all() {
                kinds.extend([format!("{code}-before"), format!("{code}-after")]);
            } else if is_its_turn(2 * index, number, CLOSE_CODES.len())
                || is_its_turn(2 * index + 1, number, CLOSE_CODES.len())
            {
                let moment = if index % 2 == 0 { "before" } else { "after" };
                kinds.push(format!("{code}-{moment}"));
            }
        }
        runs.extend(kinds.into_iter().map(|kind| Run::one(scene, Injection::new(Point::Frame, index + 1, kind))));
    }
    runs
}

/// Every second transaction, undone or durable in turn, or all of them with both.
pub fn commits(scene: usize, dry: &DryRun) -> Vec<Run> {
    let points = (1..=dry.commits).flat_map(|nth| COMMITS.into_iter().enumerate().map(move |kind| (nth, kind)));
    points
        .filter(|(nth, (number, _))| is_its_turn(*nth, 2 * *number, 4))
        .map(|(nth, (_, kind))| Run::one(scene, Injection::new(Point::Commit, nth, kind)))
        .collect()
}

/// A leap of the clock at every second transaction, with each kind in turn, or at every transaction with all kinds.
pub fn clocks(scene: usize, dry: &DryRun) -> Vec<Run> {
    let kinds = leaps();
    let points = (1..=dry.commits).flat_map(|nth| kinds.iter().enumerate().map(move |kind| (nth, kind)));
    points
        .filter(|(nth, (number, _))| all() || (nth.is_multiple_of(2) && (nth / 2) % kinds.len() == *number))
        .map(|(nth, (_, kind))| Run::one(scene, Injection::new(Point::Commit, nth, kind)))
        .collect()
}

/// A connection to PostgreSQL that falls silent at every statement, with its answer or without it having come.
pub fn statements(scene: usize, dry: &DryRun) -> Vec<Run> {
    let points = (1..=dry.statements).flat_map(|nth| LOSSES.map(|kind| Injection::new(Point::Statement, nth, kind)));
    points.map(|injection| Run::one(scene, injection)).collect()
}

/// Child processes that are paused, or whose clock leaps, in each scene.
pub fn pauses(dry: &[DryRun]) -> Vec<Run> {
    let child = |scene: usize, nth: usize, kind: &str| Run {
        mode: Mode::ChildProcess,
        ..Run::one(scene, Injection::new(Point::Commit, nth, kind))
    };
    let kinds = leaps();
    let of_scene = |(scene, dry): (usize, &DryRun)| {
        [child(scene, dry.commits / 2, PAUSE), child(scene, dry.commits / 3, &kinds[scene % kinds.len()])]
    };
    dry.iter().enumerate().flat_map(of_scene).collect()
}

/// About how many processes are killed (`CMAD_FAULT_PROCESSES`).
const PROCESSES: u64 = 80;

/// Child processes killed by SIGKILL at requests, events and transactions of every scene. A child's points are counted
/// from its start.
pub fn processes(dry: &[DryRun]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (scene, dry) in dry.iter().enumerate() {
        let counts =
            [(Point::Request, dry.requests.len()), (Point::Frame, dry.frames.len()), (Point::Commit, dry.commits)];
        for (point, count) in counts {
            let points = (1..=count).flat_map(|nth| COMMITS.map(|kind| Injection::new(point, nth, kind)));
            runs.extend(points.map(|injection| Run { mode: Mode::ChildProcess, ..Run::one(scene, injection) }));
        }
    }
    if all() {
        return runs;
    }
    // An odd step alternates between the two kinds.
    let step =
        (runs.len() / usize::try_from(env_number("CMAD_FAULT_PROCESSES").unwrap_or(PROCESSES)).unwrap().max(1)) | 1;
    runs.into_iter().step_by(step).collect()
}

/// How many runs with several faults: `CMAD_FAULT_RUNS`.
const SEVERAL: u64 = 40;

/// Two to four faults, one after another, at random points.
pub fn several(dry: &[DryRun]) -> Vec<Run> {
    let count = env_number("CMAD_FAULT_RUNS");
    (1..=count.unwrap_or(if all() { 200 * SEVERAL } else { SEVERAL })).map(|seed| random_run(seed, dry)).collect()
}

/// A random run from its seed.
fn random_run(seed: u64, dry: &[DryRun]) -> Run {
    let mut dice = Dice(seed);
    let scene = dice.below(SCENES.len());
    let injections = (0..2 + dice.below(3)).map(|order| {
        // A later fault is counted from when the earlier one has happened.
        let reach = if order == 0 { 1 } else { 3 };
        if dice.below(3) < 2 {
            let index = dice.below((dry[scene].requests.len() / reach).max(1));
            let route = dry[scene].requests.get(index).map_or("", String::as_str);
            // Permanent refusals have their own runs: the expected result depends on the request, and an earlier fault
            // changes which request has this number.
            let kinds: Vec<&str> = kinds_of_request(route)
                .into_iter()
                .filter(|kind| !REFUSALS.contains(kind) && *kind != "10062")
                .collect();
            let kind = kinds[dice.below(kinds.len())];
            Injection::new(Point::Request, index + 1, kind)
        } else {
            let index = dice.below((dry[scene].frames.len() / reach).max(1));
            let mut kinds: Vec<String> = DISCONNECTS.iter().map(|kind| (*kind).to_owned()).collect();
            let codes = CLOSE_CODES.iter().filter(|code| **code != "close-4014");
            kinds.extend(codes.flat_map(|code| [format!("{code}-before"), format!("{code}-after")]));
            Injection::new(Point::Frame, index + 1, kinds[dice.below(kinds.len())].clone())
        }
    });
    Run { on: On::Sqlite, scene, mode: Mode::InProcess, injections: injections.collect(), seed: Some(seed) }
}

/// The run that the environment names: `CMAD_FAULT`, or `CMAD_FAULT_SEED`.
pub fn replay() -> Option<Run> {
    if let Ok(seed) = std::env::var("CMAD_FAULT_SEED") {
        return Some(random_run(seed.parse().unwrap(), &crate::stages(On::Sqlite).dry));
    }
    let text = std::env::var("CMAD_FAULT").ok()?;
    // The seed after a run's name adds nothing to the name.
    let text = text.split(' ').next().unwrap();
    let (on, text) = text.strip_prefix("postgres/").map_or((On::Sqlite, text), |text| (On::Postgres, text));
    let (mode, text) = text.strip_prefix("process/").map_or((Mode::InProcess, text), |text| (Mode::ChildProcess, text));
    let (name, injections) = text.split_once('/').unwrap();
    let scene = SCENES.iter().position(|scene| scene.name == name).unwrap();
    let injections = injections.split('+').map(|injection| injection.parse().unwrap()).collect();
    Some(Run { on, scene, mode, injections, seed: None })
}

/// A seeded pseudo-random generator.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        use sha2::{Digest as _, Sha256};
        self.0 = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1);
        let hash = Sha256::digest(self.0.to_be_bytes());
        let number = u64::from_be_bytes(hash[..8].try_into().unwrap());
        usize::try_from(number % u64::try_from(count).unwrap()).unwrap()
    }
}

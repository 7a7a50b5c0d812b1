//! Which runs there are: every point with every fault that can happen there, and several at random places.

use std::fmt;

use crate::databases::On;
use crate::play::Life;
use crate::run::DryRun;
use crate::scenes::SCENES;
use crate::strike::{CLOSINGS, COMMITS, CUTS, Place, SILENCES, Strike, kinds_of_request};

/// One run: a scene and what goes wrong in it, as it is printed and read: `day/request:3:drop-after+frame:1:op7-after`,
/// with `postgres/` and `process/` before it where it runs so.
#[derive(Clone, Debug)]
pub struct Run {
    pub on: On,
    pub scene: usize,
    pub life: Life,
    pub strikes: Vec<Strike>,
    /// The number from which it was made, if it was made up at random.
    pub seed: Option<u64>,
}

impl Run {
    fn one(scene: usize, strike: Strike) -> Self {
        Self { on: On::Sqlite, scene, life: Life::Here, strikes: vec![strike], seed: None }
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let on = if self.on == On::Postgres { "postgres/" } else { "" };
        let life = if self.life == Life::Apart { "process/" } else { "" };
        let strikes: Vec<String> = self.strikes.iter().map(ToString::to_string).collect();
        write!(f, "{on}{life}{}/{}", SCENES[self.scene].name, strikes.join("+"))?;
        // A number stands for a run on SQLite.
        let number = self.seed.filter(|_| self.on == On::Sqlite);
        number.map_or(Ok(()), |seed| write!(f, " (CMAD_FAULT_SEED={seed})"))
    }
}

/// Whether everything is tried (`CMAD_FAULT_ALL=1`), or what fits into minutes.
pub fn all() -> bool {
    std::env::var_os("CMAD_FAULT_ALL").is_some()
}

/// A number that the environment asks for.
pub fn wished(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// Whether the point with this index meets the kind with this number, where each point meets one kind in `of`: no point
/// is left out, and each kind meets others.
fn is_its_turn(index: usize, number: usize, of: usize) -> bool {
    all() || (index + number).is_multiple_of(of)
}

/// Every request with every eighth fault of requests, each fault at other requests; with all where everything is tried.
pub fn requests(scene: usize, dry: &DryRun) -> Vec<Run> {
    let mut runs = Vec::new();
    for (index, route) in dry.requests.iter().enumerate() {
        for (number, kind) in kinds_of_request(route).into_iter().enumerate() {
            if is_its_turn(index, number, 8) {
                runs.push(Run::one(scene, Strike::new(Place::Request, index + 1, kind)));
            }
        }
    }
    runs
}

/// Every event with every fourth way to be cut off and two of the close codes, each code at other events; with all where
/// everything is tried.
pub fn frames(scene: usize, dry: &DryRun) -> Vec<Run> {
    let mut runs = Vec::new();
    for index in 0..dry.frames.len() {
        let cuts = CUTS.iter().chain(&SILENCES).enumerate();
        let mut kinds: Vec<String> =
            cuts.filter(|(number, _)| is_its_turn(index, *number, 4)).map(|(_, kind)| (*kind).to_owned()).collect();
        for (number, code) in CLOSINGS.iter().enumerate() {
            if all() {
                kinds.extend([format!("{code}-before"), format!("{code}-after")]);
            } else if is_its_turn(2 * index, number, CLOSINGS.len())
                || is_its_turn(2 * index + 1, number, CLOSINGS.len())
            {
                let moment = if index % 2 == 0 { "before" } else { "after" };
                kinds.push(format!("{code}-{moment}"));
            }
        }
        runs.extend(kinds.into_iter().map(|kind| Run::one(scene, Strike::new(Place::Frame, index + 1, kind))));
    }
    runs
}

/// Every second transaction, undone or durable in turn; all, and both, where everything is tried. Claims, settlements,
/// thanks, everything.
pub fn commits(scene: usize, dry: &DryRun) -> Vec<Run> {
    let points = (1..=dry.commits).flat_map(|nth| COMMITS.into_iter().enumerate().map(move |kind| (nth, kind)));
    points
        .filter(|(nth, (number, _))| is_its_turn(*nth, 2 * *number, 4))
        .map(|(nth, (_, kind))| Run::one(scene, Strike::new(Place::Commit, nth, kind)))
        .collect()
}

/// About so many processes are killed where not everything is tried (`CMAD_FAULT_PROCESSES`); the step is rounded up.
const PROCESSES: u64 = 80;

/// Processes that are killed for real: at requests, events and transactions of every scene. A child's points are
/// counted from its start, which has a few of its own.
pub fn processes(dry: &[DryRun]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (scene, dry) in dry.iter().enumerate() {
        let counts =
            [(Place::Request, dry.requests.len()), (Place::Frame, dry.frames.len()), (Place::Commit, dry.commits)];
        for (place, count) in counts {
            let points = (1..=count).flat_map(|nth| COMMITS.map(|kind| Strike::new(place, nth, kind)));
            runs.extend(points.map(|strike| Run { life: Life::Apart, ..Run::one(scene, strike) }));
        }
    }
    if all() {
        return runs;
    }
    // An odd step meets both kinds in turn.
    let step = (runs.len() / usize::try_from(wished("CMAD_FAULT_PROCESSES").unwrap_or(PROCESSES)).unwrap().max(1)) | 1;
    runs.into_iter().step_by(step).collect()
}

/// How many runs with several faults: `CMAD_FAULT_RUNS`.
const SEVERAL: u64 = 40;

/// Two to four faults, one after another, at places made up from a number each.
pub fn several(dry: &[DryRun]) -> Vec<Run> {
    let count = wished("CMAD_FAULT_RUNS");
    (1..=count.unwrap_or(if all() { 200 * SEVERAL } else { SEVERAL })).map(|seed| made_up(seed, dry)).collect()
}

/// A run from its number.
fn made_up(seed: u64, dry: &[DryRun]) -> Run {
    let mut dice = Dice(seed);
    let scene = dice.below(SCENES.len());
    let strikes = (0..2 + dice.below(3)).map(|order| {
        // Later faults are looked for from when the earlier one has happened.
        let reach = if order == 0 { 1 } else { 3 };
        if dice.below(3) < 2 {
            let index = dice.below((dry[scene].requests.len() / reach).max(1));
            let route = dry[scene].requests.get(index).map_or("", String::as_str);
            // What is refused for good has its own runs: whether it should come depends on which request it was, and an
            // earlier fault moves the others on.
            let refusals = ["50013", "50007", "10003", "10062"];
            let kinds: Vec<&str> =
                kinds_of_request(route).into_iter().filter(|kind| !refusals.contains(kind)).collect();
            let kind = kinds[dice.below(kinds.len())];
            Strike::new(Place::Request, index + 1, kind)
        } else {
            let index = dice.below((dry[scene].frames.len() / reach).max(1));
            let mut kinds: Vec<String> = CUTS.iter().map(|kind| (*kind).to_owned()).collect();
            let codes = CLOSINGS.iter().filter(|code| **code != "close-4014");
            kinds.extend(codes.flat_map(|code| [format!("{code}-before"), format!("{code}-after")]));
            Strike::new(Place::Frame, index + 1, kinds[dice.below(kinds.len())].clone())
        }
    });
    Run { on: On::Sqlite, scene, life: Life::Here, strikes: strikes.collect(), seed: Some(seed) }
}

/// The run that the environment asks for: `CMAD_FAULT` in words, or `CMAD_FAULT_SEED` by its number.
pub fn replay() -> Option<Run> {
    if let Ok(seed) = std::env::var("CMAD_FAULT_SEED") {
        return Some(made_up(seed.parse().unwrap(), &crate::stages(On::Sqlite).dry));
    }
    let text = std::env::var("CMAD_FAULT").ok()?;
    // What stands behind a run's name, its number, says nothing that the name does not.
    let text = text.split(' ').next().unwrap();
    let (on, text) = text.strip_prefix("postgres/").map_or((On::Sqlite, text), |text| (On::Postgres, text));
    let (life, text) = text.strip_prefix("process/").map_or((Life::Here, text), |text| (Life::Apart, text));
    let (name, strikes) = text.split_once('/').unwrap();
    let scene = SCENES.iter().position(|scene| scene.name == name).unwrap();
    let strikes = strikes.split('+').map(|strike| strike.parse().unwrap()).collect();
    Some(Run { on, scene, life, strikes, seed: None })
}

/// Numbers that look random and are the same for the same seed.
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

//! Runs on PostgreSQL: some of every kind of fault, spread over all scenes, each on a copy of a database on a server
//! that the tests start.

use std::collections::BTreeMap;

use libtest_mimic::Trial;

use crate::databases::{On, has_postgres};
use crate::injection::Point;
use crate::plan::{self, Run};
use crate::run::DryRun;
use crate::{stages, try_all};

/// Makes the runs of a group from the scenes' dry runs.
type Plan = fn(&[DryRun]) -> Vec<Run>;

/// One trial for each group; without PostgreSQL they only print that.
pub fn trials() -> Vec<Trial> {
    let groups: [(&str, Plan); 6] = [
        ("requests", |dry| in_each_scene(dry, plan::requests)),
        ("transactions", |dry| in_each_scene(dry, plan::commits)),
        ("events", |dry| in_each_scene(dry, plan::frames)),
        ("silences", |dry| in_each_scene(dry, plan::statements)),
        ("processes", plan::processes),
        ("several", plan::several),
    ];
    let trial = |(name, planned): (&'static str, Plan)| {
        Trial::test(format!("postgres::{name}"), move || {
            if !has_postgres() {
                return Ok(());
            }
            try_all(&format!("{name} on PostgreSQL"), some_of(planned(&stages(On::Postgres).dry)))
        })
    };
    groups.map(trial).into()
}

fn in_each_scene(dry: &[DryRun], plan: fn(usize, &DryRun) -> Vec<Run>) -> Vec<Run> {
    dry.iter().enumerate().flat_map(|(scene, dry)| plan(scene, dry)).collect()
}

/// About how many runs of each group (`CMAD_FAULT_POSTGRES`); at least one of each kind.
const RUNS: u64 = 12;

/// The same number of each kind, at different points for each; or all of them.
fn some_of(runs: Vec<Run>) -> Vec<Run> {
    let mut kinds: BTreeMap<String, Vec<Run>> = BTreeMap::new();
    for run in runs {
        kinds.entry(kind(&run)).or_default().push(Run { on: On::Postgres, ..run });
    }
    let count = kinds.len();
    let wanted = usize::try_from(plan::env_number("CMAD_FAULT_POSTGRES").unwrap_or(RUNS)).unwrap();
    let few = if plan::all() { usize::MAX } else { (wanted / count.max(1)).max(1) };
    let chosen = kinds.into_values().enumerate().flat_map(|(number, runs)| {
        let few = few.min(runs.len());
        (0..few).map(move |nth| runs[(nth * count + number) * runs.len() / (few * count)].clone())
    });
    chosen.collect()
}

/// The kind of a run. Before and after an event are one kind; several faults are a kind by their number.
fn kind(run: &Run) -> String {
    match run.injections.as_slice() {
        [injection] if injection.point == Point::Frame => {
            injection.kind.rsplit_once('-').map_or("", |(kind, _)| kind).to_owned()
        }
        [injection] => format!("{:?} {}", injection.point, injection.kind),
        more => more.len().to_string(),
    }
}

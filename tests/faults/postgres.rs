//! What is tried on PostgreSQL besides: of every kind of fault some runs, at places spread over all scenes, each on a
//! copy of a database on a server that the tests start.

use std::collections::BTreeMap;

use libtest_mimic::Trial;

use crate::databases::{On, has_postgres};
use crate::plan::{self, Run};
use crate::run::DryRun;
use crate::strike::Place;
use crate::{stages, try_all};

/// The runs of a group, from what each scene is like when nothing breaks.
type Plan = fn(&[DryRun]) -> Vec<Run>;

/// One trial for each group; where PostgreSQL is not installed they only say so.
pub fn trials() -> Vec<Trial> {
    let groups: [(&str, Plan); 5] = [
        ("requests", |dry| in_each_scene(dry, plan::requests)),
        ("transactions", |dry| in_each_scene(dry, plan::commits)),
        ("events", |dry| in_each_scene(dry, plan::frames)),
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

/// About so many runs of each group (`CMAD_FAULT_POSTGRES`), and in any case one of each kind.
const RUNS: u64 = 12;

/// Of each kind as many, at other places than the kind before; all, where everything is tried.
fn some_of(runs: Vec<Run>) -> Vec<Run> {
    let mut kinds: BTreeMap<String, Vec<Run>> = BTreeMap::new();
    for run in runs {
        kinds.entry(kind(&run)).or_default().push(Run { on: On::Postgres, ..run });
    }
    let count = kinds.len();
    let wanted = usize::try_from(plan::wished("CMAD_FAULT_POSTGRES").unwrap_or(RUNS)).unwrap();
    let few = if plan::all() { usize::MAX } else { (wanted / count.max(1)).max(1) };
    let chosen = kinds.into_values().enumerate().flat_map(|(number, runs)| {
        let few = few.min(runs.len());
        (0..few).map(move |nth| runs[(nth * count + number) * runs.len() / (few * count)].clone())
    });
    chosen.collect()
}

/// What counts as one kind: before and after an event are one, and so are several faults by their number.
fn kind(run: &Run) -> String {
    match run.strikes.as_slice() {
        [strike] if strike.place == Place::Frame => {
            strike.kind.rsplit_once('-').map_or("", |(kind, _)| kind).to_owned()
        }
        [strike] => format!("{:?} {}", strike.place, strike.kind),
        more => more.len().to_string(),
    }
}

//! Many runs at once, each with a thread and a runtime of its own, so that a failure does not affect the others.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use crate::plan::Run;
use crate::run::Ran;

/// How many runs play at once. Each waits for sockets most of the time.
fn threads() -> usize {
    std::env::var("CMAD_FAULT_THREADS").ok().and_then(|text| text.parse().ok()).unwrap_or(8)
}

/// Runs a future on a runtime of its own.
pub fn blocking<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(work)
}

thread_local! {
    /// The message of this thread's last panic.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs each job. The jobs that panicked, with their messages.
pub fn run_each<J: Send + Display>(jobs: Vec<J>, work: impl Fn(&J) + Sync) -> Vec<(String, String)> {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(|panic| SAID.with_borrow_mut(|said| *said = panic.to_string())));
    let queue = Mutex::new(VecDeque::from(jobs));
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads() {
            scope.spawn(|| {
                loop {
                    let Some(job) = queue.lock().unwrap().pop_front() else { return };
                    if catch_unwind(AssertUnwindSafe(|| work(&job))).is_err() {
                        failures.lock().unwrap().push((job.to_string(), SAID.take()));
                    }
                }
            });
        }
    });
    std::panic::set_hook(before);
    failures.into_inner().unwrap()
}

/// The results of the runs, by kind of fault.
#[derive(Default)]
pub struct Tally(Mutex<BTreeMap<String, Vec<Row>>>);

struct Row {
    happened: bool,
    starts: usize,
    delay_ms: i64,
    requests_more: usize,
}

impl Tally {
    pub fn count(&self, run: &Run, ran: &Ran) {
        let kind = match run.injections.as_slice() {
            [one] => one.kind.clone(),
            more => format!("{} faults", more.len()),
        };
        let row = Row {
            happened: ran.happened > 0,
            starts: ran.starts,
            delay_ms: ran.delay_ms,
            requests_more: ran.requests_more,
        };
        self.0.lock().unwrap().entry(kind).or_default().push(row);
    }

    pub fn happened(&self) -> usize {
        self.0.lock().unwrap().values().flatten().filter(|row| row.happened).count()
    }

    /// One line for each kind: the number of runs, and the worst delay in simulated seconds, starts and additional requests.
    pub fn says(&self, count: usize) -> String {
        let mut says = format!("{count} runs");
        for (kind, rows) in &*self.0.lock().unwrap() {
            let most = |of: fn(&Row) -> i64| rows.iter().map(of).max().unwrap_or(0);
            let delay_s = most(|row| row.delay_ms) / 1000;
            let (starts, more) = (most(|row| row.starts as i64), most(|row| row.requests_more as i64));
            let met = rows.iter().filter(|row| row.happened).count();
            says.push_str(&format!(
                "\n  {kind}: {} runs, {met} met it; at worst {delay_s} s late, {starts} starts, {more} more requests",
                rows.len()
            ));
        }
        says
    }
}

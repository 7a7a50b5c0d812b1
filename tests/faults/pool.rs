//! Many runs at once: each on a thread and a runtime of its own, so that one that fails takes nobody along.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use crate::plan::Run;
use crate::run::Ran;

/// How many runs are under way at once: most of the time one waits for another's socket.
fn threads() -> usize {
    std::env::var("CMAD_FAULT_THREADS").ok().and_then(|text| text.parse().ok()).unwrap_or(8)
}

/// Does something asynchronous on a runtime that ends with it.
pub fn blocking<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(work)
}

thread_local! {
    /// What the last panic of this thread said.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Does it for each, and gives those that panicked with what they said.
pub fn each<J: Send + Display>(jobs: Vec<J>, work: impl Fn(&J) + Sync) -> Vec<(String, String)> {
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

/// What the runs came to, by kind of fault.
#[derive(Default)]
pub struct Tally(Mutex<BTreeMap<String, Vec<Row>>>);

struct Row {
    happened: bool,
    lives: usize,
    delay_ms: i64,
    requests_more: usize,
}

impl Tally {
    pub fn count(&self, run: &Run, ran: &Ran) {
        let kind = match run.strikes.as_slice() {
            [one] => one.kind.clone(),
            more => format!("{} faults", more.len()),
        };
        let row = Row {
            happened: ran.happened > 0,
            lives: ran.lives,
            delay_ms: ran.delay_ms,
            requests_more: ran.requests_more,
        };
        self.0.lock().unwrap().entry(kind).or_default().push(row);
    }

    pub fn happened(&self) -> usize {
        self.0.lock().unwrap().values().flatten().filter(|row| row.happened).count()
    }

    /// One line a kind: runs, and the worst of recovery in simulated seconds, starts and further requests.
    pub fn says(&self, count: usize) -> String {
        let mut says = format!("{count} runs");
        for (kind, rows) in &*self.0.lock().unwrap() {
            let most = |of: fn(&Row) -> i64| rows.iter().map(of).max().unwrap_or(0);
            let delay_s = most(|row| row.delay_ms) / 1000;
            let (lives, more) = (most(|row| row.lives as i64), most(|row| row.requests_more as i64));
            let met = rows.iter().filter(|row| row.happened).count();
            says.push_str(&format!(
                "\n  {kind}: {} runs, {met} met it; at worst {delay_s} s late, {lives} starts, {more} more requests",
                rows.len()
            ));
        }
        says
    }
}

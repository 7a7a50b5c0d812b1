//! This process's share of the requests that the token may make, while several processes use it.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// Hands out turns: evenly spaced while others use the token too, at once while nobody does.
pub(super) struct Share {
    /// What the token may do in a second.
    all: u16,
    state: Mutex<State>,
}

struct State {
    processes: u16,
    next: Instant,
}

impl Share {
    pub(super) fn of(all: u16) -> Self {
        Self { all: all.max(1), state: Mutex::new(State { processes: 1, next: Instant::now() }) }
    }

    pub(super) fn among(&self, processes: u16) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).processes = processes.max(1);
    }

    /// When the next request may go, if that is no later than `deadline`; else how long it would have to wait.
    pub(super) fn turn(&self, now: Instant, deadline: Instant) -> Result<Instant, Duration> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.processes == 1 {
            return Ok(now);
        }
        let turn = state.next.max(now);
        if turn > deadline {
            return Err(turn - now);
        }
        // Rounded up, so that the shares together stay below the whole.
        let apart = Duration::from_micros((1_000_000 * u64::from(state.processes)).div_ceil(u64::from(self.all)));
        state.next = turn + apart;
        Ok(turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_together_are_the_whole() {
        let (now, patient) = (Instant::now(), Instant::now() + Duration::from_secs(60));
        let within_a_second = |share: &Share| {
            (0..).take_while(|_| share.turn(now, patient).unwrap() < now + Duration::from_secs(1)).take(1000).count()
        };
        let alone = Share::of(50);
        assert_eq!(within_a_second(&alone), 1000, "the budget limits it, and nothing else");
        for processes in 2..=7 {
            let share = Share::of(50);
            share.among(processes);
            let used = within_a_second(&share) * usize::from(processes);
            assert!(used <= 50 + usize::from(processes) && used > 40, "{processes}: {used}");
        }
    }

    #[test]
    fn nobody_waits_beyond_their_deadline() {
        let now = Instant::now();
        let share = Share::of(1);
        share.among(2);
        assert_eq!(share.turn(now, now), Ok(now));
        assert_eq!(share.turn(now, now + Duration::from_secs(1)), Err(Duration::from_secs(2)));
        assert_eq!(share.turn(now, now + Duration::from_secs(2)), Ok(now + Duration::from_secs(2)), "none was used up");
        share.among(1);
        assert_eq!(share.turn(now, now), Ok(now), "alone again");
    }
}

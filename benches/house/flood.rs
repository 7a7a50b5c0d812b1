//! A flood in simulated time: one server's sends come without end in one channel, others have one each. The store and its
//! claims are real; workers and Discord are a simple model: an answer takes 200 ms, and a channel allows a reaction every
//! 250 ms.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use cmad::store::Store;
use cmad::store::sends::{Claim, Irreversible};
use cmad::store::settle::Outcome;
use cmad::store::sharing::Share;
use domain::ids::{ChannelId, GuildId, MessageId};
use domain::plan::Planned;
use domain::send::{Route, SendKey, Task};

const WORKERS: u32 = 32;
const ANSWER_MS: i64 = 200;
const APART_MS: i64 = 250;
const TICK_MS: i64 = 50;
const YEAR: i32 = 2027;

/// How sends are claimed, and what a worker does whose route has used up its limit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Claims are shared, and the send goes back.
    Fair,
    /// Claims go by urgency alone, and the worker waits.
    Waiting,
}

/// What is played.
pub struct Flood<'a> {
    pub store: &'a Store,
    /// The first server floods, the others have a send each.
    pub servers: &'a [GuildId],
    pub begins: DateTime<Utc>,
    /// How long it lasts.
    pub lasts: TimeDelta,
    /// How many messages a second the first server gets.
    pub per_second: u32,
}

impl Flood<'_> {
    /// How late the others' sends were, in milliseconds, sorted.
    pub async fn others_late(&self, way: Way) -> Vec<i64> {
        let lasts_ms = self.lasts.num_milliseconds();
        let mut arrivals = self.arrivals();
        let (mut jobs, mut free, mut late) = (Vec::<(i64, Claim)>::new(), BTreeMap::<Route, i64>::new(), Vec::new());
        let others = self.servers.len() - 1;
        for now_ms in (0..lasts_ms * 20).step_by(usize::try_from(TICK_MS).expect("a tick is short")) {
            let now = self.begins + TimeDelta::milliseconds(now_ms);
            while let Some((_, guild, message)) = arrivals.pop_if(|(at_ms, ..)| *at_ms <= now_ms) {
                self.enqueue(guild, message, now).await;
            }
            let (ended, running) = jobs.into_iter().partition(|(ends_ms, _)| *ends_ms <= now_ms);
            jobs = running;
            for (_, claim) in ended {
                if claim.send().guild != self.servers[0] {
                    late.push((now - claim.send().due).num_milliseconds());
                }
                self.store.settle(claim, Outcome::Sent(None), &[], now).await.expect("the database works");
            }
            if late.len() == others {
                break;
            }
            let mut share = if way == Way::Fair { Share::of_workers(WORKERS) } else { Share::all() };
            for (_, claim) in &jobs {
                let guild = claim.send().guild;
                *share.under_way.entry((guild, Route::of(guild, &claim.send().task))).or_default() += 1;
            }
            share
                .closed
                .extend(free.iter().filter(|(_, at_ms)| way == Way::Fair && **at_ms > now_ms).map(|(route, _)| *route));
            let limit = WORKERS - u32::try_from(jobs.len()).expect("there are few workers");
            let (which, lease) = ((Irreversible::Allowed, &share), TimeDelta::hours(1));
            let claims = match limit {
                0 => Vec::new(),
                limit => self.store.claim_due_of(which, now, limit, lease, "worker").await.expect("the database works"),
            };
            for claim in claims {
                let at_ms = free.entry(Route::of(claim.send().guild, &claim.send().task)).or_insert(now_ms);
                let begins_ms = (*at_ms).max(now_ms);
                if begins_ms > now_ms && way == Way::Fair {
                    let waits = Outcome::Waits { at: now, uncertain: false };
                    self.store.settle(claim, waits, &[], now).await.expect("the database works");
                } else {
                    *at_ms = begins_ms + APART_MS;
                    jobs.push((begins_ms + ANSWER_MS, claim));
                }
            }
        }
        assert_eq!(late.len(), others, "each of the others was served");
        late.sort_unstable();
        late
    }

    /// When which server gets a message, the first one last.
    fn arrivals(&self) -> Vec<(i64, GuildId, u64)> {
        let lasts_ms = self.lasts.num_milliseconds();
        let mut arrivals = Vec::new();
        if self.per_second > 0 {
            let every = 1000 / i64::from(self.per_second);
            let flood = (0..lasts_ms / every).map(|n| (n * every, self.servers[0], n.cast_unsigned()));
            arrivals.extend(flood);
        }
        for (n, guild) in self.servers.iter().enumerate().skip(1) {
            let n = i64::try_from(n).expect("there are few servers");
            arrivals.push((n * 7919 % lasts_ms, *guild, 1_000_000 + n.cast_unsigned()));
        }
        arrivals.sort_unstable_by_key(|(at_ms, ..)| std::cmp::Reverse(*at_ms));
        arrivals
    }

    async fn enqueue(&self, guild: GuildId, message: u64, due: DateTime<Utc>) {
        let (channel, message) = (ChannelId(guild.0 + 1), MessageId(guild.0 + 10_000_000 + message));
        let task = Task::React { channel, message };
        let send = Planned { key: SendKey::new(guild, YEAR, &task), task, due, until: None };
        self.store.enqueue(guild, YEAR, &send).await.expect("the database works");
    }
}

/// The value below which 99 of 100 are.
pub fn p99(sorted: &[i64]) -> i64 {
    sorted[(sorted.len() - 1) * 99 / 100]
}

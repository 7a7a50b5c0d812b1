//! Measures digests: composing and rendering one of 500 quotes in every form, and composing 10,000 out of a million
//! thanks.
//!
//! ```text
//! cargo bench --profile dist --bench digests
//! ```
//!
//! The million is composed one manager at a time, as the store loads them, so memory does not grow with the number of
//! managers. The process's peak memory is printed after each part.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::expect_used, reason = "a measurement that cannot go on should say where")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use cmad::digest::{Form, render};
use cmad::text::Lang;
use domain::calendar;
use domain::digest::{Audience, Choices, Digest, Input, Looks, compose};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::roster::{Manager, NamedBy, RosterStatus};
use domain::thanks::{Consent, Door, Relation, Thanks, ThanksId, ThanksState, WhatFor};

const MANAGERS: u64 = 10_000;
const THANKS_EACH: u64 = 100;
const QUOTES: u64 = 500;
/// How often a part is repeated; the median is printed.
const ROUNDS: usize = 9;

const WORDS: [&str; 6] = [
    "You answered my very first question at midnight, a question I was ashamed to ask. I stayed because of that answer.",
    "Gracias, Alex. Cuando cerraron el programa beta fuiste la única persona que nos explicó por qué. ¡Un abrazo! 🧡",
    "いつも丁寧に答えてくださり、ありがとうございます。おかげで安心して質問できます。",
    "شكرًا لك يا أليكس على صبرك وعلى كل مرة جمعتنا فيها.",
    "Thanks <@31> and <@900> for the meet-up in Brno <a:party:99>, see you <t:1803369600:F>. Дякую за все!",
    "thank you!!",
];

fn manager(user: u64) -> Manager {
    Manager {
        user: UserId(user),
        name: "Alex".to_owned(),
        named_by: NamedBy::Server,
        title: Some("Developer Advocate".to_owned()),
        team: None,
        cares: None,
        link: None,
        timezone: None,
        language: None,
        breathe: true,
        status: RosterStatus::Accepted,
    }
}

/// Sample thanks of one manager, with every kind of consent, relation and script.
fn thanks(manager: u64, count: u64) -> Vec<Thanks> {
    let begin: DateTime<Utc> = "2027-01-25T00:00:00Z".parse().expect("an instant");
    let nth = |index: u64| {
        let at = index as usize;
        let said_at = begin + TimeDelta::minutes(i64::try_from(index * 7 % 4000).unwrap_or(0));
        Thanks {
            id: ThanksId(i64::try_from(manager * THANKS_EACH + index).unwrap_or(0)),
            guild: GuildId(1),
            year: 2027,
            giver: UserId(1_000_000 + index % (count - count / 8)),
            manager: UserId(manager),
            door: Door::Command,
            words: format!("{} ({index})", WORDS[at % WORDS.len()]),
            signature: format!("Member {index}"),
            relation: Some(Relation::ALL[at % Relation::ALL.len()]),
            what_for: Some(WhatFor::ALL[at % WhatFor::ALL.len()]),
            consent: if at % 10 == 9 { Consent::Private } else { Consent::Public },
            said_at,
            source: index,
            message: Some((ChannelId(2), MessageId(index))),
            post_in: None,
            posted: None,
            member_since: Some(calendar::date(said_at, Tz::UTC) - TimeDelta::days(i64::try_from(index).unwrap_or(0))),
            first_time: at.is_multiple_of(3),
            state: ThanksState::Counted,
        }
    };
    (0..count).map(nth).collect()
}

fn digest(user: u64, thanks: &[Thanks], audience: Audience) -> Digest {
    let names: BTreeMap<UserId, String> = thanks.iter().map(|one| (one.giver, one.signature.clone())).collect();
    compose(&Input {
        manager: &manager(user),
        server: "Harbour",
        year: 2027,
        day: "2027-01-25".parse().expect("a date"),
        collected: ("2027-01-11".parse().expect("a date"), "2027-02-01".parse().expect("a date")),
        zone: Tz::Europe__Berlin,
        thanks,
        order: &BTreeMap::new(),
        choices: &Choices::default(),
        looks: Looks::Before,
        earlier: None,
        names: &names,
        roster: &BTreeMap::new(),
        placeholders: &cmad::digest::wording::placeholders(Lang::english()),
        audience,
        revision: 0,
    })
}

fn main() {
    let kept: Vec<Thanks> = thanks(900, QUOTES * 10 / 9);
    let one = digest(900, &kept, Audience::Boss);
    println!("a digest of {} quotes, median of {ROUNDS}", one.quotes.len());
    tell("compose", median(|| digest(900, &kept, Audience::Boss).quotes.len()), None);
    let lang = Lang::english();
    let mut sum = Duration::ZERO;
    for form in Form::ALL {
        // The first one also reads the fonts, so it is printed apart.
        let first = timed(|| render(*form, &one, lang).expect("it renders").len());
        let (took, size) = median(|| render(*form, &one, lang).expect("it renders").len());
        sum += took;
        tell(form.name(), (took, size), Some(first.0));
    }
    println!("{:>12} {:>9.1} ms", "all forms", sum.as_secs_f64() * 1000.0);
    println!("{:>12} {}", "memory", memory());

    println!("\n{MANAGERS} digests out of {} thanks, made up one manager at a time", MANAGERS * THANKS_EACH);
    let mut composing = Duration::ZERO;
    let mut quotes = 0;
    for user in 0..MANAGERS {
        let kept = thanks(user, THANKS_EACH);
        let (took, count) = timed(|| digest(user, &kept, Audience::Manager).quotes.len());
        composing += took;
        quotes += count;
    }
    let each = composing.as_secs_f64() * 1e6 / MANAGERS as f64;
    println!("{:>12} {:>9.1} s   {each:.0} µs each, {quotes} quotes", "compose", composing.as_secs_f64());
    println!("{:>12} {}", "memory", memory());
}

fn timed(work: impl FnOnce() -> usize) -> (Duration, usize) {
    let begin = Instant::now();
    let size = work();
    (begin.elapsed(), size)
}

fn median(work: impl Fn() -> usize) -> (Duration, usize) {
    let mut rounds: Vec<_> = (0..ROUNDS).map(|_| timed(&work)).collect();
    rounds.sort();
    rounds[ROUNDS / 2]
}

fn tell(what: &str, (took, size): (Duration, usize), first: Option<Duration>) {
    let first = first.map_or_else(String::new, |first| format!("   the first {:.1} ms", first.as_secs_f64() * 1000.0));
    println!("{what:>12} {:>9.1} ms {size:>9}{first}", took.as_secs_f64() * 1000.0);
}

/// This process's peak memory, from Linux.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown");
    format!("at most {}", most.trim())
}

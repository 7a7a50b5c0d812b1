//! How much memory the program needs when many digests are due together: the real program in a process of its own, whose
//! memory the kernel counts. `CMAD_TEST_PROGRAM` names another build of it, such as the one that people run.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use cmad::app::digests::OWN_FORMS;
use cmad::digest::{render, wording};
use cmad::text::Lang;
use discord_sim::{Member, Opt};
use domain::digest::{Audience, Choices, Digest, Input, Looks, compose};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::testing::alex;
use domain::thanks::{Consent, Door, Relation, Thanks, ThanksId, ThanksState, WhatFor};

use super::clock::Machine;

const MANAGERS: usize = 24;
const GIVERS: usize = 10;

/// What a machine with little memory gives the program.
const LIMIT_MB: u64 = 128;

/// The memory of a process in MB, as Linux counts it.
#[derive(Debug)]
struct Memory {
    /// The most that was ever resident.
    peak: u64,
    /// What of the present is not backed by a file.
    own: u64,
    /// What of the present is: of the program itself, mostly. The kernel takes it back when memory is short.
    files: u64,
}

impl Memory {
    fn of(process: u32) -> Self {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let mb = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
        };
        Self { peak: mb("VmHWM:"), own: mb("RssAnon:"), files: mb("RssFile:") }
    }
}

#[expect(clippy::print_stderr, reason = "the figures stand in the documentation")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_four_digests_at_nine_fit_into_128_mb() {
    let Some(mut machine) = Machine::at("2027-01-12 12:00 Europe/Berlin").await else { return };
    // The clock stands still meanwhile.
    let limits = [("CMAD_LIMITS__THANKS_PER_HOUR", "1000"), ("CMAD_LIMITS__INVITATIONS_PER_MINUTE", "600")];
    machine.start_with(&limits).await;
    machine.set_up().await;
    let olga = machine.server.owner();
    let members = |what: &str, count: usize| -> Vec<Member> {
        (0..count).map(|nth| machine.server.member(&format!("{what} {nth}"))).collect()
    };
    let (managers, givers) = (members("Manager", MANAGERS), members("Giver", GIVERS));
    for manager in &managers {
        olga.slash(&machine.channel, "roster add", &[("member", Opt::User(manager.id()))]).await.settled().await;
        manager.dm().until_posts(1).await;
        for giver in &givers {
            let words = format!("Thank you, {}: you answered me at midnight, when no one else did.", manager.name());
            let options =
                [("manager", Opt::User(manager.id())), ("message", words.as_str().into()), ("consent", "named".into())];
            giver.slash(&machine.channel, "thank", &options).await.settled().await;
        }
    }
    machine.running.as_ref().unwrap().signal("-TERM");
    machine.sim.until_disconnected().await;

    machine.pass_to("2027-01-26 08:59 Europe/Berlin");
    machine.start().await;
    let process = machine.running.as_ref().unwrap().0.id();
    let before = Memory::of(process);
    machine.pass_to("2027-01-26 09:00 Europe/Berlin");
    for manager in &managers {
        let digest = manager.dm().until_posts(2).await.pop().unwrap();
        let files: Vec<String> = digest.files().iter().map(|file| file.name.clone()).collect();
        assert_eq!(files.len(), 4, "{files:?}: {}", digest.text());
    }
    let after = Memory::of(process);
    eprintln!("before: {before:?}; after: {after:?}");
    let ended = machine.running.as_mut().unwrap().0.try_wait().unwrap();
    assert!(ended.is_none(), "it was not ended: {ended:?}\n{}", *machine.log.borrow());
    let is_release = std::env::var_os("CMAD_TEST_PROGRAM").is_some();
    let most = if is_release { after.peak } else { after.peak - before.files };
    assert!(most.max(after.own) <= LIMIT_MB, "{most} MB: {before:?} {after:?}");
    machine.sim.assert_clean();
}

/// Set in the child process that only makes one digest: of how many quotes, and how often each repeats its words.
const CHILD: &str = "CMAD_TEST_QUOTES";

const WORDS: &str = "You answered my very first question at midnight, and I was ashamed to ask it. I stayed. ";

fn digest_of(quotes: u64, repeated: usize) -> Digest {
    let begin: DateTime<Utc> = "2027-01-25T00:00:00Z".parse().unwrap();
    let nth = |nth: u64| Thanks {
        id: ThanksId(i64::try_from(nth).unwrap()),
        guild: GuildId(1),
        year: 2027,
        giver: UserId(1_000_000 + nth),
        manager: alex().user,
        door: Door::Command,
        words: format!("{}({nth})", WORDS.repeat(repeated)),
        signature: format!("Member {nth}"),
        relation: Some(Relation::ALL[nth as usize % Relation::ALL.len()]),
        what_for: Some(WhatFor::ALL[nth as usize % WhatFor::ALL.len()]),
        consent: Consent::Public,
        said_at: begin + TimeDelta::seconds(i64::try_from(nth).unwrap()),
        source: nth,
        message: Some((ChannelId(2), MessageId(nth))),
        post_in: None,
        posted: None,
        member_since: None,
        first_time: false,
        state: ThanksState::Counted,
    };
    let thanks: Vec<Thanks> = (0..quotes).map(nth).collect();
    compose(&Input {
        manager: &alex(),
        server: "Harbour",
        year: 2027,
        day: "2027-01-25".parse().unwrap(),
        collected: ("2027-01-11".parse().unwrap(), "2027-02-01".parse().unwrap()),
        zone: Berlin,
        thanks: &thanks,
        order: &BTreeMap::new(),
        choices: &Choices::default(),
        looks: Looks::Before,
        earlier: None,
        names: &BTreeMap::new(),
        roster: &BTreeMap::new(),
        placeholders: &wording::placeholders(Lang::english()),
        audience: Audience::Manager,
        revision: 0,
    })
}

#[expect(clippy::print_stdout, reason = "the child tells its parent, and the figures stand in the documentation")]
#[test]
fn one_digest_of_3000_quotes_takes_less_than_100_mb() {
    if let Ok(asked) = std::env::var(CHILD) {
        let (quotes, repeated) = asked.split_once('x').unwrap();
        let before = Memory::of(std::process::id());
        let digest = digest_of(quotes.parse().unwrap(), repeated.parse().unwrap());
        let sizes: Vec<(&str, usize)> = OWN_FORMS
            .iter()
            .map(|form| (form.name(), render(*form, &digest, Lang::english()).unwrap().len()))
            .collect();
        let after = Memory::of(std::process::id());
        println!("\n{asked}, {} quotes, {sizes:?}, before {before:?}, after {after:?}", digest.quotes.len());
        println!("took {}", after.peak - after.files - before.own);
        return;
    }
    let own = ["--exact", "ops::memory::one_digest_of_3000_quotes_takes_less_than_100_mb", "--nocapture"];
    // Short ones, and the longest.
    for asked in ["10x1", "3000x1", "3000x16"] {
        let output = Command::new(std::env::current_exe().unwrap()).args(own).env(CHILD, asked).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        println!("{said}");
        let took = said.lines().find_map(|line| line.strip_prefix("took "));
        let took: u64 = took.unwrap_or_else(|| panic!("{said} {output:?}")).parse().unwrap();
        assert!(took < 100, "{took} MB: {said}");
    }
}

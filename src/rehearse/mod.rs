//! The rehearsal: a whole campaign of the real bot against the simulated Discord, shown as one page.
//!
//! The same options give the same page, byte for byte: the clock is set by the driver, randomness comes from a counter,
//! one thing happens at a time, and the page never shows the machine's own time.

use std::any::Any;
use std::collections::BTreeMap;
use std::io::{ErrorKind, IsTerminal as _};
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};
use chrono::{DateTime, Days, NaiveTime, Utc};
use chrono_tz::Tz;
use futures_util::FutureExt as _;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::private_files;
use discord_sim::{RateLimit, SimOptions};
use domain::calendar;
use domain::campaign::{Campaign, Schedule};
use domain::ids::GuildId;

pub mod breaking;
mod connection;
mod desk;
pub mod fault;
pub mod mails;
pub mod page;
mod people;
pub mod stage;
mod usable;
pub mod world;

use breaking::{Break, Breaker};
use page::{Fact, Story};
use people::{FollowUp, SimulatedWorld};
use stage::{PATIENCE, Stage, StageMail, sim_options};
use world::{Deed, Happening, Moment, PlaceAnswer, World};

/// How many days before the day the rehearsal begins.
const BEGINS: u64 = 30;

/// The sender address and the base URL of a rehearsal's mails; neither is ever contacted.
const MAIL_FROM: &str = "cmad@bot.example";
const PAGES: &str = "https://bot.example";

/// How a rehearsal is played.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// The command that reproduces it.
    pub repeat: String,
    /// The name of the folder beside the page.
    pub folder: String,
    /// Where it is broken on purpose.
    pub fault: Option<Break>,
}

/// Plays a campaign in this world. With a fault, it is played once more without it, to compare.
///
/// # Errors
/// The bot failed or broke one of Discord's rules.
pub async fn play(world: &World, year: i32, zone: Tz, manner: Manner) -> anyhow::Result<(Story, Vec<String>)> {
    if manner.fault.is_none() {
        return play_once(world, year, zone, manner).await;
    }
    let (whole, missed) = play_once(world, year, zone, Manner { fault: None, ..manner.clone() }).await?;
    let (mut story, mut missed_more) = play_once(world, year, zone, manner).await?;
    missed_more.retain(|what| !missed.contains(what));
    if let Some(mut broken) = story.broken.take() {
        broken.unanswered.extend(missed_more);
        broken.compare(&story, &whole);
        story.broken = Some(broken);
    }
    Ok((story, missed))
}

async fn play_once(world: &World, year: i32, zone: Tz, manner: Manner) -> anyhow::Result<(Story, Vec<String>)> {
    let day = calendar::day(year)?;
    let begin = day.checked_sub_days(Days::new(BEGINS)).context("the year has no day before it")?;
    let begin = calendar::instant_on(begin, NaiveTime::MIN, zone);
    let scratch = Scratch::new()?;
    let mut breaker = Breaker::new(manner.fault.as_ref());
    let mut options = limitless(begin);
    breaker.prepare(&mut options);
    let mut stage = Stage::new(options, scratch.0.join("rehearsal.db")).await?;
    stage.configure(|config| {
        // Nothing that is measured in real time may change the page.
        config.discord.timeout_s = if breaker.hangs() { 2 } else { 600 };
        if manner.fault.is_none() {
            config.dispatch.lease_s = 3600;
        }
        config.discord.defer_after_ms = u32::MAX;
        config.mail.allowed_domains = vec!["*".into()];
        config.mail.servers = vec!["*".into()];
    });
    let mail = scratch.0.join("mail");
    let from = MAIL_FROM.parse().context("it is an address")?;
    stage.send_mail(StageMail::Folder(mail.clone(), from), Some(PAGES.parse().context("it is an address of pages")?));
    let mut cast = SimulatedWorld::assemble(world, day, zone, &stage.sim)?;
    let campaign = Campaign::new(GuildId(cast.server.id()), year, zone, Schedule::default())?;
    breaker.begin(&stage);
    breaker.start(&mut stage).await?;

    let happenings = world.happenings();
    let bar = progress(happenings.len());
    let (mut notes, mut missed) = (BTreeMap::new(), Vec::new());
    for happening in happenings {
        let at = instant(&campaign, happening.at());
        let arrived = breaker.advance_to(&mut stage, &campaign, at).await;
        arrived.with_context(|| format!("on the way to {}", happening.at()))?;
        bar.set_message(at.with_timezone(&zone).format("%a %-d %b %H:%M").to_string());
        if let Some(note) = happening.note() {
            notes.insert(stage.sim.transcript().len(), note.to_owned());
        }
        // The simulated Discord panics at what a person cannot do.
        let happened = breaker.attempt(&mut stage, async |stage| {
            AssertUnwindSafe(happen(&mut cast, stage, happening)).catch_unwind().await
        });
        match happened.await? {
            Some(happened) => {
                if let Err(error) = happened.unwrap_or_else(|panic| Err(said(&*panic))) {
                    missed.push(format!("{} at {}: {error:#}", happening.who(), happening.at()));
                }
            }
            None => breaker.unanswered(format!("{} at {}: the bot died meanwhile", happening.who(), happening.at())),
        }
        breaker.settle(&mut stage).await?;
        bar.inc(1);
    }
    let end = day.checked_add_days(Days::new(9)).context("the year has no day after it")?;
    breaker.advance_to(&mut stage, &campaign, calendar::instant_on(end, NaiveTime::MIN, zone)).await?;
    bar.finish_and_clear();
    // The bot's stop is not part of the story.
    let (names, bot) = (stage.sim.directory(), stage.sim.bot_id());
    let (entries, notes) = connection::net_changes(stage.sim.transcript(), notes);
    let broken = breaker.told(&stage);
    stage.stop().await?;
    let violations = stage.sim.violations();
    if !violations.is_empty() {
        bail!("the bot broke Discord's rules:\n- {}", violations.join("\n- "));
    }
    let private_channels = cast.private_channels();
    let (server, facts, mails) = (world.server.clone(), facts(world), mails::read(&mail)?);
    let Manner { repeat, folder, .. } = manner;
    let story =
        Story { server, campaign, bot, names, private_channels, facts, notes, repeat, folder, broken, entries, mails };
    Ok((story, missed))
}

async fn happen<'a>(cast: &mut SimulatedWorld<'a>, stage: &mut Stage, happening: Happening<'a>) -> anyhow::Result<()> {
    match happening {
        Happening::Act(act) if act.what == Deed::PowerFails => {
            stage.kill().await;
            // The bot stays offline for longer than Discord keeps a session.
            stage.sim.forget_sessions();
            Ok(())
        }
        Happening::Act(act) if act.what == Deed::PowerReturns => stage.start().await,
        Happening::Act(act) => {
            cast.act(act).await?;
            cast.took_effect(act, stage.bot().store()).await
        }
        Happening::Thanks(thanks) => {
            let mut then = cast.thank(thanks).await?;
            while !matches!(then, FollowUp::Done) {
                // The bot must have received the message and asked its question before the author can answer.
                stage.settle().await?;
                then = cast.then(then).await?;
            }
            Ok(())
        }
    }
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> anyhow::Error {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    anyhow!("{}", text.unwrap_or("a panic"))
}

fn facts(world: &World) -> Vec<Fact> {
    let accepted = world.managers.iter().filter(|manager| manager.answer == PlaceAnswer::Accepts).count();
    let taken = world.thanks.iter().filter(|thanks| !thanks.refused || thanks.try_again.is_some());
    let thanks: usize = taken.map(|thanks| 1 + usize::from(thanks.and.is_some())).sum();
    vec![
        Fact::new(world.members.len(), "member", "members"),
        Fact::new(accepted, "community manager", "community managers"),
        Fact::new(thanks, "thank-you", "thank-yous"),
    ]
}

fn instant(campaign: &Campaign, at: Moment) -> DateTime<Utc> {
    let days = Days::new(u64::from(at.days.unsigned_abs()));
    let date = if at.days < 0 { campaign.day.checked_sub_days(days) } else { campaign.day.checked_add_days(days) };
    calendar::instant_on(date.unwrap_or(campaign.day), at.time, campaign.zone)
}

/// A simulated Discord without rate limits: they use real time, so the page would depend on it.
fn limitless(start: DateTime<Utc>) -> SimOptions {
    let limit = RateLimit::new(u32::MAX, Duration::from_secs(1));
    SimOptions {
        message_limit: limit,
        route_limit: limit,
        global_limit: limit,
        response_deadline: PATIENCE,
        ..sim_options(start.timestamp_millis())
    }
}

/// A progress bar, if standard error is a terminal.
fn progress(length: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(length as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:40.green} {pos}/{len}  {msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

/// A temporary folder for the database, removed after the rehearsal.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> anyhow::Result<Self> {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let folder = std::env::temp_dir().join(format!("cmad-rehearsal-{}-{number}", std::process::id()));
            match private_files::make_new_folder(&folder) {
                Ok(()) => return Ok(Self(folder)),
                // Left by an earlier process, or put there by someone else.
                Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 1000 => {}
                Err(error) => return Err(error).with_context(|| format!("{} cannot be made", folder.display())),
            }
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A small file may remain in the system's temporary folder.
        let _left = std::fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;
    use domain::campaign::Step;

    fn manner() -> Manner {
        Manner { repeat: "cmad rehearse".into(), folder: "cmad".into(), fault: None }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_whole_campaign() {
        let world = World::read(world::DEFAULT, world::DEFAULT_NAME).unwrap();
        let (story, missed) = play(&world, 2027, Berlin, manner()).await.unwrap();
        assert_eq!(missed, Vec::<String>::new());
        let outline = page::outline(&story);
        // By then each manager of this world has words, so no note names one without.
        for step in Step::ALL.iter().filter(|step| **step != Step::Unthanked) {
            assert!(
                outline.iter().any(|line| line.contains(&format!("  {step} "))),
                "{step} was not taken: {outline:#?}"
            );
        }
        let html = page::page(&story);
        assert!(
            !story.mails.is_empty() && html.contains("an email leaves the bot"),
            "one manager's boss has a mail address"
        );
        for thanks in &world.thanks {
            let first = thanks.words.lines().next().unwrap_or_default();
            // Mentions and Markdown are rendered and HTML is escaped, so this searches for the longest run of plain
            // characters.
            let plain =
                first.split(|c: char| "@#{}<>&\"'*_~`|[]()".contains(c)).max_by_key(|part| part.chars().count());
            let plain = plain.unwrap_or_default().trim();
            assert!(html.contains(plain), "{:?} at {} is not on the page", plain, thanks.at);
        }
        assert!(!html.contains("<script"));
        assert!(html.contains("The story in twelve pictures"), "a picture of the story is missing");
        assert!(html.len() < 2_000_000, "{} bytes are too many to read in a browser at once", html.len());
        leads_somewhere(&html, &page::beside(&story));
    }

    /// Each link within the page and into the folder beside it has its target, and no two elements have one id.
    fn leads_somewhere(html: &str, beside: &[(String, std::sync::Arc<[u8]>)]) {
        // What the bot sent has links of its own: in the frames all quotes are escaped.
        let after = |start: &str| -> Vec<String> {
            html.split(start).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
        };
        let mut ids = after(" id=\"");
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "an id stands twice");
        for target in after(" href=\"#") {
            assert!(ids.binary_search(&target).is_ok(), "#{target} is nowhere on the page");
        }
        let files = after(" href=\"cmad/");
        assert!(!files.is_empty());
        for (place, _) in beside {
            assert!(files.contains(place), "the page does not lead to {place}");
            assert!(place.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte)), "{place}");
        }
        for place in files {
            assert!(beside.iter().any(|(there, _)| *there == place), "{place} is not in the folder");
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_small_story_in_as_many_pictures() {
        let world = World::read(world::QUICK, world::QUICK_NAME).unwrap();
        let (story, missed) = play(&world, 2027, Berlin, manner()).await.unwrap();
        assert_eq!(missed, Vec::<String>::new());
        let html = page::page(&story);
        assert!(html.contains("The story in twelve pictures"), "a picture of the story is missing");
        assert!(html.contains("<b>12</b> members") && html.contains("<b>20</b> thank-yous"));
        leads_somewhere(&html, &page::beside(&story));
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_broken_story_ends_like_the_whole_one() {
        let world = World::read(world::QUICK, world::QUICK_NAME).unwrap();
        for fault in ["day/request:1:drop-after", "day/request:1:kill-after"] {
            let fault: Break = fault.parse().unwrap();
            let (story, _) = play(&world, 2027, Berlin, Manner { fault: Some(fault), ..manner() }).await.unwrap();
            let broken = story.broken.as_ref().unwrap();
            assert!(broken.missing.is_empty() && broken.more.is_empty() && broken.same > 20, "{broken:#?}");
            assert_eq!(broken.starts > 0, broken.name.contains("kill"), "{broken:#?}");
            let html = page::page(&story);
            assert!(html.contains("A planned fault") && html.contains("Nothing was lost"), "{broken:#?}");
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_same_page_again() {
        let mut world = World::read(world::DEFAULT, world::DEFAULT_NAME).unwrap();
        world.acts.retain(|act| act.at.days < -14);
        world.thanks.truncate(4);
        let mut pages = Vec::new();
        for _ in 0..2 {
            let (story, missed) = play(&world, 2031, chrono_tz::Asia::Tokyo, manner()).await.unwrap();
            assert_eq!(missed, Vec::<String>::new());
            pages.push(page::page(&story));
        }
        let differs = pages[0].lines().zip(pages[1].lines()).flat_map(|(a, b)| {
            let at = a.bytes().zip(b.bytes()).position(|(a, b)| a != b)?;
            let around = |line: &str| line.chars().skip(at.saturating_sub(300)).take(700).collect::<String>();
            Some((around(a), around(b)))
        });
        assert!(
            pages[0] == pages[1],
            "the same world gave two different pages: {:#?}",
            differs.take(1).collect::<Vec<_>>()
        );
    }
}

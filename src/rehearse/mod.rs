//! The rehearsal: a whole campaign of the real bot against the simulated Discord, told as one page.
//!
//! The same options give the same page, byte for byte: the clock is set by hand, randomness is counted, one thing
//! happens at a time, and nothing of the machine's own time gets onto the page.

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, bail};
use chrono::{DateTime, Days, NaiveTime, Utc};
use chrono_tz::Tz;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use discord_sim::{Entry, Event, RateLimit, SimOptions};
use domain::calendar;
use domain::campaign::{Campaign, Schedule};
use domain::ids::GuildId;

mod desk;
pub mod mails;
pub mod page;
mod people;
pub mod stage;
mod usable;
pub mod world;

use page::{Fact, Story};
use people::{Cast, Then};
use stage::{Stage, StageMail, sim_options};
use world::{Deed, Happening, Moment, PlaceAnswer, World};

/// The rehearsal begins this many days before the day.
const BEGINS: u64 = 30;

/// Where the rehearsal's mail comes from, and where the pages would be; nothing is sent to either.
const MAIL_FROM: &str = "cmad@bot.example";
const PAGES: &str = "https://bot.example";

/// Plays a campaign in this world.
///
/// # Errors
/// The bot failed or broke one of Discord's rules.
pub async fn play(world: &World, year: i32, zone: Tz, repeat: String) -> anyhow::Result<(Story, Vec<String>)> {
    let day = calendar::day(year)?;
    let begin = day.checked_sub_days(Days::new(BEGINS)).context("the year has no day before it")?;
    let begin = calendar::instant_on(begin, NaiveTime::MIN, zone);
    let scratch = Scratch::new()?;
    let mut stage = Stage::new(limitless(begin), scratch.0.join("rehearsal.db")).await?;
    stage.configure(|config| {
        config.discord.defer_after_ms = u32::MAX;
        config.mail.allowed_domains = vec!["*".into()];
    });
    let mail = scratch.0.join("mail");
    let from = MAIL_FROM.parse().context("it is an address")?;
    stage.send_mail(StageMail::Folder(mail.clone(), from), Some(PAGES.parse().context("it is an address of pages")?));
    let mut cast = Cast::assemble(world, zone, &stage.sim)?;
    let campaign = Campaign::new(GuildId(cast.server.id()), year, zone, Schedule::default())?;
    stage.start().await?;

    let happenings = world.happenings();
    let bar = progress(happenings.len());
    let (mut notes, mut missed) = (BTreeMap::new(), Vec::new());
    for happening in happenings {
        let at = instant(&campaign, happening.at());
        stage.advance_to(at).await.with_context(|| format!("on the way to {}", happening.at()))?;
        bar.set_message(at.with_timezone(&zone).format("%a %-d %b %H:%M").to_string());
        if let Some(note) = happening.note() {
            notes.insert(stage.sim.transcript().len(), note.to_owned());
        }
        if let Err(error) = happen(&mut cast, &mut stage, happening).await {
            missed.push(format!("{} at {}: {error:#}", happening.who(), happening.at()));
        }
        stage.settle().await?;
        bar.inc(1);
    }
    let end = day.checked_add_days(Days::new(9)).context("the year has no day after it")?;
    stage.advance_to(calendar::instant_on(end, NaiveTime::MIN, zone)).await?;
    bar.finish_and_clear();
    // What the transcript holds is the story; the bot's leaving is no part of it.
    let (names, bot) = (stage.sim.directory(), stage.sim.bot_id());
    let (entries, notes) = retold(stage.sim.transcript(), notes);
    stage.stop().await?;
    let violations = stage.sim.violations();
    if !violations.is_empty() {
        bail!("the bot broke Discord's rules:\n- {}", violations.join("\n- "));
    }
    let private_channels = cast.private_channels();
    let server = world.server.clone();
    let facts = facts(world);
    let mails = mails::read(&mail)?;
    Ok((Story { server, campaign, bot, names, private_channels, facts, notes, repeat, entries, mails }, missed))
}

/// Of each simulated instant, tells of the connection only what is different after it, and at its end: on a busy machine
/// the bot may turn its ears off and on again, or hang up and call anew, where on an idle one it has no time to. What is
/// kept is numbered anew, and so are the notes.
fn retold(entries: Vec<Entry>, notes: BTreeMap<usize, String>) -> (Vec<Entry>, BTreeMap<usize, String>) {
    let mut line = Line::default();
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    // How many are kept before each entry, and of all.
    let mut places = Vec::with_capacity(entries.len() + 1);
    for instant in entries.chunk_by(|one, next| one.at_ms == next.at_ms) {
        let before = line;
        let (mut comes, mut goes) = (None, None);
        for entry in instant {
            places.push(kept.len());
            match &entry.event {
                Event::GatewayIdentified { intents } => line = Line { open: line.open + 1, intents: *intents },
                Event::GatewayResumed { .. } => line.open += 1,
                Event::GatewayClosed { had_session, .. } => line.open -= i32::from(*had_session),
                _ => kept.push(Entry { index: kept.len(), ..entry.clone() }),
            }
            match &entry.event {
                Event::GatewayIdentified { .. } | Event::GatewayResumed { .. } => comes = Some(entry),
                Event::GatewayClosed { had_session: true, .. } => goes = Some(entry),
                _ => {}
            }
        }
        let told = match (before.open > 0, line.open > 0) {
            (true, false) => goes,
            (false, true) => comes,
            (true, true) if before.intents != line.intents => comes,
            _ => None,
        };
        kept.extend(told.map(|entry| Entry { index: kept.len(), ..entry.clone() }));
    }
    places.push(kept.len());
    let notes = notes.into_iter().filter_map(|(before, note)| Some((*places.get(before)?, note))).collect();
    (kept, notes)
}

/// The bot's connection: how many sessions are there, and what the newest is told.
#[derive(Clone, Copy, Default)]
struct Line {
    open: i32,
    intents: u64,
}

async fn happen<'a>(cast: &mut Cast<'a>, stage: &mut Stage, happening: Happening<'a>) -> anyhow::Result<()> {
    match happening {
        Happening::Act(act) if act.what == Deed::PowerFails => {
            stage.kill().await;
            // Discord keeps a session for some minutes; nobody comes back to this one in time.
            stage.sim.forget_sessions();
            Ok(())
        }
        Happening::Act(act) if act.what == Deed::PowerReturns => stage.start().await,
        Happening::Act(act) => cast.act(act).await,
        Happening::Thanks(thanks) => {
            let mut then = cast.thank(thanks).await?;
            while !matches!(then, Then::Done) {
                // The bot has to hear the message, and to ask, before its author can answer.
                stage.settle().await?;
                then = cast.then(then).await?;
            }
            Ok(())
        }
    }
}

fn facts(world: &World) -> Vec<Fact> {
    let accepted = world.managers.iter().filter(|manager| manager.answer == PlaceAnswer::Accepts).count();
    let taken = world.thanks.iter().filter(|thanks| !thanks.refused || thanks.try_again.is_some());
    let thanks: usize = taken.map(|thanks| 1 + usize::from(thanks.and.is_some())).sum();
    [(world.members.len(), "members"), (accepted, "community managers"), (thanks, "thank-yous")]
        .into_iter()
        .map(|(number, of)| Fact { number, of: of.into() })
        .collect()
}

fn instant(campaign: &Campaign, at: Moment) -> DateTime<Utc> {
    let days = Days::new(u64::from(at.days.unsigned_abs()));
    let date = if at.days < 0 { campaign.day.checked_sub_days(days) } else { campaign.day.checked_add_days(days) };
    calendar::instant_on(date.unwrap_or(campaign.day), at.time, campaign.zone)
}

/// How long an answer may take in real time before the rehearsal gives up. A busy machine must not change the page, so
/// it is longer than Discord's three seconds, and no answer is announced first.
const PATIENCE: Duration = Duration::from_secs(60);

/// A simulated Discord that slows nobody down: its limits count real time, and would make the page depend on it.
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

/// A progress bar, where somebody looks.
fn progress(length: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(length as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:40.green} {pos}/{len}  {msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

/// A folder of its own for the database, removed when the rehearsal is over.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> anyhow::Result<Self> {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("cmad-rehearsal-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left behind is a small file in the machine's own folder for such files.
        let _left = std::fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;
    use domain::campaign::Step;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_whole_campaign() {
        let world = World::read(world::DEFAULT).unwrap();
        let (story, missed) = play(&world, 2027, Berlin, "cmad rehearse".into()).await.unwrap();
        assert_eq!(missed, Vec::<String>::new());
        let outline = page::outline(&story);
        for step in Step::ALL {
            assert!(
                outline.iter().any(|line| line.contains(&format!("  {step} "))),
                "{step} was not taken: {outline:#?}"
            );
        }
        let html = page::page(&story);
        assert!(
            !story.mails.is_empty() && html.contains("a mail leaves the bot"),
            "somebody's boss has a mail address"
        );
        for thanks in &world.thanks {
            let first = thanks.words.lines().next().unwrap_or_default();
            // Mentions and Markdown are drawn, and what HTML escapes is written otherwise: the longest plain run is looked for.
            let plain =
                first.split(|c: char| "@#{}<>&\"'*_~`|[]()".contains(c)).max_by_key(|part| part.chars().count());
            let plain = plain.unwrap_or_default().trim();
            assert!(html.contains(plain), "{:?} at {} is not on the page", plain, thanks.at);
        }
        assert!(!html.contains("<script"));
    }

    #[test]
    fn ears_that_went_off_and_on_in_one_instant_are_not_told() {
        let on = || Event::GatewayIdentified { intents: 33_281 };
        let off = || Event::GatewayIdentified { intents: 513 };
        let left = |code| Event::GatewayClosed { code, had_session: true };
        let unheard = || Event::GatewayClosed { code: None, had_session: false };
        let gone = |id| Event::MessageDeleted { channel_id: 1, message_id: id };
        let told = |told: &[(i64, Event)], notes: &[usize]| {
            let all = told.iter().enumerate().map(|(n, (at_ms, what))| Entry {
                index: n,
                at_ms: *at_ms,
                event: what.clone(),
            });
            let (kept, notes) = retold(all.collect(), notes.iter().map(|before| (*before, String::new())).collect());
            assert!(kept.iter().enumerate().all(|(n, entry)| n == entry.index), "{kept:#?}");
            let kept: Vec<_> = kept.into_iter().map(|entry| (entry.at_ms, format!("{:?}", entry.event))).collect();
            (kept, notes.into_keys().collect::<Vec<_>>())
        };
        // Off and on again, with a call that came to nothing.
        let [a, b] = [left(Some(1000)), left(Some(1000))];
        let busy = [(1, on()), (2, off()), (2, a), (2, gone(2)), (2, unheard()), (2, on()), (2, b), (2, gone(3))];
        assert_eq!(told(&busy, &[7, 8]), told(&[(1, on()), (2, gone(2)), (2, gone(3))], &[2, 3]));
        // Off, on and off: off.
        let [a, b, c] = [left(Some(1000)), left(Some(1000)), left(None)];
        let busy = [(1, on()), (2, off()), (2, a), (2, on()), (2, b), (2, gone(2)), (2, off()), (2, c)];
        assert_eq!(told(&busy, &[]), told(&[(1, on()), (2, gone(2)), (2, off()), (2, left(Some(1000)))], &[]));
        // A power cut, and the power's return.
        let cut = [(1, on()), (2, left(None)), (3, on()), (3, off()), (3, left(Some(1000)))];
        let shown: Vec<_> = told(&cut, &[]).0.into_iter().map(|(at_ms, _)| at_ms).collect();
        assert_eq!(shown, [1, 2, 3]);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_same_page_again() {
        let mut world = World::read(world::DEFAULT).unwrap();
        world.acts.retain(|act| act.at.days < -14);
        world.thanks.truncate(4);
        let mut pages = Vec::new();
        for _ in 0..2 {
            let (story, missed) = play(&world, 2031, chrono_tz::Asia::Tokyo, "cmad rehearse".into()).await.unwrap();
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

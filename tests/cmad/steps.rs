//! The operator's defaults for the steps: `[steps]` in the settings.

use cmad::cli::check;
use cmad::config::steps::Steps;
use cmad::config::{Config, Env};
use discord_sim::{MessageHandle, Opt};
use domain::campaign::Step;
use domain::ids::GuildId;
use domain::send::Task;
use domain::server::Server;
use secrecy::ExposeSecret as _;

use crate::databases::{Database, On};
use crate::town::{PERMISSIONS, Town, at};

const BEGIN: &str = "2026-12-10 12:00 Europe/Berlin";

/// The town in an installation with these defaults, before setup.
async fn town_with(change: impl FnOnce(&mut Steps)) -> Town {
    let mut town = Town::over(Database::new(On::usual()).await, BEGIN, |_| {}).await;
    town.stage.configure(|config| change(&mut config.steps));
    town.stage.start().await.unwrap();
    town
}

/// Restarts the bot with other defaults.
async fn restart_with(town: &mut Town, change: impl FnOnce(&mut Steps)) {
    let built_in = Config::load(None, &Env::default()).unwrap().steps;
    town.restart_with(|config| {
        config.steps = built_in;
        change(&mut config.steps);
    })
    .await;
}

/// `/campaign steps` by the admin.
async fn steps(town: &Town, options: &[(&str, Opt)]) -> String {
    town.olga.slash(&town.cmad, "campaign steps", options).await.settled().await.text()
}

/// A step's line in `/campaign steps`.
async fn line(town: &Town, step: &str) -> String {
    let text = steps(town, &[]).await;
    let found = text.lines().find(|line| line.starts_with(&format!("- **{step}**")));
    found.unwrap_or_else(|| panic!("{step} is not in {text}")).to_owned()
}

async fn server(town: &Town) -> Server {
    town.stage.bot().app().server(GuildId(town.server.id())).await.unwrap().unwrap()
}

fn texts(town: &Town) -> Vec<String> {
    town.posts().iter().map(MessageHandle::text).collect()
}

fn unix(when: &str) -> String {
    at(&format!("{when} Europe/Berlin")).timestamp().to_string()
}

fn put(steps: &mut Steps, step: Step, at: &str) {
    steps.insert(step, at.to_owned());
}

fn own(steps: &mut Steps) {
    put(steps, Step::Announce, "-10 12:00");
    put(steps, Step::Countdown, "-5 12:00 off");
    put(steps, Step::Eve, "-2 10:00");
    put(steps, Step::Recap, "2 10:00");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn campaigns_follow_the_operators_defaults() {
    let mut town = town_with(own).await;
    town.set_up_here().await;

    // The plan follows the operator's defaults, and no step counts as moved by the server.
    for (step, place) in [("Announcement", "15 January, 12:00"), ("The day before", "23 January, 10:00")] {
        let line = line(&town, step).await;
        assert!(line.contains(place) && line.contains("planned") && !line.contains("moved"), "{line}");
    }
    assert!(line(&town, "Countdown").await.ends_with("· off"));
    let preview = [("step", "announce".into())];
    let preview = town.olga.slash(&town.cmad, "campaign preview", &preview).await.settled().await.text();
    assert!(preview.contains(&unix("2027-01-15 12:00")), "{preview}");
    let status = town.olga.slash(&town.cmad, "campaign status", &[]).await.settled().await.text();
    assert!(status.contains("**Recap**: 27 January, 10:00"), "{status}");

    // The server's choice wins, and `reset` returns to the operator's default.
    let said = steps(&town, &[("step", "countdown".into()), ("on", Opt::Bool(true))]).await;
    assert!(said.contains(&unix("2027-01-20 12:00")), "on, it stands where the operator put it: {said}");
    steps(&town, &[("step", "recap".into()), ("days", Opt::Int(1)), ("time", "20:00".into())]).await;
    assert!(line(&town, "Recap").await.contains("26 January, 20:00"));
    let said = steps(&town, &[("step", "recap".into()), ("reset", Opt::Bool(true))]).await;
    assert!(said.contains("back to its default: on") && said.contains(&unix("2027-01-27 10:00")), "{said}");
    steps(&town, &[("step", "eve".into()), ("days", Opt::Int(-1)), ("time", "18:00".into())]).await;
    assert!(line(&town, "The day before").await.contains("moved"));

    town.advance_to_just_before("2027-01-15 12:00 Europe/Berlin").await;
    assert!(texts(&town).is_empty(), "neither at 10:00 nor on the built-in day: {:?}", texts(&town));
    town.advance_to("2027-01-15 12:00 Europe/Berlin").await;
    assert_eq!((texts(&town).len(), town.events()), (1, 1), "announced");
    town.advance_to("2027-01-20 12:00 Europe/Berlin").await;
    assert_eq!(texts(&town).len(), 2, "the countdown that the server switched on");
    let said = steps(&town, &[("step", "countdown".into()), ("reset", Opt::Bool(true))]).await;
    assert!(said.contains("back to its default: off"), "{said}");

    // Other defaults during the campaign: sent steps stay, waiting ones move, the server's choices stay.
    restart_with(&mut town, |steps| {
        put(steps, Step::Announce, "-4 12:00");
        put(steps, Step::Countdown, "-3 12:00");
        put(steps, Step::Day, "0 11:00");
        put(steps, Step::Recap, "3 10:00");
    })
    .await;
    let announced = line(&town, "Announcement").await;
    assert!(announced.contains("15 January, 12:00") && announced.contains("sent"), "it says what was: {announced}");
    assert!(line(&town, "The day before").await.contains("24 January, 18:00"));
    town.advance_to_just_before("2027-01-24 18:00 Europe/Berlin").await;
    assert_eq!((texts(&town).len(), town.events()), (2, 1), "nothing is posted twice: {:#?}", texts(&town));
    town.advance_to("2027-01-24 18:00 Europe/Berlin").await;
    assert_eq!(texts(&town).len(), 3, "the eve, where the server moved it");
    town.advance_to_just_before("2027-01-25 11:00 Europe/Berlin").await;
    assert_eq!(texts(&town).len(), 3);
    town.advance_to("2027-01-25 11:00 Europe/Berlin").await;
    assert_eq!(texts(&town).len(), 4, "the day");

    // Again, after a kill, with defaults that put the day and all steps before it earlier.
    town.stage.kill().await;
    restart_with(&mut town, |steps| put(steps, Step::Recap, "3 10:00")).await;
    town.advance_to_just_before("2027-01-28 10:00 Europe/Berlin").await;
    assert_eq!(texts(&town).len(), 5, "the last call: {:#?}", texts(&town));
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    assert_eq!((texts(&town).len(), town.events()), (6, 1), "each step once: {:#?}", texts(&town));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_added_too_late_is_not_reported_and_a_planned_one_is() {
    let mut town = town_with(|steps| put(steps, Step::Countdown, "off")).await;
    town.set_up_here().await;
    town.advance_to("2027-01-23 12:00 Europe/Berlin").await;
    let (posts, notes) = (texts(&town).len(), town.olga.dms().len());
    restart_with(&mut town, |_| {}).await;
    assert!(line(&town, "Countdown").await.ends_with("skipped, too late"));
    assert_eq!((texts(&town).len(), town.olga.dms().len()), (posts, notes), "no admin had expected it");
    // The eve was planned, and its new time is in the past.
    restart_with(&mut town, |steps| put(steps, Step::Eve, "-2 10:00")).await;
    assert_eq!(texts(&town).len(), posts + 1, "it is late, and in time before the day begins");
    town.advance_to("2027-01-25 09:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    town.stage.set(at("2027-01-26 00:30 Europe/Berlin"));
    restart_with(&mut town, |steps| put(steps, Step::LastCall, "0 20:00")).await;
    let told: Vec<String> = town.olga.dms().iter().skip(notes).map(MessageHandle::text).collect();
    let skipped = told.iter().filter(|text| text.contains("Skipped: the last call")).count();
    let with_it = told.iter().filter(|text| text.contains("Skipped: the note about who has no words yet")).count();
    assert!(skipped == 1 && with_it == 1 && told.len() == 2, "what was expected is told: {told:#?}");
    assert!(told.iter().all(|text| text.contains("I was away")), "{told:#?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_past_campaign_keeps_its_schedule() {
    let mut town = town_with(own).await;
    town.set_up_here().await;
    town.advance_to("2027-02-02 12:00 Europe/Berlin").await;
    let posts = texts(&town).len();
    let ran = async |town: &Town| {
        let server = server(town).await;
        let campaign = town.stage.bot().app().campaign_in(&server, 2027).await.unwrap().unwrap();
        let steps = Step::ALL.iter().map(|step| (campaign.due(*step), campaign.schedule.is_on(*step)));
        (campaign.window(), steps.collect::<Vec<_>>())
    };
    let then = ran(&town).await;
    assert_eq!(then.0.0, at("2027-01-15 12:00 Europe/Berlin"));
    let due = async |town: &Town, step| {
        let campaign = town.stage.bot().app().campaign_of(&server(town).await).await.unwrap();
        (campaign.year, campaign.due(step))
    };
    assert_eq!(due(&town, Step::Announce).await, (2028, at("2028-01-14 12:00 Europe/Berlin")));

    restart_with(&mut town, |steps| put(steps, Step::Close, "14 12:00")).await;
    assert_eq!(ran(&town).await, then, "what is over is over");
    assert_eq!(due(&town, Step::Announce).await, (2028, at("2028-01-10 10:00 Europe/Berlin")));
    assert_eq!(due(&town, Step::Close).await, (2028, at("2028-02-07 12:00 Europe/Berlin")));
    let window = town.stage.bot().store().campaign(GuildId(town.server.id()), 2027).await.unwrap().unwrap();
    assert_eq!((window.opens_at, window.closes_at), then.0);
    assert_eq!(texts(&town).len(), posts);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_servers_hour_replaces_only_nine_and_ten() {
    let town = town_with(|steps| {
        put(steps, Step::Announce, "-14 18:00");
        put(steps, Step::Day, "0 10:00");
        put(steps, Step::LastCall, "0 14:00");
    })
    .await;
    let set_up = async |hour: i64| {
        let options =
            [("channel", Opt::Channel(town.cmad.id())), ("timezone", "Europe/Berlin".into()), ("hour", Opt::Int(hour))];
        town.olga.slash(&town.cmad, "campaign setup", &options).await.settled().await.text()
    };
    let refused = set_up(15).await;
    assert!(refused.contains("**The day** has to come before **Last call**"), "{refused}");
    assert!(refused.contains("clashes with the other steps"), "{refused}");
    let said = set_up(8).await;
    for place in
        ["**Announcement**: 11 January, 18:00", "**Countdown**: 18 January, 08:00", "**The day**: 25 January, 08:00"]
    {
        assert!(said.contains(place), "{said}");
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn defaults_that_conflict_with_a_servers_choice_break_nothing() {
    let mut town = town_with(|steps| {
        put(steps, Step::RosterCheck, "-50 10:00");
        put(steps, Step::Announce, "-40 10:00");
    })
    .await;
    town.set_up_here().await;
    steps(&town, &[("step", "countdown".into()), ("days", Opt::Int(-3))]).await;

    // A default that conflicts with the server's countdown: only that step uses its built-in time.
    restart_with(&mut town, |steps| {
        put(steps, Step::Eve, "-4 18:00");
        put(steps, Step::Recap, "2 10:00");
    })
    .await;
    let countdown = line(&town, "Countdown").await;
    assert!(countdown.contains("22 January, 10:00") && countdown.contains(", moved"), "{countdown}");
    assert!(line(&town, "The day before").await.contains("24 January, 10:00"));
    assert!(line(&town, "Recap").await.contains("27 January, 10:00"));
    let found = checked(&mut town, &[("CMAD_STEPS__EVE", "-4 18:00")]).await;
    assert!(found.contains(&format!("note  steps: in server {}", town.server.id())), "{found}");
    assert!(found.contains("eve cannot be at the time in [steps]"), "{found}");

    // A server's time that fitted earlier defaults only: it is suspended, and the admins see that.
    restart_with(&mut town, |steps| {
        put(steps, Step::RosterCheck, "-50 10:00");
        put(steps, Step::Announce, "-40 10:00");
    })
    .await;
    steps(&town, &[("step", "countdown".into()), ("days", Opt::Int(-20))]).await;
    assert!(line(&town, "Countdown").await.contains("5 January, 10:00"));
    restart_with(&mut town, |_| {}).await;
    let countdown = line(&town, "Countdown").await;
    assert!(
        countdown.contains("18 January, 10:00") && countdown.contains("no longer fits the other steps"),
        "{countdown}"
    );
    let found = checked(&mut town, &[]).await;
    assert!(found.contains("countdown cannot be at the time that its admins chose"), "{found}");

    let posts = ["2027-01-11 10:00", "2027-01-18 10:00", "2027-01-24 10:00", "2027-01-25 09:00"];
    for (before, when) in posts.iter().enumerate() {
        town.advance_to_just_before(&format!("{when} Europe/Berlin")).await;
        assert_eq!(texts(&town).len(), before, "{when}: {:#?}", texts(&town));
        town.advance_to(&format!("{when} Europe/Berlin")).await;
        assert_eq!(texts(&town).len(), before + 1, "{when}");
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_invites_the_bot_again_follows_the_present_defaults() {
    let mut town = town_with(|_| {}).await;
    town.set_up_here().await;
    town.stage.stop().await.unwrap();
    town.sim().remove_bot(&town.server);
    town.stage.start().await.unwrap();
    let recap = async |town: &Town| {
        let sends = town.stage.bot().store().sends(GuildId(town.server.id()), 2027).await.unwrap();
        sends.iter().find(|send| send.task == Task::Post { step: Step::Recap }).unwrap().due
    };
    restart_with(&mut town, |steps| put(steps, Step::Recap, "3 10:00")).await;
    assert_eq!(recap(&town).await, at("2027-01-26 09:00 Europe/Berlin"), "it is left alone");
    town.sim().invite_bot(&town.server, PERMISSIONS);
    town.settle().await;
    assert_eq!(recap(&town).await, at("2027-01-28 10:00 Europe/Berlin"));
    town.ends_well().await;
}

/// The output of `cmad check` on the town's database with these settings, while the bot is down.
async fn checked(town: &mut Town, settings: &[(&str, &str)]) -> String {
    town.stage.stop().await.unwrap();
    let key = town.stage.key().expose_secret().to_owned();
    let env = Env::of(&[settings, &[("DATABASE_URL", &town.database.url), ("CMAD_KEY", &key)]].concat());
    let found = check::check(Config::load(None, &env), &env).await;
    town.stage.start().await.unwrap();
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

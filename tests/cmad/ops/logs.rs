//! A whole campaign with hostile words, logged at `trace`: no words, names or secrets are in the log.

use cmad::config::{Config, Env, LogFormat};
use cmad::observe::logs;
use discord_sim::{FieldValue, Opt};

use super::{HOSTILE, Lines, TELLTALES};
use crate::town::Town;

// One thread, so that this test's subscriber receives everything that the bot logs.
#[tokio::test(flavor = "current_thread")]
async fn no_word_no_name_and_no_secret_is_logged_at_any_level() {
    let lines = Lines::default();
    let mut log = Config::load(None, &Env::default()).unwrap().log;
    log.filter = "trace".into();
    for format in [LogFormat::Text, LogFormat::Json] {
        log.format = format;
        let subscriber = logs::subscriber(&log, lines.clone()).unwrap();
        let _until_the_end = tracing::subscriber::set_default(subscriber);
        a_campaign_with_words().await;
    }
    let logged = lines.text();
    assert!(logged.contains("TRACE") && logged.contains("connected to Discord"), "it is logged at all:\n{logged}");
    // Names of the server, its people and a channel, none of which occurs in a module or log message.
    let names = ["Northwind", "Olga", "Kimberly", "Leopold", "community", "Gruffalo", "hush-hush"];
    for word in TELLTALES.iter().chain(&names) {
        let line = logged.lines().find(|line| line.contains(word));
        assert!(line.is_none(), "{word} is logged: {}", line.unwrap_or_default());
    }
    for secret in ["sim.token", "Authorization", "Bot sim"] {
        assert!(!logged.contains(secret), "{secret} is logged");
    }
}

async fn a_campaign_with_words() {
    let mut town = Town::with("2027-01-05 12:00 Europe/Berlin", |options| {
        options.token = "sim.token.hush-hush".into();
    })
    .await;
    let (kim, lee, ada, ben) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.ben.clone());
    kim.rename("Kimberly");
    lee.rename("Leopold");
    town.set_up_here().await;
    town.advance_to("2027-01-20 12:00 Europe/Berlin").await;
    town.thank(&kim, &ada, HOSTILE, &[("consent", "public")]).await;
    assert!(town.posts().iter().any(|post| post.text().contains("Xylophone")), "the words are out, and not in the log");
    // By hashtag, edited, answered; by a form that is refused and tried again; saved; nominated; declined.
    let said = lee.say(&town.help, &format!("{} {HOSTILE} #CMAD", ada.mention()));
    town.settle().await;
    lee.edit(&said, &format!("{} {HOSTILE} zugzwang twice #CMAD", ada.mention()));
    town.settle().await;
    let unclear = lee.say(&town.help, &format!("{HOSTILE} #CMAD"));
    town.settle().await;
    lee.delete(&unclear);
    let form = kim.user_command(&town.help, "Thank for #CMAD", &ben).await;
    form.submit(&[("words", FieldValue::from(HOSTILE))]).await.settled().await;
    let to_lee = [("member", Opt::User(lee.id())), ("reason", Opt::Str(HOSTILE.into()))];
    kim.slash(&town.help, "nominate", &to_lee).await.settled().await;
    let profile = [("title", Opt::Str("Gruffalo quokka".into())), ("link", Opt::Str("https://boss.example/me".into()))];
    ada.slash(&town.help, "cmad profile", &profile).await.settled().await;
    // Discord's error may quote the request.
    let quoting = serde_json::json!({"code": 50035, "message": format!("Invalid Form Body: {HOSTILE}"),
        "errors": {"content": {"_errors": [{"code": "X", "message": HOSTILE}]}}});
    let refused = discord_sim::FaultKind::Answer { status: 400, body: quoting };
    town.sim().fault(discord_sim::Fault::on("POST /channels/*/messages", refused));
    town.thank(&lee, &ben, HOSTILE, &[("consent", "public")]).await;
    town.sim().fault(discord_sim::Fault::on("POST /channels/*/messages", discord_sim::FaultKind::DropConnection));
    town.thank(&kim, &ben, &format!("{HOSTILE} again"), &[("consent", "public")]).await;
    town.advance_to("2027-02-03 12:00 Europe/Berlin").await;
    ada.slash(&town.help, "cmad digest", &[]).await.settled().await;
    kim.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    town.stage.stop().await.unwrap();
}

/// Set in a child of this program that panics: whether logging is set up before the panic.
const PANICS: &str = "CMAD_TEST_PANICS";

/// A panic whose message quotes words, in a process of its own, because the panic hook is global.
#[test]
fn a_panic_logs_its_place_and_no_words() {
    if let Ok(log) = std::env::var(PANICS) {
        logs::log_only_the_place_of_panics();
        let start = || logs::start(&Config::load(None, &Env::default()).unwrap().log).unwrap();
        // Dropped by the panic, which writes what is left.
        let _flush = (log == "log").then(start);
        let words = format!("{HOSTILE} überaus");
        let within = words.find('ü').unwrap() + 1;
        // Slicing inside a character panics and quotes the text. It ends the child with an error.
        std::hint::black_box(&words[..within]);
    }
    for (log, way) in [("log", "0"), ("none", "0"), ("log", "1")] {
        let child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "ops::logs::a_panic_logs_its_place_and_no_words", "--nocapture"])
            .env(PANICS, log)
            .env("RUST_BACKTRACE", way)
            .output()
            .unwrap();
        let told = format!("{}{}", String::from_utf8_lossy(&child.stdout), String::from_utf8_lossy(&child.stderr));
        assert!(!child.status.success(), "{told}");
        assert!(told.contains("tests/cmad/ops/logs.rs:"), "an operator finds out where: {told}");
        assert!(told.contains("failed inside") && told.contains("thread"), "{told}");
        assert_eq!(told.contains("ERROR"), log == "log", "{told}");
        assert_eq!(told.contains("rust_begin_unwind"), way == "1", "{told}");
        for word in TELLTALES.iter().chain(&["überaus"]) {
            assert!(!told.contains(word), "{word} is told: {told}");
        }
    }
}

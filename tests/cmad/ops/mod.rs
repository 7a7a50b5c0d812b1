//! Operations: health, metrics, logs without words, a graceful stop, and the rush of the day.

#[cfg(target_os = "linux")]
mod clock;
mod logs;
#[cfg(target_os = "linux")]
mod memory;
pub mod process;
pub mod reads;
mod rush;

use std::io;
use std::sync::{Arc, Mutex};

use discord_sim::{Fault, FaultKind, Opt};
use tracing_subscriber::fmt::MakeWriter;

use crate::databases::On;
use crate::town::Town;
use crate::web::get;

/// Words of people in these tests that must appear nowhere else. Each part is looked for by itself.
pub const HOSTILE: &str = "Xylophone'); drop table thanks;-- <script>quokka</script> %s {} \u{202e}zugzwang @everyone \
                           https://boss.example/?q=marzipan rosa.diaz@mail.example.org";

/// The parts by which the words would be recognised.
pub const TELLTALES: [&str; 6] = ["Xylophone", "quokka", "zugzwang", "marzipan", "rosa.diaz", "boss.example"];

/// What a test's own subscriber is told.
#[derive(Clone, Default)]
pub struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

async fn request(town: &Town, path: &str, headers: &[(&str, &str)]) -> (u16, String) {
    let bot = town.stage.bot();
    let addr = if path == "/metrics" { bot.metrics() } else { bot.http() }.unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let mut request = client.get(format!("http://{addr}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

async fn with_pages(when: &str) -> Town {
    // The trigger below is SQLite's.
    let mut town = Town::on(On::Sqlite, when, |_| {}).await;
    town.stage.stop().await.unwrap();
    town.stage.serve_pages();
    town.stage.start().await.unwrap();
    town
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn metrics_count_what_happened_and_name_no_one() {
    let mut town = with_pages("2027-01-05 12:00 Europe/Berlin").await;
    town.set_up_here().await;
    town.advance_to("2027-01-25 09:30 Europe/Berlin").await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    town.thank(&kim, &ada, HOSTILE, &[("consent", "public")]).await;
    town.advance_to("2027-01-26 10:00 Europe/Berlin").await;

    let (status, headers, text) = get(town.stage.bot().metrics().unwrap(), "/metrics", "en").await;
    assert_eq!(status, 200);
    assert!(headers["content-type"].to_str().unwrap().starts_with("application/openmetrics-text"));
    for series in [
        "cmad_sends_total{kind=\"day\",outcome=\"sent\"}",
        "cmad_send_late_seconds_bucket{le=\"300.0\",step=\"recap\"}",
        "cmad_thanks_total{door=\"command\"}",
        "cmad_digests{state=\"sent\"} 2",
        "cmad_discord_requests_total{method=\"POST\",route=\"channels/:id/messages\",status=\"200\"}",
        "cmad_discord_wait_seconds_count{urgency=\"post\"}",
        "cmad_interaction_answer_seconds_count",
        "cmad_gateway_connected 1",
        "cmad_gateway_sessions_total{kind=\"new\"}",
        "cmad_beats_total{ended=\"done\"}",
        "cmad_servers 1",
        "cmad_campaigns_listening 1",
    ] {
        assert!(text.contains(series), "{series} is missing from\n{text}");
    }
    // The manual explains each metric.
    let manual = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/operations.md")).unwrap();
    for name in text.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()) {
        assert!(manual.contains(&format!("`{name}")), "docs/operations.md says nothing of {name}");
    }
    let named = [TELLTALES.as_slice(), &["Northwind", "Ada", "Kim", "Olga", "community"]].concat();
    for word in named {
        assert!(!text.contains(word), "{word} is told in\n{text}");
    }
    let token = town.sim().token();
    assert!(!text.contains(&token));
    // Fractions of seconds may be long.
    let numbers = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let longest = numbers.map(|number| number.split('.').next().unwrap_or_default().len()).max();
    assert!(longest < Some(15), "an id of Discord's has 17 digits and more");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_queues_length_and_age_are_counted() {
    let mut town = with_pages("2027-01-05 12:00 Europe/Berlin").await;
    town.set_up_here().await;
    town.advance_to_just_before("2027-01-25 09:00 Europe/Berlin").await;
    // The clock runs on without a dispatch.
    town.stage.set(crate::town::at("2027-01-25 09:04 Europe/Berlin"));
    let (_, text) = request(&town, "/metrics", &[]).await;
    assert!(text.contains("cmad_queue_sends{kind=\"day\"} 1"), "{text}");
    assert!(text.contains("cmad_queue_age_seconds{kind=\"day\"} 240.0"), "{text}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_retried_send_counts_in_the_queues_age_between_its_attempts() {
    let mut town = with_pages("2027-01-05 12:00 Europe/Berlin").await;
    town.set_up_here().await;
    town.advance_to_just_before("2027-01-25 09:00 Europe/Berlin").await;
    town.sim().fault(Fault::on("POST /channels/*/messages", FaultKind::Status(500)).times(200));
    town.advance_to("2027-01-25 09:10 Europe/Berlin").await;
    let (_, text) = request(&town, "/metrics", &[]).await;
    assert!(text.contains("cmad_queue_age_seconds{kind=\"day\"} 600.0"), "{text}");
    town.sim().clear_faults();
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_and_readiness_differ() {
    let mut town = with_pages("2027-01-05 12:00 Europe/Berlin").await;
    assert_eq!(request(&town, "/healthz", &[]).await, (200, "alive\n".into()));
    assert_eq!(request(&town, "/readyz", &[]).await, (200, "ready\n".into()));
    // Health is beside the pages, and metrics are alone: whatever a proxy passes on, none are in it.
    let (http, metrics) = (town.stage.bot().http().unwrap(), town.stage.bot().metrics().unwrap());
    assert_ne!(http, metrics);
    for (addr, path, status) in [
        (http, "/metrics", 404),
        (http, "/metrics/", 404),
        (http, "//metrics", 404),
        (metrics, "/metrics", 200),
        (metrics, "/healthz", 404),
        (metrics, "/no-more/x", 404),
    ] {
        assert_eq!(get(addr, path, "en").await.0, status, "{path}");
    }

    // Ten minutes without a dispatch pass are unhealthy; the next pass makes it healthy again.
    town.stage.set(crate::town::at("2027-01-05 12:11 Europe/Berlin"));
    let no_beat = (503, "no beat since 2027-01-05T11:00:00Z\n".to_owned());
    assert_eq!(request(&town, "/healthz", &[]).await, no_beat);
    assert_eq!(request(&town, "/readyz", &[]).await, no_beat);
    town.settle().await;
    assert_eq!(request(&town, "/healthz", &[]).await.0, 200);

    // A database that answers and accepts no writes is not ready.
    let spoil = "create trigger full before update on remembered begin select raise(abort, 'disk full'); end";
    town.database.behind(spoil).await;
    town.stage.set(crate::town::at("2027-01-05 12:12 Europe/Berlin"));
    let (status, text) = request(&town, "/readyz", &[]).await;
    assert!(status == 503 && text.contains("database"), "{status} {text}");
    town.database.behind("drop trigger full").await;
    assert_eq!(request(&town, "/readyz", &[]).await.0, 200, "it carries on when the cause is gone");

    // Without Discord the process is healthy and not ready.
    town.sim().stop();
    let not_ready = async {
        while request(&town, "/readyz", &[]).await.0 != 503 {
            town.stage.bot().until_handled().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(120), not_ready).await.expect("the fall is heard");
    assert_eq!(request(&town, "/healthz", &[]).await.0, 200);
    town.stage.kill().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_later_setup_is_also_told_that_the_hashtag_does_not_work() {
    let mut town = Town::with("2027-01-05 12:00 Europe/Berlin", |options| options.message_content = false).await;
    town.set_up_here().await;
    town.advance_to("2027-01-12 12:00 Europe/Berlin").await;
    let told =
        |member: &discord_sim::Member| member.dms().iter().filter(|message| message.text().contains("hashtag")).count();
    assert_eq!(told(&town.olga), 1, "{:?}", town.olga.dms().iter().map(|dm| dm.text()).collect::<Vec<_>>());

    let later = town.sim().server_owned_by("Southwind", "Otto");
    let channel = later.channel("hello");
    town.sim().invite_bot(&later, crate::town::PERMISSIONS);
    town.settle().await;
    let options = [("channel", Opt::Channel(channel.id())), ("timezone", Opt::Str("Europe/Berlin".into()))];
    later.owner().slash(&channel, "campaign setup", &options).await.settled().await;
    town.settle().await;
    assert_eq!(told(&later.owner()), 1, "the refusal came before this server listened");
    assert_eq!(told(&town.olga), 1, "and no one is told twice");
    town.ends_well().await;
}

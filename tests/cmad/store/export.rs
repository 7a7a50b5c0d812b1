//! An operator's export, read back by independent programs.

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use cmad::cli::export::{self, Exported, SCHEMA, Target};
use cmad::store::thanks::{Change, NewThanks};
use domain::campaign::Step;
use domain::digest::FromElsewhere;
use domain::ids::{GuildId, UserId};
use domain::nomination::{Nomination, NominationId, NominationState};
use domain::plan::Planned;
use domain::roster::Manager;
use domain::send::{SendKey, Task};
use domain::thanks::{Consent, ThanksState};
use serde_json::Value;

use super::{ADA, BEN, GUILD, House, KIM, LEE, NEWS, YEAR, arrived, manager, noon, react, server, thanks};

const HOSTILE: &str = "=HYPERLINK(\"https://evil.example\",\"x\")\r\n\"two\", lines 💚";

/// Exports to a new file, reads it back, and checks it against the schema.
async fn document(house: &House, only: Option<GuildId>) -> (Value, Exported) {
    let file = house.database.folder.path().join(format!("{only:?}.json"));
    let done = export::export(&house.store, only, &Target::Json(file.clone()), noon()).await.unwrap();
    assert_private(&file, 0o600);
    let document: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let wrong: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    (document, done)
}

fn assert_private(path: &Path, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, mode, "{}", path.display());
    }
}

/// The rows of one table, each by its columns' names.
fn table(folder: &Path, name: &str) -> Vec<std::collections::HashMap<String, String>> {
    let bytes = fs::read(folder.join(name)).unwrap();
    let text = bytes.strip_prefix("\u{FEFF}".as_bytes()).expect("Excel knows UTF-8 by this mark");
    csv::Reader::from_reader(text).deserialize().collect::<Result<_, _>>().unwrap()
}

async fn say(house: &House, source: u64, (words, consent): (&str, Consent)) -> domain::thanks::ThanksId {
    let said = NewThanks { words: words.into(), signature: "=Kim".into(), ..thanks(source, ADA, consent) };
    house.store.keep_thanks(&[said], noon()).await.unwrap()[0].unwrap().id()
}

#[tokio::test]
async fn an_export_holds_only_what_admins_may_see() {
    let house = House::new().await;
    let store = &house.store;
    let ada =
        Manager { title: Some("+Head".into()), team: Some("Help".into()), ..manager(ADA, "Ada \"the\" Lovelace") };
    store.save_manager(GUILD, &ada).await.unwrap();
    store.set_boss(GUILD, ADA, Some(UserId(987_654_321))).await.unwrap();
    store.change_digest(GUILD, YEAR, ADA, |digest| digest.choices.sentence = Some("hush-boss".into())).await.unwrap();
    let said =
        FromElsewhere { words: "hush-added".into(), said_by: "hush-who".into(), place: Some("hush-where".into()) };
    store.change_added((GUILD, YEAR, ADA), |list| list.add(said)).await.unwrap().unwrap();
    say(&house, 1, (HOSTILE, Consent::Public)).await;
    for (source, consent) in
        [Consent::Named, Consent::Unnamed, Consent::Private, Consent::NotAsked].into_iter().enumerate()
    {
        say(&house, 10 + source as u64, (&format!("hush-{consent}"), consent)).await;
    }
    let back = say(&house, 20, ("hush-withdrawn", Consent::Public)).await;
    store.change_thanks(back, &Change::State(ThanksState::Withdrawn), noon()).await.unwrap();
    let hidden = say(&house, 21, ("Was public", Consent::Public)).await;
    store.change_thanks(hidden, &Change::State(ThanksState::Hidden), noon()).await.unwrap();
    let both = say(&house, 23, ("hush-hidden-and-deleted", Consent::Public)).await;
    store.change_thanks(both, &Change::State(ThanksState::HiddenWithdrawn), noon()).await.unwrap();
    let gone = NewThanks { giver: LEE, words: "hush-erased".into(), ..thanks(22, ADA, Consent::Public) };
    store.keep_thanks(&[gone], noon()).await.unwrap();
    store.erase(LEE, noon()).await.unwrap();
    store.write_answer((GUILD, YEAR, ADA), "hush-draft", noon()).await.unwrap().unwrap();
    let nomination = Nomination {
        id: NominationId(0),
        guild: GUILD,
        nominator: KIM,
        member: BEN,
        name: "Ben".into(),
        reason: "@SUM(A1) he helps".into(),
        state: NominationState::Open,
        answer: None,
        nominated_at: noon(),
    };
    store.keep_nomination(nomination, YEAR, |_| react(70, noon())).await.unwrap().unwrap();

    let post = Task::Post { step: Step::Day };
    let post = Planned { key: SendKey::new(GUILD, YEAR, &post), task: post, due: noon(), until: None };
    house.plan(GUILD, std::slice::from_ref(&post), &[], noon() - TimeDelta::days(1)).await;
    let claims = house.claim(noon(), "worker").await;
    let claim = claims.into_iter().find(|claim| claim.send().key == post.key).unwrap();
    house.settle(claim, arrived(500)).await;

    let (whole, done) = document(&house, None).await;
    assert_eq!(done, Exported { servers: 1, thanks: 9 });
    let steps = &whole["servers"][0]["campaigns"][0]["steps"];
    assert_eq!((steps[0]["step"].as_str(), steps[0]["state"].as_str()), (Some("day"), Some("sent")));
    let link = steps[0]["message"].as_str().unwrap();
    assert!(link.starts_with("https://discord.com/channels/7/") && link.ends_with("/500"), "{link}");
    assert_eq!(steps.as_array().unwrap().len(), 1, "what people set off is theirs: {steps}");
    assert!(!whole.to_string().contains("hush-") && !whole.to_string().contains("987654321"), "{whole:#}");
    let campaign = &whole["servers"][0]["campaigns"][0];
    assert_eq!(campaign["total"], serde_json::json!({"people": 3, "thanks": 6, "managers": 1}));
    let states: Vec<&str> =
        campaign["thanks"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states.iter().filter(|state| **state == "counted").count(), 6, "{states:?}");
    // Within a day the order tells nothing.
    let mut public: Vec<&Value> =
        campaign["thanks"].as_array().unwrap().iter().filter(|one| !one["words"].is_null()).collect();
    public.sort_by_key(|one| one["words"].as_str() != Some(HOSTILE));
    let words: Vec<_> = public.iter().map(|one| one["words"].as_str().unwrap()).collect();
    assert_eq!(words, [HOSTILE, "Was public"]);
    assert_eq!(public[0]["giver"], KIM.to_string());
    let unnamed: Vec<&Value> =
        campaign["thanks"].as_array().unwrap().iter().filter(|one| one["pseudonym"].is_string()).collect();
    assert_eq!(unnamed.len(), 4, "without a name, privately, and two that were withdrawn: {unnamed:#?}");
    for one in &unnamed {
        assert!(one["giver"].is_null() && one["signature"].is_null() && one["link"].is_null(), "{one}");
        assert_eq!(one["said_at"], "2027-01-25T11:00:00Z", "noon in Berlin: the minute would tell who");
    }
    let codes: std::collections::BTreeSet<&str> = unnamed.iter().filter_map(|one| one["pseudonym"].as_str()).collect();
    assert_eq!(codes.len(), 4, "one that is known gives away no other");
    let (again, _) = document(&house, Some(GUILD)).await;
    assert_eq!(again["servers"], whole["servers"], "the same each time");
    let is_counted = |one: &&Value| one["giver"].is_null() && one["pseudonym"].is_null();
    let erased = campaign["thanks"].as_array().unwrap().iter().find(is_counted).unwrap();
    assert!(erased["signature"].is_null() && erased["link"].is_null(), "{erased}");
    assert_eq!(whole["servers"][0]["roster"][0]["name"], "Ada \"the\" Lovelace");
    assert_eq!(whole["servers"][0]["nominations"][0]["reason"], "@SUM(A1) he helps");

    let folder = house.database.folder.path().join("tables");
    // A killed export left a temporary file.
    fs::create_dir(folder.with_extension("unfinished")).unwrap();
    fs::write(folder.with_extension("unfinished").join("thanks.csv"), "half").unwrap();
    let done = export::export(store, Some(GUILD), &Target::Csv(folder.clone()), noon()).await.unwrap();
    assert_eq!(done, Exported { servers: 1, thanks: 9 });
    assert!(!folder.with_extension("unfinished").exists());
    assert_private(&folder, 0o700);
    assert_private(&folder.join("thanks.csv"), 0o600);
    let rows = table(&folder, "thanks.csv");
    assert_eq!(rows.len(), 9);
    let first = rows.iter().find(|row| row["words"].contains("HYPERLINK")).unwrap();
    assert_eq!(first["words"], format!("'{HOSTILE}"), "no cell is run as a formula");
    assert_eq!((first["signature"].as_str(), first["server"].as_str(), first["year"].as_str()), ("'=Kim", "7", "2027"));
    assert_eq!(table(&folder, "roster.csv")[0]["title"], "'+Head");
    assert_eq!(table(&folder, "nominations.csv")[0]["reason"], "'@SUM(A1) he helps");
    assert_eq!(table(&folder, "servers.csv")[0]["channel"], NEWS.to_string());
    assert_eq!(table(&folder, "campaigns.csv")[0]["thanks"], "6");
    assert_eq!((table(&folder, "answers.csv")[0]["words"].as_str(), table(&folder, "steps.csv").len()), ("", 1));

    // No file is overwritten.
    for target in [Target::Csv(folder.clone()), Target::Json(folder.join("thanks.csv"))] {
        let before = fs::read(folder.join("thanks.csv")).unwrap();
        let error = export::export(store, None, &target, noon()).await.unwrap_err().to_string();
        assert!(error.contains("exists already"), "{error}");
        assert_eq!(fs::read(folder.join("thanks.csv")).unwrap(), before);
    }
}

#[tokio::test]
async fn an_export_can_hold_one_server_and_shows_purged_thanks_as_counts() {
    let house = House::new().await;
    house.keep(1, Consent::Public).await;
    house.store.purge_words(GUILD, YEAR, noon()).await.unwrap();
    let other = domain::server::Server { name: "Second".into(), ..server(GuildId(8)) };
    house.store.save_server(&other).await.unwrap();
    house.store.mark_left(GuildId(8), noon(), 30).await.unwrap();

    let (whole, done) = document(&house, None).await;
    assert_eq!(done, Exported { servers: 2, thanks: 1 });
    let purged = &whole["servers"][0]["campaigns"][0]["thanks"][0];
    assert!(purged["giver"].is_null() && purged["words"].is_null(), "a keyed hash is no one's id: {purged}");
    assert_eq!((purged["state"].as_str(), purged["manager"].as_str()), (Some("counted"), Some("11")));
    assert_eq!(whole["servers"][1]["left_at"], "2027-01-25T11:00:00Z", "it is kept until it is purged");
    let (one, done) = document(&house, Some(GuildId(8))).await;
    assert_eq!((done.servers, one["servers"][0]["name"].as_str()), (1, Some("Second")));

    let file = house.database.folder.path().join("none.json");
    let target = Target::Json(file.clone());
    let error = export::export(&house.store, Some(GuildId(9)), &target, noon()).await.unwrap_err().to_string();
    assert!(error.contains("the id 9; there is 7 (Northwind), 8 (Second)"), "{error}");
    assert!(!file.exists() && !file.with_extension("json.unfinished").exists());
}

#[tokio::test]
async fn an_empty_export_is_complete() {
    let house = House::new().await;
    house.store.mark_left(GUILD, noon(), 0).await.unwrap();
    assert!(house.store.purge_server(GUILD, noon()).await.unwrap());
    let (whole, done) = document(&house, None).await;
    assert_eq!((whole["servers"].as_array().unwrap().len(), done), (0, Exported::default()));
    let error = export::export(&house.store, Some(GUILD), &Target::Output, noon()).await.unwrap_err().to_string();
    assert!(error.contains("here is no server at all"), "{error}");
}

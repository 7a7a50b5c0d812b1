//! What a copy of the database's file shows without its key: every column of every table is looked at.

use std::collections::{BTreeMap, BTreeSet};

use discord_sim::{FieldValue, Opt};
use sqlx::Connection as _;

use crate::databases::{Database, On};
use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// What people wrote, their names, and what is said about them: sealed wherever it stands.
const SEALED: [&str; 12] = [
    "Xylophone",
    "quokka",
    "zugzwang",
    "marzipan",
    "Gruffalo",
    "boss.example",
    "Adalbert",
    "Kimberly",
    "Leopold",
    "Miraculix",
    "tiramisu",
    "Head of Wonders",
];

/// What stands in clear, and the columns that it may stand in. docs/privacy.md lists each.
const CLEAR: [(&str, &[&str]); 5] = [
    ("Northwind", &["servers.name"]),
    ("community", &["servers.channel_name"]),
    ("Better together", &["servers.theme"]),
    ("Europe/Berlin", &["servers.timezone", "campaigns.timezone"]),
    ("Asia/Tokyo", &["managers.timezone"]),
];

/// Hashes that no key is needed for, because they are of nothing that people said or that is not beside them in clear.
const UNKEYED: [&str; 2] = ["campaigns.plan", "remembered.value"];

/// The values of each column, by `table.column`, as SQL writes them.
async fn columns(database: &Database) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    let tables = database.tables().await;
    let mut connection = database.connect().await;
    for table in tables {
        let names: Vec<String> = sqlx::query_scalar("select name from pragma_table_info($1)")
            .bind(&table)
            .fetch_all(&mut connection)
            .await
            .unwrap();
        for name in names {
            let sql = format!("select quote({name}) from {table} where {name} is not null");
            let values = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut connection).await.unwrap();
            found.insert(format!("{table}.{name}"), values);
        }
    }
    connection.close().await.unwrap();
    found
}

/// A campaign in which everything is stored that can be.
async fn a_whole_campaign(secrets: u64) -> Town {
    let mut town = Town::over(Database::new(On::Sqlite).await, OPEN, |_| {}).await;
    town.stage.use_secrets(secrets);
    town.stage.start().await.unwrap();
    let (kim, lee, mia) = (town.kim.clone(), town.lee.clone(), town.mia.clone());
    let (ada, ben, rosa, olga, help) =
        (town.ada.clone(), town.ben.clone(), town.rosa.clone(), town.olga.clone(), town.help.clone());
    for (member, name) in [(&ada, "Adalbert"), (&kim, "Kimberly"), (&lee, "Leopold"), (&mia, "Miraculix")] {
        member.rename(name);
    }
    town.set_up_here().await;
    let theme = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", Opt::Str("Europe/Berlin".into())),
        ("theme", Opt::Str("Better together".into())),
    ];
    olga.slash(&help, "campaign setup", &theme).await.settled().await;
    let profile = [
        ("title", Opt::Str("Head of Wonders".into())),
        ("team", Opt::Str("Gruffalo".into())),
        ("link", Opt::Str("https://boss.example/me".into())),
        ("timezone", Opt::Str("Asia/Tokyo".into())),
    ];
    ada.slash(&help, "cmad profile", &profile).await.settled().await;
    ada.slash(&help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
    for (number, consent) in ["public", "named", "unnamed", "private"].into_iter().enumerate() {
        for giver in [&kim, &mia] {
            town.thank(giver, &ada, &format!("Xylophone {number} {consent}"), &[("consent", consent)]).await;
        }
    }
    lee.say(&help, &format!("{} quokka #CMAD", ada.mention()));
    let asked = mia.say(&help, &format!("zugzwang for {}", ada.mention()));
    town.settle().await;
    kim.message_command("Save as #CMAD thanks", &asked).await.settled().await;
    let nominee = [("member", Opt::User(lee.id())), ("reason", Opt::Str("marzipan for everyone".into()))];
    kim.slash(&help, "nominate", &nominee).await.settled().await;
    ben.slash(&help, "cmad boss set", &[("email", Opt::Str("chief@boss.example".into()))]).await.settled().await;
    // Nine in Tokyo, the morning after.
    town.advance_to("2027-01-27 02:00 Europe/Berlin").await;
    // A sentence to the boss, a copy, and an answer to everyone.
    let desk = town.desk(&ada).await;
    let preview = ada.click(&desk, "Copy my boss").await.settled().await;
    ada.click(&preview, "Yes, send it").await.settled().await;
    town.settle().await;
    let page = ada.click(&desk, "Reply to everyone").await.settled().await;
    let form = ada.click(&page, "Write it").await;
    form.submit(&[("answer", FieldValue::from("tiramisu for all of you"))]).await.settled().await;
    town.settle().await;
    town
}

/// Parts of a value that could be a hash or a key: long, of letters and digits.
fn tokens(value: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '_');
    let parts = value.split(move |c| !is_part(c)).filter(|part| part.len() >= 20);
    parts.filter(|part| part.bytes().any(|b| b.is_ascii_digit()) && part.bytes().any(|b| b.is_ascii_alphabetic()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_file_alone_shows_no_words_no_names_and_no_hash_that_can_be_tried() {
    let (one, other) = (a_whole_campaign(1).await, a_whole_campaign(2).await);
    let (of_one, of_other) = (columns(&one.database).await, columns(&other.database).await);
    let empty: BTreeSet<&str> = of_one.iter().filter(|(_, of)| of.is_empty()).map(|(name, _)| name.as_str()).collect();
    for needed in
        ["digests.fingerprint", "copies.print", "answers.said_enc", "thanks.giver_hash", "nominations.said_enc"]
    {
        assert!(!empty.contains(needed), "{needed} was not filled, so nothing is shown of it");
    }
    let privacy = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/privacy.md")).unwrap();
    for (column, values) in &of_one {
        for word in SEALED {
            let shown = values.iter().find(|value| value.contains(word));
            assert!(shown.is_none(), "{column} shows {word}: {}", shown.unwrap());
        }
        for (word, may) in CLEAR {
            let shows = values.iter().any(|value| value.contains(word));
            assert!(!shows || may.contains(&column.as_str()), "{column} shows {word}: {values:?}");
            assert!(!shows || privacy.contains(&format!("`{column}`")), "docs/privacy.md does not list {column}");
        }
        // The same things happened with other secrets: what is the same is made without a key.
        let theirs: BTreeSet<&str> = of_other[column].iter().flat_map(|value| tokens(value)).collect();
        let alike: Vec<&str> =
            values.iter().flat_map(|value| tokens(value)).filter(|one| theirs.contains(one)).collect();
        assert!(
            alike.is_empty() || UNKEYED.contains(&column.as_str()),
            "{column} holds hashes without a key: {alike:?}"
        );
        let numbers =
            |values: &[String]| -> BTreeSet<i64> { values.iter().filter_map(|value| value.parse().ok()).collect() };
        let alike: Vec<i64> =
            numbers(values).intersection(&numbers(&of_other[column])).copied().filter(|n| *n < -1).collect();
        assert!(alike.is_empty(), "{column} holds numbers without a key: {alike:?}");
    }
    one.ends_well().await;
    other.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hashes_over_a_givers_words_go_with_them() {
    let mut town = a_whole_campaign(1).await;
    let before = columns(&town.database).await;
    let kim = town.kim.clone();
    town.erase(&kim).await;
    let after = columns(&town.database).await;
    for column in ["digests.fingerprint", "copies.print"] {
        assert_eq!(before[column].len(), after[column].len(), "{column}");
        let kept: Vec<&String> = before[column].iter().filter(|hash| after[column].contains(hash)).collect();
        assert!(kept.len() < before[column].len(), "{column}: {:?}", before[column]);
        assert!(after[column].iter().all(|hash| hash.starts_with("'k.")), "{column}: {:?}", after[column]);
    }
    town.ends_well().await;
}

//! Everywhere that a person stands: the export has it, and an erasure finds it, in the database and in what the bot posted.

use std::collections::BTreeMap;

use cmad::store::people::{Left, PLACES, WITH_THEIR_ROW};
use discord_sim::{Fault, FaultKind, Member, MessageHandle, Opt};
use sqlx::Connection as _;

use crate::databases::On;
use crate::town::{Town, at};

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

/// The columns with numbers that are no ids of people.
const NOT_PEOPLE: &[(&str, &str)] = &[
    ("answers", "guild year revision written_at"),
    ("boss_replies", "guild year copy may_be_posted revision posts written_at changed_at"),
    ("campaigns", "guild year opens_at closes_at closed_at holders_role holders_post holders_asked holders_joined"),
    ("consents", "guild"),
    ("copied_quotes", "guild year revision place thanks testimonial"),
    ("copies", "guild year revision sent_to left_at"),
    ("copy_places", "copy guild recipient left_at"),
    ("counters", "value"),
    ("judgements", "taken_away"),
    ("digests", "guild year kept_at copied_at copies"),
    ("hashtag_channels", "guild channel"),
    ("hearing", "guild year deaf_since from_at until_at"),
    ("interactions", "interaction taken_at"),
    ("judgements", "message guild channel judged_at"),
    ("keys", "since"),
    ("leases", "beats"),
    ("managers", "guild breathe invited"),
    ("no_more_copies", "guild manager boss"),
    ("nominations", "id guild nominated_at decided_at"),
    ("not_collected", "number guild until_id given"),
    ("saves", "message guild year channel asked_at"),
    (
        "sends",
        "guild year planned due_at until_at retry_at claim_until taken_at uncertain attempts settled_at sent_channel sent_message code mailed_at lost channel taken_away",
    ),
    ("servers", "guild channel manager_role admin_channel hashtag_on paused_at left_at"),
    ("suggestions", "thanks suggested_at dismissed_at"),
    ("thanks", "id guild year source said_at channel message posted_channel posted_message post_revision giver_hash"),
    ("thanks", "post_in"),
];

/// How many rows have this person in a column.
async fn count(town: &Town, table: &str, column: &str, person: u64) -> i64 {
    let mut connection = town.database.connect().await;
    let sql = format!("select count(*) from {table} where {column} = {person}");
    let found: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    found
}

/// Puts Ada into every place: by what people do, and behind the bot's back where that would take a year.
async fn plant(town: &mut Town) -> u64 {
    let (kim, lee, mia, ada, ben, rosa) =
        (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ada.clone(), town.ben.clone(), town.rosa.clone());
    for (nominator, nominee) in [(&kim, &lee), (&mia, &rosa), (&kim, &rosa)] {
        let options = [("member", Opt::User(nominee.id())), ("reason", "Keeper of Gates".into())];
        nominator.slash(&town.help, "nominate", &options).await.settled().await;
    }
    town.thank(&kim, &ada, "For Ada.", &[("consent", "named")]).await;
    town.thank(&ada, &ben, "From Ada.", &[("consent", "named")]).await;
    kim.say(&town.help, &format!("{} #CMAD", ada.mention()));
    ada.say(&town.help, &format!("{} #CMAD", ben.mention()));
    town.settle().await;
    let (who, guild) = (ada.id(), town.server.id());
    for sql in [
        "update nominations set member = {who} where id = 1",
        "update nominations set nominator = {who} where id = 2",
        "update nominations set decided_by = {who}, state = 'declined' where id = 3",
        "update managers set boss = {who} where member <> {who}",
        "update servers set set_up_by = {who}",
        "insert into digests (guild, year, manager, choices) values ({guild}, 2026, {who}, '{}')",
        "insert into answers (guild, year, manager, said_enc, state, revision, written_at)
             values ({guild}, 2026, {who}, '', 'posted', 0, 0)",
        "insert into boss_replies (guild, year, manager, copy, said_enc, may_be_posted, state, revision, posts, written_at, changed_at)
             values ({guild}, 2026, {who}, 0, '', 0, 'withdrawn', 0, 0, 0, 0)",
        "insert into boss_replies (guild, year, manager, copy, boss, said_enc, may_be_posted, state, revision, posts, written_at, changed_at)
             values ({guild}, 2026, 3, 0, {who}, '', 0, 'withdrawn', 0, 0, 0, 0)",
        "insert into copies (guild, year, manager, revision, sent_to) values ({guild}, 2026, {who}, 0, -1)",
        "insert into copied_quotes (guild, year, manager, revision, place, thanks, testimonial, quote_enc)
             values ({guild}, 2026, {who}, 0, 0, 1, 0, '')",
        "insert into saves (message, guild, year, channel, author, asker, asked_at, answer)
             values (1, {guild}, 2027, 2, {who}, 3, 0, 'no')",
        "insert into saves (message, guild, year, channel, author, asker, asked_at, answer)
             values (2, {guild}, 2027, 2, 3, {who}, 0, 'no')",
    ] {
        let sql = sql.replace("{who}", &who.to_string()).replace("{guild}", &guild.to_string());
        town.database.behind(sql).await;
    }
    who
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_export_has_every_place_and_an_erasure_leaves_none() {
    let mut town = Town::set_up(OPEN).await;
    let ada = town.ada.clone();
    let who = plant(&mut town).await;
    let places = || PLACES.iter().map(|place| (place.table, place.column)).chain(WITH_THEIR_ROW.iter().copied());
    for (table, column) in places() {
        assert!(count(&town, table, column, who).await > 0, "{table}.{column} was not planted");
    }
    let answer = ada.slash(&town.help, "cmad privacy", &[]).await.settled().await;
    let files = ada.click(&answer, "Export").await.settled().await.message().unwrap().files();
    let file = files.iter().find(|file| file.name.ends_with("json")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
    let server = &json["servers"][0];
    let documented = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/privacy.md")).unwrap();
    // What stands in texts, beside the places.
    let in_texts = ["client_language", "named_in_judged_messages"];
    for field in PLACES.iter().map(|place| place.exported).chain(in_texts) {
        let is_empty = match &server[field] {
            serde_json::Value::Null | serde_json::Value::Bool(false) => true,
            serde_json::Value::Array(items) => items.is_empty(),
            other => *other == 0,
        };
        assert!(!is_empty, "{field} of the export is empty: {server}");
        assert!(documented.contains(&format!("`{field}`")), "docs/privacy.md does not name {field}");
    }

    let receipt = town.erase(&ada).await;
    assert!(receipt.contains("you opted out") && receipt.contains("set the campaign up"), "{receipt}");
    for (table, column) in places() {
        let left = PLACES.iter().find(|place| (place.table, place.column) == (table, column)).map(|place| place.left);
        let wanted = i64::from(matches!(left, Some(Left::OptedOut | Left::Organiser)));
        assert_eq!(count(&town, table, column, who).await, wanted, "{table}.{column}");
    }
    let rows = town.rows().await;
    let naming: Vec<&str> = rows.lines().filter(|row| row.contains(&who.to_string())).collect();
    assert_eq!(naming.len(), 2, "in no text either: {naming:?}");
    assert!(town.erase(&ada).await.contains("nothing left to erase"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_column_with_numbers_is_a_place_of_people_or_known_to_be_none() {
    let town = Town::at(OPEN).await;
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut connection = town.database.connect().await;
    for table in town.database.tables().await {
        let sql = match town.database.on {
            On::Sqlite => format!("select name from pragma_table_info('{table}') where lower(type) = 'bigint'"),
            On::Postgres => format!(
                "select column_name::text from information_schema.columns
                 where table_name = '{table}' and data_type = 'bigint'"
            ),
        };
        let columns: Vec<String> =
            sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut connection).await.unwrap();
        found.insert(table, columns);
    }
    connection.close().await.unwrap();
    let people = || PLACES.iter().map(|place| (place.table, place.column)).chain(WITH_THEIR_ROW.iter().copied());
    let known: Vec<(&str, &str)> =
        NOT_PEOPLE.iter().flat_map(|(table, columns)| columns.split(' ').map(move |column| (*table, column))).collect();
    for (table, columns) in &found {
        for column in columns {
            let is = |(of, name): (&str, &str)| of == table && name == column;
            let places = people().filter(|place| is(*place)).count() + known.iter().filter(|place| is(**place)).count();
            assert_eq!(places, 1, "{table}.{column}: a column with people's ids belongs in store/people.rs");
        }
    }
    town.ends_well().await;
}

/// The bot's messages that exist, in the campaign's channel and to the admin.
fn seen(town: &Town) -> Vec<MessageHandle> {
    town.posts().into_iter().chain(town.olga.dms().into_iter().filter(MessageHandle::exists)).collect()
}

fn naming(town: &Town, person: &Member) -> Vec<String> {
    let names = |text: &String| {
        text.contains(&person.name()) || text.contains("Gates") || text.contains(&person.id().to_string())
    };
    seen(town).iter().map(MessageHandle::text).filter(names).collect()
}

/// A town in which the roster check, the announcement and the day's post name Ada with her title.
async fn the_day() -> Town {
    let mut town = Town::set_up("2026-12-20 12:00 Europe/Berlin").await;
    let ada = town.ada.clone();
    ada.slash(&town.help, "cmad profile", &[("title", "Keeper of Gates".into())]).await.settled().await;
    town.advance_to("2027-01-25 09:10 Europe/Berlin").await;
    assert_eq!(naming(&town, &ada).len(), 3, "{:?}", naming(&town, &ada));
    town
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn posts_that_name_a_manager_are_drawn_anew_without_them() {
    let mut town = the_day().await;
    let (ada, ben) = (town.ada.clone(), town.ben.clone());
    let (before, with_ben) = (seen(&town).len(), naming(&town, &ben).len());
    town.erase(&ada).await;
    assert_eq!(naming(&town, &ada), [""; 0]);
    assert_eq!((seen(&town).len(), naming(&town, &ben).len()), (before, with_ben), "each stands once, with the others");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_are_taken_out_through_a_crash_and_an_outage() {
    for fault in [FaultKind::Hang, FaultKind::DoneThenHang, FaultKind::Status(500), FaultKind::DropConnection] {
        let mut town = the_day().await;
        let ada = town.ada.clone();
        let before = seen(&town).len();
        town.sim().fault(Fault::on("PATCH /channels/*/messages/*", fault.clone()).nth(2));
        let stored = ada.slash(&town.help, "cmad privacy", &[]).await.settled().await;
        let sure = ada.click(&stored, "Erase").await.settled().await;
        ada.click(&sure, "Yes, erase everything").await.settled().await;
        if matches!(fault, FaultKind::Hang | FaultKind::DoneThenHang) {
            town.dies_sending().await;
            town.stage.start().await.unwrap();
        }
        town.advance_to("2027-01-25 09:30 Europe/Berlin").await;
        assert_eq!(naming(&town, &ada), [""; 0], "{fault:?}");
        assert_eq!(seen(&town).len(), before, "{fault:?}");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_that_was_on_its_way_is_drawn_anew_when_it_stands() {
    let mut town = Town::set_up(OPEN).await;
    let (ada, ben) = (town.ada.clone(), town.ben.clone());
    town.advance_to_just_before("2027-01-25 09:00 Europe/Berlin").await;
    town.sim().fault(Fault::on("POST /channels/*/messages", FaultKind::DoneThenHang).times(1));
    town.stage.set(at("2027-01-25 09:00 Europe/Berlin"));
    town.dies_sending().await;
    assert!(naming(&town, &ada).iter().any(|text| text.contains("25 January")), "it stands, and the bot does not know");
    town.stage.start().await.unwrap();
    let asked = domain::ids::MessageId::at(town.stage.now());
    town.stage.bot().app().erase(domain::ids::UserId(ada.id()), asked).await.unwrap();
    town.advance_to("2027-01-25 09:30 Europe/Berlin").await;
    assert_eq!(naming(&town, &ada), [""; 0]);
    let day: Vec<String> = naming(&town, &ben).into_iter().filter(|text| text.contains("25 January")).collect();
    assert!(!day.is_empty(), "the day's post names Ben");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_about_a_nomination_goes_with_either_of_the_two() {
    for by_nominee in [true, false] {
        let mut town = Town::set_up(OPEN).await;
        let (kim, lee) = (town.kim.clone(), town.lee.clone());
        let options = [("member", Opt::User(lee.id())), ("reason", "Holds the Gates open".into())];
        kim.slash(&town.help, "nominate", &options).await.settled().await;
        town.settle().await;
        assert!(seen(&town).iter().any(|note| note.text().contains("Gates")));
        town.erase(if by_nominee { &lee } else { &kim }).await;
        assert!(!seen(&town).iter().any(|note| note.text().contains("Gates")), "by nominee: {by_nominee}");
        assert!(!town.rows().await.contains("nominations: "));
        town.ends_well().await;
    }
}

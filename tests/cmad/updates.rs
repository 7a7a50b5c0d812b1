//! Another version's schema: what changes it and what does not, and what it does to a bot that runs.

use std::sync::atomic::{AtomicU32, Ordering};

use cmad::ports::clock::System;
use cmad::store::Store;
use cmad::store::schema::MIGRATIONS;
use cmad::store::sealing::Codec;
use secrecy::{ExposeSecret as _, SecretString};
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection as _};

use crate::campaign::tell;
use crate::databases::{Database, On, postgres_besides, server};
use crate::program::{cmad, said};

/// Every verb that works on a database and is not asked to migrate it.
const VERBS: [&[&str]; 7] = [
    &["check"],
    &["backup", "copy"],
    &["export", "all.json"],
    &["export", "--form", "csv", "tables"],
    &["key", "status"],
    &["key", "rotate"],
    &["no-more", "boss@example.org"],
];

/// Runs each verb on the database: each must fail with these words, and change nothing.
async fn verbs_refuse(database: &Database, key: &SecretString, says: &[&str]) {
    let before = everything(database).await;
    for verb in VERBS {
        let environment = [("DATABASE_URL", database.url.as_str()), ("CMAD_KEY", key.expose_secret())];
        let output = cmad(database.folder.path(), &environment, verb).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{verb:?}: {}", said(&output));
        for words in says {
            assert!(said(&output).contains(words), "{verb:?}: {words}: {}", said(&output));
        }
        assert_eq!(everything(database).await, before, "{verb:?}");
    }
    for made in ["copy", "all.json", "tables"] {
        assert!(!database.folder.path().join(made).exists(), "{made}");
    }
}

/// Every table with its columns, and every row; of a file its size too.
async fn everything(database: &Database) -> (Vec<String>, String, u64) {
    let sql = match database.on {
        On::Sqlite => "select name || coalesce(sql, '') from sqlite_master order by 1",
        On::Postgres => {
            "select table_name || '.' || column_name from information_schema.columns
             where table_schema not in ('pg_catalog', 'information_schema') order by 1"
        }
    };
    let mut connection = database.connect().await;
    let schema = sqlx::query_scalar(sql).fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let file = std::fs::metadata(database.folder.path().join("cmad.db"));
    (schema, database.rows().await, file.map_or(0, |file| file.len()))
}

/// An empty database; an SQLite file is there, and has no bytes.
async fn empty(on: On) -> Database {
    let database = Database::new(on).await;
    if database.on == On::Sqlite {
        std::fs::File::create(database.folder.path().join("cmad.db")).unwrap();
    }
    database
}

async fn on_each(test: impl AsyncFn(On)) {
    test(On::usual()).await;
    if let Some(on) = postgres_besides() {
        test(on).await;
    }
}

#[tokio::test]
async fn an_empty_database_is_not_set_up_and_only_migrate_sets_it_up() {
    on_each(async |on| {
        let (database, key) = (empty(on).await, Codec::fresh_key(&System));
        verbs_refuse(&database, &key, &["not set up yet: `cmad migrate`"]).await;
        assert!(everything(&database).await.0.is_empty(), "no table is made");
        let environment = [("DATABASE_URL", database.url.as_str()), ("CMAD_KEY", key.expose_secret())];
        let run = |verb: &[&str]| {
            let output = cmad(database.folder.path(), &environment, verb).output().unwrap();
            assert!(output.status.success(), "{verb:?}: {}", said(&output));
        };
        run(&["migrate"]);
        run(&["backup", "copy"]);
        run(&["key", "status"]);
    })
    .await;
}

#[tokio::test]
async fn an_older_schema_is_named_and_left_as_it_is() {
    on_each(async |on| {
        let database = empty(on).await;
        let mut connection = database.connect().await;
        let then = MIGRATIONS.iter().filter(|migration| migration.version <= 50).cloned().collect();
        Migrator::with_migrations(then).run(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        verbs_refuse(&database, &Codec::fresh_key(&System), &["older schema", "migration 50", "`cmad migrate`"]).await;
    })
    .await;
}

#[tokio::test]
async fn a_newer_schema_is_named_and_nothing_starts_on_it() {
    on_each(async |on| {
        let (database, key) = (Database::new(on).await, Codec::fresh_key(&System));
        let open = async || Store::open(&database.url, Codec::new(&key, std::sync::Arc::new(System)).unwrap()).await;
        open().await.unwrap().close().await;
        let newer = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
             select 9999, 'of tomorrow', success, checksum, 1 from _sqlx_migrations where version = 1";
        database.behind(newer).await;
        verbs_refuse(&database, &key, &["newer schema", "9999"]).await;
        let refused = open().await.err().expect("an older program must not write to it").to_string();
        assert!(refused.contains("newer schema") && refused.contains("9999"), "{refused}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_campaign_goes_on_while_each_table_gets_more_columns() {
    on_each(async |on| {
        let columns = AtomicU32::new(0);
        tell(on, async |town| {
            let number = columns.fetch_add(1, Ordering::Relaxed);
            let mut connection = town.database.connect().await;
            for table in town.database.tables().await {
                let sql = format!("alter table {table} add column of_tomorrow_{number} text");
                sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
            }
            connection.close().await.unwrap();
        })
        .await;
        assert!(columns.into_inner() > 5, "it happened between the steps");
    })
    .await;
}

/// The only migrations that take away or rename: none of them can come again, because the version before may still run.
const BEFORE_THIS_RULE: i64 = 80;

#[test]
fn a_migration_only_adds_what_the_version_before_can_leave_out() {
    for migration in MIGRATIONS.iter().filter(|migration| migration.version > BEFORE_THIS_RULE) {
        let said = |says: &str| format!("migration {}: {says}", migration.version);
        let sql: String =
            migration.sql.as_str().lines().map(|line| line.split("--").next().unwrap()).collect::<Vec<_>>().join(" ");
        for statement in sql.to_lowercase().split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
            let takes_away =
                ["drop ", "rename ", "alter column", "truncate "].iter().any(|word| statement.contains(word));
            assert!(!takes_away, "{}", said(statement));
            let adds = statement.contains("add column");
            let must_be_given = statement.contains("not null") && !statement.contains("default");
            assert!(!(adds && must_be_given), "{}", said(statement));
        }
    }
}

/// The SQL of docs/postgresql.md, section by section.
fn documented_sql(heading: &str) -> Vec<String> {
    let page = include_str!("../../docs/postgresql.md");
    let section = page.split("\n## ").find(|section| section.starts_with(heading)).unwrap();
    let blocks = section.split("```sql\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let statements = blocks.flat_map(|block| block.split(';')).map(str::trim).filter(|sql| !sql.is_empty());
    statements.map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_documented_grants_are_enough_and_the_one_who_runs_needs_no_right_to_create() {
    let Some(server) = server() else { return };
    let database = Database::new(On::Postgres).await;
    // The roles are the server's, and other tests use it too.
    let (owner, runs) = (format!("{}_owner", database.name()), format!("{}_runs", database.name()));
    let sql = documented_sql("Schema and grants");
    assert!(sql.len() > 9, "{sql:?}");
    for sql in sql {
        let is_other_database = sql.starts_with("create database");
        let words = sql.split(' ').map(|word| match word {
            "cmad" => owner.clone(),
            "cmad_run" => runs.clone(),
            "shared" => database.name().to_owned(),
            word => word.to_owned(),
        });
        let sql = words.collect::<Vec<_>>().join(" ");
        match is_other_database {
            true => server.does(sql).await,
            false => database.behind(sql).await,
        }
    }
    let as_role = |role: &str| database.url.replace("cmad@", &format!("{role}@"));
    let key = Codec::fresh_key(&System);
    let open = async |url: String| Store::open(&url, Codec::new(&key, std::sync::Arc::new(System)).unwrap()).await;
    open(as_role(&owner)).await.unwrap().close().await;
    let store = open(as_role(&runs)).await.expect("a current schema needs no right to create");
    store.probe(chrono::DateTime::UNIX_EPOCH, cmad::store::Room::ForThanks).await.unwrap();
    store.close().await;
    let environment = [("DATABASE_URL", as_role(&runs)), ("CMAD_KEY", key.expose_secret().to_owned())];
    let environment: Vec<(&str, &str)> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for verb in [["backup", "copy"], ["export", "all.json"]] {
        let output = cmad(database.folder.path(), &environment, &verb).output().unwrap();
        assert!(output.status.success(), "{verb:?}: {}", said(&output));
    }
    let copy = std::fs::read_to_string(database.folder.path().join("copy")).unwrap();
    assert!(copy.contains("[\"keys\","), "the tables of the schema are in the backup: {copy}");
}

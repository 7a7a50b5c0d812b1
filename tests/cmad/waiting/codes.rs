//! What PostgreSQL refuses is named by what it is and what to do. Each refusal is a real one.

use std::sync::Arc;
use std::time::Duration;

use cmad::ports::clock::System;
use cmad::store::sealing::Codec;
use cmad::store::{Access, Store};

use crate::databases::Server;

/// Opens the database, and says why not.
async fn refusal(url: &str) -> String {
    let key = Codec::fresh_key(&System);
    let codec = Codec::new(&key, Arc::new(System)).unwrap();
    // Long enough for a busy machine, short enough for a database that is full.
    let access = Access { patience: Duration::from_secs(20), connections: 2 };
    match Store::open_with(url, codec, access, None).await {
        Ok(_) => "it opens".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_postgresql_refuses_is_named_with_what_to_do() {
    let Some(server) = Server::own() else { return };
    for role in [
        "create role locked login password 'right'",
        "create role outsider login",
        "create role single login connection limit 0",
        "create role guest login",
        "create role reader login",
        "create role hasty login superuser",
        "create database theirs",
        "create database frozen",
        "create database latin encoding 'LATIN1' template template0",
    ] {
        server.does(role.to_owned()).await;
    }
    server.does("alter role reader set default_transaction_read_only = on".to_owned()).await;
    server.does("alter database frozen allow_connections false".to_owned()).await;
    let rules = "local all locked scram-sha-256\nlocal all outsider reject\nlocal all all trust\n";
    server.configure("pg_hba.conf", rules).await;
    let at = |user: &str, database: &str| server.url(database).replace("cmad@", &format!("{user}@"));
    let check = async |user: &str, database: &str, says: &[&str]| {
        let refused = refusal(&at(user, database)).await;
        for part in says {
            assert!(refused.contains(part), "{user} in {database}: {refused}\nlacks: {part}");
        }
        assert!(!refused.contains("newer cmad") && !refused.contains("wrong0"), "{user} in {database}: {refused}");
    };
    check("locked:wrong0", "theirs", &["password in DATABASE_URL", "locked"]).await;
    check("outsider", "theirs", &["pg_hba.conf", "outsider"]).await;
    check("cmad", "nowhere", &["there is no such database", "nowhere", "create database"]).await;
    check("single", "theirs", &["are taken", "database.connections"]).await;
    let grant = "grant usage, create on schema public to guest";
    check("guest", "theirs", &["may not create tables in the schema public", grant]).await;
    check("reader", "theirs", &["read-only"]).await;
    check("cmad", "frozen", &["takes no connections"]).await;
    // What the words say to do helps.
    server.does("create database another".to_owned()).await;
    server.does_in("another", grant).await;
    assert_eq!(refusal(&at("guest", "another")).await, "it opens");
    server.does("grant pg_read_all_data to guest".to_owned()).await;
    server.does_in("theirs", "create schema own authorization guest").await;
    server.does("alter role guest set search_path = own".to_owned()).await;
    assert_eq!(refusal(&at("guest", "theirs")).await, "it opens", "in a schema of its own");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_what_a_newer_version_wrote_is_said_to_be_newer() {
    let Some(server) = Server::own() else { return };
    server.does("create database ours".to_owned()).await;
    assert_eq!(refusal(&server.url("ours")).await, "it opens");
    server
        .does_in(
            "ours",
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
             values (9999, 'later', true, '', 0)",
        )
        .await;
    let refused = refusal(&server.url("ours")).await;
    assert!(refused.contains("newer cmad"), "{refused}");
}

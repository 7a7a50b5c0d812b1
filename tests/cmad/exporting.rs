//! `cmad export` while a bot uses the database.

use std::sync::Arc;

use cmad::ports::clock::System;
use cmad::store::Store;
use cmad::store::sealing::Codec;
use tempfile::TempDir;

use crate::program::{cmad, said};

#[tokio::test]
async fn an_operator_exports_while_the_bot_runs() {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str], code: i32| {
        let output = cmad(folder.path(), &[], arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{}", said(&output));
        output
    };
    let none = said(&run(&["export"], 1));
    assert!(none.contains("there is no database at sqlite://data/cmad.db"), "{none}");
    assert!(!folder.path().join("data").exists(), "what reads makes nothing: neither a database nor a key");
    let none = said(&run(&["backup", "b"], 1));
    assert!(none.contains("there is no database") && !folder.path().join("b").exists(), "{none}");

    run(&["migrate"], 0);
    let url = format!("sqlite://{}", folder.path().join("data/cmad.db").display());
    let _running = Store::lock_file(&url).unwrap();
    let key = std::fs::read_to_string(folder.path().join("data/cmad.key")).unwrap();
    let store = Store::open(&url, Codec::new(&key.into(), Arc::new(System)).unwrap()).await.unwrap();
    let output = run(&["export"], 0);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((document["format"].as_str(), document["servers"].as_array().unwrap().len()), (Some("cmad-export"), 0));
    let written = said(&run(&["export", "all.json"], 0));
    assert!(written.contains("0 servers and 0 thank-yous are in all.json"), "{written}");
    run(&["export", "--form", "csv", "tables"], 0);
    assert!(folder.path().join("tables/servers.csv").exists());
    store.close().await;

    assert!(said(&run(&["export", "all.json"], 1)).contains("exists already"));
    assert!(said(&run(&["export", "--server", "42"], 1)).contains("no server at all"));
    assert!(said(&run(&["export", "--server", "Northwind"], 2)).contains("invalid value"));
    run(&["export", "--form", "csv"], 2);
    run(&["export", "no/such/folder/all.json"], 1);
}

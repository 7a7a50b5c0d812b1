//! `cmad key rotate` while a bot runs.

use cmad::rehearse::stage::sim_options;
use std::fs;

use discord_sim::{Opt, Sim, permission};
use tempfile::TempDir;

use crate::program::{bot_at, cmad, said};
use crate::town::PERMISSIONS;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_key_is_rotated_while_a_bot_runs() {
    let folder = TempDir::new().unwrap();
    let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_millis();
    let sim = Sim::start(sim_options(i64::try_from(now).unwrap())).await.unwrap();
    let server = sim.server("Northwind");
    let channel = server.channel("community");
    sim.invite_bot(&server, PERMISSIONS | permission::VIEW_CHANNEL);
    let bot = || bot_at(folder.path(), &sim);
    let run = async |arguments: &'static [&'static str], code: i32| {
        let folder = folder.path().to_owned();
        let output =
            tokio::task::spawn_blocking(move || cmad(&folder, &[], arguments).output().unwrap()).await.unwrap();
        assert_eq!(output.status.code(), Some(code), "{}", said(&output));
        said(&output)
    };
    let none = run(&["key", "rotate"], 1).await;
    assert!(none.contains("there is no database") && !folder.path().join("data").exists(), "{none}");
    let running = bot();
    sim.until_connected().await;
    let options = [("channel", Opt::Channel(channel.id())), ("timezone", Opt::from("Europe/Berlin"))];
    server.owner().slash(&channel, "campaign setup", &options).await.settled().await;
    let kim = server.member("Kim");
    let ada = server.member("Ada");
    server.owner().slash(&channel, "roster add", &[("member", Opt::User(ada.id()))]).await.settled().await;
    let thank = async |words: &'static str| {
        let options =
            [("manager", Opt::User(ada.id())), ("message", Opt::from(words)), ("consent", Opt::from("named"))];
        kim.slash(&channel, "thank", &options).await.settled().await.text()
    };
    let before = thank("Before the key was changed").await;
    assert!(before.contains("Ada"), "{before}");

    let file = folder.path().join("data/cmad.key");
    let old = fs::read_to_string(&file).unwrap();
    let done = run(&["key", "rotate"], 0).await;
    assert!(done.contains("BACK UP THE NEW KEY NOW") && done.contains("cmad.key.former"), "{done}");
    let new = fs::read_to_string(&file).unwrap();
    assert_ne!(new, old);
    assert_eq!(fs::read_to_string(folder.path().join("data/cmad.key.former")).unwrap().trim(), old.trim());
    #[cfg(unix)]
    for file in ["cmad.key", "cmad.key.former"] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(folder.path().join("data").join(file)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{file}");
    }
    let status = run(&["key", "status"], 0).await;
    assert!(status.contains("No other key is needed") && !status.contains(new.trim()), "{status}");

    // The bot has not stopped: it writes with the new key, and the next start reads it.
    let after = thank("After the key was changed").await;
    assert!(after.contains("Ada"), "{after}");
    running.signal("-KILL");
    drop(running);
    sim.until_disconnected().await;
    let running = bot();
    sim.until_connected().await;
    let mine = kim.slash(&channel, "cmad mine", &[]).await.settled().await.text();
    assert!(mine.contains("Before the key") && mine.contains("After the key"), "{mine}");
    drop(running);
    sim.until_disconnected().await;

    // The old key alone is refused, and breaks nothing.
    fs::write(&file, &old).unwrap();
    let refused = run(&["migrate"], 1).await;
    assert!(
        refused.contains("this database is sealed by the key") && refused.contains("Nothing was changed"),
        "{refused}"
    );
    fs::write(&file, &new).unwrap();
    run(&["check"], 1).await;
    run(&["migrate"], 0).await;
    sim.assert_clean();
}

#[test]
fn a_first_key_is_announced_and_never_made_for_existing_data() {
    let folder = TempDir::new().unwrap();
    let run = |environment: &[(&str, &str)], arguments: &[&str], code: i32| {
        let output = cmad(folder.path(), environment, arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{}", said(&output));
        said(&output)
    };
    let made = run(&[], &["migrate"], 0);
    assert!(made.contains("A NEW KEY WAS MADE") && made.contains("BACK IT UP NOW"), "{made}");
    assert!(!run(&[], &["migrate"], 0).contains("NEW KEY"), "once");
    let check = run(&[], &["check"], 1);
    assert!(check.contains("is beside the data: keep a copy away"), "{check}");
    run(&[], &["backup", "all"], 0);
    // A backup needs the key that it was made with; no new key is made for it.
    let elsewhere = [("DATABASE_URL", "sqlite://new/cmad.db")];
    let restored = run(&elsewhere, &["restore", "all", "--without-erasures"], 1);
    assert!(restored.contains("put the key of the backup there"), "{restored}");
    assert!(!folder.path().join("new/cmad.key").exists() && !folder.path().join("new/cmad.db").exists());
    let wrong = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    let elsewhere = |key: &'static str, value: &'static str| [("DATABASE_URL", "sqlite://new/cmad.db"), (key, value)];
    run(&elsewhere("CMAD_KEY", wrong), &["restore", "all", "--without-erasures"], 1);
    run(&elsewhere("CMAD_KEY_FILE", "data/cmad.key"), &["restore", "all", "--without-erasures"], 0);
    run(&elsewhere("CMAD_KEY", wrong), &["migrate"], 1);
    // A key in the environment cannot be replaced by the program, which says what to do.
    let says = run(&elsewhere("CMAD_KEY_FILE", "/dev/null"), &["key", "status"], 1);
    assert!(says.contains("CMAD_KEY_FILE") && says.contains("empty"), "{says}");
    let key = fs::read_to_string(folder.path().join("data/cmad.key")).unwrap();
    let says = run(&[("DATABASE_URL", "sqlite://new/cmad.db"), ("CMAD_KEY", key.trim())], &["key", "rotate"], 1);
    assert!(says.contains("there is no new key: put one"), "{says}");
    let both = format!("{wrong} {}", key.trim());
    let says = run(&[("DATABASE_URL", "sqlite://new/cmad.db"), ("CMAD_KEY", &both)], &["key", "rotate"], 0);
    assert!(says.contains("take the old one out of CMAD_KEY everywhere"), "{says}");
    run(&elsewhere("CMAD_KEY", wrong), &["key", "status"], 0);
}

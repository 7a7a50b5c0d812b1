//! The database under the running program is deleted, moved or replaced, or is a new one at the next start.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::disk::{Place, Running, until};
use crate::program::said;

/// What happens to the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// The file and what is beside it.
    Deleted,
    /// An empty volume takes the folder's place.
    FolderReplaced,
    /// As by someone who copies a backup there.
    FileReplaced,
    LogDeleted,
    Moved,
}

fn strike(data: &Path, cause: Cause) {
    let file = data.join("cmad.db");
    match cause {
        Cause::Deleted => {
            for suffix in ["", "-wal", "-shm"] {
                fs::remove_file(data.join(format!("cmad.db{suffix}"))).unwrap();
            }
        }
        Cause::FolderReplaced => {
            fs::rename(data, data.with_extension("before")).unwrap();
            fs::create_dir(data).unwrap();
        }
        Cause::FileReplaced => {
            fs::copy(&file, data.join("copy")).unwrap();
            fs::rename(data.join("copy"), &file).unwrap();
        }
        Cause::LogDeleted => fs::remove_file(data.join("cmad.db-wal")).unwrap(),
        Cause::Moved => fs::rename(&file, data.join("moved")).unwrap(),
    }
}

async fn start(place: &Place) -> Running {
    let running = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
    place.sim.until_connected().await;
    running
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_told_as_kept_in_a_file_that_is_gone() {
    let causes = [Cause::Deleted, Cause::FolderReplaced, Cause::FileReplaced, Cause::LogDeleted, Cause::Moved];
    for cause in causes {
        let place = Place::new().await;
        let running = start(&place).await;
        let (ada, kim, lee) = (place.set_up().await, place.server.member("Kim"), place.server.member("Lee"));
        let kept = place.thank(&kim, &ada).await;
        assert!(kept.text().contains("Ada"), "{}", kept.text());
        until(async || place.posted() == 1).await;

        let data = place.folder.path().join("data");
        strike(&data, cause);
        // At once, before a beat could have seen it.
        let answer = place.thank(&lee, &ada).await;
        assert!(answer.text().contains("**not saved**"), "{cause:?}: {}\n{}", answer.text(), running.log());
        let health = place.cmad(&["health", "--ready"]).await;
        assert_eq!((health.status.code(), said(&health).as_str()), (Some(1), "database gone\n"), "{cause:?}");
        // Beside a full load it may have been locked for a moment before.
        until(async || running.times("problem=\"gone\"") > 0).await;
        assert_eq!(running.times("problem=\"gone\""), 1, "{cause:?}: {}", running.log());
        assert!(running.log().contains("deleted, moved or replaced"), "{}", running.log());
        let doctor = place.server.owner().slash(&place.channel, "campaign doctor", &[]).await.settled().await;
        assert!(doctor.text().contains("database"), "{}", doctor.text());
        assert_eq!(place.posted(), 1, "{cause:?}");
        if cause == Cause::Moved {
            fs::rename(data.join("moved"), data.join("cmad.db")).unwrap();
            until(async || place.cmad(&["health", "--ready"]).await.status.success()).await;
            let form = lee.click(&answer, "Try again").await;
            form.submit(&[("manager", (&ada).into())]).await.settled().await;
            until(async || place.posted() == 2).await;
        }
        place.sim.assert_clean();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_loss_of_the_file_is_seen_within_a_beat_without_anyone_asking() {
    let place = Place::new().await;
    let running = start(&place).await;
    place.set_up().await;
    strike(&place.folder.path().join("data"), Cause::Deleted);
    until(async || running.times("problem=\"gone\"") == 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_empty_database_under_a_bot_that_ran_before_is_said_everywhere() {
    // The key is given, or it lies beside the database.
    for beside in [false, true] {
        let mut place = Place::new().await;
        if beside {
            place.environment.retain(|(name, _)| *name != "CMAD_KEY");
        }
        let running = start(&place).await;
        assert_eq!(running.times("a new, empty database was made"), 1, "{}", running.log());
        assert_eq!(running.times("ran before"), 0, "{}", running.log());
        place.set_up().await;
        let asked = Command::new("kill").args(["-KILL", &running.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        drop(running);
        place.sim.until_disconnected().await;
        let data = place.folder.path().join("data");
        if beside {
            // Copied without it, while everything was still in it.
            fs::remove_file(data.join("cmad.db-wal")).unwrap();
        } else {
            for entry in fs::read_dir(&data).unwrap() {
                fs::remove_file(entry.unwrap().path()).unwrap();
            }
            let check = place.cmad(&["check"]).await;
            let says = "FAIL  database: there is none yet, but Discord knows";
            assert!(check.status.code() == Some(1) && said(&check).contains(says), "{}", said(&check));
        }

        let running = start(&place).await;
        until(async || running.times("ran before with another database") == 1).await;
        assert_eq!(running.times("a new, empty database was made"), 1, "{}", running.log());
        assert!(running.log().contains("data/cmad.db"), "{}", running.log());
        let health = place.cmad(&["health", "--ready"]).await;
        assert_eq!(said(&health), "database empty\n", "{}", running.log());
        let check = place.cmad(&["check"]).await;
        let says = "it is new and empty, but the bot ran before";
        assert!(check.status.code() == Some(1) && said(&check).contains(says), "{}", said(&check));
        let doctor = place.server.owner().slash(&place.channel, "campaign doctor", &[]).await.settled().await;
        assert!(doctor.text().contains("database is new"), "{}", doctor.text());
        // It is still known after a restart, until someone sets a server up anew.
        drop(running);
        place.sim.until_disconnected().await;
        let running = start(&place).await;
        assert_eq!(said(&place.cmad(&["health", "--ready"]).await), "database empty\n", "{}", running.log());
        assert_eq!(running.times("a new, empty database was made"), 0, "{}", running.log());
        place.set_up().await;
        until(async || place.cmad(&["health", "--ready"]).await.status.success()).await;
        place.sim.assert_clean();
    }
}

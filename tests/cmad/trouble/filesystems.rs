//! The real program on a real file system without shared memory: mergerfs, as on many a NAS, in a mount namespace of its own.
//! Where none can be mounted, one line says so; with CMAD_TEST_FUSE=required that fails instead.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output};

use discord_sim::ResponseKind;

use super::disk::{Place, Running, until};
use crate::program::said;

/// Mounts `branch` at `data` without the kernel's cache, and so without shared memory, and goes on with the program. In a
/// namespace for processes, which all end with the first one. Without `minfreespace` it makes no file where less than 4 GB
/// are free.
const MOUNTED: &str = "mkdir -p branch && mergerfs -o cache.files=off,minfreespace=1M branch data && mountpoint -q data && exec \"$0\" \"$@\"";
pub(super) const NAMESPACE: [&str; 7] =
    ["--user", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];

fn on_mergerfs(place: &Place, arguments: &[&str]) -> Command {
    let mut all: Vec<&str> = NAMESPACE.to_vec();
    all.extend(["sh", "-c", MOUNTED, env!("CARGO_BIN_EXE_cmad")]);
    all.extend(arguments);
    place.command("unshare", &all)
}

/// Whether mergerfs is installed and may be mounted.
fn can_mount(place: &Place) -> bool {
    let mut all: Vec<&str> = NAMESPACE.to_vec();
    all.extend(["sh", "-c", MOUNTED, "true"]);
    let tried = place.command("unshare", &all).output();
    let can = tried.as_ref().is_ok_and(|tried| tried.status.success());
    if !can {
        let why = tried.map(|tried| said(&tried)).unwrap_or_default();
        let is_required = std::env::var_os("CMAD_TEST_FUSE").is_some();
        assert!(!is_required, "CMAD_TEST_FUSE is set, and mergerfs cannot be mounted: {why}");
        let says =
            "\nmergerfs cannot be mounted here: no file system without shared memory is tried (Debian: mergerfs)\n";
        std::io::stderr().write_all(says.as_bytes()).unwrap();
    }
    can
}

pub(super) async fn output(mut command: Command) -> Output {
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_shared_memory_it_keeps_a_rollback_journal_and_says_so() {
    let place = Place::new().await;
    if !can_mount(&place) {
        return;
    }
    let running = Running::start(on_mergerfs(&place, &["run"]));
    place.sim.until_connected().await;
    assert_eq!(running.times("no shared memory"), 1, "{}", running.log());
    let (ada, kim, lee) = (place.set_up().await, place.server.member("Kim"), place.server.member("Lee"));
    let (of_kim, of_lee) = tokio::join!(place.thank(&kim, &ada), place.thank(&lee, &ada));
    assert!(of_kim.text().contains("Ada") && of_lee.text().contains("Ada"), "{}", running.log());
    until(async || place.posted() == 2).await;
    until(async || place.cmad(&["health", "--ready"]).await.status.success()).await;
    drop(running);
    place.sim.until_disconnected().await;

    // Another start and the other verbs find it as it is.
    let check = output(on_mergerfs(&place, &["check"])).await;
    assert!(check.status.success() && said(&check).contains("rollback journal"), "{}", said(&check));
    let backup = output(on_mergerfs(&place, &["backup", "safe.backup"])).await;
    assert!(backup.status.success(), "{}", said(&backup));
    let running = Running::start(on_mergerfs(&place, &["run"]));
    place.sim.until_connected().await;
    let mine = kim.slash(&place.channel, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("Ada"), "{}\n{}", mine.text(), running.log());
    assert_ne!(mine.kind(), ResponseKind::Modal);
    place.sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_with_a_log_can_be_moved_to_such_a_file_system_and_back() {
    let place = Place::new().await;
    if !can_mount(&place) {
        return;
    }
    let (data, branch) = (place.folder.path().join("data"), place.folder.path().join("branch"));
    let running = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
    place.sim.until_connected().await;
    assert_eq!(running.times("no shared memory"), 0, "{}", running.log());
    let (ada, kim) = (place.set_up().await, place.server.member("Kim"));
    place.thank(&kim, &ada).await;
    until(async || place.posted() == 1).await;
    // Killed, so that the log holds everything.
    drop(running);
    place.sim.until_disconnected().await;
    let _made = fs::create_dir(&branch);
    let move_all = |from: &std::path::Path, to: &std::path::Path| {
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            fs::rename(entry.path(), to.join(entry.file_name())).unwrap();
        }
    };
    move_all(&data, &branch);
    let running = Running::start(on_mergerfs(&place, &["run"]));
    place.sim.until_connected().await;
    let mine = kim.slash(&place.channel, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("Ada"), "{}\n{}", mine.text(), running.log());
    drop(running);
    place.sim.until_disconnected().await;
    move_all(&branch, &data);
    let running = Running::start(place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]));
    place.sim.until_connected().await;
    assert_eq!(running.times("no shared memory"), 0, "it has a log again: {}", running.log());
    let mine = kim.slash(&place.channel, "cmad mine", &[]).await.settled().await;
    assert!(mine.text().contains("Ada"), "{}\n{}", mine.text(), running.log());
    assert!(data.join("cmad.db-wal").exists());
    place.sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_with_a_file_is_said_of_the_file() {
    let place = Place::new().await;
    let folder = place.folder.path();
    fs::create_dir(folder.join("data/folder.db")).unwrap();
    fs::write(folder.join("data/other.db"), "this is a letter to my aunt, and no database at all. ".repeat(40))
        .unwrap();
    fs::write(folder.join("data/file"), "").unwrap();
    for (url, says) in [
        ("sqlite://data/folder.db", "its file cannot be opened or made"),
        ("sqlite://data/other.db", "no SQLite database"),
        ("sqlite://data/file/cmad.db", "data/file is no folder"),
    ] {
        let mut command = place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]);
        command.env("DATABASE_URL", url);
        let output = output(command).await;
        assert_eq!(output.status.code(), Some(1), "{url}: {}", said(&output));
        assert!(said(&output).contains(says), "{url}: {}", said(&output));
        assert!(!said(&output).contains("can be reached"), "{url}: {}", said(&output));
    }
}

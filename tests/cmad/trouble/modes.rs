//! The files that the real program makes are its owner's, whatever the umask, and none is made through a link.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::disk::{Place, Running, until};
use super::filesystems::{NAMESPACE, output};
use crate::program::said;

const CMAD: &str = env!("CARGO_BIN_EXE_cmad");

/// The program with a umask of its own.
fn with_umask(place: &Place, umask: &str, arguments: &[&str]) -> Command {
    let goes_on = format!("umask {umask}; exec \"$0\" \"$@\"");
    let mut all = vec!["-c", goes_on.as_str(), CMAD];
    all.extend(arguments);
    place.command("sh", &all)
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Everything below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let inner = entries.iter().filter(|path| path.is_dir()).flat_map(|path| below(path));
    entries.iter().cloned().chain(inner).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_file_and_folder_is_its_owners_whatever_the_umask() {
    for umask in ["000", "022", "177"] {
        let mut place = Place::new().await;
        let folder = place.folder.path().to_owned();
        fs::remove_dir(folder.join("data")).unwrap();
        place.environment.push(("DATABASE_URL", "sqlite://new/deep/cmad.db".into()));
        let running = Running::start(with_umask(&place, umask, &["run"]));
        place.sim.until_connected().await;
        let (ada, kim) = (place.set_up().await, place.server.member("Kim"));
        place.thank(&kim, &ada).await;
        until(async || place.posted() == 1).await;
        let mine = kim.slash(&place.channel, "cmad privacy", &[]).await.settled().await;
        let sure = kim.click(&mine, "Erase").await.settled().await;
        kim.click(&sure, "Yes, erase everything").await.settled().await;
        for arguments in
            [&["backup", "safe.backup"][..], &["export", "all.json"], &["export", "--form", "csv", "tables"]]
        {
            let done = output(with_umask(&place, umask, arguments)).await;
            assert!(done.status.success(), "{}", said(&done));
        }
        let all = below(&folder);
        for name in [
            "cmad.db",
            "cmad.db-wal",
            "cmad.db-shm",
            "cmad.db.lock",
            "cmad.db.erased",
            "safe.backup",
            "all.json",
            "thanks.csv",
        ] {
            assert!(all.iter().any(|path| path.ends_with(name)), "{name} is missing: {all:?}\n{}", running.log());
        }
        for path in &all {
            let right = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode(path), right, "umask {umask}: {} has mode {:o}", path.display(), mode(path));
        }
        assert_eq!(running.times("open to others"), 0, "{}", running.log());
        place.sim.assert_clean();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_open_to_others_is_closed_or_warned_about() {
    let place = Place::new().await;
    let data = place.folder.path().join("data");
    let made = output(with_umask(&place, "077", &["migrate"])).await;
    assert!(made.status.success(), "{}", said(&made));
    let file = data.join("cmad.db");
    for (path, mode) in [(&file, 0o664), (&data, 0o755)] {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    // A check changes nothing, and says both.
    let check = output(with_umask(&place, "022", &["check"])).await;
    assert_eq!(said(&check).matches("open to others").count(), 2, "{}", said(&check));
    assert_eq!(mode(&file), 0o664);
    let running = Running::start(with_umask(&place, "022", &["run"]));
    place.sim.until_connected().await;
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(&data), 0o755, "a folder that was there may be meant so");
    assert_eq!(running.times("open to others"), 1, "{}", running.log());
    assert!(
        running.log().contains("data is open to others") && running.log().contains("chmod 700"),
        "{}",
        running.log()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_is_no_second_door_and_leads_nothing_elsewhere() {
    let place = Place::new().await;
    let folder = place.folder.path();
    let running = Running::start(place.command(CMAD, &["run"]));
    place.sim.until_connected().await;
    symlink(folder.join("data/cmad.db"), folder.join("other.db")).unwrap();
    symlink(folder.join("data"), folder.join("door")).unwrap();
    for url in ["sqlite://other.db", "sqlite://door/cmad.db", "sqlite://./data/../data/cmad.db"] {
        let mut second = place.command(CMAD, &["run"]);
        second.env("DATABASE_URL", url).env_remove("CMAD_HTTP_ADDR").env_remove("CMAD_METRICS_ADDR");
        let refused = output(second).await;
        let says = said(&refused);
        assert!(refused.status.code() == Some(1) && says.contains("another cmad uses the database"), "{url}: {says}");
    }
    drop(running);
    place.sim.until_disconnected().await;

    // What someone else put in the way of a file is not written to.
    let victim = folder.join("victim");
    fs::write(&victim, "mine").unwrap();
    for name in ["cmad.db.lock", "cmad.db.erased"] {
        let _was_there = fs::remove_file(folder.join("data").join(name));
        symlink(&victim, folder.join("data").join(name)).unwrap();
    }
    let refused = output(place.command(CMAD, &["run"])).await;
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    fs::remove_file(folder.join("data/cmad.db.lock")).unwrap();
    symlink(&victim, folder.join("safe.backup.unfinished")).unwrap();
    let backup = output(place.command(CMAD, &["backup", "safe.backup"])).await;
    assert!(backup.status.success(), "{}", said(&backup));
    symlink(folder.join("nowhere"), folder.join("dangling")).unwrap();
    for arguments in [&["backup", "dangling"][..], &["export", "dangling"], &["export", "--form", "csv", "dangling"]] {
        let refused = output(place.command(CMAD, arguments)).await;
        assert!(said(&refused).contains("exists already"), "{arguments:?}: {}", said(&refused));
    }
    let running = Running::start(place.command(CMAD, &["run"]));
    place.sim.until_connected().await;
    let kim = place.server.member("Kim");
    let ada = place.set_up().await;
    place.thank(&kim, &ada).await;
    let stored = kim.slash(&place.channel, "cmad privacy", &[]).await.settled().await;
    let sure = kim.click(&stored, "Erase").await.settled().await;
    kim.click(&sure, "Yes, erase everything").await.settled().await;
    until(async || running.times("could not be added to the list") > 0).await;
    assert_eq!(fs::read_to_string(&victim).unwrap(), "mine");
    assert!(!folder.join("nowhere").exists());
    let mut dangling = place.command(CMAD, &["migrate"]);
    dangling.env("DATABASE_URL", "sqlite://dangling");
    let refused = output(dangling).await;
    assert!(said(&refused).contains("leads nowhere") && !folder.join("nowhere").exists(), "{}", said(&refused));
}

/// Mounts `branch` at `data` as a file system without permissions, on which everyone may read and change everything.
const MOUNTED: &str =
    "mkdir -p branch && bindfs --chmod-ignore --perms=a+rwX branch data && mountpoint -q data && exec \"$0\" \"$@\"";

fn without_modes(place: &Place, arguments: &[&str]) -> Command {
    let mut all: Vec<&str> = NAMESPACE.to_vec();
    all.extend(["sh", "-c", MOUNTED]);
    all.extend(arguments);
    place.command("unshare", &all)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_system_without_permissions_is_warned_about() {
    let place = Place::new().await;
    let tried = without_modes(&place, &["true"]).output();
    if !tried.as_ref().is_ok_and(|tried| tried.status.success()) {
        let why = tried.map(|tried| said(&tried)).unwrap_or_default();
        assert!(
            std::env::var_os("CMAD_TEST_FUSE").is_none(),
            "CMAD_TEST_FUSE is set, and bindfs cannot be mounted: {why}"
        );
        let says = "\nbindfs cannot be mounted here: no file system without permissions is tried (Debian: bindfs)\n";
        std::io::stderr().write_all(says.as_bytes()).unwrap();
        return;
    }
    let running = Running::start(without_modes(&place, &[CMAD, "run"]));
    place.sim.until_connected().await;
    assert!(running.log().contains("its file system has no permissions"), "{}", running.log());
    drop(running);
    let check = output(without_modes(&place, &[CMAD, "check"])).await;
    assert!(said(&check).contains("its file system has no permissions"), "{}", said(&check));
    assert!(check.status.success(), "it works all the same: {}", said(&check));
}

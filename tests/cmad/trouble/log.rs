//! The real program with a log that no one reads: standard error is a full pipe, or closed.

use std::io::{BufRead as _, BufReader, PipeReader, PipeWriter, Write as _};
use std::net::SocketAddr;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use super::disk::Place;
use crate::program::end_of;
use crate::web::get;

/// Longer than a busy machine needs.
const FAR_TOO_LONG: Duration = Duration::from_secs(300);

/// A child process that is killed with its test.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        // It has usually ended already.
        let _ended = self.0.kill();
        let _waited = self.0.wait();
    }
}

/// A pipe of 4 KiB.
fn small_pipe() -> (PipeReader, PipeWriter) {
    let (reader, writer) = std::io::pipe().unwrap();
    rustix::pipe::fcntl_setpipe_size(&writer, 4096).unwrap();
    (reader, writer)
}

/// How the program ends with this as its standard error.
async fn ends(mut command: Command) -> ExitStatus {
    let mut child = Killed(command.stdin(Stdio::null()).spawn().unwrap());
    drop(command);
    end_of(child.0.id(), move || child.0.wait().unwrap()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_thanks_are_kept_while_no_one_reads_the_log_and_the_gap_is_said() {
    let mut place = Place::new().await;
    place.environment.push(("CMAD_LOG__FILTER", "trace".into()));
    // As long as it is for everyone: a busy machine is no reason to refuse a thank-you.
    place.environment.push(("CMAD_DATABASE__PATIENCE_MS", "20000".into()));
    let (reader, writer) = small_pipe();
    let mut command = place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]);
    let mut running = Killed(command.stdout(Stdio::null()).stderr(writer).spawn().unwrap());
    // With it the last writer on this side.
    drop(command);
    place.sim.until_connected().await;
    let ada = place.set_up().await;
    for giver in 0..200 {
        let receipt = place.thank(&place.server.member(&format!("Giver {giver}")), &ada).await;
        assert!(receipt.text().contains("Ada"), "{giver}: {}", receipt.text());
    }
    let addr = |variable: &str| -> SocketAddr {
        place.environment.iter().find(|(name, _)| *name == variable).unwrap().1.parse().unwrap()
    };
    let (status, _, text) = get(addr("CMAD_HTTP_ADDR"), "/healthz", "en").await;
    assert_eq!((status, text.as_str()), (200, "alive\n"));
    let status = place.server.owner().slash(&place.channel, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("200"), "{}", status.text());

    // Someone reads it now.
    let said = tokio::task::spawn_blocking(move || {
        let mut lines = BufReader::new(reader).lines().map_while(Result::ok);
        let said = lines.find(|line| line.contains("lines of the log were dropped"));
        // Everything else is read, too, so that nothing waits.
        std::thread::spawn(move || lines.for_each(drop));
        said
    });
    let said = tokio::time::timeout(FAR_TOO_LONG, said).await.expect("it is said").unwrap().expect("before its end");
    assert!(said.contains("WARN") && said.contains("count="), "{said}");
    let (.., metrics) = get(addr("CMAD_METRICS_ADDR"), "/metrics", "en").await;
    let dropped = metrics.lines().find_map(|line| line.strip_prefix("cmad_log_lines_dropped_total "));
    assert!(dropped.unwrap().parse::<u64>().unwrap() > 0, "{metrics}");
    let asked = Command::new("kill").args(["-TERM", &running.0.id().to_string()]).status().unwrap();
    assert!(asked.success());
    let status = end_of(running.0.id(), move || running.0.wait().unwrap()).await;
    assert!(status.success(), "{status}");
    place.sim.assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_does_not_wait_for_a_reader_of_the_log() {
    let mut place = Place::new().await;
    place.environment.push(("CMAD_LOG__FILTER", "trace".into()));
    let (_reader, writer) = small_pipe();
    let mut command = place.command(env!("CARGO_BIN_EXE_cmad"), &["run"]);
    let mut running = Killed(command.stdout(Stdio::null()).stderr(writer).spawn().unwrap());
    drop(command);
    place.sim.until_connected().await;
    place.set_up().await;
    let asked = Command::new("kill").args(["-TERM", &running.0.id().to_string()]).status().unwrap();
    assert!(asked.success());
    let status = end_of(running.0.id(), move || running.0.wait().unwrap()).await;
    assert!(status.success(), "{status}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_that_fails_ends_with_1_whatever_becomes_of_its_words() {
    let folder = TempDir::new().unwrap();
    let cmad = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cmad"));
        command.env_clear().current_dir(folder.path()).arg("run").stdout(Stdio::null());
        command
    };
    let (reader, writer) = small_pipe();
    drop(reader);
    let mut no_reader = cmad();
    no_reader.stderr(writer);
    assert_eq!(ends(no_reader).await.code(), Some(1), "the reader is gone");

    let (_reader, mut writer) = small_pipe();
    writer.write_all(&[b'.'; 4096]).unwrap();
    let mut full = cmad();
    full.stderr(writer);
    assert_eq!(ends(full).await.code(), Some(1), "the pipe is full");

    for (arguments, code) in [("run 2>&-", 1), ("day 2027 >&-", 0), ("check >&- 2>&-", 1)] {
        let mut closed = Command::new("sh");
        closed.env_clear().current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        closed.args(["-c", &format!("exec \"$0\" {arguments}"), env!("CARGO_BIN_EXE_cmad")]);
        assert_eq!(ends(closed).await.code(), Some(code), "{arguments}");
    }
    let (reader, writer) = small_pipe();
    drop(reader);
    let mut day = Command::new(env!("CARGO_BIN_EXE_cmad"));
    day.args(["day", "2027"]).stdout(writer);
    assert_eq!(ends(day).await.code(), Some(1), "as `cmad day | true`");
}

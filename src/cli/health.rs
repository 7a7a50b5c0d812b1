//! Asks the bot that runs on this machine how it is, for whoever has no curl: a container without a shell.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::Context as _;

/// How long the bot has for its answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// More than an answer has.
const MOST_BYTES: u64 = 4096;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// `/healthz`.
    DoesItLive,
    /// `/readyz`.
    CanItWork,
}

/// What the bot says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whether all is well.
    pub is_good: bool,
    /// In one line.
    pub text: String,
}

/// Asks the bot that serves at `addr`; one that serves everywhere is asked on this machine.
///
/// # Errors
/// Nobody answers, or not in time.
pub fn ask(addr: SocketAddr, question: Question) -> anyhow::Result<Answer> {
    let addr = SocketAddr::new(reachable(addr.ip()), addr.port());
    let path = match question {
        Question::DoesItLive => "/healthz",
        Question::CanItWork => "/readyz",
    };
    let asking = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&addr, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.take(MOST_BYTES).read_to_string(&mut answer)?;
        Ok(answer)
    };
    let answer = asking().with_context(|| format!("nobody answers at {addr}"))?;
    let (head, body) = answer.split_once("\r\n\r\n").context("what answers speaks no HTTP")?;
    let is_good = head.split(' ').nth(1) == Some("200");
    Ok(Answer { is_good, text: body.trim().to_owned() })
}

/// Where somebody who listens at every address is reached from this machine.
fn reachable(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    }
}

//! `cmad health`: asks the bot that runs on this machine how it is. A container has no curl for that.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;

use crate::cli::tell;
use crate::cli::whereabouts::http_addr;
use crate::config::Env;

/// Ask the running bot, at the same CMAD_HTTP_ADDR, whether it is healthy; for containers, which have no curl.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Ask /readyz instead of /healthz: whether it can work now. Do not restart the bot because of this answer.
    #[arg(long)]
    ready: bool,
}

/// The timeout of the request.
const TIMEOUT: Duration = Duration::from_secs(5);
/// More bytes than a response has.
const MAX_BYTES: u64 = 4096;

pub(super) fn run(args: &Args, env: &Env) -> anyhow::Result<ExitCode> {
    let addr = http_addr(env)?.context("CMAD_HTTP_ADDR is not set, so no bot can be asked")?;
    let (status, text) = get(addr, if args.ready { "/readyz" } else { "/healthz" })?;
    tell(text);
    Ok(if status == "200" { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The status and the body of a page of the bot that serves at `addr`.
pub(super) fn get(addr: SocketAddr, path: &str) -> anyhow::Result<(String, String)> {
    let addr = SocketAddr::new(reachable(addr.ip()), addr.port());
    let asking = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&addr, TIMEOUT)?;
        stream.set_read_timeout(Some(TIMEOUT))?;
        stream.set_write_timeout(Some(TIMEOUT))?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.take(MAX_BYTES).read_to_string(&mut answer)?;
        Ok(answer)
    };
    let answer = asking().with_context(|| format!("no bot answers at {addr}"))?;
    let (head, body) = answer.split_once("\r\n\r\n").context("the answer is not HTTP")?;
    let status = head.split(' ').nth(1).unwrap_or_default();
    Ok((status.to_owned(), body.trim().to_owned()))
}

/// The address at which this machine reaches a server that listens at every address.
fn reachable(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    }
}

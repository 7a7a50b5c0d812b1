//! The addresses of a name, raced (<https://www.rfc-editor.org/rfc/rfc8305>): the next one is tried a moment after the last
//! one began or at once when it failed, and the first that is connected wins. So no dead address takes the whole time.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use socket2::{SockRef, TcpKeepalive};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout_at};

/// How long an address has for itself before the next one is tried as well (RFC 8305, section 8).
const HEAD_START: Duration = Duration::from_millis(250);

/// After so long without a byte the other side is asked whether it is there.
const KEEPALIVE: Duration = Duration::from_secs(15);
/// How often it is asked again.
const KEEPALIVE_AGAIN: Duration = Duration::from_secs(5);
/// After so long without a sign of life of the other side, what was written is lost, and the connection is over.
#[cfg(target_os = "linux")]
const UNACKNOWLEDGED: Duration = Duration::from_secs(10);

/// What became of one address.
pub type Tried = (SocketAddr, io::Error);

/// Connects to one of the addresses within `limit`.
///
/// # Errors
/// None of them could be connected; what was wrong with each that was tried.
pub(super) async fn race(addresses: Vec<SocketAddr>, limit: Duration) -> Result<(TcpStream, SocketAddr), Vec<Tried>> {
    let deadline = tokio::time::Instant::now() + limit;
    let mut waiting = by_turns(addresses).into_iter();
    let mut under_way = FuturesUnordered::new();
    let mut failed = Vec::new();
    while let Some(address) = waiting.next() {
        under_way.push(async move {
            let connected = match timeout_at(deadline, TcpStream::connect(address)).await {
                Ok(connected) => connected.and_then(prepared),
                Err(_) => Err(io::ErrorKind::TimedOut.into()),
            };
            (address, connected)
        });
        // Until it is time for the next address, or for good after the last one.
        loop {
            tokio::select! {
                biased;
                Some((address, connected)) = under_way.next() => match connected {
                    Ok(stream) => return Ok((stream, address)),
                    Err(error) => {
                        failed.push((address, error));
                        if waiting.len() > 0 {
                            break;
                        }
                    }
                },
                () = sleep(HEAD_START), if waiting.len() > 0 => break,
                else => break,
            }
        }
    }
    Err(failed)
}

/// The addresses with their families by turns, beginning with that of the first: a family without a route costs one
/// attempt, not all of them.
fn by_turns(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let first_is_v6 = addresses.first().is_some_and(SocketAddr::is_ipv6);
    let (one, other): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|address| address.is_ipv6() == first_is_v6);
    let (mut one, mut other) = (one.into_iter(), other.into_iter());
    let mut sorted = Vec::new();
    loop {
        let (next, after) = (one.next(), other.next());
        if next.is_none() && after.is_none() {
            return sorted;
        }
        sorted.extend(next.into_iter().chain(after));
    }
}

/// Lets the system notice when the other side is gone, also where it left no sign (a router that was started again).
fn prepared(stream: TcpStream) -> io::Result<TcpStream> {
    stream.set_nodelay(true)?;
    let socket = SockRef::from(&stream);
    socket.set_tcp_keepalive(&TcpKeepalive::new().with_time(KEEPALIVE).with_interval(KEEPALIVE_AGAIN))?;
    #[cfg(target_os = "linux")]
    socket.set_tcp_user_timeout(Some(UNACKNOWLEDGED))?;
    Ok(stream)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_take_turns() {
        let check = |given: &[&str], expected: &[&str]| {
            let parse = |addresses: &[&str]| addresses.iter().map(|one| one.parse().unwrap()).collect::<Vec<_>>();
            assert_eq!(by_turns(parse(given)), parse(expected));
        };
        check(&[], &[]);
        check(&["[::1]:1", "[::2]:1", "1.0.0.1:1"], &["[::1]:1", "1.0.0.1:1", "[::2]:1"]);
        check(&["1.0.0.1:1", "1.0.0.2:1", "[::1]:1"], &["1.0.0.1:1", "[::1]:1", "1.0.0.2:1"]);
    }
}

//! Carries the gateway's connection between twilight and Discord. twilight opens its sockets by itself, without a proxy,
//! private authorities, headers of ours or a second address, and it cannot be told otherwise. So it connects to this relay
//! on the loopback interface instead, which opens the real connection with our [`Dialer`].
//!
//! The relay accepts only this process's own connections, by a secret in their path. It reads nothing of them but the head
//! of the request, and where frames from Discord end: twilight resumes by itself, and past the relay, after a connection that
//! ended between two frames, so such an end becomes a close frame.

use std::fmt::Write as _;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, copy, split};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;
use url::Url;

use crate::discord::gateway::frames::Frames;
use crate::net::{self, Dialer, Place, Security, Stream};
use crate::ports::Entropy as _;
use crate::ports::clock::System;

/// The most bytes of the head of a request.
const HEAD_BYTES: usize = 8192;
/// How long the head may take: it comes from this process.
const HEAD: Duration = Duration::from_secs(5);
/// How long twilight may take to leave a connection that Discord has ended.
const GOODBYE: Duration = Duration::from_secs(2);
/// The pause after a connection could not be accepted: the process may have no file descriptor left.
const ACCEPT_PAUSE: Duration = Duration::from_secs(1);
/// A close frame with code 4000, after which a session can be resumed.
const CLOSE: [u8; 4] = [0x88, 2, 0x0f, 0xa0];

/// The relay, which ends with its connections when it is dropped.
pub(super) struct Relay {
    address: SocketAddr,
    secret: String,
    trouble: Arc<Mutex<Option<String>>>,
    ending: CancellationToken,
    serving: AbortOnDropHandle<()>,
}

impl Relay {
    /// Opens the relay at a free port.
    pub(super) async fn open(dialer: Dialer) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let mut secret = [0; 16];
        System.fill(&mut secret);
        let secret = hex::encode(secret);
        let trouble = Arc::new(Mutex::new(None));
        let line = Line { dialer, secret: secret.clone(), trouble: Arc::clone(&trouble) };
        let ending = CancellationToken::new();
        let serving = AbortOnDropHandle::new(tokio::spawn(serve(listener, line, ending.clone())));
        Ok(Self { address, secret, trouble, ending, serving })
    }

    /// Ends the relay once what twilight said last is passed on, after `limit` at the latest.
    pub(super) async fn finish(self, limit: Duration) {
        self.ending.cancel();
        let _late = timeout(limit, self.serving).await;
    }

    /// The address at which twilight reaches `url`.
    pub(super) fn to(&self, url: &str) -> String {
        format!("ws://{}/{}/{}", self.address, self.secret, hex::encode(url))
    }

    /// Why the last connection was not made or broke; told once.
    pub(super) fn trouble(&self) -> Option<String> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// What each connection needs.
#[derive(Clone)]
struct Line {
    dialer: Dialer,
    secret: String,
    trouble: Arc<Mutex<Option<String>>>,
}

async fn serve(listener: TcpListener, line: Line, ending: CancellationToken) {
    let mut lines = JoinSet::new();
    loop {
        tokio::select! {
            () = ending.cancelled() => break,
            accepted = listener.accept() => match accepted {
                Ok((near, _)) => {
                    let line = line.clone();
                    lines.spawn(async move { line.carry(near).await });
                }
                Err(error) => {
                    tracing::warn!(%error, "the gateway's relay could not accept a connection");
                    sleep(ACCEPT_PAUSE).await;
                }
            },
            Some(_ended) = lines.join_next() => {}
        }
    }
    while lines.join_next().await.is_some() {}
}

impl Line {
    /// Carries one connection until it ends.
    async fn carry(self, mut near: TcpStream) {
        // Small frames must not wait for an acknowledgement. If the socket refuses the option, it is only slower.
        let _ = near.set_nodelay(true);
        let Ok(Ok(head)) = timeout(HEAD, head(&mut near)).await else { return };
        let Some((url, asked)) = self.request(&head) else { return };
        let security = if url.scheme() == "wss" { Security::Tls } else { Security::Plain };
        let place = Place::new(url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or(443));
        let mut far = match self.dialer.connect(&place, security).await {
            Ok(far) => far,
            Err(error) => {
                self.note(error.to_string());
                // twilight tries again after any answer but 101. It may have given up by now.
                let _gone = near.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n").await;
                return;
            }
        };
        if let Err(error) = far.write_all(asked.as_bytes()).await {
            return self.note(format!("the connection broke: {error}"));
        }
        self.pass(near, far).await;
    }

    fn note(&self, why: String) {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(why);
    }

    /// Where a request with this head goes, and the head that it has there; `None` if it is not ours.
    fn request(&self, head: &str) -> Option<(Url, String)> {
        let (first, fields) = head.split_once("\r\n")?;
        let path = first.strip_prefix("GET /")?.strip_suffix(" HTTP/1.1")?;
        let (target, rest) = path.strip_prefix(&self.secret)?.strip_prefix('/')?.split_once('/')?;
        let url = Url::parse(&String::from_utf8(hex::decode(target).ok()?).ok()?).ok()?;
        let host = match url.port() {
            Some(port) => format!("{}:{port}", url.host_str()?),
            None => url.host_str()?.to_owned(),
        };
        let before = url.path().trim_end_matches('/');
        let agent = net::USER_AGENT;
        let mut asked = format!("GET {before}/{rest} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: {agent}\r\n");
        for field in fields.split("\r\n").filter(|field| !field.is_empty()) {
            if !field.to_ascii_lowercase().starts_with("host:") {
                write!(asked, "{field}\r\n").expect("a text takes everything");
            }
        }
        asked.push_str("\r\n");
        Some((url, asked))
    }

    /// Passes bytes on in both directions until one side ends.
    async fn pass(&self, near: TcpStream, far: Stream) {
        let (mut from_near, mut to_near) = near.into_split();
        let (mut from_far, mut to_far) = split(far);
        let inward = async {
            let ended = pass_inward(&mut from_far, &mut to_near).await;
            match ended {
                Ok(()) => {}
                Err(Inward::Far(error)) => self.note(format!("the connection broke: {error}")),
                Err(Inward::Near) => return,
            }
            // The end of what was passed on, for twilight to read.
            let _gone = to_near.shutdown().await;
        };
        let outward = async {
            let _ended = copy(&mut from_near, &mut to_far).await;
            let _gone = to_far.shutdown().await;
        };
        let mut outward = pin!(outward);
        tokio::select! {
            // A socket that is closed with something unread in it may take what it has sent along.
            () = inward => drop(timeout(GOODBYE, outward).await),
            () = &mut outward => {}
        }
    }
}

/// How the way inward ends but by a close frame.
enum Inward {
    /// Discord's side broke or ended.
    Far(io::Error),
    /// twilight is gone.
    Near,
}

/// Passes on what Discord sends, and tells twilight of the end by a close frame where it would not notice it.
async fn pass_inward(from: &mut (impl AsyncRead + Unpin), to: &mut (impl AsyncWrite + Unpin)) -> Result<(), Inward> {
    let mut frames = Frames::default();
    let mut buffer = vec![0; 16 * 1024];
    let error = loop {
        match from.read(&mut buffer).await {
            Ok(0) => break io::ErrorKind::UnexpectedEof.into(),
            Ok(length) => {
                frames.pass(&buffer[..length]);
                to.write_all(&buffer[..length]).await.map_err(|_| Inward::Near)?;
            }
            Err(error) => break error,
        }
    };
    if frames.are_over() {
        return Ok(());
    }
    if frames.is_between() {
        to.write_all(&CLOSE).await.map_err(|_| Inward::Near)?;
    }
    Err(Inward::Far(error))
}

/// The head of the request, with its empty line.
async fn head(near: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    // What follows the head belongs to Discord, but twilight sends nothing before the answer.
    while !head.ends_with(b"\r\n\r\n") {
        if head.len() == HEAD_BYTES {
            return Err(io::ErrorKind::InvalidData.into());
        }
        head.push(near.read_u8().await?);
    }
    String::from_utf8(head).map_err(|_| io::ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_who_knows_the_secret_is_led_on() {
        let discord = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("ws://{}", discord.local_addr().unwrap());
        let relay = Relay::open(Dialer::direct()).await.unwrap();
        let right = relay.to(&url);
        let path = right.split_once("127.0.0.1:").unwrap().1.split_once('/').unwrap().1.to_owned();
        let ask = async |path: &str| {
            let mut stream = TcpStream::connect(relay.address).await.unwrap();
            let asked = format!("GET /{path}/?v=10 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n");
            stream.write_all(asked.as_bytes()).await.unwrap();
            stream
        };
        let (secret, target) = path.split_once('/').unwrap();
        let guessed = "0".repeat(secret.len());
        for wrong in [format!("{guessed}/{target}"), format!("/{target}"), secret.to_owned(), format!("{secret}/zz")] {
            let mut answer = Vec::new();
            ask(&wrong).await.read_to_end(&mut answer).await.unwrap();
            assert!(answer.is_empty(), "{wrong} is led nowhere and told nothing");
        }
        let _ours = ask(&path).await;
        let (mut led, _) = discord.accept().await.unwrap();
        let head = head(&mut led).await.unwrap();
        let host = format!("Host: {}\r\n", discord.local_addr().unwrap());
        assert!(head.starts_with("GET /?v=10 HTTP/1.1\r\n") && head.contains(&host), "{head}");
        assert!(head.contains("User-Agent: DiscordBot (https://") && !head.contains("Host: x"), "{head}");
    }

    #[tokio::test]
    async fn why_a_connection_is_not_made_is_told_once() {
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let relay = Relay::open(Dialer::direct()).await.unwrap();
        let path = relay.to(&format!("ws://{closed}")).split_once("127.0.0.1:").unwrap().1.to_owned();
        let mut stream = TcpStream::connect(relay.address).await.unwrap();
        let path = path.split_once('/').unwrap().1;
        stream.write_all(format!("GET /{path}/ HTTP/1.1\r\n\r\n").as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        assert!(answer.starts_with(b"HTTP/1.1 502"), "{}", String::from_utf8_lossy(&answer));
        let why = relay.trouble().unwrap();
        assert!(why.contains("127.0.0.1 refuses the connection") && relay.trouble().is_none(), "{why}");
    }
}

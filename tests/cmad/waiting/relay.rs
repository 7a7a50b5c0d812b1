//! A relay in front of PostgreSQL, as a firewall or a failing host is one: connections can fall silent (bytes vanish,
//! and nothing is closed) while new ones work, at any statement and in either direction; and it can lead elsewhere.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::unix::{OwnedReadHalf as UnixRead, OwnedWriteHalf as UnixWrite};
use tokio::net::{TcpListener, TcpStream, UnixStream};

/// A running relay. It ends with its test.
pub struct Relay {
    /// Host and port.
    pub at: String,
    shared: Arc<Shared>,
    accepting: tokio::task::JoinHandle<()>,
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

struct Shared {
    /// The server's socket.
    to: Mutex<PathBuf>,
    lines: Mutex<Vec<Arc<Line>>>,
    new_are_silent: AtomicBool,
    /// How many statements came, on all connections.
    statements: AtomicUsize,
    /// The statement at which its connection falls silent.
    at: Mutex<Option<(usize, Lost)>>,
    hits: AtomicUsize,
}

/// What is lost of a statement at which its connection falls silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The statement: the server never gets it.
    Statement,
    /// The answer: the server has carried it out.
    Answer,
}

/// One connection: in which directions its bytes vanish.
#[derive(Default)]
struct Line {
    to_server: AtomicBool,
    to_client: AtomicBool,
}

impl Line {
    fn fall_silent(&self) {
        self.to_server.store(true, Ordering::SeqCst);
        self.to_client.store(true, Ordering::SeqCst);
    }
}

impl Relay {
    /// A relay to the server that the address names by the folder of its socket (`…?host=/folder`).
    pub async fn to(url: &str) -> Self {
        Self::on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap(), url)
    }

    /// The same on `::1`.
    pub async fn to_by_ipv6(url: &str) -> std::io::Result<Self> {
        Ok(Self::on(TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).await?, url))
    }

    fn on(listener: TcpListener, url: &str) -> Self {
        let shared = Arc::new(Shared {
            to: Mutex::new(socket(url)),
            lines: Mutex::default(),
            new_are_silent: AtomicBool::new(false),
            statements: AtomicUsize::new(0),
            at: Mutex::default(),
            hits: AtomicUsize::new(0),
        });
        let at = listener.local_addr().unwrap().to_string();
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Self { at, shared, accepting }
    }

    /// The address of a database behind the relay.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://cmad@{}/{database}", self.at)
    }

    /// From now on all bytes of the connections that are open vanish.
    pub fn silence_open(&self) {
        for line in self.shared.lines.lock().unwrap().iter() {
            line.fall_silent();
        }
    }

    /// From now on new connections are accepted, and nothing more.
    pub fn silence_new(&self, silent: bool) {
        self.shared.new_are_silent.store(silent, Ordering::SeqCst);
    }

    /// Has the connection fall silent that brings the n-th statement from now on.
    pub fn silence_at(&self, nth: usize, lost: Lost) {
        let nth = self.shared.statements.load(Ordering::SeqCst) + nth;
        *self.shared.at.lock().unwrap() = Some((nth, lost));
    }

    /// Has no further connection fall silent at a statement.
    pub fn clear(&self) {
        *self.shared.at.lock().unwrap() = None;
    }

    /// How many connections fell silent at a statement.
    pub fn hits(&self) -> usize {
        self.shared.hits.load(Ordering::SeqCst)
    }

    /// How many statements came.
    pub fn statements(&self) -> usize {
        self.shared.statements.load(Ordering::SeqCst)
    }

    /// Leads new connections to another server. The open ones stay where they are.
    pub fn lead_to(&self, url: &str) {
        *self.shared.to.lock().unwrap() = socket(url);
    }
}

fn socket(url: &str) -> PathBuf {
    let folder = url.split_once("?host=").expect("the tests' server has only a socket").1;
    PathBuf::from(folder).join(".s.PGSQL.5432")
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut lines = tokio::task::JoinSet::new();
    while let Ok((client, _)) = listener.accept().await {
        let line = Arc::new(Line::default());
        if shared.new_are_silent.load(Ordering::SeqCst) {
            line.fall_silent();
        }
        shared.lines.lock().unwrap().push(Arc::clone(&line));
        let to = shared.to.lock().unwrap().clone();
        lines.spawn(carry(client, to, line, Arc::clone(&shared)));
    }
}

async fn carry(client: TcpStream, to: PathBuf, line: Arc<Line>, shared: Arc<Shared>) {
    // A server that does not listen: the client sees its connection closed.
    let Ok(server) = UnixStream::connect(to).await else { return };
    client.set_nodelay(true).unwrap();
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    tokio::join!(upward(from_client, to_server, &line, &shared), downward(from_server, to_client, &line));
}

async fn upward(mut from: OwnedReadHalf, mut to: UnixWrite, line: &Line, shared: &Shared) {
    let (mut messages, mut bytes) = (Messages::default(), vec![0; 64 << 10]);
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        for _ in 0..messages.ends_of_statements(&bytes[..count]) {
            let number = shared.statements.fetch_add(1, Ordering::SeqCst) + 1;
            let mut at = shared.at.lock().unwrap();
            if let Some((_, lost)) = at.take_if(|(nth, _)| *nth == number) {
                line.to_client.store(true, Ordering::SeqCst);
                line.to_server.store(lost == Lost::Statement, Ordering::SeqCst);
                shared.hits.fetch_add(1, Ordering::SeqCst);
            }
        }
        if !line.to_server.load(Ordering::SeqCst) && to.write_all(&bytes[..count]).await.is_err() {
            break;
        }
        if line.to_client.load(Ordering::SeqCst) {
            line.to_server.store(true, Ordering::SeqCst);
        }
    }
    closed(line).await;
}

async fn downward(mut from: UnixRead, mut to: OwnedWriteHalf, line: &Line) {
    let mut bytes = vec![0; 64 << 10];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        if !line.to_client.load(Ordering::SeqCst) && to.write_all(&bytes[..count]).await.is_err() {
            break;
        }
    }
    closed(line).await;
}

/// The end of a silent connection vanishes too: the other side never hears of it.
async fn closed(line: &Line) {
    if line.to_client.load(Ordering::SeqCst) || line.to_server.load(Ordering::SeqCst) {
        std::future::pending::<()>().await;
    }
}

/// Reads where a client's messages end: <https://www.postgresql.org/docs/current/protocol-message-formats.html>.
#[derive(Default)]
struct Messages {
    seen: Vec<u8>,
    has_begun: bool,
}

impl Messages {
    /// How many statements end in these bytes: each ends with Sync, or is a simple query.
    fn ends_of_statements(&mut self, bytes: &[u8]) -> usize {
        self.seen.extend_from_slice(bytes);
        let mut ends = 0;
        loop {
            // The first messages have no kind.
            let head = usize::from(self.has_begun);
            let Some(length) = self.seen.get(head..head + 4) else { return ends };
            let length = head + u32::from_be_bytes(length.try_into().unwrap()) as usize;
            if self.seen.len() < length {
                return ends;
            }
            let message: Vec<u8> = self.seen.drain(..length).collect();
            if self.has_begun {
                ends += usize::from(matches!(message[0], b'S' | b'Q'));
            } else {
                // A request for TLS is answered first.
                self.has_begun = message[4..8] == 196_608_u32.to_be_bytes();
            }
        }
    }
}

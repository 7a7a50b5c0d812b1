//! What stands between the bot and the simulated Discord: an authority, TLS, a forwarder, a real proxy.

use std::io::Write as _;
use std::net::{SocketAddr, TcpStream as StdTcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use discord_sim::Sim;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// An authority that no one knows.
pub struct Authority {
    pem: String,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    pub fn new(name: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let pem = params.self_signed(&key).unwrap().pem();
        Self { pem, issuer: Issuer::new(params, key) }
    }

    /// Its certificate, in a file of this folder.
    pub fn file(&self, folder: &Path) -> String {
        let file = folder.join("authority.pem");
        std::fs::write(&file, &self.pem).unwrap();
        file.to_str().unwrap().to_owned()
    }

    /// A certificate of a host.
    pub fn for_host(&self, host: &str) -> TlsAcceptor {
        self.until(host, 4096)
    }

    /// A certificate of a host that ends with this year.
    pub fn until(&self, host: &str, year: i32) -> TlsAcceptor {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        params.not_after = rcgen::date_time_ymd(year, 12, 31);
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let chain = vec![CertificateDer::from(certificate.der().to_vec())];
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        TlsAcceptor::from(Arc::new(config))
    }
}

#[derive(Default)]
struct Ways {
    /// How many connections were taken so far.
    taken: AtomicUsize,
    /// Connections with a lower number are swallowed, if they are not the gateway's.
    swallowed_below: AtomicUsize,
    refuses_upgrades: AtomicBool,
    heads: Mutex<Vec<String>>,
}

/// A forwarder in front of the simulated Discord, with TLS or without.
pub struct Forward {
    pub port: u16,
    ways: Arc<Ways>,
}

impl Forward {
    pub async fn plain(sim: &Sim) -> Self {
        Self::start(sim, None).await
    }

    pub async fn in_tls(sim: &Sim, acceptor: &TlsAcceptor) -> Self {
        Self::start(sim, Some(acceptor.clone())).await
    }

    async fn start(sim: &Sim, acceptor: Option<TlsAcceptor>) -> Self {
        let target = sim.api_base().strip_prefix("http://").unwrap().parse::<SocketAddr>().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let ways = Arc::new(Ways::default());
        let shared = Arc::clone(&ways);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let (ways, acceptor) = (Arc::clone(&shared), acceptor.clone());
                let number = ways.taken.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(async move {
                    match acceptor {
                        Some(acceptor) => {
                            // A client that does not trust the certificate leaves.
                            let Ok(near) = acceptor.accept(near).await else { return };
                            forward(near, target, number, &ways).await;
                        }
                        None => forward(near, target, number, &ways).await,
                    }
                });
            }
        });
        Self { port, ways }
    }

    /// The head of the first request of each connection.
    pub fn heads(&self) -> Vec<String> {
        self.ways.heads.lock().unwrap().clone()
    }

    /// From now on every connection but the gateway's that stands is silent for good, as after a router's restart; new
    /// ones work.
    pub fn swallow(&self) {
        self.ways.swallowed_below.store(self.ways.taken.load(Ordering::SeqCst), Ordering::SeqCst);
    }

    pub fn refuse_upgrades(&self) {
        self.ways.refuses_upgrades.store(true, Ordering::SeqCst);
    }

    pub fn allow_upgrades(&self) {
        self.ways.refuses_upgrades.store(false, Ordering::SeqCst);
    }
}

async fn forward<S: AsyncRead + AsyncWrite + Unpin>(mut near: S, target: SocketAddr, number: usize, ways: &Ways) {
    let mut first = vec![0; 16 * 1024];
    let Ok(length) = near.read(&mut first).await else { return };
    let head = String::from_utf8_lossy(&first[..length]).into_owned();
    let is_gateway = head.contains("Upgrade: websocket");
    ways.heads.lock().unwrap().push(head);
    if is_gateway && ways.refuses_upgrades.load(Ordering::SeqCst) {
        return;
    }
    let Ok(mut far) = TcpStream::connect(target).await else { return };
    if far.write_all(&first[..length]).await.is_err() {
        return;
    }
    if is_gateway {
        let _ended = copy_bidirectional(&mut near, &mut far).await;
        return;
    }
    let (mut outward, mut inward) = (vec![0; 16 * 1024], vec![0; 16 * 1024]);
    loop {
        let is_swallowed = || number < ways.swallowed_below.load(Ordering::SeqCst);
        tokio::select! {
            read = near.read(&mut outward) => match read {
                Ok(length @ 1..) if !is_swallowed() => {
                    if far.write_all(&outward[..length]).await.is_err() {
                        return;
                    }
                }
                Ok(1..) => {}
                _ => return,
            },
            read = far.read(&mut inward) => match read {
                Ok(length @ 1..) if !is_swallowed() => {
                    if near.write_all(&inward[..length]).await.is_err() {
                        return;
                    }
                }
                Ok(1..) => {}
                // Nor is the end passed on.
                _ if is_swallowed() => std::future::pending().await,
                _ => return,
            },
        }
    }
}

/// A real proxy in a process of its own, which ends when this is dropped. It alone knows some names.
pub struct Proxy {
    process: Child,
    pub port: u16,
    _folder: TempDir,
}

impl Proxy {
    /// tinyproxy, with these lines in its settings. `None` where it is not installed.
    pub fn tinyproxy(lines: &str, names: &[&str]) -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let port = free_port();
        let settings =
            format!("Port {port}\nListen 127.0.0.1\nTimeout 600\nMaxClients 100\nLogLevel Critical\n{lines}\n");
        let file = folder.path().join("tinyproxy.conf");
        std::fs::write(&file, settings).unwrap();
        let arguments = ["-d", "-c", file.to_str().unwrap()];
        Self::start("tinyproxy", &arguments, port, folder, names)
    }

    /// microsocks, with a name and a password. `None` where it is not installed.
    pub fn microsocks(login: (&str, &str), names: &[&str]) -> Option<Self> {
        let port = free_port();
        let port_text = port.to_string();
        let arguments = ["-i", "127.0.0.1", "-p", &port_text, "-u", login.0, "-P", login.1];
        Self::start("microsocks", &arguments, port, TempDir::new().unwrap(), names)
    }

    fn start(program: &str, arguments: &[&str], port: u16, folder: TempDir, names: &[&str]) -> Option<Self> {
        let (program, wrapper) = installed(program)?;
        // Only this process resolves these names.
        let hosts = folder.path().join("hosts");
        std::fs::write(&hosts, names.iter().map(|name| format!("127.0.0.1 {name}\n")).collect::<String>()).unwrap();
        let process = Command::new(program)
            .args(arguments)
            .env("LD_PRELOAD", wrapper)
            .env("NSS_WRAPPER_HOSTS", &hosts)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let proxy = Self { process, port, _folder: folder };
        // It listens in a moment.
        let listens = || StdTcpStream::connect_timeout(&([127, 0, 0, 1], port).into(), Duration::from_secs(1)).is_ok();
        let tried = (0..600).any(|_| {
            let listens = listens();
            if !listens {
                std::thread::park_timeout(Duration::from_millis(50));
            }
            listens
        });
        assert!(tried, "the proxy does not listen at port {port}");
        Some(proxy)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // It may have ended already.
        let _ended = self.process.kill();
        let _waited = self.process.wait();
    }
}

/// The program and the library by which it resolves names of a file. `None` without them, which is printed once; with
/// CMAD_TEST_PROXY set, as in CI, that fails instead.
fn installed(program: &str) -> Option<(PathBuf, PathBuf)> {
    let found = ["/usr/bin", "/usr/sbin", "/usr/local/bin"].map(|folder| Path::new(folder).join(program));
    let found = found.into_iter().find(|path| path.exists());
    let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let wrapper = libraries.map(|folder| folder.path().join("libnss_wrapper.so")).find(|path| path.exists());
    if found.is_none() || wrapper.is_none() {
        let missing = std::env::var_os("CMAD_TEST_PROXY").is_none();
        assert!(missing, "CMAD_TEST_PROXY is set, and {program} or libnss-wrapper is not installed");
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| {
            let says = "NOT TESTED through real proxies: tinyproxy, microsocks or libnss-wrapper is not installed \
                        (.ci/run installs them)\n";
            // Not `eprintln!`, which the test harness captures: the reader must see that this was not tested.
            let _unseen = std::io::stderr().write_all(says.as_bytes());
        });
    }
    found.zip(wrapper)
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

//! Names with several addresses, of which some lead nowhere.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use cmad::mail::{self, Smtp, Tls};
use cmad::net::{Dialer, Place, Resolve, Security};
use discord_sim::Sim;
use socket2::{Domain, Socket, Type};
use tempfile::TempDir;

use super::parts::{Authority, Forward};
use crate::smtp::Server;
use crate::town::Town;

/// Gives every name these addresses.
pub struct Always(pub Vec<SocketAddr>);

#[async_trait]
impl Resolve for Always {
    async fn addresses(&self, _place: &Place) -> io::Result<Vec<SocketAddr>> {
        Ok(self.0.clone())
    }
}

/// An address that never answers: its queue is full, so that the system drops what arrives.
struct Silent {
    address: SocketAddr,
    _held: Vec<Socket>,
}

impl Silent {
    fn new() -> Self {
        let stream = || Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        let listener = stream();
        let any: SocketAddr = "127.0.0.1:0".parse().unwrap();
        listener.bind(&any.into()).unwrap();
        listener.listen(0).unwrap();
        let address = listener.local_addr().unwrap().as_socket().unwrap();
        let mut held = vec![listener];
        for _ in 0..4 {
            let filler = stream();
            filler.set_nonblocking(true).unwrap();
            // It is under way, or waits like all that come later.
            let _under_way = filler.connect(&address.into());
            held.push(filler);
        }
        Self { address, _held: held }
    }
}

/// The addresses of a place that lives at `port`, behind three that do not.
fn among_dead(silent: &Silent, port: u16) -> Dialer {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let unrouted = "[2001:db8::1]:443".parse().unwrap();
    let live = ([127, 0, 0, 1], port).into();
    Dialer::direct().resolving(Arc::new(Always(vec![unrouted, silent.address, closed, silent.address, live])))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_living_address_is_enough_for_rest_the_gateway_and_mail() {
    let silent = Silent::new();
    let mut town = Town::at("2027-01-05 12:00 Europe/Berlin").await;
    town.stage.stop().await.unwrap();
    let port = town.sim().api_base().rsplit(':').next().unwrap().parse().unwrap();
    town.stage.dial_with(among_dead(&silent, port));
    town.sim().found_at(&format!("http://discord.test:{port}"));
    town.stage.start().await.unwrap();
    let said = town.kim.slash(&town.help, "cmad when", &[]).await.settled().await;
    assert!(said.text().contains("January"), "{}", said.text());
    town.ends_well().await;

    let Some(server) = Server::start(Tls::StartTls, "own", &["take"]) else { return };
    let settings = Smtp { host: "mail.test".into(), ..server.settings() };
    mail::probe(&settings, &among_dead(&silent, settings.port)).await.unwrap();
}

#[tokio::test]
async fn what_is_wrong_with_each_address_is_said() {
    let silent = Silent::new();
    let closed: SocketAddr = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let dialer = Dialer::direct().resolving(Arc::new(Always(vec![silent.address, closed])));
    let tried = dialer.connect(&Place::new("discord.test", 443), Security::Plain).await;
    let error = tried.expect_err("no address answers").to_string();
    for part in ["discord.test:443 cannot be reached", "127.0.0.1 refuses", "127.0.0.1 does not answer within 5 s"] {
        assert!(error.contains(part), "{part}: {error}");
    }
    let none = Dialer::direct().resolving(Arc::new(Always(Vec::new())));
    let tried = none.connect(&Place::new("discord.test", 443), Security::Plain).await;
    assert!(tried.expect_err("there is none").to_string().contains("the name discord.test has no address"));
}

#[tokio::test]
async fn a_server_without_tls_is_called_so() {
    let plain = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = plain.local_addr().unwrap().port();
    let answering = std::thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        let (mut stream, _) = plain.accept().unwrap();
        let mut some = [0; 16];
        stream.read_exact(&mut some).unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
    });
    let tried = Dialer::direct().connect(&Place::new("127.0.0.1", port), Security::Tls).await;
    let error = tried.expect_err("it speaks no TLS").to_string();
    assert!(error.contains("what answers there speaks no TLS"), "{error}");
    answering.join().unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_with_a_certificate_is_said() {
    let folder = TempDir::new().unwrap();
    let sim = Sim::start(cmad::rehearse::stage::sim_options(1_800_000_000_000)).await.unwrap();
    let authority = Authority::new("Northwind Inspection");
    let dialer = Dialer::direct().trusting(Path::new(&authority.file(folder.path()))).unwrap();
    for (certificate, says) in [
        (
            authority.for_host("elsewhere.test"),
            "its certificate (issued by \"Northwind Inspection\") is for another name",
        ),
        (authority.until("127.0.0.1", 2020), "has expired, or this machine's clock is wrong"),
    ] {
        let front = Forward::in_tls(&sim, &certificate).await;
        let tried = dialer.connect(&Place::new("127.0.0.1", front.port), Security::Tls).await;
        let error = tried.expect_err("it is not accepted").to_string();
        assert!(error.contains(says) && error.starts_with("TLS with 127.0.0.1:"), "{error}");
    }
    let front = Forward::in_tls(&sim, &authority.for_host("127.0.0.1")).await;
    dialer.connect(&Place::new("127.0.0.1", front.port), Security::Tls).await.unwrap();
}

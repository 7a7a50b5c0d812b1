//! Real proxies as the only way out: they alone know the names.

use cmad::config::{Config, Env};
use cmad::mail::{self, Settings, Smtp, Tls};
use cmad::net::{Dialer, Place, Security};
use discord_sim::Sim;
use tempfile::TempDir;

use super::addresses::Always;
use super::parts::{Authority, Forward, Proxy};
use super::{a_person_is_answered, check, run};
use crate::smtp::Server;

const HOST: &str = "discord.test";
const LOGIN: &str = "BasicAuth cmad s3cret";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_that_is_the_only_way_out_carries_everything() {
    let http = || Proxy::tinyproxy(LOGIN, &[HOST]).map(|proxy| ("http", proxy));
    let socks = || Proxy::microsocks(("cmad", "s3cret"), &[HOST]).map(|proxy| ("socks5h", proxy));
    for started in [http(), socks()] {
        let Some((scheme, proxy)) = started else { return };
        let folder = TempDir::new().unwrap();
        let sim = Sim::start(cmad::rehearse::stage::sim_options(1_800_000_000_000)).await.unwrap();
        let authority = Authority::new("Northwind Inspection");
        let front = Forward::in_tls(&sim, &authority.for_host(HOST)).await;
        sim.found_at(&format!("https://{HOST}:{}", front.port));
        let (token, base, file) = (sim.token(), sim.api_base(), authority.file(folder.path()));
        let usual =
            [("DISCORD_TOKEN", token.as_str()), ("DISCORD_API_BASE", base.as_str()), ("SSL_CERT_FILE", file.as_str())];
        let (code, text) = check(folder.path(), &usual).await;
        assert!(code == Some(1) && text.contains("the name discord.test cannot be resolved"), "{text}");
        let with = |login: &str| format!("{scheme}://{login}127.0.0.1:{}", proxy.port);
        for (variable, address, says) in [
            ("HTTPS_PROXY", with("cmad:wrong@"), "it asks for a name and a password"),
            ("all_proxy", with(""), "it asks for a name and a password"),
        ] {
            let (code, text) = check(folder.path(), &[&usual[..], &[(variable, address.as_str())]].concat()).await;
            let whole =
                format!("the proxy {scheme}://127.0.0.1:{} ({variable}) does not lead to discord.test", proxy.port);
            assert!(code == Some(1) && text.contains(&whole) && text.contains(says), "{text}");
            assert!(!text.contains("wrong"), "no password is repeated: {text}");
        }
        let address = with("cmad:s3cret@");
        for variable in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"] {
            let (code, text) = check(folder.path(), &[&usual[..], &[(variable, address.as_str())]].concat()).await;
            assert!(code == Some(0) && text.contains("ok    gateway: it opens and greets"), "{scheme} {text}");
        }
        let exception = [("HTTPS_PROXY", address.as_str()), ("NO_PROXY", "discord.test")];
        let (code, text) = check(folder.path(), &[&usual[..], &exception].concat()).await;
        assert!(code == Some(1) && text.contains("the name discord.test cannot be resolved"), "{text}");

        let _bot = run(folder.path(), &[&usual[..], &[("HTTPS_PROXY", address.as_str())]].concat());
        a_person_is_answered(&sim, folder.path()).await;
        sim.assert_clean();
    }
}

#[tokio::test]
async fn a_proxy_that_is_not_there_or_is_none_is_named() {
    let folder = TempDir::new().unwrap();
    let token = ("DISCORD_TOKEN", "t");
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let address = format!("http://{closed}");
    let (code, text) = check(folder.path(), &[token, ("HTTPS_PROXY", address.as_str())]).await;
    let says =
        format!("the proxy http://{closed} (HTTPS_PROXY) does not lead to discord.com:443: {closed} cannot be reached");
    assert!(code == Some(1) && text.contains(&says) && text.contains("127.0.0.1 refuses the connection"), "{text}");
    let (code, text) = check(folder.path(), &[token, ("HTTPS_PROXY", "socks4://127.0.0.1")]).await;
    assert!(code == Some(1) && text.contains("FAIL  network: HTTPS_PROXY must be the address of a proxy"), "{text}");
}

/// A dialer with these variables and no settings.
fn dialer(variables: &[(&str, &str)]) -> Dialer {
    let config = Config::load(None, &Env::default()).unwrap();
    Dialer::new(&Env::of(variables), &config).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mail_goes_through_the_proxy_or_the_proxy_is_named() {
    for tls in [Tls::StartTls, Tls::Immediate, Tls::None] {
        let Some(proxy) = Proxy::tinyproxy(LOGIN, &["mail.test"]) else { return };
        let Some(server) = Server::start(tls, "own", &["take"]) else { return };
        let address = format!("http://cmad:s3cret@127.0.0.1:{}", proxy.port);
        let settings = Smtp { host: "mail.test".into(), ..server.settings() };
        let through = dialer(&[("HTTPS_PROXY", &address)]);
        mail::probe(&settings, &through).await.unwrap_or_else(|error| panic!("{tls:?}: {error}"));
        let mailer = mail::mailer(Settings::Smtp(Box::new(settings.clone())), &through).unwrap();
        mailer.send(&crate::smtp::usual()).await.unwrap();
        assert_eq!(server.mails().len(), 1, "{tls:?}");
        let direct = mail::probe(&settings, &dialer(&[])).await.unwrap_err().to_string();
        assert!(direct.contains("the name mail.test cannot be resolved"), "{direct}");
        // As many proxies are set up: nothing but HTTPS.
        let strict = Proxy::tinyproxy("ConnectPort 443", &["mail.test"]).unwrap();
        let address = format!("http://127.0.0.1:{}", strict.port);
        let refused = mail::probe(&settings, &dialer(&[("HTTPS_PROXY", &address)])).await.unwrap_err().to_string();
        for part in [&address, "(HTTPS_PROXY)", "does not lead to mail.test:", "it answers \"403", "NO_PROXY"] {
            assert!(refused.contains(part), "{part}: {refused}");
        }
    }
}

#[tokio::test]
async fn a_socks_proxy_says_what_it_cannot_reach() {
    let Some(proxy) = Proxy::microsocks(("cmad", "s3cret"), &["discord.test"]) else { return };
    let through = |scheme: &str| dialer(&[("ALL_PROXY", &format!("{scheme}://cmad:s3cret@127.0.0.1:{}", proxy.port))]);
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let tried = through("socks5h").connect(&Place::new("discord.test", closed), Security::Plain).await;
    let error = tried.expect_err("nothing listens there").to_string();
    assert!(error.contains("it answers \"connection refused\" (5)"), "{error}");
    // Without the h, names are resolved here, and a dead address is not the last word.
    let (listener, closed_too) = (std::net::TcpListener::bind("127.0.0.1:0").unwrap(), "127.0.0.2");
    let open = listener.local_addr().unwrap();
    let both = Always(vec![std::net::SocketAddr::new(closed_too.parse().unwrap(), open.port()), open]);
    let through_both = through("socks5").resolving(std::sync::Arc::new(both));
    through_both.connect(&Place::new("discord.test", open.port()), Security::Plain).await.unwrap();
    let tried = through("socks5").connect(&Place::new("discord.test", closed), Security::Plain).await;
    let error = tried.expect_err("the name is not known here").to_string();
    assert!(error.contains("the name discord.test cannot be resolved"), "{error}");
}

//! TLS with a real PostgreSQL, and certificates as people make them with openssl.

use std::path::Path;
use std::process::Command;
use std::sync::{Arc, OnceLock};

use cmad::ports::clock::System;
use cmad::store::Store;
use cmad::store::sealing::Codec;
use secrecy::{ExposeSecret as _, SecretString};

use crate::databases::{Server, as_whom};
use crate::program::{cmad, said};

/// The key of each database here: it is opened several times.
static KEY: OnceLock<SecretString> = OnceLock::new();

/// Runs these lines in a folder. The first that fails ends the test with what it said.
fn shell(folder: &Path, lines: &str) {
    let output = Command::new("sh").args(["-ec", lines]).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{lines}: {}", String::from_utf8_lossy(&output.stderr));
}

/// PostgreSQL with the certificate that these lines make (`server.crt`, `server.key`; `root.crt` signed it), and its port.
fn with_certificate(lines: &str) -> Option<(Server, u16)> {
    // A port that was free a moment ago: the server takes no other way to say which one it got.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = ["ssl=on", "ssl_cert_file=../server.crt", "ssl_key_file=../server.key"];
    let server = Server::at_port(port, &settings, |home| {
        shell(home, lines);
        shell(home, "chmod 600 server.key");
        if let Some((uid, gid)) = as_whom() {
            std::os::unix::fs::chown(home.join("server.key"), Some(uid), Some(gid)).unwrap();
        }
    })?;
    Some((server, port))
}

/// What opening the database says with this way of checking; `Ok` if it opens.
async fn open(server: &Server, port: u16, host: &str, mode: &str) -> Result<(), String> {
    let root = server.home().join("root.crt");
    let url = format!("postgres://cmad@{host}:{port}/postgres?{mode}&sslrootcert={}", root.display());
    let codec = Codec::new(KEY.get_or_init(|| Codec::fresh_key(&System)), Arc::new(System)).unwrap();
    match Store::open(&url, codec).await {
        Ok(store) => {
            store.close().await;
            Ok(())
        }
        Err(error) => Err(error.to_string()),
    }
}

/// What this server answers to each way of checking, from `prefer` (without an authority) to `verify-full`.
async fn answers(lines: &str, verify_ca: Option<&str>, verify_full: Option<&str>) {
    let Some((server, port)) = with_certificate(lines) else { return };
    let check = |mode: &str, answer: Result<(), String>, refused: Option<&str>| match (answer, refused) {
        (Ok(()), None) => {}
        (Err(told), Some(says)) if told.contains(says) => {}
        (answer, _) => panic!("{mode}: {answer:?} instead of {refused:?}, with {lines}"),
    };
    check("prefer", open(&server, port, "localhost", "sslmode=prefer").await, None);
    check("verify-ca", open(&server, port, "localhost", "sslmode=verify-ca").await, verify_ca);
    check("verify-ca, another name", open(&server, port, "127.0.0.1", "sslmode=verify-ca").await, verify_ca);
    check("verify-full", open(&server, port, "localhost", "sslmode=verify-full").await, verify_full);
    if verify_full.is_none() {
        let other = open(&server, port, "127.0.0.1", "sslmode=verify-full").await;
        check("verify-full, another name", other, Some("is not for 127.0.0.1"));
    }
    let stranger = server.home().join("root.crt");
    shell(server.home(), &format!("{SELF_SIGNED} -subj /CN=other -keyout other.key -out {}", stranger.display()));
    let unknown = open(&server, port, "localhost", "sslmode=verify-ca").await;
    if verify_ca.is_none() {
        let told = unknown.expect_err("another authority did not sign it");
        assert!(told.contains("TLS failed"), "{told}");
    }
}

const SELF_SIGNED: &str = "openssl req -x509 -newkey rsa:2048 -nodes -days 30";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_self_signed_certificate_is_its_own_authority() {
    let lines = format!(
        "{SELF_SIGNED} -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout server.key -out server.crt
         cp server.crt root.crt"
    );
    answers(&lines, None, None).await;
    // As PostgreSQL's own documentation makes one: its name is only a common name.
    let lines = format!("{SELF_SIGNED} -subj /CN=localhost -keyout server.key -out server.crt; cp server.crt root.crt");
    answers(&lines, None, Some("-addext \"subjectAltName=DNS:localhost\"")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_of_an_authority_is_checked_and_an_old_one_refused_with_the_command_for_a_new_one() {
    let signed = |extensions: &str| {
        format!(
            "{SELF_SIGNED} -subj /CN=authority -keyout root.key -out root.crt
             openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr
             printf 'subjectAltName=DNS:localhost' > san
             openssl x509 -req -in server.csr -CA root.crt -CAkey root.key -CAcreateserial -days 30 {extensions} -out server.crt"
        )
    };
    answers(&signed("-extfile san"), None, None).await;
    // Without extensions openssl 3.0 makes version 1, and so do the lines of PostgreSQL's documentation.
    let version_1 = signed("");
    let is_version_1 = "openssl x509 -in server.crt -noout -text | grep -q 'Version: 1 '";
    let says = "openssl x509 -req -in server.csr";
    answers(&format!("{version_1}\n{is_version_1}"), Some(says), Some(says)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_authority_of_the_settings_and_of_the_environment_counts_for_the_database_too() {
    let lines = format!(
        "{SELF_SIGNED} -subj /CN=authority -keyout root.key -out root.crt
         openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr
         printf 'subjectAltName=DNS:localhost' > san
         openssl x509 -req -in server.csr -CA root.crt -CAkey root.key -CAcreateserial -days 30 -extfile san -out server.crt
         {SELF_SIGNED} -subj /CN=stranger -keyout stranger.key -out stranger.crt
         printf '[tls]\\nca_file = \"%s\"\\n' \"$PWD/root.crt\" > cmad.toml"
    );
    let Some((server, port)) = with_certificate(&lines) else { return };
    let file = |name: &str| server.home().join(name).display().to_string();
    let key = Codec::fresh_key(&System);
    let migrate = async |url: &str, variables: &[(&str, &str)]| {
        let all = [&[("DATABASE_URL", url), ("CMAD_KEY", key.expose_secret())], variables].concat();
        let mut command = cmad(server.home(), &all, &["migrate"]);
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    };
    let url = format!("postgres://cmad@localhost:{port}/postgres?sslmode=verify-full");
    let (root, stranger, settings) = (file("root.crt"), file("stranger.crt"), file("cmad.toml"));
    for trusted in [("CMAD_TLS__CA_FILE", &root), ("SSL_CERT_FILE", &root), ("CMAD_CONFIG", &settings)] {
        let output = migrate(&url, &[(trusted.0, trusted.1)]).await;
        assert!(output.status.success(), "{trusted:?}: {}", said(&output));
    }
    let refused: [&[(&str, &str)]; 3] = [&[], &[("CMAD_TLS__CA_FILE", &stranger)], &[("SSL_CERT_FILE", &stranger)]];
    for untrusted in refused {
        let output = migrate(&url, untrusted).await;
        let is_told = said(&output).contains("name that authority's file in sslrootcert or tls.ca_file");
        assert!(output.status.code() == Some(1) && is_told, "{untrusted:?}: {}", said(&output));
    }
    // As for psql: who names an authority in the address trusts that one alone.
    let output = migrate(&format!("{url}&sslrootcert={stranger}"), &[("CMAD_TLS__CA_FILE", &root)]).await;
    assert!(output.status.code() == Some(1) && said(&output).contains("is not trusted"), "{}", said(&output));
}

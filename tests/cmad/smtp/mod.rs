//! Mail over sockets to a real mail server (aiosmtpd, with a certificate made by the test), read back by an independent
//! MIME parser.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use cmad::mail::{self, Login, Settings, Smtp, Tls};
use cmad::net::Dialer;
use cmad::ports::{Mail, MailError, NoMore};
use cmad::text::Lang;
use domain::digest::{Audience, Digest, Numbers, Quote};
use domain::mail::Address;
use domain::send::{Mark, SendKey};
use mail_parser::{MessageParser, MimeHeaders as _};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{cmad, said};

const PASSWORD: &str = "p:w/%@é";

/// A Python with aiosmtpd. `None` without one, which is printed once; with CMAD_TEST_MAIL set, as in CI, that fails
/// instead.
pub fn python() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/mail-server/bin/python");
    let given = std::env::var_os("CMAD_TEST_PYTHON").map(PathBuf::from);
    let found = given.into_iter().chain([own, "python3".into()]).find(|python| {
        let asked = Command::new(python).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    });
    if found.is_none() {
        assert!(std::env::var_os("CMAD_TEST_MAIL").is_none(), "CMAD_TEST_MAIL is set, and no Python has aiosmtpd");
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| {
            let says = "NOT TESTED against a mail server: no Python with aiosmtpd (.ci/run installs it)\n";
            // Not `eprintln!`, which the test harness captures: the reader must see that this was not tested.
            let _unseen = std::io::stderr().write_all(says.as_bytes());
        });
    }
    found
}

/// A self-signed certificate for `mail.test` and this machine, and one that is not trusted.
pub struct Certificates {
    folder: TempDir,
}

impl Certificates {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        for (name, host) in [("own", "127.0.0.1"), ("other", "127.0.0.1"), ("misnamed", "elsewhere.test")] {
            let names = [host, "mail.test"].into_iter().take(if name == "own" { 2 } else { 1 });
            let made = rcgen::generate_simple_self_signed(names.map(str::to_owned).collect::<Vec<_>>()).unwrap();
            std::fs::write(folder.path().join(format!("{name}.pem")), made.cert.pem()).unwrap();
            std::fs::write(folder.path().join(format!("{name}.key")), made.signing_key.serialize_pem()).unwrap();
        }
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// A mail server in a process of its own, which ends when this is dropped.
pub struct Server {
    process: Child,
    port: u16,
    folder: TempDir,
    certificates: Certificates,
    tls: Tls,
}

impl Server {
    /// `None` where aiosmtpd is not installed.
    pub fn start(tls: Tls, certificate: &str, tempers: &[&str]) -> Option<Self> {
        let python = python()?;
        let (folder, certificates) = (TempDir::new().unwrap(), Certificates::new());
        let kind = match tls {
            Tls::StartTls => "starttls",
            Tls::Immediate => "immediate",
            Tls::None => "none",
        };
        let login = (tls != Tls::None).then(|| json!(["cmad@example.org", PASSWORD]));
        let options = json!({
            "tls": kind, "cert": certificates.path(&format!("{certificate}.pem")),
            "key": certificates.path(&format!("{certificate}.key")), "login": login,
            "folder": folder.path(), "tempers": tempers,
        });
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmad/smtp/server.py");
        let mut process = Command::new(python)
            .arg(script)
            .arg(options.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().unwrap_or_else(|_| panic!("the mail server did not start: {line:?}"));
        Some(Self { process, port, folder, certificates, tls })
    }

    /// The bot's settings for it, with its certificate trusted and a login.
    pub fn settings(&self) -> Smtp {
        Smtp {
            host: "127.0.0.1".into(),
            port: self.port,
            tls: self.tls,
            login: (self.tls != Tls::None)
                .then(|| Login { name: "cmad@example.org".into(), password: PASSWORD.to_owned().into() }),
            from: address("cmad@example.org").into(),
            ca_file: (self.tls != Tls::None).then(|| self.certificates.path("own.pem")),
            timeout: Duration::from_secs(20),
        }
    }

    /// The mails that it accepted: the envelope, and the mail.
    pub fn mails(&self) -> Vec<(Value, Vec<u8>)> {
        let mut names: Vec<PathBuf> =
            std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.retain(|path| path.extension().is_some_and(|ending| ending == "eml"));
        names.sort();
        let read = |path: PathBuf| {
            let about = std::fs::read_to_string(path.with_extension("json")).unwrap();
            (serde_json::from_str(&about).unwrap(), std::fs::read(path).unwrap())
        };
        names.into_iter().map(read).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ended = self.process.kill();
        let _waited = self.process.wait();
    }
}

pub fn address(text: &str) -> Address {
    text.parse().unwrap()
}

fn quote(words: &str, signature: &str) -> Quote {
    Quote {
        id: None,
        words: words.into(),
        shortened: false,
        signature: Some(signature.into()),
        relation: None,
        what_for: None,
        said: "2027-01-25".parse().unwrap(),
        link: None,
        hidden: false,
        kept: None,
    }
}

fn mark() -> Mark {
    "7/2027/copy/9/0".parse::<SendKey>().unwrap().mark()
}

/// A mail about a manager, in German, with these words.
fn letter(manager: &str, words: &str, signature: &str) -> Mail {
    let one = quote(words, signature);
    let digest = Digest {
        audience: Audience::Boss,
        manager: manager.into(),
        title: None,
        team: None,
        cares: None,
        link: None,
        closes: None,
        server: "Wattenmeer".into(),
        year: 2027,
        day: "2027-01-25".parse().unwrap(),
        revision: 0,
        sentence: Some("Read the first one, please.".into()),
        testimonials: vec![one.clone()],
        numbers: Numbers { people: 1, messages: 1, first_time: 1, membership_years: Some(3), ..Numbers::default() },
        chart: None,
        what_for: Vec::new(),
        counted_only: 0,
        quotes: vec![one],
        added: Vec::new(),
    };
    let token = "1.abc-DEF_123".to_owned();
    Mail {
        mark: mark(),
        at: "2027-01-27T08:00:00Z".parse().unwrap(),
        language: "en".into(),
        to: address("rosa.diaz@example.com"),
        reply_to: Some(address("mara@example.org")),
        digest: Box::new(digest),
        files: vec![
            ("cmad-2027.html".into(), b"<p>".to_vec()),
            ("cmad-2027.txt".into(), b"text".to_vec()),
            ("cmad-2027.pdf".into(), b"%PDF-1.7 not really".to_vec()),
        ],
        no_more: NoMore {
            page: Some(format!("https://cmad.example.org/no-more/{token}")),
            token,
            one_click: true,
            operator: Some(address("ops@example.org")),
        },
        reply: None,
    }
}

async fn send(server: &Smtp, mail: &Mail) -> Result<(), MailError> {
    mail::mailer(Settings::Smtp(Box::new(server.clone())), &Dialer::direct()).unwrap().send(mail).await
}

pub fn usual() -> Mail {
    letter("Mara Lindqvist", "You answered at midnight.", "Priya")
}

#[tokio::test]
async fn starttls_and_implicit_tls_log_in_and_deliver() {
    for tls in [Tls::StartTls, Tls::Immediate] {
        let Some(server) = Server::start(tls, "own", &["take"]) else { return };
        send(&server.settings(), &usual()).await.unwrap();
        let (about, bytes) = server.mails().pop().unwrap();
        assert_eq!(about["from"], "cmad@example.org");
        assert_eq!(about["to"], json!(["rosa.diaz@example.com"]));
        assert_eq!((&about["login"], &about["hello"]), (&json!(true), &json!("example.org")));
        assert_eq!(about["tls"], json!(tls == Tls::StartTls), "aiosmtpd tells of TLS that it began itself");
        let mail = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(
            mail.subject(),
            Some("One person thanked Mara Lindqvist on Community Manager Appreciation Day 2027")
        );
        let from = mail.from().unwrap().first().unwrap();
        assert_eq!((from.name(), from.address()), (None, Some("cmad@example.org")), "no name of hers");
        assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("rosa.diaz@example.com"));
        assert_eq!(mail.reply_to().unwrap().first().unwrap().address(), Some("mara@example.org"));
        assert_eq!(mail.message_id(), Some(format!("cmad.{}@example.org", mark()).as_str()));
        assert_eq!(mail.date().unwrap().to_rfc3339(), "2027-01-27T08:00:00Z");
        assert_eq!(mail.header_raw("Auto-Submitted").unwrap().trim(), "auto-generated");
        let unsubscribe = mail.header_raw("List-Unsubscribe").unwrap().split_whitespace().collect::<String>();
        assert_eq!(
            unsubscribe,
            "<https://cmad.example.org/no-more/1.abc-DEF_123>,\
             <mailto:ops@example.org?subject=no-more%201.abc-DEF_123>"
        );
        assert_eq!(mail.header_raw("List-Unsubscribe-Post").unwrap().trim(), "List-Unsubscribe=One-Click");
        let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
        for part in [&text, &html] {
            assert!(part.contains("You answered at midnight.") && part.contains("Priya"), "{part}");
            assert!(part.contains("https://cmad.example.org/no-more/1.abc-DEF_123"), "{part}");
            assert!(part.contains("Replies go to Mara Lindqvist."), "{part}");
        }
        assert!(!text.contains('<') && html.starts_with("<!DOCTYPE html>"), "{text}");
        assert!(text.starts_with("One person thanked Mara Lindqvist"), "nothing stands above what it is about: {text}");
        let (_, begins) = html.split_once("<main").unwrap();
        let head = begins.split_once("</h1>").unwrap().0.rsplit('>').next().unwrap();
        assert!(
            head.starts_with("One person thanked Mara Lindqvist") && begins.find("<p").unwrap() > head.len(),
            "{html}"
        );
        assert_eq!(mail.attachment_count(), 1, "the page and the text are the mail itself");
        let pdf = mail.attachment(0).unwrap();
        assert_eq!((pdf.attachment_name(), pdf.contents()), (Some("cmad-2027.pdf"), b"%PDF-1.7 not really".as_slice()));
        mail::probe(&server.settings(), &Dialer::direct()).await.unwrap();
        assert_eq!(server.mails().len(), 1, "a check sends nothing");
    }
}

#[tokio::test]
async fn plain_text_is_sent_only_where_it_was_allowed() {
    let Some(server) = Server::start(Tls::None, "own", &["take"]) else { return };
    // A server without TLS gets nothing, unless the operator allows it.
    for tls in [Tls::StartTls, Tls::Immediate] {
        let strict = Smtp { tls, timeout: Duration::from_secs(2), ..server.settings() };
        assert_eq!(send(&strict, &usual()).await, Err(MailError::NotSent), "{tls:?}");
    }
    let strict = Smtp { tls: Tls::StartTls, ..server.settings() };
    assert!(mail::probe(&strict, &Dialer::direct()).await.unwrap_err().to_string().contains("offers no STARTTLS"));
    assert!(server.mails().is_empty());
    send(&server.settings(), &usual()).await.unwrap();
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn an_untrusted_certificate_or_another_name_gets_nothing() {
    for tls in [Tls::StartTls, Tls::Immediate] {
        for (certificate, ca) in [("own", None), ("own", Some("other.pem")), ("misnamed", Some("misnamed.pem"))] {
            let Some(server) = Server::start(tls, certificate, &["take"]) else { return };
            let ca_file = ca.map(|file| server.certificates.path(file));
            let settings = Smtp { ca_file, ..server.settings() };
            assert_eq!(send(&settings, &usual()).await, Err(MailError::NotSent), "{tls:?} {certificate} {ca:?}");
            let error = mail::probe(&settings, &Dialer::direct()).await.unwrap_err().to_string();
            assert!(
                error.contains("TLS with 127.0.0.1") && error.contains("failed") && error.contains("mail.ca_file"),
                "{error}"
            );
            let issuer = "issued by \"rcgen self signed cert\"";
            assert!(error.contains(issuer), "{tls:?} {certificate} {ca:?}: {error}");
            assert!(server.mails().is_empty());
        }
    }
}

#[tokio::test]
async fn a_certificate_that_is_not_trusted_is_described_alike_by_starttls_and_implicit_tls() {
    let mut told = Vec::new();
    for tls in [Tls::StartTls, Tls::Immediate] {
        let Some(server) = Server::start(tls, "own", &["take"]) else { return };
        let settings = Smtp { ca_file: None, ..server.settings() };
        let error = mail::probe(&settings, &Dialer::direct()).await.unwrap_err().to_string();
        told.push(error.replace(&server.port.to_string(), "PORT"));
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn what_is_said_before_tls_is_no_answer_afterwards() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let attacker = std::thread::spawn(move || {
        let (mut line, (socket, _)) = (String::new(), listener.accept().unwrap());
        let mut heard = BufReader::new(socket.try_clone().unwrap());
        let say = |text: &str| (&socket).write_all(text.as_bytes()).unwrap();
        say("220 here\r\n");
        heard.read_line(&mut line).unwrap();
        say("250-here\r\n250 STARTTLS\r\n");
        heard.read_line(&mut line).unwrap();
        say("220 go ahead\r\n250 here\r\n235 welcome\r\n250 taken\r\n");
        line
    });
    let server = Smtp {
        host: "127.0.0.1".into(),
        port,
        tls: Tls::StartTls,
        login: None,
        from: address("cmad@example.org").into(),
        ca_file: None,
        timeout: Duration::from_secs(20),
    };
    assert_eq!(send(&server, &usual()).await, Err(MailError::NotSent));
    assert_eq!(attacker.join().unwrap(), "EHLO example.org\r\nSTARTTLS\r\n");
}

#[tokio::test]
async fn a_refused_login_sends_nothing() {
    let Some(server) = Server::start(Tls::StartTls, "own", &["take"]) else { return };
    let login = Some(Login { name: "cmad@example.org".into(), password: "wrong".to_owned().into() });
    let settings = Smtp { login, ..server.settings() };
    assert_eq!(send(&settings, &usual()).await, Err(MailError::Refused { code: 535 }));
    let error = mail::probe(&settings, &Dialer::direct()).await.unwrap_err().to_string();
    assert!(error.contains("refuses the login (code 535)") && !error.contains("wrong"), "{error}");
    assert!(server.mails().is_empty());
}

#[tokio::test]
async fn temporary_and_permanent_refusals_differ() {
    let Some(server) = Server::start(Tls::StartTls, "own", &["later", "no", "no-such-person", "take"]) else { return };
    let settings = server.settings();
    assert_eq!(send(&settings, &usual()).await, Err(MailError::Later { code: 451 }));
    for _ in 0..2 {
        let refused = send(&settings, &usual()).await.unwrap_err();
        assert_eq!(refused, MailError::Refused { code: 550 });
        assert!(!refused.to_string().contains("example.com"), "no address gets into a log: {refused}");
    }
    assert!(server.mails().is_empty());
    send(&settings, &usual()).await.unwrap();
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn a_lost_answer_is_unknown_and_not_a_refusal() {
    let Some(server) = Server::start(Tls::StartTls, "own", &["close-after-data", "silent-after-data"]) else { return };
    assert_eq!(send(&server.settings(), &usual()).await, Err(MailError::Lost));
    let impatient = Smtp { timeout: Duration::from_secs(3), ..server.settings() };
    assert_eq!(send(&impatient, &usual()).await, Err(MailError::Lost));
    assert_eq!(server.mails().len(), 2, "both had arrived");
}

#[tokio::test]
async fn a_silent_or_missing_server_got_nothing() {
    let Some(server) = Server::start(Tls::None, "own", &["take"]) else { return };
    // It accepts connections and sends nothing, not even a greeting.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let silent =
        Smtp { port: silent.local_addr().unwrap().port(), timeout: Duration::from_millis(300), ..server.settings() };
    assert_eq!(send(&silent, &usual()).await, Err(MailError::NotSent));
    assert!(mail::probe(&silent, &Dialer::direct()).await.is_err());
    // It hangs up at once.
    let rude = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = rude.local_addr().unwrap().port();
    let hangs_up = std::thread::spawn(move || drop(rude.accept().unwrap()));
    assert_eq!(send(&Smtp { port, ..server.settings() }, &usual()).await, Err(MailError::NotSent));
    hangs_up.join().unwrap();
    // Nothing listens there.
    let missing = Smtp { port, ..server.settings() };
    assert_eq!(send(&missing, &usual()).await, Err(MailError::NotSent));
    assert!(mail::probe(&missing, &Dialer::direct()).await.unwrap_err().to_string().contains("cannot be reached"));
}

#[tokio::test]
async fn names_words_and_line_breaks_of_all_kinds_arrive_unchanged() {
    let Some(server) = Server::start(Tls::StartTls, "own", &["take"]) else { return };
    let long = "x".repeat(3000);
    let cases = [
        ("Zoë Müller-Núñez", "Danke für alles, ça m’a aidé. 💚", "Łukasz"),
        ("渡辺 健二", "ありがとうございます。いつも助かっています。", "佐藤 美咲"),
        ("נועה לוי", "תודה רבה", "شيرة"),
        ("Mara", long.as_str(), "Priya"),
        ("Mara", ".\r\n.\r\nQUIT\r\n.a dot begins this line", "Priya"),
        ("Mara\r\nBcc: all@example.com", "Hello\r\nSubject: mine\r\n\r\nbody", "Eve\r\nX-Eve: 1"),
        ("\"Mara\" <all@example.com>, x", "<script>alert(1)</script>", "=?utf-8?q?x?="),
        ("Mara\u{1b}[31m\u{0}\u{202e}", "\u{1b}[2J", "\u{7}"),
    ];
    for (number, (manager, words, signature)) in cases.into_iter().enumerate() {
        send(&server.settings(), &letter(manager, words, signature)).await.unwrap();
        let (about, bytes) = server.mails().remove(number);
        assert_eq!(about["to"], json!(["rosa.diaz@example.com"]), "{manager:?}");
        assert!(bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 998), "{manager:?}");
        let mail = MessageParser::default().parse(&bytes).unwrap();
        let names: Vec<&str> = mail.headers().iter().map(|header| header.name()).collect();
        for wrong in ["Bcc", "X-Eve"] {
            assert!(!names.contains(&wrong), "{manager:?}: {names:?}");
        }
        assert_eq!(names.iter().filter(|name| **name == "Subject").count(), 1);
        let from = mail.from().unwrap();
        assert_eq!(from.iter().count(), 1, "{manager:?}");
        let from = from.first().unwrap();
        assert_eq!(from.address(), Some("cmad@example.org"), "{manager:?}");
        assert_eq!(from.name(), None, "{manager:?}");
        let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
        assert!(!html.contains("<script"), "{html}");
        for word in words.split(['\r', '\n', ' ']).filter(|word| !word.contains(['<', '\u{1b}']) && word.len() < 80) {
            assert!(text.contains(word), "{word:?} is missing from {text}");
        }
        if words.len() == 3000 {
            assert!(text.matches('x').count() >= 3000 && html.contains(&long), "nothing is lost");
        }
        let subject = mail.subject().unwrap();
        assert!(
            subject.contains("Community Manager Appreciation Day 2027") && !subject.contains('\u{1b}'),
            "{subject:?}"
        );
    }
}

#[tokio::test]
async fn an_attached_table_says_that_its_first_row_names_the_columns() {
    let Some(server) = Server::start(Tls::StartTls, "own", &["take"]) else { return };
    let files = vec![("cmad-2027.csv".into(), b"signature,words\r\n".to_vec())];
    send(&server.settings(), &Mail { files, ..usual() }).await.unwrap();
    let (_, bytes) = server.mails().remove(0);
    let mail = MessageParser::default().parse(&bytes).unwrap();
    let kind = mail.attachment(0).unwrap().content_type().unwrap();
    assert_eq!((kind.ctype(), kind.subtype()), ("text", Some("csv")));
    assert_eq!((kind.attribute("charset"), kind.attribute("header")), (Some("utf-8"), Some("present")));
}

#[tokio::test]
async fn without_a_public_address_the_mail_names_the_operators_address() {
    let Some(server) = Server::start(Tls::StartTls, "own", &["take"]) else { return };
    let mut mail = usual();
    mail.reply_to = None;
    mail.no_more = NoMore { page: None, one_click: false, operator: None, ..mail.no_more };
    send(&server.settings(), &mail).await.unwrap();
    let (_, bytes) = server.mails().pop().unwrap();
    let read = MessageParser::default().parse(&bytes).unwrap();
    let unsubscribe = read.header_raw("List-Unsubscribe").unwrap().split_whitespace().collect::<String>();
    assert_eq!(unsubscribe, "<mailto:cmad@example.org?subject=no-more%201.abc-DEF_123>");
    assert!(read.header_raw("List-Unsubscribe-Post").is_none() && read.reply_to().is_none());
    let text = read.body_text(0).unwrap();
    assert!(text.contains("write to cmad@example.org") && text.contains("no-more 1.abc-DEF_123"), "{text}");
    assert!(text.contains("Please do not reply to this email"), "{text}");
    // The boundary depends on all words, so no one can end a part by writing the boundary.
    let boundary = |bytes: &[u8]| {
        let mail = MessageParser::default().parse(bytes).unwrap();
        mail.content_type().unwrap().attribute("boundary").unwrap().to_owned()
    };
    let other = letter("Mara Lindqvist", &format!("You answered.\n--{}", boundary(&bytes)), "Priya");
    send(&server.settings(), &other).await.unwrap();
    let other = server.mails().pop().unwrap().1;
    assert_ne!(boundary(&other), boundary(&bytes));
    assert_eq!(MessageParser::default().parse(&other).unwrap().attachment_count(), 1);
    // The same mail has the same bytes each time, unlike another one.
    send(&server.settings(), &mail).await.unwrap();
    assert_eq!(server.mails().pop().unwrap().1, bytes);
}

#[tokio::test]
async fn a_mail_in_each_language() {
    let Some(server) = Server::start(Tls::StartTls, "own", &["take"]) else { return };
    for (number, lang) in Lang::all().enumerate() {
        let mail = Mail { language: lang.tag().to_owned(), ..usual() };
        send(&server.settings(), &mail).await.unwrap();
        let bytes = server.mails().remove(number).1;
        let headers = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        assert!(bytes[..headers].is_ascii(), "{lang:?}: headers are encoded");
        let read = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(read.subject(), Some(cmad::digest::wording::headline(&mail.digest, lang).as_str()));
        let (text, html) = (read.body_text(0).unwrap(), read.body_html(0).unwrap());
        assert!(
            text.contains("https://cmad.example.org/no-more/") && text.contains("You answered at midnight."),
            "{text}"
        );
        assert!(html.contains(&format!("lang=\"{}\"", lang.tag())), "{html}");
    }
}

#[test]
fn a_check_tries_the_mail_server_and_sends_nothing() {
    let check = |environment: &[(&str, &str)], says: &[&str]| {
        let folder = TempDir::new().unwrap();
        let output = cmad(folder.path(), environment, &["check"]).output().unwrap();
        let text = said(&output);
        assert!(!text.contains("s3cret") && !text.contains(PASSWORD), "{text}");
        for part in says {
            assert!(text.contains(part), "{part} is missing from {text}");
        }
    };
    check(&[], &["note  mail: switched off, because SMTP_URL is not set"]);
    check(&[("SMTP_URL", "smtp:s3cret@x")], &["FAIL  mail: CMAD_MAIL_FROM must be"]);
    let from = ("CMAD_MAIL_FROM", "cmad@example.org");
    check(&[("SMTP_URL", "smtp://u:s3cret@x/y"), from], &["FAIL  mail: SMTP_URL must look like"]);
    check(&[("CMAD_PUBLIC_URL", "cmad.example.org")], &["FAIL  pages: CMAD_PUBLIC_URL"]);
    let Some(server) = Server::start(Tls::StartTls, "own", &["take"]) else { return };
    let url = |password: &str| format!("smtp://cmad%40example.org:{password}@127.0.0.1:{}", server.port);
    let (good, bad) = (url("p%3Aw%2F%25%40%C3%A9"), url("s3cret"));
    let authority = server.certificates.path("own.pem");
    let ca = ("CMAD_MAIL__CA_FILE", authority.to_str().unwrap());
    let says = [
        "ok    mail: 127.0.0.1 answers over TLS and accepts the login",
        "no copy goes anywhere by mail",
        "cmad no-more",
    ];
    check(&[("SMTP_URL", &good), from, ca], &says);
    let all = ("CMAD_MAIL__ALLOWED_DOMAINS", "*");
    check(&[("SMTP_URL", &bad), from, ca, all], &["FAIL  mail: 127.0.0.1 refuses the login (code 535)"]);
    check(&[("SMTP_URL", &good), from, all], &["FAIL  mail: TLS with 127.0.0.1:", "issued by"]);
    check(&[("SMTP_URL", &good), from, ("CMAD_MAIL__CA_FILE", "/nowhere.pem")], &["mail.ca_file /nowhere.pem"]);
    assert!(server.mails().is_empty());
}

#[tokio::test]
async fn an_operator_records_a_bosss_opt_out() {
    use cmad::ports::clock::System;
    use cmad::store::{Store, sealing::Codec};
    use domain::ids::{GuildId, UserId};
    let folder = TempDir::new().unwrap();
    let (guild, ada, ben) = (GuildId(7), UserId(11), UserId(12));
    let run = |words: &[&str]| {
        let arguments: Vec<&str> = ["no-more"].iter().chain(words).copied().collect();
        let output = cmad(folder.path(), &[], &arguments).output().unwrap();
        (output.status.code(), said(&output))
    };
    let open = async || {
        let key = std::fs::read_to_string(folder.path().join("data/cmad.key")).unwrap();
        let codec = Codec::new(&key.trim().to_owned().into(), std::sync::Arc::new(System)).unwrap();
        Store::open(&format!("sqlite://{}", folder.path().join("data/cmad.db").display()), codec).await.unwrap()
    };
    let (code, text) = run(&["please stop"]);
    assert!(code == Some(1) && text.contains("there is no database"), "{text}");
    assert!(cmad(folder.path(), &[], &["migrate"]).output().unwrap().status.success());
    let (code, text) = run(&["please stop"]);
    assert!(code == Some(2) && text.contains("neither a line"), "{text}");
    let (rosa, lee) = (address("rosa@example.com"), address("lee@example.com"));
    let store = open().await;
    let line = format!("no-more {}", store.no_more_token(guild, ada, &rosa).unwrap());
    store.close().await;
    for _ in 0..2 {
        assert_eq!(run(&[&line]).0, Some(0));
    }
    assert_eq!(run(&["LEE@example.com"]).0, Some(0));
    let store = open().await;
    let wants = async |manager, address| store.address_wants_no_more(guild, manager, address).await.unwrap();
    assert!(wants(ada, &rosa).await && !wants(ben, &rosa).await, "about one manager");
    assert!(wants(ada, &lee).await && wants(ben, &lee).await, "about every manager");
    store.close().await;
}

//! The client against a small server on a loopback socket, which answers what each test has written down for it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::body::to_bytes;
use axum::extract::{Request as Incoming, State};
use axum::http::StatusCode;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use serde_json::Value;

use super::*;
use crate::discord::rest::rate_limits::LONGEST_PAUSE;
use crate::discord::shapes::Each;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};

/// An answer: status, headers, body.
type Line = (u16, Vec<(&'static str, &'static str)>, &'static str);

#[derive(Default)]
struct Server {
    script: Mutex<VecDeque<Line>>,
    /// Method and address, and the body, of every request.
    seen: Mutex<Vec<(String, String)>>,
}

impl Server {
    fn seen(&self) -> Vec<String> {
        self.seen.lock().expect("no test panics here").iter().map(|(line, _)| line.clone()).collect()
    }
}

async fn answer(State(server): State<Arc<Server>>, incoming: Incoming) -> axum::response::Response {
    assert_eq!(incoming.headers()["authorization"], "Bot the-token");
    let agent = incoming.headers()["user-agent"].to_str().expect("letters");
    assert!(agent.starts_with("DiscordBot (https://"), "{agent}");
    let line = format!("{} {}", incoming.method(), incoming.uri());
    let body = to_bytes(incoming.into_body(), 1 << 20).await.expect("the client sends all of it");
    server.seen.lock().expect("no test panics here").push((line, String::from_utf8_lossy(&body).into_owned()));
    let (status, headers, body) =
        server.script.lock().expect("no test panics here").pop_front().unwrap_or((418, Vec::new(), "script is over"));
    let mut response = axum::response::Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).expect("tests name statuses that exist");
    for (name, value) in headers {
        response.headers_mut().append(name, HeaderValue::from_static(value));
    }
    response
}

fn client(base: &str) -> Rest {
    let token = SecretString::from("the-token");
    let timeout = Duration::from_millis(500);
    let options = RestOptions {
        token: &token,
        api_base: Some(base),
        requests_per_second: 1000,
        timeout,
        answer_within: timeout,
        dialer: &Dialer::direct(),
    };
    Rest::new(&options).expect("the options are right")
}

async fn serve(script: impl IntoIterator<Item = Line>) -> (Arc<Server>, Rest) {
    let server = Arc::new(Server { script: Mutex::new(script.into_iter().collect()), ..Server::default() });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let base = format!("http://{}/", listener.local_addr().expect("it listens"));
    let app = axum::Router::new().fallback(answer).with_state(Arc::clone(&server));
    tokio::spawn(async move { axum::serve(listener, app).await });
    (server, client(&base))
}

const QUICK: Patience = Patience { wait: Duration::from_secs(5), attempts: 3 };

/// Sends one request to a server with this script: what comes of it, and how many requests that took.
async fn check(request: Request, script: Vec<Line>, expected: Result<u16, RestError>, requests: usize) {
    let told = format!("{script:?}");
    let (server, rest) = serve(script).await;
    let got = rest.call(request.patience(QUICK)).await.map(|answer| answer.status);
    assert_eq!(got, expected, "{told}");
    assert_eq!(server.seen().len(), requests, "{told}");
}

#[tokio::test]
async fn limits_are_waited_for_and_only_safe_requests_repeated() {
    let get = || Request::get("channels/1");
    let post = || Request::post("channels/1/messages").json(&json!({"content": "x"}));
    let limited = (429, vec![("retry-after", "1")], r#"{"retry_after": 0.01, "global": false}"#);
    let global = (429, vec![("x-ratelimit-global", "true")], r#"{"retry_after": 0.01, "global": true}"#);
    let bucket = vec![
        ("x-ratelimit-bucket", "b"),
        ("x-ratelimit-limit", "1"),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset-after", "0.02"),
    ];
    let ok = (200, Vec::new(), "{}");
    let outage = |status| RestError::Unavailable { how: Outage::Status(status) };
    check(post(), vec![limited.clone(), ok.clone()], Ok(200), 2).await;
    check(post(), vec![global, ok.clone()], Ok(200), 2).await;
    check(post(), vec![(429, bucket, r#"{"retry_after": 0.01}"#), ok.clone()], Ok(200), 2).await;
    let always = RestError::RateLimited { retry_after: Duration::from_millis(10) };
    check(post(), vec![limited.clone(), limited.clone(), limited], Err(always), 3).await;
    let long = RestError::RateLimited { retry_after: Duration::from_secs(60) };
    check(get(), vec![(429, vec![("retry-after", "60")], "{}")], Err(long), 1).await;
    let nonsense = RestError::RateLimited { retry_after: LONGEST_PAUSE };
    check(get(), vec![(429, Vec::new(), r#"{"retry_after": 1e300}"#), ok.clone()], Ok(200), 2).await;
    check(get(), vec![(429, Vec::new(), r#"{"retry_after": 1e9}"#)], Err(nonsense), 1).await;
    check(get(), vec![(502, Vec::new(), ""), ok.clone()], Ok(200), 2).await;
    check(post(), vec![(502, Vec::new(), ""), ok.clone()], Err(outage(502)), 1).await;
    let blocked = (403, Vec::new(), r#"{"code":40333}"#);
    let passing = RestError::Passing { status: 403, code: 40_333 };
    check(get(), vec![blocked.clone(), ok.clone()], Ok(200), 2).await;
    check(post(), vec![blocked.clone(), ok.clone()], Err(passing), 1).await;
    check(Request::post("interactions/1/t/callback"), vec![blocked, ok.clone()], Ok(200), 2).await;
    check(get(), vec![(501, Vec::new(), ""), ok.clone()], Err(outage(501)), 1).await;
    check(get(), vec![(404, Vec::new(), r#"{"code":10003}"#), ok.clone()], Err(RestError::Gone { code: 10003 }), 1)
        .await;
    let moved = (302, vec![("location", "/elsewhere")], "");
    let rejected = RestError::Rejected { status: 302, code: 0, message: "no details given".to_owned() };
    check(get(), vec![moved, ok], Err(rejected), 1).await;
}

#[tokio::test]
async fn an_answer_to_an_interaction_waits_for_no_budget() {
    let blocked = vec![
        ("x-ratelimit-bucket", "b"),
        ("x-ratelimit-limit", "1"),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset-after", "3600"),
    ];
    let (server, rest) = serve([(200, blocked, "{}"), (204, Vec::new(), ""), (200, Vec::new(), r#"{"id":"7"}"#)]).await;
    rest.call(Request::get("users/@me")).await.expect("the first is free");
    let short = Patience { wait: Duration::from_millis(50), attempts: 1 };
    let limited = rest.call(Request::get("users/@me").patience(short)).await.expect_err("the route is used up");
    assert!(
        matches!(limited, RestError::RateLimited { retry_after } if retry_after > Duration::from_secs(3000)),
        "{limited}"
    );
    rest.answer_interaction(5, "tok/../x", &json!({"type": 1}), Vec::new()).await.expect("it takes no permit");
    rest.edit_answer(6, "tok", &json!({}), Vec::new()).await.expect("it takes none either");
    assert_eq!(
        server.seen()[1..],
        ["POST /api/v10/interactions/5/tok/x/callback", "PATCH /api/v10/webhooks/6/tok/messages/@original"]
    );
}

#[tokio::test]
async fn a_broken_connection_may_have_done_it_and_a_refused_one_has_not() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let rest = client(&format!("http://{}", listener.local_addr().expect("it listens")));
    let post = || Request::post("channels/1/messages").patience(Patience { wait: Duration::from_secs(5), attempts: 2 });
    let accept_and_drop = async {
        let (mut stream, _) = listener.accept().await.expect("the client connects");
        let mut some = [0; 16];
        tokio::io::AsyncReadExt::read_exact(&mut stream, &mut some).await.expect("the client writes");
    };
    let (broken, ()) = tokio::join!(rest.call(post()), accept_and_drop);
    let broken = broken.expect_err("no answer came");
    assert!(matches!(broken, RestError::Unavailable { how: Outage::Dropped { .. } }), "{broken}");
    let silent = rest.call(post()).await.expect_err("no server accepts the connection");
    assert_eq!(silent, RestError::Unavailable { how: Outage::TimedOut });
    drop(listener);
    let refused = rest.call(post()).await.expect_err("nothing listens on the port");
    let says = matches!(&refused, RestError::NotSent { why } if why.contains("127.0.0.1 refuses the connection"));
    assert!(says, "{refused}");
}

#[tokio::test]
async fn files_go_beside_the_json() {
    let (server, rest) = serve([(200, Vec::new(), r#"{"id":"9"}"#)]).await;
    let files = vec![("digest.pdf".to_owned(), b"%PDF".to_vec()), ("digest.eml".to_owned(), b"X-Unsent: 1".to_vec())];
    let request = Request::post("channels/3/messages").json_and_files(&json!({"content": "here"}), files);
    rest.call(request).await.expect("as described");
    let seen = server.seen.lock().expect("no test panics here");
    assert_eq!(seen[0].0, "POST /api/v10/channels/3/messages");
    for part in [
        r#"name="payload_json""#,
        r#"{"content":"here"}"#,
        r#"name="files[0]"; filename="digest.pdf""#,
        "%PDF",
        r#"name="files[1]"; filename="digest.eml""#,
    ] {
        assert!(seen[0].1.contains(part), "{part} in {}", seen[0].1);
    }
}

#[tokio::test]
async fn the_routes_are_those_of_discord() {
    let message = r#"{"id":"9"}"#;
    let (server, rest) = serve([
        (
            200,
            Vec::new(),
            r#"{"url":"wss://x","shards":1,"session_start_limit":
            {"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":1}}"#,
        ),
        (200, Vec::new(), r#"{"id":"5","name":"cmad","flags":278528}"#),
        (200, Vec::new(), r#"{"id":"5","username":"cmad"}"#),
        (200, Vec::new(), message),
        (204, Vec::new(), ""),
        (200, Vec::new(), "[]"),
        (202, Vec::new(), r#"{"retry_after":0}"#),
        (200, Vec::new(), r#"{"messages":[]}"#),
        (200, Vec::new(), "<p>private words"),
    ])
    .await;
    assert_eq!(rest.gateway_bot().await.expect("as described").session_start_limit.remaining, 999);
    let application = rest.application().await.expect("as described");
    assert!(application.may_list_members() && application.may_read_content(), "{application:?}");
    assert_eq!(rest.current_user().await.expect("as described").id, UserId(5));
    assert_eq!(rest.open_dm(UserId(8)).await, Ok(ChannelId(9)));
    rest.react(ChannelId(1), MessageId(2), "❤/?").await.expect("as described");
    let none: Each<Value> = rest.messages(ChannelId(1), Side::After(MessageId(2)), 50).await.expect("as described");
    assert!(none.is_empty());
    let wanted = [("content", "#CMAD & more".to_owned()), ("mentions", "1".to_owned()), ("mentions", "2".to_owned())];
    assert!(matches!(rest.search_messages(GuildId(4), &wanted).await, Ok(Search::Indexing { .. })));
    assert!(matches!(rest.search_messages(GuildId(4), &[]).await, Ok(Search::Page(_))));
    let unreadable = rest.member(GuildId(4), UserId(8)).await.expect_err("that is no member");
    assert!(matches!(unreadable, RestError::Unreadable { .. }) && !unreadable.to_string().contains("private"));
    assert_eq!(
        server.seen(),
        [
            "GET /api/v10/gateway/bot",
            "GET /api/v10/applications/@me",
            "GET /api/v10/users/@me",
            "POST /api/v10/users/@me/channels",
            "PUT /api/v10/channels/1/messages/2/reactions/%E2%9D%A4/%3F/@me",
            "GET /api/v10/channels/1/messages?limit=50&after=2",
            "GET /api/v10/guilds/4/messages/search?content=%23CMAD+%26+more&mentions=1&mentions=2",
            "GET /api/v10/guilds/4/messages/search",
            "GET /api/v10/guilds/4/members/8",
        ]
    );
}

#[tokio::test]
async fn settings_are_checked() {
    let token = SecretString::from("a\nb");
    let timeout = Duration::from_secs(1);
    let dialer = Dialer::direct();
    let options = RestOptions {
        token: &token,
        api_base: None,
        requests_per_second: 50,
        timeout,
        answer_within: timeout,
        dialer: &dialer,
    };
    assert!(matches!(Rest::new(&options), Err(SetupError::Token)));
    let token = SecretString::from("t");
    for base in ["", "127.0.0.1:80", "ftp://x", "http://x/?a=b"] {
        let options = RestOptions { token: &token, api_base: Some(base), ..options };
        assert!(matches!(Rest::new(&options), Err(SetupError::Base)), "{base}");
    }
    let options = RestOptions { token: &token, api_base: None, ..options };
    assert_eq!(
        Rest::new(&options).expect("Discord itself").shared.wire.address(&Request::get("gateway")).as_str(),
        "https://discord.com/api/v10/gateway"
    );
}

/// A server whose connections answer one request each, and are then silent for good.
async fn serve_once_a_connection() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let base = format!("http://{}/", listener.local_addr().expect("it listens"));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let (mut read, mut chunk) = (Vec::new(), [0; 4096]);
                let is_whole = |read: &[u8]| {
                    let text = String::from_utf8_lossy(read).to_lowercase();
                    let (head, body) = text.split_once("\r\n\r\n")?;
                    let length = head.split_once("content-length: ")?.1.lines().next()?.parse().ok()?;
                    (body.len() >= length).then_some(())
                };
                while is_whole(&read).is_none() {
                    match stream.read(&mut chunk).await {
                        Ok(length @ 1..) => read.extend(&chunk[..length]),
                        _ => return,
                    }
                }
                let _answered = stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await;
                while stream.read(&mut chunk).await.is_ok_and(|length| length > 0) {}
            });
        }
    });
    base
}

#[tokio::test]
async fn an_answer_with_or_without_files_does_not_wait_for_a_silent_connection() {
    let base = serve_once_a_connection().await;
    let token = SecretString::from("the-token");
    let rest = Rest::new(&RestOptions {
        token: &token,
        api_base: Some(&base),
        requests_per_second: 1000,
        // Only what is limited by itself ends within this test.
        timeout: Duration::from_secs(3600),
        answer_within: Duration::from_millis(200),
        dialer: &Dialer::direct(),
    })
    .expect("the options are right");
    let answer = json!({"type": 4});
    for size in [None, Some(500), Some(20_000), None] {
        let files = size.map(|size| ("day.ics".to_owned(), vec![b'a'; size])).into_iter().collect();
        let answered = rest.answer_interaction(1, "a-token", &answer, files);
        let answered = timeout(Duration::from_secs(60), answered).await;
        answered.expect("it does not wait for the silent connection").expect("the second attempt arrives");
    }
}

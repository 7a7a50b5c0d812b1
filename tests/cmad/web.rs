//! The pages that the bot serves, over a real socket.

use std::net::SocketAddr;
use std::sync::Arc;

use cmad::mail::Memory;
use cmad::rehearse::stage::StageMail;
use mail_parser::MessageParser;

use crate::mail::{BOSS, DIGEST, boss_set, copy, town_with};
use crate::smtp::address;
use crate::town::Town;

/// Requests a page: status, headers and text.
pub async fn get(addr: SocketAddr, path: &str, language: &str) -> (u16, reqwest::header::HeaderMap, String) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.get(format!("http://{addr}{path}")).header("accept-language", language);
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.headers().clone(), response.text().await.unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_page_is_answered_with_a_sentence() {
    let mut town = Town::at("2027-01-05 12:00 Europe/Berlin").await;
    assert_eq!(town.stage.bot().http(), None, "nothing is served without an address");
    town.stage.stop().await.unwrap();
    town.stage.serve_pages();
    town.stage.start().await.unwrap();
    let addr = town.stage.bot().http().unwrap();
    for path in ["/", "/nowhere", "/%00", "/../../etc/passwd"] {
        let (status, headers, text) = get(addr, path, "en").await;
        assert_eq!(status, 404, "{path}");
        assert!(text.contains("<h1>There is nothing here</h1>"), "{text}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert_eq!(headers["cache-control"], "no-store");
    }
    town.ends_well().await;
}

/// A reverse proxy at `https://example.org/cmad/` passes the path on as it is (`proxy_pass http://cmad;`) or without its
/// own part (`proxy_pass http://cmad/;`).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_public_address_with_a_path_works_behind_a_proxy_that_keeps_it_and_one_that_does_not() {
    let memory = Arc::new(Memory::new(address("cmad@example.org")));
    let mut town = town_with(StageMail::Memory(Arc::clone(&memory)), "https://example.org/cmad/").await;
    let (ada, lee, mia) = (town.ada.clone(), town.lee.clone(), town.mia.clone());
    town.thank(&lee, &ada, "You never gave up on us.", &[("consent", "public")]).await;
    town.thank(&mia, &ada, "Thank you for the maps.", &[("consent", "public")]).await;
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    copy(&mut town, &ada).await;
    let sent = memory.sent().pop().expect("the copy was sent");
    let mail = MessageParser::default().parse(&sent).unwrap();
    let text = mail.body_text(0).unwrap();
    let links: Vec<&str> = text.lines().filter(|line| line.starts_with("https://")).collect();
    let [reply, link] = links[..] else { panic!("a link for a reply, and one to unsubscribe: {links:?}") };
    let kept = link.strip_prefix("https://example.org").unwrap();
    let stripped = kept.strip_prefix("/cmad").expect("links have the path");
    assert!(stripped.starts_with("/no-more/"), "{link}");
    let one_click = mail.header_raw("List-Unsubscribe").unwrap().replace(['\r', '\n', ' '], "");
    assert!(one_click.contains(&format!("<{link}>")), "{one_click}");

    let addr = town.stage.bot().http().unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    for path in [kept, stripped] {
        let (status, headers, text) = get(addr, path, "en").await;
        assert!(status == 200 && text.contains("<form"), "{path}: {text}");
        // The form goes to the page's own address, whatever the proxy calls it.
        assert!(!text.contains("action="), "{text}");
        assert!(headers["content-security-policy"].to_str().unwrap().contains("form-action 'self'"));
        let (status, _, text) = get(addr, &path.replace("no-more/", "no-more/x"), "en").await;
        assert!(status == 404 && text.contains("There is nothing here"), "{text}");
    }
    let reply = reply.strip_prefix("https://example.org/cmad").unwrap();
    for path in [format!("/cmad{reply}"), reply.to_owned()] {
        let (status, _, text) = get(addr, &path, "en").await;
        assert!(status == 200 && text.contains("<textarea") && !text.contains("action="), "{path}: {text}");
    }
    for path in ["/cmad", "/cmad/", "/cmad/metrics", "/cmad/healthz", "/cmad/cmad/no-more/x", "/other/no-more/x"] {
        assert_eq!(get(addr, path, "en").await.0, 404, "{path}");
    }
    let posted =
        client.post(format!("http://{addr}{kept}")).header("host", "example.org").body("List-Unsubscribe=One-Click");
    assert_eq!(posted.send().await.unwrap().status(), 200);
    assert!(get(addr, stripped, "en").await.2.contains("role=\"status\""), "it was said, by either way");
    town.ends_well().await;
}

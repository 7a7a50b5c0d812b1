//! The pages that the bot serves, over a real socket.

use std::net::SocketAddr;

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

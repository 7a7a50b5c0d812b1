//! What the environment says of where the bot is found, and who runs it.

use std::net::SocketAddr;

use anyhow::Context as _;
use url::Url;

use crate::config::Env;
use crate::discord::context::About;
use domain::mail::PublicUrl;

/// Where the pages are served, and where the metrics, if anywhere.
pub(super) fn addresses(env: &Env) -> anyhow::Result<(Option<SocketAddr>, Option<SocketAddr>)> {
    let (http, metrics) = (http_addr(env)?, addr(env, METRICS_ADDR)?);
    // Port 0 is another one each time.
    let is_same = http.zip(metrics).is_some_and(|(http, metrics)| http == metrics && http.port() != 0);
    anyhow::ensure!(!is_same, "{METRICS_ADDR} and {HTTP_ADDR} are the same: metrics need an address of their own");
    Ok((http, metrics))
}

/// Where the pages are served, if anywhere.
pub(super) fn http_addr(env: &Env) -> anyhow::Result<Option<SocketAddr>> {
    addr(env, HTTP_ADDR)
}

pub(super) const HTTP_ADDR: &str = "CMAD_HTTP_ADDR";
pub(super) const METRICS_ADDR: &str = "CMAD_METRICS_ADDR";

fn addr(env: &Env, variable: &str) -> anyhow::Result<Option<SocketAddr>> {
    // What was given is not repeated: it may be a URL with a password.
    let parse = |text: &str| {
        text.parse().ok().with_context(|| format!("{variable} is not an address with a port, such as 127.0.0.1:8080"))
    };
    env.get(variable).map(parse).transpose()
}

/// What people learn about who runs the bot.
pub(super) fn about(env: &Env) -> anyhow::Result<About> {
    let privacy_url = match (env.get("CMAD_PRIVACY_URL"), env!("CARGO_PKG_REPOSITORY")) {
        (Some(given), _) => {
            let fits = |url: &Url| {
                matches!(url.scheme(), "https" | "http") && url.username().is_empty() && url.password().is_none()
            };
            let url = Url::parse(given).ok().filter(fits).map(String::from);
            let url = url.filter(|url| url.len() <= 400 && !url.contains(['<', '>', '(', ')']));
            Some(url.context(
                "CMAD_PRIVACY_URL must be an address such as https://example.org/privacy, without a password",
            )?)
        }
        (None, "") => None,
        (None, repository) => Some(format!("{repository}/blob/main/docs/privacy.md")),
    };
    let contact = env.get("CMAD_CONTACT").map(str::to_owned);
    let fits = |contact: &String| contact.chars().count() <= 200 && !contact.contains(char::is_control);
    anyhow::ensure!(contact.as_ref().is_none_or(fits), "CMAD_CONTACT must be one line of 200 characters at most");
    Ok(About { privacy_url, contact })
}

/// Where the pages are found from outside, if anywhere.
pub(super) fn public_url(env: &Env) -> anyhow::Result<Option<PublicUrl>> {
    // What was given is not repeated: a password may stand in it.
    env.get("CMAD_PUBLIC_URL").map(|text| text.parse().context("CMAD_PUBLIC_URL")).transpose()
}

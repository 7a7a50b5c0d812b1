//! Proxies, as curl reads them from the environment: `https_proxy` for what is encrypted and for mail, `http_proxy` for the
//! rest, `all_proxy` for both, `no_proxy` for exceptions; in upper case, too. To this machine itself no proxy leads.

use std::fmt;

use hyper::Uri;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::config::Env;
use crate::net::error::{Failure, SetupError};
use crate::net::{Place, Security, Stream};

/// The most bytes of a proxy's answer to CONNECT.
const HEAD_BYTES: usize = 8192;

/// Which proxy leads where.
#[derive(Default)]
pub(super) struct Proxies {
    encrypted: Option<Proxy>,
    plain: Option<Proxy>,
    /// Only asked for exceptions.
    exceptions: Option<Matcher>,
}

impl Proxies {
    /// Those of the environment.
    pub(super) fn new(env: &Env) -> Result<Self, SetupError> {
        // curl does not read HTTP_PROXY in upper case: a web server may set that variable for a visitor's header.
        let encrypted = Proxy::of(env, &["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])?;
        let plain = Proxy::of(env, &["http_proxy", "all_proxy", "ALL_PROXY"])?;
        let no_proxy = env.get("no_proxy").or_else(|| env.get("NO_PROXY")).unwrap_or_default().to_owned();
        let exceptions = Matcher::builder().all("http://proxy.invalid").no(no_proxy).build();
        Ok(Self { encrypted, plain, exceptions: Some(exceptions) })
    }

    /// The proxy that leads to a place.
    pub(super) fn to(&self, place: &Place, security: Security) -> Option<&Proxy> {
        let proxy = match security {
            Security::Plain => self.plain.as_ref()?,
            Security::Tls | Security::Mail => self.encrypted.as_ref()?,
        };
        let is_exception = |matcher: &Matcher| {
            let uri = format!("https://{place}/").parse::<Uri>();
            uri.is_ok_and(|uri| matcher.intercept(&uri).is_none())
        };
        (!place.is_here() && !self.exceptions.as_ref().is_some_and(is_exception)).then_some(proxy)
    }
}

/// What a proxy speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Speaks {
    /// CONNECT, over TCP or over TLS.
    Http { encrypted: bool },
    /// SOCKS5; the proxy resolves names (`socks5h`), or we do (`socks5`).
    Socks { resolves: bool },
}

/// A proxy.
pub(super) struct Proxy {
    variable: &'static str,
    place: Place,
    speaks: Speaks,
    intercept: Intercept,
}

impl Proxy {
    /// The proxy that the first of these variables that is set names.
    fn of(env: &Env, variables: &[&'static str]) -> Result<Option<Self>, SetupError> {
        let Some((variable, value)) = variables.iter().find_map(|variable| Some((*variable, env.get(variable)?)))
        else {
            return Ok(None);
        };
        let wrong = SetupError::Proxy { variable };
        let every = Uri::from_static("https://discord.invalid");
        let Some(intercept) = Matcher::builder().all(value.trim().to_owned()).build().intercept(&every) else {
            return Err(wrong);
        };
        let uri = intercept.uri();
        let (speaks, usual) = match uri.scheme_str() {
            Some("http") => (Speaks::Http { encrypted: false }, 1080),
            Some("https") => (Speaks::Http { encrypted: true }, 443),
            Some("socks5") => (Speaks::Socks { resolves: false }, 1080),
            Some("socks5h") => (Speaks::Socks { resolves: true }, 1080),
            _ => return Err(wrong),
        };
        let Some(host) = uri.host().filter(|host| !host.is_empty()) else { return Err(wrong) };
        let place = Place::new(host, uri.port_u16().unwrap_or(usual));
        Ok(Some(Self { variable, place, speaks, intercept }))
    }

    pub(super) const fn place(&self) -> &Place {
        &self.place
    }

    /// Whether the connection to the proxy itself is encrypted.
    pub(super) const fn is_encrypted(&self) -> bool {
        matches!(self.speaks, Speaks::Http { encrypted: true })
    }

    /// Whether it is told addresses instead of names.
    pub(super) const fn wants_addresses(&self) -> bool {
        matches!(self.speaks, Speaks::Socks { resolves: false })
    }

    /// Has the proxy at the other end of the stream go on to a place.
    pub(super) async fn lead(&self, stream: &mut Stream, place: &Place) -> Result<(), Failure> {
        match self.speaks {
            Speaks::Http { .. } => self.connect(stream, place).await,
            Speaks::Socks { .. } => socks(stream, place, self.intercept.raw_auth()).await,
        }
    }

    /// CONNECT (<https://www.rfc-editor.org/rfc/rfc9110#name-connect>).
    async fn connect(&self, stream: &mut Stream, place: &Place) -> Result<(), Failure> {
        let login = match self.intercept.basic_auth().and_then(|login| login.to_str().ok()) {
            Some(login) => format!("Proxy-Authorization: {login}\r\n"),
            None => String::new(),
        };
        let agent = crate::net::USER_AGENT;
        let asked = format!("CONNECT {place} HTTP/1.1\r\nHost: {place}\r\nUser-Agent: {agent}\r\n{login}\r\n");
        stream.write_all(asked.as_bytes()).await?;
        stream.flush().await?;
        let mut head = Vec::new();
        // Byte by byte, because what follows the head belongs to the place.
        while !head.ends_with(b"\r\n\r\n") {
            if head.len() == HEAD_BYTES {
                return Err(Failure::NoProxy);
            }
            head.push(stream.read_u8().await?);
            if head.len() == 5 && head != b"HTTP/" {
                return Err(Failure::NoProxy);
            }
        }
        let line = String::from_utf8_lossy(&head);
        let line = line.lines().next().unwrap_or_default();
        let (_, status) = line.split_once(' ').ok_or(Failure::NoProxy)?;
        match status.get(..3) {
            Some("200") => Ok(()),
            // tinyproxy answers 401.
            Some("401" | "407") => Err(Failure::Login),
            _ => Err(Failure::Refused(format!("{status:?}"))),
        }
    }
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = self.intercept.uri().scheme_str().unwrap_or("http");
        write!(f, "{scheme}://{} ({})", self.place, self.variable)
    }
}

/// SOCKS5 (<https://www.rfc-editor.org/rfc/rfc1928>, with a login by <https://www.rfc-editor.org/rfc/rfc1929>).
async fn socks(stream: &mut Stream, place: &Place, login: Option<(&str, &str)>) -> Result<(), Failure> {
    let offered: &[u8] = if login.is_some() { &[5, 2, 0, 2] } else { &[5, 1, 0] };
    stream.write_all(offered).await?;
    let mut chosen = [0; 2];
    stream.read_exact(&mut chosen).await?;
    match (chosen, login) {
        ([5, 0], _) => {}
        ([5, 2], Some((name, password))) => {
            let mut said = vec![1];
            for text in [name, password] {
                said.push(u8::try_from(text.len()).map_err(|_| Failure::Login)?);
                said.extend_from_slice(text.as_bytes());
            }
            stream.write_all(&said).await?;
            let mut answer = [0; 2];
            stream.read_exact(&mut answer).await?;
            if answer[1] != 0 {
                return Err(Failure::Login);
            }
        }
        ([5, _], _) => return Err(Failure::Login),
        _ => return Err(Failure::NoProxy),
    }
    let mut asked = vec![5, 1, 0];
    match place.host.parse() {
        Ok(std::net::IpAddr::V4(ip)) => {
            asked.push(1);
            asked.extend_from_slice(&ip.octets());
        }
        Ok(std::net::IpAddr::V6(ip)) => {
            asked.push(4);
            asked.extend_from_slice(&ip.octets());
        }
        Err(_) => {
            asked.push(3);
            asked.push(
                u8::try_from(place.host.len()).map_err(|_| Failure::Refused("nothing: the name is too long".into()))?,
            );
            asked.extend_from_slice(place.host.as_bytes());
        }
    }
    asked.extend_from_slice(&place.port.to_be_bytes());
    stream.write_all(&asked).await?;
    let mut answer = [0; 4];
    stream.read_exact(&mut answer).await?;
    // The address that the proxy uses follows; no one needs it.
    let length = match answer {
        [5, 0, _, 1] => 4,
        [5, 0, _, 4] => 16,
        [5, 0, _, 3] => usize::from(stream.read_u8().await?),
        [5, code, _, _] if code != 0 => return Err(Failure::Refused(reply(code).to_owned())),
        _ => return Err(Failure::NoProxy),
    };
    stream.read_exact(&mut vec![0; length + 2]).await?;
    Ok(())
}

/// What a SOCKS5 proxy's code means (RFC 1928, section 6).
const fn reply(code: u8) -> &'static str {
    match code {
        1 => "\"general failure\" (1)",
        2 => "\"not allowed by its rules\" (2)",
        3 => "\"network unreachable\" (3)",
        4 => "\"host unreachable\" (4), also where it does not know the name",
        5 => "\"connection refused\" (5)",
        6 => "\"TTL expired\" (6)",
        7 => "\"command not supported\" (7)",
        8 => "\"kind of address not supported\" (8)",
        _ => "with a code that SOCKS5 does not have",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(pairs: &[(&str, &str)]) -> Proxies {
        Proxies::new(&Env::of(pairs)).unwrap()
    }

    #[test]
    fn the_environment_is_read_as_curl_reads_it() {
        let check = |pairs: &[(&str, &str)], place: (&str, u16), security: Security, expected: Option<&str>| {
            let found = proxies(pairs);
            let found = found.to(&Place::new(place.0, place.1), security).map(ToString::to_string);
            assert_eq!(found.as_deref(), expected, "{pairs:?} to {place:?}");
        };
        let discord = ("discord.com", 443);
        check(&[], discord, Security::Tls, None);
        let upper = ("HTTPS_PROXY", "http://a:3128");
        check(&[upper], discord, Security::Tls, Some("http://a:3128 (HTTPS_PROXY)"));
        check(&[upper], ("sim.example.org", 80), Security::Plain, None);
        check(&[upper], ("mail.example.org", 587), Security::Mail, Some("http://a:3128 (HTTPS_PROXY)"));
        let lower = ("https_proxy", "http://name:p%40ss@b");
        check(&[upper, lower], discord, Security::Tls, Some("http://b:1080 (https_proxy)"));
        check(&[("ALL_PROXY", "socks5h://[::1]")], discord, Security::Tls, Some("socks5h://[::1]:1080 (ALL_PROXY)"));
        check(&[("HTTP_PROXY", "http://a")], ("sim.example.org", 80), Security::Plain, None);
        check(&[("http_proxy", "a:80")], ("sim.example.org", 80), Security::Plain, Some("http://a:80 (http_proxy)"));
        for here in ["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"] {
            check(&[upper], (here, 443), Security::Tls, None);
        }
        for (no, host, expected) in [
            ("*", "discord.com", None),
            ("example.org, discord.com", "gateway.discord.com", None),
            (".discord.com", "discord.com", None),
            ("discord.com", "notdiscord.com", Some("http://a:3128 (HTTPS_PROXY)")),
            ("10.0.0.0/8", "10.1.2.3", None),
            ("10.0.0.0/8", "11.1.2.3", Some("http://a:3128 (HTTPS_PROXY)")),
            ("2001:db8::/32", "[2001:db8::1]", None),
        ] {
            check(&[upper, ("NO_PROXY", no)], (host, 443), Security::Tls, expected);
        }
        check(
            &[upper, ("NO_PROXY", "*"), ("no_proxy", "x")],
            discord,
            Security::Tls,
            Some("http://a:3128 (HTTPS_PROXY)"),
        );
    }

    #[test]
    fn an_address_that_is_none_is_refused_and_not_repeated() {
        for wrong in ["socks4://a", "ftp://u:s3cret@a", "http://", "u:s3cret@:80", "http://a b"] {
            let error = Proxies::new(&Env::of(&[("HTTPS_PROXY", wrong)])).err().map(|error| error.to_string());
            let error = error.unwrap_or_else(|| panic!("{wrong} is taken"));
            assert!(error.starts_with("HTTPS_PROXY must be") && !error.contains("s3cret"), "{error}");
        }
    }
}

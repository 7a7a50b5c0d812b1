//! The first message of a connection, and how it is refused
//! (<https://www.postgresql.org/docs/current/protocol-message-formats.html>).

use std::io;

use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

/// Version 3.0 of the protocol.
const VERSION: u32 = 196_608;
/// The most bytes of it: a PostgreSQL takes no more.
const MOST: u32 = 10_000;
/// "The client cannot establish the connection"
/// (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
pub(in crate::store) const NO_CONNECTION: &str = "08001";

/// The first message: parameters by name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Startup(Vec<(String, String)>);

impl Startup {
    /// Reads it from sqlx.
    pub(super) async fn read(from: &mut TcpStream) -> io::Result<Self> {
        let mut head = [0; 8];
        from.read_exact(&mut head).await?;
        let word = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        if word(4) != VERSION || !(9..=MOST).contains(&word(0)) {
            return Err(invalid());
        }
        let mut rest = vec![0; usize::try_from(word(0) - 8).map_err(|_| invalid())?];
        from.read_exact(&mut rest).await?;
        Self::parse(&rest).ok_or_else(invalid)
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes.strip_suffix(b"\0\0").or(bytes.strip_suffix(b"\0"))?).ok()?;
        let mut parts = text.split('\0');
        let mut parameters = Vec::new();
        while let Some(name) = parts.next().filter(|name| !name.is_empty()) {
            parameters.push((name.to_owned(), parts.next()?.to_owned()));
        }
        Some(Self(parameters))
    }

    /// The value of a parameter.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Sets a parameter.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.remove(name);
        self.0.push((name.to_owned(), value.replace('\0', "")));
    }

    /// Removes a parameter.
    pub(super) fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// The message for the server.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut rest = VERSION.to_be_bytes().to_vec();
        for (name, value) in &self.0 {
            for text in [name, value] {
                rest.extend_from_slice(text.as_bytes());
                rest.push(0);
            }
        }
        rest.push(0);
        with_length(&[], &rest)
    }
}

/// The answer that no connection could be made, in place of the server's.
pub(super) fn refusal(why: &str) -> Vec<u8> {
    let mut fields = Vec::new();
    for (kind, text) in [(b'S', "FATAL"), (b'V', "FATAL"), (b'C', NO_CONNECTION), (b'M', &why.replace('\0', " "))] {
        fields.push(kind);
        fields.extend_from_slice(text.as_bytes());
        fields.push(0);
    }
    fields.push(0);
    with_length(b"E", &fields)
}

fn with_length(kind: &[u8], rest: &[u8]) -> Vec<u8> {
    let length = u32::try_from(rest.len() + 4).unwrap_or(u32::MAX);
    [kind, &length.to_be_bytes(), rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_kept_changed_and_removed() {
        let mut first = Startup(vec![("user".into(), "cmad".into()), ("options".into(), String::new())]);
        first.set("application_name", "secret");
        first.set("extra_float_digits", "2");
        first.remove("extra_float_digits");
        first.set("application_name", "Ä\0");
        let bytes = first.bytes();
        assert_eq!(bytes[..4], u32::try_from(bytes.len()).unwrap().to_be_bytes());
        assert_eq!(Startup::parse(&bytes[8..]), Some(first));
        assert!(bytes.ends_with("application_name\0Ä\0\0".as_bytes()), "{bytes:?}");
        assert_eq!(Startup::parse(b"user"), None);
    }
}

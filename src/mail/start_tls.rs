//! STARTTLS: what is said in plain text until TLS begins. lettre can do it too, but with a TLS of its own, whose errors do not
//! name who issued a certificate; here TLS is the [`Dialer`]'s, as with `smtps://`.

use std::io;

use lettre::transport::smtp::extension::ClientId;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::net::{DialError, Dialer, Place, Stream};

/// The longest answer of a server. RFC 5321 lets a line have 512 bytes, and extensions are a few dozen lines.
const LONGEST: usize = 64 * 1024;

/// Why TLS did not begin. Nothing was sent but the bot's greeting.
pub(super) enum NoTls {
    /// The handshake failed.
    Handshake(DialError),
    /// The server refuses what was asked.
    Refused(u16),
    /// It offers no STARTTLS.
    NotOffered,
    /// What answers there is no mail server.
    NoMailServer,
    /// The connection broke.
    Broke(io::Error),
}

impl From<io::Error> for NoTls {
    fn from(error: io::Error) -> Self {
        Self::Broke(error)
    }
}

/// Greets the server and begins TLS. What comes back begins with the server's greeting once more, for which lettre waits.
pub(super) async fn begin(
    mut stream: Stream,
    place: &Place,
    hello: &ClientId,
    dialer: &Dialer,
) -> Result<Stream, NoTls> {
    expect(220, &answer(&mut stream).await?)?;
    say(&mut stream, &format!("EHLO {hello}\r\n")).await?;
    let offers = answer(&mut stream).await?;
    expect(250, &offers)?;
    // The first line is the server's name.
    let is_offered = offers.lines.iter().skip(1).any(|line| line.trim().eq_ignore_ascii_case("STARTTLS"));
    if !is_offered {
        return Err(NoTls::NotOffered);
    }
    say(&mut stream, "STARTTLS\r\n").await?;
    expect(220, &answer(&mut stream).await?)?;
    let stream = dialer.encrypt(stream, place).await.map_err(NoTls::Handshake)?;
    Ok(stream.after(b"220 ready\r\n"))
}

/// An answer of the server.
struct Answer {
    code: u16,
    /// The text of each line.
    lines: Vec<String>,
}

fn expect(code: u16, answer: &Answer) -> Result<(), NoTls> {
    if answer.code == code { Ok(()) } else { Err(NoTls::Refused(answer.code)) }
}

async fn say(stream: &mut Stream, line: &str) -> Result<(), NoTls> {
    stream.write_all(line.as_bytes()).await?;
    Ok(stream.flush().await?)
}

/// Reads one answer, byte by byte: what follows it in plain text would otherwise be taken for what was said in TLS.
async fn answer(stream: &mut Stream) -> Result<Answer, NoTls> {
    let (mut lines, mut line, mut read) = (Vec::new(), Vec::new(), 0);
    loop {
        let byte = stream.read_u8().await?;
        read += 1;
        if read > LONGEST {
            return Err(NoTls::NoMailServer);
        }
        if byte != b'\n' {
            line.push(byte);
            continue;
        }
        let (code, is_last, text) = parted(&line).ok_or(NoTls::NoMailServer)?;
        lines.push(text);
        if is_last {
            return Ok(Answer { code, lines });
        }
        line.clear();
    }
}

/// The code of a line, whether it is the last one of its answer, and its text.
fn parted(line: &[u8]) -> Option<(u16, bool, String)> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let (code, rest) = line.split_at_checked(3)?;
    let code = std::str::from_utf8(code).ok().filter(|code| code.bytes().all(|digit| digit.is_ascii_digit()))?;
    let (is_last, text) = match rest.split_first() {
        None => (true, rest),
        Some((b' ', text)) => (true, text),
        Some((b'-', text)) => (false, text),
        Some(_) => return None,
    };
    Some((code.parse().ok()?, is_last, String::from_utf8_lossy(text).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_an_answer_is_read_by_its_code() {
        let part = |line: &str| parted(line.as_bytes());
        assert_eq!(part("250-STARTTLS\r"), Some((250, false, "STARTTLS".to_owned())));
        assert_eq!(part("220 ready"), Some((220, true, "ready".to_owned())));
        assert_eq!(part("220"), Some((220, true, String::new())));
        for line in ["", "22", "HTTP/1.1 400", "+20 x", "220x", "SSH-2.0-OpenSSH"] {
            assert_eq!(part(line), None, "{line}");
        }
    }
}

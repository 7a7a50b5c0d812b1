//! Where WebSocket frames end in a server's stream (<https://www.rfc-editor.org/rfc/rfc6455#section-5.2>), without looking
//! into them.

/// The opcode of a close frame.
const CLOSE: u8 = 8;

/// Follows a server's answer: the head of its HTTP response, then its frames, which no mask covers.
#[derive(Debug, Default)]
pub(super) struct Frames {
    at: At,
    /// The beginning of a head or of a frame that is not complete.
    begun: Vec<u8>,
    closed: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum At {
    /// In the head of the response.
    #[default]
    Head,
    /// In the head of a frame, or before it.
    Frame,
    /// In the content of a frame: so many bytes are still to come.
    Content(u64),
    /// What follows is none of ours: the response was no upgrade.
    Other,
}

impl Frames {
    /// Follows the next bytes.
    pub(super) fn pass(&mut self, mut bytes: &[u8]) {
        while let Some((&first, rest)) = bytes.split_first() {
            match self.at {
                At::Other => return,
                At::Content(left) => {
                    let now = left.min(bytes.len() as u64);
                    self.at = if now == left { At::Frame } else { At::Content(left - now) };
                    bytes = &bytes[usize::try_from(now).expect("no more than there are bytes")..];
                    continue;
                }
                At::Head => {
                    self.begun.push(first);
                    if self.begun.ends_with(b"\r\n\r\n") {
                        let is_upgrade = self.begun.starts_with(b"HTTP/1.1 101");
                        self.at = if is_upgrade { At::Frame } else { At::Other };
                        self.begun.clear();
                    }
                }
                At::Frame => {
                    self.begun.push(first);
                    if let Some(length) = length(&self.begun) {
                        self.closed |= self.begun[0] & 0x0f == CLOSE;
                        self.begun.clear();
                        self.at = if length == 0 { At::Frame } else { At::Content(length) };
                    }
                }
            }
            bytes = rest;
        }
    }

    /// Whether the last frame is complete, and no other has begun.
    pub(super) fn is_between(&self) -> bool {
        self.at == At::Frame && self.begun.is_empty()
    }

    /// Whether the server has closed the connection itself, or refused it.
    pub(super) fn are_over(&self) -> bool {
        self.closed || self.at == At::Other
    }
}

/// How long the content of the frame is, once its head is complete.
fn length(head: &[u8]) -> Option<u64> {
    let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    match head.get(1)? & 0x7f {
        126 => head.get(2..4).map(number),
        127 => head.get(2..10).map(number),
        short => Some(short.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_frame_is_known_wherever_the_stream_is_cut() {
        let frames: [(u8, usize); 5] = [(0x82, 0), (0x82, 5), (0x81, 125), (0x82, 300), (0x82, 70_000)];
        let mut stream = b"HTTP/1.1 101 Switching Protocols\r\nx: y\r\n\r\n".to_vec();
        let mut ends = vec![stream.len()];
        for (first, length) in frames {
            stream.push(first);
            match length {
                0..=125 => stream.push(u8::try_from(length).unwrap()),
                126..=65_535 => {
                    stream.push(126);
                    stream.extend_from_slice(&u16::try_from(length).unwrap().to_be_bytes());
                }
                _ => {
                    stream.push(127);
                    stream.extend_from_slice(&(length as u64).to_be_bytes());
                }
            }
            stream.resize(stream.len() + length, 0x88);
            ends.push(stream.len());
        }
        for step in [1, 7, 4096] {
            let mut seen = Frames::default();
            let mut at = 0;
            for part in stream.chunks(step) {
                seen.pass(part);
                at += part.len();
                assert_eq!(seen.is_between(), ends.contains(&at), "after {at} bytes");
                assert!(!seen.are_over());
            }
            seen.pass(&[0x88, 2, 0x0f, 0xa4]);
            assert!(seen.are_over());
        }
        let mut refused = Frames::default();
        refused.pass(b"HTTP/1.1 403 Forbidden\r\n\r\n<html>");
        assert!(refused.are_over() && !refused.is_between());
    }
}

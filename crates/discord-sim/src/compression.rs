//! The gateway's transport compression: one stream for the whole connection, flushed after each message.

use std::io;

use flate2::{Compress, FlushCompress};
use zstd::stream::raw::{Encoder, InBuffer, Operation, OutBuffer};

/// A way to compress that a client can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compression {
    Zlib,
    Zstd,
}

impl Compression {
    /// By the gateway's `compress` parameter.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name {
            "zlib-stream" => Some(Self::Zlib),
            "zstd-stream" => Some(Self::Zstd),
            _ => None,
        }
    }
}

/// The compressed stream of one connection.
pub(super) enum Compressor {
    Zlib(Compress),
    Zstd(Encoder<'static>),
}

impl Compressor {
    pub(super) fn new(compression: Compression) -> Self {
        match compression {
            Compression::Zlib => Self::Zlib(Compress::new(flate2::Compression::fast(), true)),
            Compression::Zstd => Self::Zstd(Encoder::new(1).expect("level 1 exists")),
        }
    }

    /// The bytes of one message.
    pub(super) fn message(&mut self, text: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Zlib(stream) => zlib(stream, text),
            Self::Zstd(stream) => zstd(stream, text),
        }
    }
}

fn zlib(stream: &mut Compress, text: &[u8]) -> io::Result<Vec<u8>> {
    let mut all = Vec::with_capacity(text.len() / 2 + 64);
    let begin = stream.total_in();
    loop {
        let done = usize::try_from(stream.total_in() - begin).map_err(io::Error::other)?;
        stream.compress_vec(&text[done..], &mut all, FlushCompress::Sync).map_err(io::Error::other)?;
        // Room that is left over shows that everything was flushed.
        if all.len() < all.capacity() {
            return Ok(all);
        }
        all.reserve(all.len());
    }
}

fn zstd(stream: &mut Encoder<'static>, text: &[u8]) -> io::Result<Vec<u8>> {
    let mut all = Vec::with_capacity(text.len() / 2 + 32);
    let mut block = [0_u8; 16 * 1024];
    let mut input = InBuffer::around(text);
    while input.pos() < text.len() {
        let mut output = OutBuffer::around(&mut block[..]);
        stream.run(&mut input, &mut output)?;
        all.extend_from_slice(output.as_slice());
    }
    loop {
        let mut output = OutBuffer::around(&mut block[..]);
        let left = stream.flush(&mut output)?;
        all.extend_from_slice(output.as_slice());
        if left == 0 {
            return Ok(all);
        }
    }
}

#[cfg(test)]
mod tests {
    use flate2::{Decompress, FlushDecompress};

    use super::*;

    #[test]
    fn each_zlib_message_ends_with_a_flush_and_can_be_read_at_once() {
        let (mut compressor, mut reader) = (Compressor::new(Compression::Zlib), Decompress::new(true));
        // The second does not compress well, so that it needs more room than estimated.
        let noise: String =
            (0..40_000_u32).map(|n| char::from(b'a' + (n.wrapping_mul(2_654_435_761) >> 27) as u8 % 26)).collect();
        for text in ["{}", &noise, "again"] {
            let sent = compressor.message(text.as_bytes()).unwrap();
            assert!(sent.ends_with(&[0, 0, 0xFF, 0xFF]), "clients wait for this suffix");
            let mut read = Vec::with_capacity(text.len() + 64);
            reader.decompress_vec(&sent, &mut read, FlushDecompress::Sync).unwrap();
            assert_eq!(String::from_utf8(read).unwrap(), text);
        }
    }
}

//! Personal words are opened here and nowhere else: XChaCha20-Poly1305 under one key, bound to their row.
//!
//! A sealed text is `1.` and base64 of a random 24-byte nonce followed by the ciphertext. The associated data names
//! table, column and row, so that a sealed text that is moved to another row does not open.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest as _, Sha256};

use crate::ports::Entropy;

/// Seals and opens personal words.
#[derive(Clone)]
pub struct Codec {
    cipher: Arc<XChaCha20Poly1305>,
    /// The key of keyed numbers, derived from the key of words, so that neither tells of the other.
    numbers: Arc<[u8; 32]>,
    entropy: Arc<dyn Entropy>,
}

/// The version of the format that is written today.
const VERSION: &str = "1.";
const NONCE_BYTES: usize = 24;

/// A key that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("CMAD_KEY must be 32 bytes in base64 (44 characters), such as `head -c 32 /dev/urandom | base64` prints")]
pub struct BadKey;

/// Words that do not open: the key is not the one they were sealed with, or the database was tampered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("personal words do not open with this CMAD_KEY; start again with the key this database was made with")]
pub struct Sealed;

impl Codec {
    /// A codec with a key of 32 bytes in base64.
    ///
    /// # Errors
    /// The key is not 32 bytes in base64.
    pub fn new(key: &SecretString, entropy: Arc<dyn Entropy>) -> Result<Self, BadKey> {
        let text = key.expose_secret().trim().trim_end_matches('=');
        let bytes = STANDARD_NO_PAD.decode(text).map_err(|_| BadKey)?;
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| BadKey)?;
        let numbers = Arc::new(hmac_sha256(&bytes, b"cmad keyed numbers 1"));
        Ok(Self { cipher: Arc::new(XChaCha20Poly1305::new(Key::from_slice(&bytes))), numbers, entropy })
    }

    /// A fresh key, as text.
    #[must_use]
    pub fn fresh_key(entropy: &dyn Entropy) -> SecretString {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        base64::engine::general_purpose::STANDARD.encode(bytes).into()
    }

    /// Seals `words` for the place that `row` names.
    #[must_use]
    pub fn seal(&self, words: &str, row: &str) -> String {
        let mut nonce = [0; NONCE_BYTES];
        self.entropy.fill(&mut nonce);
        self.seal_with(nonce, words, row)
    }

    /// Seals so that the same words for the same place give the same text, for what leaves more than once. The nonce is
    /// made of the words and the key: other words have another one, and nobody can tell from it what they are.
    #[must_use]
    pub fn seal_alike(&self, words: &str, row: &str) -> String {
        let hash = hmac_sha256(&self.numbers, format!("nonce:{row}:{words}").as_bytes());
        let nonce = hash[..NONCE_BYTES].try_into().expect("a hash of 32 bytes has 24");
        self.seal_with(nonce, words, row)
    }

    fn seal_with(&self, nonce: [u8; NONCE_BYTES], words: &str, row: &str) -> String {
        let payload = Payload { msg: words.as_bytes(), aad: row.as_bytes() };
        let sealed = self.cipher.encrypt(XNonce::from_slice(&nonce), payload);
        let mut bytes = nonce.to_vec();
        bytes.extend(sealed.expect("only a text of 256 GiB cannot be sealed"));
        format!("{VERSION}{}", STANDARD_NO_PAD.encode(bytes))
    }

    /// What stands for `what` when it must not be kept itself: the same each time, and without the key nobody can
    /// tell what it was, nor make it. Always negative, so that it is never taken for an id of Discord's.
    #[must_use]
    pub fn keyed_number(&self, what: &str) -> i64 {
        let hash = hmac_sha256(&self.numbers, what.as_bytes());
        negative(hash[..8].try_into().expect("eight bytes are eight bytes"))
    }

    /// A number that stands for nobody: as keyed ones look, but it cannot be made again, with the key or without.
    #[must_use]
    pub fn nobodys_number(&self) -> i64 {
        let mut bytes = [0; 8];
        self.entropy.fill(&mut bytes);
        negative(bytes)
    }

    /// Opens what was sealed for the place that `row` names.
    ///
    /// # Errors
    /// The key is another one, or the text was changed or moved.
    pub fn open(&self, sealed: &str, row: &str) -> Result<String, Sealed> {
        let text = sealed.strip_prefix(VERSION).ok_or(Sealed)?;
        let bytes = STANDARD_NO_PAD.decode(text).map_err(|_| Sealed)?;
        let (nonce, ciphertext) = bytes.split_at_checked(NONCE_BYTES).ok_or(Sealed)?;
        let payload = Payload { msg: ciphertext, aad: row.as_bytes() };
        let words = self.cipher.decrypt(XNonce::from_slice(nonce), payload).map_err(|_| Sealed)?;
        String::from_utf8(words).map_err(|_| Sealed)
    }
}

fn negative(bytes: [u8; 8]) -> i64 {
    i64::from_be_bytes(bytes) | i64::MIN
}

/// HMAC-SHA-256 (RFC 2104) under a key of 32 bytes.
fn hmac_sha256(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    const BLOCK: usize = 64;
    let padded = |with: u8| -> [u8; BLOCK] { std::array::from_fn(|at| key.get(at).copied().unwrap_or(0) ^ with) };
    let inner = Sha256::new().chain_update(padded(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(padded(0x5c)).chain_update(inner).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::System;

    fn codec(key: &SecretString) -> Codec {
        Codec::new(key, Arc::new(System)).unwrap()
    }

    #[test]
    fn words_open_only_in_their_place_and_with_their_key() {
        let key = Codec::fresh_key(&System);
        let codec_of = codec(&key);
        let sealed = codec_of.seal("Danke, Ada! 💚", "thanks.said:7");
        assert!(!sealed.contains("Ada"));
        assert_ne!(sealed, codec_of.seal("Danke, Ada! 💚", "thanks.said:7"), "every sealing has its own nonce");
        assert_eq!(codec_of.open(&sealed, "thanks.said:7").unwrap(), "Danke, Ada! 💚");
        assert_eq!(codec_of.open(&sealed, "thanks.said:8"), Err(Sealed));
        assert_eq!(codec(&Codec::fresh_key(&System)).open(&sealed, "thanks.said:7"), Err(Sealed));
        let alike = codec_of.seal_alike("Danke, Ada! 💚", "a token");
        assert_eq!(alike, codec_of.seal_alike("Danke, Ada! 💚", "a token"));
        assert_eq!(codec_of.open(&alike, "a token").unwrap(), "Danke, Ada! 💚");
        let nonce = |sealed: &str| sealed[2..34].to_owned();
        for other in [codec_of.seal_alike("Danke, Ada!", "a token"), codec_of.seal_alike("Danke, Ada! 💚", "a row")] {
            assert_ne!(nonce(&other), nonce(&alike), "no nonce is used for two texts");
        }
        let mut changed = sealed.clone();
        changed.pop();
        assert_eq!(codec_of.open(&changed, "thanks.said:7"), Err(Sealed));
    }

    #[test]
    fn keyed_numbers() {
        // Made with Python: hmac.new(bytes(range(32)), b"what do ya want for nothing?", "sha256").
        let hash = hmac_sha256(&std::array::from_fn(|at| u8::try_from(at).unwrap()), b"what do ya want for nothing?");
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "099805f4ac310786968565c098db515cc50862b420ae31e20238312344bed36a");
        let codec_of = codec(&Codec::fresh_key(&System));
        let number = codec_of.keyed_number("giver:7:21");
        assert!(number < 0 && codec_of.nobodys_number() < 0);
        assert_eq!(codec_of.keyed_number("giver:7:21"), number);
        assert_ne!(codec_of.keyed_number("giver:8:21"), number, "nobody is followed from one server to another");
        assert_ne!(codec(&Codec::fresh_key(&System)).keyed_number("giver:7:21"), number);
        assert_ne!(codec_of.nobodys_number(), codec_of.nobodys_number());
    }

    #[test]
    fn keys_that_are_none() {
        for bad in ["", "short", "!!!!", &"A".repeat(60)] {
            assert_eq!(Codec::new(&SecretString::from(bad), Arc::new(System)).err(), Some(BadKey), "{bad}");
        }
    }
}

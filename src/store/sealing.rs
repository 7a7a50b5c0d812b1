//! Only this file seals and opens personal words, by XChaCha20-Poly1305 with one of the keys, bound to their row.
//!
//! A sealed text is `2.`, the id of its key, `.`, and base64 of a random 24-byte nonce followed by the ciphertext. The
//! associated data names table, column and row, so that a sealed text that is moved to another row does not open. A
//! text that an earlier version sealed begins with `1.` and names no key. The database says which key seals now
//! (`store::keys`).
//!
//! Sealed columns are in the files of their tables: a boss's mail address in `store::boss_mail`, words in
//! `store::thanks`, …

use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, PoisonError, RwLock};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use crate::ports::Entropy;

/// Seals and opens personal words. It belongs to one database.
#[derive(Clone)]
pub struct Codec {
    /// Newest first. A key that was known once stays known until the process ends.
    keys: Arc<RwLock<Vec<Arc<OneKey>>>>,
    reload: Option<ReloadKeys>,
    root: Arc<RwLock<Arc<Root>>>,
    entropy: Arc<dyn Entropy>,
}

/// Reads the keys again, newest first, from where they can change while the program runs.
pub type ReloadKeys = Arc<dyn Fn() -> Option<SecretString> + Send + Sync>;

/// The name of a key: a keyed hash of it, which reveals nothing about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyId([u8; 6]);

impl KeyId {
    /// The SQL `like` pattern of texts that this key sealed.
    #[must_use]
    pub fn pattern(self) -> String {
        format!("{VERSION}{self}.%")
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl FromStr for KeyId {
    type Err = NoKeyId;

    fn from_str(text: &str) -> Result<Self, NoKeyId> {
        let mut bytes = [0; 6];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| NoKeyId)?;
        Ok(Self(bytes))
    }
}

/// A text that is no key's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKeyId;

struct OneKey {
    id: KeyId,
    bytes: [u8; 32],
    cipher: XChaCha20Poly1305,
}

impl OneKey {
    fn of(bytes: [u8; 32]) -> Self {
        let hash = hmac_sha256(&bytes, b"cmad key id 1");
        let id = KeyId(hash[..6].try_into().expect("six bytes are six bytes"));
        Self { id, bytes, cipher: XChaCha20Poly1305::new(Key::from_slice(&bytes)) }
    }

    fn open(&self, text: &str, row: &str) -> Result<String, Sealed> {
        let bytes = STANDARD_NO_PAD.decode(text).map_err(|_| Sealed::Shut)?;
        let (nonce, ciphertext) = bytes.split_at_checked(NONCE_BYTES).ok_or(Sealed::Shut)?;
        let payload = Payload { msg: ciphertext, aad: row.as_bytes() };
        let words = self.cipher.decrypt(XNonce::from_slice(nonce), payload).map_err(|_| Sealed::Shut)?;
        String::from_utf8(words).map_err(|_| Sealed::Shut)
    }

    fn seal(&self, nonce: [u8; NONCE_BYTES], words: &str, row: &str) -> String {
        let payload = Payload { msg: words.as_bytes(), aad: row.as_bytes() };
        let sealed = self.cipher.encrypt(XNonce::from_slice(&nonce), payload);
        let mut bytes = nonce.to_vec();
        bytes.extend(sealed.expect("only a text of 256 GiB cannot be sealed"));
        STANDARD_NO_PAD.encode(bytes)
    }
}

/// The secret for keyed numbers and for the tokens in mails. It never changes, because stored numbers and sent tokens
/// would no longer be recognised. The database stores it, sealed.
struct Root {
    key: OneKey,
    /// Derived, so that neither reveals the other.
    numbers: [u8; 32],
}

impl Root {
    fn of(bytes: [u8; 32]) -> Self {
        Self { key: OneKey::of(bytes), numbers: hmac_sha256(&bytes, b"cmad keyed numbers 1") }
    }
}

/// The version of the format that is written today.
const VERSION: &str = "2.";
/// The version that names no key.
const FIRST_VERSION: &str = "1.";
const NONCE_BYTES: usize = 24;
/// How a keyed hash as text begins; those without a key, which earlier versions stored, have only hexadecimal digits.
pub(super) const KEYED: &str = "k.";

/// A key that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "CMAD_KEY must be 32 bytes in base64 (44 characters), such as `head -c 32 /dev/urandom | base64` prints, or several \
     such keys, the newest first"
)]
pub struct BadKey;

/// Words that do not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Sealed {
    /// No key there is opens them, or they were tampered with.
    #[error("personal words do not open with this CMAD_KEY; start again with the key this database was made with")]
    Shut,
    /// They name a key that is not there.
    #[error(
        "personal words here are sealed by the key {0}, which CMAD_KEY does not hold: put it there too, the newest first \
         (`cmad key status` tells which is which)"
    )]
    Unknown(KeyId),
    /// Another key altogether.
    #[error(
        "CMAD_KEY holds the key {held}, and this database is sealed by the key {wanted}: start again with that one. \
         Nothing was changed"
    )]
    Wrong {
        /// The newest that was given.
        held: KeyId,
        /// What the database is sealed by.
        wanted: KeyId,
    },
    /// The key is being changed, and one of the two is missing.
    #[error(
        "the key of this database is being changed, and {missing} is missing in CMAD_KEY: give it both keys, the newest \
         first, until `cmad key rotate` says that it is done. Nothing was changed"
    )]
    Half {
        /// The key that is not there.
        missing: KeyId,
    },
}

impl Codec {
    /// A codec with one key of 32 bytes in base64, or several with blanks or lines between, the newest first.
    ///
    /// # Errors
    /// One is not 32 bytes in base64, or there is none.
    pub fn new(keys: &SecretString, entropy: Arc<dyn Entropy>) -> Result<Self, BadKey> {
        let keys = read_keys(keys)?;
        let root = Root::of(keys[0].bytes);
        let (keys, root) = (Arc::new(RwLock::new(keys)), Arc::new(RwLock::new(Arc::new(root))));
        Ok(Self { keys, reload: None, root, entropy })
    }

    /// Has it look for a key that it does not know where `again` says.
    #[must_use]
    pub fn reloading(mut self, again: ReloadKeys) -> Self {
        self.reload = Some(again);
        self
    }

    /// A fresh key, as text.
    #[must_use]
    pub fn fresh_key(entropy: &dyn Entropy) -> SecretString {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        STANDARD.encode(bytes).into()
    }

    /// The names of the keys, the newest first, as they are given now.
    #[must_use]
    pub fn ids(&self) -> Vec<KeyId> {
        self.look_again();
        self.keys().iter().map(|key| key.id).collect()
    }

    /// Whether it has a key.
    #[must_use]
    pub fn knows(&self, id: KeyId) -> bool {
        self.key(id).is_ok()
    }

    /// Takes up keys that were given since. What cannot be read now changes nothing: it is asked for when it is needed.
    fn look_again(&self) {
        let Some(found) = self.reload.as_ref().and_then(|again| again()) else { return };
        let Ok(mut found) = read_keys(&found) else { return };
        let mut keys = self.keys.write().unwrap_or_else(PoisonError::into_inner);
        for known in keys.iter() {
            if found.iter().all(|key| key.id != known.id) {
                found.push(Arc::clone(known));
            }
        }
        *keys = found;
    }

    fn keys(&self) -> Vec<Arc<OneKey>> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn key(&self, id: KeyId) -> Result<Arc<OneKey>, Sealed> {
        let find = || self.keys().into_iter().find(|key| key.id == id);
        let looked_again = || {
            self.look_again();
            find()
        };
        find().or_else(looked_again).ok_or(Sealed::Unknown(id))
    }

    /// Seals `words` by one key for the place that `row` names.
    ///
    /// # Errors
    /// The key is not there.
    pub fn seal(&self, by: KeyId, words: &str, row: &str) -> Result<String, Sealed> {
        let mut nonce = [0; NONCE_BYTES];
        self.entropy.fill(&mut nonce);
        Ok(format!("{VERSION}{by}.{}", self.key(by)?.seal(nonce, words, row)))
    }

    /// Opens what was sealed for the place that `row` names.
    ///
    /// # Errors
    /// The key is not there, or the text was changed or moved.
    pub fn open(&self, sealed: &str, row: &str) -> Result<String, Sealed> {
        if let Some(text) = sealed.strip_prefix(FIRST_VERSION) {
            return self.keys().iter().find_map(|key| key.open(text, row).ok()).ok_or(Sealed::Shut);
        }
        let (id, text) = sealed.strip_prefix(VERSION).and_then(|text| text.split_once('.')).ok_or(Sealed::Shut)?;
        self.key(id.parse().map_err(|_| Sealed::Shut)?)?.open(text, row)
    }

    /// The key that opens what an earlier version sealed.
    ///
    /// # Errors
    /// None that is there.
    pub(super) fn opener(&self, sealed: &str, row: &str) -> Result<KeyId, Sealed> {
        let text = sealed.strip_prefix(FIRST_VERSION).ok_or(Sealed::Shut)?;
        self.keys().iter().find(|key| key.open(text, row).is_ok()).map(|key| key.id).ok_or(Sealed::Shut)
    }

    /// A key as the root of a database that was made with it.
    ///
    /// # Errors
    /// The key is not there.
    pub(super) fn as_root(&self, id: KeyId) -> Result<String, Sealed> {
        Ok(STANDARD.encode(self.key(id)?.bytes))
    }

    /// The root that is in use, to be sealed.
    pub(super) fn root_text(&self) -> String {
        STANDARD.encode(self.root().key.bytes)
    }

    /// Takes up the root of this codec's database.
    ///
    /// # Errors
    /// It is none.
    pub(super) fn set_root(&self, text: &str) -> Result<(), Sealed> {
        let bytes: [u8; 32] = STANDARD.decode(text).ok().and_then(|bytes| bytes.try_into().ok()).ok_or(Sealed::Shut)?;
        *self.root.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Root::of(bytes));
        Ok(())
    }

    fn root(&self) -> Arc<Root> {
        Arc::clone(&self.root.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Seals so that the same words for the same place give the same text, for what leaves more than once and cannot
    /// be sealed anew: by the root. The nonce is made of the words and the key: other words have another
    /// one, and it does not reveal them.
    #[must_use]
    pub fn seal_alike(&self, words: &str, row: &str) -> String {
        let root = self.root();
        let hash = hmac_sha256(&root.numbers, format!("nonce:{row}:{words}").as_bytes());
        let nonce = hash[..NONCE_BYTES].try_into().expect("a hash of 32 bytes has 24");
        format!("{FIRST_VERSION}{}", root.key.seal(nonce, words, row))
    }

    /// Opens what was sealed alike.
    ///
    /// # Errors
    /// It is none of ours, or was changed.
    pub fn open_alike(&self, sealed: &str, row: &str) -> Result<String, Sealed> {
        self.root().key.open(sealed.strip_prefix(FIRST_VERSION).ok_or(Sealed::Shut)?, row)
    }

    /// The keyed number that replaces `what` where `what` itself must not be stored: the same each time. Without the
    /// root it reveals nothing and cannot be computed. Always negative, so that it is never taken for an id of
    /// Discord's.
    #[must_use]
    pub fn keyed_number(&self, what: &str) -> i64 {
        let hash = hmac_sha256(&self.root().numbers, what.as_bytes());
        negative(hash[..8].try_into().expect("eight bytes are eight bytes"))
    }

    /// The keyed hash of `what`, as text that begins with `k.`: the same each time. Without the root, no one can try
    /// words against it.
    #[must_use]
    pub fn keyed_text(&self, what: &str) -> String {
        format!("{KEYED}{}", hex::encode(hmac_sha256(&self.root().numbers, what.as_bytes())))
    }

    /// A text like [`Self::keyed_text`]'s that is the hash of nothing.
    #[must_use]
    pub fn random_text(&self) -> String {
        let mut bytes = [0; 32];
        self.entropy.fill(&mut bytes);
        format!("{KEYED}{}", hex::encode(bytes))
    }

    /// A random number that stands for no one. It looks like a keyed number, but cannot be computed again, even with
    /// the root.
    #[must_use]
    pub fn random_number(&self) -> i64 {
        let mut bytes = [0; 8];
        self.entropy.fill(&mut bytes);
        negative(bytes)
    }

    /// The number of the `nth` thank-you: different for each, and in no order. By numbers that rise, a manager could tell
    /// which of their thank-yous came first, and so who wrote one without their name. With 53 bits, of which the first is
    /// set, it is exact in every reader of JSON, and none of the small ones that earlier versions gave.
    pub(super) fn thanks_number(&self, nth: i64) -> i64 {
        // A Feistel network: whatever its rounds compute, no two results are alike.
        const HALF: i64 = (1 << 26) - 1;
        let (mut left, mut right) = ((nth >> 26) & HALF, nth & HALF);
        for round in 0..6 {
            let hash = self.keyed_number(&format!("number of thanks:{round}:{right}"));
            (left, right) = (right, left ^ (hash & HALF));
        }
        (1 << 52) | (left << 26) | right
    }

    /// A root for a new database.
    pub(super) fn fresh_root(&self) -> String {
        Self::fresh_key(&*self.entropy).expose_secret().to_owned()
    }
}

/// The keys that a setting or a file holds, as text: separated by spaces, lines, commas, or quotes and marks that came
/// with them.
pub fn key_texts(keys: &SecretString) -> impl Iterator<Item = &str> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '"' | '\'' | '\u{FEFF}');
    keys.expose_secret().split(is_between).filter(|text| !text.is_empty())
}

fn read_keys(text: &SecretString) -> Result<Vec<Arc<OneKey>>, BadKey> {
    let mut keys: Vec<Arc<OneKey>> = Vec::new();
    for text in key_texts(text) {
        let bytes = STANDARD_NO_PAD.decode(text.trim_end_matches('=')).map_err(|_| BadKey)?;
        let key = OneKey::of(bytes.try_into().map_err(|_| BadKey)?);
        if keys.iter().all(|known| known.id != key.id) {
            keys.push(Arc::new(key));
        }
    }
    if keys.is_empty() { Err(BadKey) } else { Ok(keys) }
}

fn negative(bytes: [u8; 8]) -> i64 {
    i64::from_be_bytes(bytes) | i64::MIN
}

/// HMAC-SHA-256 (RFC 2104) under a key of 32 bytes.
fn hmac_sha256(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    let hmac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    hmac.chain_update(message).finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::clock::System;

    fn codec(key: &SecretString) -> Codec {
        Codec::new(key, Arc::new(System)).unwrap()
    }

    #[test]
    fn words_open_only_in_their_place_and_with_their_key() {
        let key = Codec::fresh_key(&System);
        let codec_of = codec(&key);
        let id = codec_of.ids()[0];
        let seal = |words: &str, row: &str| codec_of.seal(id, words, row).unwrap();
        let sealed = seal("Danke, Ada! 💚", "thanks.said:7");
        assert!(!sealed.contains("Ada") && sealed.starts_with(id.pattern().trim_end_matches('%')), "{sealed}");
        assert_ne!(sealed, seal("Danke, Ada! 💚", "thanks.said:7"), "every sealing has its own nonce");
        assert_eq!(codec_of.open(&sealed, "thanks.said:7").unwrap(), "Danke, Ada! 💚");
        assert_eq!(codec_of.open(&sealed, "thanks.said:8"), Err(Sealed::Shut));
        assert_eq!(codec(&Codec::fresh_key(&System)).open(&sealed, "thanks.said:7"), Err(Sealed::Unknown(id)));
        let mut changed = sealed.clone();
        changed.pop();
        assert_eq!(codec_of.open(&changed, "thanks.said:7"), Err(Sealed::Shut));
        for bad in ["", "1.", "2.", "2.x.y", "3.", &sealed[..12]] {
            assert_eq!(codec_of.open(bad, "thanks.said:7"), Err(Sealed::Shut), "{bad}");
        }
    }

    #[test]
    fn what_is_sealed_alike() {
        let codec_of = codec(&Codec::fresh_key(&System));
        let alike = codec_of.seal_alike("Danke, Ada! 💚", "a token");
        assert_eq!(alike, codec_of.seal_alike("Danke, Ada! 💚", "a token"));
        assert_eq!(codec_of.open_alike(&alike, "a token").unwrap(), "Danke, Ada! 💚");
        let nonce = |sealed: &str| sealed[2..34].to_owned();
        for other in [codec_of.seal_alike("Danke, Ada!", "a token"), codec_of.seal_alike("Danke, Ada! 💚", "a row")] {
            assert_ne!(nonce(&other), nonce(&alike), "no nonce is used for two texts");
        }
        codec_of.set_root(&codec_of.fresh_root()).unwrap();
        assert_eq!(codec_of.open_alike(&alike, "a token"), Err(Sealed::Shut), "it goes with the root");
    }

    #[test]
    fn several_keys_and_one_that_comes_later() {
        let [old, new] = [Codec::fresh_key(&System), Codec::fresh_key(&System)];
        let both = |first: &SecretString, then: &SecretString| {
            SecretString::from(format!("{}\n {},\n", first.expose_secret(), then.expose_secret()))
        };
        let (one, two) = (codec(&old), codec(&both(&new, &old)));
        let [newest, oldest] = two.ids()[..] else { panic!("two keys") };
        assert_eq!(one.ids(), [oldest]);
        let sealed = two.seal(newest, "Hello", "row").unwrap();
        assert_eq!(one.open(&sealed, "row"), Err(Sealed::Unknown(newest)));
        // What an earlier version sealed names no key.
        let early = one.seal_alike("Early", "row");
        assert_eq!((two.open(&early, "row").as_deref(), two.opener(&early, "row")), (Ok("Early"), Ok(oldest)));

        let given = Arc::new(std::sync::Mutex::new(old.clone()));
        let look = Arc::clone(&given);
        let watching = codec(&old).reloading(Arc::new(move || Some(look.lock().unwrap().clone())));
        assert_eq!(watching.open(&sealed, "row"), Err(Sealed::Unknown(newest)));
        *given.lock().unwrap() = both(&new, &old);
        assert_eq!(watching.open(&sealed, "row").as_deref(), Ok("Hello"), "it is looked for when it is needed");
        *given.lock().unwrap() = new;
        assert_eq!(watching.ids(), [newest, oldest], "what was known stays known while it runs");
        *given.lock().unwrap() = "garbage".into();
        assert!(watching.ids() == [newest, oldest] && watching.knows(oldest));
    }

    #[test]
    fn keyed_numbers() {
        // Made with Python: hmac.new(bytes(range(32)), b"what do ya want for nothing?", "sha256").
        let hash = hmac_sha256(&std::array::from_fn(|at| u8::try_from(at).unwrap()), b"what do ya want for nothing?");
        assert_eq!(hex::encode(hash), "099805f4ac310786968565c098db515cc50862b420ae31e20238312344bed36a");
        let codec_of = codec(&Codec::fresh_key(&System));
        let number = codec_of.keyed_number("giver:7:21");
        assert!(number < 0 && codec_of.random_number() < 0);
        assert_eq!(codec_of.keyed_number("giver:7:21"), number);
        assert_ne!(codec_of.keyed_number("giver:8:21"), number, "no one can be followed from one server to another");
        assert_ne!(codec(&Codec::fresh_key(&System)).keyed_number("giver:7:21"), number);
        assert_ne!(codec_of.random_number(), codec_of.random_number());
    }

    #[test]
    fn numbers_of_thanks_differ_and_tell_no_order() {
        let codec_of = codec(&Codec::fresh_key(&System));
        let numbers: Vec<i64> = (1..=1000).map(|nth| codec_of.thanks_number(nth)).collect();
        let rising = numbers.windows(2).filter(|pair| pair[0] < pair[1]).count();
        assert!((350..650).contains(&rising), "{rising} of 999 steps rise");
        assert!(numbers.iter().all(|number| (1 << 52..1 << 53).contains(number)));
        assert_eq!(numbers.iter().collect::<std::collections::BTreeSet<_>>().len(), 1000);
        assert_eq!(numbers[6], codec_of.thanks_number(7), "the same each time");
        assert_ne!(numbers[6], codec(&Codec::fresh_key(&System)).thanks_number(7));
    }

    #[test]
    fn keys_that_are_none() {
        for bad in ["", "short", "!!!!", &"A".repeat(60)] {
            assert_eq!(Codec::new(&SecretString::from(bad), Arc::new(System)).err(), Some(BadKey), "{bad}");
        }
    }
}

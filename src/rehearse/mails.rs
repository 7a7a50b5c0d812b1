//! The mails of a rehearsal: files, parsed by a mail parser that is independent of how they were built.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use mail_parser::{Address, MessageParser, MimeHeaders as _};

/// A mail that was sent, as a mail program shows it.
#[derive(Clone, Debug)]
pub struct Mailed {
    /// The name of its file.
    pub name: String,
    /// The file, which opens in a mail program.
    pub bytes: Arc<[u8]>,
    /// When it was sent, in Unix milliseconds.
    pub at_ms: i64,
    /// The headers that a mail program shows, with their values.
    pub headers: Vec<(&'static str, String)>,
    /// The page in it.
    pub html: String,
}

/// Every mail in a folder, the oldest first.
///
/// # Errors
/// The folder cannot be read, or has a file that is not a mail.
pub fn read(folder: &Path) -> anyhow::Result<Vec<Mailed>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut mails = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path)?;
        mails.push(mailed(name.clone(), &bytes).with_context(|| format!("{name} is no mail"))?);
    }
    mails.sort_by(|a, b| (a.at_ms, &a.name).cmp(&(b.at_ms, &b.name)));
    Ok(mails)
}

fn mailed(name: String, bytes: &[u8]) -> Option<Mailed> {
    let mail = MessageParser::default().parse(bytes)?;
    let one = |address: Option<&Address<'_>>| {
        let first = address?.first()?;
        let address = first.address()?;
        Some(first.name().map_or_else(|| address.to_owned(), |name| format!("{name} <{address}>")))
    };
    let headers: [_; 5] = [
        ("From", one(mail.from())),
        ("To", one(mail.to())),
        ("Reply-To", one(mail.reply_to())),
        ("Subject", mail.subject().map(str::to_owned)),
        ("Attached", mail.attachment(0).and_then(|file| file.attachment_name()).map(str::to_owned)),
    ];
    Some(Mailed {
        name,
        bytes: bytes.into(),
        at_ms: mail.date()?.to_timestamp() * 1000,
        headers: headers.into_iter().filter_map(|(header, value)| Some((header, value?))).collect(),
        html: mail.body_html(0)?.into_owned(),
    })
}

//! Mail as files in a folder, for rehearsals: each opens in a mail program.

use std::path::PathBuf;

use async_trait::async_trait;

use crate::mail::letter;
use crate::ports::{Letter, Mail, MailError, Mailer};
use crate::private_files;
use domain::mail::{Address, Sender};

/// Writes each mail into a folder, named by its mark: a second attempt writes the same file.
pub(super) struct File {
    folder: PathBuf,
    from: Sender,
}

impl File {
    pub(super) fn new(folder: PathBuf, from: Sender) -> Self {
        Self { folder, from }
    }

    async fn put(&self, name: &str, bytes: Vec<u8>) -> std::io::Result<()> {
        let (folder, file) = (self.folder.clone(), self.folder.join(format!("{name}.eml")));
        let put = move || {
            private_files::make_folder(&folder)?;
            // A mail program never sees half a mail.
            private_files::replace(&file, &bytes)
        };
        tokio::task::spawn_blocking(put).await.unwrap_or_else(|panicked| Err(std::io::Error::other(panicked)))
    }
}

#[async_trait]
impl Mailer for File {
    fn is_on(&self) -> bool {
        true
    }

    fn comes_from(&self) -> Option<&Address> {
        Some(&self.from.address)
    }

    fn write(&self, mail: &Mail) -> Result<Letter, MailError> {
        letter::compose(mail, &self.from)
    }

    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let letter = self.write(mail)?;
        self.put(mail.mark.as_str(), letter.bytes).await.map_err(|error| {
            tracing::warn!(%error, "a mail could not be written to its folder");
            MailError::NotSent
        })
    }
}

//! Mail: the only place that knows lettre. A copy is composed in `letter` and carried by one of four:
//! `smtp`, a folder of files (rehearsals), a memory (tests), or nobody.

mod file;
mod letter;
mod memory;
mod settings;
mod smtp;

use std::sync::Arc;

use async_trait::async_trait;

use crate::ports::{Letter, Mail, MailError, Mailer};
use domain::mail::Address;

pub use memory::Memory;
pub use settings::{Login, Settings, SettingsError, Smtp, Tls};
pub use smtp::{ProbeError, probe};

/// The one who carries mail by these settings.
///
/// # Errors
/// A file that they name cannot be read.
pub fn mailer(settings: Settings) -> Result<Arc<dyn Mailer>, SettingsError> {
    Ok(match settings {
        Settings::Off => Arc::new(Off),
        Settings::File { folder, from } => Arc::new(file::File::new(folder, from)),
        Settings::Memory(memory) => memory,
        Settings::Smtp(smtp) => Arc::new(smtp::SmtpMailer::new(*smtp)?),
    })
}

/// Nobody takes mail.
struct Off;

#[async_trait]
impl Mailer for Off {
    fn is_on(&self) -> bool {
        false
    }

    fn comes_from(&self) -> Option<&Address> {
        None
    }

    fn write(&self, _mail: &Mail) -> Result<Letter, MailError> {
        Err(MailError::Off)
    }

    async fn send(&self, _mail: &Mail) -> Result<(), MailError> {
        Err(MailError::Off)
    }
}

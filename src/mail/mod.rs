//! Mail, built and sent with lettre. `letter` builds a mail; a [`Mailer`] sends it by SMTP, writes it to a folder
//! (rehearsals) or keeps it in memory (tests). Mail may also be off.

mod file;
mod letter;
mod memory;
mod settings;
mod smtp;
mod start_tls;

use std::sync::Arc;

use async_trait::async_trait;

use crate::net::Dialer;
use crate::ports::{Letter, Mail, MailError, Mailer};
use domain::mail::Address;

pub use memory::Memory;
pub use settings::{Login, Settings, SettingsError, Smtp, Tls};
pub use smtp::{ProbeError, probe};

/// The mailer that these settings describe.
///
/// # Errors
/// A file that they name cannot be read.
pub fn mailer(settings: Settings, dialer: &Dialer) -> Result<Arc<dyn Mailer>, SettingsError> {
    Ok(match settings {
        Settings::Off => Arc::new(Off),
        Settings::File { folder, from } => Arc::new(file::File::new(folder, from)),
        Settings::Memory(memory) => memory,
        Settings::Smtp(smtp) => Arc::new(smtp::SmtpMailer::new(*smtp, dialer)?),
    })
}

/// Mail is off.
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

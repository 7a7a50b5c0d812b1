//! Carrying mail: what a mail says before it has words, and how an attempt can end.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::ports::Files;
use domain::digest::Digest;
use domain::mail::Address;
use domain::send::Mark;

/// Sends mail to a boss. It keeps nothing of a mail, and no address gets into its errors.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Whether mail is switched on.
    fn is_on(&self) -> bool;

    /// The address that mail comes from; `None` while it is off.
    fn comes_from(&self) -> Option<&Address>;

    /// Writes a mail as it would leave. What [`send`](Self::send) brings away is written by the same function.
    fn write(&self, mail: &Mail) -> Result<Letter, MailError>;

    /// Brings one mail to the server that takes it. An attempt that does not end within its time is an error too.
    async fn send(&self, mail: &Mail) -> Result<(), MailError>;
}

/// A copy of a digest, on its way to a boss.
#[derive(Clone, Debug)]
pub struct Mail {
    /// By which send: its mark becomes the mail's Message-ID, the same in each attempt.
    pub mark: Mark,
    /// When it leaves.
    pub at: DateTime<Utc>,
    /// The language of its words.
    pub language: String,
    /// To whom.
    pub to: Address,
    /// Where answers go, if the manager gave an address for them.
    pub reply_to: Option<Address>,
    /// The digest as a boss may see it.
    pub digest: Box<Digest>,
    /// Its files.
    pub files: Files,
    /// How its reader says that they want no more.
    pub no_more: NoMore,
}

impl Mail {
    /// The same mail as its sender may see it. The token is its reader's alone: with it another person could refuse all
    /// mail for them. As many other letters take its place.
    #[must_use]
    pub fn for_its_sender(mut self) -> Self {
        let token = std::mem::take(&mut self.no_more.token);
        let hidden: String = token.chars().map(|c| if c.is_ascii_alphanumeric() { 'x' } else { c }).collect();
        self.no_more.page = self.no_more.page.map(|page| page.replace(&token, &hidden));
        self.no_more.token = hidden;
        self
    }
}

/// A mail as it leaves, and what its reader sees of it.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// All of it, as a server gets it.
    pub bytes: Vec<u8>,
    /// The name and the address that it comes from.
    pub from: String,
    /// The address that it goes to.
    pub to: String,
    /// The address for answers, if there is one.
    pub reply_to: Option<String>,
    /// Its subject.
    pub subject: String,
    /// Its words as plain text.
    pub text: String,
    /// Its words as a page.
    pub page: String,
    /// The files that are attached.
    pub attached: Files,
}

/// How the reader of a mail says "no more of these".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoMore {
    /// What an answer to the operator has to hold.
    pub token: String,
    /// The page, where the bot has a public address.
    pub page: Option<String>,
    /// Whether a mail program may do it with one click (RFC 8058).
    pub one_click: bool,
    /// To whom an answer by mail goes.
    pub operator: Option<Address>,
}

/// How an attempt can fail. No address stands in it, and no text of the other side's, in which one could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The server says "later": it surely has not taken it.
    #[error("the mail server says later (code {code})")]
    Later {
        /// The server's code, 400 to 499.
        code: u16,
    },
    /// The server says no, and would again.
    #[error("the mail server refuses it (code {code})")]
    Refused {
        /// The server's code, 500 to 599.
        code: u16,
    },
    /// It surely was not sent: the server was not reached, or there was no agreement about TLS or the login.
    #[error("the mail server was not reached, or not trusted")]
    NotSent,
    /// The server had all of it, or may have had, and the answer did not come.
    #[error("the mail server's answer was lost")]
    Lost,
    /// No mail could be made of it: a bug of ours.
    #[error("no mail could be made of it")]
    Unmade,
    /// Mail is switched off.
    #[error("mail is switched off")]
    Off,
}

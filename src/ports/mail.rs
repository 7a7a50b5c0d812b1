//! Carrying mail: what a mail says before it has words, and how an attempt can end.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::ports::Files;
use domain::digest::Digest;
use domain::mail::Address;
use domain::send::Mark;

/// Sends mail to a boss. It stores nothing of a mail, and its errors contain no address.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Whether mail is switched on.
    fn is_on(&self) -> bool;

    /// The address that mail comes from; `None` while it is off.
    fn comes_from(&self) -> Option<&Address>;

    /// Builds a mail as [`send`](Self::send) would send it.
    fn write(&self, mail: &Mail) -> Result<Letter, MailError>;

    /// Hands one mail over to the mail server. A timeout is an error too.
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
    /// The page on which its reader replies, where the bot has a public address.
    pub reply: Option<String>,
}

impl Mail {
    /// The mail as its sender may see it: the tokens are replaced by as many other letters, because anyone who has one
    /// could refuse all mail for the reader, or reply in their name.
    #[must_use]
    pub fn for_its_sender(mut self) -> Self {
        let covered = |token: &str| -> String {
            token.chars().map(|c| if c.is_ascii_alphanumeric() { 'x' } else { c }).collect()
        };
        let token = std::mem::take(&mut self.no_more.token);
        let hidden = covered(&token);
        self.reply = self.reply.map(|page| match page.rsplit_once('/') {
            Some((place, token)) => format!("{place}/{}", covered(token)),
            None => covered(&page),
        });
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

/// Why an attempt failed. Contains no address, and no text from the mail server, which could quote one.
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
    /// It certainly was not sent: the server was not reached, or TLS or the login failed.
    #[error("the mail server was not reached, or not trusted")]
    NotSent,
    /// The server has or may have received it all, and its answer was lost.
    #[error("the mail server's answer was lost")]
    Lost,
    /// No mail could be made of it: a bug of ours.
    #[error("the mail could not be built")]
    Unmade,
    /// Mail is switched off.
    #[error("mail is switched off")]
    Off,
}

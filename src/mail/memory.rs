//! Mail that is kept in memory, for tests, which also decide the outcome of an attempt.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use tokio::sync::Notify;

use crate::mail::letter;
use crate::ports::{Letter, Mail, MailError, Mailer};
use domain::mail::{Address, Sender};

/// Remembers mails as the bytes that a server would get.
pub struct Memory {
    from: Sender,
    state: Mutex<State>,
    hung: Notify,
}

#[derive(Default)]
struct State {
    hangs: bool,
    fates: VecDeque<MailError>,
    sent: Vec<Vec<u8>>,
    attempts: usize,
}

impl Memory {
    /// An empty one, whose mails come from this address or sender.
    #[must_use]
    pub fn new(from: impl Into<Sender>) -> Self {
        Self { from: from.into(), state: Mutex::default(), hung: Notify::new() }
    }

    /// Makes the next attempts fail with these errors, in order. A mail whose answer is lost has arrived.
    pub fn fail(&self, fates: impl IntoIterator<Item = MailError>) {
        self.state().fates.extend(fates);
    }

    /// Makes the next mail arrive and its attempt never end, as when the process dies meanwhile.
    pub fn hang(&self) {
        self.state().hangs = true;
    }

    /// Waits until an attempt hangs.
    pub async fn until_hung(&self) {
        self.hung.notified().await;
    }

    /// The mails that arrived.
    #[must_use]
    pub fn sent(&self) -> Vec<Vec<u8>> {
        self.state().sent.clone()
    }

    /// How many attempts there were.
    #[must_use]
    pub fn attempts(&self) -> usize {
        self.state().attempts
    }

    /// How an attempt ends; `None` for one that never does.
    fn attempt(&self, letter: Vec<u8>) -> Option<Result<(), MailError>> {
        let mut state = self.state();
        state.attempts += 1;
        let hangs = std::mem::take(&mut state.hangs);
        let fate = state.fates.pop_front();
        if hangs || matches!(fate, None | Some(MailError::Lost)) {
            state.sent.push(letter);
        }
        (!hangs).then_some(fate.map_or(Ok(()), Err))
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Mailer for Memory {
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
        match self.attempt(self.write(mail)?.bytes) {
            Some(ended) => ended,
            None => {
                self.hung.notify_one();
                std::future::pending().await
            }
        }
    }
}

//! Reads messages and members, from events and responses, into the types of the use cases.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use crate::app::listening::{ChannelMessage, RepliedTo};
use crate::app::roster::Person;
use crate::discord::people::{RawMember, RawUser, person};
use domain::ids::GuildId;

/// Reads a message of an event; `None` if it is not from a server, or lacks a field that Discord promises.
#[must_use]
pub fn message_of_event(json: &str) -> Option<ChannelMessage> {
    expected::<RawMessage>(serde_json::from_str(json))?.said(None)
}

/// Reads a message that was fetched; Discord does not say there which server it is of.
#[must_use]
pub fn message_from_json(json: &Value, guild: GuildId) -> Option<ChannelMessage> {
    expected(RawMessage::deserialize(json))?.said(Some(guild))
}

/// Reads a member that was fetched.
#[must_use]
pub fn member_from_json(json: &Value) -> Option<Person> {
    let member = expected(RawMember::deserialize(json))?;
    person(member.user.as_ref()?, Some(&member))
}

/// The message, if it could be read. If not, that is logged, because it may have been a thank-you.
fn expected<T>(read: serde_json::Result<T>) -> Option<T> {
    // The error's own text may hold what a person wrote.
    let note = |error: &serde_json::Error| {
        tracing::warn!(kind = ?error.classify(), at = error.column(), of = std::any::type_name::<T>(),
            "what Discord sent has an unexpected shape and was not read: this program may be too old");
    };
    read.inspect_err(note).ok()
}

impl RawMessage {
    fn said(self, guild: Option<GuildId>) -> Option<ChannelMessage> {
        let guild = guild.or(self.guild_id.as_deref().and_then(|id| id.parse().ok()))?;
        let mut author = person(&self.author, self.member.as_ref())?;
        author.is_bot |= self.webhook_id.is_some();
        let mentioned: Vec<Person> =
            self.mentions.iter().filter_map(|user| person(user, user.member.as_deref())).collect();
        let replies_to = self.referenced_message.and_then(|replied| {
            let author = person(&replied.author, None)?;
            // A reply that pings lists whom it replies to among its mentions.
            let pings = mentioned.iter().any(|person| person.user == author.user);
            let known = mentioned.iter().find(|person| person.user == author.user).cloned();
            Some(RepliedTo { author: known.unwrap_or(author), message: replied.id.parse().ok()?, pings })
        });
        Some(ChannelMessage {
            guild,
            channel: self.channel_id.parse().ok()?,
            message: self.id.parse().ok()?,
            author,
            content: self.content,
            mentioned,
            replies_to,
            said_at: self.timestamp,
        })
    }
}

#[derive(Deserialize)]
struct RawMessage {
    id: String,
    channel_id: String,
    guild_id: Option<String>,
    author: RawUser,
    member: Option<RawMember>,
    #[serde(default)]
    content: String,
    #[serde(default)]
    mentions: Vec<RawUser>,
    timestamp: DateTime<Utc>,
    referenced_message: Option<Box<RawReferenced>>,
    webhook_id: Option<String>,
}

#[derive(Deserialize)]
struct RawReferenced {
    id: String,
    author: RawUser,
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use tracing_subscriber::fmt::MakeWriter;

    use super::*;
    use domain::ids::MessageId;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl std::io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().expect("one thread writes").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    impl<'a> MakeWriter<'a> for Lines {
        type Writer = Self;

        fn make_writer(&'a self) -> Self {
            self.clone()
        }
    }

    /// What is read from a message, and what that leaves in the log.
    fn read(json: &str) -> (Option<MessageId>, String) {
        let lines = Lines::default();
        let subscriber = tracing_subscriber::fmt().with_writer(lines.clone()).with_ansi(false).finish();
        let said = tracing::subscriber::with_default(subscriber, || message_of_event(json));
        let logged = String::from_utf8_lossy(&lines.0.lock().expect("one thread writes")).into_owned();
        (said.map(|said| said.message), logged)
    }

    #[test]
    fn a_message_of_another_shape_is_not_lost_in_silence() {
        let message = |timestamp: &str| {
            format!(
                r##"{{"id":"5","channel_id":"6","guild_id":"7","content":"Ada, zugzwang! #CMAD",
                "author":{{"id":"11","username":"kim"}},"timestamp":{timestamp}}}"##
            )
        };
        let (said, logged) = read(&message(r#""2027-01-25T10:00:00+00:00""#));
        assert_eq!((said, logged.as_str()), (Some(MessageId(5)), ""));
        let (said, logged) = read(&message("1800000000"));
        assert_eq!(said, None);
        assert!(logged.contains("WARN") && logged.contains("Data") && logged.contains("at="), "{logged}");
        assert!(!logged.contains("zugzwang") && !logged.contains("kim"), "no words are logged: {logged}");
        // One that is of no server has the shape that it should have.
        let private = message(r#""2027-01-25T10:00:00+00:00""#).replace(r#""guild_id":"7","#, "");
        assert_eq!(read(&private), (None, String::new()));
    }
}

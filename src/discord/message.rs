//! Reads messages, from events and responses, into the types of the use cases.

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use crate::app::listening::{ChannelMessage, RepliedTo};
use crate::app::roster::Person;
use crate::discord::people::{Member, User, person};
use crate::discord::shapes::{Each, Object, Shape, Unread, parse};
use domain::ids::{ChannelId, GuildId, MessageId};

/// The types of messages that people write: messages and replies. All others are Discord's own, which may quote someone
/// (the name of a new thread), or apps' responses.
const WRITTEN: [u64; 2] = [0, 19];

/// Reads a message of an event; `None` if it is not from a server, no person wrote it, or Discord does not send its
/// words.
#[must_use]
pub fn message_of_event(json: &str) -> Option<ChannelMessage> {
    let unread = |part: &Unread| tracing::warn!(%part, "a message lacks what is needed and was not read: this program may be too old");
    let message: SaidMessage = parse(json).inspect_err(unread).ok()?;
    let guild = message.guild?;
    message.with_words(guild)
}

/// The server of a message's event; `None` if it does not say one.
#[must_use]
pub fn guild_of_event(json: &str) -> Option<GuildId> {
    struct Of(Option<GuildId>);
    impl Shape for Of {
        fn read(raw: &RawValue) -> Result<Self, Unread> {
            Ok(Self(Object::read("message", raw)?.may("guild_id")))
        }
    }
    parse::<Of>(json).ok()?.0
}

/// A message, as events and answers carry it.
pub struct SaidMessage {
    id: MessageId,
    channel: ChannelId,
    guild: Option<GuildId>,
    kind: Option<u64>,
    author: User,
    member: Option<Member>,
    /// `None` if Discord does not tell its words.
    content: Option<String>,
    mentions: Each<User>,
    said_at: DateTime<Utc>,
    edited_at: Option<DateTime<Utc>>,
    replies_to: Option<Replied>,
    is_of_webhook: bool,
}

impl Shape for SaidMessage {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let message = Object::read("message", raw)?;
        let id: MessageId = message.must("id")?;
        // An edit at an unknown time may be a new one.
        let edited_at = if message.is_odd::<DateTime<Utc>>("edited_timestamp") {
            Some(DateTime::<Utc>::MAX_UTC)
        } else {
            message.may("edited_timestamp")
        };
        Ok(Self {
            id,
            channel: message.must("channel_id")?,
            guild: message.may("guild_id"),
            kind: message.may("type"),
            author: message.must("author")?,
            member: message.may("member"),
            content: message.may("content"),
            mentions: message.each("mentions"),
            // The id holds the same instant.
            said_at: message.may("timestamp").unwrap_or_else(|| id.made_at()),
            edited_at,
            replies_to: message.may("referenced_message"),
            is_of_webhook: message.raw("webhook_id").is_some(),
        })
    }
}

impl SaidMessage {
    /// Reads it; `None` if it lacks what is needed, which is noted.
    #[must_use]
    pub fn of(raw: &RawValue) -> Option<Self> {
        Each::one(raw)
    }

    /// When it was last edited.
    #[must_use]
    pub fn edited_at(&self) -> Option<DateTime<Utc>> {
        self.edited_at
    }

    /// What its author wrote; `None` if no person wrote it, or Discord does not tell its words.
    #[must_use]
    pub fn with_words(self, guild: GuildId) -> Option<ChannelMessage> {
        let is_written = self.kind.is_none_or(|kind| WRITTEN.contains(&kind));
        (is_written && self.content.is_some()).then(|| self.in_guild(guild))
    }

    /// The message of a server, of whatever kind; without words if Discord does not tell them.
    #[must_use]
    pub fn in_guild(self, guild: GuildId) -> ChannelMessage {
        let mut author = person(&self.author, self.member.as_ref());
        author.is_bot |= self.is_of_webhook;
        let mentioned: Vec<Person> = self.mentions.iter().map(|user| person(user, user.member.as_deref())).collect();
        let replies_to = self.replies_to.map(|replied| {
            let author = person(&replied.author, None);
            // A reply that pings lists whom it replies to among its mentions.
            let known = mentioned.iter().find(|person| person.user == author.user).cloned();
            RepliedTo { pings: known.is_some(), author: known.unwrap_or(author), message: replied.id }
        });
        ChannelMessage {
            guild,
            channel: self.channel,
            message: self.id,
            author,
            content: self.content.unwrap_or_default(),
            mentioned,
            replies_to,
            said_at: self.said_at,
        }
    }
}

/// A message that another replies to.
struct Replied {
    id: MessageId,
    author: User,
}

impl Shape for Replied {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let replied = Object::read("referenced_message", raw)?;
        Ok(Self { id: replied.must("id")?, author: replied.must("author")? })
    }
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

    fn message(kind: &str, fields: &str) -> String {
        format!(
            r##"{{"id":"5","channel_id":"6","guild_id":"7","type":{kind},"content":"Ada, zugzwang! #CMAD",
            "author":{{"id":"11","username":"kim"}},"timestamp":"2027-01-25T10:00:00+00:00"{fields}}}"##
        )
    }

    #[test]
    fn a_message_of_another_shape_is_not_lost_in_silence() {
        assert_eq!(read(&message("0", "")), (Some(MessageId(5)), String::new()));
        let (said, logged) = read(&message("0", r#","author":"kim""#));
        assert_eq!(said, None);
        assert!(logged.contains("WARN") && logged.contains("part=user"), "{logged}");
        assert!(!logged.contains("zugzwang") && !logged.contains("kim"), "no words are logged: {logged}");
        // One that is of no server has the shape that it should have.
        assert_eq!(read(&message("0", r#","guild_id":null"#)), (None, String::new()));
    }

    #[test]
    fn only_what_a_person_wrote_are_words() {
        for kind in 0..70_u64 {
            let written = [0, 19].contains(&kind);
            assert_eq!(
                read(&message(&kind.to_string(), "")),
                (written.then_some(MessageId(5)), String::new()),
                "{kind}"
            );
        }
    }

    #[test]
    fn what_a_thank_you_does_not_need_may_be_odd() {
        for odd in ["null", "{}", "[]", "\"zugzwang\"", "-1", "99999999999999999999", "true", "[{\"id\":{}}]"] {
            for field in ["type", "timestamp", "edited_timestamp", "mentions", "member", "referenced_message", "embeds"]
            {
                let (said, logged) = read(&message("0", &format!(r#","{field}":{odd}"#)));
                assert_eq!(said, Some(MessageId(5)), "{field} {odd}");
                assert!(!logged.contains("zugzwang"), "{logged}");
            }
        }
        let (said, logged) = read(&message("0", r#","member":{"roles":[{"id":"8"}],"nick":7}"#));
        assert_eq!(said, Some(MessageId(5)), "{logged}");
    }

    #[test]
    fn a_message_whose_words_are_not_told_is_passed_over_and_once_noted() {
        for content in ["null", "7", "{}"] {
            let untold = message("0", &format!(r#","content":{content}"#));
            assert_eq!(read(&untold).0, None, "{content}");
            assert_eq!(read(&untold), (None, String::new()), "{content}");
        }
    }
}

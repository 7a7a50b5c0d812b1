//! A server's community managers, whatever their title.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::ids::UserId;
use crate::named;

/// A community manager on a server's roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manager {
    /// Who they are on Discord.
    pub user: UserId,
    /// The name others see: their own choice, otherwise the display name on Discord.
    pub name: String,
    /// Where that name comes from.
    pub named_by: NamedBy,
    /// Any title; "the title matters not".
    pub title: Option<String>,
    /// Their team.
    pub team: Option<String>,
    /// What they care about, in their own words: one line, which others see.
    pub cares: Option<String>,
    /// A public link of theirs.
    pub link: Option<String>,
    /// Their own time zone; `None` means the server's.
    pub timezone: Option<Tz>,
    /// The language they want to be written to in; `None` means the server's.
    pub language: Option<String>,
    /// Whether they want the *stop and breathe* message.
    pub breathe: bool,
    /// Whether they accepted their place on the roster.
    pub status: RosterStatus,
}

impl Manager {
    /// Whether they have no name: their profile was erased.
    #[must_use]
    pub fn is_nameless(&self) -> bool {
        is_nameless(&self.name, self.user)
    }

    /// The manager under the name by which the server shows them now; `None` if nothing changes. A person who
    /// chose their own name, declined, or erased themselves is left alone.
    #[must_use]
    pub fn renamed(&self, shown: &str) -> Option<Self> {
        let is_fixed = self.status == RosterStatus::Declined || self.is_nameless();
        let changes = match self.named_by {
            NamedBy::Themselves => false,
            NamedBy::Server => self.name != shown,
            NamedBy::Unknown => self.name == shown,
        };
        (changes && !is_fixed).then(|| Self { name: shown.to_owned(), named_by: NamedBy::Server, ..self.clone() })
    }
}

/// Where the name of a manager comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NamedBy {
    /// It is their choice, and stays.
    Themselves,
    /// It is their display name in the server, as last seen.
    Server,
    /// It was stored before this was known. It stays until the server shows the same one.
    #[default]
    Unknown,
}

/// The most characters of what a manager cares about.
pub const CARES_MAX: u16 = 150;

/// The longest link that is shown, in characters, because it is part of a sentence.
const LINK_AT_MOST: usize = 300;

/// A public page that may be shown: `http` or `https`, without a user name or password, percent-encoded so that no
/// character acts as markup. `None` for anything else.
#[must_use]
pub fn public_link(text: &str) -> Option<String> {
    let url = url::Url::parse(text.trim()).ok()?;
    let is_page = matches!(url.scheme(), "http" | "https") && url.has_host();
    let is_plain = url.username().is_empty() && url.password().is_none();
    let link = String::from(url);
    (is_page && is_plain && link.len() <= LINK_AT_MOST).then_some(link)
}

/// The stored name of a person without one: a mention, which only Discord shows as a name.
#[must_use]
pub fn no_name(user: UserId) -> String {
    format!("<@{user}>")
}

/// Whether this is [`no_name`] of the person.
#[must_use]
pub fn is_nameless(name: &str, user: UserId) -> bool {
    name == no_name(user)
}

named! {
    /// What became of a manager's invitation to the roster.
    RosterStatus {
        /// Added by an admin or recognised by the role; has not answered.
        Invited = "invited",
        /// Pressed **Accept**.
        Accepted = "accepted",
        /// Pressed **No, thanks**: the bot leaves them alone.
        Declined = "declined",
        /// Taken off by an admin.
        Removed = "removed",
    }
}

named! {
    /// A manager's choice about copies for their boss.
    CopyChoice {
        /// Nothing goes out unless the manager sends it.
        Ask = "ask",
        /// A copy follows the digest by itself, a day later.
        Always = "always",
        /// Nothing is offered.
        Never = "never",
    }
}

impl RosterStatus {
    /// Whether they can be thanked and get a digest.
    #[must_use]
    pub const fn is_on_roster(self) -> bool {
        matches!(self, Self::Invited | Self::Accepted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::alex;

    #[test]
    fn the_newest_name_stands_unless_it_is_their_own() {
        let check = |named_by, status, shown: &str, expected: Option<&str>| {
            let renamed = Manager { named_by, status, ..alex() }.renamed(shown);
            assert_eq!(
                renamed.as_ref().map(|manager| manager.name.as_str()),
                expected,
                "{named_by:?}, {status}, {shown}"
            );
            assert!(renamed.is_none_or(|manager| manager.named_by == NamedBy::Server));
        };
        for status in [RosterStatus::Invited, RosterStatus::Accepted, RosterStatus::Removed] {
            check(NamedBy::Server, status, "Alexandra", Some("Alexandra"));
            check(NamedBy::Server, status, "Alex", None);
            check(NamedBy::Themselves, status, "Alexandra", None);
            check(NamedBy::Unknown, status, "Alexandra", None);
            check(NamedBy::Unknown, status, "Alex", Some("Alex"));
        }
        check(NamedBy::Server, RosterStatus::Declined, "Alexandra", None);
        let erased = Manager { name: no_name(alex().user), named_by: NamedBy::Server, ..alex() };
        assert_eq!(erased.renamed("Alexandra"), None);
    }

    #[test]
    fn only_pages_are_links() {
        let check = |text: &str, shown: Option<&str>| assert_eq!(public_link(text).as_deref(), shown, "{text}");
        check(" https://alex.example/about_me ", Some("https://alex.example/about_me"));
        check("http://alex.example", Some("http://alex.example/"));
        check("https://alex.example/a b>c`d", Some("https://alex.example/a%20b%3Ec%60d"));
        for text in ["", "alex.example", "javascript:alert(1)", "data:text/html,hi", "https://", "ftp://alex.example"] {
            check(text, None);
        }
        check("https://alex:secret@alex.example", None);
        check(&format!("https://alex.example/{}", "é".repeat(90)), None);
    }
}

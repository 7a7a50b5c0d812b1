//! The forms in which a digest travels, and the one door to all of them.

use super::{html, text};
use crate::domain::digest::Digest;
use crate::text::Lang;

/// A form in which a digest can be given to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// One page for a browser, which needs nothing else.
    Html,
    /// Plain text of 72 columns.
    Text,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Html, Self::Text];

    /// The stable name: in the database, in custom ids and in the keys of texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
        }
    }

    /// The form of a stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.name() == name)
    }

    /// What a file of this form is called: it names the day and nobody.
    #[must_use]
    pub fn file_name(self, year: i32) -> String {
        let ending = match self {
            Self::Html => "html",
            Self::Text => "txt",
        };
        format!("cmad-{year}.{ending}")
    }
}

/// Renders the digest in one form. The same digest gives the same bytes.
///
/// # Errors
/// The page could not be set, which is a bug of ours: no words can cause it.
pub fn render(form: Form, digest: &Digest, lang: Lang) -> Result<Vec<u8>, RenderError> {
    Ok(match form {
        Form::Html => html(digest, lang).into_bytes(),
        Form::Text => text(digest, lang).into_bytes(),
    })
}

/// Why a digest could not be rendered. It holds no words of anybody.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {}

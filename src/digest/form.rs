//! The forms in which a digest travels, and the one door to all of them.

use crate::digest::{card, draft, html, json, markdown, pdf, table, text};
use crate::text::Lang;
use domain::digest::Digest;

/// A form in which a digest can be given to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// One page for a browser, which needs nothing else.
    Html,
    /// Plain text of 72 columns.
    Text,
    /// A4, to print or to attach.
    Pdf,
    /// A picture of 1200×630 pixels, for a chat.
    Card,
    /// A mail that its reader's program opens as a draft, with the page and the PDF in it.
    Eml,
    /// Text for wikis and issue trackers.
    Markdown,
    /// For programs; `docs/digest.schema.json` describes it.
    Json,
    /// The quotes as rows for a spreadsheet.
    Csv,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: &'static [Self] =
        &[Self::Html, Self::Pdf, Self::Card, Self::Text, Self::Eml, Self::Markdown, Self::Json, Self::Csv];

    /// The stable name: in the database, in custom ids and in the keys of texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
            Self::Pdf => "pdf",
            Self::Card => "card",
            Self::Eml => "eml",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Csv => "csv",
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
            Self::Pdf => "pdf",
            Self::Card => "png",
            Self::Eml => "eml",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Csv => "csv",
        };
        format!("cmad-{year}.{ending}")
    }

    /// What a file of this form is, for programs that ask.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Card => "image/png",
            Self::Eml => "message/rfc822",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8; header=present",
        }
    }
}

/// Renders the digest in one form. The same digest gives the same bytes.
///
/// [`Form::Pdf`], [`Form::Card`] and [`Form::Eml`] set a page, which takes tens of milliseconds and more for hundreds
/// of quotes: call it where nobody waits for the thread.
///
/// # Errors
/// The page could not be set, which is a bug of ours: no words can cause it.
pub fn render(form: Form, digest: &Digest, lang: Lang) -> Result<Vec<u8>, RenderError> {
    Ok(match form {
        Form::Html => html(digest, lang).into_bytes(),
        Form::Text => text(digest, lang).into_bytes(),
        Form::Pdf => pdf(digest, lang)?,
        Form::Card => card(digest, lang)?,
        Form::Eml => draft(digest, lang)?,
        Form::Markdown => markdown(digest, lang).into_bytes(),
        Form::Json => json(digest, lang),
        Form::Csv => table(digest, lang),
    })
}

/// Why a digest could not be rendered. It holds nothing that a person wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The page or the card could not be set.
    #[error(transparent)]
    Typeset(#[from] typeset::Error),
    /// A file could not be written.
    #[error("the digest could not be written as {form}")]
    Write {
        /// As what.
        form: &'static str,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_names_and_files_of_their_own() {
        for form in Form::ALL {
            assert_eq!(Form::from_name(form.name()), Some(*form));
            assert_eq!(serde_json::to_value(form).unwrap(), form.name());
        }
        let files: std::collections::BTreeSet<String> = Form::ALL.iter().map(|form| form.file_name(2027)).collect();
        assert_eq!(files.len(), 8, "{files:?}");
        assert_eq!(Form::from_name("docx"), None);
    }
}

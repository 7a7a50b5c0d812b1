//! Renderings of the one digest model. Pure: a [`Digest`] and a language in, bytes out.
//!
//! A [`Rendering`] has every [form](Form). Each form escapes for its own medium. None decides what its reader may see:
//! [`compose`](domain::digest::compose) did that before. The sentences that they share are in [`wording`].

mod chart;
mod csv;
mod development_day;
mod draft;
mod html;
mod inert;
mod json;
mod letter;
mod markdown;
pub mod opening;
mod print;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod text;
pub mod wording;

use std::cell::OnceCell;

use domain::digest::Digest;

use crate::text::Lang;
use crate::text::calendar_file;

pub use csv::{MARK, csv, write_rows};
pub use html::html;
pub use inert::with_inert_numbers;
pub use letter::{Attached, LETTER_MAX, letter, letter_with_reply};
pub use print::quote_picture;
pub use text::{COLUMNS, letter_text, text, wrapped};

/// The forms of a digest, in the order in which they are offered.
///
/// A new form is a variant, its place in [`Form::ALL`] and its row in `Form::row`, with a module of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// One page for a browser, which needs nothing else.
    Html,
    /// A4, to print or to attach.
    Pdf,
    /// A picture of 1200×630 pixels, for a chat.
    Card,
    /// Plain text of 72 columns.
    Text,
    /// A mail that its reader's program opens as a draft, with the page and the PDF in it.
    Eml,
    /// Text for wikis and issue trackers.
    Markdown,
    /// For programs; `docs/digest.schema.json` describes it.
    Json,
    /// The quotes as rows for a spreadsheet.
    Csv,
    /// The development day that a boss is asked for, for their calendar.
    Calendar,
}

/// What is to be known of a form.
struct Row {
    name: &'static str,
    ending: &'static str,
    media_type: &'static str,
    render: fn(&Rendering<'_>) -> Result<Vec<u8>, RenderError>,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Html,
        Self::Pdf,
        Self::Card,
        Self::Text,
        Self::Eml,
        Self::Markdown,
        Self::Json,
        Self::Csv,
        Self::Calendar,
    ];

    fn row(self) -> Row {
        match self {
            Self::Html => Row {
                name: "html",
                ending: "html",
                media_type: "text/html; charset=utf-8",
                render: |of| Ok(html(of.digest, of.lang).into_bytes()),
            },
            Self::Pdf => Row {
                name: "pdf",
                ending: "pdf",
                media_type: "application/pdf",
                render: |of| of.pdf().map(<[u8]>::to_vec),
            },
            Self::Card => Row {
                name: "card",
                ending: "png",
                media_type: "image/png",
                render: |of| print::card(of.digest, of.lang),
            },
            Self::Text => Row {
                name: "text",
                ending: "txt",
                media_type: "text/plain; charset=utf-8",
                render: |of| Ok(text(of.digest, of.lang).into_bytes()),
            },
            Self::Eml => Row { name: "eml", ending: "eml", media_type: "message/rfc822", render: |of| of.draft() },
            Self::Markdown => Row {
                name: "markdown",
                ending: "md",
                media_type: "text/markdown; charset=utf-8",
                render: |of| Ok(markdown::markdown(of.digest, of.lang).into_bytes()),
            },
            Self::Json => Row {
                name: "json",
                ending: "json",
                media_type: "application/json",
                render: |of| Ok(json::json(of.digest, of.lang)),
            },
            Self::Csv => Row {
                name: "csv",
                ending: "csv",
                media_type: "text/csv; charset=utf-8; header=present",
                render: |of| Ok(table::table(of.digest, of.lang)),
            },
            Self::Calendar => Row {
                name: "calendar",
                ending: "ics",
                media_type: calendar_file::MEDIA_TYPE,
                render: |of| Ok(development_day::file(of.digest, of.lang)),
            },
        }
    }

    /// The stable name: in the database, in custom ids and in the keys of texts.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The form of a stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.name() == name)
    }

    /// What a file of this form is called. It names the day and no one.
    #[must_use]
    pub fn file_name(self, year: i32) -> String {
        format!("cmad-{year}.{}", self.row().ending)
    }

    /// The form of a file by its name.
    #[must_use]
    pub fn of_file(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        Self::ALL.iter().copied().find(|form| form.row().ending == ending)
    }

    /// What a file of this form is, for programs that ask.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.row().media_type
    }

    /// Whether a page is set for it, which takes tens of megabytes of memory.
    #[must_use]
    pub const fn is_set(self) -> bool {
        matches!(self, Self::Pdf | Self::Card | Self::Eml)
    }

    /// Whether a mail carries it as a file: its page and its text are the mail itself, and it is no draft of one.
    #[must_use]
    pub const fn goes_with_a_mail(self) -> bool {
        !matches!(self, Self::Html | Self::Text | Self::Eml)
    }
}

/// A digest that is rendered in one form or in several. What several forms contain is made once.
#[derive(Debug)]
pub struct Rendering<'a> {
    digest: &'a Digest,
    lang: Lang,
    /// Set when the first form needs it. Hundreds of quotes take as long as all other forms together.
    pdf: OnceCell<Result<Vec<u8>, RenderError>>,
}

impl<'a> Rendering<'a> {
    /// A digest in a language. Nothing is rendered yet.
    #[must_use]
    pub const fn new(digest: &'a Digest, lang: Lang) -> Self {
        Self { digest, lang, pdf: OnceCell::new() }
    }

    /// The digest.
    #[must_use]
    pub const fn digest(&self) -> &Digest {
        self.digest
    }

    /// Renders one form. The same digest gives the same bytes.
    ///
    /// [`Form::Pdf`], [`Form::Card`] and [`Form::Eml`] set a page, which takes tens of milliseconds and more for hundreds
    /// of quotes: call it where it blocks no other task.
    ///
    /// # Errors
    /// The page could not be set, which is a bug of ours: no words can cause it.
    pub fn form(&self, form: Form) -> Result<Vec<u8>, RenderError> {
        (form.row().render)(self)
    }

    fn pdf(&self) -> Result<&[u8], RenderError> {
        let pdf = self.pdf.get_or_init(|| print::pdf(self.digest, self.lang));
        pdf.as_deref().map_err(Clone::clone)
    }

    /// A mail has no link that a manager added, neither in its words nor in its PDF.
    fn draft(&self) -> Result<Vec<u8>, RenderError> {
        let mailed = self.digest.clone().without_added_links();
        if mailed == *self.digest {
            return draft::draft(&mailed, self.lang, self.pdf()?);
        }
        draft::draft(&mailed, self.lang, &print::pdf(&mailed, self.lang)?)
    }
}

/// [`Rendering::form`] of a digest that is rendered in one form only.
///
/// # Errors
/// The page could not be set, which is a bug of ours: no words can cause it.
pub fn render(form: Form, digest: &Digest, lang: Lang) -> Result<Vec<u8>, RenderError> {
    Rendering::new(digest, lang).form(form)
}

/// Why a digest could not be rendered. Contains nothing that a person wrote.
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
mod form_tests {
    use super::*;

    #[test]
    fn forms_have_names_and_files_of_their_own() {
        for form in Form::ALL {
            assert_eq!(Form::from_name(form.name()), Some(*form));
            assert_eq!(serde_json::to_value(form).unwrap(), form.name());
            assert_eq!(Form::of_file(&form.file_name(2027)), Some(*form));
        }
        let files: std::collections::BTreeSet<String> = Form::ALL.iter().map(|form| form.file_name(2027)).collect();
        assert_eq!(files.len(), Form::ALL.len(), "{files:?}");
        assert_eq!(Form::from_name("docx"), None);
    }
}

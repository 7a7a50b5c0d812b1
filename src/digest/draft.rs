//! The digest as a mail without a recipient, which the reader's mail program opens as a draft (`.eml`).
//!
//! The only file but `src/mail` that builds mail: lettre's builder encodes headers and parts.

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue, Subject};
use lettre::message::{Attachment, MultiPart, SinglePart};

use crate::digest::{
    Attached, Form, LETTER_MAX, RenderError, development_day, letter, letter_text, with_inert_numbers, wording,
};
use crate::text::Lang;
use domain::digest::{Audience, Digest, fingerprint};

/// The draft: the text and the page as alternatives, the PDF attached, and for a boss the development day. `Cc` is present and empty, for the boss.
///
/// Who opens it is its sender, and no date stands in it: their program adds both.
///
/// # Errors
/// A file could not be written.
pub fn draft(digest: &Digest, lang: Lang, pdf: &[u8]) -> Result<Vec<u8>, RenderError> {
    let mut files = vec![(Form::Pdf, pdf.to_vec())];
    files.extend((digest.audience == Audience::Boss).then(|| (Form::Calendar, development_day::file(digest, lang))));
    let forms: Vec<Form> = files.iter().map(|(form, _)| *form).collect();
    let attached = Attached::of(digest, &forms);
    let shown = with_inert_numbers(digest);
    let print = fingerprint(digest);
    // No one can have written this boundary into their words: it depends on all of them. lettre's own is random.
    let boundary = |part: &str| format!("cmad-{part}-{}", hex::encode(&print[..16]));
    let alternatives = MultiPart::alternative()
        .boundary(boundary("words"))
        .singlepart(SinglePart::plain(letter_text(&shown, lang, attached, None)))
        .singlepart(SinglePart::html(letter(&shown, lang, attached, LETTER_MAX)));
    let mut mail = MultiPart::mixed()
        .header(Unsent)
        .header(Subject::from(wording::headline(digest, lang)))
        .header(EmptyCc)
        .header(MimeVersion)
        .boundary(boundary("mail"))
        .multipart(alternatives);
    for (form, bytes) in files {
        let kind = ContentType::parse(form.media_type()).map_err(|_| RenderError::Write { form: "eml" })?;
        mail = mail.singlepart(Attachment::new(form.file_name(digest.year)).body(bytes, kind));
    }
    Ok(mail.formatted())
}

/// Declares a header whose value never changes.
macro_rules! fixed_header {
    ($name:ident, $title:literal, $value:literal, $why:literal) => {
        #[doc = $why]
        #[derive(Clone)]
        struct $name;

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($title)
            }

            fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self)
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), $value.to_owned())
            }
        }
    };
}

fixed_header!(Unsent, "X-Unsent", "1", "Outlook and others open a file with it as a draft.");
fixed_header!(EmptyCc, "Cc", "", "The manager adds their boss here.");
fixed_header!(MimeVersion, "MIME-Version", "1.0", "Without it a reader need not look for parts.");

//! Typst behind two functions: a [`Template`] and JSON in, a [PDF](pdf) or a [PNG](png) out.
//!
//! Words of people reach a template as values in a file of data and never as a part of its source, so that nothing in
//! them can be Typst's markup. A template can read that one file and nothing else of the machine, and what is made
//! depends on nothing else: the same data gives the same bytes.
//!
//! The fonts are built in. [`Letters`] makes a text settable: what no font has is replaced, and the template can say so.

mod fonts;
mod letters;
mod press;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use serde::Serialize;
use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

pub use letters::{Letters, NO_LETTER, Settable};
pub use press::Template;

/// Sets a document as PDF/UA-1 (accessible to screen readers) with embedded fonts. It contains no dates except those in
/// the data.
///
/// `ident` identifies its content, and `creator` is the program that made it.
///
/// # Errors
/// The template does not compile with this data, or the document does not conform to PDF/UA-1.
pub fn pdf(template: &Template, data: &impl Serialize, ident: &str, creator: &str) -> Result<Vec<u8>, Error> {
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(creator.to_owned())),
        timestamp: None,
        page_ranges: None,
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| Error::Write { format: "PDF" })?,
        tagged: true,
        pretty: false,
    };
    let document = press::set(template, data)?;
    let file = typst_pdf::pdf(&document, &options).map_err(|_| Error::Write { format: "PDF" });
    press::forget();
    file
}

/// Draws the first page of a document as a picture, one pixel for each of the template's points.
///
/// # Errors
/// The template does not compile with this data, or it has no page.
pub fn png(template: &Template, data: &impl Serialize) -> Result<Vec<u8>, Error> {
    let document = press::set(template, data)?;
    let options = RenderOptions { pixel_per_pt: Scalar::new(1.0), render_bleed: false };
    let picture = document.pages().first().map(|page| typst_render::render(page, &options).encode_png());
    press::forget();
    picture.and_then(Result::ok).ok_or(Error::Write { format: "PNG" })
}

/// Why a document could not be made. It holds nothing of the data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The data is not JSON: a map's keys are no strings, for example.
    #[error("the data cannot be written as JSON")]
    Data,
    /// The template does not compile with this data.
    #[error("the template {template} does not compile: {problems} problems, the first at byte {at}")]
    Compile {
        /// The template's name.
        template: &'static str,
        /// How many problems there are.
        problems: usize,
        /// Where in the template the first one is; 0 when it is elsewhere.
        at: usize,
    },
    /// The document was set and could not be written.
    #[error("the document could not be written as {format}")]
    Write {
        /// The format.
        format: &'static str,
    },
}

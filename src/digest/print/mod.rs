//! The digest on paper and as a picture: set by Typst, from two templates and one set of data.
//!
//! Whatever people wrote reaches a template as a value in a file of data and never as a part of its source, so that
//! nothing in their words can be Typst's markup. The templates can read that one file and nothing else.

#[cfg(test)]
mod contrast;
mod data;
mod letters;
mod press;
#[cfg(test)]
mod tests;

use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::digest::RenderError;
use crate::text::Lang;
use data::Room;
use domain::digest::{Digest, fingerprint};
use press::Template;

/// The digest on A4: one page with everything but the quotes, which follow. Made for screen readers by PDF/UA-1, with
/// its fonts in it; it holds no date but the day's, so that the same digest gives the same file.
///
/// # Errors
/// The page could not be set, which no words can cause.
pub fn pdf(digest: &Digest, lang: Lang) -> Result<Vec<u8>, RenderError> {
    let document = press::set(Template::Page, &data::of(digest, lang, Room::Page))?;
    let ident: String = fingerprint(digest).iter().map(|byte| format!("{byte:02x}")).collect();
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("cmad".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| RenderError::Write { form: "PDF" })?,
        tagged: true,
        pretty: false,
    };
    let file = typst_pdf::pdf(&document, &options).map_err(|_| RenderError::Write { form: "PDF" });
    press::forget();
    file
}

/// The digest as a picture of 1200×630 pixels, which chats and social networks show whole: the sentence, the numbers, and what fits of one testimonial.
///
/// # Errors
/// The card could not be set, which no words can cause.
pub fn card(digest: &Digest, lang: Lang) -> Result<Vec<u8>, RenderError> {
    let document = press::set(Template::Card, &data::of(digest, lang, Room::Card))?;
    let page = document.pages().first().ok_or(RenderError::Write { form: "PNG" })?;
    // The template counts in points and draws one pixel for each.
    let options = RenderOptions { pixel_per_pt: Scalar::new(1.0), render_bleed: false };
    let picture = typst_render::render(page, &options).encode_png().map_err(|_| RenderError::Write { form: "PNG" });
    press::forget();
    picture
}

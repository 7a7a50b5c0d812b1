//! The digest on paper and as a picture: set by Typst, from two templates and one set of data.

mod data;
mod quote;
pub(super) mod room;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use typeset::Template;

use crate::digest::RenderError;
use crate::text::Lang;
use data::PrintForm;
use domain::digest::{Digest, Quote, fingerprint};

static PAGE: LazyLock<Template> =
    LazyLock::new(|| Template::new("page.typ", &[include_str!("shared.typ"), include_str!("page.typ")]));

static CARD: LazyLock<Template> =
    LazyLock::new(|| Template::new("card.typ", &[include_str!("shared.typ"), include_str!("card.typ")]));

static QUOTE: LazyLock<Template> =
    LazyLock::new(|| Template::new("quote.typ", &[include_str!("shared.typ"), include_str!("quote.typ")]));

/// The digest on A4: one page with everything but the quotes, which follow. It holds no date but the day's, so that the
/// same digest gives the same file.
///
/// # Errors
/// The page could not be set, which no words can cause.
pub fn pdf(digest: &Digest, lang: Lang) -> Result<Vec<u8>, RenderError> {
    let ident = hex::encode(fingerprint(digest));
    Ok(typeset::pdf(&PAGE, &data::of(digest, lang, PrintForm::Page), &ident, "cmad")?)
}

/// The digest as a picture of 1200×630 pixels, which chats and social networks show whole: the sentence, the numbers,
/// and what fits of one testimonial.
///
/// # Errors
/// The card could not be set, which no words can cause.
pub fn card(digest: &Digest, lang: Lang) -> Result<Vec<u8>, RenderError> {
    Ok(typeset::png(&CARD, &data::of(digest, lang, PrintForm::Card))?)
}

/// One quote as a picture of 1200×1200 pixels, with `words` for its words: all of them, who said them, and the link as text.
///
/// # Errors
/// The picture could not be set, which no words can cause.
pub fn quote_picture(digest: &Digest, quote: &Quote, words: &str, lang: Lang) -> Result<Vec<u8>, RenderError> {
    Ok(typeset::png(&QUOTE, &quote::of(digest, quote, words, lang))?)
}

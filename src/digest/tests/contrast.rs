//! Every colour of the page and the letter against what it is drawn on: in light, in dark and on paper. A black-and-white
//! printer keeps how light a colour is, and that is all that the measure looks at. What Typst sets is measured in
//! `print/tests/contrast.rs`.

use crate::digest::letter::{LINE, TRACK};
use crate::digest::tests::samples::{hundreds, samples};
use crate::digest::{Attached, LETTER_MAX};
use crate::digest::{html, letter};
use crate::page::tests::contrast::{Pairs, Scheme, measure};
use crate::text::Lang;

#[test]
fn the_page_can_be_read_in_light_in_dark_and_on_paper() {
    for scheme in Scheme::ALL {
        let mut pairs = Pairs::default();
        for (_, digest) in samples().into_iter().chain([("hundreds", hundreds())]) {
            measure(&html(&digest, Lang::english()), scheme, &["var(--line)", "var(--track)"], &mut pairs);
        }
        pairs.hold(&format!("the page, {scheme:?}"), 4, 4);
    }
}

#[test]
fn the_letter_can_be_read() {
    let mut pairs = Pairs::default();
    for (_, digest) in samples().into_iter().chain([("hundreds", hundreds())]) {
        measure(
            &letter(&digest, Lang::english(), Attached { whole_pdf: false, calendar: true }, LETTER_MAX),
            Scheme::Light,
            &[LINE, TRACK],
            &mut pairs,
        );
    }
    pairs.hold("the letter", 4, 3);
}

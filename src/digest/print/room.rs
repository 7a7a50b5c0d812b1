//! How many quotes a PDF has room for: setting them takes memory for each of them and for each letter, and a digest must be
//! possible on a machine that gives the program 128 MB.

use domain::digest::Quote;

/// What the quotes of a PDF may take together, in letters: 0.26 kB each was measured, so 47 MB.
const LETTERS: usize = 180_000;
/// What each quote takes beside its words, in letters: its signature, its links and its place.
const LETTERS_EACH: usize = 330;

/// How many of a digest's list of quotes stand in its PDF, the first ones. It says how many more there are; the other forms have
/// them all.
pub(in crate::digest) fn printed(quotes: &[&Quote]) -> usize {
    let mut left = LETTERS;
    let fits = |quote: &&&Quote| {
        let takes = LETTERS_EACH + quote.words.chars().count();
        let fits = takes <= left;
        left = left.saturating_sub(takes);
        fits
    };
    quotes.iter().take_while(fits).count()
}

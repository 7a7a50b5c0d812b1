//! The page and the card, looked at by readers that are not ours, and letter by letter.

mod contrast;
mod quote;

use std::io::Write as _;
use std::process::Command;

use proptest::prelude::*;
use typeset::testing::{Kind, Page};

use super::*;
use crate::digest::opening::Opening;
use crate::digest::print::room::printed;
use crate::digest::tests::samples::{case, hundreds, samples, states};
use crate::digest::wording;
use domain::digest::Audience;
use domain::roster::Manager;
use domain::testing::{alex, arbitrary_case, thanks};
use domain::thanks::{Consent, ThanksId};

/// The card's size in pixels.
const CARD_PX: (u32, u32) = (1200, 630);

/// What poppler reads in a PDF.
struct Read {
    /// The text of each page, without any white space: where lines break is not what is asked here.
    pages: Vec<String>,
    fonts: Vec<String>,
    info: String,
    /// What the file declares about itself.
    meta: String,
    /// Its parts as a screen reader gets them: what each is, and its text.
    parts: String,
}

fn read(pdf: &[u8]) -> Read {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let run = |program: &str, options: &[&str], to: &[&str]| {
        let done = Command::new(program).args(options).arg(file.path()).args(to).output();
        let done = done.unwrap_or_else(|error| panic!("{program} (Debian's poppler-utils) reads the pages: {error}"));
        assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
        // The titles of headings come in another encoding.
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    let text = run("pdftotext", &["-enc", "UTF-8"], &["-"]);
    Read {
        pages: text.split_terminator('\u{c}').map(squeezed).collect(),
        fonts: run("pdffonts", &[], &[]).lines().skip(2).map(str::to_owned).collect(),
        info: run("pdfinfo", &[], &[]),
        meta: run("pdfinfo", &["-meta"], &[]),
        parts: run("pdfinfo", &["-struct-text"], &[]),
    }
}

/// Without white space and without what is not seen, nor hyphens: poppler takes one at the end of a line for a break.
fn squeezed(text: &str) -> String {
    let unseen =
        |c: char| c.is_whitespace() || c == '-' || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !unseen(*c)).collect()
}

/// The letters of a document as they were set, and how many have no shape in their font.
fn letters(pages: &[Page]) -> (String, usize) {
    let (mut all, mut without_shape) = (String::new(), 0);
    for item in pages.iter().flat_map(|page| &page.items) {
        if let Kind::Text { text, missing } = &item.kind {
            all.push_str(text);
            // What is not seen has no shape and needs none.
            without_shape += missing.iter().filter(|letter| !squeezed(letter).is_empty()).count();
        }
    }
    (squeezed(&all), without_shape)
}

/// The pages of the PDF, and the card.
fn set(digest: &Digest, lang: Lang) -> [Vec<Page>; 2] {
    let set = |template, form| typeset::testing::pages(template, &data::of(digest, lang, form)).unwrap();
    [set(&PAGE, PrintForm::Page), set(&CARD, PrintForm::Card)]
}

#[test]
fn another_program_reads_the_page() {
    for (name, digest) in samples() {
        let file = pdf(&digest, Lang::english()).unwrap();
        let read = read(&file);
        let all = read.pages.concat();
        // Poppler gives words from right to left in the order in which they are seen; and long marks are cut.
        let is_plain = |words: &str| words.chars().all(|c| c < '\u{300}' || ('\u{2000}'..'\u{fb00}').contains(&c));
        let has = |text: &str| assert!(all.contains(&squeezed(text)) || !is_plain(text), "{name}: {text}\n{all}");
        has(&wording::headline(&digest, Lang::english()));
        let last = wording::not_a_score(Lang::english());
        assert_eq!(all.matches(&squeezed(&last)).count(), 1, "{name}: the last sentence stands once");
        wording::numbers(&digest, Lang::english()).iter().for_each(|sentence| has(sentence));
        for quote in &digest.quotes {
            // Line by line: poppler may read the other column between two paragraphs.
            quote.words.lines().for_each(has);
        }
        digest.added.iter().for_each(|one| {
            one.words.lines().for_each(has);
            has(&wording::added_heading(&digest, Lang::english()));
        });
        for font in &read.fonts {
            let columns: Vec<&str> = font.split_whitespace().rev().take(5).collect();
            assert_eq!(columns[4], "yes", "{name}: a font is not in the file: {font}");
        }
        let title = format!("Title:           {}", wording::title(&digest, Lang::english()));
        assert!(read.info.contains(&title) && read.info.contains("Tagged:          yes"), "{}", read.info);
        assert!(read.info.contains("(A4)"), "{}", read.info);
    }
}

#[test]
fn a_screen_reader_gets_the_page_in_its_order() {
    for lang in Lang::all() {
        for (name, digest) in states() {
            let read = read(&pdf(&digest, lang).unwrap());
            assert!(read.meta.contains("<pdfuaid:part>1</pdfuaid:part>"), "{name}: no PDF/UA-1: {}", read.meta);
            assert!(read.meta.contains(&format!("<rdf:li>{}</rdf:li>", lang.tag())), "{name}: {}", read.meta);
            assert!(read.info.contains("Tagged:          yes"), "{name}: {}", read.info);
            // One headline, first; then no level is left out.
            let is_heading = |line: &&str| line.starts_with('H') && line[1..].starts_with(['1', '2', '3']);
            let levels: Vec<u8> = read
                .parts
                .lines()
                .map(str::trim_start)
                .filter(is_heading)
                .map(|line| line.as_bytes()[1] - b'0')
                .collect();
            assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{name} in {lang:?}");
            let no_gap = levels.windows(2).all(|two| two[1] <= two[0] + 1);
            assert!(levels[0] == 1 && no_gap, "{name} in {lang:?}: {levels:?}");
            let quotes = read.parts.lines().filter(|line| line.trim() == "BlockQuote").count();
            let wordless = digest.quotes.iter().filter(|quote| quote.words.is_empty()).count();
            assert!(quotes + wordless >= digest.quotes.len(), "{name} in {lang:?}: {}", read.parts);
            if let Some((_, summary)) = wording::chart(&digest, lang) {
                let figures = read.parts.lines().filter(|line| line.trim().starts_with("Figure")).count();
                assert_eq!(figures, 1, "{name} in {lang:?}: the chart, {summary}: {}", read.parts);
            }
            let bare = read.parts.lines().find(|line| line.starts_with("  Span") || line.starts_with("  Link"));
            assert_eq!(bare, None, "{name}: each text is in a paragraph, a heading or a quote: {}", read.parts);
        }
    }
}

#[test]
fn the_first_page_holds_everything_but_the_quotes() {
    for lang in Lang::all() {
        for (name, digest) in states() {
            let pages = read(&pdf(&digest, lang).unwrap()).pages;
            let last = wording::to_do(&digest, lang).into_iter().next_back().unwrap();
            let has = |at: usize, text: &str| pages.get(at).is_some_and(|page: &String| page.contains(&squeezed(text)));
            if digest.quotes.len() > 8 {
                assert!(has(0, &last.text), "{name} in {lang:?}: {pages:?}");
                let heading = wording::quotes_heading(&digest, &Opening::of(&digest, lang), lang);
                assert!(has(1, &heading), "{name} in {lang:?}: {pages:?}");
            } else {
                assert_eq!(pages.len(), 1, "{name} in {lang:?} is one page");
            }
        }
    }
}

#[test]
fn hundreds_of_quotes_are_there_and_the_rest_is_counted() {
    let (digest, lang) = (hundreds(), Lang::english());
    let all = read(&pdf(&digest, lang).unwrap()).pages.concat();
    let opening = Opening::of(&digest, lang);
    let (there, left) = opening.listed.split_at(printed(&opening.listed));
    assert!(there.len() > 350 && !left.is_empty(), "{} and {}", there.len(), left.len());
    for quote in there {
        assert!(all.contains(&squeezed(&quote.words)), "{}", quote.words);
    }
    assert!(all.contains(&squeezed(&wording::more(left.len(), false, lang))), "{all}");
}

#[test]
fn no_letter_is_missing() {
    for lang in Lang::all() {
        let looked_at = if lang == Lang::english() { samples() } else { states() };
        for (name, digest) in looked_at {
            for document in set(&digest, lang) {
                let (text, missing) = letters(&document);
                assert_eq!(missing, 0, "{name} in {lang:?}: {text}");
            }
        }
    }
}

#[test]
fn the_card_is_a_picture_for_a_chat() {
    for (name, digest) in samples() {
        let file = card(&digest, Lang::english()).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.width, info.height), CARD_PX);
        assert_eq!(info.color_type, png::ColorType::Rgba);
        let dark = pixels.chunks(4).filter(|pixel| pixel[..3].iter().all(|channel| *channel < 80)).count();
        assert!(dark > 3000, "{name}: something is written on it: {dark}");
        assert!(pixels.chunks(4).all(|pixel| pixel[3] == 255), "{name}: it is seen on dark ground too");
        assert_eq!(pixels[..3], [0x0d, 0x6a, 0x63], "{name}: the accent is where it belongs");
        assert!(file.len() < 300_000, "{name}: {} bytes", file.len());
    }
}

#[test]
fn long_testimonials_leave_the_page_whole() {
    let all = (1..=9)
        .map(|id| thanks(id, id.unsigned_abs(), &format!("{id} {}", "kind words\n".repeat(130)), Consent::Public));
    let mut case = case(all.collect());
    case.choices.pinned = [1, 2, 3].map(ThanksId).to_vec();
    let name = "Maximiliane ".repeat(8);
    let manager = Manager { title: Some(name.clone()), team: Some(name.clone()), name, ..alex() };
    for audience in [Audience::Boss, Audience::Manager] {
        let digest = case.compose(&manager, audience);
        let pages = read(&pdf(&digest, Lang::english()).unwrap()).pages;
        let last = wording::to_do(&digest, Lang::english()).pop().expect("it is asked of a boss");
        assert!(pages[0].contains(&squeezed(&last.text)), "{}", pages[0]);
        // What was cut above stands whole below, although the three testimonials are all that there is to cut.
        assert_eq!(pages.concat().matches("kindwords").count() / 130, 9, "{pages:?}");
    }
}

#[test]
fn words_are_no_markup() {
    let words = "#panic(\"x\") $x^2$ *bold* _it_ `raw` <label> @ref = head // no /* no */ \\ #read(\"/etc/passwd\") https://x.y";
    let mut case = case(vec![thanks(1, 1, words, Consent::Public)]);
    case.choices.pinned = vec![ThanksId(1)];
    let digest = case.compose(&alex(), Audience::Boss);
    for document in set(&digest, Lang::english()) {
        assert!(letters(&document).0.contains(&squeezed(words)), "{}", letters(&document).0);
    }
}

#[test]
fn letters_that_no_font_has_are_owned_up_to() {
    let digest = case(vec![thanks(1, 1, "ខ្មែរ", Consent::Public)]).compose(&alex(), Audience::Boss);
    let all = read(&pdf(&digest, Lang::english()).unwrap()).pages.concat();
    assert!(all.contains("\u{fffd}") && all.contains("standsforletters"), "{all}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn neither_shows_what_was_not_allowed(case in arbitrary_case()) {
        let digest = case.compose(&alex(), Audience::Boss);
        for document in set(&digest, Lang::english()) {
            let (text, missing) = letters(&document);
            case.check_consent(&text);
            prop_assert_eq!(missing, 0);
        }
        let (text, _) = letters(&set(&digest, Lang::english())[0]);
        for quote in &digest.quotes {
            let mark = quote.words.split(' ').next().unwrap_or_default();
            prop_assert!(quote.shortened || text.contains(mark), "{mark} is quoted");
        }
        }

    #[test]
    fn arbitrary_words_can_be_set(words in any::<String>(), name in any::<String>(), many in any::<bool>()) {
        let mut all = vec![thanks(1, 1, &words, Consent::Public)];
        all[0].signature = name.clone();
        if many {
            all.extend((2..12).map(|id| thanks(id, id.unsigned_abs(), &words, Consent::Named)));
        }
        let manager = Manager { name, ..alex() };
        let digest = case(all).compose(&manager, Audience::Manager);
        for document in set(&digest, Lang::english()) {
            prop_assert_eq!(letters(&document).1, 0);
        }
        prop_assert!(pdf(&digest, Lang::english()).unwrap().starts_with(b"%PDF"));
        prop_assert!(card(&digest, Lang::english()).unwrap().starts_with(b"\x89PNG"));
    }
}

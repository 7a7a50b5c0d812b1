//! The picture of one quote: all of it is there, whatever its length and its script.

use super::*;
use crate::digest::print::quote;
use domain::digest::Quote;

/// The first quote of a digest of one, by someone of this name.
fn said(words: &str, name: &str) -> (Digest, Quote) {
    let mut one = thanks(1, 1, words, Consent::Public);
    one.signature = name.to_owned();
    let digest = case(vec![one]).compose(&alex(), Audience::Manager);
    let quote = digest.quotes[0].clone();
    (digest, quote)
}

/// The only page, after all letters were found to have a shape and a place on it.
fn drawn(words: &str, name: &str, lang: Lang) -> String {
    let (digest, quote) = said(words, name);
    let data = quote::of(&digest, &quote, &quote.words, lang);
    let pages = typeset::testing::pages(&QUOTE, &data).unwrap();
    assert_eq!(pages.len(), 1);
    for item in &pages[0].items {
        let inside = item.corners.iter().flatten().all(|place| (-1.0..=1201.0).contains(place));
        assert!(inside, "{item:?}");
    }
    // The day, the words and the name stand below each other.
    let mut lowest = 0.0_f64;
    for item in pages[0].items.iter().take_while(|item| item.kind != Kind::Line) {
        if matches!(item.kind, Kind::Text { .. }) {
            let at = item.corners[0][1];
            assert!(at > lowest - 8.0, "{at} stands above {lowest}: {item:?}");
            lowest = lowest.max(at);
        }
    }
    let (text, missing) = letters(&pages);
    assert_eq!(missing, 0, "{name}");
    text
}

#[test]
fn the_longest_quote_of_every_script_stands_whole_on_its_picture() {
    let scripts = [
        ("You stayed until it worked. ", "Ada"),
        ("Ευχαριστώ για όλα. ", "Ελένη"),
        ("Спасибо за всё. ", "Оля"),
        ("תודה רבה על הכול. ", "נועה"),
        ("شكرًا على كل شيء. ", "ليلى"),
        ("हर बात के लिए धन्यवाद। ", "आशा"),
        ("ขอบคุณสำหรับทุกอย่าง ", "มะลิ"),
        ("いつも丁寧に答えてくださり、ありがとうございます。", "花子"),
        ("谢谢你的耐心，一直都在。", "小明"),
        ("정말 고맙습니다. ", "지우"),
        ("Շնորհակալություն ամեն ինչի համար։ ", "Անի"),
        ("გმადლობთ ყველაფრისთვის. ", "ნინო"),
        ("🧡👍🏽👨‍👩‍👧✨ ", "𝓗𝓮𝓵𝓵𝓸"),
        ("W", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"),
        ("a\n", "Line"),
    ];
    for (words, name) in scripts {
        for length in [1, 240, 1500, 4000] {
            let long: String = words.chars().cycle().take(length.max(words.chars().count())).collect();
            let text = drawn(long.trim(), name, Lang::english());
            // Runs from right to left come in the order in which they are drawn.
            let count = |text: &str| squeezed(text).chars().filter(|c| c.is_alphanumeric()).count();
            assert!(count(&text) >= count(&long), "{name}, {length}: {} of {}", count(&text), count(&long));
        }
    }
}

#[test]
fn the_picture_is_a_square_with_name_date_and_link_in_every_language() {
    for lang in Lang::all() {
        let (digest, quote) = said("You stayed.", "Kim");
        let picture = quote_picture(&digest, &quote, &quote.words, lang).unwrap();
        let info = png::Decoder::new(std::io::Cursor::new(&picture)).read_info().unwrap().info().clone();
        assert_eq!((info.width, info.height), (1200, 1200));
        assert!(picture == quote_picture(&digest, &quote, &quote.words, lang).unwrap());
        let text = drawn("You stayed.", "Kim", lang);
        let link = quote.link.unwrap().to_string();
        for part in ["Youstayed.", "Kim", "Alex", &link, &squeezed(&wording::day(&digest, lang)), "#CMAD"] {
            assert!(text.contains(&squeezed(part)), "{part}: {text}");
        }
    }
}

#[test]
fn words_in_the_picture_are_no_markup() {
    let words = "#panic(\"x\") $x^2$ *bold* `raw` = head // no #read(\"/etc/passwd\")";
    assert!(drawn(words, "#link(\"x\")", Lang::english()).contains(&squeezed(words)));
}

use serde_json::json;

use crate::letters::is_ignorable;
use crate::testing::{Item, Kind, pages};
use crate::{Error, Letters, Template, pdf, png};

const HEAD: &str = r#"
#let d = json("data.json")
#set document(title: d.words)
#set text(lang: "en")
"#;

fn template(text: &str) -> Template {
    Template::new("test.typ", &[HEAD, text])
}

fn page() -> Template {
    template("#set page(width: 200pt, height: 100pt, margin: 10pt, fill: rgb(\"#fbfaf8\"))\n#title()\n#d.words")
}

fn items(template: &Template, words: &str) -> Vec<Item> {
    pages(template, &json!({ "words": words })).unwrap().into_iter().flat_map(|page| page.items).collect()
}

fn text(items: &[Item]) -> String {
    let texts = items.iter().filter_map(|item| match &item.kind {
        Kind::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn the_same_data_gives_the_same_files() {
    let data = json!({ "words": "Thank you, Ada" });
    let file = pdf(&page(), &data, "ident", "tests").unwrap();
    assert!(file.starts_with(b"%PDF") && file == pdf(&page(), &data, "ident", "tests").unwrap());
    assert!(file != pdf(&page(), &json!({ "words": "Thank you, Ben" }), "ident", "tests").unwrap());
    let picture = png(&page(), &data).unwrap();
    assert!(picture == png(&page(), &data).unwrap());
    let reader = png::Decoder::new(std::io::Cursor::new(&picture)).read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (200, 100), "a pixel for each point");
}

#[test]
fn words_are_no_markup() {
    let words = "#panic(1) *bold* $x^2$ `raw` = head // no";
    let shown: String = text(&items(&template("#d.words"), words)).split_whitespace().collect();
    assert_eq!(shown, words.split_whitespace().collect::<String>());
}

#[test]
fn what_is_drawn_is_known_with_its_place_and_colour() {
    let square = "#set page(width: 200pt, height: 100pt, margin: 10pt, fill: rgb(\"#fbfaf8\"))\n\
        #place(dx: 5pt, dy: 7pt, rect(width: 20pt, height: 30pt, fill: rgb(\"#0d6a63\")))\n\
        #place(line(length: 50pt, stroke: rgb(\"#ddd8cf\")))";
    let found = pages(&template(square), &json!({ "words": "" })).unwrap();
    assert_eq!((found.len(), found[0].paper), (1, [0xfb, 0xfa, 0xf8]));
    let [area, line] = &found[0].items[..] else { panic!("{:?}", found[0].items) };
    assert_eq!((&area.kind, area.color, area.corners), (&Kind::Area, [0x0d, 0x6a, 0x63], [[15.0, 17.0], [35.0, 47.0]]));
    assert_eq!((&line.kind, line.color, line.corners), (&Kind::Line, [0xdd, 0xd8, 0xcf], [[10.0, 10.0], [60.0, 10.0]]));
}

#[test]
fn a_letter_that_has_no_shape_is_found() {
    let template = template("#set text(font: \"Source Sans Pro\", fallback: false)\n#d.words");
    let missing = |words: &str| {
        let found = items(&template, words).into_iter();
        let missing = found.flat_map(|item| match item.kind {
            Kind::Text { missing, .. } => missing,
            _ => Vec::new(),
        });
        missing.collect::<String>()
    };
    assert_eq!(missing("Thank you"), "");
    // Khmer: none of the fonts has it, which is why `Letters` replaces it.
    assert_eq!(missing("a \u{1780} b"), "\u{1780}");
}

#[test]
fn what_no_one_sees_has_no_empty_box() {
    let template = template("#d.words");
    let unseen: Vec<char> = ('\0'..=char::MAX).filter(|c| is_ignorable(*c)).collect();
    assert!(unseen.len() > 4000, "{}", unseen.len());
    for some in unseen.chunks(64) {
        let words: String = some.iter().flat_map(|c| ['a', *c]).collect();
        let set = Letters::default().set(&words).lines.join("\n");
        let missing = items(&template, &set).into_iter().any(|item| match item.kind {
            Kind::Text { missing, .. } => !missing.is_empty(),
            _ => false,
        });
        assert!(!missing, "one of {some:x?}");
    }
}

#[test]
fn an_error_says_where_and_repeats_nothing_of_the_data() {
    let fails = template("#d.words.missing");
    let data = json!({ "words": "secret words" });
    let error = pdf(&fails, &data, "ident", "tests").unwrap_err();
    let at = HEAD.len();
    assert!(
        matches!(error, Error::Compile { template: "test.typ", problems: 1, at: found } if found >= at),
        "{error:?}"
    );
    assert!(!format!("{error} {error:?}").contains("secret"), "{error}");
    assert!(matches!(png(&fails, &data), Err(Error::Compile { .. })));
    let untitled = Template::new("untitled.typ", &["#heading[a]"]);
    assert_eq!(pdf(&untitled, &data, "ident", "tests"), Err(Error::Write { format: "PDF" }), "PDF/UA wants a title");
}

#[test]
fn a_template_reads_its_data_and_no_other_file() {
    for path in ["Cargo.toml", "/etc/passwd", "test.typ"] {
        let reads = template(&format!("#read(\"{path}\")"));
        assert!(matches!(pages(&reads, &json!({ "words": "" })), Err(Error::Compile { .. })), "{path}");
    }
}

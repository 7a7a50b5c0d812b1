//! Every form, decoded by a reader that is not ours, for every sample and in every language that is built in.
//! What Typst sets is read in `print/tests.rs`.

use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use html5ever::tendril::TendrilSink as _;
use mail_parser::{MessageParser, MimeHeaders as _};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::digest::json::json;
use crate::digest::markdown::markdown;
use crate::digest::opening::Opening;
use crate::digest::print::pdf;
use crate::digest::table::table;
use crate::digest::tests::samples::{case, hundreds, samples, states};
use crate::digest::{
    Attached, Form, LETTER_MAX, Rendering, html, letter, letter_text, render, text, with_inert_numbers, wording,
};
use crate::text::Lang;
use domain::digest::{AddedList, Amount, Audience, Digest, FromElsewhere, Quote};
use domain::roster::Manager;
use domain::testing::{Case, alex, arbitrary_case, thanks};
use domain::thanks::Consent;

/// The contract of the JSON form (draft 2020-12).
const SCHEMA: &str = include_str!("../../../docs/digest.schema.json");

fn everywhere(check: impl Fn(&str, &Digest, Lang)) {
    for lang in Lang::all() {
        samples().iter().chain(&[("hundreds", hundreds())]).for_each(|(name, digest)| check(name, digest, lang));
    }
}

#[test]
fn the_same_digest_is_the_same_file() {
    for (name, digest) in states() {
        for form in Form::ALL {
            let again = || render(*form, &digest, Lang::english()).unwrap();
            assert!(again() == again(), "{name} as {form:?}");
        }
    }
}

#[test]
fn what_only_discord_can_show_is_said_in_words() {
    let words =
        "See <id:customize>, <id:browse> and <#5>: </cmad mine:12> <:wave:7> <t:1800868500:R>, thank you <@&8>!";
    let all = (1..4).map(|id| thanks(id, id.unsigned_abs(), words, Consent::Public));
    let digest = case(all.collect()).compose(&alex(), Audience::Boss);
    let says =
        "See Channels & Roles, Browse Channels and #channel: /cmad mine :wave: 2027-01-25 10:15, thank you @role!";
    assert!(digest.quotes.iter().all(|quote| quote.words.contains(says)), "{:?}", digest.quotes);
    for form in Form::ALL {
        let bytes = render(*form, &digest, Lang::english()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for markup in ["id:customize", "id:browse", "t:1800868500", "wave:7"] {
            assert!(!text.contains(markup), "{markup} in {form:?}");
        }
    }
    for lang in Lang::all() {
        let said = wording::placeholders(lang);
        let all = [said.someone, said.channel, said.role, said.customize, said.browse, said.guide, said.linked_roles];
        assert!(all.iter().all(|one| !one.is_empty() && !one.contains('<')), "{all:?}");
    }
}

/// A node of a page with its name, its attributes and the text in it.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn elements(page: &str) -> Vec<Element> {
    fn text(node: &Handle) -> String {
        let own = match &node.data {
            NodeData::Text { contents } => contents.borrow().to_string(),
            _ => String::new(),
        };
        node.children.borrow().iter().fold(own, |all, child| all + &text(child))
    }
    fn walk(node: &Handle, found: &mut Vec<Element>) {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attributes = attrs.borrow();
            let attributes = attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
            found.push(Element { name: name.local.to_string(), attributes, text: text(node) });
        }
        node.children.borrow().iter().for_each(|child| walk(child, found));
    }
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(page);
    assert_eq!(dom.errors.borrow().len(), 0, "{:?}", dom.errors.borrow());
    let mut found = Vec::new();
    walk(&Rc::clone(&dom.document), &mut found);
    found
}

/// The page as a browser and a screen reader understand it.
fn check_html(page: &str, digest: &Digest, lang: Lang) {
    const KNOWN: &[&str] = &[
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "section",
        "div",
        "footer",
        "h1",
        "h2",
        "h3",
        "p",
        "ol",
        "ul",
        "li",
        "figure",
        "blockquote",
        "figcaption",
        "bdi",
        "span",
        "strong",
        "a",
        "br",
        "svg",
        "line",
        "rect",
        "text",
    ];
    let all = elements(page);
    for element in &all {
        assert!(KNOWN.contains(&element.name.as_str()), "<{}>", element.name);
        let handler = element.attributes.iter().find(|(name, _)| name.starts_with("on") || name == "style");
        assert_eq!(handler, None, "<{}>", element.name);
    }
    let named = |name: &'static str| all.iter().filter(move |element| element.name == name);
    assert_eq!(named("html").next().unwrap().get("lang"), Some(lang.tag()));
    let headings: Vec<&str> = named("h1").map(|heading| heading.text.as_str()).collect();
    assert_eq!(headings, [wording::headline(digest, lang)], "one sentence is the heading of all");
    let (files, links): (Vec<_>, Vec<_>) = named("a").partition(|link| link.get("download").is_some());
    assert!(links.iter().all(|link| link.get("href").is_some_and(|to| leads_where_it_may(to, digest))));
    let is_asked = digest.audience == Audience::Boss && digest.amount() != Amount::None;
    assert_eq!(files.len(), usize::from(is_asked), "the development day is in a boss's page");
    for file in files {
        let held = file.get("href").unwrap().strip_prefix("data:text/calendar;charset=utf-8;base64,").unwrap();
        assert!(STANDARD.decode(held).unwrap() == render(Form::Calendar, digest, lang).unwrap(), "and it is that one");
        assert_eq!(file.get("download"), Some("cmad-2027.ics"));
    }
    let drawings = named("svg").filter(|svg| svg.get("aria-hidden") != Some("true"));
    for drawing in drawings {
        assert_eq!(drawing.get("role"), Some("img"));
        assert!(drawing.get("aria-label").is_some_and(|label| !label.is_empty()));
    }
    let quoted: Vec<&str> = named("blockquote").map(|quote| quote.text.as_str()).collect();
    let opening = Opening::of(digest, lang);
    let others = opening.others.iter().map(|top| &*top.words);
    let lead = opening.lead.iter().map(|top| &*top.words);
    let list = opening.listed.iter().map(|quote| quote.words.as_str());
    let added = digest.added.iter().map(|one| one.words.as_str());
    let expected = lead.chain(digest.sentence.as_deref()).chain(others).chain(list).chain(added);
    let expected: Vec<&str> = expected.filter(|words| !words.is_empty()).collect();
    assert_eq!(quoted, expected, "every word, and nothing else");
}

/// Whether a link leads to a public message, or where added words are from.
fn leads_where_it_may(to: &str, digest: &Digest) -> bool {
    to.starts_with("https://discord.com/channels/") || digest.added.iter().any(|one| one.link.as_deref() == Some(to))
}

#[test]
fn a_parser_reads_the_page() {
    everywhere(|_, digest, lang| check_html(&html(digest, lang), digest, lang));
}

#[test]
fn a_mail_program_reads_the_draft() {
    for lang in Lang::all() {
        for (name, digest) in states() {
            check_draft(&render(Form::Eml, &digest, lang).unwrap(), &digest, lang, name);
        }
    }
}

#[test]
fn the_pdf_is_set_once_for_all_forms_that_carry_it() {
    let digest = states().swap_remove(0).1.without_added_links();
    let of = Rendering::new(&digest, Lang::english());
    let before = typeset::testing::set_by_this_thread();
    let forms = [Form::Eml, Form::Pdf, Form::Eml].map(|form| of.form(form).unwrap());
    assert_eq!(typeset::testing::set_by_this_thread() - before, 1);
    assert_eq!(forms[0], forms[2]);
    assert_eq!(forms[1], render(Form::Pdf, &digest, Lang::english()).unwrap());
}

/// What goes with a draft.
fn attached(digest: &Digest) -> Attached {
    Attached { whole_pdf: true, calendar: digest.audience == Audience::Boss }
}

pub(super) fn letter_of(digest: &Digest, lang: Lang) -> String {
    letter(&with_inert_numbers(digest), lang, attached(digest), LETTER_MAX)
}

fn check_draft(file: &[u8], digest: &Digest, lang: Lang, name: &str) {
    assert!(file.is_ascii(), "{name}: any road carries it");
    let lines: Vec<&[u8]> = file.split(|byte| *byte == b'\n').collect();
    assert!(lines.iter().all(|line| line.len() <= 998), "{name}: no line is longer than mail allows");
    assert!(lines[..lines.len() - 1].iter().all(|line| line.ends_with(b"\r")), "{name}: lines end as mail's do");
    let mail = MessageParser::default().parse(file).unwrap();
    assert_eq!(mail.header_raw("X-Unsent").map(str::trim), Some("1"), "{name}");
    assert_eq!(mail.header_raw("Cc").map(str::trim), Some(""), "{name}: it is the manager who fills it in");
    assert!(mail.to().is_none() && mail.from().is_none() && mail.date().is_none(), "{name}");
    assert_eq!(mail.subject(), Some(wording::headline(digest, lang).as_str()));
    let unix = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
    let said = letter_text(&with_inert_numbers(digest), lang, attached(digest), None);
    assert_eq!(unix(&mail.body_text(0).unwrap()), unix(&said), "{name}");
    assert_eq!(unix(&mail.body_html(0).unwrap()), unix(&letter_of(digest, lang)), "{name}");
    let files: Vec<_> = mail.attachments().collect();
    let names: Vec<_> = files.iter().filter_map(|file| file.attachment_name()).collect();
    // A manager's own page asks no one for a day.
    let expected = ["cmad-2027.pdf", "cmad-2027.ics"];
    assert_eq!(names, &expected[..1 + usize::from(digest.audience == Audience::Boss)], "{name}");
    assert!(files[0].contents() == pdf(digest, lang).unwrap(), "{name}: the PDF arrives whole");
    for file in &files[1..] {
        assert!(file.contents() == render(Form::Calendar, digest, lang).unwrap(), "{name}: and so does the day");
    }
}

/// The letter uses what mail programs know: tables and styles of its elements, and no style sheet.
#[test]
fn a_mail_program_can_draw_the_letter() {
    const KNOWN: &[&str] = &[
        "html",
        "head",
        "meta",
        "title",
        "body",
        "main",
        "table",
        "tbody",
        "tr",
        "td",
        "h1",
        "h2",
        "p",
        "div",
        "blockquote",
        "span",
        "strong",
        "a",
        "ol",
        "li",
        "br",
        "bdi",
    ];
    everywhere(|name, digest, lang| {
        let page = letter_of(digest, lang);
        let all = elements(&page);
        for element in &all {
            assert!(KNOWN.contains(&element.name.as_str()), "{name}: <{}>", element.name);
            let style = element.get("style").unwrap_or_default();
            assert!(!style.contains("var(") && !style.contains("url(") && !style.contains("grid"), "{name}: {style}");
        }
        let quoted = all.iter().filter(|element| element.name == "blockquote").count();
        assert!(quoted >= digest.testimonials.iter().skip(1).filter(|quote| !quote.words.is_empty()).count(), "{name}");
        let links = all.iter().filter(|element| element.name == "a");
        for link in links {
            assert!(link.get("href").unwrap().starts_with("https://discord.com/channels/"));
        }
        assert!(!page.contains('\u{202e}'));
    });
}

fn rows(file: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(file).unwrap().strip_prefix('\u{feff}').expect("by this mark Excel knows UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn check_table(file: &[u8], digest: &Digest, lang: Lang) {
    let rows = rows(file);
    let more = wording::counted_only(digest, lang);
    let (said, added) = rows.split_at(rows.len() - digest.added.len());
    assert_eq!(said.len(), 1 + digest.quotes.len() + usize::from(more.is_some()));
    assert!(rows.iter().all(|row| row.len() == 7));
    for (row, quote) in rows[1..].iter().zip(&digest.quotes) {
        assert_eq!(
            row[4].strip_prefix('\'').unwrap_or(&row[4]),
            quote.words.strip_prefix('\'').unwrap_or(&quote.words)
        );
        assert_eq!(row[5], quote.link.map(|link| link.to_string()).unwrap_or_default());
    }
    let acts = |cell: &String| cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']);
    assert!(!rows.iter().flatten().any(acts), "no cell is a formula");
    assert_eq!(said.last().filter(|_| more.is_some()).map(|row| row[6].clone()), more);
    for (row, one) in added.iter().zip(&digest.added) {
        assert!(row[4].ends_with(&one.words) && row[6].starts_with(&wording::added_heading(digest, lang)), "{row:?}");
        assert_eq!((row[0].as_str(), row[5].as_str()), ("", one.link.as_deref().unwrap_or_default()));
    }
}

#[test]
fn a_spreadsheet_reads_the_rows() {
    everywhere(|_, digest, lang| check_table(&table(digest, lang), digest, lang));
}

fn validator() -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap()
}

fn check_json(file: &[u8], validator: &jsonschema::Validator) -> serde_json::Value {
    let value: serde_json::Value = serde_json::from_slice(file).unwrap();
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    value
}

#[test]
fn the_schema_holds_and_bites() {
    let validator = validator();
    everywhere(|_, digest, lang| {
        let value = check_json(&json(digest, lang), &validator);
        assert_eq!(value["quotes"].as_array().unwrap().len(), digest.quotes.len());
        assert_eq!(value["numbers"]["people"], digest.numbers.people);
        for field in value.as_object().unwrap().keys() {
            let mut less = value.clone();
            less.as_object_mut().unwrap().remove(field);
            assert!(!validator.is_valid(&less), "{field} is promised");
        }
    });
    let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
    let file: serde_json::Value = serde_json::from_slice(&json(&samples()[0].1, Lang::english())).unwrap();
    let described = |at: &str| schema.pointer(at).unwrap().as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let there = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let sorted = |mut keys: Vec<String>| {
        keys.sort();
        keys
    };
    assert_eq!(sorted(described("/properties")), sorted(there(&file)), "nothing is undescribed");
    let quote = sorted(there(&file["quotes"][0]));
    assert!(quote.iter().all(|key| described("/$defs/quote/properties").contains(key)));
    for broken in [("version", serde_json::json!(2)), ("audience", serde_json::json!("everybody"))] {
        let mut wrong = file.clone();
        wrong[broken.0] = broken.1;
        assert!(!validator.is_valid(&wrong), "{} is held to", broken.0);
    }
}

/// What a Markdown reader makes of the page: what is quoted, and where links lead.
fn check_markdown(page: &str, digest: &Digest, lang: Lang) {
    let (mut quoted, mut depth, mut headings) = (vec![], 0, 0);
    // What GitHub and GitLab add to CommonMark; quotation marks stay as they were written.
    let extensions = pulldown_cmark::Options::all() & !pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION;
    for event in pulldown_cmark::Parser::new_ext(page, extensions) {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                depth += 1;
                quoted.push(String::new());
            }
            Event::End(TagEnd::BlockQuote(_)) => depth -= 1,
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(leads_where_it_may(&dest_url, digest), "{dest_url}");
            }
            Event::Start(Tag::Heading { .. }) => {
                assert_eq!(depth, 0, "no words make a heading");
                headings += 1;
            }
            Event::Text(text) if depth > 0 => quoted.last_mut().unwrap().push_str(&text),
            Event::SoftBreak | Event::HardBreak if depth > 0 => quoted.last_mut().unwrap().push('\n'),
            Event::Html(html) | Event::InlineHtml(html) => panic!("words became HTML: {html}"),
            Event::Code(code) => panic!("words became code: {code}"),
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Table(_) | Tag::FootnoteDefinition(_)) => {
                panic!("words became more than words: {page}")
            }
            _ => {}
        }
    }
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let said = |quote: &Quote| squeezed(&quote.words);
    let opening = Opening::of(digest, lang);
    let tops = opening.lead.iter().chain(&opening.others).map(|top| squeezed(&top.words));
    let list = opening.listed.iter().map(|quote| said(quote));
    let added = digest.added.iter().map(|one| squeezed(&one.words));
    let sentence = digest.sentence.as_deref().map(squeezed).into_iter();
    let expected: Vec<String> = sentence.chain(tops).chain(list).chain(added).collect();
    // The ready post is a quote too.
    let found: Vec<String> = quoted.iter().map(|text| squeezed(text)).filter(|text| text.contains('—')).collect();
    let post = usize::from(digest.amount() != Amount::None && !wording::to_do(digest, lang).is_empty());
    assert!(found.len() >= expected.len() && quoted.len() == expected.len() + post, "{found:?}");
    for words in &expected {
        assert!(found.iter().any(|text| text.starts_with(words.as_str()) || words.is_empty()), "{words}\n{found:?}");
    }
    let how = usize::from(page.contains(&lang.say("digest-how")));
    assert!(headings > how, "it has a heading");
}

#[test]
fn a_wiki_reads_the_markdown() {
    everywhere(|_, digest, lang| check_markdown(&markdown(digest, lang), digest, lang));
}

fn texts(digest: &Digest) -> Vec<String> {
    let lang = Lang::english();
    let bytes = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    vec![
        html(digest, lang),
        letter_of(digest, lang).replace('\u{2060}', ""),
        text(digest, lang),
        markdown(digest, lang),
        bytes(json(digest, lang)),
        bytes(table(digest, lang)),
    ]
}

/// Nothing is lost either: what may be read stands in each form.
fn check_kept(case: &Case, digest: &Digest, shown: &str) {
    for quote in digest.quotes.iter().filter(|quote| !quote.shortened) {
        let mark = quote.words.split(' ').next().unwrap_or_default();
        assert!(shown.contains(mark), "{mark} of {:?}", case.thanks.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_form_shows_what_was_not_allowed(case in arbitrary_case()) {
        let digest = case.compose(&alex(), Audience::Boss);
        for shown in texts(&digest) {
            case.check_consent(&shown);
            check_kept(&case, &digest, &shown);
        }
        case.check_consent(&String::from_utf8(render(Form::Calendar, &digest, Lang::english()).unwrap()).unwrap());
    }

    #[test]
    fn hostile_words_break_no_form(
        words in prop_oneof![any::<String>(), "[ -~\n\t]{0,200}"],
        name in any::<String>(), server in "\\PC{0,30}", boss in any::<bool>(), place in any::<Option<String>>(),
    ) {
        let all = (1..=6).map(|id| {
            let mut one = thanks(id, id.unsigned_abs(), &words, Consent::Public);
            one.signature = name.clone();
            one
        });
        let manager = Manager { name: name.clone(), ..alex() };
        let audience = if boss { Audience::Boss } else { Audience::Manager };
        let mut case = case(all.collect());
        let link = Some("https://forum.example.org/x".to_owned());
        let from = |place: Option<String>| FromElsewhere { words: words.clone(), said_by: name.clone(), place };
        case.choices.added = AddedList::unchecked(vec![(from(place), true), (from(link), true)]);
        let mut digest = case.compose(&manager, audience);
        digest.server = server.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
        let lang = Lang::english();
        check_html(&html(&digest, lang), &digest, lang);
        check_table(&table(&digest, lang), &digest, lang);
        check_json(&json(&digest, lang), &validator());
        check_markdown(&markdown(&digest, lang), &digest, lang);
        elements(&letter_of(&digest, lang));
        crate::text::calendar_file::tests::read(&render(Form::Calendar, &digest, lang).unwrap());
    }
}

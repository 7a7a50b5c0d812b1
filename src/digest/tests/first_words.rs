//! What a boss reads in the seconds that they give to a mail: who was thanked, by how many, one quote and the one thing that is
//! asked stand in the first fifty words of every form, as readers that are not ours read them.

use std::io::Write as _;
use std::process::Command;
use std::rc::Rc;

use html5ever::tendril::TendrilSink as _;
use mail_parser::MessageParser;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use crate::digest::opening::Opening;
use crate::digest::tests::samples::{few_long, hundreds, samples, states};
use crate::digest::{Attached, Form, LETTER_MAX, letter, render, wording};
use crate::text::Lang;
use domain::digest::{Audience, Digest};

/// How much a reader takes in.
const WORDS: usize = 50;
/// How much of Japanese, which has no blanks.
const JAPANESE_LETTERS: usize = 120;

/// Every sample that a boss gets with words in it.
pub(crate) fn passed_on() -> Vec<(&'static str, Digest)> {
    let all = samples().into_iter().chain(few_long()).chain([("hundreds", hundreds())]);
    all.filter(|(_, digest)| digest.audience == Audience::Boss && !digest.quotes.is_empty()).collect()
}

/// Checks the beginning of a form's text, without what a person does not read: markup, signs, addresses.
pub(crate) fn check(what: &str, text: &str, digest: &Digest, lang: Lang) {
    let is_address = |word: &&str| word.contains("://");
    let read: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !is_address(word) && word.contains(|c: char| c.is_alphanumeric() || c > '\u{2fff}'))
        .collect();
    let beginning: String = match lang.tag() {
        "ja" => squeezed(&read.concat()).chars().take(JAPANESE_LETTERS).collect(),
        _ => squeezed(&read[..read.len().min(WORDS)].concat()),
    };
    let lead = Opening::of(digest, lang).lead.expect("something can be quoted");
    let ask = wording::ask(digest, lang).expect("a boss is asked");
    let people = digest.numbers.people.to_string();
    // Poppler reads words from right to left in the order in which they are seen.
    let is_left_to_right = |text: &str| wording::isolated(text) == text;
    for wanted in [digest.manager.as_str(), people.as_str(), &lead.words, &ask] {
        let is_there = beginning.contains(&squeezed(wanted)) || !is_left_to_right(wanted);
        assert!(is_there, "{what} in {lang:?}: “{wanted}” is not in the beginning:\n{beginning}");
    }
}

/// The letters and numbers alone: where lines break, and how a form marks a quote, is not what is asked here.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The text of a page's body, as a parser finds it.
pub(crate) fn text_of(page: &str) -> String {
    fn walk(node: &Handle, text: &mut String) {
        match &node.data {
            NodeData::Element { name, .. } if matches!(&*name.local, "head" | "style") => return,
            NodeData::Text { contents } => text.push_str(&contents.borrow()),
            _ => {}
        }
        text.push(' ');
        node.children.borrow().iter().for_each(|child| walk(child, text));
    }
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(page);
    let mut text = String::new();
    walk(&Rc::clone(&dom.document), &mut text);
    text
}

fn pdf_text(pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let done = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(file.path()).arg("-").output();
    let done = done.unwrap_or_else(|error| panic!("pdftotext (Debian's poppler-utils) reads the pages: {error}"));
    assert!(done.status.success());
    String::from_utf8_lossy(&done.stdout).into_owned()
}

#[test]
fn who_was_thanked_by_how_many_one_quote_and_the_ask_come_first() {
    for lang in Lang::all() {
        for (name, digest) in passed_on() {
            let made = |form| render(form, &digest, lang).unwrap();
            let said = |form| String::from_utf8(made(form)).unwrap();
            check(&format!("{name}, page"), &text_of(&said(Form::Html)), &digest, lang);
            let letter = letter(&digest, lang, Attached { whole_pdf: true, calendar: true }, LETTER_MAX);
            check(&format!("{name}, letter"), &text_of(&letter), &digest, lang);
            check(&format!("{name}, text"), &said(Form::Text), &digest, lang);
            check(&format!("{name}, Markdown"), &said(Form::Markdown), &digest, lang);
            // What is set takes a while: the samples of every state in every language, the others in one.
            let is_state = states().iter().any(|(state, _)| *state == name);
            if name == "hundreds" || (!is_state && lang != Lang::english()) {
                continue;
            }
            check(&format!("{name}, PDF"), &pdf_text(&made(Form::Pdf)), &digest, lang);
            let draft = made(Form::Eml);
            let mail = MessageParser::default().parse(&draft).unwrap();
            check(&format!("{name}, draft"), &mail.body_text(0).unwrap(), &digest, lang);
            check(&format!("{name}, draft's page"), &text_of(&mail.body_html(0).unwrap()), &digest, lang);
        }
    }
}

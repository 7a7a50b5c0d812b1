//! Every colour of the page and the card as they were set, against what lies under it: what is in the PDF and the picture.

use std::str::FromStr as _;

use typeset::testing::{Item, Kind, Page, Rgb};

use crate::digest::print::tests::set;
use crate::digest::tests::samples::samples;
use crate::page::tests::contrast::{Color, Foreground, Pairs};
use crate::text::Lang;

type Point = [f64; 2];

const fn color([red, green, blue]: Rgb) -> Color {
    Color::new(red, green, blue)
}

fn holds([[left, top], [right, bottom]]: [Point; 2], [x, y]: Point) -> bool {
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

fn middle([[left, top], [right, bottom]]: [Point; 2]) -> Point {
    [(left + right) / 2.0, (top + bottom) / 2.0]
}

/// The colour of the highest area below a point, or of the paper.
fn ground(page: &Page, below: &[Item], point: Point) -> Color {
    let area = below.iter().rev().find(|item| item.kind == Kind::Area && holds(item.corners, point));
    color(area.map_or(page.paper, |area| area.color))
}

/// Adds what a document draws. An area on which something stands is a ground, and may be as pale as it likes; any other
/// one tells something by itself, as a bar does.
fn look(pages: &[Page], quiet: Color, pairs: &mut Pairs) {
    for page in pages {
        for (index, item) in page.items.iter().enumerate() {
            let (below, above) = (&page.items[..index], &page.items[index + 1..]);
            let ink = color(item.color);
            let [start, end] = item.corners;
            let mut add = |foreground, at, place| pairs.add(foreground, ink, ground(page, below, at), place);
            match &item.kind {
                Kind::Text { text, .. } if text.trim().is_empty() => {}
                Kind::Text { text, .. } => {
                    for at in [start, middle(item.corners), end] {
                        add(Foreground::Text, at, text.clone());
                    }
                }
                _ if ink == quiet => {}
                Kind::Area if above.iter().any(|other| holds(item.corners, middle(other.corners))) => {}
                Kind::Area => add(Foreground::Figure, middle(item.corners), format!("an area, {:?}", item.corners)),
                Kind::Line => add(Foreground::Figure, start, format!("a line, {:?}", item.corners)),
            }
        }
    }
}

/// The colour of lines that only part what space parts already, as the templates have it.
fn line_color() -> Color {
    let found = include_str!("../shared.typ").lines().find_map(|line| line.strip_prefix("#let line-color = rgb(\""));
    Color::from_str(found.and_then(|rest| rest.strip_suffix("\")")).expect("the templates name it")).unwrap()
}

#[test]
fn paper_and_card_can_be_read() {
    let (mut page, mut card) = (Pairs::default(), Pairs::default());
    for (_, digest) in samples() {
        let [on_paper, as_picture] = set(&digest, Lang::english());
        look(&on_paper, line_color(), &mut page);
        look(&as_picture, line_color(), &mut card);
    }
    page.hold("the PDF", 4, 3);
    card.hold("the card", 3, 2);
}

#[test]
fn a_pale_text_on_a_pale_ground_is_found() {
    let (_, digest) = samples().remove(0);
    let [on_paper, _] = set(&digest, Lang::english());
    let mut pairs = Pairs::default();
    // Nothing may be pale now, so the lines are found that may be.
    look(&on_paper, Color::new(1, 2, 3), &mut pairs);
    assert!(pairs.too_alike().iter().any(|one| one.contains("a line")), "{:?}", pairs.too_alike());
}

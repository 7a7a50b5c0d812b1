//! Every colour of the page and the card as they were set, against what lies under it: what is in the PDF and the picture.

use std::str::FromStr as _;

use typst::layout::{Frame, FrameItem, Point, Rect, Transform};
use typst::visualize::{Geometry, Paint};
use typst_layout::PagedDocument;

use super::*;
use crate::digest::print::tests::set;
use crate::digest::samples::samples;
use crate::page::contrast::{Color, Drawn, Pairs};

/// Something that was drawn, where it is on the page.
struct Laid {
    what: What,
    color: Color,
    at: Rect,
    place: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Text,
    Area,
    Line,
}

/// What a frame draws, from the lowest to the highest.
fn laid(frame: &Frame, under: Transform, all: &mut Vec<Laid>) {
    for (point, item) in frame.items() {
        let here = under.pre_concat(Transform::translate(point.x, point.y));
        let mut lay = |what, paint: &Paint, at: Rect, place: String| {
            let at = Rect::new(at.min.transform(here), at.max.transform(here));
            all.push(Laid { what, color: color(paint), at, place });
        };
        match item {
            FrameItem::Group(group) => laid(&group.frame, here.pre_concat(group.transform), all),
            FrameItem::Text(text) if !text.text.trim().is_empty() => {
                // The middle of its letters, from the first to the last.
                let middle = -text.size * 0.3;
                let at = Rect::new(Point::new(text.size * 0.0, middle), Point::new(text.width(), middle));
                lay(What::Text, &text.fill, at, text.text.to_string());
            }
            FrameItem::Shape(shape, _) => {
                let bounds = shape.bbox(false);
                if let (Some(fill), false) = (&shape.fill, matches!(shape.geometry, Geometry::Line(_))) {
                    lay(What::Area, fill, bounds, format!("{bounds:?}"));
                }
                if let Some(stroke) = &shape.stroke {
                    lay(What::Line, &stroke.paint, bounds, format!("a line, {bounds:?}"));
                }
            }
            _ => {}
        }
    }
}

fn color(paint: &Paint) -> Color {
    let Paint::Solid(color) = paint else { panic!("a colour that changes cannot be measured: {paint:?}") };
    let [red, green, blue, alpha] = color.to_vec4_u8();
    assert_eq!(alpha, 255, "a colour that lets others through cannot be measured: {paint:?}");
    Color::new(red, green, blue)
}

fn holds(area: Rect, point: Point) -> bool {
    area.min.x <= point.x && point.x <= area.max.x && area.min.y <= point.y && point.y <= area.max.y
}

/// Adds what a document draws. An area on which something stands is a ground, and may be as pale as it likes; any other
/// one tells something by itself, as a bar does.
fn look(document: &PagedDocument, quiet: Color, pairs: &mut Pairs) {
    for page in document.pages() {
        let paper = page.fill_or_white().map_or(Color::new(255, 255, 255), |fill| color(&fill));
        let mut all = Vec::new();
        laid(&page.frame, Transform::identity(), &mut all);
        let middle = |at: Rect| Point::new((at.min.x + at.max.x) / 2.0, (at.min.y + at.max.y) / 2.0);
        let areas = |some: &'_ [Laid], point: Point| {
            let area = some.iter().rev().find(|one| one.what == What::Area && holds(one.at, point));
            area.map_or(paper, |area| area.color)
        };
        for (index, one) in all.iter().enumerate() {
            let (below, above) = (&all[..index], &all[index + 1..]);
            match one.what {
                What::Text => {
                    for point in [one.at.min, middle(one.at), one.at.max] {
                        pairs.add(Drawn::Text, one.color, areas(below, point), one.place.clone());
                    }
                }
                _ if one.color == quiet => {}
                What::Area if above.iter().any(|other| holds(one.at, middle(other.at))) => {}
                What::Area => pairs.add(Drawn::Figure, one.color, areas(below, middle(one.at)), one.place.clone()),
                What::Line => pairs.add(Drawn::Figure, one.color, areas(below, one.at.min), one.place.clone()),
            }
        }
    }
}

/// The colour of lines that only part what space parts already, as the templates have it.
fn line_color() -> Color {
    let found = include_str!("shared.typ").lines().find_map(|line| line.strip_prefix("#let line-color = rgb(\""));
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
    press::forget();
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
    press::forget();
    assert!(pairs.too_alike().iter().any(|one| one.contains("a line")), "{:?}", pairs.too_alike());
}

//! What a document draws and where, for tests: its texts, areas and lines, page by page.

use serde::Serialize;
use typst::layout::{Frame, FrameItem, Point, Rect, Transform};
use typst::visualize::{Geometry, Paint};

use crate::press;
use crate::{Error, Template};

/// How many documents this thread has begun to set.
#[must_use]
pub fn set_by_this_thread() -> usize {
    press::SET_HERE.get()
}

/// A page of a document.
#[derive(Clone, Debug)]
pub struct Page {
    /// The colour of its paper, in red, green and blue.
    pub paper: Rgb,
    /// What is drawn on it, from the lowest to the highest.
    pub items: Vec<Item>,
}

/// A colour in red, green and blue.
pub type Rgb = [u8; 3];

/// Something that is drawn on a page.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Its colour.
    pub color: Rgb,
    /// Its corners at the top left and the bottom right, in points from the left and from the top of the page. Those of a
    /// text are the ends of a line through the middle of its letters.
    pub corners: [[f64; 2]; 2],
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A run of letters.
    Text {
        /// Its letters.
        text: String,
        /// Those of them, at least one, that have no shape in their font.
        missing: Vec<String>,
    },
    /// A filled shape.
    Area,
    /// A line, or the outline of a shape.
    Line,
}

/// Sets a document and returns what it draws.
///
/// # Errors
/// The template does not compile with this data.
///
/// # Panics
/// It draws with a gradient, a pattern or a translucent colour.
pub fn pages(template: &Template, data: &impl Serialize) -> Result<Vec<Page>, Error> {
    let document = press::set(template, data)?;
    let pages = document.pages().iter().map(|page| {
        let mut items = Vec::new();
        collect(&page.frame, Transform::identity(), &mut items);
        Page { paper: page.fill_or_white().map_or([255; 3], |fill| color(&fill)), items }
    });
    let pages = pages.collect();
    press::forget();
    Ok(pages)
}

fn collect(frame: &Frame, under: Transform, items: &mut Vec<Item>) {
    for (point, item) in frame.items() {
        let here = under.pre_concat(Transform::translate(point.x, point.y));
        let mut add = |kind, paint: &Paint, at: Rect| {
            let corner = |point: Point| {
                let point = point.transform(here);
                [point.x.to_pt(), point.y.to_pt()]
            };
            items.push(Item { kind, color: color(paint), corners: [corner(at.min), corner(at.max)] });
        };
        match item {
            FrameItem::Group(group) => collect(&group.frame, here.pre_concat(group.transform), items),
            FrameItem::Text(text) => {
                let missing =
                    text.glyphs.iter().filter(|glyph| glyph.id == 0).map(|glyph| text.text[glyph.range()].to_owned());
                let kind = Kind::Text { text: text.text.to_string(), missing: missing.collect() };
                let middle = -text.size * 0.3;
                let at = Rect::new(Point::new(text.size * 0.0, middle), Point::new(text.width(), middle));
                add(kind, &text.fill, at);
            }
            FrameItem::Shape(shape, _) => {
                let bounds = shape.bbox(false);
                if let (Some(fill), false) = (&shape.fill, matches!(shape.geometry, Geometry::Line(_))) {
                    add(Kind::Area, fill, bounds);
                }
                if let Some(stroke) = &shape.stroke {
                    add(Kind::Line, &stroke.paint, bounds);
                }
            }
            _ => {}
        }
    }
}

fn color(paint: &Paint) -> Rgb {
    let Paint::Solid(color) = paint else { panic!("a colour that changes cannot be measured: {paint:?}") };
    let [red, green, blue, alpha] = color.to_vec4_u8();
    assert_eq!(alpha, 255, "a translucent colour cannot be measured: {paint:?}");
    [red, green, blue]
}

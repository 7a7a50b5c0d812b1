//! The small chart as inline SVG. Its coordinates are percentages, so that its text keeps its size on a phone.

use maud::{Markup, html};

use crate::digest::wording;
use crate::text::Lang;
use domain::digest::{Chart, Digest};

/// The height of the tallest bar, in pixels.
const BAR_PX: usize = 120;
/// Room above the bars for the number on the tallest one, in pixels.
const ABOVE_PX: usize = 18;
/// Room below the bars for the dates, in pixels.
const BELOW_PX: usize = 22;
/// With more days than this, the numbers above the bars would touch each other on a phone.
const NUMBERED_DAYS: usize = 24;

/// The chart, with its name and a description for people who do not see it.
pub(super) fn svg(digest: &Digest, lang: Lang) -> Option<Markup> {
    let (title, summary) = wording::chart(digest, lang)?;
    let drawing = match digest.chart.as_ref()? {
        Chart::Days { first, counts, .. } => days(digest, *first, counts, lang),
        Chart::Years { earlier } => {
            let rows = [(earlier.year, earlier.people, "past"), (digest.year, digest.numbers.people, "bar")];
            years(rows, lang)
        }
    };
    Some(html! {
        section.chart {
            h2 { (title) }
            (drawing)
            p.note { (summary) }
        }
    })
}

fn days(digest: &Digest, first: chrono::NaiveDate, counts: &[usize], lang: Lang) -> Markup {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let step = 100.0 / counts.len().max(1) as f64;
    let base = ABOVE_PX + BAR_PX;
    let centre = |index: usize| format!("{:.2}%", (index as f64 + 0.5) * step);
    let on = usize::try_from((digest.day - first).num_days()).ok().filter(|index| *index < counts.len());
    let bars = first.iter_days().zip(counts).enumerate();
    html! {
        // The sentence below the drawing describes it; screen readers also read the titles of the bars.
        svg.days width="100%" height=(base + BELOW_PX) role="img" aria-label=(lang.say("digest-chart-days")) {
            line.axis x1="0" x2="100%" y1=(base) y2=(base) {}
            @for (index, (date, count)) in bars {
                @if *count > 0 {
                    @let height = (count * BAR_PX).div_ceil(most).max(3);
                    @let date = lang.day_and_month(date);
                    rect class=(if on == Some(index) { "bar day" } else { "bar" }) x=(format!("{:.2}%", (index as f64 + 0.14) * step))
                        width=(format!("{:.2}%", step * 0.72)) y=(base - height) height=(height) rx="1.5" {
                        title { (lang.with("digest-chart-bar", &[("date", date.into()), ("count", (*count).into())])) }
                    }
                    @if counts.len() <= NUMBERED_DAYS || *count == most {
                        text.count x=(centre(index)) y=(base - height - 5) text-anchor="middle" { (count) }
                    }
                }
            }
            @if on.is_none_or(|index| index * 3 > counts.len()) {
                text.date x="0" y=(base + 16) { (lang.day_and_month(first)) }
            }
            @if let Some(index) = on {
                @let anchor = if index * 4 > counts.len() * 3 { "end" } else if index * 4 < counts.len() { "start" } else { "middle" };
                @let at = match anchor { "end" => format!("{:.2}%", (index as f64 + 1.0) * step), "start" => format!("{:.2}%", index as f64 * step), _ => centre(index) };
                text class="date day" x=(at) y=(base + 16) text-anchor=(anchor) { (lang.day_and_month(digest.day)) }
            }
        }
    }
}

/// One row a year: the year, its people, and a bar below them.
fn years(rows: [(i32, usize, &str); 2], lang: Lang) -> Markup {
    let most = rows.iter().map(|row| row.1).max().unwrap_or(0).max(1);
    html! {
        svg.years width="100%" height="96" role="img" aria-label=(lang.say("digest-chart-years")) {
            @for (index, (year, count, class)) in rows.into_iter().enumerate() {
                text class=(format!("year {class}")) x="0" y=(index * 48 + 15) { (year) }
                text.count x="100%" y=(index * 48 + 15) text-anchor="end" { (wording::people(count, lang)) }
                (bar(count, most, index * 48 + 22, class))
            }
        }
    }
}

/// What the thanks were for: one row each, in the order in which it is offered.
pub(super) fn what_for(digest: &Digest, lang: Lang) -> Option<Markup> {
    let most = digest.what_for.iter().map(|(_, count)| *count).max()?;
    Some(html! {
        section.what-for {
            h2 { (lang.say("digest-what-for")) }
            ul {
                @for (what, count) in &digest.what_for {
                    li {
                        span.name { (wording::what_for(*what, lang)) } " " span.count { (wording::people(*count, lang)) }
                        svg width="100%" height="8" aria-hidden="true" { (bar(*count, most, 0, "bar")) }
                    }
                }
            }
            p.note { (lang.say("digest-what-for-note")) }
        }
    })
}

fn bar(count: usize, most: usize, y: usize, class: &str) -> Markup {
    let width = format!("{:.1}%", count as f64 * 100.0 / most as f64);
    html! {
        rect.track x="0" y=(y) width="100%" height="8" rx="2" {}
        rect class=(class) x="0" y=(y) width=(width) height="8" rx="2" {}
    }
}

//! What the manager added, in a message of Discord's.

use crate::digest::wording;
use crate::discord::fitting;
use crate::text::Lang;
use domain::digest::{ADDED_NAME_MAX, ADDED_PLACE_MAX, AddedQuote, Digest};

/// The most that all of it takes beside what members wrote.
pub(super) const ROOM: usize = 700;
/// The most that the words of one entry take.
const WORDS_AT_MOST: usize = 240;

/// The most that the manager's name takes in the heading.
const MANAGER_AT_MOST: usize = 32;

/// What the manager added, as much as there is room for; then how much is left, which stands in the files.
pub(super) fn block(digest: &Digest, room: usize, lang: Lang) -> String {
    if digest.added.is_empty() {
        return String::new();
    }
    let named = Digest { manager: fitting::name(&digest.manager, MANAGER_AT_MOST), ..digest.clone() };
    let heading = format!("### {}", wording::added_heading(&named, lang));
    let lines: Vec<String> = digest.added.iter().map(|one| entry(one, lang)).collect();
    let left = |count: usize| lang.with("page-added-more", &[("count", count.into())]);
    let room = room.saturating_sub(fitting::weight(&heading) + 1);
    format!("{heading}\n{}", fitting::list(&lines, room, left))
}

fn entry(one: &AddedQuote, lang: Lang) -> String {
    let mut signed = format!("— **{}**", fitting::name(&one.said_by, ADDED_NAME_MAX.into()));
    // In angle brackets a link has no preview.
    let place = match &one.link {
        Some(link) => Some(format!("<{link}>")),
        None => one.place.as_deref().map(|place| fitting::name(place, ADDED_PLACE_MAX.into())),
    };
    let mark = wording::added_mark(one, lang).map(|mark| format!("*{mark}*"));
    for part in place.into_iter().chain(mark) {
        signed = format!("{signed} · {part}");
    }
    format!("{}\n-# {signed}", fitting::quote(&one.words, WORDS_AT_MOST).0)
}

//! Words from elsewhere in messages of Discord's: as long and as many as there may be, and as hostile as a database may hold them.

use crate::app::desk::Desk;
use crate::discord::commands::desk::{WordsShown, desk_message, elsewhere};
use crate::discord::commands::tests::hostile::desk;
use crate::discord::components::{Component, Message};
use crate::discord::tests::messages::{check_fits, texts};
use crate::text::Lang;
use domain::digest::{
    ADDED_AT_MOST, ADDED_NAME_MAX, ADDED_PLACE_MAX, ADDED_WORDS_MAX, AddRefusal, AddedList, Audience, FromElsewhere,
};
use domain::testing::{Case, alex, thanks};
use domain::thanks::Consent;

/// Where the first of [`added`] is from.
pub const LINK: &str = "https://forum.example.org/t/12";

/// As many entries as there may be: the first with a link, the others from a place of these words; every second one is for the
/// boss.
pub fn added(words: &str, name: &str) -> AddedList {
    let entry = |number: usize| {
        let place = if number == 0 { LINK.to_owned() } else { format!("at {words}") };
        let place = place.chars().take(ADDED_PLACE_MAX.into()).collect();
        let words = words.chars().take(ADDED_WORDS_MAX.into()).collect();
        let said_by = name.chars().take(ADDED_NAME_MAX.into()).collect();
        (FromElsewhere { words, said_by, place: Some(place) }, number.is_multiple_of(2))
    };
    AddedList::unchecked((0..ADDED_AT_MOST).map(entry).collect())
}

/// The pages of the desk about them.
pub fn pages(lang: Lang, desk: &Desk) -> Vec<(String, Message)> {
    let entries = desk.choices.added.entries();
    let said = &entries[1].said;
    let refusals = [
        AddRefusal::Empty,
        AddRefusal::Nameless,
        AddRefusal::Address(said.words.clone()),
        AddRefusal::Mention,
        AddRefusal::Markup,
        AddRefusal::Full,
        AddRefusal::Gone,
        AddRefusal::Purged,
    ];
    let refused = refusals.iter().map(|why| {
        let kind = format!("{why:?}");
        let name = format!("words refused, {}", kind.split('(').next().unwrap_or_default());
        (name, elsewhere::refused(lang, desk, 1, why, said))
    });
    let shown = [
        ("words from elsewhere".to_owned(), elsewhere::list_message(lang, desk)),
        ("one of them".to_owned(), elsewhere::one_message(lang, desk, &entries[0])),
        ("another of them".to_owned(), elsewhere::one_message(lang, desk, &entries[1])),
    ];
    shown.into_iter().chain(refused).collect()
}

/// A desk with everything that it can have, all of it as long as it can be.
fn fullest(words: &str, name: &str, count: i64) -> Desk {
    let all = (1..=count).map(|id| {
        let mut one = thanks(id, id.unsigned_abs(), &words.repeat(100), Consent::Public);
        one.signature = name.to_owned();
        one
    });
    let mut case = Case { thanks: all.collect(), ..Case::empty() };
    case.choices.added = added(&words.repeat(400), name);
    let digest = case.compose(&alex(), Audience::Manager);
    let suggesters = (0..20).map(|_| Some(name.to_owned())).collect();
    Desk { choices: case.choices, ..desk(digest, suggesters, (name, &words.repeat(100))) }
}

#[test]
fn the_desk_fits_in_every_language_with_the_longest_words_from_elsewhere() {
    for lang in Lang::all() {
        for (words, name) in [("kind words ", "W"), ("*_", "*"), ("💚", "💚"), ("ß\n", "_")] {
            for count in [0, 1, 4, 60] {
                let desk = fullest(words, &format!("W{}", name.repeat(31)), count);
                let message = desk_message(lang, &desk, WordsShown::Now);
                check_fits("desk", &message);
                let heading = crate::digest::wording::added_heading(&desk.digest, lang);
                assert!(
                    texts(&message.components).concat().contains(&heading),
                    "{lang:?}, {words}, {count}: {heading}"
                );
                let buttons = |component: &Component| matches!(component, Component::Buttons(all) if all.len() > 5);
                assert!(!message.components.iter().any(buttons));
                check_fits(
                    "not due",
                    &desk_message(lang, &Desk { is_due: false, ..desk.clone() }, WordsShown::WhenDue),
                );
                pages(lang, &desk).iter().for_each(|(name, message)| check_fits(name, message));
            }
        }
    }
}

#[test]
fn what_is_left_out_of_a_message_is_counted() {
    let desk = fullest("kind words ", "Ada", 3);
    let shown = texts(&desk_message(Lang::english(), &desk, WordsShown::Now).components).concat();
    let (_, added) = shown.split_once("### Added by Alex, not checked").expect("a heading of their own");
    let (added, _) = added.split_once("**How this was collected**").expect("the next part");
    let there = added.matches("> kind words").count();
    assert!(
        there > 0 && added.contains(&format!("and {} more of these in the file", ADDED_AT_MOST - there)),
        "{added}"
    );
}

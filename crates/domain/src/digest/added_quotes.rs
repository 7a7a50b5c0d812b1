//! What a reader sees of the words that a manager added.

use crate::addresses::without_addresses;
use crate::digest::added::{AddedList, AddedWords};
use crate::digest::model::{AddedQuote, Audience, Digest};
use crate::digest::{can_be_seen, person_name, plain_line, tamed};
use crate::roster::public_link;

/// The entries that a reader may see.
pub(super) fn shown(list: &AddedList, audience: Audience) -> Vec<AddedQuote> {
    let is_own = audience == Audience::Manager;
    let shown = list.entries().iter().filter(|one| is_own || one.to_boss);
    shown.filter_map(|one| quote(one, is_own)).collect()
}

fn quote(one: &AddedWords, is_own: bool) -> Option<AddedQuote> {
    let place = one.said.place.as_deref();
    let link = place.and_then(public_link);
    let host = link.as_deref().and_then(|link| url::Url::parse(link).ok()?.host_str().map(str::to_owned));
    Some(AddedQuote {
        id: is_own.then_some(one.id),
        words: Some(tamed(&one.said.words)).filter(|words| can_be_seen(words))?,
        said_by: person_name(&one.said.said_by)?,
        place: host.or_else(|| place.and_then(plain_line)),
        link,
        kept: is_own && !one.to_boss,
    })
}

impl Digest {
    /// The digest as a mail has it: the places of added words are plain text. Everyone can name a place, and a mail must lead to
    /// none of them.
    #[must_use]
    pub fn without_added_links(mut self) -> Self {
        for one in &mut self.added {
            one.link = None;
            one.place = one.place.take().map(|place| without_addresses(&place)).filter(|place| !place.is_empty());
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::addresses::address_in;
    use crate::digest::FromElsewhere;

    fn said(place: &str) -> FromElsewhere {
        let (words, said_by) = ("Thank you, Alex.".to_owned(), "Rosa D.".to_owned());
        FromElsewhere { words, said_by, place: Some(place.to_owned()) }
    }

    #[test]
    fn a_place_is_a_link_or_plain_text_and_plain_in_a_mail() {
        let check = |place: &str, expected: (Option<&str>, Option<&str>), in_mail: Option<&str>| {
            let mut list = AddedList::default();
            list.add(said(place)).unwrap();
            assert_eq!(shown(&list, Audience::Boss), [], "no one ticked it");
            let mut digest = crate::testing::Case::empty().compose(&crate::testing::alex(), Audience::Manager);
            digest.added = shown(&list, Audience::Manager);
            let [one] = &digest.added[..] else { panic!("one") };
            assert_eq!((one.place.as_deref(), one.link.as_deref()), expected, "{place}");
            assert!(one.kept && one.id == Some(1));
            let mail = digest.without_added_links();
            let place = mail.added[0].place.as_deref();
            assert_eq!((place, mail.added[0].link.as_deref()), (in_mail, None));
            assert_eq!(place.and_then(address_in), None);
        };
        let host = "forum.example.org";
        let link = "https://forum.example.org/t/12";
        check(link, (Some(host), Some(link)), Some("forum example org"));
        check("on the stage of FOSDEM", (Some("on the stage of FOSDEM"), None), Some("on the stage of FOSDEM"));
        check("forum.example.org/t/12", (Some("forum example org t 12"), None), Some("forum example org t 12"));
        check("javascript:alert(1)", (Some("javascript:alert(1)"), None), Some("javascript:alert(1)"));
        check("<b>@everyone", (Some("<b> everyone"), None), Some("<b> everyone"));
        check("https://192.0.2.1/x", (Some("192.0.2.1"), Some("https://192.0.2.1/x")), Some("192 0 2 1"));
        check("\u{200b}", (None, None), None);
    }
}

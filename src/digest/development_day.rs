//! The development day that a boss is asked for, as an entry for their calendar. The date is only a suggestion, which they
//! move.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::digest::{Form, wording};
use crate::text::Lang;
use crate::text::calendar_file::{self, Entry};
use domain::digest::Digest;

/// The file.
pub(super) fn file(digest: &Digest, lang: Lang) -> Vec<u8> {
    let of = [&digest.year.to_string(), &digest.server, &digest.manager];
    let hash = of.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part).chain_update([0])).finalize();
    calendar_file::file(
        &Entry {
            id: &format!("development-day-{}@cmad", hex::encode(&hash[..16])),
            on: wording::development_date(digest),
            is_yearly: false,
            is_tentative: true,
            title: &wording::development_day(digest, lang),
            about: &wording::development_day_about(digest, lang),
        },
        lang,
    )
}

/// The file as an address that holds all of it, and its name.
pub(super) fn link(digest: &Digest, lang: Lang) -> (String, String) {
    let file = STANDARD.encode(file(digest, lang));
    (format!("data:text/calendar;charset=utf-8;base64,{file}"), Form::Calendar.file_name(digest.year))
}

#[cfg(test)]
mod tests {
    use calcard::icalendar::ICalendarProperty;
    use chrono::{Datelike as _, Weekday};

    use super::*;
    use crate::digest::tests::samples::states;
    use crate::text::calendar_file::tests::read;

    #[test]
    fn a_calendar_takes_it_as_a_suggestion_for_one_working_day() {
        for lang in Lang::all() {
            for (name, digest) in states() {
                let found = read(&file(&digest, lang));
                let [first, over] = found.days();
                assert_eq!((first, Some(over)), (wording::development_date(&digest), first.succ_opt()), "{name}");
                let after = (first - digest.day).num_days();
                assert!(first.weekday() == Weekday::Thu && (28..60).contains(&after), "{name}: {first}");
                assert_eq!(found.text(&ICalendarProperty::Summary), wording::development_day(&digest, lang));
                let about = found.text(&ICalendarProperty::Description);
                assert!(about.contains(&lang.say("digest-do-day-move")), "{name}: {about}");
            }
        }
    }

    #[test]
    fn it_is_one_entry_for_one_manager_and_year() {
        let digest = states().remove(0).1;
        let id = |digest: &Digest| read(&file(digest, Lang::english())).text(&ICalendarProperty::Uid);
        let update = Digest { revision: 2, sentence: Some("Look.".to_owned()), ..digest.clone() };
        assert_eq!(id(&digest), id(&update), "an update is the same day");
        let others = [
            Digest { manager: "Noor".to_owned(), ..digest.clone() },
            Digest { server: "Other".to_owned(), ..digest.clone() },
            Digest { year: digest.year + 1, ..digest.clone() },
        ];
        assert!(others.iter().all(|other| id(other) != id(&digest)));
    }
}

//! What the manager added from elsewhere stands apart in every form, and changes nothing else.

use mail_parser::MessageParser;

use crate::digest::tests::readers::letter_of;
use crate::digest::tests::samples::{added, case};
use crate::digest::{Form, render, wording};
use crate::text::Lang;
use domain::digest::{Audience, Digest};
use domain::testing::{Case, alex, thanks};
use domain::thanks::Consent;

#[test]
fn words_from_elsewhere_stand_apart_after_the_members_words_and_change_no_number() {
    let without =
        case((1..=6).map(|id| thanks(id, id.unsigned_abs(), &format!("Kind words {id}"), Consent::Public)).collect());
    let with = Case { choices: domain::digest::Choices { added: added(), ..Default::default() }, ..without.clone() };
    for lang in Lang::all() {
        let [plain, digest] = [&without, &with].map(|case| case.compose(&alex(), Audience::Boss));
        assert_eq!(Digest { added: Vec::new(), ..digest.clone() }, plain, "nothing else says anything else");
        let heading = wording::added_heading(&digest, lang);
        for (form, shown) in Form::ALL.iter().zip(texts_in(&digest, lang)) {
            let Some(shown) = shown else { continue };
            let place = |text: &str| shown.find(text).unwrap_or_else(|| panic!("{form:?} lacks {text}: {shown}"));
            if *form != Form::Json {
                assert!(place(&heading) > place("Kind words 6"), "{form:?}");
            }
            assert!(place("every one of my mails") > place("Kind words 6"), "{form:?}");
            assert!(!shown.contains("素晴らしい") && !shown.contains("Brno"), "{form:?}: its manager did not tick it");
        }
        // In a mail a place leads nowhere, also in the PDF that goes with it.
        let mail = String::from_utf8(render(Form::Eml, &digest, lang).unwrap()).unwrap();
        let mail = MessageParser::default().parse(mail.as_bytes()).unwrap();
        for body in [mail.body_text(0), mail.body_html(0)] {
            let body = body.unwrap().into_owned();
            assert!(!body.contains("forum.example") && body.contains("forum example org"), "{body}");
        }
        assert!(!letter_of(&digest, lang).contains("https://forum"));
    }
}

/// The forms that are text, but not the entry for a calendar: no one's words stand in it.
fn texts_in(digest: &Digest, lang: Lang) -> Vec<Option<String>> {
    let holds_words = |form: &Form| !form.is_set() && *form != Form::Calendar;
    let text =
        |form: &Form| holds_words(form).then(|| String::from_utf8(render(*form, digest, lang).unwrap()).unwrap());
    Form::ALL.iter().map(text).collect()
}

//! Texts in every language that Discord's clients speak and we do too, as Discord wants them: by locale.
//!
//! The fields themselves are English, so there is no English locale among the others. An interaction always has the
//! command's base name, whichever name the user saw.

use serde_json::{Map, Value};

use crate::text::Lang;

/// The locales of Discord's clients, as its reference lists them.
const LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
];

/// The text of `key` for each locale.
pub(super) fn texts(key: &str) -> Value {
    each(|lang| lang.say(key))
}

/// What the command or option is called for each locale.
pub(super) fn names(base: &str) -> Value {
    each(|lang| lang.name(base).to_owned())
}

fn each(text: impl Fn(Lang) -> String) -> Value {
    let ours = LOCALES.iter().map(|locale| (*locale, Lang::of(Some(locale))));
    let all = ours.filter(|(_, lang)| *lang != Lang::english()).map(|(locale, lang)| (locale.to_owned(), text(lang)));
    all.map(|(locale, text)| (locale, Value::from(text))).collect::<Map<_, _>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_spanish_are_spanish_and_english_needs_none() {
        let texts = texts("button-thank");
        let locales: Vec<&str> = texts.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(locales, ["de", "es-419", "es-ES", "fr", "ja", "pt-BR"]);
        assert_eq!(texts["es-419"], texts["es-ES"]);
        assert_eq!(names("roster")["de"], "liste");
        assert_eq!(names("cmad")["ja"], "cmad");
    }
}

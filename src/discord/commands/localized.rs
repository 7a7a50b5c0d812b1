//! Texts in every language that Discord's clients speak and we do too, as Discord wants them: by locale.
//!
//! The fields themselves are English, so there is no English locale among the others. An interaction always has the
//! command's base name, whichever name the user saw.

use crate::text::Lang;

/// The locales of Discord's clients, as its reference lists them.
const LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
];

/// Each locale in which texts differ from English, with its language.
pub(super) fn locales() -> impl Iterator<Item = (&'static str, Lang)> {
    let ours = LOCALES.iter().map(|locale| (*locale, Lang::of(Some(locale))));
    ours.filter(|(_, lang)| *lang != Lang::english())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_spanish_are_spanish_and_english_needs_none() {
        let found: Vec<_> = locales().map(|(locale, lang)| (locale, lang.tag())).collect();
        let wanted = [("de", "de"), ("es-419", "es"), ("es-ES", "es"), ("fr", "fr"), ("ja", "ja"), ("pt-BR", "pt-BR")];
        assert_eq!(found, wanted);
    }
}

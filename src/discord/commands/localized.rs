//! Texts in every language that Discord's clients speak and we do too, as Discord wants them: by locale.
//!
//! English is what stands in the fields themselves, so no locale of English is among them. What arrives when a command
//! is used carries its base name, whatever its user saw.

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

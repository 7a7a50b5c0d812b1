//! Every text a person sees: Fluent files under `locales/`, built into the binary and parsed once.
//!
//! A text is named by its key, and a test (`tests/cmad/tidy/mod.rs`) holds the keys in the code and those in the files
//! against each other. Nothing here knows where a text is shown: each medium escapes for itself.

pub mod calendar_file;
mod dates;
mod names;
mod numbers;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, File, include_dir};
use unic_langid::LanguageIdentifier;

use names::Names;

/// One language. Cheap to copy; its texts are loaded once.
#[derive(Clone, Copy)]
pub struct Lang {
    spoken: &'static Spoken,
}

impl std::fmt::Debug for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Lang {}

struct Spoken {
    tag: String,
    bundle: FluentBundle<FluentResource>,
    names: Names,
    /// What stands between the thousands of a large number.
    mark: Option<char>,
}

/// A folder for each language, named by its tag. Every language has the same files; all files are built in without a
/// list.
static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/text/locales");

/// The fallback language, which has every text.
const ENGLISH: &str = "en";

static LANGUAGES: LazyLock<Vec<Spoken>> = LazyLock::new(|| {
    let mut languages: Vec<Spoken> = LOCALES.dirs().map(spoken).collect();
    // English first, where people choose among them.
    languages.sort_by_key(|spoken| (spoken.tag != ENGLISH, spoken.tag.clone()));
    languages
});

fn spoken(folder: &Dir<'static>) -> Spoken {
    let tag = folder.path().to_str().expect("the folders of languages have plain names").to_owned();
    let id: LanguageIdentifier = tag.parse().expect("the folders of languages are named by language identifiers");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would be visible in posts and files; the forms isolate names themselves.
    bundle.set_use_isolating(false);
    let sources = || folder.files().filter_map(File::contents_utf8);
    let (names, brackets) = (names::names(sources()), names::brackets(sources()));
    for source in sources() {
        let resource = FluentResource::try_new(names::in_own_words(source, &names, &brackets))
            .unwrap_or_else(|(_, errors)| panic!("a language file of {tag} does not parse: {errors:?}"));
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("a key of {tag} is defined twice: {errors:?}"));
    }
    let mark = bundle.get_message("number-mark").and_then(|message| message.value());
    let mark = mark.and_then(|pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).chars().next());
    bundle.set_formatter(mark.and_then(numbers::format));
    Spoken { tag, bundle, names, mark }
}

/// An argument of a text.
pub type Arg<'a> = FluentValue<'a>;

impl Lang {
    /// The best match for a language tag, such as Discord's locale `es-419`; English if there is none.
    #[must_use]
    pub fn of(wanted: Option<&str>) -> Self {
        let wanted = wanted.unwrap_or(ENGLISH);
        let base = |tag: &str| tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        let find = |fits: &dyn Fn(&str) -> bool| LANGUAGES.iter().find(|spoken| fits(&spoken.tag));
        let spoken = find(&|tag| tag.eq_ignore_ascii_case(wanted))
            .or_else(|| find(&|tag| base(tag) == base(wanted)))
            .or_else(|| find(&|tag| tag == ENGLISH));
        Self { spoken: spoken.expect("English is built in") }
    }

    /// English, the fallback language, and the language of logs.
    #[must_use]
    pub fn english() -> Self {
        Self::of(None)
    }

    /// Every language that is built in.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(|spoken| Self { spoken })
    }

    /// The language's tag, such as `en` or `pt-BR`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        &self.spoken.tag
    }

    /// What the language calls itself, such as *Deutsch*.
    #[must_use]
    pub fn own_name(self) -> String {
        self.say("language-name")
    }

    /// The text of `key`, which needs no arguments.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of `key` with its arguments put in.
    ///
    /// A text that is missing in this language is taken from English. If it is missing there too, that is logged and
    /// the key itself is returned; the tests do not allow it.
    #[must_use]
    pub fn with(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let args: FluentArgs = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        for spoken in [self.spoken, Self::english().spoken] {
            let Some(message) = spoken.bundle.get_message(id) else { continue };
            let pattern = match attribute {
                None => message.value(),
                Some(name) => message.get_attribute(name).map(|found| found.value()),
            };
            if let Some(pattern) = pattern {
                let mut errors = Vec::new();
                let text: Cow<'_, str> = spoken.bundle.format_pattern(pattern, Some(&args), &mut errors);
                if !errors.is_empty() {
                    tracing::error!(key, ?errors, "a text could not be filled in");
                    debug_assert!(errors.is_empty(), "{key}: {errors:?}");
                }
                return text.into_owned();
            }
        }
        tracing::error!(key, "a text is missing");
        debug_assert!(false, "no text for {key}");
        key.to_owned()
    }

    /// The words that make a mention of the bot a thank-you, in every language that is built in: people thank in
    /// their own words, whatever the server's language is.
    #[must_use]
    pub fn thanking_words() -> Vec<String> {
        Self::all()
            .flat_map(|lang| {
                lang.say("thanking-words").split(',').map(|word| word.trim().to_owned()).collect::<Vec<_>>()
            })
            .filter(|word| !word.is_empty())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn the_nearest_language_is_found() {
        let check = |wanted: &str, tag: &str| assert_eq!(Lang::of(Some(wanted)).tag(), tag, "{wanted}");
        for locale in ["en-US", "en-GB", "tlh", "zh-CN", ""] {
            check(locale, "en");
        }
        for locale in ["es-ES", "es-419"] {
            check(locale, "es");
        }
        for locale in ["pt-BR", "pt-br", "pt"] {
            check(locale, "pt-BR");
        }
        for locale in ["de", "fr", "ja"] {
            check(locale, locale);
        }
        let all: Vec<&str> = Lang::all().map(Lang::tag).collect();
        assert_eq!(all, ["en", "de", "es", "fr", "ja", "pt-BR"]);
    }

    #[test]
    fn dates_read_well_in_every_language() {
        let check = |tag: &str, day: &str, long: &str, short: &str| {
            let (lang, day) = (Lang::of(Some(tag)), day.parse().unwrap());
            assert_eq!((lang.date(day), lang.day_and_month(day)), (long.to_owned(), short.to_owned()));
        };
        check("en", "2027-01-25", "Monday, 25 January 2027", "25 January");
        check("de", "2027-01-25", "Montag, 25.\u{a0}Januar 2027", "25.\u{a0}Januar");
        check("es", "2027-01-25", "lunes, 25 de enero de 2027", "25 de enero");
        check("fr", "2027-01-25", "lundi 25 janvier 2027", "25 janvier");
        check("fr", "2027-02-01", "lundi 1er février 2027", "1er février");
        check("pt-BR", "2027-01-25", "segunda-feira, 25 de janeiro de 2027", "25 de janeiro");
        check("pt-BR", "2027-02-01", "segunda-feira, 1º de fevereiro de 2027", "1º de fevereiro");
        check("ja", "2027-01-25", "2027年1月25日（月）", "1月25日");
    }

    #[test]
    fn no_date_at_the_beginning_of_a_line_becomes_a_list() {
        // Discord draws "25. January" as the item of a list: digits, a full stop and a space.
        let is_item = |text: &str| text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". ");
        assert!(is_item("25. Januar"));
        let first: NaiveDate = "2027-01-01".parse().unwrap();
        for (lang, day) in Lang::all().flat_map(|lang| first.iter_days().take(365).map(move |day| (lang, day))) {
            for text in [lang.day_and_month(day), lang.date(day)] {
                assert!(!is_item(&text), "{}: {text}", lang.tag());
            }
        }
    }

    #[test]
    fn texts_beside_each_other_are_joined_as_the_language_does() {
        let check = |tag: &str, sentences: &str, phrases: &str| {
            let lang = Lang::of(Some(tag));
            assert_eq!((lang.sentences(&["1.", "2."]), lang.phrases(&["1", "2"])), (sentences.into(), phrases.into()));
        };
        for tag in ["en", "de", "es", "pt-BR"] {
            check(tag, "1. 2.", "1; 2");
        }
        check("fr", "1. 2.", "1\u{202f}; 2");
        check("ja", "1.2.", "1、2");
    }

    #[test]
    fn a_list_ends_with_the_languages_own_and() {
        let check = |tag: &str, names: &[&str], expected: &str| {
            assert_eq!(Lang::of(Some(tag)).list(names), expected, "{tag}");
        };
        for lang in Lang::all() {
            check(lang.tag(), &[], "");
            check(lang.tag(), &["Ada"], "Ada");
        }
        for (tag, three) in [
            ("en", "Ada, Ben and Kim"),
            ("de", "Ada, Ben und Kim"),
            ("es", "Ada, Ben y Kim"),
            ("fr", "Ada, Ben et Kim"),
            ("pt-BR", "Ada, Ben e Kim"),
            ("ja", "Ada、Ben、Kim"),
        ] {
            check(tag, &["Ada", "Ben", "Kim"], three);
        }
        check("es", &["Ada", "**Íñigo**"], "Ada e **Íñigo**");
        check("es", &["Ada", "Hilda"], "Ada e Hilda");
        check("es", &["Ada", "Hugo"], "Ada y Hugo");
        check("es", &["Ada", "Yolanda"], "Ada y Yolanda");
        check("es", &["Ada", "<@5>"], "Ada y <@5>");
    }

    #[test]
    fn a_choice_ends_with_the_languages_own_or() {
        let check = |tag: &str, names: &[&str], expected: &str| {
            assert_eq!(Lang::of(Some(tag)).either(names), expected, "{tag}");
        };
        check("en", &["Ada"], "Ada");
        check("en", &["`A`", "`B`", "`C`"], "`A`, `B` or `C`");
        check("de", &["`A`", "`B`"], "`A` oder `B`");
        check("es", &["`A`", "`B`"], "`A` o `B`");
        check("es", &["`A`", "`Oslo`"], "`A` u `Oslo`");
        check("es", &["`A`", "`Honolulu`"], "`A` u `Honolulu`");
        check("fr", &["`A`", "`B`"], "`A` ou `B`");
        check("pt-BR", &["`A`", "`B`"], "`A` ou `B`");
        check("ja", &["`A`", "`B`", "`C`"], "`A`、`B`または`C`");
    }

    #[test]
    fn numbers_read_well_in_every_language() {
        let check = |tag: &str, number: u32, expected: &str| {
            let text = Lang::of(Some(tag)).with("digest-chart-bar", &[("date", "".into()), ("count", number.into())]);
            assert!(text.ends_with(expected), "{tag}: {text}");
            assert_eq!(Lang::of(Some(tag)).number(number as usize), expected);
        };
        for lang in Lang::all() {
            check(lang.tag(), 2027, "2027");
        }
        check("en", 12_345, "12,345");
        check("de", 1_234_567, "1.234.567");
        check("es", 12_345, "12.345");
        check("fr", 12_345, "12\u{202f}345");
        check("ja", 123_456, "123,456");
        check("pt-BR", 10_000, "10.000");
    }
}

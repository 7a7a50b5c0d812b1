//! Every text a person sees: Fluent files under `locales/`, built into the binary and parsed once.
//!
//! A text is named by its key, and a test (`tests/tidy.rs`) holds the keys in the code and those in the files
//! against each other. Nothing here knows where a text is shown: escaping is the business of the medium.

mod dates;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// One language, ready to speak. Copied freely; the texts themselves are loaded once.
#[derive(Clone, Copy)]
pub struct Lang {
    spoken: &'static Spoken,
}

impl std::fmt::Debug for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

struct Spoken {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
}

/// The files of one language; every language has the same files.
const SOURCES: &[(&str, &[&str])] = &[(
    "en",
    &[
        include_str!("locales/en/words.ftl"),
        include_str!("locales/en/commands.ftl"),
        include_str!("locales/en/posts.ftl"),
        include_str!("locales/en/thanks.ftl"),
        include_str!("locales/en/campaign.ftl"),
        include_str!("locales/en/digest.ftl"),
        include_str!("locales/en/moderation.ftl"),
        include_str!("locales/en/saves.ftl"),
        include_str!("locales/en/privacy.ftl"),
        include_str!("locales/en/desk.ftl"),
        include_str!("locales/en/mail.ftl"),
    ],
)];

static LANGUAGES: LazyLock<Vec<Spoken>> = LazyLock::new(|| {
    SOURCES
        .iter()
        .map(|(tag, sources)| {
            let id: LanguageIdentifier = tag.parse().expect("the tags in SOURCES are language identifiers");
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            // Isolation marks would stand visibly in posts and files; the renderings isolate names themselves.
            bundle.set_use_isolating(false);
            for source in *sources {
                let resource = FluentResource::try_new((*source).to_owned())
                    .unwrap_or_else(|(_, errors)| panic!("a language file of {tag} does not parse: {errors:?}"));
                bundle
                    .add_resource(resource)
                    .unwrap_or_else(|errors| panic!("a key of {tag} is defined twice: {errors:?}"));
            }
            Spoken { tag, bundle }
        })
        .collect()
});

/// Something put into a text.
pub type Arg<'a> = FluentValue<'a>;

impl Lang {
    /// The language that fits the wanted one best, such as Discord's locale `en-GB`; English when there is none.
    #[must_use]
    pub fn of(wanted: Option<&str>) -> Self {
        let wanted = wanted.unwrap_or("en");
        let base = wanted.split('-').next().unwrap_or(wanted);
        let find = |tag: &str| LANGUAGES.iter().find(|spoken| spoken.tag.eq_ignore_ascii_case(tag));
        let spoken = find(wanted).or_else(|| find(base)).or_else(|| find("en"));
        Self { spoken: spoken.expect("English is built in") }
    }

    /// English, the language of logs' readers and of last resort.
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
        self.spoken.tag
    }

    /// The text of `key`, which needs no arguments.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of `key` with its arguments put in.
    ///
    /// A key that is missing in this language is taken from English; one that is missing there too comes out as
    /// its own name, is logged, and cannot pass the tests.
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

    /// The words that make a mention of the bot a thanks, in every language that is built in: people thank in
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
    use super::*;

    #[test]
    fn the_nearest_language_speaks() {
        assert_eq!(Lang::of(Some("en-GB")).tag(), "en");
        assert_eq!(Lang::of(Some("tlh")).tag(), "en");
        assert!(Lang::thanking_words().contains(&"thank".to_owned()));
    }

    #[test]
    fn dates_read_well() {
        let day = "2027-01-25".parse().unwrap();
        assert_eq!(Lang::english().date(day), "Monday, 25 January 2027");
    }
}

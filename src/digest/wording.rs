//! The sentences of a digest, the same in every rendering, without any markup.
//!
//! Words and names in them are as the model holds them: the medium must still escape them.

use std::borrow::Cow;

use crate::text::{Arg, Lang};
use domain::digest::{Audience, Chart, Digest, Placeholders, Quote, Withheld};
use domain::thanks::{Relation, WhatFor};

/// The one sentence at the top: "23 people thanked Alex on Community Manager Appreciation Day 2027".
#[must_use]
pub fn headline(digest: &Digest, lang: Lang) -> String {
    lang.with("digest-headline", &args(digest, &[("people", digest.numbers.people.into())]))
}

/// What stands for a person without a name and for what only Discord can show.
#[must_use]
pub fn placeholders(lang: Lang) -> Placeholders {
    Placeholders {
        someone: lang.say("digest-someone"),
        channel: lang.say("digest-channel"),
        role: lang.say("digest-role"),
        customize: lang.say("digest-page-customize"),
        browse: lang.say("digest-page-browse"),
        guide: lang.say("digest-page-guide"),
        linked_roles: lang.say("digest-page-linked-roles"),
    }
}

/// Who wrote the sentence above a copy.
#[must_use]
pub fn sentence_by(digest: &Digest, lang: Lang) -> String {
    lang.with("digest-sentence-by", &args(digest, &[]))
}

/// The title of a file or a mail.
#[must_use]
pub fn title(digest: &Digest, lang: Lang) -> String {
    lang.with("digest-title", &args(digest, &[]))
}

/// The day, by its name and date.
#[must_use]
pub fn day(digest: &Digest, lang: Lang) -> String {
    lang.with("digest-eyebrow", &[("date", lang.date(digest.day).into())])
}

/// Who the manager is and what the community is, for a reader who knows neither, with a link.
#[must_use]
pub fn about(digest: &Digest, lang: Lang) -> String {
    let roles: Vec<Cow<'_, str>> =
        [&digest.title, &digest.team].into_iter().flatten().map(|role| isolated(role)).collect();
    let role = if roles.is_empty() { "none" } else { "some" };
    let about =
        lang.with("digest-about", &args(digest, &[("role", role.into()), ("roles", lang.series(&roles).into())]));
    let words = (!digest.quotes.is_empty()).then(|| lang.say("digest-about-words"));
    let link = digest.link.as_deref().map(str::to_owned);
    let said = lang.sentences(&[about].into_iter().chain(words).collect::<Vec<_>>());
    // An address wants a space before it in every language.
    [said].into_iter().chain(link).collect::<Vec<_>>().join(" ")
}

/// What stands above everything else: that this is an update, and that only the manager sees it.
#[must_use]
pub fn notices(digest: &Digest, lang: Lang) -> Vec<String> {
    let update = (digest.revision > 0).then(|| lang.with("digest-update", &[("revision", digest.revision.into())]));
    let yours = (digest.audience == Audience::Manager).then(|| lang.say("digest-yours"));
    update.into_iter().chain(yours).collect()
}

/// What an empty page says instead: two paragraphs.
#[must_use]
pub fn none_yet(digest: &Digest, lang: Lang) -> [String; 2] {
    [lang.say("digest-none"), lang.with("digest-none-do", &args(digest, &[]))]
}

/// The four numbers, each with its unit; three if it is not known how long people have been members.
#[must_use]
pub fn numbers(digest: &Digest, lang: Lang) -> Vec<(String, String)> {
    let numbers = digest.numbers;
    let known = [
        (numbers.people, "digest-number-people"),
        (numbers.messages, "digest-number-messages"),
        (numbers.first_time, "digest-number-first-time"),
    ];
    let years = numbers.membership_years.map(|years| (years as usize, "digest-number-years"));
    let said = |(count, key): (usize, &str)| (lang.number(count), lang.with(key, &[("count", count.into())]));
    known.into_iter().chain(years).map(said).collect()
}

/// The chart's name and a description; `None` without a chart.
#[must_use]
pub fn chart(digest: &Digest, lang: Lang) -> Option<(String, String)> {
    let messages = digest.numbers.messages;
    Some(match digest.chart.as_ref()? {
        Chart::Days { first, counts, at_other_times } => {
            let index = usize::try_from((digest.day - *first).num_days()).ok();
            let on_day = index.and_then(|index| counts.get(index)).copied().unwrap_or(0);
            let date = lang.day_and_month(digest.day);
            let summary = [("on_day", on_day.into()), ("messages", messages.into()), ("date", date.into())];
            let mut summary = lang.with("digest-chart-days-summary", &summary);
            if *at_other_times > 0 {
                let other = lang.with("digest-chart-days-other", &[("count", (*at_other_times).into())]);
                summary = lang.sentences(&[summary, other]);
            }
            (lang.say("digest-chart-days"), summary)
        }
        Chart::Years { earlier } => {
            let summary = [
                ("this", digest.year.to_string().into()),
                ("people", people(digest.numbers.people, lang).into()),
                ("messages", messages.into()),
                ("earlier", earlier.year.to_string().into()),
                ("earlier_people", people(earlier.people, lang).into()),
                ("earlier_messages", earlier.messages.into()),
            ];
            (lang.say("digest-chart-years"), lang.with("digest-chart-years-summary", &summary))
        }
    })
}

/// "one person", "12 people".
#[must_use]
pub fn people(count: usize, lang: Lang) -> String {
    lang.with("digest-people", &[("count", count.into())])
}

/// One thing that a boss can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDo {
    /// What to do, in a few words.
    pub title: String,
    /// How: a sentence, or the ready post.
    pub text: String,
    /// Whether `text` is meant to be copied and posted.
    pub is_post: bool,
}

/// What a boss can do: answer, post, give a day off. The post has no quotes or numbers, because it is public and givers
/// consented only to a quote for a boss.
#[must_use]
pub fn to_do(digest: &Digest, lang: Lang) -> [ToDo; 3] {
    let args = args(digest, &[("day", lang.date(digest.day).into())]);
    [
        ("digest-do-answer", "digest-do-answer-text", false),
        ("digest-do-post", "digest-do-post-text", true),
        ("digest-do-day", "digest-do-day-text", false),
    ]
    .map(|(title, text, is_post)| ToDo { title: lang.with(title, &args), text: lang.with(text, &args), is_post })
}

/// The heading over what a boss can do.
#[must_use]
pub fn to_do_heading(digest: &Digest, lang: Lang) -> String {
    lang.with("digest-do", &args(digest, &[]))
}

/// The heading above the quotes, which says whether these are all.
#[must_use]
pub fn quotes_heading(digest: &Digest, lang: Lang) -> String {
    let key = if digest.counted_only == 0 { "digest-quotes" } else { "digest-quotes-shown" };
    lang.with(key, &[("count", digest.quotes.len().into())])
}

/// Says that more thanks were counted than this reader sees quoted; `None` if not.
#[must_use]
pub fn counted_only(digest: &Digest, lang: Lang) -> Option<String> {
    let count = digest.counted_only;
    let key = if digest.quotes.is_empty() { "digest-counted-all" } else { "digest-counted-only" };
    (count > 0).then(|| lang.with(key, &[("count", count.into())]))
}

/// How many quotes there is no room for, and that they are in the attached PDF where they are.
#[must_use]
pub fn more(count: usize, in_pdf: bool, lang: Lang) -> String {
    lang.with(if in_pdf { "digest-more-pdf" } else { "digest-more" }, &[("count", count.into())])
}

/// The words of a quote, or what stands for them when there are none.
#[must_use]
pub fn words(quote: &Quote, lang: Lang) -> Cow<'_, str> {
    if quote.words.is_empty() { lang.say("digest-without-words").into() } else { quote.words.as_str().into() }
}

/// Who signs: their name, or "A member".
#[must_use]
pub fn signature(quote: &Quote, lang: Lang) -> Cow<'_, str> {
    quote.signature.as_deref().map_or_else(|| lang.say("digest-member").into(), isolated)
}

/// What is known beside the words: relation, what for, date; joined by middle dots.
#[must_use]
pub fn circumstances(quote: &Quote, lang: Lang) -> String {
    let relation = quote.relation.map(|one| relation(one, lang));
    let what = quote.what_for.map(|one| what_for(one, lang));
    let date = Some(lang.day_and_month(quote.said));
    [relation, what, date].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Why only the manager sees this quote in this way; empty in anyone else's digest.
#[must_use]
pub fn marks(quote: &Quote, lang: Lang) -> Vec<String> {
    let kept = quote.kept.map(|kept| match kept {
        Withheld::Private => "digest-kept-private",
        Withheld::NotAsked => "digest-kept-not-asked",
    });
    let hidden = quote.hidden.then_some("digest-kept-hidden");
    let shortened = (quote.id.is_some() && quote.shortened).then_some("digest-kept-shortened");
    [kept, hidden, shortened].into_iter().flatten().map(|key| lang.say(key)).collect()
}

/// How this was collected, how to object, and that it is no score: one paragraph each.
#[must_use]
pub fn how_collected(digest: &Digest, lang: Lang) -> [String; 4] {
    let known = |is_known: bool| if is_known { "known" } else { "unknown" };
    let own = [
        ("date", lang.date(digest.day).into()),
        ("years", known(digest.numbers.membership_years.is_some()).into()),
        ("when", known(digest.closes.is_some()).into()),
        ("closes", digest.closes.map(|date| lang.date(date)).unwrap_or_default().into()),
    ];
    let args = args(digest, &own);
    let [mut collected, counted, object, not_a_score] =
        ["digest-how-collected", "digest-how-counted", "digest-how-object", "digest-how-not-a-score"]
            .map(|key| lang.with(key, &args));
    if digest.quotes.iter().chain(&digest.testimonials).any(|quote| quote.shortened) {
        collected = lang.sentences(&[collected, lang.with("digest-how-shortened", &args)]);
    }
    [collected, counted, object, not_a_score]
}

/// What a giver is to the manager.
#[must_use]
pub fn relation(relation: Relation, lang: Lang) -> String {
    lang.say(match relation {
        Relation::Customer => "relation-customer",
        Relation::Colleague => "relation-colleague",
        Relation::FellowManager => "relation-fellow-manager",
        Relation::Friend => "relation-friend",
    })
}

/// What a giver thanks for.
#[must_use]
pub fn what_for(what: WhatFor, lang: Lang) -> String {
    lang.say(match what {
        WhatFor::AnsweredMe => "for-answered-me",
        WhatFor::KeptUsSafe => "for-kept-us-safe",
        WhatFor::SpokeForUs => "for-spoke-for-us",
        WhatFor::BroughtUsTogether => "for-brought-us-together",
    })
}

/// What people thanked for and how many: both as the medium shows them.
#[must_use]
pub fn what_for_row(what: &str, people: &str, lang: Lang) -> String {
    lang.with("digest-what-for-row", &[("what", what.into()), ("people", people.into())])
}

/// A name for use in any sentence. One that is written from right to left is isolated (by FSI and PDI), so that it does
/// not reorder the words around it.
#[must_use]
pub fn isolated(name: &str) -> Cow<'_, str> {
    let right_to_left = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    if name.contains(right_to_left) { format!("\u{2068}{name}\u{2069}").into() } else { name.into() }
}

/// The arguments that many texts take, and `more`.
fn args<'a>(digest: &'a Digest, more: &[(&'a str, Arg<'a>)]) -> Vec<(&'a str, Arg<'a>)> {
    let audience = match digest.audience {
        Audience::Manager => "manager",
        Audience::Boss => "boss",
    };
    let mut args = vec![
        ("manager", isolated(&digest.manager).into()),
        ("server", isolated(&digest.server).into()),
        ("year", digest.year.to_string().into()),
        ("audience", audience.into()),
        ("quotes", digest.quotes.len().into()),
    ];
    args.extend_from_slice(more);
    args
}

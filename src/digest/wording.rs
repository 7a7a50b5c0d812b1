//! The sentences of a digest, the same in every rendering, without any markup.
//!
//! Words and names in them are as the model holds them: the medium must still escape them.

use std::borrow::Cow;

use crate::digest::Form;
use crate::digest::opening::{Opening, Top};
use crate::text::{Arg, Lang};
use chrono::{Days, NaiveDate};
use domain::digest::{AddedQuote, Amount, Audience, Chart, Digest, Placeholders, Quote, Withheld};
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

/// Who the manager is and what the community is, for a reader who knows neither, with a link. It stands at the foot: who gets
/// the page knows the manager.
#[must_use]
fn about(digest: &Digest, lang: Lang) -> String {
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

/// What the manager reads before everything else: that only they see it, and that this is an update. A boss reads the latter below
/// what is asked of them.
#[must_use]
pub fn notices(digest: &Digest, lang: Lang) -> Vec<String> {
    if digest.audience == Audience::Boss {
        return Vec::new();
    }
    update(digest, lang).into_iter().chain([lang.say("digest-yours")]).collect()
}

/// What stands below what a boss is asked: that this is an update, which the manager has read before, and what the manager
/// cares about.
#[must_use]
pub fn later_notice(digest: &Digest, lang: Lang) -> Option<String> {
    let update = (digest.audience == Audience::Boss).then(|| update(digest, lang)).flatten();
    let cares = |said: &String| lang.with("digest-cares", &args(digest, &[("cares", isolated(said).into())]));
    let said: Vec<String> = update.into_iter().chain(digest.cares.as_ref().map(cares)).collect();
    (!said.is_empty()).then(|| lang.sentences(&said))
}

fn update(digest: &Digest, lang: Lang) -> Option<String> {
    (digest.revision > 0).then(|| lang.with("digest-update", &[("revision", digest.revision.into())]))
}

/// What an empty page says instead: two paragraphs.
#[must_use]
pub fn none_yet(digest: &Digest, lang: Lang) -> [String; 2] {
    [lang.say("digest-none"), lang.with("digest-none-do", &args(digest, &[]))]
}

/// The one thing that a boss is asked to do, at the top of what they get; the manager's own page says it further below.
#[must_use]
pub fn ask(digest: &Digest, lang: Lang) -> Option<String> {
    let is_asked = digest.audience == Audience::Boss && digest.amount() != Amount::None;
    is_asked.then(|| lang.with("digest-ask", &args(digest, &[])))
}

/// What the signature at the top adds to the name: what they are to the manager, if they said. Of a quote that stands whole
/// below, that stands there.
#[must_use]
pub fn lead_relation(top: &Top<'_>, lang: Lang) -> Option<String> {
    top.quote.relation.filter(|_| top.is_whole).map(|one| relation(one, lang))
}

/// The numbers in a sentence each: who wrote, how long they have been there, for whom it was the first time. None about
/// one giver, whose page is a letter.
#[must_use]
pub fn numbers(digest: &Digest, lang: Lang) -> Vec<String> {
    let numbers = digest.numbers;
    if numbers.people < 2 {
        return Vec::new();
    }
    let shape = if numbers.people == numbers.messages { "each" } else { "more" };
    let counts = [("shape", shape.into()), ("people", numbers.people.into()), ("messages", numbers.messages.into())];
    let wrote = lang.with("digest-wrote", &counts);
    let since = numbers.newest_since.zip(numbers.longest_since).filter(|(newest, longest)| newest != longest);
    let wrote = match since {
        Some((newest, longest)) => {
            let [newest, longest] = [newest, longest].map(|date| ago(date, digest.day, lang).into());
            lang.with("digest-wrote-since", &[("wrote", wrote.into()), ("newest", newest), ("longest", longest)])
        }
        None => lang.with("digest-wrote-only", &[("wrote", wrote.into())]),
    };
    // In a first year it is everyone's first time, which says nothing of them.
    let is_some = (1..numbers.people).contains(&numbers.first_time);
    let first = is_some.then(|| lang.with("digest-wrote-first", &[("count", numbers.first_time.into())]));
    // How many wrote stands in the headline.
    let says_more = shape == "more" || since.is_some() || first.is_some();
    [wrote].into_iter().filter(|_| says_more).chain(first).collect()
}

/// How long before the day a date was: in weeks, in months from two months on, in years from two years on.
fn ago(date: NaiveDate, day: NaiveDate, lang: Lang) -> String {
    let days = (day - date).num_days().max(0);
    let months = days * 12 / 365;
    let (unit, count) = match days {
        ..7 => ("week", 0),
        _ if months < 2 => ("weeks", days / 7),
        _ if months < 24 => ("months", months),
        _ => ("years", i64::from(day.years_since(date).unwrap_or(0))),
    };
    lang.with("digest-ago", &[("unit", unit.into()), ("count", count.into())])
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
    /// What kind of thing it is.
    pub ask: Ask,
}

/// What a boss is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To answer the manager.
    Answer,
    /// To post a text that stands there ready.
    Post,
    /// A day for the manager's development.
    Day,
}

/// What a boss can do: answer, post, give a day off. The post has no quotes or numbers, because it is public and givers
/// consented only to a quote for a boss. The page of one giver is a letter to its manager, of which no copy goes to a boss.
#[must_use]
pub fn to_do(digest: &Digest, lang: Lang) -> Vec<ToDo> {
    if digest.audience == Audience::Manager && digest.numbers.people < 2 {
        return Vec::new();
    }
    let args = args(digest, &[("day", lang.date(digest.day).into())]);
    [
        ("digest-do-answer", "digest-do-answer-text", Ask::Answer),
        ("digest-do-post", "digest-do-post-text", Ask::Post),
        ("digest-do-day", "digest-do-day-text", Ask::Day),
    ]
    .map(|(title, text, ask)| ToDo { title: lang.with(title, &args), text: lang.with(text, &args), ask })
    .into()
}

/// How many days after the day the development day is: a Thursday, far enough away to be planned, and before Easter's
/// holidays.
const DEVELOPMENT_DAYS_LATER: u64 = 6 * 7 + 3;

/// The date that is suggested for the development day.
#[must_use]
pub fn development_date(digest: &Digest) -> NaiveDate {
    digest.day.checked_add_days(Days::new(DEVELOPMENT_DAYS_LATER)).unwrap_or(digest.day)
}

/// What the entry for the development day is called in a calendar.
#[must_use]
pub fn development_day(digest: &Digest, lang: Lang) -> String {
    lang.with("development-day", &args(digest, &[]))
}

/// What stands behind that entry: what it is for, what it follows from, and that its date is a suggestion.
#[must_use]
pub fn development_day_about(digest: &Digest, lang: Lang) -> String {
    let why = lang.with("development-day-why", &args(digest, &[]));
    lang.sentences(&[lang.say("digest-do-day-text"), why, lang.say("digest-do-day-move")])
}

/// That a file puts the development day into a calendar, and that its date is a suggestion.
#[must_use]
pub fn development_day_file(digest: &Digest, lang: Lang) -> String {
    let date = lang.date(development_date(digest));
    let file = [("file", Form::Calendar.file_name(digest.year).into()), ("date", date.into())];
    lang.sentences(&[lang.with("digest-do-day-file", &file), lang.say("digest-do-day-move")])
}

/// The name of the link that does so.
#[must_use]
pub fn development_day_link(digest: &Digest, lang: Lang) -> String {
    lang.with("digest-do-day-link", &[("date", lang.date(development_date(digest)).into())])
}

/// The heading over what a boss can do.
#[must_use]
pub fn to_do_heading(digest: &Digest, lang: Lang) -> String {
    lang.with("digest-do", &args(digest, &[]))
}

/// The heading above the list of quotes: that it goes on, or where nothing stands above it, whether these are all.
#[must_use]
pub fn quotes_heading(digest: &Digest, opening: &Opening<'_>, lang: Lang) -> String {
    if !opening.is_only_a_list() {
        return lang.say("page-more-words");
    }
    let key = if digest.counted_only == 0 { "digest-quotes" } else { "digest-quotes-shown" };
    lang.with(key, &[("count", digest.quotes.len().into())])
}

/// The heading above what the manager added from elsewhere: that they did, and that no one checked it.
#[must_use]
pub fn added_heading(digest: &Digest, lang: Lang) -> String {
    lang.with("digest-added", &args(digest, &[]))
}

/// Says to the manager that their boss does not get these added words.
#[must_use]
pub fn added_mark(one: &AddedQuote, lang: Lang) -> Option<String> {
    one.kept.then(|| lang.say("digest-kept-private"))
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
        Withheld::Unseen => "digest-kept-unseen",
    });
    let hidden = quote.hidden.then_some("digest-kept-hidden");
    let shortened = (quote.id.is_some() && quote.shortened).then_some("digest-kept-shortened");
    [kept, hidden, shortened].into_iter().flatten().map(|key| lang.say(key)).collect()
}

/// The foot: who this is about, how it was collected, how to object; one paragraph each.
#[must_use]
pub fn how_collected(digest: &Digest, lang: Lang) -> Vec<String> {
    let known = |is_known: bool| if is_known { "known" } else { "unknown" };
    let own = [
        ("date", lang.date(digest.day).into()),
        ("when", known(digest.closes.is_some()).into()),
        ("closes", digest.closes.map(|date| lang.date(date)).unwrap_or_default().into()),
    ];
    let args = args(digest, &own);
    let mut collected = lang.with("digest-how-collected", &args);
    if digest.quotes.iter().chain(&digest.testimonials).any(|quote| quote.shortened) {
        collected = lang.sentences(&[collected, lang.with("digest-how-shortened", &args)]);
    }
    let has_thanks = digest.amount() != Amount::None;
    let about = has_thanks.then(|| about(digest, lang));
    let counted = (digest.numbers.messages > digest.numbers.people).then(|| lang.with("digest-how-counted", &args));
    let object = Some(lang.with("digest-how-object", &args));
    [about, Some(collected), counted, object].into_iter().flatten().collect()
}

/// The last sentence: that this is no score.
#[must_use]
pub fn not_a_score(lang: Lang) -> String {
    lang.say("digest-how-not-a-score")
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

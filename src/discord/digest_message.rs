//! The digest as a Discord message: the same parts in the same order as in every form, as much as fits. What does
//! not fit is in the attached file, and the message says so.

use crate::digest::opening::{Opening, Top, is_same};
use crate::digest::wording::{self, Ask, ToDo};
use crate::discord::added_words;
use crate::discord::components::Component;
use crate::discord::fitting;
use crate::discord::markdown::plain;
use crate::text::Lang;
use domain::digest::{Amount, Audience, Chart, Digest, Quote};

/// The most characters of the digest, of a message's 4000; the rest is for the text around it.
pub const DIGEST_TEXT_MAX: usize = 3200;
/// The most components that the digest takes of a message's 40.
pub const DIGEST_COMPONENTS_MAX: usize = 12;

/// The most that the words of one testimonial take: three of them leave half of the page.
const TESTIMONIAL_ROOM: usize = 300;
/// The most that the quote at the top takes.
const LEAD_ROOM: usize = 400;
/// The most that it takes on the page of one giver, which is a letter.
const LETTER_ROOM: usize = 1600;
/// The most that the manager's sentence takes.
const SENTENCE_ROOM: usize = 900;
/// The longest name in the page's sentences, in characters; Discord allows 32 in a name.
const NAME_AT_MOST: usize = 32;
/// The longest name of the server in the page's sentences, in characters: it may be hostile, and stands in several.
const SERVER_AT_MOST: usize = 50;
/// The longest bar of the chart of two years, in blocks.
const BAR: usize = 16;

/// Draws the digest as one card: at most [`DIGEST_TEXT_MAX`] characters and [`DIGEST_COMPONENTS_MAX`] components,
/// whatever people wrote.
#[must_use]
pub fn digest_components(digest: &Digest, lang: Lang) -> Vec<Component> {
    digest_within(digest, DIGEST_TEXT_MAX, lang)
}

/// Draws the digest as one card of at most `room` characters, for a message with more around it.
#[must_use]
pub fn digest_within(digest: &Digest, room: usize, lang: Lang) -> Vec<Component> {
    // The sentences are fixed except for the names in them, so the names are escaped first.
    let named = Digest {
        manager: escaped(&digest.manager, NAME_AT_MOST),
        server: escaped(&digest.server, SERVER_AT_MOST),
        title: digest.title.as_deref().map(|title| escaped(title, NAME_AT_MOST)),
        team: digest.team.as_deref().map(|team| escaped(team, NAME_AT_MOST)),
        cares: digest.cares.as_deref().map(|cares| escaped(cares, domain::roster::CARES_MAX.into())),
        // In angle brackets a link is not parsed as Markdown and has no preview.
        link: digest.link.as_deref().map(|link| format!("<{link}>")),
        ..digest.clone()
    };
    // The message says what is left out, so the room for that sentence is reserved first.
    let reserved = foot_at_most(&named, lang);
    let mut layout = Layout { room: room.min(DIGEST_TEXT_MAX).saturating_sub(reserved), parts: Vec::new() };
    // In the order in which parts get their room. In the worst case the last ones get none; the file has them.
    let opening = Opening::of(&named, lang);
    let (head, lead_stands) = headline(&named, &opening, lang);
    layout.add(Block::Headline, head);
    layout.add(Block::How, how(&named, lang));
    layout.add(Block::Sentence, sentence(&named, lang));
    if digest.amount() == Amount::None {
        layout.add(Block::Added, added_words::block(digest, layout.room, lang));
    } else {
        layout.add(Block::Numbers, numbers(&named, lang));
        let (text, mut stand) = testimonials(&opening, layout.room, lang);
        stand.extend(lead_stands);
        layout.add(Block::Testimonials, text);
        layout.add(Block::ToDo, to_do(&named, lang));
        layout.add(Block::WhatFor, what_for(&named, lang));
        layout.add(Block::Chart, chart(&named, lang));
        layout.add(Block::Added, added_words::block(digest, layout.room.min(added_words::ROOM), lang));
        layout.room += reserved;
        let room = layout.room;
        layout.add(Block::Quotes, quotes(&named, &stand, room, lang));
    }
    layout.parts.sort_by_key(|(part, _)| *part);
    let texts = layout.parts.into_iter().map(|(_, text)| Component::Text(text));
    vec![Component::Card(texts.collect())]
}

/// The parts, in the order in which they are read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Block {
    Headline,
    Sentence,
    Testimonials,
    Numbers,
    Chart,
    WhatFor,
    ToDo,
    Quotes,
    Added,
    How,
}

struct Layout {
    room: usize,
    parts: Vec<(Block, String)>,
}

impl Layout {
    /// Adds a part if it says something and there is room for it.
    fn add(&mut self, part: Block, text: String) {
        let weight = fitting::weight(&text);
        if weight > 0 && weight <= self.room {
            self.room -= weight;
            self.parts.push((part, text));
        }
    }
}

fn escaped(name: &str, most: usize) -> String {
    plain(&fitting::label(name, most))
}

/// The sentence, the quote at the top and what is asked; and that quote if all of it stands there.
fn headline<'a>(digest: &Digest, opening: &Opening<'a>, lang: Lang) -> (String, Option<&'a Quote>) {
    let notices = wording::notices(digest, lang).into_iter().map(|notice| format!("-# {notice}"));
    let title = format!("## {}", wording::headline(digest, lang));
    let lead = opening.lead.as_ref().map(|top| lead(top, lead_room(digest), lang));
    let stands = opening.lead.as_ref().filter(|top| top.is_whole && lead.as_ref().is_some_and(|(_, cut)| !cut));
    let ask = wording::ask(digest, lang).map(|ask| format!("**{ask}**"));
    let later = wording::later_notice(digest, lang).map(|notice| format!("-# {notice}"));
    let lines = notices.chain([title]).chain(lead.map(|(text, _)| text)).chain(ask).chain(later);
    (lines.collect::<Vec<_>>().join("\n"), stands.map(|top| top.quote))
}

/// The quote at the top, with its name alone, and whether its words had to be cut further.
fn lead(top: &Top<'_>, room: usize, lang: Lang) -> (String, bool) {
    let (words, cut) = fitting::quote(&top.words, room);
    let name = format!("**{}**", fitting::name(&wording::signature(top.quote, lang), NAME_AT_MOST));
    let name = match top.quote.link.filter(|_| top.is_whole) {
        Some(link) => format!("[{name}]({link})"),
        None => name,
    };
    let relation = wording::lead_relation(top, lang).map(|one| format!(" · {one}")).unwrap_or_default();
    let marks: String = wording::marks(top.quote, lang).iter().map(|mark| format!(" · *{mark}*")).collect();
    (format!("{words}\n— {name}{relation}{marks}"), cut)
}

const fn lead_room(digest: &Digest) -> usize {
    if digest.numbers.people == 1 { LETTER_ROOM } else { LEAD_ROOM }
}

/// The manager's sentence to their boss. The name below it is escaped already.
fn sentence(digest: &Digest, lang: Lang) -> String {
    let Some(said) = &digest.sentence else { return String::new() };
    format!("{}\n-# — {}", fitting::quote(said, SENTENCE_ROOM).0, wording::sentence_by(digest, lang))
}

fn numbers(digest: &Digest, lang: Lang) -> String {
    let numbers = wording::numbers(digest, lang);
    if numbers.is_empty() {
        return String::new();
    }
    format!("### {}\n{}", lang.say("digest-numbers"), lang.sentences(&numbers))
}

/// The other quotes at the top, as many as there is room for.
fn testimonials<'a>(opening: &Opening<'a>, room: usize, lang: Lang) -> (String, Vec<&'a Quote>) {
    let mut text = format!("### {}", lang.say("digest-testimonials"));
    let cut_note = format!("\n-# {}", lang.say("page-cut"));
    let room = room.saturating_sub(fitting::weight(&cut_note));
    let mut stand = Vec::new();
    let mut any_cut = false;
    for one in &opening.others {
        let (words, cut) = quote(one.quote, TESTIMONIAL_ROOM, lang);
        if fitting::weight(&text) + fitting::weight(&words) < room {
            text = format!("{text}\n{words}");
            any_cut |= cut;
            stand.push(one.quote);
        }
    }
    match (stand.is_empty(), any_cut) {
        (true, _) => (String::new(), stand),
        (false, true) => (text + &cut_note, stand),
        (false, false) => (text, stand),
    }
}

/// A quote with its signature, and whether its words had to be cut.
fn quote(quote: &Quote, room: usize, lang: Lang) -> (String, bool) {
    let (words, cut) = fitting::quote(&wording::words(quote, lang), room);
    (signed(&words, quote, lang), cut)
}

/// The words of a quote as they are shown, with who said them, when, and the link.
fn signed(words: &str, quote: &Quote, lang: Lang) -> String {
    let signature = fitting::name(&wording::signature(quote, lang), NAME_AT_MOST);
    let mut signed = format!("— **{signature}** · {}", wording::circumstances(quote, lang));
    if let Some(link) = quote.link {
        signed = format!("{signed} · [{}]({link})", lang.say("digest-link"));
    }
    for mark in wording::marks(quote, lang) {
        signed = format!("{signed} · *{mark}*");
    }
    format!("{words}\n-# {signed}")
}

/// One bar for each day or one row for each year, by its count, and the same in words.
fn chart(digest: &Digest, lang: Lang) -> String {
    let (Some((title, summary)), Some(chart)) = (wording::chart(digest, lang), &digest.chart) else {
        return String::new();
    };
    let drawing = match chart {
        Chart::Days { first, counts, .. } => {
            let last = first.iter_days().nth(counts.len().saturating_sub(1)).unwrap_or(*first);
            // A line that began with a date, such as "11. Januar", would be a list.
            format!("`{}` {} – {}", sparks(counts), lang.day_and_month(*first), lang.day_and_month(last))
        }
        Chart::Years { earlier } => {
            let years = [(earlier.year, earlier.people), (digest.year, digest.numbers.people)];
            let most = years.iter().map(|(_, people)| *people).max().unwrap_or(0).max(1);
            let row = |(year, people): (i32, usize)| {
                let bar = "█".repeat((people * BAR).div_ceil(most));
                format!("`{year} {bar:<BAR$}` {people}")
            };
            years.map(row).join("\n")
        }
    };
    format!("### {title}\n{drawing}\n-# {summary}")
}

/// A row of bars: a dot for nothing, else one of eight heights.
fn sparks(counts: &[usize]) -> String {
    const HEIGHTS: [char; 9] = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    counts.iter().map(|count| HEIGHTS[(count * 8).div_ceil(most).min(8)]).collect()
}

fn what_for(digest: &Digest, lang: Lang) -> String {
    if digest.what_for.is_empty() {
        return String::new();
    }
    let rows = digest
        .what_for
        .iter()
        .map(|(what, count)| (wording::what_for(*what, lang), format!("**{}**", wording::people(*count, lang))))
        .map(|(what, people)| wording::what_for_row(&what, &people, lang));
    let rows = rows.collect::<Vec<_>>().join(" · ");
    format!("### {}\n{rows}\n-# {}", lang.say("digest-what-for"), lang.say("digest-what-for-note"))
}

/// What a boss can do. The manager sees only a description; the ready post is in the file.
fn to_do(digest: &Digest, lang: Lang) -> String {
    let row = |one: ToDo| match digest.audience {
        Audience::Manager => format!("- {}", one.title),
        Audience::Boss if one.ask == Ask::Post => format!("- **{}**\n> {}", one.title, one.text),
        Audience::Boss => {
            let args = [("title", one.title.into()), ("text", one.text.into())];
            format!("- {}", lang.with("digest-do-row", &args))
        }
    };
    let rows: Vec<String> = wording::to_do(digest, lang).into_iter().map(row).collect();
    let heading = (!rows.is_empty()).then(|| format!("### {}", wording::to_do_heading(digest, lang)));
    heading.into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// The quotes that do not `stand` above already: the oldest first, each whole or not at all; then how many are left.
fn quotes(digest: &Digest, stand: &[&Quote], room: usize, lang: Lang) -> String {
    let mut above = stand.to_vec();
    let mut rest: Vec<&Quote> = digest.quotes.iter().collect();
    // Two people may say the same without a name, and both count: each that stands above is left out once.
    rest.retain(|one| match above.iter().position(|other| is_same(one, other)) {
        Some(at) => {
            above.swap_remove(at);
            false
        }
        None => true,
    });
    let heading = format!("### {}", lang.say("page-more-words"));
    let mut room = room.saturating_sub(fitting::weight(&heading) + foot_at_most(digest, lang) + 1);
    let mut shown = Vec::new();
    for one in &rest {
        // Cutting what is left out anyway would take most of the time of a long page.
        let Some(words) = fitting::uncut_quote(&wording::words(one, lang), room) else { continue };
        let text = signed(&words, one, lang);
        let weight = fitting::weight(&text) + 1;
        if weight <= room {
            room -= weight;
            shown.push(text);
        }
    }
    let left = rest.len() - shown.len();
    let heading = (!shown.is_empty()).then_some(heading);
    heading.into_iter().chain(shown).chain(foot(digest, left, lang)).collect::<Vec<_>>().join("\n")
}

/// How many quotes are `left` out, and how many are counted without words.
fn foot(digest: &Digest, left: usize, lang: Lang) -> Option<String> {
    let more = (left > 0).then(|| lang.with("page-more", &[("count", left.into())]));
    let lines: Vec<String> = more.into_iter().chain(wording::counted_only(digest, lang)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The most that the foot weighs, with its line break: however many are left out.
fn foot_at_most(digest: &Digest, lang: Lang) -> usize {
    let all = digest.quotes.len();
    let feet = [all, all.min(1)].map(|left| foot(digest, left, lang).unwrap_or_default());
    feet.iter().map(|foot| fitting::weight(foot) + 1).max().unwrap_or_default()
}

fn how(digest: &Digest, lang: Lang) -> String {
    let last = [wording::not_a_score(lang)];
    let paragraphs: Vec<String> =
        wording::how_collected(digest, lang).iter().chain(&last).map(|text| format!("-# {text}")).collect();
    format!("**{}**\n{}", lang.say("digest-how"), paragraphs.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::digest::EarlierYear;
    use domain::testing::{Case, alex, arbitrary_case, thanks};
    use domain::thanks::{Consent, WhatFor};
    use proptest::prelude::*;

    fn case(count: i64, words: &str, name: &str) -> Case {
        let all = (1..=count).map(|id| {
            let mut one = thanks(id, id.unsigned_abs(), words, Consent::Public);
            one.signature = name.to_owned();
            one.what_for = Some(WhatFor::ALL[id.unsigned_abs() as usize % WhatFor::ALL.len()]);
            one
        });
        let thanks = all.collect();
        Case { thanks, choices: Default::default(), earlier: None, names: Default::default() }
    }

    fn check_fits(components: &[Component]) -> String {
        let [Component::Card(parts)] = components else { panic!("a digest is one card") };
        assert!(parts.len() < DIGEST_COMPONENTS_MAX, "the card counts too");
        let texts: Vec<&str> = parts
            .iter()
            .map(|part| match part {
                Component::Text(text) => text.as_str(),
                other => panic!("only texts: {other:?}"),
            })
            .collect();
        let all = texts.join("\n");
        assert!(fitting::weight(&texts.concat()) <= DIGEST_TEXT_MAX, "{}", fitting::weight(&texts.concat()));
        assert!(texts.iter().all(|text| !text.trim().is_empty()));
        all
    }

    #[test]
    fn the_parts_come_in_order() {
        let mut case = case(10, "You answered me at midnight, and I stayed.", "Ada");
        case.thanks[3].consent = Consent::Private;
        case.thanks[4].said_at -= chrono::TimeDelta::days(1);
        case.thanks[5].said_at -= chrono::TimeDelta::days(2);
        case.thanks[6].first_time = true;
        let shown = check_fits(&digest_components(&case.compose(&alex(), Audience::Boss), Lang::english()));
        let order = [
            "## 10 people thanked Alex",
            "### In their words",
            "### In numbers",
            "### Thank-yous by day",
            "### What they said",
            "### What you can do",
            "counted",
            "**How this was collected**",
        ];
        let places: Vec<Option<usize>> = order.iter().map(|part| shown.find(part)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{shown}");
        assert!(shown.contains('█'));
        insta::assert_snapshot!("digest_message", shown);
    }

    #[test]
    fn the_first_words_say_it_all() {
        for lang in Lang::all() {
            for (name, digest) in crate::digest::tests::first_words::passed_on() {
                let shown = check_fits(&digest_components(&digest, lang));
                // A link is read by its name.
                let read = shown.replace("](", " ").replace(['[', ']', '\\'], "");
                crate::digest::tests::first_words::check(name, &read, &digest, lang);
            }
        }
    }

    #[test]
    fn years_stand_beside_each_other() {
        let mut case = case(4, "Thanks", "Ada");
        case.earlier = Some(EarlierYear { year: 2026, people: 2, messages: 3 });
        let shown = check_fits(&digest_components(&case.compose(&alex(), Audience::Boss), Lang::english()));
        assert!(shown.contains("`2026 ████████        ` 2\n`2027 ████████████████` 4"), "{shown}");
    }

    #[test]
    fn an_empty_page_is_honest() {
        let shown =
            check_fits(&digest_components(&case(0, "", "").compose(&alex(), Audience::Manager), Lang::english()));
        assert!(shown.contains("No one has written to Alex") && !shown.contains("### In numbers"), "{shown}");
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let words = |n: i64| format!("{n} {}", "kind words ".repeat(20));
        let mut case = case(60, "", "Ada");
        for (one, n) in case.thanks.iter_mut().zip(100..) {
            one.words = words(n);
        }
        for audience in [Audience::Boss, Audience::Manager] {
            let digest = case.compose(&alex(), audience);
            let shown = check_fits(&digest_components(&digest, Lang::english()));
            let quoted = (100..160).filter(|n| shown.contains(&format!("> {n} kind"))).count();
            assert!(shown.contains(&format!("and {} more messages in the file", 60 - quoted)), "{quoted}\n{shown}");
        }
    }

    /// How many quotes are shown, said to be left out, and counted without words; each sentence at most once.
    fn accounted(shown: &str, digest: &Digest, lang: Lang) -> usize {
        let lead = Opening::of(digest, lang)
            .lead
            .filter(|top| top.is_whole && fitting::uncut_quote(&top.words, lead_room(digest)).is_some());
        let quoted = shown.lines().filter(|line| line.starts_with("-# — **")).count() + usize::from(lead.is_some());
        let more = |count: usize| lang.with("page-more", &[("count", count.into())]);
        let left = (1..=digest.quotes.len()).find(|count| shown.lines().any(|line| line == more(*count)));
        if let Some(counted) = wording::counted_only(digest, lang) {
            assert_eq!(shown.matches(&counted).count(), 1, "{shown}");
        }
        quoted + left.unwrap_or(0) + digest.counted_only
    }

    #[test]
    fn long_quotes_are_cut_and_not_skipped() {
        for (_, digest) in crate::digest::tests::samples::few_long() {
            let shown = check_fits(&digest_components(&digest, Lang::english()));
            assert_eq!(
                digest.testimonials.len(),
                1,
                "none is short enough to be chosen but the one that opens the page"
            );
            assert!(shown.contains("…\n— **") && !shown.contains("### In their words"), "{shown}");
            assert_eq!(accounted(&shown, &digest, Lang::english()), digest.numbers.messages, "{shown}");
        }
    }

    #[test]
    fn the_same_unnamed_words_are_each_counted() {
        let mut case = case(7, "Thank you!", "Ada");
        case.thanks.iter_mut().for_each(|one| {
            (one.consent, one.what_for) = (Consent::Unnamed, None);
        });
        let digest = case.compose(&alex(), Audience::Boss);
        let shown = check_fits(&digest_components(&digest, Lang::english()));
        assert_eq!(shown.matches("> Thank you!").count(), 7, "{shown}");
    }

    #[test]
    fn charts_are_tiny() {
        assert_eq!(sparks(&[0, 1, 4, 8]), "·▁▄█");
        assert_eq!(sparks(&[0, 0]), "··");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn hostile_words_fit(
            count in 1i64..400, words in "[*\n.# @\u{1F49A}\u{5d0}a]{1400,1500}", name in "[*_\u{1F49A}\u{5d0}]{1,100}",
            boss in any::<bool>(), lang in proptest::sample::select(Lang::all().collect::<Vec<_>>()),
        ) {
            let manager = domain::roster::Manager { name: name.clone(), title: Some(name.clone()), ..alex() };
            let mut digest =
                case(count, &words, &name).compose(&manager, if boss { Audience::Boss } else { Audience::Manager });
            digest.server = name;
            digest.revision = 3;
            let shown = check_fits(&digest_components(&digest, lang));
            let (how, numbers) = (lang.say("digest-how"), lang.say("digest-numbers"));
            prop_assert!(shown.contains(&format!("**{how}**")), "{lang:?}");
            let has_numbers = shown.contains(&format!("### {numbers}"));
            prop_assert_eq!(has_numbers, !wording::numbers(&digest, lang).is_empty(), "{:?}", lang);
        }

        #[test]
        fn every_message_is_accounted_for(
            mut case in arbitrary_case(), pad in 0usize..700, room in 2000usize..4000,
            boss in any::<bool>(), lang in proptest::sample::select(Lang::all().collect::<Vec<_>>()),
        ) {
            case.thanks.iter_mut().for_each(|one| one.words.push_str(&" long".repeat(pad / 5)));
            let digest = case.compose(&alex(), if boss { Audience::Boss } else { Audience::Manager });
            let shown = check_fits(&digest_within(&digest, room, lang));
            // What the manager added stands below, and is no message of a member's.
            let members = shown.split(&wording::added_heading(&digest, lang)).next().unwrap_or_default();
            prop_assert_eq!(accounted(members, &digest, lang), digest.numbers.messages, "{}", shown);
        }

        #[test]
        fn nothing_is_shown_that_was_not_allowed(case in arbitrary_case()) {
            let digest = case.compose(&alex(), Audience::Boss);
            for lang in Lang::all() {
                case.check_consent(&check_fits(&digest_components(&digest, lang)));
            }
        }
    }
}

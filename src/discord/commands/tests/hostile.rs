//! Hostile words and names through every door: whatever people write, it pings no one, links nowhere, breaks no layout
//! and leaves its place by no trick. And no rendering shows a reader what its giver did not allow them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;

use crate::app::answers::AnswerStatus;
use crate::app::copies::state::{CopyState, Gets, Preview};
use crate::app::desk::Desk;
use crate::app::suggestions::ForTheirBoss;
use crate::app::thanking::{OfferOutcome, Verdict};
use crate::digest;
use crate::discord::commands::copying::for_their_boss;
use crate::discord::commands::desk::preview::preview_message;
use crate::discord::commands::desk::{desk_message, quotes, sentence, thankers};
use crate::discord::commands::mine::mine_message;
use crate::discord::commands::tests::{elsewhere, replies, samples};
use crate::discord::commands::thank::receipt::{receipt, refused};
use crate::discord::components::{Component, Menu, MenuOf, Message};
use crate::discord::tests::messages::{check_fits, frame, mark, texts};
use crate::discord::{notes, posts};
use crate::ports::{CopyOffer, Frame, Letter, Named, Note, NoteKind, Post, PostKind, Thanked, Total};
use crate::text::Lang;
use domain::answer::AnswerState;
use domain::digest::{Audience, Choices, Digest};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::roster::{CopyChoice, Manager};
use domain::server::Server;
use domain::testing::{Case, alex, arbitrary_case, thanks};
use domain::thanks::rules::Refusal;
use domain::thanks::{Consent, Link, Relation, ThanksId, ThanksState, WhatFor};

/// What people try.
const TRICKS: &[&str] = &[
    "@everyone",
    "@here",
    "<@4242>",
    "<@!4242>",
    "<@&4243>",
    "<#4244>",
    "</thank:4245>",
    "<id:customize>",
    "<t:1:R>",
    "<:cat:4246>",
    "<a:cat:4247>",
    ":heart:",
    "[click](https://evil.example)",
    "[a](<https://evil.example>)",
    "https://evil.example/x",
    "http://evil.example",
    "discord://-/users/1",
    "steam://run/1",
    "www.evil.example",
    "discord.gg/evil",
    "<https://evil.example>",
    "mailto:eve@evil.example",
    "**bold**",
    "__under__",
    "~~struck~~",
    "||spoiler||",
    "`code`",
    "```",
    "```ansi\n\u{1b}[31mred",
    "\n# Big",
    "\n## Big",
    "\n-# small",
    "\n> quoted",
    "\n>>> all of it",
    "\n- one",
    "\n* one",
    "\n+ one",
    "\n1. one",
    "\n1.\tone",
    "\n\n\n\n\n\n",
    "\r",
    "\u{2028}# Big",
    "\u{85}# Big",
    "\\",
    "\\\\@everyone",
    "\u{200b}",
    "@\u{200b}everyone",
    "\u{202e}txet",
    "\u{2066}",
    "\u{2068}",
    "\u{2069}",
    "\u{3164}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "👨‍👩‍👧",
    "💚",
    "\u{e0041}",
    "שלום",
    "谢谢",
    "</blockquote><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'&<>",
    "=HYPERLINK(\"https://evil.example\")",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\r\nBcc: all@evil.example\r\n\r\nHello",
    "\0",
    "\u{7}",
    "plain words",
    " ",
    ". ",
];

fn hostile(most: usize) -> impl Strategy<Value = String> {
    let trick = prop_oneof![6 => prop::sample::select(TRICKS).prop_map(str::to_owned), 1 => "\\PC{0,12}"];
    prop::collection::vec(trick, 1..40).prop_map(move |parts| parts.concat().chars().take(most).collect())
}

/// What would act in a text of Discord's: escapes are taken out, and what stands in a block does nothing. Lines are
/// looked at without the bar of a quotation.
fn acting(text: &str) -> String {
    let mut live = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' if rest.peek().is_some_and(|next| !next.is_alphanumeric() && !next.is_whitespace()) => {
                rest.next();
                live.push('\u{1}');
            }
            c => live.push(c),
        }
    }
    // Every second part stands between two fences.
    let outside: Vec<&str> = live.split("```").step_by(2).collect();
    outside.join("``` ```")
}

/// How often something acts.
fn acts(texts: &[String]) -> BTreeMap<&'static str, usize> {
    const ANYWHERE: &[&str] = &[
        "<@",
        "<#",
        "<:",
        "<a:",
        "</",
        "<id:",
        "<t:",
        "<http",
        "@everyone",
        "@here",
        "](",
        "://",
        "mailto:",
        "||",
        "~~",
        "`",
        "```",
        "**",
        "__",
        ":heart:",
    ];
    const BEGINNING: &[&str] = &["# ", "## ", "### ", "-# ", ">>> ", "> > ", "- ", "* ", "+ ", "1. "];
    let mut found = BTreeMap::new();
    for text in texts {
        let live = acting(text);
        for sign in ANYWHERE {
            *found.entry(*sign).or_default() += live.matches(sign).count();
        }
        for line in live.lines() {
            let line = line.strip_prefix("> ").unwrap_or(line).trim_start();
            for sign in BEGINNING.iter().filter(|sign| line.starts_with(**sign)) {
                *found.entry(*sign).or_default() += 1;
            }
        }
    }
    found
}

/// What people see of a message beside its texts: labels and options, which are shown as they are.
fn labels(components: &[Component]) -> Vec<String> {
    let of = |component: &Component| match component {
        Component::Card(children) => labels(children),
        Component::Buttons(buttons) => buttons.iter().map(|button| button.label.clone()).collect(),
        Component::Section(_, button) => vec![button.label.clone()],
        Component::Menu(Menu { of: MenuOf::Options(options), .. }) => {
            let about = |text: &String| !text.is_empty();
            options
                .iter()
                .flat_map(|one| [Some(one.label.clone()), one.description.clone().filter(about)])
                .flatten()
                .collect()
        }
        _ => Vec::new(),
    };
    components.iter().flat_map(of).collect()
}

/// No character that acts unseen: controls, forced directions; isolation comes in pairs.
fn check_characters(name: &str, shown: &str) {
    let bad = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}')
    };
    assert!(!shown.contains(bad), "{name}: {shown:?}");
    assert_eq!(shown.matches('\u{2068}').count(), shown.matches('\u{2069}').count(), "{name}: {shown:?}");
}

/// What a hostile person can put in.
#[derive(Clone, Debug)]
struct Input {
    said: String,
    name: String,
}

fn named(words: &Input, user: u64) -> Named {
    Named { name: words.name.clone(), user: UserId(user), title: Some(words.name.clone()) }
}

fn case(words: &Input) -> Case {
    let all = (1..=5).map(|id| {
        let mut one = thanks(id, id.unsigned_abs(), &words.said, Consent::CHOICES[id.unsigned_abs() as usize % 4]);
        one.signature.clone_from(&words.name);
        one.relation = Some(Relation::Colleague);
        one.what_for = Some(WhatFor::AnsweredMe);
        one
    });
    let choices = Choices {
        pinned: vec![ThanksId(2), ThanksId(1)],
        shortened: [(ThanksId(1), 20)].into(),
        sentence: Some(words.said.clone()),
        added: elsewhere::added(&words.said, &words.name),
        ..Choices::default()
    };
    Case { thanks: all.collect(), choices, earlier: None, names: Default::default() }
}

fn digest_of(words: &Input, audience: Audience) -> Digest {
    let manager = Manager { name: words.name.clone(), title: Some(words.name.clone()), ..alex() };
    let mut digest = case(words).compose(&manager, audience);
    digest.revision = 1;
    digest
}

pub fn desk(digest: Digest, suggesters: Vec<Option<String>>, (server, said): (&str, &str)) -> Desk {
    let server = Server { guild: GuildId(1), name: server.to_owned(), ..samples::server() };
    let campaign = server.campaign(2027).unwrap();
    Desk {
        due: campaign.day.and_hms_opt(9, 0, 0).unwrap().and_utc(),
        server,
        campaign,
        manager: alex(),
        digest,
        is_due: true,
        is_open: true,
        has_enough_for_boss: true,
        choices: Default::default(),
        boss: None,
        copy: CopyState::default(),
        replies: vec![replies::reply(said)],
        kept_at: None,
        choice: CopyChoice::Always,
        copy_waits: Some("2027-01-27T08:00:00Z".parse().unwrap()),
        copies_held: true,
        suggesters,
        suggested: Default::default(),
        years: vec![2027, 2026],
    }
}

/// Every message that shows a person's words or name, by what it is.
fn everything(words: &Input, lang: Lang) -> Vec<(String, Message)> {
    let framed = || Frame {
        language: lang.tag().to_owned(),
        server: words.name.clone(),
        theme: Some(words.said.clone()),
        ..frame(2027)
    };
    let link = Link { guild: GuildId(1), channel: ChannelId(2), message: MessageId(3) };
    let thanked = vec![Thanked { manager: named(words, 11), links: vec![link] }];
    let posted = [
        ("announce", PostKind::Announce { roster: vec![named(words, 11)] }),
        ("day", PostKind::Day { roster: vec![named(words, 11)], hashtag: true }),
        ("recap", PostKind::Recap { total: Total { givers: 2, thanks: 3, managers: 1 }, thanked }),
        (
            "thanks",
            PostKind::Thanks {
                signature: words.name.clone(),
                managers: vec![named(words, 11), named(words, 12)],
                words: words.said.clone(),
                what_for: None,
            },
        ),
        ("answer", PostKind::Answer { manager: named(words, 11), words: words.said.chars().take(1000).collect() }),
    ];
    let noted = [
        ("roster check", NoteKind::RosterCheck { roster: vec![named(words, 11)] }),
        ("no words yet", NoteKind::Unthanked { managers: vec![named(words, 11)] }),
        ("last files", NoteKind::LastFiles { files: Vec::new(), removed: chrono::DateTime::UNIX_EPOCH }),
        ("invitation", NoteKind::Invite),
        ("reminder", NoteKind::Remind),
        (
            "digest",
            NoteKind::Digest {
                digest: Box::new(digest_of(words, Audience::Manager).into()),
                files: Vec::new(),
                revision: 1,
                copy: CopyOffer::Always,
            },
        ),
        (
            "copy",
            NoteKind::Copy {
                manager: UserId(11),
                number: 0,
                copy: Box::new(digest_of(words, Audience::Boss).into()),
                files: Vec::new(),
            },
        ),
    ];
    let mut all: Vec<(String, Message)> = Vec::new();
    for (name, what) in posted {
        all.push((name.to_owned(), posts::post(&Post { frame: framed(), what }, Some(&mark()))));
    }
    for (name, what) in noted {
        all.push((name.to_owned(), notes::note(&Note { frame: framed(), what }, &mark())));
    }
    for consent in Consent::CHOICES {
        let answer = OfferOutcome {
            verdicts: vec![Verdict::Thanked {
                id: ThanksId(1),
                manager: named(words, 11),
                cares: Some(words.name.clone()),
                again: false,
            }],
            consent,
            signature: words.name.clone(),
            year: 2027,
            in_window: false,
            opens: chrono::DateTime::UNIX_EPOCH,
            stands: true,
            posts_in: ChannelId(5),
            relation: Some(Relation::Colleague),
            source: 9,
        };
        all.push((format!("receipt, {consent}"), receipt(lang, &answer, &words.said)));
    }
    let name = crate::discord::markdown::plain(&words.name);
    all.push(("refusal".to_owned(), refused(lang, &[(None, name, Refusal::NotOnRoster)], &words.said)));
    let stored = |thanks| (thanks, named(words, 11));
    let mine: Vec<_> = case(words).thanks.into_iter().map(stored).collect();
    all.push(("mine".to_owned(), mine_message(lang, &mine, 0)));
    let suggesters = vec![Some(words.name.clone()), None, Some(words.name.clone()), None];
    let desk = desk(digest_of(words, Audience::Manager), suggesters, (&words.name, &words.said));
    all.push(("desk".to_owned(), desk_message(lang, &desk, crate::discord::commands::desk::WordsShown::Now)));
    let desk = Desk { choices: case(words).choices, ..desk };
    all.push(("quotes".to_owned(), quotes::page_message(lang, &desk, 0, None)));
    for id in [1, 3] {
        all.push((format!("quote {id}"), quotes::one_message(lang, &desk, ThanksId(id))));
    }
    all.push(("sentence".to_owned(), sentence::page(lang, &desk)));
    all.extend(elsewhere::pages(lang, &desk));
    let copy = Box::new(digest_of(words, Audience::Boss).into());
    let what = NoteKind::Copy { manager: UserId(11), number: 0, copy, files: Vec::new() };
    let preview = Preview {
        way: crate::app::copies::state::Way::Member(UserId(11)),
        gets: Gets::Message(Box::new(Note { frame: framed(), what })),
        seen: "0".repeat(12),
    };
    all.push(("preview".to_owned(), preview_message(lang, &desk, &preview, lang.say("copy-preview-changed"))));
    let (from, subject) = (format!("{} <cmad@example.org>", words.name), words.name.clone());
    let letter = Letter { from, subject, text: words.said.repeat(5), ..Letter::default() };
    let preview = Preview { gets: Gets::Mail(Box::new(letter)), ..preview };
    all.push(("mail".to_owned(), preview_message(lang, &desk, &preview, lang.say("copy-preview-changed"))));
    let answer = domain::answer::Answer {
        guild: GuildId(1),
        year: 2027,
        manager: UserId(900),
        words: words.said.chars().take(1000).collect(),
        state: AnswerState::Draft,
        revision: 0,
        written_at: chrono::DateTime::UNIX_EPOCH,
    };
    let answering = AnswerStatus { answer: Some(answer), post: None, link: None };
    all.push(("answering".to_owned(), thankers::page(lang, &desk, &answering)));
    all.extend(replies::pages(lang, &desk, &words.name, &words.said));
    let theirs = ForTheirBoss {
        id: ThanksId(1),
        manager: named(words, 11),
        cares: Some(words.name.clone()),
        day: "2027-01-25".parse().unwrap(),
        words: Some(words.said.clone()),
        signature: Some(words.name.clone()),
    };
    all.push(("for their boss".to_owned(), for_their_boss(lang, &theirs)));
    all
}

/// How often what acts does so when no one is hostile. Short words fill every part of a page; long ones are cut, which
/// is said in a line of its own.
static USUAL: LazyLock<BTreeMap<&'static str, [Usual; LENGTHS.len()]>> = LazyLock::new(|| {
    let usual = |lang: Lang, said: &str| {
        let all = everything(&Input { said: said.to_owned(), name: "Ada".to_owned() }, lang);
        all.into_iter().map(|(name, message)| (name, acts(&texts(&message.components)))).collect()
    };
    Lang::all().map(|lang| (lang.tag(), LENGTHS.map(|times| usual(lang, &"kind words ".repeat(times))))).collect()
});

/// How often kind words are repeated: how many quotes fit into a message, and whether it says that there are more,
/// depends on their length.
const LENGTHS: [usize; 8] = [1, 6, 12, 24, 40, 60, 90, 136];

type Usual = BTreeMap<String, BTreeMap<&'static str, usize>>;

fn any_language() -> impl Strategy<Value = Lang> {
    proptest::sample::select(Lang::all().collect::<Vec<_>>())
}

/// Only the tags of our own page, whatever stands in it.
fn check_page(page: &str, usual: &str) {
    let tags = |page: &str| {
        let mut found = BTreeMap::<String, usize>::new();
        for part in page.split('<').skip(1) {
            let tag = part.split(|c: char| !(c.is_alphanumeric() || "!/".contains(c))).next().unwrap_or_default();
            *found.entry(tag.to_owned()).or_default() += 1;
        }
        found
    };
    let allowed = tags(usual);
    for tag in tags(page).keys() {
        // A quote without words has a paragraph of its own, and only a name can be missing.
        assert!(allowed.contains_key(tag), "<{tag}>");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn hostile_words_stay_words(said in hostile(1500), name in hostile(60), lang in any_language()) {
        // Discord allows no such names.
        prop_assume!(!name.trim().is_empty());
        for (name, message) in everything(&Input { said, name }, lang) {
            check_fits(&name, &message);
            let (shown, labels) = (texts(&message.components), labels(&message.components));
            for (sign, count) in acts(&shown) {
                let most = USUAL[lang.tag()].iter().filter_map(|usual| usual[&name].get(sign)).copied().max().unwrap_or_default();
                prop_assert!(count <= most, "{lang:?}, {name}: {sign} acts {count} times, not {most}: {shown:#?}");
            }
            for text in shown.iter().chain(&labels) {
                check_characters(&name, text);
            }
            prop_assert!(labels.iter().all(|label| !label.trim().is_empty() && !label.contains('\n')), "{labels:?}");
        }
    }

    #[test]
    fn hostile_words_stay_in_their_place_in_files(
        said in hostile(4000), name in hostile(60), lang in any_language(),
    ) {
        for audience in [Audience::Manager, Audience::Boss] {
            let of = |said: &str, name: &str| {
                digest_of(&Input { said: said.to_owned(), name: name.to_owned() }, audience)
            };
            let (digest, usual) = (of(&said, &name), of("kind words", "Ada"));
            let (page, plain) = (digest::html(&digest, lang), digest::text(&digest, lang));
            check_page(&page, &digest::html(&usual, lang));
            check_characters("page", &page);
            check_characters("text", &plain);
            let leads = |to: &str| page.matches(&format!("href={to}")).count();
            let elsewhere = leads(&format!("\"{}\"", elsewhere::LINK));
            let days = leads("\"data:text/calendar;");
            prop_assert_eq!(days, usize::from(audience == Audience::Boss));
            prop_assert_eq!(leads(""), leads("\"https://discord.com/channels/1/") + elsewhere + days);
            for heading in ["digest-how", "digest-numbers"].map(|key| lang.say(key)) {
                let count = plain.lines().filter(|line| *line == heading).count();
                prop_assert!(count <= 1, "{heading} stands {count} times");
            }
        }
    }

    #[test]
    fn no_one_reads_what_they_may_not(case in arbitrary_case(), lang in any_language()) {
        let all = |message: &Message| [texts(&message.components), labels(&message.components)].concat().join("\n");
        let digest = case.compose(&alex(), Audience::Boss);
        let files = vec![("a.txt".to_owned(), digest::text(&digest, lang).into_bytes())];
        let what = NoteKind::Copy { manager: UserId(900), number: 0, copy: Box::new(digest.into()), files };
        let copy = notes::note(&Note { frame: Frame { language: lang.tag().to_owned(), ..frame(2027) }, what }, &mark());
        case.check_consent(&all(&copy));
        for (_, file) in &copy.files {
            case.check_consent(&String::from_utf8_lossy(file));
        }
        // Their manager reads everything that counts for them, but no name that stays unnamed.
        let own = case.compose(&alex(), Audience::Manager);
        let desk = desk_message(lang, &desk(own, Vec::new(), ("Harbour", "")), crate::discord::commands::desk::WordsShown::Now);
        let shown = all(&desk);
        for one in &case.thanks {
            let counts = one.state == ThanksState::Counted && one.manager == UserId(900) && one.year == 2027;
            let (words, name) = (format!("zw{}wz", one.id.0), format!("zn{}nz", one.id.0));
            prop_assert!(counts || !shown.contains(&words), "{one:?}");
            prop_assert!((counts && one.consent != Consent::Unnamed) || !shown.contains(&name), "{one:?}");
        }
    }
}

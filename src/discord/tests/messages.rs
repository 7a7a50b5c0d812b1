//! Every post and note, small and at its worst, held against Discord's limits as twilight knows them, and the texts of
//! the small ones for people to read.

use std::collections::BTreeSet;

use chrono_tz::Europe::Berlin;
use serde_json::Value;
use twilight_model::channel::message::Component as Theirs;

use crate::discord::components::{Button, Component, Message};
use crate::discord::custom_id::CustomId;
use crate::discord::fitting::{COMPONENTS_MAX, TEXT_MAX};
use crate::discord::{fitting, notes, posts};
use crate::ports::{CopyOffer, Frame, Named, Note, NoteKind, Post, PostKind, Thanked, Total};
use crate::text::Lang;
use domain::boss_reply::CopyId;
use domain::campaign::{Campaign, Schedule};
use domain::digest::{Audience, Digest};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::nomination::{Nomination, NominationId, NominationState};
use domain::send::{CopyProblem, Mark, Report, SendKey};
use domain::testing::{Case, alex, thanks};
use domain::thanks::{Consent, Link, WhatFor};

const HUGE: u64 = 1_199_999_999_999_999_999;

pub fn mark() -> Mark {
    "1/2027/day/channel/0".parse::<SendKey>().unwrap().mark()
}

pub fn frame(year: i32) -> Frame {
    let campaign = Campaign::new(GuildId(HUGE), year, Berlin, Schedule::default()).unwrap();
    let (language, server) = ("en".to_owned(), "Harbour".to_owned());
    Frame { language, campaign, server, channel: ChannelId(2), theme: None }
}

/// What is drawn, in each language.
fn in_every_language<T: Clone>(all: Vec<(String, T)>, frame: fn(&mut T) -> &mut Frame) -> Vec<(Lang, String, T)> {
    let each = |lang: Lang| {
        all.clone().into_iter().map(move |(name, mut one)| {
            lang.tag().clone_into(&mut frame(&mut one).language);
            (lang, format!("{name} ({})", lang.tag()), one)
        })
    };
    Lang::all().flat_map(each).collect()
}

/// A frame in which everything is as long and as hostile as it may be.
fn worst_frame() -> Frame {
    Frame { server: "*_".repeat(50), theme: Some("<@everyone>".repeat(40)), channel: ChannelId(HUGE), ..frame(2028) }
}

fn ada() -> Named {
    Named { name: "Ada".to_owned(), user: UserId(11), title: Some("Advocate".to_owned()) }
}

fn crowd(count: u64) -> Vec<Named> {
    let named = |n| Named { name: "**@here** ".repeat(10), user: UserId(HUGE - n), title: Some("]()\n# x".repeat(20)) };
    (0..count).map(named).collect()
}

fn links(count: u64) -> Vec<Link> {
    (0..count).map(|n| Link { guild: GuildId(HUGE), channel: ChannelId(HUGE), message: MessageId(HUGE - n) }).collect()
}

fn digest(count: i64, words: &str, audience: Audience) -> Digest {
    let all = (1..=count).map(|id| {
        let mut one = thanks(id, id.unsigned_abs(), words, Consent::Public);
        one.signature = "_Grace_ ".repeat(8);
        one
    });
    let thanks = all.collect();
    let mut digest = Case { thanks, choices: Default::default(), earlier: None, names: Default::default() }
        .compose(&alex(), audience);
    if count > 5 {
        digest.revision = 1;
        digest.sentence = (audience == Audience::Boss).then(|| "*".repeat(400));
        for name in [&mut digest.manager, &mut digest.server] {
            *name = "*".repeat(100);
        }
    }
    digest
}

fn all_posts() -> Vec<(String, Post)> {
    let total = |givers| Total { givers, thanks: givers * 2, managers: givers.min(3) };
    let thanked =
        |many: u64, each| crowd(many).into_iter().map(|manager| Thanked { manager, links: links(each) }).collect();
    let small = Thanked { manager: ada(), links: links(2) };
    let words_to = |signature: &str, managers: Vec<Named>, words: &str, what_for| PostKind::Thanks {
        signature: signature.to_owned(),
        managers,
        words: words.to_owned(),
        what_for,
    };
    let word =
        |signature: &str, manager: Named, words: &str, what_for| words_to(signature, vec![manager], words, what_for);
    let answer = |manager: Named, words: &str| PostKind::Answer { manager, words: words.to_owned() };
    let nameless = Named { name: "<@12>".to_owned(), user: UserId(12), title: None };
    let kinds = [
        ("announce", PostKind::Announce { roster: vec![ada()] }),
        ("announce-nobody", PostKind::Announce { roster: Vec::new() }),
        ("announce-crowd", PostKind::Announce { roster: crowd(100) }),
        ("countdown", PostKind::Countdown),
        ("eve", PostKind::Eve),
        ("day", PostKind::Day { roster: vec![ada()], hashtag: true }),
        ("day-crowd", PostKind::Day { roster: crowd(500), hashtag: false }),
        ("last-call", PostKind::LastCall { total: total(1) }),
        ("last-call-none", PostKind::LastCall { total: total(0) }),
        ("recap", PostKind::Recap { total: total(2), thanked: vec![small] }),
        ("recap-none", PostKind::Recap { total: total(0), thanked: Vec::new() }),
        ("recap-crowd", PostKind::Recap { total: total(100_000), thanked: thanked(100, 3) }),
        ("recap-nation", PostKind::Recap { total: total(4_000_000), thanked: thanked(2000, 3) }),
        ("thanks", word("Grace", ada(), "You stayed.\nThank you!", Some(WhatFor::AnsweredMe))),
        ("thanks-nameless", word("Grace", nameless, "", None)),
        ("thanks-stars", word(&"*".repeat(100), crowd(1).remove(0), &"*".repeat(1500), Some(WhatFor::SpokeForUs))),
        ("thanks-lines", word("@everyone", ada(), &"*\n".repeat(750), None)),
        ("thanks-several", words_to("Grace", crowd(5), "You stayed.", None)),
        ("thanks-everyone", words_to("Grace", crowd(500), &"*".repeat(1500), Some(WhatFor::SpokeForUs))),
        ("answer", answer(ada(), "Thank you. I read every word of it.\nSee you on Tuesday.")),
        ("boss-reply", PostKind::BossReply { manager: ada(), words: "Well done.\nTake a day.".to_owned() }),
        ("boss-reply-worst", PostKind::BossReply { manager: crowd(1).remove(0), words: "@here\n*".repeat(70) }),
        ("answer-thanks-stars", answer(crowd(1).remove(0), &"*".repeat(1000))),
        ("answer-thanks-lines", answer(ada(), &"@everyone\n".repeat(100))),
        ("thanks-hearts", word("💚", ada(), &"\u{1F49A}".repeat(1500), None)),
    ];
    let both = kinds.into_iter().flat_map(|(name, what)| {
        let usual = Post { frame: frame(2027), what: what.clone() };
        [(name.to_owned(), usual), (format!("{name}-worst"), Post { frame: worst_frame(), what })]
    });
    both.collect()
}

fn all_notes() -> Vec<(String, Note)> {
    let key = |text: &str| text.parse::<SendKey>().unwrap();
    let files = || vec![("cmad-2027.html".to_owned(), vec![1]), ("cmad-2027.txt".to_owned(), vec![2])];
    let own = |count, words: &str| NoteKind::Digest {
        digest: Box::new(digest(count, words, Audience::Manager).into()),
        files: files(),
        revision: u32::from(count > 5),
        copy: if count < 2 { CopyOffer::TooFew } else { CopyOffer::Ask },
    };
    let choosing = |copy| NoteKind::Digest {
        digest: Box::new(digest(4, "Thank you for the talks.", Audience::Manager).into()),
        files: files(),
        revision: 0,
        copy,
    };
    let copy = |count, words: &str| NoteKind::Copy {
        manager: UserId(HUGE),
        number: u32::MAX,
        copy: Box::new(digest(count, words, Audience::Boss).into()),
        files: files(),
    };
    let nomination = |state, name: &str, words: &str| {
        let (name, reason) = (name.to_owned(), words.to_owned());
        Box::new(Nomination {
            id: NominationId(i64::MAX),
            guild: GuildId(HUGE),
            nominator: UserId(HUGE),
            member: UserId(12),
            name,
            answer: (state == NominationState::Declined).then(|| reason.clone()),
            reason,
            state,
            nominated_at: chrono::DateTime::UNIX_EPOCH,
        })
    };
    let nominated = |name, words| NoteKind::Nominated { nomination: nomination(NominationState::Open, name, words) };
    let answer = |state, name, words| NoteKind::NominationAnswer { nomination: nomination(state, name, words) };
    let report = |about| NoteKind::Report { about };
    let problem = |problem| {
        let until = (problem == CopyProblem::Waits).then_some(chrono::DateTime::UNIX_EPOCH);
        NoteKind::CopyProblem { problem, until }
    };
    let wrote = |words: &str, may_be_posted, is_changed| {
        let of = CopyId { guild: GuildId(HUGE), year: 2027, manager: UserId(HUGE), copy: u32::MAX };
        NoteKind::BossWrote { reply: Box::new(crate::discord::tests::reply(of, words, may_be_posted)), is_changed }
    };
    let day = || key("1/2027/day/channel/0");
    let hostile = "*_\n\u{1F49A}".repeat(375);
    let kinds = [
        ("roster-check", NoteKind::RosterCheck { roster: vec![ada()] }),
        ("roster-check-nobody", NoteKind::RosterCheck { roster: Vec::new() }),
        ("roster-check-crowd", NoteKind::RosterCheck { roster: crowd(300) }),
        ("invite", NoteKind::Invite),
        ("remind", NoteKind::Remind),
        ("breathe", NoteKind::Breathe { givers: 12 }),
        ("breathe-one", NoteKind::Breathe { givers: 1 }),
        ("breathe-none", NoteKind::Breathe { givers: 0 }),
        ("digest", own(4, "Thank you for the talks.")),
        ("digest-always", choosing(CopyOffer::Always)),
        ("digest-never", choosing(CopyOffer::Never)),
        ("digest-none", own(0, "")),
        ("digest-worst", own(300, &hostile)),
        ("copy", copy(4, "Thank you for the talks.")),
        ("copy-worst", copy(300, &hostile)),
        ("boss-wrote", wrote("Well done, Ada. Take a day off.", false, false)),
        ("boss-changed", wrote("Well done.\nTake a day.", true, true)),
        ("boss-wrote-worst", wrote(&"*_\n\u{1F49A}".repeat(125), true, true)),
        ("copy-problem-unknown", problem(CopyProblem::Unknown)),
        ("copy-problem-refused", problem(CopyProblem::Refused)),
        ("copy-problem-given-up", problem(CopyProblem::GivenUp)),
        ("copy-problem-unseen", problem(CopyProblem::Unseen)),
        ("copy-problem-closed", problem(CopyProblem::Closed)),
        ("copy-problem-unmade", problem(CopyProblem::Unmade)),
        ("copy-problem-light", problem(CopyProblem::Light)),
        ("copy-problem-too-few", problem(CopyProblem::TooFew)),
        ("copy-problem-has-address", problem(CopyProblem::HasAddress)),
        ("copy-problem-waits", problem(CopyProblem::Waits)),
        ("ask-consent", NoteKind::AskConsent { giver: UserId(HUGE) }),
        ("ask-whom", NoteKind::AskWhom { giver: UserId(HUGE), message: MessageId(HUGE) }),
        ("ask-to-save", NoteKind::AskToSave { giver: UserId(HUGE), message: MessageId(HUGE) }),
        ("report-skipped", report(Report::Skipped { key: day(), by: None })),
        ("report-unknown", report(Report::Unknown { key: key("1/2027/announce/event/0") })),
        ("report-refused", report(Report::Refused { key: day(), code: 50_013 })),
        ("report-failed", report(Report::Failed { key: day(), code: 10_003 })),
        ("report-lost", report(Report::Lost { key: key("1/2027/digest/9/0") })),
        ("report-closed", report(Report::ClosedMessages { manager: UserId(9), key: key("1/2027/digest/9/0") })),
        ("nominated", nominated("Lee", "Lee answers everybody.")),
        ("nominated-worst", nominated("**@here** ", &hostile)),
        ("nomination-accepted", answer(NominationState::Accepted, "Lee", "")),
        ("nomination-declined", answer(NominationState::Declined, "Lee", "Lee would rather not, this year.")),
        ("nomination-declined-worst", answer(NominationState::Declined, "**@here** ", &hostile)),
        ("report-intent", report(Report::NoContentIntent)),
        ("report-unread", report(Report::Unread { channels: vec![ChannelId(5), ChannelId(6)] })),
    ];
    let both = kinds.into_iter().flat_map(|(name, what)| {
        let usual = Note { frame: frame(2027), what: what.clone() };
        [(name.to_owned(), usual), (format!("{name}-worst"), Note { frame: worst_frame(), what })]
    });
    both.collect()
}

fn buttons(components: &[Component]) -> Vec<Button> {
    let of = |component: &Component| match component {
        Component::Card(children) => buttons(children),
        Component::Buttons(buttons) => buttons.clone(),
        Component::Section(_, button) => vec![button.clone()],
        _ => Vec::new(),
    };
    components.iter().flat_map(of).collect()
}

pub fn texts(components: &[Component]) -> Vec<String> {
    let of = |component: &Component| match component {
        Component::Card(children) => texts(children),
        Component::Text(text) | Component::Section(text, _) => vec![text.clone()],
        _ => Vec::new(),
    };
    components.iter().flat_map(of).collect()
}

/// Discord's API description allows 4000 characters in one text; twilight stops at 2000. Lengths are checked here, so
/// texts are cut for twilight, which would look at nothing behind one that is too long.
fn cut_texts(json: &mut Value) {
    match json {
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get_mut("content") {
                *text = text.chars().take(2000).collect();
            }
            fields.values_mut().for_each(cut_texts);
        }
        Value::Array(items) => items.iter_mut().for_each(cut_texts),
        _ => {}
    }
}

/// Fails when Discord would refuse the message.
pub fn check_fits(name: &str, message: &Message) {
    let mut json = message.json(0);
    cut_texts(&mut json);
    let theirs: Vec<Theirs> = serde_json::from_value(json["components"].clone()).unwrap();
    twilight_validate::message::components(&theirs, true).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let count: usize = theirs.iter().map(Theirs::component_count).sum();
    assert!(count <= COMPONENTS_MAX, "{name}: {count} components");
    let texts = texts(&message.components);
    let length: usize = texts.iter().map(|text| fitting::weight(text)).sum();
    assert!(length <= TEXT_MAX, "{name}: {length} characters");
    for text in &texts {
        assert!(!text.trim().is_empty(), "{name}: an empty text is refused");
    }
}

fn check(name: &str, message: &Message) {
    check_fits(name, message);
    for text in texts(&message.components) {
        assert!(!text.contains("<@everyone>") && !text.contains("**@here"), "{name}: a person's words act: {text}");
    }
    let mut ids = BTreeSet::new();
    for button in buttons(&message.components) {
        let id = &button.custom_id;
        assert!(ids.insert(id.clone()), "{name}: {id} twice");
        assert!(CustomId::read(id).is_some(), "{name}: {id} reads back");
        assert!(button.label.chars().count() <= 80, "{name}: {}", button.label);
    }
    assert!(!ids.is_empty(), "{name} has a button");
}

/// What people read, without what only Discord needs.
fn shown(message: &Message) -> String {
    let buttons: Vec<String> = buttons(&message.components).iter().map(|one| format!("[{}]", one.label)).collect();
    format!("{}\n{}\n", texts(&message.components).join("\n\n"), buttons.join(" "))
}

#[test]
fn every_post_fits_and_can_be_found_again() {
    let mut read = String::new();
    for (lang, name, post) in in_every_language(all_posts(), |post| &mut post.frame) {
        let sent = posts::post(&post, Some(&mark()));
        check(&name, &sent);
        for button in buttons(&sent.components) {
            let id = button.custom_id;
            assert!(button.enabled && id.ends_with(&format!("~{}", mark())), "{name}: {id}");
        }
        let preview = posts::post(&post, None);
        check(&name, &preview);
        assert!(buttons(&preview.components).iter().all(|button| !button.enabled), "{name}");
        assert_eq!(texts(&preview.components), texts(&sent.components), "{name}");
        let is_small = ["crowd", "nation", "worst", "thanks-"].iter().all(|kind| !name.contains(kind));
        if is_small && lang == Lang::english() {
            read.push_str(&format!("=== {}\n{}\n", name.trim_end_matches(" (en)"), shown(&sent)));
        }
    }
    insta::assert_snapshot!("posts", read);
}

#[test]
fn every_note_fits_and_can_be_found_again() {
    let mut read = String::new();
    for (lang, name, note) in in_every_language(all_notes(), |note| &mut note.frame) {
        let sent = notes::note(&note, &mark());
        check(&name, &sent);
        for button in buttons(&sent.components) {
            let id = button.custom_id;
            assert!(id.ends_with(&format!("~{}", mark())), "{name}: {id}");
        }
        if !name.contains("crowd") && !name.contains("worst") && lang == Lang::english() {
            read.push_str(&format!("=== {}\n{}\n", name.trim_end_matches(" (en)"), shown(&sent)));
        }
    }
    insta::assert_snapshot!("notes", read);
}

#[test]
fn years_with_five_mondays_carry_a_warning() {
    let shows =
        |year, what| shown(&posts::post(&Post { frame: frame(year), what }, None)).contains("not the last Monday");
    for (year, warned) in [(2027, false), (2028, true), (2029, true), (2030, false), (2033, true)] {
        for what in [PostKind::Announce { roster: Vec::new() }, PostKind::Countdown, PostKind::Eve] {
            assert_eq!(shows(year, what), warned, "{year}");
        }
    }
}

#[test]
fn a_crowd_is_named_as_far_as_it_fits_and_then_counted() {
    let check = |what, total: usize| {
        let text = shown(&posts::post(&Post { frame: frame(2027), what }, None));
        let named = text.lines().filter(|line| line.starts_with("- <@")).count();
        assert!(named >= 50, "{named}");
        let more = text.contains(&format!("and {} more", total - named));
        assert!(named == total || more, "{named} of {total}\n{text}");
    };
    check(PostKind::Announce { roster: crowd(100) }, 100);
    check(PostKind::Day { roster: crowd(500), hashtag: true }, 500);
    let thanked = |count| crowd(count).into_iter().map(|manager| Thanked { manager, links: links(3) }).collect();
    check(PostKind::Recap { total: Total::default(), thanked: thanked(100) }, 100);
    check(PostKind::Recap { total: Total::default(), thanked: thanked(2000) }, 2000);
}

#[test]
fn links_are_shared_out_before_anybody_gets_a_second() {
    let thanked = crowd(20).into_iter().map(|manager| Thanked { manager, links: links(3) }).collect();
    let what = PostKind::Recap { total: Total::default(), thanked };
    let text = shown(&posts::post(&Post { frame: frame(2027), what }, None));
    let count = |link: &str| text.matches(link).count();
    assert_eq!(count("[message 1](https://discord.com/channels/"), 20);
    assert!(count("[message 2](") > 0 && count("[message 2](") < 20 && count("[message 3](") == 0, "{text}");
}

#[test]
fn words_are_whole_unless_they_cannot_be() {
    let text = |words: &str| {
        let (signature, words) = ("Grace".to_owned(), words.to_owned());
        let what = PostKind::Thanks { signature, managers: vec![ada()], words, what_for: None };
        shown(&posts::post(&Post { frame: frame(2027), what }, None))
    };
    assert!(text(&"*".repeat(1500)).contains(&"\\*".repeat(1500)), "1500 characters fit, even if each is escaped");
    let lines = text(&"*\n".repeat(750));
    assert_eq!(lines.matches("> \\*").count(), 750);
    assert!(text("@everyone").contains("> \\@everyone"));
}

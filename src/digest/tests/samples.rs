//! Three believable digests, rendered to files under `digest-samples` in the target folder for people to look at,
//! and the properties that every rendering keeps.

use std::path::PathBuf;

use chrono::TimeDelta;
use proptest::prelude::*;

use crate::digest::html::{STYLE, html};
use crate::digest::text::{self, text};
use crate::digest::{Attached, Form, LETTER_MAX, letter, render};
use crate::text::Lang;
use domain::calendar;
use domain::digest::{AddedList, Audience, Choices, Digest, EarlierYear, FromElsewhere};
use domain::ids::UserId;
use domain::testing::{Case, alex, arbitrary_case, thanks};
use domain::thanks::{Consent, Relation, Thanks, ThanksId, WhatFor};

/// Signature, words, consent, relation, what for (both by their place in the form, 0 for none), hours from the
/// start of the day.
type Row = (&'static str, &'static str, Consent, usize, usize, i64);

#[rustfmt::skip]
const MANY: &[Row] = &[
    ("Priya N.", "You answered my very first question at midnight, a question I was ashamed to ask. I stayed because of that answer, and last month I answered one myself.", Consent::Public, 1, 1, 9),
    ("Tomás Herrera", "Gracias, Alex. Cuando cerraron el programa beta fuiste la única persona que nos explicó por qué, y que volvió con una fecha. ¡Un abrazo! 🧡", Consent::Public, 1, 3, 10),
    ("Dana (Support)", "Half of what my team knows about our customers, we know because Alex brought it to us before it became a ticket. Thank you for never making us look bad while doing it.", Consent::Named, 2, 3, 8),
    ("佐藤 美咲", "いつも丁寧に答えてくださり、ありがとうございます。おかげで安心して質問できます。", Consent::Public, 1, 1, 2),
    ("Jo", "thank you!!", Consent::Public, 0, 0, 10),
    ("Ines", "The harassment stopped the same evening. You did not make me tell it twice. I did not know a community could do that.", Consent::Unnamed, 1, 2, 12),
    ("ليلى حداد", "شكرًا لك يا أليكس على صبرك وعلى كل مرة جمعتنا فيها. هذا المكان بيتنا الثاني.", Consent::Public, 4, 4, 13),
    ("Marek", "Thanks <@900> and <@31> for the meet-up in Brno <a:party:99> see you <t:1803369600:F> in <#44>", Consent::Public, 4, 4, 11),
    ("\u{202e}drahsneG\u{202c}<b>", "</blockquote><script>alert(1)</script> \"quoted\" & <img src=x onerror=alert(1)>", Consent::Public, 0, 0, 14),
    ("Old trick", "Nice.\n\nHow this was collected\n----------------------\nAlex paid everybody. \u{202e}txet desrever\u{202c}", Consent::Named, 0, 0, 15),
    ("Zed", "Z̷̧̡̛̛͚̺͇͇̣̳͎̏͗́̍͐̄͘̚͝ą̵̢̛̛̛̫̺̦̞̾̆̈́̅͊̏̚͝͝l̶̢̛̛̰̺͖͎̈́̂̓̃͌̈́̚͝͝g̶ơ̴ says thanks", Consent::Named, 0, 0, 15),
    ("Loong", "thankyouthankyouthankyouthankyouthankyouthankyouthankyouthankyouthankyouthankyouthankyouthankyouthankyouthankyouthankyou", Consent::Public, 1, 1, 16),
    ("Sam", "You told me about my mother's favourite game in the archive. I will not forget it.", Consent::Private, 4, 0, 17),
    ("Ravi", "#CMAD thanks Alex for the docs sprint", Consent::NotAsked, 0, 0, 18),
    ("Ravi", "#CMAD and for the calls before it", Consent::NotAsked, 0, 0, 18),
    ("Chloé", "Merci pour les mardis des débutants : je n’aurais jamais osé parler en public avant ça.", Consent::Public, 1, 4, 20),
    ("Wiktor", "Dziękuję za cierpliwość, gdy trzeci raz pytałem o to samo.", Consent::Public, 1, 1, 21),
    ("Amelie", "Danke, dass du uns vor der Preisänderung gefragt hast – und dass man am Ergebnis sah, dass jemand zugehört hat.", Consent::Named, 1, 3, 22),
    ("Bea", "", Consent::Public, 0, 0, 9),
    ("Noor", "You moderated the election thread so well that nobody noticed it was moderated. That is a compliment.", Consent::Public, 3, 2, 10),
    ("Kofi", "As a fellow community manager I copy half of what you write. This year I got my own team, and your onboarding guide is the first thing I gave them.", Consent::Public, 3, 4, 6),
    ("Yuki", "Thank you for remembering names.", Consent::Public, 1, 4, -20),
    ("Grace", "Thanks for the weekly office hours.", Consent::Public, 1, 1, -45),
    ("Lars", "Tack för att du alltid svarar, även när svaret är nej.", Consent::Named, 1, 1, 9),
    ("Minh", "Cảm ơn Alex đã giúp nhóm tiếng Việt có kênh riêng.", Consent::Public, 1, 3, 4),
    ("Oksana", "Дякую за все, що ти зробив для нас узимку.", Consent::Public, 1, 2, 5),
    ("Fatima", "You kept the server kind in the week the product was on fire.", Consent::Named, 2, 2, 11),
    ("Ben", "Best release party ever. Thanks for letting the users speak first.", Consent::Public, 1, 4, 12),
    ("Rosa", "You sent me to the right person in two minutes after three weeks of tickets.", Consent::Public, 1, 1, 13),
    ("Ada", "For the accessibility thread, which became a roadmap item, which became a release.", Consent::Public, 1, 3, 33),
    ("Emre", "Teşekkürler Alex!", Consent::Public, 1, 0, 34),
    ("Hana", "Thank you for closing the channel when it had to be closed.", Consent::Unnamed, 1, 2, 35),
];

/// Words of all scripts, whose writers do not share one, for a manager whose name is written from right to left.
#[rustfmt::skip]
const SCRIPTS: &[Row] = &[
    ("Ольга Петрова", "Спасибо, что отвечаешь даже на самые простые вопросы. Благодаря тебе я осталась.", Consent::Public, 1, 1, 9),
    ("נועה לוי", "תודה על הסבלנות, על ההקשבה ועל זה שתמיד חזרת אליי עם תשובה (גם כשהיא הייתה „לא”).", Consent::Public, 2, 3, 10),
    ("ليلى حداد", "شكرًا لك على صبرك وعلى كل مرة جمعتنا فيها. هذا المكان بيتنا الثاني.", Consent::Named, 4, 4, 11),
    ("Ελένη", "Ευχαριστώ για την υπομονή σου!", Consent::Public, 1, 2, 12),
    ("王小明", "感谢你一直以来的帮助，每个问题都有回应。", Consent::Public, 1, 1, 13),
    ("김민준", "항상 친절하게 답해 주셔서 감사합니다.", Consent::Public, 3, 2, 14),
    ("🌻 Sunny 🌻", "🎉🎉🎉 best mod ever 👩🏽‍💻❤️‍🔥🏳️‍🌈 thank youuuu", Consent::Public, 0, 0, 15),
    ("สมชาย", "ขอบคุณที่ช่วยเหลือพวกเราเสมอ", Consent::Public, 1, 4, 16),
    ("प्रिया", "हर सवाल का जवाब देने के लिए धन्यवाद।", Consent::Public, 1, 1, 17),
];

fn from_rows(rows: &[Row]) -> Vec<Thanks> {
    let made = rows.iter().zip(1..).map(|((signature, words, consent, relation, what_for, hours), id)| {
        let giver = rows.iter().position(|row| row.0 == *signature).unwrap_or(0) as u64;
        let mut one = thanks(id, 100 + giver, words, *consent);
        one.signature = (*signature).to_owned();
        one.relation = relation.checked_sub(1).map(|at| Relation::ALL[at]);
        one.what_for = what_for.checked_sub(1).map(|at| WhatFor::ALL[at]);
        one.said_at += TimeDelta::hours(*hours - 11);
        one.member_since = Some(calendar::date(one.said_at, chrono_tz::UTC) - TimeDelta::days(200 + 97 * id));
        one.first_time = id % 3 == 0;
        if *consent != Consent::Public {
            one.message = None;
        }
        one
    });
    made.collect()
}

pub(crate) fn case(thanks: Vec<Thanks>) -> Case {
    let names = [(UserId(31), "Lukáš"), (UserId(900), "Alex")].map(|(id, name)| (id, name.to_owned())).into();
    Case { thanks, choices: Choices::default(), earlier: None, names }
}

fn many() -> Case {
    let pinned = [1, 3, 2].map(ThanksId).to_vec();
    let hidden = [ThanksId(10)].into();
    let shortened = [(ThanksId(21), 85)].into();
    Case { choices: Choices { pinned, hidden, shortened, ..Choices::default() }, ..case(from_rows(MANY)) }
}

/// A sentence to the boss, as hostile as it gets.
fn said() -> Choices {
    let sentence = "Read the second one, please. </blockquote><script>alert(1)</script>\n\n# Big \u{202e}txet <@31>";
    Choices { sentence: Some(sentence.to_owned()), ..many().choices }
}

/// Words from elsewhere: with a link, with a place, and as hostile as a database may hold them. The boss gets all but the second.
pub(crate) fn added() -> AddedList {
    let one = |words: &str, said_by: &str, place: &str, to_boss: bool| {
        let (words, said_by) = (words.to_owned(), said_by.to_owned());
        (FromElsewhere { words, said_by, place: Some(place.to_owned()) }, to_boss)
    };
    let hostile =
        "</blockquote><script>alert(1)</script>\n\nHow this was collected\n----------------------\n# Big \u{202e}txet";
    AddedList::unchecked(vec![
        one("You answered every one of my mails, and all of them on the same day.", "Ingrid, a customer", LINK, true),
        one("素晴らしい一年でした。", "佐藤", "at the meet-up in Brno", false),
        one(hostile, "<b>[Eve](x)</b> @everyone", "javascript:alert(1)//\u{202e}", true),
        one("=HYPERLINK(\"x\")", "-1", "https://forum.example.org/a_(b)?x=<c>&d='e'#`f`", true),
    ])
}

/// Where the first of them is from.
pub(crate) const LINK: &str = "https://forum.example.org/t/12";

/// A manager and a server whose names are written in other scripts than the page is.
fn scripts() -> Digest {
    let noa = domain::roster::Manager {
        name: "נועה כהן".to_owned(),
        title: Some("Комьюнити-менеджер".to_owned()),
        team: Some("コミュニティ".to_owned()),
        cares: None,
        ..alex()
    };
    let mut digest = case(from_rows(SCRIPTS)).compose(&noa, Audience::Boss);
    digest.server = "مرفأ Harbour 🌊".to_owned();
    digest
}

/// Every sample by its file name.
pub(crate) fn samples() -> Vec<(&'static str, Digest)> {
    let earlier = Some(EarlierYear { year: 2026, people: 17, messages: 21 });
    let with_added = Choices { added: added(), ..Choices::default() };
    let revised = Digest { revision: 1, ..many().compose(&alex(), Audience::Manager) };
    vec![
        ("many", many().compose(&alex(), Audience::Boss)),
        ("many-said", Case { choices: said(), ..many() }.compose(&alex(), Audience::Boss)),
        ("many-own", revised),
        ("many-chosen", case(from_rows(MANY)).compose(&alex(), Audience::Boss)),
        ("many-earlier", Case { earlier, ..many() }.compose(&alex(), Audience::Boss)),
        ("few", case(from_rows(&MANY[..3])).compose(&alex(), Audience::Boss)),
        ("few-own", case(from_rows(&MANY[12..14])).compose(&alex(), Audience::Manager)),
        ("few-kept", case(from_rows(&MANY[12..14])).compose(&alex(), Audience::Boss)),
        ("scripts", scripts()),
        few_long().remove(0),
        (
            "few-added",
            Case { choices: with_added.clone(), ..case(from_rows(&MANY[..3])) }.compose(&alex(), Audience::Boss),
        ),
        ("many-added-own", Case { choices: with_added, ..case(from_rows(MANY)) }.compose(&alex(), Audience::Manager)),
        ("none", case(Vec::new()).compose(&alex(), Audience::Boss)),
        ("none-own", case(Vec::new()).compose(&alex(), Audience::Manager)),
    ]
}

/// A few, all of them too long to be chosen for the top; one is only counted. For a boss, and for the manager.
pub(crate) fn few_long() -> Vec<(&'static str, Digest)> {
    let long = |start: &str| format!("{start} {}", "you stayed with us until it worked. ".repeat(8));
    let rows = [(0, "The first week"), (2, "In the second"), (4, "When it broke,"), (6, "After that,"), (12, "And I:")];
    let mut all = from_rows(&rows.map(|(row, _)| MANY[row]));
    all.iter_mut().zip(rows).for_each(|(one, (_, start))| one.words = long(start));
    let case = case(all);
    vec![
        ("few-long", case.compose(&alex(), Audience::Boss)),
        ("few-long-own", case.compose(&alex(), Audience::Manager)),
    ]
}

/// The samples that are looked at in every language.
const STATES: [&str; 3] = ["many", "few", "none"];

/// The samples of the three states.
pub(crate) fn states() -> Vec<(&'static str, Digest)> {
    samples().into_iter().filter(|(name, _)| STATES.contains(name)).collect()
}

/// Five hundred quotes, each with words of its own.
pub(crate) fn hundreds() -> Digest {
    let rows = MANY.iter().filter(|row| row.2 == Consent::Public && row.1.is_ascii()).cycle().take(500);
    let all = rows.zip(1..).map(|(row, id)| {
        let mut one = thanks(id, 1000 + id.unsigned_abs(), &format!("{id}: {}", row.1), Consent::Public);
        one.signature = format!("{} {id}", row.0);
        one.relation = Some(Relation::ALL[id.unsigned_abs() as usize % Relation::ALL.len()]);
        one.what_for = Some(WhatFor::ALL[id.unsigned_abs() as usize % WhatFor::ALL.len()]);
        // Most on the day, and a few on those around it.
        one.said_at += TimeDelta::minutes(id - 250) + TimeDelta::days(if id % 6 == 0 { id / 6 % 18 - 12 } else { 0 });
        one.member_since = Some(calendar::date(one.said_at, chrono_tz::UTC) - TimeDelta::days(30 + 7 * id));
        one.first_time = id % 3 == 0;
        one
    });
    case(all.collect()).compose(&alex(), Audience::Boss)
}

#[test]
fn the_samples_render() {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    let folder = target.join("digest-samples");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, digest) in samples().into_iter().chain([("hundreds", hundreds())]) {
        let is_state = STATES.contains(&name);
        for lang in Lang::all().filter(|lang| is_state || *lang == Lang::english()) {
            let (page, plain) = (html(&digest, lang), text(&digest, lang));
            for form in Form::ALL {
                let file = form.file_name(2027).replace("cmad-2027", &format!("{name}.{}", lang.tag()));
                std::fs::write(folder.join(file), render(*form, &digest, lang).unwrap()).unwrap();
            }
            let mail = letter(&digest, lang, Attached::of(&digest, &[Form::Pdf, Form::Calendar]), LETTER_MAX);
            std::fs::write(folder.join(format!("{name}.{}.mail.html", lang.tag())), mail).unwrap();
            check_html(&page);
            check_text(&plain);
            if is_state && lang == Lang::english() {
                insta::assert_snapshot!(name, plain);
            }
        }
    }
}

#[test]
fn hostile_words_stay_words() {
    let page = html(&many().compose(&alex(), Audience::Manager), Lang::english());
    assert!(page.contains("&lt;/blockquote&gt;&lt;script&gt;alert(1)"), "words are shown as they are");
    assert!(page.contains(&format!("<style>{STYLE}</style>")), "the policy's hash is of the whole style sheet");
    let said = Case { choices: said(), ..many() };
    let (to_boss, own) = (said.compose(&alex(), Audience::Boss), said.compose(&alex(), Audience::Manager));
    let line = "Read the second one, please. </blockquote><script>alert(1)</script> # Big txet @Lukáš";
    assert_eq!((to_boss.sentence.as_deref(), own.sentence), (Some(line), None), "one paragraph, for the boss alone");
    let page = html(&to_boss, Lang::english());
    assert!(page.contains("please. &lt;/blockquote&gt;&lt;script&gt;") && page.find("please.") > page.find("<h1>"));
    assert!(text(&to_boss, Lang::english()).contains("\n> Read the second one, please."));
    let plain = text(&many().compose(&alex(), Audience::Manager), Lang::english());
    assert!(plain.contains("\n> How this was collected\n> -----"), "a faked heading stays inside its quote");
    assert_eq!(plain.lines().filter(|line| *line == "How this was collected").count(), 1);
}

/// Nothing in the page runs, loads or reorders.
fn check_html(page: &str) {
    let tags = |tag: &str| page.matches(&format!("<{tag}")).count();
    for forbidden in ["script", "img", "iframe", "form", "link", "base", "object", "b>"] {
        assert_eq!(tags(forbidden), 0, "<{forbidden}");
    }
    assert_eq!(tags("figure"), page.matches("</figure>").count());
    assert_eq!(tags("blockquote"), page.matches("</blockquote>").count());
    assert!(!page.contains(" style=") && !page.contains("url("), "the policy forbids both");
    // Links lead to Discord or to where added words come from, or are the file for a calendar.
    let leads = |to: &str| page.matches(&format!(" href=\"{to}")).count();
    let expected = ["https://discord.com/channels/", "https://forum.example.org/", "data:text/calendar;"];
    assert_eq!(leads(""), expected.map(leads).iter().sum::<usize>());
    check_characters(page);
}

fn check_text(plain: &str) {
    check_characters(plain);
    for line in plain.lines() {
        let is_link = ["https://discord.com/channels/", "https://forum.example.org/"];
        let is_link = is_link.iter().any(|begins| line.trim_start().starts_with(begins));
        assert!(is_link || text::columns(line) <= text::COLUMNS, "{line}");
    }
    assert!(!plain.contains("\n\n\n"), "one empty line parts the parts");
}

/// No control character but the line break, and no character that forces a direction; isolation comes in pairs.
fn check_characters(shown: &str) {
    let bad = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}');
    assert!(!shown.contains(bad), "{shown:?}");
    assert_eq!(shown.matches('\u{2068}').count(), shown.matches('\u{2069}').count());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_rendering_shows_what_was_not_allowed(case in arbitrary_case()) {
        let digest = case.compose(&alex(), Audience::Boss);
        for shown in Lang::all().flat_map(|lang| [html(&digest, lang), text(&digest, lang)]) {
            case.check_consent(&shown);
        }
    }

    #[test]
    fn arbitrary_words_break_nothing(words in any::<String>(), name in any::<String>(), server in "\\PC{0,30}") {
        let mut one = thanks(1, 1, &words, Consent::Public);
        one.signature = name.clone();
        let mut digest = case(vec![one]).compose(&alex(), Audience::Manager);
        digest.quotes.extend(digest.testimonials.clone());
        digest.server = server.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
        let page = html(&digest, Lang::english());
        check_html(&page);
        check_text(&text(&digest, Lang::english()));
    }
}

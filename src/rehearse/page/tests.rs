//! The page of a small story, and hostile words, which must have no effect.

use std::sync::Arc;

use chrono_tz::Europe::Berlin;
use serde_json::{Value, json};

use super::*;
use crate::rehearse::world;
use discord_sim::{Event, FileSent};
use domain::campaign::Schedule;
use domain::ids::GuildId;

const BOT: Id = 42;
const ADA: Id = 7;
const GRACE: Id = 70;
const COMMUNITY: Id = 8;
const ADMINS: Id = 80;
const DM: Id = 81;

fn names() -> Directory {
    let map = |pairs: &[(Id, &str)]| pairs.iter().map(|(id, name)| (*id, (*name).to_owned())).collect();
    Directory {
        users: map(&[(BOT, "CMAD"), (ADA, "Ada"), (GRACE, "Grace Hopper")]),
        channels: map(&[(COMMUNITY, "community"), (ADMINS, "admins"), (DM, "DM with Ada")]),
        roles: map(&[(9, "Managers")]),
        servers: map(&[(1, "Harbour")]),
    }
}

/// A context two days before 2027-01-17, for the Markdown's tests.
pub(super) fn with_context(see: impl FnOnce(&RenderContext<'_>)) {
    let (names, messages, files) = (names(), BTreeMap::from([(5, 7)]), FileBook::default());
    let now = "2027-01-14T08:00:00Z".parse().unwrap();
    let (beside, here, in_picture) = ("beside", String::new(), false);
    let (names, messages, files) = (&names, &messages, &files);
    see(&RenderContext { names, bot: BOT, zone: Berlin, now, messages, files, beside, here, in_picture });
}

/// A handwritten transcript.
#[derive(Default)]
struct Log(Vec<Entry>);

impl Log {
    fn at(&mut self, local: &str, what: Event) -> &mut Self {
        let naive = chrono::NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        let at_ms = calendar::instant(naive, Berlin).timestamp_millis();
        self.0.push(Entry { index: self.0.len(), at_ms, event: what });
        self
    }

    fn story(&self) -> Story {
        Story {
            server: "Harbour".into(),
            campaign: Campaign::new(GuildId(1), 2027, Berlin, Schedule::default()).unwrap(),
            bot: BOT,
            names: names(),
            private_channels: BTreeSet::from([ADMINS]),
            facts: vec![Fact { number: 2, of: "members".into() }],
            notes: BTreeMap::new(),
            repeat: "cmad rehearse --year 2027".into(),
            folder: "cmad-2027".into(),
            broken: None,
            entries: self.0.clone(),
            mails: Vec::new(),
        }
    }
}

fn said(channel_id: Id, id: Id, author: Id, mut message: Value) -> Event {
    message["id"] = json!(id.to_string());
    message["author"] = json!({"id": author.to_string(), "bot": author == BOT});
    Event::MessagePosted { channel_id, message, files: Vec::new(), pinged: Vec::new() }
}

fn asked(id: Id, kind: u8, label: &str, fields: &[(&str, &str)]) -> Event {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let (interaction_id, label) = (id, label.to_owned());
    Event::InteractionSent {
        interaction_id,
        kind,
        user_id: ADA,
        server_id: Some(1),
        channel_id: COMMUNITY,
        label,
        fields,
    }
}

fn answered(id: Id, response_type: u8, data: Value) -> Event {
    let (files, pinged, message_id) = (Vec::new(), Vec::new(), Some(id + 1000));
    Event::InteractionAnswered { interaction_id: id, response_type, ephemeral: true, data, files, message_id, pinged }
}

fn card(text: &str) -> Value {
    json!({"components": [{"type": 17, "accent_color": 0x2F_7D_5B, "components": [{"type": 10, "content": text}, {"type": 1, "components": [
        {"type": 2, "style": 1, "label": "Say thank you", "custom_id": "thank:1"}]}]}]})
}

/// The page's elements and their attributes, parsed as a browser's tokenizer does.
fn tags(page: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let mut quoted = false;
        let end = rest.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let Some(end) = end else { break };
        tags.push(rest[..end].to_owned());
        // A style sheet is text up to its end tag.
        rest = if rest.starts_with("style>") { &rest[rest.find("</style").unwrap_or(end)..] } else { &rest[end + 1..] };
    }
    tags
}

const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "</p></div></article></style><h1>Mine</h1>",
    "[click](javascript:alert(1)) [or](https://e.example/\"onmouseover=\"x) <https://e.example/'><b>",
    "```\n</pre><iframe src=//e.example>\n``` `</code><b>`",
    "||</span><b>|| **</strong><i>** > </blockquote>",
    "<@7\"><b> <#8<b>> <t:99999999999999999999:F> <t:1:\"> <a:x\"><b>:1> <:<b>:1>",
    "@everyone \u{202E}evil\u{2066} ]] --> <!-- <![CDATA[",
    "&lt;script&gt; &#60;b&#62; \\<b> \\",
];

#[test]
fn hostile_words_add_no_element() {
    let page_with = |words: &str| {
        let mut log = Log::default();
        let day = "2027-01-25 10:00";
        log.at(day, said(COMMUNITY, 500, ADA, json!({"content": words})))
            .at(day, asked(1, 2, &format!("/thank message:{words}"), &[("message", words)]))
            .at(
                day,
                answered(
                    1,
                    9,
                    json!({"title": words, "components": [{"type": 18, "label": words, "description": words,
                "component": {"type": 4, "style": 2, "value": words, "placeholder": words}}]}),
                ),
            )
            .at(day, asked(2, 5, &format!("submits **{words}**"), &[(words, words)]))
            .at(day, answered(2, 4, card(words)));
        let files = vec![
            FileSent { name: "digest.html".into(), bytes: Arc::from(words.as_bytes()) },
            FileSent { name: "digest.txt".into(), bytes: Arc::from(words.as_bytes()) },
        ];
        let message = json!({"id": "501", "author": {"id": BOT.to_string(), "bot": true}, "components": []});
        log.at(day, Event::MessagePosted { channel_id: DM, message, files, pinged: Vec::new() });
        let mut story = log.story();
        story.names.users.insert(ADA, words.to_owned());
        story.names.channels.insert(COMMUNITY, words.to_owned());
        story.server = words.to_owned();
        page(&story)
    };
    let allowed = [
        "!DOCTYPE",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "h1",
        "h2",
        "h3",
        "aside",
        "p",
        "span",
        "b",
        "bdi",
        "ul",
        "ol",
        "li",
        "code",
        "pre",
        "div",
        "nav",
        "main",
        "section",
        "article",
        "a",
        "time",
        "dl",
        "dt",
        "dd",
        "details",
        "summary",
        "iframe",
        "strong",
        "em",
        "u",
        "s",
        "blockquote",
        "footer",
        "small",
    ];
    for words in HOSTILE {
        let html = page_with(words);
        let all = tags(&html);
        let count = |name: &str| all.iter().filter(|tag| tag.split_whitespace().next() == Some(name)).count();
        for tag in &all {
            let name = tag.trim_start_matches('/').split_whitespace().next().unwrap_or("");
            assert!(allowed.contains(&name), "{words:?} made <{tag}>");
            let outside: String = tag.split('"').step_by(2).collect();
            assert!(!outside.contains(" on"), "{words:?} made an event handler: <{tag}>");
            assert!(!tag.contains("href=\"javascript"), "{words:?} made <{tag}>");
        }
        assert_eq!(
            (count("iframe"), count("h1"), count("style"), count("script"), count("img")),
            (1, 1, 1, 0, 0),
            "{words:?}"
        );
        // Bold from Markdown is <strong>; <b> is used only by the page itself, as often as with harmless words.
        let plain = tags(&page_with("harmless"));
        assert_eq!(count("b"), plain.iter().filter(|tag| *tag == "b").count(), "{words:?}");
        for open in ["div", "p", "span", "article", "a", "details"] {
            let closed = all.iter().filter(|tag| **tag == format!("/{open}")).count();
            assert_eq!(count(open), closed, "{words:?} left <{open}> open");
        }
    }
}

#[test]
fn a_story_in_chapters() {
    let mut log = Log::default();
    log.at("2026-12-28 10:00", said(ADMINS, 100, BOT, card("Is the roster right?")))
        .at("2027-01-11 10:00", said(COMMUNITY, 101, BOT, card("## Two weeks to go")))
        .at("2027-01-25 09:00", said(COMMUNITY, 102, BOT, card("## Today is the day")))
        .at("2027-01-25 18:00", said(DM, 103, BOT, card("Stop and breathe")));
    let html = page(&log.story());
    let check = |part: &str| assert!(html.contains(part), "{part} is missing");
    check("28 days before<span class=\"faint\">Monday, 28 December 2026</span>");
    check("14 days before<span class=\"faint\">Monday, 11 January 2027</span>");
    check("The day<span class=\"faint\">Monday, 25 January 2027</span>");
    check("only the admins see this channel");
    check("🔒 private: CMAD ↔ <bdi>Ada</bdi>");
    check("<a href=\"#announce\">");
    check("id=\"close\"");
    check(
        "countdown</b><span class=\"when\">Mon 18 Jan, 10:00</span><span class=\"faint\">One week to go.</span><span class=\"faint\"> (was not sent)</span>",
    );
    assert!(html.find("id=\"announce\"").unwrap() < html.find("id=\"m101\"").unwrap());
    assert_eq!(html, page(&log.story()), "the same story gives the same page");
}

#[test]
fn a_form_is_one_scene_with_what_was_put_in() {
    let mut log = Log::default();
    let form = json!({"title": "Say thank you", "components": [
        {"type": 18, "label": "Whom", "component": {"type": 5, "default_values": [{"id": "70", "type": "user"}]}},
        {"type": 18, "label": "Your words", "component": {"type": 4, "style": 2}}]});
    log.at("2027-01-25 10:00", asked(1, 3, "clicks **Say thank you**", &[]))
        .at("2027-01-25 10:00", answered(1, 9, form))
        .at(
            "2027-01-25 10:01",
            asked(2, 5, "submits **Say thank you**", &[("Whom", "Grace Hopper"), ("Your words", "You stayed.")]),
        )
        .at("2027-01-25 10:01", answered(2, 5, json!({})))
        .at(
            "2027-01-25 10:01",
            Event::AnswerEdited { interaction_id: 2, message: card("Thank you, Ada."), files: Vec::new() },
        );
    let story = log.story();
    let scenes = scenes::scenes(&story);
    assert_eq!(scenes.len(), 1);
    let html = page(&story);
    for part in ["You stayed.", "Grace Hopper", "Thank you, Ada.", "Only <bdi>Ada</bdi> can see this"] {
        assert!(html.contains(part), "{part} is missing");
    }
}

#[test]
fn runs_of_the_same_are_folded_and_nothing_is_left_out() {
    let mut log = Log::default();
    for n in 0..10 {
        log.at("2027-01-25 10:00", said(COMMUNITY, 200 + n, ADA, json!({"content": format!("#CMAD word{n} <@70>")})));
    }
    let mut story = log.story();
    story.notes.insert(5, "Look at this one.".into());
    let html = page(&story);
    for n in 0..10 {
        assert!(html.contains(&format!("#CMAD word{n} ")), "word{n} is missing");
    }
    assert_eq!(html.matches("<details class=\"run\">").count(), 2);
    assert!(
        html.contains("<b>4 more like above</b>")
            && html.contains("messages × 4")
            && html.contains("Look at this one.")
    );
}

#[test]
fn a_file_is_shown_once_and_says_where_else_it_was_sent() {
    let mut log = Log::default();
    let file = |words: &str| FileSent { name: "cmad-2027.txt".into(), bytes: Arc::from(words.as_bytes()) };
    for (id, words) in
        [(300, "Words that return."), (301, "Others."), (302, "Words that return."), (303, "Words that return.")]
    {
        let message = json!({"id": id.to_string(), "author": {"id": BOT.to_string(), "bot": true}, "components": []});
        let files = vec![file(words)];
        log.at("2027-01-26 09:00", Event::MessagePosted { channel_id: DM, message, files, pinged: Vec::new() });
    }
    let story = log.story();
    let html = page(&story);
    assert_eq!(html.matches("Words that return.").count(), 1);
    assert!(html.contains("again in 2 places: <a href=\"#m302\">1</a> <a href=\"#m303\">2</a>"), "{html}");
    let beside: Vec<String> = beside(&story).into_iter().map(|(place, _)| place).collect();
    assert_eq!(beside, ["files/ada-1/cmad-2027.txt", "files/ada-2/cmad-2027.txt"]);
    for place in beside {
        assert!(html.contains(&format!("href=\"cmad-2027/{place}\"")), "{place}");
    }
}

#[test]
fn every_sign_of_the_bot_and_its_worlds_is_in_the_font() {
    let mut read: Vec<String> = vec![world::DEFAULT.into(), world::QUICK.into()];
    for folder in ["src/text/locales", "src/rehearse/page", "src/discord"] {
        let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                let name = entry.to_string_lossy().into_owned();
                if entry.is_dir() && !name.ends_with("tests") && !name.ends_with("emoji") {
                    folders.push(entry);
                } else if name.ends_with(".ftl") || (name.ends_with(".rs") && !name.contains("fuzz")) {
                    let text = std::fs::read_to_string(entry).unwrap();
                    read.push(text.split("#[cfg(test)]").next().unwrap().to_owned());
                }
            }
        }
    }
    // Every letter outside of Unicode's first plane that is no script is an emoji; of those within it, what the page uses.
    let is_emoji = |sign: &char| ('\u{1F000}'..'\u{1FB00}').contains(sign) || "✂❤☺✉⚙➕➖⏳⛔⚡◀▶".contains(*sign);
    let missing: BTreeSet<char> = read.iter().flat_map(|text| text.chars()).filter(is_emoji).collect();
    let missing: Vec<char> = missing.into_iter().filter(|sign| !style::SIGNS.contains(*sign)).collect();
    assert!(missing.is_empty(), "add {missing:?} to emoji/signs.txt and make the font again");
}

#[test]
fn text_stands_out_in_light_and_dark() {
    use palette::{Srgb, color_difference::Wcag21RelativeContrast as _};
    let sheet = include_str!("page.css");
    let light = sheet.split(":root {").nth(1).unwrap().split('}').next().unwrap();
    let dark = sheet.split(":root {").nth(2).unwrap().split('}').next().unwrap();
    for scheme in [light, dark] {
        let color = |name: &str| -> Srgb<f32> {
            let value = scheme.split(&format!("--{name}: ")).nth(1).unwrap().split(';').next().unwrap();
            value.parse::<Srgb<u8>>().unwrap().into_format()
        };
        let check = |text: &str, ground: &str| {
            let contrast = color(text).relative_contrast(color(ground));
            assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
        };
        for ground in ["back", "chat", "raised", "dm", "closed", "eyes", "code"] {
            for text in ["ink", "soft", "green", "blurple", "bad"] {
                check(text, ground);
            }
        }
        for (text, ground) in
            [("ink", "green-soft"), ("green", "green-soft"), ("blurple", "blurple-soft"), ("ink", "button")]
        {
            check(text, ground);
        }
    }
    // Initials are white, whatever the hue of their circle.
    let [saturation, lightness] = [0.42, 0.32];
    assert!(sheet.contains("hsl(var(--hue) 42% 32%)"));
    for hue in 0_u16..360 {
        let ground: Srgb<f32> =
            palette::FromColor::from_color(palette::Hsl::new(f32::from(hue), saturation, lightness));
        let contrast = Srgb::new(1.0, 1.0, 1.0).relative_contrast(ground);
        assert!(contrast >= 4.5, "initials on hue {hue}: {contrast:.2}");
    }
}

//! The export: everything that is stored about one person, as JSON for machines and as a page for people.
//!
//! `docs/privacy.md` describes the fields. Ids are text, because many readers of JSON round large numbers.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Serialize;
use serde_json::Value;

use crate::app::{BossMail, Mentions, PersonRecord};
use crate::discord::commands::privacy::lines::lines_about;
use crate::text::Lang;
use domain::boss_reply::BossReply;
use domain::calendar;
use domain::digest::AddedWords;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::thanks::{Link, Thanks};

/// The version of the JSON; the meaning of a field changes only with it.
const VERSION: u32 = 1;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;\
    color-scheme:light dark}blockquote{margin:.5rem 0;padding:.2rem 1rem;border-inline-start:3px solid #2f7d5b;\
    white-space:pre-wrap;overflow-wrap:anywhere}.facts{color:GrayText;font-size:.875rem}";

/// Everything about one person.
#[derive(Serialize)]
pub(super) struct Export<'a> {
    format: &'static str,
    version: u32,
    made_at: DateTime<Utc>,
    member: String,
    messages_ignored: bool,
    servers: Vec<Server<'a>>,
    #[serde(skip)]
    held: &'a [PersonRecord],
}

#[derive(Serialize)]
struct Server<'a> {
    id: String,
    name: &'a str,
    thanks_given: Vec<ThanksGiven<'a>>,
    thanks_only_counted: Vec<InYear>,
    remembered_consent: Option<&'static str>,
    answers_for_found_words: Vec<AnswerForFoundWords>,
    judged_messages: Vec<Judged>,
    roster: Option<Roster<'a>>,
    digests: Vec<DigestKept<'a>>,
    answers: Vec<AnswerKept<'a>>,
    boss_replies: Vec<ReplyKept<'a>>,
    replies_as_boss: Vec<ReplyKept<'a>>,
    places_in_kept_copies: u32,
    thanks_received: Vec<InYear>,
    named_as_boss_by: Vec<String>,
    no_more_copies_of: Vec<String>,
    nominations: Vec<Nominated<'a>>,
    nominated_by_others: Vec<OwnNomination<'a>>,
    nominations_decided: u32,
    named_in_judged_messages: u32,
    kept_copies: Vec<InYear>,
    messages_about_you: Vec<MessageAbout<'a>>,
    messages_asked_to_be_saved: u32,
    set_the_campaign_up: bool,
    client_language: Option<&'a str>,
}

#[derive(Serialize)]
struct Nominated<'a> {
    member: String,
    name: &'a str,
    reason: &'a str,
    state: &'static str,
    answer: Option<&'a str>,
    at: String,
}

/// Without who wrote it, and without what the admins answered them.
#[derive(Serialize)]
struct OwnNomination<'a> {
    name: &'a str,
    reason: &'a str,
    state: &'static str,
    at: String,
}

#[derive(Serialize)]
struct MessageAbout<'a> {
    kind: &'a str,
    state: &'a str,
    due_at: DateTime<Utc>,
}

#[derive(Serialize)]
struct ThanksGiven<'a> {
    year: i32,
    to: String,
    to_name: &'a str,
    said_at: DateTime<Utc>,
    by: &'static str,
    words: &'a str,
    signature: &'a str,
    relation: Option<&'static str>,
    what_for: Option<&'static str>,
    consent: &'static str,
    state: &'static str,
    your_message: Option<String>,
    bots_post: Option<String>,
    member_since: Option<chrono::NaiveDate>,
}

#[derive(Serialize)]
struct InYear {
    year: i32,
    count: u32,
}

#[derive(Serialize)]
struct AnswerForFoundWords {
    year: i32,
    consent: &'static str,
}

#[derive(Serialize)]
struct Judged {
    message: String,
    at: DateTime<Utc>,
    verdict: Value,
}

#[derive(Serialize)]
struct Roster<'a> {
    place: &'static str,
    display_name: &'a str,
    title: Option<&'a str>,
    team: Option<&'a str>,
    cares_about: Option<&'a str>,
    link: Option<&'a str>,
    timezone: Option<&'static str>,
    language: Option<&'a str>,
    breathe: bool,
    boss: Option<String>,
    boss_address: Option<String>,
    boss_answers_go_to: Option<String>,
    boss_wants_no_more: Option<bool>,
}

#[derive(Serialize)]
struct AnswerKept<'a> {
    year: i32,
    words: &'a str,
    state: &'static str,
    written_at: DateTime<Utc>,
}

#[derive(Serialize)]
struct ReplyKept<'a> {
    year: i32,
    manager: String,
    words: &'a str,
    may_be_posted: bool,
    state: &'static str,
    written_at: DateTime<Utc>,
    changed_at: DateTime<Utc>,
}

impl<'a> From<&'a BossReply> for ReplyKept<'a> {
    fn from(reply: &'a BossReply) -> Self {
        Self {
            year: reply.of.year,
            manager: reply.of.manager.to_string(),
            words: &reply.words,
            may_be_posted: reply.may_be_posted,
            state: reply.state.name(),
            written_at: reply.written_at,
            changed_at: reply.changed_at,
        }
    }
}

#[derive(Serialize)]
struct DigestKept<'a> {
    year: i32,
    choices: Value,
    sentence: Option<&'a str>,
    words_from_elsewhere: &'a [AddedWords],
    kept_to_yourself_at: Option<DateTime<Utc>>,
    copied_at: Option<DateTime<Utc>>,
    copies: u32,
}

impl<'a> Export<'a> {
    pub(super) fn new(
        (member, messages_ignored): (UserId, bool),
        made_at: DateTime<Utc>,
        held: &'a [PersonRecord],
        names: &'a BTreeMap<(GuildId, UserId), String>,
    ) -> Self {
        let servers = held.iter().map(|here| server(here, names)).collect();
        let member = member.to_string();
        Self { format: "cmad-about-me", version: VERSION, made_at, member, messages_ignored, servers, held }
    }

    pub(super) fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("an export holds only strings, numbers and lists")
    }

    /// The page needs nothing else: no script, and no address to load from.
    ///
    /// Unlike the JSON it shows names in place of ids.
    pub(super) fn page(&self, lang: Lang, mentions: &BTreeMap<GuildId, Mentions>) -> String {
        let date = lang.date(calendar::date(self.made_at, Tz::UTC));
        let made = lang.with("privacy-page-made", &[("date", date.into()), ("member", self.member.as_str().into())]);
        let page = html! {
            (DOCTYPE)
            html lang=(lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                    meta name="referrer" content="no-referrer";
                    title { (lang.say("privacy-page-title")) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    h1 { (lang.say("privacy-page-title")) }
                    p { (made) }
                    @if self.messages_ignored { p { (lang.say("privacy-page-ignores")) } }
                    @if self.servers.is_empty() { p { (lang.say("privacy-page-none")) } }
                    @for (server, here) in self.servers.iter().zip(self.held) {
                        (section(server, here, lang, |words| {
                            mentions.get(&here.guild).map_or_else(|| words.to_owned(), |of| of.readable(words))
                        }))
                    }
                }
            }
        };
        page.into_string()
    }
}

fn section(server: &Server<'_>, here: &PersonRecord, lang: Lang, readable: impl Fn(&str) -> String) -> Markup {
    html! {
        section {
            h2 { (server.name) }
            @if !server.thanks_given.is_empty() {
                h3 { (lang.say("privacy-page-given")) }
                @for given in &server.thanks_given { (quote(given, &readable(given.words), here.zone, lang)) }
            }
            h3 { (lang.say("privacy-page-more")) }
            ul { @for line in lines_about(here, lang) { li { (line.trim_start_matches("- ")) } } }
            @for said in own_words(server) { blockquote { (readable(said)) } }
            @if let Some(roster) = &server.roster {
                dl {
                    @let facts = [Some(roster.display_name), roster.title, roster.team, roster.cares_about, roster.link, roster.timezone];
                    @for fact in facts.into_iter().flatten() { dd { (fact) } }
                }
            }
        }
    }
}

/// What they wrote themselves or got beside thank-yous: sentences to their boss, what they added from elsewhere, answers to those
/// who thanked them, replies of a boss.
fn own_words<'a>(server: &'a Server<'_>) -> impl Iterator<Item = &'a str> {
    let sentences = server.digests.iter().filter_map(|digest| digest.sentence);
    let added = server.digests.iter().flat_map(|digest| digest.words_from_elsewhere).map(|one| one.said.words.as_str());
    let answers = server.answers.iter().map(|answer| answer.words);
    let replies = server.boss_replies.iter().chain(&server.replies_as_boss).map(|reply| reply.words);
    sentences.chain(added).chain(answers.chain(replies).filter(|words| !words.is_empty()))
}

fn quote(given: &ThanksGiven<'_>, words: &str, zone: Tz, lang: Lang) -> Markup {
    let date = lang.date(calendar::date(given.said_at, zone));
    let facts = [
        ("signature", given.signature.into()),
        ("consent", lang.say(&format!("consent-{}", given.consent)).into()),
        ("year", given.year.to_string().into()),
    ];
    html! {
        p { (lang.with("privacy-page-to", &[("manager", given.to_name.into()), ("date", date.into())])) }
        @if words.is_empty() { p { (lang.say("privacy-page-without")) } } @else { blockquote { (words) } }
        p.facts {
            (lang.with("privacy-page-facts", &facts))
            @for link in given.your_message.iter().chain(&given.bots_post) {
                " · " a href=(link) rel="noreferrer" { (lang.say("privacy-page-link")) }
            }
        }
    }
}

/// Where the boss gets mail, if the manager said.
fn boss_mail(here: &PersonRecord) -> Option<&BossMail> {
    here.boss.as_ref().and_then(|boss| boss.mail.as_ref())
}

fn server<'a>(here: &'a PersonRecord, names: &'a BTreeMap<(GuildId, UserId), String>) -> Server<'a> {
    let in_year =
        |years: &[(i32, u32)]| years.iter().map(|(year, count)| InYear { year: *year, count: *count }).collect();
    // Text that is JSON is shown as JSON, anything else as text.
    let json = |text: &str| serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()));
    let ids = |people: &[UserId]| people.iter().map(ToString::to_string).collect();
    Server {
        id: here.guild.to_string(),
        name: &here.server,
        thanks_given: here.given.iter().map(|stored| given(stored, names)).collect(),
        thanks_only_counted: in_year(&here.only_counted),
        remembered_consent: here.consent.map(|consent| consent.name()),
        answers_for_found_words: here
            .found_answers
            .iter()
            .map(|(year, consent)| AnswerForFoundWords { year: *year, consent: consent.name() })
            .collect(),
        judged_messages: here
            .judged
            .iter()
            .map(|one| Judged {
                message: link(here.guild, (one.channel, one.message)),
                at: one.at,
                verdict: json(&one.verdict),
            })
            .collect(),
        roster: here.manager.as_ref().map(|manager| Roster {
            place: manager.status.name(),
            display_name: &manager.name,
            title: manager.title.as_deref(),
            team: manager.team.as_deref(),
            cares_about: manager.cares.as_deref(),
            link: manager.link.as_deref(),
            timezone: manager.timezone.map(|zone| zone.name()),
            language: manager.language.as_deref(),
            breathe: manager.breathe,
            boss: here.boss.as_ref().and_then(|boss| boss.member).map(|member| member.to_string()),
            boss_address: boss_mail(here).map(|mail| mail.to.as_str().to_owned()),
            boss_answers_go_to: boss_mail(here)
                .and_then(|mail| mail.reply_to.as_ref())
                .map(|to| to.as_str().to_owned()),
            boss_wants_no_more: here.boss.as_ref().map(|boss| boss.no_more),
        }),
        digests: here
            .digests
            .iter()
            .map(|digest| DigestKept {
                year: digest.year,
                choices: json(&digest.choices),
                sentence: digest.sentence.as_deref(),
                words_from_elsewhere: &digest.added,
                kept_to_yourself_at: digest.kept_at,
                copied_at: digest.copied_at,
                copies: digest.copies,
            })
            .collect(),
        answers: here
            .answers
            .iter()
            .map(|answer| AnswerKept {
                year: answer.year,
                words: &answer.words,
                state: answer.state.name(),
                written_at: answer.written_at,
            })
            .collect(),
        boss_replies: here.boss_replies.iter().map(ReplyKept::from).collect(),
        replies_as_boss: here.replies_as_boss.iter().map(ReplyKept::from).collect(),
        places_in_kept_copies: here.copied,
        thanks_received: in_year(&here.received),
        named_as_boss_by: ids(&here.boss_of),
        no_more_copies_of: ids(&here.no_more_of),
        nominations: here
            .nominated
            .iter()
            .map(|nomination| Nominated {
                member: nomination.member.to_string(),
                name: &nomination.name,
                reason: &nomination.reason,
                state: nomination.state.name(),
                answer: nomination.answer.as_deref(),
                at: nomination.nominated_at.to_rfc3339(),
            })
            .collect(),
        nominated_by_others: here
            .nominated_by_others
            .iter()
            .map(|nomination| OwnNomination {
                name: &nomination.name,
                reason: &nomination.reason,
                state: nomination.state.name(),
                at: nomination.nominated_at.to_rfc3339(),
            })
            .collect(),
        nominations_decided: here.decided,
        named_in_judged_messages: here.named_in,
        kept_copies: in_year(&here.kept_copies),
        messages_about_you: here
            .messages
            .iter()
            .map(|(kind, state, due)| MessageAbout { kind, state, due_at: *due })
            .collect(),
        messages_asked_to_be_saved: here.saves,
        set_the_campaign_up: here.set_up,
        client_language: here.spoken.as_deref(),
    }
}

fn given<'a>(thanks: &'a Thanks, names: &'a BTreeMap<(GuildId, UserId), String>) -> ThanksGiven<'a> {
    ThanksGiven {
        year: thanks.year,
        to: thanks.manager.to_string(),
        to_name: names.get(&(thanks.guild, thanks.manager)).map_or("", String::as_str),
        said_at: thanks.said_at,
        by: thanks.door.name(),
        words: &thanks.words,
        signature: &thanks.signature,
        relation: thanks.relation.map(|one| one.name()),
        what_for: thanks.what_for.map(|one| one.name()),
        consent: thanks.consent.name(),
        state: thanks.state.name(),
        your_message: thanks.message.map(|place| link(thanks.guild, place)),
        bots_post: thanks.posted.map(|place| link(thanks.guild, place)),
        member_since: thanks.member_since,
    }
}

fn link(guild: GuildId, (channel, message): (ChannelId, MessageId)) -> String {
    Link { guild, channel, message }.to_string()
}

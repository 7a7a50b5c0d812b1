//! The commands as Discord is told about them: names from `product.md`, texts from the language files.
//!
//! `default_member_permissions` counts for a whole root, so roots are split by who may use them.

use serde_json::{Value, json};

use crate::discord::commands::localized;
use crate::text::Lang;
use domain::campaign::{Hour, Step};
use domain::hashtag_rule::HashtagRule;
use domain::nomination::REASON_MAX;
use domain::roster::CopyChoice;
use domain::thanks::{Consent, Relation, WhatFor};

/// MANAGE_GUILD, as Discord wants it.
const MANAGE_SERVER: &str = "32";

/// Where a command may be used: 0 in servers, 1 in the bot's own private conversation.
const IN_SERVERS: [u8; 1] = [0];
const IN_SERVERS_AND_PRIVATE: [u8; 2] = [0, 1];

/// Every global command, as the body of `PUT /applications/{id}/commands`. Discord keeps people from typing more than
/// `words_max` characters of thanks: what is refused after it was written may be lost.
#[must_use]
pub fn commands(words_max: u16) -> Value {
    let lang = Lang::english();
    json!([
        root(
            lang,
            "thank",
            &IN_SERVERS,
            None,
            vec![
                required(user(lang, "thank-manager", "manager")),
                at_most(text(lang, "thank-message", "message"), words_max),
                with_choices(
                    text(lang, "thank-relation", "relation"),
                    named(lang, "relation", Relation::ALL, Relation::name)
                ),
                with_choices(text(lang, "thank-for", "for"), named(lang, "for", WhatFor::ALL, WhatFor::name)),
                with_choices(
                    text(lang, "thank-consent", "consent"),
                    named(lang, "consent", &Consent::CHOICES, Consent::name)
                ),
            ]
        ),
        root(
            lang,
            "cmad",
            &IN_SERVERS_AND_PRIVATE,
            None,
            vec![
                sub(lang, "cmad-when", "when", vec![year(lang)]),
                sub(lang, "cmad-mine", "mine", vec![]),
                sub(lang, "cmad-why", "why", vec![text(lang, "why-message", "message")]),
                sub(lang, "cmad-digest", "digest", vec![year(lang)]),
                sub(
                    lang,
                    "cmad-profile",
                    "profile",
                    vec![
                        at_most(text(lang, "profile-title", "title"), 60),
                        at_most(text(lang, "profile-team", "team"), 60),
                        at_most(text(lang, "profile-display-name", "display_name"), 32),
                        at_most(text(lang, "profile-link", "link"), 200),
                        suggested(text(lang, "profile-timezone", "timezone")),
                        with_choices(text(lang, "profile-language", "language"), languages_or_none(lang)),
                        flag(lang, "profile-breathe", "breathe"),
                    ]
                ),
                group(
                    lang,
                    "cmad-boss",
                    "boss",
                    vec![
                        sub(
                            lang,
                            "boss-set",
                            "set",
                            vec![
                                user(lang, "boss-member", "member"),
                                at_most(text(lang, "boss-email", "email"), 254),
                                at_most(text(lang, "boss-reply-to", "reply_to"), 254),
                                with_choices(
                                    text(lang, "boss-copy", "copy"),
                                    named(lang, "copying", CopyChoice::ALL, CopyChoice::name),
                                ),
                            ]
                        ),
                        sub(lang, "boss-clear", "clear", vec![]),
                    ]
                ),
                sub(lang, "cmad-scorecard", "scorecard", vec![]),
                sub(lang, "cmad-privacy", "privacy", vec![]),
                sub(lang, "cmad-about", "about", vec![]),
            ]
        ),
        root(
            lang,
            "campaign",
            &IN_SERVERS,
            Some(MANAGE_SERVER),
            vec![
                sub(
                    lang,
                    "campaign-setup",
                    "setup",
                    vec![
                        required(channel(lang, "setup-channel", "channel")),
                        required(suggested(text(lang, "setup-timezone", "timezone"))),
                        number(lang, "setup-hour", "hour", (0, i64::from(Hour::LATEST))),
                        role(lang, "setup-manager-role", "manager_role"),
                        channel(lang, "setup-admin-channel", "admin_channel"),
                        at_most(text(lang, "setup-theme", "theme"), 200),
                        with_choices(text(lang, "setup-language", "language"), languages()),
                    ]
                ),
                sub(lang, "campaign-status", "status", vec![]),
                sub(lang, "campaign-doctor", "doctor", vec![]),
                sub(
                    lang,
                    "campaign-preview",
                    "preview",
                    vec![required(with_choices(
                        text(lang, "preview-step", "step"),
                        steps(lang, |step| step.is_post()),
                    ))]
                ),
                sub(
                    lang,
                    "campaign-steps",
                    "steps",
                    vec![
                        with_choices(text(lang, "steps-step", "step"), steps(lang, |_| true)),
                        flag(lang, "steps-on", "on"),
                        number(lang, "steps-days", "days", (-60, 30)),
                        at_most(text(lang, "steps-time", "time"), 5),
                        flag(lang, "steps-reset", "reset"),
                    ]
                ),
                sub(
                    lang,
                    "campaign-hashtag",
                    "hashtag",
                    vec![
                        with_choices(
                            text(lang, "hashtag-switch", "switch"),
                            vec![choice(lang, "cmd-switch-on", "on"), choice(lang, "cmd-switch-off", "off"),]
                        ),
                        with_choices(
                            text(lang, "hashtag-channels", "channels"),
                            named(lang, "channels", HashtagRule::ALL, HashtagRule::name),
                        ),
                    ]
                ),
                sub(lang, "campaign-hide", "hide", vec![text(lang, "moderate-message", "message")]),
                sub(lang, "campaign-restore", "restore", vec![text(lang, "moderate-message", "message")]),
                sub(lang, "campaign-export", "export", vec![year(lang)]),
                sub(lang, "campaign-pause", "pause", vec![]),
                sub(lang, "campaign-resume", "resume", vec![]),
            ]
        ),
        root(
            lang,
            "nominate",
            &IN_SERVERS,
            None,
            vec![
                required(user(lang, "nominate-member", "member")),
                required(at_most(text(lang, "nominate-reason", "reason"), REASON_MAX)),
            ]
        ),
        root(
            lang,
            "roster",
            &IN_SERVERS,
            Some(MANAGE_SERVER),
            vec![
                sub(
                    lang,
                    "roster-add",
                    "add",
                    vec![
                        required(user(lang, "roster-member", "member")),
                        at_most(text(lang, "profile-title", "title"), 60),
                        at_most(text(lang, "profile-team", "team"), 60),
                    ]
                ),
                sub(lang, "roster-remove", "remove", vec![required(user(lang, "roster-member", "member"))]),
                sub(lang, "roster-list", "list", vec![]),
                sub(lang, "roster-nominations", "nominations", vec![]),
            ]
        ),
        on_right_click(lang, "cmd-thank-member", 2),
        on_right_click(lang, "cmd-save-message", 3),
    ])
}

/// What every command and option has: its base name and its English description, and both in the other languages.
fn described(lang: Lang, kind: u8, key: &str, name: &str) -> Value {
    let key = format!("cmd-{key}");
    json!({
        "type": kind, "name": name, "name_localizations": localized::names(name),
        "description": lang.say(&key), "description_localizations": localized::texts(&key),
    })
}

fn root(lang: Lang, name: &str, contexts: &[u8], permissions: Option<&str>, options: Vec<Value>) -> Value {
    let mut root = described(lang, 1, name, name);
    root["contexts"] = contexts.into();
    root["integration_types"] = json!([0]);
    root["default_member_permissions"] = permissions.into();
    root["options"] = options.into();
    root
}

/// A command of the menu that opens over a member (2) or a message (3): Discord gives it back by its English name.
fn on_right_click(lang: Lang, key: &str, kind: u8) -> Value {
    json!({
        "name": lang.say(key), "name_localizations": localized::texts(key), "type": kind, "contexts": IN_SERVERS,
        "integration_types": [0],
    })
}

fn group(lang: Lang, key: &str, name: &str, options: Vec<Value>) -> Value {
    let mut group = described(lang, 2, key, name);
    group["options"] = options.into();
    group
}

fn sub(lang: Lang, key: &str, name: &str, options: Vec<Value>) -> Value {
    let mut sub = described(lang, 1, key, name);
    sub["options"] = options.into();
    sub
}

fn text(lang: Lang, key: &str, name: &str) -> Value {
    described(lang, 3, key, name)
}

fn number(lang: Lang, key: &str, name: &str, (least, most): (i64, i64)) -> Value {
    let mut number = described(lang, 4, key, name);
    number["min_value"] = least.into();
    number["max_value"] = most.into();
    number
}

fn flag(lang: Lang, key: &str, name: &str) -> Value {
    described(lang, 5, key, name)
}

fn user(lang: Lang, key: &str, name: &str) -> Value {
    described(lang, 6, key, name)
}

/// A channel in which one can post: text or announcement.
fn channel(lang: Lang, key: &str, name: &str) -> Value {
    let mut channel = described(lang, 7, key, name);
    channel["channel_types"] = json!([0, 5]);
    channel
}

fn role(lang: Lang, key: &str, name: &str) -> Value {
    described(lang, 8, key, name)
}

fn year(lang: Lang) -> Value {
    number(lang, "year", "year", (1583, 9999))
}

fn required(mut option: Value) -> Value {
    option["required"] = true.into();
    option
}

fn suggested(mut option: Value) -> Value {
    option["autocomplete"] = true.into();
    option
}

fn at_most(mut option: Value, characters: u16) -> Value {
    option["max_length"] = characters.into();
    option
}

fn with_choices(mut option: Value, choices: Vec<Value>) -> Value {
    option["choices"] = choices.into();
    option
}

/// One of the values to choose among, by the key of its text.
fn choice(lang: Lang, key: &str, value: &str) -> Value {
    json!({"name": lang.say(key), "name_localizations": localized::texts(key), "value": value})
}

fn named<T: Copy>(lang: Lang, prefix: &str, all: &[T], name: fn(T) -> &'static str) -> Vec<Value> {
    all.iter().map(|one| choice(lang, &format!("{prefix}-{}", name(*one)), name(*one))).collect()
}

fn steps(lang: Lang, wanted: impl Fn(Step) -> bool) -> Vec<Value> {
    let all: Vec<Step> = Step::ALL.iter().copied().filter(|step| wanted(*step)).collect();
    named(lang, "step", &all, Step::name)
}

/// Every language, and the choice of none in particular.
fn languages_or_none(lang: Lang) -> Vec<Value> {
    let none = choice(lang, "profile-language-none", "-");
    languages().into_iter().chain([none]).collect()
}

/// The languages, each by its own name, which is the same for everybody.
fn languages() -> Vec<Value> {
    Lang::all().map(|one| json!({"name": one.own_name(), "value": one.tag()})).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use twilight_validate::command::command;

    #[test]
    fn discord_takes_them() {
        let commands = commands(1500);
        for one in commands.as_array().unwrap() {
            let mut one = one.clone();
            // What Discord adds in its answers and twilight's model wants.
            one["id"] = "1".into();
            one["application_id"] = "1".into();
            one["version"] = "1".into();
            if one["type"] != 1 {
                one["description"] = "".into();
            }
            let decoded = serde_json::from_value(one.clone()).unwrap_or_else(|error| panic!("{error}: {one}"));
            command(&decoded).unwrap_or_else(|error| panic!("{error}: {one}"));
        }
    }
}

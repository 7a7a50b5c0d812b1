//! The commands as Discord is told about them: names from `product.md`, texts from the language files.
//!
//! `default_member_permissions` counts for a whole root, so roots are split by who may use them.

use serde_json::{Value, json};

use crate::domain::campaign::{Hour, Step};
use crate::domain::hashtag_rule::HashtagRule;
use crate::domain::nomination::REASON_MAX;
use crate::domain::roster::CopyChoice;
use crate::domain::thanks::{Consent, Relation, WhatFor};
use crate::text::Lang;

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
        root(lang, "thank", &IN_SERVERS, None, vec![
            required(user(lang, "thank-manager", "manager")),
            at_most(text(lang, "thank-message", "message"), words_max),
            with_choices(text(lang, "thank-relation", "relation"), named(lang, "relation", Relation::ALL, Relation::name)),
            with_choices(text(lang, "thank-for", "for"), named(lang, "for", WhatFor::ALL, WhatFor::name)),
            with_choices(text(lang, "thank-consent", "consent"), named(lang, "consent", &Consent::CHOICES, Consent::name)),
        ]),
        root(lang, "cmad", &IN_SERVERS_AND_PRIVATE, None, vec![
            sub(lang, "cmad-when", "when", vec![year(lang)]),
            sub(lang, "cmad-mine", "mine", vec![]),
            sub(lang, "cmad-why", "why", vec![text(lang, "why-message", "message")]),
            sub(lang, "cmad-digest", "digest", vec![year(lang)]),
            sub(lang, "cmad-profile", "profile", vec![
                at_most(text(lang, "profile-title", "title"), 60),
                at_most(text(lang, "profile-team", "team"), 60),
                at_most(text(lang, "profile-display-name", "display_name"), 32),
                at_most(text(lang, "profile-link", "link"), 200),
                suggested(text(lang, "profile-timezone", "timezone")),
                with_choices(text(lang, "profile-language", "language"), languages(lang)),
                flag(lang, "profile-breathe", "breathe"),
            ]),
            group(lang, "cmad-boss", "boss", vec![
                sub(lang, "boss-set", "set", vec![
                    user(lang, "boss-member", "member"),
                    at_most(text(lang, "boss-email", "email"), 254),
                    at_most(text(lang, "boss-reply-to", "reply_to"), 254),
                    with_choices(
                        text(lang, "boss-copy", "copy"),
                        named(lang, "copying", CopyChoice::ALL, CopyChoice::name),
                    ),
                ]),
                sub(lang, "boss-clear", "clear", vec![]),
            ]),
            sub(lang, "cmad-scorecard", "scorecard", vec![]),
            sub(lang, "cmad-privacy", "privacy", vec![]),
            sub(lang, "cmad-about", "about", vec![]),
        ]),
        root(lang, "campaign", &IN_SERVERS, Some(MANAGE_SERVER), vec![
            sub(lang, "campaign-setup", "setup", vec![
                required(channel(lang, "setup-channel", "channel")),
                required(suggested(text(lang, "setup-timezone", "timezone"))),
                json!({"type": 4, "name": "hour", "description": describe(lang, "setup-hour"), "min_value": 0,
                       "max_value": Hour::LATEST}),
                json!({"type": 8, "name": "manager_role", "description": describe(lang, "setup-manager-role")}),
                channel(lang, "setup-admin-channel", "admin_channel"),
                at_most(text(lang, "setup-theme", "theme"), 200),
                with_choices(text(lang, "setup-language", "language"), languages(lang)),
            ]),
            sub(lang, "campaign-status", "status", vec![]),
            sub(lang, "campaign-doctor", "doctor", vec![]),
            sub(lang, "campaign-preview", "preview", vec![required(with_choices(
                text(lang, "preview-step", "step"),
                steps(lang, |step| step.is_post()),
            ))]),
            sub(lang, "campaign-steps", "steps", vec![
                with_choices(text(lang, "steps-step", "step"), steps(lang, |_| true)),
                flag(lang, "steps-on", "on"),
                json!({"type": 4, "name": "days", "description": describe(lang, "steps-days"), "min_value": -60,
                       "max_value": 30}),
                at_most(text(lang, "steps-time", "time"), 5),
                flag(lang, "steps-reset", "reset"),
            ]),
            sub(lang, "campaign-hashtag", "hashtag", vec![
                with_choices(text(lang, "hashtag-switch", "switch"), vec![
                    json!({"name": describe(lang, "switch-on"), "value": "on"}),
                    json!({"name": describe(lang, "switch-off"), "value": "off"}),
                ]),
                with_choices(
                    text(lang, "hashtag-channels", "channels"),
                    named(lang, "channels", HashtagRule::ALL, HashtagRule::name),
                ),
            ]),
            sub(lang, "campaign-hide", "hide", vec![text(lang, "moderate-message", "message")]),
            sub(lang, "campaign-restore", "restore", vec![text(lang, "moderate-message", "message")]),
            sub(lang, "campaign-export", "export", vec![year(lang)]),
            sub(lang, "campaign-pause", "pause", vec![]),
            sub(lang, "campaign-resume", "resume", vec![]),
        ]),
        root(lang, "nominate", &IN_SERVERS, None, vec![
            required(user(lang, "nominate-member", "member")),
            required(at_most(text(lang, "nominate-reason", "reason"), REASON_MAX)),
        ]),
        root(lang, "roster", &IN_SERVERS, Some(MANAGE_SERVER), vec![
            sub(lang, "roster-add", "add", vec![
                required(user(lang, "roster-member", "member")),
                at_most(text(lang, "profile-title", "title"), 60),
                at_most(text(lang, "profile-team", "team"), 60),
            ]),
            sub(lang, "roster-remove", "remove", vec![required(user(lang, "roster-member", "member"))]),
            sub(lang, "roster-list", "list", vec![]),
            sub(lang, "roster-nominations", "nominations", vec![]),
        ]),
        {"name": lang.say("cmd-thank-member"), "type": 2, "contexts": IN_SERVERS, "integration_types": [0]},
        {"name": lang.say("cmd-save-message"), "type": 3, "contexts": IN_SERVERS, "integration_types": [0]},
    ])
}

fn describe(lang: Lang, key: &str) -> String {
    lang.say(&format!("cmd-{key}"))
}

fn root(lang: Lang, name: &str, contexts: &[u8], permissions: Option<&str>, options: Vec<Value>) -> Value {
    json!({
        "name": name, "type": 1, "description": describe(lang, name), "contexts": contexts, "integration_types": [0],
        "default_member_permissions": permissions, "options": options,
    })
}

fn group(lang: Lang, key: &str, name: &str, options: Vec<Value>) -> Value {
    json!({"type": 2, "name": name, "description": describe(lang, key), "options": options})
}

fn sub(lang: Lang, key: &str, name: &str, options: Vec<Value>) -> Value {
    json!({"type": 1, "name": name, "description": describe(lang, key), "options": options})
}

fn text(lang: Lang, key: &str, name: &str) -> Value {
    json!({"type": 3, "name": name, "description": describe(lang, key)})
}

fn flag(lang: Lang, key: &str, name: &str) -> Value {
    json!({"type": 5, "name": name, "description": describe(lang, key)})
}

fn user(lang: Lang, key: &str, name: &str) -> Value {
    json!({"type": 6, "name": name, "description": describe(lang, key)})
}

/// A channel in which one can post: text or announcement.
fn channel(lang: Lang, key: &str, name: &str) -> Value {
    json!({"type": 7, "name": name, "description": describe(lang, key), "channel_types": [0, 5]})
}

fn year(lang: Lang) -> Value {
    json!({"type": 4, "name": "year", "description": describe(lang, "year"), "min_value": 1583, "max_value": 9999})
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

fn named<T: Copy>(lang: Lang, prefix: &str, all: &[T], name: fn(T) -> &'static str) -> Vec<Value> {
    let choice = |one: &T| json!({"name": lang.say(&format!("{prefix}-{}", name(*one))), "value": name(*one)});
    all.iter().map(choice).collect()
}

fn steps(lang: Lang, wanted: impl Fn(Step) -> bool) -> Vec<Value> {
    let all: Vec<Step> = Step::ALL.iter().copied().filter(|step| wanted(*step)).collect();
    named(lang, "step", &all, Step::name)
}

fn languages(lang: Lang) -> Vec<Value> {
    Lang::all().map(|one| json!({"name": lang.say(&format!("language-{}", one.tag())), "value": one.tag()})).collect()
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

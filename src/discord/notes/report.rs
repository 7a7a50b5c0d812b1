//! Reports to admins: what happened, why, and what they can do about it. Never what people wrote.

use crate::discord::rest::error_codes;
use crate::text::{Arg, Lang};
use domain::ids::ChannelId;
use domain::send::{HeldBy, Report, SendKey};

/// One report in plain words.
pub(super) fn text(about: &Report, lang: Lang) -> String {
    let name = |key: &SendKey| ("send", send_name(key, lang).into());
    let why = |code: &u32| ("why", reason(*code, lang).into());
    match about {
        Report::Skipped { key, by } => lang.with("report-skipped", &[name(key), ("why", what_held(*by, lang).into())]),
        Report::Unknown { key } => lang.with("report-unknown", &[name(key)]),
        Report::Refused { key, code } => lang.with("report-refused", &[name(key), why(code)]),
        Report::Failed { key, code } => lang.with("report-failed", &[name(key), why(code)]),
        Report::Lost { key } => lang.with("report-lost", &[name(key)]),
        Report::ClosedMessages { manager, key } => {
            lang.with("report-closed", &[name(key), ("manager", format!("<@{manager}>").into())])
        }
        Report::Quarantined => lang.say("report-quarantined"),
        Report::NoContentIntent => lang.say("report-no-content-intent"),
        Report::Unread { channels } => lang.with("report-unread", &channels_of(channels, lang)),
    }
}

/// How many channels a report names; it counts the others.
const CHANNELS: usize = 10;

/// Channels as a text takes them: their links, and how many they are.
fn channels_of(channels: &[ChannelId], lang: Lang) -> [(&'static str, Arg<'static>); 3] {
    let named: Vec<String> = channels.iter().take(CHANNELS).map(|channel| format!("<#{channel}>")).collect();
    let more = channels.len().saturating_sub(CHANNELS);
    let named = if more == 0 { lang.list(&named) } else { lang.series(&named) };
    [("channels", named.into()), ("count", channels.len().into()), ("more", more.into())]
}

/// What a send is called in a report, and whose it is.
pub(in crate::discord) fn send_name(key: &SendKey, lang: Lang) -> String {
    let who = key.person().map(|user| format!("<@{user}>")).unwrap_or_default();
    lang.with(&format!("send-{}", key.kind().reported_as().unwrap_or("other")), &[("who", who.into())])
}

/// Why a send that was skipped did not come in time, in words; with no cause known, because the bot was not running.
pub(in crate::discord) fn what_held(by: Option<HeldBy>, lang: Lang) -> String {
    lang.say(match by {
        Some(HeldBy::Refused(code)) => return reason(code, lang),
        Some(HeldBy::NoAnswer) => "held-no-answer",
        Some(HeldBy::TooMany) => "held-too-many",
        Some(HeldBy::Paused) => "held-paused",
        Some(HeldBy::Removed) => "held-removed",
        Some(HeldBy::Moved) => "held-moved",
        Some(HeldBy::Database) => "held-database",
        Some(HeldBy::Clock) => "held-clock",
        Some(HeldBy::Limit) => "held-limit",
        None => "held-away",
    })
}

/// One of Discord's codes in words.
fn reason(code: u32, lang: Lang) -> String {
    // A code is a name: as a number it would be grouped into thousands.
    lang.with(error_codes::told(code), &[("code", code.to_string().into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::campaign::Step;
    use domain::ids::{ChannelId, GuildId, MessageId, UserId};
    use domain::nomination::NominationId;
    use domain::send::Task;
    use domain::thanks::ThanksId;

    #[test]
    fn sends_have_names() {
        let check = |task: Task, expected: &str| {
            let key = SendKey::new(GuildId(7), 2027, &task);
            assert_eq!(send_name(&key, Lang::english()), expected, "{key}");
        };
        let (manager, channel, message) = (UserId(9), ChannelId(2), MessageId(3));
        check(Task::RosterCheck, "the roster check");
        check(Task::Post { step: Step::Announce }, "the announcement");
        check(Task::Event, "the scheduled event");
        check(Task::Post { step: Step::Countdown }, "the countdown post");
        check(Task::Post { step: Step::Eve }, "the post before the day");
        check(Task::Post { step: Step::Day }, "the day’s post");
        check(Task::Post { step: Step::LastCall }, "the last call");
        check(Task::Breathe { manager }, "*stop and breathe* for <@9>");
        check(Task::Post { step: Step::Recap }, "the recap");
        check(Task::Digest { manager, revision: 1 }, "the digest for <@9>");
        check(Task::Close, "the close of the campaign");
        check(Task::Invite { manager, revision: 0 }, "the invitation to <@9>");
        check(Task::PostThanks { thanks: ThanksId(1), revision: 0 }, "a public thank-you");
        check(Task::Copy { manager, revision: 0 }, "a message");
        check(Task::PostAnswer { manager, revision: 0 }, "the reply of <@9> to everyone who thanked them");
        check(Task::BossWrote { manager, copy: 0, revision: 0 }, "a message");
        check(Task::PostReply { manager, copy: 0, revision: 0 }, "what a boss wrote, under the recap");
        check(Task::Nominated { nomination: NominationId(1) }, "a nomination");
        check(Task::Unpost { channel, message }, "removing words that were withdrawn");
        check(Task::AskConsent { giver: manager, channel, message, revision: 0 }, "a question to a giver");
        check(Task::React { channel, message }, "the reaction under a message");
        check(Task::Purge, "a message");
    }

    #[test]
    fn codes_have_reasons() {
        let check = |code: u32, expected: &str| assert!(reason(code, Lang::english()).contains(expected), "{code}");
        check(50_013, "permission is missing");
        check(50_001, "can’t see the channel");
        check(10_003, "channel is gone");
        check(50_007, "don’t accept direct messages");
        check(200_000, "AutoMod");
        check(0, "no reason");
        check(30_038, "list in this server is full (Discord error 30038)");
        check(40_333, "passes without your help");
        check(160_002, "is 160002.");
        check(987_654, "code 987654");
    }
}

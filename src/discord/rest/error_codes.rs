//! Discord's JSON error codes that can meet this program, and what follows from each: one table
//! (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>). Codes of things that this program does
//! not do (stickers, stages, polls, webhooks, shops) are not in it: like any code that is not known, they are tried
//! again as after an answer 5xx. An answer 429 is no refusal: `rate_limits` says what it asks.

use std::ops::RangeInclusive;
use std::time::Duration;

use crate::ports::QUARANTINED;
use Meaning::{Closed, Files, Gone, Malformed, Passes, Private, Setting, Token};

/// What a refusal means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// What it is about does not exist any more.
    Gone,
    /// Someone has to change something first: a permission, a rule, a list that is full. It is tried every ten minutes,
    /// later every hour, and the admins hear of it at once.
    Setting,
    /// This person takes no private messages: tried daily.
    Closed,
    /// The bot may write to no one privately for so long; then a single message tries it.
    Private(Duration),
    /// It passes by itself: tried after seconds, later after minutes. The admins hear of it when it lasts.
    Passes,
    /// It works without the files.
    Files,
    /// The same request is refused again: a bug of ours, or something that a person typed.
    Malformed,
    /// The token is wrong.
    Token,
}

const OTHER: &str = "report-code-other";
const PASSES: &str = "report-code-passes";
const FULL: &str = "report-code-full";
const AUTOMOD: &str = "report-code-200000";
const FILTER: &str = "report-code-filter";

/// One code or several alike, what they mean, and the text by which admins read of them.
type Row = (RangeInclusive<u32>, Meaning, &'static str);

const fn one(code: u32, means: Meaning, told: &'static str) -> Row {
    (code..=code, means, told)
}

/// The first row that has a code counts.
const TABLE: &[Row] = &[
    one(10_003, Gone, "report-code-10003"),
    // "Unknown …", all of them.
    (10_001..=10_999, Gone, OTHER),
    one(20_009, Setting, FILTER),
    one(20_012, Setting, OTHER),
    // Slow mode, and Discord's limits of how often a channel or a server is written to.
    one(20_016, Passes, PASSES),
    one(20_022, Passes, PASSES),
    // The bot is quarantined. Not in Discord's documentation, but in what others report.
    one(QUARANTINED, Private(Duration::from_hours(24)), OTHER),
    (20_028..=20_029, Passes, PASSES),
    one(30_015, Files, OTHER),
    // How often something may be done, and not how many there may be.
    one(30_034, Passes, PASSES),
    one(30_040, Passes, PASSES),
    one(30_042, Passes, PASSES),
    one(30_046, Passes, PASSES),
    // "Maximum number of … reached", such as 30038: a hundred events that are not over.
    (30_001..=30_999, Setting, FULL),
    one(40_001, Token, OTHER),
    one(40_002, Setting, OTHER),
    // The bot opens private conversations too fast. Discord gives no time.
    one(40_003, Private(Duration::from_mins(10)), PASSES),
    one(40_004, Passes, PASSES),
    one(40_005, Files, OTHER),
    one(40_006, Passes, PASSES),
    one(40_007, Setting, OTHER),
    one(40_043, Passes, PASSES),
    one(40_058, Setting, OTHER),
    one(40_060, Malformed, OTHER),
    one(40_062, Passes, PASSES),
    one(40_067, Setting, OTHER),
    one(40_094, Malformed, OTHER),
    // The network in front of Discord blocks a request.
    one(40_333, Passes, PASSES),
    one(50_001, Setting, "report-code-50001"),
    (50_002..=50_003, Malformed, OTHER),
    (50_005..=50_006, Malformed, OTHER),
    one(50_007, Closed, "report-code-50007"),
    (50_008..=50_009, Setting, OTHER),
    one(50_013, Setting, "report-code-50013"),
    one(50_014, Token, OTHER),
    one(50_021, Malformed, OTHER),
    one(50_024, Setting, OTHER),
    one(50_025, Token, OTHER),
    one(50_026, Setting, OTHER),
    // An interaction's token is over after 15 minutes; the status is 401, but the bot's token is fine.
    one(50_027, Gone, OTHER),
    one(50_033, Gone, OTHER),
    one(50_035, Malformed, OTHER),
    one(50_041, Malformed, OTHER),
    (50_045..=50_046, Files, OTHER),
    one(50_055, Gone, OTHER),
    one(50_068, Malformed, OTHER),
    one(50_083, Setting, OTHER),
    one(50_095, Setting, OTHER),
    one(50_109, Malformed, OTHER),
    one(50_110, Files, OTHER),
    one(50_123, Files, OTHER),
    one(50_146, Files, OTHER),
    one(50_178, Setting, OTHER),
    // They share no server with the bot any more.
    one(50_278, Closed, "report-code-50007"),
    one(60_003, Setting, OTHER),
    one(90_001, Setting, OTHER),
    (110_000..=110_001, Passes, PASSES),
    one(130_000, Passes, PASSES),
    one(160_002, Setting, OTHER),
    one(160_005, Setting, OTHER),
    (160_006..=160_007, Setting, FULL),
    one(180_000, Gone, OTHER),
    (200_000..=200_001, Setting, AUTOMOD),
    one(240_000, Setting, FILTER),
    // This server takes no uploads for now.
    one(400_001, Files, OTHER),
];

fn row(code: u32) -> Option<&'static Row> {
    TABLE.iter().find(|(codes, ..)| codes.contains(&code))
}

/// What a refusal with this HTTP status and this code means. A code of 0 is none.
#[must_use]
pub fn meaning(status: u16, code: u32) -> Meaning {
    match (status, row(code).map(|(_, means, _)| *means)) {
        // What is absent is 404. With 403 it is reported to be a measure against abuse, and the thing is there.
        (403, Some(Gone)) => Passes,
        (_, Some(means)) => means,
        (401, None) => Token,
        (404 | 410, None) => Gone,
        (413, None) => Files,
        (403, None) if code == 0 => Setting,
        (_, None) if code == 0 => Malformed,
        (_, None) => Passes,
    }
}

/// The key of the text that tells admins of a code; it takes the code.
#[must_use]
pub fn told(code: u32) -> &'static str {
    match row(code) {
        Some((.., told)) => told,
        None if code == 0 => "report-code-none",
        None => PASSES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn codes_that_are_alike_to_the_eye_are_kept_apart() {
        let day = Duration::from_hours(24);
        for (status, code, means) in [
            (403, 20_026, Private(day)),
            (400, 40_003, Private(Duration::from_mins(10))),
            (403, 50_007, Closed),
            (403, 50_278, Closed),
            (404, 10_008, Gone),
            (403, 10_008, Passes),
            (403, 40_333, Passes),
            (400, 30_038, Setting),
            (400, 30_046, Passes),
            (403, 400_001, Files),
            (413, 0, Files),
            (400, 999_999, Passes),
            (403, 999_999, Passes),
            (404, 999_999, Gone),
            (403, 0, Setting),
            (400, 0, Malformed),
            (401, 0, Token),
            (401, 50_027, Gone),
        ] {
            assert_eq!(meaning(status, code), means, "{status} {code}");
        }
    }

    #[test]
    fn rows_are_in_order_and_each_has_a_text_in_every_language() {
        for pair in TABLE.windows(2) {
            let ((first, ..), (next, ..)) = (&pair[0], &pair[1]);
            assert!(first.start() <= next.start() || next.contains(first.start()), "{first:?} {next:?}");
        }
        for code in TABLE.iter().map(|(codes, ..)| *codes.start()).chain([0, 999_999]) {
            for lang in Lang::all() {
                let text = lang.with(told(code), &[("code", code.to_string().into())]);
                assert!(!text.contains("report-code") && !text.contains('{'), "{code}: {text}");
            }
        }
    }
}

//! Every command, as it is registered with Discord.

use serde_json::Value;
use serenity::all::CommandType;

use crate::discord::commands::define::on_right_click;
use crate::discord::commands::{campaign, cmad, nominate, roster, thank};

/// Every global command, as the body of `PUT /applications/{id}/commands`. Discord keeps people from typing more than
/// `words_max` characters of thanks: what is refused after it was written may be lost.
#[must_use]
pub fn commands(words_max: u16) -> Value {
    let all = [
        thank::definition(words_max),
        cmad::definition(),
        campaign::definition(),
        nominate::definition(),
        roster::definition(),
        on_right_click("cmd-thank-member", CommandType::User),
        on_right_click("cmd-save-message", CommandType::Message),
    ];
    serde_json::to_value(all).expect("names and texts are JSON")
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

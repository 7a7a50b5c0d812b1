//! Odd JSON, read.

use serde_json::{Value, json};

use super::*;
use domain::ids::{ChannelId, RoleId};

/// A channel from its JSON.
fn channel(json: &Value) -> Result<Channel, Unread> {
    parse(&json.to_string())
}

#[test]
fn a_list_keeps_every_entry_that_reads() {
    let listed = json!([
        {"id": "1", "name": "general", "position": 0},
        {"id": "2", "name": "deep", "position": 99_999, "default_reaction_emoji": {"emoji_id": null, "emoji_name": null}},
        {"id": "3", "name": "high", "position": -1, "permission_overwrites": [{"id": "9", "type": 7, "allow": "0"}]},
        {"id": {}, "name": "without an id"},
        null,
        {"id": 5, "type": "2", "name": 7, "parent_id": [], "last_message_id": -3},
    ]);
    let read: Each<Channel> = parse(&listed.to_string()).unwrap();
    let ids: Vec<ChannelId> = read.iter().map(|channel| channel.id).collect();
    assert_eq!((ids, read.is_whole), ([1, 2, 3, 5].map(ChannelId).to_vec(), false));
    let odd = &read[3];
    assert_eq!((odd.name(), odd.parent, odd.newest, u8::from(odd.kind)), (None, None, None, 2));
    assert_eq!(read[2].overwrites.len(), 1);
    for no_list in [json!({}), json!("x"), json!(7)] {
        assert_eq!(parse::<Each<Channel>>(&no_list.to_string()).map(drop), Err(Unread::whole("JSON")), "{no_list}");
    }
    assert_eq!(parse::<Each<Channel>>("<html>").map(drop), Err(Unread::whole("JSON")));
}

#[test]
fn a_channel_that_the_bot_may_not_see_has_no_name() {
    let hidden = json!({"id": "1", "name": "___hidden___", "flags": (1 << 17) | 2});
    assert_eq!((channel(&hidden).unwrap().name(), channel(&hidden).unwrap().is_hidden), (None, true));
    let seen = json!({"id": "1", "name": "___hidden___", "flags": 2});
    assert_eq!(channel(&seen).unwrap().name(), Some("___hidden___"));
}

#[test]
fn what_is_needed_is_named_when_it_lacks_and_no_value_is() {
    for id in
        [json!(null), json!("0"), json!(0), json!("+1"), json!(1.5), json!("18446744073709551616"), json!("zugzwang")]
    {
        let unread = channel(&json!({"id": id})).unwrap_err();
        assert_eq!(unread.to_string(), "channel.id", "{id}");
    }
    assert_eq!(channel(&json!([])).unwrap_err().to_string(), "channel");
}

#[test]
fn names_with_escapes_and_names_that_stand_twice() {
    let raw = r#"{"\u0069d":"1","name":"first","name":"second"}"#;
    assert_eq!(parse::<Channel>(raw).unwrap().name(), Some("second"));
    let deep = format!(r#"{{"id":"1","topic":{}1{}}}"#, "[".repeat(5000), "]".repeat(5000));
    assert_eq!(parse::<Channel>(&deep).unwrap().id, ChannelId(1), "what no code asks for may be of any depth");
    let roles: Each<RoleId> = parse(r#"["1",2,{"id":"3"},"",null]"#).unwrap();
    assert_eq!((roles.all, roles.is_whole), (vec![RoleId(1), RoleId(2)], false));
}

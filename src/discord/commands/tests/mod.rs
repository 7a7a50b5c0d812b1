//! What the commands say, whatever people write, and the samples that their tests share.

mod elsewhere;
mod hostile;
mod replies;
pub(super) mod samples;

use crate::discord::commands::may_be_written_to;
use crate::discord::interaction::Interaction;

#[test]
fn managers_and_admins_are_written_to_in_the_language_of_their_last_press() {
    let check = |custom_id: &str, expected: bool| {
        let json = serde_json::json!({
            "id": "1", "application_id": "2", "type": 3, "token": "t", "user": {"id": "7", "username": "ada"},
            "data": {"custom_id": custom_id},
        });
        let pressed = Interaction::read(&json.to_string(), 2).unwrap();
        assert_eq!(may_be_written_to(&pressed), expected, "{custom_id}");
    };
    for of_managers in ["accept:1", "desk:1:2027", "desk-copy:1:2027", "desk-keep:1:2027", "at:1:2027:quotes:0"] {
        check(of_managers, true);
    }
    for of_admins in ["status", "forget:theme", "hide-page:1", "nomination-accept:1:2"] {
        check(of_admins, true);
    }
    for of_givers in ["thank", "receipt:1:public", "found:7", "save-no:1", "mine:1", "erase-me"] {
        check(of_givers, false);
    }
}

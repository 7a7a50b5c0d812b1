//! Interactions as Discord sends them, read.

use super::*;
use crate::discord::custom_id::ThanksAction;
use domain::ids::UserId;

const ADA: &str = r#"{"id":"11","username":"ada","global_name":"Ada L."}"#;

fn read(kind: u8, data: &str) -> Interaction {
    let json = format!(
        r#"{{"id":"1","application_id":"2","type":{kind},"token":"t","version":1,"guild_id":"3","channel_id":"4",
        "locale":"en-GB","app_permissions":"2048","member":{{"user":{ADA},"nick":"Ada","roles":["9"],
        "joined_at":"2020-05-01T10:00:00+00:00","permissions":"32"}},"data":{data}}}"#
    );
    Interaction::read(&json, 2).unwrap()
}

#[test]
fn a_command_with_a_group() {
    let interaction = read(
        2,
        &format!(
            r#"{{"id":"5","name":"cmad","type":1,"options":[{{"type":2,"name":"boss","options":[{{"type":1,"name":"set",
        "options":[{{"type":6,"name":"member","value":"11"}}]}}]}}],"resolved":{{"users":{{"11":{ADA}}}}}}}"#
        ),
    );
    assert!(interaction.may_manage);
    assert_eq!(
        (interaction.who.name.as_str(), interaction.who.member_since.unwrap().to_rfc3339().as_str()),
        ("Ada", "2020-05-01T10:00:00+00:00")
    );
    let InteractionKind::Command { path, options } = interaction.kind else { panic!("{:?}", interaction.kind) };
    assert_eq!(path, ["cmad", "boss", "set"]);
    assert_eq!(options.person("member").unwrap().name, "Ada L.");
}

#[test]
fn a_form_of_today() {
    let interaction = read(
        5,
        &format!(
            r#"{{"custom_id":"thank-form","components":[
        {{"type":18,"id":1,"component":{{"type":5,"id":2,"custom_id":"manager","values":["11"]}}}},
        {{"type":18,"id":3,"component":{{"type":4,"id":4,"custom_id":"words","value":"Thank you"}}}}],
        "resolved":{{"users":{{"11":{ADA}}}}}}}"#
        ),
    );
    let InteractionKind::Sent { id, fields } = interaction.kind else { panic!("{:?}", interaction.kind) };
    assert_eq!(id, ThanksAction::Form(None).into());
    assert_eq!((fields.text("words"), fields.person("manager").unwrap().user), (Some("Thank you"), UserId(11)));
    assert_eq!(fields.text("relation"), None);
}

#[test]
fn a_member_whom_discord_does_not_describe_is_noticed() {
    let add = |resolved: &str| {
        read(
            2,
            &format!(
                r#"{{"id":"5","name":"roster","type":1,"options":[{{"type":1,"name":"add","options":[
            {{"type":6,"name":"member","value":"11"}}]}}]{resolved}}}"#
            ),
        )
    };
    for (resolved, lacks) in [
        (format!(r#","resolved":{{"users":{{"11":{ADA}}}}}"#), false),
        (String::new(), true),
        (r#","resolved":{}"#.to_owned(), true),
        (format!(r#","resolved":{{"users":{{"12":{ADA}}}}}"#), true),
    ] {
        let InteractionKind::Command { options, .. } = add(&resolved).kind else { panic!("{resolved}") };
        assert_eq!(options.lacks_person(), lacks, "{resolved}");
    }
    // The form needs no more than the id.
    let form = read(2, r#"{"id":"5","name":"Thank for #CMAD","type":2,"target_id":"11"}"#);
    assert!(matches!(form.kind, InteractionKind::OnMember(UserId(11))), "{:?}", form.kind);
}

#[test]
fn typing_and_links() {
    let interaction = read(
        4,
        r#"{"id":"5","name":"campaign","type":1,"options":[{"type":1,"name":"setup","options":[
        {"type":3,"name":"timezone","value":"berl","focused":true}]}]}"#,
    );
    let InteractionKind::Typing { path, option, so_far } = interaction.kind else { panic!("{:?}", interaction.kind) };
    assert_eq!((path.join(" ").as_str(), option.as_str(), so_far.as_str()), ("campaign setup", "timezone", "berl"));
}

//! Who is told what: reports reach only people who may have them, and everyone learns whom to write to.

use cmad::discord::context::About;
use discord_sim::{Fault, FaultKind, FieldValue, OddField, Opt, permission};
use serde_json::json;

use crate::town::Town;

const OPEN: &str = "2027-01-12 12:00 Europe/Berlin";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reports_go_only_to_people_who_may_still_manage_the_server() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, lee, mia, help) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.help.clone());
    let managers = town.server.role("Managers", permission::MANAGE_GUILD);
    lee.give_role(&managers);
    let options = [("channel", Opt::Channel(town.cmad.id())), ("timezone", Opt::Str("Europe/Berlin".into()))];
    lee.slash(&help, "campaign setup", &options).await.settled().await;
    let nominate = [("member", Opt::User(mia.id())), ("reason", Opt::Str("Mia welcomes everyone.".into()))];
    lee.take_role(&managers);
    kim.slash(&help, "nominate", &nominate).await.settled().await;
    // The day's post is refused, which is a report.
    town.sim().fault(Fault::on(
        "POST /channels/*/messages",
        FaultKind::Answer { status: 403, body: json!({"code": 50013, "message": "Missing Permissions"}) },
    ));
    town.advance_to("2027-01-25 12:00 Europe/Berlin").await;
    assert!(lee.dms().is_empty(), "{:?}", lee.dms().iter().map(|dm| dm.text()).collect::<Vec<_>>());
    // They wait, and who may see them does.
    let status = town.olga.slash(&help, "campaign status", &[]).await.settled().await;
    assert!(status.text().contains("50013"), "{}", status.text());
    let doctor = town.olga.slash(&help, "campaign doctor", &[]).await.settled().await;
    assert!(doctor.text().contains("can’t manage the server any more"), "{}", doctor.text());
    // With the right they come.
    lee.give_role(&managers);
    town.advance_to("2027-01-26 13:00 Europe/Berlin").await;
    let told: String = lee.dms().iter().map(|dm| dm.text()).collect();
    assert!(told.contains("Mia welcomes everyone") && told.contains("50013"), "{told}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_whose_person_discord_does_not_describe_keeps_its_words() {
    let mut town = Town::set_up(OPEN).await;
    let (kim, ada, lee, help) = (town.kim.clone(), town.ada.clone(), town.lee.clone(), town.help.clone());
    let form = kim.user_command(&help, "Thank for #CMAD", &ada).await;
    let refusal = town.thank(&kim, &lee, "Lee, you are the kindest.", &[]).await;
    let nomination = kim.click(&refusal, "Nominate them").await;
    let undescribed = |at: &str| OddField { of: "INTERACTION_CREATE".into(), at: at.into(), to: Some(json!({})) };
    town.sim().odd_field(undescribed("data.resolved.users"));
    town.sim().odd_field(undescribed("data.resolved.members"));
    let answer = form.submit(&[("words", FieldValue::from("You answered *me* at midnight."))]).await.settled().await;
    let says = answer.text();
    assert!(
        says.contains("didn’t tell me who you picked") && says.contains("You answered *me* at midnight."),
        "{says}"
    );
    let reason = nomination.submit(&[("reason", "Lee stays up for us.".into())]).await.settled().await;
    let says = reason.text();
    assert!(says.contains("didn’t tell me who you picked") && says.contains("Lee stays up for us."), "{says}");
    // The commands keep them, too.
    let options = [("manager", Opt::User(ada.id())), ("message", Opt::Str("And at noon.".into()))];
    let command = kim.slash(&help, "thank", &options).await.settled().await;
    let says = command.text();
    assert!(says.contains("didn’t tell me who you picked") && says.contains("And at noon."), "{says}");
    let options = [("member", Opt::User(lee.id())), ("reason", Opt::Str("Lee is kind.".into()))];
    let says = kim.slash(&help, "nominate", &options).await.settled().await.text();
    assert!(says.contains("didn’t tell me who you picked") && says.contains("Lee is kind."), "{says}");
    town.sim().clear_faults();
    // The next try has the words, and works.
    let form = kim.click(&answer, "Try again").await;
    let receipt = form.submit(&[("manager", FieldValue::from(&ada))]).await.settled().await;
    assert!(receipt.text().contains("Ada"), "{}", receipt.text());
    let form = kim.click(&reason, "Nominate them").await;
    let done = form.submit(&[("reason", "Lee stays up for us.".into())]).await.settled().await;
    assert!(done.text().contains("is nominated"), "{}", done.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn about_says_where_the_privacy_text_is_whom_to_write_to_and_how_to_report() {
    let mut town = Town::at(OPEN).await;
    let (kim, help) = (town.kim.clone(), town.help.clone());
    let says = kim.slash(&help, "cmad about", &[]).await.settled().await.text();
    for part in ["/cmad privacy", "tell the admins of this server", "https://dis.gd/report"] {
        assert!(says.contains(part), "{part}: {says}");
    }
    town.stage.stop().await.unwrap();
    town.stage.tell_about(About {
        privacy_url: Some("https://example.org/privacy".into()),
        contact: Some("cmad_team@example.org".into()),
    });
    town.stage.start().await.unwrap();
    for locale in ["en-US", "de", "es-ES", "fr", "pt-BR", "ja"] {
        kim.set_locale(locale);
        let says = kim.slash(&help, "cmad about", &[]).await.settled().await.text();
        for part in ["(<https://example.org/privacy>)", "cmad\\_team\\@example.org", "https://dis.gd/report"] {
            assert!(says.contains(part), "{locale}: {part}: {says}");
        }
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn doctor_says_where_the_bot_stands_with_discords_rule_for_large_bots() {
    let mut town = Town::set_up(OPEN).await;
    let doctor = async |town: &Town| town.olga.slash(&town.help, "campaign doctor", &[]).await.settled().await.text();
    let says = doctor(&town).await;
    assert!(says.contains("people at most, in one server") && says.contains("From 10,000 people on"), "{says}");
    assert!(says.contains("Message Content Intent: on; Server Members Intent: off"), "{says}");
    assert!(says.contains("can switch *Public Bot* off"), "{says}");
    // Servers add up.
    let other = town.sim().server_owned_by("Southwind", "Otto");
    town.sim().invite_bot(&other, crate::town::PERMISSIONS);
    town.server.seem_to_have(4_000);
    other.seem_to_have(4_000);
    town.settle().await;
    let says = doctor(&town).await;
    assert!(says.contains("8000 people at most, in 2 servers") && says.contains("should apply now"), "{says}");
    // Without the intent, the switch is the advice below the threshold only.
    town.sim().switch_message_content(false);
    let says = doctor(&town).await;
    assert!(says.contains("can switch on *Message Content Intent*"), "{says}");
    other.seem_to_have(40_000);
    let says = doctor(&town).await;
    assert!(!says.contains("can switch on *Message Content Intent*"), "{says}");
    assert!(says.contains("has to approve *Message Content Intent* first"), "{says}");
    assert!(says.contains("mention the bot or reply to it with a ping"), "{says}");
    town.sim().switch_message_content(true);
    town.settle().await;
    town.sim().assert_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn check_says_where_the_application_stands() {
    for (seeming, content, is_public, says, never) in [
        (100, true, true, &["100 users at most in 1 server;", "Public Bot is on"][..], "apply now"),
        (8_000, true, false, &["apply now", "every year"], "Public Bot is on"),
        (100, false, false, &["Switch it on in the developer portal", "mention the bot"], "has to approve"),
        (12_000, false, false, &["has to approve", "30 to 90 days", "mention the bot"], "Switch it on"),
    ] {
        let mut options = cmad::rehearse::stage::sim_options(crate::town::at(OPEN).timestamp_millis());
        (options.message_content, options.bot_public) = (content, is_public);
        let sim = discord_sim::Sim::start(options).await.unwrap();
        let server = sim.server("Northwind");
        sim.invite_bot(&server, crate::town::PERMISSIONS);
        server.seem_to_have(seeming);
        let folder = tempfile::TempDir::new().unwrap();
        let (token, base) = (sim.token(), sim.api_base());
        let environment = [("DISCORD_TOKEN", token.as_str()), ("DISCORD_API_BASE", base.as_str())];
        let mut command = crate::program::cmad(folder.path(), &environment, &["check"]);
        let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        let text = crate::program::said(&output);
        for part in says {
            assert!(text.contains(part), "{seeming}: {part}: {text}");
        }
        assert!(!text.contains(never), "{seeming}: {never}: {text}");
        sim.assert_clean();
    }
}

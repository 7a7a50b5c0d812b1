//! Languages: answers in the one of the person's client, posts in the server's, private messages in the one of the
//! profile or in the one in which the person was seen last.

use cmad::text::Lang;
use discord_sim::{Interaction, Member, NewMember, Opt};

use crate::town::{Town, at};

fn lang(tag: &str) -> Lang {
    Lang::of(Some(tag))
}

/// A member with this client language.
fn member(town: &Town, name: &str, locale: &str) -> Member {
    let joined = at("2020-03-01 12:00 Europe/Berlin").timestamp_millis();
    let like = NewMember { joined_ms: Some(joined), locale: Some(locale.to_owned()), ..NewMember::default() };
    town.server.member_with(name, like)
}

/// Setup in German, by an admin with a German client, who types the German command names.
async fn set_up_in_german(town: &mut Town) -> Interaction {
    town.olga.set_locale("de");
    let options = [
        ("kanal", Opt::Channel(town.cmad.id())),
        ("zeitzone", Opt::Str("Europe/Berlin".into())),
        ("sprache", Opt::Str("Deutsch".into())),
    ];
    town.olga.slash(&town.cmad, "kampagne einrichten", &options).await.settled().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_german_server_with_a_japanese_member_and_a_french_manager() {
    let mut town = Town::at("2026-12-20 12:00 Europe/Berlin").await;
    let answer = set_up_in_german(&mut town).await;
    assert!(answer.text().contains("Montag, 25.\u{a0}Januar 2027"), "{}", answer.text());
    assert!(answer.text().contains("`/liste hinzufügen`"), "{}", answer.text());

    // Lucie's language is not known yet, so her invitation is in the server's; she answers in her own.
    let lucie = member(&town, "Lucie", "fr");
    let options = [("mitglied", Opt::User(lucie.id()))];
    town.olga.slash(&town.cmad, "liste hinzufügen", &options).await.settled().await;
    town.settle().await;
    let invitation = lucie.dms().pop().expect("Lucie was asked");
    assert!(invitation.text().contains("Du stehst auf der Liste"), "{}", invitation.text());
    let accepted = lucie.click(&invitation, &lang("de").say("button-accept")).await.settled().await;
    assert!(accepted.text().contains("Bienvenue sur la liste"), "{}", accepted.text());

    // The announcement is in the server's language, and also has the command's name in other clients.
    town.advance_to("2027-01-11 10:00 Europe/Berlin").await;
    let announce = town.posts().pop().expect("announced");
    assert!(announce.text().contains("Montag, 25.\u{a0}Januar 2027"), "{}", announce.text());
    assert!(announce.pinged().is_empty());

    // Every answer to Haru is in Japanese: the form, the receipt, the refusal, the date.
    let haru = member(&town, "Haru", "ja");
    let form = haru.click(&announce, &lang("de").say("button-thank")).await;
    assert!(form.text().contains(&lang("ja").say("form-title")), "{}", form.text());
    let words = [("相手", Opt::User(lucie.id())), ("メッセージ", Opt::Str("おかげで続けられました。".into()))];
    let receipt = haru.slash(&town.help, "感謝", &words).await.settled().await;
    town.settle().await;
    assert!(receipt.is_ephemeral() && receipt.text().contains("**公開**"), "{}", receipt.text());
    let post = town.posts().pop().unwrap();
    assert!(post.text().contains("**Haru** dankt"), "posts are in the server's language: {}", post.text());
    let when = haru.slash(&town.help, "cmad 日付", &[]).await.settled().await;
    assert!(when.text().contains("2027年1月25日（月）"), "{}", when.text());
    let why = haru.slash(&town.help, "感謝", &[("相手", Opt::User(haru.id())), words[1].clone()]).await.settled().await;
    assert_eq!(why.text().lines().next().unwrap(), lang("ja").say("refused-yourself"));

    // Lucie's breathe message and digest are in the language in which she was seen last.
    town.advance_to("2027-01-25 09:00 Europe/Berlin").await;
    let day = town.posts().pop().unwrap().text();
    assert!(day.contains("Heute ist Community Manager Appreciation Day"), "{day}");
    assert!(day.contains("`/danken` (`/thank`)"), "readers of a post have clients in many languages: {day}");
    town.advance_to("2027-01-25 18:00 Europe/Berlin").await;
    let breathe = lucie.dms().pop().unwrap();
    assert!(breathe.text().contains("Souffle un peu"), "{}", breathe.text());
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    let digest = lucie.dms().pop().unwrap();
    assert!(
        digest.text().contains("a remercié") && digest.text().contains("おかげで続けられました"),
        "{}",
        digest.text()
    );
    let files = digest.files();
    let page = files.iter().find(|file| file.name.ends_with(".html")).expect("the page goes with it");
    let page = String::from_utf8_lossy(&page.bytes).into_owned();
    assert!(page.contains("lang=\"fr\"") && page.contains("lundi 25 janvier 2027"), "{page}");

    // The language of her profile wins over her client's.
    let choose = [("langue", Opt::Str("Português do Brasil".into()))];
    let profile = lucie.slash(&town.help, "cmad profil", &choose).await.settled().await;
    assert!(profile.text().contains("Langue"), "the answer is in her client's language: {}", profile.text());
    town.thank(&town.kim.clone(), &lucie, "One more.", &[]).await;
    town.advance_to("2027-02-02 00:10 Europe/Berlin").await;
    let update = lucie.dms().pop().unwrap();
    assert!(update.text().contains("Seu digest 2027, atualizado"), "{}", update.text());

    // Her privacy page shows the stored language, and erasure removes it.
    let stored = lucie.slash(&town.help, "cmad confidentialité", &[]).await.settled().await;
    assert!(stored.text().contains("La langue de ton Discord"), "{}", stored.text());
    let sure = lucie.click(&stored, &lang("fr").say("button-erase")).await.settled().await;
    lucie.click(&sure, &lang("fr").say("button-erase-now")).await.settled().await;
    assert!(!town.rows().await.contains(&format!("/{}", lucie.id())) || !town.rows().await.contains("spoken:"));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nominator_is_answered_in_their_language() {
    let mut town = Town::set_up("2026-12-20 12:00 Europe/Berlin").await;
    let sofia = member(&town, "Sofía", "es-419");
    let (olga, lee) = (town.olga.clone(), town.lee.clone());
    let options = [("miembro", Opt::User(lee.id())), ("motivo", Opt::Str("Lee responde siempre.".into()))];
    let answer = sofia.slash(&town.help, "proponer", &options).await.settled().await;
    assert!(answer.text().starts_with("Gracias."), "{}", answer.text());
    town.settle().await;
    let note = olga.dms().pop().unwrap();
    assert!(note.text().contains("Someone was nominated"), "admins read theirs: {}", note.text());
    olga.click(&note, "Put them on the roster").await.settled().await;
    town.settle().await;
    let told = sofia.dms().pop().expect("Sofía is told");
    assert!(told.text().contains("Gracias por proponer a **Lee**"), "{}", told.text());
    // A giver's language is not stored, because the bot does not write to givers.
    let haru = member(&town, "Haru", "ja");
    town.thank(&haru, &town.ada.clone(), "ありがとう", &[]).await;
    haru.slash(&town.help, "cmad 日付", &[]).await.settled().await;
    town.settle().await;
    let rows = town.rows().await;
    let kept: Vec<&str> = rows.lines().filter(|row| row.contains("spoken:")).collect();
    assert!(kept.iter().any(|row| row.contains(&sofia.id().to_string()) && row.contains("'es'")), "{kept:?}");
    assert!(!kept.iter().any(|row| row.contains(&haru.id().to_string())), "{kept:?}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thanking_word_of_every_language_counts() {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let (kim, ada) = (town.kim.clone(), town.ada.clone());
    let bot = format!("<@{}>", town.sim().bot_id());
    let said = [
        ("en", "thank you for the docs"),
        ("de", "ganz herzlichen Dank für die Hilfe"),
        ("es", "muchísimas gracias por todo"),
        ("fr", "merci d’être là"),
        ("pt-BR", "muito obrigada pela paciência"),
        ("ja", "いつもありがとうございます"),
    ];
    let spoken: Vec<&str> = said.iter().map(|(tag, _)| *tag).collect();
    assert!(Lang::all().all(|lang| spoken.contains(&lang.tag())), "each language is tried");
    for (tag, words) in said {
        let message = kim.say(&town.help, &format!("{bot} {} {words}", ada.mention()));
        town.settle().await;
        assert!(message.reactions().iter().any(|(emoji, _)| emoji == "💚"), "{tag}: {words}");
    }
    // A thank-you for no one on the roster is asked about, and not stored.
    let unclear = kim.say(&town.help, &format!("{bot} {} wie spät ist es?", ada.mention()));
    town.settle().await;
    assert!(unclear.reactions().is_empty());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_uses_discords_language_until_an_admin_chooses_one() {
    let town = Town::at("2026-12-20 12:00 Europe/Berlin").await;
    town.server.set_locale("pt-BR");
    let olga = town.olga.clone();
    let options = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", Opt::Str("Europe/Berlin".into())),
        ("language", Opt::Str("fr".into())),
    ];
    olga.slash(&town.cmad, "campaign setup", &options[..2]).await.settled().await;
    let preview = [("step", Opt::Str("eve".into()))];
    let shown = olga.slash(&town.cmad, "campaign preview", &preview).await.settled().await;
    assert!(shown.text().contains(&lang("pt-BR").say("post-eve")), "{}", shown.text());
    olga.slash(&town.cmad, "campaign setup", &options).await.settled().await;
    town.server.set_locale("ja");
    olga.slash(&town.cmad, "campaign setup", &options[..2]).await.settled().await;
    let shown = olga.slash(&town.cmad, "campaign preview", &preview).await.settled().await;
    assert!(shown.text().contains(&lang("fr").say("post-eve")), "what was chosen stays: {}", shown.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_language_can_be_chosen_for_a_server_and_a_profile() {
    let mut town = Town::set_up("2026-12-20 12:00 Europe/Berlin").await;
    let (olga, ada) = (town.olga.clone(), town.ada.clone());
    for lang in Lang::all() {
        let own = lang.own_name();
        let options = [
            ("channel", Opt::Channel(town.cmad.id())),
            ("timezone", Opt::Str("Europe/Berlin".into())),
            ("language", Opt::Str(own.clone())),
        ];
        olga.slash(&town.cmad, "campaign setup", &options).await.settled().await;
        let preview = [("step", Opt::Str("eve".into()))];
        let shown = olga.slash(&town.cmad, "campaign preview", &preview).await.settled().await;
        assert!(shown.text().contains(&lang.say("post-eve")), "{own}: {}", shown.text());
        let profile =
            ada.slash(&town.help, "cmad profile", &[("language", Opt::Str(own.clone()))]).await.settled().await;
        assert!(profile.text().contains(&own), "{}", profile.text());
    }
    town.settle().await;
    town.ends_well().await;
}

//! A digest's files when one of the forms cannot be rendered.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use cmad::digest::{Form, RenderError};
use discord_sim::{Interaction, MessageHandle, Opt};

use crate::town::Town;

/// The names of a message's files, in their order.
fn names(message: &MessageHandle) -> Vec<String> {
    message.files().iter().map(|file| file.name.clone()).collect()
}

fn names_of(answer: &Interaction) -> Vec<String> {
    names(&answer.message().expect("it was answered"))
}

/// A town in which Ada has a boss and her digest has arrived. While the switch is on, PDF and card fail to render: one
/// returns an error, and the other panics.
async fn morning_with_a_broken_press() -> (Town, Arc<AtomicBool>) {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let (kim, lee, ada, rosa) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.rosa.clone());
    town.thank(&kim, &ada, "You answered me at midnight.", &[("consent", "named")]).await;
    town.thank(&lee, &ada, "You explained it to me twice.", &[("consent", "named")]).await;
    ada.slash(&town.help, "cmad boss set", &[("member", Opt::User(rosa.id()))]).await.settled().await;
    let broken = Arc::new(AtomicBool::new(false));
    let switch = Arc::clone(&broken);
    town.stage.stop().await.unwrap();
    town.stage.draw_with(Arc::new(move |form, of| match (switch.load(Ordering::SeqCst), form) {
        (true, Form::Pdf) => Err(RenderError::Write { form: "PDF" }),
        (true, Form::Card) => panic!("it breaks"),
        _ => of.form(form),
    }));
    town.stage.start().await.unwrap();
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    (town, broken)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_fails_to_render_is_named_and_the_others_are_given() {
    let (town, broken) = morning_with_a_broken_press().await;
    let ada = town.ada.clone();
    let desk = town.desk(&ada).await;
    let whole = ada.click(&desk, "Files to forward").await.settled().await;
    assert!(!whole.text().contains("couldn’t create"), "{}", whole.text());

    broken.store(true, Ordering::SeqCst);
    let files = ada.click(&desk, "Files to forward").await.settled().await;
    let says = "I couldn’t create this: a PDF to print and a picture for a chat. That’s a bug of mine";
    assert!(files.text().contains(says), "{}", files.text());
    let made = |name: &String| !name.ends_with(".pdf") && !name.ends_with(".png");
    let rest: Vec<String> = names_of(&whole).into_iter().filter(made).collect();
    assert!(rest.len() < names_of(&whole).len());
    assert_eq!(names_of(&files), rest, "what could be made is all there");

    // A request for only that form gets just the sentence.
    let alone = ada.select(&files, "My own digest, in another form", &["card"]).await.settled().await;
    assert!(alone.text().contains("I couldn’t create this: a picture for a chat."), "{}", alone.text());
    assert_eq!(names_of(&alone), Vec::<String>::new());
    let forward = ada.select(&files, "For my boss, in another form", &["pdf", "csv"]).await.settled().await;
    assert!(forward.text().contains("I couldn’t create this: a PDF to print."), "{}", forward.text());
    assert_eq!(names_of(&forward), ["for-your-boss-cmad-2027.csv"]);

    // A copy that would lack a file is not sent, and says which one.
    let copy = ada.click(&desk, "Copy my boss").await.settled().await;
    assert!(copy.text().contains("I couldn’t create this: a PDF to print"), "{}", copy.text());
    assert!(town.rosa.dms().is_empty());

    broken.store(false, Ordering::SeqCst);
    let again = ada.click(&desk, "Files to forward").await.settled().await;
    assert_eq!(names_of(&again), names_of(&whole), "asked again, and all of it is there");
    assert!(!again.text().contains("couldn’t create"), "{}", again.text());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_missing_file_is_named_in_the_askers_language() {
    let (town, broken) = morning_with_a_broken_press().await;
    broken.store(true, Ordering::SeqCst);
    let ada = town.ada.clone();
    let desk = town.desk(&ada).await;
    let says = [
        ("de", "Das ließ sich nicht erstellen: ein PDF zum Drucken und ein Bild für den Chat."),
        ("es-ES", "No pude crear esto: un PDF para imprimir y una imagen para un chat."),
        ("fr", "Je n’ai pas pu créer ceci : un PDF à imprimer et une image pour un chat."),
        ("pt-BR", "Não consegui criar isto: um PDF para imprimir e uma imagem para um chat."),
        ("ja", "次のものは作れませんでした：印刷用のPDF"),
    ];
    for (locale, says) in says {
        ada.set_locale(locale);
        let files = ada.click(&desk, "desk-files:").await.settled().await;
        assert!(files.text().contains(says), "{locale}: {}", files.text());
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_rendered_for_its_preview_and_when_it_leaves() {
    let (mut town, broken) = morning_with_a_broken_press().await;
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    let rendered = Arc::new(AtomicUsize::new(0));
    let (count, switch) = (Arc::clone(&rendered), Arc::clone(&broken));
    town.stage.stop().await.unwrap();
    town.stage.draw_with(Arc::new(move |form, of| {
        count.fetch_add(usize::from(form == Form::Pdf), Ordering::SeqCst);
        if switch.load(Ordering::SeqCst) { Err(RenderError::Write { form: "PDF" }) } else { of.form(form) }
    }));
    town.stage.start().await.unwrap();
    let desk = ada.slash(&town.help, "cmad digest", &[]).await.settled().await;
    let before = rendered.load(Ordering::SeqCst);
    let preview = ada.click(&desk, "Copy my boss").await.settled().await;
    assert_eq!(rendered.load(Ordering::SeqCst) - before, 1, "a preview shows what it would send");

    // What can no longer be made when it leaves does not leave, and its manager is told.
    broken.store(true, Ordering::SeqCst);
    let ordered = ada.click(&preview, "Yes, send it").await.settled().await;
    assert!(ordered.text().contains("On its way"), "{}", ordered.text());
    town.advance_to("2027-01-26 09:05 Europe/Berlin").await;
    assert!(rosa.dms().is_empty());
    let told = ada.dms().pop().expect("Ada is told");
    assert!(told.text().contains("It wasn’t sent"), "{}", told.text());
    assert_eq!(rendered.load(Ordering::SeqCst) - before, 2, "the confirmation compares and renders nothing");

    broken.store(false, Ordering::SeqCst);
    let preview = ada.click(&desk, "Copy my boss").await.settled().await;
    ada.click(&preview, "Yes, send it").await.settled().await;
    town.advance_to("2027-01-26 09:10 Europe/Berlin").await;
    let copy = rosa.dms().pop().expect("the copy left");
    assert_eq!(names(&copy), names_of(&preview), "what was previewed is what left");
    assert_eq!(rendered.load(Ordering::SeqCst) - before, 4);
    town.ends_well().await;
}

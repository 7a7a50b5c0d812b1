//! A digest or copy whose making ends the process each time: it is made alone, then without what is costly, then it is
//! reported; nothing else waits for it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use chrono::TimeDelta;
use cmad::digest::{Form, RenderError};
use cmad::mail::Memory;
use cmad::rehearse::stage::StageMail;
use discord_sim::{Member, MessageHandle};
use mail_parser::{MessageParser, MimeHeaders as _};
use tokio::sync::watch;

use crate::mail::{BOSS, DIGEST, boss_set, town_with};
use crate::smtp::address;
use crate::town::Town;

/// Forms of Ada's digest that end the process when they are made.
struct Deadly {
    is_on: AtomicBool,
    /// How many were begun.
    begun: watch::Sender<usize>,
    /// How many of them may end, because their process is gone.
    over: (Mutex<usize>, Condvar),
}

impl Deadly {
    /// Has the bot make files with these forms among them.
    async fn among(town: &mut Town, forms: &'static [Form]) -> Arc<Self> {
        let deadly = Arc::new(Self {
            is_on: AtomicBool::new(true),
            begun: watch::Sender::new(0),
            over: (Mutex::new(0), Condvar::new()),
        });
        let made = Arc::clone(&deadly);
        town.stage.stop().await.unwrap();
        town.stage.draw_with(Arc::new(move |form, of| {
            if made.is_on.load(Ordering::SeqCst) && of.digest().manager == "Ada" && forms.contains(&form) {
                made.wait_for_death();
                return Err(RenderError::Write { form: "page" });
            }
            Ok(form.name().into())
        }));
        town.stage.start().await.unwrap();
        deadly
    }

    fn wait_for_death(&self) {
        self.begun.send_modify(|begun| *begun += 1);
        let nth = *self.begun.borrow();
        let (over, changed) = &self.over;
        drop(changed.wait_while(over.lock().unwrap(), |over| *over < nth).unwrap());
    }

    /// Lets the bot do what is due, and ends it where a deadly form is begun. Returns whether that was.
    async fn ends(&self, town: &mut Town) -> bool {
        let mut begun = self.begun.subscribe();
        let before = *self.over.0.lock().unwrap();
        let killed = tokio::select! {
            rested = town.stage.settle() => {
                rested.unwrap();
                false
            }
            _ = begun.wait_for(|begun| *begun > before) => true,
        };
        if killed {
            town.stage.kill().await;
            let (over, changed) = &self.over;
            *over.lock().unwrap() += 1;
            changed.notify_all();
        }
        killed
    }

    /// A supervisor starts the bot again and again, and time passes. Returns how often it was ended.
    async fn ended(&self, town: &mut Town) -> usize {
        let mut kills = 0;
        while self.ends(town).await {
            kills += 1;
            assert!(kills < 20, "it never ends");
            town.stage.set(town.stage.now() + TimeDelta::minutes(15));
            town.stage.start_restless().await.unwrap();
        }
        kills
    }
}

/// A town on the eve of the digests: Ada and Ben were thanked.
async fn thanked() -> Town {
    let mut town = Town::set_up("2027-01-12 12:00 Europe/Berlin").await;
    let (kim, lee, ada, ben) = (town.kim.clone(), town.lee.clone(), town.ada.clone(), town.ben.clone());
    town.thank(&kim, &ada, "You answered me at midnight.", &[("consent", "named")]).await;
    town.thank(&kim, &ben, "You kept us safe.", &[("consent", "named")]).await;
    for manager in [&ada, &ben] {
        town.thank(&lee, manager, "You never tire of us.", &[("consent", "named")]).await;
    }
    town
}

fn digests(who: &Member) -> Vec<MessageHandle> {
    let is_digest = |message: &MessageHandle| message.json().to_string().contains("Keep it to myself");
    who.dms().into_iter().filter(is_digest).collect()
}

fn files(message: &MessageHandle) -> Vec<String> {
    message.files().iter().map(|file| file.name.clone()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_that_ends_the_process_is_made_alone_and_then_without_its_pages() {
    let mut town = thanked().await;
    let deadly = Deadly::among(&mut town, &[Form::Pdf]).await;
    town.advance_to_just_before(DIGEST).await;
    town.stage.set(crate::town::at(DIGEST));
    // Twice as any other, once alone.
    assert_eq!(deadly.ended(&mut town).await, 3);
    let (ada, ben) = (digests(&town.ada), digests(&town.ben));
    assert_eq!((ada.len(), ben.len()), (1, 1), "each once");
    assert_eq!(files(&ada[0]), ["cmad-2027.html", "cmad-2027.txt"]);
    assert_eq!(files(&ben[0]).len(), 4, "nothing is missing in another one");
    assert!(!town.olga.dms().iter().any(|message| message.text().contains("Gave up")));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_that_ends_the_process_in_any_form_is_given_up_and_reported_and_can_be_read() {
    let mut town = thanked().await;
    let deadly = Deadly::among(&mut town, &[Form::Html]).await;
    town.advance_to_just_before(DIGEST).await;
    town.stage.set(crate::town::at(DIGEST));
    assert_eq!(deadly.ended(&mut town).await, 4);
    assert_eq!((digests(&town.ada).len(), digests(&town.ben).len()), (0, 1));
    let told = town.olga.dms().pop().expect("the admin hears of it").text();
    assert!(told.contains("Gave up: the digest for <@") && told.contains("too little memory"), "{told}");
    assert!(town.desk(&town.ada).await.text().contains("You answered me at midnight."));
    assert_eq!(deadly.ended(&mut town).await, 0, "it is not tried again");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_that_ends_the_process_goes_once_without_its_pdf_and_its_manager_hears_of_it() {
    let memory = Arc::new(Memory::new(address("cmad@example.org")));
    let mut town = town_with(StageMail::Memory(Arc::clone(&memory)), "https://cmad.example.org").await;
    let (ada, lee) = (town.ada.clone(), town.lee.clone());
    town.thank(&lee, &ada, "You never gave up on us.", &[("consent", "named")]).await;
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    let deadly = Deadly::among(&mut town, &[Form::Pdf]).await;
    deadly.is_on.store(false, Ordering::SeqCst);
    town.advance_to(DIGEST).await;
    let desk = town.desk(&ada).await;
    let preview = ada.click(&desk, "Copy my boss").await.settled().await;
    deadly.is_on.store(true, Ordering::SeqCst);
    preview.click("Yes, send it").await.settled().await;
    assert_eq!(deadly.ended(&mut town).await, 3);
    let sent = memory.sent();
    assert_eq!(sent.len(), 1);
    let mail = MessageParser::default().parse(&sent[0]).unwrap();
    let attached: Vec<_> = mail.attachments().filter_map(|file| file.attachment_name()).collect();
    assert_eq!(attached, ["cmad-2027.ics"]);
    assert!(mail.body_text(0).unwrap().contains("You never gave up on us."));
    let told = ada.dms().pop().unwrap().text();
    assert!(told.contains("without its PDF"), "{told}");
    town.ends_well().await;
}

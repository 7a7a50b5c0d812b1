//! The scenes of a campaign in which faults are injected. Each is short, so that every point can be tried: a snapshot of
//! the world just before it, what people do, and the time until nothing is left to come.

use std::pin::Pin;

use chrono::TimeDelta;
use discord_sim::{FieldValue, Interaction, Member, Opt, ResponseKind, SimOptions};

use crate::databases::On;
use crate::play::{Bot, Mode, Play, Reply, has, has_come, has_failed, press, press_of};
use crate::village::{Snapshot, Village, at};

/// One scene.
pub struct Scene {
    pub name: &'static str,
    /// When its snapshot is taken.
    pub from: &'static str,
    /// Whether the bot's start is part of the scene, or it runs already.
    pub begins: Begins,
    pub script: Script,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    WithTheStart,
    Running,
}

type Script = for<'a> fn(&'a mut Play) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

/// In the order of the campaign: each scene continues after the one before.
pub const SCENES: [Scene; 14] = [
    Scene {
        name: "setup",
        from: "2026-12-20 12:00",
        begins: Begins::WithTheStart,
        script: |play| Box::pin(setup(play)),
    },
    Scene {
        name: "announce",
        from: "2027-01-11 09:59",
        begins: Begins::WithTheStart,
        script: |play| Box::pin(announce(play)),
    },
    Scene { name: "words", from: "2027-01-12 12:00", begins: Begins::Running, script: |play| Box::pin(words(play)) },
    Scene { name: "signs", from: "2027-01-13 12:00", begins: Begins::Running, script: |play| Box::pin(signs(play)) },
    Scene {
        name: "changes",
        from: "2027-01-14 12:00",
        begins: Begins::Running,
        script: |play| Box::pin(changes(play)),
    },
    Scene {
        name: "reasons",
        from: "2027-01-15 12:00",
        begins: Begins::Running,
        script: |play| Box::pin(reasons(play)),
    },
    Scene {
        name: "holders",
        from: "2027-01-16 12:00",
        begins: Begins::Running,
        script: |play| Box::pin(holders(play)),
    },
    Scene {
        name: "switches",
        from: "2027-01-16 18:00",
        begins: Begins::Running,
        script: |play| Box::pin(switches(play)),
    },
    Scene { name: "paused", from: "2027-01-17 12:00", begins: Begins::Running, script: |play| Box::pin(paused(play)) },
    Scene { name: "day", from: "2027-01-25 08:59", begins: Begins::Running, script: |play| Box::pin(day(play)) },
    Scene {
        name: "boss-reply",
        from: "2027-01-27 18:00",
        begins: Begins::Running,
        script: |play| Box::pin(boss_reply(play)),
    },
    Scene {
        name: "everyone",
        from: "2027-01-30 12:00",
        begins: Begins::Running,
        script: |play| Box::pin(everyone(play)),
    },
    Scene { name: "close", from: "2027-01-31 12:00", begins: Begins::Running, script: |play| Box::pin(close(play)) },
    Scene {
        name: "words-go",
        from: "2027-04-18 08:59",
        begins: Begins::Running,
        script: |play| Box::pin(words_go(play)),
    },
];

/// The snapshots before the scenes: one campaign without faults, stopped before each.
pub async fn snapshots(on: On) -> Vec<Snapshot> {
    let mut snapshots = vec![Snapshot::at_first(SCENES[0].from, on).await];
    let mut play = Play::of(&snapshots[0], Mode::InProcess, &[], |_| {}).await;
    for (index, scene) in SCENES.iter().enumerate() {
        if index > 0 {
            play.advance_to(at(scene.from)).await;
            let Bot::InProcess(stage) = &mut play.stage else { unreachable!("the bot runs in this process") };
            snapshots.push(Snapshot::of(&play.village, stage, &play.database).await);
        }
        play.start().await;
        play.settle().await;
        (scene.script)(&mut play).await;
    }
    assert!(play.unanswered.is_empty(), "without faults everyone is answered: {:?}", play.unanswered);
    play.village.sim.assert_clean();
    snapshots
}

/// The simulated Discord's options in runs: people wait for answers until nothing has happened for some seconds, which is
/// longer than Discord lets them, because many runs share the machine.
pub fn options(options: &mut SimOptions) {
    options.response_deadline = std::time::Duration::from_secs(10);
}

async fn setup(play: &mut Play) {
    play.ask("setup", async |v| {
        let options = [("channel", Opt::Channel(v.cmad.id())), ("timezone", Opt::Str("Europe/Berlin".into()))];
        let done = v.olga.slash(&v.cmad, "campaign setup", &options).await;
        // The bot refuses a channel that it cannot see; Olga tries again.
        Reply::Answer(Some(done).filter(|done| done.text().contains("2027")))
    })
    .await;
    play.ask("roster", async |v| {
        answer(v.olga.slash(&v.cmad, "roster add", &[("member", Opt::User(v.ada.id()))]).await)
    })
    .await;
    play.ask("roster", async |v| {
        answer(v.olga.slash(&v.cmad, "roster add", &[("member", Opt::User(v.ben.id()))]).await)
    })
    .await;
    play.ask("roster", async |v| {
        answer(v.olga.slash(&v.cmad, "roster add", &[("member", Opt::User(v.zoe.id()))]).await)
    })
    .await;
    if play.village.ada.dms().is_empty() {
        // Her private messages were closed; the bot retries every day.
        play.advance(TimeDelta::hours(25)).await;
    }
    play.ask("accept", async |v| match v.ada.dms().iter().find(|dm| has(dm, "Accept")) {
        Some(invitation) => Reply::Answer(press(&v.ada, invitation, "Accept").await),
        // She may have accepted without getting an answer; without an invitation there is nothing to accept yet.
        None if v.ada.dms().is_empty() => Reply::Answer(None),
        None => Reply::AlreadyDone,
    })
    .await;
    play.advance_to(at("2026-12-28 10:00")).await;
    play.advance(TimeDelta::hours(25)).await;
}

async fn announce(play: &mut Play) {
    play.advance_to(at("2027-01-11 10:00")).await;
    play.advance(TimeDelta::hours(25)).await;
}

/// People thank by commands and forms.
async fn words(play: &mut Play) {
    play.ask("command", async |v| {
        let options = [("manager", Opt::User(v.ada.id())), ("message", "Words by a command.".into())];
        answer(v.kim.slash(&v.help, "thank", &options).await)
    })
    .await;
    play.ask("member", async |v| {
        submitted(v.mia.user_command(&v.help, "Thank for #CMAD", &v.ada).await, &[&v.ada], "Words by a member.").await
    })
    .await;
    play.ask("button", async |v| {
        let posts = v.cmad.messages();
        let Some(post) = posts.iter().find(|post| has(post, "Say thank you")) else { return Reply::Answer(None) };
        submitted(v.lee.click(post, "Say thank you").await, &[&v.ben], "Words by a button.").await
    })
    .await;
    play.advance(TimeDelta::hours(1)).await;
}

/// People thank by the hashtag, by a mention, and by saving their message.
async fn signs(play: &mut Play) {
    let v = play.village.clone();
    play.say("hashtag", &v.kim, &format!("#CMAD {} words with a hashtag", v.ada.mention())).await;
    let words = format!("<@{}> thanks {} for words with a mention", v.sim.bot_id(), v.ben.mention());
    play.say("mention", &v.lee, &words).await;
    let said = v.mia.say(&v.help, &format!("{} words that were saved", v.ada.mention()));
    play.ask("save", async |v| answer(v.mia.message_command("Save as #CMAD thanks", &said).await)).await;
    play.advance(TimeDelta::hours(1)).await;
}

/// People answer the question, withdraw, and erase themselves.
async fn changes(play: &mut Play) {
    play.ask("answer", async |v| {
        let messages = v.help.messages();
        let Some(question) = messages.iter().find(|message| has(message, "found") && asks(v, message, &v.kim)) else {
            return Reply::AlreadyDone;
        };
        let Some(choices) = press(&v.kim, question, "found").await else { return Reply::Answer(None) };
        Reply::Answer(press_of(&choices, "with my name").await)
    })
    .await;
    play.ask("withdraw", async |v| {
        let mine = v.kim.slash(&v.help, "cmad mine", &[]).await;
        let Some(value) = last_value(&mine) else { return Reply::Answer(None) };
        let picked = mine.select("mine", &[&value]).await;
        if picked.message().is_some_and(|message| has(&message, "take-back")) {
            return Reply::AlreadyDone;
        }
        Reply::Answer(press_of(&picked, "withdraw").await)
    })
    .await;
    play.ask("erase", async |v| {
        let shown = v.mia.slash(&v.help, "cmad privacy", &[]).await;
        if has_come(&shown).await
            && !has_failed(&shown)
            && shown.message().is_some_and(|message| !has(&message, "Erase"))
        {
            return Reply::AlreadyDone;
        }
        let Some(sure) = press_of(&shown, "Erase").await else { return Reply::Answer(None) };
        Reply::Answer(press_of(&sure, "Yes, erase everything").await)
    })
    .await;
    play.advance(TimeDelta::hours(1)).await;
}

/// What the bot left in channels loses its reason, and the event's place gets another name.
async fn reasons(play: &mut Play) {
    let v = play.village.clone();
    let said = v.help.messages();
    // The question how they may be shown stands under them.
    let by_mention = said.iter().find(|message| message.author() == v.lee.id() && message.text().contains("a mention"));
    v.lee.delete(by_mention.expect("Lee thanked by a mention"));
    play.settle().await;
    v.cmad.rename("town-hall");
    play.settle().await;
    play.ask("second thoughts", async |v| {
        let mine = v.kim.slash(&v.help, "cmad mine", &[]).await;
        let Some(value) = values(&mine).into_iter().next() else { return Reply::Answer(None) };
        let picked = mine.select("mine", &[&value]).await;
        if picked.message().is_some_and(|message| has(&message, "take-back")) {
            return Reply::AlreadyDone;
        }
        Reply::Answer(press_of(&picked, "withdraw").await)
    })
    .await;
    play.advance(TimeDelta::hours(1)).await;
}

/// One post asks the holders of the manager role; one of them accepts, and it goes away with the role.
async fn holders(play: &mut Play) {
    play.ask("role", async |v| {
        let options = [
            ("channel", Opt::Channel(v.cmad.id())),
            ("timezone", Opt::Str("Europe/Berlin".into())),
            ("manager_role", Opt::Role(v.guides)),
        ];
        let done = v.olga.slash(&v.cmad, "campaign setup", &options).await;
        Reply::Answer(Some(done).filter(|done| done.text().contains("2027")))
    })
    .await;
    play.ask("one post", async |v| {
        let doctor = v.olga.slash(&v.cmad, "campaign doctor", &[]).await;
        if has_come(&doctor).await && doctor.text().contains("asks the other") {
            return Reply::AlreadyDone;
        }
        Reply::Answer(press_of(&doctor, "Ask in one post").await)
    })
    .await;
    play.advance(TimeDelta::hours(1)).await;
    play.ask("a place", async |v| {
        let messages = v.cmad.messages();
        let Some(post) = messages.iter().rev().find(|post| has(post, "holder-accept")) else {
            return Reply::Answer(None);
        };
        Reply::Answer(press(&v.lee, post, "holder-accept").await)
    })
    .await;
    play.ask("no role", async |v| {
        let status = v.olga.slash(&v.cmad, "campaign status", &[]).await;
        if has_come(&status).await
            && !has_failed(&status)
            && status.message().is_some_and(|message| !has(&message, "forget:role"))
        {
            return Reply::AlreadyDone;
        }
        Reply::Answer(press_of(&status, "forget:role").await)
    })
    .await;
    play.advance(TimeDelta::hours(1)).await;
}

/// The announcement's event goes with its step and comes back with it.
async fn switches(play: &mut Play) {
    for on in [false, true] {
        play.ask("announcement", async |v| {
            let options = [("step", "announce".into()), ("on", Opt::Bool(on))];
            answer(v.olga.slash(&v.cmad, "campaign steps", &options).await)
        })
        .await;
        play.advance(TimeDelta::hours(1)).await;
    }
}

/// Several managers are thanked by one form, and everyone by another.
async fn everyone(play: &mut Play) {
    play.ask("two", async |v| {
        let posts = v.cmad.messages();
        let Some(post) = posts.iter().find(|post| has(post, "Say thank you")) else { return Reply::Answer(None) };
        submitted(v.kim.click(post, "Say thank you").await, &[&v.ada, &v.ben], "Words for two.").await
    })
    .await;
    play.ask("everyone", async |v| {
        let posts = v.cmad.messages();
        let Some(post) = posts.iter().find(|post| has(post, "Thank everyone")) else { return Reply::Answer(None) };
        submitted(v.mia.click(post, "Thank everyone").await, &[], "Words for everyone.").await
    })
    .await;
    play.advance(TimeDelta::hours(1)).await;
}

/// A pause over a step: the bot is silent, and afterwards the step is skipped and reported.
async fn paused(play: &mut Play) {
    play.ask("pause", async |v| answer(v.olga.slash(&v.cmad, "campaign pause", &[]).await)).await;
    let from = play.stage.now();
    // A thank-you in a pause counts, and the bot reacts afterwards.
    let lee = play.village.lee.clone();
    let words = format!("#CMAD {} words in a pause", play.village.ada.mention());
    let said = lee.say(&play.village.help, &words);
    play.advance_to(at("2027-01-20 12:00")).await;
    play.assert_silent_since(from);
    play.ask("resume", async |v| answer(v.olga.slash(&v.cmad, "campaign resume", &[]).await)).await;
    play.repeat_until_received("hashtag in a pause", &lee, &words, said).await;
    play.advance(TimeDelta::hours(2)).await;
}

/// The day until the digests have come, and a copy to a boss.
async fn day(play: &mut Play) {
    play.advance_to(at("2027-01-25 09:00")).await;
    // A copy needs words of two people.
    play.ask("one of two", async |v| {
        let options = [("manager", Opt::User(v.ada.id())), ("message", "Words for a boss.".into())];
        answer(v.lee.slash(&v.help, "thank", &options).await)
    })
    .await;
    play.ask("two of two", async |v| {
        let options = [("manager", Opt::User(v.ada.id())), ("message", "More words for a boss.".into())];
        answer(v.mia.slash(&v.help, "thank", &options).await)
    })
    .await;
    // The admins learn that Zoe has no words, and the morning after so does she.
    play.advance_to(at("2027-01-25 15:00")).await;
    play.advance_to(at("2027-01-25 17:00")).await;
    play.advance_to(at("2027-01-25 18:00")).await;
    play.advance_to(at("2027-01-26 09:00")).await;
    play.advance(TimeDelta::hours(2)).await;
    play.ask("boss", async |v| {
        answer(v.ada.slash(&v.help, "cmad boss set", &[("member", Opt::User(v.rosa.id()))]).await)
    })
    .await;
    play.ask("copy", async |v| {
        if !v.rosa.dms().is_empty() {
            return Reply::AlreadyDone;
        }
        let desk = v.ada.slash(&v.help, "cmad digest", &[]).await;
        let Some(preview) = press_of(&desk, "Copy my boss").await else { return Reply::Answer(None) };
        Reply::Answer(press_of(&preview, "Yes, send it").await)
    })
    .await;
    play.advance(TimeDelta::hours(26)).await;
}

/// The boss replies to her copy, the manager has it posted, and the boss changes it.
async fn boss_reply(play: &mut Play) {
    play.ask("reply", async |v| replied(v, "Well done, Ada.").await).await;
    play.advance(TimeDelta::hours(25)).await;
    play.ask("post", async |v| {
        let desk = v.ada.slash(&v.help, "cmad digest", &[]).await;
        let Some(page) = press_of(&desk, "What my boss wrote").await else { return Reply::Answer(None) };
        if has_come(&page).await && page.message().is_some_and(|message| has(&message, "Take the post down")) {
            return Reply::AlreadyDone;
        }
        Reply::Answer(press_of(&page, "Post it under the recap").await)
    })
    .await;
    play.advance(TimeDelta::hours(25)).await;
    play.ask("change", async |v| replied(v, "Well done, Ada. Take a day off.").await).await;
    play.advance(TimeDelta::hours(26)).await;
}

/// The form below the boss's copy, sent with these words.
async fn replied(v: &Village, words: &str) -> Reply {
    let copies = v.rosa.dms();
    let Some(copy) = copies.iter().find(|copy| has(copy, "Reply to Ada")) else { return Reply::Answer(None) };
    let form = v.rosa.click(copy, "Reply to Ada").await;
    if form.kind() != ResponseKind::Modal {
        return Reply::Answer(None);
    }
    let fields = [("words", FieldValue::Text(words.into())), ("may", FieldValue::value("yes"))];
    Reply::Answer(Some(form.submit(&fields).await))
}

/// The end: late words make an update, and the next year begins.
async fn close(play: &mut Play) {
    play.ask("late", async |v| {
        let options = [("manager", Opt::User(v.ben.id())), ("message", "Late words.".into())];
        answer(v.kim.slash(&v.help, "thank", &options).await)
    })
    .await;
    play.advance_to(at("2027-02-01 23:59")).await;
    play.advance(TimeDelta::hours(26)).await;
}

/// A fortnight before the words go, their managers get their files once more; then the words go.
async fn words_go(play: &mut Play) {
    play.advance_to(at("2027-04-18 09:00")).await;
    play.advance(TimeDelta::hours(26)).await;
    play.advance_to(at("2027-05-02 23:59")).await;
    play.advance(TimeDelta::hours(2)).await;
}

fn answer(interaction: Interaction) -> Reply {
    Reply::Answer(Some(interaction))
}

/// Words for these managers; for everyone if there are none.
async fn submitted(form: Interaction, managers: &[&Member], words: &str) -> Reply {
    if form.kind() != ResponseKind::Modal {
        return Reply::Answer(None);
    }
    let mut fields = vec![("words", FieldValue::Text(words.into()))];
    if !managers.is_empty() {
        fields.push(("manager", FieldValue::Ids(managers.iter().map(|manager| manager.id()).collect())));
    }
    Reply::Answer(Some(form.submit(&fields).await))
}

/// Whether the bot's question is a reply to a message of this person.
fn asks(village: &Village, question: &discord_sim::MessageHandle, whom: &Member) -> bool {
    let messages = village.help.messages();
    let about = messages.iter().find(|message| question.replies_to() == Some(message.id()));
    about.is_some_and(|message| message.author() == whom.id())
}

/// The last value of an answer's menu: the person's oldest thank-you.
fn last_value(answer: &Interaction) -> Option<String> {
    values(answer).pop()
}

/// The values of an answer's menus.
fn values(answer: &Interaction) -> Vec<String> {
    fn collect(json: &serde_json::Value, values: &mut Vec<String>) {
        for option in json["options"].as_array().into_iter().flatten() {
            values.extend(option["value"].as_str().map(str::to_owned));
        }
        for child in json["components"].as_array().into_iter().flatten() {
            collect(child, values);
        }
    }
    let mut values = Vec::new();
    if let Some(message) = answer.message() {
        collect(&message.json(), &mut values);
    }
    values
}

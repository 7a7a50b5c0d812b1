//! Everything that can be asked, pressed, chosen and filled in, in a server in which everything is as long as it can be, in
//! every language. The simulated Discord measures each answer as Discord does, and refuses what is too long.

use std::collections::BTreeSet;
use std::sync::Arc;

use cmad::mail::Memory;
use cmad::rehearse::stage::{Stage, StageMail, sim_options};
use cmad::text::Lang;
use discord_sim::{AsMessage, Event, FieldValue, Interaction, Member, MessageHandle, NewMember, Opt, ResponseKind};
use serde_json::Value;

use super::{OPEN, refused_forms};
use crate::databases::{Database, On};
use crate::smtp::address;
use crate::town::{PERMISSIONS, Town, at};

/// How many managers there are, and how many write to each of two of them.
const MANY: usize = 60;

/// A name of 32 characters: of one long word, of signs that Markdown gives a meaning, of emoji.
fn name(number: usize) -> String {
    let number = format!("{number:02}");
    let sign = ["W", "*", "💚", "_", "ß"][number.len() * number.parse::<usize>().unwrap_or(0) % 5];
    format!("{number}{}", sign.repeat(30))
}

/// Words of 1,500 characters, of the same kinds.
fn words(number: usize) -> String {
    let unit = ["Donaudampfschifffahrt ", "*_~`|<>[]()#-", "💚", "@everyone ", "a\n", "W"][number % 6];
    unit.chars().cycle().take(1500).collect()
}

/// The town with long names, sixty managers and sixty thank-yous each from and to one person, on the morning of the digest.
async fn crowded() -> (Town, Arc<Memory>) {
    let filter = std::env::var("CMAD_TEST_LOG").unwrap_or_else(|_| "warn".to_owned());
    let _already = tracing_subscriber::fmt().with_env_filter(filter).with_test_writer().try_init();
    let database = Database::new(On::usual()).await;
    let options = sim_options(at(OPEN).timestamp_millis());
    let mut stage = Stage::on(options, database.url.clone()).await.unwrap();
    let memory = Arc::new(Memory::new(address("cmad@example.org")));
    stage.send_mail(StageMail::Memory(Arc::clone(&memory)), Some("https://cmad.example.org".parse().unwrap()));
    stage.draw_with(Arc::new(|_, _| Ok(vec![0; 100])));
    stage.configure(|config| {
        config.mail.allowed_domains = vec!["example.com".into()];
        config.mail.servers = vec!["*".into()];
        config.limits.thanks_per_hour = 1000;
    });
    let server = stage.sim.server_owned_by(&"*_".repeat(50), &name(0));
    let (cmad, help) = (server.channel(&"c".repeat(100)), server.channel(&"h".repeat(100)));
    let joined_ms = Some(at("2020-03-01 12:00 Europe/Berlin").timestamp_millis());
    let member = |name: &str| server.member_with(name, NewMember { joined_ms, ..NewMember::default() });
    let (ada, ben, kim) = (member(&name(1)), member(&name(2)), member(&name(3)));
    let (lee, mia, rosa) = (member(&name(4)), member(&name(5)), member(&name(6)));
    let olga = server.owner();
    stage.sim.invite_bot(&server, PERMISSIONS);
    stage.start().await.unwrap();
    let mut town = Town { stage, server, cmad, help, olga, ada, ben, kim, lee, mia, rosa, database };
    town.set_up_here().await;
    let theme = [
        ("theme", Opt::Str("*_".repeat(100))),
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", "Europe/Berlin".into()),
    ];
    town.olga.slash(&town.cmad, "campaign setup", &theme).await.settled().await;
    let (ada, kim, olga) = (town.ada.clone(), town.kim.clone(), town.olga.clone());
    for number in 0..MANY {
        let manager = town.server.member_with(&name(number), NewMember { joined_ms, ..NewMember::default() });
        let title = [("member", Opt::User(manager.id())), ("title", Opt::Str("*".repeat(60)))];
        olga.slash(&town.cmad, "roster add", &title).await.settled().await;
        town.thank(&kim, &manager, &words(number), &[("consent", "named"), ("relation", "colleague")]).await;
        let giver = town.server.member_with(&name(number), NewMember { joined_ms, ..NewMember::default() });
        let consent = ["public", "named", "unnamed", "private"][number % 4];
        town.thank(
            &giver,
            &ada,
            &words(number),
            &[("consent", consent), ("relation", "colleague"), ("for", "answered-me")],
        )
        .await;
        if number < 8 {
            let nominated =
                [("member", Opt::User(giver.id())), ("reason", Opt::Str(words(number).chars().take(300).collect()))];
            kim.slash(&town.help, "nominate", &nominated).await.settled().await;
        }
    }
    let longest = [("title", "*".repeat(60)), ("team", "_".repeat(60)), ("display_name", "💚".repeat(16))];
    let profile = longest.map(|(name, text)| (name, Opt::Str(text)));
    ada.slash(&town.help, "cmad profile", &profile).await.settled().await;
    let boss = [("member", Opt::User(town.rosa.id())), ("email", "rosa@example.com".into())];
    ada.slash(&town.help, "cmad boss set", &boss).await.settled().await;
    town.advance_to("2027-01-26 09:00 Europe/Berlin").await;
    (town, memory)
}

/// One person going through everything.
struct Visitor<'a> {
    town: &'a mut Town,
    who: Member,
    /// The kinds of buttons and menus that were used: their ids without numbers.
    used: BTreeSet<String>,
    /// Those that end what the others need.
    spared: &'static [&'static str],
}

impl Visitor<'_> {
    /// Uses a command, and everything that can be used in what comes of it, until there is nothing new.
    async fn command(&mut self, command: &str, options: &[(&str, Opt)]) {
        loop {
            let before = self.used.len();
            let channel = self.town.help.clone();
            let answer = self.who.slash(&channel, command, options).await;
            self.follow(answer).await;
            if self.used.len() == before {
                return;
            }
        }
    }

    /// Uses everything in a message.
    async fn message(&mut self, message: MessageHandle) {
        let mut open = vec![message];
        while let Some(message) = open.pop() {
            while let Some(component) = message.exists().then(|| self.next(&message)).flatten() {
                let answer = self.put(&message, &component).await;
                if let Some(new) = self.answered(answer).await.filter(|new| new.id() != message.id()) {
                    open.push(new);
                }
            }
        }
    }

    async fn follow(&mut self, answer: Interaction) {
        if let Some(message) = self.answered(answer).await {
            Box::pin(self.message(message)).await;
        }
    }

    /// The message that comes of an answer; a form is filled in with as much as it takes.
    async fn answered(&mut self, answer: Interaction) -> Option<MessageHandle> {
        let mut answer = answer;
        if answer.kind() == ResponseKind::Modal {
            let fields = filled(&answer.json(), &self.town.ada);
            let fields: Vec<(&str, FieldValue)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
            answer = answer.submit(&fields).await;
        }
        let answer = answer.settled().await;
        answer.message()
    }

    /// The next component that can be used and of whose kind none was.
    fn next(&mut self, message: &MessageHandle) -> Option<Value> {
        let mut all = Vec::new();
        collect(&message.json()["components"], &mut all);
        let is_new = |component: &&Value| {
            let id = component["custom_id"].as_str().unwrap_or_default();
            let spared = self.spared.iter().any(|spared| id.starts_with(spared));
            component["disabled"] != true && !spared && !self.used.contains(&kind(component))
        };
        let found = all.iter().find(is_new).cloned()?;
        self.used.insert(kind(&found));
        Some(found)
    }

    async fn put(&mut self, message: &MessageHandle, component: &Value) -> Interaction {
        let id = component["custom_id"].as_str().expect("only those with an id are collected");
        if component["type"] == 2 {
            return self.who.click(message, id).await;
        }
        let most = usize::try_from(component["max_values"].as_u64().unwrap_or(1)).unwrap();
        let values: Vec<String> = match component["type"].as_u64() {
            Some(5) => vec![self.town.ada.id().to_string()],
            Some(8) => vec![self.town.help.id().to_string()],
            _ => {
                let options = component["options"].as_array().into_iter().flatten();
                options.filter_map(|option| option["value"].as_str().map(str::to_owned)).take(most).collect()
            }
        };
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        self.who.select(message, id, &values).await
    }
}

/// How many people read "did not respond".
fn unanswered(town: &Town) -> usize {
    let expired = |event: &Event| matches!(event, Event::InteractionExpired { .. });
    town.sim().transcript().iter().filter(|entry| expired(&entry.event)).count()
}

/// What kind a component is of: its id without numbers.
fn kind(component: &Value) -> String {
    let id = component["custom_id"].as_str().unwrap_or_default();
    format!("{} {}", component["type"], id.replace(|c: char| c.is_ascii_digit(), ""))
}

fn collect(components: &Value, all: &mut Vec<Value>) {
    for component in components.as_array().into_iter().flatten() {
        if component["custom_id"].is_string() {
            all.push(component.clone());
        }
        collect(&component["components"], all);
        if component["accessory"]["custom_id"].is_string() {
            all.push(component["accessory"].clone());
        }
    }
}

/// What is put into a form: as much as each text takes, and whoever is asked for.
fn filled(form: &Value, someone: &Member) -> Vec<(String, FieldValue)> {
    let fields = form["components"].as_array().into_iter().flatten().map(|label| &label["component"]);
    fields
        .filter_map(|field| {
            let name = field["custom_id"].as_str()?.to_owned();
            match field["type"].as_u64()? {
                4 => {
                    let most = usize::try_from(field["max_length"].as_u64()?).ok()?;
                    Some((name, FieldValue::Text("*💚 ".chars().cycle().take(most).collect())))
                }
                5 => Some((name, someone.into())),
                3 if field["required"] != false => {
                    Some((name, FieldValue::value(field["options"][0]["value"].as_str()?)))
                }
                _ => None,
            }
        })
        .collect()
}

/// What ends what is looked at later: at the end they are pressed too.
const LAST: &[&str] = &["erase-me-now", "decline", "desk-copy-now", "no-more"];

async fn everyone_uses_everything(town: &mut Town, lang: Lang, spared: &'static [&'static str]) -> usize {
    let (olga, ada, kim, rosa) = (town.olga.clone(), town.ada.clone(), town.kim.clone(), town.rosa.clone());
    let mut used = 0;
    for who in [&olga, &ada, &kim, &rosa] {
        who.set_locale(lang.tag());
        let link = town.posts().pop().expect("there are posts").link();
        let (manager, channel) = (Opt::User(ada.id()), Opt::Channel(town.cmad.id()));
        let mut visitor = Visitor { town: &mut *town, who: who.clone(), used: BTreeSet::new(), spared };
        for command in
            ["cmad when", "cmad mine", "cmad privacy", "cmad digest", "cmad scorecard", "cmad about", "cmad profile"]
        {
            visitor.command(command, &[]).await;
        }
        visitor.command("cmad why", &[("message", Opt::Str(link.clone()))]).await;
        visitor.command("thank", &[("manager", manager.clone())]).await;
        visitor.command("thank", &[("manager", Opt::User(rosa.id())), ("message", Opt::Str(words(2)))]).await;
        visitor
            .command(
                "thank",
                &[("manager", manager.clone()), ("message", Opt::Str(words(1))), ("relation", "colleague".into())],
            )
            .await;
        visitor.command("nominate", &[("member", Opt::User(rosa.id())), ("reason", Opt::Str("*".repeat(300)))]).await;
        if who.id() == olga.id() {
            let setup = [
                ("channel", channel.clone()),
                ("timezone", "America/Argentina/ComodRivadavia".into()),
                ("language", Opt::Str(lang.own_name())),
                ("theme", Opt::Str("💚".repeat(100))),
            ];
            visitor.command("campaign setup", &setup).await;
            for step in ["announce", "countdown", "eve", "day", "last-call", "recap"] {
                visitor.command("campaign preview", &[("step", step.into())]).await;
            }
            for command in ["status", "doctor", "steps", "hashtag", "hide", "restore", "export", "pause", "resume"] {
                visitor.command(&format!("campaign {command}"), &[]).await;
            }
            visitor.command("campaign hashtag", &[("channels", "except".into())]).await;
            visitor.command("campaign hide", &[("message", Opt::Str(link))]).await;
            visitor.command("roster list", &[]).await;
            visitor.command("roster nominations", &[]).await;
        }
        if who.id() == ada.id() {
            visitor
                .command("cmad boss set", &[("reply_to", Opt::Str(format!("{}@example.com", "a".repeat(60))))])
                .await;
        }
        for message in who.dms().into_iter().rev().take(12) {
            visitor.message(message.as_message()).await;
        }
        used += visitor.used.len();
        town.settle().await;
        assert_eq!(refused_forms(town), Vec::<String>::new(), "{} {}", lang.tag(), who.name());
        assert_eq!(unanswered(town), 0, "{} {}", lang.tag(), who.name());
    }
    used
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_fits_in_every_language_however_long_everything_is() {
    let (mut town, _mails) = crowded().await;
    let ada = town.ada.clone();
    let desk = town.desk(&ada).await.text();
    assert!(desk.contains("60 people"), "all sixty count: {desk}");
    for lang in Lang::all() {
        let used = everyone_uses_everything(&mut town, lang, LAST).await;
        assert!(used > 60, "{}: only {used} kinds of buttons and menus were found", lang.tag());
    }
    everyone_uses_everything(&mut town, Lang::english(), &[]).await;
    let shorter: Vec<String> = Lang::all().map(|lang| lang.say("failed-whole")).collect();
    let said = format!("{:?}", town.sim().transcript());
    assert!(!shorter.iter().any(|text| said.contains(text)), "nothing had to be shortened");
    town.ends_well().await;
}

//! The fixture of most tests: a small server in Berlin, Northwind, with its people and the bot.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use cmad::app::campaigns::Setup;
use cmad::config::Config;
use cmad::rehearse::stage::{Stage, sim_options};
use discord_sim::{
    ChannelHandle, Event, Interaction, Member, MessageHandle, NewMember, Opt, Overwrite, OverwriteFor, Sim, SimOptions,
    SimServer, permission,
};
use domain::calendar;
use domain::ids::{ChannelId, GuildId, UserId};

use crate::databases::{Database, On};

/// Every permission that the bot needs in a server.
pub const PERMISSIONS: u64 = permission::VIEW_CHANNEL
    | permission::SEND_MESSAGES
    | permission::SEND_MESSAGES_IN_THREADS
    | permission::ATTACH_FILES
    | permission::READ_MESSAGE_HISTORY
    | permission::ADD_REACTIONS
    | permission::CREATE_EVENTS;

pub struct Town {
    pub stage: Stage,
    pub server: SimServer,
    pub cmad: ChannelHandle,
    pub help: ChannelHandle,
    /// The admin, who owns the server.
    pub olga: Member,
    /// A manager.
    pub ada: Member,
    /// Another manager, who has not accepted.
    pub ben: Member,
    /// Members.
    pub kim: Member,
    pub lee: Member,
    pub mia: Member,
    /// Ada's boss.
    pub rosa: Member,
    pub database: Database,
}

/// An instant from local time and zone, such as `2027-01-25 09:00 Europe/Berlin`.
pub fn at(text: &str) -> DateTime<Utc> {
    let (local, zone) = text.rsplit_once(' ').unwrap();
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
    calendar::instant(local, zone.parse::<Tz>().unwrap())
}

impl Town {
    /// The town with the bot invited and started, and nothing set up.
    pub async fn at(when: &str) -> Self {
        Self::with(when, |_| {}).await
    }

    pub async fn with(when: &str, change: impl FnOnce(&mut SimOptions)) -> Self {
        Self::on(On::usual(), when, change).await
    }

    pub async fn on(on: On, when: &str, change: impl FnOnce(&mut SimOptions)) -> Self {
        let mut town = Self::over(Database::new(on).await, when, change).await;
        town.stage.start().await.unwrap();
        town
    }

    /// The town on an existing database, with the bot not started yet.
    pub async fn over(database: Database, when: &str, change: impl FnOnce(&mut SimOptions)) -> Self {
        // A failing test prints the bot's log; CMAD_TEST_LOG sets its filter.
        let filter = std::env::var("CMAD_TEST_LOG").unwrap_or_else(|_| "warn".to_owned());
        let _already = tracing_subscriber::fmt().with_env_filter(filter).with_test_writer().try_init();
        let mut options = sim_options(at(when).timestamp_millis());
        change(&mut options);
        let stage = Stage::on(options, database.url.clone()).await.unwrap();
        let server = stage.sim.server_owned_by("Northwind", "Olga");
        let cmad = server.channel("community");
        let help = server.channel("help");
        let member = |name: &str| {
            let joined = at("2020-03-01 12:00 Europe/Berlin").timestamp_millis();
            server.member_with(name, NewMember { joined_ms: Some(joined), ..NewMember::default() })
        };
        let (ada, ben, kim) = (member("Ada"), member("Ben"), member("Kim"));
        let (lee, mia, rosa) = (member("Lee"), member("Mia"), member("Rosa"));
        let olga = server.owner();
        stage.sim.invite_bot(&server, PERMISSIONS);
        Self { stage, server, cmad, help, olga, ada, ben, kim, lee, mia, rosa, database }
    }

    /// The town after `/campaign setup`, with Ada and Ben on the roster; Ada has accepted.
    pub async fn set_up(when: &str) -> Self {
        Self::set_up_on(On::usual(), when).await
    }

    pub async fn set_up_on(on: On, when: &str) -> Self {
        let mut town = Self::on(on, when, |_| {}).await;
        town.set_up_here().await;
        town
    }

    pub async fn set_up_here(&mut self) {
        let channel = Opt::Channel(self.cmad.id());
        let answer = self
            .olga
            .slash(
                &self.cmad,
                "campaign setup",
                &[("channel", channel), ("timezone", Opt::Str("Europe/Berlin".into()))],
            )
            .await
            .settled()
            .await;
        assert!(answer.text().contains("2027"), "{}", answer.text());
        for manager in [&self.ada, &self.ben] {
            self.olga.slash(&self.cmad, "roster add", &[("member", Opt::User(manager.id()))]).await.settled().await;
        }
        self.settle().await;
        let invitation = self.ada.dms().pop().expect("Ada was asked");
        self.ada.click(&invitation, "Accept").await.settled().await;
        self.settle().await;
    }

    /// A channel that only the bot and these members see.
    pub fn closed_channel(&self, name: &str, members: &[&Member]) -> ChannelHandle {
        let everyone = OverwriteFor::Role(self.server.id());
        let mut overwrites = vec![Overwrite { whom: everyone, allow: 0, deny: permission::VIEW_CHANNEL }];
        for id in members.iter().map(|member| member.id()).chain([self.sim().bot_id()]) {
            let whom = OverwriteFor::Member(id);
            overwrites.push(Overwrite { whom, allow: permission::VIEW_CHANNEL, deny: 0 });
        }
        self.server.channel_with(name, &overwrites)
    }

    pub fn sim(&self) -> &Sim {
        &self.stage.sim
    }

    /// Every row of the database, as text.
    pub async fn rows(&self) -> String {
        self.database.rows().await
    }

    /// The same without leases, which count the beats of their process.
    pub async fn rows_without_leases(&self) -> String {
        self.rows().await.lines().filter(|row| !row.starts_with("leases:")).collect::<Vec<_>>().join("\n")
    }

    pub async fn advance_to(&mut self, when: &str) {
        self.stage.advance_to(at(when)).await.unwrap();
    }

    pub async fn advance_to_just_before(&mut self, when: &str) {
        self.stage.advance_to(at(when) - chrono::TimeDelta::seconds(1)).await.unwrap();
    }

    /// Restarts the bot with other settings.
    pub async fn restart_with(&mut self, change: impl FnOnce(&mut Config)) {
        self.stage.stop().await.unwrap();
        self.stage.configure(change);
        self.stage.start().await.unwrap();
    }

    /// Dispatches until the request with the fault hangs, kills the bot there, and clears the faults.
    pub async fn dies_sending(&mut self) {
        let faults = self.faults() + 1;
        tokio::select! {
            () = self.stage.bot().beat() => panic!("the request did not hang"),
            () = self.stage.sim.until_faults(faults) => {}
        }
        self.stage.kill().await;
        self.sim().clear_faults();
    }

    /// How many faults have happened.
    pub fn faults(&self) -> usize {
        let transcript = self.sim().transcript();
        transcript.iter().filter(|entry| matches!(entry.event, Event::FaultHappened { .. })).count()
    }

    /// How many scheduled events were created.
    pub fn events(&self) -> usize {
        let transcript = self.sim().transcript();
        transcript.iter().filter(|entry| matches!(entry.event, Event::ScheduledEvent { .. })).count()
    }

    pub async fn settle(&mut self) {
        self.stage.settle().await.unwrap();
    }

    /// `/thank` by a member for a manager, in the help channel.
    pub async fn thank(&mut self, who: &Member, manager: &Member, words: &str, more: &[(&str, &str)]) -> Interaction {
        let mut options = vec![("manager", Opt::User(manager.id())), ("message", Opt::Str(words.into()))];
        options.extend(more.iter().map(|(name, value)| (*name, Opt::Str((*value).into()))));
        let answer = who.slash(&self.cmad, "thank", &options).await.settled().await;
        self.settle().await;
        answer
    }

    /// The desk of a manager: `/cmad digest`.
    pub async fn desk(&self, who: &Member) -> Interaction {
        who.slash(&self.help, "cmad digest", &[]).await.settled().await
    }

    /// Erases a person by `/cmad privacy`. The text of the receipt.
    pub async fn erase(&mut self, who: &Member) -> String {
        let stored = who.slash(&self.help, "cmad privacy", &[]).await.settled().await;
        let sure = who.click(&stored, "Erase").await.settled().await;
        assert!(sure.text().contains("cannot be undone"), "{}", sure.text());
        let receipt = who.click(&sure, "Yes, erase everything").await.settled().await;
        self.settle().await;
        receipt.text()
    }

    /// The bot's posts that exist now, the oldest first: in the campaign's channel, and public words in the other one.
    pub fn posts(&self) -> Vec<MessageHandle> {
        let bot = self.sim().bot_id();
        // Questions are replies.
        let is_words = |message: &MessageHandle| message.json().get("message_reference").is_none();
        let words = self.help.messages().into_iter().filter(is_words);
        let all = self.cmad.messages().into_iter().chain(words);
        let mut posts: Vec<_> = all.filter(|message| message.author() == bot && message.exists()).collect();
        posts.sort_by_key(MessageHandle::id);
        posts
    }

    /// Ends a test: the simulator saw no forbidden request, nothing is left to do, and the bot took none of its own gateway
    /// sessions for another program's.
    pub async fn ends_well(mut self) {
        self.settle().await;
        self.sim().assert_clean();
        assert_eq!(self.stage.bot().sessions_elsewhere(), 0);
        self.stage.stop().await.unwrap();
    }
}

/// The values of all menus in an answer.
pub fn menu_values(answer: &Interaction) -> Vec<String> {
    fn collect(json: &serde_json::Value, values: &mut Vec<String>) {
        for option in json["options"].as_array().into_iter().flatten() {
            values.extend(option["value"].as_str().map(str::to_owned));
        }
        for child in json["components"].as_array().into_iter().flatten() {
            collect(child, values);
        }
    }
    let mut values = Vec::new();
    collect(&answer.json(), &mut values);
    collect(&answer.json()["data"], &mut values);
    values
}

/// The input of `/campaign setup` with only a channel and a time zone.
pub fn setup_of(guild: GuildId, channel: ChannelId, by: UserId) -> Setup {
    Setup {
        guild,
        name: "Somewhere".into(),
        channel,
        channel_name: "community".into(),
        zone: chrono_tz::Europe::Berlin,
        hour: None,
        manager_role: None,
        admin_channel: None,
        theme: None,
        posts: None,
        language: None,
        server_language: "en".into(),
        by,
    }
}

//! The bot cannot be used to write to strangers: who may mail, from how many people, and where a mail leads.

use std::sync::Arc;

use chrono::TimeDelta;
use discord_sim::{ChannelHandle, Member, NewMember, Opt};
use domain::ids::{GuildId, UserId};
use domain::mail::Sender;
use mail_parser::MessageParser;

use cmad::mail::{Memory, Smtp, Tls};
use cmad::rehearse::stage::StageMail;

use crate::mail::{BOSS, DIGEST, boss_set, copy, town_with};
use crate::smtp::Server;
use crate::town::{PERMISSIONS, Town, at};

const PUBLIC: &str = "https://cmad.example.org";

/// A town with a real mail server; `None` where there is none.
async fn town_with_server(server: &Option<Server>) -> Option<Town> {
    let from = "Thanks at Example <cmad@example.org>".parse().unwrap();
    let settings = Smtp { from, ..server.as_ref()?.settings() };
    Some(town_with(StageMail::Server(Box::new(settings)), PUBLIC).await)
}

/// Ben accepts his place and has words of two people.
async fn ben_is_thanked(town: &mut Town) -> Member {
    let (kim, lee, ben) = (town.kim.clone(), town.lee.clone(), town.ben.clone());
    town.thank(&kim, &ben, "You kept us safe.", &[("consent", "named")]).await;
    town.thank(&lee, &ben, "You kept me safe, too.", &[("consent", "named")]).await;
    let invitation = ben.dms().pop().unwrap();
    ben.click(&invitation, "Accept").await.settled().await;
    ben
}

fn mail_server() -> Option<Server> {
    Server::start(Tls::StartTls, "own", &["take"])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_needs_words_of_two_people_that_the_boss_may_read() {
    let server = mail_server();
    let Some(mut town) = town_with_server(&server).await else { return };
    let (kim, lee, mia, ben) = (town.kim.clone(), town.lee.clone(), town.mia.clone(), town.ben.clone());
    let invitation = ben.dms().pop().unwrap();
    ben.click(&invitation, "Accept").await.settled().await;
    // One person as often as they like, one who writes to Ben alone, and one without words.
    town.thank(&kim, &ben, "You kept us safe.", &[("consent", "named")]).await;
    town.thank(&kim, &ben, "You kept us safe again.", &[("consent", "named")]).await;
    town.thank(&mia, &ben, "Only for you.", &[("consent", "private")]).await;
    boss_set(&town, &ben, &[("email", BOSS.into()), ("copy", "always".into())]).await;
    town.advance_to(DIGEST).await;
    let digest = ben.dms().pop().unwrap();
    assert!(!digest.text().contains("24 hours"), "nothing goes by itself: {}", digest.text());
    assert!(digest.text().contains("at least two people") && !digest.json().to_string().contains("desk-copy"));
    let offers = async |town: &Town| town.desk(&ben).await.json().to_string().contains("desk-copy");
    assert!(!offers(&town).await);
    town.advance_to("2027-01-28 12:00 Europe/Berlin").await;
    // A member as the boss gets none either.
    ben.slash(&town.help, "cmad boss clear", &[]).await.settled().await;
    boss_set(&town, &ben, &[("member", Opt::User(town.rosa.id()))]).await;
    assert!(!offers(&town).await);

    // Another one writes: a preview is there. By the time it is sent, their words are hidden or gone.
    town.thank(&lee, &ben, "You kept me safe, too.", &[("consent", "named")]).await;
    boss_set(&town, &ben, &[("email", BOSS.into())]).await;
    let desk = town.desk(&ben).await;
    let preview = ben.click(&desk, "desk-copy:").await.settled().await;
    assert!(preview.text().contains("You kept me safe, too."), "{}", preview.text());
    town.erase(&lee).await;
    let refused = ben.click(&preview, "Yes, send it").await.settled().await;
    assert!(refused.text().contains("from at least two people"), "{}", refused.text());
    let refused = ben.click(&desk, "desk-copy:").await.settled().await;
    assert!(refused.text().contains("from at least two people"), "{}", refused.text());
    assert_eq!(refused.message().unwrap().files().len(), 5, "the files are there to forward");
    assert!(server.unwrap().mails().is_empty() && town.rosa.dms().is_empty());
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_that_waits_and_lost_its_second_giver_is_not_sent_and_its_manager_is_told() {
    let Some(later) = Server::start(Tls::StartTls, "own", &["later", "take"]) else { return };
    let mut town = town_with(StageMail::Server(Box::new(later.settings())), PUBLIC).await;
    let (ada, lee) = (town.ada.clone(), town.lee.clone());
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    copy(&mut town, &ada).await;
    town.erase(&lee).await;
    town.advance_to("2027-01-26 12:00 Europe/Berlin").await;
    assert!(later.mails().is_empty());
    let told = ada.dms().pop().unwrap().text();
    assert!(told.contains("It wasn’t sent") && told.contains("at least two people"), "{told}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_servers_that_the_operator_lists_send_mail() {
    let server = mail_server();
    let Some(mut town) = town_with_server(&server).await else { return };
    let server = server.unwrap();
    let (ada, own) = (town.ada.clone(), town.server.id());
    for others in [Vec::new(), vec![(own + 1).to_string()]] {
        town.restart_with(|config| config.mail.servers = others).await;
        let said = boss_set(&town, &ada, &[("email", BOSS.into())]).await;
        assert!(said.contains("hasn’t allowed email from this server"), "{said}");
        let boss = town.stage.bot().app().boss(GuildId(own), UserId(ada.id())).await.unwrap();
        assert!(boss.is_none(), "an address that nothing goes to is not kept");
    }
    town.restart_with(|config| config.mail.servers = vec![own.to_string()]).await;
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    town.restart_with(|config| config.mail.servers.clear()).await;
    let refused = ada.click(&town.desk(&ada).await, "desk-copy:").await.settled().await;
    assert!(refused.text().contains("hasn’t allowed email from this server"), "{}", refused.text());
    assert_eq!(refused.message().unwrap().files().len(), 5, "the files are there to forward");
    assert!(server.mails().is_empty());
    town.restart_with(|config| config.mail.servers = vec![own.to_string()]).await;
    copy(&mut town, &ada).await;
    assert_eq!(server.mails().len(), 1);
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_name_in_a_mail_or_on_a_page_leads_anywhere() {
    let server = mail_server();
    let Some(mut town) = town_with_server(&server).await else { return };
    let (kim, ada, olga, help) = (town.kim.clone(), town.ada.clone(), town.olga.clone(), town.help.clone());
    // What people type is refused, with the reason.
    for (name, text) in [
        ("title", "Pay at https://evil.example/now"),
        ("title", "evil.example"),
        ("team", "Accounts, billing@evil.example"),
        ("display_name", "@accounts"),
        ("display_name", "evil．example"),
    ] {
        let said = ada.slash(&help, "cmad profile", &[(name, text.into())]).await.settled().await.text();
        assert!(said.contains("has an address or an @ in it") && said.contains("Nothing was changed"), "{said}");
    }
    let title = [("member", Opt::User(ada.id())), ("title", "evil.example".into())];
    let said = olga.slash(&town.cmad, "roster add", &title).await.settled().await.text();
    assert!(said.contains("has an address or an @ in it"), "{said}");
    let setup = [
        ("channel", Opt::Channel(town.cmad.id())),
        ("timezone", "Europe/Berlin".into()),
        ("theme", "More at www.evil.example".into()),
    ];
    let said = olga.slash(&town.cmad, "campaign setup", &setup).await.settled().await.text();
    assert!(said.contains("has an address or an @ in it"), "{said}");
    // What Discord tells is shown without what would lead somewhere.
    town.server.rename("Accounts http://evil.example/pay @finance");
    kim.rename("kim@evil.example");
    ada.rename("Accounts Payable\nevil.example");
    town.thank(&kim, &ada, "Call +1 (555) 0123-456 by 2027-02-01.", &[("consent", "named")]).await;
    ada.slash(&help, "cmad profile", &[("link", "https://evil.example/me".into())]).await.settled().await;
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    let (preview, _) = copy(&mut town, &ada).await;
    assert!(!preview.contains("evil.example"), "{preview}");
    let (_, bytes) = server.as_ref().unwrap().mails().pop().expect("it arrived");
    let mail = MessageParser::default().parse(&bytes).unwrap();
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Thanks at Example"), Some("cmad@example.org")));
    for part in [mail.subject().unwrap(), &mail.body_text(0).unwrap(), &mail.body_html(0).unwrap()] {
        assert!(part.contains("Accounts Payable evil example"), "{part}");
        assert!(!part.contains("evil.example") && !part.contains('@'), "{part}");
    }
    // A phone number or a date in someone's words is no link in any mail program.
    for part in [mail.body_text(0).unwrap(), mail.body_html(0).unwrap()] {
        assert!(!part.contains("0123") && !part.contains("2027-02"), "{part}");
        let read = part.replace('\u{2060}', "").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(read.contains("Call +1 (555) 0123-456 by 2027-02-01."), "{read}");
    }
    assert!(mail.body_html(0).unwrap().contains("telephone=no, date=no, address=no"));
    let text = mail.body_text(0).unwrap().into_owned();
    assert!(text.contains("kim evil example") && text.contains("Accounts evil example pay finance"), "{text}");
    let pages: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix(PUBLIC)).collect();
    let page = pages.iter().find(|page| page.starts_with("/no-more/")).unwrap();
    let (_, _, page) = crate::web::get(town.stage.bot().http().unwrap(), page, "en").await;
    let page = page.split("<main").nth(1).unwrap();
    assert!(page.contains("Accounts Payable evil example of"), "{page}");
    assert!(!page.contains("evil.example") && !page.contains('@'), "{page}");
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sentence_with_an_address_does_not_go_by_mail() {
    let server = mail_server();
    let Some(mut town) = town_with_server(&server).await else { return };
    let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    town.advance_to(DIGEST).await;
    let written = async |town: &Town, words: &str| {
        let about = ada.click(&town.desk(&ada).await, "A sentence to my boss").await.settled().await;
        let label = if about.text().contains("```") { "Change it" } else { "Write it" };
        let form = ada.click(&about, label).await;
        form.submit(&[("sentence", words.into())]).await.settled().await
    };
    let refused = written(&town, "Your invoice: evil.example/pay today.").await;
    assert!(refused.text().contains("evil.example/pay looks like an address"), "{}", refused.text());
    assert!(refused.text().contains("Your invoice:") && !town.desk(&ada).await.text().contains("A sentence of yours"));
    let form = ada.click(&refused, "Change it").await;
    assert!(form.json().to_string().contains("Your invoice:"), "her words are there to be changed");
    // To a member it may go: they know the server. When it goes by mail after all, it is refused.
    ada.slash(&town.help, "cmad boss clear", &[]).await.settled().await;
    boss_set(&town, &ada, &[("member", Opt::User(rosa.id()))]).await;
    written(&town, "More at https://ada.example.").await;
    assert!(town.desk(&ada).await.text().contains("A sentence of yours"));
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    let refused = ada.click(&town.desk(&ada).await, "desk-copy:").await.settled().await;
    assert!(refused.text().contains("Your sentence contains an address"), "{}", refused.text());
    assert!(ada.click(&refused, "A sentence to my boss").await.settled().await.text().contains("ada.example"));
    assert!(server.as_ref().unwrap().mails().is_empty());
    written(&town, "I am proud of this.").await;
    copy(&mut town, &ada).await;
    assert_eq!((server.unwrap().mails().len(), rosa.dms().len()), (1, 0));
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_go_only_to_allowed_domains() {
    let server = mail_server();
    let Some(mut town) = town_with_server(&server).await else { return };
    let ada = town.ada.clone();
    boss_set(&town, &ada, &[("email", BOSS.into())]).await;
    let said = boss_set(&town, &ada, &[("reply_to", "accounts@evil.example".into())]).await;
    assert!(said.contains("hasn’t allowed email to **evil.example**"), "{said}");
    // One that was allowed when it was set, and is not any more.
    town.restart_with(|config| config.mail.allowed_domains.push("evil.example".into())).await;
    boss_set(&town, &ada, &[("reply_to", "accounts@evil.example".into())]).await;
    town.restart_with(|config| config.mail.allowed_domains.retain(|domain| domain == "example.com")).await;
    town.advance_to(DIGEST).await;
    let (preview, _) = copy(&mut town, &ada).await;
    assert!(preview.contains("no address of yours"), "{preview}");
    let (_, bytes) = server.unwrap().mails().pop().expect("it arrived");
    let mail = MessageParser::default().parse(&bytes).unwrap();
    assert!(mail.reply_to().is_none());
    assert!(mail.body_text(0).unwrap().contains("Please do not reply"), "{}", mail.body_text(0).unwrap());
    town.ends_well().await;
}

/// A second server, of people whom the operator does not know, with this many managers who were each thanked by two
/// people and have accepted. Its managers, and the channel.
async fn strangers(town: &mut Town, managers: usize) -> (Vec<Member>, ChannelHandle) {
    let sim = town.sim();
    let server = sim.server_owned_by("Elsewhere", "Eve");
    let (channel, eve) = (server.channel("general"), server.owner());
    let joined_ms = Some(at("2020-03-01 12:00 Europe/Berlin").timestamp_millis());
    let member = |name: &str| server.member_with(name, NewMember { joined_ms, ..NewMember::default() });
    let givers = [member("Puppet"), member("Another")];
    let managers: Vec<Member> = (1..=managers).map(|number| member(&format!("Manager {number}"))).collect();
    sim.invite_bot(&server, PERMISSIONS);
    town.settle().await;
    let setup = [("channel", Opt::Channel(channel.id())), ("timezone", Opt::Str("Europe/Berlin".into()))];
    eve.slash(&channel, "campaign setup", &setup).await.settled().await;
    for manager in &managers {
        eve.slash(&channel, "roster add", &[("member", Opt::User(manager.id()))]).await.settled().await;
        town.settle().await;
        manager.click(&manager.dms().pop().unwrap(), "Accept").await.settled().await;
        for giver in &givers {
            let thanks = [("manager", Opt::User(manager.id())), ("message", "Read this.".into())];
            giver.slash(&channel, "thank", &thanks).await.settled().await;
        }
    }
    town.settle().await;
    (managers, channel)
}

/// **Copy my boss** and **Yes, send it** in a channel. The text of the answer.
async fn send(town: &mut Town, who: &Member, channel: &ChannelHandle) -> String {
    let desk = who.slash(channel, "cmad digest", &[]).await.settled().await;
    let preview = who.click(&desk, "desk-copy:").await.settled().await;
    let answer = who.click(&preview, "Yes, send it").await.settled().await.text();
    town.settle().await;
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_reader_gets_five_copies_a_day_from_the_whole_installation() {
    let server = mail_server();
    let Some(mut town) = town_with_server(&server).await else { return };
    let server = server.unwrap();
    let (ada, help) = (town.ada.clone(), town.help.clone());
    let (managers, general) = strangers(&mut town, 5).await;
    let spelled =
        ["rosa.diaz@example.com", "Rosa.Diaz@EXAMPLE.com", "rosa.diaz+1@example.com", "rosa.diaz+x.y@example.com"];
    for (number, manager) in managers.iter().enumerate() {
        let email = [("email", Opt::Str(spelled[number % spelled.len()].into()))];
        manager.slash(&general, "cmad boss set", &email).await.settled().await;
    }
    boss_set(&town, &ada, &[("email", "ROSA.DIAZ+ada@example.com".into())]).await;
    town.advance_to(DIGEST).await;
    for manager in &managers {
        let answer = send(&mut town, manager, &general).await;
        assert!(answer.contains("On its way"), "{answer}");
    }
    assert_eq!(server.mails().len(), 5);
    // The sixth waits, and its manager is told until when; it can be stopped, and ordered again.
    let answer = send(&mut town, &ada, &help).await;
    let day = (at(DIGEST) + TimeDelta::hours(24)).timestamp();
    let until: Vec<String> = (day..day + 600).map(|at| format!("waits until <t:{at}:F>")).collect();
    assert!(until.iter().any(|until| answer.contains(until)), "{answer}");
    let desk = town.desk(&ada).await;
    assert!(desk.text().contains("waits until <t:"), "{}", desk.text());
    let stopped = ada.click(&desk, "Don’t send yet").await.settled().await;
    assert!(stopped.text().contains("Stopped"), "{}", stopped.text());
    let answer = send(&mut town, &ada, &help).await;
    assert!(answer.contains("waits until <t:"), "{answer}");
    town.advance_to_just_before("2027-01-27 09:00 Europe/Berlin").await;
    assert_eq!(server.mails().len(), 5);
    town.advance_to("2027-01-27 09:30 Europe/Berlin").await;
    let mails = server.mails();
    assert_eq!(mails.len(), 6);
    assert_eq!(mails[5].0["to"], serde_json::json!(["ROSA.DIAZ+ada@example.com"]));

    // One "no more" is for every spelling, in every server.
    let mail = MessageParser::default().parse(&mails[0].1).unwrap();
    let text = mail.body_text(0).unwrap();
    let pages: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix(PUBLIC)).collect();
    let page = pages.iter().find(|page| page.starts_with("/no-more/")).unwrap();
    let address = format!("http://{}{page}", town.stage.bot().http().unwrap());
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let form = ("content-type", "application/x-www-form-urlencoded");
    let said = client.post(address).header(form.0, form.1).body("scope=all").send().await.unwrap();
    assert_eq!(said.status(), 200);
    let lee = town.lee.clone();
    town.thank(&lee, &ada, "Late, but meant.", &[("consent", "named")]).await;
    for email in ["rosa.diaz+new@example.com", "Rosa.Diaz@example.com"] {
        boss_set(&town, &ada, &[("email", email.into())]).await;
        let refused = ada.click(&town.desk(&ada).await, "desk-copy:").await.settled().await;
        assert!(refused.text().contains("asked me to stop"), "{email}: {}", refused.text());
    }
    town.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_and_the_installation_have_their_limits_and_members_count_too() {
    let server = mail_server();
    for in_all in [false, true] {
        let Some(mut town) = town_with_server(&server).await else { return };
        town.restart_with(|config| {
            let limit = if in_all { &mut config.mail.per_day } else { &mut config.mail.per_server_per_day };
            *limit = 1;
        })
        .await;
        let (ada, rosa) = (town.ada.clone(), town.rosa.clone());
        let ben = ben_is_thanked(&mut town).await;
        boss_set(&town, &ada, &[("member", Opt::User(rosa.id()))]).await;
        boss_set(&town, &ben, &[("email", BOSS.into()), ("copy", "always".into())]).await;
        let before = server.as_ref().unwrap().mails().len();
        town.advance_to("2027-01-27 08:30 Europe/Berlin").await;
        copy(&mut town, &ada).await;
        assert_eq!(rosa.dms().len(), 1, "one to a member");
        // An automatic copy by mail waits, and its manager is told until when.
        town.advance_to("2027-01-27 10:00 Europe/Berlin").await;
        let told = ben.dms().pop().unwrap().text();
        let until = at("2027-01-28 08:30 Europe/Berlin").timestamp();
        let until: Vec<String> = (until..until + 60).map(|at| format!("waits until <t:{at}:F>")).collect();
        assert!(until.iter().any(|until| told.contains(until)), "{told}");
        town.advance_to_just_before("2027-01-28 08:30 Europe/Berlin").await;
        assert_eq!(server.as_ref().unwrap().mails().len(), before);
        town.advance_to("2027-01-28 08:35 Europe/Berlin").await;
        assert_eq!(server.as_ref().unwrap().mails().len(), before + 1);
        assert_eq!(ben.dms().iter().filter(|dm| dm.text().contains("waits until")).count(), 1, "told once");
        town.ends_well().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_erases_themselves_and_comes_back_has_no_more_copies_than_others() {
    let memory = Arc::new(Memory::new("cmad@example.org".parse::<Sender>().unwrap()));
    let mut town = town_with(StageMail::Memory(Arc::clone(&memory)), PUBLIC).await;
    let (kim, lee, ada) = (town.kim.clone(), town.lee.clone(), town.ada.clone());
    town.advance_to(DIGEST).await;
    let place = ada.dms().into_iter().find(|dm| dm.text().contains("Welcome to the roster")).unwrap();
    for copies in 1..=6 {
        if copies > 1 {
            town.erase(&ada).await;
            ada.click(&place, "Take me off the roster").await.settled().await;
            ada.click(&place, "Put me back on the roster").await.settled().await;
            for giver in [&kim, &lee] {
                town.thank(giver, &ada, &format!("Read this, {copies}."), &[("consent", "named")]).await;
            }
        }
        boss_set(&town, &ada, &[("email", BOSS.into())]).await;
        let preview = ada.click(&town.desk(&ada).await, "desk-copy:").await.settled().await;
        let answer = preview.click("Yes, send it").await.settled().await;
        town.settle().await;
        assert_eq!(answer.text().contains("waits until"), copies > 5, "{copies}: {}", answer.text());
    }
    assert_eq!(memory.sent().len(), 5, "five a day to one reader");
    town.ends_well().await;
}

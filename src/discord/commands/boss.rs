//! `/cmad boss`: the boss whom a manager copies, how copies are sent, and whether automatically. Only the manager sees
//! and sets it.

use crate::app::BossMail;
use crate::app::copies::state::{NoMail, Way};
use crate::discord::commands::copying;
use crate::discord::commands::shared::is_member;
use crate::discord::components::Message;
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::plain;
use crate::text::Lang;
use domain::mail::Address;
use domain::roster::CopyChoice;
use domain::server::Server;

/// What was given, checked.
struct BossOptions {
    email: Option<Address>,
    reply_to: Option<Address>,
    choice: Option<CopyChoice>,
}

/// `/cmad boss set`: the receipt says exactly what will happen.
pub(super) async fn set(bot: &Bot, interaction: &Interaction, server: &Server, options: &Options) -> Done {
    let (lang, user) = (interaction.lang, interaction.who.user);
    let member = options.person("member");
    let given = match read(bot, lang, server, options) {
        Ok(given) => given,
        Err(refused) => return Ok(Message::text(refused)),
    };
    if member.is_none() && given.email.is_none() && given.reply_to.is_none() && given.choice.is_none() {
        return Ok(Message::text(lang.say("boss-who")));
    }
    if bot.app.manager(server.guild, user).await?.is_none() {
        return Ok(Message::text(lang.say("not-a-manager")));
    }
    if let Some(boss) = &member
        && (boss.is_bot || boss.user == user)
    {
        let key = if boss.is_bot { "boss-is-bot" } else { "boss-is-you" };
        return Ok(Message::text(lang.with(key, &[("boss", plain(&boss.name).into())])));
    }
    // Discord lets people name any account; the bot sends no private message to someone who is not in the server.
    if let Some(boss) = &member
        && !is_member(bot, server, boss.user, boss.member_since).await?
    {
        return Ok(Message::text(lang.with("boss-not-here", &[("boss", plain(&boss.name).into())])));
    }
    let before = bot.app.boss(server.guild, user).await?.and_then(|boss| boss.mail);
    let mail = match (given.email, before) {
        (Some(to), before) => {
            let reply_to = given.reply_to.or_else(|| before.and_then(|before| before.reply_to));
            Some(BossMail { to, reply_to })
        }
        (None, Some(before)) if given.reply_to.is_some() => Some(BossMail { reply_to: given.reply_to, ..before }),
        // Where answers to nothing would go is not worth keeping.
        (None, None) if given.reply_to.is_some() => return Ok(Message::text(lang.say("boss-reply-alone"))),
        (None, _) => None,
    };
    if let Some(mail) = &mail {
        bot.app.set_boss_mail(server.guild, user, Some(mail)).await?;
    }
    let mut said = Vec::new();
    if let Some(boss) = &member {
        bot.app.set_boss(server.guild, user, Some(boss.user)).await?;
        said.push(lang.with("boss-set", &[("boss", plain(&boss.name).into())]));
    }
    if let Some(choice) = given.choice {
        bot.app.set_copy_choice(server.guild, user, choice).await?;
    }
    said.extend(ways(bot, interaction, server).await?);
    said.push(copying::choice_text(bot, lang, server.guild, user).await?);
    Ok(Message::text(said.join("\n")))
}

/// What was given, or why it is refused.
fn read(bot: &Bot, lang: Lang, server: &Server, options: &Options) -> Result<BossOptions, String> {
    let address = |name: &str| match options.text(name).map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => match text.parse::<Address>() {
            Ok(address) => Ok(Some(address)),
            Err(_) => Err(lang.with("boss-bad-address", &[("address", plain(text).into())])),
        },
    };
    let (email, reply_to) = (address("email")?, address("reply_to")?);
    for address in [&email, &reply_to].into_iter().flatten() {
        // An address that nothing can go to is not kept: there is no reason to.
        match bot.app.takes_mail_to(server.guild, address) {
            Ok(()) => {}
            Err(NoMail::Off) => return Err(lang.say("boss-mail-off")),
            Err(NoMail::Server) => return Err(lang.say("boss-mail-server")),
            Err(NoMail::Domain) => return Err(lang.with("boss-mail-domain", &[("domain", address.domain().into())])),
        }
    }
    Ok(BossOptions { email, reply_to, choice: options.text("copy").and_then(CopyChoice::from_name) })
}

/// What goes where, as it stands now.
async fn ways(bot: &Bot, interaction: &Interaction, server: &Server) -> Result<Vec<String>, Stop> {
    let lang = interaction.lang;
    let Some(boss) = bot.app.boss(server.guild, interaction.who.user).await? else {
        return Ok(vec![lang.say("boss-nobody")]);
    };
    let Some(mail) = &boss.mail else { return Ok(Vec::new()) };
    let from = bot.app.mail_comes_from().map(|from| plain(from.as_str())).unwrap_or_default();
    let mut said = vec![lang.with("boss-mail", &[("to", plain(mail.to.as_str()).into()), ("from", from.into())])];
    said.push(match &mail.reply_to {
        Some(reply_to) => lang.with("boss-mail-answers", &[("to", plain(reply_to.as_str()).into())]),
        None => lang.say("boss-mail-no-answers"),
    });
    if let Some(member) = boss.member {
        said.push(lang.with("boss-mail-and-member", &[("boss", format!("<@{member}>").into())]));
    }
    Ok(said)
}

/// What stands above the preview of a copy: which way it goes.
pub(super) fn copy_goes(bot: &Bot, lang: Lang, way: &Way) -> String {
    match way {
        Way::Member(member) => lang.with("copy-preview", &[("boss", format!("<@{member}>").into())]),
        Way::Mail(mail) => {
            let from = bot.app.mail_comes_from().map(|from| plain(from.as_str())).unwrap_or_default();
            lang.with("copy-preview-mail", &[("to", plain(mail.to.as_str()).into()), ("from", from.into())])
        }
    }
}

/// `/cmad boss clear`: no boss is named any more, neither as a member nor by an address.
pub(super) async fn clear(bot: &Bot, interaction: &Interaction, server: &Server) -> Done {
    let user = interaction.who.user;
    if bot.app.manager(server.guild, user).await?.is_none() {
        return Ok(Message::text(interaction.lang.say("not-a-manager")));
    }
    bot.app.set_boss(server.guild, user, None).await?;
    bot.app.set_boss_mail(server.guild, user, None).await?;
    // The choice about copies was made for the former boss, not for a new one.
    bot.app.set_copy_choice(server.guild, user, CopyChoice::Ask).await?;
    Ok(Message::text(interaction.lang.say("boss-cleared")))
}

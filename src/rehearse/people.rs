//! The people of a world on the simulated Discord: each act and each thank-you as clicks, commands, forms and messages.
//!
//! Buttons and menus are found by the prefix of their custom ids, because labels depend on the reader's language.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, bail, ensure};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use crate::discord::custom_id::PrivacyAction;
use crate::rehearse::desk;
use crate::rehearse::usable::{buttons, component, menu, press, press_first};
use crate::rehearse::world::{Act, Deed, PlaceAnswer, Thanks, Way, World};
use crate::store::Store;
use discord_sim::{
    AsMessage, ChannelHandle, FieldValue, Id, Interaction, Member, MessageHandle, NewMember, Opt, Overwrite,
    OverwriteFor, ReplyPing, RoleHandle, Sim, SimServer, permission,
};
use domain::calendar;
use domain::ids::GuildId;

/// The permissions of README.md's invitation link.
const BOT_MAY: u64 = permission::VIEW_CHANNEL
    | permission::SEND_MESSAGES
    | permission::SEND_MESSAGES_IN_THREADS
    | permission::ATTACH_FILES
    | permission::READ_MESSAGE_HISTORY
    | permission::ADD_REACTIONS
    | permission::CREATE_EVENTS;

/// The world on the simulated Discord.
pub(super) struct SimulatedWorld<'a> {
    world: &'a World,
    zone: Tz,
    sim: Sim,
    pub(super) server: SimServer,
    role: RoleHandle,
    channels: BTreeMap<&'a str, ChannelHandle>,
    members: BTreeMap<&'a str, Member>,
    messages: BTreeMap<&'a str, MessageHandle>,
    receipts: BTreeMap<&'a str, Interaction>,
    /// Each person's last message, for replies.
    said: BTreeMap<&'a str, MessageHandle>,
    /// What the bot answered to the last setup or addition to the roster.
    told: String,
}

/// What a person does once the bot has reacted to their message.
pub(super) enum FollowUp<'a> {
    /// Nothing.
    Done,
    /// Its author picks the recipient.
    Pick(&'a Thanks, MessageHandle),
    /// Its author chooses the consent.
    Answer(&'a Thanks),
}

impl<'a> SimulatedWorld<'a> {
    /// Creates the members, roles and channels. The bot is invited once it has started.
    pub(super) fn assemble(world: &'a World, day: NaiveDate, zone: Tz, sim: &Sim) -> anyhow::Result<Self> {
        let owner = world.members.iter().find(|person| person.id == world.owner).context("the world was checked")?;
        let server = sim.server_owned_by(&world.server, &owner.name);
        server.owner().set_locale(&owner.locale);
        if let Some(locale) = &world.locale {
            server.set_locale(locale);
        }
        let role = server.role(&world.manager_role, 0);
        let mut channels = BTreeMap::new();
        for channel in &world.channels {
            let (everyone, bot) = (OverwriteFor::Role(server.id()), OverwriteFor::Member(sim.bot_id()));
            let closed = [
                Overwrite { whom: everyone, allow: 0, deny: permission::VIEW_CHANNEL },
                Overwrite { whom: bot, allow: permission::VIEW_CHANNEL, deny: 0 },
            ];
            let made = if channel.private {
                server.channel_with(&channel.name, &closed)
            } else {
                server.channel(&channel.name)
            };
            channels.insert(channel.name.as_str(), made);
        }
        let mut members = BTreeMap::from([(world.owner.as_str(), server.owner())]);
        for person in world.members.iter().filter(|person| person.id != world.owner) {
            let joined = day.checked_add_signed(TimeDelta::days(person.joined.into())).context("no such day")?;
            let joined = calendar::instant_on(joined, NaiveTime::MIN, zone).timestamp_millis();
            let holds = world.managers.iter().any(|manager| manager.who == person.id && manager.role);
            let like = NewMember {
                joined_ms: Some(joined),
                account_ms: Some(joined),
                roles: if holds { vec![role.id()] } else { Vec::new() },
                locale: Some(person.locale.clone()),
                bot: person.bot,
                dms_closed: person.dms_closed,
                ..NewMember::default()
            };
            members.insert(person.id.as_str(), server.member_with(&person.name, like));
        }
        sim.invite_bot(&server, BOT_MAY);
        let (messages, receipts, said, told) = Default::default();
        Ok(Self { world, zone, sim: sim.clone(), server, role, channels, members, messages, receipts, said, told })
    }

    /// The channels that only the admins can see.
    pub(super) fn private_channels(&self) -> BTreeSet<Id> {
        let private = self.world.channels.iter().filter(|channel| channel.private);
        private.filter_map(|channel| self.channels.get(channel.name.as_str())).map(ChannelHandle::id).collect()
    }

    fn member(&self, id: &str) -> anyhow::Result<&Member> {
        self.members.get(id).with_context(|| format!("{id} is not in the world"))
    }

    fn channel(&self, name: Option<&str>) -> anyhow::Result<&ChannelHandle> {
        let name = name.unwrap_or(&self.world.campaign_channel);
        self.channels.get(name).with_context(|| format!("there is no channel {name}"))
    }

    /// Words with mentions filled in.
    fn resolved(&self, words: &str) -> String {
        let mut text = words.replace("@{bot}", &format!("<@{}>", self.sim.bot_id()));
        for (id, member) in &self.members {
            text = text.replace(&format!("@{{{id}}}"), &member.mention());
        }
        for (name, channel) in &self.channels {
            text = text.replace(&format!("#{{{name}}}"), &format!("<#{}>", channel.id()));
        }
        text
    }

    /// The campaign's latest post: the bot's last message with a button that names no manager. The button of a posted
    /// thank-you names its manager.
    fn post(&self) -> anyhow::Result<MessageHandle> {
        let is_post =
            |message: &MessageHandle| buttons(&message.json()).iter().any(|id| id.split('~').next() == Some("thank"));
        let found = self.channel(None)?.messages().into_iter().rev().find(is_post);
        found.context("the campaign has not posted anything with a button to thank")
    }

    fn message(&self, id: Option<&str>) -> anyhow::Result<MessageHandle> {
        let id = id.context("no message is named")?;
        if id == "post" {
            return self.post();
        }
        self.messages.get(id).cloned().with_context(|| format!("the message {id} was not written"))
    }

    /// The bot's last private message to the person with a button of this prefix.
    fn private(&self, who: &Member, prefix: &str) -> anyhow::Result<MessageHandle> {
        let found = who.dms().into_iter().rev().find(|message| component(&message.json(), prefix).is_some());
        found.with_context(|| format!("the bot has sent {} no private message with {prefix}…", who.name()))
    }

    /// Checks that a setup or an addition to the roster was not refused.
    pub(super) async fn took_effect(&self, act: &Act, store: &Store) -> anyhow::Result<()> {
        let guild = GuildId(self.server.id());
        let done = match act.what {
            Deed::Setup => store.server(guild).await?.is_some(),
            Deed::Roster => {
                let there = store.managers(guild).await?;
                let wanted = self.world.managers.iter().map(|manager| self.member(&manager.who));
                let wanted = wanted.collect::<anyhow::Result<Vec<_>>>()?;
                wanted.iter().all(|manager| there.iter().any(|one| one.user.0 == manager.id()))
            }
            _ => true,
        };
        ensure!(done, "it was refused: {}", self.told);
        Ok(())
    }

    /// Performs an act.
    pub(super) async fn act(&mut self, act: &'a Act) -> anyhow::Result<()> {
        let who = self.member(&act.who)?.clone();
        match act.what {
            Deed::Setup => self.told = self.set_up(&who).await?,
            Deed::Roster => self.told = self.roster(&who).await?,
            Deed::Slash => {
                let mut options = Vec::new();
                for (name, value) in &act.options {
                    options.push((name.as_str(), self.option(value)?));
                }
                let command = act.command.as_deref().unwrap_or_default();
                let answer = who.slash(self.channel(act.channel.as_deref())?, command, &options).await;
                ensure!(!answer.is_hidden(), "Discord does not show /{command} to {}", act.who);
                answer.settled().await;
            }
            Deed::AnswerPlace => {
                let manager = self.world.managers.iter().find(|manager| manager.who == act.who);
                let verb = match manager.context("not a manager of this world")?.answer {
                    PlaceAnswer::Accepts => "accept:",
                    PlaceAnswer::Declines => "decline:",
                };
                press(&who, &self.private(&who, verb)?, verb).await?;
            }
            Deed::Say => {
                let words = self.resolved(act.words.as_deref().unwrap_or_default());
                let message = who.say(self.channel(act.channel.as_deref())?, &words);
                self.messages.extend(act.id.as_deref().map(|id| (id, message.clone())));
                self.said.insert(&act.who, message);
            }
            Deed::React => who.react(&self.message(act.message.as_deref())?, act.emoji.as_deref().unwrap_or("💚")),
            Deed::Edit => {
                let words = self.resolved(act.words.as_deref().unwrap_or_default());
                who.edit(&self.message(act.message.as_deref())?, &words);
            }
            Deed::Save => {
                let answer = who.message_command("Save as #CMAD thanks", &self.message(act.message.as_deref())?).await;
                let answer = answer.settled().await;
                ensure!(is_receipt(&answer), "it was not saved: {}", answer.text());
            }
            Deed::Delete => who.delete(&self.message(act.message.as_deref())?),
            Deed::Consent => {
                let receipt = self.receipt(act)?;
                let wanted = format!(":{}", act.to.context("no consent is named")?);
                let button = buttons(&receipt.as_message().json())
                    .into_iter()
                    .find(|id| id.starts_with("receipt:") && id.ends_with(&wanted));
                press(&who, &receipt, &button.context("the receipt offers no such consent")?).await?;
            }
            Deed::Withdraw => press(&who, &self.receipt(act)?, "withdraw:").await.map(drop)?,
            Deed::Pin
            | Deed::Hide
            | Deed::Shorten
            | Deed::Picture
            | Deed::Sentence
            | Deed::Elsewhere
            | Deed::Files
            | Deed::Left
            | Deed::Answer => {
                let digest = self.private(&who, "desk-keep:")?;
                desk::act(&who, &digest, act).await?;
            }
            Deed::BossReplies => {
                let form = press_first(&who, &self.private(&who, "boss-reply:")?, "boss-reply:").await?;
                let words = self.resolved(act.words.as_deref().unwrap_or_default());
                let fields = [("words", FieldValue::from(words.as_str())), ("may", FieldValue::value("yes"))];
                form.submit(&fields).await.settled().await;
            }
            Deed::PostReply => desk::post_reply(&who).await?,
            Deed::HideThanks => self.moderate(&who, act, "campaign hide", "hide-thanks").await?,
            Deed::RestoreThanks => self.moderate(&who, act, "campaign restore", "restore-thanks").await?,
            Deed::DeclineNomination => {
                let channel = self.channel(act.channel.as_deref())?;
                let list = who.slash(channel, "roster nominations", &[]).await.settled().await;
                let form = press_first(&who, &list, "nomination-decline:").await?;
                let words = self.resolved(act.words.as_deref().unwrap_or_default());
                form.submit(&[("answer", FieldValue::from(words.as_str()))]).await.settled().await;
            }
            Deed::Scorecard => {
                let sheet =
                    who.slash(self.channel(act.channel.as_deref())?, "cmad scorecard", &[]).await.settled().await;
                let (menu, offered) =
                    menu(&sheet.as_message().json(), "scorecard:").context("there is nothing to tick")?;
                let values: Vec<&str> = offered.iter().map(String::as_str).take(4).collect();
                who.select(&sheet, &menu, &values).await.settled().await;
            }
            Deed::CopyBoss => {
                let preview = press(&who, &self.private(&who, "desk-copy:")?, "desk-copy:").await?;
                press(&who, &preview, "desk-copy-now:").await?;
            }
            Deed::Keep => press(&who, &self.private(&who, "desk-keep:")?, "desk-keep:").await.map(drop)?,
            Deed::NoMore => press(&who, &self.private(&who, "no-more:")?, "no-more:").await.map(drop)?,
            Deed::Export => {
                let held = self.privacy(&who, act).await?;
                press(&who, &held, &String::from(PrivacyAction::Export)).await?;
            }
            Deed::Erase => {
                let sure = press(&who, &self.privacy(&who, act).await?, "erase-me").await?;
                press(&who, &sure, "erase-me-now").await?;
            }
            Deed::Dms => who.set_dms_closed(act.open == Some(false)),
            Deed::Leave => who.leave(),
            Deed::PowerFails | Deed::PowerReturns => bail!("that happens to the bot and not to a person"),
        }
        Ok(())
    }

    /// Picks the first option of a menu.
    async fn moderate(&self, who: &Member, act: &Act, command: &str, prefix: &str) -> anyhow::Result<()> {
        let list = who.slash(self.channel(act.channel.as_deref())?, command, &[]).await.settled().await;
        let (menu, offered) = menu(&list.as_message().json(), prefix).context("there is nothing to pick from")?;
        let first = offered.first().context("there is nothing to pick")?;
        who.select(&list, &menu, &[first]).await.settled().await;
        Ok(())
    }

    async fn privacy(&self, who: &Member, act: &Act) -> anyhow::Result<Interaction> {
        Ok(who.slash(self.channel(act.channel.as_deref())?, "cmad privacy", &[]).await.settled().await)
    }

    fn receipt(&self, act: &Act) -> anyhow::Result<Interaction> {
        let id = act.thanks.as_deref().context("no thanks is named")?;
        self.receipts.get(id).cloned().with_context(|| format!("{id} has no receipt"))
    }

    fn option(&self, value: &toml::Value) -> anyhow::Result<Opt> {
        Ok(match value {
            toml::Value::Boolean(yes) => Opt::Bool(*yes),
            toml::Value::Integer(number) => Opt::Int(*number),
            toml::Value::String(text) => match (text.strip_prefix('@'), text.strip_prefix("message:")) {
                (Some(person), _) => Opt::User(self.member(person)?.id()),
                (_, Some(message)) => Opt::Str(self.message(Some(message))?.link()),
                _ => match text.strip_prefix('#') {
                    Some(channel) => Opt::Channel(self.channel(Some(channel))?.id()),
                    None => Opt::Str(text.clone()),
                },
            },
            other => bail!("an option cannot be {other}"),
        })
    }

    async fn set_up(&self, who: &Member) -> anyhow::Result<String> {
        let admins = self.channel(Some(&self.world.admin_channel))?;
        let campaign = self.channel(None)?;
        // People search for a time zone by city.
        let city = self.zone.name().rsplit('/').next().unwrap_or("UTC");
        let typed: String = city.chars().take(4).collect();
        let so_far = [("channel", Opt::Channel(campaign.id()))];
        who.autocomplete(admins, "campaign setup", &so_far, ("timezone", &typed)).await;
        let mut options = vec![
            ("channel", Opt::Channel(campaign.id())),
            ("timezone", Opt::Str(self.zone.name().into())),
            ("manager_role", Opt::Role(self.role.id())),
            ("admin_channel", Opt::Channel(admins.id())),
        ];
        options.extend(self.world.theme.as_deref().map(|theme| ("theme", Opt::Str(theme.into()))));
        let answer = who.slash(admins, "campaign setup", &options).await;
        ensure!(!answer.is_hidden(), "Discord does not show /campaign setup to the owner");
        Ok(answer.settled().await.text())
    }

    async fn roster(&self, who: &Member) -> anyhow::Result<String> {
        let mut told = String::new();
        let admins = self.channel(Some(&self.world.admin_channel))?;
        for manager in &self.world.managers {
            let mut options = vec![("member", Opt::User(self.member(&manager.who)?.id()))];
            options.extend(manager.title.as_deref().map(|title| ("title", Opt::Str(title.into()))));
            options.extend(manager.team.as_deref().map(|team| ("team", Opt::Str(team.into()))));
            told = who.slash(admins, "roster add", &options).await.settled().await.text();
        }
        Ok(told)
    }

    /// A member thanks. [`SimulatedWorld::then`] does what follows once the bot has received it.
    pub(super) async fn thank(&mut self, thanks: &'a Thanks) -> anyhow::Result<FollowUp<'a>> {
        let who = self.member(&thanks.who)?.clone();
        let to = self.member(&thanks.to)?.clone();
        let channel = self.channel(thanks.channel.as_deref())?.clone();
        if thanks.by.is_found() {
            let words = self.resolved(&thanks.words);
            let message = match thanks.by {
                Way::Reply => who.reply(&self.post()?, &words, ReplyPing::On),
                Way::HashtagReply => {
                    let before = self.said.get(thanks.to.as_str()).context("there is nothing to reply to")?;
                    who.reply(before, &words, ReplyPing::On)
                }
                _ => who.say(&channel, &words),
            };
            self.messages.extend(thanks.id.as_deref().map(|id| (id, message.clone())));
            return Ok(match (thanks.by, thanks.answers) {
                (Way::HashtagOpen, _) => FollowUp::Pick(thanks, message),
                (_, Some(_)) => FollowUp::Answer(thanks),
                (_, None) => FollowUp::Done,
            });
        }
        let mut whom = vec![to.id()];
        if let Some(other) = &thanks.and {
            whom.push(self.member(other)?.id());
        }
        let whom = FieldValue::Ids(whom);
        let answer = match thanks.by {
            Way::Slash => {
                let mut options = vec![("manager", Opt::User(to.id())), ("message", Opt::Str(thanks.words.clone()))];
                options.extend(thanks.relation.map(|one| ("relation", Opt::Str(one.name().into()))));
                options.extend(thanks.what_for.map(|one| ("for", Opt::Str(one.name().into()))));
                options.extend(thanks.consent.map(|one| ("consent", Opt::Str(one.name().into()))));
                who.slash(&channel, "thank", &options).await
            }
            Way::Form => {
                let form = who.slash(&channel, "thank", &[("manager", Opt::User(to.id()))]).await;
                fill(&form, thanks, Some(whom), Some(&thanks.words)).await
            }
            Way::RightClick => {
                let form = who.user_command(&channel, "Thank for #CMAD", &to).await;
                fill(&form, thanks, Some(whom), Some(&thanks.words)).await
            }
            Way::Everyone => {
                let form = press_first(&who, &self.post()?, "thank-all").await?;
                fill(&form, thanks, None, Some(&thanks.words)).await
            }
            _ => {
                let form = press_first(&who, &self.post()?, "thank").await?;
                fill(&form, thanks, Some(whom), Some(&thanks.words)).await
            }
        };
        let answer = answer.settled().await;
        let taken = is_receipt(&answer);
        ensure!(taken != thanks.refused, "it was {}: {}", if taken { "taken" } else { "refused" }, answer.text());
        let last = match thanks.try_again.as_deref() {
            Some(other) => {
                let other = self.member(other)?.clone();
                let form = press(&who, &answer, "try-again").await?;
                // Try again opens the form with the words still in it.
                fill(&form, thanks, Some(FieldValue::from(&other)), None).await.settled().await
            }
            None => answer,
        };
        self.receipts.extend(thanks.id.as_deref().map(|id| (id, last)));
        Ok(FollowUp::Done)
    }

    /// The giver's next step once the bot has asked. Returns the step after it.
    pub(super) async fn then(&mut self, then: FollowUp<'a>) -> anyhow::Result<FollowUp<'a>> {
        let (FollowUp::Pick(thanks, _) | FollowUp::Answer(thanks)) = &then else { return Ok(FollowUp::Done) };
        let who = self.member(&thanks.who)?.clone();
        if let FollowUp::Pick(thanks, message) = &then {
            let question = self.asked(message.channel_id(), &format!("whom:{}:", who.id()))?;
            let picker = press(&who, &question, "whom:").await?;
            let (menu, _) = menu(&picker.as_message().json(), "whom-picked:").context("there is no picker")?;
            let to = self.member(&thanks.to)?.id().to_string();
            who.select(&picker, &menu, &[&to]).await.settled().await;
            return Ok(if thanks.answers.is_some() { FollowUp::Answer(thanks) } else { FollowUp::Done });
        }
        let wanted = thanks.answers.context("nothing is answered")?;
        let found = self.world.channels.iter().find_map(|channel| {
            let id = self.channels.get(channel.name.as_str())?.id();
            self.asked(id, &format!("found:{}", who.id())).ok()
        });
        let choices = press(&who, &found.context("the bot did not ask about the words it found")?, "found:").await?;
        press(&who, &choices, &format!("found-consent:{wanted}")).await?;
        Ok(FollowUp::Done)
    }

    /// The bot's last message in a channel with a button of this prefix.
    fn asked(&self, channel: Id, prefix: &str) -> anyhow::Result<MessageHandle> {
        let place = self.channels.values().find(|one| one.id() == channel).context("there is no such channel")?;
        let found = place.messages().into_iter().rev().find(|message| component(&message.json(), prefix).is_some());
        found.with_context(|| format!("the bot did not ask anything with {prefix}…"))
    }
}

/// Whether an answer is the receipt of one thank-you or of several.
fn is_receipt(answer: &Interaction) -> bool {
    let drawn = answer.as_message().json();
    ["withdraw:", "withdraw-all:"].iter().any(|prefix| component(&drawn, prefix).is_some())
}

/// Fills in the form and submits it; without words, keeps its present ones. The form for everyone asks for no managers.
async fn fill(form: &Interaction, thanks: &Thanks, whom: Option<FieldValue>, words: Option<&str>) -> Interaction {
    let mut fields: Vec<_> = whom.map(|whom| ("manager", whom)).into_iter().collect();
    fields.extend(words.map(|words| ("words", FieldValue::from(words))));
    fields.extend(thanks.relation.map(|one| ("relation", FieldValue::value(one.name()))));
    fields.extend(thanks.what_for.map(|one| ("for", FieldValue::value(one.name()))));
    fields.extend(thanks.consent.map(|one| ("consent", FieldValue::value(one.name()))));
    form.submit(&fields).await
}

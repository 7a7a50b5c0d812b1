//! Messages in channels: thanks found in them, edits and deletions, and the events that the bot needs.

mod lookup;
mod unasked;
mod why;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::app::asking::{Asked, Members};
use crate::app::roster::Person;
use crate::app::thanking::{Decision, Offer, Verdict};
use crate::app::{App, Result};
use crate::store::thanks::Change;
use domain::away::{Contents, OVERLAP};
use domain::campaign::Campaign;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::reading::{Reading, Sign};
use domain::server::Server;
use domain::thanks::rules::Judgement;
use domain::thanks::{Consent, Door, Thanks, ThanksState};

pub use unasked::OpenQuestions;
pub use why::Why;

/// A message that a person wrote in a channel.
#[derive(Clone, Debug)]
pub struct ChannelMessage {
    /// The server.
    pub guild: GuildId,
    /// The channel.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
    /// Its author.
    pub author: Person,
    /// Its text, verbatim.
    pub content: String,
    /// The people it mentions.
    pub mentioned: Vec<Person>,
    /// The message it replies to.
    pub replies_to: Option<RepliedTo>,
    /// When it was written.
    pub said_at: DateTime<Utc>,
}

/// The message that another replies to.
#[derive(Clone, Debug)]
pub struct RepliedTo {
    /// Its author.
    pub author: Person,
    /// The message.
    pub message: MessageId,
    /// Whether the reply pings its author.
    pub pings: bool,
}

/// The events that the bot needs; all others are dropped unread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NeededEvents {
    /// The servers with an open window, and whether their hashtag is on.
    pub guilds: BTreeMap<GuildId, Hashtag>,
    /// Messages whose edits and deletions matter.
    pub messages: BTreeSet<MessageId>,
    /// The bot's own posts: a reply to one of them may be a thank-you.
    pub posts: BTreeSet<MessageId>,
    /// The channels of campaigns, whose names matter at any time.
    pub channels: BTreeSet<ChannelId>,
    /// The next time this changes by itself, because a window opens or closes.
    pub until: Option<DateTime<Utc>>,
}

/// Whether a server's hashtag counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hashtag {
    /// It counts.
    On,
    /// Only mentions of the bot and replies to its posts count.
    Off,
}

impl App {
    /// The events that the bot needs now.
    pub async fn needed_events(&self) -> Result<NeededEvents> {
        let now = self.now();
        let mut wanted = NeededEvents::default();
        for (guild, hashtag) in self.store().open_windows(now).await? {
            wanted.guilds.insert(guild, if hashtag { Hashtag::On } else { Hashtag::Off });
        }
        if !wanted.guilds.is_empty() {
            wanted.messages = self.store().watched_messages().await?.into_iter().collect();
            wanted.posts = self.store().campaign_posts().await?.into_iter().collect();
        }
        wanted.channels = self.store().campaign_channels().await?.into_iter().collect();
        wanted.until = self.store().next_window_change(now).await?;
        Ok(wanted)
    }

    /// Signals whenever [`App::needed_events`] may have changed.
    #[must_use]
    pub fn needed_events_changes(&self) -> tokio::sync::watch::Receiver<u64> {
        self.parts.subscriptions.subscribe()
    }

    /// Handles a message: stores thanks, asks if the recipient is unclear, and forgets everything else.
    ///
    /// # Errors
    /// The database failed; the message is handled when it is found again.
    pub async fn receive_message(&self, said: ChannelMessage, bot: UserId, cmad_channels: &[ChannelId]) -> Result<()> {
        // By its own time: a message that was delayed on its way still counts.
        let since = said.said_at.min(self.now());
        let Some((server, campaign)) = self.collecting_server(said.guild, since).await? else { return Ok(()) };
        let by = (bot, cmad_channels);
        match self.receive_in(&server, &campaign, said, by, &mut Members::new()).await? {
            Ok(()) => Ok(()),
            Err(_) => self.find_later(server.guild, campaign.year, since - OVERLAP).await,
        }
    }

    /// Handles a message that was written while the campaign's window was open.
    pub(super) async fn receive_in(
        &self,
        server: &Server,
        campaign: &Campaign,
        mut said: ChannelMessage,
        by: (UserId, &[ChannelId]),
        members: &mut Members,
    ) -> Result<Asked<()>> {
        if self.store().not_collected(said.guild, said.author.user, said.message).await?.is_some() {
            return Ok(Ok(()));
        }
        match self.read(server, &mut said, by, members).await? {
            Ok(Reading::Nothing) => {}
            Ok(Reading::Unclear { by, .. }) => self.ask_whom(&said, by).await?,
            Ok(Reading::Thanks { by, recipients, words }) => {
                self.take_found(server, campaign, said, (by, recipients, words)).await?;
            }
            Err(later) => return Ok(Err(later)),
        }
        Ok(Ok(()))
    }

    /// The server, and the campaign whose window was open at that instant.
    async fn collecting_server(&self, guild: GuildId, when: DateTime<Utc>) -> Result<Option<(Server, Campaign)>> {
        let now = self.now();
        let Some(server) = self.server(guild).await? else { return Ok(None) };
        let campaign = self.current_campaign(&server, now).await?;
        Ok(campaign.is_open(when).then_some((server, campaign)))
    }

    async fn ask_whom(&self, said: &ChannelMessage, by: Sign) -> Result<()> {
        if said.author.is_bot {
            return Ok(());
        }
        self.keep_judgement(said, Some(by), &Judgement::Asked).await
    }

    /// Stores the thanks in a message, and the decision about it. Returns who is thanked.
    async fn take_found(
        &self,
        server: &Server,
        campaign: &Campaign,
        said: ChannelMessage,
        (by, recipients, words): (Sign, Vec<UserId>, String),
    ) -> Result<Vec<UserId>> {
        let offer = offer(&said, by, &recipients, words);
        let verdicts = self.take_found_offer(server, campaign, offer, Decision::Kept).await?;
        self.wake_subscriptions();
        self.wake_dispatch();
        let thanked = verdicts.into_iter().filter_map(|verdict| match verdict {
            Verdict::Thanked { manager, .. } => Some(manager.user),
            Verdict::Refused { .. } => None,
        });
        Ok(thanked.collect())
    }

    /// Stores thanks from a public message. With them follow the bot's reaction, and the question to their author how
    /// their words may be shown, unless they answered it in this campaign.
    async fn take_found_offer(
        &self,
        server: &Server,
        campaign: &Campaign,
        offer: Offer,
        decision: Decision,
    ) -> Result<Vec<Verdict>> {
        let (guild, year, giver) = (server.guild, campaign.year, offer.giver.user);
        let answered = self.store().answered_for_found(guild, year, giver).await?;
        let consent = answered.unwrap_or(Consent::NotAsked);
        let answer = self.take_offer_of(server, offer, consent, decision).await?;
        Ok(answer.verdicts)
    }

    /// The author of an unclear message names the recipients. The words are those of the message as it is now.
    pub async fn name_recipients(
        &self,
        said: ChannelMessage,
        to: Vec<Person>,
        bot: UserId,
    ) -> Result<Option<Vec<Verdict>>> {
        let Some((server, campaign)) = self.collecting_server(said.guild, self.now()).await? else { return Ok(None) };
        let recipients: Vec<UserId> = to.iter().map(|person| person.user).collect();
        // They were asked because the sign counts where they wrote it.
        let (by, words) = match self.read_as(&said, bot, &[], server.hashtag).await? {
            Reading::Unclear { by, words, .. } | Reading::Thanks { by, words, .. } => (by, words),
            Reading::Nothing => (Sign::Hashtag, said.content.clone()),
        };
        let offer = offer(&ChannelMessage { mentioned: to, ..said.clone() }, by, &recipients, words);
        let verdicts = self.take_found_offer(&server, &campaign, offer, Decision::NotKept).await?;
        let mut thanked = Vec::new();
        for verdict in &verdicts {
            if let Verdict::Thanked { manager, .. } = verdict {
                thanked.push(manager.user);
            }
        }
        if !thanked.is_empty() {
            self.keep_judgement(&said, Some(by), &Judgement::Judged { thanked, refused: Vec::new() }).await?;
        }
        Ok(Some(verdicts))
    }

    /// Handles an edit: until close, the thanks follow the message. Thanks that the author withdrew stay withdrawn;
    /// thanks that an earlier edit removed can return.
    pub async fn receive_edit(
        &self,
        said: ChannelMessage,
        bot: UserId,
        cmad_channels: &[ChannelId],
        contents: Contents,
    ) -> Result<()> {
        let Some((server, campaign)) = self.collecting_server(said.guild, self.now()).await? else { return Ok(()) };
        if said.content.is_empty() && (contents == Contents::Withheld || !self.any_hashtag_counts().await?) {
            // Discord does not send the text. That is no reason to remove anything.
            return Ok(());
        }
        let by = (bot, cmad_channels);
        match self.receive_edit_in(&server, &campaign, said, by, &mut Members::new()).await? {
            Ok(()) => Ok(()),
            Err(_) => self.find_later(server.guild, campaign.year, self.now() - OVERLAP).await,
        }
    }

    /// Handles the present text of a message in a campaign.
    pub(super) async fn receive_edit_in(
        &self,
        server: &Server,
        campaign: &Campaign,
        mut said: ChannelMessage,
        by: (UserId, &[ChannelId]),
        members: &mut Members,
    ) -> Result<Asked<()>> {
        let mut known = self.store().thanks_of_message(said.message).await?;
        known.retain(|stored| stored.giver == said.author.user);
        let bar = self.store().not_collected(said.guild, said.author.user, said.message).await?;
        // What was kept with their consent follows its message, even if nothing new is looked for.
        if bar.is_some() && known.is_empty() {
            return Ok(Ok(()));
        }
        let finds_more = bar.is_none();
        let before = self.judgement(said.guild, said.message).await?;
        // Thanks that were found stay when the hashtag is switched off, so it still counts here; it only finds no new
        // recipients.
        let by_hashtag = known.iter().any(|stored| stored.door == Door::Hashtag);
        let as_found = Server { hashtag: server.hashtag || by_hashtag, ..server.clone() };
        let reading = match self.read(&as_found, &mut said, by, members).await? {
            Ok(reading) => reading,
            Err(later) => return Ok(Err(later)),
        };
        let (message, content) = (said.message, said.content.clone());
        let managers = || known.iter().map(|stored| stored.manager).collect::<Vec<_>>();
        let (recipients, words, thanked) = match reading {
            Reading::Thanks { by, recipients, words } if finds_more && (server.hashtag || by != Sign::Hashtag) => {
                let read = (by, recipients.clone(), words.clone());
                (recipients, words, self.take_found(server, campaign, said, read).await?)
            }
            Reading::Thanks { recipients, words, .. } => (recipients, words, Vec::new()),
            // The sign is still there, and its author named the recipients earlier.
            Reading::Unclear { words, .. } if !known.is_empty() => (managers(), words, Vec::new()),
            Reading::Unclear { by, .. } => return self.ask_whom(&said, by).await.map(Ok),
            Reading::Nothing => {
                if !known.is_empty() {
                    let no_one = Judgement::Judged { thanked: Vec::new(), refused: Vec::new() };
                    self.keep_judgement(&said, None, &no_one).await?;
                }
                (Vec::new(), String::new(), Vec::new())
            }
        };
        let counted_before =
            |manager| !matches!(&before, Some(Judgement::Judged { thanked, .. }) if !thanked.contains(&manager));
        let now = self.now();
        for stored in &known {
            let (id, manager) = (stored.id, stored.manager);
            // Saved by its author instead of found: keeps its recipient, with the new words.
            let saved = stored.door == Door::Saved;
            if saved && content.trim().is_empty() {
                continue;
            }
            let words = if saved && words.is_empty() { &content } else { &words };
            if saved || recipients.contains(&manager) {
                self.store().change_thanks(id, &Change::Words(words.clone()), now).await?;
                if thanked.contains(&manager) && !counted_before(manager) {
                    self.change_state(stored, ThanksState::counted_again, now).await?;
                }
            } else {
                // What no longer stands in the message is not kept either.
                self.store().change_thanks(id, &Change::TakenOut(stored.state.withdrawn()), now).await?;
            }
        }
        if before == Some(Judgement::Asked) {
            self.store().settle_unclear(server.guild, message, now).await?;
        }
        self.wake_dispatch();
        Ok(Ok(()))
    }

    /// Withdraws or restores a thank-you, if that changes its state.
    async fn change_state(
        &self,
        stored: &Thanks,
        to: impl Fn(ThanksState) -> ThanksState + Send,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let state = to(stored.state);
        if state != stored.state {
            self.store().change_thanks(stored.id, &Change::State(state), now).await?;
        }
        Ok(())
    }

    async fn any_hashtag_counts(&self) -> Result<bool> {
        Ok(self.store().open_windows(self.now()).await?.iter().any(|(_, hashtag)| *hashtag))
    }

    /// The decision about a message, if there is one.
    pub(super) async fn judgement(&self, guild: GuildId, message: MessageId) -> Result<Option<Judgement>> {
        Ok(self.store().judgement(guild, message).await?.and_then(|(_, judgement)| judgement))
    }

    /// Handles deleted messages: until close, the words that came from them go with them.
    pub async fn receive_deletion(&self, guild: GuildId, messages: &[MessageId]) -> Result<()> {
        match self.collecting_server(guild, self.now()).await? {
            Some((server, _)) => self.receive_deletion_in(&server, messages).await,
            None => Ok(()),
        }
    }

    /// Handles deleted messages of a campaign.
    pub(super) async fn receive_deletion_in(&self, server: &Server, messages: &[MessageId]) -> Result<()> {
        let (now, guild) = (self.now(), server.guild);
        for message in messages {
            self.store().note_message_gone(guild, *message, now).await?;
        }
        self.wake_dispatch();
        Ok(())
    }

    async fn keep_judgement(&self, said: &ChannelMessage, by: Option<Sign>, judgement: &Judgement) -> Result<()> {
        let (place, author) = ((said.channel, said.message), (said.author.user, by.map(door)));
        self.store().keep_judgement(said.guild, place, author, judgement, self.now()).await?;
        self.wake_subscriptions();
        self.wake_dispatch();
        Ok(())
    }
}

/// The door by which a message with this sign comes in.
const fn door(by: Sign) -> Door {
    match by {
        Sign::Hashtag => Door::Hashtag,
        Sign::Mention | Sign::CampaignReply => Door::Mention,
    }
}

fn offer(said: &ChannelMessage, by: Sign, recipients: &[UserId], words: String) -> Offer {
    let known = |user: &UserId| {
        let replied = said.replies_to.iter().map(|replied| &replied.author);
        said.mentioned.iter().chain(replied).find(|person| person.user == *user).cloned()
    };
    Offer {
        guild: said.guild,
        giver: said.author.clone(),
        to: recipients.iter().filter_map(known).collect(),
        words,
        relation: None,
        what_for: None,
        consent: None,
        door: door(by),
        source: said.message.0,
        message: Some((said.channel, said.message)),
        post_in: None,
        said_at: said.said_at,
    }
}

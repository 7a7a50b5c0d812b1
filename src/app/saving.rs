//! **Save as #CMAD thanks**: an author's own message is saved at once; of another person's message, only ids are stored
//! until its author agrees.

use crate::app::listening::ChannelMessage;
use crate::app::roster::Person;
use crate::app::thanking::{Offer, OfferOutcome, Verdict};
use crate::app::{App, Result};
use crate::store::saves::{AskedSave, SaveAnswer, SaveAsked};
use crate::store::thanks::Change;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::reading::Reading;
use domain::roster::RosterStatus;
use domain::send::Task;
use domain::server::Server;
use domain::thanks::rules::Refusal;
use domain::thanks::{Consent, Door};

/// The result of saving one's own message.
#[derive(Clone, Debug)]
pub enum SaveOutcome {
    /// Thanks were offered to each person named in it.
    Taken(Box<OfferOutcome>),
    /// It names no one on the roster, so its author is asked whom they mean.
    Whom,
    /// It has no words, or the bot may not read them.
    NoWords,
    /// It cannot be saved.
    Refused(Refusal),
}

/// The result of asking to save another person's message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskToSaveOutcome {
    /// Its author is asked.
    Asked,
    /// Its author is asked in `/cmad mine`, because other questions are open.
    AskedInMine,
    /// Its author was asked before, for this person or another.
    AskedBefore,
    /// It counts already.
    Counts,
    /// Its author wants no more such questions in this campaign.
    NoQuestions,
    /// The author cannot be asked.
    Refused(Refusal),
}

impl App {
    /// An author saves their own message. `to` are the people they picked; if `None`, everyone on the roster whom the
    /// message mentions or replies to.
    pub async fn save_own(
        &self,
        said: ChannelMessage,
        to: Option<Vec<Person>>,
        consent: Option<Consent>,
        bot: UserId,
    ) -> Result<SaveOutcome> {
        let Some(server) = self.server(said.guild).await? else { return Ok(SaveOutcome::Refused(Refusal::NotSetUp)) };
        if said.author.is_bot {
            return Ok(SaveOutcome::Refused(Refusal::FromBot));
        }
        if said.content.trim().is_empty() {
            return Ok(SaveOutcome::NoWords);
        }
        let to = match to {
            Some(picked) => picked,
            None => self.named_on_roster(&server, &said, bot).await?,
        };
        if to.is_empty() {
            return Ok(SaveOutcome::Whom);
        }
        let (guild, author, message) = (said.guild, said.author.user, (said.channel, said.message));
        let words = match self.read_as(&said, bot, &[], server.hashtag).await? {
            Reading::Unclear { words, .. } | Reading::Thanks { words, .. } => words,
            Reading::Nothing => said.content,
        };
        let allowed = match consent {
            Some(consent) => {
                self.remember_consent(guild, author, consent).await?;
                consent
            }
            None => self.usual_consent(guild, author).await?,
        };
        let offer = Offer {
            guild,
            giver: said.author,
            to,
            words,
            relation: None,
            what_for: None,
            consent,
            door: Door::Saved,
            source: said.message.0,
            message: Some(message),
            post_in: None,
            said_at: said.said_at,
        };
        let answer = self.take_offer(&server, offer, allowed).await?;
        let mut thanked = false;
        for verdict in &answer.verdicts {
            if let Verdict::Thanked { id, again, .. } = verdict {
                thanked = true;
                // It was found by the hashtag before; now its author has chosen the consent.
                if let (true, Some(consent)) = (*again, consent) {
                    self.store().change_thanks(*id, &Change::Consent(consent), self.now()).await?;
                }
            }
        }
        if thanked {
            self.answer_saves(guild, author, &[message], SaveAnswer::Yes).await?;
        }
        Ok(SaveOutcome::Taken(Box::new(answer)))
    }

    /// The people on the roster whom a message mentions or replies to, each once, without its author and the bot.
    async fn named_on_roster(&self, server: &Server, said: &ChannelMessage, bot: UserId) -> Result<Vec<Person>> {
        let mut found: Vec<Person> = Vec::new();
        let replied = said.replies_to.iter().map(|replied| &replied.author);
        let mut named: Vec<Person> = said.mentioned.iter().chain(replied).cloned().collect();
        if server.manager_role.is_some() {
            self.complete_people(server, &mut named).await;
        }
        for person in &named {
            let is_new = found.iter().all(|one| one.user != person.user);
            if is_new
                && person.user != bot
                && person.user != said.author.user
                && self.recognise(server, person).await?.is_some_and(RosterStatus::is_on_roster)
            {
                found.push(person.clone());
            }
        }
        Ok(found)
    }

    /// Asks the author of a message, once, whether it may be saved as the asker wants. Stores only ids meanwhile.
    pub async fn ask_to_save(
        &self,
        guild: GuildId,
        (channel, message): (ChannelId, MessageId),
        author: &Person,
        asker: UserId,
    ) -> Result<AskToSaveOutcome> {
        let Some(server) = self.server(guild).await? else { return Ok(AskToSaveOutcome::Refused(Refusal::NotSetUp)) };
        if author.is_bot {
            return Ok(AskToSaveOutcome::Refused(Refusal::FromBot));
        }
        let year = self.campaign_of(&server).await?.year;
        if !self.store().thanks_of_message(message).await?.is_empty() {
            return Ok(AskToSaveOutcome::Counts);
        }
        let now = self.now();
        let save = AskedSave { guild, year, channel, message, author: author.user, asker };
        let question = self.due_now(guild, year, Task::AskToSave { giver: author.user, channel, message });
        let per_hour = self.config().limits.thanks_per_hour;
        match self.store().ask_to_save(&save, &question, now, per_hour).await? {
            asked @ (SaveAsked::Now | SaveAsked::InMine) => {
                // If the message is deleted, so is the question.
                self.wake_subscriptions();
                self.wake_dispatch();
                let is_posted = asked == SaveAsked::Now;
                Ok(if is_posted { AskToSaveOutcome::Asked } else { AskToSaveOutcome::AskedInMine })
            }
            SaveAsked::Before => Ok(AskToSaveOutcome::AskedBefore),
            SaveAsked::NoQuestions => Ok(AskToSaveOutcome::NoQuestions),
            SaveAsked::Refused(refusal) => Ok(AskToSaveOutcome::Refused(refusal)),
        }
    }

    /// An author says *no*: nothing is saved, and they are not asked again in this campaign.
    pub async fn refuse_saves(&self, guild: GuildId, author: UserId) -> Result<()> {
        let Some(server) = self.server(guild).await? else { return Ok(()) };
        let year = self.campaign_of(&server).await?.year;
        let open = self.store().open_saves(guild, year, author).await?;
        self.answer_saves(guild, author, &open, SaveAnswer::No).await
    }

    /// Keeps an answer; the questions under the messages go away.
    async fn answer_saves(
        &self,
        guild: GuildId,
        author: UserId,
        messages: &[(ChannelId, MessageId)],
        answer: SaveAnswer,
    ) -> Result<()> {
        let ids: Vec<MessageId> = messages.iter().map(|(_, message)| *message).collect();
        self.store().answer_saves(guild, author, &ids, answer, self.now()).await?;
        self.wake_dispatch();
        Ok(())
    }
}

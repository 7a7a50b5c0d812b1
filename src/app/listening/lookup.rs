//! What a message itself does not say: to which channel its thread belongs, and who someone in it is. Discord is asked
//! for it once, and only where the answer decides something.

use crate::app::asking::{Asked, Members, ReadError};
use crate::app::listening::ChannelMessage;
use crate::app::roster::Person;
use crate::app::{App, Result};
use crate::text::Lang;
use domain::ids::{ChannelId, GuildId, UserId};
use domain::reading::{self, Incoming, Reading, Sign};
use domain::send::Task;
use domain::server::Server;

impl App {
    /// What a message says, with everything about its people that decides whether it counts.
    pub(in crate::app) async fn read(
        &self,
        server: &Server,
        said: &mut ChannelMessage,
        (bot, cmad_channels): (UserId, &[ChannelId]),
        members: &mut Members,
    ) -> Result<Asked<Reading>> {
        let mut reading = self.read_as(said, bot, cmad_channels, server.hashtag).await?;
        if is_by_hashtag(&reading) {
            match self.hashtag_counts_in(server.guild, said.channel).await? {
                Ok(true) => {}
                Ok(false) => reading = self.read_as(said, bot, cmad_channels, false).await?,
                Err(later) => return Ok(Err(later)),
            }
        }
        let Reading::Thanks { by, recipients, words } = reading else { return Ok(Ok(reading)) };
        match self.complete(server, said, &recipients, members).await? {
            Ok(true) => Ok(Ok(Reading::Thanks { by, recipients, words })),
            Ok(false) => Ok(Ok(Reading::Unclear { by, recipients: Vec::new(), words })),
            Err(later) => Ok(Err(later)),
        }
    }

    /// What a message says, where the hashtag counts or does not.
    pub(in crate::app) async fn read_as(
        &self,
        said: &ChannelMessage,
        bot: UserId,
        cmad_channels: &[ChannelId],
        hashtag_counts: bool,
    ) -> Result<Reading> {
        let replied = said.replies_to.as_ref();
        let replies_to_campaign_post = match replied {
            Some(replied) if replied.author.user == bot => {
                let send = self.store().send_of_message(replied.message).await?;
                send.is_some_and(|send| matches!(send.task, Task::Post { .. }))
            }
            _ => false,
        };
        let thanking_words = Lang::thanking_words();
        Ok(reading::read(&Incoming {
            content: &said.content,
            bot,
            replied_to: replied.map(|replied| replied.author.user),
            replied_pings: replied.is_some_and(|replied| replied.pings),
            replies_to_campaign_post,
            hashtag_counts,
            cmad_channels,
            thanking_words: &thanking_words,
        }))
    }

    /// Whether the hashtag counts in a channel or thread. A thread belongs to the channel where it began; one of which
    /// that cannot be read does not count where channels were chosen.
    pub(in crate::app) async fn hashtag_counts_in(&self, guild: GuildId, channel: ChannelId) -> Result<Asked<bool>> {
        let rule = self.hashtag_channels(guild).await?;
        if let Some(counts) = rule.counts_without_parent(channel) {
            return Ok(Ok(counts));
        }
        Ok(match self.archive().parent(channel).await {
            Ok(parent) => Ok(rule.counts_in(channel, parent)),
            Err(ReadError::Forbidden) => Ok(false),
            Err(later) => Err(later),
        })
    }

    /// Adds to a message what a rule needs to know of its author and of those whom it thanks: since when they are
    /// members, their roles, their names here. `false` if none of those whom it thanks can be found out.
    async fn complete(
        &self,
        server: &Server,
        said: &mut ChannelMessage,
        recipients: &[UserId],
        members: &mut Members,
    ) -> Result<Asked<bool>> {
        let guild = server.guild;
        if is_unknown_member(&said.author) {
            match self.member(guild, said.author.user, members).await {
                Ok(Some(member)) => said.author = member,
                Ok(None) => {}
                Err(later) => return Ok(Err(later)),
            }
        }
        let mut any = false;
        for user in recipients {
            let told = person_in(said, *user);
            let asks = match &told {
                // Of a person who is named, only the manager role matters beyond their id.
                Some(person) => server.manager_role.is_some() && is_unknown_member(person),
                None => true,
            };
            let manager = if asks { self.store().manager(guild, *user).await? } else { None };
            let found = match manager {
                Some(manager) if told.is_none() => Some(Person { name: manager.name, ..nameless(*user) }),
                None if asks => match self.member(guild, *user, members).await {
                    Ok(member) => member,
                    Err(later) => return Ok(Err(later)),
                },
                _ => None,
            };
            any |= told.is_some() || found.is_some();
            match found {
                Some(person) => put_person(said, person),
                // They are refused with a reason instead of being passed over.
                None if told.is_none() => put_person(said, nameless(*user)),
                None => {}
            }
        }
        Ok(Ok(any))
    }

    /// A member; `None` if they have left, or may not be asked for.
    async fn member(&self, guild: GuildId, user: UserId, members: &mut Members) -> Asked<Option<Person>> {
        if let Some(known) = members.get(&user) {
            return Ok(known.clone());
        }
        let member = match self.archive().member(guild, user).await {
            Ok(member) => member,
            Err(ReadError::Forbidden) => None,
            Err(later) => return Err(later),
        };
        members.insert(user, member.clone());
        Ok(member)
    }

    /// Adds to people what Discord says of them as members, as far as it can be known now.
    pub(in crate::app) async fn complete_people(&self, server: &Server, people: &mut [Person]) {
        let mut members = Members::new();
        for person in people.iter_mut().filter(|person| is_unknown_member(person)) {
            if let Ok(Some(member)) = self.member(server.guild, person.user, &mut members).await {
                *person = member;
            }
        }
    }
}

fn is_by_hashtag(reading: &Reading) -> bool {
    matches!(reading, Reading::Thanks { by: Sign::Hashtag, .. } | Reading::Unclear { by: Sign::Hashtag, .. })
}

/// Whether an event told nothing of a person as a member: Discord leaves that out of the author of the message replied
/// to, and of everyone in an answer to a request.
fn is_unknown_member(person: &Person) -> bool {
    !person.is_bot && !person.is_member
}

fn person_in(said: &ChannelMessage, user: UserId) -> Option<Person> {
    let replied = said.replies_to.iter().map(|replied| &replied.author);
    said.mentioned.iter().chain(replied).find(|person| person.user == user).cloned()
}

fn put_person(said: &mut ChannelMessage, person: Person) {
    said.mentioned.retain(|known| known.user != person.user);
    said.mentioned.push(person);
}

fn nameless(user: UserId) -> Person {
    Person { user, name: user.to_string(), is_bot: false, is_member: false, roles: Vec::new(), member_since: None }
}

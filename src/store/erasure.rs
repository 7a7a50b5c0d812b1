//! Erasure: deletes everything about one person, in every server, in one transaction.

use chrono::{DateTime, Utc};

use crate::ports::Receipt;
use crate::store::copies::forget_copies;
use crate::store::erasure_list::Entry;
use crate::store::gone::{OWN, OwnThanks, remove_post};
use crate::store::not_collected::put;
use crate::store::posted_names::{forget_nomination, redraw_posts};
use crate::store::public_posts::{part_from_others, sync_post};
use crate::store::retention::{local_noon, zone_of};
use crate::store::sends::{Origin, insert, unpost};
use crate::store::standing::{sync, sync_consent_question};
use crate::store::{Result, Store, Write, count_of, year_of};
use domain::campaign::Step;
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::nomination::NominationId;
use domain::plan::Planned;
use domain::roster::{Manager, NamedBy, RosterStatus, no_name};
use domain::send::{Pattern, SendKind, SendState, Task};
use domain::thanks::ThanksId;
use domain::thanks::rules::Judgement;

/// What an erasure removed, and what is beyond its reach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Their thanks whose words and name were removed; each still counts.
    pub thanks: u32,
    /// Public posts and questions of the bot that are being deleted.
    pub posts: u32,
    /// Thanks that others gave them, now deleted.
    pub received: u32,
    /// Remembered choices, decisions about messages, and sends about them.
    pub notes: u32,
    /// Servers in which their profile was removed; the bot no longer contacts them there.
    pub profiles: Vec<GuildId>,
    /// Managers who had named them as their boss.
    pub boss_of: u32,
    /// Digests with their words that were already delivered to a manager.
    pub delivered: u32,
    /// Copies with their words, or of their own digest, that were already delivered to a boss.
    pub copied: u32,
    /// Servers that keep their id because they set the campaign up and receive reports.
    pub set_up: u32,
    /// Servers in which the bot does not contact them, including earlier ones.
    pub left_alone: u32,
}

impl Erased {
    /// Whether there was anything to remove.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let removed = [self.thanks, self.posts, self.received, self.notes, self.boss_of];
        removed.iter().all(|count| *count == 0) && self.profiles.is_empty()
    }
}

impl Store {
    /// Erases everything about one person in every server. Idempotent.
    ///
    /// What stays: counts without their name; a keyed hash of them and of each of their messages, so that nothing that
    /// they said until now is collected again; that their messages are ignored, if they chose that; in servers where
    /// they were on the roster, that the bot must not contact them; "no more of these" as a keyed hash; and that they
    /// set up a server.
    pub async fn erase(&self, person: UserId, now: DateTime<Utc>) -> Result<Erased> {
        self.erase_until(person, MessageId::at(now), now).await
    }

    /// [`Store::erase`] by an interaction, whose id is `until`: Discord's ids tell what was said before it.
    pub async fn erase_until(&self, person: UserId, until: MessageId, now: DateTime<Utc>) -> Result<Erased> {
        let mut write = self.write().await?;
        let (erased, givers) = self.erase_within(&mut write, person, until, now).await?;
        let mut entries = vec![Entry::Erased { number: self.erased_number(person), until }];
        entries.extend(givers.into_iter().map(|(guild, number)| Entry::Giver { number, guild }));
        self.list(&entries);
        write.commit().await?;
        self.clear_erased_pages().await;
        Ok(erased)
    }

    /// Erases within a larger transaction. Also returns the hashes of the giver that were replaced.
    pub(super) async fn erase_within(
        &self,
        write: &mut Write<'_>,
        person: UserId,
        until: MessageId,
        now: DateTime<Utc>,
    ) -> Result<(Erased, Vec<(GuildId, i64)>)> {
        let (mut erased, mut givers) = (Erased::default(), Vec::new());
        let guilds = self.servers_with(write, person).await?;
        self.put_erased_counting(write, person, until, &guilds).await?;
        let set_up: i64 = sqlx::query_scalar("select count(*) from servers where set_up_by = $1")
            .bind(person.to_db())
            .fetch_one(&mut **write)
            .await?;
        erased.set_up = count_of(set_up);
        for guild in guilds {
            let before = (erased.received, erased.profiles.len());
            if self.erase_given(write, guild.to_db(), person, now, &mut erased).await? {
                givers.push((guild, self.giver_hash(guild.to_db(), person.to_db())));
            }
            self.erase_received(write, guild.to_db(), person, now, &mut erased).await?;
            erased.posts += self.erase_answers(write, guild, person, now).await?;
            let (posts, replies) = self.erase_boss_replies(write, guild, person, now).await?;
            (erased.posts, erased.notes) = (erased.posts + posts, erased.notes + replies);
            self.erase_profile(write, guild, person, &mut erased).await?;
            if before != (erased.received, erased.profiles.len()) {
                redraw_posts(write, guild, now).await?;
            }
        }
        self.forget_copied_boss(write, person).await?;
        self.erase_notes(write, person, now, &mut erased).await?;
        erase_sends(self, write, person, now, &mut erased).await?;
        Ok((erased, givers))
    }

    async fn select_own(
        &self,
        write: &mut Write<'_>,
        filter: &str,
        guild: i64,
        who: (i64, i64),
    ) -> Result<Vec<OwnThanks>> {
        let sql = format!("{OWN} guild = $1 and {filter} in ($2, $3) order by id");
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(guild).bind(who.0).bind(who.1);
        Ok(query.fetch_all(&mut **write).await?)
    }

    /// Their own thanks, even where retention removed the words: each keeps a random number in place of its giver.
    /// Returns whether one had the hash of its giver until now.
    async fn erase_given(
        &self,
        write: &mut Write<'_>,
        guild: i64,
        person: UserId,
        now: DateTime<Utc>,
        erased: &mut Erased,
    ) -> Result<bool> {
        let who = (person.to_db(), self.giver_hash(guild, person.to_db()));
        let no_one = self.codec.random_number();
        let (mut digests, mut was_hashed) = (Vec::new(), false);
        for own in self.select_own(write, "giver", guild, who).await? {
            was_hashed |= own.giver == who.1;
            self.put_gone(write, GuildId::from_db(guild), MessageId::from_db(own.source)).await?;
            erased.thanks += 1;
            erased.posts += u32::from(remove_post(write, &own, now).await?);
            self.forget_copied(write, ThanksId(own.id)).await?;
            self.forget_digest_hash(write, ThanksId(own.id)).await?;
            if !digests.contains(&(own.year, own.manager)) {
                digests.push((own.year, own.manager));
            }
            sqlx::query(
                "update thanks set giver = $2, giver_hash = $2, source = $3, said_enc = '', post_in = null, relation = null,
                     what_for = null, consent = 'private', said_at = $4,
                     channel = null, message = null, posted_channel = null, posted_message = null, member_since = null
                 where id = $1",
            )
            .bind(own.id)
            .bind(no_one)
            .bind(self.source_hash(guild, own.source))
            .bind(local_noon(own.said_at, zone_of(write, guild, own.year).await?)?)
            .execute(&mut **write)
            .await?;
            if let Some(message) = own.message {
                forget_reactions(write, guild, message, now).await?;
            }
        }
        for (year, manager) in digests {
            erased.delivered +=
                u32::from(count_sent(write, guild, year, SendKind::Step(Step::Digest), manager).await? > 0);
            erased.copied += count_sent(write, guild, year, SendKind::Copy, manager).await?;
        }
        if was_hashed {
            put(write, who.1, Some(GuildId::from_db(guild)), None).await?;
        }
        Ok(was_hashed)
    }

    /// Deletes what others said to them.
    async fn erase_received(
        &self,
        write: &mut Write<'_>,
        guild: i64,
        person: UserId,
        now: DateTime<Utc>,
        erased: &mut Erased,
    ) -> Result<()> {
        for own in self.select_own(write, "manager", guild, (person.to_db(), person.to_db())).await? {
            erased.received += 1;
            erased.posts += u32::from(remove_post(write, &own, now).await?);
            self.forget_copied(write, ThanksId(own.id)).await?;
            let other = part_from_others(write, ThanksId(own.id)).await?;
            sqlx::query("delete from thanks where id = $1").bind(own.id).execute(&mut **write).await?;
            if let Some(other) = other {
                sync_post(write, other, now).await?;
            }
            if let Some((channel, message)) = own.channel.zip(own.message) {
                let react = Task::React { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
                let campaign = (GuildId::from_db(guild), year_of(own.year)?);
                sync(write, campaign, react, now).await?;
                sync_consent_question(write, campaign, UserId::from_db(own.giver), now).await?;
            }
        }
        Ok(())
    }

    /// Removes their profile and boss; keeps only that the bot must not contact them.
    async fn erase_profile(
        &self,
        write: &mut Write<'_>,
        guild: GuildId,
        person: UserId,
        erased: &mut Erased,
    ) -> Result<()> {
        let (guild_id, id) = (guild.to_db(), person.to_db());
        let digests = sqlx::query("delete from digests where guild = $1 and manager = $2")
            .bind(guild_id)
            .bind(id)
            .execute(&mut **write)
            .await?;
        erased.notes += count_of(digests.rows_affected());
        forget_copies(write, guild, person).await?;
        let bosses = sqlx::query("update managers set boss = null where guild = $1 and boss = $2")
            .bind(guild_id)
            .bind(id)
            .execute(&mut **write)
            .await?;
        erased.boss_of += count_of(bosses.rows_affected());
        let known: Option<(String, i64)> = sqlx::query_as(
            "select profile_enc, case when place = 'declined' and timezone is null and language is null
                 and boss is null and boss_mail_enc is null then 1 else 0 end
             from managers where guild = $1 and member = $2",
        )
        .bind(guild_id)
        .bind(id)
        .fetch_optional(&mut **write)
        .await?;
        let Some((known, bare)) = known else { return Ok(()) };
        erased.left_alone += 1;
        let left_alone = Manager {
            user: person,
            name: no_name(person),
            named_by: NamedBy::Unknown,
            title: None,
            team: None,
            cares: None,
            link: None,
            timezone: None,
            language: None,
            breathe: false,
            status: RosterStatus::Declined,
        };
        if bare == 1 && self.is_same_profile(guild, &known, &left_alone)? {
            return Ok(());
        }
        erased.profiles.push(guild);
        let sealed = self.seal_profile(write, guild, &left_alone).await?;
        sqlx::query(
            "update managers set profile_enc = $3, timezone = null, language = null, breathe = 0, place = $4,
                 boss = null, boss_mail_enc = null, copy_choice = 'ask'
             where guild = $1 and member = $2",
        )
        .bind(guild_id)
        .bind(id)
        .bind(sealed)
        .bind(RosterStatus::Declined.name())
        .execute(&mut **write)
        .await?;
        Ok(())
    }

    /// Deletes remembered choices, and decisions about messages that they wrote or that name them.
    async fn erase_notes(
        &self,
        write: &mut Write<'_>,
        person: UserId,
        now: DateTime<Utc>,
        erased: &mut Erased,
    ) -> Result<()> {
        let id = person.to_db();
        let consents =
            sqlx::query("delete from consents where giver = $1").bind(id).execute(&mut **write).await?.rows_affected();
        let answers = sqlx::query("delete from remembered where name like $1")
            .bind(format!("found-consent:%/%/{person}"))
            .execute(&mut **write)
            .await?
            .rows_affected();
        sqlx::query("delete from remembered where name like $1")
            .bind(format!("spoken:%/{person}"))
            .execute(&mut **write)
            .await?;
        let nominated: Vec<(i64, i64)> =
            sqlx::query_as("select guild, id from nominations where nominator = $1 or member = $1 order by id")
                .bind(id)
                .fetch_all(&mut **write)
                .await?;
        for (guild, nomination) in &nominated {
            erased.posts += forget_nomination(write, GuildId::from_db(*guild), NominationId(*nomination), now).await?;
        }
        sqlx::query("update nominations set decided_by = null where decided_by = $1")
            .bind(id)
            .execute(&mut **write)
            .await?;
        let asked: Vec<(i64, i64, i64, i64, i64)> = sqlx::query_as(
            "select guild, year, channel, message, author from saves where asker = $1 and answer is null",
        )
        .bind(id)
        .fetch_all(&mut **write)
        .await?;
        let own: Vec<(i64, i64)> = sqlx::query_as("select guild, message from saves where author = $1")
            .bind(id)
            .fetch_all(&mut **write)
            .await?;
        for (guild, message) in own {
            self.put_gone(write, GuildId::from_db(guild), MessageId::from_db(message)).await?;
        }
        let saves = sqlx::query("delete from saves where author = $1 or asker = $1")
            .bind(id)
            .execute(&mut **write)
            .await?
            .rows_affected();
        // No one wants these messages saved any more.
        for (guild, year, channel, message, author) in asked {
            let (channel, message) = (ChannelId::from_db(channel), MessageId::from_db(message));
            let question = Task::AskToSave { giver: UserId::from_db(author), channel, message };
            sync(write, (GuildId::from_db(guild), year_of(year)?), question, now).await?;
        }
        erased.notes += count_of(consents + answers + nominated.len() as u64 + saves);
        let judged: Vec<(i64, i64, i64, String)> =
            sqlx::query_as("select guild, message, giver, verdict from judgements where giver = $1 or verdict like $2")
                .bind(id)
                .bind(format!("%{person}%"))
                .fetch_all(&mut **write)
                .await?;
        for (guild, message, giver, verdict) in judged {
            // A decision that cannot be read, because another version wrote it, is deleted if it may name them.
            let names_others_only =
                serde_json::from_str::<Judgement>(&verdict).is_ok_and(|judged| !judged.names(person));
            if giver != id && names_others_only {
                continue;
            }
            if giver == id {
                self.put_gone(write, GuildId::from_db(guild), MessageId::from_db(message)).await?;
                forget_reactions(write, guild, message, now).await?;
            }
            sqlx::query("delete from judgements where message = $1").bind(message).execute(&mut **write).await?;
            erased.notes += 1;
        }
        Ok(())
    }
}

/// Deletes the sends about them, in any state, and the questions that are posted. A send that is just going out is
/// deleted when it arrives, because its row is gone.
async fn erase_sends(
    store: &Store,
    write: &mut Write<'_>,
    person: UserId,
    now: DateTime<Utc>,
    erased: &mut Erased,
) -> Result<()> {
    type Row = (String, i64, i64, String, String, Option<i64>, Option<i64>);
    let rows: Vec<Row> = sqlx::query_as(
        "select key, guild, year, task, state, sent_channel, sent_message from sends
         where about = $1 or (about = 0 and task like $2) order by key",
    )
    .bind(person.to_db())
    // Rows written by an older version that still runs may lack `about`.
    .bind(format!("%{person}%"))
    .fetch_all(&mut **write)
    .await?;
    for (key, guild, year, task, state, channel, message) in rows {
        // A row of a newer version may be about them, so it is deleted as well; it must not keep their erasure from
        // succeeding.
        let task = serde_json::from_str::<Task>(&task).ok();
        if task.as_ref().is_some_and(|task| task.about() != Some(person)) {
            continue;
        }
        if matches!(task, Some(Task::Copy { .. })) {
            erased.copied += u32::from(state == SendState::Sent.name());
            store.disown_place(write, &key).await?;
        }
        if let Some((channel, message)) =
            channel.zip(message).filter(|_| task.is_some_and(|task| task.kind().goes_with_its_person()))
        {
            let receipt = Receipt { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
            erased.posts += u32::from(unpost(write, (GuildId::from_db(guild), year_of(year)?), receipt, now).await?);
        }
        sqlx::query("delete from sends where key = $1").bind(key).execute(&mut **write).await?;
        erased.notes += 1;
    }
    Ok(())
}

/// Counts the sends of one kind that reached one manager.
async fn count_sent(write: &mut Write<'_>, guild: i64, year: i64, kind: SendKind, manager: i64) -> Result<u32> {
    let to = Pattern::To(kind, UserId::from_db(manager));
    let found: i64 = sqlx::query_scalar(
        "select count(*) from sends where guild = $1 and year = $2 and kind = $3 and key like $4 and state = 'sent'",
    )
    .bind(guild)
    .bind(year)
    .bind(kind.name())
    .bind(to.like(GuildId::from_db(guild), Some(year_of(year)?)))
    .fetch_one(&mut **write)
    .await?;
    Ok(count_of(found))
}

/// Takes the bot's reactions to a message away and forgets them: the keys of their sends contain its id. One that is
/// being sent is forgotten once it has arrived and was taken away.
async fn forget_reactions(write: &mut Write<'_>, guild: i64, message: i64, now: DateTime<Utc>) -> Result<()> {
    let message = MessageId::from_db(message);
    for under in [Pattern::ReactionsUnder(message), Pattern::MarksUnder(message), Pattern::UnmarksUnder(message)] {
        let rows: Vec<(String, i64, String, String, i64)> = sqlx::query_as(
            "select key, year, task, state, uncertain from sends where guild = $1 and kind = $2 and key like $3",
        )
        .bind(guild)
        .bind(under.kind().name())
        .bind(under.like(GuildId::from_db(guild), None))
        .fetch_all(&mut **write)
        .await?;
        for (key, year, task, state, uncertain) in rows {
            let may_stand = uncertain != 0 || matches!(state.as_str(), "claimed" | "sent");
            let stays = match serde_json::from_str::<Task>(&task) {
                Ok(task @ Task::React { .. }) if may_stand => {
                    sync(write, (GuildId::from_db(guild), year_of(year)?), task, now).await?;
                    true
                }
                Ok(Task::Mark { channel, message, .. }) if may_stand => {
                    let campaign = (GuildId::from_db(guild), year_of(year)?);
                    let unmark = Task::Unmark { channel, message, at: now.timestamp_millis() };
                    let unmark = Planned::at(campaign.0, campaign.1, unmark, now);
                    insert(write, campaign.0, campaign.1, &unmark, Origin::People).await?;
                    false
                }
                // It is forgotten when it is settled.
                Ok(Task::Unmark { .. }) => matches!(state.as_str(), "claimed" | "planned"),
                _ => false,
            };
            if !stays {
                sqlx::query("delete from sends where key = $1").bind(key).execute(&mut **write).await?;
            }
        }
    }
    Ok(())
}

//! Managers' answers to everyone who thanked them: the post, and the marks on the messages that were answered.

use chrono::{DateTime, Utc};

use crate::ports::Receipt;
use crate::store::connection::row;
use crate::store::digests::DigestOwner;
use crate::store::sends::{Origin, SendRecord, insert, unpost};
use crate::store::{Result, Store, StoreError, Write, at, ms, year_of};
use domain::answer::{Answer, AnswerState};
use domain::ids::{ChannelId, GuildId, MessageId, UserId};
use domain::plan::Planned;
use domain::retry::coming_back;
use domain::send::{Pattern, SendState, Task};
use domain::thanks::{Consent, Reader};

/// Why an answer could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerBlocked {
    /// It is posted, or being posted: it has to be withdrawn first.
    Posted,
    /// An admin hid it.
    Hidden,
}

row! {
    struct Row {
        guild: i64,
        year: i64,
        manager: i64,
        said_enc: String,
        state: String,
        revision: i64,
        written_at: i64,
    }
}

const COLUMNS: &str = "select guild, year, manager, said_enc, state, revision, written_at from answers";

pub(super) fn place_of((guild, year, manager): DigestOwner) -> String {
    format!("answers.said:{guild}:{year}:{manager}")
}

fn post((guild, year, manager): DigestOwner, revision: u32, now: DateTime<Utc>) -> Planned {
    let task = Task::PostAnswer { manager, revision };
    Planned::at(guild, year, task, now + coming_back(revision))
}

impl Store {
    fn read_answer(&self, row: Row) -> Result<Answer> {
        let whose = (GuildId::from_db(row.guild), year_of(row.year)?, UserId::from_db(row.manager));
        // Words that retention removed are empty, and not sealed; those that do not open are as if removed.
        let sealed = Some(row.said_enc).filter(|sealed| !sealed.is_empty());
        let words = sealed.and_then(|sealed| self.opened(&sealed, &place_of(whose))).unwrap_or_default();
        Ok(Answer {
            guild: whose.0,
            year: whose.1,
            manager: whose.2,
            words,
            state: AnswerState::from_name(&row.state).ok_or(StoreError::Unreadable("answers.state"))?,
            revision: u32::try_from(row.revision).map_err(|_| StoreError::Unreadable("answers.revision"))?,
            written_at: at(row.written_at)?,
        })
    }

    async fn answers_where(&self, filter: &str, binds: &[i64]) -> Result<Vec<Answer>> {
        let sql = format!("{COLUMNS} where {filter} order by year, manager");
        let mut query = sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(sql));
        for bind in binds {
            query = query.bind(*bind);
        }
        query.fetch_all(&self.pool).await?.into_iter().map(|row| self.read_answer(row)).collect()
    }

    /// A manager's answer, if there is one.
    pub async fn answer(&self, guild: GuildId, year: i32, manager: UserId) -> Result<Option<Answer>> {
        let binds = [guild.to_db(), i64::from(year), manager.to_db()];
        Ok(self.answers_where("guild = $1 and year = $2 and manager = $3", &binds).await?.pop())
    }

    /// Every answer of one manager.
    pub async fn answers_by(&self, guild: GuildId, manager: UserId) -> Result<Vec<Answer>> {
        self.answers_where("guild = $1 and manager = $2", &[guild.to_db(), manager.to_db()]).await
    }

    /// Every answer of one campaign.
    pub async fn answers_in(&self, guild: GuildId, year: i32) -> Result<Vec<Answer>> {
        self.answers_where("guild = $1 and year = $2", &[guild.to_db(), i64::from(year)]).await
    }

    /// The answers of one campaign that admins hid.
    pub async fn hidden_answers(&self, guild: GuildId, year: i32) -> Result<Vec<Answer>> {
        self.answers_where("guild = $1 and year = $2 and state = 'hidden'", &[guild.to_db(), i64::from(year)]).await
    }

    async fn answer_for_change(&self, write: &mut Write<'_>, whose: DigestOwner) -> Result<Option<Answer>> {
        let sql = format!("{COLUMNS} where guild = $1 and year = $2 and manager = $3");
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(whose.0.to_db())
            .bind(i64::from(whose.1))
            .bind(whose.2.to_db())
            .fetch_optional(&mut **write)
            .await?;
        row.map(|row| self.read_answer(row)).transpose()
    }

    /// Stores what a manager wrote. A post that has not gone out yet gets the new words; one that has is not edited.
    pub async fn write_answer(
        &self,
        whose: (GuildId, i32, UserId),
        words: &str,
        now: DateTime<Utc>,
    ) -> Result<std::result::Result<(), AnswerBlocked>> {
        let mut write = self.write().await?;
        let before = self.answer_for_change(&mut write, whose).await?;
        let (state, revision) = match before.map(|before| (before.state, before.revision)) {
            None => (AnswerState::Draft, 0),
            Some((AnswerState::Hidden, _)) => return Ok(Err(AnswerBlocked::Hidden)),
            Some((AnswerState::Posted, revision)) => match send_state(&mut write, whose, revision).await? {
                // The send reads the words when it is claimed.
                Some(SendState::Planned) => (AnswerState::Posted, revision),
                Some(SendState::Failed | SendState::Dropped | SendState::Skipped) | None => {
                    (AnswerState::Draft, revision)
                }
                Some(_) => return Ok(Err(AnswerBlocked::Posted)),
            },
            Some((AnswerState::Draft | AnswerState::Withdrawn, revision)) => (AnswerState::Draft, revision),
        };
        let sealed = self.seal(&mut write, words, &place_of(whose)).await?;
        sqlx::query(
            "insert into answers (guild, year, manager, said_enc, state, revision, written_at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (guild, year, manager) do update set said_enc = excluded.said_enc, state = excluded.state,
                 written_at = excluded.written_at",
        )
        .bind(whose.0.to_db())
        .bind(i64::from(whose.1))
        .bind(whose.2.to_db())
        .bind(sealed)
        .bind(state.name())
        .bind(i64::from(revision))
        .bind(ms(now))
        .execute(&mut *write)
        .await?;
        write.commit().await?;
        Ok(Ok(()))
    }

    /// Queues the post of an answer that is in the state `from`: written, or hidden by an admin. Returns whether it was
    /// queued.
    pub async fn post_answer(
        &self,
        whose: (GuildId, i32, UserId),
        from: AnswerState,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let mut write = self.write().await?;
        let Some(found) = self.answer_for_change(&mut write, whose).await? else { return Ok(false) };
        if found.state != from || found.words.is_empty() {
            return Ok(false);
        }
        let mut revision = found.revision;
        // An earlier post that ended must not prevent a new one.
        while !insert(&mut write, whose.0, whose.1, &post(whose, revision, now), Origin::People).await? {
            revision += 1;
        }
        set_state(&mut write, whose, AnswerState::Posted, revision).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Withdraws an answer, for its manager or for an admin: removes the post and the marks. A draft is deleted.
    /// Returns whether there was something to withdraw.
    pub async fn retract_answer(
        &self,
        whose: (GuildId, i32, UserId),
        to: AnswerState,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let mut write = self.write().await?;
        let Some(found) = self.answer_for_change(&mut write, whose).await? else { return Ok(false) };
        match (found.state, to) {
            (AnswerState::Draft, AnswerState::Withdrawn) => {
                sqlx::query("delete from answers where guild = $1 and year = $2 and manager = $3")
                    .bind(whose.0.to_db())
                    .bind(i64::from(whose.1))
                    .bind(whose.2.to_db())
                    .execute(&mut *write)
                    .await?;
            }
            (AnswerState::Posted, _) => {
                set_state(&mut write, whose, to, found.revision).await?;
                remove_post_and_marks(&mut write, whose, found.revision, now).await?;
            }
            _ => return Ok(false),
        }
        write.commit().await?;
        Ok(true)
    }

    /// Deletes a manager's answers in a server, with their posts. Returns how many posts are being deleted.
    pub(super) async fn erase_answers(
        &self,
        write: &mut Write<'_>,
        guild: GuildId,
        manager: UserId,
        now: DateTime<Utc>,
    ) -> Result<u32> {
        let rows: Vec<(i64, i64)> =
            sqlx::query_as("select year, revision from answers where guild = $1 and manager = $2")
                .bind(guild.to_db())
                .bind(manager.to_db())
                .fetch_all(&mut **write)
                .await?;
        let mut posts = 0;
        for (year, revision) in &rows {
            let revision = u32::try_from(*revision).map_err(|_| StoreError::Unreadable("answers.revision"))?;
            let whose = (guild, year_of(*year)?, manager);
            posts += u32::from(remove_post_and_marks(write, whose, revision, now).await?);
        }
        sqlx::query("delete from answers where guild = $1 and manager = $2")
            .bind(guild.to_db())
            .bind(manager.to_db())
            .execute(&mut **write)
            .await?;
        Ok(posts)
    }
}

async fn set_state(write: &mut Write<'_>, whose: DigestOwner, state: AnswerState, revision: u32) -> Result<()> {
    sqlx::query("update answers set state = $4, revision = $5 where guild = $1 and year = $2 and manager = $3")
        .bind(whose.0.to_db())
        .bind(i64::from(whose.1))
        .bind(whose.2.to_db())
        .bind(state.name())
        .bind(i64::from(revision))
        .execute(&mut **write)
        .await?;
    Ok(())
}

async fn send_state(write: &mut Write<'_>, whose: DigestOwner, revision: u32) -> Result<Option<SendState>> {
    let state: Option<String> = sqlx::query_scalar("select state from sends where key = $1")
        .bind(post(whose, revision, DateTime::UNIX_EPOCH).key.to_string())
        .fetch_optional(&mut **write)
        .await?;
    Ok(state.as_deref().and_then(SendState::from_name))
}

/// Removes an answer's post, whether it is posted or queued, and its marks. A post that is just going out is deleted
/// when it has arrived. Returns whether it was posted.
async fn remove_post_and_marks(
    write: &mut Write<'_>,
    whose: DigestOwner,
    revision: u32,
    now: DateTime<Utc>,
) -> Result<bool> {
    let key = post(whose, revision, now).key;
    let posted: Option<(Option<i64>, Option<i64>)> =
        sqlx::query_as("select sent_channel, sent_message from sends where key = $1 and state = 'sent'")
            .bind(key.to_string())
            .fetch_optional(&mut **write)
            .await?;
    sqlx::query(
        "update sends set state = 'dropped', settled_at = $2 where key = $1 and state = 'planned' and uncertain = 0",
    )
    .bind(key.to_string())
    .bind(ms(now))
    .execute(&mut **write)
    .await?;
    let mut was_posted = false;
    if let Some((Some(channel), Some(message))) = posted {
        let receipt = Receipt { channel: ChannelId::from_db(channel), message: MessageId::from_db(message) };
        was_posted = unpost(write, (whose.0, whose.1), receipt, now).await?;
    }
    remove_marks(write, whose, now).await?;
    Ok(was_posted)
}

/// Removes an answer's marks, except where another manager's answer marks the same message.
async fn remove_marks(write: &mut Write<'_>, whose: DigestOwner, now: DateTime<Utc>) -> Result<()> {
    let (guild, year, manager) = whose;
    let marks: Vec<(String, String)> =
        sqlx::query_as("select key, task from sends where guild = $2 and year = $3 and kind = 'mark' and key like $1")
            .bind(Pattern::MarksOf(manager).like(guild, Some(year)))
            .bind(guild.to_db())
            .bind(i64::from(year))
            .fetch_all(&mut **write)
            .await?;
    for (key, task) in marks {
        let task: Task = serde_json::from_str(&task).map_err(|_| StoreError::Unreadable("sends.task"))?;
        if let Task::Mark { channel, message, .. } = task {
            remove_mark(write, (guild, year), &key, (channel, message), now).await?;
        }
    }
    Ok(())
}

/// Removes one mark, except where another manager's answer marks the same message.
async fn remove_mark(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    key: &str,
    (channel, message): (ChannelId, MessageId),
    now: DateTime<Utc>,
) -> Result<()> {
    let state: Option<String> = sqlx::query_scalar("delete from sends where key = $1 returning state")
        .bind(key)
        .fetch_optional(&mut **write)
        .await?;
    let others: i64 = sqlx::query_scalar(
        "select count(*) from sends where guild = $2 and year = $3 and kind = 'mark' and key like $1",
    )
    .bind(Pattern::MarksUnder(message).like(guild, Some(year)))
    .bind(guild.to_db())
    .bind(i64::from(year))
    .fetch_one(&mut **write)
    .await?;
    if others == 0 && state.is_some_and(|state| state != SendState::Planned.name()) {
        let task = Task::Unmark { channel, message, at: ms(now) };
        insert(write, guild, year, &Planned::at(guild, year, task, now), Origin::People).await?;
    }
    Ok(())
}

/// Removes the marks under a message whose thank-you no longer counts, or is no longer public. Those of other managers
/// stay.
pub(super) async fn sync_marks(
    write: &mut Write<'_>,
    (guild, year): (GuildId, i32),
    message: MessageId,
    now: DateTime<Utc>,
) -> Result<()> {
    let marks: Vec<(String, String)> =
        sqlx::query_as("select key, task from sends where guild = $2 and year = $3 and kind = 'mark' and key like $1")
            .bind(Pattern::MarksUnder(message).like(guild, Some(year)))
            .bind(guild.to_db())
            .bind(i64::from(year))
            .fetch_all(&mut **write)
            .await?;
    for (key, task) in marks {
        let task: Task = serde_json::from_str(&task).map_err(|_| StoreError::Unreadable("sends.task"))?;
        let Task::Mark { manager, channel, .. } = task else { continue };
        let consents: Vec<(String,)> = sqlx::query_as(
            "select consent from thanks where guild = $1 and message = $2 and manager = $3 and state = 'counted'",
        )
        .bind(guild.to_db())
        .bind(message.to_db())
        .bind(manager.to_db())
        .fetch_all(&mut **write)
        .await?;
        let is_public = |consent: &str| Consent::from_name(consent).is_some_and(|one| one.shows(Reader::Public).link);
        if !consents.iter().any(|(consent,)| is_public(consent)) {
            remove_mark(write, (guild, year), &key, (channel, message), now).await?;
        }
    }
    Ok(())
}

/// Marks the public messages that a posted answer is about; if it was withdrawn meanwhile, deletes the post again.
pub(super) async fn mark_answered_messages(
    write: &mut Write<'_>,
    send: &SendRecord,
    receipt: Receipt,
    now: DateTime<Utc>,
) -> Result<()> {
    let Task::PostAnswer { manager, revision } = send.task else { return Ok(()) };
    let wanted: i64 = sqlx::query_scalar(
        "select count(*) from answers where guild = $1 and year = $2 and manager = $3 and state = 'posted'
             and revision = $4",
    )
    .bind(send.guild.to_db())
    .bind(i64::from(send.year))
    .bind(manager.to_db())
    .bind(i64::from(revision))
    .fetch_one(&mut **write)
    .await?;
    if wanted == 0 {
        unpost(write, (send.guild, send.year), receipt, now).await?;
        return Ok(());
    }
    type Place = (String, Option<i64>, Option<i64>, Option<i64>, Option<i64>);
    let places: Vec<Place> = sqlx::query_as(
        "select consent, channel, message, posted_channel, posted_message from thanks
         where guild = $1 and year = $2 and manager = $3 and state = 'counted' order by said_at, source, id",
    )
    .bind(send.guild.to_db())
    .bind(i64::from(send.year))
    .bind(manager.to_db())
    .fetch_all(&mut **write)
    .await?;
    for (consent, channel, message, posted_channel, posted_message) in places {
        let is_public = Consent::from_name(&consent).is_some_and(|consent| consent.shows(Reader::Public).link);
        let place = channel.zip(message).or(posted_channel.zip(posted_message));
        if let Some((channel, message)) = place.filter(|_| is_public) {
            let (channel, message) = (ChannelId::from_db(channel), MessageId::from_db(message));
            let task = Task::Mark { manager, channel, message };
            let mark = Planned::at(send.guild, send.year, task, now);
            insert(write, send.guild, send.year, &mark, Origin::People).await?;
        }
    }
    Ok(())
}

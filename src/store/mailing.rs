//! Where a boss gets mail, what may have left by mail, and "no more of these" from an address.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::store::sends::Claim;
use crate::store::{Result, Store, StoreError, count_of, ms};
use domain::ids::{GuildId, UserId};
use domain::mail::Address;
use domain::send::SendKey;

/// Where a manager's boss gets mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BossMail {
    /// The boss's address.
    pub to: Address,
    /// Where their answers go.
    pub reply_to: Option<Address>,
}

/// Which mails a reader wants no more of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwanted {
    /// Those about one manager's digests.
    Of(GuildId, UserId),
    /// Any that this bot could send.
    All,
}

/// What a token says: who clicks, and about whose digests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clicked {
    /// The server.
    pub guild: GuildId,
    /// The manager.
    pub manager: UserId,
    /// Who got the mail.
    pub address: Address,
}

/// Whether a mail may leave now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// It may.
    Now,
    /// The server has had its mails of a day.
    Later,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Token(u64, u64, String);

/// What a token is sealed for: no column, so that nothing that stands in one can pass for a token.
const TOKEN: &str = "a token of no more";
/// The longest token that is looked at: an address has 254 characters at most.
const TOKEN_BYTES: usize = 600;

pub(super) fn place_of(guild: GuildId, manager: UserId) -> String {
    format!("managers.boss_mail:{guild}:{manager}")
}

impl Store {
    /// Keeps where a manager's boss gets mail, or forgets it.
    pub async fn set_boss_mail(&self, guild: GuildId, manager: UserId, mail: Option<&BossMail>) -> Result<()> {
        let mut write = self.write().await?;
        let sealed = match mail {
            Some(mail) => {
                let words = Sealed {
                    to: mail.to.as_str().to_owned(),
                    reply_to: mail.reply_to.as_ref().map(|address| address.as_str().to_owned()),
                };
                let words = serde_json::to_string(&words).map_err(|_| StoreError::Unreadable("managers.boss_mail"))?;
                Some(self.seal(&mut write, &words, &place_of(guild, manager)).await?)
            }
            None => None,
        };
        sqlx::query("update managers set boss_mail_enc = $3 where guild = $1 and member = $2")
            .bind(guild.to_db())
            .bind(manager.to_db())
            .bind(sealed)
            .execute(&mut *write)
            .await?;
        write.commit().await
    }

    /// What was kept sealed about where a boss gets mail.
    pub(super) fn read_boss_mail(&self, guild: GuildId, manager: UserId, sealed: &str) -> Result<BossMail> {
        let unreadable = || StoreError::Unreadable("managers.boss_mail");
        let opened = self.codec.open(sealed, &place_of(guild, manager))?;
        let words: Sealed = serde_json::from_str(&opened).map_err(|_| unreadable())?;
        let address = |text: String| text.parse::<Address>().map_err(|_| unreadable());
        Ok(BossMail { to: address(words.to)?, reply_to: words.reply_to.map(address).transpose()? })
    }

    /// Notes that a send is about to leave by mail, if its server has not had `most` mails since a day, and if no other
    /// process has claimed it meanwhile. One that was noted before is not counted again.
    ///
    /// # Errors
    /// The database failed; the mail must not leave.
    pub async fn note_mailing(&self, claim: &Claim, now: DateTime<Utc>, most: u32) -> Result<Leave> {
        let guild = claim.send().guild;
        // The writer's place is taken at once, so that two of us cannot both find the last place free.
        let mut write = self.write().await?;
        let done = sqlx::query(
            "update sends set mailed_at = coalesce(mailed_at, $2)
             where key = $1 and state = 'claimed' and claim_token = $6 and (mailed_at is not null
                 or (select count(*) from sends where guild = $3 and mailed_at > $4) < $5)",
        )
        .bind(claim.send().key.to_string())
        .bind(ms(now))
        .bind(guild.to_db())
        .bind(ms(now - DAY))
        .bind(i64::from(most))
        .bind(claim.token())
        .execute(&mut *write)
        .await?;
        write.commit().await?;
        Ok(if done.rows_affected() == 1 { Leave::Now } else { Leave::Later })
    }

    /// How many mails a server has had since a day.
    pub async fn mails_of_a_day(&self, guild: GuildId, now: DateTime<Utc>) -> Result<u32> {
        let found: i64 = sqlx::query_scalar("select count(*) from sends where guild = $1 and mailed_at > $2")
            .bind(guild.to_db())
            .bind(ms(now - DAY))
            .fetch_one(&self.pool)
            .await?;
        Ok(count_of(found))
    }

    /// Whether a send may have left by mail.
    pub async fn may_have_been_mailed(&self, key: &SendKey) -> Result<bool> {
        let found: i64 = sqlx::query_scalar("select count(*) from sends where key = $1 and mailed_at is not null")
            .bind(key.to_string())
            .fetch_one(&self.pool)
            .await?;
        Ok(found > 0)
    }

    /// What the reader of a mail shows to say that they want no more: sealed, so that it reveals nothing and
    /// cannot be forged. It is the same each time.
    ///
    /// # Errors
    /// It cannot be written, which cannot happen.
    pub fn no_more_token(&self, guild: GuildId, manager: UserId, address: &Address) -> Result<String> {
        let token = Token(guild.0, manager.0, address.as_str().to_owned());
        let words = serde_json::to_string(&token).map_err(|_| StoreError::Unreadable("a token"))?;
        Ok(self.codec.seal_alike(&words, TOKEN).replace('+', "-").replace('/', "_"))
    }

    /// Reads a token; `None` when it is none of ours.
    #[must_use]
    pub fn read_no_more_token(&self, token: &str) -> Option<Clicked> {
        if token.len() > TOKEN_BYTES {
            return None;
        }
        let opened = self.codec.open_alike(&token.replace('-', "+").replace('_', "/"), TOKEN).ok()?;
        let Token(guild, manager, address) = serde_json::from_str(&opened).ok()?;
        Some(Clicked { guild: GuildId(guild), manager: UserId(manager), address: address.parse().ok()? })
    }

    /// Whether the owner of an address said "no more of these" about one manager's digests, or about everything.
    pub async fn address_wants_no_more(&self, guild: GuildId, manager: UserId, address: &Address) -> Result<bool> {
        let (of_one, of_one_hash) = self.unwanted(Unwanted::Of(guild, manager), address);
        let (of_all, of_all_hash) = self.unwanted(Unwanted::All, address);
        let found: i64 = sqlx::query_scalar(
            "select count(*) from no_more_copies where (guild = $1 and boss = $2) or (guild = $3 and boss = $4)",
        )
        .bind(of_one)
        .bind(of_one_hash)
        .bind(of_all)
        .bind(of_all_hash)
        .fetch_one(&self.pool)
        .await?;
        Ok(found > 0)
    }

    /// Remembers that the owner of an address wants no more. It lasts, whichever manager names them in between: only a keyed hash
    /// is kept. Doing it twice changes nothing.
    pub async fn note_no_more(&self, what: Unwanted, address: &Address) -> Result<()> {
        let (guild, hash) = self.unwanted(what, address);
        sqlx::query("insert into no_more_copies (guild, manager, boss) values ($1, 0, $2) on conflict do nothing")
            .bind(guild)
            .bind(hash)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The row of a "no more" from an address: beside those of members, which are made of other words. What is said
    /// about everything belongs to no server (0), so that it outlives each.
    fn unwanted(&self, what: Unwanted, address: &Address) -> (i64, i64) {
        let address = address.folded();
        match what {
            Unwanted::Of(guild, manager) => {
                (guild.to_db(), self.codec.keyed_number(&format!("no-more-mail:{guild}:{manager}:{address}")))
            }
            Unwanted::All => (0, self.codec.keyed_number(&format!("no-more-mail:all:{address}"))),
        }
    }
}

/// What a server's limit counts.
const DAY: chrono::TimeDelta = chrono::TimeDelta::hours(24);

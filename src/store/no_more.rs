//! "No more of these" from the reader of a mail: the token in it, and what its reader wants no more of.

use serde::{Deserialize, Serialize};

use crate::store::{Result, Store, StoreError};
use domain::ids::{GuildId, UserId};
use domain::mail::Address;

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

#[derive(Serialize, Deserialize)]
struct Token(u64, u64, String);

/// What a token is sealed for: no column, so that nothing that stands in one can pass for a token.
const TOKEN: &str = "a token of no more";
/// The longest token that is looked at: an address has 254 characters at most.
const TOKEN_BYTES: usize = 600;

impl Store {
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

//! "No more of these" from the reader of a mail: the token in it, and what its reader wants no more of.

use serde::{Deserialize, Serialize};

use crate::store::erasure_list::{Entry, put_stop};
use crate::store::{Result, Store, StoreError};
use domain::ids::{ChannelId, GuildId, UserId};
use domain::mail::Address;
use domain::send::SendKind;

/// Which mails a reader no longer wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMoreOf {
    /// Those about one manager's digests.
    Manager(GuildId, UserId),
    /// Any that this bot could send.
    All,
}

/// The content of a token: the reader who clicked, and whose digests the mail was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoMoreToken {
    /// The server.
    pub guild: GuildId,
    /// The manager.
    pub manager: UserId,
    /// The address that received the mail.
    pub address: Address,
}

#[derive(Serialize, Deserialize)]
struct TokenFields(u64, u64, String);

/// What a token is sealed for. It is not a column's name, so that no column's content can pass for a token.
const TOKEN: &str = "a token of no more";
/// The longest token that is read: an address has 254 characters at most.
const TOKEN_BYTES: usize = 600;

impl Store {
    /// The token by which the reader of a mail stops further ones: sealed, so that it reveals nothing and cannot be
    /// forged. The same arguments always give the same token.
    pub fn no_more_token(&self, guild: GuildId, manager: UserId, address: &Address) -> Result<String> {
        let token = TokenFields(guild.0, manager.0, address.as_str().to_owned());
        let words = serde_json::to_string(&token).map_err(|_| StoreError::Unreadable("a token"))?;
        Ok(self.codec.seal_alike(&words, TOKEN).replace('+', "-").replace('/', "_"))
    }

    /// Reads a token; `None` if this bot did not make it.
    #[must_use]
    pub fn read_no_more_token(&self, token: &str) -> Option<NoMoreToken> {
        if token.len() > TOKEN_BYTES {
            return None;
        }
        let opened = self.codec.open_alike(&token.replace('-', "+").replace('_', "/"), TOKEN).ok()?;
        let TokenFields(guild, manager, address) = serde_json::from_str(&opened).ok()?;
        Some(NoMoreToken { guild: GuildId(guild), manager: UserId(manager), address: address.parse().ok()? })
    }

    /// Whether the owner of an address said "no more of these" about one manager's digests, or about everything.
    pub async fn address_wants_no_more(&self, guild: GuildId, manager: UserId, address: &Address) -> Result<bool> {
        let (of_one, of_one_hash) = self.no_more_row(NoMoreOf::Manager(guild, manager), address);
        let (of_all, of_all_hash) = self.no_more_row(NoMoreOf::All, address);
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

    /// Whether a copy of a manager's digest went to this conversation.
    pub async fn was_copied_to(&self, guild: GuildId, manager: UserId, conversation: ChannelId) -> Result<bool> {
        let found: i64 = sqlx::query_scalar(
            "select count(*) from sends where about = $1 and guild = $2 and kind = $3 and sent_channel = $4",
        )
        .bind(manager.to_db())
        .bind(guild.to_db())
        .bind(SendKind::Copy.name())
        .bind(conversation.to_db())
        .fetch_one(&self.pool)
        .await?;
        Ok(found > 0)
    }

    /// Stores for good, as a keyed hash, that the owner of an address wants no more. Idempotent.
    pub async fn note_no_more(&self, what: NoMoreOf, address: &Address) -> Result<()> {
        let (guild, hash) = self.no_more_row(what, address);
        self.note_stop(GuildId::from_db(guild), hash).await
    }

    /// Stores a "no more", also on the list beside the database, so that no restored backup forgets it.
    pub(super) async fn note_stop(&self, guild: GuildId, number: i64) -> Result<()> {
        self.list(&[Entry::Stop { number, guild }]);
        put_stop(&mut self.pool.acquire().await?, guild, number).await
    }

    /// The row of a "no more" from an address. Its hash cannot equal a member's, because the hashed text differs. A "no
    /// more" about everything belongs to no server (0), so that it outlives each.
    fn no_more_row(&self, what: NoMoreOf, address: &Address) -> (i64, i64) {
        let address = address.folded();
        match what {
            NoMoreOf::Manager(guild, manager) => {
                (guild.to_db(), self.codec.keyed_number(&format!("no-more-mail:{guild}:{manager}:{address}")))
            }
            NoMoreOf::All => (0, self.codec.keyed_number(&format!("no-more-mail:all:{address}"))),
        }
    }
}

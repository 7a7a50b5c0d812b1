//! "No more of these" from the reader of a mail: the token in it, and what its reader wants no more of.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::store::erasure_list::{Entry, put_stop};
use crate::store::{Result, Store, StoreError, Write};
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

    /// Whether the reader of an address's mail said "no more of these" about one manager's digests, or about
    /// everything.
    pub async fn address_wants_no_more(&self, guild: GuildId, manager: UserId, address: &Address) -> Result<bool> {
        for what in [NoMoreOf::Manager(guild, manager), NoMoreOf::All] {
            let [(guild, hash), (_, former)] = self.no_more_rows(what, address);
            let found: i64 =
                sqlx::query_scalar("select count(*) from no_more_copies where guild = $1 and boss in ($2, $3)")
                    .bind(guild)
                    .bind(hash)
                    .bind(former)
                    .fetch_one(&self.pool)
                    .await?;
            if found > 0 {
                return Ok(true);
            }
        }
        Ok(false)
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

    /// Stores for good, as a keyed hash, that the reader of an address's mail wants no more. Idempotent.
    pub async fn note_no_more(&self, what: NoMoreOf, address: &Address) -> Result<()> {
        // Processes of the version before may run meanwhile: they know the former hash only.
        for (guild, hash) in self.no_more_rows(what, address) {
            self.note_stop(GuildId::from_db(guild), hash).await?;
        }
        Ok(())
    }

    /// Stores a "no more", also on the list beside the database, so that no restored backup forgets it.
    pub(super) async fn note_stop(&self, guild: GuildId, number: i64) -> Result<()> {
        self.list(&[Entry::Stop { number, guild }]);
        put_stop(&mut self.pool.acquire().await?, guild, number).await
    }

    /// Adds the hashes of recipients for the addresses whose owners said it to a version that hashed each spelling by
    /// itself. Only who is some manager's boss now can be found again: a hash does not tell of what it was made.
    pub(super) async fn fill_in_recipients(&self, write: &mut Write<'_>) -> Result<()> {
        let said: Vec<(i64, i64)> =
            sqlx::query_as("select guild, boss from no_more_copies").fetch_all(&mut **write).await?;
        if said.is_empty() {
            return Ok(());
        }
        let said: HashSet<(i64, i64)> = said.into_iter().collect();
        let bosses: Vec<(i64, i64, String)> =
            sqlx::query_as("select guild, member, boss_mail_enc from managers where boss_mail_enc is not null")
                .fetch_all(&mut **write)
                .await?;
        for (guild, manager, sealed) in bosses {
            let (guild, manager) = (GuildId::from_db(guild), UserId::from_db(manager));
            // What cannot be opened is found where it is used.
            let Ok(Some(mail)) = self.read_boss_mail(guild, manager, &sealed) else { continue };
            for what in [NoMoreOf::Manager(guild, manager), NoMoreOf::All] {
                let [new, former] = self.no_more_rows(what, &mail.to);
                if said.contains(&former) && !said.contains(&new) {
                    self.list(&[Entry::Stop { number: new.1, guild: GuildId::from_db(new.0) }]);
                    put_stop(write, GuildId::from_db(new.0), new.1).await?;
                }
            }
        }
        Ok(())
    }

    /// The row of a "no more" from the reader of an address, and the one that was made of its spelling before. Their hashes
    /// cannot equal a member's, because the hashed text differs. A "no more" about everything belongs to no server (0),
    /// so that it outlives each.
    fn no_more_rows(&self, what: NoMoreOf, address: &Address) -> [(i64, i64); 2] {
        [address.recipient(), address.folded()].map(|address| match what {
            NoMoreOf::Manager(guild, manager) => {
                (guild.to_db(), self.codec.keyed_number(&format!("no-more-mail:{guild}:{manager}:{address}")))
            }
            NoMoreOf::All => (0, self.codec.keyed_number(&format!("no-more-mail:all:{address}"))),
        })
    }
}

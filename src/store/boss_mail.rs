//! The mail address of a manager's boss. `Store::seal` encrypts it and binds it to its row; how is in `store::sealing`.

use serde::{Deserialize, Serialize};

use crate::store::{Result, Store, StoreError};
use domain::ids::{GuildId, UserId};
use domain::mail::Address;

/// Where a manager's boss gets mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BossMail {
    /// The boss's address.
    pub to: Address,
    /// Where their answers go.
    pub reply_to: Option<Address>,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<String>,
}

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

    /// What was kept sealed about where a boss gets mail; `None` if it does not open.
    pub(super) fn read_boss_mail(&self, guild: GuildId, manager: UserId, sealed: &str) -> Result<Option<BossMail>> {
        let unreadable = || StoreError::Unreadable("managers.boss_mail");
        let Some(opened) = self.opened(sealed, &place_of(guild, manager)) else { return Ok(None) };
        let words: Sealed = serde_json::from_str(&opened).map_err(|_| unreadable())?;
        let address = |text: String| text.parse::<Address>().map_err(|_| unreadable());
        Ok(Some(BossMail { to: address(words.to)?, reply_to: words.reply_to.map(address).transpose()? }))
    }
}

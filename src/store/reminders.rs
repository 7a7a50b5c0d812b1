//! The reminders that people asked for: each is a send, which its person takes back by the same button. And the files that
//! managers get once more, at a time of their own, too.

mod last_files;

pub(super) use last_files::move_last_files;

use chrono_tz::Tz;

use crate::store::sends::{Origin, insert};
use crate::store::{Result, Store, StoreError, Write, ms};
use domain::campaign::Campaign;
use domain::ids::UserId;
use domain::plan::{Planned, remind};
use domain::send::SendKind;

/// What became of a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toggled {
    /// It waits for its time.
    Set,
    /// It is not sent.
    TakenBack,
    /// It was sent, or is on its way.
    OnItsWay,
}

impl Store {
    /// Plans a reminder, or takes it back if it is planned.
    pub async fn toggle_reminder(&self, reminder: &Planned) -> Result<Toggled> {
        let mut write = self.write().await?;
        let key = reminder.key.to_string();
        let known: Option<(String, Option<i64>)> = sqlx::query_as("select state, taken_at from sends where key = $1")
            .bind(key.as_str())
            .fetch_optional(&mut *write)
            .await?;
        let toggled = match known.as_ref().map(|(state, taken)| (state.as_str(), taken)) {
            None | Some(("dropped" | "skipped", _)) => Toggled::Set,
            Some(("planned", None)) => Toggled::TakenBack,
            Some(_) => Toggled::OnItsWay,
        };
        if toggled != Toggled::OnItsWay {
            sqlx::query("delete from sends where key = $1").bind(key).execute(&mut *write).await?;
        }
        if toggled == Toggled::Set {
            insert(&mut write, reminder.key.guild(), reminder.key.year(), reminder, Origin::People).await?;
        }
        write.commit().await?;
        Ok(toggled)
    }
}

/// After a zone changed: moves the reminders that wait.
pub(super) async fn move_reminders(write: &mut Write<'_>, campaign: &Campaign) -> Result<()> {
    let waiting: Vec<(String, i64, Option<String>)> = sqlx::query_as(
        "select s.key, s.about, m.timezone from sends s
             left join managers m on m.guild = s.guild and m.member = s.about and m.place in ('invited', 'accepted')
         where s.guild = $1 and s.year = $2 and s.kind = $3 and s.state = 'planned' and s.taken_at is null
             and s.about is not null",
    )
    .bind(campaign.guild.to_db())
    .bind(i64::from(campaign.year))
    .bind(SendKind::Remind.name())
    .fetch_all(&mut **write)
    .await?;
    for (key, person, zone) in waiting {
        let zone: Option<Tz> =
            zone.map(|zone| zone.parse()).transpose().map_err(|_| StoreError::Unreadable("managers.timezone"))?;
        let moved = remind(campaign, UserId::from_db(person), zone);
        sqlx::query("update sends set due_at = $2, retry_at = $2, until_at = $3 where key = $1 and due_at <> $2")
            .bind(key)
            .bind(ms(moved.due))
            .bind(moved.until.map(ms))
            .execute(&mut **write)
            .await?;
    }
    Ok(())
}

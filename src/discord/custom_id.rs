//! Custom ids: everything a button, a menu or a form needs is in its id, so that it works after a restart.
//!
//! Discord allows 100 characters, unique within a message
//! (<https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id>).

use crate::domain::ids::{GuildId, MessageId, UserId};
use crate::domain::send::Mark;
use crate::domain::thanks::{Consent, ThanksId};

/// What somebody pressed, chose from, or sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustomId {
    /// **Say thank you**: opens the form; a manager may be chosen already.
    Thank(Option<UserId>),
    /// The form itself; its number tells one form from another, so that none is taken twice.
    ThankForm(Option<UserId>),
    /// **Try again**: opens the form with the words that were refused, which stand in the message that carries it.
    TryAgain,
    /// A receipt's choice of consent.
    ReceiptConsent(ThanksId, Consent),
    /// A receipt's **Undo**, or the withdrawal in `/cmad mine`.
    Withdraw(ThanksId),
    /// Takes a withdrawn thanks back in.
    TakeBack(ThanksId),
    /// The list of one's own thanks: a menu whose values are numbers of thanks.
    Mine,
    /// The author of found words answers: opens their choices.
    Found(UserId),
    /// The answer itself.
    FoundConsent(Consent),
    /// The author of an unclear message picks whom they meant: opens the picker.
    Whom(UserId, MessageId),
    /// The picker itself.
    WhomPicked(MessageId),
    /// A manager accepts their place.
    Accept(GuildId),
    /// A manager declines.
    Decline(GuildId),
    /// **My digest**: opens the desk.
    Desk(GuildId, i32),
    /// The desk, with the words although the digest is not due.
    DeskShowNow(GuildId, i32),
    /// The desk's menu of pins.
    DeskPin(GuildId, i32),
    /// The desk's menu of hidden quotes.
    DeskHide(GuildId, i32),
    /// **Copy my boss**.
    DeskCopy(GuildId, i32),
    /// **Yes, send it**: after the preview of what the boss gets.
    DeskCopyNow(GuildId, i32),
    /// **Keep it to myself**.
    DeskKeep(GuildId, i32),
    /// The files to forward.
    DeskFiles(GuildId, i32),
    /// A boss's "no more of these" about one manager.
    NoMore(GuildId, UserId),
    /// `/cmad` in a private conversation asks which server: a menu whose values are servers, for the command named.
    WhichServer(String),
    /// **Export**: what is stored about whoever presses it, as files.
    PrivacyExport,
    /// **Erase**: asks once more.
    PrivacyErase,
    /// **Yes, erase everything**.
    PrivacyEraseNow,
    /// **Keep it**.
    PrivacyKeep,
    /// A step picked in `/campaign steps`.
    Steps,
    /// How the campaign stands, again.
    Status,
}

/// A custom id with the mark of the send that carried it, if it was carried by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// What it means.
    pub id: CustomId,
    /// The mark by which the message is found again after a crash.
    pub mark: Option<String>,
}

impl CustomId {
    /// The id as text.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Thank(None) => "thank".to_owned(),
            Self::Thank(Some(user)) => format!("thank:{user}"),
            Self::ThankForm(None) => "thank-form".to_owned(),
            Self::ThankForm(Some(user)) => format!("thank-form:{user}"),
            Self::TryAgain => "try-again".to_owned(),
            Self::ReceiptConsent(id, consent) => format!("receipt:{}:{consent}", id.0),
            Self::Withdraw(id) => format!("withdraw:{}", id.0),
            Self::TakeBack(id) => format!("take-back:{}", id.0),
            Self::Mine => "mine".to_owned(),
            Self::Found(giver) => format!("found:{giver}"),
            Self::FoundConsent(consent) => format!("found-consent:{consent}"),
            Self::Whom(giver, message) => format!("whom:{giver}:{message}"),
            Self::WhomPicked(message) => format!("whom-picked:{message}"),
            Self::Accept(guild) => format!("accept:{guild}"),
            Self::Decline(guild) => format!("decline:{guild}"),
            Self::Desk(guild, year) => format!("desk:{guild}:{year}"),
            Self::DeskShowNow(guild, year) => format!("desk-show:{guild}:{year}"),
            Self::DeskPin(guild, year) => format!("desk-pin:{guild}:{year}"),
            Self::DeskHide(guild, year) => format!("desk-hide:{guild}:{year}"),
            Self::DeskCopy(guild, year) => format!("desk-copy:{guild}:{year}"),
            Self::DeskCopyNow(guild, year) => format!("desk-copy-now:{guild}:{year}"),
            Self::DeskKeep(guild, year) => format!("desk-keep:{guild}:{year}"),
            Self::DeskFiles(guild, year) => format!("desk-files:{guild}:{year}"),
            Self::NoMore(guild, manager) => format!("no-more:{guild}:{manager}"),
            Self::WhichServer(command) => format!("which-server:{command}"),
            Self::PrivacyExport => "export-me".to_owned(),
            Self::PrivacyErase => "erase-me".to_owned(),
            Self::PrivacyEraseNow => "erase-me-now".to_owned(),
            Self::PrivacyKeep => "keep-me".to_owned(),
            Self::Steps => "steps".to_owned(),
            Self::Status => "status".to_owned(),
        }
    }

    /// The id as text, with the mark of the send that carries it.
    #[must_use]
    pub fn marked(&self, mark: &Mark) -> String {
        format!("{}~{mark}", self.text())
    }

    /// Reads an id; `None` for one that is not ours or is from a version that we do not know.
    #[must_use]
    pub fn read(text: &str) -> Option<Marked> {
        let (body, mark) = text.split_once('~').map_or((text, None), |(body, mark)| (body, Some(mark.to_owned())));
        let mut parts = body.split(':');
        let verb = parts.next()?;
        let args: Vec<&str> = parts.collect();
        let id = Self::from_parts(verb, &args)?;
        Some(Marked { id, mark })
    }

    fn from_parts(verb: &str, args: &[&str]) -> Option<Self> {
        let desk = |make: fn(GuildId, i32) -> Self| match args {
            [guild, year] => Some(make(guild.parse().ok()?, year.parse().ok()?)),
            _ => None,
        };
        Some(match (verb, args) {
            ("thank", []) => Self::Thank(None),
            ("thank", [user]) => Self::Thank(Some(user.parse().ok()?)),
            ("thank-form", []) => Self::ThankForm(None),
            ("thank-form", [user]) => Self::ThankForm(Some(user.parse().ok()?)),
            ("try-again", []) => Self::TryAgain,
            ("receipt", [id, consent]) => {
                Self::ReceiptConsent(ThanksId(id.parse().ok()?), Consent::from_name(consent)?)
            }
            ("withdraw", [id]) => Self::Withdraw(ThanksId(id.parse().ok()?)),
            ("take-back", [id]) => Self::TakeBack(ThanksId(id.parse().ok()?)),
            ("mine", []) => Self::Mine,
            ("found", [giver]) => Self::Found(giver.parse().ok()?),
            ("found-consent", [consent]) => Self::FoundConsent(Consent::from_name(consent)?),
            ("whom", [giver, message]) => Self::Whom(giver.parse().ok()?, message.parse().ok()?),
            ("whom-picked", [message]) => Self::WhomPicked(message.parse().ok()?),
            ("accept", [guild]) => Self::Accept(guild.parse().ok()?),
            ("decline", [guild]) => Self::Decline(guild.parse().ok()?),
            ("no-more", [guild, manager]) => Self::NoMore(guild.parse().ok()?, manager.parse().ok()?),
            ("which-server", [command]) => Self::WhichServer((*command).to_owned()),
            ("export-me", []) => Self::PrivacyExport,
            ("erase-me", []) => Self::PrivacyErase,
            ("erase-me-now", []) => Self::PrivacyEraseNow,
            ("keep-me", []) => Self::PrivacyKeep,
            ("steps", []) => Self::Steps,
            ("status", []) => Self::Status,
            ("desk", _) => desk(Self::Desk)?,
            ("desk-show", _) => desk(Self::DeskShowNow)?,
            ("desk-pin", _) => desk(Self::DeskPin)?,
            ("desk-hide", _) => desk(Self::DeskHide)?,
            ("desk-copy", _) => desk(Self::DeskCopy)?,
            ("desk-copy-now", _) => desk(Self::DeskCopyNow)?,
            ("desk-keep", _) => desk(Self::DeskKeep)?,
            ("desk-files", _) => desk(Self::DeskFiles)?,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::send::SendKey;

    #[test]
    fn ids_read_back_and_fit() {
        let (guild, user, message) = (GuildId(u64::MAX), UserId(u64::MAX), MessageId(u64::MAX));
        let thanks = ThanksId(i64::MAX);
        let all = [
            CustomId::Thank(None),
            CustomId::Thank(Some(user)),
            CustomId::ThankForm(None),
            CustomId::ThankForm(Some(user)),
            CustomId::TryAgain,
            CustomId::ReceiptConsent(thanks, Consent::Private),
            CustomId::Withdraw(thanks),
            CustomId::TakeBack(thanks),
            CustomId::Mine,
            CustomId::Found(user),
            CustomId::FoundConsent(Consent::Unnamed),
            CustomId::Whom(user, message),
            CustomId::WhomPicked(message),
            CustomId::Accept(guild),
            CustomId::Decline(guild),
            CustomId::Desk(guild, 9999),
            CustomId::DeskShowNow(guild, 9999),
            CustomId::DeskPin(guild, 9999),
            CustomId::DeskHide(guild, 9999),
            CustomId::DeskCopy(guild, 9999),
            CustomId::DeskCopyNow(guild, 9999),
            CustomId::DeskKeep(guild, 9999),
            CustomId::DeskFiles(guild, 9999),
            CustomId::NoMore(guild, user),
            CustomId::WhichServer("digest".to_owned()),
            CustomId::PrivacyExport,
            CustomId::PrivacyErase,
            CustomId::PrivacyEraseNow,
            CustomId::PrivacyKeep,
            CustomId::Steps,
            CustomId::Status,
        ];
        let mark = SendKey::from_db("1/2027/day/channel/0".to_owned()).mark();
        for id in all {
            let text = id.marked(&mark);
            assert!(text.len() <= 100, "{text}");
            assert_eq!(CustomId::read(&text), Some(Marked { id: id.clone(), mark: Some(mark.as_str().to_owned()) }));
            assert_eq!(CustomId::read(&id.text()), Some(Marked { id, mark: None }));
        }
    }

    #[test]
    fn what_is_not_ours_is_nothing() {
        for text in ["", "thank:x", "receipt:1:loudly", "desk:1", "desk:1:2:3", "\u{0}", "poll:1"] {
            assert_eq!(CustomId::read(text), None, "{text}");
        }
    }
}

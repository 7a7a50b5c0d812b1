//! Custom ids: everything a button, a menu or a form needs is in its id, so that it works after a restart.
//!
//! Discord allows 100 characters, unique within a message
//! (<https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id>).

use crate::app::campaigns::Forgotten;
use crate::discord::desk_id::DeskId;
use domain::hashtag_rule::HashtagRule;
use domain::ids::{GuildId, MessageId, UserId};
use domain::nomination::NominationId;
use domain::scorecard::{Scorecard, Side};
use domain::send::Mark;
use domain::thanks::{Consent, ThanksId};

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
    /// Another page of `/cmad mine`.
    MinePage(u16),
    /// The author of found words answers: opens their choices.
    Found(UserId),
    /// The answer itself.
    FoundConsent(Consent),
    /// The author of an unclear message picks whom they meant: opens the picker.
    Whom(UserId, MessageId),
    /// The picker itself.
    WhomPicked(MessageId),
    /// The author of a message that somebody else wants saved: opens their choices.
    Save(UserId, MessageId),
    /// Its author says yes, and what may be done with it.
    SaveConsent(MessageId, Consent),
    /// Its author says no.
    SaveNo(MessageId),
    /// Whom a saved message is for: the picker, with what its author chose already.
    SavePicked(MessageId, Option<Consent>),
    /// A manager accepts their place.
    Accept(GuildId),
    /// A manager declines.
    Decline(GuildId),
    /// **My digest**: opens the desk.
    Desk(GuildId, i32),
    /// The desk, with the words although the digest is not due.
    DeskShowNow(GuildId, i32),
    /// Anything on the desk's further pages.
    At(GuildId, i32, DeskId),
    /// **Copy my boss**.
    DeskCopy(GuildId, i32),
    /// **Yes, send it**: after the preview of what the boss gets, with what was looked at there.
    DeskCopyNow(GuildId, i32, String),
    /// **Keep it to myself**.
    DeskKeep(GuildId, i32),
    /// The files to forward.
    DeskFiles(GuildId, i32),
    /// **Wait**: the copy that would go by itself does not.
    DeskWait(GuildId, i32),
    /// Dismisses colleagues' suggestions.
    DeskDismiss(GuildId, i32),
    /// **Copy their boss** on a colleague's receipt.
    CopyTheirs(ThanksId),
    /// **Suggest it to them**.
    SuggestCopy(ThanksId),
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
    /// Forgets one setting of the server.
    Forget(Forgotten),
    /// An admin lets a manager's answer be posted again.
    RestoreAnswer(i32, UserId),
    /// One side's menu on the scorecard, with everything that is ticked.
    Scorecard(Side, Scorecard),
    /// The list of thanks that can be hidden: a menu whose values are numbers of thanks.
    HideThanks(u16),
    /// Another page of the list to hide from.
    HidePage(u16),
    /// The list of those that can be restored.
    RestoreThanks(u16),
    /// Another page of the list to restore from.
    RestorePage(u16),
    /// The menu of channels in which the hashtag is heard, or is not.
    HashtagChannels(HashtagRule),
    /// **Nominate them**: opens the form with somebody in it.
    Nominate(UserId),
    /// That form.
    NominateForm,
    /// What became of one's own nominations.
    MyNominations(GuildId),
    /// An admin accepts a nomination.
    NominationAccept(GuildId, NominationId),
    /// An admin declines one: opens the form with the reason.
    NominationDecline(GuildId, NominationId),
    /// That form.
    NominationDeclineForm(GuildId, NominationId),
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
            Self::MinePage(page) => format!("mine:{page}"),
            Self::Found(giver) => format!("found:{giver}"),
            Self::FoundConsent(consent) => format!("found-consent:{consent}"),
            Self::Whom(giver, message) => format!("whom:{giver}:{message}"),
            Self::WhomPicked(message) => format!("whom-picked:{message}"),
            Self::Save(author, message) => format!("save:{author}:{message}"),
            Self::SaveConsent(message, consent) => format!("save-consent:{message}:{consent}"),
            Self::SaveNo(message) => format!("save-no:{message}"),
            Self::SavePicked(message, None) => format!("save-picked:{message}"),
            Self::SavePicked(message, Some(consent)) => format!("save-picked:{message}:{consent}"),
            Self::Accept(guild) => format!("accept:{guild}"),
            Self::Decline(guild) => format!("decline:{guild}"),
            Self::Desk(guild, year) => format!("desk:{guild}:{year}"),
            Self::DeskShowNow(guild, year) => format!("desk-show:{guild}:{year}"),
            Self::At(guild, year, what) => format!("at:{guild}:{year}:{}", what.text()),
            Self::DeskCopy(guild, year) => format!("desk-copy:{guild}:{year}"),
            Self::DeskCopyNow(guild, year, seen) => format!("desk-copy-now:{guild}:{year}:{seen}"),
            Self::DeskKeep(guild, year) => format!("desk-keep:{guild}:{year}"),
            Self::DeskFiles(guild, year) => format!("desk-files:{guild}:{year}"),
            Self::DeskWait(guild, year) => format!("desk-wait:{guild}:{year}"),
            Self::DeskDismiss(guild, year) => format!("desk-dismiss:{guild}:{year}"),
            Self::CopyTheirs(id) => format!("copy-theirs:{}", id.0),
            Self::SuggestCopy(id) => format!("suggest-copy:{}", id.0),
            Self::NoMore(guild, manager) => format!("no-more:{guild}:{manager}"),
            Self::WhichServer(command) => format!("which-server:{command}"),
            Self::PrivacyExport => "export-me".to_owned(),
            Self::PrivacyErase => "erase-me".to_owned(),
            Self::PrivacyEraseNow => "erase-me-now".to_owned(),
            Self::PrivacyKeep => "keep-me".to_owned(),
            Self::Steps => "steps".to_owned(),
            Self::Status => "status".to_owned(),
            Self::Forget(what) => format!("forget:{what}"),
            Self::RestoreAnswer(year, manager) => format!("restore-answer:{year}:{manager}"),
            Self::HideThanks(0) => "hide-thanks".to_owned(),
            Self::RestoreThanks(0) => "restore-thanks".to_owned(),
            Self::HideThanks(page) => format!("hide-thanks:{page}"),
            Self::RestoreThanks(page) => format!("restore-thanks:{page}"),
            Self::HidePage(page) => format!("hide-page:{page}"),
            Self::RestorePage(page) => format!("restore-page:{page}"),
            Self::HashtagChannels(rule) => format!("hashtag-channels:{rule}"),
            Self::Nominate(user) => format!("nominate:{user}"),
            Self::NominateForm => "nominate-form".to_owned(),
            Self::MyNominations(guild) => format!("my-nominations:{guild}"),
            Self::NominationAccept(guild, id) => format!("nomination-accept:{guild}:{}", id.0),
            Self::NominationDecline(guild, id) => format!("nomination-decline:{guild}:{}", id.0),
            Self::NominationDeclineForm(guild, id) => format!("nomination-declined:{guild}:{}", id.0),
            Self::Scorecard(side, card) => format!("scorecard:{side}:{card}"),
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
        let nomination = |make: fn(GuildId, NominationId) -> Self| match args {
            [guild, id] => Some(make(guild.parse().ok()?, NominationId(id.parse().ok()?))),
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
            ("copy-theirs", [id]) => Self::CopyTheirs(ThanksId(id.parse().ok()?)),
            ("suggest-copy", [id]) => Self::SuggestCopy(ThanksId(id.parse().ok()?)),
            ("mine", []) => Self::Mine,
            ("mine", [page]) => Self::MinePage(page.parse().ok()?),
            ("found", [giver]) => Self::Found(giver.parse().ok()?),
            ("found-consent", [consent]) => Self::FoundConsent(Consent::from_name(consent)?),
            ("whom", [giver, message]) => Self::Whom(giver.parse().ok()?, message.parse().ok()?),
            ("whom-picked", [message]) => Self::WhomPicked(message.parse().ok()?),
            ("save", [author, message]) => Self::Save(author.parse().ok()?, message.parse().ok()?),
            ("save-consent", [message, consent]) => {
                Self::SaveConsent(message.parse().ok()?, Consent::from_name(consent)?)
            }
            ("save-no", [message]) => Self::SaveNo(message.parse().ok()?),
            ("save-picked", [message]) => Self::SavePicked(message.parse().ok()?, None),
            ("save-picked", [message, consent]) => {
                Self::SavePicked(message.parse().ok()?, Some(Consent::from_name(consent)?))
            }
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
            ("forget", [what]) => Self::Forget(Forgotten::from_name(what)?),
            ("restore-answer", [year, manager]) => Self::RestoreAnswer(year.parse().ok()?, manager.parse().ok()?),
            ("at", [guild, year, what @ ..]) => Self::At(guild.parse().ok()?, year.parse().ok()?, DeskId::read(what)?),
            ("hide-thanks", []) => Self::HideThanks(0),
            ("restore-thanks", []) => Self::RestoreThanks(0),
            ("hide-thanks", [page]) => Self::HideThanks(page.parse().ok()?),
            ("restore-thanks", [page]) => Self::RestoreThanks(page.parse().ok()?),
            ("hide-page", [page]) => Self::HidePage(page.parse().ok()?),
            ("restore-page", [page]) => Self::RestorePage(page.parse().ok()?),
            ("hashtag-channels", [rule]) => Self::HashtagChannels(HashtagRule::from_name(rule)?),
            ("nominate", [user]) => Self::Nominate(user.parse().ok()?),
            ("nominate-form", []) => Self::NominateForm,
            ("my-nominations", [guild]) => Self::MyNominations(guild.parse().ok()?),
            ("nomination-accept", _) => nomination(Self::NominationAccept)?,
            ("nomination-decline", _) => nomination(Self::NominationDecline)?,
            ("nomination-declined", _) => nomination(Self::NominationDeclineForm)?,
            ("scorecard", [side, card]) => Self::Scorecard(Side::from_name(side)?, Scorecard::read(card)?),
            ("desk", _) => desk(Self::Desk)?,
            ("desk-show", _) => desk(Self::DeskShowNow)?,
            ("desk-copy", _) => desk(Self::DeskCopy)?,
            ("desk-copy-now", [guild, year, seen]) => {
                Self::DeskCopyNow(guild.parse().ok()?, year.parse().ok()?, (*seen).to_owned())
            }
            ("desk-keep", _) => desk(Self::DeskKeep)?,
            ("desk-wait", _) => desk(Self::DeskWait)?,
            ("desk-dismiss", _) => desk(Self::DeskDismiss)?,
            ("desk-files", _) => desk(Self::DeskFiles)?,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::send::SendKey;

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
            CustomId::MinePage(u16::MAX),
            CustomId::Found(user),
            CustomId::FoundConsent(Consent::Unnamed),
            CustomId::Whom(user, message),
            CustomId::WhomPicked(message),
            CustomId::Save(user, message),
            CustomId::SaveConsent(message, Consent::Unnamed),
            CustomId::SaveNo(message),
            CustomId::SavePicked(message, None),
            CustomId::SavePicked(message, Some(Consent::Private)),
            CustomId::Accept(guild),
            CustomId::Decline(guild),
            CustomId::Desk(guild, 9999),
            CustomId::DeskShowNow(guild, 9999),
            CustomId::DeskCopy(guild, 9999),
            CustomId::DeskCopyNow(guild, 9999, "0123456789ab".to_owned()),
            CustomId::Forget(Forgotten::AdminChannel),
            CustomId::RestoreAnswer(9999, user),
            CustomId::DeskKeep(guild, 9999),
            CustomId::DeskFiles(guild, 9999),
            CustomId::DeskWait(guild, 9999),
            CustomId::DeskDismiss(guild, 9999),
            CustomId::CopyTheirs(thanks),
            CustomId::SuggestCopy(thanks),
            CustomId::NoMore(guild, user),
            CustomId::WhichServer("digest".to_owned()),
            CustomId::PrivacyExport,
            CustomId::PrivacyErase,
            CustomId::PrivacyEraseNow,
            CustomId::PrivacyKeep,
            CustomId::Steps,
            CustomId::Status,
            CustomId::HideThanks(0),
            CustomId::HideThanks(u16::MAX),
            CustomId::HidePage(u16::MAX),
            CustomId::RestoreThanks(0),
            CustomId::RestoreThanks(u16::MAX),
            CustomId::RestorePage(u16::MAX),
            CustomId::HashtagChannels(HashtagRule::Except),
            CustomId::Nominate(user),
            CustomId::NominateForm,
            CustomId::MyNominations(guild),
            CustomId::NominationAccept(guild, NominationId(i64::MAX)),
            CustomId::NominationDecline(guild, NominationId(i64::MAX)),
            CustomId::NominationDeclineForm(guild, NominationId(i64::MAX)),
            CustomId::Scorecard(Side::Against, Scorecard::read("3ffff").unwrap()),
        ];
        let mark = "1/2027/day/channel/0".parse::<SendKey>().unwrap().mark();
        let on_the_desk = crate::discord::desk_id::samples().into_iter().map(|what| CustomId::At(guild, 9999, what));
        for id in all.into_iter().chain(on_the_desk) {
            let text = id.marked(&mark);
            assert!(text.len() <= 100, "{text}");
            assert_eq!(CustomId::read(&text), Some(Marked { id: id.clone(), mark: Some(mark.as_str().to_owned()) }));
            assert_eq!(CustomId::read(&id.text()), Some(Marked { id, mark: None }));
        }
    }

    /// Messages on Discord carry these for years. A line may be added, none may change.
    const TEXTS: &str = include_str!("texts.txt");

    #[test]
    fn what_old_messages_carry_is_read_and_written_the_same() {
        for text in TEXTS.lines() {
            let read = CustomId::read(text).unwrap_or_else(|| panic!("{text} is not read"));
            assert_eq!((read.id.text().as_str(), read.mark), (text, None));
        }
    }

    #[test]
    fn what_is_not_ours_is_nothing() {
        for text in
            ["", "thank:x", "receipt:1:loudly", "desk:1", "desk:1:2:3", "\u{0}", "poll:1", "scorecard:pro:40000"]
        {
            assert_eq!(CustomId::read(text), None, "{text}");
        }
    }
}

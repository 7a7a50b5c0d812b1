//! What can be pressed on a manager's desk beyond its first page: the part of a custom id behind the server and the
//! year.

use domain::thanks::ThanksId;

/// What was pressed, chosen from, or sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskId {
    /// Back to the desk.
    Open,
    /// The menu of years.
    Years,
    /// **Keep it to myself**, on the desk itself.
    Keep,
    /// A page of the quotes.
    Quotes(u16),
    /// The menu of pins on that page.
    Pin(u16),
    /// The menu of hidden quotes on that page.
    Hide(u16),
    /// The menu that opens one quote.
    Look(u16),
    /// One stands at this place from the top; at none with 0.
    Place(ThanksId, u8),
    /// One does not go to the boss.
    HideOne(ThanksId),
    /// One does go to the boss.
    ShowOne(ThanksId),
    /// The menu of shorter versions of one.
    Shorten(ThanksId),
    /// The sentence to the boss.
    Sentence,
    /// Opens its form, with what stands in the message.
    SentenceWrite,
    /// That form.
    SentenceForm,
    /// No sentence.
    SentenceNone,
    /// The menu of files that go with a copy.
    Forms,
    /// The menu of forms in which the manager takes their own digest.
    Own,
    /// The menu of forms in which they take the version for their boss.
    Forward,
    /// A copy as it left.
    Left(u32),
    /// **Answer everybody**: how the answer stands.
    Answer,
    /// Opens its form, with what stands in the message.
    AnswerWrite,
    /// That form.
    AnswerForm,
    /// **Post it**.
    AnswerPost,
    /// **Take it back**, or throw away what nobody has seen.
    AnswerBack,
}

impl DeskId {
    /// As text, without the server and the year.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Open => "open".to_owned(),
            Self::Years => "years".to_owned(),
            Self::Keep => "keep".to_owned(),
            Self::Quotes(page) => format!("quotes:{page}"),
            Self::Pin(page) => format!("pin:{page}"),
            Self::Hide(page) => format!("hide:{page}"),
            Self::Look(page) => format!("look:{page}"),
            Self::Place(id, place) => format!("place:{}:{place}", id.0),
            Self::HideOne(id) => format!("hide-one:{}", id.0),
            Self::ShowOne(id) => format!("show-one:{}", id.0),
            Self::Shorten(id) => format!("shorten:{}", id.0),
            Self::Sentence => "sentence".to_owned(),
            Self::SentenceWrite => "write-sentence".to_owned(),
            Self::SentenceForm => "sentence-form".to_owned(),
            Self::SentenceNone => "sentence-none".to_owned(),
            Self::Forms => "forms".to_owned(),
            Self::Own => "own".to_owned(),
            Self::Forward => "forward".to_owned(),
            Self::Left(revision) => format!("left:{revision}"),
            Self::Answer => "answer".to_owned(),
            Self::AnswerWrite => "write-answer".to_owned(),
            Self::AnswerForm => "answer-form".to_owned(),
            Self::AnswerPost => "publish-answer".to_owned(),
            Self::AnswerBack => "answer-back".to_owned(),
        }
    }

    /// Reads what [`DeskId::text`] wrote, parted at its colons.
    #[must_use]
    pub fn read(parts: &[&str]) -> Option<Self> {
        let thanks = |id: &str| id.parse().ok().map(ThanksId);
        Some(match parts {
            ["open"] => Self::Open,
            ["years"] => Self::Years,
            ["keep"] => Self::Keep,
            ["quotes", page] => Self::Quotes(page.parse().ok()?),
            ["pin", page] => Self::Pin(page.parse().ok()?),
            ["hide", page] => Self::Hide(page.parse().ok()?),
            ["look", page] => Self::Look(page.parse().ok()?),
            ["place", id, place] => Self::Place(thanks(id)?, place.parse().ok()?),
            ["hide-one", id] => Self::HideOne(thanks(id)?),
            ["show-one", id] => Self::ShowOne(thanks(id)?),
            ["shorten", id] => Self::Shorten(thanks(id)?),
            ["sentence"] => Self::Sentence,
            ["write-sentence"] => Self::SentenceWrite,
            ["sentence-form"] => Self::SentenceForm,
            ["sentence-none"] => Self::SentenceNone,
            ["forms"] => Self::Forms,
            ["own"] => Self::Own,
            ["forward"] => Self::Forward,
            ["left", revision] => Self::Left(revision.parse().ok()?),
            ["answer"] => Self::Answer,
            ["write-answer"] => Self::AnswerWrite,
            ["answer-form"] => Self::AnswerForm,
            ["publish-answer"] => Self::AnswerPost,
            ["answer-back"] => Self::AnswerBack,
            _ => return None,
        })
    }

    /// Whether pressing it changes the message that carries it: what may stand under a digest in the private
    /// conversation, and what gives files, answers with a message of its own.
    #[must_use]
    pub const fn changes_its_message(self) -> bool {
        !matches!(self, Self::Answer | Self::Own | Self::Forward | Self::Left(_))
    }
}

#[cfg(test)]
pub(super) fn samples() -> Vec<DeskId> {
    let id = ThanksId(i64::MAX);
    use DeskId as D;
    vec![
        D::Open,
        D::Years,
        D::Keep,
        D::Quotes(u16::MAX),
        D::Pin(u16::MAX),
        D::Hide(u16::MAX),
        D::Look(u16::MAX),
        D::Place(id, 3),
        D::HideOne(id),
        D::ShowOne(id),
        D::Shorten(id),
        D::Sentence,
        D::SentenceWrite,
        D::SentenceForm,
        D::SentenceNone,
        D::Forms,
        D::Own,
        D::Forward,
        D::Left(u32::MAX),
        D::Answer,
        D::AnswerWrite,
        D::AnswerForm,
        D::AnswerPost,
        D::AnswerBack,
    ]
}

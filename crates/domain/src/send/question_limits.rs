//! How many questions may stand open.

/// How many questions may be open at once. One is open from when it is planned until it is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionLimits {
    /// To one person in one campaign, of all kinds together.
    pub per_person: u32,
    /// Posted to one person in one server within an hour, whatever became of them: they take a question away by deleting or
    /// editing the message above it.
    pub per_hour: u32,
    /// Whom a message thanks: in one channel.
    pub whom_per_channel: u32,
    /// Whether words may be passed on or saved: in one channel.
    pub consent_per_channel: u32,
}

impl Default for QuestionLimits {
    fn default() -> Self {
        Self { per_person: 1, per_hour: 10, whom_per_channel: 3, consent_per_channel: 10 }
    }
}

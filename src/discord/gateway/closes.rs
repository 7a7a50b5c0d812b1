//! What the operator reads of connections that Discord closes: code and words, and once that it happens again and again.

use twilight_gateway::CloseFrame;

/// The code that stands for a close frame without one.
const NO_CODE: u16 = 1005;

/// So many closes in a row are worth a warning: Discord asks for a reconnect now and then, and that is no fault.
const REPEATED: u32 = 3;

/// The closes since a connection last held.
#[derive(Debug, Default)]
pub(super) struct Closes(u32);

impl Closes {
    /// Logs a close frame, and returns its code. Discord's words are a sentence about the protocol, so they may be
    /// logged; they are escaped, because they come from outside. A connection that `broke` was not closed by Discord.
    pub(super) fn note(&mut self, frame: Option<&CloseFrame<'_>>, broke: Option<String>) -> u16 {
        let code = frame.map_or(NO_CODE, |frame| frame.code);
        let reason =
            frame.map(|frame| frame.reason.as_ref()).filter(|reason| !reason.is_empty()).unwrap_or("none given");
        self.0 = self.0.saturating_add(1);
        if let Some(why) = broke {
            match self.0 {
                ..REPEATED => tracing::info!(why, "the gateway connection broke"),
                REPEATED => tracing::warn!(why, times = REPEATED, "the gateway connection breaks again and again"),
                times => tracing::debug!(why, times, "the gateway connection broke"),
            }
            return code;
        }
        match self.0 {
            ..REPEATED => tracing::info!(code, ?reason, "Discord closed the gateway connection"),
            REPEATED => {
                let times = REPEATED;
                tracing::warn!(code, ?reason, times, "Discord closes the gateway connection again and again");
            }
            times => tracing::debug!(code, ?reason, times, "Discord closed the gateway connection"),
        }
        code
    }
}

//! Discord's REST interface at the start: who the bot is, and where the gateway is.

use std::sync::Arc;

use anyhow::Context as _;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::app::clock_check::CheckedClock;
use crate::discord::context::Me;
use crate::discord::rest::{GatewayBot, Rest, RestOptions};
use domain::away::Contents;

/// What Discord says about the bot.
pub(super) struct Discord {
    pub(super) rest: Arc<Rest>,
    pub(super) gateway: GatewayBot,
    pub(super) me: Me,
}

impl Discord {
    /// Asks Discord who the bot is, and what time it is.
    ///
    /// # Errors
    /// The token is not known, Discord cannot be reached, or it refuses.
    pub(super) async fn connect(options: &RestOptions<'_>, clock: Arc<CheckedClock>) -> anyhow::Result<Self> {
        let rest = Arc::new(Rest::new(options)?);
        rest.tell_time_to(clock);
        // The cause says whether Discord was not reached, does not accept the token, or refuses something else.
        let asking = "Discord does not say who the bot is, so it cannot start";
        let gateway = rest.gateway_bot().await.context(asking)?;
        let application = rest.application().await.context(asking)?;
        let user = rest.current_user().await.context(asking)?;
        let me = Me {
            user: user.id,
            application: application.id,
            contents: if application.may_read_content() { Contents::Received } else { Contents::Withheld },
            tag_channels: Vec::new(),
        };
        Ok(Self { rest, gateway, me })
    }
}

/// Tells the use cases whether Discord takes the token.
pub(super) async fn tell_of_token(app: App, mut refused: watch::Receiver<bool>, cancel: CancellationToken) {
    loop {
        app.set_token_refused(*refused.borrow_and_update());
        tokio::select! {
            changed = refused.changed() => if changed.is_err() { return },
            () = cancel.cancelled() => return,
        }
    }
}

/// Shares the token's requests with the other processes.
pub(super) async fn share_requests(rest: Arc<Rest>, mut count: watch::Receiver<u16>, cancel: CancellationToken) {
    loop {
        rest.share_among(*count.borrow_and_update());
        tokio::select! {
            changed = count.changed() => if changed.is_err() { return },
            () = cancel.cancelled() => return,
        }
    }
}

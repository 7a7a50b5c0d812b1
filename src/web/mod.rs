//! What the bot serves over HTTP: a few pages for people who are not on Discord.
//!
//! Two kinds of addresses are kept apart by their routers: [`pages`] may stand on the public address (`CMAD_PUBLIC_URL`,
//! usually through a reverse proxy that speaks TLS); what is for the operator's machines alone may not, and refuses a
//! request that came through there.

mod languages;
mod no_more;
mod pages;

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::app::App;

/// The most bytes that a request may bring: a one-click answer has some twenty.
const BODY_BYTES: usize = 4096;
/// For how long one request may be worked on.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server that has its address and does not answer yet.
pub struct Bound {
    listener: TcpListener,
    addr: SocketAddr,
}

impl Bound {
    /// Takes the address; with port 0 a free one.
    ///
    /// # Errors
    /// Somebody else has it, or it is not one of this machine's.
    pub async fn at(addr: SocketAddr) -> std::io::Result<Self> {
        let listener = TcpListener::bind(addr).await?;
        let addr = listener.local_addr()?;
        Ok(Self { listener, addr })
    }

    /// The address, with the port that was given.
    #[must_use]
    pub const fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Answers until cancelled; what is being answered then is finished.
    ///
    /// # Errors
    /// The socket failed.
    pub async fn serve(self, app: App, cancel: CancellationToken) -> std::io::Result<()> {
        axum::serve(self.listener, router(app)).with_graceful_shutdown(cancel.cancelled_owned()).await
    }
}

/// Everything that is served.
fn router(app: App) -> Router {
    pages::router()
        .fallback(pages::not_found)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(from_fn(in_time))
        .with_state(app)
}

/// Nobody holds a place for longer than a request needs.
async fn in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(PATIENCE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

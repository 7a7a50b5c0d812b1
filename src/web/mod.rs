//! What the bot serves over HTTP: a few pages for people who are not on Discord.
//!
//! Two kinds of addresses are kept apart by their routers: `pages` may stand on the public address (`CMAD_PUBLIC_URL`,
//! usually through a reverse proxy that speaks TLS); what is for the operator's machines alone may not, and refuses a
//! request that came through there.

mod languages;
mod no_more;
mod operations;
mod pages;

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::app::App;

/// The most bytes that a request may bring: a one-click answer has some twenty.
const BODY_BYTES: usize = 4096;
/// For how long one request may be worked on; and how long it may take to say its headers.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long it is waited before connections are taken again when none could be: there may be no file left to open.
const BREATH: Duration = Duration::from_secs(1);

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

    /// Answers until cancelled; what is being answered then is finished. `public_host` is the host of
    /// `CMAD_PUBLIC_URL`, at which nothing for the operator is to be found.
    ///
    /// # Errors
    /// The socket failed.
    pub async fn serve(self, app: App, public_host: Option<String>, cancel: CancellationToken) -> std::io::Result<()> {
        answer(self.listener, router(app, public_host.as_deref()), PATIENCE, cancel).await;
        Ok(())
    }
}

/// Answers with `router` until cancelled. Whoever connects and does not say within `patience` what they want is hung up
/// on, which `axum::serve` would not do.
async fn answer(listener: TcpListener, router: Router, patience: Duration, cancel: CancellationToken) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience);
    let open = GracefulShutdown::new();
    while let Some(taken) = cancel.run_until_cancelled(listener.accept()).await {
        match taken {
            Ok((stream, _)) => {
                let service = TowerToHyperService::new(router.clone());
                let connection = open.watch(http.serve_connection(TokioIo::new(stream), service));
                // How a connection ends is its caller's affair: most hang up, and some say nothing that can be read.
                tokio::spawn(async move { drop(connection.await) });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    open.shutdown().await;
}

/// Everything that is served.
fn router(app: App, public_host: Option<&str>) -> Router {
    pages::router()
        .merge(operations::router(app.clone(), public_host))
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

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;

    use super::*;

    #[tokio::test]
    async fn whoever_does_not_finish_their_headers_is_hung_up_on() {
        let site = Bound::at(([127, 0, 0, 1], 0).into()).await.unwrap();
        let (addr, cancel) = (site.addr(), CancellationToken::new());
        let router = Router::new().route("/", get(async || "here"));
        let patience = Duration::from_millis(200);
        let serving = tokio::spawn(answer(site.listener, router, patience, cancel.clone()));

        // Without the limit this reads for ever.
        let mut slow = TcpStream::connect(addr).await.unwrap();
        slow.write_all(b"GET / HTTP/1.1\r\nHost: cmad").await.unwrap();
        let mut told = Vec::new();
        slow.read_to_end(&mut told).await.unwrap();
        assert!(!String::from_utf8_lossy(&told).contains("here"), "it never asked to the end");

        let mut usual = TcpStream::connect(addr).await.unwrap();
        usual.write_all(b"GET / HTTP/1.1\r\nHost: cmad\r\nConnection: close\r\n\r\n").await.unwrap();
        let mut told = Vec::new();
        usual.read_to_end(&mut told).await.unwrap();
        let told = String::from_utf8_lossy(&told);
        assert!(told.starts_with("HTTP/1.1 200") && told.ends_with("here"), "{told}");

        cancel.cancel();
        serving.await.unwrap();
        assert!(TcpStream::connect(addr).await.is_err(), "nobody answers any more");
    }
}

//! The bot's HTTP server: a few pages for people who are not on Discord, and the operator's endpoints.
//!
//! The pages may be public (at `CMAD_PUBLIC_URL`, usually behind a reverse proxy with TLS). The metrics have a listener of
//! their own, so that no proxy's rule can publish them.

mod calendar;
mod languages;
mod no_more;
mod operations;
mod pages;
mod reply;

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use domain::mail::PublicUrl;

/// The largest body of a request: a one-click answer has some twenty bytes.
const BODY_BYTES: usize = 4096;
/// How long a request may take, and how long its headers may.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The pause after a connection could not be accepted: the process may have no file descriptor left.
const ACCEPT_PAUSE: Duration = Duration::from_secs(1);

/// A server that is bound to its address and does not answer yet.
pub struct Bound {
    listener: TcpListener,
    addr: SocketAddr,
}

impl Bound {
    /// Binds to the address; with port 0 to a free port.
    ///
    /// # Errors
    /// Another program has it, or it is not one of this machine's.
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

    /// Serves pages and health until cancelled, then finishes running requests. `public` is `CMAD_PUBLIC_URL`: the pages
    /// are also served below its path.
    pub async fn serve(self, app: App, public: Option<PublicUrl>, cancel: CancellationToken) {
        answer(self.listener, router(app, public.as_ref()), TIMEOUT, cancel).await;
    }

    /// Serves the metrics until cancelled, and nothing else.
    pub async fn serve_metrics(self, app: App, cancel: CancellationToken) {
        let router = operations::metrics_router(app).layer(DefaultBodyLimit::max(BODY_BYTES)).layer(from_fn(in_time));
        answer(self.listener, router, TIMEOUT, cancel).await;
    }
}

/// Serves `router` until cancelled. Disconnects a client that does not finish its headers within `timeout`, which
/// `axum::serve` would not do.
async fn answer(listener: TcpListener, router: Router, timeout: Duration, cancel: CancellationToken) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(timeout);
    let open = GracefulShutdown::new();
    while let Some(taken) = cancel.run_until_cancelled(listener.accept()).await {
        match taken {
            Ok((stream, _)) => {
                let service = TowerToHyperService::new(router.clone());
                let connection = open.watch(http.serve_connection(TokioIo::new(stream), service));
                // How a connection ends is not logged: clients disconnect, and some do not speak HTTP.
                tokio::spawn(async move { drop(connection.await) });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    open.shutdown().await;
}

/// Everything that is served. Some reverse proxies take the path of the public address away before they pass a request
/// on, and some keep it.
fn router(app: App, public: Option<&PublicUrl>) -> Router {
    let reply = || get(reply::ask).post(reply::say).layer(DefaultBodyLimit::max(reply::FORM_BYTES));
    let pages = || {
        Router::new()
            .route("/calendar.ics", get(calendar::day))
            .route("/no-more/{token}", get(no_more::ask).post(no_more::say))
            .route("/reply/{token}", reply())
    };
    let kept = match public.map(PublicUrl::path) {
        None | Some("") => Router::new(),
        Some(path) => Router::new().nest(path, pages()),
    };
    pages()
        .merge(kept)
        .merge(operations::router(app.clone()))
        .fallback(pages::not_found)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(from_fn(in_time))
        .with_state(app)
}

/// Answers 408 where a request takes too long.
async fn in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(TIMEOUT, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;

    use super::*;

    #[tokio::test]
    async fn a_client_that_does_not_finish_its_headers_is_disconnected() {
        let site = Bound::at(([127, 0, 0, 1], 0).into()).await.unwrap();
        let (addr, cancel) = (site.addr(), CancellationToken::new());
        let router = Router::new().route("/", get(async || "here"));
        let timeout = Duration::from_millis(200);
        let serving = tokio::spawn(answer(site.listener, router, timeout, cancel.clone()));

        // Without the limit this reads for ever.
        let mut slow = TcpStream::connect(addr).await.unwrap();
        slow.write_all(b"GET / HTTP/1.1\r\nHost: cmad").await.unwrap();
        let mut answer = Vec::new();
        slow.read_to_end(&mut answer).await.unwrap();
        assert!(!String::from_utf8_lossy(&answer).contains("here"), "its request never ended");

        let mut usual = TcpStream::connect(addr).await.unwrap();
        usual.write_all(b"GET / HTTP/1.1\r\nHost: cmad\r\nConnection: close\r\n\r\n").await.unwrap();
        let mut answer = Vec::new();
        usual.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("here"), "{answer}");

        cancel.cancel();
        serving.await.unwrap();
        assert!(TcpStream::connect(addr).await.is_err(), "the server is gone");
    }
}

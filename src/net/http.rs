//! HTTP requests over our own connections. Connections are reused for a few seconds only: a router that was started again
//! forgets them without a word, and the first request over such a connection would wait in vain.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http_body_util::Full;
use hyper::Uri;
use hyper::body::Bytes;
use hyper_util::client::legacy::{self, Client};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tower_service::Service;

use crate::net::{DialError, Dialer, Place, Security, Stream};

/// How long a connection that no request uses is kept.
const IDLE: Duration = Duration::from_secs(15);

/// A client whose requests go over the dialer's connections.
pub type HttpClient = Client<Connector, Full<Bytes>>;

/// A client that reuses connections, and one that opens a new one for each request.
#[must_use]
pub fn clients(dialer: &Dialer) -> (HttpClient, HttpClient) {
    let builder = |idle: usize| {
        let mut builder = Client::builder(TokioExecutor::new());
        builder.pool_timer(TokioTimer::new()).pool_idle_timeout(IDLE).pool_max_idle_per_host(idle);
        builder.build(Connector(dialer.clone()))
    };
    (builder(usize::MAX), builder(0))
}

/// Why no connection could be opened for a request; `None` where that is not why it failed.
#[must_use]
pub fn dial_error(error: &legacy::Error) -> Option<&DialError> {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        cause = error.source();
    }
    None
}

/// The innermost cause of an error.
#[must_use]
pub fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    std::iter::successors(Some(error), |error| error.source()).last().map(ToString::to_string).unwrap_or_default()
}

/// Opens the connections of a client.
#[derive(Clone)]
pub struct Connector(Dialer);

impl Service<Uri> for Connector {
    type Response = TokioIo<Stream>;
    type Error = DialError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, DialError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), DialError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let dialer = self.0.clone();
        let (security, usual) =
            if to.scheme_str() == Some("https") { (Security::Tls, 443) } else { (Security::Plain, 80) };
        let place = Place::new(to.host().unwrap_or_default(), to.port_u16().unwrap_or(usual));
        Box::pin(async move { dialer.connect(&place, security).await.map(TokioIo::new) })
    }
}

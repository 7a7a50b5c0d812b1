//! A connection to a server: TCP, TLS, or a socket of this machine.

use tokio::io::{AsyncRead, AsyncWrite};

/// Bytes there and back.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

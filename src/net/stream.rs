//! An open connection, whatever it is made of.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper_util::client::legacy::connect::{Connected, Connection};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// What a [`Stream`] is made of.
pub(super) trait Io: AsyncRead + AsyncWrite + Send + Sync + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Sync + Unpin> Io for T {}

/// An open connection: TCP, perhaps through a proxy, perhaps in TLS.
pub struct Stream {
    io: Box<dyn Io>,
    /// The next machine: the place itself or its proxy.
    peer: SocketAddr,
}

impl Stream {
    pub(super) fn of((tcp, peer): (TcpStream, SocketAddr)) -> Self {
        Self { io: Box::new(tcp), peer }
    }

    /// The same connection with something around it, such as TLS.
    pub(super) fn with(io: impl Io + 'static, peer: SocketAddr) -> Self {
        Self { io: Box::new(io), peer }
    }

    /// The same connection, from which these bytes are read first.
    #[must_use]
    pub fn after(self, first: &'static [u8]) -> Self {
        let peer = self.peer;
        let (read, write) = tokio::io::split(self);
        Self::with(tokio::io::join(first.chain(read), write), peer)
    }

    /// The address of the next machine: the place itself or its proxy.
    #[must_use]
    pub const fn peer(&self) -> SocketAddr {
        self.peer
    }
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stream").field("peer", &self.peer).finish_non_exhaustive()
    }
}

impl AsyncRead for Stream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(cx, buf)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        Connected::new()
    }
}

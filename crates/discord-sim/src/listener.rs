//! The listening socket. Its connections can be cut from inside a request, without an answer.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// Cuts a connection: nothing more is written to it.
#[derive(Debug, Clone, Default)]
pub(super) struct Cutter(Arc<AtomicU8>);

/// The half of the next bytes is still written.
const HALF: u8 = 1;
/// Nothing is written any more.
const CUT: u8 = 2;

impl Cutter {
    /// Cuts before the next byte.
    pub(super) fn cut(&self) {
        self.0.store(CUT, Ordering::SeqCst);
    }

    /// Cuts in the middle of what is written next.
    pub(super) fn cut_halfway(&self) {
        self.0.store(HALF, Ordering::SeqCst);
    }
}

pub(super) struct SimListener(pub(super) TcpListener);

impl Listener for SimListener {
    type Io = CuttableStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (CuttableStream, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Small frames must not wait for an acknowledgement. If the socket refuses the option, it is only slower.
        let _ = stream.set_nodelay(true);
        (CuttableStream { stream, cutter: Cutter::default() }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, SimListener>> for Cutter {
    fn connect_info(stream: IncomingStream<'_, SimListener>) -> Self {
        stream.io().cutter.clone()
    }
}

pub(super) struct CuttableStream {
    stream: TcpStream,
    cutter: Cutter,
}

impl AsyncRead for CuttableStream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for CuttableStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        match self.cutter.0.load(Ordering::SeqCst) {
            CUT => Poll::Ready(Err(io::ErrorKind::BrokenPipe.into())),
            HALF => {
                let written = Pin::new(&mut self.stream).poll_write(cx, &buf[..buf.len() / 2]);
                if written.is_ready() {
                    self.cutter.cut();
                }
                written
            }
            _ => Pin::new(&mut self.stream).poll_write(cx, buf),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

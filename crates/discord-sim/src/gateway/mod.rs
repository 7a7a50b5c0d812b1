//! The gateway's socket: hello, identify or resume, heartbeats, then the session's events.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use serde_json::json;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::compression::{Compression, Compressor};
use crate::fault::{Disconnect, FaultTiming, GatewayFault};
use crate::gateway::client::Client;
use crate::listener::Cutter;
use crate::session::{Outgoing, ends_session};
use crate::shared::Shared;

mod client;

/// Serves one connection until it ends.
pub(crate) async fn serve(
    shared: Arc<Shared>,
    socket: WebSocket,
    cutter: Cutter,
    compression: Option<Compression>,
    version: Option<String>,
) {
    let (out, mut queue) = mpsc::unbounded_channel();
    let interval = shared.read(|state| state.options.heartbeat_interval_ms);
    let number = shared.write(|state| {
        state.connections += 1;
        state.connections
    });
    let mut line = Connection { socket, compressor: compression.map(Compressor::new) };
    let mut client = Client { shared: shared.clone(), number, out, session: None };
    client
        .send(json!({"t": null, "s": null, "op": 10, "d": {"heartbeat_interval": interval, "_trace": ["[\"sim\"]"]}}));
    if version.is_some_and(|version| version != "10") {
        client.close(Some(4012));
    }
    let mut closed_with = None;
    loop {
        tokio::select! {
            () = shared.stop.cancelled() => break,
            next = queue.recv() => match next {
                Some(Outgoing::Frame(text)) => match client.count_event(&text) {
                    None => if line.send(text).await.is_err() { break },
                    Some(fault) => {
                        closed_with = client.apply_fault(&mut line, &cutter, text, fault).await;
                        break;
                    }
                },
                Some(Outgoing::Close(code)) => {
                    closed_with = Some(code);
                    line.close(code).await;
                    break;
                }
                Some(Outgoing::Drop) | None => {
                    closed_with = Some(None);
                    break;
                }
            },
            heard = line.socket.recv() => match heard {
                Some(Ok(Message::Text(text))) => client.receive(&text),
                Some(Ok(Message::Binary(bytes))) => client.receive(&String::from_utf8_lossy(&bytes)),
                Some(Ok(Message::Close(frame))) => {
                    let code = frame.map(|frame| frame.code);
                    // Discord ends a session whose client closes with 1000 or 1001.
                    client.left(code, matches!(code, Some(1000 | 1001)));
                    return;
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            },
        }
    }
    client.left(closed_with.flatten(), closed_with.flatten().is_some_and(ends_session));
}

/// The socket, with its compression.
struct Connection {
    socket: WebSocket,
    compressor: Option<Compressor>,
}

impl Connection {
    async fn send(&mut self, text: Utf8Bytes) -> Result<(), axum::Error> {
        let message = match &mut self.compressor {
            Some(compressor) => Message::Binary(compressor.message(text.as_bytes()).map_err(axum::Error::new)?.into()),
            None => Message::Text(text),
        };
        self.socket.send(message).await
    }

    async fn close(&mut self, code: Option<u16>) {
        let frame = code.map(|code| CloseFrame { code, reason: reason(code).into() });
        if self.socket.send(Message::Close(frame)).await.is_err() {
            return;
        }
        // Gives the client a moment to answer the close frame, so that it does not see a reset.
        let answered = async { while let Some(Ok(_)) = self.socket.recv().await {} };
        let _ = timeout(Duration::from_secs(1), answered).await;
    }
}

fn reason(code: u16) -> &'static str {
    match code {
        4002 => "Error while decoding payload.",
        4003 => "Not authenticated.",
        4004 => "Authentication failed.",
        4005 => "Already authenticated.",
        4007 => "Invalid seq.",
        4009 => "Session timed out.",
        4010 => "Invalid shard.",
        4012 => "Invalid API version.",
        4013 => "Invalid intent(s).",
        4014 => "Disallowed intent(s).",
        _ => "",
    }
}

impl Client {
    /// Ends the connection as the fault says. Returns the close code.
    async fn apply_fault(
        &self,
        line: &mut Connection,
        cutter: &Cutter,
        text: Utf8Bytes,
        fault: GatewayFault,
    ) -> Option<Option<u16>> {
        if fault.timing == FaultTiming::Half {
            cutter.cut_halfway();
        }
        // The client may have closed the connection meanwhile; then there is nothing left to break.
        if fault.timing != FaultTiming::Before && line.send(text).await.is_err() {
            return Some(None);
        }
        let said = match fault.disconnect {
            Disconnect::Close(code) => {
                line.close(code).await;
                return Some(code);
            }
            Disconnect::Drop => return Some(None),
            Disconnect::Silence => None,
            Disconnect::Reconnect => Some(r#"{"t":null,"s":null,"op":7,"d":null}"#.to_owned()),
            Disconnect::Invalid { resumable } => {
                if !resumable {
                    self.shared.write(|state| state.sessions.retain(|one| Some(&one.id) != self.session.as_ref()));
                }
                Some(format!(r#"{{"t":null,"s":null,"op":9,"d":{resumable}}}"#))
            }
        };
        if let Some(said) = said {
            // As above.
            let _ = line.send(said.into()).await;
        }
        // The client leaves, or the simulator stops.
        tokio::select! {
            () = self.shared.stop.cancelled() => {}
            () = async { while let Some(Ok(_)) = line.socket.recv().await {} } => {}
        }
        None
    }
}

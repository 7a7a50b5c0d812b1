//! The bot's connection to the gateway, as the page shows it.

use std::collections::BTreeMap;

use discord_sim::{Entry, Event};

/// Keeps only the net connection change per instant, so that a slow machine, on which the bot may connect twice, yields
/// the same page. Renumbers entries and notes.
pub(super) fn net_changes(
    entries: Vec<Entry>,
    notes: BTreeMap<usize, String>,
) -> (Vec<Entry>, BTreeMap<usize, String>) {
    let mut connection = Connection::default();
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    // How many are kept before each entry, and in total.
    let mut places = Vec::with_capacity(entries.len() + 1);
    for instant in entries.chunk_by(|one, next| one.at_ms == next.at_ms) {
        let before = connection;
        let (mut connected, mut disconnected) = (None, None);
        for entry in instant {
            places.push(kept.len());
            match &entry.event {
                Event::GatewayIdentified { intents } => {
                    connection = Connection { open: connection.open + 1, intents: *intents }
                }
                Event::GatewayResumed { .. } => connection.open += 1,
                Event::GatewayClosed { had_session, .. } => connection.open -= i32::from(*had_session),
                _ => kept.push(Entry { index: kept.len(), ..entry.clone() }),
            }
            match &entry.event {
                Event::GatewayIdentified { .. } | Event::GatewayResumed { .. } => connected = Some(entry),
                Event::GatewayClosed { had_session: true, .. } => disconnected = Some(entry),
                _ => {}
            }
        }
        let change = match (before.open > 0, connection.open > 0) {
            (true, false) => disconnected,
            (false, true) => connected,
            (true, true) if before.intents != connection.intents => connected,
            _ => None,
        };
        kept.extend(change.map(|entry| Entry { index: kept.len(), ..entry.clone() }));
    }
    places.push(kept.len());
    let notes = notes.into_iter().filter_map(|(before, note)| Some((*places.get(before)?, note))).collect();
    (kept, notes)
}

/// The connection's state: how many sessions there are, and the intents of the newest one.
#[derive(Clone, Copy, Default)]
struct Connection {
    open: i32,
    intents: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_back_within_one_instant_is_left_out() {
        let on = || Event::GatewayIdentified { intents: 33_281 };
        let off = || Event::GatewayIdentified { intents: 513 };
        let left = |code| Event::GatewayClosed { code, had_session: true };
        let refused = || Event::GatewayClosed { code: None, had_session: false };
        let gone = |id| Event::MessageDeleted { channel_id: 1, message_id: id };
        let check = |entries: &[(i64, Event)], notes: &[usize]| {
            let all = entries.iter().enumerate().map(|(n, (at_ms, what))| Entry {
                index: n,
                at_ms: *at_ms,
                event: what.clone(),
            });
            let (kept, notes) =
                net_changes(all.collect(), notes.iter().map(|before| (*before, String::new())).collect());
            assert!(kept.iter().enumerate().all(|(n, entry)| n == entry.index), "{kept:#?}");
            let kept: Vec<_> = kept.into_iter().map(|entry| (entry.at_ms, format!("{:?}", entry.event))).collect();
            (kept, notes.into_keys().collect::<Vec<_>>())
        };
        // Disconnected and connected again; one connection got no session.
        let [a, b] = [left(Some(1000)), left(Some(1000))];
        let busy = [(1, on()), (2, off()), (2, a), (2, gone(2)), (2, refused()), (2, on()), (2, b), (2, gone(3))];
        assert_eq!(check(&busy, &[7, 8]), check(&[(1, on()), (2, gone(2)), (2, gone(3))], &[2, 3]));
        // Disconnected, connected and disconnected: disconnected.
        let [a, b, c] = [left(Some(1000)), left(Some(1000)), left(None)];
        let busy = [(1, on()), (2, off()), (2, a), (2, on()), (2, b), (2, gone(2)), (2, off()), (2, c)];
        assert_eq!(check(&busy, &[]), check(&[(1, on()), (2, gone(2)), (2, off()), (2, left(Some(1000)))], &[]));
        // A power failure and its end.
        let cut = [(1, on()), (2, left(None)), (3, on()), (3, off()), (3, left(Some(1000)))];
        let shown: Vec<_> = check(&cut, &[]).0.into_iter().map(|(at_ms, _)| at_ms).collect();
        assert_eq!(shown, [1, 2, 3]);
    }
}

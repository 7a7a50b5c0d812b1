//! How sends of many servers share the workers: the SQL by which claims are fair by server and route.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::kinds::kinds;
use domain::ids::GuildId;
use domain::send::{Lane, Route};

/// The share of the workers, as a divisor, that one route may have, and the reading of earlier messages.
const OF_ROUTE: u32 = 4;
/// One is under way while the next one waits for a worker.
const AT_LEAST: u32 = 2;
/// The share of the workers that one server has before the others' turn.
const OF_TURN: u32 = 8;

/// What a process has under way, and what of it may be claimed beside that.
#[derive(Clone, Debug)]
pub struct Share {
    /// How many sends of one route may be under way at once, where they need not go one after another.
    pub most_of_route: u32,
    /// How many sends that read earlier messages may be under way at once.
    pub most_reading: u32,
    /// How many sends of one server go before the next one of the others.
    pub turn: u32,
    /// How many sends are under way, by server and route.
    pub under_way: BTreeMap<(GuildId, Route), u32>,
    /// The routes whose limit is used up now.
    pub closed: BTreeSet<Route>,
}

impl Share {
    /// With nothing under way, for so many workers.
    #[must_use]
    pub fn of_workers(workers: u32) -> Self {
        let of_route = (workers / OF_ROUTE).max(AT_LEAST);
        Self { most_of_route: of_route, most_reading: of_route, turn: (workers / OF_TURN).max(1), ..Self::all() }
    }

    /// Everything may be claimed, in the order of urgency alone.
    #[must_use]
    pub const fn all() -> Self {
        let most = u32::MAX;
        Self {
            most_of_route: most,
            most_reading: most,
            turn: most,
            under_way: BTreeMap::new(),
            closed: BTreeSet::new(),
        }
    }

    fn is_all(&self) -> bool {
        self.turn == u32::MAX
    }

    /// Whether its SQL is that of every other one, so that the database may remember it.
    pub(super) fn is_the_same_each_time(&self) -> bool {
        self.under_way.is_empty() && self.closed.is_empty()
    }

    /// SQL: that a send `s` is in none of the closed routes, with a leading `and`.
    pub(super) fn open_sql(&self) -> String {
        let mut by_lane: BTreeMap<Lane, Vec<String>> = BTreeMap::new();
        for route in &self.closed {
            by_lane.entry(route.lane).or_default().push(route.place.cast_signed().to_string());
        }
        let lanes = by_lane.into_iter().map(|(lane, places)| {
            let kinds = kinds(|kind| kind.lane() == lane);
            format!(" and not (s.kind in {kinds} and {PLACE} in ({}))", places.join(", "))
        });
        lanes.collect()
    }

    /// SQL: the keys that come next, each with its number `n`. `due` selects sends `s` by a condition; `first` begins the
    /// order.
    pub(super) fn next_sql(&self, due: &str, behind: &str, ends: &str, first: &str, limit: u64) -> String {
        let order = format!("{first}behind, ends, key");
        let (routes, servers, reading) = self.counts();
        let single: Vec<String> =
            Lane::ALL.iter().filter(|lane| lane.is_single()).map(|lane| format!("'{lane}'")).collect();
        let most = if self.is_all() {
            self.most_of_route.to_string()
        } else {
            format!("case when lane in ({}) then 1 else {} end", single.join(", "), self.most_of_route)
        };
        format!(
            "with due as (
                 select s.key, s.guild, s.lost, {lane} as lane, {PLACE} as place, {behind} as behind, {ends} as ends
                 from sends s left join servers v on v.guild = s.guild where {due} {open}),
             routed as (
                 select key, guild, lost, lane, behind, ends,
                     {routes} + row_number() over (partition by lane, place order by {order}) as in_route
                 from due),
             served as (
                 select key, lost, lane, behind, ends,
                     {servers} + row_number() over (partition by guild order by {order}) - 1 as in_server,
                     {reading} + row_number() over (partition by lane order by {order}) as in_lane
                 from routed where in_route <= {most})
             select key, row_number() over (order by {first}behind, in_server / {turn}, ends, key) as n
             from served where lane <> 'read' or in_lane <= {most_reading} order by n limit {limit}",
            lane = lane_sql(),
            open = self.open_sql(),
            turn = self.turn,
            most_reading = self.most_reading,
        )
    }

    /// SQL: how many are under way in the row's route, in its server, and how many of all read earlier messages.
    fn counts(&self) -> (String, String, u32) {
        let mut servers: BTreeMap<GuildId, u32> = BTreeMap::new();
        let mut routes: BTreeMap<Route, u32> = BTreeMap::new();
        for ((guild, route), count) in &self.under_way {
            *servers.entry(*guild).or_default() += count;
            *routes.entry(*route).or_default() += count;
        }
        let reading = routes.iter().filter(|(route, _)| route.lane == Lane::Read).map(|(_, count)| count).sum();
        let routes = routes.iter().map(|(route, count)| {
            format!("when lane = '{}' and place = {} then {count} ", route.lane, route.place.cast_signed())
        });
        let servers = servers.iter().map(|(guild, count)| format!("when guild = {} then {count} ", guild.to_db()));
        (case(routes), case(servers), reading)
    }
}

fn case(whens: impl Iterator<Item = String>) -> String {
    let whens: String = whens.collect();
    if whens.is_empty() { "0".to_owned() } else { format!("case {whens}else 0 end") }
}

/// SQL: where a send `s` goes out: its channel, or its server if it names none.
const PLACE: &str = "case when s.channel <> 0 then s.channel else s.guild end";

/// SQL: the lane of a send `s`. A kind of a newer version counts as a private message.
fn lane_sql() -> String {
    let whens = Lane::ALL.iter().filter(|lane| **lane != Lane::Private).map(|lane| {
        let kinds = kinds(|kind| kind.lane() == *lane);
        format!("when s.kind in {kinds} then '{lane}' ")
    });
    format!("case {}else '{}' end", whens.collect::<String>(), Lane::Private)
}

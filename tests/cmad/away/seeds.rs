//! Random days: with any messages, edits, deletions and absences of the bot, the thanks in the end are the same as
//! without absences.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use discord_sim::{ChannelHandle, Member, MessageHandle, ReplyPing};

use super::counted;
use crate::town::{Town, at};

/// What happens in one minute of a random day.
#[derive(Clone, Copy, Debug)]
enum Minute {
    Says { who: usize, room: usize, what: usize },
    Edits { which: usize, what: usize },
    Deletes { which: usize },
    Killed,
    Stopped,
    Starts,
    Disconnected,
    Invalid,
    Nothing,
}

/// A seeded pseudo-random generator.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides` (xorshift*, enough to shuffle a day).
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap_or(0) % sides
    }

    fn day(&mut self, minutes: usize) -> Vec<Minute> {
        (0..minutes)
            .map(|_| match self.roll(20) {
                0..=8 => Minute::Says { who: self.roll(3), room: self.roll(3), what: self.roll(9) },
                9..=11 => Minute::Edits { which: self.roll(12), what: self.roll(9) },
                12 | 13 => Minute::Deletes { which: self.roll(12) },
                14 => Minute::Killed,
                15 => Minute::Stopped,
                16 | 17 => Minute::Starts,
                18 => Minute::Disconnected,
                _ => {
                    if self.roll(2) == 0 {
                        Minute::Invalid
                    } else {
                        Minute::Nothing
                    }
                }
            })
            .collect()
    }
}

/// Whether the bot may be away.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Presence {
    Always,
    AsItComes,
}

/// Plays a day. The thanks that count in the end: giver, manager, and which message of the day they came from.
async fn play(day: &[Minute], presence: Presence) -> BTreeSet<(String, String, usize)> {
    let mut town = Town::set_up("2027-01-05 12:00 Europe/Berlin").await;
    town.restart_with(|config| config.limits.thanks_per_hour = 1000).await;
    town.advance_to("2027-01-25 09:10 Europe/Berlin").await;
    let rooms: Vec<ChannelHandle> = vec![town.help.clone(), town.cmad.clone(), town.server.channel("corner")];
    let people: Vec<Member> = vec![town.kim.clone(), town.lee.clone(), town.mia.clone()];
    let advice = town.ben.say(&town.help, "have you tried to turn it off and on again?");
    let mut said: Vec<(MessageHandle, Member)> = Vec::new();
    let mut gone = BTreeSet::new();
    let mut away = false;
    for (minute, what) in day.iter().enumerate() {
        let now = at("2027-01-25 09:15 Europe/Berlin") + TimeDelta::minutes(i64::try_from(minute).unwrap() * 3);
        if away {
            town.stage.set(now);
        } else {
            town.stage.advance_to(now).await.unwrap();
        }
        let words = |what: usize| words(&town, what, minute);
        match *what {
            Minute::Says { who, room, what } => {
                let by = &people[who];
                let message = match what {
                    8 => by.reply(&advice, &format!("#CMAD that was it, {minute}"), ReplyPing::Off),
                    _ => by.say(&rooms[room], &words(what)),
                };
                said.push((message, by.clone()));
            }
            Minute::Edits { which, what } => {
                if let Some((message, author)) = newest(&said, &gone, which) {
                    author.edit(message, &words(what));
                }
            }
            Minute::Deletes { which } => {
                if let Some((message, author)) = newest(&said, &gone, which) {
                    gone.insert(message.id());
                    author.delete(message);
                }
            }
            _ if presence == Presence::Always => {}
            Minute::Killed if !away => {
                town.settle().await;
                town.stage.kill().await;
                town.sim().forget_sessions();
                away = true;
            }
            Minute::Stopped if !away => {
                town.stage.stop().await.unwrap();
                away = true;
            }
            Minute::Starts if away => {
                town.stage.start().await.unwrap();
                away = false;
            }
            Minute::Disconnected if !away => {
                town.sim().drop_gateway();
                town.sim().until_connected().await;
            }
            Minute::Invalid if !away => {
                town.sim().invalidate_session(false);
                town.sim().until_connected().await;
            }
            _ => {}
        }
        if !away {
            town.settle().await;
        }
    }
    if away {
        town.stage.start().await.unwrap();
    }
    town.advance_to("2027-01-26 12:00 Europe/Berlin").await;
    let number = |id: u64| said.iter().position(|(message, _)| message.id() == id).unwrap();
    let name = |id: u64| town.sim().name_of_user(id);
    let found = counted(&town).await;
    let set: BTreeSet<_> = found.iter().map(|(by, to, from)| (name(*by), name(*to), number(*from))).collect();
    assert_eq!(set.len(), found.len(), "something counts twice: {found:?}");
    town.ends_well().await;
    set
}

/// One of the newest messages that still exist.
fn newest<'a>(
    said: &'a [(MessageHandle, Member)],
    gone: &BTreeSet<u64>,
    which: usize,
) -> Option<&'a (MessageHandle, Member)> {
    said.iter().rev().filter(|(message, _)| !gone.contains(&message.id())).nth(which)
}

/// A message; the words differ for each minute, so that none is refused as a repetition.
fn words(town: &Town, what: usize, minute: usize) -> String {
    let (ada, ben, bot) = (town.ada.mention(), town.ben.mention(), format!("<@{}>", town.sim().bot_id()));
    match what {
        0 => format!("#CMAD {ada} for minute {minute}"),
        1 => format!("{ben} and {ada}, thank you for minute {minute}! #cmad2027"),
        2 => format!("{bot} thanks {ben} for minute {minute}"),
        3 => format!("just talk, {minute}"),
        4 => format!("{ada} talk, {minute}"),
        5 => format!("`#CMAD` {ada} {minute}"),
        6 => format!("#CMAD27 {ben} minute {minute}"),
        7 => format!("#CMADness {ada} {minute}"),
        _ => format!("#CMAD {ben} {minute}"),
    }
}

/// The seeds of the days; `CMAD_SEEDS=1,2,3` sets others, such as one that failed.
fn seeds() -> Vec<u64> {
    match std::env::var("CMAD_SEEDS") {
        Ok(list) => list.split(',').map(|seed| seed.trim().parse().unwrap()).collect(),
        Err(_) => (1..=8).collect(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_random_day_ends_the_same_as_if_the_bot_had_never_been_away() {
    for seed in seeds() {
        let day = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1).day(40);
        let always = play(&day, Presence::Always).await;
        let as_it_comes = play(&day, Presence::AsItComes).await;
        assert_eq!(as_it_comes, always, "CMAD_SEEDS={seed}: {day:#?}");
    }
}

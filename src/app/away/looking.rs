//! Reads one page: by search, by channel history where search is not possible, or of stored messages.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::App;
use crate::app::away::{
    ArchiveChannel, Members, MessagePage, PageOutcome, ReadAccess, ReadError, Result, Searched, Window,
};
use crate::store::gaps::Sources;
use domain::away::{Contents, Gap, Progress, Way, searches};
use domain::campaign::Step;
use domain::ids::{ChannelId, MessageId, UserId};
use domain::retry;
use domain::send::{Report, SendKey, Task};

/// The most hits that a search on Discord can skip.
const SKIP_MOST: u32 = 9975;
/// The most hits on a page of a search.
const HITS: u32 = 25;

/// The result of reading a page.
enum PageResult {
    /// Continue now.
    On(Progress),
    /// Retry later.
    Later(DateTime<Utc>),
    /// Done.
    Over(Progress),
}

/// The result of checking a stored message.
enum Stored {
    /// This message was checked.
    Seen(MessageId),
    /// It cannot be checked now.
    Later(DateTime<Utc>),
    /// There are no more.
    None,
}

impl App {
    /// Reads one page of a gap.
    pub(super) async fn find_missed(&self, window: &Window, until: i64, now: DateTime<Utc>) -> Result<PageOutcome> {
        let (guild, year) = (window.server.guild, window.campaign.year);
        let Some((gap, progress)) = self.store().gap(guild, year).await? else { return Ok(PageOutcome::Done(None)) };
        if gap.until.timestamp_millis() > until {
            // The gap became part of a later one, whose send covers both.
            return Ok(PageOutcome::Done(None));
        }
        let progress = match progress {
            Some(progress) => progress,
            None => match self.archive().channels(guild).await {
                Ok(places) => begin(window, gap, &places),
                // For a search, the list only tells the admins what cannot be read: the second time it goes without.
                Err(ReadError::Later { .. })
                    if window.listener.contents == Contents::Received
                        && !self.lacks_for_the_first_time(&SendKey::new(guild, year, &Task::FindMissed { until })) =>
                {
                    tracing::warn!(%guild, "the list of channels cannot be read; messages are searched without it");
                    begin(window, gap, &[])
                }
                // Even the list of channels is forbidden, so no channel can be read.
                Err(ReadError::Forbidden) => Progress::begin(gap, Way::Stored, Vec::new()),
                Err(ReadError::Later { again }) => return Ok(PageOutcome::More(now + again)),
            },
        };
        // If the gap grew meanwhile, the part up to its old end is finished first.
        let part = Gap { until: DateTime::from_timestamp_millis(progress.until).unwrap_or(gap.until), ..gap };
        let turned = match progress.way.clone() {
            Way::Search | Way::Edited => self.search_page(window, part, progress, now).await?,
            Way::History { channels } => self.history_page(window, part, progress, &channels, now).await?,
            Way::Stored => {
                // A question is removed soon after its message, also if that went in a short gap.
                let sources = if part.is_long() { Sources::All } else { Sources::Asked };
                match self.look_at_next(window, progress.after, sources, now).await? {
                    Stored::Seen(after) => PageResult::On(Progress { after, ..progress }),
                    Stored::Later(at) => PageResult::Later(at),
                    Stored::None => PageResult::Over(progress),
                }
            }
        };
        match turned {
            PageResult::On(progress) => {
                self.store().keep_progress(guild, year, gap, &progress).await?;
                Ok(PageOutcome::More(now))
            }
            PageResult::Later(at) => Ok(PageOutcome::More(at)),
            PageResult::Over(progress) => {
                if !self.store().mark_gap_filled(guild, year, part, window.listener.contents).await? {
                    return Ok(PageOutcome::More(now));
                }
                tracing::info!(%guild, unread = progress.unread.len(), "messages of the gap were read");
                if part.until < gap.until {
                    return Ok(PageOutcome::More(now));
                }
                let channels = progress.unread;
                Ok(PageOutcome::Done((!channels.is_empty()).then_some(Report::Unread { channels })))
            }
        }
    }

    async fn search_page(&self, window: &Window, gap: Gap, at: Progress, now: DateTime<Utc>) -> Result<PageResult> {
        let server = &window.server;
        let mut managers: Vec<UserId> = self.roster(server.guild).await?.iter().map(|manager| manager.user).collect();
        managers.sort_unstable();
        let sought = searches(window.campaign.year, server.hashtag, window.listener.bot, &managers);
        let range = range(window, gap, &at.way);
        let Some(sought) = sought.get(at.step).filter(|_| range.from < range.until) else {
            return Ok(PageResult::On(if at.fell_short && !at.again {
                at.once_more(range)
            } else {
                after(at, window, gap)
            }));
        };
        let between = (at.after, MessageId::at(range.until));
        let (page, total) = match self.archive().search(server.guild, sought, between, at.skip).await {
            Ok(Searched::Page(page, total)) => (page, total),
            Ok(Searched::Indexing { again }) if now < at.indexed_by(now) => {
                // Stored only once: when the next search will be tried.
                if at.unindexed.is_none() {
                    let at = Progress { unindexed: Some(now.timestamp_millis()), ..at };
                    self.store().keep_progress(server.guild, window.campaign.year, gap, &at).await?;
                }
                return Ok(PageResult::Later(now + again));
            }
            Ok(Searched::Indexing { .. }) | Err(ReadError::Forbidden) => {
                return match at.way {
                    // Reading all channels since the window opened would be too much for a few edits.
                    Way::Edited => Ok(PageResult::On(after(at, window, gap))),
                    _ => self.read_instead(window, gap, at, now).await,
                };
            }
            Err(ReadError::Later { again }) => return Ok(PageResult::Later(now + again)),
        };
        let left = total.saturating_sub(at.skip);
        let fell_short = at.fell_short || page.count < left.min(HITS);
        // A page that has messages and none of them is new does not get further, however often it is asked for.
        let is_stuck = page.newest.is_some_and(|newest| newest <= at.after);
        let newest = page.newest.filter(|_| !is_stuck);
        let page = match at.way {
            Way::Edited => edited(page, gap),
            _ => page,
        };
        if let Err(later) = self.receive_page(window, gap, page, now).await? {
            return Ok(PageResult::Later(later));
        }
        Ok(PageResult::On(match newest {
            Some(newest) if newest < between.1 => Progress { after: newest, skip: 0, fell_short, ..at },
            None if !is_stuck && left > 0 && at.skip < SKIP_MOST => {
                Progress { skip: (at.skip + HITS).min(SKIP_MOST), fell_short, ..at }
            }
            _ => Progress { fell_short, ..at }.next(range),
        }))
    }

    /// Reads the channels one after another, because search is not possible.
    async fn read_instead(&self, window: &Window, gap: Gap, at: Progress, now: DateTime<Utc>) -> Result<PageResult> {
        tracing::info!(guild = %window.server.guild, "the server cannot be searched; reading its channels instead");
        Ok(match self.archive().channels(window.server.guild).await {
            Ok(places) => PageResult::On(at.instead(gap, Way::History { channels: readable(&places, gap) })),
            Err(ReadError::Forbidden) => PageResult::On(stored(at, gap)),
            Err(ReadError::Later { again }) => PageResult::Later(now + again),
        })
    }

    async fn history_page(
        &self,
        window: &Window,
        gap: Gap,
        mut at: Progress,
        channels: &[ChannelId],
        now: DateTime<Utc>,
    ) -> Result<PageResult> {
        let Some(channel) = channels.get(at.step).copied() else { return Ok(PageResult::On(stored(at, gap))) };
        let page = match self.archive().history(window.server.guild, channel, at.after).await {
            Ok(page) => page,
            Err(ReadError::Forbidden) => {
                at.unread.push(channel);
                return Ok(PageResult::On(at.next(gap)));
            }
            Err(ReadError::Later { again }) => return Ok(PageResult::Later(now + again)),
        };
        let end = MessageId::at(gap.until);
        let (newest, more) = (page.newest, page.more);
        if let Err(later) = self.receive_page(window, gap, page, now).await? {
            return Ok(PageResult::Later(later));
        }
        Ok(PageResult::On(match newest {
            Some(newest) if more && at.after < newest && newest < end => Progress { after: newest, ..at },
            _ => at.next(gap),
        }))
    }

    /// Handles a page of messages, oldest first. If something cannot be known now, returns when to continue; messages
    /// that were handled are then recognised.
    async fn receive_page(
        &self,
        window: &Window,
        gap: Gap,
        page: MessagePage,
        now: DateTime<Utc>,
    ) -> Result<std::result::Result<(), DateTime<Utc>>> {
        let mut members = Members::new();
        for found in page.messages {
            if found.said.said_at >= gap.until {
                // The live event for it was received.
                continue;
            }
            if let Err(ReadError::Later { again }) = self.receive_found(window, found, gap, &mut members).await? {
                return Ok(Err(now + again));
            }
        }
        Ok(Ok(()))
    }

    /// Checks one stored message again, before digests go out and before the window closes.
    pub(super) async fn look_again(&self, window: &Window, before: Step, now: DateTime<Utc>) -> Result<PageOutcome> {
        let note = format!("look-again:{}/{}/{before}", window.server.guild, window.campaign.year);
        let after = self.store().recall(&note).await?.and_then(|text| text.parse().ok()).unwrap_or(MessageId(0));
        Ok(match self.look_at_next(window, after, Sources::All, now).await? {
            Stored::Seen(after) => {
                self.store().remember(&note, &after.to_string()).await?;
                PageOutcome::More(now)
            }
            Stored::Later(at) => PageOutcome::More(at),
            Stored::None => {
                self.store().forget(&note).await?;
                PageOutcome::Done(None)
            }
        })
    }

    /// Checks the next message with a thank-you or a question. If it was deleted, its thanks are withdrawn; if it was edited, they
    /// change; if it cannot be read, they stay.
    async fn look_at_next(
        &self,
        window: &Window,
        after: MessageId,
        sources: Sources,
        now: DateTime<Utc>,
    ) -> Result<Stored> {
        let Window { server, campaign, listener, tag_channels } = window;
        let (guild, year) = (server.guild, campaign.year);
        let Some((channel, message)) = self.store().next_source(guild, year, after, sources).await? else {
            return Ok(Stored::None);
        };
        match self.archive().message(guild, channel, message).await {
            Ok(None) => self.receive_deletion_in(server, &[message]).await?,
            Ok(Some(found)) => {
                let withheld = found.said.content.is_empty() && listener.contents == Contents::Withheld;
                if found.edited_at.is_some() && !withheld {
                    let by = (listener.bot, tag_channels.as_slice());
                    let read = self.receive_edit_in(server, campaign, found.said, by, &mut Members::new()).await?;
                    if let Err(ReadError::Later { again }) = read {
                        return Ok(Stored::Later(now + again));
                    }
                }
            }
            Err(ReadError::Forbidden) => {}
            Err(ReadError::Later { again }) => {
                if let Some(at) = self.ask_again_at(message, again, now) {
                    return Ok(Stored::Later(at));
                }
                tracing::warn!(%guild, %channel, %message, "Discord does not give a message that a thank-you came from: it stays as it was read last");
            }
        }
        self.parts.unread.lock().unwrap_or_else(PoisonError::into_inner).remove(&message);
        Ok(Stored::Seen(message))
    }

    /// When to ask for a message again that could not be read now; `None` if it was asked for often enough.
    fn ask_again_at(&self, message: MessageId, again: TimeDelta, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut unread = self.parts.unread.lock().unwrap_or_else(PoisonError::into_inner);
        let times = unread.entry(message).or_default();
        *times += 1;
        retry::unread(*times).map(|wait| now + wait.max(again))
    }
}

/// How to start on a gap: with a search, or with the history of channels if search is not possible.
fn begin(window: &Window, gap: Gap, places: &[ArchiveChannel]) -> Progress {
    let unread = said_in(places, ReadAccess::OnlyLive, gap);
    let way = match window.listener.contents {
        Contents::Received => Way::Search,
        Contents::Withheld => Way::History { channels: readable(places, gap) },
    };
    Progress::begin(gap, way, unread)
}

/// The channels and threads that the bot may read and that have messages since the gap began.
fn readable(places: &[ArchiveChannel], gap: Gap) -> Vec<ChannelId> {
    said_in(places, ReadAccess::All, gap)
}

fn said_in(places: &[ArchiveChannel], reads: ReadAccess, gap: Gap) -> Vec<ChannelId> {
    let some = places.iter().filter(|place| place.reads == reads);
    let spoken = some.filter(|place| place.newest.is_some_and(|newest| newest > gap.first()));
    let mut once = BTreeSet::new();
    spoken.map(|place| place.channel).filter(|channel| once.insert(*channel)).collect()
}

/// The time range to search for this way.
fn range(window: &Window, gap: Gap, way: &Way) -> Gap {
    match way {
        Way::Edited => Gap { from: window.campaign.window().0, until: gap.from },
        _ => gap,
    }
}

/// The messages of a page that were edited during the gap.
fn edited(page: MessagePage, gap: Gap) -> MessagePage {
    let messages = page.messages.into_iter().filter(|found| found.edited_at.is_some_and(|at| at >= gap.from)).collect();
    MessagePage { messages, ..page }
}

/// The next way, once one is finished.
fn after(at: Progress, window: &Window, gap: Gap) -> Progress {
    match at.way {
        Way::Search => at.instead(range(window, gap, &Way::Edited), Way::Edited),
        _ => stored(at, gap),
    }
}

/// The last way: all stored messages.
fn stored(at: Progress, gap: Gap) -> Progress {
    Progress { after: MessageId(0), ..at.instead(gap, Way::Stored) }
}

//! Where a public thank-you is posted: in the channel in which it is given, if everyone in the server sees that channel
//! and both the giver and the bot may write there; else in the campaign's channel.

use std::time::Duration;

use tokio::time::timeout;

use crate::discord::context::{Bot, Stop};
use crate::discord::interaction::{Interaction, Place};
use crate::discord::permissions::{Permission, is_public, lacking};
use crate::discord::shapes::BeganIn;
use domain::ids::{ChannelId, GuildId};
use domain::server::Posts;

/// How long Discord is asked whether everyone sees a channel. The person's answer waits for it.
const ASKED: Duration = Duration::from_secs(5);

/// The channel of the interaction, if public words that are given there are posted there; `None` means the campaign's.
pub(super) async fn here(bot: &Bot, interaction: &Interaction, guild: GuildId) -> Result<Option<ChannelId>, Stop> {
    let channel = interaction.channel;
    let Some(place) = interaction.place.filter(|place| may_write(*place)) else { return Ok(None) };
    let root = match place.began_in {
        Some(BeganIn { is_private: true, .. }) => return Ok(None),
        Some(BeganIn { parent, .. }) => parent,
        None => channel,
    };
    let Some(server) = bot.app.server(guild).await? else { return Ok(None) };
    if server.posts != Posts::Here || server.channel == channel {
        return Ok(None);
    }
    let is_seen = match bot.seen_by_all.get(root) {
        Some(is_seen) => is_seen,
        None => {
            let reading = async { tokio::try_join!(bot.rest.guild(guild), bot.rest.channel(root)) };
            // What cannot be known counts as no.
            let Ok(Ok((server, read))) = timeout(ASKED, reading).await else { return Ok(None) };
            let is_seen = is_public(guild, &server, &read);
            bot.seen_by_all.set(root, is_seen);
            is_seen
        }
    };
    Ok(is_seen.then_some(channel))
}

fn may_write(place: Place) -> bool {
    let writes = if place.began_in.is_some() { Permission::SendInThreads } else { Permission::SendMessages };
    let wanted = [Permission::ViewChannel, writes];
    lacking(place.of_asker, &wanted).is_empty() && lacking(place.of_bot, &wanted).is_empty()
}

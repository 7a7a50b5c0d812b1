//! `/campaign hashtag`: on or off, and in which channels it counts.

use std::collections::BTreeSet;

use crate::discord::commands::shared::unknown;
use crate::discord::commands::who_may::administered;
use crate::discord::components::{Component, Menu, MenuOf, Message};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::HashtagAction;
use crate::discord::interaction::{Interaction, Options};
use crate::text::Lang;
use domain::away::Contents;
use domain::campaign::Switch;
use domain::hashtag_rule::{HashtagChannels, HashtagRule};
use domain::ids::ChannelId;
use domain::server::Server;

/// Switches the hashtag, or opens the list of its channels; without options, shows the present setting.
pub(super) async fn run(bot: &Bot, interaction: &Interaction, server: &Server, options: &Options) -> Done {
    let lang = interaction.lang;
    let mut components = Vec::new();
    let switch = match options.text("switch") {
        Some("on") => Some(Switch::On),
        Some("off") => Some(Switch::Off),
        Some(_) => return Err(unknown(interaction)),
        None => None,
    };
    if let Some(switch) = switch {
        bot.app.switch_hashtag(server, switch).await?;
    }
    let rule = options.text("channels").and_then(HashtagRule::from_name);
    if switch.is_some() || rule.is_none() {
        let on = switch.map_or(server.hashtag, |switch| switch == Switch::On);
        let refused = bot.me.borrow().contents == Contents::Withheld;
        components.push(Component::Text(lang.say(match (on, refused) {
            (false, _) => "hashtag-off",
            (true, true) => "hashtag-on-refused",
            (true, false) => "hashtag-on",
        })));
    }
    let mut channels = bot.app.hashtag_channels(server.guild).await?;
    match rule {
        None => components.push(Component::Text(counts_in(lang, &channels))),
        Some(HashtagRule::Everywhere) => {
            channels = HashtagChannels::new(HashtagRule::Everywhere, BTreeSet::new());
            bot.app.set_hashtag_channels(server.guild, &channels).await?;
            components.push(Component::Text(counts_in(lang, &channels)));
        }
        Some(rule) => {
            let chosen = if channels.rule == rule { channels.channels } else { BTreeSet::new() };
            components.extend(menu(lang, rule, &chosen));
        }
    }
    Ok(Message::of(components))
}

/// Channels were picked: that is the rule now.
pub async fn act(
    bot: &Bot,
    interaction: &Interaction,
    HashtagAction::Channels(rule): HashtagAction,
    given: &Options,
) -> Done {
    let server = administered(bot, interaction).await?;
    let channels = HashtagChannels::new(rule, given.chosen().map(ChannelId).collect());
    bot.app.set_hashtag_channels(server.guild, &channels).await?;
    let mut components = vec![Component::Text(counts_in(interaction.lang, &channels))];
    components.extend(menu(interaction.lang, rule, &channels.channels));
    Ok(Message::of(components))
}

fn menu(lang: Lang, rule: HashtagRule, chosen: &BTreeSet<ChannelId>) -> [Component; 2] {
    let asks = lang.say(match rule {
        HashtagRule::Only => "hashtag-pick-only",
        _ => "hashtag-pick-except",
    });
    let menu = Menu {
        custom_id: HashtagAction::Channels(rule).into(),
        of: MenuOf::Channels(chosen.iter().map(|channel| channel.0).collect()),
        placeholder: lang.say("hashtag-pick"),
        chosen: (0, 25),
    };
    [Component::Text(asks), Component::Menu(menu)]
}

/// Where the hashtag counts, in a sentence.
fn counts_in(lang: Lang, channels: &HashtagChannels) -> String {
    let list: Vec<String> = channels.channels.iter().map(|channel| format!("<#{channel}>")).collect();
    let key = match channels.rule {
        HashtagRule::Everywhere => return lang.say("hashtag-heard-everywhere"),
        HashtagRule::Only => "hashtag-heard-only",
        HashtagRule::Except => "hashtag-heard-except",
    };
    lang.with(key, &[("channels", lang.list(&list).into())])
}

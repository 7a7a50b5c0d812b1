//! `/campaign preview`: a post as it would go out now.

use crate::discord::commands::campaign::plan::step_name;
use crate::discord::commands::shared::unknown;
use crate::discord::components::{COMPONENTS_MAX, Component, Message, TEXT_MAX};
use crate::discord::context::{Bot, Done};
use crate::discord::interaction::{Interaction, Options};
use crate::discord::posts;
use domain::campaign::Step;
use domain::server::Server;

/// The post of a step, below a line that says when it goes out.
pub(super) async fn run(bot: &Bot, interaction: &Interaction, server: &Server, options: &Options) -> Done {
    let step = options.text("step").and_then(Step::from_name);
    let Some(step) = step.filter(|step| step.is_post()) else { return Err(unknown(interaction)) };
    let Some(post) = bot.app.preview(server, step).await? else { return Err(unknown(interaction)) };
    let due = bot.app.campaign_of(server).await?.due(step);
    let on = if server.schedule.is_on(step) { "yes" } else { "no" };
    let line = interaction.lang.with(
        "preview-line",
        &[
            ("step", step_name(interaction.lang, step).into()),
            ("unix", due.timestamp().to_string().into()),
            ("channel", server.channel.to_string().into()),
            ("on", on.into()),
        ],
    );
    Ok(preview_of(line, posts::post(&post, None)))
}

/// A post below an introductory line. A post may be as long as a message can be, so its end is cut to make room.
pub fn preview_of(line: String, post: Message) -> Message {
    let room = TEXT_MAX.saturating_sub(line.chars().count());
    let over = post.components.iter().map(Component::text_length).sum::<usize>().saturating_sub(room);
    let mut components = post.components;
    shorten(&mut components, over);
    if components.iter().map(count).sum::<usize>() < COMPONENTS_MAX {
        components.insert(0, Component::Text(line));
    } else if let Some(text) = first_text(&mut components) {
        *text = format!("{line}\n\n{text}");
    }
    Message { components, files: post.files }
}

/// Removes `over` characters, from the end backwards; a text that becomes empty keeps an ellipsis.
fn shorten(components: &mut [Component], mut over: usize) -> usize {
    for component in components.iter_mut().rev() {
        match component {
            Component::Text(text) | Component::Section(text, _) if over > 0 => {
                let length = text.chars().count();
                // One more for the ellipsis, and two for the blank line that may join the texts.
                let kept = length.saturating_sub(over + 3);
                *text = text.chars().take(kept).chain(['…']).collect();
                over = over.saturating_sub(length - 1);
            }
            Component::Card(children) => over = shorten(children, over),
            _ => {}
        }
    }
    over
}

fn count(component: &Component) -> usize {
    match component {
        Component::Card(children) => 1 + children.iter().map(count).sum::<usize>(),
        Component::Buttons(buttons) => 1 + buttons.len(),
        Component::Section(..) => 3,
        Component::Menu(_) => 2,
        Component::Text(_) | Component::File(_) => 1,
    }
}

fn first_text(components: &mut [Component]) -> Option<&mut String> {
    components.iter_mut().find_map(|component| match component {
        Component::Text(text) | Component::Section(text, _) => Some(text),
        Component::Card(children) => first_text(children),
        _ => None,
    })
}

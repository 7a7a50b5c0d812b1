//! `/campaign preview`: a post as it would go out now.

use crate::discord::commands::campaign::plan::step_name;
use crate::discord::commands::shared::unknown;
use crate::discord::components::{Component, Message};
use crate::discord::context::{Bot, Done};
use crate::discord::fitting::COMPONENTS_MAX;
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

/// A post below an introductory line. A post may be as long as a message can be, so its longest text is cut to make
/// room.
pub fn preview_of(line: String, post: Message) -> Message {
    let mut components = post.components;
    if components.iter().map(Component::count).sum::<usize>() < COMPONENTS_MAX {
        components.insert(0, Component::Text(line));
    } else if let Some(text) = first_text(&mut components) {
        *text = format!("{line}\n\n{text}");
    }
    Message { components, files: post.files }.fitted()
}

fn first_text(components: &mut [Component]) -> Option<&mut String> {
    components.iter_mut().find_map(|component| match component {
        Component::Text(text) | Component::Section(text, _) => Some(text),
        Component::Card(children) => first_text(children),
        _ => None,
    })
}

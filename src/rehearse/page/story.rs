//! The story in pictures: one scene of each kind, small, with one sentence, linked into the whole.

use maud::{Markup, html};
use serde_json::Value;

use crate::discord::permissions::Permission;
use crate::rehearse::page::chapters::{Book, distance};
use crate::rehearse::page::scenes::{Content, ExchangePart, Scene, used};
use crate::rehearse::page::{RenderContext, chat, files};
use crate::rehearse::usable::{buttons, component};
use crate::text::Lang;
use discord_sim::{FileSent, Id};
use domain::campaign::Step;

/// One picture.
struct Picture<'a> {
    title: &'static str,
    says: Markup,
    /// The scene that it shows: its place among all.
    scene: usize,
    shows: Shows<'a>,
}

/// What of the scene it shows.
enum Shows<'a> {
    /// Discord's own question when a bot is invited, which is not a part of the transcript.
    Invitation,
    All,
    /// These parts of an exchange.
    Parts(Id, &'a [ExchangePart<'a>]),
    /// A picture that was sent with it.
    Card(&'a FileSent),
}

/// Every picture that this story has, in order.
pub(super) fn pictures(book: &Book<'_>) -> Markup {
    let all = found(book);
    html! {
        section.story aria-labelledby="story" {
            h2 id="story" { "The story in " (in_words(all.len())) @if all.len() == 1 { " picture" } @else { " pictures" } }
            ol {
                @for (number, picture) in (1..).zip(&all) {
                    @let scene = &book.scenes[picture.scene];
                    li {
                        div.shot inert { div.inside { (shown(book, picture)) } }
                        h3 { span.number { (number) } a href={ "#" (scene.anchor()) } { (picture.title) } }
                        p { (picture.says) }
                        p.when {
                            (book.story.local(scene.at_ms).format("%A, %-d %B, %H:%M")) " · "
                            (distance(book.story.date(scene.at_ms), book.story.campaign.day))
                        }
                    }
                }
            }
        }
    }
}

fn shown(book: &Book<'_>, picture: &Picture<'_>) -> Markup {
    let scene = &book.scenes[picture.scene];
    let context = RenderContext { in_picture: true, ..book.context(picture.scene) };
    let inside = match &picture.shows {
        Shows::Invitation => return invitation(book),
        Shows::All => chat::scene(scene, &context),
        Shows::Parts(who, parts) => chat::exchange(scene, *who, parts, &context),
        Shows::Card(file) => return files::image(file, "The digest as a card for a chat"),
    };
    html! {
        @match scene.channel {
            Some(channel) => div.{ "frame " (book.kind(channel)) } { (book.bar(channel)) (inside) },
            None => (inside),
        }
    }
}

/// What Discord asks the person who invites the bot.
fn invitation(book: &Book<'_>) -> Markup {
    let asks = Permission::IN_CAMPAIGN_CHANNEL.into_iter().chain([Permission::CreateEvents]);
    html! {
        div.dialog.invitation {
            (chat::avatar(book.story.bot, &book.context(0)))
            p.title { (book.user_name(book.story.bot)) " wants to join " bdi { (book.story.server) } }
            ul { @for permission in asks { li { (Lang::english().say(permission.key())) } } }
            div.row.end { span.button.secondary { "Cancel" } span.button.primary { "Authorize" } }
        }
    }
}

fn found<'a>(book: &'a Book<'a>) -> Vec<Picture<'a>> {
    let scenes = book.scenes;
    let server = &book.story.server;
    let mut all = Vec::new();
    let step = |step: Step| scenes.iter().position(|scene| scene.step == Some(step));
    let name = |id: Id| html! { bdi { (book.user_name(id)) } };
    let mut add = |scene: Option<usize>, title, says: Markup, shows: Shows<'a>| {
        all.extend(scene.map(|scene| Picture { title, says, scene, shows }));
    };

    let invited = (!scenes.is_empty()).then_some(0);
    add(
        invited,
        "Invite it",
        html! { "Seven permissions, and no administrator. It comes to " bdi { (server) } " and says nothing yet." },
        Shows::Invitation,
    );
    let setup = parts(scenes, 0, |part| match part {
        ExchangePart::Asked { kind: 2, label, fields } => used(label, fields) == "/campaign setup",
        _ => false,
    });
    if let Some((at, who, parts, first)) = setup {
        let says = html! { (name(who)) " names a channel and a time zone. The answer is the whole plan." };
        add(Some(at), "Set it up with one command", says, Shows::Parts(who, &parts[first..]));
    }
    let announce = step(Step::Announce);
    let says = html! { "The first post, with a button, and an event in everyone’s calendar. It pings no one." };
    add(announce, "Two weeks before", says, Shows::All);

    // The form, its receipt, and the words as everyone sees them.
    let from = announce.unwrap_or(0);
    let form = parts(scenes, from, |part| matches!(part, ExchangePart::Form { filled: Some(_), .. }));
    let receipt = parts(scenes, from, |part| answers(part, "withdraw:"));
    let thanks = scenes.iter().enumerate().skip(from).find(|(_, scene)| {
        let Content::Message { message, edited: false, .. } = &scene.what else { return false };
        let here = scene.channel.is_some_and(|channel| !book.story.is_private(channel));
        here && message["author"]["bot"] == true && component(message, "thank:").is_some()
    });
    if let Some((at, _)) = thanks {
        let says = html! { "Public words stand in the channel, under their giver’s name." };
        add(Some(at), "The first thank-you", says, Shows::All);
    }
    if let Some((at, who, parts, first)) = form {
        let says = html! {
            (name(who)) " fills in five fields: whom, the words, what they are to each other, what for, and who may see it."
        };
        add(Some(at), "The form", says, Shows::Parts(who, &parts[first..=first]));
    }
    if let Some((at, who, parts, first)) = receipt {
        let says = html! {
            "Only " (name(who)) " sees it: the exact signature, and how to change or undo it with one tap."
        };
        add(Some(at), "The receipt", says, Shows::Parts(who, &parts[first..=first]));
    }
    let says = html! { "The fourth Monday of January: who is on the roster, and the ways to thank them." };
    add(step(Step::Day), "The day", says, Shows::All);
    let says =
        html! { "At six in the evening, in their own time zone: a direct message to each manager who wants it." };
    // The story follows the manager who copies their boss.
    let copy = parts(scenes, from, |part| answers(part, "desk-copy-now:"));
    let theirs = |step: Step, until: Step, wanted: &dyn Fn(&Value, &[FileSent]) -> bool| {
        let channel = scenes[copy.as_ref()?.0].channel;
        let due = |step| book.story.campaign.due(step).timestamp_millis();
        scenes.iter().position(|scene| match &scene.what {
            Content::Message { message, files, edited: false, .. } => {
                scene.channel == channel && (due(step)..due(until)).contains(&scene.at_ms) && wanted(message, files)
            }
            _ => false,
        })
    };
    let breathe = theirs(Step::Day, Step::Recap, &|message, _| message["author"]["bot"] == true);
    add(breathe.or(step(Step::Breathe)), "Stop and breathe", says, Shows::All);

    let digest = theirs(Step::Recap, Step::Close, &|_, files| !files.is_empty()).or(step(Step::Digest));
    let card = digest.and_then(|at| match &scenes[at].what {
        Content::Message { files, .. } => files.iter().find(|file| file.name.ends_with(".png")),
        _ => None,
    });
    let says =
        html! { "The next morning each manager, and no one else, gets what people wrote: a message, and files." };
    add(digest, "The digest", says, card.map_or(Shows::All, Shows::Card));
    if let Some((at, who, parts, first)) = copy {
        let says = html! { (name(who)) " sees exactly what the boss would get. Nothing goes before a second press." };
        add(Some(at), "Copy the boss", says, Shows::Parts(who, &parts[first..=first]));
    }
    let boss = scenes.iter().position(|scene| match &scene.what {
        Content::Message { message, .. } => component(message, "no-more:").is_some(),
        Content::Mail(_) => true,
        _ => false,
    });
    let says =
        html! { "The boss reads it in half a minute, on Discord or by email, and can ask for no more of these." };
    add(boss, "What the boss gets", says, Shows::All);
    let wrote = scenes.iter().position(|scene| match &scene.what {
        Content::Message { message, .. } => buttons(message).iter().any(|id| id.contains(":publish-reply-here:")),
        _ => false,
    });
    let says = html! { "One sentence comes back, as a direct message. It is posted only if both want that." };
    add(wrote, "The boss answers", says, Shows::All);
    all
}

/// The first exchange from a place on with a part like this: the scene, who asked, all its parts, and the part's place.
fn parts<'a>(
    scenes: &'a [Scene<'a>],
    from: usize,
    wanted: impl Fn(&ExchangePart<'a>) -> bool,
) -> Option<(usize, Id, &'a [ExchangePart<'a>], usize)> {
    scenes.iter().enumerate().skip(from).find_map(|(at, scene)| {
        let Content::Exchange { who, parts } = &scene.what else { return None };
        Some((at, *who, parts.as_slice(), parts.iter().position(&wanted)?))
    })
}

/// Whether it is an answer with a button of this prefix.
fn answers(part: &ExchangePart<'_>, prefix: &str) -> bool {
    let has = |message: &Value| component(message, prefix).is_some();
    matches!(part, ExchangePart::Answer { message, .. } if has(message))
}

/// A small number as a word.
fn in_words(number: usize) -> String {
    let words =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    words.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

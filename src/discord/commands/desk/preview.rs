//! **Copy my boss**: what the boss would get, exactly, before it is sent.

use crate::app::App;
use crate::app::copies::state::{CopyAnswer, Gets, Preview};
use crate::app::desk::Desk;
use crate::discord::commands::boss::copy_goes;
use crate::discord::commands::campaign::preview::preview_of;
use crate::discord::commands::desk::files::with_drawn;
use crate::discord::commands::desk::shared::{button, find};
use crate::discord::commands::roster::place_buttons;
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{DeskAction, FirstPageAction, PreviewAction, SentenceAction};
use crate::discord::interaction::Interaction;
use crate::discord::markdown::{fenced, plain, timestamp};
use crate::discord::{fitting, notes};
use crate::ports::Letter;
use crate::text::Lang;
use domain::send::{SendKey, Task};

/// The longest value of a header, in characters: a name and an address.
const HEADER_AT_MOST: usize = 200;

pub async fn act(bot: &Bot, interaction: &Interaction, action: PreviewAction) -> Done {
    match action {
        PreviewAction::Copy(guild, year) => {
            preview(bot, interaction.lang, &find(bot, interaction, guild, Some(year)).await?, None).await
        }
        PreviewAction::CopyNow(guild, year, seen) => {
            copy_now(bot, interaction.lang, &find(bot, interaction, guild, Some(year)).await?, &seen).await
        }
    }
}

/// Shows what the boss would get, and asks once more; without a boss, gives the files to forward.
async fn preview(bot: &Bot, lang: Lang, desk: &Desk, says: Option<&str>) -> Done {
    let preview = match bot.app.preview_copy(desk).await? {
        Ok(preview) => preview,
        Err(
            why @ (CopyAnswer::NoBoss
            | CopyAnswer::NoMore
            | CopyAnswer::MailIsOff
            | CopyAnswer::ServerNotAllowed
            | CopyAnswer::DomainNotAllowed
            | CopyAnswer::TooFew
            | CopyAnswer::Unmade),
        ) => {
            let drawn = bot.app.boss_files(desk, &App::forms_to_hand_over(&desk.choices)).await?;
            return Ok(with_drawn(Message::text(lang.say(copy_key(why))), lang, drawn));
        }
        Err(why) => {
            let mut message = Message::text(lang.say(copy_key(why)));
            if why == CopyAnswer::NotAccepted {
                message.components.push(Component::Buttons(place_buttons(lang, desk.server.guild)));
            }
            if why == CopyAnswer::HasAddress {
                let sentence = button(lang, desk, "button-sentence", SentenceAction::Open);
                message.components.push(Component::Buttons(vec![sentence]));
            }
            return Ok(message);
        }
    };
    let goes = copy_goes(bot, lang, &preview.way);
    let line = says.map(|says| lang.say(says)).into_iter().chain([goes]).collect::<Vec<_>>().join("\n");
    Ok(preview_message(lang, desk, &preview, line))
}

/// What the boss would get, below a line that says how it is sent, and the buttons.
pub fn preview_message(lang: Lang, desk: &Desk, preview: &Preview, line: String) -> Message {
    let (guild, year) = (desk.server.guild, desk.campaign.year);
    let mut message = match &preview.gets {
        Gets::Message(note) => {
            let key = SendKey::new(guild, year, &Task::Copy { manager: desk.manager.user, revision: 0 });
            let mut shown = notes::note(note, &key.mark());
            for component in &mut shown.components {
                if let Component::Buttons(buttons) = component {
                    buttons.iter_mut().for_each(|button| button.enabled = false);
                }
            }
            preview_of(line, shown)
        }
        Gets::Mail(letter) => mail(lang, year, letter, line),
    };
    let now = PreviewAction::CopyNow(guild, year, preview.seen.clone());
    message.components.push(Component::Buttons(vec![
        Button::new(Style::Success, lang.say("button-copy-now"), now),
        button(lang, desk, "button-sentence", SentenceAction::Open),
        button(lang, desk, "button-back-to-desk", FirstPageAction::Open),
        Button::new(Style::Secondary, lang.say("button-keep"), DeskAction::Keep(guild, year)),
    ]));
    message
}

/// A mail: its headers, its text as far as it fits, and all of it as files: as it leaves, its page for a
/// browser, and what is attached to it.
fn mail(lang: Lang, year: i32, letter: &Letter, line: String) -> Message {
    let attached: Vec<&str> = letter.attached.iter().map(|(name, _)| name.as_str()).collect();
    let attached = if attached.is_empty() { lang.say("mail-head-nothing") } else { lang.series(&attached) };
    let reply_to = letter.reply_to.clone().unwrap_or_else(|| lang.say("mail-head-nobody"));
    let heads = [
        ("mail-head-from", &letter.from),
        ("mail-head-to", &letter.to),
        ("mail-head-reply-to", &reply_to),
        ("mail-head-subject", &letter.subject),
        ("mail-head-attached", &attached),
    ];
    let head = |(key, value): &(&str, &String)| {
        format!("**{}** {}", lang.say(key), plain(&fitting::label(value, HEADER_AT_MOST)))
    };
    let heads = heads.iter().map(head).collect::<Vec<_>>().join("\n");
    let (file, page) = (format!("cmad-{year}-mail.eml"), format!("cmad-{year}-mail.html"));
    let args = [("file", file.as_str().into()), ("page", page.as_str().into())];
    let whole = lang.with("mail-preview-whole", &args);
    let cut = lang.say("mail-preview-cut");
    let (foot, foot_of_a_part) = (format!("-# {whole}"), format!("-# {}", lang.sentences(&[&cut, &whole])));
    let fits = |foot: &str| fitting::cut(letter.text.trim(), fitting::room_beside(&[&line, &heads, &fenced(""), foot]));
    let (text, foot) = match fits(&foot) {
        whole if whole == letter.text.trim() => (whole, foot),
        _ => (fits(&foot_of_a_part), foot_of_a_part),
    };
    let mut files = vec![(file, letter.bytes.clone()), (page, letter.page.clone().into_bytes())];
    files.extend(letter.attached.iter().cloned());
    let texts = [line, heads, fenced(&text), foot].map(Component::Text);
    Message::of(texts.to_vec()).with_files(files)
}

/// **Yes, send it**, to what was `seen`: when it is something else by now, it is shown once more.
async fn copy_now(bot: &Bot, lang: Lang, desk: &Desk, seen: &str) -> Done {
    match bot.app.copy_boss(desk, seen).await? {
        CopyAnswer::Changed => preview(bot, lang, desk, Some("copy-preview-changed")).await,
        answer => {
            let back = button(lang, desk, "button-back-to-desk", FirstPageAction::Open);
            let says = Component::Text(match answer {
                CopyAnswer::Waits(until) => lang.with("copy-waits", &[("when", timestamp(until, 'F').into())]),
                answer => lang.say(copy_key(answer)),
            });
            Ok(Message::of(vec![says, Component::Buttons(vec![back])]))
        }
    }
}

const fn copy_key(answer: CopyAnswer) -> &'static str {
    match answer {
        CopyAnswer::Ordered | CopyAnswer::Waits(_) => "copy-ordered",
        CopyAnswer::Already => "copy-already",
        CopyAnswer::Changed => "copy-preview-changed",
        CopyAnswer::Enough => "copy-enough",
        CopyAnswer::NoBoss => "copy-no-boss",
        CopyAnswer::NoMore => "copy-no-more",
        CopyAnswer::NotAccepted => "copy-not-accepted",
        CopyAnswer::NotDue => "copy-not-due",
        CopyAnswer::MailIsOff => "copy-mail-off",
        CopyAnswer::ServerNotAllowed => "copy-mail-server",
        CopyAnswer::DomainNotAllowed => "copy-mail-domain",
        CopyAnswer::HasAddress => "copy-mail-address",
        CopyAnswer::TooFew => "copy-too-few",
        CopyAnswer::Unmade => "copy-mail-unmade",
    }
}

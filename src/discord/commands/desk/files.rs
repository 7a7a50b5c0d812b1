//! The digest as files: which go with a copy, and which the manager takes themselves.

use crate::app::App;
use crate::app::desk::{Choice, Desk};
use crate::app::digests::OWN_FORMS;
use crate::app::digests::Rendered;
use crate::digest::Form;
use crate::discord::commands::desk::shared::{at_desk, button};
use crate::discord::components::{Component, Menu, MenuOf, MenuOption, Message};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{FilesAction, FirstPageAction};
use crate::discord::digest_message::digest_components;
use crate::discord::interaction::{CHOSEN, Interaction, Options};
use crate::discord::markdown::timestamp;
use crate::discord::notes;
use crate::text::Lang;
use domain::digest::Amount;
use domain::roster::CopyChoice;

/// Discord takes ten files with a message.
const FILES_MAX: usize = 10;

pub(super) async fn act(
    bot: &Bot,
    interaction: &Interaction,
    desk: Desk,
    action: FilesAction,
    given: &Options,
) -> Done {
    let lang = interaction.lang;
    let chosen: Vec<Form> = given.all(CHOSEN).iter().filter_map(|name| Form::from_name(name)).collect();
    let nothing = desk.is_due && desk.digest.amount() == Amount::None;
    match action {
        FilesAction::Left(revision) => left(bot, lang, &desk, revision).await,
        _ if nothing => Ok(Message::text(notes::without_words(lang, &desk.campaign, desk.is_open))),
        _ if !desk.is_due => Ok(Message::text(lang.say("copy-not-due"))),
        FilesAction::Own => {
            let drawn = bot.app.own_files(&desk, lang, &chosen).await;
            Ok(with_drawn(Message::text(lang.say("desk-files-own")), lang, drawn))
        }
        FilesAction::Forward => {
            let drawn = for_boss(lang, bot.app.boss_files(&desk, &chosen).await?);
            Ok(with_drawn(Message::text(lang.say("files-forward")), lang, drawn))
        }
        FilesAction::Forms => {
            bot.app.choose(&desk, Choice::Forms(chosen.clone())).await?;
            let names: Vec<String> = chosen.iter().map(|form| name(lang, *form)).collect();
            let says = match names.is_empty() {
                true => lang.say("files-none-go"),
                false => lang.with("files-go", &[("files", lang.list(&names).into())]),
            };
            let back = button(lang, &desk, "button-back-to-desk", FirstPageAction::Open);
            let again = menu(lang, &desk, FilesAction::Forms, "files-with-copy", &chosen, 0);
            Ok(Message::of(vec![Component::Text(says), again, Component::Buttons(vec![back])]))
        }
    }
}

/// **Files**: the manager's own files, those that a boss would get, and the menus for other forms.
pub(super) async fn open(bot: &Bot, lang: Lang, desk: &Desk) -> Done {
    if !desk.is_due {
        return Ok(Message::text(lang.say("copy-not-due")));
    }
    if desk.digest.amount() == Amount::None {
        return Ok(Message::text(notes::without_words(lang, &desk.campaign, desk.is_open)));
    }
    let own = menu(lang, desk, FilesAction::Own, "files-own", &[], 1);
    if desk.choice == CopyChoice::Never {
        let drawn = bot.app.own_files(desk, lang, OWN_FORMS).await;
        let mut message = with_drawn(Message::text(lang.say("desk-files-own")), lang, drawn);
        message.components.push(own);
        return Ok(message);
    }
    let go = App::forms_of(&desk.choices);
    // The same as came with the digest; the menus have the rest.
    let mut drawn = bot.app.own_files(desk, lang, &OWN_FORMS[..OWN_FORMS.len().min(FILES_MAX - go.len())]).await;
    let theirs = for_boss(lang, bot.app.boss_files(desk, &go).await?);
    drawn.files.extend(theirs.files);
    drawn.lacking.extend(theirs.lacking);
    let mut message = with_drawn(Message::text(lang.say("desk-files")), lang, drawn);
    message.components.push(menu(lang, desk, FilesAction::Forms, "files-with-copy", &go, 0));
    message.components.push(own);
    message.components.push(menu(lang, desk, FilesAction::Forward, "files-forward-as", &[], 1));
    Ok(message)
}

fn for_boss(lang: Lang, drawn: Rendered) -> Rendered {
    let prefix = lang.say("files-for-boss");
    let files = drawn.files.into_iter().map(|(name, bytes)| (format!("{prefix}-{name}"), bytes)).collect();
    Rendered { files, ..drawn }
}

/// The message with the files that could be made, and a sentence about those that could not.
pub(super) fn with_drawn(mut message: Message, lang: Lang, drawn: Rendered) -> Message {
    let lacking: Vec<String> =
        Form::ALL.iter().filter(|form| drawn.lacking.contains(form)).map(|form| name(lang, *form)).collect();
    if !lacking.is_empty() {
        message.components.push(Component::Text(lang.with("files-lacking", &[("files", lang.list(&lacking).into())])));
    }
    message.with_files(drawn.files)
}

fn name(lang: Lang, form: Form) -> String {
    lang.say(&format!("files-as-{}", form.name()))
}

fn menu(lang: Lang, desk: &Desk, action: FilesAction, placeholder: &str, chosen: &[Form], least: u8) -> Component {
    let option =
        |form: &Form| MenuOption { chosen: chosen.contains(form), ..MenuOption::new(name(lang, *form), form.name()) };
    Component::Menu(Menu {
        custom_id: at_desk(desk, action).into(),
        of: MenuOf::Options(Form::ALL.iter().map(option).collect()),
        placeholder: lang.say(placeholder),
        chosen: (least, u8::MAX),
    })
}

/// A copy as it left: what the boss has, whatever was changed since.
async fn left(bot: &Bot, lang: Lang, desk: &Desk, revision: u32) -> Done {
    let Some((digest, drawn)) = bot.app.copy_as_it_left(desk, revision).await? else {
        return Ok(Message::text(lang.say("copy-as-it-left-gone")));
    };
    let when = desk.copy.kept.iter().find(|(kept, _)| *kept == revision).map(|(_, at)| timestamp(*at, 'F'));
    let says = lang.with("copy-as-it-left", &[("when", when.unwrap_or_default().into())]);
    let mut components = vec![Component::Text(says)];
    components.extend(digest_components(&digest, lang));
    let before = desk.copy.kept.iter().find(|(kept, _)| *kept < revision);
    let mut message = with_drawn(Message::of(components), lang, drawn);
    if let Some((before, _)) = before {
        let before = button(lang, desk, "button-as-it-left-before", FilesAction::Left(*before));
        message.components.push(Component::Buttons(vec![before]));
    }
    Ok(message)
}

//! Thanking: the form and the command.

mod afar;
mod place;
pub(super) mod questions;
pub(super) mod receipt;

use serenity::all::CreateCommand;

use crate::app::roster::Person;
use crate::app::thanking::Offer;
use crate::app::{App, CommitOutcome};
use crate::discord::commands::define::{IN_SERVERS, at_most, named, required, root, text, user, with_choices};
use crate::discord::commands::shared::unknown;
use crate::discord::commands::thank::receipt::{receipt, refused, with_words_kept};
use crate::discord::components::{Field, Form, Input, MenuOption, Message};
use crate::discord::context::{Bot, Done, Failure, Stop};
use crate::discord::custom_id::{CustomId, ThanksAction};
use crate::discord::interaction::{Interaction, InteractionKind, Options};
use crate::discord::markdown::unfenced;
use crate::text::Lang;
use domain::digest::plain_line;
use domain::ids::{GuildId, UserId};
use domain::thanks::{Consent, Door, Relation, WhatFor};

/// The ids of the form's fields, under which Discord sends their values.
const FIELDS: [&str; 5] = ["manager", "words", "relation", "for", "consent"];

/// `/thank`, as it is registered with Discord.
pub fn definition(words_max: u16) -> CreateCommand {
    root(
        "thank",
        &IN_SERVERS,
        None,
        vec![
            required(user("thank-manager", "manager")),
            at_most(text("thank-message", "message"), words_max),
            with_choices(text("thank-relation", "relation"), named("relation", Relation::ALL, Relation::name)),
            with_choices(text("thank-for", "for"), named("for", WhatFor::ALL, WhatFor::name)),
            with_choices(text("thank-consent", "consent"), named("consent", &Consent::CHOICES, Consent::name)),
        ],
    )
}

/// How many managers the form takes at once.
const MANAGERS_AT_ONCE: u8 = 5;

/// Whom the form thanks.
#[derive(Clone, Copy)]
enum Whom {
    /// Up to five managers, of whom one may be chosen already.
    Some(Option<UserId>),
    /// One manager, from a private conversation: Discord offers no members of a server there.
    In(GuildId, UserId),
    /// Everyone on the roster.
    Everyone,
}

/// The form in which one manager is chosen already.
pub(super) fn form_for(app: &App, interaction: &Interaction, manager: UserId) -> Form {
    form(app, interaction, Whom::Some(Some(manager)), None)
}

/// The form, from the interaction alone: managers (unless it is for everyone), words, relation, what for, consent.
fn form(app: &App, interaction: &Interaction, whom: Whom, words: Option<&str>) -> Form {
    let lang = interaction.lang;
    let guild = match whom {
        Whom::In(guild, _) => Some(guild),
        Whom::Some(_) | Whom::Everyone => interaction.guild,
    };
    let usual = guild.and_then(|guild| app.usual_consent_known(guild, interaction.who.user)).unwrap_or(Consent::Public);
    let options = |prefix: &str, names: &[&'static str], chosen: Option<&str>| -> Vec<MenuOption> {
        let option = |name: &&'static str| MenuOption {
            label: lang.say(&format!("{prefix}-{name}")),
            value: (*name).to_owned(),
            description: None,
            chosen: Some(*name) == chosen,
        };
        names.iter().map(option).collect()
    };
    let names = |all: &[Relation]| all.iter().map(|one| one.name()).collect::<Vec<_>>();
    let mut consent = options("consent", &Consent::CHOICES.map(Consent::name), Some(usual.name()));
    for option in &mut consent {
        option.description = Some(lang.say(&format!("consent-{}-means", option.value)));
    }
    let [manager_id, words_id, relation_id, for_id, consent_id] = FIELDS;
    let field = |custom_id: &str, input| Field {
        label: lang.say(&format!("form-{custom_id}")),
        description: Some(lang.say(&format!("form-{custom_id}-help"))),
        custom_id: custom_id.to_owned(),
        input,
    };
    let said = match whom {
        Whom::Some(Some(manager)) => guild.and_then(|guild| app.cares_known(guild, manager)),
        // The id may name a server with which the person has nothing to do.
        Whom::Some(None) | Whom::In(..) | Whom::Everyone => None,
    };
    let said = said.as_deref().and_then(plain_line);
    let words = words.map(|words| words.chars().take(app.config().limits.words_max.into()).collect());
    let (action, title, managers) = match whom {
        Whom::Some(manager) => {
            let chosen = manager.into_iter().map(|user| user.0).collect();
            let input = Input::People { chosen, most: MANAGERS_AT_ONCE };
            (ThanksAction::Form(manager), "form-title", Some(field(manager_id, input)))
        }
        Whom::In(guild, manager) => (ThanksAction::FormIn(guild, manager), "form-title", None),
        Whom::Everyone => (ThanksAction::FormToEveryone, "form-title-everyone", None),
    };
    Form {
        custom_id: action.into(),
        title: lang.say(title),
        fields: [
            managers,
            Some(Field {
                description: Some(match &said {
                    Some(said) => lang.with("form-words-cares-help", &[("cares", said.as_str().into())]),
                    None => lang.say("form-words-help"),
                }),
                ..field(words_id, Input::Paragraph { value: words, max: app.config().limits.words_max, required: true })
            }),
            Some(field(
                relation_id,
                Input::Choice { options: options("relation", &names(Relation::ALL), None), required: false },
            )),
            Some(field(
                for_id,
                Input::Choice {
                    options: options("for", &WhatFor::ALL.iter().map(|one| one.name()).collect::<Vec<_>>(), None),
                    required: false,
                },
            )),
            Some(field(consent_id, Input::Radio(consent))),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// `/thank` with words.
pub(super) async fn thank(bot: &Bot, interaction: &Interaction, options: &Options) -> Done {
    let words = options.text("message").unwrap_or_default();
    let to = options.people("manager");
    take(bot, interaction, options, (to, words, Door::Command)).await
}

pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: ThanksAction, given: &Options) -> Done {
    match action {
        ThanksAction::Form(_) => form_sent(bot, interaction, given).await,
        ThanksAction::FormToEveryone => {
            let words = given.text(FIELDS[1]).unwrap_or_default();
            take(bot, interaction, given, (Vec::new(), words, Door::Everyone)).await
        }
        ThanksAction::FormIn(guild, manager) => afar::take(bot, interaction, given, (guild, manager)).await,
        ThanksAction::Say(_)
        | ThanksAction::SayIn(..)
        | ThanksAction::TryAgainIn(..)
        | ThanksAction::SayToEveryone
        | ThanksAction::TryAgain
        | ThanksAction::TryEveryoneAgain => Err(unknown(interaction)),
    }
}

/// The form behind a button, filled in with the words in the button's message.
pub(super) fn form_behind(
    app: &App,
    interaction: &Interaction,
    action: &ThanksAction,
    texts: &[String],
) -> Option<Form> {
    let kept = || texts.last().map(|words| unfenced(words));
    match action {
        ThanksAction::Say(manager) => Some(form(app, interaction, Whom::Some(*manager), None)),
        ThanksAction::SayIn(guild, manager) => {
            Some(form(app, interaction, afar::whom(interaction, *guild, *manager), None))
        }
        ThanksAction::TryAgainIn(guild, manager) => {
            let whom = afar::whom(interaction, *guild, *manager);
            Some(form(app, interaction, whom, kept().as_deref()))
        }
        ThanksAction::SayToEveryone => Some(form(app, interaction, Whom::Everyone, None)),
        ThanksAction::TryAgain => Some(form(app, interaction, Whom::Some(None), kept().as_deref())),
        ThanksAction::TryEveryoneAgain => Some(form(app, interaction, Whom::Everyone, kept().as_deref())),
        ThanksAction::Form(_) | ThanksAction::FormIn(..) | ThanksAction::FormToEveryone => None,
    }
}

/// The form that `/thank` opens when no words were given.
pub(super) fn form_of_command(app: &App, interaction: &Interaction, options: &Options) -> Option<Form> {
    let is_wanted = options.text("message").is_none() && interaction.guild.is_some();
    let manager = options.person("manager").map(|person| person.user);
    is_wanted.then(|| form(app, interaction, Whom::Some(manager), None))
}

/// Discord did not say who is thanked: the words stay behind **Try again**.
pub(super) fn not_described(lang: Lang, words: &str) -> Message {
    with_words_kept(lang, lang.say("person-not-described"), None, (words, ThanksAction::TryAgain))
}

/// The form was sent.
async fn form_sent(bot: &Bot, interaction: &Interaction, fields: &Options) -> Done {
    let [manager, words, ..] = FIELDS;
    let words = fields.text(words).unwrap_or_default();
    if !fields.not_described(manager).is_empty() {
        return Ok(not_described(interaction.lang, words));
    }
    take(bot, interaction, fields, (fields.people(manager), words, Door::Form)).await
}

async fn take(
    bot: &Bot,
    interaction: &Interaction,
    options: &Options,
    (to, words, door): (Vec<Person>, &str, Door),
) -> Done {
    let lang = interaction.lang;
    let Some(guild) = interaction.guild else { return Err(Stop::say(lang.say("only-in-servers"))) };
    let post_in = place::here(bot, interaction, guild).await?;
    let giver = interaction.who.clone();
    let offer = Offer { post_in, ..offer(bot, interaction, options, (guild, giver), (to, words, door)) };
    match bot.app.thank(offer).await? {
        Ok(answer) => Ok(receipt(lang, &answer, words)),
        Err(why) => Ok(refused(lang, &[(None, String::new(), why)], words)),
    }
}

/// What is offered, with the other fields of the form or the command.
fn offer(
    bot: &Bot,
    interaction: &Interaction,
    options: &Options,
    (guild, giver): (GuildId, Person),
    (to, words, door): (Vec<Person>, &str, Door),
) -> Offer {
    Offer {
        guild,
        giver,
        to,
        words: words.trim().to_owned(),
        relation: options.text("relation").and_then(Relation::from_name),
        what_for: options.text("for").and_then(WhatFor::from_name),
        consent: options.text("consent").and_then(Consent::from_name),
        door,
        source: interaction.id,
        message: None,
        post_in: None,
        said_at: bot.app.now(),
    }
}

/// The answer to a thank-you that failed: whether it was stored, and the words for another try. `None` if the
/// interaction was not a thank-you.
pub(super) fn failed(interaction: &Interaction, error: &Failure) -> Option<Message> {
    let (words, again) = match &interaction.kind {
        InteractionKind::Command { path, options } if *path == ["thank"] => {
            (options.text("message")?, ThanksAction::TryAgain)
        }
        InteractionKind::Sent { id: CustomId::Thanks(form), fields } => {
            let again = match form {
                ThanksAction::FormToEveryone => ThanksAction::TryEveryoneAgain,
                ThanksAction::FormIn(guild, manager) => ThanksAction::TryAgainIn(*guild, *manager),
                _ => ThanksAction::TryAgain,
            };
            (fields.text(FIELDS[1])?, again)
        }
        _ => return None,
    };
    // A thank-you needs only the database, and storing it is the last step that can fail.
    let says = match error {
        Failure::Store(error) if error.commit_outcome() == CommitOutcome::NotWritten => "thanks-not-kept",
        Failure::Store(_) | Failure::Rest(_) => "thanks-maybe-kept",
    };
    Some(with_words_kept(interaction.lang, interaction.lang.say(says), None, (words, again)))
}

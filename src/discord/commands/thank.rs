//! Thanking: the form, the receipt and what can be changed on it, and the questions about found words.

use serde::Deserialize;

use crate::app::App;
use crate::app::Fate;
use crate::app::listening::Said;
use crate::app::roster::Person;
use crate::app::thanking::{Answer, Offer, Verdict, Withdrawal};
use crate::discord::asked::{Asked, CHOSEN, Options, What};
use crate::discord::commands::shared::server_of;
use crate::discord::components::{Button, Component, Field, Form, Input, Menu, MenuOf, MenuOption, Message, Style};
use crate::discord::context::{Bot, Done, Failure};
use crate::discord::custom_id::CustomId;
use crate::discord::markdown::{fenced, plain, timestamp};
use crate::discord::said::message_from_json;
use crate::ports::Named;
use crate::text::Lang;
use domain::ids::{MessageId, UserId};
use domain::judge::Refusal;
use domain::thanks::{Consent, Door, Relation, Thanks, ThanksId, ThanksState, WhatFor};

/// The form's fields, by the ids under which Discord sends back what stands in them.
const FIELDS: [&str; 5] = ["manager", "words", "relation", "for", "consent"];

/// The form, from the interaction alone: manager, words, relation, what for, consent.
#[must_use]
pub fn form(app: &App, asked: &Asked, manager: Option<UserId>, words: Option<&str>) -> Form {
    let lang = asked.lang;
    let usual = asked.guild.and_then(|guild| app.usual_consent_known(guild, asked.who.user)).unwrap_or(Consent::Public);
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
    let words = words.map(|words| words.chars().take(app.config().limits.words_max.into()).collect());
    Form {
        custom_id: CustomId::ThankForm(manager).text(),
        title: lang.say("form-title"),
        fields: vec![
            field(manager_id, Input::Person { chosen: manager.map(|user| user.0) }),
            field(words_id, Input::Paragraph { value: words, max: app.config().limits.words_max, required: true }),
            field(
                relation_id,
                Input::Choice { options: options("relation", &names(Relation::ALL), None), required: false },
            ),
            field(
                for_id,
                Input::Choice {
                    options: options("for", &WhatFor::ALL.iter().map(|one| one.name()).collect::<Vec<_>>(), None),
                    required: false,
                },
            ),
            field(consent_id, Input::Choice { options: consent, required: true }),
        ],
    }
}

/// `/thank` with words.
pub async fn thank(bot: &Bot, asked: &Asked, options: &Options) -> Done {
    let words = options.text("message").unwrap_or_default();
    let to = options.people("manager");
    take(bot, asked, options, (to, words, Door::Command)).await
}

/// The form was sent.
pub async fn form_sent(bot: &Bot, asked: &Asked, fields: &Options) -> Done {
    let [manager, words, ..] = FIELDS;
    let words = fields.text(words).unwrap_or_default();
    take(bot, asked, fields, (fields.people(manager), words, Door::Form)).await
}

async fn take(bot: &Bot, asked: &Asked, options: &Options, (to, words, door): (Vec<Person>, &str, Door)) -> Done {
    let lang = asked.lang;
    let Some(guild) = asked.guild else { return Ok(Message::text(lang.say("only-in-servers"))) };
    let offer = Offer {
        guild,
        giver: asked.who.clone(),
        to,
        words: words.trim().to_owned(),
        relation: options.text("relation").and_then(Relation::from_name),
        what_for: options.text("for").and_then(WhatFor::from_name),
        consent: options.text("consent").and_then(Consent::from_name),
        door,
        source: asked.id,
        message: None,
        said_at: bot.app.now(),
    };
    match bot.app.thank(offer).await? {
        Ok(answer) => Ok(receipt(lang, &answer, words)),
        Err(why) => Ok(refused(lang, &[(None, String::new(), why)], words)),
    }
}

/// What somebody hears whose thanks failed: whether it was kept, and their words to try again with. `None` when it was
/// no thanks.
#[must_use]
pub fn failed(asked: &Asked, error: &Failure) -> Option<Message> {
    let words = match &asked.what {
        What::Command { path, options } if *path == ["thank"] => options.text("message")?,
        What::Sent { id: CustomId::ThankForm(_), fields } => fields.text(FIELDS[1])?,
        _ => return None,
    };
    // Only the database is asked by a thanks, and the last thing that can fail is the keeping.
    let says = match error {
        Failure::Store(error) if error.fate() == Fate::Gone => "thanks-not-kept",
        Failure::Store(_) | Failure::Rest(_) => "thanks-maybe-kept",
    };
    Some(with_words_kept(asked.lang, asked.lang.say(says), None, words))
}

/// What became of an offer, told to the giver.
pub(super) fn receipt(lang: Lang, answer: &Answer, words: &str) -> Message {
    let mut thanked = Vec::new();
    let mut refusals = Vec::new();
    for verdict in &answer.verdicts {
        match verdict {
            Verdict::Thanked { id, manager, again } => thanked.push((*id, manager.clone(), *again)),
            Verdict::Refused { person, why } => refusals.push((Some(person.user), plain(&person.name), *why)),
        }
    }
    let Some((id, manager, again)) = thanked.into_iter().next() else { return refused(lang, &refusals, words) };
    let mut message = receipt_of(
        lang,
        &Receipt {
            id,
            manager: &manager,
            consent: answer.consent,
            signature: &answer.signature,
            state: ThanksState::Counted,
            year: answer.year,
            stands: answer.stands,
            relation: answer.relation,
        },
    );
    let mut first = if again { lang.say("receipt-again") } else { String::new() };
    if !answer.in_window {
        let args = [("year", answer.year.to_string().into()), ("opens", timestamp(answer.opens, 'D').into())];
        first.push_str(&lang.with("receipt-waits", &args));
    }
    if !first.is_empty() {
        message.components.insert(1, Component::Text(first));
    }
    message
}

/// A receipt, as it is drawn at first and after each change.
struct Receipt<'a> {
    id: ThanksId,
    manager: &'a Named,
    consent: Consent,
    signature: &'a str,
    state: ThanksState,
    year: i32,
    /// Whether the words stand in the giver's own message.
    stands: bool,
    relation: Option<Relation>,
}

fn receipt_of(lang: Lang, receipt: &Receipt<'_>) -> Message {
    let manager = plain(&receipt.manager.name);
    let mut components = Vec::new();
    match receipt.state {
        ThanksState::Counted => {
            let args = [("manager", manager.into()), ("year", receipt.year.to_string().into())];
            components.push(Component::Text(lang.with("receipt-thanked", &args)));
            let signature = plain(receipt.signature);
            let key = match (receipt.stands, receipt.consent) {
                (true, Consent::Public) => "receipt-public-stands".to_owned(),
                (_, consent) => format!("receipt-{consent}"),
            };
            components.push(Component::Text(lang.with(&key, &[("signature", signature.into())])));
            let choice = |consent: Consent| {
                let chosen = consent == receipt.consent;
                let style = if chosen { Style::Primary } else { Style::Secondary };
                let id = CustomId::ReceiptConsent(receipt.id, consent).text();
                Button { enabled: !chosen, ..Button::tell(style, lang.say(&format!("consent-{consent}")), id) }
            };
            let mut buttons: Vec<Button> = Consent::CHOICES.into_iter().map(choice).collect();
            buttons.push(Button::tell(Style::Danger, lang.say("button-undo"), CustomId::Withdraw(receipt.id).text()));
            components.push(Component::Buttons(buttons));
            if receipt.relation == Some(Relation::Colleague) {
                let id = CustomId::CopyTheirs(receipt.id).text();
                let copy = Button::tell(Style::Secondary, lang.say("button-copy-theirs"), id);
                components.push(Component::Buttons(vec![copy]));
            }
        }
        ThanksState::Withdrawn | ThanksState::HiddenWithdrawn => {
            components.push(Component::Text(lang.with("receipt-withdrawn", &[("manager", manager.into())])));
            let back =
                Button::tell(Style::Secondary, lang.say("button-take-back"), CustomId::TakeBack(receipt.id).text());
            components.push(Component::Buttons(vec![back]));
        }
        ThanksState::Hidden => {
            components.push(Component::Text(lang.with("receipt-hidden", &[("manager", manager.into())])));
            let undo = Button::tell(Style::Danger, lang.say("button-withdraw"), CustomId::Withdraw(receipt.id).text());
            components.push(Component::Buttons(vec![undo]));
        }
    }
    Message::of(components)
}

/// A refusal: why, and the words behind **Try again**, so that nothing that was written is lost.
pub(super) fn refused(lang: Lang, refusals: &[(Option<UserId>, String, Refusal)], words: &str) -> Message {
    let lines: Vec<String> = refusals.iter().map(|(_, name, why)| refusal(lang, name, *why)).collect();
    let nominate = nominate_button(lang, refusals.iter().filter_map(|(who, _, why)| Some(((*who)?, *why))));
    with_words_kept(lang, lines.join("\n"), nominate, words)
}

/// Says why words were not kept, with the words themselves behind **Try again**.
fn with_words_kept(lang: Lang, says: String, nominate: Option<Button>, words: &str) -> Message {
    let mut components = vec![Component::Text(says)];
    let again = (!words.trim().is_empty())
        .then(|| Button::tell(Style::Primary, lang.say("button-try-again"), CustomId::TryAgain.text()));
    let buttons: Vec<Button> = again.into_iter().chain(nominate).collect();
    if !buttons.is_empty() {
        components.push(Component::Buttons(buttons));
    }
    if !words.trim().is_empty() {
        components.push(Component::Text(lang.say("refused-words-kept")));
        // The last text of the message is the words themselves, in a block: Try again reads them from here.
        let kept: String = words.chars().take(crate::discord::components::TEXT_MAX - 1000).collect();
        components.push(Component::Text(fenced(&kept)));
    }
    Message::of(components)
}

/// **Nominate them**, for the first of those who are not on the roster.
fn nominate_button(lang: Lang, mut refused: impl Iterator<Item = (UserId, Refusal)>) -> Option<Button> {
    let (user, _) = refused.find(|(_, why)| *why == Refusal::NotOnRoster)?;
    Some(Button::tell(Style::Secondary, lang.say("button-nominate"), CustomId::Nominate(user).text()))
}

/// Why a thanks was not taken, and what can be done. The name is Markdown already: escaped, or a mention.
pub(super) fn refusal(lang: Lang, name: &str, why: Refusal) -> String {
    let (limit, length) = match why {
        Refusal::TooMany { limit } => (limit as usize, 0),
        Refusal::TooLong { limit, length } => (limit, length),
        Refusal::YoungAccount { days } | Refusal::NewMember { days } => (days as usize, 0),
        _ => (0, 0),
    };
    lang.with(why.key(), &[("name", name.into()), ("limit", limit.into()), ("length", length.into())])
}

/// A receipt's choice of consent.
pub async fn change_consent(bot: &Bot, asked: &Asked, id: ThanksId, consent: Consent) -> Done {
    let changed = bot.app.change_consent(asked.who.user, id, consent).await?;
    changed_receipt(bot, asked, changed).await
}

/// **Undo** on a receipt.
pub async fn withdraw(bot: &Bot, asked: &Asked, id: ThanksId) -> Done {
    let changed = bot.app.withdraw(asked.who.user, id, Withdrawal::Withdraw).await?;
    changed_receipt(bot, asked, changed).await
}

/// Takes a withdrawn thanks back in.
pub async fn take_back(bot: &Bot, asked: &Asked, id: ThanksId) -> Done {
    let changed = bot.app.withdraw(asked.who.user, id, Withdrawal::TakeBack).await?;
    changed_receipt(bot, asked, changed).await
}

pub(super) async fn changed_receipt(bot: &Bot, asked: &Asked, changed: Option<Thanks>) -> Done {
    let Some(thanks) = changed else { return Ok(Message::text(asked.lang.say("receipt-over"))) };
    let manager = bot.app.name_of(thanks.guild, thanks.manager).await?;
    Ok(receipt_of(
        asked.lang,
        &Receipt {
            id: thanks.id,
            manager: &manager,
            consent: thanks.consent,
            signature: &thanks.signature,
            state: thanks.state,
            year: thanks.year,
            stands: thanks.message.is_some(),
            relation: thanks.relation,
        },
    ))
}

/// The button under the question about found words: only the words' author gets an answer to choose from.
pub async fn ask_found(bot: &Bot, asked: &Asked, giver: UserId) -> Done {
    let lang = asked.lang;
    if giver != asked.who.user {
        return Ok(Message::text(lang.with("found-not-yours", &[("giver", format!("<@{giver}>").into())])));
    }
    let server = match server_of(bot, asked).await? {
        Ok(server) => server,
        Err(message) => return Ok(message),
    };
    let mine = bot.app.my_thanks(&server, giver).await?;
    let found = || mine.iter().filter(|(stored, _)| stored.consent == Consent::NotAsked).take(10);
    let names: Vec<String> = found().map(|(_, manager)| plain(&manager.name)).collect();
    if names.is_empty() {
        return Ok(Message::text(lang.say("found-nothing")));
    }
    // The signatures as they are kept, which are the ones that would be quoted, whatever the giver is called now.
    let mut signatures: Vec<String> = found().map(|(stored, _)| plain(&stored.signature)).collect();
    signatures.sort_unstable();
    signatures.dedup();
    let args = [("managers", lang.list(&names).into()), ("signature", lang.list(&signatures).into())];
    let mut components = vec![Component::Text(lang.with("found-choose", &args))];
    components.push(Component::Text(
        Consent::CHOICES
            .map(|one| {
                format!("**{}**: {}", lang.say(&format!("consent-{one}")), lang.say(&format!("consent-{one}-means")))
            })
            .join("\n"),
    ));
    let button = |consent: Consent| {
        let style = if consent == Consent::Public { Style::Primary } else { Style::Secondary };
        Button::tell(style, lang.say(&format!("consent-{consent}")), CustomId::FoundConsent(consent).text())
    };
    components.push(Component::Buttons(Consent::CHOICES.into_iter().map(button).collect()));
    Ok(Message::of(components))
}

/// The author of found words answered.
pub async fn answer_found(bot: &Bot, asked: &Asked, consent: Consent) -> Done {
    let server = match server_of(bot, asked).await? {
        Ok(server) => server,
        Err(message) => return Ok(message),
    };
    let Some(answered) = bot.app.answer_for_found(&server, asked.who.user, consent).await? else {
        return Ok(Message::text(asked.lang.say("receipt-over")));
    };
    let means = asked.lang.say(&format!("consent-{consent}-means"));
    let choice = asked.lang.say(&format!("consent-{consent}"));
    let args = [("n", answered.into()), ("choice", choice.into()), ("means", means.into())];
    Ok(Message::text(asked.lang.with("found-answered", &args)))
}

/// The button under an unclear message: only its author gets the picker.
///
/// # Errors
/// None; the signature is that of its neighbours.
pub fn ask_whom(asked: &Asked, giver: UserId, message: MessageId) -> Done {
    let lang = asked.lang;
    if giver != asked.who.user {
        return Ok(Message::text(lang.with("found-not-yours", &[("giver", format!("<@{giver}>").into())])));
    }
    let menu = Menu {
        custom_id: CustomId::WhomPicked(message).text(),
        of: MenuOf::People(Vec::new()),
        placeholder: lang.say("whom-placeholder"),
        chosen: (1, 5),
    };
    Ok(Message::of(vec![Component::Text(lang.say("whom-pick")), Component::Menu(menu)]))
}

/// The part of a message that is needed to ask for it.
#[derive(Deserialize)]
struct Raw(serde_json::Value);

/// The asker's own message in this channel as it stands now, or what to tell whoever cannot have it.
pub(super) async fn own_message(
    bot: &Bot,
    asked: &Asked,
    message: MessageId,
) -> Result<Result<Said, Message>, Failure> {
    let lang = asked.lang;
    let gone = || Ok(Err(Message::text(lang.say("whom-gone"))));
    let server = match server_of(bot, asked).await? {
        Ok(server) => server,
        Err(message) => return Ok(Err(message)),
    };
    let raw = match bot.rest.message::<Raw>(asked.channel, message).await {
        Ok(Raw(raw)) => raw,
        Err(crate::discord::rest::RestError::Gone { .. }) => return gone(),
        Err(error) => return Err(error.into()),
    };
    let Some(mut said) = message_from_json(&raw, server.guild) else { return gone() };
    if said.author.user != asked.who.user {
        let giver = format!("<@{}>", said.author.user);
        return Ok(Err(Message::text(lang.with("found-not-yours", &[("giver", giver.into())]))));
    }
    // The interaction tells the author's name and membership, the message fetched over REST does not.
    said.author = asked.who.clone();
    Ok(Ok(said))
}

/// The author of an unclear message picked whom they meant. The words are read from the message as it stands now.
///
/// # Errors
/// The database or Discord failed.
pub async fn picked_whom(bot: &Bot, asked: &Asked, message: MessageId, chosen: &Options) -> Done {
    let lang = asked.lang;
    let said = match own_message(bot, asked, message).await? {
        Ok(said) => said,
        Err(message) => return Ok(message),
    };
    let me = bot.me.borrow().user;
    let Some(verdicts) = bot.app.name_recipients(said, chosen.people(CHOSEN), me).await? else {
        return Ok(Message::text(lang.say("receipt-over")));
    };
    let lines: Vec<String> = verdicts
        .iter()
        .map(|verdict| match verdict {
            Verdict::Thanked { manager, .. } => lang.with("whom-thanked", &[("manager", plain(&manager.name).into())]),
            Verdict::Refused { person, why } => refusal(lang, &plain(&person.name), *why),
        })
        .collect();
    let refused = verdicts.iter().filter_map(|verdict| match verdict {
        Verdict::Refused { person, why } => Some((person.user, *why)),
        Verdict::Thanked { .. } => None,
    });
    let mut components = vec![Component::Text(lines.join("\n"))];
    components.extend(nominate_button(lang, refused).map(|button| Component::Buttons(vec![button])));
    Ok(Message::of(components))
}

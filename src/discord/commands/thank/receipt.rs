//! The receipt of a thank-you with its buttons; or why it was refused, with the words behind **Try again**.

use crate::app::thanking::{OfferOutcome, Verdict, Withdrawal};
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{CopyAction, NominationAction, ReceiptAction, ThanksAction};
use crate::discord::fitting;
use crate::discord::interaction::Interaction;
use crate::discord::markdown::{fenced, plain, timestamp};
use crate::ports::Named;
use crate::text::Lang;
use domain::ids::{ChannelId, UserId};
use domain::thanks::rules::Refusal;
use domain::thanks::{Consent, Relation, Thanks, ThanksId, ThanksState};

pub async fn act(bot: &Bot, interaction: &Interaction, action: ReceiptAction) -> Done {
    let user = interaction.who.user;
    let changed = match action {
        ReceiptAction::SetConsent(id, consent) => bot.app.change_consent(user, id, consent).await?,
        ReceiptAction::Withdraw(id) => bot.app.withdraw(user, id, Withdrawal::Withdraw).await?,
        ReceiptAction::TakeBack(id) => bot.app.withdraw(user, id, Withdrawal::TakeBack).await?,
    };
    changed_receipt(bot, interaction, changed).await
}

/// The answer to the giver.
pub fn receipt(lang: Lang, answer: &OfferOutcome, words: &str) -> Message {
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
            posts_in: answer.posts_in,
            relation: answer.relation,
        },
    );
    let waits = || {
        let args = [("year", answer.year.to_string().into()), ("opens", timestamp(answer.opens, 'D').into())];
        lang.with("receipt-waits", &args)
    };
    let again = again.then(|| lang.say("receipt-again"));
    let first: Vec<String> = again.into_iter().chain((!answer.in_window).then(waits)).collect();
    if !first.is_empty() {
        message.components.insert(1, Component::Text(lang.sentences(&first)));
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
    /// Where they are posted if they do not, while they are public.
    posts_in: ChannelId,
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
            let args = [("signature", signature.into()), ("channel", receipt.posts_in.to_string().into())];
            components.push(Component::Text(lang.with(&key, &args)));
            let choice = |consent: Consent| {
                let chosen = consent == receipt.consent;
                let style = if chosen { Style::Primary } else { Style::Secondary };
                let id = ReceiptAction::SetConsent(receipt.id, consent);
                Button { enabled: !chosen, ..Button::new(style, lang.say(&format!("consent-{consent}")), id) }
            };
            let mut buttons: Vec<Button> = Consent::CHOICES.into_iter().map(choice).collect();
            buttons.push(Button::new(Style::Danger, lang.say("button-undo"), ReceiptAction::Withdraw(receipt.id)));
            components.push(Component::Buttons(buttons));
            if receipt.relation == Some(Relation::Colleague) {
                let id = CopyAction::CopyTheirs(receipt.id);
                let copy = Button::new(Style::Secondary, lang.say("button-copy-theirs"), id);
                components.push(Component::Buttons(vec![copy]));
            }
        }
        ThanksState::Withdrawn | ThanksState::HiddenWithdrawn => {
            components.push(Component::Text(lang.with("receipt-withdrawn", &[("manager", manager.into())])));
            let back = Button::new(Style::Secondary, lang.say("button-take-back"), ReceiptAction::TakeBack(receipt.id));
            components.push(Component::Buttons(vec![back]));
        }
        ThanksState::Hidden => {
            components.push(Component::Text(lang.with("receipt-hidden", &[("manager", manager.into())])));
            let undo = Button::new(Style::Danger, lang.say("button-withdraw"), ReceiptAction::Withdraw(receipt.id));
            components.push(Component::Buttons(vec![undo]));
        }
    }
    Message::of(components)
}

pub async fn changed_receipt(bot: &Bot, interaction: &Interaction, changed: Option<Thanks>) -> Done {
    let over = || Message::text(interaction.lang.say("receipt-over"));
    let Some(thanks) = changed else { return Ok(over()) };
    let Some(posts_in) = bot.app.posts_in(&thanks).await? else { return Ok(over()) };
    let manager = bot.app.name_of(thanks.guild, thanks.manager).await?;
    Ok(receipt_of(
        interaction.lang,
        &Receipt {
            id: thanks.id,
            manager: &manager,
            consent: thanks.consent,
            signature: &thanks.signature,
            state: thanks.state,
            year: thanks.year,
            stands: thanks.message.is_some(),
            posts_in,
            relation: thanks.relation,
        },
    ))
}

/// A refusal with its reason, and the words behind **Try again**, so that no text is lost.
pub fn refused(lang: Lang, refusals: &[(Option<UserId>, String, Refusal)], words: &str) -> Message {
    let lines: Vec<String> = refusals.iter().map(|(_, name, why)| refusal(lang, name, *why)).collect();
    let nominate = nominate_button(lang, refusals.iter().filter_map(|(who, _, why)| Some(((*who)?, *why))));
    with_words_kept(lang, lines.join("\n"), nominate, words)
}

/// Says why words were not stored, with the words themselves behind **Try again**.
pub(super) fn with_words_kept(lang: Lang, says: String, nominate: Option<Button>, words: &str) -> Message {
    let mut components = vec![Component::Text(says)];
    let again = (!words.trim().is_empty())
        .then(|| Button::new(Style::Primary, lang.say("button-try-again"), ThanksAction::TryAgain));
    let buttons: Vec<Button> = again.into_iter().chain(nominate).collect();
    if !buttons.is_empty() {
        components.push(Component::Buttons(buttons));
    }
    if !words.trim().is_empty() {
        components.push(Component::Text(lang.say("refused-words-kept")));
        // The last text of the message is the words themselves, in a block: Try again reads them from here.
        let above: usize = components.iter().map(Component::weight).sum();
        let room = fitting::room_beside(&[&fenced("")]).saturating_sub(above);
        components.push(Component::Text(fenced(&fitting::cut(words, room))));
    }
    Message::of(components)
}

/// **Nominate them**, for the first of those who are not on the roster.
pub(super) fn nominate_button(lang: Lang, mut refused: impl Iterator<Item = (UserId, Refusal)>) -> Option<Button> {
    let (user, _) = refused.find(|(_, why)| *why == Refusal::NotOnRoster)?;
    Some(Button::new(Style::Secondary, lang.say("button-nominate"), NominationAction::Open(user)))
}

/// Why a thank-you was not taken, and what can be done. The name is Markdown already: escaped, or a mention.
pub fn refusal(lang: Lang, name: &str, why: Refusal) -> String {
    let (limit, length) = match why {
        Refusal::TooMany { limit } => (limit as usize, 0),
        Refusal::TooLong { limit, length } => (limit, length),
        Refusal::YoungAccount { days } | Refusal::NewMember { days } => (days as usize, 0),
        _ => (0, 0),
    };
    lang.with(why.key(), &[("name", name.into()), ("limit", limit.into()), ("length", length.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_a_receipt_are_joined_as_the_language_does() {
        let manager = Named { name: "Ada".to_owned(), user: UserId(11), title: None };
        let answer = OfferOutcome {
            verdicts: vec![Verdict::Thanked { id: ThanksId(1), manager, again: true }],
            consent: Consent::Named,
            signature: "Kim".to_owned(),
            year: 2027,
            in_window: false,
            opens: chrono::DateTime::UNIX_EPOCH,
            stands: false,
            posts_in: ChannelId(5),
            relation: None,
        };
        let check = |tag: &str, says: &str| {
            let components = receipt(Lang::of(Some(tag)), &answer, "").components;
            let is_said = |component: &Component| matches!(component, Component::Text(text) if text.contains(says));
            assert!(components.iter().any(is_said), "{tag}: {components:?}");
        };
        check("en", "it counts once. The campaign opens");
        check("ja", "カウントされます。キャンペーンは");
    }
}

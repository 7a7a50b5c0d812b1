//! The receipt of a thank-you with its buttons; or why it was refused, with the words behind **Try again**.

use crate::app::thanking::{OfferOutcome, Verdict, Withdrawal};
use crate::discord::components::{Button, Component, Message, Style};
use crate::discord::context::{Bot, Done};
use crate::discord::custom_id::{CopyAction, NominationAction, ReceiptAction, ThanksAction};
use crate::discord::fitting;
use crate::discord::interaction::Interaction;
use crate::discord::markdown::{fenced, plain, timestamp};
use crate::discord::posts::some_of;
use crate::ports::Named;
use crate::text::Lang;
use domain::digest::plain_line;
use domain::ids::{ChannelId, UserId};
use domain::thanks::rules::Refusal;
use domain::thanks::{Consent, Relation, Thanks, ThanksId, ThanksState};

/// How much room the reasons take why some of several people were not thanked.
const REASONS_ROOM: usize = 1200;
/// The longest name on a button, in characters: with the words around it 80 are allowed.
const NAME_ON_BUTTON: usize = 40;
/// Up to how many managers each get a button of their own on one receipt: a row has five.
const BUTTONS_AT_MOST: usize = 5;

pub async fn act(bot: &Bot, interaction: &Interaction, action: ReceiptAction) -> Done {
    let user = interaction.who.user;
    let one = |changed: Option<Thanks>| changed.into_iter().collect::<Vec<_>>();
    let (changed, source) = match action {
        ReceiptAction::SetConsent(id, consent) => (one(bot.app.change_consent(user, id, consent).await?), None),
        ReceiptAction::Withdraw(id) => (one(bot.app.withdraw(user, id, Withdrawal::Withdraw).await?), None),
        ReceiptAction::TakeBack(id) => (one(bot.app.withdraw(user, id, Withdrawal::TakeBack).await?), None),
        ReceiptAction::SetConsentOfAll(source, consent) => {
            let Some(guild) = interaction.guild else { return Ok(over(interaction.lang)) };
            (bot.app.change_consent_of_all(guild, user, source, consent).await?, Some(source))
        }
        ReceiptAction::WithdrawAll(source) => {
            let Some(guild) = interaction.guild else { return Ok(over(interaction.lang)) };
            (bot.app.withdraw_all(guild, user, source, Withdrawal::Withdraw).await?, Some(source))
        }
        ReceiptAction::TakeAllBack(source) => {
            let Some(guild) = interaction.guild else { return Ok(over(interaction.lang)) };
            (bot.app.withdraw_all(guild, user, source, Withdrawal::TakeBack).await?, Some(source))
        }
    };
    changed_receipt(bot, interaction, changed, source).await
}

fn over(lang: Lang) -> Message {
    Message::text(lang.say("receipt-over"))
}

/// The answer to the giver.
pub fn receipt(lang: Lang, answer: &OfferOutcome, words: &str) -> Message {
    let (mut of, mut said, mut is_again) = (Vec::new(), Vec::new(), false);
    let mut refusals = Vec::new();
    for verdict in &answer.verdicts {
        match verdict {
            Verdict::Thanked { id, manager, cares, again } => {
                of.push((*id, manager.clone()));
                said.extend(cares.as_ref().map(|cares| (manager.name.clone(), cares.clone())));
                is_again |= *again;
            }
            Verdict::Refused { person, why } => refusals.push((Some(person.user), plain(&person.name), *why)),
        }
    }
    if of.is_empty() {
        return refused(lang, &refusals, words);
    }
    let source = (of.len() > 1).then_some(answer.source);
    let mut message = receipt_of(
        lang,
        &Receipt {
            of,
            cares: said,
            source,
            consent: Some(answer.consent),
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
    let again = is_again.then(|| lang.say("receipt-again"));
    let first: Vec<String> = again.into_iter().chain((!answer.in_window).then(waits)).collect();
    if !first.is_empty() {
        message.components.insert(1, Component::Text(lang.sentences(&first)));
    }
    if !refusals.is_empty() {
        message.components.extend(refused(lang, &refusals, words).components);
    }
    message
}

/// A receipt, as it is drawn at first and after each change.
struct Receipt<'a> {
    /// What was given, and to whom: one or more.
    of: Vec<(ThanksId, Named)>,
    /// What they care about: the name and the words of each who said.
    cares: Vec<(String, String)>,
    /// What all of it came from, if the buttons are for all of it.
    source: Option<u64>,
    /// What the giver allows; `None` if it is not the same for all.
    consent: Option<Consent>,
    signature: &'a str,
    state: ThanksState,
    year: i32,
    /// Whether the words stand in the giver's own message.
    stands: bool,
    /// Where they are posted if they do not, while they are public.
    posts_in: ChannelId,
    relation: Option<Relation>,
}

impl Receipt<'_> {
    /// A text about whom it is for: `{key}`, or `{key}-many`.
    fn text(&self, lang: Lang, key: &str) -> String {
        let names: Vec<String> = self.of.iter().map(|(_, manager)| plain(&manager.name)).collect();
        let year = self.year.to_string();
        match names.as_slice() {
            [name] => lang.with(key, &[("manager", name.as_str().into()), ("year", year.into())]),
            names => {
                let args = [("managers", some_of(lang, names).into()), ("year", year.into())];
                lang.with(&format!("{key}-many"), &args)
            }
        }
    }

    /// The buttons: for all of it, or for the one.
    fn actions(&self) -> (impl Fn(Consent) -> ReceiptAction, ReceiptAction, ReceiptAction) {
        let (source, id) = (self.source, self.of.first().map_or(ThanksId(0), |(id, _)| *id));
        let set = move |consent| match source {
            Some(source) => ReceiptAction::SetConsentOfAll(source, consent),
            None => ReceiptAction::SetConsent(id, consent),
        };
        let (withdraw, back) = match source {
            Some(source) => (ReceiptAction::WithdrawAll(source), ReceiptAction::TakeAllBack(source)),
            None => (ReceiptAction::Withdraw(id), ReceiptAction::TakeBack(id)),
        };
        (set, withdraw, back)
    }

    /// What the giver's choice means for the words.
    fn meaning(&self, lang: Lang) -> String {
        let Some(consent) = self.consent else { return lang.say("receipt-mixed") };
        let is_many = self.of.len() > 1 && consent != Consent::NotAsked;
        let key = match (is_many, self.stands, consent) {
            (false, true, Consent::Public) => "receipt-public-stands".to_owned(),
            (true, true, Consent::Public) => "receipt-public-stands-many".to_owned(),
            (false, _, consent) => format!("receipt-{consent}"),
            (true, _, consent) => format!("receipt-{consent}-many"),
        };
        let args = [("signature", plain(self.signature).into()), ("channel", self.posts_in.to_string().into())];
        lang.with(&key, &args)
    }

    /// What they care about: one line for each of the first who said.
    fn cares(&self, lang: Lang) -> Option<String> {
        let line = |(name, cares): &(String, String)| cares_line(lang, name, cares);
        let lines: Vec<String> = self.cares.iter().filter_map(line).take(BUTTONS_AT_MOST).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// **Copy their boss**, for each manager.
    fn copying(&self, lang: Lang) -> Vec<Button> {
        if self.relation != Some(Relation::Colleague) || self.of.len() > BUTTONS_AT_MOST {
            return Vec::new();
        }
        let button = |(id, manager): &(ThanksId, Named)| {
            let name = fitting::label(&manager.name, NAME_ON_BUTTON);
            let label = match self.of.len() {
                1 => lang.say("button-copy-theirs"),
                _ => lang.with("button-copy-theirs-of", &[("name", name.into())]),
            };
            Button::new(Style::Secondary, label, CopyAction::CopyTheirs(*id))
        };
        self.of.iter().map(button).collect()
    }
}

fn receipt_of(lang: Lang, receipt: &Receipt<'_>) -> Message {
    let mut components = Vec::new();
    let (set, withdraw, back) = receipt.actions();
    match receipt.state {
        ThanksState::Counted => {
            components.push(Component::Text(receipt.text(lang, "receipt-thanked")));
            components.push(Component::Text(receipt.meaning(lang)));
            components.extend(receipt.cares(lang).map(Component::Text));
            let choice = |consent: Consent| {
                let chosen = receipt.consent == Some(consent);
                let style = if chosen { Style::Primary } else { Style::Secondary };
                Button { enabled: !chosen, ..Button::new(style, lang.say(&format!("consent-{consent}")), set(consent)) }
            };
            let mut buttons: Vec<Button> = Consent::CHOICES.into_iter().map(choice).collect();
            buttons.push(Button::new(Style::Danger, lang.say("button-undo"), withdraw));
            components.push(Component::Buttons(buttons));
            let copying = receipt.copying(lang);
            if !copying.is_empty() {
                components.push(Component::Buttons(copying));
            }
        }
        ThanksState::Withdrawn | ThanksState::HiddenWithdrawn => {
            components.push(Component::Text(receipt.text(lang, "receipt-withdrawn")));
            let back = Button::new(Style::Secondary, lang.say("button-take-back"), back);
            components.push(Component::Buttons(vec![back]));
        }
        ThanksState::Hidden => {
            components.push(Component::Text(receipt.text(lang, "receipt-hidden")));
            let undo = Button::new(Style::Danger, lang.say("button-withdraw"), withdraw);
            components.push(Component::Buttons(vec![undo]));
        }
    }
    Message::of(components)
}

/// The receipt of thanks as they stand now: of one, or of all that came from one `source`. Of several, it shows those
/// that count; else those that are hidden; else all.
pub async fn changed_receipt(bot: &Bot, interaction: &Interaction, all: Vec<Thanks>, source: Option<u64>) -> Done {
    let lang = interaction.lang;
    let in_state = |state| all.iter().any(|one| one.state == state).then_some(state);
    let state = in_state(ThanksState::Counted).or_else(|| in_state(ThanksState::Hidden));
    let shown: Vec<&Thanks> = all.iter().filter(|one| state.is_none_or(|state| one.state == state)).collect();
    let Some(first) = shown.first() else { return Ok(over(lang)) };
    let Some(posts_in) = bot.app.posts_in(first).await? else { return Ok(over(lang)) };
    let (mut of, mut said) = (Vec::with_capacity(shown.len()), Vec::new());
    for one in &shown {
        let (manager, cares) = bot.app.name_and_cares_of(one.guild, one.manager).await?;
        said.extend(cares.map(|cares| (manager.name.clone(), cares)));
        of.push((one.id, manager));
    }
    let is_same = shown.iter().all(|one| one.consent == first.consent);
    Ok(receipt_of(
        lang,
        &Receipt {
            of,
            cares: said,
            source,
            consent: is_same.then_some(first.consent),
            signature: &first.signature,
            state: first.state,
            year: first.year,
            stands: first.message.is_some(),
            posts_in,
            relation: first.relation,
        },
    ))
}

/// What a manager cares about, as their name and their words; `None` if nothing of it can be seen.
fn cares_line(lang: Lang, name: &str, cares: &str) -> Option<String> {
    let args = [("name", plain(name).into()), ("cares", plain(&plain_line(cares)?).into())];
    Some(lang.with("receipt-cares", &args))
}

/// A refusal with its reasons, each once, and the words behind **Try again**, so that no text is lost.
pub fn refused(lang: Lang, refusals: &[(Option<UserId>, String, Refusal)], words: &str) -> Message {
    let mut lines: Vec<String> = Vec::new();
    for (_, name, why) in refusals {
        let line = refusal(lang, name, *why);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let nominate = nominate_button(lang, refusals.iter().filter_map(|(who, _, why)| Some(((*who)?, *why))));
    let says = fitting::within(lang, &lines, REASONS_ROOM);
    with_words_kept(lang, says, nominate, (words, ThanksAction::TryAgain))
}

/// Says why words were not stored, with the words themselves behind **Try again**.
pub(super) fn with_words_kept(
    lang: Lang,
    says: String,
    nominate: Option<Button>,
    (words, again): (&str, ThanksAction),
) -> Message {
    let mut components = vec![Component::Text(says)];
    let again = (!words.trim().is_empty()).then(|| Button::new(Style::Primary, lang.say("button-try-again"), again));
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
            verdicts: vec![Verdict::Thanked { id: ThanksId(1), manager, cares: None, again: true }],
            consent: Consent::Named,
            signature: "Kim".to_owned(),
            year: 2027,
            in_window: false,
            opens: chrono::DateTime::UNIX_EPOCH,
            stands: false,
            posts_in: ChannelId(5),
            relation: None,
            source: 9,
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

//! `/cmad privacy`: what is stored about whoever asks, as a list, as files, and its erasure. Always about every
//! server, wherever it is asked.

mod export;

use std::collections::BTreeMap;

use crate::app::{Erased, Held};
use crate::discord::asked::Asked;
use crate::discord::bot::{Bot, Done};
use crate::discord::components::{Button, Component, Message, Style, plain};
use crate::discord::custom_id::CustomId;
use crate::text::Lang;
use domain::roster::Place;

/// With so many characters the list is long enough; the export has all servers. A message holds 4000.
const LONG: usize = 2200;

/// Shows what is stored.
pub async fn open(bot: &Bot, asked: &Asked) -> Done {
    let held = bot.app.held_about(asked.who.user).await?;
    let lang = asked.lang;
    let mut components = vec![Component::Text(lang.say("privacy-title"))];
    if held.is_empty() {
        components.push(Component::Text(lang.say("privacy-none")));
        return Ok(Message::of(components));
    }
    let (mut length, mut shown) = (0, 0);
    for here in &held {
        if length > LONG {
            break;
        }
        let mut lines = vec![lang.with("privacy-server", &[("server", plain(&here.server).into())])];
        lines.extend(lines_about(here, lang));
        let text = lines.join("\n");
        length += text.chars().count();
        shown += 1;
        components.push(Component::Text(text));
    }
    if held.len() > shown {
        components.push(Component::Text(lang.with("privacy-more", &[("n", (held.len() - shown).into())])));
    }
    let days = bot.app.config().retention.words_days;
    components.push(Component::Text(lang.with("privacy-how", &[("days", days.into())])));
    components.push(Component::Buttons(vec![
        Button::tell(Style::Primary, lang.say("button-export"), CustomId::PrivacyExport.text()),
        Button::tell(Style::Danger, lang.say("button-erase"), CustomId::PrivacyErase.text()),
    ]));
    Ok(Message::of(components))
}

/// One line for each kind of thing that is stored in a server, by campaign where it belongs to one.
fn lines_about(here: &Held, lang: Lang) -> Vec<String> {
    let by_year = |key: &str, years: &[(i32, u32)]| -> Vec<String> {
        years.iter().map(|(year, n)| lang.with(key, &[("year", year.to_string().into()), ("n", (*n).into())])).collect()
    };
    let mut given: BTreeMap<i32, u32> = BTreeMap::new();
    for stored in &here.given {
        *given.entry(stored.year).or_default() += 1;
    }
    let given: Vec<(i32, u32)> = given.into_iter().collect();
    let mut lines = by_year("privacy-given", &given);
    lines.extend(by_year("privacy-counted", &here.only_counted));
    lines.extend(
        here.consent.map(|consent| {
            lang.with("privacy-consent", &[("consent", lang.say(&format!("consent-{consent}")).into())])
        }),
    );
    let answer = |(year, _): &(i32, _)| lang.with("privacy-answers", &[("year", year.to_string().into())]);
    lines.extend(here.found_answers.iter().map(answer));
    let some = |key: &str, n: usize| (n > 0).then(|| lang.with(key, &[("n", n.into())]));
    lines.extend(some("privacy-judged", here.judged.len()));
    lines.extend(here.manager.as_ref().map(|manager| match manager.place {
        Place::Declined if manager.is_nameless() => lang.say("privacy-left-alone"),
        place => lang.with("privacy-place", &[("place", lang.say(&format!("profile-place-{place}")).into())]),
    }));
    lines.extend((here.boss.is_some() || !here.digests.is_empty()).then(|| lang.say("privacy-boss")));
    let answered = |year: i32| lang.with("privacy-thankers", &[("year", year.to_string().into())]);
    lines.extend(here.answers.iter().map(|answer| answered(answer.year)));
    lines.extend(some("privacy-copies", here.copied as usize));
    lines.extend(by_year("privacy-received", &here.received));
    lines.extend(some("privacy-boss-of", here.boss_of.len()));
    lines.extend((!here.no_more_of.is_empty()).then(|| lang.say("privacy-no-more")));
    lines.extend(some("privacy-nominated", here.nominated.len()));
    lines.extend(some("privacy-saves", here.saves as usize));
    lines.extend(here.set_up.then(|| lang.say("privacy-set-up")));
    let spoken = here.spoken.as_deref().map(|tag| Lang::of(Some(tag)).own_name());
    lines.extend(spoken.map(|name| lang.with("privacy-spoken", &[("language", name.into())])));
    lines
}

/// Gives everything that is stored, as files.
pub async fn export(bot: &Bot, asked: &Asked) -> Done {
    let held = bot.app.held_about(asked.who.user).await?;
    let mut names = BTreeMap::new();
    for here in &held {
        for stored in &here.given {
            let manager = stored.manager;
            names.insert((here.guild, manager), bot.app.name_of(here.guild, manager).await?.name);
        }
    }
    let export = export::Export::new(asked.who.user, bot.app.now(), &held, &names);
    let files = vec![
        ("cmad-about-me.html".to_owned(), export.page(asked.lang).into_bytes()),
        ("cmad-about-me.json".to_owned(), export.json().into_bytes()),
    ];
    Ok(Message::text(asked.lang.say("privacy-files")).with_files(files))
}

/// Asks once more.
#[must_use]
pub fn ask(lang: Lang) -> Message {
    Message::of(vec![
        Component::Text(lang.say("privacy-sure")),
        Component::Buttons(vec![
            Button::tell(Style::Danger, lang.say("button-erase-now"), CustomId::PrivacyEraseNow.text()),
            Button::tell(Style::Secondary, lang.say("button-erase-not"), CustomId::PrivacyKeep.text()),
        ]),
    ])
}

/// Erases everything and says what was removed and what could not be called back.
pub async fn erase(bot: &Bot, asked: &Asked) -> Done {
    let erased = bot.app.erase(asked.who.user).await?;
    Ok(Message::text(receipt(&erased, asked.lang)))
}

fn receipt(erased: &Erased, lang: Lang) -> String {
    let some = |key: &str, n: usize| (n > 0).then(|| lang.with(key, &[("n", n.into())]));
    let mut lines = vec![lang.say("privacy-erased")];
    if erased.is_nothing() {
        lines.push(lang.say("privacy-erased-nothing"));
    }
    lines.extend(some("privacy-erased-thanks", erased.thanks as usize));
    lines.extend(some("privacy-erased-posts", erased.posts as usize));
    lines.extend(some("privacy-erased-profiles", erased.profiles.len()));
    lines.extend(some("privacy-erased-received", erased.received as usize));
    lines.extend(some("privacy-erased-boss-of", erased.boss_of as usize));
    lines.extend(some("privacy-erased-notes", erased.notes as usize));
    lines.push(lang.say("privacy-stays"));
    lines.extend(some("privacy-stays-delivered", erased.delivered as usize));
    lines.extend(some("privacy-stays-copied", erased.copied as usize));
    lines.extend(some("privacy-stays-alone", erased.left_alone as usize));
    lines.extend(some("privacy-stays-set-up", erased.set_up as usize));
    lines.push(lang.say("privacy-stays-always"));
    lines.join("\n")
}

//! What is stored about one person, as sentences.

use std::collections::BTreeMap;

use crate::app::PersonRecord;
use crate::text::Lang;
use domain::roster::RosterStatus;

/// One line for each kind of data that is stored in a server, with the campaign if it belongs to one.
pub(super) fn lines_about(here: &PersonRecord, lang: Lang) -> Vec<String> {
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
    lines.extend(here.manager.as_ref().map(|manager| match manager.status {
        RosterStatus::Declined if manager.is_nameless() => lang.say("privacy-left-alone"),
        place => lang.with("privacy-place", &[("place", lang.say(&format!("profile-place-{place}")).into())]),
    }));
    lines.extend((here.boss.is_some() || !here.digests.is_empty()).then(|| lang.say("privacy-boss")));
    let answered = |year: i32| lang.with("privacy-thankers", &[("year", year.to_string().into())]);
    lines.extend(here.answers.iter().map(|answer| answered(answer.year)));
    for (key, replies) in
        [("privacy-boss-replies", &here.boss_replies), ("privacy-replies-as-boss", &here.replies_as_boss)]
    {
        let mut years: BTreeMap<i32, u32> = BTreeMap::new();
        replies.iter().for_each(|reply| *years.entry(reply.of.year).or_default() += 1);
        lines.extend(by_year(key, &years.into_iter().collect::<Vec<_>>()));
    }
    lines.extend(some("privacy-copies", here.copied as usize));
    lines.extend(by_year("privacy-received", &here.received));
    lines.extend(some("privacy-boss-of", here.boss_of.len()));
    lines.extend((!here.no_more_of.is_empty()).then(|| lang.say("privacy-no-more")));
    lines.extend(some("privacy-nominated", here.nominated.len()));
    lines.extend(some("privacy-nominee", here.nominated_by_others.len()));
    lines.extend(some("privacy-decided", here.decided as usize));
    lines.extend(some("privacy-named-in", here.named_in as usize));
    lines.extend(by_year("privacy-kept-copies", &here.kept_copies));
    lines.extend(some("privacy-messages", here.messages.len()));
    lines.extend(some("privacy-saves", here.saves as usize));
    lines.extend(here.set_up.then(|| lang.say("privacy-set-up")));
    let spoken = here.spoken.as_deref().map(|tag| Lang::of(Some(tag)).own_name());
    lines.extend(spoken.map(|name| lang.with("privacy-spoken", &[("language", name.into())])));
    lines
}

//! `/cmad scorecard`: two menus of reasons and their sum. The menus themselves hold what was chosen, so the bot stores
//! nothing.

use crate::discord::components::{Component, Menu, MenuOf, MenuOption, Message};
use crate::discord::custom_id::ScorecardAction;
use crate::discord::interaction::{CHOSEN, Options};
use crate::text::Lang;
use domain::scorecard::{Reason, Scorecard, Side};

/// The sheet with nothing ticked.
pub(super) fn open(lang: Lang) -> Message {
    sheet(lang, Scorecard::default())
}

/// One side was ticked anew.
pub(super) fn act(lang: Lang, ScorecardAction::Tick(side, before): ScorecardAction, chosen: &Options) -> Message {
    let reasons: Vec<Reason> = chosen.all(CHOSEN).iter().filter_map(|name| Reason::from_name(name)).collect();
    sheet(lang, before.with(side, &reasons))
}

fn sheet(lang: Lang, card: Scorecard) -> Message {
    let [pro, contra] = [Side::For, Side::Against].map(|side| card.ticked(side));
    let sum = match card.sum() {
        0 => "0".to_owned(),
        sum => format!("{sum:+}").replace('-', "−"),
    };
    let mut result = vec![lang.with("scorecard-sum", &[("sum", sum.into())])];
    for (head, reasons) in [("scorecard-speaks-for", &pro), ("scorecard-speaks-against", &contra)] {
        if !reasons.is_empty() {
            result.push(lang.say(head));
            result.extend(reasons.iter().map(|one| format!("- {}", name(lang, *one))));
        }
    }
    result.push(lang.say("scorecard-no-verdict"));
    Message::of(vec![
        Component::Text(lang.say("scorecard-intro")),
        menu(lang, card, Side::For, "scorecard-pick-for"),
        menu(lang, card, Side::Against, "scorecard-pick-against"),
        Component::Text(result.join("\n")),
    ])
}

fn menu(lang: Lang, card: Scorecard, side: Side, placeholder: &str) -> Component {
    let option = |reason: &Reason| MenuOption {
        chosen: card.has(*reason),
        ..MenuOption::new(name(lang, *reason), reason.name())
    };
    let options: Vec<MenuOption> = Reason::ALL.iter().filter(|one| one.side() == side).map(option).collect();
    let most = u8::try_from(options.len()).unwrap_or(u8::MAX);
    Component::Menu(Menu {
        custom_id: ScorecardAction::Tick(side, card).into(),
        of: MenuOf::Options(options),
        placeholder: lang.say(placeholder),
        chosen: (0, most),
    })
}

fn name(lang: Lang, reason: Reason) -> String {
    lang.say(&format!("scorecard-reason-{reason}"))
}

//! A message as a whole: Discord counts its texts and its components together, whatever each of them holds.

use crate::discord::components::{Component, Menu, MenuOf, Message};
use crate::discord::fitting::{COMPONENTS_MAX, TEXT_MAX, shortened, weight};

/// What the texts of a shorter form weigh together, and how many components it has: far from every limit.
const SHORT_TEXT: usize = 1200;
const SHORT_COMPONENTS: usize = 20;

impl Message {
    /// The message as Discord takes it. What draws a message makes it fit; this is for what no one thought of: texts
    /// that are too long together lose their ends, the longest first, and components that are too many the last.
    #[must_use]
    pub fn fitted(mut self) -> Self {
        fit(&mut self.components, TEXT_MAX, COMPONENTS_MAX);
        let stays = |name: &str| has_file(&self.components, name);
        self.files.retain(|(name, _)| stays(name));
        self
    }

    /// A shorter form for when Discord refuses the message: the beginnings of its texts below a line that `says` so, and
    /// its buttons. What else is in it may be what was refused.
    #[must_use]
    pub fn shorter(&self, says: &str) -> Self {
        let mut components = plain(&self.components);
        fit(&mut components, SHORT_TEXT, SHORT_COMPONENTS);
        // The last text of a message may be words that a button reads, so this one stands first.
        components.insert(0, Component::Text(format!("-# {says}")));
        Self::of(components)
    }
}

/// Texts and buttons alone.
fn plain(components: &[Component]) -> Vec<Component> {
    let kept = components.iter().filter_map(|component| match component {
        Component::Card(children) => Some(Component::Card(plain(children))),
        Component::Menu(_) | Component::File(_) => None,
        other => Some(other.clone()),
    });
    kept.collect()
}

/// Makes components fit: none empty, texts of `text_max` and `components_max` components at most.
fn fit(components: &mut Vec<Component>, text_max: usize, components_max: usize) {
    components.retain_mut(|component| !is_empty(component));
    while components.iter().map(Component::count).sum::<usize>() > components_max {
        if !drop_last_text(components) {
            components.pop();
        }
    }
    let mut texts = Vec::new();
    collect(components, &mut texts);
    let weights: Vec<usize> = texts.iter().map(|text| weight(text)).collect();
    let most = most_each(weights, text_max);
    for text in texts.iter_mut().filter(|text| weight(text) > most) {
        **text = shortened(text, most);
    }
}

/// Whether Discord would refuse it as empty. A card loses what is empty in it.
fn is_empty(component: &mut Component) -> bool {
    match component {
        Component::Text(text) => text.trim().is_empty(),
        Component::Buttons(buttons) => buttons.is_empty(),
        Component::Menu(Menu { of: MenuOf::Options(options), .. }) => options.is_empty(),
        Component::Card(children) => {
            children.retain_mut(|child| !is_empty(child));
            children.is_empty()
        }
        Component::Menu(_) | Component::Section(..) | Component::File(_) => false,
    }
}

/// Takes the last text out, with a button beside it; a first text stays, because it says what the rest is.
fn drop_last_text(components: &mut Vec<Component>) -> bool {
    for at in (0..components.len()).rev() {
        let dropped = match &mut components[at] {
            Component::Card(children) => drop_last_text(children),
            Component::Text(_) | Component::Section(..) if at > 0 => {
                components.remove(at);
                true
            }
            _ => false,
        };
        if dropped {
            return true;
        }
    }
    false
}

fn collect<'a>(components: &'a mut [Component], texts: &mut Vec<&'a mut String>) {
    for component in components {
        match component {
            Component::Text(text) | Component::Section(text, _) => texts.push(text),
            Component::Card(children) => collect(children, texts),
            Component::Buttons(_) | Component::Menu(_) | Component::File(_) => {}
        }
    }
}

/// How much each text may weigh so that all of them weigh `room` at most: short ones stay whole.
fn most_each(mut weights: Vec<usize>, room: usize) -> usize {
    weights.sort_unstable();
    let mut left = room;
    for (at, weight) in weights.iter().enumerate() {
        let share = left / (weights.len() - at);
        if *weight > share {
            return share;
        }
        left -= weight;
    }
    usize::MAX
}

fn has_file(components: &[Component], name: &str) -> bool {
    components.iter().any(|component| match component {
        Component::File(file) => file == name,
        Component::Card(children) => has_file(children, name),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::discord::components::{Button, MenuOption, Style};
    use crate::discord::markdown::{fenced, quoted, unfenced};

    fn total(message: &Message) -> (usize, usize) {
        let all = &message.components;
        (all.iter().map(Component::weight).sum(), all.iter().map(Component::count).sum())
    }

    fn button(id: usize) -> Button {
        Button::new(Style::Secondary, "Go on", format!("go:{id}"))
    }

    fn menu(options: usize) -> Menu {
        let option = |n: usize| MenuOption::new(n.to_string(), n.to_string());
        let of = MenuOf::Options((0..options).map(option).collect());
        Menu { custom_id: "menu".to_owned(), of, placeholder: String::new(), chosen: (1, 1) }
    }

    fn component() -> impl Strategy<Value = Component> {
        let text = prop_oneof!["[a*\n<>\u{1F49A} ]{0,900}", "\\PC{0,3000}", Just(String::new())].boxed();
        let leaf = prop_oneof![
            5 => text.clone().prop_map(Component::Text),
            1 => text.clone().prop_map(|text| Component::Text(fenced(&text))),
            1 => text.prop_map(|text| Component::Section(format!("{text}!"), button(0))),
            2 => (0usize..5).prop_map(|count| Component::Buttons((0..count).map(button).collect())),
            1 => (0usize..30).prop_map(|options| Component::Menu(menu(options))),
            1 => Just(Component::File("a.pdf".to_owned())),
        ];
        let card = prop::collection::vec(leaf.clone().boxed(), 0..12).prop_map(Component::Card);
        prop_oneof![4 => leaf, 1 => card]
    }

    proptest! {
        #[test]
        fn whatever_is_drawn_fits(components in prop::collection::vec(component(), 0..30)) {
            let files = vec![("a.pdf".to_owned(), vec![1])];
            let drawn = Message { components, files };
            let fitted = drawn.clone().fitted();
            let (text, count) = total(&fitted);
            prop_assert!(text <= TEXT_MAX && count <= COMPONENTS_MAX, "{text} characters, {count} components");
            prop_assert_eq!(fitted.files.is_empty(), !has_file(&fitted.components, "a.pdf"));
            prop_assert_eq!(&fitted.clone().fitted(), &fitted, "what fits stays as it is");
            let shorter = drawn.shorter("Shorter.");
            let (text, count) = total(&shorter);
            prop_assert!(text <= SHORT_TEXT + 20 && count <= SHORT_COMPONENTS + 1 && shorter.files.is_empty());
        }

        #[test]
        fn a_text_that_is_cut_leaves_nothing_open(words in "[a*\n.# \u{1F49A}\\[\\]<>`]{0,400}", room in 20usize..200) {
            let quoted = quoted(&words);
            let cut = shortened(&format!("Hello <@123456789012345678>\n{quoted} [here](https://example.org/a)"), room);
            prop_assert!(weight(&cut) <= room, "{} > {room}: {cut:?}", weight(&cut));
            prop_assert_eq!(cut.matches("<@").count(), cut.matches("8>").count(), "{}", &cut);
            prop_assert_eq!(cut.matches("[here]").count(), cut.matches("/a)").count(), "{}", &cut);
            let escapes = cut.trim_end_matches('…').chars().rev().take_while(|c| *c == '\\').count();
            prop_assert_eq!(escapes % 2, 0, "{}", &cut);
            let block = fenced(&words);
            let cut = shortened(&block, room);
            prop_assert!(weight(&cut) <= room && unfenced(&cut) != cut, "{cut:?}");
        }
    }

    #[test]
    fn short_texts_stay_whole_beside_a_long_one() {
        let text = |text: &str, times: usize| Component::Text(text.repeat(times));
        let fitted = Message::of(vec![text("head", 1), text("long ", 2000), text("foot", 1)]).fitted();
        let (weight, _) = total(&fitted);
        assert!((TEXT_MAX - 10..=TEXT_MAX).contains(&weight), "{weight}");
        assert_eq!((&fitted.components[0], &fitted.components[2]), (&text("head", 1), &text("foot", 1)));
    }
}

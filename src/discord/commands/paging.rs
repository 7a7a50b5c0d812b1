//! Long lists, a page at a time: what does not fit into one menu is on the next page.

use crate::discord::components::{Button, Component, Style};
use crate::text::Lang;

pub(super) use crate::discord::fitting::OPTIONS_MAX as MENU_MAX;

/// One page of a list, the newest first.
pub(super) struct ListPage<'a, T> {
    /// Its items, as many as a menu can offer.
    pub(super) shown: &'a [T],
    /// Its number, from 0 on.
    pub(super) number: u16,
    pages: u16,
    count: usize,
}

impl<'a, T> ListPage<'a, T> {
    /// The page of this number; the last one if it no longer exists.
    pub(super) fn of(all: &'a [T], number: u16) -> Self {
        let pages = u16::try_from(all.len().div_ceil(MENU_MAX)).unwrap_or(u16::MAX).max(1);
        let number = number.min(pages - 1);
        let from = usize::from(number) * MENU_MAX;
        let shown = &all[from.min(all.len())..all.len().min(from + MENU_MAX)];
        Self { shown, number, pages, count: all.len() }
    }

    /// The page's position and the buttons that turn the page; empty if there is one page.
    pub(super) fn turning<A: Into<String>>(&self, lang: Lang, to: impl Fn(u16) -> A) -> Vec<Component> {
        if self.pages == 1 {
            return Vec::new();
        }
        let first = usize::from(self.number) * MENU_MAX + 1;
        let args =
            [("first", first.into()), ("last", (first + self.shown.len() - 1).into()), ("count", self.count.into())];
        let turn = |label: &str, page: Option<u16>| Button {
            enabled: page.is_some(),
            // Two ids must differ, also where a button leads nowhere.
            ..Button::new(Style::Secondary, lang.say(label), to(page.unwrap_or(self.number)))
        };
        let newer = turn("button-list-newer", self.number.checked_sub(1));
        let older = turn("button-list-older", Some(self.number + 1).filter(|page| *page < self.pages));
        vec![Component::Text(lang.with("list-page", &args)), Component::Buttons(vec![newer, older])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::custom_id::MineAction;

    #[test]
    fn everything_is_on_one_page() {
        for count in [0, 1, 24, 25, 26, 50, 51] {
            let all: Vec<usize> = (0..count).collect();
            let pages = count.div_ceil(MENU_MAX).max(1);
            let on = |page: usize| ListPage::of(&all, u16::try_from(page).unwrap());
            let shown: Vec<usize> = (0..pages).flat_map(|page| on(page).shown.to_vec()).collect();
            assert_eq!(shown, all);
            assert_eq!(on(pages + 3).shown, on(pages - 1).shown, "a page that is gone is the last one");
            assert_eq!(on(0).turning(Lang::english(), MineAction::Page).is_empty(), count <= MENU_MAX);
        }
    }
}

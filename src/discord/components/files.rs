//! The files of a message, as far as Discord takes them.

use crate::discord::components::{Component, Message};
use crate::discord::fitting;
use crate::text::Lang;

/// The largest file that Discord takes where it names no other limit, in bytes.
pub const LARGEST_FILE: usize = 10 * 1024 * 1024;

/// What the files of one message may have together, in bytes: Discord's limit of a request, 25 MiB, with room for the
/// message itself.
const TOGETHER: usize = 24 * 1024 * 1024;

impl Message {
    /// The message without files that Discord would not take, because they are larger than `largest` or too large
    /// together. It says which they are.
    #[must_use]
    pub fn files_within(self, lang: Lang, largest: usize) -> Self {
        let mut together = 0;
        let mut out = Vec::new();
        for (name, bytes) in &self.files {
            if bytes.len() > largest || together + bytes.len() > TOGETHER {
                out.push(name.clone());
            } else {
                together += bytes.len();
            }
        }
        if out.is_empty() {
            return self;
        }
        let names: Vec<String> = out.iter().map(|name| fitting::name(name, 100)).collect();
        let notice = lang.with("files-too-large", &[("files", lang.list(&names).into())]);
        self.without(&out, notice)
    }

    /// The message without its files, which Discord does not take there now. It says so.
    #[must_use]
    pub fn without_files(self, lang: Lang) -> Self {
        let all: Vec<String> = self.files.iter().map(|(name, _)| name.clone()).collect();
        self.without(&all, lang.say("files-not-taken"))
    }

    /// The message without some files, and a notice where the first of them stood.
    fn without(mut self, out: &[String], notice: String) -> Self {
        self.files.retain(|(name, _)| !out.contains(name));
        let is_out = |one: &Component| matches!(one, Component::File(name) if out.contains(name));
        let place = self.components.iter().position(is_out).unwrap_or(self.components.len());
        self.components.retain(|one| !is_out(one));
        self.components.insert(place, Component::Text(notice));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_not_taken_are_named_and_the_rest_fits() {
        let file = |name: &str, bytes: usize| (name.to_owned(), vec![0; bytes]);
        let files = vec![file("a.pdf", 3), file("b.png", 12), file("c.txt", 10)];
        let full = Message::of(vec![Component::Text("x".repeat(1000)), Component::Text("y".repeat(3000))]);
        let full = full.with_files(files);
        let names = |message: &Message| message.files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let weight = |message: &Message| message.components.iter().map(Component::weight).sum::<usize>();
        for lang in Lang::all() {
            let some = full.clone().files_within(lang, 10).fitted();
            assert_eq!(names(&some), ["a.pdf", "c.txt"]);
            let json = some.json(0).to_string();
            assert!(json.contains("b.png") && !json.contains("attachment://b.png"), "{json}");
            let none = some.without_files(lang).fitted();
            assert!(none.files.is_empty() && !none.json(0).to_string().contains("attachment://"));
            assert!(weight(&none) <= fitting::TEXT_MAX);
            assert_eq!(full.clone().files_within(lang, 12), full);
        }
        let many = (0..5).map(|n| file(&n.to_string(), 6 * 1024 * 1024)).collect();
        assert_eq!(Message::text("x").with_files(many).files_within(Lang::english(), LARGEST_FILE).files.len(), 4);
    }
}

//! The end of the page: where the mails, the digests and all other files are, and how to open them.

use maud::{Markup, html};

use crate::rehearse::page::Story;
use crate::rehearse::page::files::{FileBook, Kept, size};

/// How a kind of file is opened, by the ending of its name; the rarer kinds last.
const KINDS: [(&str, &str); 9] = [
    ("html", "a page: any browser opens it"),
    ("pdf", "to print or to attach: any PDF reader"),
    ("png", "a picture, for a chat"),
    ("eml", "a draft: a double click opens it in an email program"),
    ("txt", "plain text"),
    ("md", "Markdown, for a wiki"),
    ("csv", "a table: any spreadsheet"),
    ("json", "for programs"),
    ("log", "plain text"),
];

pub(super) fn ending(story: &Story, files: &FileBook) -> Markup {
    let ends = |kept: &Kept, kind: &str| kept.file.name.rsplit_once('.').is_some_and(|(_, ending)| ending == kind);
    html! {
        section.ending aria-labelledby="files" {
            h2 id="files" { "Where the emails, digests and files are" }
            @if story.mails.is_empty() && files.all.is_empty() {
                p.lead { "No email and no file was sent in this story." }
            } @else {
                p.lead {
                    "Everything that was sent is also in the folder " code { (story.folder) } " beside this page: "
                    (files.all.len()) " files and " (story.mails.len()) @if story.mails.len() == 1 { " email. " } @else { " emails. " }
                    "Keep the two together, and the links work."
                }
                @if !story.mails.is_empty() {
                    h3 { "Emails" span.faint { " an email program opens them with a double click" } }
                    ul.shelf {
                        @for mail in &story.mails {
                            @let of = |wanted: &str| mail.headers.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| value.as_str());
                            li { a href=(format!("{}/mail/{}", story.folder, mail.name)) { bdi { (of("Subject")) } } span.faint { " to " bdi { (of("To")) } } }
                        }
                    }
                }
                @for (kind, how) in KINDS {
                    @if files.all.iter().any(|kept| ends(kept, kind)) {
                        details.shelf {
                            summary {
                                b { "." (kind) } span.faint { " " (how) }
                                span.count { (files.all.iter().filter(|kept| ends(kept, kind)).count()) }
                            }
                            ul {
                                @for kept in files.all.iter().filter(|kept| ends(kept, kind)) {
                                    li {
                                        a href=(format!("{}/{}", story.folder, kept.path)) { (kept.file.name) }
                                        span.faint {
                                            " " (size(kept.file.bytes.len())) " · "
                                            @match kept.channel.strip_prefix("DM with ") {
                                                Some(person) => { "for " bdi { (person) } },
                                                None => { "in #" bdi { (kept.channel) } },
                                            }
                                        }
                                        @if let Some(first) = kept.scenes.first() { " " a.hint href={ "#" (first) } { "where it was sent" } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

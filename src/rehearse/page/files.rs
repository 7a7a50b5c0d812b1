//! The files of a message: HTML in a sandboxed frame, texts that unfold, images.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};

use crate::rehearse::page::RenderContext;
use discord_sim::FileSent;

/// A file, with a preview where possible.
pub(super) fn shown(file: &FileSent, context: &RenderContext<'_>) -> Markup {
    let label = html! { span.clip { "📎" } b { (file.name) } span.faint { (size(file.bytes.len())) } };
    let kind = file.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match kind {
        "html" => html! {
            details.file.wide open[context.first_page()] {
                summary { (label) span.hint { "context inside" } }
                // The frame has no permissions, and the text in `srcdoc` is escaped like any other.
                iframe sandbox="" srcdoc=(text(file)) title=(file.name) loading="lazy" {}
            }
        },
        "txt" | "md" | "csv" | "json" | "eml" | "log" => html! {
            details.file.wide { summary { (label) span.hint { "context inside" } } pre dir="auto" { (text(file)) } }
        },
        "png" | "jpg" | "jpeg" => html! { div.file.wide { (label) (image(file, &file.name)) } },
        // Browsers need a permission to show a PDF inside a page, but they offer it as a download without one.
        "pdf" => html! {
            div.file {
                (label)
                a.hint href=(format!("data:application/pdf;base64,{}", STANDARD.encode(&file.bytes))) download=(file.name) { "save it" }
            }
        },
        _ => html! { div.file { (label) } },
    }
}

/// An image, embedded in the page.
pub(super) fn image(file: &FileSent, description: &str) -> Markup {
    let kind = if file.name.ends_with(".png") { "png" } else { "jpeg" };
    let source = format!("data:image/{kind};base64,{}", STANDARD.encode(&file.bytes));
    html! { img.picture src=(source) alt=(description) loading="lazy"; }
}

fn text(file: &FileSent) -> String {
    String::from_utf8_lossy(&file.bytes).into_owned()
}

fn size(bytes: usize) -> String {
    if bytes < 1000 { format!("{bytes} B") } else { format!("{} KB", (bytes + 500) / 1000) }
}

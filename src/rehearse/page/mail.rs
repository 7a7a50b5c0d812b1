//! A mail, rendered as a mail program would show it.

use maud::{Markup, html};

use crate::rehearse::mails::Mailed;
use crate::rehearse::page::{RenderContext, files};

pub(super) fn shown(n: usize, mail: &Mailed, clock: &Markup, context: &RenderContext<'_>) -> Markup {
    html! {
        div.frame.mail id=[context.anchor(&format!("e{n}"))] {
            p.bar { "✉ an email leaves the bot " (clock) }
            dl.headers {
                @for (header, value) in &mail.headers { div { dt { (header) } dd { bdi { (value) } } } }
            }
            @if context.in_picture { iframe sandbox="" srcdoc=(mail.html) title="the email" tabindex="-1" {} }
            @else {
                (files::page("the email", &mail.html, &html! { span.clip { "✉" } " " b { "the email" } }, &html! {}))
                p.source { a href=(format!("{}/mail/{}", context.beside, mail.name)) { "the email as a file" } ", which opens in an email program" }
            }
        }
    }
}

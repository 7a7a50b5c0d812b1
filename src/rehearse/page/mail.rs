//! A mail, rendered as a mail program would show it.

use maud::{Markup, html};

use crate::rehearse::mails::Mailed;
use crate::rehearse::page::{RenderContext, files};
use discord_sim::FileSent;

pub(super) fn shown(n: usize, mail: &Mailed, clock: &Markup, context: &RenderContext<'_>) -> Markup {
    let page = FileSent { name: "the email.html".into(), bytes: mail.html.as_bytes().into() };
    html! {
        div.frame.mail id={ "e" (n) } {
            p.bar { "✉ an email leaves the bot " (clock) }
            dl.headers {
                @for (header, value) in &mail.headers { div { dt { (header) } dd { bdi { (value) } } } }
            }
            (files::shown(&page, context))
            p.source { "as a file that opens in an email program: " code { (mail.name) } " in the folder beside this page" }
        }
    }
}

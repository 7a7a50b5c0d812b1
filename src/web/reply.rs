//! The page on which the reader of a mail replies to its manager.
//!
//! Opening it changes nothing, because scanners follow every link in a mail; only sending its form does. Its address is all
//! that it needs: no account, no cookie, no script.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::{Markup, html};

use crate::app::App;
use crate::app::boss_replies::{ReplyOutcome, ReplyPage};
use crate::text::{Arg, Lang};
use crate::web::languages;
use crate::web::pages::{failed, not_found, page};

/// The most bytes of a form: a reply that is far too long is still answered, with its words.
pub(super) const FORM_BYTES: usize = 64 * 1024;
/// What a browser takes into the field, in UTF-16 units: as many letters as a reply has, though each may take two.
const FIELD_UNITS: u16 = 2 * domain::boss_reply::REPLY_MAX;

/// What its form sends.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sent {
    words: String,
    may_be_posted: bool,
    takes_back: bool,
}

impl Sent {
    fn read(body: &[u8]) -> Self {
        let mut sent = Self::default();
        for (name, value) in url::form_urlencoded::parse(body) {
            match name.as_ref() {
                "words" => sent.words = value.into_owned(),
                "may" => sent.may_be_posted = true,
                "back" => sent.takes_back = true,
                _ => {}
            }
        }
        sent
    }
}

/// The page with its form.
pub(super) async fn ask(State(app): State<App>, Path(token): Path<String>, headers: HeaderMap) -> Response {
    match app.reply_page(&token).await {
        Ok(Some(asked)) => shown(languages::of(&headers), &asked, None, StatusCode::OK),
        Ok(None) => not_found(headers).await,
        Err(error) => failed(&error),
    }
}

/// The form was sent.
pub(super) async fn say(
    State(app): State<App>,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let (lang, sent) = (languages::of(&headers), Sent::read(&body));
    let done = async {
        if sent.takes_back {
            app.withdraw_reply_by_link(&token).await?;
            return Ok((app.reply_page(&token).await?, None));
        }
        let outcome = app.reply_by_link(&token, &sent.words, sent.may_be_posted).await?;
        Ok((app.reply_page(&token).await?, outcome))
    };
    match done.await {
        Ok((Some(asked), outcome)) => {
            let is_refused = outcome.is_some_and(|one| !matches!(one, ReplyOutcome::Kept | ReplyOutcome::Unchanged));
            let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
            let kept = is_refused.then_some(&sent);
            let says = Some((outcome, kept));
            shown(lang, &asked, says, status)
        }
        Ok((None, _)) => not_found(headers).await,
        Err(error) => failed(&error),
    }
}

/// The page; after something was sent, with what became of it, and with the words again that were refused. `None` for the
/// outcome: it was taken back.
fn shown(
    lang: Lang,
    asked: &ReplyPage,
    sent: Option<(Option<ReplyOutcome>, Option<&Sent>)>,
    status: StatusCode,
) -> Response {
    let name = |name: &Option<String>| -> Arg<'static> { name.clone().unwrap_or_default().into() };
    let who = if asked.manager.is_some() && asked.server.is_some() { "known" } else { "unknown" };
    let args = [("who", who.into()), ("manager", name(&asked.manager)), ("server", name(&asked.server))];
    let says = sent.map(|(outcome, _)| match outcome {
        Some(outcome) => {
            let manager = asked.manager.clone().unwrap_or_else(|| lang.say("digest-someone"));
            lang.with(outcome.key(), &outcome.args(&manager))
        }
        None => lang.say("reply-withdrawn"),
    });
    let refused = sent.and_then(|(_, refused)| refused);
    let before = asked.reply.as_ref();
    let words = refused.map(|sent| sent.words.as_str()).or_else(|| before.map(|reply| reply.words.as_str()));
    let may = refused.map_or_else(|| before.is_some_and(|reply| reply.may_be_posted), |sent| sent.may_be_posted);
    let button = if before.is_some() { "web-reply-change" } else { "web-reply-send" };
    let body = html! {
        @if let Some(says) = says { p role="status" { (says) } } @else { p { (lang.with("web-reply-about", &args)) } }
        @if asked.is_open {
            (form(lang, words.unwrap_or_default(), may, button))
        } @else if let Some(reply) = before {
            @if sent.is_none() { p { (lang.say("reply-over")) } }
            blockquote lang="" dir="auto" { (reply.words) }
        }
        @if before.is_some() {
            form method="post" { button.quiet type="submit" name="back" value="1" { (lang.say("button-reply-back")) } }
        }
    };
    page(status, lang, &lang.with("reply-title", &args), &body)
}

fn form(lang: Lang, words: &str, may: bool, button: &str) -> Markup {
    html! {
        form method="post" {
            label for="words" { (lang.say("web-reply-label")) }
            textarea #words name="words" rows="5" required maxlength=(FIELD_UNITS) dir="auto" { "\n" (words) }
            label.tick { input type="checkbox" name="may" value="1" checked[may]; span { (lang.say("web-reply-may")) } }
            button type="submit" { (lang.say(button)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path as FilePath;

    use super::*;
    use domain::boss_reply::{BossReply, CopyId, ReplyState};
    use domain::ids::{GuildId, UserId};

    async fn text(response: Response) -> String {
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    fn asked(words: Option<&str>, is_open: bool) -> ReplyPage {
        let of = CopyId { guild: GuildId(7), year: 2027, manager: UserId(9), copy: 0 };
        let reply = words.map(|words| BossReply {
            of,
            boss: None,
            words: words.to_owned(),
            may_be_posted: false,
            state: ReplyState::Kept,
            revision: 0,
            posts: 0,
            written_at: chrono::DateTime::UNIX_EPOCH,
            changed_at: chrono::DateTime::UNIX_EPOCH,
        });
        let known = |name: &str| Some(name.to_owned());
        ReplyPage { manager: known("Ada"), server: known("Harbour"), reply, is_open }
    }

    #[test]
    fn a_form_is_read_as_browsers_send_it() {
        let check = |body: &str, words: &str, may_be_posted: bool, takes_back: bool| {
            let expected = Sent { words: words.to_owned(), may_be_posted, takes_back };
            assert_eq!(Sent::read(body.as_bytes()), expected, "{body}");
        };
        check("words=Thank+you%2C+Ada%21%0D%0AReally.&may=1", "Thank you, Ada!\r\nReally.", true, false);
        check("words=%F0%9F%92%9A", "\u{1f49a}", false, false);
        check("back=1", "", false, true);
        for nothing in ["", "&&&", "=", "word=x", "%%%", "\u{0}"] {
            check(nothing, "", false, false);
        }
        check("words=%FF%3Cscript%3E", "\u{fffd}<script>", false, false);
    }

    #[tokio::test]
    async fn words_stay_words_and_the_box_is_not_ticked() {
        let hostile = "</textarea><script>alert(1)</script>\u{202e} @everyone";
        for lang in Lang::all() {
            for page in [asked(Some(hostile), true), asked(Some(hostile), false)] {
                let page = text(shown(lang, &page, None, StatusCode::OK)).await;
                assert!(page.contains("&lt;script&gt;") && !page.contains("<script"), "{page}");
            }
            let page = text(shown(lang, &asked(None, true), None, StatusCode::OK)).await;
            assert!(page.contains("type=\"checkbox\"") && !page.contains("checked"), "{page}");
            assert!(!page.contains("action=") && !page.contains("http"), "it needs nothing else: {page}");
        }
    }

    /// The pages in every language, where `tests/pages/run.sh` looks at them as phones do.
    #[tokio::test]
    async fn the_samples_of_the_page() {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| FilePath::new(env!("CARGO_MANIFEST_DIR")).join("target"), Into::into);
        let folder = target.join("digest-samples");
        std::fs::create_dir_all(&folder).unwrap();
        for lang in Lang::all() {
            let long = asked(Some(&"Wunderbar".repeat(50)), false);
            let written = asked(Some("Well done."), true);
            let sent = Sent { words: "x".repeat(600), ..Sent::default() };
            let pages = [
                ("ask", shown(lang, &asked(None, true), None, StatusCode::OK)),
                ("kept", shown(lang, &written, Some((Some(ReplyOutcome::Kept), None)), StatusCode::OK)),
                ("over", shown(lang, &long, None, StatusCode::OK)),
                (
                    "too-long",
                    shown(
                        lang,
                        &asked(None, true),
                        Some((Some(ReplyOutcome::TooLong(600)), Some(&sent))),
                        StatusCode::OK,
                    ),
                ),
                ("taken-back", shown(lang, &asked(None, true), Some((None, None)), StatusCode::OK)),
            ];
            for (name, response) in pages {
                let file = folder.join(format!("web-reply-{name}.{}.html", lang.tag()));
                std::fs::write(file, text(response).await).unwrap();
            }
        }
    }
}

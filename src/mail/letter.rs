//! Builds the mail: the digest as text and as a page, who sends it and why, and how to unsubscribe.
//!
//! What people wrote reaches a header only through lettre, which encodes it, and without line breaks.

use std::time::SystemTime;

use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use maud::{Markup, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sha2::{Digest as _, Sha256};

use crate::digest::{self, Attached, COLUMNS, Form, LETTER_MAX, with_inert_numbers, wording, wrapped};
use crate::ports::{Files, Letter, Mail, MailError, NoMore};
use crate::text::Lang;
use domain::digest::{Digest, tamed};
use domain::mail::{Address, Sender};

/// The longest name in a header, in characters.
const NAME_AT_MOST: usize = 80;

/// What needs no escaping in a `mailto:` (RFC 6068).
const MAILTO: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');

/// How the subject of an unsubscribe mail to the operator begins, in every language.
const NO_MORE: &str = "no-more";

/// Composes the mail. It comes from the operator, by the name that they chose: what a manager calls themselves stands in its
/// words only.
pub(super) fn compose(mail: &Mail, from: &Sender) -> Result<Letter, MailError> {
    let lang = Lang::of(Some(&mail.language));
    let digest = &mail.digest;
    let subject = one_line(&wording::headline(digest, lang), 200);
    let sender = mailbox(&from.address, from.name.as_deref().map(|name| one_line(name, NAME_AT_MOST)))?;
    let from = &from.address;
    let mut builder = Message::builder()
        .from(sender.clone())
        .to(mailbox(&mail.to, None)?)
        .subject(subject.clone())
        .date(SystemTime::from(mail.at))
        .message_id(Some(format!("<cmad.{}@{}>", mail.mark, from.domain())))
        .raw_header(raw("Auto-Submitted", "auto-generated".to_owned()))
        .raw_header(raw("List-Unsubscribe", unsubscribe(&mail.no_more, from)));
    if mail.no_more.one_click {
        builder = builder.raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    if let Some(reply_to) = &mail.reply_to {
        builder = builder.reply_to(mailbox(reply_to, None)?);
    }
    let shown = with_inert_numbers(digest);
    let words = Words::of(mail, &shown, from, lang);
    let attached: Files = mail.files.iter().filter(|(name, _)| media_type(name).is_some()).cloned().collect();
    let forms: Vec<Form> = attached.iter().filter_map(|(name, _)| Form::of_file(name)).collect();
    let named = Attached::of(digest, &forms);
    // What stands around the digest takes some of the room.
    let room = LETTER_MAX.saturating_sub(words.page("").len());
    let reply = mail.reply.as_deref();
    let text = digest::letter_text(&shown, lang, named, reply);
    let page = digest::letter_with_reply(&shown, lang, named, room, reply);
    let boundary = boundary(&digest::text(&shown, lang), mail.mark.as_str());
    let (text, page) = (words.text(&text), words.page(&page));
    let words = MultiPart::alternative()
        .boundary(boundary("words"))
        .singlepart(SinglePart::plain(text.clone()))
        .singlepart(SinglePart::html(page.clone()));
    let files: Vec<SinglePart> = attached.iter().filter_map(|(name, bytes)| attachment(name, bytes)).collect();
    let built = if files.is_empty() {
        builder.multipart(words)
    } else {
        let mixed = MultiPart::mixed().boundary(boundary("mail")).multipart(words);
        builder.multipart(files.into_iter().fold(mixed, MultiPart::singlepart))
    };
    let bytes = built.map_err(|_| MailError::Unmade)?.formatted();
    let (to, reply_to) = (mail.to.as_str().to_owned(), mail.reply_to.as_ref().map(|to| to.as_str().to_owned()));
    Ok(Letter { bytes, from: sender.to_string(), to, reply_to, subject, text, page, attached })
}

/// The envelope: one sender and one recipient.
pub(super) fn envelope(mail: &Mail, from: &Address) -> Result<Envelope, MailError> {
    let (from, to) = (mailbox(from, None)?.email, mailbox(&mail.to, None)?.email);
    Envelope::new(Some(from), vec![to]).map_err(|_| MailError::Unmade)
}

/// The boundary between the parts. It is a hash of all words: the same for the same words, and impossible to write into
/// them.
fn boundary(text: &str, mark: &str) -> impl Fn(&str) -> String + use<> {
    let hash = Sha256::new().chain_update(text).chain_update([0_u8]).chain_update(mark).finalize();
    let hex = hex::encode(&hash[..16]);
    move |part| format!("cmad-{part}-{hex}")
}

/// The words below the digest: who sent it, and how to want no more. Nothing stands above it.
struct Words {
    after: [String; 2],
    link: Option<String>,
    no_more: String,
}

impl Words {
    fn of(mail: &Mail, digest: &Digest, from: &Address, lang: Lang) -> Self {
        let args = [
            ("manager", wording::isolated(&digest.manager).into_owned().into()),
            ("server", wording::isolated(&digest.server).into_owned().into()),
        ];
        let answers = match (&mail.reply_to, &mail.reply) {
            (Some(_), _) => "mail-answers",
            (None, Some(_)) => "mail-answers-page",
            (None, None) => "mail-no-answers",
        };
        let operator = mail.no_more.operator.as_ref().unwrap_or(from).as_str().to_owned();
        let line = format!("{NO_MORE} {}", mail.no_more.token);
        let no_more = match mail.no_more.page {
            Some(_) => lang.with("mail-no-more-page", &args),
            None => lang.with("mail-no-more-write", &[("operator", operator.into()), ("line", line.into())]),
        };
        Self {
            after: [lang.with("mail-why", &args), lang.with(answers, &args)],
            link: mail.no_more.page.clone(),
            no_more,
        }
    }

    /// The plain text, with the words below it.
    fn text(&self, digest: &str) -> String {
        let [why, answers] = &self.after;
        let link = self.link.as_deref().map(|link| format!("\n{link}")).unwrap_or_default();
        let rule = "-".repeat(COLUMNS);
        format!(
            "{digest}\n{rule}\n{}\n{}\n\n{}{link}\n",
            wrapped(why),
            wrapped(answers),
            // A line that is to be sent back must not be broken.
            if self.link.is_some() { wrapped(&self.no_more) } else { self.no_more.clone() },
        )
    }

    /// The page, with the words below it.
    fn page(&self, page: &str) -> String {
        let after = html! {
            hr;
            @for line in &self.after { p { small { (line) } } }
            p {
                small {
                    @match &self.link {
                        Some(link) => a href=(link) rel="noopener noreferrer" { (self.no_more) },
                        None => (self.no_more),
                    }
                }
            }
        };
        inside(page, &after)
    }
}

/// Inserts `after` at the end of the page's `<main>`. Words in it are escaped, so the tag found is the page's.
fn inside(page: &str, after: &Markup) -> String {
    let last = page.rfind("</main>").unwrap_or(page.len());
    format!("{}{}{}", &page[..last], after.0, &page[last..])
}

/// A file as a part of the mail; the page and the text are the mail itself.
fn attachment(name: &str, bytes: &[u8]) -> Option<SinglePart> {
    let kind = ContentType::parse(media_type(name)?).ok()?;
    Some(Attachment::new(one_line(name, NAME_AT_MOST)).body(bytes.to_vec(), kind))
}

fn media_type(name: &str) -> Option<&'static str> {
    Form::of_file(name).filter(|form| form.goes_with_a_mail()).map(Form::media_type)
}

/// The `List-Unsubscribe` header: first the page, which works without a person, then the operator's address.
fn unsubscribe(no_more: &NoMore, from: &Address) -> String {
    let operator = no_more.operator.as_ref().unwrap_or(from).as_str();
    let to = utf8_percent_encode(operator, MAILTO);
    let line = format!("{NO_MORE} {}", no_more.token);
    let mailto = format!("<mailto:{to}?subject={}>", utf8_percent_encode(&line, MAILTO));
    match &no_more.page {
        Some(page) => format!("<{page}>, {mailto}"),
        None => mailto,
    }
}

fn raw(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn mailbox(address: &Address, name: Option<String>) -> Result<Mailbox, MailError> {
    let email = address.as_str().parse().map_err(|_| MailError::Unmade)?;
    Ok(Mailbox::new(name.filter(|name| !name.is_empty()), email))
}

/// Words for a header: one line without control characters, cut where it is too long.
fn one_line(text: &str, most: usize) -> String {
    let line = tamed(text).split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| !c.is_control()).take(most).collect::<String>().trim().to_owned()
}

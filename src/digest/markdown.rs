//! The digest as Markdown (CommonMark, as GitHub, GitLab and most wikis read it).
//!
//! Every line of a person's words begins with `> `, and no character in them is markup.

use crate::digest::opening::{Opening, Top};
use crate::digest::wording::{self, Ask};
use crate::text::Lang;
use domain::digest::{AddedQuote, Amount, Digest, Quote};

/// The page; lines end in `\n`.
#[must_use]
pub fn markdown(digest: &Digest, lang: Lang) -> String {
    let mut parts = Vec::new();
    parts.extend(wording::notices(digest, lang).iter().map(|notice| format!("*{}*", plain(notice))));
    let opening = Opening::of(digest, lang);
    parts.push(format!("# {}", plain(&wording::headline(digest, lang))));
    parts.extend(opening.lead.as_ref().map(|top| lead(top, lang)));
    parts.extend(wording::ask(digest, lang).map(|ask| format!("**{}**", plain(&ask))));
    parts.extend(wording::later_notice(digest, lang).map(|notice| format!("*{}*", plain(&notice))));
    if let Some(said) = &digest.sentence {
        parts.push(format!("> {}\n>\n> — **{}**", plain(said), plain(&wording::sentence_by(digest, lang))));
    }
    if digest.amount() == Amount::None {
        parts.extend(wording::none_yet(digest, lang).iter().map(|text| plain(text)));
    } else {
        filled(&mut parts, digest, &opening, lang);
    }
    if !digest.added.is_empty() {
        parts.push(format!("## {}", plain(&wording::added_heading(digest, lang))));
        parts.extend(digest.added.iter().map(|one| added(one, lang)));
    }
    parts.push(format!("## {}", lang.say("digest-how")));
    parts.extend(wording::how_collected(digest, lang).iter().map(|text| plain(text)));
    parts.push(format!("**{}**", plain(&wording::not_a_score(lang))));
    parts.join("\n\n") + "\n"
}

fn filled(parts: &mut Vec<String>, digest: &Digest, opening: &Opening<'_>, lang: Lang) {
    let heading = |text: &str| format!("## {}", plain(text));
    if !opening.others.is_empty() {
        parts.push(heading(&lang.say("digest-testimonials")));
        parts.extend(opening.others.iter().map(|one| quote(one.quote, lang)));
    }
    let numbers = wording::numbers(digest, lang);
    if !numbers.is_empty() {
        parts.extend([heading(&lang.say("digest-numbers")), plain(&lang.sentences(&numbers))]);
    }
    if let Some((title, summary)) = wording::chart(digest, lang) {
        parts.extend([heading(&title), plain(&summary)]);
    }
    if !digest.what_for.is_empty() {
        parts.push(heading(&lang.say("digest-what-for")));
        let row = |(what, count): &(_, usize)| {
            let (what, people) = (plain(&wording::what_for(*what, lang)), plain(&wording::people(*count, lang)));
            format!("- {}", wording::what_for_row(&what, &people, lang))
        };
        parts.push(digest.what_for.iter().map(row).collect::<Vec<_>>().join("\n"));
        parts.push(plain(&lang.say("digest-what-for-note")));
    }
    let items = wording::to_do(digest, lang);
    let rows = items.iter().zip(1..).map(|(item, number)| {
        let text = plain(&item.text);
        let text = if item.ask == Ask::Post { format!("> {text}") } else { text };
        format!("{number}. **{}**\n\n   {text}", plain(&item.title))
    });
    if !items.is_empty() {
        parts.extend([heading(&wording::to_do_heading(digest, lang)), rows.collect::<Vec<_>>().join("\n\n")]);
    }
    if !opening.listed.is_empty() {
        parts.push(heading(&wording::quotes_heading(digest, opening, lang)));
        parts.extend(opening.listed.iter().map(|one| quote(one, lang)));
    }
    parts.extend(wording::counted_only(digest, lang).map(|more| plain(&more)));
}

/// The words as a quote of their own, signed inside it: a quote right after another would become one with it.
fn quote(quote: &Quote, lang: Lang) -> String {
    let words = if quote.words.is_empty() {
        format!("> *{}*", plain(&wording::words(quote, lang)))
    } else {
        quoted(&quote.words)
    };
    let link = quote.link.map(|link| format!(" · [{}]({link})", plain(&lang.say("digest-link")))).unwrap_or_default();
    let name = plain(&wording::signature(quote, lang));
    format!("{words}\n>\n> — **{name}** · {}{link}{}", plain(&wording::circumstances(quote, lang)), marks(quote, lang))
}

/// The quote at the top, with its name alone; a whole one has its link in the name.
fn lead(top: &Top<'_>, lang: Lang) -> String {
    let name = format!("**{}**", plain(&wording::signature(top.quote, lang)));
    let name = match top.quote.link.filter(|_| top.is_whole) {
        Some(link) => format!("[{name}]({link})"),
        None => name,
    };
    let relation = wording::lead_relation(top, lang).map(|one| format!(" · {}", plain(&one))).unwrap_or_default();
    format!("{}\n>\n> — {name}{relation}{}", quoted(&top.words), marks(top.quote, lang))
}

/// Words that the manager added. In angle brackets no sign of a link ends it.
fn added(one: &AddedQuote, lang: Lang) -> String {
    let place = match (&one.place, &one.link) {
        (Some(place), Some(link)) => format!(" · [{}](<{link}>)", plain(place)),
        (Some(place), None) => format!(" · {}", plain(place)),
        (None, _) => String::new(),
    };
    let mark = wording::added_mark(one, lang).map(|mark| format!(" *({})*", plain(&mark))).unwrap_or_default();
    format!("{}\n>\n> — **{}**{place}{mark}", quoted(&one.words), plain(&wording::isolated(&one.said_by)))
}

fn marks(quote: &Quote, lang: Lang) -> String {
    wording::marks(quote, lang).iter().map(|mark| format!(" *({})*", plain(mark))).collect()
}

fn quoted(words: &str) -> String {
    let lines: Vec<String> = words.lines().map(plain).collect();
    // A backslash at the end of a line keeps its line break; an empty line separates paragraphs.
    let broken = lines.iter().enumerate().map(|(index, line)| {
        let runs_on = !line.is_empty() && lines.get(index + 1).is_some_and(|next| !next.is_empty());
        let line = format!("> {line}{}", if runs_on { "\\" } else { "" });
        line.trim_end().to_owned()
    });
    broken.collect::<Vec<_>>().join("\n")
}

/// Escapes everything that Markdown, HTML in it, GitHub's extensions (tables, `@name`, `#1`, bare addresses) or another
/// wiki's (`^superscript^`, `~subscript~`, `$formula$`) would interpret.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    // Four blanks at the beginning of a line would make it code.
    let text = text.trim_start_matches([' ', '\t']);
    // A number with a dot or a parenthesis at the beginning of a line would begin a list.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let begins_a_list =
            (at == 0 && matches!(c, '-' | '+' | '=' | ':')) || (at == digits && at > 0 && matches!(c, '.' | ')'));
        let is_markup =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '^' | '|' | '&' | '#' | '@' | '$' | '!');
        // A bare address becomes a link by its colon, and one that begins with `www.` by its dot.
        let is_address = (c == ':' && text[at + 1..].starts_with("//"))
            || (c == '.' && at >= 3 && text[..at].to_ascii_lowercase().ends_with("www"));
        if begins_a_list || is_markup || is_address {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text), expected);
        check("Thanks, Ada. 10 of 10 - really", "Thanks, Ada. 10 of 10 - really");
        check("# no *heading* <b>", "\\# no \\*heading\\* \\<b\\>");
        check("2027. was good", "2027\\. was good");
        check("- a", "\\- a");
        check(": a", "\\: a");
        check("    code", "code");
        check("2^10^ ~x~ $y$", "2\\^10\\^ \\~x\\~ \\$y\\$");
        check("[x](https://evil.example)", "\\[x\\](https\\://evil.example)");
        check("WWW.evil.example &amp; @all", "WWW\\.evil.example \\&amp; \\@all");
    }
}

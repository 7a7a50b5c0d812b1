//! Discord's Markdown as HTML, as the client renders it, with all user text escaped.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use maud::{Markup, PreEscaped, html};

use crate::rehearse::page::RenderContext;

/// The depth limit of formatting; deeper markup stays literal, so that hostile text cannot exhaust the stack.
const DEPTH: u8 = 10;

/// A text with blocks: headings, lists, quotes, code blocks, and inline formatting.
pub(super) fn blocks(text: &str, context: &RenderContext<'_>) -> Markup {
    html! { div.md dir="auto" { (block_list(text, context, DEPTH)) } }
}

/// One line: inline formatting only.
pub(super) fn line(text: &str, context: &RenderContext<'_>) -> Markup {
    inline(text, context, DEPTH)
}

fn block_list(text: &str, context: &RenderContext<'_>, depth: u8) -> Markup {
    let mut out = String::new();
    let mut rest = text;
    let mut paragraph: Vec<&str> = Vec::new();
    while !rest.is_empty() {
        if let Some((code, after)) = code_block(rest) {
            flush(&mut paragraph, &mut out, context, depth);
            out.push_str(&html! { pre.code dir="auto" { (code) } }.into_string());
            rest = after.strip_prefix('\n').unwrap_or(after);
            continue;
        }
        if let Some(quoted) = rest.strip_prefix(">>> ").filter(|_| depth > 0) {
            flush(&mut paragraph, &mut out, context, depth);
            out.push_str(&html! { blockquote dir="auto" { (block_list(quoted, context, depth - 1)) } }.into_string());
            rest = "";
            continue;
        }
        let is_quote = |line: &str| line.starts_with("> ") || line == ">";
        let (first, after) = split_line(rest);
        if is_quote(first) && depth > 0 {
            flush(&mut paragraph, &mut out, context, depth);
            let mut quoted = Vec::new();
            let mut remaining = rest;
            while !remaining.is_empty() {
                let (line, after) = split_line(remaining);
                if !is_quote(line) {
                    break;
                }
                quoted.push(line.strip_prefix("> ").unwrap_or(""));
                remaining = after;
            }
            let inner = block_list(&quoted.join("\n"), context, depth - 1);
            out.push_str(&html! { blockquote dir="auto" { (inner) } }.into_string());
            rest = remaining;
            continue;
        }
        if let Some(special) = special_line(first, context, depth) {
            flush(&mut paragraph, &mut out, context, depth);
            out.push_str(&special.into_string());
            rest = after;
            continue;
        }
        // A code block may start in the middle of a line.
        let begins = first.find("```").filter(|at| *at > 0 && code_block(&rest[*at..]).is_some());
        match begins {
            Some(at) => {
                paragraph.push(&rest[..at]);
                rest = &rest[at..];
            }
            None => {
                paragraph.push(first);
                rest = after;
            }
        }
    }
    flush(&mut paragraph, &mut out, context, depth);
    PreEscaped(out)
}

/// Headings, subtext and list items.
fn special_line(line: &str, context: &RenderContext<'_>, depth: u8) -> Option<Markup> {
    let text = |rest: &str| inline(rest, context, depth);
    if let Some(rest) = line.strip_prefix("-# ") {
        return Some(html! { p.subtext dir="auto" { (text(rest)) } });
    }
    for (sign, class) in [("### ", "h3"), ("## ", "h2"), ("# ", "h1")] {
        if let Some(rest) = line.strip_prefix(sign) {
            // Not real headings: the outline of the page is the plan.
            return Some(html! { p.{ "head " (class) } dir="auto" { (text(rest)) } });
        }
    }
    let trimmed = line.trim_start_matches(' ');
    let deep = (line.len() - trimmed.len()) >= 2;
    let item = trimmed.strip_prefix("- ").or_else(|| trimmed.strip_prefix("* "));
    if let Some(rest) = item {
        return Some(html! { p.item.deep[deep] dir="auto" { span.dot { "•" } span { (text(rest)) } } });
    }
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits)
        && let Some(rest) = trimmed[digits..].strip_prefix(". ")
    {
        return Some(
            html! { p.item.deep[deep] dir="auto" { span.dot { (trimmed[..digits]) "." } span { (text(rest)) } } },
        );
    }
    None
}

fn flush(lines: &mut Vec<&str>, out: &mut String, context: &RenderContext<'_>, depth: u8) {
    if lines.is_empty() {
        return;
    }
    let text = lines.join("\n");
    lines.clear();
    out.push_str(&html! { p dir="auto" { (inline(text.trim_end_matches('\n'), context, depth)) } }.into_string());
}

fn split_line(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

/// The code of a block that starts here, without its language, and the rest of the text.
fn code_block(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix("```")?;
    let end = inner.find("```").filter(|end| *end > 0)?;
    let (code, after) = (&inner[..end], &inner[end + 3..]);
    let code = match code.split_once('\n') {
        Some((language, body))
            if !body.trim().is_empty() && language.chars().all(|c| c.is_ascii_alphanumeric() || "+-_.".contains(c)) =>
        {
            body
        }
        _ => code.strip_prefix('\n').unwrap_or(code),
    };
    Some((code.strip_suffix('\n').unwrap_or(code), after))
}

fn inline(text: &str, context: &RenderContext<'_>, depth: u8) -> Markup {
    let mut out = String::new();
    let mut plain = 0;
    let mut at = 0;
    let write = |out: &mut String, text: &str| out.push_str(&html! { (text) }.into_string());
    while at < text.len() {
        let rest = &text[at..];
        let before = text[..at].chars().next_back();
        if let Some(escaped) = rest.strip_prefix('\\').and_then(|rest| rest.chars().next())
            && escaped.is_ascii_punctuation()
        {
            write(&mut out, &text[plain..at]);
            plain = at + 1;
            at += 2;
            continue;
        }
        if let Some((markup, length)) = spanned(rest, before, context, depth) {
            write(&mut out, &text[plain..at]);
            out.push_str(&markup.into_string());
            at += length;
            plain = at;
            continue;
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
    write(&mut out, &text[plain..]);
    PreEscaped(out)
}

/// The formatted element that starts here, with its length in bytes.
fn spanned(rest: &str, before: Option<char>, context: &RenderContext<'_>, depth: u8) -> Option<(Markup, usize)> {
    match rest.as_bytes()[0] {
        b'`' => {
            let fence = if rest.starts_with("``") { "``" } else { "`" };
            let end = rest[fence.len()..].find(fence).filter(|end| *end > 0)?;
            let code = rest[fence.len()..fence.len() + end].trim();
            Some((html! { code { (code) } }, end + 2 * fence.len()))
        }
        b'<' => angled(rest, context),
        b'[' => masked_link(rest, context, depth),
        b'@' => ["@everyone", "@here"]
            .into_iter()
            .find(|sign| rest.starts_with(sign))
            .map(|sign| (html! { span.mention { (sign) } }, sign.len())),
        b'h' if before.is_none_or(|c| !c.is_alphanumeric()) => {
            let url = bare_address(rest)?;
            Some((link(url, &html! { (url) }, context)?, url.len()))
        }
        b'*' | b'_' | b'~' | b'|' if depth > 0 => delimited(rest, before, context, depth),
        _ => None,
    }
}

fn delimited(rest: &str, before: Option<char>, context: &RenderContext<'_>, depth: u8) -> Option<(Markup, usize)> {
    for sign in ["***", "**", "__", "~~", "||", "*", "_"] {
        let Some(inner) = rest.strip_prefix(sign) else { continue };
        let single = sign.len() == 1;
        if single && inner.starts_with(char::is_whitespace) || sign == "_" && before.is_some_and(char::is_alphanumeric)
        {
            return None;
        }
        let Some(end) = closing(inner, sign) else { continue };
        let within = inline(&inner[..end], context, depth - 1);
        let markup = match sign {
            "***" => html! { strong { em { (within) } } },
            "**" => html! { strong { (within) } },
            "__" => html! { u { (within) } },
            "~~" => html! { s { (within) } },
            "||" => html! { span.spoiler tabindex="0" title="A spoiler: point at it to read it" { (within) } },
            _ => html! { em { (within) } },
        };
        return Some((markup, end + 2 * sign.len()));
    }
    None
}

/// The position of the closing mark: after some text, not escaped, not part of a longer run of the same character.
fn closing(inner: &str, sign: &str) -> Option<usize> {
    let bytes = inner.as_bytes();
    let mut at = 0;
    while at < inner.len() {
        if bytes[at] == b'\\' {
            at += 1 + inner[at + 1..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        if at > 0 && inner[at..].starts_with(sign) {
            let run = inner[at..].bytes().take_while(|byte| *byte == sign.as_bytes()[0]).count();
            let glued = sign == "_" && inner[at + 1..].starts_with(char::is_alphanumeric);
            if run == sign.len() || (run > sign.len() && sign.len() > 1) {
                let end = at + run - sign.len();
                if !glued && !inner[..end].trim().is_empty() {
                    return Some(end);
                }
            }
            at += run;
            continue;
        }
        at += inner[at..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Mentions, channels, roles, times, custom emoji, commands, and addresses in angle brackets.
fn angled(rest: &str, context: &RenderContext<'_>) -> Option<(Markup, usize)> {
    let end = rest.find('>').filter(|end| *end > 2)?;
    let inner = &rest[1..end];
    let id = |text: &str| text.parse::<u64>().ok();
    let markup = if let Some(user) = inner.strip_prefix('@').and_then(|t| id(t.strip_prefix('!').unwrap_or(t))) {
        html! { span.mention { "@" bdi { (context.user(user)) } } }
    } else if let Some(role) = inner.strip_prefix("@&").and_then(id) {
        html! { span.mention { "@" bdi { (context.names.roles.get(&role).map_or("a role", String::as_str)) } } }
    } else if let Some(channel) = inner.strip_prefix('#').and_then(id) {
        html! { span.mention { "#" bdi { (context.names.channels.get(&channel).map_or("unknown", String::as_str)) } } }
    } else if let Some(time) = inner.strip_prefix("t:") {
        let (seconds, style) = time.split_once(':').unwrap_or((time, "f"));
        let at = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
        html! { span.time title=(at.with_timezone(&context.zone).format("%A, %-d %B %Y %H:%M %Z")) { (stamp(at, style, context)?) } }
    } else if let Some(emoji) = inner.strip_prefix("a:").or_else(|| inner.strip_prefix(':')) {
        let (name, number) = emoji.split_once(':')?;
        id(number)?;
        html! { span.emoji { ":" (name) ":" } }
    } else if let Some(command) = inner.strip_prefix('/') {
        let (name, number) = command.split_once(':')?;
        id(number)?;
        html! { span.mention { "/" (name) } }
    } else if inner.starts_with("http") {
        link(inner, &html! { (inner) }, context)?
    } else {
        return None;
    };
    Some((markup, end + 1))
}

/// A timestamp in Discord's given style, in the server's time zone.
fn stamp(at: DateTime<Utc>, style: &str, context: &RenderContext<'_>) -> Option<String> {
    let local: DateTime<Tz> = at.with_timezone(&context.zone);
    let format = match style {
        "t" => "%H:%M",
        "T" => "%H:%M:%S",
        "d" => "%d/%m/%Y",
        "D" => "%-d %B %Y",
        "f" => "%-d %B %Y %H:%M",
        "F" => "%A, %-d %B %Y %H:%M",
        "s" => "%d/%m/%Y, %H:%M",
        "S" => "%d/%m/%Y, %H:%M:%S",
        "R" => return Some(relative(at - context.now)),
        _ => return None,
    };
    Some(local.format(format).to_string())
}

fn relative(span: TimeDelta) -> String {
    let minutes = span.num_minutes().abs();
    let (count, unit) = match minutes {
        0..60 => (minutes, "minute"),
        60..1440 => ((minutes + 30) / 60, "hour"),
        1440..43_200 => ((minutes + 720) / 1440, "day"),
        _ => ((minutes + 21_600) / 43_200, "month"),
    };
    let plural = if count == 1 { "" } else { "s" };
    if span < TimeDelta::zero() { format!("{count} {unit}{plural} ago") } else { format!("in {count} {unit}{plural}") }
}

fn masked_link(rest: &str, context: &RenderContext<'_>, depth: u8) -> Option<(Markup, usize)> {
    let middle = rest.find("](")?;
    let text = &rest[1..middle];
    if text.trim().is_empty() || text.contains('\n') || depth == 0 {
        return None;
    }
    let end = middle + 2 + rest[middle + 2..].find(')')?;
    let target = rest[middle + 2..end].split_whitespace().next()?;
    let target = target.strip_prefix('<').and_then(|t| t.strip_suffix('>')).unwrap_or(target);
    Some((link(target, &inline(text, context, depth - 1), context)?, end + 1))
}

/// A link: to a message on this page if it is shown there, otherwise only to a web address.
pub(super) fn link(target: &str, text: &Markup, context: &RenderContext<'_>) -> Option<Markup> {
    let web = target.starts_with("https://") || target.starts_with("http://");
    if !web || target.contains(char::is_control) {
        return None;
    }
    if let Some(message) = context.on_page(target) {
        return Some(html! { a href={ "#m" (message) } title="The message, on this page" { (text) } });
    }
    Some(html! { a href=(target) title=(target) rel="noreferrer noopener" target="_blank" { (text) } })
}

fn bare_address(rest: &str) -> Option<&str> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| rest.starts_with(scheme))?;
    let end = rest.find(|c: char| c.is_whitespace() || "<>\"`|*".contains(c)).unwrap_or(rest.len());
    let url = rest[..end].trim_end_matches(['.', ',', ':', ';', '!', '?', '\'', ')', ']']);
    (url.len() > scheme.len()).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearse::page::tests::with_context;

    fn check(text: &str, expected: &str) {
        with_context(|context| {
            let html = blocks(text, context).into_string();
            let inner = html.strip_prefix(r#"<div class="md" dir="auto">"#).unwrap().strip_suffix("</div>").unwrap();
            assert_eq!(inner.replace(r#" dir="auto""#, ""), expected, "{text:?}");
        });
    }

    #[test]
    fn formatting() {
        check("**b** *i* __u__ ~~s~~ _i_", "<p><strong>b</strong> <em>i</em> <u>u</u> <s>s</s> <em>i</em></p>");
        check(
            "***both*** snake_case_name 2 * 3 * 4",
            "<p><strong><em>both</em></strong> snake_case_name 2 * 3 * 4</p>",
        );
        check("`a < b` ``c ` d``", "<p><code>a &lt; b</code> <code>c ` d</code></p>");
        check(
            "# Big\n-# small\n- one\n1. two",
            "<p class=\"head h1\">Big</p><p class=\"subtext\">small</p>\
            <p class=\"item\"><span class=\"dot\">•</span><span>one</span></p>\
            <p class=\"item\"><span class=\"dot\">1.</span><span>two</span></p>",
        );
        check("> a\n> b\nc", "<blockquote><p>a\nb</p></blockquote><p>c</p>");
        check("x ```rs\nlet a = 1;\n``` y", "<p>x </p><pre class=\"code\">let a = 1;</pre><p> y</p>");
        check("\\*\\*not\\*\\* 1\\. \\<\\@7\\>", "<p>**not** 1. &lt;@7&gt;</p>");
        check("**open _and `never", "<p>**open _and `never</p>");
    }

    #[test]
    fn what_discord_resolves() {
        check(
            "<@7> <@!7> <#8> <@&9>",
            "<p><span class=\"mention\">@<bdi>Ada</bdi></span> <span class=\"mention\">@<bdi>Ada</bdi></span> \
            <span class=\"mention\">#<bdi>community</bdi></span> <span class=\"mention\">@<bdi>Managers</bdi></span></p>",
        );
        check(
            "<t:1800000000:D> <t:1800000000:R>",
            "<p><span class=\"time\" title=\"Friday, 15 January 2027 09:00 CET\">15 January 2027</span> \
            <span class=\"time\" title=\"Friday, 15 January 2027 09:00 CET\">in 1 day</span></p>",
        );
        check(
            "<:wave:12> </thank:5>",
            "<p><span class=\"emoji\">:wave:</span> <span class=\"mention\">/thank</span></p>",
        );
    }

    #[test]
    fn only_the_web_is_linked() {
        check("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>");
        check("[x](data:text/html,y)", "<p>[x](data:text/html,y)</p>");
        check(
            "[x](https://a.example/\"><img>)",
            "<p><a href=\"https://a.example/&quot;&gt;&lt;img&gt;\" \
            title=\"https://a.example/&quot;&gt;&lt;img&gt;\" rel=\"noreferrer noopener\" target=\"_blank\">x</a></p>",
        );
        check(
            "https://discord.com/channels/1/8/5",
            "<p><a href=\"#m5\" title=\"The message, on this page\">\
            https://discord.com/channels/1/8/5</a></p>",
        );
    }
}

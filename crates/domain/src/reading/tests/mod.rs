//! Single messages and their readings.

mod properties;

use super::*;

const BOT: UserId = UserId(99);

fn words() -> Vec<String> {
    ["thanks", "Thank you", "merci", "ありがとう", "감사"].map(str::to_owned).to_vec()
}

/// How a message stands to others.
#[derive(Clone, Copy, Debug)]
enum As {
    Message,
    ReplyTo(u64),
    ReplyToCampaign,
    ReplyToCampaignWithoutPing,
    ReplyToWebhookCampaign,
    WhereHashtagIsOff,
    ReplyToCampaignWhereHashtagIsOff,
}

fn reading(sent: As, content: &str) -> Reading {
    let campaign = matches!(
        sent,
        As::ReplyToCampaign
            | As::ReplyToCampaignWithoutPing
            | As::ReplyToWebhookCampaign
            | As::ReplyToCampaignWhereHashtagIsOff
    );
    read(&Incoming {
        content,
        bot: BOT,
        replied_to: match sent {
            As::ReplyTo(user) => Some(UserId(user)),
            As::ReplyToWebhookCampaign => Some(UserId(77)),
            _ => campaign.then_some(BOT),
        },
        replied_pings: campaign && !matches!(sent, As::ReplyToCampaignWithoutPing),
        replies_to_campaign_post: campaign,
        hashtag_counts: !matches!(sent, As::WhereHashtagIsOff | As::ReplyToCampaignWhereHashtagIsOff),
        cmad_channels: &[ChannelId(500), ChannelId(501)],
        thanking_words: &words(),
    })
}

/// `expected` is `-` for nothing; else the sign (`tag`, `mention`, `reply`) and the recipients, after a `?` if unclear.
fn check(sent: As, content: &str, expected: &str) {
    let (clear, by, recipients) = match reading(sent, content) {
        Reading::Nothing => return assert_eq!("-", expected, "{sent:?} {content:?}"),
        Reading::Thanks { by, recipients, .. } => ("", by, recipients),
        Reading::Unclear { by, recipients, .. } => ("?", by, recipients),
    };
    let by = match by {
        Sign::Hashtag => "tag",
        Sign::Mention => "mention",
        Sign::CampaignReply => "reply",
    };
    let got = recipients.iter().fold(format!("{clear}{by}"), |got, user| format!("{got} {user}"));
    assert_eq!(got, expected, "{sent:?} {content:?}");
}

fn check_messages(cases: &[(&str, &str)]) {
    for (content, expected) in cases {
        check(As::Message, content, expected);
    }
}

#[test]
fn how_the_hashtag_is_written() {
    check_messages(&[
        ("#CMAD <@1>", "tag 1"),
        ("#cmad <@1>", "tag 1"),
        ("#cMaD <@1>", "tag 1"),
        ("<@1> thanks for all #CMAD", "tag 1"),
        ("#CMAD2027 <@1>", "tag 1"),
        ("#CMAD27 <@1>", "tag 1"),
        ("#cmad2", "-"),
        ("#cmad123 <@1>", "-"),
        ("#cmad20270 <@1>", "-"),
        ("#cmad2027th <@1>", "-"),
        ("＃CMAD <@1>", "tag 1"),
        ("＃ＣＭＡＤ２０２７ <@1>", "tag 1"),
        ("#ｃｍａｄ <@1>", "tag 1"),
        ("#CMADness <@1>", "-"),
        ("#cmad_x <@1>", "-"),
        ("#cmad_2027 <@1>", "-"),
        ("#cmadé <@1>", "-"),
        ("#cmad\u{301} <@1>", "-"),
        ("#cmad٢ <@1>", "-"),
        ("# cmad <@1>", "-"),
        ("cmad <@1>", "-"),
        ("#cm ad <@1>", "-"),
        ("#hug #cmad <@1>", "tag 1"),
        ("#cmadness #cmad <@1>", "tag 1"),
        ("##cmad <@1>", "tag 1"),
        ("#cma#cmad <@1>", "-"),
        ("#CMAD", "?tag"),
        ("", "-"),
    ]);
}

#[test]
fn what_stands_around_the_hashtag() {
    check_messages(&[
        ("x#cmad <@1>", "-"),
        ("x_#cmad <@1>", "-"),
        ("3#cmad <@1>", "-"),
        ("é#cmad <@1>", "-"),
        ("(#cmad) <@1>", "tag 1"),
        ("\"#cmad\", <@1>!", "tag 1"),
        ("#cmad's <@1>", "tag 1"),
        ("#cmad-2027 <@1>", "tag 1"),
        ("#cmad.\n<@1>", "tag 1"),
        ("<@1>#cmad<@2>", "tag 1 2"),
        ("**#cmad** <@1>", "tag 1"),
        ("_#cmad_ <@1>", "tag 1"),
        ("__#cmad__ <@1>", "tag 1"),
        ("~~#cmad~~ <@1>", "tag 1"),
        ("||#cmad|| <@1>", "tag 1"),
        ("||<@1> #cmad||", "tag 1"),
        ("# #cmad <@1>", "tag 1"),
        ("-# #cmad <@1>", "tag 1"),
        ("❤️#cmad🎉 <@1>", "tag 1"),
        ("<@1>さん、ありがとう#CMADです", "tag 1"),
        ("<@1> 감사합니다 #CMAD에", "tag 1"),
        ("1️⃣#CMAD <@1>", "tag 1"),
        ("1\u{20e3}#CMAD <@1>", "tag 1"),
        ("1️⃣2#CMAD <@1>", "-"),
        ("#CMAD1️⃣ <@1>", "tag 1"),
        ("#CMAD27️⃣ <@1>", "-"),
        ("#CMAD20271️⃣ <@1>", "tag 1"),
        ("תודה ב#CMAD <@1>", "tag 1"),
        ("תודה בְּ#CMAD <@1>", "tag 1"),
        ("תודה רב#CMAD <@1>", "-"),
        ("شكرا ل#CMAD <@1>", "tag 1"),
        ("شكرال#CMAD <@1>", "-"),
        ("a#CMAD <@1>", "-"),
        ("#c\u{200b}m\u{200d}ad\u{feff} <@1>", "tag 1"),
        ("#\u{2060}cmad\u{200c}2027\u{200b} <@1>", "tag 1"),
        ("x\u{200b}#cmad <@1>", "-"),
        ("#cmad\u{200b}ness <@1>", "-"),
        ("\\#cmad <@1>", "-"),
        ("\\＃cmad <@1>", "-"),
        ("\\\\#cmad <@1>", "tag 1"),
        ("\\*#cmad\\* <@1>", "tag 1"),
        ("¯\\_(ツ)_/¯ #cmad <@1>", "tag 1"),
        ("\\", "-"),
    ]);
}

#[test]
fn the_channel_picked_by_mistake() {
    check_messages(&[
        ("<#500> <@1>", "tag 1"),
        ("x<#501>x <@1>", "tag 1"),
        ("<#502> <@1>", "-"),
        ("<#500>", "?tag"),
        ("`<#500>` <@1>", "-"),
        ("> <#500>\n<@1>", "-"),
        ("\\<#500> <@1>", "-"),
        ("<#500x> <@1>", "-"),
        ("<#+500> <@1>", "-"),
        ("<# 500> <@1>", "-"),
    ]);
}

#[test]
fn code() {
    check_messages(&[
        ("`#cmad` <@1>", "-"),
        ("``#cmad`` <@1>", "-"),
        ("``a`#cmad`` <@1>", "-"),
        ("```#cmad``` <@1>", "-"),
        ("```\n#cmad <@1>\n```", "-"),
        ("```rust\n#cmad\n``` <@1>", "-"),
        ("a ```#cmad\n> ``` <@1>", "-"),
        ("`a\n#cmad` <@1>", "-"),
        ("`a\\` #cmad <@1>", "tag 1"),
        ("\\`#cmad\\` <@1>", "tag 1"),
        ("\\``#cmad` <@1>", "-"),
        ("`#cmad <@1>", "tag 1"),
        ("```#cmad <@1>", "tag 1"),
        ("``#cmad` <@1>", "-"),
        ("`#cmad`` <@1>", "tag 1"),
        ("```#cmad`` <@1>", "-"),
        ("`````#cmad``` <@1>", "-"),
        ("```````#cmad <@1>", "tag 1"),
        ("```\n\n```#cmad <@1>", "tag 1"),
        ("`a` #cmad `<@1>`", "?tag"),
        ("`a` #cmad `b` <@1>", "tag 1"),
        ("`<@2>` #cmad <@1>", "tag 1"),
    ]);
}

#[test]
fn quotes() {
    check_messages(&[
        ("> #cmad <@1>", "-"),
        ("  > #cmad\n<@1>", "-"),
        (">>> hello\n#cmad <@1>", "-"),
        ("hello\n>>> a\n#cmad <@1>", "-"),
        ("> hello\n#cmad <@1>", "tag 1"),
        ("> <@2> rocks\n#cmad <@1>", "tag 1"),
        ("> <@2> rocks\n#cmad", "?tag"),
        ("#cmad > <@1>", "tag 1"),
        (">#cmad <@1>", "tag 1"),
        (">>>#cmad <@1>", "tag 1"),
        ("\\> #cmad <@1>", "tag 1"),
        ("> ```\n#cmad <@1>\n```", "tag 1"),
        ("```a``` > #cmad <@1>", "tag 1"),
    ]);
}

#[test]
fn links() {
    check_messages(&[
        ("https://x.org/#cmad <@1>", "-"),
        ("https://x.org/a?b=c&#cmad <@1>", "-"),
        ("(HTTPS://x.org/#cmad) <@1>", "-"),
        ("<https://x.org/#cmad> <@1>", "-"),
        ("<https://x.org/(#cmad>#cmad <@1>", "tag 1"),
        ("steam://x/;#cmad <@1>", "-"),
        ("x.org/#cmad <@1>", "-"),
        ("https://x.org #cmad <@1>", "tag 1"),
        ("https://x.org\n#cmad<@1>", "tag 1"),
        ("https://x.org/<@1> #cmad", "tag 1"),
        ("[text](https://x.org/#cmad) <@1>", "-"),
        ("[text](<https://x.org/(#cmad>) <@1>", "-"),
        ("[text](https://x.org/a_(b)#cmad) <@1>", "-"),
        ("[text](https://x.org 'a #cmad b') <@1>", "-"),
        ("[text](https://x.org \"<@2>\") #cmad <@1>", "tag 1"),
        ("[#cmad](https://x.org) <@1>", "tag 1"),
        ("[text](https://x.org)#cmad <@1>", "tag 1"),
        ("[text](#cmad) <@1>", "tag 1"),
        ("[text](https://x.org #cmad <@1>", "tag 1"),
        ("[text](https://x.org #cmad <@1> :)", "tag 1"),
    ]);
}

#[test]
fn who_is_thanked() {
    check_messages(&[
        ("#cmad <@!1>", "tag 1"),
        ("#cmad <@2> <@1> <@!2>", "tag 2 1"),
        ("#cmad <@99>", "?tag"),
        ("#cmad <@99> <@1>", "tag 1"),
        ("#cmad <@5>", "tag 5"),
        ("#cmad <@&1>", "?tag"),
        ("#cmad @everyone @here", "?tag"),
        ("#cmad @ada", "?tag"),
        ("#cmad <@0>", "?tag"),
        ("#cmad <@>", "?tag"),
        ("#cmad <@1", "?tag"),
        ("#cmad <@ 1>", "?tag"),
        ("#cmad <@99999999999999999999999>", "?tag"),
        ("#cmad <@18446744073709551615>", "tag 18446744073709551615"),
        ("#cmad \\<@1>", "?tag"),
        ("#cmad <<@1>", "tag 1"),
        ("<:cmad:123> <@1>", "-"),
        ("<a:cmad:123> <t:1800000000:R> <@1>", "-"),
        ("</thank:123> <id:customize> <@1>", "-"),
    ]);
    for (sent, content, expected) in [
        (As::ReplyTo(7), "#cmad", "tag 7"),
        (As::ReplyTo(7), "#cmad <@1>", "tag 1"),
        (As::ReplyTo(7), "#cmad <@99>", "tag 7"),
        (As::ReplyTo(7), "#cmad `<@1>`", "tag 7"),
        (As::ReplyTo(7), "#cmad <@&1>", "tag 7"),
        (As::ReplyTo(7), "so true", "-"),
        (As::ReplyTo(5), "#cmad", "tag 5"),
        (As::ReplyTo(99), "#cmad", "?tag"),
        (As::ReplyTo(99), "#cmad <@1>", "tag 1"),
        (As::ReplyToCampaign, "#cmad", "?tag"),
        (As::ReplyToCampaign, "#cmad <@1>", "tag 1"),
        (As::ReplyToWebhookCampaign, "#cmad", "?tag"),
        (As::WhereHashtagIsOff, "#cmad <@1>", "-"),
        (As::WhereHashtagIsOff, "<#500> <@1>", "-"),
        (As::WhereHashtagIsOff, "<@99> thanks <@1> #cmad", "mention 1"),
    ] {
        check(sent, content, expected);
    }
}

#[test]
fn mentions_of_the_bot_and_campaign_replies() {
    for (sent, content, expected) in [
        (As::Message, "<@99> thanks <@1> for all", "mention 1"),
        (As::Message, "THANK  YOU <@1> and <@2>! <@!99>", "mention 1 2"),
        (As::Message, "<@99> <@1>さん、本当にありがとうございます", "mention 1"),
        (As::Message, "<@99> <@1> 감사합니다", "mention 1"),
        (As::Message, "<@99> thanks <@1> #cmad", "tag 1"),
        (As::Message, "<@99> thanks", "?mention"),
        (As::Message, "<@99> thanks <@5>", "mention 5"),
        (As::Message, "<@99> thanks @everyone", "?mention"),
        (As::Message, "<@99> hello", "-"),
        (As::Message, "<@99>", "-"),
        (As::Message, "<@99> who is <@1>?", "?mention 1"),
        (As::Message, "<@99> happy thanksgiving <@1>", "?mention 1"),
        (As::Message, "<@99> <:thanks:123> <@1>", "?mention 1"),
        (As::Message, "<@99> `thanks` <@1>", "?mention 1"),
        (As::Message, "> thanks\n<@99> <@1>", "?mention 1"),
        (As::Message, "`<@99>` thanks <@1>", "-"),
        (As::Message, "> <@99>\nthanks <@1>", "-"),
        (As::Message, "thanks <@1>", "-"),
        (As::ReplyTo(7), "<@99> thanks", "mention 7"),
        (As::ReplyTo(7), "<@99> when is it?", "-"),
        (As::ReplyTo(99), "<@99> thanks", "?mention"),
        (As::ReplyToCampaign, "<@1> kept us sane", "reply 1"),
        (As::ReplyToCampaign, "<@2> <@1> <@2> <@99>", "reply 2 1"),
        (As::ReplyToCampaign, "", "?reply"),
        (As::ReplyToCampaign, "lovely", "?reply"),
        (As::ReplyToCampaign, "`<@1>`", "?reply"),
        (As::ReplyToCampaign, "<@99> thanks", "?mention"),
        (As::ReplyToWebhookCampaign, "lovely", "?reply"),
        (As::ReplyToCampaignWithoutPing, "<@1> kept us sane", "-"),
        (As::ReplyToCampaignWithoutPing, "#cmad <@1>", "tag 1"),
        (As::ReplyToCampaignWhereHashtagIsOff, "#cmad <@1>", "reply 1"),
    ] {
        check(sent, content, expected);
    }
}

#[test]
fn the_words_are_kept_verbatim() {
    for (content, expected) in [
        ("  #CMAD <@1>, you rock\n", "#CMAD <@1>, you rock"),
        ("<@99> thanks <@1>", "thanks <@1>"),
        ("hi <@99> thanks <@1>", "hi thanks <@1>"),
        ("hi<@99> thanks <@1>", "hi thanks <@1>"),
        ("thanks <@1> <@!99>", "thanks <@1>"),
        ("thanks <@1>\n<@99>  \nbye", "thanks <@1>\n\nbye"),
        ("<@99><@99> thanks <@1>", "thanks <@1>"),
        ("<@99> thanks <@1> `<@99>`", "thanks <@1> `<@99>`"),
        ("> **a** <@99>\n#cmad <@1>  é", "> **a** <@99>\n#cmad <@1>  é"),
        ("<@99> #cmad", "#cmad"),
        ("<@99> <@1>", "<@1>"),
    ] {
        match reading(As::Message, content) {
            Reading::Thanks { words, .. } | Reading::Unclear { words, .. } => assert_eq!(words, expected),
            Reading::Nothing => panic!("{content:?} says nothing"),
        }
    }
    let Reading::Unclear { words, .. } = reading(As::ReplyToCampaign, "<@99>") else { panic!("no one is named") };
    assert_eq!(words, "");
}

/// A quadratic reader would take minutes for these: they are at least twelve times as long as Discord allows.
#[test]
fn hostile_messages_take_linear_time() {
    let staircase: String = (1..400).map(|length| "`".repeat(length) + "x").collect();
    let descent: String = (1..400).rev().map(|length| "`".repeat(length) + "x").collect();
    for content in [staircase, descent] {
        reading(As::Message, &content);
    }
    for piece in [
        "`",
        "` ",
        "``x`",
        "```\n",
        "```x``",
        "\\`",
        "\\",
        "<",
        "<@",
        "<@1",
        "<@1>",
        "<a:",
        "[",
        "](",
        "](http://",
        "(",
        ")",
        "](http://x 'y",
        "](http://x (",
        "> ",
        "\n> ",
        " ",
        "\n",
        "#",
        "#cma",
        "#cmad_",
        "#\u{200b}",
        "_",
        "x_",
        "://",
        "x://",
        "a\u{301}",
        "\u{301}\u{316}",
        "thanks",
        "thank ",
        "＃",
        "||",
    ] {
        let half = piece.repeat(50_000 / piece.len());
        reading(As::Message, &half);
        reading(As::Message, &format!("<@99> <@1> {half}"));
        for close in ["`", ")", ">", " x)", "'"] {
            let closed = format!("{half}{}", close.repeat(20_000 / close.len()));
            reading(As::Message, &closed);
        }
    }
}

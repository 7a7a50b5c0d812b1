//! The page's styles and its font.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The signs that the font has: those of the bot, of the page and of the worlds that come with the program.
pub(super) const SIGNS: &str = include_str!("emoji/signs.txt");
const FONT: &[u8] = include_bytes!("emoji/NotoColorEmoji-Signs.woff2");

/// The style sheet.
pub(super) fn sheet() -> String {
    let range: Vec<String> = SIGNS.trim().chars().map(|sign| format!("U+{:X}", u32::from(sign))).collect();
    // A browser that cannot draw this kind of font takes the machine's emoji.
    format!(
        "@font-face{{font-family:\"CMAD Emoji\";src:url(data:font/woff2;base64,{}) format(woff2) tech(color-COLRv1);\
         unicode-range:{},U+FE0F}}\n{}",
        STANDARD.encode(FONT),
        range.join(","),
        include_str!("page.css")
    )
}

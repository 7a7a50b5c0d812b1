//! The fonts of every document. `fonts/README.md` says where each is from.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

/// The fonts, read once.
pub(crate) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 17] = [
        include_bytes!("../fonts/SourceSerifPro-Regular.otf"),
        include_bytes!("../fonts/SourceSerifPro-Semibold.otf"),
        include_bytes!("../fonts/SourceSansPro-Regular.otf"),
        include_bytes!("../fonts/SourceSansPro-Semibold.otf"),
        include_bytes!("../fonts/NotoSans.ttf"),
        include_bytes!("../fonts/NotoSansHebrew.ttf"),
        include_bytes!("../fonts/NotoSansArabic.ttf"),
        include_bytes!("../fonts/NotoSansDevanagari.ttf"),
        include_bytes!("../fonts/NotoSansThai.ttf"),
        include_bytes!("../fonts/NotoSansArmenian.ttf"),
        include_bytes!("../fonts/NotoSansGeorgian.ttf"),
        include_bytes!("../fonts/NotoSansCJKjp-JIS.otf"),
        include_bytes!("../fonts/NotoSansCJKkr-Hangul.otf"),
        include_bytes!("../fonts/DroidSansFallback.ttf"),
        include_bytes!("../fonts/NotoSansSymbols2-Common.ttf"),
        include_bytes!("../fonts/NotoSansMath-Letters.ttf"),
        include_bytes!("../fonts/NotoEmoji.ttf"),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

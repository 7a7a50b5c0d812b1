//! What Typst works with: the fonts, the templates, one file of data, and nothing else of this machine.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;

use crate::digest::RenderError;
use crate::digest::print::data::Data;

/// Which page is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Template {
    /// A4.
    Page,
    /// The picture.
    Card,
}

/// The fonts, read once. `fonts/README.md` says where each is from.
pub(super) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
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

struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    page: Source,
    card: Source,
    data: FileId,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let file = |path: &str| {
        let path = VirtualPath::new(path).expect("the paths of our own files are paths");
        RootedPath::new(VirtualRoot::Project, path).intern()
    };
    // Both templates begin with what they share.
    let template = |path: &str, text: &str| {
        let text = [include_str!("shared.typ"), text].concat();
        Source::new(file(path), text)
    };
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(FONTS.iter())),
        page: template("page.typ", include_str!("page.typ")),
        card: template("card.typ", include_str!("card.typ")),
        data: file("digest.json"),
    }
});

/// Sets a page. What Typst remembers of it stays in memory until [`forget`].
pub(super) fn set(template: Template, data: &Data) -> Result<PagedDocument, RenderError> {
    let (source, name) = match template {
        Template::Page => (&PRESS.page, "page.typ"),
        Template::Card => (&PRESS.card, "card.typ"),
    };
    let json = serde_json::to_vec(data).expect("the data is strings, numbers and lists");
    let world = Desk { source, data: Bytes::new(json) };
    typst::compile::<PagedDocument>(&world).output.map_err(|problems| {
        forget();
        // The messages are not passed on: they can quote words.
        let span = problems.first().and_then(|problem| typst::WorldExt::range(&world, problem.span));
        RenderError::Set { template: name, problems: problems.len(), at: span.map_or(0, |span| span.start) }
    })
}

/// Forgets what was remembered of the pages that were set: nobody's words stay in memory.
pub(super) fn forget() {
    typst::comemo::evict(0);
}

/// One piece of work.
struct Desk<'a> {
    source: &'a Source,
    data: Bytes,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == PRESS.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// No page depends on when it is set.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

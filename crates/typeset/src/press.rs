//! Typst's environment: the fonts, one template and one file of data; nothing else from this machine.

use std::sync::LazyLock;

use serde::Serialize;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;

use crate::Error;
use crate::fonts::FONTS;

/// A Typst template, parsed once. It reads its data with `json("data.json")` and can read nothing else.
#[derive(Debug)]
pub struct Template {
    name: &'static str,
    source: Source,
}

impl Template {
    /// A template from its concatenated parts. Errors contain its name.
    ///
    /// # Panics
    /// The name is not one of a file.
    #[must_use]
    pub fn new(name: &'static str, parts: &[&str]) -> Self {
        Self { name, source: Source::new(file_id(name), parts.concat()) }
    }
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("templates and their data are named as files are");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    data: FileId,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| Press {
    library: LazyHash::new(Library::default()),
    book: LazyHash::new(FontBook::from_fonts(FONTS.iter())),
    data: file_id("data.json"),
});

#[cfg(any(test, feature = "testing"))]
thread_local! {
    /// How many documents this thread has begun to set.
    pub(crate) static SET_HERE: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Sets a document. Typst's caches of it stay in memory until [`forget`].
pub(crate) fn set(template: &Template, data: &impl Serialize) -> Result<PagedDocument, Error> {
    #[cfg(any(test, feature = "testing"))]
    SET_HERE.set(SET_HERE.get() + 1);
    let data = Bytes::new(serde_json::to_vec(data).map_err(|_| Error::Data)?);
    let world = Document { source: &template.source, data };
    typst::compile::<PagedDocument>(&world).output.map_err(|problems| {
        forget();
        // The messages are not passed on: they can quote words of the data.
        let span = problems.first().and_then(|problem| typst::WorldExt::range(&world, problem.span));
        let at = span.map_or(0, |span| span.start);
        Error::Compile { template: template.name, problems: problems.len(), at }
    })
}

/// Clears Typst's caches, so that no words of a document stay in memory.
pub(crate) fn forget() {
    typst::comemo::evict(0);
}

/// Typst's `World` for one document.
struct Document<'a> {
    source: &'a Source,
    data: Bytes,
}

impl World for Document<'_> {
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

    /// No document depends on when it is set.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

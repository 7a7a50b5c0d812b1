//! Which file uses which: the rules about modules, and that no files use each other in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::assert_none;
use super::source::Source;

/// Which other modules of `src/` each module may import. What a package of `crates/` may import, Cargo checks.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    (
        "cli",
        &[
            "app",
            "config",
            "digest",
            "discord",
            "mail",
            "net",
            "observe",
            "ports",
            "private_files",
            "rehearse",
            "runtime",
            "store",
            "text",
        ],
    ),
    ("rehearse", &["app", "config", "discord", "mail", "net", "ports", "private_files", "runtime", "store", "text"]),
    ("runtime", &["app", "config", "discord", "mail", "net", "observe", "ports", "store", "web"]),
    ("web", &["app", "observe", "page", "text"]),
    ("discord", &["app", "digest", "net", "observe", "ports", "text"]),
    ("mail", &["config", "digest", "net", "ports", "private_files", "text"]),
    ("app", &["config", "digest", "observe", "ports", "store", "text"]),
    ("digest", &["page", "text"]),
    ("store", &["net", "ports", "private_files"]),
    ("observe", &["config"]),
    ("page", &["text"]),
    ("net", &["config"]),
    ("ports", &[]),
    ("private_files", &[]),
    ("config", &[]),
    ("text", &[]),
];

/// A path in the code, such as `crate::store::Store` or `super::shared::first`.
struct Path {
    at: usize,
    segments: Vec<String>,
    what: What,
}

/// How the code uses a path.
enum What {
    /// Imported by `use`, under a name; `*` for everything in it.
    Import { name: String, is_public: bool },
    /// Written out where it is used.
    Inline,
}

#[test]
fn modules_import_only_what_they_may() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_IMPORT.iter().copied().collect();
    let sources = Source::below("src");
    let packages = [Package::new("src", &sources)];
    let mut wrong = Vec::new();
    let mut used: BTreeSet<(&str, String)> = BTreeSet::new();
    for source in sources.iter().filter(|source| source.path != "src/lib.rs") {
        let own = source.module().first().copied().unwrap_or("main");
        let Some(may) = allowed.get(own) else {
            wrong.push(format!("{}: {own} has no row in MAY_IMPORT", source.path));
            continue;
        };
        for path in paths(source) {
            let Some(module) = packages[0].absolute(source, &path).and_then(|absolute| absolute.first().cloned())
            else {
                continue;
            };
            if module != own && !may.contains(&module.as_str()) {
                wrong.push(format!("{}: {own} must not import {module}", source.place(path.at)));
            }
            used.insert((own, module));
        }
    }
    for (own, may) in MAY_IMPORT {
        let unused = may.iter().filter(|module| !used.contains(&(own, (**module).to_owned())));
        wrong.extend(unused.map(|module| format!("MAY_IMPORT: {own} may import {module} and does not")));
    }
    assert_none("imports that the rules of ARCHITECTURE.md forbid", wrong);
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let sources = Source::of_the_program();
    let mut wrong = Vec::new();
    for uses in packages(&sources).iter().map(Package::uses) {
        for circle in circles(&uses) {
            let steps = circle.iter().map(|(file, line)| format!("{file}:{line}"));
            wrong.push(steps.collect::<Vec<_>>().join(" -> "));
        }
    }
    assert_none("files that use each other in a circle", wrong);
}

fn packages(sources: &[Source]) -> Vec<Package<'_>> {
    let roots: BTreeSet<&str> = sources
        .iter()
        .filter_map(|source| source.path.strip_suffix("/lib.rs"))
        .filter(|root| root.ends_with("src"))
        .collect();
    assert!(roots.len() > 2, "the packages are found: {roots:?}");
    roots.into_iter().map(|root| Package::new(root, sources)).collect()
}

/// The files of one package, each by the module that it is.
struct Package<'a> {
    files: BTreeMap<Vec<&'a str>, &'a Source>,
    /// What each file imports, by the name under which the file has it.
    names: BTreeMap<&'a str, BTreeMap<String, Vec<String>>>,
}

/// Which files each file uses, and in which line it does so first.
type Uses<'a> = BTreeMap<&'a str, BTreeMap<&'a str, usize>>;

impl<'a> Package<'a> {
    fn new(root: &str, sources: &'a [Source]) -> Self {
        let inside = |source: &&Source| {
            let rest = source.path.strip_prefix(root).and_then(|rest| rest.strip_prefix('/'));
            rest.is_some_and(|rest| rest != "main.rs")
        };
        let files: BTreeMap<_, _> = sources.iter().filter(inside).map(|source| (source.module(), source)).collect();
        let mut package = Self { files, names: BTreeMap::new() };
        for source in package.files.values() {
            let names = paths(source).into_iter().filter_map(|path| {
                let absolute = package.absolute(source, &path)?;
                let What::Import { name, .. } = path.what else { return None };
                Some((name, absolute))
            });
            let names = names.collect();
            package.names.insert(&source.path, names);
        }
        package
    }

    /// The path from the package's root; `None` for one that begins with no module of ours.
    fn absolute(&self, source: &Source, path: &Path) -> Option<Vec<String>> {
        let own: Vec<String> = source.module().into_iter().map(str::to_owned).collect();
        let is_child = |name: &str| {
            let child: Vec<&str> = source.module().into_iter().chain([name]).collect();
            source.path != "src/main.rs" && self.files.contains_key(&child)
        };
        let (mut module, rest) = match path.segments[0].as_str() {
            "crate" => (Vec::new(), &path.segments[1..]),
            // The binary is a package of its own and calls ours by its name.
            "cmad" if source.path == "src/main.rs" => (Vec::new(), &path.segments[1..]),
            "self" => (own, &path.segments[1..]),
            "super" => {
                let up = path.segments.iter().take_while(|segment| *segment == "super").count();
                (own[..own.len() - up].to_vec(), &path.segments[up..])
            }
            name if is_child(name) => (own, &path.segments[..]),
            name => {
                let imported = self.names.get(source.path.as_str())?.get(name)?;
                (imported.clone(), &path.segments[1..])
            }
        };
        module.extend_from_slice(rest);
        Some(module)
    }

    /// The file that an absolute path leads to, through the files that import it under a name of their own; and
    /// whether the path names the file's module as a whole.
    fn file(&self, path: &[String], steps: usize) -> (&'a Source, bool) {
        let mut module: Vec<&str> = Vec::new();
        let mut file = self.files[&module];
        for (at, segment) in path.iter().enumerate() {
            module.push(segment);
            if let Some(inner) = self.files.get(&module) {
                file = inner;
                continue;
            }
            let names = self.names.get(file.path.as_str());
            return match names.and_then(|names| names.get(segment)) {
                Some(imported) if steps > 0 => self.file(&[imported, &path[at + 1..]].concat(), steps - 1),
                _ => (file, false),
            };
        }
        (file, true)
    }

    /// Which files each file uses. What a file uses of the modules around it does not count: the files of a folder may
    /// share the work on one type.
    fn uses(&self) -> Uses<'a> {
        let mut uses: Uses<'a> = BTreeMap::new();
        for source in self.files.values() {
            let of_file = uses.entry(&source.path).or_default();
            for path in paths(source) {
                let Some(absolute) = self.absolute(source, &path) else { continue };
                let (file, is_module) = self.file(&absolute, 9);
                let is_used = match &path.what {
                    // What is only passed on is used by those who import it from here.
                    What::Import { name, is_public: true } => source.mentions(name).count() > 1,
                    // A module is used where a path goes through it.
                    What::Import { name, .. } => !is_module || name == "*",
                    What::Inline => true,
                };
                if is_used && !source.module().starts_with(&file.module()) {
                    of_file.entry(&file.path).or_insert_with(|| source.line(path.at));
                }
            }
        }
        uses
    }
}

/// A shortest circle through each file that is in one, each circle once: its files, with the line of the use.
fn circles<'a>(uses: &Uses<'a>) -> Vec<Vec<(&'a str, usize)>> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for start in uses.keys() {
        // Breadth first from the file until it is reached again.
        let mut from: BTreeMap<&str, &str> = BTreeMap::new();
        let mut next = vec![*start];
        while !next.is_empty() && !from.contains_key(start) {
            let mut after = Vec::new();
            for file in next {
                for used in uses[file].keys() {
                    if !from.contains_key(used) {
                        from.insert(used, file);
                        after.push(*used);
                    }
                }
            }
            next = after;
        }
        let Some(mut file) = from.get(start).copied() else { continue };
        let mut circle = vec![(file, uses[file][start])];
        while file != *start {
            let before = from[file];
            circle.push((before, uses[before][file]));
            file = before;
        }
        circle.reverse();
        if seen.insert(circle.iter().map(|(file, _)| *file).collect::<BTreeSet<_>>()) {
            found.push(circle);
        }
    }
    found
}

/// Every path in the code that may lead into ours: what `use` imports, and what is written out.
fn paths(source: &Source) -> Vec<Path> {
    let code = source.code.as_str();
    let mut found = Vec::new();
    let mut imports: Vec<(usize, usize)> = Vec::new();
    for at in source.mentions("use ") {
        let end = code[at..].find(';').map_or(code.len(), |length| at + length);
        let before = code[..at].trim_end();
        let is_public = before.ends_with("pub") || before.ends_with(')') && before.rfind("pub(").is_some();
        let mut names = Vec::new();
        tree(&code[at + "use ".len()..end], &[], &mut names);
        for (segments, name) in names {
            found.push(Path { at, segments, what: What::Import { name, is_public } });
        }
        imports.push((at, end));
    }
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut at = 0;
    while let Some(length) = code[at..].find(is_word) {
        at += length;
        if let Some((_, end)) = imports.iter().find(|(from, to)| (*from..*to).contains(&at)) {
            at = *end;
            continue;
        }
        let begin = at;
        let mut segments = Vec::new();
        loop {
            let end = code[at..].find(|c| !is_word(c)).map_or(code.len(), |length| at + length);
            segments.push(code[at..end].to_owned());
            at = end;
            let Some(rest) = code[at..].strip_prefix("::").filter(|rest| rest.starts_with(is_word)) else { break };
            at = code.len() - rest.len();
        }
        let goes_on = code[..begin].ends_with("::") || code[..begin].ends_with('.') || code[..begin].ends_with('\'');
        if segments.len() > 1 && !goes_on {
            found.push(Path { at: begin, segments, what: What::Inline });
        }
    }
    found
}

/// What the tree of a `use` names, each with the name that it gets.
fn tree(text: &str, before: &[String], found: &mut Vec<(Vec<String>, String)>) {
    let text = text.trim();
    if let Some(inner) = text.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')) {
        let mut depth = 0;
        let parts = inner.split(|letter| {
            depth += i32::from(letter == '{') - i32::from(letter == '}');
            letter == ',' && depth == 0
        });
        return parts.filter(|part| !part.trim().is_empty()).for_each(|part| tree(part, before, found));
    }
    if let Some((first, rest)) = text.split_once("::") {
        return tree(rest, &[before, &[first.trim().to_owned()]].concat(), found);
    }
    let (last, name) = text.split_once(" as ").unwrap_or((text, text));
    let mut path = before.to_vec();
    if last.trim() != "self" && last != "*" {
        path.push(last.trim().to_owned());
    }
    let name = if name == "self" { path.last().cloned().unwrap_or_default() } else { name.trim().to_owned() };
    found.push((path, name));
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let check = |path: &str, code: &str, expected: &[&str]| {
        let sources = vec![
            source("src/lib.rs", ""),
            source("src/app/mod.rs", "pub use desk::{Desk, Quote as Cited};"),
            source("src/app/desk.rs", ""),
            source("src/store/mod.rs", ""),
            source("src/store/sealing.rs", ""),
            source("src/store/rows/mod.rs", ""),
        ];
        let mut sources: Vec<Source> = sources.into_iter().filter(|source| source.path != path).collect();
        sources.push(source(path, code));
        let uses = Package::new("src", &sources).uses();
        assert_eq!(uses[path].keys().copied().collect::<Vec<_>>(), expected, "{code}");
    };
    check(
        "src/web.rs",
        "use crate::store::{sealing::{self, Codec}, ms};",
        &["src/store/mod.rs", "src/store/sealing.rs"],
    );
    check("src/web.rs", "use crate::store; fn f() { store::sealing::open() }", &["src/store/sealing.rs"]);
    check("src/web.rs", "fn f() -> crate::store::Store<'a> { x.store::<u8>() }", &["src/store/mod.rs"]);
    check("src/web.rs", "use crate::app::{App, Cited as _};", &["src/app/desk.rs", "src/app/mod.rs"]);
    check(
        "src/store/rows/mod.rs",
        "use super::sealing::Codec; super::super::app::App",
        &["src/app/mod.rs", "src/store/sealing.rs"],
    );
    check("src/store/mod.rs", "mod sealing; mod rows; pub use sealing::Codec;", &[]);
    check("src/store/mod.rs", "pub use sealing::Codec; fn f(with: &Codec) {}", &["src/store/sealing.rs"]);
    check("src/store/mod.rs", "fn f() { sealing::open() }", &["src/store/sealing.rs"]);
    check("src/web.rs", "use my_crate::x; use std::store::Store; other::crate_store()", &[]);
}

#[test]
fn a_circle_is_found_whatever_its_length() {
    let circles_of = |files: &[(&str, &str)]| -> Vec<String> {
        let sources: Vec<Source> = files.iter().map(|(path, code)| source(path, code)).collect();
        let uses = Package::new("src", &sources).uses();
        let circles = circles(&uses).into_iter();
        circles.map(|circle| circle.iter().map(|(file, _)| *file).collect::<Vec<_>>().join(" ")).collect()
    };
    let root = ("src/lib.rs", "pub mod a; pub mod b; pub mod c;");
    let (a, b) = (("src/a.rs", "use crate::b::B;"), ("src/b.rs", "\nuse crate::c::C;"));
    assert_eq!(circles_of(&[root, a, b, ("src/c.rs", "")]), [""; 0]);
    assert_eq!(circles_of(&[root, a, b, ("src/c.rs", "fn c() { crate::a::a() }")]), ["src/a.rs src/b.rs src/c.rs"]);
    assert_eq!(circles_of(&[root, a, ("src/b.rs", "use crate::a::A;")]), ["src/a.rs src/b.rs"]);
}

fn source(path: &str, code: &str) -> Source {
    Source { path: path.to_owned(), text: code.to_owned(), code: code.to_owned(), literals: Vec::new() }
}

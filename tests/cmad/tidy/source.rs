//! Our own Rust files, parsed just far enough to check rules.

use std::fs;
use std::path::Path;

/// One file.
pub struct Source {
    /// Its path from the project's folder, such as `src/store/mod.rs`.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The text with comments, the insides of literals and everything behind `#[cfg(test)]` blanked. Offsets are those of
    /// the text.
    pub code: String,
    /// Its string literals outside tests.
    pub literals: Vec<Literal>,
}

/// A string literal as written, with its escapes.
pub struct Literal {
    /// Where it begins.
    pub at: usize,
    pub text: String,
}

impl Source {
    /// Every file below `folder`, in order of path; those that are only compiled for tests have no code and no
    /// literals.
    pub fn below(folder: &str) -> Vec<Self> {
        let mut paths = Vec::new();
        collect(Path::new(env!("CARGO_MANIFEST_DIR")), folder, &mut paths);
        paths.sort();
        let mut sources: Vec<Self> = paths.into_iter().map(Self::read).collect();
        assert!(!sources.is_empty(), "{folder} holds Rust files");
        let for_tests: Vec<String> = sources.iter().flat_map(Self::modules_for_tests).collect();
        for source in &mut sources {
            let is_for_tests = |module: &String| {
                let rest = source.path.strip_prefix(module.as_str());
                rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
            };
            if for_tests.iter().any(is_for_tests) {
                source.code = blank(&source.code, 0, source.code.len());
                source.literals.clear();
            } else {
                source.leave_out_tests();
            }
        }
        sources
    }

    /// Every file of the program and of the packages it is made of.
    pub fn of_the_program() -> Vec<Self> {
        let all = ["src", "crates"].into_iter().flat_map(Self::below);
        all.filter(|source| !source.path.contains("/examples/")).collect()
    }

    fn read(path: String) -> Self {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap();
        let (code, literals) = lex(&text);
        Self { path, text, code, literals }
    }

    /// The line of an offset, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// The file and the line of an offset, to click on.
    pub fn place(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.line(at))
    }

    /// The module that the file is, such as `["store", "sealing"]`; nothing for `lib.rs` and `main.rs`.
    pub fn module(&self) -> Vec<&str> {
        let (_, inside) = self.path.split_once("src/").expect("the sources of a package stand in its src/");
        let inside = inside.trim_end_matches(".rs").trim_end_matches("/mod");
        inside.split('/').filter(|part| !matches!(*part, "lib" | "main")).collect()
    }

    /// Every use of an identifier that begins with `word` in the code, by its offset.
    pub fn mentions<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let begins = |at: usize| !self.code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
        self.code.match_indices(word).map(|(at, _)| at).filter(move |at| begins(*at))
    }

    /// The items that only tests have, from the attribute to their end.
    fn items_for_tests(&self) -> Vec<(usize, usize)> {
        let attributes = ["#[cfg(test)]", "#[cfg(any(test, feature = \"testing\"))]"];
        let end_of = |from: usize| {
            let mut depth = 0_usize;
            for (at, letter) in self.code[from..].char_indices() {
                match letter {
                    '{' => depth += 1,
                    '}' if depth == 1 => return from + at + 1,
                    '}' => depth -= 1,
                    ';' if depth == 0 => return from + at + 1,
                    _ => {}
                }
            }
            self.code.len()
        };
        let found = attributes.iter().flat_map(|attribute| {
            // (The insides of literals are blanked in `code`.)
            let starts = self.text.match_indices(attribute).filter(|(at, _)| self.code[*at..].starts_with("#[cfg("));
            starts.map(|(from, _)| (from, end_of(from + attribute.len())))
        });
        found.collect()
    }

    /// The modules in other files that only tests have, as paths without `.rs`.
    fn modules_for_tests(&self) -> Vec<String> {
        let (folder, file) = self.path.rsplit_once('/').unwrap();
        let folder = match file.trim_end_matches(".rs") {
            "mod" | "lib" | "main" => folder.to_owned(),
            name => format!("{folder}/{name}"),
        };
        let name = |(from, to): (usize, usize)| {
            let item = self.code[from..to].strip_suffix(';')?;
            let (_, name) = item.rsplit_once("mod ")?;
            Some(format!("{folder}/{}", name.trim()))
        };
        self.items_for_tests().into_iter().filter_map(name).collect()
    }

    fn leave_out_tests(&mut self) {
        for (from, to) in self.items_for_tests() {
            self.code = blank(&self.code, from, to);
            self.literals.retain(|literal| !(from..to).contains(&literal.at));
        }
    }
}

fn collect(root: &Path, folder: &str, paths: &mut Vec<String>) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            collect(root, &path, paths);
        } else if path.ends_with(".rs") {
            paths.push(path);
        }
    }
}

/// The text with everything from `from` to `to` replaced by as many spaces, but for the line breaks.
fn blank(text: &str, from: usize, to: usize) -> String {
    let spaces: String = text[from..to].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    format!("{}{spaces}{}", &text[..from], &text[to..])
}

/// Separates code from comments and literals.
fn lex(text: &str) -> (String, Vec<Literal>) {
    let (mut code, mut literals) = (String::with_capacity(text.len()), Vec::new());
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let letter = rest.chars().next().unwrap();
        let after_word = text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
        // How many bytes are blanked, and how many of them are the quotes of a literal.
        let (length, fence) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), None)
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |end| end + 2), None)
        } else if letter == '"' {
            let length = string(rest);
            (length, Some((1, 1)))
        } else if let Some(hashes) = raw(rest).filter(|_| !after_word) {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = hashes + 2;
            (open + rest[open..].find(&close).unwrap() + close.len(), Some((open, close.len())))
        } else if letter == '\'' {
            (character(rest), None)
        } else {
            (0, None)
        };
        if length == 0 {
            code.push(letter);
            at += letter.len_utf8();
            continue;
        }
        if let Some((open, close)) = fence {
            literals.push(Literal { at, text: rest[open..length - close].to_owned() });
        }
        code.push_str(&blank(rest, 0, length)[..length]);
        at += length;
    }
    assert_eq!(code.len(), text.len(), "offsets do not change");
    (code, literals)
}

/// The length of the string literal that `rest` begins with.
fn string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// How many hashes the raw string has that `rest` begins with.
fn raw(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = inside.len() - inside.trim_start_matches('#').len();
    (rest.starts_with('r') && inside[hashes..].starts_with('"')).then_some(hashes)
}

/// The length of the character that `rest` begins with; 0 for a lifetime.
fn character(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(0, |end| end + 4),
        Some(_) => letters.next().filter(|(_, letter)| *letter == '\'').map_or(0, |(at, _)| at + 1),
        None => 0,
    }
}

#[test]
fn comments_and_literals_are_blanked() {
    let text = r###"let a = "x // \" y"; // "no"
let b: &'static str = r#"raw "q""#; let c = ['"', '\'', 'é']; /* "no" */ let d = "é";"###;
    let (code, literals) = lex(text);
    let texts: Vec<&str> = literals.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(texts, [r#"x // \" y"#, r#"raw "q""#, "é"]);
    let words: Vec<&str> = code.split_whitespace().collect();
    assert_eq!(words.join(" "), "let a = ; let b: &'static str = ; let c = [ , , ]; let d = ;");
}

//! Every link in the documents has a target: the file, and the heading in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let markdown = |folder: &Path| {
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|path| path.extension().is_some_and(|ext| ext == "md")).collect::<Vec<_>>()
    };
    [markdown(root), markdown(&root.join("docs"))].concat()
}

/// The lines of a document outside of code blocks.
fn prose(text: &str) -> Vec<&str> {
    let mut is_code = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            lines.push(line);
        }
    }
    lines
}

/// GitHub's anchors: lower case, `-` for spaces, no punctuation, and a number where a heading appears again.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for heading in prose(text).into_iter().filter(|line| line.starts_with('#')) {
        let title = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let name: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
        let namesakes = (1..).map(|number| format!("{name}-{number}"));
        let free = std::iter::once(name.clone()).chain(namesakes).find(|name| !anchors.contains(name)).unwrap();
        anchors.insert(free);
    }
    anchors
}

fn targets(text: &str) -> Vec<String> {
    let parts = prose(text).join("\n");
    let found = parts.split("](").skip(1).filter_map(|part| part.split_once(')')).map(|(target, _)| target.to_owned());
    // Above the repository are GitHub's own pages of it, such as `../../releases`.
    let elsewhere = ["mailto:", "../../"];
    found.filter(|target| !target.contains("://") && !elsewhere.iter().any(|there| target.starts_with(there))).collect()
}

#[test]
fn every_link_has_a_target() {
    let mut checked = 0;
    let mut dead = Vec::new();
    for document in documents() {
        let text = fs::read_to_string(&document).unwrap();
        for target in targets(&text) {
            checked += 1;
            let (file, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let path = if file.is_empty() { document.clone() } else { document.parent().unwrap().join(file) };
            let is_there =
                path.exists() && (anchor.is_empty() || anchors(&fs::read_to_string(&path).unwrap()).contains(anchor));
            if !is_there {
                dead.push(format!("{}: {target}", document.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(checked > 30, "the links are found: {checked}");
    assert!(dead.is_empty(), "links without a target: {dead:#?}");
}

#[test]
fn anchors_are_those_of_github() {
    let document = "# A title, with `code`\n```\n# no heading\n```\n## Found while away\n## Found while away\n";
    let wanted = ["a-title-with-code", "found-while-away", "found-while-away-1"];
    assert_eq!(anchors(document).into_iter().collect::<Vec<_>>(), wanted);
}

//! What shells and the manual's readers get of the command line: scripts that real shells run, pages without a warning.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::program::{cmad, said};

/// A program that reads what was written, in a folder that holds it. `None` if it is not installed, which is printed; with
/// CMAD_TEST_SHELLS set, as in CI, that fails instead, but for what Debian has no package of.
pub fn read_by(folder: &Path, program: &str, arguments: &[&str]) -> Option<Output> {
    let mut command = Command::new(program);
    // No one's own settings, and UTF-8.
    command.args(arguments).current_dir(folder).env("HOME", folder).env("LC_ALL", "C.UTF-8");
    match command.output() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let is_required = std::env::var_os("CMAD_TEST_SHELLS").is_some() && program != "pwsh";
            assert!(!is_required, "CMAD_TEST_SHELLS is set, and {program} is not installed");
            // Not `eprintln!`, which the test harness captures: the reader must see that this was not tested.
            let says = format!("NOT TESTED with {program}: it is not installed\n");
            std::io::stderr().write_all(says.as_bytes()).unwrap();
            None
        }
        output => Some(output.unwrap()),
    }
}

fn output_of(folder: &Path, arguments: &[&str]) -> String {
    let output = cmad(folder, &[], arguments).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// The verbs that the help lists.
pub fn verbs(folder: &Path) -> BTreeSet<String> {
    let help = output_of(folder, &["--help"]);
    let list = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let names = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

/// What makes elvish's completers work without a terminal.
const ELVISH_EDITOR: &str =
    "var completion: = (ns [&arg-completer=[&]])\nfn complex-candidate {|stem &display=''| put $stem }\n";

/// A shell as `cmad completions` calls it, its program, and what prints the words that it offers after `cmad key r` or,
/// where it filters them only at the terminal, after `cmad key`.
const SHELLS: [(&str, &str, &[&str]); 5] = [
    (
        "bash",
        "bash",
        &[
            "-uc",
            ". ./script; COMP_WORDS=(cmad key r); COMP_CWORD=2; _cmad cmad r key; printf '%s\\n' \"${COMPREPLY[@]}\"",
        ],
    ),
    (
        "zsh",
        "zsh",
        // What would draw the words at the terminal prints them.
        &[
            "-fc",
            "autoload -Uz compinit; compinit -D; . ./script; [ $_comps[cmad] = _cmad ] || exit 3
            _describe() { print -rl -- ${commands%%:*} }; _cmad__subcmd__key_commands",
        ],
    ),
    (
        "fish",
        "fish",
        &["--no-config", "-c", "source ./script; complete -C 'cmad key r' | string replace -r '\\t.*' ''"],
    ),
    ("elvish", "elvish", &["-norc", "run.elv"]),
    (
        "powershell",
        "pwsh",
        &["-NoProfile", "-Command", ". ./script.ps1; (TabExpansion2 'cmad key r' 10).CompletionMatches.CompletionText"],
    ),
];

#[test]
fn every_shell_completes_with_the_script_that_it_gets() {
    let folder = TempDir::new().unwrap();
    for (shell, program, arguments) in SHELLS {
        let script = output_of(folder.path(), &["completions", shell]);
        for verb in verbs(folder.path()) {
            assert!(script.contains(&verb), "{shell}: {verb}");
        }
        std::fs::write(folder.path().join("script"), &script).unwrap();
        std::fs::write(folder.path().join("script.ps1"), &script).unwrap();
        std::fs::write(folder.path().join("edit.elv"), ELVISH_EDITOR).unwrap();
        let run = format!("use ./edit\n{script}\n$edit:completion:arg-completer[cmad] cmad key r | each $echo~");
        std::fs::write(folder.path().join("run.elv"), run).unwrap();
        let Some(output) = read_by(folder.path(), program, arguments) else { continue };
        let offered = String::from_utf8_lossy(&output.stdout);
        let offered: BTreeSet<&str> = offered.lines().map(str::trim).collect();
        let is_right = output.status.success() && output.stderr.is_empty();
        assert!(is_right && offered.contains("rotate") && !offered.contains("rehearse"), "{shell}: {}", said(&output));
    }
    let output = cmad(folder.path(), &[], &["completions", "csh"]).output().unwrap();
    assert!(output.status.code() == Some(2) && said(&output).contains("bash, elvish, fish"), "{}", said(&output));
}

#[test]
fn every_verb_has_a_page_that_is_set_without_a_warning() {
    let folder = TempDir::new().unwrap();
    let says = output_of(folder.path(), &["man", "new/man1"]);
    let pages: Vec<_> = std::fs::read_dir(folder.path().join("new/man1")).unwrap().map(|page| page.unwrap()).collect();
    assert!(says.starts_with(&format!("{} pages are in new/man1.", pages.len())), "{says}");
    let names: BTreeSet<String> = pages.iter().map(|page| page.file_name().into_string().unwrap()).collect();
    let mut missing = verbs(folder.path());
    missing.remove("help");
    missing.retain(|verb| !names.contains(&format!("cmad-{verb}.1")));
    assert!(missing.is_empty() && names.contains("cmad.1") && names.contains("cmad-key-rotate.1"), "{names:?}");
    for page in pages {
        let file = page.path();
        let file = file.to_str().unwrap();
        if let Some(output) = read_by(folder.path(), "man", &["--warnings=w", "-l", file]) {
            let text = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success() && output.stderr.is_empty(), "{file}: {}", said(&output));
            assert!(text.contains("SYNOPSIS") && text.contains("EXIT STATUS"), "{file}: {text}");
        }
        if let Some(output) = read_by(folder.path(), "mandoc", &["-T", "lint", "-W", "warning", file]) {
            // The library puts a line break beside an empty line, which changes nothing.
            let said = said(&output);
            let found: Vec<&str> =
                said.lines().filter(|line| !line.contains("skipping paragraph macro: br ")).collect();
            assert!(found.is_empty(), "{found:#?}");
        }
    }
    // The same program and day: the same pages, so that a package can be built again.
    let dated = |into: &str| {
        let output = cmad(folder.path(), &[("SOURCE_DATE_EPOCH", "1801000000")], &["man", into]).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        std::fs::read_to_string(folder.path().join(into).join("cmad.1")).unwrap()
    };
    assert!(dated("a").contains("2027-01-26"), "{}", dated("a"));
    assert_eq!(dated("a"), dated("b"));
    std::fs::write(folder.path().join("file"), "").unwrap();
    let output = cmad(folder.path(), &[], &["man", "file"]).output().unwrap();
    assert!(output.status.code() == Some(1) && said(&output).contains("file cannot be made"), "{}", said(&output));
}

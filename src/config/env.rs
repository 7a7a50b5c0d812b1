//! The environment's variables, and values as people paste them.
//!
//! A value comes out of a web page, an editor, a shell or a file that a container reads: with quotes, a byte order mark,
//! line breaks or its own name around it. What was meant is understood here, in one place; what is not clear is refused
//! by the name of its variable.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret as _, SecretString};

/// Quotes that shells, files of variables and word processors put around a value.
const QUOTES: [(char, char); 6] = [('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('„', '“'), ('‘', '’')];

/// The environment's variables, as they were when the program started.
#[derive(Clone, Default)]
pub struct Env(HashMap<String, String>);

/// What is wrong with a variable. What was given is not repeated: it may be a secret.
#[derive(Debug, thiserror::Error)]
pub enum EnvError {
    /// A file named by a `…_FILE` variable cannot be read.
    #[error("{variable} names {}, which cannot be read: {error}", path.display())]
    SecretFile {
        /// The variable.
        variable: String,
        /// The file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A file named by a `…_FILE` variable is empty.
    #[error("{variable} names {}, which is empty", path.display())]
    EmptyFile {
        /// The variable.
        variable: String,
        /// The file.
        path: PathBuf,
    },
    /// A file of variables cannot be read.
    #[error("{} cannot be read: {error}", file.display())]
    Settings {
        /// The file.
        file: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A line of it is none.
    #[error("{}, line {line}: it must be NAME=value, or begin with #", file.display())]
    Line {
        /// The file.
        file: PathBuf,
        /// Which.
        line: usize,
    },
    /// Both a variable and its `…_FILE` are set.
    #[error("set {0} or {0}_FILE, not both")]
    SecretTwice(String),
    /// It is no token, whatever Discord would say.
    #[error(
        "DISCORD_TOKEN holds a space, a line break, a quote or another character that no token has: copy it again in the \
         developer portal (Bot, Reset Token), and nothing else with it"
    )]
    Token,
}

impl Env {
    /// The process's own environment.
    #[must_use]
    pub fn of_process() -> Self {
        // A value that is not UTF-8 is kept as far as it is, so that it is refused by its name and not taken for unset.
        let text = |value: std::ffi::OsString| value.to_string_lossy().into_owned();
        Self(std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, text(value)))).collect())
    }

    /// An environment made up for a test or a rehearsal.
    #[must_use]
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// A variable that is set and not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|value| as_pasted(name, value)).filter(|value| !value.is_empty())
    }

    /// The variables that set what stands in the settings file: `CMAD_SECTION__NAME`. Other names, such as `CMAD_KEY`,
    /// have no section.
    pub(super) fn settings(&self) -> HashMap<String, String> {
        let own = self.0.iter().filter(|(name, _)| name.starts_with("CMAD_") && name.contains("__"));
        own.map(|(name, value)| (name.clone(), as_pasted(name, value).to_owned())).collect()
    }

    /// The same environment, with a variable that may contain a secret (`DATABASE_URL`, with its password) read from
    /// the file that `NAME_FILE` names.
    ///
    /// # Errors
    /// As for [`Env::secret`].
    pub fn with_file(mut self, name: &str) -> Result<Self, EnvError> {
        if let Some(value) = self.secret(name)? {
            self.0.insert(name.to_owned(), value.expose_secret().to_owned());
            self.0.remove(&format!("{name}_FILE"));
        }
        Ok(self)
    }

    /// The same environment with a variable set.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same environment, with the variables of a file that it does not set itself, neither `NAME` nor `NAME_FILE`; as it
    /// is if there is no such file. A line of the file is `NAME=value`; one that begins with `#` is a comment.
    ///
    /// # Errors
    /// The file cannot be read, or a line of it.
    pub fn filled_from(mut self, file: &Path) -> Result<Self, EnvError> {
        let text = match std::fs::read(file).and_then(decoded) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(self),
            Err(error) => return Err(EnvError::Settings { file: file.to_owned(), error }),
        };
        let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let bare = |name: &str| name.strip_suffix("_FILE").unwrap_or(name).to_owned();
        let own: HashSet<String> =
            self.0.keys().filter(|name| self.get(name).is_some()).map(|name| bare(name)).collect();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let given = line.strip_prefix("export ").unwrap_or(line).split_once('=');
            let Some((name, value)) = given.filter(|(name, _)| is_name(name.trim())) else {
                return Err(EnvError::Line { file: file.to_owned(), line: number + 1 });
            };
            if !own.contains(&bare(name.trim())) {
                self.0.insert(name.trim().to_owned(), value.to_owned());
            }
        }
        Ok(self)
    }

    /// The same environment with another value of a variable that is set.
    #[must_use]
    pub fn changing(mut self, name: &str, change: impl FnOnce(&str) -> String) -> Self {
        if let Some(changed) = self.get(name).map(change) {
            self.0.insert(name.to_owned(), changed);
        }
        self
    }

    /// A secret: the variable itself, or the content of the file that `NAME_FILE` names.
    ///
    /// # Errors
    /// The file cannot be read or is empty, or both are set.
    pub fn secret(&self, name: &str) -> Result<Option<SecretString>, EnvError> {
        let variable = format!("{name}_FILE");
        let path = match (self.get(name), self.get(&variable)) {
            (Some(_), Some(_)) => return Err(EnvError::SecretTwice(name.to_owned())),
            (Some(value), None) => return Ok(Some(value.to_owned().into())),
            (None, None) => return Ok(None),
            (None, Some(path)) => PathBuf::from(path),
        };
        let text = match std::fs::read(&path).and_then(decoded) {
            Ok(text) => text,
            Err(error) => return Err(EnvError::SecretFile { variable, path, error }),
        };
        match as_pasted(name, &text) {
            "" => Err(EnvError::EmptyFile { variable, path }),
            value => Ok(Some(value.to_owned().into())),
        }
    }

    /// The bot's token, `DISCORD_TOKEN`: also with the `Bot ` of the header before it.
    ///
    /// # Errors
    /// As for [`Env::secret`], or it cannot be a token.
    pub fn token(&self) -> Result<Option<SecretString>, EnvError> {
        let Some(given) = self.secret("DISCORD_TOKEN")? else { return Ok(None) };
        let given = given.expose_secret();
        let after_word = given.split_once(char::is_whitespace).filter(|(word, _)| word.eq_ignore_ascii_case("bot"));
        let token = after_word.map_or(given, |(_, token)| bare(token));
        let fits = |c: char| c.is_ascii_graphic() && !QUOTES.iter().any(|(open, _)| *open == c);
        if token.chars().all(fits) { Ok(Some(token.to_owned().into())) } else { Err(EnvError::Token) }
    }
}

/// The text of a file: UTF-8, or UTF-16 with its mark, which PowerShell and Notepad write.
fn decoded(bytes: Vec<u8>) -> std::io::Result<String> {
    let invalid = || std::io::Error::new(std::io::ErrorKind::InvalidData, "it is not text in UTF-8");
    let read = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    };
    read.ok_or_else(invalid)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    rest.is_empty().then(|| char::decode_utf16(units).collect::<Result<_, _>>().ok())?
}

/// The value of a variable as it was meant: without blanks, line breaks, marks and quotes around it, and without its own
/// name before it, as in a line of a file of variables.
#[must_use]
pub fn as_pasted<'a>(name: &str, text: &'a str) -> &'a str {
    let text = bare(text);
    let line = text.strip_prefix("export ").unwrap_or(text).trim_start();
    let value = line.strip_prefix(name).and_then(|rest| rest.trim_start().strip_prefix('='));
    value.map_or(text, bare)
}

/// Without what stands around a value and belongs to no value.
fn bare(text: &str) -> &str {
    let is_around =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}');
    let text = text.trim_matches(is_around);
    let inner = QUOTES.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    inner.map_or(text, bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value as it arrives, around the value that is meant.
    fn around(name: &str, value: &str) -> Vec<String> {
        vec![
            value.to_owned(),
            format!("  {value}\t"),
            format!("{value}\n"),
            format!("\r\n{value}\r\n\r\n"),
            format!("\"{value}\""),
            format!("'{value}' "),
            format!("“{value}”"),
            format!("\u{FEFF}{value}\r\n"),
            format!("\u{FEFF}\"{value}\"\r\n"),
            format!("{value}\u{200B}\u{A0}"),
            format!("{name}={value}\n"),
            format!("export {name} = \"{value}\"\n"),
        ]
    }

    #[test]
    fn a_value_is_understood_with_what_stands_around_it() {
        for (name, value) in [
            ("DISCORD_TOKEN", "MTA.GxY.z-_9"),
            ("DATABASE_URL", "postgres://u:p%20'w@h/d?sslmode=require"),
            ("CMAD_HTTP_ADDR", "[::1]:8080"),
            ("CMAD_LOG__FILTER", "info,cmad::app=debug"),
        ] {
            for given in around(name, value) {
                assert_eq!(Env::of(&[(name, &given)]).get(name), Some(value), "{given:?}");
            }
        }
        for nothing in ["", " ", "\"\"", "''\n", "\u{FEFF}", "\" \""] {
            assert_eq!(Env::of(&[("CMAD_ERASURES", nothing)]).get("CMAD_ERASURES"), None, "{nothing:?}");
        }
        // A quote at one end is part of a value, or of a mistake that is told.
        assert_eq!(as_pasted("X", "\"a"), "\"a");
        assert_eq!(as_pasted("X", "\""), "\"");
    }

    #[test]
    fn a_file_fills_in_what_the_environment_does_not_set() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = file.path();
        let filled = |text: &str, own: &[(&str, &str)]| {
            std::fs::write(path, text).unwrap();
            Env::of(own).filled_from(path)
        };
        let env = filled("\u{FEFF}# a = b\r\n\nexport A='x y'\r\nB_FILE=b\nC=1\nD=file\n", &[("B", "own"), ("D", "")]);
        let env = env.unwrap();
        let values = ["A", "B", "B_FILE", "C", "D"].map(|name| env.get(name));
        assert_eq!(values, [Some("x y"), Some("own"), None, Some("1"), Some("file")]);
        for wrong in ["A=1\nB", "A=1\n=x", "A=1\nB C=x"] {
            let error = filled(wrong, &[]).err().unwrap().to_string();
            assert!(error.ends_with(", line 2: it must be NAME=value, or begin with #"), "{wrong:?}: {error}");
        }
        assert_eq!(Env::of(&[("A", "1")]).filled_from(Path::new("/nowhere")).unwrap().get("A"), Some("1"));
        assert!(Env::default().filled_from(Path::new("/")).is_err());
    }

    #[test]
    fn a_token_is_understood_or_refused_by_its_name() {
        let token = |given: &str| Env::of(&[("DISCORD_TOKEN", given)]).token();
        for before in ["", "Bot ", "bot ", "BOT\t", "Bot  "] {
            for given in around("DISCORD_TOKEN", &format!("{before}MTA.GxY.z-_9")) {
                assert_eq!(token(&given).unwrap().unwrap().expose_secret(), "MTA.GxY.z-_9", "{given:?}");
            }
        }
        assert_eq!(token("Bot \"MTA.GxY.z-_9\"").unwrap().unwrap().expose_secret(), "MTA.GxY.z-_9");
        for wrong in ["MTA.G\nxY.z", "Bearer MTA.GxY.z", "MTA.GxY.z\"", "MTA.GxY.z # the bot", "MTA.Gxÿ.z", "MTA.\0GxY"]
        {
            let error = token(wrong).unwrap_err().to_string();
            assert!(error.starts_with("DISCORD_TOKEN holds") && !error.contains("MTA"), "{wrong:?}: {error}");
        }
        assert!(token("").unwrap().is_none() && token("\"\"").unwrap().is_none());
    }

    #[test]
    fn secrets_come_from_the_environment_or_a_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = file.path().to_str().unwrap();
        let read = |pairs: &[(&str, &str)]| Env::of(pairs).secret("DISCORD_TOKEN");
        let in_file = |bytes: &[u8]| {
            std::fs::write(file.path(), bytes).unwrap();
            read(&[("DISCORD_TOKEN_FILE", path)])
        };
        for given in around("DISCORD_TOKEN", "s3cret") {
            assert_eq!(in_file(given.as_bytes()).unwrap().unwrap().expose_secret(), "s3cret", "{given:?}");
            let marked = format!("\u{FEFF}{given}");
            let [little, big] = [u16::to_le_bytes, u16::to_be_bytes]
                .map(|bytes| marked.encode_utf16().flat_map(bytes).collect::<Vec<u8>>());
            assert_eq!(in_file(&little).unwrap().unwrap().expose_secret(), "s3cret", "{given:?}");
            assert_eq!(in_file(&big).unwrap().unwrap().expose_secret(), "s3cret", "{given:?}");
        }
        for nothing in ["", "\n", "\"\"\r\n"] {
            let error = in_file(nothing.as_bytes()).unwrap_err().to_string();
            assert!(error.starts_with("DISCORD_TOKEN_FILE names") && error.ends_with("which is empty"), "{error}");
        }
        for broken in [&[0xFF, 0xFE, b'a'][..], &[0xC3, 0x28], &[0xFE, 0xFF, 0xD8, 0x00]] {
            let error = in_file(broken).unwrap_err().to_string();
            assert!(error.starts_with("DISCORD_TOKEN_FILE names") && error.contains("UTF-8"), "{error}");
        }
        std::fs::write(file.path(), "s3cret\n").unwrap();
        assert!(read(&[]).unwrap().is_none() && read(&[("DISCORD_TOKEN", "")]).unwrap().is_none());
        assert!(read(&[("DISCORD_TOKEN_FILE", path), ("DISCORD_TOKEN", "x")]).is_err());
        let env = Env::of(&[("DATABASE_URL", ""), ("DATABASE_URL_FILE", path)]).with_file("DATABASE_URL").unwrap();
        assert_eq!(env.get("DATABASE_URL"), Some("s3cret"));
        assert_eq!(Env::of(&[]).with_file("DATABASE_URL").unwrap().get("DATABASE_URL"), None);
        assert!(read(&[("DISCORD_TOKEN_FILE", "/nowhere")]).unwrap_err().to_string().contains("/nowhere"));
    }
}

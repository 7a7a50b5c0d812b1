//! The settings in the environment: `CMAD_SECTION__NAME`.

use std::collections::{BTreeMap, HashMap};

use crate::config::env::{Env, as_pasted};

/// A variable that would be without effect, or with another one than it seems.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VariableError {
    /// A list cannot be read.
    #[error("{0} is not a list: give its entries with commas between them, or as [\"…\", \"…\"]")]
    NoList(String),
    /// It looks like a setting and is none.
    #[error("{given} is no setting: it is written {meant}, with two underscores after the section")]
    NearlySetting {
        /// The variable.
        given: String,
        /// The setting.
        meant: String,
    },
}

/// The settings in the environment, each by its variable. `defaults` is a file with every setting, `lists` the settings
/// that are lists; they come with commas between their entries.
///
/// # Errors
/// A list cannot be read, or a variable would be without effect.
pub(super) fn settings(env: &Env, defaults: &str, lists: &[&str]) -> Result<HashMap<String, String>, VariableError> {
    let defaults: toml::Table = defaults.parse().expect("the shipped settings are TOML, as a test sees");
    let keys = defaults.iter().flat_map(|(section, keys)| {
        keys.as_table().into_iter().flat_map(toml::Table::keys).map(move |key| (section.as_str(), key.as_str()))
    });
    for (section, key) in keys {
        let [given, meant] = ["_", "__"].map(|between| format!("CMAD_{section}{between}{key}").to_uppercase());
        if env.get(&given).is_some() {
            return Err(VariableError::NearlySetting { given, meant });
        }
    }
    let mut own = env.settings();
    for list in lists.iter().map(|key| variable_of(key)) {
        if let Some(value) = own.get_mut(&list) {
            // The comma at the end keeps a single number from being read as no list.
            *value =
                entries(value).ok_or(VariableError::NoList(list))?.iter().map(|entry| format!("{entry},")).collect();
        }
    }
    Ok(own)
}

/// The entries of a list in a variable, with commas, semicolons or blanks between them, or as in JSON or TOML.
fn entries(text: &str) -> Option<Vec<String>> {
    let given: Vec<String> = if text.starts_with('[') {
        let mut list: BTreeMap<String, Vec<String>> = toml::from_str(&format!("list = {text}")).ok()?;
        list.remove("list").filter(|_| list.is_empty())?
    } else {
        text.split(|c: char| c.is_whitespace() || c == ',' || c == ';').map(str::to_owned).collect()
    };
    Some(given.iter().map(|entry| as_pasted("", entry).to_owned()).filter(|entry| !entry.is_empty()).collect())
}

/// The variable that sets a key of the file.
pub(super) fn variable_of(key: &str) -> String {
    format!("CMAD_{}", key.replace('.', "__").to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, ConfigError, DEFAULTS};

    fn load(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::load(None, &Env::of(pairs))
    }

    #[test]
    fn a_list_in_a_variable_is_understood_or_refused_by_its_name() {
        let list = |given: &str| load(&[("CMAD_MAIL__ALLOWED_DOMAINS", given)]).map(|set| set.mail.allowed_domains);
        for given in [
            "example.org,example.com",
            " example.org , example.com, ",
            "\"example.org,example.com\"",
            "'example.org', \"example.com\"",
            "example.org example.com",
            "example.org;example.com",
            "example.org\nexample.com\n",
            r#"["example.org", "example.com"]"#,
            r#"'["example.org","example.com"]'"#,
            "['example.org', 'example.com',]",
            "[\n  \"example.org\",\n  \"example.com\"\n]\n",
            "\u{FEFF}[\"@example.org\", \" Example.com. \"]",
        ] {
            assert_eq!(list(given).unwrap(), ["example.org", "example.com"], "{given:?}");
        }
        for given in ["", "[]", "\"\"", ",", "[\"\"]"] {
            assert_eq!(list(given).unwrap().len(), 0, "{given:?}");
        }
        assert_eq!(list("[\"*\"]").unwrap(), ["*"]);
        for given in ["[\"example.org\"", "[1]", "[[\"example.org\"]]", "[example.org]", "[\"a.org\"]\nb = [\"c\"]"] {
            let error = list(given).unwrap_err().to_string();
            assert!(error.starts_with("CMAD_MAIL__ALLOWED_DOMAINS is not a list"), "{given:?}: {error}");
        }
        assert_eq!(list("[\"example.org, example.com\"]").unwrap(), ["example.org", "example.com"]);
        for given in ["{\"0\":\"example.org\"}", "example.org|example.com", "https://example.org"] {
            let error = list(given).unwrap_err().to_string();
            assert!(error.starts_with("mail.allowed_domains: "), "{given:?}: {error}");
        }
    }

    #[test]
    fn every_setting_is_understood_as_people_paste_it_or_refused_by_its_name() {
        let defaults: toml::Table = DEFAULTS.parse().unwrap();
        let shipped = load(&[]).unwrap();
        let mut seen = 0;
        for (section, keys) in &defaults {
            for (key, value) in keys.as_table().unwrap() {
                let variable = variable_of(&format!("{section}.{key}"));
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                for given in [
                    value.clone(),
                    format!(" {value}\r\n"),
                    format!("\"{value}\""),
                    format!("'{value}'\n"),
                    format!("\u{FEFF}{value}"),
                    format!("{variable}={value}"),
                ] {
                    assert_eq!(load(&[(&variable, &given)]).unwrap(), shipped, "{variable}={given:?}");
                }
                // What has one underscore sets nothing.
                let nearly = variable.replace("__", "_");
                let error = load(&[(&nearly, &value)]).err().map(|error| error.to_string());
                let is_empty = value.is_empty();
                let says = format!("{nearly} is no setting: it is written {variable}");
                assert_eq!(error.is_none_or(|error| !error.starts_with(&says)), is_empty, "{nearly}");
                // Texts of any content are checked where they are used.
                if matches!(
                    (section.as_str(), key.as_str()),
                    ("log", "filter") | ("mail", "operator" | "ca_file") | ("tls", "ca_file")
                ) {
                    continue;
                }
                for wrong in ["what?", "[", "{}", "1,5", "--3"] {
                    let error = load(&[(&variable, wrong)]).err().map(|error| error.to_string());
                    let error = error.unwrap_or_else(|| panic!("{variable}={wrong:?} is taken"));
                    let is_named = error.contains(&format!("{section}.{key}")) || error.contains(&variable);
                    assert!(is_named, "{variable}={wrong:?}: {error}");
                }
                seen += 1;
            }
        }
        assert!(seen > 25, "{seen}");
    }
}

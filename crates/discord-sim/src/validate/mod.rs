//! Discord's rules for the content of a request. The limits are those of the published API description, or of its prose
//! where that is stricter.

use serde_json::{Map, Value, json};

use crate::refusal::Refusal;

mod commands;
mod components;
mod form;
mod message;

pub(super) use commands::commands;
pub(super) use form::form;
pub(super) use message::{MessageUse, message};

/// How many characters Discord counts at most. It does not say whether it counts code points or UTF-16, in which an emoji
/// counts twice, and it differs by place; so the stricter holds everywhere for what a bot sends.
fn characters(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What is wrong with a body, each with its place.
#[derive(Debug, Default)]
pub(super) struct Problems(Vec<(String, &'static str, String)>);

impl Problems {
    pub(super) fn add(&mut self, path: impl Into<String>, code: &'static str, message: impl Into<String>) {
        self.0.push((path.into(), code, message.into()));
    }

    /// Checks a text's length in characters; a missing text only where there must be one.
    pub(super) fn length(&mut self, path: &str, value: &Value, least: usize, most: usize) {
        match value {
            Value::Null if least == 0 => {}
            Value::Null => self.add(path, "BASE_TYPE_REQUIRED", "This field is required"),
            Value::String(text) => {
                let count = characters(text);
                if count > most {
                    self.add(path, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."));
                } else if count < least {
                    self.add(path, "BASE_TYPE_MIN_LENGTH", format!("Must be {least} or more in length."));
                }
            }
            _ => self.add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string."),
        }
    }

    /// Checks a whole number; a missing one is fine.
    pub(super) fn range(&mut self, path: &str, value: &Value, least: i64, most: i64) {
        if value.is_null() {
            return;
        }
        match value.as_i64() {
            Some(number) if (least..=most).contains(&number) => {}
            Some(_) => self.add(path, "NUMBER_TYPE_RANGE", format!("Must be between {least} and {most}.")),
            None => self.add(path, "NUMBER_TYPE_COERCE", "Value is not an int."),
        }
    }

    /// Checks a list's length and gives its items; a missing list only where there must be one.
    pub(super) fn list<'a>(&mut self, path: &str, value: &'a Value, least: usize, most: usize) -> &'a [Value] {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            Value::Null => &[],
            _ => {
                self.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
                return &[];
            }
        };
        if items.len() < least || items.len() > most {
            let message = format!("Must be between {least} and {most} in length.");
            self.add(path, "BASE_TYPE_BAD_LENGTH", message);
        }
        items
    }

    /// Checks that a value is a boolean or missing.
    pub(super) fn boolean(&mut self, path: &str, value: &Value) {
        if !value.is_null() && !value.is_boolean() {
            self.add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        }
    }

    /// `Invalid Form Body`, if anything is wrong.
    pub(super) fn finish(self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut errors = Map::new();
        for (path, code, message) in self.0 {
            let mut at = &mut errors;
            for part in path.split('.').filter(|part| !part.is_empty()) {
                let next = at.entry(part).or_insert_with(|| json!({}));
                at = next.as_object_mut().expect("every entry on a path is made an object");
            }
            let list = at.entry("_errors").or_insert_with(|| json!([]));
            if let Some(list) = list.as_array_mut() {
                list.push(json!({"code": code, "message": message}));
            }
        }
        Err(Refusal { errors: Some(Value::Object(errors)), ..Refusal::new(400, 50035, "Invalid Form Body") })
    }
}

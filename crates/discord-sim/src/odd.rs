//! Odd fields on cue: what an event or an answer holds in place of what Discord documents.

use serde_json::Value;

/// A field that the bot gets in another shape than Discord documents, until the faults are cleared.
#[derive(Debug, Clone, PartialEq)]
pub struct OddField {
    /// The event (`MESSAGE_CREATE`) or the request (`GET /guilds/*/channels`) whose answer it is in.
    pub of: String,
    /// Where it stands: names, and places in lists, with dots between them: `mentions.0.member.roles`.
    pub at: String,
    /// What stands there instead; `None`: it is missing.
    pub to: Option<Value>,
}

impl OddField {
    /// Changes the field where it is there.
    pub fn put_into(&self, data: &mut Value) {
        let mut place = data;
        let mut names = self.at.split('.').peekable();
        while let Some(name) = names.next() {
            let is_last = names.peek().is_none();
            place = match place {
                Value::Object(fields) if is_last && self.to.is_none() => {
                    fields.remove(name);
                    return;
                }
                Value::Object(fields) => match fields.get_mut(name) {
                    Some(field) => field,
                    None => return,
                },
                Value::Array(items) => match name.parse().ok().and_then(|index: usize| items.get_mut(index)) {
                    Some(item) => item,
                    None => return,
                },
                _ => return,
            };
        }
        *place = self.to.clone().unwrap_or(Value::Null);
    }
}

/// The odd fields that are set up, and what the bot was sent since someone watches.
#[derive(Debug, Default)]
pub(super) struct OddFields {
    set: Vec<OddField>,
    seen: Option<Vec<(String, Value)>>,
}

impl OddFields {
    pub(super) fn add(&mut self, field: OddField) {
        self.set.push(field);
    }

    pub(super) fn clear(&mut self) {
        self.set.clear();
    }

    pub(super) fn watch(&mut self) {
        self.seen.get_or_insert_default();
    }

    pub(super) fn seen(&self) -> Vec<(String, Value)> {
        self.seen.clone().unwrap_or_default()
    }

    /// An event or an answer as the bot gets it.
    pub(super) fn apply(&mut self, of: &str, data: &Value) -> Value {
        let mut data = data.clone();
        self.set.iter().filter(|field| field.of == of).for_each(|field| field.put_into(&mut data));
        if let Some(seen) = &mut self.seen {
            seen.push((of.to_owned(), data.clone()));
        }
        data
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn one_field_changes_where_it_is_there() {
        let put = |at: &str, to: Option<Value>| {
            let mut data = json!({"id": "1", "list": [{"a": 1}, {"a": 2}]});
            OddField { of: "X".into(), at: at.into(), to }.put_into(&mut data);
            data
        };
        assert_eq!(put("list.1.a", Some(json!(-1))), json!({"id": "1", "list": [{"a": 1}, {"a": -1}]}));
        assert_eq!(put("id", None), json!({"list": [{"a": 1}, {"a": 2}]}));
        for nowhere in ["name", "list.7.a", "id.x", ""] {
            assert_eq!(put(nowhere, Some(json!(0))), put("name", None), "{nowhere}");
        }
    }
}

//! One of Discord's objects, field by field.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::discord::shapes::unread::left_out;
use crate::discord::shapes::{Each, Shape, Unread};

/// One of Discord's objects. Its fields are found at once and read when they are asked for.
pub struct Object<'a> {
    what: &'static str,
    fields: Fields<'a>,
}

impl<'a> Object<'a> {
    /// The object; `what` names it in the log.
    ///
    /// # Errors
    /// It is no object.
    pub fn read(what: &'static str, raw: &'a RawValue) -> Result<Self, Unread> {
        let fields = serde_json::from_str(raw.get()).map_err(|_| Unread::whole(what))?;
        Ok(Self { what, fields })
    }

    /// A field that cannot be done without.
    ///
    /// # Errors
    /// It is missing, or does not read.
    pub fn must<T: Shape>(&self, field: &'static str) -> Result<T, Unread> {
        let unread = Unread { what: self.what, field };
        self.raw(field).ok_or(unread).and_then(|raw| T::read(raw).map_err(|inner| self.of(inner, field)))
    }

    /// A field that can be done without: `None` if it is missing, null, or does not read, which is noted.
    #[must_use]
    pub fn may<T: Shape>(&self, field: &'static str) -> Option<T> {
        T::read(self.raw(field)?).inspect_err(|inner| left_out(self.of(*inner, field))).ok()
    }

    /// Whether a field that can be done without is there and does not read.
    #[must_use]
    pub fn is_odd<T: Shape>(&self, field: &'static str) -> bool {
        self.raw(field).is_some_and(|raw| T::read(raw).is_err())
    }

    /// A list, each entry by itself.
    #[must_use]
    pub fn each<T: Shape>(&self, field: &'static str) -> Each<T> {
        self.may(field).unwrap_or_default()
    }

    /// An object whose fields are ids, each entry by itself.
    #[must_use]
    pub fn by_id<T: Shape>(&self, field: &'static str) -> ById<T> {
        self.may(field).unwrap_or_default()
    }

    /// A field as Discord wrote it; `None` if it is missing or null.
    #[must_use]
    pub fn raw(&self, field: &str) -> Option<&'a RawValue> {
        // Of a name that stands twice, the last counts, as in JavaScript.
        let found = self.fields.0.iter().rev().find(|(name, _)| name == field);
        found.map(|(_, raw)| *raw).filter(|raw| raw.get() != "null")
    }

    /// Each field with its name, but for those that are null.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&str, &'a RawValue)> {
        self.fields.0.iter().map(|(name, raw)| (&**name, *raw)).filter(|(_, raw)| raw.get() != "null")
    }

    /// A failure of a field: a part of our own names itself, another is named by its field.
    fn of(&self, inner: Unread, field: &'static str) -> Unread {
        if inner.what.is_empty() { Unread { what: self.what, field } } else { inner }
    }
}

/// Objects by their ids, without those that do not read.
#[derive(Debug)]
pub struct ById<T>(pub BTreeMap<u64, T>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Shape> Shape for ById<T> {
    fn read(raw: &RawValue) -> Result<Self, Unread> {
        let object = Object::read("", raw)?;
        let read = |(id, one): (&str, &RawValue)| Some((id.parse().ok()?, Each::one(one)?));
        Ok(Self(object.fields().filter_map(read).collect()))
    }
}

/// The fields of an object, in order, unread.
struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Vec<(Cow<'de, str>, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(Name(name)) = map.next_key()? {
                    fields.push((name, map.next_value()?));
                }
                Ok(fields)
            }
        }
        from.deserialize_map(Each).map(Fields)
    }
}

/// A field's name, borrowed where it holds no escapes.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

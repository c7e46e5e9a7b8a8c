//! Reading the fields of a file one by one, so that one bad record costs only itself.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::finding::{Code, Finding};
use super::pointer;
use super::read::{Fault, Read};

/// Values by their names, unread.
type Raw<'a> = BTreeMap<Cow<'a, str>, &'a RawValue>;

/// What reads a value that stands at a pointer.
type Reader<'a, T> = dyn Fn(&str, &Value) -> Result<T, Fault> + 'a;

/// So many records are read before there may be a rest.
const AT_ONCE: usize = 500;

/// The fields of a JSON object, unread.
pub struct Fields<'a> {
    raw: Raw<'a>,
    /// What was wrong so far.
    pub findings: Vec<Finding>,
}

impl<'a> Fields<'a> {
    /// Splits an object into its fields.
    ///
    /// # Errors
    /// A finding when the text is no JSON object.
    pub fn of(text: &'a str) -> Result<Self, Finding> {
        let raw = serde_json::from_str(text).map_err(|error| Finding::from_json("", &error))?;
        Ok(Self { raw, findings: Vec::new() })
    }

    /// Reads a required field; an absent or bad one is a finding.
    pub fn required<T: Read>(&mut self, name: &str) -> Option<T> {
        let Some(raw) = self.raw.get(name) else {
            self.findings.push(Finding::error(Code::MissingField, "", &format!("`{name}`"), ""));
            return None;
        };
        self.read(raw, format!("/{name}"))
    }

    /// Reads a field that may be absent; a bad one is a finding.
    pub fn optional<T: Read>(&mut self, name: &str) -> Option<T> {
        let raw = *self.raw.get(name)?;
        self.read(raw, format!("/{name}"))
    }

    /// A field's text, if it is there and is one; nothing is said where it is not.
    pub fn word(&self, name: &str) -> Option<String> {
        serde_json::from_str(self.raw.get(name)?.get()).ok()
    }

    /// Reads a list record by record, leaving out the bad ones. An absent list is empty.
    pub fn list<T: Read>(&mut self, name: &str) -> Vec<T> {
        self.list_by(name, &|_, value| T::read(value))
    }

    /// The same with a reader of one's own, which is told where each record stands.
    pub fn list_by<T>(&mut self, name: &str, read: &Reader<'_, T>) -> Vec<T> {
        let items = self.items(name).into_iter().enumerate();
        items.filter_map(|(index, item)| self.read_by(item, format!("/{name}/{index}"), read)).collect()
    }

    /// The same for a list that may be long: `rest` is awaited every now and then.
    pub async fn list_resting<T: Read, R: Future<Output = ()>>(
        &mut self,
        name: &str,
        rest: &impl Fn() -> R,
    ) -> Vec<T> {
        let mut list = Vec::new();
        for (index, item) in self.items(name).into_iter().enumerate() {
            if index % AT_ONCE == AT_ONCE - 1 {
                rest().await;
            }
            list.extend(self.read_by(item, format!("/{name}/{index}"), &|_, value| T::read(value)));
        }
        list
    }

    /// The records of a list, unread; none where it is absent, or is no list.
    fn items(&mut self, name: &str) -> Vec<&'a RawValue> {
        let Some(raw) = self.raw.get(name) else { return Vec::new() };
        serde_json::from_str(raw.get()).unwrap_or_else(|error| {
            self.findings.push(Finding::from_json(format!("/{name}"), &error));
            Vec::new()
        })
    }

    fn read<T: Read>(&mut self, raw: &RawValue, pointer: String) -> Option<T> {
        self.read_by(raw, pointer, &|_, value| T::read(value))
    }

    fn read_by<T>(&mut self, raw: &RawValue, pointer: String, read: &Reader<'_, T>) -> Option<T> {
        let finding = match serde_json::from_str::<Value>(raw.get()) {
            Ok(value) => match read(&pointer, &value) {
                Ok(value) => return Some(value),
                Err(Fault { code, pointer: below, expected, found }) => {
                    Finding::error(code, pointer + &below, &expected, &found)
                }
            },
            Err(error) => {
                // The text as a whole was read, so that only this value cannot be: it is too large or too deep.
                let offset = pointer::offset(raw.get(), error.line(), error.column());
                let pointer = pointer + &pointer::at(raw.get(), offset);
                let cause = error.to_string();
                let cause = cause.split(" at line ").next().unwrap_or_default();
                Finding::error(Code::BadValue, pointer, "another value", cause)
            }
        };
        self.findings.push(Finding { record: record_id(raw.get()), ..finding });
        None
    }
}

/// The `id` or `code` of a record that may be bad otherwise, or its name; a GeoJSON feature has it in its properties.
fn record_id(text: &str) -> Option<String> {
    // A record that cannot be read as a whole may still have an id.
    let id = |text: &str| {
        let fields: Raw<'_> = serde_json::from_str(text).ok()?;
        let text = |name: &&str| serde_json::from_str::<String>(fields.get(*name)?.get()).ok();
        Some(super::finding::excerpt(&["id", "code", "name_zh", "name"].iter().find_map(text)?))
    };
    id(text).or_else(|| id(serde_json::from_str::<Raw<'_>>(text).ok()?.get("properties")?.get()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Domain;

    #[test]
    fn a_bad_record_costs_only_itself() {
        let name = r#"{"zh":"甲","en":"A"}"#;
        let good = format!(r#"{{"id":"a","name":{name},"position":{name},"seal":"甲"}}"#);
        let text = format!(r#"{{"domains":[{good},{{"id":"b","name":{{"zh":3,"en":""}}}},7]}}"#);
        let mut fields = Fields::of(&text).unwrap();
        assert_eq!(fields.list::<Domain>("domains").len(), 1);
        let pointers: Vec<_> =
            fields.findings.iter().map(|f| (f.pointer.as_str(), f.record.as_deref())).collect();
        assert_eq!(pointers, [("/domains/1/name/zh", Some("b")), ("/domains/2", None)]);
        assert!(fields.list::<Domain>("none").is_empty());
        assert_eq!(fields.required::<u64>("schema"), None);
        assert_eq!(fields.findings.len(), 3);
    }
}

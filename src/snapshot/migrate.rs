//! Older versions of the wire format, brought to the current one on load.
//!
//! Version 1 wrote names as `name_zh` and `name_en`, and a series as a list of
//! `{"month", "value"}` objects with months left out where there was no figure.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::SCHEMA;
use super::finding::{Code, Finding};
use crate::domain::{Month, json};

/// The text in the current version: itself, or a migrated one.
///
/// # Errors
/// A finding for a text that is no JSON object, has no version, or one that is not known.
pub fn to_current(text: &str, from_1: fn(&mut Map<String, Value>)) -> Result<Cow<'_, str>, Finding> {
    #[derive(Deserialize)]
    #[serde(expecting = "an object with `schema`")]
    struct Version {
        schema: u32,
    }
    let Version { schema } = serde_json::from_str(text).map_err(|error| Finding::from_json("", &error))?;
    match schema {
        SCHEMA => Ok(Cow::Borrowed(text)),
        1 => {
            let mut fields: Map<String, Value> =
                serde_json::from_str(text).map_err(|error| Finding::from_json("", &error))?;
            from_1(&mut fields);
            fields.insert("schema".into(), json!(SCHEMA));
            let current = json::text(&fields).map_err(|error| Finding::from_json("", &error))?;
            Ok(Cow::Owned(current))
        }
        other => {
            let known = SCHEMA.to_string();
            Err(Finding::error(Code::UnknownVersion, "/schema", &known, &other.to_string()))
        }
    }
}

/// Brings a manifest of version 1 to version 2.
pub fn manifest(fields: &mut Map<String, Value>) {
    for value in fields.values_mut() {
        join_names(value);
    }
}

/// Brings a snapshot of version 1 to version 2.
pub fn snapshot(fields: &mut Map<String, Value>) {
    for value in fields.values_mut() {
        join_names(value);
    }
    let start = fields.get("start").cloned().unwrap_or_default();
    for (list, field) in [("indicators", "series"), ("indicators", "townships"), ("tasks", "progress")] {
        let Some(Value::Array(records)) = fields.get_mut(list) else { continue };
        for value in records.iter_mut().filter_map(|record| record.get_mut(field)) {
            match value {
                Value::Object(townships) => {
                    townships.values_mut().for_each(|series| fill_series(series, &start));
                }
                series => fill_series(series, &start),
            }
        }
    }
}

/// Replaces every pair `x_zh`, `x_en` by `x: {zh, en}`, at any depth.
fn join_names(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(join_names),
        Value::Object(fields) => {
            fields.values_mut().for_each(join_names);
            let stems: Vec<String> =
                fields.keys().filter_map(|key| key.strip_suffix("_zh")).map(str::to_owned).collect();
            for stem in stems {
                let zh = fields.remove(&format!("{stem}_zh"));
                let en = fields.remove(&format!("{stem}_en")).unwrap_or_else(|| json!(""));
                fields.insert(stem, json!({ "zh": zh, "en": en }));
            }
        }
        _ => {}
    }
}

/// Turns a list of dated values into a first month and a value, or a reason, for every month.
///
/// A list with a point that cannot be read stays as it is, so that the reader refuses and names it.
fn fill_series(series: &mut Value, start: &Value) {
    let Value::Array(points) = &*series else { return };
    let point = |point: &Value| {
        let month: Month = point.get("month")?.as_str()?.parse().ok()?;
        Some((month, point.get("value")?.clone()))
    };
    let Some(dated) = points.iter().map(point).collect::<Option<BTreeMap<Month, Value>>>() else { return };
    let (Some((from, _)), Some((last, _))) = (dated.first_key_value(), dated.last_key_value()) else {
        *series = json!({ "from": start, "values": [] });
        return;
    };
    let value_of = |month| dated.get(&month).cloned().unwrap_or_else(|| json!({ "missing": "not-reported" }));
    *series = json!({ "from": from.to_string(), "values": from.to(*last).map(value_of).collect::<Vec<_>>() });
}

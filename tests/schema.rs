//! The JSON Schemas describe what is written and refuse what is not.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;

use biaogan::publish::{Bundle, demo};
use biaogan::snapshot::encode::SnapshotFile;
use biaogan::snapshot::{Manifest, SCHEMA};
use serde_json::{Value, json};

fn schema(schema: schemars::Schema) -> jsonschema::Validator {
    jsonschema::validator_for(schema.as_value()).unwrap()
}

fn manifest() -> jsonschema::Validator {
    schema(schemars::schema_for!(Manifest))
}

fn snapshot() -> jsonschema::Validator {
    schema(schemars::schema_for!(SnapshotFile<'static>))
}

fn errors(validator: &jsonschema::Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{} {error}", error.instance_path())).collect()
}

#[test]
fn what_is_written_fits_its_schema() {
    let plan = common::plan().value;
    let mut editions = demo::editions(&plan, &common::tables("data/demo"), None).unwrap().value;
    editions.truncate(36);
    let newest = editions.split_off(editions.len() - 2);
    let bundle = Bundle::new(&plan.head, &plan.layers, &[newest, vec![plan.edition]].concat(), None).unwrap();
    for (file, bytes) in &bundle.files {
        let validator = match file.split('/').next() {
            Some("index.json") => manifest(),
            Some("snapshots") => snapshot(),
            _ => continue,
        };
        let value: Value = serde_json::from_slice(bytes).unwrap();
        assert_eq!(value["schema"], SCHEMA);
        assert_eq!(errors(&validator, &value), Vec::<String>::new(), "{file}");
    }
}

#[test]
fn the_good_files_fit_and_bad_ones_do_not() {
    let good: Value = serde_json::from_str(include_str!("fixtures/base/snapshot.json")).unwrap();
    let validator = snapshot();
    assert_eq!(errors(&validator, &good), Vec::<String>::new());
    let index: Value = serde_json::from_str(include_str!("fixtures/base/index.json")).unwrap();
    assert_eq!(errors(&manifest(), &index), Vec::<String>::new());
    let cases = [
        ("/id", json!("2021-13")),
        ("/as_of", json!("31.3.2021")),
        ("/kind", json!("unofficial")),
        ("/indicators/0/goal/comparator", json!("≥")),
        ("/indicators/0/series/values/0", json!(null)),
        ("/indicators/0/series/values/0", json!({ "value": 1, "colour": "red" })),
        ("/indicators/0/series/values/1/missing", json!("forgotten")),
        ("/sites/0/at", json!([120.6])),
        ("/tasks/1/level", json!("two")),
        ("/domains/0/name", json!("商贸")),
    ];
    for (pointer, bad) in cases {
        let mut changed = good.clone();
        *changed.pointer_mut(pointer).unwrap() = bad.clone();
        assert_ne!(errors(&validator, &changed), Vec::<String>::new(), "{pointer}: {bad}");
    }
}

//! Malformed manifests.

use biaogan::snapshot::{Code, Decoded, Manifest, read_manifest};

use super::Edit::{Cut, Swap, Whole};
use super::{ALL_OF_MANIFEST, Edit, Expected, Left, MANIFEST, check, leak};

/// How many rules, layers and snapshots a manifest has.
pub fn manifest_lengths(manifest: &Manifest) -> Vec<usize> {
    vec![manifest.rules.len(), manifest.layers.len(), manifest.snapshots.len()]
}

#[test]
fn malformed_manifests() {
    use Code::*;
    let cases: &[(&str, Edit, &[Expected], Left)] = &[
        ("empty", Whole(""), &[(NotJson, "", None)], None),
        ("truncated", Cut(400), &[(NotJson, "", None)], None),
        ("a page of a server", Whole("<!doctype html><title>404</title>"), &[(NotJson, "", None)], None),
        ("a list", Whole("[]"), &[(BadValue, "", None)], None),
        ("null", Whole("null"), &[(WrongType, "", None)], None),
        ("no version", Swap("\"schema\": 2,", ""), &[(MissingField, "", None)], None),
        (
            "a newer version",
            Swap("\"schema\": 2", "\"schema\": 3"),
            &[(UnknownVersion, "/schema", None)],
            None,
        ),
        ("version 0", Swap("\"schema\": 2", "\"schema\": 0"), &[(UnknownVersion, "/schema", None)], None),
        ("a version in words", Swap("\"schema\": 2", "\"schema\": \"2\""), &[(WrongType, "", None)], None),
        (
            "a negative sequence",
            Swap("\"sequence\": 7", "\"sequence\": -7"),
            &[(BadValue, "/sequence", None)],
            None,
        ),
        ("no district", Swap("\"district\"", "\"distrikt\""), &[(MissingField, "", None)], None),
        ("no rules", Swap("\"rules\"", "\"rulez\""), &[(Empty, "/rules", None)], Some(ALL_OF_MANIFEST)),
        (
            "an unknown rule in force",
            Swap("\"rule\": \"three-colour\"", "\"rule\": \"two-colour\""),
            &[(UnknownReference, "/rule", None)],
            Some(ALL_OF_MANIFEST),
        ),
        (
            "a rule of an unknown kind",
            Swap("\"kind\": \"three-colour\"", "\"kind\": \"rainbow\""),
            &[(BadValue, "/rules/0/rule/kind", Some("three-colour")), (Empty, "/rules", None)],
            Some(ALL_OF_MANIFEST),
        ),
        (
            "a layer without review number",
            Swap("\"schematic\": true", "\"schematic\": false"),
            &[(MissingField, "/layers", Some("townships"))],
            Some(&[1, 0, 1]),
        ),
        (
            "an unknown reference system",
            Swap("CGCS2000", "BD-10"),
            &[(BadValue, "/layers/0/crs", Some("townships"))],
            Some(&[1, 0, 1]),
        ),
        (
            "a path upwards",
            Swap("\"file\": \"townships.geojson\"", "\"file\": \"../../secret.geojson\""),
            &[(BadValue, "/layers", Some("townships"))],
            Some(&[1, 0, 1]),
        ),
        (
            "a path upwards in disguise",
            Swap("\"file\": \"townships.geojson\"", "\"file\": \"%2e%2e/secret.geojson\""),
            &[(BadValue, "/layers", Some("townships"))],
            Some(&[1, 0, 1]),
        ),
        (
            "a path upwards with a tab that browsers drop",
            Swap("\"file\": \"townships.geojson\"", "\"file\": \".\\t./secret.geojson\""),
            &[(BadValue, "/layers", Some("townships"))],
            Some(&[1, 0, 1]),
        ),
        (
            "another origin",
            Swap("\"file\": \"townships.geojson\"", "\"file\": \"//evil.example/x.geojson\""),
            &[(BadValue, "/layers", Some("townships"))],
            Some(&[1, 0, 1]),
        ),
        (
            "a scheme",
            Swap("\"file\": \"snapshot.json\"", "\"file\": \"data:application/json,{}\""),
            &[(BadValue, "/snapshots", Some("2021-03")), (Empty, "/snapshots", None)],
            None,
        ),
        (
            "a month that is none",
            Swap("\"id\": \"2021-03\"", "\"id\": \"2021-13\""),
            &[(BadValue, "/snapshots/0/id", Some("2021-13")), (Empty, "/snapshots", None)],
            None,
        ),
        (
            "readings elsewhere",
            Swap(
                "\"layers\": [",
                "\"readings\": {\"file\": \"../r.json\", \"bytes\": 1, \"sha256\": \"\"}, \"layers\": [",
            ),
            &[(BadValue, "/readings", Some("readings"))],
            Some(ALL_OF_MANIFEST),
        ),
        (
            "readings that are none",
            Swap("\"layers\": [", "\"readings\": \"r.json\", \"layers\": ["),
            &[(WrongType, "/readings", None)],
            Some(ALL_OF_MANIFEST),
        ),
        (
            "snapshots that are no list",
            Swap("\"snapshots\": [", "\"snapshots\": {}, \"older\": ["),
            &[(WrongType, "/snapshots", None), (Empty, "/snapshots", None)],
            None,
        ),
    ];
    check(cases, MANIFEST, read_manifest, manifest_lengths);
}

#[test]
fn manifests_with_records_twice_or_too_large() {
    let manifest: serde_json::Value = serde_json::from_str(MANIFEST).unwrap();
    let read = |edit: &dyn Fn(&mut serde_json::Value)| {
        let mut changed = manifest.clone();
        edit(&mut changed);
        let read = read_manifest(&changed.to_string());
        let (left, findings) = match read {
            Ok(Decoded { value, findings }) => (Some(manifest_lengths(&value)), findings),
            Err(findings) => (None, findings),
        };
        (left, findings.iter().map(leak).collect::<Vec<_>>())
    };
    let twice = |list: &'static str| {
        move |manifest: &mut serde_json::Value| {
            let list = manifest[list].as_array_mut().unwrap();
            list.push(list[0].clone());
        }
    };
    assert_eq!(
        read(&twice("snapshots")),
        (Some(ALL_OF_MANIFEST.to_vec()), vec![(Code::DuplicateId, "/snapshots", Some("2021-03"))])
    );
    assert_eq!(
        read(&twice("layers")),
        (Some(ALL_OF_MANIFEST.to_vec()), vec![(Code::DuplicateId, "/layers", Some("townships"))])
    );
    let huge =
        |manifest: &mut serde_json::Value| manifest["layers"][0]["bytes"] = 9_000_000_000_000u64.into();
    assert_eq!(read(&huge), (Some(vec![1, 0, 1]), vec![(Code::TooLarge, "/layers", Some("townships"))]));
}

//! Malformed snapshots.

use biaogan::domain::Edition;
use biaogan::snapshot::{Code, read_manifest, read_snapshot};

use super::Edit::{Cut, Swap, Whole};
use super::{ALL_OF_SNAPSHOT, Edit, Expected, Left, SNAPSHOT, check};

/// How long the lists of a snapshot are.
pub fn snapshot_lengths(edition: &Edition) -> Vec<usize> {
    vec![
        edition.domains.len(),
        edition.departments.len(),
        edition.projects.len(),
        edition.indicators.len(),
        edition.tasks.len(),
        edition.sites.len(),
        edition.townships.len(),
        edition.organisation.len(),
    ]
}

#[test]
fn malformed_snapshots() {
    use Code::*;
    let all: Left = Some(ALL_OF_SNAPSHOT);
    let without_one_indicator: Left = Some(&[1, 2, 2, 1, 2, 2, 1, 2]);
    let cases: &[(&str, Edit, &[Expected], Left)] = &[
        ("empty", Whole(""), &[(NotJson, "", None)], None),
        ("truncated", Cut(2500), &[(NotJson, "", None)], None),
        ("not a number", Swap("values\": [10,", "values\": [NaN,"), &[(NotJson, "", None)], None),
        (
            "an infinite number",
            Swap("values\": [10,", "values\": [1e999,"),
            &[
                (BadValue, "/indicators/0/series/values/0", Some("i-firms")),
                (UnknownReference, "/tasks", Some("t-item")),
            ],
            without_one_indicator,
        ),
        (
            "a newer version",
            Swap("\"schema\": 2", "\"schema\": 12"),
            &[(UnknownVersion, "/schema", None)],
            None,
        ),
        ("no month", Swap("\"id\": \"2021-03\",", ""), &[(MissingField, "", None)], None),
        (
            "a plan that ends before it starts",
            Swap("\"end\": \"2021-12\"", "\"end\": \"2020-12\""),
            &[(BadValue, "/start", None)],
            None,
        ),
        ("figures up to another month", Swap("2021-03-31", "2021-04-30"), &[(BadValue, "/as_of", None)], all),
        (
            "indicators that are null",
            Swap("\"indicators\": [\n", "\"indicators\": null, \"older\": [\n"),
            &[
                (WrongType, "/indicators", None),
                (UnknownReference, "/tasks", Some("t-item")),
                (Empty, "/indicators", None),
            ],
            None,
        ),
        (
            "a bad day of publication",
            Swap("2021-04-08", "2021-04-31"),
            &[(BadValue, "/published", None)],
            all,
        ),
        (
            "an indicator with observations that are null",
            Swap("\"values\": [10, {\"missing\": \"not-reported\"}, 31]", "\"values\": null"),
            &[
                (WrongType, "/indicators/0/series/values", Some("i-firms")),
                (UnknownReference, "/tasks", Some("t-item")),
            ],
            without_one_indicator,
        ),
        (
            "a null among the observations",
            Swap("[10, {\"missing\"", "[null, {\"missing\""),
            &[
                (WrongType, "/indicators/0/series/values/0", Some("i-firms")),
                (UnknownReference, "/tasks", Some("t-item")),
            ],
            without_one_indicator,
        ),
        (
            "an observation with a number and a reason",
            Swap("{\"missing\": \"not-reported\"}", "{\"value\": 1, \"missing\": \"withheld\"}"),
            &[
                (BadValue, "/indicators/0/series/values/1", Some("i-firms")),
                (UnknownReference, "/tasks", Some("t-item")),
            ],
            without_one_indicator,
        ),
        (
            "an unknown reason",
            Swap("not-reported", "on-holiday"),
            &[
                (BadValue, "/indicators/0/series/values/1/missing", Some("i-firms")),
                (UnknownReference, "/tasks", Some("t-item")),
            ],
            without_one_indicator,
        ),
        (
            "a number in words",
            Swap("\"target\": 120", "\"target\": \"120家\""),
            &[
                (WrongType, "/indicators/0/goal/target", Some("i-firms")),
                (UnknownReference, "/tasks", Some("t-item")),
            ],
            without_one_indicator,
        ),
        (
            "an unknown comparator",
            Swap("\">=\"", "\"≥\""),
            &[
                (BadValue, "/indicators/0/goal/comparator", Some("i-firms")),
                (UnknownReference, "/tasks", Some("t-item")),
            ],
            without_one_indicator,
        ),
        (
            "a range without its end",
            Swap("\"high\": 60, ", ""),
            &[(BadValue, "/indicators", Some("i-share"))],
            without_one_indicator,
        ),
        (
            "an indicator due before the plan",
            Swap(
                "\"direction\": \"up\", \"due\": \"2021-12-31\"},\n     \"baseline\"",
                "\"due\": \"2019-12-31\"},\n     \"baseline\"",
            ),
            &[(BadValue, "/indicators", Some("i-share"))],
            without_one_indicator,
        ),
        (
            "a schedule out of order",
            Swap(
                "[{\"month\": \"2021-02\", \"plan\": 20}, {\"month\": \"2021-12\", \"plan\": 120}]",
                "[{\"month\": \"2021-12\", \"plan\": 120}, {\"month\": \"2021-02\", \"plan\": 20}]",
            ),
            &[(BadValue, "/indicators", Some("i-firms"))],
            all,
        ),
        (
            "figures after the edition's month",
            Swap("[40.5, 41, 42.5]", "[40.5, 41, 42.5, 44]"),
            &[(BadValue, "/indicators", Some("i-share"))],
            all,
        ),
        (
            "an id twice",
            Swap("\"id\": \"i-share\"", "\"id\": \"i-firms\""),
            &[(DuplicateId, "/indicators", Some("i-firms"))],
            without_one_indicator,
        ),
        (
            "an id that is no id",
            Swap("\"id\": \"s-lost\"", "\"id\": \"待补 1\""),
            &[(BadValue, "/sites", Some("待补 1"))],
            Some(&[1, 2, 2, 2, 2, 1, 1, 2]),
        ),
        (
            "an unknown domain",
            Swap(
                "\"short\": {\"zh\": \"企业\", \"en\": \"Firms\"}, \"domain\": \"commerce\"",
                "\"domain\": \"sports\"",
            ),
            &[
                (UnknownReference, "/indicators", Some("i-firms")),
                (UnknownReference, "/tasks", Some("t-item")),
            ],
            without_one_indicator,
        ),
        (
            "unknown references",
            Swap(
                "\"lead\": \"d-commerce\", \"support\": [\"d-health\"]",
                "\"lead\": \"d-none\", \"support\": [\"d-nobody\"]",
            ),
            &[(UnknownReference, "/tasks", Some("t-item")), (UnknownReference, "/tasks", Some("t-item"))],
            all,
        ),
        (
            "a notice about nothing",
            Swap("[\"doc-plan\"]", "[\"doc-none\"]"),
            &[(UnknownReference, "/notices", Some("n-issued"))],
            all,
        ),
        (
            "a park above its own work",
            Swap(
                "\"id\": \"p-works\", \"kind\": \"work\"",
                "\"id\": \"p-works\", \"parent\": \"p-park\", \"kind\": \"work\"",
            ),
            &[(BadValue, "/projects", Some("p-park"))],
            all,
        ),
        (
            "longitude and latitude swapped",
            Swap("[120.6, 28.0]", "[28.0, 120.6]"),
            &[(BadValue, "/sites", Some("s-park"))],
            all,
        ),
        (
            "a coordinate of one number",
            Swap("[120.6, 28.0]", "[120.6]"),
            &[(BadValue, "/sites/0/at", Some("s-park")), (UnknownReference, "/projects", Some("p-park"))],
            Some(&[1, 2, 2, 2, 2, 1, 1, 2]),
        ),
        (
            "a task of level 9",
            Swap("\"parent\": \"t-part\", \"level\": 2", "\"parent\": \"t-part\", \"level\": 9"),
            &[(BadValue, "/tasks", Some("t-item"))],
            Some(&[1, 2, 2, 2, 1, 2, 1, 2]),
        ),
        (
            "a record that is a number",
            Swap("\"documents\": [", "\"documents\": [7,"),
            &[(WrongType, "/documents/0", None)],
            all,
        ),
    ];
    check(cases, SNAPSHOT, read_snapshot, snapshot_lengths);
}

#[test]
fn deep_nesting_costs_its_record_only() {
    let deep = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
    let unknown = SNAPSHOT.replacen("\"schema\": 2,", &format!("\"schema\": 2, \"extra\": {deep},"), 1);
    assert_eq!(snapshot_lengths(&read_snapshot(&unknown).unwrap().value), ALL_OF_SNAPSHOT);
    let record = SNAPSHOT.replacen("\"documents\": [", &format!("\"documents\": [{deep},"), 1);
    let read = read_snapshot(&record).unwrap();
    assert_eq!(snapshot_lengths(&read.value), ALL_OF_SNAPSHOT);
    assert_eq!(read.findings.len(), 1);
    let deep_map = format!("{}1{}", "{\"a\":".repeat(5000), "}".repeat(5000));
    assert!(read_snapshot(&deep_map).is_err() && read_manifest(&deep_map).is_err());
}

#[test]
fn hostile_text_stays_text() {
    for hostile in ["<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "\u{202e}txt.exe", "{{7*7}}"] {
        let quoted = serde_json::to_string(hostile).unwrap();
        let text = SNAPSHOT.replacen("\"服务企业\"", &quoted, 1).replacen("\"bureau\"", &quoted, 1);
        let read = read_snapshot(&text).unwrap();
        assert!(read.findings.is_empty());
        assert_eq!(read.value.indicators[0].name.zh, hostile);
        assert_eq!(read.value.departments[0].kind, hostile);
    }
}

//! A publication of version 1 means what the same publication of version 2 means.

use biaogan::snapshot::integrity::verify;
use biaogan::snapshot::{Code, read_manifest, read_snapshot};
use pretty_assertions::assert_eq;

const OLD_MANIFEST: &str = include_str!("fixtures/v1/index.json");
const OLD_SNAPSHOT: &str = include_str!("fixtures/v1/snapshot.json");
const MANIFEST: &str = include_str!("fixtures/base/index.json");
const SNAPSHOT: &str = include_str!("fixtures/base/snapshot.json");

#[test]
fn an_old_snapshot_means_the_same() {
    let (old, new) = (read_snapshot(OLD_SNAPSHOT).unwrap(), read_snapshot(SNAPSHOT).unwrap());
    assert_eq!(old.value, new.value);
    assert_eq!(old.findings, []);
}

#[test]
fn an_old_manifest_means_the_same() {
    let (old, mut new) = (read_manifest(OLD_MANIFEST).unwrap(), read_manifest(MANIFEST).unwrap());
    let entry = &old.value.snapshots[0];
    assert!(verify(OLD_SNAPSHOT.as_bytes(), entry.bytes, &entry.sha256).is_ok());
    // Each names its own snapshot file.
    new.value.snapshots.clone_from(&old.value.snapshots);
    assert_eq!(old.value, new.value);
    assert_eq!(old.findings, []);
}

#[test]
fn an_old_series_that_cannot_be_read_is_named() {
    for (from, to) in
        [("\"month\": \"2021-03\"", "\"month\": \"2021-13\""), ("\"value\": 10\n", "\"figure\": 10\n")]
    {
        assert!(OLD_SNAPSHOT.contains(from));
        let read = read_snapshot(&OLD_SNAPSHOT.replacen(from, to, 1)).unwrap();
        let finding = &read.findings[0];
        assert_eq!((finding.code, finding.record.as_deref()), (Code::WrongType, Some("i-firms")), "{to}");
        assert!(finding.pointer.starts_with("/indicators/0/series"), "{}", finding.pointer);
        assert_eq!(read.value.indicators.len(), 1);
    }
}

#[test]
fn an_empty_old_series_starts_with_the_plan() {
    let text = OLD_SNAPSHOT.replacen("\"progress\": [", "\"progress\": [], \"older\": [", 1);
    let read = read_snapshot(&text).unwrap();
    let progress = read.value.tasks[1].progress.as_ref().unwrap();
    assert_eq!((progress.from, progress.values.len()), (read.value.start, 0));
}

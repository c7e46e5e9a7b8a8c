//! Malformed manifests, snapshots and boundaries: each costs only what is wrong with it, and says so.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use biaogan::domain::Lang;
use biaogan::snapshot::integrity::verify;
use biaogan::snapshot::{Code, Decoded, Finding, read_manifest, read_snapshot};
use boundaries::boundaries;
use manifests::manifest_lengths;
use snapshots::snapshot_lengths;

mod boundaries;
mod manifests;
mod snapshots;

const MANIFEST: &str = include_str!("../fixtures/base/index.json");
const SNAPSHOT: &str = include_str!("../fixtures/base/snapshot.json");
const BOUNDARIES: &str = include_str!("../fixtures/base/townships.geojson");

/// What is done to a good file.
enum Edit {
    /// The first text is replaced by the second, once.
    Swap(&'static str, &'static str),
    /// Only so many bytes are left.
    Cut(usize),
    /// Another text takes its place.
    Whole(&'static str),
}
use Edit::{Cut, Swap, Whole};

impl Edit {
    fn apply(&self, good: &str) -> String {
        match self {
            Swap(from, to) => {
                assert!(good.contains(from), "the good file has no {from}");
                good.replacen(from, to, 1)
            }
            Cut(bytes) => good[..*bytes].to_owned(),
            Whole(text) => (*text).to_owned(),
        }
    }
}

/// A finding that is expected: code, pointer, record.
type Expected = (Code, &'static str, Option<&'static str>);

/// What is left of a file: the lengths of its lists, or nothing.
type Left = Option<&'static [usize]>;

/// The lists of the good files.
const ALL_OF_MANIFEST: &[usize] = &[1, 1, 1];
const ALL_OF_SNAPSHOT: &[usize] = &[1, 2, 2, 2, 2, 2, 1, 2];
const ALL_OF_BOUNDARIES: &[usize] = &[2];

fn check<T>(
    cases: &[(&str, Edit, &[Expected], Left)],
    good: &str,
    read: impl Fn(&str) -> Result<Decoded<T>, Vec<Finding>>,
    lengths: impl Fn(&T) -> Vec<usize>,
) {
    let mut wrong = String::new();
    for (name, edit, expected, left) in cases {
        let (value, findings) = match read(&edit.apply(good)) {
            Ok(Decoded { value, findings }) => (Some(value), findings),
            Err(findings) => (None, findings),
        };
        let found: Vec<Expected> = findings.iter().map(leak).collect();
        let lengths = value.as_ref().map(&lengths);
        if found != *expected || lengths.as_deref() != *left {
            wrong += &format!("{name}: left {lengths:?}, found {found:?}\n");
        }
        for finding in &findings {
            for lang in [Lang::Zh, Lang::En] {
                assert!(!finding.sentence(lang).is_empty() && finding.sentence(lang).len() < 700, "{name}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A finding in the form in which it is expected.
fn leak(finding: &Finding) -> Expected {
    let text = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    (finding.code, text(&finding.pointer), finding.record.as_deref().map(text))
}

#[test]
fn good_files_are_read_whole() {
    let none: &[Expected] = &[];
    check(
        &[("manifest", Swap("{", "{"), none, Some(ALL_OF_MANIFEST))],
        MANIFEST,
        read_manifest,
        manifest_lengths,
    );
    check(
        &[("snapshot", Swap("{", "{"), none, Some(ALL_OF_SNAPSHOT))],
        SNAPSHOT,
        read_snapshot,
        snapshot_lengths,
    );
    check(&[("boundaries", Swap("{", "{"), none, Some(ALL_OF_BOUNDARIES))], BOUNDARIES, boundaries, |read| {
        vec![read.regions.len()]
    });
}

#[test]
fn files_that_were_changed_are_found_out() {
    let manifest = read_manifest(MANIFEST).unwrap().value;
    let entry = &manifest.snapshots[0];
    assert_eq!(verify(SNAPSHOT.as_bytes(), entry.bytes, &entry.sha256), Ok(()));
    let longer = format!("{SNAPSHOT} ");
    let changed = SNAPSHOT.replacen("31", "91", 1);
    for bytes in [longer.as_bytes(), changed.as_bytes(), &SNAPSHOT.as_bytes()[1..], b""] {
        assert_eq!(verify(bytes, entry.bytes, &entry.sha256).unwrap_err().code, Code::Integrity);
    }
}

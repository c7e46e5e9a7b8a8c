//! Bundles: what is written can be checked, and what was tampered with is found out.

mod common;

use std::collections::BTreeMap;

use biaogan::publish::{self, Bundle, inspect, refuses};
use biaogan::snapshot::integrity::sha256;
use biaogan::snapshot::{Code, Finding};
use pretty_assertions::assert_eq;

type Files = BTreeMap<String, Vec<u8>>;

fn bundle() -> Bundle {
    let plan = publish::read(&common::tables("tests/fixtures/tables")).unwrap().value;
    Bundle::new(&plan.head, &plan.layers, &[plan.edition], None).unwrap()
}

fn files() -> Files {
    bundle().files.into_iter().collect()
}

fn check(files: &Files) -> Vec<Finding> {
    inspect::check_bundle(|file| files.get(file).cloned())
}

#[test]
fn files_are_named_after_their_hashes_and_the_manifest_comes_last() {
    let bundle = bundle();
    let (index, others) = bundle.files.split_last().unwrap();
    assert_eq!(index.0, "index.json");
    for (file, bytes) in others {
        let hash = sha256(bytes);
        let stem = file.split('.').nth(1).unwrap();
        assert_eq!(stem, &hash[..12], "{file}");
        let entry = bundle.manifest.snapshots.iter().find(|entry| entry.file == *file);
        let layer = bundle.manifest.layers.iter().find(|layer| layer.file == *file);
        let named = entry.map(|entry| (entry.bytes, &entry.sha256));
        let named = named.or(layer.map(|layer| (layer.bytes, &layer.sha256)));
        assert_eq!(named, Some((bytes.len() as u64, &hash)), "{file}");
    }
    assert_eq!(check(&files()), []);
}

#[test]
fn the_same_tables_make_the_same_bytes() {
    assert_eq!(bundle(), bundle());
}

#[test]
fn a_later_publication_keeps_the_months_before_it() {
    let first = bundle().manifest;
    let mut plan = publish::read(&common::tables("tests/fixtures/tables")).unwrap().value;
    let again = Bundle::new(&plan.head, &plan.layers, &[plan.edition.clone()], Some(&first)).unwrap();
    assert_eq!(again.manifest, first, "nothing has changed, the sequence neither");
    plan.edition.month = plan.edition.month.plus(1);
    plan.edition.as_of = plan.edition.month.last_day();
    let later = Bundle::new(&plan.head, &plan.layers, &[plan.edition], Some(&first)).unwrap();
    let months: Vec<_> = later.manifest.snapshots.iter().map(|entry| entry.id.to_string()).collect();
    assert_eq!((later.manifest.sequence, months), (4, vec!["2021-03".to_owned(), "2021-04".to_owned()]));
}

#[test]
fn tampering_is_found_out() {
    let good = files();
    let snapshot = good.keys().find(|file| file.starts_with("snapshots/")).unwrap().clone();
    let layer = good.keys().find(|file| file.starts_with("geo/")).unwrap().clone();
    for file in [&snapshot, &layer] {
        let mut gone = good.clone();
        gone.remove(file);
        assert_eq!(check(&gone)[0].code, Code::Unavailable, "{file}");
        let mut changed = good.clone();
        changed.get_mut(file).unwrap()[40] ^= 1;
        let findings = check(&changed);
        assert_eq!(findings[0].code, Code::Integrity, "{file}");
        assert_eq!(findings[0].place.as_ref().unwrap().file, *file);
        assert!(refuses(&findings));
    }
    let mut relabelled = good.clone();
    let index = String::from_utf8(good["index.json"].clone()).unwrap();
    let index = index.replacen("\"kind\":\"official\"", "\"kind\":\"demo\"", 1);
    relabelled.insert("index.json".to_owned(), index.into_bytes());
    let findings = check(&relabelled);
    assert_eq!((findings[0].code, findings[0].pointer.as_str()), (Code::Integrity, "/kind"));
    assert_eq!(check(&Files::new())[0].code, Code::Unavailable);
}

#[test]
fn single_files_are_known_by_their_fields() {
    for (file, bytes) in files() {
        assert_eq!(inspect::check_file(&file, &bytes), [], "{file}");
        let findings = inspect::check_file(&file, &bytes[..bytes.len() / 2]);
        assert_eq!(findings[0].code, Code::NotJson, "{file}");
    }
    assert_eq!(inspect::check_file("x.json", b"\xff\xfe{}")[0].code, Code::BadValue);
}

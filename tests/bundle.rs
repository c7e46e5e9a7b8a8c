//! Bundles: what is written can be checked, and what was tampered with is found out.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;

use std::collections::BTreeMap;

use biaogan::domain::Readings;
use biaogan::publish::{self, Bundle, Previous, inspect, refuses};
use biaogan::snapshot::integrity::sha256;
use biaogan::snapshot::{Code, Finding, read_readings};
use pretty_assertions::assert_eq;

type Files = BTreeMap<String, Vec<u8>>;

fn bundle() -> Bundle {
    let plan = publish::read(&common::tables("tests/fixtures/tables")).unwrap().value;
    Bundle::new(&plan.head, &plan.layers, &[plan.edition], None).unwrap()
}

fn files() -> Files {
    bundle().files.into_iter().collect()
}

fn readings_of(bundle: &Bundle) -> Readings {
    let entry = bundle.manifest.readings.as_ref().unwrap();
    let (_, bytes) = bundle.files.iter().find(|(file, _)| *file == entry.file).unwrap();
    let read = read_readings(std::str::from_utf8(bytes).unwrap()).unwrap();
    assert_eq!(read.findings, []);
    read.value
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
        let readings = bundle.manifest.readings.as_ref().filter(|entry| entry.file == *file);
        let named = named.or(readings.map(|entry| (entry.bytes, &entry.sha256)));
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
    let first = Previous { manifest: bundle().manifest, readings: readings_of(&bundle()) };
    let mut plan = publish::read(&common::tables("tests/fixtures/tables")).unwrap().value;
    let again = Bundle::new(&plan.head, &plan.layers, &[plan.edition.clone()], Some(&first)).unwrap();
    assert_eq!(again.manifest, first.manifest, "nothing has changed, the sequence neither");
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
    let readings = good.keys().find(|file| file.starts_with("readings.")).unwrap().clone();
    for file in [&snapshot, &layer, &readings] {
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

#[test]
fn the_characters_of_all_names_have_their_readings() {
    let plan = common::plan().value;
    let bundle = Bundle::new(&plan.head, &plan.layers, std::slice::from_ref(&plan.edition), None).unwrap();
    let readings = readings_of(&bundle);
    let of = |letter| readings.of(letter).collect::<Vec<_>>();
    assert_eq!((of('瓯'), of('额'), of('g')), (vec!["ou"], vec!["e"], vec![]));
    assert!(of('行').len() > 1 && of('行').contains(&"hang"), "{:?}", of('行'));
    for name in plan.edition.tasks.iter().map(|task| &task.name.zh) {
        for letter in name.chars().filter(|letter| ('一'..='龥').contains(letter)) {
            assert!(!of(letter).is_empty(), "{letter} in {name}");
        }
    }
    for (letter, said) in readings.iter() {
        let plain =
            said.split(' ').all(|one| !one.is_empty() && one.bytes().all(|byte| byte.is_ascii_lowercase()));
        assert!(plain, "{letter}: {said}");
    }
}

#[test]
fn readings_of_earlier_editions_stay() {
    let plan = publish::read(&common::tables("tests/fixtures/tables")).unwrap().value;
    let mut previous = Previous { manifest: bundle().manifest, readings: Readings::default() };
    previous.readings.insert('鱻', "xian");
    let later = Bundle::new(&plan.head, &plan.layers, &[plan.edition], Some(&previous)).unwrap();
    assert_eq!(readings_of(&later).of('鱻').collect::<Vec<_>>(), ["xian"]);
    assert!(readings_of(&later).iter().count() > readings_of(&bundle()).iter().count());
}

//! The words of the pages: each said once, in both languages, and used.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

/// The keys of a language in the order of its file, which a parser of JSON would not tell twice.
fn keys(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(Path::new("locales").join(file)).unwrap();
    let key = |line: &str| line.trim().strip_prefix('"')?.split_once("\":").map(|(key, _)| key.to_owned());
    text.lines().filter_map(key).collect()
}

/// The sources of the pages, one after the other.
fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn no_key_stands_twice_and_both_languages_have_the_same() {
    let [zh, en] = ["zh-CN.json", "en.json"].map(keys);
    for keys in [&zh, &en] {
        let mut seen = BTreeSet::new();
        let twice: Vec<&String> = keys.iter().filter(|key| !seen.insert(*key)).collect();
        assert!(twice.is_empty(), "{twice:?}");
        assert!(keys.len() > 300);
    }
    assert_eq!(zh, en);
}

#[test]
fn every_key_is_said_somewhere() {
    let mut text = String::new();
    sources(Path::new("src"), &mut text);
    let words: BTreeSet<&str> =
        text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    let unsaid: Vec<String> =
        keys("en.json").into_iter().filter(|key| !words.contains(key.as_str())).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

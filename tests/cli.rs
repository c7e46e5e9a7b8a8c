//! The command line: what it writes, what it says, with which exit code.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use pretty_assertions::assert_eq;

/// A folder of its own for a test, empty at its start.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn biaogan(arguments: &[&str]) -> Output {
    let root = env!("CARGO_MANIFEST_DIR");
    Command::new(env!("CARGO_BIN_EXE_biaogan")).current_dir(root).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A copy of the good tables in which one text is another.
fn changed(name: &str, file: &str, from: &str, to: &str) -> PathBuf {
    let folder = scratch(name);
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tables");
    for entry in fs::read_dir(good).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    let text = fs::read_to_string(folder.join(file)).unwrap();
    assert!(text.contains(from));
    fs::write(folder.join(file), text.replacen(from, to, 1)).unwrap();
    folder
}

#[test]
fn build_writes_what_validate_accepts() {
    let out = scratch("build");
    let out = out.to_str().unwrap();
    let built = biaogan(&["build", "tests/fixtures/tables", "--out", out]);
    assert_eq!((built.status.code(), said(&built)), (Some(0), String::new()));
    let checked = biaogan(&["validate", out]);
    assert_eq!((checked.status.code(), said(&checked)), (Some(0), String::new()));
    let again = biaogan(&["build", "tests/fixtures/tables", "--out", out, "--json"]);
    assert_eq!(again.status.code(), Some(0));
    let report: serde_json::Value = serde_json::from_str(&said(&again)).unwrap();
    assert_eq!(report["written"].as_array().unwrap().len(), 4);
    assert_eq!(fs::read_dir(Path::new(out).join("snapshots")).unwrap().count(), 1);
}

#[test]
fn findings_name_file_row_and_column_in_both_languages() {
    let folder = changed("cell", "figures.csv", "2021-01,10,", "2021-01,87.6%%,");
    let folder = folder.to_str().unwrap();
    let zh = biaogan(&["validate", folder]);
    assert_eq!(zh.status.code(), Some(1));
    assert_eq!(said(&zh).lines().next(), Some("figures.csv:2:value: error: 值不合规：应为数字，实为87.6%%"));
    let en = biaogan(&["validate", folder, "--lang", "en"]);
    let line = "figures.csv:2:value: error: Value not allowed: expected a number, found 87.6%%";
    assert_eq!(said(&en).lines().next(), Some(line));
    let json = biaogan(&["validate", folder, "--json"]);
    let report: serde_json::Value = serde_json::from_str(&said(&json)).unwrap();
    let place = serde_json::json!({ "file": "figures.csv", "row": 2, "column": "value" });
    assert_eq!((json.status.code(), &report["findings"][0]["place"]), (Some(1), &place));
}

#[test]
fn errors_refuse_to_build_and_warnings_do_not() {
    let out = scratch("refused");
    let out = out.to_str().unwrap();
    let bad = changed("bad", "figures.csv", "2021-01,10,", "2021-01,ten,");
    let refused = biaogan(&["build", bad.to_str().unwrap(), "--out", out]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(fs::read_dir(out).unwrap().count(), 0, "nothing is written");
    let odd = changed("odd", "domains.csv", "seal\ncommerce", "remark\ncommerce");
    let refused = biaogan(&["build", odd.to_str().unwrap(), "--out", out]);
    assert_eq!(refused.status.code(), Some(1));
    let late = changed("late", "figures.csv", "i-share,,2021-01,40.5,,,,,,,,src-office\n", "");
    let built = biaogan(&["build", late.to_str().unwrap(), "--out", out]);
    assert_eq!(built.status.code(), Some(0));
    assert!(said(&built).contains(": warning: "));
}

#[test]
fn single_files_are_checked() {
    for file in ["index.json", "snapshot.json", "townships.geojson"] {
        let checked = biaogan(&["validate", &format!("tests/fixtures/base/{file}")]);
        assert_eq!((checked.status.code(), said(&checked)), (Some(0), String::new()), "{file}");
    }
    assert_eq!(
        biaogan(&["validate", "tests/fixtures/v1"]).status.code(),
        Some(1),
        "its boundaries are elsewhere"
    );
    assert_eq!(biaogan(&["validate", "tests/fixtures/base"]).status.code(), Some(0));
}

#[test]
fn wrong_usage_and_unreadable_files_are_2() {
    let out = scratch("usage");
    let out = out.to_str().unwrap();
    for arguments in [
        &["validate", "no/such/folder"][..],
        &["build", "no/such/folder", "--out", out],
        &["build", "tests/fixtures/tables"],
        &["publish"],
        &["demo", "data/plan", "--profile", "data/demo", "--out", out, "--seed", "x"],
    ] {
        assert_eq!(biaogan(arguments).status.code(), Some(2), "{arguments:?}");
    }
    fs::write(Path::new(out).join("index.json"), "{}").unwrap();
    assert_eq!(biaogan(&["build", "tests/fixtures/tables", "--out", out]).status.code(), Some(2));
}

#[test]
fn the_demonstration_is_written_and_sound() {
    let out = scratch("demo");
    let out = out.to_str().unwrap();
    let written = biaogan(&["demo", "data/plan", "--profile", "data/demo", "--out", out, "--prune"]);
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    let checked = biaogan(&["validate", out]);
    assert_eq!((checked.status.code(), said(&checked)), (Some(0), String::new()));
    let other =
        biaogan(&["demo", "data/plan", "--profile", "data/demo", "--out", out, "--prune", "--seed", "5"]);
    assert_eq!(other.status.code(), Some(0));
    assert_eq!(fs::read_dir(Path::new(out).join("snapshots")).unwrap().count(), 36, "pruned");
}

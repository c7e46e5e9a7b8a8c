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

#[test]
fn editions_are_compared_by_id_and_by_file() {
    let out = scratch("diff");
    let folder = out.to_str().unwrap();
    let written = biaogan(&["demo", "data/plan", "--profile", "data/demo", "--out", folder]);
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    let zh = biaogan(&["diff", "2022-05", "2022-06", "--data", folder]);
    assert_eq!(zh.status.code(), Some(1), "something differs");
    let told = said(&zh);
    assert_eq!(told.lines().next(), Some("2022年6月较2022年5月【演示数据，不代表实际进展】"));
    assert!(told.contains("指标　数字生活服务品牌：绿→红"), "{told}");
    let file = |month: &str| {
        let files = fs::read_dir(out.join("snapshots")).unwrap().map(|entry| entry.unwrap().path());
        let named = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with(month);
        files.into_iter().find(named).unwrap().to_str().unwrap().to_owned()
    };
    let files = biaogan(&["diff", &file("2022-05"), &file("2022-06"), "--lang", "en"]);
    assert_eq!(files.status.code(), Some(1));
    assert!(said(&files).starts_with("June 2022 against May 2022 [Demo data"), "{}", said(&files));
    assert!(said(&files).contains("Goal Digital-life service brands: green → red"));
    let same = biaogan(&["diff", "2022-06", "2022-06", "--data", folder]);
    assert_eq!(same.status.code(), Some(0), "{}", said(&same));
    for arguments in [
        &["diff", "2022-05", "2031-06", "--data", folder][..],
        &["diff", "no/such/file.json", &file("2022-06")],
        &["diff", "Cargo.toml", &file("2022-06")],
        &["diff", "2022-05", "2022-06", "--data", "no/such/folder"],
        &["diff", "2022-05"],
    ] {
        assert_eq!(biaogan(arguments).status.code(), Some(2), "{arguments:?}");
    }
    fs::write(file("2022-05"), "{}").unwrap();
    let tampered = biaogan(&["diff", "2022-05", "2022-06", "--data", folder]);
    assert_eq!(tampered.status.code(), Some(2));
}

#[test]
fn brief_writes_one_file_that_needs_nothing_else() {
    let folder = scratch("brief");
    let (data, out) = (folder.join("data"), folder.join("brief.html"));
    let (data, out) = (data.to_str().unwrap(), out.to_str().unwrap());
    biaogan(&["build", "tests/fixtures/tables", "--out", data]);
    let written = biaogan(&["brief", "--data", data, "--out", out]);
    assert_eq!(written.status.code(), Some(0));
    let html = fs::read_to_string(out).unwrap();
    assert!(html.starts_with("<!doctype html>") && html.contains("<h1>") && html.contains("@page"));
    for outer in ["<script", "<link", "<img", "src=", "@import", "http://", "https://"] {
        // The names of sources may hold addresses; nothing is loaded from them.
        let loaded = html.replace("http://www.w3.org", "");
        assert!(!loaded.contains(outer), "{outer}");
    }
    // The same data always give the same bytes.
    biaogan(&["brief", "--data", data, "--out", out]);
    assert_eq!(fs::read_to_string(out).unwrap(), html);
    biaogan(&["brief", "--data", data, "--out", out, "--lang", "en", "--base", "../dashboard/"]);
    let linked = fs::read_to_string(out).unwrap();
    assert!(linked.contains("href=\"../dashboard/?view=indicator"));
    assert!(linked.contains("lang=\"en\""));
    let hostile = biaogan(&["brief", "--data", data, "--out", out, "--base", "javascript:alert(1)"]);
    assert_ne!(hostile.status.code(), Some(0));
    assert_eq!(fs::read_to_string(out).unwrap(), linked, "nothing is lost");
}

#[test]
fn brief_says_why_there_is_none() {
    let folder = scratch("no-brief");
    let data = folder.join("data");
    let path = data.to_str().unwrap();
    let out = folder.join("brief.html");
    let brief =
        |more: &[&str]| biaogan(&[&["brief", "--data", path, "--out", out.to_str().unwrap()], more].concat());
    let gone = brief(&[]);
    assert_eq!(gone.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&gone.stderr).contains("index.json"));
    biaogan(&["build", "tests/fixtures/tables", "--out", path]);
    let unknown = brief(&["--snapshot", "1999-01"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("no edition of that month"));
    // An edition that is not the one the manifest names is refused, and said.
    let snapshots = fs::read_dir(data.join("snapshots")).unwrap();
    for snapshot in snapshots {
        fs::write(snapshot.unwrap().path(), "{}").unwrap();
    }
    let broken = brief(&["--lang", "en"]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(said(&broken).contains("error"));
    assert!(!out.exists());
}

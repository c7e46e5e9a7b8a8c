//! Uses go one way: which floor may name which, as ARCHITECTURE.md says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod source;

use std::fs;
use std::path::{Path, PathBuf};

use source::{Token, paths, tokens};

/// A folder under `src` and the other folders that it may use.
struct Floor {
    folder: &'static str,
    uses: &'static [&'static str],
    /// Pure floors name no browser crate.
    pure: bool,
}

const FLOORS: [Floor; 11] = [
    Floor { folder: "domain", uses: &[], pure: true },
    Floor { folder: "snapshot", uses: &["domain"], pure: true },
    Floor { folder: "publish", uses: &["snapshot", "domain"], pure: true },
    Floor { folder: "route", uses: &["domain"], pure: true },
    Floor { folder: "model", uses: &["route", "domain", "snapshot"], pure: true },
    Floor { folder: "option", uses: &["model", "domain", "snapshot"], pure: true },
    Floor { folder: "echarts", uses: &["option"], pure: false },
    Floor { folder: "maplibre", uses: &["model"], pure: false },
    Floor { folder: "browser", uses: &["domain"], pure: false },
    Floor { folder: "data", uses: &["browser", "snapshot", "route", "domain"], pure: false },
    Floor {
        folder: "ui",
        uses: &["option", "model", "route", "domain", "data", "browser", "snapshot", "echarts", "maplibre"],
        pure: false,
    },
];

/// What the models may take of the wire format: the manifest, the boundaries and their parts.
const MODEL_TAKES: [&str; 12] = [
    "Manifest",
    "District",
    "Layer",
    "LayerRole",
    "SnapshotEntry",
    "Crs",
    "Basemap",
    "BasemapKind",
    "basemap",
    "Boundaries",
    "Region",
    "boundary",
];

const BROWSER_CRATES: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "leptos", "gloo"];

/// What a file of `floor` names and must not; `depth` is how far its module lies below the root.
fn offences(floor: &Floor, depth: usize, source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let mut offences = Vec::new();
    for path in paths(&tokens, depth) {
        let [folder, rest @ ..] = path.as_slice() else { continue };
        let known = FLOORS.iter().any(|other| other.folder == folder);
        let own = folder == floor.folder;
        if known && !own && !floor.uses.contains(&folder.as_str()) {
            offences.push(format!("crate::{}", path.join("::")));
        }
        let taken = rest.first().is_some_and(|item| MODEL_TAKES.contains(&item.as_str()));
        if ["model", "option"].contains(&floor.folder) && folder == "snapshot" && !taken {
            offences.push(format!("crate::{}", path.join("::")));
        }
    }
    for token in &tokens {
        match token {
            Token::Word(word) if floor.pure => {
                let foreign = BROWSER_CRATES.iter().any(|name| {
                    word == name || word.strip_prefix(name).is_some_and(|rest| rest.starts_with('_'))
                });
                offences.extend(foreign.then(|| word.clone()));
            }
            Token::Text(text) if floor.folder != "echarts" && text.contains("echarts") => {
                offences.push(format!("{text:?}"));
            }
            _ => {}
        }
    }
    offences
}

/// The Rust files below a folder, none when it does not exist.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// How far the module of a file lies below the root: `src/ui/app.rs` is 2, `src/ui/mod.rs` is 1.
fn depth(file: &Path) -> usize {
    file.components().count() - usize::from(file.file_stem().is_some_and(|stem| stem == "mod"))
}

#[test]
fn uses_go_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut read = 0;
    let mut wrong = String::new();
    for floor in &FLOORS {
        for file in files(&src.join(floor.folder)) {
            let inside = file.strip_prefix(&src).unwrap();
            for offence in offences(floor, depth(inside), &fs::read_to_string(&file).unwrap()) {
                wrong += &format!("src/{} names {offence}\n", inside.display());
            }
            read += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(read > 40, "only {read} files were read");
}

#[test]
fn every_folder_of_the_library_is_a_floor() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in fs::read_dir(src).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(name == "bin" || FLOORS.iter().any(|floor| floor.folder == name), "{name}");
    }
}

#[test]
fn offences_are_found() {
    let floor = |name| FLOORS.iter().find(|floor| floor.folder == name).unwrap();
    let cases = [
        ("domain", "use crate::domain::Light; use super::Month;", 0),
        ("domain", "use crate::snapshot::Finding;", 1),
        ("domain", "use super::super::model::card;", 1),
        ("snapshot", "use crate::{domain::Light, publish::Plan};", 1),
        ("publish", "use leptos::prelude::*;", 1),
        ("publish", "use gloo_net::http; use wasm_bindgen_futures::spawn_local;", 2),
        ("route", "// use leptos;\n/// see web_sys\nlet s = \"leptos\";", 0),
        ("model", "use crate::snapshot::{Manifest, Boundaries};", 0),
        ("model", "use crate::snapshot::{Manifest, read_snapshot};", 1),
        ("model", "use crate::snapshot;", 1),
        ("option", "fn f() { crate::ui::draw() }", 1),
        ("browser", "use leptos::prelude::*;", 0),
        ("data", "use crate::ui::App;", 1),
        ("ui", "#[wasm_bindgen(module = \"/assets/echarts.js\")] extern \"C\" {}", 1),
        ("echarts", "#[wasm_bindgen(module = \"/assets/echarts.js\")] extern \"C\" {}", 0),
        ("echarts", "use crate::model::Chart;", 1),
    ];
    for (folder, source, count) in cases {
        let found = offences(floor(folder), 2, source);
        assert_eq!(found.len(), count, "{folder}: {source}: {found:?}");
    }
}

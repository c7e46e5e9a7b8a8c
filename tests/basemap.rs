//! A declared street map on its way: from the office's file into the manifest, under the map, and into what the page says of itself.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::sync::Arc;

use biaogan::domain::{Lang, RulePack};
use biaogan::model::about::{Block, about};
use biaogan::model::map::map;
use biaogan::model::picture::{LETTER, Land, picture, picture_over};
use biaogan::model::places::places;
use biaogan::option::{self, Palette};
use biaogan::publish::{self, Bundle, Tables};
use biaogan::route::ViewState;
use biaogan::snapshot::{Code, Manifest, read_manifest};
use pretty_assertions::assert_eq;
use serde_json::{Value, json};

fn declared() -> Value {
    json!([
        { "kind": "tiles", "url": "https://t{s}.example/{z}/{x}/{y}?tk={key}", "subdomains": ["0", "1"], "crs": "CGCS2000",
          "attribution": { "zh": "甲图", "en": "Map A" }, "review_number": "GS(2099)0001号", "max_zoom": 17 },
        { "kind": "pmtiles", "url": "tiles/names.pmtiles", "attribution": { "zh": "甲图", "en": "Map A" } },
    ])
}

/// An office's tables with a basemap.
fn tables(basemap: Value) -> Tables {
    let mut tables = common::tables("tests/fixtures/tables");
    let mut district: Value = serde_json::from_slice(tables.get("district.json").unwrap()).unwrap();
    district["basemap"] = basemap;
    tables.insert("district.json", serde_json::to_vec(&district).unwrap());
    tables
}

fn published(basemap: Value) -> Manifest {
    let plan = publish::read(&tables(basemap)).unwrap();
    assert_eq!(plan.findings, []);
    let plan = plan.value;
    let bundle = Bundle::new(&plan.head, &plan.layers, &[plan.edition], None).unwrap();
    let index = String::from_utf8(bundle.files.last().unwrap().1.clone()).unwrap();
    let validator = jsonschema::validator_for(schemars::schema_for!(Manifest).as_value()).unwrap();
    assert!(validator.is_valid(&serde_json::from_str(&index).unwrap()));
    let read = read_manifest(&index).unwrap();
    assert_eq!(read.findings, []);
    assert_eq!(read.value, bundle.manifest);
    read.value
}

#[test]
fn what_an_office_declares_is_in_the_manifest() {
    let manifest = published(declared());
    let written = serde_json::to_value(&manifest.basemap).unwrap();
    assert_eq!(written[0]["url"], declared()[0]["url"]);
    assert_eq!(written[1]["max_zoom"], Value::Null);
    let none = common::plan().value;
    assert!(none.head.basemap.is_empty(), "the shipped plan has none");
    let bundle = Bundle::new(&none.head, &none.layers, &[none.edition], None).unwrap();
    let index = String::from_utf8(bundle.files.last().unwrap().1.clone()).unwrap();
    assert!(!index.contains("basemap"));
}

#[test]
fn a_bad_one_refuses_the_publication_and_costs_a_page_only_itself() {
    let mut bad = declared();
    bad[0]["crs"] = json!("GCJ-02");
    let plan = publish::read(&tables(bad.clone())).unwrap();
    assert!(publish::refuses(&plan.findings));
    let finding = &plan.findings[0];
    assert_eq!((finding.code, finding.pointer.as_str()), (Code::BadValue, "/basemap/0/crs"));
    assert_eq!(finding.place.as_ref().unwrap().file, "district.json");
    let mut index = serde_json::to_value(published(declared())).unwrap();
    index["basemap"] = bad;
    let read = read_manifest(&index.to_string()).unwrap();
    assert_eq!(read.value.basemap.len(), 1);
    assert_eq!(read.findings.len(), 1);
}

#[test]
fn a_map_over_streets_lets_them_through_and_says_whose_they_are() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let state = ViewState::from_query("?view=map");
    let model = map(&scope, &support::manifest(), &state, Arc::new(places(&scope, None)));
    let (townships, district, neighbours) =
        (support::townships(), support::district(), support::neighbours());
    let land = Land {
        townships: Some(&townships),
        district: Some(&district),
        neighbours: Some(&neighbours),
        ..Land::default()
    };
    let size = [920.0, 640.0];
    let plain = picture(&model, land, size, LETTER, Lang::Zh).unwrap();
    let line = "底图：甲图，审图号：GS(2099)0001号".to_owned();
    let over = picture_over(&model, land, size, LETTER, std::slice::from_ref(&line), Lang::Zh).unwrap();
    assert!(!plain.over && over.over);
    assert_eq!(over.legal, [plain.legal.as_slice(), &[line]].concat());
    let option = |picture| {
        let text = option::map(picture, &[], &Palette::default(), "land", true).unwrap();
        serde_json::from_str::<Value>(&text).unwrap()
    };
    let opacities = |option: &Value| -> Vec<Value> {
        let regions = option["geo"]["regions"].as_array().unwrap();
        regions.iter().map(|region| region["itemStyle"]["opacity"].clone()).collect()
    };
    assert!(opacities(&option(&plain)).iter().all(Value::is_null));
    assert!(
        opacities(&option(&over)).iter().all(|opacity| opacity.as_f64().is_some_and(|opacity| opacity < 0.8))
    );
    assert_eq!(option(&over)["geo"]["itemStyle"]["areaColor"], "transparent");
}

#[test]
fn the_page_about_the_data_names_whom_it_asks() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    let said = |manifest: &Manifest, lang| {
        let about = about(&support::scope(&edition, &rule, lang), manifest);
        let sections = about
            .sections
            .into_iter()
            .filter(|section| ["maps", "privacy", "licences"].contains(&section.id));
        let texts = sections.flat_map(|section| section.blocks).flat_map(|block| match block {
            Block::Text(text) => vec![text],
            Block::List(items) => items.into_iter().map(|(text, _)| text).collect(),
            _ => Vec::new(),
        });
        texts.collect::<Vec<_>>().join("\n")
    };
    let with = Manifest { basemap: published(declared()).basemap, ..support::manifest() };
    for (lang, tiles, streets) in
        [(Lang::Zh, "没有瓦片底图", "底图：甲图"), (Lang::En, "There are no tiles", "Basemap: Map A")]
    {
        let (bare, with) = (said(&support::manifest(), lang), said(&with, lang));
        assert!(bare.contains(tiles) && !bare.contains("t*.example") && !bare.contains("MapLibre"), "{bare}");
        assert!(!with.contains(tiles) && with.contains("t*.example") && with.contains("MapLibre"), "{with}");
        assert!(with.contains(streets), "{with}");
    }
}

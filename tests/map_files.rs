//! The map's layer as files: as a table, as GeoJSON and as a picture.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::Arc;

use biaogan::domain::{Lang, RulePack};
use biaogan::model::csv::csv;
use biaogan::model::frame::Caption;
use biaogan::model::map::map;
use biaogan::model::map_files::{geo_json, sheet};
use biaogan::model::picture::{LETTER, Land, all_marks, picture};
use biaogan::model::places::places;
use biaogan::option::{self, Palette};
use biaogan::route::ViewState;
use serde_json::Value;

#[test]
fn every_township_and_site_is_in_both_files() {
    let (edition, rule) = (support::edition(), RulePack::three_colour());
    let townships = support::townships();
    let land = Land { townships: Some(&townships), ..Land::default() };
    for lang in [Lang::Zh, Lang::En] {
        let scope = support::scope(&edition, &rule, lang);
        let state = ViewState::default();
        let model = map(&scope, &support::manifest(), &state, Arc::new(places(&scope, None)));
        let sheet = sheet(&scope, &model);
        assert_eq!(sheet.rows.len(), model.towns.len() + model.places.placed);
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
        let text = String::from_utf8(csv(&sheet)).unwrap();
        assert_eq!(text.lines().count(), sheet.rows.len() + 1);
        let notes: Vec<&str> = sheet.notes.iter().map(|(_, text)| text.as_str()).collect();
        assert!(notes.iter().any(|text| text.contains("GS(2024)0650号")), "{notes:?}");

        let file: Value = serde_json::from_str(&geo_json(&scope, &model, land).unwrap()).unwrap();
        assert_eq!(file["type"], "FeatureCollection");
        assert_eq!(file["as_of"], edition.as_of.to_string());
        let features = file["features"].as_array().unwrap();
        assert_eq!(features.len(), model.towns.len() + model.places.placed);
        for feature in features {
            let properties = &feature["properties"];
            match properties["kind"].as_str().unwrap() {
                "township" => {
                    assert_ne!(
                        properties["figure"].is_number(),
                        properties["missing"].is_string(),
                        "{properties}"
                    );
                    let ring = &feature["geometry"]["coordinates"][0][0];
                    assert_eq!(ring[0], *ring.as_array().unwrap().last().unwrap(), "closed");
                }
                _ => {
                    assert!(properties["precision"].is_string(), "{properties}");
                    assert_eq!(feature["geometry"]["type"], "Point");
                }
            }
        }
    }
}

#[test]
fn a_picture_carries_its_title_legend_date_source_and_review_number() {
    let (edition, rule) = (support::edition(), RulePack::three_colour());
    let (townships, district) = (support::townships(), support::district());
    let land = Land { townships: Some(&townships), district: Some(&district), ..Land::default() };
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let model = map(&scope, &support::manifest(), &ViewState::default(), Arc::new(places(&scope, None)));
    let drawn = picture(&model, land, option::MAP_SIZE, LETTER, Lang::Zh).unwrap();
    let marks = all_marks(&model, land, option::MAP_SIZE, Lang::Zh);
    let caption = Caption::of_many(
        &scope,
        &model.headline,
        model.summary.clone(),
        true,
        "https://example.org/?view=map",
    );
    let legend = model.layer.as_ref().map(|layer| (&layer.legend, "无数据"));
    let (text, size) =
        option::map_picture(&drawn, &marks, legend, &Palette::default(), &caption, "land").unwrap();
    assert_eq!(size[0], 1200);
    let option: Value = serde_json::from_str(&text).unwrap();
    let words: Vec<&str> = option["graphic"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|word| word["style"]["text"].as_str())
        .collect();
    for part in [
        model.headline.as_str(),
        "截至",
        "审图号 GS(2024)0650号",
        "示意图",
        "演示数据",
        "https://example.org/?view=map",
        "■",
    ] {
        assert!(words.iter().any(|text| text.contains(part)), "{part}: {words:?}");
    }
    assert_eq!(words.iter().filter(|text| **text == "演示数据").count(), 1);
    assert!(option["geo"]["top"].as_f64().unwrap() > 100.0);
}

//! What ECharts is told, as a whole: fixture → model → option, compared with tests/golden.
//! After a wanted change: `BLESS=1 cargo test --test options`, and read the difference.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::sync::Arc;

use biaogan::domain::{Edition, EditionKind, Lang, RulePack};
use biaogan::model::map::{MapModel, map};
use biaogan::model::page::page;
use biaogan::model::picture::{LETTER, Land, Picture, picture};
use biaogan::model::places::places;
use biaogan::model::trend::trend;
use biaogan::option::{self, Palette};
use biaogan::route::ViewState;
use pretty_assertions::assert_eq;
use serde_json::Value;

/// Colours that say their own name.
fn palette() -> Palette {
    let name = |name: &str| name.to_owned();
    Palette {
        paper: name("paper"),
        surface: name("surface"),
        ink: name("ink"),
        ink2: name("ink2"),
        ink3: name("ink3"),
        line: name("line"),
        rule: name("rule"),
        celadon: name("celadon"),
        celadon2: name("celadon2"),
        halo: name("halo"),
        orange: name("orange"),
        umber: name("umber"),
        green: name("green"),
        yellow: name("yellow"),
        yellow_edge: name("yellow-edge"),
        red: name("red"),
        grey: name("grey"),
        nodata_ground: name("#eee"),
        nodata_hatch: name("#777"),
        map_neighbour: name("map-neighbour"),
        map_land: name("map-land"),
        map_gap: name("map-gap"),
        sequential: std::array::from_fn(|tone| format!("seq-{}", tone + 1)),
        diverging: std::array::from_fn(|tone| format!("div-{}", tone + 1)),
        on_sequential: std::array::from_fn(|tone| format!("seq-label-{}", tone + 1)),
        domains: std::array::from_fn(|domain| format!("domain-{}", domain + 1)),
        font: name("sans"),
        serif: name("serif"),
        scale: 1.0,
    }
}

/// Compares an option with the file of its name, or writes that file.
fn golden(name: &str, option: &str) -> Value {
    let value: Value = serde_json::from_str(option).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.json"));
    let mut text = String::new();
    write(&value, 0, &mut text);
    text.push('\n');
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(text, known, "{name}: see the head of this file");
    value
}

/// Writes a value so that a difference shows where it is: what is short, and rows of
/// numbers, on one line; the rest part by part.
fn write(value: &Value, depth: usize, text: &mut String) {
    let short = value.to_string();
    let numbers =
        value.as_array().is_some_and(|items| items.iter().all(|item| item.is_number() || item.is_null()));
    if numbers || short.chars().count() + 2 * depth <= 110 {
        text.push_str(&short);
        return;
    }
    let indent = "  ".repeat(depth + 1);
    let mut parts = |open: char, close: char, parts: Vec<(String, &Value)>| {
        text.push(open);
        for (index, (name, part)) in parts.into_iter().enumerate() {
            text.push_str(if index == 0 { "\n" } else { ",\n" });
            text.push_str(&indent);
            text.push_str(&name);
            write(part, depth + 1, text);
        }
        text.push('\n');
        text.push_str(&indent[2..]);
        text.push(close);
    };
    match value {
        Value::Array(items) => parts('[', ']', items.iter().map(|item| (String::new(), item)).collect()),
        Value::Object(fields) => {
            parts('{', '}', fields.iter().map(|(name, part)| (format!("\"{name}\": "), part)).collect());
        }
        other => text.push_str(&other.to_string()),
    }
}

/// Every text in an option that ECharts would read as a template.
fn templates(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let text = fields.get("formatter").and_then(Value::as_str);
            found.extend(text.map(str::to_owned));
            fields.values().for_each(|value| templates(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| templates(item, found)),
        _ => {}
    }
}

fn map_of(edition: &Edition, query: &str, size: [f64; 2], lang: Lang) -> (MapModel, Picture) {
    let rule = RulePack::three_colour();
    let scope = support::scope(edition, &rule, lang);
    let state = ViewState::from_query(query);
    let places = Arc::new(places(&scope, state.domain.as_deref()));
    let model = map(&scope, &support::manifest(), &state, places);
    let (townships, district, neighbours) =
        (support::townships(), support::district(), support::neighbours());
    let land = Land {
        townships: Some(&townships),
        district: Some(&district),
        neighbours: Some(&neighbours),
        ..Land::default()
    };
    let picture = picture(&model, land, size, LETTER, lang).unwrap();
    (model, picture)
}

#[test]
fn trends_of_every_kind() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    for (id, lang) in [
        ("retail", Lang::Zh),
        ("retail", Lang::En),
        ("ratio", Lang::Zh),
        ("steps", Lang::Zh),
        ("firms", Lang::En),
        ("base", Lang::Zh),
        ("unknown", Lang::Zh),
    ] {
        let scope = support::scope(&edition, &rule, lang);
        let indicator = edition.indicator(id).unwrap();
        let trend = trend(&scope, indicator, &scope.standing(indicator));
        let option = option::trend(&trend, &palette(), false).unwrap();
        golden(&format!("trend-{id}-{}", lang.tag()), &option);
        let still: Value = serde_json::from_str(&option::trend(&trend, &palette(), true).unwrap()).unwrap();
        assert_eq!(still["animationDuration"], 0);
    }
}

#[test]
fn a_gap_stays_a_gap() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let indicator = edition.indicator("ratio").unwrap();
    let trend = trend(&scope, indicator, &scope.standing(indicator));
    let option: Value = serde_json::from_str(&option::trend(&trend, &palette(), true).unwrap()).unwrap();
    let series = option["series"].as_array().unwrap();
    let actual = series.iter().find(|series| series["name"] == "actual").unwrap();
    // November and December 2020 have no figure; the first month drawn is December 2019.
    assert_eq!(actual["data"][11], Value::Null);
    assert_eq!(actual["data"][12], Value::Null);
    assert!(actual["data"][10].is_number() && actual["data"][13].is_number());
    assert_ne!(actual["connectNulls"], true);
}

#[test]
fn the_map_in_both_languages_and_sizes() {
    let edition = support::edition();
    for (name, query, size, lang) in [
        ("map-wide-zh-CN", "", [920.0, 640.0], Lang::Zh),
        ("map-narrow-zh-CN", "", [358.0, 400.0], Lang::Zh),
        ("map-chosen-en", "?town=330304002&id=c&domain=health&layer=firms", [920.0, 640.0], Lang::En),
        ("map-circles-en", "?as=symbols&month=2021-06", [920.0, 640.0], Lang::En),
    ] {
        let (_, picture) = map_of(&edition, query, size, lang);
        let value = golden(name, &option::map(&picture, &picture.spots, &palette(), "land", true).unwrap());
        let mut found = Vec::new();
        templates(&value, &mut found);
        for text in found {
            assert!(!text.replace("{b|", "").contains('{'), "{text}");
        }
    }
}

#[test]
fn distances_and_outlines_have_colours_of_their_own() {
    let mut edition = support::edition();
    edition.projects = vec![support::project("hub", Some("c"))];
    edition.indicators[0].project = Some("hub".into());
    let ratio = edition.indicators.iter_mut().find(|one| one.id == "ratio").unwrap();
    let behind = ratio.series.clone();
    ratio.townships = edition.townships.iter().map(|town| (town.code.clone(), behind.clone())).collect();
    let (_, picture) =
        map_of(&edition, "?layer=ratio&classes=target&outline=light", [920.0, 640.0], Lang::Zh);
    let text = option::map(&picture, &picture.spots, &palette(), "land", true).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    let paints: Vec<&str> = value["geo"]["regions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|region| region["itemStyle"]["areaColor"].as_str())
        .collect();
    assert_eq!(paints, ["div-3"; 5], "a little behind pace");
    let lines = value["series"][0]["data"].as_array().unwrap();
    assert_eq!(lines[0]["lineStyle"]["color"], "red");
    let named = value["series"][1]["data"].as_array().unwrap();
    let lit: Vec<&Value> = named.iter().filter(|name| name["label"]["rich"]["l"].is_object()).collect();
    assert_eq!(lit.len(), 1, "never by colour alone");
    assert!(lit[0]["label"]["formatter"].as_str().unwrap().starts_with("{l|■} {b|南白象}"));
    assert!(named.iter().take(5).all(|name| name["label"]["backgroundColor"] == "surface"));
}

#[test]
fn text_from_data_is_never_a_template() {
    let mut edition = support::edition();
    edition.sites[3].name.zh = "{a}|{b|x} {c}".into();
    edition.townships[0].short.zh = "{c}".into();
    let (_, picture) = map_of(&edition, "?id=d", [920.0, 640.0], Lang::Zh);
    let option = option::map(&picture, &picture.spots, &palette(), "land", true).unwrap();
    for template in ["{a}", "{c}", "{b|x}"] {
        assert!(!option.contains(template), "{template}");
    }
}

#[test]
fn every_site_is_told_somewhere() {
    let edition = support::edition();
    let (model, picture) = map_of(&edition, "", [920.0, 640.0], Lang::Zh);
    let on_map: usize = picture.spots.iter().map(|spot| spot.count).sum();
    assert_eq!(on_map + model.places.unplaced.len() + model.places.outside.len(), edition.sites.len());
    assert_eq!(model.places.placed, on_map);
    let numbers: Vec<usize> = model.places.sites().map(|site| site.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    // The two that stand on their township's point share a mark that says so.
    let shared = picture.spots.iter().find(|spot| spot.count == 2).unwrap();
    assert!(shared.vague && shared.domain.is_none());
    // Every township is named, with its figure or the reason for its absence.
    let names: Vec<(&str, &str)> =
        picture.names.iter().map(|name| (name.name.as_str(), name.value.as_str())).collect();
    assert_eq!(names, [("景山", "58"), ("梧田", "131"), ("南白象", "74"), ("三垟", "未报"), ("茶山", "96")]);
}

#[test]
fn what_the_law_asks_for_is_in_the_picture() {
    let edition = support::edition();
    let (_, picture) = map_of(&edition, "?hide=title,filters,source&embed=1", [358.0, 400.0], Lang::Zh);
    let option = option::map(&picture, &picture.spots, &palette(), "land", false).unwrap();
    for words in ["示意图 · 非法定界线", "审图号 GS(2024)0650号（待核）", "演示数据"] {
        assert!(option.contains(words), "{words}");
    }
}

#[test]
fn an_edition_without_figures_still_has_a_map() {
    let mut edition = support::edition();
    edition.indicators.iter_mut().for_each(|indicator| indicator.townships.clear());
    let (model, picture) = map_of(&edition, "?town=330304002", [920.0, 640.0], Lang::Zh);
    assert_eq!(model.headline, "4处地点在图上，1处位置待补");
    assert_eq!(picture.names.len(), 5);
    assert!(picture.areas.iter().all(|area| !area.hatched && area.tone.is_none()));
    golden("map-bare-zh-CN", &option::map(&picture, &picture.spots, &palette(), "land", true).unwrap());
}

#[test]
fn the_words_of_the_chosen_site_cover_no_name() {
    let edition = support::edition();
    let (_, picture) = map_of(&edition, "?id=c", [920.0, 640.0], Lang::Zh);
    let callout = picture.callout.unwrap();
    assert_eq!(callout.text, "4 龙舟基地\n南白象街道，数字健康，位置约2公里内");
    let [west, south, east, north] = picture.extent;
    let pixels = |[lon, lat]: [f64; 2]| {
        [(lon - west) / (east - west) * 840.0, (north - lat) / (north - south) * 475.0]
    };
    let [x, y] = pixels(callout.at);
    for name in &picture.names {
        let [other_x, other_y] = pixels(name.at);
        assert!((x - other_x).abs() > 120.0 || (y - other_y).abs() > 30.0, "{}", name.name);
    }
    assert!(picture.uncertain.is_some());
    let (_, picture) = map_of(&edition, "?id=a", [920.0, 640.0], Lang::Zh);
    assert!(picture.uncertain.is_none(), "a township's point has no ring that looks like an address");
    assert!(picture.callout.unwrap().text.contains("只知街镇"));
}

#[test]
fn filters_of_the_map_keep_numbers() {
    let edition = support::edition();
    let (all, _) = map_of(&edition, "", [920.0, 640.0], Lang::Zh);
    let (some, _) = map_of(&edition, "?domain=commerce", [920.0, 640.0], Lang::Zh);
    assert_eq!(some.places.placed, 2);
    for site in some.places.sites() {
        let before = all.places.sites().find(|other| other.id == site.id).unwrap();
        assert_eq!(before.number, site.number);
    }
    let (unknown, _) =
        map_of(&edition, "?domain=nothing&town=nothing&layer=nothing", [920.0, 640.0], Lang::Zh);
    assert_eq!(unknown.places.placed, all.places.placed);
    assert_eq!(unknown.layer.unwrap().id, "firms");
    assert!(unknown.chosen_towns.is_empty());
}

/// A goal's picture with what is written into it.
fn picture_of(edition: &Edition, id: &str, lang: Lang, address: &str) -> String {
    let rule = RulePack::three_colour();
    let page = page(&support::scope(edition, &rule, lang), id).unwrap();
    option::trend_picture(&page.trend, &palette(), &page.frame.caption(address, lang)).unwrap()
}

#[test]
fn pictures_carry_their_words() {
    let mut edition = support::edition();
    edition.kind = EditionKind::Demo;
    let address = "https://example.org/?view=indicator&id=retail&snapshot=2022-06";
    for lang in [Lang::Zh, Lang::En] {
        let value =
            golden(&format!("picture-retail-{}", lang.tag()), &picture_of(&edition, "retail", lang, address));
        let words: Vec<&str> = value["graphic"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|one| one["style"]["text"].as_str())
            .collect();
        assert!(words.contains(&lang.pick("演示数据", "Demo data")) && words.contains(&address), "{words:?}");
        assert_eq!(value["backgroundColor"], "paper");
        assert_eq!(value["animationDuration"], 0);
    }
    // ECharts writes the names of fonts into an attribute as they are.
    let quoted = Palette { font: "\"A B\", c".into(), paper: "transparent".into(), ..palette() };
    let rule = RulePack::three_colour();
    let page = page(&support::scope(&edition, &rule, Lang::Zh), "retail").unwrap();
    let option = option::trend_picture(&page.trend, &quoted, &page.frame.caption(address, Lang::Zh)).unwrap();
    assert!(option.contains("'A B', c") && !option.contains(r#"\"A B"#));
    assert!(option.contains(r#""backgroundColor":"surface""#));
    edition.kind = EditionKind::Official;
    assert!(!picture_of(&edition, "base", Lang::Zh, address).contains("演示"));
}

#[test]
fn a_name_is_a_word_in_a_picture() {
    let mut edition = support::edition();
    let hostile = "<script>alert(1)</script>{a|b}\"&";
    edition.indicators.iter_mut().for_each(|indicator| indicator.name.zh = hostile.into());
    let value: Value = serde_json::from_str(&picture_of(&edition, "retail", Lang::Zh, "")).unwrap();
    let mut found = Vec::new();
    templates(&value, &mut found);
    assert!(found.iter().all(|text| !text.contains("{a|b}")));
    let subtitle = value["graphic"][1]["style"]["text"].as_str().unwrap();
    assert!(subtitle.contains(hostile), "{subtitle}");
}

#[test]
fn letters_of_a_trend_grow_with_the_readers() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    let trend = page(&support::scope(&edition, &rule, Lang::Zh), "retail").unwrap().trend;
    let large = Palette { scale: 1.25, ..palette() };
    let value: Value = serde_json::from_str(&option::trend(&trend, &large, true).unwrap()).unwrap();
    assert_eq!(value["xAxis"]["axisLabel"]["fontSize"], 15);
    assert_eq!(value["tooltip"]["textStyle"]["fontSize"], 16);
    assert_eq!(value["grid"]["left"], 60);
}

//! How the map is read: what stands about a township, several side by side, and what is found on it.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::Arc;

use biaogan::domain::{Edition, Lang, Readings, RulePack};
use biaogan::model::map::{MapModel, map};
use biaogan::model::map_walk::{Walk, Way};
use biaogan::model::places::places;
use biaogan::model::search::{Index, Kind};
use biaogan::route::{View, ViewState};
use pretty_assertions::assert_eq;

fn model(edition: &Edition, query: &str, lang: Lang) -> MapModel {
    let rule = RulePack::three_colour();
    let scope = support::scope(edition, &rule, lang);
    let state = ViewState::from_query(query);
    let places = Arc::new(places(&scope, state.domain.as_deref()));
    map(&scope, &support::manifest(), &state, places)
}

#[test]
fn a_township_has_its_figures_with_their_months_and_its_sites() {
    let edition = support::edition();
    let chosen = model(&edition, "?town=330304003", Lang::Zh).chosen.unwrap();
    let [figure] = &chosen.figures[..] else { panic!("one layer") };
    assert_eq!((figure.id.as_str(), figure.shown), ("firms", true));
    assert!(figure.value.starts_with("74"), "{}", figure.value);
    assert!(figure.trend.words.starts_with("2020年1月0") && figure.trend.words.contains("2022年6月74"));
    assert!(figure.trend.gaps.is_empty() && figure.trend.line.matches('L').count() == 29);
    assert_eq!(chosen.sites, [("c".to_owned(), "4 龙舟基地".to_owned())]);

    let silent = model(&edition, "?town=330304004", Lang::En).chosen.unwrap();
    let trend = &silent.figures[0].trend;
    assert_eq!((trend.gaps.len(), trend.line.matches('L').count()), (1, 28));
    assert!(trend.words.ends_with("in May 2022"), "the last month that was reported: {}", trend.words);
}

#[test]
fn several_townships_stand_side_by_side_with_the_district() {
    let edition = support::edition();
    let asked = "?town=330304002,nowhere,330304004,330304001";
    let model = model(&edition, asked, Lang::Zh);
    assert_eq!(model.chosen_towns, ["330304002", "330304004", "330304001"]);
    assert_eq!(model.chosen, None);
    let table = model.comparison.unwrap();
    let names: Vec<&str> = table.towns.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names.len(), 3);
    assert_eq!((table.sites, table.all_sites, table.left_out), (vec![1, 0, 0], 4, 0));
    let row = &table.rows[0];
    // The same figures as on the map.
    let layer = model.layer.unwrap();
    for (code, cell) in model.chosen_towns.iter().zip(&row.cells) {
        assert!(cell.starts_with(&layer.town(code).unwrap().value), "{code}: {cell}");
    }
    // One scale for all: the lesser figure is drawn lower.
    let ends: Vec<f64> = row.trends.iter().map(|trend| trend.last.unwrap()[1]).collect();
    assert!(ends[0] < ends[2], "{ends:?}");
    assert!(!row.whole.is_empty());
}

#[test]
fn one_known_township_is_chosen_alone_and_unknown_ones_are_not() {
    let edition = support::edition();
    for (query, towns) in [("?town=nowhere,330304001", 1), ("?town=nowhere", 0), ("?town=,,", 0)] {
        let model = model(&edition, query, Lang::Zh);
        assert_eq!((model.chosen_towns.len(), model.comparison), (towns, None), "{query}");
        assert_eq!(model.chosen.is_some(), towns == 1, "{query}");
    }
}

#[test]
fn no_more_than_some_townships_have_columns() {
    let mut edition = support::edition();
    let one = edition.townships[0].clone();
    edition.townships.extend((0..20).map(|n| {
        let mut town = one.clone();
        town.code = format!("t{n}");
        town
    }));
    let codes: Vec<String> = (0..20).map(|n| format!("t{n}")).collect();
    let table = model(&edition, &format!("?town={}", codes.join(",")), Lang::En).comparison.unwrap();
    assert_eq!((table.towns.len(), table.left_out), (8, 12));
    assert_eq!(table.rows[0].trends[0].words, "no figure in any month");
}

#[test]
fn only_what_is_on_the_map_is_found_on_it() {
    let edition = support::edition();
    let readings: Readings =
        [('梧', "wu"), ('田', "tian")].map(|(letter, said)| (letter, said.to_owned())).into_iter().collect();
    let index = Index::of_map(&edition, Lang::Zh, readings);
    assert_eq!(index.counts(), [(Kind::Site, 4), (Kind::Township, 5)]);
    for typed in ["梧田", "wutian", "wt", "Wutian"] {
        let found = index.find(typed, None);
        let place = &found.groups[0].hits[0].place;
        assert_eq!((place.view, place.town.as_deref()), (View::Map, Some("330304002")), "{typed}");
    }
    assert_eq!(index.find("浙瓯直播基地", None).total, 0);
}

#[test]
fn arrows_reach_every_township_of_the_district() {
    let edition = support::edition();
    let codes = || edition.townships.iter().map(|town| town.code.as_str());
    let walk = Walk::of(codes(), &support::townships());
    for from in codes() {
        let (mut seen, mut open) = (vec![from], vec![from]);
        while let Some(at) = open.pop() {
            for to in Way::ALL.into_iter().filter_map(|way| walk.step(at, way)) {
                if !seen.contains(&to) {
                    seen.push(to);
                    open.push(to);
                }
            }
        }
        assert_eq!(seen.len(), 5, "from {from}: {seen:?}");
    }
}

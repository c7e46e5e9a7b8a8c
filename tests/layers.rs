//! What the large map shows and over what time: classes that hold for every month, distances, circles, lights, filters.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use biaogan::domain::{Edition, Lang, Light, Month, Observation, Reason, RulePack, Series};
use biaogan::model::Scope;
use biaogan::model::layers::{SiteChoices, SiteFilter, SiteGoals, multiples, ramp};
use biaogan::model::map::{MapModel, map};
use biaogan::model::picture::{LETTER, Land, Picture, picture};
use biaogan::model::places::places;
use biaogan::route::{Classes, Every, Face, LightFilter, ViewState};
use pretty_assertions::assert_eq;
use support::month;

fn model(scope: &Scope<'_>, query: &str) -> MapModel {
    let state = ViewState::from_query(query);
    map(scope, &support::manifest(), &state, Arc::new(places(scope, None)))
}

fn drawn(model: &MapModel, lang: Lang) -> Picture {
    let (townships, district) = (support::townships(), support::district());
    let land =
        Land { townships: Some(&townships), district: Some(&district), neighbours: None, ..Land::default() };
    picture(model, land, [920.0, 640.0], LETTER, lang).unwrap()
}

/// The edition with the ratio told per township: two points apart from one to the next, one of them not reported at last.
fn with_rates() -> Edition {
    let mut edition = support::edition();
    let codes: Vec<String> = edition.townships.iter().map(|town| town.code.clone()).collect();
    let ratio = edition.indicators.iter_mut().find(|one| one.id == "ratio").unwrap();
    ratio.townships = codes
        .into_iter()
        .enumerate()
        .map(|(at, code)| {
            let figure = |month: i32| 60.0 + 0.6 * f64::from(month) + 2.0 * at as f64 - 4.0;
            let mut values: Vec<Observation> = (0..30).map(figure).map(Observation::number).collect();
            if at == 4 {
                values[29] = Observation::missing(Reason::NotReported, None);
            }
            (code, Series { from: month("2020-01"), values })
        })
        .collect();
    edition
}

#[test]
fn a_tone_means_the_same_in_every_month() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    for classes in ["natural", "quantile", "equal"] {
        let mut known: Vec<(f64, usize)> = Vec::new();
        let mut ranges = BTreeSet::new();
        for month in edition.start.to(edition.month) {
            let model = model(&scope, &format!("?layer=firms&classes={classes}&month={month}"));
            let layer = model.layer.unwrap();
            ranges.insert(layer.legend.classes.iter().map(|class| class.range.clone()).collect::<Vec<_>>());
            known.extend(layer.towns.iter().filter_map(|town| Some((town.figure?, town.tone?))));
            let counted: usize = layer.legend.classes.iter().map(|class| class.count).sum();
            assert_eq!(counted + layer.legend.no_data, edition.townships.len(), "{month}");
        }
        assert_eq!(ranges.len(), 1, "{classes}: one legend for all months");
        known.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(known.windows(2).all(|two| two[0].1 <= two[1].1), "{classes}: darker means more");
        assert!(known.windows(2).all(|two| two[0].0 != two[1].0 || two[0].1 == two[1].1), "{classes}");
    }
}

#[test]
fn a_month_is_shown_as_it_was_and_never_as_zero() {
    let mut edition = support::edition();
    let firms = edition.indicators.iter_mut().find(|one| one.id == "firms").unwrap();
    firms.townships.get_mut("330304001").unwrap().values[3] = Observation::missing(Reason::Withheld, None);
    // A series that begins later.
    firms.townships.insert(
        "330304002".into(),
        Series { from: month("2021-01"), values: vec![Observation::number(7.0)] },
    );
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let april = model(&scope, "?month=2020-04");
    assert!(april.headline.starts_with("2020年4月："), "{}", april.headline);
    let layer = april.layer.as_ref().unwrap();
    let town = |code: &str| layer.town(code).unwrap();
    assert_eq!((town("330304001").figure, town("330304001").brief.as_str()), (None, "不公开"));
    assert_eq!((town("330304002").figure, town("330304002").brief.as_str()), (None, "无数据"));
    assert_eq!(town("330304003").value, "3");
    assert_eq!(layer.legend.no_data, 2);
    let picture = drawn(&april, Lang::Zh);
    let hatched: Vec<&str> =
        picture.areas.iter().filter(|area| area.hatched).map(|area| area.code.as_str()).collect();
    assert_eq!(hatched, ["330304001", "330304002"]);
    assert_eq!(april.time.as_ref().map(|time| (time.position(), time.steps())), Some((3, 29)));
}

#[test]
fn months_beyond_the_edition_are_its_own() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::En);
    let at = |query: &str| model(&scope, query).time.unwrap().at;
    assert_eq!(at("?month=2030-01"), edition.month);
    assert_eq!(at("?month=1999-01"), edition.start);
    assert_eq!(at(""), edition.month);
    assert_eq!(model(&scope, "?month=2030-01").headline, model(&scope, "").headline);
}

#[test]
fn rates_have_a_middle_and_sizes_have_none() {
    let edition = with_rates();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let of = |layer| ramp(&scope, Some(layer), Classes::Target).unwrap();
    assert_eq!((of("firms").classes, of("firms").offered.len()), (Classes::Natural, 3));
    assert_eq!((of("ratio").classes, of("ratio").offered.len()), (Classes::Target, 4));
    assert!(of("firms").symbols.is_some() && of("ratio").symbols.is_none());

    let layer = model(&scope, "?layer=ratio&classes=target").layer.unwrap();
    // Pace in June 2022: 58 + 22 × 30/36 = 76.3; the figures are 73.4, 75.4, 77.4, 79.4 and none.
    let said: Vec<(&str, Option<usize>)> =
        layer.towns.iter().map(|town| (town.value.as_str(), town.tone)).collect();
    assert_eq!(
        said,
        [("−2.9", Some(2)), ("−0.9", Some(3)), ("+1.1", Some(5)), ("+3.1", Some(6)), ("6月未报", None)]
    );
    let ranges: Vec<&str> = layer.legend.classes.iter().map(|class| class.range.as_str()).collect();
    assert_eq!(ranges, ["<−4", "−4至−2", "−2至0", "0至+2", "+2至+4", "≥+4"]);
    assert_eq!(layer.finding, "4个街镇智慧结算率：2个达到序时，2个未达；茶山未报");
    assert!(layer.legend.diverging && layer.since.is_none());
    assert_eq!(layer.legend.unit, "个百分点");

    // The other rule declares at which distance the light changes: 10 and 30 points of the way of 22.
    let rule = RulePack::pace_gap();
    let scope = support::scope(&edition, &rule, Lang::En);
    let layer = model(&scope, "?layer=ratio&classes=target").layer.unwrap();
    assert_eq!(layer.legend.breaks, ["−6.6", "−2.2", "0", "+2.2", "+6.6"]);
    assert_eq!(
        layer.finding,
        "Smart payment rate in 4 townships: 2 reach pace, 2 do not; Chashan not reported"
    );
}

#[test]
fn circles_stand_for_sizes_the_largest_first() {
    let edition = with_rates();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let circles = model(&scope, "?layer=firms&as=symbols");
    let picture = drawn(&circles, Lang::Zh);
    assert_eq!(picture.symbols.len(), 4, "none for who has no figure");
    assert!(picture.symbols.is_sorted_by(|a, b| a.radius >= b.radius));
    assert!(picture.areas.iter().all(|area| area.tone.is_none()));
    assert_eq!(picture.areas.iter().filter(|area| area.hatched).count(), 1);
    let area = |code: &str| picture.symbols.iter().find(|one| one.code == code).unwrap().radius.powi(2);
    assert!((area("330304002") / area("330304001") - 131.0 / 58.0).abs() < 0.02);
    let before = drawn(&model(&scope, "?layer=firms&as=symbols&month=2021-06"), Lang::Zh);
    assert!(before.symbols[0].radius < picture.symbols[0].radius, "one scale for all months");
    assert_eq!(model(&scope, "?layer=ratio&as=symbols").face, Face::Table, "a rate has no size");
}

#[test]
fn townships_are_outlined_in_the_light_of_what_is_carried_out_there() {
    let mut edition = support::edition();
    edition.projects = vec![support::project("hub", Some("c")), support::project("other", None)];
    let set = |edition: &mut Edition, goal: &str, project: &str| {
        let goal = edition.indicators.iter_mut().find(|one| one.id == goal).unwrap();
        goal.project = Some(project.into());
    };
    set(&mut edition, "retail", "hub");
    set(&mut edition, "firms", "hub");
    set(&mut edition, "steps", "other");
    edition.tasks.clear();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let goals = SiteGoals::of(&edition);
    let site = edition.sites.iter().find(|site| site.id == "c").unwrap();
    let town = site.township.clone().unwrap();
    let lights = goals.towns(&scope, edition.month);
    assert_eq!(lights.keys().collect::<Vec<_>>(), [&town], "others have nothing, and no light");
    assert_eq!(lights[&town].light, Light::Red);
    assert_eq!((lights[&town].tally.of(Light::Red), lights[&town].tally.of(Light::Green)), (1, 1));
    let march = goals.towns(&scope, month("2020-01"));
    assert_eq!(march[&town].tally.total(), 2, "the lights of that month");

    let shown = model(&scope, "?outline=light");
    let picture = drawn(&shown, Lang::Zh);
    assert_eq!(picture.lights.len(), 1);
    let area = picture.areas.iter().find(|area| area.code == town).unwrap();
    assert!(area.tip.contains("此处目标：红1 绿1"), "{}", area.tip);
    assert!(drawn(&model(&scope, ""), Lang::Zh).lights.is_empty());

    let filter = |query: &str| SiteFilter::of(&scope, &goals, &ViewState::from_query(query));
    assert!(filter("").is_all() && filter("?category=nothing").is_all());
    assert!(filter("?light=red").admits("c") && !filter("?light=red").admits("a"));
    assert!(!filter("?light=green").admits("c"));
    let category = &site.category;
    assert!(filter(&format!("?category={category}")).admits("c"));
    let choices = SiteChoices::of(&scope, &goals);
    assert_eq!(choices.lights, [(LightFilter::Red, Light::Red, 1)]);
    assert_eq!(choices.categories.iter().map(|(_, _, count)| count).sum::<usize>(), 4);
}

#[test]
fn little_maps_share_their_classes() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let ramp = ramp(&scope, None, Classes::Natural).unwrap();
    let (townships, district) = (support::townships(), support::district());
    let maps = multiples(&scope, &ramp, Every::Year, edition.month, &townships, Some(&district)).unwrap();
    let months: Vec<Option<Month>> = maps.maps.iter().map(|map| map.month).collect();
    assert_eq!(
        months,
        [Some(month("2020-12")), Some(month("2021-12")), None],
        "the edition's own needs no name"
    );
    assert_eq!(maps.maps.iter().filter(|map| map.chosen).count(), 1);
    assert_eq!(maps.shapes.len(), 5);
    let large = model(&scope, "?month=2021-12").layer.unwrap();
    let tones: Vec<Option<usize>> = large.towns.iter().map(|town| town.tone).collect();
    assert_eq!(maps.maps[1].tones, tones, "as on the large map");
    assert!(maps.maps[1].finding.starts_with("2021年12月："));
    assert_eq!(maps.maps[2].tones[3], None);
    assert_eq!(maps.maps[2].values[3], "6月未报");
    let every = multiples(&scope, &ramp, Every::Month, edition.month, &townships, None).unwrap();
    assert_eq!(every.maps.len(), 30);
}

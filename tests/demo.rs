//! The demonstration editions are reproducible and hold what they promise.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;

use std::sync::LazyLock;

use biaogan::domain::{Edition, EditionKind, Indicator, Kind, Light, RulePack, Series, Status, standing};
use biaogan::publish::{Bundle, demo};
use biaogan::snapshot::Decoded;
use pretty_assertions::assert_eq;

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let Decoded { value, findings } =
        demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap();
    assert_eq!(findings, []);
    value
});

fn edition(month: &str) -> &'static Edition {
    EDITIONS.iter().find(|edition| edition.month.to_string() == month).unwrap()
}

fn indicator(month: &str, id: &str) -> &'static Indicator {
    edition(month).indicator(id).unwrap()
}

/// The lights of an indicator up to a month: g y r, `.` not due, `?` no data.
fn strip(month: &str, id: &str) -> String {
    let standing = standing::of_indicator(indicator(month, id), edition(month), &RulePack::three_colour());
    standing.history.iter().map(|assessment| letter(assessment.light)).collect()
}

fn letter(light: Light) -> char {
    match light {
        Light::Green => 'g',
        Light::Yellow => 'y',
        Light::Red => 'r',
        Light::NotDue => '.',
        Light::NoData => '?',
    }
}

fn number(month: &str, id: &str, at: &str) -> Option<f64> {
    indicator(month, id).series.number(at.parse().unwrap())
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_does_not() {
    let plan = common::plan().value;
    let bytes = |seed| {
        let editions = demo::editions(&plan, &common::tables("data/demo"), seed).unwrap().value;
        Bundle::new(&plan.head, &plan.layers, &editions, None).unwrap().files
    };
    assert!(bytes(Some(1)) == bytes(Some(1)));
    assert!(bytes(Some(1)) != bytes(Some(2)));
}

#[test]
fn there_is_one_edition_for_each_month_but_the_official_one() {
    let plan = common::plan().value;
    let expected: Vec<_> =
        plan.edition.start.to(plan.edition.end).filter(|month| *month != plan.edition.month).collect();
    let months: Vec<_> = EDITIONS.iter().map(|edition| edition.month).collect();
    assert_eq!((months, expected.len()), (expected, 35));
    for edition in EDITIONS.iter() {
        assert_eq!(edition.kind, EditionKind::Demo);
        let length = usize::try_from(edition.month.since(edition.start)).unwrap() + 1;
        for indicator in &edition.indicators {
            assert_eq!(indicator.series.values.len(), length, "{} {}", edition.month, indicator.id);
            assert!(indicator.events.iter().all(|event| event.date <= edition.as_of), "{}", indicator.id);
        }
        assert_eq!(edition.tasks.iter().filter(|task| task.progress.is_some()).count(), 26);
    }
}

#[test]
fn june_2022_tells_the_story() {
    let month = "2022-06";
    let figures = [
        ("ind-benchmark-district", Some(0.0), Light::NotDue),
        ("ind-online-retail-sales", Some(272.6), Light::Red),
        ("ind-online-retail-share", Some(86.2), Light::Green),
        ("ind-provincial-ecommerce-base", Some(1.0), Light::Yellow),
        ("ind-smart-settlement-rate", Some(74.3), Light::Green),
        ("ind-elderly-care-coverage", Some(87.6), Light::Green),
        ("ind-dragon-boat-base", Some(0.0), Light::NotDue),
        ("ind-one-visit-satisfaction", Some(94.1), Light::NotDue),
        ("ind-scenario-fields", Some(9.0), Light::Green),
        ("ind-digital-scenarios", Some(71.0), Light::Red),
        ("ind-gov-digital-projects", Some(131.0), Light::Green),
        ("ind-regional-platforms", Some(8.0), Light::Green),
        ("ind-brands", Some(7.0), Light::Red),
        ("ind-comprehensive-platforms", Some(1.0), Light::Green),
        ("ind-local-life-platforms", Some(4.0), Light::Green),
        ("ind-green-finance-platform", None, Light::NoData),
        ("ind-micro-enterprises-served", Some(912.0), Light::Green),
        ("ind-5g-base-stations", Some(846.0), Light::Green),
    ];
    for (id, figure, light) in figures {
        assert_eq!(number(month, id, month), figure, "{id}");
        let standing =
            standing::of_indicator(indicator(month, id), edition(month), &RulePack::three_colour());
        assert_eq!(standing.light, light, "{id}");
    }
    assert_eq!(strip(month, "ind-online-retail-sales"), "gyyyyyyyyygggggggggggggggggyrr");
    assert!(strip(month, "ind-digital-scenarios").ends_with("grrrrr"));
    assert!(strip(month, "ind-smart-settlement-rate").ends_with("gyyg"));
    assert!(strip("2022-05", "ind-smart-settlement-rate").ends_with("grr"));
    let base = standing::of_indicator(
        indicator(month, "ind-provincial-ecommerce-base"),
        edition(month),
        &RulePack::three_colour(),
    );
    let node = base.decided_by().unwrap();
    assert_eq!((node.month.to_string(), node.made_up.unwrap().since(node.month)), ("2021-12".to_owned(), 2));
}

#[test]
fn provisional_figures_become_final() {
    let id = "ind-online-retail-sales";
    let status = |edition: &str, at: &str| {
        indicator(edition, id).series.at(at.parse().unwrap()).unwrap().status.clone()
    };
    assert_eq!(status("2022-06", "2022-06"), Status::Provisional);
    assert_eq!(status("2022-06", "2022-05"), Status::Provisional);
    assert_eq!(status("2022-06", "2022-04"), Status::Final);
    assert_eq!(status("2022-07", "2022-05"), Status::Final);
}

#[test]
fn a_revision_appears_with_its_edition() {
    let id = "ind-online-retail-sales";
    let at = "2022-03".parse().unwrap();
    let told = |month: &str| indicator(month, id).series.at(at).unwrap();
    assert_eq!((told("2022-04").figure.clone(), &told("2022-04").status), (Ok(266.2), &Status::Provisional));
    let told = told("2022-05");
    assert!(matches!(&told.status, Status::Revised { was: 266.2, reason } if reason.zh == "补报"));
    assert_eq!(told.figure, Ok(267.4));
}

#[test]
fn a_late_return_fills_its_gap() {
    let id = "ind-green-finance-platform";
    let june = "2022-06".parse().unwrap();
    let missing = indicator("2022-07", id).series.at(june).unwrap().figure.clone().unwrap_err();
    assert!(missing.note.is_some());
    assert_eq!(number("2022-08", id, "2022-06"), Some(0.0));
    assert_eq!(strip("2022-12", id).chars().nth(29), Some('y'), "built four months late");
    let townships = &indicator("2022-06", "ind-micro-enterprises-served").townships;
    let silent: Vec<_> = townships.iter().filter(|(_, series)| series.number(june).is_none()).collect();
    let codes: Vec<_> = silent.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["330304007", "330304108"]);
}

#[test]
fn the_plan_ends_with_goals_met_missed_and_late() {
    let last = edition("2022-12");
    let lights = |light| {
        let rule = RulePack::three_colour();
        let found =
            last.indicators.iter().filter(|one| standing::of_indicator(one, last, &rule).light == light);
        found.map(|one| one.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(lights(Light::Red), ["ind-digital-scenarios"]);
    assert_eq!(lights(Light::Yellow), ["ind-provincial-ecommerce-base", "ind-green-finance-platform"]);
    assert_eq!(lights(Light::Green).len(), 15);
    for id in ["ind-benchmark-district", "ind-dragon-boat-base", "ind-green-finance-platform"] {
        assert_eq!(number("2022-12", id, "2022-12"), Some(1.0), "{id}");
    }
    assert_eq!(number("2022-12", "ind-digital-scenarios", "2022-12"), Some(93.0));
}

#[test]
fn tasks_show_every_light_and_arrears_made_up() {
    let rule = RulePack::three_colour();
    let strips: Vec<(String, String)> = ["2022-06", "2022-12"]
        .into_iter()
        .flat_map(|month| edition(month).tasks.iter().map(move |task| (month, task)))
        .filter_map(|(month, task)| {
            let history = standing::of_task(task, edition(month), &rule)?.history;
            let strip = history.iter().filter(|one| one.point.is_some()).map(|one| letter(one.light));
            Some((format!("{month} {}", task.id), strip.collect()))
        })
        .collect();
    for light in ['g', 'y', 'r', '?'] {
        assert!(strips.iter().any(|(_, strip)| strip.contains(light)), "{light}");
    }
    let quarter = |name: &str| strips.iter().find(|(task, _)| task == name).unwrap().1.as_str();
    assert!(quarter("2022-06 t-w3").ends_with('r') && quarter("2022-12 t-w3").ends_with("yyg"));
    assert!(quarter("2022-06 t-w5").ends_with('?'));
}

#[test]
fn township_figures_add_up_and_counts_never_fall() {
    for edition in EDITIONS.iter() {
        for indicator in &edition.indicators {
            let parts: Vec<&Series> = indicator.townships.values().collect();
            for (month, figure) in indicator.series.numbers().filter(|_| !parts.is_empty()) {
                let sum: Option<f64> = parts.iter().map(|series| series.number(month)).sum();
                let adds_up = sum.is_none_or(|sum| (sum - figure).abs() < 1e-6);
                assert!(adds_up, "{} {} {month}: {sum:?}", edition.month, indicator.id);
            }
            if indicator.goal.kind == Kind::Count {
                for series in std::iter::once(&indicator.series).chain(parts) {
                    let rising = series.numbers().map(|(_, value)| value).is_sorted();
                    assert!(rising, "{} {}", edition.month, indicator.id);
                }
            }
        }
    }
    let split: Vec<_> = edition("2022-06")
        .indicators
        .iter()
        .filter(|indicator| !indicator.townships.is_empty())
        .map(|indicator| indicator.townships.len())
        .collect();
    assert_eq!(split, [13, 13, 13]);
}

#[test]
fn official_events_keep_their_source_and_made_up_ones_have_none() {
    let events = &indicator("2022-06", "ind-dragon-boat-base").events;
    let sourced: Vec<_> =
        events.iter().map(|event| (event.date.to_string(), event.source.as_deref())).collect();
    assert_eq!(sourced[0], ("2021-03-30".to_owned(), Some("src-zjol-2021-06-25")));
    assert!(sourced[1..].iter().all(|(_, source)| source.is_none()) && sourced.len() == 3);
    assert_eq!(indicator("2021-02", "ind-dragon-boat-base").events, []);
}

#[test]
fn a_profile_that_does_not_fit_the_plan_is_refused() {
    let plan = common::plan().value;
    let good = common::tables("data/demo");
    for (file, from, to, row, column) in [
        ("indicators.csv", "ind-brands", "ind-none", 14, "indicator"),
        ("indicators.csv", "2020-01:2;2020-03:6", "2020-03:2;2020-01:6", 11, "anchors"),
        ("tasks.csv", "t-c1,", "t-none,", 2, "task"),
        ("townships.csv", "330304001", "330304999", 2, "township"),
        ("missing.csv", "330304007", "330304999", 8, "township"),
        ("missing.csv", "t-w5", "t-none", 14, "item"),
        ("revisions.csv", "266.2", "many", 2, "was"),
        ("events.csv", "2021-10-15", "2021-10-32", 2, "date"),
    ] {
        let text = String::from_utf8(good.get(file).unwrap().to_vec()).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        let mut tables = good.clone();
        tables.insert(file, text.replacen(from, to, 1).into_bytes());
        let findings = demo::editions(&plan, &tables, None).unwrap().findings;
        let places = findings.iter().filter_map(|finding| finding.place.clone());
        let found = places.map(|place| (place.file, place.row, place.column));
        let expected = (file.to_owned(), Some(row), Some(column.to_owned()));
        assert!(found.into_iter().any(|place| place == expected), "{file} {to}: {findings:?}");
        assert!(biaogan::publish::refuses(&findings));
    }
}

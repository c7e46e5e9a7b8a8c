//! Two editions compared: hand-made cases, the real plan against itself, and the story of the demonstration.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::sync::LazyLock;

use biaogan::domain::diff::{Changed, Difference, Link, RecordKind, Revision, Role, Said, diff};
use biaogan::domain::*;
use biaogan::publish::demo;
use pretty_assertions::assert_eq;

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value
});

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn demo(text: &str) -> &'static Edition {
    EDITIONS.iter().find(|edition| edition.month == month(text)).unwrap()
}

fn compare(old: &Edition, new: &Edition) -> Vec<Changed> {
    diff(old, new, Some(&RulePack::three_colour()))
}

/// The hand-made edition with one task, department, project and notice more.
fn edition() -> Edition {
    let task = demo("2022-06").tasks.iter().find(|task| task.id == "t-c2").unwrap().clone();
    let mut edition = support::edition();
    edition.tasks = vec![Task { parent: None, domain: "commerce".into(), ..task }];
    edition.departments = ["d-one", "d-two"]
        .map(|id| Department {
            id: id.into(),
            name: Names::new(id, id),
            kind: "bureau".into(),
            also: Vec::new(),
            member: true,
        })
        .to_vec();
    edition.projects = vec![Project {
        id: "p-one".into(),
        kind: "work".into(),
        parent: None,
        name: Names::new("工程", "Work"),
        domain: "commerce".into(),
        lead: Some("d-one".into()),
        site: None,
        note: None,
    }];
    edition.organisation = vec![OrgUnit {
        id: "o-one".into(),
        parent: None,
        kind: "body".into(),
        name: Names::new("办公室", "Office"),
        department: None,
        role: Names::new("", ""),
        duty: None,
    }];
    edition.notices = vec![Notice {
        id: "n-one".into(),
        date: "2022-06-01".parse().unwrap(),
        title: Names::new("公告", "Notice"),
        text: None,
        about: vec!["retail".into()],
        source: None,
    }];
    edition
}

fn goal<'a>(edition: &'a mut Edition, id: &str) -> &'a mut Indicator {
    edition.indicators.iter_mut().find(|one| one.id == id).unwrap()
}

/// What differs when one edition is changed so.
fn changed(change: impl FnOnce(&mut Edition)) -> Vec<Changed> {
    let (old, mut new) = (edition(), edition());
    change(&mut new);
    compare(&old, &new)
}

fn one(kind: RecordKind, id: &str, differences: &[Difference]) -> Vec<Changed> {
    vec![Changed { kind, id: id.into(), differences: differences.to_vec() }]
}

fn of_goal(id: &str, differences: &[Difference]) -> Vec<Changed> {
    one(RecordKind::Indicator, id, differences)
}

fn revision(at: &str, from: Result<f64, Reason>, to: Result<f64, Reason>, reason: Option<Names>) -> Revision {
    Revision { township: None, month: month(at), from, to, reason }
}

#[test]
fn nothing_changed_is_no_difference_in_any_order() {
    assert_eq!(changed(|_| ()), []);
    let shuffled = |edition: &mut Edition| {
        edition.indicators.reverse();
        edition.tasks.reverse();
        edition.departments.reverse();
        edition.sites.reverse();
    };
    assert_eq!(changed(shuffled), []);
    let both = |edition: &mut Edition| {
        goal(edition, "retail").lead = Some("d-one".into());
        edition.departments.pop();
    };
    let plain = changed(both);
    let reordered = changed(|edition| {
        both(edition);
        shuffled(edition);
    });
    assert_eq!(plain, reordered);
}

#[test]
fn records_come_and_go() {
    use RecordKind::*;
    type Case = (RecordKind, &'static str, fn(&mut Edition));
    let cases: [Case; 7] = [
        (Indicator, "steps", |edition| edition.indicators.retain(|one| one.id != "steps")),
        (Task, "t-c2", |edition| edition.tasks.clear()),
        (Project, "p-one", |edition| edition.projects.clear()),
        (Department, "d-two", |edition| edition.departments.truncate(1)),
        (Site, "c", |edition| edition.sites.retain(|one| one.id != "c")),
        (OrgUnit, "o-one", |edition| edition.organisation.clear()),
        (Notice, "n-one", |edition| edition.notices.clear()),
    ];
    for (kind, id, remove) in cases {
        let (full, mut less) = (edition(), edition());
        remove(&mut less);
        assert_eq!(compare(&full, &less), one(kind, id, &[Difference::Removed]));
        assert_eq!(compare(&less, &full), one(kind, id, &[Difference::Added]));
    }
}

#[test]
fn figures_are_revised_with_a_reason_or_without() {
    let reason = Names::new("口径调整", "New definition");
    let with = changed(|edition| {
        let was = goal(edition, "ratio").series.values[20].figure.clone().unwrap();
        let revised = Status::Revised { was, reason: reason.clone() };
        goal(edition, "ratio").series.values[20] =
            Observation { figure: Ok(70.0), status: revised, source: None };
    });
    let told = revision("2021-09", Ok(60.2 + 0.55 * 20.0), Ok(70.0), Some(reason.clone()));
    assert_eq!(with, of_goal("ratio", &[Difference::Figures(vec![told])]));

    let without = changed(|edition| goal(edition, "ratio").series.values[20].figure = Ok(72.0));
    let told = revision("2021-09", Ok(60.2 + 0.55 * 20.0), Ok(72.0), None);
    assert_eq!(without, of_goal("ratio", &[Difference::Figures(vec![told])]));

    // Corrected before the other edition told so: the figure is the same, the correction is new.
    let late = changed(|edition| {
        let observation = &mut goal(edition, "ratio").series.values[21];
        observation.status = Status::Revised { was: 70.0, reason: reason.clone() };
    });
    let told = revision("2021-10", Ok(70.0), Ok(60.2 + 0.55 * 21.0), Some(reason));
    assert_eq!(late, of_goal("ratio", &[Difference::Figures(vec![told])]));

    let arrived = changed(|edition| goal(edition, "ratio").series.values[11] = Observation::number(66.0));
    let told = revision("2020-12", Err(Reason::NotReported), Ok(66.0), None);
    let differences = of_goal("ratio", &[Difference::Figures(vec![told])]);
    assert_eq!(arrived, differences);

    // A figure that is final now is the same figure.
    assert_eq!(changed(|edition| goal(edition, "retail").series.values[29].status = Status::Final), []);
}

#[test]
fn a_township_is_revised_by_itself() {
    let told = changed(|edition| {
        let series = goal(edition, "firms").townships.get_mut("330304002").unwrap();
        series.values[29].figure = Ok(132.0);
    });
    let revision =
        Revision { township: Some("330304002".into()), ..revision("2022-06", Ok(131.0), Ok(132.0), None) };
    assert_eq!(told, of_goal("firms", &[Difference::Figures(vec![revision])]));
}

#[test]
fn a_later_edition_is_not_different_for_being_later() {
    let (mut old, new) = (edition(), edition());
    old.month = month("2022-05");
    old.as_of = month("2022-05").last_day();
    for goal in &mut old.indicators {
        goal.series.values.truncate(29);
        for series in goal.townships.values_mut() {
            series.values.truncate(29);
        }
    }
    old.tasks[0].progress.as_mut().unwrap().values.truncate(29);
    let figures = |changed: &[Changed]| {
        let all = changed.iter().flat_map(|record| &record.differences);
        all.filter(|difference| matches!(difference, Difference::Figures(_))).count()
    };
    assert_eq!(figures(&compare(&old, &new)), 0);
    assert_eq!(figures(&compare(&new, &old)), 0);
}

#[test]
fn lights_turn_and_missed_points_are_made_up() {
    // Retail sales are below pace in June; 277 and more is enough for it.
    let turned = changed(|edition| {
        let observation = &mut goal(edition, "retail").series.values[29];
        *observation = Observation::number(277.5);
    });
    let [record] = turned.as_slice() else { panic!("{turned:?}") };
    let light = Difference::Light { from: Light::Red, to: Light::Green, own: true };
    assert!(record.differences.contains(&light), "{record:?}");
    let made_up = record.differences.iter().find_map(|difference| match difference {
        Difference::MadeUp(months) => Some(months.clone()),
        _ => None,
    });
    assert_eq!(made_up, Some(vec![month("2022-05")]));

    let (mut old, new) = (edition(), edition());
    *goal(&mut old, "retail").series.values.last_mut().unwrap() = Observation::number(277.5);
    let back = compare(&old, &new);
    assert!(back[0].differences.contains(&Difference::Light {
        from: Light::Green,
        to: Light::Red,
        own: true
    }));
    assert!(back[0].differences.contains(&Difference::Undone(vec![month("2022-05")])));

    let lost = changed(|edition| {
        let observation = &mut goal(edition, "retail").series.values[29];
        *observation = Observation::missing(Reason::NotReported, None);
    });
    let light = Difference::Light { from: Light::Red, to: Light::NoData, own: true };
    assert!(lost[0].differences.contains(&light));
    let fell_due = changed(|edition| goal(edition, "unknown").goal.due = "2022-06-30".parse().unwrap());
    let light = Difference::Light { from: Light::NotDue, to: Light::NoData, own: true };
    assert!(fell_due[0].differences.contains(&light));
}

#[test]
fn without_a_rule_no_light_is_compared_and_everything_else_is() {
    let (old, mut new) = (edition(), edition());
    *goal(&mut new, "retail").series.values.last_mut().unwrap() = Observation::number(277.5);
    let told = revision("2022-06", Ok(272.6), Ok(277.5), None);
    assert_eq!(diff(&old, &new, None), of_goal("retail", &[Difference::Figures(vec![told])]));
}

#[test]
fn what_was_set_never_moves_silently() {
    let due = |text: &str| text.parse::<Day>().unwrap();
    let old = edition();
    let was = |id: &str| old.indicator(id).unwrap().goal.clone();

    let moved = changed(|edition| goal(edition, "ratio").goal.target = 75.0);
    let target = |id: &str, to: Goal| Difference::Target { from: was(id), to };
    let to = Goal { target: 75.0, ..was("ratio") };
    assert!(moved[0].differences.contains(&target("ratio", to)));

    for change in [
        (|goal| goal.comparator = Comparator::Above) as fn(&mut Goal),
        |goal| goal.high = Some(95.0),
        |goal| goal.direction = Direction::Down,
        |goal| goal.kind = Kind::Threshold,
    ] {
        let moved = changed(|edition| change(&mut goal(edition, "unknown").goal));
        let mut to = was("unknown");
        change(&mut to);
        assert_eq!(moved, of_goal("unknown", &[target("unknown", to)]));
    }

    let moved = changed(|edition| goal(edition, "base").goal.due = due("2023-06-30"));
    let day = Difference::Due { from: Some(due("2022-12-31")), to: Some(due("2023-06-30")) };
    assert_eq!(moved, of_goal("base", &[day]));

    let moved = changed(|edition| goal(edition, "ratio").baseline.as_mut().unwrap().value = 58.1);
    let from = Baseline { month: month("2019-12"), value: 58.0 };
    let baseline = Difference::Baseline { from: Some(from), to: Some(Baseline { value: 58.1, ..from }) };
    assert!(moved[0].differences.contains(&baseline));

    let moved = changed(|edition| goal(edition, "steps").schedule[4].plan = 11.0);
    let from = old.indicator("steps").unwrap().schedule.clone();
    let mut to = from.clone();
    to[4].plan = 11.0;
    assert_eq!(moved, of_goal("steps", &[Difference::Schedule { from, to }]));

    let moved = changed(|edition| edition.tasks[0].due = Some(due("2022-09-30")));
    let from = old.tasks[0].due;
    assert_eq!(
        moved,
        one(RecordKind::Task, "t-c2", &[Difference::Due { from, to: Some(due("2022-09-30")) }])
    );
}

#[test]
fn figures_in_another_unit_are_not_compared() {
    let changed = changed(|edition| {
        let goal = goal(edition, "firms");
        goal.unit = Unit { zh: "百家".into(), ..goal.unit.clone() };
        for observation in &mut goal.series.values {
            observation.figure = observation.figure.clone().map(|value| value / 100.0);
        }
        goal.goal.target = 10.0;
    });
    let [record] = changed.as_slice() else { panic!("{changed:?}") };
    assert!(matches!(&record.differences[0], Difference::Unit { to, .. } if to.zh == "百家"));
    assert!(matches!(&record.differences[1], Difference::Target { .. }));
    assert_eq!(record.differences.len(), 2, "{record:?}");
}

#[test]
fn other_departments_answer() {
    let people = |role, gone: &[&str], come: &[&str]| Difference::People {
        role,
        gone: gone.iter().map(|id| (*id).to_owned()).collect(),
        come: come.iter().map(|id| (*id).to_owned()).collect(),
    };
    let led = changed(|edition| goal(edition, "retail").lead = Some("d-one".into()));
    assert_eq!(led, of_goal("retail", &[people(Role::Lead, &[], &["d-one"])]));
    let led = changed(|edition| edition.projects[0].lead = Some("d-two".into()));
    assert_eq!(led, one(RecordKind::Project, "p-one", &[people(Role::Lead, &["d-one"], &["d-two"])]));
    let helped = changed(|edition| edition.tasks[0].support = vec!["d-two".into(), "d-one".into()]);
    let was = edition().tasks[0].support.clone();
    let gone: Vec<&str> = was.iter().map(String::as_str).collect();
    let mut gone = gone;
    gone.sort_unstable();
    let people = people(Role::Support, &gone, &["d-one", "d-two"]);
    assert_eq!(helped, one(RecordKind::Task, "t-c2", &[people]));
    let turned = changed(|edition| edition.tasks[0].support.reverse());
    assert_eq!(turned, [], "the order of those who support means nothing");
    let named = changed(|edition| {
        let basis = &mut edition.tasks[0].lead_basis;
        basis.inferred = !basis.inferred;
    });
    let inferred = !edition().tasks[0].lead_basis.inferred;
    assert_eq!(named, one(RecordKind::Task, "t-c2", &[Difference::Basis(inferred)]));
}

#[test]
fn names_links_and_words_differ() {
    let renamed = changed(|edition| edition.departments[0].name.zh = "新名".into());
    let (from, to) = (Names::new("d-one", "d-one"), Names::new("新名", "d-one"));
    assert_eq!(renamed, one(RecordKind::Department, "d-one", &[Difference::Renamed { from, to }]));
    let links = |what, gone: &[&str], come: &[&str]| Difference::Links {
        what,
        gone: gone.iter().map(|id| (*id).to_owned()).collect(),
        come: come.iter().map(|id| (*id).to_owned()).collect(),
    };
    let linked = changed(|edition| edition.tasks[0].indicators = vec!["retail".into()]);
    let was = edition().tasks[0].indicators.clone();
    let gone: Vec<&str> = was.iter().map(String::as_str).collect();
    let told: Vec<_> =
        linked[0].differences.iter().filter(|it| matches!(it, Difference::Links { .. })).collect();
    assert_eq!(told, [&links(Link::Indicators, &gone, &["retail"])]);
    let placed = changed(|edition| edition.sites[0].township = Some("330304001".into()));
    let town = links(Link::Township, &["330304005"], &["330304001"]);
    assert_eq!(placed, one(RecordKind::Site, "a", &[town]));
    let placed = changed(|edition| edition.sites[0].at = None);
    assert_eq!(placed, one(RecordKind::Site, "a", &[Difference::Said(Said::Place)]));
    let about = changed(|edition| edition.notices[0].about.push("ratio".into()));
    assert_eq!(about, one(RecordKind::Notice, "n-one", &[links(Link::About, &[], &["ratio"])]));
    let sourced = changed(|edition| edition.notices[0].source = Some("report".into()));
    assert_eq!(sourced, one(RecordKind::Notice, "n-one", &[Difference::Said(Said::Source)]));
    let said = changed(|edition| edition.organisation[0].duty = Some(Names::new("统筹", "Coordination")));
    assert_eq!(said, one(RecordKind::OrgUnit, "o-one", &[Difference::Said(Said::Duty)]));
}

/// A difference as the other direction has to tell it.
fn turned_round(difference: &Difference) -> Difference {
    use Difference::*;
    match difference.clone() {
        Added => Removed,
        Removed => Added,
        Light { from, to, own } => Light { from: to, to: from, own },
        MadeUp(months) => Undone(months),
        Undone(months) => MadeUp(months),
        Figures(revisions) => {
            Figures(revisions.into_iter().map(|one| Revision { from: one.to, to: one.from, ..one }).collect())
        }
        Unit { from, to } => Unit { from: to, to: from },
        Target { from, to } => Target { from: to, to: from },
        Due { from, to } => Due { from: to, to: from },
        Baseline { from, to } => Baseline { from: to, to: from },
        Schedule { from, to } => Schedule { from: to, to: from },
        People { role, gone, come } => People { role, gone: come, come: gone },
        Basis(inferred) => Basis(!inferred),
        Renamed { from, to } => Renamed { from: to, to: from },
        Links { what, gone, come } => Links { what, gone: come, come: gone },
        Events { gone, come } => Events { gone: come, come: gone },
        Said(what) => Said(what),
    }
}

#[test]
fn both_directions_tell_the_same() {
    let key = |difference: &Difference| format!("{difference:?}");
    for (one, other) in
        [("2022-05", "2022-06"), ("2021-10", "2022-02"), ("2020-01", "2022-12"), ("2022-06", "2022-08")]
    {
        let there = compare(demo(one), demo(other));
        let back = compare(demo(other), demo(one));
        assert_eq!(there.len(), back.len(), "{one} {other}");
        for (record, same) in there.iter().zip(&back) {
            assert_eq!((record.kind, &record.id), (same.kind, &same.id));
            let mut turned: Vec<Difference> = record.differences.iter().map(turned_round).collect();
            let mut told = same.differences.clone();
            turned.sort_by_key(key);
            told.sort_by_key(key);
            assert_eq!(turned, told, "{} {one} {other}", record.id);
        }
    }
}

#[test]
fn an_edition_is_not_different_from_itself() {
    for edition in EDITIONS.iter().chain([&common::plan().value.edition]) {
        assert_eq!(compare(edition, edition), [], "{}", edition.month);
        assert_eq!(compare(edition, &edition.clone()), []);
    }
}

#[test]
fn the_story_of_june_is_found() {
    let changed = compare(demo("2022-05"), demo("2022-06"));
    let of = |id: &str| changed.iter().find(|record| record.id == id);
    let turned = |id: &str| {
        let record = of(id).unwrap();
        record.differences.iter().find_map(|difference| match difference {
            Difference::Light { from, to, .. } => Some((*from, *to)),
            _ => None,
        })
    };
    assert_eq!(turned("ind-brands"), Some((Light::Green, Light::Red)), "a brand is lacking at the June node");
    assert_eq!(turned("ind-green-finance-platform"), Some((Light::NotDue, Light::NoData)));
    assert_eq!(turned("ind-smart-settlement-rate"), Some((Light::Red, Light::Green)));
    let settled = &of("ind-smart-settlement-rate").unwrap().differences;
    let months = vec![month("2022-04"), month("2022-05")];
    assert!(settled.contains(&Difference::MadeUp(months)), "April and May are made up: {settled:?}");
    assert!(of("ind-digital-scenarios").is_none(), "red before and after, no figure revised");

    let changed = compare(demo("2022-04"), demo("2022-05"));
    let retail = changed.iter().find(|record| record.id == "ind-online-retail-sales").unwrap();
    let revisions: Vec<&Revision> = retail
        .differences
        .iter()
        .filter_map(|difference| match difference {
            Difference::Figures(revisions) => Some(revisions.iter().filter(|one| one.township.is_none())),
            _ => None,
        })
        .flatten()
        .collect();
    let reason = Some(Names::new("补报", "Late returns added"));
    assert_eq!(revisions, [&revision("2022-03", Ok(266.2), Ok(267.4), reason)], "March was revised in May");
    // The plan itself does not move from month to month.
    for pair in EDITIONS.windows(2) {
        for record in compare(&pair[0], &pair[1]) {
            let only_run = record.differences.iter().all(|difference| {
                use Difference::*;
                matches!(
                    difference,
                    Light { .. } | MadeUp(_) | Undone(_) | Figures(_) | Events { .. } | Added
                )
            });
            assert!(only_run, "{} {record:?}", pair[1].month);
        }
    }
}

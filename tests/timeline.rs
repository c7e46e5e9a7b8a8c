//! Tasks on the plan's time: where bars and due points stand, which were met late, and what a row says of it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::sync::LazyLock;

use biaogan::domain::{DuePoint, Edition, Lang, Light, Observation, RulePack, Series, Task, TaskTree};
use biaogan::model::tasks::{Axis, Bar, Ledger, State, bar};
use biaogan::publish::demo;
use biaogan::route::ViewState;
use pretty_assertions::assert_eq;

static JUNE: LazyLock<Edition> = LazyLock::new(|| month("2022-06"));

fn month(month: &str) -> Edition {
    let editions = demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value;
    editions.into_iter().find(|edition| edition.month.to_string() == month).unwrap()
}

fn drawn(task: &Task, lang: Lang) -> Bar {
    of(&JUNE, task, lang)
}

/// The bar of a task of an edition with all goals that measure it or a part of it.
fn of(edition: &Edition, task: &Task, lang: Lang) -> Bar {
    let rule = RulePack::three_colour();
    let tree = TaskTree::new(edition, &rule);
    let at = edition.tasks.iter().position(|known| known.id == task.id).unwrap();
    let goals = tree.goals(at).iter().map(|goal| &edition.indicators[*goal]);
    bar(&support::scope(edition, &rule, lang), task, goals)
}

/// A task with points every third month of 2022, of which so much was done month by month.
fn quarterly(done: &[f64]) -> Task {
    let from = support::month("2022-01");
    let points = [("2022-03", 25.0), ("2022-06", 50.0), ("2022-09", 75.0)];
    Task {
        schedule: points.map(|(month, plan)| DuePoint { month: support::month(month), plan }).to_vec(),
        progress: Some(Series {
            from,
            values: done.iter().map(|value| Observation::number(*value)).collect(),
        }),
        indicators: Vec::new(),
        principle: false,
        due: None,
        ..JUNE.tasks[10].clone()
    }
}

#[test]
fn due_points_are_met_late_missed_or_ahead() {
    let bar = drawn(&quarterly(&[10.0, 18.0, 20.0, 24.0, 30.0, 40.0]), Lang::Zh);
    let states: Vec<State> = bar.milestones.iter().map(|milestone| milestone.state).collect();
    assert_eq!(states, [State::Late(support::month("2022-05")), State::Missed, State::Ahead]);
    let said: Vec<&str> = bar.milestones.iter().map(|milestone| milestone.said.as_str()).collect();
    assert_eq!(
        said,
        ["2022年3月应达25%，完成20%，晚2个月", "2022年6月应达50%，完成40%，未达", "2022年9月节点，未到期"]
    );
    assert_eq!((bar.due, bar.done), (Some(support::month("2022-09")), Some(0.4)));
    assert_eq!(bar.said, "2022年9月到期；完成40%；节点：晚到1 未达1 未到期1");
    let met = drawn(&quarterly(&[10.0, 18.0, 25.0, 30.0, 40.0, 55.0]), Lang::En);
    assert_eq!(met.milestones[1].said, "50% due June 2022, 55% reached, on time");
    assert_eq!(met.said, "Due September 2022; 55% done; points: 2 on time, 1 ahead");
}

#[test]
fn nothing_is_drawn_that_the_data_do_not_say() {
    let bare = Task { schedule: Vec::new(), progress: None, ..quarterly(&[]) };
    let bar = drawn(&bare, Lang::Zh);
    assert_eq!((bar.due, bar.done, bar.milestones.len()), (None, None, 0));
    assert_eq!(bar.said, "未注明期限");
    // No task of the plan has a due month or a share done that its record lacks.
    for task in &JUNE.tasks {
        let bar = drawn(task, Lang::Zh);
        assert_eq!(bar.due.is_some(), task.due.is_some() || !task.schedule.is_empty(), "{}", task.id);
        assert_eq!(bar.done.is_some(), task.progress.is_some(), "{}", task.id);
        let months: Vec<_> = bar.milestones.iter().map(|milestone| milestone.month).collect();
        assert!(months.is_sorted(), "{}", task.id);
        assert!(bar.done.is_none_or(|done| (0.0..=1.0).contains(&done)), "{}", task.id);
    }
}

#[test]
fn the_axis_holds_every_due_date() {
    let axis = Axis::of(&JUNE);
    assert_eq!((axis.from, axis.to, axis.months()), (JUNE.start, JUNE.end, 36));
    assert_eq!(axis.end_of(axis.from), 1);
    assert_eq!(axis.end_of(axis.to), 36);
    let mut later = JUNE.clone();
    later.tasks[20].due = Some("2024-05-31".parse().unwrap());
    assert_eq!(Axis::of(&later).to, support::month("2024-05"));
    assert_eq!(axis.end_of(support::month("2019-01")), 0);
    assert_eq!(axis.end_of(support::month("2030-01")), 36);
}

#[test]
fn the_board_has_every_task_with_a_light_once_and_the_gravest_first() {
    let rule = RulePack::three_colour();
    let scope = support::scope(&JUNE, &rule, Lang::Zh);
    let ledger = Ledger::new(&scope);
    for query in ["?view=tasks", "?view=tasks&group=lead", "?view=tasks&domain=commerce&light=red"] {
        let list = ledger.list(&ViewState::from_query(query));
        let lanes = ledger.board(&list);
        let order: Vec<Light> = lanes.iter().map(|lane| lane.light).collect();
        assert_eq!(order, [Light::Red, Light::NoData, Light::Yellow, Light::NotDue, Light::Green]);
        for lane in &lanes {
            assert_eq!(lane.entries.len(), list.tally.of(lane.light), "{query} {:?}", lane.light);
            assert!(lane.entries.iter().all(|at| ledger.entries[*at].light() == Some(lane.light)));
        }
    }
}

#[test]
fn a_light_has_its_diamond_and_what_has_come_is_not_ahead() {
    let rule = RulePack::three_colour();
    for edition in [&JUNE, &month("2022-12")] {
        let tree = TaskTree::new(edition, &rule);
        for (at, task) in edition.tasks.iter().enumerate().filter(|(at, _)| tree.light(*at).is_measured()) {
            let bar = of(edition, task, Lang::Zh);
            if tree.light(at).light == Light::Red {
                assert!(bar.milestones.iter().any(|one| one.state == State::Missed), "{}", task.id);
            }
            let ahead = bar.milestones.iter().filter(|one| one.state == State::Ahead);
            assert!(ahead.clone().all(|one| one.month > edition.month), "{}", task.id);
            let months: Vec<_> = bar.milestones.iter().map(|one| one.month).collect();
            assert!(months.is_sorted_by(|one, other| one < other), "one mark a month: {}", task.id);
        }
    }
    let december = month("2022-12");
    let commerce = december.tasks.iter().find(|task| task.id == "t-goal-commerce").unwrap();
    let bar = of(&december, commerce, Lang::Zh);
    let last = bar.milestones.last().unwrap();
    assert_eq!(last.month, december.month);
    assert_ne!(last.state, State::Ahead);
    let names = december.indicators.iter().map(|goal| goal.short().get(Lang::Zh));
    assert!(names.filter(|name| last.said.contains(*name)).count() > 1, "{}", last.said);
}

//! The progress table: planned against actual, month by month.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, Light, Readings, RulePack, standing};
use biaogan::model::progress::{Kind, Mark, Progress, Row, Tracks};
use biaogan::model::search::Searched;
use biaogan::model::table::Cell;
use biaogan::publish::{demo, readings};
use biaogan::route::ViewState;
use pretty_assertions::assert_eq;

static JUNE: LazyLock<Edition> = LazyLock::new(|| {
    let editions = demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value;
    editions.into_iter().find(|edition| edition.month.to_string() == "2022-06").unwrap()
});

fn progress(edition: &Edition, lang: Lang) -> Progress {
    let readings = readings::of(std::slice::from_ref(edition), Readings::default());
    Progress::new(&support::scope(edition, &RulePack::three_colour(), lang)).with_readings(readings)
}

fn rows<'a>(progress: &'a Progress, list: &Tracks) -> Vec<&'a Row> {
    list.groups.iter().flat_map(|group| &group.rows).map(|at| progress.row(*at)).collect()
}

fn found<'a>(progress: &'a Progress, query: &str) -> Vec<&'a Row> {
    rows(progress, &progress.list(&ViewState::from_query(query)))
}

#[test]
fn all_goals_and_every_tracked_task_have_a_row() {
    let progress = progress(&JUNE, Lang::Zh);
    let all = found(&progress, "");
    let ids: BTreeSet<&str> = all.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), all.len());
    let goals = JUNE.indicators.iter().map(|goal| goal.id.as_str());
    let tracked = JUNE.tasks.iter().filter(|task| {
        let measured = JUNE.parts_of(task).any(|part| !part.indicators.is_empty());
        (!task.schedule.is_empty() && task.progress.is_some()) || (task.level == 2 && measured)
    });
    assert_eq!(ids, goals.chain(tracked.map(|task| task.id.as_str())).collect());
    assert_eq!(all.iter().filter(|row| row.kind == Kind::Goal).count(), 18);
    let rule = RulePack::three_colour();
    for row in &all {
        let light = match row.kind {
            Kind::Goal => standing::of_indicator(JUNE.indicator(&row.id).unwrap(), &JUNE, &rule).light,
            Kind::Task => JUNE.tasks.iter().find(|task| task.id == row.id).unwrap().light(&JUNE, &rule).light,
        };
        assert_eq!(row.light, light, "{}", row.id);
        assert_eq!(row.months.len(), 36, "{}", row.id);
        assert!(row.months.iter().all(|month| !month.said.is_empty()));
    }
}

#[test]
fn planned_stands_against_actual_and_every_month_says_both() {
    let progress = progress(&JUNE, Lang::Zh);
    let all = found(&progress, "");
    let retail = all.iter().find(|row| row.id == "ind-online-retail-sales").unwrap();
    let figures = retail.figures.as_ref().unwrap();
    assert_eq!(
        (figures.actual.as_str(), figures.due.as_str(), figures.difference.as_str()),
        ("272.6亿元", "277.0亿元", "−4.4亿元")
    );
    assert_eq!(retail.target, [">300亿元", "22年12月"]);
    let june = &retail.months[29];
    assert_eq!(june.mark, Mark::Light(Light::Red));
    assert_eq!(june.said, "2022年6月：红 未达。应达277.0亿元，实际272.6亿元，差−4.4亿元。");
    assert_eq!(retail.months[30].mark, Mark::Ahead(true));
    assert!(retail.months[30].said.starts_with("2022年7月：未到期。应达"), "{}", retail.months[30].said);
    let task = all.iter().find(|row| row.id == "t-c1").unwrap();
    let figures = task.figures.as_ref().unwrap();
    assert_eq!(figures.due, "83%");
    assert!(figures.actual.ends_with('%'), "{}", figures.actual);
    // Due each quarter: March is a point, February is none, December is still to come.
    assert!(matches!(task.months[2].mark, Mark::Light(_)));
    assert_eq!(
        (task.months[1].mark, task.months[34].mark, task.months[35].mark),
        (Mark::Nothing, Mark::Ahead(false), Mark::Ahead(true))
    );
    assert_eq!(task.target, ["100%", "22年12月"]);
}

#[test]
fn without_due_points_of_its_own_a_task_has_the_gravest_light_of_each_month() {
    let mut edition = JUNE.clone();
    edition.tasks.iter_mut().for_each(|task| {
        task.schedule.clear();
        task.progress = None;
    });
    let (progress, rule) = (progress(&edition, Lang::Zh), RulePack::three_colour());
    let item = edition.tasks.iter().find(|task| task.id == "t-goal-commerce").unwrap();
    let goals: BTreeSet<&String> = edition.parts_of(item).flat_map(|part| &part.indicators).collect();
    let all = found(&progress, "");
    let row = all.iter().find(|row| row.id == item.id).unwrap();
    assert!(row.figures.is_none() && row.basis.starts_with("3项指标："), "{}", row.basis);
    for (at, month) in row.months.iter().take(30).enumerate() {
        let lights =
            goals.iter().map(|id| standing::of_indicator(edition.indicator(id).unwrap(), &edition, &rule));
        let due = lights.map(|standing| standing.history[at].clone()).filter(|one| one.point.is_some());
        let gravest = Light::gravest(due.map(|one| one.light));
        assert_eq!(month.mark, gravest.map_or(Mark::Nothing, Mark::Light), "{}", month.month);
    }
}

#[test]
fn divisions_filters_and_orders() {
    let progress = progress(&JUNE, Lang::Zh);
    let all: BTreeSet<&str> = found(&progress, "").iter().map(|row| row.id.as_str()).collect();
    for group in ["none", "domain", "light", "lead"] {
        for sort in ["plan", "light", "gap", "due", "name"] {
            let rows = found(&progress, &format!("?group={group}&sort={sort}"));
            assert_eq!(
                rows.iter().map(|row| row.id.as_str()).collect::<BTreeSet<_>>(),
                all,
                "{group} {sort}"
            );
        }
    }
    let domains = progress.list(&ViewState::default()).groups;
    assert_eq!(domains.len(), 4);
    assert!(domains.iter().all(|group| group.tally.total() == group.rows.len()));
    assert!(found(&progress, "?light=red").iter().all(|row| row.light == Light::Red));
    let led = found(&progress, "?dept=d-commerce");
    assert!(!led.is_empty() && led.len() < all.len());
    assert_eq!(found(&progress, "?q=wllse")[0].id, "ind-online-retail-sales");
    let gap = found(&progress, "?sort=gap&group=light&light=red");
    assert!(!gap.is_empty());
    assert!(found(&progress, "?domain=unheard-of").is_empty());
}

#[test]
fn the_headline_counts_what_is_tracked_and_what_is_red() {
    let (zh, en) = (progress(&JUNE, Lang::Zh), progress(&JUNE, Lang::En));
    let red = found(&zh, "?light=red").len();
    let tasks = found(&zh, "").iter().filter(|row| row.kind == Kind::Task).count();
    assert!(
        zh.headline.starts_with(&format!("全部18项指标、{tasks}项任务中{red}项亮红灯；红灯最久的是")),
        "{}",
        zh.headline
    );
    assert!(
        en.headline.starts_with(&format!("All 18 goals and {tasks} tasks: {red} red; red longest: ")),
        "{}",
        en.headline
    );
    // The tally beside it says of what it is, in the same words.
    let counted = |progress: &Progress, query: &str| progress.list(&ViewState::from_query(query)).counted;
    assert_eq!(counted(&zh, ""), format!("全部18项指标、{tasks}项任务"));
    assert_eq!(counted(&en, ""), format!("All 18 goals and {tasks} tasks"));
    let goals = found(&zh, "?light=red").iter().filter(|row| row.kind == Kind::Goal).count();
    let (all, tasks) = (18 + tasks, red - goals);
    assert_eq!(counted(&zh, "?light=red"), format!("筛出{goals}项指标、{tasks}项任务，共{all}项"));
    assert_eq!(
        counted(&en, "?light=red"),
        format!("Shown: {goals} goals and {tasks} tasks, of {all} in all")
    );
    assert_eq!(counted(&zh, "?domain=unheard-of"), format!("筛出0项，共{all}项"));
    let official = progress(&common::plan().value.edition, Lang::Zh);
    assert!(!official.demo && found(&official, "").iter().all(|row| row.kind == Kind::Goal || !row.demo));
}

#[test]
fn the_sheet_has_a_column_for_each_month() {
    let progress = progress(&JUNE, Lang::Zh);
    let rule = RulePack::three_colour();
    let scope = support::scope(&JUNE, &rule, Lang::Zh);
    let sheet = progress.sheet(&scope, &ViewState::from_query("?domain=commerce&light=red"));
    assert_eq!(sheet.columns.len(), 15 + 36 + 1);
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    let june = sheet.columns.iter().position(|column| column.name == "2022-06").unwrap();
    let retail = sheet.rows.iter().find(|row| row[0] == Cell::text("ind-online-retail-sales")).unwrap();
    assert_eq!(retail[june], Cell::text("红 未达"));
    assert_eq!(retail[june + 1], Cell::Empty(String::new()));
    assert_eq!((&retail[6], &retail[9]), (&Cell::number(272.6, 1), &Cell::text("亿元")));
}

#[test]
fn an_edition_behind_the_end_of_the_plan_adds_no_months_to_it() {
    let mut edition = JUNE.clone();
    edition.end = "2022-03".parse().unwrap();
    let progress = progress(&edition, Lang::Zh);
    let rule = RulePack::three_colour();
    let sheet = progress.sheet(&support::scope(&edition, &rule, Lang::Zh), &ViewState::default());
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    assert!(found(&progress, "").iter().all(|row| row.months.len() == 27));
}

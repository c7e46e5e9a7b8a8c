//! The task table: every task once, filtered, ordered and divided as the address says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use biaogan::domain::diff::{Difference, diff};
use biaogan::domain::{Edition, Lang, Light, Names, Readings, RulePack, Task, TaskTree};
use biaogan::model::search::Searched;
use biaogan::model::table::Cell;
use biaogan::model::tasks::{Entry, Ledger, TaskList};
use biaogan::model::{agenda, departments};
use biaogan::publish::{demo, readings};
use biaogan::route::ViewState;
use pretty_assertions::assert_eq;

static JUNE: LazyLock<Edition> = LazyLock::new(|| month("2022-06"));

fn month(month: &str) -> Edition {
    let editions = demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value;
    editions.into_iter().find(|edition| edition.month.to_string() == month).unwrap()
}

fn ledger(edition: &Edition, lang: Lang) -> Ledger {
    let readings = readings::of(std::slice::from_ref(edition), Readings::default());
    Ledger::new(&support::scope(edition, &RulePack::three_colour(), lang)).with_readings(readings)
}

fn june() -> Ledger {
    ledger(&JUNE, Lang::Zh)
}

fn list(ledger: &Ledger, query: &str) -> TaskList {
    ledger.list(&ViewState::from_query(query))
}

/// The ids of the tasks that pass the filters, the parts of the plan left out.
fn found<'a>(ledger: &'a Ledger, list: &TaskList) -> Vec<&'a str> {
    let rows = list.divisions.iter().flat_map(|division| &division.rows).filter(|shown| !shown.context);
    rows.map(|shown| ledger.entries[shown.at].row.id.as_str()).collect()
}

#[test]
fn every_task_of_the_plan_is_there_once_with_the_light_it_has_by_itself() {
    let (ledger, rule) = (june(), RulePack::three_colour());
    let ids: BTreeSet<&str> = ledger.entries.iter().map(|entry| entry.row.id.as_str()).collect();
    assert_eq!(ids, JUNE.tasks.iter().map(|task| task.id.as_str()).collect());
    assert_eq!(ledger.entries.len(), 221);
    let tree = TaskTree::new(&JUNE, &rule);
    for (at, task) in JUNE.tasks.iter().enumerate() {
        assert_eq!(tree.light(at), &task.light(&JUNE, &rule), "{}", task.id);
    }
    for entry in &ledger.entries {
        let above = entry.parent.map(|at| ledger.entries[at].row.id.clone());
        let task = JUNE.tasks.iter().find(|task| task.id == entry.row.id).unwrap();
        assert_eq!(above, task.parent, "{}", task.id);
    }
}

#[test]
fn unfiltered_the_list_is_the_plan_itself() {
    let ledger = june();
    let all = list(&ledger, "?view=tasks");
    assert!(!all.filtered);
    let parts: Vec<&str> =
        all.divisions.iter().map(|division| ledger.entries[division.part.unwrap()].row.id.as_str()).collect();
    let roots: Vec<&str> =
        JUNE.tasks.iter().filter(|task| task.parent.is_none()).map(|task| task.id.as_str()).collect();
    assert_eq!(parts, roots);
    assert_eq!(found(&ledger, &all).len() + parts.len(), 221);
    for division in &all.divisions {
        for (at, shown) in division.rows.iter().enumerate() {
            assert!(!shown.context);
            assert!(shown.parent.is_none_or(|parent| parent < at));
            assert_eq!(shown.depth + 1, ledger.entries[shown.at].row.depth);
            assert_eq!(shown.parts, ledger.entries[shown.at].row.parts);
        }
    }
}

#[test]
fn filters_find_what_they_say_and_keep_what_it_is_a_part_of() {
    let ledger = june();
    let task = |id: &str| JUNE.tasks.iter().find(|task| task.id == id).unwrap();
    let with = |query: &str, wanted: &dyn Fn(&Task, &Entry) -> bool| {
        let list = list(&ledger, query);
        assert!(list.filtered, "{query}");
        let ids: BTreeSet<&str> = found(&ledger, &list).into_iter().collect();
        let expected: BTreeSet<&str> = ledger
            .entries
            .iter()
            .filter(|entry| entry.row.depth > 0 && wanted(task(&entry.row.id), entry))
            .map(|entry| entry.row.id.as_str())
            .collect();
        assert!(!expected.is_empty(), "{query} shows nothing, so it tests nothing");
        assert_eq!(ids, expected, "{query}");
        for division in &list.divisions {
            for shown in division.rows.iter().filter(|shown| shown.depth > 0) {
                let above = division.rows[shown.parent.unwrap()].at;
                assert_eq!(ledger.entries[shown.at].parent, Some(above), "{query}");
            }
        }
    };
    with("?domain=health", &|task, _| task.domain == "health");
    with("?dept=d-commerce", &|task, _| {
        task.lead.as_deref() == Some("d-commerce") || task.support.iter().any(|id| id == "d-commerce")
    });
    with("?light=red", &|_, entry| entry.light() == Some(Light::Red));
    with("?light=none", &|_, entry| matches!(entry.light(), Some(Light::NotDue | Light::NoData)));
    with("?project=work-brand", &|task, _| {
        let mut project = task.project.as_deref();
        while let Some(id) = project {
            if id == "work-brand" {
                return true;
            }
            project = JUNE.projects.iter().find(|one| one.id == id).and_then(|one| one.parent.as_deref());
        }
        false
    });
    // Half a year and four days are left of the plan.
    assert!(found(&ledger, &list(&ledger, "?due=180")).is_empty());
    let november = month("2022-11");
    let late = self::ledger(&november, Lang::Zh);
    let due: BTreeSet<&str> = found(&late, &list(&late, "?due=60")).into_iter().collect();
    let stated = november.tasks.iter().filter(|task| task.due.is_some() && task.level > 1);
    assert_eq!(due, stated.map(|task| task.id.as_str()).collect());
    assert!(found(&late, &list(&late, "?due=30")).is_empty());
    assert!(list(&ledger, "?domain=unheard-of").divisions.is_empty());
}

#[test]
fn tasks_are_found_in_characters_pinyin_initials_and_english() {
    let ledger = june();
    for typed in ["智慧商圈建设", "zhihuishangquan", "zhsqjs", "smart business", "智慧 商圈", "ＺＨＳＱＪＳ"]
    {
        let mut state = ViewState::from_query("?view=tasks");
        state.q = typed.to_owned();
        let list = ledger.list(&state);
        let names: Vec<&str> = list
            .divisions
            .iter()
            .flat_map(|division| &division.rows)
            .map(|shown| ledger.entries[shown.at].row.name.as_str())
            .collect();
        assert!(names.iter().any(|name| name.contains("智慧商圈")), "{typed}: {names:?}");
    }
    let mut state = ViewState::from_query("?view=tasks");
    state.q = "<img onerror=alert(1)>".into();
    assert!(ledger.list(&state).divisions.is_empty());
}

#[test]
fn every_division_and_order_holds_the_same_tasks() {
    let ledger = june();
    let all: BTreeSet<&str> = found(&ledger, &list(&ledger, "")).into_iter().collect();
    for group in ["none", "domain", "light", "lead"] {
        for sort in ["plan", "light", "due", "name", "gap"] {
            let list = list(&ledger, &format!("?group={group}&sort={sort}"));
            let ids = found(&ledger, &list);
            assert_eq!(ids.len(), all.len(), "{group} {sort}");
            assert_eq!(ids.into_iter().collect::<BTreeSet<_>>(), all, "{group} {sort}");
            assert!(list.divisions.iter().all(|division| !division.title.is_empty()));
        }
    }
    let by_light = list(&ledger, "?group=light");
    for division in &by_light.divisions {
        assert!(division.rows.iter().all(|shown| ledger.entries[shown.at].light() == division.light));
    }
    let counted: u32 = Light::ALL.iter().map(|light| by_light.tally.of(*light) as u32).sum();
    assert_eq!(counted as usize, ledger.entries.iter().filter(|entry| entry.light().is_some()).count());
    let gravest = list(&ledger, "?sort=light");
    for division in &gravest.divisions {
        let gravities: Vec<_> = division
            .rows
            .iter()
            .filter(|shown| shown.depth == 0)
            .map(|shown| ledger.entries[shown.at].light().map(Light::gravity))
            .collect();
        assert!(gravities.is_sorted_by(|one, other| one >= other));
    }
}

#[test]
fn the_headline_counts_items_and_names_who_leads_the_red_ones() {
    let (zh, en) = (june(), ledger(&JUNE, Lang::En));
    let items = JUNE.tasks.iter().filter(|task| task.level == 2 && !task.principle);
    let red: Vec<&Task> = items
        .clone()
        .filter(|task| task.light(&JUNE, &RulePack::three_colour()).light == Light::Red)
        .collect();
    let leads: BTreeSet<&str> = red.iter().filter_map(|task| task.lead.as_deref()).collect();
    let counts = (items.count(), red.len(), leads.len());
    assert_eq!(counts, (23, 7, 3));
    let all = list(&zh, "?view=tasks");
    let all_red = all.tally.of(Light::Red);
    let led = "由区商务局和区大数据管理中心等3个单位牵头";
    let of_all = format!("连同分项215项，{all_red}项亮红灯");
    assert_eq!(zh.headline, format!("23项主任务，7项亮红灯，{led}；{of_all}"));
    assert!(en.headline.starts_with("23 main tasks, 7 red, led by "), "{}", en.headline);
    let of_all = format!(" and 1 more; with their parts 215, {all_red} red");
    assert!(en.headline.ends_with(&of_all), "{}", en.headline);
    // What is counted and what has a light differ by what has none.
    let dark = 215 - all.tally.total();
    assert_eq!(all.counted, format!("215项（其中原则{dark}项，不评灯），共215项"));
    let official = common::plan().value.edition;
    let calm = ledger(&official, Lang::Zh);
    assert!(!calm.demo && calm.entries.iter().all(|entry| !entry.row.demo));
}

#[test]
fn the_sheet_has_what_is_shown_and_says_what_is_generated() {
    let ledger = june();
    let rule = RulePack::three_colour();
    let scope = support::scope(&JUNE, &rule, Lang::Zh);
    let state = ViewState::from_query("?view=tasks&dept=d-commerce&light=red");
    let sheet = ledger.sheet(&scope, &state);
    let ids: Vec<String> = sheet
        .rows
        .iter()
        .map(|row| match &row[0] {
            Cell::Text(id) => id.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(ids, found(&ledger, &ledger.list(&state)));
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    assert!(sheet.rows.iter().all(|row| row.last() == Some(&Cell::Text("演示数据".into()))));
    assert!(sheet.notes.iter().any(|(_, text)| text.starts_with("演示数据")));
}

/// Ten thousand tasks, each measured by a goal: what is made for them asks no task about all others.
#[test]
fn many_thousand_tasks_are_filed_and_filtered() {
    let mut edition = JUNE.clone();
    let model =
        edition.tasks.iter().find(|task| task.level == 3 && !task.indicators.is_empty()).unwrap().clone();
    let item = model.parent.clone().unwrap();
    for number in 0..10_000 {
        let parent = if number % 10 == 0 { item.clone() } else { format!("x-{}", number - number % 10) };
        let name = Names::new(format!("第{number}项工作"), format!("Work {number}"));
        edition.tasks.push(Task { id: format!("x-{number}"), parent: Some(parent), name, ..model.clone() });
    }
    let ledger = ledger(&edition, Lang::Zh);
    assert_eq!(ledger.entries.len(), 10_221);
    let one = list(&ledger, "?q=%E7%AC%AC9999%E9%A1%B9");
    assert_eq!(found(&ledger, &one), ["x-9999"]);
    let above = one.divisions[0].rows.iter().filter(|shown| shown.context).count();
    assert_eq!(above, 2, "the item and the work that it is a part of");
}

#[test]
fn tasks_that_name_each_other_or_nobody_stand_by_themselves() {
    let mut edition = JUNE.clone();
    edition.tasks.truncate(4);
    edition.tasks[0].parent = Some(edition.tasks[1].id.clone());
    edition.tasks[2].parent = Some("unheard-of".into());
    edition.tasks[3].parent = Some(edition.tasks[3].id.clone());
    let ledger = ledger(&edition, Lang::Zh);
    assert_eq!(ledger.entries.len(), 4);
}

#[test]
fn an_item_whose_part_of_the_plan_is_lost_keeps_its_row() {
    let mut edition = JUNE.clone();
    let orphan = edition.tasks.iter_mut().find(|task| task.id == "t-c1").unwrap();
    orphan.parent = None;
    let ledger = ledger(&edition, Lang::Zh);
    for query in ["", "?group=light", "?group=domain"] {
        let list = list(&ledger, query);
        assert!(found(&ledger, &list).contains(&"t-c1"), "{query}");
    }
    let list = list(&ledger, "");
    let own =
        list.divisions.iter().find(|one| one.rows.iter().any(|row| ledger.entries[row.at].row.id == "t-c1"));
    let own = own.unwrap();
    assert_eq!((own.title.as_str(), own.rows[0].depth, own.part), ("未注明", 0, None));
    assert!(own.rows.len() > 5, "its parts stand below it");
}

#[test]
fn what_nothing_measures_is_not_due_before_its_day_and_without_data_from_then_on() {
    let rule = RulePack::three_colour();
    let grey = |edition: &Edition| {
        let tree = TaskTree::new(edition, &rule);
        let bare = (0..tree.len()).filter(|at| tree.task(*at).level > 1 && !tree.light(*at).is_measured());
        let said = bare.map(|at| (tree.task(at).due.is_some(), tree.light(at).light.gravity()));
        said.collect::<BTreeSet<_>>()
    };
    let (november, december) = (month("2022-11"), month("2022-12"));
    let both = |light: Light| BTreeSet::from([false, true].map(|dated| (dated, light.gravity())));
    assert_eq!(grey(&november), both(Light::NotDue));
    // The plan ends on the day up to which the figures of December reach.
    assert_eq!(grey(&december), both(Light::NoData));
    let mut early = month("2022-06");
    let bare = early.tasks.iter().position(|task| task.id == "t-c1-02").unwrap();
    let light = |edition: &Edition| TaskTree::new(edition, &rule).light(bare).light;
    assert_eq!(light(&early), Light::NotDue);
    early.tasks[bare].due = Some("2022-06-30".parse().unwrap());
    assert_eq!(light(&early), Light::NoData, "its day is the day of the figures");
    early.tasks[bare].due = Some("2022-07-01".parse().unwrap());
    assert_eq!(light(&early), Light::NotDue);
}

#[test]
fn what_nothing_measures_says_so_everywhere_and_is_neither_agenda_nor_change_nor_score() {
    let (november, december) = (month("2022-11"), month("2022-12"));
    let rule = RulePack::three_colour();
    let scope = support::scope(&december, &rule, Lang::Zh);
    let ledger = ledger(&december, Lang::Zh);
    let tree = TaskTree::new(&december, &rule);
    for entry in ledger.entries.iter().filter(|entry| entry.light().is_some()) {
        let bare = !tree.light(entry.task).is_measured();
        assert_eq!(entry.row.basis == "没有进展数据（未挂指标）", bare, "{}", entry.row.id);
    }
    let lanes = ledger.board(&list(&ledger, "?view=tasks"));
    let count = |light: Light| lanes.iter().find(|lane| lane.light == light).unwrap().entries.len();
    assert_eq!((count(Light::NotDue), count(Light::NoData)), (0, 139));
    let bare: BTreeSet<&str> = (0..tree.len())
        .filter(|at| !tree.light(*at).is_measured())
        .map(|at| tree.task(at).id.as_str())
        .collect();
    let agenda = agenda::agenda(&scope);
    assert!(agenda.items.iter().all(|item| !bare.contains(item.id.as_str())));
    let changes = diff(&november, &december, Some(&rule));
    for changed in changes.iter().filter(|changed| bare.contains(changed.id.as_str())) {
        let turned = |it: &Difference| matches!(it, Difference::Light { .. });
        assert!(!changed.differences.iter().any(turned), "{}", changed.id);
    }
    // Even where a figure that is owed costs points.
    let mut rule = RulePack::pace_gap();
    rule.score.as_mut().unwrap().points.no_data = Some(0.0);
    let scored = departments::arithmetic(&support::scope(&december, &rule, Lang::Zh), "d-commerce", true);
    let terms = scored.unwrap().terms;
    assert!(!terms.is_empty() && terms.iter().all(|term| !bare.contains(term.id.as_str())));
    let page = departments::page(&scope, "d-commerce").unwrap();
    let overdue = page.calendar.overdue.iter().find(|one| one.id == "t-goal-commerce-04").unwrap();
    assert_eq!((overdue.light.0, overdue.note.as_str()), (Light::NoData, "没有进展数据（未挂指标）"));
}

#[test]
fn tasks_are_found_by_who_answers_for_them_by_their_project_and_by_its_sites() {
    let ledger = june();
    let of = |typed: &str| {
        let mut state = ViewState::from_query("?view=tasks");
        state.q = typed.to_owned();
        let list = ledger.list(&state);
        found(&ledger, &list).into_iter().map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let of_unit = |id: &str| {
        let own = ledger.entries.iter().filter(|entry| entry.row.depth > 0 && entry.concerns(id));
        own.map(|entry| entry.row.id.clone()).collect::<BTreeSet<_>>()
    };
    let unit = JUNE.departments.iter().find(|unit| unit.name.zh == "区经信局").unwrap();
    let own = of_unit(&unit.id);
    assert!(own.len() > 100, "{}", own.len());
    assert!(
        own.is_subset(&of("区经信局")) && own.is_subset(&of("qujingxinju")) && own.is_subset(&of("qjxj"))
    );
    assert!(own.is_subset(&of(&unit.name.en)));
    assert!(of("瓯海龙舟运动基地").contains("t-goal-health-03"), "by project and site");
    // Words may come from several names.
    let both = of("区经信局 智慧商圈");
    assert!(both.iter().all(|id| own.contains(id)) && !both.is_empty(), "{both:?}");
    assert!(of("没有这样的单位").is_empty());
    for typed in ["智慧商圈", "zhihuishangquan", "zhsqjs", "smart business"] {
        assert!((1..30).contains(&of(typed).len()), "{typed}: {}", of(typed).len());
    }
}

#[test]
fn a_task_leads_to_its_gravest_goals_first_and_says_how_far_it_is() {
    let ledger = june();
    for entry in &ledger.entries {
        let goals = &entry.row.goals;
        assert!(goals.is_sorted_by(|one, other| one.light.gravity() >= other.light.gravity()));
        if entry.light() == Some(Light::Red) && entry.row.own.is_none() {
            assert_eq!(goals[0].light, Light::Red, "{}", entry.row.id);
        }
        assert!(goals.iter().all(|goal| !goal.progress.is_empty() && JUNE.indicator(&goal.id).is_some()));
    }
    let base = ledger.entries.iter().find(|entry| entry.row.id == "t-goal-health-03").unwrap();
    let sites: Vec<&str> = base.row.sites.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(sites, ["瓯海龙舟运动基地"]);
    assert_eq!(base.row.sites[0].1.id.as_deref(), Some("site-dragon-boat-base"));
}

#[test]
fn the_sheet_leaves_nothing_to_the_row_above() {
    let ledger = june();
    let rule = RulePack::three_colour();
    let scope = support::scope(&JUNE, &rule, Lang::Zh);
    let sheet = ledger.sheet(&scope, &ViewState::from_query("?view=tasks"));
    let column = |name: &str| sheet.columns.iter().position(|column| column.name == name).unwrap();
    let text = |row: &[Cell], name: &str| match &row[column(name)] {
        Cell::Text(text) => text.clone(),
        Cell::Empty(_) => String::new(),
        other => panic!("{other:?}"),
    };
    let task = |row: &[Cell]| JUNE.tasks.iter().find(|task| task.id == text(row, "编号")).unwrap();
    let mut inherited = 0;
    for row in &sheet.rows {
        let task = task(row);
        let unit = |id: &String| JUNE.department(id).map(|unit| unit.name.zh.clone());
        let support: Vec<String> = task.support.iter().filter_map(unit).collect();
        assert_eq!(text(row, "配合"), support.join("、"), "{}", task.id);
        let project = task.project.as_deref().and_then(|id| JUNE.project(id));
        assert_eq!(text(row, "项目"), project.map_or("", |project| &project.name.zh), "{}", task.id);
        assert!(row.iter().all(|cell| !matches!(cell, Cell::Text(text) if text.contains("同上"))));
        let entry = ledger.entries.iter().find(|entry| entry.row.id == task.id).unwrap();
        inherited += usize::from(entry.row.as_above && !support.is_empty());
        let ids: Vec<&str> = entry.row.goals.iter().map(|goal| goal.id.as_str()).collect();
        assert_eq!(text(row, "指标编号"), ids.join(";"));
        assert_eq!(text(row, "进展").is_empty(), ids.is_empty() && entry.row.own.is_none());
    }
    assert!(inherited > 10, "{inherited}");
    let base = sheet.rows.iter().find(|row| text(row, "编号") == "t-goal-health-03").unwrap();
    assert_eq!(text(base, "地点"), "瓯海龙舟运动基地");
    assert!(text(base, "下一节点").starts_with("2022年"), "{}", text(base, "下一节点"));
}

//! The task table: every task once, filtered, ordered and divided as the address says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, Light, Names, Readings, RulePack, Task, TaskTree};
use biaogan::model::search::Searched;
use biaogan::model::table::Cell;
use biaogan::model::tasks::{Entry, Ledger, TaskList};
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
    assert_eq!(zh.headline, "23项任务，7项亮红灯，由区商务局和区大数据管理中心等3个单位牵头");
    assert!(en.headline.starts_with("23 tasks, 7 red, led by "), "{}", en.headline);
    assert!(en.headline.ends_with(" and 1 more"), "{}", en.headline);
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

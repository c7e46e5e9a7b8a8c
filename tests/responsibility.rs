//! The responsibility table: who leads, supports and supervises what, and who works with whom.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, Light, Readings, RulePack, Task};
use biaogan::model::responsibility::{Duties, Matrix, Role};
use biaogan::model::search::Searched;
use biaogan::model::table::Cell;
use biaogan::option::{Palette, flow_picture};
use biaogan::publish::{demo, readings};
use biaogan::route::{Rows, ViewState};
use pretty_assertions::assert_eq;
use quick_xml::events::Event;

static JUNE: LazyLock<Edition> = LazyLock::new(|| {
    let editions = demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value;
    editions.into_iter().find(|edition| edition.month.to_string() == "2022-06").unwrap()
});

fn matrix(edition: &Edition, lang: Lang) -> Matrix {
    let readings = readings::of(std::slice::from_ref(edition), Readings::default());
    Matrix::new(&support::scope(edition, &RulePack::three_colour(), lang)).with_readings(readings)
}

fn list(matrix: &Matrix, query: &str) -> Duties {
    matrix.list(&ViewState::from_query(query))
}

/// The rows that pass at a depth, by id, with their roles by the departments' ids.
fn shown(matrix: &Matrix, list: &Duties, depth: usize) -> BTreeMap<String, BTreeMap<String, Role>> {
    let rows = list.divisions.iter().flat_map(|division| &division.rows);
    let rows = rows.filter(|shown| shown.depth == depth && !shown.context);
    rows.map(|shown| &matrix.rows[shown.at])
        .map(|row| {
            let cells = row.cells.iter().map(|(unit, role)| (matrix.units[*unit].id.clone(), *role));
            (row.id.clone(), cells.collect())
        })
        .collect()
}

/// What a task itself says, read without the program under test.
fn said(task: &Task) -> BTreeMap<String, Role> {
    let mut roles = BTreeMap::new();
    for id in &task.support {
        roles.insert(id.clone(), Role::Support);
    }
    if let Some(lead) = &task.lead {
        roles.insert(lead.clone(), if task.lead_basis.inferred { Role::Inferred } else { Role::Lead });
    }
    roles
}

#[test]
fn every_item_has_the_roles_that_the_plan_gives() {
    let matrix = matrix(&JUNE, Lang::Zh);
    let found = shown(&matrix, &list(&matrix, ""), 0);
    let items: Vec<&Task> = JUNE.tasks.iter().filter(|task| task.level == 2 && !task.principle).collect();
    assert_eq!(found.len(), items.len());
    assert_eq!(found.len(), 23);
    for item in items {
        let own: BTreeMap<String, Role> = found[&item.id]
            .iter()
            .filter(|(_, role)| **role != Role::Parts)
            .map(|(id, role)| (id.clone(), *role))
            .collect();
        assert_eq!(own, said(item), "{}", item.id);
        let below: BTreeSet<&String> =
            JUNE.parts_of(item).flat_map(Task::departments).filter(|id| !own.contains_key(*id)).collect();
        let parts: BTreeSet<&String> =
            found[&item.id].iter().filter(|(_, role)| **role == Role::Parts).map(|(id, _)| id).collect();
        assert_eq!(parts, below, "{}", item.id);
    }
    // The leading group's members are named by the organising commitments alone.
    assert_eq!(found["t-s1"]["d-inspection-office"], Role::Parts);
    assert_eq!(found["t-goal-commerce"]["d-commerce"], Role::Inferred);
    let commitments = shown(&matrix, &list(&matrix, ""), 1);
    assert_eq!(commitments["t-s1-08"], said(JUNE.tasks.iter().find(|task| task.id == "t-s1-08").unwrap()));
}

#[test]
fn columns_follow_the_leading_group_and_sums_count_items() {
    let matrix = matrix(&JUNE, Lang::Zh);
    let list = list(&matrix, "");
    let ids: Vec<&str> = list.columns.iter().map(|unit| matrix.units[*unit].id.as_str()).collect();
    assert_eq!(ids[..4], ["g-leading-group", "d-reform-office", "d-organization-dept", "d-publicity-dept"]);
    assert_eq!(ids.len(), 32);
    let of = |id: &str| list.sums[ids.iter().position(|one| *one == id).unwrap()];
    assert_eq!((of("d-commerce").leads, of("d-commerce").supports), (10, 4));
    assert_eq!((of("d-economy-it").leads, of("d-economy-it").supports), (1, 8));
    assert_eq!((of("g-office").leads, of("g-office").supports), (3, 0));
    assert_eq!(matrix.headline(Rows::Tasks), "区商务局牵头10项；配合最多的是区经信局，8项");
    let chosen = matrix.chosen("d-commerce", Rows::Tasks).unwrap();
    assert_eq!(chosen.text, "牵头10项（其中推定2项），配合4项");
    assert!(matrix.chosen("d-china-tower", Rows::Tasks).is_none());
    assert!(!matrix.is_supervised);
}

#[test]
fn names_are_short_where_room_is_little() {
    let (zh, en) = (matrix(&JUNE, Lang::Zh), matrix(&JUNE, Lang::En));
    let short = |matrix: &Matrix, id: &str| matrix.units[matrix.unit(id).unwrap()].short.clone();
    assert_eq!(short(&zh, "g-leading-group"), "领导小组");
    assert_eq!(short(&zh, "d-culture-tourism-sports"), "区文广旅体局");
    assert_eq!(short(&en, "d-commerce"), "Commerce Bureau");
    assert_eq!(
        en.headline(Rows::Tasks),
        "Commerce Bureau leads 10 tasks; Bureau of Economy and Information Technology supports most, 8"
    );
}

#[test]
fn filters_narrow_rows_and_columns_and_a_chosen_department_narrows_nothing() {
    let matrix = matrix(&JUNE, Lang::Zh);
    let all = list(&matrix, "");
    assert_eq!(list(&matrix, "?dept=d-commerce"), all);
    let health = list(&matrix, "?domain=health");
    assert!(health.filtered && health.columns.len() < 10);
    assert_eq!(
        shown(&matrix, &health, 0).into_keys().collect::<Vec<_>>(),
        ["t-goal-health", "t-h1", "t-h2", "t-h3"]
    );
    let red = list(&matrix, "?light=red");
    let items = red.divisions.iter().flat_map(|division| &division.rows);
    for shown in items.filter(|shown| shown.depth == 0 && !shown.context) {
        assert_eq!(matrix.rows[shown.at].lights[0].0, Light::Red);
    }
    assert!(shown(&matrix, &list(&matrix, "?q=zhsqjs"), 0).contains_key("t-c1"));
    assert!(list(&matrix, "?q=%3Cimg%3E").divisions.is_empty());
}

#[test]
fn a_project_has_its_lead_and_those_who_answer_for_its_tasks() {
    let matrix = matrix(&JUNE, Lang::Zh);
    let all = list(&matrix, "?rows=projects");
    let found = shown(&matrix, &all, 0);
    let brand = &found["work-brand"];
    assert_eq!(brand["d-commerce"], Role::Lead);
    assert_eq!(brand["d-culture-tourism-sports"], Role::Support);
    assert_eq!(found.len(), JUNE.projects.len());
    let leads: usize = all.sums.iter().map(|sums| sums.leads).sum();
    assert_eq!(leads, JUNE.projects.iter().filter(|project| project.lead.is_some()).count());
    let domains: Vec<&str> = all.divisions.iter().map(|division| division.title.as_str()).collect();
    assert_eq!(domains, JUNE.domains.iter().map(|domain| domain.name.zh.as_str()).collect::<Vec<_>>());
}

#[test]
fn who_supervises_is_shown_as_soon_as_data_say_so() {
    let mut edition = JUNE.clone();
    let item = edition.tasks.iter_mut().find(|task| task.id == "t-c1").unwrap();
    item.supervise = vec!["d-inspection-office".into()];
    let matrix = matrix(&edition, Lang::Zh);
    assert!(matrix.is_supervised);
    let found = shown(&matrix, &list(&matrix, ""), 0);
    assert_eq!(found["t-c1"]["d-inspection-office"], Role::Supervise);
    let chosen = matrix.chosen("d-inspection-office", Rows::Tasks).unwrap();
    assert!(chosen.text.ends_with("督查1项"), "{}", chosen.text);
}

#[test]
fn pairs_are_the_plans_and_the_picture_has_their_numbers() {
    let matrix = matrix(&JUNE, Lang::Zh);
    let flow = matrix.flow(&ViewState::default());
    let mut expected: BTreeMap<(String, String), usize> = BTreeMap::new();
    for task in JUNE.tasks.iter().filter(|task| task.level > 1 && !task.principle) {
        let above = JUNE.tasks.iter().find(|other| Some(&other.id) == task.parent.as_ref()).unwrap();
        let is_known = |support| task.lead == above.lead && above.support.contains(support);
        for support in task.support.iter().filter(|support| !is_known(*support)) {
            *expected.entry((task.lead.clone().unwrap(), support.clone())).or_default() += 1;
        }
    }
    let id = |unit: usize| matrix.units[unit].id.clone();
    let found: BTreeMap<(String, String), usize> =
        flow.pairs.iter().map(|pair| ((id(pair.lead), id(pair.support)), pair.count)).collect();
    assert_eq!(found, expected);
    let total: usize = expected.values().sum();
    for nodes in [&flow.picture.leads, &flow.picture.supports] {
        assert_eq!(nodes.iter().map(|node| node.count).sum::<usize>(), total);
    }
    assert!(flow.summary.contains(&format!("合作{total}次")), "{}", flow.summary);
    let own = matrix.flow(&ViewState { dept: Some("d-commerce".into()), ..ViewState::default() });
    assert_eq!(own.pairs, flow.pairs);
    assert!(own.summary.starts_with("区商务局牵头时，"), "{}", own.summary);
}

#[test]
fn the_picture_that_leaves_the_page_has_every_ribbon_and_its_words() {
    let matrix = matrix(&JUNE, Lang::Zh);
    let flow = matrix.flow(&ViewState::default());
    let mut names: Vec<String> = matrix.units.iter().map(|unit| unit.short.clone()).collect();
    names[flow.pairs[0].lead] = "</text><script>alert(1)</script>".into();
    let caption = matrix.caption(&flow, "责任分工出自方案", "https://example.org/?view=responsibility");
    let (svg, [width, height]) = flow_picture(&flow.picture, &names, &caption, &Palette::default());
    let mut reader = quick_xml::reader::Reader::from_str(&svg);
    let (mut paths, mut words) = (0, String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                assert_ne!(start.name().as_ref(), b"script");
                paths += usize::from(start.name().as_ref() == b"path");
            }
            Event::Text(text) => words.push_str(&text.unescape().unwrap()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(paths, flow.pairs.len());
    for expected in [&flow.title, "截至2022年6月30日", "责任分工出自方案", "https://example.org", "<script>"]
    {
        assert!(words.contains(expected), "{expected} in {words}");
    }
    assert!(width > 1200 && height > flow.picture.height as u32 + 150);
}

#[test]
fn the_sheet_has_a_column_for_each_department_shown() {
    let matrix = matrix(&JUNE, Lang::Zh);
    let rule = RulePack::three_colour();
    let scope = support::scope(&JUNE, &rule, Lang::Zh);
    let state = ViewState::from_query("?view=responsibility&domain=health");
    let sheet = matrix.sheet(&scope, &state);
    let list = matrix.list(&state);
    assert_eq!(sheet.columns.len(), 7 + list.columns.len());
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    let item = sheet.rows.iter().find(|row| row[0] == Cell::text("t-h2")).unwrap();
    let civil = sheet.columns.iter().position(|column| column.name == "区民政局").unwrap();
    assert_eq!(item[civil], Cell::text("牵头"));
    let pairs = matrix.sheet(&scope, &ViewState::from_query("?as=flow"));
    assert_eq!(pairs.rows.len(), matrix.flow(&ViewState::default()).pairs.len());
}

/// Two hundred departments and two thousand items.
#[test]
fn a_large_plan_is_listed() {
    let mut edition = JUNE.clone();
    let department = edition.departments[0].clone();
    for number in 0..200 {
        edition
            .departments
            .push(biaogan::domain::Department { id: format!("x-{number}"), ..department.clone() });
    }
    let model = edition.tasks.iter().find(|task| task.id == "t-c1").unwrap().clone();
    for number in 0..2_000 {
        let unit = |step: usize| format!("x-{}", (number + step) % 200);
        edition.tasks.push(Task {
            id: format!("y-{number}"),
            lead: Some(unit(0)),
            support: vec![unit(7), unit(31)],
            ..model.clone()
        });
    }
    let matrix = matrix(&edition, Lang::Zh);
    let list = list(&matrix, "");
    assert_eq!(list.columns.len(), 232);
    let leads = |list: &Duties| list.sums.iter().map(|sums| sums.leads).sum::<usize>();
    assert_eq!(leads(&list), leads(&self::list(&self::matrix(&JUNE, Lang::Zh), "")) + 2_000);
}

#[test]
fn what_is_looked_for_is_counted_as_it_is_shown() {
    let matrix = matrix(&JUNE, Lang::Zh);
    let list = list(&matrix, "?q=物流");
    let rows =
        list.divisions.iter().flat_map(|division| &division.rows).filter(|shown| !shown.context).count();
    assert!(rows > 0 && list.counted.starts_with(&format!("{rows}项，")), "{}", list.counted);
}

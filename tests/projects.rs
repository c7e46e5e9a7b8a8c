//! Projects: the ledger, one project, its time, and a record as JSON, worked out from the plan's own tables.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use biaogan::domain::{DuePoint, Edition, Lang, Light, Readings, RulePack};
use biaogan::model::meta;
use biaogan::model::projects::{MarkKind, ProjectLedger, ProjectList, Timeline, project_page};
use biaogan::model::record_json::record_json;
use biaogan::model::search::Searched;
use biaogan::model::table::Cell;
use biaogan::publish::{demo, readings};
use biaogan::route::{View, ViewState};
use pretty_assertions::assert_eq;
use serde_json::Value;

static JUNE: LazyLock<Edition> = LazyLock::new(|| {
    let editions = demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value;
    editions.into_iter().find(|edition| edition.month.to_string() == "2022-06").unwrap()
});
static OFFICIAL: LazyLock<Edition> = LazyLock::new(|| common::plan().value.edition);
static RULE: LazyLock<RulePack> = LazyLock::new(RulePack::three_colour);

fn ledger(edition: &Edition, lang: Lang) -> ProjectLedger {
    let readings = readings::of(std::slice::from_ref(edition), Readings::default());
    ProjectLedger::new(&support::scope(edition, &RULE, lang)).with_readings(readings)
}

fn ids<'a>(ledger: &'a ProjectLedger, list: &ProjectList) -> Vec<&'a str> {
    let rows = list.divisions.iter().flat_map(|division| &division.rows).filter(|row| !row.context);
    rows.map(|row| ledger.entries[row.at].line.id.as_str()).collect()
}

fn found<'a>(ledger: &'a ProjectLedger, query: &str) -> Vec<&'a str> {
    ids(ledger, &ledger.list(&ViewState::from_query(query)))
}

/// The ids of a project and everything below it.
fn within(edition: &Edition, id: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::from([id.to_owned()]);
    loop {
        let below =
            edition.projects.iter().filter(|one| one.parent.as_ref().is_some_and(|it| all.contains(it)));
        let more: BTreeSet<String> = below.map(|one| one.id.clone()).collect();
        let before = all.len();
        all.extend(more);
        if all.len() == before {
            return all;
        }
    }
}

#[test]
fn every_project_has_its_row_below_its_work_however_the_list_is_divided() {
    let ledger = ledger(&JUNE, Lang::Zh);
    let all: BTreeSet<&str> = JUNE.projects.iter().map(|project| project.id.as_str()).collect();
    assert_eq!(all.len(), 83);
    for group in ["none", "kind", "domain", "lead", "light"] {
        let shown = found(&ledger, &format!("?group={group}"));
        assert_eq!((shown.len(), shown.into_iter().collect::<BTreeSet<_>>()), (83, all.clone()), "{group}");
    }
    let tree = ledger.list(&ViewState::default());
    for division in &tree.divisions {
        let head = &ledger.entries[division.rows[0].at].line.id;
        let own = within(&JUNE, head);
        if head != "prog-benchmark-district" {
            let rows: BTreeSet<String> =
                division.rows.iter().map(|row| ledger.entries[row.at].line.id.clone()).collect();
            assert_eq!(rows, own, "{head}");
        }
        for row in &division.rows {
            let project = JUNE.project(&ledger.entries[row.at].line.id).unwrap();
            assert_eq!(
                row.depth + usize::from(project.id != *head && row.depth == 0),
                depth(project.id.as_str(), head)
            );
        }
    }
    // One programme, six works, nine systems, one facility.
    assert_eq!(tree.divisions.len(), 17);
    assert!(tree.divisions.iter().all(|division| division.title.is_empty()));
    let kinds = ledger.list(&ViewState::from_query("?group=kind"));
    let work = kinds.divisions.iter().find(|division| division.title == "工程").unwrap();
    assert_eq!((work.rows.len(), work.counted.as_str()), (6, "6个"));
}

fn depth(id: &str, head: &str) -> usize {
    let (mut depth, mut at) = (0, id.to_owned());
    while at != head {
        at = JUNE.project(&at).unwrap().parent.clone().unwrap();
        depth += 1;
    }
    depth
}

#[test]
fn tasks_are_those_of_the_project_and_its_parts() {
    let ledger = ledger(&JUNE, Lang::Zh);
    for entry in &ledger.entries {
        let own = within(&JUNE, &entry.line.id);
        let tasks = JUNE.tasks.iter().filter(|task| task.project.as_ref().is_some_and(|id| own.contains(id)));
        assert_eq!(entry.line.stands.tasks, tasks.count(), "{}", entry.line.id);
    }
    let counts: BTreeMap<&str, usize> =
        ledger.entries.iter().map(|entry| (entry.line.id.as_str(), entry.line.stands.tasks)).collect();
    assert_eq!(
        (counts["work-brand"], counts["sys-livestream-bases"], counts["pilot-farmer-asset-trust"]),
        (14, 14, 0)
    );
}

#[test]
fn a_project_says_how_it_stands_by_its_goals_and_tasks_or_that_nothing_says_so() {
    let scope = support::scope(&JUNE, &RULE, Lang::Zh);
    let brand = project_page(&scope, "work-brand").unwrap();
    let goal = scope.standing(JUNE.indicator("ind-brands").unwrap()).light;
    assert_eq!(brand.line.stands.goal_lights.of(goal), 1);
    assert_eq!(brand.line.goals.iter().map(|goal| goal.id.as_str()).collect::<Vec<_>>(), ["ind-brands"]);
    assert!(brand.headline.starts_with("品牌培育营销工程：1项目标（"), "{}", brand.headline);
    let talent = project_page(&scope, "work-talent").unwrap();
    assert_eq!(talent.headline, "数字人才引育工程：15项任务（绿1，14项没有进展数据）");
    let silent = project_page(&scope, "app-online-restaurant").unwrap();
    assert_eq!(silent.headline, "网上餐厅：1项任务，未挂指标，也没有节点；数据没有说明进展");
    assert!(!silent.line.stands.is_told() && !silent.line.stands.demo);
    let named = project_page(&support::scope(&JUNE, &RULE, Lang::En), "pilot-farmer-asset-trust").unwrap();
    assert!(named.headline.ends_with("named in the plan without a task; the data do not say how it stands"));
    // A goal of the task above says little of one of its parts, and is not counted for it.
    let park = project_page(&scope, "park-zbj").unwrap();
    assert_eq!((park.goals.len(), park.distant.len(), park.line.stands.is_told()), (0, 1, false));
    assert_eq!(project_page(&scope, "no-such-project"), None);
}

#[test]
fn filters_narrow_and_what_stands_above_is_kept_as_context() {
    let ledger = ledger(&JUNE, Lang::Zh);
    let health = found(&ledger, "?domain=health");
    let of_domain = JUNE.projects.iter().filter(|project| project.domain == "health");
    assert_eq!(health.len(), of_domain.count());
    for typed in ["瓯嗨", "ouhaigo", "Ou-Hi"] {
        assert!(found(&ledger, &format!("?q={typed}")).contains(&"plat-ouhai-go"), "{typed}");
    }
    let list = ledger.list(&ViewState::from_query("?q=瓯嗨GO"));
    let rows: Vec<(&str, bool)> = list.divisions[0]
        .rows
        .iter()
        .map(|row| (ledger.entries[row.at].line.id.as_str(), row.context))
        .collect();
    assert_eq!(
        (rows, list.filtered, list.counted.as_str()),
        (vec![("work-platform", true), ("plat-ouhai-go", false)], true, "1个，共83个")
    );
    let red = found(&ledger, "?light=red");
    for entry in &ledger.entries {
        let is_red = entry.line.stands.lights.contains(&Light::Red);
        assert_eq!(red.contains(&entry.line.id.as_str()), is_red, "{}", entry.line.id);
    }
    let led: BTreeSet<&str> = found(&ledger, "?dept=d-financial-services").into_iter().collect();
    assert!(led.contains("work-finance") && led.contains("plat-ouzitong"));
    assert_eq!(found(&ledger, "?dept=nobody"), Vec::<&str>::new());
}

#[test]
fn the_headline_counts_what_the_list_shows() {
    let ledger = ledger(&JUNE, Lang::Zh);
    let red = found(&ledger, "?light=red").len();
    let silent = ledger.entries.iter().filter(|entry| entry.line.stands.lights.is_empty()).count();
    assert_eq!(
        ledger.headline,
        format!("83个项目，其中6项工程、9个重点系统：{red}个有红灯，{silent}个没有进展数据")
    );
    let official = self::ledger(&OFFICIAL, Lang::En);
    assert!(official.headline.contains("none has a red light"), "{}", official.headline);
    assert!(!official.demo && official.entries.iter().all(|entry| !entry.line.stands.demo));
}

#[test]
fn the_file_has_the_projects_of_the_screen() {
    let ledger = ledger(&JUNE, Lang::En);
    let state = ViewState::from_query("?q=live&group=kind");
    let sheet = ledger.sheet(&support::scope(&JUNE, &RULE, Lang::En), &state);
    let first = sheet.rows.iter().map(|row| match &row[0] {
        Cell::Text(text) => text.as_str(),
        other => panic!("{other:?}"),
    });
    assert_eq!(first.collect::<Vec<_>>(), ids(&ledger, &ledger.list(&state)));
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    assert!(sheet.rows.len() > 5);
}

fn marks(timeline: &Timeline, lane: &str) -> Vec<(MarkKind, String, String)> {
    let lane = timeline.lanes.iter().find(|one| one.name == lane).unwrap();
    lane.marks.iter().map(|mark| (mark.kind, mark.day.to_string(), mark.what.clone())).collect()
}

#[test]
fn the_time_of_a_project_has_its_points_reached_and_ahead_and_what_happened() {
    let mut edition = JUNE.clone();
    let brands = edition.indicators.iter_mut().find(|goal| goal.id == "ind-brands").unwrap();
    let point = |month: &str, plan| DuePoint { month: month.parse().unwrap(), plan };
    brands.schedule = vec![point("2021-12", 5.0), point("2022-12", brands.goal.target)];
    for (at, observation) in brands.series.values.iter_mut().enumerate() {
        *observation = biaogan::domain::Observation::number(if at < 24 { 4.0 } else { 6.0 });
    }
    brands.events.clear();
    let scope = support::scope(&edition, &RULE, Lang::En);
    let timeline = project_page(&scope, "work-brand").unwrap().timeline.unwrap();
    let name = edition.indicator("ind-brands").unwrap().short().en.clone();
    let told = marks(&timeline, &name);
    assert_eq!((told[0].0, told[0].1.as_str()), (MarkKind::Past(Light::Yellow), "2021-12-31"));
    assert_eq!((told[1].0, told[1].1.as_str(), told.len()), (MarkKind::Ahead, "2022-12-31", 2));
    let lane = &timeline.lanes[0];
    assert!(lane.marks[0].x < timeline.today && timeline.today < lane.marks[1].x);
    assert!(lane.marks[0].state.contains("in January 2022"), "{}", lane.marks[0].state);
    let [from, to] = timeline.ends;
    for lane in &timeline.lanes {
        assert!(lane.y > 0.0 && lane.y < timeline.height);
        assert!(lane.name.starts_with(lane.short.trim_end_matches('…')) && lane.short.chars().count() < 70);
        assert!(lane.marks.iter().all(|mark| (from..=to).contains(&mark.x)), "{}", lane.name);
        assert!(lane.marks.is_sorted_by_key(|mark| mark.day));
    }
}

#[test]
fn the_official_edition_knows_what_happened_at_the_dragon_boat_base() {
    let scope = support::scope(&OFFICIAL, &RULE, Lang::Zh);
    let page = project_page(&scope, "fac-dragon-boat-base").unwrap();
    let timeline = page.timeline.unwrap();
    let events: Vec<String> = timeline.lanes[0]
        .marks
        .iter()
        .filter(|mark| mark.kind == MarkKind::Event)
        .map(|mark| mark.day.to_string())
        .collect();
    assert_eq!(events, ["2021-03-30"]);
    assert!(
        timeline.lanes[0].marks.iter().all(|mark| mark.kind != MarkKind::Event || mark.state == "有出处")
    );
    assert_eq!((page.notices.len(), page.sites.len(), page.places.placed), (1, 1, 1));
    assert!(project_page(&scope, "title-talent-training-base").unwrap().timeline.is_none());
}

#[test]
fn a_record_as_json_is_the_record_of_the_edition_with_what_it_is_tied_to() {
    let scope = support::scope(&JUNE, &RULE, Lang::Zh);
    let read = |id: &str| -> Value {
        serde_json::from_str(&record_json(&scope, id, "https://example.org/?x=1&y=2").unwrap()).unwrap()
    };
    let goal = read("ind-brands");
    assert_eq!(goal["record"], serde_json::to_value(JUNE.indicator("ind-brands").unwrap()).unwrap());
    assert_eq!((&goal["kind"], &goal["nature"]), (&Value::from("indicator"), &Value::from("demo")));
    assert_eq!(goal["edition"]["kind"], "demo");
    assert_eq!(goal["address"], "https://example.org/?x=1&y=2");
    assert!(goal["links"]["projects"].as_array().unwrap().contains(&Value::from("work-brand")));
    let project = read("work-brand");
    assert_eq!(project["record"]["id"], "work-brand");
    assert_eq!(project["links"]["tasks"].as_array().unwrap().len(), 14);
    assert!(project["links"]["indicators"].as_array().unwrap().contains(&Value::from("ind-brands")));
    let department = read("d-commerce");
    let led = JUNE.indicators.iter().filter(|goal| goal.lead.as_deref() == Some("d-commerce")).count();
    assert_eq!(department["links"]["indicators"].as_array().unwrap().len(), led);
    let notice = read("notice-dragon-boat-accepted");
    assert_eq!(notice["links"]["sites"], serde_json::json!(["site-dragon-boat-base"]));
    assert_eq!(notice["sources"][0]["id"], "src-zjol-2021-06-25");
    assert_eq!((&notice["kind"], &notice["nature"]), (&Value::from("notice"), &Value::from("sourced")));
    assert_eq!(record_json(&scope, "t-c1", ""), None);
    assert_eq!(record_json(&scope, "nothing", ""), None);
}

#[test]
fn pages_of_records_are_titled_by_the_record_and_others_say_what_stands_on_them() {
    let scope = support::scope(&JUNE, &RULE, Lang::Zh);
    let of = |query: &str| {
        let meta = meta::meta(&scope, &ViewState::from_query(query), "标杆区", "某页", "没有");
        (meta.title, meta.description)
    };
    assert_eq!(of("?view=projects&id=work-brand").0, "品牌培育营销工程 · 标杆区");
    assert!(of("?view=projects&id=work-brand").1.starts_with("区商务局牵头。标杆区。"));
    assert_eq!(of("?view=departments&id=d-health").0, "区卫生健康局 · 标杆区");
    let (title, about) = of("?view=notices&id=notice-plan-issued");
    assert_eq!(title, "创建方案印发 · 标杆区");
    assert!(about.starts_with("2021年3月16日：区府办印发"), "{about}");
    for view in ["projects", "departments", "notices"] {
        assert_eq!(of(&format!("?view={view}&id=nothing")).0, "没有 · 标杆区", "{view}");
    }
    for view in View::ALL.iter().filter(|view| !matches!(view, View::Overview | View::Indicator)) {
        assert_eq!(of(&format!("?view={}", view.code())).0, "某页 · 标杆区");
    }
    for view in ["tasks", "responsibility", "progress", "departments", "projects", "organisation", "notices"]
    {
        assert!(!of(&format!("?view={view}")).1.starts_with("标杆区"), "{view}");
    }
}

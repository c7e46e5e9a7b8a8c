//! Units: what each leads, supports and supervises, counted independently of the models.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use biaogan::domain::{Department, Edition, Lang, Light, Names, Readings, RulePack, Task};
use biaogan::model::brief::{Matter, brief};
use biaogan::model::departments::{
    Horizon, Register, Role, Scoring, UnitPage, UnitRow, arithmetic, page, score_sheet, scoring, unit_sheet,
};
use biaogan::model::picture::Land;
use biaogan::model::responsibility::Matrix;
use biaogan::model::search::Searched;
use biaogan::model::table::{Cell, Sheet};
use biaogan::publish::{demo, readings};
use biaogan::route::{Rows, ViewState};
use pretty_assertions::assert_eq;

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value
});

fn month(month: &str) -> &'static Edition {
    EDITIONS.iter().find(|edition| edition.month.to_string() == month).unwrap()
}

fn register(edition: &Edition, lang: Lang) -> Register {
    let readings = readings::of(std::slice::from_ref(edition), Readings::default());
    Register::new(&support::scope(edition, &RulePack::three_colour(), lang)).with_readings(readings)
}

fn rows(edition: &Edition, query: &str) -> Vec<UnitRow> {
    register(edition, Lang::Zh).list(&ViewState::from_query(query)).rows
}

fn ids(rows: &[UnitRow]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

fn unit(edition: &Edition, id: &str) -> UnitPage {
    page(&support::scope(edition, &RulePack::three_colour(), Lang::Zh), id).unwrap()
}

fn led<'a>(edition: &'a Edition, id: &str) -> Vec<&'a Task> {
    edition.tasks.iter().filter(|task| task.lead.as_deref() == Some(id)).collect()
}

/// Of some tasks those that are no part of another of them.
fn tops<'a>(tasks: &[&'a Task]) -> Vec<&'a Task> {
    let ids: BTreeSet<&str> = tasks.iter().map(|task| task.id.as_str()).collect();
    let is_top = |task: &&&Task| !task.parent.as_deref().is_some_and(|parent| ids.contains(parent));
    tasks.iter().filter(is_top).copied().collect()
}

/// What stands in the cells of a sheet, row by row, under some of its heads.
fn cells(sheet: &Sheet, heads: &[&str]) -> Vec<Vec<Cell>> {
    let at = heads.iter().map(|head| sheet.columns.iter().position(|column| column.name == *head).unwrap());
    let at: Vec<usize> = at.collect();
    sheet.rows.iter().map(|row| at.iter().map(|at| row[*at].clone()).collect()).collect()
}

/// One rule of counting: the list, the page, the brief, the file, the matrix, its sums and titles, the pairs and the
/// partners of every unit say the same numbers.
#[test]
fn all_models_count_the_tasks_of_a_unit_alike() {
    let edition = month("2022-06");
    let rule = RulePack::three_colour();
    let scope = support::scope(edition, &rule, Lang::Zh);
    let state = ViewState::default();
    let (register, matrix) = (Register::new(&scope), Matrix::new(&scope));
    let (listed, flow, sums) = (register.list(&state), matrix.flow(&state), matrix.list(&state));
    let of_file = cells(&register.sheet(&scope, &state), &["编号", "牵头任务", "配合任务", "督查任务"]);
    let (manifest, land) = (support::manifest(), Land::default());
    let brief = brief(&Matter { scope, manifest: &manifest, land, state: &state }).html(&|_| None);
    let mut most = [0; 2];
    for row in &listed.rows {
        let counts = row.items.map(|(items, _)| items);
        let [lead, support, supervise] = counts;
        let number = |count: usize| Cell::Number(count as f64, 0);
        let in_file = vec![Cell::text(&row.id), number(lead), number(support), number(supervise)];
        assert!(of_file.contains(&in_file), "{in_file:?}");
        let page = page(&scope, &row.id).unwrap();
        for tasks in &page.tasks {
            let start = format!("{}项，", counts[tasks.role as usize]);
            assert!(tasks.counted.starts_with(&start), "{}: {}", row.id, tasks.counted);
        }
        if !row.idle {
            let dot = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
            let line = brief
                .split("<tr>")
                .find(|line| line.starts_with("<th scope=") && line.contains(&format!(">{}</", row.name)));
            let figures: Vec<&str> = line.unwrap().split("brief-number\">").skip(1).collect();
            let said = [row.goals, lead, support].map(|count| format!("{}<", dot(count)));
            assert!(figures.iter().zip(&said).all(|(found, said)| found.starts_with(said)), "{}", row.id);
        }
        let Some(unit) = matrix.unit(&row.id) else {
            assert_eq!(counts, [0; 3], "{}", row.id);
            continue;
        };
        let sum = sums.columns.iter().position(|column| *column == unit).map(|at| sums.sums[at]);
        let sum = sum.unwrap_or_default();
        assert_eq!([sum.leads, sum.supports, sum.supervises], counts, "{}", row.id);
        let chosen = matrix.chosen(&row.id, Rows::Tasks).unwrap().text;
        for (count, word) in [(lead, "牵头"), (support, "配合"), (supervise, "督查")] {
            assert_eq!(chosen.contains(&format!("{word}{count}项")), count > 0, "{chosen}");
        }
        let node = flow.picture.supports.iter().find(|node| node.unit == unit);
        assert_eq!(node.map_or(0, |node| node.count), support, "{}", row.id);
        for partner in &page.partners {
            let other = matrix.unit(&partner.id).unwrap();
            let pair = flow.pairs.iter().find(|pair| (pair.lead, pair.support) == (unit, other));
            let led = format!("本单位牵头{}", pair.map_or(0, |pair| pair.count));
            assert_eq!(partner.detail.contains(&led), pair.is_some(), "{}: {partner:?}", row.id);
        }
        most = [most[0].max(lead), most[1].max(support)];
    }
    let [led, supported] = most;
    let headline = matrix.headline(Rows::Tasks);
    assert!(headline.contains(&format!("牵头{led}项")), "{headline}");
    assert!(headline.ends_with(&format!("，{supported}项")), "{headline}");
}

#[test]
fn every_unit_is_listed_with_what_it_has_to_do() {
    let june = month("2022-06");
    let all = rows(june, "");
    assert_eq!(all.len(), 42);
    for (row, unit) in all.iter().zip(&june.departments) {
        assert_eq!(row.id, unit.id);
        let supported: Vec<&Task> =
            june.tasks.iter().filter(|task| task.support.contains(&unit.id)).collect();
        let led = led(june, &unit.id);
        let goals: Vec<_> =
            june.indicators.iter().filter(|goal| goal.lead.as_ref() == Some(&unit.id)).collect();
        assert_eq!(row.goals, goals.len(), "{}", unit.id);
        let counts = [(tops(&led).len(), led.len()), (tops(&supported).len(), supported.len()), (0, 0)];
        assert_eq!(row.items, counts, "{}", unit.id);
        assert_eq!(row.idle, goals.is_empty() && led.is_empty() && supported.is_empty());
        assert_eq!(row.tally.total(), goals.len() + tops(&led).len(), "{}", unit.id);
        let rule = RulePack::three_colour();
        let red = tops(&led).iter().filter(|task| task.light(june, &rule).light == Light::Red).count()
            + goals
                .iter()
                .filter(|goal| biaogan::domain::standing::of_indicator(goal, june, &rule).light == Light::Red)
                .count();
        assert_eq!(row.tally.of(Light::Red), red, "{}", unit.id);
    }
    let commerce = all.iter().find(|row| row.id == "d-commerce").unwrap();
    assert_eq!((commerce.goals, commerce.items[0], commerce.inferred), (7, (10, 107), 13));
}

#[test]
fn what_the_plan_leaves_open_is_said() {
    let zh = register(month("2022-06"), Lang::Zh);
    let [outside, idle] = zh.remarks.as_slice() else { panic!("{:?}", zh.remarks) };
    assert!(outside.starts_with("2个单位"), "{outside}");
    for name in ["区委督查室", "瓯海经济开发区管委会"] {
        assert!(outside.contains(name), "{outside}");
    }
    for name in
        ["中国铁塔温州市分公司瓯海办事处", "中国移动瓯海分公司", "中国电信瓯海分公司", "中国联通瓯海分公司"]
    {
        assert!(idle.contains(name), "{idle}");
    }
    assert!(!zh.supervised);
}

#[test]
fn filters_and_orders_do_what_they_say() {
    let june = month("2022-06");
    let all = rows(june, "");
    let names = |query: &str| ids(&rows(june, query)).into_iter().map(str::to_owned).collect::<Vec<_>>();
    for typed in ["商务局", "qswj", "commerce bureau"] {
        let mut state = ViewState::from_query("?view=departments");
        state.q = typed.to_owned();
        let found = register(june, Lang::Zh).list(&state);
        assert!(found.filtered && ids(&found.rows).contains(&"d-commerce"), "{typed}");
        assert!(found.rows.len() < 5, "{typed}");
    }
    let health: BTreeSet<String> = names("?domain=health").into_iter().collect();
    let expected: BTreeSet<String> = june
        .departments
        .iter()
        .filter(|unit| {
            june.tasks
                .iter()
                .any(|task| task.domain == "health" && task.departments().any(|id| *id == unit.id))
                || june
                    .indicators
                    .iter()
                    .any(|goal| goal.domain == "health" && goal.lead.as_ref() == Some(&unit.id))
        })
        .map(|unit| unit.id.clone())
        .collect();
    assert_eq!(health, expected);
    let red = rows(june, "?light=red");
    assert_eq!(red.len(), all.iter().filter(|row| row.tally.of(Light::Red) > 0).count());
    assert!(!red.is_empty());
    assert_eq!(names("?sort=most")[0], "d-commerce");
    let reds: Vec<usize> = rows(june, "?sort=light").iter().map(|row| row.tally.of(Light::Red)).collect();
    assert!(reds.is_sorted_by(|one, other| one >= other), "{reds:?}");
    for sort in ["plan", "most", "light", "due", "name", "gap"] {
        let sorted: BTreeSet<String> = names(&format!("?sort={sort}")).into_iter().collect();
        assert_eq!(sorted.len(), 42, "{sort}");
    }
    assert!(rows(june, "?q=zzz").is_empty());
}

#[test]
fn headlines_are_computed() {
    let june = month("2022-06");
    let red = rows(june, "?light=red").len();
    let headline = register(june, Lang::Zh).headline;
    assert!(headline.starts_with("42个单位和机构，13个有牵头事项，"), "{headline}");
    assert!(headline.contains(&format!("{red}个有红灯")), "{headline}");
    let official = common::plan().value.edition;
    assert!(register(&official, Lang::En).headline.ends_with("no figures published yet"));
    assert!(unit(june, "d-commerce").headline.starts_with("区商务局：牵头7项目标、10项任务，"));
    assert_eq!(unit(june, "d-education").headline, "区教育局：配合4项任务，没有牵头事项");
    assert_eq!(unit(june, "d-china-mobile").headline, "中国移动瓯海分公司：方案没有给任务");
}

#[test]
fn a_unit_lists_each_of_its_tasks_once_with_its_partners_and_seats() {
    let june = month("2022-06");
    for Department { id, .. } in &june.departments {
        let page = unit(june, id);
        let listed: Vec<&str> =
            page.tasks.iter().flat_map(|tasks| &tasks.rows).map(|row| row.id.as_str()).collect();
        let own: BTreeSet<&str> = june
            .tasks
            .iter()
            .filter(|task| task.departments().any(|other| other == id))
            .map(|task| task.id.as_str())
            .collect();
        assert_eq!(listed.len(), own.len(), "{id}");
        assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), own, "{id}");
        for (at, row) in page.tasks.iter().flat_map(|tasks| &tasks.rows).enumerate() {
            assert!(row.parent.is_none_or(|parent| parent < at && listed[parent] == above(june, &row.id)));
        }
        let seats = june.organisation.iter().filter(|one| one.department.as_ref() == Some(id)).count();
        assert_eq!(page.seats.len(), seats, "{id}");
        for partner in &page.partners {
            let back = unit(june, &partner.id);
            let same = back.partners.iter().find(|one| one.id == *id).unwrap();
            assert_eq!(same.tasks, partner.tasks, "{id} and {}", partner.id);
        }
    }
    let commerce = unit(june, "d-commerce");
    assert!(commerce.partners.is_sorted_by(|one, other| one.tasks >= other.tasks));
    assert!(commerce.seats.iter().any(|seat| seat.name == "数字商贸组" && seat.detail == "组长"));
    assert!(commerce.projects.iter().any(|project| project.id == "work-platform"));
    assert!(!commerce.sites.is_empty());
    let [before, after] = commerce.neighbours;
    assert_eq!(
        (before.unwrap().0.as_str(), after.unwrap().0.as_str()),
        ("d-transport", "d-culture-tourism-sports")
    );
}

fn above<'a>(edition: &'a Edition, id: &str) -> &'a str {
    edition.tasks.iter().find(|task| task.id == id).and_then(|task| task.parent.as_deref()).unwrap()
}

#[test]
fn the_calendar_follows_the_days() {
    let june = unit(month("2022-06"), "d-commerce").calendar;
    let missed: BTreeSet<&str> = june.overdue.iter().map(|one| one.id.as_str()).collect();
    assert!(missed.contains("ind-online-retail-sales") && missed.contains("t-c2"), "{missed:?}");
    assert!(june.overdue.iter().all(|one| one.light.0 == Light::Red && one.when == "2022年6月30日"));
    assert!(!june.red.is_empty() && june.red.iter().all(|one| one.light.0 == Light::Red));
    assert!(june.next.iter().all(|one| one.horizon != Horizon::Days30), "quarters end in September");
    // Goals and the tasks that only repeat them are not both listed.
    let ids: Vec<&str> = june.next.iter().map(|one| one.id.as_str()).collect();
    assert!(ids.contains(&"ind-online-retail-sales") && !ids.contains(&"t-goal-commerce-01"), "{ids:?}");
    assert!(ids.contains(&"t-goal-commerce-04"), "it is measured by no goal: {ids:?}");
    let november = unit(month("2022-11"), "d-commerce").calendar;
    let soon = november.next.iter().filter(|one| one.horizon == Horizon::Days60).count();
    assert_eq!(soon, november.next.iter().filter(|one| one.when == "2022年12月31日").count());
    let december = month("2022-12");
    let last = unit(december, "d-commerce");
    assert!(last.calendar.next.is_empty());
    let owing =
        last.goals.iter().filter(|goal| !matches!(goal.light.0, Light::Green | Light::Yellow)).count();
    assert_eq!(last.calendar.overdue.iter().filter(|one| one.goal).count(), owing);
    let row = rows(december, "?q=商务局").remove(0);
    assert_eq!(row.overdue, last.calendar.overdue.len());
    let mended: BTreeMap<String, usize> = EDITIONS
        .iter()
        .map(|edition| {
            let units = edition.departments.iter().filter(|one| one.id.starts_with("d-"));
            let count = units.map(|one| unit(edition, &one.id).calendar.made_up.len()).sum();
            (edition.month.to_string(), count)
        })
        .filter(|(_, count)| *count > 0)
        .collect();
    assert!(mended.len() > 3, "{mended:?}");
}

#[test]
fn a_missed_point_that_was_not_made_up_is_listed_with_its_day_and_what_was_due() {
    let march = month("2022-03");
    let page = unit(march, "d-big-data");
    let city = page.calendar.overdue.iter().find(|one| one.name.contains("城市大脑")).unwrap();
    assert_eq!(city.when, "2022年3月31日");
    assert_eq!(city.note, "应达74%，实际70%，差4个百分点");
    let rule = RulePack::three_colour();
    for edition in EDITIONS.iter().step_by(3) {
        for row in rows(edition, "") {
            let calendar = unit(edition, &row.id).calendar;
            assert_eq!(row.overdue, calendar.overdue.len(), "{} {}", edition.month, row.id);
            let listed: BTreeSet<&str> = calendar.overdue.iter().map(|one| one.id.as_str()).collect();
            for red in &calendar.red {
                let task = edition.tasks.iter().find(|task| task.id == red.id);
                let own = red.goal || task.is_some_and(|task| task.measure().is_some());
                assert!(!own || listed.contains(red.id.as_str()), "{} {}", edition.month, red.id);
            }
        }
    }
    let scope = support::scope(march, &rule, Lang::En);
    let sheet = register(march, Lang::En).sheet(&scope, &ViewState::default());
    let at = sheet.columns.iter().position(|column| column.name == "Missed, not made up").unwrap();
    let line = sheet.rows.iter().find(|line| line[0] == Cell::text("d-big-data")).unwrap();
    assert_eq!(line[at], Cell::Number(page.calendar.overdue.len() as f64, 0));
}

#[test]
fn what_leaves_the_page_is_what_it_shows() {
    let june = month("2022-06");
    let rule = RulePack::three_colour();
    let scope = support::scope(june, &rule, Lang::Zh);
    let state = ViewState::from_query("?view=departments&light=red&sort=light");
    let register = register(june, Lang::Zh);
    let sheet = register.sheet(&scope, &state);
    assert_eq!(sheet.rows.len(), register.list(&state).rows.len());
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    assert!(sheet.rows.iter().all(|row| row.last() == Some(&Cell::text("演示数据"))));
    let page = unit(june, "d-commerce");
    let sheet = unit_sheet(&scope, &page);
    assert_eq!(sheet.rows.len(), 7 + 107 + 18);
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    assert!(sheet.notes.iter().any(|(_, text)| text.starts_with("演示数据")));
}

#[test]
fn supervision_is_shown_where_data_name_it() {
    let mut edition = month("2022-06").clone();
    let unit_id = "d-inspection-office".to_owned();
    for task in edition.tasks.iter_mut().filter(|task| task.level == 2) {
        task.supervise = vec![unit_id.clone(), unit_id.clone()];
    }
    let page = unit(&edition, &unit_id);
    let roles: Vec<Role> = page.tasks.iter().map(|tasks| tasks.role).collect();
    assert_eq!(roles, [Role::Support, Role::Supervise]);
    let register = register(&edition, Lang::En);
    assert!(register.supervised);
    assert!(page.headline.contains("督查"), "{}", page.headline);
}

#[test]
fn many_tasks_and_units_are_counted_in_one_pass() {
    let mut edition = month("2022-06").clone();
    let model = edition.tasks.iter().find(|task| task.id == "t-c1-01").unwrap().clone();
    let pattern = edition.departments[0].clone();
    for number in 0..500 {
        let name = Names::new(format!("第{number}单位"), format!("Unit {number}"));
        edition.departments.push(Department { id: format!("u-{number}"), name, ..pattern.clone() });
    }
    for number in 0..10_000 {
        let lead = Some(format!("u-{}", number % 500));
        edition.tasks.push(Task { id: format!("x-{number}"), lead, ..model.clone() });
    }
    let all = rows(&edition, "");
    assert_eq!(all.iter().find(|row| row.id == "u-7").unwrap().items[0], (20, 20));
}

#[test]
fn without_a_declared_scoring_rule_nobody_is_scored() {
    let rule = RulePack::three_colour();
    for (edition, lang) in [(month("2022-06"), Lang::Zh), (month("2022-12"), Lang::En)] {
        let scope = support::scope(edition, &rule, lang);
        for allowed in [true, false] {
            assert!(
                matches!(scoring(&scope, allowed), Scoring::Not(why) if why.contains(rule.name.get(lang)))
            );
            assert_eq!(arithmetic(&scope, "d-commerce", allowed), None);
        }
    }
}

#[test]
fn demonstration_data_are_scored_only_where_the_deployment_says_so() {
    let rule = RulePack::pace_gap();
    let scope = support::scope(month("2022-06"), &rule, Lang::Zh);
    assert!(matches!(scoring(&scope, false), Scoring::Not(why) if why.contains("演示数据")));
    assert_eq!(arithmetic(&scope, "d-commerce", false), None);
    let Scoring::By(board) = scoring(&scope, true) else { panic!("not scored") };
    assert!(board.demo && board.ranked && board.about.contains("示例"));
    let official = common::plan().value.edition;
    let scope = support::scope(&official, &rule, Lang::Zh);
    let Scoring::By(board) = scoring(&scope, false) else { panic!("not scored") };
    assert!(!board.demo && board.lines.is_empty(), "nothing of the official edition can be judged");
}

#[test]
fn scores_are_what_the_declared_weights_make_of_the_lights() {
    let (june, rule) = (month("2022-06"), RulePack::pace_gap());
    let scope = support::scope(june, &rule, Lang::Zh);
    let Scoring::By(board) = scoring(&scope, true) else { panic!("not scored") };
    let points = |light: Light| match light {
        Light::Green => Some(100.0),
        Light::Yellow => Some(60.0),
        Light::Red => Some(0.0),
        Light::NotDue | Light::NoData => None,
    };
    let mut expected: BTreeMap<&str, f64> = BTreeMap::new();
    for unit in &june.departments {
        let supported: Vec<&Task> =
            june.tasks.iter().filter(|task| task.support.contains(&unit.id)).collect();
        let goals = june.indicators.iter().filter(|goal| goal.lead.as_ref() == Some(&unit.id));
        let goals = goals.map(|goal| (2.0, biaogan::domain::standing::of_indicator(goal, june, &rule).light));
        let led = tops(&led(june, &unit.id));
        let led = led.iter().map(|task| (1.0, task.light(june, &rule).light)).collect::<Vec<_>>();
        let supported = tops(&supported);
        let supported = supported.iter().map(|task| (0.5, task.light(june, &rule).light)).collect::<Vec<_>>();
        let all =
            goals.chain(led).chain(supported).filter_map(|(weight, light)| Some((weight, points(light)?)));
        let (sum, weights) =
            all.fold((0.0, 0.0), |(sum, all), (weight, points)| (sum + weight * points, all + weight));
        if weights > 0.0 {
            expected.insert(&unit.id, (sum / weights * 100.0_f64).round() / 100.0);
        }
    }
    assert!(expected.len() > 15, "{expected:?}");
    let shown: BTreeMap<&str, f64> = board.lines.iter().map(|line| (line.id.as_str(), line.value)).collect();
    assert_eq!(shown, expected);
    for line in &board.lines {
        let better = expected.values().filter(|value| **value > line.value).count();
        assert_eq!(line.rank, Some(better + 1), "{}", line.id);
        let terms = arithmetic(&scope, &line.id, true).unwrap();
        assert_eq!(terms.terms.len(), line.counted);
        assert_eq!(line.division, format!("{} ÷ {}", terms.sum, terms.weight));
        assert!(terms.verdict.contains(&line.shown) && terms.verdict.contains("列第"), "{}", terms.verdict);
    }
    let idle = arithmetic(&scope, "d-china-mobile", true).unwrap();
    assert!(idle.terms.is_empty() && idle.verdict.contains("没有得分"));
    let sheet = score_sheet(&scope, &board);
    assert_eq!(sheet.rows.len(), board.lines.len());
    assert!(sheet.notes[0].1.contains("示例"));
    let unranked = RulePack {
        score: rule.score.clone().map(|score| biaogan::domain::score::ScoreRule { ranked: false, ..score }),
        ..rule.clone()
    };
    let Scoring::By(board) = scoring(&support::scope(june, &unranked, Lang::En), true) else {
        panic!("not scored")
    };
    assert!(!board.ranked && board.lines.iter().all(|line| line.rank.is_none()));
}

//! The pages of the domains: every record of the plan can be reached on one of them, and nothing is made up.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, Light, RulePack};
use biaogan::model::domain_page::{self, DomainPage, ProjectRow};
use biaogan::model::places::places;
use biaogan::model::tasks::TaskRow;
use biaogan::publish::demo;
use biaogan::snapshot::read_snapshot;
use pretty_assertions::assert_eq;

static OFFICIAL: LazyLock<Edition> = LazyLock::new(|| common::plan().value.edition);
static JUNE: LazyLock<Edition> = LazyLock::new(|| {
    let editions = demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value;
    editions.into_iter().find(|edition| edition.month.to_string() == "2022-06").unwrap()
});

fn page(edition: &Edition, id: &str, dept: Option<&str>, lang: Lang) -> DomainPage {
    let rule = RulePack::three_colour();
    domain_page::domain_page(&support::scope(edition, &rule, lang), id, dept).unwrap()
}

fn task<'a>(page: &'a DomainPage, id: &str) -> &'a TaskRow {
    page.tasks.rows.iter().find(|row| row.id == id).unwrap()
}

fn project<'a>(page: &'a DomainPage, id: &str) -> &'a ProjectRow {
    page.projects.iter().flat_map(|group| &group.rows).find(|row| row.id == id).unwrap()
}

#[test]
fn every_record_of_the_plan_is_on_the_page_of_its_domain() {
    let column = |table: &str, column: &str| -> Vec<(String, String)> {
        let tables = common::tables("data/plan");
        let mut reader = csv::Reader::from_reader(tables.get(table).unwrap());
        let at = reader.headers().unwrap().iter().position(|name| name == column).unwrap();
        let rows = reader.records().map(|row| row.unwrap());
        rows.map(|row| (row[at].to_owned(), row[0].to_owned())).collect()
    };
    for edition in [&*OFFICIAL, &*JUNE] {
        let mut seen = 0;
        for domain in &edition.domains {
            let page = page(edition, &domain.id, None, Lang::Zh);
            let of_domain = |table| -> BTreeSet<String> {
                let rows = column(table, "domain").into_iter();
                rows.filter(|(own, _)| *own == domain.id).map(|(_, id)| id).collect()
            };
            let tasks: BTreeSet<String> = page.tasks.rows.iter().map(|row| row.id.clone()).collect();
            let projects: BTreeSet<String> =
                page.projects.iter().flat_map(|group| &group.rows).map(|row| row.id.clone()).collect();
            let sites: BTreeSet<String> =
                page.sites.groups.iter().flat_map(|group| &group.sites).map(|row| row.id.clone()).collect();
            let goals: BTreeSet<String> = page.goals.iter().flatten().map(|card| card.id.clone()).collect();
            assert_eq!(tasks, of_domain("tasks.csv"), "{}", domain.id);
            assert_eq!(projects, of_domain("projects.csv"), "{}", domain.id);
            assert_eq!(sites, of_domain("sites.csv"), "{}", domain.id);
            assert_eq!(goals, of_domain("indicators.csv"), "{}", domain.id);
            assert_eq!(page.tasks.rows.len(), tasks.len(), "{}: once each", domain.id);
            seen += tasks.len() + projects.len() + sites.len();
        }
        assert_eq!(seen, 221 + 83 + 40);
    }
}

#[test]
fn rows_hang_below_the_task_that_they_are_a_part_of() {
    for domain in &OFFICIAL.domains {
        let rows = page(&OFFICIAL, &domain.id, None, Lang::Zh).tasks.rows;
        for (index, row) in rows.iter().enumerate() {
            let task = OFFICIAL.tasks.iter().find(|task| task.id == row.id).unwrap();
            match row.parent {
                Some(above) => {
                    assert!(above < index);
                    assert_eq!(Some(&rows[above].id), task.parent.as_ref());
                    assert_eq!(rows[above].depth + 1, row.depth);
                }
                None => assert_eq!(row.within.is_some(), task.parent.is_some(), "{}", row.id),
            }
            assert_eq!(rows.iter().filter(|part| part.parent == Some(index)).count(), row.parts);
        }
    }
}

#[test]
fn only_what_is_tracked_has_a_light() {
    let page = page(&JUNE, "commerce", None, Lang::Zh);
    assert_eq!(task(&page, "t-focus-commerce").light, None, "a part of the plan is never one colour");
    assert!(task(&page, "t-focus-commerce").basis.contains("项指标："));
    let principle = task(&page, "t-approach-07");
    assert_eq!((principle.principle, &principle.light, principle.basis.as_str()), (true, &None, ""));
    assert_eq!(principle.within.as_deref(), Some("总体思路"));
    let rule = RulePack::three_colour();
    for row in page.tasks.rows.iter().filter(|row| row.light.is_some()) {
        let task = JUNE.tasks.iter().find(|task| task.id == row.id).unwrap();
        assert_eq!(row.light.as_ref().unwrap().0, task.light(&JUNE, &rule).light, "{}", row.id);
    }
    assert!(task(&page, "t-c1").basis.starts_with("22年6月应达83%，完成"), "{}", task(&page, "t-c1").basis);
    let single = task(&page, "t-c2-01");
    assert_eq!(single.goals.len(), 1);
    assert_eq!(single.goals[0].id, "ind-online-retail-sales");
    assert!(single.demo && single.as_above);
    assert_eq!(task(&page, "t-c1-02").basis, "没有进展数据（未挂指标）");
}

#[test]
fn headlines_and_counts_come_from_the_data() {
    let commerce = page(&JUNE, "commerce", None, Lang::Zh);
    assert_eq!(commerce.headline, "数字商贸：3项目标，1项按期，1项亮红灯");
    assert_eq!((commerce.tasks.rows.len(), commerce.extent.tasks), (54, 54));
    let health = page(&JUNE, "health", None, Lang::En);
    assert!(health.headline.starts_with("Digital health: 3 goals, "), "{}", health.headline);
    let official = page(&OFFICIAL, "government", None, Lang::Zh);
    assert_eq!(official.headline, "数字政务：4项目标，尚无可评的公布数据");
    assert_eq!(official.sites.counted, "方案在这个领域没有点名的地点。");
    assert!(!official.demo && official.tasks.rows.iter().all(|row| !row.demo));
    assert_eq!(
        official.neighbours.map(|it| it.map(|(id, _)| id)),
        [Some("health".to_owned()), Some("foundation".to_owned())]
    );
}

#[test]
fn works_and_systems_head_their_parts() {
    let commerce = page(&OFFICIAL, "commerce", None, Lang::Zh);
    let circle = &commerce.projects[0];
    assert_eq!(
        (circle.rows[0].id.as_str(), circle.rows[0].kind.as_str()),
        ("sys-smart-business-circle", "重点系统")
    );
    assert_eq!(circle.parent, None);
    let market = project(&commerce, "app-online-market-stall");
    assert_eq!(market.within.as_deref(), Some("数字生活新服务一期工程"));
    let elsewhere = commerce.projects.last().unwrap().parent.as_ref().unwrap();
    assert_eq!(elsewhere.domain, "foundation");
    let foundation = page(&OFFICIAL, "foundation", None, Lang::Zh);
    assert_eq!(foundation.projects[0].rows.len(), 1, "the programme heads nothing but itself");
    let kinds: Vec<&str> =
        foundation.projects[1..7].iter().map(|group| group.rows[0].kind.as_str()).collect();
    assert_eq!(kinds, ["工程"; 6]);
    let june = page(&JUNE, "health", None, Lang::Zh);
    let base = project(&june, "fac-dragon-boat-base");
    assert_eq!(base.states.len(), 1);
    assert_eq!(base.site.as_ref().unwrap().0, "site-dragon-boat-base");
}

#[test]
fn a_department_sees_its_own() {
    let narrowed = page(&OFFICIAL, "commerce", Some("d-transport"), Lang::Zh);
    assert_eq!(narrowed.only.as_ref().unwrap().1, "区交通运输局");
    assert!(narrowed.tasks.rows.iter().all(|row| row.support.iter().any(|(_, name)| name == "区交通运输局")));
    assert_eq!(narrowed.tasks.rows[0].id, "t-c2");
    assert_eq!(narrowed.tasks.rows[0].within.as_deref(), Some("数字商贸：新平台新业态"));
    let all = page(&OFFICIAL, "commerce", None, Lang::Zh);
    let role = all.departments.iter().find(|role| role.id == "d-transport").unwrap();
    assert_eq!((role.leads, role.supports), (0, narrowed.tasks.rows.len()));
    assert_eq!(all.departments[0].id, "d-commerce");
    assert!(all.departments[0].inferred > 0);
    assert_eq!(page(&OFFICIAL, "commerce", Some("d-unheard-of"), Lang::Zh).tasks, all.tasks);
}

#[test]
fn the_index_counts_and_never_merges() {
    let rule = RulePack::three_colour();
    let index = domain_page::index(&support::scope(&JUNE, &rule, Lang::Zh));
    let counts: Vec<(usize, usize, usize)> =
        index.rows.iter().map(|row| (row.extent.goals, row.extent.projects, row.extent.sites)).collect();
    assert_eq!(counts.iter().map(|count| count.0).sum::<usize>(), 18);
    assert_eq!((index.extent.tasks, index.extent.projects, index.extent.sites), (221, 83, 40));
    assert!(index.headline.starts_with("4个领域中"), "{}", index.headline);
    for row in &index.rows {
        assert_eq!(row.lights.len(), row.tally.total());
        assert_eq!(
            row.tally.of(Light::Red),
            page(&JUNE, &row.id, None, Lang::Zh)
                .goals
                .iter()
                .flatten()
                .filter(|card| card.light == Light::Red)
                .count()
        );
    }
    let quiet = domain_page::index(&support::scope(&OFFICIAL, &rule, Lang::En));
    assert_eq!(quiet.headline, "4 domains; no figures published yet");
}

#[test]
fn the_map_draws_what_has_a_place_and_says_how_exact() {
    let edition = support::edition();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let (manifest, towns, district) = (support::manifest(), support::townships(), support::district());
    let map = |domain| {
        let sites = places(&scope, Some(domain));
        domain_page::site_map(&scope, &manifest, &towns, Some(&district), &sites)
    };
    let commerce = map("commerce").unwrap();
    assert_eq!(
        commerce.dots.iter().map(|dot| (dot.count, dot.hollow)).collect::<Vec<_>>(),
        [(1, true), (1, false)]
    );
    assert_eq!(commerce.cells.len(), 5);
    assert!(commerce.summary.ends_with("空心的位置是约数。"), "{}", commerce.summary);
    assert!(commerce.notes.schematic && commerce.notes.review == ["GS(2024)0650号"]);
    assert_eq!(map("health").unwrap().summary, "图上1处地点。位置都是约数，画作空心。");
    let page = page(&edition, "commerce", None, Lang::Zh);
    assert_eq!(page.sites.counted, "3处：2处在图上，1处位置待补");
}

#[test]
fn a_small_edition_and_an_empty_one_stand() {
    let text = std::fs::read_to_string("tests/fixtures/base/snapshot.json").unwrap();
    let base = read_snapshot(&text).unwrap().value;
    let page_of = page(&base, "commerce", None, Lang::En);
    assert_eq!(page_of.projects.len(), 1);
    assert_eq!(
        page_of.projects[0].rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(),
        ["p-works", "p-park"]
    );
    assert_eq!(task(&page_of, "t-item").basis, "25% due Mar 2021, 26% done");
    let mut bare = support::edition();
    bare.indicators.clear();
    bare.sites.clear();
    let page = page(&bare, "health", None, Lang::Zh);
    assert_eq!(page.headline, "数字健康：本期没有目标");
    assert!(page.goals.is_empty() && page.tasks.rows.is_empty() && page.projects.is_empty());
    assert_eq!(page.tasks.counted, "0项");
    let rule = RulePack::three_colour();
    let scope = support::scope(&bare, &rule, Lang::En);
    assert_eq!(domain_page::domain_page(&scope, "unheard-of", None), None);
    bare.domains.clear();
    let index = domain_page::index(&support::scope(&bare, &rule, Lang::En));
    assert!(index.rows.is_empty());
}

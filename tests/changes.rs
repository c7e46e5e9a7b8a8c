//! The page of changes: the differences in sections, in words, filtered and as a file.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::sync::LazyLock;

use biaogan::domain::{Edition, EditionKind, Lang, Light, Month, Names, RulePack};
use biaogan::model::Scope;
use biaogan::model::changes_page::{self, ChangesPage, Line, Topic, changes_page};
use biaogan::publish::demo;
use biaogan::route::{View, ViewState};
use biaogan::snapshot::SnapshotEntry;
use pretty_assertions::assert_eq;

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value
});

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn edition(text: &str) -> &'static Edition {
    EDITIONS.iter().find(|edition| edition.month == month(text)).unwrap()
}

fn made(old: Option<&Edition>, new: &Edition, query: &str, lang: Lang) -> (ChangesPage, String) {
    let rule = RulePack::three_colour();
    let scope = Scope { compared: old, ..support::scope(new, &rule, lang) };
    let page = changes_page(&scope, &ViewState::from_query(query));
    let text = changes_page::text(&scope, &page);
    (page, text)
}

fn of(page: &ChangesPage, topic: Topic) -> Vec<&Line> {
    let sections = page.sections.iter().filter(|section| section.topic == topic);
    sections.flat_map(|section| &section.lines).collect()
}

fn ids(page: &ChangesPage, topic: Topic) -> Vec<&str> {
    of(page, topic).into_iter().map(|line| line.id.as_str()).collect()
}

#[test]
fn the_story_of_june_stands_in_sections_in_order_of_need() {
    let (page, text) = made(Some(edition("2022-05")), edition("2022-06"), "", Lang::Zh);
    let topics: Vec<Topic> = page.sections.iter().map(|section| section.topic).collect();
    assert!(topics.is_sorted(), "{topics:?}");
    assert!(ids(&page, Topic::Red).contains(&"ind-brands"));
    assert!(!ids(&page, Topic::Red).contains(&"ind-digital-scenarios"), "red for long");
    assert_eq!(ids(&page, Topic::NoData), ["ind-green-finance-platform", "t-w5"]);
    let [green] = of(&page, Topic::Green)
        .into_iter()
        .filter(|line| line.id == "ind-smart-settlement-rate")
        .collect::<Vec<_>>()[..]
    else {
        panic!("{text}")
    };
    assert_eq!(green.cause, "领先1.6个百分点，补上4月、5月欠账");
    assert!(page.headline.starts_with("6项转红，2项没有数据"), "{}", page.headline);
    assert!(page.followers.is_some());
    assert_eq!(page.since.as_deref(), Some("较2022年5月"));
    assert!(of(&page, Topic::Red).iter().all(|line| line.demo));
    let due = made(Some(edition("2022-05")), edition("2022-06"), "?due=180", Lang::Zh).0;
    assert!(of(&page, Topic::Due).is_empty(), "the third quarter ends in 92 days");
    assert!(of(&due, Topic::Due).len() > 20);
}

#[test]
fn a_point_made_up_stands_apart_where_the_light_is_red_still() {
    let (page, text) = made(Some(edition("2022-06")), edition("2022-07"), "", Lang::Zh);
    let line =
        of(&page, Topic::StillRed).into_iter().find(|line| line.id == "ind-online-retail-sales").unwrap();
    assert_eq!(line.when.as_deref(), Some("22年5月、22年6月"));
    assert_eq!((line.turn, line.today), (Some((Light::Red, Light::Yellow)), Some(Light::Red)));
    assert!(text.contains("\n往月欠账补上，现仍红灯\n"), "{text}");
    assert!(text.contains("网络零售额：现红灯，22年5月、22年6月，红→黄，"), "{text}");
    let (page, text) = made(Some(edition("2021-12")), edition("2022-03"), "", Lang::Zh);
    let platform = "ind-green-finance-platform";
    assert!(!ids(&page, Topic::Yellow).contains(&platform), "{text}");
    assert!(page.headline.contains("项补上往月欠账、现仍红灯"), "{}", page.headline);
}

#[test]
fn what_is_said_to_have_turned_has_the_light_it_turned_to() {
    let rule = RulePack::three_colour();
    for (old, new) in EDITIONS.iter().zip(EDITIONS.iter().skip(1)).chain(EDITIONS.iter().zip(&EDITIONS[3..]))
    {
        let (page, _) = made(Some(old), new, "", Lang::Zh);
        let scope = support::scope(new, &rule, Lang::Zh);
        for (topic, light) in [
            (Topic::Red, Light::Red),
            (Topic::StillRed, Light::Red),
            (Topic::Yellow, Light::Yellow),
            (Topic::Green, Light::Green),
        ] {
            for line in of(&page, topic) {
                let task = || new.tasks.iter().find(|task| task.id == line.id)?.measure();
                let goal = new.indicator(&line.id).cloned().or_else(task).unwrap();
                assert_eq!(scope.standing(&goal).light, light, "{} {} {topic:?}", new.month, line.id);
            }
        }
    }
}

#[test]
fn where_nothing_falls_due_soon_the_next_day_is_named() {
    let next =
        |query: &str, lang: Lang| made(Some(edition("2022-05")), edition("2022-06"), query, lang).0.next_due;
    let (all, _) = made(Some(edition("2022-05")), edition("2022-06"), "?due=180", Lang::Zh);
    let first = of(&all, Topic::Due)[0].when.clone().unwrap();
    let count = of(&all, Topic::Due).iter().filter(|line| line.when.as_ref() == Some(&first)).count();
    assert_eq!(next("", Lang::Zh), Some(format!("90天内没有到期；下一批在{first}，{count}项。")));
    assert!(
        next("?due=30", Lang::En)
            .unwrap()
            .starts_with("Nothing falls due within 30 days; next on 30 September 2022: ")
    );
    assert_eq!(next("?due=180", Lang::Zh), None);
    let (last, _) = made(Some(edition("2022-11")), edition("2022-12"), "", Lang::Zh);
    assert_eq!(last.next_due.as_deref(), Some("往后没有到期。"));
}

#[test]
fn a_revision_says_from_what_to_what_and_why() {
    let (page, text) = made(Some(edition("2022-04")), edition("2022-05"), "", Lang::Zh);
    let line =
        of(&page, Topic::Figures).into_iter().find(|line| line.id == "ind-online-retail-sales").unwrap();
    assert_eq!(line.when.as_deref(), Some("22年3月"));
    assert_eq!(line.change, Some(("266.2亿元".into(), "267.4亿元".into())));
    assert!(line.cause.starts_with("补报"), "{}", line.cause);
    assert!(text.contains("22年3月，266.2亿元→267.4亿元，补报"), "{text}");
}

#[test]
fn what_was_set_who_answers_and_records_that_came_and_went_are_said() {
    let (old, mut new) = (edition("2022-06"), edition("2022-06").clone());
    {
        let goal = new.indicators.iter_mut().find(|one| one.id == "ind-online-retail-sales").unwrap();
        goal.goal.target = 280.0;
        goal.lead = Some("d-finance".into());
        let goal = new.indicators.iter_mut().find(|one| one.id == "ind-5g-base-stations").unwrap();
        goal.goal.due = "2023-06-30".parse().unwrap();
        goal.series.values[3].figure = Ok(80.0);
        let goal = new.indicators.iter_mut().find(|one| one.id == "ind-micro-enterprises-served").unwrap();
        goal.unit.zh = "户".into();
    }
    new.sites.retain(|site| site.id != old.sites[0].id);
    let mut more = new.projects[0].clone();
    more.id = "p-new".into();
    new.projects.push(more);
    new.departments[0].name = Names::new("新局", "New Bureau");
    let (page, text) = made(Some(old), &new, "", Lang::Zh);
    for said in [
        "指标　网络零售额：目标，>300亿元→>280亿元",
        "指标　网络零售额：牵头，区商务局→",
        "指标　建成5G基站：期限，2022年12月31日→2023年6月30日",
        "没有说明原因",
        "指标　累计服务小微企业：计量单位，家，0位小数→户，0位小数，数字不作比较",
        "→新局",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert_eq!(ids(&page, Topic::Added), ["p-new"]);
    assert_eq!(ids(&page, Topic::Removed), [old.sites[0].id.as_str()]);
    let (zh, en) = (page.lead, made(Some(old), &new, "", Lang::En).0.lead);
    assert!(zh.contains("1条新增") && zh.contains("1条撤下"), "{zh}");
    assert!(en.contains("1 added record") && en.contains("1 removed record"), "{en}");
}

#[test]
fn a_removed_record_is_found_in_the_edition_that_has_it() {
    let (old, mut new) = (edition("2022-05"), edition("2022-06").clone());
    new.indicators.retain(|one| one.id != "ind-brands");
    let (page, _) = made(Some(old), &new, "", Lang::Zh);
    let [line] = of(&page, Topic::Removed)[..] else { panic!() };
    let state = ViewState::from_query("?view=changes&snapshot=2022-06&compare=2022-05&lang=en");
    assert_eq!(line.target(&state).to_query(), "?view=indicator&id=ind-brands&snapshot=2022-05&lang=en");
}

#[test]
fn nothing_compared_and_nothing_changed_are_said() {
    let (page, _) = made(None, edition("2022-08"), "", Lang::Zh);
    assert_eq!(page.headline, "没有可以对比的一期");
    assert!(page.sections.iter().all(|section| section.topic == Topic::Due && !section.lines.is_empty()));
    let (page, text) = made(Some(edition("2022-06")), edition("2022-06"), "", Lang::En);
    assert_eq!(page.headline, "No light has changed");
    assert_eq!(text.lines().count(), 2, "{text}");
}

#[test]
fn filters_keep_what_concerns_a_domain_or_a_department() {
    let (old, new) = (Some(edition("2022-05")), edition("2022-06"));
    let (all, _) = made(old, new, "", Lang::Zh);
    let (health, _) = made(old, new, "?domain=health", Lang::Zh);
    assert!(health.filtered && health.headline != all.headline);
    let lines = |page: &ChangesPage| page.sections.iter().map(|section| section.lines.len()).sum::<usize>();
    let in_health = |line: &&Line| line.domain.as_deref() == Some("health");
    let expected = all.sections.iter().flat_map(|section| &section.lines).filter(in_health).count();
    assert!(expected > 0);
    assert_eq!(lines(&health), expected);
    let (bureau, _) = made(old, new, "?dept=d-commerce", Lang::Zh);
    assert!(lines(&bureau) > 0 && lines(&bureau) < lines(&all));
    assert!(
        bureau.sections.iter().flat_map(|section| &section.lines).all(|line| line.concerns("d-commerce"))
    );
    assert_eq!(all.departments, bureau.departments, "the choice stays");
}

#[test]
fn the_file_has_the_lines_of_the_page() {
    let rule = RulePack::three_colour();
    let new = edition("2022-06");
    let scope = Scope { compared: Some(edition("2022-05")), ..support::scope(new, &rule, Lang::Zh) };
    let page = changes_page(&scope, &ViewState::from_query("?due=180"));
    let sheet = changes_page::sheet(&scope, &page);
    assert_eq!(sheet.rows.len(), page.sections.iter().map(|section| section.lines.len()).sum::<usize>());
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    assert!(sheet.notes.iter().any(|(_, text)| text.starts_with("演示数据")));
    assert!(sheet.notes.iter().any(|(_, text)| text == "较2022年5月"));
}

#[test]
fn without_a_choice_the_edition_before_of_the_same_kind_is_compared() {
    let comparing: Vec<View> = View::ALL.iter().copied().filter(|view| view.compares()).collect();
    assert_eq!(comparing, [View::Changes, View::Brief]);
    let mut manifest = support::manifest();
    let model = manifest.snapshots[0].clone();
    let entry = |id: &str, kind: EditionKind| SnapshotEntry { id: month(id), kind, ..model.clone() };
    let demo = EditionKind::Demo;
    manifest.snapshots = vec![
        entry("2021-01", demo),
        entry("2021-02", EditionKind::Official),
        entry("2021-03", demo),
        entry("2021-06", demo),
    ];
    let before = |at: usize| manifest.before(&manifest.snapshots[at]).map(|entry| entry.id.to_string());
    assert_eq!(before(0), None, "there is nothing before the first");
    assert_eq!(before(1), None, "nor of its kind");
    assert_eq!(before(2).as_deref(), Some("2021-01"));
    assert_eq!(before(3).as_deref(), Some("2021-03"));
}

#[test]
fn goals_on_a_straight_line_fall_due_with_their_target() {
    let (page, _) = made(Some(edition("2022-09")), edition("2022-10"), "", Lang::Zh);
    let line = of(&page, Topic::Due).into_iter().find(|line| line.id == "ind-online-retail-sales").unwrap();
    assert_eq!(line.when.as_deref(), Some("2022年12月31日"));
}

#[test]
fn under_a_rule_of_gaps_yellow_is_not_made_up() {
    let rule = RulePack::pace_gap();
    let scope =
        Scope { compared: Some(edition("2022-05")), ..support::scope(edition("2022-06"), &rule, Lang::Zh) };
    let page = changes_page(&scope, &ViewState::default());
    assert!(!page.headline.contains("补上"), "{}", page.headline);
    assert_eq!(Topic::Yellow.name(rule.rule, Lang::Zh), "转黄");
    assert_eq!(Topic::Yellow.name(RulePack::three_colour().rule, Lang::Zh), "补上转黄");
}

#[test]
fn the_departments_to_choose_from_do_not_depend_on_the_days() {
    let choices =
        |query: &str| made(Some(edition("2022-05")), edition("2022-06"), query, Lang::Zh).0.departments;
    assert_eq!(choices("?due=30"), choices("?due=180"));
}

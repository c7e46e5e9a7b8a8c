//! Announcements: by year, about a record, and every record by its id.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::sync::LazyLock;

use biaogan::domain::record::Notice;
use biaogan::domain::{Edition, Lang, Names, RulePack};
use biaogan::model::notices::{notice, notices, notices_about};
use biaogan::model::record::{Kind, record};
use biaogan::route::{View, ViewState};
use pretty_assertions::assert_eq;

static PLAN: LazyLock<Edition> = LazyLock::new(|| common::plan().value.edition);
static RULE: LazyLock<RulePack> = LazyLock::new(RulePack::three_colour);

fn made(id: &str, date: &str, about: &[&str]) -> Notice {
    Notice {
        id: id.into(),
        date: date.parse().unwrap(),
        title: Names::new(format!("关于{id}"), format!("About {id}")),
        text: None,
        about: about.iter().map(|id| (*id).to_owned()).collect(),
        source: None,
    }
}

#[test]
fn notices_stand_by_year_the_newest_first_and_those_of_one_day_as_in_the_data() {
    let mut edition = PLAN.clone();
    edition.notices = vec![
        made("a", "2020-12-31", &[]),
        made("b", "2021-01-01", &[]),
        made("c", "2021-03-16", &[]),
        made("d", "2021-03-16", &[]),
    ];
    let scope = support::scope(&edition, &RULE, Lang::En);
    let list = notices(&scope, &ViewState::default());
    let years: Vec<(i32, Vec<&str>)> = list
        .years
        .iter()
        .map(|year| (year.year, year.notices.iter().map(|notice| notice.line.id.as_str()).collect()))
        .collect();
    assert_eq!(years, [(2021, vec!["c", "d", "b"]), (2020, vec!["a"])]);
    assert_eq!(list.headline, "4 notices; the latest, of 16 March 2021: About c");
    let page = notice(&scope, "d").unwrap();
    let neighbours = page.neighbours.map(|neighbour| neighbour.unwrap().0);
    assert_eq!(neighbours, ["b", "c"], "the one before it in time, the one after it");
    assert_eq!(notice(&scope, "x"), None);
}

#[test]
fn what_is_typed_is_looked_for_in_titles_texts_and_what_a_notice_is_about_in_both_languages() {
    let scope = support::scope(&PLAN, &RULE, Lang::Zh);
    let found = |q: &str| {
        let list = notices(&scope, &ViewState { q: q.into(), ..ViewState::default() });
        list.years.iter().map(|year| year.notices.len()).sum::<usize>()
    };
    assert_eq!(
        (found(""), found("印发"), found("COMPLETION"), found("区府办"), found("zzz")),
        (2, 1, 1, 1, 0)
    );
    assert_eq!(found("龙舟"), 1);
}

#[test]
fn a_notice_of_the_plan_names_its_source_and_leads_to_what_it_is_about() {
    let scope = support::scope(&PLAN, &RULE, Lang::Zh);
    let page = notice(&scope, "notice-dragon-boat-accepted").unwrap();
    assert_eq!(page.notice.line.date, "2021年3月30日");
    assert!(page.notice.source.unwrap().0.contains("浙江在线"));
    let about: Vec<(&str, View)> =
        page.notice.about.iter().map(|about| (about.kind, about.place.view)).collect();
    assert_eq!(about, [("项目", View::Projects), ("指标", View::Indicator), ("地点", View::Map)]);
    for notice in &PLAN.notices {
        assert!(notice.source.is_some(), "{}", notice.id);
        for id in &notice.about {
            assert!(notices_about(&scope, id).iter().any(|line| line.id == notice.id), "{id}");
        }
    }
    assert_eq!(notices_about(&scope, "fac-dragon-boat-base").len(), 1);
    assert_eq!(notices_about(&scope, "no-such-record"), []);
}

#[test]
fn every_record_of_the_plan_is_found_by_its_id() {
    let scope = support::scope(&PLAN, &RULE, Lang::En);
    let edition = &*PLAN;
    let ids = [
        (Kind::Goal, edition.indicators.iter().map(|one| &one.id).collect::<Vec<_>>()),
        (Kind::Domain, edition.domains.iter().map(|one| &one.id).collect()),
        (Kind::Project, edition.projects.iter().map(|one| &one.id).collect()),
        (Kind::Task, edition.tasks.iter().map(|one| &one.id).collect()),
        (Kind::Department, edition.departments.iter().map(|one| &one.id).collect()),
        (Kind::Body, edition.organisation.iter().map(|one| &one.id).collect()),
        (Kind::Site, edition.sites.iter().map(|one| &one.id).collect()),
        (Kind::Township, edition.townships.iter().map(|one| &one.code).collect()),
        (Kind::Notice, edition.notices.iter().map(|one| &one.id).collect()),
        (Kind::Document, edition.documents.iter().map(|one| &one.id).collect()),
    ];
    for (kind, ids) in ids {
        assert!(!ids.is_empty());
        for id in ids {
            let found = record(&scope, id).unwrap_or_else(|| panic!("{id}"));
            assert_eq!((&found.id, found.kind), (id, kind));
            assert!(!found.name.is_empty(), "{id}");
        }
    }
    assert_eq!(record(&scope, "no-such-record"), None);
}

//! The organisation as a tree: the plan's own, and whatever data may hold.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::BTreeSet;

use biaogan::domain::{Edition, Lang, Names, OrgUnit, RulePack};
use biaogan::model::organisation::{Body, Organisation, organisation, sheet};
use biaogan::model::table::Cell;
use pretty_assertions::assert_eq;

fn page(edition: &Edition, lang: Lang) -> Organisation {
    organisation(&support::scope(edition, &RulePack::three_colour(), lang))
}

fn record(id: &str, parent: Option<&str>, kind: &str) -> OrgUnit {
    OrgUnit {
        id: id.into(),
        parent: parent.map(str::to_owned),
        kind: kind.into(),
        name: Names::new(id, id),
        department: None,
        role: Names::default(),
        duty: None,
    }
}

fn of(records: Vec<OrgUnit>) -> Organisation {
    page(&Edition { organisation: records, ..support::edition() }, Lang::Zh)
}

/// The ids of everything drawn, bodies with their depths.
fn drawn(page: &Organisation) -> (Vec<(&str, usize)>, BTreeSet<&str>) {
    let seats = |body: &'_ Body| {
        body.posts.iter().chain(&body.members).map(|seat| seat.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        page.bodies.iter().flat_map(seats).collect::<BTreeSet<_>>().len(),
        page.bodies.iter().flat_map(seats).count()
    );
    let bodies = page.bodies.iter().map(|body| (body.id.as_str(), body.depth)).collect();
    let members = page.bodies.iter().flat_map(|body| body.posts.iter().chain(&body.members));
    (bodies, members.chain(&page.loose).map(|seat| seat.id.as_str()).collect())
}

#[test]
fn the_plans_organisation_is_a_leading_group_with_an_office_and_groups() {
    let edition = common::plan().value.edition;
    let page = page(&edition, Lang::Zh);
    let (bodies, seats) = drawn(&page);
    let expected = [
        ("org-leading-group", 0),
        ("org-office", 1),
        ("org-group-commerce", 1),
        ("org-group-health", 1),
        ("org-group-government", 1),
        ("org-support", 1),
    ];
    assert_eq!(bodies, expected);
    assert_eq!(bodies.len() + seats.len(), 71);
    assert_eq!(page.rows.len(), 71);
    assert_eq!(page.headline, "领导小组下设5个机构，有30个成员、5个职务");
    let office = &page.bodies[1];
    assert_eq!((office.department.as_deref(), office.work.as_str()), (Some("g-office"), "牵头3项任务"));
    assert_eq!(office.posts[0].department.as_ref().unwrap().1, "区商务局");
    let slips = page.bodies.iter().filter(|body| body.duty.contains("原文误作")).count();
    assert_eq!(slips, 2, "two groups' duties name another domain");
    assert!(page.remarks.iter().any(|remark| remark.contains("区委督查室")));
    assert!(page.remarks.iter().any(|remark| remark.contains("中国联通瓯海分公司")));
    let rule = RulePack::three_colour();
    let sheet = sheet(&support::scope(&edition, &rule, Lang::En), &self::page(&edition, Lang::En));
    assert_eq!(sheet.rows.len(), 71);
    assert_eq!(sheet.rows[0][0], Cell::text("org-leading-group"));
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
}

#[test]
fn circles_unknown_parents_and_twins_lose_nobody() {
    let page = of(vec![
        record("a", Some("b"), "body"),
        record("b", Some("a"), "body"),
        record("in-circle", Some("b"), "member"),
        record("own", Some("own"), "body"),
        record("lost", Some("nowhere"), "body"),
        record("alone", None, "member"),
        record("stray", Some("nowhere"), "post"),
        record("member-with-parts", Some("lost"), "member"),
        record("part", Some("member-with-parts"), "post"),
    ]);
    let (bodies, seats) = drawn(&page);
    assert_eq!(bodies, [("own", 0), ("lost", 0), ("member-with-parts", 1), ("a", 0), ("b", 1)]);
    assert_eq!(seats, BTreeSet::from(["in-circle", "alone", "stray", "part"]));
    assert_eq!(page.rows.len(), 9);
    assert_eq!(of(Vec::new()).headline, "这一期数据没有组织机构");
}

#[test]
fn depth_and_numbers_have_no_limit() {
    let mut records = vec![record("0", None, "body")];
    for depth in 1..5_000 {
        records.push(record(&depth.to_string(), Some(&(depth - 1).to_string()), "body"));
    }
    for member in 0..500 {
        records.push(record(&format!("m{member}"), Some("0"), "member"));
    }
    let page = of(records);
    assert_eq!(page.bodies.last().unwrap().depth, 4_999);
    assert_eq!(page.bodies[0].members.len(), 500);
}

//! Search over the plan itself, over many records, and by those who mean harm.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;

use biaogan::domain::{Edition, Lang, Readings};
use biaogan::model::search::{Found, Hit, Index, Kind};
use biaogan::publish::readings;
use biaogan::route::{View, ViewState};
use pretty_assertions::assert_eq;

fn plan() -> Edition {
    common::plan().value.edition
}

fn index(edition: &Edition, lang: Lang) -> Index {
    Index::new(edition, lang, readings::of(std::slice::from_ref(edition), Readings::default()))
}

fn name(hit: &Hit) -> String {
    hit.name.iter().map(|piece| piece.text.as_str()).collect()
}

/// The marked letters of a hit's name, and of its other name.
fn marked(hit: &Hit) -> [String; 2] {
    [&hit.name, &hit.other]
        .map(|pieces| pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect())
}

fn first(found: &Found) -> (Kind, &Hit) {
    let group = found.groups.first().unwrap();
    (group.kind, &group.hits[0])
}

fn names(found: &Found, kind: Kind) -> Vec<String> {
    let hits = found.groups.iter().filter(|group| group.kind == kind).flat_map(|group| &group.hits);
    hits.map(name).collect()
}

#[test]
fn a_goal_is_found_by_everything_it_is_called() {
    let index = index(&plan(), Lang::Zh);
    for (typed, marks) in [
        ("网络零售额", ["网络零售额", ""]),
        ("wllse", ["网络零售额", ""]),
        ("WLLSE", ["网络零售额", ""]),
        ("ｗｌｌｓｅ", ["网络零售额", ""]),
        ("wangluoling", ["网络零", ""]),
        ("wang luo ling", ["网络零", ""]),
        ("零售 网络", ["网络零售", ""]),
        ("网络 lse", ["网络零售额", ""]),
        ("online retail", ["", "Online retail"]),
        ("sales RETAIL", ["", "retailsales"]),
    ] {
        let found = index.find(typed, None);
        let (kind, hit) = first(&found);
        assert_eq!((kind, name(hit).as_str()), (Kind::Goal, "网络零售额"), "{typed}");
        assert_eq!(marked(hit), marks, "{typed}");
        assert_eq!(hit.detail, "数字商贸");
    }
    let found = index.find("零售", None);
    assert!(names(&found, Kind::Goal).contains(&"网络零售额".to_owned()), "{found:?}");
}

#[test]
fn english_readers_find_the_same_by_both_scripts() {
    let index = index(&plan(), Lang::En);
    let found = index.find("retail", None);
    let (kind, hit) = first(&found);
    assert_eq!((kind, name(hit).as_str(), hit.other.len()), (Kind::Goal, "Online retail sales", 0));
    let found = index.find("wllse", None);
    assert_eq!(name(first(&found).1), "Online retail sales");
    assert_eq!(marked(first(&found).1), ["", "网络零售额"]);
}

#[test]
fn better_fits_come_first_then_kinds_in_order() {
    let index = index(&plan(), Lang::Zh);
    let found = index.find("数字商贸", None);
    assert_eq!(
        (first(&found).0, name(first(&found).1).as_str()),
        (Kind::Domain, "数字商贸"),
        "the whole name"
    );
    let found = index.find("区商务局", None);
    assert_eq!(first(&found).0, Kind::Department);
    let kinds: Vec<Kind> = index.find("龙舟", None).groups.iter().map(|group| group.kind).collect();
    assert_eq!(kinds[0], Kind::Goal, "{kinds:?}");
    assert_eq!(index.find("龙舟", None), index.find("龙舟", None));
    let found = index.find("区政府", None);
    assert_eq!(marked(first(&found).1)[1], "区政府", "another spelling in the plan");
}

#[test]
fn all_hits_of_a_kind_are_counted_and_shown_when_asked_for() {
    let index = index(&plan(), Lang::Zh);
    let of = |all| {
        let found = index.find("数字", all);
        let group = found.groups.iter().find(|group| group.kind == Kind::Task).unwrap();
        (group.total, group.hits.len())
    };
    let (total, few) = of(None);
    assert!(total > few);
    assert_eq!(of(Some(Kind::Task)), (total, total));
    let found = index.find("数字", None);
    assert_eq!(found.total, found.groups.iter().map(|group| group.total).sum::<usize>());
}

#[test]
fn every_hit_leads_to_something() {
    let edition = plan();
    let reader = ViewState::from_query("?lang=en&theme=dark&light=red&q=x&view=indicators");
    let entries = index(&edition, Lang::Zh);
    let every = [
        (Kind::Goal, edition.indicators.iter().map(|one| one.name.zh.clone()).collect::<Vec<_>>()),
        (Kind::Domain, edition.domains.iter().map(|one| one.name.zh.clone()).collect()),
        (Kind::Project, edition.projects.iter().map(|one| one.name.zh.clone()).collect()),
        (Kind::Task, edition.tasks.iter().map(|one| one.name.zh.clone()).collect()),
        (Kind::Department, edition.departments.iter().map(|one| one.name.zh.clone()).collect()),
        (Kind::Site, edition.sites.iter().map(|one| one.name.zh.clone()).collect()),
        (Kind::Township, edition.townships.iter().map(|one| one.name.zh.clone()).collect()),
        (Kind::Body, vec!["数字商贸组".into(), "办公室".into()]),
        (Kind::Notice, edition.notices.iter().map(|one| one.title.zh.clone()).collect()),
        (Kind::Document, edition.documents.iter().map(|one| one.title.zh.clone()).collect()),
    ];
    for (kind, names) in every {
        for called in names {
            let found = entries.find(&called, Some(kind));
            let group = found.groups.iter().find(|group| group.kind == kind).unwrap();
            for hit in &group.hits {
                let to = hit.place.address(&reader);
                assert_eq!((to.lang, to.looks, to.q.as_str()), (reader.lang, reader.looks, ""));
                assert_eq!(ViewState::from_query(&to.to_query()), to);
                let record = to.id.as_deref().or(to.town.as_deref()).or(to.item.as_deref());
                let record = record.unwrap_or_else(|| panic!("{called} leads to no record"));
                let there = match to.view {
                    View::Indicator => edition.indicator(record).is_some(),
                    View::Domain => edition.domain(record).is_some(),
                    View::Projects => edition.project(record).is_some(),
                    View::Tasks => edition.tasks.iter().any(|task| task.id == record),
                    View::Departments => edition.department(record).is_some(),
                    View::Organisation => edition.organisation.iter().any(|unit| unit.id == record),
                    View::Notices => edition.notices.iter().any(|notice| notice.id == record),
                    View::About => record == "plan",
                    View::Map => to.town.as_deref().is_none_or(|code| edition.township(code).is_some()),
                    _ => false,
                };
                assert!(there, "{called}: {to:?}");
            }
        }
    }
    let to = first(&entries.find("区商务局", None)).1.place.address(&reader);
    assert_eq!(to.to_query(), "?view=departments&id=d-commerce&lang=en&theme=dark");
    let to = first(&entries.find("中国眼镜小镇", Some(Kind::Site))).1.place.address(&ViewState::default());
    assert!(to.to_query().contains("eyewear-town"), "{to:?}");
}

#[test]
fn without_readings_names_are_still_found() {
    let index = Index::new(&plan(), Lang::Zh, Readings::default());
    assert_eq!(index.find("wllse", None), Found::default());
    assert_eq!(name(first(&index.find("网络零售额", None)).1), "网络零售额");
    assert_eq!(index.example(), None);
}

#[test]
fn the_example_is_one_that_works() {
    let index = index(&plan(), Lang::Zh);
    let (example, initials) = index.example().unwrap();
    let found = index.find(&initials, None);
    assert!(names(&found, Kind::Goal).contains(&example), "{example} {initials}");
    assert_eq!(
        index.counts().iter().map(|(_, count)| count).sum::<usize>(),
        18 + 4 + 83 + 221 + 42 + 6 + 40 + 13 + 2 + 3
    );
}

#[test]
fn nothing_that_is_typed_does_harm() {
    let index = index(&plan(), Lang::Zh);
    for nothing in ["", " ", "　　", "\t\n"] {
        assert_eq!(index.find(nothing, None), Found::default(), "{nothing:?}");
    }
    let long = "w".repeat(10_000);
    let many = "网络 ".repeat(5_000);
    let hanzi = "网".repeat(10_000);
    for harm in [
        &*long,
        &*hanzi,
        ".*",
        "(a+)+$",
        "[",
        "\\",
        "🙂",
        "👨‍👩‍👧",
        "<img src=x onerror=alert(1)>",
        "%00",
        "\0",
        "\u{202e}",
        "'",
        "''''",
        "‘’",
        "ü",
    ] {
        let found = index.find(harm, Some(Kind::Task));
        assert_eq!(found.total, found.groups.iter().map(|group| group.total).sum::<usize>());
    }
    assert_eq!(index.find(&long, None).total, 0);
    assert!(index.find(&many, None).total > 0, "the same word again and again is that word");
}

#[test]
fn of_ten_thousand_records_no_more_are_given_than_can_be_shown() {
    let mut edition = plan();
    let tasks = edition.tasks.clone();
    for copy in 0..10_000 {
        let mut task = tasks[copy % tasks.len()].clone();
        task.id = format!("{}-{copy}", task.id);
        edition.tasks.push(task);
    }
    let index = index(&edition, Lang::Zh);
    for (typed, finds) in
        [("w", true), ("wangluolingshoue", true), ("数字 平台", true), ("sz pt", true), ("zzzzzzzzzz", false)]
    {
        let found = index.find(typed, None);
        assert_eq!(found.total > 0, finds, "{typed}");
        assert!(found.groups.iter().all(|group| group.hits.len() <= 100), "{typed}");
    }
}

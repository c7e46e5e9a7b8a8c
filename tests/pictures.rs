//! Pictures that leave the page: each stands by itself, with its words, its date, its mark and nothing that is not text.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, Names, RulePack};
use biaogan::model::organisation::organisation;
use biaogan::model::progress::Progress;
use biaogan::model::projects::project_page;
use biaogan::model::scope::Scope;
use biaogan::model::tasks::Ledger;
use biaogan::model::time_picture::{MOST, TimeLine};
use biaogan::option::{Palette, org_picture, time_picture};
use biaogan::publish::demo;
use biaogan::route::ViewState;
use pretty_assertions::assert_eq;
use quick_xml::events::Event;

const ADDRESS: &str = "https://example.org/?view=tasks&as=timeline";
const HOSTILE: &str = "</text><script>alert(1)</script>\"&'";

static JUNE: LazyLock<Edition> = LazyLock::new(|| {
    let editions = demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value;
    editions.into_iter().find(|edition| edition.month.to_string() == "2022-06").unwrap()
});

/// The edition with a name that would be markup, wherever there is a name.
fn hostile() -> Edition {
    let mut edition = JUNE.clone();
    let names = || Names { zh: HOSTILE.into(), en: HOSTILE.into() };
    edition.tasks[1].name = names();
    edition.indicators[0].name = names();
    edition.indicators[0].short = None;
    edition.organisation[0].name = names();
    edition
}

/// The words of a picture; it is well-formed and has neither script nor anything from elsewhere.
fn words(svg: &str) -> String {
    let mut reader = quick_xml::reader::Reader::from_str(svg);
    let mut words = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let name = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
                assert!(["svg", "g", "rect", "path", "circle", "text"].contains(&name.as_str()), "{name}");
            }
            Event::Text(text) => words.push_str(&text.unescape().unwrap()),
            Event::Eof => return words,
            _ => {}
        }
    }
}

fn has(words: &str, all: &[&str]) {
    // A line may break anywhere.
    let bare = |text: &str| text.replace(' ', "");
    for one in all {
        assert!(bare(words).contains(&bare(one)), "{one} in {words}");
    }
}

fn with_scope<T>(edition: &Edition, lang: Lang, tell: impl FnOnce(&Scope<'_>) -> T) -> T {
    tell(&support::scope(edition, &RulePack::three_colour(), lang))
}

fn tasks(edition: &Edition, query: &str, lang: Lang) -> (String, [u32; 2]) {
    let picture = with_scope(edition, lang, |scope| {
        Ledger::new(scope).picture(scope, &ViewState::from_query(query), ADDRESS)
    });
    time_picture(&picture, &Palette::default())
}

#[test]
fn the_tasks_on_a_timeline_stand_by_themselves() {
    for (lang, said) in [
        (Lang::Zh, ["截至2022年6月30日", "演示数据", "节点按期", "到期"]),
        (Lang::En, ["As of 30 June 2022", "Demo data", "Point met on time", "Due"]),
    ] {
        let (svg, [width, height]) = tasks(&hostile(), "?view=tasks&as=timeline", lang);
        let words = words(&svg);
        has(&words, &said);
        has(&words, &[ADDRESS, HOSTILE, "2020", "2022"]);
        assert!(width > 1200 && height > 800, "{width} × {height}");
    }
}

#[test]
fn what_is_filtered_is_what_is_drawn() {
    let heights =
        ["?q=智慧商圈", "?domain=health", "?expand=all"].map(|query| tasks(&JUNE, query, Lang::Zh).1[1]);
    assert!(heights.is_sorted() && heights[0] < heights[2], "{heights:?}");
    let found = words(&tasks(&JUNE, "?q=智慧商圈", Lang::Zh).0);
    let task = |id: &str| JUNE.tasks.iter().find(|task| task.id == id).unwrap().name.zh.clone();
    has(&found, &[&task("t-c1")]);
    assert!(!found.contains(&task("t-h2")), "{found}");
}

#[test]
fn of_many_tasks_the_picture_says_how_many_are_not_drawn() {
    let (count, lines) = with_scope(&JUNE, Lang::Zh, |scope| {
        let state = ViewState::from_query("?expand=all");
        let ledger = Ledger::new(scope);
        let rows: usize = ledger.list(&state).divisions.iter().map(|division| division.rows.len()).sum();
        (rows, ledger.picture(scope, &state, ADDRESS).lines)
    });
    assert_eq!(lines.iter().filter(|line| matches!(line, TimeLine::Row(_))).count(), MOST);
    assert!(count > MOST);
    let said = format!("还有{}项没有画出，见同一页导出的表格。", count - MOST);
    assert_eq!(lines.last(), Some(&TimeLine::Title(said)));
}

#[test]
fn the_months_of_what_is_tracked_stand_by_themselves() {
    let edition = hostile();
    let drawn = |query: &str| {
        let picture = with_scope(&edition, Lang::Zh, |scope| {
            Progress::new(scope).picture(scope, &ViewState::from_query(query), ADDRESS)
        });
        time_picture(&picture, &Palette::default())
    };
    let (svg, [width, height]) = drawn("?view=progress");
    has(&words(&svg), &["截至2022年6月30日", "演示数据", "实际272.6亿元", "以后的节点", ADDRESS, HOSTILE]);
    assert!(width > 1200 && height > 1000, "{width} × {height}");
    assert!(drawn("?view=progress&light=red").1[1] < height);
}

#[test]
fn the_time_of_every_project_stands_by_itself() {
    let edition = hostile();
    let mut sizes = Vec::new();
    with_scope(&edition, Lang::En, |scope| {
        for project in &edition.projects {
            let page = project_page(scope, &project.id).unwrap();
            let Some(timeline) = page.timeline else { continue };
            let picture = timeline.picture(scope, HOSTILE, page.demo, ADDRESS);
            let (svg, [_, height]) = time_picture(&picture, &Palette::default());
            let words = words(&svg);
            has(&words, &["As of 30 June 2022", "Demo data", "Not due yet", HOSTILE, ADDRESS]);
            for lane in &timeline.lanes {
                has(&words, &[&lane.name, &lane.marks[0].what]);
            }
            sizes.push((timeline.lanes.len(), height));
        }
    });
    let most = sizes.iter().max().unwrap();
    let least = sizes.iter().min().unwrap();
    assert!(most.0 > least.0 && most.1 > least.1, "{sizes:?}");
}

#[test]
fn the_organisation_has_every_seat_in_its_picture() {
    let edition = hostile();
    let rule = RulePack::three_colour();
    let scope = support::scope(&edition, &rule, Lang::Zh);
    let page = organisation(&scope);
    let picture = page.picture(&scope, ADDRESS);
    let (svg, [width, height]) = org_picture(&picture, &Palette::default());
    let words = words(&svg);
    has(&words, &["截至2022年6月30日", HOSTILE, ADDRESS]);
    assert!(!words.contains("演示"), "seats are the plan's");
    for row in &page.rows {
        has(&words, &[&row.name, &row.duty]);
    }
    let mut less = picture.clone();
    less.tops[0].1.truncate(1);
    assert!(width > 1200 && org_picture(&less, &Palette::default()).1[1] < height);
    let counted: usize = picture.tops.iter().map(|(_, groups)| 1 + groups.concat().len()).sum();
    assert_eq!(counted, page.bodies.len());
}

//! The big screen: what stands on which leaf, on the plan's own data.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, Light, RulePack};
use biaogan::model::wall::{Canvas, Cockpit, Leaf, Programme, cockpit};
use biaogan::publish::demo;
use biaogan::route::{Turn, ViewState, Wall, WallPage};
use pretty_assertions::assert_eq;

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value
});

/// Every screen that a wall is tried on.
const SCREENS: [[f64; 2]; 7] = [
    [1366.0, 768.0],
    [1920.0, 1080.0],
    [3840.0, 2160.0],
    [2560.0, 1080.0],
    [6656.0, 1792.0],
    [1080.0, 1920.0],
    [1280.0, 1024.0],
];

fn june() -> &'static Edition {
    EDITIONS.iter().find(|edition| edition.month.to_string() == "2022-06").unwrap()
}

fn wall(query: &str) -> Wall {
    ViewState::from_query(query).wall
}

fn programme(edition: &Edition, query: &str, screen: [f64; 2]) -> (Programme, Canvas) {
    let (wall, rule) = (wall(query), RulePack::three_colour());
    let canvas = Canvas::of(screen, &wall);
    (Programme::new(&support::scope(edition, &rule, Lang::Zh), &wall, &canvas), canvas)
}

fn pages(programme: &Programme) -> Vec<String> {
    let mut pages: Vec<String> = programme.leaves.iter().map(|leaf| leaf.page.code()).collect();
    pages.dedup();
    pages
}

#[test]
fn a_wall_that_names_no_pages_shows_all_of_them() {
    let (programme, _) = programme(june(), "", SCREENS[1]);
    let domains = june().domains.iter().map(|domain| format!("domain.{}", domain.id));
    let expected: Vec<String> = ["overview".to_owned()]
        .into_iter()
        .chain(domains)
        .chain(["map", "projects", "departments", "changes"].map(str::to_owned))
        .collect();
    assert_eq!(pages(&programme), expected);
    assert_eq!(programme.turns, expected.len());
    assert!(programme.leaves.iter().all(|leaf| leaf.stay == Some(30_000.0)));
}

#[test]
fn pages_come_in_the_order_and_for_the_time_that_the_address_says() {
    let (programme, _) = programme(june(), "?pages=map:20,overview,domain.health:0&rotate=45", SCREENS[1]);
    assert_eq!(pages(&programme), ["map", "overview", "domain.health"]);
    let stay: BTreeSet<(String, u64)> =
        programme.leaves.iter().map(|leaf| (leaf.page.code(), leaf.stay.unwrap() as u64)).collect();
    let expected = [("domain.health", 45_000), ("map", 20_000), ("overview", 45_000)];
    assert_eq!(stay, expected.map(|(page, stay)| (page.to_owned(), stay)).into());
    let (still, _) = self::programme(june(), "?pages=overview&rotate=0", SCREENS[1]);
    assert_eq!(still.leaves[0].stay, None);
}

#[test]
fn pages_that_are_not_there_give_way() {
    let (programme, _) = programme(june(), "?pages=domain.gone,overview", SCREENS[1]);
    assert_eq!(pages(&programme), ["overview"]);
    let (all, _) = self::programme(june(), "?pages=domain.gone", SCREENS[1]);
    assert!(all.turns > 5, "a wall is never empty");
    let mut bare = june().clone();
    bare.projects.clear();
    bare.departments.clear();
    let (bare, _) = self::programme(&bare, "?pages=projects,departments,overview", SCREENS[1]);
    assert_eq!(pages(&bare), ["overview"]);
}

#[test]
fn every_record_stands_on_one_leaf_of_its_page_on_every_screen() {
    for screen in SCREENS {
        let (programme, _) = programme(june(), "", screen);
        let covered = |page: &dyn Fn(&WallPage) -> bool| {
            let leaves = programme.leaves.iter().filter(|leaf| page(&leaf.page));
            let spans: Vec<_> = leaves.map(|leaf| programme.span(leaf)).collect();
            assert!(spans.iter().all(|span| !span.is_empty()), "{screen:?}: {spans:?}");
            assert!(spans.windows(2).all(|pair| pair[0].end == pair[1].start), "{screen:?}: {spans:?}");
            spans.last().map_or(0, |span| span.end)
        };
        assert_eq!(covered(&|page| *page == WallPage::Projects), programme.projects.len());
        assert_eq!(covered(&|page| *page == WallPage::Departments), programme.units.len());
        let goals: usize = june()
            .domains
            .iter()
            .map(|domain| covered(&|page| *page == WallPage::Domain(Some(domain.id.clone()))))
            .sum();
        assert_eq!(goals, june().indicators.len());
        let items = programme.leaves.iter().filter(|leaf| leaf.page == WallPage::Changes).count();
        assert_eq!(items, programme.agenda.items.len());
    }
}

#[test]
fn what_leads_something_is_among_the_departments() {
    let (programme, _) = programme(june(), "", SCREENS[1]);
    let leads: BTreeSet<&str> = june()
        .tasks
        .iter()
        .filter_map(|task| task.lead.as_deref())
        .chain(june().indicators.iter().filter_map(|goal| goal.lead.as_deref()))
        .collect();
    let shown: BTreeSet<&str> = programme.units.iter().map(|unit| unit.id.as_str()).collect();
    assert_eq!(shown, leads);
    let reds: Vec<usize> = programme.units.iter().map(|unit| unit.tally.of(Light::Red)).collect();
    assert!(reds.is_sorted_by(|one, other| one >= other), "the gravest first: {reds:?}");
}

#[test]
fn the_cockpit_names_what_is_red_and_says_what_it_has_no_room_for() {
    for edition in EDITIONS.iter() {
        let rule = RulePack::three_colour();
        let scope = support::scope(edition, &rule, Lang::Zh);
        let red = edition.indicators.iter().filter(|goal| scope.standing(goal).light == Light::Red).count();
        for screen in SCREENS {
            let (programme, canvas) = programme(edition, "", screen);
            let Cockpit { reds_title, reds, more, made_up, .. } = cockpit(&programme, &canvas, Lang::Zh);
            assert_eq!(reds_title, format!("红灯{red}项"));
            assert!(reds.iter().all(|line| line.light == Light::Red && !line.figure.is_empty()));
            let hidden = red - reds.len();
            let said = more.as_deref().map(|more| more.contains(&format!("{hidden}项")));
            assert_eq!(said, (hidden > 0).then_some(true), "{screen:?} {more:?}");
            assert!(!reds.is_empty() || red == 0, "{screen:?} {}", edition.month);
            assert!(made_up.iter().all(|line| !line.note.is_empty()));
        }
    }
}

#[test]
fn newer_data_leave_the_reader_where_they_were() {
    let (before, _) = programme(june(), "", SCREENS[1]);
    let (after, _) = programme(EDITIONS.last().unwrap(), "", SCREENS[3]);
    for leaf in &before.leaves {
        let found = &after.leaves[after.like(leaf)];
        assert_eq!(found.page, leaf.page);
    }
    let gone = Leaf { page: WallPage::Domain(Some("gone".into())), ..before.leaves[3].clone() };
    assert_eq!(after.like(&gone), 0);
    let turn = Turn { page: WallPage::Map, seconds: None };
    assert_eq!(turn.to_string(), "map");
}

//! The brief of the real plan: complete, honest, and of plain elements only.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::HashSet;
use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, Light, RulePack};
use biaogan::model::brief::{Matter, brief};
use biaogan::model::leaf::{Element, Leaf};
use biaogan::model::picture::Land;
use biaogan::publish::demo;
use biaogan::route::{View, ViewState};
use pretty_assertions::assert_eq;

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value
});

fn edition(month: &str) -> &'static Edition {
    EDITIONS.iter().find(|edition| edition.month.to_string() == month).unwrap()
}

fn made(edition: &Edition, lang: Lang) -> Element {
    let (rule, manifest) = (RulePack::three_colour(), support::manifest());
    let (townships, district) = (support::townships(), support::district());
    let land =
        Land { townships: Some(&townships), district: Some(&district), neighbours: None, ..Land::default() };
    let scope = support::scope(edition, &rule, lang);
    brief(&Matter { scope, manifest: &manifest, land, state: &ViewState::default() })
}

/// The element and everything below it.
fn all<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    found.push(element);
    for child in &element.children {
        if let Leaf::Element(child) = child {
            all(child, found);
        }
    }
}

fn elements(tree: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    all(tree, &mut found);
    found
}

fn text(element: &Element) -> String {
    let child = |child: &Leaf| match child {
        Leaf::Text(text) => text.clone(),
        Leaf::Element(element) => text(element),
    };
    element.children.iter().map(child).collect()
}

fn class(element: &Element) -> &str {
    element.attributes.iter().find(|(name, _)| *name == "class").map_or("", |(_, class)| class.as_str())
}

fn part<'a>(tree: &'a Element, name: &str) -> &'a Element {
    elements(tree).into_iter().find(|element| class(element).split(' ').any(|one| one == name)).unwrap()
}

#[test]
fn every_goal_item_and_red_is_in_it() {
    let june = edition("2022-06");
    for lang in [Lang::Zh, Lang::En] {
        let tree = made(june, lang);
        let links: HashSet<(View, Option<&str>)> = elements(&tree)
            .into_iter()
            .filter_map(|element| element.to.as_ref())
            .map(|to| (to.view, to.id.as_deref().or(to.item.as_deref())))
            .collect();
        for goal in &june.indicators {
            assert!(links.contains(&(View::Indicator, Some(&goal.id))), "{}", goal.id);
        }
        for task in june.tasks.iter().filter(|task| task.level == 2) {
            assert!(links.contains(&(View::Tasks, Some(&task.id))), "{}", task.id);
        }
        for goal in june.indicators.iter().filter(|goal| goal.lead.is_some()) {
            assert!(links.contains(&(View::Departments, goal.lead.as_deref())), "{}", goal.id);
        }
        // The three reds of the story, with their arithmetic; one chart each.
        let reds = part(&tree, "brief-reds");
        assert_eq!(elements(reds).iter().filter(|element| element.tag == "li").count(), 3);
        for figure in lang.pick(["83.3", "277.0", "推定"], ["83.3", "27.7", "inferred"]) {
            assert!(text(&tree).contains(figure), "{figure}");
        }
        assert_eq!(elements(&tree).iter().filter(|element| class(element) == "brief-chart").count(), 3);
    }
}

#[test]
fn lights_in_the_table_are_those_of_the_goals() {
    let (june, rule) = (edition("2022-06"), RulePack::three_colour());
    let tree = made(june, Lang::Zh);
    let scope = support::scope(june, &rule, Lang::Zh);
    let rows = elements(part(&tree, "brief-goals"))
        .into_iter()
        .filter(|element| element.tag == "tr")
        .filter(|row| elements(row).iter().any(|element| element.to.is_some()));
    let mut seen = 0;
    for row in rows {
        let link = elements(row).into_iter().find_map(|element| element.to.clone()).unwrap();
        let goal = june.indicator(link.id.as_deref().unwrap()).unwrap();
        let light = scope.standing(goal).light;
        assert!(text(row).contains(rule.label(light, Lang::Zh)), "{}", goal.id);
        // Twelve months, the last of which is the newest.
        let months = elements(row).into_iter().filter(|element| element.tag == "li").count();
        assert_eq!(months, 12, "{}", goal.id);
        seen += 1;
    }
    assert_eq!(seen, june.indicators.len());
    let reds = june.indicators.iter().filter(|goal| scope.standing(goal).light == Light::Red).count();
    assert_eq!(reds, 3);
}

#[test]
fn generated_figures_are_marked_under_every_heading_and_official_ones_are_not() {
    let tree = made(edition("2022-06"), Lang::Zh);
    assert!(class(&tree).contains("is-demo"));
    for section in ["brief-charts", "brief-agenda", "brief-tasks", "brief-units", "brief-figures"] {
        assert!(text(part(&tree, section)).contains("演示数据"), "{section}");
    }
    assert!(text(part(&tree, "brief-head")).contains("演示数据"));
    let official = common::plan().value.edition;
    let tree = made(&official, Lang::Zh);
    assert!(!class(&tree).contains("is-demo"));
    assert!(!text(&tree).contains("演示"));
    // What has to stand beside every map does in either.
    assert!(text(&tree).contains("示意图 · 非法定界线"));
}

#[test]
fn it_is_made_of_plain_elements_only_and_hostile_names_stay_text() {
    const HTML: &[&str] = &[
        "article",
        "header",
        "section",
        "div",
        "h1",
        "h2",
        "h3",
        "p",
        "b",
        "span",
        "a",
        "ul",
        "ol",
        "li",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "small",
        "figure",
        "figcaption",
        "svg",
        "path",
        "text",
    ];
    const ATTRIBUTES: &[&str] = &[
        "class",
        "lang",
        "scope",
        "colspan",
        "start",
        "tabindex",
        "role",
        "viewBox",
        "aria-label",
        "aria-hidden",
        "d",
        "x",
        "y",
        "width",
        "height",
        "text-anchor",
        "dominant-baseline",
        "data-map",
        "data-demo",
    ];
    let mut june = edition("2022-06").clone();
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    for goal in &mut june.indicators {
        goal.name.zh = hostile.into();
        goal.short = None;
    }
    june.departments[0].name.zh = hostile.into();
    june.tasks[3].name.zh = hostile.into();
    let tree = made(&june, Lang::Zh);
    for element in elements(&tree) {
        assert!(HTML.contains(&element.tag), "{}", element.tag);
        for (name, _) in &element.attributes {
            assert!(ATTRIBUTES.contains(name), "{name}");
        }
    }
    let html = tree.html(&|_| None);
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"));
    assert!(!html.contains("<img"));
}

#[test]
fn every_edition_of_the_plan_has_a_brief() {
    for edition in EDITIONS.iter() {
        let html = made(edition, Lang::En).html(&|to| Some(to.to_query()));
        assert!(html.contains("<h1>"), "{}", edition.month);
        assert!(!html.contains("NaN") && !html.contains("inf "), "{}", edition.month);
    }
}

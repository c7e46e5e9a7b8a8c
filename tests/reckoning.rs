//! Actual, due and gap of a row: of one month everywhere, and the same in every place.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, RulePack};
use biaogan::model::brief::{Matter, brief};
use biaogan::model::leaf::{Element, Leaf};
use biaogan::model::picture::Land;
use biaogan::model::progress::Progress;
use biaogan::model::table::Cell;
use biaogan::model::{csv, page, sheets};
use biaogan::publish::demo;
use biaogan::route::{View, ViewState};
use pretty_assertions::assert_eq;

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value
});

fn edition(month: &str) -> &'static Edition {
    EDITIONS.iter().find(|edition| edition.month.to_string() == month).unwrap()
}

fn all<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    found.push(element);
    for child in &element.children {
        if let Leaf::Element(child) = child {
            all(child, found);
        }
    }
}

fn text(element: &Element) -> String {
    let child = |child: &Leaf| match child {
        Leaf::Text(text) => text.clone(),
        Leaf::Element(element) => text(element),
    };
    element.children.iter().map(child).collect()
}

/// The number that a text begins with; none where it begins with a reason.
fn number(text: &str) -> Option<f64> {
    let text = text.replace("CNY", "").replace('−', "-").replace([',', '+', ' '], "");
    let end = text.find(|one: char| !(one.is_ascii_digit() || "-.".contains(one))).unwrap_or(text.len());
    text[..end].parse().ok()
}

/// What one place prints of a goal: the month where it stands beside the figures, actual, due and gap.
#[derive(Debug)]
struct Printed {
    place: &'static str,
    month: Option<String>,
    figures: [String; 3],
}

impl Printed {
    /// What is printed as a difference is that of the two figures printed before it.
    fn check(&self, about: &str) {
        if let [Some(actual), Some(due), Some(gap)] = [0, 1, 2].map(|at| number(&self.figures[at])) {
            assert!((actual - due - gap).abs() < 1e-6, "{about} {self:?}");
        }
    }

    /// Of which month it is, whether a figure is there, and what is due and lacking.
    fn said(&self) -> (Option<&str>, [Option<f64>; 3]) {
        (self.month.as_deref(), [0, 1, 2].map(|at| number(&self.figures[at])))
    }
}

/// The rows of the brief's table by the ids of their goals.
fn in_brief(edition: &Edition, lang: Lang) -> Vec<(String, Printed)> {
    let (rule, manifest) = (RulePack::three_colour(), support::manifest());
    let scope = support::scope(edition, &rule, lang);
    let land = Land { townships: None, district: None, neighbours: None, ..Land::default() };
    let tree = brief(&Matter { scope, manifest: &manifest, land, state: &ViewState::default() });
    let mut elements = Vec::new();
    all(&tree, &mut elements);
    let class = |element: &Element| {
        element.attributes.iter().find(|(name, _)| *name == "class").map(|(_, value)| value.to_string())
    };
    let table = elements.iter().find(|one| class(one).as_deref() == Some("brief-goals")).unwrap();
    let mut elements = Vec::new();
    all(table, &mut elements);
    let rows = elements.into_iter().filter(|element| element.tag == "tr").filter_map(|row| {
        let mut inside = Vec::new();
        all(row, &mut inside);
        let to = inside.iter().find_map(|one| one.to.clone()).filter(|to| to.view == View::Indicator)?;
        let cells: Vec<&&Element> =
            inside.iter().filter(|one| class(one).as_deref() == Some("brief-number")).collect();
        let month = inside.iter().find(|one| one.tag == "small").map(|small| text(small));
        let figures = [0, 1, 2].map(|at| text(cells[at]));
        let figures = figures.map(|figure| figure.replace(month.as_deref().unwrap_or("@"), ""));
        Some((to.id.unwrap(), Printed { place: "brief", month, figures }))
    });
    rows.collect()
}

fn cells(place: &'static str, row: &[Cell], edition: &Edition, lang: Lang) -> Printed {
    let write = |cell: &Cell| match cell {
        Cell::Number(value, _) => value.to_string(),
        Cell::Text(text) | Cell::Empty(text) => text.clone(),
    };
    let month: biaogan::domain::Month = write(&row[0]).parse().unwrap();
    let month = (month != edition.month).then(|| biaogan::domain::format::short_month(month, lang));
    Printed { place, month, figures: [1, 2, 3].map(|at| write(&row[at])) }
}

/// The head of a goal's page; none of what is done or not.
fn in_head(edition: &Edition, id: &str, lang: Lang) -> Option<Printed> {
    let rule = RulePack::three_colour();
    let page = page::page(&support::scope(edition, &rule, lang), id).unwrap();
    let fact = |label: &str| page.facts.iter().find(|fact| fact.label.starts_with(label));
    let actual = fact(lang.pick("实际", "Actual"))?;
    let of = actual.label.split(['（', '(']).nth(1).unwrap().trim_end_matches(['）', ')']).to_owned();
    let newest = biaogan::domain::format::month_name(edition.month, lang);
    let value = |label: &str| fact(label).map(|fact| fact.value.clone()).unwrap_or_default();
    let due = value(lang.pick("序时", "Due by then"));
    let figures = [actual.value.clone(), due, value(lang.pick("差", "Difference"))];
    Some(Printed { place: "head", month: (of != newest).then_some(of), figures })
}

#[test]
fn actual_less_due_is_the_gap_in_every_place_and_all_say_the_same() {
    let rule = RulePack::three_colour();
    for at in ["2020-03", "2021-02", "2021-12", "2022-03", "2022-06", "2022-08", "2022-12"] {
        for lang in [Lang::Zh, Lang::En] {
            let edition = edition(at);
            let scope = support::scope(edition, &rule, lang);
            let list = sheets::goals(&scope, &ViewState::default());
            let progress = Progress::new(&scope);
            let tracked = progress.sheet(&scope, &ViewState::default());
            let rows = progress.list(&ViewState::default()).groups.into_iter().flat_map(|group| group.rows);
            let rows: Vec<usize> = rows.collect();
            for (id, brief) in in_brief(edition, lang) {
                let about = format!("{at} {id}");
                let listed = list.rows.iter().find(|row| row[0] == Cell::text(&id)).unwrap();
                let saved = tracked.rows.iter().find(|row| row[0] == Cell::text(&id)).unwrap();
                let shown = rows.iter().map(|at| progress.row(*at)).find(|row| row.id == id).unwrap();
                let shown = shown.figures.clone().unwrap();
                let places = [
                    cells("goals file", &listed[3..7], edition, lang),
                    cells("progress file", &saved[5..9], edition, lang),
                    Printed {
                        place: "progress",
                        month: shown.of,
                        figures: [shown.actual, shown.due, shown.difference],
                    },
                ];
                brief.check(&about);
                for place in places.iter().chain(&in_head(edition, &id, lang)) {
                    place.check(&about);
                    let (month, figures) = place.said();
                    assert_eq!(month, brief.month.as_deref(), "{about} {}", place.place);
                    for (one, other) in figures.into_iter().zip(brief.said().1) {
                        assert_eq!(one.is_some(), other.is_some(), "{about} {place:?} {brief:?}");
                        let apart = one.unwrap_or_default() - other.unwrap_or_default();
                        assert!(apart.abs() < 0.051, "{about} {place:?} {brief:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_goal_missed_at_its_point_is_told_of_that_point() {
    let (last, id) = (edition("2022-12"), "ind-provincial-ecommerce-base");
    let brief = in_brief(last, Lang::Zh).into_iter().find(|(goal, _)| goal == id).unwrap().1;
    let said = (Some("21年12月"), [Some(0.0), Some(1.0), Some(-1.0)]);
    assert_eq!(brief.said(), said);
    assert_eq!(in_head(last, id, Lang::Zh).unwrap().said(), said);
    let rule = RulePack::three_colour();
    let scope = support::scope(last, &rule, Lang::Zh);
    let newest = page::page(&scope, id).unwrap().facts;
    assert!(newest.iter().any(|fact| fact.minor && fact.label == "最新（12月）" && fact.value == "1家"));
    let sheet = String::from_utf8(csv::csv(&sheets::goals(&scope, &ViewState::default()))).unwrap();
    let line = sheet.lines().find(|line| line.starts_with(id)).unwrap();
    assert!(line.contains(",2021-12,0,1,-1,家,"), "{line}");
}

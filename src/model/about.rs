//! What the data are, by which rules they are shown, and what may be done with them: a document made of the data.

mod changes;
mod data;
mod example;
mod maps;
mod plan;
mod reading;
mod rules;
mod terms;

use super::card::{Provenance, provenance};
use super::overview;
use super::scope::Scope;
use super::why::Row;
use super::words::plural;
use crate::domain::Light;
use crate::snapshot::Manifest;

/// Where a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Out, to a page of the web.
    Web(String),
    /// To a file named by the manifest, relative to it.
    Published(String),
    /// To the manifest itself.
    Manifest,
    /// To a file beside the page.
    Beside(String),
    /// To the licence of what draws the charts.
    ChartLicence,
    /// To the licence of what draws street maps.
    StreetLicence,
    /// To a goal's page.
    Goal(String),
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// More about it, written smaller.
    pub detail: String,
    /// Where it leads.
    pub target: Option<Target>,
    /// Where the figures come from that it is about.
    pub provenance: Option<Provenance>,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The heads of its columns, and whether figures stand in them.
    pub head: Vec<(String, bool)>,
    /// Its rows; the first cell of each names the row.
    pub rows: Vec<Vec<Cell>>,
    /// Whether it is long and opened on demand.
    pub folded: bool,
}

/// How a light comes about, worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The goal's name.
    pub name: String,
    /// The goal's id; `None` of a goal made up to show the rule.
    pub id: Option<String>,
    /// Where its figures come from.
    pub provenance: Provenance,
    /// Start, target, due, actual.
    pub rows: Vec<Row>,
    /// The verdict.
    pub verdict: String,
}

/// A light of a rule pack with its meaning and an example.
#[derive(Clone, Debug, PartialEq)]
pub struct LightEntry {
    /// The light.
    pub light: Light,
    /// Its word in the pack.
    pub word: String,
    /// When it is shown.
    pub meaning: String,
    /// How it comes about, where it can be shown.
    pub example: Option<Example>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A heading inside the section.
    Heading(String),
    /// A list; an item may lead somewhere.
    List(Vec<(String, Option<Target>)>),
    /// A table.
    Table(Table),
    /// The lights of a rule pack.
    Lights(Vec<LightEntry>),
}

/// A section.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name in the address.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// The whole document.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// Whether the edition is made for demonstration.
    pub demo: bool,
    /// The headline, computed.
    pub headline: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// The document about an edition.
pub fn about(scope: &Scope<'_>, manifest: &Manifest) -> About {
    let lang = scope.lang;
    let section =
        |id, zh: &str, en: &str, blocks| Section { id, title: lang.pick(zh, en).to_owned(), blocks };
    About {
        as_of: overview::as_of(scope),
        demo: scope.is_demo(),
        headline: headline(scope),
        sections: vec![
            section("plan", "计划与文件", "The plan and its documents", plan::blocks(scope, manifest)),
            section("rules", "亮灯规则", "Rules for the lights", rules::blocks(scope, manifest)),
            section("reading", "数字怎么读", "How figures are shown", reading::blocks(scope)),
            section(
                "data",
                "哪些是公布的，哪些是演示的",
                "What is published and what is demonstration",
                data::blocks(scope),
            ),
            section("sources", "数据来源", "Sources", data::sources(scope)),
            section("maps", "地图", "Maps", maps::blocks(scope, manifest)),
            section("changes", "修订与各期", "Revisions and editions", changes::blocks(scope, manifest)),
            section("licences", "使用许可", "Licences", terms::licences(scope, manifest)),
            section("access", "无障碍", "Accessibility", terms::access(scope, manifest)),
            section("privacy", "隐私", "Privacy", terms::privacy(lang, manifest)),
            section("downloads", "下载", "Downloads", terms::downloads(scope, manifest)),
        ],
    }
}

/// `本期18项目标，1项有出处，17项是演示数据`.
fn headline(scope: &Scope<'_>) -> String {
    let lang = scope.lang;
    let goals = &scope.edition.indicators;
    let total = goals.len();
    let of = |wanted| goals.iter().filter(|goal| provenance(scope, goal) == wanted).count();
    let kinds = [
        (of(Provenance::Sourced), lang.pick("项有出处", "with a named source")),
        (of(Provenance::Demo), lang.pick("项是演示数据", "with demonstration data")),
        (of(Provenance::Plan), lang.pick("项只有计划事实", "with the plan's facts alone")),
    ];
    let kinds = kinds.iter().filter(|(count, _)| *count > 0);
    let kinds: Vec<String> =
        kinds.map(|(count, word)| lang.pick(format!("{count}{word}"), format!("{count} {word}"))).collect();
    if kinds.is_empty() {
        return lang.pick("本期没有目标".into(), "This edition has no goals".into());
    }
    lang.pick(
        format!("本期{total}项目标，{}", kinds.join("，")),
        format!("{total} {} in this edition, {}", plural(total as i32, "goal"), kinds.join(", ")),
    )
}

impl Cell {
    /// A plain cell.
    fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A cell that leads somewhere.
    fn to(text: impl Into<String>, target: Option<Target>) -> Self {
        Self { target, ..Self::new(text) }
    }
}

impl Block {
    fn text(text: impl Into<String>) -> Self {
        Block::Text(text.into())
    }

    fn heading(text: impl Into<String>) -> Self {
        Block::Heading(text.into())
    }
}

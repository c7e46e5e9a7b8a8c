//! What was revised, in which version the data are, and every edition.

use super::super::scope::Scope;
use super::{Block, Cell, Table, Target};
use crate::domain::{EditionKind, Indicator, Series, Status, format};
use crate::snapshot::Manifest;

pub fn blocks(scope: &Scope<'_>, manifest: &Manifest) -> Vec<Block> {
    let lang = scope.lang;
    let revised = revisions(scope);
    let mut blocks = Vec::new();
    if revised.is_empty() {
        blocks.push(Block::text(lang.pick("本期没有修订过的数。", "No figure of this edition was revised.")));
    } else {
        blocks.push(Block::Table(table(
            scope,
            lang.pick("本期中修订过的数", "Revised figures in this edition"),
            &[
                ("目标", "Goal", false),
                ("月份", "Month", false),
                ("原数", "Was", true),
                ("现数", "Is", true),
                ("原因", "Reason", false),
            ],
            revised,
            false,
        )));
    }
    let (schema, sequence) = (manifest.schema, manifest.sequence);
    blocks.push(Block::text(lang.pick(
        format!("数据格式第{schema}版；更早的版本读入时自动转换，不认识的版本拒绝读入并说明。发布序号{sequence}，每次发布加一；序号变小，页面会提醒数据被退回。"),
        format!("Data format version {schema}; older versions are converted when read, unknown ones are refused with a message. Publication no. {sequence}; it grows with every publication, and the page warns when it shrinks."),
    )));
    let editions = manifest.snapshots.iter().rev().map(|entry| {
        let kind = match entry.kind {
            EditionKind::Official => lang.pick("正式", "official"),
            EditionKind::Demo => lang.pick("演示", "demonstration"),
        };
        let kilobytes = format::number(entry.bytes as f64 / 1000.0, 0);
        vec![
            Cell::to(format::month(entry.id, lang), Some(Target::Published(entry.file.clone()))),
            Cell::new(format::day(entry.as_of, lang)),
            Cell::new(kind),
            Cell::new(format!("{kilobytes} kB")),
        ]
    });
    blocks.push(Block::Table(table(
        scope,
        &lang.pick(
            format!("全部{}期", manifest.snapshots.len()),
            format!("All {} editions", manifest.snapshots.len()),
        ),
        &[
            ("期次", "Edition", false),
            ("数据截至", "Figures up to", false),
            ("性质", "Kind", false),
            ("文件", "File", true),
        ],
        editions.collect(),
        true,
    )));
    blocks
}

fn table(
    scope: &Scope<'_>,
    caption: &str,
    head: &[(&str, &str, bool)],
    rows: Vec<Vec<Cell>>,
    folded: bool,
) -> Table {
    let head = head.iter().map(|(zh, en, number)| (scope.lang.pick(*zh, *en).to_owned(), *number));
    Table { caption: caption.to_owned(), head: head.collect(), rows, folded }
}

fn revisions(scope: &Scope<'_>) -> Vec<Vec<Cell>> {
    let lang = scope.lang;
    let mut rows = Vec::new();
    for goal in &scope.edition.indicators {
        revised(scope, goal, &goal.series, "", &mut rows);
        for (code, series) in &goal.townships {
            let town = scope.edition.township(code).map_or(code.as_str(), |town| town.name.get(lang));
            revised(scope, goal, series, town, &mut rows);
        }
    }
    rows
}

fn revised(scope: &Scope<'_>, goal: &Indicator, series: &Series, town: &str, rows: &mut Vec<Vec<Cell>>) {
    let lang = scope.lang;
    for (month, observation) in series.iter() {
        let Status::Revised { was, reason } = &observation.status else { continue };
        let write = |value: f64| format::quantity(value, &goal.unit, lang);
        let name = Cell::to(goal.short().get(lang), Some(Target::Goal(goal.id.clone())));
        rows.push(vec![
            Cell { detail: town.to_owned(), ..name },
            Cell::new(format::month(month, lang)),
            Cell::new(write(*was)),
            Cell::new(
                observation.figure.as_ref().map_or_else(|_| format::NONE.to_owned(), |value| write(*value)),
            ),
            Cell::new(reason.get(lang)),
        ]);
    }
}

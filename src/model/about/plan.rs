//! The plan, the documents it rests on, and what had to be read into it.

use super::super::scope::Scope;
use super::super::words::plural;
use super::{Block, Cell, Table, Target};
use crate::domain::{Comparator, format};
use crate::snapshot::Manifest;

pub fn blocks(scope: &Scope<'_>, manifest: &Manifest) -> Vec<Block> {
    let (edition, lang) = (scope.edition, scope.lang);
    let months = edition.end.since(edition.start) + 1;
    let (from, to) = (format::month(edition.start, lang), format::month(edition.end, lang));
    let (title, publisher) = (manifest.district.title.get(lang), manifest.district.publisher.get(lang));
    let mut blocks = vec![
        Block::text(lang.pick(
            format!("{title}：计划期{from}至{to}，共{months}个月。发布：{publisher}。"),
            format!("{title}. The plan runs from {from} to {to}, {months} months. Publisher: {publisher}."),
        )),
        Block::text(holds(scope)),
    ];
    if edition.documents.is_empty() {
        blocks.push(Block::text(lang.pick("本期没有列出文件。", "This edition names no document.")));
    } else {
        blocks.push(Block::Table(documents(scope)));
    }
    let doubts = doubts(scope);
    if !doubts.is_empty() {
        blocks.push(Block::heading(lang.pick("读方案时作的判断", "What was read into the plan")));
        blocks.push(Block::List(doubts.into_iter().map(|doubt| (doubt, None)).collect()));
    }
    blocks
}

fn holds(scope: &Scope<'_>) -> String {
    let (edition, lang) = (scope.edition, scope.lang);
    let counts = [
        (edition.domains.len(), "个领域", "domain"),
        (edition.indicators.len(), "项目标", "goal"),
        (edition.tasks.len(), "项任务", "task"),
        (edition.projects.len(), "个项目", "project"),
        (edition.departments.len(), "个单位", "unit"),
        (edition.sites.len(), "处地点", "site"),
        (edition.townships.len(), "个街镇", "township"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .map(|(count, zh, en)| {
            lang.pick(format!("{count}{zh}"), format!("{count} {}", plural(*count as i32, en)))
        })
        .collect();
    let list = counts.join(lang.pick("、", ", "));
    lang.pick(
        format!("本期收录方案中的{list}。名称为简称，英文为本项目所译。"),
        format!("This edition holds of the plan: {list}. Names are short forms; the English is this project's translation."),
    )
}

fn documents(scope: &Scope<'_>) -> Table {
    let (edition, lang) = (scope.edition, scope.lang);
    let or_none = |text: Option<String>| Cell::new(text.unwrap_or_else(|| format::NONE.into()));
    let rows = edition.documents.iter().map(|document| {
        let kind = match document.kind.as_str() {
            "plan" => lang.pick("计划", "the plan"),
            "basis" => lang.pick("依据", "basis"),
            other => other,
        };
        vec![
            Cell::to(document.title.get(lang), document.url.clone().map(Target::Web)),
            Cell::new(kind),
            or_none(document.number.clone()),
            or_none(document.issuer.as_ref().map(|issuer| issuer.get(lang).into())),
            or_none(document.date.map(|day| format::day(day, lang))),
        ]
    });
    let head =
        [("文件", "Document"), ("性质", "Kind"), ("文号", "Number"), ("印发", "Issued by"), ("日期", "Date")];
    Table {
        caption: lang.pick("计划及其依据", "The plan and what it rests on").into(),
        head: head.iter().map(|(zh, en)| (lang.pick(*zh, *en).to_owned(), false)).collect(),
        rows: rows.collect(),
        folded: false,
    }
}

/// What the plan leaves open and how it was read, counted.
fn doubts(scope: &Scope<'_>) -> Vec<String> {
    let (edition, lang) = (scope.edition, scope.lang);
    let mut doubts = Vec::new();
    let goals = edition.indicators.iter().filter(|goal| goal.lead_basis.inferred).count();
    let tasks = edition.tasks.iter().filter(|task| task.lead_basis.inferred).count();
    if goals + tasks > 0 {
        doubts.push(lang.pick(
            format!("方案没有写明的牵头单位由编者推定：{goals}项目标、{tasks}项任务，各处都注“推定”和所据。"),
            format!("Where the plan names no leading unit, the editors inferred it: {goals} goals and {tasks} tasks, marked as inferred with the grounds."),
        ));
    }
    let bare = edition.indicators.iter().filter(|goal| goal.goal.kind.is_measured());
    let bare = bare.filter(|goal| goal.goal.comparator == Comparator::Bare).count();
    if bare > 0 {
        doubts.push(lang.pick(
            format!("{bare}项目标在方案中只写了一个数，按“不少于”理解。"),
            format!(
                "{bare} {} a bare number in the plan; it is read as “at least”.",
                if bare == 1 { "goal has" } else { "goals have" }
            ),
        ));
    }
    for goal in &edition.indicators {
        if let Some(note) = &goal.note {
            let (name, note) = (goal.short().get(lang), note.get(lang));
            doubts.push(lang.pick(format!("{name}：{note}"), format!("{name}: {note}")));
        }
    }
    doubts
}

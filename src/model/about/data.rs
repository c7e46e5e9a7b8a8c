//! Which figures have a source and which are made for demonstration, goal by goal; and the sources.

use super::super::card::{Provenance, provenance};
use super::super::scope::Scope;
use super::{Block, Cell, Table, Target};
use crate::domain::{Indicator, Observation};

pub fn blocks(scope: &Scope<'_>) -> Vec<Block> {
    let lang = scope.lang;
    let mut blocks = vec![Block::text(lang.pick(
        "计划事实（目标、期限、任务、项目、单位、地点）出自方案。实际数只有注明来源的才算公布数据；其余都是演示数据，凡出现处都有“演示”字样。",
        "The plan's facts (goals, dates, tasks, projects, units, places) come from the plan. An observed figure counts as published only with a named source; every other is demonstration data, and says so wherever it stands.",
    ))];
    if scope.is_demo() {
        blocks.push(Block::text(lang.pick(
            "本期是演示版。演示数由程序按一份公开的剖面表生成：各项目标在几个月份的值、其间的曲线和波动、缺数、修订和事件都先写定；同样的种子总得到同样的字节。街镇数之和总等于全区数。起点和节点也是演示的。",
            "This is a demonstration edition. Its figures are generated from public tables that lay down each goal's values in a few months, the curve and scatter between them, gaps, revisions and events; the same seed always gives the same bytes. Township figures always add up to the district's. Baselines and due points are part of the demonstration.",
        )));
        blocks.push(Block::text(lang.pick(
            "演示数据的红灯、黄灯只用来说明本页怎样工作，不说明任何部门、街镇或企业的实际工作。",
            "Red and yellow lights from demonstration data only show how this page works. They say nothing about the real work of any department, township or enterprise.",
        )));
    } else {
        blocks.push(Block::text(lang.pick(
            "本期是正式版：没有一个数是生成的。没有公布数据的地方就空着，并写明没有。",
            "This is an official edition: no figure in it is generated. Where nothing was published, it stays empty and says so.",
        )));
    }
    if !scope.edition.indicators.is_empty() {
        blocks.push(Block::Table(goals(scope)));
    }
    blocks
}

/// All observations of a goal, those of townships included.
fn observations(goal: &Indicator) -> impl Iterator<Item = &Observation> {
    std::iter::once(&goal.series).chain(goal.townships.values()).flat_map(|series| &series.values)
}

fn goals(scope: &Scope<'_>) -> Table {
    let lang = scope.lang;
    let count = |count: usize| Cell::new(if count == 0 { "·".to_owned() } else { count.to_string() });
    let rows = scope.edition.indicators.iter().map(|goal| {
        let figures = || observations(goal).filter(|one| one.figure.is_ok());
        let sourced = figures().filter(|one| one.source.is_some()).count();
        let absent = observations(goal).filter(|one| one.figure.is_err()).count();
        let events = goal.events.iter().filter(|event| event.source.is_some()).count();
        vec![
            Cell::to(goal.short().get(lang), Some(Target::Goal(goal.id.clone()))),
            count(sourced),
            count(events),
            count(figures().count() - sourced),
            count(absent),
            Cell { provenance: Some(provenance(scope, goal)), ..Cell::default() },
        ]
    });
    let head = [
        ("目标", "Goal", false),
        ("有出处的数", "Sourced figures", true),
        ("有出处的事件", "Sourced events", true),
        ("演示数", "Demo figures", true),
        ("没有数", "No figure", true),
        ("性质", "Kind", false),
    ];
    Table {
        caption: lang
            .pick(
                "逐项目标：各有多少个月度数（含街镇）",
                "Goal by goal: how many monthly figures (townships included)",
            )
            .into(),
        head: head.iter().map(|(zh, en, number)| (lang.pick(*zh, *en).to_owned(), *number)).collect(),
        rows: rows.collect(),
        folded: false,
    }
}

pub fn sources(scope: &Scope<'_>) -> Vec<Block> {
    let (edition, lang) = (scope.edition, scope.lang);
    if edition.sources.is_empty() {
        return vec![Block::text(lang.pick("本期没有列出来源。", "This edition names no source."))];
    }
    let rows = edition.sources.iter().map(|source| {
        let is_it = |id: &Option<String>| id.as_ref() == Some(&source.id);
        let uses = edition.indicators.iter().filter(|goal| {
            observations(goal).any(|one| is_it(&one.source))
                || goal.events.iter().any(|event| is_it(&event.source))
        });
        let uses: Vec<&str> = uses.map(|goal| goal.short().get(lang)).collect();
        let unused = lang.pick("没有数用到；列作背景", "no figure rests on it; listed as background");
        vec![
            Cell::to(source.title.get(lang), source.url.clone().map(Target::Web)),
            Cell::new(if uses.is_empty() { unused.to_owned() } else { uses.join(lang.pick("、", ", ")) }),
        ]
    });
    let head = [("来源", "Source"), ("用于目标", "Used by")];
    let table = Table {
        caption: lang.pick("来源与所用目标", "Sources and the goals that use them").into(),
        head: head.iter().map(|(zh, en)| (lang.pick(*zh, *en).to_owned(), false)).collect(),
        rows: rows.collect(),
        folded: false,
    };
    let sourced =
        edition.indicators.iter().filter(|goal| provenance(scope, goal) != Provenance::Demo).count();
    let text = lang.pick(
        format!("列出{}个来源；{sourced}项目标本期不含演示数。", edition.sources.len()),
        format!(
            "{} listed; {sourced} goals are free of demonstration figures in this edition.",
            edition.sources.len()
        ),
    );
    vec![Block::Text(text), Block::Table(table)]
}

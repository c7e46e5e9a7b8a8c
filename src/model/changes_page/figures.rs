//! Figures that were corrected or came late, and what was set anew: targets, due dates, due points, units.

use super::super::scope::Scope;
use super::super::words;
use super::{Line, Topic};
use crate::domain::diff::{Changed, Difference, RecordKind, Revision};
use crate::domain::{Baseline, Day, DuePoint, Edition, Goal, Indicator, Lang, Reason, Unit, format};

/// Adds the lines about a record's figures and about what was set for it.
pub fn add(scope: &Scope<'_>, old: &Edition, record: &Changed, lines: &mut Vec<(Topic, Line)>) {
    let line = || Line { demo: scope.is_demo(), ..Line::of(scope, scope.edition, record.kind, &record.id) };
    let goals = [old, scope.edition].map(|edition| measured(edition, record));
    let measure = |at: usize| goals[at].as_ref().map(|goal| goal.unit.clone()).unwrap_or_default();
    let (was, is) = (measure(0), measure(1));
    for difference in &record.differences {
        if let Some(Moved { what, from, to, cause }) = moved(difference, &was, &is, scope.lang) {
            let line =
                Line { when: Some(what.into()), change: Some((from, to)), cause: cause.into(), ..line() };
            lines.push((Topic::Set, line));
        }
        if let Difference::Figures(revisions) = difference {
            revised(scope, revisions, goals[1].as_ref(), &line, lines);
        }
    }
}

/// The goal of a record, or the task measured like one.
fn measured(edition: &Edition, record: &Changed) -> Option<Indicator> {
    match record.kind {
        RecordKind::Indicator => edition.indicator(&record.id).cloned(),
        RecordKind::Task => edition.tasks.iter().find(|task| task.id == record.id)?.measure(),
        _ => None,
    }
}

/// What was set, from what to what.
struct Moved {
    what: &'static str,
    from: String,
    to: String,
    cause: &'static str,
}

fn moved(difference: &Difference, was: &Unit, is: &Unit, lang: Lang) -> Option<Moved> {
    let moved = |zh, en, from, to| Some(Moved { what: lang.pick(zh, en), from, to, cause: "" });
    match difference {
        Difference::Unit { from, to } => Some(Moved {
            cause: lang.pick("数字不作比较", "figures are not compared"),
            ..moved("计量单位", "Unit", label(from, lang), label(to, lang))?
        }),
        Difference::Target { from, to } => {
            moved("目标", "Target", target(from, was, lang), target(to, is, lang))
        }
        Difference::Due { from, to } => moved("期限", "Due date", day(*from, lang), day(*to, lang)),
        Difference::Baseline { from, to } => {
            moved("起点", "Baseline", baseline(*from, was, lang), baseline(*to, is, lang))
        }
        Difference::Schedule { from, to } => {
            moved("节点", "Due points", points(from, to, was, lang), points(to, from, is, lang))
        }
        _ => None,
    }
}

fn none(lang: Lang) -> String {
    lang.pick("无", "none").to_owned()
}

/// A unit as it is written; one without a name may differ in its digits or its scale alone.
fn label(unit: &Unit, lang: Lang) -> String {
    let name = if unit.label(lang).is_empty() { lang.pick("无名", "unnamed") } else { unit.label(lang) };
    let digits = unit.decimals(lang);
    lang.pick(
        format!("{name}，{digits}位小数"),
        format!("{name}, {digits} {}", words::plural(i32::from(digits), "decimal")),
    )
}

fn target(goal: &Goal, unit: &Unit, lang: Lang) -> String {
    if goal.kind.is_measured() {
        format::target(goal, unit, lang)
    } else {
        lang.pick("完成", "done").to_owned()
    }
}

fn day(day: Option<Day>, lang: Lang) -> String {
    day.map_or_else(|| lang.pick("未载明", "not stated").to_owned(), |day| format::day(day, lang))
}

fn baseline(baseline: Option<Baseline>, unit: &Unit, lang: Lang) -> String {
    baseline.map_or_else(
        || none(lang),
        |baseline| {
            let (month, value) = (
                format::short_month(baseline.month, lang),
                format::round_quantity(baseline.value, unit, lang),
            );
            lang.pick(format!("{month}{value}"), format!("{value}, {month}"))
        },
    )
}

/// The points that the others do not have.
fn points(these: &[DuePoint], those: &[DuePoint], unit: &Unit, lang: Lang) -> String {
    let only = these.iter().filter(|point| !those.contains(point)).map(|point| {
        let month = format::short_month(point.month, lang);
        let plan = format::round_quantity(point.plan, unit, lang);
        lang.pick(format!("{month}{plan}"), format!("{plan} by {month}"))
    });
    let listed = words::listed(only, lang);
    if listed.is_empty() { none(lang) } else { listed }
}

/// A line for each corrected month of the district; those of townships are counted, or told where they stand alone.
fn revised(
    scope: &Scope<'_>,
    revisions: &[Revision],
    goal: Option<&Indicator>,
    line: &impl Fn() -> Line,
    lines: &mut Vec<(Topic, Line)>,
) {
    let lang = scope.lang;
    let Some(goal) = goal else { return };
    let towns: Vec<&Revision> = revisions.iter().filter(|one| one.township.is_some()).collect();
    let mut codes: Vec<&String> = towns.iter().filter_map(|one| one.township.as_ref()).collect();
    codes.dedup();
    let count = codes.len();
    let beside = match count {
        0 => String::new(),
        _ => lang.pick(
            format!("，{count}个街镇的数字随之改动"),
            format!("; so are figures of {count} {}", words::plural(count as i32, "township")),
        ),
    };
    let whole: Vec<&Revision> = revisions.iter().filter(|one| one.township.is_none()).collect();
    for revision in &whole {
        let cause = format!("{}{beside}", reason(revision, lang));
        lines.push((Topic::Figures, told(revision, goal, cause, line(), lang)));
    }
    if !whole.is_empty() {
        return;
    }
    for revision in towns {
        let town = revision.township.as_deref().and_then(|code| scope.edition.township(code));
        let town = town.map_or("", |town| town.short.get(lang));
        let cause = lang.pick(
            format!("{town}：{}", reason(revision, lang)),
            format!("{town}: {}", reason(revision, lang)),
        );
        lines.push((Topic::Figures, told(revision, goal, cause, line(), lang)));
    }
}

fn told(revision: &Revision, goal: &Indicator, cause: String, line: Line, lang: Lang) -> Line {
    let write = |figure: Result<f64, Reason>| match figure {
        Ok(value) if goal.goal.kind.is_measured() => format::quantity(value, &goal.unit, lang),
        Ok(value) if goal.goal.is_met(value) => lang.pick("完成", "done").to_owned(),
        Ok(_) => lang.pick("未完成", "not done").to_owned(),
        Err(reason) => words::reason(reason, lang).to_owned(),
    };
    Line {
        when: Some(format::short_month(revision.month, lang)),
        change: Some((write(revision.from), write(revision.to))),
        cause,
        ..line
    }
}

/// Why a figure is another, or that nothing says so.
fn reason(revision: &Revision, lang: Lang) -> String {
    match (&revision.reason, revision.from, revision.to) {
        (Some(reason), ..) => reason.get(lang).to_owned(),
        (None, Err(_), Ok(_)) => lang.pick("补报", "reported late").to_owned(),
        (None, Ok(_), Err(_)) => lang.pick("数字撤下", "figure withdrawn").to_owned(),
        _ => lang.pick("没有说明原因", "no reason given").to_owned(),
    }
}

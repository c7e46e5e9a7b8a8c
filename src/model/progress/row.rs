//! An item of the progress table.

use super::super::card;
use super::super::card::Provenance;
use super::super::reckoning::Reckoning;
use super::super::scope::Scope;
use super::super::sheets;
use super::super::table::Cell;
use super::super::tasks::Lead;
use super::super::words;
use super::months::{Mark, Measure, MonthCell, gravest, measured};
use crate::domain::{
    Goal, Indicator, LeadBasis, Light, Pace, Standing, Tally, Task, TaskTree, format, standing,
};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A goal with its figures.
    Goal,
    /// A task.
    Task,
}

/// Planned and actual at the latest due point; before the first the newest figure alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// What was reached, or why that is not known.
    pub actual: String,
    /// What was due; empty before the first due point.
    pub due: String,
    /// Actual minus due.
    pub difference: String,
    /// Of which month, where that is not the edition's.
    pub of: Option<String>,
}

/// An item with its months.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// The name of the item that a part belongs to.
    pub within: Option<String>,
    /// The number of its domain, from 1; 0 where the edition has no such domain.
    pub domain: usize,
    /// Who leads it.
    pub lead: Option<Lead>,
    /// Its light today.
    pub light: Light,
    /// The light's word.
    pub word: String,
    /// Planned and actual; none of a task without due points of its own.
    pub figures: Option<Figures>,
    /// What its light rests on, where it has no figures: `3项指标：红2 黄1`.
    pub basis: String,
    /// The target, and by when.
    pub target: [String; 2],
    /// The months from the plan's first to its last.
    pub months: Vec<MonthCell>,
    /// The months in a sentence.
    pub summary: String,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// By how much of the way it is behind, for sorting; larger is further behind.
    pub(super) behind: f64,
    /// The month, actual, due and difference for files, and their unit.
    pub(super) cells: [Cell; 5],
}

/// The row of an indicator.
pub(super) fn of_goal(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Row {
    let (edition, lang) = (scope.edition, scope.lang);
    let pace = Pace::of(indicator, edition.start);
    let measure = Measure { goal: &indicator.goal, unit: &indicator.unit, pace };
    let months = measured(scope, &measure, standing);
    let [month, actual, due, difference] = sheets::reckoned(scope, indicator, standing);
    Row {
        id: indicator.id.clone(),
        kind: Kind::Goal,
        name: indicator.short().get(lang).into(),
        within: None,
        domain: domain(scope, &indicator.domain),
        lead: lead(scope, indicator.lead.as_deref(), &indicator.lead_basis),
        light: standing.light,
        word: scope.rule.label(standing.light, lang).into(),
        figures: Some(figures(scope, &measure, standing)),
        basis: String::new(),
        target: [card::target(indicator, lang), format::short_month(indicator.goal.due.month(), lang)],
        summary: summary(scope, &months),
        months,
        demo: card::provenance(scope, indicator) == Provenance::Demo,
        behind: behind(standing, &indicator.goal),
        cells: [month, actual, due, difference, Cell::text(indicator.unit.label(lang))],
    }
}

/// The row of the task at a position; `None` where nothing tracks it.
///
/// A task is tracked by due points of its own, an item of the plan also by goals that measure it or a part of it.
pub(super) fn of_task(scope: &Scope<'_>, tree: &TaskTree<'_>, at: usize, goals: &[Standing]) -> Option<Row> {
    let (edition, lang, task) = (scope.edition, scope.lang, tree.task(at));
    let own = standing::of_task(task, edition, scope.rule);
    let linked = tree.goals(at);
    if own.is_none() && (task.level != 2 || linked.is_empty()) {
        return None;
    }
    let light = tree.light(at);
    let within = tree.parent(at).filter(|_| task.level > 2).map(|at| tree.task(at).name.get(lang).to_owned());
    let mut row = Row {
        id: task.id.clone(),
        kind: Kind::Task,
        name: task.name.get(lang).into(),
        within,
        domain: domain(scope, &task.domain),
        lead: lead(scope, task.lead.as_deref(), &task.lead_basis),
        light: light.light,
        word: scope.rule.label(light.light, lang).into(),
        figures: None,
        basis: String::new(),
        target: [
            String::new(),
            task.due.map(|due| format::short_month(due.month(), lang)).unwrap_or_default(),
        ],
        months: Vec::new(),
        summary: String::new(),
        demo: scope.is_demo(),
        behind: f64::NEG_INFINITY,
        cells: std::array::from_fn(|_| Cell::Empty(String::new())),
    };
    match own {
        Some(standing) => track(scope, task, &standing, &mut row),
        None => {
            let of = |goal: &usize| (&goals[*goal], Pace::of(&edition.indicators[*goal], edition.start));
            row.months = gravest(scope, &linked.iter().map(of).collect::<Vec<_>>());
            let (count, lights) = (light.indicators.total(), words::lights(&light.indicators, lang));
            let noun = words::plural(count as i32, "goal");
            row.basis = lang.pick(format!("{count}项指标：{lights}"), format!("{count} {noun}: {lights}"));
        }
    }
    row.summary = summary(scope, &row.months);
    Some(row)
}

/// Fills in what a task with due points of its own has: percent due and percent done.
fn track(scope: &Scope<'_>, task: &Task, standing: &Standing, row: &mut Row) {
    let lang = scope.lang;
    let Some(measured_by) = task.measure() else { return };
    let (goal, unit) = (&measured_by.goal, &measured_by.unit);
    let measure = Measure { goal, unit, pace: Pace::of(&measured_by, scope.edition.start) };
    row.months = measured(scope, &measure, standing);
    row.figures = Some(figures(scope, &measure, standing));
    row.target = [format::quantity(goal.target, unit, lang), format::short_month(goal.due.month(), lang)];
    row.behind = behind(standing, goal);
    let [month, actual, due, difference] = sheets::reckoned(scope, &measured_by, standing);
    row.cells = [month, actual, due, difference, Cell::text("%")];
}

fn figures(scope: &Scope<'_>, measure: &Measure<'_>, standing: &Standing) -> Figures {
    let lang = scope.lang;
    let none = || format::NONE.to_owned();
    let Some(reckoning) = Reckoning::of(scope, standing) else {
        return Figures { actual: none(), due: none(), difference: none(), of: None };
    };
    let actual = match &reckoning.at.figure {
        Some(Ok(value)) => measure.write(scope, *value),
        Some(Err(missing)) => words::reason(missing.reason, lang).into(),
        None => none(),
    };
    Figures {
        actual,
        due: reckoning.at.point.map_or_else(none, |point| measure.write_plan(scope, point.plan)),
        difference: measure.write_difference(scope, reckoning.at).unwrap_or_else(none),
        of: reckoning.month(scope),
    }
}

fn domain(scope: &Scope<'_>, id: &str) -> usize {
    scope.edition.domains.iter().position(|domain| domain.id == id).map_or(0, |at| at + 1)
}

fn lead(scope: &Scope<'_>, id: Option<&str>, basis: &LeadBasis) -> Option<Lead> {
    let lang = scope.lang;
    let department = scope.edition.department(id?)?;
    Some(Lead {
        id: department.id.clone(),
        name: department.name.get(lang).to_owned(),
        inferred: basis.inferred,
        basis: basis.note.as_ref().map(|note| note.get(lang).to_owned()).unwrap_or_default(),
    })
}

/// How far behind what was due, as a share of the target.
fn behind(standing: &Standing, goal: &Goal) -> f64 {
    let difference = standing.decided_by().and_then(|assessment| assessment.difference());
    let size = goal.target.abs().max(f64::MIN_POSITIVE);
    difference.map_or(f64::NEG_INFINITY, |difference| -difference * goal.direction.sign() / size)
}

/// `30个到期点：红2 黄10 绿18`.
fn summary(scope: &Scope<'_>, months: &[MonthCell]) -> String {
    let lang = scope.lang;
    let lights = months.iter().filter_map(|month| match month.mark {
        Mark::Light(light) => Some(light),
        Mark::Nothing | Mark::Ahead(_) => None,
    });
    let tally: Tally = lights.collect();
    let count = tally.total();
    if count == 0 {
        return lang.pick("还没有到期节点".into(), "Nothing has fallen due yet".into());
    }
    let (lights, points) = (words::lights(&tally, lang), words::plural(count as i32, "point"));
    lang.pick(format!("{count}个到期点：{lights}"), format!("{count} due {points}: {lights}"))
}

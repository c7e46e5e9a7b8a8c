//! What a unit leads, by its days: missed, made up, due next.

use super::super::reckoning::gap;
use super::super::scope::Scope;
use super::super::tasks::Rows;
use super::super::words;
use super::duty::{Duties, Duty, Role};
use crate::domain::standing::Assessment;
use crate::domain::{Day, Indicator, Light, RuleKind, Standing, Task, format, order, standing};

/// Within how many days something falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Horizon {
    /// 30.
    Days30,
    /// 60.
    Days60,
    /// 90.
    Days90,
    /// More.
    Later,
}

/// A goal or a task of a unit, on a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// Its id.
    pub id: String,
    /// Whether it is a goal; else a task.
    pub goal: bool,
    /// Its name.
    pub name: String,
    /// Its light with the light's word.
    pub light: (Light, String),
    /// The arithmetic of the light in a phrase.
    pub note: String,
    /// When it is or was due; empty where that is not the matter.
    pub when: String,
    /// How soon that is.
    pub horizon: Horizon,
}

/// What a unit leads, seen by its days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// Red now.
    pub red: Vec<Dated>,
    /// Missed at a due point or at its last day, and not made up since.
    pub overdue: Vec<Dated>,
    /// Made up in the edition's month.
    pub made_up: Vec<Dated>,
    /// What falls due, the nearest first.
    pub next: Vec<Dated>,
}

/// A goal or a task that a unit leads.
#[derive(Clone, Copy)]
pub enum Led {
    /// A goal, by its position.
    Goal(usize),
    /// A task, by its position.
    Task(usize),
}

/// What of a unit's goals and tasks has days: its goals, its items, and parts of them with a day or due points of
/// their own, unless a goal that the unit leads says the same.
pub fn led(scope: &Scope<'_>, duties: &Duties<'_>, duty: &Duty) -> Vec<Led> {
    let edition = scope.edition;
    let share = duty.share(Role::Lead);
    let said = |task: &Task| {
        let same = |id: &String| {
            let goals = duty.goals.iter().map(|at| &edition.indicators[*at]);
            goals.into_iter().any(|goal| goal.id == *id && Some(goal.goal.due) == task.due)
        };
        !task.indicators.is_empty() && task.indicators.iter().all(same)
    };
    let goals = duty.goals.iter().map(|at| Led::Goal(*at));
    let tasks = share.all.iter().filter(|at| {
        let task = duties.tree.task(**at);
        !task.principle
            && (share.items.contains(at)
                || ((task.due.is_some() || !task.schedule.is_empty()) && !said(task)))
    });
    goals.chain(tasks.map(|at| Led::Task(*at))).collect()
}

/// The last day on which something is due.
pub fn last_day(scope: &Scope<'_>, duties: &Duties<'_>, one: Led) -> Option<Day> {
    match one {
        Led::Goal(at) => Some(scope.edition.indicators[at].goal.due),
        Led::Task(at) => {
            let task = duties.tree.task(at);
            task.due.or_else(|| task.schedule.last().map(|point| point.month.last_day()))
        }
    }
}

/// The next day on which something is due: a declared point, else the day of its target.
pub fn next_day(scope: &Scope<'_>, duties: &Duties<'_>, one: Led) -> Option<Day> {
    let as_of = scope.edition.as_of;
    let day = match one {
        Led::Goal(at) => {
            duties.standings[at].falls_due(&scope.edition.indicators[at].goal).map(|(day, _)| day)
        }
        Led::Task(at) => {
            let task = duties.tree.task(at);
            let own = standing::of_task(task, scope.edition, scope.rule);
            let point = own.and_then(|own| own.next).map(|point| point.month.last_day());
            point.or(task.due)
        }
    };
    day.filter(|day| *day > as_of)
}

/// Its light.
pub fn light(duties: &Duties<'_>, one: Led) -> Light {
    match one {
        Led::Goal(at) => duties.standings[at].light,
        Led::Task(at) => duties.tree.light(at).light,
    }
}

/// What was missed and has not been made up: a due point, or the last day of what has none.
pub struct Missed {
    /// The day on which it was due.
    pub day: Day,
    /// What was due then and what was reached; empty where no figure tells.
    pub note: String,
}

/// What of it was missed last and has not been made up: the latest due point on red, else its last day without green.
pub fn missed(scope: &Scope<'_>, duties: &Duties<'_>, one: Led) -> Option<Missed> {
    let (edition, task) = (scope.edition, |at: usize| duties.tree.task(at));
    let at_point = match one {
        Led::Goal(at) => missed_point(scope, &edition.indicators[at], &duties.standings[at]),
        Led::Task(at) => {
            task(at).measure().and_then(|goal| missed_point(scope, &goal, &scope.standing(&goal)))
        }
    };
    let settled = match light(duties, one) {
        Light::Green => true,
        Light::Yellow => matches!(scope.rule.rule, RuleKind::ThreeColour),
        Light::Red | Light::NoData | Light::NotDue => false,
    };
    at_point.or_else(|| {
        let day = last_day(scope, duties, one).filter(|day| *day <= edition.as_of && !settled)?;
        Some(Missed { day, note: String::new() })
    })
}

/// The latest due point with a figure, where that is red.
fn missed_point(scope: &Scope<'_>, goal: &Indicator, standing: &Standing) -> Option<Missed> {
    let judged = |month: &&Assessment| month.point.is_some() && month.actual().is_some();
    let last = standing.history.iter().rev().find(judged).filter(|month| month.light == Light::Red)?;
    let (lang, unit, due) = (scope.lang, &goal.unit, goal.goal.due);
    let note = match (last.actual(), last.point, gap(last, unit, lang)) {
        (Some(actual), Some(point), Some(gap)) if goal.goal.kind.is_measured() => {
            let [plan, actual] = [point.plan, actual].map(|value| format::quantity(value, unit, lang));
            let gap = words::gap(gap, unit, lang);
            lang.pick(
                format!("应达{plan}，实际{actual}，差{gap}"),
                format!("{plan} due, {actual} reached, {gap} apart"),
            )
        }
        _ => String::new(),
    };
    Some(Missed { day: if last.month == due.month() { due } else { last.month.last_day() }, note })
}

fn is_made_up(scope: &Scope<'_>, duties: &Duties<'_>, one: Led) -> bool {
    let now = Some(scope.edition.month);
    let made_up = |standing: &Standing| standing.history.iter().any(|month| month.made_up == now);
    match one {
        Led::Goal(at) => made_up(&duties.standings[at]),
        Led::Task(at) => {
            let own = standing::of_task(duties.tree.task(at), scope.edition, scope.rule);
            own.is_some_and(|own| made_up(&own))
        }
    }
}

/// The calendar of a unit.
pub fn calendar(scope: &Scope<'_>, duties: &Duties<'_>, rows: &Rows<'_>, duty: &Duty) -> Calendar {
    let items = duty.share(Role::Lead).items.as_slice();
    let led = led(scope, duties, duty);
    let line = |one: &Led, day: Option<Day>| dated(scope, duties, rows, *one, day);
    let counted = |one: &&Led| match one {
        Led::Goal(_) => true,
        Led::Task(at) => items.contains(at),
    };
    let red = led.iter().filter(counted).filter(|one| light(duties, **one) == Light::Red);
    let overdue = led.iter().filter_map(|one| {
        let Missed { day, note } = missed(scope, duties, *one)?;
        let line = line(one, Some(day));
        Some(Dated { note: if note.is_empty() { line.note.clone() } else { note }, ..line })
    });
    let made_up = led.iter().filter(|one| is_made_up(scope, duties, **one));
    let mut next: Vec<(Day, &Led)> =
        led.iter().filter_map(|one| Some((next_day(scope, duties, *one)?, one))).collect();
    order::sort_by_key(&mut next, |(day, _)| *day);
    Calendar {
        red: red.map(|one| line(one, None)).collect(),
        overdue: overdue.collect(),
        made_up: made_up.map(|one| line(one, None)).collect(),
        next: next.into_iter().map(|(day, one)| line(one, Some(day))).collect(),
    }
}

fn dated(scope: &Scope<'_>, duties: &Duties<'_>, rows: &Rows<'_>, one: Led, day: Option<Day>) -> Dated {
    let lang = scope.lang;
    let light = light(duties, one);
    let (id, name, note) = match one {
        Led::Goal(at) => {
            let goal = &scope.edition.indicators[at];
            let note = words::standing(scope, goal, &duties.standings[at]);
            (goal.id.clone(), goal.short().get(lang).to_owned(), note)
        }
        Led::Task(at) => {
            let row = rows.row(at, None);
            (row.id, row.name, row.basis)
        }
    };
    let days = day.map_or(0, |day| day.since(scope.edition.as_of));
    Dated {
        id,
        goal: matches!(one, Led::Goal(_)),
        name,
        light: (light, scope.rule.label(light, lang).to_owned()),
        note,
        when: day.map(|day| format::day(day, lang)).unwrap_or_default(),
        horizon: match days {
            ..=30 => Horizon::Days30,
            31..=60 => Horizon::Days60,
            61..=90 => Horizon::Days90,
            _ => Horizon::Later,
        },
    }
}

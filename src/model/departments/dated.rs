//! What a unit leads, by its days: overdue, made up, due next.

use super::super::scope::Scope;
use super::super::tasks::Rows;
use super::super::words;
use super::duty::{Duties, Duty, Role};
use crate::domain::{Day, Light, Standing, Task, format, order, standing};

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
    /// Past its day and not green.
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

/// Whether its day has passed and it is not green.
pub fn is_overdue(scope: &Scope<'_>, duties: &Duties<'_>, one: Led) -> bool {
    let past = last_day(scope, duties, one).is_some_and(|day| day <= scope.edition.as_of);
    past && light(duties, one) != Light::Green
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
    let overdue = led.iter().filter(|one| is_overdue(scope, duties, **one));
    let made_up = led.iter().filter(|one| is_made_up(scope, duties, **one));
    let mut next: Vec<(Day, &Led)> =
        led.iter().filter_map(|one| Some((next_day(scope, duties, *one)?, one))).collect();
    order::sort_by_key(&mut next, |(day, _)| *day);
    Calendar {
        red: red.map(|one| line(one, None)).collect(),
        overdue: overdue.map(|one| line(one, last_day(scope, duties, *one))).collect(),
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

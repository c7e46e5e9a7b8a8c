//! A project's time: what falls due in it and what happened, reached and ahead, as one lane for each goal and task.

use super::super::label;
use super::super::place::Place;
use super::super::scope::Scope;
use super::super::{card, words};
use super::members::{Basis, Members};
use crate::domain::pace::How;
use crate::domain::{Assessment, Day, Indicator, Light, Month, Standing, Task, format, order, standing};
use crate::model::outline::tenth;
use crate::route::View;

/// The width of the picture in its own units.
const WIDTH: f64 = 640.0;
/// Room before the first month.
const LEFT: f64 = 12.0;
/// Room behind the last month.
const RIGHT: f64 = 12.0;
/// Room for the years.
const TOP: f64 = 26.0;
/// The height of a lane with the name above its line.
const LANE: f64 = 40.0;
/// So far is the line above the lane's foot, for the marks on it.
const FOOT: f64 = 10.0;
/// A name that is wider, in ems, is cut in the picture: on a narrow screen its letters are large.
const NAME: f64 = 30.0;

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Something that happened.
    Event,
    /// A due point that has come, with its light.
    Past(Light),
    /// One that is still to come.
    Ahead,
}

/// A mark on a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it says.
    pub kind: MarkKind,
    /// Across.
    pub x: f64,
    /// Its day, or the last day of its month.
    pub day: Day,
    /// The same as written.
    pub when: String,
    /// What is due, or what happened.
    pub what: String,
    /// Whether it was reached, in words.
    pub state: String,
}

/// A goal or task with its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Its number, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// Its name as the picture has room for it.
    pub short: String,
    /// Where it stands.
    pub place: Place,
    /// Down.
    pub y: f64,
    /// Its marks in the order of time.
    pub marks: Vec<Mark>,
}

/// The picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Where the years begin, and what they are called.
    pub years: Vec<(f64, String)>,
    /// Where the day is up to which figures reach.
    pub today: f64,
    /// Where the plan begins and ends.
    pub ends: [f64; 2],
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// The picture in a sentence.
    pub summary: String,
}

/// The time of the project at a position; `None` where its goals and tasks state nothing.
pub fn timeline(members: &Members<'_>, at: usize) -> Option<Timeline> {
    let (scope, tree) = (&members.scope, &members.rows.tree);
    let edition = scope.edition;
    let axis = Axis { start: edition.start, months: edition.end.since(edition.start) + 1 };
    let mut lanes: Vec<Lane> = Vec::new();
    let mut add = |name: &str, place: Place, mut marks: Vec<Mark>| {
        if !marks.is_empty() {
            order::sort_by_key(&mut marks, |mark| mark.day);
            let number = lanes.len() + 1;
            let y = TOP + LANE * number as f64 - FOOT;
            lanes.push(Lane { number, name: name.to_owned(), short: short(name), place, y, marks });
        }
    };
    for (goal, _) in members.goals(at).into_iter().filter(|(_, basis)| *basis == Basis::Own) {
        let indicator = &edition.indicators[goal];
        let marks = of_goal(scope, axis, indicator, &members.standings[goal]);
        add(indicator.short().get(scope.lang), Place::record(View::Indicator, &indicator.id), marks);
    }
    for task in members.tasks(at) {
        let light = tree.light(task).light;
        let task = tree.task(task);
        let marks = of_task(scope, axis, task, light);
        add(task.name.get(scope.lang), Place::item(View::Tasks, &task.id), marks);
    }
    if lanes.is_empty() {
        return None;
    }
    let first = edition.start.year();
    let years = (first..=edition.end.year()).filter_map(|year| {
        let x = if year == first { axis.at(edition.start, 0.0) } else { axis.at(Month::new(year, 1)?, 0.0) };
        Some((x, year.to_string()))
    });
    Some(Timeline {
        width: WIDTH,
        height: TOP + LANE * lanes.len() as f64 + 4.0,
        years: years.collect(),
        today: axis.day(edition.as_of),
        ends: [LEFT, WIDTH - RIGHT],
        summary: summary(scope, &lanes),
        lanes,
    })
}

fn short(name: &str) -> String {
    if label::width(name) <= NAME {
        return name.to_owned();
    }
    let mut room = NAME - 1.0;
    let fits = |letter: &char| {
        room -= label::width(letter.encode_utf8(&mut [0; 4]));
        room >= 0.0
    };
    let short: String = name.chars().take_while(fits).collect();
    format!("{}…", short.trim_end())
}

/// The plan's months across the picture.
#[derive(Clone, Copy)]
struct Axis {
    start: Month,
    months: i32,
}

impl Axis {
    /// Where a part of a month is; what lies outside the plan stands at its end.
    fn at(self, month: Month, part: f64) -> f64 {
        let gone = (f64::from(month.since(self.start)) + part).clamp(0.0, f64::from(self.months));
        tenth(LEFT + (WIDTH - LEFT - RIGHT) * gone / f64::from(self.months.max(1)))
    }

    fn day(self, day: Day) -> f64 {
        self.at(day.month(), f64::from(day.day()) / f64::from(day.month().last_day().day()))
    }

    fn mark(self, kind: MarkKind, day: Day, when: String, what: String, state: String) -> Mark {
        Mark { kind, x: self.day(day), day, when, what, state }
    }
}

fn of_goal(scope: &Scope<'_>, axis: Axis, indicator: &Indicator, standing: &Standing) -> Vec<Mark> {
    let (edition, lang, unit) = (scope.edition, scope.lang, &indicator.unit);
    let measured = indicator.goal.kind.is_measured();
    let due_month = indicator.goal.due.month();
    let target = || {
        let target = card::target(indicator, lang);
        lang.pick(format!("目标{target}"), format!("target: {target}"))
    };
    let due = |month: Month, plan: f64| {
        if month == due_month && plan == indicator.goal.target {
            target()
        } else if measured {
            let plan = format::round_quantity(plan, unit, lang);
            lang.pick(format!("应达{plan}"), format!("{plan} due"))
        } else {
            lang.pick("应完成".into(), "to be done".into())
        }
    };
    let mut marks: Vec<Mark> = Vec::new();
    let declared = standing.history.iter().filter(|month| is_stated(month, due_month));
    marks.extend(declared.filter_map(|assessment| {
        Some(past(scope, axis, assessment, due(assessment.month, assessment.point?.plan)))
    }));
    let ahead = indicator.schedule.iter().filter(|point| point.month > edition.month);
    marks.extend(ahead.map(|point| coming(scope, axis, point.month, due(point.month, point.plan))));
    if due_month > edition.month && indicator.schedule.iter().all(|point| point.month != due_month) {
        marks.push(coming(scope, axis, due_month, target()));
    }
    marks.extend(indicator.events.iter().filter(|event| event.date <= edition.as_of).map(|event| {
        let source = match event.source {
            Some(_) => lang.pick("有出处", "sourced"),
            None => lang.pick("演示", "demo"),
        };
        let when = format::day(event.date, lang);
        axis.mark(MarkKind::Event, event.date, when, event.name.get(lang).to_owned(), source.to_owned())
    }));
    marks
}

/// Whether a month's point is more than a step of a line: declared, or the target itself.
fn is_stated(assessment: &Assessment, due: Month) -> bool {
    assessment.point.is_some_and(|point| !matches!(point.how, How::Line { .. }) || point.month == due)
}

fn of_task(scope: &Scope<'_>, axis: Axis, task: &Task, light: Light) -> Vec<Mark> {
    let (edition, lang) = (scope.edition, scope.lang);
    let due = |plan: f64| {
        let plan = format::trimmed(plan, 1);
        lang.pick(format!("应达{plan}%"), format!("{plan}% due"))
    };
    let mut marks: Vec<Mark> = Vec::new();
    if let Some(standing) = standing::of_task(task, edition, scope.rule) {
        let points = standing
            .history
            .iter()
            .filter_map(|assessment| Some(past(scope, axis, assessment, due(assessment.point?.plan))));
        marks.extend(points);
        let ahead = task.schedule.iter().filter(|point| point.month > edition.month);
        marks.extend(ahead.map(|point| coming(scope, axis, point.month, due(point.plan))));
    }
    let scheduled = |day: &Day| task.schedule.iter().any(|point| point.month == day.month());
    if let Some(day) = task.due.filter(|day| !scheduled(day)) {
        let what = lang.pick("任务到期", "task due").to_owned();
        let when = format::day(day, lang);
        let (kind, state) = if day > edition.as_of {
            (MarkKind::Ahead, lang.pick("未到", "ahead").to_owned())
        } else {
            (MarkKind::Past(light), scope.rule.label(light, lang).to_owned())
        };
        marks.push(axis.mark(kind, day, when, what, state));
    }
    marks
}

fn past(scope: &Scope<'_>, axis: Axis, assessment: &Assessment, what: String) -> Mark {
    let lang = scope.lang;
    let label = scope.rule.label(assessment.light, lang);
    let state = match assessment.made_up {
        Some(month) => {
            let month = format::month(month, lang);
            lang.pick(format!("{label}，{month}补上"), format!("{label}, in {month}"))
        }
        None => label.to_owned(),
    };
    let (day, when) = (assessment.month.last_day(), format::month(assessment.month, lang));
    axis.mark(MarkKind::Past(assessment.light), day, when, what, state)
}

fn coming(scope: &Scope<'_>, axis: Axis, month: Month, what: String) -> Mark {
    let state = scope.lang.pick("未到", "ahead").to_owned();
    axis.mark(MarkKind::Ahead, month.last_day(), format::month(month, scope.lang), what, state)
}

/// How many points have come and with which lights, what happened, and what comes next.
fn summary(scope: &Scope<'_>, lanes: &[Lane]) -> String {
    let lang = scope.lang;
    let marks = || lanes.iter().flat_map(|lane| &lane.marks);
    let lights = marks().filter_map(|mark| match mark.kind {
        MarkKind::Past(light) => Some(light),
        MarkKind::Event | MarkKind::Ahead => None,
    });
    let tally: crate::domain::Tally = lights.collect();
    let events = marks().filter(|mark| mark.kind == MarkKind::Event).count();
    let ahead = marks().filter(|mark| mark.kind == MarkKind::Ahead).count();
    let next = marks().filter(|mark| mark.kind == MarkKind::Ahead).min_by_key(|mark| mark.day);
    let mut parts = Vec::new();
    let past = tally.total();
    if past > 0 {
        let lights = words::lights(&tally, lang);
        parts.push(lang.pick(
            format!("已到{past}个节点：{lights}"),
            format!("{past} {} have come: {lights}", words::plural(past as i32, "due point")),
        ));
    }
    if events > 0 {
        parts.push(lang.pick(
            format!("{events}件已发生"),
            format!("{events} {}", words::plural(events as i32, "event")),
        ));
    }
    if let Some(next) = next {
        parts.push(lang.pick(
            format!("还有{ahead}个，最近是{}", next.when),
            format!("{ahead} ahead, the next: {}", next.when),
        ));
    }
    let text = parts.join(lang.pick("；", "; "));
    lang.pick(format!("{text}。"), format!("{text}."))
}

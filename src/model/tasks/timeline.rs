//! A task on the plan's time: from the plan's start to its due date, its due points, and which of them were met when.

use super::super::scope::Scope;
use super::super::words;
use crate::domain::{
    Edition, Indicator, Lang, Light, Month, Standing, Task, format, order, pace::How, standing,
};

/// The common time of all tasks: whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The first month.
    pub from: Month,
    /// The last month: the plan's, or that of a later due date.
    pub to: Month,
    /// The edition's month.
    pub now: Month,
}

impl Axis {
    /// The time of an edition's tasks.
    pub fn of(edition: &Edition) -> Self {
        let last = edition.tasks.iter().flat_map(|task| {
            task.due.map(|day| day.month()).into_iter().chain(task.schedule.iter().map(|point| point.month))
        });
        Self { from: edition.start, to: last.fold(edition.end, Month::max), now: edition.month }
    }

    /// How many months there are.
    pub fn months(&self) -> i32 {
        self.to.since(self.from) + 1
    }

    /// How many months lie between the axis's start and the end of a month; what lies outside stands at its edge.
    pub fn end_of(&self, month: Month) -> i32 {
        (month.since(self.from) + 1).clamp(0, self.months())
    }
}

/// How a due point stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was met in time.
    Met,
    /// It was missed and made up in a later month.
    Late(Month),
    /// It was missed, and has not been made up.
    Missed,
    /// It has come, and there is no figure.
    NoData,
    /// It is still to come.
    Ahead,
}

impl State {
    /// How grave it is; where points coincide the gravest is drawn.
    fn gravity(self) -> u8 {
        match self {
            State::Missed => 4,
            State::NoData => 3,
            State::Late(_) => 2,
            State::Ahead => 1,
            State::Met => 0,
        }
    }
}

/// A due point, or those of several goals in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// The month by whose end it is due.
    pub month: Month,
    /// How it stands; of several the gravest.
    pub state: State,
    /// All of it in a sentence: `2022年6月应达83%，完成80%，未达`. Of several the gravest first, each with its goal.
    pub said: String,
}

/// A task on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The month in which it is due, where the plan or its schedule says one.
    pub due: Option<Month>,
    /// How much is done, from 0 to 1, where that is reported.
    pub done: Option<f64>,
    /// Its due points, those of the goals that measure it or a part of it where it has none of its own; ascending.
    pub milestones: Vec<Milestone>,
    /// The row in a sentence.
    pub said: String,
}

/// The bar of a task that these goals measure.
pub fn bar<'a>(scope: &Scope<'_>, task: &Task, goals: impl Iterator<Item = &'a Indicator>) -> Bar {
    let (edition, lang) = (scope.edition, scope.lang);
    let own = standing::of_task(task, edition, scope.rule);
    let mut found = match &own {
        Some(standing) => points(
            scope,
            standing,
            task.schedule.iter().map(|point| point.month),
            &|value| format!("{}%", format::trimmed(value, 1)),
            None,
        ),
        None => Vec::new(),
    };
    for goal in goals.filter(|_| own.is_none()) {
        let standing = scope.standing(goal);
        let measured = goal.goal.kind.is_measured();
        let write = |value: f64| match measured {
            true => format::round_quantity(value, &goal.unit, lang),
            false => lang.pick("完成", "done").to_owned(),
        };
        let months = months(goal, &standing).into_iter();
        found.extend(points(scope, &standing, months, &write, Some(goal.short().get(lang))));
    }
    let states: Vec<State> = found.iter().map(|point| point.state).collect();
    let milestones = together(found, lang);
    let due = task.due.map(|day| day.month()).or_else(|| task.schedule.last().map(|point| point.month));
    let done = task.progress.as_ref().and_then(|series| series.last_number(edition.month));
    let done = done.map(|(_, percent)| (percent / 100.0).clamp(0.0, 1.0));
    let said = sentence(task, due, done, &states, lang);
    Bar { due, done, milestones, said }
}

/// The months in which something of a goal is due: its declared points and its target. Of one that is measured on a line
/// every month it is the latest that its light rests on.
fn months(goal: &Indicator, standing: &Standing) -> Vec<Month> {
    let mut months: Vec<Month> = goal.schedule.iter().map(|point| point.month).collect();
    months.extend(standing.decided_by().map(|decided| decided.month));
    months.push(goal.goal.due.month());
    order::sort_by_key(&mut months, |month| *month);
    months
}

/// So many of the points that coincide are told one by one.
const TOLD: usize = 4;

/// Points of one month as one, the gravest of them, with the words of all.
fn together(mut found: Vec<Milestone>, lang: Lang) -> Vec<Milestone> {
    order::sort_by_key(&mut found, |point| (point.month, std::cmp::Reverse(point.state.gravity())));
    let of_month = found.chunk_by(|one, other| one.month == other.month);
    let one = |points: &[Milestone]| {
        let gap = lang.pick("；", "; ");
        let mut said: Vec<String> = points.iter().take(TOLD).map(|point| point.said.clone()).collect();
        if let Some(left) = points.len().checked_sub(TOLD).filter(|left| *left > 0) {
            said.push(lang.pick(format!("另有{left}项指标的节点"), format!("{left} more points")));
        }
        Milestone { month: points[0].month, state: points[0].state, said: said.join(gap) }
    };
    of_month.map(one).collect()
}

/// The due points in these months.
fn points(
    scope: &Scope<'_>,
    standing: &Standing,
    months: impl Iterator<Item = Month>,
    write: &dyn Fn(f64) -> String,
    of: Option<&str>,
) -> Vec<Milestone> {
    let lang = scope.lang;
    let mut seen: Vec<Month> = months.collect();
    seen.dedup();
    let point = |month: Month| {
        let assessed = standing.history.iter().find(|assessment| assessment.month == month);
        let Some((assessed, point)) = assessed.and_then(|it| Some((it, it.point?))) else {
            // What has come is not ahead, even where no figure due was laid down for it.
            let state = if month > scope.edition.month { State::Ahead } else { State::NoData };
            let said = said(month, state, None, None, of, lang);
            return Milestone { month, state, said };
        };
        let state = match (assessed.light, assessed.made_up) {
            (Light::Green, _) => State::Met,
            (_, Some(made_up)) => State::Late(made_up),
            (Light::NoData | Light::NotDue, None) => State::NoData,
            (Light::Red | Light::Yellow, None) => State::Missed,
        };
        let declared = !matches!(point.how, How::Line { .. });
        let plan = declared.then(|| write(point.plan));
        Milestone { month, state, said: said(month, state, plan, assessed.actual().map(write), of, lang) }
    };
    seen.into_iter().map(point).collect()
}

/// A due point in a sentence.
fn said(
    month: Month,
    state: State,
    plan: Option<String>,
    actual: Option<String>,
    of: Option<&str>,
    lang: Lang,
) -> String {
    let name = of.map(|of| format!("{of}{}", lang.pick("，", ", "))).unwrap_or_default();
    let when = format::month(month, lang);
    let plan = plan.map_or_else(
        || lang.pick(format!("{when}节点"), format!("{when} point")),
        |plan| lang.pick(format!("{when}应达{plan}"), format!("{plan} due {when}")),
    );
    let actual = actual.map(|actual| lang.pick(format!("，完成{actual}"), format!(", {actual} reached")));
    let how = match state {
        State::Met => lang.pick("按期".to_owned(), "on time".to_owned()),
        State::Late(made_up) => {
            let late = made_up.since(month);
            lang.pick(format!("晚{late}个月"), format!("{late} {} late", words::plural(late, "month")))
        }
        State::Missed => lang.pick("未达".to_owned(), "missed".to_owned()),
        State::NoData => lang.pick("无数据".to_owned(), "no data".to_owned()),
        State::Ahead => lang.pick("未到期".to_owned(), "not due".to_owned()),
    };
    format!("{name}{plan}{}{}{how}", actual.unwrap_or_default(), lang.pick("，", ", "))
}

/// The row in a sentence.
fn sentence(task: &Task, due: Option<Month>, done: Option<f64>, states: &[State], lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.push(match due {
        Some(due) => {
            let due = format::month(due, lang);
            lang.pick(format!("{due}到期"), format!("Due {due}"))
        }
        None if task.principle => lang.pick("原则，不设期限".into(), "A principle, without a date".into()),
        None => lang.pick("未注明期限".into(), "No date stated".into()),
    });
    if let Some(done) = done {
        let percent = format::trimmed(done * 100.0, 1);
        parts.push(lang.pick(format!("完成{percent}%"), format!("{percent}% done")));
    }
    let count = |wanted: fn(State) -> bool| states.iter().filter(|state| wanted(**state)).count();
    let counted = [
        (count(|state| state == State::Met), lang.pick("按期", "on time")),
        (count(|state| matches!(state, State::Late(_))), lang.pick("晚到", "late")),
        (count(|state| state == State::Missed), lang.pick("未达", "missed")),
        (count(|state| state == State::NoData), lang.pick("无数据", "without data")),
        (count(|state| state == State::Ahead), lang.pick("未到期", "ahead")),
    ];
    let counted = counted.into_iter().filter(|(count, _)| *count > 0);
    let counted: Vec<String> =
        counted.map(|(count, word)| lang.pick(format!("{word}{count}"), format!("{count} {word}"))).collect();
    if !counted.is_empty() {
        let counted = counted.join(lang.pick(" ", ", "));
        parts.push(lang.pick(format!("节点：{counted}"), format!("points: {counted}")));
    }
    parts.join(lang.pick("；", "; "))
}

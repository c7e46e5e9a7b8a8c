//! A goal that measures a task: its light, how far it is, and what of it falls due next.

use super::super::card;
use super::super::scope::Scope;
use super::super::words;
use crate::domain::pace::How;
use crate::domain::{Day, Indicator, Light, Standing, format};

/// A goal that measures a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The goal's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its light.
    pub light: Light,
    /// How it stands, in a phrase: `落后12个`.
    pub how: String,
    /// What is reached of the target: `71/≥100个`.
    pub progress: String,
    /// What of it falls due next.
    pub next: Option<Next>,
}

/// What falls due next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The day.
    pub day: Day,
    /// What is due, and by when: `2022年9月应达92%`.
    pub said: String,
    /// Whether it is a point that the data declare; else the target itself.
    pub declared: bool,
}

impl Measure {
    /// How a goal measures what hangs on it.
    pub fn of(scope: &Scope<'_>, goal: &Indicator, standing: &Standing) -> Self {
        Self {
            id: goal.id.clone(),
            name: goal.short().get(scope.lang).to_owned(),
            light: standing.light,
            how: words::standing(scope, goal, standing),
            progress: progress(scope, goal),
            next: next(scope, goal, standing),
        }
    }
}

/// What is reached of the target: `71/≥100个`; of which month, where that is not the edition's.
pub fn progress(scope: &Scope<'_>, goal: &Indicator) -> String {
    let (lang, now) = (scope.lang, scope.edition.month);
    let latest = goal.series.last_number(now);
    let of = match latest {
        Some((month, _)) if month != now => {
            let month = format::short_month(month, lang);
            lang.pick(format!("（{month}）"), format!(" ({month})"))
        }
        _ => String::new(),
    };
    let value = latest.map(|(_, value)| value);
    if !goal.goal.kind.is_measured() {
        let state = match value {
            Some(value) if goal.goal.is_met(value) => lang.pick("已完成", "Done"),
            Some(_) => lang.pick("未完成", "Not done"),
            None => lang.pick("尚无数据", "No figure yet"),
        };
        return format!("{state}{of}");
    }
    let actual =
        value.map_or_else(|| format::NONE.to_owned(), |value| format::figure(value, &goal.unit, lang));
    let (target, slash) = (card::target(goal, lang), lang.pick("/", " / "));
    format!("{actual}{slash}{target}{of}")
}

/// The next declared point, or the target.
pub fn next(scope: &Scope<'_>, goal: &Indicator, standing: &Standing) -> Option<Next> {
    let lang = scope.lang;
    let (day, point) = standing.falls_due(&goal.goal)?;
    let month = format::month(point.month, lang);
    let said = if goal.goal.kind.is_measured() {
        let plan = format::round_quantity(point.plan, &goal.unit, lang);
        lang.pick(format!("{month}应达{plan}"), format!("{plan} due {month}"))
    } else {
        lang.pick(format!("{month}应完成"), format!("To be done by {month}"))
    };
    Some(Next { day, said, declared: matches!(point.how, How::Declared) })
}

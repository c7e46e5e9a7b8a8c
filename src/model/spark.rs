//! The small picture of a card, as SVG paths in a box of [`WIDTH`] by [`HEIGHT`].

use std::fmt::Write;

use super::scope::Scope;
use crate::domain::standing::Standing;
use crate::domain::{Indicator, Kind, Light, Month, Pace};

/// The width of the box, in its own units.
pub const WIDTH: f64 = 184.0;
/// The height of the box.
pub const HEIGHT: f64 = 64.0;

const LEFT: f64 = 2.0;
const RIGHT: f64 = 176.0;
const TOP: f64 = 8.0;
const BOTTOM: f64 = 58.0;

/// The parts of the picture; paths are SVG path data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spark {
    /// What was measured; broken where there is no figure.
    pub actual: String,
    /// What was due.
    pub pace: String,
    /// The area between the two.
    pub between: String,
    /// The foot and the head of the target pole.
    pub pole: Option<[[f64; 2]; 2]>,
    /// Declared due points.
    pub nodes: Vec<[f64; 2]>,
    /// What happened on the way.
    pub diamonds: Vec<f64>,
    /// The last figure with its light.
    pub last: Option<([f64; 2], Light)>,
    /// From where to where there is no figure although something was due.
    pub hatch: Option<[f64; 2]>,
    /// Where years begin, and which.
    pub years: Vec<(f64, i32)>,
}

/// A scale of months and values in a box.
struct Scale {
    from: Month,
    months: f64,
    low: f64,
    high: f64,
}

impl Scale {
    fn x(&self, month: Month) -> f64 {
        let share = f64::from(month.since(self.from)) / self.months;
        round(LEFT + share * (RIGHT - LEFT))
    }

    fn y(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        round(BOTTOM - share * (BOTTOM - TOP))
    }
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Draws an indicator.
pub fn spark(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing) -> Spark {
    let edition = scope.edition;
    let due = indicator.goal.due.month();
    let from = edition.start.plus(-1).min(indicator.series.from);
    let scale_months = f64::from(due.max(edition.end).since(from).max(1));
    let years = (edition.start.year()..=edition.end.year()).filter_map(|year| Month::new(year, 1));
    if !indicator.goal.kind.is_measured() {
        let scale = Scale { from, months: scale_months, low: 0.0, high: 1.0 };
        return Spark {
            years: years.map(|month| (scale.x(month), month.year())).collect(),
            ..milestone(scope, indicator, standing, &scale)
        };
    }
    let pace = Pace::of(indicator, edition.start);
    let planned: Vec<(Month, f64)> =
        from.to(due).filter_map(|month| Some((month, pace.plan_at(month)?))).collect();
    let observed: Vec<(Month, Option<f64>)> = from
        .to(edition.month)
        .filter(|month| *month >= indicator.series.from)
        .map(|month| (month, indicator.series.number(month)))
        .collect();
    let values = observed.iter().filter_map(|(_, value)| *value);
    // Where nothing but the target is known, the pole stands on nothing.
    let ground = (values.clone().next().is_none() && planned.len() < 2).then_some(0.0);
    let all = values
        .clone()
        .chain(planned.iter().map(|(_, plan)| *plan))
        .chain([indicator.goal.target])
        .chain(ground);
    let (low, high) =
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let scale = Scale { from, months: scale_months, low, high: if high > low { high } else { low + 1.0 } };
    let steps = indicator.goal.kind == Kind::Count && indicator.goal.target <= 20.0;
    let stepped_pace = matches!(pace, Pace::Steps { .. });
    let place = |month: Month, value: f64| [scale.x(month), scale.y(value)];
    let mut between = Vec::new();
    let mut under = Vec::new();
    if !stepped_pace {
        for (month, value) in &observed {
            if let (Some(value), Some(plan)) = (value, pace.plan_at(*month)) {
                between.push(place(*month, *value));
                under.push(place(*month, plan));
            }
        }
    }
    under.reverse();
    between.extend(under);
    let last = indicator.series.last_number(edition.month);
    let no_figure = standing.light == Light::NoData;
    let hatch_from = last.map_or(from, |(month, _)| month.plus(1));
    let nodes = match &pace {
        Pace::Steps { points, .. } => points.iter().map(|point| place(point.month, point.plan)).collect(),
        _ => Vec::new(),
    };
    let foot = scale.x(due.max(edition.end));
    Spark {
        actual: path(observed.iter().map(|(month, value)| value.map(|value| place(*month, value))), steps),
        pace: if stepped_pace {
            String::new()
        } else {
            path(planned.iter().map(|(month, plan)| Some(place(*month, *plan))), false)
        },
        between: if between.len() > 3 {
            path(between.iter().copied().map(Some), false) + "Z"
        } else {
            String::new()
        },
        pole: Some([[foot, BOTTOM], [foot, scale.y(indicator.goal.target)]]),
        nodes,
        diamonds: Vec::new(),
        last: last.map(|(month, value)| (place(month, value), standing.light)),
        hatch: no_figure.then(|| [scale.x(hatch_from.min(edition.month)), scale.x(edition.month)]),
        years: years.map(|month| (scale.x(month), month.year())).collect(),
    }
}

/// A line with diamonds: never a percentage.
fn milestone(scope: &Scope<'_>, indicator: &Indicator, standing: &Standing, scale: &Scale) -> Spark {
    let middle = (TOP + BOTTOM) / 2.0;
    let now = scale.x(scope.edition.month);
    let foot = scale.x(indicator.goal.due.month());
    let done =
        indicator.series.numbers().find(|(_, value)| indicator.goal.is_met(*value)).map(|(month, _)| month);
    let happened =
        indicator.events.iter().map(|event| event.date.month()).filter(|month| *month <= scope.edition.month);
    let missing = standing.light == Light::NoData;
    Spark {
        actual: if missing { String::new() } else { format!("M{LEFT} {middle}L{now} {middle}") },
        pace: if now < foot { format!("M{now} {middle}L{foot} {middle}") } else { String::new() },
        pole: Some([[foot, BOTTOM], [foot, TOP]]),
        diamonds: happened.map(|month| scale.x(month)).collect(),
        last: done.map(|month| ([scale.x(month), middle], standing.light)),
        hatch: missing.then_some([LEFT, now]),
        ..Spark::default()
    }
}

/// SVG path data through points, lifted where one is absent; in steps, a value holds until the next.
fn path(points: impl Iterator<Item = Option<[f64; 2]>>, steps: bool) -> String {
    let mut data = String::new();
    let mut before: Option<[f64; 2]> = None;
    for point in points {
        if let Some([x, y]) = point {
            let _ = match before {
                None => write!(data, "M{x} {y}"),
                Some([_, held]) if steps && held != y => write!(data, "H{x}V{y}"),
                Some(_) => write!(data, "L{x} {y}"),
            };
        }
        before = point;
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_break_at_holes_and_step() {
        let points = [Some([0.0, 1.0]), Some([1.0, 1.0]), None, Some([3.0, 2.0]), Some([4.0, 0.5])];
        assert_eq!(path(points.into_iter(), false), "M0 1L1 1M3 2L4 0.5");
        assert_eq!(path(points.into_iter(), true), "M0 1L1 1M3 2H4V0.5");
    }
}

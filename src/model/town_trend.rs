//! A township's figures month by month, as a small line in a box of [`WIDTH`] by [`HEIGHT`].

use std::fmt::Write;

use super::outline::tenth;
use super::scope::Scope;
use crate::domain::{Indicator, Month, Series, format};

/// The width of the box, in its own units.
pub const WIDTH: f64 = 160.0;
/// Its height.
pub const HEIGHT: f64 = 36.0;
/// Room for the dot of the last figure.
const ROOM: f64 = 4.0;

/// The line with what it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TownTrend {
    /// SVG path data of what was reported; broken where there is no figure.
    pub line: String,
    /// The last figure.
    pub last: Option<[f64; 2]>,
    /// From where to where there is no figure.
    pub gaps: Vec<[f64; 2]>,
    /// The line in words: `2021年3月12家，2022年6月112家`; that there is none, where no figure was reported.
    pub words: String,
}

/// The months and values that several lines are drawn to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendScale {
    from: Month,
    to: Month,
    low: f64,
    high: f64,
}

impl TrendScale {
    /// A scale that has room for the series of these townships, and zero.
    pub fn of<'a>(scope: &Scope<'_>, series: impl Iterator<Item = &'a Series> + Clone) -> Self {
        let to = scope.edition.month;
        let from = series.clone().map(|series| series.from).min().unwrap_or(to).min(to);
        let numbers = series.flat_map(Series::numbers).filter(|(month, _)| *month <= to);
        let (low, high) =
            numbers.fold((0.0_f64, 0.0_f64), |(low, high), (_, value)| (low.min(value), high.max(value)));
        Self { from, to, low, high: if high > low { high } else { low + 1.0 } }
    }

    fn x(&self, month: Month) -> f64 {
        let months = f64::from(self.to.since(self.from).max(1));
        tenth(ROOM + f64::from(month.since(self.from)) / months * (WIDTH - 2.0 * ROOM))
    }

    fn y(&self, value: f64) -> f64 {
        tenth(HEIGHT - ROOM - (value - self.low) / (self.high - self.low) * (HEIGHT - 2.0 * ROOM))
    }
}

/// The line of a township's series of an indicator.
pub fn town_trend(scope: &Scope<'_>, indicator: &Indicator, code: &str, scale: &TrendScale) -> TownTrend {
    let (lang, unit) = (scope.lang, &indicator.unit);
    let numbers: Vec<(Month, Option<f64>)> = match indicator.townships.get(code) {
        Some(series) => scale.from.to(scale.to).map(|month| (month, series.number(month))).collect(),
        None => Vec::new(),
    };
    let known: Vec<(Month, f64)> =
        numbers.iter().filter_map(|(month, value)| Some((*month, (*value)?))).collect();
    let (Some(first), Some(last)) = (known.first().copied(), known.last().copied()) else {
        let words = lang.pick("各月都没有数据", "no figure in any month").to_owned();
        return TownTrend { words, gaps: vec![[ROOM, WIDTH - ROOM]], ..TownTrend::default() };
    };
    let mut line = String::new();
    let mut gaps: Vec<[f64; 2]> = Vec::new();
    let mut drawn = false;
    for (month, value) in numbers {
        let x = scale.x(month);
        match value {
            Some(value) => {
                let _ = write!(line, "{}{x} {}", if drawn { 'L' } else { 'M' }, scale.y(value));
                // A month alone between gaps is a point.
                if !drawn {
                    line.push_str("h0");
                }
            }
            None if drawn || gaps.is_empty() => gaps.push([x, x]),
            None => {
                if let Some(gap) = gaps.last_mut() {
                    gap[1] = x;
                }
            }
        }
        drawn = value.is_some();
    }
    let said = |(month, value): (Month, f64)| {
        let (month, value) = (format::month(month, lang), format::quantity(value, unit, lang));
        lang.pick(format!("{month}{value}"), format!("{value} in {month}"))
    };
    let words = if first.0 == last.0 {
        said(last)
    } else {
        lang.pick(format!("{}，{}", said(first), said(last)), format!("{}, {}", said(first), said(last)))
    };
    TownTrend { line, last: Some([scale.x(last.0), scale.y(last.1)]), gaps, words }
}

//! Where an indicator would stand on its due date if it went on as in the last months. Never a promise.

use super::goal::Goal;
use super::month::Month;
use super::series::Series;

/// Months whose changes make up the run-rate.
pub const WINDOW: i32 = 6;

/// A run-rate carried on to the due date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// The month of the last figure, from which it starts.
    pub month: Month,
    /// The last figure.
    pub value: f64,
    /// The month in which the target is due.
    pub due: Month,
    /// The mean monthly change of the last months, in the unit.
    pub rate: f64,
    /// The standard deviation of those monthly changes.
    pub spread: f64,
    /// The monthly change that would just reach the target.
    pub needed: f64,
}

/// Why there is no forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoForecast {
    /// A milestone or a judgement has no run-rate.
    NotMeasured,
    /// The target is met already.
    Met,
    /// The due date has come.
    PastDue,
    /// Fewer than seven months in a row have figures.
    TooFewFigures,
}

impl Forecast {
    /// The forecast of `series` as seen at the end of `until`.
    ///
    /// # Errors
    /// Why there is none.
    pub fn of(goal: &Goal, series: &Series, until: Month) -> Result<Self, NoForecast> {
        if !goal.kind.is_measured() {
            return Err(NoForecast::NotMeasured);
        }
        let due = goal.due.month();
        let (month, value) = series.last_number(until).ok_or(NoForecast::TooFewFigures)?;
        if goal.is_met(value) {
            return Err(NoForecast::Met);
        }
        if until >= due {
            return Err(NoForecast::PastDue);
        }
        let window: Option<Vec<f64>> = month.plus(-WINDOW).to(month).map(|at| series.number(at)).collect();
        let window = window.ok_or(NoForecast::TooFewFigures)?;
        let changes: Vec<f64> = window.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let count = changes.len() as f64;
        let rate = changes.iter().sum::<f64>() / count;
        let variance = changes.iter().map(|change| (change - rate).powi(2)).sum::<f64>() / count;
        let needed = (goal.target - value) / f64::from(due.since(month));
        Ok(Self { month, value, due, rate, spread: variance.sqrt(), needed })
    }

    /// The figure at the end of `month`, with the low and high end of its band.
    pub fn at(&self, month: Month) -> (f64, f64, f64) {
        let ahead = f64::from(month.since(self.month));
        let middle = self.value + self.rate * ahead;
        (middle - self.spread * ahead, middle, middle + self.spread * ahead)
    }

    /// Whether the middle of the band would meet the goal on its due date.
    pub fn would_meet(&self, goal: &Goal) -> bool {
        goal.is_met(self.at(self.due).1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::goal::{Comparator, Direction, Kind};
    use crate::domain::series::{Observation, Reason};

    fn goal(kind: Kind, target: f64) -> Goal {
        let due = "2022-12-31".parse().unwrap();
        Goal { kind, comparator: Comparator::AtLeast, target, high: None, direction: Direction::Up, due }
    }

    fn series(values: &[f64]) -> Series {
        let values = values.iter().map(|value| Observation::number(*value)).collect();
        Series { from: "2022-01".parse().unwrap(), values }
    }

    #[test]
    fn the_run_rate_goes_on() {
        let until: Month = "2022-08".parse().unwrap();
        let series = series(&[0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0]);
        let forecast = Forecast::of(&goal(Kind::Count, 120.0), &series, until).unwrap();
        assert_eq!((forecast.rate, forecast.spread, forecast.needed), (10.0, 0.0, 12.5));
        assert_eq!(forecast.at(forecast.due), (110.0, 110.0, 110.0));
        assert!(!forecast.would_meet(&goal(Kind::Count, 120.0)));
        assert!(forecast.would_meet(&goal(Kind::Count, 110.0)));
    }

    #[test]
    fn there_is_not_always_a_forecast() {
        let until: Month = "2022-08".parse().unwrap();
        let full = series(&[0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0]);
        let cases = [
            (goal(Kind::Milestone, 1.0), until, NoForecast::NotMeasured),
            (goal(Kind::Count, 70.0), until, NoForecast::Met),
            (goal(Kind::Count, 90.0), "2022-12".parse().unwrap(), NoForecast::PastDue),
            (goal(Kind::Count, 90.0), "2022-05".parse().unwrap(), NoForecast::TooFewFigures),
        ];
        for (goal, until, why) in cases {
            assert_eq!(Forecast::of(&goal, &full, until), Err(why));
        }
        let mut holed = full;
        holed.values[4] = Observation::missing(Reason::NotReported, None);
        assert_eq!(Forecast::of(&goal(Kind::Count, 90.0), &holed, until), Err(NoForecast::TooFewFigures));
    }
}

//! Change of a series against an earlier month.

use super::month::Month;
use super::series::{Reason, Series};

/// A figure against an earlier one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The earlier figure.
    pub from: f64,
    /// The later figure.
    pub to: f64,
}

impl Change {
    /// Later minus earlier, in the unit of the series.
    pub fn difference(self) -> f64 {
        self.to - self.from
    }

    /// The difference in percent of the earlier figure, `None` where that is not positive.
    pub fn percent(self) -> Option<f64> {
        (self.from > 0.0).then(|| self.difference() / self.from * 100.0)
    }
}

/// The figure of a month, or the reason why there is none: [`Reason::NotCollected`] before the series starts,
/// [`Reason::NotReported`] after its end.
///
/// # Errors
/// The reason.
pub fn figure(series: &Series, at: Month) -> Result<f64, Reason> {
    match series.at(at) {
        Some(observation) => observation.figure.as_ref().copied().map_err(|missing| missing.reason),
        None if at < series.from => Err(Reason::NotCollected),
        None => Err(Reason::NotReported),
    }
}

/// The change from one series' month to another's, as two editions publish them.
///
/// # Errors
/// The reason why one of the two figures is absent.
pub fn between(from: (&Series, Month), to: (&Series, Month)) -> Result<Change, Reason> {
    Ok(Change { to: figure(to.0, to.1)?, from: figure(from.0, from.1)? })
}

/// The change of `series` over the `months` before `month`: 1 for month on month, 12 for year on year.
///
/// # Errors
/// The reason why one of the two figures is absent.
pub fn over(series: &Series, month: Month, months: i32) -> Result<Change, Reason> {
    between((series, month.plus(-months)), (series, month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::series::Observation;

    #[test]
    fn changes_are_numbers_or_reasons() {
        let from: Month = "2021-01".parse().unwrap();
        let mut values: Vec<Observation> = (0..14).map(|n| Observation::number(f64::from(n * 10))).collect();
        values[5] = Observation::missing(Reason::Withheld, None);
        let series = Series { from, values };
        let month_on_month = over(&series, from.plus(13), 1).unwrap();
        assert_eq!((month_on_month.difference(), month_on_month.from), (10.0, 120.0));
        let year_on_year = over(&series, from.plus(13), 12).unwrap();
        assert_eq!(year_on_year.percent(), Some(1200.0));
        assert_eq!(over(&series, from.plus(12), 12).unwrap().percent(), None);
        assert_eq!(over(&series, from.plus(6), 1), Err(Reason::Withheld));
        assert_eq!(over(&series, from.plus(6), 12), Err(Reason::NotCollected));
        assert_eq!(over(&series, from.plus(14), 1), Err(Reason::NotReported));
    }
}

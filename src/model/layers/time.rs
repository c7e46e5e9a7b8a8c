//! The months that a map can show, and the way through them.

use super::ramp::Ramp;
use crate::domain::{Lang, Month, format};

/// How long each month stays while they are played, in milliseconds.
pub const PACE: u64 = 500;

/// The months as a row of ticks.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The first month.
    pub first: Month,
    /// The last, which is the edition's.
    pub last: Month,
    /// The one shown.
    pub at: Month,
    /// Its name.
    pub name: String,
    /// For which months the classes hold, and the sizes of circles.
    pub holds: String,
    /// The years, each with the position of its first month.
    pub years: Vec<(String, usize)>,
}

impl Timeline {
    /// The months of a layer; `None` where there is but one.
    pub fn of(ramp: &Ramp, at: Month, lang: Lang) -> Option<Self> {
        let [first, last] = ramp.months;
        let months = first.to(last).enumerate();
        let years = months.filter(|(index, month)| *index == 0 || month.month() == 1);
        (first < last).then(|| Self {
            first,
            last,
            at,
            name: format::month(at, lang),
            holds: holds(first, last, lang),
            years: years
                .map(|(index, month)| {
                    (lang.pick(format!("{}年", month.year()), month.year().to_string()), index)
                })
                .collect(),
        })
    }

    /// How many steps there are from the first month to the last.
    pub fn steps(&self) -> usize {
        usize::try_from(self.last.since(self.first)).unwrap_or(0)
    }

    /// The position of the month shown.
    pub fn position(&self) -> usize {
        usize::try_from(self.at.since(self.first)).unwrap_or(0)
    }

    /// The month at a position; the last where the row is shorter.
    pub fn month(&self, position: usize) -> Month {
        self.first.plus(i32::try_from(position.min(self.steps())).unwrap_or(0))
    }

    /// A month as the address names it: the edition's own is not named.
    pub fn named(&self, month: Month) -> Option<Month> {
        (month != self.last).then_some(month)
    }

    /// The month that a step leads to, not beyond the ends.
    pub fn step(&self, by: i32) -> Month {
        self.at.plus(by).clamp(self.first, self.last)
    }

    /// The month with which playing begins: the next, or from the end the first.
    pub fn begin(&self) -> Month {
        if self.at < self.last { self.step(1) } else { self.first }
    }
}

fn holds(first: Month, last: Month, lang: Lang) -> String {
    let [first, last] = [first, last].map(|month| format::month(month, lang));
    lang.pick(
        format!("{first}至{last}各月用同一尺度"),
        format!("One scale for all months, {first} to {last}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(at: &str) -> Timeline {
        let [first, last, at] = ["2020-11", "2022-02", at].map(|month| month.parse().unwrap());
        Timeline { first, last, at, name: String::new(), holds: String::new(), years: Vec::new() }
    }

    #[test]
    fn steps_stop_at_the_ends_and_playing_begins_anew() {
        let at = |at: &str| timeline(at);
        assert_eq!(at("2021-05").steps(), 15);
        assert_eq!(at("2021-05").position(), 6);
        assert_eq!(at("2021-05").month(6).to_string(), "2021-05");
        assert_eq!(at("2021-05").month(99).to_string(), "2022-02");
        assert_eq!(at("2022-02").step(1).to_string(), "2022-02");
        assert_eq!(at("2020-11").step(-1).to_string(), "2020-11");
        assert_eq!(at("2021-12").begin().to_string(), "2022-01");
        assert_eq!(at("2022-02").begin().to_string(), "2020-11");
    }

    #[test]
    fn the_editions_own_month_is_not_named() {
        let months = timeline("2021-05");
        assert_eq!(months.named(months.last), None);
        assert_eq!(months.named(months.at), Some(months.at));
    }
}

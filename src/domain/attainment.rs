//! How far a figure is from its goal, in the terms of the goal's kind.

use super::goal::{Goal, Kind};

/// The distance of a figure from its target. Never a percentage where none has a meaning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Attainment {
    /// Of a level or a ratio: what is still to be gone, in the unit; zero or less when passed.
    Distance {
        /// Target minus figure, turned where less is better.
        remaining: f64,
        /// Whether the comparator is satisfied.
        met: bool,
    },
    /// Of a count: the share of the target.
    Share {
        /// In percent of the target.
        percent: f64,
        /// Whether the comparator is satisfied.
        met: bool,
    },
    /// Of a range: below, within or above it.
    Range(Place),
    /// Of a milestone or a judgement.
    Done(bool),
}

/// Where a figure lies against a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Under the lower end.
    Below,
    /// Within, ends included.
    Within,
    /// Over the upper end.
    Above,
}

impl Attainment {
    /// The attainment of `goal` by `value`.
    pub fn of(goal: &Goal, value: f64) -> Self {
        let met = goal.is_met(value);
        match goal.kind {
            Kind::Milestone | Kind::Qualitative => Attainment::Done(met),
            _ if goal.high.is_some() => Attainment::Range(match goal.high {
                Some(high) if value > high => Place::Above,
                _ if value < goal.target => Place::Below,
                _ => Place::Within,
            }),
            Kind::Count if goal.target != 0.0 => {
                Attainment::Share { percent: value / goal.target * 100.0, met }
            }
            Kind::Count | Kind::Threshold | Kind::Ratio => {
                Attainment::Distance { remaining: goal.direction.sign() * (goal.target - value), met }
            }
        }
    }

    /// Whether the goal is met.
    pub fn is_met(self) -> bool {
        match self {
            Attainment::Distance { met, .. } | Attainment::Share { met, .. } | Attainment::Done(met) => met,
            Attainment::Range(place) => place == Place::Within,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::goal::{Comparator, Direction};

    #[test]
    fn each_kind_has_its_own_measure() {
        use Attainment::*;
        use Comparator::*;
        use Direction::*;
        let cases = [
            (
                Kind::Threshold,
                Above,
                300.0,
                None,
                Up,
                272.6,
                Distance { remaining: 27.399999999999977, met: false },
            ),
            (Kind::Threshold, AtMost, 5.0, None, Down, 7.0, Distance { remaining: 2.0, met: false }),
            (Kind::Ratio, AtLeast, 90.0, None, Up, 92.0, Distance { remaining: -2.0, met: true }),
            (Kind::Count, AtLeast, 150.0, None, Up, 75.0, Share { percent: 50.0, met: false }),
            (Kind::Count, Bare, 1000.0, None, Up, 1100.0, Share { percent: 110.00000000000001, met: true }),
            (Kind::Count, AtMost, 0.0, None, Down, 3.0, Distance { remaining: 3.0, met: false }),
            (Kind::Count, Between, 1.0, Some(2.0), Up, 0.0, Range(Place::Below)),
            (Kind::Count, Between, 1.0, Some(2.0), Up, 2.0, Range(Place::Within)),
            (Kind::Count, Between, 1.0, Some(2.0), Up, 3.0, Range(Place::Above)),
            (Kind::Milestone, Bare, 1.0, None, Up, 0.0, Done(false)),
            (Kind::Milestone, Bare, 1.0, None, Up, 1.0, Done(true)),
            (Kind::Qualitative, Bare, 1.0, None, Up, 1.0, Done(true)),
        ];
        for (kind, comparator, target, high, direction, value, expected) in cases {
            let due = "2022-12-31".parse().unwrap();
            let goal = Goal { kind, comparator, target, high, direction, due };
            assert_eq!(Attainment::of(&goal, value), expected, "{kind:?} {comparator:?} {value}");
        }
    }
}

//! Goals: what is to be reached, and when it counts as reached.

use serde::{Deserialize, Serialize};

use super::month::Day;

/// What sort of goal it is; each has its own honest picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A level to be reached, such as a yearly amount.
    Threshold,
    /// A share or a ratio of two figures.
    Ratio,
    /// Things to be built or served, counted from nothing.
    Count,
    /// Something done or not done: 0 or 1.
    Milestone,
    /// A judgement, met (1) or not yet (0), with its words in the note.
    Qualitative,
}

impl Kind {
    /// Whether the goal is measured on a scale, so that a curve has a meaning.
    pub fn is_measured(self) -> bool {
        matches!(self, Kind::Threshold | Kind::Ratio | Kind::Count)
    }
}

/// How an observed figure compares with the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Comparator {
    /// More than the target.
    #[serde(rename = ">")]
    Above,
    /// The target or more.
    #[serde(rename = ">=")]
    AtLeast,
    /// A bare number: at least (or, where less is better, at most) the target.
    #[serde(rename = "=")]
    Bare,
    /// Less than the target.
    #[serde(rename = "<")]
    Below,
    /// The target or less.
    #[serde(rename = "<=")]
    AtMost,
    /// From the target to its upper end, both included.
    #[serde(rename = "between")]
    Between,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    #[default]
    Up,
    /// Less is better.
    Down,
}

impl Direction {
    /// `1` where more is better, `-1` where less is.
    pub fn sign(self) -> f64 {
        match self {
            Direction::Up => 1.0,
            Direction::Down => -1.0,
        }
    }
}

/// What is to be reached, and by when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Goal {
    /// The sort of goal.
    pub kind: Kind,
    /// How a figure compares with the target.
    pub comparator: Comparator,
    /// The target, or the lower end of a range, in the indicator's unit.
    pub target: f64,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Which way is better.
    #[serde(default)]
    pub direction: Direction,
    /// The day by which it is due.
    pub due: Day,
}

/// Figures within this relative distance of each other count as equal.
const TOLERANCE: f64 = 1e-9;

fn at_least(value: f64, bar: f64) -> bool {
    value >= bar - TOLERANCE * bar.abs().max(1.0)
}

impl Goal {
    /// Whether `value` reaches the figure `plan` due on the way to the target.
    ///
    /// On the way, reaching the figure is enough; a range's upper end holds at all times.
    pub fn reaches(&self, value: f64, plan: f64) -> bool {
        let sign = self.direction.sign();
        let within = self.high.is_none_or(|high| at_least(high, value));
        within && at_least(sign * value, sign * plan)
    }

    /// Whether `value` meets the target itself, by its comparator.
    pub fn is_met(&self, value: f64) -> bool {
        match self.comparator {
            Comparator::Above => !at_least(self.target, value),
            Comparator::Below => !at_least(value, self.target),
            Comparator::AtLeast => at_least(value, self.target),
            Comparator::AtMost => at_least(self.target, value),
            Comparator::Bare | Comparator::Between => self.reaches(value, self.target),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(comparator: Comparator, target: f64, high: Option<f64>, direction: Direction) -> Goal {
        let due = "2022-12-31".parse().unwrap();
        Goal { kind: Kind::Ratio, comparator, target, high, direction, due }
    }

    #[test]
    fn targets_are_met_by_their_comparators() {
        use Comparator::*;
        use Direction::*;
        let cases = [
            (Above, 300.0, None, Up, 300.0, false),
            (Above, 300.0, None, Up, 300.1, true),
            (AtLeast, 90.0, None, Up, 90.0, true),
            (AtLeast, 90.0, None, Up, 89.9, false),
            (Bare, 1000.0, None, Up, 1000.0, true),
            (Bare, 1000.0, None, Up, 1004.0, true),
            (Bare, 1000.0, None, Up, 999.0, false),
            (Bare, 5.0, None, Down, 4.0, true),
            (Bare, 5.0, None, Down, 6.0, false),
            (Below, 5.0, None, Down, 5.0, false),
            (AtMost, 5.0, None, Down, 5.0, true),
            (AtMost, 5.0, None, Down, 5.1, false),
            (Between, 1.0, Some(2.0), Up, 0.0, false),
            (Between, 1.0, Some(2.0), Up, 1.0, true),
            (Between, 1.0, Some(2.0), Up, 2.0, true),
            (Between, 1.0, Some(2.0), Up, 3.0, false),
            (AtLeast, 0.3, None, Up, 0.1 + 0.2, true),
        ];
        for (comparator, target, high, direction, value, met) in cases {
            let goal = goal(comparator, target, high, direction);
            assert_eq!(goal.is_met(value), met, "{comparator:?} {target} {direction:?}: {value}");
        }
    }
}

//! The figure due by each month: a straight line, a declared schedule, or the target on its due date.

use super::goal::{Goal, Kind};
use super::indicator::{Baseline, DuePoint, Indicator};
use super::month::Month;

/// How the figure due is laid down over time.
#[derive(Clone, Debug, PartialEq)]
pub enum Pace {
    /// A straight line with a due point every month.
    Line {
        /// The month before the first step.
        start: Month,
        /// The figure at `start`.
        from: f64,
        /// The month in which the target is due.
        due: Month,
        /// The target.
        to: f64,
    },
    /// Declared due points, ascending; the last is the target where the schedule reaches it.
    Steps {
        /// The figure before the first point.
        from: f64,
        /// The points.
        points: Vec<DuePoint>,
    },
    /// Nothing is due before the target is.
    DueOnly {
        /// The month in which the target is due.
        due: Month,
        /// The target.
        target: f64,
    },
}

/// The figure due at a due point, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanPoint {
    /// The month by whose end it is due.
    pub month: Month,
    /// The figure due.
    pub plan: f64,
    /// How it was found.
    pub how: How,
}

/// How a figure due was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum How {
    /// On the line, `elapsed` of `total` months after its start.
    Line {
        /// Months since the line's start.
        elapsed: i32,
        /// Months from the line's start to the due date.
        total: i32,
    },
    /// Declared by the schedule.
    Declared,
    /// It is the target itself.
    Target,
}

impl Pace {
    /// The pace of an indicator under a plan that starts in `start`.
    ///
    /// A count starts from nothing before the plan's first month. A level or ratio without a
    /// baseline has no line, nor has a milestone or a judgement.
    pub fn of(indicator: &Indicator, start: Month) -> Self {
        Self::new(&indicator.goal, indicator.baseline, &indicator.schedule, start)
    }

    /// The pace of a goal with its optional baseline and schedule.
    pub fn new(goal: &Goal, baseline: Option<Baseline>, schedule: &[DuePoint], start: Month) -> Self {
        let due = goal.due.month();
        let origin = baseline
            .or_else(|| (goal.kind == Kind::Count).then(|| Baseline { month: start.plus(-1), value: 0.0 }));
        if !schedule.is_empty() {
            let from = origin.map_or(0.0, |baseline| baseline.value);
            return Pace::Steps { from, points: schedule.to_vec() };
        }
        match origin {
            Some(origin) if goal.kind.is_measured() && origin.month < due => {
                Pace::Line { start: origin.month, from: origin.value, due, to: goal.target }
            }
            _ => Pace::DueOnly { due, target: goal.target },
        }
    }

    /// The due point of `month`, if it is one.
    pub fn due_point(&self, month: Month) -> Option<PlanPoint> {
        match self {
            Pace::Line { start, from, due, to } => (month > *start && month <= *due).then(|| {
                let (elapsed, total) = (month.since(*start), due.since(*start));
                let plan = from + (to - from) * f64::from(elapsed) / f64::from(total);
                PlanPoint { month, plan, how: How::Line { elapsed, total } }
            }),
            Pace::Steps { points, .. } => points
                .iter()
                .find(|point| point.month == month)
                .map(|point| PlanPoint { month, plan: point.plan, how: How::Declared }),
            Pace::DueOnly { due, target } => {
                (month == *due).then_some(PlanPoint { month, plan: *target, how: How::Target })
            }
        }
    }

    /// The figure that should stand at the end of `month`: on the line, or the last declared step.
    /// `None` where nothing has been laid down.
    pub fn plan_at(&self, month: Month) -> Option<f64> {
        match self {
            Pace::Line { start, from, due, to } => {
                if month <= *start {
                    Some(*from)
                } else if month >= *due {
                    Some(*to)
                } else {
                    self.due_point(month).map(|point| point.plan)
                }
            }
            Pace::Steps { from, points } => {
                let past = points.iter().rev().find(|point| point.month <= month);
                Some(past.map_or(*from, |point| point.plan))
            }
            Pace::DueOnly { due, target } => (month >= *due).then_some(*target),
        }
    }

    /// The next due point after `month`.
    pub fn next_after(&self, month: Month) -> Option<PlanPoint> {
        match self {
            Pace::Line { start, .. } => self.due_point(month.max(*start).plus(1)),
            Pace::Steps { points, .. } => {
                points.iter().find(|point| point.month > month).and_then(|point| self.due_point(point.month))
            }
            Pace::DueOnly { due, .. } => (*due > month).then(|| self.due_point(*due)).flatten(),
        }
    }

    /// Where progress starts from, where that is known.
    pub fn origin(&self) -> Option<f64> {
        match self {
            Pace::Line { from, .. } | Pace::Steps { from, .. } => Some(*from),
            Pace::DueOnly { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::goal::{Comparator, Direction};

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn goal(kind: Kind, target: f64) -> Goal {
        let due = "2022-12-31".parse().unwrap();
        Goal { kind, comparator: Comparator::AtLeast, target, high: None, direction: Direction::Up, due }
    }

    #[test]
    fn a_line_runs_from_the_baseline_to_the_target() {
        let baseline = Baseline { month: month("2019-12"), value: 162.0 };
        let pace = Pace::new(&goal(Kind::Threshold, 300.0), Some(baseline), &[], month("2020-01"));
        let point = pace.due_point(month("2022-06")).unwrap();
        assert_eq!(point.plan, 277.0);
        assert_eq!(point.how, How::Line { elapsed: 30, total: 36 });
        assert_eq!(pace.due_point(month("2019-12")), None);
        assert_eq!(pace.due_point(month("2023-01")), None);
        assert_eq!(pace.plan_at(month("2023-05")), Some(300.0));
        assert_eq!(pace.next_after(month("2022-11")).unwrap().plan, 300.0);
        assert_eq!(pace.next_after(month("2022-12")), None);
    }

    #[test]
    fn counts_start_from_nothing_and_levels_need_a_baseline() {
        let start = month("2020-01");
        let count = Pace::new(&goal(Kind::Count, 90.0), None, &[], start);
        assert_eq!(count.due_point(start).unwrap().plan, 2.5);
        for kind in [Kind::Threshold, Kind::Ratio, Kind::Milestone, Kind::Qualitative] {
            let pace = Pace::new(&goal(kind, 90.0), None, &[], start);
            assert_eq!(pace.due_point(month("2022-11")), None, "{kind:?}");
            assert_eq!(pace.due_point(month("2022-12")).unwrap().how, How::Target, "{kind:?}");
        }
    }

    #[test]
    fn a_schedule_moves_in_steps() {
        let points =
            [("2021-06", 2.0), ("2021-12", 4.0)].map(|(at, plan)| DuePoint { month: month(at), plan });
        let pace = Pace::new(&goal(Kind::Count, 10.0), None, &points, month("2020-01"));
        assert_eq!(pace.due_point(month("2021-07")), None);
        assert_eq!(pace.plan_at(month("2021-05")), Some(0.0));
        assert_eq!(pace.plan_at(month("2021-07")), Some(2.0));
        assert_eq!(pace.next_after(month("2021-06")).unwrap().plan, 4.0);
    }
}

//! The light of an item: assessed at every due point, by the rule pack in force.

use super::edition::Edition;
use super::goal::Goal;
use super::indicator::Indicator;
use super::light::Light;
use super::month::{Day, Month};
use super::pace::{How, Pace, PlanPoint};
use super::rule::{RuleKind, RulePack};
use super::series::{Figure, Series};
use super::task::Task;

/// One month of an item's history.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The month.
    pub month: Month,
    /// What was due, if the month is a due point.
    pub point: Option<PlanPoint>,
    /// What was observed; `None` where the series does not reach the month.
    pub figure: Option<Figure>,
    /// The light, as seen from the edition's month.
    pub light: Light,
    /// The month in which a missed figure was made up.
    pub made_up: Option<Month>,
}

impl Assessment {
    /// The number observed, if there is one.
    pub fn actual(&self) -> Option<f64> {
        self.figure.as_ref().and_then(|figure| figure.as_ref().ok().copied())
    }

    /// Actual minus due, in the item's unit; its sign is not turned where less is better.
    pub fn difference(&self) -> Option<f64> {
        Some(self.actual()? - self.point?.plan)
    }
}

/// An item's light today and how it came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The light of the latest due point, grey before the first.
    pub light: Light,
    /// Month by month from the plan's start to the edition's month.
    pub history: Vec<Assessment>,
    /// What lies ahead: the next due point.
    pub next: Option<PlanPoint>,
}

impl Standing {
    /// The latest due point, which decides the light.
    pub fn decided_by(&self) -> Option<&Assessment> {
        self.history.iter().rev().find(|assessment| assessment.point.is_some())
    }

    /// The next day on which `goal` falls due, and the figure due: a declared point, else the target on its own day. The
    /// monthly points of a straight line do not count. `None` once the due date has come.
    pub fn falls_due(&self, goal: &Goal) -> Option<(Day, PlanPoint)> {
        let month = goal.due.month();
        let declared = self.next.filter(|point| !matches!(point.how, How::Line { .. }));
        let is_ahead = self.history.last().is_none_or(|last| last.month < month);
        let target = is_ahead.then_some(PlanPoint { month, plan: goal.target, how: How::Target });
        let point = declared.or(target)?;
        let day = if point.month == month { goal.due } else { point.month.last_day() };
        Some((day, point))
    }

    /// How many due points in a row, counted back from the latest, stand on red.
    pub fn red_streak(&self) -> usize {
        let due = self.history.iter().rev().filter(|assessment| assessment.point.is_some());
        due.take_while(|assessment| assessment.light == Light::Red).count()
    }
}

/// What a rule looks at.
struct Item<'a> {
    goal: &'a Goal,
    pace: &'a Pace,
    series: &'a Series,
    until: Month,
}

/// The standing of an indicator in its edition.
pub fn of_indicator(indicator: &Indicator, edition: &Edition, rule: &RulePack) -> Standing {
    of_indicator_until(indicator, edition, edition.month, rule)
}

/// The standing of an indicator as its edition's figures show it at the end of an earlier month.
pub fn of_indicator_until(
    indicator: &Indicator,
    edition: &Edition,
    until: Month,
    rule: &RulePack,
) -> Standing {
    let pace = Pace::of(indicator, edition.start);
    let item = Item { goal: &indicator.goal, pace: &pace, series: &indicator.series, until };
    assess(&item, edition.start, rule.rule)
}

/// The standing of a task by its own due points, `None` where it has none.
///
/// Progress and plan are percent done; the last due point counts as the due date.
pub fn of_task(task: &Task, edition: &Edition, rule: &RulePack) -> Option<Standing> {
    Some(of_indicator(&task.measure()?, edition, rule))
}

fn assess(item: &Item<'_>, start: Month, rule: RuleKind) -> Standing {
    let history: Vec<Assessment> =
        start.to(item.until).map(|month| assess_month(item, month, rule)).collect();
    let latest = history.iter().rev().find(|assessment| assessment.point.is_some());
    let light = latest.map_or(Light::NotDue, |assessment| assessment.light);
    Standing { light, next: item.pace.next_after(item.until), history }
}

fn assess_month(item: &Item<'_>, month: Month, rule: RuleKind) -> Assessment {
    let point = item.pace.due_point(month);
    let figure = item.series.at(month).map(|observation| observation.figure.clone());
    let actual = figure.as_ref().and_then(|figure| figure.as_ref().ok().copied());
    let mut made_up = None;
    let light = match (point, actual) {
        (None, _) => Light::NotDue,
        (Some(_), None) => Light::NoData,
        (Some(point), Some(actual)) => match rule {
            _ if is_reached(item.goal, point, actual) => Light::Green,
            RuleKind::ThreeColour => {
                made_up = item
                    .series
                    .numbers()
                    .filter(|(at, _)| *at > month && *at <= item.until)
                    .find(|(_, later)| is_reached(item.goal, point, *later))
                    .map(|(at, _)| at);
                if made_up.is_some() { Light::Yellow } else { Light::Red }
            }
            RuleKind::PaceGap { yellow_from, red_over } => {
                let behind = points_behind(item.goal, item.pace, point, actual);
                if behind > red_over {
                    Light::Red
                } else if behind >= yellow_from {
                    Light::Yellow
                } else {
                    Light::Green
                }
            }
        },
    };
    Assessment { month, point, figure, light, made_up }
}

/// Whether the figure due at `point` is reached; on the goal's due date its comparator decides.
pub fn is_reached(goal: &Goal, point: PlanPoint, value: f64) -> bool {
    if point.month >= goal.due.month() && point.plan == goal.target {
        goal.is_met(value)
    } else {
        goal.reaches(value, point.plan)
    }
}

/// By how many points of the whole way the figure is behind the one due.
pub fn points_behind(goal: &Goal, pace: &Pace, point: PlanPoint, value: f64) -> f64 {
    let way = goal.target - pace.origin().unwrap_or(0.0);
    if way == 0.0 { f64::INFINITY } else { (point.plan - value) / way * 100.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::goal::{Comparator, Direction, Kind};
    use crate::domain::indicator::{Baseline, DuePoint};
    use crate::domain::series::{Observation, Reason};

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn series(values: &[Option<f64>]) -> Series {
        let observe = |value: &Option<f64>| match value {
            Some(value) => Observation::number(*value),
            None => Observation::missing(Reason::NotReported, None),
        };
        Series { from: month("2022-01"), values: values.iter().map(observe).collect() }
    }

    struct Case {
        name: &'static str,
        kind: Kind,
        comparator: Comparator,
        direction: Direction,
        target: f64,
        high: Option<f64>,
        baseline: Option<f64>,
        schedule: &'static [(&'static str, f64)],
        values: &'static [Option<f64>],
        /// One letter a month: g y r, `.` not due, `?` no data.
        three: &'static str,
        gap: &'static str,
    }

    const UP: Case = Case {
        name: "",
        kind: Kind::Count,
        comparator: Comparator::AtLeast,
        direction: Direction::Up,
        target: 120.0,
        high: None,
        baseline: None,
        schedule: &[],
        values: &[],
        three: "",
        gap: "",
    };

    fn letters(history: &[Assessment]) -> String {
        let letter = |assessment: &Assessment| match assessment.light {
            Light::Green => 'g',
            Light::Yellow => 'y',
            Light::Red => 'r',
            Light::NotDue => '.',
            Light::NoData => '?',
        };
        history.iter().map(letter).collect()
    }

    #[test]
    fn lights_follow_the_rules() {
        // Plans run over 2022; a count of 120 is due at 10 a month.
        let cases = [
            Case {
                name: "on pace",
                values: &[Some(10.0), Some(20.0), Some(30.0)],
                three: "ggg",
                gap: "ggg",
                ..UP
            },
            Case {
                name: "missed for good",
                values: &[Some(10.0), Some(19.0), Some(19.0)],
                three: "grr",
                gap: "ggg",
                ..UP
            },
            Case {
                name: "made up",
                values: &[Some(5.0), Some(10.0), Some(29.0), Some(41.0)],
                three: "yyyg",
                gap: "gggg",
                ..UP
            },
            Case {
                name: "partly made up",
                values: &[Some(5.0), Some(10.0), Some(15.0)],
                three: "yrr",
                gap: "ggy",
                ..UP
            },
            Case {
                name: "no figure",
                values: &[Some(10.0), None, Some(30.0)],
                three: "g?g",
                gap: "g?g",
                ..UP
            },
            Case { name: "series ends early", values: &[Some(10.0)], three: "g??", gap: "g??", ..UP },
            Case {
                name: "far behind",
                values: &[Some(0.0), Some(0.0), Some(0.0), Some(0.0), Some(0.0)],
                three: "rrrrr",
                gap: "gyyrr",
                ..UP
            },
            Case {
                name: "less is better",
                kind: Kind::Threshold,
                comparator: Comparator::AtMost,
                direction: Direction::Down,
                target: 40.0,
                baseline: Some(100.0),
                values: &[Some(95.0), Some(92.0), Some(85.0), Some(85.0)],
                three: "gygr",
                gap: "gggg",
                ..UP
            },
            Case {
                name: "level without a baseline",
                kind: Kind::Ratio,
                values: &[Some(1.0), Some(500.0)],
                three: "..",
                gap: "..",
                ..UP
            },
            Case {
                name: "declared quarters, missed in March and made up in April",
                schedule: &[("2022-03", 30.0), ("2022-06", 60.0)],
                values: &[Some(0.0), Some(0.0), Some(20.0), Some(31.0), Some(40.0)],
                three: "..y..",
                gap: "..g..",
                ..UP
            },
            Case {
                name: "above a range",
                kind: Kind::Count,
                comparator: Comparator::Between,
                target: 1.0,
                high: Some(2.0),
                schedule: &[("2022-02", 1.0), ("2022-03", 1.0)],
                values: &[Some(0.0), Some(2.0), Some(3.0)],
                three: ".gr",
                gap: ".gg",
                ..UP
            },
        ];
        for case in cases {
            let goal = Goal {
                kind: case.kind,
                comparator: case.comparator,
                target: case.target,
                high: case.high,
                direction: case.direction,
                due: "2022-12-31".parse().unwrap(),
            };
            let start = month("2022-01");
            let baseline = case.baseline.map(|value| Baseline { month: month("2021-12"), value });
            let schedule: Vec<DuePoint> =
                case.schedule.iter().map(|(at, plan)| DuePoint { month: month(at), plan: *plan }).collect();
            let pace = Pace::new(&goal, baseline, &schedule, start);
            let series = series(case.values);
            let until = start.plus(case.three.len() as i32 - 1);
            let item = Item { goal: &goal, pace: &pace, series: &series, until };
            let three = assess(&item, start, RuleKind::ThreeColour);
            assert_eq!(letters(&three.history), case.three, "{}", case.name);
            let rule = RuleKind::PaceGap { yellow_from: 10.0, red_over: 30.0 };
            assert_eq!(letters(&assess(&item, start, rule).history), case.gap, "{} by gap", case.name);
        }
    }

    #[test]
    fn strictly_more_is_asked_on_the_due_date_alone() {
        let goal = Goal {
            kind: Kind::Count,
            comparator: Comparator::Above,
            target: 30.0,
            high: None,
            direction: Direction::Up,
            due: "2022-03-31".parse().unwrap(),
        };
        let start = month("2022-01");
        let pace = Pace::new(&goal, None, &[], start);
        let series = series(&[Some(10.0), Some(20.0), Some(30.0)]);
        let item = Item { goal: &goal, pace: &pace, series: &series, until: month("2022-03") };
        let standing = assess(&item, start, RuleKind::ThreeColour);
        assert_eq!(letters(&standing.history), "ggr");
        assert_eq!(standing.red_streak(), 1);
        assert_eq!(standing.decided_by().unwrap().difference(), Some(0.0));
        assert_eq!(standing.next, None);
    }

    #[test]
    fn a_line_falls_due_with_its_target_and_steps_with_each_of_them() {
        let goal = Goal {
            kind: Kind::Count,
            comparator: Comparator::AtLeast,
            target: 120.0,
            high: None,
            direction: Direction::Up,
            due: "2022-12-15".parse().unwrap(),
        };
        let start = month("2022-01");
        let falls_due = |schedule: &[(&str, f64)], months: usize| {
            let points: Vec<DuePoint> =
                schedule.iter().map(|(at, plan)| DuePoint { month: month(at), plan: *plan }).collect();
            let pace = Pace::new(&goal, None, &points, start);
            let series = series(&vec![Some(10.0); months]);
            let item =
                Item { goal: &goal, pace: &pace, series: &series, until: start.plus(months as i32 - 1) };
            let standing = assess(&item, start, RuleKind::ThreeColour);
            standing.falls_due(&goal).map(|(day, point)| (day.to_string(), point.plan))
        };
        assert_eq!(falls_due(&[], 3), Some(("2022-12-15".into(), 120.0)));
        assert_eq!(falls_due(&[], 12), None);
        let steps = [("2022-06", 60.0), ("2022-09", 90.0)];
        assert_eq!(falls_due(&steps, 3), Some(("2022-06-30".into(), 60.0)));
        assert_eq!(falls_due(&steps, 8), Some(("2022-09-30".into(), 90.0)));
        assert_eq!(falls_due(&steps, 10), Some(("2022-12-15".into(), 120.0)));
    }

    #[test]
    fn making_up_names_the_month() {
        let goal = Goal {
            kind: Kind::Count,
            comparator: Comparator::AtLeast,
            target: 120.0,
            high: None,
            direction: Direction::Up,
            due: "2022-12-31".parse().unwrap(),
        };
        let start = month("2022-01");
        let pace = Pace::new(&goal, None, &[], start);
        let series = series(&[Some(5.0), Some(8.0), Some(12.0)]);
        let item = Item { goal: &goal, pace: &pace, series: &series, until: month("2022-03") };
        let standing = assess(&item, start, RuleKind::ThreeColour);
        assert_eq!(letters(&standing.history), "yrr");
        assert_eq!(standing.history[0].made_up, Some(month("2022-03")));
        assert_eq!(standing.red_streak(), 2);
    }
}

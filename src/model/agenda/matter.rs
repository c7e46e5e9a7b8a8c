//! Something that may have to be talked about: a goal, or a task with due points of its own.

use std::borrow::Cow;

use super::super::card;
use super::super::card::Provenance;
use super::super::scope::Scope;
use super::item::{Need, Subject};
use crate::domain::pace::PlanPoint;
use crate::domain::{Day, Indicator, Light, Month, Standing, Task, standing};

/// A goal or a task with how it stands and stood.
pub struct Matter<'a> {
    /// Which of the two it is.
    pub subject: Subject,
    /// The goal, or the task measured like one.
    pub goal: Cow<'a, Indicator>,
    /// The task, where it is one.
    pub task: Option<&'a Task>,
    /// How it stands.
    pub standing: Standing,
    /// Its light before, where it was known.
    pub before: Option<Light>,
    /// Missed months that were made up since.
    pub made_up: Vec<Month>,
    /// For how many months it has been red.
    pub red_months: i32,
    /// By how much of its target it is behind.
    pub behind: f64,
    /// Whether generated figures decide how it stands.
    pub demo: bool,
}

impl<'a> Matter<'a> {
    /// A goal.
    pub fn of_goal(scope: &Scope<'a>, goal: &'a Indicator) -> Self {
        let before = match scope.compared {
            Some(other) => {
                other.indicator(&goal.id).map(|was| standing::of_indicator(was, other, scope.rule).light)
            }
            None => light_before(scope, goal),
        };
        let demo = card::provenance(scope, goal) == Provenance::Demo;
        Self::new(scope, Subject::Goal, Cow::Borrowed(goal), None, before, demo)
    }

    /// A task, where it has due points of its own, and what it is in the edition compared.
    pub fn of_task(scope: &Scope<'a>, task: &'a Task, was: Option<&Task>) -> Option<Self> {
        let goal = task.measure()?;
        let before = match scope.compared {
            Some(other) => {
                was.and_then(|was| standing::of_task(was, other, scope.rule)).map(|standing| standing.light)
            }
            None => light_before(scope, &goal),
        };
        let goal = Cow::Owned(goal);
        Some(Self::new(scope, Subject::Task, goal, Some(task), before, scope.is_demo()))
    }

    fn new(
        scope: &Scope<'_>,
        subject: Subject,
        goal: Cow<'a, Indicator>,
        task: Option<&'a Task>,
        before: Option<Light>,
        demo: bool,
    ) -> Self {
        let now = scope.edition.month;
        let standing = scope.standing(&goal);
        let since = scope.compared.map_or(now.plus(-1), |other| other.month);
        let is_new = |month: &Month| *month > since && *month <= now;
        let history = standing.history.iter();
        let made_up =
            history.filter(|month| month.made_up.as_ref().is_some_and(is_new)).map(|month| month.month);
        let due = standing.history.iter().rev().filter(|month| month.point.is_some());
        let first_red = due.take_while(|month| month.light == Light::Red).last();
        Self {
            subject,
            made_up: made_up.collect(),
            red_months: first_red.map_or(0, |first| now.since(first.month) + 1),
            behind: card::behind(&goal, &standing),
            goal,
            task,
            standing,
            before,
            demo,
        }
    }

    /// The ids of the departments that answer for it.
    pub fn departments(&self) -> Vec<String> {
        match self.task {
            Some(task) => task.departments().cloned().collect(),
            None => self.goal.lead.iter().cloned().collect(),
        }
    }

    /// Whether it was of another light before.
    pub fn is_newly_red(&self) -> bool {
        self.before.is_some_and(|before| before != Light::Red)
    }

    /// Why it has to be talked about; `None` where it has not.
    pub fn need(&self, scope: &Scope<'_>, days: i32) -> Option<Need> {
        let turned = self.before.is_some_and(|before| before != self.standing.light);
        match self.standing.light {
            Light::Red => Some(Need::Red),
            Light::NoData => Some(Need::NoData),
            _ if !self.made_up.is_empty() => Some(Need::MadeUp),
            _ if turned => Some(Need::Turned),
            _ if self.is_due(scope, days) => Some(Need::Due),
            _ => None,
        }
    }

    /// When it falls due next, and with what figure.
    pub fn falls_due(&self) -> Option<(Day, PlanPoint)> {
        self.standing.falls_due(&self.goal.goal)
    }

    /// Whether something falls due soon that is not reached yet.
    fn is_due(&self, scope: &Scope<'_>, within: i32) -> bool {
        let Some((day, point)) = self.falls_due() else { return false };
        let value = self.goal.series.last_number(scope.edition.month).map(|(_, value)| value);
        let goal = &self.goal.goal;
        day.since(scope.edition.as_of) <= within
            && value.is_none_or(|value| !standing::is_reached(goal, point, value))
    }
}

/// The light at the end of the month before, as the figures show it now; none before the plan began.
fn light_before(scope: &Scope<'_>, goal: &Indicator) -> Option<Light> {
    let before = scope.edition.month.plus(-1);
    (before >= scope.edition.start).then(|| scope.light_at(goal, before))
}

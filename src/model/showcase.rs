//! A goal for each state that a card can be in, for the style guide: one of the edition, else one altered for it.

use super::card::{Card, CardFigure, card};
use super::scope::Scope;
use crate::domain::{Indicator, Kind, Light, Month, Names, Observation, Reason, Standing, Status};

/// A state and a goal that is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Exhibit {
    /// The state.
    pub state: &'static str,
    /// The goal; `None` where the edition has none and none can be made of it.
    pub card: Option<Card>,
    /// Whether the edition has no such goal and this one was altered to be one.
    pub altered: bool,
}

/// Whether a goal is in a state.
type Test = fn(&Indicator, &Standing, &Card) -> bool;

/// Brings a measured goal into a state, in an edition of this month.
type Alter = fn(&mut Indicator, Month);

/// The states, each with the first goal that is in it.
pub fn showcase(scope: &Scope<'_>) -> Vec<Exhibit> {
    let lang = scope.lang;
    let states: [(&str, &str, Test, Option<Alter>); 10] = [
        (
            "有数",
            "A figure",
            |_, _, card| matches!(card.figure, CardFigure::Number { .. }) && card.mark.is_none(),
            None,
        ),
        ("初步数 p", "Provisional, p", |_, _, card| is_marked(card, "p"), Some(provisional)),
        ("修订数 r", "Revised, r", |_, _, card| is_marked(card, "r"), Some(revised)),
        (
            "无数据，有原因",
            "No figure, with its reason",
            |_, standing, _| standing.light == Light::NoData,
            Some(without_figure),
        ),
        ("未达", "Missed", |_, standing, _| standing.light == Light::Red, None),
        ("补上", "Made up", |_, standing, _| standing.light == Light::Yellow, None),
        ("未到期", "Not due", |_, standing, _| standing.light == Light::NotDue, Some(not_due)),
        ("排定节点", "Declared due points", |indicator, _, _| !indicator.schedule.is_empty(), None),
        ("里程碑", "A milestone", |indicator, _, _| indicator.goal.kind == Kind::Milestone, None),
        ("区间目标", "A range", |indicator, _, _| indicator.goal.high.is_some(), None),
    ];
    let seen = |indicator: &Indicator, test: Test| {
        let standing = scope.standing(indicator);
        let card = card(scope, indicator, &standing);
        test(indicator, &standing, &card).then_some(card)
    };
    let goals = &scope.edition.indicators;
    let model = goals.iter().find(|indicator| indicator.goal.kind.is_measured());
    let exhibit = |(zh, en, test, alter): (&'static str, &'static str, Test, Option<Alter>)| {
        let found = goals.iter().find_map(|indicator| seen(indicator, test));
        let made = || {
            let mut indicator = model?.clone();
            alter?(&mut indicator, scope.edition.month);
            seen(&indicator, test)
        };
        let altered = found.is_none();
        Exhibit { state: lang.pick(zh, en), card: found.or_else(made), altered }
    };
    states.into_iter().map(exhibit).collect()
}

fn is_marked(card: &Card, mark: &str) -> bool {
    card.mark.as_ref().is_some_and(|(found, _)| *found == mark)
}

fn provisional(indicator: &mut Indicator, _: Month) {
    if let Some(last) = indicator.series.values.last_mut() {
        last.status = Status::Provisional;
    }
}

fn revised(indicator: &mut Indicator, _: Month) {
    if let Some(last) = indicator.series.values.last_mut()
        && let Ok(was) = last.figure
    {
        let reason = Names { zh: "补报后更正".into(), en: "corrected after a late report".into() };
        last.status = Status::Revised { was, reason };
    }
}

fn without_figure(indicator: &mut Indicator, _: Month) {
    if let Some(last) = indicator.series.values.last_mut() {
        *last = Observation::missing(Reason::NotReported, None);
    }
}

/// A threshold without a baseline has no line: nothing is due before its day.
fn not_due(indicator: &mut Indicator, month: Month) {
    indicator.goal.kind = Kind::Threshold;
    indicator.goal.due = month.plus(12).last_day();
    indicator.baseline = None;
    indicator.schedule.clear();
}

//! A goal of the edition for each state that a card can be in, for the style guide.

use super::card::{Card, CardFigure, card};
use super::scope::Scope;
use crate::domain::{Indicator, Kind, Light, Standing};

/// A state and a goal that is in it, if the edition has one.
#[derive(Clone, Debug, PartialEq)]
pub struct Exhibit {
    /// The state.
    pub state: &'static str,
    /// The goal.
    pub card: Option<Card>,
}

/// Whether a goal is in a state.
type Test = fn(&Indicator, &Standing, &Card) -> bool;

/// The states, each with the first goal that is in it.
pub fn showcase(scope: &Scope<'_>) -> Vec<Exhibit> {
    let lang = scope.lang;
    let states: [(&str, &str, Test); 10] = [
        ("有数", "A figure", |_, _, card| {
            matches!(card.figure, CardFigure::Number { .. }) && card.mark.is_none()
        }),
        ("初步数 p", "Provisional, p", |_, _, card| card.mark.as_ref().is_some_and(|mark| mark.0 == "p")),
        ("修订数 r", "Revised, r", |_, _, card| card.mark.as_ref().is_some_and(|mark| mark.0 == "r")),
        ("无数据，有原因", "No figure, with its reason", |_, standing, _| {
            standing.light == Light::NoData
        }),
        ("未达", "Missed", |_, standing, _| standing.light == Light::Red),
        ("补上", "Made up", |_, standing, _| standing.light == Light::Yellow),
        ("未到期", "Not due", |_, standing, _| standing.light == Light::NotDue),
        ("排定节点", "Declared due points", |indicator, _, _| !indicator.schedule.is_empty()),
        ("里程碑", "A milestone", |indicator, _, _| indicator.goal.kind == Kind::Milestone),
        ("区间目标", "A range", |indicator, _, _| indicator.goal.high.is_some()),
    ];
    let goals: Vec<(&Indicator, Standing, Card)> = scope
        .edition
        .indicators
        .iter()
        .map(|indicator| {
            let standing = scope.standing(indicator);
            let card = card(scope, indicator, &standing);
            (indicator, standing, card)
        })
        .collect();
    let exhibit = |(zh, en, test): (&'static str, &'static str, Test)| Exhibit {
        state: lang.pick(zh, en),
        card: goals
            .iter()
            .find(|(indicator, standing, card)| test(indicator, standing, card))
            .map(|(_, _, card)| card.clone()),
    };
    states.into_iter().map(exhibit).collect()
}

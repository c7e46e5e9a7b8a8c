//! The list of goals, filtered and sorted as the address says.

use std::cmp::Reverse;

use super::card::{Card, card};
use super::scope::Scope;
use crate::domain::{Indicator, Tally, fold, order};
use crate::route::{Sort, ViewState};

/// The goals that pass the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The goals, in order.
    pub cards: Vec<Card>,
    /// Their lights.
    pub tally: Tally,
    /// How many there are without filters.
    pub total: usize,
    /// Departments that lead a goal, with id and name, for the filter.
    pub leads: Vec<(String, String)>,
}

/// The list of goals for a state of the address.
pub fn list(scope: &Scope<'_>, state: &ViewState) -> List {
    let edition = scope.edition;
    let wanted = fold(state.q.trim());
    let mut cards: Vec<Card> = edition
        .indicators
        .iter()
        .filter(|indicator| state.domain.as_ref().is_none_or(|domain| *domain == indicator.domain))
        .filter(|indicator| state.dept.is_none() || state.dept == indicator.lead)
        .filter(|indicator| contains(indicator, &wanted))
        .map(|indicator| card(scope, indicator, &scope.standing(indicator)))
        .filter(|card| state.light.admits(card.light))
        .collect();
    match state.sort {
        Sort::Plan => {}
        Sort::Light => order::sort_by_key(&mut cards, |card| Reverse(card.light.gravity())),
        Sort::Name => order::sort(&mut cards, |one, other| one.name.cmp(&other.name)),
        Sort::Gap => order::sort(&mut cards, |one, other| other.behind.total_cmp(&one.behind)),
    }
    let leads = edition
        .departments
        .iter()
        .filter(|department| edition.indicators.iter().any(|one| one.lead.as_ref() == Some(&department.id)))
        .map(|department| (department.id.clone(), department.name.get(scope.lang).to_owned()))
        .collect();
    List {
        tally: cards.iter().map(|card| card.light).collect(),
        cards,
        total: edition.indicators.len(),
        leads,
    }
}

fn contains(indicator: &Indicator, wanted: &str) -> bool {
    let mut names = [&indicator.name, indicator.short()].into_iter();
    wanted.is_empty() || names.any(|name| fold(&name.zh).contains(wanted) || fold(&name.en).contains(wanted))
}

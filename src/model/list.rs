//! The list of goals, filtered, sorted and divided as the address says.

use std::cmp::Reverse;

use super::card::{Card, card};
use super::scope::Scope;
use super::strip::{Strip, strip};
use crate::domain::{Indicator, Light, Tally, fold, order};
use crate::route::{Face, Group, Sort, ViewState};

/// A goal of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The goal.
    pub card: Card,
    /// Its months, where the list is drawn as small charts.
    pub strip: Option<Strip>,
}

/// A division of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What its goals have in common; empty where the list is not divided.
    pub title: String,
    /// The domain's number, from 1, and the character of its seal, where the list is divided by domain.
    pub domain: Option<(usize, String)>,
    /// The light, where the list is divided by light.
    pub light: Option<Light>,
    /// Its goals, in order.
    pub items: Vec<Item>,
    /// Their lights.
    pub tally: Tally,
}

/// The goals that pass the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The divisions that have goals; one where the list is not divided.
    pub sections: Vec<Section>,
    /// The lights of all of them.
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
    let mut found: Vec<(&Indicator, Item)> = edition
        .indicators
        .iter()
        .filter(|indicator| state.domain.as_ref().is_none_or(|domain| *domain == indicator.domain))
        .filter(|indicator| state.dept.is_none() || state.dept == indicator.lead)
        .filter(|indicator| contains(indicator, &wanted))
        .map(|indicator| {
            let standing = scope.standing(indicator);
            let strip = (state.face == Face::Small).then(|| strip(scope, indicator, &standing));
            (indicator, Item { card: card(scope, indicator, &standing), strip })
        })
        .filter(|(_, item)| state.light.admits(item.card.light))
        .collect();
    match state.sort {
        Sort::Plan | Sort::Most => {}
        Sort::Light => order::sort_by_key(&mut found, |(_, item)| Reverse(item.card.light.gravity())),
        Sort::Due => order::sort_by_key(&mut found, |(indicator, _)| indicator.goal.due),
        Sort::Name => order::sort(&mut found, |(_, one), (_, other)| one.card.name.cmp(&other.card.name)),
        Sort::Gap => {
            order::sort(&mut found, |(_, one), (_, other)| other.card.behind.total_cmp(&one.card.behind))
        }
    }
    let tally = found.iter().map(|(_, item)| item.card.light).collect();
    List {
        tally,
        sections: sections(scope, state.group, found),
        total: edition.indicators.len(),
        leads: leads(scope),
    }
}

fn leads(scope: &Scope<'_>) -> Vec<(String, String)> {
    let edition = scope.edition;
    let leads = edition
        .departments
        .iter()
        .filter(|department| edition.indicators.iter().any(|one| one.lead.as_ref() == Some(&department.id)));
    leads.map(|department| (department.id.clone(), department.name.get(scope.lang).to_owned())).collect()
}

/// Divides the goals; each division keeps their order.
fn sections(scope: &Scope<'_>, group: Group, mut found: Vec<(&Indicator, Item)>) -> Vec<Section> {
    let (edition, lang) = (scope.edition, scope.lang);
    let plain = |title: &str| Section {
        title: title.to_owned(),
        domain: None,
        light: None,
        items: Vec::new(),
        tally: Tally::default(),
    };
    let mut take = |mut section: Section, belongs: &dyn Fn(&Indicator, &Card) -> bool| {
        let (own, rest) = found.drain(..).partition(|(indicator, item)| belongs(indicator, &item.card));
        found = rest;
        let own: Vec<(&Indicator, Item)> = own;
        section.items = own.into_iter().map(|(_, item)| item).collect();
        section.tally = section.items.iter().map(|item| item.card.light).collect();
        section
    };
    let mut sections: Vec<Section> = match group {
        Group::None | Group::Kind => Vec::new(),
        Group::Domain => {
            let domains = edition.domains.iter().enumerate();
            let section = |(index, domain): (usize, &crate::domain::Domain)| {
                let mut section = plain(domain.name.get(lang));
                section.domain = Some((index + 1, domain.seal.clone()));
                take(section, &|indicator, _| indicator.domain == domain.id)
            };
            domains.map(section).collect()
        }
        Group::Light => {
            let section = |light: Light| {
                let mut section = plain(scope.rule.label(light, lang));
                section.light = Some(light);
                take(section, &|_, card| card.light == light)
            };
            Light::ALL.into_iter().map(section).collect()
        }
        Group::Lead => {
            let section = |department: &crate::domain::Department| {
                take(plain(department.name.get(lang)), &|indicator, _| {
                    indicator.lead.as_ref() == Some(&department.id)
                })
            };
            edition.departments.iter().map(section).collect()
        }
    };
    let rest = lang.pick("未注明", "Not stated");
    sections
        .push(take(plain(if matches!(group, Group::None | Group::Kind) { "" } else { rest }), &|_, _| true));
    sections.retain(|section| !section.items.is_empty());
    sections
}

fn contains(indicator: &Indicator, wanted: &str) -> bool {
    let mut names = [&indicator.name, indicator.short()].into_iter();
    wanted.is_empty() || names.any(|name| fold(&name.zh).contains(wanted) || fold(&name.en).contains(wanted))
}

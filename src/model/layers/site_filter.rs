//! Which sites a map shows: those of a category, and those whose goals stand in a light.

use std::collections::{BTreeMap, BTreeSet};

use super::super::kinds;
use super::super::places::is_placed;
use super::super::scope::Scope;
use super::lights::SiteGoals;
use crate::domain::{Light, Site};
use crate::route::{LightFilter, ViewState};

/// The sites that are wanted, besides those of a domain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SiteFilter {
    /// `None` where all are.
    wanted: Option<BTreeSet<String>>,
}

impl SiteFilter {
    /// As the address says. A category that no site has is no filter.
    pub fn of(scope: &Scope<'_>, goals: &SiteGoals, state: &ViewState) -> Self {
        let sites = &scope.edition.sites;
        let category =
            state.map.category.as_ref().filter(|one| sites.iter().any(|site| site.category == **one));
        if category.is_none() && state.light == LightFilter::Any {
            return Self::default();
        }
        let lights = goals.sites(scope, scope.edition.month);
        let in_light = |site: &Site| {
            state.light == LightFilter::Any || lights(site).is_some_and(|light| state.light.admits(light))
        };
        let wanted =
            sites.iter().filter(|site| category.is_none_or(|one| site.category == *one) && in_light(site));
        Self { wanted: Some(wanted.map(|site| site.id.clone()).collect()) }
    }

    /// Whether there is anything to leave out.
    pub fn is_all(&self) -> bool {
        self.wanted.is_none()
    }

    /// Whether a site is wanted.
    pub fn admits(&self, id: &str) -> bool {
        self.wanted.as_ref().is_none_or(|wanted| wanted.contains(id))
    }
}

/// What there is to choose from, with the number of sites on the map of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SiteChoices {
    /// Categories: the word in the address, the name, how many; the most first.
    pub categories: Vec<(String, String, usize)>,
    /// Lights in which sites' goals stand, and how many of each.
    pub lights: Vec<(LightFilter, Light, usize)>,
}

impl SiteChoices {
    /// The choices of an edition.
    pub fn of(scope: &Scope<'_>, goals: &SiteGoals) -> Self {
        let lights = goals.sites(scope, scope.edition.month);
        let mut categories: BTreeMap<&str, usize> = BTreeMap::new();
        let mut counts: BTreeMap<&str, (Light, usize)> = BTreeMap::new();
        for site in scope.edition.sites.iter().filter(|site| is_placed(site)) {
            *categories.entry(&site.category).or_default() += 1;
            if let Some(light) = lights(site) {
                counts.entry(light.code()).or_insert((light, 0)).1 += 1;
            }
        }
        let mut categories: Vec<(String, String, usize)> = categories
            .into_iter()
            .map(|(word, count)| (word.to_owned(), kinds::site(word, scope.lang), count))
            .collect();
        categories.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
        let of =
            |filter: &LightFilter| counts.get(filter.code()).map(|(light, count)| (*filter, *light, *count));
        Self { categories, lights: LightFilter::ALL.iter().filter_map(of).collect() }
    }
}

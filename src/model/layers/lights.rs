//! How what is carried out in a township stands: the goals of the projects that have a site there, with their lights.

use std::collections::{BTreeMap, BTreeSet};

use super::super::scope::Scope;
use crate::domain::{Edition, Light, Month, Site, Tally};

/// The goals of sites: those of a site's project and its parts, and those that measure their tasks. Made once for an
/// edition, whatever is shown of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SiteGoals {
    /// By project, the positions of its goals.
    goals: Vec<BTreeSet<usize>>,
    /// The positions of projects by their ids, and by the ids of their sites.
    projects: [BTreeMap<String, usize>; 2],
    /// By township, the positions of the goals of its sites.
    of_town: BTreeMap<String, BTreeSet<usize>>,
}

/// The lights of a township's goals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TownLight {
    /// The gravest, in which the township is outlined.
    pub light: Light,
    /// All of them, which have to be said beside it.
    pub tally: Tally,
}

impl SiteGoals {
    /// Reads the ties of an edition.
    pub fn of(edition: &Edition) -> Self {
        let projects = edition.projects.iter().enumerate();
        let by_id = projects.clone().map(|(at, project)| (project.id.clone(), at)).collect();
        // Of several projects at a site the first counts.
        let by_site = projects.rev().filter_map(|(at, project)| Some((project.site.clone()?, at))).collect();
        let mut found =
            Self { goals: by_project(edition), projects: [by_id, by_site], of_town: BTreeMap::new() };
        for site in edition.sites.iter().filter(|site| !site.outside) {
            let (Some(goals), Some(town)) = (found.project(site).map(|at| &found.goals[at]), &site.township)
            else {
                continue;
            };
            if !goals.is_empty() && found.of_town.get(town).is_none_or(|known| !goals.is_subset(known)) {
                let goals = goals.clone();
                found.of_town.entry(town.clone()).or_default().extend(goals);
            }
        }
        found
    }

    /// The position of a site's project.
    fn project(&self, site: &Site) -> Option<usize> {
        let [by_id, by_site] = &self.projects;
        let named = site.project.as_ref().and_then(|id| by_id.get(id));
        named.into_iter().chain(by_site.get(&site.id)).min().copied()
    }

    /// Whether no township has goals.
    pub fn is_empty(&self) -> bool {
        self.of_town.is_empty()
    }

    /// The townships' lights at the end of a month, by code; a township without goals has none.
    pub fn towns(&self, scope: &Scope<'_>, month: Month) -> BTreeMap<String, TownLight> {
        let lights = lights(scope, month, self.of_town.values());
        let of = |goals: &BTreeSet<usize>| {
            let light = Light::gravest(goals.iter().map(|goal| lights[goal]))?;
            Some(TownLight { light, tally: goals.iter().map(|goal| lights[goal]).collect() })
        };
        self.of_town.iter().filter_map(|(code, goals)| Some((code.clone(), of(goals)?))).collect()
    }

    /// What tells a site's light at the end of a month: the gravest of its goals, `None` where it has none.
    pub fn sites(&self, scope: &Scope<'_>, month: Month) -> impl Fn(&Site) -> Option<Light> + use<'_> {
        let lights = lights(scope, month, self.goals.iter());
        let of = |goals: &BTreeSet<usize>| Light::gravest(goals.iter().map(|goal| lights[goal]));
        let lights: Vec<Option<Light>> = self.goals.iter().map(of).collect();
        move |site| lights[self.project(site)?]
    }
}

/// The light of every goal that is in one of the sets.
fn lights<'a>(
    scope: &Scope<'_>,
    month: Month,
    sets: impl Iterator<Item = &'a BTreeSet<usize>>,
) -> BTreeMap<usize, Light> {
    let goals: BTreeSet<usize> = sets.flatten().copied().collect();
    let light = |goal: usize| (goal, scope.light_at(&scope.edition.indicators[goal], month));
    goals.into_iter().map(light).collect()
}

/// By project, the positions of its own goals and of those that measure its tasks, its parts' included.
fn by_project(edition: &Edition) -> Vec<BTreeSet<usize>> {
    let place: BTreeMap<&str, usize> =
        edition.projects.iter().enumerate().map(|(at, project)| (project.id.as_str(), at)).collect();
    let lines: Vec<Vec<usize>> = edition
        .projects
        .iter()
        .map(|project| {
            edition
                .line_of(project)
                .into_iter()
                .filter_map(|above| place.get(above.id.as_str()).copied())
                .collect()
        })
        .collect();
    let mut found = vec![BTreeSet::new(); edition.projects.len()];
    let mut add = |project: Option<&String>, goal: usize| {
        let line = project.and_then(|id| place.get(id.as_str())).map(|at| &lines[*at]);
        for above in line.into_iter().flatten() {
            found[*above].insert(goal);
        }
    };
    for (at, goal) in edition.indicators.iter().enumerate() {
        add(goal.project.as_ref(), at);
        for task in edition.tasks.iter().filter(|task| task.indicators.contains(&goal.id)) {
            add(task.project.as_ref(), at);
        }
    }
    found
}

//! A project as a line of a table.

use super::super::card::{Provenance, provenance};
use super::super::place::Place;
use super::super::scope::Scope;
use super::super::{kinds, words};
use super::members::{Basis, Members, part_of};
use super::state::{NextDue, Stands, next_due, stands};
use crate::domain::{Indicator, Light, Site, Standing};

/// How a project stands, by a goal that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The goal's id.
    pub id: String,
    /// The goal's name.
    pub name: String,
    /// Its light.
    pub light: Light,
    /// How it stands, in a phrase.
    pub note: String,
    /// Whether generated figures decide it.
    pub demo: bool,
}

impl State {
    /// How a goal stands.
    pub fn of(scope: &Scope<'_>, goal: &Indicator, standing: &Standing) -> Self {
        Self {
            id: goal.id.clone(),
            name: goal.short().get(scope.lang).into(),
            light: standing.light,
            note: words::standing(scope, goal, standing),
            demo: provenance(scope, goal) == Provenance::Demo,
        }
    }
}

/// A project in a table.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind in words.
    pub kind: String,
    /// The project that it is a part of: id and name.
    pub part_of: Option<(String, String)>,
    /// The department that leads it: id and name.
    pub lead: Option<(String, String)>,
    /// How it stands.
    pub stands: Stands,
    /// How its own goals stand.
    pub goals: Vec<State>,
    /// Its sites: name and where they are.
    pub sites: Vec<(String, Place)>,
    /// What falls due next.
    pub next: Option<NextDue>,
    /// An editor's remark.
    pub note: Option<String>,
}

impl ProjectLine {
    /// The line of the project at a position.
    pub fn of(members: &Members<'_>, at: usize) -> Self {
        let scope = &members.scope;
        let (edition, lang, project) = (scope.edition, scope.lang, members.project(at));
        let own = members.goals(at).into_iter().filter(|(goal, basis)| {
            *basis == Basis::Own && edition.indicators[*goal].project.as_ref() == Some(&project.id)
        });
        let goals =
            own.map(|(goal, _)| State::of(scope, &edition.indicators[goal], &members.standings[goal]));
        let sites = edition.sites.iter().filter(|site| is_site_of(site, project));
        Self {
            id: project.id.clone(),
            name: project.name.get(lang).into(),
            kind: kinds::project(&project.kind, lang),
            part_of: part_of(edition, project)
                .map(|above| (above.id.clone(), above.name.get(lang).to_owned())),
            lead: named(scope, project.lead.as_deref()),
            stands: stands(members, at),
            goals: goals.collect(),
            sites: sites.map(|site| (site.name.get(lang).to_owned(), Place::site(edition, site))).collect(),
            next: next_due(members, at),
            note: project.note.as_ref().map(|note| note.get(lang).into()),
        }
    }
}

/// Whether a site is a project's.
pub fn is_site_of(site: &Site, project: &crate::domain::Project) -> bool {
    project.site.as_ref() == Some(&site.id) || site.project.as_ref() == Some(&project.id)
}

/// A department's id and name.
pub fn named(scope: &Scope<'_>, id: Option<&str>) -> Option<(String, String)> {
    let department = scope.edition.department(id?)?;
    Some((department.id.clone(), department.name.get(scope.lang).to_owned()))
}

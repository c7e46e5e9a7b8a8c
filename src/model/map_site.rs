//! The site that the reader chose on the map, and what there is to read on about it.

use super::notices::{NoticeLine, notices_about};
use super::places::MapSite;
use super::projects::{State, is_site_of, named};
use super::scope::Scope;
use crate::domain::Task;

/// The site.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenSite {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its township and domain, and how exact its place is.
    pub detail: String,
    /// The editor's remark, such as how it was placed.
    pub note: Option<String>,
    /// Its project: id and name.
    pub project: Option<(String, String)>,
    /// How many tasks that project and its parts have.
    pub tasks: usize,
    /// The departments that lead it, ids and names: that of the project, else those of its tasks.
    pub leads: Vec<(String, String)>,
    /// The goals of that project and its parts, and those that measure their tasks.
    pub goals: Vec<State>,
    /// The domain: id and name.
    pub domain: Option<(String, String)>,
    /// The announcements about it.
    pub notices: Vec<NoticeLine>,
}

/// What there is to read on about a site of the map.
pub fn chosen_site(scope: &Scope<'_>, site: &MapSite) -> Option<ChosenSite> {
    let (edition, lang) = (scope.edition, scope.lang);
    let record = edition.sites.iter().find(|known| known.id == site.id)?;
    let project = edition.projects.iter().find(|project| is_site_of(record, project));
    let is_within = |id: Option<&str>| {
        let line = id.and_then(|id| edition.project(id)).map(|one| edition.line_of(one)).unwrap_or_default();
        project.is_some_and(|project| line.iter().any(|above| above.id == project.id))
    };
    let tasks: Vec<&Task> = edition.tasks.iter().filter(|task| is_within(task.project.as_deref())).collect();
    let goals = edition.indicators.iter().filter(|goal| {
        is_within(goal.project.as_deref()) || tasks.iter().any(|task| task.indicators.contains(&goal.id))
    });
    let mut leads: Vec<(String, String)> = Vec::new();
    let stated = project.and_then(|project| project.lead.as_deref());
    let of_tasks = tasks.iter().filter(|_| stated.is_none()).filter_map(|task| task.lead.as_deref());
    for lead in stated.into_iter().chain(of_tasks).filter_map(|id| named(scope, Some(id))) {
        if !leads.contains(&lead) {
            leads.push(lead);
        }
    }
    let domain = edition.domain(&record.domain);
    Some(ChosenSite {
        id: record.id.clone(),
        name: record.name.get(lang).into(),
        detail: site.detail.to_string(),
        note: record.note.as_ref().map(|note| note.get(lang).into()),
        tasks: tasks.len(),
        leads,
        goals: goals.map(|goal| State::of(scope, goal, &scope.standing(goal))).collect(),
        project: project.map(|project| (project.id.clone(), project.name.get(lang).into())),
        domain: domain.map(|domain| (domain.id.clone(), domain.name.get(lang).into())),
        notices: notices_about(scope, &record.id),
    })
}

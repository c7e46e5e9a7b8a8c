//! The site that the reader chose on the map, and what there is to read on about it.

use super::notices::{NoticeLine, notices_about};
use super::places::{MapSite, position};
use super::projects::{State, is_site_of, named};
use super::scope::Scope;
use super::spark::{Spark, spark};
use crate::domain::{Indicator, Project, Task};

/// A goal of the site's project with its small picture.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteGoal {
    /// How it stands.
    pub state: State,
    /// How it came there.
    pub spark: Spark,
}

/// The site.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenSite {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its township and domain, and how exact its place is.
    pub detail: String,
    /// Its coordinates, written no finer than they are known; `None` where only its township is.
    pub position: Option<String>,
    /// The editor's remark, such as how it was placed.
    pub note: Option<String>,
    /// Its township: code and name.
    pub township: Option<(String, String)>,
    /// Its project: id and name.
    pub project: Option<(String, String)>,
    /// How many tasks that project and its parts have.
    pub tasks: usize,
    /// The departments that lead it, ids and names: that of the project, else those of its tasks.
    pub leads: Vec<(String, String)>,
    /// The goals of that project and its parts, and those that measure their tasks.
    pub goals: Vec<SiteGoal>,
    /// The domain: id and name.
    pub domain: Option<(String, String)>,
    /// The announcements about it.
    pub notices: Vec<NoticeLine>,
}

/// What a project and its parts consist of.
#[derive(Default)]
pub(super) struct Work<'a> {
    /// Their tasks.
    pub tasks: Vec<&'a Task>,
    /// The departments that lead, ids and names: that of the project, else those of its tasks.
    pub leads: Vec<(String, String)>,
    /// Their goals, and those that measure their tasks.
    pub goals: Vec<&'a Indicator>,
}

/// The tasks, leading departments and goals of a project and its parts.
pub(super) fn work_of<'a>(scope: &Scope<'a>, project: &Project) -> Work<'a> {
    let edition = scope.edition;
    let is_within = |id: Option<&str>| {
        let line = id.and_then(|id| edition.project(id)).map(|one| edition.line_of(one)).unwrap_or_default();
        line.iter().any(|above| above.id == project.id)
    };
    let tasks: Vec<&Task> = edition.tasks.iter().filter(|task| is_within(task.project.as_deref())).collect();
    let goals = edition.indicators.iter().filter(|goal| {
        is_within(goal.project.as_deref()) || tasks.iter().any(|task| task.indicators.contains(&goal.id))
    });
    let mut leads: Vec<(String, String)> = Vec::new();
    let stated = project.lead.as_deref();
    let of_tasks = tasks.iter().filter(|_| stated.is_none()).filter_map(|task| task.lead.as_deref());
    for lead in stated.into_iter().chain(of_tasks).filter_map(|id| named(scope, Some(id))) {
        if !leads.contains(&lead) {
            leads.push(lead);
        }
    }
    Work { goals: goals.collect(), tasks, leads }
}

/// What there is to read on about a site of the map.
pub fn chosen_site(scope: &Scope<'_>, site: &MapSite) -> Option<ChosenSite> {
    let (edition, lang) = (scope.edition, scope.lang);
    let record = edition.sites.iter().find(|known| known.id == site.id)?;
    let project = edition.projects.iter().find(|project| is_site_of(record, project));
    let Work { tasks, leads, goals } = project.map(|project| work_of(scope, project)).unwrap_or_default();
    let goals = goals.into_iter().map(|goal| {
        let standing = scope.standing(goal);
        SiteGoal { state: State::of(scope, goal, &standing), spark: spark(scope, goal, &standing) }
    });
    let domain = edition.domain(&record.domain);
    let township = record.township.as_deref().and_then(|code| edition.township(code));
    Some(ChosenSite {
        id: record.id.clone(),
        name: record.name.get(lang).into(),
        detail: site.detail.to_string(),
        position: position(site.at, site.precision, lang),
        note: record.note.as_ref().map(|note| note.get(lang).into()),
        township: township.map(|town| (town.code.clone(), town.name.get(lang).into())),
        tasks: tasks.len(),
        leads,
        goals: goals.collect(),
        project: project.map(|project| (project.id.clone(), project.name.get(lang).into())),
        domain: domain.map(|domain| (domain.id.clone(), domain.name.get(lang).into())),
        notices: notices_about(scope, &record.id),
    })
}

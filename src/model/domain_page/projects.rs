//! A domain's projects: works and systems, each with its parts.

use super::super::scope::Scope;
use super::super::{kinds, words};
use super::concerns;
use crate::domain::{Domain, Light, Project, order};

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

/// A project in the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind in words.
    pub kind: String,
    /// Who leads it.
    pub lead: Option<String>,
    /// Its site: id and name.
    pub site: Option<(String, String)>,
    /// The name of the part that it is a part of, where that stands between it and the group's head.
    pub within: Option<String>,
    /// How it stands, where the data say so.
    pub states: Vec<State>,
    /// An editor's remark.
    pub note: Option<String>,
}

/// A project of another domain under which parts of this one stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Parent {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind in words.
    pub kind: String,
    /// The id of its domain.
    pub domain: String,
    /// The name of its domain.
    pub domain_name: String,
}

/// A work or system with its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectGroup {
    /// Where the head is of another domain, or not among those asked for.
    pub parent: Option<Parent>,
    /// The head, where it is one of those asked for, and its parts.
    pub rows: Vec<ProjectRow>,
}

/// The projects of a domain, or those of them that a department leads, or supports by a task.
pub fn projects(scope: &Scope<'_>, domain: &Domain, dept: Option<&str>) -> Vec<ProjectGroup> {
    let edition = scope.edition;
    let asked = |project: &&Project| {
        dept.is_none_or(|dept| {
            let of_project = |task: &&crate::domain::Task| task.project.as_ref() == Some(&project.id);
            project.lead.as_deref() == Some(dept)
                || edition.tasks.iter().filter(of_project).any(|task| concerns(task, dept))
        })
    };
    let mut groups: Vec<(&Project, Vec<&Project>)> = Vec::new();
    for project in edition.projects.iter().filter(|project| project.domain == domain.id).filter(asked) {
        let head = head(&edition.projects, project);
        match groups.iter_mut().find(|(known, _)| known.id == head.id) {
            Some((_, rows)) => rows.push(project),
            None => groups.push((head, vec![project])),
        }
    }
    // Works of this domain first, then its share in works of others.
    order::sort_by_key(&mut groups, |(head, _)| head.domain != domain.id);
    let groups = groups.into_iter().map(|(head, mut rows)| {
        order::sort_by_key(&mut rows, |project| project.id != head.id);
        ProjectGroup {
            parent: (rows.first().map(|first| &first.id) != Some(&head.id)).then(|| parent(scope, head)),
            rows: rows.iter().map(|project| row(scope, project, head)).collect(),
        }
    });
    groups.collect()
}

fn above<'a>(projects: &'a [Project], project: &Project) -> Option<&'a Project> {
    let id = project.parent.as_deref()?;
    projects.iter().find(|above| above.id == id)
}

/// The head of a project's group: the work or system that it is or belongs to. What has parts of parts is a programme
/// that holds everything and heads nothing but itself.
fn head<'a>(projects: &'a [Project], project: &'a Project) -> &'a Project {
    let mut line = vec![project];
    while let Some(next) = line.last().and_then(|last| above(projects, last)) {
        // A loop in the data must not become one here.
        if line.iter().any(|known| known.id == next.id) {
            break;
        }
        line.push(next);
    }
    let top = line[line.len() - 1];
    let is_programme = projects.iter().any(|part| {
        above(projects, part).and_then(|above_it| above(projects, above_it)).is_some_and(|it| it.id == top.id)
    });
    if is_programme && line.len() > 1 { line[line.len() - 2] } else { top }
}

fn parent(scope: &Scope<'_>, head: &Project) -> Parent {
    let lang = scope.lang;
    Parent {
        id: head.id.clone(),
        name: head.name.get(lang).into(),
        kind: kinds::project(&head.kind, lang),
        domain: head.domain.clone(),
        domain_name: scope
            .edition
            .domain(&head.domain)
            .map(|it| it.name.get(lang))
            .unwrap_or_default()
            .into(),
    }
}

fn row(scope: &Scope<'_>, project: &Project, head: &Project) -> ProjectRow {
    let (edition, lang) = (scope.edition, scope.lang);
    let site = edition.sites.iter().find(|site| Some(&site.id) == project.site.as_ref());
    let above =
        above(&edition.projects, project).filter(|above| above.id != head.id && project.id != head.id);
    let goals = edition.indicators.iter().filter(|goal| goal.project.as_ref() == Some(&project.id));
    let states = goals.map(|goal| {
        let standing = scope.standing(goal);
        State {
            id: goal.id.clone(),
            name: goal.short().get(lang).into(),
            light: standing.light,
            note: words::standing(scope, goal, &standing),
            demo: scope.is_demo(),
        }
    });
    ProjectRow {
        id: project.id.clone(),
        name: project.name.get(lang).into(),
        kind: kinds::project(&project.kind, lang),
        lead: scope.department(project.lead.as_deref()).map(str::to_owned),
        site: site.map(|site| (site.id.clone(), site.name.get(lang).into())),
        within: above.map(|above| above.name.get(lang).into()),
        states: states.collect(),
        note: project.note.as_ref().map(|note| note.get(lang).into()),
    }
}

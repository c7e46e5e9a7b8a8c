//! A domain's projects: works and systems, each with its parts.

use super::super::kinds;
use super::super::projects::{State, head, named, part_of};
use super::super::scope::Scope;
use super::concerns;
use crate::domain::{Domain, Project, order};

/// A project in the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind in words.
    pub kind: String,
    /// The department that leads it: id and name.
    pub lead: Option<(String, String)>,
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
        let head = head(edition, project);
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
    let above = part_of(edition, project).filter(|above| above.id != head.id && project.id != head.id);
    let goals = edition.indicators.iter().filter(|goal| goal.project.as_ref() == Some(&project.id));
    let states = goals.map(|goal| State::of(scope, goal, &scope.standing(goal)));
    ProjectRow {
        id: project.id.clone(),
        name: project.name.get(lang).into(),
        kind: kinds::project(&project.kind, lang),
        lead: named(scope, project.lead.as_deref()),
        site: site.map(|site| (site.id.clone(), site.name.get(lang).into())),
        within: above.map(|above| above.name.get(lang).into()),
        states: states.collect(),
        note: project.note.as_ref().map(|note| note.get(lang).into()),
    }
}

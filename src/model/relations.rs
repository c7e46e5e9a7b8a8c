//! Who answers for a goal, what is done for it, and where.

use super::place::Place;
use super::places;
use super::scope::Scope;
use crate::domain::{Indicator, Project, Task};
use crate::route::View;

/// A record that belongs to a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its role, section or place.
    pub detail: String,
    /// Its light, where it has one.
    pub light: Option<crate::domain::Light>,
    /// Where it stands.
    pub place: Place,
}

/// Everything that belongs to a goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relations {
    /// Leading and supporting departments.
    pub departments: Vec<Related>,
    /// Linked tasks.
    pub tasks: Vec<Related>,
    /// Projects of the goal and of its tasks.
    pub projects: Vec<Related>,
    /// Sites of those projects.
    pub sites: Vec<Related>,
}

/// What belongs to an indicator.
pub fn relations(scope: &Scope<'_>, indicator: &Indicator) -> Relations {
    let edition = scope.edition;
    let linked = |task: &&Task| task.indicators.contains(&indicator.id);
    let tasks: Vec<&Task> = edition.tasks.iter().filter(linked).collect();
    let mut ids: Vec<&String> = indicator.project.iter().collect();
    ids.extend(tasks.iter().flat_map(|task| edition.parts_of(task)).filter_map(|task| task.project.as_ref()));
    let projects: Vec<&Project> =
        edition.projects.iter().filter(|project| ids.contains(&&project.id)).collect();
    Relations {
        departments: departments(scope, indicator, &tasks),
        tasks: tasks.iter().map(|task| related_task(scope, task)).collect(),
        sites: sites(scope, &projects),
        projects: projects.iter().map(|project| related_project(scope, project)).collect(),
    }
}

fn departments(scope: &Scope<'_>, indicator: &Indicator, tasks: &[&Task]) -> Vec<Related> {
    let lang = scope.lang;
    let mut departments: Vec<Related> = Vec::new();
    let mut add = |id: &str, role: &str| {
        if let Some(name) = scope.department(Some(id))
            && !departments.iter().any(|known| known.id == id)
        {
            departments.push(Related {
                id: id.into(),
                name: name.into(),
                detail: role.into(),
                light: None,
                place: Place::record(View::Departments, id),
            });
        }
    };
    if let Some(lead) = &indicator.lead {
        add(lead, lang.pick("牵头", "lead"));
    }
    for task in tasks {
        for id in task.lead.iter().chain(&task.support) {
            add(id, lang.pick("配合", "support"));
        }
    }
    departments
}

fn related_task(scope: &Scope<'_>, task: &Task) -> Related {
    Related {
        id: task.id.clone(),
        name: task.name.get(scope.lang).into(),
        detail: task.section.clone(),
        light: Some(task.light(scope.edition, scope.rule).light),
        place: Place::item(View::Tasks, &task.id),
    }
}

/// A project with its lead.
pub(super) fn related_project(scope: &Scope<'_>, project: &Project) -> Related {
    Related {
        id: project.id.clone(),
        name: project.name.get(scope.lang).into(),
        detail: scope.department(project.lead.as_deref()).unwrap_or_default().into(),
        light: None,
        place: Place::record(View::Projects, &project.id),
    }
}

/// The sites of projects.
pub(super) fn sites(scope: &Scope<'_>, projects: &[&Project]) -> Vec<Related> {
    let (edition, lang) = (scope.edition, scope.lang);
    let belongs = |id: &Option<String>| projects.iter().any(|project| Some(&project.id) == id.as_ref());
    let sites = edition.sites.iter().filter(|site| belongs(&site.project));
    sites
        .map(|site| {
            let place = places::whereabouts(edition, site, lang);
            Related {
                id: site.id.clone(),
                name: site.name.get(lang).into(),
                detail: place.into(),
                light: None,
                place: Place::site(edition, site),
            }
        })
        .collect()
}

//! One month's edition of the plan: every record with its series up to that month.

use serde::{Deserialize, Serialize};

use super::indicator::Indicator;
use super::month::{Day, Month};
use super::record::{Department, Document, Domain, Notice, OrgUnit, Project, Site, Source, Township};
use super::task::Task;

/// Whether an edition's figures are official or made for demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EditionKind {
    /// The plan's facts, and figures with a named source.
    Official,
    /// Figures without a source are generated; the demo mark stands wherever one is shown.
    Demo,
}

/// The plan as it stood at the end of a month.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// The edition's month, also its id.
    pub month: Month,
    /// The day up to which figures reach.
    pub as_of: Day,
    /// The day it was published.
    pub published: Option<Day>,
    /// Official or demonstration.
    pub kind: EditionKind,
    /// The plan's first month.
    pub start: Month,
    /// The plan's last month.
    pub end: Month,
    /// The plan's domains, in its order.
    pub domains: Vec<Domain>,
    /// Units and bodies.
    pub departments: Vec<Department>,
    /// Projects.
    pub projects: Vec<Project>,
    /// Goals with their figures, in the plan's order.
    pub indicators: Vec<Indicator>,
    /// Tasks, parents before their parts.
    pub tasks: Vec<Task>,
    /// Named places.
    pub sites: Vec<Site>,
    /// Townships, by code.
    pub townships: Vec<Township>,
    /// The organisation.
    pub organisation: Vec<OrgUnit>,
    /// The plan and its basis documents.
    pub documents: Vec<Document>,
    /// Sources of figures and events.
    pub sources: Vec<Source>,
    /// Announcements.
    pub notices: Vec<Notice>,
}

impl Edition {
    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The domain with this id.
    pub fn domain(&self, id: &str) -> Option<&Domain> {
        self.domains.iter().find(|domain| domain.id == id)
    }

    /// The department with this id.
    pub fn department(&self, id: &str) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The township with this code.
    pub fn township(&self, code: &str) -> Option<&Township> {
        self.townships.iter().find(|township| township.code == code)
    }

    /// The project with this id.
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.projects.iter().find(|project| project.id == id)
    }

    /// The project itself and those that it is a part of, the next above it first. It ends where the data run in a
    /// circle.
    pub fn line_of<'a>(&'a self, project: &'a Project) -> Vec<&'a Project> {
        let mut line: Vec<&Project> = Vec::new();
        let mut next = Some(project);
        while let Some(project) = next.filter(|project| line.iter().all(|known| known.id != project.id)) {
            line.push(project);
            next = project.parent.as_deref().and_then(|id| self.project(id));
        }
        line
    }

    /// The task itself and everything below it.
    pub fn parts_of<'a>(&'a self, task: &'a Task) -> impl Iterator<Item = &'a Task> {
        let mut below = vec![task.id.as_str()];
        // Parents stand before their parts, so that one pass finds every level.
        let parts: Vec<&Task> = self
            .tasks
            .iter()
            .filter(|part| {
                let inside = part.parent.as_deref().is_some_and(|parent| below.contains(&parent));
                if inside {
                    below.push(&part.id);
                }
                inside
            })
            .collect();
        std::iter::once(task).chain(parts)
    }
}

//! What belongs to a project: its parts, its tasks and theirs, and the goals by which these are measured.

use std::collections::BTreeSet;

use super::super::scope::Scope;
use super::super::tasks::Rows;
use crate::domain::{Edition, Project, Standing};

/// By what a goal belongs to a project; what says more comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// It is a goal of the project or of a part of it.
    Own,
    /// A task of the project is measured by it.
    Task,
    /// A task above one of the project's is measured by it, which says little of the project itself.
    Above,
}

/// Projects, tasks and goals of an edition with their ties, made once.
pub struct Members<'a> {
    /// The edition as it is seen.
    pub scope: Scope<'a>,
    /// The tasks with their lights.
    pub rows: Rows<'a>,
    /// How each goal stands.
    pub standings: Vec<Standing>,
    /// Of every project the projects that it is a part of, itself first.
    lines: Vec<Vec<usize>>,
    /// The project of every task.
    of_task: Vec<Option<usize>>,
}

impl<'a> Members<'a> {
    /// Reads the ties of an edition.
    pub fn new(scope: &Scope<'a>) -> Self {
        let edition = scope.edition;
        let place = |id: &str| edition.projects.iter().position(|project| project.id == id);
        let line = |project: &Project| {
            edition.line_of(project).into_iter().filter_map(|project| place(&project.id)).collect()
        };
        Self {
            scope: *scope,
            rows: Rows::new(scope),
            standings: edition.indicators.iter().map(|goal| scope.standing(goal)).collect(),
            lines: edition.projects.iter().map(line).collect(),
            of_task: edition.tasks.iter().map(|task| place(task.project.as_deref()?)).collect(),
        }
    }

    /// The project at a position.
    pub fn project(&self, at: usize) -> &'a Project {
        &self.scope.edition.projects[at]
    }

    /// The positions of a project's parts, in the plan's order.
    pub fn parts(&self, at: usize) -> impl Iterator<Item = usize> {
        (0..self.lines.len()).filter(move |part| self.lines[*part].get(1) == Some(&at))
    }

    /// How many projects stand above one.
    pub fn depth(&self, at: usize) -> usize {
        self.lines[at].len().saturating_sub(1)
    }

    /// Whether one project is another or a part of it.
    pub fn is_within(&self, part: usize, project: usize) -> bool {
        self.lines[part].contains(&project)
    }

    /// The positions of the tasks of a project and of its parts.
    pub fn tasks(&self, at: usize) -> Vec<usize> {
        let own = |task: &usize| self.of_task[*task].is_some_and(|project| self.is_within(project, at));
        (0..self.of_task.len()).filter(own).collect()
    }

    /// The positions of a project's goals with what binds them to it, in the plan's order.
    pub fn goals(&self, at: usize) -> Vec<(usize, Basis)> {
        let (edition, tree) = (self.scope.edition, &self.rows.tree);
        let linked = |task: usize| tree.task(task).indicators.iter();
        let mut by_task: BTreeSet<&str> = BTreeSet::new();
        let mut above: BTreeSet<&str> = BTreeSet::new();
        for task in self.tasks(at) {
            by_task.extend(linked(task).map(String::as_str));
            // The goal's page names the projects of the tasks below its own; here they are on the way back.
            let mut next = tree.parent(task).filter(|_| self.of_task[task] == Some(at));
            while let Some(task) = next {
                above.extend(linked(task).map(String::as_str));
                next = tree.parent(task);
            }
        }
        let within = |id: &str| {
            let project = edition.projects.iter().position(|project| project.id == id);
            project.is_some_and(|project| self.is_within(project, at))
        };
        let goals = edition.indicators.iter().enumerate().filter_map(|(goal, indicator)| {
            let basis = if indicator.project.as_deref().is_some_and(within) {
                Basis::Own
            } else if by_task.contains(indicator.id.as_str()) {
                Basis::Task
            } else if above.contains(indicator.id.as_str()) {
                Basis::Above
            } else {
                return None;
            };
            Some((goal, basis))
        });
        goals.collect()
    }
}

/// The head of a project's group: the work or system that it is or belongs to. What has parts of parts is a programme
/// that holds everything and heads nothing but itself.
pub fn head<'a>(edition: &'a Edition, project: &'a Project) -> &'a Project {
    let line = edition.line_of(project);
    let top = line[line.len() - 1];
    let is_programme = edition.projects.iter().any(|part| {
        part_of(edition, part).and_then(|above| part_of(edition, above)).is_some_and(|it| it.id == top.id)
    });
    if is_programme && line.len() > 1 { line[line.len() - 2] } else { top }
}

/// The project that one is a part of.
pub fn part_of<'a>(edition: &'a Edition, project: &Project) -> Option<&'a Project> {
    edition.project(project.parent.as_deref()?)
}

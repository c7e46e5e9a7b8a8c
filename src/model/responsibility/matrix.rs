//! Departments against tasks or projects: made once for an edition, narrowed many times.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::counting::counts;
use super::super::scope::Scope;
use super::super::search::{Hearing, Name, Searched};
use super::super::tasks::Ledger;
use super::super::{kinds, words};
use super::duties::{Role, Roles, add, of_task};
use super::units::{Unit, units};
use crate::domain::{Lang, Light, Project, Task};
use crate::route::Rows;

/// A task or project with those who answer for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The id of the task or project.
    pub id: String,
    /// Whether it is a project.
    pub is_project: bool,
    /// Its name.
    pub name: String,
    /// The section of the plan that states a task, or the kind of a project.
    pub detail: String,
    /// The light of a task, those of a project's own goals, each with its words.
    pub lights: Vec<(Light, String)>,
    /// The numbers of the departments, ascending, with their roles.
    pub cells: Vec<(usize, Role)>,
    /// Whether generated figures decide a light.
    pub demo: bool,
}

impl Row {
    /// Whether a department has a role in it.
    pub fn has(&self, unit: usize, role: Role) -> bool {
        self.cells.iter().any(|(one, is)| *one == unit && is.is(role))
    }
}

/// What a chosen department does, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Its number.
    pub unit: usize,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `牵头10项（其中推定2项），配合1项`.
    pub text: String,
}

/// A project and what it is found by.
pub(super) struct ProjectEntry {
    pub(super) domain: usize,
    pub(super) names: Vec<Name>,
    /// Its tasks' entries in the ledger.
    pub(super) tasks: Vec<usize>,
}

/// Who answers for what.
pub struct Matrix {
    /// The tasks.
    pub ledger: Arc<Ledger>,
    /// The departments that have a role.
    pub units: Vec<Unit>,
    /// Every task of the ledger, in its order, and behind them every project.
    pub rows: Vec<Row>,
    /// Whether the data name anybody who supervises.
    pub is_supervised: bool,
    pub(super) projects: Vec<ProjectEntry>,
    pub(super) lang: Lang,
}

impl Searched for Matrix {
    fn hearing(&self) -> &Hearing {
        self.ledger.hearing()
    }
}

impl Matrix {
    /// Makes the matrix.
    pub fn new(scope: &Scope<'_>) -> Self {
        let (edition, lang) = (scope.edition, scope.lang);
        let ledger = Ledger::new(scope);
        let leads = edition.projects.iter().filter_map(|project| project.lead.as_deref());
        let serving: BTreeSet<&str> =
            edition.tasks.iter().flat_map(Task::departments).map(String::as_str).chain(leads).collect();
        let units = units(scope, |id| serving.contains(id));
        let number: BTreeMap<&str, usize> =
            units.iter().enumerate().map(|(at, unit)| (unit.id.as_str(), at)).collect();
        let tasks: BTreeMap<&str, &Task> =
            edition.tasks.iter().map(|task| (task.id.as_str(), task)).collect();
        let mut roles: Vec<Roles> = ledger
            .entries
            .iter()
            .map(|entry| {
                tasks.get(entry.row.id.as_str()).map(|task| of_task(task, &number)).unwrap_or_default()
            })
            .collect();
        // Parts stand behind what they are parts of.
        for at in (0..roles.len()).rev() {
            if let Some(parent) = ledger.entries[at].parent {
                let below: Vec<usize> = roles[at].keys().copied().collect();
                below.into_iter().for_each(|unit| add(&mut roles[parent], Some(unit), Role::Parts));
            }
        }
        let mut of_project: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, entry) in ledger.entries.iter().enumerate() {
            let project = tasks.get(entry.row.id.as_str()).and_then(|task| task.project.as_deref());
            if let Some(project) = project.filter(|_| !roles[at].is_empty()) {
                of_project.entry(project).or_default().push(at);
            }
        }
        let mut project_rows: Vec<Row> = Vec::with_capacity(edition.projects.len());
        let mut projects = Vec::with_capacity(edition.projects.len());
        for project in &edition.projects {
            let tasks = of_project.remove(project.id.as_str()).unwrap_or_default();
            project_rows.push(project_row(scope, project, &number, tasks.iter().map(|at| &roles[*at])));
            let texts = [&project.name.zh, &project.name.en];
            projects.push(ProjectEntry {
                domain: edition
                    .domains
                    .iter()
                    .position(|one| one.id == project.domain)
                    .map_or(0, |at| at + 1),
                names: texts.map(|text| Name::new(text)).into(),
                tasks,
            });
        }
        let task_rows = ledger.entries.iter().zip(roles).map(|(entry, roles)| Row {
            id: entry.row.id.clone(),
            is_project: false,
            name: entry.row.name.clone(),
            detail: entry.row.section.clone(),
            lights: entry.row.light.clone().into_iter().collect(),
            cells: roles.into_iter().collect(),
            demo: entry.row.demo,
        });
        let rows = task_rows.chain(project_rows).collect();
        Self {
            is_supervised: edition.tasks.iter().any(|task| !task.supervise.is_empty()),
            ledger: Arc::new(ledger),
            units,
            rows,
            projects,
            lang,
        }
    }

    /// The number of the department with this id.
    pub fn unit(&self, id: &str) -> Option<usize> {
        self.units.iter().position(|unit| unit.id == id)
    }

    /// The departments whose roles count at a row, beside the row above that counts, too.
    pub(super) fn own(&self, at: usize, above: Option<usize>) -> impl Iterator<Item = (usize, Role)> {
        let (row, above) = (&self.rows[at], above.map(|above| &self.rows[above]));
        row.cells.iter().copied().filter(move |(unit, role)| counts(row, above, |row| row.has(*unit, *role)))
    }

    /// How many tasks or projects a department has a role in.
    fn count(&self, rows: Rows, unit: usize, role: impl Fn(Role) -> bool) -> usize {
        let tasks = self.ledger.entries.len();
        let is_task = |at: &usize| self.ledger.entries[*at].row.depth > 0;
        let counted: Vec<(usize, Option<usize>)> = match rows {
            Rows::Tasks => {
                let above = |at: usize| self.ledger.entries[at].parent.filter(is_task);
                (0..tasks).filter(is_task).map(|at| (at, above(at))).collect()
            }
            Rows::Projects => (tasks..self.rows.len()).map(|at| (at, None)).collect(),
        };
        let own = counted.into_iter().flat_map(|(at, above)| self.own(at, above));
        own.filter(|(one, is)| *one == unit && role(*is)).count()
    }

    /// Who leads and who supports most: `区商务局牵头10项；配合最多的是区经信局，8项`.
    pub fn headline(&self, rows: Rows) -> String {
        let lang = self.lang;
        let most = |role: fn(Role) -> bool| {
            let counts = (0..self.units.len()).map(|unit| (self.count(rows, unit, role), unit));
            // The first of those that have as many.
            counts.filter(|(count, _)| *count > 0).max_by_key(|(count, unit)| (*count, usize::MAX - unit))
        };
        let Some((led, leader)) = most(Role::leads) else {
            return lang.pick("没有写明谁牵头".into(), "Nobody is named to lead".into());
        };
        let leader = &self.units[leader].short;
        let noun = match rows {
            Rows::Tasks => words::plural(led as i32, "task"),
            Rows::Projects => words::plural(led as i32, "project"),
        };
        let of = lang.pick(if rows == Rows::Tasks { "项" } else { "个项目" }, "");
        let head = lang.pick(format!("{leader}牵头{led}{of}"), format!("{leader} leads {led} {noun}"));
        let Some((count, unit)) = most(|role| role == Role::Support) else { return head };
        let support = &self.units[unit].short;
        lang.pick(
            format!("{head}；配合最多的是{support}，{count}{of}"),
            format!("{head}; {support} supports most, {count}"),
        )
    }

    /// What the department with this id does; `None` where it has no role.
    pub fn chosen(&self, id: &str, rows: Rows) -> Option<Chosen> {
        let lang = self.lang;
        let unit = self.unit(id)?;
        let count = |role: fn(Role) -> bool| self.count(rows, unit, role);
        let inferred = count(|role| role == Role::Inferred);
        let of_them = match inferred {
            0 => String::new(),
            _ => lang.pick(format!("（其中推定{inferred}项）"), format!(" ({inferred} of them inferred)")),
        };
        let duties = [
            (count(Role::leads), "牵头", "leads", of_them.as_str()),
            (count(|role| role == Role::Support), "配合", "supports", ""),
            (count(|role| role == Role::Supervise), "督查", "supervises", ""),
            // Parts of tasks are counted with those.
            (
                if rows == Rows::Projects { count(|role| role == Role::Parts) } else { 0 },
                "只在分项中有分工的",
                "has a role in parts only of",
                "",
            ),
        ];
        let duties = duties.into_iter().filter(|(count, ..)| *count > 0);
        let duties = duties.map(|(count, zh, en, more)| {
            lang.pick(format!("{zh}{count}项{more}"), format!("{en} {count}{more}"))
        });
        let text = duties.collect::<Vec<_>>().join(lang.pick("，", ", "));
        let Unit { id, name, .. } = self.units[unit].clone();
        Some(Chosen { unit, id, name, text })
    }
}

/// A project: who leads it, and who has a role in its tasks.
fn project_row<'a>(
    scope: &Scope<'_>,
    project: &Project,
    number: &BTreeMap<&str, usize>,
    tasks: impl Iterator<Item = &'a Roles>,
) -> Row {
    let lang = scope.lang;
    let mut roles = Roles::new();
    add(&mut roles, project.lead.as_deref().and_then(|id| number.get(id).copied()), Role::Lead);
    for (unit, role) in tasks.flatten() {
        // Who leads a task of it supports the project, unless it leads that, too.
        let role = if role.leads() { Role::Support } else { *role };
        add(&mut roles, Some(*unit), role);
    }
    let goals = scope.edition.indicators.iter().filter(|goal| goal.project.as_ref() == Some(&project.id));
    let lights: Vec<(Light, String)> = goals
        .map(|goal| {
            let light = scope.standing(goal).light;
            let (name, word) = (goal.short().get(lang), scope.rule.label(light, lang));
            (light, lang.pick(format!("{name}　{word}"), format!("{name}: {word}")))
        })
        .collect();
    Row {
        id: project.id.clone(),
        is_project: true,
        name: project.name.get(lang).into(),
        detail: kinds::project(&project.kind, lang),
        demo: scope.is_demo() && !lights.is_empty(),
        lights,
        cells: roles.into_iter().collect(),
    }
}

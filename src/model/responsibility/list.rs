//! The rows and columns that the address asks for.

use super::super::search::{Query, Searched, fits};
use super::super::tasks::{Division, Shown};
use super::super::words;
use super::duties::Role;
use super::matrix::{Matrix, ProjectEntry};
use crate::route::{DueFilter, Face, Group, LightFilter, Rows, Sort, ViewState};

/// How many rows a department has which role in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Leads, stated or inferred.
    pub leads: usize,
    /// Supports.
    pub supports: usize,
    /// Supervises.
    pub supervises: usize,
}

/// The rows that pass the filters, and the departments that have a role in one.
#[derive(Clone, Debug, PartialEq)]
pub struct Duties {
    /// The rows in divisions; `at` is a row of the matrix.
    pub divisions: Vec<Division>,
    /// The numbers of the departments.
    pub columns: Vec<usize>,
    /// Sums below the columns, of the rows that pass; parts count with their items, unless others answer for them.
    pub sums: Vec<Sums>,
    /// How many rows pass, in words.
    pub counted: String,
    /// Whether anything is filtered.
    pub filtered: bool,
}

/// The rows of a division that pass, each with the row of the matrix that stands above it and passes, too.
pub(super) fn passing(division: &Division) -> impl Iterator<Item = (&Shown, Option<usize>)> {
    let above = |shown: &Shown| {
        let above = shown.parent.map(|parent| &division.rows[parent]);
        above.filter(|above| !above.context).map(|above| above.at)
    };
    division.rows.iter().filter(|shown| !shown.context).map(move |shown| (shown, above(shown)))
}

/// What the rows are in a state of the address: who works with whom is told of tasks alone.
pub fn rows_of(state: &ViewState) -> Rows {
    if state.face == Face::Flow { Rows::Tasks } else { state.rows }
}

impl Matrix {
    /// The rows and columns for a state of the address. A chosen department narrows nothing.
    pub fn list(&self, state: &ViewState) -> Duties {
        let asked = ViewState {
            dept: None,
            project: None,
            due: DueFilter::Any,
            sort: Sort::Plan,
            group: Group::None,
            ..state.clone()
        };
        let filtered =
            asked.domain.is_some() || asked.light != LightFilter::Any || !asked.q.trim().is_empty();
        let divisions = match rows_of(state) {
            Rows::Tasks => {
                self.ledger.list(&asked).divisions.into_iter().map(|one| self.with_roles(one)).collect()
            }
            Rows::Projects => self.by_domain(&asked),
        };
        let divisions: Vec<Division> =
            divisions.into_iter().filter(|division: &Division| !division.rows.is_empty()).collect();
        let of_projects = rows_of(state) == Rows::Projects;
        let rows =
            || divisions.iter().flat_map(passing).filter(|(shown, _)| !of_projects || shown.depth == 0);
        let mut all = vec![Sums::default(); self.units.len()];
        for (unit, role) in rows().flat_map(|(shown, above)| self.own(shown.at, above)) {
            match role {
                Role::Lead | Role::Inferred => all[unit].leads += 1,
                Role::Support => all[unit].supports += 1,
                Role::Supervise => all[unit].supervises += 1,
                Role::Parts => {}
            }
        }
        // Parts stand under their items; where something is looked for, each that is found counts.
        let looked_for = !asked.q.trim().is_empty();
        let count = rows().filter(|(_, above)| above.is_none() || looked_for).count();
        let mut used = vec![false; self.units.len()];
        let rows = divisions.iter().flat_map(|division| &division.rows).filter(|shown| !shown.context);
        rows.flat_map(|shown| &self.rows[shown.at].cells).for_each(|(unit, _)| used[*unit] = true);
        if let Some(unit) = state.dept.as_deref().and_then(|id| self.unit(id)) {
            used[unit] = true;
        }
        let columns: Vec<usize> = (0..self.units.len()).filter(|unit| used[*unit]).collect();
        let units = columns.len();
        let noun = words::plural(count as i32, if of_projects { "project" } else { "task" });
        let counted = self.lang.pick(
            format!("{count}项，{units}个单位"),
            format!("{count} {noun}, {units} {}", words::plural(units as i32, "unit")),
        );
        Duties {
            sums: columns.iter().map(|unit| all[*unit]).collect(),
            divisions,
            columns,
            counted,
            filtered,
        }
    }

    /// A division without the rows that nobody answers for, such as principles.
    fn with_roles(&self, division: Division) -> Division {
        let mut places: Vec<Option<usize>> = Vec::with_capacity(division.rows.len());
        let mut rows: Vec<Shown> = Vec::with_capacity(division.rows.len());
        for shown in &division.rows {
            let kept = !self.rows[shown.at].cells.is_empty();
            places.push(kept.then_some(rows.len()));
            if kept {
                let parent = shown.parent.and_then(|parent| places[parent]);
                if let Some(parent) = parent {
                    rows[parent].parts += 1;
                }
                rows.push(Shown { parent, parts: 0, ..*shown });
            }
        }
        Division { rows, ..division }
    }

    /// The projects by domain, each followed by its tasks.
    fn by_domain(&self, state: &ViewState) -> Vec<Division> {
        let query = Query::read(&state.q);
        let first = self.ledger.entries.len();
        let passes = |at: usize, entry: &ProjectEntry| {
            let row = &self.rows[first + at];
            let lights = &row.lights;
            !row.cells.is_empty()
                && (state.light == LightFilter::Any
                    || lights.iter().any(|(light, _)| state.light.admits(*light)))
                && query.as_ref().is_none_or(|query| fits(&entry.names, query, self.hearing().readings()))
        };
        let domains = self.ledger.domains.iter().enumerate().map(|(at, domain)| (at + 1, Some(domain)));
        let domains = domains.chain([(0, None)]).filter(|(_, domain)| {
            state.domain.as_ref().is_none_or(|id| domain.is_some_and(|[known, ..]| known == id))
        });
        let division = |(number, domain): (usize, Option<&[String; 3]>)| {
            let mut rows: Vec<Shown> = Vec::new();
            let mut count = 0;
            for (at, entry) in self.projects.iter().enumerate() {
                if entry.domain != number || !passes(at, entry) {
                    continue;
                }
                let above = rows.len();
                let shown = Shown {
                    at: first + at,
                    parent: None,
                    depth: 0,
                    parts: entry.tasks.len(),
                    context: false,
                };
                rows.push(shown);
                let part = |task: &usize| Shown {
                    at: *task,
                    parent: Some(above),
                    depth: 1,
                    parts: 0,
                    context: false,
                };
                rows.extend(entry.tasks.iter().map(part));
                count += 1;
            }
            let rest = || self.lang.pick("未注明", "Not stated").to_owned();
            let noun = words::plural(count, "project");
            Division {
                part: None,
                title: domain.map_or_else(rest, |[_, name, _]| name.clone()),
                domain: domain.map(|[_, _, seal]| (number, seal.clone())),
                light: None,
                counted: self.lang.pick(format!("{count}项"), format!("{count} {noun}")),
                rows,
            }
        };
        domains.map(division).collect()
    }
}

//! The projects that the address asks for, in its divisions.

use std::collections::BTreeMap;

use super::super::search::Query;
use super::super::words;
use super::ledger::{ProjectEntry, ProjectLedger};
use crate::route::{Group, LightFilter, ViewState};

/// A project of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownProject {
    /// Its entry in the ledger.
    pub at: usize,
    /// How deep it stands in its division.
    pub depth: usize,
    /// Whether it is there only for what stands below it.
    pub context: bool,
}

/// A division of the list: a work or system with its parts, or what the address asks to divide by.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectDivision {
    /// Its title; empty where the first row heads it.
    pub title: String,
    /// The number of its domain from 1 and the character of the seal, where the list is divided by domain.
    pub domain: Option<(usize, String)>,
    /// How many projects it has, in words.
    pub counted: String,
    /// Its projects.
    pub rows: Vec<ShownProject>,
}

/// The projects that pass the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectList {
    /// The divisions that have projects.
    pub divisions: Vec<ProjectDivision>,
    /// How many pass, of how many, in words.
    pub counted: String,
    /// Whether anything is filtered.
    pub filtered: bool,
}

impl ProjectLedger {
    /// The list for a state of the address.
    pub fn list(&self, state: &ViewState) -> ProjectList {
        let lang = self.lang;
        let query = Query::read(&state.q);
        let domain = state.domain.as_ref().map(|id| {
            self.domains.iter().position(|[known, ..]| known == id).map_or(usize::MAX, |at| at + 1)
        });
        let passes = |entry: &ProjectEntry| {
            domain.is_none_or(|domain| entry.domain == domain)
                && state.dept.as_deref().is_none_or(|id| entry.concerns(id))
                && is_admitted(entry, state.light)
                && query.as_ref().is_none_or(|query| self.is_found(entry, query))
        };
        let passing: Vec<bool> = self.entries.iter().map(passes).collect();
        let divisions = match state.group {
            Group::None | Group::Light => self.by_work(&passing),
            Group::Kind => self.by(&passing, |entry| {
                let kind = self.kinds.iter().position(|(kind, _)| *kind == entry.kind).unwrap_or_default();
                (kind, self.kinds.get(kind).map(|(_, word)| word.clone()))
            }),
            Group::Domain => self.by(&passing, |entry| {
                let domain = entry.domain.checked_sub(1).and_then(|at| self.domains.get(at));
                (entry.domain.wrapping_sub(1), domain.map(|[_, name, _]| name.clone()))
            }),
            Group::Lead => self.by(&passing, |entry| {
                let lead = entry.line.lead.as_ref();
                let at = lead.and_then(|(id, _)| self.departments.iter().position(|(known, _)| known == id));
                (at.unwrap_or(usize::MAX), lead.map(|(_, name)| name.clone()))
            }),
        };
        let seal = |mut division: ProjectDivision| {
            if state.group == Group::Domain {
                let first = division.rows.first().map_or(0, |row| self.entries[row.at].domain);
                let domain = first.checked_sub(1).and_then(|at| self.domains.get(at));
                division.domain = domain.map(|[_, _, seal]| (first, seal.clone()));
            }
            division
        };
        let (count, total) = (passing.iter().filter(|passing| **passing).count(), self.entries.len());
        ProjectList {
            divisions: divisions.into_iter().map(seal).collect(),
            counted: lang.pick(format!("{count}个，共{total}个"), format!("{count} of {total}")),
            filtered: is_filtered(state),
        }
    }

    /// Each work or system with its parts; what does not pass stands where something below it does.
    fn by_work(&self, passing: &[bool]) -> Vec<ProjectDivision> {
        let mut needed = passing.to_vec();
        for at in (0..needed.len()).rev() {
            if let Some(parent) = self.entries[at].parent.filter(|_| needed[at]) {
                needed[parent] = true;
            }
        }
        let mut depths: Vec<usize> = Vec::with_capacity(needed.len());
        let mut divisions: Vec<Vec<ShownProject>> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let depth = entry.parent.map_or(0, |parent| depths[parent] + 1);
            depths.push(depth);
            if !needed[at] {
                continue;
            }
            let row = ShownProject { at, depth, context: !passing[at] };
            match divisions.last_mut().filter(|_| depth > 0) {
                Some(rows) => rows.push(row),
                None => divisions.push(vec![row]),
            }
        }
        divisions.into_iter().map(|rows| self.division(String::new(), rows)).collect()
    }

    /// The projects that pass, divided by a key with its title, the smallest first.
    fn by(
        &self,
        passing: &[bool],
        key: impl Fn(&ProjectEntry) -> (usize, Option<String>),
    ) -> Vec<ProjectDivision> {
        let mut divisions: BTreeMap<usize, (Option<String>, Vec<ShownProject>)> = BTreeMap::new();
        for (at, entry) in self.entries.iter().enumerate().filter(|(at, _)| passing[*at]) {
            let (key, title) = key(entry);
            let row = ShownProject { at, depth: 0, context: false };
            divisions.entry(key).or_insert_with(|| (title, Vec::new())).1.push(row);
        }
        let rest = || self.lang.pick("未注明", "Not stated").to_owned();
        let divisions = divisions.into_values();
        divisions.map(|(title, rows)| self.division(title.unwrap_or_else(rest), rows)).collect()
    }

    fn division(&self, title: String, rows: Vec<ShownProject>) -> ProjectDivision {
        let count = rows.iter().filter(|row| !row.context).count();
        let counted = self
            .lang
            .pick(format!("{count}个"), format!("{count} {}", words::plural(count as i32, "project")));
        ProjectDivision { title, domain: None, counted, rows }
    }
}

/// Whether the address asks for some projects only.
fn is_filtered(state: &ViewState) -> bool {
    state.domain.is_some()
        || state.dept.is_some()
        || state.light != LightFilter::Any
        || !state.q.trim().is_empty()
}

/// Whether a project has a light as asked. What has none is grey: the data do not say how it stands.
fn is_admitted(entry: &ProjectEntry, filter: LightFilter) -> bool {
    let lights = &entry.line.stands.lights;
    let silent = filter == LightFilter::Grey && lights.is_empty();
    filter == LightFilter::Any || silent || lights.iter().any(|light| filter.admits(*light))
}

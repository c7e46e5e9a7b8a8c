//! The tasks that the address asks for, in its order and divisions.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::search::Query;
use super::super::words;
use super::ledger::{Entry, Ledger};
use crate::domain::{Day, Light, Tally, order};
use crate::route::{DueFilter, Group, LightFilter, Sort, ViewState};

/// A task of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shown {
    /// Its entry in the ledger.
    pub at: usize,
    /// The row of the division that it is a part of.
    pub parent: Option<usize>,
    /// How deep it stands in its division.
    pub depth: usize,
    /// How many rows of the division are its parts.
    pub parts: usize,
    /// Whether it is there only for what stands below it.
    pub context: bool,
}

/// A division of the list: a part of the plan, or what the address asks to divide by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Division {
    /// The entry of the part of the plan, where the list is divided as the plan is.
    pub part: Option<usize>,
    /// Its title.
    pub title: String,
    /// The number of its domain from 1 and the character of the seal.
    pub domain: Option<(usize, String)>,
    /// Its light, where the list is divided by light.
    pub light: Option<Light>,
    /// How many tasks it has, in words.
    pub counted: String,
    /// Its tasks, each followed by its parts.
    pub rows: Vec<Shown>,
}

/// The tasks that pass the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskList {
    /// The divisions that have tasks.
    pub divisions: Vec<Division>,
    /// The lights of the tasks that pass.
    pub tally: Tally,
    /// How many pass, of how many, in words.
    pub counted: String,
    /// Whether anything is filtered.
    pub filtered: bool,
}

impl Ledger {
    /// The list for a state of the address.
    pub fn list(&self, state: &ViewState) -> TaskList {
        let filtered = is_filtered(state);
        let query = Query::read(&state.q).map(|query| (self.heard(&query), query));
        let domain = state.domain.as_ref().map(|id| {
            self.domains.iter().position(|[known, ..]| known == id).map_or(usize::MAX, |at| at + 1)
        });
        let passes = |entry: &Entry| {
            domain.is_none_or(|domain| entry.domain == domain)
                && state.dept.as_deref().is_none_or(|id| entry.concerns(id))
                && state.project.as_deref().is_none_or(|id| entry.is_of_project(id))
                && is_admitted(entry, state.light)
                && falls(entry, state.due, self.as_of)
                && query.as_ref().is_none_or(|(heard, query)| self.is_found(entry, query, heard))
        };
        let passing: Vec<bool> = self.entries.iter().map(passes).collect();
        let of_plan = |at: &usize| passing[*at] && self.entries[*at].row.depth > 0;
        let count = (0..self.entries.len()).filter(of_plan).count();
        let total = self.entries.iter().filter(|entry| entry.row.depth > 0).count();
        let lights =
            (0..self.entries.len()).filter(|at| passing[*at]).filter_map(|at| self.entries[at].light());
        let tally = lights.collect();
        let divisions = match state.group {
            Group::None | Group::Kind => self.by_part(&passing, state.sort),
            Group::Domain => self.by(&passing, state.sort, |entry| entry.domain),
            Group::Light => self.by(&passing, state.sort, |entry| {
                let light = |light| Light::ALL.iter().position(|other| *other == light);
                entry.light().and_then(light).unwrap_or(usize::MAX)
            }),
            Group::Lead => self.by(&passing, state.sort, |entry| {
                let lead = |id: &String| self.departments.iter().position(|(known, _)| known == id);
                entry.lead.as_ref().and_then(lead).unwrap_or(usize::MAX)
            }),
        };
        let divisions =
            divisions.into_iter().map(|(key, rows)| self.division(state.group, key, rows)).collect();
        // The lights beside this are of all these but the principles.
        let dark =
            (0..self.entries.len()).filter(of_plan).filter(|at| self.entries[*at].light().is_none()).count();
        let unlit = match dark {
            0 => String::new(),
            _ => {
                self.lang.pick(format!("（其中原则{dark}项，不评灯）"), format!(" ({dark} without a light)"))
            }
        };
        let counted =
            self.lang.pick(format!("{count}项{unlit}，共{total}项"), format!("{count}{unlit} of {total}"));
        TaskList { divisions, tally, counted, filtered }
    }

    /// The tree, divided by its roots; what does not pass stands where something below it does.
    fn by_part(&self, passing: &[bool], sort: Sort) -> Vec<(usize, Vec<Shown>)> {
        let mut needed = passing.to_vec();
        let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in (0..needed.len()).rev() {
            if let Some(parent) = self.entries[at].parent.filter(|_| needed[at]) {
                needed[parent] = true;
                parts.entry(parent).or_default().push(at);
            }
        }
        for below in parts.values_mut() {
            below.reverse();
            self.sort(below, sort);
        }
        let roots = (0..needed.len()).filter(|at| needed[*at] && self.entries[*at].parent.is_none());
        let division = |root: usize| {
            let mut rows = Vec::new();
            if self.entries[root].row.depth > 0 {
                self.grow(root, None, passing, &parts, &mut rows);
                return (root, rows);
            }
            for part in parts.get(&root).into_iter().flatten() {
                self.grow(*part, None, passing, &parts, &mut rows);
            }
            (root, rows)
        };
        roots.map(division).filter(|(root, rows)| passing[*root] || !rows.is_empty()).collect()
    }

    fn grow(
        &self,
        at: usize,
        above: Option<usize>,
        passing: &[bool],
        parts: &BTreeMap<usize, Vec<usize>>,
        rows: &mut Vec<Shown>,
    ) {
        let row = rows.len();
        let below = parts.get(&at).map(Vec::as_slice).unwrap_or_default();
        rows.push(Shown {
            at,
            parent: above,
            depth: above.map_or(0, |above| rows[above].depth + 1),
            parts: below.len(),
            context: !passing[at],
        });
        for part in below {
            self.grow(*part, Some(row), passing, parts, rows);
        }
    }

    /// The tasks that pass, without the parts of the plan, divided by a key, the smallest first.
    fn by(&self, passing: &[bool], sort: Sort, key: impl Fn(&Entry) -> usize) -> Vec<(usize, Vec<Shown>)> {
        let mut divisions: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, entry) in
            self.entries.iter().enumerate().filter(|(at, entry)| passing[*at] && entry.row.depth > 0)
        {
            divisions.entry(key(entry)).or_default().push(at);
        }
        let shown = |at: usize| Shown { at, parent: None, depth: 0, parts: 0, context: false };
        let divided = divisions.into_iter().map(|(key, mut found)| {
            self.sort(&mut found, sort);
            (key, found.into_iter().map(shown).collect())
        });
        divided.collect()
    }

    fn sort(&self, found: &mut Vec<usize>, sort: Sort) {
        let entry = |at: &usize| &self.entries[*at];
        match sort {
            Sort::Plan | Sort::Gap | Sort::Most => {}
            Sort::Light => order::sort_by_key(found, |at| Reverse(entry(at).light().map(Light::gravity))),
            Sort::Name => order::sort(found, |one, other| entry(one).row.name.cmp(&entry(other).row.name)),
            Sort::Due => order::sort_by_key(found, |at| (entry(at).due.is_none(), entry(at).due)),
        }
    }

    fn division(&self, group: Group, key: usize, rows: Vec<Shown>) -> Division {
        let lang = self.lang;
        let seal = |number: usize| {
            let [_, name, seal] = self.domains.get(number.checked_sub(1)?)?;
            Some((name.clone(), (number, seal.clone())))
        };
        let rest = || lang.pick("未注明", "Not stated").to_owned();
        let (title, domain, light) = match group {
            Group::None | Group::Kind if self.entries[key].row.depth > 0 => (rest(), None, None),
            Group::None | Group::Kind => {
                let entry = &self.entries[key];
                (entry.row.name.clone(), seal(entry.domain).map(|(_, seal)| seal), None)
            }
            Group::Domain => {
                seal(key).map_or_else(|| (rest(), None, None), |(name, seal)| (name, Some(seal), None))
            }
            Group::Light => match self.lights.get(key) {
                Some((light, word)) => (word.clone(), None, Some(*light)),
                None => (lang.pick("原则，不评灯", "Principles, without a light").to_owned(), None, None),
            },
            Group::Lead => {
                (self.departments.get(key).map_or_else(rest, |(_, name)| name.clone()), None, None)
            }
        };
        let count = rows.iter().filter(|shown| !shown.context).count();
        let counted =
            lang.pick(format!("{count}项"), format!("{count} {}", words::plural(count as i32, "task")));
        Division {
            part: (matches!(group, Group::None | Group::Kind) && self.entries[key].row.depth == 0)
                .then_some(key),
            title,
            domain,
            light,
            counted,
            rows,
        }
    }
}

/// Whether the address asks for some tasks only.
fn is_filtered(state: &ViewState) -> bool {
    state.domain.is_some()
        || state.dept.is_some()
        || state.project.is_some()
        || state.light != LightFilter::Any
        || state.due != DueFilter::Any
        || !state.q.trim().is_empty()
}

fn is_admitted(entry: &Entry, filter: LightFilter) -> bool {
    entry.light().map_or(filter == LightFilter::Any, |light| filter.admits(light))
}

/// Whether a task falls due as asked, seen from the day up to which figures reach.
fn falls(entry: &Entry, filter: DueFilter, today: Day) -> bool {
    let Some(due) = entry.due else { return filter == DueFilter::Any };
    let left = due.since(today);
    match filter {
        DueFilter::Any => true,
        DueFilter::Past => left <= 0,
        DueFilter::Days30 => (1..=30).contains(&left),
        DueFilter::Days60 => (1..=60).contains(&left),
        DueFilter::Days90 => (1..=90).contains(&left),
        DueFilter::Days180 => (1..=180).contains(&left),
    }
}

//! The departments that a matrix has columns for.

use std::collections::BTreeMap;

use super::super::scope::Scope;
use crate::domain::{Department, Lang, order};

/// A department at the head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in little room.
    pub short: String,
}

/// A Chinese name of more letters gives way to another spelling that the plan uses.
const LONG: usize = 10;

/// The departments that `serves` says have a role, in the order of the organisation: the leading group, its members,
/// then all others.
pub(super) fn units(scope: &Scope<'_>, serves: impl Fn(&str) -> bool) -> Vec<Unit> {
    let (edition, lang) = (scope.edition, scope.lang);
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, body) in edition.organisation.iter().enumerate() {
        if let Some(id) = &body.department {
            places.entry(id).or_insert(place);
        }
    }
    let mut found: Vec<&Department> = edition.departments.iter().filter(|one| serves(&one.id)).collect();
    order::sort_by_key(&mut found, |one| places.get(one.id.as_str()).copied().unwrap_or(usize::MAX));
    let shared = shared_beginning(&found, lang);
    let unit = |department: &&Department| Unit {
        id: department.id.clone(),
        name: department.name.get(lang).to_owned(),
        short: short(department, &shared, lang),
    };
    found.iter().map(unit).collect()
}

fn short(department: &Department, shared: &str, lang: Lang) -> String {
    let name = department.name.get(lang);
    let length = |text: &str| text.chars().count();
    let other = department.also.iter().find(|also| length(also) < length(name));
    match (lang, other) {
        (Lang::Zh, Some(other)) if length(name) > LONG => other.clone(),
        (Lang::Zh, _) => name.to_owned(),
        (Lang::En, _) => name.strip_prefix(shared).filter(|rest| !rest.is_empty()).unwrap_or(name).to_owned(),
    }
}

/// The words with which a third of the names begin, the longest such beginning: they tell nobody apart.
fn shared_beginning(departments: &[&Department], lang: Lang) -> String {
    let names: Vec<&str> = departments.iter().map(|department| department.name.get(lang)).collect();
    let is_shared = |beginning: &str| {
        names.iter().filter(|name| name.starts_with(beginning)).count() * 3 >= names.len().max(6)
    };
    let mut longest = String::new();
    for name in &names {
        for (at, _) in name.match_indices(' ') {
            let beginning = &name[..=at];
            if beginning.len() > longest.len() && is_shared(beginning) {
                beginning.clone_into(&mut longest);
            }
        }
    }
    longest
}

//! Bodies as a tree, whatever the data say: unknown parents, circles, any depth.

use std::collections::BTreeMap;

use super::super::scope::Scope;
use crate::domain::OrgUnit;

/// A post or a membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its role.
    pub role: String,
    /// The department that holds it: id and name.
    pub department: Option<(String, String)>,
}

/// A body with who belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its role.
    pub role: String,
    /// Its duty; may be empty.
    pub duty: String,
    /// The id of the department that it is.
    pub department: Option<String>,
    /// What that department leads or supports, in words; may be empty.
    pub work: String,
    /// How deep it stands, from 0.
    pub depth: usize,
    /// The name of the body above it.
    pub within: Option<String>,
    /// Its posts.
    pub posts: Vec<Seat>,
    /// Its members.
    pub members: Vec<Seat>,
}

/// The bodies, each followed by those below it, and the posts and members of no known body.
///
/// What others belong to is a body, whatever its kind. A circle is cut before its first record.
pub(super) fn tree(scope: &Scope<'_>, work: &dyn Fn(Option<&str>) -> String) -> (Vec<Body>, Vec<Seat>) {
    let units = scope.edition.organisation.as_slice();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        places.entry(&unit.id).or_insert(at);
    }
    let above = |at: usize| {
        units[at].parent.as_deref().and_then(|id| places.get(id).copied()).filter(|above| *above != at)
    };
    let parents: Vec<Option<usize>> = (0..units.len()).map(above).collect();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); units.len()];
    for (at, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            below[*parent].push(at);
        }
    }
    let is_body = |at: usize| units[at].kind == "body" || !below[at].is_empty();
    let (mut bodies, mut loose) = (Vec::new(), Vec::new());
    let mut drawn = vec![false; units.len()];
    let tops = (0..units.len()).filter(|at| parents[*at].is_none());
    // What is in a circle, or below one, has no top; it follows in the order of the data.
    for top in tops.chain(0..units.len()) {
        if !is_body(top) {
            if parents[top].is_none() && !drawn[top] {
                drawn[top] = true;
                loose.push(seat(scope, &units[top]));
            }
            continue;
        }
        let mut waiting = vec![(top, 0)];
        while let Some((at, depth)) = waiting.pop() {
            if drawn[at] {
                continue;
            }
            drawn[at] = true;
            let within = parents[at].filter(|_| depth > 0).map(|above| units[above].name.get(scope.lang));
            let mut body = body(scope, &units[at], depth, within, work);
            for part in below[at].iter().filter(|part| !is_body(**part)) {
                drawn[*part] = true;
                let seats = if units[*part].kind == "post" { &mut body.posts } else { &mut body.members };
                seats.push(seat(scope, &units[*part]));
            }
            bodies.push(body);
            waiting
                .extend(below[at].iter().rev().filter(|part| is_body(**part)).map(|part| (*part, depth + 1)));
        }
    }
    (bodies, loose)
}

/// Each top body, and the groups that stand next below it: a body with all that is below that one.
pub fn tops(bodies: &[Body]) -> Vec<(&Body, Vec<&[Body]>)> {
    let all = bodies.chunk_by(|_, next| next.depth > 0).filter_map(<[Body]>::split_first);
    all.map(|(top, below)| (top, below.chunk_by(|_, next| next.depth > 1).collect())).collect()
}

fn body(
    scope: &Scope<'_>,
    unit: &OrgUnit,
    depth: usize,
    within: Option<&str>,
    work: &dyn Fn(Option<&str>) -> String,
) -> Body {
    let lang = scope.lang;
    Body {
        id: unit.id.clone(),
        name: unit.name.get(lang).into(),
        role: unit.role.get(lang).into(),
        duty: unit.duty.as_ref().map(|duty| duty.get(lang)).unwrap_or_default().into(),
        department: unit.department.clone().filter(|id| scope.edition.department(id).is_some()),
        work: work(unit.department.as_deref()),
        depth,
        within: within.map(str::to_owned),
        posts: Vec::new(),
        members: Vec::new(),
    }
}

fn seat(scope: &Scope<'_>, unit: &OrgUnit) -> Seat {
    let department = scope.department(unit.department.as_deref()).zip(unit.department.as_ref());
    Seat {
        id: unit.id.clone(),
        name: unit.name.get(scope.lang).into(),
        role: unit.role.get(scope.lang).into(),
        department: department.map(|(name, id)| (id.clone(), name.to_owned())),
    }
}

//! Two editions compared record by record: what came, what went, and what is different.
//!
//! Records are the same where kind and id are; their order means nothing. Figures are compared for the months that
//! both editions reach: what an edition adds by being later is no difference.

mod figures;
mod goals;
mod plain;
mod tasks;

use std::collections::BTreeMap;

use super::edition::Edition;
use super::goal::Goal;
use super::indicator::{Baseline, DuePoint, Event};
use super::light::Light;
use super::month::{Day, Month};
use super::names::Names;
use super::rule::RulePack;
use super::series::Reason;
use super::unit::Unit;

/// What sort of record it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// A goal.
    Indicator,
    /// A task.
    Task,
    /// A project.
    Project,
    /// A department.
    Department,
    /// A site.
    Site,
    /// A body, post or membership of the organisation.
    OrgUnit,
    /// An announcement.
    Notice,
}

/// A record that is not the same in both editions.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// What sort of record it is.
    pub kind: RecordKind,
    /// Its id.
    pub id: String,
    /// What is different.
    pub differences: Vec<Difference>,
}

/// Something that is different in the later of two compared editions.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// It was not there.
    Added,
    /// It is not there any more.
    Removed,
    /// Its light is another.
    Light {
        /// The light there.
        from: Light,
        /// The light here.
        to: Light,
        /// Whether its own due points decide, and not what is linked to it.
        own: bool,
    },
    /// Due points that were red there are yellow here.
    MadeUp(Vec<Month>),
    /// Due points that were yellow there are red here.
    Undone(Vec<Month>),
    /// Figures of months that both editions reach.
    Figures(Vec<Revision>),
    /// It is measured in another unit; its figures are not compared.
    Unit {
        /// The unit there.
        from: Unit,
        /// The unit here.
        to: Unit,
    },
    /// The target, its comparator, its kind or its direction moved.
    Target {
        /// The goal there.
        from: Goal,
        /// The goal here.
        to: Goal,
    },
    /// It is due on another day.
    Due {
        /// The day there.
        from: Option<Day>,
        /// The day here.
        to: Option<Day>,
    },
    /// Progress is counted from elsewhere.
    Baseline {
        /// From where there.
        from: Option<Baseline>,
        /// From where here.
        to: Option<Baseline>,
    },
    /// The declared due points moved.
    Schedule {
        /// The points there.
        from: Vec<DuePoint>,
        /// The points here.
        to: Vec<DuePoint>,
    },
    /// Other departments answer for it.
    People {
        /// In which role.
        role: Role,
        /// The ids of those that did.
        gone: Vec<String>,
        /// The ids of those that do.
        come: Vec<String>,
    },
    /// Its lead was inferred and is named, or the other way round; whether it is inferred here.
    Basis(bool),
    /// It has another name.
    Renamed {
        /// The name there.
        from: Names,
        /// The name here.
        to: Names,
    },
    /// It belongs to other records.
    Links {
        /// Of what sort they are.
        what: Link,
        /// The ids of those that it belonged to.
        gone: Vec<String>,
        /// The ids of those that it belongs to.
        come: Vec<String>,
    },
    /// Other things happened on the way.
    Events {
        /// What is not told any more.
        gone: Vec<Event>,
        /// What is told here.
        come: Vec<Event>,
    },
    /// Something else that it says of itself.
    Said(Said),
}

/// A month's figure that is another, or was and is corrected.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The township, where it is no figure of the district.
    pub township: Option<String>,
    /// The month.
    pub month: Month,
    /// The figure there, or why there was none.
    pub from: Result<f64, Reason>,
    /// The figure here, or why there is none.
    pub to: Result<f64, Reason>,
    /// Why, where the edition says so.
    pub reason: Option<Names>,
}

/// How a department answers for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// It leads (牵头).
    Lead,
    /// It supports (配合).
    Support,
    /// It supervises (督查).
    Supervise,
}

/// A sort of record that another one belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// A domain.
    Domain,
    /// A project.
    Project,
    /// The record that it is a part of.
    Parent,
    /// A site.
    Site,
    /// A township.
    Township,
    /// A department.
    Department,
    /// Goals that measure it.
    Indicators,
    /// Records that it is about.
    About,
}

/// What a record says of itself besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Said {
    /// Its short name or other spellings.
    Spelling,
    /// What sort it is of, or how deep it stands.
    Sort,
    /// The section of the plan.
    Section,
    /// A remark or text.
    Text,
    /// Its place or how exact that is.
    Place,
    /// Its role or duty.
    Duty,
    /// Its date.
    Date,
    /// The source that states it.
    Source,
    /// Whether it is a member of the leading group.
    Member,
}

/// What is different in `new` against `old`, by kind and id; without a rule no lights are compared.
pub fn diff(old: &Edition, new: &Edition, rule: Option<&RulePack>) -> Vec<Changed> {
    let mut changed = goals::changed(old, new, rule);
    changed.extend(tasks::changed(old, new, rule));
    changed.extend(plain::changed(old, new));
    changed.retain(|record| !record.differences.is_empty());
    changed
}

/// Where the records of an id stand in two lists, by id: `None` where one has no such record.
fn pairs<'a>(
    old: impl Iterator<Item = &'a String>,
    new: impl Iterator<Item = &'a String>,
) -> BTreeMap<&'a str, [Option<usize>; 2]> {
    let mut pairs: BTreeMap<&str, [Option<usize>; 2]> = BTreeMap::new();
    for (at, id) in old.enumerate() {
        pairs.entry(id).or_default()[0] = Some(at);
    }
    for (at, id) in new.enumerate() {
        pairs.entry(id).or_default()[1] = Some(at);
    }
    pairs
}

/// The record of an id that both editions have, or that one of them has alone.
fn record(
    kind: RecordKind,
    id: &str,
    at: [Option<usize>; 2],
    compare: impl FnOnce(usize, usize, &mut Vec<Difference>),
) -> Changed {
    let mut differences = Vec::new();
    match at {
        [Some(old), Some(new)] => compare(old, new, &mut differences),
        [None, _] => differences.push(Difference::Added),
        [_, None] => differences.push(Difference::Removed),
    }
    Changed { kind, id: id.to_owned(), differences }
}

/// Adds a difference of names.
fn names(old: &Names, new: &Names, differences: &mut Vec<Difference>) {
    if old != new {
        differences.push(Difference::Renamed { from: old.clone(), to: new.clone() });
    }
}

/// Of two sets of ids those that only the one or only the other has, each by id.
fn exchanged(old: &[&String], new: &[&String]) -> Option<(Vec<String>, Vec<String>)> {
    let without = |these: &[&String], those: &[&String]| {
        let mut left: Vec<String> =
            these.iter().filter(|id| !those.contains(id)).map(|id| (*id).clone()).collect();
        super::order::sort(&mut left, Ord::cmp);
        left
    };
    let (gone, come) = (without(old, new), without(new, old));
    (!gone.is_empty() || !come.is_empty()).then_some((gone, come))
}

/// Adds a difference of the departments that answer in a role.
fn people<'a>(
    role: Role,
    old: impl IntoIterator<Item = &'a String>,
    new: impl IntoIterator<Item = &'a String>,
    differences: &mut Vec<Difference>,
) {
    let (old, new): (Vec<_>, Vec<_>) = (old.into_iter().collect(), new.into_iter().collect());
    if let Some((gone, come)) = exchanged(&old, &new) {
        differences.push(Difference::People { role, gone, come });
    }
}

/// Adds a difference of the records that one belongs to.
fn links<'a>(
    what: Link,
    old: impl IntoIterator<Item = &'a String>,
    new: impl IntoIterator<Item = &'a String>,
    differences: &mut Vec<Difference>,
) {
    let (old, new): (Vec<_>, Vec<_>) = (old.into_iter().collect(), new.into_iter().collect());
    if let Some((gone, come)) = exchanged(&old, &new) {
        differences.push(Difference::Links { what, gone, come });
    }
}

/// Adds that something is said otherwise.
fn said(what: Said, differs: bool, differences: &mut Vec<Difference>) {
    if differs {
        differences.push(Difference::Said(what));
    }
}

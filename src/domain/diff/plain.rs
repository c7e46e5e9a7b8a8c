//! Projects, departments, sites, bodies and announcements in two editions.

use super::{Changed, Link, RecordKind, Role, Said, links, names, pairs, people, record, said};
use crate::domain::edition::Edition;

/// The records that are not the same.
pub fn changed(old: &Edition, new: &Edition) -> Vec<Changed> {
    let mut changed = projects(old, new);
    changed.extend(departments(old, new));
    changed.extend(sites(old, new));
    changed.extend(organisation(old, new));
    changed.extend(notices(old, new));
    changed
}

fn projects(old: &Edition, new: &Edition) -> Vec<Changed> {
    let (before, after) = (&old.projects, &new.projects);
    let pairs = pairs(before.iter().map(|one| &one.id), after.iter().map(|one| &one.id));
    let compared = pairs.into_iter().map(|(id, at)| {
        record(RecordKind::Project, id, at, |was, is, differences| {
            let (was, is) = (&before[was], &after[is]);
            names(&was.name, &is.name, differences);
            people(Role::Lead, &was.lead, &is.lead, differences);
            links(Link::Domain, [&was.domain], [&is.domain], differences);
            links(Link::Parent, &was.parent, &is.parent, differences);
            links(Link::Site, &was.site, &is.site, differences);
            said(Said::Sort, was.kind != is.kind, differences);
            said(Said::Text, was.note != is.note, differences);
        })
    });
    compared.collect()
}

fn departments(old: &Edition, new: &Edition) -> Vec<Changed> {
    let (before, after) = (&old.departments, &new.departments);
    let pairs = pairs(before.iter().map(|one| &one.id), after.iter().map(|one| &one.id));
    let compared = pairs.into_iter().map(|(id, at)| {
        record(RecordKind::Department, id, at, |was, is, differences| {
            let (was, is) = (&before[was], &after[is]);
            names(&was.name, &is.name, differences);
            said(Said::Spelling, was.also != is.also, differences);
            said(Said::Sort, was.kind != is.kind, differences);
            said(Said::Member, was.member != is.member, differences);
        })
    });
    compared.collect()
}

fn sites(old: &Edition, new: &Edition) -> Vec<Changed> {
    let (before, after) = (&old.sites, &new.sites);
    let pairs = pairs(before.iter().map(|one| &one.id), after.iter().map(|one| &one.id));
    let compared = pairs.into_iter().map(|(id, at)| {
        record(RecordKind::Site, id, at, |was, is, differences| {
            let (was, is) = (&before[was], &after[is]);
            names(&was.name, &is.name, differences);
            links(Link::Domain, [&was.domain], [&is.domain], differences);
            links(Link::Project, &was.project, &is.project, differences);
            links(Link::Township, &was.township, &is.township, differences);
            said(Said::Sort, was.category != is.category, differences);
            let moved = (was.at, was.precision, was.outside) != (is.at, is.precision, is.outside);
            said(Said::Place, moved, differences);
            said(Said::Text, was.note != is.note, differences);
        })
    });
    compared.collect()
}

fn organisation(old: &Edition, new: &Edition) -> Vec<Changed> {
    let (before, after) = (&old.organisation, &new.organisation);
    let pairs = pairs(before.iter().map(|one| &one.id), after.iter().map(|one| &one.id));
    let compared = pairs.into_iter().map(|(id, at)| {
        record(RecordKind::OrgUnit, id, at, |was, is, differences| {
            let (was, is) = (&before[was], &after[is]);
            names(&was.name, &is.name, differences);
            links(Link::Parent, &was.parent, &is.parent, differences);
            links(Link::Department, &was.department, &is.department, differences);
            said(Said::Sort, was.kind != is.kind, differences);
            said(Said::Duty, (&was.role, &was.duty) != (&is.role, &is.duty), differences);
        })
    });
    compared.collect()
}

fn notices(old: &Edition, new: &Edition) -> Vec<Changed> {
    let (before, after) = (&old.notices, &new.notices);
    let pairs = pairs(before.iter().map(|one| &one.id), after.iter().map(|one| &one.id));
    let compared = pairs.into_iter().map(|(id, at)| {
        record(RecordKind::Notice, id, at, |was, is, differences| {
            let (was, is) = (&before[was], &after[is]);
            names(&was.title, &is.title, differences);
            links(Link::About, &was.about, &is.about, differences);
            said(Said::Date, was.date != is.date, differences);
            said(Said::Source, was.source != is.source, differences);
            said(Said::Text, was.text != is.text, differences);
        })
    });
    compared.collect()
}

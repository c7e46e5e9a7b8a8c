//! Any record of an edition by its id: what it is, what it is called, and where it stands.

use super::place::Place;
use super::scope::Scope;
use crate::domain::Lang;
use crate::route::{View, ViewState};

/// What sort of record it is, in the order in which equally good ones are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A goal.
    Goal,
    /// A domain.
    Domain,
    /// A project.
    Project,
    /// A task.
    Task,
    /// A department.
    Department,
    /// A body or post of the organisation.
    Body,
    /// A site.
    Site,
    /// A township.
    Township,
    /// An announcement.
    Notice,
    /// The plan, or a document that it rests on.
    Document,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Kind; 10] = [
        Kind::Goal,
        Kind::Domain,
        Kind::Project,
        Kind::Task,
        Kind::Department,
        Kind::Body,
        Kind::Site,
        Kind::Township,
        Kind::Notice,
        Kind::Document,
    ];

    /// What messages to other pages call it.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Goal => "indicator",
            Kind::Domain => "domain",
            Kind::Project => "project",
            Kind::Task => "task",
            Kind::Department => "department",
            Kind::Body => "body",
            Kind::Site => "site",
            Kind::Township => "township",
            Kind::Notice => "notice",
            Kind::Document => "document",
        }
    }

    /// The word for it, of one.
    pub fn word(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Kind::Goal => ("指标", "goal"),
            Kind::Domain => ("领域", "domain"),
            Kind::Project => ("项目", "project"),
            Kind::Task => ("任务", "task"),
            Kind::Department => ("部门", "unit"),
            Kind::Body => ("组织", "body"),
            Kind::Site => ("地点", "site"),
            Kind::Township => ("街镇", "township"),
            Kind::Notice => ("公告", "notice"),
            Kind::Document => ("文件", "document"),
        };
        lang.pick(zh, en)
    }
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// The record with this id; `None` where the edition has none. Ids are unique among records of a kind; of several with
/// one id the first in the order of kinds is meant.
pub fn record(scope: &Scope<'_>, id: &str) -> Option<Record> {
    let (edition, lang) = (scope.edition, scope.lang);
    let made = |kind, name: &crate::domain::Names, place| {
        Some(Record { id: id.to_owned(), kind, name: name.get(lang).to_owned(), place })
    };
    if let Some(goal) = edition.indicator(id) {
        return made(Kind::Goal, goal.short(), Place::record(View::Indicator, id));
    }
    if let Some(domain) = edition.domain(id) {
        return made(Kind::Domain, &domain.name, Place::record(View::Domain, id));
    }
    if let Some(project) = edition.project(id) {
        return made(Kind::Project, &project.name, Place::record(View::Projects, id));
    }
    if let Some(task) = edition.tasks.iter().find(|task| task.id == id) {
        return made(Kind::Task, &task.name, Place::item(View::Tasks, id));
    }
    if let Some(department) = edition.department(id) {
        return made(Kind::Department, &department.name, Place::record(View::Departments, id));
    }
    if let Some(body) = edition.organisation.iter().find(|body| body.id == id) {
        return made(Kind::Body, &body.name, Place::item(View::Organisation, id));
    }
    if let Some(site) = edition.sites.iter().find(|site| site.id == id) {
        return made(Kind::Site, &site.name, Place::site(edition, site));
    }
    if let Some(township) = edition.township(id) {
        return made(Kind::Township, &township.name, Place::township(id));
    }
    if let Some(notice) = edition.notices.iter().find(|notice| notice.id == id) {
        return made(Kind::Notice, &notice.title, Place::record(View::Notices, id));
    }
    let document = edition.documents.iter().find(|document| document.id == id)?;
    made(Kind::Document, &document.title, Place::item(View::About, DOCUMENTS))
}

/// The record that the address is about: what is pointed at on a page before what the page is about.
pub fn chosen(scope: &Scope<'_>, state: &ViewState) -> Option<Record> {
    let asked = [&state.item, &state.id, &state.town];
    record(scope, asked.into_iter().flatten().next()?)
}

/// The section of the page about the data that lists the documents.
pub const DOCUMENTS: &str = "plan";

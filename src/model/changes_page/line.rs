//! A line of the page: one record, from what to what, why, and who answers for it.

use super::super::agenda::{Answers, seal};
use super::super::place::Place;
use super::super::scope::Scope;
use crate::domain::diff::RecordKind;
use crate::domain::{Edition, Lang, Light, Month, Names};
use crate::route::{Selected, View, ViewState};

/// A record with what is different about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What sort of record it is.
    pub kind: RecordKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What sort of record it is, in a word.
    pub sort: &'static str,
    /// The id of its domain, where it has one.
    pub domain: Option<String>,
    /// The domain's number in the plan's order from 1, and the character of its seal.
    pub seal: Option<(usize, String)>,
    /// The month or day that it is about.
    pub when: Option<String>,
    /// The lights before and now; where `today` is told, those of the earlier months in `when`.
    pub turn: Option<(Light, Light)>,
    /// The light of the record today, where another light than that one turned.
    pub today: Option<Light>,
    /// Its words or figures before and now.
    pub change: Option<(String, String)>,
    /// Why, or what of it.
    pub cause: String,
    /// Who leads it.
    pub department: Option<Answers>,
    /// Whether generated figures are told.
    pub demo: bool,
    pub(super) departments: Vec<String>,
    /// Where it stands.
    pub(super) place: Place,
    /// The edition where it is found, where that is not the one shown.
    pub(super) only_in: Option<Month>,
}

impl Line {
    /// A line without a difference yet, for a record of an edition.
    pub(super) fn of(scope: &Scope<'_>, edition: &Edition, kind: RecordKind, id: &str) -> Self {
        let lang = scope.lang;
        let known = Known::find(edition, kind, id);
        let lead = known.lead.and_then(|(id, inferred)| Answers::of(scope, Some(id), inferred));
        Self {
            kind,
            id: id.to_owned(),
            name: known.name.map_or_else(|| id.to_owned(), |name| name.get(lang).to_owned()),
            sort: sort(kind, lang),
            domain: known.domain.map(str::to_owned),
            seal: known.domain.and_then(|domain| seal(edition, domain)),
            when: None,
            turn: None,
            today: None,
            change: None,
            cause: String::new(),
            department: lead,
            demo: false,
            departments: known.departments.into_iter().map(str::to_owned).collect(),
            place: place(edition, kind, id),
            only_in: (edition.month != scope.edition.month).then_some(edition.month),
        }
    }

    /// Whether a department answers for it.
    pub fn concerns(&self, department: &str) -> bool {
        self.departments.iter().any(|id| id == department)
    }

    /// Where its record stands.
    pub fn target(&self, state: &ViewState) -> ViewState {
        let mut state = state.clone();
        if let Some(month) = self.only_in {
            state.snapshot = Selected::Month(month);
            state.compare = None;
        }
        self.place.address(&state)
    }
}

/// Where a record of an edition stands.
fn place(edition: &Edition, kind: RecordKind, id: &str) -> Place {
    match kind {
        RecordKind::Indicator => Place::record(View::Indicator, id),
        RecordKind::Task => Place::item(View::Tasks, id),
        RecordKind::Project => Place::record(View::Projects, id),
        RecordKind::Department => Place::record(View::Departments, id),
        RecordKind::OrgUnit => Place::item(View::Organisation, id),
        RecordKind::Notice => Place::record(View::Notices, id),
        RecordKind::Site => {
            let site = edition.sites.iter().find(|site| site.id == id);
            site.map_or_else(|| Place::record(View::Map, id), |site| Place::site(edition, site))
        }
    }
}

/// What sort of record it is, in a word.
fn sort(kind: RecordKind, lang: Lang) -> &'static str {
    let (zh, en) = match kind {
        RecordKind::Indicator => ("指标", "Goal"),
        RecordKind::Task => ("任务", "Task"),
        RecordKind::Project => ("项目", "Project"),
        RecordKind::Department => ("单位", "Department"),
        RecordKind::Site => ("地点", "Site"),
        RecordKind::OrgUnit => ("组织", "Organisation"),
        RecordKind::Notice => ("公告", "Notice"),
    };
    lang.pick(zh, en)
}

/// What an edition knows of a record.
#[derive(Default)]
struct Known<'a> {
    name: Option<&'a Names>,
    domain: Option<&'a str>,
    lead: Option<(&'a str, bool)>,
    departments: Vec<&'a str>,
}

impl<'a> Known<'a> {
    fn find(edition: &'a Edition, kind: RecordKind, id: &'a str) -> Self {
        let found = match kind {
            RecordKind::Indicator => edition.indicator(id).map(|one| Self {
                name: Some(one.short()),
                domain: Some(&one.domain),
                lead: one.lead.as_deref().map(|lead| (lead, one.lead_basis.inferred)),
                departments: one.lead.iter().map(String::as_str).collect(),
            }),
            RecordKind::Task => edition.tasks.iter().find(|one| one.id == id).map(|one| Self {
                name: Some(&one.name),
                domain: Some(&one.domain),
                lead: one.lead.as_deref().map(|lead| (lead, one.lead_basis.inferred)),
                departments: one.departments().map(String::as_str).collect(),
            }),
            RecordKind::Project => edition.project(id).map(|one| Self {
                name: Some(&one.name),
                domain: Some(&one.domain),
                lead: one.lead.as_deref().map(|lead| (lead, false)),
                departments: one.lead.iter().map(String::as_str).collect(),
            }),
            RecordKind::Site => edition.sites.iter().find(|one| one.id == id).map(|one| Self {
                name: Some(&one.name),
                domain: Some(&one.domain),
                ..Self::default()
            }),
            RecordKind::Department => edition.department(id).map(|one| Self {
                name: Some(&one.name),
                departments: vec![id],
                ..Self::default()
            }),
            RecordKind::OrgUnit => edition.organisation.iter().find(|one| one.id == id).map(|one| Self {
                name: Some(&one.name),
                departments: one.department.iter().map(String::as_str).collect(),
                ..Self::default()
            }),
            RecordKind::Notice => edition
                .notices
                .iter()
                .find(|one| one.id == id)
                .map(|one| Self { name: Some(&one.title), ..Self::default() }),
        };
        found.unwrap_or_default()
    }
}

//! Every project with its line and with what it is looked for by: made once for an edition, filtered many times.

use super::super::overview;
use super::super::scope::Scope;
use super::super::search::{Hearing, Name, Query, Searched, fits};
use super::line::ProjectLine;
use super::members::{Members, head};
use crate::domain::{Lang, Light, Project};

/// A project.
pub struct ProjectEntry {
    /// Its line.
    pub line: ProjectLine,
    /// The entry of the project that it is a part of, where that is of the same group.
    pub parent: Option<usize>,
    /// The number of its domain, from 1; 0 where the edition has no such domain.
    pub domain: usize,
    /// Its kind as the data write it.
    pub kind: String,
    /// The ids of the departments that lead it or answer for a task of it.
    departments: Vec<String>,
    names: Vec<Name>,
}

impl ProjectEntry {
    /// Whether a department leads it, or leads, supports or supervises a task of it.
    pub fn concerns(&self, department: &str) -> bool {
        self.departments.iter().any(|id| id == department)
    }
}

/// Every project of an edition, each followed by its parts.
pub struct ProjectLedger {
    /// The projects.
    pub entries: Vec<ProjectEntry>,
    /// `截至2022年6月30日`.
    pub dateline: String,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// `83个项目，其中6项工程、9个重点系统；10个有红灯`.
    pub headline: String,
    /// The domains: id, name and the character of the seal.
    pub domains: Vec<[String; 3]>,
    /// The departments that lead a project or answer for a task of one: id and name.
    pub departments: Vec<(String, String)>,
    /// The words of the kinds that occur, in the order of the first of each.
    pub kinds: Vec<(String, String)>,
    pub(super) lang: Lang,
    hearing: Hearing,
}

impl Searched for ProjectLedger {
    fn hearing(&self) -> &Hearing {
        &self.hearing
    }
}

impl ProjectLedger {
    /// Makes the ledger.
    pub fn new(scope: &Scope<'_>) -> Self {
        let (edition, lang) = (scope.edition, scope.lang);
        let members = Members::new(scope);
        let mut entries = Vec::with_capacity(edition.projects.len());
        for at in 0..edition.projects.len() {
            if head(edition, members.project(at)).id == members.project(at).id {
                grow(&members, at, None, &mut entries);
            }
        }
        let mut kinds: Vec<(String, String)> = Vec::new();
        for entry in &entries {
            if kinds.iter().all(|(kind, _)| *kind != entry.kind) {
                kinds.push((entry.kind.clone(), entry.line.kind.clone()));
            }
        }
        let departments =
            edition.departments.iter().map(|one| (one.id.clone(), one.name.get(lang).to_owned()));
        let domains = edition
            .domains
            .iter()
            .map(|domain| [domain.id.clone(), domain.name.get(lang).to_owned(), domain.seal.clone()]);
        Self {
            dateline: overview::as_of(scope),
            demo: scope.is_demo(),
            headline: headline(&entries.iter().collect::<Vec<_>>(), lang),
            domains: domains.collect(),
            departments: departments
                .filter(|(id, _)| entries.iter().any(|entry| entry.concerns(id)))
                .collect(),
            kinds,
            entries,
            lang,
            hearing: Hearing::default(),
        }
    }

    /// Whether an entry has what was typed in one of its names.
    pub(super) fn is_found(&self, entry: &ProjectEntry, query: &Query) -> bool {
        fits(&entry.names, query, self.hearing.readings())
    }
}

/// Adds a project and, behind it, its parts, without those that head a group of their own.
fn grow(members: &Members<'_>, at: usize, parent: Option<usize>, entries: &mut Vec<ProjectEntry>) {
    let here = entries.len();
    entries.push(entry(members, at, parent));
    let edition = members.scope.edition;
    for part in members.parts(at) {
        if head(edition, members.project(part)).id != members.project(part).id {
            grow(members, part, Some(here), entries);
        }
    }
}

fn entry(members: &Members<'_>, at: usize, parent: Option<usize>) -> ProjectEntry {
    let scope = &members.scope;
    let project: &Project = members.project(at);
    let texts = [scope.lang, scope.lang.pick(Lang::En, Lang::Zh)].map(|lang| project.name.get(lang));
    let mut departments: Vec<String> = project.lead.iter().cloned().collect();
    for task in members.tasks(at) {
        for id in members.rows.tree.task(task).departments() {
            if !departments.contains(id) {
                departments.push(id.clone());
            }
        }
    }
    let domain = scope.edition.domains.iter().position(|domain| domain.id == project.domain);
    ProjectEntry {
        line: ProjectLine::of(members, at),
        parent,
        domain: domain.map_or(0, |at| at + 1),
        kind: project.kind.clone(),
        departments,
        names: texts.into_iter().map(Name::new).collect(),
    }
}

/// How many there are, how many have a red light, and of how many the data say nothing.
pub fn headline(entries: &[&ProjectEntry], lang: Lang) -> String {
    let of_kind = |kind: &str| entries.iter().filter(|entry| entry.kind == kind).count();
    let (count, works, systems) = (entries.len(), of_kind("work"), of_kind("system"));
    let red = entries.iter().filter(|entry| entry.line.stands.lights.contains(&Light::Red)).count();
    let silent = entries.iter().filter(|entry| !entry.line.stands.is_told()).count();
    let among = if works + systems > 0 {
        lang.pick(
            format!("，其中{works}项工程、{systems}个重点系统"),
            format!(", among them {works} works and {systems} focus systems"),
        )
    } else {
        String::new()
    };
    let reds = match red {
        0 => lang.pick("没有红灯".to_owned(), "none has a red light".to_owned()),
        _ => lang.pick(format!("{red}个有红灯"), format!("{red} with a red light")),
    };
    let silent = match silent {
        0 => String::new(),
        _ => lang.pick(format!("，{silent}个没有进展数据"), format!(", {silent} without data on progress")),
    };
    lang.pick(
        format!("{count}个项目{among}：{reds}{silent}"),
        format!("{count} projects{among}: {reds}{silent}"),
    )
}

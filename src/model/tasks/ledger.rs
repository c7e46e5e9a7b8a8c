//! Every task with its row and with what it is looked for by: made once for an edition, filtered many times.

use super::super::scope::Scope;
use super::super::search::{Hearing, Name, Query, Searched, fits};
use super::super::words;
use super::row::{Above, Rows, TaskRow};
use crate::domain::{Day, Domain, Lang, Light};

/// A task.
pub struct Entry {
    /// Its position in the edition.
    pub task: usize,
    /// Its row.
    pub row: TaskRow,
    /// The entry of the task that it is a part of.
    pub parent: Option<usize>,
    /// The number of its domain, from 1; 0 where the edition has no such domain.
    pub domain: usize,
    /// The id of the leading department.
    pub lead: Option<String>,
    /// The day by which it is due.
    pub due: Option<Day>,
    /// The ids of all departments that answer for it.
    departments: Vec<String>,
    /// The ids of its project and of those that this one is a part of.
    projects: Vec<String>,
    names: Vec<Name>,
}

impl Entry {
    /// Its light; none of a principle or a part of the plan.
    pub fn light(&self) -> Option<Light> {
        self.row.light.as_ref().map(|(light, _)| *light)
    }

    /// Whether a department leads, supports or supervises it.
    pub fn concerns(&self, department: &str) -> bool {
        self.departments.iter().any(|id| id == department)
    }

    /// Whether it belongs to a project or to a part of it.
    pub fn is_of_project(&self, project: &str) -> bool {
        self.projects.iter().any(|id| id == project)
    }
}

/// Every task of an edition, each followed by its parts.
pub struct Ledger {
    /// The tasks.
    pub entries: Vec<Entry>,
    /// The day up to which figures reach.
    pub as_of: Day,
    /// `截至2022年6月30日`.
    pub dateline: String,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// `23项任务，6项亮红灯，由区商务局牵头`.
    pub headline: String,
    /// The domains: id, name and the character of the seal.
    pub domains: Vec<[String; 3]>,
    /// The departments that answer for a task: id and name.
    pub departments: Vec<(String, String)>,
    /// The projects that have tasks: id and name.
    pub projects: Vec<(String, String)>,
    /// The words of the lights.
    pub lights: Vec<(Light, String)>,
    pub(super) lang: Lang,
    hearing: Hearing,
}

impl Searched for Ledger {
    fn hearing(&self) -> &Hearing {
        &self.hearing
    }
}

impl Ledger {
    /// Makes the ledger.
    pub fn new(scope: &Scope<'_>) -> Self {
        let (edition, lang) = (scope.edition, scope.lang);
        let rows = Rows::new(scope);
        let mut entries = Vec::with_capacity(rows.tree.len());
        for root in rows.tree.roots() {
            grow(scope, &rows, root, None, &mut entries);
        }
        let domain =
            |domain: &Domain| [domain.id.clone(), domain.name.get(lang).to_owned(), domain.seal.clone()];
        let departments =
            edition.departments.iter().map(|one| (one.id.clone(), one.name.get(lang).to_owned()));
        let projects = edition.projects.iter().map(|one| (one.id.clone(), one.name.get(lang).to_owned()));
        Self {
            as_of: edition.as_of,
            dateline: super::super::overview::as_of(scope),
            demo: scope.is_demo(),
            headline: headline(scope, &entries),
            domains: edition.domains.iter().map(domain).collect(),
            departments: departments
                .filter(|(id, _)| entries.iter().any(|entry| entry.concerns(id)))
                .collect(),
            projects: projects
                .filter(|(id, _)| entries.iter().any(|entry| entry.is_of_project(id)))
                .collect(),
            lights: Light::ALL
                .into_iter()
                .map(|light| (light, scope.rule.label(light, lang).to_owned()))
                .collect(),
            entries,
            lang,
            hearing: Hearing::default(),
        }
    }

    /// Whether an entry has what was typed in one of its names or its section.
    pub(super) fn is_found(&self, entry: &Entry, query: &Query) -> bool {
        fits(&entry.names, query, self.hearing.readings())
    }
}

/// Adds a task and, behind it, its parts.
fn grow(scope: &Scope<'_>, rows: &Rows<'_>, at: usize, above: Option<Above>, entries: &mut Vec<Entry>) {
    let made = rows.row(at, above);
    let (row, depth) = (entries.len(), made.depth);
    entries.push(entry(scope, at, made));
    for part in rows.tree.parts(at) {
        entries[row].row.parts += 1;
        grow(scope, rows, *part, Some(Above { row, depth, at }), entries);
    }
}

fn entry(scope: &Scope<'_>, at: usize, row: TaskRow) -> Entry {
    let edition = scope.edition;
    let task = &edition.tasks[at];
    let texts = [scope.lang, scope.lang.pick(Lang::En, Lang::Zh)].map(|lang| task.name.get(lang));
    let projects =
        task.project.as_deref().and_then(|id| edition.project(id)).map(|project| edition.line_of(project));
    let names = texts.into_iter().chain([task.section.as_str()]).map(Name::new);
    Entry {
        task: at,
        parent: row.parent,
        domain: edition.domains.iter().position(|domain| domain.id == task.domain).map_or(0, |at| at + 1),
        lead: task.lead.clone(),
        due: task.due,
        departments: task.departments().cloned().collect(),
        projects: projects.into_iter().flatten().map(|project| project.id.clone()).collect(),
        names: names.collect(),
        row,
    }
}

/// How many items there are, how many are red, and who leads those: `23项任务，6项亮红灯，由区商务局牵头`.
fn headline(scope: &Scope<'_>, entries: &[Entry]) -> String {
    let lang = scope.lang;
    let is_item = |entry: &&Entry| entry.row.depth == 1 && entry.light().is_some();
    let count = entries.iter().filter(is_item).count();
    let red = entries.iter().filter(is_item).filter(|entry| entry.light() == Some(Light::Red));
    let mut leads: Vec<&str> = Vec::new();
    let mut reds = 0;
    for entry in red {
        reds += 1;
        if let Some(lead) = scope.department(entry.lead.as_deref())
            && !leads.contains(&lead)
        {
            leads.push(lead);
        }
    }
    let tasks =
        lang.pick(format!("{count}项任务"), format!("{count} {}", words::plural(count as i32, "task")));
    if reds == 0 {
        return lang.pick(format!("{tasks}，没有红灯"), format!("{tasks}, none red"));
    }
    let named = leads.iter().take(LEADS).copied();
    let named = match lang {
        Lang::Zh => named.collect::<Vec<_>>().join("和"),
        Lang::En => named.collect::<Vec<_>>().join(" and "),
    };
    let led = match leads.len() {
        0 => String::new(),
        many if many > LEADS => lang.pick(
            format!("，由{named}等{many}个单位牵头"),
            format!(", led by {named} and {} more", many - LEADS),
        ),
        _ => lang.pick(format!("，由{named}牵头"), format!(", led by {named}")),
    };
    lang.pick(format!("{tasks}，{reds}项亮红灯{led}"), format!("{tasks}, {reds} red{led}"))
}

/// How many leading departments the headline names.
const LEADS: usize = 2;

//! Every task with its row and with what it is looked for by: made once for an edition, filtered many times.

use std::collections::BTreeMap;

use super::super::projects::is_site_of;
use super::super::scope::Scope;
use super::super::search::{Heard, Hearing, Name, Query, Searched, Shared};
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
    /// The departments, projects and sites by whose names it is found, too.
    shared: Vec<usize>,
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
    /// `23项主任务，6项亮红灯，由区商务局牵头；连同分项215项，32项亮红灯`.
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
    shared: Shared,
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
        let (shared, ties) = Ties::of(scope);
        for root in rows.tree.roots() {
            grow(scope, &rows, &ties, root, None, &mut entries);
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
            shared,
        }
    }

    /// Which departments, projects and sites have what was typed.
    pub(super) fn heard(&self, query: &Query) -> Heard {
        self.shared.heard(query, self.hearing.readings())
    }

    /// Whether an entry has what was typed in one of its names, in its section, or in the name of a department that
    /// answers for it, of its project or a site of that.
    pub(super) fn is_found(&self, entry: &Entry, query: &Query, heard: &Heard) -> bool {
        heard.fits(&entry.names, &entry.shared, query, self.hearing.readings())
    }
}

/// What of the names that tasks share belongs to which department and which project with its sites, by ids.
struct Ties<'a> {
    departments: BTreeMap<&'a str, usize>,
    projects: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Ties<'a> {
    fn of(scope: &Scope<'a>) -> (Shared, Self) {
        let edition = scope.edition;
        let mut shared = Shared::default();
        let departments = edition.departments.iter().map(|one| {
            let texts =
                [one.name.zh.as_str(), &one.name.en].into_iter().chain(one.also.iter().map(String::as_str));
            (one.id.as_str(), shared.add(texts))
        });
        let departments = departments.collect();
        let projects = edition.projects.iter().map(|project| {
            let sites = edition.sites.iter().filter(|site| is_site_of(site, project)).map(|site| &site.name);
            let names = std::iter::once(&project.name).chain(sites);
            let ties = names.map(|name| shared.add([name.zh.as_str(), &name.en])).collect();
            (project.id.as_str(), ties)
        });
        let projects = projects.collect();
        (shared, Self { departments, projects })
    }
}

/// Adds a task and, behind it, its parts.
fn grow(
    scope: &Scope<'_>,
    rows: &Rows<'_>,
    ties: &Ties<'_>,
    at: usize,
    above: Option<Above>,
    entries: &mut Vec<Entry>,
) {
    let made = rows.row(at, above);
    let (row, depth) = (entries.len(), made.depth);
    entries.push(entry(scope, ties, at, made));
    for part in rows.tree.parts(at) {
        entries[row].row.parts += 1;
        grow(scope, rows, ties, *part, Some(Above { row, depth, at }), entries);
    }
}

fn entry(scope: &Scope<'_>, ties: &Ties<'_>, at: usize, row: TaskRow) -> Entry {
    let edition = scope.edition;
    let task = &edition.tasks[at];
    let texts = [scope.lang, scope.lang.pick(Lang::En, Lang::Zh)].map(|lang| task.name.get(lang));
    let projects =
        task.project.as_deref().and_then(|id| edition.project(id)).map(|project| edition.line_of(project));
    let projects: Vec<String> = projects.into_iter().flatten().map(|project| project.id.clone()).collect();
    let departments: Vec<String> = task.departments().cloned().collect();
    let tied = departments.iter().filter_map(|id| ties.departments.get(id.as_str()).copied());
    let of_projects = projects.iter().filter_map(|id| ties.projects.get(id.as_str())).flatten().copied();
    let shared = tied.chain(of_projects).collect();
    let names = texts.into_iter().chain([task.section.as_str()]).map(Name::new);
    Entry {
        task: at,
        parent: row.parent,
        domain: edition.domains.iter().position(|domain| domain.id == task.domain).map_or(0, |at| at + 1),
        lead: task.lead.clone(),
        due: task.due,
        departments,
        projects,
        names: names.collect(),
        shared,
        row,
    }
}

/// How many items there are, how many of them are red and who leads those, and the same of all with their parts:
/// `23项主任务，7项亮红灯，由区商务局牵头；连同分项215项，32项亮红灯`.
fn headline(scope: &Scope<'_>, entries: &[Entry]) -> String {
    let lang = scope.lang;
    let is_red = |entry: &&Entry| entry.light() == Some(Light::Red);
    let items = entries.iter().filter(|entry| entry.row.depth == 1 && entry.light().is_some());
    let all = entries.iter().filter(|entry| entry.row.depth > 0);
    let mut leads: Vec<&str> = Vec::new();
    for lead in items.clone().filter(is_red).filter_map(|entry| scope.department(entry.lead.as_deref())) {
        if !leads.contains(&lead) {
            leads.push(lead);
        }
    }
    let reds = |count: usize| match count {
        0 => lang.pick("没有红灯".to_owned(), "none red".to_owned()),
        _ => lang.pick(format!("{count}项亮红灯"), format!("{count} red")),
    };
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
    let (count, total) = (items.clone().count(), all.clone().count());
    let (red, all_red) = (reds(items.filter(is_red).count()), reds(all.filter(is_red).count()));
    let noun = words::plural(count as i32, "main task");
    lang.pick(
        format!("{count}项主任务，{red}{led}；连同分项{total}项，{all_red}"),
        format!("{count} {noun}, {red}{led}; with their parts {total}, {all_red}"),
    )
}

/// How many leading departments the headline names.
const LEADS: usize = 2;

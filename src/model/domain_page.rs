//! One domain of the plan: how it stands, what is to be done in it, by whom and where.

mod departments;
mod index;
mod picture;
mod projects;
mod sites;
mod tasks;

pub use departments::{Role, roles};
pub use index::{DomainIndex, DomainRow, index};
pub use picture::{Cell, Dot, SiteMap, site_map};
pub use projects::{Parent, ProjectGroup, ProjectRow};
pub use sites::{SiteGroup, SiteRow, Sites, site_row};
pub use tasks::{Tasks, tasks_of};

use super::card::{Card, card};
use super::overview;
use super::scope::Scope;
use crate::domain::{Domain, Edition, Light, Tally, Task, order};

/// How much of what the plan has in a domain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Goals.
    pub goals: usize,
    /// Tasks of all levels, principles among them.
    pub tasks: usize,
    /// Projects.
    pub projects: usize,
    /// Sites, wherever they lie.
    pub sites: usize,
}

/// The page of one domain.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainPage {
    /// Its id.
    pub id: String,
    /// Its number in the plan's order, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// The character of its seal.
    pub seal: String,
    /// What the district wants to be in it.
    pub position: String,
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// `数字商贸：6项目标，3项按期，2项亮红灯`.
    pub headline: String,
    /// How much of what there is.
    pub extent: Extent,
    /// Its goals, broken where a wide page's row is full.
    pub goals: Vec<Vec<Card>>,
    /// Its tasks.
    pub tasks: Tasks,
    /// Its projects.
    pub projects: Vec<ProjectGroup>,
    /// Its sites.
    pub sites: Sites,
    /// Who answers for what in it.
    pub departments: Vec<Role>,
    /// The department whose tasks and projects alone are shown, with its name.
    pub only: Option<(String, String)>,
    /// The domains before and after it in the plan.
    pub neighbours: [Option<(String, String)>; 2],
}

/// The page of the domain with this id, `None` where the edition has none. With the id of a department of the
/// edition only the tasks and projects are listed that it leads or supports.
pub fn domain_page(scope: &Scope<'_>, id: &str, dept: Option<&str>) -> Option<DomainPage> {
    let (edition, lang) = (scope.edition, scope.lang);
    let index = edition.domains.iter().position(|domain| domain.id == id)?;
    let domain = &edition.domains[index];
    let only = dept.and_then(|id| edition.department(id));
    let dept = only.map(|department| department.id.as_str());
    let (cards, tally) = goals(scope, domain);
    let mut room = overview::COLUMNS;
    let neighbour = |at: Option<usize>| {
        let domain = edition.domains.get(at?)?;
        Some((domain.id.clone(), domain.name.get(lang).to_owned()))
    };
    Some(DomainPage {
        id: domain.id.clone(),
        number: index + 1,
        name: domain.name.get(lang).into(),
        seal: domain.seal.clone(),
        position: domain.position.get(lang).into(),
        as_of: overview::as_of(scope),
        demo: scope.is_demo(),
        headline: headline(scope, domain.name.get(lang), &tally),
        extent: extent(edition, domain),
        goals: overview::segments(cards, &mut room),
        tasks: tasks::tasks(scope, domain, dept),
        projects: projects::projects(scope, domain, dept),
        sites: sites::sites(scope, domain),
        departments: departments::departments(scope, domain),
        only: only.map(|department| (department.id.clone(), department.name.get(lang).into())),
        neighbours: [neighbour(index.checked_sub(1)), neighbour(Some(index + 1))],
    })
}

fn goals(scope: &Scope<'_>, domain: &Domain) -> (Vec<Card>, Tally) {
    let own = scope.edition.indicators.iter().filter(|indicator| indicator.domain == domain.id);
    let cards: Vec<Card> = own.map(|indicator| card(scope, indicator, &scope.standing(indicator))).collect();
    let tally = cards.iter().map(|card| card.light).collect();
    (cards, tally)
}

/// `数字商贸：6项目标，3项按期，2项亮红灯`.
fn headline(scope: &Scope<'_>, name: &str, tally: &Tally) -> String {
    let lang = scope.lang;
    if tally.total() == 0 {
        return lang.pick(format!("{name}：本期没有目标"), format!("{name}: no goals in this edition"));
    }
    let how = super::headline::headline(scope, tally);
    // One colon is enough in a sentence.
    lang.pick(format!("{name}：{how}"), format!("{name}: {}", how.replacen(": ", ", ", 1)))
}

fn extent(edition: &Edition, domain: &Domain) -> Extent {
    let own = |id: &String| *id == domain.id;
    Extent {
        goals: edition.indicators.iter().filter(|record| own(&record.domain)).count(),
        tasks: edition.tasks.iter().filter(|record| own(&record.domain)).count(),
        projects: edition.projects.iter().filter(|record| own(&record.domain)).count(),
        sites: edition.sites.iter().filter(|record| own(&record.domain)).count(),
    }
}

/// Whether a department leads or supports a task.
fn concerns(task: &Task, dept: &str) -> bool {
    task.lead.as_deref() == Some(dept) || task.support.iter().any(|id| id == dept)
}

/// The gravest first.
fn sorted(mut lights: Vec<Light>) -> Vec<Light> {
    order::sort_by_key(&mut lights, |light| Light::ALL.iter().position(|other| other == light));
    lights
}

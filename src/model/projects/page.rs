//! One project: what it is, how it stands, what is done in it, by whom, where and when.

use std::collections::BTreeSet;

use super::super::card::{Card, card};
use super::super::domain_page::{Role, SiteRow, Tasks, roles, site_row, tasks_of};
use super::super::notices::{NoticeLine, notices_about};
use super::super::overview;
use super::super::places::{Places, places};
use super::super::scope::Scope;
use super::line::{ProjectLine, State, is_site_of};
use super::members::{Basis, Members};
use super::timeline::{Timeline, timeline};
use crate::domain::{Indicator, Project, Site, Task};

/// A project above or below another.
#[derive(Clone, Debug, PartialEq)]
pub struct PartOf {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The page of one project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectPage {
    /// Its line in the ledger.
    pub line: ProjectLine,
    /// Its domain: id, number from 1, the character of the seal, name.
    pub domain: Option<(String, usize, String, String)>,
    /// The projects that it is a part of, the widest first.
    pub above: Vec<PartOf>,
    /// Its parts.
    pub parts: Vec<ProjectLine>,
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// `品牌培育营销工程：1项目标（绿1），14项任务（13项没有进展数据）`.
    pub headline: String,
    /// The goals of the project and of its parts.
    pub goals: Vec<Card>,
    /// Other goals by which its tasks are measured.
    pub linked: Vec<Card>,
    /// Goals of tasks above its own, which say little of itself.
    pub distant: Vec<State>,
    /// Its tasks and those of its parts.
    pub tasks: Tasks,
    /// Who answers for them.
    pub departments: Vec<Role>,
    /// Its sites and those of its parts.
    pub sites: Vec<SiteRow>,
    /// Those of them that are on the map.
    pub places: Places,
    /// What falls due and what happened.
    pub timeline: Option<Timeline>,
    /// The announcements about it.
    pub notices: Vec<NoticeLine>,
    /// The projects before and after it in the plan.
    pub neighbours: [Option<(String, String)>; 2],
}

/// The page of the project with this id; `None` where the edition has none.
pub fn project_page(scope: &Scope<'_>, id: &str) -> Option<ProjectPage> {
    let (edition, lang) = (scope.edition, scope.lang);
    let at = edition.projects.iter().position(|project| project.id == id)?;
    let members = Members::new(scope);
    let project = members.project(at);
    let line = ProjectLine::of(&members, at);
    let (distant, near): (Vec<_>, Vec<_>) =
        members.goals(at).into_iter().partition(|(_, basis)| *basis == Basis::Above);
    let tasks: Vec<&Task> = members.tasks(at).into_iter().map(|task| members.rows.tree.task(task)).collect();
    let own: BTreeSet<&str> = tasks.iter().map(|task| task.id.as_str()).collect();
    let near_goals: Vec<&Indicator> = near
        .iter()
        .filter(|(_, basis)| *basis == Basis::Own)
        .map(|(goal, _)| &edition.indicators[*goal])
        .collect();
    let within: Vec<&Project> = (0..edition.projects.len())
        .filter(|part| members.is_within(*part, at))
        .map(|part| members.project(part))
        .collect();
    let cards = |wanted: Basis| {
        let goals = near.iter().filter(|(_, basis)| *basis == wanted);
        let goals = goals.map(|(goal, _)| card(scope, &edition.indicators[*goal], &members.standings[*goal]));
        goals.collect()
    };
    let is_site = |site: &&Site| within.iter().any(|project| is_site_of(site, project));
    let sites: Vec<&Site> = edition.sites.iter().filter(is_site).collect();
    let domain = edition.domains.iter().position(|domain| domain.id == project.domain);
    let neighbour = |at: Option<usize>| {
        let project = edition.projects.get(at?)?;
        Some((project.id.clone(), project.name.get(lang).to_owned()))
    };
    let colon = lang.pick("：", ": ");
    let mut above: Vec<PartOf> = edition
        .line_of(project)
        .into_iter()
        .skip(1)
        .map(|project| PartOf { id: project.id.clone(), name: project.name.get(lang).into() })
        .collect();
    above.reverse();
    Some(ProjectPage {
        domain: domain.map(|at| {
            let domain = &edition.domains[at];
            (domain.id.clone(), at + 1, domain.seal.clone(), domain.name.get(lang).to_owned())
        }),
        above,
        parts: members.parts(at).map(|part| ProjectLine::of(&members, part)).collect(),
        as_of: overview::as_of(scope),
        demo: scope.is_demo(),
        headline: format!("{}{colon}{}", line.name, line.stands.sentence),
        goals: cards(Basis::Own),
        linked: cards(Basis::Task),
        distant: distant
            .iter()
            .map(|(goal, _)| State::of(scope, &edition.indicators[*goal], &members.standings[*goal]))
            .collect(),
        departments: roles(scope, &near_goals, &tasks),
        tasks: tasks_of(scope, &members.rows, |task| own.contains(task.id.as_str())),
        places: places(scope, None).only(|id| sites.iter().any(|site| site.id == id)),
        sites: sites.iter().map(|site| site_row(scope, site)).collect(),
        timeline: timeline(&members, at),
        notices: notices_about(scope, id),
        neighbours: [neighbour(at.checked_sub(1)), neighbour(Some(at + 1))],
        line,
    })
}

//! All domains of the plan, side by side.

use super::super::overview;
use super::super::scope::Scope;
use super::super::words::plural;
use super::{Extent, extent, sorted};
use crate::domain::{Light, Tally};

/// A domain in the index.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainRow {
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
    /// Its goals' lights, the gravest first.
    pub lights: Vec<Light>,
    /// How many of which.
    pub tally: Tally,
    /// How much of what there is.
    pub extent: Extent,
}

/// The index of domains.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainIndex {
    /// `截至2022年6月30日`.
    pub as_of: String,
    /// Whether generated figures are shown.
    pub demo: bool,
    /// The headline, computed.
    pub headline: String,
    /// How much the plan holds, in a sentence.
    pub summary: String,
    /// The domains, in the plan's order.
    pub rows: Vec<DomainRow>,
    /// The lights of all of them.
    pub tally: Tally,
    /// How much of what there is in all of them.
    pub extent: Extent,
}

/// The index of an edition's domains.
pub fn index(scope: &Scope<'_>) -> DomainIndex {
    let (edition, lang) = (scope.edition, scope.lang);
    let domains = edition.domains.iter().enumerate();
    let rows = domains.map(|(index, domain)| {
        let own = edition.indicators.iter().filter(|indicator| indicator.domain == domain.id);
        let lights = sorted(own.map(|indicator| scope.standing(indicator).light).collect());
        DomainRow {
            id: domain.id.clone(),
            number: index + 1,
            name: domain.name.get(lang).into(),
            seal: domain.seal.clone(),
            position: domain.position.get(lang).into(),
            tally: lights.iter().copied().collect(),
            lights,
            extent: extent(edition, domain),
        }
    });
    let rows: Vec<DomainRow> = rows.collect();
    let tally: Tally = rows.iter().flat_map(|row| row.lights.iter().copied()).collect();
    let mut all = Extent::default();
    for Extent { goals, tasks, projects, sites } in rows.iter().map(|row| row.extent) {
        all.goals += goals;
        all.tasks += tasks;
        all.projects += projects;
        all.sites += sites;
    }
    DomainIndex {
        as_of: overview::as_of(scope),
        demo: scope.is_demo(),
        headline: headline(scope, &rows),
        summary: summary(scope, rows.len(), all),
        rows,
        tally,
        extent: all,
    }
}

/// Which domains have red lights: `2个领域有红灯，数字商贸最多，2项`.
fn headline(scope: &Scope<'_>, rows: &[DomainRow]) -> String {
    let lang = scope.lang;
    let count = rows.len();
    let judged = |row: &DomainRow| row.tally.total() > row.tally.grey();
    if !rows.iter().any(judged) {
        return lang.pick(
            format!("{count}个领域，尚无可评的公布数据"),
            format!("{count} {}; no figures published yet", plural(count as i32, "domain")),
        );
    }
    let reds = |row: &&DomainRow| row.tally.of(Light::Red);
    let red: Vec<&DomainRow> = rows.iter().filter(|row| reds(row) > 0).collect();
    let most = red.iter().map(reds).max().unwrap_or(0);
    let worst: Vec<&str> = red.iter().filter(|row| reds(row) == most).map(|row| row.name.as_str()).collect();
    match (red.len(), worst.as_slice()) {
        (0, _) => lang.pick(
            format!("{count}个领域都没有红灯"),
            format!("No red light in any of {count} {}", plural(count as i32, "domain")),
        ),
        (some, [name]) => lang.pick(
            format!("{count}个领域中{some}个有红灯，{name}最多，{most}项"),
            format!("Red lights in {some} of {count} domains; most in {name}: {most}"),
        ),
        (some, worst) if worst.len() == some => lang.pick(
            format!("{count}个领域中{some}个有红灯，各{most}项"),
            format!("Red lights in {some} of {count} domains, {most} in each"),
        ),
        (some, _) => lang.pick(
            format!("{count}个领域中{some}个有红灯，最多的各{most}项"),
            format!("Red lights in {some} of {count} domains, at most {most} in one"),
        ),
    }
}

fn summary(scope: &Scope<'_>, domains: usize, all: Extent) -> String {
    let Extent { goals, tasks, projects, sites } = all;
    let count = |count: usize, noun: &str| format!("{count} {}", plural(count as i32, noun));
    scope.lang.pick(
        format!(
            "方案分{domains}个领域，共{goals}项目标、{tasks}项任务、{projects}个项目、{sites}处地点。各领域只计各灯的项数，不合成一盏灯。"
        ),
        format!(
            "The plan has {}: {}, {}, {} and {}. Lights are counted for each domain and never merged into one.",
            count(domains, "domain"),
            count(goals, "goal"),
            count(tasks, "task"),
            count(projects, "project"),
            count(sites, "site"),
        ),
    )
}

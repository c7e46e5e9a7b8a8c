//! One record as JSON, as it is in the edition, with what it is tied to: for those who reckon on with it.

use serde::Serialize;

use super::card::{Provenance, provenance};
use super::notices::notices_about;
use super::projects::Members;
use super::record::{Kind, record};
use super::relations::relations;
use super::scope::Scope;
use super::sheets;
use crate::domain::record::{Department, Notice, Source};
use crate::domain::{Day, EditionKind, Indicator, Month, Names, Project};

/// The edition that the record was taken from.
#[derive(Serialize)]
struct FromEdition<'a> {
    id: Month,
    as_of: Day,
    kind: EditionKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a Names>,
}

/// The record itself, in the words of the edition.
#[derive(Serialize)]
#[serde(untagged)]
enum Body<'a> {
    Goal(&'a Indicator),
    Project(&'a Project),
    Department(&'a Department),
    Notice(&'a Notice),
}

/// The ids of what a record is tied to.
#[derive(Default, Serialize)]
struct Links {
    departments: Vec<String>,
    tasks: Vec<String>,
    indicators: Vec<String>,
    projects: Vec<String>,
    sites: Vec<String>,
    organisation: Vec<String>,
    notices: Vec<String>,
}

/// What the file says.
#[derive(Serialize)]
struct File<'a> {
    kind: &'static str,
    id: &'a str,
    address: &'a str,
    edition: FromEdition<'a>,
    /// `demo`, `sourced` or `plan`, and the same in words.
    nature: &'static str,
    nature_note: &'static str,
    record: Body<'a>,
    links: Links,
    sources: Vec<&'a Source>,
}

/// The goal, project, department or notice with this id, as shown at an address; `None` of what else there is.
pub fn record_json(scope: &Scope<'_>, id: &str, address: &str) -> Option<String> {
    let edition = scope.edition;
    let mut sources: Vec<&str> = Vec::new();
    let (kind, body, nature, mut links) = match record(scope, id)?.kind {
        Kind::Goal => {
            let goal = edition.indicator(id)?;
            sources.extend(goal.series.iter().filter_map(|(_, one)| one.source.as_deref()));
            let towns = goal.townships.values().flat_map(|series| series.iter());
            sources.extend(towns.filter_map(|(_, one)| one.source.as_deref()));
            sources.extend(goal.events.iter().filter_map(|event| event.source.as_deref()));
            ("indicator", Body::Goal(goal), provenance(scope, goal), of_goal(scope, goal))
        }
        Kind::Project => {
            let project = edition.project(id)?;
            ("project", Body::Project(project), Provenance::Plan, of_project(scope, id))
        }
        Kind::Department => {
            let department = edition.department(id)?;
            ("department", Body::Department(department), Provenance::Plan, of_department(scope, id))
        }
        Kind::Notice => {
            let notice = edition.notices.iter().find(|notice| notice.id == id)?;
            sources.extend(notice.source.as_deref());
            let nature = if notice.source.is_some() { Provenance::Sourced } else { Provenance::Plan };
            ("notice", Body::Notice(notice), nature, of_notice(scope, notice))
        }
        _ => return None,
    };
    links.notices = notices_about(scope, id).into_iter().map(|notice| notice.id).collect();
    let plan = edition.documents.iter().find(|document| document.kind == "plan");
    let file = File {
        kind,
        id,
        address,
        edition: FromEdition {
            id: edition.month,
            as_of: edition.as_of,
            kind: edition.kind,
            published: edition.published,
            plan: plan.map(|plan| &plan.title),
        },
        nature: match nature {
            Provenance::Demo => "demo",
            Provenance::Sourced => "sourced",
            Provenance::Plan => "plan",
        },
        nature_note: sheets::nature_word(nature, scope.lang),
        record: body,
        links,
        sources: edition.sources.iter().filter(|source| sources.contains(&source.id.as_str())).collect(),
    };
    serde_json::to_string_pretty(&file).ok().map(|text| text + "\n")
}

fn of_goal(scope: &Scope<'_>, goal: &Indicator) -> Links {
    let relations = relations(scope, goal);
    let ids = |related: Vec<super::relations::Related>| related.into_iter().map(|one| one.id).collect();
    Links {
        departments: ids(relations.departments),
        tasks: ids(relations.tasks),
        projects: ids(relations.projects),
        sites: ids(relations.sites),
        ..Links::default()
    }
}

fn of_project(scope: &Scope<'_>, id: &str) -> Links {
    let edition = scope.edition;
    let members = Members::new(scope);
    let Some(at) = edition.projects.iter().position(|project| project.id == id) else {
        return Links::default();
    };
    let project = members.project(at);
    let tasks = members.tasks(at);
    let mut departments: Vec<String> = project.lead.iter().cloned().collect();
    for task in &tasks {
        for department in members.rows.tree.task(*task).departments() {
            if !departments.contains(department) {
                departments.push(department.clone());
            }
        }
    }
    let goals = members.goals(at);
    let sites = edition.sites.iter().filter(|site| super::projects::is_site_of(site, project));
    Links {
        departments,
        tasks: tasks.iter().map(|task| members.rows.tree.task(*task).id.clone()).collect(),
        indicators: goals.iter().map(|(goal, _)| edition.indicators[*goal].id.clone()).collect(),
        projects: project
            .parent
            .iter()
            .cloned()
            .chain(members.parts(at).map(|part| members.project(part).id.clone()))
            .collect(),
        sites: sites.map(|site| site.id.clone()).collect(),
        ..Links::default()
    }
}

fn of_department(scope: &Scope<'_>, id: &str) -> Links {
    let edition = scope.edition;
    let is_it = |department: &Option<String>| department.as_deref() == Some(id);
    let tasks = edition.tasks.iter().filter(|task| task.departments().any(|department| department == id));
    Links {
        tasks: tasks.map(|task| task.id.clone()).collect(),
        indicators: edition
            .indicators
            .iter()
            .filter(|goal| is_it(&goal.lead))
            .map(|goal| goal.id.clone())
            .collect(),
        projects: edition.projects.iter().filter(|one| is_it(&one.lead)).map(|one| one.id.clone()).collect(),
        organisation: edition
            .organisation
            .iter()
            .filter(|unit| is_it(&unit.department))
            .map(|unit| unit.id.clone())
            .collect(),
        ..Links::default()
    }
}

fn of_notice(scope: &Scope<'_>, notice: &Notice) -> Links {
    let mut links = Links::default();
    for about in notice.about.iter().filter_map(|id| record(scope, id)) {
        let ids = match about.kind {
            Kind::Department => &mut links.departments,
            Kind::Task => &mut links.tasks,
            Kind::Goal => &mut links.indicators,
            Kind::Project => &mut links.projects,
            Kind::Site => &mut links.sites,
            Kind::Body => &mut links.organisation,
            // They stand in the record itself.
            Kind::Domain | Kind::Township | Kind::Notice | Kind::Document => continue,
        };
        ids.push(about.id);
    }
    links
}

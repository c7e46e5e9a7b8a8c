//! The chain of links: department, task, goal, site, project, notice and organ lead to each other, with no dead ends.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;
mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use biaogan::domain::{Edition, Lang, RulePack};
use biaogan::model::map_site::chosen_site;
use biaogan::model::place::Place;
use biaogan::model::places::places;
use biaogan::model::projects::{ProjectLedger, project_page};
use biaogan::model::record::record;
use biaogan::model::relations::Related;
use biaogan::model::tasks::{Ledger, TaskRow};
use biaogan::model::{Scope, departments, notices, organisation, page};
use biaogan::publish::demo;
use biaogan::route::{View, ViewState};
use pretty_assertions::assert_eq;

static JUNE: LazyLock<Edition> = LazyLock::new(|| {
    let editions = demo::editions(&common::plan().value, &common::tables("data/demo"), None).unwrap().value;
    editions.into_iter().find(|edition| edition.month.to_string() == "2022-06").unwrap()
});
static RULE: LazyLock<RulePack> = LazyLock::new(RulePack::three_colour);

/// The places that each view's models lead to from a record's page, by what the record is.
struct Walk<'a> {
    scope: Scope<'a>,
    /// Where a link leads from, and to.
    links: Vec<(Place, Place)>,
}

impl Walk<'_> {
    fn add(&mut self, from: &Place, to: impl IntoIterator<Item = Place>) {
        self.links.extend(to.into_iter().map(|to| (from.clone(), to)));
    }

    /// Links of rows to departments, by id.
    fn departments<'b>(&mut self, from: &Place, ids: impl IntoIterator<Item = &'b String>) {
        self.add(from, ids.into_iter().map(|id| Place::record(View::Departments, id)));
    }

    fn tasks(&mut self, from: &Place, rows: &[TaskRow]) {
        for row in rows {
            self.add(from, [Place::item(View::Tasks, &row.id)]);
            self.departments(from, row.lead.iter().map(|lead| &lead.id));
            self.departments(from, row.support.iter().chain(&row.supervise).map(|(id, _)| id));
            self.add(from, row.project.iter().map(|(id, _)| Place::record(View::Projects, id)));
            self.add(from, row.goals.iter().map(|goal| Place::record(View::Indicator, &goal.id)));
            self.add(from, row.sites.iter().map(|(_, place)| place.clone()));
        }
    }

    fn related(&mut self, from: &Place, lists: [&[Related]; 4]) {
        self.add(from, lists.into_iter().flatten().map(|related| related.place.clone()));
    }

    fn notices(&mut self, from: &Place, lines: &[notices::NoticeLine]) {
        self.add(from, lines.iter().map(|line| Place::record(View::Notices, &line.id)));
    }
}

/// Every link of the pages of goals, projects, departments, notices, tasks and the organisation.
fn walk<'a>(edition: &'a Edition, lang: Lang) -> Walk<'a> {
    let scope = support::scope(edition, &RULE, lang);
    let mut walk = Walk { scope, links: Vec::new() };
    let list = |view| Place { view, ..Place::default() };
    let ledger = Ledger::new(&scope);
    let rows: Vec<TaskRow> = ledger.entries.iter().map(|entry| entry.row.clone()).collect();
    walk.tasks(&list(View::Tasks), &rows);
    for goal in &edition.indicators {
        let (from, page) = (Place::record(View::Indicator, &goal.id), page::page(&scope, &goal.id).unwrap());
        let relations = &page.relations;
        walk.related(
            &from,
            [&relations.departments, &relations.tasks, &relations.projects, &relations.sites],
        );
        walk.notices(&from, &page.notices);
    }
    let projects = ProjectLedger::new(&scope);
    for entry in &projects.entries {
        let line = &entry.line;
        let from = list(View::Projects);
        walk.add(&from, [Place::record(View::Projects, &line.id)]);
        walk.add(&from, line.sites.iter().map(|(_, place)| place.clone()));
        walk.departments(&from, line.lead.iter().map(|(id, _)| id));
        let (from, page) = (Place::record(View::Projects, &line.id), project_page(&scope, &line.id).unwrap());
        walk.tasks(&from, &page.tasks.rows);
        walk.departments(&from, page.departments.iter().map(|role| &role.id));
        walk.departments(&from, page.line.lead.iter().map(|(id, _)| id));
        let goals = page
            .goals
            .iter()
            .chain(&page.linked)
            .map(|goal| &goal.id)
            .chain(page.distant.iter().map(|goal| &goal.id));
        walk.add(&from, goals.map(|id| Place::record(View::Indicator, id)));
        walk.add(&from, page.parts.iter().map(|part| Place::record(View::Projects, &part.id)));
        walk.add(&from, page.above.iter().map(|above| Place::record(View::Projects, &above.id)));
        let site = |id: &String| edition.sites.iter().find(|site| site.id == *id).unwrap();
        walk.add(&from, page.sites.iter().map(|row| Place::site(edition, site(&row.id))));
        walk.notices(&from, &page.notices);
    }
    for row in departments::Register::new(&scope).list(&ViewState::default()).rows {
        let from = list(View::Departments);
        walk.departments(&from, [&row.id]);
        let (from, page) =
            (Place::record(View::Departments, &row.id), departments::page(&scope, &row.id).unwrap());
        walk.related(&from, [&page.projects, &page.sites, &page.seats, &page.notices]);
        walk.add(&from, page.goals.iter().map(|goal| Place::record(View::Indicator, &goal.id)));
        for tasks in &page.tasks {
            walk.tasks(&from, &tasks.rows);
        }
    }
    for row in organisation::organisation(&scope).rows {
        let from = list(View::Organisation);
        walk.add(&from, [Place::item(View::Organisation, &row.id)]);
        walk.departments(&from, row.department.iter().map(|(id, _)| id));
    }
    for notice in &edition.notices {
        let page = notices::notice(&scope, &notice.id).unwrap();
        walk.add(
            &Place::record(View::Notices, &notice.id),
            page.notice.about.into_iter().map(|about| about.place),
        );
        walk.add(&list(View::Notices), [Place::record(View::Notices, &notice.id)]);
    }
    walk
}

#[test]
fn every_link_leads_to_a_record_that_is_there() {
    for lang in [Lang::Zh, Lang::En] {
        let walk = walk(&JUNE, lang);
        assert!(walk.links.len() > 3_000, "{}", walk.links.len());
        for (from, to) in &walk.links {
            let id = to.id.as_deref().or(to.item.as_deref()).or(to.town.as_deref()).unwrap();
            if id == "plan" && to.view == View::About {
                continue;
            }
            let found =
                record(&walk.scope, id).unwrap_or_else(|| panic!("{from:?} leads to nothing: {to:?}"));
            assert_eq!(found.place.view, to.view, "{from:?} {to:?}");
            let address = to.address(&ViewState::default());
            assert_eq!(ViewState::from_query(&address.to_query()), address);
        }
    }
}

#[test]
fn every_row_of_the_plans_tables_is_reached_from_a_view() {
    let walk = walk(&JUNE, Lang::Zh);
    let reached: BTreeSet<(Ordered, &str)> = walk
        .links
        .iter()
        .filter_map(|(_, to)| Some((Ordered(to.view), to.id.as_deref().or(to.item.as_deref())?)))
        .collect();
    let edition = &*JUNE;
    let tables = [
        (View::Tasks, edition.tasks.iter().map(|row| &row.id).collect::<Vec<_>>(), 221),
        (View::Projects, edition.projects.iter().map(|row| &row.id).collect(), 83),
        (View::Departments, edition.departments.iter().map(|row| &row.id).collect(), 42),
        (View::Organisation, edition.organisation.iter().map(|row| &row.id).collect(), 71),
        (View::Indicator, edition.indicators.iter().map(|row| &row.id).collect(), 18),
        (View::Notices, edition.notices.iter().map(|row| &row.id).collect(), 2),
    ];
    for (view, ids, count) in tables {
        assert_eq!(ids.len(), count, "{view:?}");
        let lost: Vec<&&String> =
            ids.iter().filter(|id| !reached.contains(&(Ordered(view), id.as_str()))).collect();
        assert_eq!(lost, Vec::<&&String>::new(), "{view:?}");
    }
}

/// A view that can be put in order.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Ordered(View);

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.code().cmp(other.0.code())
    }
}

#[test]
fn what_a_record_leads_to_leads_back() {
    let walk = walk(&JUNE, Lang::Zh);
    let paged = [View::Indicator, View::Projects, View::Departments, View::Notices];
    let pairs: BTreeSet<(String, String)> = walk
        .links
        .iter()
        .filter(|(from, to)| paged.contains(&from.view) && paged.contains(&to.view))
        .filter_map(|(from, to)| Some((from.id.clone()?, to.id.clone()?)))
        .collect();
    let of = |id: &str| record(&walk.scope, id).unwrap().place.view;
    for (from, to) in &pairs {
        // A task names its own project and units on whatever page it stands; what counts are goals, projects, notices.
        let kinds = (of(from), of(to));
        let mutual = matches!(
            kinds,
            (View::Indicator, View::Projects)
                | (View::Projects, View::Indicator)
                | (View::Notices, _)
                | (View::Projects | View::Indicator | View::Departments, View::Notices)
        );
        let is_kept = kinds != (View::Projects, View::Indicator) || is_direct(from, to);
        if mutual && is_kept {
            assert!(pairs.contains(&(to.clone(), from.clone())), "{to} does not lead back to {from}");
        }
    }
}

/// Whether a goal belongs to a project itself or measures one of its own tasks; what belongs to its parts is led back to
/// from these.
fn is_direct(project: &str, goal: &str) -> bool {
    let own = JUNE.tasks.iter().filter(|task| task.project.as_deref() == Some(project));
    JUNE.indicator(goal).unwrap().project.as_deref() == Some(project)
        || own.into_iter().any(|task| task.indicators.iter().any(|id| id == goal))
}

#[test]
fn a_site_of_the_map_leads_to_the_goals_and_the_department_of_its_project() {
    let scope = support::scope(&JUNE, &RULE, Lang::Zh);
    let places = places(&scope, None);
    let chosen = |id: &str| {
        let site = places.sites().find(|site| site.id == id).unwrap();
        chosen_site(&scope, site).unwrap()
    };
    let base = chosen("site-dragon-boat-base");
    let goals: Vec<&str> = base.goals.iter().map(|goal| goal.state.id.as_str()).collect();
    assert_eq!(goals, ["ind-dragon-boat-base"]);
    assert_eq!(base.leads.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["d-sports-centre"]);
    for site in places.sites() {
        let site = chosen(&site.id);
        assert!(site.project.is_some() || (site.goals.is_empty() && site.leads.is_empty()), "{}", site.id);
        assert!(site.goals.iter().all(|goal| JUNE.indicator(&goal.state.id).is_some()));
        assert!(site.leads.iter().all(|(id, _)| JUNE.department(id).is_some()));
    }
}

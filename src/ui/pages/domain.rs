//! One domain of the plan: its position, goals, tasks, projects, sites and who answers for them.

mod index;
mod projects;
mod sites;
pub mod tasks;

use std::sync::Arc;

use leptos::prelude::*;

use self::index::Index;
use self::projects::ProjectTable;
use self::sites::SitesSection;
use self::tasks::TaskSection;
use super::department_roles::DepartmentTable;
use super::pointed::{Jump, follow_item, mark_of};
use super::scope;
use super::task_fold::Folded;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::domain_page::{self, DomainPage, Extent};
use crate::route::{View, ViewState};
use crate::ui::components::{CardView, DemoMark, Link, NotFound, Seal};
use crate::ui::context::use_route;

/// What stands for the sections of the page in the address.
pub const TASKS: &str = "tasks";
const PROJECTS: &str = "projects";
const SITES: &str = "sites";
const DEPARTMENTS: &str = "departments";

/// The index of domains, one domain, or a way back where the edition has no such domain.
#[component]
pub fn DomainView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let asked = Memo::new(move |_| state.with(|state| (state.id.clone(), state.dept.clone())));
    move || {
        let (id, dept) = asked.get();
        let state = state.get_untracked();
        let Some(id) = id else {
            let index = domain_page::index(&scope(&scene, lang));
            return view! { <Index index state lang /> }.into_any();
        };
        match domain_page::domain_page(&scope(&scene, lang), &id, dept.as_deref()) {
            Some(page) => view! { <Page page scene=scene.clone() state lang /> }.into_any(),
            None => view! { <NotFound id back=state.to_view(View::Domain) label=say!(lang, back_to_domains) lang /> }.into_any(),
        }
    }
}

#[component]
fn Page(page: DomainPage, scene: Arc<Scene>, state: ViewState, lang: Lang) -> impl IntoView {
    let DomainPage { id, number, name, seal, demo, extent, only, .. } = page;
    let here = state.to_record(View::Domain, &id);
    let [previous, next] = page.neighbours;
    let colon = lang.pick("：", ": ");
    let tasks = page.tasks;
    let folded = Folded::new(tasks.rows.iter(), true);
    let item = follow_item(move |item| folded.reveal(item));
    view! {
        <article class=format!("page domain-page domain-{number}")>
            <nav class="crumbs" aria-label=say!(lang, path)>
                <Link to=state.to_view(View::Domain)>{say!(lang, all_domains)}</Link>
                <span aria-hidden="true">"/"</span>
                <Seal number seal />
                <span>{name}</span>
            </nav>
            <header class="domain-head">
                <p class="dateline"><span>{page.as_of}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
                <h1>{page.headline}</h1>
                <p class="lead">{page.position}</p>
                <Extents extent departments=page.departments.len() here=here.clone() lang />
            </header>
            <section class="domain-goals" aria-labelledby="domain-goals">
                <h2 id="domain-goals">{say!(lang, goals_title)}</h2>
                <Goals rows=page.goals number state=state.clone() lang />
            </section>
            <TaskSection tasks folded item only here=here.clone() state=state.clone() lang />
            <section class="domain-projects">
                <h2 id=mark_of(PROJECTS) tabindex="-1">{say!(lang, projects)}</h2>
                <ProjectTable groups=page.projects item here=here.clone() state=state.clone() lang />
            </section>
            <SitesSection sites=page.sites domain=id item scene state=state.clone() lang />
            <section class="domain-departments">
                <h2 id=mark_of(DEPARTMENTS) tabindex="-1">{say!(lang, departments)}</h2>
                <DepartmentTable roles=page.departments item narrowed=Some(here) state=state.clone() lang />
            </section>
            <nav class="neighbours" aria-label=say!(lang, domain_neighbours)>
                {previous.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Domain, &id)>"← "{say!(lang, previous_domain)}{colon}{name}</Link>
                })}
                {next.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Domain, &id)>{say!(lang, next_domain)}{colon}{name}" →"</Link>
                })}
            </nav>
        </article>
    }
}

/// How much of what there is; each count leads to its section.
#[component]
fn Extents(extent: Extent, departments: usize, here: ViewState, lang: Lang) -> impl IntoView {
    let counts = [
        (extent.tasks, say!(lang, tasks), TASKS),
        (extent.projects, say!(lang, projects), PROJECTS),
        (extent.sites, say!(lang, sites), SITES),
        (departments, say!(lang, departments), DEPARTMENTS),
    ];
    let counts = counts.map(|(count, name, section)| {
        let to = ViewState { item: Some(section.to_owned()), ..here.clone() };
        view! { <div><dt><Jump to record=section>{name}</Jump></dt><dd class="num">{count}</dd></div> }
    });
    view! { <dl class="facts">{counts}</dl> }
}

/// The goals as cards, as on the overview.
#[component]
fn Goals(rows: Vec<Vec<crate::model::Card>>, number: usize, state: ViewState, lang: Lang) -> impl IntoView {
    if rows.is_empty() {
        return view! { <p>{say!(lang, none)}</p> }.into_any();
    }
    let rows = rows.into_iter().map(|cards| {
        let class = format!("segment of-{}", cards.len());
        let cards =
            cards.into_iter().map(|card| view! { <CardView card state=state.clone() lang level=3 /> });
        view! { <div class=class><div class="cards">{cards.collect_view()}</div></div> }
    });
    view! { <div class="groups"><div class=format!("group domain-{number}")>{rows.collect_view()}</div></div> }
        .into_any()
}

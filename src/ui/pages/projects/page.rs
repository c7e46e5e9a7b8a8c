//! One project in full.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::department_roles::DepartmentTable;
use super::super::domain::tasks::TaskSection;
use super::super::notice_lines::NoticesAbout;
use super::super::pointed::follow_item;
use super::super::site_figure::{SiteFigure, SiteLine};
use super::super::task_fold::Folded;
use super::super::{json_of, scope};
use super::line::{Line, LineHead, Stands};
use super::timeline::TimelineFigure;
use crate::data::Scene;
use crate::domain::Lang;
use crate::echarts::use_colours;
use crate::model::Card;
use crate::model::projects::{ProjectLine, ProjectPage, State};
use crate::model::tasks::Ledger;
use crate::option;
use crate::route::{View, ViewState};
use crate::ui::components::{CardView, DemoMark, Drawing, ExportTools, Link, Seal};

/// The project's page.
#[component]
pub fn Page(
    /// The project.
    page: ProjectPage,
    /// What is shown.
    scene: Arc<Scene>,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let id = page.line.id.clone();
    let here = state.to_record(View::Projects, &id);
    let [previous, next] = page.neighbours;
    let colon = lang.pick("：", ": ");
    let tasks = page.tasks;
    let folded = Folded::new(tasks.rows.iter(), true);
    let item = follow_item(move |item| folded.reveal(item));
    let number = page.domain.as_ref().map_or(0, |(_, number, ..)| *number);
    let domain = page.domain.map(|(id, number, seal, name)| {
        let to = state.to_record(View::Domain, &id);
        view! { <span aria-hidden="true">"/"</span><Seal number seal /><Link to=to>{name}</Link> }
    });
    let above = page.above.into_iter().map(|above| {
        let to = state.to_record(View::Projects, &above.id);
        view! { <span aria-hidden="true">"/"</span><Link to=to>{above.name}</Link> }
    });
    let above = above.collect_view();
    let file = [id.clone(), scene.edition.month.to_string()];
    let json = json_of(id.clone(), scene.clone(), lang);
    let sheet = {
        let (scene, id) = (scene.clone(), id.clone());
        move |()| {
            let scope = scope(&scene, lang);
            let of_project = ViewState { project: Some(id.clone()), ..ViewState::default() };
            Ledger::new(&scope).sheet(&scope, &of_project)
        }
    };
    let colours = use_colours();
    let picture = page.timeline.clone().map(|timeline| {
        let (scene, title) = (scene.clone(), page.headline.clone());
        Callback::new(move |address: String| {
            let picture = timeline.picture(&scope(&scene, lang), &title, page.demo, &address);
            Drawing::coloured(colours, |palette| option::time_picture(&picture, palette))
        })
    });
    let lead = page.line.lead.clone().map(|(id, name)| {
        let to = state.to_record(View::Departments, &id);
        view! { <div class="is-minor"><dt>{say!(lang, lead_role)}</dt><dd><Link to=to>{name}</Link></dd></div> }
    });
    let next_due = page.line.next.clone().map(|next| {
        view! { <div class="is-minor"><dt>{say!(lang, next_point)}</dt><dd>{next.when}<small>{next.what}</small></dd></div> }
    });
    let note =
        page.line.note.clone().map(|note| view! { <p class="caption">{say!(lang, remark)}{colon}{note}</p> });
    let demo = page.demo;
    view! {
        <article class=format!("page domain-page project-page domain-{number}") data-project=id>
            <nav class="crumbs" aria-label=say!(lang, path)>
                <Link to=state.to_view(View::Projects)>{say!(lang, projects)}</Link>
                {domain}
                {above}
            </nav>
            <header class="domain-head">
                <p class="dateline"><span>{page.as_of}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
                <h1>{page.headline}</h1>
                <dl class="facts">
                    <div class="is-minor"><dt>{say!(lang, project_kind)}</dt><dd>{page.line.kind.clone()}</dd></div>
                    {lead}
                    {next_due}
                </dl>
                {note}
            </header>
            <Goals goals=page.goals linked=page.linked distant=page.distant number state=state.clone() lang />
            {page.timeline.map(|timeline| view! {
                <section><h2>{say!(lang, timeline)}</h2><TimelineFigure timeline demo state=state.clone() lang /></section>
            })}
            <Parts parts=page.parts state=state.clone() lang />
            <TaskSection tasks folded item only=None here state=state.clone() lang />
            <section>
                <h2>{say!(lang, departments)}</h2>
                <DepartmentTable roles=page.departments item narrowed=None state=state.clone() lang />
            </section>
            <Sites sites=page.sites places=page.places item scene state=state.clone() lang />
            <NoticesAbout notices=page.notices state=state.clone() lang />
            <div class="list-foot"><ExportTools file sheet picture json=Some(json) lang /></div>
            <nav class="neighbours" aria-label=say!(lang, project_neighbours)>
                {previous.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Projects, &id)>"← "{say!(lang, previous_project)}{colon}{name}</Link>
                })}
                {next.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Projects, &id)>{say!(lang, next_project)}{colon}{name}" →"</Link>
                })}
            </nav>
        </article>
    }
}

/// The goals by which it is measured as cards, and those of tasks above its own in a list.
#[component]
fn Goals(
    goals: Vec<Card>,
    linked: Vec<Card>,
    distant: Vec<State>,
    number: usize,
    state: ViewState,
    lang: Lang,
) -> impl IntoView {
    let none = (goals.is_empty() && linked.is_empty())
        .then(|| view! { <p class="empty">{say!(lang, no_goal_of_project)}</p> });
    let grid = |cards: Vec<Card>| {
        (!cards.is_empty()).then(|| {
            let cards =
                cards.into_iter().map(|card| view! { <CardView card state=state.clone() lang level=3 /> });
            view! { <div class=format!("card-grid domain-{number}")>{cards.collect_view()}</div> }
        })
    };
    let linked = (!linked.is_empty()).then(|| {
        view! { <h3 class="goal-group">{say!(lang, goals_linked)}</h3>{grid(linked)} }
    });
    let distant = (!distant.is_empty()).then(|| {
        let lines = distant.into_iter().map(|it| view! { <Stands it state=state.clone() lang /> });
        view! { <h3 class="goal-group">{say!(lang, goals_above)}</h3><div class="distant">{lines.collect_view()}</div> }
    });
    view! {
        <section class="project-goals">
            <h2>{say!(lang, goals_title)}</h2>
            {none}
            {grid(goals)}
            {linked}
            {distant}
        </section>
    }
}

/// Its parts; nothing where it has none.
#[component]
fn Parts(parts: Vec<ProjectLine>, state: ViewState, lang: Lang) -> impl IntoView {
    if parts.is_empty() {
        return None;
    }
    let count = parts.len();
    let lines = parts.into_iter().map(|mut line| {
        line.part_of = None;
        view! { <Line line class=String::new() state=state.clone() lang /> }
    });
    let lines = lines.collect_view();
    Some(view! {
        <section class="project-parts">
            <h2>{say!(lang, project_parts)}<small>{lang.pick(format!("{count}个"), count.to_string())}</small></h2>
            <table class="projects"><LineHead lang /><tbody>{lines}</tbody></table>
        </section>
    })
}

/// Its sites on a small map and in a list; nothing where it has none.
#[component]
fn Sites(
    sites: Vec<crate::model::domain_page::SiteRow>,
    places: crate::model::places::Places,
    item: Memo<Option<String>>,
    scene: Arc<Scene>,
    state: ViewState,
    lang: Lang,
) -> impl IntoView {
    if sites.is_empty() {
        return None;
    }
    let count = sites.len();
    let lines = sites.into_iter().map(|site| view! { <SiteLine site item state=state.clone() lang /> });
    let lines = lines.collect_view();
    Some(view! {
        <section class="domain-sites">
            <h2>{say!(lang, sites)}<small>{lang.pick(format!("{count}处"), count.to_string())}</small></h2>
            <div class="domain-places">
                <SiteFigure sites=places scene lang />
                <div class="place-group"><ul>{lines}</ul></div>
            </div>
        </section>
    })
}

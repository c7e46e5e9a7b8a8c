//! One unit.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::goal_relations::RelatedList;
use super::super::pointed::follow_item;
use super::super::task_fold::Folded;
use super::super::{json_of, scope};
use super::calendar::CalendarSection;
use super::score::{Settings, UnitScore};
use super::tasks::TaskSections;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::departments::{self, GoalLine, Partner, UnitPage};
use crate::route::{View, ViewState};
use crate::ui::components::{DemoMark, ExportTools, LightCounts, LightLabel, Link};

/// A unit's page.
#[component]
pub fn Unit(
    /// The unit.
    page: UnitPage,
    /// What is shown.
    scene: Arc<Scene>,
    /// What the deployment says.
    settings: Settings,
    /// Where the reader is.
    state: ViewState,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let file = [page.id.clone(), scene.edition.month.to_string()];
    let json = json_of(page.id.clone(), scene.clone(), lang);
    let sheet = departments::unit_sheet(&scope(&scene, lang), &page);
    let UnitPage { id, name, about, as_of, demo, headline, inferred, tally, calendar, goals, tasks, .. } =
        page;
    let (unit, scored) = (id.clone(), id.clone());
    let folded = Folded::new(tasks.iter().flat_map(|tasks| &tasks.rows), false);
    let item = follow_item(move |item| folded.reveal(item));
    let [previous, next] = page.neighbours;
    let colon = lang.pick("：", ": ");
    let leads = tally.total() > 0;
    view! {
        <article class="page unit-page" data-department=id>
            <nav class="crumbs" aria-label=say!(lang, path)>
                <Link to=state.to_view(View::Departments)>{say!(lang, all_units)}</Link>
                <span aria-hidden="true">"/"</span>
                <span>{name}</span>
            </nav>
            <header class="unit-head">
                <p class="dateline"><span>{as_of}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
                <h1>{headline}</h1>
                <p class="lead">{about}</p>
                {inferred.map(|inferred| view! { <p class="caption">{inferred}</p> })}
                {leads.then(|| view! { <LightCounts tally lang /> })}
            </header>
            {leads.then(|| view! { <CalendarSection calendar demo state=state.clone() lang /> })}
            <Goals goals state=state.clone() lang />
            <UnitScore unit=scored scene settings state=state.clone() lang />
            <TaskSections tasks folded item unit state=state.clone() lang />
            <section class="relations">
                <h2>{say!(lang, unit_relations)}</h2>
                <div class="columns">
                    <Partners partners=page.partners state=state.clone() lang />
                    <div>
                        <RelatedList title=say!(lang, projects) items=page.projects state=state.clone() lang />
                        <RelatedList title=say!(lang, sites) items=page.sites state=state.clone() lang />
                    </div>
                    <div>
                        <RelatedList title=say!(lang, seats) items=page.seats state=state.clone() lang />
                        <RelatedList title=say!(lang, notices) items=page.notices state=state.clone() lang />
                    </div>
                </div>
            </section>
            <div class="list-foot"><ExportTools file sheet=move |()| sheet.clone() json=Some(json) lang /></div>
            <nav class="neighbours" aria-label=say!(lang, unit_neighbours)>
                {previous.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Departments, &id)>"← "{say!(lang, previous_unit)}{colon}{name}</Link>
                })}
                {next.map(|(id, name)| view! {
                    <Link to=state.to_record(View::Departments, &id)>{say!(lang, next_unit)}{colon}{name}" →"</Link>
                })}
            </nav>
        </article>
    }
}

/// The goals that the unit leads.
#[component]
fn Goals(goals: Vec<GoalLine>, state: ViewState, lang: Lang) -> impl IntoView {
    if goals.is_empty() {
        return ().into_any();
    }
    let rows = goals.into_iter().map(|goal| {
        let to = state.to_record(View::Indicator, &goal.id);
        let inferred = goal.inferred.map(|basis| {
            let basis = if basis.is_empty() { basis } else { format!("{}{basis}", lang.pick("：", ": ")) };
            view! { <small>{say!(lang, inferred)}{basis}</small> }
        });
        let (light, word) = goal.light;
        let demo = goal.demo.then(|| view! { " "<span class="demo">{say!(lang, demo)}</span> });
        view! {
            <tr data-indicator=goal.id data-light=light.code()>
                <th scope="row"><Link to=to>{goal.name}</Link>{inferred}</th>
                <td data-label=say!(lang, target_word)>{goal.target}</td>
                <td data-label=say!(lang, due_by)>{goal.due}</td>
                <td class="task-light"><LightLabel light word lang /><small>{goal.note}{demo}</small></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="unit-goals">
            <h2>{say!(lang, led_goals)}</h2>
            <table class="projects">
                <thead>
                    <tr>
                        <th scope="col">{say!(lang, indicator)}</th>
                        <th scope="col">{say!(lang, target_word)}</th>
                        <th scope="col">{say!(lang, due_by)}</th>
                        <th scope="col">{say!(lang, light)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// With whom the unit works.
#[component]
fn Partners(partners: Vec<Partner>, state: ViewState, lang: Lang) -> impl IntoView {
    let empty = partners.is_empty().then(|| view! { <p>{say!(lang, none)}</p> });
    let note = (!partners.is_empty()).then(|| view! { <p class="caption">{say!(lang, partners_note)}</p> });
    let items = partners.into_iter().map(|partner| {
        let to = state.to_record(View::Departments, &partner.id);
        view! { <li><Link to=to>{partner.name}</Link><small>{partner.detail}</small></li> }
    });
    let items = items.collect_view();
    view! {
        <section>
            <h3>{say!(lang, partners)}</h3>
            {note}
            {empty}
            <ul class="related">{items}</ul>
        </section>
    }
}

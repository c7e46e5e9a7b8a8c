//! All units, side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::scope;
use super::filters::UnitFilters;
use super::score::{ScoreBoard, Settings};
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::departments::{Next, Register, UnitRow};
use crate::model::overview;
use crate::model::place::Place;
use crate::model::words;
use crate::route::{View, ViewState};
use crate::ui::components::{CountCell, DemoMark, ExportTools, LightCells, LightCounts, LightHeads, Link};
use crate::ui::context::use_route;
use crate::ui::readings::with_readings;

/// The list of units.
#[component]
pub fn List(
    /// What is shown.
    scene: Arc<Scene>,
    /// What the deployment says.
    settings: Settings,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let register = with_readings(&scene, |scene| Register::new(&scope(scene, lang)));
    let listed = Memo::new(move |_| register.with(|register| route.state.with(|state| register.list(state))));
    let (headline, remarks, supervised) = register.with_untracked(|register| {
        (register.headline.clone(), register.remarks.clone(), register.supervised)
    });
    let here = scope(&scene, lang);
    let (dateline, demo) = (overview::as_of(&here), here.is_demo());
    let file = ["units".to_owned(), scene.edition.month.to_string()];
    let sheet = {
        let scene = scene.clone();
        move |()| {
            register.with_untracked(|register| {
                route.state.with_untracked(|state| register.sheet(&scope(&scene, lang), state))
            })
        }
    };
    let rows = move || {
        let state = route.state.get_untracked();
        let rows = listed.with(|list| list.rows.clone()).into_iter();
        rows.map(|row| view! { <Row row supervised state=state.clone() lang /> }).collect_view()
    };
    view! {
        <section class="page">
            <p class="dateline"><span>{dateline}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{headline}</h1>
            <UnitFilters scene=scene.clone() listed lang />
            <div class="list-head">
                {move || view! { <LightCounts tally=listed.with(|list| list.tally) lang /> }}
                <p class="task-count" aria-live="polite">{move || listed.with(|list| list.counted.clone())}</p>
            </div>
            <Show
                when=move || listed.with(|list| !list.rows.is_empty())
                fallback=move || view! { <p class="empty">{say!(lang, no_unit_found)}</p> }
            >
                <table class="unit-table">
                    <Head supervised demo lang />
                    <tbody>{rows}</tbody>
                </table>
            </Show>
            <div class="unit-notes caption">
                <p>{say!(lang, units_note)}</p>
                {remarks.into_iter().map(|remark| view! { <p>{remark}</p> }).collect_view()}
            </div>
            <div class="list-foot"><ExportTools file sheet lang /></div>
            <ScoreBoard scene settings lang />
        </section>
    }
}

#[component]
fn Head(supervised: bool, demo: bool, lang: Lang) -> impl IntoView {
    let mark = demo.then(|| view! { " "<span class="demo">{say!(lang, demo)}</span> });
    view! {
        <thead>
            <tr>
                <th scope="col">{say!(lang, department)}{mark}</th>
                <th scope="col" class="count">{say!(lang, goals_led)}</th>
                <th scope="col" class="count">{say!(lang, tasks_led)}</th>
                <th scope="col" class="count">{say!(lang, tasks_supported)}</th>
                {supervised.then(|| view! { <th scope="col" class="count">{say!(lang, tasks_supervised)}</th> })}
                <LightHeads lang />
                <th scope="col" class="count is-first">{say!(lang, overdue)}</th>
                <th scope="col" class="unit-next">{say!(lang, next_due)}</th>
            </tr>
        </thead>
    }
}

#[component]
fn Row(row: UnitRow, supervised: bool, state: ViewState, lang: Lang) -> impl IntoView {
    let to = state.to_record(View::Departments, &row.id);
    let [lead, support, supervise] = row.items;
    let member = row.member.then(|| view! { <span class="tag">{say!(lang, member)}</span> });
    let inferred =
        (row.inferred > 0).then(|| view! { <span>{words::inferred_leads(row.inferred, lang)}</span> });
    let name = view! {
        <th scope="row">
            <Link to=to>{row.name}</Link>
            <small class="section">{member}<span>{row.kind}</span>{inferred}</small>
        </th>
    };
    if row.idle {
        let columns = if supervised { "10" } else { "9" };
        return view! {
            <tr data-department=row.id class="is-idle">{name}<td colspan=columns class="is-faint">{say!(lang, no_duty)}</td></tr>
        }
        .into_any();
    }
    view! {
        <tr data-department=row.id>
            {name}
            <CountCell count=row.goals label=say!(lang, goals_led) />
            <Parts count=lead label=say!(lang, tasks_led) lang />
            <Parts count=support label=say!(lang, tasks_supported) lang />
            {supervised.then(|| view! { <Parts count=supervise label=say!(lang, tasks_supervised) lang /> })}
            <LightCells tally=row.tally lang />
            <CountCell count=row.overdue label=say!(lang, overdue) first=true />
            <td class="unit-next" data-label=say!(lang, next_due)>{row.next.map(|next| view! { <NextDue next state /> })}</td>
        </tr>
    }
    .into_any()
}

/// How many items, and how many with their parts.
#[component]
fn Parts(count: (usize, usize), label: &'static str, lang: Lang) -> impl IntoView {
    let (items, all) = count;
    let text = if items == 0 { "·".to_owned() } else { items.to_string() };
    let parts =
        (all > items).then(|| view! { <small>{say!(lang, with_parts)}{lang.pick("", " ")}{all}</small> });
    view! { <td class="count" class:is-zero=items == 0 data-label=label>{text}{parts}</td> }
}

#[component]
fn NextDue(next: Next, state: ViewState) -> impl IntoView {
    let to = if next.goal {
        state.to_record(View::Indicator, &next.id)
    } else {
        Place::item(View::Tasks, &next.id).address(&state)
    };
    view! { <span class="when">{next.when}</span><Link to=to>{next.name}</Link> }
}

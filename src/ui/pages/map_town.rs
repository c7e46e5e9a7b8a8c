//! What there is to read about the township, or the townships, that are chosen on the map.

use std::sync::Arc;

use leptos::prelude::*;

use super::map::Pick;
use super::map_pointing::{Pointed, is_pointed, use_pointing};
use super::notice_lines::NoticesAbout;
use crate::domain::Lang;
use crate::model::map::MapModel;
use crate::model::map_compare::{CompareRow, Comparison};
use crate::model::map_town::{ChosenTown, TownFigure};
use crate::model::town_trend::{HEIGHT, TownTrend, WIDTH};
use crate::model::words::plural;
use crate::route::{View, ViewState};
use crate::ui::components::Link;
use crate::ui::context::use_route;

/// The chosen township: its figures with their months, its sites, projects, their tasks and departments.
#[component]
pub fn Chosen(
    /// The township.
    chosen: ChosenTown,
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let none = Signal::derive(move || {
        let mut state = state.get();
        state.clear_towns();
        state
    });
    let here = state.get_untracked();
    let figures = chosen.figures.into_iter().map(|figure| view! { <Figure figure here=here.clone() /> });
    let sites = chosen.sites.into_iter().map(|(id, name)| {
        let own = id.clone();
        let current = Memo::new(move |_| state.with(|state| state.id.as_deref() == Some(own.as_str())));
        let attribute = id.clone();
        let to = Signal::derive(move || {
            let mut state = state.get();
            state.id = (!current.get()).then(|| id.clone());
            state
        });
        view! { <li data-site=attribute><Pick to current>{name}</Pick></li> }.into_any()
    });
    let sites = listed(sites, say!(lang, sites));
    let projects = chosen.projects.into_iter().map(|project| {
        let to = here.to_record(View::Projects, &project.id);
        let tasks = ViewState { project: Some(project.id), ..here.to_view(View::Tasks) };
        let count = project.tasks;
        let tasks = (count > 0).then(|| {
            let words =
                lang.pick(format!("{count}项任务"), format!("{count} {}", plural(count as i32, "task")));
            view! { " "<small><Link to=tasks>{words}</Link></small> }
        });
        view! { <li><Link to=to>{project.name}</Link>{tasks}</li> }.into_any()
    });
    let projects = listed(projects, say!(lang, projects));
    let leads = chosen.leads.into_iter().map(|(id, name)| {
        let to = here.to_record(View::Departments, &id);
        view! { <li><Link to=to>{name}</Link></li> }.into_any()
    });
    let leads = listed(leads, say!(lang, lead_role));
    let pointing = use_pointing();
    view! {
        <section
            class="map-chosen"
            aria-live="polite"
            data-chosen-town=chosen.code
            on:pointerover=move |event| pointing.over(&event)
            on:pointerleave=move |_| pointing.point(None)
        >
            <h2>{chosen.name}</h2>
            <dl class="town-figures">{figures.collect_view()}</dl>
            <dl>{sites}{projects}{leads}</dl>
            <NoticesAbout notices=chosen.notices state=here lang />
            <div class="map-chosen-foot">
                <CompareWith model lang />
                <Pick to=none current=Signal::stored(false)>{say!(lang, clear_town)}</Pick>
            </div>
        </section>
    }
}

/// A figure, which leads to its goal, with its months.
#[component]
fn Figure(figure: TownFigure, here: ViewState) -> impl IntoView {
    let to = here.to_record(View::Indicator, &figure.id);
    view! {
        <div class:is-shown=figure.shown>
            <dt><Link to=to>{figure.name}</Link></dt>
            <dd><TrendView trend=figure.trend /><span>{figure.value}</span></dd>
        </div>
    }
}

/// Things below each other under what they are; nothing where there are none.
fn listed(items: impl Iterator<Item = AnyView>, label: &'static str) -> Option<AnyView> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| view! { <div><dt>{label}</dt><dd><ul>{items}</ul></dd></div> }.into_any())
}

/// A township's months as a small line; what it says stands in its name.
#[component]
fn TrendView(trend: TownTrend) -> impl IntoView {
    let gaps = trend.gaps.into_iter().map(|[from, to]| {
        view! { <rect class="no-data" x=from - 2.0 y="4" width=to - from + 4.0 height=HEIGHT - 8.0 /> }
    });
    let last = trend.last.map(|[x, y]| view! { <circle class="trend-last" cx=x cy=y r="3" /> });
    let (label, words) = (trend.words.clone(), trend.words);
    view! {
        <svg class="town-trend" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
            <title>{words}</title>
            {gaps.collect_view()}
            <path class="axis" d=format!("M0 {0}H{WIDTH}", HEIGHT - 0.5) />
            <path class="actual" d=trend.line />
            {last}
        </svg>
    }
}

/// Chooses another township beside those that are chosen.
#[component]
fn CompareWith(model: Memo<Arc<MapModel>>, lang: Lang) -> impl IntoView {
    let route = use_route();
    let options = model.with_untracked(|model| {
        let others = model.towns.iter().filter(|town| !model.chosen_towns.contains(&town.code));
        others
            .map(|town| view! { <option value=town.code.clone()>{town.name.clone()}</option> })
            .collect::<Vec<_>>()
    });
    let choose = move |event| {
        let code = event_target_value(&event);
        if !code.is_empty() {
            route.refine(|state| state.toggle_town(&code));
        }
    };
    (!options.is_empty()).then(|| {
        view! {
            <label class="picker">
                <span class="unseen">{say!(lang, compare_with)}</span>
                <select on:change=choose>
                    <option value="" selected>{say!(lang, compare_with)}"…"</option>
                    {options}
                </select>
            </label>
        }
    })
}

/// The chosen townships side by side.
#[component]
pub fn Compared(
    /// The table.
    comparison: Comparison,
    /// The map.
    model: Memo<Arc<MapModel>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let pointing = use_pointing();
    let none = Signal::derive(move || {
        let mut state = state.get();
        state.clear_towns();
        state
    });
    let count = comparison.towns.len() + comparison.left_out;
    let heads = comparison.towns.into_iter().map(|(code, name)| {
        let own = code.clone();
        let to = Signal::derive(move || {
            let mut state = state.get();
            state.toggle_town(&own);
            state
        });
        let pointed = is_pointed(Pointed::Town(code.clone()));
        let remove = lang.pick(format!("不再比较{name}"), format!("Leave {name} out"));
        view! {
            <th scope="col" class="is-number" class:is-pointed=pointed data-town=code>
                {name}" "<Pick to current=Signal::stored(false) class="map-leave"><span aria-hidden="true">"×"</span><span class="unseen">{remove}</span></Pick>
            </th>
        }
    });
    let heads = heads.collect_view();
    let here = state.get_untracked();
    let rows = comparison.rows.into_iter().map(|row| compared(row, &here)).collect_view();
    let sites = comparison.sites.into_iter().map(|count| view! { <td class="is-number">{count}</td> });
    let left_out = (comparison.left_out > 0).then(|| {
        let out = comparison.left_out;
        view! { <p class="caption">{lang.pick(format!("另有{out}个街镇未列出。"), format!("{out} more townships have no column."))}</p> }
    });
    view! {
        <section
            class="map-compared"
            on:pointerover=move |event| pointing.over(&event)
            on:pointerleave=move |_| pointing.point(None)
        >
            <h2>{lang.pick(format!("{count}个街镇对比"), format!("{count} townships compared"))}</h2>
            <div class="scroller" tabindex="0" role="region" aria-label=say!(lang, compared)>
                <table>
                    <thead><tr><th scope="col">{say!(lang, indicators)}</th>{heads}<th scope="col" class="is-number">{say!(lang, whole_district)}</th></tr></thead>
                    <tbody>
                        {rows}
                        <tr><th scope="row">{say!(lang, sites)}</th>{sites.collect_view()}<td class="is-number">{comparison.all_sites}</td></tr>
                    </tbody>
                </table>
            </div>
            {left_out}
            <p class="caption">{say!(lang, compared_note)}</p>
            <div class="map-chosen-foot">
                <CompareWith model lang />
                <Pick to=none current=Signal::stored(false)>{say!(lang, clear_towns)}</Pick>
            </div>
        </section>
    }
}

fn compared(row: CompareRow, here: &ViewState) -> impl IntoView + use<> {
    let to = here.to_record(View::Indicator, &row.id);
    let cells = row.cells.into_iter().zip(row.trends);
    let cells = cells.map(|(value, trend)| view! { <td class="is-number">{value}<TrendView trend /></td> });
    view! {
        <tr class:is-shown=row.shown>
            <th scope="row"><Link to=to>{row.name}</Link></th>
            {cells.collect_view()}
            <td class="is-number">{row.whole}</td>
        </tr>
    }
}

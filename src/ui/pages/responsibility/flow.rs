//! Who works with whom: ribbons from those who lead to those who support, and a table of the same numbers.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Lang;
use crate::model::responsibility::{Flow, Matrix, Node, Picture, Ribbon};
use crate::route::ViewState;
use crate::ui::components::LiveLink;
use crate::ui::context::use_route;

/// A name of more letters is cut in the picture; the table has it whole.
const LONG: usize = 52;

/// The figure.
#[component]
pub fn FlowFigure(
    /// Who answers for what.
    matrix: Memo<Arc<Matrix>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let flow = Memo::new(move |_| matrix.with(|matrix| route.state.with(|state| matrix.flow(state))));
    let summary = Memo::new(move |_| flow.with(|flow| flow.summary.clone()));
    // What a chosen department says changes nothing of what is drawn: links keep the focus.
    let drawn = Memo::new(move |_| flow.with(|flow| Flow { summary: String::new(), ..flow.clone() }));
    move || {
        let flow = drawn.get();
        let (title, subtitle) = (flow.title.clone(), flow.subtitle.clone());
        let picture = flow.picture.clone();
        let has_pairs = !flow.pairs.is_empty();
        let drawing = has_pairs.then(|| view! { <Drawing picture summary matrix=matrix.get() /> });
        let table = has_pairs.then(|| view! { <Table flow matrix=matrix.get() lang /> });
        view! {
            <figure class="flow" data-chart="flow">
                <figcaption>
                    <h2>{title}</h2>
                    <p class="caption">{subtitle}</p>
                </figcaption>
                <div class="flow-picture" hidden=move || route.looks.get().tables>{drawing}</div>
                <p class="frame-summary">{summary}</p>
                {table}
            </figure>
        }
    }
}

/// The ribbons; a click on a bar or its name chooses a department, as its name in the table and the filter do.
#[component]
fn Drawing(picture: Picture, summary: Memo<String>, matrix: Arc<Matrix>) -> impl IntoView {
    let state = use_route().state;
    let chosen = Memo::new(move |_| state.with(|state| state.dept.clone()));
    let unit = {
        let matrix = matrix.clone();
        Memo::new(move |_| chosen.with(|chosen| chosen.as_deref().and_then(|id| matrix.unit(id))))
    };
    let ribbons = picture.ribbons.iter().map(|ribbon| {
        let Ribbon { pair, path, .. } = ribbon.clone();
        let [lead, support] = [pair.lead, pair.support].map(|unit| matrix.units[unit].short.clone());
        let is_chosen = move || unit.get().is_some_and(|unit| unit == pair.lead || unit == pair.support);
        view! {
            <path class="ribbon" class:is-chosen=is_chosen d=path>
                <title>{format!("{lead} → {support} {}", pair.count)}</title>
            </path>
        }
    });
    let ribbons = ribbons.collect_view();
    let [start, end] = Picture::ENDS;
    let left = picture
        .leads
        .iter()
        .map(|node| bar(node, start - Picture::BAR, start - Picture::BAR - 8, true, &matrix, unit));
    let left = left.collect_view();
    let right =
        picture.supports.iter().map(|node| bar(node, end, end + Picture::BAR + 8, false, &matrix, unit));
    let right = right.collect_view();
    view! {
        <svg class="ribbons" viewBox=format!("0 0 {} {}", Picture::WIDTH, picture.height) role="img" aria-label=summary>
            {ribbons}{left}{right}
        </svg>
    }
}

fn bar(
    node: &Node,
    x: usize,
    text: usize,
    before: bool,
    matrix: &Matrix,
    chosen: Memo<Option<usize>>,
) -> AnyView {
    let route = use_route();
    let Node { unit, count, y, height } = *node;
    let department = &matrix.units[unit];
    let (id, full) = (department.id.clone(), department.name.clone());
    let cut = department.short.chars().count() > LONG;
    let mut name: String = department.short.chars().take(LONG).collect();
    if cut {
        name.push('…');
    }
    let label = if before { format!("{name} {count}") } else { format!("{count} {name}") };
    let is_chosen = move || chosen.get() == Some(unit);
    let choose = move |_| {
        route.change(|state| state.dept = (state.dept.as_ref() != Some(&id)).then(|| id.clone()));
    };
    view! {
        <g class="flow-node" class:is-chosen=is_chosen on:click=choose>
            <title>{full}</title>
            <rect x=x y=y width=Picture::BAR height=height />
            <text x=text y={y + height / 2} text-anchor={if before { "end" } else { "start" }} dominant-baseline="central">{label}</text>
        </g>
    }
    .into_any()
}

/// The pairs: under each department that leads those that support it.
#[component]
fn Table(flow: Flow, matrix: Arc<Matrix>, lang: Lang) -> impl IntoView {
    let state = use_route().state;
    let most = flow.pairs.iter().map(|pair| pair.count).max().unwrap_or(1);
    let groups = flow.picture.leads.iter().map(|lead| {
        let rows = flow.pairs.iter().filter(|pair| pair.lead == lead.unit).map(|pair| {
            let width = pair.count * 100 / most;
            let (id, name) = (matrix.units[pair.support].id.clone(), matrix.units[pair.support].name.clone());
            let is_chosen = move || state.with(|state| state.dept.as_ref() == Some(&id));
            view! {
                <tr>
                    <th scope="row" class:is-chosen=is_chosen>{name}</th>
                    <td class="count">{pair.count}</td>
                    <td class="flow-bar">
                        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width=width height="8" /></svg>
                    </td>
                </tr>
            }
        });
        let rows = rows.collect_view();
        view! {
            <tbody>
                <tr class="division-row">
                    <th scope="rowgroup"><Name unit=lead.unit matrix=matrix.clone() /></th>
                    <td class="count">{lead.count}</td>
                    <td></td>
                </tr>
                {rows}
            </tbody>
        }
    });
    let groups = groups.collect_view();
    view! {
        <table class="pairs">
            <caption class="unseen">{say!(lang, pairs)}</caption>
            <thead>
                <tr>
                    <th scope="col">{say!(lang, lead_role)}{lang.pick("、", ", ")}{say!(lang, support_role)}</th>
                    <th scope="col" class="count">{say!(lang, pair_count)}</th>
                    <td></td>
                </tr>
            </thead>
            {groups}
        </table>
    }
}

/// A department; its name chooses it.
#[component]
fn Name(unit: usize, matrix: Arc<Matrix>) -> impl IntoView {
    let state = use_route().state;
    let department = &matrix.units[unit];
    let (id, name) = (department.id.clone(), department.name.clone());
    let here = {
        let id = id.clone();
        Signal::derive(move || state.with(|state| state.dept.as_ref() == Some(&id)))
    };
    let to = Signal::derive(move || ViewState { dept: Some(id.clone()), ..state.get() });
    view! { <LiveLink to class="pair-name" current=here>{name}</LiveLink> }
}

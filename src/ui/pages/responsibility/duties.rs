//! The matrix for a narrow screen: under each task or project who leads, supports and supervises it.

use leptos::prelude::*;

use super::super::blocks;
use super::cells::{Frame, lights, page_of};
use super::matrix::title_of;
use crate::browser::near::Near;
use crate::domain::Lang;
use crate::model::responsibility::{Duties, Matrix, Role, Row};
use crate::model::tasks::{Division, Shown};
use crate::ui::components::Link;
use crate::ui::context::use_route;

/// So many rows come and go together.
const BLOCK: usize = 25;
/// About how high a row is, in pixels.
const ROW: f64 = 130.0;
/// A list of no more rows than this is drawn whole.
const WHOLE: usize = 300;

/// The list.
#[component]
pub fn DutyList(
    /// What is shown.
    list: Duties,
    /// What all rows share.
    frame: Frame,
) -> impl IntoView {
    let grid = frame.grid;
    let lang = frame.lang;
    let whole = Memo::new(move |_| grid.open.with(|open| open.iter().map(Vec::len).sum::<usize>() <= WHOLE));
    let bodies = list.divisions.into_iter().enumerate();
    let bodies = bodies.map(|(at, division)| view! { <Part division at whole frame=frame.clone() /> });
    let bodies = bodies.collect_view();
    view! {
        <table class="duties">
            <thead>
                <tr>
                    <th scope="col">{frame.first()}</th>
                    <th scope="col">{say!(lang, lead_role)}</th>
                    <th scope="col">{say!(lang, support_role)}</th>
                    <th scope="col">{say!(lang, supervise_role)}</th>
                </tr>
            </thead>
            {bodies}
        </table>
    }
}

#[component]
fn Part(division: Division, at: usize, whole: Memo<bool>, frame: Frame) -> impl IntoView {
    let title = title_of(division, &frame);
    let grid = frame.grid;
    let rows = Memo::new(move |_| grid.open.with(|open| open.get(at).cloned().unwrap_or_default()));
    let blocks = Memo::new(move |_| rows.with(|rows| rows.len().div_ceil(BLOCK)));
    view! {
        <tbody>
            <tr class="division-row">
                <th scope="rowgroup" colspan="4">{title}</th>
            </tr>
        </tbody>
        <For each=move || 0..blocks.get() key=|block| *block let:block>
            <Block block rows whole frame=frame.clone() />
        </For>
    }
}

#[component]
fn Block(block: usize, rows: Memo<Vec<Shown>>, whole: Memo<bool>, frame: Frame) -> impl IntoView {
    let place = NodeRef::new();
    let near = Near::watch(place);
    let own = blocks::rows_of(rows, block, BLOCK);
    let drawn = Memo::new(move |_| whole.get() || near.is_near());
    let gap = move || (!drawn.get()).then(|| blocks::gap(near, own.with(Vec::len), ROW, 4));
    let each = move || if drawn.get() { own.get() } else { Vec::new() };
    view! {
        <tbody node_ref=place>
            <For each key=|shown| *shown let:shown>
                <Duty shown frame=frame.clone() />
            </For>
            {gap}
        </tbody>
    }
}

#[component]
fn Duty(shown: Shown, frame: Frame) -> impl IntoView {
    let Frame { matrix, state, lang, .. } = frame;
    let row = &matrix.rows[shown.at];
    let lights = lights(row, lang);
    let to = Signal::stored(page_of(row, &state));
    let class = format!("depth-{}", shown.depth.min(3));
    let name = row.name.clone();
    view! {
        <tr class=class>
            <th scope="row"><span class="row-lights">{lights}</span><Link to>{name}</Link></th>
            <td data-label=say!(lang, lead_role)>{names(&matrix, row, Role::leads, lang)}</td>
            <td data-label=say!(lang, support_role)>{names(&matrix, row, |role| role == Role::Support, lang)}</td>
            <td data-label=say!(lang, supervise_role)>{names(&matrix, row, |role| role == Role::Supervise, lang)}</td>
        </tr>
    }
}

/// The departments with a role, the chosen one marked.
fn names(matrix: &Matrix, row: &Row, is: fn(Role) -> bool, lang: Lang) -> Vec<AnyView> {
    let state = use_route().state;
    let found = row.cells.iter().filter(|(_, role)| is(*role));
    let name = |(at, (unit, role)): (usize, &(usize, Role))| {
        let department = &matrix.units[*unit];
        let id = department.id.clone();
        let chosen = move || state.with(|state| state.dept.as_ref() == Some(&id));
        let comma = if at > 0 { lang.pick("、", ", ") } else { "" };
        let inferred = (*role == Role::Inferred).then(|| view! { <small>" "{say!(lang, inferred)}</small> });
        view! { {comma}<span class:is-chosen=chosen>{department.name.clone()}</span>{inferred} }.into_any()
    };
    found.enumerate().map(name).collect()
}

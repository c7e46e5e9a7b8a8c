//! Departments against tasks or projects: as a matrix, and on a narrow screen as a list.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::task_row::Folds;
use super::super::windowed::{Line, Windowed, place_of};
use super::cells::{Cells, Frame};
use super::duties::DutyList;
use super::grid::{Grid, id_of};
use crate::domain::Lang;
use crate::model::responsibility::{DEPARTMENTS, Duties, Matrix, Sums, rows_of};
use crate::model::tasks::{Division, Shown};
use crate::route::{Rows, ViewState};
use crate::ui::components::{LiveLink, Seal};
use crate::ui::context::use_route;

/// A matrix of no more cells than this is drawn whole.
const WHOLE: usize = 12_000;
/// About how high a row is, in pixels.
const ROW: f64 = 31.0;
/// How wide the names of rows and a column are, in letters' heights.
const NAMES: usize = 12;
const COLUMN: usize = 2;
/// So many departments fit a wide screen, which then needs no scrolling sideways.
const FITTING: usize = 33;

/// The matrix with what opens and closes all of it, and the list that stands for it on a phone.
#[component]
pub fn MatrixTables(
    /// The matrix.
    matrix: Memo<Arc<Matrix>>,
    /// What is shown of it.
    listed: Memo<Duties>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    // Where something is looked for, what is found is to be seen.
    let unfolded = Memo::new(move |_| route.state.with(|state| state.expand || !state.q.trim().is_empty()));
    let folds = Folds::new(unfolded);
    let grid = Grid::new(matrix, listed, folds);
    let fold = move |expand: bool| {
        let closed = !expand && route.state.with_untracked(|state| !state.q.trim().is_empty());
        folds.reset(closed, matrix.with_untracked(|matrix| matrix.rows.len()));
        route.refine(|state| state.expand = expand);
    };
    let tables = move || {
        let list = listed.get();
        if list.divisions.is_empty() {
            let said = match route.state.with_untracked(rows_of) {
                Rows::Tasks => say!(lang, no_task_found),
                Rows::Projects => say!(lang, no_projects),
            };
            return view! { <p class="empty">{said}</p> }.into_any();
        }
        let frame = Frame {
            matrix: matrix.get(),
            columns: Arc::new(list.columns.clone()),
            folds,
            grid,
            state: route.state.get_untracked(),
            lang,
        };
        view! { <Table list=list.clone() frame=frame.clone() /><DutyList list frame /> }.into_any()
    };
    view! {
        <div class="fold-all">
            <button type="button" class="text-button toggle" on:click=move |_| fold(true)>{say!(lang, expand_all)}</button>
            <button type="button" class="text-button toggle" on:click=move |_| fold(false)>{say!(lang, collapse_all)}</button>
        </div>
        {tables}
    }
}

#[component]
fn Table(list: Duties, frame: Frame) -> impl IntoView {
    let Frame { matrix, grid, lang, .. } = frame.clone();
    let state = use_route().state;
    let chosen = Memo::new(move |_| state.with(|state| state.dept.clone()));
    let Duties { divisions, columns, sums, .. } = list;
    let wide = columns.len() + 2;
    let cols = columns.iter().map(|unit| {
        let id = matrix.units[*unit].id.clone();
        let is_chosen = move || chosen.with(|chosen| chosen.as_ref() == Some(&id));
        view! { <col class:is-chosen=is_chosen /> }
    });
    let cols = cols.collect_view();
    let heads = columns.iter().map(|unit| view! { <Head unit=*unit chosen frame=frame.clone() /> });
    let heads = heads.collect_view();
    let lines = Memo::new(move |_| grid.open.with(|open| lines_of(open)));
    // What has the focus, or is to get it, must be there.
    let wanted = Signal::derive(move || {
        let (row, _) = grid.stop.get();
        lines.with(|all| place_of(all, |shown| Some(shown.at) == row))
    });
    let draw = {
        let frame = frame.clone();
        move |line| match line {
            Line::Head(at) => {
                let title = divisions.get(at).map(|division| title_of(division, &frame));
                view! { <tr class="division-row"><th scope="rowgroup" colspan=wide>{title}</th></tr> }
                    .into_any()
            }
            Line::Row(shown) => view! { <Cells shown frame=frame.clone() /> }.into_any(),
        }
    };
    let supervised = matrix.is_supervised;
    let sums = sums.into_iter().map(|sums| view! { <td>{sum(sums, supervised)}</td> }).collect_view();
    let foot = if supervised { say!(lang, sum_row_supervised) } else { say!(lang, sum_row) };
    let first = frame.first();
    view! {
        <div class="scroller matrix-place" class:is-fitting={wide <= FITTING + 2} tabindex="0" role="region" aria-label=say!(lang, matrix)>
            <table
                class="matrix"
                role="grid"
                aria-label=say!(lang, matrix)
                aria-describedby="matrix-hint"
                style:min-width=format!("{}rem", NAMES + wide * COLUMN)
                on:keydown=move |event| grid.heard(&event)
                on:focusin=move |event| grid.focused(&event)
            >
                <colgroup><col class="is-name" />{cols}<col class="is-sum" /></colgroup>
                <thead>
                    <tr>
                        <th scope="col">{first}</th>
                        {heads}
                        <th scope="col" class="row-sum"><span class="head">{say!(lang, sum_column)}</span></th>
                    </tr>
                </thead>
                <Windowed lines whole=WHOLE / wide height=ROW columns=wide wanted draw />
                <tfoot><tr><th scope="row">{foot}</th>{sums}<td></td></tr></tfoot>
            </table>
        </div>
        <p class="caption is-keys" id="matrix-hint">{say!(lang, matrix_hint)}</p>
    }
}

/// A department at the head of its column; it chooses the column, and lets it go again.
#[component]
fn Head(unit: usize, chosen: Memo<Option<String>>, frame: Frame) -> impl IntoView {
    let department = &frame.matrix.units[unit];
    let state = use_route().state;
    let id = department.id.clone();
    let is_chosen = {
        let id = id.clone();
        Signal::derive(move || chosen.with(|chosen| chosen.as_ref() == Some(&id)))
    };
    let to = Signal::derive(move || {
        let dept = (!is_chosen.get()).then(|| id.clone());
        ViewState { dept, ..state.get() }
    });
    let stop = (None, DEPARTMENTS + unit);
    let (name, short) = (department.name.clone(), department.short.clone());
    // What is said has what is seen in it.
    let label = if name.contains(&short) {
        name.clone()
    } else {
        frame.lang.pick(format!("{short}（{name}）"), format!("{short} ({name})"))
    };
    view! {
        <th scope="col" class:is-chosen=move || is_chosen.get()>
            <LiveLink
                to
                class="head"
                attr:id=id_of(stop)
                attr:tabindex=frame.grid.tabindex(stop)
                attr:title=name
                attr:aria-label=label
                current=is_chosen
            >{short}</LiveLink>
        </th>
    }
}

/// `9/1`; none is a dot.
fn sum(sums: Sums, supervised: bool) -> String {
    let write = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
    let mut words = vec![write(sums.leads), write(sums.supports)];
    if supervised {
        words.push(write(sums.supervises));
    }
    words.join("/")
}

/// The title of a part of the plan, with the mark of generated lights.
pub fn title_of(division: &Division, frame: &Frame) -> impl IntoView + use<> {
    let demo = division.rows.iter().any(|shown| frame.matrix.rows[shown.at].demo);
    let demo = demo.then(|| view! { <span class="demo">{say!(frame.lang, demo)}</span> });
    let seal = division.domain.clone().map(|(number, seal)| view! { <Seal number seal /> });
    view! { <span class="division">{seal}<span>{division.title.clone()}</span>{demo}</span> }
}

/// The titles of divisions, by their numbers, and the rows of each that are open.
pub fn lines_of(open: &[Vec<Shown>]) -> Vec<Line<usize, Shown>> {
    open.iter().enumerate().flat_map(|(at, rows)| Line::division(at, rows)).collect()
}

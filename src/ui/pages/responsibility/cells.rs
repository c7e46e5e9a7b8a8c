//! A row of the matrix.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::task_row::Folds;
use super::grid::{Grid, id_of};
use crate::domain::Lang;
use crate::model::place::Place;
use crate::model::responsibility::{DEPARTMENTS, FOLD, Matrix, NAME, Role, Row};
use crate::model::tasks::Shown;
use crate::route::{Rows, View, ViewState};
use crate::ui::components::{LightMark, Link, colour_word};

/// What all rows share.
#[derive(Clone)]
pub struct Frame {
    /// The matrix.
    pub matrix: Arc<Matrix>,
    /// The departments that have columns.
    pub columns: Arc<Vec<usize>>,
    /// Which rows show their parts.
    pub folds: Folds,
    /// The keyboard's way.
    pub grid: Grid,
    /// Where the reader is.
    pub state: ViewState,
    /// The language.
    pub lang: Lang,
}

impl Frame {
    /// The head of the first column: what the rows are.
    pub fn first(&self) -> &'static str {
        match self.state.rows {
            Rows::Tasks => say!(self.lang, task),
            Rows::Projects => say!(self.lang, project),
        }
    }
}

/// Where a row leads: to the task, or to the project.
pub fn page_of(row: &Row, state: &ViewState) -> ViewState {
    if row.is_project {
        state.to_record(View::Projects, &row.id)
    } else {
        Place::item(View::Tasks, &row.id).address(state)
    }
}

/// The lights of a row, each with its words.
pub fn lights(row: &Row, lang: Lang) -> Vec<AnyView> {
    let mark = |(light, word): &(crate::domain::Light, String)| {
        let title = format!("{} {word}", colour_word(*light, lang));
        view! { <LightMark light=*light title /> }.into_any()
    };
    row.lights.iter().map(mark).collect()
}

/// A row: lights, name, a cell for each department, and how many have a role.
#[component]
pub fn Cells(
    /// The row and its place.
    shown: Shown,
    /// What all rows share.
    frame: Frame,
) -> impl IntoView {
    let Frame { matrix, columns, folds, grid, state, lang } = frame;
    let row = &matrix.rows[shown.at];
    let mut rest = row.cells.as_slice();
    let cells = columns.iter().map(|unit| match rest.split_first() {
        Some(((one, role), more)) if one == unit => {
            rest = more;
            filled(&matrix, row, shown.at, *unit, *role, grid, &state, lang)
        }
        _ => view! { <td></td> }.into_any(),
    });
    let cells = cells.collect_view();
    let count = row.cells.iter().filter(|(_, role)| *role != Role::Parts).count();
    let class = format!("depth-{}{}", shown.depth.min(3), if shown.context { " is-context" } else { "" });
    let fold = (shown.parts > 0).then(|| {
        let is_open = move || folds.is_open(shown.at);
        let label = format!("{}{}{}", say!(lang, open_parts), lang.pick("：", " "), row.name);
        view! {
            <button
                type="button"
                class="opener"
                id=id_of((Some(shown.at), FOLD))
                tabindex=grid.tabindex((Some(shown.at), FOLD))
                aria-label=label
                aria-expanded=move || if is_open() { "true" } else { "false" }
                on:click=move |_| folds.flip(shown.at)
            ></button>
        }
    });
    let lights = lights(row, lang);
    let detail = row.is_project.then(|| view! { <small>{row.detail.clone()}</small> });
    let to = page_of(row, &state);
    let (id, name) = (row.id.clone(), row.name.clone());
    view! {
        <tr class=class data-duty=id>
            <th scope="row">
                <span class="row-head">
                    <span class="row-lights">{lights}</span>
                    <span class="row-name">
                        <Link to attr:id=id_of((Some(shown.at), NAME)) attr:tabindex=grid.tabindex((Some(shown.at), NAME))>{name}</Link>
                        {detail}
                    </span>
                    {fold}
                </span>
            </th>
            {cells}
            <td class="row-sum">{count}</td>
        </tr>
    }
}

/// A role of a department; it leads to the department's tasks under the row.
#[allow(clippy::too_many_arguments, reason = "called from one place")]
fn filled(
    matrix: &Matrix,
    row: &Row,
    at: usize,
    unit: usize,
    role: Role,
    grid: Grid,
    state: &ViewState,
    lang: Lang,
) -> AnyView {
    let department = &matrix.units[unit];
    let dept = Some(department.id.clone());
    let tasks = state.to_view(View::Tasks);
    let to = if row.is_project {
        ViewState { dept, project: Some(row.id.clone()), ..tasks }
    } else {
        ViewState { dept, item: Some(row.id.clone()), ..tasks }
    };
    let words = [&department.name, role.word(lang), &row.name].join(lang.pick("，", ", "));
    let stop = (Some(at), DEPARTMENTS + unit);
    view! {
        <td>
            <Link
                to=to
                class=format!("duty is-{}", role.code())
                attr:id=id_of(stop)
                attr:tabindex=grid.tabindex(stop)
                attr:aria-label=words
            >{role.letter(lang)}</Link>
        </td>
    }
    .into_any()
}

//! The matrix for a narrow screen: under each task or project who leads, supports and supervises it.

use leptos::prelude::*;

use super::super::windowed::{Line, Windowed};
use super::cells::{Frame, lights, page_of};
use super::matrix::{lines_of, title_of};
use crate::domain::Lang;
use crate::model::responsibility::{Duties, Matrix, Role, Row};
use crate::model::tasks::Shown;
use crate::ui::components::Link;
use crate::ui::context::use_route;

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
    let lines = Memo::new(move |_| grid.open.with(|open| lines_of(open)));
    let first = frame.first();
    let draw = move |line| match line {
        Line::Head(at) => {
            let title = list.divisions.get(at).map(|division| title_of(division, &frame));
            view! { <tr class="division-row"><th scope="rowgroup" colspan="4">{title}</th></tr> }.into_any()
        }
        Line::Row(shown) => view! { <Duty shown frame=frame.clone() /> }.into_any(),
    };
    view! {
        <table class="duties">
            <thead>
                <tr>
                    <th scope="col">{first}</th>
                    <th scope="col">{say!(lang, lead_role)}</th>
                    <th scope="col">{say!(lang, support_role)}</th>
                    <th scope="col">{say!(lang, supervise_role)}</th>
                </tr>
            </thead>
            <Windowed lines whole=WHOLE height=ROW columns=4 wanted=Signal::stored(Vec::new()) draw />
        </table>
    }
}

#[component]
fn Duty(shown: Shown, frame: Frame) -> impl IntoView {
    let Frame { matrix, state, lang, .. } = frame;
    let row = &matrix.rows[shown.at];
    let lights = lights(row, lang);
    let to = page_of(row, &state);
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

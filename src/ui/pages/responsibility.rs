//! The responsibility table (责任表): who leads, supports and supervises what.

mod cells;
mod chosen;
mod duties;
mod flow;
mod grid;
mod matrix;

use std::sync::Arc;

use leptos::prelude::*;

use self::chosen::{ChosenLine, Legend};
use self::flow::FlowFigure;
use self::matrix::MatrixTables;
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::echarts::use_colours;
use crate::model::responsibility::{Duties, Matrix, rows_of};
use crate::option;
use crate::route::{Face, Rows};
use crate::ui::components::filters::{ClearButton, DepartmentChoice, DomainChoice, FindField, LightChoice};
use crate::ui::components::{DemoMark, Drawing, ExportTools, Segments, TableTabs};
use crate::ui::context::use_route;
use crate::ui::readings::with_readings;

/// The responsibility table (责任表): who leads, supports and supervises what.
#[component]
pub fn ResponsibilityView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let matrix = with_readings(&scene, |scene| Matrix::new(&scope(scene, lang)));
    let listed = Memo::new(move |_| matrix.with(|matrix| route.state.with(|state| matrix.list(state))));
    let rows = Memo::new(move |_| route.state.with(rows_of));
    let is_flow = Memo::new(move |_| route.state.with(|state| state.face == Face::Flow));
    let demo = matrix.with_untracked(|matrix| matrix.ledger.demo);
    let month = scene.edition.month.to_string();
    let sheet = {
        let scene = scene.clone();
        move |()| {
            matrix.with_untracked(|matrix| {
                route.state.with_untracked(|state| matrix.sheet(&scope(&scene, lang), state))
            })
        }
    };
    let file = ["responsibility".to_owned(), month];
    let colours = use_colours();
    let picture = move |address: String| {
        let (picture, names, caption) = matrix.with_untracked(|matrix| {
            let flow = route.state.with_untracked(|state| matrix.flow(state));
            let caption = matrix.caption(&flow, say!(lang, from_plan), &address);
            let names = matrix.units.iter().map(|unit| unit.short.clone()).collect::<Vec<_>>();
            (flow.picture, names, caption)
        });
        Drawing::coloured(colours, |palette| option::flow_picture(&picture, &names, &caption, palette))
    };
    let headline = move || matrix.with(|matrix| matrix.headline(rows.get()));
    let body = move || {
        if is_flow.get() {
            view! { <FlowFigure matrix lang /> }.into_any()
        } else {
            view! { <Legend matrix lang /><MatrixTables matrix listed lang /> }.into_any()
        }
    };
    view! {
        <section class="page">
            <TableTabs lang />
            <p class="dateline">
                <span>{matrix.with_untracked(|matrix| matrix.ledger.dateline.clone())}</span>
                <span>{say!(lang, from_plan)}</span>
                {demo.then(|| view! { <DemoMark lang /> })}
            </p>
            <h1>{headline}</h1>
            <Filters matrix listed lang />
            <div class="list-head">
                <p class="task-count" aria-live="polite">{move || listed.with(|list| list.counted.clone())}</p>
                <div class="faces">
                    {move || (!is_flow.get()).then(|| view! { <RowChoice lang /> })}
                    <Segments
                        label=say!(lang, face)
                        options=vec![
                            (Face::Table.code(), say!(lang, face_matrix)),
                            (Face::Flow.code(), say!(lang, face_flow)),
                        ]
                        chosen=Signal::derive(move || if is_flow.get() { Face::Flow.code() } else { Face::Table.code() })
                        choose=Callback::new(move |code| {
                            route.change(|state| state.face = Face::from_code(code).unwrap_or_default());
                        })
                    />
                </div>
            </div>
            <ChosenLine matrix lang />
            {body}
            <div class="list-foot">
                {move || {
                    let (file, sheet) = (file.clone(), sheet.clone());
                    let picture = is_flow.get().then(|| Callback::new(picture));
                    view! { <ExportTools file sheet picture lang /> }
                }}
            </div>
        </section>
    }
}

/// Whether rows are tasks or projects.
#[component]
fn RowChoice(lang: Lang) -> impl IntoView {
    let route = use_route();
    view! {
        <Segments
            label=say!(lang, rows)
            options=vec![
                (Rows::Tasks.code(), say!(lang, rows_tasks)),
                (Rows::Projects.code(), say!(lang, rows_projects)),
            ]
            chosen=Signal::derive(move || route.state.with(|state| state.rows.code()))
            choose=Callback::new(move |code| {
                route.change(|state| state.rows = Rows::from_code(code).unwrap_or_default());
            })
        />
    }
}

/// What narrows the table, and whose column is chosen.
#[component]
fn Filters(matrix: Memo<Arc<Matrix>>, listed: Memo<Duties>, lang: Lang) -> impl IntoView {
    let (domains, units) = matrix.with_untracked(|matrix| {
        let domains = matrix.ledger.domains.iter().map(|[id, name, _]| (id.clone(), name.clone()));
        let units = matrix.units.iter().map(|unit| (unit.id.clone(), unit.name.clone()));
        (domains.collect::<Vec<_>>(), units.collect::<Vec<_>>())
    });
    let filtered = Signal::derive(move || listed.with(|list| list.filtered));
    view! {
        <search class="filters is-many">
            <FindField lang />
            <DomainChoice domains lang />
            <LightChoice lang />
            <DepartmentChoice departments=units lang />
            <ClearButton filtered lang />
        </search>
    }
}

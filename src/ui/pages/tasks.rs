//! The task table (任务表): every task of the plan, who answers for it and how it stands.

use std::sync::Arc;

use leptos::prelude::*;

use super::scope;
use super::task_board::TaskBoard;
use super::task_filters::TaskFilters;
use super::task_table::TaskTable;
use crate::data::Scene;
use crate::domain::Lang;
use crate::echarts::use_colours;
use crate::model::tasks::{Ledger, TaskList};
use crate::option;
use crate::route::Face;
use crate::ui::components::{DemoMark, Drawing, ExportTools, LightCounts, Segments, TableTabs};
use crate::ui::context::use_route;
use crate::ui::readings::with_readings;

/// The task table.
#[component]
pub fn TasksView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let ledger = with_readings(&scene, |scene| Ledger::new(&scope(scene, lang)));
    let listed = Memo::new(move |_| ledger.with(|ledger| route.state.with(|state| ledger.list(state))));
    let head =
        ledger.with_untracked(|ledger| (ledger.dateline.clone(), ledger.headline.clone(), ledger.demo));
    let (dateline, headline, demo) = head;
    let face = Memo::new(move |_| match route.state.with(|state| state.face) {
        face @ (Face::Timeline | Face::Board) => face,
        _ => Face::Table,
    });
    let drawn = scene.clone();
    let file = ["tasks".to_owned(), scene.edition.month.to_string()];
    let colours = use_colours();
    let picture = {
        let scene = scene.clone();
        move |address: String| {
            let picture = ledger.with_untracked(|ledger| {
                route.state.with_untracked(|state| ledger.picture(&scope(&scene, lang), state, &address))
            });
            Drawing::coloured(colours, |palette| option::time_picture(&picture, palette))
        }
    };
    let picture = Callback::new(picture);
    let sheet = Callback::new(move |()| {
        ledger.with_untracked(|ledger| {
            route.state.with_untracked(|state| ledger.sheet(&scope(&scene, lang), state))
        })
    });
    let counted = move || listed.with(|TaskList { counted, .. }| counted.clone());
    view! {
        <section class="page">
            <TableTabs lang />
            <p class="dateline"><span>{dateline}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{headline}</h1>
            <TaskFilters ledger=ledger.get_untracked() listed lang />
            <div class="list-head">
                {move || view! { <LightCounts tally=listed.with(|list| list.tally) lang /> }}
                <p class="task-count" aria-live="polite">{counted}</p>
                <Segments
                    label=say!(lang, face)
                    options=vec![
                        (Face::Table.code(), say!(lang, face_table)),
                        (Face::Timeline.code(), say!(lang, timeline)),
                        (Face::Board.code(), say!(lang, board)),
                    ]
                    chosen=Signal::derive(move || face.get().code())
                    choose=Callback::new(move |code| {
                        route.change(|state| state.face = Face::from_code(code).unwrap_or_default());
                    })
                />
            </div>
            {move || match face.get() {
                Face::Board => view! { <TaskBoard ledger listed lang /> }.into_any(),
                Face::Timeline => view! { <TaskTable ledger listed timed=Some(drawn.clone()) lang /> }.into_any(),
                _ => view! { <TaskTable ledger listed timed=None lang /> }.into_any(),
            }}
            <div class="list-foot">
                {move || {
                    let picture = (face.get() == Face::Timeline).then_some(picture);
                    view! { <ExportTools file=file.clone() sheet picture lang /> }
                }}
            </div>
        </section>
    }
}

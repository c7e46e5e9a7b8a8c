//! The task table (任务表): every task of the plan, who answers for it and how it stands.

use std::sync::Arc;

use leptos::prelude::*;

use super::scope;
use super::task_filters::TaskFilters;
use super::task_table::TaskTable;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::tasks::{Ledger, TaskList};
use crate::ui::components::{DemoMark, ExportTools, LightCounts};
use crate::ui::context::use_route;
use crate::ui::readings::readings;

/// The task table.
#[component]
pub fn TasksView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let (looked_for, wanted) = signal(false);
    Effect::new(move |_| {
        if route.state.with(|state| !state.q.is_empty()) {
            wanted.set(true);
        }
    });
    let readings = readings(Signal::stored(Some(scene.clone())), looked_for.into());
    let ledger = {
        let scene = scene.clone();
        Memo::new_with_compare(
            move |_| {
                let readings = readings.get().and_then(Result::ok).unwrap_or_default();
                Arc::new(Ledger::new(&scope(&scene, lang), readings))
            },
            |_, _| true,
        )
    };
    let listed = Memo::new(move |_| ledger.with(|ledger| route.state.with(|state| ledger.list(state))));
    let head =
        ledger.with_untracked(|ledger| (ledger.dateline.clone(), ledger.headline.clone(), ledger.demo));
    let (dateline, headline, demo) = head;
    let file = ["tasks".to_owned(), scene.edition.month.to_string()];
    let sheet = move |()| {
        ledger.with_untracked(|ledger| {
            route.state.with_untracked(|state| ledger.sheet(&scope(&scene, lang), state))
        })
    };
    let counted = move || listed.with(|TaskList { counted, .. }| counted.clone());
    view! {
        <section class="page">
            <p class="dateline"><span>{dateline}</span>{demo.then(|| view! { <DemoMark lang /> })}</p>
            <h1>{headline}</h1>
            <TaskFilters ledger=ledger.get_untracked() listed lang />
            <div class="list-head">
                {move || view! { <LightCounts tally=listed.with(|list| list.tally) lang /> }}
                <p class="task-count" aria-live="polite">{counted}</p>
            </div>
            <TaskTable ledger listed lang />
            <div class="list-foot"><ExportTools file sheet lang /></div>
        </section>
    }
}

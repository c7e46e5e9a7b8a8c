//! All goals: filtered, sorted and divided; as a table, as cards or as small charts.

use std::sync::Arc;

use leptos::prelude::*;

use super::goal_filters::GoalFilters;
use super::goal_list::{GoalCards, GoalTable, SmallCharts};
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::list::{self, List};
use crate::model::sheets;
use crate::route::Face;
use crate::ui::components::{ExportTools, LightCounts, Segments};
use crate::ui::context::use_route;

/// The list page.
#[component]
pub fn IndicatorsView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let route = use_route();
    let listed = {
        let scene = scene.clone();
        Memo::new(move |_| route.state.with(|state| list::list(&scope(&scene, lang), state)))
    };
    let count = move || {
        listed.with(|List { tally, total, .. }| match lang {
            Lang::Zh => format!("{}项目标，共{total}项", tally.total()),
            Lang::En => format!("{} of {total} goals", tally.total()),
        })
    };
    let file = ["goals".to_owned(), scene.edition.month.to_string()];
    let sheet = {
        let scene = scene.clone();
        move |()| route.state.with_untracked(|state| sheets::goals(&scope(&scene, lang), state))
    };
    let body = move || {
        let state = route.state.get_untracked();
        let sections = listed.with(|list| list.sections.clone());
        if sections.is_empty() {
            return view! { <p class="empty">{say!(lang, nothing_found)}</p> }.into_any();
        }
        match state.face {
            Face::Cards => view! { <GoalCards sections state lang /> }.into_any(),
            Face::Small => view! { <SmallCharts sections state lang /> }.into_any(),
            _ => view! { <GoalTable sections state lang /> }.into_any(),
        }
    };
    view! {
        <section class="page">
            <h1>{say!(lang, indicators)}<small aria-live="polite">{count}</small></h1>
            <GoalFilters scene listed lang />
            <div class="list-head">
                {move || view! { <LightCounts tally=listed.with(|list| list.tally) lang /> }}
                <Segments
                    label=say!(lang, face)
                    options=vec![
                        (Face::Table.code(), say!(lang, face_table)),
                        (Face::Cards.code(), say!(lang, face_cards)),
                        (Face::Small.code(), say!(lang, face_small)),
                    ]
                    chosen=Signal::derive(move || route.state.with(|state| state.face.code()))
                    choose=Callback::new(move |code| {
                        route.change(|state| state.face = Face::from_code(code).unwrap_or_default());
                    })
                />
            </div>
            {body}
            <div class="list-foot"><ExportTools file sheet lang /></div>
        </section>
    }
}

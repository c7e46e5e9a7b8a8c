//! The units and bodies of the plan, and one of them.

mod calendar;
mod filters;
mod list;
mod score;
mod tasks;
mod unit;

use std::sync::Arc;

use leptos::prelude::*;

use self::list::List;
use self::unit::Unit;
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::departments;
use crate::route::View;
use crate::ui::components::NotFound;
use crate::ui::context::use_route;

/// All units, one unit, or a way back where the edition has no such unit.
#[component]
pub fn DepartmentsView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let settings = score::settings(&scene, lang);
    let id = Memo::new(move |_| state.with(|state| state.id.clone()));
    move || {
        let Some(id) = id.get() else {
            return view! { <List scene=scene.clone() settings lang /> }.into_any();
        };
        let state = state.get_untracked();
        match departments::page(&scope(&scene, lang), &id) {
            Some(page) => view! { <Unit page scene=scene.clone() settings state lang /> }.into_any(),
            None => view! { <NotFound id back=state.to_view(View::Departments) label=say!(lang, back_to_units) lang /> }.into_any(),
        }
    }
}

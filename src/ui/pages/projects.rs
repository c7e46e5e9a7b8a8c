//! The projects as a ledger, and one of them.

mod ledger;
mod line;
mod page;
mod timeline;

use std::sync::Arc;

use leptos::prelude::*;

pub use self::line::Stands;

use self::ledger::Ledger;
use self::page::Page;
use super::scope;
use crate::data::Scene;
use crate::domain::Lang;
use crate::model::projects::project_page;
use crate::route::View;
use crate::ui::components::NotFound;
use crate::ui::context::use_route;

/// The projects, one of them, or a way back where the edition has no such project.
#[component]
pub fn ProjectsView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let id = Memo::new(move |_| state.with(|state| state.id.clone()));
    move || {
        let Some(id) = id.get() else {
            return view! { <Ledger scene=scene.clone() lang /> }.into_any();
        };
        let state = state.get_untracked();
        match project_page(&scope(&scene, lang), &id) {
            Some(page) => view! { <Page page scene=scene.clone() state lang /> }.into_any(),
            None => view! { <NotFound id back=state.to_view(View::Projects) label=say!(lang, back_to_projects) lang /> }.into_any(),
        }
    }
}

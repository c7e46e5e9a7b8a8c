//! What differs from another edition, and the agenda of the meeting about it.

mod agenda;
mod lines;
mod stage;
mod tools;

use std::sync::Arc;

use leptos::prelude::*;

use agenda::AgendaView;
use lines::LinesView;

use crate::data::Scene;
use crate::domain::Lang;
use crate::route::Face;
use crate::ui::context::use_route;

/// The differences in sections, or the agenda, as the address asks.
#[component]
pub fn ChangesView(
    /// What is shown.
    scene: Arc<Scene>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let state = use_route().state;
    let agenda = Memo::new(move |_| state.with(|state| state.face == Face::Agenda));
    move || {
        let scene = scene.clone();
        if agenda.get() {
            view! { <AgendaView scene lang /> }.into_any()
        } else {
            view! { <LinesView scene lang /> }.into_any()
        }
    }
}
